"use strict";
var __webpack_modules__ = {
  "packages/deployment/src/cleanup.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      H_: () => cancelBestEffort,
      JK: () => diagnoseBestEffort,
      Mv: () => writeGrace,
      PW: () => readLiveBestEffort
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/errors.ts");
    const writeGrace = 1500;
    const requestGrace = 1500;
    const diagnosisTime = 15e3;
    const diagnosisGrace = 4e3;
    async function cancelBestEffort(deployment, deadline) {
      try {
        const result = await deployment.cancel(deadline.grace(requestGrace));
        return {
          isDone: true,
          sentence: `${deployment.id} ${result}.`
        };
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.lZ)) throw error;
        return {
          isDone: false,
          sentence: (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.gJ)(error)
        };
      }
    }
    async function diagnoseBestEffort(deployment, deadline) {
      const {aborted: aborted} = deadline.signal;
      const time = aborted ? deadline.grace(diagnosisGrace) : deadline.capped(diagnosisTime);
      try {
        return await (deployment.diagnose?.(time)) ?? [];
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.lZ) return [];
        throw error;
      }
    }
    async function readLiveBestEffort(target, deadline) {
      try {
        return await target.live(deadline.signal.aborted ? deadline.grace(requestGrace) : deadline);
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.lZ) return null;
        throw error;
      }
    }
  }),
  "packages/deployment/src/create-once.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      U: () => createOnce
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/http/src/errors.ts");
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/wait/src/poll.ts");
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/wait/src/backoff.ts");
    var _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/wait/src/deadline.ts");
    const maxWrites = 5;
    const times = {
      answered: 3e3,
      lost: 15e3,
      taken: 6e4
    };
    async function createOnce(start, deadline) {
      for (let tries = 1; ;tries++) {
        let answered = false;
        let doubt = `The request was accepted, but the response does not identify the ${start.noun}.`;
        let time = times.taken;
        try {
          const started = await start.write();
          if (started !== void 0) return started;
        } catch (error) {
          if (!(error instanceof _ci_actions_http__WEBPACK_IMPORTED_MODULE_0__.W)) throw error;
          answered = error.answered;
          doubt = error.message;
          time = answered ? times.answered : times.lost;
        }
        const found = await findInTime(start, deadline.capped(time), deadline);
        if (found !== void 0) return found;
        if (answered && tries < maxWrites) continue;
        throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_0__.W(`${doubt} ${start.missing}. Not retrying, because the first request may still take effect. ` + `Rerun this step: it follows the ${start.noun} if there is one.`, false);
      }
    }
    async function findInTime({find: find}, limit, deadline) {
      try {
        return await (0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_1__.w)(find, (0, _ci_actions_wait__WEBPACK_IMPORTED_MODULE_2__.E)(300, 1.6, 5e3), limit);
      } catch (error) {
        if (error instanceof _ci_actions_wait__WEBPACK_IMPORTED_MODULE_3__.M && !deadline.signal.aborted) return;
        throw error;
      }
    }
  }),
  "packages/deployment/src/record.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      C0: () => deploymentOutputs,
      C6: () => openRecord,
      EU: () => shortName,
      OG: () => flatOutputs,
      bM: () => statuses,
      oJ: () => isSuccess,
      pb: () => statusIcons,
      r1: () => sameVersion,
      yy: () => deploymentRecords
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/map.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/input-parsers.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/json.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    const statuses = [ "dry-run", "unchanged", "succeeded", "started", "superseded", "rolled-back", "cancelled", "timed-out", "failed" ];
    const statusIcons = {
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
    const versionSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      ref: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      commit: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      digest: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    const recordSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      schema: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.euz)("ci-actions/deployment@1"),
      kind: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.KIO)([ "deploy", "rollback" ]),
      provider: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      environment: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      target: (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.A7)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.KCZ)([ (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()) ])),
      status: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.KIO)(statuses),
      changed: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.zMY)(),
      id: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      version: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionSchema),
      previous: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionSchema),
      live: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.mee)(versionSchema),
      url: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      logUrl: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      startedAt: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      finishedAt: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      reason: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    function sameVersion(a, b) {
      if (!a || !b) return false;
      if (a.digest && b.digest) return a.digest === b.digest;
      if (a.commit && b.commit) return a.commit === b.commit;
      return a.ref === b.ref;
    }
    function worstStatus(all) {
      return statuses.findLast(status => all.includes(status)) ?? "unchanged";
    }
    function isSuccess(status) {
      return [ "dry-run", "unchanged", "succeeded", "started" ].includes(status);
    }
    const deploymentRecords = {
      parse(given) {
        const shape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)(recordSchema);
        const arrays = parsedArrays(given);
        const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, arrays);
        if (result.success) return result.output;
        const why = arrays === void 0 ? "which is JSON" : result.issues[0].message;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.yI(`the "deployments" output of a deploy step (${why})`, given);
      }
    };
    function parsedArrays(given) {
      const document = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.qF)(given);
      if (document !== void 0) return document;
      const lines = given.split("\n").filter(line => line.trim() !== "");
      const documents = lines.map(_ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.qF);
      return documents.includes(void 0) ? void 0 : documents.flat();
    }
    const deploymentOutputs = [ "deployments", "status", "changed", "version", "previous-version", "url", "deployment-id" ];
    function flatOutputs(records) {
      const [first] = records;
      return {
        deployments: records,
        status: worstStatus(records.map(one => one.status)),
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
  "packages/http/src/client.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => Client
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
    var json = __nccwpck_require__("packages/kit/src/json.ts");
    var quote = __nccwpck_require__("packages/kit/src/quote.ts");
    var src_backoff = __nccwpck_require__("packages/wait/src/backoff.ts");
    var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");
    var duration = __nccwpck_require__("packages/wait/src/duration.ts");
    var dist = __nccwpck_require__("valibot/dist/index.mjs");
    __nccwpck_require__("node:util");
    var file = __nccwpck_require__("packages/kit/src/file.ts");
    class Semaphore {
      #max;
      #waiting=new Set;
      #active=0;
      constructor(max) {
        this.#max = max;
      }
      async run(signal, work) {
        signal.throwIfAborted();
        if (this.#active >= this.#max) await this.#acquire(signal); else this.#active++;
        try {
          return await work();
        } finally {
          this.#release();
        }
      }
      #acquire(signal) {
        return new Promise((resolve, reject) => {
          const leave = () => {
            this.#waiting.delete(take);
            reject(signal.reason);
          };
          const take = () => {
            signal.removeEventListener("abort", leave);
            resolve();
          };
          this.#waiting.add(take);
          signal.addEventListener("abort", leave, {
            once: true
          });
        });
      }
      #release() {
        const [next] = this.#waiting;
        if (!next) {
          this.#active--;
          return;
        }
        this.#waiting.delete(next);
        next();
      }
    }
    const maxConnections = 100;
    const otherFiles = 40;
    let connections;
    function withConnection(signal, work) {
      connections ??= new Semaphore(Math.min(maxConnections, Math.max(4, openFiles() - otherFiles)));
      return connections.run(signal, work);
    }
    function openFiles() {
      try {
        const limits = (0, file.i4)("/proc/self/limits", 4096).toString();
        const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? [];
        return soft === void 0 ? Number.POSITIVE_INFINITY : Number(soft);
      } catch {
        return Number.POSITIVE_INFINITY;
      }
    }
    var src_errors = __nccwpck_require__("packages/http/src/errors.ts");
    var src_response = __nccwpck_require__("packages/http/src/response.ts");
    var retry_after = __nccwpck_require__("packages/http/src/retry-after.ts");
    var send = __nccwpck_require__("packages/http/src/send.ts");
    const transientStatuses = new Set([ 500, 502, 503, 504 ]);
    function decideRetry(outcome, times, now, protocol) {
      if (outcome instanceof send.R) {
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
        response: outcome
      };
      const limit = protocol?.rateLimit?.(outcome, times, now) ?? standardRateLimit(outcome, now);
      if (!limit && !transientStatuses.has(status)) return {
        kind: "refused",
        response: outcome
      };
      return {
        kind: "again",
        reason: limit ? `answered ${status} (${limit.reason ?? "too many requests"})` : `answered ${status}`,
        executed: limit ? "no" : "unknown",
        asked: limit ? limit.wait : (0, retry_after.P)({
          "retry-after": headers["retry-after"]
        }, now),
        counts: !limit
      };
    }
    function standardRateLimit({status: status, headers: headers}, now) {
      return status === 429 ? {
        wait: (0, retry_after.P)(headers, now)
      } : void 0;
    }
    const defaultTimeout = 3e4;
    class Client {
      #api;
      constructor(service) {
        this.#api = service;
      }
      async request(request, deadline) {
        const {clock: clock} = deadline;
        const {idempotent: idempotent = request.method === "GET", tries: tries = 5} = request;
        const backoff = (0, src_backoff.G)((0, src_backoff.E)(500, 2, 15e3), clock.random);
        for (let times = 0, failures = 0; ;times++) {
          deadline.signal.throwIfAborted();
          this.#api.onAttempt?.();
          const outcome = await this.#attempt(request, deadline);
          const wait = decideRetry(outcome, times, clock.date(), this.#api.protocol);
          if (wait.kind === "done") return wait.response;
          if (wait.kind === "refused") throw this.#httpError(request, wait.response);
          if (wait.counts) failures++;
          const response = outcome instanceof send.R ? void 0 : outcome;
          const said = response ? this.#quoteError(response) : "";
          if (wait.executed === "unknown" && !idempotent) throw new src_errors.W(`${this.#subject(request)} ${wait.reason}${said}.`, !!response, response);
          if (failures >= tries) {
            const often = tries === 1 ? "" : `, ${tries} times in a row`;
            throw new errors.lZ(`${this.#subject(request)} ${wait.reason}${often}${said}.${this.#hint(response)}`);
          }
          const pause = Math.max(wait.asked ?? 0, 250 + backoff(times));
          if (pause > deadline.remaining) throw new src_deadline.M(`${this.#subject(request)} ${wait.reason}; the next try would be in ${(0, 
          duration.a)(pause)}, ` + `but only ${(0, duration.a)(deadline.remaining)} of the time limit is left.`);
          this.#api.log(`${this.#subject(request)} ${wait.reason}; retrying in ${(0, duration.a)(pause)}.`);
          await deadline.sleep(pause);
        }
      }
      async requestJson(request, shape, deadline) {
        const response = await this.request(request, deadline);
        return (0, src_response.Vh)(response, shape, `The response of ${this.#api.name} to ${requestName(request)}`);
      }
      async #attempt(request, deadline) {
        const {attemptTimeout: attemptTimeout = defaultTimeout} = request;
        const {onSent: onSent} = this.#api;
        const outgoing = {
          ...this.#toRequest(request),
          timeLimit: attemptTimeout,
          onSent: onSent
        };
        try {
          const signed = await this.#sign(outgoing, deadline);
          return await withConnection(deadline.signal, () => (0, send.t)(signed, deadline));
        } catch (error) {
          if (error instanceof send.R) return error;
          if (deadline.signal.aborted) throw this.#overdue(request, deadline.signal.reason);
          if (!(error instanceof src_deadline.M)) throw error;
          return new send.R(`it could not be signed within ${(0, duration.a)(attemptTimeout)}`, "no", error);
        }
      }
      #toRequest(request) {
        const {base: base, headers: headers, connection: connection} = this.#api;
        const {json: json} = request;
        const body = request.body ?? (json === void 0 ? void 0 : JSON.stringify(json));
        return {
          method: request.method,
          url: buildUrl(base, request),
          headers: {
            accept: "application/json",
            ...body !== void 0 && {
              "content-type": "application/json; charset=utf-8"
            },
            ...headers,
            ...request.headers
          },
          body: body,
          connection: connection
        };
      }
      async #sign(outgoing, deadline) {
        const {protocol: protocol} = this.#api;
        if (!protocol?.sign) return outgoing;
        const limit = deadline.capped(outgoing.timeLimit ?? defaultTimeout);
        return {
          ...outgoing,
          headers: await protocol.sign(outgoing, limit)
        };
      }
      #overdue(request, reason) {
        if (!(reason instanceof src_deadline.M)) return reason;
        return new src_deadline.M(`${this.#subject(request)} gave no answer. ${reason.message}`);
      }
      #httpError(request, response) {
        return new src_errors.j(`${this.#subject(request)} answered ${response.status}${this.#quoteError(response)}.${this.#hint(response)}`, response);
      }
      #quoteError(response) {
        const said = this.#api.protocol?.errorMessage?.(response) ?? errorMessageIn(response);
        return said === "" ? "" : `: "${said}"`;
      }
      #hint(response) {
        if (!response) return "";
        const hint = this.#api.hints?.[response.status];
        const text = typeof hint === "function" ? hint(response) : hint;
        return text ? ` ${text}` : "";
      }
      #subject(request) {
        const {name: name} = this.#api;
        return request.path === "" && !request.name ? name : `${name} (${requestName(request)})`;
      }
    }
    function buildUrl(base, {path: path, query: query = {}}) {
      const url = new URL(base);
      if (path !== "") url.pathname = `${base.pathname.replace(/\/$/, "")}${path}`;
      for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
      return url;
    }
    function requestName({name: name, method: method, path: path}) {
      return name ?? (path === "" ? method : `${method} ${path}`);
    }
    const errorShape = (0, dist.Ikc)({
      message: (0, dist.YjP)()
    });
    function errorMessageIn({body: body}) {
      const parsed = (0, json.qF)(body);
      return (0, quote.K)((0, dist.is)(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
    }
  }),
  "packages/http/src/errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      W: () => IndeterminateError,
      j: () => HttpError
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/errors.ts");
    class HttpError extends _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.lZ {
      name="HttpError";
      status;
      response;
      constructor(message, response) {
        super(message);
        this.status = response.status;
        this.response = response;
      }
    }
    class IndeterminateError extends _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.lZ {
      name="IndeterminateError";
      answered;
      response;
      constructor(message, answered, response) {
        super(message);
        this.answered = answered;
        this.response = response;
      }
    }
  }),
  "packages/http/src/response.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Vh: () => readJson,
      Zr: () => toResponse,
      n_: () => certificateExpiry
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/json.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    function toResponse(incoming, {bytes: bytes, truncated: truncated, undecoded: undecoded}, certificateEnds) {
      const {statusCode: statusCode = 0, headers: headers} = incoming;
      return {
        status: statusCode,
        headers: headers,
        body: decodeText(bytes, headers["content-type"]),
        truncated: truncated,
        ...undecoded && {
          undecoded: undecoded
        },
        ...certificateEnds && {
          certificateEnds: certificateEnds
        }
      };
    }
    function decodeText(bytes, contentType = "") {
      const [, named = "utf-8"] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? [];
      try {
        return new TextDecoder(charsetByMark[bytes.toString("hex", 0, 2)] ?? named).decode(bytes);
      } catch {
        return (new TextDecoder).decode(bytes);
      }
    }
    const charsetByMark = {
      fffe: "utf-16le",
      feff: "utf-16be"
    };
    function certificateExpiry(socket) {
      if (!socket || !("getPeerCertificate" in socket)) return;
      if (typeof socket.getPeerCertificate !== "function") return;
      const end = new Date(socket.getPeerCertificate()?.valid_to ?? "");
      return Number.isNaN(end.getTime()) ? void 0 : end;
    }
    function readJson(response, shape, from) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(response.body));
      if (parsed.success) return parsed.output;
      const path = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.BuJ)(parsed.issues[0]);
      const where = path ? ` (at "${path}")` : "";
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.lZ(`${from} is not what its API describes${where}: status ${response.status}, ` + `${response.headers["content-type"] ?? "no content type"}, ${describeBody(response)}`);
    }
    function describeBody({body: body, undecoded: undecoded}) {
      if (undecoded) return `with an unreadable body: ${undecoded}.`;
      return body.trim() === "" ? "an empty body." : `beginning with "${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.K)(body, 120)}".`;
    }
  }),
  "packages/http/src/retry-after.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
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
  "packages/http/src/send.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      R: () => ConnectionError,
      t: () => send
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
    var duration = __nccwpck_require__("packages/wait/src/duration.ts");
    var quote = __nccwpck_require__("packages/kit/src/quote.ts");
    const maxCodings = 5;
    async function decode(content, header, maxBytes) {
      const codings = parseCodings(header);
      if (codings.length > maxCodings) return {
        ...content,
        undecoded: `it has more than ${maxCodings} content codings`
      };
      let decoded = content;
      for (const coding of codings.toReversed()) {
        if (decoded.bytes.length === 0) return decoded;
        const decoder = createDecoder(coding, decoded.bytes);
        if (!decoder) return {
          ...content,
          undecoded: `its Content-Encoding ${(0, quote.h)(coding)} is unknown`
        };
        try {
          decoded = await pour(decoded, decoder, maxBytes);
        } catch {
          const undecoded = `it is not valid for its Content-Encoding ${(0, quote.h)(coding)}`;
          return {
            ...content,
            undecoded: undecoded
          };
        }
      }
      return decoded;
    }
    function parseCodings(header = "") {
      const codings = header.split(",").map(coding => coding.trim().toLowerCase());
      return codings.filter(coding => coding !== "" && coding !== "identity");
    }
    function createDecoder(coding, bytes) {
      const zlib = process.getBuiltinModule("node:zlib");
      const {Z_SYNC_FLUSH: Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH: BROTLI_OPERATION_FLUSH, ZSTD_e_flush: ZSTD_e_flush, ZSTD_d_windowLogMax: ZSTD_d_windowLogMax} = zlib.constants;
      switch (coding) {
       case "gzip":
       case "x-gzip":
        return zlib.createGunzip({
          finishFlush: Z_SYNC_FLUSH
        });

       case "deflate":
        return (bytes.at(0) ?? 0) % 16 === 8 ? zlib.createInflate({
          finishFlush: Z_SYNC_FLUSH
        }) : zlib.createInflateRaw({
          finishFlush: Z_SYNC_FLUSH
        });

       case "br":
        return zlib.createBrotliDecompress({
          finishFlush: BROTLI_OPERATION_FLUSH
        });

       case "zstd":
        return zlib.createZstdDecompress({
          finishFlush: ZSTD_e_flush,
          params: {
            [ZSTD_d_windowLogMax]: 23
          }
        });

       default:
        return;
      }
    }
    async function pour({bytes: bytes, truncated: truncated}, decoder, maxBytes) {
      const chunks = [];
      let length = 0;
      decoder.end(bytes);
      for await (const chunk of decoder) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes) break;
      }
      return {
        bytes: Buffer.concat(chunks).subarray(0, maxBytes),
        truncated: truncated || length > maxBytes
      };
    }
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
    const external_node_url_namespaceObject = process.getBuiltinModule("node:url");
    function isExempt(url, noProxy) {
      const host = normalized(url.hostname);
      const port = url.port || (url.protocol === "https:" ? "443" : "80");
      const entries = noProxy.split(/[\s,]+/).filter(entry => entry !== "");
      return entries.some(entry => covers(entry, host, port));
    }
    const withPort = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/;
    function covers(entry, host, port) {
      const [, name = entry, only = port] = withPort.exec(entry) ?? [];
      return only === port && (coversAddress(bare(name), host) || coversName(name, host));
    }
    function coversAddress(entry, host) {
      const {BlockList: BlockList, isIP: isIP} = process.getBuiltinModule("node:net");
      const [address = "", bits, ...more] = entry.split("/");
      const version = isIP(address);
      if (!version || !isIP(host) || more.length > 0) return false;
      const family = version === 6 ? "ipv6" : "ipv4";
      const whole = version === 6 ? 128 : 32;
      const prefix = Number(bits ?? whole);
      if (bits !== void 0 && !(/^\d{1,3}$/.test(bits) && prefix <= whole)) return false;
      const network = new BlockList;
      network.addSubnet(address, prefix, family);
      return network.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
    }
    function coversName(entry, host) {
      if (entry.includes("*")) return matches(entry.toLowerCase(), host);
      const domain = normalized(entry.replace(/^\./, ""));
      if (domain === "") return false;
      return host.endsWith(`.${domain}`) || host === domain && !entry.startsWith(".");
    }
    function matches(pattern, host) {
      const [first = "", ...others] = pattern.split("*");
      const last = others.pop() ?? "";
      if (!host.startsWith(first) || host.length < first.length + last.length) return false;
      let at = first.length;
      for (const part of others) {
        const found = host.indexOf(part, at);
        if (found < 0) return false;
        at = found + part.length;
      }
      return host.endsWith(last) && at <= host.length - last.length;
    }
    function normalized(host) {
      const name = bare(host).replace(/\.$/, "");
      return (0, external_node_url_namespaceObject.domainToASCII)(name) || name.toLowerCase();
    }
    function bare(host) {
      return host.replace(/^\[|\]$/g, "");
    }
    function proxyFor(url, env = {}) {
      const [name, address] = variable(env, url.protocol === "https:" ? "https_proxy" : "http_proxy");
      if (!address) return;
      const [, noProxy = ""] = variable(env, "no_proxy");
      return isExempt(url, noProxy) ? void 0 : parsed(name, address);
    }
    function variable(env, name) {
      return env[name] ? [ name, env[name] ] : [ name.toUpperCase(), env[name.toUpperCase()] ];
    }
    function parsed(name, address) {
      const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`);
      const isPlain = url && `${url.pathname}${url.search}${url.hash}` === "/";
      if (isPlain && /^https?:$/.test(url.protocol) && isDecodable(url.username + url.password)) return url;
      throw new errors.dz(`${name} is not a usable proxy address. Expected http://host:3128 or ` + 'http://user:password@host:3128, with "%23" for a "#" in the password, "%25" for a "%", and so on.');
    }
    function isDecodable(text) {
      try {
        decodeURIComponent(text);
        return true;
      } catch {
        return false;
      }
    }
    var external_node_util_ = __nccwpck_require__("node:util");
    function describeNetworkError(error) {
      const first = external_node_util_.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
      if (!external_node_util_.types.isNativeError(first)) return (0, quote.K)(String(first));
      const code = "code" in first ? String(first.code) : "";
      const words = otherProtocol(first) ?? tlsReason(first.message) ?? plainReasons[code];
      if (words) return words.includes("(") ? words : `${words} (${code})`;
      return (0, quote.K)(first.message);
    }
    const plainReasons = {
      ECONNREFUSED: "nothing listens there (connection refused)",
      ECONNRESET: "the connection was reset before the response was complete",
      EPIPE: "the connection was closed while the request was being sent",
      ENOTFOUND: "there is no such host (DNS)",
      EAI_AGAIN: "the name server does not respond (DNS)",
      ETIMEDOUT: "the host does not respond (connect timed out)",
      EHOSTUNREACH: "there is no route to the host",
      ENETUNREACH: "there is no route to the network",
      CERT_HAS_EXPIRED: "its certificate has expired",
      CERT_NOT_YET_VALID: "its certificate is not valid yet, or the clock of this machine is slow",
      CERT_REVOKED: "its certificate has been revoked",
      DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
      SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain is self-signed",
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an unknown authority",
      UNABLE_TO_GET_ISSUER_CERT: "its certificate is signed by an unknown authority",
      UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by an unknown authority",
      ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
      EMFILE: "this machine cannot open more files or connections",
      ENFILE: "this machine has too many files and connections open",
      ENOENT: "there is no such socket",
      HPE_INVALID_CONSTANT: "it does not speak HTTP",
      ERR_HTTP2_ERROR: "it does not speak HTTP/2"
    };
    function otherProtocol(error) {
      const first = "rawPacket" in error ? error.rawPacket : void 0;
      if (!(first instanceof Uint8Array)) return;
      if (first[0] === 21 && first[1] === 3) return "it speaks TLS (http request to an https port?)";
      if (first[3] === 4 && first.subarray(5, 9).every(byte => byte === 0)) return "it speaks only HTTP/2 (no HTTP/1.1)";
      return;
    }
    const fromOpenSsl = /error:[0-9A-F]{8}:SSL routines:[^:]*:([^:]+):[^:]*:\d+:(?:SSL alert number (\d+))?/;
    function tlsReason(message) {
      const [, reason, alert] = fromOpenSsl.exec(message) ?? [];
      if (!reason) return;
      if (alert) return alerts[alert] ?? `it refuses TLS (alert ${alert}: ${reason.replace(/^.* alert /, "")})`;
      if (/version number|packet length|http request|record/.test(reason)) return "it does not speak TLS (https request to an http port?)";
      return reason === "unsupported protocol" ? tooOld : `the TLS handshake failed (${reason})`;
    }
    const tooOld = "it speaks only TLS 1.1 or older (this client requires 1.2 or later)";
    const wantsCertificate = "it requires a client certificate (not supported here)";
    const alerts = {
      40: "it has no cipher in common with this client, or requires a client certificate (TLS alert 40)",
      42: wantsCertificate,
      70: tooOld,
      71: "it has no cipher in common with this client (TLS alert 71)",
      80: "its TLS handshake failed (alert 80: internal error)",
      112: "it has no host of this name (TLS alert 112: unrecognized name)",
      116: wantsCertificate,
      120: "it speaks only HTTP/2 (no HTTP/1.1)"
    };
    var response = __nccwpck_require__("packages/http/src/response.ts");
    class ConnectionError extends Error {
      name="ConnectionError";
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
        rejectUnsendable(request.headers ?? {});
        const {timeLimit: timeLimit} = request;
        const attempt = timeLimit === void 0 ? deadline : deadline.capped(timeLimit);
        const proxy = proxyFor(request.url, request.connection?.proxy);
        let isSent = false;
        let answered = false;
        const outgoing = send_open(request, proxy, incoming => {
          answered = true;
          const certificateEnds = (0, response.n_)(incoming.socket);
          readContent(incoming, request.maxBytes ?? 10 * megabyte).then(content => resolve((0, 
          response.Zr)(incoming, content, certificateEnds)), error => fail(describeNetworkError(error), error));
        });
        const fail = (reason, error) => {
          const isOfProxy = proxy && !isSent && isProxyFailure(outgoing, request);
          outgoing.destroy();
          const where = isOfProxy ? `at the proxy ${proxy.host}, ${reason}` : reason;
          reject(deadline.signal.aborted ? deadline.signal.reason : new ConnectionError(where, isSent ? "unknown" : "no", error));
        };
        const markSent = () => {
          isSent = true;
          request.onSent?.();
        };
        outgoing.on("socket", socket => {
          if (!socket.connecting) return markSent();
          socket.once("encrypted" in socket ? "secureConnect" : "connect", markSent);
        });
        outgoing.on("error", error => fail(`${describeNetworkError(error)}${portHint(request.url, error)}`, error));
        const giveUp = () => {
          const what = isSent ? "none" : "no connection";
          fail(`${what} within ${(0, duration.a)(timeLimit ?? 0)}`, attempt.signal.reason);
        };
        attempt.signal.addEventListener("abort", giveUp, {
          once: true
        });
        outgoing.on("close", () => {
          attempt.signal.removeEventListener("abort", giveUp);
          if (!answered) {
            const error = new Error("the connection was closed before a response arrived");
            fail(error.message, error);
          }
        });
        outgoing.end(request.body);
      });
    }
    function rejectUnsendable(headers) {
      for (const [name, value] of Object.entries(headers)) {
        if (!/[^\t\x20-\x7E\x80-\xFF]/.test(value)) continue;
        throw new errors.lZ(`The header "${name}" cannot be sent: it contains a line break or another character that HTTP ` + "does not allow. Check that its value is complete and on one line.");
      }
    }
    function send_open(request, proxy, answered) {
      const {url: url, connection: {ca: ca, insecure: insecure} = {}, body: body} = request;
      const options = {
        ...!proxy && loopback(url.hostname),
        method: request.method,
        headers: {
          "user-agent": "ci-actions",
          ...body !== void 0 && {
            "content-length": String(Buffer.byteLength(body))
          },
          ...request.headers
        }
      };
      if (url.protocol === "http:") {
        const http = process.getBuiltinModule("node:http");
        return http.request(url, {
          ...options,
          agent: agentFor(http.Agent, proxy)
        }, answered);
      }
      const https = process.getBuiltinModule("node:https");
      const trust = {
        ca: ca,
        rejectUnauthorized: !insecure
      };
      return https.request(url, {
        ...options,
        ...trust,
        agent: agentFor(https.Agent, proxy)
      }, answered);
    }
    function agentFor(Kind, proxy) {
      return proxy ? new Kind({
        proxyEnv: {
          http_proxy: proxy.href,
          https_proxy: proxy.href
        }
      }) : false;
    }
    function portHint({protocol: protocol, port: port}, error) {
      const isReset = "code" in error && error.code === "ECONNRESET";
      return isReset && protocol === "http:" && /443$/.test(port) ? "; http request to an https port?" : "";
    }
    function isProxyFailure({socket: socket}, {url: url}) {
      return url.protocol === "http:" || !socket;
    }
    async function readContent(incoming, maxBytes) {
      const coding = incoming.headers["content-encoding"];
      return decode(await readBody(incoming, maxBytes), coding, maxBytes);
    }
    function readBody(incoming, maxBytes) {
      return new Promise((resolve, reject) => {
        const chunks = [];
        let length = 0;
        incoming.on("data", chunk => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > maxBytes) finish();
        });
        const finish = () => {
          resolve({
            bytes: Buffer.concat(chunks).subarray(0, maxBytes),
            truncated: length > maxBytes
          });
          incoming.destroy();
        };
        incoming.on("end", finish);
        incoming.on("error", reject);
        incoming.on("close", () => reject(new Error("the connection was closed before the response was complete")));
      });
    }
  }),
  "packages/kit/src/closest-name.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      N: () => closestName
    });
    function closestName(word, names) {
      const [best] = names.map(name => ({
        name: name,
        distance: editDistance(word.toLowerCase(), name.toLowerCase())
      })).filter(({name: name, distance: distance}) => distance <= 2 && distance * 2 < name.length).sort((one, other) => one.distance - other.distance);
      return best?.name;
    }
    function editDistance(one, other) {
      let row = Array.from({
        length: other.length + 1
      }, (_, i) => i);
      for (let i = 1; i <= one.length; i++) {
        const next = [ i ];
        for (let j = 1; j <= other.length; j++) {
          const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
          next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
      }
      return row[other.length] ?? 0;
    }
  }),
  "packages/kit/src/errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      cc: () => CancelledError,
      dz: () => InputError,
      gJ: () => errorMessage,
      lZ: () => ActionError
    });
    class ActionError extends Error {
      name="ActionError";
    }
    class InputError extends ActionError {
      name="InputError";
    }
    class CancelledError extends ActionError {
      name="CancelledError";
      constructor(message = "The job was cancelled.") {
        super(message);
      }
    }
    function errorMessage(thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }),
  "packages/kit/src/file.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      TA: () => readFile,
      f6: () => FileError,
      i4: () => readBeginning,
      jH: () => readInputFile
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
    var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("packages/kit/src/machine-errors.ts");
    var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/quote.ts");
    class FileError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ {
      name="FileError";
      get isMissing() {
        return this.message === missing;
      }
    }
    const missing = "does not exist";
    function readInputFile(input, path, workspace, most = defaultMaxBytes) {
      try {
        return readFile((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path), most);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        const hint = error.isMissing ? " Does actions/checkout run before this step?" : "";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.dz(`Input "${input}" names the file ${(0, 
        _quote_js__WEBPACK_IMPORTED_MODULE_3__.h)(path)}, which ${error.message}.${hint}`);
      }
    }
    const defaultMaxBytes = 1024 * 1024;
    function readFile(path, most) {
      const bytes = readBeginning(path, most + 1);
      if (bytes.length > most) throw new FileError(`is larger than ${formatSize(most)}`);
      return bytes;
    }
    function readBeginning(path, most) {
      const descriptor = openFile(path);
      try {
        const pieces = [];
        for (let left = most; left > 0; ) {
          const piece = Buffer.allocUnsafe(Math.min(left, pieceSize));
          const length = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, piece);
          if (length === 0) break;
          pieces.push(piece.subarray(0, length));
          left -= length;
        }
        return Buffer.concat(pieces);
      } catch (error) {
        throw new FileError(`cannot be read (${(0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__.CA)(error)})`);
      } finally {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
      }
    }
    const pieceSize = 64 * 1024;
    function openFile(path) {
      return open(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
    }
    function open(path, flags) {
      let descriptor;
      try {
        descriptor = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
      } catch (error) {
        throw new FileError(fileErrorReason(error));
      }
      const stats = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
      if (stats.isFile()) return descriptor;
      (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
      throw new FileError(`is ${fileKind(stats)}, not a file`);
    }
    const reasons = new Map([ [ "ENOENT", missing ], [ "ENOTDIR", missing ], [ "EISDIR", "is a folder, not a file" ], [ "ENXIO", "is a pipe, a socket or a device, not a file" ], [ "ENODEV", "is a device, not a file" ] ]);
    function fileErrorReason(error) {
      const code = (0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__.CA)(error);
      return reasons.get(code) ?? `cannot be opened (${code})`;
    }
    function fileKind(stats) {
      if (stats.isDirectory()) return "a folder";
      if (stats.isFIFO()) return "a named pipe";
      return stats.isSocket() ? "a socket" : "a device";
    }
    function formatSize(bytes) {
      return `${bytes / 1024 ** 2} MiB`;
    }
  }),
  "packages/kit/src/input-parsers.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Cz: () => positiveDuration,
      EK: () => secretUrl,
      Jt: () => flag,
      OZ: () => url,
      Qq: () => text,
      nd: () => integer,
      p0: () => duration,
      rJ: () => secret,
      wj: () => isSentence,
      yI: () => ValidationError,
      yL: () => oneOf
    });
    var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/quote.ts");
    class ValidationError extends Error {
      name="ValidationError";
      expected;
      part;
      constructor(expected, part) {
        super(isSentence(expected) ? expected : `must be ${expected}`);
        this.expected = expected;
        this.part = part;
      }
      describe(subject, value) {
        const expected = (0, _quote_js__WEBPACK_IMPORTED_MODULE_0__.K)(this.expected, 400);
        return isSentence(this.expected) ? `${subject}: ${expected}${value ? ` Got ${value}.` : ""}` : `${subject} must be ${expected}${value ? `, not ${value}` : ""}.`;
      }
    }
    function isSentence(expected) {
      return expected.endsWith(".");
    }
    const text = {
      parse: given => given
    };
    const secret = {
      secret: true,
      parse(given) {
        if (!/^[\x20-\x7E]*$/.test(given)) throw new ValidationError("a single line of ASCII characters");
        return given;
      }
    };
    const flag = {
      parse(given) {
        if (/^(true|True|TRUE)$/.test(given)) return true;
        if (/^(false|False|FALSE)$/.test(given)) return false;
        throw new ValidationError("true or false");
      }
    };
    function integer(min = 0, max = Number.MAX_SAFE_INTEGER) {
      const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
      return {
        parse(given) {
          const value = Number(given);
          if (!/^[+-]?\d+$/.test(given) || value < min || value > max) throw new ValidationError(`a whole number ${range}`);
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
        if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new ValidationError("a duration such as 500ms, 30s, 5m or 1h");
        const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
        const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
        if (total > longestDuration) throw new ValidationError("a duration of at most 24 days");
        return Math.round(total);
      }
    };
    const positiveDuration = {
      async parse(given) {
        const ms = await duration.parse(given);
        if (ms === 0) throw new ValidationError("a duration longer than 0");
        return ms;
      }
    };
    function oneOf(...words) {
      return {
        parse(given) {
          const word = words.find(one => one === given);
          if (word === void 0) throw new ValidationError(`one of ${words.join(", ")}`);
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
      if (/\s|,https?:\/\//.test(given)) throw new ValidationError("a single address without spaces or line breaks");
      const parsed = URL.canParse(given) ? new URL(given) : void 0;
      if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new ValidationError("an address that starts with https://");
      if (!/^https?:\/\/[^/\\]/i.test(given)) throw new ValidationError("an address that starts with https:// and a host");
      if (parsed.protocol === "http:" && !isLoopbackHost(parsed.hostname)) throw new ValidationError("an https:// address (http:// only for localhost)");
      return parsed;
    }
    function isLoopbackHost(hostname) {
      return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
    }
  }),
  "packages/kit/src/issue.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      n: () => describeIssue
    });
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    var _closest_name_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/closest-name.ts");
    var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/map.ts");
    var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/quote.ts");
    function describeIssue(issue, schema) {
      const path = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.BuJ)(issue);
      const last = issue.path?.at(-1);
      if (!path || !last) return;
      if (last.origin !== "key") return `at "${path}": ${describeMismatch(issue)}`;
      const key = String(last.key);
      const parent = path.slice(0, -key.length - 1);
      const names = parent === "" && "entries" in schema && (0, _map_js__WEBPACK_IMPORTED_MODULE_1__.jh)(schema.entries) ? schema.entries : {};
      const complaint = issue.expected === "never" ? unknownKey(key, names) : `it lacks ${(0, 
      _quote_js__WEBPACK_IMPORTED_MODULE_2__.h)(key)}`;
      return parent === "" ? complaint : `at "${parent}": ${complaint}`;
    }
    function unknownKey(key, entries) {
      const meant = (0, _closest_name_js__WEBPACK_IMPORTED_MODULE_3__.N)(key, Object.keys(entries));
      return `${(0, _quote_js__WEBPACK_IMPORTED_MODULE_2__.h)(key)} is unknown${meant ? ` (did you mean "${meant}"?)` : ""}`;
    }
    function describeMismatch({message: message, expected: expected, received: received}) {
      if (!message.startsWith("Invalid ") || !expected) return message;
      const kinds = expected.replace(/^\(|\)$/g, "").split(" | ");
      return `expected ${kinds.map(kindOf).join(" or ")}, not ${kindOf(received)}`;
    }
    const kindNames = {
      Array: "a list",
      Object: "a map",
      boolean: "true or false",
      number: "a number",
      string: "text",
      undefined: "nothing"
    };
    function kindOf(kind) {
      return (0, _map_js__WEBPACK_IMPORTED_MODULE_1__.TE)(kindNames, kind) ?? kind;
    }
  }),
  "packages/kit/src/json.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Ff: () => isNestedDeeper,
      JG: () => maxNesting,
      qF: () => parseJson
    });
    const maxNesting = 500;
    function parseJson(text) {
      try {
        const value = JSON.parse(text);
        return isNestedDeeper(value) ? void 0 : value;
      } catch {
        return;
      }
    }
    function isNestedDeeper(value, max = maxNesting) {
      if (typeof value !== "object" || value === null) return false;
      return max === 0 || Object.values(value).some(inner => isNestedDeeper(inner, max - 1));
    }
  }),
  "packages/kit/src/machine-errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      CA: () => errorCode,
      sr: () => isMachineError,
      tS: () => describeMachineError
    });
    var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/errors.ts");
    const space = "Free disk space on the runner before this step.";
    const right = "Give the user of the runner, or of the job container, write access there.";
    const files = "Raise the runner's limit of open files (ulimit -n).";
    const adviceByCode = new Map([ [ "ENOSPC", space ], [ "EDQUOT", space ], [ "EROFS", right ], [ "EACCES", right ], [ "EPERM", right ], [ "EIO", "Check the runner's disk." ], [ "ENOMEM", "Give the runner more memory." ], [ "EMFILE", files ], [ "ENFILE", files ] ]);
    function isMachineError(error) {
      return adviceByCode.has(errorCode(error));
    }
    function describeMachineError(what, error) {
      const advice = adviceByCode.get(errorCode(error));
      return `${what} (${(0, _errors_js__WEBPACK_IMPORTED_MODULE_0__.gJ)(error)}).${advice ? ` ${advice}` : ""}`;
    }
    function errorCode(error) {
      return typeof error === "object" && error && "code" in error ? String(error.code) : "";
    }
  }),
  "packages/kit/src/map.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A7: () => mapOf,
      TE: () => lookUp,
      jh: () => isMap
    });
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    function isMap(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    }
    function lookUp(table, word) {
      return Object.hasOwn(table, word) ? table[word] : void 0;
    }
    function mapOf(value) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_0__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.IeY)(isMap, "expected a map"), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.NTK)(({dataset: dataset, addIssue: addIssue}) => {
        const input = dataset.value;
        const map = Object.create(null);
        for (const [key, given] of Object.entries(input)) {
          const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(value, given);
          if (result.success) map[key] = result.output;
          const here = {
            type: "object",
            origin: "value",
            input: input,
            key: key,
            value: given
          };
          for (const {message: message, expected: expected, received: received, path: path = []} of result.issues ?? []) addIssue({
            message: message,
            received: received,
            ...expected && {
              expected: expected
            },
            path: [ here, ...path ]
          });
        }
        return map;
      }));
    }
  }),
  "packages/kit/src/quote.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => excerpt,
      h: () => quote
    });
    function quote(text, max = 80) {
      return `"${excerpt(text, max)}"`;
    }
    function excerpt(text, max = 200) {
      const whole = text.trimStart();
      const beginning = whole.slice(0, max * 2 + blanks);
      const line = beginning.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
      const points = Array.from(line.slice(0, max * 2 + 2));
      const isCut = points.length > max || beginning.length < whole.trimEnd().length;
      return isCut ? `${points.slice(0, max - 1).join("")}…` : points.join("");
    }
    const blanks = 4096;
  }),
  "packages/kit/src/yaml.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      o: () => yaml
    });
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    var _input_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/input-parsers.ts");
    var _issue_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/issue.ts");
    var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/json.ts");
    function yaml(shape, expected, scalars = "typed") {
      return {
        async parse(given) {
          const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(shape, await readYaml(given, expected, scalars));
          if (result.success) return result.output;
          const problem = (0, _issue_js__WEBPACK_IMPORTED_MODULE_1__.n)(result.issues[0], shape);
          throw new _input_parsers_js__WEBPACK_IMPORTED_MODULE_2__.yI(problem ? `${expected}; ${problem}` : expected);
        }
      };
    }
    async function readYaml(given, expected, scalars) {
      const read = await parsed(given, expected, scalars);
      if (!(0, _json_js__WEBPACK_IMPORTED_MODULE_3__.Ff)(read)) return read;
      throw new _input_parsers_js__WEBPACK_IMPORTED_MODULE_2__.yI(`${expected}; it is nested more than ${_json_js__WEBPACK_IMPORTED_MODULE_3__.JG} levels deep`);
    }
    async function parsed(given, expected, scalars) {
      try {
        if (scalars === "typed") return JSON.parse(given);
      } catch {}
      const {readDocument: readDocument} = await Promise.all([ __nccwpck_require__.e("../lib/yaml"), __nccwpck_require__.e("kit-yaml-document") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/kit/src/yaml-document.ts"));
      const read = (() => {
        try {
          return readDocument(given, scalars).toJS({
            maxAliasCount: -1
          });
        } catch (error) {
          const [reason] = String(error instanceof Error ? error.message : error).split("\n");
          throw new _input_parsers_js__WEBPACK_IMPORTED_MODULE_2__.yI(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, "")}`);
        }
      })();
      if (countValues(read) <= maxValues) return read;
      throw new _input_parsers_js__WEBPACK_IMPORTED_MODULE_2__.yI(`${expected}; its aliases expand to more than ${maxValues} values`);
    }
    const maxValues = 1e5;
    function countValues(value, counts = new Map) {
      if (typeof value !== "object" || value === null) return 1;
      const known = counts.get(value);
      if (known !== void 0) return known;
      counts.set(value, Number.POSITIVE_INFINITY);
      const count = Object.values(value).reduce((sum, item) => sum + countValues(item, counts), 1);
      counts.set(value, count);
      return count;
    }
  }),
  "packages/wait/src/backoff.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      E: () => exponential,
      G: () => fullJitter
    });
    function exponential(first, factor, max) {
      return tries => Math.min(max, first * factor ** tries);
    }
    function fullJitter(backoff, random) {
      return tries => random() * backoff(tries);
    }
  }),
  "packages/wait/src/deadline.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      M: () => TimeoutError
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
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
    var duration = __nccwpck_require__("packages/wait/src/duration.ts");
    class TimeoutError extends errors.lZ {
      name="TimeoutError";
    }
    class Deadline {
      clock;
      signal;
      #ends;
      #given;
      constructor(ms, cancelled, clock = systemClock, given = ms) {
        const timeOver = new AbortController;
        this.clock = clock;
        this.#ends = clock.now() + ms;
        this.#given = given;
        clock.after(ms, () => {
          timeOver.abort(new TimeoutError(`The time limit given, ${(0, duration.a)(given)}, was reached.`));
        });
        this.signal = AbortSignal.any([ cancelled, timeOver.signal ]);
      }
      get remaining() {
        return Math.max(0, this.#ends - this.clock.now());
      }
      capped(ms) {
        const shorter = new Deadline(ms, this.signal, this.clock);
        shorter.#ends = Math.min(shorter.#ends, this.#ends);
        return shorter;
      }
      extendedBy(ms) {
        const late = new AbortController;
        const end = () => {
          this.clock.after(ms, () => late.abort(this.signal.reason));
        };
        if (this.signal.aborted) end(); else this.signal.addEventListener("abort", end, {
          once: true
        });
        return new Deadline(this.remaining + ms, late.signal, this.clock, this.#given);
      }
      grace(ms) {
        return new Deadline(ms, (new AbortController).signal, this.clock);
      }
      sleep(ms) {
        return this.clock.sleep(ms, this.signal);
      }
    }
  }),
  "packages/wait/src/duration.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      a: () => formatDuration
    });
    function formatDuration(ms) {
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
  "packages/wait/src/poll.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      w: () => poll
    });
    var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/wait/src/deadline.ts");
    async function poll(check, backoff, deadline, why = () => {}) {
      try {
        for (let tries = 0; ;tries++) {
          deadline.signal.throwIfAborted();
          const result = await check(tries);
          if (result !== void 0) return result;
          await deadline.sleep(backoff(tries));
        }
      } catch (error) {
        if (!(error instanceof _deadline_js__WEBPACK_IMPORTED_MODULE_0__.M)) throw error;
        const reason = why();
        throw reason ? new _deadline_js__WEBPACK_IMPORTED_MODULE_0__.M(`${error.message} ${reason}`) : error;
      }
    }
  }),
  buffer: module => {
    module.exports = process.getBuiltinModule("buffer");
  },
  crypto: module => {
    module.exports = process.getBuiltinModule("crypto");
  },
  "node:async_hooks": (module => {
    module.exports = process.getBuiltinModule("node:async_hooks");
  }),
  "node:child_process": (module => {
    module.exports = process.getBuiltinModule("node:child_process");
  }),
  "node:crypto": (module => {
    module.exports = process.getBuiltinModule("node:crypto");
  }),
  "node:fs": (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  "node:fs/promises": (module => {
    module.exports = process.getBuiltinModule("node:fs/promises");
  }),
  "node:http": (module => {
    module.exports = process.getBuiltinModule("node:http");
  }),
  "node:http2": (module => {
    module.exports = process.getBuiltinModule("node:http2");
  }),
  "node:https": (module => {
    module.exports = process.getBuiltinModule("node:https");
  }),
  "node:os": (module => {
    module.exports = process.getBuiltinModule("node:os");
  }),
  "node:path": (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  "node:process": (module => {
    module.exports = process.getBuiltinModule("node:process");
  }),
  "node:stream": (module => {
    module.exports = process.getBuiltinModule("node:stream");
  }),
  "node:util": (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  "node:zlib": (module => {
    module.exports = process.getBuiltinModule("node:zlib");
  }),
  process: module => {
    module.exports = process.getBuiltinModule("process");
  },
  querystring: module => {
    module.exports = process.getBuiltinModule("querystring");
  },
  url: module => {
    module.exports = process.getBuiltinModule("url");
  },
  "valibot/dist/index.mjs": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BpQ: () => minLength,
      BuJ: () => getDotPath,
      FsL: () => pipe,
      IeY: () => custom,
      Ikc: () => object,
      KCZ: () => union,
      KIO: () => picklist,
      L5J: () => unknown,
      NTK: () => rawTransform,
      NpB: () => fallback,
      YOg: () => array,
      YjP: () => string,
      _H3: () => looseObject,
      aig: () => number,
      cl6: () => nullish,
      euz: () => literal,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      pdi: () => transform,
      qgA: () => parse,
      rej: () => strictObject,
      xLC: () => safeParse,
      yGV: () => regex,
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
    function rawTransform(action) {
      return {
        kind: "transformation",
        type: "raw_transform",
        reference: rawTransform,
        async: false,
        "~run"(dataset, config$1) {
          const output = action({
            dataset: dataset,
            config: config$1,
            addIssue: info => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
            NEVER: null
          });
          if (dataset.issues) dataset.typed = false; else dataset.value = output;
          return dataset;
        }
      };
    }
    function regex(requirement, message$1) {
      return {
        kind: "validation",
        type: "regex",
        reference: regex,
        async: false,
        expects: `${requirement}`,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
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
    function custom(check$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "custom",
        reference: custom,
        expects: "unknown",
        async: false,
        check: check$1,
        message: message$1,
        "~run"(dataset, config$1) {
          if (this.check(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
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
    function strictObject(entries$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "strict_object",
        reference: strictObject,
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
            if (!dataset.issues || !config$1.abortEarly) for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
              _addIssue(this, "key", dataset, config$1, {
                input: key,
                expected: "never",
                path: [ {
                  type: "object",
                  origin: "key",
                  input: input,
                  key: key,
                  value: input[key]
                } ]
              });
              break;
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
  __nccwpck_require__.u = chunkId => chunkId + ".mjs";
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

var external_node_fs_ = __nccwpck_require__("node:fs");

function killDescendants() {
  for (const pid of listDescendants(process.pid)) try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

function listDescendants(pid) {
  return childrenOf(pid).flatMap(child => [ ...listDescendants(child), child ]);
}

function childrenOf(pid) {
  try {
    const children = (0, external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, "utf8");
    return (children.match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

var errors = __nccwpck_require__("packages/kit/src/errors.ts");

var closest_name = __nccwpck_require__("packages/kit/src/closest-name.ts");

var input_parsers = __nccwpck_require__("packages/kit/src/input-parsers.ts");

var quote = __nccwpck_require__("packages/kit/src/quote.ts");

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const items = splitItems(given);
      if (items.length === 0) throw new input_parsers.yI("at least one line that is not a comment");
      return Promise.all(items.map(one => parseItem(item, one)));
    }
  };
}

function splitItems(given) {
  return bracketed(given) ?? linesOf(given).map(withoutDash);
}

function linesOf(given) {
  return given.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
}

function bracketed(given) {
  const [, inner] = /^\[(.*)\]$/s.exec(given) ?? [];
  if (inner === void 0 || !/^\s*$|,|^\s*(["']).*\1\s*$/s.test(inner)) return;
  const items = inner.match(/"(?:\\.|[^"\\])*"|'[^']*'|[^\s,][^,]*/gs) ?? [];
  return items.map(one => unquoted(one.trim()));
}

function withoutDash(line) {
  return unquoted(line.replace(/^-\s+/, ""));
}

function unquoted(text) {
  const [, double, single] = /^(?:"((?:\\.|[^"\\])*)"|'([^']*)')$/s.exec(text) ?? [];
  return double?.replace(/\\(["\\/])/g, "$1") ?? single ?? text;
}

async function parseItem(item, text) {
  try {
    return await item.parse(text);
  } catch (error) {
    if (!(error instanceof input_parsers.yI)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new input_parsers.yI(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => (0, quote.h)(one)).join(", then ")})` : "";
    throw new input_parsers.yI(inSeparateLines(error.expected, written), part);
  }
}

function inSeparateLines(expected, items) {
  return (0, input_parsers.wj)(expected) ? `${expected} Put each item on its own line${items}.` : `${expected}; put each on its own line${items}`;
}

async function severalIn(text, item) {
  const words = text.split(/\s+/);
  const isOfWords = words.every(word => /^[\w./@-]+$/.test(word));
  const parts = text.match(/(?:\{[^{}]*\}|\([^()]*\)|\[[^\]]*\]|[^,;])+/g) ?? [];
  const pieces = isOfWords ? words : parts.map(part => part.trim()).filter(part => part !== "");
  if (pieces.length < 2) return;
  const read = await Promise.allSettled(pieces.map(async piece => item.parse(piece)));
  return read.every(({status: status}) => status === "fulfilled") ? pieces : void 0;
}

function named(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? [];
      const value = name === void 0 ? given : rest ?? "";
      try {
        return {
          name: name,
          value: await item.parse(value)
        };
      } catch (error) {
        if (error instanceof input_parsers.yI) throw new input_parsers.yI(error.expected, error.part ?? value);
        throw error;
      }
    }
  };
}

function maskSecret(given, runner) {
  runner.setSecret(given);
  for (const line of [ ...given.split(/[\r\n]+/), ...splitItems(given) ]) {
    runner.setSecret(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address ]) runner.setSecret(part);
    for (const part of loginCredentials(username, password)) runner.setSecret(part);
    if (pathname.length >= 20) runner.setSecret(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.setSecret(segment);
    const values = [ ...searchParams ].flatMap(([name, value]) => value.length >= 8 && isOpaque(value) ? [ value ] : credentialsIn(name, value));
    for (const part of values.length > 0 ? [ search, ...values ] : []) runner.setSecret(part);
  }
}

function credentialsIn(name, value) {
  if (/^(proxy-)?authorization$/i.test(name)) return [ value, value.replace(/^\S+\s+/, "") ];
  if (notSecret.test(name) || !(secretNames.test(name) || ambiguousNames.test(name) && isOpaque(value))) return [];
  const parts = value.split(/[\s;,]+/).map(part => part.replace(/^[\w.-]+=(?=.)/, ""));
  return [ value, ...parts.filter(part => part.length >= 8) ];
}

function loginCredentials(user, password) {
  if (password !== "") return user === "" ? [ password ] : [ password, `${user}:${password}` ];
  return /^[a-z]{0,14}$/i.test(user) ? [] : [ user ];
}

const secretNames = /token|secret|passw|cookie|credential|jwt|(api|access|private|subscription)[-_]?key/i;

const ambiguousNames = /auth|key|session|signature|^sig$/i;

const notSecret = /idempotency|affinity|author(?!iz)|(cache|surrogate|partition|websocket)[-_]?key/i;

function isOpaque(value) {
  const parts = value.split(/[\s._/:-]/);
  return !parts.every(part => /^(v?\d{0,15}|[A-Z]?[a-z]{1,14}|[A-Z]{1,14})$/.test(part));
}

async function parseDefaults(contract) {
  const {readDocument: readDocument} = await Promise.all([ __nccwpck_require__.e("../lib/yaml"), __nccwpck_require__.e("kit-yaml-document") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/kit/src/yaml-document.ts"));
  const document = readDocument(contract, "typed");
  return input => {
    const value = document.getIn([ "inputs", input, "default" ]);
    return typeof value === "string" && !value.includes("${{") ? value.trim() : "";
  };
}

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isRegexLiteral(given) {
  return slashed.test(given);
}

new WeakMap;

function required(name, parser, options = {}) {
  return {
    name: name,
    parser: parser,
    required: true,
    ...options
  };
}

function optional(name, parser, options = {}) {
  return {
    name: name,
    parser: parser,
    required: false,
    ...options
  };
}

function allInputs(inputs) {
  return Object.values(inputs).flatMap(one => isUnion(one) ? [ selector(one), ...allGrouped(one) ] : [ one ]);
}

async function readInputs(inputs, runner) {
  for (const input of allInputs(inputs)) {
    const given = input.parser.secret && readText(input, runner);
    if (given) maskSecret(given, runner);
  }
  const misspelt = findMisspelt(allInputs(inputs), runner);
  for (const [name, given] of misspelt) {
    if (runner.input(name) === "" && isRequired(name, inputs)) continue;
    runner.warning(`Unknown input "${given}" is ignored. Did you mean "${name}"?`);
  }
  await rejectConflicts(allInputs(inputs), runner);
  return readAll(inputs, {
    runner: runner,
    misspelt: misspelt
  });
}

function isRequired(name, inputs) {
  return allInputs(inputs).some(input => input.name === name && input.required);
}

function findMisspelt(inputs, {givenInputs: givenInputs}) {
  const names = inputs.map(({name: name}) => name);
  const known = new Set([ ...names, ...inputs.map(({deprecatedName: deprecatedName}) => deprecatedName) ]);
  const strange = givenInputs.filter(given => !known.has(given));
  return new Map(strange.flatMap(given => {
    const name = (0, closest_name.N)(given, names);
    return name === void 0 ? [] : [ [ name, given ] ];
  }));
}

async function rejectConflicts(inputs, runner) {
  const conflicts = inputs.filter(input => isConflicting(input, runner));
  if (conflicts.length === 0 || runner.contract === void 0) return;
  const defaultOf = await loadDefaults(runner);
  const conflict = conflicts.find(({name: name}) => runner.input(name) !== defaultOf(name));
  if (!conflict) return;
  const {name: name, deprecatedName: deprecatedName} = conflict;
  throw new errors.dz(`Inputs "${name}" and "${deprecatedName}" are two names of one input, but their values differ. ` + `Keep "${name}" and remove "${deprecatedName}".`);
}

function isConflicting({name: name, deprecatedName: deprecatedName}, runner) {
  const values = [ name, deprecatedName ].map(one => one ? runner.input(one) : "");
  return !values.includes("") && values[0] !== values[1];
}

async function readAll(inputs, source) {
  const alone = Object.values(inputs).filter(one => !isUnion(one));
  const texts = await readTexts(alone, source);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isUnion(one) ? await readUnion(one, source) : await parseInput(one, texts.get(one));
  return read;
}

async function readTexts(inputs, {runner: runner, misspelt: misspelt}) {
  const texts = new Map(inputs.map(input => [ input, readText(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await loadDefaults(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new errors.dz(missingMessage(missing, misspelt));
  return texts;
}

async function loadDefaults({contract: contract}) {
  return contract ? parseDefaults(contract) : () => "";
}

function missingMessage(missing, misspelt) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required but were not given.` : `Input ${names} is required but was not given${env ? `, and neither was the environment variable ${env}` : ""}.`;
  const meant = missing.flatMap(({name: name}) => {
    const given = misspelt.get(name);
    return given === void 0 ? [] : [ `"${given}" was given: did you mean "${name}"?` ];
  });
  const empty = "A secret or variable is empty if it does not exist or is not available to this run.";
  return [ said, ...meant.length > 0 ? meant : [ empty ] ].join(" ");
}

function isUnion(one) {
  return "groups" in one;
}

function selector({by: by, groups: groups}) {
  return required(by, (0, input_parsers.yL)(...Object.keys(groups)));
}

function allGrouped({groups: groups}) {
  return Object.values(groups).flatMap(({inputs: inputs}) => Object.values(inputs));
}

async function readUnion(choice, source) {
  const by = selector(choice);
  const name = String(await parseInput(by, (await readTexts([ by ], source)).get(by)));
  const group = choice.groups[name]?.inputs ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, source.runner));
  if (stray) throw new errors.dz(`Input "${stray.name}" does not apply to "${choice.by}: ${name}". Remove it, or change "${choice.by}".`);
  return {
    name: name,
    values: await readAll(group, source)
  };
}

function isGiven({name: name, deprecatedName: deprecatedName}, runner) {
  return [ name, deprecatedName ].some(one => one && runner.input(one) !== "");
}

function readText(input, runner) {
  const old = input.deprecatedName && runner.input(input.deprecatedName);
  if (old) {
    const used = isConflicting(input, runner) ? ` The value of "${input.deprecatedName}" is used.` : "";
    runner.notice(`Input "${input.deprecatedName}" has been renamed to "${input.name}"; both names work.${used}`);
    return old;
  }
  return runner.input(input.name) || input.env && runner.env(input.env)?.trim() || "";
}

async function parseInput(input, given = "") {
  if (given === "") return;
  try {
    return await input.parser.parse(given);
  } catch (error) {
    if (!(error instanceof input_parsers.yI)) throw error;
    const value = input.parser.secret ? "the given value (hidden)" : (0, quote.h)(error.part ?? given);
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : "";
    throw new errors.dz(`${error.describe(`Input "${input.name}"`, value)}${hint}`);
  }
}

function lacksVariable(value) {
  return !isRegexLiteral(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value);
}

const emptyHint = " A variable that does not exist is empty: does this value contain one?";

var machine_errors = __nccwpck_require__("packages/kit/src/machine-errors.ts");

var external_node_path_ = __nccwpck_require__("node:path");

const external_os_namespaceObject = process.getBuiltinModule("os");

function utils_toCommandValue(input) {
  if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
  return JSON.stringify(input);
}

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

function command_issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}

const CMD_STRING = "::";

class Command {
  constructor(command, properties, message) {
    if (!command) command = "missing.command";
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
        const val = this.properties[key];
        if (val) {
          if (first) first = false; else cmdStr += ",";
          cmdStr += `${key}=${escapeProperty(val)}`;
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
}

function escapeData(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

process.getBuiltinModule("path");

void 0 && (void 0).__awaiter;

var ExitCode;

(function(ExitCode) {
  ExitCode[ExitCode["Success"] = 0] = "Success";
  ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));

function setSecret(secret) {
  command_issueCommand("add-mask", {}, secret);
}

function debug(message) {
  command_issueCommand("debug", {}, message);
}

function error(message, properties = {}) {
  command_issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function warning(message, properties = {}) {
  command_issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function notice(message, properties = {}) {
  command_issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function info(message) {
  process.stdout.write(message + external_os_namespaceObject.EOL);
}

function escapeCommands(text) {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

var src_json = __nccwpck_require__("packages/kit/src/json.ts");

function formatOutput(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function appendOutputs(file, outputs) {
  const before = fileSize(file);
  try {
    (0, external_node_fs_.appendFileSync)(file, Array.from(outputs, ([name, text]) => heredoc(name, text)).join(""));
  } catch (error) {
    if (fileSize(file) > before) (0, external_node_fs_.truncateSync)(file, before);
    throw error;
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((max, end) => Math.max(max, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function fileSize(file) {
  return (0, external_node_fs_.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

const escapes = /%(?:[0-7][\da-fA-F]|[c-fC-F][\da-fA-F](?:%[89abAB][\da-fA-F]){1,3})|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bfnrt]|[^\da-zA-Z])|&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|amp|lt|gt|quot|apos);|[+\u200B]/g;

const cutEscape = /(?:%[\da-f]?|\\(?:u[\da-f]{0,3}|x[\da-f]?)?|&(?:#x?[\da-f]*|[a-z]+)?)$/i;

function unescaped(text) {
  return /[%\\&+\u200B]/.test(text) ? text.replace(escapes, unescapeOne) : text;
}

function spansInEscaped(text, spans) {
  const edges = spans.flatMap(({start: start, end: end}) => [ start, end ]);
  let next = 0;
  let shift = 0;
  const moved = [];
  const moveUpTo = max => {
    for (let edge = edges[next]; edge !== void 0 && edge <= max; edge = edges[++next]) moved.push(edge + shift);
  };
  for (const {0: escaped, index: index} of text.matchAll(escapes)) {
    if (next === edges.length) break;
    moveUpTo(index - shift);
    shift += escaped.length - unescapeOne(escaped).length;
  }
  moveUpTo(text.length);
  return spans.map((_, i) => ({
    start: moved[2 * i] ?? 0,
    end: moved[2 * i + 1] ?? 0
  }));
}

const meanings = new Map(Object.entries({
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "+": " ",
  "​": ""
}));

function unescapeOne(escaped) {
  if (escaped.startsWith("%")) return Buffer.from(escaped.replaceAll("%", ""), "hex").toString();
  const [, code, hex] = /^(?:&#(\d+)|(?:&#|\\)[ux]([\da-f]+));?$/i.exec(escaped) ?? [];
  if (code ?? hex) return String.fromCodePoint(code ? Number(code) : Number(`0x${hex}`));
  return meanings.get(escaped) ?? escaped.slice(1);
}

const minBeginning = 8;

const minLength = 4;

const minAnywhere = 8;

const maxLayers = 3;

class Secrets {
  #added=new Set;
  #forms=new Map;
  add(secret) {
    if (this.#added.has(secret) || isCommon(secret)) return false;
    this.#added.add(secret);
    for (const form of encodedForms(secret)) this.#forms.set(form.text, form);
    return true;
  }
  redact(text) {
    return this.#forms.size === 0 ? text : blankOut(text, this.#spansIn(text, maxLayers));
  }
  #spansIn(text, layers) {
    let found = [];
    for (const form of this.#forms.values()) if (text.includes(form.text)) found = found.concat(findSpans(form, text));
    if (text.includes("…")) found = found.concat(beginningsIn(text, [ ...this.#forms.values() ]));
    const inner = layers === 0 ? text : unescaped(text);
    if (inner === text) return mergeSpans(found);
    return mergeSpans([ ...found, ...spansInEscaped(text, this.#spansIn(inner, layers - 1)) ]);
  }
}

function isCommon(value) {
  return value.length < minLength || /^\d{1,7}$/.test(value) || commonWords.has(value.toLowerCase());
}

const commonWords = new Set(("true false null none undefined default empty test testing example " + "success succeeded failure failed cancelled skipped unchanged " + "admin root user guest password secret token postgres mysql redis mongodb rabbitmq localhost").split(" "));

function encodedForms(secret) {
  const isOpaque = !/^(https?:|\/)/.test(secret);
  const isAnywhere = secret.length >= minAnywhere;
  const plain = {
    text: secret,
    before: 0,
    after: 0,
    isAnywhere: isAnywhere,
    isOpaque: isOpaque
  };
  const hex = Buffer.from(secret).toString("hex");
  const digits = [ hex, hex.toUpperCase() ].map(text => ({
    ...plain,
    text: text,
    isAnywhere: true
  }));
  const shifted = [ 0, 1, 2 ].flatMap(shift => base64Forms(secret, shift));
  const encoded = shifted.map(form => ({
    ...form,
    isAnywhere: true,
    isOpaque: isOpaque
  }));
  return [ plain, ...digits, ...encoded ].flatMap(withLayers);
}

function base64Forms(secret, shift) {
  const bytes = Buffer.concat([ Buffer.alloc(shift), Buffer.from(secret) ]);
  const [first, end] = [ Math.ceil(shift * 8 / 6), Math.floor(bytes.length * 8 / 6) ];
  const edges = {
    before: shift === 0 ? 0 : 1,
    after: bytes.length % 3 === 0 ? 0 : 1
  };
  const usual = bytes.toString("base64").slice(first, end);
  if (usual.length < 6) return [];
  const forUrls = usual.replaceAll("+", "-").replaceAll("/", "_");
  return [ ...new Set([ usual, forUrls ]) ].map(text => ({
    text: text,
    ...edges
  }));
}

function withLayers(form) {
  const text = unescaped(form.text);
  if (text === form.text || text.length < minLength) return [ form ];
  return [ form, ...withLayers({
    ...form,
    text: text
  }) ];
}

const base64 = /[\w+/-]/;

function findSpans({text: form, before: before, after: after, isAnywhere: isAnywhere}, text) {
  const spans = [];
  const isBeside = (index, such) => such.test(text.charAt(index));
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const end = at + form.length;
    if (!isAnywhere && (isBeside(at - 1, /\w/) || isBeside(end, /\w/))) continue;
    spans.push({
      start: isBeside(at - 1, base64) ? at - before : at,
      end: isBeside(end, base64) ? end + after : end
    });
  }
  return spans;
}

function beginningsIn(text, forms) {
  const [, ...cut] = text.split("…").reverse();
  const opaque = forms.filter(form => form.isOpaque && form.text.length > minBeginning);
  let start = 0;
  return cut.reverse().flatMap(piece => {
    const [from, end] = [ start, start + piece.length ];
    start = end + 1;
    const shown = piece.replace(cutEscape, "");
    return opaque.flatMap(form => {
      const at = shown.lastIndexOf(form.text.slice(0, minBeginning));
      return at >= 0 && form.text.startsWith(shown.slice(at)) ? [ {
        start: from + at,
        end: end
      } ] : [];
    });
  });
}

function mergeSpans(spans) {
  const apart = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (!last || span.start > last.end) apart.push(span); else if (span.end > last.end) apart[apart.length - 1] = {
      start: last.start,
      end: span.end
    };
  }
  return apart;
}

function blankOut(text, spans) {
  const ends = [ 0, ...spans.map(({end: end}) => end) ];
  const kept = ends.map((end, i) => text.slice(end, spans[i]?.start));
  return kept.join("***");
}

const stdout = 1;

function print(call, write = writeWhole) {
  const usual = Object.getOwnPropertyDescriptor(process, "stdout");
  Object.defineProperty(process, "stdout", {
    value: {
      write: write
    },
    configurable: true
  });
  try {
    call();
  } finally {
    if (usual) Object.defineProperty(process, "stdout", usual);
  }
}

function writeWhole(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(write(rest));
  return true;
}

function write(bytes) {
  try {
    return (0, external_node_fs_.writeSync)(stdout, bytes);
  } catch (error) {
    if ((0, machine_errors.CA)(error) !== "EAGAIN") return bytes.length;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

let captured;

function divertOutput(runner) {
  const forward = printed => {
    const {name: name, message: message} = readCommand(printed);
    if (name === "add-mask") runner.setSecret(message); else if (!captured || name === "debug" || message.startsWith("[command]")) runner.debug(message); else captured.push(message);
  };
  for (const name of [ "stdout", "stderr" ]) {
    const load = Object.getOwnPropertyDescriptor(process, name)?.get;
    let stream;
    const get = () => {
      stream ??= diverted(load?.call(process), forward);
      return stream;
    };
    Object.defineProperty(process, name, {
      get: get,
      configurable: true,
      enumerable: true
    });
  }
}

function readCommand(printed) {
  const text = printed.trimEnd();
  const [, name, message] = /^::([\w-]+)(?: [^:]*)?::(.*)$/s.exec(text) ?? [];
  return name === void 0 || message === void 0 ? {
    name: void 0,
    message: text
  } : {
    name: name,
    message: unescapeMessage(message)
  };
}

function unescapeMessage(message) {
  return message.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function diverted(stream, forward) {
  stream.write = (printed, ...rest) => {
    forward(Buffer.from(printed).toString());
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  return stream;
}

var dist = __nccwpck_require__("valibot/dist/index.mjs");

const words = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
    number: (0, dist.aig)(),
    title: (0, dist.YjP)(),
    head: (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      ref: (0, dist.YjP)()
    }),
    user: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
      login: (0, dist.YjP)()
    })), void 0)
  })), void 0),
  head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
    message: words,
    author: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
      name: words,
      username: words
    })), void 0)
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
    author: authorOf(pull?.user?.login, payload?.head_commit?.author),
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

function authorOf(opener, author) {
  if (opener !== void 0) return {
    name: opener,
    login: opener
  };
  const name = author?.name ?? author?.username;
  return name ? {
    name: name,
    login: author?.username ?? void 0
  } : void 0;
}

const summaryLimit = 1024 * 1024;

class GithubRunner {
  cancelled;
  #title;
  #secrets=new Secrets;
  #run;
  #lost;
  constructor(title, cancelled) {
    this.#title = title;
    this.cancelled = cancelled;
    for (const address of Object.values(this.proxy ?? {})) for (const secret of loginIn(address)) this.setSecret(secret);
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
      return (0, src_json.qF)((0, external_node_fs_.readFileSync)(file, "utf8"));
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
  get givenInputs() {
    const names = Object.keys(process.env).filter(name => name.startsWith("INPUT_"));
    return names.map(name => name.slice("INPUT_".length).toLowerCase());
  }
  input(name) {
    return this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "";
  }
  env(name) {
    return process.env[name]?.trim() || void 0;
  }
  setSecret(secret) {
    if (this.#secrets.add(secret)) this.print(() => setSecret(secret));
  }
  redact(text) {
    return this.#secrets.redact(text);
  }
  debug(message) {
    if (this.env("RUNNER_DEBUG") === "1") this.print(() => debug(this.#safe(message)));
  }
  info(message) {
    this.print(() => info(this.#safe(message)));
  }
  notice(message, place) {
    this.#annotate(notice, message, place);
  }
  warning(message, place) {
    this.#annotate(warning, message, place);
  }
  error(message, place) {
    this.#annotate(error, message, place);
  }
  setOutputs(values, onError = "fail") {
    const texts = Object.entries(values).map(([name, it]) => [ name, this.#outputText(name, it) ]);
    const outputs = new Map([ ...this.#lost?.outputs ?? [], ...texts ]);
    this.#lost = void 0;
    try {
      const file = this.env("GITHUB_OUTPUT");
      if (!file) throw new errors.lZ("it is not set");
      appendOutputs(file, outputs);
    } catch (error) {
      const reason = (0, machine_errors.tS)("The outputs could not be written to GITHUB_OUTPUT", error);
      if (onError === "warn") this.warning(reason); else this.#lost = {
        reason: reason,
        outputs: outputs
      };
    }
  }
  reportLostOutputs() {
    if (!this.#lost) return;
    const {reason: reason, outputs: outputs} = this.#lost;
    for (const [name, text] of outputs) this.info(`Output ${name}: ${text}`);
    const short = Array.from(outputs, ([name, text]) => `${name}: ${(0, quote.K)(text, 60)}`);
    return `${reason} They are in the log: ${(0, quote.K)(short.join(", "), 600)}.`;
  }
  #outputText(name, value) {
    const text = formatOutput(value);
    const safe = this.redact(text);
    if (safe !== text) this.warning(`Output "${name}" contains a value that is masked in this job, so it is set with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  appendSummary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) {
      this.info("There is no job summary here: GITHUB_STEP_SUMMARY is not set.");
      return;
    }
    try {
      this.#addSummary(file, Buffer.from(`${this.redact(markdown)}\n`));
    } catch (error) {
      this.warning((0, machine_errors.tS)("The job summary could not be written to GITHUB_STEP_SUMMARY", error));
    }
  }
  #addSummary(file, markdown) {
    const room = summaryLimit - fileSize(file);
    if (markdown.length <= room) {
      (0, external_node_fs_.appendFileSync)(file, markdown);
      return;
    }
    this.warning(`The job summary would exceed ${summaryLimit} bytes; its end is cut off.`);
    const note = Buffer.from("\n\n… truncated here: a job summary is limited to 1 MiB.\n");
    const end = markdown.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_.appendFileSync)(file, Buffer.concat([ markdown.subarray(0, end), note ]));
  }
  print(call) {
    print(call);
  }
  #annotate(annotate, message, place) {
    this.print(() => annotate(this.#safe(message), {
      title: this.#title,
      ...place
    }));
  }
  #safe(text) {
    return escapeCommands(this.redact(text));
  }
}

function loginIn(address) {
  const [, login = ""] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(address) ?? [];
  const [user = "", ...password] = login.split(":");
  return [ user, password.join(":") ].filter(part => part !== "");
}

function action(parts) {
  return parts;
}

const graceAfterCancel = 4800;

function run(it) {
  const runner = new GithubRunner(it.title, listenForCancellation());
  process.exitCode = 1;
  process.once("exit", () => killDescendants());
  divertOutput(runner);
  process.once("uncaughtException", error => {
    runner.error(formatError(error));
    process.exit(1);
  });
  const reportUnsettled = () => runner.error(`${defect} The action ended while still waiting (an unresolved promise).`);
  process.once("beforeExit", reportUnsettled);
  runMain(it, runner).then(failed => {
    process.off("beforeExit", reportUnsettled);
    process.exitCode = failed ? 1 : 0;
    if (runner.cancelled.aborted) process.exit();
    endSoon();
  });
}

const lingerTime = 1e3;

function endSoon() {
  setTimeout(() => process.exit(), lingerTime).unref();
}

async function runMain(it, runner) {
  const error = await tryMain(it, runner);
  const lost = runner.reportLostOutputs();
  if (lost) runner.error(`${error ?? "The step did its work."} ${lost}`); else if (error) runner.error(error);
  return (error ?? lost) !== void 0;
}

async function tryMain(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return;
  } catch (error) {
    return formatError(error);
  }
}

function formatError(error) {
  if (error instanceof errors.lZ) return error.message;
  if ((0, machine_errors.sr)(error)) return (0, machine_errors.tS)("The runner refused an operation", error);
  if (Number.parseInt(process.versions.node, 10) < minNode) return tooOld;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `${defect} ${stack}${cause}`;
}

const minNode = 24;

const tooOld = `This action requires Node ${minNode}, but was started by Node ${process.versions.node}. GitHub's runner includes it ` + "since 2.327.1; with act, put Node 24 first in PATH.";

const defect = "This is a bug in the action. Please report it with the following lines:";

function listenForCancellation() {
  const controller = new AbortController;
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new errors.cc);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}

var src_record = __nccwpck_require__("packages/deployment/src/record.ts");

var backoff = __nccwpck_require__("packages/wait/src/backoff.ts");

var poll = __nccwpck_require__("packages/wait/src/poll.ts");

var duration = __nccwpck_require__("packages/wait/src/duration.ts");

var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");

function followOptions(targets, log) {
  return {
    backoff: (0, backoff.E)(500, 1.5, Math.max(5e3, targets * 600)),
    log: log
  };
}

const missingFor = 6e4;

const heartbeat = 6e4;

async function follow(name, started, {backoff: backoff, log: log}, deadline) {
  const report = progress(name, log, () => deadline.clock.now());
  let deployment = started;
  let {version: version} = started;
  const check = async () => {
    const state = await deployment.poll(deadline);
    const {id: id} = deployment;
    if (state.state === "replaced") {
      log(`${name}: ${id} was replaced by ${state.by.id}, which deploys the same version; following it.`);
      deployment = state.by;
      version = deployment.version;
      return;
    }
    if (state.state !== "missing") version = state.version;
    report(state, id);
    return resultOf(state, deployment, report.elapsed());
  };
  try {
    return await (0, poll.w)(check, backoff, deadline);
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
    const reason = describeInterruption(error, deployment.id, report.phase());
    return {
      deployment: deployment,
      status: statusOf(error),
      version: version,
      reason: reason
    };
  }
}

function resultOf(state, deployment, elapsed) {
  const {id: id} = deployment;
  switch (state.state) {
   case "running":
    return;

   case "live":
    return {
      deployment: deployment,
      status: "succeeded",
      version: state.version
    };

   case "missing":
    if (elapsed < missingFor) return;
    throw new errors.lZ(`${id} was started, but still cannot be found after ${(0, duration.a)(elapsed)}.`);

   default:
    return {
      deployment: deployment,
      status: state.state,
      version: state.version,
      reason: state.reason
    };
  }
}

function statusOf(error) {
  if (error instanceof errors.cc) return "cancelled";
  if (error instanceof src_deadline.M) return "timed-out";
  if (error instanceof errors.lZ) return "failed";
  throw error;
}

function describeInterruption(error, id, phase) {
  const still = `${id} was started and is still running (${phase})`;
  if (error instanceof errors.cc) return `The job was cancelled; ${still}.`;
  return error instanceof src_deadline.M ? `${error.message} ${still}.` : `${error.message} (${still}.)`;
}

function progress(name, log, now) {
  const began = now();
  let phase = "not seen yet";
  let loggedAt = Number.NEGATIVE_INFINITY;
  const report = (state, id) => {
    const seen = state.state === "running" ? state.phase : state.state;
    const elapsed = now() - began;
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${(0, duration.a)(elapsed)})`); else if (elapsed - loggedAt >= heartbeat) log(`${name}: still ${seen} after ${(0, 
    duration.a)(elapsed)} (${id})`); else return;
    phase = seen;
    loggedAt = elapsed;
  };
  return Object.assign(report, {
    phase: () => phase,
    elapsed: () => now() - began
  });
}

var src_errors = __nccwpck_require__("packages/http/src/errors.ts");

class RecordBuilder {
  #of;
  #clock;
  #record;
  constructor(kind, of, environment, clock) {
    this.#of = of;
    this.#clock = clock;
    this.#record = (0, src_record.C6)(kind, of.identity, environment, clock.date());
  }
  read(live) {
    this.#set({
      live: live,
      previous: live
    });
  }
  unchanged(version, previous) {
    const reason = `${(0, src_record.EU)(version)} is already live.`;
    this.#set({
      status: "unchanged",
      version: version,
      previous: previous,
      reason: reason
    });
  }
  dryRun(what, version) {
    this.#set({
      status: "dry-run",
      ...version && {
        version: version
      },
      reason: `Would ${what}.`
    });
  }
  withheld(unplanned) {
    const reason = `Not deployed, because ${unplanned.join(", ")} cannot be deployed. Nothing was changed.`;
    this.#set({
      status: "cancelled",
      reason: reason
    });
  }
  writing(version) {
    this.#set({
      changed: true,
      ...version && {
        version: version
      }
    });
  }
  started({id: id, version: version, logUrl: logUrl}, previous) {
    const known = this.#record.version ?? version;
    this.#set({
      id: id,
      version: known,
      previous: previous,
      ...logUrl && {
        logUrl: logUrl
      }
    });
  }
  left() {
    const live = this.#record.kind === "rollback" ? null : this.#record.live;
    this.#set({
      status: "started",
      live: live,
      reason: "The deployment was started and not followed."
    });
  }
  ended({deployment: deployment, status: status, version: version, reason: reason}, previous) {
    const {id: id, logUrl: logUrl} = deployment;
    this.#set({
      id: id,
      status: status,
      version: version,
      previous: previous,
      ...reason && {
        reason: reason
      },
      ...logUrl && {
        logUrl: logUrl
      }
    });
  }
  because(reason) {
    this.#set({
      reason: reason
    });
  }
  add(sentence) {
    this.#set({
      reason: [ this.#record.reason, sentence ].filter(Boolean).join(" ")
    });
  }
  live(live) {
    this.#set({
      live: live
    });
  }
  failed(error, written, isAborted) {
    const isCutOff = this.#record.changed && isAborted;
    this.#set({
      status: statusOf(error),
      changed: written !== void 0 || error instanceof src_errors.W || isCutOff,
      reason: [ (0, errors.gJ)(error), written ].filter(Boolean).join(" ")
    });
  }
  close() {
    return closeRecord(this.#record, this.#of, this.#clock);
  }
  #set(part) {
    this.#record = {
      ...this.#record,
      ...part
    };
  }
}

function closeRecord(record, {identity: identity}, clock) {
  return {
    ...record,
    ...identity,
    finishedAt: clock.date().toISOString()
  };
}

var cleanup = __nccwpck_require__("packages/deployment/src/cleanup.ts");

async function runDeployment(run, options) {
  const {plan: plan, record: record} = run;
  const {step: step} = plan;
  const {deadline: deadline} = options;
  const notes = [];
  let deployment;
  let written;
  try {
    if (step.kind === "unchanged") record.unchanged(step.version, plan.before(step.version)); else if (options.dryRun) record.dryRun(describe(step), versionOf(step)); else {
      deadline.signal.throwIfAborted();
      record.writing(versionOf(step));
      const onWritten = what => {
        written = what;
      };
      deployment = await start(run.target, step, onWritten, notes, options);
      record.started(deployment, plan.before(deployment.version));
      if (options.wait) deployment = await followToEnd(run, deployment, notes, options); else record.left();
    }
  } catch (error) {
    record.failed(error, written, deadline.signal.aborted);
  }
  return {
    deployment: deployment,
    notes: notes
  };
}

function describe(step) {
  return step.kind === "attach" ? `follow ${step.deployment.id}, which is already deploying this version` : step.operation.description;
}

function versionOf(step) {
  return step.kind === "start" ? step.version : void 0;
}

async function start({identity: {name: name}}, step, written, notes, {follow: {log: log}, deadline: deadline}) {
  if (step.kind === "attach") {
    log(`${name}: ${step.deployment.id} is already deploying this version; following it.`);
    return step.deployment;
  }
  const note = one => {
    notes.push(one);
  };
  const started = await step.operation.start(deadline.extendedBy(cleanup.Mv), {
    written: written,
    note: note
  });
  const what = step.version ? `rolling back to ${(0, src_record.EU)(step.version)} with` : "started";
  log(`${name}: ${what} ${started.id}`);
  return started;
}

async function followToEnd({target: target, plan: plan, record: record}, started, notes, options) {
  const {deadline: deadline, onCancel: onCancel} = options;
  const {name: name} = target.identity;
  const result = await follow(name, started, options.follow, deadline);
  const {deployment: deployment, status: status, version: version} = result;
  record.ended(result, plan.before(version));
  if (status === "succeeded") {
    record.live(version);
    return deployment;
  }
  const isJobCancelled = status === "cancelled" && deadline.signal.aborted;
  if (isJobCancelled && onCancel !== "leave") {
    const {isDone: isDone, sentence: sentence} = await (0, cleanup.H_)(deployment, deadline);
    const {id: id} = deployment;
    const now = isDone ? sentence : `${id} could not be cancelled and may still be running: ${sentence}`;
    record.because(`The job was cancelled; ${now}`);
  }
  if (!isJobCancelled && options.diagnose && status !== "superseded") {
    const lines = await (0, cleanup.JK)(deployment, deadline);
    notes.push(...lines.map(text => ({
      text: `${name}: ${text}`
    })));
    if (lines[0]) record.add(lines[0]);
  }
  record.live(await (0, cleanup.PW)(target, deadline));
  return deployment;
}

async function rollback(target, rollbackPlan, follow, deadline) {
  const {environment: environment, dryRun: dryRun = false, wait: wait = true} = rollbackPlan;
  const record = new RecordBuilder("rollback", target, environment, deadline.clock);
  const options = {
    dryRun: dryRun,
    wait: wait,
    onCancel: "leave",
    diagnose: false,
    follow: follow,
    deadline: deadline
  };
  try {
    const plan = await planRollback(target, rollbackPlan, record, deadline);
    await runDeployment({
      target: target,
      plan: plan,
      record: record
    }, options);
  } catch (error) {
    record.failed(error, void 0, false);
  }
  return record.close();
}

async function planRollback(target, plan, record, deadline) {
  const state = await target.state(deadline);
  const {live: live} = state;
  record.read(live);
  const to = destination(state, await plan.to(deadline), plan, target.same?.bind(target));
  return {
    live: live,
    before: () => live,
    step: stepTo(to, live, target)
  };
}

function stepTo(to, live, target) {
  if (to) return {
    kind: "start",
    operation: target.rollbackTo(to),
    version: to
  };
  if (live) return {
    kind: "unchanged",
    version: live
  };
  throw new Error("Nothing is live, so there is a version to deploy.");
}

function destination({live: live, desired: desired}, to, {from: from, force: force}, same = src_record.r1) {
  if (!to) throw new errors.lZ("Nothing to roll back to: no earlier version is known. " + 'Set "to" of rollback, or deploy a working version.');
  if (same(live, to) && same(desired, to)) return null;
  if (force || !desired || !from || same(desired, from) || same(desired, to)) return to;
  throw new errors.lZ(`${(0, src_record.EU)(desired)} (${desired.ref}) is live or being deployed. It is neither the version to replace, ${(0, 
  src_record.EU)(from)}, ` + `nor the one to roll back to, ${(0, src_record.EU)(to)}: something else was deployed in the meantime. ` + 'Set "force: true" to roll back anyway.');
}

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownCode(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function markdown_markdownLink(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${escapeMarkdown(text)}](${href})`;
}

function markdownTable(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
}

function deploymentSummary(title, records, notes = []) {
  const head = [ "", "status", "version", "previous", "live", "duration" ];
  const rows = records.map(record => [ markdown_markdownLink(record.name, record.url), `${src_record.pb[record.status]} ${markdown_markdownLink(record.status, record.logUrl)}`, report_short(record.version), report_short(record.previous), report_short(record.live), (0, 
  duration.a)(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${escapeMarkdown(name)}**: ${escapeMarkdown(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ markdownTable(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${escapeMarkdown(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function throwIfFailed(records) {
  const bad = records.filter(({status: status}) => !(0, src_record.oJ)(status));
  if (bad.length === 0) return;
  const sorted = bad.toSorted((a, b) => src_record.bM.indexOf(b.status) - src_record.bM.indexOf(a.status));
  const byEnd = Map.groupBy(sorted, endOf);
  throw new errors.lZ(Array.from(byEnd, ([end, same]) => `${same.map(({name: name}) => name).join(", ")} ${end}`).join(" | "));
}

function endOf({status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Log: ${logUrl}` : "";
  return `${status}: ${reason ?? "no reason is known."}${log}`;
}

function report_short(version) {
  return version ? markdownCode((0, src_record.EU)(version)) : "–";
}

var src_issue = __nccwpck_require__("packages/kit/src/issue.ts");

class LocatorError extends Error {}

function defineProvider({locator: schema, locate: locate, ...provider}) {
  return {
    ...provider,
    async locate(locator, inputs, runner) {
      const parsed = (0, dist.xLC)(schema, locator);
      if (parsed.success) return locate(parsed.output, inputs, runner);
      const [issue] = parsed.issues;
      throw new LocatorError((0, src_issue.n)(issue, schema) ?? issue.message);
    }
  };
}

var map = __nccwpck_require__("packages/kit/src/map.ts");

var yaml = __nccwpck_require__("packages/kit/src/yaml.ts");

const host = /(?:[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)*(?::\d+)?/;

const image_reference_name = /[a-z\d]+(?:(?:[._]|__|-+)[a-z\d]+)*/;

const tag = /[\w][\w.-]{0,127}/;

const digest = /[A-Za-z][A-Za-z\d]*(?:[-_+.][A-Za-z][A-Za-z\d]*)*:[\da-fA-F]{32,}/;

const reference = new RegExp(`^(?:${host.source}/)?${image_reference_name.source}(?:/${image_reference_name.source})*(?::${tag.source})?(?:@${digest.source})?$`);

const imageReference = {
  parse(given) {
    const [, algorithm, hash] = /@([^:]+):(.*)$/.exec(given) ?? [];
    const isWhole = algorithm !== "sha256" || /^[\da-f]{64}$/.test(hash ?? "");
    if (given.length <= 4096 && reference.test(given) && isWhole) return given;
    throw new input_parsers.yI(`an image such as host/repository/name:tag${hintFor(given)}`);
  }
};

function hintFor(given) {
  const [, container, image] = /^([\w-]+):([^/\s]+\/\S+)$/.exec(given) ?? [];
  if (container) return ` (with a space after the container name: "${container}: ${image}")`;
  if (/[:@]$|^[:@]/.test(given)) return " (is a variable or an output in it empty?)";
  if (/\$\{|<|\{\{/.test(given)) return " (a variable in it was not expanded)";
  if (/^https?:/.test(given)) return ', without "https://"';
  return /[A-Z]/.test(given.replace(/[:@].*$/, "")) ? ", with its name in lower case" : "";
}

const expected = 'a command such as "npm run migrate", or YAML such as "container: [npm, run, migrate]"';

const command_words = (0, dist.FsL)((0, dist.YOg)((0, dist.YjP)()), (0, dist.BpQ)(1));

const structured = (0, yaml.o)((0, dist.KCZ)([ command_words, (0, map.A7)((0, dist.KCZ)([ (0, 
dist.YjP)(), command_words ])) ]), expected);

const command = {
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
    if (!entry || entries.length > 1) throw new input_parsers.yI("name exactly one container.");
    const [container, line] = entry;
    return {
      container: container,
      command: Array.isArray(line) ? line : split(line)
    };
  }
};

function split(line) {
  const words = [ ...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
  if (words.length === 0 || (line.match(/["']/g)?.length ?? 0) % 2 !== 0) throw new input_parsers.yI("the command has an unmatched quotation mark.");
  return words;
}

const resource = {
  parse(given) {
    if (!/^(arn:[\w:/.-]+|[\w-]{1,255})$/.test(given)) throw new input_parsers.yI("a name of letters, digits, hyphens and underscores, or an ARN");
    return given;
  }
};

const variables = (0, yaml.o)((0, map.A7)((0, map.A7)((0, dist.mee)((0, dist.YjP)()))), 'YAML such as "container: {NAME: value}"', "as-written");

const minutes = {
  async parse(given) {
    const time = await input_parsers.p0.parse(given) / 6e4;
    if (!Number.isInteger(time) || time > 1440) throw new input_parsers.yI("a duration in whole minutes, at most one day, such as 10m or 1h");
    return time;
  }
};

const container = named(imageReference);

const ecsInputs = {
  cluster: required("cluster", resource),
  services: required("service", list(named(resource))),
  taskDefinition: optional("task-definition", input_parsers.Qq),
  images: optional("images", list(container)),
  env: optional("env", variables),
  desiredCount: optional("desired-count", (0, input_parsers.nd)()),
  force: required("force-new-deployment", input_parsers.Jt),
  strategy: optional("strategy", (0, input_parsers.yL)("rolling", "blue-green", "canary", "linear")),
  bakeTime: optional("bake-time", minutes),
  application: optional("codedeploy-application", input_parsers.Qq),
  deploymentGroup: optional("codedeploy-deployment-group", input_parsers.Qq),
  appSpec: optional("codedeploy-appspec", input_parsers.Qq),
  task: optional("run-task", command)
};

const regionSchema = (0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^[a-z0-9-]{1,40}$/, "not a region"));

const locator_resource = what => (0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^(arn:[\w:/.-]+|[\w-]{1,255})$/, `not the name or ARN of ${what}`));

const codedeploy = (0, dist.lqM)((0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^[^\s:/]{1,100}$/, "not a CodeDeploy name")));

const ecsLocator = (0, dist.rej)({
  cluster: locator_resource("a cluster"),
  service: locator_resource("a service"),
  region: (0, dist.lqM)(regionSchema),
  application: codedeploy,
  deploymentGroup: codedeploy,
  name: (0, dist.lqM)((0, dist.YjP)())
});

const ecs = defineProvider({
  name: "ecs",
  inputs: ecsInputs,
  rollbackInputs: {},
  locator: ecsLocator,
  exampleLocator: "{cluster: prod, service: api}",
  async targets(given, runner) {
    const {createTargets: createTargets} = await Promise.all([ __nccwpck_require__.e("aws-access"), __nccwpck_require__.e("deployment-ecs-api"), __nccwpck_require__.e("deployment-ecs-targets") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/ecs/targets.ts"));
    return createTargets(given, runner);
  },
  async locate(locator, _, runner) {
    const {locateTarget: locateTarget} = await Promise.all([ __nccwpck_require__.e("aws-access"), __nccwpck_require__.e("deployment-ecs-api"), __nccwpck_require__.e("deployment-ecs-locate") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/ecs/locate.ts"));
    return locateTarget(locator, runner);
  }
});

const canary_expected = 'increasing shares of the traffic, each with a duration, such as "10% 5m, 50% 5m"';

const canary = {
  async parse(given) {
    const parts = given.split(/[,\n]/).map(part => part.trim());
    const steps = await Promise.all(parts.filter(part => part !== "").map(stepOf));
    const weights = steps.map(({weight: weight}) => weight);
    const grows = weights.every((weight, index) => weight > (weights[index - 1] ?? 0));
    if (steps.length === 0 || !grows || weights.some(weight => weight >= 1)) throw new input_parsers.yI(canary_expected);
    return steps;
  }
};

async function stepOf(part) {
  const [, percent, time] = /^(\d{1,2}(?:\.\d{1,2})?)%\s+(\S+)$/.exec(part) ?? [];
  if (!percent || !time) throw new input_parsers.yI(canary_expected, part);
  return {
    weight: Number(percent) / 100,
    ms: await input_parsers.p0.parse(time)
  };
}

const errorRate = {
  parse(given) {
    const [, text, whole, tenths = ""] = /^((\d{1,3})(?:\.(\d{1,6}))?)%?$/.exec(given) ?? [];
    if (!text || Number(text) > 100) throw new input_parsers.yI("a percentage from 0 to 100, such as 0.5");
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
  if (!bucket || !key) throw new input_parsers.yI("s3://bucket/key, or s3://bucket/key?versionId=…", given);
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
    if (!name) throw new input_parsers.yI('"name" or "name: package", where the name is a function name or ARN');
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
    throw new input_parsers.yI('an alias name of letters, digits, "-" and "_", and not only digits');
  }
};

const lambdaInputs = {
  functions: required("functions", list(functionLine)),
  package: optional("package", packageSource),
  alias: required("alias", alias),
  canary: optional("canary", canary),
  alarms: optional("alarms", list(input_parsers.Qq)),
  maxErrorRate: optional("max-error-rate", errorRate),
  architecture: optional("architectures", (0, input_parsers.yL)("x86_64", "arm64"))
};

const lambdaLocator = (0, dist.rej)({
  function: (0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^(arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:)?[\w-]{1,64}$/, "not the name or ARN of a function")),
  alias: (0, dist.lqM)((0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^[\w-]{1,128}$/, "not the name of an alias")), "live"),
  region: (0, dist.lqM)(regionSchema),
  name: (0, dist.lqM)((0, dist.YjP)())
});

const lambda = defineProvider({
  name: "lambda",
  inputs: lambdaInputs,
  rollbackInputs: {},
  locator: lambdaLocator,
  exampleLocator: "function: api",
  async targets(given, runner) {
    const {createTargets: createTargets} = await Promise.all([ __nccwpck_require__.e("aws-access"), __nccwpck_require__.e("deployment-lambda-api"), __nccwpck_require__.e("deployment-lambda-targets") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/lambda/targets.ts"));
    return createTargets(given, runner);
  },
  async locate(locator, _, runner) {
    const {locateTarget: locateTarget} = await Promise.all([ __nccwpck_require__.e("aws-access"), __nccwpck_require__.e("deployment-lambda-api"), __nccwpck_require__.e("deployment-lambda-locate") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/lambda/locate.ts"));
    return locateTarget(locator, runner);
  }
});

var src_client = __nccwpck_require__("packages/http/src/client.ts");

const deployHook = {
  secret: true,
  async parse(given) {
    const address = await input_parsers.EK.parse(given);
    const serviceId = /\/deploy\/((?:srv|crn)-[\w-]+)$/.exec(address.pathname)?.[1];
    if (!serviceId) throw new input_parsers.yI("the deploy hook of a service, https://api.render.com/deploy/srv-…?key=…");
    return {
      serviceId: serviceId,
      address: address
    };
  }
};

const hookResponseSchema = (0, dist.Ikc)({
  deploy: (0, dist.Ikc)({
    id: (0, dist.YjP)()
  })
});

const hints = {
  401: "The key of the hook is invalid or was revoked; copy the hook from the service settings.",
  404: "There is no such hook; copy it from the service settings."
};

async function triggerDeployHook(address, brings, connection, log, deadline) {
  const name = "The deploy hook";
  const client = new src_client.K({
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
  const request = {
    method: "POST",
    path: "",
    query: query
  };
  const {body: body} = await client.request(request, deadline);
  const response = (0, dist.xLC)(hookResponseSchema, (0, src_json.qF)(body));
  return response.success ? response.output.deploy.id : void 0;
}

class HookTarget {
  identity;
  #trigger;
  constructor(serviceId, name, trigger) {
    this.identity = {
      provider: "render",
      name: name ?? serviceId,
      target: {
        serviceId: serviceId
      }
    };
    this.#trigger = trigger;
  }
  async plan() {
    const operation = {
      description: `call the deploy hook of ${this.identity.name}`,
      start: async deadline => {
        const id = await this.#trigger(deadline);
        if (id) return {
          id: id,
          version: {
            ref: id
          },
          poll: needsKey,
          cancel: needsKey
        };
        throw new src_errors.W("The deploy hook responded without a deploy id; a deploy may be running.", true);
      }
    };
    return {
      live: null,
      before: () => null,
      step: {
        kind: "start",
        operation: operation
      }
    };
  }
  live=needsKey;
  state=needsKey;
  previous=needsKey;
  find=needsKey;
  rollbackTo() {
    return {
      description: "do nothing, without an API key",
      start: needsKey
    };
  }
}

async function needsKey() {
  throw new errors.lZ('A deploy hook can only start a deploy; for anything else set "api-key".');
}

const serviceId = {
  parse(given) {
    if (!/^(srv|crn)-[\w-]+$/.test(given)) throw new input_parsers.yI("a service id, srv-… (or crn-… for a cron job), as in the URL of its dashboard page");
    return given;
  }
};

const commit = {
  parse(given) {
    if (!/^[0-9a-f]{7,40}$/i.test(given)) throw new input_parsers.yI("a commit SHA of 7 to 40 hex digits");
    return given.toLowerCase();
  }
};

const services = list(named(serviceId));

const renderRollbackInputs = {
  disableAutodeploy: required("disable-autodeploy", input_parsers.Jt),
  renderApiKey: optional("render-api-key", input_parsers.rJ),
  apiUrl: required("api-url", input_parsers.OZ)
};

const renderInputs = {
  services: optional("service-id", services),
  apiKey: optional("api-key", input_parsers.rJ),
  hooks: optional("deploy-hook-url", list(named(deployHook))),
  commit: optional("commit", commit),
  image: optional("image", imageReference),
  clearCache: required("clear-cache", input_parsers.Jt),
  apiUrl: required("api-url", input_parsers.OZ)
};

const deploySchema = (0, dist.Ikc)({
  id: (0, dist.YjP)(),
  status: (0, dist.YjP)(),
  trigger: (0, dist.cl6)((0, dist.YjP)()),
  commit: (0, dist.cl6)((0, dist.Ikc)({
    id: (0, dist.cl6)((0, dist.YjP)())
  })),
  image: (0, dist.cl6)((0, dist.Ikc)({
    ref: (0, dist.cl6)((0, dist.YjP)()),
    sha: (0, dist.cl6)((0, dist.YjP)())
  })),
  createdAt: (0, dist.cl6)((0, dist.YjP)())
});

const deployListSchema = (0, dist.YOg)((0, dist.Ikc)({
  deploy: deploySchema,
  cursor: (0, dist.cl6)((0, dist.YjP)())
}));

const serviceSchema = (0, dist.Ikc)({
  id: (0, dist.YjP)(),
  name: (0, dist.YjP)(),
  dashboardUrl: (0, dist.cl6)((0, dist.YjP)()),
  suspended: (0, dist.cl6)((0, dist.YjP)()),
  serviceDetails: (0, dist.cl6)((0, dist._H3)({
    url: (0, dist.cl6)((0, dist.L5J)())
  }))
});

const api_hints = {
  401: 'Check the API key: Render, Account Settings, API Keys; it belongs in "secrets".',
  403: "The API key is not allowed to do this; it needs the permissions of a workspace member.",
  404: "Check the service id (srv-…), and that the API key belongs to its workspace."
};

class RenderApi {
  #client;
  constructor({apiKey: apiKey, apiUrl: apiUrl, connection: connection, log: log}) {
    const headers = {
      authorization: `Bearer ${apiKey}`
    };
    this.#client = new src_client.K({
      name: "Render",
      base: apiUrl,
      headers: headers,
      connection: connection,
      hints: api_hints,
      log: log
    });
  }
  service(id, deadline) {
    return this.#get(`/services/${id}`, {}, serviceSchema, deadline);
  }
  async deploys(id, deadline, {limit: limit = 20, cursor: cursor} = {}) {
    const query = {
      limit: String(limit),
      ...cursor && {
        cursor: cursor
      }
    };
    const page = await this.#get(`/services/${id}/deploys`, query, deployListSchema, deadline);
    const deploys = page.map(({deploy: deploy}) => deploy);
    return {
      deploys: deploys,
      cursor: page.length < limit ? void 0 : page.at(-1)?.cursor ?? void 0
    };
  }
  async deploy(id, deployId, deadline) {
    const path = `/services/${id}/deploys/${deployId}`;
    try {
      const request = {
        method: "GET",
        path: path,
        tries: Number.POSITIVE_INFINITY
      };
      return await this.#client.requestJson(request, deploySchema, deadline);
    } catch (error) {
      if (error instanceof src_errors.j && error.status === 404) return;
      throw error;
    }
  }
  startDeploy(id, wanted, deadline) {
    return this.#post(`/services/${id}/deploys`, wanted, deadline);
  }
  rollback(id, deployId, deadline) {
    return this.#post(`/services/${id}/rollback`, {
      deployId: deployId
    }, deadline);
  }
  async cancel(id, deployId, deadline) {
    const path = `/services/${id}/deploys/${deployId}/cancel`;
    await this.#client.request({
      method: "POST",
      path: path,
      idempotent: true
    }, deadline);
  }
  async turnOffAutodeploy(id, deadline) {
    const request = {
      method: "PATCH",
      path: `/services/${id}`,
      idempotent: true
    };
    await this.#client.request({
      ...request,
      json: {
        autoDeploy: "no"
      }
    }, deadline);
  }
  #get(path, query, shape, deadline) {
    return this.#client.requestJson({
      method: "GET",
      path: path,
      query: query,
      tries: 10
    }, shape, deadline);
  }
  async #post(path, json, deadline) {
    const {body: body} = await this.#client.request({
      method: "POST",
      path: path,
      json: json
    }, deadline);
    const deploy = (0, dist.xLC)(deploySchema, (0, src_json.qF)(body));
    return deploy.success ? deploy.output : void 0;
  }
}

var create_once = __nccwpck_require__("packages/deployment/src/create-once.ts");

const phases = [ "created", "queued", "build_in_progress", "pre_deploy_in_progress", "update_in_progress" ];

function isUnderway({status: status}) {
  return phases.includes(status);
}

function hasServed({status: status}) {
  return status === "live" || status === "deactivated";
}

function history_versionOf({id: id, commit: commit, image: image}) {
  return {
    ref: id,
    ...commit?.id && {
      commit: commit.id
    },
    ...image?.sha && {
      digest: image.sha
    }
  };
}

function liveIn(history) {
  const live = history.find(({status: status}) => status === "live");
  return live ? history_versionOf(live) : null;
}

function desiredIn(history) {
  const desired = history.find(one => isUnderway(one) || one.status === "live");
  return desired ? history_versionOf(desired) : null;
}

function newestServed(history) {
  const deploy = history.find(hasServed);
  return deploy ? history_versionOf(deploy) : null;
}

function before(version, history) {
  const isVersion = one => (0, src_record.r1)(history_versionOf(one), version);
  const first = history.findLastIndex(one => hasServed(one) && isVersion(one));
  const newest = history.findIndex(one => one.id === version.ref);
  const isRollback = history[newest]?.trigger === "rollback";
  const older = history.slice((isRollback ? first : newest) + 1);
  const deploy = older.find(one => hasServed(one) && !isVersion(one));
  return deploy ? history_versionOf(deploy) : null;
}

function sameCommit(one, other) {
  return !!one && (one.startsWith(other) || other.startsWith(one));
}

function isCronJob(serviceId) {
  return serviceId.startsWith("crn-");
}

var _a;

const failures = {
  build_failed: "its build failed",
  pre_deploy_failed: "its pre-deploy command failed",
  update_failed: "it was built, but never became healthy"
};

class RenderDeployment {
  id;
  version;
  logUrl;
  #api;
  #service;
  constructor(api, service, deploy) {
    this.id = deploy.id;
    this.version = history_versionOf(deploy);
    this.logUrl = service.dashboardUrl && `${service.dashboardUrl}/deploys/${deploy.id}`;
    this.#api = api;
    this.#service = service;
  }
  async poll(deadline) {
    const deploy = await this.#api.deploy(this.#service.serviceId, this.id, deadline);
    if (!deploy) return {
      state: "missing"
    };
    const version = history_versionOf(deploy);
    const {status: status} = deploy;
    if (status === "live") return {
      state: "live",
      version: version
    };
    if (status === "deactivated" || status === "canceled") return this.#ended(deploy, deadline);
    const failure = (0, map.TE)(failures, status);
    if (!failure) return {
      state: "running",
      phase: status,
      version: version
    };
    return {
      state: "failed",
      version: version,
      reason: `${this.id} ended as ${status}: ${failure}.`
    };
  }
  async cancel(deadline) {
    const {serviceId: serviceId} = this.#service;
    if (isCronJob(serviceId)) return "continues: Render cannot cancel the deploy of a cron job";
    await this.#api.cancel(serviceId, this.id, deadline);
    return "was cancelled on Render";
  }
  async #ended(deploy, deadline) {
    const {id: id, status: status} = deploy;
    const version = history_versionOf(deploy);
    const {deploys: deploys} = await this.#api.deploys(this.#service.serviceId, deadline);
    const at = deploys.findIndex(one => one.id === id);
    const next = deploys.slice(0, Math.max(0, at)).findLast(one => status === "canceled" || hasServed(one));
    if (next && (0, src_record.r1)(history_versionOf(next), version)) {
      const by = new _a(this.#api, this.#service, next);
      return {
        state: "replaced",
        by: by,
        version: version
      };
    }
    if (status === "deactivated") {
      const reason = `${id} went live and has since been replaced by a newer deploy.`;
      return {
        state: "superseded",
        version: version,
        reason: reason
      };
    }
    if (!next) return {
      state: "cancelled",
      version: version,
      reason: `${id} was cancelled on Render.`
    };
    const reason = `${id} was cancelled in favour of the newer ${next.id}.`;
    return {
      state: "superseded",
      version: version,
      reason: reason
    };
  }
}

_a = RenderDeployment;

const maxPages = 5;

class RenderTarget {
  #api;
  #options;
  #service;
  constructor(api, options) {
    this.#api = api;
    this.#options = options;
  }
  get identity() {
    const {serviceId: serviceId} = this.#options;
    const url = this.#service?.serviceDetails?.url;
    return {
      provider: "render",
      name: this.#name,
      target: {
        serviceId: serviceId
      },
      ...typeof url === "string" && {
        url: url
      }
    };
  }
  get #name() {
    return this.#options.name ?? this.#service?.name ?? this.#options.serviceId;
  }
  async plan(deadline) {
    const history = await this.#read(deadline);
    if (this.#service?.suspended === "suspended") throw new errors.lZ(`${this.#name} is suspended on Render and cannot be deployed; resume it.`);
    return {
      live: liveIn(history),
      before: version => before(version, history),
      step: this.#step(history)
    };
  }
  async live(deadline) {
    return liveIn(await this.#read(deadline));
  }
  async state(deadline) {
    const history = await this.#read(deadline);
    return {
      live: liveIn(history),
      desired: desiredIn(history)
    };
  }
  async previous(deadline) {
    const history = await this.#readHistory(deadline);
    const live = liveIn(history);
    return live ? before(live, history) : newestServed(history);
  }
  async find(text, deadline) {
    const history = await this.#readHistory(deadline);
    const isMeant = deploy => {
      const {ref: ref, commit: commit, digest: digest} = history_versionOf(deploy);
      return ref === text || digest === text || text.length >= 7 && !!commit?.startsWith(text);
    };
    const found = history.filter(hasServed).find(isMeant);
    if (found) return history_versionOf(found);
    if (/^[0-9a-f]{40}$/.test(text)) return {
      ref: text,
      commit: text
    };
    throw new errors.lZ(`${this.#name} has no deploy ${(0, quote.h)(text)} that was ever live. Give the id of one (dep-…), ` + 'a commit of at least 7 characters, or "previous".');
  }
  rollbackTo(to) {
    const {serviceId: serviceId, turnOffAutodeploy: turnOffAutodeploy} = this.#options;
    if (isCronJob(serviceId)) throw new errors.lZ(`Render cannot roll back a cron job: revert the commit on the branch of ${this.#name}, and deploy that.`);
    const also = turnOffAutodeploy ? " and turn its autodeploy off" : "";
    return {
      description: `roll ${this.#name} (${serviceId}) back to ${(0, src_record.EU)(to)} (${to.ref})${also}`,
      start: async (deadline, {written: written}) => {
        const known = (await this.#api.deploys(serviceId, deadline)).deploys;
        if (turnOffAutodeploy) {
          await this.#api.turnOffAutodeploy(serviceId, deadline);
          written(`Autodeploy of ${this.#name} was turned off.`);
        }
        try {
          if (!to.ref.startsWith("dep-")) return await this.#deployAgain(to, known, deadline);
          const write = () => this.#api.rollback(serviceId, to.ref, deadline);
          return await this.#createOnce(write, {
            trigger: "rollback"
          }, known, deadline);
        } catch (error) {
          const isGone = error instanceof src_errors.j && [ 400, 404, 410 ].includes(error.status);
          if (isGone && to.commit) return this.#deployAgain(to, known, deadline);
          throw error;
        }
      }
    };
  }
  async #read(deadline) {
    const {serviceId: serviceId} = this.#options;
    const [history, service] = await Promise.all([ this.#readHistory(deadline), this.#service ?? this.#api.service(serviceId, deadline) ]);
    this.#service = service;
    return history;
  }
  #step(history) {
    const {commit: commit, image: image, clearCache: clearCache, runCommit: runCommit, isRerun: isRerun, hook: hook} = this.#options;
    const wanted = commit ?? (image ? void 0 : runCommit);
    const brings = ({commit: one, image: picture}) => image ? picture?.ref === image : !!wanted && sameCommit(one?.id, wanted);
    const isFixed = commit !== void 0 || !!image?.includes("@sha256:");
    const underway = history.filter(isUnderway);
    const canBeOurs = !clearCache && (!image || isFixed || isRerun);
    const own = canBeOurs ? underway.find(brings) : void 0;
    if (own) return {
      kind: "attach",
      deployment: this.#deployment(own)
    };
    const live = history.find(({status: status}) => status === "live");
    const isStaying = live && underway.length === 0;
    if (isStaying && isFixed && !clearCache && (brings(live) || hasDigest(live, image))) return {
      kind: "unchanged",
      version: history_versionOf(live)
    };
    const operation = hook ? this.#callHook(hook, history) : this.#createDeploy(history);
    return {
      kind: "start",
      operation: operation
    };
  }
  #createDeploy(known) {
    const {serviceId: serviceId, commit: commit, image: image, clearCache: clearCache} = this.#options;
    const wanted = {
      ...commit && {
        commitId: commit
      },
      ...image && {
        imageUrl: image
      },
      clearCache: clearCache ? "clear" : "do_not_clear"
    };
    return {
      description: `POST /services/${serviceId}/deploys ${JSON.stringify(wanted)}`,
      start: deadline => {
        const write = () => this.#api.startDeploy(serviceId, wanted, deadline);
        return this.#createOnce(write, {
          trigger: "api",
          commit: commit
        }, known, deadline);
      }
    };
  }
  #callHook(hook, known) {
    const {serviceId: serviceId, commit: commit} = this.#options;
    return {
      description: `call the deploy hook of ${serviceId}`,
      start: deadline => {
        const write = async () => {
          const id = await hook(deadline);
          return id ? {
            id: id,
            status: "created",
            trigger: "deploy_hook"
          } : void 0;
        };
        return this.#createOnce(write, {
          trigger: "deploy_hook",
          commit: commit
        }, known, deadline);
      }
    };
  }
  #deployAgain(to, known, deadline) {
    const wanted = {
      commitId: to.commit ?? to.ref,
      clearCache: "do_not_clear"
    };
    const write = () => this.#api.startDeploy(this.#options.serviceId, wanted, deadline);
    return this.#createOnce(write, {
      trigger: "api",
      commit: wanted.commitId
    }, known, deadline);
  }
  async #createOnce(write, sign, known, deadline) {
    const knownIds = new Set(known.map(({id: id}) => id));
    const isOurs = ({id: id, trigger: trigger, commit: commit}) => !knownIds.has(id) && (!trigger || trigger === sign.trigger) && (!sign.commit || !commit?.id || sameCommit(commit.id, sign.commit));
    const find = async () => {
      const {deploys: deploys} = await this.#api.deploys(this.#options.serviceId, deadline);
      return deploys.findLast(isOurs);
    };
    const missing = `No new deploy of ${this.#name} is listed`;
    return this.#deployment(await (0, create_once.U)({
      noun: "deploy",
      missing: missing,
      write: write,
      find: find
    }, deadline));
  }
  #deployment(deploy) {
    const {serviceId: serviceId} = this.#options;
    const dashboardUrl = this.#service?.dashboardUrl ?? void 0;
    return new RenderDeployment(this.#api, {
      serviceId: serviceId,
      dashboardUrl: dashboardUrl
    }, deploy);
  }
  async #readHistory(deadline) {
    const history = [];
    let cursor;
    for (let page = 0; page < maxPages; page++) {
      const next = await this.#api.deploys(this.#options.serviceId, deadline, {
        limit: 100,
        cursor: cursor
      });
      history.push(...next.deploys);
      cursor = next.cursor;
      const live = liveIn(history);
      if (!cursor || live && before(live, history)) break;
    }
    return history;
  }
}

function hasDigest({image: image}, wanted) {
  return !!image?.sha && !!wanted?.endsWith(`@${image.sha}`);
}

function locateTarget(locator, {renderApiKey: renderApiKey, apiUrl: apiUrl, disableAutodeploy: disableAutodeploy}, runner) {
  if (!renderApiKey) throw new errors.dz('Input "render-api-key" is required to roll back on Render, but was not given.');
  const log = line => runner.info(line);
  const connection = {
    proxy: runner.proxy
  };
  const api = new RenderApi({
    apiKey: renderApiKey,
    apiUrl: apiUrl,
    connection: connection,
    log: log
  });
  return new RenderTarget(api, {
    ...locator,
    turnOffAutodeploy: disableAutodeploy
  });
}

const renderLocator = (0, dist.rej)({
  serviceId: (0, dist.FsL)((0, dist.YjP)(), (0, dist.yGV)(/^(srv|crn)-[\w-]+$/, "not a service id (srv-… or crn-…)")),
  name: (0, dist.lqM)((0, dist.YjP)())
});

function createTargets(inputs, runner) {
  const {services: services = [], hooks: hooks = [], apiKey: apiKey, apiUrl: apiUrl} = inputs;
  refuseContradictions(inputs);
  if (!inputs.wait && inputs.onFailure === "rollback") runner.notice('With "wait: false", "on-failure: rollback" has no effect on a deploy that fails after it was started. ' + 'Remove "wait: false" to roll it back.');
  const hooked = hooks.map(({name: name, value: value}) => ({
    name: name,
    value: value,
    call: caller(value, inputs, runner)
  }));
  if (!apiKey) return hooked.map(({name: name, value: value, call: call}) => new HookTarget(value.serviceId, name, call));
  const {commit: commit, image: image, clearCache: clearCache} = inputs;
  const api = new RenderApi({
    apiKey: apiKey,
    apiUrl: apiUrl,
    connection: runner,
    log: line => runner.info(line)
  });
  const {commit: runCommit, attempt: attempt} = runner.run;
  const brings = {
    commit: commit,
    image: image,
    clearCache: clearCache,
    runCommit: runCommit,
    isRerun: attempt > 1
  };
  return [ ...services.map(({name: name, value: value}) => ({
    serviceId: value,
    name: name
  })), ...hooked.map(({name: name, value: value, call: call}) => ({
    serviceId: value.serviceId,
    name: name,
    hook: call
  })) ].map(service => new RenderTarget(api, {
    ...brings,
    ...service
  }));
}

function caller({address: address}, inputs, runner) {
  const {commit: commit, image: image} = inputs;
  return deadline => triggerDeployHook(address, {
    commit: commit,
    image: image
  }, {
    proxy: runner.proxy
  }, line => runner.info(line), deadline);
}

function refuseContradictions({services: services = [], hooks: hooks = [], apiKey: apiKey, ...inputs}) {
  if (services.length === 0 && hooks.length === 0) throw new errors.dz('Set "service-id" with "api-key", or "deploy-hook-url".');
  if (services.length > 0 && !apiKey) throw new errors.dz('Input "api-key" is required to deploy by "service-id"; without a key, set "deploy-hook-url".');
  if (!apiKey && inputs.wait) throw new errors.dz('A deploy hook alone can start a deploy, but not follow it: set "api-key" too, or "wait: false".');
  if (!apiKey && inputs.onFailure === "rollback") throw new errors.dz('Input "on-failure" can be "rollback" only with "api-key".');
  if (inputs.commit && inputs.image) throw new errors.dz('Set "commit" or "image", not both: a service has a repository or an image.');
  if (hooks.length > 0 && inputs.clearCache) throw new errors.dz('A deploy hook cannot clear the cache; use "service-id" with "api-key".');
  const ids = [ ...services.map(({value: value}) => value), ...hooks.map(({value: value}) => value.serviceId) ];
  const cronJob = ids.find(id => id.startsWith("crn-"));
  if (cronJob && inputs.commit) throw new errors.dz(`Input "commit" cannot be given for the cron job ${cronJob}: Render deploys the head of its branch. Deploy it in a step of its own, without "commit".`);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new errors.dz(`The service ${twice} is listed twice; a step deploys each service once.`);
}

const {hooks: _, ...inputs} = renderInputs;

const render = defineProvider({
  name: "render",
  inputs: {
    ...inputs,
    services: required("service-id", services),
    apiKey: required("api-key", input_parsers.rJ)
  },
  rollbackInputs: renderRollbackInputs,
  locator: renderLocator,
  exampleLocator: "serviceId: srv-…",
  targets: async (given, runner) => createTargets({
    ...given,
    hooks: void 0
  }, runner),
  locate: async (locator, given, runner) => locateTarget(locator, given, runner)
});

const providers = {
  render: render,
  ecs: ecs,
  lambda: lambda
};

const inputs_inputs = {
  deployments: optional("deployments", src_record.yy),
  provider: optional("provider", (0, input_parsers.yL)(...Object.keys(providers))),
  target: optional("target", input_parsers.Qq),
  to: required("to", input_parsers.Qq),
  reason: optional("reason", input_parsers.Qq),
  force: required("force", input_parsers.Jt),
  wait: required("wait", input_parsers.Jt),
  timeout: required("timeout", input_parsers.Cz),
  environment: optional("environment", input_parsers.Qq),
  ...providers.render.rollbackInputs,
  dryRun: required("dry-run", input_parsers.Jt)
};

function notesOn(records, {reason: reason, disableAutodeploy: disableAutodeploy}) {
  const changed = records.filter(record => record.changed && record.provider === "render");
  const autodeploy = disableAutodeploy ? `Autodeploy was turned off for ${changed.map(({name: name}) => escapeMarkdown(name)).join(", ")}. ` + "Turn it on again in the service settings once a working version is deployed." : "Autodeploy was not changed: if it is on, the next push deploys again. Set `disable-autodeploy: true` to turn it off.";
  return [ ...reason ? [ `Reason: ${escapeMarkdown(reason)}` ] : [], ...changed.length > 0 ? [ autodeploy ] : [], ...records.length === 0 ? [ "Nothing was changed, so there is nothing to roll back." ] : [] ];
}

function restoredVersion([first]) {
  if (first?.provider !== "render") return first?.version?.ref;
  return first?.version?.commit ?? first?.version?.digest ?? first?.version?.ref;
}

const locatorsSchema = (0, dist.FsL)((0, dist.L5J)(), (0, dist.pdi)(given => Array.isArray(given) ? given : [ given ]), (0, 
dist.YOg)((0, map.A7)((0, dist.YjP)())), (0, dist.BpQ)(1));

async function parseLocators(given, example) {
  try {
    return await (0, yaml.o)(locatorsSchema, expectedLocators(example)).parse(given);
  } catch (error) {
    if (!(error instanceof input_parsers.yI)) throw error;
    throw new errors.dz(error.describe('Input "target"', (0, quote.h)(given)));
  }
}

function expectedLocators(example) {
  return `YAML that locates the target, such as "${example}", or a list of these`;
}

async function rollbackPlans(inputs, runner) {
  const {deployments: deployments, provider: provider, target: target} = inputs;
  if (deployments && (provider || target)) throw new errors.dz('Set "deployments", or "provider" and "target", but not both.');
  if (deployments) return fromRecords(deployments, inputs, runner);
  const known = provider && (0, map.TE)(providers, provider);
  if (!known || !target) throw new errors.dz('Set "deployments" (the output of the deploy step), or "provider" and "target".');
  const locators = await parseLocators(target, known.exampleLocator);
  return Promise.all(locators.map(async locator => {
    const found = await fromInput(known, locator, inputs, runner);
    return {
      target: found,
      plan: {
        ...createPlan(inputs),
        from: null,
        to: readDestination(inputs, found)
      }
    };
  }));
}

async function fromRecords(records, inputs, runner) {
  if (records.length === 0) runner.notice('There is nothing to roll back: "deployments" contains no records.');
  const planned = records.map(async record => {
    if (!record.changed) {
      runner.info(`${record.name}: ${record.status}, nothing was changed, so nothing is rolled back.`);
      return [];
    }
    const target = await fromRecord(record, inputs, runner);
    const environment = record.environment ?? inputs.environment;
    const to = inputs.to === "previous" ? async () => record.previous : readDestination(inputs, target);
    return [ {
      target: target,
      plan: {
        ...createPlan(inputs),
        environment: environment,
        from: record.version,
        to: to
      }
    } ];
  });
  return (await Promise.all(planned)).flat();
}

async function fromInput(provider, locator, inputs, runner) {
  try {
    return await provider.locate(locator, inputs, runner);
  } catch (error) {
    if (!(error instanceof LocatorError)) throw error;
    throw new errors.dz(`Input "target" must be ${expectedLocators(provider.exampleLocator)}; ${error.message}.`);
  }
}

async function fromRecord({provider: provider, name: name, target: target}, inputs, runner) {
  const known = (0, map.TE)(providers, provider);
  if (!known) {
    const names = Object.keys(providers).map(one => (0, quote.h)(one));
    throw new errors.lZ(`The record of ${(0, quote.h)(name)} has the provider ${(0, 
    quote.h)(provider)}, which this version does not ` + `support; it supports ${names.join(", ")}.`);
  }
  try {
    return await known.locate({
      ...target,
      name: name
    }, inputs, runner);
  } catch (error) {
    if (!(error instanceof LocatorError)) throw error;
    throw new errors.lZ(`The record of ${(0, quote.h)(name)} does not locate its target: ${error.message}.`);
  }
}

function createPlan({force: force, environment: environment, dryRun: dryRun, wait: wait}) {
  return {
    force: force,
    environment: environment,
    dryRun: dryRun,
    wait: wait
  };
}

function readDestination({to: to}, target) {
  return deadline => to === "previous" ? target.previous(deadline) : target.find(to, deadline);
}

const main_rollback = action({
  title: "Rollback",
  inputs: inputs_inputs,
  outputs: [ ...src_record.C0, "restored-version" ],
  async main(given, runner) {
    const plans = await rollbackPlans(given, runner);
    const follow = followOptions(plans.length, line => runner.info(line));
    const deadline = new src_deadline.B(given.timeout, runner.cancelled);
    const records = await Promise.all(plans.map(({target: target, plan: plan}) => rollback(target, plan, follow, deadline)));
    runner.setOutputs({
      ...(0, src_record.OG)(records),
      "restored-version": restoredVersion(records)
    });
    runner.appendSummary(deploymentSummary("Rollback", records, notesOn(records, given)));
    throwIfFailed(records);
  }
});

run(main_rollback);
