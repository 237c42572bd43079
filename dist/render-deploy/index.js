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

class Failure extends Error {
  name="Failure";
}

class InputError extends Failure {
  name="InputError";
}

class Cancelled extends Failure {
  name="Cancelled";
  constructor(message = "The job was cancelled.") {
    super(message);
  }
}

function messageOf(thrown) {
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
  parse(given) {
    if (!/^[\x20-\x7E]*$/.test(given)) throw new Unusable("one line of ASCII characters");
    return given;
  }
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

const secretUrl = {
  secret: true,
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
    const expected = excerpt(error.expected, 400);
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
  const parsed = safeParse(eventShape, event);
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
  if (error instanceof Failure) return error.message;
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

object({
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

function isGood(status) {
  return [ "dry-run", "unchanged", "succeeded", "started" ].includes(status);
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

function openRecord(kind, identity, environment, now) {
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

function shortName(version) {
  if (!version) return "nothing";
  const digest = version.digest?.startsWith("sha256:") ? version.digest.slice(0, 19) : void 0;
  const named = /^arn:.*\/(.+)$/.exec(version.ref)?.[1];
  return version.commit?.slice(0, 7) ?? named ?? digest ?? version.ref;
}

function growing(first, factor, most) {
  return tries => Math.min(most, first * factor ** tries);
}

function jittered(pace, random) {
  return tries => random() * pace(tries);
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

class TimedOut extends Failure {
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

function readJson(answer, shape, from) {
  const parsed = safeParse(shape, answer_parseJson(answer.body));
  if (parsed.success) return parsed.output;
  const path = getDotPath(parsed.issues[0]);
  const where = path ? ` (at "${path}")` : "";
  throw new Failure(`${from} is not what its API describes${where}: status ${answer.status}, ` + `${answer.headers["content-type"] ?? "no content type"}, ${begin(answer.body)}`);
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

function retryAfter(headers, now) {
  const names = [ "retry-after", "ratelimit-reset", "x-ratelimit-reset" ];
  return names.map(name => seconds(headers[name], now)).find(wait => wait !== void 0);
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
    throw new Failure(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` + "does not allow. Is its value complete, and on one line?");
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
  if (!external_node_util_namespaceObject.types.isNativeError(first)) return excerpt(String(first));
  const code = "code" in first ? String(first.code) : void 0;
  const words = code && plainReasons[code];
  if (words) return words.includes(`(`) ? words : `${words} (${code})`;
  return excerpt(first.message);
}

class Refused extends Failure {
  name="Refused";
  status;
  answer;
  constructor(message, answer) {
    super(message);
    this.status = answer.status;
    this.answer = answer;
  }
}

class Ambiguous extends Failure {
  name="Ambiguous";
  answered;
  answer;
  constructor(message, answered, answer) {
    super(message);
    this.answered = answered;
    this.answer = answer;
  }
}

const usualTimeout = 3e4;

const passing = new Set([ 500, 502, 503, 504 ]);

class Client {
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
      const wait = waitOf(outcome, times, clock.date(), this.#service.dialect);
      if (wait.kind === "done") return wait.answer;
      if (wait.kind === "refused") throw this.#refused(question, wait.answer);
      if (wait.counts) failures++;
      if (wait.executed === "unknown" && !repeatable) {
        const answer = outcome instanceof Unanswered ? void 0 : outcome;
        throw new Ambiguous(`${this.#subject(question)} ${wait.reason}.`, !!answer, answer);
      }
      if (failures >= tries) {
        const often = tries === 1 ? "" : `, ${tries} times in a row`;
        throw new Failure(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
      }
      const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
      if (pause > deadline.remaining) throw new TimedOut(`${this.#subject(question)} ${wait.reason}, to be asked again in ${say(pause)}; ` + `${say(deadline.remaining)} is left of the time given.`);
      this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${say(pause)}.`);
      await deadline.sleep(pause);
    }
  }
  async askJson(question, shape, deadline) {
    const answer = await this.ask(question, deadline);
    return readJson(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
  }
  async #once(question, deadline) {
    const {attemptTimeout: attemptTimeout = usualTimeout} = question;
    const {sending: sending} = this.#service;
    const request = {
      ...this.#request(question),
      timeLimit: attemptTimeout,
      sending: sending
    };
    try {
      return await send(await this.#signed(request, deadline), deadline);
    } catch (error) {
      if (error instanceof Unanswered) return error;
      if (deadline.signal.aborted) throw this.#overdue(question, deadline.signal.reason);
      if (!(error instanceof TimedOut)) throw error;
      return new Unanswered(`it could not be signed within ${say(attemptTimeout)}`, "no", error);
    }
  }
  #request(question) {
    const {base: base, headers: headers, connection: connection} = this.#service;
    const body = question.json === void 0 ? void 0 : JSON.stringify(question.json);
    return {
      method: question.method,
      url: addressOf(base, question),
      headers: {
        accept: "application/json",
        ...body !== void 0 && {
          "content-type": "application/json; charset=utf-8"
        },
        ...headers,
        ...question.headers
      },
      body: body,
      connection: connection
    };
  }
  async #signed(request, deadline) {
    const {dialect: dialect} = this.#service;
    if (!dialect?.sign) return request;
    const limit = deadline.within(request.timeLimit ?? usualTimeout);
    return {
      ...request,
      headers: await dialect.sign(request, limit)
    };
  }
  #overdue(question, reason) {
    if (!(reason instanceof TimedOut)) return reason;
    return new TimedOut(`${this.#subject(question)} gave no answer. ${reason.message}`);
  }
  #refused(question, answer) {
    const said = this.#service.dialect?.words?.(answer) ?? wordsOf(answer);
    return new Refused(`${this.#subject(question)} answered ${answer.status}${said ? `: "${said}"` : ""}.${this.#hint(answer.status)}`, answer);
  }
  #hint(status) {
    const hint = status && this.#service.hints?.[status];
    return hint ? ` ${hint}` : "";
  }
  #subject(question) {
    const {name: name} = this.#service;
    return question.path === "" && !question.name ? name : `${name} (${nameOf(question)})`;
  }
}

function waitOf(outcome, times, now, dialect) {
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
  const limit = dialect?.limit?.(outcome, times, now) ?? usualLimit(outcome, now);
  if (!limit && !passing.has(status)) return {
    kind: "refused",
    answer: outcome
  };
  return {
    kind: "again",
    reason: limit ? `answered ${status} (too many requests)` : `answered ${status}`,
    executed: limit ? "no" : "unknown",
    status: status,
    asked: limit ? limit.wait : retryAfter({
      "retry-after": headers["retry-after"]
    }, now),
    counts: !limit
  };
}

function usualLimit({status: status, headers: headers}, now) {
  return status === 429 ? {
    wait: retryAfter(headers, now)
  } : void 0;
}

function addressOf(base, {path: path, query: query = {}}) {
  const url = new URL(base);
  if (path !== "") url.pathname = `${base.pathname.replace(/\/$/, "")}${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url;
}

function nameOf({name: name, method: method, path: path}) {
  return name ?? (path === "" ? method : `${method} ${path}`);
}

const errorShape = object({
  message: string()
});

function wordsOf({body: body}) {
  const parsed = answer_parseJson(body);
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
}

async function until(ask, pace, deadline) {
  for (let tries = 0; ;tries++) {
    deadline.signal.throwIfAborted();
    const answer = await ask(tries);
    if (answer !== void 0) return answer;
    await deadline.sleep(pace(tries));
  }
}

function watchOf(targets, log) {
  return {
    pace: growing(500, 1.5, Math.max(5e3, targets * 600)),
    log: log
  };
}

const missingFor = 6e4;

const heartbeat = 6e4;

async function follow(target, {id: id, version: version}, watch, deadline) {
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
    if (!(error instanceof Failure)) throw error;
    return {
      status: statusOf(error),
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
    throw new Failure(`${id} was started, but is still not to be found after ${say(elapsed)}.`);

   default:
    return {
      status: look.state,
      version: look.version,
      reason: look.reason
    };
  }
}

function statusOf(error) {
  if (error instanceof Cancelled) return "cancelled";
  if (error instanceof TimedOut) return "timed-out";
  if (error instanceof Failure) return "failed";
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

const finishWriting = 1500;

const oneRequest = 1500;

const investigation = 15e3;

const shortly = 4e3;

async function cancelLate(target, id, deadline) {
  const {provider: provider} = target.identity;
  try {
    return `${id} ${await target.cancel(id, deadline.afterwards(oneRequest))}.`;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `${id} could not be cancelled and may still be running at ${provider}: ${messageOf(error)}`;
  }
}

async function whyLate(target, id, deadline) {
  try {
    const {aborted: aborted} = deadline.signal;
    const time = aborted ? deadline.afterwards(shortly) : deadline.within(investigation);
    return (await (target.why?.(id, time)))?.[0];
  } catch (error) {
    if (error instanceof Failure) return;
    throw error;
  }
}

async function liveLate(target, deadline) {
  try {
    return await target.live(deadline.signal.aborted ? deadline.afterwards(oneRequest) : deadline);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

async function goBack(target, way, {pace: pace, log: log}, deadline) {
  const {clock: clock} = deadline;
  const {name: name} = target.identity;
  let record = openRecord("rollback", target.identity, way.environment, clock.date());
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
    const aim = target.aim ? await target.aim(deadline) : live;
    const same = target.same?.bind(target);
    const to = destination({
      live: live,
      aim: aim
    }, await way.to(deadline), way, same);
    if (!to) return end({
      status: "unchanged",
      version: live,
      reason: `${shortName(live)} is live already.`
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
    const started = await move.begin(deadline.outlivedBy(finishWriting));
    log(`${name}: going back to ${shortName(to)} with ${started.id}`);
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
      live: null,
      reason: "Nobody waits for its end."
    });
    const verdict = await follow(target, started, {
      pace: pace,
      log: log
    }, deadline);
    const liveNow = verdict.status === "succeeded" ? verdict.version : await liveLate(target, deadline);
    return end({
      ...verdict,
      live: liveNow
    });
  } catch (error) {
    const changed = error instanceof Ambiguous || record.changed && deadline.signal.aborted;
    return end({
      changed: changed,
      status: statusOf(error),
      reason: messageOf(error)
    });
  }
}

function destination({live: live, aim: aim}, to, {from: from, force: force}, same = sameVersion) {
  if (!to) throw new Failure("There is nothing to go back to: no version is known that served before. " + 'Name one with "to" of rollback, or deploy a good one.');
  if (same(live, to) && same(aim, to)) return null;
  if (force || !aim || !from || same(aim, from) || same(aim, to)) return to;
  throw new Failure(`${shortName(aim)} (${aim.ref}) is live or on its way, which is neither the version to leave, ${shortName(from)}, ` + `nor the one to go back to, ${shortName(to)}: somebody has deployed since. ` + 'With "force: true" rollback goes back all the same.');
}

async function deploy(targets, order, runner, clock = systemClock) {
  const watch = watchOf(targets.length, line => runner.info(line));
  const deadline = new Deadline(order.timeout, runner.cancelled, clock);
  const records = await Promise.all(targets.map(async target => {
    const job = {
      target: target,
      order: order,
      watch: watch,
      deadline: deadline
    };
    return finish(job, await deployOne(job));
  }));
  const failed = records.find(callsForRollback);
  if (!failed || order.onFailure === "leave" || runner.cancelled.aborted) return records;
  const again = new Deadline(order.timeout, runner.cancelled, clock);
  return putBack(targets, records, `${failed.name} ${failed.status}`, {
    watch: watch,
    deadline: again
  });
}

function putBack(targets, records, because, terms) {
  if (records.some(({changed: changed}) => changed)) terms.watch.log(`Everything that was changed is put back because ${because}.`);
  return Promise.all(records.map(async (record, at) => {
    const target = targets[at];
    return target ? finish({
      target: target,
      ...terms
    }, await putBackOne(target, record, because, terms)) : record;
  }));
}

async function deployOne(job) {
  const {target: target, order: order, deadline: deadline} = job;
  let record = openRecord("deploy", target.identity, order.environment, deadline.clock.date());
  try {
    const plan = await target.plan(deadline);
    record = {
      ...record,
      live: plan.live,
      previous: plan.live
    };
    const {step: step} = plan;
    if (step.kind === "unchanged") return unchanged(record, plan, step.version);
    if (order.dryRun) return {
      ...record,
      status: "dry-run",
      reason: `Would ${inWords(step)}.`
    };
    deadline.signal.throwIfAborted();
    record = {
      ...record,
      changed: true
    };
    const started = await deploy_begin(job, step);
    record = {
      ...record,
      ...startedPart(target, plan, started)
    };
    if (!order.wait) return {
      ...record,
      status: "started",
      reason: "Nobody waits for its end."
    };
    const verdict = await follow(target, started, job.watch, deadline);
    record = {
      ...record,
      ...verdict,
      previous: plan.before(verdict.version)
    };
    return await conclude(job, started, record);
  } catch (error) {
    const changed = error instanceof Ambiguous || record.changed && deadline.signal.aborted;
    return {
      ...record,
      changed: changed,
      status: statusOf(error),
      reason: messageOf(error)
    };
  }
}

async function deploy_begin({target: target, watch: watch, deadline: deadline}, step) {
  const {name: name} = target.identity;
  if (step.kind === "attach") {
    watch.log(`${name}: ${step.started.id} is on its way with this version; following it.`);
    return step.started;
  }
  const started = await step.move.begin(deadline.outlivedBy(finishWriting));
  watch.log(`${name}: started ${started.id}`);
  return started;
}

async function conclude({target: target, order: order, deadline: deadline}, {id: id}, record) {
  if (record.status === "succeeded") return {
    ...record,
    live: record.version
  };
  const jobIsCancelled = record.status === "cancelled" && deadline.signal.aborted;
  if (!jobIsCancelled) {
    const why = record.status === "superseded" ? void 0 : await whyLate(target, id, deadline);
    const reason = [ record.reason, why ].filter(Boolean).join(" ");
    return {
      ...record,
      reason: reason,
      live: await liveLate(target, deadline)
    };
  }
  if (order.onCancel === "leave") return {
    ...record,
    live: await liveLate(target, deadline)
  };
  const reason = `The job was cancelled; ${await cancelLate(target, id, deadline)}`;
  return {
    ...record,
    reason: reason,
    live: await liveLate(target, deadline)
  };
}

async function putBackOne(target, record, because, {watch: watch, deadline: deadline, wait: wait = true}) {
  const {id: id, version: version, previous: previous} = record;
  const isStopped = !wait && record.status === "cancelled";
  if (!record.changed || !version || record.status === "superseded" || isStopped) return record;
  const stopped = record.status === "timed-out" && id && await cancelLate(target, id, deadline);
  if (!previous) {
    const why = record.reason ?? `It is not put back, though ${because}.`;
    const nothing = "There is nothing to go back to: nothing is known that served before.";
    return {
      ...record,
      status: "failed",
      reason: [ why, stopped, nothing ].filter(Boolean).join(" ")
    };
  }
  const why = record.reason ?? `It is put back because ${because}.`;
  const way = {
    from: version,
    to: async () => previous,
    force: false,
    wait: wait
  };
  const back = await goBack(target, way, watch, deadline);
  if (back.status === "unchanged") return {
    ...record,
    live: back.live,
    reason: stopped ? `${why} ${stopped}` : why
  };
  if (back.status === "succeeded") {
    const status = record.status === "succeeded" ? "rolled-back" : record.status;
    return {
      ...record,
      status: status,
      live: back.live,
      reason: `${why} ${shortName(previous)} is live again.`
    };
  }
  const status = [ "cancelled", "started" ].includes(back.status) ? "cancelled" : "failed";
  const how = back.status === "started" ? `${shortName(previous)} is on its way back with ${back.id}.` : `Putting back: ${back.reason}`;
  return {
    ...record,
    status: status,
    live: back.live,
    reason: `${why} ${how}`
  };
}

function callsForRollback({status: status}) {
  return !isGood(status) && status !== "superseded";
}

function unchanged(record, plan, version) {
  const reason = `${shortName(version)} is live already.`;
  return {
    ...record,
    status: "unchanged",
    version: version,
    previous: plan.before(version),
    reason: reason
  };
}

function startedPart(target, plan, {id: id, version: version}) {
  const logUrl = target.logUrl(id);
  return {
    id: id,
    version: version,
    previous: plan.before(version),
    ...logUrl && {
      logUrl: logUrl
    }
  };
}

function inWords(step) {
  return step.kind === "attach" ? `follow ${step.started.id}, which is on its way with this version` : step.move.says;
}

function finish({target: target, deadline: deadline}, record) {
  return {
    ...record,
    ...target.identity,
    finishedAt: deadline.clock.date().toISOString()
  };
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
  const bad = records.filter(({status: status}) => !isGood(status));
  if (bad.length === 0) return;
  throw new Failure(bad.map(tell_inWords).join(" | "));
}

function tell_inWords({name: name, status: status, reason: reason, logUrl: logUrl}) {
  const log = status === "failed" && logUrl ? ` Its log: ${logUrl}` : "";
  return `${name} ${status}: ${reason ?? "no reason is known."}${log}`;
}

function tell_short(version) {
  return version ? code(shortName(version)) : "–";
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
    this.#client = new Client({
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
    const deploy = safeParse(deployShape, answer_parseJson(body));
    return deploy.success ? deploy.output : void 0;
  }
}

const deployHook = {
  secret: true,
  async parse(given) {
    const address = await secretUrl.parse(given);
    const serviceId = /\/deploy\/(srv-[\w-]+)$/.exec(address.pathname)?.[1];
    if (!serviceId) throw new Unusable("the deploy hook of a service, https://api.render.com/deploy/srv-…?key=…");
    return {
      serviceId: serviceId,
      address: address
    };
  }
};

const hookAnswerShape = object({
  deploy: object({
    id: string()
  })
});

const hook_hints = {
  401: "The key of the hook is not valid (any more); copy the hook from the settings of the service.",
  404: "There is no such hook; copy it from the settings of the service."
};

async function callHook(address, brings, connection, log, deadline) {
  const name = "The deploy hook";
  const client = new Client({
    name: name,
    base: address,
    connection: connection,
    hints: hook_hints,
    log: log
  });
  const query = {
    ...brings.commit && {
      ref: brings.commit
    },
    ...brings.image && {
      imgURL: brings.image
    }
  };
  const question = {
    method: "POST",
    path: "",
    query: query
  };
  const {body: body} = await client.ask(question, deadline);
  const answer = safeParse(hookAnswerShape, answer_parseJson(body));
  return answer.success ? answer.output.deploy.id : void 0;
}

class HookTarget {
  identity;
  #call;
  constructor(serviceId, name, call) {
    this.identity = {
      provider: "render",
      name: name ?? serviceId,
      target: {
        serviceId: serviceId
      }
    };
    this.#call = call;
  }
  async plan() {
    const move = {
      says: `call the deploy hook of ${this.identity.name}`,
      begin: async deadline => {
        const id = await this.#call(deadline);
        if (id) return {
          id: id,
          version: {
            ref: id
          }
        };
        throw new Ambiguous("The deploy hook answered, but not with a deploy; one may be running.", true);
      }
    };
    return {
      live: null,
      before: () => null,
      step: {
        kind: "start",
        move: move
      }
    };
  }
  look=() => needsKey();
  live=() => needsKey();
  previous=() => needsKey();
  find=() => needsKey();
  cancel=() => needsKey();
  restore() {
    return {
      says: "do nothing, without an API key",
      begin: needsKey
    };
  }
  logUrl() {
    return;
  }
}

async function needsKey() {
  throw new Failure('A deploy hook can only start a deploy; for anything else give "api-key".');
}

const mostWrites = 5;

const times = {
  answered: 3e3,
  lost: 15e3,
  taken: 6e4
};

async function startOnce(start, deadline) {
  for (let tries = 1; ;tries++) {
    let answered = false;
    let doubt = `The request was taken without saying which ${start.noun} it is.`;
    let time = times.taken;
    try {
      const started = await start.write();
      if (started !== void 0) return started;
    } catch (error) {
      if (!(error instanceof Ambiguous)) throw error;
      answered = error.answered;
      doubt = error.message;
      time = answered ? times.answered : times.lost;
    }
    const found = await find(start, deadline.within(time), deadline);
    if (found !== void 0) return found;
    if (answered && tries < mostWrites) continue;
    throw new Ambiguous(`${doubt} ${start.missing}, and it is not asked for again, because it may still come. ` + `Run this step again: it follows the ${start.noun} if there is one.`, false);
  }
}

async function find({look: look}, limit, deadline) {
  try {
    return await until(look, growing(300, 1.6, 5e3), limit);
  } catch (error) {
    if (error instanceof TimedOut && !deadline.signal.aborted) return;
    throw error;
  }
}

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
  #history=[];
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
    if (this.#service?.suspended === "suspended") throw new Failure(`${this.#name} is suspended on Render and cannot be deployed; resume it.`);
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
  async aim() {
    const aim = this.#history.find(one => isUnderway(one) || one.status === "live");
    return aim ? versionOf(aim) : null;
  }
  async previous(deadline) {
    const history = await this.#readHistory(deadline);
    const live = history.find(({status: status}) => status === "live");
    return live ? before(versionOf(live), history) : newestThatServed(history);
  }
  async find(text, deadline) {
    const history = await this.#readHistory(deadline);
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
    throw new Failure(`${this.#name} has no deploy ${quote(text)} that was ever live. Give the id of one (dep-…), ` + 'a commit of at least 7 characters, or "previous".');
  }
  restore(to) {
    const {serviceId: serviceId, turnOffAutodeploy: turnOffAutodeploy} = this.#order;
    const also = turnOffAutodeploy ? " and turn its autodeploy off" : "";
    return {
      says: `roll ${this.#name} (${serviceId}) back to ${shortName(to)} (${to.ref})${also}`,
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
  async cancel(id, deadline) {
    await this.#api.cancel(this.#order.serviceId, id, deadline);
    return "was cancelled at render";
  }
  logUrl(id) {
    const dashboard = this.#service?.dashboardUrl;
    return dashboard ? `${dashboard}/deploys/${id}` : void 0;
  }
  async #meet(deadline) {
    const {serviceId: serviceId} = this.#order;
    const [history, service] = await Promise.all([ this.#readHistory(deadline), this.#service ?? this.#api.service(serviceId, deadline) ]);
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
    const isOurs = ({id: id, trigger: trigger, commit: commit}) => !this.#known.has(id) && (!trigger || trigger === sign.trigger) && (!sign.commit || !commit?.id || sameCommit(commit.id, sign.commit));
    const look = async () => {
      const {deploys: deploys} = await this.#api.deploys(this.#order.serviceId, deadline);
      return deploys.findLast(isOurs);
    };
    const missing = `No new deploy of ${this.#name} is listed`;
    return startedBy(await startOnce({
      noun: "deploy",
      missing: missing,
      write: ask,
      look: look
    }, deadline));
  }
  async #readHistory(deadline) {
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
    this.#history = history;
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

function renderTargets(asked, runner) {
  const {services: services = [], hooks: hooks = [], apiKey: apiKey, apiUrl: apiUrl} = asked;
  refuseContradictions(asked);
  const hooked = hooks.map(({name: name, value: value}) => ({
    name: name,
    value: value,
    call: caller(value, asked, runner)
  }));
  if (!apiKey) return hooked.map(({name: name, value: value, call: call}) => new HookTarget(value.serviceId, name, call));
  const {commit: commit, image: image, clearCache: clearCache} = asked;
  const api = new RenderApi({
    apiKey: apiKey,
    apiUrl: apiUrl,
    connection: runner,
    log: line => runner.info(line)
  });
  const brings = {
    commit: commit,
    image: image,
    clearCache: clearCache,
    runCommit: runner.run.commit
  };
  return [ ...services.map(({name: name, value: value}) => ({
    serviceId: value,
    name: name
  })), ...hooked.map(({name: name, value: value, call: call}) => ({
    serviceId: value.serviceId,
    name: name,
    hook: call
  })) ].map(service => new RenderTarget(api, {
    ...brings,
    ...service
  }));
}

function caller({address: address}, asked, runner) {
  const {commit: commit, image: image} = asked;
  return deadline => callHook(address, {
    commit: commit,
    image: image
  }, {
    proxy: runner.proxy
  }, line => runner.info(line), deadline);
}

function refuseContradictions({services: services = [], hooks: hooks = [], apiKey: apiKey, ...asked}) {
  if (services.length === 0 && hooks.length === 0) throw new InputError('Give "service-id" with "api-key", or "deploy-hook-url".');
  if (services.length > 0 && !apiKey) throw new InputError('Input "api-key" is required to deploy by "service-id"; without one give "deploy-hook-url".');
  if (!apiKey && asked.wait) throw new InputError('A deploy hook alone can start a deploy, but not follow it: give "api-key" too, or set "wait: false".');
  if (!apiKey && asked.onFailure === "rollback") throw new InputError('Input "on-failure" can be "rollback" only with "api-key".');
  if (asked.commit && asked.image) throw new InputError('Give "commit" or "image", not both: a service has a repository or an image.');
  if (hooks.length > 0 && asked.clearCache) throw new InputError('A deploy hook cannot clear the cache; use "service-id" with "api-key".');
  const ids = [ ...services.map(({value: value}) => value), ...hooks.map(({value: value}) => value.serviceId) ];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new InputError(`The service ${twice} is given twice; a step deploys each once.`);
}

const orderInputs = {
  timeout: required("timeout", duration),
  onFailure: required("on-failure", oneOf("leave", "rollback")),
  environment: optional("environment", kinds_text),
  dryRun: required("dry-run", flag)
};

const serviceId = {
  parse(given) {
    if (!/^srv-[\w-]+$/.test(given)) throw new Unusable("the id of a service, srv-…, as it stands in the address of its dashboard page");
    return given;
  }
};

const commit = {
  parse(given) {
    if (!/^[0-9a-f]{7,40}$/i.test(given)) throw new Unusable("a commit SHA of 7 to 40 hex digits");
    return given.toLowerCase();
  }
};

const services = list(named(serviceId));

const renderInputs = {
  services: optional("service-id", services),
  apiKey: optional("api-key", secret),
  hooks: optional("deploy-hook-url", list(named(deployHook))),
  commit: optional("commit", commit),
  image: optional("image", kinds_text),
  clearCache: required("clear-cache", flag),
  apiUrl: required("api-url", url)
};

const inputs = {
  ...renderInputs,
  ...orderInputs,
  wait: required("wait", flag, {
    formerly: "wait-for-success"
  }),
  onCancel: required("on-cancel", oneOf("leave", "cancel"))
};

const renderDeploy = action({
  title: "Render deploy",
  inputs: inputs,
  outputs: deploymentOutputs,
  async main(given, runner) {
    const targets = renderTargets(given, runner);
    const records = await deploy(targets, given, runner);
    runner.output(flatOutputs(records));
    runner.summary(summaryOf("Render deploy", records));
    refuseBad(records);
  }
});

run(renderDeploy);
