export const id = "deployment-ecs-locate";

export const ids = [ "deployment-ecs-locate" ];

export const modules = {
  "packages/deployment/src/ecs/locate.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      locateTarget: () => locateTarget
    });
    var _ci_actions_aws__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/aws/src/access.ts");
    var _api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/deployment/src/ecs/api.ts");
    var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/deployment/src/ecs/target.ts");
    var _task_definitions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/deployment/src/ecs/task-definitions.ts");
    async function locateTarget({region: region, application: application, deploymentGroup: deploymentGroup, ...service}, runner) {
      const access = await (0, _ci_actions_aws__WEBPACK_IMPORTED_MODULE_0__.S)(runner, region);
      const api = new _api_js__WEBPACK_IMPORTED_MODULE_1__.a(access);
      const definitions = new _task_definitions_js__WEBPACK_IMPORTED_MODULE_2__.Y(api, runner.run.url);
      if (!application || !deploymentGroup) return new _target_js__WEBPACK_IMPORTED_MODULE_3__.f(api, definitions, service);
      const {CodeDeployApi: CodeDeployApi, CodeDeployTarget: CodeDeployTarget} = await __webpack_require__.e("deployment-codedeploy").then(__webpack_require__.bind(__webpack_require__, "packages/deployment/src/codedeploy/index.ts"));
      const group = {
        application: application,
        deploymentGroup: deploymentGroup
      };
      const codedeploy = new CodeDeployApi(access);
      return new CodeDeployTarget(api, codedeploy, definitions, {
        ...service,
        ...group
      });
    }
  }
};
