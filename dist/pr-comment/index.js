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

function integer(least = 0, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
  return {
    parse(given) {
      const value = Number(given);
      if (!/^[+-]?\d+$/.test(given) || value < least || value > most) throw new kinds_Unusable(`a whole number, ${range}`);
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

const slashed = /^\/(.+)\/([dgimsuvy]*)$/s;

function isExpression(given) {
  return slashed.test(given);
}

new WeakMap;

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
  errors: nullish(array(object({
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
  const pulls = await github.ask(question, array(pullShape), deadline);
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
  const pulls = await github.ask(question, array(pullShape), deadline);
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

function codeSpans(line) {
  const runs = Array.from(line.matchAll(/`+/g), ({0: {length: length}, index: index}) => ({
    length: length,
    index: index
  }));
  if (runs.length > 0 && /[<|]|\\`/.test(line)) return;
  const spans = [];
  for (let at = 0; at < runs.length; at++) {
    const open = runs[at];
    do {
      at++;
    } while (at < runs.length && runs[at]?.length !== open?.length);
    const close = runs[at];
    if (!open || !close) return;
    spans.push({
      start: open.index,
      end: close.index + close.length
    });
  }
  return spans;
}

const cutNote = "\n\n… cut here; the job summary has the rest.\n";

const longLine = 500;

function fitMarkdown(markdown, most) {
  if (markdown.length <= most) return markdown;
  const lines = markdown.split("\n");
  let kept = "";
  let open = nothing;
  for (const line of lines) {
    const after = openAfter(line, open);
    const room = most - kept.length - 1 - closing(after).length - cutNote.length;
    if (line.length <= room) {
      kept += `${line}\n`;
      open = after;
      continue;
    }
    const piece = line.length > longLine ? beginningOf(line, room) : "";
    if (piece !== "") {
      kept += `${piece}\n`;
      open = openAfter(piece, open);
    }
    break;
  }
  return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, most);
}

function beginningOf(line, room) {
  const piece = line.slice(0, Math.max(0, room)).replace(/[\uD800-\uDBFF]$/, "");
  const cut = codeSpans(line)?.find(({start: start, end: end}) => start < room && room < end);
  if (!cut) return piece;
  const [marks = ""] = /^`+/.exec(line.slice(cut.start)) ?? [];
  const code = piece.slice(cut.start + marks.length, -marks.length).replace(/`+$/, "");
  const before = line.slice(0, cut.start);
  return code.trim() === "" ? before : `${before}${marks}${code}${marks}`;
}

function body_closed(markdown) {
  const open = markdown.split("\n").reduce((before, line) => openAfter(line, before), nothing);
  const end = closing(open);
  return end === "" ? markdown : `${markdown}\n${end}`.trimEnd();
}

const nothing = {
  fence: "",
  raw: "",
  details: 0
};

const rawHtml = [ [ /^ {0,3}<!--/, "--\x3e" ], [ /^ {0,3}<\?/, "?>" ], [ /^ {0,3}<!\[CDATA\[/, "]]>" ], [ /^ {0,3}<![a-z]/i, ">" ], [ /^ {0,3}<pre(?=[\s>]|$)/i, "</pre>" ], [ /^ {0,3}<script(?=[\s>]|$)/i, "<\/script>" ], [ /^ {0,3}<style(?=[\s>]|$)/i, "</style>" ], [ /^ {0,3}<textarea(?=[\s>]|$)/i, "</textarea>" ] ];

function openAfter(line, open) {
  const {fence: fence, raw: raw, details: details} = open;
  if (raw !== "") return line.toLowerCase().includes(raw) ? {
    ...open,
    raw: ""
  } : open;
  const [, marks = "", info = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (fence !== "") {
    const ends = marks.startsWith(fence) && info.trim() === "";
    return ends ? {
      ...open,
      fence: ""
    } : open;
  }
  if (marks !== "" && !(marks.startsWith("`") && info.includes("`"))) return {
    ...open,
    fence: marks
  };
  const [begin, end = ""] = rawHtml.find(([pattern]) => pattern.test(line)) ?? [];
  if (begin) {
    const rest = line.replace(begin, "").toLowerCase();
    return rest.includes(end) ? open : {
      ...open,
      raw: end
    };
  }
  const opened = line.split(/<details[\s>]/i).length - 1;
  const closings = line.split(/<\/details>/i).length - 1;
  return {
    ...open,
    details: Math.max(0, details + opened - closings)
  };
}

function closing({fence: fence, raw: raw, details: details}) {
  const ends = [ fence, raw ].filter(end => end !== "").map(end => `${end}\n`);
  return `${ends.join("")}${"\n</details>\n".repeat(details)}`;
}

const commentShape = object({
  id: number(),
  node_id: string(),
  body: dist_optional(string(), ""),
  html_url: string(),
  user: nullable(object({
    login: string()
  })),
  minimized: nullish(unknown())
});

const viewerShape = object({
  data: object({
    viewer: object({
      login: string()
    })
  })
});

const workflows = "github-actions[bot]";

function markerOf(id) {
  return `\x3c!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll("-", "%2D")} --\x3e`;
}

async function ownComments(github, where, deadline) {
  const comments = await github.list(pathOf(where), array(commentShape), deadline);
  const marked = comments.filter(({body: body}) => body.startsWith(markerOf(where.id)));
  const by = author => marked.filter(({user: user}) => user?.login === author);
  const own = by(workflows);
  return own.length > 0 || marked.length === 0 ? own : by(await viewer(github, deadline));
}

function comments_textOf({id: id}, {body: body}) {
  return body.replaceAll("\r\n", "\n").slice(markerOf(id).length).replace(/^\n/, "");
}

function createComment(github, where, body, deadline) {
  const question = {
    method: "POST",
    path: pathOf(where),
    json: {
      body: body
    }
  };
  return github.ask(question, commentShape, deadline);
}

function editComment(github, {repository: repository}, {id: id}, {body: body, repeatable: repeatable}, deadline) {
  const path = `/repos/${repository}/issues/comments/${id}`;
  const question = {
    method: "PATCH",
    path: path,
    json: {
      body: body
    },
    repeatable: repeatable
  };
  return github.ask(question, commentShape, deadline);
}

async function deleteComment(github, {repository: repository}, {id: id}, deadline) {
  const path = `/repos/${repository}/issues/comments/${id}`;
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

async function foldComment(github, {node_id: node_id}, fold, deadline) {
  const change = fold === "hide" ? "minimizeComment(input: {subjectId: $id, classifier: OUTDATED})" : "unminimizeComment(input: {subjectId: $id})";
  const query = `mutation($id: ID!) { ${change} { clientMutationId } }`;
  await github.query(query, object({
    data: object({})
  }), deadline, {
    id: node_id
  });
}

async function viewer(github, deadline) {
  const {data: data} = await github.query("{ viewer { login } }", viewerShape, deadline);
  return data.viewer.login;
}

function pathOf({repository: repository, pullRequest: pullRequest}) {
  return `/repos/${repository}/issues/${pullRequest}/comments`;
}

const longestBody = 65536;

const mostDoubts = 2;

function longestText(id) {
  return longestBody - markerOf(id).length - 1;
}

function keepSticky(github, {body: body, ...where}, deadline) {
  const text = fitMarkdown(body, longestText(where.id));
  return writeSticky(github, where, () => text, deadline);
}

async function writeSticky(github, where, writing, deadline, settling = 0) {
  const {clock: clock} = deadline;
  let created;
  let edited;
  let doubts = 0;
  const unlessInDoubt = async (asked, isInDoubt = error => error instanceof Ambiguous) => {
    try {
      return await asked;
    } catch (error) {
      if (!isInDoubt(error) || doubts++ >= mostDoubts) throw error;
      await deadline.sleep(1e3);
      return;
    }
  };
  let did = "unchanged";
  for (;;) {
    const began = clock.now();
    const [oldest, ...younger] = await ownComments(github, where, deadline);
    for (const one of younger) await deleteComment(github, where, one, deadline);
    if (!oldest) {
      if (created) return resultOf(did, created);
      const body = bodyOf(where, writing(void 0));
      created = await unlessInDoubt(createComment(github, where, body, deadline));
      did = "created";
      continue;
    }
    if (did === "created" && created && created.id !== oldest.id) did = "unchanged";
    if (oldest.minimized) {
      await foldComment(github, oldest, "show", deadline);
      did = "updated";
    }
    const body = bodyOf(where, writing(comments_textOf(where, oldest)));
    const written = (edited ?? created)?.body;
    if (isSame(oldest.body, body) || oldest.body === written) return resultOf(did, oldest);
    const repeatable = settling === 0;
    const asked = editComment(github, where, oldest, {
      body: body,
      repeatable: repeatable
    }, deadline);
    edited = await unlessInDoubt(asked, isLostOrGone);
    did = "updated";
    if (settling === 0 && edited) return resultOf(did, oldest);
    await deadline.sleep(settlingAfter(clock.now() - began, settling) * (1 + clock.random()));
  }
}

function isLostOrGone(error) {
  return error instanceof Ambiguous || error instanceof Refused && error.status === 404;
}

function settlingAfter(took, settling) {
  return Math.min(Math.max(took, settling), 10 * settling);
}

async function removeSticky(github, where, deadline) {
  const own = await ownComments(github, where, deadline);
  for (const one of own) await deleteComment(github, where, one, deadline);
  return own.length > 0;
}

function bodyOf({id: id}, text) {
  return `${markerOf(id)}\n${text}`;
}

function isSame(one, other) {
  const plain = text => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}

function resultOf(did, {id: id, html_url: html_url}) {
  return {
    did: did,
    id: id,
    url: html_url
  };
}

const appended = "~";

const shortest = 200;

function withSection(now, name, content, most) {
  const key = keyOf(name);
  const others = without(sectionsIn(now), key);
  const room = most - sections_textOf(new Map([ ...others, [ key, "" ] ])).length;
  if (room < Math.min(shortest, content.length)) throw new failure_Failure(noRoom);
  const fitted = fitMarkdown(body_closed(content), room).trim();
  return sections_textOf(new Map([ ...others, [ key, fitted ] ]));
}

const noRoom = "What others have written into the comment leaves no room: it holds 65,536 characters. " + 'Let them write less, or give this job an "id" of its own.';

function withoutSection(now, name) {
  return sections_textOf(without(sectionsIn(now), keyOf(name)));
}

function withEntry(now, key, content, most) {
  const name = `${appended}${key}`;
  let entries = sectionsIn(now);
  for (;;) {
    const whole = withSection(sections_textOf(entries), name, content, Number.POSITIVE_INFINITY);
    const [oldest] = [ ...entries.keys() ].filter(isEntry).sort();
    if (whole.length <= most) return whole;
    if (oldest === void 0) return withSection(sections_textOf(entries), name, content, most);
    entries = new Map([ ...without(entries, oldest), [ appended, leftOut ] ]);
  }
}

const leftOut = "_What was appended before is left out: a comment holds 65,536 characters._";

function isEntry(key) {
  return key.startsWith(appended) && key !== appended;
}

function keyOf(name) {
  return encodeURIComponent(name.toWellFormed()).replaceAll("-", "%2D");
}

function sectionsIn(text) {
  const [first = "", ...rest] = text.split(/^<!-- ci-actions section: (\S+) -->$/m);
  const sections = new Map;
  if (first.trim() !== "") sections.set("", first.trim());
  for (let i = 0; i < rest.length; i += 2) sections.set(rest[i] ?? "", rest[i + 1]?.trim() ?? "");
  return sections;
}

function sections_textOf(sections) {
  return [ ...sections ].sort(([one], [other]) => one < other ? -1 : 1).map(([key, content]) => key === "" ? content : `\x3c!-- ci-actions section: ${key} --\x3e\n${content}`).join("\n\n");
}

function without(sections, key) {
  return new Map([ ...sections ].filter(([one]) => one !== key));
}

const settling = 1e3;

function carryOut({mode: mode, section: section, dryRun: dryRun}, text, place) {
  if (dryRun) return look(mode === "hide" || mode === "delete", place);
  if (mode === "hide") return hide(place);
  if (mode === "delete") return section === void 0 ? remove(place) : removeSection(section, place);
  if (mode === "recreate") return recreate(text, place);
  if (mode === "append") return append(text, place);
  if (section === void 0) return keep(text, place);
  return share((now, most) => withSection(now, section, text, most), text, place);
}

async function keep(body, {where: where, github: github, deadline: deadline}) {
  const cut = body.length > longestText(where.id);
  return {
    ...outcomeOf(await keepSticky(github, {
      ...where,
      body: body
    }, deadline)),
    cut: cut
  };
}

async function share(writing, text, {where: where, github: github, deadline: deadline}) {
  let whole = "";
  const write = (now = "") => {
    whole = writing(now, longestText(where.id));
    return whole;
  };
  const outcome = outcomeOf(await writeSticky(github, where, write, deadline, settling));
  return {
    ...outcome,
    cut: !whole.includes(text.trim())
  };
}

function append(text, place) {
  const {clock: clock} = place.deadline;
  const key = `${clock.date().toISOString()}-${clock.random().toString(36).slice(2)}`;
  return share((now, most) => withEntry(now, key, text, most), text, place);
}

async function recreate(text, place) {
  const {action: action} = await remove(place);
  if (action === "skipped") return keep(text, place);
  try {
    return {
      ...await keep(text, place),
      action: "recreated"
    };
  } catch (error) {
    if (!(error instanceof failure_Failure)) throw error;
    throw new failure_Failure(`The one before is deleted already. ${error.message}`);
  }
}

async function remove({where: where, github: github, deadline: deadline}) {
  return {
    action: await removeSticky(github, where, deadline) ? "deleted" : "skipped"
  };
}

async function removeSection(name, place) {
  const {where: where, github: github, deadline: deadline} = place;
  const [comment] = await ownComments(github, where, deadline);
  if (!comment) return {
    action: "skipped"
  };
  const isLast = withoutSection(comments_textOf(where, comment), name) === "";
  return isLast ? remove(place) : share(now => withoutSection(now, name), "", place);
}

async function hide({where: where, github: github, deadline: deadline}) {
  const own = await ownComments(github, where, deadline);
  const shown = own.filter(({minimized: minimized}) => !minimized);
  for (const comment of shown) await foldComment(github, comment, "hide", deadline);
  const [first] = own;
  if (!first) return {
    action: "skipped"
  };
  return {
    action: shown.length > 0 ? "hidden" : "unchanged",
    id: first.id,
    url: first.html_url
  };
}

async function look(needsOne, {where: where, github: github, deadline: deadline}) {
  const [first] = await ownComments(github, where, deadline);
  if (!first) return {
    action: needsOne ? "skipped" : "dry-run"
  };
  return {
    action: "dry-run",
    id: first.id,
    url: first.html_url
  };
}

function outcomeOf({did: did, id: id, url: url}) {
  return {
    action: did,
    id: id,
    url: url
  };
}

const inputs = {
  body: optional("body", kinds_text),
  bodyPath: optional("body-path", kinds_text),
  id: required("id", kinds_text),
  section: optional("section", kinds_text),
  mode: required("mode", oneOf("update", "recreate", "append", "hide", "delete")),
  pr: optional("pr", integer(1)),
  mentions: required("mentions", flag),
  onError: required("on-error", oneOf("warn", "fail")),
  githubToken: required("github-token", secret),
  timeout: required("timeout", duration),
  dryRun: required("dry-run", flag)
};

function plain(text) {
  return text.replace(/[\s\u2028\u2029]+/g, " ").replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/[\\`*_{}[\]()#+!|~$-]/g, "\\$&").replace(/^\s*(\d*)([.=])/, "$1\\$2").replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, "$&​").replace(/:\/\//g, ":​//").replace(/www(?=\.)/gi, "$&​").trim();
}

function markdown_link(text, address) {
  const target = address && URL.canParse(address) ? new URL(address) : void 0;
  if (!target || !/^https?:$/.test(target.protocol)) return plain(text);
  const href = target.href.replace(/[()\\<>|`*_~\s]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`).replace(/&(?=#?\w+;)/g, "&amp;");
  return `[${plain(text)}](${href})`;
}

function tell(report, text, given, runner) {
  const {action: action, id: id, url: url, cut: cut = false} = report;
  runner.output({
    "comment-id": id,
    "comment-url": url,
    action: action
  }, given.onError);
  const said = sentenceOf(report, text, given);
  const isElsewhere = action === "failed" || action === "skipped" || action === "dry-run";
  runner.summary(summaryOf(report, said, isElsewhere || cut ? text : ""));
  if (cut) runner.notice("The comment has only the beginning of the text; the job summary has all.");
  if (action !== "failed") if (report.reason) runner.notice(said); else runner.info(url ? `${said} ${url}` : said); else if (runner.cancelled.aborted) throw new Cancelled(said); else {
    if (given.onError === "fail") throw new failure_Failure(said);
    runner.warning(said);
  }
}

function sentenceOf({action: action, id: id, number: number, reason: reason = ""}, text, given) {
  const where = text === "" ? "" : " The job summary has the text.";
  switch (action) {
   case "failed":
    return `The comment is not ${deedOf(given)}, as far as is known.${where} ${reason}`;

   case "skipped":
    return reason ? `There is no comment.${where} ${reason}` : `#${number} has no such comment.`;

   case "dry-run":
    {
      const which = id === void 0 ? "a new comment" : `comment ${id}`;
      return `Dry run: ${which} on #${number} would be ${deedOf(given)}.${where}`;
    }

   default:
    return `The comment on #${number} is ${action}.`;
  }
}

function deedOf({mode: mode, section: section}) {
  if (mode === "hide") return "hidden";
  if (mode === "delete") return section === void 0 ? "deleted" : "changed";
  return "written";
}

function summaryOf({url: url}, said, text) {
  const where = url ? ` ${markdown_link("Go to it", url)}.` : "";
  const parts = [ "### Comment on the pull request", `${plain(said)}${where}`, text ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

const addressOrAt = /(?<![^\s*_~(])(?<address>https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+\/[\w./~%@:+=?#-]*)|(?<![A-Za-z\d])(?:@|&#0*64;|&#x0*40;|&commat;)(?=\S)/gi;

const endless = /<(!|\?|pre|script|style|textarea)/i;

function silenced(markdown) {
  let count = 0;
  let fence = "";
  let isSure = true;
  let isHtml = false;
  let isParagraphSure = true;
  const lines = markdown.split("\n").map(line => {
    const [, marks = ""] = /^(`{3,}|~{3,})[^`]*$/.exec(line) ?? [];
    if (fence !== "") {
      if (isEnd(line, fence)) fence = "";
      return line;
    }
    if (marks !== "" && isSure && !isHtml) {
      fence = marks;
      return line;
    }
    if (endless.test(line) || /^[\s>*+\-\d.)]*(```|~~~)/.test(line)) isSure = false;
    isHtml = line.trim() !== "" && (isHtml || /^\s*</.test(line));
    const spans = codeSpans(line);
    isParagraphSure = line.trim() === "" || isParagraphSure && spans !== void 0;
    const code = isSure && !isHtml && isParagraphSure ? spans ?? [] : [];
    let at = 0;
    return line.replace(addressOrAt, (found, address, index) => {
      while ((code[at]?.end ?? Number.POSITIVE_INFINITY) <= index) at++;
      const isCode = (code[at]?.start ?? Number.POSITIVE_INFINITY) < index;
      if (address !== void 0 || isCode) return found;
      count++;
      return `${found}​`;
    });
  });
  return {
    markdown: lines.join("\n"),
    count: count
  };
}

function isEnd(line, fence) {
  const marks = line.trim();
  return marks.startsWith(fence) && marks.replaceAll(fence.charAt(0), "") === "";
}

const mostBytes = 1024 * 1024;

function textToWrite(given, runner) {
  const {body: body, bodyPath: bodyPath, section: section, mode: mode} = given;
  if (section && mode !== "update" && mode !== "delete") throw new failure_InputError(`Input "section" is for mode update or delete: ${mode} is about the whole comment.`);
  if (mode === "hide" || mode === "delete") return "";
  if (body && bodyPath) throw new failure_InputError('Input "body-path" has no effect while "body" is given: give one of the two.');
  if (!body && !bodyPath) throw new failure_InputError(`Input "body" or "body-path" is required with mode ${mode}, and neither was given, or it was empty.`);
  return guarded(body ?? textIn(bodyPath ?? "", runner), given, runner);
}

function guarded(text, {mentions: mentions, githubToken: githubToken}, runner) {
  const harmless = unmarked(text).replaceAll(githubToken, "***");
  if (mentions) return harmless;
  const {markdown: markdown, count: count} = silenced(harmless);
  if (count > 0) {
    const them = count === 1 ? "1 mention notifies" : `${count} mentions notify`;
    runner.info(`${them} nobody; "mentions: true" would let them.`);
  }
  return markdown;
}

function unmarked(text) {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(/<!--(?=\s*ci-actions\b)/gi, "&lt;!--");
}

function textIn(path, {workspace: workspace}) {
  const file = (0, external_node_path_namespaceObject.resolve)(workspace, path);
  const text = (new TextDecoder).decode(bytesOf(file, path));
  refuseWayOut(file, workspace);
  if (text.trim() === "") throw new failure_InputError(`The file of "body-path", ${quote_quote(path)}, is empty.`);
  return text;
}

function bytesOf(file, path) {
  try {
    return readBeginning(file, mostBytes);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new failure_InputError(`Input "body-path" must be a file that can be read; ${quote_quote(path)} ${error.message}.`);
  }
}

function refuseWayOut(file, workspace) {
  const isWithin = (path, folder) => path.startsWith(`${folder}${external_node_path_namespaceObject.sep}`);
  if (!isWithin(file, (0, external_node_path_namespaceObject.resolve)(workspace))) return;
  if (isWithin((0, external_node_fs_namespaceObject.realpathSync)(file), (0, external_node_fs_namespaceObject.realpathSync)(workspace))) return;
  throw new failure_InputError('Input "body-path" is a link that leads out of the checkout.');
}

const prComment = action({
  title: "PR comment",
  inputs: inputs,
  outputs: [ "comment-id", "comment-url", "action" ],
  async main(given, runner) {
    const text = textToWrite(given, runner);
    const report = await main_write(given, text, runner);
    tell(report, text, given, runner);
  }
});

async function main_write(given, text, runner) {
  const deadline = new Deadline(given.timeout, runner.cancelled);
  const github = new Github({
    token: given.githubToken,
    permission: "pull-requests: write"
  }, runner);
  try {
    const {number: number, none: none} = await findPullRequest(github, given.pr, runner, deadline);
    if (number === void 0) return {
      action: "skipped",
      reason: none
    };
    const where = {
      repository: runner.run.repository,
      pullRequest: number,
      id: given.id
    };
    return {
      ...await carryOut(given, text, {
        where: where,
        github: github,
        deadline: deadline
      }),
      number: number
    };
  } catch (error) {
    if (!(error instanceof failure_Failure)) throw error;
    return {
      action: "failed",
      reason: error.message
    };
  }
}

run(prComment);
