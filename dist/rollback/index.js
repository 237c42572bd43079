"use strict";
var __webpack_modules__ = {
  181: module => {
    module.exports = process.getBuiltinModule("buffer");
  },
  932: module => {
    module.exports = process.getBuiltinModule("process");
  }
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
  __nccwpck_require__.u = chunkId => chunkId + ".index.mjs";
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

class failure_Failure extends Error {
  name="Failure";
}

class InputError extends failure_Failure {
  name="InputError";
}

class Cancelled extends failure_Failure {
  name="Cancelled";
  constructor(message = "The job was cancelled.") {
    super(message);
  }
}

function failure_messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

class Unusable extends Error {
  name="Unusable";
  expected;
  part;
  constructor(expected, part) {
    super(`must be ${expected}`);
    this.expected = expected;
    this.part = part;
  }
}

const kinds_text = {
  parse: given => given
};

const secret = {
  secret: true,
  parse: given => given
};

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new Unusable("true or false");
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
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new Unusable("a duration such as 500ms, 30s, 5m or 1h");
    const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
    const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
    if (total > longestDuration) throw new Unusable("a duration of at most 24 days");
    return Math.round(total);
  }
};

function oneOf(...words) {
  return {
    parse(given) {
      const word = words.find(one => one === given);
      if (word === void 0) throw new Unusable(`one of ${words.join(", ")}`);
      return word;
    }
  };
}

const url = {
  parse: parseUrl
};

function parseUrl(given) {
  const parsed = URL.canParse(given) ? new URL(given) : void 0;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) throw new Unusable("an address that starts with https://");
  if (parsed.protocol === "http:" && !isThisMachine(parsed.hostname)) throw new Unusable("an https:// address (http:// only for localhost)");
  return parsed;
}

function isThisMachine(hostname) {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function quote(text, most = 80) {
  return `"${excerpt(text, most)}"`;
}

function excerpt(text, most = 200) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
  const points = Array.from(line.slice(0, most * 2 + 2));
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
}

function required(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: true,
    ...also
  };
}

function optional(name, kind, also = {}) {
  return {
    name: name,
    kind: kind,
    required: false,
    ...also
  };
}

async function readInputs(inputs, runner) {
  const entries = Object.entries(inputs).map(([key, input]) => ({
    key: key,
    input: input,
    given: textOf(input, runner)
  }));
  for (const {input: input, given: given} of entries) if (input.kind.secret && given) maskSecret(given, runner);
  const read = {};
  for (const {key: key, input: input, given: given} of entries) read[key] = await readInput(input, given);
  return read;
}

function textOf(input, runner) {
  const old = input.formerly && runner.input(input.formerly);
  if (old) {
    runner.notice(`Input "${input.formerly}" is now called "${input.name}"; both are understood.`);
    return old;
  }
  return runner.input(input.name) || input.env && runner.env(input.env)?.trim() || "";
}

function maskSecret(given, runner) {
  runner.mask(given);
  for (const line of given.split(/[\r\n]+/)) {
    runner.mask(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address, password, search ]) runner.mask(part);
    if (pathname.length >= 20) runner.mask(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.mask(segment);
    for (const part of [ username, ...searchParams.values() ]) if (part.length >= 8) runner.mask(part);
  }
}

async function readInput(input, given) {
  if (given === "") {
    if (!input.required) return;
    const instead = input.env ? `, nor was the environment variable ${input.env}` : "";
    throw new InputError(`Input "${input.name}" is required and was not given${instead}.`);
  }
  try {
    return await input.kind.parse(given);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : quote(error.part ?? given);
    const expected = excerpt(error.expected, 400);
    throw new InputError(`Input "${input.name}" must be ${expected}, not ${value}.`);
  }
}

const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");

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

function command(name, properties, message) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const head = pairs.length === 0 ? name : `${name} ${pairs.join(",")}`;
  return `::${head}::${escapeMessage(message)}`;
}

function escapeMessage(message) {
  return message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value) {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function harmless(text) {
  return text.replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

class Secrets {
  #known=new Set;
  #pattern;
  add(secret) {
    if (secret.length < 4 || this.#known.has(secret)) return false;
    for (const form of [ secret, encodeURIComponent(secret.toWellFormed()) ]) this.#known.add(form);
    const longestFirst = [ ...this.#known ].sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.map(RegExp.escape).join("|"), "g");
    return true;
  }
  hide(text) {
    return this.#pattern ? text.replace(this.#pattern, "***") : text;
  }
}

const stdout = 1;

function print(line) {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) rest = rest.subarray(write(rest));
}

function write(bytes) {
  try {
    return (0, external_node_fs_namespaceObject.writeSync)(stdout, bytes);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (code === "EPIPE") return bytes.length;
    if (code !== "EAGAIN") throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

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

function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

function _joinExpects(values$1, separator) {
  const list = [ ...new Set(values$1) ];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
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

function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, {
        received: `${dataset.value.length}`
      });
      return dataset;
    }
  };
}

function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}

function transform(operation) {
  return {
    kind: "transformation",
    type: "transform",
    reference: transform,
    async: false,
    operation: operation,
    "~run"(dataset) {
      dataset.value = this.operation(dataset.value);
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

function dist_boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: dist_boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (_isSameValueZero(dataset.value, this.literal)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
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
        if (!dataset.issues || !config$1.abortEarly) for (const key in input) if (_isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
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

function dist_optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: dist_optional,
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

function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: _joinExpects(options.map(_stringify), "|"),
    async: false,
    options: options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key: key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input = dataset.value;
      if (input && typeof input === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input) if (_isValidObjectKey(input, entryKey)) {
          const entryValue = input[entryKey];
          const keyDataset = this.key["~run"]({
            value: entryKey
          }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input: input,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [ pathItem ];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({
            value: entryValue
          }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input: input,
              key: entryKey,
              value: entryValue
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
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}

function strictObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "strict_object",
    reference: strictObject,
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
        if (!dataset.issues || !config$1.abortEarly) for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
          _addIssue(this, "key", dataset, config$1, {
            input: key,
            expected: "never",
            path: [ {
              type: "object",
              origin: "key",
              input: input,
              key: key,
              value: input[key]
            } ]
          });
          break;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
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

function _subIssues(datasets) {
  let issues;
  if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue); else issues = dataset.issues;
  return issues;
}

function union(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "union",
    reference: union,
    expects: _joinExpects(options.map(option => option.expects), "|"),
    async: false,
    options: options,
    message: message$1,
    "~run"(dataset, config$1) {
      let validDataset;
      let typedDatasets;
      let untypedDatasets;
      for (const schema of this.options) {
        const optionDataset = schema["~run"]({
          value: dataset.value
        }, config$1);
        if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset); else typedDatasets = [ optionDataset ]; else {
          validDataset = optionDataset;
          break;
        } else if (untypedDatasets) untypedDatasets.push(optionDataset); else untypedDatasets = [ optionDataset ];
      }
      if (validDataset) return validDataset;
      if (typedDatasets) {
        if (typedDatasets.length === 1) return typedDatasets[0];
        _addIssue(this, "type", dataset, config$1, {
          issues: _subIssues(typedDatasets)
        });
        dataset.typed = true;
      } else if (untypedDatasets?.length === 1) return untypedDatasets[0]; else _addIssue(this, "type", dataset, config$1, {
        issues: _subIssues(untypedDatasets)
      });
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

function dist_safeParse(schema, input, config$1) {
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

const workflow_run_words = fallback(nullish(string()), void 0);

const eventShape = object({
  pull_request: fallback(dist_optional(object({
    number: number(),
    title: string(),
    head: object({
      sha: string(),
      ref: string()
    })
  })), void 0),
  head_commit: fallback(nullish(object({
    message: workflow_run_words
  })), void 0)
});

function readWorkflowRun(env, event) {
  const parsed = dist_safeParse(eventShape, event);
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

const summaryLimit = 1024 * 1024;

class GithubRunner {
  cancelled;
  #title;
  #secrets=new Secrets;
  #run;
  constructor(title, cancelled) {
    this.#title = title;
    this.cancelled = cancelled;
  }
  get workspace() {
    return this.env("GITHUB_WORKSPACE") ?? process.cwd();
  }
  get run() {
    this.#run ??= readWorkflowRun(name => this.env(name), this.#event());
    return this.#run;
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
  input(name) {
    return (this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "").trim();
  }
  env(name) {
    return process.env[name] || void 0;
  }
  mask(secret) {
    if (this.#secrets.add(secret)) print(command("add-mask", {}, secret));
  }
  info(message) {
    print(harmless(this.#secrets.hide(message)));
  }
  notice(message, place) {
    this.#annotate("notice", message, place);
  }
  warning(message, place) {
    this.#annotate("warning", message, place);
  }
  error(message, place) {
    this.#annotate("error", message, place);
  }
  output(values) {
    const entries = Object.entries(values).map(([name, value]) => [ name, this.#safe(name, value) ]);
    const file = this.env("GITHUB_OUTPUT");
    if (file) (0, external_node_fs_namespaceObject.appendFileSync)(file, entries.map(([name, text]) => heredoc(name, text)).join("")); else for (const [name, text] of entries) this.info(`Output ${name}: ${text}`);
  }
  #safe(name, value) {
    const text = runner_textOf(value);
    const safe = this.#secrets.hide(text);
    if (safe !== text) this.warning(`Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  summary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) return;
    const room = summaryLimit - sizeOf(file);
    const safe = Buffer.from(`${this.#secrets.hide(markdown)}\n`);
    if (safe.length <= room) {
      (0, external_node_fs_namespaceObject.appendFileSync)(file, safe);
      return;
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`);
    const note = Buffer.from("\n\n… cut here: the job summary may hold 1 MiB.\n");
    const end = safe.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_namespaceObject.appendFileSync)(file, Buffer.concat([ safe.subarray(0, end), note ]));
  }
  #annotate(level, message, place) {
    const properties = toCommandProperties({
      title: this.#title,
      ...place
    });
    print(command(level, properties, harmless(this.#secrets.hide(message))));
  }
  #event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
    } catch {
      return;
    }
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((most, end) => Math.max(most, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function runner_textOf(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function sizeOf(file) {
  return (0, external_node_fs_namespaceObject.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

function action(parts) {
  return parts;
}

const graceAfterCancel = 4800;

function run(it) {
  process.exitCode = 1;
  const runner = new GithubRunner(it.title, hearCancellation());
  attempt(it, runner).then(failed => process.exit(failed ? 1 : 0));
}

async function attempt(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return false;
  } catch (error) {
    runner.error(explain(error));
    return true;
  }
}

function explain(error) {
  if (error instanceof failure_Failure) return error.message;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `This is a defect of the action, please report it with these lines. ${stack}${cause}`;
}

function hearCancellation() {
  const controller = new AbortController;
  const hear = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new Cancelled);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return controller.signal;
}

function plain(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function code(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function markdown_link(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return plain(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${plain(text)}](${href})`;
}

function table(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
}

function answerOf(incoming, body, cut) {
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: body.toString("utf8"),
    cut: cut
  };
}

function readJson(answer, shape, from) {
  const parsed = dist_safeParse(shape, answer_parseJson(answer.body));
  if (parsed.success) return parsed.output;
  const path = getDotPath(parsed.issues[0]);
  const where = path ? ` (at "${path}")` : "";
  throw new failure_Failure(`${from} is not what its API describes${where}: status ${answer.status}, ` + `${answer.headers["content-type"] ?? "no content type"}, ${begin(answer.body)}`);
}

function answer_parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

function begin(body) {
  return body.trim() === "" ? "an empty body." : `beginning with "${excerpt(body, 120)}".`;
}

const clock_systemClock = {
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
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  }
};

function say(ms) {
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

class TimedOut extends failure_Failure {
  name="TimedOut";
}

class deadline_Deadline {
  clock;
  signal;
  #ends;
  #stopTimer;
  constructor(ms, cancelled, clock = clock_systemClock) {
    const timeOver = new AbortController;
    this.clock = clock;
    this.#ends = clock.now() + ms;
    this.#stopTimer = clock.after(ms, () => {
      timeOver.abort(new TimedOut(`The time given, ${say(ms)}, is over.`));
    });
    this.signal = AbortSignal.any([ cancelled, timeOver.signal ]);
  }
  get remaining() {
    return Math.max(0, this.#ends - this.clock.now());
  }
  within(ms) {
    const shorter = new deadline_Deadline(ms, this.signal, this.clock);
    shorter.#ends = Math.min(shorter.#ends, this.#ends);
    return shorter;
  }
  outlivedBy(ms) {
    const late = new AbortController;
    const end = () => {
      this.clock.after(ms, () => late.abort(this.signal.reason));
    };
    if (this.signal.aborted) end(); else this.signal.addEventListener("abort", end, {
      once: true
    });
    return new deadline_Deadline(this.remaining + ms, late.signal, this.clock);
  }
  afterwards(ms) {
    return new deadline_Deadline(ms, (new AbortController).signal, this.clock);
  }
  sleep(ms) {
    return this.clock.sleep(ms, this.signal);
  }
  release() {
    this.#stopTimer();
  }
}

function growing(first, factor, most) {
  return tries => Math.min(most, first * factor ** tries);
}

function jittered(pace, random) {
  return tries => random() * pace(tries);
}

async function until(ask, pace, deadline) {
  for (let tries = 0; ;tries++) {
    deadline.signal.throwIfAborted();
    const answer = await ask(tries);
    if (answer !== void 0) return answer;
    await deadline.sleep(pace(tries));
  }
}

function retryAfter(headers, now) {
  return seconds(headers["retry-after"], now) ?? seconds(headers["ratelimit-reset"], now);
}

function seconds(header, now) {
  const value = String(header ?? "").trim();
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    const count = Number(value);
    const left = count < 1e9 ? count * 1e3 : count * 1e3 - now.getTime();
    return Math.max(0, left);
  }
  const date = /[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now.getTime());
}

const external_node_util_namespaceObject = process.getBuiltinModule("node:util");

function loopback(hostname) {
  if (!/^(.+\.)?localhost$/.test(hostname)) return {};
  return {
    lookup: (_hostname, _options, found) => {
      found(null, [ {
        address: "127.0.0.1",
        family: 4
      }, {
        address: "::1",
        family: 6
      } ]);
    }
  };
}

class Unanswered extends Error {
  name="Unanswered";
  executed;
  constructor(reason, executed, cause) {
    super(reason, {
      cause: cause
    });
    this.executed = executed;
  }
}

const megabyte = 1024 * 1024;

function send(request, deadline) {
  return new Promise((resolve, reject) => {
    deadline.signal.throwIfAborted();
    refuseUnsendable(request.headers ?? {});
    let connected = false;
    let answered = false;
    const outgoing = send_open(request, incoming => {
      answered = true;
      readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({body: body, cut: cut}) => resolve(answerOf(incoming, body, cut)), error => fail(error));
    });
    const fail = error => {
      outgoing.destroy();
      const executed = connected ? "unknown" : "no";
      reject(deadline.signal.aborted ? deadline.signal.reason : new Unanswered(reasonOf(error), executed, error));
    };
    outgoing.on("socket", socket => {
      connected = !socket.connecting;
      const arrived = "encrypted" in socket ? "secureConnect" : "connect";
      socket.once(arrived, () => {
        connected = true;
      });
    });
    outgoing.on("error", fail);
    const giveUp = () => fail(deadline.signal.reason);
    deadline.signal.addEventListener("abort", giveUp, {
      once: true
    });
    outgoing.on("close", () => {
      deadline.signal.removeEventListener("abort", giveUp);
      if (!answered) fail(new Error("the connection was closed before an answer came"));
    });
    outgoing.end(request.body);
  });
}

function refuseUnsendable(headers) {
  for (const [name, value] of Object.entries(headers)) {
    if (!/[^\t\x20-\x7E\x80-\xFF]/.test(value)) continue;
    throw new failure_Failure(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` + "does not allow. Is its value complete, and on one line?");
  }
}

function send_open(request, answered) {
  const {connection: connection = {}, body: body} = request;
  const options = {
    ...loopback(request.url.hostname),
    method: request.method,
    headers: {
      "user-agent": "ci-actions",
      ...body !== void 0 && {
        "content-length": String(Buffer.byteLength(body))
      },
      ...request.headers
    }
  };
  if (request.url.protocol === "http:") {
    const http = process.getBuiltinModule("node:http");
    const agent = agentFor(http.Agent, connection.proxy);
    return http.request(request.url, {
      ...options,
      agent: agent
    }, answered);
  }
  const https = process.getBuiltinModule("node:https");
  const agent = agentFor(https.Agent, connection.proxy);
  const trust = {
    ca: connection.ca,
    rejectUnauthorized: !connection.insecure
  };
  return https.request(request.url, {
    ...options,
    ...trust,
    agent: agent
  }, answered);
}

function agentFor(Kind, proxyEnv) {
  return proxyEnv ? new Kind({
    proxyEnv: proxyEnv
  }) : false;
}

function readBody(incoming, most) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let length = 0;
    incoming.on("data", chunk => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > most) finish();
    });
    const finish = () => {
      resolve({
        body: Buffer.concat(chunks).subarray(0, most),
        cut: length > most
      });
      incoming.destroy();
    };
    incoming.on("end", finish);
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("the connection was closed before the answer ended")));
  });
}

const plainReasons = {
  ECONNREFUSED: "nothing listens there (connection refused)",
  ECONNRESET: "the connection was reset before the answer ended",
  EPIPE: "the connection was closed while the request was sent",
  ENOTFOUND: "there is no such host (DNS)",
  EAI_AGAIN: "the name server does not answer (DNS)",
  ETIMEDOUT: "the host does not answer (connect timed out)",
  EHOSTUNREACH: "there is no route to the host",
  ENETUNREACH: "there is no route to the network",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an authority that is not known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
  HPE_INVALID_CONSTANT: "it does not speak HTTP",
  EPROTO: "it does not speak TLS as expected (https asked of an http port?)"
};

function reasonOf(error) {
  const first = external_node_util_namespaceObject.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  if (!external_node_util_namespaceObject.types.isNativeError(first)) return excerpt(String(first));
  const code = "code" in first ? String(first.code) : void 0;
  const words = code && plainReasons[code];
  if (words) return words.includes(`(`) ? words : `${words} (${code})`;
  return excerpt(first.message);
}

class Refused extends failure_Failure {
  name="Refused";
  status;
  answer;
  constructor(message, answer) {
    super(message);
    this.status = answer.status;
    this.answer = answer;
  }
}

class client_Ambiguous extends failure_Failure {
  name="Ambiguous";
  answered;
  answer;
  constructor(message, answered, answer) {
    super(message);
    this.answered = answered;
    this.answer = answer;
  }
}

const attemptTimeout = 3e4;

const passing = new Set([ 500, 502, 503, 504 ]);

class client_Client {
  #service;
  constructor(service) {
    this.#service = service;
  }
  async ask(question, deadline) {
    const {clock: clock} = deadline;
    const {repeatable: repeatable = question.method === "GET", tries: tries = 5} = question;
    const pace = jittered(growing(500, 2, 15e3), clock.random);
    for (let times = 0, failures = 0; ;times++) {
      deadline.signal.throwIfAborted();
      this.#service.asking?.();
      const outcome = await this.#once(question, deadline);
      const wait = waitOf(outcome, clock.date());
      if (wait.kind === "done") return wait.answer;
      if (wait.kind === "refused") throw this.#refused(question, wait.answer);
      if (wait.counts) failures++;
      if (wait.executed === "unknown" && !repeatable) {
        const answer = outcome instanceof Unanswered ? void 0 : outcome;
        throw new client_Ambiguous(`${this.#subject(question)} ${wait.reason}.`, !!answer, answer);
      }
      if (failures >= tries) {
        const often = tries === 1 ? "" : `, ${tries} times in a row`;
        throw new failure_Failure(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
      }
      const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
      if (pause > deadline.remaining) throw new TimedOut(`${this.#subject(question)} ${wait.reason}, to be asked again in ${say(pause)}; ` + `${say(deadline.remaining)} are left of the time given.`);
      this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${say(pause)}.`);
      await deadline.sleep(pause);
    }
  }
  async askJson(question, shape, deadline) {
    const answer = await this.ask(question, deadline);
    return readJson(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
  }
  async #once(question, deadline) {
    const {base: base, headers: headers, connection: connection} = this.#service;
    const body = question.json === void 0 ? void 0 : JSON.stringify(question.json);
    const attempt = deadline.within(attemptTimeout);
    try {
      return await send({
        method: question.method,
        url: addressOf(base, question),
        headers: {
          accept: "application/json",
          ...body !== void 0 && {
            "content-type": "application/json; charset=utf-8"
          },
          ...headers
        },
        body: body,
        connection: connection
      }, attempt);
    } catch (error) {
      if (error instanceof Unanswered) return error;
      deadline.signal.throwIfAborted();
      if (!(error instanceof TimedOut)) throw error;
      return new Unanswered(`none within ${say(attemptTimeout)}`, "unknown", error);
    } finally {
      attempt.release();
    }
  }
  #refused(question, answer) {
    const said = wordsOf(answer);
    return new Refused(`${this.#subject(question)} answered ${answer.status}${said ? `: "${said}"` : ""}.${this.#hint(answer.status)}`, answer);
  }
  #hint(status) {
    const hint = status && this.#service.hints?.[status];
    return hint ? ` ${hint}` : "";
  }
  #subject(question) {
    return question.path === "" ? this.#service.name : `${this.#service.name} (${nameOf(question)})`;
  }
}

function waitOf(outcome, now) {
  if (outcome instanceof Unanswered) {
    const reason = `gave no answer: ${outcome.message}`;
    return {
      kind: "again",
      reason: reason,
      executed: outcome.executed,
      counts: true
    };
  }
  const {status: status, headers: headers} = outcome;
  if (status >= 200 && status < 300) return {
    kind: "done",
    answer: outcome
  };
  if (status !== 429 && !passing.has(status)) return {
    kind: "refused",
    answer: outcome
  };
  const limited = status === 429;
  return {
    kind: "again",
    reason: limited ? "answered 429 (too many requests)" : `answered ${status}`,
    executed: limited ? "no" : "unknown",
    status: status,
    asked: retryAfter(limited ? headers : {
      "retry-after": headers["retry-after"]
    }, now),
    counts: !limited
  };
}

function addressOf(base, {path: path, query: query = {}}) {
  const url = new URL(base);
  if (path !== "") url.pathname = `${base.pathname.replace(/\/$/, "")}${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

function nameOf({method: method, path: path}) {
  return path === "" ? method : `${method} ${path}`;
}

const errorShape = object({
  message: string()
});

function wordsOf({body: body}) {
  const parsed = answer_parseJson(body);
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
}

function follow_watchOf(targets, log) {
  return {
    pace: growing(500, 1.5, Math.max(5e3, targets * 600)),
    log: log
  };
}

const missingFor = 6e4;

const heartbeat = 6e4;

async function follow_follow(target, {id: id, version: version}, watch, deadline) {
  const tell = progress(target.identity.name, id, watch.log, () => deadline.clock.now());
  let known = version;
  const ask = async () => {
    const look = await target.look(id, deadline);
    if (look.state !== "missing") known = look.version;
    tell(look);
    return verdictOf(look, id, tell.elapsed());
  };
  try {
    return await until(ask, watch.pace, deadline);
  } catch (error) {
    if (!(error instanceof failure_Failure)) throw error;
    return {
      status: follow_statusOf(error),
      version: known,
      reason: whyNot(error, target, id, tell.phase())
    };
  }
}

function verdictOf(look, id, elapsed) {
  switch (look.state) {
   case "running":
    return;

   case "live":
    return {
      status: "succeeded",
      version: look.version
    };

   case "missing":
    if (elapsed < missingFor) return;
    throw new failure_Failure(`${id} was started, but is still not to be found after ${say(elapsed)}.`);

   default:
    return {
      status: look.state,
      version: look.version,
      reason: look.reason
    };
  }
}

function follow_statusOf(error) {
  if (error instanceof Cancelled) return "cancelled";
  if (error instanceof TimedOut) return "timed-out";
  if (error instanceof failure_Failure) return "failed";
  throw error;
}

function whyNot(error, {identity: identity}, id, phase) {
  const still = `${id} was started and is still running at ${identity.provider} (${phase})`;
  if (error instanceof Cancelled) return `The job was cancelled; ${still}.`;
  return error instanceof TimedOut ? `${error.message} ${still}.` : `${error.message} (${still}.)`;
}

function progress(name, id, log, now) {
  const began = now();
  let phase = "not seen yet";
  let said = Number.NEGATIVE_INFINITY;
  const tell = look => {
    const seen = look.state === "running" ? look.phase : look.state;
    const elapsed = now() - began;
    if (seen !== phase) log(`${name}: ${seen} (${id}, ${say(elapsed)})`); else if (elapsed - said >= heartbeat) log(`${name}: still ${seen} after ${say(elapsed)} (${id})`); else return;
    phase = seen;
    said = elapsed;
  };
  return Object.assign(tell, {
    phase: () => phase,
    elapsed: () => now() - began
  });
}

const late_finishWriting = 1500;

const oneRequest = 1500;

async function late_liveLate(target, deadline) {
  try {
    return await target.live(deadline.signal.aborted ? deadline.afterwards(oneRequest) : deadline);
  } catch (error) {
    if (error instanceof failure_Failure) return null;
    throw error;
  }
}

const statuses = [ "dry-run", "unchanged", "succeeded", "started", "superseded", "rolled-back", "cancelled", "timed-out", "failed" ];

const marks = {
  "dry-run": "📝",
  unchanged: "⚪",
  succeeded: "✅",
  started: "🚀",
  superseded: "⏭️",
  "rolled-back": "↩️",
  cancelled: "⛔",
  "timed-out": "⏱️",
  failed: "❌"
};

const versionShape = object({
  ref: string(),
  commit: dist_optional(string()),
  digest: dist_optional(string())
});

const recordShape = object({
  schema: literal("ci-actions/deployment@1"),
  kind: picklist([ "deploy", "rollback" ]),
  provider: string(),
  name: string(),
  environment: dist_optional(string()),
  target: record(string(), union([ string(), array(string()) ])),
  status: picklist(statuses),
  changed: dist_boolean(),
  id: dist_optional(string()),
  version: nullable(versionShape),
  previous: nullable(versionShape),
  live: nullable(versionShape),
  url: dist_optional(string()),
  logUrl: dist_optional(string()),
  startedAt: string(),
  finishedAt: string(),
  reason: dist_optional(string())
});

function sameVersion(one, other) {
  if (!one || !other) return false;
  if (one.digest && other.digest) return one.digest === other.digest;
  if (one.commit && other.commit) return one.commit === other.commit;
  return one.ref === other.ref;
}

function worst(all) {
  return statuses.findLast(status => all.includes(status)) ?? "unchanged";
}

function record_isGood(status) {
  return [ "dry-run", "unchanged", "succeeded", "started" ].includes(status);
}

const deploymentRecords = {
  parse(given) {
    const shape = array(recordShape);
    const arrays = parsedArrays(given);
    const result = dist_safeParse(shape, arrays);
    if (result.success) return result.output;
    throw new Unusable(`the "deployments" output of a deploy step (${result.issues[0].message})`, given);
  }
};

function parsedArrays(given) {
  try {
    return JSON.parse(given);
  } catch {}
  try {
    return given.split("\n").filter(line => line.trim() !== "").flatMap(line => JSON.parse(line));
  } catch {
    return;
  }
}

const deploymentOutputs = [ "deployments", "status", "changed", "version", "previous-version", "url", "deployment-id" ];

function flatOutputs(records) {
  const [first] = records;
  return {
    deployments: records,
    status: worst(records.map(one => one.status)),
    changed: records.some(one => one.changed),
    version: first?.version?.ref,
    "previous-version": first?.previous?.ref,
    url: first?.url,
    "deployment-id": first?.id
  };
}

function record_openRecord(kind, identity, environment, now) {
  const time = now.toISOString();
  return {
    schema: "ci-actions/deployment@1",
    kind: kind,
    ...identity,
    ...environment && {
      environment: environment
    },
    status: "failed",
    changed: false,
    version: null,
    previous: null,
    live: null,
    startedAt: time,
    finishedAt: time
  };
}

function record_shortName(version) {
  if (!version) return "nothing";
  return version.commit?.slice(0, 7) ?? version.digest?.slice(0, 19) ?? version.ref;
}

async function rollback_goBack(target, way, {pace: pace, log: log}, deadline) {
  const {clock: clock} = deadline;
  const {name: name} = target.identity;
  let record = record_openRecord("rollback", target.identity, way.environment, clock.date());
  const end = part => ({
    ...record,
    ...part,
    ...target.identity,
    finishedAt: clock.date().toISOString()
  });
  try {
    const live = await target.live(deadline);
    record = {
      ...record,
      live: live,
      previous: live
    };
    const to = destination(live, await way.to(deadline), way);
    if (!to) return end({
      status: "unchanged",
      version: live,
      reason: `${record_shortName(live)} is live already.`
    });
    const move = target.restore(to);
    if (way.dryRun) return end({
      status: "dry-run",
      version: to,
      reason: `Would ${move.says}.`
    });
    deadline.signal.throwIfAborted();
    record = {
      ...record,
      changed: true,
      version: to
    };
    const started = await move.begin(deadline.outlivedBy(late_finishWriting));
    log(`${name}: going back to ${record_shortName(to)} with ${started.id}`);
    const logUrl = target.logUrl(started.id);
    record = {
      ...record,
      id: started.id,
      ...logUrl && {
        logUrl: logUrl
      }
    };
    if (way.wait === false) return end({
      status: "started",
      reason: "Nobody waits for its end."
    });
    const verdict = await follow_follow(target, started, {
      pace: pace,
      log: log
    }, deadline);
    const liveNow = verdict.status === "succeeded" ? verdict.version : await late_liveLate(target, deadline);
    return end({
      ...verdict,
      live: liveNow
    });
  } catch (error) {
    const changed = error instanceof client_Ambiguous || record.changed && deadline.signal.aborted;
    return end({
      changed: changed,
      status: follow_statusOf(error),
      reason: failure_messageOf(error)
    });
  }
}

function destination(live, to, {from: from, force: force}) {
  if (!to) throw new failure_Failure("There is nothing to go back to: no version is known that served before. " + 'Name one with "to", or deploy a good one.');
  if (sameVersion(live, to)) return null;
  if (force || !live || !from || sameVersion(live, from)) return to;
  throw new failure_Failure(`${record_shortName(live)} (${live.ref}) is live, which is neither the version to leave, ${record_shortName(from)}, ` + `nor the one to go back to, ${record_shortName(to)}: somebody has deployed since. Use "force: true" if you mean it.`);
}

function summaryOf(title, records, notes = []) {
  const head = [ "", "status", "version", "before", "live now", "took" ];
  const rows = records.map(record => [ markdown_link(record.name, record.url), `${marks[record.status]} ${markdown_link(record.status, record.logUrl)}`, tell_short(record.version), tell_short(record.previous), tell_short(record.live), say(Date.parse(record.finishedAt) - Date.parse(record.startedAt)) ]);
  const reasons = records.flatMap(({name: name, reason: reason}) => reason ? [ `- **${plain(name)}**: ${plain(reason)}` ] : []);
  const body = records.length === 0 ? [] : [ table(head, rows), "" ];
  const lines = [ ...reasons, ...notes.map(note => `- ${note}`) ];
  return [ `### ${plain(title)}`, "", ...body, ...lines, "" ].join("\n");
}

function refuseBad(records) {
  const bad = records.filter(({status: status}) => !record_isGood(status));
  if (bad.length === 0) return;
  throw new failure_Failure(bad.map(tell_inWords).join(" | "));
}

function tell_inWords({name: name, status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Its log: ${logUrl}` : "";
  return `${name} ${status}: ${reason ?? "no reason is known."}${log}`;
}

function tell_short(version) {
  return version ? code(record_shortName(version)) : "–";
}

function yaml(shape, expected) {
  return {
    async parse(given) {
      const result = dist_safeParse(shape, await readYaml(given, expected));
      if (result.success) return result.output;
      const issue = result.issues[0];
      const path = getDotPath(issue);
      throw new Unusable(path ? `${expected}; at "${path}": ${issue.message}` : expected);
    }
  };
}

async function readYaml(given, expected) {
  try {
    return JSON.parse(given);
  } catch {}
  const {parse: parse} = await __nccwpck_require__.e(815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  try {
    return parse(given, {
      maxAliasCount: 100,
      logLevel: "error"
    });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Unusable(`${expected}; as YAML it cannot be read: ${reason?.replace(/:$/, "")}`);
  }
}

const locatorShape = strictObject({
  serviceId: pipe(string(), regex(/^srv-[\w-]+$/, "not the id of a service, srv-…")),
  name: dist_optional(string())
});

const locatorsShape = pipe(unknown(), transform(given => Array.isArray(given) ? given : [ given ]), array(locatorShape), minLength(1));

const locators = yaml(locatorsShape, 'YAML that says where to find it, such as "serviceId: srv-…", or a list of such');

const inputs = {
  deployments: optional("deployments", deploymentRecords),
  provider: optional("provider", oneOf("render")),
  target: optional("target", locators),
  to: required("to", kinds_text),
  reason: optional("reason", kinds_text),
  force: required("force", flag),
  disableAutodeploy: required("disable-autodeploy", flag),
  wait: required("wait", flag),
  timeout: required("timeout", duration),
  environment: optional("environment", kinds_text),
  renderApiKey: optional("render-api-key", secret),
  apiUrl: required("api-url", url),
  dryRun: required("dry-run", flag)
};

function notesOn(records, {reason: reason, disableAutodeploy: disableAutodeploy}) {
  const changed = records.filter(record => record.changed && record.provider === "render");
  const autodeploy = disableAutodeploy ? `Autodeploy was turned off for ${changed.map(({name: name}) => plain(name)).join(", ")}. ` + "Turn it on again in the settings of the service once a good version is there." : "Autodeploy is as it was: where it is on, the next push deploys again. `disable-autodeploy: true` turns it off.";
  return [ ...reason ? [ `Reason: ${plain(reason)}` ] : [], ...changed.length > 0 ? [ autodeploy ] : [], ...records.length === 0 ? [ "Nothing was changed, so there is nothing to take back." ] : [] ];
}

function restoredVersion([first]) {
  return first?.version?.commit ?? first?.version?.digest ?? first?.version?.ref;
}

const deployShape = object({
  id: string(),
  status: string(),
  trigger: dist_optional(string()),
  commit: nullish(object({
    id: nullish(string())
  })),
  image: nullish(object({
    ref: nullish(string()),
    sha: nullish(string())
  })),
  createdAt: nullish(string())
});

const deployListShape = array(object({
  deploy: deployShape,
  cursor: nullish(string())
}));

const serviceShape = object({
  id: string(),
  name: string(),
  dashboardUrl: nullish(string()),
  suspended: nullish(string()),
  serviceDetails: nullish(looseObject({
    url: nullish(unknown())
  }))
});

const hints = {
  401: 'Check the API key: Render, Account Settings, API Keys; it belongs in "secrets".',
  403: "The API key may not do this; it needs the rights of a workspace member.",
  404: "Check the id of the service (srv-…) and that the API key is of its workspace."
};

class RenderApi {
  #client;
  constructor({apiKey: apiKey, apiUrl: apiUrl, connection: connection, log: log}) {
    const headers = {
      authorization: `Bearer ${apiKey}`
    };
    this.#client = new client_Client({
      name: "Render",
      base: apiUrl,
      headers: headers,
      connection: connection,
      hints: hints,
      log: log
    });
  }
  service(id, deadline) {
    return this.#get(`/services/${id}`, {}, serviceShape, deadline);
  }
  async deploys(id, deadline, {limit: limit = 20, cursor: cursor} = {}) {
    const query = {
      limit: String(limit),
      ...cursor && {
        cursor: cursor
      }
    };
    const page = await this.#get(`/services/${id}/deploys`, query, deployListShape, deadline);
    const deploys = page.map(({deploy: deploy}) => deploy);
    return {
      deploys: deploys,
      cursor: page.length < limit ? void 0 : page.at(-1)?.cursor ?? void 0
    };
  }
  async deploy(id, deployId, deadline) {
    const path = `/services/${id}/deploys/${deployId}`;
    try {
      const question = {
        method: "GET",
        path: path,
        tries: Number.POSITIVE_INFINITY
      };
      return await this.#client.askJson(question, deployShape, deadline);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return;
      throw error;
    }
  }
  startDeploy(id, wanted, deadline) {
    return this.#post(`/services/${id}/deploys`, wanted, deadline);
  }
  rollback(id, deployId, deadline) {
    return this.#post(`/services/${id}/rollback`, {
      deployId: deployId
    }, deadline);
  }
  async cancel(id, deployId, deadline) {
    const path = `/services/${id}/deploys/${deployId}/cancel`;
    await this.#client.ask({
      method: "POST",
      path: path,
      repeatable: true
    }, deadline);
  }
  async turnOffAutodeploy(id, deadline) {
    const question = {
      method: "PATCH",
      path: `/services/${id}`,
      repeatable: true
    };
    await this.#client.ask({
      ...question,
      json: {
        autoDeploy: "no"
      }
    }, deadline);
  }
  #get(path, query, shape, deadline) {
    return this.#client.askJson({
      method: "GET",
      path: path,
      query: query,
      tries: 10
    }, shape, deadline);
  }
  async #post(path, json, deadline) {
    const {body: body} = await this.#client.ask({
      method: "POST",
      path: path,
      json: json
    }, deadline);
    const deploy = dist_safeParse(deployShape, answer_parseJson(body));
    return deploy.success ? deploy.output : void 0;
  }
}

object({
  deploy: object({
    id: string()
  })
});

const underway = [ "created", "queued", "build_in_progress", "pre_deploy_in_progress", "update_in_progress" ];

const failures = {
  build_failed: "its build failed",
  pre_deploy_failed: "its pre-deploy command failed",
  update_failed: "it was built, but never became healthy"
};

const mostPages = 5;

class RenderTarget {
  #api;
  #order;
  #known=new Set;
  #service;
  constructor(api, order) {
    this.#api = api;
    this.#order = order;
  }
  get identity() {
    const {serviceId: serviceId} = this.#order;
    const url = this.#service?.serviceDetails?.url;
    return {
      provider: "render",
      name: this.#name,
      target: {
        serviceId: serviceId
      },
      ...typeof url === "string" && {
        url: url
      }
    };
  }
  get #name() {
    return this.#order.name ?? this.#service?.name ?? this.#order.serviceId;
  }
  async plan(deadline) {
    const history = await this.#meet(deadline);
    if (this.#service?.suspended === "suspended") throw new failure_Failure(`${this.#name} is suspended on Render and cannot be deployed; resume it.`);
    const live = history.find(({status: status}) => status === "live");
    return {
      live: live ? versionOf(live) : null,
      before: version => before(version, history),
      step: this.#step(history, live)
    };
  }
  async look(id, deadline) {
    const deploy = await this.#api.deploy(this.#order.serviceId, id, deadline);
    if (!deploy) return {
      state: "missing"
    };
    const version = versionOf(deploy);
    const {status: status} = deploy;
    if (status === "live") return {
      state: "live",
      version: version
    };
    if (status === "deactivated") {
      const reason = `${id} went live and was replaced by a newer deploy since.`;
      return {
        state: "superseded",
        version: version,
        reason: reason
      };
    }
    if (status === "canceled") return {
      version: version,
      ...await this.#whyCanceled(id, deadline)
    };
    const failure = failures[status];
    if (!failure) return {
      state: "running",
      phase: status,
      version: version
    };
    const reason = `${id} ended as ${status}: ${failure}.`;
    return {
      state: "failed",
      version: version,
      reason: reason
    };
  }
  async live(deadline) {
    const history = await this.#meet(deadline);
    const live = history.find(({status: status}) => status === "live");
    return live ? versionOf(live) : null;
  }
  async previous(deadline) {
    const history = await this.#history(deadline);
    const live = history.find(({status: status}) => status === "live");
    return live ? before(versionOf(live), history) : newestThatServed(history);
  }
  async find(text, deadline) {
    const history = await this.#history(deadline);
    const isMeant = deploy => {
      const {ref: ref, commit: commit, digest: digest} = versionOf(deploy);
      return ref === text || digest === text || text.length >= 7 && !!commit?.startsWith(text);
    };
    const found = history.filter(served).find(isMeant);
    if (found) return versionOf(found);
    if (/^[0-9a-f]{40}$/.test(text)) return {
      ref: text,
      commit: text
    };
    throw new failure_Failure(`${this.#name} has no deploy ${quote(text)} that was ever live. Give the id of one (dep-…), ` + 'a commit of at least 7 characters, or "previous".');
  }
  restore(to) {
    const {serviceId: serviceId, turnOffAutodeploy: turnOffAutodeploy} = this.#order;
    const also = turnOffAutodeploy ? " and turn its autodeploy off" : "";
    return {
      says: `roll ${this.#name} (${serviceId}) back to ${record_shortName(to)} (${to.ref})${also}`,
      begin: async deadline => {
        if (turnOffAutodeploy) await this.#api.turnOffAutodeploy(serviceId, deadline);
        try {
          if (!to.ref.startsWith("dep-")) return await this.#deployAgain(to, deadline);
          const ask = () => this.#api.rollback(serviceId, to.ref, deadline);
          return await this.#startOnce(ask, {
            trigger: "rollback"
          }, deadline);
        } catch (error) {
          const isGone = error instanceof Refused && [ 400, 404, 410 ].includes(error.status);
          if (isGone && to.commit) return this.#deployAgain(to, deadline);
          throw error;
        }
      }
    };
  }
  cancel(id, deadline) {
    return this.#api.cancel(this.#order.serviceId, id, deadline);
  }
  logUrl(id) {
    const dashboard = this.#service?.dashboardUrl;
    return dashboard ? `${dashboard}/deploys/${id}` : void 0;
  }
  async #meet(deadline) {
    const {serviceId: serviceId} = this.#order;
    const [history, service] = await Promise.all([ this.#history(deadline), this.#service ?? this.#api.service(serviceId, deadline) ]);
    this.#service = service;
    return history;
  }
  #step(history, live) {
    const {commit: commit, image: image, clearCache: clearCache, runCommit: runCommit, hook: hook} = this.#order;
    const wanted = commit ?? (image ? void 0 : runCommit);
    const brings = ({commit: one, image: picture}) => image ? picture?.ref === image : !!wanted && sameCommit(one?.id, wanted);
    const own = clearCache ? void 0 : history.find(one => isUnderway(one) && brings(one));
    if (own) return {
      kind: "attach",
      started: startedBy(own)
    };
    const isFixed = commit !== void 0 || !!image?.includes("@sha256:");
    if (live && isFixed && !clearCache && (brings(live) || hasDigest(live, image))) return {
      kind: "unchanged",
      version: versionOf(live)
    };
    return {
      kind: "start",
      move: hook ? this.#callHook(hook) : this.#createDeploy()
    };
  }
  #createDeploy() {
    const {serviceId: serviceId, commit: commit, image: image, clearCache: clearCache} = this.#order;
    const wanted = {
      ...commit && {
        commitId: commit
      },
      ...image && {
        imageUrl: image
      },
      clearCache: clearCache ? "clear" : "do_not_clear"
    };
    return {
      says: `POST /services/${serviceId}/deploys ${JSON.stringify(wanted)}`,
      begin: deadline => {
        const ask = () => this.#api.startDeploy(serviceId, wanted, deadline);
        return this.#startOnce(ask, {
          trigger: "api",
          commit: commit
        }, deadline);
      }
    };
  }
  #callHook(hook) {
    const {serviceId: serviceId, commit: commit} = this.#order;
    return {
      says: `call the deploy hook of ${serviceId}`,
      begin: deadline => {
        const ask = async () => {
          const id = await hook(deadline);
          return id ? {
            id: id,
            status: "created",
            trigger: "deploy_hook"
          } : void 0;
        };
        return this.#startOnce(ask, {
          trigger: "deploy_hook",
          commit: commit
        }, deadline);
      }
    };
  }
  #deployAgain(to, deadline) {
    const wanted = {
      commitId: to.commit ?? to.ref,
      clearCache: "do_not_clear"
    };
    const ask = () => this.#api.startDeploy(this.#order.serviceId, wanted, deadline);
    return this.#startOnce(ask, {
      trigger: "api",
      commit: wanted.commitId
    }, deadline);
  }
  async #startOnce(ask, sign, deadline) {
    for (let tries = 1; ;tries++) {
      const doubt = {
        answered: false,
        message: "Render took the request without saying which deploy it is."
      };
      let time = 6e4;
      try {
        const deploy = await ask();
        if (deploy) return startedBy(deploy);
      } catch (error) {
        if (!(error instanceof client_Ambiguous)) throw error;
        Object.assign(doubt, {
          answered: error.answered,
          message: error.message
        });
        time = error.answered ? 3e3 : 15e3;
      }
      const deploy = await this.#findNew(sign, time, deadline);
      if (deploy) return startedBy(deploy);
      if (doubt.answered && tries < 5) continue;
      throw new client_Ambiguous(`${doubt.message} No new deploy of ${this.#name} is listed, and it is not asked for again, because ` + "it may still come. Run this step again: it follows the deploy if there is one.", false);
    }
  }
  async #findNew(sign, time, deadline) {
    const isOurs = ({id: id, trigger: trigger, commit: commit}) => !this.#known.has(id) && (!trigger || trigger === sign.trigger) && (!sign.commit || !commit?.id || sameCommit(commit.id, sign.commit));
    const look = async () => {
      const {deploys: deploys} = await this.#api.deploys(this.#order.serviceId, deadline);
      return deploys.findLast(isOurs);
    };
    const limit = deadline.within(time);
    try {
      return await until(look, growing(300, 1.6, 5e3), limit);
    } catch (error) {
      if (error instanceof TimedOut && !deadline.signal.aborted) return;
      throw error;
    } finally {
      limit.release();
    }
  }
  async #history(deadline) {
    const history = [];
    let cursor;
    for (let page = 0; page < mostPages; page++) {
      const next = await this.#api.deploys(this.#order.serviceId, deadline, {
        limit: 100,
        cursor: cursor
      });
      history.push(...next.deploys);
      for (const {id: id} of next.deploys) this.#known.add(id);
      cursor = next.cursor;
      const live = history.find(({status: status}) => status === "live");
      if (!cursor || live && before(versionOf(live), history)) break;
    }
    return history;
  }
  async #whyCanceled(id, deadline) {
    const {deploys: deploys} = await this.#api.deploys(this.#order.serviceId, deadline);
    const newer = deploys.slice(0, Math.max(0, deploys.findIndex(one => one.id === id)));
    const next = newer.at(-1);
    if (!next) return {
      state: "cancelled",
      reason: `${id} was cancelled on Render.`
    };
    return {
      state: "superseded",
      reason: `${id} was cancelled in favour of the newer ${next.id}.`
    };
  }
}

function startedBy(deploy) {
  return {
    id: deploy.id,
    version: versionOf(deploy)
  };
}

function versionOf({id: id, commit: commit, image: image}) {
  return {
    ref: id,
    ...commit?.id && {
      commit: commit.id
    },
    ...image?.sha && {
      digest: image.sha
    }
  };
}

function isUnderway({status: status}) {
  return underway.includes(status);
}

function served({status: status}) {
  return status === "live" || status === "deactivated";
}

function sameCommit(one, other) {
  return !!one && (one.startsWith(other) || other.startsWith(one));
}

function hasDigest({image: image}, wanted) {
  return !!image?.sha && !!wanted?.endsWith(`@${image.sha}`);
}

function newestThatServed(history) {
  const deploy = history.find(served);
  return deploy ? versionOf(deploy) : null;
}

function before(version, history) {
  const first = history.findLastIndex(one => served(one) && sameVersion(versionOf(one), version));
  const newest = history.findIndex(one => one.id === version.ref);
  const isRollback = history[newest]?.trigger === "rollback";
  const older = history.slice((isRollback ? first : newest) + 1);
  const deploy = older.find(one => served(one) && !sameVersion(versionOf(one), version));
  return deploy ? versionOf(deploy) : null;
}

function waysBack(asked, runner) {
  const {deployments: deployments, provider: provider, target: target} = asked;
  if (deployments && (provider || target)) throw new InputError('Give "deployments", or "provider" and "target"; not both.');
  if (deployments) return fromRecords(deployments, asked, runner);
  if (!provider || !target) throw new InputError('Give "deployments" (the output of the deploy step), or "provider" and "target".');
  return target.map(({serviceId: serviceId, name: name}) => {
    const found = renderTarget(serviceId, name, asked, runner);
    return {
      target: found,
      way: {
        ...wayOf(asked),
        from: null,
        to: destinationOf(asked, found)
      }
    };
  });
}

function fromRecords(records, asked, runner) {
  return records.flatMap(record => {
    if (!record.changed) {
      runner.info(`${record.name}: ${record.status}, nothing was changed, so nothing is taken back.`);
      return [];
    }
    const target = targetOf(record, asked, runner);
    const environment = record.environment ?? asked.environment;
    const to = asked.to === "previous" ? async () => record.previous : destinationOf(asked, target);
    return [ {
      target: target,
      way: {
        ...wayOf(asked),
        environment: environment,
        from: record.version,
        to: to
      }
    } ];
  });
}

function targetOf({provider: provider, name: name, target: target}, asked, runner) {
  const {serviceId: serviceId} = target;
  if (provider !== "render" || typeof serviceId !== "string") throw new failure_Failure(`The record of ${quote(name)} is of provider ${quote(provider)}, which this version cannot take back; ` + 'it knows "render".');
  return renderTarget(serviceId, name, asked, runner);
}

function renderTarget(serviceId, name, {renderApiKey: renderApiKey, apiUrl: apiUrl, disableAutodeploy: disableAutodeploy}, runner) {
  if (!renderApiKey) throw new InputError('Input "render-api-key" is required to roll back on Render, and was not given.');
  const log = line => runner.info(line);
  const connection = {
    proxy: runner.proxy
  };
  const api = new RenderApi({
    apiKey: renderApiKey,
    apiUrl: apiUrl,
    connection: connection,
    log: log
  });
  return new RenderTarget(api, {
    serviceId: serviceId,
    name: name,
    turnOffAutodeploy: disableAutodeploy
  });
}

function wayOf({force: force, environment: environment, dryRun: dryRun, wait: wait}) {
  return {
    force: force,
    environment: environment,
    dryRun: dryRun,
    wait: wait
  };
}

function destinationOf({to: to}, target) {
  return deadline => to === "previous" ? target.previous(deadline) : target.find(to, deadline);
}

const rollback = action({
  title: "Rollback",
  inputs: inputs,
  outputs: [ ...deploymentOutputs, "restored-version" ],
  async main(given, runner) {
    const ways = waysBack(given, runner);
    const watch = follow_watchOf(ways.length, line => runner.info(line));
    const deadline = new deadline_Deadline(given.timeout, runner.cancelled);
    const records = await Promise.all(ways.map(({target: target, way: way}) => rollback_goBack(target, way, watch, deadline)));
    runner.output({
      ...flatOutputs(records),
      "restored-version": restoredVersion(records)
    });
    runner.summary(summaryOf("Rollback", records, notesOn(records, given)));
    refuseBad(records);
  }
});

run(rollback);
