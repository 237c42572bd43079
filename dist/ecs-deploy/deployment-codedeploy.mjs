export const id = "deployment-codedeploy";

export const ids = [ "deployment-codedeploy" ];

export const modules = {
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
  },
  "packages/deployment/src/codedeploy/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      CodeDeployApi: () => CodeDeployApi,
      CodeDeployTarget: () => CodeDeployTarget
    });
    var client = __webpack_require__("packages/aws/src/client.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    const words = (0, dist.cl6)((0, dist.YjP)());
    const deploymentSchema = (0, dist.Ikc)({
      deploymentId: (0, dist.YjP)(),
      status: (0, dist.YjP)(),
      createTime: (0, dist.cl6)((0, dist.aig)()),
      revision: (0, dist.cl6)((0, dist.Ikc)({
        appSpecContent: (0, dist.cl6)((0, dist.Ikc)({
          content: words
        }))
      })),
      errorInformation: (0, dist.cl6)((0, dist.Ikc)({
        code: words,
        message: words
      })),
      rollbackInfo: (0, dist.cl6)((0, dist.Ikc)({
        rollbackDeploymentId: words,
        rollbackMessage: words
      })),
      autoRollbackConfiguration: (0, dist.cl6)((0, dist.Ikc)({
        enabled: (0, dist.cl6)((0, dist.zMY)())
      }))
    });
    const deploymentsSchema = (0, dist.Ikc)({
      deploymentsInfo: (0, dist.cl6)((0, dist.YOg)(deploymentSchema), [])
    });
    const idsSchema = (0, dist.Ikc)({
      deployments: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()), [])
    });
    const createdSchema = (0, dist.Ikc)({
      deploymentId: (0, dist.YjP)()
    });
    const active = [ "Created", "Queued", "InProgress", "Baking", "Ready" ];
    const codedeploy = {
      name: "CodeDeploy",
      id: "CODEDEPLOY",
      host: "codedeploy",
      target: "CodeDeploy_20141006"
    };
    const maxDeployments = 25;
    class CodeDeployApi {
      #client;
      constructor(access) {
        this.#client = new client.t(codedeploy, access);
      }
      async deployments({application: application, deploymentGroup: deploymentGroup}, includeOnlyStatuses, deadline) {
        const json = {
          applicationName: application,
          deploymentGroupName: deploymentGroup,
          includeOnlyStatuses: includeOnlyStatuses
        };
        const call = {
          json: json,
          tries: 10
        };
        const {deployments: deployments} = await this.#client.call("ListDeployments", call, idsSchema, deadline);
        const found = await this.#get(deployments.slice(0, maxDeployments), 10, deadline);
        return found.sort((a, b) => (b.createTime ?? 0) - (a.createTime ?? 0));
      }
      async deployment(id, deadline) {
        return (await this.#get([ id ], Number.POSITIVE_INFINITY, deadline))[0];
      }
      async #get(ids, tries, deadline) {
        if (ids.length === 0) return [];
        const call = {
          json: {
            deploymentIds: ids
          },
          tries: tries
        };
        const response = await this.#client.call("BatchGetDeployments", call, deploymentsSchema, deadline);
        return response.deploymentsInfo;
      }
      async create(deployment, deadline) {
        const call = {
          json: deployment
        };
        const response = await this.#client.call("CreateDeployment", call, createdSchema, deadline);
        return response.deploymentId;
      }
      async stop(deploymentId, deadline) {
        const call = {
          json: {
            deploymentId: deploymentId,
            autoRollbackEnabled: true
          },
          idempotent: true
        };
        await this.#client.call("StopDeployment", call, (0, dist.L5J)(), deadline);
      }
    }
    var errors = __webpack_require__("packages/aws/src/errors.ts");
    var src_errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var create_once = __webpack_require__("packages/deployment/src/create-once.ts");
    var ecs_version = __webpack_require__("packages/deployment/src/ecs/version.ts");
    var record = __webpack_require__("packages/deployment/src/record.ts");
    var appspec = __webpack_require__("packages/deployment/src/codedeploy/appspec.ts");
    var aws_console = __webpack_require__("packages/deployment/src/aws-console.ts");
    var diagnostics = __webpack_require__("packages/deployment/src/ecs/diagnostics.ts");
    const rollbackComesWithin = 1e4;
    class CodeDeployDeployment {
      id;
      version;
      logUrl;
      #ecs;
      #api;
      #options;
      #failedAt;
      constructor(ecs, api, options) {
        const {id: id, version: version} = options;
        const {region: region} = ecs;
        this.id = id;
        this.version = version;
        this.logUrl = (0, aws_console.F)(region, `codesuite/codedeploy/deployments/${id}?region=${region}`);
        this.#ecs = ecs;
        this.#api = api;
        this.#options = options;
      }
      async poll(deadline) {
        const {id: id, version: version} = this;
        const deployment = await this.#api.deployment(id, deadline);
        if (!deployment) return {
          state: "missing"
        };
        const {status: status, errorInformation: error} = deployment;
        if (status === "Succeeded") return {
          state: "live",
          version: version
        };
        if (status !== "Failed" && status !== "Stopped") return {
          state: "running",
          version: version,
          phase: status
        };
        const said = [ error?.code, error?.message ].filter(Boolean).join(": ");
        const reason = `${id} ended as ${status}${said ? ` (${said})` : ""}.`;
        const back = await this.#findRollback(deployment, deadline);
        if (back === "running") return {
          state: "running",
          version: version,
          phase: `${status}, rolling back`
        };
        if (back && this.#options.isStopped) return {
          state: "live",
          version: version
        };
        if (back) return {
          state: "rolled-back",
          version: version,
          reason: `${reason} CodeDeploy rolled back with ${back}.`
        };
        return {
          state: status === "Stopped" ? "cancelled" : "failed",
          version: version,
          reason: reason
        };
      }
      async #findRollback({rollbackInfo: rollbackInfo, autoRollbackConfiguration: autoRollbackConfiguration}, deadline) {
        const id = rollbackInfo?.rollbackDeploymentId;
        if (!id) {
          const now = deadline.clock.now();
          this.#failedAt ??= now;
          const isExpected = autoRollbackConfiguration?.enabled || this.#options.isStopped;
          return isExpected && now - this.#failedAt < rollbackComesWithin ? "running" : void 0;
        }
        const back = await this.#api.deployment(id, deadline);
        if (!back || active.includes(back.status)) return "running";
        return back.status === "Succeeded" ? id : void 0;
      }
      async cancel(deadline) {
        await this.#api.stop(this.id, deadline);
        return "was stopped, and CodeDeploy rolls back to the previous version";
      }
      diagnose(deadline) {
        return (0, diagnostics.x)(this.#ecs, this.#options.service, this.version.ref, deadline);
      }
    }
    class CodeDeployTarget {
      #ecs;
      #api;
      #definitions;
      #options;
      constructor(ecs, api, definitions, options) {
        this.#ecs = ecs;
        this.#api = api;
        this.#definitions = definitions;
        this.#options = options;
      }
      get identity() {
        const {cluster: cluster, service: service, application: application, deploymentGroup: deploymentGroup} = this.#options;
        const {region: region} = this.#ecs;
        const target = {
          cluster: cluster,
          service: service,
          region: region,
          application: application,
          deploymentGroup: deploymentGroup
        };
        return {
          provider: "ecs",
          name: this.#name,
          target: target
        };
      }
      get #name() {
        return this.#options.name ?? (0, ecs_version.Vb)(this.#options.service);
      }
      get #resolver() {
        const {resolver: resolver} = this.#options;
        if (resolver) return resolver;
        throw new Error("This target can only be rolled back.");
      }
      async plan(deadline) {
        const service = await this.#read(deadline);
        const [live, [underway]] = await Promise.all([ this.#liveOf(service, deadline), this.#api.deployments(this.#options, active, deadline) ]);
        const resolved = await this.#resolver.resolve(live?.ref, deadline);
        const isUnchanged = !!live && live.ref === resolved.arn && !underway && !this.#options.force;
        const earlier = isUnchanged ? await this.#before(live, deadline) : null;
        return {
          live: live,
          before: version => live && live.ref !== version.ref ? live : earlier,
          step: live && isUnchanged ? {
            kind: "unchanged",
            version: live
          } : this.#step(service, live, resolved, underway)
        };
      }
      #step(service, live, resolved, underway) {
        if (!underway) return {
          kind: "start",
          operation: this.#deploy(service, live, resolved)
        };
        const ref = taskDefinitionOf(underway);
        if (ref && ref === resolved.arn) {
          const version = {
            ref: ref,
            commit: this.#resolver.commit
          };
          return {
            kind: "attach",
            deployment: this.#deployment(underway.deploymentId, version)
          };
        }
        throw new src_errors.lZ(`${underway.deploymentId} is under way in ${this.#options.deploymentGroup} (${underway.status}), with ` + `${ref ? (0, 
        ecs_version.Vb)(ref) : "another version"}. CodeDeploy runs one deployment at a time: wait for it, or stop it.`);
      }
      #deploy(service, live, resolved) {
        const {application: application, deploymentGroup: deploymentGroup} = this.#options;
        const {task: task} = this.#resolver;
        const first = task ? `run "${task.command.join(" ")}" first, ` : "";
        const what = resolved.arn ? (0, ecs_version.Vb)(resolved.arn) : `a new revision of ${resolved.definition.family}`;
        const appSpec = this.#options.appSpec ?? (0, appspec._T)(service);
        return {
          description: `${first}deploy ${what} to ${this.#name} with CodeDeploy (${application}, ${deploymentGroup})`,
          start: async (deadline, {written: written, note: note}) => {
            const version = await this.#resolver.available(resolved, live?.ref, written, deadline);
            const {ref: ref} = version;
            const ran = await this.#resolver.runPreDeployTask(ref, service, written, deadline);
            if (ran) note(ran);
            return this.#createOnce(appSpec, version, deadline);
          }
        };
      }
      async #createOnce(appSpec, version, deadline) {
        const {application: application, deploymentGroup: deploymentGroup, rollsBack: rollsBack = true} = this.#options;
        const events = [ "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST" ];
        const deployment = {
          applicationName: application,
          deploymentGroupName: deploymentGroup,
          revision: (0, appspec.DT)(appSpec, version.ref),
          description: `ci-actions: ${(0, record.EU)(version)} as ${(0, ecs_version.Vb)(version.ref)}`,
          ...rollsBack && {
            autoRollbackConfiguration: {
              enabled: true,
              events: events
            }
          }
        };
        const write = () => this.#api.create(deployment, deadline);
        const find = async () => {
          const [one] = await this.#api.deployments(this.#options, active, deadline);
          return one && taskDefinitionOf(one) === version.ref ? one.deploymentId : void 0;
        };
        const missing = `No new deployment of ${this.#name} showed up`;
        const id = await (0, create_once.U)({
          noun: "deployment",
          missing: missing,
          write: write,
          find: find
        }, deadline);
        return this.#deployment(id, version);
      }
      #deployment(id, version, isStopped = false) {
        const options = {
          id: id,
          version: version,
          service: this.#options,
          isStopped: isStopped
        };
        return new CodeDeployDeployment(this.#ecs, this.#api, options);
      }
      async live(deadline) {
        return this.#liveOf(await this.#read(deadline), deadline);
      }
      async state(deadline) {
        const [live, [underway]] = await Promise.all([ this.live(deadline), this.#api.deployments(this.#options, active, deadline) ]);
        const ref = underway && taskDefinitionOf(underway);
        if (!ref) return {
          live: live,
          desired: live
        };
        return {
          live: live,
          desired: (0, ecs_version.E4)(await this.#definitions.registered(ref, deadline))
        };
      }
      async #liveOf(service, deadline) {
        const primary = service.taskSets.find(({status: status}) => status === "PRIMARY");
        const ref = primary?.taskDefinition ?? service.taskDefinition;
        return ref ? (0, ecs_version.E4)(await this.#definitions.registered(ref, deadline)) : null;
      }
      async previous(deadline) {
        return this.#before(await this.live(deadline), deadline);
      }
      async #before(version, deadline) {
        const refs = await this.#refs(deadline);
        const older = version ? refs.slice(refs.lastIndexOf(version.ref) + 1) : refs;
        const isKnown = !version || refs.includes(version.ref);
        const found = isKnown ? older.find(ref => ref !== version?.ref) : void 0;
        const {prev: prev} = version ? (await this.#definitions.registered(version.ref, deadline)).metadata : {};
        const ref = found ?? (prev === version?.ref ? void 0 : prev);
        return ref ? (0, ecs_version.E4)(await this.#definitions.registered(ref, deadline)) : null;
      }
      async #refs(deadline) {
        const deployments = await this.#api.deployments(this.#options, [ "Succeeded" ], deadline);
        return deployments.flatMap(one => taskDefinitionOf(one) ?? []);
      }
      async find(text, deadline) {
        const live = await this.live(deadline);
        const name = (0, ecs_version.ZC)(text, live);
        if (name) return (0, ecs_version.E4)(await this.#definitions.registered(name, deadline));
        const refs = new Set([ ...live ? [ live.ref ] : [], ...await this.#refs(deadline) ]);
        const all = await Promise.all([ ...refs ].map(ref => this.#definitions.registered(ref, deadline)));
        const found = all.map(ecs_version.E4).find(({commit: commit}) => text.length >= 7 && !!commit && commit.startsWith(text));
        if (found) return found;
        throw new src_errors.lZ(`${this.#name} has no version ${(0, quote.h)(text)} among its deployments. Use a task definition as ` + '"family:revision", its ARN, a revision number, a commit of at least 7 characters, or "previous".');
      }
      same(a, b) {
        return !!a && !!b && a.ref === b.ref;
      }
      rollbackTo(to) {
        return {
          description: `roll ${this.#name} back to ${(0, ecs_version.Vb)(to.ref)} with CodeDeploy`,
          start: async deadline => {
            const stopped = await this.#stopUnderway(to, deadline);
            if (stopped) return stopped;
            const service = await this.#read(deadline);
            const deployments = await this.#api.deployments(this.#options, [ "Succeeded" ], deadline);
            const earlier = deployments.find(one => taskDefinitionOf(one) === to.ref);
            const appSpec = (0, appspec.LF)(contentOf(earlier)) ?? this.#options.appSpec ?? (0, 
            appspec._T)(service);
            return this.#createOnce(appSpec, to, deadline);
          }
        };
      }
      async #stopUnderway(to, deadline) {
        const [underway] = await this.#api.deployments(this.#options, active, deadline);
        if (!underway) return;
        const id = underway.deploymentId;
        if (taskDefinitionOf(underway) === to.ref) return this.#deployment(id, to);
        try {
          await this.#api.stop(id, deadline);
        } catch (error) {
          if (!(0, errors.Ue)(error, "DeploymentAlreadyCompletedException")) throw error;
          return;
        }
        return this.#deployment(id, to, true);
      }
      async #read(deadline) {
        const service = await this.#ecs.service(this.#options, deadline);
        if (service.deploymentController?.type === "CODE_DEPLOY") return service;
        throw new src_errors.lZ(`${this.#name} is deployed by ECS itself, not by CodeDeploy. Remove "codedeploy-application" and ` + '"codedeploy-deployment-group".');
      }
    }
    function contentOf(deployment) {
      return deployment?.revision?.appSpecContent?.content;
    }
    function taskDefinitionOf(deployment) {
      return (0, appspec.ah)(contentOf(deployment));
    }
  }
};
