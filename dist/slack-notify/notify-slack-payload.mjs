export const id = "notify-slack-payload";

export const ids = [ "notify-slack-payload" ];

export const modules = {
  "packages/notify/src/slack/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      applyUserPayload: () => applyUserPayload
    });
    var map = __webpack_require__("packages/kit/src/map.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var truncate = __webpack_require__("packages/notify/src/truncate.ts");
    function mergeUserPayload(message, payload, rules) {
      const unknownKey = Object.keys(payload).find(key => !rules.keys.includes(key));
      if (unknownKey !== void 0) throw new errors.dz(`Input "payload" must not contain "${unknownKey.slice(0, 80)}". Allowed keys are ${rules.keys.join(", ")}.`);
      const merged = {
        ...message,
        ...payload
      };
      const problem = findSchemaProblem(rules.schema, merged) ?? rules.findProblem(merged);
      if (problem) throw new errors.dz(`Input "payload" makes the message invalid: ${problem}.`);
      return merged;
    }
    function findSchemaProblem(schema, message) {
      const {success: success, issues: issues} = (0, dist.xLC)(schema, message);
      if (success) return;
      const [issue] = issues;
      return `at "${(0, dist.BuJ)(issue) ?? ""}": ${issue.message}`;
    }
    function textUpTo(max) {
      return (0, dist.FsL)((0, dist.YjP)(), (0, dist.z6Y)(text => (0, truncate.Dq)(text) <= max, ({input: input}) => `${(0, 
      truncate.Dq)(input)} characters, but the maximum is ${max}`));
    }
    function listUpTo(max, item) {
      return (0, dist.FsL)((0, dist.YOg)(item), (0, dist.Ru6)(max, ({input: input}) => `${input.length} items, but the maximum is ${max}`));
    }
    function nestedObjects(value) {
      if (typeof value !== "object" || value === null) return [];
      return [ value, ...Object.values(value).flatMap(nestedObjects) ];
    }
    var slack_blocks = __webpack_require__("packages/notify/src/slack/blocks.ts");
    const keys = [ "text", "blocks", "attachments", "metadata", "unfurl_links", "unfurl_media" ];
    function applyUserPayload(message, payload, mentions) {
      const muted = muteMarkup(muteRichText(payload, mentions), mentions);
      const rules = {
        keys: keys,
        schema: messageSchema,
        findProblem: findProblem
      };
      return mergeUserPayload(message, withMentions(muted, mentions), rules);
    }
    function withMentions(payload, mentions) {
      const {blocks: blocks, attachments: attachments} = payload;
      if (!Array.isArray(blocks)) return payload;
      const json = JSON.stringify([ blocks, attachments ]);
      const missing = mentions.filter(mention => !json.includes(mention) && !json.includes(mention.replace(">", "|")));
      return {
        ...payload,
        blocks: [ ...blocks, ...(0, slack_blocks.nI)(missing) ]
      };
    }
    function muteMarkup(payload, mentions) {
      const json = JSON.stringify(payload, (_, value) => typeof value === "string" ? muteText(value, mentions) : value);
      return JSON.parse(json);
    }
    const richTextMention = (0, dist.Oxt)("type", [ (0, dist.Ikc)({
      type: (0, dist.euz)("user"),
      user_id: (0, dist.YjP)()
    }), (0, dist.Ikc)({
      type: (0, dist.euz)("usergroup"),
      usergroup_id: (0, dist.YjP)()
    }), (0, dist.Ikc)({
      type: (0, dist.euz)("broadcast"),
      range: (0, dist.YjP)()
    }) ]);
    function muteRichText(payload, mentions) {
      const json = JSON.stringify(payload, (_, value) => {
        if (!(0, dist.is)(richTextMention, value)) return value;
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
    const textObject = max => (0, dist._H3)({
      text: textUpTo(max)
    });
    const blockSchemas = {
      header: (0, dist._H3)({
        text: textObject(slack_blocks.Fy.header)
      }),
      section: (0, dist._H3)({
        text: (0, dist.lqM)(textObject(slack_blocks.Fy.section)),
        fields: (0, dist.lqM)(listUpTo(slack_blocks.Fy.fields, textObject(2e3)))
      }),
      context: (0, dist._H3)({
        elements: listUpTo(10, (0, dist.L5J)())
      }),
      actions: (0, dist._H3)({
        elements: listUpTo(25, (0, dist.L5J)())
      }),
      markdown: (0, dist._H3)({
        text: textUpTo(slack_blocks.Fy.total)
      })
    };
    const typedObject = (0, dist._H3)({
      type: (0, dist.YjP)("a block must have a type")
    });
    const blockSchema = (0, dist.RZV)(block => (0, dist.is)(typedObject, block) && (0, 
    map.TE)(blockSchemas, block.type) || typedObject);
    const blocksSchema = (0, dist.lqM)(listUpTo(50, blockSchema));
    const messageSchema = (0, dist._H3)({
      text: (0, dist.lqM)(textUpTo(4e4)),
      blocks: blocksSchema,
      attachments: (0, dist.lqM)(listUpTo(100, (0, dist._H3)({
        blocks: blocksSchema
      })))
    });
    const mentionTypes = [ "broadcast", "user", "usergroup" ];
    function findProblem(message) {
      const objects = nestedObjects(message);
      const incomplete = objects.find(part => (0, dist.is)(typedObject, part) && mentionTypes.includes(part.type) && !(0, 
      dist.is)(richTextMention, part));
      if (incomplete) return "a mention in its rich text does not name whom to mention";
      const total = objects.reduce((sum, part) => sum + textLength(part), 0);
      if (total <= slack_blocks.Fy.total) return;
      return `it has ${total} characters in total, but the maximum is ${slack_blocks.Fy.total}`;
    }
    function textLength(part) {
      return "text" in part && typeof part.text === "string" ? (0, truncate.Dq)(part.text) : 0;
    }
  }
};
