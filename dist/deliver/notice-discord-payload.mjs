export const id = "notice-discord-payload";

export const ids = [ "notice-discord-payload" ];

export const modules = {
  "packages/notice/src/discord/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      withPayload: () => withPayload
    });
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    var _fit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/notice/src/fit.ts");
    var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/notice/src/payload.ts");
    var _embed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/notice/src/discord/embed.ts");
    const keys = [ "content", "embeds", "tts", "poll", "applied_tags" ];
    function withPayload(message, own, mentions) {
      return (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.Lw)(message, withCalls(own, mentions), {
        keys: keys,
        shape: messageShape,
        fault: faultOf
      });
    }
    function withCalls(own, mentions) {
      const content = own.content === null ? "" : own.content;
      if (typeof content !== "string") return own;
      const muted = content.replace(/@(everyone|here)/g, word => mentions.includes(word) ? word : word.replace("@", "@​"));
      const missing = mentions.filter(one => !muted.includes(one));
      return {
        ...own,
        content: [ ...missing, muted ].join(" ").trim()
      };
    }
    const text = most => (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(most));
    const embedShape = (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
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
    const messageShape = (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
      content: text(2e3),
      embeds: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.cl6)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(10, embedShape)),
      poll: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.L5J)())
    });
    function faultOf(message) {
      const {success: success, output: output} = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(messageShape, message);
      if (!success) return;
      const {content: content, embeds: embeds, poll: poll} = output;
      if (!content && !embeds?.length && !poll) return "it has neither content nor embeds nor a poll";
      const texts = (embeds ?? []).flatMap(({title: title, description: description, fields: fields, footer: footer, author: author}) => [ title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({name: name, value: value}) => [ name, value ]) ]);
      const whole = texts.reduce((sum, it) => sum + (0, _fit_js__WEBPACK_IMPORTED_MODULE_3__.Bw)(it ?? ""), 0);
      if (whole <= _embed_js__WEBPACK_IMPORTED_MODULE_2__.F.whole) return;
      return `its embeds have ${whole} characters in all, of at most ${_embed_js__WEBPACK_IMPORTED_MODULE_2__.F.whole}`;
    }
  },
  "packages/notice/src/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      JM: () => listUpTo,
      Lw: () => withOwn,
      Qv: () => objectsIn,
      qx: () => textUpTo
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/kit/src/errors.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    var _fit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/notice/src/fit.ts");
    function withOwn(message, own, rules) {
      const other = Object.keys(own).find(key => !rules.keys.includes(key));
      if (other !== void 0) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.dz(`Input "payload" may have the keys ${rules.keys.join(", ")}; "${other.slice(0, 80)}" is none of them.`);
      const merged = {
        ...message,
        ...own
      };
      const fault = misshape(rules.shape, merged) ?? rules.fault(merged);
      if (fault) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.dz(`Input "payload" makes a message that cannot be sent: ${fault}.`);
      return merged;
    }
    function misshape(shape, message) {
      const {success: success, issues: issues} = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(shape, message);
      if (success) return;
      const [issue] = issues;
      return `at "${(0, valibot__WEBPACK_IMPORTED_MODULE_1__.BuJ)(issue) ?? ""}": ${issue.message}`;
    }
    function textUpTo(most) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_1__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.YjP)(), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_1__.z6Y)(text => (0, _fit_js__WEBPACK_IMPORTED_MODULE_2__.Bw)(text) <= most, ({input: input}) => `${(0, 
      _fit_js__WEBPACK_IMPORTED_MODULE_2__.Bw)(input)} characters, of at most ${most}`));
    }
    function listUpTo(most, item) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_1__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.YOg)(item), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_1__.Ru6)(most, ({input: input}) => `${input.length} items, of at most ${most}`));
    }
    function objectsIn(value) {
      if (typeof value !== "object" || value === null) return [];
      return [ value, ...Object.values(value).flatMap(objectsIn) ];
    }
  }
};
