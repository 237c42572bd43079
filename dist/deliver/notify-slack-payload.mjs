export const id = "notify-slack-payload";

export const ids = [ "notify-slack-payload" ];

export const modules = {
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
  },
  "packages/notify/src/slack/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      applyUserPayload: () => applyUserPayload
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("valibot/dist/index.mjs");
    var _payload_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/notify/src/payload.ts");
    var _truncate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/notify/src/truncate.ts");
    var _blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/notify/src/slack/blocks.ts");
    const keys = [ "text", "blocks", "attachments", "metadata", "unfurl_links", "unfurl_media" ];
    function applyUserPayload(message, payload, mentions) {
      const muted = muteMarkup(muteRichText(payload, mentions), mentions);
      const rules = {
        keys: keys,
        schema: messageSchema,
        findProblem: findProblem
      };
      return (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qj)(message, withMentions(muted, mentions), rules);
    }
    function withMentions(payload, mentions) {
      const {blocks: blocks, attachments: attachments} = payload;
      if (!Array.isArray(blocks)) return payload;
      const json = JSON.stringify([ blocks, attachments ]);
      const missing = mentions.filter(mention => !json.includes(mention) && !json.includes(mention.replace(">", "|")));
      return {
        ...payload,
        blocks: [ ...blocks, ...(0, _blocks_js__WEBPACK_IMPORTED_MODULE_1__.nI)(missing) ]
      };
    }
    function muteMarkup(payload, mentions) {
      const json = JSON.stringify(payload, (_, value) => typeof value === "string" ? muteText(value, mentions) : value);
      return JSON.parse(json);
    }
    const richTextMention = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Oxt)("type", [ (0, 
    valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("user"),
      user_id: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }), (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("usergroup"),
      usergroup_id: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }), (0, valibot__WEBPACK_IMPORTED_MODULE_2__.Ikc)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.euz)("broadcast"),
      range: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)()
    }) ]);
    function muteRichText(payload, mentions) {
      const json = JSON.stringify(payload, (_, value) => {
        if (!(0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(richTextMention, value)) return value;
        const [markup, text] = value.type === "user" ? [ `<@${value.user_id}>`, `@${value.user_id}` ] : value.type === "usergroup" ? [ `<!subteam^${value.usergroup_id}>`, `@${value.usergroup_id}` ] : [ `<!${value.range}>`, `@${value.range}` ];
        return mentions.includes(markup) ? value : {
          type: "text",
          text: text
        };
      });
      return JSON.parse(json);
    }
    function muteText(text, mentions) {
      return text.replace(/<(?=[!@])(?!!date\^)([^>]*)(>?)/g, (markup, inner, end) => {
        const isAllowed = mentions.includes(`<${inner.split("|")[0]}>`);
        return isAllowed ? markup : `&lt;${inner}${end && "&gt;"}`;
      });
    }
    const textObject = max => (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      text: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(max)
    });
    const blockSchemas = {
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
        text: (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.total)
      })
    };
    const typedObject = (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      type: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.YjP)("a block must have a type")
    });
    const blockSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.RZV)(block => (0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typedObject, block) && (0, 
    _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.TE)(blockSchemas, block.type) || typedObject);
    const blocksSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(50, blockSchema));
    const messageSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
      text: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.qx)(4e4)),
      blocks: blocksSchema,
      attachments: (0, valibot__WEBPACK_IMPORTED_MODULE_2__.lqM)((0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.JM)(100, (0, 
      valibot__WEBPACK_IMPORTED_MODULE_2__._H3)({
        blocks: blocksSchema
      })))
    });
    const mentionTypes = [ "broadcast", "user", "usergroup" ];
    function findProblem(message) {
      const objects = (0, _payload_js__WEBPACK_IMPORTED_MODULE_0__.og)(message);
      const incomplete = objects.find(part => (0, valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typedObject, part) && mentionTypes.includes(part.type) && !(0, 
      valibot__WEBPACK_IMPORTED_MODULE_2__.is)(richTextMention, part));
      if (incomplete) return "a mention in its rich text does not name whom to mention";
      const total = objects.reduce((sum, part) => sum + textLength(part), 0);
      if (total <= _blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.total) return;
      return `it has ${total} characters in total, but the maximum is ${_blocks_js__WEBPACK_IMPORTED_MODULE_1__.Fy.total}`;
    }
    function textLength(part) {
      return "text" in part && typeof part.text === "string" ? (0, _truncate_js__WEBPACK_IMPORTED_MODULE_4__.Dq)(part.text) : 0;
    }
  }
};
