export const id = "github";

export const ids = [ "github" ];

export const modules = {
  "packages/github/src/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      getOctokit: () => src_octokit.Q,
      syncReportComment: () => syncReportComment
    });
    var src_octokit = __webpack_require__("packages/github/src/octokit.ts");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var src_errors = __webpack_require__("packages/http/src/errors.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    const workflows = "github-actions[bot]";
    function commentMarker(id) {
      return `\x3c!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll("-", "%2D")} --\x3e`;
    }
    async function listOwnComments(octokit, where) {
      const parameters = {
        ...issueParameters(where),
        per_page: 100
      };
      const comments = await octokit.paginate(octokit.rest.issues.listComments, parameters);
      for (const marker of commentMarkers(where)) {
        const marked = comments.filter(({body: body}) => body?.startsWith(marker));
        const by = author => marked.filter(({user: user}) => user?.login === author);
        const own = by(workflows);
        if (own.length > 0) return own;
        const ofViewer = marked.length > 0 ? by(await viewer(octokit)) : [];
        if (ofViewer.length > 0) return ofViewer;
      }
      return [];
    }
    function commentText(where, {body: body = ""}) {
      const marker = commentMarkers(where).find(one => body.startsWith(one)) ?? "";
      return body.replaceAll("\r\n", "\n").slice(marker.length).replace(/^\n/, "");
    }
    function commentMarkers({id: id, formerId: formerId}) {
      return [ id, ...formerId === void 0 ? [] : [ formerId ] ].map(commentMarker);
    }
    async function createComment(octokit, where, body) {
      const {data: data} = await octokit.rest.issues.createComment({
        ...issueParameters(where),
        body: body
      });
      return data;
    }
    async function editComment(octokit, {repository: repository}, {id: id}, {body: body, idempotent: idempotent}) {
      const {data: data} = await octokit.rest.issues.updateComment({
        ...(0, src_octokit.H)(repository),
        comment_id: id,
        body: body,
        request: {
          idempotent: idempotent
        }
      });
      return data;
    }
    async function deleteComment(octokit, {repository: repository}, {id: id}) {
      try {
        await octokit.rest.issues.deleteComment({
          ...(0, src_octokit.H)(repository),
          comment_id: id
        });
      } catch (error) {
        if (!(error instanceof src_errors.j) || error.status !== 404) throw error;
      }
    }
    async function minimizeComment(octokit, {node_id: node_id}, fold) {
      const change = fold === "hide" ? "minimizeComment(input: {subjectId: $id, classifier: OUTDATED})" : "unminimizeComment(input: {subjectId: $id})";
      const query = `mutation($id: ID!) { ${change} { clientMutationId } }`;
      await octokit.graphql(query, {
        id: node_id,
        request: {
          shape: (0, dist.Ikc)({})
        }
      });
    }
    const viewerShape = (0, dist.Ikc)({
      viewer: (0, dist.Ikc)({
        login: (0, dist.YjP)()
      })
    });
    async function viewer(octokit) {
      const request = {
        shape: viewerShape
      };
      const {viewer: viewer} = await octokit.graphql("{ viewer { login } }", {
        request: request
      });
      return viewer.login;
    }
    function issueParameters({repository: repository, pullRequest: pullRequest}) {
      return {
        ...(0, src_octokit.H)(repository),
        issue_number: pullRequest
      };
    }
    function codeSpans(line) {
      const runs = Array.from(line.matchAll(/`+/g), ({0: {length: length}, index: index}) => ({
        length: length,
        index: index
      }));
      if (runs.length > 0 && /[<|]|\\`/.test(line)) return;
      const spans = [];
      for (let at = 0; at < runs.length; at++) {
        const open = runs[at];
        do {
          at++;
        } while (at < runs.length && runs[at]?.length !== open?.length);
        const close = runs[at];
        if (!open || !close) return;
        spans.push({
          start: open.index,
          end: close.index + close.length
        });
      }
      return spans;
    }
    const cutNote = "\n\n… truncated; the job summary has the rest.\n";
    const longLine = 500;
    function truncateMarkdown(markdown, max) {
      if (markdown.length <= max) return markdown;
      const lines = markdown.split("\n");
      let kept = "";
      let open = nothing;
      for (const line of lines) {
        const after = trackOpenBlocks(line, open);
        const room = max - kept.length - 1 - closing(after).length - cutNote.length;
        if (line.length <= room) {
          kept += `${line}\n`;
          open = after;
          continue;
        }
        const piece = line.length > longLine ? truncateLine(line, room) : "";
        if (piece !== "") {
          kept += `${piece}\n`;
          open = trackOpenBlocks(piece, open);
        }
        break;
      }
      return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, max);
    }
    function truncateLine(line, room) {
      const piece = line.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, "");
      const cut = codeSpans(line)?.find(({start: start, end: end}) => start < room && room < end);
      if (!cut) return piece;
      const [marks = ""] = /^`+/.exec(line.slice(cut.start)) ?? [];
      const code = piece.slice(cut.start + marks.length, -marks.length).replace(/`+$/, "");
      const before = line.slice(0, cut.start);
      return code.trim() === "" ? before : `${before}${marks}${code}${marks}`;
    }
    const nothing = {
      fence: "",
      raw: "",
      details: 0
    };
    const rawHtml = [ [ /^ {0,3}<!--/, "--\x3e" ], [ /^ {0,3}<\?/, "?>" ], [ /^ {0,3}<!\[CDATA\[/, "]]>" ], [ /^ {0,3}<![a-z]/i, ">" ], [ /^ {0,3}<pre(?=[\s>]|$)/i, "</pre>" ], [ /^ {0,3}<script(?=[\s>]|$)/i, "<\/script>" ], [ /^ {0,3}<style(?=[\s>]|$)/i, "</style>" ], [ /^ {0,3}<textarea(?=[\s>]|$)/i, "</textarea>" ] ];
    function trackOpenBlocks(line, open) {
      const {fence: fence, raw: raw, details: details} = open;
      if (raw !== "") return line.toLowerCase().includes(raw) ? {
        ...open,
        raw: ""
      } : open;
      const [, marks = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      if (fence !== "") {
        const ends = marks.startsWith(fence) && info.trim() === "";
        return ends ? {
          ...open,
          fence: ""
        } : open;
      }
      if (marks !== "" && !(marks.startsWith("`") && info.includes("`"))) return {
        ...open,
        fence: marks
      };
      const [begin, end = ""] = rawHtml.find(([pattern]) => pattern.test(line)) ?? [];
      if (begin) {
        const rest = line.replace(begin, "").toLowerCase();
        return rest.includes(end) ? open : {
          ...open,
          raw: end
        };
      }
      const opened = line.split(/<details[\s>]/i).length - 1;
      const closings = line.split(/<\/details>/i).length - 1;
      return {
        ...open,
        details: Math.max(0, details + opened - closings)
      };
    }
    function closing({fence: fence, raw: raw, details: details}) {
      const ends = [ fence, raw ].filter(end => end !== "").map(end => `${end}\n`);
      return `${ends.join("")}${"\n</details>\n".repeat(details)}`;
    }
    const maxBodyLength = 65536;
    const maxDoubts = 2;
    function maxTextLength(id) {
      return maxBodyLength - commentMarker(id).length - 1;
    }
    function upsertStickyComment(octokit, {body: body, ...where}, deadline) {
      const text = truncateMarkdown(body, maxTextLength(where.id));
      return updateStickyComment(octokit, where, () => text, deadline);
    }
    async function updateStickyComment(octokit, where, compose, deadline, quietPeriod = 0) {
      const {clock: clock} = deadline;
      let created;
      let edited;
      let doubts = 0;
      const unlessInDoubt = async (write, isInDoubt = error => error instanceof src_errors.W) => {
        try {
          return await write;
        } catch (error) {
          if (!isInDoubt(error) || doubts++ >= maxDoubts) throw error;
          await deadline.sleep(1e3);
          return;
        }
      };
      let did = "unchanged";
      for (;;) {
        const began = clock.now();
        const [oldest, ...younger] = await listOwnComments(octokit, where);
        for (const one of younger) await deleteComment(octokit, where, one);
        if (!oldest) {
          if (created) return toResult(did, created);
          const body = withMarker(where, compose(void 0));
          created = await unlessInDoubt(createComment(octokit, where, body));
          did = "created";
          continue;
        }
        if (did === "created" && created && created.id !== oldest.id) did = "unchanged";
        if (oldest.minimized) {
          await minimizeComment(octokit, oldest, "show");
          did = "updated";
        }
        const body = withMarker(where, compose(commentText(where, oldest)));
        const written = (edited ?? created)?.body;
        if (isSame(oldest.body ?? "", body) || oldest.body === written) return toResult(did, oldest);
        const idempotent = quietPeriod === 0;
        const write = editComment(octokit, where, oldest, {
          body: body,
          idempotent: idempotent
        });
        edited = await unlessInDoubt(write, isLostOrGone);
        did = "updated";
        if (quietPeriod === 0 && edited) return toResult(did, oldest);
        await deadline.sleep(quietPeriodAfter(clock.now() - began, quietPeriod) * (1 + clock.random()));
      }
    }
    function isLostOrGone(error) {
      return error instanceof src_errors.W || error instanceof src_errors.j && error.status === 404;
    }
    function quietPeriodAfter(took, quietPeriod) {
      return Math.min(Math.max(took, quietPeriod), 10 * quietPeriod);
    }
    async function deleteStickyComment(octokit, where) {
      const own = await listOwnComments(octokit, where);
      for (const one of own) await deleteComment(octokit, where, one);
      return own.length > 0;
    }
    function withMarker({id: id}, text) {
      return `${commentMarker(id)}\n${text}`;
    }
    function isSame(a, b) {
      const plain = text => text.replaceAll("\r\n", "\n").trimEnd();
      return plain(a) === plain(b);
    }
    function toResult(did, {id: id, html_url: html_url}) {
      return {
        did: did,
        id: id,
        url: html_url
      };
    }
    async function syncReportComment(github, where, body, runner, deadline) {
      try {
        const octokit = await github;
        if (body !== void 0) {
          const {did: did, url: url} = await upsertStickyComment(octokit, {
            ...where,
            body: body
          }, deadline);
          runner.info(`The comment on the pull request was ${did}: ${url}`);
        } else if (await deleteStickyComment(octokit, where)) runner.info("The comment on the pull request was removed.");
      } catch (error) {
        if (!(error instanceof errors.lZ)) throw error;
        runner.cancelled.throwIfAborted();
        runner.notice(`The comment on the pull request could not be updated; the job summary has its full text. ${error.message}`);
      }
    }
  }
};
