export const id = "notice-slack-payload";

export const ids = [ "notice-slack-payload" ];

export const modules = {
  "packages/notice/src/slack/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      withPayload: () => withPayload
    });
    var map = __webpack_require__("packages/kit/src/map.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    var fit = __webpack_require__("packages/notice/src/fit.ts");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    function withOwn(message, own, rules) {
      const other = Object.keys(own).find(key => !rules.keys.includes(key));
      if (other !== void 0) throw new errors.dz(`Input "payload" may have the keys ${rules.keys.join(", ")}; "${other.slice(0, 80)}" is none of them.`);
      const merged = {
        ...message,
        ...own
      };
      const fault = misshape(rules.shape, merged) ?? rules.fault(merged);
      if (fault) throw new errors.dz(`Input "payload" makes a message that cannot be sent: ${fault}.`);
      return merged;
    }
    function misshape(shape, message) {
      const {success: success, issues: issues} = (0, dist.xLC)(shape, message);
      if (success) return;
      const [issue] = issues;
      return `at "${(0, dist.BuJ)(issue) ?? ""}": ${issue.message}`;
    }
    function textUpTo(most) {
      return (0, dist.FsL)((0, dist.YjP)(), (0, dist.z6Y)(text => (0, fit.Bw)(text) <= most, ({input: input}) => `${(0, 
      fit.Bw)(input)} characters, of at most ${most}`));
    }
    function listUpTo(most, item) {
      return (0, dist.FsL)((0, dist.YOg)(item), (0, dist.Ru6)(most, ({input: input}) => `${input.length} items, of at most ${most}`));
    }
    function objectsIn(value) {
      if (typeof value !== "object" || value === null) return [];
      return [ value, ...Object.values(value).flatMap(objectsIn) ];
    }
    var slack_blocks = __webpack_require__("packages/notice/src/slack/blocks.ts");
    const keys = [ "text", "blocks", "attachments", "metadata", "unfurl_links", "unfurl_media" ];
    function withPayload(message, own, mentions) {
      return withOwn(message, withCalls(mute(muteRichText(own, mentions), mentions), mentions), {
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
        blocks: [ ...blocks, ...(0, slack_blocks.Kr)(missing) ]
      };
    }
    function mute(own, mentions) {
      const text = JSON.stringify(own, (_, value) => typeof value === "string" ? muteText(value, mentions) : value);
      return JSON.parse(text);
    }
    const caller = (0, dist.Oxt)("type", [ (0, dist.Ikc)({
      type: (0, dist.euz)("user"),
      user_id: (0, dist.YjP)()
    }), (0, dist.Ikc)({
      type: (0, dist.euz)("usergroup"),
      usergroup_id: (0, dist.YjP)()
    }), (0, dist.Ikc)({
      type: (0, dist.euz)("broadcast"),
      range: (0, dist.YjP)()
    }) ]);
    function muteRichText(own, mentions) {
      const text = JSON.stringify(own, (_, value) => {
        if (!(0, dist.is)(caller, value)) return value;
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
    const textObject = most => (0, dist._H3)({
      text: textUpTo(most)
    });
    const blockShapes = {
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
        text: textUpTo(slack_blocks.Fy.whole)
      })
    };
    const typed = (0, dist._H3)({
      type: (0, dist.YjP)("a block must have a type")
    });
    const blockShape = (0, dist.RZV)(block => (0, dist.is)(typed, block) && (0, map.TE)(blockShapes, block.type) || typed);
    const blocksShape = (0, dist.lqM)(listUpTo(50, blockShape));
    const messageShape = (0, dist._H3)({
      text: (0, dist.lqM)(textUpTo(4e4)),
      blocks: blocksShape,
      attachments: (0, dist.lqM)(listUpTo(100, (0, dist._H3)({
        blocks: blocksShape
      })))
    });
    const callers = [ "broadcast", "user", "usergroup" ];
    function faultOf(message) {
      const parts = objectsIn(message);
      const odd = parts.find(part => (0, dist.is)(typed, part) && callers.includes(part.type) && !(0, 
      dist.is)(caller, part));
      if (odd) return "its rich text calls somebody without saying whom";
      const whole = parts.reduce((sum, part) => sum + lengthOfText(part), 0);
      if (whole <= slack_blocks.Fy.whole) return;
      return `it has ${whole} characters in all, of at most ${slack_blocks.Fy.whole}`;
    }
    function lengthOfText(part) {
      return "text" in part && typeof part.text === "string" ? (0, fit.Bw)(part.text) : 0;
    }
  }
};
