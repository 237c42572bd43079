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
  "packages/kit/src/json.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
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
      BuJ: () => getDotPath,
      FsL: () => pipe,
      IeY: () => custom,
      Ikc: () => object,
      KCZ: () => union,
      KIO: () => picklist,
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
    Error;
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

var src_quote = __nccwpck_require__("packages/kit/src/quote.ts");

class input_parsers_ValidationError extends Error {
  name="ValidationError";
  expected;
  part;
  constructor(expected, part) {
    super(isSentence(expected) ? expected : `must be ${expected}`);
    this.expected = expected;
    this.part = part;
  }
  describe(subject, value) {
    const expected = (0, src_quote.K)(this.expected, 400);
    return isSentence(this.expected) ? `${subject}: ${expected}${value ? ` Got ${value}.` : ""}` : `${subject} must be ${expected}${value ? `, not ${value}` : ""}.`;
  }
}

function isSentence(expected) {
  return expected.endsWith(".");
}

const input_parsers_text = {
  parse: given => given
};

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new input_parsers_ValidationError("true or false");
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
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new input_parsers_ValidationError("a duration such as 500ms, 30s, 5m or 1h");
    const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
    const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
    if (total > longestDuration) throw new input_parsers_ValidationError("a duration of at most 24 days");
    return Math.round(total);
  }
};

const positiveDuration = {
  async parse(given) {
    const ms = await duration.parse(given);
    if (ms === 0) throw new input_parsers_ValidationError("a duration longer than 0");
    return ms;
  }
};

function oneOf(...words) {
  return {
    parse(given) {
      const word = words.find(one => one === given);
      if (word === void 0) throw new input_parsers_ValidationError(`one of ${words.join(", ")}`);
      return word;
    }
  };
}

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const items = splitItems(given);
      if (items.length === 0) throw new input_parsers_ValidationError("at least one line that is not a comment");
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
    if (!(error instanceof input_parsers_ValidationError)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new input_parsers_ValidationError(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => (0, src_quote.h)(one)).join(", then ")})` : "";
    throw new input_parsers_ValidationError(inSeparateLines(error.expected, written), part);
  }
}

function inSeparateLines(expected, items) {
  return isSentence(expected) ? `${expected} Put each item on its own line${items}.` : `${expected}; put each on its own line${items}`;
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
  return required(by, oneOf(...Object.keys(groups)));
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
    if (!(error instanceof input_parsers_ValidationError)) throw error;
    const value = input.parser.secret ? "the given value (hidden)" : (0, src_quote.h)(error.part ?? given);
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : "";
    throw new errors.dz(`${error.describe(`Input "${input.name}"`, value)}${hint}`);
  }
}

function lacksVariable(value) {
  return !isRegexLiteral(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value);
}

const emptyHint = " A variable that does not exist is empty: does this value contain one?";

const space = "Free disk space on the runner before this step.";

const right = "Give the user of the runner, or of the job container, write access there.";

const files = "Raise the runner's limit of open files (ulimit -n).";

const adviceByCode = new Map([ [ "ENOSPC", space ], [ "EDQUOT", space ], [ "EROFS", right ], [ "EACCES", right ], [ "EPERM", right ], [ "EIO", "Check the runner's disk." ], [ "ENOMEM", "Give the runner more memory." ], [ "EMFILE", files ], [ "ENFILE", files ] ]);

function isMachineError(error) {
  return adviceByCode.has(errorCode(error));
}

function describeMachineError(what, error) {
  const advice = adviceByCode.get(errorCode(error));
  return `${what} (${(0, errors.gJ)(error)}).${advice ? ` ${advice}` : ""}`;
}

function errorCode(error) {
  return typeof error === "object" && error && "code" in error ? String(error.code) : "";
}

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
    if (errorCode(error) !== "EAGAIN") return bytes.length;
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
      const reason = describeMachineError("The outputs could not be written to GITHUB_OUTPUT", error);
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
    const short = Array.from(outputs, ([name, text]) => `${name}: ${(0, src_quote.K)(text, 60)}`);
    return `${reason} They are in the log: ${(0, src_quote.K)(short.join(", "), 600)}.`;
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
      this.warning(describeMachineError("The job summary could not be written to GITHUB_STEP_SUMMARY", error));
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
  if (isMachineError(error)) return describeMachineError("The runner refused an operation", error);
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

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lookUp(table, word) {
  return Object.hasOwn(table, word) ? table[word] : void 0;
}

function mapOf(value) {
  return (0, dist.FsL)((0, dist.IeY)(isMap, "expected a map"), (0, dist.NTK)(({dataset: dataset, addIssue: addIssue}) => {
    const input = dataset.value;
    const map = Object.create(null);
    for (const [key, given] of Object.entries(input)) {
      const result = (0, dist.xLC)(value, given);
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

const versionSchema = (0, dist.Ikc)({
  ref: (0, dist.YjP)(),
  commit: (0, dist.lqM)((0, dist.YjP)()),
  digest: (0, dist.lqM)((0, dist.YjP)())
});

(0, dist.Ikc)({
  schema: (0, dist.euz)("ci-actions/deployment@1"),
  kind: (0, dist.KIO)([ "deploy", "rollback" ]),
  provider: (0, dist.YjP)(),
  name: (0, dist.YjP)(),
  environment: (0, dist.lqM)((0, dist.YjP)()),
  target: mapOf((0, dist.KCZ)([ (0, dist.YjP)(), (0, dist.YOg)((0, dist.YjP)()) ])),
  status: (0, dist.KIO)(statuses),
  changed: (0, dist.zMY)(),
  id: (0, dist.lqM)((0, dist.YjP)()),
  version: (0, dist.mee)(versionSchema),
  previous: (0, dist.mee)(versionSchema),
  live: (0, dist.mee)(versionSchema),
  url: (0, dist.lqM)((0, dist.YjP)()),
  logUrl: (0, dist.lqM)((0, dist.YjP)()),
  startedAt: (0, dist.YjP)(),
  finishedAt: (0, dist.YjP)(),
  reason: (0, dist.lqM)((0, dist.YjP)())
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

var src_duration = __nccwpck_require__("packages/wait/src/duration.ts");

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
      timeOver.abort(new TimeoutError(`The time limit given, ${(0, src_duration.a)(given)}, was reached.`));
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

function exponential(first, factor, max) {
  return tries => Math.min(max, first * factor ** tries);
}

function fullJitter(backoff, random) {
  return tries => random() * backoff(tries);
}

async function poll(check, backoff, deadline, why = () => {}) {
  try {
    for (let tries = 0; ;tries++) {
      deadline.signal.throwIfAborted();
      const result = await check(tries);
      if (result !== void 0) return result;
      await deadline.sleep(backoff(tries));
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    const reason = why();
    throw reason ? new TimeoutError(`${error.message} ${reason}`) : error;
  }
}

function followOptions(targets, log) {
  return {
    backoff: exponential(500, 1.5, Math.max(5e3, targets * 600)),
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
    return await poll(check, backoff, deadline);
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
  if (error instanceof TimeoutError) return "timed-out";
  if (error instanceof errors.lZ) return "failed";
  throw error;
}

function describeInterruption(error, id, phase) {
  const still = `${id} was started and is still running (${phase})`;
  if (error instanceof errors.cc) return `The job was cancelled; ${still}.`;
  return error instanceof TimeoutError ? `${error.message} ${still}.` : `${error.message} (${still}.)`;
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

class HttpError extends errors.lZ {
  name="HttpError";
  status;
  response;
  constructor(message, response) {
    super(message);
    this.status = response.status;
    this.response = response;
  }
}

class IndeterminateError extends errors.lZ {
  name="IndeterminateError";
  answered;
  response;
  constructor(message, answered, response) {
    super(message);
    this.answered = answered;
    this.response = response;
  }
}

class RecordBuilder {
  #of;
  #clock;
  #record;
  constructor(kind, of, environment, clock) {
    this.#of = of;
    this.#clock = clock;
    this.#record = openRecord(kind, of.identity, environment, clock.date());
  }
  read(live) {
    this.#set({
      live: live,
      previous: live
    });
  }
  unchanged(version, previous) {
    const reason = `${shortName(version)} is already live.`;
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
      changed: written !== void 0 || error instanceof IndeterminateError || isCutOff,
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
  const what = step.version ? `rolling back to ${shortName(step.version)} with` : "started";
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

function destination({live: live, desired: desired}, to, {from: from, force: force}, same = sameVersion) {
  if (!to) throw new errors.lZ("Nothing to roll back to: no earlier version is known. " + 'Set "to" of rollback, or deploy a working version.');
  if (same(live, to) && same(desired, to)) return null;
  if (force || !desired || !from || same(desired, from) || same(desired, to)) return to;
  throw new errors.lZ(`${shortName(desired)} (${desired.ref}) is live or being deployed. It is neither the version to replace, ${shortName(from)}, ` + `nor the one to roll back to, ${shortName(to)}: something else was deployed in the meantime. ` + 'Set "force: true" to roll back anyway.');
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
  const name = shortName(previous);
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

async function deploy(targets, options, runner, clock = systemClock) {
  const follow = followOptions(targets.length, line => runner.info(line));
  const deadline = new Deadline(options.timeout, runner.cancelled, clock);
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
    deadline: new Deadline(options.timeout, runner.cancelled, clock)
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
  return !isSuccess(status) && status !== "superseded";
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
  const rows = records.map(record => [ markdown_markdownLink(record.name, record.url), `${statusIcons[record.status]} ${markdown_markdownLink(record.status, record.logUrl)}`, report_short(record.version), report_short(record.previous), report_short(record.live), (0, 
  src_duration.a)(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${escapeMarkdown(name)}**: ${escapeMarkdown(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ markdownTable(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${escapeMarkdown(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function throwIfFailed(records) {
  const bad = records.filter(({status: status}) => !isSuccess(status));
  if (bad.length === 0) return;
  const sorted = bad.toSorted((a, b) => statuses.indexOf(b.status) - statuses.indexOf(a.status));
  const byEnd = Map.groupBy(sorted, endOf);
  throw new errors.lZ(Array.from(byEnd, ([end, same]) => `${same.map(({name: name}) => name).join(", ")} ${end}`).join(" | "));
}

function endOf({status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Log: ${logUrl}` : "";
  return `${status}: ${reason ?? "no reason is known."}${log}`;
}

function report_short(version) {
  return version ? markdownCode(shortName(version)) : "–";
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
  return `The clock of this machine is ${(0, src_duration.a)(Math.abs(offset))} ${direction} that of AWS, so requests are signed ` + "with the time of AWS. Correct the clock: certificates and tokens are also validated against it.";
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
  throw new errors.dz(`The AWS profile ${(0, src_quote.h)(name)} has "services = ${settings.services}", but the config file has no ` + `section [services ${settings.services}].`);
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
  throw new errors.dz(`The AWS region ${(0, src_quote.h)(value)} is invalid; a region looks like "eu-west-1".`);
}

function readFlag(key, runner, {settings: settings}) {
  const variable = `AWS_${key.toUpperCase()}`;
  const override = runner.env(variable);
  const [name, value] = override ? [ variable, override ] : [ `${key} of the AWS profile`, settings[key] ];
  if (value === void 0 || value === "false") return false;
  if (value === "true") return true;
  throw new errors.dz(`${name} must be "true" or "false", not ${(0, src_quote.h)(value)}.`);
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

var external_node_util_ = __nccwpck_require__("node:util");

class FileError extends errors.lZ {
  name="FileError";
  get isMissing() {
    return this.message === missing;
  }
}

const missing = "does not exist";

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
      const length = (0, external_node_fs_.readSync)(descriptor, piece);
      if (length === 0) break;
      pieces.push(piece.subarray(0, length));
      left -= length;
    }
    return Buffer.concat(pieces);
  } catch (error) {
    throw new FileError(`cannot be read (${errorCode(error)})`);
  } finally {
    (0, external_node_fs_.closeSync)(descriptor);
  }
}

const pieceSize = 64 * 1024;

function openFile(path) {
  return file_open(path, external_node_fs_.constants.O_RDONLY);
}

function file_open(path, flags) {
  let descriptor;
  try {
    descriptor = (0, external_node_fs_.openSync)(path, flags | (external_node_fs_.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new FileError(fileErrorReason(error));
  }
  const stats = (0, external_node_fs_.fstatSync)(descriptor);
  if (stats.isFile()) return descriptor;
  (0, external_node_fs_.closeSync)(descriptor);
  throw new FileError(`is ${fileKind(stats)}, not a file`);
}

const reasons = new Map([ [ "ENOENT", missing ], [ "ENOTDIR", missing ], [ "EISDIR", "is a folder, not a file" ], [ "ENXIO", "is a pipe, a socket or a device, not a file" ], [ "ENODEV", "is a device, not a file" ] ]);

function fileErrorReason(error) {
  const code = errorCode(error);
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
    const limits = readBeginning("/proc/self/limits", 4096).toString();
    const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? [];
    return soft === void 0 ? Number.POSITIVE_INFINITY : Number(soft);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

var src_response = __nccwpck_require__("packages/http/src/response.ts");

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
      const response = outcome instanceof send.R ? void 0 : outcome;
      const said = response ? this.#quoteError(response) : "";
      if (wait.executed === "unknown" && !idempotent) throw new IndeterminateError(`${this.#subject(request)} ${wait.reason}${said}.`, !!response, response);
      if (failures >= tries) {
        const often = tries === 1 ? "" : `, ${tries} times in a row`;
        throw new errors.lZ(`${this.#subject(request)} ${wait.reason}${often}${said}.${this.#hint(response)}`);
      }
      const pause = Math.max(wait.asked ?? 0, 250 + backoff(times));
      if (pause > deadline.remaining) throw new TimeoutError(`${this.#subject(request)} ${wait.reason}; the next try would be in ${(0, 
      src_duration.a)(pause)}, ` + `but only ${(0, src_duration.a)(deadline.remaining)} of the time limit is left.`);
      this.#api.log(`${this.#subject(request)} ${wait.reason}; retrying in ${(0, src_duration.a)(pause)}.`);
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
      if (!(error instanceof TimeoutError)) throw error;
      return new send.R(`it could not be signed within ${(0, src_duration.a)(attemptTimeout)}`, "no", error);
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
    if (!(reason instanceof TimeoutError)) return reason;
    return new TimeoutError(`${this.#subject(request)} gave no answer. ${reason.message}`);
  }
  #httpError(request, response) {
    return new HttpError(`${this.#subject(request)} answered ${response.status}${this.#quoteError(response)}.${this.#hint(response)}`, response);
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
  return (0, src_quote.K)((0, dist.is)(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
}

const errorSchema = (0, dist.Ikc)({
  __type: (0, dist.cl6)((0, dist.YjP)()),
  code: (0, dist.cl6)((0, dist.YjP)()),
  Code: (0, dist.cl6)((0, dist.YjP)()),
  message: (0, dist.cl6)((0, dist.YjP)()),
  Message: (0, dist.cl6)((0, dist.YjP)())
});

function readErrorCode({headers: headers, body: body}) {
  const parsed = (0, dist.xLC)(errorSchema, (0, json.qF)(body));
  const {__type: __type, code: code, Code: Code} = parsed.success ? parsed.output : {};
  const name = [ headers["x-amzn-errortype"] ].flat()[0] ?? __type ?? code ?? Code;
  return name?.replace(/^.*#/, "").replace(/:.*$/s, "").trim() || void 0;
}

function hasErrorCode(thrown, ...codes) {
  return thrown instanceof HttpError && codes.includes(readErrorCode(thrown.response) ?? "");
}

const throttlingErrors = new Set([ "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException" ]);

const clockSkewErrors = new Set([ "AccessDeniedException", "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch" ]);

function mayBeClockSkew(response) {
  return response.status >= 400 && clockSkewErrors.has(readErrorCode(response) ?? "");
}

function readRateLimit(response, now) {
  if (response.status < 400 || !throttlingErrors.has(readErrorCode(response) ?? "")) return;
  return {
    wait: retryAfter(response.headers, now)
  };
}

function errors_formatError(response) {
  const parsed = (0, json.qF)(response.body);
  const fields = (0, dist.is)(errorSchema, parsed) ? parsed : {};
  const message = fields.message ?? fields.Message ?? response.body.replace(/<[^>]*>/g, " ");
  const code = readErrorCode(response);
  const advice = findAdvice(code, message);
  return `${code ? `${code}: ` : ""}${(0, src_quote.K)(message)}${advice ? ` (${advice})` : ""}`;
}

const accessDenied = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;

function findAdvice(code, message) {
  const [, action, resource] = accessDenied.exec(message) ?? [];
  if (action) return `allow ${action} on ${resource ?? "*"} in the policy of this job's role`;
  return code && lookUp(advice, code);
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
        throw new IndeterminateError(error.message, false, response);
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
        const isCorrected = mayBeClockSkew(response) && times < maxClockCorrections && clock.correct(response, now, offset);
        return isCorrected ? {
          wait: 0,
          reason: "its clock shows a different time"
        } : readRateLimit(response, now);
      },
      errorMessage: errors_formatError
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

const configurationSchema = (0, dist._H3)({
  FunctionName: (0, dist.YjP)(),
  Version: (0, dist.YjP)(),
  CodeSha256: (0, dist.YjP)(),
  RevisionId: (0, dist.cl6)((0, dist.YjP)()),
  Description: (0, dist.cl6)((0, dist.YjP)()),
  LastModified: (0, dist.cl6)((0, dist.YjP)()),
  PackageType: (0, dist.cl6)((0, dist.YjP)()),
  Runtime: (0, dist.cl6)((0, dist.YjP)()),
  Handler: (0, dist.cl6)((0, dist.YjP)()),
  Layers: (0, dist.cl6)((0, dist.YOg)((0, dist._H3)({}))),
  Architectures: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)())),
  State: (0, dist.cl6)((0, dist.YjP)()),
  StateReason: (0, dist.cl6)((0, dist.YjP)()),
  StateReasonCode: (0, dist.cl6)((0, dist.YjP)()),
  LastUpdateStatus: (0, dist.cl6)((0, dist.YjP)()),
  LastUpdateStatusReason: (0, dist.cl6)((0, dist.YjP)()),
  LastUpdateStatusReasonCode: (0, dist.cl6)((0, dist.YjP)()),
  LoggingConfig: (0, dist.cl6)((0, dist._H3)({
    LogGroup: (0, dist.cl6)((0, dist.YjP)())
  }))
});

const functionSchema = (0, dist.Ikc)({
  Configuration: configurationSchema,
  Code: (0, dist.cl6)((0, dist._H3)({
    ResolvedImageUri: (0, dist.cl6)((0, dist.YjP)())
  }))
});

const aliasSchema = (0, dist.Ikc)({
  FunctionVersion: (0, dist.YjP)(),
  Description: (0, dist.cl6)((0, dist.YjP)()),
  RoutingConfig: (0, dist.cl6)((0, dist.Ikc)({
    AdditionalVersionWeights: (0, dist.cl6)(mapOf((0, dist.aig)()))
  })),
  RevisionId: (0, dist.cl6)((0, dist.YjP)())
});

const versionsSchema = (0, dist.Ikc)({
  Versions: (0, dist.cl6)((0, dist.YOg)(configurationSchema), []),
  NextMarker: (0, dist.cl6)((0, dist.YjP)())
});

const lambda = {
  name: "Lambda",
  id: "LAMBDA",
  host: "lambda"
};

const timeFor = bytes => 3e4 + bytes / 100;

class LambdaApi {
  region;
  log;
  #client;
  constructor(access) {
    this.region = access.region;
    this.log = access.log;
    this.#client = new AwsClient(lambda, access);
  }
  function(name, deadline, version) {
    const call = {
      path: pathOf(name),
      ...version && {
        query: {
          Qualifier: version
        }
      }
    };
    return orNone(this.#read("GetFunction", call, functionSchema, deadline));
  }
  alias(name, alias, deadline) {
    const call = {
      path: `${pathOf(name)}/aliases/${alias}`
    };
    return orNone(this.#read("GetAlias", call, aliasSchema, deadline));
  }
  async versions(name, deadline) {
    const versions = [];
    let marker;
    do {
      const call = {
        path: `${pathOf(name)}/versions`,
        query: marker ? {
          Marker: marker
        } : {}
      };
      const page = await this.#read("ListVersionsByFunction", call, versionsSchema, deadline);
      versions.push(...page.Versions);
      marker = page.NextMarker;
    } while (marker);
    return versions.filter(({Version: Version}) => /^\d+$/.test(Version)).sort((a, b) => Number(a.Version) - Number(b.Version));
  }
  updateCode(name, source, architecture, revision, deadline) {
    const json = {
      ...source,
      ...architecture && {
        Architectures: [ architecture ]
      },
      RevisionId: revision
    };
    const bytes = "ZipFile" in source ? source.ZipFile.length : 0;
    const call = {
      path: `${pathOf(name)}/code`,
      json: json,
      attemptTimeout: timeFor(bytes)
    };
    return this.#write("UpdateFunctionCode", "PUT", call, configurationSchema, deadline);
  }
  publish(name, wanted, deadline) {
    const call = {
      path: `${pathOf(name)}/versions`,
      json: wanted
    };
    return this.#write("PublishVersion", "POST", call, configurationSchema, deadline);
  }
  createAlias(name, alias, wanted, deadline) {
    const call = {
      path: `${pathOf(name)}/aliases`,
      json: {
        Name: alias,
        ...wanted
      }
    };
    return this.#write("CreateAlias", "POST", call, aliasSchema, deadline);
  }
  updateAlias(name, alias, wanted, revision, deadline) {
    const json = {
      ...wanted,
      RevisionId: revision
    };
    const call = {
      path: `${pathOf(name)}/aliases/${alias}`,
      json: json
    };
    return this.#write("UpdateAlias", "PUT", call, aliasSchema, deadline);
  }
  #read(operation, call, shape, deadline) {
    return this.#client.call(operation, {
      ...call,
      tries: 20
    }, shape, deadline);
  }
  #write(operation, method, call, shape, deadline) {
    return this.#client.call(operation, {
      ...call,
      method: method
    }, shape, deadline);
  }
}

function pathOf(name) {
  return `/2015-03-31/functions/${encodeURIComponent(name)}`;
}

async function orNone(request) {
  try {
    return await request;
  } catch (error) {
    if (hasErrorCode(error, "ResourceNotFoundException")) return;
    throw error;
  }
}

const alarmSchema = (0, dist.Ikc)({
  AlarmName: (0, dist.YjP)(),
  StateValue: (0, dist.YjP)(),
  StateReason: (0, dist.cl6)((0, dist.YjP)())
});

const alarmsSchema = (0, dist.Ikc)({
  MetricAlarms: (0, dist.cl6)((0, dist.YOg)(alarmSchema), []),
  CompositeAlarms: (0, dist.cl6)((0, dist.YOg)(alarmSchema), [])
});

const metricsSchema = (0, dist.Ikc)({
  MetricDataResults: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
    Id: (0, dist.YjP)(),
    Values: (0, dist.cl6)((0, dist.YOg)((0, dist.aig)()), [])
  })), [])
});

const cloudWatch = {
  name: "CloudWatch",
  id: "CLOUDWATCH",
  host: "monitoring",
  target: "GraniteServiceVersion20100801",
  jsonVersion: "1.0"
};

class CanaryHealth {
  #client;
  #clock;
  #limits;
  constructor(access, limits) {
    this.#client = new AwsClient(cloudWatch, access);
    this.#clock = access.clock;
    this.#limits = limits;
  }
  async ready(live, deadline) {
    const [alarm] = await Promise.all([ this.#alarm(deadline), this.#errors(live, deadline) ]);
    if (alarm) throw new errors.lZ(`The canary was not started: ${alarm}. Wait until it is OK, or deploy without "canary" and "alarms".`);
  }
  async finding(watched, deadline) {
    const [alarm, errors] = await Promise.all([ this.#alarm(deadline), this.#errors(watched, deadline) ]);
    return alarm ? {
      trouble: alarm
    } : errors;
  }
  async #alarm(deadline) {
    const {alarms: alarms} = this.#limits;
    if (alarms.length === 0) return;
    const json = {
      AlarmNames: alarms,
      AlarmTypes: [ "MetricAlarm", "CompositeAlarm" ]
    };
    const response = await this.#client.call("DescribeAlarms", {
      json: json
    }, alarmsSchema, deadline);
    const found = [ ...response.MetricAlarms, ...response.CompositeAlarms ];
    const unknown = alarms.filter(name => !found.some(({AlarmName: AlarmName}) => AlarmName === name));
    if (unknown.length > 0) throw new errors.lZ(`CloudWatch has no alarm ${unknown.map(name => (0, 
    src_quote.h)(name)).join(", ")} in this region. ` + 'Check the input "alarms".');
    const gone = found.find(({StateValue: StateValue}) => StateValue === "ALARM");
    return gone && `alarm ${(0, src_quote.h)(gone.AlarmName)} is in ALARM (${(0, src_quote.K)(gone.StateReason ?? "no reason given")})`;
  }
  async #errors(watched, deadline) {
    const {errorRate: errorRate} = this.#limits;
    if (!errorRate) return {};
    const {version: version} = watched;
    const [errors, invocations] = await this.#counts(watched, deadline);
    if (invocations === 0) return {
      unknown: `no invocations of version ${version} have been counted yet, so its error rate is unknown`
    };
    if (errors * 100 * errorRate.of <= errorRate.count * invocations) return {};
    const share = `${errors} of ${invocations} invocations of version ${version}`;
    return {
      trouble: `${share} failed, more than ${errorRate.text}%`
    };
  }
  async #counts(watched, deadline) {
    const json = {
      MetricDataQueries: [ queryOf("errors", "Errors", watched), queryOf("invocations", "Invocations", watched) ],
      StartTime: Math.floor(this.#clock.toAwsTime(watched.since).getTime() / 6e4) * 60,
      EndTime: Math.ceil(this.#clock.toAwsTime(deadline.clock.date()).getTime() / 6e4) * 60 + 60
    };
    const response = await this.#client.call("GetMetricData", {
      json: json
    }, metricsSchema, deadline);
    const sum = id => {
      const values = response.MetricDataResults.find(({Id: Id}) => Id === id)?.Values ?? [];
      return values.reduce((total, value) => total + value, 0);
    };
    return [ sum("errors"), sum("invocations") ];
  }
}

function queryOf(id, name, {function: FunctionName, alias: alias, version: version}) {
  const dimensions = {
    FunctionName: FunctionName,
    Resource: `${FunctionName}:${alias}`,
    ExecutedVersion: version
  };
  return {
    Id: id,
    MetricStat: {
      Metric: {
        Namespace: "AWS/Lambda",
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({
          Name: Name,
          Value: Value
        }))
      },
      Period: 60,
      Stat: "Sum"
    }
  };
}

class DeployGroup {
  #failed;
  abort(failed) {
    this.#failed ??= failed;
  }
  get abortReason() {
    return this.#failed && `${this.#failed}, which is deployed together with it, failed`;
  }
}

var external_node_crypto_ = __nccwpck_require__("node:crypto");

var external_node_zlib_ = __nccwpck_require__("node:zlib");

const modes = {
  file: 33188,
  program: 33261,
  link: 41471
};

const maxFiles = 65535;

const inBackground = (0, external_node_util_.promisify)(external_node_zlib_.deflateRaw);

const worthAStream = 64 * 1024;

const time = {
  hour: 0,
  day: 33
};

const utf8Names = 2048;

const unix = 3 << 8;

const needed = 20;

async function zip(files) {
  const sorted = files.map(file => ({
    ...file,
    name: Buffer.from(file.path)
  })).sort((a, b) => Buffer.compare(a.name, b.name));
  const packed = await Promise.all(sorted.map(async file => ({
    ...file,
    ...await pack(file.bytes)
  })));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const file of packed) {
    const local = localHeader(file);
    directory.push(directoryEntry(file, offset));
    parts.push(local, file.data);
    offset += local.length + file.data.length;
  }
  const size = directory.reduce((total, {length: length}) => total + length, 0);
  return Buffer.concat([ ...parts, ...directory, endOfDirectory(packed.length, size, offset) ]);
}

async function pack(bytes) {
  const isSmall = bytes.length < worthAStream;
  const small = isSmall ? (0, external_node_zlib_.deflateRawSync)(bytes) : await inBackground(bytes);
  const sum = (0, external_node_zlib_.crc32)(bytes);
  return small.length < bytes.length ? {
    method: 8,
    data: small,
    sum: sum
  } : {
    method: 0,
    data: bytes,
    sum: sum
  };
}

function localHeader(file) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(67324752, 0);
  writeShared(header, file, 4);
  return Buffer.concat([ header, file.name ]);
}

function directoryEntry(file, offset) {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(33639248, 0);
  entry.writeUInt16LE(unix | needed, 4);
  writeShared(entry, file, 6);
  entry.writeUInt32LE(modes[file.kind] << 16 >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([ entry, file.name ]);
}

function writeShared(target, {name: name, bytes: bytes, method: method, data: data, sum: sum}, at) {
  target.writeUInt16LE(needed, at);
  target.writeUInt16LE(utf8Names, at + 2);
  target.writeUInt16LE(method, at + 4);
  target.writeUInt16LE(time.hour, at + 6);
  target.writeUInt16LE(time.day, at + 8);
  target.writeUInt32LE(sum, at + 10);
  target.writeUInt32LE(data.length, at + 14);
  target.writeUInt32LE(bytes.length, at + 18);
  target.writeUInt16LE(name.length, at + 22);
}

function endOfDirectory(files, size, offset) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(101010256, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

const megabyte = 1024 * 1024;

const maxSent = 50 * megabyte;

const maxUnpacked = 250 * megabyte;

function refuseUnsendable(path, size) {
  if (size <= maxSent) return;
  throw new errors.lZ(`Package ${(0, src_quote.h)(path)} is a zip of ${say(size)}, but Lambda accepts at most ${say(maxSent)} ` + "per request. Upload it to S3 (aws s3 cp) and use s3://bucket/key.");
}

function refuseLarge(path, size, files) {
  if (size > maxUnpacked) throw new errors.lZ(`Package ${(0, src_quote.h)(path)} is over ${say(maxUnpacked)} unpacked, the maximum for Lambda; use an image.`);
  if (files > maxFiles) throw new errors.lZ(`Package ${(0, src_quote.h)(path)} has over ${maxFiles} files, more than a zip can contain.`);
}

function readPart(path, place) {
  try {
    return readFile(place, maxUnpacked);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new errors.lZ(`Package ${(0, src_quote.h)(path)} ${error.message}.`);
  }
}

function say(bytes) {
  if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / megabyte).toFixed(1)} MB`;
}

const ofLambda = /^\/(opt|var\/task)(\/|$)/;

function leadsWithin(path, to) {
  if (to.startsWith("/")) return ofLambda.test(external_node_path_.posix.normalize(to));
  const place = external_node_path_.posix.join(external_node_path_.posix.dirname(path), to);
  return place !== ".." && !place.startsWith("../");
}

const maxTail = 22 + 65535;

function entriesOf(zip) {
  const tail = Math.max(0, zip.length - maxTail);
  const end = tail + zip.subarray(tail).lastIndexOf("PK", void 0, "latin1");
  if (end < tail || end + 22 > zip.length) return;
  const entries = [];
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 33639248) return;
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    entries.push({
      path: zip.toString("utf8", at + 46, nameEnd),
      size: zip.readUInt32LE(at + 24),
      mode: mode & 4095,
      isLink: (mode & 61440) === 40960,
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      offset: zip.readUInt32LE(at + 42)
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function beginningOf(zip, entry, maxBytes) {
  const {offset: offset, method: method, packedSize: packedSize} = entry;
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 67324752) return;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const packed = zip.subarray(start, start + Math.min(packedSize, maxBytes + 1024));
  if (method === 0) return packed.subarray(0, maxBytes);
  if (method !== 8) return;
  try {
    return (0, external_node_zlib_.inflateRawSync)(packed, {
      finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH
    }).subarray(0, maxBytes);
  } catch {
    return;
  }
}

const enough = 256;

function contentsOf(path, zip) {
  const entries = entriesOf(zip);
  if (!entries || entries.length === 0) throw new errors.lZ(`Package ${(0, src_quote.h)(path)} is not a readable zip file, or is empty. Use a zip file or a folder.`);
  for (const entry of entries) refuseMisread(path, entry, zip);
  const size = entries.reduce((total, one) => total + one.size, 0);
  refuseLarge(path, size, entries.length);
  const files = entries.filter(entry => !entry.path.endsWith("/"));
  return {
    paths: new Set(files.map(entry => entry.path)),
    bootstrap: programAt("bootstrap", files, zip)
  };
}

function refuseMisread(path, entry, zip) {
  const refuse = what => {
    throw new errors.lZ(`Package ${(0, src_quote.h)(path)} contains ${(0, src_quote.h)(entry.path)}, ${what}`);
  };
  const [first = "", ...others] = entry.path.split(/[\\/]/);
  if ([ first, ...others ].includes("..") || first === "" || /^[A-Za-z]:$/.test(first)) refuse("a path outside the package. Zip it without that file.");
  if (entry.path.includes("\\")) refuse("whose name contains a backslash. Lambda would create one file of that name instead of folders, because " + 'paths in a zip use "/" (APPNOTE 4.4.17.1). Use another tool, or set the folder as the package.');
  if (!entry.isLink) return;
  const to = beginningOf(zip, entry, maxLink)?.toString();
  if (to === void 0 || !leadsWithin(entry.path, to)) refuse('a symbolic link to a place outside the package. Zip it without the link ("zip -r" follows links).');
}

const code = "/var/task/";

const maxLink = 4096;

function programAt(path, entries, zip, links = 0) {
  const entry = entries.find(one => one.path === path);
  if (!entry || links > 8) return;
  const begin = beginningOf(zip, entry, entry.isLink ? maxLink : enough);
  if (!begin) return;
  if (!entry.isLink) return {
    mode: entry.mode,
    begin: begin
  };
  const to = begin.toString();
  const next = to.startsWith(code) ? to.slice(code.length) : external_node_path_.posix.join(external_node_path_.posix.dirname(path), to);
  return programAt(next, entries, zip, links + 1);
}

function readFolder(path, folder) {
  const files = [];
  const mended = [];
  let size = 0;
  for (const entry of (0, external_node_fs_.readdirSync)(folder, {
    recursive: true,
    withFileTypes: true
  })) {
    if (entry.isDirectory()) continue;
    const place = (0, external_node_path_.join)(entry.parentPath, entry.name);
    const name = (0, external_node_path_.relative)(folder, place).replaceAll(external_node_path_.sep, "/");
    if (entry.isSymbolicLink()) {
      files.push({
        path: name,
        bytes: Buffer.from(linkAt(path, name, place)),
        kind: "link"
      });
      continue;
    }
    refuseSpecial(path, name, entry);
    const {mode: mode, size: length} = (0, external_node_fs_.statSync)(place);
    size += length;
    refuseLarge(path, size, files.length + 1);
    const bytes = readPart(path, place);
    const isMarked = process.platform === "win32" || (mode & 73) !== 0;
    const isProgram = isMarked || isProgramBy(name, bytes);
    if (isProgram && !isMarked) mended.push(name);
    files.push({
      path: name,
      bytes: bytes,
      kind: isProgram ? "program" : "file"
    });
  }
  if (files.length === 0) throw new errors.lZ(`Package ${(0, src_quote.h)(path)} is a folder without files.`);
  return {
    files: files,
    mended: mended.sort()
  };
}

function linkAt(path, name, place) {
  const to = (0, external_node_fs_.readlinkSync)(place).replaceAll(external_node_path_.sep, "/");
  if (leadsWithin(name, to)) return to;
  throw new errors.lZ(`Package ${(0, src_quote.h)(path)} contains the symbolic link ${(0, 
  src_quote.h)(name)}, which points outside it, to ${(0, src_quote.h)(to)}. ` + 'Use the file itself or a relative link; "cp -RL" copies the targets of links.');
}

function refuseSpecial(path, name, entry) {
  if (entry.isFile()) return;
  throw new errors.lZ(`Package ${(0, src_quote.h)(path)} contains ${(0, src_quote.h)(name)}, which is not a regular file. Remove it.`);
}

function isProgramBy(name, bytes) {
  if (name === "bootstrap") return true;
  const begin = bytes.toString("latin1", 0, 4);
  return begin.startsWith("#!") || begin === "ELF" && !/\.(so(\.[\d.]+)?|node|o)$/.test(name);
}

async function codeOf(source, workspace) {
  if (source.kind === "image") {
    const {uri: uri, digest: digest} = source;
    return {
      says: uri,
      packageType: "Image",
      imageDigest: digest,
      source: () => ({
        ImageUri: uri
      })
    };
  }
  if (source.kind === "s3") {
    const {bucket: bucket, key: key, version: version} = source;
    return {
      says: `s3://${bucket}/${key}`,
      packageType: "Zip",
      source: () => ({
        S3Bucket: bucket,
        S3Key: key,
        ...version && {
          S3ObjectVersion: version
        }
      })
    };
  }
  const {path: path} = source;
  const {bytes: bytes, mended: mended} = await zipAt(path, placeOf(path, workspace));
  refuseUnsendable(path, bytes.length);
  return {
    says: `${path} (${say(bytes.length)})`,
    packageType: "Zip",
    sha256: (0, external_node_crypto_.createHash)("sha256").update(bytes).digest("base64"),
    contents: contentsOf(path, bytes),
    mended: mended,
    source: () => ({
      ZipFile: bytes.toString("base64")
    })
  };
}

async function zipAt(path, place) {
  const found = (0, external_node_fs_.statSync)(place);
  if (found.isDirectory()) {
    const {files: files, mended: mended} = readFolder(path, place);
    return {
      bytes: await zip(files),
      mended: mended
    };
  }
  refuseUnsendable(path, found.size);
  return {
    bytes: readPart(path, place),
    mended: []
  };
}

function placeOf(path, workspace) {
  const place = (0, external_node_path_.resolve)(workspace, path);
  const real = realPath(place, path);
  const way = (0, external_node_path_.relative)(workspace, place);
  const isBeneath = !(0, external_node_path_.isAbsolute)(way) && way.split(external_node_path_.sep)[0] !== "..";
  const isMeant = isBeneath ? real === (0, external_node_path_.join)((0, external_node_fs_.realpathSync)(workspace), way) : (0, 
  external_node_path_.isAbsolute)(path);
  if (isMeant) return real;
  throw new errors.lZ(`Package ${(0, src_quote.h)(path)} resolves to ${(0, src_quote.h)(real)} through a symbolic link or "..". ` + "Use the path of the file or folder itself, in the workspace or absolute.");
}

function realPath(place, path) {
  try {
    return (0, external_node_fs_.realpathSync)(place);
  } catch {
    throw new errors.lZ(`Package ${(0, src_quote.h)(path)} does not exist (looked for ${(0, 
    src_quote.h)(place)}). Check that this job builds or downloads it.`);
  }
}

function hasCode({Configuration: Configuration, Code: Code}, code) {
  if (code.sha256) return Configuration.CodeSha256 === code.sha256;
  return !!code.imageDigest && !!Code?.ResolvedImageUri?.endsWith(`@${code.imageDigest}`);
}

const metadataAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/;

function readMetadata(description) {
  const [, metadata = ""] = metadataAtEnd.exec(description ?? "") ?? [];
  return Object.fromEntries(metadata.split(";").map(pair => pair.split("=")).filter(([, value]) => value));
}

const maxCharacters = 256;

function withMetadata(description, metadata) {
  const {prev: prev, sha: sha, run: run} = metadata;
  const text = Object.entries({
    prev: prev,
    sha: sha,
    run: run
  }).filter(([, value]) => value).map(pair => pair.join("=")).join(";");
  const words = (description ?? "").replace(metadataAtEnd, "").trim();
  return `${words.slice(0, maxCharacters - text.length - 1)} ${text}`.trim();
}

function describeAuthor({Description: Description}) {
  const {run: run} = readMetadata(Description);
  if (run) return `run ${run}`;
  return Description ? `its description is ${(0, src_quote.h)(Description)}` : "its description does not say by whom";
}

const consoles = [ [ "cn-", "console.amazonaws.cn" ], [ "us-gov-", "console.amazonaws-us-gov.com" ], [ "us-iso", "" ], [ "eu-isoe", "" ], [ "eusc-", "" ], [ "", "console.aws.amazon.com" ] ];

function consoleOf(region, path) {
  const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? [];
  return domain ? `https://${region}.${domain}/${path}` : void 0;
}

function consolePart(name) {
  return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll("%", "$");
}

const publish_volatile = new Set([ "CodeSize", "ConfigSha256", "Description", "FunctionArn", "LastModified", "LastUpdateStatus", "LastUpdateStatusReason", "LastUpdateStatusReasonCode", "MasterArn", "RevisionId", "RuntimeVersionConfig", "State", "StateReason", "StateReasonCode", "Version" ]);

function sameConfiguration(a, b) {
  const lasting = configuration => JSON.stringify(Object.entries(configuration).filter(([name, value]) => !publish_volatile.has(name) && value != null).map(([name, value]) => name === "SnapStart" ? [ name, snapStartOf(value) ] : [ name, value ]).sort(([a], [b]) => String(a) < String(b) ? -1 : 1));
  return lasting(a) === lasting(b);
}

function snapStartOf(value) {
  return typeof value === "object" && value && "ApplyOn" in value ? value.ApplyOn : void 0;
}

const backoff = exponential(300, 1.6, 5e3);

async function updateCode(api, {function: name, code: code, architecture: architecture}, known, deadline, written) {
  let refused;
  let isLost = false;
  let busy;
  const write = async tries => {
    const isFresh = tries === 0 && !isAtWork(known.Configuration);
    const found = isFresh ? known : await idle(api, name, deadline);
    const {Configuration: now} = found;
    const isBuiltFor = !architecture || !!now.Architectures?.includes(architecture);
    if (hasCode(found, code) && isBuiltFor && now.LastUpdateStatus !== "Failed") {
      if (isLost) written(sent(name, "was"));
      return now;
    }
    if (refused && isOther(refused, now)) throw changedMeanwhile(name, now);
    const revision = now.RevisionId ?? void 0;
    const result = await attempt(() => api.updateCode(name, code.source(), architecture, revision, deadline), why => {
      busy = why;
    });
    if (result === "changed") refused = now;
    if (result === "lost") {
      isLost = true;
      written(sent(name, "may have been"));
    }
    if (typeof result === "string") return;
    written(sent(name, "was"));
    return taken(api, name, result, deadline);
  };
  return poll(write, backoff, deadline, () => busy);
}

function sent(name, was) {
  return `New code ${was} sent to $LATEST of ${name}; no version was published.`;
}

async function taken(api, name, sent, deadline) {
  api.log(`${name}: the new code was sent`);
  const now = isAtWork(sent) ? (await idle(api, name, deadline)).Configuration : sent;
  if (now.CodeSha256 !== sent.CodeSha256) throw changedMeanwhile(name, now);
  if (now.LastUpdateStatus === "Failed") throw notTaken(name, now);
  return now;
}

async function publish(api, name, {CodeSha256: CodeSha256, RevisionId: RevisionId}, description, deadline) {
  let revision = RevisionId ?? void 0;
  let busy;
  const write = async () => {
    const wanted = {
      CodeSha256: CodeSha256,
      Description: description,
      RevisionId: revision
    };
    const result = await attempt(() => api.publish(name, wanted, deadline), why => {
      busy = why;
    });
    if (typeof result !== "string") return result;
    const {Configuration: now} = await idle(api, name, deadline);
    if (now.CodeSha256 !== CodeSha256) throw changedMeanwhile(name, now);
    revision = now.RevisionId ?? void 0;
    return;
  };
  return poll(write, backoff, deadline, () => busy);
}

async function idle(api, name, deadline) {
  let busy;
  const ask = async () => {
    const found = await api.function(name, deadline);
    if (!found) throw noSuchFunction(name, api.region);
    if (!isAtWork(found.Configuration)) return found;
    if (!busy) api.log(`${name}: Lambda is still updating it; waiting`);
    const isNew = found.Configuration.State === "Pending";
    busy = isNew ? "its state is Pending" : "its last update is InProgress";
    return;
  };
  return poll(ask, backoff, deadline, () => busy && `Lambda is still updating ${name}: ${busy}.`);
}

function isAtWork({LastUpdateStatus: LastUpdateStatus, State: State}) {
  return LastUpdateStatus === "InProgress" || State === "Pending";
}

async function attempt(write, isBusy) {
  try {
    return await write();
  } catch (error) {
    if (error instanceof IndeterminateError) return "lost";
    if (hasErrorCode(error, "ResourceConflictException")) {
      isBusy(`Lambda was busy at every attempt: ${(0, errors.gJ)(error)}`);
      return "busy";
    }
    if (hasErrorCode(error, "PreconditionFailedException")) return "changed";
    throw error;
  }
}

function isOther(a, b) {
  return a.CodeSha256 !== b.CodeSha256 || a.LastModified !== b.LastModified;
}

function noSuchFunction(name, region) {
  return new errors.lZ(`There is no function ${(0, src_quote.h)(name)} in ${region}. The function must exist: ` + "create it first, for example with Terraform, SAM or CDK, or check its name and the region.");
}

function changedMeanwhile(name, {LastModified: LastModified, CodeSha256: CodeSha256}) {
  return new errors.lZ(`${name} was changed by someone else in the meantime${LastModified ? ` (at ${(0, 
  src_quote.K)(LastModified)})` : ""}; ` + `its code is now ${(0, src_quote.K)(CodeSha256)}. Nothing was published; rerun this step when they are done.`);
}

function notTaken(name, now) {
  const {LastUpdateStatusReasonCode: reason, LastUpdateStatusReason: words} = now;
  const advice = reason && lookUp(advices, reason);
  return new errors.lZ(`Lambda rejected the new code of ${name}: ${reason ?? "no reason given"}` + `${words ? `, ${(0, 
  src_quote.h)(words, 200)}` : ""}.${advice ? ` ${advice}` : ""}`);
}

const advices = {
  ImageAccessDenied: "Allow Lambda to read the ECR repository: check its policy, account and region.",
  ImageDeleted: "The image is no longer in ECR; push it again, or use another.",
  InvalidImage: "Check that the image is built for the architecture of the function and without attestations.",
  InvalidRuntime: "The runtime of the function is no longer supported; choose a newer one.",
  InvalidZipFileException: "The package is not a zip file that Lambda can read.",
  InsufficientRolePermissions: "The role of the function lacks a permission that its settings need.",
  EniLimitExceeded: "The VPC has no network interfaces left.",
  SubnetOutOfIPAddresses: "The subnets of the function have no addresses left."
};

function trafficOf({FunctionVersion: FunctionVersion, RoutingConfig: RoutingConfig}) {
  const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
  const [version, weight] = weights.find(([, one]) => one > 0) ?? [];
  if (version === void 0 || weight === void 0) return {
    main: FunctionVersion
  };
  return {
    main: FunctionVersion,
    canary: {
      version: version,
      weight: weight
    }
  };
}

const smallestPart = 1e-6;

function sameTraffic(a, b) {
  const difference = Math.abs((a?.canary?.weight ?? 0) - (b?.canary?.weight ?? 0));
  return a?.main === b?.main && a?.canary?.version === b?.canary?.version && difference < smallestPart;
}

function sayTraffic(traffic) {
  if (!traffic) return "nothing";
  const {main: main, canary: canary} = traffic;
  const also = canary && `, and version ${canary.version} for ${percent(canary.weight)}`;
  return `version ${main}${also ?? ""}`;
}

function percent(weight) {
  return `${Number((weight * 100).toFixed(6))}%`;
}

async function readState(api, name, aliasName, deadline) {
  const [latest, alias, aliased] = await Promise.all([ api.function(name, deadline), api.alias(name, aliasName, deadline), api.function(name, deadline, aliasName) ]);
  if (!latest) throw noSuchFunction(name, api.region);
  const traffic = alias && trafficOf(alias);
  const isSame = aliased?.Configuration.Version === traffic?.main;
  const live = traffic && !isSame ? await api.function(name, deadline, traffic.main) : aliased;
  return {
    latest: latest,
    alias: alias,
    traffic: traffic,
    live: live
  };
}

function before({ref: ref}, {alias: alias, live: live}) {
  if (!live) return null;
  if (live.Configuration.Version !== ref) return function_state_versionOf(live.Configuration);
  const {prev: prev} = readMetadata(alias?.Description);
  return prev && prev !== ref ? {
    ref: prev
  } : null;
}

function function_state_versionOf({Version: Version, CodeSha256: CodeSha256, Description: Description}) {
  const {sha: sha} = readMetadata(Description);
  return {
    ref: Version,
    ...sha && {
      commit: sha
    },
    digest: CodeSha256
  };
}

function logUrlOf({Configuration: Configuration}, region) {
  const {LoggingConfig: LoggingConfig, FunctionName: FunctionName} = Configuration;
  const group = consolePart(LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName}`);
  return consoleOf(region, `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`);
}

function checkStart({says: says, contents: contents}, now, options) {
  if (!contents) return;
  const name = options.name ?? options.function;
  const runtime = now.Runtime ?? "";
  const hasLayers = (now.Layers ?? []).length > 0;
  if (runtime.startsWith("provided")) {
    const architecture = options.architecture ?? now.Architectures?.[0] ?? "x86_64";
    const why = whyNotStarted(contents, architecture, hasLayers);
    if (why) throw new errors.lZ(`${name} (${runtime}) cannot start from ${says}: ${why}`);
  }
  const [file, ...others] = handlerFiles(runtime, now.Handler ?? "");
  const hint = file && hintAt([ file, ...others ], contents);
  if (hint === void 0) return;
  const also = hasLayers ? "; a layer may contain it" : "";
  options.warn?.(`The handler of ${name}, ${(0, src_quote.h)(now.Handler ?? "")}, should be in ${(0, 
  src_quote.h)(file ?? "")}, which is not in ` + `${says}${also}.${hint}`);
}

function whyNotStarted({bootstrap: bootstrap, paths: paths}, architecture, hasLayers) {
  if (bootstrap) return whyNotExecuted(bootstrap, architecture);
  if (hasLayers || paths.has("bootstrap")) return;
  const folder = onlyFolder(paths);
  return folder ? `everything is in the folder ${(0, src_quote.h)(folder)}, but its runtime starts "bootstrap" at the top level. Package the contents of that folder, not the folder itself.` : 'its runtime starts "bootstrap", but there is no such file at the top level.';
}

const forAll = 5;

function whyNotExecuted({mode: mode, begin: begin}, architecture) {
  if ((mode & forAll) !== forAll) {
    const has = mode === 0 ? "has no mode, as in zips made on Windows" : `has the mode ${mode.toString(8)}`;
    return `its "bootstrap" ${has}, so it is not executable. Run "chmod 755 bootstrap" before zipping, or set ` + "the folder as the package: it is then packed correctly.";
  }
  if (begin.toString("latin1", 0, 2) === "#!") return whyNoScript(begin);
  if (begin.toString("latin1", 0, 4) !== "ELF") return whyNoProgram(begin);
  const builtFor = machineOf(begin);
  if (builtFor === architecture) return;
  return `its "bootstrap" is built for ${builtFor}, but the function runs on ${architecture}. Build it for ${architecture}` + `${architectures.includes(builtFor) ? `, or set "architectures: ${builtFor}"` : ""}.`;
}

function whyNoScript(begin) {
  const [line = ""] = begin.toString().split("\n");
  if (line.endsWith("\r")) return 'the first line of its "bootstrap" ends with CRLF (Windows), so its interpreter cannot be found. Use LF line endings.';
  const interpreter = line.slice(2).trim().split(/\s/)[0] ?? "";
  if (interpreter.startsWith("/")) return;
  return `its "bootstrap" names the interpreter ${(0, src_quote.h)(interpreter)}, which is not an absolute path as in "#!/bin/sh".`;
}

const foreign = [ [ /^MZ/, "a Windows program" ], [ /^(?:\xFE\xED\xFA[\xCE\xCF]|[\xCE\xCF]\xFA\xED\xFE|\xCA\xFE\xBA\xBE)/, "a macOS program" ], [ /^$/, "empty" ] ];

function whyNoProgram(begin) {
  const first = begin.toString("latin1", 0, 4);
  const [, what = 'neither a Linux program (ELF) nor a script (starting with "#!/…")'] = foreign.find(([pattern]) => pattern.test(first)) ?? [];
  return `its "bootstrap" is ${what}. Build it for Linux.`;
}

const architectures = [ "x86_64", "arm64" ];

function machineOf(begin) {
  if (begin.length < 20) return "an unknown machine (the file is truncated)";
  const machine = begin[5] === 2 ? begin.readUInt16BE(18) : begin.readUInt16LE(18);
  const is64 = begin[4] === 2;
  if (machine === 62 && is64) return "x86_64";
  if (machine === 183 && is64) return "arm64";
  return {
    3: "32-bit x86",
    40: "32-bit ARM"
  }[machine] ?? `ELF machine ${machine}`;
}

function hintAt(files, {paths: paths}) {
  if (files.some(file => paths.has(file))) return;
  const folder = onlyFolder(paths);
  if (folder) return ` Everything is in the folder ${(0, src_quote.h)(folder)}: package its contents, not the folder itself.`;
  const elsewhere = [ ...paths ].filter(path => files.some(file => path.endsWith(`/${file}`)));
  const [nearest] = elsewhere.sort((a, b) => a.length - b.length);
  return nearest ? ` Found ${(0, src_quote.h)(nearest)} instead.` : "";
}

function handlerFiles(runtime, handler) {
  if (handler === "" || handler.startsWith("/")) return [];
  if (runtime.startsWith("nodejs")) {
    const [, file = ""] = /^((?:.*\/)?[^./]+)/.exec(handler) ?? [];
    return [ ".js", ".mjs", ".cjs", "" ].map(end => `${file}${end}`);
  }
  if (runtime.startsWith("python")) {
    const module = handler.replace(/\.[^.]*$/, "").replaceAll(".", "/");
    return [ ".py", "/__init__.py", ".pyc", ".so" ].map(end => `${module}${end}`);
  }
  if (runtime.startsWith("ruby")) return [ `${handler.split(".")[0]}.rb` ];
  return [];
}

const ofMacOs = /^__MACOSX\/|(^|\/)\.DS_Store$/;

function onlyFolder(paths) {
  const tops = new Set([ ...paths ].filter(path => !ofMacOs.test(path)).map(path => path.split("/").slice(0, -1)[0]));
  return tops.size === 1 ? [ ...tops ][0] : void 0;
}

class TrafficShift {
  id;
  version;
  logUrl;
  #api;
  #options;
  #expected;
  #tried;
  #step;
  #since;
  #began;
  #isReady;
  #stopped;
  constructor(api, options) {
    const {from: from, to: to, steps: steps} = options;
    this.id = `${options.function}:${to.ref}`;
    this.version = to;
    this.logUrl = options.logUrl;
    this.#api = api;
    this.#options = options;
    this.#expected = from;
    this.#isReady = options.isReady ?? false;
    const weight = from?.canary?.version === to.ref ? from.canary.weight : 0;
    this.#step = steps.findLastIndex(step => step.weight <= weight);
  }
  async poll(deadline) {
    const {group: group, name: name} = this.#options;
    try {
      const state = await this.#advance(deadline);
      if (state.state === "failed") group?.abort(name);
      return state;
    } catch (error) {
      group?.abort(name);
      throw error;
    }
  }
  async #advance(deadline) {
    const {function: name, alias: aliasName, to: to} = this.#options;
    const alias = await this.#api.alias(name, aliasName, deadline);
    const traffic = alias && trafficOf(alias);
    if (this.#tried && sameTraffic(traffic, this.#tried)) this.#arrive(this.#tried, deadline);
    if (!sameTraffic(traffic, this.#expected)) {
      const reason = `Alias ${aliasName} of ${name} was changed by someone else in the meantime: it points at ` + `${sayTraffic(traffic)}${alias ? ` (${describeAuthor(alias)})` : ""}, not at ${sayTraffic(this.#expected)}.`;
      return {
        state: "superseded",
        reason: reason,
        version: to
      };
    }
    return await this.#becomeReady(deadline) ?? this.#end() ?? await this.#watch(deadline) ?? await this.#shift(alias, deadline);
  }
  async cancel(deadline) {
    const {function: name, alias: aliasName, to: to} = this.#options;
    const alias = await this.#api.alias(name, aliasName, deadline);
    const {main: main, canary: canary} = alias ? trafficOf(alias) : {};
    if (!alias || !main) return `was stopped; alias ${aliasName} was not created`;
    if (main === to.ref) return "already has all traffic";
    if (canary?.version !== to.ref) return `was stopped before it got any traffic of ${aliasName}`;
    const wanted = aliasWanted({
      main: main
    });
    await this.#api.updateAlias(name, aliasName, wanted, alias.RevisionId ?? void 0, deadline);
    return `was stopped, and all traffic of ${aliasName} is back on version ${main}`;
  }
  #end() {
    const {to: to} = this.#options;
    if (!this.#expected || this.#expected.canary) return;
    if (this.#stopped) return {
      state: "rolled-back",
      reason: this.#stopped,
      version: to
    };
    return this.#expected.main === to.ref ? {
      state: "live",
      version: to
    } : void 0;
  }
  async #becomeReady(deadline) {
    if (this.#isReady) return;
    const {function: name, to: to} = this.#options;
    const found = await this.#api.function(name, deadline, to.ref);
    const {State: State, StateReasonCode: StateReasonCode, StateReason: StateReason} = found?.Configuration ?? {};
    if (!found || State === "Failed") {
      const why = found ? `${StateReasonCode}: ${StateReason}` : "it cannot be found";
      return {
        state: "failed",
        reason: `Version ${to.ref} of ${name} cannot serve: ${why}.`,
        version: to
      };
    }
    if (State === "Pending") return {
      state: "running",
      phase: `version ${to.ref} is Pending`,
      version: to
    };
    this.#isReady = true;
    return;
  }
  async #watch(deadline) {
    const {function: name, alias: alias, to: to, steps: steps, health: health, group: group} = this.#options;
    const step = steps[this.#step];
    if (!step || this.#stopped) return;
    const {clock: clock} = deadline;
    const now = clock.now();
    this.#since ??= now;
    this.#began ??= now;
    const since = new Date(clock.date().getTime() - (now - this.#began));
    const watched = {
      function: name,
      alias: alias,
      version: to.ref,
      since: since
    };
    const {trouble: trouble = group?.abortReason, unknown: unknown} = await (health?.finding(watched, deadline)) ?? {};
    if (trouble) {
      group?.abort(this.#options.name);
      this.#stopped = `The canary was stopped at ${percent(step.weight)}: ${trouble}. All traffic is back on ` + `version ${this.#expected?.main}.`;
      return;
    }
    if (now - this.#since < step.ms) return this.#running();
    if (unknown) this.#api.log(`${name}: after ${percent(step.weight)} for ${(0, src_duration.a)(step.ms)}, ${unknown}`);
    return;
  }
  async #shift(alias, deadline) {
    const {function: name, alias: aliasName} = this.#options;
    deadline.signal.throwIfAborted();
    const wanted = this.#next();
    this.#tried = wanted;
    const late = deadline.extendedBy(writeGrace);
    const description = wanted.main === this.#options.to.ref ? this.#options.describe(alias) : void 0;
    const write = aliasWanted(wanted, description);
    try {
      await (alias ? this.#api.updateAlias(name, aliasName, write, alias.RevisionId ?? void 0, late) : this.#api.createAlias(name, aliasName, write, late));
    } catch (error) {
      if (error instanceof IndeterminateError || hasErrorCode(error, ...contended)) return this.#running();
      throw error;
    }
    this.#arrive(wanted, deadline);
    return this.#end() ?? this.#running();
  }
  #next() {
    const {from: from, to: to, steps: steps} = this.#options;
    if (!from || from.main === to.ref) return {
      main: to.ref
    };
    if (this.#stopped) return {
      main: from.main
    };
    const step = steps[this.#step + 1];
    return step ? {
      main: from.main,
      canary: {
        version: to.ref,
        weight: step.weight
      }
    } : {
      main: to.ref
    };
  }
  #arrive(traffic, {clock: clock}) {
    this.#expected = traffic;
    this.#tried = void 0;
    this.#since = clock.now();
    if (!this.#stopped) this.#step++;
  }
  #running() {
    const {to: to, steps: steps} = this.#options;
    const step = this.#expected?.canary && steps[this.#step];
    const phase = step ? `version ${to.ref} gets ${percent(step.weight)} for ${(0, src_duration.a)(step.ms)}` : `version ${to.ref} is being deployed`;
    return {
      state: "running",
      phase: phase,
      version: to
    };
  }
}

const contended = [ "PreconditionFailedException", "ResourceConflictException" ];

function aliasWanted({main: main, canary: canary}, description) {
  return {
    FunctionVersion: main,
    ...description !== void 0 && {
      Description: description
    },
    RoutingConfig: {
      AdditionalVersionWeights: canary ? {
        [canary.version]: canary.weight
      } : {}
    }
  };
}

async function previousVersion(api, {id: id, name: name, aliasName: aliasName, alias: alias}, deadline) {
  const {main: main, canary: canary} = trafficOf(alias);
  if (canary) return {
    ref: main
  };
  const {prev: prev} = readMetadata(alias.Description);
  const noted = prev && prev !== main ? await api.function(id, deadline, prev) : void 0;
  if (noted) return function_state_versionOf(noted.Configuration);
  const older = (await api.versions(id, deadline)).findLast(({Version: Version}) => Number(Version) < Number(main));
  if (!older) return null;
  api.log(`${name}: alias ${aliasName} does not record its version before ${main}` + `${prev ? ` (version ${prev} no longer exists)` : ""}; assuming version ${older.Version}, ` + "the next lower published version.");
  return function_state_versionOf(older);
}

async function findVersion(api, {id: id, name: name}, text, deadline) {
  if (/^\d+$/.test(text)) {
    const found = await api.function(id, deadline, text);
    if (found) return function_state_versionOf(found.Configuration);
  }
  const versions = await api.versions(id, deadline);
  const isMeant = ({CodeSha256: CodeSha256, Description: Description}) => CodeSha256 === text || text.length >= 7 && !!readMetadata(Description).sha?.startsWith(text);
  const found = versions.findLast(isMeant);
  if (found) return function_state_versionOf(found);
  const newest = versions.slice(-10).map(({Version: Version}) => Version);
  throw new errors.lZ(`${name} has no version ${(0, src_quote.h)(text)}. Use a version number, a commit of at least 7 ` + `characters that these actions deployed, or "previous". The newest versions are ${newest.join(", ") || "none"}.`);
}

class LambdaTarget {
  #api;
  #options;
  constructor(api, options) {
    this.#api = api;
    this.#options = options;
  }
  get identity() {
    const {function: name, alias: alias} = this.#options;
    const target = {
      function: name,
      alias: alias,
      region: this.#api.region
    };
    return {
      provider: "lambda",
      name: this.#name,
      target: target
    };
  }
  get #name() {
    return this.#options.name ?? this.#options.function;
  }
  async plan(deadline) {
    const {function: name, alias: alias} = this.#options;
    const state = await readState(this.#api, name, alias, deadline);
    const {live: live} = state;
    return {
      live: live ? function_state_versionOf(live.Configuration) : null,
      before: version => before(version, state),
      step: await this.#step(state, deadline)
    };
  }
  async live(deadline) {
    return (await this.state(deadline)).live;
  }
  async state(deadline) {
    const found = await this.#alias(deadline);
    if (!found) return {
      live: null,
      desired: null
    };
    const {main: main, canary: canary} = trafficOf(found);
    const {sha: sha} = readMetadata(found.Description);
    const live = {
      ref: main,
      ...sha && {
        commit: sha
      }
    };
    return {
      live: live,
      desired: {
        ref: canary?.version ?? main
      }
    };
  }
  async previous(deadline) {
    const {function: id, alias: aliasName} = this.#options;
    const alias = await this.#alias(deadline);
    if (!alias) throw this.#noAlias();
    return previousVersion(this.#api, {
      id: id,
      name: this.#name,
      aliasName: aliasName,
      alias: alias
    }, deadline);
  }
  find(text, deadline) {
    const {function: id} = this.#options;
    return findVersion(this.#api, {
      id: id,
      name: this.#name
    }, text, deadline);
  }
  rollbackTo(to) {
    const {function: name, alias: alias} = this.#options;
    return {
      description: `point alias ${alias} of ${name} at version ${to.ref}, with all traffic`,
      start: async deadline => {
        const [found, version] = await Promise.all([ this.#alias(deadline), this.#api.function(name, deadline, to.ref) ]);
        if (!found) throw this.#noAlias();
        if (!version) throw new errors.lZ(`Version ${to.ref} of ${name} no longer exists; set another one in "to".`);
        const metadata = readMetadata(version.Configuration.Description);
        const shift = this.#shift(function_state_versionOf(version.Configuration), trafficOf(found), {
          describe: now => withMetadata(now?.Description, metadata)
        });
        await pollToEnd(shift, deadline);
        return shift;
      }
    };
  }
  same(a, b) {
    return !!a && a.ref === b?.ref;
  }
  #alias(deadline) {
    const {function: name, alias: alias} = this.#options;
    return this.#api.alias(name, alias, deadline);
  }
  async #step(state, deadline) {
    const {code: code} = this.#options;
    const {latest: latest, traffic: traffic, live: live} = state;
    if (!code) throw new Error("Nothing to deploy: the target has no code.");
    this.#refuseUnfit(state, code);
    const canary = await this.#canaryOf(state, deadline);
    if (traffic && canary && this.#isIn(canary, code)) return this.#attach(canary.Configuration, state);
    const hasNews = !live || !sameConfiguration(latest.Configuration, live.Configuration);
    if (traffic && live && this.#isIn(live, code) && !hasNews && !canary) return isReady(live.Configuration) ? {
      kind: "unchanged",
      version: function_state_versionOf(live.Configuration)
    } : this.#attach(live.Configuration, state);
    checkStart(code, latest.Configuration, this.#options);
    if (live) await this.#refuseUnwatched(live, deadline);
    return {
      kind: "start",
      operation: this.#deploy(code, state)
    };
  }
  #isIn({Configuration: Configuration, Code: Code}, code) {
    const {architecture: architecture} = this.#options;
    const isBuiltFor = !architecture || !!Configuration.Architectures?.includes(architecture);
    return isBuiltFor && hasCode({
      Configuration: Configuration,
      Code: Code
    }, code);
  }
  #refuseUnfit({latest: latest, traffic: traffic}, code) {
    const {function: name, alias: alias} = this.#options;
    const {PackageType: PackageType = "Zip"} = latest.Configuration;
    if (PackageType !== code.packageType) throw new errors.lZ(`${name} has the package type ${PackageType} and cannot use ${code.says}.`);
    if (traffic?.main === "$LATEST") throw new errors.lZ(`Alias ${alias} of ${name} points at $LATEST, so new code would go live before it is published. ` + "Publish a version and point the alias at it manually, once.");
  }
  async #canaryOf({traffic: traffic}, deadline) {
    const {version: version} = traffic?.canary ?? {};
    return version ? this.#api.function(this.#options.function, deadline, version) : void 0;
  }
  #attach(configuration, state) {
    const version = function_state_versionOf(configuration);
    const arrival = this.#arrival(state, version);
    return {
      kind: "attach",
      deployment: this.#shift(version, state.traffic, arrival)
    };
  }
  #deploy(code, state) {
    const {function: name, alias: aliasName, canary: canary = [], group: group} = this.#options;
    const {traffic: traffic} = state;
    const now = traffic ? `now at version ${traffic.main}` : "new";
    const parts = traffic ? canary.map(describeStep).join("") : "";
    return {
      description: `send ${code.says} to ${name}, publish a version and point alias ${aliasName} (${now}) at it${parts}`,
      start: async (deadline, {written: written}) => {
        try {
          return await this.#publish(code, state, written, deadline);
        } catch (error) {
          group?.abort(this.#name);
          throw error;
        }
      }
    };
  }
  async #publish(code, state, written, deadline) {
    const {function: name, alias: aliasName, architecture: architecture, commit: commit, runId: runId, wait: wait} = this.#options;
    const {latest: found, traffic: traffic, alias: alias} = state;
    const update = {
      function: name,
      code: code,
      architecture: architecture
    };
    const latest = await updateCode(this.#api, update, found, deadline, written);
    const metadata = {
      prev: traffic?.main,
      sha: commit,
      run: runId
    };
    const description = withMetadata(latest.Description, metadata);
    const published = await publish(this.#api, name, latest, description, deadline);
    const version = function_state_versionOf(published);
    written(`Version ${version.ref} was published; alias ${aliasName} does not point at it.`);
    if (!alias) this.#api.log(`${this.#name}: creating alias ${aliasName}, which does not exist yet`);
    const isReady = wait === false || published.State === "Active";
    const shift = this.#shift(version, traffic, {
      ...this.#arrival(state, version),
      isReady: isReady
    });
    if (wait === false) await pollToEnd(shift, deadline);
    return shift;
  }
  #arrival({latest: latest, traffic: traffic}, version) {
    const {canary: steps = [], health: health, group: group, runId: runId} = this.#options;
    const metadata = {
      prev: traffic?.main,
      sha: version.commit,
      run: runId
    };
    const isThere = traffic?.main === version.ref;
    return {
      steps: steps,
      health: health,
      group: group,
      logUrl: logUrlOf(latest, this.#api.region),
      describe: now => isThere ? now?.Description ?? "" : withMetadata(now?.Description, metadata)
    };
  }
  #shift(to, from, arrival) {
    const {function: id, alias: alias} = this.#options;
    const options = {
      function: id,
      name: this.#name,
      alias: alias,
      from: from,
      to: to,
      steps: [],
      ...arrival
    };
    return new TrafficShift(this.#api, options);
  }
  async #refuseUnwatched({Configuration: Configuration}, deadline) {
    const {function: name, alias: alias, health: health} = this.#options;
    const since = deadline.clock.date();
    await (health?.ready({
      function: name,
      alias: alias,
      version: Configuration.Version,
      since: since
    }, deadline));
  }
  #noAlias() {
    const {function: name, alias: alias} = this.#options;
    return new errors.lZ(`${name} has no alias ${(0, src_quote.h)(alias)} in ${this.#api.region}, or does not exist; a rollback ` + "needs an existing alias. Check the name, the alias and the region.");
  }
}

function isReady({State: State}) {
  return State !== "Pending" && State !== "Failed";
}

async function pollToEnd(shift, deadline) {
  const check = async () => {
    const state = await shift.poll(deadline);
    return state.state === "running" ? void 0 : state;
  };
  const state = await poll(check, exponential(300, 1.6, 5e3), deadline);
  if ("reason" in state) throw new errors.lZ(state.reason);
}

function describeStep({weight: weight, ms: ms}) {
  return `, after ${percent(weight)} for ${(0, src_duration.a)(ms)}`;
}

async function createTargets(inputs, runner) {
  refuseContradictions(inputs);
  const {functions: functions, alias: alias, canary: canary = [], architecture: architecture, wait: wait} = inputs;
  const access = await awsAccess(runner);
  refuseOtherRegions(functions, access.region);
  const api = new LambdaApi(access);
  const health = healthOf(inputs, limits => new CanaryHealth(access, limits));
  const group = inputs.onFailure === "rollback" ? new DeployGroup : void 0;
  const {commit: commit, runId: runId} = runner.run;
  const codes = codesBySource(runner);
  const warn = line => runner.warning(line);
  return Promise.all(functions.map(async ({function: id, name: name, package: own}) => {
    const code = await codes(packageOf(name, own ?? inputs.package));
    return new LambdaTarget(api, {
      function: id,
      name: name,
      alias: alias,
      code: code,
      architecture: architecture,
      canary: canary,
      health: health,
      group: group,
      wait: wait,
      warn: warn,
      commit: commit,
      runId: runId
    });
  }));
}

function codesBySource(runner) {
  const known = new Map;
  const make = async source => {
    const code = await codeOf(source, runner.workspace);
    reportMended(code, runner);
    return code;
  };
  return source => {
    const key = JSON.stringify(source);
    const code = known.get(key) ?? make(source);
    known.set(key, code);
    return code;
  };
}

function reportMended({says: says, mended: mended = []}, runner) {
  const [first, ...others] = mended;
  if (!first) return;
  const what = mended.includes("bootstrap") ? "bootstrap" : first;
  const more = others.length === 0 ? "is" : `and ${others.length} more programs are`;
  const line = `${says}: ${what} ${more} packed as executable despite a non-executable mode in the folder ` + "(actions/download-artifact does not preserve modes).";
  if (what === "bootstrap") runner.notice(line); else runner.info(line);
}

function packageOf(name, source) {
  if (source) return source;
  throw new errors.dz(`Function "${name}" has no package: write "${name}: path" in "functions", or set "package" for all.`);
}

function healthOf({canary: canary, alarms: alarms = [], maxErrorRate: maxErrorRate}, make) {
  const isWatched = alarms.length > 0 || maxErrorRate !== void 0;
  return canary && isWatched ? make({
    alarms: alarms,
    errorRate: maxErrorRate
  }) : void 0;
}

function refuseContradictions({functions: functions, canary: canary, alarms: alarms, maxErrorRate: maxErrorRate, ...inputs}) {
  const twice = functions.find(({name: name}, index) => functions.findIndex(one => one.name === name) !== index);
  if (twice) throw new errors.dz(`The function ${twice.name} is listed twice; a step deploys each function once.`);
  if (!canary && (alarms || maxErrorRate)) throw new errors.dz('Inputs "alarms" and "max-error-rate" apply to canaries; set "canary" too, such as "10% 5m".');
  if (canary && !inputs.wait) throw new errors.dz('A canary must be followed: remove "canary" or "wait: false".');
  const time = canary?.reduce((total, {ms: ms}) => total + ms, 0) ?? 0;
  if (time >= inputs.timeout) throw new errors.dz('The steps of "canary" take longer than "timeout"; increase it.');
}

function refuseOtherRegions(functions, here) {
  const elsewhere = functions.find(({region: region}) => region && region !== here);
  if (elsewhere) throw new errors.dz(`The ARN of function ${elsewhere.name} is in ${elsewhere.region}, but this step uses ` + `${here}; use one step per region.`);
}

const deployInputs = {
  timeout: required("timeout", positiveDuration),
  onFailure: required("on-failure", oneOf("leave", "rollback")),
  environment: optional("environment", input_parsers_text),
  dryRun: required("dry-run", flag)
};

const expected = 'increasing shares of the traffic, each with a duration, such as "10% 5m, 50% 5m"';

const canary = {
  async parse(given) {
    const parts = given.split(/[,\n]/).map(part => part.trim());
    const steps = await Promise.all(parts.filter(part => part !== "").map(stepOf));
    const weights = steps.map(({weight: weight}) => weight);
    const grows = weights.every((weight, index) => weight > (weights[index - 1] ?? 0));
    if (steps.length === 0 || !grows || weights.some(weight => weight >= 1)) throw new input_parsers_ValidationError(expected);
    return steps;
  }
};

async function stepOf(part) {
  const [, percent, time] = /^(\d{1,2}(?:\.\d{1,2})?)%\s+(\S+)$/.exec(part) ?? [];
  if (!percent || !time) throw new input_parsers_ValidationError(expected, part);
  return {
    weight: Number(percent) / 100,
    ms: await duration.parse(time)
  };
}

const errorRate = {
  parse(given) {
    const [, text, whole, tenths = ""] = /^((\d{1,3})(?:\.(\d{1,6}))?)%?$/.exec(given) ?? [];
    if (!text || Number(text) > 100) throw new input_parsers_ValidationError("a percentage from 0 to 100, such as 0.5");
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
  if (!bucket || !key) throw new input_parsers_ValidationError("s3://bucket/key, or s3://bucket/key?versionId=…", given);
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
    if (!name) throw new input_parsers_ValidationError('"name" or "name: package", where the name is a function name or ARN');
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
    throw new input_parsers_ValidationError('an alias name of letters, digits, "-" and "_", and not only digits');
  }
};

const lambdaInputs = {
  functions: required("functions", list(functionLine)),
  package: optional("package", packageSource),
  alias: required("alias", alias),
  canary: optional("canary", canary),
  alarms: optional("alarms", list(input_parsers_text)),
  maxErrorRate: optional("max-error-rate", errorRate),
  architecture: optional("architectures", oneOf("x86_64", "arm64"))
};

const inputs = {
  ...lambdaInputs,
  ...deployInputs,
  wait: required("wait", flag),
  onCancel: required("on-cancel", oneOf("leave", "rollback"))
};

function versionsOf(records) {
  return Object.fromEntries(records.flatMap(({name: name, version: version}) => version ? [ [ name, version.ref ] ] : []));
}

const lambdaDeploy = action({
  title: "Lambda deploy",
  inputs: inputs,
  outputs: [ ...deploymentOutputs, "function-versions" ],
  async main(given, runner) {
    const targets = await createTargets(given, runner);
    const results = await deploy(targets, given, runner);
    const records = results.map(({record: record}) => record);
    runner.setOutputs({
      ...flatOutputs(records),
      "function-versions": versionsOf(records)
    });
    runner.appendSummary(deploymentSummary("Lambda deploy", records));
    throwIfFailed(records);
  }
});

run(lambdaDeploy);
