export const id = "deployment-lambda-targets";

export const ids = [ "deployment-lambda-targets" ];

export const modules = {
  "packages/deployment/src/lambda/targets.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      createTargets: () => createTargets
    });
    var src_access = __webpack_require__("packages/aws/src/access.ts");
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var lambda_api = __webpack_require__("packages/deployment/src/lambda/api.ts");
    var client = __webpack_require__("packages/aws/src/client.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    const alarmSchema = (0, dist.Ikc)({
      AlarmName: (0, dist.YjP)(),
      StateValue: (0, dist.YjP)(),
      StateReason: (0, dist.cl6)((0, dist.YjP)())
    });
    const alarmsSchema = (0, dist.Ikc)({
      MetricAlarms: (0, dist.cl6)((0, dist.YOg)(alarmSchema), []),
      CompositeAlarms: (0, dist.cl6)((0, dist.YOg)(alarmSchema), [])
    });
    const metricsSchema = (0, dist.Ikc)({
      MetricDataResults: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        Id: (0, dist.YjP)(),
        Values: (0, dist.cl6)((0, dist.YOg)((0, dist.aig)()), [])
      })), [])
    });
    const cloudWatch = {
      name: "CloudWatch",
      id: "CLOUDWATCH",
      host: "monitoring",
      target: "GraniteServiceVersion20100801",
      jsonVersion: "1.0"
    };
    class CanaryHealth {
      #client;
      #clock;
      #limits;
      constructor(access, limits) {
        this.#client = new client.t(cloudWatch, access);
        this.#clock = access.clock;
        this.#limits = limits;
      }
      async ready(live, deadline) {
        const [alarm] = await Promise.all([ this.#alarm(deadline), this.#errors(live, deadline) ]);
        if (alarm) throw new errors.lZ(`The canary was not started: ${alarm}. Wait until it is OK, or deploy without "canary" and "alarms".`);
      }
      async finding(watched, deadline) {
        const [alarm, errors] = await Promise.all([ this.#alarm(deadline), this.#errors(watched, deadline) ]);
        return alarm ? {
          trouble: alarm
        } : errors;
      }
      async #alarm(deadline) {
        const {alarms: alarms} = this.#limits;
        if (alarms.length === 0) return;
        const json = {
          AlarmNames: alarms,
          AlarmTypes: [ "MetricAlarm", "CompositeAlarm" ]
        };
        const response = await this.#client.call("DescribeAlarms", {
          json: json
        }, alarmsSchema, deadline);
        const found = [ ...response.MetricAlarms, ...response.CompositeAlarms ];
        const unknown = alarms.filter(name => !found.some(({AlarmName: AlarmName}) => AlarmName === name));
        if (unknown.length > 0) throw new errors.lZ(`CloudWatch has no alarm ${unknown.map(name => (0, 
        quote.h)(name)).join(", ")} in this region. ` + 'Check the input "alarms".');
        const gone = found.find(({StateValue: StateValue}) => StateValue === "ALARM");
        return gone && `alarm ${(0, quote.h)(gone.AlarmName)} is in ALARM (${(0, quote.K)(gone.StateReason ?? "no reason given")})`;
      }
      async #errors(watched, deadline) {
        const {errorRate: errorRate} = this.#limits;
        if (!errorRate) return {};
        const {version: version} = watched;
        const [errors, invocations] = await this.#counts(watched, deadline);
        if (invocations === 0) return {
          unknown: `no invocations of version ${version} have been counted yet, so its error rate is unknown`
        };
        if (errors * 100 * errorRate.of <= errorRate.count * invocations) return {};
        const share = `${errors} of ${invocations} invocations of version ${version}`;
        return {
          trouble: `${share} failed, more than ${errorRate.text}%`
        };
      }
      async #counts(watched, deadline) {
        const json = {
          MetricDataQueries: [ queryOf("errors", "Errors", watched), queryOf("invocations", "Invocations", watched) ],
          StartTime: Math.floor(this.#clock.toAwsTime(watched.since).getTime() / 6e4) * 60,
          EndTime: Math.ceil(this.#clock.toAwsTime(deadline.clock.date()).getTime() / 6e4) * 60 + 60
        };
        const response = await this.#client.call("GetMetricData", {
          json: json
        }, metricsSchema, deadline);
        const sum = id => {
          const values = response.MetricDataResults.find(({Id: Id}) => Id === id)?.Values ?? [];
          return values.reduce((total, value) => total + value, 0);
        };
        return [ sum("errors"), sum("invocations") ];
      }
    }
    function queryOf(id, name, {function: FunctionName, alias: alias, version: version}) {
      const dimensions = {
        FunctionName: FunctionName,
        Resource: `${FunctionName}:${alias}`,
        ExecutedVersion: version
      };
      return {
        Id: id,
        MetricStat: {
          Metric: {
            Namespace: "AWS/Lambda",
            MetricName: name,
            Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({
              Name: Name,
              Value: Value
            }))
          },
          Period: 60,
          Stat: "Sum"
        }
      };
    }
    class DeployGroup {
      #failed;
      abort(failed) {
        this.#failed ??= failed;
      }
      get abortReason() {
        return this.#failed && `${this.#failed}, which is deployed together with it, failed`;
      }
    }
    var external_node_crypto_ = __webpack_require__("node:crypto");
    var external_node_fs_ = __webpack_require__("node:fs");
    var external_node_path_ = __webpack_require__("node:path");
    var file = __webpack_require__("packages/kit/src/file.ts");
    var external_node_util_ = __webpack_require__("node:util");
    var external_node_zlib_ = __webpack_require__("node:zlib");
    const modes = {
      file: 33188,
      program: 33261,
      link: 41471
    };
    const maxFiles = 65535;
    const inBackground = (0, external_node_util_.promisify)(external_node_zlib_.deflateRaw);
    const worthAStream = 64 * 1024;
    const time = {
      hour: 0,
      day: 33
    };
    const utf8Names = 2048;
    const unix = 3 << 8;
    const needed = 20;
    async function zip(files) {
      const sorted = files.map(file => ({
        ...file,
        name: Buffer.from(file.path)
      })).sort((a, b) => Buffer.compare(a.name, b.name));
      const packed = await Promise.all(sorted.map(async file => ({
        ...file,
        ...await pack(file.bytes)
      })));
      const parts = [];
      const directory = [];
      let offset = 0;
      for (const file of packed) {
        const local = localHeader(file);
        directory.push(directoryEntry(file, offset));
        parts.push(local, file.data);
        offset += local.length + file.data.length;
      }
      const size = directory.reduce((total, {length: length}) => total + length, 0);
      return Buffer.concat([ ...parts, ...directory, endOfDirectory(packed.length, size, offset) ]);
    }
    async function pack(bytes) {
      const isSmall = bytes.length < worthAStream;
      const small = isSmall ? (0, external_node_zlib_.deflateRawSync)(bytes) : await inBackground(bytes);
      const sum = (0, external_node_zlib_.crc32)(bytes);
      return small.length < bytes.length ? {
        method: 8,
        data: small,
        sum: sum
      } : {
        method: 0,
        data: bytes,
        sum: sum
      };
    }
    function localHeader(file) {
      const header = Buffer.alloc(30);
      header.writeUInt32LE(67324752, 0);
      writeShared(header, file, 4);
      return Buffer.concat([ header, file.name ]);
    }
    function directoryEntry(file, offset) {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(33639248, 0);
      entry.writeUInt16LE(unix | needed, 4);
      writeShared(entry, file, 6);
      entry.writeUInt32LE(modes[file.kind] << 16 >>> 0, 38);
      entry.writeUInt32LE(offset, 42);
      return Buffer.concat([ entry, file.name ]);
    }
    function writeShared(target, {name: name, bytes: bytes, method: method, data: data, sum: sum}, at) {
      target.writeUInt16LE(needed, at);
      target.writeUInt16LE(utf8Names, at + 2);
      target.writeUInt16LE(method, at + 4);
      target.writeUInt16LE(time.hour, at + 6);
      target.writeUInt16LE(time.day, at + 8);
      target.writeUInt32LE(sum, at + 10);
      target.writeUInt32LE(data.length, at + 14);
      target.writeUInt32LE(bytes.length, at + 18);
      target.writeUInt16LE(name.length, at + 22);
    }
    function endOfDirectory(files, size, offset) {
      const end = Buffer.alloc(22);
      end.writeUInt32LE(101010256, 0);
      end.writeUInt16LE(files, 8);
      end.writeUInt16LE(files, 10);
      end.writeUInt32LE(size, 12);
      end.writeUInt32LE(offset, 16);
      return end;
    }
    const megabyte = 1024 * 1024;
    const maxSent = 50 * megabyte;
    const maxUnpacked = 250 * megabyte;
    function refuseUnsendable(path, size) {
      if (size <= maxSent) return;
      throw new errors.lZ(`Package ${(0, quote.h)(path)} is a zip of ${say(size)}, but Lambda accepts at most ${say(maxSent)} ` + "per request. Upload it to S3 (aws s3 cp) and use s3://bucket/key.");
    }
    function refuseLarge(path, size, files) {
      if (size > maxUnpacked) throw new errors.lZ(`Package ${(0, quote.h)(path)} is over ${say(maxUnpacked)} unpacked, the maximum for Lambda; use an image.`);
      if (files > maxFiles) throw new errors.lZ(`Package ${(0, quote.h)(path)} has over ${maxFiles} files, more than a zip can contain.`);
    }
    function readPart(path, place) {
      try {
        return (0, file.TA)(place, maxUnpacked);
      } catch (error) {
        if (!(error instanceof file.f6)) throw error;
        throw new errors.lZ(`Package ${(0, quote.h)(path)} ${error.message}.`);
      }
    }
    function say(bytes) {
      if (bytes < megabyte) return `${Math.ceil(bytes / 1024)} kB`;
      return `${(bytes / megabyte).toFixed(1)} MB`;
    }
    const ofLambda = /^\/(opt|var\/task)(\/|$)/;
    function leadsWithin(path, to) {
      if (to.startsWith("/")) return ofLambda.test(external_node_path_.posix.normalize(to));
      const place = external_node_path_.posix.join(external_node_path_.posix.dirname(path), to);
      return place !== ".." && !place.startsWith("../");
    }
    const maxTail = 22 + 65535;
    function entriesOf(zip) {
      const tail = Math.max(0, zip.length - maxTail);
      const end = tail + zip.subarray(tail).lastIndexOf("PK", void 0, "latin1");
      if (end < tail || end + 22 > zip.length) return;
      const entries = [];
      const count = zip.readUInt16LE(end + 10);
      let at = zip.readUInt32LE(end + 16);
      for (let index = 0; index < count; index++) {
        if (at + 46 > end || zip.readUInt32LE(at) !== 33639248) return;
        const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
        const mode = zip.readUInt32LE(at + 38) >>> 16;
        entries.push({
          path: zip.toString("utf8", at + 46, nameEnd),
          size: zip.readUInt32LE(at + 24),
          mode: mode & 4095,
          isLink: (mode & 61440) === 40960,
          method: zip.readUInt16LE(at + 10),
          packedSize: zip.readUInt32LE(at + 20),
          offset: zip.readUInt32LE(at + 42)
        });
        at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
      }
      return entries;
    }
    function beginningOf(zip, entry, maxBytes) {
      const {offset: offset, method: method, packedSize: packedSize} = entry;
      if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 67324752) return;
      const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
      const packed = zip.subarray(start, start + Math.min(packedSize, maxBytes + 1024));
      if (method === 0) return packed.subarray(0, maxBytes);
      if (method !== 8) return;
      try {
        return (0, external_node_zlib_.inflateRawSync)(packed, {
          finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH
        }).subarray(0, maxBytes);
      } catch {
        return;
      }
    }
    const enough = 256;
    function contentsOf(path, zip) {
      const entries = entriesOf(zip);
      if (!entries || entries.length === 0) throw new errors.lZ(`Package ${(0, quote.h)(path)} is not a readable zip file, or is empty. Use a zip file or a folder.`);
      for (const entry of entries) refuseMisread(path, entry, zip);
      const size = entries.reduce((total, one) => total + one.size, 0);
      refuseLarge(path, size, entries.length);
      const files = entries.filter(entry => !entry.path.endsWith("/"));
      return {
        paths: new Set(files.map(entry => entry.path)),
        bootstrap: programAt("bootstrap", files, zip)
      };
    }
    function refuseMisread(path, entry, zip) {
      const refuse = what => {
        throw new errors.lZ(`Package ${(0, quote.h)(path)} contains ${(0, quote.h)(entry.path)}, ${what}`);
      };
      const [first = "", ...others] = entry.path.split(/[\\/]/);
      if ([ first, ...others ].includes("..") || first === "" || /^[A-Za-z]:$/.test(first)) refuse("a path outside the package. Zip it without that file.");
      if (entry.path.includes("\\")) refuse("whose name contains a backslash. Lambda would create one file of that name instead of folders, because " + 'paths in a zip use "/" (APPNOTE 4.4.17.1). Use another tool, or set the folder as the package.');
      if (!entry.isLink) return;
      const to = beginningOf(zip, entry, maxLink)?.toString();
      if (to === void 0 || !leadsWithin(entry.path, to)) refuse('a symbolic link to a place outside the package. Zip it without the link ("zip -r" follows links).');
    }
    const code = "/var/task/";
    const maxLink = 4096;
    function programAt(path, entries, zip, links = 0) {
      const entry = entries.find(one => one.path === path);
      if (!entry || links > 8) return;
      const begin = beginningOf(zip, entry, entry.isLink ? maxLink : enough);
      if (!begin) return;
      if (!entry.isLink) return {
        mode: entry.mode,
        begin: begin
      };
      const to = begin.toString();
      const next = to.startsWith(code) ? to.slice(code.length) : external_node_path_.posix.join(external_node_path_.posix.dirname(path), to);
      return programAt(next, entries, zip, links + 1);
    }
    function readFolder(path, folder) {
      const files = [];
      const mended = [];
      let size = 0;
      for (const entry of (0, external_node_fs_.readdirSync)(folder, {
        recursive: true,
        withFileTypes: true
      })) {
        if (entry.isDirectory()) continue;
        const place = (0, external_node_path_.join)(entry.parentPath, entry.name);
        const name = (0, external_node_path_.relative)(folder, place).replaceAll(external_node_path_.sep, "/");
        if (entry.isSymbolicLink()) {
          files.push({
            path: name,
            bytes: Buffer.from(linkAt(path, name, place)),
            kind: "link"
          });
          continue;
        }
        refuseSpecial(path, name, entry);
        const {mode: mode, size: length} = (0, external_node_fs_.statSync)(place);
        size += length;
        refuseLarge(path, size, files.length + 1);
        const bytes = readPart(path, place);
        const isMarked = process.platform === "win32" || (mode & 73) !== 0;
        const isProgram = isMarked || isProgramBy(name, bytes);
        if (isProgram && !isMarked) mended.push(name);
        files.push({
          path: name,
          bytes: bytes,
          kind: isProgram ? "program" : "file"
        });
      }
      if (files.length === 0) throw new errors.lZ(`Package ${(0, quote.h)(path)} is a folder without files.`);
      return {
        files: files,
        mended: mended.sort()
      };
    }
    function linkAt(path, name, place) {
      const to = (0, external_node_fs_.readlinkSync)(place).replaceAll(external_node_path_.sep, "/");
      if (leadsWithin(name, to)) return to;
      throw new errors.lZ(`Package ${(0, quote.h)(path)} contains the symbolic link ${(0, 
      quote.h)(name)}, which points outside it, to ${(0, quote.h)(to)}. ` + 'Use the file itself or a relative link; "cp -RL" copies the targets of links.');
    }
    function refuseSpecial(path, name, entry) {
      if (entry.isFile()) return;
      throw new errors.lZ(`Package ${(0, quote.h)(path)} contains ${(0, quote.h)(name)}, which is not a regular file. Remove it.`);
    }
    function isProgramBy(name, bytes) {
      if (name === "bootstrap") return true;
      const begin = bytes.toString("latin1", 0, 4);
      return begin.startsWith("#!") || begin === "ELF" && !/\.(so(\.[\d.]+)?|node|o)$/.test(name);
    }
    async function codeOf(source, workspace) {
      if (source.kind === "image") {
        const {uri: uri, digest: digest} = source;
        return {
          says: uri,
          packageType: "Image",
          imageDigest: digest,
          source: () => ({
            ImageUri: uri
          })
        };
      }
      if (source.kind === "s3") {
        const {bucket: bucket, key: key, version: version} = source;
        return {
          says: `s3://${bucket}/${key}`,
          packageType: "Zip",
          source: () => ({
            S3Bucket: bucket,
            S3Key: key,
            ...version && {
              S3ObjectVersion: version
            }
          })
        };
      }
      const {path: path} = source;
      const {bytes: bytes, mended: mended} = await zipAt(path, placeOf(path, workspace));
      refuseUnsendable(path, bytes.length);
      return {
        says: `${path} (${say(bytes.length)})`,
        packageType: "Zip",
        sha256: (0, external_node_crypto_.createHash)("sha256").update(bytes).digest("base64"),
        contents: contentsOf(path, bytes),
        mended: mended,
        source: () => ({
          ZipFile: bytes.toString("base64")
        })
      };
    }
    async function zipAt(path, place) {
      const found = (0, external_node_fs_.statSync)(place);
      if (found.isDirectory()) {
        const {files: files, mended: mended} = readFolder(path, place);
        return {
          bytes: await zip(files),
          mended: mended
        };
      }
      refuseUnsendable(path, found.size);
      return {
        bytes: readPart(path, place),
        mended: []
      };
    }
    function placeOf(path, workspace) {
      const place = (0, external_node_path_.resolve)(workspace, path);
      const real = realPath(place, path);
      const way = (0, external_node_path_.relative)(workspace, place);
      const isBeneath = !(0, external_node_path_.isAbsolute)(way) && way.split(external_node_path_.sep)[0] !== "..";
      const isMeant = isBeneath ? real === (0, external_node_path_.join)((0, external_node_fs_.realpathSync)(workspace), way) : (0, 
      external_node_path_.isAbsolute)(path);
      if (isMeant) return real;
      throw new errors.lZ(`Package ${(0, quote.h)(path)} resolves to ${(0, quote.h)(real)} through a symbolic link or "..". ` + "Use the path of the file or folder itself, in the workspace or absolute.");
    }
    function realPath(place, path) {
      try {
        return (0, external_node_fs_.realpathSync)(place);
      } catch {
        throw new errors.lZ(`Package ${(0, quote.h)(path)} does not exist (looked for ${(0, 
        quote.h)(place)}). Check that this job builds or downloads it.`);
      }
    }
    var target = __webpack_require__("packages/deployment/src/lambda/target.ts");
    async function createTargets(inputs, runner) {
      refuseContradictions(inputs);
      const {functions: functions, alias: alias, canary: canary = [], architecture: architecture, wait: wait} = inputs;
      const access = await (0, src_access.S)(runner);
      refuseOtherRegions(functions, access.region);
      const api = new lambda_api.M(access);
      const health = healthOf(inputs, limits => new CanaryHealth(access, limits));
      const group = inputs.onFailure === "rollback" ? new DeployGroup : void 0;
      const {commit: commit, runId: runId} = runner.run;
      const codes = codesBySource(runner);
      const warn = line => runner.warning(line);
      return Promise.all(functions.map(async ({function: id, name: name, package: own}) => {
        const code = await codes(packageOf(name, own ?? inputs.package));
        return new target.x(api, {
          function: id,
          name: name,
          alias: alias,
          code: code,
          architecture: architecture,
          canary: canary,
          health: health,
          group: group,
          wait: wait,
          warn: warn,
          commit: commit,
          runId: runId
        });
      }));
    }
    function codesBySource(runner) {
      const known = new Map;
      const make = async source => {
        const code = await codeOf(source, runner.workspace);
        reportMended(code, runner);
        return code;
      };
      return source => {
        const key = JSON.stringify(source);
        const code = known.get(key) ?? make(source);
        known.set(key, code);
        return code;
      };
    }
    function reportMended({says: says, mended: mended = []}, runner) {
      const [first, ...others] = mended;
      if (!first) return;
      const what = mended.includes("bootstrap") ? "bootstrap" : first;
      const more = others.length === 0 ? "is" : `and ${others.length} more programs are`;
      const line = `${says}: ${what} ${more} packed as executable despite a non-executable mode in the folder ` + "(actions/download-artifact does not preserve modes).";
      if (what === "bootstrap") runner.notice(line); else runner.info(line);
    }
    function packageOf(name, source) {
      if (source) return source;
      throw new errors.dz(`Function "${name}" has no package: write "${name}: path" in "functions", or set "package" for all.`);
    }
    function healthOf({canary: canary, alarms: alarms = [], maxErrorRate: maxErrorRate}, make) {
      const isWatched = alarms.length > 0 || maxErrorRate !== void 0;
      return canary && isWatched ? make({
        alarms: alarms,
        errorRate: maxErrorRate
      }) : void 0;
    }
    function refuseContradictions({functions: functions, canary: canary, alarms: alarms, maxErrorRate: maxErrorRate, ...inputs}) {
      const twice = functions.find(({name: name}, index) => functions.findIndex(one => one.name === name) !== index);
      if (twice) throw new errors.dz(`The function ${twice.name} is listed twice; a step deploys each function once.`);
      if (!canary && (alarms || maxErrorRate)) throw new errors.dz('Inputs "alarms" and "max-error-rate" apply to canaries; set "canary" too, such as "10% 5m".');
      if (canary && !inputs.wait) throw new errors.dz('A canary must be followed: remove "canary" or "wait: false".');
      const time = canary?.reduce((total, {ms: ms}) => total + ms, 0) ?? 0;
      if (time >= inputs.timeout) throw new errors.dz('The steps of "canary" take longer than "timeout"; increase it.');
    }
    function refuseOtherRegions(functions, here) {
      const elsewhere = functions.find(({region: region}) => region && region !== here);
      if (elsewhere) throw new errors.dz(`The ARN of function ${elsewhere.name} is in ${elsewhere.region}, but this step uses ` + `${here}; use one step per region.`);
    }
  }
};
