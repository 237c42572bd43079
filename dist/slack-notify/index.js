"use strict";
var __webpack_modules__ = {
  "packages/deployment/src/record.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      EU: () => shortName,
      bM: () => statuses,
      oJ: () => isSuccess,
      pb: () => statusIcons,
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
    function exponential(first, factor, max) {
      return tries => Math.min(max, first * factor ** tries);
    }
    function fullJitter(backoff, random) {
      return tries => random() * backoff(tries);
    }
    var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");
    var duration = __nccwpck_require__("packages/wait/src/duration.ts");
    var dist = __nccwpck_require__("valibot/dist/index.mjs");
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
    var src_errors = __nccwpck_require__("packages/http/src/errors.ts");
    var src_response = __nccwpck_require__("packages/http/src/response.ts");
    var retry_after = __nccwpck_require__("packages/http/src/retry-after.ts");
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
    var src_proxy = __nccwpck_require__("packages/http/src/proxy.ts");
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
          const certificateEnds = (0, src_response.n_)(incoming.socket);
          readContent(incoming, request.maxBytes ?? 10 * megabyte).then(content => resolve((0, 
          src_response.Zr)(incoming, content, certificateEnds)), error => fail(describeNetworkError(error), error));
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
    const transientStatuses = new Set([ 500, 502, 503, 504 ]);
    function decideRetry(outcome, times, now, protocol) {
      if (outcome instanceof ConnectionError) {
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
        const backoff = fullJitter(exponential(500, 2, 15e3), clock.random);
        for (let times = 0, failures = 0; ;times++) {
          deadline.signal.throwIfAborted();
          this.#api.onAttempt?.();
          const outcome = await this.#attempt(request, deadline);
          const wait = decideRetry(outcome, times, clock.date(), this.#api.protocol);
          if (wait.kind === "done") return wait.response;
          if (wait.kind === "refused") throw this.#httpError(request, wait.response);
          if (wait.counts) failures++;
          const response = outcome instanceof ConnectionError ? void 0 : outcome;
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
          return await withConnection(deadline.signal, () => send(signed, deadline));
        } catch (error) {
          if (error instanceof ConnectionError) return error;
          if (deadline.signal.aborted) throw this.#overdue(request, deadline.signal.reason);
          if (!(error instanceof src_deadline.M)) throw error;
          return new ConnectionError(`it could not be signed within ${(0, duration.a)(attemptTimeout)}`, "no", error);
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
  assert: module => {
    module.exports = process.getBuiltinModule("assert");
  },
  buffer: module => {
    module.exports = process.getBuiltinModule("buffer");
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
  "node:fs": (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  "node:path": (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  "node:util": (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  os: module => {
    module.exports = process.getBuiltinModule("os");
  },
  process: module => {
    module.exports = process.getBuiltinModule("process");
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
  util: module => {
    module.exports = process.getBuiltinModule("util");
  },
  "valibot/dist/index.mjs": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
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
    const name = closestName(given, names);
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

var json = __nccwpck_require__("packages/kit/src/json.ts");

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
      return (0, json.qF)((0, external_node_fs_.readFileSync)(file, "utf8"));
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

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownLink(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${escapeMarkdown(text)}](${href})`;
}

var src_outcome = __nccwpck_require__("packages/notify/src/outcome.ts");

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

const notifyOutputs = [ "sent", "message-id", "channel-id", "attempts", "payload" ];

function reportDelivery(result, policy, runner) {
  const {delivery: delivery, payload: payload} = result;
  const outputs = {
    sent: deliveryStatus(delivery),
    "message-id": delivery.messageId,
    "channel-id": delivery.channelId,
    attempts: delivery.attempts,
    payload: payload
  };
  runner.setOutputs(outputs, policy.onError);
  const failure = reportDeliveries([ result ], policy, runner);
  if (failure) throw failure;
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

var src_record = __nccwpck_require__("packages/deployment/src/record.ts");

var map = __nccwpck_require__("packages/kit/src/map.ts");

var file = __nccwpck_require__("packages/kit/src/file.ts");

function describeIssue(issue, schema) {
  const path = (0, dist.BuJ)(issue);
  const last = issue.path?.at(-1);
  if (!path || !last) return;
  if (last.origin !== "key") return `at "${path}": ${describeMismatch(issue)}`;
  const key = String(last.key);
  const parent = path.slice(0, -key.length - 1);
  const names = parent === "" && "entries" in schema && (0, map.jh)(schema.entries) ? schema.entries : {};
  const complaint = issue.expected === "never" ? unknownKey(key, names) : `it lacks ${(0, 
  quote.h)(key)}`;
  return parent === "" ? complaint : `at "${parent}": ${complaint}`;
}

function unknownKey(key, entries) {
  const meant = closestName(key, Object.keys(entries));
  return `${(0, quote.h)(key)} is unknown${meant ? ` (did you mean "${meant}"?)` : ""}`;
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
  return (0, map.TE)(kindNames, kind) ?? kind;
}

function yaml(shape, expected, scalars = "typed") {
  return {
    async parse(given) {
      const result = (0, dist.xLC)(shape, await readYaml(given, expected, scalars));
      if (result.success) return result.output;
      const problem = describeIssue(result.issues[0], shape);
      throw new input_parsers.yI(problem ? `${expected}; ${problem}` : expected);
    }
  };
}

async function readYaml(given, expected, scalars) {
  const read = await parsed(given, expected, scalars);
  if (!(0, json.Ff)(read)) return read;
  throw new input_parsers.yI(`${expected}; it is nested more than ${json.JG} levels deep`);
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
      throw new input_parsers.yI(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, "")}`);
    }
  })();
  if (countValues(read) <= maxValues) return read;
  throw new input_parsers.yI(`${expected}; its aliases expand to more than ${maxValues} values`);
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

const emptyStatus = {
  outcome: "skipped",
  jobs: [],
  warning: "The status is empty, because the step or job it comes from did not run. It is reported as skipped."
};

function parseJobs(text) {
  const needs = (0, dist.xLC)(needsSchema, (0, json.qF)(text));
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

var src_duration = __nccwpck_require__("packages/wait/src/duration.ts");

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
  payload: optional("payload", yaml((0, map.A7)((0, dist.L5J)()), "a map, as JSON or YAML")),
  onError: required("on-error", (0, input_parsers.yL)("warn", "fail")),
  ifMissing: required("if-missing", (0, input_parsers.yL)("skip", "fail")),
  githubToken: optional("github-token", input_parsers.rJ),
  timeout: required("timeout", input_parsers.Cz),
  dryRun: required("dry-run", input_parsers.Jt)
};

const maxStatusBytes = 64 * 1024 * 1024;

async function readStatus({status: value, statusPath: statusPath}, runner) {
  if (statusPath === void 0) return value ?? emptyStatus;
  const text = (0, file.jH)("status-path", statusPath, runner.workspace, maxStatusBytes).toString().trim();
  if (text === "") return emptyStatus;
  try {
    return await status_status.parse(text);
  } catch (error) {
    if (!(error instanceof input_parsers.yI)) throw error;
    throw new errors.dz(`The file of input "status-path" must contain ${error.expected}.`);
  }
}

var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");

var external_node_util_ = __nccwpck_require__("node:util");

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

var src_client = __nccwpck_require__("packages/http/src/client.ts");

var src_errors = __nccwpck_require__("packages/http/src/errors.ts");

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
      const mentions = await list(mention).parse(value);
      if (mentions.length > maxMentions) throw new input_parsers.yI(`at most ${maxMentions} lines`, `${mentions.length} lines`);
      return mentions;
    }
  };
}

const logins = yaml((0, map.A7)((0, dist.YjP)("an id must be in quotes")), "a map of GitHub logins to ids, such as \"octocat: '012345'\"");

function mentionMap(mention) {
  return {
    async parse(value) {
      const entries = Object.entries(await logins.parse(value)).map(async ([login, id]) => {
        const [markup = ""] = await list(mention).parse(id);
        return [ login.toLowerCase(), markup ];
      });
      return new Map(await Promise.all(entries));
    }
  };
}

function resolveMentions(inputs, outcome, logins) {
  if (!shouldMention(inputs.mentionOn, outcome)) return [];
  const mapped = logins.map(login => login && inputs.mentionMap?.get(login.toLowerCase())).find(mention => mention !== void 0);
  return [ ...new Set([ ...inputs.mention ?? [], ...mapped ? [ mapped ] : [] ]) ];
}

function shouldMention(mentionOn, outcome) {
  const {severity: severity} = (0, src_outcome.$8)(outcome);
  return mentionOn === "always" || severity === (mentionOn === "failure" ? "bad" : "good");
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

async function notify(channel, inputs, runner) {
  const status = await readStatus(inputs, runner);
  if (status.warning) runner.warning(status.warning);
  reportDelivery(await send(channel, {
    ...inputs,
    status: status
  }, runner), inputs, runner);
}

var blocks = __nccwpck_require__("packages/notify/src/slack/blocks.ts");

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

const timestamp = {
  parse(value) {
    if (/^\d{1,12}\.\d{1,6}$/.test(value)) return value;
    throw new input_parsers.yI('the "message-id" output of an earlier step, such as 1763715600.000100');
  }
};

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

const checkSecret = "Compare the secret with the URL that Slack shows.";

const reportBug = 'Without "payload", this is a bug in the action: please report it.';

const checkToken = 'Check "OAuth & Permissions" of the app (https://api.slack.com/apps).';

const invite = "Invite the bot to the channel: /invite @its-name.";

const restricted = "an administrator restricts who may post there. Ask one, or choose another channel.";

const indeterminate = "Slack failed, and the message may or may not have been posted.";

const explanations = {
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
  invalid_attachments: `the message has attachments that Slack does not accept. ${reportBug}`,
  invalid_auth: `the token is wrong or no longer valid. ${checkToken}`,
  invalid_blocks: `the message has blocks that Slack does not accept. ${reportBug}`,
  invalid_blocks_format: `the message has blocks that Slack does not accept. ${reportBug}`,
  invalid_payload: `Slack cannot parse the message. ${reportBug}`,
  invalid_token: `the URL of the webhook is wrong or no longer valid. ${checkSecret}`,
  is_archived: "the channel is archived. Unarchive it, or choose another.",
  message_not_found: 'the channel has no such message. Check that "update-ts" belongs to this channel.',
  missing_scope: `the token lacks a scope; chat:write is needed. ${checkToken}`,
  msg_blocks_too_long: `the message is too long. ${reportBug}`,
  msg_too_long: `the message is too long. ${reportBug}`,
  no_active_hooks: "the webhook is disabled. {recreate}",
  no_permission: `the token lacks the permission. ${checkToken}`,
  no_service: "the webhook was deleted or disabled, or its URL is incomplete. {recreate}",
  no_service_id: `the URL of the webhook is incomplete. ${checkSecret}`,
  no_team: `the workspace of the webhook does not exist, or the URL is incomplete. ${checkSecret}`,
  no_text: `the message has no text. ${reportBug}`,
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
  too_many_attachments: `the message has too many attachments. ${reportBug}`,
  user_not_found: "the member that the webhook posts to no longer exists. {recreate}"
};

const indeterminateErrors = Object.keys(explanations).filter(code => explanations[code] === indeterminate);

function explainError(code, recreate) {
  return (0, map.TE)(explanations, code)?.replace("{recreate}", recreate);
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
  const {success: success, output: output} = (0, dist.xLC)(responseSchema, (0, json.qF)(response.body));
  if (!success || output.ok && response.status !== 200) return unexpectedResponse("Slack", "its JSON", response);
  if (output.ok) return {
    status: "sent",
    messageId: output.ts,
    channelId: output.channel
  };
  const {error: error, needed: needed, response_metadata: response_metadata} = output;
  const explanation = explainError(error, "Use its id, and invite the bot: /invite @its-name.");
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
  const explanation = explainError(code, recreate);
  if (!explanation) return unexpectedResponse("Slack", '"ok"', response);
  return {
    status: "rejected",
    reason: `Slack answered ${status} ${code}: ${explanation}`
  };
}

const recreate = "Create a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.";

function resolveDestination(address) {
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
    destination: resolveDestination(address),
    missingInput: address.channel ? "token" : "webhook-url",
    async createMessage(notification, mentions) {
      const message = (0, blocks.e4)(notification, mentions);
      if (!payload) return message;
      const {applyUserPayload: applyUserPayload} = await __nccwpck_require__.e("notify-slack-payload").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/notify/src/slack/payload.ts"));
      return applyUserPayload(message, payload, mentions);
    }
  };
}

const mention = {
  parse(line) {
    const [, everyone] = /^@?(here|channel|everyone)$/.exec(line) ?? [];
    if (everyone) return `<!${everyone}>`;
    if (/^[UW][A-Z0-9]{2,20}$/.test(line)) return `<@${line}>`;
    if (/^S[A-Z0-9]{2,20}$/.test(line)) return `<!subteam^${line}>`;
    throw new input_parsers.yI('@here, @channel, @everyone, a member id such as U012AB3CD ("Copy member ID" in the profile) ' + "or a user group id such as S012AB3CD");
  }
};

const inputs = {
  webhookUrl: optional("webhook-url", incomingWebhook, {
    env: "SLACK_WEBHOOK_URL"
  }),
  token: optional("token", botToken),
  channel: optional("channel", channel),
  threadTs: optional("thread-ts", timestamp),
  replyBroadcast: required("reply-broadcast", input_parsers.Jt),
  updateTs: optional("update-ts", timestamp),
  apiUrl: required("api-url", input_parsers.OZ),
  mention: optional("mention", mentionList(mention)),
  mentionMap: optional("mention-map", mentionMap(mention)),
  ...notifyInputs
};

const slackNotify = action({
  title: "Slack notify",
  inputs: inputs,
  outputs: notifyOutputs,
  async main(values, runner) {
    await notify(slackChannel(values, values.payload), values, runner);
  }
});

run(slackNotify);
