export const id = "health-probes-grpc";

export const ids = [ "health-probes-grpc" ];

export const modules = {
  "packages/health/src/probes/grpc.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      probeGrpc: () => probeGrpc
    });
    var node_querystring__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:querystring");
    var node_querystring__WEBPACK_IMPORTED_MODULE_0___default = __webpack_require__.n(node_querystring__WEBPACK_IMPORTED_MODULE_0__);
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/http/src/response.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/send.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/reason.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/http/src/loopback.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/quote.ts");
    async function probeGrpc(url, headers, connection, deadline) {
      deadline.signal.throwIfAborted();
      const service = node_querystring__WEBPACK_IMPORTED_MODULE_0___default().unescape(url.pathname.slice(1));
      const session = open(url, connection);
      const abort = () => session.destroy(deadline.signal.reason);
      deadline.signal.addEventListener("abort", abort, {
        once: true
      });
      try {
        let certificateEnds;
        session.on("connect", (_session, socket) => {
          certificateEnds = (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_1__.n_)(socket);
        });
        const response = await sendRequest(session, headers, encodeRequest(service));
        return {
          ...toServerStatus(service, response),
          certificateEnds: certificateEnds
        };
      } catch (error) {
        if (deadline.signal.aborted) throw deadline.signal.reason;
        const cause = error instanceof Error && error.cause ? error.cause : error;
        throw new _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.R((0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.g)(cause), "unknown", error);
      } finally {
        deadline.signal.removeEventListener("abort", abort);
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
    const maxBytes = 4096;
    function sendRequest(session, headers, body) {
      return new Promise((resolve, reject) => {
        const closed = () => reject(new Error("the connection was closed before a response arrived"));
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
          if (length < maxBytes) chunks.push(chunk);
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
    function encodeRequest(service) {
      const name = Buffer.from(service);
      const message = name.length === 0 ? name : Buffer.concat([ Buffer.of(10), encodeVarint(name.length), name ]);
      const prefix = Buffer.alloc(5);
      prefix.writeUInt32BE(message.length, 1);
      return Buffer.concat([ prefix, message ]);
    }
    function encodeVarint(number) {
      const bytes = [];
      let rest = number;
      for (;rest > 127; rest >>>= 7) bytes.push(rest & 127 | 128);
      return Buffer.of(...bytes, rest);
    }
    const servingStatuses = [ "UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN" ];
    function toServerStatus(service, response) {
      const {status: status, contentType: contentType, grpcStatus: grpcStatus, message: message, body: body} = response;
      const notServing = reason => ({
        kind: "server-status",
        serving: false,
        reason: reason
      });
      if (status !== 200 || !contentType.startsWith("application/grpc")) return notServing(`answered HTTP ${status}, which is not gRPC`);
      const named = service === "" ? "the server" : (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(service, 80);
      if (grpcStatus === "5") return notServing(`has no service "${named}" (NOT_FOUND)`);
      if (grpcStatus === "12") return notServing("has no health service, grpc.health.v1.Health (UNIMPLEMENTED)");
      if (grpcStatus !== "0") {
        const suffix = message === "" ? "" : `: ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.K)(message, 120)}`;
        return notServing(`answered gRPC status ${grpcStatus ?? "none"}${suffix}`);
      }
      const state = parseServingStatus(body);
      if (state === void 0) return notServing("answered gRPC status 0, but without a readable health status");
      const reason = `reports ${servingStatuses[state] ?? state} for ${named}`;
      return {
        kind: "server-status",
        serving: servingStatuses[state] === "SERVING",
        reason: reason
      };
    }
    function parseServingStatus(body) {
      if (body.length < 5 || body[0] !== 0) return;
      const message = body.subarray(5, 5 + body.readUInt32BE(1));
      if (message.length === 0) return 0;
      const [tag, value] = message;
      return tag === 8 && value !== void 0 && value < 128 ? value : void 0;
    }
  }
};
