export const id = "aws-credential-chain";

export const ids = [ "aws-credential-chain" ];

export const modules = {
  "packages/aws/src/credential-chain.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      credentialChain: () => credentialChain
    });
    var dist_cjs = __webpack_require__("@aws-sdk/credential-provider-node/dist-cjs/index.js");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var send = __webpack_require__("packages/http/src/send.ts");
    var protocols = __webpack_require__("@smithy/core/dist-cjs/submodules/protocols/index.js");
    function handlerOf(connection, deadline) {
      return {
        metadata: {
          handlerProtocol: "http/1.1"
        },
        async handle(request) {
          const {method: method, headers: headers} = request;
          const body = textOf(request.body);
          const sent = {
            method: method,
            url: urlOf(request),
            headers: headers,
            body: body,
            connection: connection
          };
          const answer = await (0, send.t)(sent, deadline()).catch(error => {
            if (!(error instanceof send.R)) throw error;
            throw new Error(`${request.hostname} gave no answer, ${error.message}`, {
              cause: error.cause
            });
          });
          const response = {
            statusCode: answer.status,
            headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [ name, String(value) ])),
            body: Buffer.from(answer.body)
          };
          return {
            response: response
          };
        },
        updateHttpClientConfig() {},
        httpHandlerConfigs: () => ({})
      };
    }
    function urlOf({protocol: protocol, hostname: hostname, port: port, path: path, query: query}) {
      const search = (0, protocols.buildQueryString)(query);
      const host = port === void 0 ? hostname : `${hostname}:${port}`;
      return new URL(`${protocol}//${host}${path}${search && `?${search}`}`);
    }
    function textOf(body) {
      if (body === void 0 || typeof body === "string") return body;
      if (body instanceof Uint8Array) return Buffer.from(body).toString();
      throw new Error("The SDK asks for credentials with a body that is no text.");
    }
    var config = __webpack_require__("@smithy/core/dist-cjs/submodules/config/index.js");
    const unset = [ /^AWS_PROFILE is set, skipping fromEnv/, /^Unable to find environment variable credentials/, /^Skipping SSO provider in default chain/, /^Could not resolve credentials using profile: /, /did not contain credential_process\.$/, /could not be found in shared credentials file\.$/, /^Web identity configuration not specified/, /^EC2 Instance Metadata Service access disabled/, /^AWS_EC2_METADATA_V1_DISABLED not set/, /^Could not load credentials from any providers/ ];
    async function whyNone(runner, tried) {
      const reason = tried.find(one => !unset.some(pattern => pattern.test(one)));
      const said = reason && (0, quote.K)(reason.replace(/^Error: /, "")).replace(/\.$/, "");
      const profile = runner.env("AWS_PROFILE");
      if (profile) return whyNotProfile(profile, said);
      const [set, empty] = halfOf(runner);
      if (set) return `${set} is set, but ${empty} is empty, so there are no AWS credentials. Does that secret exist, and does this ` + "run get it? Runs of forks and of Dependabot get none.";
      if (runner.env("AWS_WEB_IDENTITY_TOKEN_FILE")) {
        const role = (0, quote.h)(runner.env("AWS_ROLE_ARN") ?? "", 200);
        return `There are no AWS credentials: the role ${role} (AWS_ROLE_ARN) cannot be taken, ${said ?? "nothing says why"}. ` + "Check its trust policy, and the token in AWS_WEB_IDENTITY_TOKEN_FILE.";
      }
      return `No AWS credentials were found${said ? ` (${said})` : ""}. Run aws-actions/configure-aws-credentials ` + 'in a step before this one, with "permissions: id-token: write" for a role.';
    }
    async function whyNotProfile(profile, said) {
      const {configFile: configFile, credentialsFile: credentialsFile} = await (0, config.loadSharedConfigFiles)();
      const isThere = profile in configFile || profile in credentialsFile;
      if (!isThere) return `There is no AWS profile ${(0, quote.h)(profile)} (AWS_PROFILE) in the config and the credentials file of this ` + "machine. Check its name, and that a step before this one writes it, or leave AWS_PROFILE out.";
      const why = said ?? "it names neither keys nor a role, a credential_process or a login";
      return `The AWS profile ${(0, quote.h)(profile)} (AWS_PROFILE) gives no credentials: ${why}. Check what the config file ` + 'says of it; "aws sts get-caller-identity" in a step before this one shows whether it works.';
    }
    function halfOf(runner) {
      const [id, secret] = [ "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY" ];
      const [isId, isSecret] = [ id, secret ].map(name => runner.env(name) !== void 0);
      if (isId === isSecret) return [];
      return isId ? [ id, secret ] : [ secret, id ];
    }
    function credentialChain(runner, region, connection) {
      const profile = runner.env("AWS_PROFILE");
      const roleArn = runner.env("AWS_ROLE_ARN");
      const tried = [];
      let current;
      const requestHandler = handlerOf(connection, () => {
        if (current) return current;
        throw new Error("Nobody has asked for credentials yet.");
      });
      const chain = (0, dist_cjs.v6)({
        ...profile && {
          profile: profile
        },
        ...roleArn && {
          roleArn: roleArn
        },
        clientConfig: {
          requestHandler: requestHandler
        },
        parentClientConfig: {
          requestHandler: requestHandler,
          region: region
        },
        logger: loggerOf(runner, tried)
      });
      return async deadline => {
        current = deadline;
        tried.length = 0;
        try {
          return await before(deadline, chain());
        } catch (error) {
          deadline.signal.throwIfAborted();
          if (error instanceof errors.lZ) throw error;
          throw new errors.lZ(await whyNone(runner, [ ...tried, (0, errors.gJ)(error) ]));
        }
      };
    }
    function loggerOf(runner, tried) {
      return {
        debug(line) {
          const [, reason] = /^@smithy\/property-provider (?:->|\(!\)) (.+)$/s.exec(String(line)) ?? [];
          if (reason) tried.push(reason);
        },
        warn(line) {
          const said = String(line);
          runner.warning(/Multiple credential sources/.test(said) ? twoSources : (0, quote.K)(said));
        },
        trace: ignore,
        info: ignore,
        error: ignore
      };
    }
    const twoSources = "AWS_PROFILE and AWS_ACCESS_KEY_ID are both set; the profile is used, as the AWS SDK has it. Set one of the two.";
    function ignore() {}
    function before(deadline, promise) {
      return new Promise((resolve, reject) => {
        const giveUp = () => reject(deadline.signal.reason);
        deadline.signal.addEventListener("abort", giveUp, {
          once: true
        });
        promise.then(resolve, reject).finally(() => deadline.signal.removeEventListener("abort", giveUp));
      });
    }
  }
};
