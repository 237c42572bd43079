"use strict";
var __webpack_modules__ = {
  7053: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      FS: () => whyLate,
      l$: () => cancelLate,
      uT: () => finishWriting,
      z4: () => liveLate
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(986);
    const finishWriting = 1500;
    const oneRequest = 1500;
    const investigation = 15e3;
    const shortly = 4e3;
    async function cancelLate(target, id, deadline) {
      const {provider: provider} = target.identity;
      try {
        return `${id} ${await target.cancel(id, deadline.afterwards(oneRequest))}.`;
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR)) throw error;
        return `${id} could not be cancelled and may still be running at ${provider}: ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`;
      }
    }
    async function whyLate(target, id, deadline) {
      try {
        const {aborted: aborted} = deadline.signal;
        const time = aborted ? deadline.afterwards(shortly) : deadline.within(investigation);
        return (await (target.why?.(id, time)))?.[0];
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR) return;
        throw error;
      }
    }
    async function liveLate(target, deadline) {
      try {
        return await target.live(deadline.signal.aborted ? deadline.afterwards(oneRequest) : deadline);
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR) return null;
        throw error;
      }
    }
  }),
  668: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      C0: () => deploymentOutputs,
      C6: () => openRecord,
      EU: () => shortName,
      Kg: () => isGood,
      OG: () => flatOutputs,
      QZ: () => worst,
      Z8: () => marks,
      bM: () => statuses,
      r1: () => sameVersion,
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
    function sameVersion(one, other) {
      if (!one || !other) return false;
      if (one.digest && other.digest) return one.digest === other.digest;
      if (one.commit && other.commit) return one.commit === other.commit;
      return one.ref === other.ref;
    }
    function worst(all) {
      return statuses.findLast(status => all.includes(status)) ?? "unchanged";
    }
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
    const deploymentOutputs = [ "deployments", "status", "changed", "version", "previous-version", "url", "deployment-id" ];
    function flatOutputs(records) {
      const [first] = records;
      return {
        deployments: records,
        status: worst(records.map(one => one.status)),
        changed: records.some(one => one.changed),
        version: first?.version?.ref,
        "previous-version": first?.previous?.ref,
        url: first?.url,
        "deployment-id": first?.id
      };
    }
    function openRecord(kind, identity, environment, now) {
      const time = now.toISOString();
      return {
        schema: "ci-actions/deployment@1",
        kind: kind,
        ...identity,
        ...environment && {
          environment: environment
        },
        status: "failed",
        changed: false,
        version: null,
        previous: null,
        live: null,
        startedAt: time,
        finishedAt: time
      };
    }
    function shortName(version) {
      if (!version) return "nothing";
      const digest = version.digest?.startsWith("sha256:") ? version.digest.slice(0, 19) : void 0;
      const named = /^arn:.*\/(.+)$/.exec(version.ref)?.[1];
      return version.commit?.slice(0, 7) ?? named ?? digest ?? version.ref;
    }
  }),
  3467: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      FZ: () => HookTarget,
      Kj: () => callHook,
      nD: () => deployHook
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(563);
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5674);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2023);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(986);
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7934);
    const deployHook = {
      secret: true,
      async parse(given) {
        const address = await _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.EK.parse(given);
        const serviceId = /\/deploy\/(srv-[\w-]+)$/.exec(address.pathname)?.[1];
        if (!serviceId) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.kO("the deploy hook of a service, https://api.render.com/deploy/srv-…?key=…");
        return {
          serviceId: serviceId,
          address: address
        };
      }
    };
    const hookAnswerShape = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.Ikc)({
      deploy: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.Ikc)({
        id: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.YjP)()
      })
    });
    const hints = {
      401: "The key of the hook is not valid (any more); copy the hook from the settings of the service.",
      404: "There is no such hook; copy it from the settings of the service."
    };
    async function callHook(address, brings, connection, log, deadline) {
      const name = "The deploy hook";
      const client = new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.Kj({
        name: name,
        base: address,
        connection: connection,
        hints: hints,
        log: log
      });
      const query = {
        ...brings.commit && {
          ref: brings.commit
        },
        ...brings.image && {
          imgURL: brings.image
        }
      };
      const question = {
        method: "POST",
        path: "",
        query: query
      };
      const {body: body} = await client.ask(question, deadline);
      const answer = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(hookAnswerShape, (0, 
      _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.qF)(body));
      return answer.success ? answer.output.deploy.id : void 0;
    }
    class HookTarget {
      identity;
      #call;
      constructor(serviceId, name, call) {
        this.identity = {
          provider: "render",
          name: name ?? serviceId,
          target: {
            serviceId: serviceId
          }
        };
        this.#call = call;
      }
      async plan() {
        const move = {
          says: `call the deploy hook of ${this.identity.name}`,
          begin: async deadline => {
            const id = await this.#call(deadline);
            if (id) return {
              id: id,
              version: {
                ref: id
              }
            };
            throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.JJ("The deploy hook answered, but not with a deploy; one may be running.", true);
          }
        };
        return {
          live: null,
          before: () => null,
          step: {
            kind: "start",
            move: move
          }
        };
      }
      look=() => needsKey();
      live=() => needsKey();
      previous=() => needsKey();
      find=() => needsKey();
      cancel=() => needsKey();
      restore() {
        return {
          says: "do nothing, without an API key",
          begin: needsKey
        };
      }
      logUrl() {
        return;
      }
    }
    async function needsKey() {
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.HR('A deploy hook can only start a deploy; for anything else give "api-key".');
    }
  }),
  5674: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Vh: () => readJson,
      qF: () => parseJson,
      tz: () => certificateEndsOf,
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
  563: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      JJ: () => Ambiguous,
      Kj: () => Client,
      Lw: () => Refused
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(986);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6588);
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1316);
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1171);
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8175);
    var valibot__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7934);
    var _answer_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5674);
    var _retry_after_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5171);
    var _send_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2570);
    class Refused extends _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR {
      name="Refused";
      status;
      answer;
      constructor(message, answer) {
        super(message);
        this.status = answer.status;
        this.answer = answer;
      }
    }
    class Ambiguous extends _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR {
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
        const pace = (0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_1__.e)((0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_1__.q)(500, 2, 15e3), clock.random);
        for (let times = 0, failures = 0; ;times++) {
          deadline.signal.throwIfAborted();
          this.#service.asking?.();
          const outcome = await this.#once(question, deadline);
          const wait = waitOf(outcome, times, clock.date(), this.#service.dialect);
          if (wait.kind === "done") return wait.answer;
          if (wait.kind === "refused") throw this.#refused(question, wait.answer);
          if (wait.counts) failures++;
          if (wait.executed === "unknown" && !repeatable) {
            const answer = outcome instanceof _send_js__WEBPACK_IMPORTED_MODULE_2__.XX ? void 0 : outcome;
            throw new Ambiguous(`${this.#subject(question)} ${wait.reason}.`, !!answer, answer);
          }
          if (failures >= tries) {
            const often = tries === 1 ? "" : `, ${tries} times in a row`;
            throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.HR(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
          }
          const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
          if (pause > deadline.remaining) throw new _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__.G(`${this.#subject(question)} ${wait.reason}, to be asked again in ${(0, 
          _ci_actions_wait__WEBPACK_IMPORTED_MODULE_4__.c)(pause)}; ` + `${(0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_4__.c)(deadline.remaining)} is left of the time given.`);
          this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${(0, 
          _ci_actions_wait__WEBPACK_IMPORTED_MODULE_4__.c)(pause)}.`);
          await deadline.sleep(pause);
        }
      }
      async askJson(question, shape, deadline) {
        const answer = await this.ask(question, deadline);
        return (0, _answer_js__WEBPACK_IMPORTED_MODULE_5__.Vh)(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
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
          return await (0, _send_js__WEBPACK_IMPORTED_MODULE_2__.tN)(await this.#signed(request, deadline), deadline);
        } catch (error) {
          if (error instanceof _send_js__WEBPACK_IMPORTED_MODULE_2__.XX) return error;
          if (deadline.signal.aborted) throw this.#overdue(question, deadline.signal.reason);
          if (!(error instanceof _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__.G)) throw error;
          return new _send_js__WEBPACK_IMPORTED_MODULE_2__.XX(`it could not be signed within ${(0, 
          _ci_actions_wait__WEBPACK_IMPORTED_MODULE_4__.c)(attemptTimeout)}`, "no", error);
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
        if (!(reason instanceof _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__.G)) return reason;
        return new _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__.G(`${this.#subject(question)} gave no answer. ${reason.message}`);
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
      if (outcome instanceof _send_js__WEBPACK_IMPORTED_MODULE_2__.XX) {
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
        asked: limit ? limit.wait : (0, _retry_after_js__WEBPACK_IMPORTED_MODULE_6__.P)({
          "retry-after": headers["retry-after"]
        }, now),
        counts: !limit
      };
    }
    function usualLimit({status: status, headers: headers}, now) {
      return status === 429 ? {
        wait: (0, _retry_after_js__WEBPACK_IMPORTED_MODULE_6__.P)(headers, now)
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
    const errorShape = (0, valibot__WEBPACK_IMPORTED_MODULE_7__.Ikc)({
      message: (0, valibot__WEBPACK_IMPORTED_MODULE_7__.YjP)()
    });
    function wordsOf({body: body}) {
      const parsed = (0, _answer_js__WEBPACK_IMPORTED_MODULE_5__.qF)(body);
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_8__.K)((0, valibot__WEBPACK_IMPORTED_MODULE_7__.is)(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
    }
  }),
  6457: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      u: () => loopback
    });
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
  2570: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A3: () => reasonOf,
      XX: () => Unanswered,
      tN: () => send
    });
    var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(986);
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6588);
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8175);
    var _answer_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5674);
    var _loopback_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6457);
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
        const outgoing = open(request, incoming => {
          answered = true;
          readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({body: body, cut: cut}) => resolve((0, 
          _answer_js__WEBPACK_IMPORTED_MODULE_1__.ut)(incoming, body, cut)), error => fail(reasonOf(error), error));
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
          fail(`${what} within ${(0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_2__.c)(timeLimit ?? 0)}`, attempt.signal.reason);
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
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.HR(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` + "does not allow. Is its value complete, and on one line?");
      }
    }
    function open(request, answered) {
      const {connection: connection = {}, body: body} = request;
      const options = {
        ...(0, _loopback_js__WEBPACK_IMPORTED_MODULE_4__.u)(request.url.hostname),
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
      const first = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
      if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(first)) return (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(String(first));
      const code = "code" in first ? String(first.code) : void 0;
      const words = code && plainReasons[code];
      if (words) return words.includes(`(`) ? words : `${words} (${code})`;
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(first.message);
    }
  }),
  986: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      HR: () => Failure,
      bD: () => messageOf,
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
    function messageOf(thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }),
  2023: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      EK: () => secretUrl,
      Jt: () => flag,
      KT: () => named,
      OZ: () => url,
      Qq: () => text,
      YY: () => isThisMachine,
      kO: () => Unusable,
      nd: () => integer,
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
    function integer(least = 0, most = Number.MAX_SAFE_INTEGER) {
      const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
      return {
        parse(given) {
          const value = Number(given);
          if (!/^[+-]?\d+$/.test(given) || value < least || value > most) throw new Unusable(`a whole number, ${range}`);
          return value;
        }
      };
    }
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
    function named(item) {
      return {
        ...item.secret && {
          secret: true
        },
        async parse(given) {
          const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? [];
          if (name === void 0 || rest === void 0) return {
            name: void 0,
            value: await parseLine(item, given)
          };
          return {
            name: name,
            value: await parseLine(item, rest)
          };
        }
      };
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
  8565: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      T: () => map,
      o: () => yaml
    });
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7934);
    var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2023);
    function yaml(shape, expected) {
      return {
        async parse(given) {
          const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, await readYaml(given, expected));
          if (result.success) return result.output;
          const issue = result.issues[0];
          const path = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.BuJ)(issue);
          throw new _kinds_js__WEBPACK_IMPORTED_MODULE_1__.kO(path ? `${expected}; at "${path}": ${issue.message}` : expected);
        }
      };
    }
    function map(value) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_0__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.L5J)(), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.z6Y)(given => !Array.isArray(given)), (0, valibot__WEBPACK_IMPORTED_MODULE_0__.g1P)((0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), value));
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
        throw new _kinds_js__WEBPACK_IMPORTED_MODULE_1__.kO(`${expected}; as YAML it cannot be read: ${reason?.replace(/:$/, "")}`);
      }
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
  3159: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Fy: () => limits,
      Kr: () => calls,
      XX: () => render
    });
    var _fit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(173);
    var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9114);
    const limits = {
      whole: 12e3,
      header: 150,
      section: 3e3,
      fields: 10
    };
    const lengths = {
      fallback: 300,
      value: 150,
      words: 300,
      url: 300
    };
    function render(notice, mentions = []) {
      const {mark: mark, colour: colour} = (0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.Li)(notice.outcome);
      const headline = `${mark} ${notice.title}`;
      const text = notice.text ?? "";
      const fallback = (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Px)(`${headline}\n${text}`.trim(), lengths.fallback, escaped);
      const top = [ header(headline), ...section(words(text)), ...calls(mentions) ];
      const facts = factsBlocks(notice.facts);
      const links = linksBlock(notice.links);
      const left = limits.whole - (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(JSON.stringify([ fallback, top, facts, links ]));
      const room = Math.min(limits.section, Math.floor(left / notice.lists.length));
      const lists = notice.lists.flatMap(list => section(markup(listMarkup(list, room))));
      return {
        text: withoutTicks(fallback),
        blocks: top,
        attachments: [ {
          color: colour,
          blocks: [ ...facts, ...lists, links ]
        } ]
      };
    }
    function header(headline) {
      return {
        type: "header",
        text: words(headline, limits.header)
      };
    }
    function calls(mentions) {
      return section(markup(mentions.join(" ")));
    }
    function section(text) {
      return text.text === "" ? [] : [ {
        type: "section",
        text: text
      } ];
    }
    function factsBlocks(facts) {
      const fields = facts.map(fact => markup(`*${fact.name}*\n${linkMarkup(fact)}`));
      const count = Math.ceil(fields.length / limits.fields);
      return Array.from({
        length: count
      }, (_, at) => ({
        type: "section",
        fields: fields.slice(at * limits.fields, (at + 1) * limits.fields)
      }));
    }
    function listMarkup({name: name, items: items}, room) {
      const heading = `*${name}*\n`;
      return heading + (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.RV)(items.map(itemMarkup), room - (0, 
      _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(heading));
    }
    function itemMarkup({outcome: outcome, name: name, words: words, links: links}) {
      const said = `*${foreign(name, lengths.value)}* ${foreign(words, lengths.words)}`;
      return [ `${(0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.Li)(outcome).mark} ${said}`, ...links.map(linkMarkup) ].join(" · ");
    }
    function linksBlock(links) {
      return {
        type: "context",
        elements: [ markup(links.map(linkMarkup).join(" · ")) ]
      };
    }
    function linkMarkup({text: text, url: url}) {
      const words = foreign(text, lengths.value);
      const address = url !== void 0 && URL.canParse(url) ? new URL(url) : void 0;
      if (!address || !/^https?:$/.test(address.protocol)) return words;
      const href = escaped(address.href.replace(/[<>|`\s]/g, encodeURIComponent));
      return (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Bw)(href) > lengths.url ? words : `<${href}|${words.replaceAll("|", "∣")}>`;
    }
    function words(text, room = limits.section) {
      return {
        type: "plain_text",
        text: (0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Px)(text, room, escaped),
        emoji: true
      };
    }
    function markup(text) {
      return {
        type: "mrkdwn",
        text: text,
        verbatim: true
      };
    }
    function foreign(text, room) {
      return withoutTicks((0, _fit_js__WEBPACK_IMPORTED_MODULE_1__.Px)(text, room, escaped));
    }
    function withoutTicks(text) {
      return text.replaceAll("`", "ˋ");
    }
    function escaped(text) {
      return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    }
  }),
  4485: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      m: () => systemClock
    });
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
  }),
  1171: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      G: () => TimedOut
    });
    var _ci_actions_kit_failure__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(986);
    var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4485);
    var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8175);
    class TimedOut extends _ci_actions_kit_failure__WEBPACK_IMPORTED_MODULE_0__.HR {
      name="TimedOut";
    }
    class Deadline {
      clock;
      signal;
      #ends;
      constructor(ms, cancelled, clock = _clock_js__WEBPACK_IMPORTED_MODULE_1__.m) {
        const timeOver = new AbortController;
        this.clock = clock;
        this.#ends = clock.now() + ms;
        clock.after(ms, () => {
          timeOver.abort(new TimedOut(`The time given, ${(0, _duration_js__WEBPACK_IMPORTED_MODULE_2__.c)(ms)}, is over.`));
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
  1316: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      e: () => jittered,
      q: () => growing
    });
    function growing(first, factor, most) {
      return tries => Math.min(most, first * factor ** tries);
    }
    function jittered(pace, random) {
      return tries => random() * pace(tries);
    }
  }),
  779: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      T: () => until
    });
    async function until(ask, pace, deadline) {
      for (let tries = 0; ;tries++) {
        deadline.signal.throwIfAborted();
        const answer = await ask(tries);
        if (answer !== void 0) return answer;
        await deadline.sleep(pace(tries));
      }
    }
  }),
  181: (module => {
    module.exports = process.getBuiltinModule("buffer");
  }),
  6982: (module => {
    module.exports = process.getBuiltinModule("crypto");
  }),
  6698: (module => {
    module.exports = process.getBuiltinModule("node:async_hooks");
  }),
  1421: (module => {
    module.exports = process.getBuiltinModule("node:child_process");
  }),
  7598: (module => {
    module.exports = process.getBuiltinModule("node:crypto");
  }),
  3024: (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  1455: (module => {
    module.exports = process.getBuiltinModule("node:fs/promises");
  }),
  7067: (module => {
    module.exports = process.getBuiltinModule("node:http");
  }),
  2467: (module => {
    module.exports = process.getBuiltinModule("node:http2");
  }),
  4708: (module => {
    module.exports = process.getBuiltinModule("node:https");
  }),
  8161: (module => {
    module.exports = process.getBuiltinModule("node:os");
  }),
  6760: (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  1708: (module => {
    module.exports = process.getBuiltinModule("node:process");
  }),
  7075: (module => {
    module.exports = process.getBuiltinModule("node:stream");
  }),
  7975: (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  8522: (module => {
    module.exports = process.getBuiltinModule("node:zlib");
  }),
  932: (module => {
    module.exports = process.getBuiltinModule("process");
  }),
  3480: (module => {
    module.exports = process.getBuiltinModule("querystring");
  }),
  7016: (module => {
    module.exports = process.getBuiltinModule("url");
  }),
  7934: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BpQ: () => minLength,
      BuJ: () => getDotPath,
      FsL: () => pipe,
      Ikc: () => object,
      KCZ: () => union,
      KIO: () => picklist,
      L5J: () => unknown,
      NpB: () => fallback,
      Oxt: () => variant,
      RZV: () => lazy,
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
      qgA: () => parse,
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
    var ValiError = class extends Error {
      constructor(issues) {
        super(issues[0].message);
        this.name = "ValiError";
        this.issues = issues;
      }
    };
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
    function minLength(requirement, message$1) {
      return {
        kind: "validation",
        type: "min_length",
        reference: minLength,
        async: false,
        expects: `>=${requirement}`,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, {
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
    function lazy(getter) {
      return _standardSchema({
        kind: "schema",
        type: "lazy",
        reference: lazy,
        expects: "unknown",
        async: false,
        getter: getter,
        "~run"(dataset, config$1) {
          return this.getter(dataset.value)["~run"](dataset, config$1);
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
    function variant(key, options, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "variant",
        reference: variant,
        expects: "Object",
        async: false,
        key: key,
        options: options,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            let outputDataset;
            let maxDiscriminatorPriority = 0;
            let invalidDiscriminatorKey = this.key;
            let expectedDiscriminators = [];
            const parseOptions = (variant$1, allKeys) => {
              for (const schema of variant$1.options) {
                if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key)); else {
                  let keysAreValid = true;
                  let currentPriority = 0;
                  for (const currentKey of allKeys) {
                    const discriminatorSchema = schema.entries[currentKey];
                    if (currentKey in input ? discriminatorSchema["~run"]({
                      typed: false,
                      value: input[currentKey]
                    }, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
                      keysAreValid = false;
                      if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
                        maxDiscriminatorPriority = currentPriority;
                        invalidDiscriminatorKey = currentKey;
                        expectedDiscriminators = [];
                      }
                      if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
                      break;
                    }
                    currentPriority++;
                  }
                  if (keysAreValid) {
                    const optionDataset = schema["~run"]({
                      value: input
                    }, config$1);
                    if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
                  }
                }
                if (outputDataset && !outputDataset.issues) break;
              }
            };
            parseOptions(this, new Set([ this.key ]));
            if (outputDataset) return outputDataset;
            _addIssue(this, "type", dataset, config$1, {
              input: input[invalidDiscriminatorKey],
              expected: _joinExpects(expectedDiscriminators, "|"),
              path: [ {
                type: "object",
                origin: "value",
                input: input,
                key: invalidDiscriminatorKey,
                value: input[invalidDiscriminatorKey]
              } ]
            });
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function parse(schema, input, config$1) {
      const dataset = schema["~run"]({
        value: input
      }, getGlobalConfig(config$1));
      if (dataset.issues) throw new ValiError(dataset.issues);
      return dataset.value;
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
    __webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}

__nccwpck_require__.m = __webpack_modules__;

(() => {
  __nccwpck_require__.n = module => {
    var getter = module && module.__esModule ? () => module["default"] : () => module;
    __nccwpck_require__.d(getter, {
      a: getter
    });
    return getter;
  };
})();

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

function choice(by, groups) {
  return {
    by: by,
    groups: groups
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

var external_node_fs_ = __nccwpck_require__(3024);

var external_node_path_ = __nccwpck_require__(6760);

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

function table(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
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
    return (0, external_node_fs_.writeSync)(stdout, bytes);
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
      return (0, external_node_fs_.readFileSync)((0, external_node_path_.join)((0, external_node_path_.dirname)(process.argv[1] ?? ""), "action.yml"), "utf8");
    } catch {
      return;
    }
  }
  get event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return JSON.parse((0, external_node_fs_.readFileSync)(file, "utf8"));
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
    if (file) (0, external_node_fs_.appendFileSync)(file, entries.map(([name, text]) => heredoc(name, text)).join("")); else for (const [name, text] of entries) this.info(`Output ${name}: ${text}`);
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
      (0, external_node_fs_.appendFileSync)(file, safe);
      return;
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`);
    const note = Buffer.from("\n\n… cut here: the job summary may hold 1 MiB.\n");
    const end = safe.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_.appendFileSync)(file, Buffer.concat([ safe.subarray(0, end), note ]));
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
  return (0, external_node_fs_.statSync)(file, {
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

var src_record = __nccwpck_require__(668);

var duration = __nccwpck_require__(8175);

function hasPassed({results: results, require: require}) {
  const isReached = ({outcome: outcome}) => outcome === "reached";
  return require === "any" ? results.some(isReached) : results.every(isReached);
}

const healthOutputs = [ "healthy", "results", "failed", "elapsed-ms" ];

function outputsOf(check) {
  const {results: results, require: require, elapsed: elapsed} = check;
  const all = results.map(result => isHealthy(result, check));
  return {
    healthy: require === "any" ? all.includes(true) : !all.includes(false),
    results: results.map(result => ({
      name: result.target.name,
      target: result.target.shown,
      healthy: isHealthy(result, check),
      attempts: result.attempts,
      status: result.status ?? null,
      "latency-ms": result.latency ?? null,
      "certificate-days": result.certificateDays ?? null,
      reason: result.reason
    })),
    failed: failedOf(check).map(({target: target}) => target.name),
    "elapsed-ms": elapsed
  };
}

function isHealthy({outcome: outcome, healthy: healthy}, {reverse: reverse}) {
  return reverse ? healthy : outcome === "reached";
}

function failedOf({results: results}) {
  return results.filter(({outcome: outcome}) => outcome !== "reached").sort((one, other) => other.outcome.localeCompare(one.outcome));
}

function summaryOf(check) {
  const rows = check.results.map(result => [ plain(result.target.name), code(result.target.shown), isHealthy(result, check) ? "yes" : "no", String(result.status ?? ""), result.latency === void 0 ? "" : `${result.latency} ms`, result.certificateDays === void 0 ? "" : `${result.certificateDays} days`, String(result.attempts), plain(result.reason) ]);
  const head = [ "name", "target", "healthy", "status", "latency", "certificate", "tries", "last seen" ];
  return `### Health check\n\n${headline(check)}\n\n${table(head, rows)}`;
}

function headline(check) {
  const {results: results, require: require, reverse: reverse, elapsed: elapsed} = check;
  const reached = results.filter(({outcome: outcome}) => outcome === "reached").length;
  const wanted = require === "any" && results.length > 1 ? ", one is enough" : "";
  const state = reverse ? "down" : "healthy";
  return `${reached} of ${count(results.length, "target")} ${state} after ${(0, duration.c)(elapsed)}${wanted}.`;
}

const mostTold = 5;

function failureOf(check) {
  const failed = failedOf(check);
  const told = failed.slice(0, mostTold).map(result => complaint(result, check));
  const others = failed.length - told.length;
  return [ ...check.results.length > 1 ? [ headline(check) ] : [], ...told, ...others > 0 ? [ `${others} more stand in the job summary.` ] : [], ...check.reverse ? [] : failed.slice(0, 1).map(adviceOn) ].join(" ");
}

function complaint(result, {reverse: reverse, elapsed: elapsed}) {
  const {target: target, attempts: attempts, reason: reason} = result;
  const called = target.name === target.shown ? target.name : `${target.name} (${target.shown})`;
  const spent = `after ${(0, duration.c)(elapsed)} and ${attempts === 1 ? "1 try" : `${attempts} tries`}`;
  return `${called} ${stateOf(result, reverse)} ${spent}: ${reason}.`;
}

function stateOf({outcome: outcome, healthy: healthy}, reverse) {
  if (outcome === "refused") return 'was given up, as "fail-fast" asks,';
  if (healthy !== reverse) return "did not stay so for as long as asked";
  return reverse ? "is still healthy" : "is not healthy";
}

const adviceByStatus = {
  401: 'Give the credentials it asks for in "headers".',
  403: 'Give the credentials it asks for in "headers".',
  404: "Check the path of the address.",
  405: 'Try another "method".'
};

const reachIt = "Check that it is started and that the runner can reach it.";

const lookAtLog = "Look at its log; give it more time if it only needs longer.";

const adviceByReason = [ [ /^its certificate (ends|has expired)/, "Renew it, or see why nothing renews it." ], [ /^its certificate is for another host/, "Ask by the name that the certificate is for." ], [ /^its certificate/, 'An authority of your own belongs in "ca-file".' ], [ /^there is no such host/, "Check how the host is written, and that the runner knows the name." ], [ /^(it does not speak|answered HTTP)/, "Check the scheme and the port of the address." ], [ /^knows no service/, "Check the name of the service in the address." ], [ /^has no health service/, "Add one to the server, or look at its port with tcp://." ], [ /^(says of|answered gRPC|took longer)/, lookAtLog ] ];

function adviceOn({status: status, reason: reason}) {
  if (status === void 0 || reason.startsWith("its certificate ends")) return adviceByReason.find(([seen]) => seen.test(reason))?.[1] ?? reachIt;
  if (status >= 300 && status < 400) return 'If it is right to redirect, say so in "expect-status".';
  return adviceByStatus[status] ?? lookAtLog;
}

function count(many, noun) {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

var src_deadline = __nccwpck_require__(1171);

var src_client = __nccwpck_require__(563);

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

var src_outcome = __nccwpck_require__(9114);

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

var yaml = __nccwpck_require__(8565);

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

(0, yaml.o)((0, yaml.T)((0, dist.YjP)("an id must stand in quotes")), "a map of GitHub logins to ids, such as \"octocat: '012345'\"");

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

function sentOf({end: end}) {
  return end === "unknown" ? "unknown" : end === "sent";
}

function report(messages, policy, runner) {
  const [first] = messages;
  if (!first) return;
  runner.summary(tell_summaryOf(first.notice, messages));
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

function tell_summaryOf(notice, messages) {
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

const webhook = {
  secret: true,
  async parse(given) {
    const url = await kinds.EK.parse(given);
    if (/\/webhooks\/\d+\/[\w-]+(\/(github|slack))?\/?$/.test(url.pathname)) return url;
    throw new kinds.kO("the URL of a webhook (https://discord.com/api/webhooks/…/…), whole");
  }
};

function bareWebhook(given) {
  const url = new URL(given);
  url.pathname = given.pathname.replace(/(\/(github|slack))?\/?$/, "");
  const thread = given.searchParams.get("thread_id");
  url.search = thread ? new URLSearchParams({
    thread_id: thread
  }).toString() : "";
  return url;
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
      const {withPayload: withPayload} = await __nccwpck_require__.e(199).then(__nccwpck_require__.bind(__nccwpck_require__, 199));
      return withPayload(message, payload, mentions);
    }
  };
}

var blocks = __nccwpck_require__(3159);

const incomingWebhook = {
  secret: true,
  async parse(given) {
    const url = await kinds.EK.parse(given);
    if (/^\/(workflows|triggers)\//.test(url.pathname)) throw new kinds.kO("the URL of an incoming webhook (https://hooks.slack.com/services/…), " + "which that of a Workflow Builder trigger is not");
    return url;
  }
};

const botToken = {
  secret: true,
  parse(given) {
    if (/^xox[a-z]?[.-][\w.-]+$/.test(given)) return given;
    throw new kinds.kO("the token of a Slack app, which begins with xoxb-");
  }
};

const channel = {
  parse(given) {
    if (isId(given) || /^#?[^\s#@:,<>]{1,80}$/.test(given)) return given;
    throw new kinds.kO("the id of a channel such as C012AB3CD, or its name such as #general");
  }
};

function isId(channel) {
  return /^[CDGU][A-Z0-9]{5,}$/.test(channel);
}

const compare = "Compare the secret with the URL that Slack shows.";

const slack_failures_report = 'If "payload" is not given, this is a defect of the action: please report it.';

const token = 'Look at "OAuth & Permissions" of the app (https://api.slack.com/apps).';

const invite = "Invite the bot to the channel: /invite @its-name.";

const admin = "an administrator restricts who may post there. Ask one, or choose another channel.";

const again = "Slack failed, and does not say how far it came.";

const failures_failures = {
  access_denied: `the token may not do this. ${token}`,
  account_inactive: `the account of the token was deleted. ${token}`,
  action_prohibited: admin,
  cant_update_message: 'the message is not one of this bot. Give the "message-id" of its own.',
  cannot_reply_to_message: 'this message takes no replies. Give "thread-ts" of another.',
  channel_is_archived: "the channel is archived. Unarchive it, or choose another. {anew}",
  channel_not_found: "there is no such channel any more, or it cannot be seen. {anew}",
  edit_window_closed: "the message is too old to be changed. Send a new one.",
  ekm_access_denied: "administrators have suspended posting.",
  fatal_error: again,
  internal_error: again,
  invalid_auth: `the token is wrong, or no longer valid. ${token}`,
  invalid_blocks: `the message has blocks that Slack does not take. ${slack_failures_report}`,
  invalid_blocks_format: `the message has blocks that Slack does not take. ${slack_failures_report}`,
  invalid_payload: `the message is nothing that Slack can read. ${slack_failures_report}`,
  invalid_token: `the URL of the webhook is wrong, or no longer valid. ${compare}`,
  is_archived: "the channel is archived. Unarchive it, or choose another.",
  message_not_found: 'there is no such message in the channel. Is "update-ts" of this channel?',
  missing_scope: `the token lacks a scope; chat:write is needed. ${token}`,
  msg_blocks_too_long: `the message is too long. ${slack_failures_report}`,
  msg_too_long: `the message is too long. ${slack_failures_report}`,
  no_active_hooks: "the webhook is switched off. {anew}",
  no_permission: `the token may not do this. ${token}`,
  no_service: "the webhook was removed or switched off, or its URL is not whole. {anew}",
  no_service_id: `the URL of the webhook is not whole. ${compare}`,
  no_team: `the workspace of the webhook does not exist, or the URL is not whole. ${compare}`,
  no_text: `the message has no text. ${slack_failures_report}`,
  not_allowed_token_type: `the token is of a kind that cannot post; it must begin with xoxb-. ${token}`,
  not_authed: `no token arrived. ${token}`,
  not_in_channel: `the bot is not in the channel. ${invite}`,
  posting_to_general_channel_denied: "whoever made the webhook may not post to the general channel. Choose another channel, or let an administrator make it.",
  ratelimited: "too many messages were sent. Send fewer, or to another channel.",
  rate_limited: "too many messages were sent. Send fewer, or to another channel.",
  restricted_action: admin,
  restricted_action_read_only_channel: admin,
  rollup_error: "something about the workspace is wrong. Ask its owner, or Slack.",
  service_unavailable: again,
  request_timeout: again,
  team_access_not_granted: "the app is not installed in this workspace. Install it there.",
  team_disabled: "the workspace is disabled. Ask its owner.",
  token_expired: `the token has expired. ${token}`,
  token_revoked: `the token was revoked. ${token}`,
  too_many_attachments: `the message has too many attachments. ${slack_failures_report}`,
  user_not_found: "the member the webhook writes to does not exist any more. {anew}"
};

const openFailures = Object.keys(failures_failures).filter(word => failures_failures[word] === again);

function failures_sayFailure(word, anew) {
  if (!Object.hasOwn(failures_failures, word)) return;
  return failures_failures[word]?.replace("{anew}", anew);
}

function botOf(base, token, spot) {
  const {channel: channel, threadTs: threadTs, updateTs: updateTs, replyBroadcast: replyBroadcast} = spot;
  const thread = threadTs && {
    thread_ts: threadTs,
    reply_broadcast: replyBroadcast
  };
  return {
    base: base,
    headers: {
      authorization: `Bearer ${token}`
    },
    isChange: updateTs !== void 0,
    request: message => updateTs ? {
      method: "POST",
      path: "/chat.update",
      json: {
        channel: channel,
        ts: updateTs,
        ...message
      },
      repeatable: true
    } : {
      method: "POST",
      path: "/chat.postMessage",
      json: {
        channel: channel,
        ...message,
        ...thread
      }
    },
    read: readApi
  };
}

const answerShape = (0, dist.Oxt)("ok", [ (0, dist.Ikc)({
  ok: (0, dist.euz)(true),
  channel: (0, dist.YjP)(),
  ts: (0, dist.YjP)()
}), (0, dist.Ikc)({
  ok: (0, dist.euz)(false),
  error: (0, dist.YjP)(),
  needed: (0, dist.cl6)((0, dist.YjP)()),
  response_metadata: (0, dist.cl6)((0, dist.Ikc)({
    messages: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()))
  }))
}) ]);

function readApi(answer) {
  const {success: success, output: output} = (0, dist.xLC)(answerShape, (0, src_answer.qF)(answer.body));
  if (!success || output.ok && answer.status !== 200) return unreadable("Slack", "its JSON", answer);
  if (output.ok) return {
    end: "sent",
    messageId: output.ts,
    channelId: output.channel
  };
  const {error: error, needed: needed, response_metadata: response_metadata} = output;
  const meaning = failures_sayFailure(error, "Give its id, and invite the bot to it: /invite @its-name.");
  const details = [ needed && `needed: ${needed}`, ...response_metadata?.messages ?? [] ];
  const detail = details.filter(Boolean).join("; ");
  return {
    end: openFailures.includes(error) ? "unknown" : "refused",
    reason: `Slack answered ${(0, quote.K)(error, 60)}${meaning ? `: ${meaning}` : "."}` + (detail && ` It adds: "${(0, 
    quote.K)(detail, 200)}".`)
  };
}

function webhookOf(base, threadTs) {
  return {
    base: base,
    isChange: false,
    request: message => ({
      method: "POST",
      path: "",
      json: {
        ...message,
        ...threadTs && {
          thread_ts: threadTs
        }
      }
    }),
    read: readWebhook
  };
}

function readWebhook(answer) {
  const {status: status, body: body} = answer;
  const word = body.trim();
  if (status === 200 && word === "ok") return {
    end: "sent"
  };
  const meaning = failures_sayFailure(word, webhook_anew);
  if (meaning) return {
    end: "refused",
    reason: `Slack answered ${status} ${word}: ${meaning}`
  };
  return unreadable("Slack", '"ok"', answer);
}

const webhook_anew = "Make a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.";

function destination_destinationOf(address) {
  const {webhookUrl: webhookUrl, token: token, channel: channel, threadTs: threadTs, updateTs: updateTs, apiUrl: apiUrl} = address;
  const {replyBroadcast: replyBroadcast = false} = address;
  if (replyBroadcast && !threadTs) throw new failure.dz('Input "reply-broadcast" needs "thread-ts", the message that is replied to.');
  if (updateTs && threadTs) throw new failure.dz('Input "update-ts" changes a message where it is; "thread-ts" can only place a new one.');
  if (updateTs && channel && !isId(channel)) throw new failure.dz('Input "update-ts" needs the id of the channel: the "channel-id" output of the step that sent the message.');
  if (token) {
    if (channel) return botOf(apiUrl, token, {
      channel: channel,
      threadTs: threadTs,
      updateTs: updateTs,
      replyBroadcast: replyBroadcast
    });
    throw new failure.dz('Input "channel" is required with "token": the channel to post to.');
  }
  if (!webhookUrl) return;
  const botsOnly = {
    channel: channel,
    "update-ts": updateTs,
    "reply-broadcast": replyBroadcast
  };
  const [unusable] = Object.entries(botsOnly).find(([, value]) => value) ?? [];
  if (!unusable) return webhookOf(webhookUrl, threadTs);
  throw new failure.dz(`Input "${unusable}" needs a bot's "token"; a webhook only posts to its own channel.`);
}

function slack(address, payload) {
  return {
    name: "Slack",
    destination: destination_destinationOf(address),
    missing: address.channel ? "token" : "webhook-url",
    async compose(notice, mentions) {
      const message = (0, blocks.XX)(notice, mentions);
      if (!payload) return message;
      const {withPayload: withPayload} = await __nccwpck_require__.e(463).then(__nccwpck_require__.bind(__nccwpck_require__, 8463));
      return withPayload(message, payload, mentions);
    }
  };
}

var src_clock = __nccwpck_require__(4485);

var src_pace = __nccwpck_require__(1316);

var until = __nccwpck_require__(779);

function watchOf(targets, log) {
  return {
    pace: (0, src_pace.q)(500, 1.5, Math.max(5e3, targets * 600)),
    log: log
  };
}

const missingFor = 6e4;

const heartbeat = 6e4;

async function follow(target, {id: id, version: version}, watch, deadline) {
  const tell = progress(target.identity.name, id, watch.log, () => deadline.clock.now());
  let known = version;
  const ask = async () => {
    const look = await target.look(id, deadline);
    if (look.state !== "missing") known = look.version;
    tell(look);
    return verdictOf(look, id, tell.elapsed());
  };
  try {
    return await (0, until.T)(ask, watch.pace, deadline);
  } catch (error) {
    if (!(error instanceof failure.HR)) throw error;
    return {
      status: statusOf(error),
      version: known,
      reason: whyNot(error, target, id, tell.phase())
    };
  }
}

function verdictOf(look, id, elapsed) {
  switch (look.state) {
   case "running":
    return;

   case "live":
    return {
      status: "succeeded",
      version: look.version
    };

   case "missing":
    if (elapsed < missingFor) return;
    throw new failure.HR(`${id} was started, but is still not to be found after ${(0, 
    duration.c)(elapsed)}.`);

   default:
    return {
      status: look.state,
      version: look.version,
      reason: look.reason
    };
  }
}

function statusOf(error) {
  if (error instanceof failure.cJ) return "cancelled";
  if (error instanceof src_deadline.G) return "timed-out";
  if (error instanceof failure.HR) return "failed";
  throw error;
}

function whyNot(error, {identity: identity}, id, phase) {
  const still = `${id} was started and is still running at ${identity.provider} (${phase})`;
  if (error instanceof failure.cJ) return `The job was cancelled; ${still}.`;
  return error instanceof src_deadline.G ? `${error.message} ${still}.` : `${error.message} (${still}.)`;
}

function progress(name, id, log, now) {
  const began = now();
  let phase = "not seen yet";
  let said = Number.NEGATIVE_INFINITY;
  const tell = look => {
    const seen = look.state === "running" ? look.phase : look.state;
    const elapsed = now() - began;
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${(0, duration.c)(elapsed)})`); else if (elapsed - said >= heartbeat) log(`${name}: still ${seen} after ${(0, 
    duration.c)(elapsed)} (${id})`); else return;
    phase = seen;
    said = elapsed;
  };
  return Object.assign(tell, {
    phase: () => phase,
    elapsed: () => now() - began
  });
}

var late = __nccwpck_require__(7053);

async function goBack(target, way, {pace: pace, log: log}, deadline) {
  const {clock: clock} = deadline;
  const {name: name} = target.identity;
  let record = (0, src_record.C6)("rollback", target.identity, way.environment, clock.date());
  const end = part => ({
    ...record,
    ...part,
    ...target.identity,
    finishedAt: clock.date().toISOString()
  });
  try {
    const live = await target.live(deadline);
    record = {
      ...record,
      live: live,
      previous: live
    };
    const aim = target.aim ? await target.aim(deadline) : live;
    const same = target.same?.bind(target);
    const to = destination({
      live: live,
      aim: aim
    }, await way.to(deadline), way, same);
    if (!to) return end({
      status: "unchanged",
      version: live,
      reason: `${(0, src_record.EU)(live)} is live already.`
    });
    const move = target.restore(to);
    if (way.dryRun) return end({
      status: "dry-run",
      version: to,
      reason: `Would ${move.says}.`
    });
    deadline.signal.throwIfAborted();
    record = {
      ...record,
      changed: true,
      version: to
    };
    const started = await move.begin(deadline.outlivedBy(late.uT));
    log(`${name}: going back to ${(0, src_record.EU)(to)} with ${started.id}`);
    const logUrl = target.logUrl(started.id);
    record = {
      ...record,
      id: started.id,
      ...logUrl && {
        logUrl: logUrl
      }
    };
    if (way.wait === false) return end({
      status: "started",
      live: null,
      reason: "Nobody waits for its end."
    });
    const verdict = await follow(target, started, {
      pace: pace,
      log: log
    }, deadline);
    const liveNow = verdict.status === "succeeded" ? verdict.version : await (0, late.z4)(target, deadline);
    return end({
      ...verdict,
      live: liveNow
    });
  } catch (error) {
    const changed = error instanceof src_client.JJ || record.changed && deadline.signal.aborted;
    return end({
      changed: changed,
      status: statusOf(error),
      reason: (0, failure.bD)(error)
    });
  }
}

function destination({live: live, aim: aim}, to, {from: from, force: force}, same = src_record.r1) {
  if (!to) throw new failure.HR("There is nothing to go back to: no version is known that served before. " + 'Name one with "to" of rollback, or deploy a good one.');
  if (same(live, to) && same(aim, to)) return null;
  if (force || !aim || !from || same(aim, from) || same(aim, to)) return to;
  throw new failure.HR(`${(0, src_record.EU)(aim)} (${aim.ref}) is live or on its way, which is neither the version to leave, ${(0, 
  src_record.EU)(from)}, ` + `nor the one to go back to, ${(0, src_record.EU)(to)}: somebody has deployed since. ` + 'With "force: true" rollback goes back all the same.');
}

async function deploy(targets, order, runner, clock = src_clock.m) {
  const watch = watchOf(targets.length, line => runner.info(line));
  const deadline = new src_deadline.B(order.timeout, runner.cancelled, clock);
  const records = await Promise.all(targets.map(async target => {
    const job = {
      target: target,
      order: order,
      watch: watch,
      deadline: deadline
    };
    return finish(job, await deployOne(job));
  }));
  const failed = records.find(callsForRollback);
  if (!failed || order.onFailure === "leave" || runner.cancelled.aborted) return records;
  const again = new src_deadline.B(order.timeout, runner.cancelled, clock);
  return putBack(targets, records, `${failed.name} ${failed.status}`, {
    watch: watch,
    deadline: again
  });
}

function putBack(targets, records, because, terms) {
  if (records.some(({changed: changed}) => changed)) terms.watch.log(`Everything that was changed is put back because ${because}.`);
  return Promise.all(records.map(async (record, at) => {
    const target = targets[at];
    return target ? finish({
      target: target,
      ...terms
    }, await putBackOne(target, record, because, terms)) : record;
  }));
}

async function deployOne(job) {
  const {target: target, order: order, deadline: deadline} = job;
  let record = (0, src_record.C6)("deploy", target.identity, order.environment, deadline.clock.date());
  try {
    const plan = await target.plan(deadline);
    record = {
      ...record,
      live: plan.live,
      previous: plan.live
    };
    const {step: step} = plan;
    if (step.kind === "unchanged") return unchanged(record, plan, step.version);
    if (order.dryRun) return {
      ...record,
      status: "dry-run",
      reason: `Would ${inWords(step)}.`
    };
    deadline.signal.throwIfAborted();
    record = {
      ...record,
      changed: true
    };
    const started = await begin(job, step);
    record = {
      ...record,
      ...startedPart(target, plan, started)
    };
    if (!order.wait) return {
      ...record,
      status: "started",
      reason: "Nobody waits for its end."
    };
    const verdict = await follow(target, started, job.watch, deadline);
    record = {
      ...record,
      ...verdict,
      previous: plan.before(verdict.version)
    };
    return await conclude(job, started, record);
  } catch (error) {
    const changed = error instanceof src_client.JJ || record.changed && deadline.signal.aborted;
    return {
      ...record,
      changed: changed,
      status: statusOf(error),
      reason: (0, failure.bD)(error)
    };
  }
}

async function begin({target: target, watch: watch, deadline: deadline}, step) {
  const {name: name} = target.identity;
  if (step.kind === "attach") {
    watch.log(`${name}: ${step.started.id} is on its way with this version; following it.`);
    return step.started;
  }
  const started = await step.move.begin(deadline.outlivedBy(late.uT));
  watch.log(`${name}: started ${started.id}`);
  return started;
}

async function conclude({target: target, order: order, deadline: deadline}, {id: id}, record) {
  if (record.status === "succeeded") return {
    ...record,
    live: record.version
  };
  const jobIsCancelled = record.status === "cancelled" && deadline.signal.aborted;
  if (!jobIsCancelled) {
    const why = record.status === "superseded" ? void 0 : await (0, late.FS)(target, id, deadline);
    const reason = [ record.reason, why ].filter(Boolean).join(" ");
    return {
      ...record,
      reason: reason,
      live: await (0, late.z4)(target, deadline)
    };
  }
  if (order.onCancel === "leave") return {
    ...record,
    live: await (0, late.z4)(target, deadline)
  };
  const reason = `The job was cancelled; ${await (0, late.l$)(target, id, deadline)}`;
  return {
    ...record,
    reason: reason,
    live: await (0, late.z4)(target, deadline)
  };
}

async function putBackOne(target, record, because, {watch: watch, deadline: deadline, wait: wait = true}) {
  const {id: id, version: version, previous: previous} = record;
  const isStopped = !wait && record.status === "cancelled";
  if (!record.changed || !version || record.status === "superseded" || isStopped) return record;
  const stopped = record.status === "timed-out" && id && await (0, late.l$)(target, id, deadline);
  if (!previous) {
    const why = record.reason ?? `It is not put back, though ${because}.`;
    const nothing = "There is nothing to go back to: nothing is known that served before.";
    return {
      ...record,
      status: "failed",
      reason: [ why, stopped, nothing ].filter(Boolean).join(" ")
    };
  }
  const why = record.reason ?? `It is put back because ${because}.`;
  const way = {
    from: version,
    to: async () => previous,
    force: false,
    wait: wait
  };
  const back = await goBack(target, way, watch, deadline);
  if (back.status === "unchanged") return {
    ...record,
    live: back.live,
    reason: stopped ? `${why} ${stopped}` : why
  };
  if (back.status === "succeeded") {
    const status = record.status === "succeeded" ? "rolled-back" : record.status;
    return {
      ...record,
      status: status,
      live: back.live,
      reason: `${why} ${(0, src_record.EU)(previous)} is live again.`
    };
  }
  const status = [ "cancelled", "started" ].includes(back.status) ? "cancelled" : "failed";
  const how = back.status === "started" ? `${(0, src_record.EU)(previous)} is on its way back with ${back.id}.` : `Putting back: ${back.reason}`;
  return {
    ...record,
    status: status,
    live: back.live,
    reason: `${why} ${how}`
  };
}

function callsForRollback({status: status}) {
  return !(0, src_record.Kg)(status) && status !== "superseded";
}

function unchanged(record, plan, version) {
  const reason = `${(0, src_record.EU)(version)} is live already.`;
  return {
    ...record,
    status: "unchanged",
    version: version,
    previous: plan.before(version),
    reason: reason
  };
}

function startedPart(target, plan, {id: id, version: version}) {
  const logUrl = target.logUrl(id);
  return {
    id: id,
    version: version,
    previous: plan.before(version),
    ...logUrl && {
      logUrl: logUrl
    }
  };
}

function inWords(step) {
  return step.kind === "attach" ? `follow ${step.started.id}, which is on its way with this version` : step.move.says;
}

function finish({target: target, deadline: deadline}, record) {
  return {
    ...record,
    ...target.identity,
    finishedAt: deadline.clock.date().toISOString()
  };
}

function certificatesIn(file, workspace) {
  const text = readText((0, external_node_path_.resolve)(workspace, file));
  if (text?.includes("-----BEGIN CERTIFICATE-----")) return text;
  const seen = text === void 0 ? "cannot be read" : "holds none";
  throw new failure.dz(`Input "ca-file" must be a file of certificates (PEM); ${(0, 
  quote.h)(file)} ${seen}.`);
}

function readText(file) {
  try {
    return (0, external_node_fs_.readFileSync)(file, "utf8");
  } catch {
    return;
  }
}

const headers = {
  async parse(given) {
    const lines = await (0, kinds.p_)(kinds.Qq).parse(given);
    return Object.fromEntries(lines.map((line, index) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (name === void 0 || value === void 0 || !/^[\t\x20-\x7E\x80-\xFF]+$/.test(value)) throw new kinds.kO('"Name: value", one a line', `${name ?? `line ${index + 1}`} (hidden)`);
      return [ name.toLowerCase(), value ];
    }));
  }
};

const expression = {
  parse(given) {
    const [, source = given, flags = ""] = slashed.exec(given) ?? [];
    try {
      return new RegExp(source, flags.replace(/[gy]/g, ""));
    } catch (error) {
      throw new kinds.kO(`a regular expression (${String(error)})`);
    }
  }
};

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isExpression(given) {
  return slashed.test(given);
}

let bench;

function search(pattern, text, most = 1e3) {
  bench ??= newBench();
  const {context: context, script: script} = bench;
  Object.assign(context, {
    pattern: pattern,
    text: text
  });
  try {
    return script.runInContext(context, {
      timeout: most
    }) ? "found" : "absent";
  } catch (error) {
    if (isTimeout(error)) return "too slow";
    throw error;
  }
}

function newBench() {
  const {createContext: createContext, Script: Script} = process.getBuiltinModule("node:vm");
  return {
    context: createContext(),
    script: new Script("pattern.test(text)")
  };
}

function isTimeout(error) {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

const pattern = {
  async parse(given) {
    if (!isExpression(given)) return given;
    try {
      return await expression.parse(given);
    } catch (error) {
      throw error instanceof kinds.kO ? new kinds.kO(`text or ${error.expected}`) : error;
    }
  }
};

const patterns = {
  async parse(given) {
    const lines = Object.entries(await headers.parse(given));
    const parsed = lines.map(async ([name, value]) => [ name, await pattern.parse(value) ]);
    return Object.fromEntries(await Promise.all(parsed));
  }
};

function pattern_search(pattern, text) {
  if (typeof pattern !== "string") return search(pattern, text);
  return text.includes(pattern) ? "found" : "absent";
}

const statuses = {
  parse(given) {
    const ranges = given.split(/[,\s]+/).filter(item => item !== "").map(rangeOf);
    return {
      text: given.replace(/\s+/g, " "),
      has: status => ranges.some(([from, to]) => status >= from && status <= to)
    };
  }
};

function rangeOf(item) {
  const [, first, last] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replace(/^([1-5])xx$/i, "$100-$199")) ?? [];
  const [from, to] = [ Number(first), Number(last ?? first) ];
  if (first === void 0 || from > to) throw new kinds.kO("statuses such as 200, 200-299 or 200,204,300-399", item);
  return [ from, to ];
}

const period = {
  async parse(given) {
    const ms = await kinds.p0.parse(given);
    if (ms === 0) throw new kinds.kO("a duration longer than 0");
    return ms;
  }
};

const healthInputs = {
  method: required("method", (0, kinds.yL)("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
  headers: optional("headers", headers),
  body: optional("body", kinds.Qq),
  expectStatus: required("expect-status", statuses),
  expectBody: optional("expect-body", pattern),
  expectJson: optional("expect-json", (0, yaml.o)((0, yaml.T)((0, dist.L5J)()), 'YAML such as "status: UP", a path and its value a line')),
  expectHeader: optional("expect-header", patterns),
  maxLatency: optional("max-latency", period),
  minCertificateDays: optional("min-certificate-days", (0, kinds.nd)(1)),
  interval: required("interval", period),
  attemptTimeout: required("attempt-timeout", period),
  initialDelay: required("initial-delay", kinds.p0),
  successes: required("successes", (0, kinds.nd)(1)),
  stableFor: required("stable-for", kinds.p0),
  failFast: optional("fail-fast", statuses),
  caFile: optional("ca-file", kinds.Qq),
  insecure: required("insecure", kinds.Jt)
};

const ofBody = [ "expectBody", "expectJson" ];

const ofHttp = [ "headers", "body", ...ofBody, "expectHeader", "failFast" ];

function refuseContradictions(given) {
  const {initialDelay: initialDelay, stableFor: stableFor, timeout: timeout, insecure: insecure, method: method, targets: targets} = given;
  if (initialDelay + stableFor >= timeout) throw new failure.dz(`Inputs "initial-delay" and "stable-for" together must be shorter than the ${(0, 
  duration.c)(timeout)} of the ` + "check, or there is no time left to look.");
  if (insecure) refuse([ "caFile" ], given, 'has no effect while "insecure" is true: give one of the two.');
  if (method === "HEAD") refuse(ofBody, given, "cannot be met with method HEAD, whose answers have no body: use GET.");
  const has = (...protocols) => targets.some(({url: url}) => protocols.includes(url.protocol));
  if (!has("https:", "grpcs:")) refuse([ "minCertificateDays" ], given, "is for https and grpcs targets, and there is none: no other shows a certificate.");
  if (!has("http:", "https:")) refuse(has("grpc:", "grpcs:") ? ofHttp.filter(key => key !== "headers") : ofHttp, given, "is for http(s) targets, and there is none: of others it is looked whether they take connections, " + "or say that they are serving.");
}

function refuse(keys, given, why) {
  const key = keys.find(one => given[one] !== void 0);
  if (key) throw new failure.dz(`Input "${healthInputs[key].name}" ${why}`);
}

function authorization(login) {
  if (login === void 0) return {};
  return {
    authorization: `Basic ${Buffer.from(login).toString("base64")}`
  };
}

function secretsOf(targets, headers) {
  const logins = targets.flatMap(({login: login}) => secretsOfLogin(login));
  const named = [ ...targets.flatMap(({url: url}) => [ ...url.searchParams ]), ...Object.entries(headers) ];
  const values = named.filter(([name]) => telling.test(name)).flatMap(([, value]) => partsOf(value));
  return [ ...logins, ...values ].filter(secret => secret.length >= 4);
}

function secretsOfLogin(login) {
  if (login === void 0) return [];
  const colon = login.indexOf(":");
  const password = login.slice(colon + 1);
  const sent = Object.values(authorization(login)).flatMap(partsOf);
  return [ ...sent, login, password === "" ? login.slice(0, colon) : password ];
}

const telling = /auth|token|secret|key|cookie|passw|session|signature|credential/i;

function partsOf(value) {
  const parts = value.split(/[\s;,]+/);
  const values = parts.map(part => part.replace(/^[\w-]+=(?=.)/, ""));
  return [ value, ...[ ...parts, ...values ].filter(part => part.length >= 8) ];
}

const diary_heartbeat = 3e4;

function diary(name, now, tell) {
  const began = now();
  let told = {
    reason: "",
    at: began
  };
  return ({healthy: healthy, reason: reason, detail: detail}, attempts) => {
    const isNews = reason !== told.reason;
    if (!isNews && now() - told.at < diary_heartbeat) return;
    told = {
      reason: reason,
      at: now()
    };
    const state = healthy ? "healthy" : "not healthy";
    const still = isNews ? "" : ` still, after ${(0, duration.c)(now() - began)} and ${attempts} tries`;
    tell(`${name} is ${state}${still}: ${reason}${detail ? ` (${detail})` : ""}.`);
  };
}

function judge(seen, expected) {
  const complaint = complaintAbout(seen, expected) ?? endOfCertificate(seen, expected) ?? slowness(seen, expected);
  if (complaint) return {
    healthy: false,
    ...complaint
  };
  return {
    healthy: true,
    reason: goodness(seen)
  };
}

function goodness(seen) {
  if (seen.kind === "answered") return `answered ${seen.status}`;
  return seen.kind === "said" ? seen.reason : "takes connections";
}

function complaintAbout(seen, expected) {
  if (seen.kind === "connected") return;
  if (seen.kind === "nothing") return {
    reason: seen.reason
  };
  if (seen.kind === "said") return seen.serving ? void 0 : {
    reason: seen.reason
  };
  return wrongStatus(seen, expected) ?? wrongHeader(seen, expected) ?? wrongBody(seen, expected) ?? wrongJson(seen, expected);
}

function wrongStatus(answer, {status: status}) {
  if (status.has(answer.status)) return;
  return {
    reason: `answered ${answer.status}, expected ${status.text}`,
    detail: beginning(answer)
  };
}

function wrongHeader(answer, {headers: headers}) {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = answer.headers[name];
    const subject = `answered ${answer.status}, but its header ${name}`;
    if (value === void 0) return {
      reason: `${subject} is missing`
    };
    const text = String(value);
    const missing = absence(pattern, text);
    if (missing) return {
      reason: `${subject} ${missing}`,
      detail: `it is ${(0, quote.h)(text)}`
    };
  }
  return;
}

function wrongBody(answer, {body: body}) {
  const missing = body && absence(body, answer.body);
  if (!missing) return;
  return {
    reason: `answered ${answer.status}, but its body ${missing}`,
    detail: beginning(answer)
  };
}

function absence(pattern, text) {
  const result = pattern_search(pattern, text);
  if (result === "found") return;
  const wanted = typeof pattern === "string" ? (0, quote.h)(pattern) : (0, quote.K)(String(pattern), 80);
  return result === "absent" ? `does not hold ${wanted}` : `could not be searched for ${wanted} within 1 s; a simpler expression would help`;
}

function wrongJson(answer, {json: json}) {
  const wanted = Object.entries(json);
  if (wanted.length === 0) return;
  const document = answer.cut ? void 0 : (0, src_answer.qF)(answer.body);
  if (document === void 0) return {
    reason: `answered ${answer.status}, but no JSON`,
    detail: beginning(answer)
  };
  const wrong = wanted.find(([path, value]) => !holds(at(document, path), value));
  if (!wrong) return;
  const [path, value] = wrong;
  return {
    reason: `answered ${answer.status}, but ${(0, quote.h)(path)} of its JSON is not ${inJson(value)}`,
    detail: `it is ${inJson(at(document, path))}`
  };
}

function at(document, path) {
  if (isMap(document) && Object.hasOwn(document, path)) return document[path];
  const keys = path.replace(/^\$/, "").replace(/\[(\d+)\]/g, ".$1").split(".");
  return keys.filter(key => key !== "").reduce((inner, key) => isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : void 0, document);
}

function holds(actual, wanted) {
  if (!isMap(wanted)) return actual === wanted;
  if (!isMap(actual) || Array.isArray(actual) !== Array.isArray(wanted)) return false;
  if (Array.isArray(wanted) && Array.isArray(actual) && wanted.length !== actual.length) return false;
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(actual, key) && holds(actual[key], value));
}

function isMap(value) {
  return typeof value === "object" && value !== null;
}

function inJson(value) {
  return value === void 0 ? "missing" : (0, quote.K)(JSON.stringify(value), 80);
}

function endOfCertificate({certificateDays: certificateDays}, {minCertificateDays: minCertificateDays}) {
  if (minCertificateDays === void 0 || certificateDays === void 0) return;
  if (certificateDays >= minCertificateDays) return;
  const left = `${certificateDays} day${certificateDays === 1 ? "" : "s"}`;
  return {
    reason: `its certificate ends in ${left}, expected at least ${minCertificateDays}`
  };
}

function slowness({latency: latency}, {maxLatency: maxLatency}) {
  if (maxLatency === void 0 || latency <= maxLatency) return;
  return {
    reason: `took longer than ${maxLatency} ms`,
    detail: `it took ${latency} ms`
  };
}

function beginning({body: body, cut: cut}) {
  const begin = body.trim() === "" ? "the body is empty" : `the body begins ${(0, 
  quote.h)(body)}`;
  return cut ? `${begin}; only its first 1 MiB was read` : begin;
}

var src_send = __nccwpck_require__(2570);

const external_node_querystring_namespaceObject = process.getBuiltinModule("node:querystring");

var external_node_querystring_default = __nccwpck_require__.n(external_node_querystring_namespaceObject);

var loopback = __nccwpck_require__(6457);

function connect(url, {signal: signal}) {
  const net = process.getBuiltinModule("node:net");
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = net.connect(placeOf(url));
    const giveUp = () => void socket.destroy(signal.reason);
    signal.addEventListener("abort", giveUp, {
      once: true
    });
    socket.on("connect", () => {
      resolve({
        kind: "connected"
      });
      socket.destroy();
    });
    socket.on("error", error => {
      reject(signal.aborted ? error : new src_send.XX((0, src_send.A3)(error), "no", error));
    });
    socket.on("close", () => signal.removeEventListener("abort", giveUp));
  });
}

function placeOf({protocol: protocol, hostname: hostname, port: port, pathname: pathname}) {
  if (protocol === "unix:") return {
    path: external_node_querystring_default().unescape(pathname)
  };
  const host = hostname.replace(/^\[|\]$/g, "");
  return {
    host: host,
    port: Number(port),
    ...(0, loopback.u)(host)
  };
}

async function askGrpc(url, headers, connection, deadline) {
  deadline.signal.throwIfAborted();
  const service = external_node_querystring_default().unescape(url.pathname.slice(1));
  const session = grpc_open(url, connection);
  const giveUp = () => session.destroy(deadline.signal.reason);
  deadline.signal.addEventListener("abort", giveUp, {
    once: true
  });
  try {
    let certificateEnds;
    session.on("connect", (_session, socket) => {
      certificateEnds = (0, src_answer.tz)(socket);
    });
    const said = verdict(service, await call(session, headers, question(service)));
    return {
      ...said,
      certificateEnds: certificateEnds
    };
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    const first = error instanceof Error && error.cause ? error.cause : error;
    throw new src_send.XX((0, src_send.A3)(first), "unknown", error);
  } finally {
    deadline.signal.removeEventListener("abort", giveUp);
    session.destroy();
  }
}

function grpc_open({protocol: protocol, host: host, hostname: hostname}, {ca: ca, insecure: insecure}) {
  const http2 = process.getBuiltinModule("node:http2");
  const scheme = protocol === "grpcs:" ? "https" : "http";
  const trust = {
    ...ca && {
      ca: ca
    },
    rejectUnauthorized: !insecure
  };
  return http2.connect(`${scheme}://${host}`, {
    ...(0, loopback.u)(hostname),
    ...trust
  });
}

const mostBytes = 4096;

function call(session, headers, body) {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error("the connection was closed before an answer came"));
    session.on("error", reject);
    session.on("close", closed);
    const stream = session.request({
      ...headers,
      ":method": "POST",
      ":path": "/grpc.health.v1.Health/Check",
      "content-type": "application/grpc",
      te: "trailers"
    });
    let fields = {};
    const chunks = [];
    let length = 0;
    stream.on("response", head => {
      fields = {
        ...head
      };
    });
    stream.on("trailers", trailers => {
      fields = {
        ...fields,
        ...trailers
      };
    });
    stream.on("data", chunk => {
      if (length < mostBytes) chunks.push(chunk);
      length += chunk.length;
    });
    stream.on("error", reject);
    stream.on("end", () => {
      if (fields[":status"] === void 0) return closed();
      resolve({
        status: Number(fields[":status"]),
        contentType: String(fields["content-type"] ?? ""),
        grpcStatus: fields["grpc-status"] === void 0 ? void 0 : String(fields["grpc-status"]),
        message: external_node_querystring_default().unescape(String(fields["grpc-message"] ?? "")),
        body: Buffer.concat(chunks)
      });
    });
    stream.end(body);
  });
}

function question(service) {
  const name = Buffer.from(service);
  const message = name.length === 0 ? name : Buffer.concat([ Buffer.of(10), varint(name.length), name ]);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([ prefix, message ]);
}

function varint(number) {
  const bytes = [];
  let rest = number;
  for (;rest > 127; rest >>>= 7) bytes.push(rest & 127 | 128);
  return Buffer.of(...bytes, rest);
}

const states = [ "UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN" ];

function verdict(service, answer) {
  const {status: status, contentType: contentType, grpcStatus: grpcStatus, message: message, body: body} = answer;
  const no = reason => ({
    kind: "said",
    serving: false,
    reason: reason
  });
  if (status !== 200 || !contentType.startsWith("application/grpc")) return no(`answered HTTP ${status}, which is not gRPC`);
  const named = service === "" ? "the server" : (0, quote.K)(service, 80);
  if (grpcStatus === "5") return no(`knows no service "${named}" (NOT_FOUND)`);
  if (grpcStatus === "12") return no("has no health service, grpc.health.v1.Health (UNIMPLEMENTED)");
  if (grpcStatus !== "0") {
    const said = message === "" ? "" : `: ${(0, quote.K)(message, 120)}`;
    return no(`answered gRPC status ${grpcStatus ?? "none"}${said}`);
  }
  const state = stateIn(body);
  if (state === void 0) return no("answered gRPC status 0, but no health that can be read");
  const reason = `says of ${named}: ${states[state] ?? state}`;
  return {
    kind: "said",
    serving: states[state] === "SERVING",
    reason: reason
  };
}

function stateIn(body) {
  if (body.length < 5 || body[0] !== 0) return;
  const message = body.subarray(5, 5 + body.readUInt32BE(1));
  if (message.length === 0) return 0;
  const [tag, value] = message;
  return tag === 8 && value !== void 0 && value < 128 ? value : void 0;
}

const targets = {
  async parse(given) {
    const lines = await (0, kinds.p_)((0, kinds.KT)(address)).parse(given);
    const all = lines.map(({name: name, value: value}) => ({
      ...value,
      name: (0, quote.K)(name ?? value.shown)
    }));
    const names = all.map(target => target.name);
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    if (twin !== void 0) throw new kinds.kO('of different names, written "name: address" one a line', `${twin} (twice)`);
    return all;
  }
};

const address = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : void 0;
    const form = url && targets_forms[url.protocol];
    if (!form) throw new kinds.kO('an address such as https://host/path or tcp://host:port, which may have "name: " before it', discreet(given));
    if (!form.fits(url)) throw new kinds.kO(`${form.wanted} and nothing more`, discreet(given));
    const login = loginOf(url);
    url.username = "";
    url.password = "";
    return {
      url: url,
      login: login,
      shown: shown(url)
    };
  }
};

const http = {
  wanted: "http(s)://host/path",
  fits: ({hostname: hostname}) => hostname !== ""
};

const grpc = {
  wanted: "grpc://host:port/service",
  fits: ({port: port, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?[^/]*$/.test(pathname) && search + hash === ""
};

const targets_forms = {
  "http:": http,
  "https:": http,
  "tcp:": {
    wanted: "tcp://host:port",
    fits: ({port: port, username: username, password: password, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?$/.test(username + password + pathname + search + hash)
  },
  "unix:": {
    wanted: "unix:///path/to/socket",
    fits: ({host: host, pathname: pathname, search: search, hash: hash}) => host + search + hash === "" && /^\/[^/]/.test(pathname)
  },
  "grpc:": grpc,
  "grpcs:": grpc
};

function shown({protocol: protocol, host: host, pathname: pathname, search: search}) {
  const path = pathname === "/" ? "" : pathname;
  return `${protocol}//${host}${path}${search && "?…"}`;
}

function loginOf({username: username, password: password}) {
  if (username === "" && password === "") return;
  return `${external_node_querystring_default().unescape(username)}:${external_node_querystring_default().unescape(password)}`;
}

function discreet(given) {
  return given.replace(/[^/\s]*@/g, "***@").replace(/\?.*$/, "?…");
}

async function probe(target, question, deadline) {
  const {attemptTimeout: attemptTimeout} = question;
  const isCutShort = deadline.remaining < attemptTimeout;
  const attempt = deadline.within(attemptTimeout);
  const began = deadline.clock.now();
  const seen = await look(target, question, attempt).catch(error => {
    if (error instanceof src_send.XX) return {
      kind: "nothing",
      reason: error.message
    };
    if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error;
    return {
      kind: "nothing",
      reason: `gave no complete answer within ${(0, duration.c)(attemptTimeout)}`
    };
  });
  const latency = Math.ceil(deadline.clock.now() - began);
  return {
    ...seen,
    latency: latency,
    certificateDays: daysLeft(seen, deadline.clock.date())
  };
}

const day = 24 * 60 * 60 * 1e3;

function daysLeft(seen, now) {
  const end = "certificateEnds" in seen ? seen.certificateEnds : void 0;
  return end && Math.floor((end.getTime() - now.getTime()) / day);
}

function look(target, question, deadline) {
  const {url: url} = target;
  const {headers: headers, connection: connection} = question;
  switch (url.protocol) {
   case "tcp:":
   case "unix:":
    return connect(url, deadline);

   case "grpc:":
   case "grpcs:":
    return askGrpc(url, {
      ...headers,
      ...authorization(target.login)
    }, connection, deadline);

   default:
    return ask(target, question, deadline);
  }
}

const mostRedirects = 5;

const probe_mostBytes = 1024 * 1024;

async function ask(target, question, deadline) {
  let step = {
    method: question.method,
    url: target.url,
    headers: {
      ...question.headers,
      ...authorization(target.login)
    },
    body: question.body
  };
  for (let redirects = 0; ;redirects++) {
    const connection = connectionTo(step.url, question.connection);
    const answer = await (0, src_send.tN)({
      ...step,
      connection: connection,
      mostBytes: probe_mostBytes
    }, deadline);
    if (!isRedirect(answer) || question.expected.has(answer.status)) return {
      kind: "answered",
      ...probe_withoutSecrets(answer, question.secrets)
    };
    const next = redirects < mostRedirects ? probe_follow(step, answer) : `more than ${mostRedirects} times`;
    if (typeof next === "string") return {
      kind: "nothing",
      status: answer.status,
      reason: `redirects ${next}`
    };
    step = next;
  }
}

function isRedirect({status: status, headers: headers}) {
  return [ 301, 302, 303, 307, 308 ].includes(status) && headers.location !== void 0;
}

function probe_follow(step, {status: status, headers: headers}) {
  const location = headers.location ?? "";
  const url = URL.canParse(location, step.url.href) ? new URL(location, step.url) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) return "to an address that is not http(s)";
  if (step.url.protocol === "https:" && url.protocol === "http:") return `from https to ${shown(url)}, which is not safe to follow`;
  url.username = "";
  url.password = "";
  const isForeign = url.host !== step.url.host;
  const becomesGet = status === 303 || status < 303 && step.method === "POST";
  const kept = becomesGet && step.method !== "HEAD" ? {
    method: "GET",
    body: void 0
  } : step;
  if (isForeign && kept.body !== void 0) return `the body that was sent to ${shown(url)}`;
  return {
    method: kept.method,
    body: kept.body,
    url: url,
    headers: isForeign ? {} : step.headers
  };
}

function connectionTo({hostname: hostname}, connection) {
  return (0, kinds.YY)(hostname) ? {
    ...connection,
    proxy: void 0
  } : connection;
}

function probe_withoutSecrets(answer, secrets) {
  const hide = text => secrets.reduce((it, one) => it.replaceAll(one, "***"), text);
  const headers = Object.entries(answer.headers).map(([name, value]) => [ name, hide([ value ?? [] ].flat().join(", ")) ]);
  return {
    ...answer,
    headers: Object.fromEntries(headers),
    body: hide(answer.body)
  };
}

const nothing = {
  healthy: false,
  status: void 0,
  latency: void 0,
  certificateDays: void 0,
  reason: "no answer had come yet"
};

const firstPause = 200;

async function watch(target, plan, deadline, tell) {
  const {now: now} = deadline.clock;
  const note = diary(target.name, now, tell);
  const pace = (0, src_pace.q)(firstPause, 1.5, plan.interval);
  let attempts = 0;
  let last = nothing;
  let steady = {
    tries: 0,
    since: now()
  };
  const look = async () => {
    attempts++;
    const seen = await probe(target, plan.question, deadline);
    const verdict = judge(seen, plan.expectation);
    last = summed(seen, verdict);
    note(verdict, attempts);
    if (last.status !== void 0 && plan.failFast?.has(last.status)) return "refused";
    steady = verdict.healthy === plan.reverse ? {
      tries: 0,
      since: now()
    } : longer(steady, now());
    const isCertain = steady.tries >= plan.successes && now() - steady.since >= plan.stableFor;
    return isCertain ? "reached" : void 0;
  };
  const pause = tries => {
    const left = plan.stableFor - (now() - steady.since);
    return steady.tries > 0 && left > 0 ? Math.min(left, pace(tries)) : pace(tries);
  };
  const outcome = await deadline.sleep(plan.initialDelay).then(() => (0, until.T)(look, pause, deadline)).catch(error => {
    if (error instanceof src_deadline.G || error === deadline.signal.reason) return "missed";
    throw error;
  });
  return {
    target: target,
    outcome: outcome,
    attempts: attempts,
    ...last
  };
}

function longer({tries: tries, since: since}, now) {
  return {
    tries: tries + 1,
    since: tries === 0 ? now : since
  };
}

function summed(seen, {healthy: healthy, reason: reason, detail: detail}) {
  return {
    healthy: healthy,
    status: "status" in seen ? seen.status : void 0,
    latency: seen.latency,
    certificateDays: seen.certificateDays,
    reason: detail ? `${reason} (${detail})` : reason
  };
}

function checkHealth(wanted, runner) {
  refuseContradictions(wanted);
  const secrets = secretsOf(wanted.targets, wanted.headers ?? {});
  for (const secret of secrets) runner.mask(secret);
  if (wanted.insecure) runner.warning("Certificates are not checked: anybody may have answered.");
  const plan = planOf(wanted, secrets, runner);
  return ms => watchAll(wanted, plan, ms, runner);
}

async function watchAll({targets: targets, require: require, reverse: reverse}, plan, ms, runner) {
  const decided = new AbortController;
  const deadline = new src_deadline.B(ms, AbortSignal.any([ runner.cancelled, decided.signal ]));
  const began = deadline.clock.now();
  const watching = targets.map(async target => {
    const result = await watch(target, plan, deadline, line => runner.info(line));
    if (result.outcome === (require === "any" ? "reached" : "refused")) decided.abort();
    return result;
  });
  const results = await Promise.all(watching);
  return {
    results: results,
    require: require,
    reverse: reverse,
    elapsed: Math.round(deadline.clock.now() - began)
  };
}

function planOf(wanted, secrets, runner) {
  const {insecure: insecure, caFile: caFile} = wanted;
  const ca = caFile && certificatesIn(caFile, runner.workspace);
  return {
    ...wanted,
    question: {
      method: wanted.method,
      headers: wanted.headers ?? {},
      body: wanted.body,
      connection: {
        proxy: runner.proxy,
        ca: ca,
        insecure: insecure
      },
      attemptTimeout: wanted.attemptTimeout,
      expected: wanted.expectStatus,
      secrets: secrets
    },
    expectation: {
      status: wanted.expectStatus,
      headers: wanted.expectHeader ?? {},
      body: wanted.expectBody,
      json: wanted.expectJson ?? {},
      maxLatency: wanted.maxLatency,
      minCertificateDays: wanted.minCertificateDays
    }
  };
}

const hurry = 2500;

function checkOf(wanted, runner) {
  const {targets: targets, healthTimeout: healthTimeout} = wanted;
  if (targets) {
    const timeout = Math.min(healthTimeout, wanted.timeout);
    return checkHealth({
      ...wanted,
      targets: targets,
      timeout: timeout,
      require: "all",
      reverse: false
    }, runner);
  }
  refuseIdle(wanted);
  runner.info('Nobody looks whether it is healthy: "health-check" is empty.');
  return;
}

function refuseIdle(wanted) {
  const given = wanted;
  const idle = Object.entries(healthInputs).find(([key, {required: required}]) => !required && given[key]);
  if (!idle) return;
  const [, {name: name}] = idle;
  throw new failure.dz(`Input "${name}" is of the health check, and "health-check" is empty: give what is to be healthy, or leave both out.`);
}

async function deliverTo(targets, look, wanted, runner) {
  const deadline = new src_deadline.B(wanted.timeout, runner.cancelled);
  const late = deadline.outlivedBy(hurry);
  const records = await deploy(targets, {
    ...wanted,
    wait: true
  }, runner);
  const delivery = {
    records: records,
    ...await verified(records, look, wanted, deadline)
  };
  const way = wayBack(delivery, wanted, runner);
  if (!way) return delivery;
  const terms = {
    watch: watchOf(targets.length, line => runner.info(line)),
    wait: !way.inHurry,
    deadline: way.inHurry ? late : new src_deadline.B(wanted.timeout, runner.cancelled)
  };
  return {
    ...delivery,
    records: await putBack(targets, records, way.because, terms)
  };
}

async function verified(records, look, {dryRun: dryRun, healthTimeout: healthTimeout}, deadline) {
  if (!look || dryRun || !records.every(({status: status}) => (0, src_record.Kg)(status))) return {
    check: void 0
  };
  const {remaining: remaining} = deadline;
  const left = remaining < healthTimeout ? remaining : void 0;
  return {
    check: await look(left ?? healthTimeout),
    left: left
  };
}

function wayBack(delivery, {onFailure: onFailure, onCancel: onCancel}, {cancelled: cancelled}) {
  const isBrought = delivery.records.some(({changed: changed, status: status}) => changed && (0, 
  src_record.Kg)(status));
  if (isDelivered(delivery) || !isBrought) return;
  if (cancelled.aborted) {
    if (onCancel === "leave") return;
    return {
      because: "the job was cancelled before all of it was delivered",
      inHurry: true
    };
  }
  if (!delivery.check || onFailure === "leave") return;
  return {
    because: "the health check failed",
    inHurry: false
  };
}

function isDelivered({records: records, check: check}) {
  return records.every(({status: status}) => (0, src_record.Kg)(status)) && (!check || hasPassed(check));
}

function src_tell_summaryOf(title, records, notes = []) {
  const head = [ "", "status", "version", "before", "live now", "took" ];
  const rows = records.map(record => [ markdown_link(record.name, record.url), `${src_record.Z8[record.status]} ${markdown_link(record.status, record.logUrl)}`, tell_short(record.version), tell_short(record.previous), tell_short(record.live), (0, 
  duration.c)(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${plain(name)}**: ${plain(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ table(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${plain(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function evidenceOf(targets) {
  const all = targets.flatMap(({evidence: evidence = []}) => evidence);
  return [ ...new Set(all.map(({text: text, url: url}) => markdown_link(text, url))) ];
}

function refuseBad(records) {
  const bad = records.filter(({status: status}) => !(0, src_record.Kg)(status));
  if (bad.length === 0) return;
  throw new failure.HR(bad.map(tell_inWords).join(" | "));
}

function tell_inWords({name: name, status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Its log: ${logUrl}` : "";
  return `${name} ${status}: ${reason ?? "no reason is known."}${log}`;
}

function tell_short(version) {
  return version ? code((0, src_record.EU)(version)) : "–";
}

function report_outputsOf({records: records, check: check}) {
  const unknown = Object.fromEntries(healthOutputs.map(name => [ name, void 0 ]));
  return {
    ...(0, src_record.OG)(records),
    ...check ? outputsOf(check) : unknown
  };
}

function report_summaryOf({records: records, check: check}, targets) {
  const deployments = src_tell_summaryOf("Delivery", records, evidenceOf(targets));
  return check ? `${deployments}\n${summaryOf(check)}` : deployments;
}

function report_troubleOf({records: records, check: check, left: left}) {
  if (!check || hasPassed(check)) return;
  const cut = left !== void 0 && `The deployment had left the check ${(0, duration.c)(left)} of "timeout".`;
  return [ failureOf(check), cut, ...records.map(fateOf) ].filter(Boolean).join(" ");
}

function fateOf({name: name, status: status, changed: changed, live: live, reason: reason}) {
  if (status === "rolled-back") return `${name} was put back: ${(0, src_record.EU)(live)} is live again.`;
  if (!(0, src_record.Kg)(status)) return `${name} ${status}: ${reason}`;
  return changed ? `${name} was not put back: the new version serves.` : `${name} was not put back: this run has changed nothing.`;
}

function report_refuseBad(delivery, runner) {
  const trouble = report_troubleOf(delivery);
  if (trouble && runner.cancelled.aborted) throw new failure.cJ(`The job was cancelled. ${trouble}`);
  if (trouble) throw new failure.HR(trouble);
  refuseBad(delivery.records);
  if (delivery.check) runner.info(headline(delivery.check));
}

const longest = 6e4;

function channelsOf(wanted, runner) {
  const channels = [ slackOf(wanted), discordOf(wanted) ].filter(channel => channel !== void 0);
  if (channels.length === 0) runner.info("Nobody is told: Slack and Discord have no address.");
  return channels;
}

function slackOf(wanted) {
  const {slackWebhookUrl: slackWebhookUrl, slackToken: slackToken, slackChannel: slackChannel, slackMention: slackMention, slackApiUrl: slackApiUrl} = wanted;
  if (!slackToken !== !slackChannel) throw new failure.dz('Give "slack-token" and "slack-channel" together, or neither of them. A secret that does not ' + "exist, or that this run does not get, is empty.");
  if (!slackWebhookUrl && !slackToken && !slackMention) return;
  const address = {
    webhookUrl: slackWebhookUrl,
    token: slackToken,
    channel: slackChannel,
    apiUrl: slackApiUrl
  };
  const platform = {
    ...slack(address),
    missing: "slack-webhook-url"
  };
  return {
    platform: platform,
    mention: slackMention
  };
}

function discordOf({discordWebhookUrl: discordWebhookUrl, discordMention: discordMention}) {
  if (!discordWebhookUrl && !discordMention) return;
  const platform = {
    ...discord({
      webhookUrl: discordWebhookUrl
    }),
    missing: "discord-webhook-url"
  };
  return {
    platform: platform,
    mention: discordMention
  };
}

async function announceAll(channels, delivery, wanted, runner) {
  if (runner.cancelled.aborted) {
    for (const {platform: platform} of channels) runner.info(`${platform.name} is not told: no time is left.`);
    return [];
  }
  const words = [ wanted.text, report_troubleOf(delivery) ].filter(Boolean).join("\n");
  const notice = {
    ...wanted,
    status: {
      outcome: outcomeOf(delivery),
      jobs: []
    },
    when: wanted.notifyWhen,
    text: words || void 0,
    deployments: [ ...delivery.records ],
    payload: void 0,
    onError: wanted.notifyOnError,
    ifMissing: "skip",
    githubToken: void 0,
    timeout: Math.min(longest, wanted.timeout)
  };
  return Promise.all(channels.map(({platform: platform, mention: mention}) => announce(platform, {
    ...notice,
    mention: mention
  }, runner)));
}

function outcomeOf(delivery) {
  const status = (0, src_record.QZ)(delivery.records.map(record => record.status));
  const isMild = (0, src_record.Kg)(status) || status === "cancelled";
  return isMild && !isDelivered(delivery) ? "failure" : status;
}

function channels_sentOf(messages) {
  if (messages.length === 0) return;
  const sent = messages.map(({delivery: delivery}) => sentOf(delivery));
  return sent.includes(false) ? false : sent.includes("unknown") ? "unknown" : true;
}

function reportAll(messages, delivery, {notifyOnError: notifyOnError}, runner) {
  const failure = report(messages, {
    onError: notifyOnError,
    ifMissing: "skip"
  }, runner);
  if (!failure) return;
  if (isDelivered(delivery)) throw failure;
  runner.warning(failure.message);
}

const orderInputs = {
  timeout: required("timeout", kinds.p0),
  onFailure: required("on-failure", (0, kinds.yL)("leave", "rollback")),
  environment: optional("environment", kinds.Qq),
  dryRun: required("dry-run", kinds.Jt)
};

const expected = 'a command such as "npm run migrate", or YAML such as "container: [npm, run, migrate]"';

const command_words = (0, dist.FsL)((0, dist.YOg)((0, dist.YjP)()), (0, dist.BpQ)(1));

const structured = (0, yaml.o)((0, dist.KCZ)([ command_words, (0, yaml.T)((0, dist.KCZ)([ (0, 
dist.YjP)(), command_words ])) ]), expected);

const command_command = {
  async parse(given) {
    if (!/^[\w-]+:(\s|$)|^[[{]/.test(given)) return {
      container: void 0,
      command: split(given)
    };
    const parsed = await structured.parse(given);
    if (Array.isArray(parsed)) return {
      container: void 0,
      command: parsed
    };
    const entries = Object.entries(parsed);
    const [entry] = entries;
    if (!entry || entries.length > 1) throw new kinds.kO(`${expected}; with one container`);
    const [container, line] = entry;
    return {
      container: container,
      command: Array.isArray(line) ? line : split(line)
    };
  }
};

function split(line) {
  const words = [ ...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
  if (words.length === 0 || (line.match(/["']/g)?.length ?? 0) % 2 !== 0) throw new kinds.kO(`${expected}; with quotation marks in pairs`);
  return words;
}

const resource = {
  parse(given) {
    if (!/^(arn:[\w:/.-]+|[\w-]{1,255})$/.test(given)) throw new kinds.kO("a name of letters, digits, hyphens and underscores, or an ARN");
    return given;
  }
};

const inputs_image = {
  parse(given) {
    if (/\s/.test(given)) throw new kinds.kO("an image such as host/repository/name:tag");
    return given;
  }
};

const value = (0, dist.FsL)((0, dist.mee)((0, dist.KCZ)([ (0, dist.YjP)(), (0, dist.aig)(), (0, 
dist.zMY)() ])), (0, dist.pdi)(given => given === null ? null : String(given)));

const variables = (0, yaml.o)((0, yaml.T)((0, yaml.T)(value)), 'YAML such as "container: {NAME: value}"');

const minutes = {
  async parse(given) {
    const time = await kinds.p0.parse(given) / 6e4;
    if (!Number.isInteger(time) || time > 1440) throw new kinds.kO("whole minutes, at most a day, such as 10m or 1h");
    return time;
  }
};

const container = (0, kinds.KT)(inputs_image);

const ecsInputs = {
  cluster: required("cluster", resource),
  services: required("service", (0, kinds.p_)((0, kinds.KT)(resource))),
  taskDefinition: optional("task-definition", kinds.Qq),
  images: optional("images", (0, kinds.p_)(container)),
  env: optional("env", variables),
  desiredCount: optional("desired-count", (0, kinds.nd)()),
  force: required("force-new-deployment", kinds.Jt),
  strategy: optional("strategy", (0, kinds.yL)("rolling", "blue-green", "canary", "linear")),
  bakeTime: optional("bake-time", minutes),
  application: optional("codedeploy-application", kinds.Qq),
  deploymentGroup: optional("codedeploy-deployment-group", kinds.Qq),
  appSpec: optional("codedeploy-appspec", kinds.Qq),
  task: optional("run-task", command_command)
};

const canary_expected = 'parts of the traffic that grow, each with its time, such as "10% 5m, 50% 5m"';

const canary = {
  async parse(given) {
    const parts = given.split(/[,\n]/).map(part => part.trim());
    const steps = await Promise.all(parts.filter(part => part !== "").map(stepOf));
    const weights = steps.map(({weight: weight}) => weight);
    const grows = weights.every((weight, index) => weight > (weights[index - 1] ?? 0));
    if (steps.length === 0 || !grows || weights.some(weight => weight >= 1)) throw new kinds.kO(canary_expected);
    return steps;
  }
};

async function stepOf(part) {
  const [, percent, time] = /^(\d{1,2}(?:\.\d{1,2})?)%\s+(\S+)$/.exec(part) ?? [];
  if (!percent || !time) throw new kinds.kO(canary_expected, part);
  return {
    weight: Number(percent) / 100,
    ms: await kinds.p0.parse(time)
  };
}

const errorRate = {
  parse(given) {
    const [, text, whole, tenths = ""] = /^((\d{1,3})(?:\.(\d{1,6}))?)%?$/.exec(given) ?? [];
    if (!text || Number(text) > 100) throw new kinds.kO("a percentage from 0 to 100, such as 0.5");
    return {
      text: text,
      count: Number(`${whole}${tenths}`),
      of: 10 ** tenths.length
    };
  }
};

const package_source_image = /^(?=[^/]*[.:])[\w.-]+(?::\d+)?\/[a-z0-9][a-z0-9._/-]*(?::[\w.-]{1,128})?(?:@(sha256:[0-9a-f]{64}))?$/;

const packageSource = {
  parse(given) {
    if (given.startsWith("s3://")) return s3Of(given);
    const [uri, digest] = package_source_image.exec(given) ?? [];
    const isNamed = uri?.includes(":", uri.indexOf("/"));
    if (uri && isNamed) return {
      kind: "image",
      uri: uri,
      digest: digest
    };
    return {
      kind: "path",
      path: given
    };
  }
};

function s3Of(given) {
  const [, bucket, key, version] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([^?]+)(?:\?versionId=([\w.-]+))?$/.exec(given) ?? [];
  if (!bucket || !key) throw new kinds.kO("s3://bucket/key, or s3://bucket/key?versionId=…", given);
  return {
    kind: "s3",
    bucket: bucket,
    key: key,
    version: version
  };
}

const shape = /^(?:arn:aws[\w-]*:lambda:([a-z0-9-]+):\d{12}:function:)?([\w-]{1,64})$/;

const functionLine = {
  async parse(given) {
    const [, id = "", source] = /^(\S+?)(?::\s+(.+))?$/.exec(given) ?? [];
    const [, region, name] = shape.exec(id) ?? [];
    if (!name) throw new kinds.kO('"name" or "name: package"; a name is that of a function, or its ARN');
    const own = source === void 0 ? void 0 : await packageSource.parse(source);
    return {
      function: id,
      name: name,
      region: region,
      package: own
    };
  }
};

const alias = {
  parse(given) {
    if (/^(?!\d+$)[\w-]{1,128}$/.test(given)) return given;
    throw new kinds.kO('the name of an alias: letters, digits, "-" and "_", and not only digits');
  }
};

const lambdaInputs = {
  functions: required("functions", (0, kinds.p_)(functionLine)),
  package: optional("package", packageSource),
  alias: required("alias", alias),
  canary: optional("canary", canary),
  alarms: optional("alarms", (0, kinds.p_)(kinds.Qq)),
  maxErrorRate: optional("max-error-rate", errorRate),
  architecture: optional("architectures", (0, kinds.yL)("x86_64", "arm64"))
};

var hook = __nccwpck_require__(3467);

const serviceId = {
  parse(given) {
    if (!/^srv-[\w-]+$/.test(given)) throw new kinds.kO("the id of a service, srv-…, as it stands in the address of its dashboard page");
    return given;
  }
};

const commit = {
  parse(given) {
    if (!/^[0-9a-f]{7,40}$/i.test(given)) throw new kinds.kO("a commit SHA of 7 to 40 hex digits");
    return given.toLowerCase();
  }
};

const services = (0, kinds.p_)((0, kinds.KT)(serviceId));

const renderInputs = {
  services: optional("service-id", services),
  apiKey: optional("api-key", kinds.rJ),
  hooks: optional("deploy-hook-url", (0, kinds.p_)((0, kinds.KT)(hook.nD))),
  commit: optional("commit", commit),
  image: optional("image", kinds.Qq),
  clearCache: required("clear-cache", kinds.Jt),
  apiUrl: required("api-url", kinds.OZ)
};

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
  payload: optional("payload", (0, yaml.o)((0, yaml.T)((0, dist.L5J)()), "a map, as JSON or YAML")),
  onError: required("on-error", (0, kinds.yL)("warn", "fail")),
  ifMissing: required("if-missing", (0, kinds.yL)("skip", "fail")),
  githubToken: optional("github-token", kinds.rJ),
  timeout: required("timeout", kinds.p0),
  dryRun: required("dry-run", kinds.Jt)
};

var mention = __nccwpck_require__(8203);

const mention_mention = {
  parse(line) {
    const [, everybody] = /^@?(here|channel|everyone)$/.exec(line) ?? [];
    if (everybody) return `<!${everybody}>`;
    if (/^[UW][A-Z0-9]{2,20}$/.test(line)) return `<@${line}>`;
    if (/^S[A-Z0-9]{2,20}$/.test(line)) return `<!subteam^${line}>`;
    throw new kinds.kO('@here, @channel, @everyone, a member id such as U012AB3CD ("Copy member ID" in the profile) ' + "or a user group id such as S012AB3CD");
  }
};

const {hooks: _, ...render} = renderInputs;

const {title: title, text: inputs_text, fields: inputs_fields, mentionOn: mentionOn} = noticeInputs;

const inputs = {
  deploys: choice("provider", {
    render: {
      ...render,
      services: required("service-id", services),
      apiKey: required("api-key", kinds.rJ)
    },
    ecs: ecsInputs,
    lambda: lambdaInputs
  }),
  ...orderInputs,
  onCancel: required("on-cancel", (0, kinds.yL)("leave", "rollback")),
  targets: optional("health-check", targets),
  healthTimeout: required("health-timeout", period),
  ...healthInputs,
  slackWebhookUrl: optional("slack-webhook-url", incomingWebhook),
  slackToken: optional("slack-token", botToken),
  slackChannel: optional("slack-channel", channel),
  slackMention: optional("slack-mention", mentions(mention_mention)),
  slackApiUrl: required("slack-api-url", kinds.OZ),
  discordWebhookUrl: optional("discord-webhook-url", webhook),
  discordMention: optional("discord-mention", mentions(mention.l)),
  title: title,
  text: inputs_text,
  fields: inputs_fields,
  mentionOn: mentionOn,
  notifyWhen: required("notify-when", (0, kinds.yL)("always", "failure", "success")),
  notifyOnError: required("notify-on-error", (0, kinds.yL)("warn", "fail"))
};

async function targetsOf(wanted, runner) {
  const {deploys: deploys} = wanted;
  const order = {
    ...wanted,
    wait: true
  };
  switch (deploys.name) {
   case "render":
    {
      const {renderTargets: renderTargets} = await __nccwpck_require__.e(752).then(__nccwpck_require__.bind(__nccwpck_require__, 4371));
      return renderTargets({
        ...order,
        ...deploys.given,
        hooks: void 0
      }, runner);
    }

   case "ecs":
    {
      const {ecsTargets: ecsTargets} = await Promise.all([ __nccwpck_require__.e(98), __nccwpck_require__.e(109) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 9109));
      return ecsTargets({
        ...order,
        ...deploys.given
      }, runner);
    }

   case "lambda":
    {
      const {lambdaTargets: lambdaTargets} = await Promise.all([ __nccwpck_require__.e(98), __nccwpck_require__.e(330) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 3330));
      return lambdaTargets({
        ...order,
        ...deploys.given
      }, runner);
    }
  }
}

const main_deliver = action({
  title: "ci-actions deliver",
  inputs: inputs,
  outputs: [ ...src_record.C0, ...healthOutputs, "sent" ],
  async main(given, runner) {
    const channels = channelsOf(given, runner);
    const look = checkOf(given, runner);
    const targets = await targetsOf(given, runner);
    const delivery = await deliverTo(targets, look, given, runner);
    const messages = await announceAll(channels, delivery, given, runner);
    runner.output({
      ...report_outputsOf(delivery),
      sent: channels_sentOf(messages)
    });
    runner.summary(report_summaryOf(delivery, targets));
    reportAll(messages, delivery, given, runner);
    report_refuseBad(delivery, runner);
  }
});

run(main_deliver);
