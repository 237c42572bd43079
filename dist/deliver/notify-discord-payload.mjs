export const id = "notify-discord-payload";

export const ids = [ "notify-discord-payload" ];

export const modules = {
  "packages/notify/src/discord/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      applyUserPayload: () => applyUserPayload
    });
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/notify/src/payload.ts");
    var _truncate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/notify/src/truncate.ts");
    var _embed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/notify/src/discord/embed.ts");
    const keys = [ "content", "embeds", "tts", "poll", "applied_tags" ];
    function applyUserPayload(message, payload, mentions) {
      const rules = {
        keys: keys,
        schema: messageSchema,
        findProblem: findProblem
      };
      return (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qj)(message, withMentions(payload, mentions), rules);
    }
    function withMentions(payload, mentions) {
      const content = payload.content === null ? "" : payload.content;
      if (typeof content !== "string") return payload;
      const muted = content.replace(/@(everyone|here)/g, word => mentions.includes(word) ? word : word.replace("@", "@​"));
      const missing = mentions.filter(mention => !muted.includes(mention));
      return {
        ...payload,
        content: [ ...missing, muted ].join(" ").trim()
      };
    }
    const text = max => (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(max));
    const embedSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
      title: text(_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.title),
      description: text(_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.description),
      fields: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(25, (0, 
      valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
        name: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.name),
        value: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.value)
      }))),
      footer: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
        text: text(2048)
      })),
      author: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
        name: text(256)
      }))
    });
    const messageSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
      content: text(2e3),
      embeds: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(10, embedSchema)),
      poll: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.L5J)())
    });
    function findProblem(message) {
      const {success: success, output: output} = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(messageSchema, message);
      if (!success) return;
      const {content: content, embeds: embeds, poll: poll} = output;
      if (!content && !embeds?.length && !poll) return "it has no content, embeds or poll";
      const texts = (embeds ?? []).flatMap(({title: title, description: description, fields: fields, footer: footer, author: author}) => [ title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({name: name, value: value}) => [ name, value ]) ]);
      const total = texts.reduce((sum, text) => sum + (0, _truncate_js__WEBPACK_IMPORTED_MODULE_3__.Dq)(text ?? ""), 0);
      if (total <= _embed_js__WEBPACK_IMPORTED_MODULE_2__.F.total) return;
      return `its embeds have ${total} characters in total, but the maximum is ${_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.total}`;
    }
  },
  "packages/notify/src/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      JM: () => listUpTo,
      og: () => nestedObjects,
      qj: () => mergeUserPayload,
      qx: () => textUpTo
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/kit/src/errors.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    var _truncate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/notify/src/truncate.ts");
    function mergeUserPayload(message, payload, rules) {
      const unknownKey = Object.keys(payload).find(key => !rules.keys.includes(key));
      if (unknownKey !== void 0) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.dz(`Input "payload" must not contain "${unknownKey.slice(0, 80)}". Allowed keys are ${rules.keys.join(", ")}.`);
      const merged = {
        ...message,
        ...payload
      };
      const problem = findSchemaProblem(rules.schema, merged) ?? rules.findProblem(merged);
      if (problem) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.dz(`Input "payload" makes the message invalid: ${problem}.`);
      return merged;
    }
    function findSchemaProblem(schema, message) {
      const {success: success, issues: issues} = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(schema, message);
      if (success) return;
      const [issue] = issues;
      return `at "${(0, valibot__WEBPACK_IMPORTED_MODULE_1__.BuJ)(issue) ?? ""}": ${issue.message}`;
    }
    function textUpTo(max) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_1__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.YjP)(), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_1__.z6Y)(text => (0, _truncate_js__WEBPACK_IMPORTED_MODULE_2__.Dq)(text) <= max, ({input: input}) => `${(0, 
      _truncate_js__WEBPACK_IMPORTED_MODULE_2__.Dq)(input)} characters, but the maximum is ${max}`));
    }
    function listUpTo(max, item) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_1__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.YOg)(item), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_1__.Ru6)(max, ({input: input}) => `${input.length} items, but the maximum is ${max}`));
    }
    function nestedObjects(value) {
      if (typeof value !== "object" || value === null) return [];
      return [ value, ...Object.values(value).flatMap(nestedObjects) ];
    }
  }
};
