export const id = "health-probes-kafka";

export const ids = [ "health-probes-kafka", "health-probes-protocol" ];

export const modules = {
  "packages/health/src/probes/kafka.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      kafka: () => kafka
    });
    var _protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/protocol.ts");
    const kafka = {
      name: "Kafka",
      handshake: handshake
    };
    const correlationId = 1;
    async function handshake(server) {
      server.write(apiVersions);
      const head = await server.read(8);
      const length = head.readInt32BE(0);
      if (length < 6 || length > maxBytes || head.readInt32BE(4) !== correlationId) throw new _protocol_js__WEBPACK_IMPORTED_MODULE_0__.ProtocolError;
      const error = (await server.read(2)).readInt16BE();
      if (error === 0 || error === unsupportedVersion) return {
        serving: true
      };
      return {
        serving: false,
        message: `error ${error}`
      };
    }
    const unsupportedVersion = 35;
    const apiVersions = (() => {
      const client = Buffer.from("ci-actions");
      const message = Buffer.alloc(14 + client.length);
      message.writeInt32BE(10 + client.length, 0);
      message.writeInt16BE(18, 4);
      message.writeInt16BE(0, 6);
      message.writeInt32BE(correlationId, 8);
      message.writeInt16BE(client.length, 12);
      client.copy(message, 14);
      return message;
    })();
    const maxBytes = 1024 * 1024;
  },
  "packages/health/src/probes/protocol.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      ProtocolConnection: () => ProtocolConnection,
      ProtocolError: () => ProtocolError,
      probeServer: () => probeServer,
      tcpOptions: () => _socket_js__WEBPACK_IMPORTED_MODULE_0__.I
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/response.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/quote.ts");
    var _socket_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/socket.ts");
    class ProtocolError extends Error {
      name="ProtocolError";
    }
    function probeServer({name: name, handshake: handshake}, target, deadline) {
      return (0, _socket_js__WEBPACK_IMPORTED_MODULE_0__.a)(target, deadline, async socket => {
        const server = new ProtocolConnection(socket, deadline.clock);
        const toStatus = (serving, reason) => ({
          kind: "server-status",
          serving: serving,
          reason: reason,
          certificateEnds: (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.n_)(socket)
        });
        try {
          const reply = await handshake(server);
          return reply.serving ? toStatus(true, `speaks ${name}`) : toStatus(false, `reports ${(0, 
          _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.h)(reply.message, 120)}`);
        } catch (error) {
          if (!(error instanceof ProtocolError)) throw error;
          return toStatus(false, `does not speak ${name}: ${describeBytes(server.firstBytes())}`);
        }
      });
    }
    function describeBytes(bytes) {
      const isAlert = bytes[0] === 21 && bytes[1] === 3;
      return isAlert ? "it requires TLS" : `it answers "${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.K)(bytes.toString("latin1"), 60)}"`;
    }
    class ProtocolConnection {
      #socket;
      #clock;
      #notify=() => {};
      #firstBytes=Buffer.alloc(0);
      constructor(socket, clock) {
        this.#socket = socket;
        this.#clock = clock;
        for (const event of [ "readable", "end", "close" ]) socket.on(event, () => this.#notify());
      }
      write(bytes) {
        this.#socket.write(bytes);
      }
      async read(length) {
        for (;;) {
          const bytes = this.#read(length);
          if (bytes?.length === length) return bytes;
          if (bytes || this.#socket.readableEnded || this.#socket.destroyed) {
            if (this.#firstBytes.length > 0) throw new ProtocolError;
            throw this.#socket.errored ?? new Error("the connection was closed before a response arrived");
          }
          await new Promise(resolve => {
            this.#notify = resolve;
          });
        }
      }
      readWithin(length, ms) {
        const received = this.read(length).catch(() => {});
        const timeout = new Promise(resolve => {
          this.#clock.after(ms, () => resolve(void 0));
        });
        return Promise.race([ received, timeout ]);
      }
      firstBytes() {
        this.#read();
        return this.#firstBytes;
      }
      #read(length) {
        const bytes = this.#socket.read(length);
        const room = maxShown - this.#firstBytes.length;
        if (bytes && room > 0) this.#firstBytes = Buffer.concat([ this.#firstBytes, bytes.subarray(0, room) ]);
        return bytes;
      }
    }
    const maxShown = 100;
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
