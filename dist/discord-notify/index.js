"use strict";
var __webpack_modules__ = {
  668: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      EU: () => shortName,
      Kg: () => isGood,
      Z8: () => marks,
      bM: () => statuses,
      yy: () => deploymentRecords
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2023);
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);
    const statuses = [ "dry-run", "unchanged", "succeeded", "started", "superseded", "rolled-back", "cancelled", "timed-out", "failed" ];
    const marks = {
      "dry-run": "📝",
      unchanged: "⚪",
      succeeded: "✅",
      started: "🚀",
      superseded: "⏭️",
      "rolled-back": "↩️",
      cancelled: "⛔",
      "timed-out": "⏱️",
      failed: "❌"
    };
    const versionShape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      ref: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      commit: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      digest: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    const recordShape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      schema: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.euz)("ci-actions/deployment@1"),
      kind: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.KIO)([ "deploy", "rollback" ]),
      provider: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      environment: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      target: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.g1P)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.KCZ)([ (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()) ])),
      status: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.KIO)(statuses),
      changed: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.zMY)(),
      id: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      version: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionShape),
      previous: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionShape),
      live: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionShape),
      url: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      logUrl: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      startedAt: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      finishedAt: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      reason: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    function isGood(status) {
      return [ "dry-run", "unchanged", "succeeded", "started" ].includes(status);
    }
    const deploymentRecords = {
      parse(given) {
        const shape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)(recordShape);
        const arrays = parsedArrays(given);
        const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, arrays);
        if (result.success) return result.output;
        const why = arrays === void 0 ? "which is JSON" : result.issues[0].message;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.kO(`the "deployments" output of a deploy step (${why})`, given);
      }
    };
    function parsedArrays(given) {
      try {
        return JSON.parse(given);
      } catch {}
      try {
        return given.split("\n").filter(line => line.trim() !== "").flatMap(line => JSON.parse(line));
      } catch {
        return;
      }
    }
    function shortName(version) {
      if (!version) return "nothing";
      const digest = version.digest?.startsWith("sha256:") ? version.digest.slice(0, 19) : void 0;
      const named = /^arn:.*\/(.+)$/.exec(version.ref)?.[1];
      return version.commit?.slice(0, 7) ?? named ?? digest ?? version.ref;
    }
  }),
  5674: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Vh: () => readJson,
      qF: () => parseJson,
      ut: () => answerOf
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(986);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6588);
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);
    function answerOf(incoming, body, cut) {
      const certificateEnds = certificateEndsOf(incoming.socket);
      return {
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: body.toString("utf8"),
        cut: cut,
        ...certificateEnds && {
          certificateEnds: certificateEnds
        }
      };
    }
    function certificateEndsOf(socket) {
      if (!socket || !("getPeerCertificate" in socket)) return;
      if (typeof socket.getPeerCertificate !== "function") return;
      const end = new Date(socket.getPeerCertificate()?.valid_to ?? "");
      return Number.isNaN(end.getTime()) ? void 0 : end;
    }
    function readJson(answer, shape, from) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, parseJson(answer.body));
      if (parsed.success) return parsed.output;
      const path = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.BuJ)(parsed.issues[0]);
      const where = path ? ` (at "${path}")` : "";
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.HR(`${from} is not what its API describes${where}: status ${answer.status}, ` + `${answer.headers["content-type"] ?? "no content type"}, ${begin(answer.body)}`);
    }
    function parseJson(text) {
      try {
        return JSON.parse(text);
      } catch {
        return;
      }
    }
    function begin(body) {
      return body.trim() === "" ? "an empty body." : `beginning with "${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.K)(body, 120)}".`;
    }
  }),
  8836: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      JJ: () => Ambiguous,
      Kj: () => Client,
      Lw: () => Refused
    });
    var failure = __nccwpck_require__(986);
    var quote = __nccwpck_require__(6588);
    function growing(first, factor, most) {
      return tries => Math.min(most, first * factor ** tries);
    }
    function jittered(pace, random) {
      return tries => random() * pace(tries);
    }
    var src_deadline = __nccwpck_require__(696);
    var duration = __nccwpck_require__(8175);
    var dist = __nccwpck_require__(7934);
    var src_answer = __nccwpck_require__(5674);
    var retry_after = __nccwpck_require__(5171);
    const external_node_util_namespaceObject = process.getBuiltinModule("node:util");
    function loopback(hostname) {
      if (!/^(.+\.)?localhost$/.test(hostname)) return {};
      return {
        lookup: (_hostname, _options, found) => {
          found(null, [ {
            address: "127.0.0.1",
            family: 4
          }, {
            address: "::1",
            family: 6
          } ]);
        }
      };
    }
    class Unanswered extends Error {
      name="Unanswered";
      executed;
      constructor(reason, executed, cause) {
        super(reason, {
          cause: cause
        });
        this.executed = executed;
      }
    }
    const megabyte = 1024 * 1024;
    function send(request, deadline) {
      return new Promise((resolve, reject) => {
        deadline.signal.throwIfAborted();
        refuseUnsendable(request.headers ?? {});
        const {timeLimit: timeLimit} = request;
        const attempt = timeLimit === void 0 ? deadline : deadline.within(timeLimit);
        let isSent = false;
        let answered = false;
        const outgoing = send_open(request, incoming => {
          answered = true;
          readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({body: body, cut: cut}) => resolve((0, 
          src_answer.ut)(incoming, body, cut)), error => fail(reasonOf(error), error));
        });
        const fail = (reason, error) => {
          const proxy = isSent ? void 0 : proxyOf(outgoing, request);
          outgoing.destroy();
          const where = proxy ? `at the proxy ${proxy}, ${reason}` : reason;
          reject(deadline.signal.aborted ? deadline.signal.reason : new Unanswered(where, isSent ? "unknown" : "no", error));
        };
        const leave = () => {
          isSent = true;
          request.sending?.();
        };
        outgoing.on("socket", socket => {
          if (!socket.connecting) return leave();
          socket.once("encrypted" in socket ? "secureConnect" : "connect", leave);
        });
        outgoing.on("error", error => fail(reasonOf(error), error));
        const giveUp = () => {
          const what = isSent ? "none" : "no connection";
          fail(`${what} within ${(0, duration.c)(timeLimit ?? 0)}`, attempt.signal.reason);
        };
        attempt.signal.addEventListener("abort", giveUp, {
          once: true
        });
        outgoing.on("close", () => {
          attempt.signal.removeEventListener("abort", giveUp);
          if (!answered) {
            const error = new Error("the connection was closed before an answer came");
            fail(error.message, error);
          }
        });
        outgoing.end(request.body);
      });
    }
    function refuseUnsendable(headers) {
      for (const [name, value] of Object.entries(headers)) {
        if (!/[^\t\x20-\x7E\x80-\xFF]/.test(value)) continue;
        throw new failure.HR(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` + "does not allow. Is its value complete, and on one line?");
      }
    }
    function send_open(request, answered) {
      const {connection: connection = {}, body: body} = request;
      const options = {
        ...loopback(request.url.hostname),
        method: request.method,
        headers: {
          "user-agent": "ci-actions",
          ...body !== void 0 && {
            "content-length": String(Buffer.byteLength(body))
          },
          ...request.headers
        }
      };
      if (request.url.protocol === "http:") {
        const http = process.getBuiltinModule("node:http");
        const agent = agentFor(http.Agent, connection.proxy);
        return http.request(request.url, {
          ...options,
          agent: agent
        }, answered);
      }
      const https = process.getBuiltinModule("node:https");
      const agent = agentFor(https.Agent, connection.proxy);
      const trust = {
        ca: connection.ca,
        rejectUnauthorized: !connection.insecure
      };
      return https.request(request.url, {
        ...options,
        ...trust,
        agent: agent
      }, answered);
    }
    function agentFor(Kind, proxyEnv) {
      return proxyEnv ? new Kind({
        proxyEnv: proxyEnv
      }) : false;
    }
    function proxyOf({path: path, socket: socket}, request) {
      const {url: url, connection: {proxy: proxy} = {}} = request;
      if (!proxy) return;
      const isAsked = url.protocol === "http:" ? /^http:/.test(path) : !socket;
      const name = url.protocol === "http:" ? "http_proxy" : "https_proxy";
      const address = proxy[name] ?? proxy[name.toUpperCase()];
      return isAsked && address && URL.canParse(address) ? new URL(address).host : void 0;
    }
    function readBody(incoming, most) {
      return new Promise((resolve, reject) => {
        const chunks = [];
        let length = 0;
        incoming.on("data", chunk => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > most) finish();
        });
        const finish = () => {
          resolve({
            body: Buffer.concat(chunks).subarray(0, most),
            cut: length > most
          });
          incoming.destroy();
        };
        incoming.on("end", finish);
        incoming.on("error", reject);
        incoming.on("close", () => reject(new Error("the connection was closed before the answer ended")));
      });
    }
    const plainReasons = {
      ECONNREFUSED: "nothing listens there (connection refused)",
      ECONNRESET: "the connection was reset before the answer ended",
      EPIPE: "the connection was closed while the request was sent",
      ENOTFOUND: "there is no such host (DNS)",
      EAI_AGAIN: "the name server does not answer (DNS)",
      ETIMEDOUT: "the host does not answer (connect timed out)",
      EHOSTUNREACH: "there is no route to the host",
      ENETUNREACH: "there is no route to the network",
      CERT_HAS_EXPIRED: "its certificate has expired",
      DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
      SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain is self-signed",
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an authority that is not known",
      ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
      ENOENT: "there is no such socket",
      HPE_INVALID_CONSTANT: "it does not speak HTTP",
      ERR_HTTP2_ERROR: "it does not speak HTTP/2",
      EPROTO: "it does not speak TLS as expected (https asked of an http port?)"
    };
    function reasonOf(error) {
      const first = external_node_util_namespaceObject.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
      if (!external_node_util_namespaceObject.types.isNativeError(first)) return (0, quote.K)(String(first));
      const code = "code" in first ? String(first.code) : void 0;
      const words = code && plainReasons[code];
      if (words) return words.includes(`(`) ? words : `${words} (${code})`;
      return (0, quote.K)(first.message);
    }
    class Refused extends failure.HR {
      name="Refused";
      status;
      answer;
      constructor(message, answer) {
        super(message);
        this.status = answer.status;
        this.answer = answer;
      }
    }
    class Ambiguous extends failure.HR {
      name="Ambiguous";
      answered;
      answer;
      constructor(message, answered, answer) {
        super(message);
        this.answered = answered;
        this.answer = answer;
      }
    }
    const usualTimeout = 3e4;
    const passing = new Set([ 500, 502, 503, 504 ]);
    class Client {
      #service;
      constructor(service) {
        this.#service = service;
      }
      async ask(question, deadline) {
        const {clock: clock} = deadline;
        const {repeatable: repeatable = question.method === "GET", tries: tries = 5} = question;
        const pace = jittered(growing(500, 2, 15e3), clock.random);
        for (let times = 0, failures = 0; ;times++) {
          deadline.signal.throwIfAborted();
          this.#service.asking?.();
          const outcome = await this.#once(question, deadline);
          const wait = waitOf(outcome, times, clock.date(), this.#service.dialect);
          if (wait.kind === "done") return wait.answer;
          if (wait.kind === "refused") throw this.#refused(question, wait.answer);
          if (wait.counts) failures++;
          if (wait.executed === "unknown" && !repeatable) {
            const answer = outcome instanceof Unanswered ? void 0 : outcome;
            throw new Ambiguous(`${this.#subject(question)} ${wait.reason}.`, !!answer, answer);
          }
          if (failures >= tries) {
            const often = tries === 1 ? "" : `, ${tries} times in a row`;
            throw new failure.HR(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
          }
          const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
          if (pause > deadline.remaining) throw new src_deadline.G(`${this.#subject(question)} ${wait.reason}, to be asked again in ${(0, 
          duration.c)(pause)}; ` + `${(0, duration.c)(deadline.remaining)} is left of the time given.`);
          this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${(0, 
          duration.c)(pause)}.`);
          await deadline.sleep(pause);
        }
      }
      async askJson(question, shape, deadline) {
        const answer = await this.ask(question, deadline);
        return (0, src_answer.Vh)(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
      }
      async #once(question, deadline) {
        const {attemptTimeout: attemptTimeout = usualTimeout} = question;
        const {sending: sending} = this.#service;
        const request = {
          ...this.#request(question),
          timeLimit: attemptTimeout,
          sending: sending
        };
        try {
          return await send(await this.#signed(request, deadline), deadline);
        } catch (error) {
          if (error instanceof Unanswered) return error;
          if (deadline.signal.aborted) throw this.#overdue(question, deadline.signal.reason);
          if (!(error instanceof src_deadline.G)) throw error;
          return new Unanswered(`it could not be signed within ${(0, duration.c)(attemptTimeout)}`, "no", error);
        }
      }
      #request(question) {
        const {base: base, headers: headers, connection: connection} = this.#service;
        const body = question.json === void 0 ? void 0 : JSON.stringify(question.json);
        return {
          method: question.method,
          url: addressOf(base, question),
          headers: {
            accept: "application/json",
            ...body !== void 0 && {
              "content-type": "application/json; charset=utf-8"
            },
            ...headers,
            ...question.headers
          },
          body: body,
          connection: connection
        };
      }
      async #signed(request, deadline) {
        const {dialect: dialect} = this.#service;
        if (!dialect?.sign) return request;
        const limit = deadline.within(request.timeLimit ?? usualTimeout);
        return {
          ...request,
          headers: await dialect.sign(request, limit)
        };
      }
      #overdue(question, reason) {
        if (!(reason instanceof src_deadline.G)) return reason;
        return new src_deadline.G(`${this.#subject(question)} gave no answer. ${reason.message}`);
      }
      #refused(question, answer) {
        const said = this.#service.dialect?.words?.(answer) ?? wordsOf(answer);
        return new Refused(`${this.#subject(question)} answered ${answer.status}${said ? `: "${said}"` : ""}.${this.#hint(answer.status)}`, answer);
      }
      #hint(status) {
        const hint = status && this.#service.hints?.[status];
        return hint ? ` ${hint}` : "";
      }
      #subject(question) {
        const {name: name} = this.#service;
        return question.path === "" && !question.name ? name : `${name} (${nameOf(question)})`;
      }
    }
    function waitOf(outcome, times, now, dialect) {
      if (outcome instanceof Unanswered) {
        const reason = `gave no answer: ${outcome.message}`;
        return {
          kind: "again",
          reason: reason,
          executed: outcome.executed,
          counts: true
        };
      }
      const {status: status, headers: headers} = outcome;
      if (status >= 200 && status < 300) return {
        kind: "done",
        answer: outcome
      };
      const limit = dialect?.limit?.(outcome, times, now) ?? usualLimit(outcome, now);
      if (!limit && !passing.has(status)) return {
        kind: "refused",
        answer: outcome
      };
      return {
        kind: "again",
        reason: limit ? `answered ${status} (too many requests)` : `answered ${status}`,
        executed: limit ? "no" : "unknown",
        status: status,
        asked: limit ? limit.wait : (0, retry_after.P)({
          "retry-after": headers["retry-after"]
        }, now),
        counts: !limit
      };
    }
    function usualLimit({status: status, headers: headers}, now) {
      return status === 429 ? {
        wait: (0, retry_after.P)(headers, now)
      } : void 0;
    }
    function addressOf(base, {path: path, query: query = {}}) {
      const url = new URL(base);
      if (path !== "") url.pathname = `${base.pathname.replace(/\/$/, "")}${path}`;
      for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
      return url;
    }
    function nameOf({name: name, method: method, path: path}) {
      return name ?? (path === "" ? method : `${method} ${path}`);
    }
    const errorShape = (0, dist.Ikc)({
      message: (0, dist.YjP)()
    });
    function wordsOf({body: body}) {
      const parsed = (0, src_answer.qF)(body);
      return (0, quote.K)((0, dist.is)(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
    }
  }),
  5171: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      P: () => retryAfter
    });
    function retryAfter(headers, now) {
      const names = [ "retry-after", "ratelimit-reset", "x-ratelimit-reset" ];
      return names.map(name => seconds(headers[name], now)).find(wait => wait !== void 0);
    }
    function seconds(header, now) {
      const value = String(header ?? "").trim();
      if (/^-?\d+(\.\d+)?$/.test(value)) {
        const count = Number(value);
        const left = count < 1e9 ? count * 1e3 : count * 1e3 - now.getTime();
        return Math.max(0, left);
      }
      const date = /[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN;
      return Number.isNaN(date) ? void 0 : Math.max(0, date - now.getTime());
    }
  }),
  986: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      HR: () => Failure,
      cJ: () => Cancelled,
      dz: () => InputError
    });
    class Failure extends Error {
      name="Failure";
    }
    class InputError extends Failure {
      name="InputError";
    }
    class Cancelled extends Failure {
      name="Cancelled";
      constructor(message = "The job was cancelled.") {
        super(message);
      }
    }
  }),
  2023: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      EK: () => secretUrl,
      Jt: () => flag,
      OZ: () => url,
      Qq: () => text,
      kO: () => Unusable,
      p0: () => duration,
      p_: () => list,
      rJ: () => secret,
      yL: () => oneOf
    });
    class Unusable extends Error {
      name="Unusable";
      expected;
      part;
      constructor(expected, part) {
        super(`must be ${expected}`);
        this.expected = expected;
        this.part = part;
      }
    }
    const text = {
      parse: given => given
    };
    const secret = {
      secret: true,
      parse(given) {
        if (!/^[\x20-\x7E]*$/.test(given)) throw new Unusable("one line of ASCII characters");
        return given;
      }
    };
    const flag = {
      parse(given) {
        if (/^(true|True|TRUE)$/.test(given)) return true;
        if (/^(false|False|FALSE)$/.test(given)) return false;
        throw new Unusable("true or false");
      }
    };
    const milliseconds = {
      ms: 1,
      s: 1e3,
      m: 6e4,
      h: 36e5
    };
    const longestDuration = 2 ** 31 - 1;
    const duration = {
      parse(given) {
        if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new Unusable("a duration such as 500ms, 30s, 5m or 1h");
        const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
        const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
        if (total > longestDuration) throw new Unusable("a duration of at most 24 days");
        return Math.round(total);
      }
    };
    function oneOf(...words) {
      return {
        parse(given) {
          const word = words.find(one => one === given);
          if (word === void 0) throw new Unusable(`one of ${words.join(", ")}`);
          return word;
        }
      };
    }
    const url = {
      parse: parseUrl
    };
    const secretUrl = {
      secret: true,
      parse: parseUrl
    };
    function parseUrl(given) {
      const parsed = URL.canParse(given) ? new URL(given) : void 0;
      if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Unusable("an address that starts with https://");
      if (parsed.protocol === "http:" && !isThisMachine(parsed.hostname)) throw new Unusable("an https:// address (http:// only for localhost)");
      return parsed;
    }
    function isThisMachine(hostname) {
      return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    }
    function list(item) {
      return {
        ...item.secret && {
          secret: true
        },
        async parse(given) {
          const lines = given.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
          if (lines.length === 0) throw new Unusable("at least one line that is not a comment");
          return Promise.all(lines.map(line => parseLine(item, line)));
        }
      };
    }
    async function parseLine(item, line) {
      try {
        return await item.parse(line);
      } catch (error) {
        if (error instanceof Unusable) throw new Unusable(error.expected, error.part ?? line);
        throw error;
      }
    }
  }),
  6588: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => excerpt,
      h: () => quote
    });
    function quote(text, most = 80) {
      return `"${excerpt(text, most)}"`;
    }
    function excerpt(text, most = 200) {
      const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
      const points = Array.from(line.slice(0, most * 2 + 2));
      return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
    }
  }),
  6468: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      F: () => limits,
      X: () => render
    });
    var _fit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(173);
    var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9114);
    var _mention_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8203);
    const limits = {
      whole: 6e3,
      title: 256,
      description: 4096,
      name: 256,
      value: 1024
    };
    const lengths = {
      value: 100,
      words: 300,
      url: 200
    };
    function render(notice, mentions = []) {
      const {mark: mark, colour: colour} = (0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.Li)(notice.outcome);
      const title = `${mark} ${fit(notice.title, limits.title - (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(mark) - 1)}`;
      const fields = [ ...notice.facts.map(factField), ...linksField(notice.links) ];
      const taken = [ title, ...fields.flatMap(({name: name, value: value}) => [ name, value ]) ];
      const left = limits.whole - taken.reduce((sum, text) => sum + (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(text), 0);
      const description = descriptionOf(notice, Math.min(limits.description, left));
      const url = addressOf(notice.links[0]?.url);
      return {
        content: mentions.join(" "),
        embeds: [ {
          title: title,
          ...url && {
            url: url
          },
          ...description && {
            description: description
          },
          color: Number.parseInt(colour.slice(1), 16),
          fields: fields
        } ],
        allowed_mentions: (0, _mention_js__WEBPACK_IMPORTED_MODULE_2__.T)(mentions)
      };
    }
    function descriptionOf({text: text = "", lists: lists}, room) {
      const words = fit(text, lists.length > 0 ? Math.floor(room / 2) : room);
      const left = Math.floor((room - (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(words)) / lists.length);
      const parts = [ words, ...lists.map(list => listMarkup(list, left - 2)) ];
      return parts.filter(part => part !== "").join("\n\n");
    }
    function factField(fact) {
      return {
        name: fact.name,
        value: linkMarkup(fact),
        inline: true
      };
    }
    function linksField(links) {
      const value = links.map(linkMarkup).join(" · ");
      return value === "" ? [] : [ {
        name: "Links",
        value: value,
        inline: false
      } ];
    }
    function listMarkup({name: name, items: items}, room) {
      const heading = `**${name}**\n`;
      return heading + (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.RV)(items.map(itemMarkup), room - (0, 
      _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(heading));
    }
    function itemMarkup({outcome: outcome, name: name, words: words, links: links}) {
      const said = `**${fit(name, lengths.value)}** ${fit(words, lengths.words)}`;
      return [ `${(0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.Li)(outcome).mark} ${said}`, ...links.map(linkMarkup) ].join(" · ");
    }
    function linkMarkup({text: text, url: url}) {
      const words = fit(text, lengths.value);
      const href = addressOf(url);
      return href && (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(href) <= lengths.url ? `[${words}](${href})` : words;
    }
    function addressOf(url) {
      const address = url !== void 0 && URL.canParse(url) ? new URL(url) : void 0;
      if (!address || !/^https?:$/.test(address.protocol)) return;
      const href = address.href.replace(/[()\\<>|`*_~\s]/g, percent);
      return (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(href) > 2048 ? void 0 : href;
    }
    function percent(character) {
      return `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
    }
    function fit(text, room) {
      return (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Px)(text, room, escaped);
    }
    function escaped(text) {
      return text.replace(/[\\*_~`|[\]<>#@:-]/g, "\\$&");
    }
  }),
  8203: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      T: () => allowed,
      l: () => mention
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2023);
    const mention = {
      parse(line) {
        const [, everybody] = /^@?(here|everyone)$/.exec(line) ?? [];
        if (everybody) return `@${everybody}`;
        if (/^\d{15,20}$/.test(line)) return `<@${line}>`;
        if (/^&\d{15,20}$/.test(line)) return `<@${line}>`;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.kO('@here, @everyone, a member id such as 123456789012345678 ("Copy User ID", in developer mode) ' + "or a role id with a & before it");
      }
    };
    function allowed(mentions) {
      const idsOf = markup => mentions.flatMap(one => markup.exec(one)?.[1] ?? []);
      return {
        parse: mentions.some(one => /^@(here|everyone)$/.test(one)) ? [ "everyone" ] : [],
        users: idsOf(/^<@(\d+)>$/),
        roles: idsOf(/^<@&(\d+)>$/)
      };
    }
  }),
  173: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Bw: () => length,
      Px: () => fitEscaped,
      RV: () => fitLines,
      TN: () => oneLine,
      qN: () => paragraphs,
      vY: () => fitText
    });
    function oneLine(text) {
      return visible(text.replace(/\s+/g, " ")).trim();
    }
    function paragraphs(text) {
      return visible(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
    }
    const unseen = /[\0-\x08\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
    function visible(text) {
      const shown = text.toWellFormed().replace(unseen, "");
      return /^[\s\p{Cf}]*$/u.test(shown) ? "" : shown;
    }
    function fitText(text, room, weigh = () => 1) {
      let used = 0;
      let read = 0;
      let end = 0;
      for (const character of text) {
        used += weigh(character);
        if (used > room) return `${text.slice(0, end).trimEnd()}…`;
        read += character.length;
        if (used < room) end = read;
      }
      return text;
    }
    function fitEscaped(text, room, escaped) {
      const whole = escaped(text);
      if (length(whole) <= room) return whole;
      return escaped(fitText(text, room, character => length(escaped(character))));
    }
    function fitLines(lines, room) {
      const all = lines.join("\n");
      if (length(all) <= room) return all;
      const more = count => `…and ${count} more`;
      const shown = [];
      let left = room - length(more(lines.length));
      for (const line of lines) {
        left -= length(line) + 1;
        if (left < 0) break;
        shown.push(line);
      }
      return [ ...shown, more(lines.length - shown.length) ].join("\n");
    }
    function length(text) {
      return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
    }
  }),
  9114: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      KI: () => outcomes,
      Li: () => lookOf,
      bs: () => together,
      ks: () => jobResults
    });
    var _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(668);
    const jobResults = [ "success", "failure", "cancelled", "skipped" ];
    const green = "#2eb67d";
    const red = "#e01e5a";
    const yellow = "#ecb22e";
    const grey = "#8d8d8d";
    const looks = {
      success: {
        tone: "good",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.succeeded,
        says: "succeeded",
        colour: green
      },
      succeeded: {
        tone: "good",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.succeeded,
        says: "succeeded",
        colour: green
      },
      unchanged: {
        tone: "good",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.unchanged,
        says: "had nothing to change",
        colour: green
      },
      failure: {
        tone: "bad",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.failed,
        says: "failed",
        colour: red
      },
      failed: {
        tone: "bad",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.failed,
        says: "failed",
        colour: red
      },
      "timed-out": {
        tone: "bad",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8["timed-out"],
        says: "timed out",
        colour: red
      },
      "rolled-back": {
        tone: "bad",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8["rolled-back"],
        says: "was rolled back",
        colour: red
      },
      cancelled: {
        tone: "neutral",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.cancelled,
        says: "was cancelled",
        colour: yellow
      },
      superseded: {
        tone: "neutral",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.superseded,
        says: "was superseded",
        colour: yellow
      },
      started: {
        tone: "neutral",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8.started,
        says: "was started",
        colour: yellow
      },
      skipped: {
        tone: "neutral",
        mark: "➖",
        says: "was skipped",
        colour: grey
      },
      "dry-run": {
        tone: "neutral",
        mark: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.Z8["dry-run"],
        says: "was a dry run",
        colour: grey
      }
    };
    const outcomes = [ ...new Set([ ...jobResults, ..._ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.bM ]) ];
    function lookOf(outcome) {
      return looks[outcome];
    }
    function together(results) {
      const worst = [ "failure", "cancelled", "success" ].find(one => results.includes(one));
      return worst ?? "skipped";
    }
  }),
  696: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      G: () => TimedOut
    });
    var failure = __nccwpck_require__(986);
    const systemClock = {
      now: () => Number(process.hrtime.bigint()) / 1e6,
      date: () => new Date,
      random: () => Math.random(),
      sleep(ms, signal) {
        return new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
          };
          const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
          }, ms);
          signal.addEventListener("abort", stop, {
            once: true
          });
        });
      },
      after(ms, call) {
        setTimeout(call, ms).unref();
      }
    };
    var duration = __nccwpck_require__(8175);
    class TimedOut extends failure.HR {
      name="TimedOut";
    }
    class Deadline {
      clock;
      signal;
      #ends;
      constructor(ms, cancelled, clock = systemClock) {
        const timeOver = new AbortController;
        this.clock = clock;
        this.#ends = clock.now() + ms;
        clock.after(ms, () => {
          timeOver.abort(new TimedOut(`The time given, ${(0, duration.c)(ms)}, is over.`));
        });
        this.signal = AbortSignal.any([ cancelled, timeOver.signal ]);
      }
      get remaining() {
        return Math.max(0, this.#ends - this.clock.now());
      }
      within(ms) {
        const shorter = new Deadline(ms, this.signal, this.clock);
        shorter.#ends = Math.min(shorter.#ends, this.#ends);
        return shorter;
      }
      outlivedBy(ms) {
        const late = new AbortController;
        const end = () => {
          this.clock.after(ms, () => late.abort(this.signal.reason));
        };
        if (this.signal.aborted) end(); else this.signal.addEventListener("abort", end, {
          once: true
        });
        return new Deadline(this.remaining + ms, late.signal, this.clock);
      }
      afterwards(ms) {
        return new Deadline(ms, (new AbortController).signal, this.clock);
      }
      sleep(ms) {
        return this.clock.sleep(ms, this.signal);
      }
    }
  }),
  8175: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      c: () => say
    });
    function say(ms) {
      if (ms < 1e4) return `${Math.round(ms / 100) / 10} s`;
      const seconds = Math.round(ms / 1e3);
      if (seconds < 60) return `${seconds} s`;
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return join(minutes, "min", seconds % 60, "s");
      return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
    }
    function join(large, unit, small, subunit) {
      return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${subunit}`;
    }
  }),
  181: (module => {
    module.exports = process.getBuiltinModule("buffer");
  }),
  932: (module => {
    module.exports = process.getBuiltinModule("process");
  }),
  7934: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BuJ: () => getDotPath,
      FsL: () => pipe,
      Ikc: () => object,
      KCZ: () => union,
      KIO: () => picklist,
      L5J: () => unknown,
      NpB: () => fallback,
      Ru6: () => maxLength,
      YOg: () => array,
      YjP: () => string,
      _H3: () => looseObject,
      aig: () => number,
      cl6: () => nullish,
      euz: () => literal,
      g1P: () => record,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      pdi: () => transform,
      xLC: () => safeParse,
      yhX: () => isoTimestamp,
      z6Y: () => check,
      zMY: () => boolean
    });
    let store$4;
    const DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    function getGlobalConfig(config$1) {
      if (!config$1 && !store$4) return DEFAULT_CONFIG;
      return {
        lang: config$1?.lang ?? store$4?.lang,
        message: config$1?.message,
        abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
        abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
      };
    }
    let store$3;
    function getGlobalMessage(lang) {
      return store$3?.get(lang);
    }
    let store$2;
    function getSchemaMessage(lang) {
      return store$2?.get(lang);
    }
    let store$1;
    function getSpecificMessage(reference, lang) {
      return store$1?.get(reference)?.get(lang);
    }
    function _stringify(input) {
      const type = typeof input;
      if (type === "string") return `"${input}"`;
      if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
      if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
      return type;
    }
    function _addIssue(context, label, dataset, config$1, other) {
      const input = other && "input" in other ? other.input : dataset.value;
      const expected = other?.expected ?? context.expects ?? null;
      const received = other?.received ?? _stringify(input);
      const issue = {
        kind: context.kind,
        type: context.type,
        input: input,
        expected: expected,
        received: received,
        message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
        requirement: context.requirement,
        path: other?.path,
        issues: other?.issues,
        lang: config$1.lang,
        abortEarly: config$1.abortEarly,
        abortPipeEarly: config$1.abortPipeEarly
      };
      const isSchema = context.kind === "schema";
      const message$1 = other?.message ?? context.message ?? getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? getSchemaMessage(issue.lang) : null) ?? config$1.message ?? getGlobalMessage(issue.lang);
      if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
      if (isSchema) dataset.typed = false;
      if (dataset.issues) dataset.issues.push(issue); else dataset.issues = [ issue ];
    }
    function _isSameValueZero(value1, value2) {
      return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
    }
    function _isValidObjectKey(object$1, key) {
      return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
    }
    function _joinExpects(values$1, separator) {
      const list = [ ...new Set(values$1) ];
      if (list.length > 1) return `(${list.join(` ${separator} `)})`;
      return list[0] ?? "never";
    }
    function _standardSchema(schema) {
      schema["~standard"] = {
        version: 1,
        vendor: "valibot",
        validate: value$1 => schema["~run"]({
          value: value$1
        }, getGlobalConfig())
      };
      return schema;
    }
    function getDotPath(issue) {
      if (issue.path) {
        let key = "";
        for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`; else key += item.key; else return null;
        return key;
      }
      return null;
    }
    Error;
    const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
    function check(requirement, message$1) {
      return {
        kind: "validation",
        type: "check",
        reference: check,
        async: false,
        expects: null,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
          return dataset;
        }
      };
    }
    function isoTimestamp(message$1) {
      return {
        kind: "validation",
        type: "iso_timestamp",
        reference: isoTimestamp,
        async: false,
        expects: null,
        requirement: ISO_TIMESTAMP_REGEX,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
          return dataset;
        }
      };
    }
    function maxLength(requirement, message$1) {
      return {
        kind: "validation",
        type: "max_length",
        reference: maxLength,
        async: false,
        expects: `<=${requirement}`,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, {
            received: `${dataset.value.length}`
          });
          return dataset;
        }
      };
    }
    function transform(operation) {
      return {
        kind: "transformation",
        type: "transform",
        reference: transform,
        async: false,
        operation: operation,
        "~run"(dataset) {
          dataset.value = this.operation(dataset.value);
          return dataset;
        }
      };
    }
    const ABORT_EARLY_CONFIG = {
      abortEarly: true
    };
    function getFallback(schema, dataset, config$1) {
      return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
    }
    function fallback(schema, fallback$1) {
      return _standardSchema({
        ...schema,
        fallback: fallback$1,
        "~run"(dataset, config$1) {
          const outputDataset = schema["~run"](dataset, config$1);
          return outputDataset.issues ? {
            typed: true,
            value: getFallback(this, outputDataset, config$1)
          } : outputDataset;
        }
      });
    }
    function getDefault(schema, dataset, config$1) {
      return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
    }
    function is(schema, input) {
      return !schema["~run"]({
        value: input
      }, ABORT_EARLY_CONFIG).issues;
    }
    function array(item, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "array",
        reference: array,
        expects: "Array",
        async: false,
        item: item,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (Array.isArray(input)) {
            dataset.typed = true;
            dataset.value = [];
            for (let key = 0; key < input.length; key++) {
              const value$1 = input[key];
              const itemDataset = this.item["~run"]({
                value: value$1
              }, config$1);
              if (itemDataset.issues) {
                const pathItem = {
                  type: "array",
                  origin: "value",
                  input: input,
                  key: key,
                  value: value$1
                };
                for (const issue of itemDataset.issues) {
                  if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = itemDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              if (!itemDataset.typed) dataset.typed = false;
              dataset.value.push(itemDataset.value);
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function boolean(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "boolean",
        reference: boolean,
        expects: "boolean",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "boolean") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function literal(literal_, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "literal",
        reference: literal,
        expects: _stringify(literal_),
        async: false,
        literal: literal_,
        message: message$1,
        "~run"(dataset, config$1) {
          if (_isSameValueZero(dataset.value, this.literal)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function looseObject(entries$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "loose_object",
        reference: looseObject,
        expects: "Object",
        async: false,
        entries: entries$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const key in this.entries) {
              const valueSchema = this.entries[key];
              if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
                const value$1 = key in input ? input[key] : getDefault(valueSchema);
                const valueDataset = valueSchema["~run"]({
                  value: value$1
                }, config$1);
                if (valueDataset.issues) {
                  const pathItem = {
                    type: "object",
                    origin: "value",
                    input: input,
                    key: key,
                    value: value$1
                  };
                  for (const issue of valueDataset.issues) {
                    if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                    dataset.issues?.push(issue);
                  }
                  if (!dataset.issues) dataset.issues = valueDataset.issues;
                  if (config$1.abortEarly) {
                    dataset.typed = false;
                    break;
                  }
                }
                if (!valueDataset.typed) dataset.typed = false;
                dataset.value[key] = valueDataset.value;
              } else if (valueSchema.fallback !== void 0) dataset.value[key] = getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
                _addIssue(this, "key", dataset, config$1, {
                  input: void 0,
                  expected: `"${key}"`,
                  path: [ {
                    type: "object",
                    origin: "key",
                    input: input,
                    key: key,
                    value: input[key]
                  } ]
                });
                if (config$1.abortEarly) break;
              }
            }
            if (!dataset.issues || !config$1.abortEarly) for (const key in input) if (_isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function nullable(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullable",
        reference: nullable,
        expects: `(${wrapped.expects} | null)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function nullish(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullish",
        reference: nullish,
        expects: `(${wrapped.expects} | null | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null || dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null || dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function number(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "number",
        reference: number,
        expects: "number",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function object(entries$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "object",
        reference: object,
        expects: "Object",
        async: false,
        entries: entries$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const key in this.entries) {
              const valueSchema = this.entries[key];
              if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
                const value$1 = key in input ? input[key] : getDefault(valueSchema);
                const valueDataset = valueSchema["~run"]({
                  value: value$1
                }, config$1);
                if (valueDataset.issues) {
                  const pathItem = {
                    type: "object",
                    origin: "value",
                    input: input,
                    key: key,
                    value: value$1
                  };
                  for (const issue of valueDataset.issues) {
                    if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                    dataset.issues?.push(issue);
                  }
                  if (!dataset.issues) dataset.issues = valueDataset.issues;
                  if (config$1.abortEarly) {
                    dataset.typed = false;
                    break;
                  }
                }
                if (!valueDataset.typed) dataset.typed = false;
                dataset.value[key] = valueDataset.value;
              } else if (valueSchema.fallback !== void 0) dataset.value[key] = getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
                _addIssue(this, "key", dataset, config$1, {
                  input: void 0,
                  expected: `"${key}"`,
                  path: [ {
                    type: "object",
                    origin: "key",
                    input: input,
                    key: key,
                    value: input[key]
                  } ]
                });
                if (config$1.abortEarly) break;
              }
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function optional(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "optional",
        reference: optional,
        expects: `(${wrapped.expects} | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function picklist(options, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "picklist",
        reference: picklist,
        expects: _joinExpects(options.map(_stringify), "|"),
        async: false,
        options: options,
        message: message$1,
        "~run"(dataset, config$1) {
          if (this.options.includes(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function record(key, value$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "record",
        reference: record,
        expects: "Object",
        async: false,
        key: key,
        value: value$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const entryKey in input) if (_isValidObjectKey(input, entryKey)) {
              const entryValue = input[entryKey];
              const keyDataset = this.key["~run"]({
                value: entryKey
              }, config$1);
              if (keyDataset.issues) {
                const pathItem = {
                  type: "object",
                  origin: "key",
                  input: input,
                  key: entryKey,
                  value: entryValue
                };
                for (const issue of keyDataset.issues) {
                  issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = keyDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              const valueDataset = this.value["~run"]({
                value: entryValue
              }, config$1);
              if (valueDataset.issues) {
                const pathItem = {
                  type: "object",
                  origin: "value",
                  input: input,
                  key: entryKey,
                  value: entryValue
                };
                for (const issue of valueDataset.issues) {
                  if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = valueDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
              if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function string(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "string",
        reference: string,
        expects: "string",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "string") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function _subIssues(datasets) {
      let issues;
      if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue); else issues = dataset.issues;
      return issues;
    }
    function union(options, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "union",
        reference: union,
        expects: _joinExpects(options.map(option => option.expects), "|"),
        async: false,
        options: options,
        message: message$1,
        "~run"(dataset, config$1) {
          let validDataset;
          let typedDatasets;
          let untypedDatasets;
          for (const schema of this.options) {
            const optionDataset = schema["~run"]({
              value: dataset.value
            }, config$1);
            if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset); else typedDatasets = [ optionDataset ]; else {
              validDataset = optionDataset;
              break;
            } else if (untypedDatasets) untypedDatasets.push(optionDataset); else untypedDatasets = [ optionDataset ];
          }
          if (validDataset) return validDataset;
          if (typedDatasets) {
            if (typedDatasets.length === 1) return typedDatasets[0];
            _addIssue(this, "type", dataset, config$1, {
              issues: _subIssues(typedDatasets)
            });
            dataset.typed = true;
          } else if (untypedDatasets?.length === 1) return untypedDatasets[0]; else _addIssue(this, "type", dataset, config$1, {
            issues: _subIssues(untypedDatasets)
          });
          return dataset;
        }
      });
    }
    function unknown() {
      return _standardSchema({
        kind: "schema",
        type: "unknown",
        reference: unknown,
        expects: "unknown",
        async: false,
        "~run"(dataset) {
          dataset.typed = true;
          return dataset;
        }
      });
    }
    function pipe(...pipe$1) {
      return _standardSchema({
        ...pipe$1[0],
        pipe: pipe$1,
        "~run"(dataset, config$1) {
          for (const item of pipe$1) if (item.kind !== "metadata") {
            if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
              dataset.typed = false;
              break;
            }
            if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
          }
          return dataset;
        }
      });
    }
    function safeParse(schema, input, config$1) {
      const dataset = schema["~run"]({
        value: input
      }, getGlobalConfig(config$1));
      return {
        typed: dataset.typed,
        success: !dataset.issues,
        output: dataset.value,
        issues: dataset.issues
      };
    }
  })
};

var __webpack_module_cache__ = {};

function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
    exports: {}
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}

__nccwpck_require__.m = __webpack_modules__;

(() => {
  var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();

(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
      enumerable: true,
      get: definition[key]
    });
  };
})();

(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
    __nccwpck_require__.f[key](chunkId, promises);
    return promises;
  }, []));
})();

(() => {
  __nccwpck_require__.u = chunkId => chunkId + ".index.mjs";
})();

(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();

(() => {
  __nccwpck_require__.r = exports => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
      value: "Module"
    });
    Object.defineProperty(exports, "__esModule", {
      value: true
    });
  };
})();

(() => {
  var installedChunks = {
    792: 0
  };
  var installChunk = data => {
    var {ids: ids, modules: modules, runtime: runtime} = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) if (__nccwpck_require__.o(modules, moduleId)) __nccwpck_require__.m[moduleId] = modules[moduleId];
    if (runtime) runtime(__nccwpck_require__);
    for (;i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) installedChunks[chunkId][0]();
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) if (installedChunkData) promises.push(installedChunkData[1]); else if (true) {
      var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, e => {
        if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
        throw e;
      });
      promise = Promise.race([ promise, new Promise(resolve => installedChunkData = installedChunks[chunkId] = [ resolve ]) ]);
      promises.push(installedChunkData[1] = promise);
    }
  };
})();

var failure = __nccwpck_require__(986);

var kinds = __nccwpck_require__(2023);

var quote = __nccwpck_require__(6588);

function required(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: true,
    ...also
  };
}

function optional(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: false,
    ...also
  };
}

function allInputs(inputs) {
  return Object.values(inputs).flatMap(one => isChoice(one) ? [ chooser(one), ...allGrouped(one) ] : [ one ]);
}

async function readInputs(inputs, runner) {
  for (const input of allInputs(inputs)) {
    const given = input.kind.secret && textOf(input, runner);
    if (given) maskSecret(given, runner);
  }
  return readAll(inputs, runner);
}

async function readAll(inputs, runner) {
  const alone = Object.values(inputs).filter(one => !isChoice(one));
  const texts = await textsOf(alone, runner);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isChoice(one) ? await readChoice(one, runner) : await parsed(one, texts.get(one));
  return read;
}

async function textsOf(inputs, runner) {
  const texts = new Map(inputs.map(input => [ input, textOf(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await defaultsOf(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new failure.dz(lackOf(missing));
  return texts;
}

async function defaultsOf({contract: contract}) {
  if (!contract) return () => "";
  const {defaultsIn: defaultsIn} = await Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(76) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 8076));
  return defaultsIn(contract);
}

function lackOf(missing) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required and were not given.` : `Input ${names} is required and was not given${env ? `, nor was the environment variable ${env}` : ""}.`;
  return `${said} A secret or variable that does not exist, or that this run does not get, is empty.`;
}

function isChoice(one) {
  return "groups" in one;
}

function chooser({by: by, groups: groups}) {
  return required(by, (0, kinds.yL)(...Object.keys(groups)));
}

function allGrouped({groups: groups}) {
  return Object.values(groups).flatMap(group => Object.values(group));
}

async function readChoice(choice, runner) {
  const by = chooser(choice);
  const name = String(await parsed(by, (await textsOf([ by ], runner)).get(by)));
  const group = choice.groups[name] ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, runner));
  if (stray) throw new failure.dz(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
  return {
    name: name,
    given: await readAll(group, runner)
  };
}

function isGiven({name: name, formerly: formerly}, runner) {
  return [ name, formerly ].some(one => one && runner.input(one) !== "");
}

function textOf(input, runner) {
  const old = input.formerly && runner.input(input.formerly);
  if (old) {
    runner.notice(`Input "${input.formerly}" is now called "${input.name}"; both are understood.`);
    return old;
  }
  return runner.input(input.name) || input.env && runner.env(input.env)?.trim() || "";
}

function maskSecret(given, runner) {
  runner.mask(given);
  for (const line of given.split(/[\r\n]+/)) {
    runner.mask(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address, password, search ]) runner.mask(part);
    if (pathname.length >= 20) runner.mask(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.mask(segment);
    for (const part of [ username, ...searchParams.values() ]) if (part.length >= 8) runner.mask(part);
  }
}

async function parsed(input, given = "") {
  if (given === "") return;
  try {
    return await input.kind.parse(given);
  } catch (error) {
    if (!(error instanceof kinds.kO)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : (0, quote.h)(error.part ?? given);
    const expected = (0, quote.K)(error.expected, 400);
    throw new failure.dz(`Input "${input.name}" must be ${expected}, not ${value}.`);
  }
}

const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");

const external_node_path_namespaceObject = process.getBuiltinModule("node:path");

function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) return {};
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

function command(name, properties, message) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const head = pairs.length === 0 ? name : `${name} ${pairs.join(",")}`;
  return `::${head}::${escapeMessage(message)}`;
}

function escapeMessage(message) {
  return message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value) {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function harmless(text) {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

function plain(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function code(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function markdown_link(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return plain(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${plain(text)}](${href})`;
}

const leastBeginning = 8;

class Secrets {
  #known=new Set;
  #opaque=new Set;
  #longestFirst;
  add(secret) {
    if (secret.length < 4 || this.#known.has(secret)) return false;
    for (const form of formsOf(secret)) {
      this.#known.add(form);
      if (!/^(https?:|\/)/.test(secret)) this.#opaque.add(form);
    }
    this.#longestFirst = void 0;
    return true;
  }
  hide(text) {
    this.#longestFirst ??= [ ...this.#known ].sort((a, b) => b.length - a.length);
    const whole = this.#longestFirst.reduce((left, it) => left.replaceAll(it, "***"), text);
    const [end = "", ...cut] = whole.split("…").reverse();
    return [ end, ...cut.map(part => this.#hideBeginning(part)) ].reverse().join("…");
  }
  #hideBeginning(part) {
    for (const secret of this.#opaque) {
      const at = part.lastIndexOf(secret.slice(0, leastBeginning));
      if (at >= 0 && secret.startsWith(part.slice(at))) return `${part.slice(0, at)}***`;
    }
    return part;
  }
}

function formsOf(secret) {
  const inCode = code(secret).replace(/^<code>|<\/code>$/g, "");
  const forms = [ encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1) ];
  return [ secret, ...forms, plain(secret), inCode ].filter(form => form.length >= 4);
}

const stdout = 1;

function print(line) {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) rest = rest.subarray(write(rest));
}

function write(bytes) {
  try {
    return (0, external_node_fs_namespaceObject.writeSync)(stdout, bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (code === "EPIPE") return bytes.length;
    if (code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

var dist = __nccwpck_require__(7934);

const words = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
    number: (0, dist.aig)(),
    title: (0, dist.YjP)(),
    head: (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      ref: (0, dist.YjP)()
    })
  })), void 0),
  head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
    message: words
  })), void 0)
});

function readWorkflowRun(env, event) {
  const parsed = (0, dist.xLC)(eventShape, event);
  const payload = parsed.success ? parsed.output : void 0;
  const pull = payload?.pull_request;
  const server = env("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = env("GITHUB_REPOSITORY") ?? "";
  const runId = env("GITHUB_RUN_ID") ?? "";
  const sha = env("GITHUB_SHA") ?? "";
  return {
    repository: repository,
    sha: sha,
    commit: pull?.head.sha ?? sha,
    ref: env("GITHUB_REF") ?? "",
    branch: pull?.head.ref ?? env("GITHUB_REF_NAME") ?? "",
    event: env("GITHUB_EVENT_NAME") ?? "",
    actor: env("GITHUB_ACTOR") ?? "",
    workflow: env("GITHUB_WORKFLOW") ?? "",
    job: env("GITHUB_JOB") ?? "",
    runId: runId,
    attempt: Number(env("GITHUB_RUN_ATTEMPT") ?? "1") || 1,
    server: server,
    url: `${server}/${repository}/actions/runs/${runId}`,
    pullRequest: pull && {
      number: pull.number,
      title: pull.title
    },
    message: pull?.title ?? payload?.head_commit?.message ?? void 0
  };
}

const summaryLimit = 1024 * 1024;

class GithubRunner {
  cancelled;
  #title;
  #secrets=new Secrets;
  #run;
  constructor(title, cancelled) {
    this.#title = title;
    this.cancelled = cancelled;
  }
  get workspace() {
    return this.env("GITHUB_WORKSPACE") ?? process.cwd();
  }
  get run() {
    this.#run ??= readWorkflowRun(name => this.env(name), this.event);
    return this.#run;
  }
  get contract() {
    try {
      return (0, external_node_fs_namespaceObject.readFileSync)((0, external_node_path_namespaceObject.join)((0, 
      external_node_path_namespaceObject.dirname)(process.argv[1] ?? ""), "action.yml"), "utf8");
    } catch {
      return;
    }
  }
  get event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
    } catch {
      return;
    }
  }
  get proxy() {
    const names = [ "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY" ].flatMap(it => [ it, it.toLowerCase() ]);
    const entries = names.flatMap(name => {
      const value = this.env(name);
      return value ? [ [ name, value ] ] : [];
    });
    const isNeeded = entries.some(([name]) => !/^no_proxy$/i.test(name));
    return isNeeded ? Object.fromEntries(entries) : void 0;
  }
  input(name) {
    return (this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "").trim();
  }
  env(name) {
    return process.env[name] || void 0;
  }
  mask(secret) {
    if (this.#secrets.add(secret)) print(command("add-mask", {}, secret));
  }
  hide(text) {
    return this.#secrets.hide(text);
  }
  info(message) {
    print(harmless(this.hide(message)));
  }
  notice(message, place) {
    this.#annotate("notice", message, place);
  }
  warning(message, place) {
    this.#annotate("warning", message, place);
  }
  error(message, place) {
    this.#annotate("error", message, place);
  }
  output(values) {
    const entries = Object.entries(values).map(([name, value]) => [ name, this.#safe(name, value) ]);
    const file = this.env("GITHUB_OUTPUT");
    if (file) (0, external_node_fs_namespaceObject.appendFileSync)(file, entries.map(([name, text]) => heredoc(name, text)).join("")); else for (const [name, text] of entries) this.info(`Output ${name}: ${text}`);
  }
  #safe(name, value) {
    const text = runner_textOf(value);
    const safe = this.hide(text);
    if (safe !== text) this.warning(`Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  summary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) return;
    const room = summaryLimit - sizeOf(file);
    const safe = Buffer.from(`${this.hide(markdown)}\n`);
    if (safe.length <= room) {
      (0, external_node_fs_namespaceObject.appendFileSync)(file, safe);
      return;
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`);
    const note = Buffer.from("\n\n… cut here: the job summary may hold 1 MiB.\n");
    const end = safe.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_namespaceObject.appendFileSync)(file, Buffer.concat([ safe.subarray(0, end), note ]));
  }
  #annotate(level, message, place) {
    const properties = toCommandProperties({
      title: this.#title,
      ...place
    });
    print(command(level, properties, harmless(this.hide(message))));
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((most, end) => Math.max(most, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function runner_textOf(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function sizeOf(file) {
  return (0, external_node_fs_namespaceObject.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

function action(parts) {
  return parts;
}

const graceAfterCancel = 4800;

function run(it) {
  const runner = new GithubRunner(it.title, hearCancellation());
  process.exitCode = 1;
  process.once("beforeExit", () => runner.error(`${defect} It waits for what never comes.`));
  attempt(it, runner).then(failed => process.exit(failed ? 1 : 0));
}

async function attempt(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return false;
  } catch (error) {
    runner.error(explain(error));
    return true;
  }
}

function explain(error) {
  if (error instanceof failure.HR) return error.message;
  if (Number.parseInt(process.versions.node, 10) < oldest) return tooOld;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `${defect} ${stack}${cause}`;
}

const oldest = 24;

const tooOld = `This action needs node ${oldest}, and was started by node ${process.versions.node}. The runner of GitHub has it ` + "since 2.327.1; under act, put node 24 first in PATH.";

const defect = "This is a defect of the action, please report it with these lines.";

function hearCancellation() {
  const controller = new AbortController;
  const hear = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new failure.cJ);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return controller.signal;
}

var src_outcome = __nccwpck_require__(9114);

function markdownOf({text: text, facts: facts, lists: lists, links: links}) {
  const parts = [ text?.split("\n").map(plain).join("<br>"), facts.map(fact => `- **${fact.name}**: ${linked(fact)}`).join("\n"), ...lists.map(listMarkdown), links.map(linked).join(" · ") ];
  return parts.filter(Boolean).join("\n\n");
}

function listMarkdown({name: name, items: items}) {
  return [ `**${name}**`, "", ...items.map(itemMarkdown) ].join("\n");
}

function itemMarkdown({outcome: outcome, name: name, words: words, links: links}) {
  const line = `- ${(0, src_outcome.Li)(outcome).mark} **${plain(name)}** ${plain(words)}`;
  return [ line, ...links.map(linked) ].join(" · ");
}

function linked({text: text, url: url}) {
  return markdown_link(text, url);
}

const noticeOutputs = [ "sent", "message-id", "channel-id", "attempts", "payload" ];

function tell(done, policy, runner) {
  const {delivery: delivery, payload: payload} = done;
  runner.output({
    sent: sentOf(delivery),
    "message-id": delivery.messageId,
    "channel-id": delivery.channelId,
    attempts: delivery.attempts,
    payload: payload
  });
  const failure = report([ done ], policy, runner);
  if (failure) throw failure;
}

function sentOf({end: end}) {
  return end === "unknown" ? "unknown" : end === "sent";
}

function report(messages, policy, runner) {
  const [first] = messages;
  if (!first) return;
  runner.summary(summaryOf(first.notice, messages));
  const {aborted: aborted} = runner.cancelled;
  const failures = [];
  for (const done of messages) {
    const said = sentenceOf(done);
    const level = levelOf(done.delivery.end, aborted ? strict : policy);
    if (level === "failure") failures.push(said); else runner[level](said);
  }
  if (failures.length === 0) return;
  const said = failures.join(" | ");
  return aborted ? new failure.cJ(said) : new failure.HR(said);
}

const strict = {
  onError: "fail",
  ifMissing: "fail"
};

function levelOf(end, {onError: onError, ifMissing: ifMissing}) {
  if (end === "sent" || end === "dry-run" || end === "silent") return "info";
  if (end === "missing") return ifMissing === "fail" ? "failure" : "notice";
  return onError === "fail" ? "failure" : "warning";
}

function sentenceOf({platform: platform, delivery: {end: end, attempts: attempts, reason: reason = ""}}) {
  switch (end) {
   case "sent":
    return `${platform} took the message${attempts > 1 ? ` at attempt ${attempts}` : ""}.`;

   case "dry-run":
    return `Dry run: the message is in the job summary and was not sent to ${platform}.`;

   case "unknown":
    return `The message may have been sent to ${platform}; it is not sent again, so that nobody gets it twice. ${reason}`;

   case "missing":
   case "silent":
    return reason;

   case "refused":
   case "unsent":
    return `The message was not sent to ${platform}. ${reason}`;
  }
}

function summaryOf(notice, messages) {
  const heading = `### ${(0, src_outcome.Li)(notice.outcome).mark} ${plain(notice.title)}`;
  const parts = [ heading, ...messages.map(done => plain(sentenceOf(done))) ];
  const unsent = messages.filter(({delivery: delivery}) => delivery.end === "dry-run");
  if (unsent.length > 0) parts.push(markdownOf(notice), ...unsent.map(payloadOf));
  return `${parts.join("\n\n")}\n`;
}

function payloadOf({platform: platform, payload: payload}) {
  const json = JSON.stringify(payload, null, 2);
  return `<details><summary>The message to ${platform} as JSON</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>`;
}

var src_deadline = __nccwpck_require__(696);

var src_client = __nccwpck_require__(8836);

async function deliver(message, to, door, deadline) {
  let attempts = 0;
  let isOut = false;
  const client = new src_client.Kj({
    ...to,
    ...door,
    asking() {
      attempts++;
    },
    sending() {
      isOut = true;
    },
    log(line) {
      isOut = false;
      door.log(line);
    }
  });
  try {
    const answer = await client.ask({
      ...to.request(message),
      tries: 3
    }, deadline);
    return {
      ...to.read(answer),
      attempts: attempts
    };
  } catch (error) {
    if (!(error instanceof failure.HR)) throw error;
    const answer = answerIn(error);
    if (answer) return {
      ...refused(answer, to),
      attempts: attempts
    };
    const isOpen = error instanceof src_client.JJ || isOut && deadline.signal.aborted;
    return {
      end: isOpen ? "unknown" : "unsent",
      reason: reasonOf(error, door, isOut),
      attempts: attempts
    };
  }
}

function answerIn(error) {
  return error instanceof src_client.Lw || error instanceof src_client.JJ ? error.answer : void 0;
}

function refused(answer, {read: read}) {
  return {
    end: answer.status < 500 ? "refused" : "unknown",
    reason: read(answer).reason
  };
}

function reasonOf(error, {name: name}, isOut) {
  if (!(error instanceof failure.cJ)) return error.message;
  return `The job was cancelled ${isOut ? `while ${name} was asked` : `before ${name} could take it`}.`;
}

const patience = 1e4;

async function detailsOf(given, runner, deadline) {
  const {status: status, fields: fields, deployments: deployments, githubToken: token} = given;
  const needsLegs = status.jobs.length > 0 && (0, src_outcome.Li)(status.outcome).tone === "bad";
  const needsStart = fields?.includes("took") && !deployments?.length;
  if (needsStart && !token) runner.notice('How long the run took is not told: there is no "github-token" to ask with.');
  if (!token || !(needsLegs || needsStart)) return {};
  const limit = deadline.within(Math.min(patience, deadline.remaining / 2));
  const [legs, start] = await Promise.all([ needsLegs ? unlessSilent("Which legs and steps failed", runner, async () => {
    const {runJobs: runJobs} = await __nccwpck_require__.e(116).then(__nccwpck_require__.bind(__nccwpck_require__, 8116));
    return runJobs(token, runner, limit);
  }) : void 0, needsStart ? unlessSilent("How long the run took", runner, async () => {
    const {runStart: runStart} = await __nccwpck_require__.e(406).then(__nccwpck_require__.bind(__nccwpck_require__, 4406));
    return runStart(token, runner, limit);
  }) : void 0 ]);
  return {
    legs: legs,
    took: start && since(start, deadline.clock.date())
  };
}

function since(start, now) {
  const took = now.getTime() - start.getTime();
  return took < 0 ? void 0 : took;
}

async function unlessSilent(what, runner, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof failure.HR)) throw error;
    runner.notice(`${what} is not known, so it is not told. ${error.message}`);
    return;
  }
}

var src_record = __nccwpck_require__(668);

var duration = __nccwpck_require__(8175);

var fit = __nccwpck_require__(173);

const most = 5;

const nameLength = 60;

function jobItems(jobs, legs) {
  const items = jobs.map(job => jobItem(job, legs.filter(isOf(job))));
  const isOpen = jobs.some(job => job.result === "failure" && !legs.some(isOf(job)));
  const nobodys = legs.filter(leg => leg.isBad && !jobs.some(job => isOf(job)(leg)));
  return isOpen ? [ ...items, ...nobodys.map(leg => failed(leg.name, [ leg ])) ] : items;
}

function isOf({name: name}) {
  return leg => leg.name === name || [ " (", " / " ].some(it => leg.name.startsWith(name + it));
}

function jobItem({name: name, result: result}, legs) {
  if (result === "failure" && legs.some(({isBad: isBad}) => isBad)) return failed(name, legs);
  return itemOf(name, result, (0, src_outcome.Li)(result).says);
}

function failed(name, legs) {
  const bad = legs.filter(({isBad: isBad}) => isBad);
  const words = legs.length === 1 ? `failed${place(bad[0])}` : tellLegs(name, bad, legs.length);
  const log = {
    text: "log",
    url: bad[0]?.url
  };
  return {
    ...itemOf(name, "failure", words),
    links: log.url ? [ log ] : []
  };
}

function tellLegs(name, bad, all) {
  const isAlike = new Set(bad.map(place)).size === 1;
  const named = bad.slice(0, most).map(leg => leg_short(variant(leg.name, name)) + (isAlike ? "" : place(leg)));
  const more = bad.length - named.length;
  if (more > 0) named.push(`and ${more} more`);
  return `${bad.length} of ${all} failed${isAlike ? place(bad[0]) : ""}: ${named.join(", ")}`;
}

function place(leg) {
  return leg?.failedStep ? ` at "${leg_short(leg.failedStep)}"` : "";
}

function variant(leg, job) {
  const rest = leg.slice(job.length).replace(/^ \/ /, "");
  return rest.replace(/^ \((.*)\)$/s, (_, values) => values.split(", ").join("/")) || leg;
}

function leg_short(text) {
  return (0, fit.vY)((0, fit.TN)(text), nameLength);
}

function itemOf(name, outcome, words) {
  return {
    outcome: outcome,
    name: (0, fit.TN)(name) || "(no name)",
    words: (0, fit.TN)(words),
    links: []
  };
}

function noticeOf(told, run) {
  const {status: status, fields: fields = [], deployments: deployments = [], legs: legs = []} = told;
  const listed = fields.includes("deployments") ? deployments : [];
  const ownTitle = (0, fit.TN)(told.title ?? "");
  const trouble = troubleOf(told);
  const facts = fields.flatMap(field => factOf(field, told, run) ?? []);
  return {
    outcome: status.outcome,
    title: ownTitle || [ titleOf(told, run), trouble ].filter(Boolean).join(": "),
    text: (0, fit.qN)([ ownTitle && trouble, told.text ].filter(Boolean).join("\n")) || void 0,
    facts: unrepeated([ ...changeFact(told), ...facts ]),
    lists: [ listOf("Jobs", jobItems(status.jobs, legs)), listOf("Deployments", listed.map(deploymentItem)) ].filter(({items: items}) => items.length > 0),
    links: linksOf(run)
  };
}

function titleOf({status: {outcome: outcome, jobs: jobs}, change: change}, run) {
  const subject = jobs.length > 0 ? run.workflow : [ run.workflow, run.job ].filter(Boolean).join(" / ");
  const where = run.pullRequest ? `#${run.pullRequest.number}` : run.branch;
  const says = change?.isFixed ? "is fixed" : (0, src_outcome.Li)(outcome).says;
  return (0, fit.TN)(`${subject || "The run"} ${says}${where && ` on ${where}`}`);
}

function troubleOf({status: status, deployments: deployments = []}) {
  if ((0, src_outcome.Li)(status.outcome).tone !== "bad") return;
  const bad = deployments.filter(({status: status}) => (0, src_outcome.Li)(status).tone === "bad");
  if (bad.length > 0) return some(bad.map(one => `${one.name} ${saysOf(one)}`));
  const back = deployments.filter(({kind: kind, changed: changed}) => kind === "rollback" && changed);
  return back.length > 0 ? `${some(back.map(({name: name}) => name))} rolled back` : void 0;
}

function some(names) {
  const shown = names.slice(0, 3).map(name => (0, fit.vY)((0, fit.TN)(name), 60));
  const more = names.length - shown.length;
  return [ ...shown, ...more > 0 ? [ `${more} more` ] : [] ].join(", ");
}

function linksOf(run) {
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
  const runLink = {
    text: `Run ${(0, fit.TN)(run.runId)}${attempt}`,
    url: run.url
  };
  const pull = run.pullRequest;
  return pull ? [ runLink, {
    text: `Pull request #${pull.number}`,
    url: pullUrl(run)
  } ] : [ runLink ];
}

function changeFact({change: change}) {
  return change ? [ {
    name: "Change",
    text: change.text,
    url: change.url
  } ] : [];
}

function unrepeated(facts) {
  return facts.filter(({name: name}, at) => facts.findIndex(one => one.name === name) === at);
}

function factOf(field, told, run) {
  const [name, text, url] = tellingOf(field, told, run);
  const value = (0, fit.TN)(text ?? "");
  return value === "" ? void 0 : {
    name: name,
    text: value,
    url: url
  };
}

function tellingOf(field, told, run) {
  const home = `${run.server}/${run.repository}`;
  switch (field) {
   case "repo":
    return [ "Repository", run.repository, home ];

   case "message":
    return run.pullRequest ? tellingOf("pullRequest", told, run) : [ "Message", run.message?.trim().split(/[\r\n]/)[0] ];

   case "pullRequest":
    return [ "Pull request", pullName(run), pullUrl(run) ];

   case "commit":
    return [ "Commit", run.commit.slice(0, 7), `${home}/commit/${run.commit}` ];

   case "author":
    return [ "Author", run.actor, personUrl(run) ];

   case "event":
    return [ "Event", run.event ];

   case "ref":
    return [ run.ref.startsWith("refs/tags/") ? "Tag" : "Branch", run.branch, branchUrl(run) ];

   case "workflow":
    return [ "Workflow", run.workflow, run.url ];

   case "action":
    return [ "Action", run.commit && "Checks", `${home}/commit/${run.commit}/checks` ];

   case "job":
    return [ "Job", run.job ];

   case "took":
    return [ "Took", tookOf(told) ];

   case "environment":
    return [ "Environment", told.environment ];

   case "deployments":
    return [ "Deployments", void 0 ];
  }
}

function pullName({pullRequest: pullRequest}) {
  return pullRequest && `#${pullRequest.number} ${pullRequest.title}`;
}

function pullUrl({server: server, repository: repository, pullRequest: pullRequest}) {
  return `${server}/${repository}/pull/${pullRequest?.number}`;
}

function personUrl({server: server, actor: actor}) {
  return actor.endsWith("[bot]") ? void 0 : `${server}/${encoded(actor)}`;
}

function branchUrl({server: server, repository: repository, ref: ref, branch: branch}) {
  if (!/^refs\/(heads|tags)\//.test(ref)) return;
  return `${server}/${repository}/tree/${branch.split("/").map(encoded).join("/")}`;
}

function encoded(segment) {
  return encodeURIComponent(segment.toWellFormed());
}

function tookOf({deployments: deployments = [], took: took}) {
  return deployments.length > 0 ? timeOf(deployments) : took === void 0 ? void 0 : (0, 
  duration.c)(took);
}

function timeOf(deployments) {
  const started = deployments.map(({startedAt: startedAt}) => Date.parse(startedAt));
  const finished = deployments.map(({finishedAt: finishedAt}) => Date.parse(finishedAt));
  const took = Math.max(...finished) - Math.min(...started);
  return Number.isFinite(took) && took >= 0 ? (0, duration.c)(took) : void 0;
}

function listOf(name, items) {
  const bad = ({outcome: outcome}) => (0, src_outcome.Li)(outcome).tone === "bad";
  return {
    name: name,
    items: [ ...items.filter(bad), ...items.filter(item => !bad(item)) ]
  };
}

function deploymentItem(record) {
  const {status: status, environment: environment, changed: changed, version: version, previous: previous, live: live, reason: reason} = record;
  const took = changed && status !== "started" ? timeOf([ record ]) : void 0;
  const other = (0, src_record.Kg)(status) ? {
    said: "before",
    of: previous
  } : {
    said: "live",
    of: live
  };
  const words = [ saysOf(record) + (environment ? ` in ${environment}` : "") + (took ? ` after ${took}` : ""), version && (0, 
  src_record.EU)(version), other.of && `${other.said} ${(0, src_record.EU)(other.of)}`, reason ];
  const links = [ {
    text: "open",
    url: record.url
  }, {
    text: "log",
    url: record.logUrl
  } ];
  return {
    outcome: status,
    name: (0, fit.TN)(record.name) || "(no name)",
    words: (0, fit.TN)(words.filter(Boolean).join(", ")),
    links: links.filter(({url: url}) => url)
  };
}

function saysOf({kind: kind, status: status}) {
  return kind === "rollback" ? `rollback ${(0, src_outcome.Li)(status).says}` : (0, 
  src_outcome.Li)(status).says;
}

function yaml(shape, expected) {
  return {
    async parse(given) {
      const result = (0, dist.xLC)(shape, await readYaml(given, expected));
      if (result.success) return result.output;
      const issue = result.issues[0];
      const path = (0, dist.BuJ)(issue);
      throw new kinds.kO(path ? `${expected}; at "${path}": ${issue.message}` : expected);
    }
  };
}

function map(value) {
  return (0, dist.FsL)((0, dist.L5J)(), (0, dist.z6Y)(given => !Array.isArray(given)), (0, 
  dist.g1P)((0, dist.YjP)(), value));
}

async function readYaml(given, expected) {
  try {
    return JSON.parse(given);
  } catch {}
  const {parse: parse} = await __nccwpck_require__.e(815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  try {
    return parse(given, {
      maxAliasCount: 100,
      logLevel: "error"
    });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new kinds.kO(`${expected}; as YAML it cannot be read: ${reason?.replace(/:$/, "")}`);
  }
}

const mentions_most = 25;

function mentions(mention) {
  return {
    async parse(given) {
      const all = await (0, kinds.p_)(mention).parse(given);
      if (all.length > mentions_most) throw new kinds.kO(`at most ${mentions_most} lines`, `${all.length} lines`);
      return all;
    }
  };
}

const logins = yaml(map((0, dist.YjP)("an id must stand in quotes")), "a map of GitHub logins to ids, such as \"octocat: '012345'\"");

function mentionMap(mention) {
  return {
    async parse(given) {
      const entries = Object.entries(await logins.parse(given)).map(async ([login, id]) => {
        const [markup = ""] = await (0, kinds.p_)(mention).parse(id);
        return [ login.toLowerCase(), markup ];
      });
      return new Map(await Promise.all(entries));
    }
  };
}

function called(given, outcome, actor) {
  if (!calls(given.mentionOn, outcome)) return [];
  const mapped = given.mentionMap?.get(actor.toLowerCase());
  return [ ...new Set([ ...given.mention ?? [], ...mapped ? [ mapped ] : [] ]) ];
}

function calls(on, outcome) {
  const {tone: tone} = (0, src_outcome.Li)(outcome);
  return on === "always" || tone === (on === "failure" ? "bad" : "good");
}

const moments = [ "always", "failure", "success", "change", "recovery" ];

function looksBack(when) {
  return when === "change" || when === "recovery";
}

function silence(when, outcome, past) {
  const {tone: tone, says: says} = (0, src_outcome.Li)(outcome);
  const quiet = why => `Nothing was sent: it is for "${when}" alone, and ${why}.`;
  if (when === "always") return;
  if (when === "failure") return tone === "bad" ? void 0 : quiet(`this ${says}`);
  if (when === "success") return tone === "good" ? void 0 : quiet(`this ${says}`);
  if (tone === "neutral") return quiet(`this ${says}, which changes nothing`);
  if (when === "recovery" && tone === "bad") return quiet(`this ${says}`);
  if (past === "unknown") return;
  const before = past === "first" ? "good" : past.tone;
  if (tone !== before) return;
  return quiet(past === "first" ? "no run came before" : "the run before ended alike");
}

function changeOf(outcome, past, now) {
  const {tone: tone} = (0, src_outcome.Li)(outcome);
  if (typeof past === "string" || tone === "neutral" || tone === past.tone) return;
  const isFixed = tone === "good";
  const often = `${past.isOpen ? "at least " : ""}${past.count}`;
  const many = past.count === 1 && !past.isOpen ? "" : isFixed ? "s" : "es";
  const what = `${often} ${isFixed ? "failure" : "success"}${many}`;
  const took = (0, duration.c)(Math.max(0, now.getTime() - past.since.getTime()));
  return {
    isFixed: isFixed,
    text: `${isFixed ? "fixed" : "broken"} after ${what}, ${took}`,
    url: past.url
  };
}

async function notify(platform, given, runner) {
  tell(await announce(platform, given, runner), given, runner);
}

async function announce(platform, given, runner) {
  const {outcome: outcome} = given.status;
  const deadline = new src_deadline.B(given.timeout, runner.cancelled);
  const past = await pastOf(given, runner, deadline);
  const quiet = silence(given.when, outcome, past);
  const details = quiet ? {} : await detailsOf(given, runner, deadline);
  const change = changeOf(outcome, past, deadline.clock.date());
  const notice = noticeOf({
    ...given,
    ...details,
    change: change
  }, runner.run);
  const mentions = called(given, outcome, runner.run.actor);
  const payload = withoutSecrets(await platform.compose(notice, mentions), runner);
  if (!quiet && mentions.length > 0 && platform.destination?.isChange) runner.notice(`${platform.name} notifies nobody of a changed message. ${callAnew}`);
  const delivery = quiet ? {
    end: "silent",
    reason: quiet,
    attempts: 0
  } : await send(payload, platform, given, runner, deadline);
  return {
    platform: platform.name,
    notice: notice,
    payload: payload,
    delivery: delivery
  };
}

function withoutSecrets(payload, runner) {
  const json = JSON.stringify(payload, (_, value) => typeof value === "string" ? runner.hide(value) : value);
  return JSON.parse(json);
}

const callAnew = "To call those who are mentioned, send a new one.";

async function pastOf(given, runner, deadline) {
  const {when: when, githubToken: githubToken} = given;
  if (!looksBack(when)) return "unknown";
  try {
    if (!githubToken) throw new failure.HR('There is no "github-token" to ask with.');
    const {lookBack: lookBack} = await __nccwpck_require__.e(614).then(__nccwpck_require__.bind(__nccwpck_require__, 4614));
    return await lookBack(githubToken, runner, deadline.within(deadline.remaining / 2));
  } catch (error) {
    if (!(error instanceof failure.HR)) throw error;
    runner.warning(`How the run before ended is not known, so this is told. ${error.message}`);
    return "unknown";
  }
}

async function send(payload, {name: name, destination: destination, missing: missing}, {dryRun: dryRun}, runner, deadline) {
  if (dryRun) return {
    end: "dry-run",
    attempts: 0
  };
  if (!destination) return {
    end: "missing",
    reason: nowhere(name, missing),
    attempts: 0
  };
  const log = line => runner.info(line);
  return deliver(payload, destination, {
    name: name,
    connection: {
      proxy: runner.proxy
    },
    log: log
  }, deadline);
}

function nowhere(name, missing) {
  return `There is no ${missing}, so ${name} is not told. Runs of forks and of Dependabot get no secrets; ` + "for others see whether the secret exists and has this name.";
}

const webhook = {
  secret: true,
  async parse(given) {
    const url = await kinds.EK.parse(given);
    if (/\/webhooks\/\d+\/[\w-]+(\/(github|slack))?\/?$/.test(url.pathname)) return url;
    throw new kinds.kO("the URL of a webhook (https://discord.com/api/webhooks/…/…), whole");
  }
};

function foreignEnding({pathname: pathname}) {
  return /\/(github|slack)\/?$/.exec(pathname)?.[1];
}

function bareWebhook(given) {
  const url = new URL(given);
  url.pathname = given.pathname.replace(/(\/(github|slack))?\/?$/, "");
  const thread = given.searchParams.get("thread_id");
  url.search = thread ? new URLSearchParams({
    thread_id: thread
  }).toString() : "";
  return url;
}

const snowflake = {
  parse(given) {
    if (/^\d{15,20}$/.test(given)) return given;
    throw new kinds.kO("an id of Discord, such as 1234567890123456789");
  }
};

const threadName = {
  parse(given) {
    const name = (0, fit.TN)(given);
    if (name !== "" && (0, fit.Bw)(name) <= 100) return name;
    throw new kinds.kO("1 to 100 characters");
  }
};

const username = {
  parse(given) {
    const name = (0, fit.TN)(given);
    const isTaken = /discord|clyde|```|[@#:]/i.test(name) || /^(everyone|here)$/i.test(name);
    if (name !== "" && (0, fit.Bw)(name) <= 80 && !isTaken) return name;
    throw new kinds.kO('1 to 80 characters without @, #, :, "discord" and "clyde"');
  }
};

var src_answer = __nccwpck_require__(5674);

function unreadable(platform, due, {status: status, body: body}) {
  if (status >= 500) return {
    end: "unknown",
    reason: `${platform} answered ${status}.`
  };
  const text = body.trim();
  const said = text === "" ? "an empty body" : `"${(0, quote.K)(text, 120)}"`;
  const isForeign = status >= 300 || !/^(\{|$)/.test(text);
  return {
    end: isForeign ? "refused" : "unknown",
    reason: `${platform} answered ${status} and ${said} in place of ${due}. Is a proxy in between, or is the URL that of another service?`
  };
}

const anew = "Make a new webhook (channel settings, Integrations) and put its URL into the secret.";

const failures_report = 'If "payload" is not given, this is a defect of the action: please report it.';

const failures = {
  10003: `the channel or thread does not exist any more. Is "thread-id" of the channel of the webhook?`,
  10008: 'there is no such message of this webhook. In a thread, give "thread-id" too.',
  10015: `the webhook was removed, or its URL is not whole. ${anew}`,
  30033: "the thread is full. Start another one.",
  40005: `the message is too large. ${failures_report}`,
  40067: 'the forum requires a tag. Give "applied_tags" in "payload".',
  50005: 'the message is not one of this webhook. Give the "message-id" of its own.',
  50006: `the message is empty. ${failures_report}`,
  50013: "the webhook may not do this in the channel. Look at the permissions of the channel.",
  50027: `the URL of the webhook is wrong, or no longer valid. ${anew}`,
  50035: `the message has something that Discord does not take. ${failures_report}`,
  50083: 'the thread is archived. Open it again, or give another "thread-id".',
  160005: 'the thread is locked. Unlock it, or give another "thread-id".',
  2e5: "the moderation of the server blocked the message.",
  220001: 'the channel is a forum. Give "thread-name" to start a post, or "thread-id".',
  220002: 'a post is either started ("thread-name") or there already ("thread-id").',
  220003: 'the channel is no forum. Leave "thread-name" out.',
  24e4: "Discord blocked the message because of a link in it."
};

function sayFailure(code) {
  return failures[code];
}

const suppressNotifications = 1 << 12;

function destinationOf(address) {
  const {webhookUrl: webhookUrl, messageId: messageId, threadId: threadId, threadName: threadName} = address;
  if (threadName && (threadId || messageId)) throw new failure.dz(`Input "thread-name" starts a new thread; "${threadId ? "thread-id" : "message-id"}" is about one that is there.`);
  if (!webhookUrl) return;
  const base = bareWebhook(webhookUrl);
  if (threadId) base.searchParams.set("thread_id", threadId);
  const change = {
    method: "PATCH",
    path: `/messages/${messageId}`,
    repeatable: true
  };
  const create = {
    method: "POST",
    path: "",
    query: {
      wait: "true"
    }
  };
  return {
    base: base,
    isChange: messageId !== void 0,
    request: message => messageId ? {
      ...change,
      json: message
    } : {
      ...create,
      json: {
        ...message,
        ...face(address)
      }
    },
    read: read
  };
}

function face({threadName: threadName, username: username, avatarUrl: avatarUrl, silent: silent}) {
  return {
    ...threadName && {
      thread_name: threadName
    },
    ...username && {
      username: username
    },
    ...avatarUrl && {
      avatar_url: avatarUrl.href
    },
    ...silent && {
      flags: suppressNotifications
    }
  };
}

const messageShape = (0, dist.Ikc)({
  id: (0, dist.YjP)(),
  channel_id: (0, dist.YjP)()
});

const errorShape = (0, dist.Ikc)({
  code: (0, dist.aig)(),
  message: (0, dist.YjP)(),
  errors: (0, dist.lqM)((0, dist.L5J)())
});

function read(answer) {
  const {status: status, body: body} = answer;
  const json = (0, src_answer.qF)(body);
  const message = (0, dist.xLC)(messageShape, json);
  if (message.success && status === 200) return {
    end: "sent",
    messageId: message.output.id,
    channelId: message.output.channel_id
  };
  const error = (0, dist.xLC)(errorShape, json);
  if (error.success) return {
    end: "refused",
    reason: destination_reasonOf(status, error.output)
  };
  return unreadable("Discord", "the message", answer);
}

function destination_reasonOf(status, {code: code, message: message, errors: errors}) {
  const meaning = sayFailure(code);
  const details = errors === void 0 ? "" : ` It adds: "${(0, quote.K)(JSON.stringify(errors))}".`;
  const said = `Discord answered ${status} "${(0, quote.K)(message, 120)}" (${code})`;
  return `${said}${meaning ? `: ${meaning}` : "."}${details}`;
}

var discord_embed = __nccwpck_require__(6468);

function discord(address, payload) {
  return {
    name: "Discord",
    destination: destinationOf(address),
    missing: "webhook-url",
    async compose(notice, mentions) {
      const message = (0, discord_embed.X)(notice, mentions);
      if (!payload) return message;
      const {withPayload: withPayload} = await __nccwpck_require__.e(482).then(__nccwpck_require__.bind(__nccwpck_require__, 482));
      return withPayload(message, payload, mentions);
    }
  };
}

const fields = [ "repo", "message", "commit", "author", "event", "ref", "workflow", "action", "job", "pullRequest", "took", "environment", "deployments" ];

const aliases = {
  eventName: "event",
  workflowRun: "workflow"
};

const fieldNames = {
  parse(given) {
    const names = given.split(/[\n\r,]/).map(name => name.trim());
    const some = names.filter(name => name !== "" && !name.startsWith("#"));
    return [ ...new Set(some.flatMap(fieldsOf)) ];
  }
};

function fieldsOf(name) {
  if (name === "all") return fields;
  const field = fields.find(one => one === name) ?? aliasOf(name);
  if (!field) throw new kinds.kO(`one of ${fields.join(", ")}, all`, name);
  return [ field ];
}

function aliasOf(name) {
  return Object.hasOwn(aliases, name) ? aliases[name] : void 0;
}

const needsShape = (0, dist.FsL)((0, dist.g1P)((0, dist.YjP)(), (0, dist._H3)({
  result: (0, dist.KIO)(src_outcome.ks)
})), (0, dist.z6Y)(needs => Object.keys(needs).length > 0));

const status_status = {
  parse(given) {
    const outcome = src_outcome.KI.find(one => one === given);
    if (outcome) return {
      outcome: outcome,
      jobs: []
    };
    const {success: success, output: output} = (0, dist.xLC)(needsShape, (0, src_answer.qF)(given));
    if (!success) throw new kinds.kO(`one of ${src_outcome.KI.join(", ")}, or \${{ toJSON(needs) }} in a job that needs others`);
    const jobs = Object.entries(output).map(([name, {result: result}]) => ({
      name: name,
      result: result
    }));
    return {
      outcome: (0, src_outcome.bs)(jobs.map(({result: result}) => result)),
      jobs: jobs
    };
  }
};

const noticeInputs = {
  status: required("status", status_status),
  when: required("when", (0, kinds.yL)(...moments)),
  title: optional("title", kinds.Qq),
  text: optional("text", kinds.Qq),
  fields: optional("fields", fieldNames),
  deployments: optional("deployments", src_record.yy),
  environment: optional("environment", kinds.Qq),
  mentionOn: required("mention-on", (0, kinds.yL)("failure", "success", "always")),
  payload: optional("payload", yaml(map((0, dist.L5J)()), "a map, as JSON or YAML")),
  onError: required("on-error", (0, kinds.yL)("warn", "fail")),
  ifMissing: required("if-missing", (0, kinds.yL)("skip", "fail")),
  githubToken: optional("github-token", kinds.rJ),
  timeout: required("timeout", kinds.p0),
  dryRun: required("dry-run", kinds.Jt)
};

var mention = __nccwpck_require__(8203);

const inputs = {
  webhookUrl: optional("webhook-url", webhook, {
    env: "DISCORD_WEBHOOK"
  }),
  messageId: optional("message-id", snowflake),
  threadId: optional("thread-id", snowflake),
  threadName: optional("thread-name", threadName),
  username: optional("username", username),
  avatarUrl: optional("avatar-url", kinds.OZ),
  silent: required("silent", kinds.Jt),
  mention: optional("mention", mentions(mention.l)),
  mentionMap: optional("mention-map", mentionMap(mention.l)),
  ...noticeInputs
};

const discordNotify = action({
  title: "Discord notify",
  inputs: inputs,
  outputs: noticeOutputs,
  async main(given, runner) {
    const ending = given.webhookUrl && foreignEnding(given.webhookUrl);
    if (ending) runner.notice(`The webhook URL ends with "/${ending}", which is for other messages than these; it is left out.`);
    await notify(discord(given, given.payload), given, runner);
  }
});

run(discordNotify);
