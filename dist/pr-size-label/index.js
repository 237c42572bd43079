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

class failure_InputError extends failure_Failure {
  name="InputError";
}

class Cancelled extends failure_Failure {
  name="Cancelled";
  constructor(message = "The job was cancelled.") {
    super(message);
  }
}

function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

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

class kinds_Unusable extends Error {
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
    if (!/^[\x20-\x7E]*$/.test(given)) throw new kinds_Unusable("one line of ASCII characters");
    return given;
  }
};

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new kinds_Unusable("true or false");
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
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new kinds_Unusable("a duration such as 500ms, 30s, 5m or 1h");
    const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
    const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
    if (total > longestDuration) throw new kinds_Unusable("a duration of at most 24 days");
    return Math.round(total);
  }
};

function oneOf(...words) {
  return {
    parse(given) {
      const word = words.find(one => one === given);
      if (word === void 0) throw new kinds_Unusable(`one of ${words.join(", ")}`);
      return word;
    }
  };
}

function quote_quote(text, most = 80) {
  return `"${excerpt(text, most)}"`;
}

function excerpt(text, most = 200) {
  const whole = text.trimStart();
  const beginning = whole.slice(0, most * 2 + blanks);
  const line = beginning.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|\p{Cf}/gu, "�").trim();
  const points = Array.from(line.slice(0, most * 2 + 2));
  const isCut = points.length > most || beginning.length < whole.trimEnd().length;
  return isCut ? `${points.slice(0, most - 1).join("")}…` : points.join("");
}

const blanks = 4096;

function list(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const items = itemsOf(given);
      if (items.length === 0) throw new kinds_Unusable("at least one line that is not a comment");
      return Promise.all(items.map(one => parseItem(item, one)));
    }
  };
}

function itemsOf(given) {
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
    if (!(error instanceof kinds_Unusable)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new kinds_Unusable(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => quote_quote(one)).join(", then ")})` : "";
    throw new kinds_Unusable(`${error.expected}; several go one per line${written}`, part);
  }
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
  runner.mask(given);
  for (const line of [ ...given.split(/[\r\n]+/), ...itemsOf(given) ]) {
    runner.mask(line.trim());
    const address = /https?:\/\/\S+/.exec(line)?.[0];
    if (address === void 0 || !URL.canParse(address)) continue;
    const {href: href, pathname: pathname, search: search, searchParams: searchParams, username: username, password: password} = new URL(address);
    for (const part of [ href, address ]) runner.mask(part);
    for (const part of credentialsOf(username, password)) runner.mask(part);
    if (pathname.length >= 20) runner.mask(pathname);
    for (const segment of pathname.split("/")) if (segment.length >= 16) runner.mask(segment);
    const values = [ ...searchParams ].flatMap(([name, value]) => value.length >= 8 && isOpaque(value) ? [ value ] : credentialsIn(name, value));
    for (const part of values.length > 0 ? [ search, ...values ] : []) runner.mask(part);
  }
}

function credentialsIn(name, value) {
  if (/^(proxy-)?authorization$/i.test(name)) return [ value, value.replace(/^\S+\s+/, "") ];
  if (harmless.test(name) || !(telling.test(name) || vague.test(name) && isOpaque(value))) return [];
  const parts = value.split(/[\s;,]+/).map(part => part.replace(/^[\w.-]+=(?=.)/, ""));
  return [ value, ...parts.filter(part => part.length >= 8) ];
}

function credentialsOf(user, password) {
  if (password !== "") return user === "" ? [ password ] : [ password, `${user}:${password}` ];
  return /^[a-z]{0,14}$/i.test(user) ? [] : [ user ];
}

const telling = /token|secret|passw|cookie|credential|jwt|(api|access|private|subscription)[-_]?key/i;

const vague = /auth|key|session|signature|^sig$/i;

const harmless = /idempotency|affinity|author(?!iz)|(cache|surrogate|partition|websocket)[-_]?key/i;

function isOpaque(value) {
  const parts = value.split(/[\s._/:-]/);
  return !parts.every(part => /^(v?\d{0,15}|[A-Z]?[a-z]{1,14}|[A-Z]{1,14})$/.test(part));
}

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isExpression(given) {
  return slashed.test(given);
}

new WeakMap;

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
  const misspelt = misspeltIn(allInputs(inputs), runner);
  for (const [name, given] of misspelt) {
    if (runner.input(name) === "" && isRequired(name, inputs)) continue;
    runner.warning(`There is no input "${given}", so it has no effect. Did you mean "${name}"?`);
  }
  return readAll(inputs, {
    runner: runner,
    misspelt: misspelt
  });
}

function isRequired(name, inputs) {
  return allInputs(inputs).some(input => input.name === name && input.required);
}

function misspeltIn(inputs, {givenInputs: givenInputs}) {
  const names = inputs.map(({name: name}) => name);
  const known = new Set([ ...names, ...inputs.map(({formerly: formerly}) => formerly) ]);
  const strange = givenInputs.filter(given => !known.has(given));
  return new Map(strange.flatMap(given => {
    const name = closestName(given, names);
    return name === void 0 ? [] : [ [ name, given ] ];
  }));
}

async function readAll(inputs, source) {
  const alone = Object.values(inputs).filter(one => !isChoice(one));
  const texts = await textsOf(alone, source);
  const read = {};
  for (const [key, one] of Object.entries(inputs)) read[key] = isChoice(one) ? await readChoice(one, source) : await parsed(one, texts.get(one));
  return read;
}

async function textsOf(inputs, {runner: runner, misspelt: misspelt}) {
  const texts = new Map(inputs.map(input => [ input, textOf(input, runner) ]));
  const empty = inputs.filter(input => input.required && !texts.get(input));
  if (empty.length === 0) return texts;
  const defaultOf = await defaultsOf(runner);
  for (const input of empty) texts.set(input, defaultOf(input.name));
  const missing = empty.filter(input => !texts.get(input));
  if (missing.length > 0) throw new failure_InputError(lackOf(missing, misspelt));
  return texts;
}

async function defaultsOf({contract: contract}) {
  if (!contract) return () => "";
  const {defaultsIn: defaultsIn} = await Promise.all([ __nccwpck_require__.e(815), __nccwpck_require__.e(76) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 8076));
  return defaultsIn(contract);
}

function lackOf(missing, misspelt) {
  const names = missing.map(({name: name}) => `"${name}"`).join(", ");
  const [{env: env} = {}, ...others] = missing;
  const said = others.length > 0 ? `Inputs ${names} are required and were not given.` : `Input ${names} is required and was not given${env ? `, nor was the environment variable ${env}` : ""}.`;
  const meant = missing.flatMap(({name: name}) => {
    const given = misspelt.get(name);
    return given === void 0 ? [] : [ `"${given}" was given: did you mean "${name}"?` ];
  });
  const empty = "A secret or variable that does not exist, or that this run does not get, is empty.";
  return [ said, ...meant.length > 0 ? meant : [ empty ] ].join(" ");
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

async function readChoice(choice, source) {
  const by = chooser(choice);
  const name = String(await parsed(by, (await textsOf([ by ], source)).get(by)));
  const group = choice.groups[name] ?? {};
  const own = Object.values(group).map(input => input.name);
  const stray = allGrouped(choice).find(input => !input.required && !own.includes(input.name) && isGiven(input, source.runner));
  if (stray) throw new failure_InputError(`Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`);
  return {
    name: name,
    given: await readAll(group, source)
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

async function parsed(input, given = "") {
  if (given === "") return;
  try {
    return await input.kind.parse(given);
  } catch (error) {
    if (!(error instanceof kinds_Unusable)) throw error;
    const value = input.kind.secret ? "the value given (hidden)" : quote_quote(error.part ?? given);
    const expected = excerpt(error.expected, 400);
    const hint = !input.kind.secret && lacksVariable(error.part ?? given) ? emptyHint : "";
    throw new failure_InputError(`Input "${input.name}" must be ${expected}, not ${value}.${hint}`);
  }
}

function lacksVariable(value) {
  return !isExpression(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value);
}

const emptyHint = " A variable that does not exist is empty: is there one in it?";

const space = "Free space on the disk of the runner before this step.";

const right = "Let the user of the runner, or of the container of the job, write there.";

const files = "Let the runner have more files open (ulimit -n).";

const refusals = new Map([ [ "ENOSPC", space ], [ "EDQUOT", space ], [ "EROFS", right ], [ "EACCES", right ], [ "EPERM", right ], [ "EIO", "Look at the disk of the runner." ], [ "ENOMEM", "Give the runner more memory." ], [ "EMFILE", files ], [ "ENFILE", files ] ]);

function isOfMachine(error) {
  return refusals.has(codeOf(error));
}

function sayRefusal(what, error) {
  const advice = refusals.get(codeOf(error));
  return `${what} (${messageOf(error)}).${advice ? ` ${advice}` : ""}`;
}

function codeOf(error) {
  return typeof error === "object" && error && "code" in error ? String(error.code) : "";
}

const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");

null && Failure;

process.platform;

function send(pid, name) {
  try {
    process.kill(pid, name);
  } catch {}
}

function endPrograms(parent = process.pid) {
  for (const pid of childrenOf(parent)) {
    endPrograms(pid);
    send(pid, "SIGKILL");
  }
}

function childrenOf(pid) {
  try {
    return ((0, external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/task/${pid}/children`, "utf8").match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

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

function escapeMessage(message) {
  return message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value) {
  return escapeMessage(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function harmless_harmless(text) {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, "�").replace(/^([\s\x85]*):(?=:)/gm, "$1:​").replaceAll("##[", "#​#[");
}

const mostNesting = 500;

function parseJson(text) {
  try {
    const value = JSON.parse(text);
    return isNestedDeeper(value) ? void 0 : value;
  } catch {
    return;
  }
}

function isNestedDeeper(value, most = mostNesting) {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some(inner => isNestedDeeper(inner, most - 1));
}

function outputs_textOf(value) {
  if (value === null || value === void 0) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function appendOutputs(file, outputs) {
  const before = sizeOf(file);
  try {
    (0, external_node_fs_namespaceObject.appendFileSync)(file, Array.from(outputs, ([name, text]) => heredoc(name, text)).join(""));
  } catch (error) {
    if (sizeOf(file) > before) (0, external_node_fs_namespaceObject.truncateSync)(file, before);
    throw error;
  }
}

function heredoc(name, value) {
  const ends = value.match(/END_*/g) ?? [];
  const longest = ends.reduce((most, end) => Math.max(most, end.length), 0);
  const end = longest === 0 ? "END" : "END".padEnd(longest + 1, "_");
  return `${name}<<${end}\n${value}\n${end}\n`;
}

function sizeOf(file) {
  return (0, external_node_fs_namespaceObject.statSync)(file, {
    throwIfNoEntry: false
  })?.size ?? 0;
}

const escapes = /%(?:[0-7][\da-fA-F]|[c-fC-F][\da-fA-F](?:%[89abAB][\da-fA-F]){1,3})|\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[bfnrt]|[^\da-zA-Z])|&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|amp|lt|gt|quot|apos);|[+\u200B]/g;

const cutEscape = /(?:%[\da-f]?|\\(?:u[\da-f]{0,3}|x[\da-f]?)?|&(?:#x?[\da-f]*|[a-z]+)?)$/i;

function unescaped(text) {
  return /[%\\&+\u200B]/.test(text) ? text.replace(escapes, meaningOf) : text;
}

function spansInEscaped(text, spans) {
  const edges = spans.flatMap(({start: start, end: end}) => [ start, end ]);
  let next = 0;
  let shift = 0;
  const moved = [];
  const moveUpTo = most => {
    for (let edge = edges[next]; edge !== void 0 && edge <= most; edge = edges[++next]) moved.push(edge + shift);
  };
  for (const {0: escaped, index: index} of text.matchAll(escapes)) {
    if (next === edges.length) break;
    moveUpTo(index - shift);
    shift += escaped.length - meaningOf(escaped).length;
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

function meaningOf(escaped) {
  if (escaped.startsWith("%")) return Buffer.from(escaped.replaceAll("%", ""), "hex").toString();
  const [, code, hex] = /^(?:&#(\d+)|(?:&#|\\)[ux]([\da-f]+));?$/i.exec(escaped) ?? [];
  if (code ?? hex) return String.fromCodePoint(code ? Number(code) : Number(`0x${hex}`));
  return meanings.get(escaped) ?? escaped.slice(1);
}

const leastBeginning = 8;

const leastLength = 4;

const leastAnywhere = 8;

const mostLayers = 3;

class Secrets {
  #added=new Set;
  #forms=new Map;
  add(secret) {
    if (this.#added.has(secret) || isCommon(secret)) return false;
    this.#added.add(secret);
    for (const form of formsOf(secret)) this.#forms.set(form.text, form);
    return true;
  }
  hide(text) {
    return this.#forms.size === 0 ? text : blanked(text, this.#spansIn(text, mostLayers));
  }
  #spansIn(text, layers) {
    let found = [];
    for (const form of this.#forms.values()) if (text.includes(form.text)) found = found.concat(spansOf(form, text));
    if (text.includes("…")) found = found.concat(beginningsIn(text, [ ...this.#forms.values() ]));
    const inner = layers === 0 ? text : unescaped(text);
    if (inner === text) return joined(found);
    return joined([ ...found, ...spansInEscaped(text, this.#spansIn(inner, layers - 1)) ]);
  }
}

function isCommon(value) {
  return value.length < leastLength || /^\d{1,7}$/.test(value) || commonWords.has(value.toLowerCase());
}

const commonWords = new Set(("true false null none undefined default empty test testing example " + "success succeeded failure failed cancelled skipped unchanged " + "admin root user guest password secret token postgres mysql redis mongodb rabbitmq localhost").split(" "));

function formsOf(secret) {
  const isOpaque = !/^(https?:|\/)/.test(secret);
  const isAnywhere = secret.length >= leastAnywhere;
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
  const shifted = [ 0, 1, 2 ].flatMap(shift => base64Of(secret, shift));
  const encoded = shifted.map(form => ({
    ...form,
    isAnywhere: true,
    isOpaque: isOpaque
  }));
  return [ plain, ...digits, ...encoded ].flatMap(withLayers);
}

function base64Of(secret, shift) {
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
  if (text === form.text || text.length < leastLength) return [ form ];
  return [ form, ...withLayers({
    ...form,
    text: text
  }) ];
}

const base64 = /[\w+/-]/;

function spansOf({text: form, before: before, after: after, isAnywhere: isAnywhere}, text) {
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
  const opaque = forms.filter(form => form.isOpaque && form.text.length > leastBeginning);
  let start = 0;
  return cut.reverse().flatMap(piece => {
    const [from, end] = [ start, start + piece.length ];
    start = end + 1;
    const shown = piece.replace(cutEscape, "");
    return opaque.flatMap(form => {
      const at = shown.lastIndexOf(form.text.slice(0, leastBeginning));
      return at >= 0 && form.text.startsWith(shown.slice(at)) ? [ {
        start: from + at,
        end: end
      } ] : [];
    });
  });
}

function joined(spans) {
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

function blanked(text, spans) {
  const ends = [ 0, ...spans.map(({end: end}) => end) ];
  const kept = ends.map((end, i) => text.slice(end, spans[i]?.start));
  return kept.join("***");
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
    if (codeOf(error) !== "EAGAIN") return bytes.length;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

let overheard;

function divertOutput(runner) {
  const handOn = printed => {
    const {name: name, message: message} = readCommand(printed);
    if (name === "add-mask") runner.mask(message); else if (!overheard || name === "debug" || message.startsWith("[command]")) runner.debug(message); else overheard.push(message);
  };
  for (const name of [ "stdout", "stderr" ]) {
    const load = Object.getOwnPropertyDescriptor(process, name)?.get;
    let stream;
    const get = () => {
      stream ??= diverted(load?.call(process), handOn);
      return stream;
    };
    Object.defineProperty(process, name, {
      get: get,
      configurable: true,
      enumerable: true
    });
  }
}

function diverted(stream, handOn) {
  stream.write = (printed, ...rest) => {
    handOn(Buffer.from(printed).toString());
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  return stream;
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

function dist_integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: dist_integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}

function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : _stringify(requirement)}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, {
        received: dataset.value instanceof Date ? dataset.value.toJSON() : _stringify(dataset.value)
      });
      return dataset;
    }
  };
}

function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : _stringify(requirement)}`,
    requirement: requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, {
        received: dataset.value instanceof Date ? dataset.value.toJSON() : _stringify(dataset.value)
      });
      return dataset;
    }
  };
}

function rawTransform(action) {
  return {
    kind: "transformation",
    type: "raw_transform",
    reference: rawTransform,
    async: false,
    "~run"(dataset, config$1) {
      const output = action({
        dataset: dataset,
        config: config$1,
        addIssue: info => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
        NEVER: null
      });
      if (dataset.issues) dataset.typed = false; else dataset.value = output;
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

function dist_array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: dist_array,
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

function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true; else _addIssue(this, "type", dataset, config$1);
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
    }),
    user: fallback(nullish(object({
      login: string()
    })), void 0)
  })), void 0),
  head_commit: fallback(nullish(object({
    message: workflow_run_words,
    author: fallback(nullish(object({
      name: workflow_run_words,
      username: workflow_run_words
    })), void 0)
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
    for (const address of Object.values(this.proxy ?? {})) for (const secret of loginIn(address)) this.mask(secret);
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
      return parseJson((0, external_node_fs_namespaceObject.readFileSync)(file, "utf8"));
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
  mask(secret) {
    if (this.#secrets.add(secret)) print(command("add-mask", {}, secret));
  }
  hide(text) {
    return this.#secrets.hide(text);
  }
  debug(message) {
    if (this.env("RUNNER_DEBUG") === "1") print(command("debug", {}, harmless_harmless(this.hide(message))));
  }
  info(message) {
    print(harmless_harmless(this.hide(message)));
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
  output(values, onError = "fail") {
    const texts = Object.entries(values).map(([name, it]) => [ name, this.#safe(name, it) ]);
    const outputs = new Map([ ...this.#lost?.outputs ?? [], ...texts ]);
    this.#lost = void 0;
    try {
      const file = this.env("GITHUB_OUTPUT");
      if (!file) throw new failure_Failure("it is not set");
      appendOutputs(file, outputs);
    } catch (error) {
      const reason = sayRefusal("The outputs cannot be written to GITHUB_OUTPUT", error);
      if (onError === "warn") this.warning(reason); else this.#lost = {
        reason: reason,
        outputs: outputs
      };
    }
  }
  tellLostOutputs() {
    if (!this.#lost) return;
    const {reason: reason, outputs: outputs} = this.#lost;
    for (const [name, text] of outputs) this.info(`Output ${name}: ${text}`);
    const short = Array.from(outputs, ([name, text]) => `${name}: ${excerpt(text, 60)}`);
    return `${reason} They are on the log: ${excerpt(short.join(", "), 600)}.`;
  }
  #safe(name, value) {
    const text = outputs_textOf(value);
    const safe = this.hide(text);
    if (safe !== text) this.warning(`Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` + 'Ids that are not secret belong in "vars", not in "secrets".');
    return safe;
  }
  summary(markdown) {
    const file = this.env("GITHUB_STEP_SUMMARY");
    if (!file) {
      this.info("There is no job summary here: GITHUB_STEP_SUMMARY is not set.");
      return;
    }
    try {
      this.#addSummary(file, Buffer.from(`${this.hide(markdown)}\n`));
    } catch (error) {
      this.warning(sayRefusal("The job summary cannot be written to GITHUB_STEP_SUMMARY", error));
    }
  }
  #addSummary(file, markdown) {
    const room = summaryLimit - sizeOf(file);
    if (markdown.length <= room) {
      (0, external_node_fs_namespaceObject.appendFileSync)(file, markdown);
      return;
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`);
    const note = Buffer.from("\n\n… cut here: the job summary may hold 1 MiB.\n");
    const end = markdown.subarray(0, Math.max(0, room - note.length)).lastIndexOf("\n");
    if (end > 0) (0, external_node_fs_namespaceObject.appendFileSync)(file, Buffer.concat([ markdown.subarray(0, end), note ]));
  }
  #annotate(level, message, place) {
    const properties = toCommandProperties({
      title: this.#title,
      ...place
    });
    print(command(level, properties, harmless_harmless(this.hide(message))));
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
  const runner = new GithubRunner(it.title, hearCancellation());
  process.exitCode = 1;
  process.once("exit", () => endPrograms());
  divertOutput(runner);
  process.once("uncaughtException", error => {
    runner.error(explain(error));
    process.exit(1);
  });
  process.once("beforeExit", () => runner.error(`${defect} It waits for what never comes.`));
  attempt(it, runner).then(failed => process.exit(failed ? 1 : 0));
}

async function attempt(it, runner) {
  const error = await errorOf(it, runner);
  const lost = runner.tellLostOutputs();
  if (lost) runner.error(`${error ?? "The work of this step is done."} ${lost}`); else if (error) runner.error(error);
  return (error ?? lost) !== void 0;
}

async function errorOf(it, runner) {
  try {
    await it.main(await readInputs(it.inputs, runner), runner);
    return;
  } catch (error) {
    return explain(error);
  }
}

function explain(error) {
  if (error instanceof failure_Failure) return error.message;
  if (isOfMachine(error)) return sayRefusal("The machine that runs this step refuses something", error);
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

class TimedOut extends failure_Failure {
  name="TimedOut";
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
      timeOver.abort(new TimedOut(`The time given, ${say(given)}, is over.`));
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
    return new Deadline(this.remaining + ms, late.signal, this.clock, this.#given);
  }
  afterwards(ms) {
    return new Deadline(ms, (new AbortController).signal, this.clock);
  }
  sleep(ms) {
    return this.clock.sleep(ms, this.signal);
  }
}

function answerOf(incoming, {bytes: bytes, cut: cut, undecoded: undecoded}, certificateEnds) {
  const {statusCode: statusCode = 0, headers: headers} = incoming;
  return {
    status: statusCode,
    headers: headers,
    body: answer_textOf(bytes, headers["content-type"]),
    cut: cut,
    ...undecoded && {
      undecoded: undecoded
    },
    ...certificateEnds && {
      certificateEnds: certificateEnds
    }
  };
}

function answer_textOf(bytes, contentType = "") {
  const [, named = "utf-8"] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(byMark[bytes.toString("hex", 0, 2)] ?? named).decode(bytes);
  } catch {
    return (new TextDecoder).decode(bytes);
  }
}

const byMark = {
  fffe: "utf-16le",
  feff: "utf-16be"
};

function certificateEndsOf(socket) {
  if (!socket || !("getPeerCertificate" in socket)) return;
  if (typeof socket.getPeerCertificate !== "function") return;
  const end = new Date(socket.getPeerCertificate()?.valid_to ?? "");
  return Number.isNaN(end.getTime()) ? void 0 : end;
}

function readJson(answer, shape, from) {
  const parsed = safeParse(shape, parseJson(answer.body));
  if (parsed.success) return parsed.output;
  const path = getDotPath(parsed.issues[0]);
  const where = path ? ` (at "${path}")` : "";
  throw new failure_Failure(`${from} is not what its API describes${where}: status ${answer.status}, ` + `${answer.headers["content-type"] ?? "no content type"}, ${begin(answer)}`);
}

function begin({body: body, undecoded: undecoded}) {
  if (undecoded) return `with a body that cannot be read: ${undecoded}.`;
  return body.trim() === "" ? "an empty body." : `beginning with "${excerpt(body, 120)}".`;
}

const external_node_util_namespaceObject = process.getBuiltinModule("node:util");

class FileError extends failure_Failure {
  name="FileError";
  get isMissing() {
    return this.message === missing;
  }
}

const missing = "does not exist";

function readBeginning(path, most) {
  const descriptor = openFile(path);
  try {
    const pieces = [];
    for (let left = most; left > 0; ) {
      const piece = Buffer.allocUnsafe(Math.min(left, pieceSize));
      const length = (0, external_node_fs_namespaceObject.readSync)(descriptor, piece);
      if (length === 0) break;
      pieces.push(piece.subarray(0, length));
      left -= length;
    }
    return Buffer.concat(pieces);
  } catch (error) {
    throw new FileError(`cannot be read (${codeOf(error)})`);
  } finally {
    (0, external_node_fs_namespaceObject.closeSync)(descriptor);
  }
}

const pieceSize = 64 * 1024;

function openFile(path) {
  return file_open(path, external_node_fs_namespaceObject.constants.O_RDONLY);
}

function file_open(path, flags) {
  let descriptor;
  try {
    descriptor = (0, external_node_fs_namespaceObject.openSync)(path, flags | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new FileError(file_reasonOf(error));
  }
  const stats = (0, external_node_fs_namespaceObject.fstatSync)(descriptor);
  if (stats.isFile()) return descriptor;
  (0, external_node_fs_namespaceObject.closeSync)(descriptor);
  throw new FileError(`is ${kindOf(stats)}, not a file`);
}

const reasons = new Map([ [ "ENOENT", missing ], [ "ENOTDIR", missing ], [ "EISDIR", "is a folder, not a file" ], [ "ENXIO", "is a pipe, a socket or a device, not a file" ], [ "ENODEV", "is a device, not a file" ] ]);

function file_reasonOf(error) {
  const code = codeOf(error);
  return reasons.get(code) ?? `cannot be opened (${code})`;
}

function kindOf(stats) {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

class Semaphore {
  #most;
  #waiting=new Set;
  #working=0;
  constructor(most) {
    this.#most = most;
  }
  async inTurn(signal, work) {
    signal.throwIfAborted();
    if (this.#working >= this.#most) await this.#turn(signal); else this.#working++;
    try {
      return await work();
    } finally {
      this.#handOver();
    }
  }
  #turn(signal) {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(take);
        reject(signal.reason);
      };
      const take = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      this.#waiting.add(take);
      signal.addEventListener("abort", leave, {
        once: true
      });
    });
  }
  #handOver() {
    const [next] = this.#waiting;
    if (!next) {
      this.#working--;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}

const mostAtOnce = 100;

const otherFiles = 40;

let connections;

function inTurn(signal, work) {
  connections ??= new Semaphore(Math.min(mostAtOnce, Math.max(4, openFiles() - otherFiles)));
  return connections.inTurn(signal, work);
}

function openFiles() {
  try {
    const limits = readBeginning("/proc/self/limits", 4096).toString();
    const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? [];
    return soft === void 0 ? Number.POSITIVE_INFINITY : Number(soft);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
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

const mostCodings = 5;

async function decode(content, header, most) {
  const codings = codingsIn(header);
  if (codings.length > mostCodings) return {
    ...content,
    undecoded: `it has more than ${mostCodings} content codings`
  };
  let decoded = content;
  for (const coding of codings.toReversed()) {
    if (decoded.bytes.length === 0) return decoded;
    const decoder = decoderOf(coding, decoded.bytes);
    if (!decoder) return {
      ...content,
      undecoded: `its Content-Encoding ${quote_quote(coding)} is not known`
    };
    try {
      decoded = await pour(decoded, decoder, most);
    } catch {
      const undecoded = `it cannot be decoded as its Content-Encoding says, ${quote_quote(coding)}`;
      return {
        ...content,
        undecoded: undecoded
      };
    }
  }
  return decoded;
}

function codingsIn(header = "") {
  const codings = header.split(",").map(coding => coding.trim().toLowerCase());
  return codings.filter(coding => coding !== "" && coding !== "identity");
}

function decoderOf(coding, bytes) {
  const zlib = process.getBuiltinModule("node:zlib");
  const {Z_SYNC_FLUSH: Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH: BROTLI_OPERATION_FLUSH, ZSTD_e_flush: ZSTD_e_flush, ZSTD_d_windowLogMax: ZSTD_d_windowLogMax} = zlib.constants;
  switch (coding) {
   case "gzip":
   case "x-gzip":
    return zlib.createGunzip({
      finishFlush: Z_SYNC_FLUSH
    });

   case "deflate":
    return (bytes.at(0) ?? 0) % 16 === 8 ? zlib.createInflate({
      finishFlush: Z_SYNC_FLUSH
    }) : zlib.createInflateRaw({
      finishFlush: Z_SYNC_FLUSH
    });

   case "br":
    return zlib.createBrotliDecompress({
      finishFlush: BROTLI_OPERATION_FLUSH
    });

   case "zstd":
    return zlib.createZstdDecompress({
      finishFlush: ZSTD_e_flush,
      params: {
        [ZSTD_d_windowLogMax]: 23
      }
    });

   default:
    return;
  }
}

async function pour({bytes: bytes, cut: cut}, decoder, most) {
  const chunks = [];
  let length = 0;
  decoder.end(bytes);
  for await (const chunk of decoder) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > most) break;
  }
  return {
    bytes: Buffer.concat(chunks).subarray(0, most),
    cut: cut || length > most
  };
}

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

const external_node_url_namespaceObject = process.getBuiltinModule("node:url");

function isExempt(url, noProxy) {
  const host = normalized(url.hostname);
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const entries = noProxy.split(/[\s,]+/).filter(entry => entry !== "");
  return entries.some(entry => covers(entry, host, port));
}

const withPort = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/;

function covers(entry, host, port) {
  const [, name = entry, only = port] = withPort.exec(entry) ?? [];
  return only === port && (coversAddress(bare(name), host) || coversName(name, host));
}

function coversAddress(entry, host) {
  const {BlockList: BlockList, isIP: isIP} = process.getBuiltinModule("node:net");
  const [address = "", bits, ...more] = entry.split("/");
  const version = isIP(address);
  if (!version || !isIP(host) || more.length > 0) return false;
  const family = version === 6 ? "ipv6" : "ipv4";
  const whole = version === 6 ? 128 : 32;
  const prefix = Number(bits ?? whole);
  if (bits !== void 0 && !(/^\d{1,3}$/.test(bits) && prefix <= whole)) return false;
  const network = new BlockList;
  network.addSubnet(address, prefix, family);
  return network.check(host, isIP(host) === 6 ? "ipv6" : "ipv4");
}

function coversName(entry, host) {
  if (entry.includes("*")) return matches(entry.toLowerCase(), host);
  const domain = normalized(entry.replace(/^\./, ""));
  if (domain === "") return false;
  return host.endsWith(`.${domain}`) || host === domain && !entry.startsWith(".");
}

function matches(pattern, host) {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop() ?? "";
  if (!host.startsWith(first) || host.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of others) {
    const found = host.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return host.endsWith(last) && at <= host.length - last.length;
}

function normalized(host) {
  const name = bare(host).replace(/\.$/, "");
  return (0, external_node_url_namespaceObject.domainToASCII)(name) || name.toLowerCase();
}

function bare(host) {
  return host.replace(/^\[|\]$/g, "");
}

function proxyFor(url, env = {}) {
  const [name, address] = variable(env, url.protocol === "https:" ? "https_proxy" : "http_proxy");
  if (!address) return;
  const [, noProxy = ""] = variable(env, "no_proxy");
  return isExempt(url, noProxy) ? void 0 : proxy_parsed(name, address);
}

function variable(env, name) {
  return env[name] ? [ name, env[name] ] : [ name.toUpperCase(), env[name.toUpperCase()] ];
}

function proxy_parsed(name, address) {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`);
  const isPlain = url && `${url.pathname}${url.search}${url.hash}` === "/";
  if (isPlain && /^https?:$/.test(url.protocol) && isDecodable(url.username + url.password)) return url;
  throw new failure_InputError(`${name} is no address of a proxy that can be used. It is like http://host:3128 or ` + 'http://user:password@host:3128, with "%23" for a "#" in the password, "%25" for a "%", and so on.');
}

function isDecodable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function reason_reasonOf(error) {
  const first = external_node_util_namespaceObject.types.isNativeError(error) && "errors" in error ? [ error.errors ].flat()[0] : error;
  if (!external_node_util_namespaceObject.types.isNativeError(first)) return excerpt(String(first));
  const code = "code" in first ? String(first.code) : "";
  const words = otherProtocol(first) ?? tlsReason(first.message) ?? plainReasons[code];
  if (words) return words.includes("(") ? words : `${words} (${code})`;
  return excerpt(first.message);
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
  CERT_NOT_YET_VALID: "its certificate is not valid yet; or the clock of this machine is slow",
  CERT_REVOKED: "its certificate has been revoked",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate chain is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by an authority that is not known",
  UNABLE_TO_GET_ISSUER_CERT: "its certificate is signed by an authority that is not known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by an authority that is not known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
  EMFILE: "this machine may open no more files and connections",
  ENFILE: "this machine has too many files and connections open",
  ENOENT: "there is no such socket",
  HPE_INVALID_CONSTANT: "it does not speak HTTP",
  ERR_HTTP2_ERROR: "it does not speak HTTP/2"
};

function otherProtocol(error) {
  const first = "rawPacket" in error ? error.rawPacket : void 0;
  if (!(first instanceof Uint8Array)) return;
  if (first[0] === 21 && first[1] === 3) return "it speaks TLS (http asked of an https port?)";
  if (first[3] === 4 && first.subarray(5, 9).every(byte => byte === 0)) return "it speaks only HTTP/2 (no HTTP/1.1)";
  return;
}

const fromOpenSsl = /error:[0-9A-F]{8}:SSL routines:[^:]*:([^:]+):[^:]*:\d+:(?:SSL alert number (\d+))?/;

function tlsReason(message) {
  const [, reason, alert] = fromOpenSsl.exec(message) ?? [];
  if (!reason) return;
  if (alert) return alerts[alert] ?? `it refuses TLS (alert ${alert}: ${reason.replace(/^.* alert /, "")})`;
  if (/version number|packet length|http request|record/.test(reason)) return "it does not speak TLS (https asked of an http port?)";
  return reason === "unsupported protocol" ? reason_tooOld : `TLS does not come about (${reason})`;
}

const reason_tooOld = "it speaks only TLS 1.1 or older (this client begins with 1.2)";

const wantsCertificate = "it wants a client certificate (which cannot be given here)";

const alerts = {
  40: "it has no cipher in common with this client, or wants a client certificate (TLS alert 40)",
  42: wantsCertificate,
  70: reason_tooOld,
  71: "it has no cipher in common with this client (TLS alert 71)",
  80: "it failed in the handshake of TLS (alert 80: internal error)",
  112: "it knows no host of this name (TLS alert 112: unrecognized name)",
  116: wantsCertificate,
  120: "it speaks only HTTP/2 (no HTTP/1.1)"
};

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

function send_send(request, deadline) {
  return new Promise((resolve, reject) => {
    deadline.signal.throwIfAborted();
    refuseUnsendable(request.headers ?? {});
    const {timeLimit: timeLimit} = request;
    const attempt = timeLimit === void 0 ? deadline : deadline.within(timeLimit);
    const proxy = proxyFor(request.url, request.connection?.proxy);
    let isSent = false;
    let answered = false;
    const outgoing = send_open(request, proxy, incoming => {
      answered = true;
      const certificateEnds = certificateEndsOf(incoming.socket);
      readContent(incoming, request.mostBytes ?? 10 * megabyte).then(content => resolve(answerOf(incoming, content, certificateEnds)), error => fail(reason_reasonOf(error), error));
    });
    const fail = (reason, error) => {
      const isOfProxy = proxy && !isSent && isProxysDoing(outgoing, request);
      outgoing.destroy();
      const where = isOfProxy ? `at the proxy ${proxy.host}, ${reason}` : reason;
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
    outgoing.on("error", error => fail(`${reason_reasonOf(error)}${hintAt(request.url, error)}`, error));
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

function send_open(request, proxy, answered) {
  const {url: url, connection: {ca: ca, insecure: insecure} = {}, body: body} = request;
  const options = {
    ...!proxy && loopback(url.hostname),
    method: request.method,
    headers: {
      "user-agent": "ci-actions",
      ...body !== void 0 && {
        "content-length": String(Buffer.byteLength(body))
      },
      ...request.headers
    }
  };
  if (url.protocol === "http:") {
    const http = process.getBuiltinModule("node:http");
    return http.request(url, {
      ...options,
      agent: agentFor(http.Agent, proxy)
    }, answered);
  }
  const https = process.getBuiltinModule("node:https");
  const trust = {
    ca: ca,
    rejectUnauthorized: !insecure
  };
  return https.request(url, {
    ...options,
    ...trust,
    agent: agentFor(https.Agent, proxy)
  }, answered);
}

function agentFor(Kind, proxy) {
  return proxy ? new Kind({
    proxyEnv: {
      http_proxy: proxy.href,
      https_proxy: proxy.href
    }
  }) : false;
}

function hintAt({protocol: protocol, port: port}, error) {
  const isReset = "code" in error && error.code === "ECONNRESET";
  return isReset && protocol === "http:" && /443$/.test(port) ? "; http asked of an https port?" : "";
}

function isProxysDoing({socket: socket}, {url: url}) {
  return url.protocol === "http:" || !socket;
}

async function readContent(incoming, most) {
  const coding = incoming.headers["content-encoding"];
  return decode(await readBody(incoming, most), coding, most);
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
        bytes: Buffer.concat(chunks).subarray(0, most),
        cut: length > most
      });
      incoming.destroy();
    };
    incoming.on("end", finish);
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("the connection was closed before the answer ended")));
  });
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

class Ambiguous extends failure_Failure {
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
      const answer = outcome instanceof Unanswered ? void 0 : outcome;
      const said = answer ? this.#said(answer) : "";
      if (wait.executed === "unknown" && !repeatable) throw new Ambiguous(`${this.#subject(question)} ${wait.reason}${said}.`, !!answer, answer);
      if (failures >= tries) {
        const often = tries === 1 ? "" : `, ${tries} times in a row`;
        throw new failure_Failure(`${this.#subject(question)} ${wait.reason}${often}${said}.${this.#hint(answer)}`);
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
      const signed = await this.#signed(request, deadline);
      return await inTurn(deadline.signal, () => send_send(signed, deadline));
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
    return new Refused(`${this.#subject(question)} answered ${answer.status}${this.#said(answer)}.${this.#hint(answer)}`, answer);
  }
  #said(answer) {
    const said = this.#service.dialect?.words?.(answer) ?? wordsOf(answer);
    return said === "" ? "" : `: "${said}"`;
  }
  #hint(answer) {
    if (!answer) return "";
    const hint = this.#service.hints?.[answer.status];
    const text = typeof hint === "function" ? hint(answer) : hint;
    return text ? ` ${text}` : "";
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
    reason: limit ? `answered ${status} (${limit.reason ?? "too many requests"})` : `answered ${status}`,
    executed: limit ? "no" : "unknown",
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
  const parsed = parseJson(body);
  return excerpt(is(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, " "));
}

const secondaryLimit = 6e4;

const pageSize = 100;

const errorsShape = object({
  errors: nullish(dist_array(object({
    message: string()
  })), [])
});

class Github {
  #rest;
  #graphql;
  #permission;
  constructor({token: token, permission: permission}, runner) {
    this.#permission = permission;
    const api = runner.env("GITHUB_API_URL") ?? "https://api.github.com";
    const service = {
      name: "GitHub",
      base: new URL(api),
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28"
      },
      connection: {
        proxy: runner.proxy
      },
      hints: {
        401: 'Is the token in "github-token" complete, and still valid?',
        403: ({body: body}) => isAboutToken(body) ? this.#need() : "",
        404: `Is it there? A token without "${permission}" under "permissions" may not see it.`
      },
      log: line => runner.info(line),
      dialect: {
        limit: limit
      }
    };
    this.#rest = new Client(service);
    const graphql = runner.env("GITHUB_GRAPHQL_URL") ?? `${api}/graphql`;
    this.#graphql = new Client({
      ...service,
      base: new URL(graphql)
    });
  }
  async ask(question, shape, deadline) {
    return read(await this.#rest.ask(question, deadline), question, shape);
  }
  async send(question, deadline) {
    await this.#rest.ask(question, deadline);
  }
  async list(path, rows, deadline, most = Number.POSITIVE_INFINITY) {
    const listed = [];
    for (let page = 1; ;page++) {
      const query = {
        per_page: String(pageSize),
        page: String(page)
      };
      const question = {
        method: "GET",
        path: path,
        query: query
      };
      const answer = await this.#rest.ask(question, deadline);
      listed.push(...read(answer, question, rows));
      const isLast = !/\brel="?next\b/.test(String(answer.headers.link ?? ""));
      if (isLast || listed.length >= most) return listed.slice(0, most);
    }
  }
  async query(query, shape, deadline, variables = {}) {
    const json = {
      query: query,
      variables: variables
    };
    const question = {
      method: "POST",
      path: "",
      json: json,
      repeatable: true
    };
    const answer = await this.#graphql.ask(question, deadline);
    const from = "The answer of GitHub to a GraphQL query";
    const [error] = readJson(answer, errorsShape, from).errors;
    if (error) {
      const need = isAboutToken(error.message) ? ` ${this.#need()}` : "";
      throw new failure_Failure(`GitHub (GraphQL) refused: "${excerpt(error.message)}".${need}`);
    }
    return readJson(answer, shape, from);
  }
  #need() {
    const need = `Add "${this.#permission}" under "permissions" of this job`;
    if (!this.#permission.endsWith(": write")) return `${need}.`;
    return `${need} ("read" is enough to read). Pull requests from forks never get it.`;
  }
}

function isAboutToken(words) {
  return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(words);
}

function read(answer, {method: method, path: path}, shape) {
  return readJson(answer, shape, `The answer of GitHub to ${method} ${path}`);
}

function limit({status: status, headers: headers, body: body}, times, now) {
  if (status !== 403) return;
  const asked = retryAfter({
    "retry-after": headers["retry-after"]
  }, now);
  if (asked !== void 0) return {
    wait: asked + 1e3
  };
  if (headers["x-ratelimit-remaining"] === "0") {
    const reset = String(headers["x-ratelimit-reset"] ?? "");
    return {
      wait: (retryAfter({
        "ratelimit-reset": reset
      }, now) ?? secondaryLimit) + 1e3
    };
  }
  const isSecondary = /rate limit|abuse detection/i.test(body);
  return isSecondary ? {
    wait: secondaryLimit * 2 ** times
  } : void 0;
}

const pullEvent = object({
  pull_request: object({
    number: number()
  })
});

const issueEvent = object({
  issue: object({
    number: number(),
    pull_request: nullish(unknown())
  })
});

const groupEvent = object({
  merge_group: object({
    head_ref: string()
  })
});

const runEvent = object({
  workflow_run: object({
    name: nullish(string()),
    event: string(),
    head_sha: string(),
    head_branch: nullish(string()),
    head_repository: nullish(object({
      owner: object({
        login: string()
      })
    }))
  })
});

const pullShape = object({
  number: number(),
  state: string(),
  head: object({
    sha: string()
  }),
  merge_commit_sha: nullable(string())
});

async function findPullRequest(github, given, runner, deadline) {
  const {run: run, event: event} = runner;
  if (run.event === "workflow_run") {
    const parsed = safeParse(runEvent, event);
    if (!parsed.success) return {
      none: "The event does not tell which workflow run it is about."
    };
    return byWorkflowRun(github, given, parsed.output.workflow_run, run.repository, deadline);
  }
  if (given !== void 0) return {
    number: given
  };
  return byEvent(event) ?? byCommit(github, run.repository, run.sha, deadline);
}

function byEvent(event) {
  const pull = safeParse(pullEvent, event);
  if (pull.success) return {
    number: pull.output.pull_request.number
  };
  const issue = safeParse(issueEvent, event);
  if (issue.success) {
    const {number: number, pull_request: pull_request} = issue.output.issue;
    return pull_request ? {
      number: number
    } : {
      none: `#${number} is an issue, not a pull request.`
    };
  }
  const group = safeParse(groupEvent, event);
  return group.success ? byQueueBranch(group.output.merge_group.head_ref) : void 0;
}

function byQueueBranch(ref) {
  const [, number] = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
  if (number) return {
    number: Number(number)
  };
  return {
    none: `The branch of the merge queue, ${quote_quote(ref)}, names no pull request.`
  };
}

async function byWorkflowRun(github, given, tested, repository, deadline) {
  const {head_sha: sha, head_branch: branch, head_repository: home} = tested;
  if (given !== void 0) {
    if (!tested.event.startsWith("pull_request")) return {
      number: given
    };
    const question = {
      method: "GET",
      path: `/repos/${repository}/pulls/${given}`
    };
    const {head: head} = await github.ask(question, pullShape, deadline);
    return head.sha === sha ? {
      number: given
    } : {
      none: movedOn(`#${given}`, tested)
    };
  }
  if (!branch || !home) return byCommit(github, repository, sha, deadline);
  if (tested.event === "merge_group") return byQueueBranch(`refs/heads/${branch}`);
  const query = {
    head: `${home.owner.login}:${branch}`,
    state: "all",
    sort: "updated",
    direction: "desc",
    per_page: "100"
  };
  const question = {
    method: "GET",
    path: `/repos/${repository}/pulls`,
    query: query
  };
  const pulls = await github.ask(question, dist_array(pullShape), deadline);
  const same = pulls.filter(({head: head}) => head.sha === sha);
  const [found] = same.toSorted(openFirst);
  return found ?? {
    none: movedOn("No pull request", tested)
  };
}

function movedOn(subject, {name: name, head_sha: head_sha}) {
  const workflow = name ? `the run of ${quote_quote(name)}` : "the run";
  const has = subject.startsWith("#") ? "no longer has" : "has";
  return `${subject} ${has} ${find_pull_request_short(head_sha)}, which ${workflow} tested, as its head.`;
}

async function byCommit(github, repository, sha, deadline) {
  const question = {
    method: "GET",
    path: `/repos/${repository}/commits/${sha}/pulls`
  };
  const pulls = await github.ask(question, dist_array(pullShape), deadline);
  const found = pulls.find(({state: state, head: head}) => state === "open" && head.sha === sha) ?? pulls.find(({merge_commit_sha: merge_commit_sha}) => merge_commit_sha === sha);
  return found ?? {
    none: `No pull request has ${find_pull_request_short(sha)} as its head, or was merged with it.`
  };
}

function openFirst(one, other) {
  return Number(other.state === "open") - Number(one.state === "open");
}

function find_pull_request_short(sha) {
  return sha.slice(0, 7);
}

function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lookUp(table, word) {
  return Object.hasOwn(table, word) ? table[word] : void 0;
}

function mapOf(value) {
  return pipe(custom(isMap, "a map is expected"), rawTransform(({dataset: dataset, addIssue: addIssue}) => {
    const input = dataset.value;
    const map = Object.create(null);
    for (const [key, given] of Object.entries(input)) {
      const result = safeParse(value, given);
      if (result.success) map[key] = result.output;
      const here = {
        type: "object",
        origin: "value",
        input: input,
        key: key,
        value: given
      };
      for (const {message: message, path: path = []} of result.issues ?? []) addIssue({
        message: message,
        path: [ here, ...path ]
      });
    }
    return map;
  }));
}

function yaml(shape, expected, scalars = "typed") {
  return {
    async parse(given) {
      const result = safeParse(shape, await readYaml(given, expected, scalars));
      if (result.success) return result.output;
      const issue = result.issues[0];
      const path = getDotPath(issue);
      throw new kinds_Unusable(path ? `${expected}; at "${path}": ${issue.message}` : expected);
    }
  };
}

async function readYaml(given, expected, scalars) {
  const read = await yaml_parsed(given, expected, scalars);
  if (!isNestedDeeper(read)) return read;
  throw new kinds_Unusable(`${expected}; it is nested more than ${mostNesting} deep`);
}

async function yaml_parsed(given, expected, scalars) {
  try {
    if (scalars === "typed") return JSON.parse(given);
  } catch {}
  const {parseDocument: parseDocument, visit: visit} = await __nccwpck_require__.e(815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
  const read = (() => {
    try {
      const document = parseDocument(given, {
        logLevel: "error"
      });
      const [error] = document.errors;
      if (error) throw error;
      if (scalars === "as-written") visit(document, {
        Scalar(_, scalar) {
          if (scalar.type === "PLAIN" && scalar.value !== null) scalar.value = scalar.source;
        }
      });
      return document.toJS({
        maxAliasCount: -1
      });
    } catch (error) {
      const [reason] = String(error instanceof Error ? error.message : error).split("\n");
      throw new kinds_Unusable(`${expected}; as YAML it cannot be read: ${reason?.replace(/:$/, "")}`);
    }
  })();
  if (countValues(read) <= maxValues) return read;
  throw new kinds_Unusable(`${expected}; its aliases stand for more than ${maxValues} values`);
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

const expected = 'YAML or JSON such as {"0": "XS", "10": "S"}, or XS: 0, with whole numbers of lines and a name for each';

const steps = yaml(mapOf(union([ string(), number() ])), expected);

const sizes = {
  async parse(given) {
    const entries = Object.entries(await steps.parse(given));
    const read = entries.map(([key, value]) => typeof value === "number" ? {
      name: key,
      from: value
    } : {
      name: value,
      from: key
    });
    const sorted = read.map(({name: name, from: from}) => ({
      name: name.trim(),
      from: sizes_linesOf(from)
    })).toSorted((one, other) => one.from - other.from);
    refuseTwice(sorted.map(({from: from}) => String(from)));
    refuseTwice(sorted.map(({name: name}) => name.toLowerCase()));
    if (sorted.length === 0 || sorted.some(({name: name}) => name === "")) throw new kinds_Unusable(expected);
    return sorted;
  }
};

function sizes_linesOf(from) {
  const text = String(from);
  if (!/^\d{1,9}$/.test(text)) throw new kinds_Unusable(`${expected}; at ${quote_quote(text)}`);
  return Number(text);
}

function refuseTwice(all) {
  const twice = all.find((one, i) => all.indexOf(one) !== i);
  if (twice !== void 0) throw new kinds_Unusable(`${expected}; ${quote_quote(twice)} is there twice`);
}

function sizes_sizeOf(lines, of) {
  return of.findLast(({from: from}) => from <= lines);
}

function isSame(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}

function refuseColorOfNone(colors, sizes) {
  const names = sizes.map(({name: name}) => name);
  const other = Object.keys(colors).find(key => !names.some(name => isSame(name, key)));
  if (other === void 0) return;
  throw new failure_InputError(`Input "colors" must name sizes (${names.join(", ")}), and not ${quote_quote(other)}.`);
}

function colorOf(size, rank, given) {
  const own = Object.entries(given).find(([name]) => isSame(name, size));
  if (own) return own[1].replace("#", "").toLowerCase();
  const red = Math.min(1, rank * 2);
  const green = Math.min(1, (1 - rank) * 2);
  return [ red, green, .1 ].map(hexOf).join("");
}

function hexOf(part) {
  const value = Math.round(part * 215);
  return value.toString(16).padStart(2, "0");
}

const maxAlternatives = 100;

function expandAlternatives(pattern) {
  const all = [ ...alternatives(pattern).take(maxAlternatives + 1) ];
  if (all.length <= maxAlternatives) return all;
  throw new kinds_Unusable(`patterns that stand for at most ${maxAlternatives} others`, pattern);
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
    if (pattern[first] === "{" && /^\w+\.\.\w+$/.test(words.join())) throw new kinds_Unusable("patterns without a range such as {1..3}; write {1,2,3}", pattern);
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

function name_nameOf(tokens) {
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
    throw new kinds_Unusable(`patterns as they stand in a .gitignore; ${why}`, line);
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
  for (const step of steps) if (step === "folders") runs.push([]); else runs.at(-1)?.push(name_nameOf(step));
  return runs;
}

function parsePattern(pattern) {
  const refuse = expected => {
    throw new kinds_Unusable(expected, pattern);
  };
  if (/^(#|\s*$)/.test(pattern)) refuse("patterns that are no comment and not empty");
  const escaped = pattern.match(/\\./gs) ?? [];
  if (escaped.some(pair => /\w/.test(pair))) refuse('patterns with "/" between the names');
  const [, quote, inner = ""] = /^!?(["'])(.*)\1$/.exec(pattern) ?? [];
  if (quote) refuse(`patterns without quotation marks around them; write ${inner}`);
  const [, item] = /^-\s+(.*)$/.exec(pattern) ?? [];
  if (item !== void 0) refuse(`patterns without "- " before them; write ${item}`);
  const several = author_pattern_severalIn(pattern);
  if (several) refuse(`one pattern per line; write ${several.join(" and ")} on lines of their own`);
  if (/[?*+!]\(/.test(pattern)) refuse('patterns without "?(…)", "*(…)", "+(…)" and "!(…)"; write several, such as {a,b}');
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

const exclusion = {
  async parse(given) {
    const lines = (await list({
      parse: parsePattern
    }).parse(given)).flat();
    const isOut = patterns(lines);
    const isNotIn = patterns([ "**", ...lines ]);
    return path => {
      if (isOut(path)) return "out";
      return isNotIn(path) ? void 0 : "in";
    };
  }
};

const weights_expected = 'YAML such as "*.test.ts": 0.5, a pattern and a number from 0 to 100 a line';

const factors = yaml(mapOf(pipe(number(), minValue(0), maxValue(100))), weights_expected);

const weights = {
  async parse(given) {
    const read = Object.entries(await factors.parse(given)).map(([pattern, factor]) => ({
      fits: fitsOf(pattern),
      hundredths: hundredthsOf(factor, pattern)
    }));
    return path => read.findLast(({fits: fits}) => fits(path))?.hundredths ?? 100;
  }
};

function fitsOf(pattern) {
  if (!/^[!#]|^\s*$/.test(pattern)) return patterns(parsePattern(pattern));
  throw new kinds_Unusable(`${weights_expected}; at ${quote_quote(pattern)}: it names no file`);
}

function hundredthsOf(factor, pattern) {
  const hundredths = Math.round(factor * 100);
  if (hundredths / 100 === factor) return hundredths;
  throw new kinds_Unusable(`${weights_expected}; at ${quote_quote(pattern)}: a number with at most two decimals`);
}

const inputs_digits = pipe(number(), dist_integer(), minValue(0), maxValue(999999), transform(value => String(value).padStart(6, "0")));

const inputs_hexadecimal = pipe(string(), regex(/^#?[\da-f]{6}$/i, "six hexadecimal digits are expected"));

const colors = yaml(mapOf(union([ inputs_hexadecimal, inputs_digits ])), 'YAML such as "XL: ff0000", a size and its colour a line');

const inputs = {
  sizes: required("sizes", sizes),
  labelPrefix: optional("label-prefix", kinds_text),
  exclude: optional("exclude", exclusion),
  excludeGenerated: required("exclude-generated", flag),
  count: required("count", oneOf("changes", "additions")),
  weights: optional("weights", weights),
  colors: optional("colors", colors),
  warnAbove: optional("warn-above", kinds_text),
  failAbove: optional("fail-above", kinds_text),
  overrideLabel: optional("override-label", kinds_text),
  githubToken: required("github-token", secret),
  timeout: required("timeout", duration),
  dryRun: required("dry-run", flag)
};

const labelShape = object({
  name: string(),
  color: string(),
  description: nullish(string())
});

const unpainted = "ededed";

async function addLabels(github, {repository: repository, number: number}, labels, deadline) {
  const path = `/repos/${repository}/issues/${number}/labels`;
  const question = {
    method: "POST",
    path: path,
    json: {
      labels: labels
    },
    repeatable: true
  };
  return github.ask(question, dist_array(labelShape), deadline);
}

async function removeLabel(github, {repository: repository, number: number}, label, deadline) {
  const path = `/repos/${repository}/issues/${number}/labels/${segmentOf(label)}`;
  try {
    await github.send({
      method: "DELETE",
      path: path,
      repeatable: true
    }, deadline);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
  }
}

function isUnpainted({color: color, description: description}) {
  return color === unpainted && !description;
}

async function paintLabel(github, repository, {name: name, color: color, description: description}, deadline) {
  const path = `/repos/${repository}/labels/${segmentOf(name)}`;
  const json = {
    color: color,
    description: description
  };
  await github.send({
    method: "PATCH",
    path: path,
    json: json,
    repeatable: true
  }, deadline);
}

function segmentOf(label) {
  if (/^\.{1,2}$/.test(label)) throw new failure_Failure(`A label called "${label}" cannot be asked for.`);
  return encodeURIComponent(label.toWellFormed());
}

function labelOf({name: name}, prefix = "") {
  return `${prefix}${name}`;
}

const maxNameLength = 50;

function refuseLongLabels(sizes, prefix) {
  const long = sizes.map(size => labelOf(size, prefix)).find(isTooLong);
  if (long === void 0) return;
  throw new failure_InputError(`Input "sizes" and "label-prefix" make the label ${quote_quote(long)}, and GitHub takes at most ${maxNameLength} characters.`);
}

function isTooLong(label) {
  return Array.from(label).length > maxNameLength;
}

function changeOf(has, due, ours) {
  const stale = has.filter(label => ours.some(one => isSame(one, label)));
  const isThere = due !== void 0 && has.some(label => isSame(label, due));
  return {
    add: isThere ? void 0 : due,
    remove: stale.filter(label => due === void 0 || !isSame(label, due))
  };
}

const maxLabels = 100;

async function applyLabels(has, due, place, given) {
  const ours = given.sizes.map(size => labelOf(size, given.labelPrefix));
  const {add: add, remove: remove} = changeOf(has, due, ours);
  if (add === void 0 && remove.length === 0) return {
    changed: false,
    said: "is there"
  };
  if (given.dryRun) return {
    changed: false,
    said: "would be set (dry run)"
  };
  let changed = false;
  let isSet = add === void 0;
  const take = async labels => {
    for (const label of labels) {
      await removeLabel(place.github, place, label, place.deadline);
      changed = true;
    }
  };
  try {
    if (has.length >= maxLabels) await take(remove);
    const now = add === void 0 ? void 0 : await addLabel(add, place);
    changed ||= add !== void 0;
    isSet = true;
    await take(now ? changeOf(namesOf(now), due, ours).remove : remove);
    const label = now?.find(({name: name}) => isSame(name, add ?? ""));
    const notice = label && isUnpainted(label) ? await paint(label, place, given) : void 0;
    return {
      changed: changed,
      said: "is set",
      ...notice && {
        notice: notice
      }
    };
  } catch (error) {
    if (!(error instanceof failure_Failure)) throw error;
    const said = isSet ? "is there, and an old one too" : "is not set";
    if (!isForbidden(error)) return {
      changed: changed,
      said: said,
      failure: error
    };
    const warning = isSet ? `An old label is still there. ${error.message}` : `The label is not set. ${missingPermission(error)}`;
    return {
      changed: changed,
      said: said,
      warning: warning
    };
  }
}

function namesOf(labels) {
  return labels.map(({name: name}) => name);
}

function isForbidden(error) {
  return error instanceof Refused && (error.status === 403 || error.status === 404);
}

function missingPermission({message: message}) {
  return `${message} Where the repository does not have the label yet, "issues: write" is needed too; or create the label once.`;
}

function addLabel(name, {github: github, deadline: deadline, ...at}) {
  return addLabels(github, at, [ name ], deadline);
}

async function paint({name: name}, {github: github, repository: repository, deadline: deadline}, given) {
  try {
    await paintLabel(github, repository, {
      name: name,
      ...lookOf(name, given)
    }, deadline);
    return;
  } catch (error) {
    if (!(error instanceof failure_Failure)) throw error;
    const need = isForbidden(error) ? 'To colour it, add "issues: write" under "permissions". ' : "";
    return `The label stays grey. ${need}${error.message}`;
  }
}

function lookOf(label, {sizes: sizes, labelPrefix: labelPrefix, colors: colors = {}}) {
  const at = sizes.findIndex(size => isSame(labelOf(size, labelPrefix), label));
  const {name: name = "", from: from = 0} = sizes[at] ?? {};
  const next = sizes[at + 1];
  const range = next ? `${from} to ${next.from - 1}` : `${from} or more`;
  return {
    color: colorOf(name, at / Math.max(1, sizes.length - 1), colors),
    description: `${range} changed lines`
  };
}

function limitsOf({sizes: sizes, ...given}) {
  return {
    warn: given.warnAbove === void 0 ? void 0 : limitOf(given.warnAbove, sizes, "warn-above"),
    fail: given.failAbove === void 0 ? void 0 : limitOf(given.failAbove, sizes, "fail-above"),
    override: given.overrideLabel
  };
}

function limitOf(given, sizes, input) {
  if (/^\d{1,9}$/.test(given)) return {
    given: given,
    isExceeded: lines => lines > Number(given)
  };
  const at = sizes.findIndex(({name: name}) => isSame(name, given));
  if (at < 0) {
    const known = sizes.map(({name: name}) => name).join(", ");
    throw new failure_InputError(`Input "${input}" must be a number of lines or one of the sizes (${known}), not ${quote_quote(given)}.`);
  }
  const next = sizes[at + 1];
  if (!next) throw new failure_InputError(`Input "${input}" has no effect: ${quote_quote(given)} is the largest size, and nothing is above it.`);
  return {
    given: given,
    isExceeded: lines => lines >= next.from
  };
}

function verdictOn(lines, limits, labels) {
  const {warn: warn, fail: fail, override: override} = limits;
  const isOverridden = override !== void 0 && labels.some(one => isSame(one, override));
  const way = override === void 0 ? "Split it" : `Split it, or give it the label ${quote_quote(override)}`;
  if (fail?.isExceeded(lines)) {
    const over = `is above ${fail.given}, the limit of "fail-above".`;
    if (!isOverridden) return {
      level: "fail",
      reason: `${over} ${way}.`
    };
    return {
      level: "warn",
      reason: `${over} Its label ${quote_quote(override)} lets it pass.`
    };
  }
  if (!isOverridden && warn?.isExceeded(lines)) return {
    level: "warn",
    reason: `is above ${warn.given}, the limit of "warn-above". ${way}.`
  };
  return {
    level: "good",
    reason: ""
  };
}

const mostFiles = 3e3;

const fileShape = pipe(object({
  filename: string(),
  previous_filename: dist_optional(string()),
  status: string(),
  additions: number(),
  deletions: number(),
  patch: dist_optional(string())
}), transform(({filename: filename, previous_filename: previous_filename, status: status, additions: additions, deletions: deletions, patch: patch}) => {
  const isSubmodule = isSubmodulePatch(patch);
  return {
    path: filename,
    before: previous_filename,
    status: status,
    additions: additions,
    deletions: deletions,
    patch: patch,
    isSubmodule: isSubmodule
  };
}));

function isSubmodulePatch(patch) {
  return /^@@.*@@\n([-+]Subproject commit [\da-f]{40,64}\n?)+$/.test(patch ?? "");
}

async function filesOf(github, {repository: repository, number: number, count: count}, deadline) {
  const path = `/repos/${repository}/pulls/${number}/files`;
  const files = await github.list(path, dist_array(fileShape), deadline, mostFiles);
  const truncated = count === void 0 ? files.length >= mostFiles : files.length < count;
  return {
    files: files,
    truncated: truncated
  };
}

const meant = [ "linguist-generated", "linguist-vendored" ];

function attributesIn(text) {
  const lines = text.split(/\r\n|\r|\n/).flatMap(line => attributes_readLine(line) ?? []);
  return path => {
    const said = meant.map(name => lines.findLast(({says: says, fits: fits}) => says.has(name) && fits(path))?.says.get(name));
    return said.includes(true) || (said.includes(false) ? false : void 0);
  };
}

function attributes_readLine(line) {
  const [, quoted, bare, rest = ""] = /^\s*(?:("(?:[^"\\]|\\.)*")|(\S+))\s+(.*)$/.exec(line) ?? [];
  const says = new Map(rest.split(/\s+/).flatMap(readAttribute));
  const pattern = quoted === void 0 ? bare : attributes_unquoted(quoted);
  if (pattern === void 0 || says.size === 0 || /^[#!]|^\[attr\]|\/$/.test(pattern)) return;
  try {
    return {
      fits: exactly(pattern),
      says: says
    };
  } catch {
    return;
  }
}

function readAttribute(word) {
  const [, sign, name = "", value] = /^([-!]?)([\w.-]+)(?:=(.*))?$/.exec(word) ?? [];
  if (!meant.some(one => one === name)) return [];
  if (sign === "!") return [ [ name, void 0 ] ];
  return [ [ name, sign !== "-" && value !== "false" && value !== "0" ] ];
}

function attributes_unquoted(text) {
  return text.slice(1, -1).replace(/\\(.)/g, "$1");
}

const end = "\0";

function exactly(pattern) {
  if (/(^|\/)\*{2,}$/.test(pattern)) return patterns([ pattern ]);
  const fits = patterns([ `${pattern}${end}` ]);
  return path => fits(`${path}${end}`);
}

const names = new Set([ ".terraform.lock.hcl", "Cargo.lock", "Cartfile.resolved", "Chart.lock", "Gemfile.lock", "Package.resolved", "Pipfile.lock", "Podfile.lock", "bun.lock", "bun.lockb", "composer.lock", "conan.lock", "deno.lock", "flake.lock", "go.sum", "go.work.sum", "gradle.lockfile", "mix.lock", "npm-shrinkwrap.json", "package-lock.json", "packages.lock.json", "paket.lock", "pdm.lock", "pixi.lock", "pnpm-lock.yaml", "poetry.lock", "pubspec.lock", "rebar.lock", "stack.yaml.lock", "uv.lock", "yarn.lock" ]);

function isLockFile(path) {
  return names.has(path.slice(path.lastIndexOf("/") + 1));
}

function measureAll({additions: additions, deletions: deletions, files: files}, {count: count}) {
  const lines = count === "additions" ? additions : additions + deletions;
  return {
    lines: lines,
    files: files,
    excluded: 0,
    truncated: false
  };
}

function measureEach(totals, listed, rules) {
  const {weights: weights = () => 100} = rules;
  const linesOf = ({additions: additions, deletions: deletions}) => rules.count === "additions" ? additions : additions + deletions;
  const counted = listed.files.filter(file => !isOut(file, rules));
  const known = sum(counted.map(file => linesOf(file) * weights(entryPath(file))));
  const unlisted = listed.truncated ? Math.max(0, totals.files - listed.files.length) : 0;
  const rest = unlisted > 0 ? linesOf(totals) - sum(listed.files.map(linesOf)) : 0;
  return {
    lines: (known + Math.max(0, rest) * 100) / 100,
    files: counted.length + unlisted,
    excluded: listed.files.length - counted.length,
    truncated: unlisted > 0
  };
}

function isOut(file, {exclude: exclude, generated: generated}) {
  const said = exclude?.(entryPath(file));
  if (said !== void 0) return said === "out";
  return generated !== void 0 && (generated(file.path) ?? isLockFile(file.path));
}

function entryPath({path: path, isSubmodule: isSubmodule}) {
  return isSubmodule ? `${path}/` : path;
}

function sum(numbers) {
  return numbers.reduce((total, one) => total + one, 0);
}

const pull_request_pullShape = object({
  additions: number(),
  deletions: number(),
  changed_files: number(),
  labels: dist_array(object({
    name: string()
  })),
  base: object({
    sha: string()
  }),
  head: object({
    repo: nullish(object({
      full_name: string()
    }))
  })
});

async function measurePullRequest(place, {count: count, exclude: exclude, excludeGenerated: excludeGenerated, weights: weights}, runner) {
  const {github: github, repository: repository, number: number, deadline: deadline} = place;
  const path = `/repos/${repository}/pulls/${number}`;
  const asked = github.ask({
    method: "GET",
    path: path
  }, pull_request_pullShape, deadline);
  const [pull, listed, text] = await Promise.all([ asked, exclude || excludeGenerated || weights ? filesOf(github, place, deadline) : void 0, excludeGenerated ? asked.then(({base: base}) => readAttributes(base, place, runner)) : void 0 ]);
  const generated = text === void 0 ? void 0 : attributesIn(text);
  const rules = {
    count: count,
    exclude: exclude,
    generated: generated,
    weights: weights
  };
  return {
    measure: listed ? measureEach(totalsOf(pull), listed, rules) : measureAll(totalsOf(pull), rules),
    labels: pull.labels.map(({name: name}) => name),
    isFork: isFork(pull, repository)
  };
}

function isFork({head: {repo: repo}}, repository) {
  return repo !== void 0 && repo?.full_name !== repository;
}

function totalsOf({additions: additions, deletions: deletions, changed_files: files}) {
  return {
    additions: additions,
    deletions: deletions,
    files: files
  };
}

const contentShape = object({
  content: string(),
  encoding: string()
});

async function readAttributes(base, {github: github, repository: repository, deadline: deadline}, runner) {
  const path = `/repos/${repository}/contents/.gitattributes`;
  const question = {
    method: "GET",
    path: path,
    query: {
      ref: base.sha
    }
  };
  try {
    const {content: content, encoding: encoding} = await github.ask(question, contentShape, deadline);
    if (encoding === "base64") return Buffer.from(content, encoding).toString("utf8");
    runner.notice("The .gitattributes of the base branch is too large: GitHub does not show it.");
    return "";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status !== 404) runner.notice("The .gitattributes of the base branch cannot be read, so only lock files are left out as " + `generated: that needs "contents: read" under "permissions". ${error.message}`);
    return "";
  }
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

const unknownOutputs = {
  size: "",
  label: "",
  lines: "",
  files: "",
  excluded: "",
  changed: false,
  truncated: false
};

function outputsOf({measure: measure, size: size, label: label, labelled: labelled}) {
  const {lines: lines, files: files, excluded: excluded, truncated: truncated} = measure;
  const {changed: changed} = labelled;
  return {
    size: size?.name,
    label: label,
    lines: lines,
    files: files,
    excluded: excluded,
    changed: changed,
    truncated: truncated
  };
}

function headline({number: number, measure: measure, size: size}) {
  const {lines: lines, files: files, excluded: excluded} = measure;
  const left = excluded > 0 ? `, ${count(excluded, "file")} left out` : "";
  const named = size ? `${size.name}: ` : "";
  return `#${number} is ${named}${count(lines, "line")} in ${count(files, "file")}${left}.`;
}

function summaryOf(report) {
  const {measure: measure, size: size, label: label, labelled: labelled} = report;
  const {lines: lines, files: files, excluded: excluded} = measure;
  const head = [ "size", "lines", "files", "not counted", "label" ];
  const row = [ plain(size?.name ?? "none"), String(lines), String(files), String(excluded), label === void 0 ? "" : `${code(label)} ${labelled.said}` ];
  const problems = [ labelled.warning ?? "", labelled.failure?.message ?? "" ];
  const notes = [ ...notesOn(report), ...problems ].map(plain);
  return `${[ "### Size of the pull request", table(head, [ row ]), ...notes ].join("\n\n").trim()}\n`;
}

function notesOn({measure: measure, labelled: labelled}) {
  const truncation = "There are more files than the 3,000 that GitHub lists; those after them count as they are, " + 'whatever "exclude", "exclude-generated" and "weights" say.';
  return [ ...measure.truncated ? [ truncation ] : [], ...labelled.notice ? [ labelled.notice ] : [] ];
}

function count(many, noun) {
  return `${many} ${noun}${many === 1 ? "" : "s"}`;
}

const prSizeLabel = action({
  title: "PR size label",
  inputs: inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    runner.output(unknownOutputs);
    const {sizes: sizes, colors: colors = {}, labelPrefix: prefix} = given;
    refuseColorOfNone(colors, sizes);
    refuseLongLabels(sizes, prefix);
    const limits = limitsOf(given);
    const deadline = new Deadline(given.timeout, runner.cancelled);
    const access = {
      token: given.githubToken,
      permission: "pull-requests: write"
    };
    const github = new Github(access, runner);
    const {repository: repository} = runner.run;
    const {number: number, none: none} = await findPullRequest(github, void 0, runner, deadline);
    if (number === void 0) return runner.notice(`There is no size. ${none}`);
    const place = {
      github: github,
      repository: repository,
      number: number,
      deadline: deadline
    };
    const {measure: measure, labels: has, isFork: isFork} = await measurePullRequest(place, given, runner);
    const size = sizes_sizeOf(measure.lines, sizes);
    const label = size && labelOf(size, prefix);
    const labelled = await applyLabels(has, label, place, given);
    const report = {
      number: number,
      measure: measure,
      size: size,
      label: label,
      labelled: labelled
    };
    runner.output(outputsOf(report));
    runner.summary(summaryOf(report));
    runner.info(headline(report));
    for (const note of notesOn(report)) runner.notice(note);
    if (labelled.warning) runner[isFork ? "notice" : "warning"](labelled.warning);
    if (labelled.failure) throw labelled.failure;
    const {level: level, reason: reason} = verdictOn(measure.lines, limits, has);
    const said = `${headline(report)} It ${reason}`;
    if (level === "fail") throw new failure_Failure(said);
    if (level === "warn") runner.warning(said);
  }
});

run(prSizeLabel);
