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
      A4: () => worstStatus,
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
    var connections = __nccwpck_require__("packages/http/src/connections.ts");
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
          return await (0, connections.p)(deadline.signal, () => (0, send.t)(signed, deadline));
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
  "packages/http/src/connections.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      C: () => isFileShortage,
      p: () => withConnection
    });
    var external_node_util_ = __nccwpck_require__("node:util");
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
    function isFileShortage(error) {
      const first = external_node_util_.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
      const code = external_node_util_.types.isNativeError(first) && "code" in first ? first.code : void 0;
      return typeof code === "string" && [ "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM" ].includes(code);
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
  "packages/http/src/loopback.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
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
  "packages/http/src/proxy.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      i: () => proxyFor
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
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
  }),
  "packages/http/src/reason.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      g: () => describeNetworkError
    });
    var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:util");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/quote.ts");
    function describeNetworkError(error) {
      const first = node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
      if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(first)) return (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.K)(String(first));
      const code = "code" in first ? String(first.code) : "";
      const words = otherProtocol(first) ?? tlsReason(first.message) ?? plainReasons[code];
      if (words) return words.includes("(") ? words : `${words} (${code})`;
      return (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.K)(first.message);
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
    var loopback = __nccwpck_require__("packages/http/src/loopback.ts");
    var src_proxy = __nccwpck_require__("packages/http/src/proxy.ts");
    var reason = __nccwpck_require__("packages/http/src/reason.ts");
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
        const proxy = (0, src_proxy.i)(request.url, request.connection?.proxy);
        let isSent = false;
        let answered = false;
        const outgoing = send_open(request, proxy, incoming => {
          answered = true;
          const certificateEnds = (0, response.n_)(incoming.socket);
          readContent(incoming, request.maxBytes ?? 10 * megabyte).then(content => resolve((0, 
          response.Zr)(incoming, content, certificateEnds)), error => fail((0, reason.g)(error), error));
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
        outgoing.on("error", error => fail(`${(0, reason.g)(error)}${portHint(request.url, error)}`, error));
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
        ...!proxy && (0, loopback.u)(url.hostname),
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
      cW: () => isLoopbackHost,
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
  "packages/notify/src/discord/embed.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      F: () => limits,
      e: () => renderMessage
    });
    var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/notify/src/outcome.ts");
    var _truncate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/notify/src/truncate.ts");
    var _mention_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/notify/src/discord/mention.ts");
    const limits = {
      total: 6e3,
      title: 256,
      description: 4096,
      name: 256,
      value: 1024
    };
    const lengths = {
      value: 100,
      description: 300,
      url: 200
    };
    function renderMessage(notification, mentions = []) {
      const {icon: icon, color: color} = (0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.$8)(notification.outcome);
      const title = `${icon} ${escapeTo(notification.title, limits.title - (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(icon) - 1)}`;
      const fields = [ ...notification.facts.map(factField), ...linksField(notification.links) ];
      const used = [ title, ...fields.flatMap(({name: name, value: value}) => [ name, value ]) ];
      const left = limits.total - used.reduce((sum, text) => sum + (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(text), 0);
      const description = embedDescription(notification, Math.min(limits.description, left));
      const url = safeHref(notification.links[0]?.url);
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
          color: Number.parseInt(color.slice(1), 16),
          fields: fields
        } ],
        allowed_mentions: (0, _mention_js__WEBPACK_IMPORTED_MODULE_2__.Z)(mentions)
      };
    }
    function embedDescription({text: authorText = "", lists: lists}, limit) {
      const text = escapeTo(authorText, lists.length > 0 ? Math.floor(limit / 2) : limit);
      const left = Math.floor((limit - (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(text)) / lists.length);
      const parts = [ text, ...lists.map(list => listMarkup(list, left - 2)) ];
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
    function listMarkup({name: name, items: items}, limit) {
      const heading = `**${name}**\n`;
      return heading + (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.SV)(items.map(itemMarkup), limit - (0, 
      _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(heading));
    }
    function itemMarkup({outcome: outcome, name: name, description: description, links: links}) {
      const text = `**${escapeTo(name, lengths.value)}** ${escapeTo(description, lengths.description)}`;
      return [ `${(0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.$8)(outcome).icon} ${text}`, ...links.map(linkMarkup) ].join(" · ");
    }
    function linkMarkup({text: text, url: url}) {
      const label = escapeTo(text, lengths.value);
      const href = safeHref(url);
      return href && (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(href) <= lengths.url ? `[${label}](${href})` : label;
    }
    function safeHref(url) {
      const parsed = url !== void 0 && URL.canParse(url) ? new URL(url) : void 0;
      if (!parsed || !/^https?:$/.test(parsed.protocol)) return;
      const href = parsed.href.replace(/[()\\<>|`*_~\s]/g, percentEncode);
      return (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(href) > 2048 ? void 0 : href;
    }
    function percentEncode(character) {
      return `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
    }
    function escapeTo(text, limit) {
      return (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.GI)(text, limit, escapeMarkup);
    }
    function escapeMarkup(text) {
      return text.replace(/[\\*_~`|[\]<>#@:-]/g, "\\$&");
    }
  }),
  "packages/notify/src/discord/mention.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Z: () => allowMentions,
      l: () => mention
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/input-parsers.ts");
    const mention = {
      parse(line) {
        const [, everyone] = /^@?(here|everyone)$/.exec(line) ?? [];
        if (everyone) return `@${everyone}`;
        if (/^\d{15,20}$/.test(line)) return `<@${line}>`;
        if (/^&\d{15,20}$/.test(line)) return `<@${line}>`;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.yI('@here, @everyone, a member id such as 123456789012345678 ("Copy User ID", in developer mode) ' + "or a role id with a & before it");
      }
    };
    function allowMentions(mentions) {
      const ids = markup => mentions.flatMap(mention => markup.exec(mention)?.[1] ?? []);
      return {
        parse: mentions.some(mention => /^@(here|everyone)$/.test(mention)) ? [ "everyone" ] : [],
        users: ids(/^<@(\d+)>$/),
        roles: ids(/^<@&(\d+)>$/)
      };
    }
  }),
  "packages/notify/src/outcome.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      $8: () => appearance,
      KI: () => outcomes,
      ks: () => jobResults,
      yu: () => combineResults
    });
    var _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/deployment/src/record.ts");
    const jobResults = [ "success", "failure", "cancelled", "skipped" ];
    const green = "#2eb67d";
    const red = "#e01e5a";
    const yellow = "#ecb22e";
    const grey = "#8d8d8d";
    const appearances = {
      success: {
        severity: "good",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.succeeded,
        verb: "succeeded",
        color: green
      },
      succeeded: {
        severity: "good",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.succeeded,
        verb: "succeeded",
        color: green
      },
      unchanged: {
        severity: "good",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.unchanged,
        verb: "had nothing to change",
        color: green
      },
      failure: {
        severity: "bad",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.failed,
        verb: "failed",
        color: red
      },
      failed: {
        severity: "bad",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.failed,
        verb: "failed",
        color: red
      },
      "timed-out": {
        severity: "bad",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb["timed-out"],
        verb: "timed out",
        color: red
      },
      "rolled-back": {
        severity: "bad",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb["rolled-back"],
        verb: "was rolled back",
        color: red
      },
      cancelled: {
        severity: "neutral",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.cancelled,
        verb: "was cancelled",
        color: yellow
      },
      superseded: {
        severity: "neutral",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.superseded,
        verb: "was superseded",
        color: yellow
      },
      started: {
        severity: "neutral",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb.started,
        verb: "was started",
        color: yellow
      },
      skipped: {
        severity: "neutral",
        icon: "➖",
        verb: "was skipped",
        color: grey
      },
      unknown: {
        severity: "neutral",
        icon: "❔",
        verb: "ended",
        color: grey
      },
      "dry-run": {
        severity: "neutral",
        icon: _ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.pb["dry-run"],
        verb: "was a dry run",
        color: grey
      }
    };
    const outcomes = [ ...new Set([ ...jobResults, ..._ci_actions_deployment_record__WEBPACK_IMPORTED_MODULE_0__.bM ]) ];
    function appearance(outcome) {
      return appearances[outcome];
    }
    function combineResults(results) {
      const worst = [ "failure", "cancelled", "success" ].find(result => results.includes(result));
      return worst ?? "skipped";
    }
  }),
  "packages/notify/src/slack/blocks.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Fy: () => limits,
      e4: () => renderMessage,
      nI: () => mentionBlocks
    });
    var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/notify/src/outcome.ts");
    var _truncate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/notify/src/truncate.ts");
    const limits = {
      total: 12e3,
      header: 150,
      section: 3e3,
      fields: 10
    };
    const lengths = {
      fallback: 300,
      value: 150,
      description: 300,
      url: 300
    };
    function renderMessage(notification, mentions = []) {
      const {icon: icon, color: color} = (0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.$8)(notification.outcome);
      const headline = `${icon} ${notification.title}`;
      const text = notification.text ?? "";
      const fallback = (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.GI)(`${headline}\n${text}`.trim(), lengths.fallback, escapeMarkup);
      const top = [ header(headline), ...section(plainText(text)), ...mentionBlocks(mentions) ];
      const facts = factBlocks(notification.facts);
      const links = linksBlock(notification.links);
      const left = limits.total - (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(JSON.stringify([ fallback, top, facts, links ]));
      const limit = Math.min(limits.section, Math.floor(left / notification.lists.length));
      const lists = notification.lists.flatMap(list => section(markup(listMarkup(list, limit))));
      return {
        text: replaceBackticks(fallback),
        blocks: top,
        attachments: [ {
          color: color,
          blocks: [ ...facts, ...lists, links ]
        } ]
      };
    }
    function header(headline) {
      return {
        type: "header",
        text: plainText(headline, limits.header)
      };
    }
    function mentionBlocks(mentions) {
      return section(markup(mentions.join(" ")));
    }
    function section(text) {
      return text.text === "" ? [] : [ {
        type: "section",
        text: text
      } ];
    }
    function factBlocks(facts) {
      const fields = facts.map(fact => markup(`*${fact.name}*\n${linkMarkup(fact)}`));
      const count = Math.ceil(fields.length / limits.fields);
      return Array.from({
        length: count
      }, (_, index) => ({
        type: "section",
        fields: fields.slice(index * limits.fields, (index + 1) * limits.fields)
      }));
    }
    function listMarkup({name: name, items: items}, limit) {
      const heading = `*${name}*\n`;
      return heading + (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.SV)(items.map(itemMarkup), limit - (0, 
      _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(heading));
    }
    function itemMarkup({outcome: outcome, name: name, description: description, links: links}) {
      const text = `*${escapeTo(name, lengths.value)}* ${escapeTo(description, lengths.description)}`;
      return [ `${(0, _outcome_js__WEBPACK_IMPORTED_MODULE_0__.$8)(outcome).icon} ${text}`, ...links.map(linkMarkup) ].join(" · ");
    }
    function linksBlock(links) {
      return {
        type: "context",
        elements: [ markup(links.map(linkMarkup).join(" · ")) ]
      };
    }
    function linkMarkup({text: text, url: url}) {
      const label = escapeTo(text, lengths.value);
      const parsed = url !== void 0 && URL.canParse(url) ? new URL(url) : void 0;
      if (!parsed || !/^https?:$/.test(parsed.protocol)) return label;
      const href = escapeMarkup(parsed.href.replace(/[<>|`\s]/g, encodeURIComponent));
      return (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.Dq)(href) > lengths.url ? label : `<${href}|${label.replaceAll("|", "∣")}>`;
    }
    function plainText(text, limit = limits.section) {
      return {
        type: "plain_text",
        text: (0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.GI)(text, limit, escapeMarkup),
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
    function escapeTo(text, limit) {
      return replaceBackticks((0, _truncate_js__WEBPACK_IMPORTED_MODULE_1__.GI)(text, limit, escapeMarkup));
    }
    function replaceBackticks(text) {
      return text.replaceAll("`", "ˋ");
    }
    function escapeMarkup(text) {
      return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    }
  }),
  "packages/notify/src/truncate.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Dq: () => characterCount,
      EJ: () => truncateText,
      GI: () => truncateEscaped,
      SV: () => truncateLines,
      TN: () => oneLine,
      qN: () => paragraphs
    });
    function oneLine(text) {
      return removeInvisible(text.replace(/\s+/g, " ")).trim();
    }
    function paragraphs(text) {
      return removeInvisible(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).replace(/[^\S\n]+$/gm, "").replace(/\n{3,}/g, "\n\n").trim();
    }
    const invisible = /[\0-\x08\x0B-\x1F\x7F-\x9F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
    function removeInvisible(text) {
      const visible = text.toWellFormed().replace(invisible, "");
      return /^[\s\p{Cf}]*$/u.test(visible) ? "" : visible;
    }
    function truncateText(text, limit, width = () => 1) {
      let used = 0;
      let read = 0;
      let end = 0;
      for (const character of text) {
        used += width(character);
        if (used > limit) return `${text.slice(0, end).trimEnd()}…`;
        read += character.length;
        if (used < limit) end = read;
      }
      return text;
    }
    function truncateEscaped(text, limit, escapeText) {
      const escaped = escapeText(text);
      if (characterCount(escaped) <= limit) return escaped;
      return escapeText(truncateText(text, limit, character => characterCount(escapeText(character))));
    }
    function truncateLines(lines, limit) {
      const all = lines.join("\n");
      if (characterCount(all) <= limit) return all;
      const more = count => `…and ${count} more`;
      const shown = [];
      let left = limit - characterCount(more(lines.length));
      for (const line of lines) {
        left -= characterCount(line) + 1;
        if (left < 0) break;
        shown.push(line);
      }
      return [ ...shown, more(lines.length - shown.length) ].join("\n");
    }
    function characterCount(text) {
      return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
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
  "packages/wait/src/clock.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
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
  "packages/wait/src/deadline.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      M: () => TimeoutError
    });
    var _ci_actions_kit_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/wait/src/clock.ts");
    var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/wait/src/duration.ts");
    class TimeoutError extends _ci_actions_kit_errors__WEBPACK_IMPORTED_MODULE_0__.lZ {
      name="TimeoutError";
    }
    class Deadline {
      clock;
      signal;
      #ends;
      #given;
      constructor(ms, cancelled, clock = _clock_js__WEBPACK_IMPORTED_MODULE_1__.m, given = ms) {
        const timeOver = new AbortController;
        this.clock = clock;
        this.#ends = clock.now() + ms;
        this.#given = given;
        clock.after(ms, () => {
          timeOver.abort(new TimeoutError(`The time limit given, ${(0, _duration_js__WEBPACK_IMPORTED_MODULE_2__.a)(given)}, was reached.`));
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
  assert: module => {
    module.exports = process.getBuiltinModule("assert");
  },
  buffer: module => {
    module.exports = process.getBuiltinModule("buffer");
  },
  crypto: module => {
    module.exports = process.getBuiltinModule("crypto");
  },
  events: module => {
    module.exports = process.getBuiltinModule("events");
  },
  fs: module => {
    module.exports = process.getBuiltinModule("fs");
  },
  http: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("http")[key],
      has: (_, key) => key in process.getBuiltinModule("http"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("http")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("http") ? {
        value: process.getBuiltinModule("http")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  https: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("https")[key],
      has: (_, key) => key in process.getBuiltinModule("https"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("https")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("https") ? {
        value: process.getBuiltinModule("https")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  net: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("net")[key],
      has: (_, key) => key in process.getBuiltinModule("net"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("net")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("net") ? {
        value: process.getBuiltinModule("net")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
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
  "node:events": (module => {
    module.exports = process.getBuiltinModule("node:events");
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
  "node:querystring": (module => {
    module.exports = process.getBuiltinModule("node:querystring");
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
  os: module => {
    module.exports = process.getBuiltinModule("os");
  },
  process: module => {
    module.exports = process.getBuiltinModule("process");
  },
  querystring: module => {
    module.exports = process.getBuiltinModule("querystring");
  },
  tls: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("tls")[key],
      has: (_, key) => key in process.getBuiltinModule("tls"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("tls")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("tls") ? {
        value: process.getBuiltinModule("tls")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  url: module => {
    module.exports = process.getBuiltinModule("url");
  },
  util: module => {
    module.exports = process.getBuiltinModule("util");
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
      Oxt: () => variant,
      RZV: () => lazy,
      Ru6: () => maxLength,
      YOg: () => array,
      YjP: () => string,
      _H3: () => looseObject,
      aig: () => number,
      cl6: () => nullish,
      euz: () => literal,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      qgA: () => parse,
      rej: () => strictObject,
      xLC: () => safeParse,
      yGV: () => regex,
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

function list_list(item) {
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

const regex = {
  parse(given) {
    const [, source = given, flags = ""] = slashed.exec(given) ?? [];
    try {
      return new RegExp(source, flags.replace(/[gy]/g, ""));
    } catch (error) {
      throw new input_parsers.yI(`a regular expression (${String(error)})`);
    }
  }
};

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isRegexLiteral(given) {
  return slashed.test(given);
}

let sandbox;

const limits = new WeakMap;

const minLimit = 10;

function searchWithTimeout(pattern, text, timeout = 1e3) {
  sandbox ??= createSandbox();
  const {context: context, script: script} = sandbox;
  const limit = Math.min(timeout, limits.get(pattern) ?? timeout);
  Object.assign(context, {
    pattern: pattern,
    text: text
  });
  try {
    return script.runInContext(context, {
      timeout: limit
    }) ? "found" : "absent";
  } catch (error) {
    if (!isTimeout(error)) throw error;
    limits.set(pattern, Math.max(minLimit, Math.ceil(limit / 2)));
    return "too slow";
  }
}

function createSandbox() {
  const {createContext: createContext, Script: Script} = process.getBuiltinModule("node:vm");
  return {
    context: createContext(),
    script: new Script("pattern.test(text)")
  };
}

function isTimeout(error) {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

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

function oneOfGroups(by, groups) {
  return {
    by: by,
    groups: groups
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

var external_os_ = __nccwpck_require__("os");

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
  process.stdout.write(cmd.toString() + external_os_.EOL);
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
  process.stdout.write(message + external_os_.EOL);
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
  services: required("service", list_list(named(resource))),
  taskDefinition: optional("task-definition", input_parsers.Qq),
  images: optional("images", list_list(container)),
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
  functions: required("functions", list_list(functionLine)),
  package: optional("package", packageSource),
  alias: required("alias", alias),
  canary: optional("canary", canary),
  alarms: optional("alarms", list_list(input_parsers.Qq)),
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

var src_errors = __nccwpck_require__("packages/http/src/errors.ts");

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

const services = list_list(named(serviceId));

const renderRollbackInputs = {
  disableAutodeploy: required("disable-autodeploy", input_parsers.Jt),
  renderApiKey: optional("render-api-key", input_parsers.rJ),
  apiUrl: required("api-url", input_parsers.OZ)
};

const renderInputs = {
  services: optional("service-id", services),
  apiKey: optional("api-key", input_parsers.rJ),
  hooks: optional("deploy-hook-url", list_list(named(deployHook))),
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

function versionOf({id: id, commit: commit, image: image}) {
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
  return live ? versionOf(live) : null;
}

function desiredIn(history) {
  const desired = history.find(one => isUnderway(one) || one.status === "live");
  return desired ? versionOf(desired) : null;
}

function newestServed(history) {
  const deploy = history.find(hasServed);
  return deploy ? versionOf(deploy) : null;
}

function before(version, history) {
  const isVersion = one => (0, src_record.r1)(versionOf(one), version);
  const first = history.findLastIndex(one => hasServed(one) && isVersion(one));
  const newest = history.findIndex(one => one.id === version.ref);
  const isRollback = history[newest]?.trigger === "rollback";
  const older = history.slice((isRollback ? first : newest) + 1);
  const deploy = older.find(one => hasServed(one) && !isVersion(one));
  return deploy ? versionOf(deploy) : null;
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
    this.version = versionOf(deploy);
    this.logUrl = service.dashboardUrl && `${service.dashboardUrl}/deploys/${deploy.id}`;
    this.#api = api;
    this.#service = service;
  }
  async poll(deadline) {
    const deploy = await this.#api.deploy(this.#service.serviceId, this.id, deadline);
    if (!deploy) return {
      state: "missing"
    };
    const version = versionOf(deploy);
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
    const version = versionOf(deploy);
    const {deploys: deploys} = await this.#api.deploys(this.#service.serviceId, deadline);
    const at = deploys.findIndex(one => one.id === id);
    const next = deploys.slice(0, Math.max(0, at)).findLast(one => status === "canceled" || hasServed(one));
    if (next && (0, src_record.r1)(versionOf(next), version)) {
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
      const {ref: ref, commit: commit, digest: digest} = versionOf(deploy);
      return ref === text || digest === text || text.length >= 7 && !!commit?.startsWith(text);
    };
    const found = history.filter(hasServed).find(isMeant);
    if (found) return versionOf(found);
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
      version: versionOf(live)
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

function targetsOf({name: name, values: values}, options, runner) {
  const byName = providers;
  return byName[name].targets({
    ...options,
    ...values
  }, runner);
}

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownCode(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function markdownLink(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${escapeMarkdown(text)}](${href})`;
}

function markdownTable(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
}

var src_duration = __nccwpck_require__("packages/wait/src/duration.ts");

function hasPassed({results: results, require: require}) {
  const isReached = ({outcome: outcome}) => outcome === "reached";
  return require === "any" ? results.some(isReached) : results.every(isReached);
}

function isUndecided(check, wasCut) {
  return !hasPassed(check) && listFailed(check).every(({outcome: outcome, isSuspect: isSuspect, healthy: healthy}) => outcome === "missed" && !isSuspect && (wasCut || healthy !== check.reverse));
}

const healthOutputs = [ "healthy", "results", "failed", "elapsed-ms" ];

function toHealthOutputs(check) {
  const {results: results, require: require, elapsed: elapsed} = check;
  const all = results.map(result => isHealthy(result, check));
  return {
    healthy: require === "any" ? all.includes(true) : !all.includes(false),
    results: results.map(result => ({
      name: result.target.name,
      target: result.target.displayUrl,
      healthy: isHealthy(result, check),
      attempts: result.attempts,
      status: result.status ?? null,
      "latency-ms": result.latency ?? null,
      "certificate-days": result.certificateDays ?? null,
      reason: result.reason
    })),
    failed: listFailed(check).map(({target: target}) => target.name),
    "elapsed-ms": elapsed
  };
}

function isHealthy({outcome: outcome, healthy: healthy}, {reverse: reverse}) {
  return reverse ? healthy : outcome === "reached";
}

function listFailed({results: results}) {
  return results.filter(({outcome: outcome}) => outcome !== "reached").sort((a, b) => Number(b.outcome === "failed-fast") - Number(a.outcome === "failed-fast"));
}

function healthSummary(check) {
  const rows = check.results.map(result => [ escapeMarkdown(result.target.name), markdownCode(result.target.displayUrl), isHealthy(result, check) ? "yes" : "no", String(result.status ?? ""), result.latency === void 0 ? "" : `${result.latency} ms`, result.certificateDays === void 0 ? "" : `${result.certificateDays} days`, String(result.attempts), escapeMarkdown(result.reason) ]);
  const head = [ "name", "target", "healthy", "status", "latency", "certificate", "attempts", "last result" ];
  return `### Health check\n\n${healthHeadline(check)}\n\n${markdownTable(head, rows)}`;
}

function healthHeadline(check) {
  const {results: results, require: require, reverse: reverse, elapsed: elapsed} = check;
  const reached = results.filter(({outcome: outcome}) => outcome === "reached").length;
  const condition = require === "any" && results.length > 1 ? ", one is enough" : "";
  const state = reverse ? "down" : "healthy";
  return `${reached} of ${formatCount(results.length, "target")} ${state} after ${(0, 
  src_duration.a)(elapsed)}${condition}.`;
}

const maxReported = 5;

function describeHealthFailure(check) {
  const failed = listFailed(check);
  const reported = failed.slice(0, maxReported).map(result => describeTarget(result, check));
  const others = failed.length - reported.length;
  return [ ...check.results.length > 1 ? [ healthHeadline(check) ] : [], ...reported, ...others > 0 ? [ `The job summary lists ${others} more.` ] : [], ...check.reverse ? [] : failed.slice(0, 1).map(findAdvice) ].join(" ");
}

function describeTarget(result, {reverse: reverse, elapsed: elapsed}) {
  const {target: target, attempts: attempts, reason: reason} = result;
  const subject = target.name === target.displayUrl ? target.name : `${target.name} (${target.displayUrl})`;
  const spent = `after ${(0, src_duration.a)(elapsed)} and ${formatCount(attempts, "attempt")}`;
  return `${subject} ${describeState(result, reverse)} ${spent}: ${reason}.`;
}

function describeState({outcome: outcome, healthy: healthy, isSuspect: isSuspect}, reverse) {
  const expected = reverse ? "down" : "healthy";
  if (outcome === "failed-fast") return 'failed fast, as "fail-fast" requires,';
  if (healthy !== reverse && isSuspect) return `did not stay ${expected} for as long as required`;
  if (healthy !== reverse) return `is ${expected}, but not yet for as long as required`;
  return reverse ? "is still healthy" : "is not healthy";
}

const adviceByStatus = {
  401: 'Pass the required credentials in "headers".',
  403: 'Pass the required credentials in "headers".',
  404: "Check the path of the address.",
  405: 'Try another "method".'
};

const checkReachable = "Check that it is running and that the runner can reach it.";

const checkBehindProxy = "Something else accepts its connections, such as Docker's proxy: check that the service behind it is running.";

const checkLog = "Check its log; give it more time if it only needs longer.";

const adviceByReason = [ [ /^its certificate (expires|has expired|has been revoked|is not valid yet)/, "Renew it, or check why it is not renewed automatically." ], [ /^its certificate is for another host/, "Use a host name that the certificate is valid for." ], [ /^its certificate/, 'If it is signed by a private CA, set "ca-file".' ], [ /^there is no such host/, "Check the spelling of the host, and that the runner can resolve it." ], [ /^((it )?does not speak|it speaks TLS|answered HTTP)/, "Check the scheme and the port of the address." ], [ /^it (speaks only TLS|has no cipher)/, "Enable TLS 1.2 or later on it, with current ciphers." ], [ /^it speaks only HTTP\/2/, "Enable HTTP/1.1 on it too, or check its port with tcp://." ], [ /^it requires a client certificate/, "Check its port with tcp://, or an address that requires none." ], [ /^has no service/, "Check the name of the service in the address." ], [ /^has no health service/, "Add one to the server, or check its port with tcp://." ], [ /^it closes every connection/, checkBehindProxy ], [ /^this machine/, "Check fewer targets in one step, or raise the limit of open files." ], [ /^(reports|answered gRPC|took longer)/, checkLog ] ];

function findAdvice({status: status, reason: reason, healthy: healthy, isSuspect: isSuspect}) {
  if (healthy && !isSuspect) return "Give the check more time, or require less.";
  if (status === void 0 || reason.startsWith("its certificate expires")) return adviceByReason.find(([pattern]) => pattern.test(reason))?.[1] ?? checkReachable;
  if (status >= 300 && status < 400) return 'If the redirect is intended, add its status to "expect-status".';
  return adviceByStatus[status] ?? checkLog;
}

function formatCount(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");

var external_node_util_ = __nccwpck_require__("node:util");

var src_outcome = __nccwpck_require__("packages/notify/src/outcome.ts");

var truncate = __nccwpck_require__("packages/notify/src/truncate.ts");

const maxNamed = 5;

const nameLength = 60;

function jobItems(jobs, jobRuns) {
  const byJob = Map.groupBy(jobRuns, jobRun => findJob(jobRun, jobs));
  const unmatchedJobs = jobs.filter(job => !byJob.has(job));
  const unmatchedRuns = (byJob.get(void 0) ?? []).filter(({isCompleted: isCompleted}) => isCompleted !== false);
  const [onlyJob] = unmatchedJobs;
  if (onlyJob && unmatchedJobs.length === 1 && unmatchedRuns.length > 0) return jobs.map(job => job === onlyJob ? renamedJobItem(job, unmatchedRuns) : jobItem(job, byJob.get(job)));
  const failedRuns = unmatchedRuns.filter(({hasFailed: hasFailed}) => hasFailed);
  const isReplaced = job => failedRuns.length > 0 && job.result === "failure" && unmatchedJobs.includes(job);
  return [ ...jobs.filter(job => !isReplaced(job)).map(job => jobItem(job, byJob.get(job))), ...jobs.some(isReplaced) ? failedRuns.map(run => failedItem(run.name, [ run ])) : [] ];
}

function findJob({name: name}, jobs) {
  return nameSuffixes(name).map(suffix => jobs.find(job => isNameOf(suffix, job.name))).find(job => job !== void 0);
}

function nameSuffixes(name) {
  return name.split(" / ").map((_, index, parts) => parts.slice(index).join(" / "));
}

function isNameOf(runName, job) {
  return runName === job || [ " (", " / " ].some(separator => runName.startsWith(job + separator));
}

function renamedJobItem(job, jobRuns) {
  const [run] = jobRuns;
  return run?.hasFailed && jobRuns.length === 1 ? failedItem(run.name, jobRuns) : jobItem(job, jobRuns);
}

function failedJobNames(jobRuns) {
  const failed = jobRuns.filter(({hasFailed: hasFailed, failedStep: failedStep}) => hasFailed || failedStep !== void 0);
  return [ ...new Set(failed.map(({name: name}) => name)) ];
}

function jobItem({name: name, result: result}, jobRuns = []) {
  if (result === "failure" && jobRuns.some(({hasFailed: hasFailed}) => hasFailed)) return failedItem(name, jobRuns);
  return createItem(name, result, (0, src_outcome.$8)(result).verb);
}

function failedItem(name, jobRuns) {
  const failed = jobRuns.filter(({hasFailed: hasFailed}) => hasFailed);
  const description = jobRuns.length === 1 ? `failed${atStep(failed[0])}` : describeFailures(name, failed, jobRuns.length);
  const log = {
    text: "log",
    url: failed[0]?.url
  };
  return {
    ...createItem(name, "failure", description),
    links: log.url ? [ log ] : []
  };
}

function describeFailures(name, failed, total) {
  const isSameStep = new Set(failed.map(atStep)).size === 1;
  const names = failed.slice(0, maxNamed).map(run => shorten(matrixValues(run.name, name)) + (isSameStep ? "" : atStep(run)));
  const more = failed.length - names.length;
  if (more > 0) names.push(`and ${more} more`);
  const step = isSameStep ? atStep(failed[0]) : "";
  return `${failed.length} of ${total} failed${step}: ${names.join(", ")}`;
}

function atStep(run) {
  return run?.failedStep ? ` at "${shorten(run.failedStep)}"` : "";
}

function matrixValues(runName, job) {
  const suffix = nameSuffixes(runName).find(candidate => isNameOf(candidate, job));
  if (suffix === void 0) return runName;
  const rest = suffix.slice(job.length).replace(/^ \/ /, "");
  return rest.replace(/^ \((.*)\)$/s, (_, values) => values.split(", ").join("/")) || runName;
}

function shorten(text) {
  return (0, truncate.EJ)((0, truncate.TN)(text), nameLength);
}

function createItem(name, outcome, description) {
  return {
    outcome: outcome,
    name: (0, truncate.TN)(name) || "(no name)",
    description: (0, truncate.TN)(description),
    links: []
  };
}

function buildNotification(details, run) {
  const {status: status, fields: fields = [], jobRuns: jobRuns = []} = details;
  const deployments = withoutIdleRollbacks(details.deployments ?? []);
  const listed = fields.includes("deployments") ? deployments : [];
  const customTitle = (0, truncate.TN)(details.title ?? "");
  const cause = failureCause(details);
  const facts = fields.flatMap(field => createFact(field, details, run) ?? []);
  return {
    outcome: status.outcome,
    title: customTitle || [ defaultTitle(details, run), cause ].filter(Boolean).join(": "),
    text: (0, truncate.qN)([ customTitle && cause, details.text ].filter(Boolean).join("\n")) || void 0,
    facts: uniqueByName([ ...changeFact(details), ...facts ]),
    lists: [ createList("Jobs", jobItems(status.jobs, jobRuns)), createList("Deployments", listed.map(deploymentItem)) ].filter(({items: items}) => items.length > 0),
    links: createLinks(run)
  };
}

function withoutIdleRollbacks(deployments) {
  const hasSameTarget = (a, b) => a.provider === b.provider && (0, external_node_util_.isDeepStrictEqual)(a.target, b.target);
  return deployments.filter(record => record.kind !== "rollback" || record.status !== "unchanged" || !deployments.some(candidate => candidate.kind === "deploy" && hasSameTarget(record, candidate)));
}

function defaultTitle(details, run) {
  const {change: change, status: status} = details;
  const subject = [ run.workflow, titleJob(details, run) ].filter(Boolean).join(" / ");
  const place = run.pullRequest ? `#${run.pullRequest.number}` : describeBranch(run);
  const verb = change?.isFixed ? "is fixed" : (0, src_outcome.$8)(status.outcome).verb;
  return (0, truncate.TN)(`${subject || "The run"} ${verb}${place && ` on ${place}`}`);
}

function titleJob({status: status, jobRuns: jobRuns, isOfThisJob: isOfThisJob}, {job: job}) {
  if (status.jobs.length > 0) return;
  if (status.outcome !== "failure" || isOfThisJob) return job;
  const failed = failedJobNames(jobRuns ?? []);
  return failed.length > 0 ? joinFirst(failed) : void 0;
}

function describeBranch({branch: branch}) {
  const [, target, number] = /^gh-readonly-queue\/(.+)\/pr-(\d+)-[\da-f]+$/.exec(branch) ?? [];
  return target ? `the merge queue of ${target}, #${number}` : branch;
}

function failureCause({status: status, deployments: all = []}) {
  const deployments = withoutIdleRollbacks(all);
  if ((0, src_outcome.$8)(status.outcome).severity !== "bad") return;
  const failed = deployments.filter(({status: status}) => (0, src_outcome.$8)(status).severity === "bad");
  if (failed.length > 0) return joinFirst(failed.map(record => `${record.name} ${deploymentVerb(record)}`));
  const rollbacks = deployments.filter(({kind: kind, changed: changed}) => kind === "rollback" && changed);
  return rollbacks.length > 0 ? `${joinFirst(rollbacks.map(({name: name}) => name))} rolled back` : void 0;
}

function joinFirst(names) {
  const shown = names.slice(0, 3).map(name => (0, truncate.EJ)((0, truncate.TN)(name), 60));
  const more = names.length - shown.length;
  return [ ...shown, ...more > 0 ? [ `${more} more` ] : [] ].join(", ");
}

function createLinks(run) {
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
  const runLink = {
    text: `Run ${(0, truncate.TN)(run.runId)}${attempt}`,
    url: run.url
  };
  const {pullRequest: pullRequest} = run;
  if (!pullRequest) return [ runLink ];
  return [ runLink, {
    text: `Pull request #${pullRequest.number}`,
    url: pullRequestUrl(run)
  } ];
}

function changeFact({change: change}) {
  return change ? [ {
    name: "Change",
    text: change.text,
    url: change.url
  } ] : [];
}

function uniqueByName(facts) {
  return facts.filter(({name: name}, index) => facts.findIndex(other => other.name === name) === index);
}

function createFact(field, details, run) {
  const [name, value, url] = fieldValue(field, details, run);
  const text = (0, truncate.TN)(value ?? "");
  return text === "" ? void 0 : {
    name: name,
    text: text,
    url: url
  };
}

function fieldValue(field, details, run) {
  const repositoryUrl = `${run.server}/${run.repository}`;
  switch (field) {
   case "repo":
    return [ "Repository", run.repository, repositoryUrl ];

   case "message":
    return run.pullRequest ? fieldValue("pullRequest", details, run) : [ "Message", run.message?.trim().split(/[\r\n]/)[0] ];

   case "pullRequest":
    return [ "Pull request", formatPullRequest(run), pullRequestUrl(run) ];

   case "commit":
    return [ "Commit", run.commit.slice(0, 7), `${repositoryUrl}/commit/${run.commit}` ];

   case "author":
    return run.author ? [ "Author", run.author.name, personUrl(run, run.author.login) ] : [ "Author", run.actor, personUrl(run, run.actor) ];

   case "actor":
    return [ "Started by", run.actor, personUrl(run, run.actor) ];

   case "event":
    return [ "Event", run.event ];

   case "ref":
    return [ run.ref.startsWith("refs/tags/") ? "Tag" : "Branch", run.branch, branchUrl(run) ];

   case "workflow":
    return [ "Workflow", run.workflow, run.url ];

   case "action":
    return [ "Action", run.commit && "Checks", `${repositoryUrl}/commit/${run.commit}/checks` ];

   case "job":
    return [ "Job", run.job ];

   case "took":
    return [ "Took", totalDuration(details) ];

   case "environment":
    return [ "Environment", details.environment ];

   case "deployments":
    return [ "Deployments", void 0 ];
  }
}

function formatPullRequest({pullRequest: pullRequest}) {
  return pullRequest && `#${pullRequest.number} ${pullRequest.title}`;
}

function pullRequestUrl({server: server, repository: repository, pullRequest: pullRequest}) {
  return `${server}/${repository}/pull/${pullRequest?.number}`;
}

function personUrl({server: server}, login) {
  return !login || login.endsWith("[bot]") ? void 0 : `${server}/${encodeSegment(login)}`;
}

function branchUrl({server: server, repository: repository, ref: ref, branch: branch}) {
  if (!/^refs\/(heads|tags)\//.test(ref)) return;
  return `${server}/${repository}/tree/${branch.split("/").map(encodeSegment).join("/")}`;
}

function encodeSegment(segment) {
  return encodeURIComponent(segment.toWellFormed());
}

function totalDuration({deployments: deployments = [], duration: duration}) {
  if (deployments.length > 0) return deploymentDuration(deployments);
  return duration === void 0 ? void 0 : (0, src_duration.a)(duration);
}

function deploymentDuration(deployments) {
  const started = deployments.map(({startedAt: startedAt}) => Date.parse(startedAt));
  const finished = deployments.map(({finishedAt: finishedAt}) => Date.parse(finishedAt));
  const duration = Math.max(...finished) - Math.min(...started);
  return Number.isFinite(duration) && duration >= 0 ? (0, src_duration.a)(duration) : void 0;
}

function createList(name, items) {
  const isBad = ({outcome: outcome}) => (0, src_outcome.$8)(outcome).severity === "bad";
  return {
    name: name,
    items: [ ...items.filter(isBad), ...items.filter(item => !isBad(item)) ]
  };
}

function deploymentItem(record) {
  const {status: status, environment: environment, changed: changed, version: version, previous: previous, live: live, reason: reason} = record;
  const duration = changed && status !== "started" ? deploymentDuration([ record ]) : void 0;
  const place = environment ? ` in ${environment}` : "";
  const other = (0, src_record.oJ)(status) ? {
    label: "before",
    version: previous
  } : {
    label: "live",
    version: live
  };
  const parts = [ `${deploymentVerb(record)}${place}${duration ? ` after ${duration}` : ""}`, version && (0, 
  src_record.EU)(version), other.version && `${other.label} ${(0, src_record.EU)(other.version)}`, reason ];
  const links = [ {
    text: "open",
    url: record.url
  }, {
    text: "log",
    url: record.logUrl
  } ];
  return {
    outcome: status,
    name: (0, truncate.TN)(record.name) || "(no name)",
    description: (0, truncate.TN)(parts.filter(Boolean).join(", ")),
    links: links.filter(({url: url}) => url)
  };
}

function deploymentVerb({kind: kind, status: status}) {
  const {verb: verb} = (0, src_outcome.$8)(status);
  return kind === "rollback" ? `rollback ${verb}` : verb;
}

async function deliver(message, destination, service, deadline) {
  let attempts = 0;
  let isSent = false;
  const client = new src_client.K({
    ...destination,
    ...service,
    onAttempt() {
      attempts++;
    },
    onSent() {
      isSent = true;
    },
    log(line) {
      isSent = false;
      service.log(line);
    }
  });
  try {
    const request = {
      ...destination.request(message),
      tries: 3
    };
    const response = await client.request(request, deadline);
    return {
      ...destination.parseResponse(response),
      attempts: attempts
    };
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
    const response = responseOf(error);
    if (response) return {
      ...parseFailure(response, destination),
      attempts: attempts
    };
    const isUnknown = error instanceof src_errors.W || isSent && deadline.signal.aborted;
    const reason = describeError(error, service, isSent);
    return {
      status: isUnknown ? "unknown" : "unsent",
      reason: reason,
      attempts: attempts
    };
  }
}

function responseOf(error) {
  return error instanceof src_errors.j || error instanceof src_errors.W ? error.response : void 0;
}

function parseFailure(response, destination) {
  const {reason: reason} = destination.parseResponse(response);
  return {
    status: response.status < 500 ? "rejected" : "unknown",
    reason: reason
  };
}

function describeError(error, {name: name}, isSent) {
  if (!(error instanceof errors.cc)) return error.message;
  const when = isSent ? `while waiting for the response of ${name}` : `before ${name} received it`;
  return `The job was cancelled ${when}.`;
}

const maxMentions = 25;

function mentionList(mention) {
  return {
    async parse(value) {
      const mentions = await list_list(mention).parse(value);
      if (mentions.length > maxMentions) throw new input_parsers.yI(`at most ${maxMentions} lines`, `${mentions.length} lines`);
      return mentions;
    }
  };
}

(0, yaml.o)((0, map.A7)((0, dist.YjP)("an id must be in quotes")), "a map of GitHub logins to ids, such as \"octocat: '012345'\"");

function resolveMentions(inputs, outcome, logins) {
  if (!shouldMention(inputs.mentionOn, outcome)) return [];
  const mapped = logins.map(login => login && inputs.mentionMap?.get(login.toLowerCase())).find(mention => mention !== void 0);
  return [ ...new Set([ ...inputs.mention ?? [], ...mapped ? [ mapped ] : [] ]) ];
}

function shouldMention(mentionOn, outcome) {
  const {severity: severity} = (0, src_outcome.$8)(outcome);
  return mentionOn === "always" || severity === (mentionOn === "failure" ? "bad" : "good");
}

const eventSchema = (0, dist.Ikc)({
  pull_request: (0, dist.lqM)((0, dist.Ikc)({
    head: (0, dist.Ikc)({
      repo: (0, dist.mee)((0, dist.Ikc)({
        full_name: (0, dist.YjP)()
      }))
    })
  }))
});

function lacksSecrets({run: run, event: event}) {
  if (run.actor === "dependabot[bot]") return true;
  const parsed = (0, dist.xLC)(eventSchema, event);
  const head = parsed.success ? parsed.output.pull_request?.head : void 0;
  return head !== void 0 && head.repo?.full_name !== run.repository;
}

const maxDelay = 1e4;

async function readRunDetails(options, run, runner, deadline) {
  const {status: status, fields: fields, deployments: deployments, isOfThisJob: isOfThisJob, githubToken: token} = options;
  const mayBeOtherJob = status.jobs.length > 0 || status.outcome === "failure" && !isOfThisJob;
  const needsJobs = mayBeOtherJob && (0, src_outcome.$8)(status.outcome).severity === "bad";
  const needsStart = fields?.includes("took") && !deployments?.length;
  const withoutDuration = "The message does not say how long the run took";
  if (needsStart && !token) runner.notice(`${withoutDuration}, because "github-token" is empty.`);
  if (!token || !(needsJobs || needsStart)) return {};
  const level = status.jobs.length > 0 ? "notice" : "info";
  const limit = deadline.capped(Math.min(maxDelay, deadline.remaining / 2));
  const withoutJobs = "The message does not name the failed matrix jobs and steps";
  const [jobRuns, start] = await Promise.all([ needsJobs ? tryLookUp(withoutJobs, level, runner, async () => {
    const {readJobRuns: readJobRuns} = await Promise.all([ __nccwpck_require__.e("../lib/actions-github"), __nccwpck_require__.e("notify-run-jobs") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/run-jobs.ts"));
    return readJobRuns(token, run, runner, limit);
  }) : void 0, needsStart ? tryLookUp(withoutDuration, "notice", runner, async () => {
    const {readRunStart: readRunStart} = await Promise.all([ __nccwpck_require__.e("../lib/actions-github"), __nccwpck_require__.e("notify-run-start") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/run-start.ts"));
    return readRunStart(token, run, runner, limit);
  }) : void 0 ]);
  return {
    jobRuns: jobRuns,
    duration: start && timeSince(start, deadline.clock.date())
  };
}

function timeSince(start, now) {
  const duration = now.getTime() - start.getTime();
  return duration < 0 ? void 0 : duration;
}

async function tryLookUp(consequence, level, runner, lookUp) {
  try {
    return await lookUp();
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
    runner[level](`${consequence}, because the lookup failed. ${error.message}`);
    return;
  }
}

const optionalText = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const optionalPerson = (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
  login: optionalText
})), void 0);

const triggering_run_eventSchema = (0, dist.Ikc)({
  workflow_run: (0, dist.Ikc)({
    id: (0, dist.aig)(),
    name: optionalText,
    head_sha: (0, dist.YjP)(),
    head_branch: optionalText,
    event: optionalText,
    run_attempt: (0, dist.NpB)((0, dist.cl6)((0, dist.aig)()), void 0),
    html_url: (0, dist.YjP)(),
    display_title: optionalText,
    actor: optionalPerson,
    triggering_actor: optionalPerson,
    head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
      message: optionalText,
      author: (0, dist.cl6)((0, dist.Ikc)({
        name: optionalText
      }))
    })), void 0)
  })
});

function triggeringRun(event, run) {
  const parsed = (0, dist.xLC)(triggering_run_eventSchema, event);
  if (run.event !== "workflow_run" || !parsed.success) return;
  const {workflow_run: source} = parsed.output;
  const branch = source.head_branch ?? "";
  return {
    ...run,
    sha: source.head_sha,
    commit: source.head_sha,
    ref: branch && `refs/heads/${branch}`,
    branch: branch,
    event: source.event ?? "",
    actor: source.triggering_actor?.login ?? source.actor?.login ?? "",
    author: {
      name: source.head_commit?.author?.name ?? "",
      login: void 0
    },
    workflow: source.name ?? "",
    job: "",
    runId: String(source.id),
    attempt: source.run_attempt ?? 1,
    url: source.html_url,
    pullRequest: void 0,
    message: source.head_commit?.message ?? source.display_title ?? void 0
  };
}

const notifyWhenValues = [ "always", "failure", "success", "change", "recovery" ];

function needsHistory(when) {
  return when === "change" || when === "recovery";
}

function skipReason(when, outcome, history) {
  const {severity: severity, verb: verb} = (0, src_outcome.$8)(outcome);
  const skip = why => `Nothing was sent: messages are only sent for "${when}", and ${why}.`;
  if (when === "always" || outcome === "unknown") return;
  if (when === "failure") return severity === "bad" ? void 0 : skip(`this ${verb}`);
  if (when === "success") return severity === "good" ? void 0 : skip(`this ${verb}`);
  if (severity === "neutral") return skip(`this ${verb}, which does not count as a result`);
  if (when === "recovery" && severity === "bad") return skip(`this ${verb}`);
  if (history === "unknown") return;
  const previous = history === "none" ? "good" : history.severity;
  if (severity !== previous) return;
  return skip(history === "none" ? "there is no earlier run" : "the previous run had the same result");
}

function detectChange(outcome, history, now) {
  const {severity: severity} = (0, src_outcome.$8)(outcome);
  if (typeof history === "string" || severity === "neutral" || severity === history.severity) return;
  const isFixed = severity === "good";
  const count = `${history.isTruncated ? "at least " : ""}${history.count}`;
  const plural = history.count === 1 && !history.isTruncated ? "" : isFixed ? "s" : "es";
  const streak = `${count} ${isFixed ? "failure" : "success"}${plural}`;
  const duration = (0, src_duration.a)(Math.max(0, now.getTime() - history.since.getTime()));
  const text = `${isFixed ? "fixed" : "broken"} after ${streak}, ${duration}`;
  return {
    isFixed: isFixed,
    text: text,
    url: history.url
  };
}

async function send(channel, options, runner) {
  const {status: status, when: when, deployments: deployments, timeout: timeout} = options;
  const {outcome: outcome} = status;
  const deadline = new src_deadline.B(timeout, runner.cancelled);
  const isOfThisRun = deployments?.length || status.jobs.length > 0 || options.isOfThisJob;
  const run = (isOfThisRun ? void 0 : triggeringRun(runner.event, runner.run)) ?? runner.run;
  const history = await tryReadHistory(options, run, runner, deadline);
  const skipped = skipReason(when, outcome, history);
  const details = skipped ? {} : await readRunDetails(options, run, runner, deadline);
  const change = detectChange(outcome, history, deadline.clock.date());
  const notification = buildNotification({
    ...options,
    ...details,
    change: change
  }, run);
  const mentions = resolveMentions(options, outcome, [ run.author?.login, run.actor ]);
  const payload = redact(await channel.createMessage(notification, mentions), runner);
  if (!skipped && mentions.length > 0 && channel.destination?.isUpdate) runner.notice(`${channel.name} does not notify anyone of an updated message. To notify the people mentioned, send a new one.`);
  const delivery = skipped ? {
    status: "skipped",
    reason: skipped,
    attempts: 0
  } : await deliverPayload(payload, channel, options, runner, deadline);
  return {
    platform: channel.name,
    notification: notification,
    payload: payload,
    delivery: delivery
  };
}

function redact(payload, runner) {
  const json = JSON.stringify(payload, (_, value) => typeof value === "string" ? runner.redact(value) : value);
  return JSON.parse(json);
}

async function tryReadHistory({when: when, githubToken: githubToken}, run, runner, deadline) {
  if (!needsHistory(when)) return "unknown";
  try {
    if (!githubToken) throw new errors.lZ('"github-token" is empty.');
    const {readRunHistory: readRunHistory} = await Promise.all([ __nccwpck_require__.e("../lib/actions-github"), __nccwpck_require__.e("notify-run-history") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/run-history.ts"));
    return await readRunHistory(githubToken, run, runner, deadline.capped(deadline.remaining / 2));
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
    runner.warning(`The result of the previous run is unknown, so this one counts as changed. ${error.message}`);
    return "unknown";
  }
}

async function deliverPayload(payload, {name: name, destination: destination, missingInput: missingInput}, {dryRun: dryRun}, runner, deadline) {
  if (dryRun) return {
    status: "dry-run",
    attempts: 0
  };
  if (!destination) return {
    status: "missing",
    reason: explainMissing(name, missingInput, runner),
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

function explainMissing(name, input, runner) {
  const result = `"${input}" is empty, so nothing was sent to ${name}.`;
  if (lacksSecrets(runner)) return `${result} Runs from forks and Dependabot get no secrets.`;
  return `${result} Check that the secret exists, has this name, and is read as \${{ secrets.… }}, not as \${{ vars.… }}.`;
}

function notificationMarkdown({text: text, facts: facts, lists: lists, links: links}) {
  const parts = [ text?.split("\n").map(escapeMarkdown).join("<br>"), facts.map(fact => `- **${fact.name}**: ${linkMarkdown(fact)}`).join("\n"), ...lists.map(listMarkdown), links.map(linkMarkdown).join(" · ") ];
  return parts.filter(Boolean).join("\n\n");
}

function listMarkdown({name: name, items: items}) {
  return [ `**${name}**`, "", ...items.map(itemMarkdown) ].join("\n");
}

function itemMarkdown({outcome: outcome, name: name, description: description, links: links}) {
  const {icon: icon} = (0, src_outcome.$8)(outcome);
  const line = `- ${icon} **${escapeMarkdown(name)}** ${escapeMarkdown(description)}`;
  return [ line, ...links.map(linkMarkdown) ].join(" · ");
}

function linkMarkdown({text: text, url: url}) {
  return markdownLink(text, url);
}

function deliveryStatus({status: status}) {
  return status === "unknown" ? "unknown" : status === "sent";
}

function reportDeliveries(results, policy, runner) {
  const [first] = results;
  if (!first) return;
  runner.appendSummary(deliverySummary(first.notification, results));
  const {aborted: aborted} = runner.cancelled;
  const failures = [];
  for (const result of results) {
    const text = describeDelivery(result);
    const {status: status} = result.delivery;
    const level = annotationLevel(status, aborted ? strictPolicy : policy, lacksSecrets(runner));
    if (level === "failure") failures.push(text); else runner[level](text);
  }
  if (failures.length === 0) return;
  const text = failures.join(" | ");
  return aborted ? new errors.cc(text) : new errors.lZ(text);
}

const strictPolicy = {
  onError: "fail",
  ifMissing: "fail"
};

function annotationLevel(status, {onError: onError, ifMissing: ifMissing}, isExpected) {
  if (status === "sent" || status === "dry-run" || status === "skipped") return "info";
  if (status === "missing") {
    if (ifMissing === "fail") return "failure";
    return isExpected ? "notice" : "warning";
  }
  return onError === "fail" ? "failure" : "warning";
}

function describeDelivery({platform: platform, delivery: delivery}) {
  const {status: status, attempts: attempts, reason: reason = ""} = delivery;
  switch (status) {
   case "sent":
    return `${platform} accepted the message${attempts > 1 ? ` on attempt ${attempts}` : ""}.`;

   case "dry-run":
    return `Dry run: the message is in the job summary and was not sent to ${platform}.`;

   case "unknown":
    return `The message may have been sent to ${platform}. It is not sent again, to avoid a duplicate. ${reason}`;

   case "missing":
   case "skipped":
    return reason;

   case "rejected":
   case "unsent":
    return `The message was not sent to ${platform}. ${reason}`;
  }
}

function deliverySummary(notification, results) {
  const {icon: icon} = (0, src_outcome.$8)(notification.outcome);
  const heading = `### ${icon} ${escapeMarkdown(notification.title)}`;
  const parts = [ heading, ...results.map(result => escapeMarkdown(describeDelivery(result))) ];
  const dryRuns = results.filter(({delivery: delivery}) => delivery.status === "dry-run");
  if (dryRuns.length > 0) parts.push(notificationMarkdown(notification), ...dryRuns.map(payloadMarkdown));
  return `${parts.join("\n\n")}\n`;
}

function payloadMarkdown({platform: platform, payload: payload}) {
  const json = JSON.stringify(payload, null, 2);
  return `<details><summary>The message to ${platform} as JSON</summary>\n\n\`\`\`json\n${json}\n\`\`\`\n\n</details>`;
}

function definePlatform(platform) {
  return platform;
}

const webhook = {
  secret: true,
  async parse(value) {
    const url = await input_parsers.EK.parse(value);
    if (/\/webhooks\/\d+\/[\w-]+(\/(github|slack))?\/?$/.test(url.pathname)) return url;
    throw new input_parsers.yI("the complete URL of a webhook (https://discord.com/api/webhooks/…/…)");
  }
};

function normalizeWebhook(webhookUrl) {
  const url = new URL(webhookUrl);
  url.pathname = webhookUrl.pathname.replace(/(\/(github|slack))?\/?$/, "");
  const thread = webhookUrl.searchParams.get("thread_id");
  url.search = thread ? new URLSearchParams({
    thread_id: thread
  }).toString() : "";
  return url;
}

function unexpectedResponse(platform, expected, {status: status, body: body}) {
  if (status >= 500) return {
    status: "unknown",
    reason: `${platform} answered ${status}.`
  };
  const text = body.trim();
  const shown = text === "" ? "an empty body" : `"${(0, quote.K)(text, 120)}"`;
  const answer = `${platform} answered ${status} with ${shown}`;
  const isFromPlatform = status >= 400 && /^([\w.-]{1,60}|[{[].*)$/s.test(text);
  if (isFromPlatform) return {
    status: "rejected",
    reason: `${answer}: it rejected the message.`
  };
  const isFromIntermediary = status >= 300 || !/^(\{|$)/.test(text);
  return {
    status: isFromIntermediary ? "rejected" : "unknown",
    reason: `${answer} instead of ${expected}. Check that the URL belongs to ${platform} and that no proxy answers in its place.`
  };
}

const recreate = "Create a new webhook (channel settings, Integrations) and put its URL into the secret.";

const reportBug = 'Without "payload", this is a bug in the action: please report it.';

const explanations = {
  10003: `the channel or thread does not exist. Check that "thread-id" belongs to the channel of the webhook.`,
  10008: 'this webhook has no such message. For a message in a thread, set "thread-id", too.',
  10015: `the webhook was deleted, or its URL is incomplete. ${recreate}`,
  30033: "the thread is full. Start another one.",
  40005: `the message is too large. ${reportBug}`,
  40067: 'the forum requires a tag. Set "applied_tags" in "payload".',
  50005: 'the message was sent by another webhook. Set "message-id" to one of this webhook.',
  50006: `the message is empty. ${reportBug}`,
  50013: "the webhook lacks a permission. Check the permissions of the channel.",
  50027: `the URL of the webhook is wrong or no longer valid. ${recreate}`,
  50035: `the message contains something that Discord does not accept. ${reportBug}`,
  50083: 'the thread is archived. Reopen it, or set another "thread-id".',
  160005: 'the thread is locked. Unlock it, or set another "thread-id".',
  2e5: "the moderation rules of the server blocked the message.",
  220001: 'the channel is a forum. Set "thread-name" to start a post, or "thread-id".',
  220002: 'both a new post ("thread-name") and an existing one ("thread-id") are set. Set only one.',
  220003: 'the channel is not a forum. Remove "thread-name".',
  24e4: "Discord blocked the message because of a link in it."
};

function explainError(code) {
  return explanations[code];
}

const suppressNotifications = 1 << 12;

function resolveDestination(address) {
  const {webhookUrl: webhookUrl, messageId: messageId, threadId: threadId, threadName: threadName} = address;
  if (threadName && (threadId || messageId)) throw new errors.dz(`Input "thread-name" starts a new thread, but "${threadId ? "thread-id" : "message-id"}" refers to an existing one. Set only one of them.`);
  if (!webhookUrl) return;
  const base = normalizeWebhook(webhookUrl);
  if (threadId) base.searchParams.set("thread_id", threadId);
  const update = {
    method: "PATCH",
    path: `/messages/${messageId}`,
    idempotent: true
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
    isUpdate: messageId !== void 0,
    request: message => messageId ? {
      ...update,
      json: message
    } : {
      ...create,
      json: {
        ...message,
        ...createOptions(address)
      }
    },
    parseResponse: parseResponse
  };
}

function createOptions({threadName: threadName, username: username, avatarUrl: avatarUrl, silent: silent}) {
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

const messageSchema = (0, dist.Ikc)({
  id: (0, dist.YjP)(),
  channel_id: (0, dist.YjP)()
});

const errorSchema = (0, dist.Ikc)({
  code: (0, dist.aig)(),
  message: (0, dist.YjP)(),
  errors: (0, dist.lqM)((0, dist.L5J)())
});

function parseResponse(response) {
  const {status: status, body: body} = response;
  const json = (0, src_json.qF)(body);
  const message = (0, dist.xLC)(messageSchema, json);
  if (message.success && status === 200) return {
    status: "sent",
    messageId: message.output.id,
    channelId: message.output.channel_id
  };
  const error = (0, dist.xLC)(errorSchema, json);
  if (error.success) return {
    status: "rejected",
    reason: destination_describeError(status, error.output)
  };
  return unexpectedResponse("Discord", "the message", response);
}

function destination_describeError(status, {code: code, message: message, errors: errors}) {
  const explanation = explainError(code);
  const details = errors === void 0 ? "" : ` Details: "${(0, quote.K)(JSON.stringify(errors))}".`;
  const answer = `Discord answered ${status} "${(0, quote.K)(message, 120)}" (${code})`;
  return `${answer}${explanation ? `: ${explanation}` : "."}${details}`;
}

var discord_embed = __nccwpck_require__("packages/notify/src/discord/embed.ts");

function discordChannel(address, payload) {
  return {
    name: "Discord",
    destination: resolveDestination(address),
    missingInput: "webhook-url",
    async createMessage(notification, mentions) {
      const message = (0, discord_embed.e)(notification, mentions);
      if (!payload) return message;
      const {applyUserPayload: applyUserPayload} = await __nccwpck_require__.e("notify-discord-payload").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/discord/payload.ts"));
      return applyUserPayload(message, payload, mentions);
    }
  };
}

var mention = __nccwpck_require__("packages/notify/src/discord/mention.ts");

const discord = definePlatform({
  name: "Discord",
  inputs: {
    discordWebhookUrl: optional("discord-webhook-url", webhook),
    discordMention: optional("discord-mention", mentionList(mention.l))
  },
  channel({discordWebhookUrl: webhookUrl, discordMention: discordMention}) {
    if (!webhookUrl && !discordMention) return;
    const channel = discordChannel({
      webhookUrl: webhookUrl
    });
    return {
      ...channel,
      missingInput: "discord-webhook-url",
      mention: discordMention
    };
  }
});

const incomingWebhook = {
  secret: true,
  async parse(value) {
    const url = await input_parsers.EK.parse(value);
    if (/^\/(workflows|triggers)\//.test(url.pathname)) throw new input_parsers.yI("the URL of an incoming webhook (https://hooks.slack.com/services/…), not of a Workflow Builder trigger");
    return url;
  }
};

const botToken = {
  secret: true,
  parse(value) {
    if (/^xox[a-z]?[.-][\w.-]+$/.test(value)) return value;
    throw new input_parsers.yI("the token of a Slack app, which starts with xoxb-");
  }
};

const channel = {
  parse(value) {
    if (isId(value) || /^#?[^\s#@:,<>]{1,80}$/.test(value)) return value;
    throw new input_parsers.yI("the id of a channel such as C012AB3CD, or its name such as #general");
  }
};

function isId(channel) {
  return /^[CDGU][A-Z0-9]{5,}$/.test(channel);
}

var blocks = __nccwpck_require__("packages/notify/src/slack/blocks.ts");

const checkSecret = "Compare the secret with the URL that Slack shows.";

const errors_reportBug = 'Without "payload", this is a bug in the action: please report it.';

const checkToken = 'Check "OAuth & Permissions" of the app (https://api.slack.com/apps).';

const invite = "Invite the bot to the channel: /invite @its-name.";

const restricted = "an administrator restricts who may post there. Ask one, or choose another channel.";

const indeterminate = "Slack failed, and the message may or may not have been posted.";

const errors_explanations = {
  access_denied: `the token lacks access. ${checkToken}`,
  account_inactive: `the account of the token was deleted. ${checkToken}`,
  action_prohibited: restricted,
  cant_update_message: 'the message was not sent by this bot. Use the "message-id" of one that was.',
  cannot_reply_to_message: 'this message does not accept replies. Set "thread-ts" to another message.',
  channel_is_archived: "the channel is archived. Unarchive it, or choose another. {recreate}",
  channel_not_found: "the channel does not exist, or is not visible. {recreate}",
  edit_window_closed: "the message is too old to be updated. Send a new one.",
  ekm_access_denied: "administrators have suspended posting.",
  fatal_error: indeterminate,
  internal_error: indeterminate,
  invalid_attachments: `the message has attachments that Slack does not accept. ${errors_reportBug}`,
  invalid_auth: `the token is wrong or no longer valid. ${checkToken}`,
  invalid_blocks: `the message has blocks that Slack does not accept. ${errors_reportBug}`,
  invalid_blocks_format: `the message has blocks that Slack does not accept. ${errors_reportBug}`,
  invalid_payload: `Slack cannot parse the message. ${errors_reportBug}`,
  invalid_token: `the URL of the webhook is wrong or no longer valid. ${checkSecret}`,
  is_archived: "the channel is archived. Unarchive it, or choose another.",
  message_not_found: 'the channel has no such message. Check that "update-ts" belongs to this channel.',
  missing_scope: `the token lacks a scope; chat:write is needed. ${checkToken}`,
  msg_blocks_too_long: `the message is too long. ${errors_reportBug}`,
  msg_too_long: `the message is too long. ${errors_reportBug}`,
  no_active_hooks: "the webhook is disabled. {recreate}",
  no_permission: `the token lacks the permission. ${checkToken}`,
  no_service: "the webhook was deleted or disabled, or its URL is incomplete. {recreate}",
  no_service_id: `the URL of the webhook is incomplete. ${checkSecret}`,
  no_team: `the workspace of the webhook does not exist, or the URL is incomplete. ${checkSecret}`,
  no_text: `the message has no text. ${errors_reportBug}`,
  not_allowed_token_type: `this type of token cannot post; it must start with xoxb-. ${checkToken}`,
  not_authed: `Slack received no token. ${checkToken}`,
  not_in_channel: `the bot is not in the channel. ${invite}`,
  posting_to_general_channel_denied: "the creator of the webhook may not post to the general channel. Choose another channel, or let an administrator create the webhook.",
  ratelimited: "too many messages were sent. Send fewer, or to another channel.",
  rate_limited: "too many messages were sent. Send fewer, or to another channel.",
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  rollup_error: "there is a problem with the workspace. Ask its owner, or Slack.",
  service_unavailable: indeterminate,
  request_timeout: indeterminate,
  team_access_not_granted: "the app is not installed in this workspace. Install it there.",
  team_disabled: "the workspace is disabled. Ask its owner.",
  token_expired: `the token has expired. ${checkToken}`,
  token_revoked: `the token was revoked. ${checkToken}`,
  too_many_attachments: `the message has too many attachments. ${errors_reportBug}`,
  user_not_found: "the member that the webhook posts to no longer exists. {recreate}"
};

const indeterminateErrors = Object.keys(errors_explanations).filter(code => errors_explanations[code] === indeterminate);

function errors_explainError(code, recreate) {
  return (0, map.TE)(errors_explanations, code)?.replace("{recreate}", recreate);
}

function botDestination(base, token, target) {
  const {channel: channel, threadTs: threadTs, updateTs: updateTs, replyBroadcast: replyBroadcast} = target;
  const thread = threadTs && {
    thread_ts: threadTs,
    reply_broadcast: replyBroadcast
  };
  return {
    base: base,
    headers: {
      authorization: `Bearer ${token}`
    },
    isUpdate: updateTs !== void 0,
    request: message => updateTs ? {
      method: "POST",
      path: "/chat.update",
      json: {
        channel: channel,
        ts: updateTs,
        ...message
      },
      idempotent: true
    } : {
      method: "POST",
      path: "/chat.postMessage",
      json: {
        channel: channel,
        ...message,
        ...thread
      }
    },
    parseResponse: parseApiResponse
  };
}

const responseSchema = (0, dist.Oxt)("ok", [ (0, dist.Ikc)({
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

function parseApiResponse(response) {
  const {success: success, output: output} = (0, dist.xLC)(responseSchema, (0, src_json.qF)(response.body));
  if (!success || output.ok && response.status !== 200) return unexpectedResponse("Slack", "its JSON", response);
  if (output.ok) return {
    status: "sent",
    messageId: output.ts,
    channelId: output.channel
  };
  const {error: error, needed: needed, response_metadata: response_metadata} = output;
  const explanation = errors_explainError(error, "Use its id, and invite the bot: /invite @its-name.");
  const details = [ needed && `needed: ${needed}`, ...response_metadata?.messages ?? [] ].filter(Boolean).join("; ");
  return {
    status: indeterminateErrors.includes(error) ? "unknown" : "rejected",
    reason: `Slack answered ${(0, quote.K)(error, 60)}${explanation ? `: ${explanation}` : "."}` + (details && ` Details: "${(0, 
    quote.K)(details, 200)}".`)
  };
}

function webhookDestination(base, threadTs) {
  return {
    base: base,
    isUpdate: false,
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
    parseResponse: parseWebhookResponse
  };
}

function parseWebhookResponse(response) {
  const {status: status, body: body} = response;
  const code = body.trim();
  if (status === 200 && code === "ok") return {
    status: "sent"
  };
  const explanation = errors_explainError(code, webhook_recreate);
  if (!explanation) return unexpectedResponse("Slack", '"ok"', response);
  return {
    status: "rejected",
    reason: `Slack answered ${status} ${code}: ${explanation}`
  };
}

const webhook_recreate = "Create a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.";

function destination_resolveDestination(address) {
  const {webhookUrl: webhookUrl, token: token, channel: channel, threadTs: threadTs, updateTs: updateTs, apiUrl: apiUrl} = address;
  const {replyBroadcast: replyBroadcast = false} = address;
  if (replyBroadcast && !threadTs) throw new errors.dz('Input "reply-broadcast" needs "thread-ts", the message to reply to.');
  if (updateTs && threadTs) throw new errors.dz('Input "update-ts" updates a message in place, but "thread-ts" sends a new one. Set only one of them.');
  if (updateTs && channel && !isId(channel)) throw new errors.dz('Input "update-ts" needs the id of the channel. Use the "channel-id" output of the step that sent the message.');
  if (token) {
    if (channel) return botDestination(apiUrl, token, {
      channel: channel,
      threadTs: threadTs,
      updateTs: updateTs,
      replyBroadcast: replyBroadcast
    });
    throw new errors.dz('Input "channel" is required with "token": the channel to post to.');
  }
  if (!webhookUrl) return;
  const botInputs = {
    channel: channel,
    "update-ts": updateTs,
    "reply-broadcast": replyBroadcast
  };
  const [unusable] = Object.entries(botInputs).find(([, value]) => value) ?? [];
  if (!unusable) return webhookDestination(webhookUrl, threadTs);
  throw new errors.dz(`Input "${unusable}" needs a bot's "token", because a webhook can only post new messages to its own channel.`);
}

function slackChannel(address, payload) {
  return {
    name: "Slack",
    destination: destination_resolveDestination(address),
    missingInput: address.channel ? "token" : "webhook-url",
    async createMessage(notification, mentions) {
      const message = (0, blocks.e4)(notification, mentions);
      if (!payload) return message;
      const {applyUserPayload: applyUserPayload} = await __nccwpck_require__.e("notify-slack-payload").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/slack/payload.ts"));
      return applyUserPayload(message, payload, mentions);
    }
  };
}

const mention_mention = {
  parse(line) {
    const [, everyone] = /^@?(here|channel|everyone)$/.exec(line) ?? [];
    if (everyone) return `<!${everyone}>`;
    if (/^[UW][A-Z0-9]{2,20}$/.test(line)) return `<@${line}>`;
    if (/^S[A-Z0-9]{2,20}$/.test(line)) return `<!subteam^${line}>`;
    throw new input_parsers.yI('@here, @channel, @everyone, a member id such as U012AB3CD ("Copy member ID" in the profile) ' + "or a user group id such as S012AB3CD");
  }
};

const slack = definePlatform({
  name: "Slack",
  inputs: {
    slackWebhookUrl: optional("slack-webhook-url", incomingWebhook),
    slackToken: optional("slack-token", botToken),
    slackChannel: optional("slack-channel", channel),
    slackMention: optional("slack-mention", mentionList(mention_mention)),
    slackApiUrl: required("slack-api-url", input_parsers.OZ)
  },
  channel(inputs) {
    const {slackWebhookUrl: webhookUrl, slackToken: token, slackMention: slackMention} = inputs;
    if (!token !== !inputs.slackChannel) throw new errors.dz('Give "slack-token" and "slack-channel" together, or neither of them. A secret that does not ' + "exist, or that this run does not get, is empty.");
    if (!webhookUrl && !token && !slackMention) return;
    const address = {
      webhookUrl: webhookUrl,
      token: token,
      channel: inputs.slackChannel,
      apiUrl: inputs.slackApiUrl
    };
    return {
      ...slackChannel(address),
      missingInput: "slack-webhook-url",
      mention: slackMention
    };
  }
});

const platforms = [ slack, discord ];

const platformInputs = {
  ...slack.inputs,
  ...discord.inputs
};

var src_clock = __nccwpck_require__("packages/wait/src/clock.ts");

var backoff = __nccwpck_require__("packages/wait/src/backoff.ts");

var poll = __nccwpck_require__("packages/wait/src/poll.ts");

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
    throw new errors.lZ(`${id} was started, but still cannot be found after ${(0, src_duration.a)(elapsed)}.`);

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
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${(0, src_duration.a)(elapsed)})`); else if (elapsed - loggedAt >= heartbeat) log(`${name}: still ${seen} after ${(0, 
    src_duration.a)(elapsed)} (${id})`); else return;
    phase = seen;
    loggedAt = elapsed;
  };
  return Object.assign(report, {
    phase: () => phase,
    elapsed: () => now() - began
  });
}

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
    if (step.kind === "unchanged") record.unchanged(step.version, plan.before(step.version)); else if (options.dryRun) record.dryRun(describe(step), run_versionOf(step)); else {
      deadline.signal.throwIfAborted();
      record.writing(run_versionOf(step));
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

function run_versionOf(step) {
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

function rollbackAll(results, because, options) {
  const {follow: follow, deadline: deadline} = options;
  if (results.some(({record: record}) => record.changed && record.status !== "rolled-back")) follow.log(`Rolling back everything that was changed because ${because}.`);
  return Promise.all(results.map(async result => {
    const record = await rollbackOne(result, because, options);
    return {
      ...result,
      record: closeRecord(record, result.target, deadline.clock)
    };
  }));
}

async function rollbackOne({target: target, deployment: deployment, record: record}, because, {follow: follow, deadline: deadline, wait: wait = true}) {
  const {version: version, previous: previous} = record;
  const isStopped = !wait && record.status === "cancelled";
  if (!record.changed || !version || record.status === "superseded" || isStopped) return record;
  const isRunning = record.status === "timed-out" && deployment;
  const stop = isRunning ? await (0, cleanup.H_)(deployment, deadline) : void 0;
  if (!previous) return withoutPrevious(record, because, stop);
  const plan = {
    from: version,
    to: async () => previous,
    force: false,
    wait: wait
  };
  const back = await rollback(target, plan, follow, deadline);
  const cause = record.reason ?? `Rolled back because ${because}.`;
  return {
    ...record,
    live: back.live,
    ...outcomeOf(record, back, previous, cause, stop)
  };
}

function withoutPrevious(record, because, stop) {
  const cause = record.reason ?? `Not rolled back, although ${because}.`;
  const nothing = "Nothing to roll back to: no earlier version is known.";
  const result = stop && !stop.isDone ? void 0 : nothing;
  return {
    ...record,
    status: "failed",
    reason: sentences(cause, describeStop(stop), result)
  };
}

function outcomeOf({status: status}, back, previous, cause, stop) {
  const name = (0, src_record.EU)(previous);
  switch (back.status) {
   case "unchanged":
    return {
      status: status,
      reason: sentences(cause, describeStop(stop))
    };

   case "succeeded":
    {
      const isRolledBack = status === "succeeded";
      const reason = sentences(cause, `${name} is live again.`);
      return {
        status: isRolledBack ? "rolled-back" : status,
        reason: reason
      };
    }

   case "started":
    return {
      status: "cancelled",
      reason: sentences(cause, `The rollback to ${name} was started as ${back.id}.`)
    };

   default:
    {
      const reason = sentences(cause, `The rollback: ${back.reason}`);
      return {
        status: back.status === "cancelled" ? "cancelled" : "failed",
        reason: reason
      };
    }
  }
}

function describeStop(stop) {
  if (!stop || stop.isDone) return stop?.sentence;
  return `The deployment could not be cancelled: ${stop.sentence}`;
}

function sentences(...parts) {
  return parts.filter(Boolean).join(" ");
}

async function deploy(targets, options, runner, clock = src_clock.m) {
  const follow = followOptions(targets.length, line => runner.info(line));
  const deadline = new src_deadline.B(options.timeout, runner.cancelled, clock);
  const planned = await Promise.all(targets.map(target => planOne(target, options.environment, deadline)));
  const unplanned = planned.flatMap(({target: target, plan: plan}) => plan ? [] : target.identity.name);
  const results = await Promise.all(planned.map(async one => {
    const how = {
      ...options,
      diagnose: true,
      follow: follow,
      deadline: deadline
    };
    const done = await deployOne(one, unplanned, how);
    return {
      ...done,
      target: one.target,
      record: one.record.close()
    };
  }));
  const failed = results.find(callsForRollback)?.record;
  if (!failed || options.onFailure === "leave" || runner.cancelled.aborted) return results;
  return rollbackAll(results, `${failed.name} ${endings[failed.status]}`, {
    follow: follow,
    deadline: new src_deadline.B(options.timeout, runner.cancelled, clock)
  });
}

async function planOne(target, environment, deadline) {
  const record = new RecordBuilder("deploy", target, environment, deadline.clock);
  try {
    const plan = await target.plan(deadline);
    record.read(plan.live);
    return {
      target: target,
      plan: plan,
      record: record
    };
  } catch (error) {
    record.failed(error, void 0, false);
    return {
      target: target,
      plan: void 0,
      record: record
    };
  }
}

async function deployOne({target: target, plan: plan, record: record}, unplanned, options) {
  if (plan && (unplanned.length === 0 || plan.step.kind === "unchanged")) return runDeployment({
    target: target,
    plan: plan,
    record: record
  }, options);
  if (plan) record.withheld(unplanned);
  return {
    notes: []
  };
}

const endings = {
  failed: "failed",
  "timed-out": "timed out",
  cancelled: "was cancelled",
  "rolled-back": "was rolled back"
};

function callsForRollback({record: {status: status}}) {
  return !(0, src_record.oJ)(status) && status !== "superseded";
}

function deploymentSummary(title, records, notes = []) {
  const head = [ "", "status", "version", "previous", "live", "duration" ];
  const rows = records.map(record => [ markdownLink(record.name, record.url), `${src_record.pb[record.status]} ${markdownLink(record.status, record.logUrl)}`, report_short(record.version), report_short(record.previous), report_short(record.live), (0, 
  src_duration.a)(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${escapeMarkdown(name)}**: ${escapeMarkdown(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ markdownTable(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${escapeMarkdown(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function summaryNotes(results) {
  const all = results.flatMap(({notes: notes}) => notes);
  return [ ...new Set(all.map(({text: text, url: url}) => markdownLink(text, url))) ];
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

var src_file = __nccwpck_require__("packages/kit/src/file.ts");

function readCertificates(file, workspace) {
  const text = (0, src_file.jH)("ca-file", file, workspace, maxBytes).toString();
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new errors.dz(`Input "ca-file" must be a file of certificates (PEM); ${(0, 
  quote.h)(file)} contains none.`);
}

const maxBytes = 16 * 1024 ** 2;

function authorizationHeader(login) {
  if (login === void 0) return {};
  return {
    authorization: `Basic ${Buffer.from(login).toString("base64")}`
  };
}

function findSecrets(fields) {
  return [ ...fields ].flatMap(([name, value]) => credentialsIn(name, value));
}

const headers = {
  async parse(given) {
    const lines = await list_list(input_parsers.Qq).parse(given);
    return Object.fromEntries(lines.map((line, index) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (name === void 0 || value === void 0 || !/^[\t\x20-\x7E\x80-\xFF]+$/.test(value)) throw new input_parsers.yI('"Name: value", one per line', `${name ?? `line ${index + 1}`} (hidden)`);
      return [ name.toLowerCase(), value ];
    }));
  }
};

const expectedJson = {
  async parse(given) {
    const map = await yamlMap.parse(given);
    return Object.entries(map).map(([path, value]) => {
      rejectInexact(value);
      return {
        path: path,
        keys: parsePath(path),
        value: value
      };
    });
  }
};

const yamlMap = (0, yaml.o)((0, map.A7)((0, dist.L5J)()), 'YAML such as "status: UP", one path and value per line');

function getValue(document, {path: path, keys: keys}) {
  if (hasKey(document, path)) return document[path];
  return keys.reduce((inner, key) => {
    const name = typeof key === "number" ? resolveIndex(inner, key) : key;
    return hasKey(inner, name) ? inner[name] : void 0;
  }, document);
}

function hasKey(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function resolveIndex(value, index) {
  if (!Array.isArray(value)) return "no index";
  return String(index < 0 ? value.length + index : index);
}

const stepPattern = /\.([^.[\]'"`*?|(){}=<>,#\\]+)|\.?\[(?:(-?\d+)|'([^']*)'|"([^"]*)")\]/y;

function parsePath(path) {
  const steps = path.replace(/^\$(?=$|[.[])/, "").replace(/^(?=[^.[])/, ".");
  const keys = [];
  if (path === "" || path.startsWith("/")) throw new input_parsers.yI(suggestPath(path), path);
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < steps.length) {
    const [, name, index, ...quoted] = stepPattern.exec(steps) ?? [];
    const key = name ?? quoted.find(part => part !== void 0);
    if ((key ?? index) === void 0) throw new input_parsers.yI(suggestPath(path), path);
    keys.push(key ?? Number(index));
  }
  return keys;
}

const pathExamples = "paths such as status, checks[0].name or items[-1].n";

function suggestPath(path) {
  if (/^\/\w/.test(path)) return `${pathExamples}, so write ${path.slice(1).replaceAll("/", ".")}`;
  if (/\[[-*?:\d,\s]*[*?:,]|\[\]|\.\.|\.\*|\*\.|(^|\.)#(\.|$)/.test(path)) return `${pathExamples}, which select one value each: a path to several is ambiguous (all or any), so ` + "list each path, or set the path of the list to the whole list";
  return `${pathExamples}; a key with other characters is written in brackets and quotes: $['${path}']`;
}

function rejectInexact(value) {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(rejectInexact);
  if (typeof value !== "number") return;
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (isExact) return;
  throw new input_parsers.yI(`YAML with values that JSON represents exactly, such as numbers up to ${Number.MAX_SAFE_INTEGER}`, String(value));
}

const pattern = {
  async parse(given) {
    if (!isRegexLiteral(given)) return given;
    try {
      return await regex.parse(given);
    } catch (error) {
      throw error instanceof input_parsers.yI ? new input_parsers.yI(`text or ${error.expected}`) : error;
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

function search(pattern, text) {
  if (typeof pattern !== "string") return searchWithTimeout(pattern, text);
  return text.includes(pattern) ? "found" : "absent";
}

const statuses = {
  parse(given) {
    const ranges = given.split(/[,\s]+/).filter(item => item !== "").map(parseRange);
    return {
      text: given.replace(/\s+/g, " "),
      has: status => ranges.some(([from, to]) => status >= from && status <= to)
    };
  }
};

function parseRange(item) {
  const [, first, last] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replace(/^([1-5])xx$/i, "$100-$199")) ?? [];
  const [from, to] = [ Number(first), Number(last ?? first) ];
  if (first === void 0 || from > to) throw new input_parsers.yI("statuses such as 200, 200-299 or 200,204,300-399", item);
  return [ from, to ];
}

const healthInputs = {
  method: required("method", (0, input_parsers.yL)("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
  headers: optional("headers", headers),
  body: optional("body", input_parsers.Qq),
  expectStatus: required("expect-status", statuses),
  expectBody: optional("expect-body", pattern),
  expectJson: optional("expect-json", expectedJson),
  expectHeader: optional("expect-header", patterns),
  maxLatency: optional("max-latency", input_parsers.Cz),
  minCertificateDays: optional("min-certificate-days", (0, input_parsers.nd)(1)),
  interval: required("interval", input_parsers.Cz),
  attemptTimeout: required("attempt-timeout", input_parsers.Cz),
  initialDelay: required("initial-delay", input_parsers.p0),
  successes: required("successes", (0, input_parsers.nd)(1)),
  stableFor: required("stable-for", input_parsers.p0),
  failFast: optional("fail-fast", statuses),
  caFile: optional("ca-file", input_parsers.Qq),
  insecure: required("insecure", input_parsers.Jt)
};

var src_send = __nccwpck_require__("packages/http/src/send.ts");

function redactUrl({protocol: protocol, host: host, pathname: pathname, search: search}) {
  const path = pathname === "/" ? "" : pathname;
  return `${protocol}//${host}${path}${search && "?…"}`;
}

const maxRedirects = 5;

const http_maxBytes = 1024 * 1024;

async function probeHttp(target, request, deadline) {
  let step = {
    method: request.method,
    url: target.url,
    headers: {
      ...request.headers,
      ...authorizationHeader(target.login)
    },
    body: request.body
  };
  for (let redirects = 0; ;redirects++) {
    const connection = selectConnection(step.url, request.connection);
    const response = await (0, src_send.t)({
      ...step,
      connection: connection,
      maxBytes: http_maxBytes
    }, deadline);
    if (!isRedirect(response) || request.expectedStatus.has(response.status)) return {
      kind: "http",
      ...response
    };
    const next = redirects < maxRedirects ? followRedirect(step, response) : `more than ${maxRedirects} times`;
    if (typeof next === "string") return {
      kind: "no-response",
      status: response.status,
      reason: `redirects ${next}`
    };
    step = next;
  }
}

function isRedirect({status: status, headers: headers}) {
  return [ 301, 302, 303, 307, 308 ].includes(status) && headers.location !== void 0;
}

function followRedirect(step, {status: status, headers: headers}) {
  const location = headers.location ?? "";
  const url = URL.canParse(location, step.url.href) ? new URL(location, step.url) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) return "to an address that is not http(s)";
  if (step.url.protocol === "https:" && url.protocol === "http:") return `from https to ${redactUrl(url)}, which is not safe to follow`;
  url.username = "";
  url.password = "";
  const isForeign = url.host !== step.url.host;
  const becomesGet = status === 303 || status < 303 && step.method === "POST";
  const kept = becomesGet && step.method !== "HEAD" ? {
    method: "GET",
    body: void 0
  } : step;
  if (isForeign && kept.body !== void 0) return `the request body to another host, ${redactUrl(url)}`;
  return {
    method: kept.method,
    body: kept.body,
    url: url,
    headers: isForeign ? {} : step.headers
  };
}

function selectConnection({hostname: hostname}, connection) {
  return (0, input_parsers.cW)(hostname) ? {
    ...connection,
    proxy: void 0
  } : connection;
}

const always = () => true;

const never = () => false;

const http = {
  urlForm: "//host/path",
  fits: ({hostname: hostname}) => hostname !== "",
  isHttp: true,
  sendsLogin: true,
  isSecure: ({protocol: protocol}) => protocol === "https:",
  run: probeHttp
};

const grpc = {
  urlForm: "//host:port/service",
  fits: ({port: port, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?[^/]*$/.test(pathname) && search + hash === "",
  sendsLogin: true,
  isSecure: ({protocol: protocol}) => protocol === "grpcs:",
  async run({url: url, login: login}, {headers: headers, connection: connection}, deadline) {
    const {probeGrpc: probeGrpc} = await __nccwpck_require__.e("health-probes-grpc").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/grpc.ts"));
    return probeGrpc(url, {
      ...headers,
      ...authorizationHeader(login)
    }, connection, deadline);
  }
};

const tcp = {
  urlForm: "//host:port",
  fits: ({port: port, username: username, password: password, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?$/.test(username + password + pathname + search + hash),
  isSecure: never,
  run: runConnect
};

const unix = {
  urlForm: "///path/to/socket",
  fits: ({host: host, pathname: pathname, search: search, hash: hash}) => host + search + hash === "" && /^\/[^/]/.test(pathname),
  isSecure: never,
  run: runConnect
};

async function runConnect({url: url}, _, deadline) {
  return (await __nccwpck_require__.e("health-probes-connect").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/connect.ts"))).probeConnection(url, deadline);
}

function serverProbe(port, load, isSecure) {
  return {
    urlForm: "//host:port",
    fits: ({hostname: hostname}) => hostname !== "",
    isSecure: isSecure,
    async run({url: url}, {connection: connection}, deadline) {
      const [{probeServer: probeServer, tcpOptions: tcpOptions}, protocol] = await Promise.all([ __nccwpck_require__.e("health-probes-protocol").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/protocol.ts")), load() ]);
      const options = tcpOptions(url, Number(url.port || port));
      return probeServer(protocol, {
        options: options,
        isSecure: isSecure(url),
        connection: connection
      }, deadline);
    }
  };
}

const postgres = async () => (await __nccwpck_require__.e("health-probes-postgres").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/postgres.ts"))).postgres;

const redis = async () => (await __nccwpck_require__.e("health-probes-redis").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/redis.ts"))).redis;

const mysql = async () => (await __nccwpck_require__.e("health-probes-mysql").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/mysql.ts"))).mysql;

const mongodb = async () => (await __nccwpck_require__.e("health-probes-mongodb").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/mongodb.ts"))).mongodb;

const amqp = async () => (await __nccwpck_require__.e("health-probes-amqp").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/amqp.ts"))).amqp;

const kafka = async () => (await __nccwpck_require__.e("health-probes-kafka").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/health/src/probes/kafka.ts"))).kafka;

const requestsTls = ({searchParams: searchParams}) => [ "tls", "ssl" ].some(name => searchParams.get(name) === "true");

const probes = {
  "http:": http,
  "https:": http,
  "tcp:": tcp,
  "unix:": unix,
  "grpc:": grpc,
  "grpcs:": grpc,
  "postgres:": serverProbe(5432, postgres, never),
  "postgresql:": serverProbe(5432, postgres, never),
  "redis:": serverProbe(6379, redis, never),
  "rediss:": serverProbe(6379, redis, always),
  "mysql:": serverProbe(3306, mysql, never),
  "mariadb:": serverProbe(3306, mysql, never),
  "mongodb:": serverProbe(27017, mongodb, requestsTls),
  "amqp:": serverProbe(5672, amqp, never),
  "amqps:": serverProbe(5671, amqp, always),
  "kafka:": serverProbe(9092, kafka, never)
};

const minPause = 100;

const pauseShare = 1 / 12;

function pauseAfter(waited, interval) {
  return Math.min(interval, Math.max(minPause, waited * pauseShare));
}

function minCheckDuration({initialDelay: initialDelay, interval: interval, successes: successes, stableFor: stableFor}) {
  return initialDelay + Math.max(stableFor, attemptSpan(successes, interval));
}

function attemptSpan(attempts, interval) {
  let waited = 0;
  for (let left = attempts - 1; left > 0; left--) {
    const pause = pauseAfter(waited, interval);
    if (pause === interval) return waited + left * interval;
    waited += pause;
  }
  return waited;
}

const bodyInputs = [ "expectBody", "expectJson" ];

const httpInputs = [ "headers", "body", ...bodyInputs, "expectHeader", "failFast" ];

function validateOptions(options) {
  const {timeout: timeout, insecure: insecure, method: method, targets: targets} = options;
  const needed = minCheckDuration(options);
  if (needed >= timeout) throw new errors.dz(`The health check takes at least ${(0, 
  src_duration.a)(needed)} (${listTimeInputs(options)}), but has only ${(0, src_duration.a)(timeout)}. ` + "Give it more time, or require less.");
  if (insecure) rejectInputs([ "caFile" ], options, 'has no effect while "insecure" is true. Set only one of the two.');
  if (method === "HEAD") rejectInputs(bodyInputs, options, "cannot be met with method HEAD, because its responses have no body. Use GET.");
  if (!targets.some(({url: url}) => probes[url.protocol]?.isSecure(url))) rejectInputs([ "minCertificateDays" ], options, "requires a target over TLS (https, grpcs, rediss, amqps), but there is none. Other targets have no certificate.");
  if (!targets.some(({url: url}) => probes[url.protocol]?.isHttp)) {
    const hasGrpc = targets.some(({url: url}) => /^grpcs?:$/.test(url.protocol));
    rejectInputs(hasGrpc ? httpInputs.filter(key => key !== "headers") : httpInputs, options, "requires an http(s) target, but there is none. Other targets are only checked for accepting connections or " + "reporting that they are serving.");
  }
}

function listTimeInputs({initialDelay: initialDelay, stableFor: stableFor, successes: successes}) {
  const times = {
    "initial-delay": initialDelay,
    "stable-for": stableFor,
    successes: successes - 1
  };
  const names = Object.entries(times).filter(([, value]) => value > 0);
  return names.map(([name]) => (0, quote.h)(name)).join(", ");
}

function rejectInputs(keys, options, reason) {
  const key = keys.find(name => options[name] !== void 0);
  if (key) throw new errors.dz(`Input "${healthInputs[key].name}" ${reason}`);
}

var connections = __nccwpck_require__("packages/http/src/connections.ts");

function evaluate(result, expected) {
  const mismatch = resultMismatch(result, expected) ?? certificateMismatch(result, expected) ?? latencyMismatch(result, expected);
  if (mismatch) return {
    healthy: false,
    ...mismatch
  };
  return {
    healthy: true,
    reason: describeHealthy(result)
  };
}

function describeHealthy(result) {
  if (result.kind === "http") return `answered ${result.status}`;
  return result.kind === "server-status" ? result.reason : "accepts connections";
}

function resultMismatch(result, expected) {
  if (result.kind === "connected") return;
  if (result.kind === "no-response" || result.kind === "not-probed") return {
    reason: result.reason
  };
  if (result.kind === "server-status") return result.serving ? void 0 : {
    reason: result.reason
  };
  return statusMismatch(result, expected) ?? headerMismatch(result, expected) ?? bodyMismatch(result, expected) ?? jsonMismatch(result, expected);
}

function statusMismatch(response, {status: status}) {
  if (status.has(response.status)) return;
  return {
    reason: `answered ${response.status}, expected ${status.text}`,
    detail: describeBody(response)
  };
}

function headerMismatch(response, {headers: headers}) {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = (0, map.TE)(response.headers, name);
    const subject = `answered ${response.status}, but its header ${name}`;
    if (value === void 0) return {
      reason: `${subject} is missing`
    };
    const text = String(value);
    const mismatch = patternMismatch(pattern, text);
    if (mismatch) return {
      reason: `${subject} ${mismatch}`,
      detail: `it is ${(0, quote.h)(text)}`
    };
  }
  return;
}

function bodyMismatch(response, {body: body}) {
  const mismatch = body && patternMismatch(body, response.body);
  if (!mismatch) return;
  return {
    reason: `answered ${response.status}, but its body ${mismatch}`,
    detail: describeBody(response)
  };
}

function patternMismatch(pattern, text) {
  const result = search(pattern, text);
  if (result === "found") return;
  const expected = typeof pattern === "string" ? (0, quote.h)(pattern) : (0, quote.K)(String(pattern), 80);
  return result === "absent" ? `does not contain ${expected}` : `could not be searched for ${expected} in time; simplify the expression`;
}

function jsonMismatch(response, {json: json}) {
  if (json.length === 0) return;
  const document = response.truncated ? void 0 : (0, src_json.qF)(response.body);
  if (document === void 0) return {
    reason: `answered ${response.status}, but not with JSON`,
    detail: describeBody(response)
  };
  const wrong = json.find(expected => !matchesJson(getValue(document, expected), expected.value));
  if (!wrong) return;
  return {
    reason: `answered ${response.status}, but ${(0, quote.h)(wrong.path)} in its JSON is not ${formatJson(wrong.value)}`,
    detail: `it is ${formatJson(getValue(document, wrong))}`
  };
}

function matchesJson(actual, expected) {
  if (typeof expected !== "object" || expected === null) return actual === expected;
  if (Array.isArray(expected)) {
    const hasSameLength = Array.isArray(actual) && actual.length === expected.length;
    return hasSameLength && expected.every((value, index) => matchesJson(actual[index], value));
  }
  if (!(0, map.jh)(actual)) return false;
  return Object.entries(expected).every(([key, value]) => hasKey(actual, key) && matchesJson(actual[key], value));
}

function formatJson(value) {
  return value === void 0 ? "missing" : (0, quote.K)(JSON.stringify(value), 80);
}

function certificateMismatch({certificateDays: certificateDays}, {minCertificateDays: minCertificateDays}) {
  if (minCertificateDays === void 0 || certificateDays === void 0) return;
  if (certificateDays >= minCertificateDays) return;
  const left = `${certificateDays} day${certificateDays === 1 ? "" : "s"}`;
  return {
    reason: `its certificate expires in ${left}, expected at least ${minCertificateDays}`
  };
}

function latencyMismatch({latency: latency}, {maxLatency: maxLatency}) {
  if (maxLatency === void 0 || latency <= maxLatency) return;
  return {
    reason: `took longer than ${maxLatency} ms`,
    detail: `it took ${latency} ms`
  };
}

function describeBody({body: body, truncated: truncated, undecoded: undecoded}) {
  if (undecoded) return `the body cannot be read: ${undecoded}`;
  const beginning = body.trim() === "" ? "the body is empty" : `the body begins ${(0, 
  quote.h)(body)}`;
  return truncated ? `${beginning}; only the first 1 MiB was read` : beginning;
}

async function probe(target, request, deadline) {
  const {attemptTimeout: attemptTimeout} = request;
  const isCutShort = deadline.remaining < attemptTimeout;
  const attempt = deadline.capped(attemptTimeout);
  const began = deadline.clock.now();
  const outcome = await runProbe(target, request, attempt).catch(error => {
    if (error instanceof src_send.R) return {
      kind: (0, connections.C)(error.cause) ? "not-probed" : "no-response",
      reason: error.message
    };
    if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error;
    return {
      kind: "no-response",
      reason: `sent no complete response within ${(0, src_duration.a)(attemptTimeout)}`
    };
  });
  const latency = "connectTime" in outcome ? outcome.connectTime : Math.ceil(deadline.clock.now() - began);
  return {
    ...outcome,
    latency: latency,
    certificateDays: remainingDays(outcome, deadline.clock.date())
  };
}

async function runProbe(target, request, deadline) {
  const probe = probes[target.url.protocol];
  if (!probe) throw new Error(`There is no probe for ${target.url.protocol}`);
  return probe.run(target, request, deadline);
}

const day = 24 * 60 * 60 * 1e3;

function remainingDays(outcome, now) {
  const end = "certificateEnds" in outcome ? outcome.certificateEnds : void 0;
  return end && Math.floor((end.getTime() - now.getTime()) / day);
}

function initialStability(now) {
  return {
    successes: 0,
    since: now,
    hasRelapsed: false,
    isSuspect: false
  };
}

function updateStability(before, isExpected, now) {
  const {successes: tries, since: since, hasRelapsed: hasFallen} = before;
  if (isExpected) return {
    successes: tries + 1,
    since: tries === 0 ? now : since,
    hasRelapsed: hasFallen,
    isSuspect: hasFallen
  };
  return {
    successes: 0,
    since: now,
    hasRelapsed: hasFallen || tries > 0,
    isSuspect: true
  };
}

const status_log_heartbeat = 3e4;

function createStatusLog(name, now, log) {
  const began = now();
  let last = {
    reason: "",
    at: began
  };
  return ({healthy: healthy, reason: reason, detail: detail}, attempts) => {
    const isChange = reason !== last.reason;
    if (!isChange && now() - last.at < status_log_heartbeat) return;
    last = {
      reason: reason,
      at: now()
    };
    const state = healthy ? "healthy" : "not healthy";
    const elapsed = `${(0, src_duration.a)(now() - began)} and ${attempts} attempts`;
    const status = isChange ? `is ${state}` : `is still ${state} after ${elapsed}`;
    log(`${name} ${status}: ${reason}${detail ? ` (${detail})` : ""}.`);
  };
}

const noAttempt = {
  healthy: false,
  status: void 0,
  latency: void 0,
  certificateDays: void 0,
  reason: "no response yet"
};

async function waitForHealthy(target, plan, deadline, log) {
  const {now: now} = deadline.clock;
  const logStatus = createStatusLog(target.name, now, log);
  const began = now() + plan.initialDelay;
  let attempts = 0;
  let last = noAttempt;
  let stability = initialStability(now());
  const attempt = async () => {
    const result = await (0, connections.p)(deadline.signal, () => {
      attempts++;
      return probe(target, plan.request, deadline);
    });
    if (result.kind === "not-probed") {
      attempts--;
      last = {
        ...last,
        reason: result.reason
      };
      return;
    }
    const verdict = evaluate(result, plan.expectation);
    last = toLastAttempt(result, verdict);
    logStatus(verdict, attempts);
    if (last.status !== void 0 && plan.failFast?.has(last.status)) return "failed-fast";
    stability = updateStability(stability, verdict.healthy !== plan.reverse, now());
    const isStable = stability.successes >= plan.successes && now() - stability.since >= plan.stableFor;
    return isStable ? "reached" : void 0;
  };
  const pause = () => {
    const usual = pauseAfter(now() - began, plan.interval);
    const left = plan.stableFor - (now() - stability.since);
    return stability.successes > 0 && left > 0 ? Math.min(left, usual) : usual;
  };
  const outcome = await deadline.sleep(plan.initialDelay).then(() => (0, poll.w)(attempt, pause, deadline)).catch(error => {
    if (error instanceof src_deadline.M || error === deadline.signal.reason) return "missed";
    throw error;
  });
  return {
    target: target,
    outcome: outcome,
    attempts: attempts,
    isSuspect: stability.isSuspect,
    ...last
  };
}

function toLastAttempt(result, {healthy: healthy, reason: reason, detail: detail}) {
  return {
    healthy: healthy,
    status: "status" in result ? result.status : void 0,
    latency: result.latency,
    certificateDays: result.certificateDays,
    reason: detail ? `${reason} (${detail})` : reason
  };
}

function createHealthCheck(options, runner) {
  validateOptions(options);
  const targetSecrets = options.targets.flatMap(({secrets: secrets}) => secrets);
  const headerSecrets = findSecrets(Object.entries(options.headers ?? {}));
  for (const secret of [ ...targetSecrets, ...headerSecrets ]) runner.setSecret(secret);
  if (options.insecure) runner.warning("Certificates are not verified, so any server may have responded.");
  const plan = createPlan(options, runner);
  return ms => runCheck(options, plan, ms, runner);
}

async function runCheck({targets: targets, require: require, reverse: reverse}, plan, ms, runner) {
  const decided = new AbortController;
  const deadline = new src_deadline.B(ms, AbortSignal.any([ runner.cancelled, decided.signal ]));
  const began = deadline.clock.now();
  const running = targets.map(async target => {
    const result = await waitForHealthy(target, plan, deadline, line => runner.info(line));
    if (result.outcome === (require === "any" ? "reached" : "failed-fast")) decided.abort();
    return result;
  });
  const results = await Promise.all(running);
  return {
    results: results,
    require: require,
    reverse: reverse,
    elapsed: Math.round(deadline.clock.now() - began)
  };
}

function createPlan(options, runner) {
  const {insecure: insecure, caFile: caFile} = options;
  const ca = caFile && readCertificates(caFile, runner.workspace);
  return {
    ...options,
    request: {
      method: options.method,
      headers: options.headers ?? {},
      body: options.body,
      connection: {
        proxy: runner.proxy,
        ca: ca,
        insecure: insecure
      },
      attemptTimeout: options.attemptTimeout,
      expectedStatus: options.expectStatus
    },
    expectation: {
      status: options.expectStatus,
      headers: options.expectHeader ?? {},
      body: options.expectBody,
      json: options.expectJson ?? [],
      maxLatency: options.maxLatency,
      minCertificateDays: options.minCertificateDays
    }
  };
}

const cancelGrace = 2500;

function checkOf(wanted, runner) {
  const {targets: targets, healthTimeout: healthTimeout} = wanted;
  if (targets) {
    const timeout = Math.min(healthTimeout, wanted.timeout);
    return createHealthCheck({
      ...wanted,
      targets: targets,
      timeout: timeout,
      require: "all",
      reverse: false
    }, runner);
  }
  rejectOrphanInputs(wanted);
  runner.info('Skipping the health check: "health-check" is empty.');
  return;
}

function rejectOrphanInputs(wanted) {
  const given = wanted;
  const idle = Object.entries(healthInputs).find(([key, {required: required}]) => !required && given[key]);
  if (!idle) return;
  const [, {name: name}] = idle;
  throw new errors.dz(`Input "${name}" belongs to the health check, but "health-check" is empty. Set "health-check", or remove both.`);
}

async function deliverTo(targets, look, wanted, runner) {
  const deadline = new src_deadline.B(wanted.timeout, runner.cancelled);
  const late = deadline.extendedBy(cancelGrace);
  const results = await deploy(targets, {
    ...wanted,
    wait: true
  }, runner);
  const records = listRecords(results);
  const checked = await verified(records, look, wanted, deadline, runner);
  const delivery = {
    records: records,
    notes: summaryNotes(results),
    ...checked
  };
  const reason = rollbackReason(delivery, wanted, runner);
  if (!reason) return runner.cancelled.aborted ? delivery : {
    ...delivery,
    records: ended(delivery)
  };
  const {because: because, isUrgent: isUrgent} = reason;
  const rolledBack = await rollbackAll(results, because, {
    follow: followOptions(targets.length, line => runner.info(line)),
    wait: !isUrgent,
    deadline: isUrgent ? late : new src_deadline.B(wanted.timeout, runner.cancelled)
  });
  return {
    ...delivery,
    records: listRecords(rolledBack)
  };
}

function listRecords(results) {
  return results.map(({record: record}) => record);
}

async function verified(records, look, wanted, deadline, runner) {
  const {dryRun: dryRun, healthTimeout: healthTimeout} = wanted;
  if (!look || dryRun || !records.every(({status: status}) => (0, src_record.oJ)(status))) return {
    check: void 0
  };
  const {remaining: remaining} = deadline;
  const timeLeft = remaining < healthTimeout ? remaining : void 0;
  const needed = minCheckDuration(wanted);
  if (timeLeft !== void 0 && timeLeft < needed) runner.info(`The deployment left ${(0, 
  src_duration.a)(timeLeft)} of "timeout", but the health check takes at least ${(0, 
  src_duration.a)(needed)}, ` + 'so it cannot confirm that the targets stay healthy. Increase "timeout".');
  return {
    check: await look(timeLeft ?? healthTimeout),
    timeLeft: timeLeft
  };
}

function ended(delivery) {
  if (!isOpen(delivery)) return delivery.records;
  return delivery.records.map(record => record.changed && (0, src_record.oJ)(record.status) ? {
    ...record,
    status: "timed-out",
    reason: tooShort
  } : record);
}

const tooShort = "the new version is live and was not rolled back: nothing was found to be wrong, but the time limit was " + "reached before its health was confirmed";

function rollbackReason(delivery, {onFailure: onFailure, onCancel: onCancel}, {cancelled: cancelled}) {
  const isBrought = delivery.records.some(({changed: changed, status: status}) => changed && (0, 
  src_record.oJ)(status));
  if (isDelivered(delivery) || !isBrought) return;
  if (cancelled.aborted) {
    if (onCancel === "leave") return;
    return {
      because: "the job was cancelled before the delivery was complete",
      isUrgent: true
    };
  }
  if (!delivery.check || isOpen(delivery) || onFailure === "leave") return;
  return {
    because: "the health check failed",
    isUrgent: false
  };
}

function isOpen({check: check, timeLeft: timeLeft}) {
  return check !== void 0 && isUndecided(check, timeLeft !== void 0);
}

function isDelivered({records: records, check: check}) {
  return records.every(({status: status}) => (0, src_record.oJ)(status)) && (!check || hasPassed(check));
}

function toOutputs({records: records, check: check}) {
  const unknown = Object.fromEntries(healthOutputs.map(name => [ name, void 0 ]));
  return {
    ...(0, src_record.OG)(records),
    ...check ? toHealthOutputs(check) : unknown
  };
}

function report_deliverySummary({records: records, notes: notes, check: check}) {
  const deployments = deploymentSummary("Delivery", records, notes);
  return check ? `${deployments}\n${healthSummary(check)}` : deployments;
}

function describeFailure({records: records, check: check, timeLeft: timeLeft}) {
  if (!check || hasPassed(check)) return;
  const cut = timeLeft !== void 0 && `The deployment left the check only ${(0, src_duration.a)(timeLeft)} of "timeout".`;
  return [ describeHealthFailure(check), cut, ...records.map(describeRecord) ].filter(Boolean).join(" ");
}

function describeRecord({name: name, status: status, changed: changed, live: live, reason: reason}) {
  if (status === "rolled-back") return `${name} was rolled back: ${(0, src_record.EU)(live)} is live again.`;
  if (!(0, src_record.oJ)(status)) return `${name} ${status}: ${reason}`;
  return changed ? `${name} was not rolled back: the new version is live.` : `${name} was not rolled back: this run changed nothing.`;
}

function report_throwIfFailed(delivery, runner) {
  const trouble = describeFailure(delivery);
  if (trouble && runner.cancelled.aborted) throw new errors.cc(`The job was cancelled. ${trouble}`);
  if (trouble) throw new errors.lZ(trouble);
  throwIfFailed(delivery.records);
  if (delivery.check) runner.info(healthHeadline(delivery.check));
}

const longest = 6e4;

function listChannels(wanted, runner) {
  const channels = platforms.map(platform => platform.channel(wanted)).filter(channel => channel !== void 0);
  if (channels.length === 0) {
    const names = new Intl.ListFormat("en").format(platforms.map(({name: name}) => name));
    runner.info(`No message will be sent: ${names} are not configured.`);
  }
  return channels;
}

async function sendToAll(channels, delivery, wanted, runner) {
  if (runner.cancelled.aborted) {
    for (const {name: name} of channels) runner.info(`No message is sent to ${name}: no time is left.`);
    return [];
  }
  const text = [ wanted.text, describeFailure(delivery) ].filter(Boolean).join("\n");
  const options = {
    ...wanted,
    status: {
      outcome: channels_outcomeOf(delivery),
      jobs: []
    },
    isOfThisJob: true,
    when: wanted.notifyWhen,
    text: text || void 0,
    deployments: [ ...delivery.records ],
    payload: void 0,
    onError: wanted.notifyOnError,
    ifMissing: "skip",
    githubToken: void 0,
    timeout: Math.min(longest, wanted.timeout)
  };
  return Promise.all(channels.map(channel => send(channel, {
    ...options,
    mention: channel.mention
  }, runner)));
}

function channels_outcomeOf(delivery) {
  const status = (0, src_record.A4)(delivery.records.map(record => record.status));
  const isMild = (0, src_record.oJ)(status) || status === "cancelled";
  return isMild && !isDelivered(delivery) ? "failure" : status;
}

function listSent(messages) {
  if (messages.length === 0) return;
  const sent = messages.map(({delivery: delivery}) => deliveryStatus(delivery));
  return sent.includes(false) ? false : sent.includes("unknown") ? "unknown" : true;
}

function reportAll(messages, delivery, {notifyOnError: notifyOnError}, runner) {
  const failure = reportDeliveries(messages, {
    onError: notifyOnError,
    ifMissing: "skip"
  }, runner);
  if (!failure) return;
  if (isDelivered(delivery)) throw failure;
  runner.warning(failure.message);
}

const deployInputs = {
  timeout: required("timeout", input_parsers.Cz),
  onFailure: required("on-failure", (0, input_parsers.yL)("leave", "rollback")),
  environment: optional("environment", input_parsers.Qq),
  dryRun: required("dry-run", input_parsers.Jt)
};

var external_node_querystring_ = __nccwpck_require__("node:querystring");

var external_node_querystring_default = __nccwpck_require__.n(external_node_querystring_);

const targets = {
  async parse(given) {
    const lines = await list_list(named(address)).parse(given);
    const all = lines.map(({name: name, value: value}) => ({
      ...value,
      name: (0, quote.K)(name ?? value.displayUrl)
    }));
    const names = all.map(target => target.name);
    const duplicate = names.find((name, index) => names.indexOf(name) !== index);
    if (duplicate !== void 0) throw new input_parsers.yI('addresses with unique names, written "name: address" one per line', `${duplicate} (twice)`);
    return all;
  }
};

const address = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : void 0;
    const probe = url && probes[url.protocol];
    if (!probe || lacksHost(given) || severalAddresses.test(given)) throw new input_parsers.yI(describeExpected(given), redactAddress(given));
    if (!probe.fits(url)) throw new input_parsers.yI(`${url.protocol}${probe.urlForm} and nothing more`, redactAddress(given));
    const [user, password] = [ decode(url.username), decode(url.password) ];
    url.username = "";
    url.password = "";
    const login = user + password !== "" && probe.sendsLogin ? `${user}:${password}` : void 0;
    const secrets = [ ...login || password !== "" ? loginCredentials(user, password) : [], ...findSecrets([ ...url.searchParams, ...Object.entries(authorizationHeader(login)) ]) ];
    return {
      url: url,
      login: login,
      secrets: secrets,
      displayUrl: redactUrl(url)
    };
  }
};

function describeExpected(given) {
  const form = 'an address such as https://host/path or tcp://host:port, optionally preceded by "name: "';
  return severalAddresses.test(given) ? `${form}, one per line` : form;
}

function lacksHost(given) {
  return /^([/:]|(?!unix:)[a-z]+:\/\/(:\d+)?([/?#]|$))/i.test(given);
}

const severalAddresses = /^[^?#]*[|,;\s]\s*[a-z][a-z+.-]*:\/\/|^[a-z]+:\/\/[^/?#]*,/i;

const decode = external_node_querystring_default().unescape;

function redactAddress(given) {
  return given.replace(/[^/\s]*@/g, "***@").replace(/\?.*$/, "?…");
}

const fields = [ "repo", "message", "commit", "author", "actor", "event", "ref", "workflow", "action", "job", "pullRequest", "took", "environment", "deployments" ];

const aliases = {
  eventName: "event",
  workflowRun: "workflow"
};

const fieldNames = {
  parse(value) {
    const lines = value.split(/[\n\r]+/).filter(line => !line.trim().startsWith("#"));
    const names = lines.flatMap(line => line.split(/[\s,]+/)).filter(name => name !== "");
    return [ ...new Set(names.flatMap(parseField)) ];
  }
};

function parseField(name) {
  if (name === "all") return fields;
  const field = fields.find(candidate => candidate === name) ?? (0, map.TE)(aliases, name);
  if (!field) throw new input_parsers.yI(`one of ${fields.join(", ")}, all`, name);
  return [ field ];
}

const needsSchema = (0, dist.FsL)((0, map.A7)((0, dist._H3)({
  result: (0, dist.KIO)(src_outcome.ks)
})), (0, dist.z6Y)(needs => Object.keys(needs).length > 0));

const status_aliases = {
  action_required: "skipped",
  canceled: "cancelled",
  neutral: "skipped",
  stale: "cancelled",
  startup_failure: "failure",
  timed_out: "timed-out"
};

const status_status = {
  parse(value) {
    const word = value.toLowerCase();
    const outcome = src_outcome.KI.find(candidate => candidate === word) ?? (0, map.TE)(status_aliases, word);
    if (outcome) return {
      outcome: outcome,
      jobs: []
    };
    const jobs = parseJobs(value);
    if (jobs) return {
      outcome: (0, src_outcome.yu)(jobs.map(({result: result}) => result)),
      jobs: jobs
    };
    if (/^[\w -]{1,50}$/.test(value)) {
      const warning = `The status "${value}" is unknown, so it is reported as "ended". Known are ${src_outcome.KI.join(", ")}.`;
      return {
        outcome: "unknown",
        jobs: [],
        warning: warning
      };
    }
    throw new input_parsers.yI(`one of ${src_outcome.KI.join(", ")}, lines such as "build=success", or \${{ toJSON(needs) }} in a job with "needs"`);
  }
};

function parseJobs(text) {
  const needs = (0, dist.xLC)(needsSchema, (0, src_json.qF)(text));
  if (needs.success) return Object.entries(needs.output).map(([name, {result: result}]) => ({
    name: name,
    result: result
  }));
  const lines = text.split("\n").map(line => line.trim()).filter(line => line !== "");
  const jobs = lines.map(line => {
    const [, name, word] = /^([\w-]+)\s*=\s*(\w+)$/.exec(line) ?? [];
    const result = src_outcome.ks.find(candidate => candidate === word);
    return name && result && {
      name: name,
      result: result
    };
  });
  return jobs.every(job => typeof job === "object") ? jobs : void 0;
}

const notifyInputs = {
  status: optional("status", status_status),
  statusPath: optional("status-path", input_parsers.Qq),
  when: required("when", (0, input_parsers.yL)(...notifyWhenValues)),
  title: optional("title", input_parsers.Qq),
  text: optional("text", input_parsers.Qq),
  fields: optional("fields", fieldNames),
  deployments: optional("deployments", src_record.yy),
  environment: optional("environment", input_parsers.Qq),
  mentionOn: required("mention-on", (0, input_parsers.yL)("failure", "success", "always")),
  payload: optional("payload", (0, yaml.o)((0, map.A7)((0, dist.L5J)()), "a map, as JSON or YAML")),
  onError: required("on-error", (0, input_parsers.yL)("warn", "fail")),
  ifMissing: required("if-missing", (0, input_parsers.yL)("skip", "fail")),
  githubToken: optional("github-token", input_parsers.rJ),
  timeout: required("timeout", input_parsers.Cz),
  dryRun: required("dry-run", input_parsers.Jt)
};

const {title: title, text: inputs_text, fields: inputs_fields, mentionOn: mentionOn} = notifyInputs;

const inputs_inputs = {
  deploys: oneOfGroups("provider", providers),
  ...deployInputs,
  onCancel: required("on-cancel", (0, input_parsers.yL)("leave", "rollback")),
  targets: optional("health-check", targets),
  healthTimeout: required("health-timeout", input_parsers.Cz),
  ...healthInputs,
  ...platformInputs,
  title: title,
  text: inputs_text,
  fields: inputs_fields,
  mentionOn: mentionOn,
  notifyWhen: required("notify-when", (0, input_parsers.yL)("always", "failure", "success")),
  notifyOnError: required("notify-on-error", (0, input_parsers.yL)("warn", "fail"))
};

const main_deliver = action({
  title: "ci-actions deliver",
  inputs: inputs_inputs,
  outputs: [ ...src_record.C0, ...healthOutputs, "sent" ],
  async main(given, runner) {
    const channels = listChannels(given, runner);
    const look = checkOf(given, runner);
    const targets = await targetsOf(given.deploys, {
      ...given,
      wait: true
    }, runner);
    const delivery = await deliverTo(targets, look, given, runner);
    const messages = await sendToAll(channels, delivery, given, runner);
    runner.setOutputs({
      ...toOutputs(delivery),
      sent: listSent(messages)
    });
    runner.appendSummary(report_deliverySummary(delivery));
    reportAll(messages, delivery, given, runner);
    report_throwIfFailed(delivery, runner);
  }
});

run(main_deliver);
