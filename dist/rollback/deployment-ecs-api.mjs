export const id = "deployment-ecs-api";

export const ids = [ "deployment-ecs-api" ];

export const modules = {
  "packages/deployment/src/ecs/api.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      a: () => EcsApi,
      G: () => isDenied
    });
    var client = __webpack_require__("packages/aws/src/client.ts");
    var errors = __webpack_require__("packages/aws/src/errors.ts");
    var src_errors = __webpack_require__("packages/http/src/errors.ts");
    var kit_src_errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    var task_definition = __webpack_require__("packages/deployment/src/ecs/task-definition.ts");
    const words = (0, dist.cl6)((0, dist.YjP)());
    const count = (0, dist.cl6)((0, dist.aig)());
    const failures = (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
      arn: words,
      reason: words,
      detail: words
    })), []);
    const rolloutSchema = (0, dist.Ikc)({
      id: (0, dist.YjP)(),
      status: words,
      taskDefinition: (0, dist.YjP)(),
      desiredCount: count,
      runningCount: count,
      failedTasks: count,
      rolloutState: words,
      rolloutStateReason: words
    });
    const serviceSchema = (0, dist.Ikc)({
      serviceName: (0, dist.YjP)(),
      serviceArn: (0, dist.YjP)(),
      clusterArn: (0, dist.YjP)(),
      status: words,
      taskDefinition: words,
      desiredCount: count,
      runningCount: count,
      launchType: words,
      platformVersion: words,
      capacityProviderStrategy: (0, dist.cl6)((0, dist.YOg)((0, dist._H3)({}))),
      networkConfiguration: (0, dist.cl6)((0, dist._H3)({})),
      loadBalancers: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        containerName: words,
        containerPort: (0, dist.cl6)((0, dist.aig)())
      })), []),
      deploymentController: (0, dist.cl6)((0, dist.Ikc)({
        type: words
      })),
      deploymentConfiguration: (0, dist.cl6)((0, dist._H3)({
        strategy: words,
        bakeTimeInMinutes: count
      })),
      deployments: (0, dist.cl6)((0, dist.YOg)(rolloutSchema), []),
      taskSets: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        status: words,
        taskDefinition: (0, dist.YjP)()
      })), []),
      currentServiceRevisions: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        arn: words
      })), []),
      events: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        createdAt: (0, dist.cl6)((0, dist.aig)()),
        message: words
      })), [])
    });
    const servicesSchema = (0, dist.Ikc)({
      services: (0, dist.cl6)((0, dist.YOg)(serviceSchema), []),
      failures: failures
    });
    const updatedSchema = (0, dist.Ikc)({
      service: serviceSchema
    });
    const taskDefinitionSchema = (0, dist._H3)({
      ...task_definition.$k.entries,
      taskDefinitionArn: (0, dist.YjP)(),
      revision: (0, dist.cl6)((0, dist.aig)()),
      status: words
    });
    const describedSchema = (0, dist.Ikc)({
      taskDefinition: taskDefinitionSchema,
      tags: task_definition.xN
    });
    const registeredSchema = (0, dist.Ikc)({
      taskDefinition: (0, dist.Ikc)({
        taskDefinitionArn: (0, dist.YjP)()
      })
    });
    const briefSchema = (0, dist.Ikc)({
      serviceDeploymentArn: (0, dist.YjP)(),
      status: (0, dist.YjP)(),
      targetServiceRevisionArn: words,
      createdAt: count
    });
    const briefsSchema = (0, dist.Ikc)({
      serviceDeployments: (0, dist.cl6)((0, dist.YOg)(briefSchema), []),
      nextToken: words
    });
    const revisionStateSchema = (0, dist.Ikc)({
      arn: words,
      requestedTaskCount: count,
      runningTaskCount: count
    });
    const serviceDeploymentSchema = (0, dist.Ikc)({
      serviceDeploymentArn: (0, dist.YjP)(),
      status: (0, dist.YjP)(),
      statusReason: words,
      lifecycleStage: words,
      targetServiceRevision: (0, dist.cl6)(revisionStateSchema),
      rollback: (0, dist.cl6)((0, dist.Ikc)({
        reason: words,
        serviceRevisionArn: words
      })),
      deploymentCircuitBreaker: (0, dist.cl6)((0, dist.Ikc)({
        status: words,
        failureCount: count,
        threshold: count
      })),
      alarms: (0, dist.cl6)((0, dist.Ikc)({
        triggeredAlarmNames: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()), [])
      }))
    });
    const serviceDeploymentsSchema = (0, dist.Ikc)({
      serviceDeployments: (0, dist.cl6)((0, dist.YOg)(serviceDeploymentSchema), [])
    });
    const revisionSchema = (0, dist.Ikc)({
      serviceRevisionArn: (0, dist.YjP)(),
      taskDefinition: (0, dist.YjP)(),
      containerImages: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        containerName: words,
        image: words,
        imageDigest: words
      })), [])
    });
    const revisionsSchema = (0, dist.Ikc)({
      serviceRevisions: (0, dist.cl6)((0, dist.YOg)(revisionSchema), [])
    });
    const taskSchema = (0, dist.Ikc)({
      taskArn: (0, dist.YjP)(),
      taskDefinitionArn: words,
      lastStatus: words,
      stoppedReason: words,
      stopCode: words,
      containers: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        name: words,
        exitCode: count,
        reason: words,
        lastStatus: words
      })), [])
    });
    const tasksSchema = (0, dist.Ikc)({
      tasks: (0, dist.cl6)((0, dist.YOg)(taskSchema), []),
      failures: failures
    });
    const taskArnsSchema = (0, dist.Ikc)({
      taskArns: (0, dist.cl6)((0, dist.YOg)((0, dist.YjP)()), [])
    });
    const ecs = {
      name: "ECS",
      id: "ECS",
      host: "ecs",
      target: "AmazonEC2ContainerServiceV20141113"
    };
    const maxRevisions = 20;
    const maxPages = 5;
    class EcsApi {
      region;
      log;
      #client;
      constructor(access) {
        this.region = access.region;
        this.log = access.log;
        this.#client = new client.t(ecs, access);
      }
      async service({cluster: cluster, service: service}, deadline) {
        const json = {
          cluster: cluster,
          services: [ service ]
        };
        const {services: services, failures: failures} = await this.#call("DescribeServices", json, servicesSchema, deadline);
        const [found] = services;
        if (found?.status === "ACTIVE") return found;
        const seen = found?.status ?? failures[0]?.reason ?? "nothing";
        throw new kit_src_errors.lZ(`No deployable service ${(0, quote.h)(service)} in the cluster ${(0, 
        quote.h)(cluster)} in ${this.region}: ` + `ECS reports ${seen}. Check "cluster", "service" and the region. Create the service once before the first ` + "deploy, with Terraform, CloudFormation or the console.");
      }
      async update(change, isForced, deadline) {
        const call = {
          json: change,
          idempotent: !isForced
        };
        return (await this.#client.call("UpdateService", call, updatedSchema, deadline)).service;
      }
      taskDefinition(name, deadline) {
        const json = {
          taskDefinition: name,
          include: [ "TAGS" ]
        };
        return this.#call("DescribeTaskDefinition", json, describedSchema, deadline);
      }
      async register(definition, deadline) {
        const call = {
          json: definition
        };
        const {taskDefinition: taskDefinition} = await this.#client.call("RegisterTaskDefinition", call, registeredSchema, deadline);
        return taskDefinition.taskDefinitionArn;
      }
      async history({cluster: cluster, service: service}, deadline) {
        const briefs = [];
        let nextToken;
        for (let page = 0; page < maxPages; page++) {
          const json = {
            cluster: cluster,
            service: service,
            maxResults: 100,
            ...nextToken && {
              nextToken: nextToken
            }
          };
          const next = await this.#call("ListServiceDeployments", json, briefsSchema, deadline);
          briefs.push(...next.serviceDeployments);
          nextToken = next.nextToken;
          if (!nextToken) break;
        }
        return briefs.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
      }
      async serviceDeployment(arn, deadline) {
        const json = {
          serviceDeploymentArns: [ arn ]
        };
        const call = {
          json: json,
          tries: Number.POSITIVE_INFINITY
        };
        const {serviceDeployments: serviceDeployments} = await this.#client.call("DescribeServiceDeployments", call, serviceDeploymentsSchema, deadline);
        return serviceDeployments[0];
      }
      async revisions(arns, deadline) {
        const groups = Array.from({
          length: Math.ceil(arns.length / maxRevisions)
        }, (_, index) => arns.slice(index * maxRevisions, (index + 1) * maxRevisions));
        const responses = await Promise.all(groups.map(serviceRevisionArns => {
          const json = {
            serviceRevisionArns: serviceRevisionArns
          };
          return this.#call("DescribeServiceRevisions", json, revisionsSchema, deadline);
        }));
        return responses.flatMap(({serviceRevisions: serviceRevisions}) => serviceRevisions);
      }
      async stop(serviceDeploymentArn, deadline) {
        const json = {
          serviceDeploymentArn: serviceDeploymentArn,
          stopType: "ROLLBACK"
        };
        const call = {
          json: json,
          idempotent: true
        };
        await this.#client.call("StopServiceDeployment", call, anything, deadline);
      }
      async run(task, deadline) {
        const call = {
          json: task,
          idempotent: true
        };
        const {tasks: tasks, failures: failures} = await this.#client.call("RunTask", call, tasksSchema, deadline);
        const [started] = tasks;
        if (started) return started;
        const {reason: reason, detail: detail} = failures[0] ?? {};
        throw new kit_src_errors.lZ(`ECS did not start the task: ${reason ?? "no reason given"} ${detail ?? ""}`.trim());
      }
      async stopTask(cluster, task, deadline) {
        const json = {
          cluster: cluster,
          task: task,
          reason: 'The command of "run-task" has ended.'
        };
        try {
          await this.#client.call("StopTask", {
            json: json,
            idempotent: true
          }, anything, deadline);
        } catch (error) {
          if (!(error instanceof src_errors.j)) throw error;
          this.log(`The other containers of the task are still running: ${error.message}`);
        }
      }
      async tasks(cluster, arns, deadline) {
        if (arns.length === 0) return [];
        const json = {
          cluster: cluster,
          tasks: arns.slice(0, 100)
        };
        return (await this.#call("DescribeTasks", json, tasksSchema, deadline)).tasks;
      }
      async stoppedTasks({cluster: cluster, service: service}, deadline) {
        const json = {
          cluster: cluster,
          serviceName: service,
          desiredStatus: "STOPPED"
        };
        const {taskArns: taskArns} = await this.#call("ListTasks", json, taskArnsSchema, deadline);
        return this.tasks(cluster, taskArns, deadline);
      }
      #call(operation, json, shape, deadline) {
        return this.#client.call(operation, {
          json: json,
          tries: 10
        }, shape, deadline);
      }
    }
    const anything = (0, dist.L5J)();
    function isDenied(error) {
      return (0, errors.Ue)(error, "AccessDeniedException", "AccessDenied");
    }
  },
  "packages/deployment/src/ecs/deploy-tags.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      $i: () => readDeployTags,
      VR: () => withDeployTags,
      Wb: () => ownTags
    });
    const ours = "deploy:";
    function withDeployTags(definition, metadata) {
      const kept = ownTags(definition);
      const written = Object.entries(metadata ?? {}).flatMap(([name, value]) => value ? [ {
        key: `${ours}${name}`,
        value: tagText(value)
      } ] : []);
      return {
        ...definition,
        tags: kept.length + written.length === 0 ? void 0 : [ ...kept, ...written ]
      };
    }
    function tagText(value) {
      return value.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, "_").slice(0, 256);
    }
    function readDeployTags(tags) {
      const entries = tags.flatMap(({key: key, value: value}) => key?.startsWith(ours) && value ? [ [ key.slice(ours.length), value ] ] : []);
      return Object.fromEntries(entries);
    }
    function ownTags({tags: tags}) {
      return (tags ?? []).filter(({key: key}) => !key.startsWith(ours) && !key.startsWith("aws:"));
    }
  },
  "packages/deployment/src/ecs/diagnostics.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      x: () => diagnoseFailure
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/quote.ts");
    var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/deployment/src/ecs/api.ts");
    async function diagnoseFailure(api, locator, definition, deadline) {
      const [service, tasks] = await Promise.all([ api.service(locator, deadline), api.stoppedTasks(locator, deadline).catch(error => {
        if ((0, _api_js__WEBPACK_IMPORTED_MODULE_0__.G)(error)) return [];
        throw error;
      }) ]);
      const events = service.events.slice(0, 5).flatMap(({message: message}) => message ?? []);
      return [ ...whyStopped(tasks, definition).slice(0, 5), ...events.map(message => `ECS says: ${message}`) ].map(line => (0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.K)(line, 400));
    }
    function whyStopped(tasks, definition) {
      const counts = new Map;
      for (const task of tasks) {
        if (task.taskDefinitionArn !== definition) continue;
        const reason = reasonOf(task);
        if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
      return [ ...counts ].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count === 1 ? "A task" : `${count} tasks`} stopped: ${reason}.`);
    }
    const wanted = /^Scaling activity initiated by/;
    function reasonOf({stoppedReason: stoppedReason, containers: containers}) {
      if (wanted.test(stoppedReason ?? "")) return "";
      const parts = containers.flatMap(({name: name, exitCode: exitCode, reason: reason}) => {
        if (!reason && !exitCode) return [];
        const code = typeof exitCode === "number" ? `exited with ${exitCode}` : "did not start";
        return [ `${name} ${code}${reason ? ` (${reason})` : ""}` ];
      });
      return [ stoppedReason?.replace(/\.$/, ""), ...parts ].filter(Boolean).join("; ");
    }
  },
  "packages/deployment/src/ecs/normalize.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      d: () => canonicalJson,
      u: () => sameDefinition
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/map.ts");
    var _deploy_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/deployment/src/ecs/deploy-tags.ts");
    var _task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/deployment/src/ecs/task-definition.ts");
    function sameDefinition(a, b) {
      return canonicalJson(a) === canonicalJson(b);
    }
    function canonicalJson(definition) {
      const bare = {
        ...(0, _task_definition_js__WEBPACK_IMPORTED_MODULE_0__.ZV)(definition),
        tags: (0, _deploy_tags_js__WEBPACK_IMPORTED_MODULE_1__.Wb)(definition)
      };
      return JSON.stringify(canonical(bare, {
        networkMode: definition.networkMode
      }));
    }
    const defaults = {
      "": {
        networkMode: "bridge",
        enableFaultInjection: false
      },
      containerDefinitions: {
        essential: true,
        cpu: 0
      },
      portMappings: {
        protocol: "tcp",
        hostPort: 0
      },
      healthCheck: {
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 0
      },
      efsVolumeConfiguration: {
        rootDirectory: "/"
      },
      ulimits: {}
    };
    const unordered = {
      environment: "name",
      secrets: "name",
      volumes: "name",
      tags: "key",
      systemControls: "namespace"
    };
    function canonical(value, around) {
      const {name: name = ""} = around;
      if (Array.isArray(value)) {
        const items = value.map(item => canonical(item, around)).filter(item => item !== void 0);
        if (items.length === 0) return;
        if (items.every(item => typeof item === "string")) return name === "requiresCompatibilities" ? items.toSorted() : items;
        const key = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.TE)(unordered, name);
        return key ? sortedBy(key, items) : items;
      }
      if (typeof value !== "object" || value === null) return isAmount(around) ? amount(value) : value ?? void 0;
      const entries = Object.entries(value).map(([key, member]) => [ key, canonical(member, {
        ...around,
        name: key,
        parent: name
      }) ]).filter(([key, member]) => member !== void 0 && member !== (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.TE)((0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.TE)(defaults, name) ?? {}, key)).filter(([key, member]) => !isMirrored(name, key, member, value, around)).sort(([a], [b]) => a < b ? -1 : 1);
      return entries.length === 0 ? void 0 : Object.fromEntries(entries);
    }
    function isAmount({name: name = "", parent: parent = ""}) {
      return /^(cpu|memory)$/.test(name) && (parent === "" || parent === "containerDefinitions");
    }
    function isMirrored(name, key, member, value, {networkMode: networkMode}) {
      const isShared = (networkMode ?? "bridge") === "bridge";
      if (name !== "portMappings" || key !== "hostPort" || isShared) return false;
      return "containerPort" in value && member === value.containerPort;
    }
    function amount(value) {
      const [, number, unit] = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(String(value ?? "")) ?? [];
      if (number === void 0) return value ?? void 0;
      return Math.round(Number(number) * (unit ? 1024 : 1)) || void 0;
    }
    function sortedBy(key, items) {
      const of = item => typeof item === "object" && item !== null ? String(Object.entries(item).find(([it]) => it === key)?.[1]) : "";
      return items.toSorted((a, b) => of(a) < of(b) ? -1 : 1);
    }
  },
  "packages/deployment/src/ecs/target.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      f: () => EcsTarget
    });
    var errors = __webpack_require__("packages/aws/src/errors.ts");
    var src_errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var record = __webpack_require__("packages/deployment/src/record.ts");
    var api = __webpack_require__("packages/deployment/src/ecs/api.ts");
    var ecs_version = __webpack_require__("packages/deployment/src/ecs/version.ts");
    const underway = [ "PENDING", "IN_PROGRESS", "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS" ];
    const stoppable = [ "PENDING", "IN_PROGRESS" ];
    function serviceDeploymentState(id, deployment, version) {
      const {status: status} = deployment;
      const {reason: reason} = deployment.rollback ?? {};
      const why = [ reason ?? deployment.statusReason, breakerOf(deployment), alarmsOf(deployment) ].filter(Boolean).join(" ");
      switch (status) {
       case "SUCCESSFUL":
        return {
          state: "live",
          version: version
        };

       case "ROLLBACK_SUCCESSFUL":
        return {
          state: "rolled-back",
          version: version,
          reason: `${id} failed and ECS rolled it back. ${why}`.trim()
        };

       case "ROLLBACK_FAILED":
        return {
          state: "failed",
          version: version,
          reason: `${id} failed, and ECS could not roll it back either. ${why}`.trim()
        };

       case "STOPPED":
        if (breakerOf(deployment) || alarmsOf(deployment)) return {
          state: "failed",
          version: version,
          reason: `${id} failed. ${why}`
        };
        return {
          state: "cancelled",
          version: version,
          reason: `${id} was stopped. ${why}`.trim()
        };

       default:
        return {
          state: "running",
          version: version,
          phase: phaseOf(deployment)
        };
      }
    }
    function phaseOf({status: status, lifecycleStage: lifecycleStage, targetServiceRevision: targetServiceRevision}) {
      const {runningTaskCount: running, requestedTaskCount: requested} = targetServiceRevision ?? {};
      const tasks = requested ? [ `${running ?? 0} of ${requested} tasks running` ] : [];
      return [ status, ...lifecycleStage ? [ lifecycleStage ] : [], ...tasks ].join(", ");
    }
    function breakerOf({deploymentCircuitBreaker: breaker}) {
      if (breaker?.status !== "TRIGGERED") return;
      const {failureCount: failureCount, threshold: threshold} = breaker;
      return `The circuit breaker was triggered: ${failureCount} tasks failed, the threshold is ${threshold}.`;
    }
    function alarmsOf({alarms: alarms}) {
      const names = alarms?.triggeredAlarmNames ?? [];
      return names.length === 0 ? void 0 : `Alarms that fired: ${names.join(", ")}.`;
    }
    function rolloutState(id, service, version, before) {
      const own = service.deployments.find(one => one.id === id);
      const primary = service.deployments.find(({status: status}) => status === "PRIMARY");
      if (!primary || !own && before.ids.includes(primary.id)) return {
        state: "missing"
      };
      if (own === primary) return own.taskDefinition === version.ref ? judgePrimary(own, version) : {
        state: "missing"
      };
      const isRollback = primary.taskDefinition === before.live && primary.taskDefinition !== version.ref;
      const why = own?.rolloutStateReason ?? primary.rolloutStateReason ?? "";
      if (!isRollback) return {
        state: "superseded",
        version: version,
        reason: `The newer deployment ${primary.id} (${(0, ecs_version.Vb)(primary.taskDefinition)}) took its place.`
      };
      if (primary.rolloutState === "IN_PROGRESS") return {
        state: "running",
        version: version,
        phase: `ROLLBACK_IN_PROGRESS, ${why}`
      };
      return {
        state: "rolled-back",
        version: version,
        reason: `${id} failed and ECS rolled it back. ${why}`.trim()
      };
    }
    function judgePrimary(own, version) {
      const {id: id, rolloutState: rolloutState, rolloutStateReason: rolloutStateReason, runningCount: runningCount, desiredCount: desiredCount} = own;
      if (rolloutState === "COMPLETED") return {
        state: "live",
        version: version
      };
      if (rolloutState === "FAILED") return {
        state: "failed",
        version: version,
        reason: `${id} failed: ${rolloutStateReason ?? "ECS gives no reason."}`
      };
      const counts = `${runningCount ?? 0} of ${desiredCount ?? 0} tasks running`;
      return {
        state: "running",
        version: version,
        phase: `${rolloutState ?? "IN_PROGRESS"}, ${counts}`
      };
    }
    var diagnostics = __webpack_require__("packages/deployment/src/ecs/diagnostics.ts");
    const missingFor = 3e4;
    class EcsDeployment {
      id;
      version;
      logUrl;
      #service;
      #before;
      #origin;
      #arn;
      #missingSince;
      constructor(service, deployed, before, origin) {
        this.id = deployed.id;
        this.version = deployed.version;
        this.logUrl = service.deploymentsUrl;
        this.#service = service;
        this.#before = before;
        this.#origin = origin;
        this.#arn = this.id.startsWith("arn:") ? this.id : void 0;
      }
      async poll(deadline) {
        const {id: id, version: version} = this;
        const {history: history} = this.#service;
        if (this.#origin === "kept") return this.#taskState(deadline);
        const arn = await this.#findArn(deadline);
        const deployment = arn && await history.deployment(arn, deadline);
        if (!arn || !deployment) return this.#serviceState(deadline);
        const state = serviceDeploymentState(id, deployment, version);
        if (state.state === "live") {
          const revision = deployment.targetServiceRevision?.arn;
          const arns = revision ? [ revision ] : [];
          return {
            ...state,
            version: await history.resolved(version, arns, deadline)
          };
        }
        const isBack = state.state === "rolled-back" || state.state === "cancelled";
        if (isBack && this.#origin === "stopped") return {
          state: "live",
          version: version
        };
        if (state.state !== "cancelled") return state;
        const next = await history.after(arn, deadline);
        if (!next) return state;
        const reason = `${state.reason} The newer deployment ${(0, ecs_version.Vb)(next)} took its place.`;
        return {
          state: "superseded",
          version: version,
          reason: reason
        };
      }
      async cancel(deadline) {
        const {api: api, locator: locator} = this.#service;
        const arn = await this.#findArn(deadline);
        if (arn) {
          await api.stop(arn, deadline);
          return "was stopped, and ECS rolls back to the previous version";
        }
        const {live: live} = this.#before;
        if (!live) throw new src_errors.lZ("no earlier version is known.");
        await api.update({
          ...locator,
          taskDefinition: live.ref
        }, false, deadline);
        return `was replaced by ${(0, ecs_version.Vb)(live.ref)}, the previous version`;
      }
      diagnose(deadline) {
        const {api: api, locator: locator} = this.#service;
        return (0, diagnostics.x)(api, locator, this.version.ref, deadline);
      }
      async #taskState(deadline) {
        const {runningCount: runningCount, desiredCount: desiredCount} = await this.#service.read(deadline);
        const [running, desired] = [ runningCount ?? 0, desiredCount ?? 0 ];
        if (running === desired) return {
          state: "live",
          version: this.#before.live ?? this.version
        };
        const phase = `${running} of ${desired} tasks running`;
        return {
          state: "running",
          version: this.version,
          phase: phase
        };
      }
      async #serviceState(deadline) {
        const {id: id, version: version} = this;
        const now = deadline.clock.now();
        this.#missingSince ??= now;
        const service = await this.#service.read(deadline);
        const state = rolloutState(id, service, version, {
          ids: this.#before.deploymentIds,
          live: this.#before.live?.ref
        });
        const isLate = now - this.#missingSince > missingFor;
        if (!this.#service.history.isVisible || isLate || state.state === "superseded") return state;
        if (state.state === "missing") return state;
        return {
          state: "running",
          version: version,
          phase: "not in the history yet"
        };
      }
      async #findArn(deadline) {
        if (this.#arn) return this.#arn;
        const {history: history} = this.#service;
        const briefs = await history.briefs(deadline);
        const {serviceDeploymentArns: old} = this.#before;
        const candidates = this.#origin === "attached" ? briefs.slice(0, 20) : briefs.filter(({serviceDeploymentArn: serviceDeploymentArn}) => !old.has(serviceDeploymentArn));
        this.#arn = await history.bringing(this.version.ref, candidates, deadline);
        return this.#arn;
      }
    }
    const maxHistory = 100;
    class EcsHistory {
      #api;
      #definitions;
      #place;
      #revisions=new Map;
      #isVisible=true;
      constructor(api, definitions, place) {
        this.#api = api;
        this.#definitions = definitions;
        this.#place = place;
      }
      get isVisible() {
        return this.#isVisible;
      }
      async briefs(deadline) {
        return await this.#allowed(() => this.#api.history(this.#place, deadline)) ?? [];
      }
      deployment(arn, deadline) {
        return this.#allowed(() => this.#api.serviceDeployment(arn, deadline));
      }
      async bringing(taskDefinition, briefs, deadline) {
        const brought = await this.#brought(briefs, deadline);
        return brought.find(({revision: revision}) => revision.taskDefinition === taskDefinition)?.arn;
      }
      async after(arn, deadline) {
        const arns = (await this.briefs(deadline)).map(one => one.serviceDeploymentArn);
        return arns[arns.indexOf(arn) - 1];
      }
      async resolved(version, revisionArns, deadline) {
        const isResolved = one => one?.taskDefinition === version.ref && !!digestOf(one);
        const known = revisionArns.map(arn => this.#revisions.get(arn)).find(isResolved);
        const digest = digestOf(known ?? (await this.#ask(revisionArns, deadline)).find(isResolved));
        return digest ? {
          ...version,
          digest: digest
        } : version;
      }
      async before(version, briefs, deadline) {
        const good = briefs.filter(({status: status}) => status === "SUCCESSFUL");
        const versions = (await this.#brought(good, deadline)).map(({revision: revision}) => broughtBy(revision));
        if (!version) return versions[0] ? this.#known(versions[0], deadline) : null;
        const first = versions.findLastIndex(one => same(one, version));
        const found = versions.slice(first + 1).find(one => !same(one, version));
        if (found && first >= 0) return this.#known(found, deadline);
        const {prev: prev} = (await this.#definitions.registered(version.ref, deadline)).metadata;
        return prev && prev !== version.ref ? this.#known({
          ref: prev
        }, deadline) : null;
      }
      async find(text, live, deadline) {
        const brought = await this.#brought(await this.briefs(deadline), deadline);
        const versions = [ live, ...brought.map(({revision: revision}) => broughtBy(revision)) ];
        const seen = new Set;
        for (const one of versions) {
          if (!one || seen.has(one.ref)) continue;
          seen.add(one.ref);
          const version = await this.#known(one, deadline);
          const isCommit = text.length >= 7 && version.commit?.startsWith(text);
          if (isCommit || version.digest === text) return version;
        }
        return;
      }
      async images(version, deadline) {
        const brought = await this.#brought(await this.briefs(deadline), deadline);
        const found = brought.find(({revision: revision}) => same(broughtBy(revision), version));
        const images = (found?.revision.containerImages ?? []).flatMap(({containerName: container, image: image, imageDigest: imageDigest}) => container && image && imageDigest ? [ {
          container: container,
          image: `${image.replace(/(:[^/:@]+)?(@.*)?$/, "")}@${imageDigest}`
        } ] : []);
        if (images.length > 0) return images;
        throw new src_errors.lZ(`${(0, ecs_version.Vb)(version.ref)} is running, but its images have changed: a tag has moved, and the image that it ` + "pointed to is not in the history. Deploy images by digest to be able to roll back.");
      }
      async #known(version, deadline) {
        return {
          ...(0, ecs_version.E4)(await this.#definitions.registered(version.ref, deadline)),
          ...version
        };
      }
      async #brought(briefs, deadline) {
        const newest = briefs.slice(0, maxHistory);
        const arns = newest.flatMap(({targetServiceRevisionArn: arn}) => arn ?? []);
        await this.#ask([ ...new Set(arns) ].filter(arn => !this.#revisions.has(arn)), deadline);
        return newest.flatMap(({serviceDeploymentArn: arn, targetServiceRevisionArn: targetServiceRevisionArn}) => {
          const revision = this.#revisions.get(targetServiceRevisionArn ?? "");
          return revision ? [ {
            arn: arn,
            revision: revision
          } ] : [];
        });
      }
      async #ask(arns, deadline) {
        const found = await this.#allowed(() => this.#api.revisions(arns, deadline)) ?? [];
        for (const one of found) this.#revisions.set(one.serviceRevisionArn, one);
        return found;
      }
      async #allowed(ask) {
        if (!this.#isVisible) return;
        try {
          return await ask();
        } catch (error) {
          if (!(0, api.G)(error)) throw error;
          if (this.#isVisible) this.#api.log(`${(0, ecs_version.Vb)(this.#place.service)}: ${error.message} Without it, only the state of the service ` + "shows how the deployment ends, and the digests of its images are unknown.");
          this.#isVisible = false;
          return;
        }
      }
    }
    function same(a, b) {
      if (!a || !b || a.ref !== b.ref) return false;
      return !a.digest || !b.digest || (0, record.r1)(a, b);
    }
    function broughtBy(revision) {
      const digest = digestOf(revision);
      return {
        ref: revision.taskDefinition,
        ...digest && {
          digest: digest
        }
      };
    }
    function digestOf(revision) {
      const digests = (revision?.containerImages ?? []).flatMap(({imageDigest: imageDigest}) => imageDigest ?? []);
      return digests.length === 0 ? void 0 : digests.join(" ");
    }
    var aws_console = __webpack_require__("packages/deployment/src/aws-console.ts");
    class ServiceReader {
      locator;
      name;
      api;
      definitions;
      history;
      constructor(api, definitions, service) {
        this.locator = {
          cluster: service.cluster,
          service: service.service
        };
        this.name = service.name ?? (0, ecs_version.Vb)(service.service);
        this.api = api;
        this.definitions = definitions;
        this.history = new EcsHistory(api, definitions, this.locator);
      }
      get deploymentsUrl() {
        const {cluster: cluster, service: service} = this.locator;
        const {region: region} = this.api;
        const path = `ecs/v2/clusters/${(0, ecs_version.Vb)(cluster)}/services/${(0, ecs_version.Vb)(service)}`;
        return (0, aws_console.F)(region, `${path}/deployments?region=${region}`);
      }
      async read(deadline) {
        const service = await this.api.service(this.locator, deadline);
        const {type: type} = service.deploymentController ?? {};
        if (!type || type === "ECS") return service;
        throw new src_errors.lZ(type === "CODE_DEPLOY" ? `${this.name} is deployed by CodeDeploy. Set "codedeploy-application" and "codedeploy-deployment-group".` : `${this.name} uses an external deployment controller (${type}), which this action does not support.`);
      }
      async running(service, deadline) {
        const rollout = servingIn(service);
        if (!rollout) return null;
        const arns = service.currentServiceRevisions.flatMap(({arn: arn}) => arn ?? []);
        const [taskDefinition, {digest: digest}] = await Promise.all([ this.definitions.registered(rollout.taskDefinition, deadline), this.history.resolved({
          ref: rollout.taskDefinition
        }, arns, deadline) ]);
        const version = {
          ...(0, ecs_version.E4)(taskDefinition),
          ...digest && {
            digest: digest
          }
        };
        return {
          version: version,
          taskDefinition: taskDefinition
        };
      }
    }
    function snapshotOf({deployments: deployments}, briefs, live) {
      return {
        deploymentIds: deployments.map(({id: id}) => id),
        serviceDeploymentArns: new Set(briefs.map(one => one.serviceDeploymentArn)),
        live: live
      };
    }
    function primaryIn({deployments: deployments}) {
      return deployments.find(({status: status}) => status === "PRIMARY");
    }
    function servingIn(service) {
      const {deployments: deployments} = service;
      const runs = one => (one.runningCount ?? 0) > 0;
      const primary = primaryIn(service);
      return deployments.find(({rolloutState: rolloutState}) => rolloutState === "COMPLETED") ?? deployments.find(one => one !== primary && runs(one)) ?? (primary && !primary.rolloutState && runs(primary) ? primary : void 0);
    }
    function configurationFor(service, {strategy: strategy, bakeTime: bakeTime}) {
      const now = service.deploymentConfiguration ?? {};
      const isSet = (strategy ?? now.strategy) === (now.strategy ?? "ROLLING") && (bakeTime ?? now.bakeTimeInMinutes) === now.bakeTimeInMinutes;
      if (isSet || !strategy && bakeTime === void 0) return;
      const {canaryConfiguration: canaryConfiguration, linearConfiguration: linearConfiguration, ...others} = now;
      const kind = strategy ?? now.strategy ?? "ROLLING";
      return {
        ...others,
        ...kind === "CANARY" && canaryConfiguration ? {
          canaryConfiguration: canaryConfiguration
        } : {},
        ...kind === "LINEAR" && linearConfiguration ? {
          linearConfiguration: linearConfiguration
        } : {},
        strategy: kind,
        ...bakeTime !== void 0 && {
          bakeTimeInMinutes: bakeTime
        }
      };
    }
    var task_definition = __webpack_require__("packages/deployment/src/ecs/task-definition.ts");
    var create_once = __webpack_require__("packages/deployment/src/create-once.ts");
    async function updateService(service, update, version, before, deadline) {
      const {api: api, locator: locator, name: name} = service;
      const isForced = update.forceNewDeployment ?? false;
      const isOurs = one => one.taskDefinition === update.taskDefinition;
      const isKnown = ({id: id}) => before.deploymentIds.includes(id);
      let isKept = false;
      const write = async () => {
        const primary = primaryIn(await api.update({
          ...locator,
          ...update
        }, isForced, deadline));
        if (!primary) throw new src_errors.lZ(`ECS accepted the update of ${name}, but reports no deployment for it.`);
        isKept = isOurs(primary) && isKnown(primary);
        return primary;
      };
      const find = async () => {
        const primary = primaryIn(await service.read(deadline));
        return primary && isOurs(primary) && !isKnown(primary) ? primary : void 0;
      };
      const missing = `No new deployment of ${name} showed up`;
      const {id: id} = await (0, create_once.U)({
        noun: "deployment",
        missing: missing,
        write: write,
        find: find
      }, deadline);
      return new EcsDeployment(service, {
        id: id,
        version: version
      }, before, isKept ? "kept" : "created");
    }
    class EcsTarget {
      #service;
      #options;
      constructor(api, definitions, options) {
        this.#service = new ServiceReader(api, definitions, options);
        this.#options = options;
      }
      get identity() {
        const {locator: locator, name: name, api: api} = this.#service;
        return {
          provider: "ecs",
          name: name,
          target: {
            ...locator,
            region: api.region
          }
        };
      }
      get #resolver() {
        const {resolver: resolver} = this.#options;
        if (resolver) return resolver;
        throw new Error("This target can only be rolled back.");
      }
      async plan(deadline) {
        const {history: history} = this.#service;
        const service = await this.#service.read(deadline);
        const {taskDefinition: taskDefinition} = servingIn(service) ?? primaryIn(service) ?? service;
        const [running, resolved, briefs] = await Promise.all([ this.#service.running(service, deadline), this.#resolver.resolve(taskDefinition ?? void 0, deadline), history.briefs(deadline) ]);
        const live = running?.version ?? null;
        const before = snapshotOf(service, briefs, live);
        const step = this.#step({
          service: service,
          running: running,
          resolved: resolved,
          before: before
        });
        const isSame = step.kind === "unchanged" || resolved.arn === live?.ref;
        const earlier = isSame && live ? await history.before(live, briefs, deadline) : null;
        return {
          live: live,
          before: version => live && !same(live, version) ? live : earlier,
          step: step
        };
      }
      #step(reading) {
        const {service: service, resolved: resolved, before: before} = reading;
        const {live: live} = before;
        const {force: force, desiredCount: desiredCount, attempt: attempt = 1} = this.#options;
        const primary = primaryIn(service);
        const isUnderway = primary?.rolloutState === "IN_PROGRESS" && primary.taskDefinition === resolved.arn;
        if (primary && isUnderway && (!force || attempt > 1)) {
          const version = {
            ref: primary.taskDefinition,
            commit: this.#resolver.commit
          };
          const {id: id} = primary;
          const deployment = new EcsDeployment(this.#service, {
            id: id,
            version: version
          }, before, "attached");
          return {
            kind: "attach",
            deployment: deployment
          };
        }
        const isRunning = live?.ref === resolved.arn && primary?.taskDefinition === resolved.arn;
        const isAsked = desiredCount === void 0 || desiredCount === service.desiredCount;
        if (live && isRunning && !force && isAsked && !configurationFor(service, this.#options)) {
          this.#logUnresolvedTags(resolved);
          return {
            kind: "unchanged",
            version: live
          };
        }
        return {
          kind: "start",
          operation: this.#deploy(reading)
        };
      }
      #logUnresolvedTags({definition: definition}) {
        const tagged = definition.containerDefinitions.flatMap(({image: image}) => image && !image.includes("@") ? [ image ] : []);
        if (tagged.length === 0) return;
        const {api: api, name: name} = this.#service;
        api.log(`${name}: not checked whether ${tagged.join(", ")} now points to another image. ` + 'If a tag moves, deploy with "force-new-deployment: true".');
      }
      #deploy(reading) {
        const {service: service, resolved: resolved, before: before} = reading;
        const {live: live} = before;
        const {force: force = false, desiredCount: desiredCount} = this.#options;
        const resolver = this.#resolver;
        const deploymentConfiguration = configurationFor(service, this.#options);
        return {
          description: this.#describeDeploy(reading),
          start: async (deadline, {written: written, note: note}) => {
            const version = await resolver.available(resolved, live?.ref, written, deadline);
            const {ref: ref} = version;
            const ran = await resolver.runPreDeployTask(ref, service, written, deadline);
            if (ran) note(ran);
            const update = {
              taskDefinition: ref,
              ...desiredCount !== void 0 && {
                desiredCount: desiredCount
              },
              ...deploymentConfiguration && {
                deploymentConfiguration: deploymentConfiguration
              },
              ...(force || isStuck(service, live, ref)) && {
                forceNewDeployment: true
              }
            };
            return updateService(this.#service, update, version, before, deadline);
          }
        };
      }
      #describeDeploy({service: service, running: running, resolved: {arn: arn, definition: definition}}) {
        const {desiredCount: desiredCount, force: force} = this.#options;
        const {name: name} = this.#service;
        const {task: task} = this.#resolver;
        const configuration = configurationFor(service, this.#options);
        const changes = running ? (0, task_definition.tX)(running.taskDefinition.definition, definition).join("; ") : "the first one";
        const deploys = arn ? `deploy ${(0, ecs_version.Vb)(arn)}${arn === running?.version.ref ? " again" : ""}` : `register a new revision of ${definition.family} (${changes}) and deploy it`;
        return [ ...task ? [ `run "${task.command.join(" ")}" first` ] : [], `${deploys} to ${name}`, ...force ? [ "even if nothing changed" ] : [], ...configuration ? [ `with the strategy ${configuration.strategy}` ] : [], ...desiredCount === void 0 ? [] : [ `with ${desiredCount} tasks` ] ].join(", ");
      }
      async live(deadline) {
        const service = await this.#service.read(deadline);
        return (await this.#service.running(service, deadline))?.version ?? null;
      }
      async state(deadline) {
        const service = await this.#service.read(deadline);
        const primary = primaryIn(service);
        const live = (await this.#service.running(service, deadline))?.version ?? null;
        if (!primary || primary.taskDefinition === live?.ref) return {
          live: live,
          desired: live
        };
        const {definitions: definitions} = this.#service;
        return {
          live: live,
          desired: (0, ecs_version.E4)(await definitions.registered(primary.taskDefinition, deadline))
        };
      }
      async previous(deadline) {
        const {history: history} = this.#service;
        const live = await this.live(deadline);
        return history.before(live, await history.briefs(deadline), deadline);
      }
      async find(text, deadline) {
        const {name: serviceName, definitions: definitions, history: history} = this.#service;
        const live = await this.live(deadline);
        const name = (0, ecs_version.ZC)(text, live);
        if (name) return (0, ecs_version.E4)(await definitions.registered(name, deadline));
        const found = await history.find(text, live, deadline);
        if (found) return found;
        throw new src_errors.lZ(`${serviceName} has no version ${(0, quote.h)(text)} among its last ${maxHistory} deployments. Use a task definition as ` + `"family:revision", its ARN, a revision number, a commit of at least 7 characters, or "previous".`);
      }
      same(a, b) {
        return same(a, b);
      }
      rollbackTo(to) {
        const {name: name, history: history} = this.#service;
        return {
          description: `roll ${name} back to ${(0, ecs_version.Vb)(to.ref)}${to.commit ? ` (${(0, 
          record.EU)(to)})` : ""}`,
          start: async (deadline, {written: written}) => {
            const service = await this.#service.read(deadline);
            const briefs = await history.briefs(deadline);
            const live = (await this.#service.running(service, deadline))?.version ?? null;
            const before = snapshotOf(service, briefs, live);
            const stopped = same(live, to) && await this.#stopUnderway(briefs[0], to, before, deadline);
            if (stopped) return stopped;
            const taskDefinition = await this.#deployable(to, service, written, deadline);
            const version = {
              ...to,
              ref: taskDefinition
            };
            return updateService(this.#service, {
              taskDefinition: taskDefinition
            }, version, before, deadline);
          }
        };
      }
      async #stopUnderway(newest, to, before, deadline) {
        if (!newest || !underway.includes(newest.status)) return;
        const {serviceDeploymentArn: arn, status: status} = newest;
        if (stoppable.includes(status)) try {
          await this.#service.api.stop(arn, deadline);
        } catch (error) {
          if ((0, api.G)(error) || (0, errors.Ue)(error, "ConflictException")) return;
          throw error;
        }
        return new EcsDeployment(this.#service, {
          id: arn,
          version: to
        }, before, "stopped");
      }
      async #deployable(to, service, written, deadline) {
        const {definitions: definitions, history: history} = this.#service;
        const {arn: arn, isActive: isActive, definition: definition} = await definitions.registered(to.ref, deadline);
        const hasMoved = primaryIn(service)?.taskDefinition === arn;
        if (isActive && !hasMoved) return arn;
        const copy = hasMoved ? (0, task_definition.tD)(definition, {
          images: await history.images(to, deadline),
          env: {}
        }) : definition;
        return definitions.register(copy, {
          commit: to.commit
        }, written, deadline);
      }
    }
    function isStuck(service, live, definition) {
      const primary = primaryIn(service);
      return primary?.taskDefinition === definition && live?.ref !== definition;
    }
  },
  "packages/deployment/src/ecs/task-definition.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      $k: () => definitionSchema,
      ZV: () => registrable,
      e3: () => unknownIn,
      tD: () => changed,
      tX: () => differences,
      xN: () => tagsSchema
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("valibot/dist/index.mjs");
    const pairs = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, 
    valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
      name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()
    })), []));
    const tagsSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, 
    valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      key: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      value: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(), "")
    })), []);
    const definitionSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
      family: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      containerDefinitions: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
        name: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
        image: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, 
        valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())),
        environment: pairs,
        secrets: pairs
      })),
      tags: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)(tagsSchema)
    });
    const registered = [ "containerDefinitions", "cpu", "enableFaultInjection", "ephemeralStorage", "executionRoleArn", "family", "inferenceAccelerators", "ipcMode", "memory", "networkMode", "pidMode", "placementConstraints", "proxyConfiguration", "requiresCompatibilities", "runtimePlatform", "tags", "taskRoleArn", "volumes" ];
    const described = [ "compatibilities", "deleteRequestedAt", "deregisteredAt", "registeredAt", "registeredBy", "requiresAttributes", "revision", "status", "taskDefinitionArn" ];
    function registrable(definition) {
      const entries = Object.entries(definition).filter(([name]) => isOneOf(registered, name)).map(([name, value]) => [ name, typeof value === "number" ? String(value) : value ]);
      return (0, valibot__WEBPACK_IMPORTED_MODULE_0__.qgA)(definitionSchema, Object.fromEntries(entries));
    }
    function unknownIn(definition) {
      return Object.keys(definition).filter(name => !isOneOf(registered, name) && !isOneOf(described, name));
    }
    function isOneOf(names, name) {
      return names.includes(name);
    }
    function changed(definition, {images: images, env: env}) {
      const names = definition.containerDefinitions.map(({name: name}) => name);
      const meant = images.map(({container: container, image: image}) => ({
        image: image,
        container: container ?? only(names)
      }));
      for (const name of [ ...meant.map(({container: container}) => container), ...Object.keys(env) ]) if (!names.includes(name)) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.lZ(`The task definition ${definition.family} has no container ${(0, 
      _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.h)(name)}; it has ${names.join(", ")}.`);
      const containerDefinitions = definition.containerDefinitions.map(container => {
        const image = meant.findLast(one => one.container === container.name)?.image;
        return withVariables({
          ...container,
          ...image && {
            image: image
          }
        }, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.TE)(env, container.name) ?? {});
      });
      return {
        ...definition,
        containerDefinitions: containerDefinitions
      };
    }
    function only(names) {
      const [name] = names;
      if (name !== void 0 && names.length === 1) return name;
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.lZ(`"images" has a line without a container, but the task definition has ${names.length}: ` + `write "container: image", with one of ${names.join(", ")}.`);
    }
    function withVariables(container, variables) {
      const names = Object.keys(variables);
      if (names.length === 0) return container;
      const others = list => (list ?? []).filter(({name: name}) => !names.includes(name));
      const added = Object.entries(variables).flatMap(([name, value]) => value === null ? [] : [ {
        name: name,
        value: value
      } ]);
      return {
        ...container,
        environment: [ ...others(container.environment), ...added ],
        secrets: others(container.secrets)
      };
    }
    function differences(before, after) {
      const lines = after.containerDefinitions.flatMap(container => {
        const old = before.containerDefinitions.find(({name: name}) => name === container.name);
        if (!old) return [ `container ${container.name} is new` ];
        const image = old.image === container.image ? [] : [ `${container.name} runs ${container.image}` ];
        const names = namesThatDiffer(old, container);
        return names.length === 0 ? image : [ ...image, `${container.name} gets ${names.join(", ")}` ];
      });
      return lines.length === 0 ? [ "other settings" ] : lines;
    }
    function namesThatDiffer(old, now) {
      const text = (list, name) => JSON.stringify(list?.find(one => one.name === name) ?? null);
      const names = [ ...old.environment ?? [], ...now.environment ?? [] ].map(({name: name}) => name);
      return [ ...new Set(names) ].filter(name => text(old.environment, name) !== text(now.environment, name));
    }
  },
  "packages/deployment/src/ecs/task-definitions.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Y: () => TaskDefinitions
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/errors.ts");
    var _api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/deployment/src/ecs/api.ts");
    var _deploy_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/deployment/src/ecs/deploy-tags.ts");
    var _normalize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/deployment/src/ecs/normalize.ts");
    var _task_definition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/deployment/src/ecs/task-definition.ts");
    var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/deployment/src/ecs/version.ts");
    class TaskDefinitions {
      #api;
      #run;
      #known=new Map;
      #registered=new Map;
      #written=new Set;
      constructor(api, run) {
        this.#api = api;
        this.#run = run;
      }
      registered(name, deadline) {
        const found = this.#known.get(name) ?? this.#look(name, deadline);
        this.#known.set(name, found);
        return found;
      }
      async #look(name, deadline) {
        const {taskDefinition: taskDefinition, tags: tags} = await this.#api.taskDefinition(name, deadline);
        return {
          arn: taskDefinition.taskDefinitionArn,
          isActive: (taskDefinition.status ?? "ACTIVE") === "ACTIVE",
          definition: {
            ...taskDefinition,
            tags: tags
          },
          metadata: (0, _deploy_tags_js__WEBPACK_IMPORTED_MODULE_0__.$i)(tags)
        };
      }
      async newest(definition, deadline) {
        try {
          const newest = await this.#look(definition.family, deadline);
          const isSame = newest.isActive && (0, _normalize_js__WEBPACK_IMPORTED_MODULE_1__.u)(newest.definition, definition);
          return isSame ? newest.arn : void 0;
        } catch (error) {
          if (isNoFamily(error)) return;
          throw error;
        }
      }
      async register(definition, {commit: commit, prev: prev}, written, deadline) {
        const key = (0, _normalize_js__WEBPACK_IMPORTED_MODULE_1__.d)(definition);
        const metadata = {
          sha: commit,
          run: this.#run,
          prev: prev
        };
        const registered = this.#registered.get(key) ?? this.#registerOnce(definition, metadata, deadline);
        this.#registered.set(key, registered);
        const arn = await registered;
        this.wrote(`${(0, _version_js__WEBPACK_IMPORTED_MODULE_2__.Vb)(arn)} was registered.`, written);
        return arn;
      }
      async #registerOnce(definition, metadata, deadline) {
        const register = async one => {
          for (let tries = 1; ;tries++) try {
            return await this.#api.register(one, deadline);
          } catch (error) {
            if (!(error instanceof _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.W)) throw error;
            const left = await this.newest(definition, deadline);
            if (left) return left;
            if (tries === 3) throw error;
          }
        };
        const bare = (0, _task_definition_js__WEBPACK_IMPORTED_MODULE_4__.ZV)(definition);
        try {
          return await register((0, _deploy_tags_js__WEBPACK_IMPORTED_MODULE_0__.VR)(bare, metadata));
        } catch (error) {
          if (!(0, _api_js__WEBPACK_IMPORTED_MODULE_5__.G)(error) || !/ecs:TagResource/.test(String(error))) throw error;
          this.#api.log("The role of this job is not allowed to use ecs:TagResource, so the new revision does not record the previous " + 'version; "rollback" then needs the record of this deploy or the history of the service.');
          return await register((0, _deploy_tags_js__WEBPACK_IMPORTED_MODULE_0__.VR)(bare, void 0));
        }
      }
      wrote(sentence, written) {
        this.#written.add(sentence);
        written([ ...this.#written ].join(" "));
      }
    }
    function isNoFamily(error) {
      return error instanceof Error && /Unable to describe task definition/.test(error.message);
    }
  },
  "packages/deployment/src/ecs/version.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      E4: () => versionOf,
      Vb: () => nameOf,
      ZC: () => nameIn
    });
    function versionOf({arn: arn, metadata: metadata}) {
      return {
        ref: arn,
        ...metadata.sha && {
          commit: metadata.sha
        }
      };
    }
    function nameOf(arn) {
      return arn.split("/").at(-1) ?? arn;
    }
    function nameIn(text, live) {
      if (/^(arn:.+|[\w-]+:\d+)$/.test(text)) return text;
      return live && /^\d{1,6}$/.test(text) ? live.ref.replace(/:\d+$/, `:${text}`) : void 0;
    }
  }
};
