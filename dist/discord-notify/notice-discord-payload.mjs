export const id = "notice-discord-payload";

export const ids = [ "notice-discord-payload" ];

export const modules = {
  "packages/notice/src/discord/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      withPayload: () => withPayload
    });
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
    var discord_embed = __webpack_require__("packages/notice/src/discord/embed.ts");
    const keys = [ "content", "embeds", "tts", "poll", "applied_tags" ];
    function withPayload(message, own, mentions) {
      return withOwn(message, withCalls(own, mentions), {
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
    const payload_text = most => (0, dist.cl6)(textUpTo(most));
    const embedShape = (0, dist._H3)({
      title: payload_text(discord_embed.F.title),
      description: payload_text(discord_embed.F.description),
      fields: (0, dist.cl6)(listUpTo(25, (0, dist._H3)({
        name: textUpTo(discord_embed.F.name),
        value: textUpTo(discord_embed.F.value)
      }))),
      footer: (0, dist.cl6)((0, dist._H3)({
        text: payload_text(2048)
      })),
      author: (0, dist.cl6)((0, dist._H3)({
        name: payload_text(256)
      }))
    });
    const messageShape = (0, dist._H3)({
      content: payload_text(2e3),
      embeds: (0, dist.cl6)(listUpTo(10, embedShape)),
      poll: (0, dist.lqM)((0, dist.L5J)())
    });
    function faultOf(message) {
      const {success: success, output: output} = (0, dist.xLC)(messageShape, message);
      if (!success) return;
      const {content: content, embeds: embeds, poll: poll} = output;
      if (!content && !embeds?.length && !poll) return "it has neither content nor embeds nor a poll";
      const texts = (embeds ?? []).flatMap(({title: title, description: description, fields: fields, footer: footer, author: author}) => [ title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({name: name, value: value}) => [ name, value ]) ]);
      const whole = texts.reduce((sum, it) => sum + (0, fit.Bw)(it ?? ""), 0);
      if (whole <= discord_embed.F.whole) return;
      return `its embeds have ${whole} characters in all, of at most ${discord_embed.F.whole}`;
    }
  }
};
