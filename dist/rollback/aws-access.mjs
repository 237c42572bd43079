export const id = "aws-access";

export const ids = [ "aws-access" ];

export const modules = {
  "aws4/aws4.js": (__unused_webpack_module, exports, __webpack_require__) => {
    var aws4 = exports, url = __webpack_require__("url"), querystring = __webpack_require__("querystring"), crypto = __webpack_require__("crypto"), lru = __webpack_require__("aws4/lru.js"), credentialsCache = lru(1e3);
    function hmac(key, string, encoding) {
      return crypto.createHmac("sha256", key).update(string, "utf8").digest(encoding);
    }
    function hash(string, encoding) {
      return crypto.createHash("sha256").update(string, "utf8").digest(encoding);
    }
    function encodeRfc3986(urlEncodedString) {
      return urlEncodedString.replace(/[!'()*]/g, function(c) {
        return "%" + c.charCodeAt(0).toString(16).toUpperCase();
      });
    }
    function encodeRfc3986Full(str) {
      return encodeRfc3986(encodeURIComponent(str));
    }
    var HEADERS_TO_IGNORE = {
      authorization: true,
      connection: true,
      "x-amzn-trace-id": true,
      "user-agent": true,
      expect: true,
      "presigned-expires": true,
      range: true
    };
    function RequestSigner(request, credentials) {
      if (typeof request === "string") request = url.parse(request);
      var headers = request.headers = Object.assign({}, request.headers || {}), hostParts = (!this.service || !this.region) && this.matchHost(request.hostname || request.host || headers.Host || headers.host);
      this.request = request;
      this.credentials = credentials || this.defaultCredentials();
      this.service = request.service || hostParts[0] || "";
      this.region = request.region || hostParts[1] || "us-east-1";
      if (this.service === "email") this.service = "ses";
      if (!request.method && request.body) request.method = "POST";
      if (!headers.Host && !headers.host) {
        headers.Host = request.hostname || request.host || this.createHost();
        if (request.port) headers.Host += ":" + request.port;
      }
      if (!request.hostname && !request.host) request.hostname = headers.Host || headers.host;
      this.isCodeCommitGit = this.service === "codecommit" && request.method === "GIT";
      this.extraHeadersToIgnore = request.extraHeadersToIgnore || Object.create(null);
      this.extraHeadersToInclude = request.extraHeadersToInclude || Object.create(null);
    }
    RequestSigner.prototype.matchHost = function(host) {
      var match = (host || "").match(/([^\.]{1,63})\.(?:([^\.]{0,63})\.)?amazonaws\.com(\.cn)?$/);
      var hostParts = (match || []).slice(1, 3);
      if (hostParts[1] === "es" || hostParts[1] === "aoss") hostParts = hostParts.reverse();
      if (hostParts[1] == "s3") {
        hostParts[0] = "s3";
        hostParts[1] = "us-east-1";
      } else for (var i = 0; i < 2; i++) if (/^s3-/.test(hostParts[i])) {
        hostParts[1] = hostParts[i].slice(3);
        hostParts[0] = "s3";
        break;
      }
      return hostParts;
    };
    RequestSigner.prototype.isSingleRegion = function() {
      if ([ "s3", "sdb" ].indexOf(this.service) >= 0 && this.region === "us-east-1") return true;
      return [ "cloudfront", "ls", "route53", "iam", "importexport", "sts" ].indexOf(this.service) >= 0;
    };
    RequestSigner.prototype.createHost = function() {
      var region = this.isSingleRegion() ? "" : "." + this.region, subdomain = this.service === "ses" ? "email" : this.service;
      return subdomain + region + ".amazonaws.com";
    };
    RequestSigner.prototype.prepareRequest = function() {
      this.parsePath();
      var query, request = this.request, headers = request.headers;
      if (request.signQuery) {
        this.parsedPath.query = query = this.parsedPath.query || {};
        if (this.credentials.sessionToken) query["X-Amz-Security-Token"] = this.credentials.sessionToken;
        if (this.service === "s3" && !query["X-Amz-Expires"]) query["X-Amz-Expires"] = 86400;
        if (query["X-Amz-Date"]) this.datetime = query["X-Amz-Date"]; else query["X-Amz-Date"] = this.getDateTime();
        query["X-Amz-Algorithm"] = "AWS4-HMAC-SHA256";
        query["X-Amz-Credential"] = this.credentials.accessKeyId + "/" + this.credentialString();
        query["X-Amz-SignedHeaders"] = this.signedHeaders();
      } else {
        if (!request.doNotModifyHeaders && !this.isCodeCommitGit) {
          if (request.body && !headers["Content-Type"] && !headers["content-type"]) headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
          if (request.body && !headers["Content-Length"] && !headers["content-length"]) headers["Content-Length"] = Buffer.byteLength(request.body);
          if (this.credentials.sessionToken && !headers["X-Amz-Security-Token"] && !headers["x-amz-security-token"]) headers["X-Amz-Security-Token"] = this.credentials.sessionToken;
          if (this.service === "s3" && !headers["X-Amz-Content-Sha256"] && !headers["x-amz-content-sha256"]) headers["X-Amz-Content-Sha256"] = hash(this.request.body || "", "hex");
          if (headers["X-Amz-Date"] || headers["x-amz-date"]) this.datetime = headers["X-Amz-Date"] || headers["x-amz-date"]; else headers["X-Amz-Date"] = this.getDateTime();
        }
        delete headers.Authorization;
        delete headers.authorization;
      }
    };
    RequestSigner.prototype.sign = function() {
      if (!this.parsedPath) this.prepareRequest();
      if (this.request.signQuery) this.parsedPath.query["X-Amz-Signature"] = this.signature(); else this.request.headers.Authorization = this.authHeader();
      this.request.path = this.formatPath();
      return this.request;
    };
    RequestSigner.prototype.getDateTime = function() {
      if (!this.datetime) {
        var headers = this.request.headers, date = new Date(headers.Date || headers.date || new Date);
        this.datetime = date.toISOString().replace(/[:\-]|\.\d{3}/g, "");
        if (this.isCodeCommitGit) this.datetime = this.datetime.slice(0, -1);
      }
      return this.datetime;
    };
    RequestSigner.prototype.getDate = function() {
      return this.getDateTime().substr(0, 8);
    };
    RequestSigner.prototype.authHeader = function() {
      return [ "AWS4-HMAC-SHA256 Credential=" + this.credentials.accessKeyId + "/" + this.credentialString(), "SignedHeaders=" + this.signedHeaders(), "Signature=" + this.signature() ].join(", ");
    };
    RequestSigner.prototype.signature = function() {
      var kDate, kRegion, kService, date = this.getDate(), cacheKey = [ this.credentials.secretAccessKey, date, this.region, this.service ].join(), kCredentials = credentialsCache.get(cacheKey);
      if (!kCredentials) {
        kDate = hmac("AWS4" + this.credentials.secretAccessKey, date);
        kRegion = hmac(kDate, this.region);
        kService = hmac(kRegion, this.service);
        kCredentials = hmac(kService, "aws4_request");
        credentialsCache.set(cacheKey, kCredentials);
      }
      return hmac(kCredentials, this.stringToSign(), "hex");
    };
    RequestSigner.prototype.stringToSign = function() {
      return [ "AWS4-HMAC-SHA256", this.getDateTime(), this.credentialString(), hash(this.canonicalString(), "hex") ].join("\n");
    };
    RequestSigner.prototype.canonicalString = function() {
      if (!this.parsedPath) this.prepareRequest();
      var bodyHash, pathStr = this.parsedPath.path, query = this.parsedPath.query, headers = this.request.headers, queryStr = "", normalizePath = this.service !== "s3", decodePath = this.service === "s3" || this.request.doNotEncodePath, decodeSlashesInPath = this.service === "s3", firstValOnly = this.service === "s3";
      if (this.service === "s3" && this.request.signQuery) bodyHash = "UNSIGNED-PAYLOAD"; else if (this.isCodeCommitGit) bodyHash = ""; else bodyHash = headers["X-Amz-Content-Sha256"] || headers["x-amz-content-sha256"] || hash(this.request.body || "", "hex");
      if (query) {
        var reducedQuery = Object.keys(query).reduce(function(obj, key) {
          if (!key) return obj;
          obj[encodeRfc3986Full(key)] = !Array.isArray(query[key]) ? query[key] : firstValOnly ? query[key][0] : query[key];
          return obj;
        }, {});
        var encodedQueryPieces = [];
        Object.keys(reducedQuery).sort().forEach(function(key) {
          if (!Array.isArray(reducedQuery[key])) encodedQueryPieces.push(key + "=" + encodeRfc3986Full(reducedQuery[key])); else reducedQuery[key].map(encodeRfc3986Full).sort().forEach(function(val) {
            encodedQueryPieces.push(key + "=" + val);
          });
        });
        queryStr = encodedQueryPieces.join("&");
      }
      if (pathStr !== "/") {
        if (normalizePath) pathStr = pathStr.replace(/\/{2,}/g, "/");
        pathStr = pathStr.split("/").reduce(function(path, piece) {
          if (normalizePath && piece === "..") path.pop(); else if (!normalizePath || piece !== ".") {
            if (decodePath) piece = decodeURIComponent(piece.replace(/\+/g, " "));
            path.push(encodeRfc3986Full(piece));
          }
          return path;
        }, []).join("/");
        if (pathStr[0] !== "/") pathStr = "/" + pathStr;
        if (decodeSlashesInPath) pathStr = pathStr.replace(/%2F/g, "/");
      }
      return [ this.request.method || "GET", pathStr, queryStr, this.canonicalHeaders() + "\n", this.signedHeaders(), bodyHash ].join("\n");
    };
    RequestSigner.prototype.filterHeaders = function() {
      var headers = this.request.headers, extraHeadersToInclude = this.extraHeadersToInclude, extraHeadersToIgnore = this.extraHeadersToIgnore;
      this.filteredHeaders = Object.keys(headers).map(function(key) {
        return [ key.toLowerCase(), headers[key] ];
      }).filter(function(entry) {
        return extraHeadersToInclude[entry[0]] || HEADERS_TO_IGNORE[entry[0]] == null && !extraHeadersToIgnore[entry[0]];
      }).sort(function(a, b) {
        return a[0] < b[0] ? -1 : 1;
      });
    };
    RequestSigner.prototype.canonicalHeaders = function() {
      if (!this.filteredHeaders) this.filterHeaders();
      return this.filteredHeaders.map(function(entry) {
        return entry[0] + ":" + entry[1].toString().trim().replace(/\s+/g, " ");
      }).join("\n");
    };
    RequestSigner.prototype.signedHeaders = function() {
      if (!this.filteredHeaders) this.filterHeaders();
      return this.filteredHeaders.map(function(entry) {
        return entry[0];
      }).join(";");
    };
    RequestSigner.prototype.credentialString = function() {
      return [ this.getDate(), this.region, this.service, "aws4_request" ].join("/");
    };
    RequestSigner.prototype.defaultCredentials = function() {
      var env = process.env;
      return {
        accessKeyId: env.AWS_ACCESS_KEY_ID || env.AWS_ACCESS_KEY,
        secretAccessKey: env.AWS_SECRET_ACCESS_KEY || env.AWS_SECRET_KEY,
        sessionToken: env.AWS_SESSION_TOKEN
      };
    };
    RequestSigner.prototype.parsePath = function() {
      var path = this.request.path || "/";
      if (/[^0-9A-Za-z;,/?:@&=+$\-_.!~*'()#%]/.test(path)) path = encodeURI(decodeURI(path));
      var queryIx = path.indexOf("?"), query = null;
      if (queryIx >= 0) {
        query = querystring.parse(path.slice(queryIx + 1));
        path = path.slice(0, queryIx);
      }
      this.parsedPath = {
        path: path,
        query: query
      };
    };
    RequestSigner.prototype.formatPath = function() {
      var path = this.parsedPath.path, query = this.parsedPath.query;
      if (!query) return path;
      if (query[""] != null) delete query[""];
      return path + "?" + encodeRfc3986(querystring.stringify(query));
    };
    aws4.RequestSigner = RequestSigner;
    aws4.sign = function(request, credentials) {
      return new RequestSigner(request, credentials).sign();
    };
  },
  "aws4/lru.js": module => {
    module.exports = function(size) {
      return new LruCache(size);
    };
    function LruCache(size) {
      this.capacity = size | 0;
      this.map = Object.create(null);
      this.list = new DoublyLinkedList;
    }
    LruCache.prototype.get = function(key) {
      var node = this.map[key];
      if (node == null) return;
      this.used(node);
      return node.val;
    };
    LruCache.prototype.set = function(key, val) {
      var node = this.map[key];
      if (node != null) node.val = val; else {
        if (!this.capacity) this.prune();
        if (!this.capacity) return false;
        node = new DoublyLinkedNode(key, val);
        this.map[key] = node;
        this.capacity--;
      }
      this.used(node);
      return true;
    };
    LruCache.prototype.used = function(node) {
      this.list.moveToFront(node);
    };
    LruCache.prototype.prune = function() {
      var node = this.list.pop();
      if (node != null) {
        delete this.map[node.key];
        this.capacity++;
      }
    };
    function DoublyLinkedList() {
      this.firstNode = null;
      this.lastNode = null;
    }
    DoublyLinkedList.prototype.moveToFront = function(node) {
      if (this.firstNode == node) return;
      this.remove(node);
      if (this.firstNode == null) {
        this.firstNode = node;
        this.lastNode = node;
        node.prev = null;
        node.next = null;
      } else {
        node.prev = null;
        node.next = this.firstNode;
        node.next.prev = node;
        this.firstNode = node;
      }
    };
    DoublyLinkedList.prototype.pop = function() {
      var lastNode = this.lastNode;
      if (lastNode != null) this.remove(lastNode);
      return lastNode;
    };
    DoublyLinkedList.prototype.remove = function(node) {
      if (this.firstNode == node) this.firstNode = node.next; else if (node.prev != null) node.prev.next = node.next;
      if (this.lastNode == node) this.lastNode = node.prev; else if (node.next != null) node.next.prev = node.prev;
    };
    function DoublyLinkedNode(key, val) {
      this.key = key;
      this.val = val;
      this.prev = null;
      this.next = null;
    }
  },
  "packages/aws/src/access.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      S: () => awsAccess
    });
    var duration = __webpack_require__("packages/wait/src/duration.ts");
    const maxClockSkew = 4 * 6e4;
    class AwsClock {
      #notice;
      #offset=0;
      constructor(notice) {
        this.#notice = notice;
      }
      get offset() {
        return this.#offset;
      }
      toAwsTime(time) {
        return new Date(time.getTime() + this.#offset);
      }
      correct({headers: headers}, now, signedOffset) {
        const theirs = headers.age === void 0 ? Date.parse(headers.date ?? "") : Number.NaN;
        const offset = theirs - now.getTime();
        if (!(Math.abs(offset - signedOffset) >= maxClockSkew)) return false;
        const isKnown = Math.abs(offset - this.#offset) < maxClockSkew;
        this.#offset = offset;
        if (!isKnown) this.#notice(describeOffset(offset));
        return true;
      }
    }
    function describeOffset(offset) {
      const direction = offset > 0 ? "behind" : "ahead of";
      return `The clock of this machine is ${(0, duration.a)(Math.abs(offset))} ${direction} that of AWS, so requests are signed ` + "with the time of AWS. Correct the clock: certificates and tokens are also validated against it.";
    }
    function createCredentialProvider(runner, region, connection) {
      const accessKeyId = runner.env("AWS_ACCESS_KEY_ID");
      const secretAccessKey = runner.env("AWS_SECRET_ACCESS_KEY");
      const sessionToken = runner.env("AWS_SESSION_TOKEN");
      if (!accessKeyId || !secretAccessKey || runner.env("AWS_PROFILE")) return createLazyChain(runner, region, connection);
      const credentials = maskCredentials({
        accessKeyId: accessKeyId,
        secretAccessKey: secretAccessKey,
        ...sessionToken && {
          sessionToken: sessionToken
        }
      }, runner);
      return async () => credentials;
    }
    function createLazyChain(runner, region, connection) {
      let chain;
      return async deadline => {
        const {createCredentialChain: createCredentialChain} = await Promise.all([ __webpack_require__.e("../lib/smithy-core"), __webpack_require__.e("../lib/aws-sdk-credential-provider-node"), __webpack_require__.e("aws-credential-chain") ]).then(__webpack_require__.bind(__webpack_require__, "packages/aws/src/credential-chain.ts"));
        chain ??= createCredentialChain(runner, region, connection);
        return maskCredentials(await chain(deadline), runner);
      };
    }
    function maskCredentials(credentials, runner) {
      runner.setSecret(credentials.secretAccessKey);
      if (credentials.sessionToken) runner.setSecret(credentials.sessionToken);
      return credentials;
    }
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    const partitions = [ [ "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn" ], [ "us-iso-", "c2s.ic.gov", "api.aws.ic.gov" ], [ "us-isob-", "sc2s.sgov.gov", "api.aws.scloud" ], [ "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov" ], [ "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk" ], [ "eusc-", "amazonaws.eu", "api.amazonwebservices.eu" ], [ "", "amazonaws.com", "api.aws" ] ];
    function resolveEndpoint({id: id, host: host}, settings) {
      const {region: region, fips: fips, dualstack: dualstack} = settings;
      const custom = settings.findCustomEndpoint(id);
      if (!custom) return buildAwsEndpoint(host, region, {
        fips: fips,
        dualstack: dualstack
      });
      if (!fips && !dualstack) return custom;
      const kind = fips ? "a FIPS" : "a dual-stack";
      throw new errors.dz(`A custom endpoint is set for ${id} (endpoint_url), and ${kind} endpoint of AWS is requested too. ` + "Remove one of the two settings.");
    }
    function buildAwsEndpoint(host, region, {fips: fips, dualstack: dualstack}) {
      const [, ipv4, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? [ "", "", "" ];
      const isAlwaysFips = host === "monitoring" && region.startsWith("us-gov-");
      const suffix = fips && !isAlwaysFips ? "-fips" : "";
      return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : ipv4}`);
    }
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var external_node_fs_ = __webpack_require__("node:fs");
    var external_node_os_ = __webpack_require__("node:os");
    var external_node_path_ = __webpack_require__("node:path");
    async function readProfile(runner) {
      if (!listSharedFiles(runner).some(file => (0, external_node_fs_.existsSync)(file))) return {
        settings: {},
        services: {}
      };
      const {getProfileName: getProfileName, loadSharedConfigFiles: loadSharedConfigFiles} = await __webpack_require__.e("../lib/smithy-core").then(__webpack_require__.t.bind(__webpack_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
      const name = getProfileName(selectProfile(runner));
      const {configFile: configFile, credentialsFile: credentialsFile} = await loadSharedConfigFiles();
      const settings = {
        ...credentialsFile[name],
        ...configFile[name]
      };
      if (!settings.services) return {
        settings: settings,
        services: {}
      };
      const services = configFile[`services.${settings.services}`];
      if (services) return {
        settings: settings,
        services: services
      };
      throw new errors.dz(`The AWS profile ${(0, quote.h)(name)} has "services = ${settings.services}", but the config file has no ` + `section [services ${settings.services}].`);
    }
    function selectProfile(runner) {
      const profile = runner.env("AWS_PROFILE");
      return profile ? {
        profile: profile
      } : {};
    }
    function listSharedFiles(runner) {
      const home = runner.env("HOME") ?? runner.env("USERPROFILE") ?? (0, external_node_os_.homedir)();
      return [ runner.env("AWS_CONFIG_FILE") ?? "~/.aws/config", runner.env("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials" ].map(file => file.startsWith("~/") ? (0, 
      external_node_path_.join)(home, file.slice(2)) : file);
    }
    async function readSettings(runner, regionOverride) {
      const profile = await readProfile(runner);
      const {region: region, fips: fips} = parseRegion(regionOverride ?? await readRegion(runner));
      const isIgnored = readFlag("ignore_configured_endpoint_urls", runner, profile);
      return {
        region: region,
        fips: fips || readFlag("use_fips_endpoint", runner, profile),
        dualstack: readFlag("use_dualstack_endpoint", runner, profile),
        findCustomEndpoint: id => isIgnored ? void 0 : readCustomEndpoint(id, runner, profile)
      };
    }
    async function readRegion(runner) {
      const region = runner.env("AWS_REGION") ?? runner.env("AWS_DEFAULT_REGION");
      if (region) return region;
      const {loadConfig: loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS: NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS: NODE_REGION_CONFIG_OPTIONS} = await __webpack_require__.e("../lib/smithy-core").then(__webpack_require__.t.bind(__webpack_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
      try {
        const init = {
          ...NODE_REGION_CONFIG_FILE_OPTIONS,
          ...selectProfile(runner)
        };
        return await loadConfig(NODE_REGION_CONFIG_OPTIONS, init)();
      } catch {
        throw new errors.dz('No AWS region is set. Pass "aws-region" to aws-actions/configure-aws-credentials in an earlier step, ' + 'or set AWS_REGION in "env:".');
      }
    }
    function parseRegion(value) {
      const region = value.replace(/^fips-|-fips$/, "");
      if (/^[a-z0-9-]{1,40}$/.test(region)) return {
        region: region,
        fips: region !== value
      };
      throw new errors.dz(`The AWS region ${(0, quote.h)(value)} is invalid; a region looks like "eu-west-1".`);
    }
    function readFlag(key, runner, {settings: settings}) {
      const variable = `AWS_${key.toUpperCase()}`;
      const override = runner.env(variable);
      const [name, value] = override ? [ variable, override ] : [ `${key} of the AWS profile`, settings[key] ];
      if (value === void 0 || value === "false") return false;
      if (value === "true") return true;
      throw new errors.dz(`${name} must be "true" or "false", not ${(0, quote.h)(value)}.`);
    }
    function readCustomEndpoint(id, runner, profile) {
      for (const name of [ `AWS_ENDPOINT_URL_${id}`, "AWS_ENDPOINT_URL" ]) {
        const address = runner.env(name);
        if (address) return parseEndpoint(address, name);
      }
      const {settings: settings, services: services} = profile;
      const address = services[`${id.toLowerCase()}.endpoint_url`] ?? settings.endpoint_url;
      return address ? parseEndpoint(address, "endpoint_url of the AWS profile") : void 0;
    }
    function parseEndpoint(address, name) {
      const url = URL.parse(address);
      if (url && /^https?:$/.test(url.protocol)) return url;
      throw new errors.dz(`${name} is not an http or https URL.`);
    }
    async function awsAccess(runner, regionOverride) {
      const settings = await readSettings(runner, regionOverride);
      const {region: region} = settings;
      const connection = {
        proxy: runner.proxy
      };
      return {
        region: region,
        resolveEndpoint: service => resolveEndpoint(service, settings),
        credentials: createCredentialProvider(runner, region, connection),
        clock: new AwsClock(line => runner.notice(line)),
        connection: connection,
        log: line => runner.info(line)
      };
    }
  },
  "packages/aws/src/client.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      t: () => AwsClient
    });
    var src_client = __webpack_require__("packages/http/src/client.ts");
    var src_response = __webpack_require__("packages/http/src/response.ts");
    var errors = __webpack_require__("packages/http/src/errors.ts");
    var src_errors = __webpack_require__("packages/kit/src/errors.ts");
    var aws_src_errors = __webpack_require__("packages/aws/src/errors.ts");
    var aws4 = __webpack_require__("aws4/aws4.js");
    var aws4_default = __webpack_require__.n(aws4);
    function sign({method: method, url: url, headers: headers = {}, body: body}, credentials, {service: service, region: region, now: now}) {
      const date = now.toISOString().replace(/[:-]|\.\d{3}/g, "");
      const request = {
        method: method,
        service: service,
        region: region,
        host: url.host,
        path: `${url.pathname}${url.search}`,
        headers: {
          ...headers,
          "X-Amz-Date": date
        },
        body: body ?? ""
      };
      const signed = aws4_default().sign(request, credentials).headers ?? {};
      return Object.fromEntries(Object.entries(signed).map(([name, value]) => [ name, String(value) ]));
    }
    const maxClockCorrections = 3;
    const readOperations = /^(Describe|List|Get|BatchGet)/;
    class AwsClient {
      #service;
      #access;
      #base;
      constructor(service, access) {
        this.#service = service;
        this.#access = access;
        this.#base = access.resolveEndpoint(service);
      }
      async call(operation, call, shape, deadline) {
        const request = {
          name: operation,
          idempotent: readOperations.test(operation),
          ...this.#protocolParts(operation, call),
          ...call
        };
        const {connection: connection, log: log} = this.#access;
        const {name: name} = this.#service;
        const client = new src_client.K({
          name: name,
          base: this.#base,
          connection: connection,
          log: log,
          protocol: this.#createProtocol()
        });
        for (let tries = 1; ;tries++) {
          const response = await client.request(request, deadline);
          try {
            return (0, src_response.Vh)(response, shape, `The answer of ${name} to ${operation}`);
          } catch (error) {
            if (!(error instanceof src_errors.lZ) || readOperations.test(operation)) throw error;
            if (request.idempotent && tries < 3) continue;
            throw new errors.W(error.message, false, response);
          }
        }
      }
      #createProtocol() {
        const {region: region, credentials: credentials, clock: clock} = this.#access;
        const {host: host, signingName: signingName = host} = this.#service;
        let offset = 0;
        return {
          sign: async (request, deadline) => {
            const keys = await credentials(deadline);
            offset = clock.offset;
            const now = clock.toAwsTime(deadline.clock.date());
            return sign(request, keys, {
              service: signingName,
              region: region,
              now: now
            });
          },
          rateLimit: (response, times, now) => {
            const isCorrected = (0, aws_src_errors.vZ)(response) && times < maxClockCorrections && clock.correct(response, now, offset);
            return isCorrected ? {
              wait: 0,
              reason: "its clock shows a different time"
            } : (0, aws_src_errors.y9)(response, now);
          },
          errorMessage: aws_src_errors.Wk
        };
      }
      #protocolParts(operation, {json: json}) {
        const {target: target, jsonVersion: jsonVersion = "1.1"} = this.#service;
        if (!target) {
          const headers = {
            ...json !== void 0 && {
              "content-type": "application/json"
            }
          };
          return {
            method: "GET",
            path: "",
            headers: headers
          };
        }
        const headers = {
          "content-type": `application/x-amz-json-${jsonVersion}`,
          "x-amz-target": `${target}.${operation}`
        };
        return {
          method: "POST",
          path: "/",
          headers: headers
        };
      }
    }
  },
  "packages/aws/src/errors.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Ue: () => hasErrorCode,
      Wk: () => formatError,
      vZ: () => mayBeClockSkew,
      y9: () => readRateLimit
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/errors.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/retry-after.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/json.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("valibot/dist/index.mjs");
    const errorSchema = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      __type: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    function readErrorCode({headers: headers, body: body}) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(errorSchema, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(body));
      const {__type: __type, code: code, Code: Code} = parsed.success ? parsed.output : {};
      const name = [ headers["x-amzn-errortype"] ].flat()[0] ?? __type ?? code ?? Code;
      return name?.replace(/^.*#/, "").replace(/:.*$/s, "").trim() || void 0;
    }
    function hasErrorCode(thrown, ...codes) {
      return thrown instanceof _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.j && codes.includes(readErrorCode(thrown.response) ?? "");
    }
    const throttlingErrors = new Set([ "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException" ]);
    const clockSkewErrors = new Set([ "AccessDeniedException", "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch" ]);
    function mayBeClockSkew(response) {
      return response.status >= 400 && clockSkewErrors.has(readErrorCode(response) ?? "");
    }
    function readRateLimit(response, now) {
      if (response.status < 400 || !throttlingErrors.has(readErrorCode(response) ?? "")) return;
      return {
        wait: (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.P)(response.headers, now)
      };
    }
    function formatError(response) {
      const parsed = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(response.body);
      const fields = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.is)(errorSchema, parsed) ? parsed : {};
      const message = fields.message ?? fields.Message ?? response.body.replace(/<[^>]*>/g, " ");
      const code = readErrorCode(response);
      const advice = findAdvice(code, message);
      return `${code ? `${code}: ` : ""}${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.K)(message)}${advice ? ` (${advice})` : ""}`;
    }
    const accessDenied = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;
    function findAdvice(code, message) {
      const [, action, resource] = accessDenied.exec(message) ?? [];
      if (action) return `allow ${action} on ${resource ?? "*"} in the policy of this job's role`;
      return code && (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.TE)(advice, code);
    }
    const expired = 'the credentials have expired; raise the "role-duration-seconds" of the role';
    const unknownKey = "the credentials are not valid for this account and region";
    const wrongSecret = "the secret key does not belong to the access key, or the clock is wrong";
    const advice = {
      ExpiredToken: expired,
      ExpiredTokenException: expired,
      InvalidClientTokenId: unknownKey,
      UnrecognizedClientException: unknownKey,
      InvalidSignatureException: wrongSecret,
      SignatureDoesNotMatch: wrongSecret
    };
  },
  "packages/deployment/src/aws-console.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      F: () => consoleOf,
      j: () => consolePart
    });
    const consoles = [ [ "cn-", "console.amazonaws.cn" ], [ "us-gov-", "console.amazonaws-us-gov.com" ], [ "us-iso", "" ], [ "eu-isoe", "" ], [ "eusc-", "" ], [ "", "console.aws.amazon.com" ] ];
    function consoleOf(region, path) {
      const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? [];
      return domain ? `https://${region}.${domain}/${path}` : void 0;
    }
    function consolePart(name) {
      return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll("%", "$");
    }
  }
};
