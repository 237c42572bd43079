export const id = "health-probes-mysql";

export const ids = [ "health-probes-mysql", "health-probes-protocol" ];

export const modules = {
  "packages/health/src/probes/mysql.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      mysql: () => mysql
    });
    var _protocol_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/protocol.ts");
    const mysql = {
      name: "MySQL",
      handshake: handshake
    };
    async function handshake(server) {
      const {sequence: sequence, payload: payload} = await readPacket(server);
      const [type] = payload;
      if (sequence === 0 && type === 255 && payload.length > 3) return parseError(payload);
      if (sequence !== 0 || type !== 10) throw new _protocol_js__WEBPACK_IMPORTED_MODULE_0__.ProtocolError;
      await finishHandshake(server);
      return {
        serving: true
      };
    }
    const hostNotAllowed = 1130;
    function parseError(payload) {
      const code = payload.readUInt16LE(1);
      if (code === hostNotAllowed) return {
        serving: true
      };
      const message = payload.toString("utf8", 3).replace(/^#.{5}/, "");
      return {
        serving: false,
        message: `${message} (${code})`
      };
    }
    async function finishHandshake(server) {
      server.write(encodePacket(1, loginPacket));
      const head = await server.readWithin(4, finishTimeout);
      const reply = head && await server.readWithin(head.readUIntLE(0, 3), finishTimeout);
      const requestsAuthSwitch = reply?.[0] === 254;
      if (!head || !requestsAuthSwitch) return;
      server.write(encodePacket((head[3] ?? 0) + 1, Buffer.alloc(0)));
      await server.readWithin(4, finishTimeout);
    }
    const finishTimeout = 500;
    const loginPacket = (() => {
      const head = Buffer.alloc(32);
      head.writeUInt32LE(512 | 32768, 0);
      head.writeUInt32LE(16777215, 4);
      head.writeUInt8(45, 8);
      return Buffer.concat([ head, Buffer.from("ci-actions\0\0") ]);
    })();
    function encodePacket(sequence, payload) {
      const head = Buffer.alloc(4);
      head.writeUIntLE(payload.length, 0, 3);
      head.writeUInt8(sequence & 255, 3);
      return Buffer.concat([ head, payload ]);
    }
    const maxBytes = 4096;
    async function readPacket(server) {
      const head = await server.read(4);
      const length = head.readUIntLE(0, 3);
      if (length === 0 || length > maxBytes) throw new _protocol_js__WEBPACK_IMPORTED_MODULE_0__.ProtocolError;
      return {
        sequence: head[3],
        payload: await server.read(length)
      };
    }
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
