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
    const mostApart = 4 * 6e4;
    class AwsClock {
      #notice;
      #ahead=0;
      constructor(notice) {
        this.#notice = notice;
      }
      get ahead() {
        return this.#ahead;
      }
      at(moment) {
        return new Date(moment.getTime() + this.#ahead);
      }
      learn({headers: headers}, now, ahead) {
        const theirs = headers.age === void 0 ? Date.parse(headers.date ?? "") : Number.NaN;
        const found = theirs - now.getTime();
        if (!(Math.abs(found - ahead) >= mostApart)) return false;
        const isKnown = Math.abs(found - this.#ahead) < mostApart;
        this.#ahead = found;
        if (!isKnown) this.#notice(inWords(found));
        return true;
      }
    }
    function inWords(ahead) {
      const where = ahead > 0 ? "behind" : "ahead of";
      return `The clock of this machine is ${(0, duration.a)(Math.abs(ahead))} ${where} that of AWS, so requests are signed by that of ` + "AWS. Set it right: certificates and tokens are judged by it too.";
    }
    function credentialsOf(runner, region, connection) {
      const accessKeyId = runner.env("AWS_ACCESS_KEY_ID");
      const secretAccessKey = runner.env("AWS_SECRET_ACCESS_KEY");
      const sessionToken = runner.env("AWS_SESSION_TOKEN");
      if (!accessKeyId || !secretAccessKey || runner.env("AWS_PROFILE")) return chainOf(runner, region, connection);
      const found = masked({
        accessKeyId: accessKeyId,
        secretAccessKey: secretAccessKey,
        ...sessionToken && {
          sessionToken: sessionToken
        }
      }, runner);
      return async () => found;
    }
    function chainOf(runner, region, connection) {
      let chain;
      return async deadline => {
        const {credentialChain: credentialChain} = await Promise.all([ __webpack_require__.e("../lib/smithy-core"), __webpack_require__.e("../lib/aws-sdk-credential-provider-node"), __webpack_require__.e("aws-credential-chain") ]).then(__webpack_require__.bind(__webpack_require__, "packages/aws/src/credential-chain.ts"));
        chain ??= credentialChain(runner, region, connection);
        return masked(await chain(deadline), runner);
      };
    }
    function masked(found, runner) {
      runner.setSecret(found.secretAccessKey);
      if (found.sessionToken) runner.setSecret(found.sessionToken);
      return found;
    }
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    const partitions = [ [ "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn" ], [ "us-iso-", "c2s.ic.gov", "api.aws.ic.gov" ], [ "us-isob-", "sc2s.sgov.gov", "api.aws.scloud" ], [ "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov" ], [ "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk" ], [ "eusc-", "amazonaws.eu", "api.amazonwebservices.eu" ], [ "", "amazonaws.com", "api.aws" ] ];
    function endpointOf({id: id, host: host}, settings) {
      const {region: region, fips: fips, dualstack: dualstack} = settings;
      const custom = settings.endpointUrl(id);
      if (!custom) return endpointOfAws(host, region, {
        fips: fips,
        dualstack: dualstack
      });
      if (!fips && !dualstack) return custom;
      const kind = fips ? "a FIPS" : "a dual-stack";
      throw new errors.dz(`An endpoint of your own is set for ${id} (endpoint_url), and ${kind} endpoint of AWS is asked for too; ` + "leave out one of the two settings.");
    }
    function endpointOfAws(host, region, {fips: fips, dualstack: dualstack}) {
      const [, plain, both] = partitions.find(([prefix]) => region.startsWith(prefix)) ?? [ "", "", "" ];
      const isFipsAnyway = host === "monitoring" && region.startsWith("us-gov-");
      const suffix = fips && !isFipsAnyway ? "-fips" : "";
      return new URL(`https://${host}${suffix}.${region}.${dualstack ? both : plain}`);
    }
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var external_node_fs_ = __webpack_require__("node:fs");
    var external_node_os_ = __webpack_require__("node:os");
    var external_node_path_ = __webpack_require__("node:path");
    async function profileOf(runner) {
      if (!sharedFiles(runner).some(file => (0, external_node_fs_.existsSync)(file))) return {
        settings: {},
        services: {}
      };
      const {getProfileName: getProfileName, loadSharedConfigFiles: loadSharedConfigFiles} = await __webpack_require__.e("../lib/smithy-core").then(__webpack_require__.t.bind(__webpack_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
      const name = getProfileName(named(runner));
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
      throw new errors.dz(`The AWS profile ${(0, quote.h)(name)} says "services = ${settings.services}", but the config file has no ` + `section [services ${settings.services}].`);
    }
    function named(runner) {
      const profile = runner.env("AWS_PROFILE");
      return profile ? {
        profile: profile
      } : {};
    }
    function sharedFiles(runner) {
      const home = runner.env("HOME") ?? runner.env("USERPROFILE") ?? (0, external_node_os_.homedir)();
      return [ runner.env("AWS_CONFIG_FILE") ?? "~/.aws/config", runner.env("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials" ].map(file => file.startsWith("~/") ? (0, 
      external_node_path_.join)(home, file.slice(2)) : file);
    }
    async function settingsOf(runner, given) {
      const profile = await profileOf(runner);
      const {region: region, fips: fips} = split(given ?? await regionOf(runner));
      const isIgnored = flagOf("ignore_configured_endpoint_urls", runner, profile);
      return {
        region: region,
        fips: fips || flagOf("use_fips_endpoint", runner, profile),
        dualstack: flagOf("use_dualstack_endpoint", runner, profile),
        endpointUrl: id => isIgnored ? void 0 : endpointUrlOf(id, runner, profile)
      };
    }
    async function regionOf(runner) {
      const region = runner.env("AWS_REGION") ?? runner.env("AWS_DEFAULT_REGION");
      if (region) return region;
      const {loadConfig: loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS: NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS: NODE_REGION_CONFIG_OPTIONS} = await __webpack_require__.e("../lib/smithy-core").then(__webpack_require__.t.bind(__webpack_require__, "@smithy/core/dist-cjs/submodules/config/index.js", 19));
      try {
        const init = {
          ...NODE_REGION_CONFIG_FILE_OPTIONS,
          ...named(runner)
        };
        return await loadConfig(NODE_REGION_CONFIG_OPTIONS, init)();
      } catch {
        throw new errors.dz('No AWS region is set. Give "aws-region" to aws-actions/configure-aws-credentials in a step ' + 'before this one, or set AWS_REGION in "env:".');
      }
    }
    function split(given) {
      const region = given.replace(/^fips-|-fips$/, "");
      if (/^[a-z0-9-]{1,40}$/.test(region)) return {
        region: region,
        fips: region !== given
      };
      throw new errors.dz(`The AWS region is ${(0, quote.h)(given)}; a region is like "eu-west-1".`);
    }
    function flagOf(key, runner, {settings: settings}) {
      const variable = `AWS_${key.toUpperCase()}`;
      const given = runner.env(variable);
      const [name, value] = given ? [ variable, given ] : [ `${key} of the AWS profile`, settings[key] ];
      if (value === void 0 || value === "false") return false;
      if (value === "true") return true;
      throw new errors.dz(`${name} is ${(0, quote.h)(value)}, and must be "true" or "false".`);
    }
    function endpointUrlOf(id, runner, profile) {
      for (const name of [ `AWS_ENDPOINT_URL_${id}`, "AWS_ENDPOINT_URL" ]) {
        const address = runner.env(name);
        if (address) return parsed(address, name);
      }
      const {settings: settings, services: services} = profile;
      const address = services[`${id.toLowerCase()}.endpoint_url`] ?? settings.endpoint_url;
      return address ? parsed(address, "endpoint_url of the AWS profile") : void 0;
    }
    function parsed(address, name) {
      const url = URL.parse(address);
      if (url && /^https?:$/.test(url.protocol)) return url;
      throw new errors.dz(`${name} is not an http or https address.`);
    }
    async function awsAccess(runner, given) {
      const settings = await settingsOf(runner, given);
      const {region: region} = settings;
      const connection = {
        proxy: runner.proxy
      };
      return {
        region: region,
        endpointOf: service => endpointOf(service, settings),
        credentials: credentialsOf(runner, region, connection),
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
    var response = __webpack_require__("packages/http/src/response.ts");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var refusal = __webpack_require__("packages/aws/src/refusal.ts");
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
      const made = aws4_default().sign(request, credentials).headers ?? {};
      return Object.fromEntries(Object.entries(made).map(([name, value]) => [ name, String(value) ]));
    }
    const mostClocks = 3;
    const reads = /^(Describe|List|Get|BatchGet)/;
    class AwsClient {
      #service;
      #access;
      #base;
      constructor(service, access) {
        this.#service = service;
        this.#access = access;
        this.#base = access.endpointOf(service);
      }
      async call(operation, call, shape, deadline) {
        const question = {
          name: operation,
          idempotent: reads.test(operation),
          ...this.#protocol(operation, call),
          ...call
        };
        const {connection: connection, log: log} = this.#access;
        const {name: name} = this.#service;
        const client = new src_client.Kj({
          name: name,
          base: this.#base,
          connection: connection,
          log: log,
          protocol: this.#apiProtocol()
        });
        for (let tries = 1; ;tries++) {
          const answer = await client.request(question, deadline);
          try {
            return (0, response.Vh)(answer, shape, `The answer of ${name} to ${operation}`);
          } catch (error) {
            if (!(error instanceof errors.lZ) || reads.test(operation)) throw error;
            if (question.idempotent && tries < 3) continue;
            throw new src_client.Wh(error.message, false, answer);
          }
        }
      }
      #apiProtocol() {
        const {region: region, credentials: credentials, clock: clock} = this.#access;
        const {host: host, signedAs: signedAs = host} = this.#service;
        let ahead = 0;
        return {
          sign: async (request, deadline) => {
            const keys = await credentials(deadline);
            ahead = clock.ahead;
            const now = clock.at(deadline.clock.date());
            return sign(request, keys, {
              service: signedAs,
              region: region,
              now: now
            });
          },
          rateLimit: (answer, times, now) => {
            const isLate = (0, refusal.Ul)(answer) && times < mostClocks && clock.learn(answer, now, ahead);
            return isLate ? {
              wait: 0,
              reason: "its clock tells another time"
            } : (0, refusal.AB)(answer, now);
          },
          errorMessage: refusal.aL
        };
      }
      #protocol(operation, {json: json}) {
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
  "packages/aws/src/refusal.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      AB: () => limit,
      Bb: () => isRefusedWith,
      Ul: () => mayBeOfClock,
      aL: () => words
    });
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/http/src/client.ts");
    var _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/http/src/retry-after.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/json.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/map.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("valibot/dist/index.mjs");
    const errorShape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      __type: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Code: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()),
      Message: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.cl6)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)())
    });
    function errorCode({headers: headers, body: body}) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(errorShape, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(body));
      const {__type: __type, code: code, Code: Code} = parsed.success ? parsed.output : {};
      const said = [ headers["x-amzn-errortype"] ].flat()[0] ?? __type ?? code ?? Code;
      return said?.replace(/^.*#/, "").replace(/:.*$/s, "").trim() || void 0;
    }
    function isRefusedWith(thrown, ...codes) {
      return thrown instanceof _ci_actions_http__WEBPACK_IMPORTED_MODULE_2__.j$ && codes.includes(errorCode(thrown.response) ?? "");
    }
    const limits = new Set([ "BandwidthLimitExceeded", "EC2ThrottledException", "PriorRequestNotComplete", "ProvisionedThroughputExceededException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException", "TransactionInProgressException" ]);
    const clockErrors = new Set([ "AccessDeniedException", "AuthFailure", "InvalidSignatureException", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed", "SignatureDoesNotMatch" ]);
    function mayBeOfClock(answer) {
      return answer.status >= 400 && clockErrors.has(errorCode(answer) ?? "");
    }
    function limit(answer, now) {
      if (answer.status < 400 || !limits.has(errorCode(answer) ?? "")) return;
      return {
        wait: (0, _ci_actions_http__WEBPACK_IMPORTED_MODULE_3__.P)(answer.headers, now)
      };
    }
    function words(answer) {
      const parsed = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.qF)(answer.body);
      const {message: message, Message: Message} = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.is)(errorShape, parsed) ? parsed : {};
      const said = message ?? Message ?? answer.body.replace(/<[^>]*>/g, " ");
      const code = errorCode(answer);
      const advice = adviceOn(code, said);
      return `${code ? `${code}: ` : ""}${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.K)(said)}${advice ? ` (${advice})` : ""}`;
    }
    const denial = /not authorized to perform: ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;
    function adviceOn(code, said) {
      const [, action, resource] = denial.exec(said) ?? [];
      if (action) return `allow ${action} on ${resource ?? "*"} in the policy of the role of this job`;
      return code && (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.TE)(advice, code);
    }
    const expired = 'the credentials have expired; give the role a longer "role-duration-seconds"';
    const unknownKey = "the credentials are not valid for this account and region";
    const advice = {
      ExpiredToken: expired,
      ExpiredTokenException: expired,
      InvalidClientTokenId: unknownKey,
      UnrecognizedClientException: unknownKey,
      InvalidSignatureException: "the secret key does not fit the access key, or the clock is wrong",
      SignatureDoesNotMatch: "the secret key does not fit the access key, or the clock is wrong"
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
