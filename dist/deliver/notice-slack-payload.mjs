export const id = "notice-slack-payload";

export const ids = [ "notice-slack-payload" ];

export const modules = {
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
  },
  "packages/notice/src/slack/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      withPayload: () => withPayload
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("valibot/dist/index.mjs");
    var _fit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/notice/src/fit.ts");
    var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/notice/src/payload.ts");
    var _blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/notice/src/slack/blocks.ts");
    const keys = [ "text", "blocks", "attachments", "metadata", "unfurl_links", "unfurl_media" ];
    function withPayload(message, own, mentions) {
      return (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.Lw)(message, withCalls(mute(muteRichText(own, mentions), mentions), mentions), {
        keys: keys,
        shape: messageShape,
        fault: faultOf
      });
    }
    function withCalls(own, mentions) {
      const {blocks: blocks, attachments: attachments} = own;
      if (!Array.isArray(blocks)) return own;
      const shown = JSON.stringify([ blocks, attachments ]);
      const missing = mentions.filter(one => !shown.includes(one) && !shown.includes(one.replace(">", "|")));
      return {
        ...own,
        blocks: [ ...blocks, ...(0, _blocks_js__WEBPACK_IMPORTED_MODULE_1__.Kr)(missing) ]
      };
    }
    function mute(own, mentions) {
      const text = JSON.stringify(own, (_, value) => typeof value === "string" ? muteText(value, mentions) : value);
      return JSON.parse(text);
    }
    const caller = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Oxt)("type", [ (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("user"),
      user_id: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }), (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("usergroup"),
      usergroup_id: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }), (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("broadcast"),
      range: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }) ]);
    function muteRichText(own, mentions) {
      const text = JSON.stringify(own, (_, value) => {
        if (!(0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(caller, value)) return value;
        const [mark, shown] = value.type === "user" ? [ `<@${value.user_id}>`, `@${value.user_id}` ] : value.type === "usergroup" ? [ `<!subteam^${value.usergroup_id}>`, `@${value.usergroup_id}` ] : [ `<!${value.range}>`, `@${value.range}` ];
        return mentions.includes(mark) ? value : {
          type: "text",
          text: shown
        };
      });
      return JSON.parse(text);
    }
    function muteText(text, mentions) {
      return text.replace(/<(?=[!@])(?!!date\^)([^>]*)(>?)/g, (mark, inner, end) => {
        const isCalled = mentions.includes(`<${inner.split("|")[0]}>`);
        return isCalled ? mark : `&lt;${inner}${end && "&gt;"}`;
      });
    }
    const textObject = most => (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      text: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(most)
    });
    const blockShapes = {
      header: (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        text: textObject(_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.header)
      }),
      section: (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        text: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)(textObject(_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.section)),
        fields: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.fields, textObject(2e3)))
      }),
      context: (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        elements: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(10, (0, valibot__WEBPACK_IMPORTED_MODULE_2__.L5J)())
      }),
      actions: (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        elements: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(25, (0, valibot__WEBPACK_IMPORTED_MODULE_2__.L5J)())
      }),
      markdown: (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        text: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.whole)
      })
    };
    const typed = (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)("a block must have a type")
    });
    const blockShape = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.RZV)(block => (0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typed, block) && (0, 
    _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.TE)(blockShapes, block.type) || typed);
    const blocksShape = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(50, blockShape));
    const messageShape = (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      text: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(4e4)),
      blocks: blocksShape,
      attachments: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(100, (0, 
      valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        blocks: blocksShape
      })))
    });
    const callers = [ "broadcast", "user", "usergroup" ];
    function faultOf(message) {
      const parts = (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.Qv)(message);
      const odd = parts.find(part => (0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typed, part) && callers.includes(part.type) && !(0, 
      valibot__WEBPACK_IMPORTED_MODULE_2__.is)(caller, part));
      if (odd) return "its rich text calls somebody without saying whom";
      const whole = parts.reduce((sum, part) => sum + lengthOfText(part), 0);
      if (whole <= _blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.whole) return;
      return `it has ${whole} characters in all, of at most ${_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.whole}`;
    }
    function lengthOfText(part) {
      return "text" in part && typeof part.text === "string" ? (0, _fit_js__WEBPACK_IMPORTED_MODULE_4__.Bw)(part.text) : 0;
    }
  }
};
