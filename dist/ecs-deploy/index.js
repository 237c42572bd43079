"use strict";
var __webpack_modules__ = {
  "aws4/aws4.js": ((__unused_webpack_module, exports, __nccwpck_require__) => {
    var aws4 = exports, url = __nccwpck_require__("url"), querystring = __nccwpck_require__("querystring"), crypto = __nccwpck_require__("crypto"), lru = __nccwpck_require__("aws4/lru.js"), credentialsCache = lru(1e3);
    function hmac(key, string, encoding) {
      return crypto.createHmac("sha256", key).update(string, "utf8").digest(encoding);
    }
    function hash(string, encoding) {
      return crypto.createHash("sha256").update(string, "utf8").digest(encoding);
    }
    function encodeRfc3986(urlEncodedString) {
      return urlEncodedString.replace(/[!'()*]/g, function(c) {
        return "%" + c.charCodeAt(0).toString(16).toUpperCase();
      });
    }
    function encodeRfc3986Full(str) {
      return encodeRfc3986(encodeURIComponent(str));
    }
    var HEADERS_TO_IGNORE = {
      authorization: true,
      connection: true,
      "x-amzn-trace-id": true,
      "user-agent": true,
      expect: true,
      "presigned-expires": true,
      range: true
    };
    function RequestSigner(request, credentials) {
      if (typeof request === "string") request = url.parse(request);
      var headers = request.headers = Object.assign({}, request.headers || {}), hostParts = (!this.service || !this.region) && this.matchHost(request.hostname || request.host || headers.Host || headers.host);
      this.request = request;
      this.credentials = credentials || this.defaultCredentials();
      this.service = request.service || hostParts[0] || "";
      this.region = request.region || hostParts[1] || "us-east-1";
      if (this.service === "email") this.service = "ses";
      if (!request.method && request.body) request.method = "POST";
      if (!headers.Host && !headers.host) {
        headers.Host = request.hostname || request.host || this.createHost();
        if (request.port) headers.Host += ":" + request.port;
      }
      if (!request.hostname && !request.host) request.hostname = headers.Host || headers.host;
      this.isCodeCommitGit = this.service === "codecommit" && request.method === "GIT";
      this.extraHeadersToIgnore = request.extraHeadersToIgnore || Object.create(null);
      this.extraHeadersToInclude = request.extraHeadersToInclude || Object.create(null);
    }
    RequestSigner.prototype.matchHost = function(host) {
      var match = (host || "").match(/([^\.]{1,63})\.(?:([^\.]{0,63})\.)?amazonaws\.com(\.cn)?$/);
      var hostParts = (match || []).slice(1, 3);
      if (hostParts[1] === "es" || hostParts[1] === "aoss") hostParts = hostParts.reverse();
      if (hostParts[1] == "s3") {
        hostParts[0] = "s3";
        hostParts[1] = "us-east-1";
      } else for (var i = 0; i < 2; i++) if (/^s3-/.test(hostParts[i])) {
        hostParts[1] = hostParts[i].slice(3);
        hostParts[0] = "s3";
        break;
      }
      return hostParts;
    };
    RequestSigner.prototype.isSingleRegion = function() {
      if ([ "s3", "sdb" ].indexOf(this.service) >= 0 && this.region === "us-east-1") return true;
      return [ "cloudfront", "ls", "route53", "iam", "importexport", "sts" ].indexOf(this.service) >= 0;
    };
    RequestSigner.prototype.createHost = function() {
      var region = this.isSingleRegion() ? "" : "." + this.region, subdomain = this.service === "ses" ? "email" : this.service;
      return subdomain + region + ".amazonaws.com";
    };
    RequestSigner.prototype.prepareRequest = function() {
      this.parsePath();
      var query, request = this.request, headers = request.headers;
      if (request.signQuery) {
        this.parsedPath.query = query = this.parsedPath.query || {};
        if (this.credentials.sessionToken) query["X-Amz-Security-Token"] = this.credentials.sessionToken;
        if (this.service === "s3" && !query["X-Amz-Expires"]) query["X-Amz-Expires"] = 86400;
        if (query["X-Amz-Date"]) this.datetime = query["X-Amz-Date"]; else query["X-Amz-Date"] = this.getDateTime();
        query["X-Amz-Algorithm"] = "AWS4-HMAC-SHA256";
        query["X-Amz-Credential"] = this.credentials.accessKeyId + "/" + this.credentialString();
        query["X-Amz-SignedHeaders"] = this.signedHeaders();
      } else {
        if (!request.doNotModifyHeaders && !this.isCodeCommitGit) {
          if (request.body && !headers["Content-Type"] && !headers["content-type"]) headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
          if (request.body && !headers["Content-Length"] && !headers["content-length"]) headers["Content-Length"] = Buffer.byteLength(request.body);
          if (this.credentials.sessionToken && !headers["X-Amz-Security-Token"] && !headers["x-amz-security-token"]) headers["X-Amz-Security-Token"] = this.credentials.sessionToken;
          if (this.service === "s3" && !headers["X-Amz-Content-Sha256"] && !headers["x-amz-content-sha256"]) headers["X-Amz-Content-Sha256"] = hash(this.request.body || "", "hex");
          if (headers["X-Amz-Date"] || headers["x-amz-date"]) this.datetime = headers["X-Amz-Date"] || headers["x-amz-date"]; else headers["X-Amz-Date"] = this.getDateTime();
        }
        delete headers.Authorization;
        delete headers.authorization;
      }
    };
    RequestSigner.prototype.sign = function() {
      if (!this.parsedPath) this.prepareRequest();
      if (this.request.signQuery) this.parsedPath.query["X-Amz-Signature"] = this.signature(); else this.request.headers.Authorization = this.authHeader();
      this.request.path = this.formatPath();
      return this.request;
    };
    RequestSigner.prototype.getDateTime = function() {
      if (!this.datetime) {
        var headers = this.request.headers, date = new Date(headers.Date || headers.date || new Date);
        this.datetime = date.toISOString().replace(/[:\-]|\.\d{3}/g, "");
        if (this.isCodeCommitGit) this.datetime = this.datetime.slice(0, -1);
      }
      return this.datetime;
    };
    RequestSigner.prototype.getDate = function() {
      return this.getDateTime().substr(0, 8);
    };
    RequestSigner.prototype.authHeader = function() {
      return [ "AWS4-HMAC-SHA256 Credential=" + this.credentials.accessKeyId + "/" + this.credentialString(), "SignedHeaders=" + this.signedHeaders(), "Signature=" + this.signature() ].join(", ");
    };
    RequestSigner.prototype.signature = function() {
      var kDate, kRegion, kService, date = this.getDate(), cacheKey = [ this.credentials.secretAccessKey, date, this.region, this.service ].join(), kCredentials = credentialsCache.get(cacheKey);
      if (!kCredentials) {
        kDate = hmac("AWS4" + this.credentials.secretAccessKey, date);
        kRegion = hmac(kDate, this.region);
        kService = hmac(kRegion, this.service);
        kCredentials = hmac(kService, "aws4_request");
        credentialsCache.set(cacheKey, kCredentials);
      }
      return hmac(kCredentials, this.stringToSign(), "hex");
    };
    RequestSigner.prototype.stringToSign = function() {
      return [ "AWS4-HMAC-SHA256", this.getDateTime(), this.credentialString(), hash(this.canonicalString(), "hex") ].join("\n");
    };
    RequestSigner.prototype.canonicalString = function() {
      if (!this.parsedPath) this.prepareRequest();
      var bodyHash, pathStr = this.parsedPath.path, query = this.parsedPath.query, headers = this.request.headers, queryStr = "", normalizePath = this.service !== "s3", decodePath = this.service === "s3" || this.request.doNotEncodePath, decodeSlashesInPath = this.service === "s3", firstValOnly = this.service === "s3";
      if (this.service === "s3" && this.request.signQuery) bodyHash = "UNSIGNED-PAYLOAD"; else if (this.isCodeCommitGit) bodyHash = ""; else bodyHash = headers["X-Amz-Content-Sha256"] || headers["x-amz-content-sha256"] || hash(this.request.body || "", "hex");
      if (query) {
        var reducedQuery = Object.keys(query).reduce(function(obj, key) {
          if (!key) return obj;
          obj[encodeRfc3986Full(key)] = !Array.isArray(query[key]) ? query[key] : firstValOnly ? query[key][0] : query[key];
          return obj;
        }, {});
        var encodedQueryPieces = [];
        Object.keys(reducedQuery).sort().forEach(function(key) {
          if (!Array.isArray(reducedQuery[key])) encodedQueryPieces.push(key + "=" + encodeRfc3986Full(reducedQuery[key])); else reducedQuery[key].map(encodeRfc3986Full).sort().forEach(function(val) {
            encodedQueryPieces.push(key + "=" + val);
          });
        });
        queryStr = encodedQueryPieces.join("&");
      }
      if (pathStr !== "/") {
        if (normalizePath) pathStr = pathStr.replace(/\/{2,}/g, "/");
        pathStr = pathStr.split("/").reduce(function(path, piece) {
          if (normalizePath && piece === "..") path.pop(); else if (!normalizePath || piece !== ".") {
            if (decodePath) piece = decodeURIComponent(piece.replace(/\+/g, " "));
            path.push(encodeRfc3986Full(piece));
          }
          return path;
        }, []).join("/");
        if (pathStr[0] !== "/") pathStr = "/" + pathStr;
        if (decodeSlashesInPath) pathStr = pathStr.replace(/%2F/g, "/");
      }
      return [ this.request.method || "GET", pathStr, queryStr, this.canonicalHeaders() + "\n", this.signedHeaders(), bodyHash ].join("\n");
    };
    RequestSigner.prototype.filterHeaders = function() {
      var headers = this.request.headers, extraHeadersToInclude = this.extraHeadersToInclude, extraHeadersToIgnore = this.extraHeadersToIgnore;
      this.filteredHeaders = Object.keys(headers).map(function(key) {
        return [ key.toLowerCase(), headers[key] ];
      }).filter(function(entry) {
        return extraHeadersToInclude[entry[0]] || HEADERS_TO_IGNORE[entry[0]] == null && !extraHeadersToIgnore[entry[0]];
      }).sort(function(a, b) {
        return a[0] < b[0] ? -1 : 1;
      });
    };
    RequestSigner.prototype.canonicalHeaders = function() {
      if (!this.filteredHeaders) this.filterHeaders();
      return this.filteredHeaders.map(function(entry) {
        return entry[0] + ":" + entry[1].toString().trim().replace(/\s+/g, " ");
      }).join("\n");
    };
    RequestSigner.prototype.signedHeaders = function() {
      if (!this.filteredHeaders) this.filterHeaders();
      return this.filteredHeaders.map(function(entry) {
        return entry[0];
      }).join(";");
    };
    RequestSigner.prototype.credentialString = function() {
      return [ this.getDate(), this.region, this.service, "aws4_request" ].join("/");
    };
    RequestSigner.prototype.defaultCredentials = function() {
      var env = process.env;
      return {
        accessKeyId: env.AWS_ACCESS_KEY_ID || env.AWS_ACCESS_KEY,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY || env.AWS_SECRET_KEY,
        sessionToken: env.AWS_SESSION_TOKEN
      };
    };
    RequestSigner.prototype.parsePath = function() {
      var path = this.request.path || "/";
      if (/[^0-9A-Za-z;,/?:@&=+$\-_.!~*'()#%]/.test(path)) path = encodeURI(decodeURI(path));
      var queryIx = path.indexOf("?"), query = null;
      if (queryIx >= 0) {
        query = querystring.parse(path.slice(queryIx + 1));
        path = path.slice(0, queryIx);
      }
      this.parsedPath = {
        path: path,
        query: query
      };
    };
    RequestSigner.prototype.formatPath = function() {
      var path = this.parsedPath.path, query = this.parsedPath.query;
      if (!query) return path;
      if (query[""] != null) delete query[""];
      return path + "?" + encodeRfc3986(querystring.stringify(query));
    };
    aws4.RequestSigner = RequestSigner;
    aws4.sign = function(request, credentials) {
      return new RequestSigner(request, credentials).sign();
    };
  }),
  "aws4/lru.js": (module => {
    module.exports = function(size) {
      return new LruCache(size);
    };
    function LruCache(size) {
      this.capacity = size | 0;
      this.map = Object.create(null);
      this.list = new DoublyLinkedList;
    }
    LruCache.prototype.get = function(key) {
      var node = this.map[key];
      if (node == null) return;
      this.used(node);
      return node.val;
    };
    LruCache.prototype.set = function(key, val) {
      var node = this.map[key];
      if (node != null) node.val = val; else {
        if (!this.capacity) this.prune();
        if (!this.capacity) return false;
        node = new DoublyLinkedNode(key, val);
        this.map[key] = node;
        this.capacity--;
      }
      this.used(node);
      return true;
    };
    LruCache.prototype.used = function(node) {
      this.list.moveToFront(node);
    };
    LruCache.prototype.prune = function() {
      var node = this.list.pop();
      if (node != null) {
        delete this.map[node.key];
        this.capacity++;
      }
    };
    function DoublyLinkedList() {
      this.firstNode = null;
      this.lastNode = null;
    }
    DoublyLinkedList.prototype.moveToFront = function(node) {
      if (this.firstNode == node) return;
      this.remove(node);
      if (this.firstNode == null) {
        this.firstNode = node;
        this.lastNode = node;
        node.prev = null;
        node.next = null;
      } else {
        node.prev = null;
        node.next = this.firstNode;
        node.next.prev = node;
        this.firstNode = node;
      }
    };
    DoublyLinkedList.prototype.pop = function() {
      var lastNode = this.lastNode;
      if (lastNode != null) this.remove(lastNode);
      return lastNode;
    };
    DoublyLinkedList.prototype.remove = function(node) {
      if (this.firstNode == node) this.firstNode = node.next; else if (node.prev != null) node.prev.next = node.next;
      if (this.lastNode == node) this.lastNode = node.prev; else if (node.next != null) node.next.prev = node.prev;
    };
    function DoublyLinkedNode(key, val) {
      this.key = key;
      this.val = val;
      this.prev = null;
      this.next = null;
    }
  }),
  "packages/aws/src/client.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      t: () => AwsClient
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
    var aws_src_errors = __nccwpck_require__("packages/aws/src/errors.ts");
    var aws4 = __nccwpck_require__("aws4/aws4.js");
    var aws4_default = __nccwpck_require__.n(aws4);
    function sign({method: method, url: url, headers: headers = {}, body: body}, credentials, {service: service, region: region, now: now}) {
      const date = now.toISOString().replace(/[:-]|\.\d{3}/g, "");
      const request = {
        method: method,
        service: service,
        region: region,
        host: url.host,
        path: `${url.pathname}${url.search}`,
        headers: {
          ...headers,
          "X-Amz-Date": date
        },
        body: body ?? ""
      };
      const signed = aws4_default().sign(request, credentials).headers ?? {};
      return Object.fromEntries(Object.entries(signed).map(([name, value]) => [ name, String(value) ]));
    }
    const maxClockCorrections = 3;
    const readOperations = /^(Describe|List|Get|BatchGet)/;
    class AwsClient {
      #service;
      #access;
      #base;
      constructor(service, access) {
        this.#service = service;
        this.#access = access;
        this.#base = access.resolveEndpoint(service);
      }
      async call(operation, call, shape, deadline) {
        const request = {
          name: operation,
          idempotent: readOperations.test(operation),
          ...this.#protocolParts(operation, call),
          ...call
        };
        const {connection: connection, log: log} = this.#access;
        const {name: name} = this.#service;
        const client = new Client({
          name: name,
          base: this.#base,
          connection: connection,
          log: log,
          protocol: this.#createProtocol()
        });
        for (let tries = 1; ;tries++) {
          const response = await client.request(request, deadline);
          try {
            return (0, src_response.Vh)(response, shape, `The answer of ${name} to ${operation}`);
          } catch (error) {
            if (!(error instanceof errors.lZ) || readOperations.test(operation)) throw error;
            if (request.idempotent && tries < 3) continue;
            throw new src_errors.W(error.message, false, response);
          }
        }
      }
      #createProtocol() {
        const {region: region, credentials: credentials, clock: clock} = this.#access;
        const {host: host, signingName: signingName = host} = this.#service;
        let offset = 0;
        return {
          sign: async (request, deadline) => {
            const keys = await credentials(deadline);
            offset = clock.offset;
            const now = clock.toAwsTime(deadline.clock.date());
            return sign(request, keys, {
              service: signingName,
              region: region,
              now: now
            });
          },
          rateLimit: (response, times, now) => {
            const isCorrected = (0, aws_src_errors.vZ)(response) && times < maxClockCorrections && clock.correct(response, now, offset);
            return isCorrected ? {
              wait: 0,
              reason: "its clock shows a different time"
            } : (0, aws_src_errors.y9)(response, now);
          },
          errorMessage: aws_src_errors.Wk
        };
      }
      #protocolParts(operation, {json: json}) {
        const {target: target, jsonVersion: jsonVersion = "1.1"} = this.#service;
        if (!target) {
          const headers = {
            ...json !== void 0 && {
              "content-type": "application/json"
            }
          };
          return {
            method: "GET",
            path: "",
            headers: headers
          };
        }
        const headers = {
          "content-type": `application/x-amz-json-${jsonVersion}`,
          "x-amz-target": `${target}.${operation}`
        };
        return {
          method: "POST",
          path: "/",
          headers: headers
        };
      }
    }
  }),
  "packages/aws/src/errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Ue: () => hasErrorCode,
      Wk: () => formatError,
      vZ: () => mayBeClockSkew,
      y9: () => readRateLimit
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/http/src/errors.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/http/src/retry-after.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/json.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    const errorSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      __type: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    function readErrorCode({headers: headers, body: body}) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(errorSchema, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(body));
      const {__type: __type, code: code, Code: Code} = parsed.success ? parsed.output : {};
      const name = [ headers["x-amzn-errortype"] ].flat()[0] ?? __type ?? code ?? Code;
      return name?.replace(/^.*#/, "").replace(/:.*$/s, "").trim() || void 0;
    }
    function hasErrorCode(thrown, ...codes) {
      return thrown instanceof _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.j && codes.includes(readErrorCode(thrown.response) ?? "");
    }
    const throttlingErrors = new Set([ "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException" ]);
    const clockSkewErrors = new Set([ "AccessDeniedException", "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch" ]);
    function mayBeClockSkew(response) {
      return response.status >= 400 && clockSkewErrors.has(readErrorCode(response) ?? "");
    }
    function readRateLimit(response, now) {
      if (response.status < 400 || !throttlingErrors.has(readErrorCode(response) ?? "")) return;
      return {
        wait: (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.P)(response.headers, now)
      };
    }
    function formatError(response) {
      const parsed = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(response.body);
      const fields = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.is)(errorSchema, parsed) ? parsed : {};
      const message = fields.message ?? fields.Message ?? response.body.replace(/<[^>]*>/g, " ");
      const code = readErrorCode(response);
      const advice = findAdvice(code, message);
      return `${code ? `${code}: ` : ""}${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.K)(message)}${advice ? ` (${advice})` : ""}`;
    }
    const accessDenied = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;
    function findAdvice(code, message) {
      const [, action, resource] = accessDenied.exec(message) ?? [];
      if (action) return `allow ${action} on ${resource ?? "*"} in the policy of this job's role`;
      return code && (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.TE)(advice, code);
    }
    const expired = 'the credentials have expired; raise the "role-duration-seconds" of the role';
    const unknownKey = "the credentials are not valid for this account and region";
    const wrongSecret = "the secret key does not belong to the access key, or the clock is wrong";
    const advice = {
      ExpiredToken: expired,
      ExpiredTokenException: expired,
      InvalidClientTokenId: unknownKey,
      UnrecognizedClientException: unknownKey,
      InvalidSignatureException: wrongSecret,
      SignatureDoesNotMatch: wrongSecret
    };
  }),
  "packages/deployment/src/aws-console.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      F: () => consoleOf,
      j: () => consolePart
    });
    const consoles = [ [ "cn-", "console.amazonaws.cn" ], [ "us-gov-", "console.amazonaws-us-gov.com" ], [ "us-iso", "" ], [ "eu-isoe", "" ], [ "eusc-", "" ], [ "", "console.aws.amazon.com" ] ];
    function consoleOf(region, path) {
      const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? [];
      return domain ? `https://${region}.${domain}/${path}` : void 0;
    }
    function consolePart(name) {
      return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll("%", "$");
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
  "packages/deployment/src/ecs/api.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      a: () => EcsApi,
      G: () => isDenied
    });
    var client = __nccwpck_require__("packages/aws/src/client.ts");
    var errors = __nccwpck_require__("packages/aws/src/errors.ts");
    var src_errors = __nccwpck_require__("packages/http/src/errors.ts");
    var kit_src_errors = __nccwpck_require__("packages/kit/src/errors.ts");
    var quote = __nccwpck_require__("packages/kit/src/quote.ts");
    var dist = __nccwpck_require__("valibot/dist/index.mjs");
    var task_definition = __nccwpck_require__("packages/deployment/src/ecs/task-definition.ts");
    const words = (0, dist.cl6)((0, dist.YjP)());
    const count = (0, dist.cl6)((0, dist.aig)());
    const failures = (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
      arn: words,
      reason: words,
      detail: words
    })), []);
    const rolloutSchema = (0, dist.Ikc)({
      id: (0, dist.YjP)(),
      status: words,
      taskDefinition: (0, dist.YjP)(),
      desiredCount: count,
      runningCount: count,
      failedTasks: count,
      rolloutState: words,
      rolloutStateReason: words
    });
    const serviceSchema = (0, dist.Ikc)({
      serviceName: (0, dist.YjP)(),
      serviceArn: (0, dist.YjP)(),
      clusterArn: (0, dist.YjP)(),
      status: words,
      taskDefinition: words,
      desiredCount: count,
      runningCount: count,
      launchType: words,
      platformVersion: words,
      capacityProviderStrategy: (0, dist.cl6)((0, dist.YOg)((0, dist._H3)({}))),
      networkConfiguration: (0, dist.cl6)((0, dist._H3)({})),
      loadBalancers: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        containerName: words,
        containerPort: (0, dist.cl6)((0, dist.aig)())
      })), []),
      deploymentController: (0, dist.cl6)((0, dist.Ikc)({
        type: words
      })),
      deploymentConfiguration: (0, dist.cl6)((0, dist._H3)({
        strategy: words,
        bakeTimeInMinutes: count
      })),
      deployments: (0, dist.cl6)((0, dist.YOg)(rolloutSchema), []),
      taskSets: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        status: words,
        taskDefinition: (0, dist.YjP)()
      })), []),
      currentServiceRevisions: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        arn: words
      })), []),
      events: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        createdAt: (0, dist.cl6)((0, dist.aig)()),
        message: words
      })), [])
    });
    const servicesSchema = (0, dist.Ikc)({
      services: (0, dist.cl6)((0, dist.YOg)(serviceSchema), []),
      failures: failures
    });
    const updatedSchema = (0, dist.Ikc)({
      service: serviceSchema
    });
    const taskDefinitionSchema = (0, dist._H3)({
      ...task_definition.$k.entries,
      taskDefinitionArn: (0, dist.YjP)(),
      revision: (0, dist.cl6)((0, dist.aig)()),
      status: words
    });
    const describedSchema = (0, dist.Ikc)({
      taskDefinition: taskDefinitionSchema,
      tags: task_definition.xN
    });
    const registeredSchema = (0, dist.Ikc)({
      taskDefinition: (0, dist.Ikc)({
        taskDefinitionArn: (0, dist.YjP)()
      })
    });
    const briefSchema = (0, dist.Ikc)({
      serviceDeploymentArn: (0, dist.YjP)(),
      status: (0, dist.YjP)(),
      targetServiceRevisionArn: words,
      createdAt: count
    });
    const briefsSchema = (0, dist.Ikc)({
      serviceDeployments: (0, dist.cl6)((0, dist.YOg)(briefSchema), []),
      nextToken: words
    });
    const revisionStateSchema = (0, dist.Ikc)({
      arn: words,
      requestedTaskCount: count,
      runningTaskCount: count
    });
    const serviceDeploymentSchema = (0, dist.Ikc)({
      serviceDeploymentArn: (0, dist.YjP)(),
      status: (0, dist.YjP)(),
      statusReason: words,
      lifecycleStage: words,
      targetServiceRevision: (0, dist.cl6)(revisionStateSchema),
      rollback: (0, dist.cl6)((0, dist.Ikc)({
        reason: words,
        serviceRevisionArn: words
      })),
      deploymentCircuitBreaker: (0, dist.cl6)((0, dist.Ikc)({
        status: words,
        failureCount: count,
        threshold: count
      })),
      alarms: (0, dist.cl6)((0, dist.Ikc)({
        triggeredAlarmNames: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()), [])
      }))
    });
    const serviceDeploymentsSchema = (0, dist.Ikc)({
      serviceDeployments: (0, dist.cl6)((0, dist.YOg)(serviceDeploymentSchema), [])
    });
    const revisionSchema = (0, dist.Ikc)({
      serviceRevisionArn: (0, dist.YjP)(),
      taskDefinition: (0, dist.YjP)(),
      containerImages: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        containerName: words,
        image: words,
        imageDigest: words
      })), [])
    });
    const revisionsSchema = (0, dist.Ikc)({
      serviceRevisions: (0, dist.cl6)((0, dist.YOg)(revisionSchema), [])
    });
    const taskSchema = (0, dist.Ikc)({
      taskArn: (0, dist.YjP)(),
      taskDefinitionArn: words,
      lastStatus: words,
      stoppedReason: words,
      stopCode: words,
      containers: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        name: words,
        exitCode: count,
        reason: words,
        lastStatus: words
      })), [])
    });
    const tasksSchema = (0, dist.Ikc)({
      tasks: (0, dist.cl6)((0, dist.YOg)(taskSchema), []),
      failures: failures
    });
    const taskArnsSchema = (0, dist.Ikc)({
      taskArns: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()), [])
    });
    const ecs = {
      name: "ECS",
      id: "ECS",
      host: "ecs",
      target: "AmazonEC2ContainerServiceV20141113"
    };
    const maxRevisions = 20;
    const maxPages = 5;
    class EcsApi {
      region;
      log;
      #client;
      constructor(access) {
        this.region = access.region;
        this.log = access.log;
        this.#client = new client.t(ecs, access);
      }
      async service({cluster: cluster, service: service}, deadline) {
        const json = {
          cluster: cluster,
          services: [ service ]
        };
        const {services: services, failures: failures} = await this.#call("DescribeServices", json, servicesSchema, deadline);
        const [found] = services;
        if (found?.status === "ACTIVE") return found;
        const seen = found?.status ?? failures[0]?.reason ?? "nothing";
        throw new kit_src_errors.lZ(`No deployable service ${(0, quote.h)(service)} in the cluster ${(0, 
        quote.h)(cluster)} in ${this.region}: ` + `ECS reports ${seen}. Check "cluster", "service" and the region. Create the service once before the first ` + "deploy, with Terraform, CloudFormation or the console.");
      }
      async update(change, isForced, deadline) {
        const call = {
          json: change,
          idempotent: !isForced
        };
        return (await this.#client.call("UpdateService", call, updatedSchema, deadline)).service;
      }
      taskDefinition(name, deadline) {
        const json = {
          taskDefinition: name,
          include: [ "TAGS" ]
        };
        return this.#call("DescribeTaskDefinition", json, describedSchema, deadline);
      }
      async register(definition, deadline) {
        const call = {
          json: definition
        };
        const {taskDefinition: taskDefinition} = await this.#client.call("RegisterTaskDefinition", call, registeredSchema, deadline);
        return taskDefinition.taskDefinitionArn;
      }
      async history({cluster: cluster, service: service}, deadline) {
        const briefs = [];
        let nextToken;
        for (let page = 0; page < maxPages; page++) {
          const json = {
            cluster: cluster,
            service: service,
            maxResults: 100,
            ...nextToken && {
              nextToken: nextToken
            }
          };
          const next = await this.#call("ListServiceDeployments", json, briefsSchema, deadline);
          briefs.push(...next.serviceDeployments);
          nextToken = next.nextToken;
          if (!nextToken) break;
        }
        return briefs.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
      }
      async serviceDeployment(arn, deadline) {
        const json = {
          serviceDeploymentArns: [ arn ]
        };
        const call = {
          json: json,
          tries: Number.POSITIVE_INFINITY
        };
        const {serviceDeployments: serviceDeployments} = await this.#client.call("DescribeServiceDeployments", call, serviceDeploymentsSchema, deadline);
        return serviceDeployments[0];
      }
      async revisions(arns, deadline) {
        const groups = Array.from({
          length: Math.ceil(arns.length / maxRevisions)
        }, (_, index) => arns.slice(index * maxRevisions, (index + 1) * maxRevisions));
        const responses = await Promise.all(groups.map(serviceRevisionArns => {
          const json = {
            serviceRevisionArns: serviceRevisionArns
          };
          return this.#call("DescribeServiceRevisions", json, revisionsSchema, deadline);
        }));
        return responses.flatMap(({serviceRevisions: serviceRevisions}) => serviceRevisions);
      }
      async stop(serviceDeploymentArn, deadline) {
        const json = {
          serviceDeploymentArn: serviceDeploymentArn,
          stopType: "ROLLBACK"
        };
        const call = {
          json: json,
          idempotent: true
        };
        await this.#client.call("StopServiceDeployment", call, anything, deadline);
      }
      async run(task, deadline) {
        const call = {
          json: task,
          idempotent: true
        };
        const {tasks: tasks, failures: failures} = await this.#client.call("RunTask", call, tasksSchema, deadline);
        const [started] = tasks;
        if (started) return started;
        const {reason: reason, detail: detail} = failures[0] ?? {};
        throw new kit_src_errors.lZ(`ECS did not start the task: ${reason ?? "no reason given"} ${detail ?? ""}`.trim());
      }
      async stopTask(cluster, task, deadline) {
        const json = {
          cluster: cluster,
          task: task,
          reason: 'The command of "run-task" has ended.'
        };
        try {
          await this.#client.call("StopTask", {
            json: json,
            idempotent: true
          }, anything, deadline);
        } catch (error) {
          if (!(error instanceof src_errors.j)) throw error;
          this.log(`The other containers of the task are still running: ${error.message}`);
        }
      }
      async tasks(cluster, arns, deadline) {
        if (arns.length === 0) return [];
        const json = {
          cluster: cluster,
          tasks: arns.slice(0, 100)
        };
        return (await this.#call("DescribeTasks", json, tasksSchema, deadline)).tasks;
      }
      async stoppedTasks({cluster: cluster, service: service}, deadline) {
        const json = {
          cluster: cluster,
          serviceName: service,
          desiredStatus: "STOPPED"
        };
        const {taskArns: taskArns} = await this.#call("ListTasks", json, taskArnsSchema, deadline);
        return this.tasks(cluster, taskArns, deadline);
      }
      #call(operation, json, shape, deadline) {
        return this.#client.call(operation, {
          json: json,
          tries: 10
        }, shape, deadline);
      }
    }
    const anything = (0, dist.L5J)();
    function isDenied(error) {
      return (0, errors.Ue)(error, "AccessDeniedException", "AccessDenied");
    }
  }),
  "packages/deployment/src/ecs/diagnostics.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      x: () => diagnoseFailure
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/deployment/src/ecs/api.ts");
    async function diagnoseFailure(api, locator, definition, deadline) {
      const [service, tasks] = await Promise.all([ api.service(locator, deadline), api.stoppedTasks(locator, deadline).catch(error => {
        if ((0, _api_js__WEBPACK_IMPORTED_MODULE_0__.G)(error)) return [];
        throw error;
      }) ]);
      const events = service.events.slice(0, 5).flatMap(({message: message}) => message ?? []);
      return [ ...whyStopped(tasks, definition).slice(0, 5), ...events.map(message => `ECS says: ${message}`) ].map(line => (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.K)(line, 400));
    }
    function whyStopped(tasks, definition) {
      const counts = new Map;
      for (const task of tasks) {
        if (task.taskDefinitionArn !== definition) continue;
        const reason = reasonOf(task);
        if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
      return [ ...counts ].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count === 1 ? "A task" : `${count} tasks`} stopped: ${reason}.`);
    }
    const wanted = /^Scaling activity initiated by/;
    function reasonOf({stoppedReason: stoppedReason, containers: containers}) {
      if (wanted.test(stoppedReason ?? "")) return "";
      const parts = containers.flatMap(({name: name, exitCode: exitCode, reason: reason}) => {
        if (!reason && !exitCode) return [];
        const code = typeof exitCode === "number" ? `exited with ${exitCode}` : "did not start";
        return [ `${name} ${code}${reason ? ` (${reason})` : ""}` ];
      });
      return [ stoppedReason?.replace(/\.$/, ""), ...parts ].filter(Boolean).join("; ");
    }
  }),
  "packages/deployment/src/ecs/task-definition.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      $k: () => definitionSchema,
      ZV: () => registrable,
      e3: () => unknownIn,
      tD: () => changed,
      tX: () => differences,
      xN: () => tagsSchema
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    const pairs = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, 
    valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
      name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()
    })), []));
    const tagsSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, 
    valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      key: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      value: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), "")
    })), []);
    const definitionSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
      family: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      containerDefinitions: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
        name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
        image: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, 
        valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())),
        environment: pairs,
        secrets: pairs
      })),
      tags: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)(tagsSchema)
    });
    const registered = [ "containerDefinitions", "cpu", "enableFaultInjection", "ephemeralStorage", "executionRoleArn", "family", "inferenceAccelerators", "ipcMode", "memory", "networkMode", "pidMode", "placementConstraints", "proxyConfiguration", "requiresCompatibilities", "runtimePlatform", "tags", "taskRoleArn", "volumes" ];
    const described = [ "compatibilities", "deleteRequestedAt", "deregisteredAt", "registeredAt", "registeredBy", "requiresAttributes", "revision", "status", "taskDefinitionArn" ];
    function registrable(definition) {
      const entries = Object.entries(definition).filter(([name]) => isOneOf(registered, name)).map(([name, value]) => [ name, typeof value === "number" ? String(value) : value ]);
      return (0, valibot__WEBPACK_IMPORTED_MODULE_0__.qgA)(definitionSchema, Object.fromEntries(entries));
    }
    function unknownIn(definition) {
      return Object.keys(definition).filter(name => !isOneOf(registered, name) && !isOneOf(described, name));
    }
    function isOneOf(names, name) {
      return names.includes(name);
    }
    function changed(definition, {images: images, env: env}) {
      const names = definition.containerDefinitions.map(({name: name}) => name);
      const meant = images.map(({container: container, image: image}) => ({
        image: image,
        container: container ?? only(names)
      }));
      for (const name of [ ...meant.map(({container: container}) => container), ...Object.keys(env) ]) if (!names.includes(name)) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.lZ(`The task definition ${definition.family} has no container ${(0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.h)(name)}; it has ${names.join(", ")}.`);
      const containerDefinitions = definition.containerDefinitions.map(container => {
        const image = meant.findLast(one => one.container === container.name)?.image;
        return withVariables({
          ...container,
          ...image && {
            image: image
          }
        }, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.TE)(env, container.name) ?? {});
      });
      return {
        ...definition,
        containerDefinitions: containerDefinitions
      };
    }
    function only(names) {
      const [name] = names;
      if (name !== void 0 && names.length === 1) return name;
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.lZ(`"images" has a line without a container, but the task definition has ${names.length}: ` + `write "container: image", with one of ${names.join(", ")}.`);
    }
    function withVariables(container, variables) {
      const names = Object.keys(variables);
      if (names.length === 0) return container;
      const others = list => (list ?? []).filter(({name: name}) => !names.includes(name));
      const added = Object.entries(variables).flatMap(([name, value]) => value === null ? [] : [ {
        name: name,
        value: value
      } ]);
      return {
        ...container,
        environment: [ ...others(container.environment), ...added ],
        secrets: others(container.secrets)
      };
    }
    function differences(before, after) {
      const lines = after.containerDefinitions.flatMap(container => {
        const old = before.containerDefinitions.find(({name: name}) => name === container.name);
        if (!old) return [ `container ${container.name} is new` ];
        const image = old.image === container.image ? [] : [ `${container.name} runs ${container.image}` ];
        const names = namesThatDiffer(old, container);
        return names.length === 0 ? image : [ ...image, `${container.name} gets ${names.join(", ")}` ];
      });
      return lines.length === 0 ? [ "other settings" ] : lines;
    }
    function namesThatDiffer(old, now) {
      const text = (list, name) => JSON.stringify(list?.find(one => one.name === name) ?? null);
      const names = [ ...old.environment ?? [], ...now.environment ?? [] ].map(({name: name}) => name);
      return [ ...new Set(names) ].filter(name => text(old.environment, name) !== text(now.environment, name));
    }
  }),
  "packages/deployment/src/ecs/version.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      E4: () => versionOf,
      Vb: () => nameOf,
      ZC: () => nameIn
    });
    function versionOf({arn: arn, metadata: metadata}) {
      return {
        ref: arn,
        ...metadata.sha && {
          commit: metadata.sha
        }
      };
    }
    function nameOf(arn) {
      return arn.split("/").at(-1) ?? arn;
    }
    function nameIn(text, live) {
      if (/^(arn:.+|[\w-]+:\d+)$/.test(text)) return text;
      return live && /^\d{1,6}$/.test(text) ? live.ref.replace(/:\d+$/, `:${text}`) : void 0;
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
      r1: () => sameVersion
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/map.ts");
    __nccwpck_require__("packages/kit/src/input-parsers.ts");
    __nccwpck_require__("packages/kit/src/json.ts");
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
    (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
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
  "packages/deployment/src/structured-file.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      c: () => readStructured
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/input-parsers.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit_yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/yaml.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("valibot/dist/index.mjs");
    async function readStructured(name, text, scalars) {
      try {
        return await (0, _ci_actions_kit_yaml__WEBPACK_IMPORTED_MODULE_0__.o)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.L5J)(), "JSON or YAML", scalars).parse(text);
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.yI)) throw error;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.dz(error.describe(`The file ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(name)}`, void 0));
      }
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
      Jt: () => flag,
      Qq: () => text,
      nd: () => integer,
      p0: () => duration,
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
      qgA: () => parse,
      xLC: () => safeParse,
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

var src_record = __nccwpck_require__("packages/deployment/src/record.ts");

var src_clock = __nccwpck_require__("packages/wait/src/clock.ts");

var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");

var backoff = __nccwpck_require__("packages/wait/src/backoff.ts");

var poll = __nccwpck_require__("packages/wait/src/poll.ts");

var duration = __nccwpck_require__("packages/wait/src/duration.ts");

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
    if (!(error instanceof errors.lZ)) throw error;
    return {
      isDone: false,
      sentence: (0, errors.gJ)(error)
    };
  }
}

async function diagnoseBestEffort(deployment, deadline) {
  const {aborted: aborted} = deadline.signal;
  const time = aborted ? deadline.grace(diagnosisGrace) : deadline.capped(diagnosisTime);
  try {
    return await (deployment.diagnose?.(time)) ?? [];
  } catch (error) {
    if (error instanceof errors.lZ) return [];
    throw error;
  }
}

async function readLiveBestEffort(target, deadline) {
  try {
    return await target.live(deadline.signal.aborted ? deadline.grace(requestGrace) : deadline);
  } catch (error) {
    if (error instanceof errors.lZ) return null;
    throw error;
  }
}

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
  const started = await step.operation.start(deadline.extendedBy(writeGrace), {
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
    const {isDone: isDone, sentence: sentence} = await cancelBestEffort(deployment, deadline);
    const {id: id} = deployment;
    const now = isDone ? sentence : `${id} could not be cancelled and may still be running: ${sentence}`;
    record.because(`The job was cancelled; ${now}`);
  }
  if (!isJobCancelled && options.diagnose && status !== "superseded") {
    const lines = await diagnoseBestEffort(deployment, deadline);
    notes.push(...lines.map(text => ({
      text: `${name}: ${text}`
    })));
    if (lines[0]) record.add(lines[0]);
  }
  record.live(await readLiveBestEffort(target, deadline));
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
  const stop = isRunning ? await cancelBestEffort(deployment, deadline) : void 0;
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

function deploymentSummary(title, records, notes = []) {
  const head = [ "", "status", "version", "previous", "live", "duration" ];
  const rows = records.map(record => [ markdownLink(record.name, record.url), `${src_record.pb[record.status]} ${markdownLink(record.status, record.logUrl)}`, report_short(record.version), report_short(record.previous), report_short(record.live), (0, 
  duration.a)(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
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

const maxClockSkew = 4 * 6e4;

class AwsClock {
  #notice;
  #offset=0;
  constructor(notice) {
    this.#notice = notice;
  }
  get offset() {
    return this.#offset;
  }
  toAwsTime(time) {
    return new Date(time.getTime() + this.#offset);
  }
  correct({headers: headers}, now, signedOffset) {
    const theirs = headers.age === void 0 ? Date.parse(headers.date ?? "") : Number.NaN;
    const offset = theirs - now.getTime();
    if (!(Math.abs(offset - signedOffset) >= maxClockSkew)) return false;
    const isKnown = Math.abs(offset - this.#offset) < maxClockSkew;
    this.#offset = offset;
    if (!isKnown) this.#notice(describeOffset(offset));
    return true;
  }
}

function describeOffset(offset) {
  const direction = offset > 0 ? "behind" : "ahead of";
  return `The clock of this machine is ${(0, duration.a)(Math.abs(offset))} ${direction} that of AWS, so requests are signed ` + "with the time of AWS. Correct the clock: certificates and tokens are also validated against it.";
}

function createCredentialProvider(runner, region, connection) {
  const accessKeyId = runner.env("AWS_ACCESS_KEY_ID");
  const secretAccessKey = runner.env("AWS_SECRET_ACCESS_KEY");
  const sessionToken = runner.env("AWS_SESSION_TOKEN");
  if (!accessKeyId || !secretAccessKey || runner.env("AWS_PROFILE")) return createLazyChain(runner, region, connection);
  const credentials = maskCredentials({
    accessKeyId: accessKeyId,
    secretAccessKey: secretAccessKey,
    ...sessionToken && {
      sessionToken: sessionToken
    }
  }, runner);
  return async () => credentials;
}

function createLazyChain(runner, region, connection) {
  let chain;
  return async deadline => {
    const {createCredentialChain: createCredentialChain} = await Promise.all([ __nccwpck_require__.e("../lib/smithy-core"), __nccwpck_require__.e("../lib/aws-sdk-credential-provider-node"), __nccwpck_require__.e("aws-credential-chain") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/aws/src/credential-chain.ts"));
    chain ??= createCredentialChain(runner, region, connection);
    return maskCredentials(await chain(deadline), runner);
  };
}

function maskCredentials(credentials, runner) {
  runner.setSecret(credentials.secretAccessKey);
  if (credentials.sessionToken) runner.setSecret(credentials.sessionToken);
  return credentials;
}

const partitions = [ [ "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn" ], [ "us-iso-", "c2s.ic.gov", "api.aws.ic.gov" ], [ "us-isob-", "sc2s.sgov.gov", "api.aws.scloud" ], [ "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov" ], [ "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk" ], [ "eusc-", "amazonaws.eu", "api.amazonwebservices.eu" ], [ "", "amazonaws.com", "api.aws" ] ];

function resolveEndpoint({id: id, host: host}, settings) {
  const {region: region, fips: fips, dualstack: dualstack} = settings;
  const custom = settings.findCustomEndpoint(id);
  if (!custom) return buildAwsEndpoint(host, region, {
    fips: fips,
    dualstack: dualstack
  });
  if (!fips && !dualstack) return custom;
  const kind = fips ? "a FIPS" : "a dual-stack";
  throw new errors.dz(`A custom endpoint is set for ${id} (endpoint_url), and ${kind} endpoint of AWS is requested too. ` + "Remove one of the two settings.");
}

function buildAwsEndpoint(host, region, {fips: fips, dualstack: dualstack}) {
  const [, ipv4, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? [ "", "", "" ];
  const isAlwaysFips = host === "monitoring" && region.startsWith("us-gov-");
  const suffix = fips && !isAlwaysFips ? "-fips" : "";
  return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : ipv4}`);
}

var external_node_os_ = __nccwpck_require__("node:os");

async function readProfile(runner) {
  if (!listSharedFiles(runner).some(file => (0, external_node_fs_.existsSync)(file))) return {
    settings: {},
    services: {}
  };
  const {getProfileName: getProfileName, loadSharedConfigFiles: loadSharedConfigFiles} = await __nccwpck_require__.e("../lib/smithy-core").then(__nccwpck_require__.t.bind(__nccwpck_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
  const name = getProfileName(selectProfile(runner));
  const {configFile: configFile, credentialsFile: credentialsFile} = await loadSharedConfigFiles();
  const settings = {
    ...credentialsFile[name],
    ...configFile[name]
  };
  if (!settings.services) return {
    settings: settings,
    services: {}
  };
  const services = configFile[`services.${settings.services}`];
  if (services) return {
    settings: settings,
    services: services
  };
  throw new errors.dz(`The AWS profile ${(0, quote.h)(name)} has "services = ${settings.services}", but the config file has no ` + `section [services ${settings.services}].`);
}

function selectProfile(runner) {
  const profile = runner.env("AWS_PROFILE");
  return profile ? {
    profile: profile
  } : {};
}

function listSharedFiles(runner) {
  const home = runner.env("HOME") ?? runner.env("USERPROFILE") ?? (0, external_node_os_.homedir)();
  return [ runner.env("AWS_CONFIG_FILE") ?? "~/.aws/config", runner.env("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials" ].map(file => file.startsWith("~/") ? (0, 
  external_node_path_.join)(home, file.slice(2)) : file);
}

async function readSettings(runner, regionOverride) {
  const profile = await readProfile(runner);
  const {region: region, fips: fips} = parseRegion(regionOverride ?? await readRegion(runner));
  const isIgnored = readFlag("ignore_configured_endpoint_urls", runner, profile);
  return {
    region: region,
    fips: fips || readFlag("use_fips_endpoint", runner, profile),
    dualstack: readFlag("use_dualstack_endpoint", runner, profile),
    findCustomEndpoint: id => isIgnored ? void 0 : readCustomEndpoint(id, runner, profile)
  };
}

async function readRegion(runner) {
  const region = runner.env("AWS_REGION") ?? runner.env("AWS_DEFAULT_REGION");
  if (region) return region;
  const {loadConfig: loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS: NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS: NODE_REGION_CONFIG_OPTIONS} = await __nccwpck_require__.e("../lib/smithy-core").then(__nccwpck_require__.t.bind(__nccwpck_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
  try {
    const init = {
      ...NODE_REGION_CONFIG_FILE_OPTIONS,
      ...selectProfile(runner)
    };
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, init)();
  } catch {
    throw new errors.dz('No AWS region is set. Pass "aws-region" to aws-actions/configure-aws-credentials in an earlier step, ' + 'or set AWS_REGION in "env:".');
  }
}

function parseRegion(value) {
  const region = value.replace(/^fips-|-fips$/, "");
  if (/^[a-z0-9-]{1,40}$/.test(region)) return {
    region: region,
    fips: region !== value
  };
  throw new errors.dz(`The AWS region ${(0, quote.h)(value)} is invalid; a region looks like "eu-west-1".`);
}

function readFlag(key, runner, {settings: settings}) {
  const variable = `AWS_${key.toUpperCase()}`;
  const override = runner.env(variable);
  const [name, value] = override ? [ variable, override ] : [ `${key} of the AWS profile`, settings[key] ];
  if (value === void 0 || value === "false") return false;
  if (value === "true") return true;
  throw new errors.dz(`${name} must be "true" or "false", not ${(0, quote.h)(value)}.`);
}

function readCustomEndpoint(id, runner, profile) {
  for (const name of [ `AWS_ENDPOINT_URL_${id}`, "AWS_ENDPOINT_URL" ]) {
    const address = runner.env(name);
    if (address) return parseEndpoint(address, name);
  }
  const {settings: settings, services: services} = profile;
  const address = services[`${id.toLowerCase()}.endpoint_url`] ?? settings.endpoint_url;
  return address ? parseEndpoint(address, "endpoint_url of the AWS profile") : void 0;
}

function parseEndpoint(address, name) {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new errors.dz(`${name} is not an http or https URL.`);
}

async function awsAccess(runner, regionOverride) {
  const settings = await readSettings(runner, regionOverride);
  const {region: region} = settings;
  const connection = {
    proxy: runner.proxy
  };
  return {
    region: region,
    resolveEndpoint: service => resolveEndpoint(service, settings),
    credentials: createCredentialProvider(runner, region, connection),
    clock: new AwsClock(line => runner.notice(line)),
    connection: connection,
    log: line => runner.info(line)
  };
}

var ecs_api = __nccwpck_require__("packages/deployment/src/ecs/api.ts");

var src_file = __nccwpck_require__("packages/kit/src/file.ts");

var src_issue = __nccwpck_require__("packages/kit/src/issue.ts");

var map = __nccwpck_require__("packages/kit/src/map.ts");

var structured_file = __nccwpck_require__("packages/deployment/src/structured-file.ts");

var task_definition = __nccwpck_require__("packages/deployment/src/ecs/task-definition.ts");

const definition_types_text = "text";

const integer = "integer";

const definition_types_boolean = "boolean";

function mapOf(anyKey) {
  return {
    anyKey: anyKey
  };
}

const taskDefinitionTypes = {
  family: definition_types_text,
  containerDefinitions: [ {
    name: definition_types_text,
    image: definition_types_text,
    repositoryCredentials: {
      credentialsParameter: definition_types_text
    },
    cpu: integer,
    memory: integer,
    memoryReservation: integer,
    links: [ definition_types_text ],
    portMappings: [ {
      containerPort: integer,
      hostPort: integer,
      protocol: definition_types_text,
      name: definition_types_text,
      appProtocol: definition_types_text,
      containerPortRange: definition_types_text
    } ],
    essential: definition_types_boolean,
    restartPolicy: {
      enabled: definition_types_boolean,
      ignoredExitCodes: [ integer ],
      restartAttemptPeriod: integer
    },
    entryPoint: [ definition_types_text ],
    command: [ definition_types_text ],
    environment: [ {
      name: definition_types_text,
      value: definition_types_text
    } ],
    environmentFiles: [ {
      value: definition_types_text,
      type: definition_types_text
    } ],
    mountPoints: [ {
      sourceVolume: definition_types_text,
      containerPath: definition_types_text,
      readOnly: definition_types_boolean
    } ],
    volumesFrom: [ {
      sourceContainer: definition_types_text,
      readOnly: definition_types_boolean
    } ],
    linuxParameters: {
      capabilities: {
        add: [ definition_types_text ],
        drop: [ definition_types_text ]
      },
      devices: [ {
        hostPath: definition_types_text,
        containerPath: definition_types_text,
        permissions: [ definition_types_text ]
      } ],
      initProcessEnabled: definition_types_boolean,
      sharedMemorySize: integer,
      tmpfs: [ {
        containerPath: definition_types_text,
        size: integer,
        mountOptions: [ definition_types_text ]
      } ],
      maxSwap: integer,
      swappiness: integer
    },
    secrets: [ {
      name: definition_types_text,
      valueFrom: definition_types_text
    } ],
    dependsOn: [ {
      containerName: definition_types_text,
      condition: definition_types_text
    } ],
    startTimeout: integer,
    stopTimeout: integer,
    versionConsistency: definition_types_text,
    hostname: definition_types_text,
    user: definition_types_text,
    workingDirectory: definition_types_text,
    disableNetworking: definition_types_boolean,
    privileged: definition_types_boolean,
    readonlyRootFilesystem: definition_types_boolean,
    dnsServers: [ definition_types_text ],
    dnsSearchDomains: [ definition_types_text ],
    extraHosts: [ {
      hostname: definition_types_text,
      ipAddress: definition_types_text
    } ],
    dockerSecurityOptions: [ definition_types_text ],
    interactive: definition_types_boolean,
    pseudoTerminal: definition_types_boolean,
    dockerLabels: mapOf(definition_types_text),
    ulimits: [ {
      name: definition_types_text,
      softLimit: integer,
      hardLimit: integer
    } ],
    logConfiguration: {
      logDriver: definition_types_text,
      options: mapOf(definition_types_text),
      secretOptions: [ {
        name: definition_types_text,
        valueFrom: definition_types_text
      } ]
    },
    healthCheck: {
      command: [ definition_types_text ],
      interval: integer,
      timeout: integer,
      retries: integer,
      startPeriod: integer
    },
    systemControls: [ {
      namespace: definition_types_text,
      value: definition_types_text
    } ],
    resourceRequirements: [ {
      type: definition_types_text,
      value: definition_types_text
    } ],
    firelensConfiguration: {
      type: definition_types_text,
      options: mapOf(definition_types_text)
    },
    credentialSpecs: [ definition_types_text ]
  } ],
  taskRoleArn: definition_types_text,
  executionRoleArn: definition_types_text,
  networkMode: definition_types_text,
  volumes: [ {
    name: definition_types_text,
    host: {
      sourcePath: definition_types_text
    },
    dockerVolumeConfiguration: {
      scope: definition_types_text,
      autoprovision: definition_types_boolean,
      driver: definition_types_text,
      driverOpts: mapOf(definition_types_text),
      labels: mapOf(definition_types_text)
    },
    efsVolumeConfiguration: {
      fileSystemId: definition_types_text,
      rootDirectory: definition_types_text,
      transitEncryption: definition_types_text,
      transitEncryptionPort: integer,
      authorizationConfig: {
        accessPointId: definition_types_text,
        iam: definition_types_text
      }
    },
    s3filesVolumeConfiguration: {
      fileSystemArn: definition_types_text,
      rootDirectory: definition_types_text,
      transitEncryptionPort: integer,
      accessPointArn: definition_types_text
    },
    fsxWindowsFileServerVolumeConfiguration: {
      fileSystemId: definition_types_text,
      rootDirectory: definition_types_text,
      authorizationConfig: {
        credentialsParameter: definition_types_text,
        domain: definition_types_text
      }
    },
    configuredAtLaunch: definition_types_boolean
  } ],
  placementConstraints: [ {
    type: definition_types_text,
    expression: definition_types_text
  } ],
  requiresCompatibilities: [ definition_types_text ],
  cpu: definition_types_text,
  memory: definition_types_text,
  tags: [ {
    key: definition_types_text,
    value: definition_types_text
  } ],
  pidMode: definition_types_text,
  ipcMode: definition_types_text,
  proxyConfiguration: {
    containerName: definition_types_text,
    type: definition_types_text,
    properties: [ {
      name: definition_types_text,
      value: definition_types_text
    } ]
  },
  inferenceAccelerators: [ {
    deviceName: definition_types_text,
    deviceType: definition_types_text
  } ],
  ephemeralStorage: {
    sizeInGiB: integer
  },
  runtimePlatform: {
    cpuArchitecture: definition_types_text,
    operatingSystemFamily: definition_types_text
  },
  enableFaultInjection: definition_types_boolean
};

function typedDefinition(file, definition) {
  return typed(definition, taskDefinitionTypes, [], file);
}

function typed(value, type, path, file) {
  if (type === void 0 || value.typed === null || value.typed === void 0) return value.typed;
  if (typeof type === "string") return scalar(value, type, path, file);
  if (isList(type)) {
    if (!Array.isArray(value.typed)) return value.typed;
    return value.typed.map((item, at) => typed({
      typed: item,
      text: memberOf(value.text, at)
    }, type[0], [ ...path, String(at) ], file));
  }
  if (typeof value.typed !== "object" || Array.isArray(value.typed)) return value.typed;
  const entries = Object.entries(value.typed).map(([name, member]) => {
    const own = Object.hasOwn(type, name) ? Object.entries(type).find(([key]) => key === name) : void 0;
    const memberType = "anyKey" in type ? type.anyKey : own?.[1];
    const both = {
      typed: member,
      text: memberOf(value.text, name)
    };
    return [ name, typed(both, memberType, [ ...path, name ], file) ];
  });
  return Object.fromEntries(entries);
}

function scalar({typed: value, text: text}, type, path, file) {
  const written = typeof text === "object" ? value : text;
  const isScalar = typeof written !== "object";
  if (type === "text" && isScalar) return String(written);
  const number = /^[-+]?\d+(\.0+)?$/.test(String(written)) ? Number(written) : void 0;
  if (type === "integer" && Number.isSafeInteger(number)) return number;
  if (type === "boolean" && /^(true|false)$/i.test(String(written))) return /^true$/i.test(String(written));
  const seen = isScalar ? (0, quote.h)(String(written)) : "a list or a map";
  const expected = {
    text: "text",
    integer: "a whole number",
    boolean: "true or false"
  }[type];
  throw new errors.dz(`The task definition ${(0, quote.h)(file)} must have ${expected} at "${path.join(".")}", not ${seen}.`);
}

function isList(type) {
  return Array.isArray(type);
}

function memberOf(value, key) {
  if (typeof value !== "object" || value === null) return;
  return Object.entries(value).find(([name]) => name === String(key))?.[1];
}

async function sourceOf(given, runner) {
  if (!given) return {
    kind: "running"
  };
  const file = (0, external_node_path_.resolve)(runner.workspace, given);
  if (!given.startsWith("arn:") && isFile(file)) {
    const text = (0, src_file.jH)("task-definition", given, runner.workspace).toString();
    return {
      kind: "file",
      definition: await definitionIn(given, text, runner)
    };
  }
  if (/^(arn:[\w:/.-]+|[\w-]{1,255}(:\d+)?)$/.test(given)) return {
    kind: "named",
    name: given
  };
  throw new errors.dz(`Input "task-definition" is ${(0, quote.h)(given)}, which is neither a file in the workspace ` + 'nor an ARN, a "family:revision" or a family.');
}

function isFile(path) {
  try {
    return (0, external_node_fs_.statSync)(path).isFile();
  } catch {
    return false;
  }
}

async function definitionIn(name, text, runner) {
  const typed = inDescription(await (0, structured_file.c)(name, text));
  const asWritten = inDescription(await (0, structured_file.c)(name, text, "as-written"));
  const definition = typedDefinition(name, {
    typed: typed,
    text: asWritten
  });
  const result = (0, dist.xLC)(task_definition.$k, definition);
  if (!result.success) {
    const [issue] = result.issues;
    throw new errors.dz(`The task definition ${(0, quote.h)(name)} is invalid (${(0, 
    src_issue.n)(issue, task_definition.$k) ?? issue.message}). ` + 'It must be JSON or YAML in the format of "aws ecs register-task-definition --cli-input-json".');
  }
  const unknown = (0, task_definition.e3)(result.output);
  if (unknown.length > 0) runner.warning(`${name}: ignoring ${unknown.map(one => (0, 
  quote.h)(one)).join(", ")}, which ECS does not support.`);
  return result.output;
}

function inDescription(read) {
  if (!(0, map.jh)(read) || !(0, map.jh)(read.taskDefinition)) return read;
  const {taskDefinition: taskDefinition, tags: tags} = read;
  return {
    ...taskDefinition,
    ...Array.isArray(tags) && {
      tags: tags
    }
  };
}

var aws_src_errors = __nccwpck_require__("packages/aws/src/errors.ts");

var ecs_version = __nccwpck_require__("packages/deployment/src/ecs/version.ts");

const underway = [ "PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS" ];

const stoppable = [ "PENDING", "IN_PROGRESS" ];

function serviceDeploymentState(id, deployment, version) {
  const {status: status} = deployment;
  const {reason: reason} = deployment.rollback ?? {};
  const why = [ reason ?? deployment.statusReason, breakerOf(deployment), alarmsOf(deployment) ].filter(Boolean).join(" ");
  switch (status) {
   case "SUCCESSFUL":
    return {
      state: "live",
      version: version
    };

   case "ROLLBACK_SUCCESSFUL":
    return {
      state: "rolled-back",
      version: version,
      reason: `${id} failed and ECS rolled it back. ${why}`.trim()
    };

   case "ROLLBACK_FAILED":
    return {
      state: "failed",
      version: version,
      reason: `${id} failed, and ECS could not roll it back either. ${why}`.trim()
    };

   case "STOPPED":
    if (breakerOf(deployment) || alarmsOf(deployment)) return {
      state: "failed",
      version: version,
      reason: `${id} failed. ${why}`
    };
    return {
      state: "cancelled",
      version: version,
      reason: `${id} was stopped. ${why}`.trim()
    };

   default:
    return {
      state: "running",
      version: version,
      phase: phaseOf(deployment)
    };
  }
}

function phaseOf({status: status, lifecycleStage: lifecycleStage, targetServiceRevision: targetServiceRevision}) {
  const {runningTaskCount: running, requestedTaskCount: requested} = targetServiceRevision ?? {};
  const tasks = requested ? [ `${running ?? 0} of ${requested} tasks running` ] : [];
  return [ status, ...lifecycleStage ? [ lifecycleStage ] : [], ...tasks ].join(", ");
}

function breakerOf({deploymentCircuitBreaker: breaker}) {
  if (breaker?.status !== "TRIGGERED") return;
  const {failureCount: failureCount, threshold: threshold} = breaker;
  return `The circuit breaker was triggered: ${failureCount} tasks failed, the threshold is ${threshold}.`;
}

function alarmsOf({alarms: alarms}) {
  const names = alarms?.triggeredAlarmNames ?? [];
  return names.length === 0 ? void 0 : `Alarms that fired: ${names.join(", ")}.`;
}

function rolloutState(id, service, version, before) {
  const own = service.deployments.find(one => one.id === id);
  const primary = service.deployments.find(({status: status}) => status === "PRIMARY");
  if (!primary || !own && before.ids.includes(primary.id)) return {
    state: "missing"
  };
  if (own === primary) return own.taskDefinition === version.ref ? judgePrimary(own, version) : {
    state: "missing"
  };
  const isRollback = primary.taskDefinition === before.live && primary.taskDefinition !== version.ref;
  const why = own?.rolloutStateReason ?? primary.rolloutStateReason ?? "";
  if (!isRollback) return {
    state: "superseded",
    version: version,
    reason: `The newer deployment ${primary.id} (${(0, ecs_version.Vb)(primary.taskDefinition)}) took its place.`
  };
  if (primary.rolloutState === "IN_PROGRESS") return {
    state: "running",
    version: version,
    phase: `ROLLBACK_IN_PROGRESS, ${why}`
  };
  return {
    state: "rolled-back",
    version: version,
    reason: `${id} failed and ECS rolled it back. ${why}`.trim()
  };
}

function judgePrimary(own, version) {
  const {id: id, rolloutState: rolloutState, rolloutStateReason: rolloutStateReason, runningCount: runningCount, desiredCount: desiredCount} = own;
  if (rolloutState === "COMPLETED") return {
    state: "live",
    version: version
  };
  if (rolloutState === "FAILED") return {
    state: "failed",
    version: version,
    reason: `${id} failed: ${rolloutStateReason ?? "ECS gives no reason."}`
  };
  const counts = `${runningCount ?? 0} of ${desiredCount ?? 0} tasks running`;
  return {
    state: "running",
    version: version,
    phase: `${rolloutState ?? "IN_PROGRESS"}, ${counts}`
  };
}

var diagnostics = __nccwpck_require__("packages/deployment/src/ecs/diagnostics.ts");

const deployment_missingFor = 3e4;

class EcsDeployment {
  id;
  version;
  logUrl;
  #service;
  #before;
  #origin;
  #arn;
  #missingSince;
  constructor(service, deployed, before, origin) {
    this.id = deployed.id;
    this.version = deployed.version;
    this.logUrl = service.deploymentsUrl;
    this.#service = service;
    this.#before = before;
    this.#origin = origin;
    this.#arn = this.id.startsWith("arn:") ? this.id : void 0;
  }
  async poll(deadline) {
    const {id: id, version: version} = this;
    const {history: history} = this.#service;
    if (this.#origin === "kept") return this.#taskState(deadline);
    const arn = await this.#findArn(deadline);
    const deployment = arn && await history.deployment(arn, deadline);
    if (!arn || !deployment) return this.#serviceState(deadline);
    const state = serviceDeploymentState(id, deployment, version);
    if (state.state === "live") {
      const revision = deployment.targetServiceRevision?.arn;
      const arns = revision ? [ revision ] : [];
      return {
        ...state,
        version: await history.resolved(version, arns, deadline)
      };
    }
    const isBack = state.state === "rolled-back" || state.state === "cancelled";
    if (isBack && this.#origin === "stopped") return {
      state: "live",
      version: version
    };
    if (state.state !== "cancelled") return state;
    const next = await history.after(arn, deadline);
    if (!next) return state;
    const reason = `${state.reason} The newer deployment ${(0, ecs_version.Vb)(next)} took its place.`;
    return {
      state: "superseded",
      version: version,
      reason: reason
    };
  }
  async cancel(deadline) {
    const {api: api, locator: locator} = this.#service;
    const arn = await this.#findArn(deadline);
    if (arn) {
      await api.stop(arn, deadline);
      return "was stopped, and ECS rolls back to the previous version";
    }
    const {live: live} = this.#before;
    if (!live) throw new errors.lZ("no earlier version is known.");
    await api.update({
      ...locator,
      taskDefinition: live.ref
    }, false, deadline);
    return `was replaced by ${(0, ecs_version.Vb)(live.ref)}, the previous version`;
  }
  diagnose(deadline) {
    const {api: api, locator: locator} = this.#service;
    return (0, diagnostics.x)(api, locator, this.version.ref, deadline);
  }
  async #taskState(deadline) {
    const {runningCount: runningCount, desiredCount: desiredCount} = await this.#service.read(deadline);
    const [running, desired] = [ runningCount ?? 0, desiredCount ?? 0 ];
    if (running === desired) return {
      state: "live",
      version: this.#before.live ?? this.version
    };
    const phase = `${running} of ${desired} tasks running`;
    return {
      state: "running",
      version: this.version,
      phase: phase
    };
  }
  async #serviceState(deadline) {
    const {id: id, version: version} = this;
    const now = deadline.clock.now();
    this.#missingSince ??= now;
    const service = await this.#service.read(deadline);
    const state = rolloutState(id, service, version, {
      ids: this.#before.deploymentIds,
      live: this.#before.live?.ref
    });
    const isLate = now - this.#missingSince > deployment_missingFor;
    if (!this.#service.history.isVisible || isLate || state.state === "superseded") return state;
    if (state.state === "missing") return state;
    return {
      state: "running",
      version: version,
      phase: "not in the history yet"
    };
  }
  async #findArn(deadline) {
    if (this.#arn) return this.#arn;
    const {history: history} = this.#service;
    const briefs = await history.briefs(deadline);
    const {serviceDeploymentArns: old} = this.#before;
    const candidates = this.#origin === "attached" ? briefs.slice(0, 20) : briefs.filter(({serviceDeploymentArn: serviceDeploymentArn}) => !old.has(serviceDeploymentArn));
    this.#arn = await history.bringing(this.version.ref, candidates, deadline);
    return this.#arn;
  }
}

const maxHistory = 100;

class EcsHistory {
  #api;
  #definitions;
  #place;
  #revisions=new Map;
  #isVisible=true;
  constructor(api, definitions, place) {
    this.#api = api;
    this.#definitions = definitions;
    this.#place = place;
  }
  get isVisible() {
    return this.#isVisible;
  }
  async briefs(deadline) {
    return await this.#allowed(() => this.#api.history(this.#place, deadline)) ?? [];
  }
  deployment(arn, deadline) {
    return this.#allowed(() => this.#api.serviceDeployment(arn, deadline));
  }
  async bringing(taskDefinition, briefs, deadline) {
    const brought = await this.#brought(briefs, deadline);
    return brought.find(({revision: revision}) => revision.taskDefinition === taskDefinition)?.arn;
  }
  async after(arn, deadline) {
    const arns = (await this.briefs(deadline)).map(one => one.serviceDeploymentArn);
    return arns[arns.indexOf(arn) - 1];
  }
  async resolved(version, revisionArns, deadline) {
    const isResolved = one => one?.taskDefinition === version.ref && !!digestOf(one);
    const known = revisionArns.map(arn => this.#revisions.get(arn)).find(isResolved);
    const digest = digestOf(known ?? (await this.#ask(revisionArns, deadline)).find(isResolved));
    return digest ? {
      ...version,
      digest: digest
    } : version;
  }
  async before(version, briefs, deadline) {
    const good = briefs.filter(({status: status}) => status === "SUCCESSFUL");
    const versions = (await this.#brought(good, deadline)).map(({revision: revision}) => broughtBy(revision));
    if (!version) return versions[0] ? this.#known(versions[0], deadline) : null;
    const first = versions.findLastIndex(one => same(one, version));
    const found = versions.slice(first + 1).find(one => !same(one, version));
    if (found && first >= 0) return this.#known(found, deadline);
    const {prev: prev} = (await this.#definitions.registered(version.ref, deadline)).metadata;
    return prev && prev !== version.ref ? this.#known({
      ref: prev
    }, deadline) : null;
  }
  async find(text, live, deadline) {
    const brought = await this.#brought(await this.briefs(deadline), deadline);
    const versions = [ live, ...brought.map(({revision: revision}) => broughtBy(revision)) ];
    const seen = new Set;
    for (const one of versions) {
      if (!one || seen.has(one.ref)) continue;
      seen.add(one.ref);
      const version = await this.#known(one, deadline);
      const isCommit = text.length >= 7 && version.commit?.startsWith(text);
      if (isCommit || version.digest === text) return version;
    }
    return;
  }
  async images(version, deadline) {
    const brought = await this.#brought(await this.briefs(deadline), deadline);
    const found = brought.find(({revision: revision}) => same(broughtBy(revision), version));
    const images = (found?.revision.containerImages ?? []).flatMap(({containerName: container, image: image, imageDigest: imageDigest}) => container && image && imageDigest ? [ {
      container: container,
      image: `${image.replace(/(:[^/:@]+)?(@.*)?$/, "")}@${imageDigest}`
    } ] : []);
    if (images.length > 0) return images;
    throw new errors.lZ(`${(0, ecs_version.Vb)(version.ref)} is running, but its images have changed: a tag has moved, and the image that it ` + "pointed to is not in the history. Deploy images by digest to be able to roll back.");
  }
  async #known(version, deadline) {
    return {
      ...(0, ecs_version.E4)(await this.#definitions.registered(version.ref, deadline)),
      ...version
    };
  }
  async #brought(briefs, deadline) {
    const newest = briefs.slice(0, maxHistory);
    const arns = newest.flatMap(({targetServiceRevisionArn: arn}) => arn ?? []);
    await this.#ask([ ...new Set(arns) ].filter(arn => !this.#revisions.has(arn)), deadline);
    return newest.flatMap(({serviceDeploymentArn: arn, targetServiceRevisionArn: targetServiceRevisionArn}) => {
      const revision = this.#revisions.get(targetServiceRevisionArn ?? "");
      return revision ? [ {
        arn: arn,
        revision: revision
      } ] : [];
    });
  }
  async #ask(arns, deadline) {
    const found = await this.#allowed(() => this.#api.revisions(arns, deadline)) ?? [];
    for (const one of found) this.#revisions.set(one.serviceRevisionArn, one);
    return found;
  }
  async #allowed(ask) {
    if (!this.#isVisible) return;
    try {
      return await ask();
    } catch (error) {
      if (!(0, ecs_api.G)(error)) throw error;
      if (this.#isVisible) this.#api.log(`${(0, ecs_version.Vb)(this.#place.service)}: ${error.message} Without it, only the state of the service ` + "shows how the deployment ends, and the digests of its images are unknown.");
      this.#isVisible = false;
      return;
    }
  }
}

function same(a, b) {
  if (!a || !b || a.ref !== b.ref) return false;
  return !a.digest || !b.digest || (0, src_record.r1)(a, b);
}

function broughtBy(revision) {
  const digest = digestOf(revision);
  return {
    ref: revision.taskDefinition,
    ...digest && {
      digest: digest
    }
  };
}

function digestOf(revision) {
  const digests = (revision?.containerImages ?? []).flatMap(({imageDigest: imageDigest}) => imageDigest ?? []);
  return digests.length === 0 ? void 0 : digests.join(" ");
}

var aws_console = __nccwpck_require__("packages/deployment/src/aws-console.ts");

class ServiceReader {
  locator;
  name;
  api;
  definitions;
  history;
  constructor(api, definitions, service) {
    this.locator = {
      cluster: service.cluster,
      service: service.service
    };
    this.name = service.name ?? (0, ecs_version.Vb)(service.service);
    this.api = api;
    this.definitions = definitions;
    this.history = new EcsHistory(api, definitions, this.locator);
  }
  get deploymentsUrl() {
    const {cluster: cluster, service: service} = this.locator;
    const {region: region} = this.api;
    const path = `ecs/v2/clusters/${(0, ecs_version.Vb)(cluster)}/services/${(0, ecs_version.Vb)(service)}`;
    return (0, aws_console.F)(region, `${path}/deployments?region=${region}`);
  }
  async read(deadline) {
    const service = await this.api.service(this.locator, deadline);
    const {type: type} = service.deploymentController ?? {};
    if (!type || type === "ECS") return service;
    throw new errors.lZ(type === "CODE_DEPLOY" ? `${this.name} is deployed by CodeDeploy. Set "codedeploy-application" and "codedeploy-deployment-group".` : `${this.name} uses an external deployment controller (${type}), which this action does not support.`);
  }
  async running(service, deadline) {
    const rollout = servingIn(service);
    if (!rollout) return null;
    const arns = service.currentServiceRevisions.flatMap(({arn: arn}) => arn ?? []);
    const [taskDefinition, {digest: digest}] = await Promise.all([ this.definitions.registered(rollout.taskDefinition, deadline), this.history.resolved({
      ref: rollout.taskDefinition
    }, arns, deadline) ]);
    const version = {
      ...(0, ecs_version.E4)(taskDefinition),
      ...digest && {
        digest: digest
      }
    };
    return {
      version: version,
      taskDefinition: taskDefinition
    };
  }
}

function snapshotOf({deployments: deployments}, briefs, live) {
  return {
    deploymentIds: deployments.map(({id: id}) => id),
    serviceDeploymentArns: new Set(briefs.map(one => one.serviceDeploymentArn)),
    live: live
  };
}

function primaryIn({deployments: deployments}) {
  return deployments.find(({status: status}) => status === "PRIMARY");
}

function servingIn(service) {
  const {deployments: deployments} = service;
  const runs = one => (one.runningCount ?? 0) > 0;
  const primary = primaryIn(service);
  return deployments.find(({rolloutState: rolloutState}) => rolloutState === "COMPLETED") ?? deployments.find(one => one !== primary && runs(one)) ?? (primary && !primary.rolloutState && runs(primary) ? primary : void 0);
}

function configurationFor(service, {strategy: strategy, bakeTime: bakeTime}) {
  const now = service.deploymentConfiguration ?? {};
  const isSet = (strategy ?? now.strategy) === (now.strategy ?? "ROLLING") && (bakeTime ?? now.bakeTimeInMinutes) === now.bakeTimeInMinutes;
  if (isSet || !strategy && bakeTime === void 0) return;
  const {canaryConfiguration: canaryConfiguration, linearConfiguration: linearConfiguration, ...others} = now;
  const kind = strategy ?? now.strategy ?? "ROLLING";
  return {
    ...others,
    ...kind === "CANARY" && canaryConfiguration ? {
      canaryConfiguration: canaryConfiguration
    } : {},
    ...kind === "LINEAR" && linearConfiguration ? {
      linearConfiguration: linearConfiguration
    } : {},
    strategy: kind,
    ...bakeTime !== void 0 && {
      bakeTimeInMinutes: bakeTime
    }
  };
}

var create_once = __nccwpck_require__("packages/deployment/src/create-once.ts");

async function updateService(service, update, version, before, deadline) {
  const {api: api, locator: locator, name: name} = service;
  const isForced = update.forceNewDeployment ?? false;
  const isOurs = one => one.taskDefinition === update.taskDefinition;
  const isKnown = ({id: id}) => before.deploymentIds.includes(id);
  let isKept = false;
  const write = async () => {
    const primary = primaryIn(await api.update({
      ...locator,
      ...update
    }, isForced, deadline));
    if (!primary) throw new errors.lZ(`ECS accepted the update of ${name}, but reports no deployment for it.`);
    isKept = isOurs(primary) && isKnown(primary);
    return primary;
  };
  const find = async () => {
    const primary = primaryIn(await service.read(deadline));
    return primary && isOurs(primary) && !isKnown(primary) ? primary : void 0;
  };
  const missing = `No new deployment of ${name} showed up`;
  const {id: id} = await (0, create_once.U)({
    noun: "deployment",
    missing: missing,
    write: write,
    find: find
  }, deadline);
  return new EcsDeployment(service, {
    id: id,
    version: version
  }, before, isKept ? "kept" : "created");
}

class EcsTarget {
  #service;
  #options;
  constructor(api, definitions, options) {
    this.#service = new ServiceReader(api, definitions, options);
    this.#options = options;
  }
  get identity() {
    const {locator: locator, name: name, api: api} = this.#service;
    return {
      provider: "ecs",
      name: name,
      target: {
        ...locator,
        region: api.region
      }
    };
  }
  get #resolver() {
    const {resolver: resolver} = this.#options;
    if (resolver) return resolver;
    throw new Error("This target can only be rolled back.");
  }
  async plan(deadline) {
    const {history: history} = this.#service;
    const service = await this.#service.read(deadline);
    const {taskDefinition: taskDefinition} = servingIn(service) ?? primaryIn(service) ?? service;
    const [running, resolved, briefs] = await Promise.all([ this.#service.running(service, deadline), this.#resolver.resolve(taskDefinition ?? void 0, deadline), history.briefs(deadline) ]);
    const live = running?.version ?? null;
    const before = snapshotOf(service, briefs, live);
    const step = this.#step({
      service: service,
      running: running,
      resolved: resolved,
      before: before
    });
    const isSame = step.kind === "unchanged" || resolved.arn === live?.ref;
    const earlier = isSame && live ? await history.before(live, briefs, deadline) : null;
    return {
      live: live,
      before: version => live && !same(live, version) ? live : earlier,
      step: step
    };
  }
  #step(reading) {
    const {service: service, resolved: resolved, before: before} = reading;
    const {live: live} = before;
    const {force: force, desiredCount: desiredCount, attempt: attempt = 1} = this.#options;
    const primary = primaryIn(service);
    const isUnderway = primary?.rolloutState === "IN_PROGRESS" && primary.taskDefinition === resolved.arn;
    if (primary && isUnderway && (!force || attempt > 1)) {
      const version = {
        ref: primary.taskDefinition,
        commit: this.#resolver.commit
      };
      const {id: id} = primary;
      const deployment = new EcsDeployment(this.#service, {
        id: id,
        version: version
      }, before, "attached");
      return {
        kind: "attach",
        deployment: deployment
      };
    }
    const isRunning = live?.ref === resolved.arn && primary?.taskDefinition === resolved.arn;
    const isAsked = desiredCount === void 0 || desiredCount === service.desiredCount;
    if (live && isRunning && !force && isAsked && !configurationFor(service, this.#options)) {
      this.#logUnresolvedTags(resolved);
      return {
        kind: "unchanged",
        version: live
      };
    }
    return {
      kind: "start",
      operation: this.#deploy(reading)
    };
  }
  #logUnresolvedTags({definition: definition}) {
    const tagged = definition.containerDefinitions.flatMap(({image: image}) => image && !image.includes("@") ? [ image ] : []);
    if (tagged.length === 0) return;
    const {api: api, name: name} = this.#service;
    api.log(`${name}: not checked whether ${tagged.join(", ")} now points to another image. ` + 'If a tag moves, deploy with "force-new-deployment: true".');
  }
  #deploy(reading) {
    const {service: service, resolved: resolved, before: before} = reading;
    const {live: live} = before;
    const {force: force = false, desiredCount: desiredCount} = this.#options;
    const resolver = this.#resolver;
    const deploymentConfiguration = configurationFor(service, this.#options);
    return {
      description: this.#describeDeploy(reading),
      start: async (deadline, {written: written, note: note}) => {
        const version = await resolver.available(resolved, live?.ref, written, deadline);
        const {ref: ref} = version;
        const ran = await resolver.runPreDeployTask(ref, service, written, deadline);
        if (ran) note(ran);
        const update = {
          taskDefinition: ref,
          ...desiredCount !== void 0 && {
            desiredCount: desiredCount
          },
          ...deploymentConfiguration && {
            deploymentConfiguration: deploymentConfiguration
          },
          ...(force || isStuck(service, live, ref)) && {
            forceNewDeployment: true
          }
        };
        return updateService(this.#service, update, version, before, deadline);
      }
    };
  }
  #describeDeploy({service: service, running: running, resolved: {arn: arn, definition: definition}}) {
    const {desiredCount: desiredCount, force: force} = this.#options;
    const {name: name} = this.#service;
    const {task: task} = this.#resolver;
    const configuration = configurationFor(service, this.#options);
    const changes = running ? (0, task_definition.tX)(running.taskDefinition.definition, definition).join("; ") : "the first one";
    const deploys = arn ? `deploy ${(0, ecs_version.Vb)(arn)}${arn === running?.version.ref ? " again" : ""}` : `register a new revision of ${definition.family} (${changes}) and deploy it`;
    return [ ...task ? [ `run "${task.command.join(" ")}" first` ] : [], `${deploys} to ${name}`, ...force ? [ "even if nothing changed" ] : [], ...configuration ? [ `with the strategy ${configuration.strategy}` ] : [], ...desiredCount === void 0 ? [] : [ `with ${desiredCount} tasks` ] ].join(", ");
  }
  async live(deadline) {
    const service = await this.#service.read(deadline);
    return (await this.#service.running(service, deadline))?.version ?? null;
  }
  async state(deadline) {
    const service = await this.#service.read(deadline);
    const primary = primaryIn(service);
    const live = (await this.#service.running(service, deadline))?.version ?? null;
    if (!primary || primary.taskDefinition === live?.ref) return {
      live: live,
      desired: live
    };
    const {definitions: definitions} = this.#service;
    return {
      live: live,
      desired: (0, ecs_version.E4)(await definitions.registered(primary.taskDefinition, deadline))
    };
  }
  async previous(deadline) {
    const {history: history} = this.#service;
    const live = await this.live(deadline);
    return history.before(live, await history.briefs(deadline), deadline);
  }
  async find(text, deadline) {
    const {name: serviceName, definitions: definitions, history: history} = this.#service;
    const live = await this.live(deadline);
    const name = (0, ecs_version.ZC)(text, live);
    if (name) return (0, ecs_version.E4)(await definitions.registered(name, deadline));
    const found = await history.find(text, live, deadline);
    if (found) return found;
    throw new errors.lZ(`${serviceName} has no version ${(0, quote.h)(text)} among its last ${maxHistory} deployments. Use a task definition as ` + `"family:revision", its ARN, a revision number, a commit of at least 7 characters, or "previous".`);
  }
  same(a, b) {
    return same(a, b);
  }
  rollbackTo(to) {
    const {name: name, history: history} = this.#service;
    return {
      description: `roll ${name} back to ${(0, ecs_version.Vb)(to.ref)}${to.commit ? ` (${(0, 
      src_record.EU)(to)})` : ""}`,
      start: async (deadline, {written: written}) => {
        const service = await this.#service.read(deadline);
        const briefs = await history.briefs(deadline);
        const live = (await this.#service.running(service, deadline))?.version ?? null;
        const before = snapshotOf(service, briefs, live);
        const stopped = same(live, to) && await this.#stopUnderway(briefs[0], to, before, deadline);
        if (stopped) return stopped;
        const taskDefinition = await this.#deployable(to, service, written, deadline);
        const version = {
          ...to,
          ref: taskDefinition
        };
        return updateService(this.#service, {
          taskDefinition: taskDefinition
        }, version, before, deadline);
      }
    };
  }
  async #stopUnderway(newest, to, before, deadline) {
    if (!newest || !underway.includes(newest.status)) return;
    const {serviceDeploymentArn: arn, status: status} = newest;
    if (stoppable.includes(status)) try {
      await this.#service.api.stop(arn, deadline);
    } catch (error) {
      if ((0, ecs_api.G)(error) || (0, aws_src_errors.Ue)(error, "ConflictException")) return;
      throw error;
    }
    return new EcsDeployment(this.#service, {
      id: arn,
      version: to
    }, before, "stopped");
  }
  async #deployable(to, service, written, deadline) {
    const {definitions: definitions, history: history} = this.#service;
    const {arn: arn, isActive: isActive, definition: definition} = await definitions.registered(to.ref, deadline);
    const hasMoved = primaryIn(service)?.taskDefinition === arn;
    if (isActive && !hasMoved) return arn;
    const copy = hasMoved ? (0, task_definition.tD)(definition, {
      images: await history.images(to, deadline),
      env: {}
    }) : definition;
    return definitions.register(copy, {
      commit: to.commit
    }, written, deadline);
  }
}

function isStuck(service, live, definition) {
  const primary = primaryIn(service);
  return primary?.taskDefinition === definition && live?.ref !== definition;
}

const ours = "deploy:";

function withDeployTags(definition, metadata) {
  const kept = ownTags(definition);
  const written = Object.entries(metadata ?? {}).flatMap(([name, value]) => value ? [ {
    key: `${ours}${name}`,
    value: tagText(value)
  } ] : []);
  return {
    ...definition,
    tags: kept.length + written.length === 0 ? void 0 : [ ...kept, ...written ]
  };
}

function tagText(value) {
  return value.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
}

function readDeployTags(tags) {
  const entries = tags.flatMap(({key: key, value: value}) => key?.startsWith(ours) && value ? [ [ key.slice(ours.length), value ] ] : []);
  return Object.fromEntries(entries);
}

function ownTags({tags: tags}) {
  return (tags ?? []).filter(({key: key}) => !key.startsWith(ours) && !key.startsWith("aws:"));
}

function sameDefinition(a, b) {
  return canonicalJson(a) === canonicalJson(b);
}

function canonicalJson(definition) {
  const bare = {
    ...(0, task_definition.ZV)(definition),
    tags: ownTags(definition)
  };
  return JSON.stringify(canonical(bare, {
    networkMode: definition.networkMode
  }));
}

const defaults = {
  "": {
    networkMode: "bridge",
    enableFaultInjection: false
  },
  containerDefinitions: {
    essential: true,
    cpu: 0
  },
  portMappings: {
    protocol: "tcp",
    hostPort: 0
  },
  healthCheck: {
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: 0
  },
  efsVolumeConfiguration: {
    rootDirectory: "/"
  },
  ulimits: {}
};

const unordered = {
  environment: "name",
  secrets: "name",
  volumes: "name",
  tags: "key",
  systemControls: "namespace"
};

function canonical(value, around) {
  const {name: name = ""} = around;
  if (Array.isArray(value)) {
    const items = value.map(item => canonical(item, around)).filter(item => item !== void 0);
    if (items.length === 0) return;
    if (items.every(item => typeof item === "string")) return name === "requiresCompatibilities" ? items.toSorted() : items;
    const key = (0, map.TE)(unordered, name);
    return key ? sortedBy(key, items) : items;
  }
  if (typeof value !== "object" || value === null) return isAmount(around) ? amount(value) : value ?? void 0;
  const entries = Object.entries(value).map(([key, member]) => [ key, canonical(member, {
    ...around,
    name: key,
    parent: name
  }) ]).filter(([key, member]) => member !== void 0 && member !== (0, map.TE)((0, 
  map.TE)(defaults, name) ?? {}, key)).filter(([key, member]) => !isMirrored(name, key, member, value, around)).sort(([a], [b]) => a < b ? -1 : 1);
  return entries.length === 0 ? void 0 : Object.fromEntries(entries);
}

function isAmount({name: name = "", parent: parent = ""}) {
  return /^(cpu|memory)$/.test(name) && (parent === "" || parent === "containerDefinitions");
}

function isMirrored(name, key, member, value, {networkMode: networkMode}) {
  const isShared = (networkMode ?? "bridge") === "bridge";
  if (name !== "portMappings" || key !== "hostPort" || isShared) return false;
  return "containerPort" in value && member === value.containerPort;
}

function amount(value) {
  const [, number, unit] = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(String(value ?? "")) ?? [];
  if (number === void 0) return value ?? void 0;
  return Math.round(Number(number) * (unit ? 1024 : 1)) || void 0;
}

function sortedBy(key, items) {
  const of = item => typeof item === "object" && item !== null ? String(Object.entries(item).find(([it]) => it === key)?.[1]) : "";
  return items.toSorted((a, b) => of(a) < of(b) ? -1 : 1);
}

var external_node_crypto_ = __nccwpck_require__("node:crypto");

async function startTask(api, {container: container, command: command}, {arn: arn, definition: definition}, service, run, deadline) {
  const name = containerOf({
    container: container,
    command: command
  }, definition);
  const started = await api.run(taskOf(arn, name, command, service, run), deadline);
  const id = started.taskArn.split("/").at(-1) ?? started.taskArn;
  const said = `"${command.join(" ")}" in ${name} (task ${id})`;
  api.log(`Running ${said} before any service is changed.`);
  const task = {
    name: name,
    said: said,
    cluster: service.clusterArn
  };
  const log = logOf(definition, name, id, api.region);
  return {
    ended: evidenceOf(started, task, log, api, deadline)
  };
}

async function evidenceOf(started, command, log, api, deadline) {
  const {name: name, said: said} = command;
  const began = deadline.clock.now();
  const ended = await pre_deploy_task_endOf(started, command, api, deadline);
  const code = exitCodeOf(ended, name);
  if (code === 0) {
    const text = `${said} exited with 0 after ${(0, duration.a)(deadline.clock.now() - began)}.`;
    api.log(text);
    return {
      text: text,
      url: log
    };
  }
  const also = log ? ` Log: ${log}` : "";
  throw new errors.lZ(`${said} ${code === void 0 ? "did not run" : `exited with ${code}`}, so no service was changed: ` + `${reasonOf(ended, name)}.${also}`);
}

function containerOf({container: container}, {family: family, containerDefinitions: containerDefinitions}) {
  const names = containerDefinitions.map(({name: name}) => name);
  const name = container ?? names[0] ?? "";
  if (names.includes(name)) return name;
  throw new errors.lZ(`"run-task" names the container ${(0, quote.h)(name)}, but ${family} has ${names.join(", ")}.`);
}

function taskOf(taskDefinition, name, command, service, run) {
  const {networkConfiguration: networkConfiguration, capacityProviderStrategy: capacityProviderStrategy, launchType: launchType, platformVersion: platformVersion} = service;
  const sign = [ run, taskDefinition, service.serviceArn, ...command ].join("\n");
  return {
    cluster: service.clusterArn,
    taskDefinition: taskDefinition,
    count: 1,
    startedBy: "ci-actions",
    clientToken: (0, external_node_crypto_.createHash)("sha256").update(sign).digest("hex"),
    ...networkConfiguration && {
      networkConfiguration: networkConfiguration
    },
    ...capacityProviderStrategy?.length ? {
      capacityProviderStrategy: capacityProviderStrategy
    } : launchType && {
      launchType: launchType
    },
    ...platformVersion && {
      platformVersion: platformVersion
    },
    overrides: {
      containerOverrides: [ {
        name: name,
        command: command
      } ]
    }
  };
}

const pre_deploy_task_missingFor = 3e4;

async function pre_deploy_task_endOf({taskArn: taskArn}, {name: name, said: said, cluster: cluster}, api, deadline) {
  const {clock: clock} = deadline;
  let forgotten = clock.now() + pre_deploy_task_missingFor;
  const look = async () => {
    const [task] = await api.tasks(cluster, [ taskArn ], deadline);
    if (!task) {
      if (clock.now() < forgotten) return;
      throw new errors.lZ(`ECS no longer has ${said}, so its exit code is unknown.`);
    }
    forgotten = 0;
    if (task.lastStatus === "STOPPED") return task;
    if (exitCodeOf(task, name) === void 0) return;
    await api.stopTask(cluster, taskArn, deadline);
    return task;
  };
  try {
    return await (0, poll.w)(look, (0, backoff.E)(500, 1.5, 5e3), deadline);
  } catch (error) {
    const still = `${(0, errors.gJ)(error)} ${said} is still running; no service was changed.`;
    if (error instanceof src_deadline.M) throw new src_deadline.M(still);
    throw error instanceof errors.cc ? new errors.cc(still) : error;
  }
}

function exitCodeOf({containers: containers}, name) {
  return containers.find(one => one.name === name)?.exitCode ?? void 0;
}

function reasonOf({containers: containers, stoppedReason: stoppedReason}, name) {
  const reason = containers.find(one => one.name === name)?.reason;
  return [ stoppedReason, reason ].filter(Boolean).join("; ") || "ECS gives no reason";
}

const awslogs = (0, dist._H3)({
  options: (0, map.A7)((0, dist.YjP)())
});

function logOf({containerDefinitions: containerDefinitions}, name, id, region) {
  const container = containerDefinitions.find(one => one.name === name);
  if (!(0, dist.is)(awslogs, container?.logConfiguration)) return;
  const {options: options} = container.logConfiguration;
  const {"awslogs-group": group, "awslogs-stream-prefix": prefix} = options;
  if (!group || !prefix) return;
  const where = options["awslogs-region"] ?? region;
  const stream = (0, aws_console.j)(`${prefix}/${name}/${id}`);
  return (0, aws_console.F)(where, `cloudwatch/home?region=${where}#logsV2:log-groups/log-group/${(0, 
  aws_console.j)(group)}/log-events/${stream}`);
}

class TaskDefinitionResolver {
  #api;
  #definitions;
  #options;
  #task;
  constructor(api, definitions, options) {
    this.#api = api;
    this.#definitions = definitions;
    this.#options = options;
  }
  get task() {
    return this.#options.task;
  }
  get commit() {
    return this.#options.commit;
  }
  async resolve(running, deadline) {
    const resolved = await this.#select(running, deadline);
    if (this.#options.task) containerOf(this.#options.task, resolved.definition);
    return resolved;
  }
  async #select(running, deadline) {
    const {source: source, changes: changes} = this.#options;
    if (source.kind === "file") return this.#find((0, task_definition.tD)(source.definition, changes), running, deadline);
    const name = source.kind === "named" ? source.name : running;
    if (!name) throw new errors.lZ('The service runs nothing yet: set "task-definition".');
    const base = await this.#definitions.registered(name, deadline);
    if (isEmpty(changes)) return base;
    return this.#find((0, task_definition.tD)(base.definition, changes), running, deadline);
  }
  async #find(definition, running, deadline) {
    const known = running ? await this.#definitions.registered(running, deadline) : void 0;
    if (known && sameDefinition(known.definition, definition)) return {
      definition: definition,
      arn: known.arn
    };
    return {
      definition: definition,
      arn: await this.#definitions.newest(definition, deadline)
    };
  }
  async available({arn: arn, definition: definition}, prev, written, deadline) {
    if (arn) return (0, ecs_version.E4)(await this.#definitions.registered(arn, deadline));
    const {commit: commit} = this.#options;
    return {
      ref: await this.#definitions.register(definition, {
        commit: commit,
        prev: prev
      }, written, deadline),
      commit: commit
    };
  }
  async runPreDeployTask(definition, service, written, deadline) {
    const {task: task, run: run, attempt: attempt} = this.#options;
    if (!task) return;
    const known = this.#definitions.registered(definition, deadline);
    this.#task ??= known.then(it => startTask(this.#api, task, it, service, `${run} ${attempt}`, deadline));
    const {ended: ended} = await this.#task;
    this.#definitions.wrote(`"${task.command.join(" ")}" was started.`, written);
    return ended;
  }
}

function isEmpty({images: images, env: env}) {
  return images.length === 0 && Object.keys(env).length === 0;
}

class TaskDefinitions {
  #api;
  #run;
  #known=new Map;
  #registered=new Map;
  #written=new Set;
  constructor(api, run) {
    this.#api = api;
    this.#run = run;
  }
  registered(name, deadline) {
    const found = this.#known.get(name) ?? this.#look(name, deadline);
    this.#known.set(name, found);
    return found;
  }
  async #look(name, deadline) {
    const {taskDefinition: taskDefinition, tags: tags} = await this.#api.taskDefinition(name, deadline);
    return {
      arn: taskDefinition.taskDefinitionArn,
      isActive: (taskDefinition.status ?? "ACTIVE") === "ACTIVE",
      definition: {
        ...taskDefinition,
        tags: tags
      },
      metadata: readDeployTags(tags)
    };
  }
  async newest(definition, deadline) {
    try {
      const newest = await this.#look(definition.family, deadline);
      const isSame = newest.isActive && sameDefinition(newest.definition, definition);
      return isSame ? newest.arn : void 0;
    } catch (error) {
      if (isNoFamily(error)) return;
      throw error;
    }
  }
  async register(definition, {commit: commit, prev: prev}, written, deadline) {
    const key = canonicalJson(definition);
    const metadata = {
      sha: commit,
      run: this.#run,
      prev: prev
    };
    const registered = this.#registered.get(key) ?? this.#registerOnce(definition, metadata, deadline);
    this.#registered.set(key, registered);
    const arn = await registered;
    this.wrote(`${(0, ecs_version.Vb)(arn)} was registered.`, written);
    return arn;
  }
  async #registerOnce(definition, metadata, deadline) {
    const register = async one => {
      for (let tries = 1; ;tries++) try {
        return await this.#api.register(one, deadline);
      } catch (error) {
        if (!(error instanceof src_errors.W)) throw error;
        const left = await this.newest(definition, deadline);
        if (left) return left;
        if (tries === 3) throw error;
      }
    };
    const bare = (0, task_definition.ZV)(definition);
    try {
      return await register(withDeployTags(bare, metadata));
    } catch (error) {
      if (!(0, ecs_api.G)(error) || !/ecs:TagResource/.test(String(error))) throw error;
      this.#api.log("The role of this job is not allowed to use ecs:TagResource, so the new revision does not record the previous " + 'version; "rollback" then needs the record of this deploy or the history of the service.');
      return await register(withDeployTags(bare, void 0));
    }
  }
  wrote(sentence, written) {
    this.#written.add(sentence);
    written([ ...this.#written ].join(" "));
  }
}

function isNoFamily(error) {
  return error instanceof Error && /Unable to describe task definition/.test(error.message);
}

const strategies = {
  rolling: "ROLLING",
  "blue-green": "BLUE_GREEN",
  canary: "CANARY",
  linear: "LINEAR"
};

async function createTargets(inputs, runner) {
  refuseContradictions(inputs);
  const {cluster: cluster, images: images = [], env: env = {}, task: task, force: force} = inputs;
  const access = await awsAccess(runner);
  const api = new ecs_api.a(access);
  const definitions = new TaskDefinitions(api, runner.run.url);
  const resolver = new TaskDefinitionResolver(api, definitions, {
    source: await sourceOf(inputs.taskDefinition, runner),
    changes: {
      images: images.map(({name: name, value: value}) => ({
        container: name,
        image: value
      })),
      env: env
    },
    task: task,
    commit: runner.run.commit,
    run: runner.run.url,
    attempt: runner.run.attempt
  });
  const places = inputs.services.map(({name: name, value: value}) => ({
    cluster: cluster,
    service: value,
    name: name,
    force: force,
    resolver: resolver
  }));
  if (inputs.application) return byCodeDeploy(places, api, access, definitions, inputs, runner);
  const {desiredCount: desiredCount, bakeTime: bakeTime} = inputs;
  const strategy = inputs.strategy && strategies[inputs.strategy];
  const {attempt: attempt} = runner.run;
  const how = {
    desiredCount: desiredCount,
    bakeTime: bakeTime,
    strategy: strategy,
    attempt: attempt
  };
  return places.map(place => new EcsTarget(api, definitions, {
    ...place,
    ...how
  }));
}

async function byCodeDeploy(places, api, access, definitions, {application: application = "", deploymentGroup: deploymentGroup = "", appSpec: appSpec, onFailure: onFailure}, runner) {
  const {CodeDeployApi: CodeDeployApi, CodeDeployTarget: CodeDeployTarget} = await __nccwpck_require__.e("deployment-codedeploy").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/codedeploy/index.ts"));
  const how = {
    application: application,
    deploymentGroup: deploymentGroup,
    appSpec: appSpec ? await (await __nccwpck_require__.e("deployment-codedeploy-appspec-file").then(__nccwpck_require__.bind(__nccwpck_require__, "packages/deployment/src/codedeploy/appspec-file.ts"))).appSpecIn(appSpec, runner) : void 0,
    rollsBack: onFailure === "rollback"
  };
  const codedeploy = new CodeDeployApi(access);
  return places.map(place => new CodeDeployTarget(api, codedeploy, definitions, {
    ...place,
    ...how
  }));
}

function refuseContradictions(inputs) {
  const names = inputs.services.map(({value: value}) => value);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new errors.dz(`The service ${twice} is listed twice; a step deploys each service once.`);
  const {application: application, deploymentGroup: deploymentGroup, appSpec: appSpec, strategy: strategy, bakeTime: bakeTime, desiredCount: desiredCount} = inputs;
  if (!application !== !deploymentGroup || appSpec && !application) throw new errors.dz('Set "codedeploy-application" and "codedeploy-deployment-group" together, or neither of them.');
  if (inputs.wait && bakeTime !== void 0 && bakeTime * 6e4 >= inputs.timeout) throw new errors.dz('With "bake-time", the deployment takes longer than "timeout"; increase it.');
  if (!application) return;
  if (names.length > 1) throw new errors.dz("A CodeDeploy deployment group deploys one service: use one step per service.");
  if (strategy || bakeTime !== void 0 || desiredCount !== void 0) throw new errors.dz('With CodeDeploy, "strategy", "bake-time" and "desired-count" cannot be set: the deployment group defines them.');
}

const deployInputs = {
  timeout: required("timeout", input_parsers.Cz),
  onFailure: required("on-failure", (0, input_parsers.yL)("leave", "rollback")),
  environment: optional("environment", input_parsers.Qq),
  dryRun: required("dry-run", input_parsers.Jt)
};

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

const inputs = {
  ...ecsInputs,
  ...deployInputs,
  wait: required("wait", input_parsers.Jt),
  onCancel: required("on-cancel", (0, input_parsers.yL)("leave", "rollback"))
};

const ecsDeploy = action({
  title: "ECS deploy",
  inputs: inputs,
  outputs: [ ...src_record.C0, "task-definition-arn" ],
  async main(given, runner) {
    const targets = await createTargets(given, runner);
    const results = await deploy(targets, given, runner);
    const records = results.map(({record: record}) => record);
    const outputs = (0, src_record.OG)(records);
    runner.setOutputs({
      ...outputs,
      "task-definition-arn": outputs.version
    });
    runner.appendSummary(deploymentSummary("ECS deploy", records, summaryNotes(results)));
    throwIfFailed(records);
  }
});

run(ecsDeploy);
