export const id = "aws-credential-chain";

export const ids = [ "aws-credential-chain" ];

export const modules = {
  "packages/aws/src/credential-chain.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      createCredentialChain: () => createCredentialChain
    });
    var dist_cjs = __webpack_require__("@aws-sdk/credential-provider-node/dist-cjs/index.js");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var config = __webpack_require__("@smithy/core/dist-cjs/submodules/config/index.js");
    const notConfigured = [ /^AWS_PROFILE is set, skipping fromEnv/, /^Unable to find environment variable credentials/, /^Skipping SSO provider in default chain/, /^Could not resolve credentials using profile: /, /did not contain credential_process\.$/, /could not be found in shared credentials file\.$/, /^Web identity configuration not specified/, /^EC2 Instance Metadata Service access disabled/, /^AWS_EC2_METADATA_V1_DISABLED not set/, /^Could not load credentials from any providers/ ];
    async function explainMissingCredentials(runner, failures) {
      const failure = failures.find(one => !notConfigured.some(pattern => pattern.test(one)));
      const cause = failure && (0, quote.K)(failure.replace(/^Error: /, "")).replace(/\.$/, "");
      const profile = runner.env("AWS_PROFILE");
      if (profile) return explainProfileFailure(profile, cause);
      const [set, empty] = findIncompleteKey(runner);
      if (set) return `${set} is set, but ${empty} is empty, so there are no AWS credentials. Check that the secret exists and that ` + "this run has access to it: runs of forks and of Dependabot have none.";
      if (runner.env("AWS_WEB_IDENTITY_TOKEN_FILE")) {
        const role = (0, quote.h)(runner.env("AWS_ROLE_ARN") ?? "", 200);
        return `There are no AWS credentials: the role ${role} (AWS_ROLE_ARN) cannot be assumed, ${cause ?? "for an unknown reason"}. ` + "Check its trust policy, and the token in AWS_WEB_IDENTITY_TOKEN_FILE.";
      }
      return `No AWS credentials were found${cause ? ` (${cause})` : ""}. Run aws-actions/configure-aws-credentials ` + 'in an earlier step; to assume a role, it needs "permissions: id-token: write".';
    }
    async function explainProfileFailure(profile, cause) {
      const {configFile: configFile, credentialsFile: credentialsFile} = await (0, config.loadSharedConfigFiles)();
      const exists = profile in configFile || profile in credentialsFile;
      if (!exists) return `The AWS profile ${(0, quote.h)(profile)} (AWS_PROFILE) is neither in the config nor in the credentials file of this ` + "machine. Check its name, and that an earlier step creates it, or unset AWS_PROFILE.";
      const reason = cause ?? "it has neither keys nor a role, a credential_process or a login";
      return `The AWS profile ${(0, quote.h)(profile)} (AWS_PROFILE) provides no credentials: ${reason}. Check the profile in the ` + 'config file; "aws sts get-caller-identity" in an earlier step shows whether it works.';
    }
    function findIncompleteKey(runner) {
      const [id, secret] = [ "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY" ];
      const [hasId, hasSecret] = [ id, secret ].map(name => runner.env(name) !== void 0);
      if (hasId === hasSecret) return [];
      return hasId ? [ id, secret ] : [ secret, id ];
    }
    var send = __webpack_require__("packages/http/src/send.ts");
    var protocols = __webpack_require__("@smithy/core/dist-cjs/submodules/protocols/index.js");
    function createRequestHandler(connection, deadline) {
      return {
        metadata: {
          handlerProtocol: "http/1.1"
        },
        async handle(request) {
          const {method: method, headers: headers} = request;
          const body = toText(request.body);
          const converted = {
            method: method,
            url: buildUrl(request),
            headers: headers,
            body: body,
            connection: connection
          };
          const response = await (0, send.t)(converted, deadline()).catch(error => {
            if (!(error instanceof send.R)) throw error;
            throw new Error(`${request.hostname} did not respond, ${error.message}`, {
              cause: error.cause
            });
          });
          const handled = {
            statusCode: response.status,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [ name, String(value) ])),
            body: Buffer.from(response.body)
          };
          return {
            response: handled
          };
        },
        updateHttpClientConfig() {},
        httpHandlerConfigs: () => ({})
      };
    }
    function buildUrl({protocol: protocol, hostname: hostname, port: port, path: path, query: query}) {
      const search = (0, protocols.buildQueryString)(query);
      const host = port === void 0 ? hostname : `${hostname}:${port}`;
      return new URL(`${protocol}//${host}${path}${search && `?${search}`}`);
    }
    function toText(body) {
      if (body === void 0 || typeof body === "string") return body;
      if (body instanceof Uint8Array) return Buffer.from(body).toString();
      throw new Error("The SDK sent a credentials request whose body is not text.");
    }
    function createCredentialChain(runner, region, connection) {
      const profile = runner.env("AWS_PROFILE");
      const roleArn = runner.env("AWS_ROLE_ARN");
      const failures = [];
      let current;
      const requestHandler = createRequestHandler(connection, () => {
        if (current) return current;
        throw new Error("The chain sent a request before credentials were requested.");
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
        logger: createLogger(runner, failures)
      });
      return async deadline => {
        current = deadline;
        failures.length = 0;
        try {
          return await abortWith(deadline, chain());
        } catch (error) {
          deadline.signal.throwIfAborted();
          if (error instanceof errors.lZ) throw error;
          throw new errors.lZ(await explainMissingCredentials(runner, [ ...failures, (0, errors.gJ)(error) ]));
        }
      };
    }
    function createLogger(runner, failures) {
      return {
        debug(line) {
          const [, reason] = /^@smithy\/property-provider (?:->|\(!\)) (.+)$/s.exec(String(line)) ?? [];
          if (reason) failures.push(reason);
        },
        warn(line) {
          const message = String(line);
          runner.warning(/Multiple credential sources/.test(message) ? multipleSources : (0, 
          quote.K)(message));
        },
        trace: ignore,
        info: ignore,
        error: ignore
      };
    }
    const multipleSources = "AWS_PROFILE and AWS_ACCESS_KEY_ID are both set; like the AWS SDK, this step uses the profile. Set only one of the two.";
    function ignore() {}
    function abortWith(deadline, promise) {
      return new Promise((resolve, reject) => {
        const abort = () => reject(deadline.signal.reason);
        deadline.signal.addEventListener("abort", abort, {
          once: true
        });
        promise.then(resolve, reject).finally(() => deadline.signal.removeEventListener("abort", abort));
      });
    }
  }
};
