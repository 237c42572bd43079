export const id = "baseline-cache";

export const ids = [ "baseline-cache" ];

export const modules = {
  "actions/coverage-gate/src/baseline/baseline-report.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      K: () => parseRanges,
      M: () => parseReport
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("packages/kit/src/map.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("packages/kit/src/json.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/errors.ts");
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("valibot/dist/index.mjs");
    const whole = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.aig)(), (0, 
    valibot__WEBPACK_IMPORTED_MODULE_0__.ndf)(), (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Wwf)(0));
    const count = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      covered: whole,
      total: whole
    }), (0, valibot__WEBPACK_IMPORTED_MODULE_0__.qTj)([ [ "covered" ], [ "total" ] ], ({covered: covered, total: total}) => covered <= total, "covered > total"));
    const totals = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.A7)(count);
    const reportShape = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
      schema: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.euz)("ci-actions/coverage@1"),
      commit: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
      totals: totals,
      suites: (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.A7)(totals),
      files: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YOg)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
        path: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
        counts: (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_1__.A7)(count),
        lines: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.lqM)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.Ikc)({
          covered: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)(),
          uncovered: (0, valibot__WEBPACK_IMPORTED_MODULE_0__.YjP)()
        }))
      }))
    });
    function parseReport(text) {
      const parsed = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(reportShape, (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_2__.qF)(text));
      if (parsed.success) return parsed.output;
      throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.lZ('is not a report of this action; use a file from the output "report-path"');
    }
    const maxRange = 1e6;
    function parseRanges(ranges) {
      const lines = new Set;
      for (const [, from, to = from] of ranges.matchAll(/(\d+)(?:-(\d+))?/g)) {
        const last = Math.min(Number(to), Number(from) + maxRange);
        for (let line = Number(from); line <= last; line++) lines.add(line);
      }
      return lines;
    }
  },
  "actions/coverage-gate/src/baseline/cache.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Pd: () => storeBaseline,
      W3: () => restoreBaseline,
      mF: () => readBaseline
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
    var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("packages/kit/src/file.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("packages/kit/src/errors.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("packages/kit/src/stdout.ts");
    var _baseline_mode_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("actions/coverage-gate/src/baseline/baseline-mode.ts");
    var _baseline_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("actions/coverage-gate/src/baseline/baseline-report.ts");
    var _write_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("actions/coverage-gate/src/baseline/write-report.ts");
    const maxBytes = 256 * 1024 ** 2;
    function readBaseline(path, runner) {
      const file = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(runner.workspace, path);
      let text;
      try {
        text = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.TA)(file, maxBytes).toString();
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.f6)) throw error;
        if (!error.isMissing) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.lZ(`The baseline ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.h)(path)} ${error.message}.`);
        runner.notice(`There is no baseline at ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.h)(path)}, so coverage is not compared.`);
        return;
      }
      try {
        return (0, _baseline_report_js__WEBPACK_IMPORTED_MODULE_2__.M)(text);
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.lZ) throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.lZ(`The baseline ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.h)(path)} ${error.message}.`);
        throw error;
      }
    }
    async function restoreBaseline(baseline, commit, isNeeded, runner, deadline) {
      const missing = reason => {
        const message = `There is no baseline for ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.h)(baseline.branch)} yet, so coverage is not compared${reason}`;
        if (isNeeded) runner.notice(message); else runner.info(message);
      };
      if (!(0, _baseline_mode_js__WEBPACK_IMPORTED_MODULE_7__.Te)(runner)) return missing(": no cache is available.");
      const prefix = keyPrefix(baseline);
      const keys = [ `${prefix}${commit}`, prefix ];
      return withCacheFile(baseline, runner, async (file, path) => {
        const tried = await tryCache(runner, deadline, "restored", cache => cache.restoreCache([ path ], `${prefix}${commit}`, keys));
        if (!tried) return;
        if (tried.result !== void 0) return readBaseline(file, runner);
        return missing("; a run of this workflow on that branch stores one.");
      });
    }
    async function storeBaseline(report, baseline, runner, deadline) {
      if (report === "") return;
      const {sha: sha, runId: runId, attempt: attempt} = runner.run;
      const key = `${keyPrefix(baseline)}${sha}/${runId}-${attempt}`;
      await withCacheFile(baseline, runner, async (file, path) => {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(report, file);
        await tryCache(runner, deadline, "stored", cache => cache.saveCache([ path ], key));
      });
    }
    async function withCacheFile({name: name}, runner, use) {
      const folder = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runner.workspace, ".coverage-gate");
      const file = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0, _write_report_js__WEBPACK_IMPORTED_MODULE_3__.M)(name));
      try {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, {
          recursive: true
        });
        try {
          return await use(file, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(process.cwd(), file));
        } finally {
          (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(file, {
            force: true
          });
          if ((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).length === 0) (0, 
          node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(folder);
        }
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        runner.notice(`The baseline cannot be written to the workspace: ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.gJ)(error)}`);
        return;
      }
    }
    function keyPrefix({name: name, branch: branch}) {
      const parts = [ name, branch ].map(text => encodeURIComponent(text.toWellFormed()));
      return `coverage-gate/${parts.join("/")}/`;
    }
    async function tryCache(runner, {signal: signal}, done, use) {
      const ended = new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), {
          once: true
        });
      });
      try {
        const {result: result, said: said} = await (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_8__.Q9)(async () => Promise.race([ use(await Promise.all([ __webpack_require__.e("actions-http-client"), __webpack_require__.e("actions-cache"), __webpack_require__.e("undici") ]).then(__webpack_require__.bind(__webpack_require__, "@actions/cache/lib/cache.js"))), ended ]));
        const reason = result === void 0 || result === -1 ? said.at(-1) : void 0;
        if (reason === void 0) return {
          result: result
        };
        throw new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.lZ(reason);
      } catch (error) {
        runner.cancelled.throwIfAborted();
        runner.notice(`The baseline could not be ${done}: ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_6__.K)((0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.gJ)(error), 400)}`);
        return;
      }
    }
  },
  "actions/coverage-gate/src/baseline/delta.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      $: () => deltaSince
    });
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("packages/kit/src/errors.ts");
    var _model_metrics_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("actions/coverage-gate/src/model/metrics.ts");
    var _pull_request_diff_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("actions/coverage-gate/src/pull-request/diff.ts");
    var _pull_request_git_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("actions/coverage-gate/src/pull-request/git-diff.ts");
    var _pull_request_known_sources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("actions/coverage-gate/src/pull-request/known-sources.ts");
    var _baseline_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("actions/coverage-gate/src/baseline/baseline-report.ts");
    async function deltaSince(baseline, whole, checkout) {
      if (!baseline) return;
      const changes = checkout && await changesSince(baseline.commit, whole, checkout);
      return compareBaseline(whole, baseline, changes);
    }
    async function changesSince(commit, whole, checkout) {
      if (!/^[\da-f]{40}([\da-f]{24})?$/.test(commit)) return;
      const known = new _pull_request_known_sources_js__WEBPACK_IMPORTED_MODULE_1__.g(whole);
      try {
        return await (0, _pull_request_git_diff_js__WEBPACK_IMPORTED_MODULE_2__.A)(commit, checkout, path => known.isSource(path));
      } catch (error) {
        if (error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.lZ) return;
        throw error;
      }
    }
    const nothing = {
      covered: 0,
      total: 0
    };
    function compareBaseline(whole, baseline, changes) {
      const overall = whole.totals();
      const compared = _model_metrics_js__WEBPACK_IMPORTED_MODULE_4__.qd.map(metric => ({
        metric: metric,
        before: baseline.totals[metric] ?? nothing,
        now: overall[metric]
      })).filter(({metric: metric, before: before, now: now}) => before.total > 0 && (now.total > 0 || !whole.measured.has(metric)));
      return {
        commit: baseline.commit,
        metrics: compared,
        newlyUncovered: changes && newlyUncovered(whole, baseline, changes)
      };
    }
    function newlyUncovered(whole, {files: files}, changes) {
      const before = new Map;
      for (const {path: path, lines: lines} of files) if (lines) before.set(path, [ before.get(path), lines.uncovered ].join());
      if (before.size === 0) return;
      const changed = new Map(changes.map(file => [ file.path, file ]));
      let sum = 0;
      for (const file of whole.files()) {
        const change = changed.get(file.path);
        const uncovered = before.get(change?.before ?? file.path) ?? "";
        sum += countNew(file, (0, _baseline_report_js__WEBPACK_IMPORTED_MODULE_0__.K)(uncovered), change);
      }
      return sum;
    }
    function countNew(file, uncovered, change) {
      let sum = 0;
      for (const {from: from, to: to} of file.ranges("uncovered")) for (let line = from; line <= to; line++) {
        const previous = change ? (0, _pull_request_diff_js__WEBPACK_IMPORTED_MODULE_5__.GO)(change, line) : line;
        if (previous === void 0 || !uncovered.has(previous)) sum++;
      }
      return sum;
    }
  },
  "actions/coverage-gate/src/pull-request/diff.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      GO: () => lineBefore,
      Hx: () => readPatch,
      MA: () => changedLines,
      iH: () => readDiff
    });
    function changedLines({hunks: hunks}) {
      return hunks.filter(({now: now}) => now.count > 0).map(({now: {start: start, count: count}}) => ({
        from: start,
        to: start + count - 1
      }));
    }
    function lineBefore({hunks: hunks}, line) {
      let shift = 0;
      for (const {old: old, now: now} of hunks) {
        const first = now.count > 0 ? now.start : now.start + 1;
        if (line < first) break;
        if (line < first + now.count) return;
        shift += old.count - now.count;
      }
      return line + shift;
    }
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
    function readDiff(diff) {
      const files = [];
      for (const line of splitLines(diff)) {
        if (line.startsWith("diff --git ")) files.push({
          hunks: [],
          isBinary: false
        });
        const file = files.at(-1);
        if (!file) continue;
        if (line.startsWith("Binary files ")) file.isBinary = true;
        const hunk = line.startsWith("@@ ") ? readHunk(line) : void 0;
        if (hunk) file.hunks.push(hunk);
      }
      return files;
    }
    function readPatch(patch) {
      const hunks = [];
      let old = 0;
      let now = 0;
      let open;
      const close = () => {
        if (open) {
          const {removed: removed, added: added} = open;
          hunks.push({
            old: {
              start: removed > 0 ? open.old : open.old - 1,
              count: removed
            },
            now: {
              start: added > 0 ? open.now : open.now - 1,
              count: added
            }
          });
        }
        open = void 0;
      };
      for (const line of splitLines(patch)) {
        const head = line.startsWith("@@ ") ? readHunk(line) : void 0;
        if (head) {
          close();
          old = head.old.count > 0 ? head.old.start : head.old.start + 1;
          now = head.now.count > 0 ? head.now.start : head.now.start + 1;
        } else if (line.startsWith("+") || line.startsWith("-")) {
          open ??= {
            old: old,
            now: now,
            removed: 0,
            added: 0
          };
          if (line.startsWith("+")) {
            open.added++;
            now++;
          } else {
            open.removed++;
            old++;
          }
        } else if (!line.startsWith("\\")) {
          close();
          old++;
          now++;
        }
      }
      close();
      return hunks;
    }
    function readHunk(line) {
      const [, oldStart, oldCount = "1", start, count = "1"] = header.exec(line) ?? [];
      if (oldStart === void 0) return;
      return {
        old: {
          start: Number(oldStart),
          count: Number(oldCount)
        },
        now: {
          start: Number(start),
          count: Number(count)
        }
      };
    }
    function* splitLines(text) {
      for (let from = 0; from < text.length; ) {
        const end = text.indexOf("\n", from);
        const to = end < 0 ? text.length : end;
        yield text.slice(from, to);
        from = to + 1;
      }
    }
  },
  "actions/coverage-gate/src/pull-request/git-diff.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      A: () => diffBetween
    });
    var src_git = __webpack_require__("packages/git/src/git.ts");
    const diffArgs = [ "diff", "--no-relative", "--no-ext-diff", "--no-textconv", "--no-color" ];
    async function listChanges(git, from, to, ...options) {
      const output = await git.run(...diffArgs, "--raw", "-z", ...options, from, to, "--");
      const fields = output.split("\0").values();
      const next = () => {
        const field = fields.next().value;
        if (!field) throw new src_git.XS("returned an incomplete list of changed files");
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
    var errors = __webpack_require__("packages/kit/src/errors.ts");
    var diff = __webpack_require__("actions/coverage-gate/src/pull-request/diff.ts");
    const fileFilter = [ "--find-renames", "--diff-filter=AMRT", "--ignore-submodules=all" ];
    const withoutContext = [ "--patch", "--unified=0", "--inter-hunk-context=0" ];
    async function diffBetween(base, {folder: folder, git: git}, isSource) {
      const changes = await listChanges(git, base, "HEAD", ...fileFilter);
      const diffs = await readDiffs(changes, base, git, []);
      const hidden = changes.filter(({path: path, type: type}) => type === "file" && isSource(folder + path) && diffs.get(path)?.isBinary);
      for (const chunk of chunks(hidden)) {
        const asText = await readDiffs(chunk, base, git, [ "--text" ], chunk.flatMap(namesOf));
        for (const [path, diff] of asText) diffs.set(path, diff);
      }
      return changes.filter(({type: type}) => type === "file").map(({status: status, path: path, before: before = path}) => ({
        path: folder + path,
        before: status === "A" ? void 0 : folder + before,
        hunks: diffs.get(path)?.hunks ?? []
      }));
    }
    async function readDiffs(changes, base, git, options, paths = []) {
      const patch = await git.run(...diffArgs, ...fileFilter, ...withoutContext, ...options, base, "HEAD", "--", ...paths.map(path => `:(literal)${path}`));
      const diffs = (0, diff.iH)(patch);
      const byPath = new Map;
      let at = 0;
      for (const {status: status, path: path} of changes) {
        at += status === "T" ? 2 : 1;
        const diff = diffs[at - 1];
        if (diff) byPath.set(path, diff);
      }
      if (at === diffs.length) return byPath;
      throw new errors.lZ(`lists ${changes.length} changed files, but the changes of ${diffs.length}`);
    }
    function namesOf({path: path, before: before}) {
      return before === void 0 ? [ path ] : [ before, path ];
    }
    const maxCharacters = 2e4;
    function* chunks(changes) {
      let chunk = [];
      let length = 0;
      for (const change of changes) {
        const own = namesOf(change).join().length + 30;
        if (chunk.length > 0 && length + own > maxCharacters) {
          yield chunk;
          chunk = [];
          length = 0;
        }
        chunk.push(change);
        length += own;
      }
      if (chunk.length > 0) yield chunk;
    }
  },
  "actions/coverage-gate/src/pull-request/known-sources.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      g: () => KnownSources
    });
    const tests = [ /(^|\/)(__tests__|__mocks__|__fixtures__|__snapshots__|tests?|specs?|e2e|fixtures|mocks|testdata|test[-_](data|driver|helpers?|support|utils?)|(integration|unit|functional|acceptance)[-_]?tests?|cypress|playwright|benches|step_definitions)\//i, /(^|\/)[A-Z][\w.]*(Tests|\.([A-Z]\w*)?Test)\//, /(^|\/)src\/(it|(\w*[a-z\d]Test|test)([A-Z]\w*)?)\/(java|kotlin|groovy|scala|swift|cpp|c)\//, /[._-](tests?|specs?|stories)\.\w+$/, /\.(cy|e2e|e2e-spec|bench|fixtures?|mocks?|story)\.\w+$/, /(^|\/)test_[^/]*$/, /(Tests?|TestCase|ITCase)\.(java|kts?|groovy|scala|cs|fs|vb|php|swift|mm?)$/, /(^|\/)(conftest\.py|tests\.py|spec_helper\.rb|rails_helper\.rb|test_helper\.\w+)$/, /(^|\/)(setup-?tests?|setup-?jest|jest-?setup|test-?setup|vitest-?setup)\.\w+$/i ];
    const configuration = [ /\.(config|conf|setup|workspace)\.\w+$/, /(^|\/)\.[\w.-]+\.\w+$/, /\.d\.[cm]?ts$/, /\.gradle\.kts$/, /(^|\/)(setup|noxfile|fabfile|versioneer)\.py$/, /(^|\/)docs?\/(source\/)?conf\.py$/, /(^|\/)(gulpfile|gruntfile|jakefile|dangerfile|ember-cli-build)(\.[\w-]+)?\.[cm]?[jt]s$/i, /(^|\/)(Package\.swift|build\.rs|build\.sbt|mix\.exs|extconf\.rb|AssemblyInfo\.\w+)$/ ];
    function isTestOrConfiguration(path) {
      return [ ...tests, ...configuration ].some(pattern => pattern.test(path));
    }
    class KnownSources {
      #withLines=new Map;
      #empty=new Set;
      #extensions;
      #isExcluded;
      constructor(whole, isExcluded = () => false) {
        for (const [path, files] of Map.groupBy(whole.files(), file => file.path)) {
          const withLines = files.filter(file => file.ranges("coverable").length > 0);
          if (withLines.length > 0) this.#withLines.set(path, withLines); else if (files.some(file => file.count("lines").total === 0)) this.#empty.add(path);
        }
        this.#extensions = new Set(this.#withLines.keys().map(extensionOf));
        this.#isExcluded = isExcluded;
      }
      get hasLines() {
        return this.#withLines.size > 0;
      }
      linesOf(path) {
        return this.#withLines.get(path) ?? [];
      }
      isSource(path) {
        if (this.#withLines.has(path)) return true;
        const isSameLanguage = this.#extensions.has(extensionOf(path));
        return isSameLanguage && !isTestOrConfiguration(path) && !this.#isExcluded(path);
      }
      isUnknown(path) {
        return !this.#withLines.has(path) && !this.#empty.has(path) && this.isSource(path);
      }
    }
    function extensionOf(path) {
      return /\.\w+$/.exec(path)?.[0] ?? "";
    }
  }
};
