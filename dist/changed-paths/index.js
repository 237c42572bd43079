"use strict";
var __webpack_modules__ = {
  986: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      HR: () => Failure,
      bD: () => messageOf,
      cJ: () => Cancelled,
      dz: () => InputError
    });
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
  }),
  6588: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      K: () => excerpt,
      h: () => quote
    });
    function quote(text, most = 80) {
      return `"${excerpt(text, most)}"`;
    }
    function excerpt(text, most = 200) {
      const line = text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
      const points = Array.from(line.slice(0, most * 2 + 2));
      return points.length > most ? `${points.slice(0, most - 1).join("")}…` : points.join("");
    }
  }),
  696: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      B: () => Deadline,
      G: () => TimedOut
    });
    var failure = __nccwpck_require__(986);
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
    var duration = __nccwpck_require__(8175);
    class TimedOut extends failure.HR {
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
          timeOver.abort(new TimedOut(`The time given, ${(0, duration.c)(ms)}, is over.`));
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
  }),
  8175: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      c: () => say
    });
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
  }),
  181: (module => {
    module.exports = process.getBuiltinModule("buffer");
  }),
  7975: (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  932: (module => {
    module.exports = process.getBuiltinModule("process");
  }),
  7934: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
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
      pdi: () => transform,
      xLC: () => safeParse
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

var failure = __nccwpck_require__(986);

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

var quote = __nccwpck_require__(6588);

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
  if (missing.length > 0) throw new failure.dz(lackOf(missing));
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
  if (stray) throw new failure.dz(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
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
    const value = input.kind.secret ? "the value given (hidden)" : (0, quote.h)(error.part ?? given);
    const expected = (0, quote.K)(error.expected, 400);
    throw new failure.dz(`Input "${input.name}" must be ${expected}, not ${value}.`);
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

var dist = __nccwpck_require__(7934);

const words = (0, dist.NpB)((0, dist.cl6)((0, dist.YjP)()), void 0);

const eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.NpB)((0, dist.lqM)((0, dist.Ikc)({
    number: (0, dist.aig)(),
    title: (0, dist.YjP)(),
    head: (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      ref: (0, dist.YjP)()
    })
  })), void 0),
  head_commit: (0, dist.NpB)((0, dist.cl6)((0, dist.Ikc)({
    message: words
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
  if (error instanceof failure.HR) return error.message;
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
    controller.abort(new failure.cJ);
    setTimeout(() => process.exit(1), graceAfterCancel).unref();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return controller.signal;
}

var src_deadline = __nccwpck_require__(696);

const end = (0, dist.Ikc)({
  ref: (0, dist.YjP)(),
  sha: (0, dist.YjP)()
});

const pull_request_eventShape = (0, dist.Ikc)({
  pull_request: (0, dist.Ikc)({
    number: (0, dist.aig)(),
    base: end,
    head: end
  })
});

function pullRequestOf({event: event}) {
  const parsed = (0, dist.xLC)(pull_request_eventShape, event);
  return parsed.success ? parsed.output.pull_request : void 0;
}

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

function comparisonOf(runner, base) {
  const parsed = (0, dist.xLC)(comparison_eventShape, runner.event);
  const event = parsed.success ? parsed.output : void 0;
  const pull = pullRequestOf(runner);
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
  const other = base ?? (kind === "tags" ? void 0 : event?.repository?.default_branch);
  if (other && isCommit(other)) return {
    kind: "commits",
    from: other,
    to: to
  };
  if (other && other !== name) return {
    kind: "branch",
    base: other,
    to: to
  };
  const before = event?.before ?? "";
  if (isCommit(before) && /[^0]/.test(before)) return {
    kind: "commits",
    from: before,
    to: to
  };
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

function saidOf(comparison) {
  switch (comparison.kind) {
   case "pull":
    return `What pull request #${comparison.pull.number} changes.`;

   case "commits":
    return `What changes from ${comparison_short(comparison.from)} to ${comparison_short(comparison.to)}.`;

   case "branch":
    return `What ${comparison_short(comparison.to)} has that ${(0, quote.h)(comparison.base)} has not.`;

   case "tag":
    return "What changes since the tag before; without one all files count as added.";

   case "everything":
    return `All files count as added: ${comparison.why}.`;
  }
}

function comparison_short(commit) {
  return commit.slice(0, 7);
}

function isCommit(text) {
  return /^([\da-f]{40}|[\da-f]{64})$/.test(text);
}

function commit(text) {
  if (isCommit(text)) return text;
  throw new failure.HR(`The event of this run has ${(0, quote.h)(text)} where the hash of a commit should be.`);
}

function yaml(shape, expected) {
  return {
    async parse(given) {
      const result = (0, dist.xLC)(shape, await readYaml(given, expected));
      if (result.success) return result.output;
      const issue = result.issues[0];
      const path = (0, dist.BuJ)(issue);
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
      const members = classes[name ?? ""];
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
    throw new Unusable(`patterns as they stand in a .gitignore; ${why}`, line);
  };
  if (text.length > longest) refuse(`none is longer than ${longest} characters`);
  const [, bang, body = "", slash] = /^(!?)(.*?)(\/?)$/s.exec(text) ?? [];
  const tied = body.includes("/");
  const ways = tied ? waysOf(bytesOf(body.replace(/^\//, ""))) : [ `**/${bytesOf(body)}` ];
  const able = ways.map(way => stepsOf(way, refuse)).filter(steps => !steps.some(isHollow));
  if (able.length === 0) refuse('none begins with "./", or has "//", "/./" or "/../" in it');
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
      const {bytes: bytes, end: end} = readClass(text, start) ?? refuse('"[" needs its "]"');
      next.lastIndex = end + 1;
      yield bytes;
    } else if (piece.endsWith("/")) yield "/"; else if (piece.startsWith("*")) yield star; else if (piece === "?") yield anyByte; else if (piece === "\\") refuse("a backslash at the end hides nothing"); else yield piece.charCodeAt(piece.length - 1);
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

const most = 100;

function withoutBraces(pattern) {
  const all = [ ...alternatives(pattern).take(most + 1) ];
  if (all.length <= most) return all;
  throw new Unusable(`patterns that stand for at most ${most} others`, pattern);
}

function* alternatives(pattern) {
  const braces = firstBraces(pattern);
  if (!braces) yield pattern;
  for (const word of braces?.words ?? []) yield* alternatives(`${braces?.before}${word}${braces?.after}`);
}

function firstBraces(pattern) {
  for (const {index: index} of pattern.matchAll(/\\.|\{/gs)) {
    const cuts = pattern[index] === "{" ? cutsFrom(index, pattern) : [];
    const [first, last] = [ cuts[0], cuts.at(-1) ];
    if (first === void 0 || last === void 0) continue;
    const words = cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] ?? 0) + 1, cut));
    if (words.length > 1) return {
      before: pattern.slice(0, first),
      words: words,
      after: pattern.slice(last + 1)
    };
    if (/^\w+\.\.\w+$/.test(words.join())) throw new Unusable("patterns without a range such as {1..3}; write {1,2,3}", pattern);
  }
  return;
}

function cutsFrom(open, pattern) {
  const cuts = [];
  let depth = 0;
  for (const {0: sign, index: index} of pattern.slice(open).matchAll(/\\.|[{},]/gs)) {
    if (sign === "{") depth++;
    if (depth === 1 && sign.length === 1) cuts.push(open + index);
    if (sign === "}") depth--;
    if (depth === 0) return cuts;
  }
  return [];
}

const statuses = [ "added", "modified", "deleted" ];

const expected = 'YAML that maps names to patterns, such as "docs: docs/**"';

async function readFilters(given, folder) {
  const isFile = !/[\n:{]/.test(given);
  const source = isFile ? `The file ${(0, quote.h)(given)} of input "filters"` : 'Input "filters"';
  try {
    return await parseFilters(isFile ? readText(given, folder) : given);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const seen = error.part === void 0 ? "" : `, not ${(0, quote.h)(error.part)}`;
    throw new failure.dz(`${source} must be ${error.expected}${seen}.`);
  }
}

function readText(file, folder) {
  try {
    return (0, external_node_fs_namespaceObject.readFileSync)((0, external_node_path_namespaceObject.resolve)(folder, file), "utf8");
  } catch (error) {
    throw new failure.dz(`Input "filters" names the file ${(0, quote.h)(file)}, which cannot be read ` + `(${(0, 
    quote.K)((0, failure.bD)(error))}). Does actions/checkout come before this step?`);
  }
}

async function parseFilters(text) {
  const read = await yaml((0, dist.L5J)(), expected).parse(text);
  const entries = isMap(read) ? Object.entries(read) : [];
  if (entries.length === 0) throw new Unusable(expected);
  return entries.map(([name, value]) => {
    if (!/^[A-Za-z_][\w-]*$/.test(name)) throw new Unusable('filters with names of letters, digits, "-" and "_"', name);
    return filterOf(name, rulesIn(value, name));
  });
}

function filterOf(name, rules) {
  if (rules[0]?.pattern.startsWith("!")) throw new Unusable('filters that begin with what is in, such as "**"; "!" only takes out of that again', `${name}: ${rules[0].pattern}`);
  const named = statuses.map(status => {
    const own = rules.filter(rule => rule.statuses.includes(status));
    return [ status, patterns(own.map(({pattern: pattern}) => pattern)) ];
  });
  const byStatus = new Map(named);
  return {
    name: name,
    matches: ({path: path, status: status}) => byStatus.get(status)?.(path) ?? false
  };
}

function rulesIn(value, name, of = statuses) {
  if (typeof value === "string") return withoutBraces(value).map(pattern => ({
    statuses: of,
    pattern: usable(pattern)
  }));
  if (Array.isArray(value) && value.length > 0) return value.flatMap(item => rulesIn(item, name, of));
  if (isMap(value) && of === statuses && Object.keys(value).length > 0) return Object.entries(value).flatMap(([kinds, some]) => rulesIn(some, name, statusesIn(kinds)));
  throw new Unusable(`${expected}; a pattern is text`, `${name}: ${JSON.stringify(value)}`);
}

function statusesIn(kinds) {
  return kinds.split("|").map(word => {
    const status = statuses.find(one => one === word.trim().toLowerCase());
    if (status) return status;
    throw new Unusable(`${expected}; kinds of change are ${statuses.join(", ")} (a renamed file is deleted and added)`, word.trim());
  });
}

function usable(pattern) {
  const refuse = expected => {
    throw new Unusable(expected, pattern);
  };
  if (/^(#|\s*$)/.test(pattern)) refuse("patterns that are no comment and not empty");
  const hidden = pattern.match(/\\./gs) ?? [];
  if (hidden.some(pair => /\w/.test(pair))) refuse('patterns with "/" between the names');
  if (/[?*+@!]\(/.test(pattern)) refuse('patterns without "@(…)" and the like; write several');
  patterns([ pattern ]);
  return pattern;
}

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const external_node_os_namespaceObject = process.getBuiltinModule("node:os");

class GitFailure extends failure.HR {
  name="GitFailure";
}

const mostOutput = 256 * 1024 * 1024;

const settings = [ "core.fsmonitor=false", "core.hooksPath=/dev/null", "credential.interactive=false", "gc.auto=0", "maintenance.auto=false", "safe.directory=*" ].flatMap(setting => [ "-c", setting ]);

function gitIn(folder, {signal: signal}) {
  return {
    run(...args) {
      const {execFile: execFile} = process.getBuiltinModule("node:child_process");
      const all = [ ...settings, "--no-optional-locks", ...args ];
      return new Promise((resolve, reject) => {
        const options = {
          cwd: folder,
          maxBuffer: mostOutput,
          signal: signal
        };
        execFile("git", all, options, (error, stdout, stderr) => {
          if (!error) return resolve(stdout);
          reject(signal.aborted ? signal.reason : new GitFailure(reasonOf(error, stderr)));
        });
      });
    }
  };
}

function offline(git) {
  return {
    run: (...args) => git.run("-c", "protocol.allow=never", ...args)
  };
}

function reasonOf(error, stderr) {
  if (error.code === "ENOENT") return "is not installed on this machine";
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return "prints more than 256 MiB";
  const lines = stderr.trim().split("\n");
  const line = lines.find(one => /^(fatal|error):/.test(one)) ?? lines[0] ?? "";
  if (line === "") return "finds nothing";
  return `says "${(0, quote.K)(line.replace(/^(fatal|error): /, ""), 160)}"`;
}

async function withToken(git, {server: server, token: token, folder: folder}, use) {
  const own = (0, external_node_fs_namespaceObject.mkdtempSync)((0, external_node_path_namespaceObject.join)(folder, "git-"));
  const file = (0, external_node_path_namespaceObject.join)(own, "config");
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const header = `[http "${server}/"]\n\textraheader = "AUTHORIZATION: basic ${basic}"\n`;
  (0, external_node_fs_namespaceObject.writeFileSync)(file, header, {
    mode: 384
  });
  try {
    return await use({
      run: (...args) => git.run("-c", `include.path=${file}`, ...args)
    });
  } finally {
    (0, external_node_fs_namespaceObject.rmSync)(own, {
      recursive: true
    });
  }
}

async function hasCommits(git, ...commits) {
  const listing = [ "rev-list", "--missing=allow-any", "--no-walk" ];
  return await answerOf(git, ...listing, ...commits, "--") !== void 0;
}

function mergeBase(git, one, other) {
  return answerOf(git, "merge-base", one, other);
}

async function mergedOnto(git, head) {
  const [fields = ""] = (await git.run("cat-file", "commit", "HEAD")).split("\n\n", 1);
  const [first, second, third] = [ ...fields.matchAll(/^parent (\w+)$/gm) ].map(([, it]) => it);
  return second === head && third === void 0 ? first : void 0;
}

async function tagBefore(git, commit) {
  const name = await answerOf(git, "describe", "--tags", "--abbrev=0", `${commit}^`);
  return name && `refs/tags/${name}`;
}

async function answerOf(git, ...args) {
  try {
    return (await git.run(...args)).trim();
  } catch (error) {
    if (error instanceof GitFailure) return;
    throw error;
  }
}

const fetching = [ "fetch", "--quiet", "--no-tags", "--no-recurse-submodules" ];

const blobless = "--filter=blob:none";

const deepenings = [ ...[ 64, 128, 256, 512, 1024, 2048, 4096, 8192 ].map(commits => `--deepen=${commits}`), "--unshallow" ];

async function fetchMissing(git, ...commits) {
  if (await hasCommits(git, ...commits)) return;
  const missing = [];
  for (const commit of commits) if (!await hasCommits(git, commit)) missing.push(commit);
  await fetchRefs(git, ...missing);
}

async function tipOf(git, name) {
  if (!isRefName(name)) throw new GitFailure(`has no branch or tag called ${(0, quote.h)(name)}`);
  for (const ref of [ `refs/remotes/origin/${name}`, `refs/tags/${name}` ]) {
    const known = await answerOf(git, ...resolving, `${ref}^{commit}`);
    if (known) return known;
  }
  await fetchRefs(git, `refs/heads/${name}`).catch(error => {
    if (error instanceof GitFailure) return fetchRefs(git, `refs/tags/${name}`);
    throw error;
  });
  return (await git.run(...resolving, "FETCH_HEAD^{commit}")).trim();
}

function isRefName(text) {
  return !/^$|^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(^|\/)\.|\.lock(\/|$)|[/.]$/u.test(text);
}

const resolving = [ "rev-parse", "--verify", "--quiet" ];

async function fetchRefs(git, ...refs) {
  const options = await isShallow(git) ? [ blobless, "--depth=1" ] : [];
  await git.run(...fetching, ...options, "origin", ...refs);
}

async function reachMergeBase(git, one, other) {
  for (const deeper of deepenings) {
    const base = await mergeBase(git, one, other);
    if (!await isShallow(git) || base && await isSure(git, base, one, other)) return base;
    await git.run(...fetching, blobless, deeper, "origin", one, other);
  }
  return mergeBase(git, one, other);
}

async function isSure(git, base, one, other) {
  const cutOff = await git.run("rev-list", "--max-parents=0", one, other, `^${base}`, "--");
  return cutOff === "";
}

async function isShallow(git) {
  return await answerOf(git, "rev-parse", "--is-shallow-repository") === "true";
}

const comparing = [ "diff", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color" ];

async function changesBetween(git, from, to, ...options) {
  const told = await git.run(...comparing, "--name-status", "-z", ...options, from, to, "--");
  const fields = told.split("\0").values();
  const next = () => {
    const field = fields.next().value;
    if (!field) throw new GitFailure("ends its list of changed files too early");
    return field;
  };
  const changes = [];
  for (const field of fields) {
    if (field === "") break;
    const status = field.charAt(0);
    const before = /[RC]/.test(status) ? next() : void 0;
    changes.push({
      status: status,
      path: next(),
      before: before
    });
  }
  return changes;
}

function emptyTree(commit) {
  return commit.length === 64 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
}

async function changesByGit(comparison, git) {
  const changes = await changesOf(await endsOf(comparison, git), git);
  const files = changes.map(({status: status, path: path}) => ({
    path: path,
    status: statusOf(status)
  }));
  return {
    files: files,
    truncated: void 0
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
      const onto = await mergedOnto(git, head.sha);
      return onto ? {
        from: onto,
        to: "HEAD"
      } : sinceMergeBase(base.sha, head.sha, git);
    }

   case "commits":
    return comparison;

   case "branch":
    return sinceMergeBase(await tipOf(git, comparison.base), comparison.to, git);

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
    from: await reachMergeBase(git, base, to),
    to: to
  };
}

async function changesOf({from: from, to: to}, git) {
  const start = from ?? emptyTree(to);
  const whole = [ "--no-renames", "--ignore-submodules=none" ];
  try {
    return await changesBetween(offline(git), start, to, ...whole);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
  }
  await fetchMissing(git, ...from ? [ from, to ] : [ to ]);
  return changesBetween(git, start, to, ...whole);
}

async function findChanges(comparison, {folder: folder, token: token}, runner, deadline) {
  const isCheckout = (0, external_node_fs_namespaceObject.existsSync)((0, external_node_path_namespaceObject.join)(folder, ".git"));
  let why = (0, external_node_fs_namespaceObject.existsSync)(folder) ? "There is no checkout" : 'There is no checkout: "working-directory" names no folder';
  try {
    if (isCheckout) return await askGit(comparison, {
      folder: folder,
      token: token
    }, runner, deadline);
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    why = `Git cannot tell what changed: it ${error.message}`;
  }
  if (!token) throw new failure.HR(`${why}; and "github-token" is empty, so the API cannot be asked. ` + "Put actions/checkout before this step, or give the token.");
  if (isCheckout) runner.notice(`${why}. The API is asked instead.`);
  return askApi(comparison, token, why, runner, deadline);
}

async function askGit(comparison, {folder: folder, token: token}, runner, deadline) {
  const git = gitIn(folder, deadline);
  try {
    return await changesByGit(comparison, git);
  } catch (error) {
    if (!(error instanceof GitFailure) || !token) throw error;
    const temporary = runner.env("RUNNER_TEMP") ?? (0, external_node_os_namespaceObject.tmpdir)();
    const access = {
      server: runner.run.server,
      token: token,
      folder: temporary
    };
    return withToken(git, access, other => changesByGit(comparison, other)).catch(again => {
      throw again instanceof GitFailure ? error : again;
    });
  }
}

async function askApi(comparison, token, why, runner, deadline) {
  const {Github: Github} = await __nccwpck_require__.e(862).then(__nccwpck_require__.bind(__nccwpck_require__, 1862));
  const {changesByApi: changesByApi} = await __nccwpck_require__.e(731).then(__nccwpck_require__.bind(__nccwpck_require__, 1731));
  const permission = comparison.kind === "pull" ? "pull-requests: read" : "contents: read";
  const github = new Github({
    token: token,
    permission: permission
  }, runner);
  try {
    return await changesByApi(comparison, github, runner.run.repository, deadline);
  } catch (error) {
    runner.cancelled.throwIfAborted();
    throw error instanceof failure.HR ? new failure.HR(`${why}. ${(0, failure.bD)(error)}`) : error;
  }
}

const revision = {
  parse(given) {
    if (!isRefName(given)) throw new Unusable("the name of a branch or tag, such as main, or a commit of 40 digits");
    return given.replace(/^refs\/(heads|tags)\//, "");
  }
};

const inputs = {
  filters: required("filters", kinds_text),
  only: optional("only", list(kinds_text)),
  base: optional("base", revision),
  workingDirectory: required("working-directory", kinds_text),
  githubToken: optional("github-token", secret),
  timeout: required("timeout", duration)
};

const fixedOutputs = [ "changes", "any", "matrix", "truncated" ];

function refuseNames(filters, only) {
  const names = filters.map(({name: name}) => name);
  const stranger = only.find(name => !names.includes(name));
  if (stranger !== void 0) throw new failure.dz(`Input "only" has ${(0, quote.h)(stranger)}, which is no filter; there are ${names.join(", ")}.`);
  const taken = new Set(fixedOutputs);
  const outputs = names.flatMap(name => [ name, `${name}-files` ]);
  for (const output of [ ...outputs, ...new Set(only.map(onlyOutput)) ]) {
    if (taken.has(output.toLowerCase())) throw new failure.dz(`Input "filters" has names of which two would set the output "${output}"; rename one.`);
    taken.add(output.toLowerCase());
  }
}

function onlyOutput(filter) {
  return `only-${filter}`;
}

function outputsOf(results, {truncated: truncated}, only) {
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

const mostHandedOn = 25e4;

function sizeRemark(outputs) {
  const size = JSON.stringify(outputs).length;
  if (size <= mostHandedOn) return;
  return `The lists of files hold ${size} characters, which may be more than a job can hand on to others ` + "(1 MB in all). Within this job they are whole.";
}

const mostShown = 5;

function summaryOf(results, changes) {
  const rows = results.map(({name: name, changed: changed, files: files, only: only}) => [ plain(name), changed ? only ? "only this" : "yes" : "no", String(files.length), [ ...files.slice(0, mostShown).map(code), ...more(files.length - mostShown) ].join(", ") ]);
  const head = [ "filter", "changed", "files", "" ];
  return `### Changed paths\n\n${plain(headline(changes))}\n\n${table(head, rows)}`;
}

function more(count) {
  return count > 0 ? [ `and ${count} more` ] : [];
}

function headline({files: files, truncated: truncated}) {
  const count = `${files.length} changed ${files.length === 1 ? "file" : "files"}`;
  if (truncated === void 0) return `${count}.`;
  return `${count} known, but not all: ${truncated}. So every filter counts as changed.`;
}

function judge({files: files, truncated: truncated}, filters) {
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

const changedPaths = action({
  title: "Changed paths",
  inputs: inputs,
  outputs: fixedOutputs,
  async main(given, runner) {
    const {only: only = [], githubToken: token} = given;
    const folder = (0, external_node_path_namespaceObject.resolve)(runner.workspace, given.workingDirectory);
    const comparison = comparisonOf(runner, given.base);
    runner.info(saidOf(comparison));
    const deadline = new src_deadline.B(given.timeout, runner.cancelled);
    const finding = findChanges(comparison, {
      folder: folder,
      token: token
    }, runner, deadline);
    finding.catch(() => {});
    const filters = await readyFilters(given, folder, runner);
    const changes = await finding;
    const results = judge(changes, filters);
    const outputs = outputsOf(results, changes, only);
    const remark = sizeRemark(outputs);
    if (remark) runner.notice(remark);
    runner.output(outputs);
    runner.summary(summaryOf(results, changes));
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
  runner.output(outputsOf(judge(unknown, filters), unknown, only));
  return filters;
}

run(changedPaths);
