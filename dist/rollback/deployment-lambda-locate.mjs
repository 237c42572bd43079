export const id = "deployment-lambda-locate";

export const ids = [ "deployment-lambda-locate" ];

export const modules = {
  "packages/deployment/src/lambda/locate.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      locateTarget: () => locateTarget
    });
    var _ci_actions_aws__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/aws/src/access.ts");
    var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/deployment/src/lambda/api.ts");
    var _target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/deployment/src/lambda/target.ts");
    async function locateTarget({region: region, ...locator}, runner) {
      return new _target_js__WEBPACK_IMPORTED_MODULE_0__.x(new _api_js__WEBPACK_IMPORTED_MODULE_1__.M(await (0, 
      _ci_actions_aws__WEBPACK_IMPORTED_MODULE_2__.S)(runner, region)), locator);
    }
  }
};
