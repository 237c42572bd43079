export const id = 778;
export const ids = [778];
export const modules = {

/***/ 8778:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withPayload: () => (/* binding */ withPayload)
/* harmony export */ });
/* harmony import */ var _ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4132);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7204);



const keys = ['text', 'blocks', 'attachments', 'metadata', 'unfurl_links', 'unfurl_media'];
/**
 * The message with what the author wrote in place of ours. A mention in it calls somebody only if
 * the inputs do too, so that no text that was put into it can.
 */
function withPayload(message, own, mentions) {
    return (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .withOwn */ .Lw)(message, mute(own, mentions), { keys, shape: messageShape, fault: faultOf });
}
function mute(own, mentions) {
    const text = JSON.stringify(own, (_, value) => typeof value === 'string' ? muteText(value, mentions) : value);
    return JSON.parse(text);
}
/** `<!date^…>` looks like a mention and is none. */
function muteText(text, mentions) {
    return text.replace(/<(?=[!@])(?!!date\^)([^>]*)(>?)/g, (mark, inner, end) => {
        const isCalled = mentions.includes(`<${inner.split('|')[0]}>`);
        return isCalled ? mark : `&lt;${inner}${end && '&gt;'}`;
    });
}
const textObject = (most) => (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ text: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(most) });
/** https://docs.slack.dev/reference/block-kit/blocks; what is not listed has no limit of its own. */
const blockShapes = {
    header: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ text: textObject(_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.header) }),
    section: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({
        text: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)(textObject(_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.section)),
        fields: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(10, textObject(2_000))),
    }),
    context: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ elements: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(10, (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J)()) }),
    actions: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ elements: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(25, (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J)()) }),
    markdown: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ text: (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.whole) }),
};
const typed = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ type: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP)('a block must have a type') });
const blockShape = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .lazy */ .RZV)((block) => {
    return ((0,valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typed, block) && blockShapes[block.type]) || typed;
});
const blocksShape = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(50, blockShape));
const messageShape = (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({
    text: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .textUpTo */ .qx)(40_000)),
    blocks: blocksShape,
    attachments: (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM)((0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .listUpTo */ .JM)(100, (0,valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3)({ blocks: blocksShape }))),
});
const calls = ['broadcast', 'user', 'usergroup'];
function faultOf(message) {
    const parts = (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(message);
    if (parts.some((part) => (0,valibot__WEBPACK_IMPORTED_MODULE_2__.is)(typed, part) && calls.includes(part.type))) {
        return 'its rich text calls somebody, which only "mention" and "mention-map" may';
    }
    const whole = parts.reduce((sum, part) => sum + lengthOfText(part), 0);
    if (whole <= _blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.whole)
        return undefined;
    return `it has ${whole} characters in all, of at most ${_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .limits */ .F.whole}`;
}
function lengthOfText(part) {
    return 'text' in part && typeof part.text === 'string' ? (0,_ci_actions_notice__WEBPACK_IMPORTED_MODULE_0__/* .length */ .Bw)(part.text) : 0;
}


/***/ })

};
