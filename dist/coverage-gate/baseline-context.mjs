export const id = "baseline-context";

export const ids = [ "baseline-context" ];

export const modules = {
  "actions/coverage-gate/src/baseline/context.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      branchContext: () => branchContext
    });
    var _baseline_mode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("actions/coverage-gate/src/baseline/baseline-mode.ts");
    var _cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("actions/coverage-gate/src/baseline/cache.ts");
    var _delta_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("actions/coverage-gate/src/baseline/delta.ts");
    function branchContext({inputs: inputs, checkouts: checkouts, deadline: deadline, runner: runner}) {
      const {baseline: baseline, name: name} = inputs;
      return {
        async delta(whole) {
          if (!(0, _baseline_mode_js__WEBPACK_IMPORTED_MODULE_2__.uf)(baseline)) return;
          return (0, _delta_js__WEBPACK_IMPORTED_MODULE_1__.$)((0, _cache_js__WEBPACK_IMPORTED_MODULE_0__.mF)(baseline, runner), whole, checkouts[0]);
        },
        async publish(_, __, report) {
          if (!(0, _baseline_mode_js__WEBPACK_IMPORTED_MODULE_2__.mL)(baseline, runner)) return;
          await (0, _cache_js__WEBPACK_IMPORTED_MODULE_0__.Pd)(report, {
            name: name,
            branch: runner.run.branch
          }, runner, deadline);
        }
      };
    }
  }
};
