"use strict";
var __webpack_modules__ = {
  "actions/changed-paths/src/comparison.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      L5: () => describeComparison,
      r$: () => describeContained,
      WY: () => readComparison
    });
    var dist = __nccwpck_require__("valibot/dist/index.mjs");
    const end = (0, dist.Ikc)({
      ref: (0, dist.YjP)(),
      sha: (0, dist.YjP)()
    });
    const eventShape = (0, dist.Ikc)({
      pull_request: (0, dist.Ikc)({
        number: (0, dist.aig)(),
        base: end,
        head: end
      })
    });
    function pullRequestOfEvent({event: event}) {
      const parsed = (0, dist.xLC)(eventShape, event);
      return parsed.success ? parsed.output.pull_request : void 0;
    }
    var quote = __nccwpck_require__("packages/kit/src/quote.ts");
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
    const comparison_eventShape = (0, dist.Ikc)({
      before: (0, dist.NpB)((0, dist.lqM)((0, dist.YjP)()), void 0),
      pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
        changed_files: (0, dist.aig)()
      })), void 0),
      merge_group: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
        base_sha: (0, dist.YjP)(),
        head_sha: (0, dist.YjP)()
      })), void 0),
      repository: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
        default_branch: (0, dist.YjP)()
      })), void 0)
    });
    function readComparison(runner, base) {
      const parsed = (0, dist.xLC)(comparison_eventShape, runner.event);
      const event = parsed.success ? parsed.output : void 0;
      const pull = pullRequestOfEvent(runner);
      if (pull) {
        for (const {sha: sha} of [ pull.base, pull.head ]) commit(sha);
        return {
          kind: "pull",
          pull: pull,
          count: event?.pull_request?.changed_files
        };
      }
      if (event?.merge_group) {
        const {base_sha: base_sha, head_sha: head_sha} = event.merge_group;
        return {
          kind: "commits",
          from: commit(base_sha),
          to: commit(head_sha)
        };
      }
      const {ref: ref, sha: sha} = runner.run;
      const to = commit(sha);
      const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
      const before = event?.before ?? "";
      const isBefore = isCommit(before) && /[^0]/.test(before);
      const sinceBefore = {
        kind: "commits",
        from: before,
        to: to
      };
      const chosen = /^0+$/.test(base ?? "") ? void 0 : base;
      const other = chosen ?? (kind === "tags" ? void 0 : event?.repository?.default_branch);
      if (other && isCommit(other)) return {
        kind: "commits",
        from: other,
        to: to
      };
      if (other && other !== name) {
        const isNew = isCommit(before) && !isBefore;
        const why = `${(0, quote.h)(other)} already has this commit`;
        const instead = isBefore ? sinceBefore : {
          kind: "everything",
          to: to,
          why: why
        };
        const contained = chosen || isNew ? void 0 : instead;
        return {
          kind: "branch",
          base: other,
          to: to,
          contained: contained
        };
      }
      if (isBefore) return sinceBefore;
      if (kind === "tags") return {
        kind: "tag",
        to: to
      };
      const why = isCommit(before) ? "the branch is new" : "the event has no earlier state of the branch";
      return {
        kind: "everything",
        to: to,
        why: why
      };
    }
    function describeComparison(comparison) {
      switch (comparison.kind) {
       case "pull":
        return `Changes in pull request #${comparison.pull.number}.`;

       case "commits":
        return `Changes from ${comparison_short(comparison.from)} to ${comparison_short(comparison.to)}.`;

       case "branch":
        return `Changes in ${comparison_short(comparison.to)} that are not in ${(0, quote.h)(comparison.base)}.`;

       case "tag":
        return "Changes since the previous tag; without one, all files count as added.";

       case "everything":
        return `All files count as added: ${comparison.why}.`;
      }
    }
    function describeContained({base: base, to: to, contained: contained}) {
      const instead = contained ? describeComparison(contained) : "So nothing counts as changed.";
      return `${(0, quote.h)(base)} already has ${comparison_short(to)}. ${instead}`;
    }
    function comparison_short(commit) {
      return commit.slice(0, 7);
    }
    function isCommit(text) {
      return /^([\da-f]{40}|[\da-f]{64})$/.test(text);
    }
    function commit(text) {
      if (isCommit(text)) return text;
      throw new errors.lZ(`The event of this run contains ${(0, quote.h)(text)} instead of a commit hash.`);
    }
  }),
  "packages/kit/src/errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      cc: () => CancelledError,
      dz: () => InputError,
      gJ: () => errorMessage,
      lZ: () => ActionError
    });
    class ActionError extends Error {
      name="ActionError";
    }
    class InputError extends ActionError {
      name="InputError";
    }
    class CancelledError extends ActionError {
      name="CancelledError";
      constructor(message = "The job was cancelled.") {
        super(message);
      }
    }
    function errorMessage(thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
  }),
  "packages/kit/src/file.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      i4: () => readBeginning,
      jH: () => readInputFile
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
    var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("packages/kit/src/machine-errors.ts");
    var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/quote.ts");
    class FileError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ {
      name="FileError";
      get isMissing() {
        return this.message === missing;
      }
    }
    const missing = "does not exist";
    function readInputFile(input, path, workspace, most = defaultMaxBytes) {
      try {
        return readFile((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path), most);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        const hint = error.isMissing ? " Does actions/checkout run before this step?" : "";
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__.dz(`Input "${input}" names the file ${(0, 
        _quote_js__WEBPACK_IMPORTED_MODULE_3__.h)(path)}, which ${error.message}.${hint}`);
      }
    }
    const defaultMaxBytes = 1024 * 1024;
    function readFile(path, most) {
      const bytes = readBeginning(path, most + 1);
      if (bytes.length > most) throw new FileError(`is larger than ${formatSize(most)}`);
      return bytes;
    }
    function readBeginning(path, most) {
      const descriptor = openFile(path);
      try {
        const pieces = [];
        for (let left = most; left > 0; ) {
          const piece = Buffer.allocUnsafe(Math.min(left, pieceSize));
          const length = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, piece);
          if (length === 0) break;
          pieces.push(piece.subarray(0, length));
          left -= length;
        }
        return Buffer.concat(pieces);
      } catch (error) {
        throw new FileError(`cannot be read (${(0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__.CA)(error)})`);
      } finally {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
      }
    }
    const pieceSize = 64 * 1024;
    function openFile(path) {
      return open(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
    }
    function open(path, flags) {
      let descriptor;
      try {
        descriptor = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
      } catch (error) {
        throw new FileError(fileErrorReason(error));
      }
      const stats = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
      if (stats.isFile()) return descriptor;
      (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
      throw new FileError(`is ${fileKind(stats)}, not a file`);
    }
    const reasons = new Map([ [ "ENOENT", missing ], [ "ENOTDIR", missing ], [ "EISDIR", "is a folder, not a file" ], [ "ENXIO", "is a pipe, a socket or a device, not a file" ], [ "ENODEV", "is a device, not a file" ] ]);
    function fileErrorReason(error) {
      const code = (0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_4__.CA)(error);
      return reasons.get(code) ?? `cannot be opened (${code})`;
    }
    function fileKind(stats) {
      if (stats.isDirectory()) return "a folder";
      if (stats.isFIFO()) return "a named pipe";
      return stats.isSocket() ? "a socket" : "a device";
    }
    function formatSize(bytes) {
      return `${bytes / 1024 ** 2} MiB`;
    }
  }),
  "packages/kit/src/json.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Ff: () => isNestedDeeper,
      JG: () => maxNesting,
      qF: () => parseJson
    });
    const maxNesting = 500;
    function parseJson(text) {
      try {
        const value = JSON.parse(text);
        return isNestedDeeper(value) ? void 0 : value;
      } catch {
        return;
      }
    }
    function isNestedDeeper(value, max = maxNesting) {
      if (typeof value !== "object" || value === null) return false;
      return max === 0 || Object.values(value).some(inner => isNestedDeeper(inner, max - 1));
    }
  }),
  "packages/kit/src/machine-errors.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      CA: () => errorCode,
      sr: () => isMachineError,
      tS: () => describeMachineError
    });
    var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("packages/kit/src/errors.ts");
    const space = "Free disk space on the runner before this step.";
    const right = "Give the user of the runner, or of the job container, write access there.";
    const files = "Raise the runner's limit of open files (ulimit -n).";
    const adviceByCode = new Map([ [ "ENOSPC", space ], [ "EDQUOT", space ], [ "EROFS", right ], [ "EACCES", right ], [ "EPERM", right ], [ "EIO", "Check the runner's disk." ], [ "ENOMEM", "Give the runner more memory." ], [ "EMFILE", files ], [ "ENFILE", files ] ]);
    function isMachineError(error) {
      return adviceByCode.has(errorCode(error));
    }
    function describeMachineError(what, error) {
      const advice = adviceByCode.get(errorCode(error));
      return `${what} (${(0, _errors_js__WEBPACK_IMPORTED_MODULE_0__.gJ)(error)}).${advice ? ` ${advice}` : ""}`;
    }
    function errorCode(error) {
      return typeof error === "object" && error && "code" in error ? String(error.code) : "";
    }
  }),
  "packages/kit/src/quote.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => excerpt,
      h: () => quote
    });
    function quote(text, max = 80) {
      return `"${excerpt(text, max)}"`;
    }
    function excerpt(text, max = 200) {
      const whole = text.trimStart();
      const beginning = whole.slice(0, max * 2 + blanks);
      const line = beginning.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
      const points = Array.from(line.slice(0, max * 2 + 2));
      const isCut = points.length > max || beginning.length < whole.trimEnd().length;
      return isCut ? `${points.slice(0, max - 1).join("")}…` : points.join("");
    }
    const blanks = 4096;
  }),
  "packages/wait/src/deadline.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      M: () => TimeoutError
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
    const systemClock = {
      now: () => Number(process.hrtime.bigint()) / 1e6,
      date: () => new Date,
      random: () => Math.random(),
      sleep(ms, signal) {
        return new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
          };
          const timer = setTimeout(() => {
            signal.removeEventListener("abort", stop);
            resolve();
          }, ms);
          signal.addEventListener("abort", stop, {
            once: true
          });
        });
      },
      after(ms, call) {
        setTimeout(call, ms).unref();
      }
    };
    var duration = __nccwpck_require__("packages/wait/src/duration.ts");
    class TimeoutError extends errors.lZ {
      name="TimeoutError";
    }
    class Deadline {
      clock;
      signal;
      #ends;
      #given;
      constructor(ms, cancelled, clock = systemClock, given = ms) {
        const timeOver = new AbortController;
        this.clock = clock;
        this.#ends = clock.now() + ms;
        this.#given = given;
        clock.after(ms, () => {
          timeOver.abort(new TimeoutError(`The time limit given, ${(0, duration.a)(given)}, was reached.`));
        });
        this.signal = AbortSignal.any([ cancelled, timeOver.signal ]);
      }
      get remaining() {
        return Math.max(0, this.#ends - this.clock.now());
      }
      capped(ms) {
        const shorter = new Deadline(ms, this.signal, this.clock);
        shorter.#ends = Math.min(shorter.#ends, this.#ends);
        return shorter;
      }
      extendedBy(ms) {
        const late = new AbortController;
        const end = () => {
          this.clock.after(ms, () => late.abort(this.signal.reason));
        };
        if (this.signal.aborted) end(); else this.signal.addEventListener("abort", end, {
          once: true
        });
        return new Deadline(this.remaining + ms, late.signal, this.clock, this.#given);
      }
      grace(ms) {
        return new Deadline(ms, (new AbortController).signal, this.clock);
      }
      sleep(ms) {
        return this.clock.sleep(ms, this.signal);
      }
    }
  }),
  "packages/wait/src/duration.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      a: () => formatDuration
    });
    function formatDuration(ms) {
      if (ms < 1e4) return `${Math.round(ms / 100) / 10} s`;
      const seconds = Math.round(ms / 1e3);
      if (seconds < 60) return `${seconds} s`;
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return join(minutes, "min", seconds % 60, "s");
      return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
    }
    function join(large, unit, small, subunit) {
      return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${subunit}`;
    }
  }),
  assert: module => {
    module.exports = process.getBuiltinModule("assert");
  },
  buffer: module => {
    module.exports = process.getBuiltinModule("buffer");
  },
  events: module => {
    module.exports = process.getBuiltinModule("events");
  },
  fs: module => {
    module.exports = process.getBuiltinModule("fs");
  },
  http: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("http")[key],
      has: (_, key) => key in process.getBuiltinModule("http"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("http")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("http") ? {
        value: process.getBuiltinModule("http")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  https: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("https")[key],
      has: (_, key) => key in process.getBuiltinModule("https"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("https")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("https") ? {
        value: process.getBuiltinModule("https")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  net: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("net")[key],
      has: (_, key) => key in process.getBuiltinModule("net"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("net")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("net") ? {
        value: process.getBuiltinModule("net")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  "node:fs": (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  "node:path": (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  "node:url": (module => {
    module.exports = process.getBuiltinModule("node:url");
  }),
  "node:util": (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  os: module => {
    module.exports = process.getBuiltinModule("os");
  },
  process: module => {
    module.exports = process.getBuiltinModule("process");
  },
  tls: module => {
    module.exports = new Proxy({}, {
      get: (_, key) => process.getBuiltinModule("tls")[key],
      has: (_, key) => key in process.getBuiltinModule("tls"),
      ownKeys: () => Reflect.ownKeys(process.getBuiltinModule("tls")),
      getOwnPropertyDescriptor: (_, key) => key in process.getBuiltinModule("tls") ? {
        value: process.getBuiltinModule("tls")[key],
        enumerable: true,
        configurable: true
      } : void 0
    });
  },
  util: module => {
    module.exports = process.getBuiltinModule("util");
  },
  "valibot/dist/index.mjs": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BuJ: () => getDotPath,
      FsL: () => pipe,
      Ikc: () => object,
      L5J: () => unknown,
      NpB: () => fallback,
      YOg: () => array,
      YjP: () => string,
      aig: () => number,
      cl6: () => nullish,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      xLC: () => safeParse,
      yhX: () => isoTimestamp
    });
    let store$4;
    const DEFAULT_CONFIG = {
      lang: void 0,
      message: void 0,
      abortEarly: void 0,
      abortPipeEarly: void 0
    };
    function getGlobalConfig(config$1) {
      if (!config$1 && !store$4) return DEFAULT_CONFIG;
      return {
        lang: config$1?.lang ?? store$4?.lang,
        message: config$1?.message,
        abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
        abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
      };
    }
    let store$3;
    function getGlobalMessage(lang) {
      return store$3?.get(lang);
    }
    let store$2;
    function getSchemaMessage(lang) {
      return store$2?.get(lang);
    }
    let store$1;
    function getSpecificMessage(reference, lang) {
      return store$1?.get(reference)?.get(lang);
    }
    function _stringify(input) {
      const type = typeof input;
      if (type === "string") return `"${input}"`;
      if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
      if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
      return type;
    }
    function _addIssue(context, label, dataset, config$1, other) {
      const input = other && "input" in other ? other.input : dataset.value;
      const expected = other?.expected ?? context.expects ?? null;
      const received = other?.received ?? _stringify(input);
      const issue = {
        kind: context.kind,
        type: context.type,
        input: input,
        expected: expected,
        received: received,
        message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
        requirement: context.requirement,
        path: other?.path,
        issues: other?.issues,
        lang: config$1.lang,
        abortEarly: config$1.abortEarly,
        abortPipeEarly: config$1.abortPipeEarly
      };
      const isSchema = context.kind === "schema";
      const message$1 = other?.message ?? context.message ?? getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? getSchemaMessage(issue.lang) : null) ?? config$1.message ?? getGlobalMessage(issue.lang);
      if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
      if (isSchema) dataset.typed = false;
      if (dataset.issues) dataset.issues.push(issue); else dataset.issues = [ issue ];
    }
    function _standardSchema(schema) {
      schema["~standard"] = {
        version: 1,
        vendor: "valibot",
        validate: value$1 => schema["~run"]({
          value: value$1
        }, getGlobalConfig())
      };
      return schema;
    }
    function getDotPath(issue) {
      if (issue.path) {
        let key = "";
        for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`; else key += item.key; else return null;
        return key;
      }
      return null;
    }
    Error;
    const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
    function isoTimestamp(message$1) {
      return {
        kind: "validation",
        type: "iso_timestamp",
        reference: isoTimestamp,
        async: false,
        expects: null,
        requirement: ISO_TIMESTAMP_REGEX,
        message: message$1,
        "~run"(dataset, config$1) {
          if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
          return dataset;
        }
      };
    }
    const ABORT_EARLY_CONFIG = {
      abortEarly: true
    };
    function getFallback(schema, dataset, config$1) {
      return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
    }
    function fallback(schema, fallback$1) {
      return _standardSchema({
        ...schema,
        fallback: fallback$1,
        "~run"(dataset, config$1) {
          const outputDataset = schema["~run"](dataset, config$1);
          return outputDataset.issues ? {
            typed: true,
            value: getFallback(this, outputDataset, config$1)
          } : outputDataset;
        }
      });
    }
    function getDefault(schema, dataset, config$1) {
      return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
    }
    function is(schema, input) {
      return !schema["~run"]({
        value: input
      }, ABORT_EARLY_CONFIG).issues;
    }
    function array(item, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "array",
        reference: array,
        expects: "Array",
        async: false,
        item: item,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (Array.isArray(input)) {
            dataset.typed = true;
            dataset.value = [];
            for (let key = 0; key < input.length; key++) {
              const value$1 = input[key];
              const itemDataset = this.item["~run"]({
                value: value$1
              }, config$1);
              if (itemDataset.issues) {
                const pathItem = {
                  type: "array",
                  origin: "value",
                  input: input,
                  key: key,
                  value: value$1
                };
                for (const issue of itemDataset.issues) {
                  if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                  dataset.issues?.push(issue);
                }
                if (!dataset.issues) dataset.issues = itemDataset.issues;
                if (config$1.abortEarly) {
                  dataset.typed = false;
                  break;
                }
              }
              if (!itemDataset.typed) dataset.typed = false;
              dataset.value.push(itemDataset.value);
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function nullable(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullable",
        reference: nullable,
        expects: `(${wrapped.expects} | null)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function nullish(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "nullish",
        reference: nullish,
        expects: `(${wrapped.expects} | null | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === null || dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === null || dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function number(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "number",
        reference: number,
        expects: "number",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function object(entries$1, message$1) {
      return _standardSchema({
        kind: "schema",
        type: "object",
        reference: object,
        expects: "Object",
        async: false,
        entries: entries$1,
        message: message$1,
        "~run"(dataset, config$1) {
          const input = dataset.value;
          if (input && typeof input === "object") {
            dataset.typed = true;
            dataset.value = {};
            for (const key in this.entries) {
              const valueSchema = this.entries[key];
              if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
                const value$1 = key in input ? input[key] : getDefault(valueSchema);
                const valueDataset = valueSchema["~run"]({
                  value: value$1
                }, config$1);
                if (valueDataset.issues) {
                  const pathItem = {
                    type: "object",
                    origin: "value",
                    input: input,
                    key: key,
                    value: value$1
                  };
                  for (const issue of valueDataset.issues) {
                    if (issue.path) issue.path.unshift(pathItem); else issue.path = [ pathItem ];
                    dataset.issues?.push(issue);
                  }
                  if (!dataset.issues) dataset.issues = valueDataset.issues;
                  if (config$1.abortEarly) {
                    dataset.typed = false;
                    break;
                  }
                }
                if (!valueDataset.typed) dataset.typed = false;
                dataset.value[key] = valueDataset.value;
              } else if (valueSchema.fallback !== void 0) dataset.value[key] = getFallback(valueSchema); else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
                _addIssue(this, "key", dataset, config$1, {
                  input: void 0,
                  expected: `"${key}"`,
                  path: [ {
                    type: "object",
                    origin: "key",
                    input: input,
                    key: key,
                    value: input[key]
                  } ]
                });
                if (config$1.abortEarly) break;
              }
            }
          } else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function optional(wrapped, default_) {
      return _standardSchema({
        kind: "schema",
        type: "optional",
        reference: optional,
        expects: `(${wrapped.expects} | undefined)`,
        async: false,
        wrapped: wrapped,
        default: default_,
        "~run"(dataset, config$1) {
          if (dataset.value === void 0) {
            if (this.default !== void 0) dataset.value = getDefault(this, dataset, config$1);
            if (dataset.value === void 0) {
              dataset.typed = true;
              return dataset;
            }
          }
          return this.wrapped["~run"](dataset, config$1);
        }
      });
    }
    function string(message$1) {
      return _standardSchema({
        kind: "schema",
        type: "string",
        reference: string,
        expects: "string",
        async: false,
        message: message$1,
        "~run"(dataset, config$1) {
          if (typeof dataset.value === "string") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
          return dataset;
        }
      });
    }
    function unknown() {
      return _standardSchema({
        kind: "schema",
        type: "unknown",
        reference: unknown,
        expects: "unknown",
        async: false,
        "~run"(dataset) {
          dataset.typed = true;
          return dataset;
        }
      });
    }
    function pipe(...pipe$1) {
      return _standardSchema({
        ...pipe$1[0],
        pipe: pipe$1,
        "~run"(dataset, config$1) {
          for (const item of pipe$1) if (item.kind !== "metadata") {
            if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
              dataset.typed = false;
              break;
            }
            if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
          }
          return dataset;
        }
      });
    }
    function safeParse(schema, input, config$1) {
      const dataset = schema["~run"]({
        value: input
      }, getGlobalConfig(config$1));
      return {
        typed: dataset.typed,
        success: !dataset.issues,
        output: dataset.value,
        issues: dataset.issues
      };
    }
  })
};

var __webpack_module_cache__ = {};

function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
    exports: {}
  };
  var threw = true;
  try {
    __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
    threw = false;
  } finally {
    if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
}

__nccwpck_require__.m = __webpack_modules__;

(() => {
  __nccwpck_require__.n = module => {
    var getter = module && module.__esModule ? () => module["default"] : () => module;
    __nccwpck_require__.d(getter, {
      a: getter
    });
    return getter;
  };
})();

(() => {
  var getProto = Object.getPrototypeOf ? obj => Object.getPrototypeOf(obj) : obj => obj.__proto__;
  var leafPrototypes;
  __nccwpck_require__.t = function(value, mode) {
    if (mode & 1) value = this(value);
    if (mode & 8) return value;
    if (typeof value === "object" && value) {
      if (mode & 4 && value.__esModule) return value;
      if (mode & 16 && typeof value.then === "function") return value;
    }
    var ns = Object.create(null);
    __nccwpck_require__.r(ns);
    var def = {};
    leafPrototypes = leafPrototypes || [ null, getProto({}), getProto([]), getProto(getProto) ];
    for (var current = mode & 2 && value; typeof current == "object" && !~leafPrototypes.indexOf(current); current = getProto(current)) Object.getOwnPropertyNames(current).forEach(key => def[key] = () => value[key]);
    def["default"] = () => value;
    __nccwpck_require__.d(ns, def);
    return ns;
  };
})();

(() => {
  __nccwpck_require__.d = (exports, definition) => {
    for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
      enumerable: true,
      get: definition[key]
    });
  };
})();

(() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
    __nccwpck_require__.f[key](chunkId, promises);
    return promises;
  }, []));
})();

(() => {
  __nccwpck_require__.u = chunkId => chunkId + ".mjs";
})();

(() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
})();

(() => {
  __nccwpck_require__.r = exports => {
    if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
      value: "Module"
    });
    Object.defineProperty(exports, "__esModule", {
      value: true
    });
  };
})();

(() => {
  var installedChunks = {
    792: 0
  };
  var installChunk = data => {
    var {ids: ids, modules: modules, runtime: runtime} = data;
    var moduleId, chunkId, i = 0;
    for (moduleId in modules) if (__nccwpck_require__.o(modules, moduleId)) __nccwpck_require__.m[moduleId] = modules[moduleId];
    if (runtime) runtime(__nccwpck_require__);
    for (;i < ids.length; i++) {
      chunkId = ids[i];
      if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) installedChunks[chunkId][0]();
      installedChunks[ids[i]] = 0;
    }
  };
  __nccwpck_require__.f.j = (chunkId, promises) => {
    var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
    if (installedChunkData !== 0) if (installedChunkData) promises.push(installedChunkData[1]); else if (true) {
      var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, e => {
        if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = void 0;
        throw e;
      });
      promise = Promise.race([ promise, new Promise(resolve => installedChunkData = installedChunks[chunkId] = [ resolve ]) ]);
      promises.push(installedChunkData[1] = promise);
    }
  };
})();

var external_node_fs_ = __nccwpck_require__("node:fs");

function killDescendants() {
  for (const pid of descendants_listDescendants(process.pid)) try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

function descendants_listDescendants(pid) {
  return childrenOf(pid).flatMap(child => [ ...descendants_listDescendants(child), child ]);
}

function childrenOf(pid) {
  try {
    const children = (0, external_node_fs_.readFileSync)(`/proc/${pid}/task/${pid}/children`, "utf8");
    return (children.match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

var errors = __nccwpck_require__("packages/kit/src/errors.ts");

function closestName(word, names) {
  const [best] = names.map(name => ({
    name: name,
    distance: editDistance(word.toLowerCase(), name.toLowerCase())
  })).filter(({name: name, distance: distance}) => distance <= 2 && distance * 2 < name.length).sort((one, other) => one.distance - other.distance);
  return best?.name;
}

function editDistance(one, other) {
  let row = Array.from({
    length: other.length + 1
  }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [ i ];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

var quote = __nccwpck_require__("packages/kit/src/quote.ts");

class input_parsers_ValidationError extends Error {
  name="ValidationError";
  expected;
  part;
  constructor(expected, part) {
    super(isSentence(expected) ? expected : `must be ${expected}`);
    this.expected = expected;
    this.part = part;
  }
  describe(subject, value) {
    const expected = (0, quote.K)(this.expected, 400);
    return isSentence(this.expected) ? `${subject}: ${expected}${value ? ` Got ${value}.` : ""}` : `${subject} must be ${expected}${value ? `, not ${value}` : ""}.`;
  }
}

function isSentence(expected) {
  return expected.endsWith(".");
}

const input_parsers_text = {
  parse: given => given
};

const secret = {
  secret: true,
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given)) throw new input_parsers_ValidationError("a single line of ASCII characters");
    return given;
  }
};

const milliseconds = {
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};

const longestDuration = 2 ** 31 - 1;

const duration = {
  parse(given) {
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new input_parsers_ValidationError("a duration such as 500ms, 30s, 5m or 1h");
    const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
    const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
    if (total > longestDuration) throw new input_parsers_ValidationError("a duration of at most 24 days");
    return Math.round(total);
  }
};

const positiveDuration = {
  async parse(given) {
    const ms = await duration.parse(given);
    if (ms === 0) throw new input_parsers_ValidationError("a duration longer than 0");
    return ms;
  }
};

function oneOf(...words) {
  return {
    parse(given) {
      const word = words.find(one => one === given);
      if (word === void 0) throw new input_parsers_ValidationError(`one of ${words.join(", ")}`);
      return word;
    }
  };
}

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const items = splitItems(given);
      if (items.length === 0) throw new input_parsers_ValidationError("at least one line that is not a comment");
      return Promise.all(items.map(one => parseItem(item, one)));
    }
  };
}

function splitItems(given) {
  return bracketed(given) ?? linesOf(given).map(withoutDash);
}

function linesOf(given) {
  return given.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
}

function bracketed(given) {
  const [, inner] = /^\[(.*)\]$/s.exec(given) ?? [];
  if (inner === void 0 || !/^\s*$|,|^\s*(["']).*\1\s*$/s.test(inner)) return;
  const items = inner.match(/"(?:\\.|[^"\\])*"|'[^']*'|[^\s,][^,]*/gs) ?? [];
  return items.map(one => unquoted(one.trim()));
}

function withoutDash(line) {
  return unquoted(line.replace(/^-\s+/, ""));
}

function unquoted(text) {
  const [, double, single] = /^(?:"((?:\\.|[^"\\])*)"|'([^']*)')$/s.exec(text) ?? [];
  return double?.replace(/\\(["\\/])/g, "$1") ?? single ?? text;
}

async function parseItem(item, text) {
  try {
    return await item.parse(text);
  } catch (error) {
    if (!(error instanceof input_parsers_ValidationError)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new input_parsers_ValidationError(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => (0, quote.h)(one)).join(", then ")})` : "";
    throw new input_parsers_ValidationError(inSeparateLines(error.expected, written), part);
  }
}

function inSeparateLines(expected, items) {
  return isSentence(expected) ? `${expected} Put each item on its own line${items}.` : `${expected}; put each on its own line${items}`;
}

async function severalIn(text, item) {
  const words = text.split(/\s+/);
  const isOfWords = words.every(word => /^[\w./@-]+$/.test(word));
  const parts = text.match(/(?:\{[^{}]*\}|\([^()]*\)|\[[^\]]*\]|[^,;])+/g) ?? [];
  const pieces = isOfWords ? words : parts.map(part => part.trim()).filter(part => part !== "");
  if (pieces.length < 2) return;
  const read = await Promise.allSettled(pieces.map(async piece => item.parse(piece)));
  return read.every(({status: status}) => status === "fulfilled") ? pieces : void 0;
}

function maskSecret(given, runner) {
  runner.setSecret(given);
  for (const line of [ ...given.split(/[\r\n]+/), ...splitItems(given) ]) {
    runner.setSecret(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address ]) runner.setSecret(part);
    for (const part of loginCredentials(username, password)) runner.setSecret(part);
    if (pathname.length >= 20) runner.setSecret(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.setSecret(segment);
    const values = [ ...searchParams ].flatMap(([name, value]) => value.length >= 8 && isOpaque(value) ? [ value ] : credentialsIn(name, value));
    for (const part of values.length > 0 ? [ search, ...values ] : []) runner.setSecret(part);
  }
}

function credentialsIn(name, value) {
  if (/^(proxy-)?authorization$/i.test(name)) return [ value, value.replace(/^\S+\s+/, "") ];
  if (notSecret.test(name) || !(secretNames.test(name) || ambiguousNames.test(name) && isOpaque(value))) return [];
  const parts = value.split(/[\s;,]+/).map(part => part.replace(/^[\w.-]+=(?=.)/, ""));
  return [ value, ...parts.filter(part => part.length >= 8) ];
}

function loginCredentials(user, password) {
  if (password !== "") return user === "" ? [ password ] : [ password, `${user}:${password}` ];
  return /^[a-z]{0,14}$/i.test(user) ? [] : [ user ];
}

const secretNames = /token|secret|passw|cookie|credential|jwt|(api|access|private|subscription)[-_]?key/i;

const ambiguousNames = /auth|key|session|signature|^sig$/i;

const notSecret = /idempotency|affinity|author(?!iz)|(cache|surrogate|partition|websocket)[-_]?key/i;

function isOpaque(value) {
  const parts = value.split(/[\s._/:-]/);
  return !parts.every(part => /^(v?\d{0,15}|[A-Z]?[a-z]{1,14}|[A-Z]{1,14})$/.test(part));
}

async function parseDefaults(contract) {
  const {readDocument: readDocument} = await Promise.all([ __nccwpck_require__.e("../lib/yaml"), __nccwpck_require__.e("kit-yaml-document") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/kit/src/yaml-document.ts"));
  const document = readDocument(contract, "typed");
  return input => {
    const value = document.getIn([ "inputs", input, "default" ]);
    return typeof value === "string" && !value.includes("${{") ? value.trim() : "";
  };
}

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isRegexLiteral(given) {
  return slashed.test(given);
}

new WeakMap;

function required(name, parser, options = {}) {
  return {
    name: name,
    parser: parser,
    required: true,
    ...options
  };
}

function optional(name, parser, options = {}) {
  return {
    name: name,
    parser: parser,
    required: false,
    ...options
  };
}

function allInputs(inputs) {
  return Object.values(inputs).flatMap(one => isUnion(one) ? [ selector(one), ...allGrouped(one) ] : [ one ]);
}

async function readInputs(inputs, runner) {
  for (const input of allInputs(inputs)) {
    const given = input.parser.secret && readText(input, runner);
    if (given) maskSecret(given, runner);
  }
  const misspelt = findMisspelt(allInputs(inputs), runner);
  for (const [name, given] of misspelt) {
    if (runner.input(name) === "" && isRequired(name, inputs)) continue;
    runner.warning(`Unknown input "${given}" is ignored. Did you mean "${name}"?`);
  }
  await rejectConflicts(allInputs(inputs), runner);
  return readAll(inputs, {
    runner: runner,
    misspelt: misspelt
  });
}

function isRequired(name, inputs) {
  return allInputs(inputs).some(input => input.name === name && input.required);
}

function findMisspelt(inputs, {givenInputs: givenInputs}) {
  const names = inputs.map(({name: name}) => name);
  const known = new Set([ ...names, ...inputs.map(({deprecatedName: deprecatedName}) => deprecatedName) ]);
  const strange = givenInputs.filter(given => !known.has(given));
  return new Map(strange.flatMap(given => {
    const name = closestName(given, names);
    return name === void 0 ? [] : [ [ name, given ] ];
  }));
}

async function rejectConflicts(inputs, runner) {
  const conflicts = inputs.filter(input => isConflicting(input, runner));
  if (conflicts.length === 0 || runner.contract === void 0) return;
  const defaultOf = await loadDefaults(runner);
  const conflict = conflicts.find(({name: name}) => runner.input(name) !== defaultOf(name));
  if (!conflict) return;
  const {name: name, deprecatedName: deprecatedName} = conflict;
  throw new errors.dz(`Inputs "${name}" and "${deprecatedName}" are two names of one input, but their values differ. ` + `Keep "${name}" and remove "${deprecatedName}".`);
}

function isConflicting({name: name, deprecatedName: deprecatedName}, runner) {
  const values = [ name, deprecatedName ].map(one => one ? runner.input(one) : "");
  return !values.includes("") && values[0] !== values[1];
}

async function readAll(inputs, source) {
  const alone = Object.values(inputs).filter(one => !isUnion(one));
  const texts = await readTexts(alone, source);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isUnion(one) ? await readUnion(one, source) : await parseInput(one, texts.get(one));
  return read;
}

async function readTexts(inputs, {runner: runner, misspelt: misspelt}) {
  const texts = new Map(inputs.map(input => [ input, readText(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await loadDefaults(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new errors.dz(missingMessage(missing, misspelt));
  return texts;
}

async function loadDefaults({contract: contract}) {
  return contract ? parseDefaults(contract) : () => "";
}

function missingMessage(missing, misspelt) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required but were not given.` : `Input ${names} is required but was not given${env ? `, and neither was the environment variable ${env}` : ""}.`;
  const meant = missing.flatMap(({name: name}) => {
    const given = misspelt.get(name);
    return given === void 0 ? [] : [ `"${given}" was given: did you mean "${name}"?` ];
  });
  const empty = "A secret or variable is empty if it does not exist or is not available to this run.";
  return [ said, ...meant.length > 0 ? meant : [ empty ] ].join(" ");
}

function isUnion(one) {
  return "groups" in one;
}

function selector({by: by, groups: groups}) {
  return required(by, oneOf(...Object.keys(groups)));
}

function allGrouped({groups: groups}) {
  return Object.values(groups).flatMap(({inputs: inputs}) => Object.values(inputs));
}

async function readUnion(choice, source) {
  const by = selector(choice);
  const name = String(await parseInput(by, (await readTexts([ by ], source)).get(by)));
  const group = choice.groups[name]?.inputs ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, source.runner));
  if (stray) throw new errors.dz(`Input "${stray.name}" does not apply to "${choice.by}: ${name}". Remove it, or change "${choice.by}".`);
  return {
    name: name,
    values: await readAll(group, source)
  };
}

function isGiven({name: name, deprecatedName: deprecatedName}, runner) {
  return [ name, deprecatedName ].some(one => one && runner.input(one) !== "");
}

function readText(input, runner) {
  const old = input.deprecatedName && runner.input(input.deprecatedName);
  if (old) {
    const used = isConflicting(input, runner) ? ` The value of "${input.deprecatedName}" is used.` : "";
    runner.notice(`Input "${input.deprecatedName}" has been renamed to "${input.name}"; both names work.${used}`);
    return old;
  }
  return runner.input(input.name) || input.env && runner.env(input.env)?.trim() || "";
}

async function parseInput(input, given = "") {
  if (given === "") return;
  try {
    return await input.parser.parse(given);
  } catch (error) {
    if (!(error instanceof input_parsers_ValidationError)) throw error;
    const value = input.parser.secret ? "the given value (hidden)" : (0, quote.h)(error.part ?? given);
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : "";
    throw new errors.dz(`${error.describe(`Input "${input.name}"`, value)}${hint}`);
  }
}

function lacksVariable(value) {
  return !isRegexLiteral(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value);
}

const emptyHint = " A variable that does not exist is empty: does this value contain one?";

var machine_errors = __nccwpck_require__("packages/kit/src/machine-errors.ts");

var external_node_path_ = __nccwpck_require__("node:path");

var external_os_ = __nccwpck_require__("os");

function utils_toCommandValue(input) {
  if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
  return JSON.stringify(input);
}

function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) return {};
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

function command_issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + external_os_.EOL);
}

const CMD_STRING = "::";

class Command {
  constructor(command, properties, message) {
    if (!command) command = "missing.command";
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
        const val = this.properties[key];
        if (val) {
          if (first) first = false; else cmdStr += ",";
          cmdStr += `${key}=${escapeProperty(val)}`;
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
}

function escapeData(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function escapeProperty(s) {
  return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

process.getBuiltinModule("path");

void 0 && (void 0).__awaiter;

var ExitCode;

(function(ExitCode) {
  ExitCode[ExitCode["Success"] = 0] = "Success";
  ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));

function setSecret(secret) {
  command_issueCommand("add-mask", {}, secret);
}

function debug(message) {
  command_issueCommand("debug", {}, message);
}

function error(message, properties = {}) {
  command_issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function warning(message, properties = {}) {
  command_issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function notice(message, properties = {}) {
  command_issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}

function info(message) {
  process.stdout.write(message + external_os_.EOL);
}

function escapeCommands(text) {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

var json = __nccwpck_require__("packages/kit/src/json.ts");

function formatOutput(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function appendOutputs(file, outputs) {
  const before = fileSize(file);
  try {
    (0, external_node_fs_.appendFileSync)(file, Array.from(outputs, ([name, text]) => heredoc(name, text)).join(""));
  } catch (error) {
    if (fileSize(file) > before) (0, external_node_fs_.truncateSync)(file, before);
    throw error;
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((max, end) => Math.max(max, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function fileSize(file) {
  return (0, external_node_fs_.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

const escapes = /%(?:[0-7][\da-fA-F]|[c-fC-F][\da-fA-F](?:%[89abAB][\da-fA-F]){1,3})|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bfnrt]|[^\da-zA-Z])|&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|amp|lt|gt|quot|apos);|[+\u200B]/g;

const cutEscape = /(?:%[\da-f]?|\\(?:u[\da-f]{0,3}|x[\da-f]?)?|&(?:#x?[\da-f]*|[a-z]+)?)$/i;

function unescaped(text) {
  return /[%\\&+\u200B]/.test(text) ? text.replace(escapes, unescapeOne) : text;
}

function spansInEscaped(text, spans) {
  const edges = spans.flatMap(({start: start, end: end}) => [ start, end ]);
  let next = 0;
  let shift = 0;
  const moved = [];
  const moveUpTo = max => {
    for (let edge = edges[next]; edge !== void 0 && edge <= max; edge = edges[++next]) moved.push(edge + shift);
  };
  for (const {0: escaped, index: index} of text.matchAll(escapes)) {
    if (next === edges.length) break;
    moveUpTo(index - shift);
    shift += escaped.length - unescapeOne(escaped).length;
  }
  moveUpTo(text.length);
  return spans.map((_, i) => ({
    start: moved[2 * i] ?? 0,
    end: moved[2 * i + 1] ?? 0
  }));
}

const meanings = new Map(Object.entries({
  "\\b": "\b",
  "\\f": "\f",
  "\\n": "\n",
  "\\r": "\r",
  "\\t": "\t",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "+": " ",
  "​": ""
}));

function unescapeOne(escaped) {
  if (escaped.startsWith("%")) return Buffer.from(escaped.replaceAll("%", ""), "hex").toString();
  const [, code, hex] = /^(?:&#(\d+)|(?:&#|\\)[ux]([\da-f]+));?$/i.exec(escaped) ?? [];
  if (code ?? hex) return String.fromCodePoint(code ? Number(code) : Number(`0x${hex}`));
  return meanings.get(escaped) ?? escaped.slice(1);
}

const minBeginning = 8;

const minLength = 4;

const minAnywhere = 8;

const maxLayers = 3;

class Secrets {
  #added=new Set;
  #forms=new Map;
  add(secret) {
    if (this.#added.has(secret) || isCommon(secret)) return false;
    this.#added.add(secret);
    for (const form of encodedForms(secret)) this.#forms.set(form.text, form);
    return true;
  }
  redact(text) {
    return this.#forms.size === 0 ? text : blankOut(text, this.#spansIn(text, maxLayers));
  }
  #spansIn(text, layers) {
    let found = [];
    for (const form of this.#forms.values()) if (text.includes(form.text)) found = found.concat(findSpans(form, text));
    if (text.includes("…")) found = found.concat(beginningsIn(text, [ ...this.#forms.values() ]));
    const inner = layers === 0 ? text : unescaped(text);
    if (inner === text) return mergeSpans(found);
    return mergeSpans([ ...found, ...spansInEscaped(text, this.#spansIn(inner, layers - 1)) ]);
  }
}

function isCommon(value) {
  return value.length < minLength || /^\d{1,7}$/.test(value) || commonWords.has(value.toLowerCase());
}

const commonWords = new Set(("true false null none undefined default empty test testing example " + "success succeeded failure failed cancelled skipped unchanged " + "admin root user guest password secret token postgres mysql redis mongodb rabbitmq localhost").split(" "));

function encodedForms(secret) {
  const isOpaque = !/^(https?:|\/)/.test(secret);
  const isAnywhere = secret.length >= minAnywhere;
  const plain = {
    text: secret,
    before: 0,
    after: 0,
    isAnywhere: isAnywhere,
    isOpaque: isOpaque
  };
  const hex = Buffer.from(secret).toString("hex");
  const digits = [ hex, hex.toUpperCase() ].map(text => ({
    ...plain,
    text: text,
    isAnywhere: true
  }));
  const shifted = [ 0, 1, 2 ].flatMap(shift => base64Forms(secret, shift));
  const encoded = shifted.map(form => ({
    ...form,
    isAnywhere: true,
    isOpaque: isOpaque
  }));
  return [ plain, ...digits, ...encoded ].flatMap(withLayers);
}

function base64Forms(secret, shift) {
  const bytes = Buffer.concat([ Buffer.alloc(shift), Buffer.from(secret) ]);
  const [first, end] = [ Math.ceil(shift * 8 / 6), Math.floor(bytes.length * 8 / 6) ];
  const edges = {
    before: shift === 0 ? 0 : 1,
    after: bytes.length % 3 === 0 ? 0 : 1
  };
  const usual = bytes.toString("base64").slice(first, end);
  if (usual.length < 6) return [];
  const forUrls = usual.replaceAll("+", "-").replaceAll("/", "_");
  return [ ...new Set([ usual, forUrls ]) ].map(text => ({
    text: text,
    ...edges
  }));
}

function withLayers(form) {
  const text = unescaped(form.text);
  if (text === form.text || text.length < minLength) return [ form ];
  return [ form, ...withLayers({
    ...form,
    text: text
  }) ];
}

const base64 = /[\w+/-]/;

function findSpans({text: form, before: before, after: after, isAnywhere: isAnywhere}, text) {
  const spans = [];
  const isBeside = (index, such) => such.test(text.charAt(index));
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const end = at + form.length;
    if (!isAnywhere && (isBeside(at - 1, /\w/) || isBeside(end, /\w/))) continue;
    spans.push({
      start: isBeside(at - 1, base64) ? at - before : at,
      end: isBeside(end, base64) ? end + after : end
    });
  }
  return spans;
}

function beginningsIn(text, forms) {
  const [, ...cut] = text.split("…").reverse();
  const opaque = forms.filter(form => form.isOpaque && form.text.length > minBeginning);
  let start = 0;
  return cut.reverse().flatMap(piece => {
    const [from, end] = [ start, start + piece.length ];
    start = end + 1;
    const shown = piece.replace(cutEscape, "");
    return opaque.flatMap(form => {
      const at = shown.lastIndexOf(form.text.slice(0, minBeginning));
      return at >= 0 && form.text.startsWith(shown.slice(at)) ? [ {
        start: from + at,
        end: end
      } ] : [];
    });
  });
}

function mergeSpans(spans) {
  const apart = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (!last || span.start > last.end) apart.push(span); else if (span.end > last.end) apart[apart.length - 1] = {
      start: last.start,
      end: span.end
    };
  }
  return apart;
}

function blankOut(text, spans) {
  const ends = [ 0, ...spans.map(({end: end}) => end) ];
  const kept = ends.map((end, i) => text.slice(end, spans[i]?.start));
  return kept.join("***");
}

const stdout = 1;

function print(call, write = writeWhole) {
  const usual = Object.getOwnPropertyDescriptor(process, "stdout");
  Object.defineProperty(process, "stdout", {
    value: {
      write: write
    },
    configurable: true
  });
  try {
    call();
  } finally {
    if (usual) Object.defineProperty(process, "stdout", usual);
  }
}

function writeWhole(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) rest = rest.subarray(write(rest));
  return true;
}

function write(bytes) {
  try {
    return (0, external_node_fs_.writeSync)(stdout, bytes);
  } catch (error) {
    if ((0, machine_errors.CA)(error) !== "EAGAIN") return bytes.length;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

let captured;

function divertOutput(runner) {
  const forward = printed => {
    const {name: name, message: message} = readCommand(printed);
    if (name === "add-mask") runner.setSecret(message); else if (!captured || name === "debug" || message.startsWith("[command]")) runner.debug(message); else captured.push(message);
  };
  for (const name of [ "stdout", "stderr" ]) {
    const load = Object.getOwnPropertyDescriptor(process, name)?.get;
    let stream;
    const get = () => {
      stream ??= diverted(load?.call(process), forward);
      return stream;
    };
    Object.defineProperty(process, name, {
      get: get,
      configurable: true,
      enumerable: true
    });
  }
}

function readCommand(printed) {
  const text = printed.trimEnd();
  const [, name, message] = /^::([\w-]+)(?: [^:]*)?::(.*)$/s.exec(text) ?? [];
  return name === void 0 || message === void 0 ? {
    name: void 0,
    message: text
  } : {
    name: name,
    message: unescapeMessage(message)
  };
}

function unescapeMessage(message) {
  return message.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function diverted(stream, forward) {
  stream.write = (printed, ...rest) => {
    forward(Buffer.from(printed).toString());
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  return stream;
}

var dist = __nccwpck_require__("valibot/dist/index.mjs");

const words = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
    number: (0, dist.aig)(),
    title: (0, dist.YjP)(),
    head: (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      ref: (0, dist.YjP)()
    }),
    user: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
      login: (0, dist.YjP)()
    })), void 0)
  })), void 0),
  head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
    message: words,
    author: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
      name: words,
      username: words
    })), void 0)
  })), void 0)
});

function readWorkflowRun(env, event) {
  const parsed = (0, dist.xLC)(eventShape, event);
  const payload = parsed.success ? parsed.output : void 0;
  const pull = payload?.pull_request;
  const server = env("GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = env("GITHUB_REPOSITORY") ?? "";
  const runId = env("GITHUB_RUN_ID") ?? "";
  const sha = env("GITHUB_SHA") ?? "";
  return {
    repository: repository,
    sha: sha,
    commit: pull?.head.sha ?? sha,
    ref: env("GITHUB_REF") ?? "",
    branch: pull?.head.ref ?? env("GITHUB_REF_NAME") ?? "",
    event: env("GITHUB_EVENT_NAME") ?? "",
    actor: env("GITHUB_ACTOR") ?? "",
    author: authorOf(pull?.user?.login, payload?.head_commit?.author),
    workflow: env("GITHUB_WORKFLOW") ?? "",
    job: env("GITHUB_JOB") ?? "",
    runId: runId,
    attempt: Number(env("GITHUB_RUN_ATTEMPT") ?? "1") || 1,
    server: server,
    url: `${server}/${repository}/actions/runs/${runId}`,
    pullRequest: pull && {
      number: pull.number,
      title: pull.title
    },
    message: pull?.title ?? payload?.head_commit?.message ?? void 0
  };
}

function authorOf(opener, author) {
  if (opener !== void 0) return {
    name: opener,
    login: opener
  };
  const name = author?.name ?? author?.username;
  return name ? {
    name: name,
    login: author?.username ?? void 0
  } : void 0;
}

const summaryLimit = 1024 * 1024;

class GithubRunner {
  cancelled;
  #title;
  #secrets=new Secrets;
  #run;
  #lost;
  constructor(title, cancelled) {
    this.#title = title;
    this.cancelled = cancelled;
    for (const address of Object.values(this.proxy ?? {})) for (const secret of loginIn(address)) this.setSecret(secret);
  }
  get workspace() {
    return this.env("GITHUB_WORKSPACE") ?? process.cwd();
  }
  get run() {
    this.#run ??= readWorkflowRun(name => this.env(name), this.event);
    return this.#run;
  }
  get contract() {
    try {
      return (0, external_node_fs_.readFileSync)((0, external_node_path_.join)((0, external_node_path_.dirname)(process.argv[1] ?? ""), "action.yml"), "utf8");
    } catch {
      return;
    }
  }
  get event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return (0, json.qF)((0, external_node_fs_.readFileSync)(file, "utf8"));
    } catch {
      return;
    }
  }
  get proxy() {
    const names = [ "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY" ].flatMap(it => [ it, it.toLowerCase() ]);
    const entries = names.flatMap(name => {
      const value = this.env(name);
      return value ? [ [ name, value ] ] : [];
    });
    const isNeeded = entries.some(([name]) => !/^no_proxy$/i.test(name));
    return isNeeded ? Object.fromEntries(entries) : void 0;
  }
  get givenInputs() {
    const names = Object.keys(process.env).filter(name => name.startsWith("INPUT_"));
    return names.map(name => name.slice("INPUT_".length).toLowerCase());
  }
  input(name) {
    return this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "";
  }
  env(name) {
    return process.env[name]?.trim() || void 0;
  }
  setSecret(secret) {
    if (this.#secrets.add(secret)) this.print(() => setSecret(secret));
  }
  redact(text) {
    return this.#secrets.redact(text);
  }
  debug(message) {
    if (this.env("RUNNER_DEBUG") === "1") this.print(() => debug(this.#safe(message)));
  }
  info(message) {
    this.print(() => info(this.#safe(message)));
  }
  notice(message, place) {
    this.#annotate(notice, message, place);
  }
  warning(message, place) {
    this.#annotate(warning, message, place);
  }
  error(message, place) {
    this.#annotate(error, message, place);
  }
  setOutputs(values, onError = "fail") {
    const texts = Object.entries(values).map(([name, it]) => [ name, this.#outputText(name, it) ]);
    const outputs = new Map([ ...this.#lost?.outputs ?? [], ...texts ]);
    this.#lost = void 0;
    try {
      const file = this.env("GITHUB_OUTPUT");
      if (!file) throw new errors.lZ("it is not set");
      appendOutputs(file, outputs);
    } catch (error) {
      const reason = (0, machine_errors.tS)("The outputs could not be written to GITHUB_OUTPUT", error);
      if (onError === "warn") this.warning(reason); else this.#lost = {
        reason: reason,
        outputs: outputs
      };
    }
  }
  reportLostOutputs() {
    if (!this.#lost) return;
    const {reason: reason, outputs: outputs} = this.#lost;
    for (const [name, text] of outputs) this.info(`Output ${name}: ${text}`);
    const short = Array.from(outputs, ([name, text]) => `${name}: ${(0, quote.K)(text, 60)}`);
    return `${reason} They are in the log: ${(0, quote.K)(short.join(", "), 600)}.`;
  }
  #outputText(name, value) {
    const text = formatOutput(value);
    const safe = this.redact(text);
    if (safe !== text) this.warning(`Output "${name}" contains a value that is masked in this job, so it is set with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  appendSummary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) {
      this.info("There is no job summary here: GITHUB_STEP_SUMMARY is not set.");
      return;
    }
    try {
      this.#addSummary(file, Buffer.from(`${this.redact(markdown)}\n`));
    } catch (error) {
      this.warning((0, machine_errors.tS)("The job summary could not be written to GITHUB_STEP_SUMMARY", error));
    }
  }
  #addSummary(file, markdown) {
    const room = summaryLimit - fileSize(file);
    if (markdown.length <= room) {
      (0, external_node_fs_.appendFileSync)(file, markdown);
      return;
    }
    this.warning(`The job summary would exceed ${summaryLimit} bytes; its end is cut off.`);
    const note = Buffer.from("\n\n… truncated here: a job summary is limited to 1 MiB.\n");
    const end = markdown.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_.appendFileSync)(file, Buffer.concat([ markdown.subarray(0, end), note ]));
  }
  print(call) {
    print(call);
  }
  #annotate(annotate, message, place) {
    this.print(() => annotate(this.#safe(message), {
      title: this.#title,
      ...place
    }));
  }
  #safe(text) {
    return escapeCommands(this.redact(text));
  }
}

function loginIn(address) {
  const [, login = ""] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(address) ?? [];
  const [user = "", ...password] = login.split(":");
  return [ user, password.join(":") ].filter(part => part !== "");
}

function action(parts) {
  return parts;
}

const graceAfterCancel = 4800;

function run(it) {
  const runner = new GithubRunner(it.title, listenForCancellation());
  process.exitCode = 1;
  process.once("exit", () => killDescendants());
  divertOutput(runner);
  process.once("uncaughtException", error => {
    runner.error(formatError(error));
    process.exit(1);
  });
  const reportUnsettled = () => runner.error(`${defect} The action ended while still waiting (an unresolved promise).`);
  process.once("beforeExit", reportUnsettled);
  runMain(it, runner).then(failed => {
    process.off("beforeExit", reportUnsettled);
    process.exitCode = failed ? 1 : 0;
    if (runner.cancelled.aborted) process.exit();
    endSoon();
  });
}

const lingerTime = 1e3;

function endSoon() {
  setTimeout(() => process.exit(), lingerTime).unref();
}

async function runMain(it, runner) {
  const error = await tryMain(it, runner);
  const lost = runner.reportLostOutputs();
  if (lost) runner.error(`${error ?? "The step did its work."} ${lost}`); else if (error) runner.error(error);
  return (error ?? lost) !== void 0;
}

async function tryMain(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return;
  } catch (error) {
    return formatError(error);
  }
}

function formatError(error) {
  if (error instanceof errors.lZ) return error.message;
  if ((0, machine_errors.sr)(error)) return (0, machine_errors.tS)("The runner refused an operation", error);
  if (Number.parseInt(process.versions.node, 10) < minNode) return tooOld;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `${defect} ${stack}${cause}`;
}

const minNode = 24;

const tooOld = `This action requires Node ${minNode}, but was started by Node ${process.versions.node}. GitHub's runner includes it ` + "since 2.327.1; with act, put Node 24 first in PATH.";

const defect = "This is a bug in the action. Please report it with the following lines:";

function listenForCancellation() {
  const controller = new AbortController;
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new errors.cc);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}

var src_deadline = __nccwpck_require__("packages/wait/src/deadline.ts");

var src_comparison = __nccwpck_require__("actions/changed-paths/src/comparison.ts");

function evaluateFilters({files: files, truncated: truncated}, filters) {
  const known = truncated === void 0;
  return filters.map(filter => {
    const matching = files.filter(change => filter.matches(change));
    return {
      name: filter.name,
      changed: !known || matching.length > 0,
      files: matching.map(({path: path}) => path),
      only: known && files.length > 0 && matching.length === files.length
    };
  });
}

var src_file = __nccwpck_require__("packages/kit/src/file.ts");

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lookUp(table, word) {
  return Object.hasOwn(table, word) ? table[word] : void 0;
}

function describeIssue(issue, schema) {
  const path = (0, dist.BuJ)(issue);
  const last = issue.path?.at(-1);
  if (!path || !last) return;
  if (last.origin !== "key") return `at "${path}": ${describeMismatch(issue)}`;
  const key = String(last.key);
  const parent = path.slice(0, -key.length - 1);
  const names = parent === "" && "entries" in schema && isMap(schema.entries) ? schema.entries : {};
  const complaint = issue.expected === "never" ? unknownKey(key, names) : `it lacks ${(0, 
  quote.h)(key)}`;
  return parent === "" ? complaint : `at "${parent}": ${complaint}`;
}

function unknownKey(key, entries) {
  const meant = closestName(key, Object.keys(entries));
  return `${(0, quote.h)(key)} is unknown${meant ? ` (did you mean "${meant}"?)` : ""}`;
}

function describeMismatch({message: message, expected: expected, received: received}) {
  if (!message.startsWith("Invalid ") || !expected) return message;
  const kinds = expected.replace(/^\(|\)$/g, "").split(" | ");
  return `expected ${kinds.map(kindOf).join(" or ")}, not ${kindOf(received)}`;
}

const kindNames = {
  Array: "a list",
  Object: "a map",
  boolean: "true or false",
  number: "a number",
  string: "text",
  undefined: "nothing"
};

function kindOf(kind) {
  return lookUp(kindNames, kind) ?? kind;
}

function yaml(shape, expected, scalars = "typed") {
  return {
    async parse(given) {
      const result = (0, dist.xLC)(shape, await readYaml(given, expected, scalars));
      if (result.success) return result.output;
      const problem = describeIssue(result.issues[0], shape);
      throw new input_parsers_ValidationError(problem ? `${expected}; ${problem}` : expected);
    }
  };
}

async function readYaml(given, expected, scalars) {
  const read = await parsed(given, expected, scalars);
  if (!(0, json.Ff)(read)) return read;
  throw new input_parsers_ValidationError(`${expected}; it is nested more than ${json.JG} levels deep`);
}

async function parsed(given, expected, scalars) {
  try {
    if (scalars === "typed") return JSON.parse(given);
  } catch {}
  const {readDocument: readDocument} = await Promise.all([ __nccwpck_require__.e("../lib/yaml"), __nccwpck_require__.e("kit-yaml-document") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/kit/src/yaml-document.ts"));
  const read = (() => {
    try {
      return readDocument(given, scalars).toJS({
        maxAliasCount: -1
      });
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error).split("\n");
      throw new input_parsers_ValidationError(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, "")}`);
    }
  })();
  if (countValues(read) <= maxValues) return read;
  throw new input_parsers_ValidationError(`${expected}; its aliases expand to more than ${maxValues} values`);
}

const maxValues = 1e5;

function countValues(value, counts = new Map) {
  if (typeof value !== "object" || value === null) return 1;
  const known = counts.get(value);
  if (known !== void 0) return known;
  counts.set(value, Number.POSITIVE_INFINITY);
  const count = Object.values(value).reduce((sum, item) => sum + countValues(item, counts), 1);
  counts.set(value, count);
  return count;
}

const classes = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\r]/,
  upper: /[A-Z]/,
  xdigit: /[A-Fa-f0-9]/
};

function readClass(text, start) {
  const negated = /[!^]/.test(text.charAt(start + 1));
  const first = start + (negated ? 2 : 1);
  const bytes = new Uint8Array(256);
  let before;
  for (let at = first; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "]" && at > first) return {
      bytes: negated ? bytes.map(one => 1 - one) : bytes,
      end: at
    };
    const [named, name] = classAt(at, text);
    if (named !== void 0) {
      const members = lookUp(classes, name ?? "");
      if (!members) return;
      for (let byte = 0; byte < 128; byte++) if (members.test(String.fromCharCode(byte))) bytes[byte] = 1;
      at += named.length - 1;
      before = void 0;
    } else if (character === "-" && before && at + 1 < text.length && text[at + 1] !== "]") {
      if (text[++at] === "\\") at++;
      bytes.fill(1, before, text.charCodeAt(at) + 1);
      before = void 0;
    } else {
      if (character === "\\") at++;
      before = text.charCodeAt(at);
      bytes[before] = 1;
    }
  }
  return;
}

function classAt(at, text) {
  const named = /\[:([^\]]*):\]/y;
  named.lastIndex = at;
  const [whole, name] = named.exec(text) ?? [];
  return whole === void 0 ? [] : [ whole, name ?? "" ];
}

const star = "*";

const anyByte = new Uint8Array(256).fill(1);

function bytesOf(text) {
  return /^[\0-\x7f]*$/.test(text) ? text : Buffer.from(text).toString("latin1");
}

function nameOf(tokens) {
  const [first, ...rest] = tokens;
  if (first === star && rest.every(isByte)) {
    const end = String.fromCharCode(...rest);
    return name => name.endsWith(end);
  }
  if (tokens.every(isByte)) {
    const word = String.fromCharCode(...tokens);
    return name => name === word;
  }
  return name => fits(name, tokens);
}

function fits(name, tokens) {
  let at = 0;
  let token = 0;
  let behindStar = 0;
  let taken = 0;
  while (at < name.length) {
    const next = tokens[token];
    if (next === star) {
      behindStar = ++token;
      taken = at;
    } else if (next !== void 0 && takes(next, name.charCodeAt(at))) {
      at++;
      token++;
    } else if (behindStar > 0) {
      token = behindStar;
      at = ++taken;
    } else return false;
  }
  while (tokens[token] === star) token++;
  return token === tokens.length;
}

function takes(token, byte) {
  return typeof token === "number" ? token === byte : token[byte] === 1;
}

function isByte(token) {
  return typeof token === "number";
}

const longest = 4096;

function readLine(line) {
  const text = line.startsWith("#") ? "" : withoutBlanksAtEnd(line);
  if (text === "") return [];
  const refuse = why => {
    throw new input_parsers_ValidationError(why, line);
  };
  if (text.length > longest) refuse(`a pattern is limited to ${longest} characters.`);
  const [, bang, body = "", slash] = /^(!?)(.*?)(\/?)$/s.exec(text) ?? [];
  const tied = body.includes("/");
  const ways = tied ? waysOf(bytesOf(body.replace(/^\//, ""))) : [ `**/${bytesOf(body)}` ];
  const able = ways.map(way => stepsOf(way, refuse)).filter(steps => !steps.some(isHollow));
  if (able.length === 0) refuse('a pattern cannot start with "./" or contain "//", "/./" or "/../".');
  return able.map(steps => ({
    negated: bang !== "",
    foldersOnly: slash !== "",
    runs: runsOf(steps)
  }));
}

function withoutBlanksAtEnd(line) {
  const text = line.replace(/\r$/, "");
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const isHidden = text[at] === "\\";
    if (isHidden) at++;
    if (isHidden || text[at] !== " ") end = at + 1;
  }
  return text.slice(0, end);
}

function waysOf(text) {
  const [, head, backslash, rest = ""] = /^([^*?[\\]*[^*?[\\/])\*{2,}(\\?)\/(.*)$/s.exec(text) ?? [];
  if (head === void 0) return [ text ];
  const apart = `${head}*/**/${rest}`;
  return backslash ? [ apart ] : [ apart, ...waysOf(head + rest) ];
}

function stepsOf(text, refuse) {
  const steps = [];
  let name = [];
  for (const piece of piecesOf(text, refuse)) if (piece === "folders") steps.push("folders"); else if (piece !== "/") name.push(piece); else {
    steps.push(name);
    name = [];
  }
  return [ ...steps, name ];
}

function* piecesOf(text, refuse) {
  const next = /(?<![^/])\*{2,}(\\?)\/|\*+|\\?./sy;
  while (next.lastIndex < text.length) {
    const start = next.lastIndex;
    const [piece = "", hidden] = next.exec(text) ?? [];
    if (hidden !== void 0) {
      if (hidden) yield* [ star, "/" ];
      yield "folders";
    } else if (piece === "[") {
      const {bytes: bytes, end: end} = readClass(text, start) ?? refuse('a "[" has no matching "]".');
      next.lastIndex = end + 1;
      yield bytes;
    } else if (piece.endsWith("/")) yield "/"; else if (piece.startsWith("*")) yield star; else if (piece === "?") yield anyByte; else if (piece === "\\") refuse("a pattern cannot end with a single backslash."); else yield piece.charCodeAt(piece.length - 1);
  }
}

function isHollow(step) {
  if (step === "folders" || step.length > 2) return false;
  return step.every(token => token === ".".charCodeAt(0));
}

function runsOf(steps) {
  const runs = [ [] ];
  for (const step of steps) if (step === "folders") runs.push([]); else runs.at(-1)?.push(nameOf(step));
  return runs;
}

function patterns(lines) {
  const lastFirst = lines.flatMap(readLine).reverse();
  return path => {
    const names = bytesOf(path).split("/");
    const last = lastFirst.find(line => isNamed(names, line));
    return last !== void 0 && !last.negated;
  };
}

function isNamed(names, {runs: runs, foldersOnly: foldersOnly}) {
  let end = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] ?? [];
    const latest = i === 0 ? 0 : names.length - run.length;
    while (end <= latest && !standsAt(end, run, names)) end++;
    if (end > latest) return false;
    end += run.length;
  }
  return end < names.length || !foldersOnly;
}

function standsAt(start, run, names) {
  for (let i = 0; i < run.length; i++) {
    const name = names[start + i];
    if (name === void 0 || !run[i]?.(name)) return false;
  }
  return true;
}

const maxAlternatives = 100;

function expandAlternatives(pattern) {
  const all = [ ...alternatives(pattern).take(maxAlternatives + 1) ];
  if (all.length <= maxAlternatives) return all;
  throw new input_parsers_ValidationError(`a pattern may expand to at most ${maxAlternatives} patterns.`, pattern);
}

function* alternatives(pattern) {
  const group = firstGroup(pattern);
  if (!group) yield pattern;
  for (const word of group?.words ?? []) yield* alternatives(`${group?.before}${word}${group?.after}`);
}

const signs = {
  "{": {
    close: "}",
    between: ","
  },
  "(": {
    close: ")",
    between: "|"
  }
};

function firstGroup(pattern) {
  for (const {index: index} of pattern.matchAll(/\\.|[{(]/gs)) {
    const cuts = cutsFrom(index, pattern);
    const [first, last] = [ cuts[0], cuts.at(-1) ];
    if (first === void 0 || last === void 0) continue;
    const words = cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] ?? 0) + 1, cut));
    if (words.length > 1) {
      const isExact = pattern[first] === "(" && pattern[first - 1] === "@";
      const before = pattern.slice(0, isExact ? first - 1 : first);
      return {
        before: before,
        words: words,
        after: pattern.slice(last + 1)
      };
    }
    if (pattern[first] === "{" && /^\w+\.\.\w+$/.test(words.join())) throw new input_parsers_ValidationError("ranges such as {1..3} are not supported. Write {1,2,3}.", pattern);
  }
  return;
}

function cutsFrom(open, pattern) {
  const sign = pattern[open] ?? "";
  const {close: close, between: between} = signs[sign] ?? {};
  const cuts = [];
  let depth = 0;
  for (const {0: piece, index: index} of pattern.slice(open).matchAll(/\\.|[{}(),|]/gs)) {
    if (piece === sign) depth++;
    const isCut = piece === sign || piece === close || piece === between;
    if (depth === 1 && isCut) cuts.push(open + index);
    if (piece === close) depth--;
    if (depth === 0) return cuts;
  }
  return [];
}

function parsePattern(pattern) {
  const refuse = expected => {
    throw new input_parsers_ValidationError(expected, pattern);
  };
  if (/^(#|\s*$)/.test(pattern)) refuse("a pattern cannot be empty or a comment.");
  const escaped = pattern.match(/\\./gs) ?? [];
  if (escaped.some(pair => /\w/.test(pair))) refuse('separate names with "/", not with a backslash.');
  const [, quote, inner = ""] = /^!?(["'])(.*)\1$/.exec(pattern) ?? [];
  if (quote) refuse(`write ${inner} without quotation marks.`);
  const [, item] = /^-\s+(.*)$/.exec(pattern) ?? [];
  if (item !== void 0) refuse(`write ${item} without "- " before it.`);
  const several = author_pattern_severalIn(pattern);
  if (several) refuse(`write ${several.join(" and ")} on separate lines.`);
  if (/[?*+!]\(/.test(pattern)) refuse('"?(…)", "*(…)", "+(…)" and "!(…)" are not supported. Write alternatives such as {a,b}.');
  const lines = expandAlternatives(pattern);
  for (const line of lines) readLine(line);
  return lines;
}

function author_pattern_severalIn(pattern) {
  const parts = pattern.match(/(?:\\.|\{[^{}]*\}|[^\s,\\])+/gs) ?? [];
  if (parts.length < 2) return;
  const isEach = sign => parts.every(part => sign.test(part));
  return isEach(/[*/]/) || isEach(/.\.\w+$/) ? parts : void 0;
}

const statuses = [ "added", "modified", "deleted" ];

const filterName = {
  parse(given) {
    if (/^[A-Za-z_][\w-]*$/.test(given)) return given;
    throw new input_parsers_ValidationError('filter names consist of letters, digits, "-" and "_".', given);
  }
};

const expected = 'YAML that maps names to patterns, such as "docs: docs/**"';

async function readFilters(given, folder) {
  const isFile = !/[\n:{]/.test(given);
  const source = isFile ? `The file ${(0, quote.h)(given)} of input "filters"` : 'Input "filters"';
  try {
    return await parseFilters(isFile ? filters_readText(given, folder) : given);
  } catch (error) {
    if (!(error instanceof input_parsers_ValidationError)) throw error;
    const value = error.part === void 0 ? void 0 : (0, quote.h)(error.part);
    throw new errors.dz(error.describe(source, value));
  }
}

function filters_readText(file, folder) {
  if (/[*?]/.test(file)) throw new errors.dz(`Input "filters" must be ${expected}, not ${(0, 
  quote.h)(file)}: write "name: '${(0, quote.K)(file)}'".`);
  return (0, src_file.jH)("filters", file, folder).toString();
}

async function parseFilters(text) {
  const read = await yaml((0, dist.L5J)(), expected).parse(text);
  const entries = isMap(read) ? Object.entries(read) : [];
  if (entries.length === 0) throw new input_parsers_ValidationError(expected);
  const all = entries.map(async ([name, value]) => filterOf(await filterName.parse(name), rulesIn(value, name)));
  return Promise.all(all);
}

function filterOf(name, rules) {
  if (rules[0]?.pattern.startsWith("!")) throw new input_parsers_ValidationError('the first pattern of a filter cannot start with "!". Start with the files to include, such as "**".', `${name}: ${rules[0].pattern}`);
  const named = statuses.map(status => {
    const own = rules.filter(rule => rule.statuses.includes(status));
    return [ status, patterns(own.map(({pattern: pattern}) => pattern)) ];
  });
  const byStatus = new Map(named);
  return {
    name: name,
    matches: ({path: path, status: status, isFolder: isFolder}) => byStatus.get(status)?.(isFolder ? `${path}/` : path) ?? false
  };
}

function rulesIn(value, name, of = statuses) {
  if (typeof value === "string") return parsePattern(value).map(pattern => ({
    statuses: of,
    pattern: pattern
  }));
  if (Array.isArray(value) && value.length > 0) return value.flatMap(item => rulesIn(item, name, of));
  if (isMap(value) && of === statuses && Object.keys(value).length > 0) return Object.entries(value).flatMap(([kinds, some]) => rulesIn(some, name, statusesIn(kinds)));
  throw new input_parsers_ValidationError("a pattern must be text.", `${name}: ${JSON.stringify(value)}`);
}

function statusesIn(kinds) {
  return kinds.split("|").map(word => {
    const status = statuses.find(one => one === word.trim().toLowerCase());
    if (status) return status;
    throw new input_parsers_ValidationError(`the kinds of change are ${statuses.join(", ")} (a renamed file counts as deleted and added).`, word.trim());
  });
}

const external_node_os_namespaceObject = process.getBuiltinModule("node:os");

class ExecError extends errors.lZ {
  name="ExecError";
  reason;
  constructor(command, reason) {
    super(`${command} ${reason}.`);
    this.reason = reason;
  }
}

function tooMuchOutput(command, maxOutput) {
  return new ExecError(command, `printed more than ${maxOutput / 1024 ** 2} MiB`);
}

const isWindows = process.platform === "win32";

const hasGroups = !isWindows;

const signalGroup = (pid, signal) => {
  if (hasGroups) send(-pid, signal); else killTree(pid);
};

function killTree(pid) {
  const {spawnSync: spawnSync} = process.getBuiltinModule("node:child_process");
  spawnSync("taskkill", [ "/PID", String(pid), "/T", "/F" ], {
    stdio: "ignore"
  });
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {}
}

const grace = 1e3;

const running = new Set;

class Supervisor {
  #signal;
  #signalAll;
  #child;
  #reason;
  constructor(signal, signalAll) {
    this.#signal = signal;
    this.#signalAll = signalAll;
    signal.addEventListener("abort", this.#abort, {
      once: true
    });
    if (running.size === 0) process.on("exit", killAll);
    running.add(this);
  }
  watch(child) {
    this.#child = child;
    if (child.pid !== void 0) return;
    child.once("spawn", () => {
      if (this.#reason !== void 0) this.kill();
    });
  }
  end(reason) {
    if (this.#reason !== void 0) return;
    this.#reason = reason;
    this.#send("SIGTERM");
    setTimeout(this.kill, grace).unref();
  }
  settle() {
    this.#signal.removeEventListener("abort", this.#abort);
    running.delete(this);
    if (running.size === 0) process.removeListener("exit", killAll);
    if (this.#reason === void 0) return;
    this.kill();
    throw this.#reason;
  }
  #abort=() => this.end(this.#signal.reason);
  kill=() => {
    this.#send("SIGKILL");
    this.#child?.stdout?.destroy();
    this.#child?.stderr?.destroy();
  };
  #send(signal) {
    if (this.#child?.pid !== void 0) this.#signalAll(this.#child.pid, signal);
  }
}

function killAll() {
  for (const supervisor of running) supervisor.kill();
}

function execFile(program, args, {cwd: cwd, deadline: {signal: signal}, maxOutput: maxOutput}) {
  signal.throwIfAborted();
  const {spawn: spawn} = process.getBuiltinModule("node:child_process");
  const child = spawn(program, args, {
    cwd: cwd,
    detached: hasGroups,
    stdio: [ "ignore", "pipe", "pipe" ]
  });
  const supervisor = new Supervisor(signal, signalGroup);
  supervisor.watch(child);
  const tooMuch = () => supervisor.end(tooMuchOutput(program, maxOutput));
  const stdout = collect(child.stdout, maxOutput, tooMuch);
  const stderr = collect(child.stderr, maxOutput, tooMuch);
  return new Promise((resolve, reject) => {
    child.once("error", error => supervisor.end(new ExecError(program, reasonOf(error))));
    child.once("close", exitCode => {
      try {
        supervisor.settle();
        resolve({
          exitCode: exitCode,
          stdout: stdout(),
          stderr: stderr()
        });
      } catch (error) {
        reject(error);
      }
    });
  });
}

function collect(stream, maxBytes, tooMuch) {
  const chunks = [];
  let size = 0;
  stream.on("data", chunk => {
    size += chunk.length;
    if (size > maxBytes) tooMuch(); else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString();
}

function reasonOf(error) {
  return error.code === "ENOENT" ? "is not installed on this machine" : `cannot be started (${error.message})`;
}

class GitError extends errors.lZ {
  name="GitError";
}

const maxOutput = 256 * 1024 ** 2;

const settings = [ "core.fsmonitor=false", "core.hooksPath=/dev/null", "credential.interactive=false", "gc.auto=0", "maintenance.auto=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=60", "safe.directory=*" ].flatMap(setting => [ "-c", setting ]);

function createGit(cwd, deadline) {
  return {
    async run(...args) {
      const all = [ ...settings, "--no-optional-locks", ...args ];
      const exit = await execFile("git", all, {
        cwd: cwd,
        deadline: deadline,
        maxOutput: maxOutput
      }).catch(throwGitError);
      if (exit.exitCode === 0) return exit.stdout;
      throw new GitError(exit.exitCode === null ? "was killed by a signal" : stderrReason(exit.stderr));
    }
  };
}

function withoutNetwork(git) {
  return {
    run: (...args) => git.run("-c", "protocol.allow=never", ...args)
  };
}

function throwGitError(error) {
  throw error instanceof ExecError ? new GitError(error.reason) : error;
}

function stderrReason(stderr) {
  const lines = stderr.trim().split("\n");
  const line = lines.find(one => /^(fatal|error):/.test(one)) ?? lines[0] ?? "";
  if (line === "") return "found nothing";
  return `says "${(0, quote.K)(line.replace(/^(fatal|error): /, ""), 160)}"`;
}

async function withToken(git, {server: server, token: token, folder: folder}, use) {
  const own = (0, external_node_fs_.mkdtempSync)((0, external_node_path_.join)(folder, "git-"));
  const file = (0, external_node_path_.join)(own, "config");
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const header = `[http "${server}/"]\n\textraheader = "AUTHORIZATION: basic ${basic}"\n`;
  (0, external_node_fs_.writeFileSync)(file, header, {
    mode: 384
  });
  try {
    return await use({
      run: (...args) => git.run("-c", `include.path=${file}`, ...args)
    });
  } finally {
    (0, external_node_fs_.rmSync)(own, {
      recursive: true
    });
  }
}

async function hasCommits(git, ...commits) {
  const listing = [ "rev-list", "--missing=allow-any", "--no-walk" ];
  return await tryRun(git, ...listing, ...commits, "--") !== void 0;
}

function mergeBase(git, a, b) {
  return tryRun(git, "merge-base", a, b);
}

async function mergeCommitBase(git, head) {
  const [fields = ""] = (await git.run("cat-file", "commit", "HEAD")).split("\n\n", 1);
  const [first, second, third] = [ ...fields.matchAll(/^parent (\w+)$/gm) ].map(([, it]) => it);
  return second === head && third === void 0 ? first : void 0;
}

async function tagBefore(git, commit) {
  const name = await tryRun(git, "describe", "--tags", "--abbrev=0", `${commit}^`);
  return name && `refs/tags/${name}`;
}

async function tryRun(git, ...args) {
  try {
    return (await git.run(...args)).trim();
  } catch (error) {
    if (error instanceof GitError) return;
    throw error;
  }
}

const fetchArgs = [ "fetch", "--quiet", "--no-tags", "--no-recurse-submodules" ];

const blobless = "--filter=blob:none";

const deepenings = [ ...[ 64, 128, 256, 512, 1024, 2048, 4096, 8192 ].map(commits => `--deepen=${commits}`), "--unshallow" ];

async function fetchMissing(git, ...commits) {
  if (await hasCommits(git, ...commits)) return;
  const missing = [];
  for (const commit of commits) if (!await hasCommits(git, commit)) missing.push(commit);
  await fetchRefs(git, ...missing);
}

async function resolveRef(git, name) {
  if (!isRefName(name)) throw new GitError(`has no branch or tag called ${(0, quote.h)(name)}`);
  for (const ref of [ `refs/remotes/origin/${name}`, `refs/tags/${name}` ]) {
    const known = await tryRun(git, ...revParseArgs, `${ref}^{commit}`);
    if (known) return known;
  }
  await fetchRefs(git, `refs/heads/${name}`).catch(error => {
    if (error instanceof GitError) return fetchRefs(git, `refs/tags/${name}`);
    throw error;
  });
  return (await git.run(...revParseArgs, "FETCH_HEAD^{commit}")).trim();
}

function isRefName(text) {
  return !/^$|^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|[/.]$/u.test(text);
}

const revParseArgs = [ "rev-parse", "--verify", "--quiet" ];

async function fetchRefs(git, ...refs) {
  const options = await isShallow(git) ? [ blobless, "--depth=1" ] : [];
  await git.run(...fetchArgs, ...options, "origin", ...refs);
}

async function fetchMergeBase(git, one, other) {
  for (const deeper of deepenings) {
    const base = await mergeBase(git, one, other);
    if (!await isShallow(git) || base && await isBestBase(git, base, one, other)) return base;
    await git.run(...fetchArgs, blobless, deeper, "origin", one, other);
  }
  return mergeBase(git, one, other);
}

async function isBestBase(git, base, one, other) {
  const cutOff = await git.run("rev-list", "--max-parents=0", one, other, `^${base}`, "--");
  return cutOff === "";
}

async function isShallow(git) {
  return await tryRun(git, "rev-parse", "--is-shallow-repository") === "true";
}

const diffArgs = [ "diff", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color" ];

async function listChanges(git, from, to, ...options) {
  const output = await git.run(...diffArgs, "--raw", "-z", ...options, from, to, "--");
  const fields = output.split("\0").values();
  const next = () => {
    const field = fields.next().value;
    if (!field) throw new GitError("returned an incomplete list of changed files");
    return field;
  };
  const changes = [];
  for (const field of fields) {
    if (field === "") break;
    const [, oldMode = "", newMode = "", , , status = ""] = field.split(/[: ]/);
    const before = /^[RC]/.test(status) ? next() : void 0;
    const type = entryType(newMode === absent ? oldMode : newMode);
    changes.push({
      status: status.charAt(0),
      path: next(),
      before: before,
      type: type
    });
  }
  return changes;
}

const absent = "000000";

function entryType(mode) {
  if (mode === "160000") return "submodule";
  return mode === "120000" ? "link" : "file";
}

function emptyTree(commit) {
  return commit.length === 64 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}

async function changesByGit(comparison, git) {
  const ends = await endsOf(comparison, git);
  const changes = await changesOf(ends, git);
  const files = changes.map(({status: status, path: path, type: type}) => ({
    path: path,
    status: statusOf(status),
    isFolder: type !== "file"
  }));
  return {
    files: files,
    truncated: void 0,
    note: ends.note
  };
}

function statusOf(letter) {
  if (letter === "A") return "added";
  return letter === "D" ? "deleted" : "modified";
}

async function endsOf(comparison, git) {
  switch (comparison.kind) {
   case "pull":
    {
      const {base: base, head: head} = comparison.pull;
      const onto = await mergeCommitBase(git, head.sha);
      return onto ? {
        from: onto,
        to: "HEAD"
      } : sinceMergeBase(base.sha, head.sha, git);
    }

   case "commits":
    return comparison;

   case "branch":
    {
      const {base: base, to: to, contained: contained} = comparison;
      const ends = await sinceMergeBase(await resolveRef(git, base), to, git);
      if (ends.from !== to) return ends;
      const note = (0, src_comparison.r$)(comparison);
      return {
        ...contained ? await endsOf(contained, git) : ends,
        note: note
      };
    }

   case "tag":
    return {
      from: await tagBefore(git, comparison.to),
      to: comparison.to
    };

   case "everything":
    return {
      from: void 0,
      to: comparison.to
    };
  }
}

async function sinceMergeBase(base, to, git) {
  await fetchMissing(git, base, to);
  return {
    from: await fetchMergeBase(git, base, to),
    to: to
  };
}

async function changesOf({from: from, to: to}, git) {
  const start = from ?? emptyTree(to);
  const whole = [ "--no-renames", "--ignore-submodules=none" ];
  try {
    return await listChanges(withoutNetwork(git), start, to, ...whole);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  await fetchMissing(git, ...from ? [ from, to ] : [ to ]);
  return listChanges(git, start, to, ...whole);
}

async function findChanges(comparison, {folder: folder, token: token}, runner, deadline) {
  const isCheckout = (0, external_node_fs_.existsSync)((0, external_node_path_.join)(folder, ".git"));
  let why = (0, external_node_fs_.existsSync)(folder) ? "There is no checkout" : 'There is no checkout: "working-directory" does not exist';
  try {
    if (isCheckout) return await askGit(comparison, {
      folder: folder,
      token: token
    }, runner, deadline);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    why = `Git could not list the changes: it ${error.message}`;
  }
  if (!token) throw new errors.lZ(`${why}, and "github-token" is empty, so the API cannot be used. ` + "Add actions/checkout before this step, or set the token.");
  if (isCheckout) runner.notice(`${why}. Using the API instead.`);
  return askApi(comparison, token, why, runner, deadline);
}

async function askGit(comparison, {folder: folder, token: token}, runner, deadline) {
  const git = createGit(folder, deadline);
  try {
    return await changesByGit(comparison, git);
  } catch (error) {
    if (!(error instanceof GitError) || !token) throw error;
    const temporary = runner.env("RUNNER_TEMP") ?? (0, external_node_os_namespaceObject.tmpdir)();
    const access = {
      server: runner.run.server,
      token: token,
      folder: temporary
    };
    return withToken(git, access, other => changesByGit(comparison, other)).catch(again => {
      throw again instanceof GitError ? error : again;
    });
  }
}

async function askApi(comparison, token, why, runner, deadline) {
  const {getOctokit: getOctokit} = await Promise.all([ __nccwpck_require__.e("../lib/actions-github"), __nccwpck_require__.e("github-octokit"), __nccwpck_require__.e("github") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "packages/github/src/index.ts"));
  const {changesByApi: changesByApi} = await Promise.all([ __nccwpck_require__.e("../lib/actions-github"), __nccwpck_require__.e("github-octokit"), __nccwpck_require__.e("api-changes") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "actions/changed-paths/src/api-changes.ts"));
  const permission = comparison.kind === "pull" ? "pull-requests: read" : "contents: read";
  try {
    const octokit = await getOctokit({
      token: token,
      permission: permission
    }, runner, deadline);
    return await changesByApi(comparison, octokit, runner.run.repository);
  } catch (error) {
    runner.cancelled.throwIfAborted();
    throw error instanceof errors.lZ ? new errors.lZ(`${why}. ${(0, errors.gJ)(error)}`) : error;
  }
}

const revision = {
  parse(given) {
    if (!isRefName(given)) throw new input_parsers_ValidationError("a branch or tag name, such as main, or a full commit SHA of 40 digits");
    return given.replace(/^refs\/(heads|tags)\//, "");
  }
};

const inputs = {
  filters: required("filters", input_parsers_text),
  only: optional("only", list(filterName)),
  base: optional("base", revision),
  workingDirectory: required("working-directory", input_parsers_text),
  githubToken: optional("github-token", secret),
  timeout: required("timeout", positiveDuration)
};

const fixedOutputs = [ "changes", "any", "matrix", "truncated" ];

function refuseNames(filters, only) {
  const names = filters.map(({name: name}) => name);
  const stranger = only.find(name => !names.includes(name));
  if (stranger !== void 0) throw new errors.dz(`Input "only" contains ${(0, quote.h)(stranger)}, which is not a filter. The filters are ${names.join(", ")}.`);
  const taken = new Set(fixedOutputs);
  const outputs = names.flatMap(name => [ name, `${name}-files` ]);
  for (const output of [ ...outputs, ...new Set(only.map(onlyOutput)) ]) {
    if (taken.has(output.toLowerCase())) throw new errors.dz(`Two names in input "filters" would set the output "${output}"; rename one.`);
    taken.add(output.toLowerCase());
  }
}

function onlyOutput(filter) {
  return `only-${filter}`;
}

function escapeMarkdown(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdownCode(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function markdownTable(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
}

function toOutputs(results, {truncated: truncated}, only) {
  const changes = results.filter(({changed: changed}) => changed).map(({name: name}) => name);
  const named = results.flatMap(({name: name, changed: changed, files: files, only: alone}) => [ [ name, changed ], [ `${name}-files`, files ], ...only.includes(name) ? [ [ onlyOutput(name), alone ] ] : [] ]);
  return {
    ...Object.fromEntries(named),
    changes: changes,
    any: changes.length > 0,
    matrix: {
      filter: changes
    },
    truncated: truncated !== void 0
  };
}

const maxVariable = 128 * 1024;

function sizeRemark(outputs) {
  const size = Buffer.byteLength(JSON.stringify(outputs));
  if (size <= maxVariable) return;
  return `The lists of files have ${size} bytes. An input or variable of a step is limited to 128 KiB, and so is ` + '"toJSON(needs)" of a job with these outputs; all outputs of a job are limited to 1 MB.';
}

const maxShown = 5;

function changesSummary(results, changes) {
  const rows = results.map(({name: name, changed: changed, files: files, only: only}) => [ escapeMarkdown(name), changed ? only ? "only this" : "yes" : "no", String(files.length), [ ...files.slice(0, maxShown).map(markdownCode), ...more(files.length - maxShown) ].join(", ") ]);
  const head = [ "filter", "changed", "files", "" ];
  return `### Changed paths\n\n${escapeMarkdown(headline(changes))}\n\n${markdownTable(head, rows)}`;
}

function more(count) {
  return count > 0 ? [ `and ${count} more` ] : [];
}

function headline({files: files, truncated: truncated}) {
  const count = `${files.length} changed ${files.length === 1 ? "file" : "files"}`;
  if (truncated === void 0) return `${count}.`;
  return `${count} known, but not all: ${truncated}. So every filter counts as changed.`;
}

const changedPaths = action({
  title: "Changed paths",
  inputs: inputs,
  outputs: fixedOutputs,
  async main(given, runner) {
    const {only: only = [], githubToken: token} = given;
    const folder = (0, external_node_path_.resolve)(runner.workspace, given.workingDirectory);
    const comparison = (0, src_comparison.WY)(runner, given.base);
    runner.info((0, src_comparison.L5)(comparison));
    const deadline = new src_deadline.B(given.timeout, runner.cancelled);
    const finding = findChanges(comparison, {
      folder: folder,
      token: token
    }, runner, deadline);
    finding.catch(() => {});
    const filters = await readyFilters(given, folder, runner);
    const changes = await finding;
    if (changes.note) runner.notice(changes.note);
    const results = evaluateFilters(changes, filters);
    const outputs = toOutputs(results, changes, only);
    const remark = sizeRemark(outputs);
    if (remark) runner.notice(remark);
    runner.setOutputs(outputs);
    runner.appendSummary(changesSummary(results, changes));
    for (const {name: name, changed: changed, files: files} of results) runner.info(`${name}: ${changed} (${files.length})`);
    if (changes.truncated === void 0) runner.info(headline(changes)); else runner.warning(headline(changes));
  }
});

async function readyFilters({filters: given, only: only = []}, folder, runner) {
  const filters = await readFilters(given, folder);
  refuseNames(filters, only);
  const unknown = {
    files: [],
    truncated: "nothing is known"
  };
  runner.setOutputs(toOutputs(evaluateFilters(unknown, filters), unknown, only));
  return filters;
}

run(changedPaths);
