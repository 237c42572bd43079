export const id = "github-octokit";

export const ids = [ "github-octokit", "undici" ];

export const modules = {
  "packages/github/src/octokit.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Q: () => getOctokit,
      H: () => ownerAndRepo
    });
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var json = __webpack_require__("packages/kit/src/json.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    function exponential(first, factor, max) {
      return tries => Math.min(max, first * factor ** tries);
    }
    function fullJitter(backoff, random) {
      return tries => random() * backoff(tries);
    }
    var src_deadline = __webpack_require__("packages/wait/src/deadline.ts");
    var duration = __webpack_require__("packages/wait/src/duration.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    var external_node_util_ = __webpack_require__("node:util");
    var file = __webpack_require__("packages/kit/src/file.ts");
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
    var src_errors = __webpack_require__("packages/http/src/errors.ts");
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
      const parsed = (0, dist.xLC)(shape, (0, json.qF)(response.body));
      if (parsed.success) return parsed.output;
      const path = (0, dist.BuJ)(parsed.issues[0]);
      const where = path ? ` (at "${path}")` : "";
      throw new errors.lZ(`${from} is not what its API describes${where}: status ${response.status}, ` + `${response.headers["content-type"] ?? "no content type"}, ${describeBody(response)}`);
    }
    function describeBody({body: body, undecoded: undecoded}) {
      if (undecoded) return `with an unreadable body: ${undecoded}.`;
      return body.trim() === "" ? "an empty body." : `beginning with "${(0, quote.K)(body, 120)}".`;
    }
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
    var external_node_url_ = __webpack_require__("node:url");
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
      return (0, external_node_url_.domainToASCII)(name) || name.toLowerCase();
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
        const proxy = proxyFor(request.url, request.connection?.proxy);
        let isSent = false;
        let answered = false;
        const outgoing = send_open(request, proxy, incoming => {
          answered = true;
          const certificateEnds = certificateExpiry(incoming.socket);
          readContent(incoming, request.maxBytes ?? 10 * megabyte).then(content => resolve(toResponse(incoming, content, certificateEnds)), error => fail(describeNetworkError(error), error));
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
        asked: limit ? limit.wait : retryAfter({
          "retry-after": headers["retry-after"]
        }, now),
        counts: !limit
      };
    }
    function standardRateLimit({status: status, headers: headers}, now) {
      return status === 429 ? {
        wait: retryAfter(headers, now)
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
        return readJson(response, shape, `The response of ${this.#api.name} to ${requestName(request)}`);
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
    const secondaryLimit = 6e4;
    function githubApiConfig(base, permission, runner) {
      return {
        name: "GitHub",
        base: new URL(base),
        headers: {
          "x-github-api-version": "2022-11-28"
        },
        connection: {
          proxy: runner.proxy
        },
        hints: {
          401: 'Check that the token in "github-token" is complete and still valid.',
          403: ({body: body}) => missingPermission(body, permission),
          404: `Check that it exists. A token without "${permission}" under "permissions" may be unable to see it.`
        },
        log: line => runner.info(line),
        protocol: {
          rateLimit: githubRateLimit
        }
      };
    }
    function missingPermission(refusal, permission) {
      if (!isAboutToken(refusal)) return "";
      const need = `Add "${permission}" under "permissions" of this job`;
      if (!permission.endsWith(": write")) return `${need}.`;
      return `${need} ("read" is enough to read). Pull requests from forks never get it.`;
    }
    function isAboutToken(words) {
      return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(words);
    }
    function githubRateLimit({status: status, headers: headers, body: body}, times, now) {
      if (status !== 403) return;
      const asked = retryAfter({
        "retry-after": headers["retry-after"]
      }, now);
      if (asked !== void 0) return {
        wait: asked + 1e3
      };
      if (headers["x-ratelimit-remaining"] === "0") {
        const reset = String(headers["x-ratelimit-reset"] ?? "");
        return {
          wait: (retryAfter({
            "ratelimit-reset": reset
          }, now) ?? secondaryLimit) + 1e3
        };
      }
      const isSecondary = /rate limit|abuse detection/i.test(body);
      return isSecondary ? {
        wait: secondaryLimit * 2 ** times
      } : void 0;
    }
    const time = (0, dist.FsL)((0, dist.YjP)(), (0, dist.yhX)());
    const user = (0, dist.cl6)((0, dist.Ikc)({
      login: (0, dist.lqM)((0, dist.YjP)())
    }));
    const listedPull = (0, dist.Ikc)({
      number: (0, dist.aig)(),
      state: (0, dist.YjP)(),
      head: (0, dist.Ikc)({
        sha: (0, dist.YjP)()
      }),
      merge_commit_sha: (0, dist.mee)((0, dist.YjP)())
    });
    const pull = (0, dist.Ikc)({
      number: (0, dist.aig)(),
      state: (0, dist.YjP)(),
      title: (0, dist.YjP)(),
      body: (0, dist.mee)((0, dist.YjP)()),
      user: user,
      labels: (0, dist.YOg)((0, dist.Ikc)({
        name: (0, dist.YjP)()
      })),
      base: (0, dist.Ikc)({
        sha: (0, dist.YjP)()
      }),
      head: (0, dist.Ikc)({
        ref: (0, dist.YjP)(),
        sha: (0, dist.YjP)(),
        repo: (0, dist.cl6)((0, dist.Ikc)({
          full_name: (0, dist.YjP)()
        }))
      }),
      commits: (0, dist.aig)(),
      additions: (0, dist.aig)(),
      deletions: (0, dist.aig)(),
      changed_files: (0, dist.aig)()
    });
    const commit = (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      author: user,
      commit: (0, dist.Ikc)({
        message: (0, dist.YjP)()
      }),
      parents: (0, dist.YOg)((0, dist.L5J)())
    });
    const answers_file = (0, dist.Ikc)({
      filename: (0, dist.YjP)(),
      previous_filename: (0, dist.lqM)((0, dist.YjP)()),
      status: (0, dist.YjP)(),
      additions: (0, dist.aig)(),
      deletions: (0, dist.aig)(),
      patch: (0, dist.lqM)((0, dist.YjP)())
    });
    const comment = (0, dist.Ikc)({
      id: (0, dist.aig)(),
      node_id: (0, dist.YjP)(),
      body: (0, dist.lqM)((0, dist.YjP)()),
      html_url: (0, dist.YjP)(),
      user: (0, dist.mee)((0, dist.Ikc)({
        login: (0, dist.YjP)()
      })),
      minimized: (0, dist.cl6)((0, dist.L5J)())
    });
    const label = (0, dist.Ikc)({
      name: (0, dist.YjP)(),
      color: (0, dist.YjP)(),
      description: (0, dist.cl6)((0, dist.YjP)())
    });
    const run = (0, dist.Ikc)({
      workflow_id: (0, dist.aig)(),
      run_number: (0, dist.aig)(),
      head_branch: (0, dist.cl6)((0, dist.YjP)()),
      head_repository: (0, dist.cl6)((0, dist.Ikc)({
        id: (0, dist.aig)()
      })),
      conclusion: (0, dist.cl6)((0, dist.YjP)()),
      created_at: time,
      run_started_at: (0, dist.lqM)(time),
      html_url: (0, dist.YjP)()
    });
    const job = (0, dist.Ikc)({
      name: (0, dist.YjP)(),
      conclusion: (0, dist.cl6)((0, dist.YjP)()),
      html_url: (0, dist.cl6)((0, dist.YjP)()),
      steps: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        name: (0, dist.YjP)(),
        conclusion: (0, dist.cl6)((0, dist.YjP)())
      })))
    });
    const answers = documented({
      "GET /repos/{owner}/{repo}/pulls": (0, dist.YOg)(listedPull),
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": (0, dist.YOg)(listedPull),
      "GET /repos/{owner}/{repo}/pulls/{pull_number}": pull,
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": (0, dist.YOg)(commit),
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": (0, dist.YOg)(answers_file),
      "GET /repos/{owner}/{repo}/compare/{basehead}": (0, dist.Ikc)({
        status: (0, dist.YjP)(),
        files: (0, dist.lqM)((0, dist.YOg)(answers_file))
      }),
      "GET /repos/{owner}/{repo}/contents/{path}": (0, dist.Ikc)({
        content: (0, dist.YjP)(),
        encoding: (0, dist.YjP)()
      }),
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": (0, dist.YOg)(comment),
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": comment,
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": comment,
      "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": (0, dist.YOg)(label),
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}": run,
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}": run,
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs": (0, 
      dist.Ikc)({
        total_count: (0, dist.aig)(),
        jobs: (0, dist.YOg)(job)
      }),
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": (0, dist.Ikc)({
        workflow_runs: (0, dist.YOg)(run)
      })
    });
    function responseShape(asked) {
      const found = Object.entries(answers).find(([route]) => patternOf(route).test(asked));
      return found?.[1];
    }
    function patternOf(route) {
      return new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`);
    }
    function documented(rows) {
      return rows;
    }
    function createFetch(api, {idempotent: idempotent, shape: shape}) {
      return async (url, {method: method, headers: headers, body: body}) => {
        if (/\/graphql$/.test(url)) {
          const request = {
            method: method,
            path: "",
            headers: headers,
            body: body,
            idempotent: true
          };
          const response = await api.graphql.request(request, api.deadline);
          return toFetchResponse(response, url, readGraphqlData(response, shape, api));
        }
        const [path = "", search] = url.slice(api.base.length).split("?");
        const query = Object.fromEntries(new URLSearchParams(search));
        const isIdempotent = idempotent ?? [ "GET", "DELETE" ].includes(method);
        const request = {
          method: method,
          path: path,
          query: query,
          headers: headers,
          body: body,
          idempotent: isIdempotent
        };
        const response = await api.rest.request(request, api.deadline);
        return toFetchResponse(response, url, readResponse(response, `${method} ${path}`));
      };
    }
    function readResponse(response, request) {
      const shape = responseShape(request);
      if (shape) return readJson(response, shape, `The response of GitHub to ${request}`);
      if (request.startsWith("GET ")) throw new Error(`answers.ts has no schema for ${request}.`);
      return;
    }
    const errorsShape = (0, dist.Ikc)({
      errors: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        message: (0, dist.YjP)()
      })), [])
    });
    function readGraphqlData(response, data = (0, dist.L5J)(), {permission: permission}) {
      const from = "The response of GitHub to a GraphQL query";
      const [error] = readJson(response, errorsShape, from).errors;
      if (error) {
        const need = missingPermission(error.message, permission);
        throw new errors.lZ(`GitHub (GraphQL) refused: "${(0, quote.K)(error.message)}".${need && ` ${need}`}`);
      }
      return readJson(response, (0, dist.Ikc)({
        data: data
      }), from);
    }
    function toFetchResponse({status: status, headers: headers}, url, body) {
      const next = nextPage(String(headers.link ?? ""), url);
      return {
        status: status,
        url: url,
        headers: new Map(next ? [ [ "link", `<${next}>; rel="next"` ] ] : []),
        body: body
      };
    }
    function nextPage(link, url) {
      const [, next] = /<([^<>]+)>;\s*rel="?next\b/.exec(link) ?? [];
      const query = next && URL.parse(next, url)?.search;
      const [address] = url.split("?");
      return query && `${address}${query}`;
    }
    async function getOctokit({token: token, permission: permission}, runner, deadline) {
      const base = (runner.env("GITHUB_API_URL") ?? "https://api.github.com").replace(/\/+$/, "");
      const graphql = runner.env("GITHUB_GRAPHQL_URL") ?? `${base}/graphql`;
      const api = {
        rest: new Client(githubApiConfig(base, permission, runner)),
        graphql: new Client(githubApiConfig(graphql, permission, runner)),
        base: base,
        permission: permission,
        deadline: deadline
      };
      proxyFor(new URL(base), runner.proxy);
      const toolkit = await loadToolkit();
      const octokit = toolkit.getOctokit(token, {
        baseUrl: base,
        userAgent: "ci-actions",
        request: {
          parseSuccessResponseBody: false
        }
      });
      octokit.hook.before("request", options => {
        const {idempotent: idempotent, shape: shape} = options.request;
        if (options.method === "GET") Object.assign(options, wellFormed(options));
        options.request = {
          ...options.request,
          fetch: createFetch(api, {
            idempotent: idempotent,
            shape: shape
          })
        };
      });
      octokit.hook.error("request", error => {
        throw unwrapped(error);
      });
      return octokit;
    }
    async function loadToolkit() {
      try {
        return await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, "@actions/github/lib/github.js"));
      } catch (error) {
        throw new errors.lZ(`@actions/github could not be loaded: ${(0, errors.gJ)(error)}`);
      }
    }
    function wellFormed(parameters) {
      const texts = Object.entries(parameters).filter(([, value]) => typeof value === "string");
      return Object.fromEntries(texts.map(([name, value]) => [ name, value.toWellFormed() ]));
    }
    function unwrapped(error) {
      const {cause: cause = error} = error;
      return cause instanceof src_errors.j && cause.status === 409 ? new errors.lZ(cause.message) : cause;
    }
    function ownerAndRepo(repository) {
      const [owner = "", repo = ""] = repository.split("/");
      return {
        owner: owner,
        repo: repo
      };
    }
  },
  "packages/http/src/errors.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      W: () => IndeterminateError,
      j: () => HttpError
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/kit/src/errors.ts");
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
  },
  "shims/undici/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      h: () => fetch,
      k: () => ProxyAgent
    });
    const fetch = (...request) => globalThis.fetch(...request);
    class ProxyAgent {
      dispatch() {
        throw new Error("undici is not bundled: send the request through packages/http.");
      }
    }
  }
};
