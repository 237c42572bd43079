"use strict";
var __webpack_modules__ = {
  8832: ((__unused_webpack_module, exports, __nccwpck_require__) => {
    var aws4 = exports, url = __nccwpck_require__(7016), querystring = __nccwpck_require__(3480), crypto = __nccwpck_require__(6982), lru = __nccwpck_require__(2638), credentialsCache = lru(1e3);
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
  2638: (module => {
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

const kinds_text = {
  parse: given => given
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

function quote(text, most = 80) {
  return `"${excerpt(text, most)}"`;
}

function excerpt(text, most = 200) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
  const points = Array.from(line.slice(0, most * 2 + 2));
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
}

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
  if (missing.length > 0) throw new InputError(lackOf(missing));
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
  return required(by, oneOf(...Object.keys(groups)));
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
  if (stray) throw new InputError(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
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
    if (!(error instanceof Unusable)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : quote(error.part ?? given);
    const expected = excerpt(error.expected, 400);
    throw new InputError(`Input "${input.name}" must be ${expected}, not ${value}.`);
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

function dist_boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: dist_boolean,
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
    })
  })), void 0),
  head_commit: fallback(nullish(object({
    message: workflow_run_words
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
  if (error instanceof Failure) return error.message;
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
    controller.abort(new Cancelled);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return controller.signal;
}

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

const versionShape = object({
  ref: string(),
  commit: dist_optional(string()),
  digest: dist_optional(string())
});

object({
  schema: literal("ci-actions/deployment@1"),
  kind: picklist([ "deploy", "rollback" ]),
  provider: string(),
  name: string(),
  environment: dist_optional(string()),
  target: record(string(), union([ string(), array(string()) ])),
  status: picklist(statuses),
  changed: dist_boolean(),
  id: dist_optional(string()),
  version: nullable(versionShape),
  previous: nullable(versionShape),
  live: nullable(versionShape),
  url: dist_optional(string()),
  logUrl: dist_optional(string()),
  startedAt: string(),
  finishedAt: string(),
  reason: dist_optional(string())
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

function growing(first, factor, most) {
  return tries => Math.min(most, first * factor ** tries);
}

function jittered(pace, random) {
  return tries => random() * pace(tries);
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

class TimedOut extends Failure {
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
      timeOver.abort(new TimedOut(`The time given, ${say(ms)}, is over.`));
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
  const parsed = safeParse(shape, answer_parseJson(answer.body));
  if (parsed.success) return parsed.output;
  const path = getDotPath(parsed.issues[0]);
  const where = path ? ` (at "${path}")` : "";
  throw new Failure(`${from} is not what its API describes${where}: status ${answer.status}, ` + `${answer.headers["content-type"] ?? "no content type"}, ${begin(answer.body)}`);
}

function answer_parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

function begin(body) {
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

var external_node_util_ = __nccwpck_require__(7975);

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
      readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({body: body, cut: cut}) => resolve(answerOf(incoming, body, cut)), error => fail(reasonOf(error), error));
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
      fail(`${what} within ${say(timeLimit ?? 0)}`, attempt.signal.reason);
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
    throw new Failure(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` + "does not allow. Is its value complete, and on one line?");
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
  const first = external_node_util_.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  if (!external_node_util_.types.isNativeError(first)) return excerpt(String(first));
  const code = "code" in first ? String(first.code) : void 0;
  const words = code && plainReasons[code];
  if (words) return words.includes(`(`) ? words : `${words} (${code})`;
  return excerpt(first.message);
}

class Refused extends Failure {
  name="Refused";
  status;
  answer;
  constructor(message, answer) {
    super(message);
    this.status = answer.status;
    this.answer = answer;
  }
}

class Ambiguous extends Failure {
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
        throw new Failure(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
      }
      const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
      if (pause > deadline.remaining) throw new TimedOut(`${this.#subject(question)} ${wait.reason}, to be asked again in ${say(pause)}; ` + `${say(deadline.remaining)} is left of the time given.`);
      this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${say(pause)}.`);
      await deadline.sleep(pause);
    }
  }
  async askJson(question, shape, deadline) {
    const answer = await this.ask(question, deadline);
    return readJson(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
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
      if (!(error instanceof TimedOut)) throw error;
      return new Unanswered(`it could not be signed within ${say(attemptTimeout)}`, "no", error);
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
    if (!(reason instanceof TimedOut)) return reason;
    return new TimedOut(`${this.#subject(question)} gave no answer. ${reason.message}`);
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
    asked: limit ? limit.wait : retryAfter({
      "retry-after": headers["retry-after"]
    }, now),
    counts: !limit
  };
}

function usualLimit({status: status, headers: headers}, now) {
  return status === 429 ? {
    wait: retryAfter(headers, now)
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

const errorShape = object({
  message: string()
});

function wordsOf({body: body}) {
  const parsed = answer_parseJson(body);
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
}

async function until(ask, pace, deadline) {
  for (let tries = 0; ;tries++) {
    deadline.signal.throwIfAborted();
    const answer = await ask(tries);
    if (answer !== void 0) return answer;
    await deadline.sleep(pace(tries));
  }
}

function watchOf(targets, log) {
  return {
    pace: growing(500, 1.5, Math.max(5e3, targets * 600)),
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
    return await until(ask, watch.pace, deadline);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
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
    throw new Failure(`${id} was started, but is still not to be found after ${say(elapsed)}.`);

   default:
    return {
      status: look.state,
      version: look.version,
      reason: look.reason
    };
  }
}

function statusOf(error) {
  if (error instanceof Cancelled) return "cancelled";
  if (error instanceof TimedOut) return "timed-out";
  if (error instanceof Failure) return "failed";
  throw error;
}

function whyNot(error, {identity: identity}, id, phase) {
  const still = `${id} was started and is still running at ${identity.provider} (${phase})`;
  if (error instanceof Cancelled) return `The job was cancelled; ${still}.`;
  return error instanceof TimedOut ? `${error.message} ${still}.` : `${error.message} (${still}.)`;
}

function progress(name, id, log, now) {
  const began = now();
  let phase = "not seen yet";
  let said = Number.NEGATIVE_INFINITY;
  const tell = look => {
    const seen = look.state === "running" ? look.phase : look.state;
    const elapsed = now() - began;
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${say(elapsed)})`); else if (elapsed - said >= heartbeat) log(`${name}: still ${seen} after ${say(elapsed)} (${id})`); else return;
    phase = seen;
    said = elapsed;
  };
  return Object.assign(tell, {
    phase: () => phase,
    elapsed: () => now() - began
  });
}

const finishWriting = 1500;

const oneRequest = 1500;

const investigation = 15e3;

const shortly = 4e3;

async function cancelLate(target, id, deadline) {
  const {provider: provider} = target.identity;
  try {
    return `${id} ${await target.cancel(id, deadline.afterwards(oneRequest))}.`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `${id} could not be cancelled and may still be running at ${provider}: ${messageOf(error)}`;
  }
}

async function whyLate(target, id, deadline) {
  try {
    const {aborted: aborted} = deadline.signal;
    const time = aborted ? deadline.afterwards(shortly) : deadline.within(investigation);
    return (await (target.why?.(id, time)))?.[0];
  } catch (error) {
    if (error instanceof Failure) return;
    throw error;
  }
}

async function liveLate(target, deadline) {
  try {
    return await target.live(deadline.signal.aborted ? deadline.afterwards(oneRequest) : deadline);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

async function goBack(target, way, {pace: pace, log: log}, deadline) {
  const {clock: clock} = deadline;
  const {name: name} = target.identity;
  let record = openRecord("rollback", target.identity, way.environment, clock.date());
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
      reason: `${shortName(live)} is live already.`
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
    const started = await move.begin(deadline.outlivedBy(finishWriting));
    log(`${name}: going back to ${shortName(to)} with ${started.id}`);
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
    const liveNow = verdict.status === "succeeded" ? verdict.version : await liveLate(target, deadline);
    return end({
      ...verdict,
      live: liveNow
    });
  } catch (error) {
    const changed = error instanceof Ambiguous || record.changed && deadline.signal.aborted;
    return end({
      changed: changed,
      status: statusOf(error),
      reason: messageOf(error)
    });
  }
}

function destination({live: live, aim: aim}, to, {from: from, force: force}, same = sameVersion) {
  if (!to) throw new Failure("There is nothing to go back to: no version is known that served before. " + 'Name one with "to" of rollback, or deploy a good one.');
  if (same(live, to) && same(aim, to)) return null;
  if (force || !aim || !from || same(aim, from) || same(aim, to)) return to;
  throw new Failure(`${shortName(aim)} (${aim.ref}) is live or on its way, which is neither the version to leave, ${shortName(from)}, ` + `nor the one to go back to, ${shortName(to)}: somebody has deployed since. ` + 'With "force: true" rollback goes back all the same.');
}

async function deploy(targets, order, runner, clock = systemClock) {
  const watch = watchOf(targets.length, line => runner.info(line));
  const deadline = new Deadline(order.timeout, runner.cancelled, clock);
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
  const again = new Deadline(order.timeout, runner.cancelled, clock);
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
  let record = openRecord("deploy", target.identity, order.environment, deadline.clock.date());
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
    const started = await deploy_begin(job, step);
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
    const changed = error instanceof Ambiguous || record.changed && deadline.signal.aborted;
    return {
      ...record,
      changed: changed,
      status: statusOf(error),
      reason: messageOf(error)
    };
  }
}

async function deploy_begin({target: target, watch: watch, deadline: deadline}, step) {
  const {name: name} = target.identity;
  if (step.kind === "attach") {
    watch.log(`${name}: ${step.started.id} is on its way with this version; following it.`);
    return step.started;
  }
  const started = await step.move.begin(deadline.outlivedBy(finishWriting));
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
    const why = record.status === "superseded" ? void 0 : await whyLate(target, id, deadline);
    const reason = [ record.reason, why ].filter(Boolean).join(" ");
    return {
      ...record,
      reason: reason,
      live: await liveLate(target, deadline)
    };
  }
  if (order.onCancel === "leave") return {
    ...record,
    live: await liveLate(target, deadline)
  };
  const reason = `The job was cancelled; ${await cancelLate(target, id, deadline)}`;
  return {
    ...record,
    reason: reason,
    live: await liveLate(target, deadline)
  };
}

async function putBackOne(target, record, because, {watch: watch, deadline: deadline, wait: wait = true}) {
  const {id: id, version: version, previous: previous} = record;
  const isStopped = !wait && record.status === "cancelled";
  if (!record.changed || !version || record.status === "superseded" || isStopped) return record;
  const stopped = record.status === "timed-out" && id && await cancelLate(target, id, deadline);
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
      reason: `${why} ${shortName(previous)} is live again.`
    };
  }
  const status = [ "cancelled", "started" ].includes(back.status) ? "cancelled" : "failed";
  const how = back.status === "started" ? `${shortName(previous)} is on its way back with ${back.id}.` : `Putting back: ${back.reason}`;
  return {
    ...record,
    status: status,
    live: back.live,
    reason: `${why} ${how}`
  };
}

function callsForRollback({status: status}) {
  return !isGood(status) && status !== "superseded";
}

function unchanged(record, plan, version) {
  const reason = `${shortName(version)} is live already.`;
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

function summaryOf(title, records, notes = []) {
  const head = [ "", "status", "version", "before", "live now", "took" ];
  const rows = records.map(record => [ markdown_link(record.name, record.url), `${marks[record.status]} ${markdown_link(record.status, record.logUrl)}`, tell_short(record.version), tell_short(record.previous), tell_short(record.live), say(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${plain(name)}**: ${plain(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ table(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${plain(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function refuseBad(records) {
  const bad = records.filter(({status: status}) => !isGood(status));
  if (bad.length === 0) return;
  throw new Failure(bad.map(tell_inWords).join(" | "));
}

function tell_inWords({name: name, status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Its log: ${logUrl}` : "";
  return `${name} ${status}: ${reason ?? "no reason is known."}${log}`;
}

function tell_short(version) {
  return version ? code(shortName(version)) : "–";
}

function credentialsOf(runner) {
  const accessKeyId = runner.env("AWS_ACCESS_KEY_ID");
  const secretAccessKey = runner.env("AWS_SECRET_ACCESS_KEY");
  const sessionToken = runner.env("AWS_SESSION_TOKEN");
  if (!accessKeyId || !secretAccessKey || runner.env("AWS_PROFILE")) return chainOf(runner);
  const found = masked({
    accessKeyId: accessKeyId,
    secretAccessKey: secretAccessKey,
    ...sessionToken && {
      sessionToken: sessionToken
    }
  }, runner);
  return async () => found;
}

function chainOf(runner) {
  let chain;
  return async deadline => {
    const {defaultProvider: defaultProvider} = await Promise.all([ __nccwpck_require__.e(291), __nccwpck_require__.e(861) ]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5861, 19));
    chain ??= defaultProvider();
    try {
      return masked(await before(deadline, chain()), runner);
    } catch (error) {
      deadline.signal.throwIfAborted();
      throw new Failure(`No AWS credentials were found (${messageOf(error)}). Run aws-actions/configure-aws-credentials ` + 'in a step before this one, with "permissions: id-token: write" for a role.');
    }
  };
}

function before(deadline, promise) {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(deadline.signal.reason);
    deadline.signal.addEventListener("abort", giveUp, {
      once: true
    });
    promise.then(resolve, reject).finally(() => deadline.signal.removeEventListener("abort", giveUp));
  });
}

function masked(found, runner) {
  runner.mask(found.secretAccessKey);
  if (found.sessionToken) runner.mask(found.sessionToken);
  return found;
}

function endpointSettingsOf(runner) {
  const isOn = name => runner.env(name)?.toLowerCase() === "true";
  const ignored = isOn("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
  return {
    configured: serviceId => {
      const names = [ `AWS_ENDPOINT_URL_${serviceId}`, "AWS_ENDPOINT_URL" ];
      const name = ignored ? void 0 : names.find(it => runner.env(it));
      return name ? address(name, runner.env(name) ?? "") : void 0;
    },
    fips: isOn("AWS_USE_FIPS_ENDPOINT"),
    dualstack: isOn("AWS_USE_DUALSTACK_ENDPOINT")
  };
}

function address(name, given) {
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new InputError(`${name} is not an http or https address.`);
}

const partitions = [ [ "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn" ], [ "us-iso-", "c2s.ic.gov", "api.aws.ic.gov" ], [ "us-isob-", "sc2s.sgov.gov", "api.aws.scloud" ], [ "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov" ], [ "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk" ], [ "eusc-", "amazonaws.eu", "api.amazonwebservices.eu" ], [ "", "amazonaws.com", "api.aws" ] ];

function endpointOf(host, region, {fips: fips, dualstack: dualstack}) {
  const [, plain, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? [ "", "", "" ];
  const isFipsAnyway = host === "monitoring" && region.startsWith("us-gov-");
  const suffix = fips && !isFipsAnyway ? "-fips" : "";
  return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : plain}`);
}

async function awsAccess(runner, region) {
  return {
    region: region ? checked(region) : await regionOf(runner),
    credentials: credentialsOf(runner),
    endpoints: endpointSettingsOf(runner),
    connection: {
      proxy: runner.proxy
    },
    log: line => runner.info(line)
  };
}

async function regionOf(runner) {
  const region = runner.env("AWS_REGION") ?? runner.env("AWS_DEFAULT_REGION");
  return checked(region ?? await regionOfProfile());
}

async function regionOfProfile() {
  const {loadConfig: loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS: NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS: NODE_REGION_CONFIG_OPTIONS} = await __nccwpck_require__.e(291).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7291, 19));
  try {
    return await loadConfig(NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS)();
  } catch {
    throw new InputError('No AWS region is set. Give "aws-region" to aws-actions/configure-aws-credentials in a step ' + 'before this one, or set AWS_REGION in "env:".');
  }
}

function checked(region) {
  if (/^[a-z0-9-]{1,40}$/.test(region)) return region;
  throw new InputError(`The AWS region is ${JSON.stringify(region)}; a region is like "eu-west-1".`);
}

const refusal_errorShape = object({
  __type: dist_optional(string()),
  code: dist_optional(string()),
  Code: dist_optional(string()),
  message: dist_optional(string()),
  Message: dist_optional(string())
});

function errorCode({headers: headers, body: body}) {
  const parsed = safeParse(refusal_errorShape, answer_parseJson(body));
  const {__type: __type, code: code, Code: Code} = parsed.success ? parsed.output : {};
  const said = [ headers["x-amzn-errortype"] ].flat()[0] ?? __type ?? code ?? Code;
  return said?.replace(/^.*#/, "").replace(/:.*$/s, "").trim() || void 0;
}

function isRefusedWith(thrown, ...codes) {
  return thrown instanceof Refused && codes.includes(errorCode(thrown.answer) ?? "");
}

const limits = new Set([ "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException" ]);

function limit(answer, _, now) {
  if (answer.status < 400 || !limits.has(errorCode(answer) ?? "")) return;
  return {
    wait: retryAfter(answer.headers, now)
  };
}

function refusal_words(answer) {
  const parsed = answer_parseJson(answer.body);
  const {message: message, Message: Message} = is(refusal_errorShape, parsed) ? parsed : {};
  const said = message ?? Message ?? answer.body.replace(/<[^>]*>/g, " ");
  const code = errorCode(answer);
  const advice = adviceOn(code, said);
  return `${code ? `${code}: ` : ""}${excerpt(said)}${advice ? ` (${advice})` : ""}`;
}

const denial = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;

function adviceOn(code, said) {
  const [, action, resource] = denial.exec(said) ?? [];
  if (action) return `allow ${action} on ${resource ?? "*"} in the policy of the role of this job`;
  return code && advice[code];
}

const expired = 'the credentials have expired; give the role a longer "role-duration-seconds"';

const unknownKey = "the credentials are not valid for this account and region";

const advice = {
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  InvalidClientTokenId: unknownKey,
  UnrecognizedClientException: unknownKey,
  InvalidSignatureException: "the secret key does not fit the access key, or the clock is wrong",
  SignatureDoesNotMatch: "the secret key does not fit the access key, or the clock is wrong"
};

var aws4 = __nccwpck_require__(8832);

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
  const made = (0, aws4.sign)(request, credentials).headers ?? {};
  return Object.fromEntries(Object.entries(made).map(([name, value]) => [ name, String(value) ]));
}

const reads = /^(Describe|List|Get|BatchGet)/;

class AwsClient {
  #service;
  #client;
  constructor(service, access) {
    const {name: name, id: id, host: host, signedAs: signedAs = host} = service;
    const {region: region, credentials: credentials, endpoints: endpoints, connection: connection, log: log} = access;
    this.#service = service;
    this.#client = new Client({
      name: name,
      base: endpoints.configured(id) ?? endpointOf(host, region, endpoints),
      connection: connection,
      log: log,
      dialect: {
        sign: async (request, deadline) => {
          const scope = {
            service: signedAs,
            region: region,
            now: deadline.clock.date()
          };
          return sign(request, await credentials(deadline), scope);
        },
        limit: limit,
        words: refusal_words
      }
    });
  }
  async call(operation, call, shape, deadline) {
    const question = {
      name: operation,
      repeatable: reads.test(operation),
      ...this.#protocol(operation),
      ...call
    };
    for (let tries = 1; ;tries++) {
      const answer = await this.#client.ask(question, deadline);
      try {
        return readJson(answer, shape, `The answer of ${this.#service.name} to ${operation}`);
      } catch (error) {
        if (!(error instanceof Failure) || reads.test(operation)) throw error;
        if (question.repeatable && tries < 3) continue;
        throw new Ambiguous(error.message, false, answer);
      }
    }
  }
  #protocol(operation) {
    const {target: target, jsonVersion: jsonVersion = "1.1"} = this.#service;
    if (!target) return {
      method: "GET",
      path: ""
    };
    const headers = {
      "content-type": `application/x-amz-json-${jsonVersion}`,
      "x-amz-target": `${target}.${operation}`
    };
    return {
      method: "POST",
      path: "",
      headers: headers
    };
  }
}

const configurationShape = looseObject({
  FunctionName: string(),
  Version: string(),
  CodeSha256: string(),
  RevisionId: nullish(string()),
  Description: nullish(string()),
  LastModified: nullish(string()),
  PackageType: dist_optional(string()),
  Architectures: nullish(array(string())),
  State: nullish(string()),
  StateReason: nullish(string()),
  StateReasonCode: nullish(string()),
  LastUpdateStatus: nullish(string()),
  LastUpdateStatusReason: nullish(string()),
  LastUpdateStatusReasonCode: nullish(string()),
  LoggingConfig: nullish(looseObject({
    LogGroup: nullish(string())
  }))
});

const functionShape = object({
  Configuration: configurationShape,
  Code: nullish(looseObject({
    ResolvedImageUri: nullish(string())
  }))
});

const aliasShape = object({
  FunctionVersion: string(),
  Description: nullish(string()),
  RoutingConfig: nullish(object({
    AdditionalVersionWeights: nullish(record(string(), number()))
  })),
  RevisionId: nullish(string())
});

const versionsShape = object({
  Versions: dist_optional(array(configurationShape), []),
  NextMarker: nullish(string())
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
    return orNone(this.#read("GetFunction", call, functionShape, deadline));
  }
  alias(name, alias, deadline) {
    const call = {
      path: `${pathOf(name)}/aliases/${alias}`
    };
    return orNone(this.#read("GetAlias", call, aliasShape, deadline));
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
      const page = await this.#read("ListVersionsByFunction", call, versionsShape, deadline);
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
    return this.#write("UpdateFunctionCode", "PUT", call, configurationShape, deadline);
  }
  publish(name, wanted, deadline) {
    const call = {
      path: `${pathOf(name)}/versions`,
      json: wanted
    };
    return this.#write("PublishVersion", "POST", call, configurationShape, deadline);
  }
  createAlias(name, alias, wanted, deadline) {
    const call = {
      path: `${pathOf(name)}/aliases`,
      json: {
        Name: alias,
        ...wanted
      }
    };
    return this.#write("CreateAlias", "POST", call, aliasShape, deadline);
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
    return this.#write("UpdateAlias", "PUT", call, aliasShape, deadline);
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

async function orNone(asked) {
  try {
    return await asked;
  } catch (error) {
    if (isRefusedWith(error, "ResourceNotFoundException")) return;
    throw error;
  }
}

const alarmShape = object({
  AlarmName: string(),
  StateValue: string(),
  StateReason: dist_optional(string())
});

const alarmsShape = object({
  MetricAlarms: dist_optional(array(alarmShape), []),
  CompositeAlarms: dist_optional(array(alarmShape), [])
});

const metricsShape = object({
  MetricDataResults: dist_optional(array(object({
    Id: string(),
    Values: dist_optional(array(number()), [])
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
  #limits;
  constructor(access, limits) {
    this.#client = new AwsClient(cloudWatch, access);
    this.#limits = limits;
  }
  async ready(live, deadline) {
    const [alarm] = await Promise.all([ this.#alarm(deadline), this.#errors(live, deadline) ]);
    if (alarm) throw new Failure(`No canary is started: ${alarm}. Wait until it is off, or deploy without "canary" and "alarms".`);
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
    const answer = await this.#client.call("DescribeAlarms", {
      json: json
    }, alarmsShape, deadline);
    const found = [ ...answer.MetricAlarms, ...answer.CompositeAlarms ];
    const unknown = alarms.filter(name => !found.some(({AlarmName: AlarmName}) => AlarmName === name));
    if (unknown.length > 0) throw new Failure(`CloudWatch has no alarm ${unknown.map(name => quote(name)).join(", ")} in this region. ` + 'Check the input "alarms".');
    const gone = found.find(({StateValue: StateValue}) => StateValue === "ALARM");
    return gone && `alarm ${quote(gone.AlarmName)} is on (${excerpt(gone.StateReason ?? "no reason given")})`;
  }
  async #errors(watched, deadline) {
    const {errorRate: errorRate} = this.#limits;
    if (!errorRate) return {};
    const {version: version} = watched;
    const [errors, invocations] = await this.#counts(watched, deadline);
    if (invocations === 0) return {
      unknown: `no invocation of version ${version} is counted yet, so nothing is known of its errors`
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
      StartTime: Math.floor(watched.since.getTime() / 6e4) * 60,
      EndTime: Math.ceil(deadline.clock.date().getTime() / 6e4) * 60 + 60
    };
    const answer = await this.#client.call("GetMetricData", {
      json: json
    }, metricsShape, deadline);
    const sum = id => {
      const values = answer.MetricDataResults.find(({Id: Id}) => Id === id)?.Values ?? [];
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

var external_node_crypto_ = __nccwpck_require__(7598);

var external_node_zlib_ = __nccwpck_require__(8522);

const mostFiles = 65535;

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
  const mode = file.isExecutable ? 33261 : 33188;
  entry.writeUInt32LE(mode << 16 >>> 0, 38);
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

const mostTail = 22 + 65535;

function entriesOf(zip) {
  const tail = Math.max(0, zip.length - mostTail);
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
      isLink: (mode & 61440) === 40960
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

const package_megabyte = 1024 * 1024;

const mostSent = 50 * package_megabyte;

const mostUnpacked = 250 * package_megabyte;

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
  const bytes = await zipAt(path, placeOf(path, workspace));
  return {
    says: `${path} (${package_say(bytes.length)})`,
    packageType: "Zip",
    sha256: (0, external_node_crypto_.createHash)("sha256").update(bytes).digest("base64"),
    source: () => ({
      ZipFile: bytes.toString("base64")
    })
  };
}

async function zipAt(path, place) {
  const found = (0, external_node_fs_.statSync)(place);
  if (!found.isDirectory()) {
    package_refuseUnsendable(path, found.size);
    return readZip(path, place);
  }
  const bytes = await zipOf(path, place);
  package_refuseUnsendable(path, bytes.length);
  return bytes;
}

function package_refuseUnsendable(path, size) {
  if (size <= mostSent) return;
  throw new Failure(`Package ${quote(path)} is a zip of ${package_say(size)}, and Lambda takes at most ${package_say(mostSent)} ` + "in a request. Upload it to S3 (aws s3 cp) and give s3://bucket/key.");
}

function placeOf(path, workspace) {
  const place = (0, external_node_path_.resolve)(workspace, path);
  const real = realPath(place, path);
  const way = (0, external_node_path_.relative)(workspace, place);
  const isBeneath = !(0, external_node_path_.isAbsolute)(way) && way.split(external_node_path_.sep)[0] !== "..";
  const isMeant = isBeneath ? real === (0, external_node_path_.join)((0, external_node_fs_.realpathSync)(workspace), way) : (0, 
  external_node_path_.isAbsolute)(path);
  if (isMeant) return real;
  throw new Failure(`Package ${quote(path)} leads to ${quote(real)} by a symbolic link or by "..". ` + "Give the path of the file or folder itself, in the workspace or from the root.");
}

function realPath(place, path) {
  try {
    return (0, external_node_fs_.realpathSync)(place);
  } catch {
    throw new Failure(`Package ${quote(path)} does not exist (looked for ${quote(place)}). Is it built in this job, or downloaded?`);
  }
}

async function zipOf(path, folder) {
  const files = [];
  let size = 0;
  for (const entry of (0, external_node_fs_.readdirSync)(folder, {
    recursive: true,
    withFileTypes: true
  })) {
    const place = (0, external_node_path_.join)(entry.parentPath, entry.name);
    const name = (0, external_node_path_.relative)(folder, place).replaceAll(external_node_path_.sep, "/");
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) throw new Failure(`Package ${quote(path)} holds ${quote(name)}, which is ${entry.isSymbolicLink() ? "a symbolic link" : "no file"}. ` + 'Put the file itself there, or leave it out; "cp -RL" copies what links lead to, and ' + "node_modules/.bin is not needed at run time.");
    const {mode: mode, size: bytes} = (0, external_node_fs_.statSync)(place);
    size += bytes;
    refuseLarge(path, size, files.length + 1);
    const isExecutable = process.platform === "win32" || (mode & 73) !== 0;
    files.push({
      path: name,
      bytes: (0, external_node_fs_.readFileSync)(place),
      isExecutable: isExecutable
    });
  }
  if (files.length === 0) throw new Failure(`Package ${quote(path)} is a folder without files.`);
  return zip(files);
}

function readZip(path, place) {
  const bytes = (0, external_node_fs_.readFileSync)(place);
  const entries = entriesOf(bytes);
  if (!entries || entries.length === 0) throw new Failure(`Package ${quote(path)} is no zip file that can be read, or an empty one. Give a zip, or a folder to be zipped.`);
  for (const entry of entries) {
    const parts = entry.path.split(/[\\/]/);
    const isOutside = parts.includes("..") || parts[0] === "" || /^[A-Za-z]:$/.test(parts[0] ?? "");
    if (!isOutside && !entry.isLink) continue;
    const what = entry.isLink ? "a symbolic link" : "a path that leads out of it";
    throw new Failure(`Package ${quote(path)} holds ${quote(entry.path)}, which is ${what}. Zip it without that ("zip -r" follows links).`);
  }
  refuseLarge(path, entries.reduce((total, {size: size}) => total + size, 0), entries.length);
  return bytes;
}

function refuseLarge(path, size, files) {
  if (size > mostUnpacked) throw new Failure(`Package ${quote(path)} is over ${package_say(mostUnpacked)} unpacked, which is the most that Lambda takes; use an image.`);
  if (files > mostFiles) throw new Failure(`Package ${quote(path)} has over ${mostFiles} files, more than a zip holds.`);
}

function package_say(bytes) {
  if (bytes < package_megabyte) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / package_megabyte).toFixed(1)} MB`;
}

const consoles = [ [ "cn-", "console.amazonaws.cn" ], [ "us-gov-", "console.amazonaws-us-gov.com" ], [ "us-iso", "" ], [ "eu-isoe", "" ], [ "eusc-", "" ], [ "", "console.aws.amazon.com" ] ];

function consoleOf(region, path) {
  const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? [];
  return domain ? `https://${region}.${domain}/${path}` : void 0;
}

function consolePart(name) {
  return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll("%", "$");
}

function hasCode({Configuration: Configuration, Code: Code}, code) {
  if (code.sha256) return Configuration.CodeSha256 === code.sha256;
  return !!code.imageDigest && !!Code?.ResolvedImageUri?.endsWith(`@${code.imageDigest}`);
}

const pointerAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/;

function readPointer(description) {
  const [, pointer = ""] = pointerAtEnd.exec(description ?? "") ?? [];
  return Object.fromEntries(pointer.split(";").map(pair => pair.split("=")).filter(([, value]) => value));
}

const mostCharacters = 256;

function withPointer(description, pointer) {
  const {prev: prev, sha: sha, run: run} = pointer;
  const text = Object.entries({
    prev: prev,
    sha: sha,
    run: run
  }).filter(([, value]) => value).map(pair => pair.join("=")).join(";");
  const words = (description ?? "").replace(pointerAtEnd, "").trim();
  return `${words.slice(0, mostCharacters - text.length - 1)} ${text}`.trim();
}

function sayWho({Description: Description}) {
  const {run: run} = readPointer(Description);
  if (run) return `run ${run}`;
  return Description ? `its description is ${quote(Description)}` : "its description does not say by whom";
}

const publish_volatile = new Set([ "CodeSize", "ConfigSha256", "Description", "FunctionArn", "LastModified", "LastUpdateStatus", "LastUpdateStatusReason", "LastUpdateStatusReasonCode", "MasterArn", "RevisionId", "RuntimeVersionConfig", "State", "StateReason", "StateReasonCode", "Version" ]);

function sameConfiguration(one, other) {
  const lasting = configuration => JSON.stringify(Object.entries(configuration).filter(([name, value]) => !publish_volatile.has(name) && value != null).map(([name, value]) => name === "SnapStart" ? [ name, snapStartOf(value) ] : [ name, value ]).sort(([a], [b]) => String(a) < String(b) ? -1 : 1));
  return lasting(one) === lasting(other);
}

function snapStartOf(value) {
  return typeof value === "object" && value && "ApplyOn" in value ? value.ApplyOn : void 0;
}

const pace = growing(300, 1.6, 5e3);

async function updateCode(api, {function: name, code: code, architecture: architecture}, known, deadline) {
  let refused;
  const write = async tries => {
    const isFresh = tries === 0 && !isAtWork(known.Configuration);
    const found = isFresh ? known : await idle(api, name, deadline);
    const {Configuration: now} = found;
    const isBuiltFor = !architecture || !!now.Architectures?.includes(architecture);
    if (hasCode(found, code) && isBuiltFor && now.LastUpdateStatus !== "Failed") return now;
    if (refused && isOther(refused, now)) throw changedMeanwhile(name, now);
    const revision = now.RevisionId ?? void 0;
    const answer = await publish_attempt(() => api.updateCode(name, code.source(), architecture, revision, deadline));
    if (answer === "changed") refused = now;
    return typeof answer === "string" ? void 0 : taken(api, name, answer, deadline);
  };
  return until(write, pace, deadline);
}

async function taken(api, name, sent, deadline) {
  api.log(`${name}: the new code is sent`);
  const now = isAtWork(sent) ? (await idle(api, name, deadline)).Configuration : sent;
  if (now.CodeSha256 !== sent.CodeSha256) throw changedMeanwhile(name, now);
  if (now.LastUpdateStatus === "Failed") throw notTaken(name, now);
  return now;
}

async function publish(api, name, {CodeSha256: CodeSha256, RevisionId: RevisionId}, description, deadline) {
  let revision = RevisionId ?? void 0;
  const write = async () => {
    const wanted = {
      CodeSha256: CodeSha256,
      Description: description,
      RevisionId: revision
    };
    const answer = await publish_attempt(() => api.publish(name, wanted, deadline));
    if (typeof answer !== "string") return answer;
    const {Configuration: now} = await idle(api, name, deadline);
    if (now.CodeSha256 !== CodeSha256) throw changedMeanwhile(name, now);
    revision = now.RevisionId ?? void 0;
    return;
  };
  return until(write, pace, deadline);
}

async function idle(api, name, deadline) {
  let busy;
  const ask = async () => {
    const found = await api.function(name, deadline);
    if (!found) throw noSuchFunction(name, api.region);
    if (!isAtWork(found.Configuration)) return found;
    if (!busy) api.log(`${name}: Lambda is at work on it; waiting`);
    const isNew = found.Configuration.State === "Pending";
    busy = isNew ? "its state is Pending" : "its last update is InProgress";
    return;
  };
  try {
    return await until(ask, pace, deadline);
  } catch (error) {
    if (!(error instanceof TimedOut) || !busy) throw error;
    throw new TimedOut(`${error.message} Lambda is still at work on ${name}: ${busy}.`);
  }
}

function isAtWork({LastUpdateStatus: LastUpdateStatus, State: State}) {
  return LastUpdateStatus === "InProgress" || State === "Pending";
}

async function publish_attempt(write) {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Ambiguous) return "lost";
    if (isRefusedWith(error, "ResourceConflictException")) return "busy";
    if (isRefusedWith(error, "PreconditionFailedException")) return "changed";
    throw error;
  }
}

function isOther(one, other) {
  return one.CodeSha256 !== other.CodeSha256 || one.LastModified !== other.LastModified;
}

function noSuchFunction(name, region) {
  return new Failure(`There is no function ${quote(name)} in ${region}. Code is only brought to functions that exist: ` + "create it first, as with Terraform, SAM or CDK, or check its name and the region.");
}

function changedMeanwhile(name, {LastModified: LastModified, CodeSha256: CodeSha256}) {
  return new Failure(`Somebody else has changed ${name} meanwhile${LastModified ? ` (at ${excerpt(LastModified)})` : ""}; ` + `its code is ${excerpt(CodeSha256)} now. Nothing was published; run this step again when they are done.`);
}

function notTaken(name, now) {
  const {LastUpdateStatusReasonCode: reason, LastUpdateStatusReason: words} = now;
  const advice = reason && advices[reason];
  return new Failure(`Lambda did not take the new code of ${name}: ${reason ?? "no reason is given"}` + `${words ? `, ${quote(words, 200)}` : ""}.${advice ? ` ${advice}` : ""}`);
}

const advices = {
  ImageAccessDenied: "Let Lambda read the repository in ECR: its policy, and its account and region.",
  ImageDeleted: "The image is no longer in ECR; push it again, or give another.",
  InvalidImage: "Is the image built for the architecture of the function, and without attestations?",
  InvalidRuntime: "The runtime of the function is no longer supported; choose a newer one.",
  InvalidZipFileException: "The package is no zip file that Lambda can read.",
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

function sameTraffic(one, other) {
  const apart = Math.abs((one?.canary?.weight ?? 0) - (other?.canary?.weight ?? 0));
  return one?.main === other?.main && one?.canary?.version === other?.canary?.version && apart < smallestPart;
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

class TrafficShift {
  #api;
  #order;
  #expected;
  #tried;
  #step;
  #since;
  #began;
  #isReady;
  #stopped;
  constructor(api, order) {
    const {from: from, to: to, steps: steps} = order;
    this.#api = api;
    this.#order = order;
    this.#expected = from;
    this.#isReady = order.isReady ?? false;
    const weight = from?.canary?.version === to.ref ? from.canary.weight : 0;
    this.#step = steps.findLastIndex(step => step.weight <= weight);
  }
  async look(deadline) {
    const {function: name, alias: aliasName, to: to} = this.#order;
    const alias = await this.#api.alias(name, aliasName, deadline);
    const traffic = alias && trafficOf(alias);
    if (this.#tried && sameTraffic(traffic, this.#tried)) this.#arrive(this.#tried, deadline);
    if (!sameTraffic(traffic, this.#expected)) {
      const reason = `Somebody else has changed alias ${aliasName} of ${name} meanwhile: it leads to ` + `${sayTraffic(traffic)}${alias ? ` (${sayWho(alias)})` : ""}, not to ${sayTraffic(this.#expected)}.`;
      return {
        state: "superseded",
        reason: reason,
        version: to
      };
    }
    return await this.#becomeReady(deadline) ?? this.#end() ?? await this.#watch(deadline) ?? await this.#shift(alias, deadline);
  }
  async clear(deadline) {
    const {function: name, alias: aliasName, to: to} = this.#order;
    const alias = await this.#api.alias(name, aliasName, deadline);
    const {main: main, canary: canary} = alias ? trafficOf(alias) : {};
    if (!alias || !main) return `was stopped; alias ${aliasName} is not made`;
    if (main === to.ref) return "has all of the traffic already";
    if (canary?.version !== to.ref) return `was stopped before it got any traffic of ${aliasName}`;
    const wanted = aliasWanted({
      main: main
    });
    await this.#api.updateAlias(name, aliasName, wanted, alias.RevisionId ?? void 0, deadline);
    return `was stopped, and all traffic of ${aliasName} goes to version ${main} again`;
  }
  #end() {
    const {to: to} = this.#order;
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
    const {function: name, to: to} = this.#order;
    const found = await this.#api.function(name, deadline, to.ref);
    const {State: State, StateReasonCode: StateReasonCode, StateReason: StateReason} = found?.Configuration ?? {};
    if (!found || State === "Failed") {
      const why = found ? `${StateReasonCode}: ${StateReason}` : "it is not to be found";
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
    const {function: name, alias: alias, to: to, steps: steps, health: health, together: together} = this.#order;
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
    const {trouble: trouble = together?.trouble, unknown: unknown} = await (health?.finding(watched, deadline)) ?? {};
    if (trouble) {
      together?.fail(name);
      this.#stopped = `The canary was stopped at ${percent(step.weight)}: ${trouble}. All traffic goes to ` + `version ${this.#expected?.main} again.`;
      return;
    }
    if (now - this.#since < step.ms) return this.#running();
    if (unknown) this.#api.log(`${name}: after ${percent(step.weight)} for ${say(step.ms)}, ${unknown}`);
    return;
  }
  async #shift(alias, deadline) {
    const {function: name, alias: aliasName} = this.#order;
    deadline.signal.throwIfAborted();
    const wanted = this.#next();
    this.#tried = wanted;
    const late = deadline.outlivedBy(finishWriting);
    const description = wanted.main === this.#order.to.ref ? this.#order.describe(alias) : void 0;
    const write = aliasWanted(wanted, description);
    try {
      await (alias ? this.#api.updateAlias(name, aliasName, write, alias.RevisionId ?? void 0, late) : this.#api.createAlias(name, aliasName, write, late));
    } catch (error) {
      if (error instanceof Ambiguous || isRefusedWith(error, ...contended)) return this.#running();
      throw error;
    }
    this.#arrive(wanted, deadline);
    return this.#end() ?? this.#running();
  }
  #next() {
    const {from: from, to: to, steps: steps} = this.#order;
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
    const {to: to, steps: steps} = this.#order;
    const step = this.#expected?.canary && steps[this.#step];
    const phase = step ? `version ${to.ref} gets ${percent(step.weight)} for ${say(step.ms)}` : `version ${to.ref} is brought in`;
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

class LambdaTarget {
  #api;
  #order;
  #shift;
  #logGroup;
  constructor(api, order) {
    this.#api = api;
    this.#order = order;
  }
  get identity() {
    const {function: name, alias: alias} = this.#order;
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
    return this.#order.name ?? this.#order.function;
  }
  plan(deadline) {
    return this.#telling(async () => {
      const state = await this.#state(deadline);
      const {live: live} = state;
      return {
        live: live ? versionOf(live.Configuration) : null,
        before: version => target_before(version, state),
        step: await this.#step(state, deadline)
      };
    });
  }
  async look(_id, deadline) {
    const look = await this.#telling(() => this.#running().look(deadline));
    if (look.state === "failed") this.#order.together?.fail(this.#name);
    return look;
  }
  async live(deadline) {
    const found = await this.#alias(deadline);
    if (!found) return null;
    const {sha: sha} = readPointer(found.Description);
    return {
      ref: found.FunctionVersion,
      ...sha && {
        commit: sha
      }
    };
  }
  async aim(deadline) {
    const found = await this.#alias(deadline);
    const traffic = found && trafficOf(found);
    return traffic ? {
      ref: traffic.canary?.version ?? traffic.main
    } : null;
  }
  async previous(deadline) {
    const {function: name, alias: alias} = this.#order;
    const found = await this.#alias(deadline);
    if (!found) throw this.#noAlias();
    const {main: main, canary: canary} = trafficOf(found);
    if (canary) return {
      ref: main
    };
    const {prev: prev} = readPointer(found.Description);
    const noted = prev && prev !== main ? await this.#api.function(name, deadline, prev) : void 0;
    if (noted) return versionOf(noted.Configuration);
    const older = (await this.#api.versions(name, deadline)).findLast(({Version: Version}) => Number(Version) < Number(main));
    if (!older) return null;
    this.#api.log(`${this.#name}: alias ${alias} does not say what it led to before version ${main}` + `${prev ? ` (version ${prev} is gone)` : ""}, so it is taken to be version ${older.Version}, ` + "the next lower one that is published.");
    return versionOf(older);
  }
  async find(text, deadline) {
    const {function: name} = this.#order;
    if (/^\d+$/.test(text)) {
      const found = await this.#api.function(name, deadline, text);
      if (found) return versionOf(found.Configuration);
    }
    const versions = await this.#api.versions(name, deadline);
    const isMeant = ({CodeSha256: CodeSha256, Description: Description}) => CodeSha256 === text || text.length >= 7 && !!readPointer(Description).sha?.startsWith(text);
    const found = versions.findLast(isMeant);
    if (found) return versionOf(found);
    const newest = versions.slice(-10).map(({Version: Version}) => Version);
    throw new Failure(`${this.#name} has no version ${quote(text)}. Give the number of one, a commit of at least 7 ` + `characters that we deployed, or "previous". The newest are ${newest.join(", ") || "none"}.`);
  }
  restore(to) {
    const {function: name, alias: alias} = this.#order;
    return {
      says: `lead alias ${alias} of ${name} to version ${to.ref}, with all of its traffic`,
      begin: async deadline => {
        const [found, version] = await Promise.all([ this.#alias(deadline), this.#api.function(name, deadline, to.ref) ]);
        if (!found) throw this.#noAlias();
        if (!version) throw new Failure(`Version ${to.ref} of ${name} is gone; name another one with "to".`);
        const pointer = readPointer(version.Configuration.Description);
        const started = this.#start(versionOf(version.Configuration), trafficOf(found), {
          describe: now => withPointer(now?.Description, pointer)
        });
        await this.#finish(deadline);
        return started;
      }
    };
  }
  async cancel(_id, deadline) {
    return this.#running().clear(deadline);
  }
  same(one, other) {
    return !!one && one.ref === other?.ref;
  }
  logUrl() {
    if (!this.#logGroup) return;
    const {region: region} = this.#api;
    const group = consolePart(this.#logGroup);
    return consoleOf(region, `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`);
  }
  #alias(deadline) {
    const {function: name, alias: alias} = this.#order;
    return this.#api.alias(name, alias, deadline);
  }
  async #state(deadline) {
    const {function: name, alias: aliasName} = this.#order;
    const [latest, alias, aliased] = await Promise.all([ this.#api.function(name, deadline), this.#alias(deadline), this.#api.function(name, deadline, aliasName) ]);
    if (!latest) throw noSuchFunction(name, this.#api.region);
    this.#logGroup = latest.Configuration.LoggingConfig?.LogGroup ?? `/aws/lambda/${latest.Configuration.FunctionName}`;
    const traffic = alias && trafficOf(alias);
    const isSame = aliased?.Configuration.Version === traffic?.main;
    const live = traffic && !isSame ? await this.#api.function(name, deadline, traffic.main) : aliased;
    return {
      latest: latest,
      alias: alias,
      traffic: traffic,
      live: live
    };
  }
  async #step(state, deadline) {
    const {code: code} = this.#order;
    const {latest: latest, traffic: traffic, live: live} = state;
    if (!code) throw new Error("Without code there is nothing to deploy.");
    this.#refuseUnfit(state, code);
    const canary = await this.#canaryOf(state, deadline);
    if (traffic && canary && this.#isIn(canary, code)) return this.#attach(canary.Configuration, traffic);
    const hasNews = !live || !sameConfiguration(latest.Configuration, live.Configuration);
    if (traffic && live && this.#isIn(live, code) && !hasNews && !canary) return isReady(live.Configuration) ? {
      kind: "unchanged",
      version: versionOf(live.Configuration)
    } : this.#attach(live.Configuration, traffic);
    if (live) await this.#refuseUnwatched(live, deadline);
    return {
      kind: "start",
      move: this.#bring(code, state)
    };
  }
  #isIn({Configuration: Configuration, Code: Code}, code) {
    const {architecture: architecture} = this.#order;
    const isBuiltFor = !architecture || !!Configuration.Architectures?.includes(architecture);
    return isBuiltFor && hasCode({
      Configuration: Configuration,
      Code: Code
    }, code);
  }
  #refuseUnfit({latest: latest, traffic: traffic}, code) {
    const {function: name, alias: alias} = this.#order;
    const {PackageType: PackageType = "Zip"} = latest.Configuration;
    if (PackageType !== code.packageType) throw new Failure(`${name} is a function of package type ${PackageType}, and cannot take ${code.says}.`);
    if (traffic?.main === "$LATEST") throw new Failure(`Alias ${alias} of ${name} leads to $LATEST, so new code would serve before it is published. ` + "Publish a version and lead the alias to it, once and by hand.");
  }
  async #canaryOf({traffic: traffic}, deadline) {
    const {version: version} = traffic?.canary ?? {};
    return version ? this.#api.function(this.#order.function, deadline, version) : void 0;
  }
  #attach(configuration, traffic) {
    const version = versionOf(configuration);
    const started = this.#start(version, traffic, this.#arrival(traffic, version));
    return {
      kind: "attach",
      started: started
    };
  }
  #bring(code, {latest: found, traffic: traffic, alias: alias}) {
    const {function: name, alias: aliasName, canary: canary = [], architecture: architecture} = this.#order;
    const {commit: commit, runId: runId, wait: wait} = this.#order;
    const now = traffic ? `which leads to version ${traffic.main} now` : "which is new";
    const parts = traffic ? canary.map(sayStep).join("") : "";
    return {
      says: `send ${code.says} to ${name}, publish a version and lead alias ${aliasName}, ${now}, to it${parts}`,
      begin: deadline => this.#telling(async () => {
        const update = {
          function: name,
          code: code,
          architecture: architecture
        };
        const latest = await updateCode(this.#api, update, found, deadline);
        const pointer = {
          prev: traffic?.main,
          sha: commit,
          run: runId
        };
        const description = withPointer(latest.Description, pointer);
        const published = await publish(this.#api, name, latest, description, deadline);
        const version = versionOf(published);
        if (!alias) this.#api.log(`${this.#name}: there is no alias ${aliasName} yet; it is made`);
        const isReady = wait === false || published.State === "Active";
        const started = this.#start(version, traffic, {
          ...this.#arrival(traffic, version),
          isReady: isReady
        });
        if (wait === false) await this.#finish(deadline);
        return started;
      })
    };
  }
  #arrival(traffic, version) {
    const {canary: steps = [], health: health, together: together, runId: runId} = this.#order;
    const pointer = {
      prev: traffic?.main,
      sha: version.commit,
      run: runId
    };
    const isThere = traffic?.main === version.ref;
    return {
      steps: steps,
      health: health,
      together: together,
      describe: now => isThere ? now?.Description ?? "" : withPointer(now?.Description, pointer)
    };
  }
  #start(to, from, arrival) {
    const {function: name, alias: alias} = this.#order;
    const order = {
      function: name,
      alias: alias,
      from: from,
      to: to,
      steps: [],
      ...arrival
    };
    this.#shift = new TrafficShift(this.#api, order);
    return {
      id: `${name}:${to.ref}`,
      version: to
    };
  }
  async #telling(act) {
    try {
      return await act();
    } catch (error) {
      this.#order.together?.fail(this.#name);
      throw error;
    }
  }
  async #finish(deadline) {
    const ask = async () => {
      const look = await this.#running().look(deadline);
      return look.state === "running" ? void 0 : look;
    };
    const look = await until(ask, growing(300, 1.6, 5e3), deadline);
    if ("reason" in look) throw new Failure(look.reason);
  }
  async #refuseUnwatched({Configuration: Configuration}, deadline) {
    const {function: name, alias: alias, health: health} = this.#order;
    const since = deadline.clock.date();
    await (health?.ready({
      function: name,
      alias: alias,
      version: Configuration.Version,
      since: since
    }, deadline));
  }
  #running() {
    if (this.#shift) return this.#shift;
    throw new Error("Nothing was started yet.");
  }
  #noAlias() {
    const {function: name, alias: alias} = this.#order;
    return new Failure(`${name} has no alias ${quote(alias)} in ${this.#api.region}, or is not there at all; a rollback ` + "leads an alias back. Check the name, the alias and the region.");
  }
}

function isReady({State: State}) {
  return State !== "Pending" && State !== "Failed";
}

function versionOf({Version: Version, CodeSha256: CodeSha256, Description: Description}) {
  const {sha: sha} = readPointer(Description);
  return {
    ref: Version,
    ...sha && {
      commit: sha
    },
    digest: CodeSha256
  };
}

function target_before({ref: ref}, {alias: alias, live: live}) {
  if (!live) return null;
  if (live.Configuration.Version !== ref) return versionOf(live.Configuration);
  const {prev: prev} = readPointer(alias?.Description);
  return prev && prev !== ref ? {
    ref: prev
  } : null;
}

function sayStep({weight: weight, ms: ms}) {
  return `, after ${percent(weight)} for ${say(ms)}`;
}

class Together {
  #failed;
  fail(name) {
    this.#failed ??= name;
  }
  get trouble() {
    return this.#failed && `${this.#failed} failed, which is deployed with it`;
  }
}

async function lambdaTargets(asked, runner) {
  refuseContradictions(asked);
  const {functions: functions, alias: alias, canary: canary = [], architecture: architecture, wait: wait} = asked;
  const access = await awsAccess(runner);
  refuseOtherRegions(functions, access.region);
  const api = new LambdaApi(access);
  const health = healthOf(asked, limits => new CanaryHealth(access, limits));
  const together = asked.onFailure === "rollback" ? new Together : void 0;
  const {commit: commit, runId: runId} = runner.run;
  const codes = codesBySource(runner.workspace);
  return Promise.all(functions.map(async ({function: id, name: name, package: own}) => {
    const code = await codes(packageOf(name, own ?? asked.package));
    return new LambdaTarget(api, {
      function: id,
      name: name,
      alias: alias,
      code: code,
      architecture: architecture,
      canary: canary,
      health: health,
      together: together,
      wait: wait,
      commit: commit,
      runId: runId
    });
  }));
}

function codesBySource(workspace) {
  const known = new Map;
  return source => {
    const key = JSON.stringify(source);
    const code = known.get(key) ?? codeOf(source, workspace);
    known.set(key, code);
    return code;
  };
}

function packageOf(name, source) {
  if (source) return source;
  throw new InputError(`Function "${name}" has no package: write "${name}: path" in "functions", or give "package" for all.`);
}

function healthOf({canary: canary, alarms: alarms = [], maxErrorRate: maxErrorRate}, make) {
  const isWatched = alarms.length > 0 || maxErrorRate !== void 0;
  return canary && isWatched ? make({
    alarms: alarms,
    errorRate: maxErrorRate
  }) : void 0;
}

function refuseContradictions({functions: functions, canary: canary, alarms: alarms, maxErrorRate: maxErrorRate, ...asked}) {
  const twice = functions.find(({name: name}, index) => functions.findIndex(one => one.name === name) !== index);
  if (twice) throw new InputError(`The function ${twice.name} is given twice; a step deploys each once.`);
  if (!canary && (alarms || maxErrorRate)) throw new InputError('Inputs "alarms" and "max-error-rate" end a canary; give "canary" too, such as "10% 5m".');
  if (canary && !asked.wait) throw new InputError('A canary is waited for: leave out "canary", or "wait: false".');
  const time = canary?.reduce((total, {ms: ms}) => total + ms, 0) ?? 0;
  if (time >= asked.timeout) throw new InputError('The steps of "canary" take longer than "timeout"; give more time.');
}

function refuseOtherRegions(functions, here) {
  const elsewhere = functions.find(({region: region}) => region && region !== here);
  if (elsewhere) throw new InputError(`The function ${elsewhere.name} is in ${elsewhere.region} by its ARN, but the region of this step is ` + `${here}; deploy to one region in a step.`);
}

const orderInputs = {
  timeout: required("timeout", duration),
  onFailure: required("on-failure", oneOf("leave", "rollback")),
  environment: optional("environment", kinds_text),
  dryRun: required("dry-run", flag)
};

const expected = 'parts of the traffic that grow, each with its time, such as "10% 5m, 50% 5m"';

const canary = {
  async parse(given) {
    const parts = given.split(/[,\n]/).map(part => part.trim());
    const steps = await Promise.all(parts.filter(part => part !== "").map(stepOf));
    const weights = steps.map(({weight: weight}) => weight);
    const grows = weights.every((weight, index) => weight > (weights[index - 1] ?? 0));
    if (steps.length === 0 || !grows || weights.some(weight => weight >= 1)) throw new Unusable(expected);
    return steps;
  }
};

async function stepOf(part) {
  const [, percent, time] = /^(\d{1,2}(?:\.\d{1,2})?)%\s+(\S+)$/.exec(part) ?? [];
  if (!percent || !time) throw new Unusable(expected, part);
  return {
    weight: Number(percent) / 100,
    ms: await duration.parse(time)
  };
}

const errorRate = {
  parse(given) {
    const [, text, whole, tenths = ""] = /^((\d{1,3})(?:\.(\d{1,6}))?)%?$/.exec(given) ?? [];
    if (!text || Number(text) > 100) throw new Unusable("a percentage from 0 to 100, such as 0.5");
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
  if (!bucket || !key) throw new Unusable("s3://bucket/key, or s3://bucket/key?versionId=…", given);
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
    if (!name) throw new Unusable('"name" or "name: package"; a name is that of a function, or its ARN');
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
    throw new Unusable('the name of an alias: letters, digits, "-" and "_", and not only digits');
  }
};

const lambdaInputs = {
  functions: required("functions", list(functionLine)),
  package: optional("package", packageSource),
  alias: required("alias", alias),
  canary: optional("canary", canary),
  alarms: optional("alarms", list(kinds_text)),
  maxErrorRate: optional("max-error-rate", errorRate),
  architecture: optional("architectures", oneOf("x86_64", "arm64"))
};

const inputs = {
  ...lambdaInputs,
  ...orderInputs,
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
    const targets = await lambdaTargets(given, runner);
    const records = await deploy(targets, given, runner);
    runner.output({
      ...flatOutputs(records),
      "function-versions": versionsOf(records)
    });
    runner.summary(summaryOf("Lambda deploy", records));
    refuseBad(records);
  }
});

run(lambdaDeploy);
