export const id = "github";

export const ids = [ "github" ];

export const modules = {
  "packages/github/src/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      getOctokit: () => _octokit_js__WEBPACK_IMPORTED_MODULE_0__.Q
    });
    var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/github/src/octokit.ts");
  }
};
