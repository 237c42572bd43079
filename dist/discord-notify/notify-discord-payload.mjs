export const id = "notify-discord-payload";

export const ids = [ "notify-discord-payload" ];

export const modules = {
  "packages/notify/src/discord/payload.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      applyUserPayload: () => applyUserPayload
    });
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
    var discord_embed = __webpack_require__("packages/notify/src/discord/embed.ts");
    const keys = [ "content", "embeds", "tts", "poll", "applied_tags" ];
    function applyUserPayload(message, payload, mentions) {
      const rules = {
        keys: keys,
        schema: messageSchema,
        findProblem: findProblem
      };
      return mergeUserPayload(message, withMentions(payload, mentions), rules);
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
    const payload_text = max => (0, dist.cl6)(textUpTo(max));
    const embedSchema = (0, dist._H3)({
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
    const messageSchema = (0, dist._H3)({
      content: payload_text(2e3),
      embeds: (0, dist.cl6)(listUpTo(10, embedSchema)),
      poll: (0, dist.lqM)((0, dist.L5J)())
    });
    function findProblem(message) {
      const {success: success, output: output} = (0, dist.xLC)(messageSchema, message);
      if (!success) return;
      const {content: content, embeds: embeds, poll: poll} = output;
      if (!content && !embeds?.length && !poll) return "it has no content, embeds or poll";
      const texts = (embeds ?? []).flatMap(({title: title, description: description, fields: fields, footer: footer, author: author}) => [ title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({name: name, value: value}) => [ name, value ]) ]);
      const total = texts.reduce((sum, text) => sum + (0, truncate.Dq)(text ?? ""), 0);
      if (total <= discord_embed.F.total) return;
      return `its embeds have ${total} characters in total, but the maximum is ${discord_embed.F.total}`;
    }
  }
};
