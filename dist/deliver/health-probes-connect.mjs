export const id = "health-probes-connect";

export const ids = [ "health-probes-connect" ];

export const modules = {
  "packages/health/src/probes/connect.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      probeConnection: () => probeConnection
    });
    var node_querystring__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:querystring");
    var node_querystring__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_querystring__WEBPACK_IMPORTED_MODULE_0__);
    var _socket_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/health/src/probes/socket.ts");
    function probeConnection(url, deadline) {
      const {clock: clock} = deadline;
      const began = clock.now();
      const options = url.protocol === "unix:" ? {
        path: node_querystring__WEBPACK_IMPORTED_MODULE_0___default().unescape(url.pathname)
      } : (0, _socket_js__WEBPACK_IMPORTED_MODULE_1__.I)(url, Number(url.port));
      return (0, _socket_js__WEBPACK_IMPORTED_MODULE_1__.a)({
        options: options,
        isSecure: false,
        connection: {}
      }, deadline, async socket => {
        const connectTime = Math.ceil(clock.now() - began);
        await waitUntilStable(socket, Math.max(minLifetime, 2 * connectTime), clock);
        return {
          kind: "connected",
          connectTime: connectTime
        };
      });
    }
    const minLifetime = 150;
    function waitUntilStable(socket, ms, clock) {
      return new Promise((resolve, reject) => {
        const closed = () => reject(new Error("it closes every connection at once"));
        socket.once("data", () => resolve()).once("end", closed).once("error", closed);
        clock.after(ms, () => setImmediate(resolve));
      });
    }
  },
  "packages/health/src/probes/socket.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      I: () => tcpOptions,
      a: () => withSocket
    });
    var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:events");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/loopback.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/send.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/reason.ts");
    function tcpOptions({hostname: hostname}, port) {
      const host = hostname.replace(/^\[|\]$/g, "");
      return {
        host: host,
        port: port,
        ...(0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.u)(host)
      };
    }
    async function withSocket(target, deadline, use) {
      const {signal: signal} = deadline;
      signal.throwIfAborted();
      const socket = open(target);
      const abort = () => void socket.destroy(signal.reason);
      signal.addEventListener("abort", abort, {
        once: true
      });
      try {
        await (0, node_events__WEBPACK_IMPORTED_MODULE_0__.once)(socket, target.isSecure ? "secureConnect" : "connect");
        socket.on("error", () => {});
        return await use(socket);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.R((0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.g)(error), "unknown", error);
      } finally {
        signal.removeEventListener("abort", abort);
        socket.destroySoon();
      }
    }
    function open({options: options, isSecure: isSecure, connection: {ca: ca, insecure: insecure}}) {
      if (!isSecure) return process.getBuiltinModule("node:net").connect(options);
      const net = process.getBuiltinModule("node:net");
      const tls = process.getBuiltinModule("node:tls");
      const host = "host" in options ? options.host ?? "" : "";
      const servername = net.isIP(host) === 0 ? host : "";
      return tls.connect({
        ...options,
        servername: servername,
        rejectUnauthorized: !insecure,
        ...ca && {
          ca: ca
        }
      });
    }
  }
};
