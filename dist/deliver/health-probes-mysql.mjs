export const id = "health-probes-mysql";

export const ids = [ "health-probes-mysql", "health-probes-conversation" ];

export const modules = {
  "packages/health/src/probes/conversation.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      Conversation: () => Conversation,
      NotSpoken: () => NotSpoken,
      converse: () => converse,
      placeOf: () => _socket_js__WEBPACK_IMPORTED_MODULE_0__.$
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/response.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/quote.ts");
    var _socket_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/socket.ts");
    class NotSpoken extends Error {
      name="NotSpoken";
    }
    function converse({name: name, ask: ask}, place, deadline) {
      return (0, _socket_js__WEBPACK_IMPORTED_MODULE_0__.a)(place, deadline, async socket => {
        const server = new Conversation(socket, deadline.clock);
        const said = (serving, reason) => ({
          kind: "said",
          serving: serving,
          reason: reason,
          certificateEnds: (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.n_)(socket)
        });
        try {
          const reply = await ask(server);
          return reply.serving ? said(true, `speaks ${name}`) : said(false, `says ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.h)(reply.says, 120)}`);
        } catch (error) {
          if (!(error instanceof NotSpoken)) throw error;
          return said(false, `does not speak ${name}: ${otherwise(server.beginning())}`);
        }
      });
    }
    function otherwise(bytes) {
      const isAlert = bytes[0] === 21 && bytes[1] === 3;
      return isAlert ? "it wants TLS" : `it answers "${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.K)(bytes.toString("latin1"), 60)}"`;
    }
    class Conversation {
      #socket;
      #clock;
      #hearNews=() => {};
      #heard=Buffer.alloc(0);
      constructor(socket, clock) {
        this.#socket = socket;
        this.#clock = clock;
        for (const event of [ "readable", "end", "close" ]) socket.on(event, () => this.#hearNews());
      }
      say(bytes) {
        this.#socket.write(bytes);
      }
      async hear(length) {
        for (;;) {
          const bytes = this.#read(length);
          if (bytes?.length === length) return bytes;
          if (bytes || this.#socket.readableEnded || this.#socket.destroyed) {
            if (this.#heard.length > 0) throw new NotSpoken;
            throw this.#socket.errored ?? new Error("the connection was closed before an answer came");
          }
          await new Promise(resolve => {
            this.#hearNews = resolve;
          });
        }
      }
      hearWithin(length, ms) {
        const heard = this.hear(length).catch(() => {});
        const over = new Promise(resolve => {
          this.#clock.after(ms, () => resolve(void 0));
        });
        return Promise.race([ heard, over ]);
      }
      beginning() {
        this.#read();
        return this.#heard;
      }
      #read(length) {
        const bytes = this.#socket.read(length);
        const room = mostShown - this.#heard.length;
        if (bytes && room > 0) this.#heard = Buffer.concat([ this.#heard, bytes.subarray(0, room) ]);
        return bytes;
      }
    }
    const mostShown = 100;
  },
  "packages/health/src/probes/mysql.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      mysql: () => mysql
    });
    var _conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/conversation.ts");
    const mysql = {
      name: "MySQL",
      ask: ask
    };
    async function ask(server) {
      const {sequence: sequence, payload: payload} = await packetFrom(server);
      const [type] = payload;
      if (sequence === 0 && type === 255 && payload.length > 3) return refusal(payload);
      if (sequence !== 0 || type !== 10) throw new _conversation_js__WEBPACK_IMPORTED_MODULE_0__.NotSpoken;
      await finish(server);
      return {
        serving: true
      };
    }
    const hostNotAllowed = 1130;
    function refusal(payload) {
      const code = payload.readUInt16LE(1);
      if (code === hostNotAllowed) return {
        serving: true
      };
      const message = payload.toString("utf8", 3).replace(/^#.{5}/, "");
      return {
        serving: false,
        says: `${message} (${code})`
      };
    }
    async function finish(server) {
      server.say(packet(1, response));
      const head = await server.hearWithin(4, patience);
      const answer = head && await server.hearWithin(head.readUIntLE(0, 3), patience);
      const wantsAnotherWay = answer?.[0] === 254;
      if (!head || !wantsAnotherWay) return;
      server.say(packet((head[3] ?? 0) + 1, Buffer.alloc(0)));
      await server.hearWithin(4, patience);
    }
    const patience = 500;
    const response = (() => {
      const head = Buffer.alloc(32);
      head.writeUInt32LE(512 | 32768, 0);
      head.writeUInt32LE(16777215, 4);
      head.writeUInt8(45, 8);
      return Buffer.concat([ head, Buffer.from("ci-actions\0\0") ]);
    })();
    function packet(sequence, payload) {
      const head = Buffer.alloc(4);
      head.writeUIntLE(payload.length, 0, 3);
      head.writeUInt8(sequence & 255, 3);
      return Buffer.concat([ head, payload ]);
    }
    const mostBytes = 4096;
    async function packetFrom(server) {
      const head = await server.hear(4);
      const length = head.readUIntLE(0, 3);
      if (length === 0 || length > mostBytes) throw new _conversation_js__WEBPACK_IMPORTED_MODULE_0__.NotSpoken;
      return {
        sequence: head[3],
        payload: await server.hear(length)
      };
    }
  },
  "packages/health/src/probes/socket.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      $: () => placeOf,
      a: () => withSocket
    });
    var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:events");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/loopback.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/send.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/reason.ts");
    function placeOf({hostname: hostname}, port) {
      const host = hostname.replace(/^\[|\]$/g, "");
      return {
        host: host,
        port: port,
        ...(0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.u)(host)
      };
    }
    async function withSocket(place, deadline, use) {
      const {signal: signal} = deadline;
      signal.throwIfAborted();
      const socket = open(place);
      const giveUp = () => void socket.destroy(signal.reason);
      signal.addEventListener("abort", giveUp, {
        once: true
      });
      try {
        await (0, node_events__WEBPACK_IMPORTED_MODULE_0__.once)(socket, place.isSecure ? "secureConnect" : "connect");
        socket.on("error", () => {});
        return await use(socket);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.R((0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.g)(error), "unknown", error);
      } finally {
        signal.removeEventListener("abort", giveUp);
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
