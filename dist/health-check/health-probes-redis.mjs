export const id = "health-probes-redis";

export const ids = [ "health-probes-redis", "health-probes-conversation" ];

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
  "packages/health/src/probes/redis.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      redis: () => redis
    });
    var _conversation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/health/src/probes/conversation.ts");
    const redis = {
      name: "Redis",
      ask: ask
    };
    async function ask(server) {
      server.say("*1\r\n$4\r\nPING\r\n");
      const line = await lineFrom(server);
      if (line === "+PONG" || wantsLogin.test(line)) return {
        serving: true
      };
      if (/^-[A-Z]+ /.test(line)) return {
        serving: false,
        says: line.slice(1)
      };
      throw new _conversation_js__WEBPACK_IMPORTED_MODULE_0__.NotSpoken;
    }
    const wantsLogin = /^-(NOAUTH|NOPERM|ERR operation not permitted)\b/;
    const mostBytes = 512;
    async function lineFrom(server) {
      let line = "";
      while (line.length < mostBytes && !line.endsWith("\n")) line += (await server.hear(1)).toString("latin1");
      return line.trimEnd();
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
