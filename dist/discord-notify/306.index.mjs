export const id = 306;
export const ids = [306];
export const modules = {

/***/ 2306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withPayload: () => (/* binding */ withPayload)
/* harmony export */ });
/* harmony import */ var _ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4132);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _embed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1645);



const keys = ['content', 'embeds', 'tts', 'poll', 'applied_tags'];
/** The message with what the author wrote in place of ours; whom it may call stays as it is. */
function withPayload(message, own) {
    return (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .withOwn */ .Lw)(message, own, { keys, shape: messageShape, fault: faultOf });
}
const text = (most) => (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(most));
/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embedShape = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({
    title: text(_embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.title),
    description: text(_embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.description),
    fields: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(25, (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ name: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(_embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.name), value: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(_embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.value) }))),
    footer: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6)((0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ text: text(2_048) })),
    author: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6)((0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ name: text(256) })),
});
const messageShape = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({
    content: text(2_000),
    embeds: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(10, embedShape)),
    poll: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)((0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J)()),
});
function faultOf(message) {
    const { success, output } = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC)(messageShape, message);
    if (!success)
        return undefined;
    const { content, embeds, poll } = output;
    if (!content && !embeds?.length && !poll)
        return 'it has neither content nor embeds nor a poll';
    const texts = (embeds ?? []).flatMap(({ title, description, fields, footer, author }) => [
        title,
        description,
        footer?.text,
        author?.name,
        ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ]);
    const whole = texts.reduce((sum, it) => sum + (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .length */ .Bw)(it ?? ''), 0);
    if (whole <= _embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.whole)
        return undefined;
    return `its embeds have ${whole} characters in all, of at most ${_embed_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.whole}`;
}


/***/ })

};
