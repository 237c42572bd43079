export const id = "pull-request-context";

export const ids = [ "pull-request-context" ];

export const modules = {
  "actions/coverage-gate/src/pull-request/context.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      pullRequestContext: () => pullRequestContext
    });
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var baseline_mode = __webpack_require__("actions/coverage-gate/src/baseline/baseline-mode.ts");
    var cache = __webpack_require__("actions/coverage-gate/src/baseline/cache.ts");
    var delta = __webpack_require__("actions/coverage-gate/src/baseline/delta.ts");
    var reasons = __webpack_require__("actions/coverage-gate/src/gate/reasons.ts");
    var reports_checkouts = __webpack_require__("actions/coverage-gate/src/reports/checkouts.ts");
    const maxAnnotations = 8;
    function annotate({files: files}, folder, runner) {
      const places = files.flatMap(({path: path, uncovered: uncovered}) => uncovered.map(range => ({
        path: path,
        range: range
      })));
      const shown = places.length > maxAnnotations ? places.slice(0, maxAnnotations - 1) : places;
      for (const {path: path, range: range} of shown) {
        const place = {
          file: path.slice(folder.length),
          startLine: range.from,
          endLine: range.to
        };
        runner.warning(`${describeLines(range)} not covered by any test.`, place);
      }
      const omitted = places.length - shown.length;
      if (omitted > 0) runner.warning(`And ${omitted} more places with uncovered changed lines; see the job summary.`);
    }
    function describeLines({from: from, to: to}) {
      return from === to ? "This changed line is" : `These changed lines (${from} to ${to}) are`;
    }
    var src_git = __webpack_require__("packages/git/src/git.ts");
    async function hasCommits(git, ...commits) {
      const listing = [ "rev-list", "--missing=allow-any", "--no-walk" ];
      return await tryRun(git, ...listing, ...commits, "--") !== void 0;
    }
    async function mergeCommitBase(git, head) {
      const [fields = ""] = (await git.run("cat-file", "commit", "HEAD")).split("\n\n", 1);
      const [first, second, third] = [ ...fields.matchAll(/^parent (\w+)$/gm) ].map(([, it]) => it);
      return second === head && third === void 0 ? first : void 0;
    }
    async function tryRun(git, ...args) {
      try {
        return (await git.run(...args)).trim();
      } catch (error) {
        if (error instanceof src_git.XS) return;
        throw error;
      }
    }
    var git_diff = __webpack_require__("actions/coverage-gate/src/pull-request/git-diff.ts");
    async function readChanges(pull, sources) {
      try {
        const base = await findBase(pull, sources.checkout.git);
        const files = await (0, git_diff.A)(base, sources.checkout, sources.isSource);
        return {
          files: files,
          unlisted: [],
          remarks: []
        };
      } catch (error) {
        if (!(error instanceof errors.lZ)) throw error;
        sources.deadline.signal.throwIfAborted();
        const reason = `Git cannot find the changes of the pull request: it ${error.message}.`;
        if (!sources.connect) throw new errors.lZ(`${reason} Set "fetch-depth: 2" in actions/checkout`);
        return readApiChanges(pull, sources.connect, sources, reason);
      }
    }
    async function findBase({base: base, head: head}, git) {
      const onto = await mergeCommitBase(git, head.sha);
      if (onto && await hasCommits(git, onto)) return onto;
      const rejectShallow = error => {
        if (!(error instanceof src_git.XS)) throw error;
        throw new errors.lZ("does not find the base of the pull request: the checkout is shallow, or at another commit");
      };
      await git.run("merge-base", "--is-ancestor", head.sha, "HEAD").catch(rejectShallow);
      const common = await git.run("merge-base", base.sha, "HEAD").catch(rejectShallow);
      return common.trim();
    }
    async function readApiChanges(pull, connect, sources, reason) {
      const {signal: signal} = sources.deadline;
      const {listChanges: listChanges, maxFiles: maxFiles} = await Promise.all([ __webpack_require__.e("actions-http-client"), __webpack_require__.e("actions-github"), __webpack_require__.e("github-octokit"), __webpack_require__.e("pull-request-api-changes") ]).then(__webpack_require__.bind(__webpack_require__, "actions/coverage-gate/src/pull-request/api-changes.ts"));
      const listed = connect().then(octokit => listChanges(pull, octokit, sources));
      const {files: files, unlisted: unlisted, truncated: truncated} = await listed.catch(error => {
        signal.throwIfAborted();
        throw error instanceof errors.lZ ? new errors.lZ(`${reason} ${(0, errors.gJ)(error)}`) : error;
      });
      const truncation = `The API lists only the first ${maxFiles} changed files; the others are ignored.`;
      return {
        files: files,
        unlisted: unlisted.filter(path => sources.isSource(path)),
        remarks: [ `${reason} The API is used instead; its line numbers refer to the branch, and may differ from the ` + 'checkout if the base branch changed the same files. Set "fetch-depth: 2" in actions/checkout to use Git.', ...truncated ? [ truncation ] : [] ]
      };
    }
    async function chooseCheckout({head: head}, checkouts, repository) {
      const [first, ...others] = checkouts;
      if (others.length === 0) return first;
      return await findCheckout(checkouts, git => hasCheckedOut(head.sha, git)) ?? await findCheckout(checkouts, git => hasOrigin(repository, git)) ?? first;
    }
    async function findCheckout(checkouts, matches) {
      for (const checkout of checkouts) try {
        if (await matches(checkout.git)) return checkout;
      } catch (error) {
        if (!(error instanceof src_git.XS)) throw error;
      }
      return;
    }
    async function hasCheckedOut(commit, git) {
      if (await mergeCommitBase(git, commit)) return true;
      await git.run("merge-base", "--is-ancestor", commit, "HEAD");
      return true;
    }
    async function hasOrigin(repository, git) {
      const address = (await git.run("remote", "get-url", "origin")).trim().replace(/\.git$/, "");
      return address.toLowerCase().endsWith(`/${repository.toLowerCase()}`);
    }
    var known_sources = __webpack_require__("actions/coverage-gate/src/pull-request/known-sources.ts");
    var patch = __webpack_require__("actions/coverage-gate/src/pull-request/patch.ts");
    async function pullRequestContext(pullRequest, options) {
      const {inputs: inputs, deadline: deadline, runner: runner} = options;
      const checkout = await context_findCheckout(pullRequest, options);
      const connect = connectionTo(options);
      return {
        async patch(whole) {
          const patch = await readPatch(pullRequest, connect, checkout, whole, options);
          reportUnknown(patch, options);
          return patch;
        },
        async delta(whole) {
          return (0, delta.$)(await readBase(pullRequest, options), whole, checkout);
        },
        async publish({patch: patch}, summary) {
          if (inputs.annotations && patch) annotate(patch, checkout.folder, runner);
          if (!inputs.comment) return;
          if (!connect) {
            runner.notice('The pull request gets no comment, because "github-token" is empty.');
            return;
          }
          const {syncReportComment: syncReportComment} = await Promise.all([ __webpack_require__.e("actions-http-client"), __webpack_require__.e("actions-github"), __webpack_require__.e("github-octokit"), __webpack_require__.e("github") ]).then(__webpack_require__.bind(__webpack_require__, "packages/github/src/index.ts"));
          await syncReportComment(connect(), commentId(pullRequest, options), summary, runner, deadline);
        }
      };
    }
    function commentId({number: number}, {inputs: inputs, runner: runner}) {
      const {repository: repository, workflow: workflow, job: job} = runner.run;
      const id = [ "coverage-gate", workflow, job, inputs.name ].filter(Boolean).join("/");
      return {
        repository: repository,
        pullRequest: number,
        id: id,
        formerId: `coverage-gate/${inputs.name}`
      };
    }
    function connectionTo({inputs: {githubToken: token}, deadline: deadline, runner: runner}) {
      if (!token) return;
      return async () => {
        const {getOctokit: getOctokit} = await Promise.all([ __webpack_require__.e("actions-http-client"), __webpack_require__.e("actions-github"), __webpack_require__.e("github-octokit"), __webpack_require__.e("github") ]).then(__webpack_require__.bind(__webpack_require__, "packages/github/src/index.ts"));
        return getOctokit({
          token: token,
          permission: "pull-requests: write"
        }, runner, deadline);
      };
    }
    async function context_findCheckout(pullRequest, {checkouts: checkouts, deadline: deadline, runner: runner}) {
      const chosen = await chooseCheckout(pullRequest, checkouts, runner.run.repository);
      return chosen ?? (0, reports_checkouts.G)(runner.workspace, deadline);
    }
    async function readPatch(pullRequest, connect, checkout, whole, {inputs: inputs, deadline: deadline, runner: runner}) {
      const known = new known_sources.g(whole, inputs.exclude);
      const {workspace: workspace, run: run, cancelled: cancelled} = runner;
      const {repository: repository} = run;
      const isSource = path => known.isSource(path);
      try {
        const sources = {
          checkout: checkout,
          workspace: workspace,
          connect: connect,
          repository: repository,
          deadline: deadline,
          isSource: isSource
        };
        const changes = await readChanges(pullRequest, sources);
        for (const remark of changes.remarks) runner.notice(remark);
        return (0, patch.c)(changes, known);
      } catch (error) {
        if (!(error instanceof errors.lZ)) throw error;
        cancelled.throwIfAborted();
        return (0, patch.missingPatch)(error.message.replace(/\.$/, ""));
      }
    }
    function reportUnknown(patch, {inputs: inputs, runner: runner}) {
      if (patch.missing !== void 0 && !inputs.patchThreshold) runner.notice(`The changed lines are unknown: ${patch.missing}.`);
      const shouldWarn = patch.unknown.length > 0 && inputs.ifUnknown === "warn";
      if (shouldWarn) runner.warning(`${(0, reasons.YV)(patch)}.`);
    }
    async function readBase({base: base}, {inputs: inputs, deadline: deadline, runner: runner}) {
      const {name: name, baseline: baseline, maxDecrease: maxDecrease} = inputs;
      if (baseline === "none") return;
      if ((0, baseline_mode.uf)(baseline)) return (0, cache.mF)(baseline, runner);
      const cached = {
        name: name,
        branch: base.ref
      };
      return (0, cache.W3)(cached, base.sha, maxDecrease !== void 0, runner, deadline);
    }
  },
  "actions/coverage-gate/src/pull-request/patch.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      c: () => evaluatePatch,
      missingPatch: () => missingPatch
    });
    var _diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("actions/coverage-gate/src/pull-request/diff.ts");
    function missingPatch(reason) {
      return {
        covered: 0,
        total: 0,
        files: [],
        unknown: [],
        missing: reason
      };
    }
    function evaluatePatch({files: changed, unlisted: unlisted}, sources) {
      if (!sources.hasLines) return missingPatch("the reports contain only counts, no lines, so the coverage of the changed lines is unknown; Istanbul writes lines to coverage-final.json");
      const files = changed.map(file => patchFile(file, sources.linesOf(file.path))).filter(({total: total}) => total > 0);
      const withLines = changed.filter(file => (0, _diff_js__WEBPACK_IMPORTED_MODULE_0__.MA)(file).length > 0);
      const paths = [ ...withLines.map(({path: path}) => path), ...unlisted ];
      const missingPaths = unlisted.filter(path => sources.linesOf(path).length > 0);
      return {
        covered: files.reduce((sum, {covered: covered}) => sum + covered, 0),
        total: files.reduce((sum, {total: total}) => sum + total, 0),
        files: files,
        unknown: paths.filter(path => sources.isUnknown(path)).sort(),
        missing: missingPaths.length > 0 ? describeMissing(missingPaths) : void 0
      };
    }
    function describeMissing(paths) {
      const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
      return `the API does not list the changed lines of ${paths.slice(0, 3).join(", ")}${more}: there are too many, or it treats the file as binary. ` + 'Set "fetch-depth: 2" in actions/checkout to use Git';
    }
    function patchFile(changed, reports) {
      const stateOf = line => {
        const states = reports.map(file => file.stateOf(line));
        return states.includes(true) ? true : states.find(state => state !== void 0);
      };
      let covered = 0;
      let total = 0;
      const uncovered = [];
      for (const {from: from, to: to} of reports.length > 0 ? (0, _diff_js__WEBPACK_IMPORTED_MODULE_0__.MA)(changed) : []) {
        let open;
        for (let line = from; line <= to; line++) {
          const state = stateOf(line);
          if (state === void 0) continue;
          total++;
          if (state) {
            covered++;
            open = void 0;
          } else if (open) open.to = line; else {
            open = {
              from: line,
              to: line
            };
            uncovered.push(open);
          }
        }
      }
      return {
        path: changed.path,
        covered: covered,
        total: total,
        uncovered: uncovered
      };
    }
  }
};
