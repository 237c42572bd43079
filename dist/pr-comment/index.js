"use strict";
var __webpack_modules__ = {
  "tunnel/index.js": ((module, __unused_webpack_exports, __nccwpck_require__) => {
    module.exports = __nccwpck_require__("tunnel/lib/tunnel.js");
  }),
  "tunnel/lib/tunnel.js": ((__unused_webpack_module, exports, __nccwpck_require__) => {
    __nccwpck_require__("net");
    var tls = __nccwpck_require__("tls");
    var http = __nccwpck_require__("http");
    var https = __nccwpck_require__("https");
    var events = __nccwpck_require__("events");
    __nccwpck_require__("assert");
    var util = __nccwpck_require__("util");
    exports.httpOverHttp = httpOverHttp;
    exports.httpsOverHttp = httpsOverHttp;
    exports.httpOverHttps = httpOverHttps;
    exports.httpsOverHttps = httpsOverHttps;
    function httpOverHttp(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      return agent;
    }
    function httpsOverHttp(options) {
      var agent = new TunnelingAgent(options);
      agent.request = http.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function httpOverHttps(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      return agent;
    }
    function httpsOverHttps(options) {
      var agent = new TunnelingAgent(options);
      agent.request = https.request;
      agent.createSocket = createSecureSocket;
      agent.defaultPort = 443;
      return agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {};
      self.proxyOptions = self.options.proxy || {};
      self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
      self.requests = [];
      self.sockets = [];
      self.on("free", function(socket, host, port, localAddress) {
        var options = toOptions(host, port, localAddress);
        for (var i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options.host && pending.port === options.port) {
            self.requests.splice(i, 1);
            pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy();
        self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function(req, host, port, localAddress) {
      var self = this;
      var options = mergeOptions({
        request: req
      }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree);
        socket.on("close", onCloseOrRemove);
        socket.on("agentRemove", onCloseOrRemove);
        req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket);
          socket.removeListener("free", onFree);
          socket.removeListener("close", onCloseOrRemove);
          socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function(options, cb) {
      var self = this;
      var placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: false,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      if (options.localAddress) connectOptions.localAddress = options.localAddress;
      if (connectOptions.proxyAuth) {
        connectOptions.headers = connectOptions.headers || {};
        connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
      }
      debug("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = false;
      connectReq.once("response", onResponse);
      connectReq.once("upgrade", onUpgrade);
      connectReq.once("connect", onConnect);
      connectReq.once("error", onError);
      connectReq.end();
      function onResponse(res) {
        res.upgrade = true;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        connectReq.removeAllListeners();
        socket.removeAllListeners();
        if (res.statusCode !== 200) {
          debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
          socket.destroy();
          var error = new Error("tunneling socket could not be established, " + "statusCode=" + res.statusCode);
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug("got illegal response body from proxy");
          socket.destroy();
          error = new Error("got illegal response body from proxy");
          error.code = "ECONNRESET";
          options.request.emit("error", error);
          self.removeSocket(placeholder);
          return;
        }
        debug("tunneling connection has established");
        self.sockets[self.sockets.indexOf(placeholder)] = socket;
        return cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners();
        debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
        var error = new Error("tunneling socket could not be established, " + "cause=" + cause.message);
        error.code = "ECONNRESET";
        options.request.emit("error", error);
        self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos === -1) return;
      this.sockets.splice(pos, 1);
      var pending = this.requests.shift();
      if (pending) this.createSocket(pending, function(socket) {
        pending.request.onSocket(socket);
      });
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host");
        var tlsOptions = mergeOptions({}, self.options, {
          socket: socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        });
        var secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket;
        cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      if (typeof host === "string") return {
        host: host,
        port: port,
        localAddress: localAddress
      };
      return host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides === "object") {
          var keys = Object.keys(overrides);
          for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            if (overrides[k] !== void 0) target[k] = overrides[k];
          }
        }
      }
      return target;
    }
    var debug;
    if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
      var args = Array.prototype.slice.call(arguments);
      if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0]; else args.unshift("TUNNEL:");
      console.error.apply(console, args);
    }; else debug = function() {};
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
  "@actions/github/lib/github.js": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.r(__webpack_exports__);
    __nccwpck_require__.d(__webpack_exports__, {
      context: () => github_context,
      getOctokit: () => getOctokit
    });
    const external_fs_namespaceObject = process.getBuiltinModule("fs");
    var external_os_ = __nccwpck_require__("os");
    class Context {
      constructor() {
        var _a, _b, _c;
        this.payload = {};
        if (process.env.GITHUB_EVENT_PATH) if ((0, external_fs_namespaceObject.existsSync)(process.env.GITHUB_EVENT_PATH)) this.payload = JSON.parse((0, 
        external_fs_namespaceObject.readFileSync)(process.env.GITHUB_EVENT_PATH, {
          encoding: "utf8"
        })); else {
          const path = process.env.GITHUB_EVENT_PATH;
          process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${external_os_.EOL}`);
        }
        this.eventName = process.env.GITHUB_EVENT_NAME;
        this.sha = process.env.GITHUB_SHA;
        this.ref = process.env.GITHUB_REF;
        this.workflow = process.env.GITHUB_WORKFLOW;
        this.action = process.env.GITHUB_ACTION;
        this.actor = process.env.GITHUB_ACTOR;
        this.job = process.env.GITHUB_JOB;
        this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
        this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
        this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
        this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
        this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
        this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
      }
      get issue() {
        const payload = this.payload;
        return Object.assign(Object.assign({}, this.repo), {
          number: (payload.issue || payload.pull_request || payload).number
        });
      }
      get repo() {
        if (process.env.GITHUB_REPOSITORY) {
          const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
          return {
            owner: owner,
            repo: repo
          };
        }
        if (this.payload.repository) return {
          owner: this.payload.repository.owner.login,
          repo: this.payload.repository.name
        };
        throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
      }
    }
    var external_http_ = __nccwpck_require__("http");
    var external_http_namespaceObject = external_http_;
    var external_https_ = __nccwpck_require__("https");
    var external_https_namespaceObject = external_https_;
    function getProxyUrl(reqUrl) {
      const usingSsl = reqUrl.protocol === "https:";
      if (checkBypass(reqUrl)) return;
      const proxyVar = (() => {
        if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"]; else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
      })();
      if (proxyVar) try {
        return new DecodedURL(proxyVar);
      } catch (_a) {
        if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
      } else return;
    }
    function checkBypass(reqUrl) {
      if (!reqUrl.hostname) return false;
      const reqHost = reqUrl.hostname;
      if (isLoopbackAddress(reqHost)) return true;
      const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
      if (!noProxy) return false;
      let reqPort;
      if (reqUrl.port) reqPort = Number(reqUrl.port); else if (reqUrl.protocol === "http:") reqPort = 80; else if (reqUrl.protocol === "https:") reqPort = 443;
      const upperReqHosts = [ reqUrl.hostname.toUpperCase() ];
      if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
      for (const upperNoProxyItem of noProxy.split(",").map(x => x.trim().toUpperCase()).filter(x => x)) if (upperNoProxyItem === "*" || upperReqHosts.some(x => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
      return false;
    }
    function isLoopbackAddress(host) {
      const hostLower = host.toLowerCase();
      return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
    }
    class DecodedURL extends URL {
      constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
      }
      get username() {
        return this._decodedUsername;
      }
      get password() {
        return this._decodedPassword;
      }
    }
    var tunnel = __nccwpck_require__("tunnel/index.js");
    const fetch = (...request) => globalThis.fetch(...request);
    class ProxyAgent {
      dispatch() {
        throw new Error("undici is not bundled: send the request through packages/http.");
      }
    }
    var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve) {
          resolve(value);
        });
      }
      return new (P || (P = Promise))(function(resolve, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    var HttpCodes;
    (function(HttpCodes) {
      HttpCodes[HttpCodes["OK"] = 200] = "OK";
      HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
      HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
      HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
      HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
      HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
      HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
      HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
      HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
      HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
      HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
      HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
      HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
      HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
      HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
      HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
      HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
      HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
      HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
      HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
      HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
      HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
      HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
      HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
      HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
      HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
      HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
    })(HttpCodes || (HttpCodes = {}));
    var Headers;
    (function(Headers) {
      Headers["Accept"] = "accept";
      Headers["ContentType"] = "content-type";
    })(Headers || (Headers = {}));
    var MediaTypes;
    (function(MediaTypes) {
      MediaTypes["ApplicationJson"] = "application/json";
    })(MediaTypes || (MediaTypes = {}));
    const HttpRedirectCodes = [ HttpCodes.MovedPermanently, HttpCodes.ResourceMoved, HttpCodes.SeeOther, HttpCodes.TemporaryRedirect, HttpCodes.PermanentRedirect ];
    const HttpResponseRetryCodes = [ HttpCodes.BadGateway, HttpCodes.ServiceUnavailable, HttpCodes.GatewayTimeout ];
    const RetryableHttpVerbs = [ "OPTIONS", "GET", "DELETE", "HEAD" ];
    const ExponentialBackoffCeiling = 10;
    const ExponentialBackoffTimeSlice = 5;
    class HttpClientError extends Error {
      constructor(message, statusCode) {
        super(message);
        this.name = "HttpClientError";
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
      }
    }
    class HttpClientResponse {
      constructor(message) {
        this.message = message;
      }
      readBody() {
        return __awaiter(this, void 0, void 0, function*() {
          return new Promise(resolve => __awaiter(this, void 0, void 0, function*() {
            let output = Buffer.alloc(0);
            this.message.on("data", chunk => {
              output = Buffer.concat([ output, chunk ]);
            });
            this.message.on("end", () => {
              resolve(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function*() {
          return new Promise(resolve => __awaiter(this, void 0, void 0, function*() {
            const chunks = [];
            this.message.on("data", chunk => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve(Buffer.concat(chunks));
            });
          }));
        });
      }
    }
    class HttpClient {
      constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
          if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
          this._socketTimeout = requestOptions.socketTimeout;
          if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
          if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
          if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
          if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
          if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
          if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
        }
      }
      options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
        });
      }
      get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("GET", requestUrl, null, additionalHeaders || {});
        });
      }
      del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("DELETE", requestUrl, null, additionalHeaders || {});
        });
      }
      post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("POST", requestUrl, data, additionalHeaders || {});
        });
      }
      patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("PATCH", requestUrl, data, additionalHeaders || {});
        });
      }
      put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("PUT", requestUrl, data, additionalHeaders || {});
        });
      }
      head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request("HEAD", requestUrl, null, additionalHeaders || {});
        });
      }
      sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function*() {
          return this.request(verb, requestUrl, stream, additionalHeaders);
        });
      }
      getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function*(requestUrl, additionalHeaders = {}) {
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          const res = yield this.get(requestUrl, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.post(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.put(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function*(requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.patch(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function*() {
          if (this._disposed) throw new Error("Client has already been disposed.");
          const parsedUrl = new URL(requestUrl);
          let info = this._prepareRequest(verb, parsedUrl, headers);
          const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
          let numTries = 0;
          let response;
          do {
            response = yield this.requestRaw(info, data);
            if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
              let authenticationHandler;
              for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
                authenticationHandler = handler;
                break;
              }
              if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data); else return response;
            }
            let redirectsRemaining = this._maxRedirects;
            while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
              const redirectUrl = response.message.headers["location"];
              if (!redirectUrl) break;
              const parsedRedirectUrl = new URL(redirectUrl);
              if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
              yield response.readBody();
              if (parsedRedirectUrl.hostname !== parsedUrl.hostname) for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
              info = this._prepareRequest(verb, parsedRedirectUrl, headers);
              response = yield this.requestRaw(info, data);
              redirectsRemaining--;
            }
            if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
            numTries += 1;
            if (numTries < maxTries) {
              yield response.readBody();
              yield this._performExponentialBackoff(numTries);
            }
          } while (numTries < maxTries);
          return response;
        });
      }
      dispose() {
        if (this._agent) this._agent.destroy();
        this._disposed = true;
      }
      requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function*() {
          return new Promise((resolve, reject) => {
            function callbackForResult(err, res) {
              if (err) reject(err); else if (!res) reject(new Error("Unknown error")); else resolve(res);
            }
            this.requestRawWithCallback(info, data, callbackForResult);
          });
        });
      }
      requestRawWithCallback(info, data, onResult) {
        if (typeof data === "string") {
          if (!info.options.headers) info.options.headers = {};
          info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
        }
        let callbackCalled = false;
        function handleResult(err, res) {
          if (!callbackCalled) {
            callbackCalled = true;
            onResult(err, res);
          }
        }
        const req = info.httpModule.request(info.options, msg => {
          const res = new HttpClientResponse(msg);
          handleResult(void 0, res);
        });
        let socket;
        req.on("socket", sock => {
          socket = sock;
        });
        req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
          if (socket) socket.end();
          handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on("error", function(err) {
          handleResult(err);
        });
        if (data && typeof data === "string") req.write(data, "utf8");
        if (data && typeof data !== "string") {
          data.on("close", function() {
            req.end();
          });
          data.pipe(req);
        } else req.end();
      }
      getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
      }
      getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) return;
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
      }
      _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === "https:";
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
        info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
        info.options.agent = this._getAgent(info.parsedUrl);
        if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
        return info;
      }
      _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        return lowercaseKeys(headers || {});
      }
      _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
          if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
        if (clientHeader !== void 0) return clientHeader;
        return _default;
      }
      _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
          if (headerValue) if (typeof headerValue === "number") clientHeader = String(headerValue); else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", "); else clientHeader = headerValue;
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        if (additionalValue !== void 0) if (typeof additionalValue === "number") return String(additionalValue); else if (Array.isArray(additionalValue)) return additionalValue.join(", "); else return additionalValue;
        if (clientHeader !== void 0) return clientHeader;
        return _default;
      }
      _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) agent = this._proxyAgent;
        if (!useProxy) agent = this._agent;
        if (agent) return agent;
        const usingSsl = parsedUrl.protocol === "https:";
        let maxSockets = 100;
        if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        if (proxyUrl && proxyUrl.hostname) {
          const agentOptions = {
            maxSockets: maxSockets,
            keepAlive: this._keepAlive,
            proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
              proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
            }), {
              host: proxyUrl.hostname,
              port: proxyUrl.port
            })
          };
          let tunnelAgent;
          const overHttps = proxyUrl.protocol === "https:";
          if (usingSsl) tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp; else tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
          agent = tunnelAgent(agentOptions);
          this._proxyAgent = agent;
        }
        if (!agent) {
          const options = {
            keepAlive: this._keepAlive,
            maxSockets: maxSockets
          };
          agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
          this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, {
          rejectUnauthorized: false
        });
        return agent;
      }
      _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
        if (proxyAgent) return proxyAgent;
        const usingSsl = parsedUrl.protocol === "https:";
        proxyAgent = new ProxyAgent(Object.assign({
          uri: proxyUrl.href,
          pipelining: !this._keepAlive ? 0 : 1
        }, (proxyUrl.username || proxyUrl.password) && {
          token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
        }));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
          rejectUnauthorized: false
        });
        return proxyAgent;
      }
      _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || "actions/http-client";
        const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
        if (orchId) {
          const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
          return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
      }
      _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function*() {
          retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
          const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
          return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function*() {
          return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function*() {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode: statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) resolve(response);
            function dateTimeDeserializer(key, value) {
              if (typeof value === "string") {
                const a = new Date(value);
                if (!isNaN(a.valueOf())) return a;
              }
              return value;
            }
            let obj;
            let contents;
            try {
              contents = yield res.readBody();
              if (contents && contents.length > 0) {
                if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer); else obj = JSON.parse(contents);
                response.result = obj;
              }
              response.headers = res.message.headers;
            } catch (err) {}
            if (statusCode > 299) {
              let msg;
              if (obj && obj.message) msg = obj.message; else if (contents && contents.length > 0) msg = contents; else msg = `Failed request: (${statusCode})`;
              const err = new HttpClientError(msg, statusCode);
              err.result = response.result;
              reject(err);
            } else resolve(response);
          }));
        });
      }
    }
    const lowercaseKeys = obj => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], 
    c), {});
    var utils_awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve) {
          resolve(value);
        });
      }
      return new (P || (P = Promise))(function(resolve, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    function getAuthString(token, options) {
      if (!token && !options.auth) throw new Error("Parameter token or opts.auth is required"); else if (token && options.auth) throw new Error("Parameters token and opts.auth may not both be specified");
      return typeof options.auth === "string" ? options.auth : `token ${token}`;
    }
    function getProxyAgent(destinationUrl) {
      const hc = new HttpClient;
      return hc.getAgent(destinationUrl);
    }
    function getProxyAgentDispatcher(destinationUrl) {
      const hc = new HttpClient;
      return hc.getAgentDispatcher(destinationUrl);
    }
    function getProxyFetch(destinationUrl) {
      const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
      const proxyFetch = (url, opts) => utils_awaiter(this, void 0, void 0, function*() {
        return fetch(url, Object.assign(Object.assign({}, opts), {
          dispatcher: httpDispatcher
        }));
      });
      return proxyFetch;
    }
    function getApiBaseUrl() {
      return process.env["GITHUB_API_URL"] || "https://api.github.com";
    }
    function getUserAgentWithOrchestrationId(baseUserAgent) {
      var _a;
      const orchId = (_a = process.env["ACTIONS_ORCHESTRATION_ID"]) === null || _a === void 0 ? void 0 : _a.trim();
      if (orchId) {
        const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
        const tag = `actions_orchestration_id/${sanitizedId}`;
        if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag)) return baseUserAgent;
        const ua = baseUserAgent ? `${baseUserAgent} ` : "";
        return `${ua}${tag}`;
      }
      return baseUserAgent;
    }
    function getUserAgent() {
      if (typeof navigator === "object" && "userAgent" in navigator) return navigator.userAgent;
      if (typeof process === "object" && process.version !== void 0) return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
      return "<environment undetectable>";
    }
    function register(state, name, method, options) {
      if (typeof method !== "function") throw new Error("method for before hook must be a function");
      if (!options) options = {};
      if (Array.isArray(name)) return name.reverse().reduce((callback, name) => register.bind(null, state, name, callback, options), method)();
      return Promise.resolve().then(() => {
        if (!state.registry[name]) return method(options);
        return state.registry[name].reduce((method, registered) => registered.hook.bind(null, method, options), method)();
      });
    }
    function addHook(state, kind, name, hook) {
      const orig = hook;
      if (!state.registry[name]) state.registry[name] = [];
      if (kind === "before") hook = (method, options) => Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
      if (kind === "after") hook = (method, options) => {
        let result;
        return Promise.resolve().then(method.bind(null, options)).then(result_ => {
          result = result_;
          return orig(result, options);
        }).then(() => result);
      };
      if (kind === "error") hook = (method, options) => Promise.resolve().then(method.bind(null, options)).catch(error => orig(error, options));
      state.registry[name].push({
        hook: hook,
        orig: orig
      });
    }
    function removeHook(state, name, method) {
      if (!state.registry[name]) return;
      const index = state.registry[name].map(registered => registered.orig).indexOf(method);
      if (index === -1) return;
      state.registry[name].splice(index, 1);
    }
    const bind = Function.bind;
    const bindable = bind.bind(bind);
    function bindApi(hook, state, name) {
      const removeHookRef = bindable(removeHook, null).apply(null, name ? [ state, name ] : [ state ]);
      hook.api = {
        remove: removeHookRef
      };
      hook.remove = removeHookRef;
      [ "before", "error", "after", "wrap" ].forEach(kind => {
        const args = name ? [ state, kind, name ] : [ state, kind ];
        hook[kind] = hook.api[kind] = bindable(addHook, null).apply(null, args);
      });
    }
    function Singular() {
      const singularHookName = Symbol("Singular");
      const singularHookState = {
        registry: {}
      };
      const singularHook = register.bind(null, singularHookState, singularHookName);
      bindApi(singularHook, singularHookState, singularHookName);
      return singularHook;
    }
    function Collection() {
      const state = {
        registry: {}
      };
      const hook = register.bind(null, state);
      bindApi(hook, state);
      return hook;
    }
    const before_after_hook = {
      Singular: Singular,
      Collection: Collection
    };
    var VERSION = "0.0.0-development";
    var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
    var DEFAULTS = {
      method: "GET",
      baseUrl: "https://api.github.com",
      headers: {
        accept: "application/vnd.github.v3+json",
        "user-agent": userAgent
      },
      mediaType: {
        format: ""
      }
    };
    function dist_bundle_lowercaseKeys(object) {
      if (!object) return {};
      return Object.keys(object).reduce((newObj, key) => {
        newObj[key.toLowerCase()] = object[key];
        return newObj;
      }, {});
    }
    function isPlainObject(value) {
      if (typeof value !== "object" || value === null) return false;
      if (Object.prototype.toString.call(value) !== "[object Object]") return false;
      const proto = Object.getPrototypeOf(value);
      if (proto === null) return true;
      const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
      return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
    }
    function mergeDeep(defaults, options) {
      const result = Object.assign({}, defaults);
      Object.keys(options).forEach(key => {
        if (isPlainObject(options[key])) if (!(key in defaults)) Object.assign(result, {
          [key]: options[key]
        }); else result[key] = mergeDeep(defaults[key], options[key]); else Object.assign(result, {
          [key]: options[key]
        });
      });
      return result;
    }
    function removeUndefinedProperties(obj) {
      for (const key in obj) if (obj[key] === void 0) delete obj[key];
      return obj;
    }
    function merge(defaults, route, options) {
      if (typeof route === "string") {
        let [method, url] = route.split(" ");
        options = Object.assign(url ? {
          method: method,
          url: url
        } : {
          url: method
        }, options);
      } else options = Object.assign({}, route);
      options.headers = dist_bundle_lowercaseKeys(options.headers);
      removeUndefinedProperties(options);
      removeUndefinedProperties(options.headers);
      const mergedOptions = mergeDeep(defaults || {}, options);
      if (options.url === "/graphql") {
        if (defaults && defaults.mediaType.previews?.length) mergedOptions.mediaType.previews = defaults.mediaType.previews.filter(preview => !mergedOptions.mediaType.previews.includes(preview)).concat(mergedOptions.mediaType.previews);
        mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map(preview => preview.replace(/-preview/, ""));
      }
      return mergedOptions;
    }
    function addQueryParameters(url, parameters) {
      const separator = /\?/.test(url) ? "&" : "?";
      const names = Object.keys(parameters);
      if (names.length === 0) return url;
      return url + separator + names.map(name => {
        if (name === "q") return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
        return `${name}=${encodeURIComponent(parameters[name])}`;
      }).join("&");
    }
    var urlVariableRegex = /\{[^{}}]+\}/g;
    function removeNonChars(variableName) {
      return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
    }
    function extractUrlVariableNames(url) {
      const matches = url.match(urlVariableRegex);
      if (!matches) return [];
      return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
    }
    function omit(object, keysToOmit) {
      const result = {
        __proto__: null
      };
      for (const key of Object.keys(object)) if (keysToOmit.indexOf(key) === -1) result[key] = object[key];
      return result;
    }
    function encodeReserved(str) {
      return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
        if (!/%[0-9A-Fa-f]/.test(part)) part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
        return part;
      }).join("");
    }
    function encodeUnreserved(str) {
      return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
        return "%" + c.charCodeAt(0).toString(16).toUpperCase();
      });
    }
    function encodeValue(operator, value, key) {
      value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
      if (key) return encodeUnreserved(key) + "=" + value; else return value;
    }
    function isDefined(value) {
      return value !== void 0 && value !== null;
    }
    function isKeyOperator(operator) {
      return operator === ";" || operator === "&" || operator === "?";
    }
    function getValues(context, operator, key, modifier) {
      var value = context[key], result = [];
      if (isDefined(value) && value !== "") if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
        value = value.toString();
        if (modifier && modifier !== "*") value = value.substring(0, parseInt(modifier, 10));
        result.push(encodeValue(operator, value, isKeyOperator(operator) ? key : ""));
      } else if (modifier === "*") if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
        result.push(encodeValue(operator, value2, isKeyOperator(operator) ? key : ""));
      }); else Object.keys(value).forEach(function(k) {
        if (isDefined(value[k])) result.push(encodeValue(operator, value[k], k));
      }); else {
        const tmp = [];
        if (Array.isArray(value)) value.filter(isDefined).forEach(function(value2) {
          tmp.push(encodeValue(operator, value2));
        }); else Object.keys(value).forEach(function(k) {
          if (isDefined(value[k])) {
            tmp.push(encodeUnreserved(k));
            tmp.push(encodeValue(operator, value[k].toString()));
          }
        });
        if (isKeyOperator(operator)) result.push(encodeUnreserved(key) + "=" + tmp.join(",")); else if (tmp.length !== 0) result.push(tmp.join(","));
      } else if (operator === ";") {
        if (isDefined(value)) result.push(encodeUnreserved(key));
      } else if (value === "" && (operator === "&" || operator === "?")) result.push(encodeUnreserved(key) + "="); else if (value === "") result.push("");
      return result;
    }
    function parseUrl(template) {
      return {
        expand: expand.bind(null, template)
      };
    }
    function expand(template, context) {
      var operators = [ "+", "#", ".", "/", ";", "?", "&" ];
      template = template.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g, function(_, expression, literal) {
        if (expression) {
          let operator = "";
          const values = [];
          if (operators.indexOf(expression.charAt(0)) !== -1) {
            operator = expression.charAt(0);
            expression = expression.substr(1);
          }
          expression.split(/,/g).forEach(function(variable) {
            var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
            values.push(getValues(context, operator, tmp[1], tmp[2] || tmp[3]));
          });
          if (operator && operator !== "+") {
            var separator = ",";
            if (operator === "?") separator = "&"; else if (operator !== "#") separator = operator;
            return (values.length !== 0 ? operator : "") + values.join(separator);
          } else return values.join(",");
        } else return encodeReserved(literal);
      });
      if (template === "/") return template; else return template.replace(/\/$/, "");
    }
    function parse(options) {
      let method = options.method.toUpperCase();
      let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
      let headers = Object.assign({}, options.headers);
      let body;
      let parameters = omit(options, [ "method", "baseUrl", "url", "headers", "request", "mediaType" ]);
      const urlVariableNames = extractUrlVariableNames(url);
      url = parseUrl(url).expand(parameters);
      if (!/^http/.test(url)) url = options.baseUrl + url;
      const omittedParameters = Object.keys(options).filter(option => urlVariableNames.includes(option)).concat("baseUrl");
      const remainingParameters = omit(parameters, omittedParameters);
      const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
      if (!isBinaryRequest) {
        if (options.mediaType.format) headers.accept = headers.accept.split(/,/).map(format => format.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/, `application/vnd$1$2.${options.mediaType.format}`)).join(",");
        if (url.endsWith("/graphql")) if (options.mediaType.previews?.length) {
          const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
          headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map(preview => {
            const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
            return `application/vnd.github.${preview}-preview${format}`;
          }).join(",");
        }
      }
      if ([ "GET", "HEAD" ].includes(method)) url = addQueryParameters(url, remainingParameters); else if ("data" in remainingParameters) body = remainingParameters.data; else if (Object.keys(remainingParameters).length) body = remainingParameters;
      if (!headers["content-type"] && typeof body !== "undefined") headers["content-type"] = "application/json; charset=utf-8";
      if ([ "PATCH", "PUT" ].includes(method) && typeof body === "undefined") body = "";
      return Object.assign({
        method: method,
        url: url,
        headers: headers
      }, typeof body !== "undefined" ? {
        body: body
      } : null, options.request ? {
        request: options.request
      } : null);
    }
    function endpointWithDefaults(defaults, route, options) {
      return parse(merge(defaults, route, options));
    }
    function withDefaults(oldDefaults, newDefaults) {
      const DEFAULTS2 = merge(oldDefaults, newDefaults);
      const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
      return Object.assign(endpoint2, {
        DEFAULTS: DEFAULTS2,
        defaults: withDefaults.bind(null, DEFAULTS2),
        merge: merge.bind(null, DEFAULTS2),
        parse: parse
      });
    }
    var endpoint = withDefaults(null, DEFAULTS);
    const SP = 32;
    const HTAB = 9;
    const SEMI = 59;
    const EQ = 61;
    const DQUOTE = 34;
    const BSLASH = 92;
    const COMMA = 44;
    const LOWER_CASE = 1;
    const OWS = 2;
    const SEMI_FLAG = 4;
    const COMMA_FLAG = 8;
    const TOKEN_FLAG = 16;
    const NON_ASCII = 65280;
    const CASE_FLAGS = LOWER_CASE | NON_ASCII;
    const CHAR_MAP = new Uint8Array(256);
    CHAR_MAP[HTAB] |= OWS;
    CHAR_MAP[SP] |= OWS;
    CHAR_MAP[SEMI] |= SEMI_FLAG;
    CHAR_MAP[COMMA] |= COMMA_FLAG;
    for (let code = 128; code <= 255; code++) CHAR_MAP[code] |= LOWER_CASE;
    for (const char of "!#$%&'*+-.^_`|~") CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
    for (let code = 48; code <= 57; code++) CHAR_MAP[code] |= TOKEN_FLAG;
    for (let code = 65; code <= 90; code++) CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
    for (let code = 97; code <= 122; code++) CHAR_MAP[code] |= TOKEN_FLAG;
    const NullObject = (() => {
      const C = function() {};
      C.prototype = Object.create(null);
      return C;
    })();
    function dist_parse(header, options) {
      const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
      const len = header.length;
      let valueStart = options?.start ?? 0;
      while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) valueStart++;
      let index = valueStart;
      let typeFlags = 0;
      let whitespace = -1;
      let stop = options?.parameters === false ? COMMA_FLAG : 0;
      while (index < len) {
        const code = header.charCodeAt(index);
        const flags = CHAR_MAP[code];
        if ((flags & stopFlags) !== 0) {
          stop |= flags & COMMA_FLAG;
          break;
        }
        if ((flags & OWS) !== 0) {
          if (whitespace === -1) whitespace = index;
        } else whitespace = -1;
        typeFlags |= code & NON_ASCII | flags;
        index++;
      }
      const valueEnd = whitespace === -1 ? index : whitespace;
      const value = header.slice(valueStart, valueEnd);
      const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
      if (index === len || stop !== 0) return {
        type: type,
        index: index,
        parameters: new NullObject
      };
      return parseParameters(header, type, index, len, stopFlags);
    }
    function parseParameters(header, type, index, len, stopFlags) {
      const parameters = new NullObject;
      parameter: while (index < len) {
        index++;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
        const keyStart = index;
        let keyFlags = 0;
        let keyWhitespace = -1;
        while (index < len) {
          const code = header.charCodeAt(index);
          const flags = CHAR_MAP[code];
          if ((flags & stopFlags) !== 0) {
            if ((flags & COMMA_FLAG) !== 0) break parameter;
            continue parameter;
          }
          if (code === EQ) {
            const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
            const value = header.slice(keyStart, keyEnd);
            const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
            index++;
            while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) index++;
            if (index < len && header.charCodeAt(index) === DQUOTE) {
              const quotedStart = ++index;
              let escaped = false;
              while (index < len) {
                const code = header.charCodeAt(index);
                if (code === DQUOTE) {
                  if (parameters[key] === void 0) parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
                  index++;
                  let stop = 0;
                  while (index < len) {
                    const code = header.charCodeAt(index);
                    const flags = CHAR_MAP[code];
                    if ((flags & stopFlags) !== 0) {
                      stop = flags & COMMA_FLAG;
                      break;
                    }
                    index++;
                  }
                  if (stop !== 0) break parameter;
                  continue parameter;
                }
                if (code === BSLASH && index + 1 < len) {
                  escaped = true;
                  index += 2;
                  continue;
                }
                index++;
              }
              continue parameter;
            }
            const valueStart = index;
            let stop = 0;
            let valueWhitespace = -1;
            while (index < len) {
              const code = header.charCodeAt(index);
              const flags = CHAR_MAP[code];
              if ((flags & stopFlags) !== 0) {
                stop = flags & COMMA_FLAG;
                break;
              }
              if ((flags & OWS) !== 0) {
                if (valueWhitespace === -1) valueWhitespace = index;
              } else valueWhitespace = -1;
              index++;
            }
            if (parameters[key] === void 0) {
              const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
              parameters[key] = header.slice(valueStart, valueEnd);
            }
            if (stop !== 0) break parameter;
            continue parameter;
          }
          if ((flags & OWS) !== 0) {
            if (keyWhitespace === -1) keyWhitespace = index;
          } else keyWhitespace = -1;
          keyFlags |= code & NON_ASCII | flags;
          index++;
        }
      }
      return {
        type: type,
        index: index,
        parameters: parameters
      };
    }
    function unescapeQuotedPairs(str, start, end) {
      let result = "";
      for (let index = start; index < end; index++) if (str.charCodeAt(index) === BSLASH) {
        result += str.slice(start, index);
        start = ++index;
      }
      return result + str.slice(start, end);
    }
    const intRegex = /^-?\d+$/;
    const noiseValue = /^-?\d+n+$/;
    const originalStringify = JSON.stringify;
    const originalParse = JSON.parse;
    const customFormat = /^-?\d+n$/;
    const bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
    const noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
    const isUnstringifiable = val => val === void 0 || typeof val === "function" || typeof val === "symbol";
    const isRawJSON = val => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
    const stringifyIteratively = (rootValue, replacer, spaceParam) => {
      let space = "";
      if (typeof spaceParam === "number") space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam)))); else if (typeof spaceParam === "string") space = spaceParam.slice(0, 10);
      const isFunctionReplacer = typeof replacer === "function";
      const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
      const prepareVal = (parent, key, val) => {
        const isObject = val !== null && typeof val === "object";
        const hasToJSON = isObject && typeof val.toJSON === "function";
        if (hasToJSON) val = val.toJSON(key);
        const isNoise = typeof val === "string" && noiseValue.test(val);
        if (isNoise) return val + "n";
        const isBigInt = typeof val === "bigint";
        if (isBigInt) {
          const supportsRawJSON = "rawJSON" in JSON;
          if (supportsRawJSON) return JSON.rawJSON(val.toString());
          return val.toString() + "n";
        }
        if (isFunctionReplacer) val = replacer.call(parent, key, val);
        const isPostReplacerObject = val !== null && typeof val === "object";
        if (isPostReplacerObject) {
          const isPrimitiveWrapper = val instanceof Number || val instanceof String || val instanceof Boolean;
          if (isPrimitiveWrapper) val = val.valueOf();
        }
        return val;
      };
      const rootProcessed = prepareVal({
        "": rootValue
      }, "", rootValue);
      if (isUnstringifiable(rootProcessed)) return;
      const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
      const isRootNativeRawJSON = isRawJSON(rootProcessed);
      if (isRootPrimitive || isRootNativeRawJSON) return originalStringify(rootProcessed);
      const chunks = [];
      let level = 0;
      const stack = [ {
        parent: {
          "": rootProcessed
        },
        key: "",
        val: rootProcessed,
        isArray: Array.isArray(rootProcessed),
        keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
        index: 0,
        first: true
      } ];
      const visited = new WeakSet([ rootProcessed ]);
      while (stack.length > 0) {
        const node = stack[stack.length - 1];
        if (node.index === 0) {
          chunks.push(node.isArray ? "[" : "{");
          level++;
        }
        let isDone = false;
        if (node.isArray) if (node.index < node.val.length) {
          if (!node.first) chunks.push(",");
          if (space) chunks.push("\n" + space.repeat(level));
          const childRaw = node.val[node.index];
          const childVal = prepareVal(node.val, String(node.index), childRaw);
          if (isUnstringifiable(childVal)) {
            chunks.push("null");
            node.first = false;
            node.index++;
          } else {
            const isComplexObject = childVal !== null && typeof childVal === "object";
            const isNativeRaw = isRawJSON(childVal);
            if (isComplexObject && !isNativeRaw) {
              if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
              visited.add(childVal);
              stack.push({
                parent: node.val,
                key: String(node.index),
                val: childVal,
                isArray: Array.isArray(childVal),
                keys: Array.isArray(childVal) ? null : Object.keys(childVal),
                index: 0,
                first: true
              });
              node.first = false;
              node.index++;
            } else {
              chunks.push(originalStringify(childVal));
              node.first = false;
              node.index++;
            }
          }
        } else isDone = true; else {
          while (node.index < node.keys.length) {
            const k = node.keys[node.index++];
            const isFilteredOutByArray = propertyList && !propertyList.has(k);
            if (isFilteredOutByArray) continue;
            const childRaw = node.val[k];
            const childVal = prepareVal(node.val, k, childRaw);
            if (isUnstringifiable(childVal)) continue;
            if (!node.first) chunks.push(",");
            if (space) chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": "); else chunks.push(originalStringify(k) + ":");
            const isComplexObject = childVal !== null && typeof childVal === "object";
            const isNativeRaw = isRawJSON(childVal);
            if (isComplexObject && !isNativeRaw) {
              if (visited.has(childVal)) throw new TypeError("Converting circular structure to JSON");
              visited.add(childVal);
              stack.push({
                parent: node.val,
                key: k,
                val: childVal,
                isArray: Array.isArray(childVal),
                keys: Array.isArray(childVal) ? null : Object.keys(childVal),
                index: 0,
                first: true
              });
              node.first = false;
              break;
            } else {
              chunks.push(originalStringify(childVal));
              node.first = false;
            }
          }
          const isNodeFullyProcessed = node.index >= node.keys.length && stack[stack.length - 1] === node;
          if (isNodeFullyProcessed) isDone = true;
        }
        if (isDone) {
          level--;
          if (!node.first && space) chunks.push("\n" + space.repeat(level));
          chunks.push(node.isArray ? "]" : "}");
          visited.delete(node.val);
          stack.pop();
        }
      }
      return chunks.join("");
    };
    const JSONStringify = (value, replacer, space) => {
      try {
        const supportsRawJSON = "rawJSON" in JSON;
        if (supportsRawJSON) return originalStringify(value, (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());
          const hasFunctionReplacer = typeof replacer === "function";
          if (hasFunctionReplacer) return replacer(key, val);
          const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
          if (isKeyInArrayReplacer) return val;
          return val;
        }, space);
        if (!value) return originalStringify(value, replacer, space);
        const convertedToCustomJSON = originalStringify(value, (key, val) => {
          const isNoise = typeof val === "string" && noiseValue.test(val);
          if (isNoise) return val.toString() + "n";
          if (typeof val === "bigint") return val.toString() + "n";
          const hasFunctionReplacer = typeof replacer === "function";
          if (hasFunctionReplacer) return replacer(key, val);
          const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
          if (isKeyInArrayReplacer) return val;
          return val;
        }, space);
        const processedJSON = convertedToCustomJSON.replace(bigIntsStringify, "$1$2$3");
        const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3");
        return denoisedJSON;
      } catch (error) {
        if (error instanceof RangeError) {
          const convertedJSON = stringifyIteratively(value, replacer, space);
          if (convertedJSON === void 0) return;
          const supportsRawJSON = "rawJSON" in JSON;
          if (supportsRawJSON) return convertedJSON;
          const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");
          return processedJSON.replace(noiseStringify, "$1$2$3");
        }
        throw error;
      }
    };
    const featureCache = new Map;
    const isContextSourceSupported = () => {
      const parseFingerprint = JSON.parse.toString();
      if (featureCache.has(parseFingerprint)) return featureCache.get(parseFingerprint);
      try {
        const result = JSON.parse("1", (_, __, context) => !!context?.source && context.source === "1");
        featureCache.set(parseFingerprint, result);
        return result;
      } catch {
        featureCache.set(parseFingerprint, false);
        return false;
      }
    };
    const convertMarkedBigIntsReviver = (key, value, context, userReviver) => {
      const isCustomFormatBigInt = typeof value === "string" && customFormat.test(value);
      if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));
      const isNoiseValue = typeof value === "string" && noiseValue.test(value);
      if (isNoiseValue) return value.slice(0, -1);
      const hasUserReviver = typeof userReviver === "function";
      if (!hasUserReviver) return value;
      return userReviver(key, value, context);
    };
    const JSONParseV2 = (text, reviver) => JSON.parse(text, (key, value, context) => {
      const isNumber = typeof value === "number";
      const isOutOfBounds = value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
      const isBigNumber = isNumber && isOutOfBounds;
      const isInt = context && intRegex.test(context.source);
      const isBigInt = isBigNumber && isInt;
      if (isBigInt) return BigInt(context.source);
      const hasCustomReviver = typeof reviver === "function";
      if (!hasCustomReviver) return value;
      return reviver(key, value, context);
    });
    const MAX_INT = Number.MAX_SAFE_INTEGER.toString();
    const MAX_DIGITS = MAX_INT.length;
    const stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
    const noiseValueWithQuotes = /^"-?\d+n+"$/;
    const applyReviverIteratively = (parsed, userReviver) => {
      const rootHolder = {
        "": parsed
      };
      const stack = [ {
        parent: rootHolder,
        key: "",
        visited: false
      } ];
      while (stack.length > 0) {
        const node = stack[stack.length - 1];
        if (!node.visited) {
          node.visited = true;
          const value = node.parent[node.key];
          const isComplexObject = value !== null && typeof value === "object";
          if (isComplexObject) {
            const keys = Object.keys(value);
            for (let i = keys.length - 1; i >= 0; i--) stack.push({
              parent: value,
              key: keys[i],
              visited: false
            });
          }
        } else {
          const {parent: parent, key: key} = node;
          let value = parent[key];
          if (typeof value === "string") {
            const isCustomFormatBigInt = customFormat.test(value);
            if (isCustomFormatBigInt) value = BigInt(value.slice(0, -1)); else {
              const isNoise = noiseValue.test(value);
              if (isNoise) value = value.slice(0, -1);
            }
          }
          const hasUserReviver = typeof userReviver === "function";
          if (hasUserReviver) value = userReviver.call(parent, key, value);
          const isDeleted = value === void 0;
          if (isDeleted) delete parent[key]; else parent[key] = value;
          stack.pop();
        }
      }
      return rootHolder[""];
    };
    const serializeBigInts = text => text.replace(stringsOrLargeNumbers, (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);
      if (isNoise) return match.substring(0, match.length - 1) + 'n"';
      const hasFractionalOrExponential = fractional || exponential;
      const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
      const isStandardValue = isString || hasFractionalOrExponential || isLessThanMaxSafeInt;
      if (isStandardValue) return match;
      return '"' + match + 'n"';
    });
    const JSONParse = (text, reviver) => {
      if (!text) return originalParse(text, reviver);
      try {
        if (isContextSourceSupported()) return JSONParseV2(text, reviver);
        const serializedData = serializeBigInts(text);
        return originalParse(serializedData, (key, value, context) => convertMarkedBigIntsReviver(key, value, context, reviver));
      } catch (error) {
        if (error instanceof RangeError) {
          const serializedData = serializeBigInts(text);
          const parsed = originalParse(serializedData);
          return applyReviverIteratively(parsed, reviver);
        }
        throw error;
      }
    };
    class RequestError extends Error {
      name;
      status;
      request;
      response;
      constructor(message, statusCode, options) {
        super(message, {
          cause: options.cause
        });
        this.name = "HttpError";
        this.status = Number.parseInt(statusCode);
        if (Number.isNaN(this.status)) this.status = 0;
        if ("response" in options) this.response = options.response;
        const requestCopy = Object.assign({}, options.request);
        if (options.request.headers.authorization) requestCopy.headers = Object.assign({}, options.request.headers, {
          authorization: options.request.headers.authorization.replace(/(?<! ) .*$/, " [REDACTED]")
        });
        requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
        this.request = requestCopy;
      }
    }
    var dist_bundle_VERSION = "10.0.16";
    var defaults_default = {
      headers: {
        "user-agent": `octokit-request.js/${dist_bundle_VERSION} ${getUserAgent()}`
      }
    };
    function dist_bundle_isPlainObject(value) {
      if (typeof value !== "object" || value === null) return false;
      if (Object.prototype.toString.call(value) !== "[object Object]") return false;
      const proto = Object.getPrototypeOf(value);
      if (proto === null) return true;
      const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
      return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
    }
    var noop = () => "";
    async function fetchWrapper(requestOptions) {
      const fetch = requestOptions.request?.fetch || globalThis.fetch;
      if (!fetch) throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing");
      const log = requestOptions.request?.log || console;
      const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
      const body = dist_bundle_isPlainObject(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
      const requestHeaders = Object.fromEntries(Object.entries(requestOptions.headers).map(([name, value]) => [ name, String(value) ]));
      let fetchResponse;
      try {
        fetchResponse = await fetch(requestOptions.url, {
          method: requestOptions.method,
          body: body,
          redirect: requestOptions.request?.redirect,
          headers: requestHeaders,
          signal: requestOptions.request?.signal,
          ...requestOptions.body && {
            duplex: "half"
          }
        });
      } catch (error) {
        let message = "Unknown Error";
        if (error instanceof Error) {
          if (error.name === "AbortError") {
            error.status = 500;
            throw error;
          }
          message = error.message;
          if (error.name === "TypeError" && "cause" in error) if (error.cause instanceof Error) message = error.cause.message; else if (typeof error.cause === "string") message = error.cause;
        }
        const requestError = new RequestError(message, 500, {
          request: requestOptions
        });
        requestError.cause = error;
        throw requestError;
      }
      const status = fetchResponse.status;
      const url = fetchResponse.url;
      const responseHeaders = {};
      for (const [key, value] of fetchResponse.headers) responseHeaders[key] = value;
      const octokitResponse = {
        url: url,
        status: status,
        headers: responseHeaders,
        data: ""
      };
      if ("deprecation" in responseHeaders) {
        const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
        const deprecationLink = matches && matches.pop();
        log.warn(`[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`);
      }
      if (status === 204 || status === 205) return octokitResponse;
      if (requestOptions.method === "HEAD") {
        if (status < 400) return octokitResponse;
        throw new RequestError(fetchResponse.statusText, status, {
          response: octokitResponse,
          request: requestOptions
        });
      }
      if (status === 304) {
        octokitResponse.data = await getResponseData(fetchResponse);
        throw new RequestError("Not modified", status, {
          response: octokitResponse,
          request: requestOptions
        });
      }
      if (status >= 400) {
        octokitResponse.data = await getResponseData(fetchResponse);
        throw new RequestError(toErrorMessage(octokitResponse.data), status, {
          response: octokitResponse,
          request: requestOptions
        });
      }
      octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
      return octokitResponse;
    }
    async function getResponseData(response) {
      const contentType = response.headers.get("content-type");
      if (!contentType) return response.text().catch(noop);
      const mimetype = dist_parse(contentType);
      if (isJSONResponse(mimetype)) {
        let text = "";
        try {
          text = await response.text();
          return JSONParse(text);
        } catch (err) {
          return text;
        }
      } else if (mimetype.type.startsWith("text/") || mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") return response.text().catch(noop); else return response.arrayBuffer().catch(() => new ArrayBuffer(0));
    }
    function isJSONResponse(mimetype) {
      return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
    }
    function toErrorMessage(data) {
      if (typeof data === "string") return data;
      if (data instanceof ArrayBuffer) return "Unknown error";
      if (typeof data === "object" && data !== null && "message" in data) {
        const objectData = data;
        const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
        return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map(v => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
      }
      return `Unknown error: ${JSON.stringify(data)}`;
    }
    function dist_bundle_withDefaults(oldEndpoint, newDefaults) {
      const endpoint2 = oldEndpoint.defaults(newDefaults);
      const newApi = function(route, parameters) {
        const endpointOptions = endpoint2.merge(route, parameters);
        if (!endpointOptions.request || !endpointOptions.request.hook) return fetchWrapper(endpoint2.parse(endpointOptions));
        const request2 = (route2, parameters2) => fetchWrapper(endpoint2.parse(endpoint2.merge(route2, parameters2)));
        Object.assign(request2, {
          endpoint: endpoint2,
          defaults: dist_bundle_withDefaults.bind(null, endpoint2)
        });
        return endpointOptions.request.hook(request2, endpointOptions);
      };
      return Object.assign(newApi, {
        endpoint: endpoint2,
        defaults: dist_bundle_withDefaults.bind(null, endpoint2)
      });
    }
    var request = dist_bundle_withDefaults(endpoint, defaults_default);
    var graphql_dist_bundle_VERSION = "0.0.0-development";
    function _buildMessageForResponseErrors(data) {
      return `Request failed due to following response errors:\n` + data.errors.map(e => ` - ${e.message}`).join("\n");
    }
    var GraphqlResponseError = class extends Error {
      constructor(request2, headers, response) {
        super(_buildMessageForResponseErrors(response));
        this.request = request2;
        this.headers = headers;
        this.response = response;
        this.errors = response.errors;
        this.data = response.data;
        if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
      }
      request;
      headers;
      response;
      name="GraphqlResponseError";
      errors;
      data;
    };
    var NON_VARIABLE_OPTIONS = [ "method", "baseUrl", "url", "headers", "request", "query", "mediaType", "operationName" ];
    var FORBIDDEN_VARIABLE_OPTIONS = [ "query", "method", "url" ];
    var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
    function graphql(request2, query, options) {
      if (options) {
        if (typeof query === "string" && "query" in options) return Promise.reject(new Error(`[@octokit/graphql] "query" cannot be used as variable name`));
        for (const key in options) {
          if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
          return Promise.reject(new Error(`[@octokit/graphql] "${key}" cannot be used as variable name`));
        }
      }
      const parsedOptions = typeof query === "string" ? Object.assign({
        query: query
      }, options) : query;
      const requestOptions = Object.keys(parsedOptions).reduce((result, key) => {
        if (NON_VARIABLE_OPTIONS.includes(key)) {
          result[key] = parsedOptions[key];
          return result;
        }
        if (!result.variables) result.variables = {};
        result.variables[key] = parsedOptions[key];
        return result;
      }, {});
      const baseUrl = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
      if (GHES_V3_SUFFIX_REGEX.test(baseUrl)) requestOptions.url = baseUrl.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
      return request2(requestOptions).then(response => {
        if (response.data.errors) {
          const headers = {};
          for (const key of Object.keys(response.headers)) headers[key] = response.headers[key];
          throw new GraphqlResponseError(requestOptions, headers, response.data);
        }
        return response.data.data;
      });
    }
    function graphql_dist_bundle_withDefaults(request2, newDefaults) {
      const newRequest = request2.defaults(newDefaults);
      const newApi = (query, options) => graphql(newRequest, query, options);
      return Object.assign(newApi, {
        defaults: graphql_dist_bundle_withDefaults.bind(null, newRequest),
        endpoint: newRequest.endpoint
      });
    }
    graphql_dist_bundle_withDefaults(request, {
      headers: {
        "user-agent": `octokit-graphql.js/${graphql_dist_bundle_VERSION} ${getUserAgent()}`
      },
      method: "POST",
      url: "/graphql"
    });
    function withCustomRequest(customRequest) {
      return graphql_dist_bundle_withDefaults(customRequest, {
        method: "POST",
        url: "/graphql"
      });
    }
    var b64url = "(?:[a-zA-Z0-9_-]+)";
    var sep = "\\.";
    var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
    var isJWT = jwtRE.test.bind(jwtRE);
    async function auth(token) {
      const isApp = isJWT(token);
      const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
      const isUserToServer = token.startsWith("ghu_");
      const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
      return {
        type: "token",
        token: token,
        tokenType: tokenType
      };
    }
    function withAuthorizationPrefix(token) {
      if (token.split(/\./).length === 3) return `bearer ${token}`;
      return `token ${token}`;
    }
    async function hook(token, request, route, parameters) {
      const endpoint = request.endpoint.merge(route, parameters);
      endpoint.headers.authorization = withAuthorizationPrefix(token);
      return request(endpoint);
    }
    var createTokenAuth = function(token) {
      if (!token) throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
      if (typeof token !== "string") throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not a string");
      token = token.replace(/^(token|bearer) +/i, "");
      return Object.assign(auth.bind(null, token), {
        hook: hook.bind(null, token)
      });
    };
    const version_VERSION = "7.0.8";
    const dist_src_noop = () => {};
    const consoleWarn = console.warn.bind(console);
    const consoleError = console.error.bind(console);
    function createLogger(logger = {}) {
      if (typeof logger.debug !== "function") logger.debug = dist_src_noop;
      if (typeof logger.info !== "function") logger.info = dist_src_noop;
      if (typeof logger.warn !== "function") logger.warn = consoleWarn;
      if (typeof logger.error !== "function") logger.error = consoleError;
      return logger;
    }
    const userAgentTrail = `octokit-core.js/${version_VERSION} ${getUserAgent()}`;
    class Octokit {
      static VERSION=version_VERSION;
      static defaults(defaults) {
        const OctokitWithDefaults = class extends(this){
          constructor(...args) {
            const options = args[0] || {};
            if (typeof defaults === "function") {
              super(defaults(options));
              return;
            }
            super(Object.assign({}, defaults, options, options.userAgent && defaults.userAgent ? {
              userAgent: `${options.userAgent} ${defaults.userAgent}`
            } : null));
          }
        };
        return OctokitWithDefaults;
      }
      static plugins=[];
      static plugin(...newPlugins) {
        const currentPlugins = this.plugins;
        const NewOctokit = class extends(this){
          static plugins=currentPlugins.concat(newPlugins.filter(plugin => !currentPlugins.includes(plugin)));
        };
        return NewOctokit;
      }
      constructor(options = {}) {
        const hook = new before_after_hook.Collection;
        const requestDefaults = {
          baseUrl: request.endpoint.DEFAULTS.baseUrl,
          headers: {},
          request: Object.assign({}, options.request, {
            hook: hook.bind(null, "request")
          }),
          mediaType: {
            previews: [],
            format: ""
          }
        };
        requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
        if (options.baseUrl) requestDefaults.baseUrl = options.baseUrl;
        if (options.previews) requestDefaults.mediaType.previews = options.previews;
        if (options.timeZone) requestDefaults.headers["time-zone"] = options.timeZone;
        this.request = request.defaults(requestDefaults);
        this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
        this.log = createLogger(options.log);
        this.hook = hook;
        if (!options.authStrategy) if (!options.auth) this.auth = async () => ({
          type: "unauthenticated"
        }); else {
          const auth = createTokenAuth(options.auth);
          hook.wrap("request", auth.hook);
          this.auth = auth;
        } else {
          const {authStrategy: authStrategy, ...otherOptions} = options;
          const auth = authStrategy(Object.assign({
            request: this.request,
            log: this.log,
            octokit: this,
            octokitOptions: otherOptions
          }, options.auth));
          hook.wrap("request", auth.hook);
          this.auth = auth;
        }
        const classConstructor = this.constructor;
        for (let i = 0; i < classConstructor.plugins.length; ++i) Object.assign(this, classConstructor.plugins[i](this, options));
      }
      request;
      graphql;
      log;
      hook;
      auth;
    }
    const dist_src_version_VERSION = "17.0.0";
    const Endpoints = {
      actions: {
        addCustomLabelsToSelfHostedRunnerForOrg: [ "POST /orgs/{org}/actions/runners/{runner_id}/labels" ],
        addCustomLabelsToSelfHostedRunnerForRepo: [ "POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels" ],
        addRepoAccessToSelfHostedRunnerGroupInOrg: [ "PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}" ],
        addSelectedRepoToOrgSecret: [ "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}" ],
        addSelectedRepoToOrgVariable: [ "PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}" ],
        approveWorkflowRun: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve" ],
        cancelWorkflowRun: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel" ],
        createEnvironmentVariable: [ "POST /repos/{owner}/{repo}/environments/{environment_name}/variables" ],
        createHostedRunnerForOrg: [ "POST /orgs/{org}/actions/hosted-runners" ],
        createOrUpdateEnvironmentSecret: [ "PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}" ],
        createOrUpdateOrgSecret: [ "PUT /orgs/{org}/actions/secrets/{secret_name}" ],
        createOrUpdateRepoSecret: [ "PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}" ],
        createOrgVariable: [ "POST /orgs/{org}/actions/variables" ],
        createRegistrationTokenForOrg: [ "POST /orgs/{org}/actions/runners/registration-token" ],
        createRegistrationTokenForRepo: [ "POST /repos/{owner}/{repo}/actions/runners/registration-token" ],
        createRemoveTokenForOrg: [ "POST /orgs/{org}/actions/runners/remove-token" ],
        createRemoveTokenForRepo: [ "POST /repos/{owner}/{repo}/actions/runners/remove-token" ],
        createRepoVariable: [ "POST /repos/{owner}/{repo}/actions/variables" ],
        createWorkflowDispatch: [ "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches" ],
        deleteActionsCacheById: [ "DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}" ],
        deleteActionsCacheByKey: [ "DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}" ],
        deleteArtifact: [ "DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}" ],
        deleteCustomImageFromOrg: [ "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}" ],
        deleteCustomImageVersionFromOrg: [ "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}" ],
        deleteEnvironmentSecret: [ "DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}" ],
        deleteEnvironmentVariable: [ "DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}" ],
        deleteHostedRunnerForOrg: [ "DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}" ],
        deleteOrgSecret: [ "DELETE /orgs/{org}/actions/secrets/{secret_name}" ],
        deleteOrgVariable: [ "DELETE /orgs/{org}/actions/variables/{name}" ],
        deleteRepoSecret: [ "DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}" ],
        deleteRepoVariable: [ "DELETE /repos/{owner}/{repo}/actions/variables/{name}" ],
        deleteSelfHostedRunnerFromOrg: [ "DELETE /orgs/{org}/actions/runners/{runner_id}" ],
        deleteSelfHostedRunnerFromRepo: [ "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}" ],
        deleteWorkflowRun: [ "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}" ],
        deleteWorkflowRunLogs: [ "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs" ],
        disableSelectedRepositoryGithubActionsOrganization: [ "DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}" ],
        disableWorkflow: [ "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable" ],
        downloadArtifact: [ "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}" ],
        downloadJobLogsForWorkflowRun: [ "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs" ],
        downloadWorkflowRunAttemptLogs: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs" ],
        downloadWorkflowRunLogs: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs" ],
        enableSelectedRepositoryGithubActionsOrganization: [ "PUT /orgs/{org}/actions/permissions/repositories/{repository_id}" ],
        enableWorkflow: [ "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable" ],
        forceCancelWorkflowRun: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel" ],
        generateRunnerJitconfigForOrg: [ "POST /orgs/{org}/actions/runners/generate-jitconfig" ],
        generateRunnerJitconfigForRepo: [ "POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig" ],
        getActionsCacheList: [ "GET /repos/{owner}/{repo}/actions/caches" ],
        getActionsCacheUsage: [ "GET /repos/{owner}/{repo}/actions/cache/usage" ],
        getActionsCacheUsageByRepoForOrg: [ "GET /orgs/{org}/actions/cache/usage-by-repository" ],
        getActionsCacheUsageForOrg: [ "GET /orgs/{org}/actions/cache/usage" ],
        getAllowedActionsOrganization: [ "GET /orgs/{org}/actions/permissions/selected-actions" ],
        getAllowedActionsRepository: [ "GET /repos/{owner}/{repo}/actions/permissions/selected-actions" ],
        getArtifact: [ "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}" ],
        getCustomImageForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}" ],
        getCustomImageVersionForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}" ],
        getCustomOidcSubClaimForRepo: [ "GET /repos/{owner}/{repo}/actions/oidc/customization/sub" ],
        getEnvironmentPublicKey: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key" ],
        getEnvironmentSecret: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}" ],
        getEnvironmentVariable: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}" ],
        getGithubActionsDefaultWorkflowPermissionsOrganization: [ "GET /orgs/{org}/actions/permissions/workflow" ],
        getGithubActionsDefaultWorkflowPermissionsRepository: [ "GET /repos/{owner}/{repo}/actions/permissions/workflow" ],
        getGithubActionsPermissionsOrganization: [ "GET /orgs/{org}/actions/permissions" ],
        getGithubActionsPermissionsRepository: [ "GET /repos/{owner}/{repo}/actions/permissions" ],
        getHostedRunnerForOrg: [ "GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}" ],
        getHostedRunnersGithubOwnedImagesForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/github-owned" ],
        getHostedRunnersLimitsForOrg: [ "GET /orgs/{org}/actions/hosted-runners/limits" ],
        getHostedRunnersMachineSpecsForOrg: [ "GET /orgs/{org}/actions/hosted-runners/machine-sizes" ],
        getHostedRunnersPartnerImagesForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/partner" ],
        getHostedRunnersPlatformsForOrg: [ "GET /orgs/{org}/actions/hosted-runners/platforms" ],
        getJobForWorkflowRun: [ "GET /repos/{owner}/{repo}/actions/jobs/{job_id}" ],
        getOrgPublicKey: [ "GET /orgs/{org}/actions/secrets/public-key" ],
        getOrgSecret: [ "GET /orgs/{org}/actions/secrets/{secret_name}" ],
        getOrgVariable: [ "GET /orgs/{org}/actions/variables/{name}" ],
        getPendingDeploymentsForRun: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments" ],
        getRepoPermissions: [ "GET /repos/{owner}/{repo}/actions/permissions", {}, {
          renamed: [ "actions", "getGithubActionsPermissionsRepository" ]
        } ],
        getRepoPublicKey: [ "GET /repos/{owner}/{repo}/actions/secrets/public-key" ],
        getRepoSecret: [ "GET /repos/{owner}/{repo}/actions/secrets/{secret_name}" ],
        getRepoVariable: [ "GET /repos/{owner}/{repo}/actions/variables/{name}" ],
        getReviewsForRun: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals" ],
        getSelfHostedRunnerForOrg: [ "GET /orgs/{org}/actions/runners/{runner_id}" ],
        getSelfHostedRunnerForRepo: [ "GET /repos/{owner}/{repo}/actions/runners/{runner_id}" ],
        getWorkflow: [ "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}" ],
        getWorkflowAccessToRepository: [ "GET /repos/{owner}/{repo}/actions/permissions/access" ],
        getWorkflowRun: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}" ],
        getWorkflowRunAttempt: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}" ],
        getWorkflowRunUsage: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing" ],
        getWorkflowUsage: [ "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing" ],
        listArtifactsForRepo: [ "GET /repos/{owner}/{repo}/actions/artifacts" ],
        listCustomImageVersionsForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions" ],
        listCustomImagesForOrg: [ "GET /orgs/{org}/actions/hosted-runners/images/custom" ],
        listEnvironmentSecrets: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets" ],
        listEnvironmentVariables: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/variables" ],
        listGithubHostedRunnersInGroupForOrg: [ "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners" ],
        listHostedRunnersForOrg: [ "GET /orgs/{org}/actions/hosted-runners" ],
        listJobsForWorkflowRun: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs" ],
        listJobsForWorkflowRunAttempt: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs" ],
        listLabelsForSelfHostedRunnerForOrg: [ "GET /orgs/{org}/actions/runners/{runner_id}/labels" ],
        listLabelsForSelfHostedRunnerForRepo: [ "GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels" ],
        listOrgSecrets: [ "GET /orgs/{org}/actions/secrets" ],
        listOrgVariables: [ "GET /orgs/{org}/actions/variables" ],
        listRepoOrganizationSecrets: [ "GET /repos/{owner}/{repo}/actions/organization-secrets" ],
        listRepoOrganizationVariables: [ "GET /repos/{owner}/{repo}/actions/organization-variables" ],
        listRepoSecrets: [ "GET /repos/{owner}/{repo}/actions/secrets" ],
        listRepoVariables: [ "GET /repos/{owner}/{repo}/actions/variables" ],
        listRepoWorkflows: [ "GET /repos/{owner}/{repo}/actions/workflows" ],
        listRunnerApplicationsForOrg: [ "GET /orgs/{org}/actions/runners/downloads" ],
        listRunnerApplicationsForRepo: [ "GET /repos/{owner}/{repo}/actions/runners/downloads" ],
        listSelectedReposForOrgSecret: [ "GET /orgs/{org}/actions/secrets/{secret_name}/repositories" ],
        listSelectedReposForOrgVariable: [ "GET /orgs/{org}/actions/variables/{name}/repositories" ],
        listSelectedRepositoriesEnabledGithubActionsOrganization: [ "GET /orgs/{org}/actions/permissions/repositories" ],
        listSelfHostedRunnersForOrg: [ "GET /orgs/{org}/actions/runners" ],
        listSelfHostedRunnersForRepo: [ "GET /repos/{owner}/{repo}/actions/runners" ],
        listWorkflowRunArtifacts: [ "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts" ],
        listWorkflowRuns: [ "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs" ],
        listWorkflowRunsForRepo: [ "GET /repos/{owner}/{repo}/actions/runs" ],
        reRunJobForWorkflowRun: [ "POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun" ],
        reRunWorkflow: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun" ],
        reRunWorkflowFailedJobs: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs" ],
        removeAllCustomLabelsFromSelfHostedRunnerForOrg: [ "DELETE /orgs/{org}/actions/runners/{runner_id}/labels" ],
        removeAllCustomLabelsFromSelfHostedRunnerForRepo: [ "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels" ],
        removeCustomLabelFromSelfHostedRunnerForOrg: [ "DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}" ],
        removeCustomLabelFromSelfHostedRunnerForRepo: [ "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}" ],
        removeSelectedRepoFromOrgSecret: [ "DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}" ],
        removeSelectedRepoFromOrgVariable: [ "DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}" ],
        reviewCustomGatesForRun: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule" ],
        reviewPendingDeploymentsForRun: [ "POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments" ],
        setAllowedActionsOrganization: [ "PUT /orgs/{org}/actions/permissions/selected-actions" ],
        setAllowedActionsRepository: [ "PUT /repos/{owner}/{repo}/actions/permissions/selected-actions" ],
        setCustomLabelsForSelfHostedRunnerForOrg: [ "PUT /orgs/{org}/actions/runners/{runner_id}/labels" ],
        setCustomLabelsForSelfHostedRunnerForRepo: [ "PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels" ],
        setCustomOidcSubClaimForRepo: [ "PUT /repos/{owner}/{repo}/actions/oidc/customization/sub" ],
        setGithubActionsDefaultWorkflowPermissionsOrganization: [ "PUT /orgs/{org}/actions/permissions/workflow" ],
        setGithubActionsDefaultWorkflowPermissionsRepository: [ "PUT /repos/{owner}/{repo}/actions/permissions/workflow" ],
        setGithubActionsPermissionsOrganization: [ "PUT /orgs/{org}/actions/permissions" ],
        setGithubActionsPermissionsRepository: [ "PUT /repos/{owner}/{repo}/actions/permissions" ],
        setSelectedReposForOrgSecret: [ "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories" ],
        setSelectedReposForOrgVariable: [ "PUT /orgs/{org}/actions/variables/{name}/repositories" ],
        setSelectedRepositoriesEnabledGithubActionsOrganization: [ "PUT /orgs/{org}/actions/permissions/repositories" ],
        setWorkflowAccessToRepository: [ "PUT /repos/{owner}/{repo}/actions/permissions/access" ],
        updateEnvironmentVariable: [ "PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}" ],
        updateHostedRunnerForOrg: [ "PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}" ],
        updateOrgVariable: [ "PATCH /orgs/{org}/actions/variables/{name}" ],
        updateRepoVariable: [ "PATCH /repos/{owner}/{repo}/actions/variables/{name}" ]
      },
      activity: {
        checkRepoIsStarredByAuthenticatedUser: [ "GET /user/starred/{owner}/{repo}" ],
        deleteRepoSubscription: [ "DELETE /repos/{owner}/{repo}/subscription" ],
        deleteThreadSubscription: [ "DELETE /notifications/threads/{thread_id}/subscription" ],
        getFeeds: [ "GET /feeds" ],
        getRepoSubscription: [ "GET /repos/{owner}/{repo}/subscription" ],
        getThread: [ "GET /notifications/threads/{thread_id}" ],
        getThreadSubscriptionForAuthenticatedUser: [ "GET /notifications/threads/{thread_id}/subscription" ],
        listEventsForAuthenticatedUser: [ "GET /users/{username}/events" ],
        listNotificationsForAuthenticatedUser: [ "GET /notifications" ],
        listOrgEventsForAuthenticatedUser: [ "GET /users/{username}/events/orgs/{org}" ],
        listPublicEvents: [ "GET /events" ],
        listPublicEventsForRepoNetwork: [ "GET /networks/{owner}/{repo}/events" ],
        listPublicEventsForUser: [ "GET /users/{username}/events/public" ],
        listPublicOrgEvents: [ "GET /orgs/{org}/events" ],
        listReceivedEventsForUser: [ "GET /users/{username}/received_events" ],
        listReceivedPublicEventsForUser: [ "GET /users/{username}/received_events/public" ],
        listRepoEvents: [ "GET /repos/{owner}/{repo}/events" ],
        listRepoNotificationsForAuthenticatedUser: [ "GET /repos/{owner}/{repo}/notifications" ],
        listReposStarredByAuthenticatedUser: [ "GET /user/starred" ],
        listReposStarredByUser: [ "GET /users/{username}/starred" ],
        listReposWatchedByUser: [ "GET /users/{username}/subscriptions" ],
        listStargazersForRepo: [ "GET /repos/{owner}/{repo}/stargazers" ],
        listWatchedReposForAuthenticatedUser: [ "GET /user/subscriptions" ],
        listWatchersForRepo: [ "GET /repos/{owner}/{repo}/subscribers" ],
        markNotificationsAsRead: [ "PUT /notifications" ],
        markRepoNotificationsAsRead: [ "PUT /repos/{owner}/{repo}/notifications" ],
        markThreadAsDone: [ "DELETE /notifications/threads/{thread_id}" ],
        markThreadAsRead: [ "PATCH /notifications/threads/{thread_id}" ],
        setRepoSubscription: [ "PUT /repos/{owner}/{repo}/subscription" ],
        setThreadSubscription: [ "PUT /notifications/threads/{thread_id}/subscription" ],
        starRepoForAuthenticatedUser: [ "PUT /user/starred/{owner}/{repo}" ],
        unstarRepoForAuthenticatedUser: [ "DELETE /user/starred/{owner}/{repo}" ]
      },
      apps: {
        addRepoToInstallation: [ "PUT /user/installations/{installation_id}/repositories/{repository_id}", {}, {
          renamed: [ "apps", "addRepoToInstallationForAuthenticatedUser" ]
        } ],
        addRepoToInstallationForAuthenticatedUser: [ "PUT /user/installations/{installation_id}/repositories/{repository_id}" ],
        checkToken: [ "POST /applications/{client_id}/token" ],
        createFromManifest: [ "POST /app-manifests/{code}/conversions" ],
        createInstallationAccessToken: [ "POST /app/installations/{installation_id}/access_tokens" ],
        deleteAuthorization: [ "DELETE /applications/{client_id}/grant" ],
        deleteInstallation: [ "DELETE /app/installations/{installation_id}" ],
        deleteToken: [ "DELETE /applications/{client_id}/token" ],
        getAuthenticated: [ "GET /app" ],
        getBySlug: [ "GET /apps/{app_slug}" ],
        getInstallation: [ "GET /app/installations/{installation_id}" ],
        getOrgInstallation: [ "GET /orgs/{org}/installation" ],
        getRepoInstallation: [ "GET /repos/{owner}/{repo}/installation" ],
        getSubscriptionPlanForAccount: [ "GET /marketplace_listing/accounts/{account_id}" ],
        getSubscriptionPlanForAccountStubbed: [ "GET /marketplace_listing/stubbed/accounts/{account_id}" ],
        getUserInstallation: [ "GET /users/{username}/installation" ],
        getWebhookConfigForApp: [ "GET /app/hook/config" ],
        getWebhookDelivery: [ "GET /app/hook/deliveries/{delivery_id}" ],
        listAccountsForPlan: [ "GET /marketplace_listing/plans/{plan_id}/accounts" ],
        listAccountsForPlanStubbed: [ "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts" ],
        listInstallationReposForAuthenticatedUser: [ "GET /user/installations/{installation_id}/repositories" ],
        listInstallationRequestsForAuthenticatedApp: [ "GET /app/installation-requests" ],
        listInstallations: [ "GET /app/installations" ],
        listInstallationsForAuthenticatedUser: [ "GET /user/installations" ],
        listPlans: [ "GET /marketplace_listing/plans" ],
        listPlansStubbed: [ "GET /marketplace_listing/stubbed/plans" ],
        listReposAccessibleToInstallation: [ "GET /installation/repositories" ],
        listSubscriptionsForAuthenticatedUser: [ "GET /user/marketplace_purchases" ],
        listSubscriptionsForAuthenticatedUserStubbed: [ "GET /user/marketplace_purchases/stubbed" ],
        listWebhookDeliveries: [ "GET /app/hook/deliveries" ],
        redeliverWebhookDelivery: [ "POST /app/hook/deliveries/{delivery_id}/attempts" ],
        removeRepoFromInstallation: [ "DELETE /user/installations/{installation_id}/repositories/{repository_id}", {}, {
          renamed: [ "apps", "removeRepoFromInstallationForAuthenticatedUser" ]
        } ],
        removeRepoFromInstallationForAuthenticatedUser: [ "DELETE /user/installations/{installation_id}/repositories/{repository_id}" ],
        resetToken: [ "PATCH /applications/{client_id}/token" ],
        revokeInstallationAccessToken: [ "DELETE /installation/token" ],
        scopeToken: [ "POST /applications/{client_id}/token/scoped" ],
        suspendInstallation: [ "PUT /app/installations/{installation_id}/suspended" ],
        unsuspendInstallation: [ "DELETE /app/installations/{installation_id}/suspended" ],
        updateWebhookConfigForApp: [ "PATCH /app/hook/config" ]
      },
      billing: {
        getGithubActionsBillingOrg: [ "GET /orgs/{org}/settings/billing/actions" ],
        getGithubActionsBillingUser: [ "GET /users/{username}/settings/billing/actions" ],
        getGithubBillingPremiumRequestUsageReportOrg: [ "GET /organizations/{org}/settings/billing/premium_request/usage" ],
        getGithubBillingPremiumRequestUsageReportUser: [ "GET /users/{username}/settings/billing/premium_request/usage" ],
        getGithubBillingUsageReportOrg: [ "GET /organizations/{org}/settings/billing/usage" ],
        getGithubBillingUsageReportUser: [ "GET /users/{username}/settings/billing/usage" ],
        getGithubPackagesBillingOrg: [ "GET /orgs/{org}/settings/billing/packages" ],
        getGithubPackagesBillingUser: [ "GET /users/{username}/settings/billing/packages" ],
        getSharedStorageBillingOrg: [ "GET /orgs/{org}/settings/billing/shared-storage" ],
        getSharedStorageBillingUser: [ "GET /users/{username}/settings/billing/shared-storage" ]
      },
      campaigns: {
        createCampaign: [ "POST /orgs/{org}/campaigns" ],
        deleteCampaign: [ "DELETE /orgs/{org}/campaigns/{campaign_number}" ],
        getCampaignSummary: [ "GET /orgs/{org}/campaigns/{campaign_number}" ],
        listOrgCampaigns: [ "GET /orgs/{org}/campaigns" ],
        updateCampaign: [ "PATCH /orgs/{org}/campaigns/{campaign_number}" ]
      },
      checks: {
        create: [ "POST /repos/{owner}/{repo}/check-runs" ],
        createSuite: [ "POST /repos/{owner}/{repo}/check-suites" ],
        get: [ "GET /repos/{owner}/{repo}/check-runs/{check_run_id}" ],
        getSuite: [ "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}" ],
        listAnnotations: [ "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations" ],
        listForRef: [ "GET /repos/{owner}/{repo}/commits/{ref}/check-runs" ],
        listForSuite: [ "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs" ],
        listSuitesForRef: [ "GET /repos/{owner}/{repo}/commits/{ref}/check-suites" ],
        rerequestRun: [ "POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest" ],
        rerequestSuite: [ "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest" ],
        setSuitesPreferences: [ "PATCH /repos/{owner}/{repo}/check-suites/preferences" ],
        update: [ "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}" ]
      },
      codeScanning: {
        commitAutofix: [ "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits" ],
        createAutofix: [ "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix" ],
        createVariantAnalysis: [ "POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses" ],
        deleteAnalysis: [ "DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}" ],
        deleteCodeqlDatabase: [ "DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}" ],
        getAlert: [ "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}", {}, {
          renamedParameters: {
            alert_id: "alert_number"
          }
        } ],
        getAnalysis: [ "GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}" ],
        getAutofix: [ "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix" ],
        getCodeqlDatabase: [ "GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}" ],
        getDefaultSetup: [ "GET /repos/{owner}/{repo}/code-scanning/default-setup" ],
        getSarif: [ "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}" ],
        getVariantAnalysis: [ "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}" ],
        getVariantAnalysisRepoTask: [ "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}" ],
        listAlertInstances: [ "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances" ],
        listAlertsForOrg: [ "GET /orgs/{org}/code-scanning/alerts" ],
        listAlertsForRepo: [ "GET /repos/{owner}/{repo}/code-scanning/alerts" ],
        listAlertsInstances: [ "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances", {}, {
          renamed: [ "codeScanning", "listAlertInstances" ]
        } ],
        listCodeqlDatabases: [ "GET /repos/{owner}/{repo}/code-scanning/codeql/databases" ],
        listRecentAnalyses: [ "GET /repos/{owner}/{repo}/code-scanning/analyses" ],
        updateAlert: [ "PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}" ],
        updateDefaultSetup: [ "PATCH /repos/{owner}/{repo}/code-scanning/default-setup" ],
        uploadSarif: [ "POST /repos/{owner}/{repo}/code-scanning/sarifs" ]
      },
      codeSecurity: {
        attachConfiguration: [ "POST /orgs/{org}/code-security/configurations/{configuration_id}/attach" ],
        attachEnterpriseConfiguration: [ "POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach" ],
        createConfiguration: [ "POST /orgs/{org}/code-security/configurations" ],
        createConfigurationForEnterprise: [ "POST /enterprises/{enterprise}/code-security/configurations" ],
        deleteConfiguration: [ "DELETE /orgs/{org}/code-security/configurations/{configuration_id}" ],
        deleteConfigurationForEnterprise: [ "DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}" ],
        detachConfiguration: [ "DELETE /orgs/{org}/code-security/configurations/detach" ],
        getConfiguration: [ "GET /orgs/{org}/code-security/configurations/{configuration_id}" ],
        getConfigurationForRepository: [ "GET /repos/{owner}/{repo}/code-security-configuration" ],
        getConfigurationsForEnterprise: [ "GET /enterprises/{enterprise}/code-security/configurations" ],
        getConfigurationsForOrg: [ "GET /orgs/{org}/code-security/configurations" ],
        getDefaultConfigurations: [ "GET /orgs/{org}/code-security/configurations/defaults" ],
        getDefaultConfigurationsForEnterprise: [ "GET /enterprises/{enterprise}/code-security/configurations/defaults" ],
        getRepositoriesForConfiguration: [ "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories" ],
        getRepositoriesForEnterpriseConfiguration: [ "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories" ],
        getSingleConfigurationForEnterprise: [ "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}" ],
        setConfigurationAsDefault: [ "PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults" ],
        setConfigurationAsDefaultForEnterprise: [ "PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults" ],
        updateConfiguration: [ "PATCH /orgs/{org}/code-security/configurations/{configuration_id}" ],
        updateEnterpriseConfiguration: [ "PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}" ]
      },
      codesOfConduct: {
        getAllCodesOfConduct: [ "GET /codes_of_conduct" ],
        getConductCode: [ "GET /codes_of_conduct/{key}" ]
      },
      codespaces: {
        addRepositoryForSecretForAuthenticatedUser: [ "PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}" ],
        addSelectedRepoToOrgSecret: [ "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}" ],
        checkPermissionsForDevcontainer: [ "GET /repos/{owner}/{repo}/codespaces/permissions_check" ],
        codespaceMachinesForAuthenticatedUser: [ "GET /user/codespaces/{codespace_name}/machines" ],
        createForAuthenticatedUser: [ "POST /user/codespaces" ],
        createOrUpdateOrgSecret: [ "PUT /orgs/{org}/codespaces/secrets/{secret_name}" ],
        createOrUpdateRepoSecret: [ "PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}" ],
        createOrUpdateSecretForAuthenticatedUser: [ "PUT /user/codespaces/secrets/{secret_name}" ],
        createWithPrForAuthenticatedUser: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces" ],
        createWithRepoForAuthenticatedUser: [ "POST /repos/{owner}/{repo}/codespaces" ],
        deleteForAuthenticatedUser: [ "DELETE /user/codespaces/{codespace_name}" ],
        deleteFromOrganization: [ "DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}" ],
        deleteOrgSecret: [ "DELETE /orgs/{org}/codespaces/secrets/{secret_name}" ],
        deleteRepoSecret: [ "DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}" ],
        deleteSecretForAuthenticatedUser: [ "DELETE /user/codespaces/secrets/{secret_name}" ],
        exportForAuthenticatedUser: [ "POST /user/codespaces/{codespace_name}/exports" ],
        getCodespacesForUserInOrg: [ "GET /orgs/{org}/members/{username}/codespaces" ],
        getExportDetailsForAuthenticatedUser: [ "GET /user/codespaces/{codespace_name}/exports/{export_id}" ],
        getForAuthenticatedUser: [ "GET /user/codespaces/{codespace_name}" ],
        getOrgPublicKey: [ "GET /orgs/{org}/codespaces/secrets/public-key" ],
        getOrgSecret: [ "GET /orgs/{org}/codespaces/secrets/{secret_name}" ],
        getPublicKeyForAuthenticatedUser: [ "GET /user/codespaces/secrets/public-key" ],
        getRepoPublicKey: [ "GET /repos/{owner}/{repo}/codespaces/secrets/public-key" ],
        getRepoSecret: [ "GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}" ],
        getSecretForAuthenticatedUser: [ "GET /user/codespaces/secrets/{secret_name}" ],
        listDevcontainersInRepositoryForAuthenticatedUser: [ "GET /repos/{owner}/{repo}/codespaces/devcontainers" ],
        listForAuthenticatedUser: [ "GET /user/codespaces" ],
        listInOrganization: [ "GET /orgs/{org}/codespaces", {}, {
          renamedParameters: {
            org_id: "org"
          }
        } ],
        listInRepositoryForAuthenticatedUser: [ "GET /repos/{owner}/{repo}/codespaces" ],
        listOrgSecrets: [ "GET /orgs/{org}/codespaces/secrets" ],
        listRepoSecrets: [ "GET /repos/{owner}/{repo}/codespaces/secrets" ],
        listRepositoriesForSecretForAuthenticatedUser: [ "GET /user/codespaces/secrets/{secret_name}/repositories" ],
        listSecretsForAuthenticatedUser: [ "GET /user/codespaces/secrets" ],
        listSelectedReposForOrgSecret: [ "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories" ],
        preFlightWithRepoForAuthenticatedUser: [ "GET /repos/{owner}/{repo}/codespaces/new" ],
        publishForAuthenticatedUser: [ "POST /user/codespaces/{codespace_name}/publish" ],
        removeRepositoryForSecretForAuthenticatedUser: [ "DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}" ],
        removeSelectedRepoFromOrgSecret: [ "DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}" ],
        repoMachinesForAuthenticatedUser: [ "GET /repos/{owner}/{repo}/codespaces/machines" ],
        setRepositoriesForSecretForAuthenticatedUser: [ "PUT /user/codespaces/secrets/{secret_name}/repositories" ],
        setSelectedReposForOrgSecret: [ "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories" ],
        startForAuthenticatedUser: [ "POST /user/codespaces/{codespace_name}/start" ],
        stopForAuthenticatedUser: [ "POST /user/codespaces/{codespace_name}/stop" ],
        stopInOrganization: [ "POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop" ],
        updateForAuthenticatedUser: [ "PATCH /user/codespaces/{codespace_name}" ]
      },
      copilot: {
        addCopilotSeatsForTeams: [ "POST /orgs/{org}/copilot/billing/selected_teams" ],
        addCopilotSeatsForUsers: [ "POST /orgs/{org}/copilot/billing/selected_users" ],
        cancelCopilotSeatAssignmentForTeams: [ "DELETE /orgs/{org}/copilot/billing/selected_teams" ],
        cancelCopilotSeatAssignmentForUsers: [ "DELETE /orgs/{org}/copilot/billing/selected_users" ],
        copilotMetricsForOrganization: [ "GET /orgs/{org}/copilot/metrics" ],
        copilotMetricsForTeam: [ "GET /orgs/{org}/team/{team_slug}/copilot/metrics" ],
        getCopilotOrganizationDetails: [ "GET /orgs/{org}/copilot/billing" ],
        getCopilotSeatDetailsForUser: [ "GET /orgs/{org}/members/{username}/copilot" ],
        listCopilotSeats: [ "GET /orgs/{org}/copilot/billing/seats" ]
      },
      credentials: {
        revoke: [ "POST /credentials/revoke" ]
      },
      dependabot: {
        addSelectedRepoToOrgSecret: [ "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}" ],
        createOrUpdateOrgSecret: [ "PUT /orgs/{org}/dependabot/secrets/{secret_name}" ],
        createOrUpdateRepoSecret: [ "PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}" ],
        deleteOrgSecret: [ "DELETE /orgs/{org}/dependabot/secrets/{secret_name}" ],
        deleteRepoSecret: [ "DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}" ],
        getAlert: [ "GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}" ],
        getOrgPublicKey: [ "GET /orgs/{org}/dependabot/secrets/public-key" ],
        getOrgSecret: [ "GET /orgs/{org}/dependabot/secrets/{secret_name}" ],
        getRepoPublicKey: [ "GET /repos/{owner}/{repo}/dependabot/secrets/public-key" ],
        getRepoSecret: [ "GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}" ],
        listAlertsForEnterprise: [ "GET /enterprises/{enterprise}/dependabot/alerts" ],
        listAlertsForOrg: [ "GET /orgs/{org}/dependabot/alerts" ],
        listAlertsForRepo: [ "GET /repos/{owner}/{repo}/dependabot/alerts" ],
        listOrgSecrets: [ "GET /orgs/{org}/dependabot/secrets" ],
        listRepoSecrets: [ "GET /repos/{owner}/{repo}/dependabot/secrets" ],
        listSelectedReposForOrgSecret: [ "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories" ],
        removeSelectedRepoFromOrgSecret: [ "DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}" ],
        repositoryAccessForOrg: [ "GET /organizations/{org}/dependabot/repository-access" ],
        setRepositoryAccessDefaultLevel: [ "PUT /organizations/{org}/dependabot/repository-access/default-level" ],
        setSelectedReposForOrgSecret: [ "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories" ],
        updateAlert: [ "PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}" ],
        updateRepositoryAccessForOrg: [ "PATCH /organizations/{org}/dependabot/repository-access" ]
      },
      dependencyGraph: {
        createRepositorySnapshot: [ "POST /repos/{owner}/{repo}/dependency-graph/snapshots" ],
        diffRange: [ "GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}" ],
        exportSbom: [ "GET /repos/{owner}/{repo}/dependency-graph/sbom" ]
      },
      emojis: {
        get: [ "GET /emojis" ]
      },
      enterpriseTeamMemberships: {
        add: [ "PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}" ],
        bulkAdd: [ "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add" ],
        bulkRemove: [ "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove" ],
        get: [ "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}" ],
        list: [ "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships" ],
        remove: [ "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}" ]
      },
      enterpriseTeamOrganizations: {
        add: [ "PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}" ],
        bulkAdd: [ "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add" ],
        bulkRemove: [ "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove" ],
        delete: [ "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}" ],
        getAssignment: [ "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}" ],
        getAssignments: [ "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations" ]
      },
      enterpriseTeams: {
        create: [ "POST /enterprises/{enterprise}/teams" ],
        delete: [ "DELETE /enterprises/{enterprise}/teams/{team_slug}" ],
        get: [ "GET /enterprises/{enterprise}/teams/{team_slug}" ],
        list: [ "GET /enterprises/{enterprise}/teams" ],
        update: [ "PATCH /enterprises/{enterprise}/teams/{team_slug}" ]
      },
      gists: {
        checkIsStarred: [ "GET /gists/{gist_id}/star" ],
        create: [ "POST /gists" ],
        createComment: [ "POST /gists/{gist_id}/comments" ],
        delete: [ "DELETE /gists/{gist_id}" ],
        deleteComment: [ "DELETE /gists/{gist_id}/comments/{comment_id}" ],
        fork: [ "POST /gists/{gist_id}/forks" ],
        get: [ "GET /gists/{gist_id}" ],
        getComment: [ "GET /gists/{gist_id}/comments/{comment_id}" ],
        getRevision: [ "GET /gists/{gist_id}/{sha}" ],
        list: [ "GET /gists" ],
        listComments: [ "GET /gists/{gist_id}/comments" ],
        listCommits: [ "GET /gists/{gist_id}/commits" ],
        listForUser: [ "GET /users/{username}/gists" ],
        listForks: [ "GET /gists/{gist_id}/forks" ],
        listPublic: [ "GET /gists/public" ],
        listStarred: [ "GET /gists/starred" ],
        star: [ "PUT /gists/{gist_id}/star" ],
        unstar: [ "DELETE /gists/{gist_id}/star" ],
        update: [ "PATCH /gists/{gist_id}" ],
        updateComment: [ "PATCH /gists/{gist_id}/comments/{comment_id}" ]
      },
      git: {
        createBlob: [ "POST /repos/{owner}/{repo}/git/blobs" ],
        createCommit: [ "POST /repos/{owner}/{repo}/git/commits" ],
        createRef: [ "POST /repos/{owner}/{repo}/git/refs" ],
        createTag: [ "POST /repos/{owner}/{repo}/git/tags" ],
        createTree: [ "POST /repos/{owner}/{repo}/git/trees" ],
        deleteRef: [ "DELETE /repos/{owner}/{repo}/git/refs/{ref}" ],
        getBlob: [ "GET /repos/{owner}/{repo}/git/blobs/{file_sha}" ],
        getCommit: [ "GET /repos/{owner}/{repo}/git/commits/{commit_sha}" ],
        getRef: [ "GET /repos/{owner}/{repo}/git/ref/{ref}" ],
        getTag: [ "GET /repos/{owner}/{repo}/git/tags/{tag_sha}" ],
        getTree: [ "GET /repos/{owner}/{repo}/git/trees/{tree_sha}" ],
        listMatchingRefs: [ "GET /repos/{owner}/{repo}/git/matching-refs/{ref}" ],
        updateRef: [ "PATCH /repos/{owner}/{repo}/git/refs/{ref}" ]
      },
      gitignore: {
        getAllTemplates: [ "GET /gitignore/templates" ],
        getTemplate: [ "GET /gitignore/templates/{name}" ]
      },
      hostedCompute: {
        createNetworkConfigurationForOrg: [ "POST /orgs/{org}/settings/network-configurations" ],
        deleteNetworkConfigurationFromOrg: [ "DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}" ],
        getNetworkConfigurationForOrg: [ "GET /orgs/{org}/settings/network-configurations/{network_configuration_id}" ],
        getNetworkSettingsForOrg: [ "GET /orgs/{org}/settings/network-settings/{network_settings_id}" ],
        listNetworkConfigurationsForOrg: [ "GET /orgs/{org}/settings/network-configurations" ],
        updateNetworkConfigurationForOrg: [ "PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}" ]
      },
      interactions: {
        getRestrictionsForAuthenticatedUser: [ "GET /user/interaction-limits" ],
        getRestrictionsForOrg: [ "GET /orgs/{org}/interaction-limits" ],
        getRestrictionsForRepo: [ "GET /repos/{owner}/{repo}/interaction-limits" ],
        getRestrictionsForYourPublicRepos: [ "GET /user/interaction-limits", {}, {
          renamed: [ "interactions", "getRestrictionsForAuthenticatedUser" ]
        } ],
        removeRestrictionsForAuthenticatedUser: [ "DELETE /user/interaction-limits" ],
        removeRestrictionsForOrg: [ "DELETE /orgs/{org}/interaction-limits" ],
        removeRestrictionsForRepo: [ "DELETE /repos/{owner}/{repo}/interaction-limits" ],
        removeRestrictionsForYourPublicRepos: [ "DELETE /user/interaction-limits", {}, {
          renamed: [ "interactions", "removeRestrictionsForAuthenticatedUser" ]
        } ],
        setRestrictionsForAuthenticatedUser: [ "PUT /user/interaction-limits" ],
        setRestrictionsForOrg: [ "PUT /orgs/{org}/interaction-limits" ],
        setRestrictionsForRepo: [ "PUT /repos/{owner}/{repo}/interaction-limits" ],
        setRestrictionsForYourPublicRepos: [ "PUT /user/interaction-limits", {}, {
          renamed: [ "interactions", "setRestrictionsForAuthenticatedUser" ]
        } ]
      },
      issues: {
        addAssignees: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees" ],
        addBlockedByDependency: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by" ],
        addLabels: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/labels" ],
        addSubIssue: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues" ],
        checkUserCanBeAssigned: [ "GET /repos/{owner}/{repo}/assignees/{assignee}" ],
        checkUserCanBeAssignedToIssue: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}" ],
        create: [ "POST /repos/{owner}/{repo}/issues" ],
        createComment: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/comments" ],
        createLabel: [ "POST /repos/{owner}/{repo}/labels" ],
        createMilestone: [ "POST /repos/{owner}/{repo}/milestones" ],
        deleteComment: [ "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}" ],
        deleteLabel: [ "DELETE /repos/{owner}/{repo}/labels/{name}" ],
        deleteMilestone: [ "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}" ],
        get: [ "GET /repos/{owner}/{repo}/issues/{issue_number}" ],
        getComment: [ "GET /repos/{owner}/{repo}/issues/comments/{comment_id}" ],
        getEvent: [ "GET /repos/{owner}/{repo}/issues/events/{event_id}" ],
        getLabel: [ "GET /repos/{owner}/{repo}/labels/{name}" ],
        getMilestone: [ "GET /repos/{owner}/{repo}/milestones/{milestone_number}" ],
        getParent: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/parent" ],
        list: [ "GET /issues" ],
        listAssignees: [ "GET /repos/{owner}/{repo}/assignees" ],
        listComments: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/comments" ],
        listCommentsForRepo: [ "GET /repos/{owner}/{repo}/issues/comments" ],
        listDependenciesBlockedBy: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by" ],
        listDependenciesBlocking: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking" ],
        listEvents: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/events" ],
        listEventsForRepo: [ "GET /repos/{owner}/{repo}/issues/events" ],
        listEventsForTimeline: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline" ],
        listForAuthenticatedUser: [ "GET /user/issues" ],
        listForOrg: [ "GET /orgs/{org}/issues" ],
        listForRepo: [ "GET /repos/{owner}/{repo}/issues" ],
        listLabelsForMilestone: [ "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels" ],
        listLabelsForRepo: [ "GET /repos/{owner}/{repo}/labels" ],
        listLabelsOnIssue: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/labels" ],
        listMilestones: [ "GET /repos/{owner}/{repo}/milestones" ],
        listSubIssues: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues" ],
        lock: [ "PUT /repos/{owner}/{repo}/issues/{issue_number}/lock" ],
        removeAllLabels: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels" ],
        removeAssignees: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees" ],
        removeDependencyBlockedBy: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}" ],
        removeLabel: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}" ],
        removeSubIssue: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue" ],
        reprioritizeSubIssue: [ "PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority" ],
        setLabels: [ "PUT /repos/{owner}/{repo}/issues/{issue_number}/labels" ],
        unlock: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock" ],
        update: [ "PATCH /repos/{owner}/{repo}/issues/{issue_number}" ],
        updateComment: [ "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}" ],
        updateLabel: [ "PATCH /repos/{owner}/{repo}/labels/{name}" ],
        updateMilestone: [ "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}" ]
      },
      licenses: {
        get: [ "GET /licenses/{license}" ],
        getAllCommonlyUsed: [ "GET /licenses" ],
        getForRepo: [ "GET /repos/{owner}/{repo}/license" ]
      },
      markdown: {
        render: [ "POST /markdown" ],
        renderRaw: [ "POST /markdown/raw", {
          headers: {
            "content-type": "text/plain; charset=utf-8"
          }
        } ]
      },
      meta: {
        get: [ "GET /meta" ],
        getAllVersions: [ "GET /versions" ],
        getOctocat: [ "GET /octocat" ],
        getZen: [ "GET /zen" ],
        root: [ "GET /" ]
      },
      migrations: {
        deleteArchiveForAuthenticatedUser: [ "DELETE /user/migrations/{migration_id}/archive" ],
        deleteArchiveForOrg: [ "DELETE /orgs/{org}/migrations/{migration_id}/archive" ],
        downloadArchiveForOrg: [ "GET /orgs/{org}/migrations/{migration_id}/archive" ],
        getArchiveForAuthenticatedUser: [ "GET /user/migrations/{migration_id}/archive" ],
        getStatusForAuthenticatedUser: [ "GET /user/migrations/{migration_id}" ],
        getStatusForOrg: [ "GET /orgs/{org}/migrations/{migration_id}" ],
        listForAuthenticatedUser: [ "GET /user/migrations" ],
        listForOrg: [ "GET /orgs/{org}/migrations" ],
        listReposForAuthenticatedUser: [ "GET /user/migrations/{migration_id}/repositories" ],
        listReposForOrg: [ "GET /orgs/{org}/migrations/{migration_id}/repositories" ],
        listReposForUser: [ "GET /user/migrations/{migration_id}/repositories", {}, {
          renamed: [ "migrations", "listReposForAuthenticatedUser" ]
        } ],
        startForAuthenticatedUser: [ "POST /user/migrations" ],
        startForOrg: [ "POST /orgs/{org}/migrations" ],
        unlockRepoForAuthenticatedUser: [ "DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock" ],
        unlockRepoForOrg: [ "DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock" ]
      },
      oidc: {
        getOidcCustomSubTemplateForOrg: [ "GET /orgs/{org}/actions/oidc/customization/sub" ],
        updateOidcCustomSubTemplateForOrg: [ "PUT /orgs/{org}/actions/oidc/customization/sub" ]
      },
      orgs: {
        addSecurityManagerTeam: [ "PUT /orgs/{org}/security-managers/teams/{team_slug}", {}, {
          deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"
        } ],
        assignTeamToOrgRole: [ "PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}" ],
        assignUserToOrgRole: [ "PUT /orgs/{org}/organization-roles/users/{username}/{role_id}" ],
        blockUser: [ "PUT /orgs/{org}/blocks/{username}" ],
        cancelInvitation: [ "DELETE /orgs/{org}/invitations/{invitation_id}" ],
        checkBlockedUser: [ "GET /orgs/{org}/blocks/{username}" ],
        checkMembershipForUser: [ "GET /orgs/{org}/members/{username}" ],
        checkPublicMembershipForUser: [ "GET /orgs/{org}/public_members/{username}" ],
        convertMemberToOutsideCollaborator: [ "PUT /orgs/{org}/outside_collaborators/{username}" ],
        createArtifactStorageRecord: [ "POST /orgs/{org}/artifacts/metadata/storage-record" ],
        createInvitation: [ "POST /orgs/{org}/invitations" ],
        createIssueType: [ "POST /orgs/{org}/issue-types" ],
        createWebhook: [ "POST /orgs/{org}/hooks" ],
        customPropertiesForOrgsCreateOrUpdateOrganizationValues: [ "PATCH /organizations/{org}/org-properties/values" ],
        customPropertiesForOrgsGetOrganizationValues: [ "GET /organizations/{org}/org-properties/values" ],
        customPropertiesForReposCreateOrUpdateOrganizationDefinition: [ "PUT /orgs/{org}/properties/schema/{custom_property_name}" ],
        customPropertiesForReposCreateOrUpdateOrganizationDefinitions: [ "PATCH /orgs/{org}/properties/schema" ],
        customPropertiesForReposCreateOrUpdateOrganizationValues: [ "PATCH /orgs/{org}/properties/values" ],
        customPropertiesForReposDeleteOrganizationDefinition: [ "DELETE /orgs/{org}/properties/schema/{custom_property_name}" ],
        customPropertiesForReposGetOrganizationDefinition: [ "GET /orgs/{org}/properties/schema/{custom_property_name}" ],
        customPropertiesForReposGetOrganizationDefinitions: [ "GET /orgs/{org}/properties/schema" ],
        customPropertiesForReposGetOrganizationValues: [ "GET /orgs/{org}/properties/values" ],
        delete: [ "DELETE /orgs/{org}" ],
        deleteAttestationsBulk: [ "POST /orgs/{org}/attestations/delete-request" ],
        deleteAttestationsById: [ "DELETE /orgs/{org}/attestations/{attestation_id}" ],
        deleteAttestationsBySubjectDigest: [ "DELETE /orgs/{org}/attestations/digest/{subject_digest}" ],
        deleteIssueType: [ "DELETE /orgs/{org}/issue-types/{issue_type_id}" ],
        deleteWebhook: [ "DELETE /orgs/{org}/hooks/{hook_id}" ],
        disableSelectedRepositoryImmutableReleasesOrganization: [ "DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}" ],
        enableSelectedRepositoryImmutableReleasesOrganization: [ "PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}" ],
        get: [ "GET /orgs/{org}" ],
        getImmutableReleasesSettings: [ "GET /orgs/{org}/settings/immutable-releases" ],
        getImmutableReleasesSettingsRepositories: [ "GET /orgs/{org}/settings/immutable-releases/repositories" ],
        getMembershipForAuthenticatedUser: [ "GET /user/memberships/orgs/{org}" ],
        getMembershipForUser: [ "GET /orgs/{org}/memberships/{username}" ],
        getOrgRole: [ "GET /orgs/{org}/organization-roles/{role_id}" ],
        getOrgRulesetHistory: [ "GET /orgs/{org}/rulesets/{ruleset_id}/history" ],
        getOrgRulesetVersion: [ "GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}" ],
        getWebhook: [ "GET /orgs/{org}/hooks/{hook_id}" ],
        getWebhookConfigForOrg: [ "GET /orgs/{org}/hooks/{hook_id}/config" ],
        getWebhookDelivery: [ "GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}" ],
        list: [ "GET /organizations" ],
        listAppInstallations: [ "GET /orgs/{org}/installations" ],
        listArtifactStorageRecords: [ "GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records" ],
        listAttestationRepositories: [ "GET /orgs/{org}/attestations/repositories" ],
        listAttestations: [ "GET /orgs/{org}/attestations/{subject_digest}" ],
        listAttestationsBulk: [ "POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}" ],
        listBlockedUsers: [ "GET /orgs/{org}/blocks" ],
        listFailedInvitations: [ "GET /orgs/{org}/failed_invitations" ],
        listForAuthenticatedUser: [ "GET /user/orgs" ],
        listForUser: [ "GET /users/{username}/orgs" ],
        listInvitationTeams: [ "GET /orgs/{org}/invitations/{invitation_id}/teams" ],
        listIssueTypes: [ "GET /orgs/{org}/issue-types" ],
        listMembers: [ "GET /orgs/{org}/members" ],
        listMembershipsForAuthenticatedUser: [ "GET /user/memberships/orgs" ],
        listOrgRoleTeams: [ "GET /orgs/{org}/organization-roles/{role_id}/teams" ],
        listOrgRoleUsers: [ "GET /orgs/{org}/organization-roles/{role_id}/users" ],
        listOrgRoles: [ "GET /orgs/{org}/organization-roles" ],
        listOrganizationFineGrainedPermissions: [ "GET /orgs/{org}/organization-fine-grained-permissions" ],
        listOutsideCollaborators: [ "GET /orgs/{org}/outside_collaborators" ],
        listPatGrantRepositories: [ "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories" ],
        listPatGrantRequestRepositories: [ "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories" ],
        listPatGrantRequests: [ "GET /orgs/{org}/personal-access-token-requests" ],
        listPatGrants: [ "GET /orgs/{org}/personal-access-tokens" ],
        listPendingInvitations: [ "GET /orgs/{org}/invitations" ],
        listPublicMembers: [ "GET /orgs/{org}/public_members" ],
        listSecurityManagerTeams: [ "GET /orgs/{org}/security-managers", {}, {
          deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams"
        } ],
        listWebhookDeliveries: [ "GET /orgs/{org}/hooks/{hook_id}/deliveries" ],
        listWebhooks: [ "GET /orgs/{org}/hooks" ],
        pingWebhook: [ "POST /orgs/{org}/hooks/{hook_id}/pings" ],
        redeliverWebhookDelivery: [ "POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts" ],
        removeMember: [ "DELETE /orgs/{org}/members/{username}" ],
        removeMembershipForUser: [ "DELETE /orgs/{org}/memberships/{username}" ],
        removeOutsideCollaborator: [ "DELETE /orgs/{org}/outside_collaborators/{username}" ],
        removePublicMembershipForAuthenticatedUser: [ "DELETE /orgs/{org}/public_members/{username}" ],
        removeSecurityManagerTeam: [ "DELETE /orgs/{org}/security-managers/teams/{team_slug}", {}, {
          deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team"
        } ],
        reviewPatGrantRequest: [ "POST /orgs/{org}/personal-access-token-requests/{pat_request_id}" ],
        reviewPatGrantRequestsInBulk: [ "POST /orgs/{org}/personal-access-token-requests" ],
        revokeAllOrgRolesTeam: [ "DELETE /orgs/{org}/organization-roles/teams/{team_slug}" ],
        revokeAllOrgRolesUser: [ "DELETE /orgs/{org}/organization-roles/users/{username}" ],
        revokeOrgRoleTeam: [ "DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}" ],
        revokeOrgRoleUser: [ "DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}" ],
        setImmutableReleasesSettings: [ "PUT /orgs/{org}/settings/immutable-releases" ],
        setImmutableReleasesSettingsRepositories: [ "PUT /orgs/{org}/settings/immutable-releases/repositories" ],
        setMembershipForUser: [ "PUT /orgs/{org}/memberships/{username}" ],
        setPublicMembershipForAuthenticatedUser: [ "PUT /orgs/{org}/public_members/{username}" ],
        unblockUser: [ "DELETE /orgs/{org}/blocks/{username}" ],
        update: [ "PATCH /orgs/{org}" ],
        updateIssueType: [ "PUT /orgs/{org}/issue-types/{issue_type_id}" ],
        updateMembershipForAuthenticatedUser: [ "PATCH /user/memberships/orgs/{org}" ],
        updatePatAccess: [ "POST /orgs/{org}/personal-access-tokens/{pat_id}" ],
        updatePatAccesses: [ "POST /orgs/{org}/personal-access-tokens" ],
        updateWebhook: [ "PATCH /orgs/{org}/hooks/{hook_id}" ],
        updateWebhookConfigForOrg: [ "PATCH /orgs/{org}/hooks/{hook_id}/config" ]
      },
      packages: {
        deletePackageForAuthenticatedUser: [ "DELETE /user/packages/{package_type}/{package_name}" ],
        deletePackageForOrg: [ "DELETE /orgs/{org}/packages/{package_type}/{package_name}" ],
        deletePackageForUser: [ "DELETE /users/{username}/packages/{package_type}/{package_name}" ],
        deletePackageVersionForAuthenticatedUser: [ "DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        deletePackageVersionForOrg: [ "DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        deletePackageVersionForUser: [ "DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        getAllPackageVersionsForAPackageOwnedByAnOrg: [ "GET /orgs/{org}/packages/{package_type}/{package_name}/versions", {}, {
          renamed: [ "packages", "getAllPackageVersionsForPackageOwnedByOrg" ]
        } ],
        getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [ "GET /user/packages/{package_type}/{package_name}/versions", {}, {
          renamed: [ "packages", "getAllPackageVersionsForPackageOwnedByAuthenticatedUser" ]
        } ],
        getAllPackageVersionsForPackageOwnedByAuthenticatedUser: [ "GET /user/packages/{package_type}/{package_name}/versions" ],
        getAllPackageVersionsForPackageOwnedByOrg: [ "GET /orgs/{org}/packages/{package_type}/{package_name}/versions" ],
        getAllPackageVersionsForPackageOwnedByUser: [ "GET /users/{username}/packages/{package_type}/{package_name}/versions" ],
        getPackageForAuthenticatedUser: [ "GET /user/packages/{package_type}/{package_name}" ],
        getPackageForOrganization: [ "GET /orgs/{org}/packages/{package_type}/{package_name}" ],
        getPackageForUser: [ "GET /users/{username}/packages/{package_type}/{package_name}" ],
        getPackageVersionForAuthenticatedUser: [ "GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        getPackageVersionForOrganization: [ "GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        getPackageVersionForUser: [ "GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}" ],
        listDockerMigrationConflictingPackagesForAuthenticatedUser: [ "GET /user/docker/conflicts" ],
        listDockerMigrationConflictingPackagesForOrganization: [ "GET /orgs/{org}/docker/conflicts" ],
        listDockerMigrationConflictingPackagesForUser: [ "GET /users/{username}/docker/conflicts" ],
        listPackagesForAuthenticatedUser: [ "GET /user/packages" ],
        listPackagesForOrganization: [ "GET /orgs/{org}/packages" ],
        listPackagesForUser: [ "GET /users/{username}/packages" ],
        restorePackageForAuthenticatedUser: [ "POST /user/packages/{package_type}/{package_name}/restore{?token}" ],
        restorePackageForOrg: [ "POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}" ],
        restorePackageForUser: [ "POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}" ],
        restorePackageVersionForAuthenticatedUser: [ "POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore" ],
        restorePackageVersionForOrg: [ "POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore" ],
        restorePackageVersionForUser: [ "POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore" ]
      },
      privateRegistries: {
        createOrgPrivateRegistry: [ "POST /orgs/{org}/private-registries" ],
        deleteOrgPrivateRegistry: [ "DELETE /orgs/{org}/private-registries/{secret_name}" ],
        getOrgPrivateRegistry: [ "GET /orgs/{org}/private-registries/{secret_name}" ],
        getOrgPublicKey: [ "GET /orgs/{org}/private-registries/public-key" ],
        listOrgPrivateRegistries: [ "GET /orgs/{org}/private-registries" ],
        updateOrgPrivateRegistry: [ "PATCH /orgs/{org}/private-registries/{secret_name}" ]
      },
      projects: {
        addItemForOrg: [ "POST /orgs/{org}/projectsV2/{project_number}/items" ],
        addItemForUser: [ "POST /users/{username}/projectsV2/{project_number}/items" ],
        deleteItemForOrg: [ "DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}" ],
        deleteItemForUser: [ "DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}" ],
        getFieldForOrg: [ "GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}" ],
        getFieldForUser: [ "GET /users/{username}/projectsV2/{project_number}/fields/{field_id}" ],
        getForOrg: [ "GET /orgs/{org}/projectsV2/{project_number}" ],
        getForUser: [ "GET /users/{username}/projectsV2/{project_number}" ],
        getOrgItem: [ "GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}" ],
        getUserItem: [ "GET /users/{username}/projectsV2/{project_number}/items/{item_id}" ],
        listFieldsForOrg: [ "GET /orgs/{org}/projectsV2/{project_number}/fields" ],
        listFieldsForUser: [ "GET /users/{username}/projectsV2/{project_number}/fields" ],
        listForOrg: [ "GET /orgs/{org}/projectsV2" ],
        listForUser: [ "GET /users/{username}/projectsV2" ],
        listItemsForOrg: [ "GET /orgs/{org}/projectsV2/{project_number}/items" ],
        listItemsForUser: [ "GET /users/{username}/projectsV2/{project_number}/items" ],
        updateItemForOrg: [ "PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}" ],
        updateItemForUser: [ "PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}" ]
      },
      pulls: {
        checkIfMerged: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/merge" ],
        create: [ "POST /repos/{owner}/{repo}/pulls" ],
        createReplyForReviewComment: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies" ],
        createReview: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews" ],
        createReviewComment: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments" ],
        deletePendingReview: [ "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}" ],
        deleteReviewComment: [ "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}" ],
        dismissReview: [ "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals" ],
        get: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}" ],
        getReview: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}" ],
        getReviewComment: [ "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}" ],
        list: [ "GET /repos/{owner}/{repo}/pulls" ],
        listCommentsForReview: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments" ],
        listCommits: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits" ],
        listFiles: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/files" ],
        listRequestedReviewers: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers" ],
        listReviewComments: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments" ],
        listReviewCommentsForRepo: [ "GET /repos/{owner}/{repo}/pulls/comments" ],
        listReviews: [ "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews" ],
        merge: [ "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge" ],
        removeRequestedReviewers: [ "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers" ],
        requestReviewers: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers" ],
        submitReview: [ "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events" ],
        update: [ "PATCH /repos/{owner}/{repo}/pulls/{pull_number}" ],
        updateBranch: [ "PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch" ],
        updateReview: [ "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}" ],
        updateReviewComment: [ "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}" ]
      },
      rateLimit: {
        get: [ "GET /rate_limit" ]
      },
      reactions: {
        createForCommitComment: [ "POST /repos/{owner}/{repo}/comments/{comment_id}/reactions" ],
        createForIssue: [ "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions" ],
        createForIssueComment: [ "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions" ],
        createForPullRequestReviewComment: [ "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions" ],
        createForRelease: [ "POST /repos/{owner}/{repo}/releases/{release_id}/reactions" ],
        createForTeamDiscussionCommentInOrg: [ "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions" ],
        createForTeamDiscussionInOrg: [ "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions" ],
        deleteForCommitComment: [ "DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}" ],
        deleteForIssue: [ "DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}" ],
        deleteForIssueComment: [ "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}" ],
        deleteForPullRequestComment: [ "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}" ],
        deleteForRelease: [ "DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}" ],
        deleteForTeamDiscussion: [ "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}" ],
        deleteForTeamDiscussionComment: [ "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}" ],
        listForCommitComment: [ "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions" ],
        listForIssue: [ "GET /repos/{owner}/{repo}/issues/{issue_number}/reactions" ],
        listForIssueComment: [ "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions" ],
        listForPullRequestReviewComment: [ "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions" ],
        listForRelease: [ "GET /repos/{owner}/{repo}/releases/{release_id}/reactions" ],
        listForTeamDiscussionCommentInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions" ],
        listForTeamDiscussionInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions" ]
      },
      repos: {
        acceptInvitation: [ "PATCH /user/repository_invitations/{invitation_id}", {}, {
          renamed: [ "repos", "acceptInvitationForAuthenticatedUser" ]
        } ],
        acceptInvitationForAuthenticatedUser: [ "PATCH /user/repository_invitations/{invitation_id}" ],
        addAppAccessRestrictions: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps", {}, {
          mapToData: "apps"
        } ],
        addCollaborator: [ "PUT /repos/{owner}/{repo}/collaborators/{username}" ],
        addStatusCheckContexts: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts", {}, {
          mapToData: "contexts"
        } ],
        addTeamAccessRestrictions: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams", {}, {
          mapToData: "teams"
        } ],
        addUserAccessRestrictions: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users", {}, {
          mapToData: "users"
        } ],
        cancelPagesDeployment: [ "POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel" ],
        checkAutomatedSecurityFixes: [ "GET /repos/{owner}/{repo}/automated-security-fixes" ],
        checkCollaborator: [ "GET /repos/{owner}/{repo}/collaborators/{username}" ],
        checkImmutableReleases: [ "GET /repos/{owner}/{repo}/immutable-releases" ],
        checkPrivateVulnerabilityReporting: [ "GET /repos/{owner}/{repo}/private-vulnerability-reporting" ],
        checkVulnerabilityAlerts: [ "GET /repos/{owner}/{repo}/vulnerability-alerts" ],
        codeownersErrors: [ "GET /repos/{owner}/{repo}/codeowners/errors" ],
        compareCommits: [ "GET /repos/{owner}/{repo}/compare/{base}...{head}" ],
        compareCommitsWithBasehead: [ "GET /repos/{owner}/{repo}/compare/{basehead}" ],
        createAttestation: [ "POST /repos/{owner}/{repo}/attestations" ],
        createAutolink: [ "POST /repos/{owner}/{repo}/autolinks" ],
        createCommitComment: [ "POST /repos/{owner}/{repo}/commits/{commit_sha}/comments" ],
        createCommitSignatureProtection: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures" ],
        createCommitStatus: [ "POST /repos/{owner}/{repo}/statuses/{sha}" ],
        createDeployKey: [ "POST /repos/{owner}/{repo}/keys" ],
        createDeployment: [ "POST /repos/{owner}/{repo}/deployments" ],
        createDeploymentBranchPolicy: [ "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies" ],
        createDeploymentProtectionRule: [ "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules" ],
        createDeploymentStatus: [ "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses" ],
        createDispatchEvent: [ "POST /repos/{owner}/{repo}/dispatches" ],
        createForAuthenticatedUser: [ "POST /user/repos" ],
        createFork: [ "POST /repos/{owner}/{repo}/forks" ],
        createInOrg: [ "POST /orgs/{org}/repos" ],
        createOrUpdateEnvironment: [ "PUT /repos/{owner}/{repo}/environments/{environment_name}" ],
        createOrUpdateFileContents: [ "PUT /repos/{owner}/{repo}/contents/{path}" ],
        createOrgRuleset: [ "POST /orgs/{org}/rulesets" ],
        createPagesDeployment: [ "POST /repos/{owner}/{repo}/pages/deployments" ],
        createPagesSite: [ "POST /repos/{owner}/{repo}/pages" ],
        createRelease: [ "POST /repos/{owner}/{repo}/releases" ],
        createRepoRuleset: [ "POST /repos/{owner}/{repo}/rulesets" ],
        createUsingTemplate: [ "POST /repos/{template_owner}/{template_repo}/generate" ],
        createWebhook: [ "POST /repos/{owner}/{repo}/hooks" ],
        customPropertiesForReposCreateOrUpdateRepositoryValues: [ "PATCH /repos/{owner}/{repo}/properties/values" ],
        customPropertiesForReposGetRepositoryValues: [ "GET /repos/{owner}/{repo}/properties/values" ],
        declineInvitation: [ "DELETE /user/repository_invitations/{invitation_id}", {}, {
          renamed: [ "repos", "declineInvitationForAuthenticatedUser" ]
        } ],
        declineInvitationForAuthenticatedUser: [ "DELETE /user/repository_invitations/{invitation_id}" ],
        delete: [ "DELETE /repos/{owner}/{repo}" ],
        deleteAccessRestrictions: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions" ],
        deleteAdminBranchProtection: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins" ],
        deleteAnEnvironment: [ "DELETE /repos/{owner}/{repo}/environments/{environment_name}" ],
        deleteAutolink: [ "DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}" ],
        deleteBranchProtection: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection" ],
        deleteCommitComment: [ "DELETE /repos/{owner}/{repo}/comments/{comment_id}" ],
        deleteCommitSignatureProtection: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures" ],
        deleteDeployKey: [ "DELETE /repos/{owner}/{repo}/keys/{key_id}" ],
        deleteDeployment: [ "DELETE /repos/{owner}/{repo}/deployments/{deployment_id}" ],
        deleteDeploymentBranchPolicy: [ "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}" ],
        deleteFile: [ "DELETE /repos/{owner}/{repo}/contents/{path}" ],
        deleteInvitation: [ "DELETE /repos/{owner}/{repo}/invitations/{invitation_id}" ],
        deleteOrgRuleset: [ "DELETE /orgs/{org}/rulesets/{ruleset_id}" ],
        deletePagesSite: [ "DELETE /repos/{owner}/{repo}/pages" ],
        deletePullRequestReviewProtection: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews" ],
        deleteRelease: [ "DELETE /repos/{owner}/{repo}/releases/{release_id}" ],
        deleteReleaseAsset: [ "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}" ],
        deleteRepoRuleset: [ "DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}" ],
        deleteWebhook: [ "DELETE /repos/{owner}/{repo}/hooks/{hook_id}" ],
        disableAutomatedSecurityFixes: [ "DELETE /repos/{owner}/{repo}/automated-security-fixes" ],
        disableDeploymentProtectionRule: [ "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}" ],
        disableImmutableReleases: [ "DELETE /repos/{owner}/{repo}/immutable-releases" ],
        disablePrivateVulnerabilityReporting: [ "DELETE /repos/{owner}/{repo}/private-vulnerability-reporting" ],
        disableVulnerabilityAlerts: [ "DELETE /repos/{owner}/{repo}/vulnerability-alerts" ],
        downloadArchive: [ "GET /repos/{owner}/{repo}/zipball/{ref}", {}, {
          renamed: [ "repos", "downloadZipballArchive" ]
        } ],
        downloadTarballArchive: [ "GET /repos/{owner}/{repo}/tarball/{ref}" ],
        downloadZipballArchive: [ "GET /repos/{owner}/{repo}/zipball/{ref}" ],
        enableAutomatedSecurityFixes: [ "PUT /repos/{owner}/{repo}/automated-security-fixes" ],
        enableImmutableReleases: [ "PUT /repos/{owner}/{repo}/immutable-releases" ],
        enablePrivateVulnerabilityReporting: [ "PUT /repos/{owner}/{repo}/private-vulnerability-reporting" ],
        enableVulnerabilityAlerts: [ "PUT /repos/{owner}/{repo}/vulnerability-alerts" ],
        generateReleaseNotes: [ "POST /repos/{owner}/{repo}/releases/generate-notes" ],
        get: [ "GET /repos/{owner}/{repo}" ],
        getAccessRestrictions: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions" ],
        getAdminBranchProtection: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins" ],
        getAllDeploymentProtectionRules: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules" ],
        getAllEnvironments: [ "GET /repos/{owner}/{repo}/environments" ],
        getAllStatusCheckContexts: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts" ],
        getAllTopics: [ "GET /repos/{owner}/{repo}/topics" ],
        getAppsWithAccessToProtectedBranch: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps" ],
        getAutolink: [ "GET /repos/{owner}/{repo}/autolinks/{autolink_id}" ],
        getBranch: [ "GET /repos/{owner}/{repo}/branches/{branch}" ],
        getBranchProtection: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection" ],
        getBranchRules: [ "GET /repos/{owner}/{repo}/rules/branches/{branch}" ],
        getClones: [ "GET /repos/{owner}/{repo}/traffic/clones" ],
        getCodeFrequencyStats: [ "GET /repos/{owner}/{repo}/stats/code_frequency" ],
        getCollaboratorPermissionLevel: [ "GET /repos/{owner}/{repo}/collaborators/{username}/permission" ],
        getCombinedStatusForRef: [ "GET /repos/{owner}/{repo}/commits/{ref}/status" ],
        getCommit: [ "GET /repos/{owner}/{repo}/commits/{ref}" ],
        getCommitActivityStats: [ "GET /repos/{owner}/{repo}/stats/commit_activity" ],
        getCommitComment: [ "GET /repos/{owner}/{repo}/comments/{comment_id}" ],
        getCommitSignatureProtection: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures" ],
        getCommunityProfileMetrics: [ "GET /repos/{owner}/{repo}/community/profile" ],
        getContent: [ "GET /repos/{owner}/{repo}/contents/{path}" ],
        getContributorsStats: [ "GET /repos/{owner}/{repo}/stats/contributors" ],
        getCustomDeploymentProtectionRule: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}" ],
        getDeployKey: [ "GET /repos/{owner}/{repo}/keys/{key_id}" ],
        getDeployment: [ "GET /repos/{owner}/{repo}/deployments/{deployment_id}" ],
        getDeploymentBranchPolicy: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}" ],
        getDeploymentStatus: [ "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}" ],
        getEnvironment: [ "GET /repos/{owner}/{repo}/environments/{environment_name}" ],
        getLatestPagesBuild: [ "GET /repos/{owner}/{repo}/pages/builds/latest" ],
        getLatestRelease: [ "GET /repos/{owner}/{repo}/releases/latest" ],
        getOrgRuleSuite: [ "GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}" ],
        getOrgRuleSuites: [ "GET /orgs/{org}/rulesets/rule-suites" ],
        getOrgRuleset: [ "GET /orgs/{org}/rulesets/{ruleset_id}" ],
        getOrgRulesets: [ "GET /orgs/{org}/rulesets" ],
        getPages: [ "GET /repos/{owner}/{repo}/pages" ],
        getPagesBuild: [ "GET /repos/{owner}/{repo}/pages/builds/{build_id}" ],
        getPagesDeployment: [ "GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}" ],
        getPagesHealthCheck: [ "GET /repos/{owner}/{repo}/pages/health" ],
        getParticipationStats: [ "GET /repos/{owner}/{repo}/stats/participation" ],
        getPullRequestReviewProtection: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews" ],
        getPunchCardStats: [ "GET /repos/{owner}/{repo}/stats/punch_card" ],
        getReadme: [ "GET /repos/{owner}/{repo}/readme" ],
        getReadmeInDirectory: [ "GET /repos/{owner}/{repo}/readme/{dir}" ],
        getRelease: [ "GET /repos/{owner}/{repo}/releases/{release_id}" ],
        getReleaseAsset: [ "GET /repos/{owner}/{repo}/releases/assets/{asset_id}" ],
        getReleaseByTag: [ "GET /repos/{owner}/{repo}/releases/tags/{tag}" ],
        getRepoRuleSuite: [ "GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}" ],
        getRepoRuleSuites: [ "GET /repos/{owner}/{repo}/rulesets/rule-suites" ],
        getRepoRuleset: [ "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}" ],
        getRepoRulesetHistory: [ "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history" ],
        getRepoRulesetVersion: [ "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}" ],
        getRepoRulesets: [ "GET /repos/{owner}/{repo}/rulesets" ],
        getStatusChecksProtection: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks" ],
        getTeamsWithAccessToProtectedBranch: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams" ],
        getTopPaths: [ "GET /repos/{owner}/{repo}/traffic/popular/paths" ],
        getTopReferrers: [ "GET /repos/{owner}/{repo}/traffic/popular/referrers" ],
        getUsersWithAccessToProtectedBranch: [ "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users" ],
        getViews: [ "GET /repos/{owner}/{repo}/traffic/views" ],
        getWebhook: [ "GET /repos/{owner}/{repo}/hooks/{hook_id}" ],
        getWebhookConfigForRepo: [ "GET /repos/{owner}/{repo}/hooks/{hook_id}/config" ],
        getWebhookDelivery: [ "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}" ],
        listActivities: [ "GET /repos/{owner}/{repo}/activity" ],
        listAttestations: [ "GET /repos/{owner}/{repo}/attestations/{subject_digest}" ],
        listAutolinks: [ "GET /repos/{owner}/{repo}/autolinks" ],
        listBranches: [ "GET /repos/{owner}/{repo}/branches" ],
        listBranchesForHeadCommit: [ "GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head" ],
        listCollaborators: [ "GET /repos/{owner}/{repo}/collaborators" ],
        listCommentsForCommit: [ "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments" ],
        listCommitCommentsForRepo: [ "GET /repos/{owner}/{repo}/comments" ],
        listCommitStatusesForRef: [ "GET /repos/{owner}/{repo}/commits/{ref}/statuses" ],
        listCommits: [ "GET /repos/{owner}/{repo}/commits" ],
        listContributors: [ "GET /repos/{owner}/{repo}/contributors" ],
        listCustomDeploymentRuleIntegrations: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps" ],
        listDeployKeys: [ "GET /repos/{owner}/{repo}/keys" ],
        listDeploymentBranchPolicies: [ "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies" ],
        listDeploymentStatuses: [ "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses" ],
        listDeployments: [ "GET /repos/{owner}/{repo}/deployments" ],
        listForAuthenticatedUser: [ "GET /user/repos" ],
        listForOrg: [ "GET /orgs/{org}/repos" ],
        listForUser: [ "GET /users/{username}/repos" ],
        listForks: [ "GET /repos/{owner}/{repo}/forks" ],
        listInvitations: [ "GET /repos/{owner}/{repo}/invitations" ],
        listInvitationsForAuthenticatedUser: [ "GET /user/repository_invitations" ],
        listLanguages: [ "GET /repos/{owner}/{repo}/languages" ],
        listPagesBuilds: [ "GET /repos/{owner}/{repo}/pages/builds" ],
        listPublic: [ "GET /repositories" ],
        listPullRequestsAssociatedWithCommit: [ "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls" ],
        listReleaseAssets: [ "GET /repos/{owner}/{repo}/releases/{release_id}/assets" ],
        listReleases: [ "GET /repos/{owner}/{repo}/releases" ],
        listTags: [ "GET /repos/{owner}/{repo}/tags" ],
        listTeams: [ "GET /repos/{owner}/{repo}/teams" ],
        listWebhookDeliveries: [ "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries" ],
        listWebhooks: [ "GET /repos/{owner}/{repo}/hooks" ],
        merge: [ "POST /repos/{owner}/{repo}/merges" ],
        mergeUpstream: [ "POST /repos/{owner}/{repo}/merge-upstream" ],
        pingWebhook: [ "POST /repos/{owner}/{repo}/hooks/{hook_id}/pings" ],
        redeliverWebhookDelivery: [ "POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts" ],
        removeAppAccessRestrictions: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps", {}, {
          mapToData: "apps"
        } ],
        removeCollaborator: [ "DELETE /repos/{owner}/{repo}/collaborators/{username}" ],
        removeStatusCheckContexts: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts", {}, {
          mapToData: "contexts"
        } ],
        removeStatusCheckProtection: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks" ],
        removeTeamAccessRestrictions: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams", {}, {
          mapToData: "teams"
        } ],
        removeUserAccessRestrictions: [ "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users", {}, {
          mapToData: "users"
        } ],
        renameBranch: [ "POST /repos/{owner}/{repo}/branches/{branch}/rename" ],
        replaceAllTopics: [ "PUT /repos/{owner}/{repo}/topics" ],
        requestPagesBuild: [ "POST /repos/{owner}/{repo}/pages/builds" ],
        setAdminBranchProtection: [ "POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins" ],
        setAppAccessRestrictions: [ "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps", {}, {
          mapToData: "apps"
        } ],
        setStatusCheckContexts: [ "PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts", {}, {
          mapToData: "contexts"
        } ],
        setTeamAccessRestrictions: [ "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams", {}, {
          mapToData: "teams"
        } ],
        setUserAccessRestrictions: [ "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users", {}, {
          mapToData: "users"
        } ],
        testPushWebhook: [ "POST /repos/{owner}/{repo}/hooks/{hook_id}/tests" ],
        transfer: [ "POST /repos/{owner}/{repo}/transfer" ],
        update: [ "PATCH /repos/{owner}/{repo}" ],
        updateBranchProtection: [ "PUT /repos/{owner}/{repo}/branches/{branch}/protection" ],
        updateCommitComment: [ "PATCH /repos/{owner}/{repo}/comments/{comment_id}" ],
        updateDeploymentBranchPolicy: [ "PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}" ],
        updateInformationAboutPagesSite: [ "PUT /repos/{owner}/{repo}/pages" ],
        updateInvitation: [ "PATCH /repos/{owner}/{repo}/invitations/{invitation_id}" ],
        updateOrgRuleset: [ "PUT /orgs/{org}/rulesets/{ruleset_id}" ],
        updatePullRequestReviewProtection: [ "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews" ],
        updateRelease: [ "PATCH /repos/{owner}/{repo}/releases/{release_id}" ],
        updateReleaseAsset: [ "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}" ],
        updateRepoRuleset: [ "PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}" ],
        updateStatusCheckPotection: [ "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks", {}, {
          renamed: [ "repos", "updateStatusCheckProtection" ]
        } ],
        updateStatusCheckProtection: [ "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks" ],
        updateWebhook: [ "PATCH /repos/{owner}/{repo}/hooks/{hook_id}" ],
        updateWebhookConfigForRepo: [ "PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config" ],
        uploadReleaseAsset: [ "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}", {
          baseUrl: "https://uploads.github.com"
        } ]
      },
      search: {
        code: [ "GET /search/code" ],
        commits: [ "GET /search/commits" ],
        issuesAndPullRequests: [ "GET /search/issues" ],
        labels: [ "GET /search/labels" ],
        repos: [ "GET /search/repositories" ],
        topics: [ "GET /search/topics" ],
        users: [ "GET /search/users" ]
      },
      secretScanning: {
        createPushProtectionBypass: [ "POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses" ],
        getAlert: [ "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}" ],
        getScanHistory: [ "GET /repos/{owner}/{repo}/secret-scanning/scan-history" ],
        listAlertsForOrg: [ "GET /orgs/{org}/secret-scanning/alerts" ],
        listAlertsForRepo: [ "GET /repos/{owner}/{repo}/secret-scanning/alerts" ],
        listLocationsForAlert: [ "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations" ],
        listOrgPatternConfigs: [ "GET /orgs/{org}/secret-scanning/pattern-configurations" ],
        updateAlert: [ "PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}" ],
        updateOrgPatternConfigs: [ "PATCH /orgs/{org}/secret-scanning/pattern-configurations" ]
      },
      securityAdvisories: {
        createFork: [ "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks" ],
        createPrivateVulnerabilityReport: [ "POST /repos/{owner}/{repo}/security-advisories/reports" ],
        createRepositoryAdvisory: [ "POST /repos/{owner}/{repo}/security-advisories" ],
        createRepositoryAdvisoryCveRequest: [ "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve" ],
        getGlobalAdvisory: [ "GET /advisories/{ghsa_id}" ],
        getRepositoryAdvisory: [ "GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}" ],
        listGlobalAdvisories: [ "GET /advisories" ],
        listOrgRepositoryAdvisories: [ "GET /orgs/{org}/security-advisories" ],
        listRepositoryAdvisories: [ "GET /repos/{owner}/{repo}/security-advisories" ],
        updateRepositoryAdvisory: [ "PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}" ]
      },
      teams: {
        addOrUpdateMembershipForUserInOrg: [ "PUT /orgs/{org}/teams/{team_slug}/memberships/{username}" ],
        addOrUpdateRepoPermissionsInOrg: [ "PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}" ],
        checkPermissionsForRepoInOrg: [ "GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}" ],
        create: [ "POST /orgs/{org}/teams" ],
        createDiscussionCommentInOrg: [ "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments" ],
        createDiscussionInOrg: [ "POST /orgs/{org}/teams/{team_slug}/discussions" ],
        deleteDiscussionCommentInOrg: [ "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}" ],
        deleteDiscussionInOrg: [ "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}" ],
        deleteInOrg: [ "DELETE /orgs/{org}/teams/{team_slug}" ],
        getByName: [ "GET /orgs/{org}/teams/{team_slug}" ],
        getDiscussionCommentInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}" ],
        getDiscussionInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}" ],
        getMembershipForUserInOrg: [ "GET /orgs/{org}/teams/{team_slug}/memberships/{username}" ],
        list: [ "GET /orgs/{org}/teams" ],
        listChildInOrg: [ "GET /orgs/{org}/teams/{team_slug}/teams" ],
        listDiscussionCommentsInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments" ],
        listDiscussionsInOrg: [ "GET /orgs/{org}/teams/{team_slug}/discussions" ],
        listForAuthenticatedUser: [ "GET /user/teams" ],
        listMembersInOrg: [ "GET /orgs/{org}/teams/{team_slug}/members" ],
        listPendingInvitationsInOrg: [ "GET /orgs/{org}/teams/{team_slug}/invitations" ],
        listReposInOrg: [ "GET /orgs/{org}/teams/{team_slug}/repos" ],
        removeMembershipForUserInOrg: [ "DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}" ],
        removeRepoInOrg: [ "DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}" ],
        updateDiscussionCommentInOrg: [ "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}" ],
        updateDiscussionInOrg: [ "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}" ],
        updateInOrg: [ "PATCH /orgs/{org}/teams/{team_slug}" ]
      },
      users: {
        addEmailForAuthenticated: [ "POST /user/emails", {}, {
          renamed: [ "users", "addEmailForAuthenticatedUser" ]
        } ],
        addEmailForAuthenticatedUser: [ "POST /user/emails" ],
        addSocialAccountForAuthenticatedUser: [ "POST /user/social_accounts" ],
        block: [ "PUT /user/blocks/{username}" ],
        checkBlocked: [ "GET /user/blocks/{username}" ],
        checkFollowingForUser: [ "GET /users/{username}/following/{target_user}" ],
        checkPersonIsFollowedByAuthenticated: [ "GET /user/following/{username}" ],
        createGpgKeyForAuthenticated: [ "POST /user/gpg_keys", {}, {
          renamed: [ "users", "createGpgKeyForAuthenticatedUser" ]
        } ],
        createGpgKeyForAuthenticatedUser: [ "POST /user/gpg_keys" ],
        createPublicSshKeyForAuthenticated: [ "POST /user/keys", {}, {
          renamed: [ "users", "createPublicSshKeyForAuthenticatedUser" ]
        } ],
        createPublicSshKeyForAuthenticatedUser: [ "POST /user/keys" ],
        createSshSigningKeyForAuthenticatedUser: [ "POST /user/ssh_signing_keys" ],
        deleteAttestationsBulk: [ "POST /users/{username}/attestations/delete-request" ],
        deleteAttestationsById: [ "DELETE /users/{username}/attestations/{attestation_id}" ],
        deleteAttestationsBySubjectDigest: [ "DELETE /users/{username}/attestations/digest/{subject_digest}" ],
        deleteEmailForAuthenticated: [ "DELETE /user/emails", {}, {
          renamed: [ "users", "deleteEmailForAuthenticatedUser" ]
        } ],
        deleteEmailForAuthenticatedUser: [ "DELETE /user/emails" ],
        deleteGpgKeyForAuthenticated: [ "DELETE /user/gpg_keys/{gpg_key_id}", {}, {
          renamed: [ "users", "deleteGpgKeyForAuthenticatedUser" ]
        } ],
        deleteGpgKeyForAuthenticatedUser: [ "DELETE /user/gpg_keys/{gpg_key_id}" ],
        deletePublicSshKeyForAuthenticated: [ "DELETE /user/keys/{key_id}", {}, {
          renamed: [ "users", "deletePublicSshKeyForAuthenticatedUser" ]
        } ],
        deletePublicSshKeyForAuthenticatedUser: [ "DELETE /user/keys/{key_id}" ],
        deleteSocialAccountForAuthenticatedUser: [ "DELETE /user/social_accounts" ],
        deleteSshSigningKeyForAuthenticatedUser: [ "DELETE /user/ssh_signing_keys/{ssh_signing_key_id}" ],
        follow: [ "PUT /user/following/{username}" ],
        getAuthenticated: [ "GET /user" ],
        getById: [ "GET /user/{account_id}" ],
        getByUsername: [ "GET /users/{username}" ],
        getContextForUser: [ "GET /users/{username}/hovercard" ],
        getGpgKeyForAuthenticated: [ "GET /user/gpg_keys/{gpg_key_id}", {}, {
          renamed: [ "users", "getGpgKeyForAuthenticatedUser" ]
        } ],
        getGpgKeyForAuthenticatedUser: [ "GET /user/gpg_keys/{gpg_key_id}" ],
        getPublicSshKeyForAuthenticated: [ "GET /user/keys/{key_id}", {}, {
          renamed: [ "users", "getPublicSshKeyForAuthenticatedUser" ]
        } ],
        getPublicSshKeyForAuthenticatedUser: [ "GET /user/keys/{key_id}" ],
        getSshSigningKeyForAuthenticatedUser: [ "GET /user/ssh_signing_keys/{ssh_signing_key_id}" ],
        list: [ "GET /users" ],
        listAttestations: [ "GET /users/{username}/attestations/{subject_digest}" ],
        listAttestationsBulk: [ "POST /users/{username}/attestations/bulk-list{?per_page,before,after}" ],
        listBlockedByAuthenticated: [ "GET /user/blocks", {}, {
          renamed: [ "users", "listBlockedByAuthenticatedUser" ]
        } ],
        listBlockedByAuthenticatedUser: [ "GET /user/blocks" ],
        listEmailsForAuthenticated: [ "GET /user/emails", {}, {
          renamed: [ "users", "listEmailsForAuthenticatedUser" ]
        } ],
        listEmailsForAuthenticatedUser: [ "GET /user/emails" ],
        listFollowedByAuthenticated: [ "GET /user/following", {}, {
          renamed: [ "users", "listFollowedByAuthenticatedUser" ]
        } ],
        listFollowedByAuthenticatedUser: [ "GET /user/following" ],
        listFollowersForAuthenticatedUser: [ "GET /user/followers" ],
        listFollowersForUser: [ "GET /users/{username}/followers" ],
        listFollowingForUser: [ "GET /users/{username}/following" ],
        listGpgKeysForAuthenticated: [ "GET /user/gpg_keys", {}, {
          renamed: [ "users", "listGpgKeysForAuthenticatedUser" ]
        } ],
        listGpgKeysForAuthenticatedUser: [ "GET /user/gpg_keys" ],
        listGpgKeysForUser: [ "GET /users/{username}/gpg_keys" ],
        listPublicEmailsForAuthenticated: [ "GET /user/public_emails", {}, {
          renamed: [ "users", "listPublicEmailsForAuthenticatedUser" ]
        } ],
        listPublicEmailsForAuthenticatedUser: [ "GET /user/public_emails" ],
        listPublicKeysForUser: [ "GET /users/{username}/keys" ],
        listPublicSshKeysForAuthenticated: [ "GET /user/keys", {}, {
          renamed: [ "users", "listPublicSshKeysForAuthenticatedUser" ]
        } ],
        listPublicSshKeysForAuthenticatedUser: [ "GET /user/keys" ],
        listSocialAccountsForAuthenticatedUser: [ "GET /user/social_accounts" ],
        listSocialAccountsForUser: [ "GET /users/{username}/social_accounts" ],
        listSshSigningKeysForAuthenticatedUser: [ "GET /user/ssh_signing_keys" ],
        listSshSigningKeysForUser: [ "GET /users/{username}/ssh_signing_keys" ],
        setPrimaryEmailVisibilityForAuthenticated: [ "PATCH /user/email/visibility", {}, {
          renamed: [ "users", "setPrimaryEmailVisibilityForAuthenticatedUser" ]
        } ],
        setPrimaryEmailVisibilityForAuthenticatedUser: [ "PATCH /user/email/visibility" ],
        unblock: [ "DELETE /user/blocks/{username}" ],
        unfollow: [ "DELETE /user/following/{username}" ],
        updateAuthenticated: [ "PATCH /user" ]
      }
    };
    var endpoints_default = Endpoints;
    const endpointMethodsMap = new Map;
    for (const [scope, endpoints] of Object.entries(endpoints_default)) for (const [methodName, endpoint] of Object.entries(endpoints)) {
      const [route, defaults, decorations] = endpoint;
      const [method, url] = route.split(/ /);
      const endpointDefaults = Object.assign({
        method: method,
        url: url
      }, defaults);
      if (!endpointMethodsMap.has(scope)) endpointMethodsMap.set(scope, new Map);
      endpointMethodsMap.get(scope).set(methodName, {
        scope: scope,
        methodName: methodName,
        endpointDefaults: endpointDefaults,
        decorations: decorations
      });
    }
    const handler = {
      has({scope: scope}, methodName) {
        return endpointMethodsMap.get(scope).has(methodName);
      },
      getOwnPropertyDescriptor(target, methodName) {
        return {
          value: this.get(target, methodName),
          configurable: true,
          writable: true,
          enumerable: true
        };
      },
      defineProperty(target, methodName, descriptor) {
        Object.defineProperty(target.cache, methodName, descriptor);
        return true;
      },
      deleteProperty(target, methodName) {
        delete target.cache[methodName];
        return true;
      },
      ownKeys({scope: scope}) {
        return [ ...endpointMethodsMap.get(scope).keys() ];
      },
      set(target, methodName, value) {
        return target.cache[methodName] = value;
      },
      get({octokit: octokit, scope: scope, cache: cache}, methodName) {
        if (cache[methodName]) return cache[methodName];
        const method = endpointMethodsMap.get(scope).get(methodName);
        if (!method) return;
        const {endpointDefaults: endpointDefaults, decorations: decorations} = method;
        if (decorations) cache[methodName] = decorate(octokit, scope, methodName, endpointDefaults, decorations); else cache[methodName] = octokit.request.defaults(endpointDefaults);
        return cache[methodName];
      }
    };
    function endpointsToMethods(octokit) {
      const newMethods = {};
      for (const scope of endpointMethodsMap.keys()) newMethods[scope] = new Proxy({
        octokit: octokit,
        scope: scope,
        cache: {}
      }, handler);
      return newMethods;
    }
    function decorate(octokit, scope, methodName, defaults, decorations) {
      const requestWithDefaults = octokit.request.defaults(defaults);
      function withDecorations(...args) {
        let options = requestWithDefaults.endpoint.merge(...args);
        if (decorations.mapToData) {
          options = Object.assign({}, options, {
            data: options[decorations.mapToData],
            [decorations.mapToData]: void 0
          });
          return requestWithDefaults(options);
        }
        if (decorations.renamed) {
          const [newScope, newMethodName] = decorations.renamed;
          octokit.log.warn(`octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`);
        }
        if (decorations.deprecated) octokit.log.warn(decorations.deprecated);
        if (decorations.renamedParameters) {
          const options2 = requestWithDefaults.endpoint.merge(...args);
          for (const [name, alias] of Object.entries(decorations.renamedParameters)) if (name in options2) {
            octokit.log.warn(`"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`);
            if (!(alias in options2)) options2[alias] = options2[name];
            delete options2[name];
          }
          return requestWithDefaults(options2);
        }
        return requestWithDefaults(...args);
      }
      return Object.assign(withDecorations, requestWithDefaults);
    }
    function restEndpointMethods(octokit) {
      const api = endpointsToMethods(octokit);
      return {
        rest: api
      };
    }
    restEndpointMethods.VERSION = dist_src_version_VERSION;
    function legacyRestEndpointMethods(octokit) {
      const api = endpointsToMethods(octokit);
      return {
        ...api,
        rest: api
      };
    }
    legacyRestEndpointMethods.VERSION = dist_src_version_VERSION;
    var plugin_paginate_rest_dist_bundle_VERSION = "0.0.0-development";
    function normalizePaginatedListResponse(response) {
      if (!response.data) return {
        ...response,
        data: []
      };
      const responseNeedsNormalization = ("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data);
      if (!responseNeedsNormalization) return response;
      const incompleteResults = response.data.incomplete_results;
      const repositorySelection = response.data.repository_selection;
      const totalCount = response.data.total_count;
      const totalCommits = response.data.total_commits;
      delete response.data.incomplete_results;
      delete response.data.repository_selection;
      delete response.data.total_count;
      delete response.data.total_commits;
      const namespaceKey = Object.keys(response.data)[0];
      const data = response.data[namespaceKey];
      response.data = data;
      if (typeof incompleteResults !== "undefined") response.data.incomplete_results = incompleteResults;
      if (typeof repositorySelection !== "undefined") response.data.repository_selection = repositorySelection;
      response.data.total_count = totalCount;
      response.data.total_commits = totalCommits;
      return response;
    }
    function iterator(octokit, route, parameters) {
      const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
      const requestMethod = typeof route === "function" ? route : octokit.request;
      const method = options.method;
      const headers = options.headers;
      let url = options.url;
      return {
        [Symbol.asyncIterator]: () => ({
          async next() {
            if (!url) return {
              done: true
            };
            try {
              const response = await requestMethod({
                method: method,
                url: url,
                headers: headers
              });
              const normalizedResponse = normalizePaginatedListResponse(response);
              url = ((normalizedResponse.headers.link || "").match(/<([^<>]+)>;\s*rel="next"/) || [])[1];
              if (!url && "total_commits" in normalizedResponse.data) {
                const parsedUrl = new URL(normalizedResponse.url);
                const params = parsedUrl.searchParams;
                const page = parseInt(params.get("page") || "1", 10);
                const per_page = parseInt(params.get("per_page") || "250", 10);
                if (page * per_page < normalizedResponse.data.total_commits) {
                  params.set("page", String(page + 1));
                  url = parsedUrl.toString();
                }
              }
              return {
                value: normalizedResponse
              };
            } catch (error) {
              if (error.status !== 409) throw error;
              url = "";
              return {
                value: {
                  status: 200,
                  headers: {},
                  data: []
                }
              };
            }
          }
        })
      };
    }
    function paginate(octokit, route, parameters, mapFn) {
      if (typeof parameters === "function") {
        mapFn = parameters;
        parameters = void 0;
      }
      return gather(octokit, [], iterator(octokit, route, parameters)[Symbol.asyncIterator](), mapFn);
    }
    function gather(octokit, results, iterator2, mapFn) {
      return iterator2.next().then(result => {
        if (result.done) return results;
        let earlyExit = false;
        function done() {
          earlyExit = true;
        }
        results = results.concat(mapFn ? mapFn(result.value, done) : result.value.data);
        if (earlyExit) return results;
        return gather(octokit, results, iterator2, mapFn);
      });
    }
    Object.assign(paginate, {
      iterator: iterator
    });
    function paginateRest(octokit) {
      return {
        paginate: Object.assign(paginate.bind(null, octokit), {
          iterator: iterator.bind(null, octokit)
        })
      };
    }
    paginateRest.VERSION = plugin_paginate_rest_dist_bundle_VERSION;
    new Context;
    const baseUrl = getApiBaseUrl();
    const defaults = {
      baseUrl: baseUrl,
      request: {
        agent: getProxyAgent(baseUrl),
        fetch: getProxyFetch(baseUrl)
      }
    };
    const GitHub = Octokit.plugin(restEndpointMethods, paginateRest).defaults(defaults);
    function getOctokitOptions(token, options) {
      const opts = Object.assign({}, options || {});
      const auth = getAuthString(token, opts);
      if (auth) opts.auth = auth;
      const userAgent = getUserAgentWithOrchestrationId(opts.userAgent);
      if (userAgent) opts.userAgent = userAgent;
      return opts;
    }
    const github_context = new Context;
    function getOctokit(token, options, ...additionalPlugins) {
      const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
      return new GitHubWithPlugins(getOctokitOptions(token, options));
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

const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");

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
    const children = (0, external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/task/${pid}/children`, "utf8");
    return (children.match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

class ActionError extends Error {
  name="ActionError";
}

class errors_InputError extends ActionError {
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

function quote_quote(text, max = 80) {
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

class input_parsers_ValidationError extends Error {
  name="ValidationError";
  expected;
  part;
  constructor(expected, part) {
    super(input_parsers_isSentence(expected) ? expected : `must be ${expected}`);
    this.expected = expected;
    this.part = part;
  }
  describe(subject, value) {
    const expected = excerpt(this.expected, 400);
    return input_parsers_isSentence(this.expected) ? `${subject}: ${expected}${value ? ` Got ${value}.` : ""}` : `${subject} must be ${expected}${value ? `, not ${value}` : ""}.`;
  }
}

function input_parsers_isSentence(expected) {
  return expected.endsWith(".");
}

const input_parsers_text = {
  parse: given => given
};

const secret = {
  secret: true,
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given)) throw new input_parsers_ValidationError("a single line of ASCII characters");
    return given;
  }
};

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new input_parsers_ValidationError("true or false");
  }
};

function integer(min = 0, max = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return {
    parse(given) {
      const value = Number(given);
      if (!/^[+-]?\d+$/.test(given) || value < min || value > max) throw new input_parsers_ValidationError(`a whole number ${range}`);
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
  throw new errors_InputError(`Inputs "${name}" and "${deprecatedName}" are two names of one input, but their values differ. ` + `Keep "${name}" and remove "${deprecatedName}".`);
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
  if (missing.length > 0) throw new errors_InputError(missingMessage(missing, misspelt));
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
  if (stray) throw new errors_InputError(`Input "${stray.name}" does not apply to "${choice.by}: ${name}". Remove it, or change "${choice.by}".`);
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
    const value = input.parser.secret ? "the given value (hidden)" : quote_quote(error.part ?? given);
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : "";
    throw new errors_InputError(`${error.describe(`Input "${input.name}"`, value)}${hint}`);
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
  return `${what} (${errorMessage(error)}).${advice ? ` ${advice}` : ""}`;
}

function errorCode(error) {
  return typeof error === "object" && error && "code" in error ? String(error.code) : "";
}

const external_node_path_namespaceObject = process.getBuiltinModule("node:path");

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

function formatOutput(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function appendOutputs(file, outputs) {
  const before = fileSize(file);
  try {
    (0, external_node_fs_namespaceObject.appendFileSync)(file, Array.from(outputs, ([name, text]) => heredoc(name, text)).join(""));
  } catch (error) {
    if (fileSize(file) > before) (0, external_node_fs_namespaceObject.truncateSync)(file, before);
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
  return (0, external_node_fs_namespaceObject.statSync)(file, {
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
    return (0, external_node_fs_namespaceObject.writeSync)(stdout, bytes);
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

function dist_optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: dist_optional,
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

const workflow_run_words = fallback(nullish(string()), void 0);

const eventShape = object({
  pull_request: fallback(dist_optional(object({
    number: number(),
    title: string(),
    head: object({
      sha: string(),
      ref: string()
    }),
    user: fallback(nullish(object({
      login: string()
    })), void 0)
  })), void 0),
  head_commit: fallback(nullish(object({
    message: workflow_run_words,
    author: fallback(nullish(object({
      name: workflow_run_words,
      username: workflow_run_words
    })), void 0)
  })), void 0)
});

function readWorkflowRun(env, event) {
  const parsed = safeParse(eventShape, event);
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
      return parseJson((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
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
      if (!file) throw new ActionError("it is not set");
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
    const short = Array.from(outputs, ([name, text]) => `${name}: ${excerpt(text, 60)}`);
    return `${reason} They are in the log: ${excerpt(short.join(", "), 600)}.`;
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
      (0, external_node_fs_namespaceObject.appendFileSync)(file, markdown);
      return;
    }
    this.warning(`The job summary would exceed ${summaryLimit} bytes; its end is cut off.`);
    const note = Buffer.from("\n\n… truncated here: a job summary is limited to 1 MiB.\n");
    const end = markdown.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_namespaceObject.appendFileSync)(file, Buffer.concat([ markdown.subarray(0, end), note ]));
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
  if (error instanceof ActionError) return error.message;
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
    controller.abort(new CancelledError);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}

function exponential(first, factor, max) {
  return tries => Math.min(max, first * factor ** tries);
}

function fullJitter(backoff, random) {
  return tries => random() * backoff(tries);
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

class TimeoutError extends ActionError {
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
      timeOver.abort(new TimeoutError(`The time limit given, ${formatDuration(given)}, was reached.`));
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

const external_node_util_namespaceObject = process.getBuiltinModule("node:util");

class FileError extends ActionError {
  name="FileError";
  get isMissing() {
    return this.message === missing;
  }
}

const missing = "does not exist";

function readBeginning(path, most) {
  const descriptor = openFile(path);
  try {
    const pieces = [];
    for (let left = most; left > 0; ) {
      const piece = Buffer.allocUnsafe(Math.min(left, pieceSize));
      const length = (0, external_node_fs_namespaceObject.readSync)(descriptor, piece);
      if (length === 0) break;
      pieces.push(piece.subarray(0, length));
      left -= length;
    }
    return Buffer.concat(pieces);
  } catch (error) {
    throw new FileError(`cannot be read (${errorCode(error)})`);
  } finally {
    (0, external_node_fs_namespaceObject.closeSync)(descriptor);
  }
}

const pieceSize = 64 * 1024;

function openFile(path) {
  return file_open(path, external_node_fs_namespaceObject.constants.O_RDONLY);
}

function file_open(path, flags) {
  let descriptor;
  try {
    descriptor = (0, external_node_fs_namespaceObject.openSync)(path, flags | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new FileError(fileErrorReason(error));
  }
  const stats = (0, external_node_fs_namespaceObject.fstatSync)(descriptor);
  if (stats.isFile()) return descriptor;
  (0, external_node_fs_namespaceObject.closeSync)(descriptor);
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

class HttpError extends ActionError {
  name="HttpError";
  status;
  response;
  constructor(message, response) {
    super(message);
    this.status = response.status;
    this.response = response;
  }
}

class IndeterminateError extends ActionError {
  name="IndeterminateError";
  answered;
  response;
  constructor(message, answered, response) {
    super(message);
    this.answered = answered;
    this.response = response;
  }
}

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
  const parsed = safeParse(shape, parseJson(response.body));
  if (parsed.success) return parsed.output;
  const path = getDotPath(parsed.issues[0]);
  const where = path ? ` (at "${path}")` : "";
  throw new ActionError(`${from} is not what its API describes${where}: status ${response.status}, ` + `${response.headers["content-type"] ?? "no content type"}, ${describeBody(response)}`);
}

function describeBody({body: body, undecoded: undecoded}) {
  if (undecoded) return `with an unreadable body: ${undecoded}.`;
  return body.trim() === "" ? "an empty body." : `beginning with "${excerpt(body, 120)}".`;
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
      undecoded: `its Content-Encoding ${quote_quote(coding)} is unknown`
    };
    try {
      decoded = await pour(decoded, decoder, maxBytes);
    } catch {
      const undecoded = `it is not valid for its Content-Encoding ${quote_quote(coding)}`;
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
  throw new errors_InputError(`${name} is not a usable proxy address. Expected http://host:3128 or ` + 'http://user:password@host:3128, with "%23" for a "#" in the password, "%25" for a "%", and so on.');
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
  const first = external_node_util_namespaceObject.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  if (!external_node_util_namespaceObject.types.isNativeError(first)) return excerpt(String(first));
  const code = "code" in first ? String(first.code) : "";
  const words = otherProtocol(first) ?? tlsReason(first.message) ?? plainReasons[code];
  if (words) return words.includes("(") ? words : `${words} (${code})`;
  return excerpt(first.message);
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
  return reason === "unsupported protocol" ? reason_tooOld : `the TLS handshake failed (${reason})`;
}

const reason_tooOld = "it speaks only TLS 1.1 or older (this client requires 1.2 or later)";

const wantsCertificate = "it requires a client certificate (not supported here)";

const alerts = {
  40: "it has no cipher in common with this client, or requires a client certificate (TLS alert 40)",
  42: wantsCertificate,
  70: reason_tooOld,
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
      fail(`${what} within ${formatDuration(timeLimit ?? 0)}`, attempt.signal.reason);
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
    throw new ActionError(`The header "${name}" cannot be sent: it contains a line break or another character that HTTP ` + "does not allow. Check that its value is complete and on one line.");
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
      if (wait.executed === "unknown" && !idempotent) throw new IndeterminateError(`${this.#subject(request)} ${wait.reason}${said}.`, !!response, response);
      if (failures >= tries) {
        const often = tries === 1 ? "" : `, ${tries} times in a row`;
        throw new ActionError(`${this.#subject(request)} ${wait.reason}${often}${said}.${this.#hint(response)}`);
      }
      const pause = Math.max(wait.asked ?? 0, 250 + backoff(times));
      if (pause > deadline.remaining) throw new TimeoutError(`${this.#subject(request)} ${wait.reason}; the next try would be in ${formatDuration(pause)}, ` + `but only ${formatDuration(deadline.remaining)} of the time limit is left.`);
      this.#api.log(`${this.#subject(request)} ${wait.reason}; retrying in ${formatDuration(pause)}.`);
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
      if (!(error instanceof TimeoutError)) throw error;
      return new ConnectionError(`it could not be signed within ${formatDuration(attemptTimeout)}`, "no", error);
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

const errorShape = object({
  message: string()
});

function errorMessageIn({body: body}) {
  const parsed = parseJson(body);
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
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

const time = pipe(string(), isoTimestamp());

const user = nullish(object({
  login: dist_optional(string())
}));

const listedPull = object({
  number: number(),
  state: string(),
  head: object({
    sha: string()
  }),
  merge_commit_sha: nullable(string())
});

const pull = object({
  number: number(),
  state: string(),
  title: string(),
  body: nullable(string()),
  user: user,
  labels: array(object({
    name: string()
  })),
  base: object({
    sha: string()
  }),
  head: object({
    ref: string(),
    sha: string(),
    repo: nullish(object({
      full_name: string()
    }))
  }),
  commits: number(),
  additions: number(),
  deletions: number(),
  changed_files: number()
});

const commit = object({
  sha: string(),
  author: user,
  commit: object({
    message: string()
  }),
  parents: array(unknown())
});

const answers_file = object({
  filename: string(),
  previous_filename: dist_optional(string()),
  status: string(),
  additions: number(),
  deletions: number(),
  patch: dist_optional(string())
});

const comment = object({
  id: number(),
  node_id: string(),
  body: dist_optional(string()),
  html_url: string(),
  user: nullable(object({
    login: string()
  })),
  minimized: nullish(unknown())
});

const label = object({
  name: string(),
  color: string(),
  description: nullish(string())
});

const answers_run = object({
  workflow_id: number(),
  run_number: number(),
  head_branch: nullish(string()),
  head_repository: nullish(object({
    id: number()
  })),
  conclusion: nullish(string()),
  created_at: time,
  run_started_at: dist_optional(time),
  html_url: string()
});

const job = object({
  name: string(),
  conclusion: nullish(string()),
  html_url: nullish(string()),
  steps: nullish(array(object({
    name: string(),
    conclusion: nullish(string())
  })))
});

const answers = documented({
  "GET /repos/{owner}/{repo}/pulls": array(listedPull),
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": array(listedPull),
  "GET /repos/{owner}/{repo}/pulls/{pull_number}": pull,
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": array(commit),
  "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": array(answers_file),
  "GET /repos/{owner}/{repo}/compare/{basehead}": object({
    status: string(),
    files: dist_optional(array(answers_file))
  }),
  "GET /repos/{owner}/{repo}/contents/{path}": object({
    content: string(),
    encoding: string()
  }),
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": array(comment),
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": comment,
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": comment,
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": array(label),
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}": answers_run,
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}": answers_run,
  "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs": object({
    total_count: number(),
    jobs: array(job)
  }),
  "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": object({
    workflow_runs: array(answers_run)
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

const errorsShape = object({
  errors: nullish(array(object({
    message: string()
  })), [])
});

function readGraphqlData(response, data = unknown(), {permission: permission}) {
  const from = "The response of GitHub to a GraphQL query";
  const [error] = readJson(response, errorsShape, from).errors;
  if (error) {
    const need = missingPermission(error.message, permission);
    throw new ActionError(`GitHub (GraphQL) refused: "${excerpt(error.message)}".${need && ` ${need}`}`);
  }
  return readJson(response, object({
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
    return await Promise.resolve().then(__nccwpck_require__.bind(__nccwpck_require__, "@actions/github/lib/github.js"));
  } catch (error) {
    throw new ActionError(`@actions/github could not be loaded: ${errorMessage(error)}`);
  }
}

function wellFormed(parameters) {
  const texts = Object.entries(parameters).filter(([, value]) => typeof value === "string");
  return Object.fromEntries(texts.map(([name, value]) => [ name, value.toWellFormed() ]));
}

function unwrapped(error) {
  const {cause: cause = error} = error;
  return cause instanceof HttpError && cause.status === 409 ? new ActionError(cause.message) : cause;
}

function ownerAndRepo(repository) {
  const [owner = "", repo = ""] = repository.split("/");
  return {
    owner: owner,
    repo: repo
  };
}

const pullEvent = object({
  pull_request: object({
    number: number()
  })
});

const issueEvent = object({
  issue: object({
    number: number(),
    pull_request: nullish(unknown())
  })
});

const groupEvent = object({
  merge_group: object({
    head_ref: string()
  })
});

const runEvent = object({
  workflow_run: object({
    name: nullish(string()),
    event: string(),
    head_sha: string(),
    head_branch: nullish(string()),
    head_repository: nullish(object({
      owner: object({
        login: string()
      })
    }))
  })
});

async function findPullRequest(octokit, given, runner) {
  const {run: run, event: event} = runner;
  if (run.event === "workflow_run") {
    const parsed = safeParse(runEvent, event);
    if (!parsed.success) return {
      none: "The event payload does not identify the workflow run."
    };
    return byWorkflowRun(octokit, given, parsed.output.workflow_run, run.repository);
  }
  if (given !== void 0) return {
    number: given
  };
  return byEvent(event) ?? byCommit(octokit, run.repository, run.sha);
}

function byEvent(event) {
  const pull = safeParse(pullEvent, event);
  if (pull.success) return {
    number: pull.output.pull_request.number
  };
  const issue = safeParse(issueEvent, event);
  if (issue.success) {
    const {number: number, pull_request: pull_request} = issue.output.issue;
    return pull_request ? {
      number: number
    } : {
      none: `#${number} is an issue, not a pull request.`
    };
  }
  const group = safeParse(groupEvent, event);
  return group.success ? byQueueBranch(group.output.merge_group.head_ref) : void 0;
}

function byQueueBranch(ref) {
  const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
  if (number) return {
    number: Number(number)
  };
  return {
    none: `The merge queue branch ${quote_quote(ref)} does not name a pull request.`
  };
}

async function byWorkflowRun(octokit, given, tested, repository) {
  const {head_sha: sha, head_branch: branch, head_repository: home} = tested;
  if (given !== void 0) {
    if (!tested.event.startsWith("pull_request")) return {
      number: given
    };
    const parameters = {
      ...ownerAndRepo(repository),
      pull_number: given
    };
    const {data: data} = await octokit.rest.pulls.get(parameters);
    return data.head.sha === sha ? {
      number: given
    } : {
      none: movedOn(`#${given}`, tested)
    };
  }
  if (!branch || !home) return byCommit(octokit, repository, sha);
  if (tested.event === "merge_group") return byQueueBranch(`refs/heads/${branch}`);
  const {data: pulls} = await octokit.rest.pulls.list({
    ...ownerAndRepo(repository),
    head: `${home.owner.login}:${branch}`,
    state: "all",
    sort: "updated",
    direction: "desc",
    per_page: 100
  });
  const same = pulls.filter(({head: head}) => head.sha === sha);
  const [found] = same.toSorted(openFirst);
  return found ?? {
    none: movedOn("No pull request", tested)
  };
}

function movedOn(subject, {name: name, head_sha: head_sha}) {
  const workflow = name ? `the run of ${quote_quote(name)}` : "the run";
  const head = subject.startsWith("#") ? `The head of ${subject} is no longer` : `${subject} has the head`;
  return `${head} ${find_pull_request_short(head_sha)}, which ${workflow} tested.`;
}

async function byCommit(octokit, repository, sha) {
  const parameters = {
    ...ownerAndRepo(repository),
    commit_sha: sha
  };
  const {data: pulls} = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(parameters);
  const found = pulls.find(({state: state, head: head}) => state === "open" && head.sha === sha) ?? pulls.find(({merge_commit_sha: merge_commit_sha}) => merge_commit_sha === sha);
  return found ?? {
    none: `No pull request has ${find_pull_request_short(sha)} as its head or merge commit.`
  };
}

function openFirst(a, b) {
  return Number(b.state === "open") - Number(a.state === "open");
}

function find_pull_request_short(sha) {
  return sha.slice(0, 7);
}

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
    ...ownerAndRepo(repository),
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
      ...ownerAndRepo(repository),
      comment_id: id
    });
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error;
  }
}

async function minimizeComment(octokit, {node_id: node_id}, fold) {
  const change = fold === "hide" ? "minimizeComment(input: {subjectId: $id, classifier: OUTDATED})" : "unminimizeComment(input: {subjectId: $id})";
  const query = `mutation($id: ID!) { ${change} { clientMutationId } }`;
  await octokit.graphql(query, {
    id: node_id,
    request: {
      shape: object({})
    }
  });
}

const viewerShape = object({
  viewer: object({
    login: string()
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
    ...ownerAndRepo(repository),
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

function closeOpenBlocks(markdown) {
  const open = markdown.split("\n").reduce((before, line) => trackOpenBlocks(line, before), nothing);
  const end = closing(open);
  return end === "" ? markdown : `${markdown}\n${end}`.trimEnd();
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
  const unlessInDoubt = async (write, isInDoubt = error => error instanceof IndeterminateError) => {
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
  return error instanceof IndeterminateError || error instanceof HttpError && error.status === 404;
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

const appended = "~";

const shortest = 200;

function withSection(current, name, content, max) {
  const key = keyOf(name);
  const others = without(sectionsIn(current), key);
  const room = max - textOf(new Map([ ...others, [ key, "" ] ])).length;
  if (room < Math.min(shortest, content.length)) throw new ActionError(noRoom);
  const fitted = truncateMarkdown(closeOpenBlocks(content), room).trim();
  return textOf(new Map([ ...others, [ key, fitted ] ]));
}

const noRoom = "The other sections of the comment leave no room: a comment is limited to 65,536 characters. " + 'Shorten them, or set another "id" for this job.';

function withoutSection(current, name) {
  return textOf(without(sectionsIn(current), keyOf(name)));
}

function withEntry(current, key, content, max) {
  const name = `${appended}${key}`;
  let entries = sectionsIn(current);
  for (;;) {
    const whole = withSection(textOf(entries), name, content, Number.POSITIVE_INFINITY);
    const [oldest] = [ ...entries.keys() ].filter(isEntry).sort();
    if (whole.length <= max) return whole;
    if (oldest === void 0) return withSection(textOf(entries), name, content, max);
    entries = new Map([ ...without(entries, oldest), [ appended, leftOut ] ]);
  }
}

const leftOut = "_Earlier entries were removed: a comment is limited to 65,536 characters._";

function isEntry(key) {
  return key.startsWith(appended) && key !== appended;
}

function keyOf(name) {
  return encodeURIComponent(name.toWellFormed()).replaceAll("-", "%2D");
}

function sectionsIn(text) {
  const [first = "", ...rest] = text.split(/^<!-- ci-actions section: (\S+) -->$/m);
  const sections = new Map;
  if (first.trim() !== "") sections.set("", first.trim());
  for (let i = 0; i < rest.length; i += 2) sections.set(rest[i] ?? "", rest[i + 1]?.trim() ?? "");
  return sections;
}

function textOf(sections) {
  return [ ...sections ].sort(([a], [b]) => a < b ? -1 : 1).map(([key, content]) => key === "" ? content : `\x3c!-- ci-actions section: ${key} --\x3e\n${content}`).join("\n\n");
}

function without(sections, key) {
  return new Map([ ...sections ].filter(([one]) => one !== key));
}

const quietPeriod = 1e3;

function applyMode({mode: mode, section: section, dryRun: dryRun}, text, place) {
  if (dryRun) return look(mode === "hide" || mode === "delete", place);
  if (mode === "hide") return hide(place);
  if (mode === "delete") return section === void 0 ? remove(place) : removeSection(section, place);
  if (mode === "recreate") return recreate(text, place);
  if (mode === "append") return append(text, place);
  if (section === void 0) return keep(text, place);
  return share((current, max) => withSection(current, section, text, max), text, place);
}

async function keep(body, {where: where, octokit: octokit, deadline: deadline}) {
  const cut = body.length > maxTextLength(where.id);
  return {
    ...toOutcome(await upsertStickyComment(octokit, {
      ...where,
      body: body
    }, deadline)),
    cut: cut
  };
}

async function share(writing, text, {where: where, octokit: octokit, deadline: deadline}) {
  let whole = "";
  const write = (current = "") => {
    whole = writing(current, maxTextLength(where.id));
    return whole;
  };
  const outcome = toOutcome(await updateStickyComment(octokit, where, write, deadline, quietPeriod));
  return {
    ...outcome,
    cut: !whole.includes(text.trim())
  };
}

function append(text, place) {
  const {clock: clock} = place.deadline;
  const key = `${clock.date().toISOString()}-${clock.random().toString(36).slice(2)}`;
  return share((current, max) => withEntry(current, key, text, max), text, place);
}

async function recreate(text, place) {
  const {action: action} = await remove(place);
  if (action === "skipped") return keep(text, place);
  try {
    return {
      ...await keep(text, place),
      action: "recreated"
    };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw new ActionError(`The previous comment was already deleted. ${error.message}`);
  }
}

async function remove({where: where, octokit: octokit}) {
  return {
    action: await deleteStickyComment(octokit, where) ? "deleted" : "skipped"
  };
}

async function removeSection(name, place) {
  const {where: where, octokit: octokit} = place;
  const [comment] = await listOwnComments(octokit, where);
  if (!comment) return {
    action: "skipped"
  };
  const isLast = withoutSection(commentText(where, comment), name) === "";
  return isLast ? remove(place) : share(current => withoutSection(current, name), "", place);
}

async function hide({where: where, octokit: octokit}) {
  const own = await listOwnComments(octokit, where);
  const shown = own.filter(({minimized: minimized}) => !minimized);
  for (const comment of shown) await minimizeComment(octokit, comment, "hide");
  const [first] = own;
  if (!first) return {
    action: "skipped"
  };
  return {
    action: shown.length > 0 ? "hidden" : "unchanged",
    id: first.id,
    url: first.html_url
  };
}

async function look(needsOne, {where: where, octokit: octokit}) {
  const [first] = await listOwnComments(octokit, where);
  if (!first) return {
    action: needsOne ? "skipped" : "dry-run"
  };
  return {
    action: "dry-run",
    id: first.id,
    url: first.html_url
  };
}

function toOutcome({did: did, id: id, url: url}) {
  return {
    action: did,
    id: id,
    url: url
  };
}

const inputs = {
  body: optional("body", input_parsers_text),
  bodyPath: optional("body-path", input_parsers_text),
  id: required("id", input_parsers_text),
  section: optional("section", input_parsers_text),
  mode: required("mode", oneOf("update", "recreate", "append", "hide", "delete")),
  pr: optional("pr", integer(1)),
  mentions: required("mentions", flag),
  onError: required("on-error", oneOf("warn", "fail")),
  githubToken: required("github-token", secret),
  timeout: required("timeout", positiveDuration),
  dryRun: required("dry-run", flag)
};

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownLink(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${escapeMarkdown(text)}](${href})`;
}

function reportOutcome(report, text, given, runner) {
  const {action: action, id: id, url: url, cut: cut = false} = report;
  runner.setOutputs({
    "comment-id": id,
    "comment-url": url,
    action: action
  }, given.onError);
  const sentence = describeOutcome(report, text, given);
  const isElsewhere = action === "failed" || action === "skipped" || action === "dry-run";
  runner.appendSummary(commentSummary(report, sentence, isElsewhere || cut ? text : ""));
  if (cut) runner.notice("The comment contains only the beginning of the text; the job summary contains all of it.");
  if (action !== "failed") if (report.reason) runner.notice(sentence); else runner.info(url ? `${sentence} ${url}` : sentence); else if (runner.cancelled.aborted) throw new CancelledError(sentence); else {
    if (given.onError === "fail") throw new ActionError(sentence);
    runner.warning(sentence);
  }
}

function describeOutcome({action: action, id: id, number: number, reason: reason = ""}, text, given) {
  const where = text === "" ? "" : " The job summary contains its text.";
  switch (action) {
   case "failed":
    return `As far as is known, the comment was not ${describeChange(given)}.${where} ${reason}`;

   case "skipped":
    return reason ? `No comment was written.${where} ${reason}` : `#${number} has no such comment.`;

   case "dry-run":
    {
      const which = id === void 0 ? "a new comment" : `comment ${id}`;
      return `Dry run: ${which} on #${number} would be ${describeChange(given)}.${where}`;
    }

   default:
    return `The comment on #${number} was ${action}.`;
  }
}

function describeChange({mode: mode, section: section}) {
  if (mode === "hide") return "hidden";
  if (mode === "delete") return section === void 0 ? "deleted" : "changed";
  return "written";
}

function commentSummary({url: url}, said, text) {
  const where = url ? ` ${markdownLink("Open the comment", url)}.` : "";
  const parts = [ "### Comment on the pull request", `${escapeMarkdown(said)}${where}`, text ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

const addressOrAt = /(?<![^\s*_~(])(?<address>https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+\/[\w./~%@:+=?#-]*)|(?<![A-Za-z\d])(?:@|&#0*64;|&#x0*40;|&commat;)(?=\S)/gi;

const endless = /<(!|\?|pre|script|style|textarea)/i;

function silenced(markdown) {
  let count = 0;
  let fence = "";
  let isSure = true;
  let isHtml = false;
  let isParagraphSure = true;
  const lines = markdown.split("\n").map(line => {
    const [, marks = ""] = /^(`{3,}|~{3,})[^`]*$/.exec(line) ?? [];
    if (fence !== "") {
      if (isEnd(line, fence)) fence = "";
      return line;
    }
    if (marks !== "" && isSure && !isHtml) {
      fence = marks;
      return line;
    }
    if (endless.test(line) || /^[\s>*+\-\d.)]*(```|~~~)/.test(line)) isSure = false;
    isHtml = line.trim() !== "" && (isHtml || /^\s*</.test(line));
    const spans = codeSpans(line);
    isParagraphSure = line.trim() === "" || isParagraphSure && spans !== void 0;
    const code = isSure && !isHtml && isParagraphSure ? spans ?? [] : [];
    let at = 0;
    return line.replace(addressOrAt, (found, address, index) => {
      while ((code[at]?.end ?? Number.POSITIVE_INFINITY) <= index) at++;
      const isCode = (code[at]?.start ?? Number.POSITIVE_INFINITY) < index;
      if (address !== void 0 || isCode) return found;
      count++;
      return `${found}​`;
    });
  });
  return {
    markdown: lines.join("\n"),
    count: count
  };
}

function isEnd(line, fence) {
  const marks = line.trim();
  return marks.startsWith(fence) && marks.replaceAll(fence.charAt(0), "") === "";
}

const text_maxBytes = 1024 * 1024;

function textToWrite(given, runner) {
  const {body: body, bodyPath: bodyPath, section: section, mode: mode} = given;
  if (section && mode !== "update" && mode !== "delete") throw new errors_InputError(`Input "section" requires mode update or delete; ${mode} applies to the whole comment.`);
  if (mode === "hide" || mode === "delete") return "";
  if (body && bodyPath) throw new errors_InputError('Inputs "body" and "body-path" are both set: set only one of them.');
  if (!body && !bodyPath) throw new errors_InputError(`Input "body" or "body-path" is required with mode ${mode}, but both are empty.`);
  return guarded(body ?? textIn(bodyPath ?? "", runner), given, runner);
}

function guarded(text, {mentions: mentions, githubToken: githubToken}, runner) {
  const harmless = unmarked(text).replaceAll(githubToken, "***");
  if (mentions) return harmless;
  const {markdown: markdown, count: count} = silenced(harmless);
  if (count > 0) {
    const them = count === 1 ? "1 mention notifies" : `${count} mentions notify`;
    runner.info(`${them} nobody; set "mentions: true" to allow mentions.`);
  }
  return markdown;
}

function unmarked(text) {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(/<!--(?=\s*ci-actions\b)/gi, "&lt;!--");
}

function textIn(path, {workspace: workspace}) {
  const file = (0, external_node_path_namespaceObject.resolve)(workspace, path);
  const text = (new TextDecoder).decode(bytesOf(file, path));
  rejectOutsideLink(file, workspace);
  if (text.trim() === "") throw new errors_InputError(`The file of "body-path", ${quote_quote(path)}, is empty.`);
  return text;
}

function bytesOf(file, path) {
  try {
    return readBeginning(file, text_maxBytes);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new errors_InputError(`Input "body-path" must be a readable file; ${quote_quote(path)} ${error.message}.`);
  }
}

function rejectOutsideLink(file, workspace) {
  const isWithin = (path, folder) => path.startsWith(`${folder}${external_node_path_namespaceObject.sep}`);
  if (!isWithin(file, (0, external_node_path_namespaceObject.resolve)(workspace))) return;
  if (isWithin((0, external_node_fs_namespaceObject.realpathSync)(file), (0, external_node_fs_namespaceObject.realpathSync)(workspace))) return;
  throw new errors_InputError('Input "body-path" is a link that points outside the checkout.');
}

const prComment = action({
  title: "PR comment",
  inputs: inputs,
  outputs: [ "comment-id", "comment-url", "action" ],
  async main(given, runner) {
    const text = textToWrite(given, runner);
    const report = await main_write(given, text, runner);
    reportOutcome(report, text, given, runner);
  }
});

async function main_write(given, text, runner) {
  const deadline = new Deadline(given.timeout, runner.cancelled);
  const access = {
    token: given.githubToken,
    permission: "pull-requests: write"
  };
  try {
    const octokit = await getOctokit(access, runner, deadline);
    const {number: number, none: none} = await findPullRequest(octokit, given.pr, runner);
    if (number === void 0) return {
      action: "skipped",
      reason: none
    };
    const where = {
      repository: runner.run.repository,
      pullRequest: number,
      id: given.id
    };
    return {
      ...await applyMode(given, text, {
        where: where,
        octokit: octokit,
        deadline: deadline
      }),
      number: number
    };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return {
      action: "failed",
      reason: error.message
    };
  }
}

run(prComment);
