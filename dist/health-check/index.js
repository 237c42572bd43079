"use strict";
var __webpack_modules__ = {
  181: (module => {
    module.exports = process.getBuiltinModule("buffer");
  }),
  932: (module => {
    module.exports = process.getBuiltinModule("process");
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

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new Unusable("true or false");
  }
};

function integer(least = 0, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  return {
    parse(given) {
      const value = Number(given);
      if (!/^[+-]?\d+$/.test(given) || value < least || value > most) throw new Unusable(`a whole number, ${range}`);
      return value;
    }
  };
}

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

function isThisMachine(hostname) {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const lines = given.split(/\r\n|\r|\n/).map(line => line.trim()).filter(line => line !== "" && !line.startsWith("#"));
      if (lines.length === 0) throw new Unusable("at least one line that is not a comment");
      return Promise.all(lines.map(line => parseLine(item, line)));
    }
  };
}

async function parseLine(item, line) {
  try {
    return await item.parse(line);
  } catch (error) {
    if (error instanceof Unusable) throw new Unusable(error.expected, error.part ?? line);
    throw error;
  }
}

function named(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? [];
      if (name === void 0 || rest === void 0) return {
        name: void 0,
        value: await parseLine(item, given)
      };
      return {
        name: name,
        value: await parseLine(item, rest)
      };
    }
  };
}

function quote(text, most = 80) {
  return `"${quote_excerpt(text, most)}"`;
}

function quote_excerpt(text, most = 200) {
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

function allInputs(inputs) {
  return Object.values(inputs).flatMap(one => isChoice(one) ? [ chooser(one), ...allGrouped(one) ] : [ one ]);
}

async function readInputs(inputs, runner) {
  for (const input of allInputs(inputs)) {
    const given = input.kind.secret && textOf(input, runner);
    if (given) maskSecret(given, runner);
  }
  return readAll(inputs, runner);
}

async function readAll(inputs, runner) {
  const alone = Object.values(inputs).filter(one => !isChoice(one));
  const texts = await textsOf(alone, runner);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isChoice(one) ? await readChoice(one, runner) : await parsed(one, texts.get(one));
  return read;
}

async function textsOf(inputs, runner) {
  const texts = new Map(inputs.map(input => [ input, textOf(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await defaultsOf(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new InputError(lackOf(missing));
  return texts;
}

async function defaultsOf({contract: contract}) {
  if (!contract) return () => "";
  const {defaultsIn: defaultsIn} = await Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(76) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 8076));
  return defaultsIn(contract);
}

function lackOf(missing) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required and were not given.` : `Input ${names} is required and was not given${env ? `, nor was the environment variable ${env}` : ""}.`;
  return `${said} A secret or variable that does not exist, or that this run does not get, is empty.`;
}

function isChoice(one) {
  return "groups" in one;
}

function chooser({by: by, groups: groups}) {
  return required(by, oneOf(...Object.keys(groups)));
}

function allGrouped({groups: groups}) {
  return Object.values(groups).flatMap(group => Object.values(group));
}

async function readChoice(choice, runner) {
  const by = chooser(choice);
  const name = String(await parsed(by, (await textsOf([ by ], runner)).get(by)));
  const group = choice.groups[name] ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, runner));
  if (stray) throw new InputError(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
  return {
    name: name,
    given: await readAll(group, runner)
  };
}

function isGiven({name: name, formerly: formerly}, runner) {
  return [ name, formerly ].some(one => one && runner.input(one) !== "");
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

async function parsed(input, given = "") {
  if (given === "") return;
  try {
    return await input.kind.parse(given);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : quote(error.part ?? given);
    const expected = quote_excerpt(error.expected, 400);
    throw new InputError(`Input "${input.name}" must be ${expected}, not ${value}.`);
  }
}

const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");

const external_node_path_namespaceObject = process.getBuiltinModule("node:path");

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
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

function plain(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function code(text) {
  const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$@:-]/g, character => `&#${character.codePointAt(0)};`).replace(/(www)\./gi, "$1&#46;").trim();
  return line === "" ? "" : `<code>${line}</code>`;
}

function table(head, rows) {
  const line = cells => `| ${cells.join(" | ")} |`;
  return [ line(head), line(head.map(() => "---")), ...rows.map(line) ].join("\n");
}

const leastBeginning = 8;

class Secrets {
  #known=new Set;
  #opaque=new Set;
  #longestFirst;
  add(secret) {
    if (secret.length < 4 || this.#known.has(secret)) return false;
    for (const form of formsOf(secret)) {
      this.#known.add(form);
      if (!/^(https?:|\/)/.test(secret)) this.#opaque.add(form);
    }
    this.#longestFirst = void 0;
    return true;
  }
  hide(text) {
    this.#longestFirst ??= [ ...this.#known ].sort((a, b) => b.length - a.length);
    const whole = this.#longestFirst.reduce((left, it) => left.replaceAll(it, "***"), text);
    const [end = "", ...cut] = whole.split("…").reverse();
    return [ end, ...cut.map(part => this.#hideBeginning(part)) ].reverse().join("…");
  }
  #hideBeginning(part) {
    for (const secret of this.#opaque) {
      const at = part.lastIndexOf(secret.slice(0, leastBeginning));
      if (at >= 0 && secret.startsWith(part.slice(at))) return `${part.slice(0, at)}***`;
    }
    return part;
  }
}

function formsOf(secret) {
  const inCode = code(secret).replace(/^<code>|<\/code>$/g, "");
  const forms = [ encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1) ];
  return [ secret, ...forms, plain(secret), inCode ].filter(form => form.length >= 4);
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

function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
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

function dist_getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`; else key += item.key; else return null;
    return key;
  }
  return null;
}

Error;

function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}

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
    this.#run ??= readWorkflowRun(name => this.env(name), this.event);
    return this.#run;
  }
  get contract() {
    try {
      return (0, external_node_fs_namespaceObject.readFileSync)((0, external_node_path_namespaceObject.join)((0, 
      external_node_path_namespaceObject.dirname)(process.argv[1] ?? ""), "action.yml"), "utf8");
    } catch {
      return;
    }
  }
  get event() {
    const file = this.env("GITHUB_EVENT_PATH");
    if (!file) return;
    try {
      return JSON.parse((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
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
  input(name) {
    return (this.env(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`) ?? "").trim();
  }
  env(name) {
    return process.env[name] || void 0;
  }
  mask(secret) {
    if (this.#secrets.add(secret)) print(command("add-mask", {}, secret));
  }
  hide(text) {
    return this.#secrets.hide(text);
  }
  info(message) {
    print(harmless(this.hide(message)));
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
    const safe = this.hide(text);
    if (safe !== text) this.warning(`Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  summary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) return;
    const room = summaryLimit - sizeOf(file);
    const safe = Buffer.from(`${this.hide(markdown)}\n`);
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
    print(command(level, properties, harmless(this.hide(message))));
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
  const runner = new GithubRunner(it.title, hearCancellation());
  process.exitCode = 1;
  process.once("beforeExit", () => runner.error(`${defect} It waits for what never comes.`));
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
  if (Number.parseInt(process.versions.node, 10) < oldest) return tooOld;
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  const cause = error instanceof Error && error.cause ? `\nCaused by: ${String(error.cause)}` : "";
  return `${defect} ${stack}${cause}`;
}

const oldest = 24;

const tooOld = `This action needs node ${oldest}, and was started by node ${process.versions.node}. The runner of GitHub has it ` + "since 2.327.1; under act, put node 24 first in PATH.";

const defect = "This is a defect of the action, please report it with these lines.";

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

function hasPassed({results: results, require: require}) {
  const isReached = ({outcome: outcome}) => outcome === "reached";
  return require === "any" ? results.some(isReached) : results.every(isReached);
}

const healthOutputs = [ "healthy", "results", "failed", "elapsed-ms" ];

function outputsOf(check) {
  const {results: results, require: require, elapsed: elapsed} = check;
  const all = results.map(result => isHealthy(result, check));
  return {
    healthy: require === "any" ? all.includes(true) : !all.includes(false),
    results: results.map(result => ({
      name: result.target.name,
      target: result.target.shown,
      healthy: isHealthy(result, check),
      attempts: result.attempts,
      status: result.status ?? null,
      "latency-ms": result.latency ?? null,
      "certificate-days": result.certificateDays ?? null,
      reason: result.reason
    })),
    failed: failedOf(check).map(({target: target}) => target.name),
    "elapsed-ms": elapsed
  };
}

function isHealthy({outcome: outcome, healthy: healthy}, {reverse: reverse}) {
  return reverse ? healthy : outcome === "reached";
}

function failedOf({results: results}) {
  return results.filter(({outcome: outcome}) => outcome !== "reached").sort((one, other) => other.outcome.localeCompare(one.outcome));
}

function summaryOf(check) {
  const rows = check.results.map(result => [ plain(result.target.name), code(result.target.shown), isHealthy(result, check) ? "yes" : "no", String(result.status ?? ""), result.latency === void 0 ? "" : `${result.latency} ms`, result.certificateDays === void 0 ? "" : `${result.certificateDays} days`, String(result.attempts), plain(result.reason) ]);
  const head = [ "name", "target", "healthy", "status", "latency", "certificate", "tries", "last seen" ];
  return `### Health check\n\n${headline(check)}\n\n${table(head, rows)}`;
}

function headline(check) {
  const {results: results, require: require, reverse: reverse, elapsed: elapsed} = check;
  const reached = results.filter(({outcome: outcome}) => outcome === "reached").length;
  const wanted = require === "any" && results.length > 1 ? ", one is enough" : "";
  const state = reverse ? "down" : "healthy";
  return `${reached} of ${count(results.length, "target")} ${state} after ${say(elapsed)}${wanted}.`;
}

const mostTold = 5;

function failureOf(check) {
  const failed = failedOf(check);
  const told = failed.slice(0, mostTold).map(result => complaint(result, check));
  const others = failed.length - told.length;
  return [ ...check.results.length > 1 ? [ headline(check) ] : [], ...told, ...others > 0 ? [ `${others} more stand in the job summary.` ] : [], ...check.reverse ? [] : failed.slice(0, 1).map(adviceOn) ].join(" ");
}

function complaint(result, {reverse: reverse, elapsed: elapsed}) {
  const {target: target, attempts: attempts, reason: reason} = result;
  const called = target.name === target.shown ? target.name : `${target.name} (${target.shown})`;
  const spent = `after ${say(elapsed)} and ${attempts === 1 ? "1 try" : `${attempts} tries`}`;
  return `${called} ${stateOf(result, reverse)} ${spent}: ${reason}.`;
}

function stateOf({outcome: outcome, healthy: healthy}, reverse) {
  if (outcome === "refused") return 'was given up, as "fail-fast" asks,';
  if (healthy !== reverse) return "did not stay so for as long as asked";
  return reverse ? "is still healthy" : "is not healthy";
}

const adviceByStatus = {
  401: 'Give the credentials it asks for in "headers".',
  403: 'Give the credentials it asks for in "headers".',
  404: "Check the path of the address.",
  405: 'Try another "method".'
};

const reachIt = "Check that it is started and that the runner can reach it.";

const lookAtLog = "Look at its log; give it more time if it only needs longer.";

const adviceByReason = [ [ /^its certificate (ends|has expired)/, "Renew it, or see why nothing renews it." ], [ /^its certificate is for another host/, "Ask by the name that the certificate is for." ], [ /^its certificate/, 'An authority of your own belongs in "ca-file".' ], [ /^there is no such host/, "Check how the host is written, and that the runner knows the name." ], [ /^(it does not speak|answered HTTP)/, "Check the scheme and the port of the address." ], [ /^knows no service/, "Check the name of the service in the address." ], [ /^has no health service/, "Add one to the server, or look at its port with tcp://." ], [ /^(says of|answered gRPC|took longer)/, lookAtLog ] ];

function adviceOn({status: status, reason: reason}) {
  if (status === void 0 || reason.startsWith("its certificate ends")) return adviceByReason.find(([seen]) => seen.test(reason))?.[1] ?? reachIt;
  if (status >= 300 && status < 400) return 'If it is right to redirect, say so in "expect-status".';
  return adviceByStatus[status] ?? lookAtLog;
}

function count(many, noun) {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

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

class TimedOut extends failure_Failure {
  name="TimedOut";
}

class Deadline {
  clock;
  signal;
  #ends;
  constructor(ms, cancelled, clock = systemClock) {
    const timeOver = new AbortController;
    this.clock = clock;
    this.#ends = clock.now() + ms;
    clock.after(ms, () => {
      timeOver.abort(new TimedOut(`The time given, ${say(ms)}, is over.`));
    });
    this.signal = AbortSignal.any([ cancelled, timeOver.signal ]);
  }
  get remaining() {
    return Math.max(0, this.#ends - this.clock.now());
  }
  within(ms) {
    const shorter = new Deadline(ms, this.signal, this.clock);
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
    return new Deadline(this.remaining + ms, late.signal, this.clock);
  }
  afterwards(ms) {
    return new Deadline(ms, (new AbortController).signal, this.clock);
  }
  sleep(ms) {
    return this.clock.sleep(ms, this.signal);
  }
}

function certificatesIn(file, workspace) {
  const text = readText((0, external_node_path_namespaceObject.resolve)(workspace, file));
  if (text?.includes("-----BEGIN CERTIFICATE-----")) return text;
  const seen = text === void 0 ? "cannot be read" : "holds none";
  throw new InputError(`Input "ca-file" must be a file of certificates (PEM); ${quote(file)} ${seen}.`);
}

function readText(file) {
  try {
    return (0, external_node_fs_namespaceObject.readFileSync)(file, "utf8");
  } catch {
    return;
  }
}

function yaml(shape, expected) {
  return {
    async parse(given) {
      const result = dist_safeParse(shape, await readYaml(given, expected));
      if (result.success) return result.output;
      const issue = result.issues[0];
      const path = dist_getDotPath(issue);
      throw new Unusable(path ? `${expected}; at "${path}": ${issue.message}` : expected);
    }
  };
}

function yaml_map(value) {
  return pipe(unknown(), check(given => !Array.isArray(given)), record(string(), value));
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

const headers = {
  async parse(given) {
    const lines = await list(kinds_text).parse(given);
    return Object.fromEntries(lines.map((line, index) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*)$/.exec(line) ?? [];
      if (name === void 0 || value === void 0 || !/^[\t\x20-\x7E\x80-\xFF]+$/.test(value)) throw new Unusable('"Name: value", one a line', `${name ?? `line ${index + 1}`} (hidden)`);
      return [ name.toLowerCase(), value ];
    }));
  }
};

const expression = {
  parse(given) {
    const [, source = given, flags = ""] = slashed.exec(given) ?? [];
    try {
      return new RegExp(source, flags.replace(/[gy]/g, ""));
    } catch (error) {
      throw new Unusable(`a regular expression (${String(error)})`);
    }
  }
};

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isExpression(given) {
  return slashed.test(given);
}

let bench;

function search(pattern, text, most = 1e3) {
  bench ??= newBench();
  const {context: context, script: script} = bench;
  Object.assign(context, {
    pattern: pattern,
    text: text
  });
  try {
    return script.runInContext(context, {
      timeout: most
    }) ? "found" : "absent";
  } catch (error) {
    if (isTimeout(error)) return "too slow";
    throw error;
  }
}

function newBench() {
  const {createContext: createContext, Script: Script} = process.getBuiltinModule("node:vm");
  return {
    context: createContext(),
    script: new Script("pattern.test(text)")
  };
}

function isTimeout(error) {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

const pattern = {
  async parse(given) {
    if (!isExpression(given)) return given;
    try {
      return await expression.parse(given);
    } catch (error) {
      throw error instanceof Unusable ? new Unusable(`text or ${error.expected}`) : error;
    }
  }
};

const patterns = {
  async parse(given) {
    const lines = Object.entries(await headers.parse(given));
    const parsed = lines.map(async ([name, value]) => [ name, await pattern.parse(value) ]);
    return Object.fromEntries(await Promise.all(parsed));
  }
};

function pattern_search(pattern, text) {
  if (typeof pattern !== "string") return search(pattern, text);
  return text.includes(pattern) ? "found" : "absent";
}

const statuses = {
  parse(given) {
    const ranges = given.split(/[,\s]+/).filter(item => item !== "").map(rangeOf);
    return {
      text: given.replace(/\s+/g, " "),
      has: status => ranges.some(([from, to]) => status >= from && status <= to)
    };
  }
};

function rangeOf(item) {
  const [, first, last] = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(item.replace(/^([1-5])xx$/i, "$100-$199")) ?? [];
  const [from, to] = [ Number(first), Number(last ?? first) ];
  if (first === void 0 || from > to) throw new Unusable("statuses such as 200, 200-299 or 200,204,300-399", item);
  return [ from, to ];
}

const period = {
  async parse(given) {
    const ms = await duration.parse(given);
    if (ms === 0) throw new Unusable("a duration longer than 0");
    return ms;
  }
};

const healthInputs = {
  method: required("method", oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")),
  headers: optional("headers", headers),
  body: optional("body", kinds_text),
  expectStatus: required("expect-status", statuses),
  expectBody: optional("expect-body", pattern),
  expectJson: optional("expect-json", yaml(yaml_map(unknown()), 'YAML such as "status: UP", a path and its value a line')),
  expectHeader: optional("expect-header", patterns),
  maxLatency: optional("max-latency", period),
  minCertificateDays: optional("min-certificate-days", integer(1)),
  interval: required("interval", period),
  attemptTimeout: required("attempt-timeout", period),
  initialDelay: required("initial-delay", duration),
  successes: required("successes", integer(1)),
  stableFor: required("stable-for", duration),
  failFast: optional("fail-fast", statuses),
  caFile: optional("ca-file", kinds_text),
  insecure: required("insecure", flag)
};

const ofBody = [ "expectBody", "expectJson" ];

const ofHttp = [ "headers", "body", ...ofBody, "expectHeader", "failFast" ];

function refuseContradictions(given) {
  const {initialDelay: initialDelay, stableFor: stableFor, timeout: timeout, insecure: insecure, method: method, targets: targets} = given;
  if (initialDelay + stableFor >= timeout) throw new InputError(`Inputs "initial-delay" and "stable-for" together must be shorter than the ${say(timeout)} of the ` + "check, or there is no time left to look.");
  if (insecure) refuse([ "caFile" ], given, 'has no effect while "insecure" is true: give one of the two.');
  if (method === "HEAD") refuse(ofBody, given, "cannot be met with method HEAD, whose answers have no body: use GET.");
  const has = (...protocols) => targets.some(({url: url}) => protocols.includes(url.protocol));
  if (!has("https:", "grpcs:")) refuse([ "minCertificateDays" ], given, "is for https and grpcs targets, and there is none: no other shows a certificate.");
  if (!has("http:", "https:")) refuse(has("grpc:", "grpcs:") ? ofHttp.filter(key => key !== "headers") : ofHttp, given, "is for http(s) targets, and there is none: of others it is looked whether they take connections, " + "or say that they are serving.");
}

function refuse(keys, given, why) {
  const key = keys.find(one => given[one] !== void 0);
  if (key) throw new InputError(`Input "${healthInputs[key].name}" ${why}`);
}

function authorization(login) {
  if (login === void 0) return {};
  return {
    authorization: `Basic ${Buffer.from(login).toString("base64")}`
  };
}

function secretsOf(targets, headers) {
  const logins = targets.flatMap(({login: login}) => secretsOfLogin(login));
  const named = [ ...targets.flatMap(({url: url}) => [ ...url.searchParams ]), ...Object.entries(headers) ];
  const values = named.filter(([name]) => telling.test(name)).flatMap(([, value]) => partsOf(value));
  return [ ...logins, ...values ].filter(secret => secret.length >= 4);
}

function secretsOfLogin(login) {
  if (login === void 0) return [];
  const colon = login.indexOf(":");
  const password = login.slice(colon + 1);
  const sent = Object.values(authorization(login)).flatMap(partsOf);
  return [ ...sent, login, password === "" ? login.slice(0, colon) : password ];
}

const telling = /auth|token|secret|key|cookie|passw|session|signature|credential/i;

function partsOf(value) {
  const parts = value.split(/[\s;,]+/);
  const values = parts.map(part => part.replace(/^[\w-]+=(?=.)/, ""));
  return [ value, ...[ ...parts, ...values ].filter(part => part.length >= 8) ];
}

function growing(first, factor, most) {
  return tries => Math.min(most, first * factor ** tries);
}

async function until(ask, pace, deadline) {
  for (let tries = 0; ;tries++) {
    deadline.signal.throwIfAborted();
    const answer = await ask(tries);
    if (answer !== void 0) return answer;
    await deadline.sleep(pace(tries));
  }
}

const heartbeat = 3e4;

function diary(name, now, tell) {
  const began = now();
  let told = {
    reason: "",
    at: began
  };
  return ({healthy: healthy, reason: reason, detail: detail}, attempts) => {
    const isNews = reason !== told.reason;
    if (!isNews && now() - told.at < heartbeat) return;
    told = {
      reason: reason,
      at: now()
    };
    const state = healthy ? "healthy" : "not healthy";
    const still = isNews ? "" : ` still, after ${say(now() - began)} and ${attempts} tries`;
    tell(`${name} is ${state}${still}: ${reason}${detail ? ` (${detail})` : ""}.`);
  };
}

function answerOf(incoming, body, cut) {
  const certificateEnds = certificateEndsOf(incoming.socket);
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    body: body.toString("utf8"),
    cut: cut,
    ...certificateEnds && {
      certificateEnds: certificateEnds
    }
  };
}

function certificateEndsOf(socket) {
  if (!socket || !("getPeerCertificate" in socket)) return;
  if (typeof socket.getPeerCertificate !== "function") return;
  const end = new Date(socket.getPeerCertificate()?.valid_to ?? "");
  return Number.isNaN(end.getTime()) ? void 0 : end;
}

function answer_parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

function judge(seen, expected) {
  const complaint = complaintAbout(seen, expected) ?? endOfCertificate(seen, expected) ?? slowness(seen, expected);
  if (complaint) return {
    healthy: false,
    ...complaint
  };
  return {
    healthy: true,
    reason: goodness(seen)
  };
}

function goodness(seen) {
  if (seen.kind === "answered") return `answered ${seen.status}`;
  return seen.kind === "said" ? seen.reason : "takes connections";
}

function complaintAbout(seen, expected) {
  if (seen.kind === "connected") return;
  if (seen.kind === "nothing") return {
    reason: seen.reason
  };
  if (seen.kind === "said") return seen.serving ? void 0 : {
    reason: seen.reason
  };
  return wrongStatus(seen, expected) ?? wrongHeader(seen, expected) ?? wrongBody(seen, expected) ?? wrongJson(seen, expected);
}

function wrongStatus(answer, {status: status}) {
  if (status.has(answer.status)) return;
  return {
    reason: `answered ${answer.status}, expected ${status.text}`,
    detail: beginning(answer)
  };
}

function wrongHeader(answer, {headers: headers}) {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = answer.headers[name];
    const subject = `answered ${answer.status}, but its header ${name}`;
    if (value === void 0) return {
      reason: `${subject} is missing`
    };
    const text = String(value);
    const missing = absence(pattern, text);
    if (missing) return {
      reason: `${subject} ${missing}`,
      detail: `it is ${quote(text)}`
    };
  }
  return;
}

function wrongBody(answer, {body: body}) {
  const missing = body && absence(body, answer.body);
  if (!missing) return;
  return {
    reason: `answered ${answer.status}, but its body ${missing}`,
    detail: beginning(answer)
  };
}

function absence(pattern, text) {
  const result = pattern_search(pattern, text);
  if (result === "found") return;
  const wanted = typeof pattern === "string" ? quote(pattern) : quote_excerpt(String(pattern), 80);
  return result === "absent" ? `does not hold ${wanted}` : `could not be searched for ${wanted} within 1 s; a simpler expression would help`;
}

function wrongJson(answer, {json: json}) {
  const wanted = Object.entries(json);
  if (wanted.length === 0) return;
  const document = answer.cut ? void 0 : answer_parseJson(answer.body);
  if (document === void 0) return {
    reason: `answered ${answer.status}, but no JSON`,
    detail: beginning(answer)
  };
  const wrong = wanted.find(([path, value]) => !holds(at(document, path), value));
  if (!wrong) return;
  const [path, value] = wrong;
  return {
    reason: `answered ${answer.status}, but ${quote(path)} of its JSON is not ${inJson(value)}`,
    detail: `it is ${inJson(at(document, path))}`
  };
}

function at(document, path) {
  if (isMap(document) && Object.hasOwn(document, path)) return document[path];
  const keys = path.replace(/^\$/, "").replace(/\[(\d+)\]/g, ".$1").split(".");
  return keys.filter(key => key !== "").reduce((inner, key) => isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : void 0, document);
}

function holds(actual, wanted) {
  if (!isMap(wanted)) return actual === wanted;
  if (!isMap(actual) || Array.isArray(actual) !== Array.isArray(wanted)) return false;
  if (Array.isArray(wanted) && Array.isArray(actual) && wanted.length !== actual.length) return false;
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(actual, key) && holds(actual[key], value));
}

function isMap(value) {
  return typeof value === "object" && value !== null;
}

function inJson(value) {
  return value === void 0 ? "missing" : quote_excerpt(JSON.stringify(value), 80);
}

function endOfCertificate({certificateDays: certificateDays}, {minCertificateDays: minCertificateDays}) {
  if (minCertificateDays === void 0 || certificateDays === void 0) return;
  if (certificateDays >= minCertificateDays) return;
  const left = `${certificateDays} day${certificateDays === 1 ? "" : "s"}`;
  return {
    reason: `its certificate ends in ${left}, expected at least ${minCertificateDays}`
  };
}

function slowness({latency: latency}, {maxLatency: maxLatency}) {
  if (maxLatency === void 0 || latency <= maxLatency) return;
  return {
    reason: `took longer than ${maxLatency} ms`,
    detail: `it took ${latency} ms`
  };
}

function beginning({body: body, cut: cut}) {
  const begin = body.trim() === "" ? "the body is empty" : `the body begins ${quote(body)}`;
  return cut ? `${begin}; only its first 1 MiB was read` : begin;
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
    const {timeLimit: timeLimit} = request;
    const attempt = timeLimit === void 0 ? deadline : deadline.within(timeLimit);
    let isSent = false;
    let answered = false;
    const outgoing = send_open(request, incoming => {
      answered = true;
      readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({body: body, cut: cut}) => resolve(answerOf(incoming, body, cut)), error => fail(reasonOf(error), error));
    });
    const fail = (reason, error) => {
      const proxy = isSent ? void 0 : proxyOf(outgoing, request);
      outgoing.destroy();
      const where = proxy ? `at the proxy ${proxy}, ${reason}` : reason;
      reject(deadline.signal.aborted ? deadline.signal.reason : new Unanswered(where, isSent ? "unknown" : "no", error));
    };
    const leave = () => {
      isSent = true;
      request.sending?.();
    };
    outgoing.on("socket", socket => {
      if (!socket.connecting) return leave();
      socket.once("encrypted" in socket ? "secureConnect" : "connect", leave);
    });
    outgoing.on("error", error => fail(reasonOf(error), error));
    const giveUp = () => {
      const what = isSent ? "none" : "no connection";
      fail(`${what} within ${say(timeLimit ?? 0)}`, attempt.signal.reason);
    };
    attempt.signal.addEventListener("abort", giveUp, {
      once: true
    });
    outgoing.on("close", () => {
      attempt.signal.removeEventListener("abort", giveUp);
      if (!answered) {
        const error = new Error("the connection was closed before an answer came");
        fail(error.message, error);
      }
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

function proxyOf({path: path, socket: socket}, request) {
  const {url: url, connection: {proxy: proxy} = {}} = request;
  if (!proxy) return;
  const isAsked = url.protocol === "http:" ? /^http:/.test(path) : !socket;
  const name = url.protocol === "http:" ? "http_proxy" : "https_proxy";
  const address = proxy[name] ?? proxy[name.toUpperCase()];
  return isAsked && address && URL.canParse(address) ? new URL(address).host : void 0;
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
  ENOENT: "there is no such socket",
  HPE_INVALID_CONSTANT: "it does not speak HTTP",
  ERR_HTTP2_ERROR: "it does not speak HTTP/2",
  EPROTO: "it does not speak TLS as expected (https asked of an http port?)"
};

function reasonOf(error) {
  const first = external_node_util_namespaceObject.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  if (!external_node_util_namespaceObject.types.isNativeError(first)) return quote_excerpt(String(first));
  const code = "code" in first ? String(first.code) : void 0;
  const words = code && plainReasons[code];
  if (words) return words.includes(`(`) ? words : `${words} (${code})`;
  return quote_excerpt(first.message);
}

const external_node_querystring_namespaceObject = process.getBuiltinModule("node:querystring");

var external_node_querystring_default = __nccwpck_require__.n(external_node_querystring_namespaceObject);

function connect(url, {signal: signal}) {
  const net = process.getBuiltinModule("node:net");
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = net.connect(placeOf(url));
    const giveUp = () => void socket.destroy(signal.reason);
    signal.addEventListener("abort", giveUp, {
      once: true
    });
    socket.on("connect", () => {
      resolve({
        kind: "connected"
      });
      socket.destroy();
    });
    socket.on("error", error => {
      reject(signal.aborted ? error : new Unanswered(reasonOf(error), "no", error));
    });
    socket.on("close", () => signal.removeEventListener("abort", giveUp));
  });
}

function placeOf({protocol: protocol, hostname: hostname, port: port, pathname: pathname}) {
  if (protocol === "unix:") return {
    path: external_node_querystring_default().unescape(pathname)
  };
  const host = hostname.replace(/^\[|\]$/g, "");
  return {
    host: host,
    port: Number(port),
    ...loopback(host)
  };
}

async function askGrpc(url, headers, connection, deadline) {
  deadline.signal.throwIfAborted();
  const service = external_node_querystring_default().unescape(url.pathname.slice(1));
  const session = grpc_open(url, connection);
  const giveUp = () => session.destroy(deadline.signal.reason);
  deadline.signal.addEventListener("abort", giveUp, {
    once: true
  });
  try {
    let certificateEnds;
    session.on("connect", (_session, socket) => {
      certificateEnds = certificateEndsOf(socket);
    });
    const said = verdict(service, await call(session, headers, question(service)));
    return {
      ...said,
      certificateEnds: certificateEnds
    };
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    const first = error instanceof Error && error.cause ? error.cause : error;
    throw new Unanswered(reasonOf(first), "unknown", error);
  } finally {
    deadline.signal.removeEventListener("abort", giveUp);
    session.destroy();
  }
}

function grpc_open({protocol: protocol, host: host, hostname: hostname}, {ca: ca, insecure: insecure}) {
  const http2 = process.getBuiltinModule("node:http2");
  const scheme = protocol === "grpcs:" ? "https" : "http";
  const trust = {
    ...ca && {
      ca: ca
    },
    rejectUnauthorized: !insecure
  };
  return http2.connect(`${scheme}://${host}`, {
    ...loopback(hostname),
    ...trust
  });
}

const mostBytes = 4096;

function call(session, headers, body) {
  return new Promise((resolve, reject) => {
    const closed = () => reject(new Error("the connection was closed before an answer came"));
    session.on("error", reject);
    session.on("close", closed);
    const stream = session.request({
      ...headers,
      ":method": "POST",
      ":path": "/grpc.health.v1.Health/Check",
      "content-type": "application/grpc",
      te: "trailers"
    });
    let fields = {};
    const chunks = [];
    let length = 0;
    stream.on("response", head => {
      fields = {
        ...head
      };
    });
    stream.on("trailers", trailers => {
      fields = {
        ...fields,
        ...trailers
      };
    });
    stream.on("data", chunk => {
      if (length < mostBytes) chunks.push(chunk);
      length += chunk.length;
    });
    stream.on("error", reject);
    stream.on("end", () => {
      if (fields[":status"] === void 0) return closed();
      resolve({
        status: Number(fields[":status"]),
        contentType: String(fields["content-type"] ?? ""),
        grpcStatus: fields["grpc-status"] === void 0 ? void 0 : String(fields["grpc-status"]),
        message: external_node_querystring_default().unescape(String(fields["grpc-message"] ?? "")),
        body: Buffer.concat(chunks)
      });
    });
    stream.end(body);
  });
}

function question(service) {
  const name = Buffer.from(service);
  const message = name.length === 0 ? name : Buffer.concat([ Buffer.of(10), varint(name.length), name ]);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([ prefix, message ]);
}

function varint(number) {
  const bytes = [];
  let rest = number;
  for (;rest > 127; rest >>>= 7) bytes.push(rest & 127 | 128);
  return Buffer.of(...bytes, rest);
}

const states = [ "UNKNOWN", "SERVING", "NOT_SERVING", "SERVICE_UNKNOWN" ];

function verdict(service, answer) {
  const {status: status, contentType: contentType, grpcStatus: grpcStatus, message: message, body: body} = answer;
  const no = reason => ({
    kind: "said",
    serving: false,
    reason: reason
  });
  if (status !== 200 || !contentType.startsWith("application/grpc")) return no(`answered HTTP ${status}, which is not gRPC`);
  const named = service === "" ? "the server" : quote_excerpt(service, 80);
  if (grpcStatus === "5") return no(`knows no service "${named}" (NOT_FOUND)`);
  if (grpcStatus === "12") return no("has no health service, grpc.health.v1.Health (UNIMPLEMENTED)");
  if (grpcStatus !== "0") {
    const said = message === "" ? "" : `: ${quote_excerpt(message, 120)}`;
    return no(`answered gRPC status ${grpcStatus ?? "none"}${said}`);
  }
  const state = stateIn(body);
  if (state === void 0) return no("answered gRPC status 0, but no health that can be read");
  const reason = `says of ${named}: ${states[state] ?? state}`;
  return {
    kind: "said",
    serving: states[state] === "SERVING",
    reason: reason
  };
}

function stateIn(body) {
  if (body.length < 5 || body[0] !== 0) return;
  const message = body.subarray(5, 5 + body.readUInt32BE(1));
  if (message.length === 0) return 0;
  const [tag, value] = message;
  return tag === 8 && value !== void 0 && value < 128 ? value : void 0;
}

const targets = {
  async parse(given) {
    const lines = await list(named(address)).parse(given);
    const all = lines.map(({name: name, value: value}) => ({
      ...value,
      name: quote_excerpt(name ?? value.shown)
    }));
    const names = all.map(target => target.name);
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    if (twin !== void 0) throw new Unusable('of different names, written "name: address" one a line', `${twin} (twice)`);
    return all;
  }
};

const address = {
  parse(given) {
    const url = URL.canParse(given) ? new URL(given) : void 0;
    const form = url && targets_forms[url.protocol];
    if (!form) throw new Unusable('an address such as https://host/path or tcp://host:port, which may have "name: " before it', discreet(given));
    if (!form.fits(url)) throw new Unusable(`${form.wanted} and nothing more`, discreet(given));
    const login = loginOf(url);
    url.username = "";
    url.password = "";
    return {
      url: url,
      login: login,
      shown: shown(url)
    };
  }
};

const http = {
  wanted: "http(s)://host/path",
  fits: ({hostname: hostname}) => hostname !== ""
};

const grpc = {
  wanted: "grpc://host:port/service",
  fits: ({port: port, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?[^/]*$/.test(pathname) && search + hash === ""
};

const targets_forms = {
  "http:": http,
  "https:": http,
  "tcp:": {
    wanted: "tcp://host:port",
    fits: ({port: port, username: username, password: password, pathname: pathname, search: search, hash: hash}) => port !== "" && /^\/?$/.test(username + password + pathname + search + hash)
  },
  "unix:": {
    wanted: "unix:///path/to/socket",
    fits: ({host: host, pathname: pathname, search: search, hash: hash}) => host + search + hash === "" && /^\/[^/]/.test(pathname)
  },
  "grpc:": grpc,
  "grpcs:": grpc
};

function shown({protocol: protocol, host: host, pathname: pathname, search: search}) {
  const path = pathname === "/" ? "" : pathname;
  return `${protocol}//${host}${path}${search && "?…"}`;
}

function loginOf({username: username, password: password}) {
  if (username === "" && password === "") return;
  return `${external_node_querystring_default().unescape(username)}:${external_node_querystring_default().unescape(password)}`;
}

function discreet(given) {
  return given.replace(/[^/\s]*@/g, "***@").replace(/\?.*$/, "?…");
}

async function probe(target, question, deadline) {
  const {attemptTimeout: attemptTimeout} = question;
  const isCutShort = deadline.remaining < attemptTimeout;
  const attempt = deadline.within(attemptTimeout);
  const began = deadline.clock.now();
  const seen = await look(target, question, attempt).catch(error => {
    if (error instanceof Unanswered) return {
      kind: "nothing",
      reason: error.message
    };
    if (!attempt.signal.aborted || deadline.signal.aborted || isCutShort) throw error;
    return {
      kind: "nothing",
      reason: `gave no complete answer within ${say(attemptTimeout)}`
    };
  });
  const latency = Math.ceil(deadline.clock.now() - began);
  return {
    ...seen,
    latency: latency,
    certificateDays: daysLeft(seen, deadline.clock.date())
  };
}

const day = 24 * 60 * 60 * 1e3;

function daysLeft(seen, now) {
  const end = "certificateEnds" in seen ? seen.certificateEnds : void 0;
  return end && Math.floor((end.getTime() - now.getTime()) / day);
}

function look(target, question, deadline) {
  const {url: url} = target;
  const {headers: headers, connection: connection} = question;
  switch (url.protocol) {
   case "tcp:":
   case "unix:":
    return connect(url, deadline);

   case "grpc:":
   case "grpcs:":
    return askGrpc(url, {
      ...headers,
      ...authorization(target.login)
    }, connection, deadline);

   default:
    return ask(target, question, deadline);
  }
}

const mostRedirects = 5;

const probe_mostBytes = 1024 * 1024;

async function ask(target, question, deadline) {
  let step = {
    method: question.method,
    url: target.url,
    headers: {
      ...question.headers,
      ...authorization(target.login)
    },
    body: question.body
  };
  for (let redirects = 0; ;redirects++) {
    const connection = connectionTo(step.url, question.connection);
    const answer = await send({
      ...step,
      connection: connection,
      mostBytes: probe_mostBytes
    }, deadline);
    if (!isRedirect(answer) || question.expected.has(answer.status)) return {
      kind: "answered",
      ...withoutSecrets(answer, question.secrets)
    };
    const next = redirects < mostRedirects ? follow(step, answer) : `more than ${mostRedirects} times`;
    if (typeof next === "string") return {
      kind: "nothing",
      status: answer.status,
      reason: `redirects ${next}`
    };
    step = next;
  }
}

function isRedirect({status: status, headers: headers}) {
  return [ 301, 302, 303, 307, 308 ].includes(status) && headers.location !== void 0;
}

function follow(step, {status: status, headers: headers}) {
  const location = headers.location ?? "";
  const url = URL.canParse(location, step.url.href) ? new URL(location, step.url) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) return "to an address that is not http(s)";
  if (step.url.protocol === "https:" && url.protocol === "http:") return `from https to ${shown(url)}, which is not safe to follow`;
  url.username = "";
  url.password = "";
  const isForeign = url.host !== step.url.host;
  const becomesGet = status === 303 || status < 303 && step.method === "POST";
  const kept = becomesGet && step.method !== "HEAD" ? {
    method: "GET",
    body: void 0
  } : step;
  if (isForeign && kept.body !== void 0) return `the body that was sent to ${shown(url)}`;
  return {
    method: kept.method,
    body: kept.body,
    url: url,
    headers: isForeign ? {} : step.headers
  };
}

function connectionTo({hostname: hostname}, connection) {
  return isThisMachine(hostname) ? {
    ...connection,
    proxy: void 0
  } : connection;
}

function withoutSecrets(answer, secrets) {
  const hide = text => secrets.reduce((it, one) => it.replaceAll(one, "***"), text);
  const headers = Object.entries(answer.headers).map(([name, value]) => [ name, hide([ value ?? [] ].flat().join(", ")) ]);
  return {
    ...answer,
    headers: Object.fromEntries(headers),
    body: hide(answer.body)
  };
}

const nothing = {
  healthy: false,
  status: void 0,
  latency: void 0,
  certificateDays: void 0,
  reason: "no answer had come yet"
};

const firstPause = 200;

async function watch(target, plan, deadline, tell) {
  const {now: now} = deadline.clock;
  const note = diary(target.name, now, tell);
  const pace = growing(firstPause, 1.5, plan.interval);
  let attempts = 0;
  let last = nothing;
  let steady = {
    tries: 0,
    since: now()
  };
  const look = async () => {
    attempts++;
    const seen = await probe(target, plan.question, deadline);
    const verdict = judge(seen, plan.expectation);
    last = summed(seen, verdict);
    note(verdict, attempts);
    if (last.status !== void 0 && plan.failFast?.has(last.status)) return "refused";
    steady = verdict.healthy === plan.reverse ? {
      tries: 0,
      since: now()
    } : longer(steady, now());
    const isCertain = steady.tries >= plan.successes && now() - steady.since >= plan.stableFor;
    return isCertain ? "reached" : void 0;
  };
  const pause = tries => {
    const left = plan.stableFor - (now() - steady.since);
    return steady.tries > 0 && left > 0 ? Math.min(left, pace(tries)) : pace(tries);
  };
  const outcome = await deadline.sleep(plan.initialDelay).then(() => until(look, pause, deadline)).catch(error => {
    if (error instanceof TimedOut || error === deadline.signal.reason) return "missed";
    throw error;
  });
  return {
    target: target,
    outcome: outcome,
    attempts: attempts,
    ...last
  };
}

function longer({tries: tries, since: since}, now) {
  return {
    tries: tries + 1,
    since: tries === 0 ? now : since
  };
}

function summed(seen, {healthy: healthy, reason: reason, detail: detail}) {
  return {
    healthy: healthy,
    status: "status" in seen ? seen.status : void 0,
    latency: seen.latency,
    certificateDays: seen.certificateDays,
    reason: detail ? `${reason} (${detail})` : reason
  };
}

function checkHealth(wanted, runner) {
  refuseContradictions(wanted);
  const secrets = secretsOf(wanted.targets, wanted.headers ?? {});
  for (const secret of secrets) runner.mask(secret);
  if (wanted.insecure) runner.warning("Certificates are not checked: anybody may have answered.");
  const plan = planOf(wanted, secrets, runner);
  return ms => watchAll(wanted, plan, ms, runner);
}

async function watchAll({targets: targets, require: require, reverse: reverse}, plan, ms, runner) {
  const decided = new AbortController;
  const deadline = new Deadline(ms, AbortSignal.any([ runner.cancelled, decided.signal ]));
  const began = deadline.clock.now();
  const watching = targets.map(async target => {
    const result = await watch(target, plan, deadline, line => runner.info(line));
    if (result.outcome === (require === "any" ? "reached" : "refused")) decided.abort();
    return result;
  });
  const results = await Promise.all(watching);
  return {
    results: results,
    require: require,
    reverse: reverse,
    elapsed: Math.round(deadline.clock.now() - began)
  };
}

function planOf(wanted, secrets, runner) {
  const {insecure: insecure, caFile: caFile} = wanted;
  const ca = caFile && certificatesIn(caFile, runner.workspace);
  return {
    ...wanted,
    question: {
      method: wanted.method,
      headers: wanted.headers ?? {},
      body: wanted.body,
      connection: {
        proxy: runner.proxy,
        ca: ca,
        insecure: insecure
      },
      attemptTimeout: wanted.attemptTimeout,
      expected: wanted.expectStatus,
      secrets: secrets
    },
    expectation: {
      status: wanted.expectStatus,
      headers: wanted.expectHeader ?? {},
      body: wanted.expectBody,
      json: wanted.expectJson ?? {},
      maxLatency: wanted.maxLatency,
      minCertificateDays: wanted.minCertificateDays
    }
  };
}

const inputs = {
  targets: required("targets", targets),
  timeout: required("timeout", period),
  require: required("require", oneOf("all", "any")),
  reverse: required("reverse", flag),
  ...healthInputs
};

const healthCheck = action({
  title: "Health check",
  inputs: inputs,
  outputs: healthOutputs,
  async main(given, runner) {
    const look = checkHealth(given, runner);
    const check = await look(given.timeout);
    runner.output(outputsOf(check));
    runner.summary(summaryOf(check));
    if (hasPassed(check)) return runner.info(headline(check));
    if (runner.cancelled.aborted) throw new Cancelled(`The job was cancelled. ${failureOf(check)}`);
    throw new failure_Failure(failureOf(check));
  }
});

run(healthCheck);
