export const id = "health-probes-grpc";

export const ids = [ "health-probes-grpc" ];

export const modules = {
  "packages/health/src/probes/grpc.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      askGrpc: () => askGrpc
    });
    var node_querystring__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:querystring");
    var node_querystring__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_querystring__WEBPACK_IMPORTED_MODULE_0__);
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/response.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/send.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/reason.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/http/src/loopback.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/quote.ts");
    async function askGrpc(url, headers, connection, deadline) {
      deadline.signal.throwIfAborted();
      const service = node_querystring__WEBPACK_IMPORTED_MODULE_0___default().unescape(url.pathname.slice(1));
      const session = open(url, connection);
      const giveUp = () => session.destroy(deadline.signal.reason);
      deadline.signal.addEventListener("abort", giveUp, {
        once: true
      });
      try {
        let certificateEnds;
        session.on("connect", (_session, socket) => {
          certificateEnds = (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.n_)(socket);
        });
        const said = verdict(service, await call(session, headers, question(service)));
        return {
          ...said,
          certificateEnds: certificateEnds
        };
      } catch (error) {
        if (deadline.signal.aborted) throw deadline.signal.reason;
        const first = error instanceof Error && error.cause ? error.cause : error;
        throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.R((0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.g)(first), "unknown", error);
      } finally {
        deadline.signal.removeEventListener("abort", giveUp);
        session.destroy();
      }
    }
    function open({protocol: protocol, host: host, hostname: hostname}, {ca: ca, insecure: insecure}) {
      const http2 = process.getBuiltinModule("node:http2");
      const scheme = protocol === "grpcs:" ? "https" : "http";
      const trust = {
        ...ca && {
          ca: ca
        },
        rejectUnauthorized: !insecure
      };
      return http2.connect(`${scheme}://${host}`, {
        ...(0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_4__.u)(hostname),
        ...trust
      });
    }
    const mostBytes = 4096;
    function call(session, headers, body) {
      return new Promise((resolve, reject) => {
        const closed = () => reject(new Error("the connection was closed before an answer came"));
        session.on("error", reject);
        session.on("close", closed);
        const stream = session.request({
          ...headers,
          ":method": "POST",
          ":path": "/grpc.health.v1.Health/Check",
          "content-type": "application/grpc",
          te: "trailers"
        });
        let fields = {};
        const chunks = [];
        let length = 0;
        stream.on("response", head => {
          fields = {
            ...head
          };
        });
        stream.on("trailers", trailers => {
          fields = {
            ...fields,
            ...trailers
          };
        });
        stream.on("data", chunk => {
          if (length < mostBytes) chunks.push(chunk);
          length += chunk.length;
        });
        stream.on("error", reject);
        stream.on("end", () => {
          if (fields[":status"] === void 0) return closed();
          resolve({
            status: Number(fields[":status"]),
            contentType: String(fields["content-type"] ?? ""),
            grpcStatus: fields["grpc-status"] === void 0 ? void 0 : String(fields["grpc-status"]),
            message: node_querystring__WEBPACK_IMPORTED_MODULE_0___default().unescape(String(fields["grpc-message"] ?? "")),
            body: Buffer.concat(chunks)
          });
        });
        stream.end(body);
      });
    }
    function question(service) {
      const name = Buffer.from(service);
      const message = name.length === 0 ? name : Buffer.concat([ Buffer.of(10), varint(name.length), name ]);
      const prefix = Buffer.alloc(5);
      prefix.writeUInt32BE(message.length, 1);
      return Buffer.concat([ prefix, message ]);
    }
    function varint(number) {
      const bytes = [];
      let rest = number;
      for (;rest > 127; rest >>>= 7) bytes.push(rest & 127 | 128);
      return Buffer.of(...bytes, rest);
    }
    const states = [ "UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN" ];
    function verdict(service, answer) {
      const {status: status, contentType: contentType, grpcStatus: grpcStatus, message: message, body: body} = answer;
      const no = reason => ({
        kind: "said",
        serving: false,
        reason: reason
      });
      if (status !== 200 || !contentType.startsWith("application/grpc")) return no(`answered HTTP ${status}, which is not gRPC`);
      const named = service === "" ? "the server" : (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(service, 80);
      if (grpcStatus === "5") return no(`knows no service "${named}" (NOT_FOUND)`);
      if (grpcStatus === "12") return no("has no health service, grpc.health.v1.Health (UNIMPLEMENTED)");
      if (grpcStatus !== "0") {
        const said = message === "" ? "" : `: ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(message, 120)}`;
        return no(`answered gRPC status ${grpcStatus ?? "none"}${said}`);
      }
      const state = stateIn(body);
      if (state === void 0) return no("answered gRPC status 0, but no health that can be read");
      const reason = `says of ${named}: ${states[state] ?? state}`;
      return {
        kind: "said",
        serving: states[state] === "SERVING",
        reason: reason
      };
    }
    function stateIn(body) {
      if (body.length < 5 || body[0] !== 0) return;
      const message = body.subarray(5, 5 + body.readUInt32BE(1));
      if (message.length === 0) return 0;
      const [tag, value] = message;
      return tag === 8 && value !== void 0 && value < 128 ? value : void 0;
    }
  }
};
