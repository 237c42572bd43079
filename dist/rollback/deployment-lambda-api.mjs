export const id = "deployment-lambda-api";

export const ids = [ "deployment-lambda-api" ];

export const modules = {
  "packages/deployment/src/lambda/api.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      M: () => LambdaApi
    });
    var _ci_actions_aws__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/aws/src/client.ts");
    var _ci_actions_aws__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/aws/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("valibot/dist/index.mjs");
    const configurationSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
      FunctionName: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      Version: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      CodeSha256: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      RevisionId: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Description: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      LastModified: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      PackageType: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Runtime: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Handler: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Layers: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({}))),
      Architectures: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())),
      State: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      StateReason: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      StateReasonCode: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      LastUpdateStatus: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      LastUpdateStatusReason: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      LastUpdateStatusReasonCode: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      LoggingConfig: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
        LogGroup: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
      }))
    });
    const functionSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      Configuration: configurationSchema,
      Code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__._H3)({
        ResolvedImageUri: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
      }))
    });
    const aliasSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      FunctionVersion: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      Description: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      RoutingConfig: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
        AdditionalVersionWeights: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.A7)((0, 
        valibot__WEBPACK_IMPORTED_MODULE_0__.aig)()))
      })),
      RevisionId: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    const versionsSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      Versions: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)(configurationSchema), []),
      NextMarker: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    const lambda = {
      name: "Lambda",
      id: "LAMBDA",
      host: "lambda"
    };
    const timeFor = bytes => 3e4 + bytes / 100;
    class LambdaApi {
      region;
      log;
      #client;
      constructor(access) {
        this.region = access.region;
        this.log = access.log;
        this.#client = new _ci_actions_aws__WEBPACK_IMPORTED_MODULE_2__.t(lambda, access);
      }
      function(name, deadline, version) {
        const call = {
          path: pathOf(name),
          ...version && {
            query: {
              Qualifier: version
            }
          }
        };
        return orNone(this.#read("GetFunction", call, functionSchema, deadline));
      }
      alias(name, alias, deadline) {
        const call = {
          path: `${pathOf(name)}/aliases/${alias}`
        };
        return orNone(this.#read("GetAlias", call, aliasSchema, deadline));
      }
      async versions(name, deadline) {
        const versions = [];
        let marker;
        do {
          const call = {
            path: `${pathOf(name)}/versions`,
            query: marker ? {
              Marker: marker
            } : {}
          };
          const page = await this.#read("ListVersionsByFunction", call, versionsSchema, deadline);
          versions.push(...page.Versions);
          marker = page.NextMarker;
        } while (marker);
        return versions.filter(({Version: Version}) => /^\d+$/.test(Version)).sort((a, b) => Number(a.Version) - Number(b.Version));
      }
      updateCode(name, source, architecture, revision, deadline) {
        const json = {
          ...source,
          ...architecture && {
            Architectures: [ architecture ]
          },
          RevisionId: revision
        };
        const bytes = "ZipFile" in source ? source.ZipFile.length : 0;
        const call = {
          path: `${pathOf(name)}/code`,
          json: json,
          attemptTimeout: timeFor(bytes)
        };
        return this.#write("UpdateFunctionCode", "PUT", call, configurationSchema, deadline);
      }
      publish(name, wanted, deadline) {
        const call = {
          path: `${pathOf(name)}/versions`,
          json: wanted
        };
        return this.#write("PublishVersion", "POST", call, configurationSchema, deadline);
      }
      createAlias(name, alias, wanted, deadline) {
        const call = {
          path: `${pathOf(name)}/aliases`,
          json: {
            Name: alias,
            ...wanted
          }
        };
        return this.#write("CreateAlias", "POST", call, aliasSchema, deadline);
      }
      updateAlias(name, alias, wanted, revision, deadline) {
        const json = {
          ...wanted,
          RevisionId: revision
        };
        const call = {
          path: `${pathOf(name)}/aliases/${alias}`,
          json: json
        };
        return this.#write("UpdateAlias", "PUT", call, aliasSchema, deadline);
      }
      #read(operation, call, shape, deadline) {
        return this.#client.call(operation, {
          ...call,
          tries: 20
        }, shape, deadline);
      }
      #write(operation, method, call, shape, deadline) {
        return this.#client.call(operation, {
          ...call,
          method: method
        }, shape, deadline);
      }
    }
    function pathOf(name) {
      return `/2015-03-31/functions/${encodeURIComponent(name)}`;
    }
    async function orNone(request) {
      try {
        return await request;
      } catch (error) {
        if ((0, _ci_actions_aws__WEBPACK_IMPORTED_MODULE_3__.Ue)(error, "ResourceNotFoundException")) return;
        throw error;
      }
    }
  },
  "packages/deployment/src/lambda/target.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      x: () => LambdaTarget
    });
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var poll = __webpack_require__("packages/wait/src/poll.ts");
    var backoff = __webpack_require__("packages/wait/src/backoff.ts");
    var duration = __webpack_require__("packages/wait/src/duration.ts");
    function hasCode({Configuration: Configuration, Code: Code}, code) {
      if (code.sha256) return Configuration.CodeSha256 === code.sha256;
      return !!code.imageDigest && !!Code?.ResolvedImageUri?.endsWith(`@${code.imageDigest}`);
    }
    const metadataAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/;
    function readMetadata(description) {
      const [, metadata = ""] = metadataAtEnd.exec(description ?? "") ?? [];
      return Object.fromEntries(metadata.split(";").map(pair => pair.split("=")).filter(([, value]) => value));
    }
    const maxCharacters = 256;
    function withMetadata(description, metadata) {
      const {prev: prev, sha: sha, run: run} = metadata;
      const text = Object.entries({
        prev: prev,
        sha: sha,
        run: run
      }).filter(([, value]) => value).map(pair => pair.join("=")).join(";");
      const words = (description ?? "").replace(metadataAtEnd, "").trim();
      return `${words.slice(0, maxCharacters - text.length - 1)} ${text}`.trim();
    }
    function describeAuthor({Description: Description}) {
      const {run: run} = readMetadata(Description);
      if (run) return `run ${run}`;
      return Description ? `its description is ${(0, quote.h)(Description)}` : "its description does not say by whom";
    }
    var aws_console = __webpack_require__("packages/deployment/src/aws-console.ts");
    var src_errors = __webpack_require__("packages/aws/src/errors.ts");
    var http_src_errors = __webpack_require__("packages/http/src/errors.ts");
    var map = __webpack_require__("packages/kit/src/map.ts");
    const publish_volatile = new Set([ "CodeSize", "ConfigSha256", "Description", "FunctionArn", "LastModified", "LastUpdateStatus", "LastUpdateStatusReason", "LastUpdateStatusReasonCode", "MasterArn", "RevisionId", "RuntimeVersionConfig", "State", "StateReason", "StateReasonCode", "Version" ]);
    function sameConfiguration(a, b) {
      const lasting = configuration => JSON.stringify(Object.entries(configuration).filter(([name, value]) => !publish_volatile.has(name) && value != null).map(([name, value]) => name === "SnapStart" ? [ name, snapStartOf(value) ] : [ name, value ]).sort(([a], [b]) => String(a) < String(b) ? -1 : 1));
      return lasting(a) === lasting(b);
    }
    function snapStartOf(value) {
      return typeof value === "object" && value && "ApplyOn" in value ? value.ApplyOn : void 0;
    }
    const publish_backoff = (0, backoff.E)(300, 1.6, 5e3);
    async function updateCode(api, {function: name, code: code, architecture: architecture}, known, deadline, written) {
      let refused;
      let isLost = false;
      let busy;
      const write = async tries => {
        const isFresh = tries === 0 && !isAtWork(known.Configuration);
        const found = isFresh ? known : await idle(api, name, deadline);
        const {Configuration: now} = found;
        const isBuiltFor = !architecture || !!now.Architectures?.includes(architecture);
        if (hasCode(found, code) && isBuiltFor && now.LastUpdateStatus !== "Failed") {
          if (isLost) written(sent(name, "was"));
          return now;
        }
        if (refused && isOther(refused, now)) throw changedMeanwhile(name, now);
        const revision = now.RevisionId ?? void 0;
        const result = await attempt(() => api.updateCode(name, code.source(), architecture, revision, deadline), why => {
          busy = why;
        });
        if (result === "changed") refused = now;
        if (result === "lost") {
          isLost = true;
          written(sent(name, "may have been"));
        }
        if (typeof result === "string") return;
        written(sent(name, "was"));
        return taken(api, name, result, deadline);
      };
      return (0, poll.w)(write, publish_backoff, deadline, () => busy);
    }
    function sent(name, was) {
      return `New code ${was} sent to $LATEST of ${name}; no version was published.`;
    }
    async function taken(api, name, sent, deadline) {
      api.log(`${name}: the new code was sent`);
      const now = isAtWork(sent) ? (await idle(api, name, deadline)).Configuration : sent;
      if (now.CodeSha256 !== sent.CodeSha256) throw changedMeanwhile(name, now);
      if (now.LastUpdateStatus === "Failed") throw notTaken(name, now);
      return now;
    }
    async function publish(api, name, {CodeSha256: CodeSha256, RevisionId: RevisionId}, description, deadline) {
      let revision = RevisionId ?? void 0;
      let busy;
      const write = async () => {
        const wanted = {
          CodeSha256: CodeSha256,
          Description: description,
          RevisionId: revision
        };
        const result = await attempt(() => api.publish(name, wanted, deadline), why => {
          busy = why;
        });
        if (typeof result !== "string") return result;
        const {Configuration: now} = await idle(api, name, deadline);
        if (now.CodeSha256 !== CodeSha256) throw changedMeanwhile(name, now);
        revision = now.RevisionId ?? void 0;
        return;
      };
      return (0, poll.w)(write, publish_backoff, deadline, () => busy);
    }
    async function idle(api, name, deadline) {
      let busy;
      const ask = async () => {
        const found = await api.function(name, deadline);
        if (!found) throw noSuchFunction(name, api.region);
        if (!isAtWork(found.Configuration)) return found;
        if (!busy) api.log(`${name}: Lambda is still updating it; waiting`);
        const isNew = found.Configuration.State === "Pending";
        busy = isNew ? "its state is Pending" : "its last update is InProgress";
        return;
      };
      return (0, poll.w)(ask, publish_backoff, deadline, () => busy && `Lambda is still updating ${name}: ${busy}.`);
    }
    function isAtWork({LastUpdateStatus: LastUpdateStatus, State: State}) {
      return LastUpdateStatus === "InProgress" || State === "Pending";
    }
    async function attempt(write, isBusy) {
      try {
        return await write();
      } catch (error) {
        if (error instanceof http_src_errors.W) return "lost";
        if ((0, src_errors.Ue)(error, "ResourceConflictException")) {
          isBusy(`Lambda was busy at every attempt: ${(0, errors.gJ)(error)}`);
          return "busy";
        }
        if ((0, src_errors.Ue)(error, "PreconditionFailedException")) return "changed";
        throw error;
      }
    }
    function isOther(a, b) {
      return a.CodeSha256 !== b.CodeSha256 || a.LastModified !== b.LastModified;
    }
    function noSuchFunction(name, region) {
      return new errors.lZ(`There is no function ${(0, quote.h)(name)} in ${region}. The function must exist: ` + "create it first, for example with Terraform, SAM or CDK, or check its name and the region.");
    }
    function changedMeanwhile(name, {LastModified: LastModified, CodeSha256: CodeSha256}) {
      return new errors.lZ(`${name} was changed by someone else in the meantime${LastModified ? ` (at ${(0, 
      quote.K)(LastModified)})` : ""}; ` + `its code is now ${(0, quote.K)(CodeSha256)}. Nothing was published; rerun this step when they are done.`);
    }
    function notTaken(name, now) {
      const {LastUpdateStatusReasonCode: reason, LastUpdateStatusReason: words} = now;
      const advice = reason && (0, map.TE)(advices, reason);
      return new errors.lZ(`Lambda rejected the new code of ${name}: ${reason ?? "no reason given"}` + `${words ? `, ${(0, 
      quote.h)(words, 200)}` : ""}.${advice ? ` ${advice}` : ""}`);
    }
    const advices = {
      ImageAccessDenied: "Allow Lambda to read the ECR repository: check its policy, account and region.",
      ImageDeleted: "The image is no longer in ECR; push it again, or use another.",
      InvalidImage: "Check that the image is built for the architecture of the function and without attestations.",
      InvalidRuntime: "The runtime of the function is no longer supported; choose a newer one.",
      InvalidZipFileException: "The package is not a zip file that Lambda can read.",
      InsufficientRolePermissions: "The role of the function lacks a permission that its settings need.",
      EniLimitExceeded: "The VPC has no network interfaces left.",
      SubnetOutOfIPAddresses: "The subnets of the function have no addresses left."
    };
    function trafficOf({FunctionVersion: FunctionVersion, RoutingConfig: RoutingConfig}) {
      const weights = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
      const [version, weight] = weights.find(([, one]) => one > 0) ?? [];
      if (version === void 0 || weight === void 0) return {
        main: FunctionVersion
      };
      return {
        main: FunctionVersion,
        canary: {
          version: version,
          weight: weight
        }
      };
    }
    const smallestPart = 1e-6;
    function sameTraffic(a, b) {
      const difference = Math.abs((a?.canary?.weight ?? 0) - (b?.canary?.weight ?? 0));
      return a?.main === b?.main && a?.canary?.version === b?.canary?.version && difference < smallestPart;
    }
    function sayTraffic(traffic) {
      if (!traffic) return "nothing";
      const {main: main, canary: canary} = traffic;
      const also = canary && `, and version ${canary.version} for ${percent(canary.weight)}`;
      return `version ${main}${also ?? ""}`;
    }
    function percent(weight) {
      return `${Number((weight * 100).toFixed(6))}%`;
    }
    async function readState(api, name, aliasName, deadline) {
      const [latest, alias, aliased] = await Promise.all([ api.function(name, deadline), api.alias(name, aliasName, deadline), api.function(name, deadline, aliasName) ]);
      if (!latest) throw noSuchFunction(name, api.region);
      const traffic = alias && trafficOf(alias);
      const isSame = aliased?.Configuration.Version === traffic?.main;
      const live = traffic && !isSame ? await api.function(name, deadline, traffic.main) : aliased;
      return {
        latest: latest,
        alias: alias,
        traffic: traffic,
        live: live
      };
    }
    function before({ref: ref}, {alias: alias, live: live}) {
      if (!live) return null;
      if (live.Configuration.Version !== ref) return versionOf(live.Configuration);
      const {prev: prev} = readMetadata(alias?.Description);
      return prev && prev !== ref ? {
        ref: prev
      } : null;
    }
    function versionOf({Version: Version, CodeSha256: CodeSha256, Description: Description}) {
      const {sha: sha} = readMetadata(Description);
      return {
        ref: Version,
        ...sha && {
          commit: sha
        },
        digest: CodeSha256
      };
    }
    function logUrlOf({Configuration: Configuration}, region) {
      const {LoggingConfig: LoggingConfig, FunctionName: FunctionName} = Configuration;
      const group = (0, aws_console.j)(LoggingConfig?.LogGroup ?? `/aws/lambda/${FunctionName}`);
      return (0, aws_console.F)(region, `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${group}`);
    }
    function checkStart({says: says, contents: contents}, now, options) {
      if (!contents) return;
      const name = options.name ?? options.function;
      const runtime = now.Runtime ?? "";
      const hasLayers = (now.Layers ?? []).length > 0;
      if (runtime.startsWith("provided")) {
        const architecture = options.architecture ?? now.Architectures?.[0] ?? "x86_64";
        const why = whyNotStarted(contents, architecture, hasLayers);
        if (why) throw new errors.lZ(`${name} (${runtime}) cannot start from ${says}: ${why}`);
      }
      const [file, ...others] = handlerFiles(runtime, now.Handler ?? "");
      const hint = file && hintAt([ file, ...others ], contents);
      if (hint === void 0) return;
      const also = hasLayers ? "; a layer may contain it" : "";
      options.warn?.(`The handler of ${name}, ${(0, quote.h)(now.Handler ?? "")}, should be in ${(0, 
      quote.h)(file ?? "")}, which is not in ` + `${says}${also}.${hint}`);
    }
    function whyNotStarted({bootstrap: bootstrap, paths: paths}, architecture, hasLayers) {
      if (bootstrap) return whyNotExecuted(bootstrap, architecture);
      if (hasLayers || paths.has("bootstrap")) return;
      const folder = onlyFolder(paths);
      return folder ? `everything is in the folder ${(0, quote.h)(folder)}, but its runtime starts "bootstrap" at the top level. Package the contents of that folder, not the folder itself.` : 'its runtime starts "bootstrap", but there is no such file at the top level.';
    }
    const forAll = 5;
    function whyNotExecuted({mode: mode, begin: begin}, architecture) {
      if ((mode & forAll) !== forAll) {
        const has = mode === 0 ? "has no mode, as in zips made on Windows" : `has the mode ${mode.toString(8)}`;
        return `its "bootstrap" ${has}, so it is not executable. Run "chmod 755 bootstrap" before zipping, or set ` + "the folder as the package: it is then packed correctly.";
      }
      if (begin.toString("latin1", 0, 2) === "#!") return whyNoScript(begin);
      if (begin.toString("latin1", 0, 4) !== "ELF") return whyNoProgram(begin);
      const builtFor = machineOf(begin);
      if (builtFor === architecture) return;
      return `its "bootstrap" is built for ${builtFor}, but the function runs on ${architecture}. Build it for ${architecture}` + `${architectures.includes(builtFor) ? `, or set "architectures: ${builtFor}"` : ""}.`;
    }
    function whyNoScript(begin) {
      const [line = ""] = begin.toString().split("\n");
      if (line.endsWith("\r")) return 'the first line of its "bootstrap" ends with CRLF (Windows), so its interpreter cannot be found. Use LF line endings.';
      const interpreter = line.slice(2).trim().split(/\s/)[0] ?? "";
      if (interpreter.startsWith("/")) return;
      return `its "bootstrap" names the interpreter ${(0, quote.h)(interpreter)}, which is not an absolute path as in "#!/bin/sh".`;
    }
    const foreign = [ [ /^MZ/, "a Windows program" ], [ /^(?:\xFE\xED\xFA[\xCE\xCF]|[\xCE\xCF]\xFA\xED\xFE|\xCA\xFE\xBA\xBE)/, "a macOS program" ], [ /^$/, "empty" ] ];
    function whyNoProgram(begin) {
      const first = begin.toString("latin1", 0, 4);
      const [, what = 'neither a Linux program (ELF) nor a script (starting with "#!/…")'] = foreign.find(([pattern]) => pattern.test(first)) ?? [];
      return `its "bootstrap" is ${what}. Build it for Linux.`;
    }
    const architectures = [ "x86_64", "arm64" ];
    function machineOf(begin) {
      if (begin.length < 20) return "an unknown machine (the file is truncated)";
      const machine = begin[5] === 2 ? begin.readUInt16BE(18) : begin.readUInt16LE(18);
      const is64 = begin[4] === 2;
      if (machine === 62 && is64) return "x86_64";
      if (machine === 183 && is64) return "arm64";
      return {
        3: "32-bit x86",
        40: "32-bit ARM"
      }[machine] ?? `ELF machine ${machine}`;
    }
    function hintAt(files, {paths: paths}) {
      if (files.some(file => paths.has(file))) return;
      const folder = onlyFolder(paths);
      if (folder) return ` Everything is in the folder ${(0, quote.h)(folder)}: package its contents, not the folder itself.`;
      const elsewhere = [ ...paths ].filter(path => files.some(file => path.endsWith(`/${file}`)));
      const [nearest] = elsewhere.sort((a, b) => a.length - b.length);
      return nearest ? ` Found ${(0, quote.h)(nearest)} instead.` : "";
    }
    function handlerFiles(runtime, handler) {
      if (handler === "" || handler.startsWith("/")) return [];
      if (runtime.startsWith("nodejs")) {
        const [, file = ""] = /^((?:.*\/)?[^./]+)/.exec(handler) ?? [];
        return [ ".js", ".mjs", ".cjs", "" ].map(end => `${file}${end}`);
      }
      if (runtime.startsWith("python")) {
        const module = handler.replace(/\.[^.]*$/, "").replaceAll(".", "/");
        return [ ".py", "/__init__.py", ".pyc", ".so" ].map(end => `${module}${end}`);
      }
      if (runtime.startsWith("ruby")) return [ `${handler.split(".")[0]}.rb` ];
      return [];
    }
    const ofMacOs = /^__MACOSX\/|(^|\/)\.DS_Store$/;
    function onlyFolder(paths) {
      const tops = new Set([ ...paths ].filter(path => !ofMacOs.test(path)).map(path => path.split("/").slice(0, -1)[0]));
      return tops.size === 1 ? [ ...tops ][0] : void 0;
    }
    var cleanup = __webpack_require__("packages/deployment/src/cleanup.ts");
    class TrafficShift {
      id;
      version;
      logUrl;
      #api;
      #options;
      #expected;
      #tried;
      #step;
      #since;
      #began;
      #isReady;
      #stopped;
      constructor(api, options) {
        const {from: from, to: to, steps: steps} = options;
        this.id = `${options.function}:${to.ref}`;
        this.version = to;
        this.logUrl = options.logUrl;
        this.#api = api;
        this.#options = options;
        this.#expected = from;
        this.#isReady = options.isReady ?? false;
        const weight = from?.canary?.version === to.ref ? from.canary.weight : 0;
        this.#step = steps.findLastIndex(step => step.weight <= weight);
      }
      async poll(deadline) {
        const {group: group, name: name} = this.#options;
        try {
          const state = await this.#advance(deadline);
          if (state.state === "failed") group?.abort(name);
          return state;
        } catch (error) {
          group?.abort(name);
          throw error;
        }
      }
      async #advance(deadline) {
        const {function: name, alias: aliasName, to: to} = this.#options;
        const alias = await this.#api.alias(name, aliasName, deadline);
        const traffic = alias && trafficOf(alias);
        if (this.#tried && sameTraffic(traffic, this.#tried)) this.#arrive(this.#tried, deadline);
        if (!sameTraffic(traffic, this.#expected)) {
          const reason = `Alias ${aliasName} of ${name} was changed by someone else in the meantime: it points at ` + `${sayTraffic(traffic)}${alias ? ` (${describeAuthor(alias)})` : ""}, not at ${sayTraffic(this.#expected)}.`;
          return {
            state: "superseded",
            reason: reason,
            version: to
          };
        }
        return await this.#becomeReady(deadline) ?? this.#end() ?? await this.#watch(deadline) ?? await this.#shift(alias, deadline);
      }
      async cancel(deadline) {
        const {function: name, alias: aliasName, to: to} = this.#options;
        const alias = await this.#api.alias(name, aliasName, deadline);
        const {main: main, canary: canary} = alias ? trafficOf(alias) : {};
        if (!alias || !main) return `was stopped; alias ${aliasName} was not created`;
        if (main === to.ref) return "already has all traffic";
        if (canary?.version !== to.ref) return `was stopped before it got any traffic of ${aliasName}`;
        const wanted = aliasWanted({
          main: main
        });
        await this.#api.updateAlias(name, aliasName, wanted, alias.RevisionId ?? void 0, deadline);
        return `was stopped, and all traffic of ${aliasName} is back on version ${main}`;
      }
      #end() {
        const {to: to} = this.#options;
        if (!this.#expected || this.#expected.canary) return;
        if (this.#stopped) return {
          state: "rolled-back",
          reason: this.#stopped,
          version: to
        };
        return this.#expected.main === to.ref ? {
          state: "live",
          version: to
        } : void 0;
      }
      async #becomeReady(deadline) {
        if (this.#isReady) return;
        const {function: name, to: to} = this.#options;
        const found = await this.#api.function(name, deadline, to.ref);
        const {State: State, StateReasonCode: StateReasonCode, StateReason: StateReason} = found?.Configuration ?? {};
        if (!found || State === "Failed") {
          const why = found ? `${StateReasonCode}: ${StateReason}` : "it cannot be found";
          return {
            state: "failed",
            reason: `Version ${to.ref} of ${name} cannot serve: ${why}.`,
            version: to
          };
        }
        if (State === "Pending") return {
          state: "running",
          phase: `version ${to.ref} is Pending`,
          version: to
        };
        this.#isReady = true;
        return;
      }
      async #watch(deadline) {
        const {function: name, alias: alias, to: to, steps: steps, health: health, group: group} = this.#options;
        const step = steps[this.#step];
        if (!step || this.#stopped) return;
        const {clock: clock} = deadline;
        const now = clock.now();
        this.#since ??= now;
        this.#began ??= now;
        const since = new Date(clock.date().getTime() - (now - this.#began));
        const watched = {
          function: name,
          alias: alias,
          version: to.ref,
          since: since
        };
        const {trouble: trouble = group?.abortReason, unknown: unknown} = await (health?.finding(watched, deadline)) ?? {};
        if (trouble) {
          group?.abort(this.#options.name);
          this.#stopped = `The canary was stopped at ${percent(step.weight)}: ${trouble}. All traffic is back on ` + `version ${this.#expected?.main}.`;
          return;
        }
        if (now - this.#since < step.ms) return this.#running();
        if (unknown) this.#api.log(`${name}: after ${percent(step.weight)} for ${(0, duration.a)(step.ms)}, ${unknown}`);
        return;
      }
      async #shift(alias, deadline) {
        const {function: name, alias: aliasName} = this.#options;
        deadline.signal.throwIfAborted();
        const wanted = this.#next();
        this.#tried = wanted;
        const late = deadline.extendedBy(cleanup.Mv);
        const description = wanted.main === this.#options.to.ref ? this.#options.describe(alias) : void 0;
        const write = aliasWanted(wanted, description);
        try {
          await (alias ? this.#api.updateAlias(name, aliasName, write, alias.RevisionId ?? void 0, late) : this.#api.createAlias(name, aliasName, write, late));
        } catch (error) {
          if (error instanceof http_src_errors.W || (0, src_errors.Ue)(error, ...contended)) return this.#running();
          throw error;
        }
        this.#arrive(wanted, deadline);
        return this.#end() ?? this.#running();
      }
      #next() {
        const {from: from, to: to, steps: steps} = this.#options;
        if (!from || from.main === to.ref) return {
          main: to.ref
        };
        if (this.#stopped) return {
          main: from.main
        };
        const step = steps[this.#step + 1];
        return step ? {
          main: from.main,
          canary: {
            version: to.ref,
            weight: step.weight
          }
        } : {
          main: to.ref
        };
      }
      #arrive(traffic, {clock: clock}) {
        this.#expected = traffic;
        this.#tried = void 0;
        this.#since = clock.now();
        if (!this.#stopped) this.#step++;
      }
      #running() {
        const {to: to, steps: steps} = this.#options;
        const step = this.#expected?.canary && steps[this.#step];
        const phase = step ? `version ${to.ref} gets ${percent(step.weight)} for ${(0, duration.a)(step.ms)}` : `version ${to.ref} is being deployed`;
        return {
          state: "running",
          phase: phase,
          version: to
        };
      }
    }
    const contended = [ "PreconditionFailedException", "ResourceConflictException" ];
    function aliasWanted({main: main, canary: canary}, description) {
      return {
        FunctionVersion: main,
        ...description !== void 0 && {
          Description: description
        },
        RoutingConfig: {
          AdditionalVersionWeights: canary ? {
            [canary.version]: canary.weight
          } : {}
        }
      };
    }
    async function previousVersion(api, {id: id, name: name, aliasName: aliasName, alias: alias}, deadline) {
      const {main: main, canary: canary} = trafficOf(alias);
      if (canary) return {
        ref: main
      };
      const {prev: prev} = readMetadata(alias.Description);
      const noted = prev && prev !== main ? await api.function(id, deadline, prev) : void 0;
      if (noted) return versionOf(noted.Configuration);
      const older = (await api.versions(id, deadline)).findLast(({Version: Version}) => Number(Version) < Number(main));
      if (!older) return null;
      api.log(`${name}: alias ${aliasName} does not record its version before ${main}` + `${prev ? ` (version ${prev} no longer exists)` : ""}; assuming version ${older.Version}, ` + "the next lower published version.");
      return versionOf(older);
    }
    async function findVersion(api, {id: id, name: name}, text, deadline) {
      if (/^\d+$/.test(text)) {
        const found = await api.function(id, deadline, text);
        if (found) return versionOf(found.Configuration);
      }
      const versions = await api.versions(id, deadline);
      const isMeant = ({CodeSha256: CodeSha256, Description: Description}) => CodeSha256 === text || text.length >= 7 && !!readMetadata(Description).sha?.startsWith(text);
      const found = versions.findLast(isMeant);
      if (found) return versionOf(found);
      const newest = versions.slice(-10).map(({Version: Version}) => Version);
      throw new errors.lZ(`${name} has no version ${(0, quote.h)(text)}. Use a version number, a commit of at least 7 ` + `characters that these actions deployed, or "previous". The newest versions are ${newest.join(", ") || "none"}.`);
    }
    class LambdaTarget {
      #api;
      #options;
      constructor(api, options) {
        this.#api = api;
        this.#options = options;
      }
      get identity() {
        const {function: name, alias: alias} = this.#options;
        const target = {
          function: name,
          alias: alias,
          region: this.#api.region
        };
        return {
          provider: "lambda",
          name: this.#name,
          target: target
        };
      }
      get #name() {
        return this.#options.name ?? this.#options.function;
      }
      async plan(deadline) {
        const {function: name, alias: alias} = this.#options;
        const state = await readState(this.#api, name, alias, deadline);
        const {live: live} = state;
        return {
          live: live ? versionOf(live.Configuration) : null,
          before: version => before(version, state),
          step: await this.#step(state, deadline)
        };
      }
      async live(deadline) {
        return (await this.state(deadline)).live;
      }
      async state(deadline) {
        const found = await this.#alias(deadline);
        if (!found) return {
          live: null,
          desired: null
        };
        const {main: main, canary: canary} = trafficOf(found);
        const {sha: sha} = readMetadata(found.Description);
        const live = {
          ref: main,
          ...sha && {
            commit: sha
          }
        };
        return {
          live: live,
          desired: {
            ref: canary?.version ?? main
          }
        };
      }
      async previous(deadline) {
        const {function: id, alias: aliasName} = this.#options;
        const alias = await this.#alias(deadline);
        if (!alias) throw this.#noAlias();
        return previousVersion(this.#api, {
          id: id,
          name: this.#name,
          aliasName: aliasName,
          alias: alias
        }, deadline);
      }
      find(text, deadline) {
        const {function: id} = this.#options;
        return findVersion(this.#api, {
          id: id,
          name: this.#name
        }, text, deadline);
      }
      rollbackTo(to) {
        const {function: name, alias: alias} = this.#options;
        return {
          description: `point alias ${alias} of ${name} at version ${to.ref}, with all traffic`,
          start: async deadline => {
            const [found, version] = await Promise.all([ this.#alias(deadline), this.#api.function(name, deadline, to.ref) ]);
            if (!found) throw this.#noAlias();
            if (!version) throw new errors.lZ(`Version ${to.ref} of ${name} no longer exists; set another one in "to".`);
            const metadata = readMetadata(version.Configuration.Description);
            const shift = this.#shift(versionOf(version.Configuration), trafficOf(found), {
              describe: now => withMetadata(now?.Description, metadata)
            });
            await pollToEnd(shift, deadline);
            return shift;
          }
        };
      }
      same(a, b) {
        return !!a && a.ref === b?.ref;
      }
      #alias(deadline) {
        const {function: name, alias: alias} = this.#options;
        return this.#api.alias(name, alias, deadline);
      }
      async #step(state, deadline) {
        const {code: code} = this.#options;
        const {latest: latest, traffic: traffic, live: live} = state;
        if (!code) throw new Error("Nothing to deploy: the target has no code.");
        this.#refuseUnfit(state, code);
        const canary = await this.#canaryOf(state, deadline);
        if (traffic && canary && this.#isIn(canary, code)) return this.#attach(canary.Configuration, state);
        const hasNews = !live || !sameConfiguration(latest.Configuration, live.Configuration);
        if (traffic && live && this.#isIn(live, code) && !hasNews && !canary) return isReady(live.Configuration) ? {
          kind: "unchanged",
          version: versionOf(live.Configuration)
        } : this.#attach(live.Configuration, state);
        checkStart(code, latest.Configuration, this.#options);
        if (live) await this.#refuseUnwatched(live, deadline);
        return {
          kind: "start",
          operation: this.#deploy(code, state)
        };
      }
      #isIn({Configuration: Configuration, Code: Code}, code) {
        const {architecture: architecture} = this.#options;
        const isBuiltFor = !architecture || !!Configuration.Architectures?.includes(architecture);
        return isBuiltFor && hasCode({
          Configuration: Configuration,
          Code: Code
        }, code);
      }
      #refuseUnfit({latest: latest, traffic: traffic}, code) {
        const {function: name, alias: alias} = this.#options;
        const {PackageType: PackageType = "Zip"} = latest.Configuration;
        if (PackageType !== code.packageType) throw new errors.lZ(`${name} has the package type ${PackageType} and cannot use ${code.says}.`);
        if (traffic?.main === "$LATEST") throw new errors.lZ(`Alias ${alias} of ${name} points at $LATEST, so new code would go live before it is published. ` + "Publish a version and point the alias at it manually, once.");
      }
      async #canaryOf({traffic: traffic}, deadline) {
        const {version: version} = traffic?.canary ?? {};
        return version ? this.#api.function(this.#options.function, deadline, version) : void 0;
      }
      #attach(configuration, state) {
        const version = versionOf(configuration);
        const arrival = this.#arrival(state, version);
        return {
          kind: "attach",
          deployment: this.#shift(version, state.traffic, arrival)
        };
      }
      #deploy(code, state) {
        const {function: name, alias: aliasName, canary: canary = [], group: group} = this.#options;
        const {traffic: traffic} = state;
        const now = traffic ? `now at version ${traffic.main}` : "new";
        const parts = traffic ? canary.map(describeStep).join("") : "";
        return {
          description: `send ${code.says} to ${name}, publish a version and point alias ${aliasName} (${now}) at it${parts}`,
          start: async (deadline, {written: written}) => {
            try {
              return await this.#publish(code, state, written, deadline);
            } catch (error) {
              group?.abort(this.#name);
              throw error;
            }
          }
        };
      }
      async #publish(code, state, written, deadline) {
        const {function: name, alias: aliasName, architecture: architecture, commit: commit, runId: runId, wait: wait} = this.#options;
        const {latest: found, traffic: traffic, alias: alias} = state;
        const update = {
          function: name,
          code: code,
          architecture: architecture
        };
        const latest = await updateCode(this.#api, update, found, deadline, written);
        const metadata = {
          prev: traffic?.main,
          sha: commit,
          run: runId
        };
        const description = withMetadata(latest.Description, metadata);
        const published = await publish(this.#api, name, latest, description, deadline);
        const version = versionOf(published);
        written(`Version ${version.ref} was published; alias ${aliasName} does not point at it.`);
        if (!alias) this.#api.log(`${this.#name}: creating alias ${aliasName}, which does not exist yet`);
        const isReady = wait === false || published.State === "Active";
        const shift = this.#shift(version, traffic, {
          ...this.#arrival(state, version),
          isReady: isReady
        });
        if (wait === false) await pollToEnd(shift, deadline);
        return shift;
      }
      #arrival({latest: latest, traffic: traffic}, version) {
        const {canary: steps = [], health: health, group: group, runId: runId} = this.#options;
        const metadata = {
          prev: traffic?.main,
          sha: version.commit,
          run: runId
        };
        const isThere = traffic?.main === version.ref;
        return {
          steps: steps,
          health: health,
          group: group,
          logUrl: logUrlOf(latest, this.#api.region),
          describe: now => isThere ? now?.Description ?? "" : withMetadata(now?.Description, metadata)
        };
      }
      #shift(to, from, arrival) {
        const {function: id, alias: alias} = this.#options;
        const options = {
          function: id,
          name: this.#name,
          alias: alias,
          from: from,
          to: to,
          steps: [],
          ...arrival
        };
        return new TrafficShift(this.#api, options);
      }
      async #refuseUnwatched({Configuration: Configuration}, deadline) {
        const {function: name, alias: alias, health: health} = this.#options;
        const since = deadline.clock.date();
        await (health?.ready({
          function: name,
          alias: alias,
          version: Configuration.Version,
          since: since
        }, deadline));
      }
      #noAlias() {
        const {function: name, alias: alias} = this.#options;
        return new errors.lZ(`${name} has no alias ${(0, quote.h)(alias)} in ${this.#api.region}, or does not exist; a rollback ` + "needs an existing alias. Check the name, the alias and the region.");
      }
    }
    function isReady({State: State}) {
      return State !== "Pending" && State !== "Failed";
    }
    async function pollToEnd(shift, deadline) {
      const check = async () => {
        const state = await shift.poll(deadline);
        return state.state === "running" ? void 0 : state;
      };
      const state = await (0, poll.w)(check, (0, backoff.E)(300, 1.6, 5e3), deadline);
      if ("reason" in state) throw new errors.lZ(state.reason);
    }
    function describeStep({weight: weight, ms: ms}) {
      return `, after ${percent(weight)} for ${(0, duration.a)(ms)}`;
    }
  }
};
