"use strict";
var __webpack_modules__ = {
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
      Zr: () => toResponse,
      n_: () => certificateExpiry
    });
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
        const proxy = proxyFor(request.url, request.connection?.proxy);
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
  "node:events": (module => {
    module.exports = process.getBuiltinModule("node:events");
  }),
  "node:querystring": (module => {
    module.exports = process.getBuiltinModule("node:querystring");
  }),
  "node:util": (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  process: module => {
    module.exports = process.getBuiltinModule("process");
  }
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

var quote = __nccwpck_require__("packages/kit/src/quote.ts");

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
    const expected = (0, quote.K)(this.expected, 400);
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

function isLoopbackHost(hostname) {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const items = splitItems(given);
      if (items.length === 0) throw new ValidationError("at least one line that is not a comment");
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
    if (!(error instanceof ValidationError)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new ValidationError(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => (0, quote.h)(one)).join(", then ")})` : "";
    throw new ValidationError(inSeparateLines(error.expected, written), part);
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
        if (error instanceof ValidationError) throw new ValidationError(error.expected, error.part ?? value);
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
      throw new ValidationError(`a regular expression (${String(error)})`);
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
    if (!(error instanceof ValidationError)) throw error;
    const value = input.parser.secret ? "the given value (hidden)" : (0, quote.h)(error.part ?? given);
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

const external_node_path_namespaceObject = process.getBuiltinModule("node:path");

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

const maxNesting = 500;

function src_parseJson(text) {
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

function src_getDotPath(issue) {
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

function src_safeParse(schema, input, config$1) {
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
  const parsed = src_safeParse(eventShape, event);
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
      return src_parseJson((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
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

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownCode(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
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

class FileError extends errors.lZ {
  name="FileError";
  get isMissing() {
    return this.message === missing;
  }
}

const missing = "does not exist";

function readInputFile(input, path, workspace, most = defaultMaxBytes) {
  try {
    return readFile((0, external_node_path_namespaceObject.resolve)(workspace, path), most);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const hint = error.isMissing ? " Does actions/checkout run before this step?" : "";
    throw new errors.dz(`Input "${input}" names the file ${(0, quote.h)(path)}, which ${error.message}.${hint}`);
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

function formatSize(bytes) {
  return `${bytes / 1024 ** 2} MiB`;
}

function readCertificates(file, workspace) {
  const text = readInputFile("ca-file", file, workspace, certificates_maxBytes).toString();
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new errors.dz(`Input "ca-file" must be a file of certificates (PEM); ${(0, 
  quote.h)(file)} contains none.`);
}

const certificates_maxBytes = 16 * 1024 ** 2;

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
    const lines = await list(input_parsers_text).parse(given);
    return Object.fromEntries(lines.map((line, index) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (name === void 0 || value === void 0 || !/^[\t\x20-\x7E\x80-\xFF]+$/.test(value)) throw new ValidationError('"Name: value", one per line', `${name ?? `line ${index + 1}`} (hidden)`);
      return [ name.toLowerCase(), value ];
    }));
  }
};

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lookUp(table, word) {
  return Object.hasOwn(table, word) ? table[word] : void 0;
}

function mapOf(value) {
  return pipe(custom(isMap, "expected a map"), rawTransform(({dataset: dataset, addIssue: addIssue}) => {
    const input = dataset.value;
    const map = Object.create(null);
    for (const [key, given] of Object.entries(input)) {
      const result = src_safeParse(value, given);
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

function describeIssue(issue, schema) {
  const path = src_getDotPath(issue);
  const last = issue.path?.at(-1);
  if (!path || !last) return;
  if (last.origin !== "key") return `at "${path}": ${describeMismatch(issue)}`;
  const key = String(last.key);
  const parent = path.slice(0, -key.length - 1);
  const names = parent === "" && "entries" in schema && isMap(schema.entries) ? schema.entries : {};
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
  return lookUp(kindNames, kind) ?? kind;
}

function yaml(shape, expected, scalars = "typed") {
  return {
    async parse(given) {
      const result = src_safeParse(shape, await readYaml(given, expected, scalars));
      if (result.success) return result.output;
      const problem = describeIssue(result.issues[0], shape);
      throw new ValidationError(problem ? `${expected}; ${problem}` : expected);
    }
  };
}

async function readYaml(given, expected, scalars) {
  const read = await parsed(given, expected, scalars);
  if (!isNestedDeeper(read)) return read;
  throw new ValidationError(`${expected}; it is nested more than ${maxNesting} levels deep`);
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
      throw new ValidationError(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, "")}`);
    }
  })();
  if (countValues(read) <= maxValues) return read;
  throw new ValidationError(`${expected}; its aliases expand to more than ${maxValues} values`);
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

const yamlMap = yaml(mapOf(unknown()), 'YAML such as "status: UP", one path and value per line');

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
  if (path === "" || path.startsWith("/")) throw new ValidationError(suggestPath(path), path);
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < steps.length) {
    const [, name, index, ...quoted] = stepPattern.exec(steps) ?? [];
    const key = name ?? quoted.find(part => part !== void 0);
    if ((key ?? index) === void 0) throw new ValidationError(suggestPath(path), path);
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
  throw new ValidationError(`YAML with values that JSON represents exactly, such as numbers up to ${Number.MAX_SAFE_INTEGER}`, String(value));
}

const pattern = {
  async parse(given) {
    if (!isRegexLiteral(given)) return given;
    try {
      return await regex.parse(given);
    } catch (error) {
      throw error instanceof ValidationError ? new ValidationError(`text or ${error.expected}`) : error;
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
  if (first === void 0 || from > to) throw new ValidationError("statuses such as 200, 200-299 or 200,204,300-399", item);
  return [ from, to ];
}

const healthInputs = {
  method: required("method", oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
  headers: optional("headers", headers),
  body: optional("body", input_parsers_text),
  expectStatus: required("expect-status", statuses),
  expectBody: optional("expect-body", pattern),
  expectJson: optional("expect-json", expectedJson),
  expectHeader: optional("expect-header", patterns),
  maxLatency: optional("max-latency", positiveDuration),
  minCertificateDays: optional("min-certificate-days", integer(1)),
  interval: required("interval", positiveDuration),
  attemptTimeout: required("attempt-timeout", positiveDuration),
  initialDelay: required("initial-delay", duration),
  successes: required("successes", integer(1)),
  stableFor: required("stable-for", duration),
  failFast: optional("fail-fast", statuses),
  caFile: optional("ca-file", input_parsers_text),
  insecure: required("insecure", flag)
};

var send = __nccwpck_require__("packages/http/src/send.ts");

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
    const response = await (0, send.t)({
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
  return isLoopbackHost(hostname) ? {
    ...connection,
    proxy: void 0
  } : connection;
}

const always = () => true;

const registry_never = () => false;

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
  isSecure: registry_never,
  run: runConnect
};

const unix = {
  urlForm: "///path/to/socket",
  fits: ({host: host, pathname: pathname, search: search, hash: hash}) => host + search + hash === "" && /^\/[^/]/.test(pathname),
  isSecure: registry_never,
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
  "postgres:": serverProbe(5432, postgres, registry_never),
  "postgresql:": serverProbe(5432, postgres, registry_never),
  "redis:": serverProbe(6379, redis, registry_never),
  "rediss:": serverProbe(6379, redis, always),
  "mysql:": serverProbe(3306, mysql, registry_never),
  "mariadb:": serverProbe(3306, mysql, registry_never),
  "mongodb:": serverProbe(27017, mongodb, requestsTls),
  "amqp:": serverProbe(5672, amqp, registry_never),
  "amqps:": serverProbe(5671, amqp, always),
  "kafka:": serverProbe(9092, kafka, registry_never)
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

var external_node_util_ = __nccwpck_require__("node:util");

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

function isFileShortage(error) {
  const first = external_node_util_.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  const code = external_node_util_.types.isNativeError(first) && "code" in first ? first.code : void 0;
  return typeof code === "string" && [ "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM" ].includes(code);
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
    const value = lookUp(response.headers, name);
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
  const document = response.truncated ? void 0 : src_parseJson(response.body);
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
  if (!isMap(actual)) return false;
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
    if (error instanceof send.R) return {
      kind: isFileShortage(error.cause) ? "not-probed" : "no-response",
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

const heartbeat = 3e4;

function createStatusLog(name, now, log) {
  const began = now();
  let last = {
    reason: "",
    at: began
  };
  return ({healthy: healthy, reason: reason, detail: detail}, attempts) => {
    const isChange = reason !== last.reason;
    if (!isChange && now() - last.at < heartbeat) return;
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
    const result = await withConnection(deadline.signal, () => {
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
  const outcome = await deadline.sleep(plan.initialDelay).then(() => poll(attempt, pause, deadline)).catch(error => {
    if (error instanceof TimeoutError || error === deadline.signal.reason) return "missed";
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
  const deadline = new Deadline(ms, AbortSignal.any([ runner.cancelled, decided.signal ]));
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

var external_node_querystring_ = __nccwpck_require__("node:querystring");

var external_node_querystring_default = __nccwpck_require__.n(external_node_querystring_);

const targets = {
  async parse(given) {
    const lines = await list(named(address)).parse(given);
    const all = lines.map(({name: name, value: value}) => ({
      ...value,
      name: (0, quote.K)(name ?? value.displayUrl)
    }));
    const names = all.map(target => target.name);
    const duplicate = names.find((name, index) => names.indexOf(name) !== index);
    if (duplicate !== void 0) throw new ValidationError('addresses with unique names, written "name: address" one per line', `${duplicate} (twice)`);
    return all;
  }
};

const address = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : void 0;
    const probe = url && probes[url.protocol];
    if (!probe || lacksHost(given) || severalAddresses.test(given)) throw new ValidationError(describeExpected(given), redactAddress(given));
    if (!probe.fits(url)) throw new ValidationError(`${url.protocol}${probe.urlForm} and nothing more`, redactAddress(given));
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

const inputs = {
  targets: required("targets", targets),
  timeout: required("timeout", positiveDuration),
  require: required("require", oneOf("all", "any")),
  reverse: required("reverse", flag),
  ...healthInputs
};

const healthCheck = action({
  title: "Health check",
  inputs: inputs,
  outputs: healthOutputs,
  async main(given, runner) {
    const check = createHealthCheck(given, runner);
    const result = await check(given.timeout);
    runner.setOutputs(toHealthOutputs(result));
    runner.appendSummary(healthSummary(result));
    if (hasPassed(result)) return runner.info(healthHeadline(result));
    if (runner.cancelled.aborted) throw new errors.cc(`The job was cancelled. ${describeHealthFailure(result)}`);
    throw new errors.lZ(describeHealthFailure(result));
  }
});

run(healthCheck);
