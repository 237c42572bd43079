export const id = "deployment-codedeploy-appspec-file";

export const ids = [ "deployment-codedeploy-appspec-file" ];

export const modules = {
  "packages/deployment/src/codedeploy/appspec-file.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.r(__webpack_exports__);
    __webpack_require__.d(__webpack_exports__, {
      appSpecIn: () => appSpecIn
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/kit/src/file.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("packages/kit/src/issue.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    var _structured_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/deployment/src/structured-file.ts");
    var _appspec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/deployment/src/codedeploy/appspec.ts");
    async function appSpecIn(name, runner) {
      const text = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__.jH)("codedeploy-appspec", name, runner.workspace).toString();
      const result = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(_appspec_js__WEBPACK_IMPORTED_MODULE_2__.kP, await (0, 
      _structured_file_js__WEBPACK_IMPORTED_MODULE_3__.c)(name, text));
      if (result.success) return result.output;
      const [issue] = result.issues;
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.dz(`The AppSpec ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.h)(name)} is not one for an ECS service (${(0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.n)(issue, _appspec_js__WEBPACK_IMPORTED_MODULE_2__.kP) ?? issue.message}). ` + 'It needs "Resources" with one "TargetService" that has "Type" and "Properties".');
    }
  },
  "packages/deployment/src/codedeploy/appspec.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      DT: () => revisionOf,
      LF: () => read,
      _T: () => builtFor,
      ah: () => taskDefinitionIn,
      kP: () => appSpecSchema
    });
    var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/map.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/json.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    const appSpecSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
      Resources: (0, valibot__WEBPACK_IMPORTED_MODULE_1__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.YOg)((0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.A7)((0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({
        Properties: (0, valibot__WEBPACK_IMPORTED_MODULE_1__._H3)({})
      }))), (0, valibot__WEBPACK_IMPORTED_MODULE_1__.BpQ)(1))
    });
    function builtFor({serviceName: serviceName, loadBalancers: loadBalancers, platformVersion: platformVersion}) {
      const [balancer] = loadBalancers;
      if (!balancer?.containerName || !balancer.containerPort) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.lZ(`${serviceName} has no load balancer that CodeDeploy could switch. Set "codedeploy-appspec".`);
      const {containerName: containerName, containerPort: containerPort} = balancer;
      return {
        version: 0,
        Resources: [ {
          TargetService: {
            Type: "AWS::ECS::Service",
            Properties: {
              LoadBalancerInfo: {
                ContainerName: containerName,
                ContainerPort: containerPort
              },
              ...platformVersion && {
                PlatformVersion: platformVersion
              }
            }
          }
        } ]
      };
    }
    function revisionOf(appSpec, taskDefinition) {
      const Resources = appSpec.Resources.map(named => Object.fromEntries(Object.entries(named).map(([name, resource]) => [ name, {
        ...resource,
        Properties: {
          ...resource.Properties,
          TaskDefinition: taskDefinition
        }
      } ])));
      const content = JSON.stringify({
        ...appSpec,
        Resources: Resources
      });
      const sha256 = (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");
      return {
        revisionType: "AppSpecContent",
        appSpecContent: {
          content: content,
          sha256: sha256
        }
      };
    }
    function read(content) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_1__.xLC)(appSpecSchema, (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.qF)(content ?? ""));
      return parsed.success ? parsed.output : void 0;
    }
    function taskDefinitionIn(content) {
      const resources = read(content)?.Resources.flatMap(named => Object.values(named)) ?? [];
      const found = resources.map(({Properties: Properties}) => Properties.TaskDefinition)[0];
      if (typeof found === "string") return found;
      return /TaskDefinition:\s*["']?(arn:[\w:/.-]+)/.exec(content ?? "")?.[1];
    }
  }
};
