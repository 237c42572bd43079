export const id = "deployment-ecs-targets";

export const ids = [ "deployment-ecs-targets" ];

export const modules = {
  "packages/deployment/src/ecs/targets.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      createTargets: () => createTargets
    });
    var src_access = __webpack_require__("packages/aws/src/access.ts");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var ecs_api = __webpack_require__("packages/deployment/src/ecs/api.ts");
    var external_node_fs_ = __webpack_require__("node:fs");
    var external_node_path_ = __webpack_require__("node:path");
    var src_file = __webpack_require__("packages/kit/src/file.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var src_issue = __webpack_require__("packages/kit/src/issue.ts");
    var map = __webpack_require__("packages/kit/src/map.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    var structured_file = __webpack_require__("packages/deployment/src/structured-file.ts");
    var task_definition = __webpack_require__("packages/deployment/src/ecs/task-definition.ts");
    const definition_types_text = "text";
    const integer = "integer";
    const definition_types_boolean = "boolean";
    function mapOf(anyKey) {
      return {
        anyKey: anyKey
      };
    }
    const taskDefinitionTypes = {
      family: definition_types_text,
      containerDefinitions: [ {
        name: definition_types_text,
        image: definition_types_text,
        repositoryCredentials: {
          credentialsParameter: definition_types_text
        },
        cpu: integer,
        memory: integer,
        memoryReservation: integer,
        links: [ definition_types_text ],
        portMappings: [ {
          containerPort: integer,
          hostPort: integer,
          protocol: definition_types_text,
          name: definition_types_text,
          appProtocol: definition_types_text,
          containerPortRange: definition_types_text
        } ],
        essential: definition_types_boolean,
        restartPolicy: {
          enabled: definition_types_boolean,
          ignoredExitCodes: [ integer ],
          restartAttemptPeriod: integer
        },
        entryPoint: [ definition_types_text ],
        command: [ definition_types_text ],
        environment: [ {
          name: definition_types_text,
          value: definition_types_text
        } ],
        environmentFiles: [ {
          value: definition_types_text,
          type: definition_types_text
        } ],
        mountPoints: [ {
          sourceVolume: definition_types_text,
          containerPath: definition_types_text,
          readOnly: definition_types_boolean
        } ],
        volumesFrom: [ {
          sourceContainer: definition_types_text,
          readOnly: definition_types_boolean
        } ],
        linuxParameters: {
          capabilities: {
            add: [ definition_types_text ],
            drop: [ definition_types_text ]
          },
          devices: [ {
            hostPath: definition_types_text,
            containerPath: definition_types_text,
            permissions: [ definition_types_text ]
          } ],
          initProcessEnabled: definition_types_boolean,
          sharedMemorySize: integer,
          tmpfs: [ {
            containerPath: definition_types_text,
            size: integer,
            mountOptions: [ definition_types_text ]
          } ],
          maxSwap: integer,
          swappiness: integer
        },
        secrets: [ {
          name: definition_types_text,
          valueFrom: definition_types_text
        } ],
        dependsOn: [ {
          containerName: definition_types_text,
          condition: definition_types_text
        } ],
        startTimeout: integer,
        stopTimeout: integer,
        versionConsistency: definition_types_text,
        hostname: definition_types_text,
        user: definition_types_text,
        workingDirectory: definition_types_text,
        disableNetworking: definition_types_boolean,
        privileged: definition_types_boolean,
        readonlyRootFilesystem: definition_types_boolean,
        dnsServers: [ definition_types_text ],
        dnsSearchDomains: [ definition_types_text ],
        extraHosts: [ {
          hostname: definition_types_text,
          ipAddress: definition_types_text
        } ],
        dockerSecurityOptions: [ definition_types_text ],
        interactive: definition_types_boolean,
        pseudoTerminal: definition_types_boolean,
        dockerLabels: mapOf(definition_types_text),
        ulimits: [ {
          name: definition_types_text,
          softLimit: integer,
          hardLimit: integer
        } ],
        logConfiguration: {
          logDriver: definition_types_text,
          options: mapOf(definition_types_text),
          secretOptions: [ {
            name: definition_types_text,
            valueFrom: definition_types_text
          } ]
        },
        healthCheck: {
          command: [ definition_types_text ],
          interval: integer,
          timeout: integer,
          retries: integer,
          startPeriod: integer
        },
        systemControls: [ {
          namespace: definition_types_text,
          value: definition_types_text
        } ],
        resourceRequirements: [ {
          type: definition_types_text,
          value: definition_types_text
        } ],
        firelensConfiguration: {
          type: definition_types_text,
          options: mapOf(definition_types_text)
        },
        credentialSpecs: [ definition_types_text ]
      } ],
      taskRoleArn: definition_types_text,
      executionRoleArn: definition_types_text,
      networkMode: definition_types_text,
      volumes: [ {
        name: definition_types_text,
        host: {
          sourcePath: definition_types_text
        },
        dockerVolumeConfiguration: {
          scope: definition_types_text,
          autoprovision: definition_types_boolean,
          driver: definition_types_text,
          driverOpts: mapOf(definition_types_text),
          labels: mapOf(definition_types_text)
        },
        efsVolumeConfiguration: {
          fileSystemId: definition_types_text,
          rootDirectory: definition_types_text,
          transitEncryption: definition_types_text,
          transitEncryptionPort: integer,
          authorizationConfig: {
            accessPointId: definition_types_text,
            iam: definition_types_text
          }
        },
        s3filesVolumeConfiguration: {
          fileSystemArn: definition_types_text,
          rootDirectory: definition_types_text,
          transitEncryptionPort: integer,
          accessPointArn: definition_types_text
        },
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: definition_types_text,
          rootDirectory: definition_types_text,
          authorizationConfig: {
            credentialsParameter: definition_types_text,
            domain: definition_types_text
          }
        },
        configuredAtLaunch: definition_types_boolean
      } ],
      placementConstraints: [ {
        type: definition_types_text,
        expression: definition_types_text
      } ],
      requiresCompatibilities: [ definition_types_text ],
      cpu: definition_types_text,
      memory: definition_types_text,
      tags: [ {
        key: definition_types_text,
        value: definition_types_text
      } ],
      pidMode: definition_types_text,
      ipcMode: definition_types_text,
      proxyConfiguration: {
        containerName: definition_types_text,
        type: definition_types_text,
        properties: [ {
          name: definition_types_text,
          value: definition_types_text
        } ]
      },
      inferenceAccelerators: [ {
        deviceName: definition_types_text,
        deviceType: definition_types_text
      } ],
      ephemeralStorage: {
        sizeInGiB: integer
      },
      runtimePlatform: {
        cpuArchitecture: definition_types_text,
        operatingSystemFamily: definition_types_text
      },
      enableFaultInjection: definition_types_boolean
    };
    function typedDefinition(file, definition) {
      return typed(definition, taskDefinitionTypes, [], file);
    }
    function typed(value, type, path, file) {
      if (type === void 0 || value.typed === null || value.typed === void 0) return value.typed;
      if (typeof type === "string") return scalar(value, type, path, file);
      if (isList(type)) {
        if (!Array.isArray(value.typed)) return value.typed;
        return value.typed.map((item, at) => typed({
          typed: item,
          text: memberOf(value.text, at)
        }, type[0], [ ...path, String(at) ], file));
      }
      if (typeof value.typed !== "object" || Array.isArray(value.typed)) return value.typed;
      const entries = Object.entries(value.typed).map(([name, member]) => {
        const own = Object.hasOwn(type, name) ? Object.entries(type).find(([key]) => key === name) : void 0;
        const memberType = "anyKey" in type ? type.anyKey : own?.[1];
        const both = {
          typed: member,
          text: memberOf(value.text, name)
        };
        return [ name, typed(both, memberType, [ ...path, name ], file) ];
      });
      return Object.fromEntries(entries);
    }
    function scalar({typed: value, text: text}, type, path, file) {
      const written = typeof text === "object" ? value : text;
      const isScalar = typeof written !== "object";
      if (type === "text" && isScalar) return String(written);
      const number = /^[-+]?\d+(\.0+)?$/.test(String(written)) ? Number(written) : void 0;
      if (type === "integer" && Number.isSafeInteger(number)) return number;
      if (type === "boolean" && /^(true|false)$/i.test(String(written))) return /^true$/i.test(String(written));
      const seen = isScalar ? (0, quote.h)(String(written)) : "a list or a map";
      const expected = {
        text: "text",
        integer: "a whole number",
        boolean: "true or false"
      }[type];
      throw new errors.dz(`The task definition ${(0, quote.h)(file)} must have ${expected} at "${path.join(".")}", not ${seen}.`);
    }
    function isList(type) {
      return Array.isArray(type);
    }
    function memberOf(value, key) {
      if (typeof value !== "object" || value === null) return;
      return Object.entries(value).find(([name]) => name === String(key))?.[1];
    }
    async function sourceOf(given, runner) {
      if (!given) return {
        kind: "running"
      };
      const file = (0, external_node_path_.resolve)(runner.workspace, given);
      if (!given.startsWith("arn:") && isFile(file)) {
        const text = (0, src_file.jH)("task-definition", given, runner.workspace).toString();
        return {
          kind: "file",
          definition: await definitionIn(given, text, runner)
        };
      }
      if (/^(arn:[\w:/.-]+|[\w-]{1,255}(:\d+)?)$/.test(given)) return {
        kind: "named",
        name: given
      };
      throw new errors.dz(`Input "task-definition" is ${(0, quote.h)(given)}, which is neither a file in the workspace ` + 'nor an ARN, a "family:revision" or a family.');
    }
    function isFile(path) {
      try {
        return (0, external_node_fs_.statSync)(path).isFile();
      } catch {
        return false;
      }
    }
    async function definitionIn(name, text, runner) {
      const typed = inDescription(await (0, structured_file.c)(name, text));
      const asWritten = inDescription(await (0, structured_file.c)(name, text, "as-written"));
      const definition = typedDefinition(name, {
        typed: typed,
        text: asWritten
      });
      const result = (0, dist.xLC)(task_definition.$k, definition);
      if (!result.success) {
        const [issue] = result.issues;
        throw new errors.dz(`The task definition ${(0, quote.h)(name)} is invalid (${(0, 
        src_issue.n)(issue, task_definition.$k) ?? issue.message}). ` + 'It must be JSON or YAML in the format of "aws ecs register-task-definition --cli-input-json".');
      }
      const unknown = (0, task_definition.e3)(result.output);
      if (unknown.length > 0) runner.warning(`${name}: ignoring ${unknown.map(one => (0, 
      quote.h)(one)).join(", ")}, which ECS does not support.`);
      return result.output;
    }
    function inDescription(read) {
      if (!(0, map.jh)(read) || !(0, map.jh)(read.taskDefinition)) return read;
      const {taskDefinition: taskDefinition, tags: tags} = read;
      return {
        ...taskDefinition,
        ...Array.isArray(tags) && {
          tags: tags
        }
      };
    }
    var target = __webpack_require__("packages/deployment/src/ecs/target.ts");
    var normalize = __webpack_require__("packages/deployment/src/ecs/normalize.ts");
    var external_node_crypto_ = __webpack_require__("node:crypto");
    var duration = __webpack_require__("packages/wait/src/duration.ts");
    var poll = __webpack_require__("packages/wait/src/poll.ts");
    var backoff = __webpack_require__("packages/wait/src/backoff.ts");
    var src_deadline = __webpack_require__("packages/wait/src/deadline.ts");
    var aws_console = __webpack_require__("packages/deployment/src/aws-console.ts");
    async function startTask(api, {container: container, command: command}, {arn: arn, definition: definition}, service, run, deadline) {
      const name = containerOf({
        container: container,
        command: command
      }, definition);
      const started = await api.run(taskOf(arn, name, command, service, run), deadline);
      const id = started.taskArn.split("/").at(-1) ?? started.taskArn;
      const said = `"${command.join(" ")}" in ${name} (task ${id})`;
      api.log(`Running ${said} before any service is changed.`);
      const task = {
        name: name,
        said: said,
        cluster: service.clusterArn
      };
      const log = logOf(definition, name, id, api.region);
      return {
        ended: evidenceOf(started, task, log, api, deadline)
      };
    }
    async function evidenceOf(started, command, log, api, deadline) {
      const {name: name, said: said} = command;
      const began = deadline.clock.now();
      const ended = await endOf(started, command, api, deadline);
      const code = exitCodeOf(ended, name);
      if (code === 0) {
        const text = `${said} exited with 0 after ${(0, duration.a)(deadline.clock.now() - began)}.`;
        api.log(text);
        return {
          text: text,
          url: log
        };
      }
      const also = log ? ` Log: ${log}` : "";
      throw new errors.lZ(`${said} ${code === void 0 ? "did not run" : `exited with ${code}`}, so no service was changed: ` + `${reasonOf(ended, name)}.${also}`);
    }
    function containerOf({container: container}, {family: family, containerDefinitions: containerDefinitions}) {
      const names = containerDefinitions.map(({name: name}) => name);
      const name = container ?? names[0] ?? "";
      if (names.includes(name)) return name;
      throw new errors.lZ(`"run-task" names the container ${(0, quote.h)(name)}, but ${family} has ${names.join(", ")}.`);
    }
    function taskOf(taskDefinition, name, command, service, run) {
      const {networkConfiguration: networkConfiguration, capacityProviderStrategy: capacityProviderStrategy, launchType: launchType, platformVersion: platformVersion} = service;
      const sign = [ run, taskDefinition, service.serviceArn, ...command ].join("\n");
      return {
        cluster: service.clusterArn,
        taskDefinition: taskDefinition,
        count: 1,
        startedBy: "ci-actions",
        clientToken: (0, external_node_crypto_.createHash)("sha256").update(sign).digest("hex"),
        ...networkConfiguration && {
          networkConfiguration: networkConfiguration
        },
        ...capacityProviderStrategy?.length ? {
          capacityProviderStrategy: capacityProviderStrategy
        } : launchType && {
          launchType: launchType
        },
        ...platformVersion && {
          platformVersion: platformVersion
        },
        overrides: {
          containerOverrides: [ {
            name: name,
            command: command
          } ]
        }
      };
    }
    const missingFor = 3e4;
    async function endOf({taskArn: taskArn}, {name: name, said: said, cluster: cluster}, api, deadline) {
      const {clock: clock} = deadline;
      let forgotten = clock.now() + missingFor;
      const look = async () => {
        const [task] = await api.tasks(cluster, [ taskArn ], deadline);
        if (!task) {
          if (clock.now() < forgotten) return;
          throw new errors.lZ(`ECS no longer has ${said}, so its exit code is unknown.`);
        }
        forgotten = 0;
        if (task.lastStatus === "STOPPED") return task;
        if (exitCodeOf(task, name) === void 0) return;
        await api.stopTask(cluster, taskArn, deadline);
        return task;
      };
      try {
        return await (0, poll.w)(look, (0, backoff.E)(500, 1.5, 5e3), deadline);
      } catch (error) {
        const still = `${(0, errors.gJ)(error)} ${said} is still running; no service was changed.`;
        if (error instanceof src_deadline.M) throw new src_deadline.M(still);
        throw error instanceof errors.cc ? new errors.cc(still) : error;
      }
    }
    function exitCodeOf({containers: containers}, name) {
      return containers.find(one => one.name === name)?.exitCode ?? void 0;
    }
    function reasonOf({containers: containers, stoppedReason: stoppedReason}, name) {
      const reason = containers.find(one => one.name === name)?.reason;
      return [ stoppedReason, reason ].filter(Boolean).join("; ") || "ECS gives no reason";
    }
    const awslogs = (0, dist._H3)({
      options: (0, map.A7)((0, dist.YjP)())
    });
    function logOf({containerDefinitions: containerDefinitions}, name, id, region) {
      const container = containerDefinitions.find(one => one.name === name);
      if (!(0, dist.is)(awslogs, container?.logConfiguration)) return;
      const {options: options} = container.logConfiguration;
      const {"awslogs-group": group, "awslogs-stream-prefix": prefix} = options;
      if (!group || !prefix) return;
      const where = options["awslogs-region"] ?? region;
      const stream = (0, aws_console.j)(`${prefix}/${name}/${id}`);
      return (0, aws_console.F)(where, `cloudwatch/home?region=${where}#logsV2:log-groups/log-group/${(0, 
      aws_console.j)(group)}/log-events/${stream}`);
    }
    var version = __webpack_require__("packages/deployment/src/ecs/version.ts");
    class TaskDefinitionResolver {
      #api;
      #definitions;
      #options;
      #task;
      constructor(api, definitions, options) {
        this.#api = api;
        this.#definitions = definitions;
        this.#options = options;
      }
      get task() {
        return this.#options.task;
      }
      get commit() {
        return this.#options.commit;
      }
      async resolve(running, deadline) {
        const resolved = await this.#select(running, deadline);
        if (this.#options.task) containerOf(this.#options.task, resolved.definition);
        return resolved;
      }
      async #select(running, deadline) {
        const {source: source, changes: changes} = this.#options;
        if (source.kind === "file") return this.#find((0, task_definition.tD)(source.definition, changes), running, deadline);
        const name = source.kind === "named" ? source.name : running;
        if (!name) throw new errors.lZ('The service runs nothing yet: set "task-definition".');
        const base = await this.#definitions.registered(name, deadline);
        if (isEmpty(changes)) return base;
        return this.#find((0, task_definition.tD)(base.definition, changes), running, deadline);
      }
      async #find(definition, running, deadline) {
        const known = running ? await this.#definitions.registered(running, deadline) : void 0;
        if (known && (0, normalize.u)(known.definition, definition)) return {
          definition: definition,
          arn: known.arn
        };
        return {
          definition: definition,
          arn: await this.#definitions.newest(definition, deadline)
        };
      }
      async available({arn: arn, definition: definition}, prev, written, deadline) {
        if (arn) return (0, version.E4)(await this.#definitions.registered(arn, deadline));
        const {commit: commit} = this.#options;
        return {
          ref: await this.#definitions.register(definition, {
            commit: commit,
            prev: prev
          }, written, deadline),
          commit: commit
        };
      }
      async runPreDeployTask(definition, service, written, deadline) {
        const {task: task, run: run, attempt: attempt} = this.#options;
        if (!task) return;
        const known = this.#definitions.registered(definition, deadline);
        this.#task ??= known.then(it => startTask(this.#api, task, it, service, `${run} ${attempt}`, deadline));
        const {ended: ended} = await this.#task;
        this.#definitions.wrote(`"${task.command.join(" ")}" was started.`, written);
        return ended;
      }
    }
    function isEmpty({images: images, env: env}) {
      return images.length === 0 && Object.keys(env).length === 0;
    }
    var task_definitions = __webpack_require__("packages/deployment/src/ecs/task-definitions.ts");
    const strategies = {
      rolling: "ROLLING",
      "blue-green": "BLUE_GREEN",
      canary: "CANARY",
      linear: "LINEAR"
    };
    async function createTargets(inputs, runner) {
      refuseContradictions(inputs);
      const {cluster: cluster, images: images = [], env: env = {}, task: task, force: force} = inputs;
      const access = await (0, src_access.S)(runner);
      const api = new ecs_api.a(access);
      const definitions = new task_definitions.Y(api, runner.run.url);
      const resolver = new TaskDefinitionResolver(api, definitions, {
        source: await sourceOf(inputs.taskDefinition, runner),
        changes: {
          images: images.map(({name: name, value: value}) => ({
            container: name,
            image: value
          })),
          env: env
        },
        task: task,
        commit: runner.run.commit,
        run: runner.run.url,
        attempt: runner.run.attempt
      });
      const places = inputs.services.map(({name: name, value: value}) => ({
        cluster: cluster,
        service: value,
        name: name,
        force: force,
        resolver: resolver
      }));
      if (inputs.application) return byCodeDeploy(places, api, access, definitions, inputs, runner);
      const {desiredCount: desiredCount, bakeTime: bakeTime} = inputs;
      const strategy = inputs.strategy && strategies[inputs.strategy];
      const {attempt: attempt} = runner.run;
      const how = {
        desiredCount: desiredCount,
        bakeTime: bakeTime,
        strategy: strategy,
        attempt: attempt
      };
      return places.map(place => new target.f(api, definitions, {
        ...place,
        ...how
      }));
    }
    async function byCodeDeploy(places, api, access, definitions, {application: application = "", deploymentGroup: deploymentGroup = "", appSpec: appSpec, onFailure: onFailure}, runner) {
      const {CodeDeployApi: CodeDeployApi, CodeDeployTarget: CodeDeployTarget} = await __webpack_require__.e("deployment-codedeploy").then(__webpack_require__.bind(__webpack_require__, "packages/deployment/src/codedeploy/index.ts"));
      const how = {
        application: application,
        deploymentGroup: deploymentGroup,
        appSpec: appSpec ? await (await __webpack_require__.e("deployment-codedeploy-appspec-file").then(__webpack_require__.bind(__webpack_require__, "packages/deployment/src/codedeploy/appspec-file.ts"))).appSpecIn(appSpec, runner) : void 0,
        rollsBack: onFailure === "rollback"
      };
      const codedeploy = new CodeDeployApi(access);
      return places.map(place => new CodeDeployTarget(api, codedeploy, definitions, {
        ...place,
        ...how
      }));
    }
    function refuseContradictions(inputs) {
      const names = inputs.services.map(({value: value}) => value);
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice) throw new errors.dz(`The service ${twice} is listed twice; a step deploys each service once.`);
      const {application: application, deploymentGroup: deploymentGroup, appSpec: appSpec, strategy: strategy, bakeTime: bakeTime, desiredCount: desiredCount} = inputs;
      if (!application !== !deploymentGroup || appSpec && !application) throw new errors.dz('Set "codedeploy-application" and "codedeploy-deployment-group" together, or neither of them.');
      if (inputs.wait && bakeTime !== void 0 && bakeTime * 6e4 >= inputs.timeout) throw new errors.dz('With "bake-time", the deployment takes longer than "timeout"; increase it.');
      if (!application) return;
      if (names.length > 1) throw new errors.dz("A CodeDeploy deployment group deploys one service: use one step per service.");
      if (strategy || bakeTime !== void 0 || desiredCount !== void 0) throw new errors.dz('With CodeDeploy, "strategy", "bake-time" and "desired-count" cannot be set: the deployment group defines them.');
    }
  },
  "packages/deployment/src/structured-file.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      c: () => readStructured
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/input-parsers.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/kit/src/yaml.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("valibot/dist/index.mjs");
    async function readStructured(name, text, scalars) {
      try {
        return await (0, _ci_actions_kit_yaml__WEBPACK_IMPORTED_MODULE_0__.o)((0, valibot__WEBPACK_IMPORTED_MODULE_1__.L5J)(), "JSON or YAML", scalars).parse(text);
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.yI)) throw error;
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.dz(error.describe(`The file ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(name)}`, void 0));
      }
    }
  }
};
