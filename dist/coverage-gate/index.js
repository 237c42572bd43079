"use strict";
var __webpack_modules__ = {
  "actions/coverage-gate/src/baseline/baseline-mode.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Te: () => hasCache,
      mL: () => isStored,
      uf: () => isPath
    });
    function isPath(baseline) {
      return baseline !== "cache" && baseline !== "none";
    }
    function isStored(baseline, runner) {
      const {event: event, ref: ref} = runner.run;
      const isBranchRun = /^(push|schedule|workflow_dispatch)$/.test(event) && /^refs\/heads\//.test(ref);
      return baseline === "cache" && isBranchRun && hasCache(runner);
    }
    function hasCache(runner) {
      const address = runner.env("ACTIONS_CACHE_URL") ?? runner.env("ACTIONS_RESULTS_URL");
      return address !== void 0 && runner.env("ACTIONS_RUNTIME_TOKEN") !== void 0;
    }
  }),
  "actions/coverage-gate/src/baseline/write-report.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      M: () => fileName,
      u: () => writeReport
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:os");
    var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("node:path");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/file.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("packages/kit/src/quote.ts");
    var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _model_metrics_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("actions/coverage-gate/src/model/metrics.ts");
    const maxLines = 1e6;
    function writeReport(name, suites, whole, runner) {
      const file = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runner.env("RUNNER_TEMP") ?? (0, 
      node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "coverage-gate", fileName(name));
      try {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), {
          recursive: true
        });
        const descriptor = (0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.x3)(file);
        try {
          writePieces(descriptor, normalizedReport(suites, whole, runner));
        } finally {
          (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
        }
        return file;
      } catch (error) {
        if (!(error instanceof _ci_actions_kit__WEBPACK_IMPORTED_MODULE_3__.f6 || error instanceof Error && "syscall" in error)) throw error;
        runner.notice(`The report cannot be written to ${(0, _ci_actions_kit__WEBPACK_IMPORTED_MODULE_4__.h)(file)}: ${(0, 
        _ci_actions_kit__WEBPACK_IMPORTED_MODULE_5__.gJ)(error)}`);
        return "";
      }
    }
    function fileName(name) {
      const safe = encodeURIComponent(name.toWellFormed()).replaceAll(/[!'()*~]/g, "_");
      return `${safe.slice(0, 100)}.json`;
    }
    const chunkSize = 64 * 1024;
    function writePieces(descriptor, pieces) {
      let chunk = "";
      for (const piece of pieces) {
        chunk += piece;
        if (chunk.length < chunkSize) continue;
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(descriptor, chunk);
        chunk = "";
      }
      (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(descriptor, chunk);
    }
    function* normalizedReport(suites, whole, runner) {
      const overall = whole.totals();
      const head = {
        schema: "ci-actions/coverage@1",
        commit: runner.run.sha,
        totals: overall,
        suites: Object.fromEntries(suites.map(suite => [ suite.name, suite.coverage.totals() ]))
      };
      const counted = _model_metrics_js__WEBPACK_IMPORTED_MODULE_6__.qd.filter(metric => overall[metric].total > 0);
      const withLines = overall.lines.total <= maxLines;
      if (!withLines) runner.info('There are over a million lines, so the report at "report-path" contains only counts.');
      yield `${JSON.stringify(head).slice(0, -1)},"files":[`;
      let comma = "";
      for (const file of whole.files()) {
        yield comma + fileJson(file, counted, withLines);
        comma = ",";
      }
      yield "]}\n";
    }
    function fileJson(file, counted, withLines) {
      let counts = "";
      for (const metric of counted) {
        const {covered: covered, total: total} = file.count(metric);
        if (total === 0) continue;
        if (counts !== "") counts += ",";
        counts += `"${metric}":{"covered":${covered},"total":${total}}`;
      }
      return `{"path":${JSON.stringify(file.path)},"counts":{${counts}}${withLines ? linesJson(file) : ""}}`;
    }
    function linesJson(file) {
      const covered = formatRanges(file.ranges("covered"));
      const uncovered = formatRanges(file.ranges("uncovered"));
      return covered || uncovered ? `,"lines":{"covered":"${covered}","uncovered":"${uncovered}"}` : "";
    }
    function formatRanges(ranges) {
      return ranges.map(({from: from, to: to}) => from === to ? String(from) : `${from}-${to}`).join(",");
    }
  }),
  "actions/coverage-gate/src/gate/percentage.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A3: () => parsePercentage,
      Ee: () => formatPercentage,
      eD: () => formatChange,
      gG: () => exceedsDecrease,
      jw: () => requiredCount
    });
    function parsePercentage(text) {
      const [, whole, decimals = ""] = /^(\d{1,3})(?:\.(\d{1,30}))?$/.exec(text) ?? [];
      if (whole === void 0) return;
      const scale = 10n ** BigInt(decimals.length);
      const units = BigInt(whole + decimals);
      return units > 100n * scale ? void 0 : {
        text: text,
        units: units,
        scale: scale
      };
    }
    function requiredCount({units: units, scale: scale}, total) {
      const parts = units * BigInt(total);
      const whole = 100n * scale;
      return Number((parts + whole - 1n) / whole);
    }
    function formatPercentage({covered: covered, total: total}) {
      if (total === 0) return "";
      const hundredths = BigInt(covered) * 10000n / BigInt(total);
      return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
    }
    function exceedsDecrease(before, now, allowed) {
      if (before.total === 0 || now.total === 0) return false;
      const [lost, whole] = drop(before, now);
      return lost * 100n * allowed.scale > allowed.units * whole;
    }
    function formatChange(before, now) {
      if (before.total === 0 || now.total === 0) return "";
      const [lost, whole] = drop(before, now);
      const scaled = -lost * 10000n;
      const floored = scaled / whole - (scaled % whole < 0n ? 1n : 0n);
      const size = floored < 0n ? -floored : floored;
      const sign = floored < 0n ? "-" : "+";
      return `${size === 0n ? "" : sign}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
    }
    function drop(before, now) {
      const [wasTotal, isTotal] = [ BigInt(before.total), BigInt(now.total) ];
      return [ BigInt(before.covered) * isTotal - BigInt(now.covered) * wasTotal, wasTotal * isTotal ];
    }
  }),
  "actions/coverage-gate/src/gate/reasons.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Wl: () => tooFewChangedLines,
      YV: () => unknownFiles,
      _h: () => noData,
      b3: () => tooManyUncovered,
      hr: () => decreased,
      nb: () => tooFewCovered,
      q7: () => notMeasured,
      xe: () => onlyTogether
    });
    var _percentage_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("actions/coverage-gate/src/gate/percentage.ts");
    function noData(metric, advice) {
      const hints = [ ...new Set(advice) ].map(hint => `; ${hint}`).join("");
      return `there is no data on ${metric}, so they cannot be gated${hints}`;
    }
    function onlyTogether(metric) {
      return `there is no data on ${metric} for these files, only a total for all files of a report, so they cannot be gated`;
    }
    function tooManyUncovered(uncovered, allowed, metric) {
      return `${amount(uncovered, metric)} uncovered, ${uncovered - allowed} more than the ${allowed} allowed`;
    }
    function tooFewCovered(metric, count, short, least) {
      return `${metric} at ${(0, _percentage_js__WEBPACK_IMPORTED_MODULE_0__.Ee)(count)} % (${count.covered} of ${count.total}), ${amount(short, metric)} short of ${least.text} %`;
    }
    function tooFewChangedLines(count, short, least) {
      return `${(0, _percentage_js__WEBPACK_IMPORTED_MODULE_0__.Ee)(count)} % of the changed lines are covered (${count.covered} of ${count.total}), ${amount(short, "lines")} short of ${least.text} %`;
    }
    function unknownFiles({unknown: unknown}) {
      const files = unknown.length === 1 ? "changed source file is" : "changed source files are";
      const more = unknown.length > 3 ? ` and ${unknown.length - 3} more` : "";
      return `${unknown.length} ${files} missing from all reports, so the coverage of their lines is unknown: ${unknown.slice(0, 3).join(", ")}${more}`;
    }
    function decreased(metric, before, now, allowed) {
      const points = allowed.text === "1" ? "point" : "points";
      return `${metric} fell from ${fraction(before)} to ${fraction(now)}, more than the ${allowed.text} ${points} allowed`;
    }
    function notMeasured(metric, before) {
      return `there is no data on ${metric} any more, down from ${fraction(before)}; check that the reports still measure them`;
    }
    function fraction(count) {
      return `${(0, _percentage_js__WEBPACK_IMPORTED_MODULE_0__.Ee)(count)} % (${count.covered} of ${count.total})`;
    }
    function amount(count, metric) {
      const singular = metric === "branches" ? "branch" : metric.slice(0, -1);
      return `${count} ${count === 1 ? singular : metric}`;
    }
  }),
  "actions/coverage-gate/src/model/metrics.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Im: () => isEmpty,
      N4: () => tally,
      NI: () => isMetric,
      WQ: () => add,
      qd: () => metrics,
      vA: () => totalsOf
    });
    const metrics = [ "lines", "branches", "functions", "statements", "instructions", "regions" ];
    function isMetric(word) {
      return metrics.some(metric => metric === word);
    }
    function isEmpty(totals) {
      return metrics.every(metric => totals[metric].total === 0);
    }
    function totalsOf(count) {
      return {
        lines: count("lines"),
        branches: count("branches"),
        functions: count("functions"),
        statements: count("statements"),
        instructions: count("instructions"),
        regions: count("regions")
      };
    }
    function tally() {
      return {
        covered: 0,
        total: 0
      };
    }
    function add(sum, count) {
      sum.covered += count.covered;
      sum.total += count.total;
    }
  }),
  "actions/coverage-gate/src/reports/checkouts.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      F: () => findCheckouts,
      G: () => workspaceCheckout
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
    var _ci_actions_git__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/git/src/git.ts");
    function findCheckouts(reports, workspace, deadline) {
      const isRepository = folder => (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0, 
      node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder, ".git"));
      const enclosing = new Set([ "", ...reports.flatMap(({path: path}) => enclosingFolders(path)) ]);
      const withReports = [ ...enclosing ].filter(isRepository);
      const found = withReports.length > 0 ? withReports : foldersIn(workspace).filter(isRepository);
      return found.sort((a, b) => a.length - b.length).map(folder => ({
        folder: folder,
        git: (0, _ci_actions_git__WEBPACK_IMPORTED_MODULE_2__.lD)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, folder), deadline)
      }));
    }
    function workspaceCheckout(workspace, deadline) {
      return {
        folder: "",
        git: (0, _ci_actions_git__WEBPACK_IMPORTED_MODULE_2__.lD)(workspace, deadline)
      };
    }
    function enclosingFolders(path) {
      const folders = [];
      for (let at = path.indexOf("/"); at > 0; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at + 1));
      return folders;
    }
    function foldersIn(workspace) {
      return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(workspace, {
        withFileTypes: true
      }).filter(entry => entry.isDirectory()).map(({name: name}) => `${name}/`);
    }
  }),
  "packages/git/src/git.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      XS: () => GitError,
      lD: () => createGit
    });
    var errors = __nccwpck_require__("packages/kit/src/errors.ts");
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
    var quote = __nccwpck_require__("packages/kit/src/quote.ts");
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
    function throwGitError(error) {
      throw error instanceof ExecError ? new GitError(error.reason) : error;
    }
    function stderrReason(stderr) {
      const lines = stderr.trim().split("\n");
      const line = lines.find(one => /^(fatal|error):/.test(one)) ?? lines[0] ?? "";
      if (line === "") return "found nothing";
      return `says "${(0, quote.K)(line.replace(/^(fatal|error): /, ""), 160)}"`;
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
      TA: () => readFile,
      Tq: () => openFile,
      f6: () => FileError,
      i4: () => readBeginning,
      x3: () => createFile
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    __nccwpck_require__("node:path");
    var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("packages/kit/src/errors.ts");
    var _machine_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("packages/kit/src/machine-errors.ts");
    class FileError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ {
      name="FileError";
      get isMissing() {
        return this.message === missing;
      }
    }
    const missing = "does not exist";
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
        throw new FileError(`cannot be read (${(0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_3__.CA)(error)})`);
      } finally {
        (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
      }
    }
    const pieceSize = 64 * 1024;
    function openFile(path) {
      return open(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY);
    }
    function createFile(path) {
      return open(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_TRUNC);
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
      const code = (0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_3__.CA)(error);
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
  "packages/kit/src/map.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      A7: () => mapOf,
      TE: () => lookUp,
      jh: () => isMap
    });
    var valibot__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("valibot/dist/index.mjs");
    function isMap(value) {
      return typeof value === "object" && value !== null && !Array.isArray(value);
    }
    function lookUp(table, word) {
      return Object.hasOwn(table, word) ? table[word] : void 0;
    }
    function mapOf(value) {
      return (0, valibot__WEBPACK_IMPORTED_MODULE_0__.FsL)((0, valibot__WEBPACK_IMPORTED_MODULE_0__.IeY)(isMap, "expected a map"), (0, 
      valibot__WEBPACK_IMPORTED_MODULE_0__.NTK)(({dataset: dataset, addIssue: addIssue}) => {
        const input = dataset.value;
        const map = Object.create(null);
        for (const [key, given] of Object.entries(input)) {
          const result = (0, valibot__WEBPACK_IMPORTED_MODULE_0__.xLC)(value, given);
          if (result.success) map[key] = result.output;
          const here = {
            type: "object",
            origin: "value",
            input: input,
            key: key,
            value: given
          };
          for (const {message: message, expected: expected, received: received, path: path = []} of result.issues ?? []) addIssue({
            message: message,
            received: received,
            ...expected && {
              expected: expected
            },
            path: [ here, ...path ]
          });
        }
        return map;
      }));
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
  "packages/kit/src/stdout.ts": ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Q9: () => captureOutput,
      a0: () => divertOutput,
      yy: () => print
    });
    var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
    var _machine_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("packages/kit/src/machine-errors.ts");
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
        return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(stdout, bytes);
      } catch (error) {
        if ((0, _machine_errors_js__WEBPACK_IMPORTED_MODULE_1__.CA)(error) !== "EAGAIN") return bytes.length;
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
    async function captureOutput(use) {
      const said = [];
      captured = said;
      try {
        return {
          result: await use(),
          said: said
        };
      } finally {
        captured = void 0;
      }
    }
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
  child_process: module => {
    module.exports = process.getBuiltinModule("child_process");
  },
  crypto: module => {
    module.exports = process.getBuiltinModule("crypto");
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
  "node:buffer": (module => {
    module.exports = process.getBuiltinModule("node:buffer");
  }),
  "node:crypto": (module => {
    module.exports = process.getBuiltinModule("node:crypto");
  }),
  "node:fs": (module => {
    module.exports = process.getBuiltinModule("node:fs");
  }),
  "node:http": (module => {
    module.exports = process.getBuiltinModule("node:http");
  }),
  "node:https": (module => {
    module.exports = process.getBuiltinModule("node:https");
  }),
  "node:os": (module => {
    module.exports = process.getBuiltinModule("node:os");
  }),
  "node:path": (module => {
    module.exports = process.getBuiltinModule("node:path");
  }),
  "node:process": (module => {
    module.exports = process.getBuiltinModule("node:process");
  }),
  "node:stream": (module => {
    module.exports = process.getBuiltinModule("node:stream");
  }),
  "node:url": (module => {
    module.exports = process.getBuiltinModule("node:url");
  }),
  "node:util": (module => {
    module.exports = process.getBuiltinModule("node:util");
  }),
  "node:zlib": (module => {
    module.exports = process.getBuiltinModule("node:zlib");
  }),
  os: module => {
    module.exports = process.getBuiltinModule("os");
  },
  path: module => {
    module.exports = process.getBuiltinModule("path");
  },
  process: module => {
    module.exports = process.getBuiltinModule("process");
  },
  stream: module => {
    module.exports = process.getBuiltinModule("stream");
  },
  string_decoder: module => {
    module.exports = process.getBuiltinModule("string_decoder");
  },
  timers: module => {
    module.exports = process.getBuiltinModule("timers");
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
  tty: module => {
    module.exports = process.getBuiltinModule("tty");
  },
  url: module => {
    module.exports = process.getBuiltinModule("url");
  },
  util: module => {
    module.exports = process.getBuiltinModule("util");
  },
  "@actions/core/lib/core.js": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      Yz: () => debug,
      z3: () => error,
      pq: () => info,
      _o: () => isDebug,
      lm: () => notice,
      Pq: () => setSecret,
      $e: () => warning
    });
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
    __nccwpck_require__("path");
    void 0 && (void 0).__awaiter;
    var ExitCode;
    (function(ExitCode) {
      ExitCode[ExitCode["Success"] = 0] = "Success";
      ExitCode[ExitCode["Failure"] = 1] = "Failure";
    })(ExitCode || (ExitCode = {}));
    function setSecret(secret) {
      command_issueCommand("add-mask", {}, secret);
    }
    function isDebug() {
      return process.env["RUNNER_DEBUG"] === "1";
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
  }),
  "valibot/dist/index.mjs": ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
    __nccwpck_require__.d(__webpack_exports__, {
      BuJ: () => getDotPath,
      FsL: () => pipe,
      IeY: () => custom,
      Ikc: () => object,
      L5J: () => unknown,
      NTK: () => rawTransform,
      NpB: () => fallback,
      Wwf: () => minValue,
      YOg: () => array,
      YjP: () => string,
      aig: () => number,
      cl6: () => nullish,
      euz: () => literal,
      is: () => is,
      lqM: () => optional,
      mee: () => nullable,
      ndf: () => integer,
      qTj: () => partialCheck,
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
    function _isSameValueZero(value1, value2) {
      return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
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
    function integer(message$1) {
      return {
        kind: "validation",
        type: "integer",
        reference: integer,
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
    function _isPartiallyTyped(dataset, paths) {
      if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
        let typed = false;
        const bound = Math.min(path.length, issue.path?.length ?? 0);
        for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
          typed = true;
          break;
        }
        if (!typed) return false;
      }
      return true;
    }
    function partialCheck(paths, requirement, message$1) {
      return {
        kind: "validation",
        type: "partial_check",
        reference: partialCheck,
        async: false,
        expects: null,
        paths: paths,
        requirement: requirement,
        message: message$1,
        "~run"(dataset, config$1) {
          if ((dataset.typed || _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
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
    __webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
  for (const pid of src_listDescendants(process.pid)) try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

function src_listDescendants(pid) {
  return childrenOf(pid).flatMap(child => [ ...src_listDescendants(child), child ]);
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

var src_quote = __nccwpck_require__("packages/kit/src/quote.ts");

class ValidationError extends Error {
  name="ValidationError";
  expected;
  part;
  constructor(expected, part) {
    super(isSentence(expected) ? expected : `must be ${expected}`);
    this.expected = expected;
    this.part = part;
  }
  describe(subject, value) {
    const expected = (0, src_quote.K)(this.expected, 400);
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
    if (!/^[\x20-\x7E]*$/.test(given)) throw new ValidationError("a single line of ASCII characters");
    return given;
  }
};

const flag = {
  parse(given) {
    if (/^(true|True|TRUE)$/.test(given)) return true;
    if (/^(false|False|FALSE)$/.test(given)) return false;
    throw new ValidationError("true or false");
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
    if (!/^(\d+(\.\d+)?|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(given)) throw new ValidationError("a duration such as 500ms, 30s, 5m or 1h");
    const parts = [ ...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)?/g) ];
    const total = parts.reduce((sum, [, count, unit]) => sum + Number(count) * milliseconds[unit ?? "s"], 0);
    if (total > longestDuration) throw new ValidationError("a duration of at most 24 days");
    return Math.round(total);
  }
};

const positiveDuration = {
  async parse(given) {
    const ms = await duration.parse(given);
    if (ms === 0) throw new ValidationError("a duration longer than 0");
    return ms;
  }
};

function oneOf(...words) {
  return {
    parse(given) {
      const word = words.find(one => one === given);
      if (word === void 0) throw new ValidationError(`one of ${words.join(", ")}`);
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
      if (items.length === 0) throw new ValidationError("at least one line that is not a comment");
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
    if (!(error instanceof ValidationError)) throw error;
    const several = await severalIn(text, item);
    const part = error.part ?? text;
    if (!several) throw new ValidationError(error.expected, part);
    const isShown = !item.secret && text.endsWith(part);
    const written = isShown ? ` (${several.map(one => (0, src_quote.h)(one)).join(", then ")})` : "";
    throw new ValidationError(inSeparateLines(error.expected, written), part);
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

function named(item) {
  return {
    ...item.secret && {
      secret: true
    },
    async parse(given) {
      const [, name, rest] = /^([^\s:"'][^:"']*?)\s*:\s+(.*)$/.exec(given) ?? [];
      const value = name === void 0 ? given : rest ?? "";
      try {
        return {
          name: name,
          value: await item.parse(value)
        };
      } catch (error) {
        if (error instanceof ValidationError) throw new ValidationError(error.expected, error.part ?? value);
        throw error;
      }
    }
  };
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
    if (!(error instanceof ValidationError)) throw error;
    const value = input.parser.secret ? "the given value (hidden)" : (0, src_quote.h)(error.part ?? given);
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

var core = __nccwpck_require__("@actions/core/lib/core.js");

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

var stdout = __nccwpck_require__("packages/kit/src/stdout.ts");

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
    if (this.#secrets.add(secret)) this.print(() => (0, core.Pq)(secret));
  }
  redact(text) {
    return this.#secrets.redact(text);
  }
  debug(message) {
    if (this.env("RUNNER_DEBUG") === "1") this.print(() => (0, core.Yz)(this.#safe(message)));
  }
  info(message) {
    this.print(() => (0, core.pq)(this.#safe(message)));
  }
  notice(message, place) {
    this.#annotate(core.lm, message, place);
  }
  warning(message, place) {
    this.#annotate(core.$e, message, place);
  }
  error(message, place) {
    this.#annotate(core.z3, message, place);
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
    const short = Array.from(outputs, ([name, text]) => `${name}: ${(0, src_quote.K)(text, 60)}`);
    return `${reason} They are in the log: ${(0, src_quote.K)(short.join(", "), 600)}.`;
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
    (0, stdout.yy)(call);
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
  (0, stdout.a0)(runner);
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

var write_report = __nccwpck_require__("actions/coverage-gate/src/baseline/write-report.ts");

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

function pullRequestOfEvent({event: event}) {
  const parsed = (0, dist.xLC)(pull_request_eventShape, event);
  return parsed.success ? parsed.output.pull_request : void 0;
}

var baseline_mode = __nccwpck_require__("actions/coverage-gate/src/baseline/baseline-mode.ts");

async function createContext(options) {
  const {inputs: inputs, runner: runner} = options;
  const pullRequest = pullRequestOfEvent(runner);
  if (pullRequest) {
    const {pullRequestContext: pullRequestContext} = await Promise.all([ __nccwpck_require__.e("baseline-cache"), __nccwpck_require__.e("pull-request-context") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "actions/coverage-gate/src/pull-request/context.ts"));
    return pullRequestContext(pullRequest, options);
  }
  const patch = /^pull_request(_target)?$/.test(runner.run.event) ? withoutPullRequest : nothing;
  if ((0, baseline_mode.uf)(inputs.baseline) || (0, baseline_mode.mL)(inputs.baseline, runner)) {
    const {branchContext: branchContext} = await Promise.all([ __nccwpck_require__.e("baseline-cache"), __nccwpck_require__.e("baseline-context") ]).then(__nccwpck_require__.bind(__nccwpck_require__, "actions/coverage-gate/src/baseline/context.ts"));
    return {
      ...branchContext(options),
      patch: patch
    };
  }
  return {
    patch: patch,
    delta: nothing,
    publish: nothing
  };
}

async function withoutPullRequest() {
  const {missingPatch: missingPatch} = await __nccwpck_require__.e("pull-request-patch").then(__nccwpck_require__.bind(__nccwpck_require__, "actions/coverage-gate/src/pull-request/patch.ts"));
  return missingPatch("the event of this run (GITHUB_EVENT_PATH) contains no pull request");
}

async function nothing() {}

function grow(array, least) {
  let size = Math.max(array.length, 64);
  while (size < least) size *= 2;
  const larger = array instanceof Int32Array ? new Int32Array(size) : array instanceof Uint8Array ? new Uint8Array(size) : new Float64Array(size);
  larger.set(array);
  array.buffer.transfer(0);
  return larger;
}

var metrics = __nccwpck_require__("actions/coverage-gate/src/model/metrics.ts");

const encoder = new TextEncoder;

const scratch = new Uint8Array(4096);

class SourceFile {
  path;
  module;
  notExecuted=false;
  number;
  #store;
  constructor(path, module, number, store) {
    this.path = path;
    this.module = module;
    this.number = number;
    this.#store = store;
  }
  line(number, covered) {
    this.#store.lines.mark(this.number, number, covered);
  }
  lines(rows, width, count, number, hits) {
    this.#store.lines.markRows(this.number, rows, width, count, number, hits);
  }
  branches(line, covered, total) {
    this.#store.branches.count(this.number, line, covered, total);
  }
  branchesExcept(line, covered, total, missed) {
    this.#store.branches.countMissed(this.number, line, covered, total, missed);
  }
  conditions(line, counts) {
    counts.forEach((count, condition) => {
      this.#store.branches.countCondition(this.number, line, condition, count);
    });
  }
  branch(line, block, arm, covered, scheme) {
    this.#store.branches.byBlock(scheme).mark(this.number, line, block, arm, covered);
  }
  firstArms(line, arms, scheme) {
    this.#store.branches.byBlock(scheme).markFirst(this.number, line, arms);
  }
  branchAt(line, column, endLine, endColumn, arm, covered, scheme) {
    const table = this.#store.branches.byPlace(scheme);
    table.markAt(this.number, line, column, endLine, endColumn, arm, covered);
  }
  v8Blocks(shard) {
    this.#store.branches.addV8(this.number, shard);
  }
  statement(line, column, endLine, endColumn, covered, weight = 1) {
    const {statements: statements} = this.#store;
    const before = statements.mark(this.number, line, column, endLine, endColumn, weight, covered);
    if (before > 0) throw contradiction(this.path, before, weight);
  }
  linesAreStatements() {
    this.#store.linesAreStatements.add(this.number);
  }
  region(line, column, endLine, endColumn, covered) {
    this.#store.regions.mark(this.number, line, column, endLine, endColumn, 1, covered);
  }
  function(key, covered, scheme) {
    const {written: written} = encoder.encodeInto(key, scratch);
    const whole = written < scratch.length - 3;
    const bytes = whole ? scratch : encoder.encode(key);
    return this.functionIn(bytes, 0, whole ? written : bytes.length, covered, scheme);
  }
  functionIn(bytes, from, to, covered, scheme) {
    return this.#store.functions.mark(scheme, this.number, bytes, from, to, covered);
  }
  coverFunction(number, scheme) {
    this.#store.functions.cover(scheme, this.number, number);
  }
  functionEndsWith(number, at, bytes, from, to, scheme) {
    return this.#store.functions.endsWith(scheme, number, at, bytes, from, to);
  }
  functionKey(number, at, scheme) {
    return this.#store.functions.keyOf(scheme, number, at);
  }
  add(metric, count) {
    this.#store.summaries[metric].mark(this.number, count);
  }
  excludeCovered(lines) {
    this.#store.lines.exclude(this.number, lines);
  }
  declare(metric, count) {
    this.#store[metric].declare(this.number, count === "listed" ? void 0 : count);
  }
  get listedLines() {
    return this.#store.lines.listed.totalOf(this.number);
  }
  listing(scheme) {
    return this.#store.listing(this.number, scheme);
  }
  compareListing(before, added, scheme) {
    this.#store.compare(this.number, scheme, before, added);
  }
  count(metric) {
    return this.#store.count(metric, this.number);
  }
  estimates() {
    return metrics.qd.filter(metric => this.#store.isUncertain(metric, this.number));
  }
  get hasDifferingBranches() {
    return this.#store.hasDifferingBranches(this.number);
  }
  stateOf(line) {
    return this.#store.lines.stateOf(this.number, line);
  }
  ranges(kind) {
    return this.#store.lines.ranges(this.number, kind);
  }
}

function contradiction(path, before, weight) {
  return new errors.lZ(`is contradictory: a block of ${(0, src_quote.h)(path)} has ${before} statements in one place and ${weight} in another, as if from different versions of the code`);
}

function settleJointCounts(all, metric) {
  const settled = [];
  for (const joint of all) {
    if (joint.metric !== metric) continue;
    if (joint.files.values().some(file => file.count(metric).total > 0)) continue;
    let merged = joint;
    for (const other of settled.filter(({files: files}) => !files.isDisjointFrom(joint.files))) {
      settled.splice(settled.indexOf(other), 1);
      merged = {
        metric: metric,
        count: higher(merged.count, other.count),
        files: merged.files.union(other.files)
      };
    }
    settled.push(merged);
  }
  return settled;
}

function higher(a, b) {
  return {
    covered: Math.max(a.covered, b.covered),
    total: Math.max(a.total, b.total)
  };
}

const columnBits = 12;

const placeShift = columnBits;

const beyondColumns = 1 << 20;

class NumberInterner {
  #numbers=new Map;
  #texts=[];
  place(line, column) {
    const fits = line < 1 << 31 - columnBits && column >>> 0 < 1 << columnBits;
    return fits ? line << columnBits | column : this.keep(`${line}:${column}`);
  }
  lineOf(place) {
    return place < 0 ? Number.parseInt(this.textOf(place), 10) : place >> columnBits;
  }
  pair(first, second) {
    return first < 1 << 22 && second < 1 << 9 ? first << 9 | second : this.keep(`${first}+${second}`);
  }
  keep(text) {
    const known = this.#numbers.get(text);
    if (known !== void 0) return known;
    const number = ~this.#texts.length;
    this.#numbers.set(text, number);
    this.#texts.push(text);
    return number;
  }
  textOf(number) {
    return this.#texts[~number] ?? "";
  }
  adopt(number, others) {
    return number < 0 ? this.keep(others.textOf(number)) : number;
  }
}

const hash_table_words = 4;

const chunkEntries = 1 << 15;

const initialEntries = 64;

class PackedTable {
  #shift;
  #chunks=[];
  #count=0;
  #index=new Int32Array(64);
  #indexed=0;
  #last=-1;
  #newest=-1;
  #largestA=0;
  #largestB=0;
  #chunk=new Int32Array(hash_table_words);
  #at=0;
  constructor(shift = 0) {
    this.#shift = shift;
  }
  get size() {
    return this.#count;
  }
  get value() {
    return this.#chunk[this.#at + 3] ?? 0;
  }
  set value(value) {
    this.#chunk[this.#at + 3] = value;
  }
  find(file, a, b) {
    const next = this.#last + 1;
    if (next < this.#count && this.#matchAt(next, file, a, b)) return;
    if (this.#isBeyond(file, a, b)) {
      this.#newest = file;
      this.#largestA = a;
      this.#largestB = b;
      this.#add(file, a, b);
    } else if (!this.#findKnown(file, a, b)) this.#add(file, a, b);
  }
  get(file, a, b) {
    return !this.#isBeyond(file, a, b) && this.#findKnown(file, a, b) ? this.value : 0;
  }
  each(visit) {
    for (let number = 0; number < this.#count; number++) {
      const chunk = this.#chunkOf(number);
      const at = (number & chunkEntries - 1) * hash_table_words;
      visit(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0, chunk[at + 3] ?? 0);
    }
  }
  #isBeyond(file, a, b) {
    if (file !== this.#newest) return file > this.#newest;
    return a > this.#largestA || a === this.#largestA && b > this.#largestB;
  }
  #findKnown(file, a, b) {
    if (this.#matchAt(this.#last, file, a, b)) return true;
    this.#catchUp();
    const index = this.#index;
    const mask = index.length - 1;
    let slot = this.#hash(file, a, b) & mask;
    for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
      if (this.#matchAt(number - 1, file, a, b)) return true;
      slot = slot + 1 & mask;
    }
    return false;
  }
  #chunkOf(number) {
    return this.#chunks[number >> 15] ?? this.#chunk;
  }
  #matchAt(number, file, a, b) {
    const chunk = this.#chunkOf(number);
    const at = (number & chunkEntries - 1) * hash_table_words;
    if (chunk[at + 1] !== a || chunk[at] !== file || chunk[at + 2] !== b) return false;
    this.#chunk = chunk;
    this.#at = at;
    this.#last = number;
    return true;
  }
  #add(file, a, b) {
    const number = this.#count++;
    if (number < chunkEntries) this.#growFirst(number); else if (number >> 15 === this.#chunks.length) this.#chunks.push(new Int32Array(chunkEntries * hash_table_words));
    const chunk = this.#chunkOf(number);
    const at = (number & chunkEntries - 1) * hash_table_words;
    chunk[at] = file;
    chunk[at + 1] = a;
    chunk[at + 2] = b;
    this.#chunk = chunk;
    this.#at = at;
    this.#last = number;
  }
  #growFirst(number) {
    const first = this.#chunks[0] ?? new Int32Array(initialEntries * hash_table_words);
    this.#chunks[0] = number * hash_table_words < first.length ? first : grow(first, first.length * 2);
  }
  #catchUp() {
    if (this.#count * 4 > this.#index.length * 3) this.#grow();
    const index = this.#index;
    const mask = index.length - 1;
    for (let number = this.#indexed; number < this.#count; number++) {
      const chunk = this.#chunkOf(number);
      const at = (number & chunkEntries - 1) * hash_table_words;
      let slot = this.#hash(chunk[at] ?? 0, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0) & mask;
      while (index[slot] !== 0) slot = slot + 1 & mask;
      index[slot] = number + 1;
    }
    this.#indexed = this.#count;
  }
  #grow() {
    let size = this.#index.length;
    while (this.#count * 4 > size * 3) size *= 2;
    this.#index.buffer.transfer(0);
    this.#index = new Int32Array(size);
    this.#indexed = 0;
  }
  #hash(file, a, b) {
    const ofA = a < 0 ? a : a >> this.#shift;
    const ofB = b < 0 ? b : b >> this.#shift;
    let mixed = Math.imul(file, 2654435761) ^ Math.imul(ofA >> 3, 2246822507);
    mixed ^= Math.imul(ofB >> 3, 3266489909);
    const below = (1 << this.#shift) - 1;
    mixed ^= Math.imul(a & below, 668265263) ^ Math.imul(b & below, 374761393);
    mixed = Math.imul(mixed ^ mixed >>> 15, 739982445);
    mixed ^= mixed >>> 13;
    return (mixed << 3) + (ofA + ofB + (mixed >>> 24) & 7);
  }
}

const linesOfPage = 128;

class PagedWords {
  #wordsOfPage;
  #words=new Int32Array(1024);
  #used=0;
  #directory=new PackedTable;
  constructor(wordsOfPage) {
    this.#wordsOfPage = wordsOfPage;
  }
  get size() {
    return this.#directory.size;
  }
  get words() {
    return this.#words;
  }
  pageOf(file, line) {
    this.#directory.find(file, line >> 7, 0);
    const known = this.#directory.value;
    if (known > 0) return known - 1;
    const at = this.#used;
    this.#used += this.#wordsOfPage;
    if (this.#used > this.#words.length) this.#words = grow(this.#words, this.#used);
    this.#directory.value = at + 1;
    return at;
  }
  knownPageOf(file, line) {
    return this.#directory.get(file, line >> 7, 0) - 1;
  }
  each(visit) {
    this.#directory.each((file, page, _, at) => visit(file, page * linesOfPage, at - 1));
  }
}

function firstOfPage(line) {
  return line & -linesOfPage;
}

const wordsOfPage = 8;

class LineBitmap {
  #pages=new PagedWords(wordsOfPage);
  #file=-1;
  #first=Number.NaN;
  #page=0;
  #marked={
    covered: 0,
    total: 0
  };
  #sorted;
  #sortedSize=0;
  mark(file, line, covered) {
    const first = firstOfPage(line);
    if (file !== this.#file || first !== this.#first) this.#selectPage(file, first);
    const {words: words} = this.#pages;
    const at = this.#page + (line >> 5 & 3);
    const bit = 1 << (line & 31);
    const known = words[at] ?? 0;
    const added = (known & bit) === 0 ? 1 : 0;
    if (added) words[at] = known | bit;
    if (!covered) return added;
    const hit = words[at + 4] ?? 0;
    if (hit & bit) return added;
    words[at + 4] = hit | bit;
    return added | 2;
  }
  markRows(file, rows, width, count, number, hits) {
    let covered = 0;
    let total = 0;
    for (let at = 0; at < count * width; at += width) {
      const line = rows[at + number] ?? 0;
      const first = firstOfPage(line);
      if (file !== this.#file || first !== this.#first) this.#selectPage(file, first);
      const {words: words} = this.#pages;
      const word = this.#page + (line >> 5 & 3);
      const hit = rows[at + hits] ?? 0;
      const isHit = (hit | -hit) >>> 31;
      const known = words[word] ?? 0;
      const knownHits = words[word + 4] ?? 0;
      total += ~(known >>> line) & 1;
      covered += ~(knownHits >>> line) & isHit;
      words[word] = known | 1 << line;
      words[word + 4] = knownHits | isHit << line;
    }
    this.#marked.covered = covered;
    this.#marked.total = total;
    return this.#marked;
  }
  merge(file, line, others, other) {
    const count = {
      covered: 0,
      total: 0
    };
    const page = this.#pages.pageOf(file, line);
    for (let i = 0; i < wordsOfPage; i++) {
      const mine = this.#pages.words[page + i] ?? 0;
      const both = mine | (others.#pages.words[other + i] ?? 0);
      this.#pages.words[page + i] = both;
      const added = bits(both ^ mine);
      if (i < 4) count.total += added; else count.covered += added;
    }
    return count;
  }
  each(visit) {
    this.#pages.each(visit);
  }
  stateOf(file, line) {
    const first = firstOfPage(line);
    const pages = this.#pagesOf(file);
    for (let i = 0; i < pages.length; i += 2) {
      if (pages[i] !== first) continue;
      const at = (pages[i + 1] ?? 0) + (line >> 5 & 3);
      const bit = 1 << (line & 31);
      if (((this.#pages.words[at] ?? 0) & bit) === 0) return;
      return ((this.#pages.words[at + 4] ?? 0) & bit) !== 0;
    }
    return;
  }
  ranges(file, kind) {
    const ranges = [];
    const pages = this.#pagesOf(file);
    for (let i = 0; i < pages.length; i += 2) {
      const first = pages[i] ?? 0;
      for (let word = 0; word < 4; word++) {
        const set = this.#wordOf((pages[i + 1] ?? 0) + word, kind);
        for (let bit = 0; set >>> bit !== 0 && bit < 32; bit++) if ((set >>> bit & 1) === 1) extend(ranges, first + word * 32 + bit);
      }
    }
    return ranges;
  }
  #selectPage(file, first) {
    this.#page = this.#pages.pageOf(file, first);
    this.#file = file;
    this.#first = first;
  }
  #wordOf(at, kind) {
    const coverable = this.#pages.words[at] ?? 0;
    const covered = this.#pages.words[at + 4] ?? 0;
    if (kind === "coverable") return coverable;
    return kind === "covered" ? covered : coverable & ~covered;
  }
  #pagesOf(file) {
    if (!this.#sorted || this.#sortedSize !== this.#pages.size) {
      this.#sorted = this.#sort();
      this.#sortedSize = this.#pages.size;
    }
    return this.#sorted.get(file) ?? [];
  }
  #sort() {
    const found = new Map;
    this.each((file, line, page) => {
      const pages = found.get(file);
      if (pages) pages.push([ line, page ]); else found.set(file, [ [ line, page ] ]);
    });
    for (const pages of found.values()) pages.sort(([a], [b]) => a - b);
    return new Map(Array.from(found, ([file, pages]) => [ file, pages.flat() ]));
  }
}

function extend(ranges, line) {
  const last = ranges.at(-1);
  if (last && last.to + 1 === line) last.to = line; else ranges.push({
    from: line,
    to: line
  });
}

function bits(word) {
  let pairs = word - (word >>> 1 & 1431655765);
  pairs = (pairs & 858993459) + (pairs >>> 2 & 858993459);
  return Math.imul(pairs + (pairs >>> 4) & 252645135, 16843009) >>> 24;
}

class NibbleBitmap {
  #pages=new PagedWords(16);
  #file=-1;
  #first=Number.NaN;
  #page=0;
  mark(file, line, bits) {
    const first = firstOfPage(line);
    if (file !== this.#file || first !== this.#first) {
      this.#page = this.#pages.pageOf(file, line);
      this.#file = file;
      this.#first = first;
    }
    const {words: words} = this.#pages;
    const at = this.#page + (line >> 3 & 15);
    const shift = (line & 7) * 4;
    const word = words[at] ?? 0;
    words[at] = word | bits << shift;
    return word >>> shift & 15;
  }
  at(file, line) {
    const page = this.#pages.knownPageOf(file, line);
    if (page < 0) return 0;
    const word = this.#pages.words[page + (line >> 3 & 15)] ?? 0;
    return word >>> (line & 7) * 4 & 15;
  }
  each(visit) {
    this.#pages.each((file, first, page) => {
      for (let i = 0; i < linesOfPage; i++) {
        const word = this.#pages.words[page + (i >> 3)] ?? 0;
        const bits = word >>> (i & 7) * 4 & 15;
        if (bits > 0) visit(file, first + i, bits);
      }
    });
  }
}

class Counters {
  #values=new Float64Array(0);
  sum={
    covered: 0,
    total: 0
  };
  get isEmpty() {
    return this.#values.length === 0;
  }
  add(file, covered, total) {
    const at = file * 2;
    if (at >= this.#values.length) this.#values = grow(this.#values, at + 2);
    this.#values[at] = this.coveredOf(file) + covered;
    this.#values[at + 1] = this.totalOf(file) + total;
    this.sum.covered += covered;
    this.sum.total += total;
  }
  coveredOf(file) {
    const at = file * 2;
    return at < this.#values.length ? this.#values[at] ?? 0 : 0;
  }
  totalOf(file) {
    const at = file * 2;
    return at < this.#values.length ? this.#values[at + 1] ?? 0 : 0;
  }
  of(file) {
    return {
      covered: this.coveredOf(file),
      total: this.totalOf(file)
    };
  }
}

const presentMask = 3;

const takenShift = 2;

const potentialDoubt = 1;

const actualDoubt = 2;

const halfLimit = 1 << 15;

const halfBits = 16;

class BranchCounts {
  counts=new Counters;
  #first=new NibbleBitmap;
  #full=new PackedTable;
  #missed=new PackedTable;
  #doubts=new PackedTable;
  #numbers;
  constructor(numbers) {
    this.#numbers = numbers;
  }
  mark(file, line, condition, covered, total) {
    this.#mark(file, line, condition, covered, total, false);
  }
  markMissed(file, line, covered, total, missed) {
    if (missed.length === 0) {
      this.mark(file, line, 0, covered, total);
      return;
    }
    const known = this.#missed.get(file, line, 0);
    const others = known === 0 ? missed : this.#namesOf(known);
    const left = missed.filter(name => others.includes(name));
    this.#mark(file, line, 0, Math.max(covered, total - left.length), total, true);
    this.#missed.find(file, line, 0);
    this.#missed.value = this.#numbers.keep(left.join());
  }
  get mayBeUncertain() {
    return this.#doubts.size > 0;
  }
  uncertainFiles() {
    const files = new Set;
    this.#doubts.each((file, line, condition, doubt) => {
      if (doubt === potentialDoubt) return;
      const {covered: covered, total: total} = this.#countOf(file, line, condition, this.#first.at(file, line));
      if (covered < total) files.add(file);
    });
    return files;
  }
  eachLine(visit) {
    this.#first.each((file, line, nibble) => visit(file, line, takenOf(nibble), presentOf(nibble)));
    this.#full.each((file, line, condition, value) => {
      const {covered: covered, total: total} = this.#unpacked(value);
      const nibble = condition === 0 ? this.#first.at(file, line) : 0;
      visit(file, line, covered - takenOf(nibble), total - presentOf(nibble));
    });
  }
  merge(other, files) {
    other.#doubts.each((otherFile, line, condition, doubt) => {
      const file = files[otherFile] ?? -1;
      if (file >= 0) this.#doubt(file, line, condition, doubt);
    });
    const add = (otherFile, line, condition, {covered: covered, total: total}) => {
      const file = files[otherFile] ?? -1;
      if (file < 0) return;
      const missed = condition === 0 ? other.#missed.get(otherFile, line, 0) : 0;
      if (missed === 0) this.mark(file, line, condition, covered, total); else this.markMissed(file, line, covered, total, other.#namesOf(missed));
    };
    other.#first.each((file, line, nibble) => add(file, line, 0, other.#countOf(file, line, 0, nibble)));
    other.#full.each((file, line, condition, value) => {
      if (condition > 0) add(file, line, condition, other.#unpacked(value));
    });
  }
  #mark(file, line, condition, covered, total, isNamed) {
    const nibble = condition === 0 ? this.#first.mark(file, line, firstOf(covered, total)) : 0;
    if (nibble === 0 && total <= 2 && condition === 0) {
      this.counts.add(file, covered, total);
      return;
    }
    const known = this.#countOf(file, line, condition, nibble);
    this.#recordDoubt(file, line, condition, isPartial(known), isPartial({
      covered: covered,
      total: total
    }), isNamed);
    const most = Math.max(covered, known.covered);
    const all = Math.max(total, known.total);
    if (all > 2 || condition > 0) {
      this.#full.find(file, line, condition);
      this.#full.value = this.#packed(most, all);
    }
    this.counts.add(file, most - known.covered, all - known.total);
  }
  #recordDoubt(file, line, condition, wasPartial, isPartial, isNamed) {
    const hadNames = this.#missed.get(file, line, condition) !== 0;
    if (wasPartial && isPartial) {
      const isExact = isNamed && hadNames && this.#doubts.get(file, line, condition) === 0;
      if (!isExact) this.#doubt(file, line, condition, actualDoubt);
    } else if (isPartial ? hadNames && !isNamed : wasPartial && !hadNames && isNamed) this.#doubt(file, line, condition, potentialDoubt);
  }
  #doubt(file, line, condition, doubt) {
    this.#doubts.find(file, line, condition);
    this.#doubts.value = Math.max(this.#doubts.value, doubt);
  }
  #countOf(file, line, condition, nibble) {
    const full = this.#full.get(file, line, condition);
    if (full !== 0) return this.#unpacked(full);
    return {
      covered: takenOf(nibble),
      total: presentOf(nibble)
    };
  }
  #packed(covered, total) {
    return total < halfLimit ? covered << halfBits | total : this.#numbers.keep(`${covered}/${total}`);
  }
  #unpacked(value) {
    if (value > 0) return {
      covered: value >>> halfBits,
      total: value & halfLimit - 1
    };
    const [covered, total] = this.#numbers.textOf(value).split("/");
    return {
      covered: Number(covered),
      total: Number(total)
    };
  }
  #namesOf(missed) {
    const text = this.#numbers.textOf(missed);
    return text === "" ? [] : text.split(",");
  }
}

function isPartial({covered: covered, total: total}) {
  return covered > 0 && covered < total;
}

function firstOf(covered, total) {
  return atMostTwo(total) | atMostTwo(covered) << takenShift;
}

function atMostTwo(count) {
  return count > 1 ? 3 : count;
}

function presentOf(nibble) {
  return bits(nibble & presentMask);
}

function takenOf(nibble) {
  return bits(nibble >>> takenShift);
}

const firstPresent = 3;

const firstTaken = 12;

const firstTakenShift = 2;

const branch_table_takenShift = 16;

const armsOfWord = 16;

const wordShift = 4;

function firstArm(arm, taken) {
  const present = 1 << arm;
  return taken ? present | present << firstTakenShift : present;
}

class BranchTable {
  counts=new Counters;
  #first=new NibbleBitmap;
  #words;
  #isByPlace;
  #numbers;
  constructor(isByPlace, numbers) {
    this.#words = new PackedTable(isByPlace ? placeShift : 0);
    this.#isByPlace = isByPlace;
    this.#numbers = numbers;
  }
  mark(file, line, block, arm, taken) {
    if (block === 0 && arm < 2) this.markFirst(file, line, firstArm(arm, taken)); else this.#markWord(file, line, this.#numbers.pair(block, arm >> wordShift), armOf(arm, taken));
  }
  markFirst(file, line, arms) {
    const added = arms & ~this.#first.mark(file, line, arms);
    if (added !== 0) this.counts.add(file, bits(added & firstTaken), bits(added & firstPresent));
  }
  markAt(file, line, column, endLine, endColumn, arm, taken) {
    const numbers = this.#numbers;
    const start = numbers.place(line, column);
    const end = arm < armsOfWord ? numbers.place(endLine, endColumn) : numbers.keep(`${endLine}:${endColumn}+${arm >> wordShift}`);
    this.#markWord(file, start, end, armOf(arm, taken));
  }
  eachLine(visit) {
    this.#first.each((file, line, arms) => {
      visit(file, line, bits(arms & firstTaken), bits(arms & firstPresent));
    });
    this.#words.each((file, a, _, word) => {
      const line = this.#isByPlace ? this.#numbers.lineOf(a) : a;
      visit(file, line, branch_table_takenOf(word), branch_table_presentOf(word));
    });
  }
  merge(other, files) {
    other.#first.each((otherFile, line, arms) => {
      const file = files[otherFile] ?? -1;
      if (file >= 0) this.markFirst(file, line, arms);
    });
    const numbers = this.#numbers;
    other.#words.each((otherFile, a, b, word) => {
      const file = files[otherFile] ?? -1;
      if (file < 0) return;
      const first = this.#isByPlace ? numbers.adopt(a, other.#numbers) : a;
      this.#markWord(file, first, numbers.adopt(b, other.#numbers), word);
    });
  }
  #markWord(file, a, b, arms) {
    const words = this.#words;
    words.find(file, a, b);
    const known = words.value;
    const added = arms & ~known;
    if (added === 0) return;
    words.value = known | arms;
    this.counts.add(file, branch_table_takenOf(added), branch_table_presentOf(added));
  }
}

function armOf(arm, taken) {
  const present = 1 << arm % armsOfWord;
  return taken ? present | present << branch_table_takenShift : present;
}

function branch_table_takenOf(word) {
  return bits(word >>> branch_table_takenShift);
}

function branch_table_presentOf(word) {
  return bits(word & (1 << branch_table_takenShift) - 1);
}

class CountOffsets {
  #offsets=new Counters;
  get isEmpty() {
    return this.#offsets.isEmpty;
  }
  set(file, listed, declared = listed) {
    const known = this.#offsets.of(file);
    const covered = declared.covered - listed.covered - known.covered;
    const total = declared.total - listed.total - known.total;
    if (covered !== 0 || total !== 0) this.#offsets.add(file, covered, total);
  }
  applied(file, {covered: covered, total: total}) {
    if (this.isEmpty) return {
      covered: covered,
      total: total
    };
    return {
      covered: covered + this.#offsets.coveredOf(file),
      total: total + this.#offsets.totalOf(file)
    };
  }
  merge(other, files, mine, theirs) {
    if (this.isEmpty && other.isEmpty) return;
    files.forEach((file, number) => {
      if (file < 0 || theirs(number).total === 0) return;
      if (mine(file).total > 0) this.set(file, mine(file)); else this.#adopt(file, other.#offsets.of(number));
    });
  }
  #adopt(file, {covered: covered, total: total}) {
    if (covered !== 0 || total !== 0) this.#offsets.add(file, covered, total);
  }
}

const blockSize = 5;

class V8Blocks {
  #shards=new Map;
  #merged=new Map;
  get counts() {
    return this;
  }
  get isEmpty() {
    return this.#shards.size === 0;
  }
  get sum() {
    const sum = (0, metrics.N4)();
    for (const file of this.#shards.keys()) (0, metrics.WQ)(sum, this.of(file));
    return sum;
  }
  of(file) {
    return this.#mergedOf(file).count;
  }
  add(file, shard) {
    const shards = this.#shards.get(file) ?? [];
    if (shards.some(known => isSame(known, shard))) return;
    this.#shards.set(file, [ ...shards, shard ]);
    this.#merged.delete(file);
  }
  eachLine(visit) {
    for (const file of this.#shards.keys()) for (const [line, {covered: covered, total: total}] of this.#mergedOf(file).byLine) visit(file, line, covered, total);
  }
  merge(other, files) {
    for (const [otherFile, shards] of other.#shards) {
      const file = files[otherFile] ?? -1;
      if (file >= 0) for (const shard of shards) this.add(file, shard);
    }
  }
  #mergedOf(file) {
    const known = this.#merged.get(file);
    if (known) return known;
    const merged = mergeShards(this.#shards.get(file) ?? []);
    this.#merged.set(file, merged);
    return merged;
  }
}

function isSame(a, b) {
  return isEqual(a.branches, b.branches) && isEqual(a.functions, b.functions) && isEqual(a.missedLines, b.missedLines);
}

function isEqual(a, b) {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}

function mergeShards(shards) {
  const read = shards.map(({branches: branches, functions: functions, missedLines: missedLines}) => ({
    listed: byPlace(blocksOf(branches)),
    all: nested([ ...blocksOf(branches), ...blocksOf(functions) ]),
    missed: new Set(missedLines)
  }));
  const merged = new Map(read.flatMap(({listed: listed}) => [ ...listed ]));
  const byLine = new Map;
  const count = (0, metrics.N4)();
  for (const [place, block] of merged) {
    const ran = read.some(({listed: listed, all: all, missed: missed}) => listed.get(place)?.ran ?? ranUnlisted(block, all, missed));
    const ofLine = byLine.get(block.line) ?? (0, metrics.N4)();
    byLine.set(block.line, ofLine);
    for (const sum of [ count, ofLine ]) (0, metrics.WQ)(sum, {
      covered: ran ? 1 : 0,
      total: 1
    });
  }
  return {
    count: count,
    byLine: byLine
  };
}

function ranUnlisted(block, all, missed) {
  let nearest = all[firstAfter(block, all) - 1];
  while (nearest && !isInside(block, nearest)) nearest = nearest.enclosing;
  if (!nearest?.ran) return false;
  return nearest.line === block.line || !missed.has(block.line);
}

function firstAfter(block, all) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = low + high >> 1;
    const other = all[middle];
    if (other && (other.line - block.line || other.column - block.column) > 0) high = middle; else low = middle + 1;
  }
  return low;
}

function blocksOf(numbers) {
  const blocks = [];
  for (let at = 0; at < numbers.length; at += blockSize) {
    const [line = 0, column = 0, endLine = 0, endColumn = 0, ran] = numbers.subarray(at);
    blocks.push({
      line: line,
      column: column,
      endLine: endLine,
      endColumn: endColumn,
      ran: ran === 1,
      enclosing: void 0
    });
  }
  return blocks;
}

function nested(blocks) {
  const all = [];
  let enclosing;
  for (const block of blocks.toSorted(byStart)) {
    while (enclosing && !isInside(block, enclosing)) enclosing = enclosing.enclosing;
    enclosing = {
      ...block,
      enclosing: enclosing
    };
    all.push(enclosing);
  }
  return all;
}

function byPlace(blocks) {
  const times = new Map;
  return new Map(blocks.map(block => {
    const place = `${block.line}:${block.column}-${block.endLine}:${block.endColumn}`;
    const nth = times.get(place) ?? 0;
    times.set(place, nth + 1);
    return [ `${place} ${nth}`, block ];
  }));
}

function byStart(a, b) {
  return a.line - b.line || a.column - b.column || b.endLine - a.endLine || b.endColumn - a.endColumn;
}

function isInside(inner, outer) {
  const begins = inner.line - outer.line || inner.column - outer.column;
  const ends = outer.endLine - inner.endLine || outer.endColumn - inner.endColumn;
  return begins >= 0 && ends >= 0;
}

class BranchStore {
  #byLine;
  #byCondition;
  #v8=new V8Blocks;
  #byBlock;
  #byPlace;
  #offsets=new CountOffsets;
  #usedKinds;
  #mixed;
  #uncertain;
  constructor(numbers) {
    this.#byLine = new BranchCounts(numbers);
    this.#byCondition = new BranchCounts(numbers);
    this.#byBlock = new BranchTables(() => new BranchTable(false, numbers));
    this.#byPlace = new BranchTables(() => new BranchTable(true, numbers));
  }
  get isEmpty() {
    return this.#kinds().length === 0;
  }
  sum(files) {
    const kinds = this.#kinds();
    const [only] = kinds;
    if (only && kinds.length === 1 && this.#offsets.isEmpty) return {
      ...only.counts.sum
    };
    const sum = (0, metrics.N4)();
    for (let file = 0; file < files; file++) (0, metrics.WQ)(sum, this.of(file));
    return sum;
  }
  of(file) {
    return this.#offsets.applied(file, this.#listedOf(file));
  }
  get mayBeUncertain() {
    const counts = [ this.#byLine, this.#byCondition ];
    return counts.some(({mayBeUncertain: mayBeUncertain}) => mayBeUncertain) || this.#kinds().length > 1;
  }
  isUncertain(file) {
    this.#uncertain ??= this.#byLine.uncertainFiles().union(this.#byCondition.uncertainFiles());
    return this.#uncertain.has(file) || this.#mix().get(file)?.differs === true;
  }
  count(file, line, covered, total) {
    this.#change();
    this.#byLine.mark(file, line, 0, covered, total);
  }
  countMissed(file, line, covered, total, missed) {
    this.#change();
    this.#byLine.markMissed(file, line, covered, total, missed);
  }
  countCondition(file, line, condition, {covered: covered, total: total}) {
    this.#change();
    this.#byCondition.mark(file, line, condition, covered, total);
  }
  byBlock(scheme) {
    this.#change();
    return this.#byBlock.of(scheme);
  }
  byPlace(scheme) {
    this.#change();
    return this.#byPlace.of(scheme);
  }
  addV8(file, shard) {
    this.#change();
    this.#v8.add(file, shard);
  }
  get blockSchemes() {
    return this.#byBlock.schemes;
  }
  listedByBlock(file, scheme) {
    return this.#byBlock.find(scheme)?.counts.totalOf(file) ?? 0;
  }
  declare(file, count) {
    this.#offsets.set(file, this.#listedOf(file), count);
  }
  merge(other, files) {
    this.#offsets.merge(other.#offsets, files, file => this.#listedOf(file), file => other.#listedOf(file));
    this.#change();
    this.#byLine.merge(other.#byLine, files);
    this.#byCondition.merge(other.#byCondition, files);
    this.#v8.merge(other.#v8, files);
    this.#byBlock.merge(other.#byBlock, files);
    this.#byPlace.merge(other.#byPlace, files);
  }
  #listedOf(file) {
    let single;
    for (const kind of this.#kinds()) {
      if (kind.counts.of(file).total === 0) continue;
      if (single) return this.#mix().get(file)?.count ?? (0, metrics.N4)();
      single = kind;
    }
    return single ? single.counts.of(file) : (0, metrics.N4)();
  }
  #change() {
    this.#usedKinds = void 0;
    this.#mixed = void 0;
    this.#uncertain = void 0;
  }
  #kinds() {
    this.#usedKinds ??= [ this.#byLine, this.#byCondition, this.#v8, ...this.#byBlock, ...this.#byPlace ].filter(({counts: counts}) => !counts.isEmpty);
    return this.#usedKinds;
  }
  #mix() {
    this.#mixed ??= mixed(this.#kinds());
    return this.#mixed;
  }
}

class BranchTables {
  #tables=new Map;
  #create;
  #scheme;
  #table;
  constructor(create) {
    this.#create = create;
    this.#table = create();
  }
  [Symbol.iterator]() {
    return this.#tables.values();
  }
  get schemes() {
    return [ ...this.#tables.keys() ];
  }
  find(scheme) {
    return this.#tables.get(scheme);
  }
  of(scheme) {
    if (scheme === this.#scheme) return this.#table;
    const table = this.#tables.get(scheme) ?? this.#create();
    this.#tables.set(scheme, table);
    this.#scheme = scheme;
    this.#table = table;
    return table;
  }
  merge(others, files) {
    for (const [scheme, table] of others.#tables) this.of(scheme).merge(table, files);
  }
}

function mixed(kinds) {
  if (kinds.length < 2) return new Map;
  const byFile = new Map;
  const linesOf = file => {
    if (byFile.has(file)) return byFile.get(file);
    const used = kinds.filter(({counts: counts}) => counts.of(file).total > 0).length;
    const lines = used > 1 ? new Map : void 0;
    byFile.set(file, lines);
    return lines;
  };
  kinds.forEach((kind, i) => {
    kind.eachLine((file, line, covered, total) => {
      const lines = linesOf(file);
      if (!lines) return;
      const counts = lines.get(line) ?? kinds.map(() => (0, metrics.N4)());
      lines.set(line, counts);
      const count = counts[i];
      if (count) (0, metrics.WQ)(count, {
        covered: covered,
        total: total
      });
    });
  });
  return new Map(Array.from(byFile).flatMap(([file, lines]) => lines ? [ [ file, mixedLines(lines) ] ] : []));
}

function mixedLines(lines) {
  const count = (0, metrics.N4)();
  let differs = false;
  for (const counts of lines.values()) {
    const nonEmpty = counts.filter(({total: total}) => total > 0);
    const covered = Math.max(...nonEmpty.map(count => count.covered));
    const total = Math.max(...nonEmpty.map(count => count.total));
    differs ||= nonEmpty.some(count => count.covered !== covered || count.total !== total);
    (0, metrics.WQ)(count, {
      covered: covered,
      total: total
    });
  }
  return {
    count: count,
    differs: differs
  };
}

const string_table_words = 3;

class FunctionTable {
  isNew=false;
  #bytes=new Uint8Array(4096);
  #used=0;
  #entries=new Int32Array(string_table_words * 64);
  #count=0;
  #last=-1;
  #newest=-1;
  #first=0;
  #recent=0;
  #index=new Int32Array(128);
  #whole=new Int32Array(128);
  #indexed=0;
  find(file, bytes, from, to) {
    const count = this.#count;
    const number = this.#find(file, bytes, from, to);
    this.isNew = this.#count > count;
    return number;
  }
  cover(number) {
    const at = number * string_table_words + 2;
    const length = this.#entries[at] ?? 0;
    this.#entries[at] = length | 1;
    return (length & 1) === 0;
  }
  endsWith(number, at, bytes, from, to) {
    const entry = number * string_table_words;
    const length = (this.#entries[entry + 2] ?? 0) >>> 1;
    if (length - at !== to - from) return false;
    const mine = this.#bytes;
    let last = (this.#entries[entry + 1] ?? 0) + length;
    for (let i = to - 1; i >= from; i--) if (mine[--last] !== bytes[i]) return false;
    return true;
  }
  keyOf(number, at) {
    const entry = number * string_table_words;
    const from = this.#entries[entry + 1] ?? 0;
    const length = (this.#entries[entry + 2] ?? 0) >>> 1;
    return Buffer.from(this.#bytes.subarray(from + at, from + length)).toString("latin1");
  }
  each(visit) {
    for (let at = 0; at < this.#count * string_table_words; at += string_table_words) {
      const from = this.#entries[at + 1] ?? 0;
      const length = this.#entries[at + 2] ?? 0;
      visit(this.#entries[at] ?? 0, this.#bytes, from, from + (length >>> 1), (length & 1) === 1);
    }
  }
  #find(file, bytes, from, to) {
    const next = this.#last + 1;
    if (next < this.#count && this.#is(next, file, bytes, from, to)) return next;
    const hash = hashOf(file, bytes, from, to);
    if (file < this.#newest) return this.#findOlder(file, hash, bytes, from, to);
    if (file > this.#newest) {
      this.#newest = file;
      this.#first = this.#count;
      this.#recent = 0;
    }
    const index = this.#index;
    const mask = index.length - 1;
    let slot = hash & mask;
    for (let number = index[slot] ?? 0; number > this.#first; number = index[slot] ?? 0) {
      if (this.#is(number - 1, file, bytes, from, to)) return number - 1;
      slot = slot + 1 & mask;
    }
    const added = this.#add(file, bytes, from, to);
    index[slot] = added + 1;
    if (++this.#recent * 2 > index.length) this.#growIndex();
    return added;
  }
  #findOlder(file, hash, bytes, from, to) {
    this.#catchUp();
    const index = this.#whole;
    const mask = index.length - 1;
    let slot = hash & mask;
    for (let number = index[slot] ?? 0; number > 0; number = index[slot] ?? 0) {
      if (this.#is(number - 1, file, bytes, from, to)) return number - 1;
      slot = slot + 1 & mask;
    }
    return this.#add(file, bytes, from, to);
  }
  #is(number, file, bytes, from, to) {
    const at = number * string_table_words;
    const entries = this.#entries;
    if (entries[at] !== file || (entries[at + 2] ?? 0) >>> 1 !== to - from) return false;
    const mine = this.#bytes;
    let last = (entries[at + 1] ?? 0) + to - from;
    for (let i = to - 1; i >= from; i--) if (mine[--last] !== bytes[i]) return false;
    this.#last = number;
    return true;
  }
  #add(file, bytes, from, to) {
    const length = to - from;
    const used = this.#used + length;
    if (used > this.#bytes.length) this.#bytes = grow(this.#bytes, used);
    const entries = (this.#count + 1) * string_table_words;
    if (entries > this.#entries.length) this.#entries = grow(this.#entries, entries);
    const mine = this.#bytes;
    for (let i = 0; i < length; i++) mine[this.#used + i] = bytes[from + i] ?? 0;
    const number = this.#count++;
    const at = number * string_table_words;
    this.#entries[at] = file;
    this.#entries[at + 1] = this.#used;
    this.#entries[at + 2] = length << 1;
    this.#used += length;
    this.#last = number;
    return number;
  }
  #growIndex() {
    this.#index = new Int32Array(this.#index.length * 2);
    for (let number = this.#first; number < this.#count; number++) if (this.#entries[number * string_table_words] === this.#newest) this.#insert(number, this.#index);
  }
  #catchUp() {
    let size = this.#whole.length;
    while (this.#count * 4 > size * 3) size *= 2;
    if (size > this.#whole.length) {
      this.#whole.buffer.transfer(0);
      this.#whole = new Int32Array(size);
      this.#indexed = 0;
    }
    while (this.#indexed < this.#count) this.#insert(this.#indexed++, this.#whole);
  }
  #insert(number, index) {
    const mask = index.length - 1;
    const entry = number * string_table_words;
    const from = this.#entries[entry + 1] ?? 0;
    const to = from + ((this.#entries[entry + 2] ?? 0) >>> 1);
    let slot = hashOf(this.#entries[entry] ?? 0, this.#bytes, from, to) & mask;
    while (index[slot] !== 0) slot = slot + 1 & mask;
    index[slot] = number + 1;
  }
}

function hashOf(file, bytes, from, to) {
  let hash = Math.imul(file, 2654435761);
  for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + (bytes[at] ?? 0);
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  return hash ^ hash >>> 13;
}

class FunctionStore {
  #schemes=new Map;
  #scheme;
  #last=create();
  get isEmpty() {
    return this.#schemes.size === 0;
  }
  sum(files) {
    const [only, ...others] = this.#schemes.values();
    if (!only) return (0, metrics.N4)();
    if (others.length === 0) return {
      ...only.counts.sum
    };
    const sum = (0, metrics.N4)();
    for (let file = 0; file < files; file++) {
      const {covered: covered, total: total} = this.of(file);
      sum.covered += covered;
      sum.total += total;
    }
    return sum;
  }
  of(file) {
    const most = (0, metrics.N4)();
    for (const {counts: counts} of this.#schemes.values()) {
      most.covered = Math.max(most.covered, counts.coveredOf(file));
      most.total = Math.max(most.total, counts.totalOf(file));
    }
    return most;
  }
  get mayBeUncertain() {
    return this.#schemes.size > 1;
  }
  isUncertain(file) {
    const {covered: covered, total: total} = this.of(file);
    return this.#schemes.values().some(({counts: counts}) => {
      const count = counts.of(file);
      return count.total > 0 && (count.covered !== covered || count.total !== total);
    });
  }
  cover(scheme, file, number) {
    const {table: table, counts: counts} = this.#of(scheme);
    if (table.cover(number)) counts.add(file, 1, 0);
  }
  endsWith(scheme, number, at, bytes, from, to) {
    return this.#of(scheme).table.endsWith(number, at, bytes, from, to);
  }
  keyOf(scheme, number, at) {
    return this.#of(scheme).table.keyOf(number, at);
  }
  merge(other, files) {
    for (const [scheme, {table: table}] of other.#schemes) table.each((otherFile, bytes, from, to, covered) => {
      const file = files[otherFile] ?? -1;
      if (file >= 0) this.mark(scheme, file, bytes, from, to, covered);
    });
  }
  mark(scheme, file, bytes, from, to, covered) {
    const {table: table, counts: counts} = this.#of(scheme);
    const number = table.find(file, bytes, from, to);
    if (table.isNew) counts.add(file, 0, 1);
    if (covered && table.cover(number)) counts.add(file, 1, 0);
    return number;
  }
  #of(scheme) {
    if (scheme === this.#scheme) return this.#last;
    const known = this.#schemes.get(scheme) ?? create();
    this.#schemes.set(scheme, known);
    this.#scheme = scheme;
    this.#last = known;
    return known;
  }
}

function create() {
  return {
    table: new FunctionTable,
    counts: new Counters
  };
}

class LineStore {
  listed=new Counters;
  #lines=new LineBitmap;
  #offsets=new CountOffsets;
  #excluded=new Counters;
  get isEmpty() {
    return this.listed.isEmpty;
  }
  sum(files) {
    if (this.#offsets.isEmpty && this.#excluded.isEmpty) return {
      ...this.listed.sum
    };
    const sum = (0, metrics.N4)();
    for (let file = 0; file < files; file++) (0, metrics.WQ)(sum, this.of(file));
    return sum;
  }
  of(file) {
    const {covered: covered, total: total} = this.#offsets.applied(file, this.listed.of(file));
    const excluded = this.#excluded.totalOf(file);
    return {
      covered: covered - excluded,
      total: total - excluded
    };
  }
  mark(file, line, covered) {
    const added = this.#lines.mark(file, line, covered);
    if (added > 0) this.listed.add(file, added >> 1, added & 1);
  }
  markRows(file, rows, width, count, number, hits) {
    const {covered: covered, total: total} = this.#lines.markRows(file, rows, width, count, number, hits);
    if (covered + total > 0) this.listed.add(file, covered, total);
  }
  declare(file, count) {
    this.#offsets.set(file, this.listed.of(file), count);
  }
  exclude(file, lines) {
    const more = lines - this.#excluded.totalOf(file);
    if (more > 0) this.#excluded.add(file, more, more);
  }
  stateOf(file, line) {
    return this.#lines.stateOf(file, line);
  }
  ranges(file, kind) {
    return this.#lines.ranges(file, kind);
  }
  merge(other, files) {
    this.#offsets.merge(other.#offsets, files, file => this.listed.of(file), file => other.listed.of(file));
    other.#lines.each((otherFile, line, page) => {
      const file = files[otherFile] ?? -1;
      if (file < 0) return;
      const {covered: covered, total: total} = this.#lines.merge(file, line, other.#lines, page);
      this.listed.add(file, covered, total);
    });
    if (other.#excluded.isEmpty) return;
    files.forEach((file, otherFile) => {
      if (file >= 0) this.exclude(file, other.#excluded.totalOf(otherFile));
    });
  }
}

class SpanTable {
  #counts=new Counters;
  #spans=new PackedTable(placeShift);
  #numbers;
  constructor(numbers) {
    this.#numbers = numbers;
  }
  get isEmpty() {
    return this.#counts.isEmpty;
  }
  sum() {
    return {
      ...this.#counts.sum
    };
  }
  of(file) {
    return this.#counts.of(file);
  }
  mark(file, line, column, endLine, endColumn, weight, covered) {
    const numbers = this.#numbers;
    const start = numbers.place(line, column);
    return this.#mark(file, start, numbers.place(endLine, endColumn), weight, covered);
  }
  merge(other, files, contradicts) {
    const numbers = this.#numbers;
    other.#spans.each((otherFile, start, end, value) => {
      const file = files[otherFile] ?? -1;
      if (file < 0) return;
      const from = numbers.adopt(start, other.#numbers);
      const to = numbers.adopt(end, other.#numbers);
      const weight = value >> 1;
      const before = this.#mark(file, from, to, weight, (value & 1) === 1);
      if (before > 0) contradicts(file, before, weight);
    });
  }
  #mark(file, start, end, weight, covered) {
    const spans = this.#spans;
    spans.find(file, start, end);
    const known = spans.value;
    const before = known >> 1;
    if (before > 0 && before !== weight) return before;
    if (before > 0 && ((known & 1) === 1 || !covered)) return 0;
    spans.value = weight * 2 + (covered ? 1 : 0);
    this.#counts.add(file, covered ? weight : 0, weight - before);
    return 0;
  }
}

class SummaryCounts {
  counts=new Counters;
  #uncertain=new Set;
  mark(file, {covered: covered, total: total}) {
    const known = this.counts.of(file);
    const areBothCovered = known.covered > 0 && covered > 0;
    const areSame = isWhole(known) && covered === total && total === known.total;
    if (areBothCovered && !areSame) this.#uncertain.add(file);
    const moreCovered = Math.max(covered - known.covered, 0);
    this.counts.add(file, moreCovered, Math.max(total - known.total, 0));
  }
  get mayBeUncertain() {
    return this.#uncertain.size > 0;
  }
  isUncertain(file) {
    return this.#uncertain.has(file) && !isWhole(this.counts.of(file));
  }
  merge(other, files) {
    if (other.counts.isEmpty) return;
    files.forEach((file, otherFile) => {
      if (file < 0) return;
      const count = other.counts.of(otherFile);
      if (count.total > 0) this.mark(file, count);
      if (other.#uncertain.has(otherFile)) this.#uncertain.add(file);
    });
  }
}

function isWhole({covered: covered, total: total}) {
  return covered === total;
}

const none = {
  lines: 0,
  branches: 0
};

class Store {
  lines=new LineStore;
  branches;
  functions=new FunctionStore;
  statements;
  regions;
  summaries={
    lines: new SummaryCounts,
    branches: new SummaryCounts,
    functions: new SummaryCounts,
    statements: new SummaryCounts,
    instructions: new SummaryCounts,
    regions: new SummaryCounts
  };
  linesAreStatements=new Set;
  #differing=new Set;
  #listed;
  constructor() {
    const numbers = new NumberInterner;
    this.branches = new BranchStore(numbers);
    this.statements = new SpanTable(numbers);
    this.regions = new SpanTable(numbers);
    const {lines: lines, branches: branches, functions: functions, statements: statements, regions: regions} = this;
    this.#listed = {
      lines: lines,
      branches: branches,
      functions: functions,
      statements: statements,
      regions: regions
    };
  }
  sum(metric, files) {
    const listed = this.#listed[metric];
    const hasOthers = metric === "statements" && this.linesAreStatements.size > 0;
    if (!hasOthers && (!listed || listed.isEmpty)) return {
      ...this.summaries[metric].counts.sum
    };
    if (!hasOthers && listed && this.summaries[metric].counts.isEmpty) return listed.sum(files);
    const sum = (0, metrics.N4)();
    for (let file = 0; file < files; file++) (0, metrics.WQ)(sum, this.count(metric, file));
    return sum;
  }
  count(metric, file) {
    const listed = this.#listedOf(metric, file);
    const counted = this.summaries[metric].counts.of(file);
    if (listed) {
      const isBetter = counted.total === listed.total && counted.covered > listed.covered;
      return isBetter ? counted : listed;
    }
    if (metric === "statements" && this.linesAreStatements.has(file)) return this.lines.of(file);
    return counted;
  }
  #listedOf(metric, file) {
    const listed = this.#listed[metric];
    if (!listed || listed.isEmpty) return;
    const count = listed.of(file);
    return count.total > 0 ? count : void 0;
  }
  get mayBeUncertain() {
    const listed = this.branches.mayBeUncertain || this.functions.mayBeUncertain;
    return listed || this.#differing.size > 0 || metrics.qd.some(metric => this.#mayBeUncertain(metric));
  }
  #mayBeUncertain(metric) {
    const {counts: counts, mayBeUncertain: mayBeUncertain} = this.summaries[metric];
    return mayBeUncertain || this.#listed[metric]?.isEmpty === false && !counts.isEmpty;
  }
  isUncertain(metric, file) {
    const listed = this.#listedOf(metric, file);
    const summary = this.summaries[metric];
    if (!listed) return summary.isUncertain(file);
    const counted = summary.counts.of(file);
    const isSame = counted.covered === listed.covered && counted.total === listed.total;
    const isOther = summary.isUncertain(file) || counted.covered > 0 && !isSame;
    const {covered: covered, total: total} = this.count(metric, file);
    if (isOther && covered < total) return true;
    if (metric === "branches") return this.branches.isUncertain(file);
    return metric === "functions" && this.functions.isUncertain(file);
  }
  hasDifferingBranches(file) {
    return this.#differing.has(file);
  }
  listing(file, scheme) {
    const {lines: lines, branches: branches} = this;
    return {
      lines: lines.listed.totalOf(file),
      branches: branches.listedByBlock(file, scheme)
    };
  }
  compare(file, scheme, before, added) {
    if (before.lines === 0 || before.branches === 0 || added.branches === 0) return;
    const after = this.listing(file, scheme);
    const isSame = items => before[items] === added[items] && after[items] === added[items];
    if (isSame("lines") && !isSame("branches")) this.#differing.add(file);
  }
  merge(other, files, contradicts) {
    const before = other.branches.blockSchemes.map(scheme => ({
      scheme: scheme,
      listings: Array.from(files, file => file < 0 ? none : this.listing(file, scheme))
    }));
    this.lines.merge(other.lines, files);
    this.branches.merge(other.branches, files);
    this.functions.merge(other.functions, files);
    this.statements.merge(other.statements, files, contradicts);
    this.regions.merge(other.regions, files, contradicts);
    for (const metric of metrics.qd) this.summaries[metric].merge(other.summaries[metric], files);
    for (const {scheme: scheme, listings: listings} of before) files.forEach((file, otherFile) => {
      this.compare(file, scheme, listings[otherFile] ?? none, other.listing(otherFile, scheme));
    });
    files.forEach((file, otherFile) => {
      if (file < 0) return;
      if (other.#differing.has(otherFile)) this.#differing.add(file);
      if (other.linesAreStatements.has(otherFile)) this.linesAreStatements.add(file);
    });
  }
}

var _a;

class Coverage {
  measured=new Set;
  #measuredByFile;
  #files=[];
  #modules=new Map;
  #store=new Store;
  #jointCounts=[];
  #skipped;
  measuring(...more) {
    for (const metric of more) this.measured.add(metric);
    return this;
  }
  file(path, module = "") {
    const files = filesOf(module, this.#index());
    const known = files.get(path);
    if (known) return known;
    if (!isFileName(path)) return this.#skip(path);
    const file = new SourceFile(path, module, this.#files.length, this.#store);
    files.set(path, file);
    this.#files.push(file);
    return file;
  }
  files() {
    return this.#files;
  }
  get mayBeEstimated() {
    return this.#store.mayBeUncertain;
  }
  totals() {
    return (0, metrics.vA)(metric => {
      const listed = this.#store.sum(metric, this.#files.length);
      return this.#jointCounts.length === 0 ? listed : this.#withJointCounts(metric, listed);
    });
  }
  measures(metric, files) {
    if (!this.#measuredByFile) return this.measured.has(metric);
    return files.some(file => (this.#measuredBits(file) & bitOf(metric)) !== 0);
  }
  addTogether(metric, count) {
    this.measured.add(metric);
    this.#jointCounts.push({
      metric: metric,
      count: count,
      files: new Set(this.#files)
    });
  }
  countOf(metric, files) {
    const sum = (0, metrics.N4)();
    for (const file of files) (0, metrics.WQ)(sum, file.count(metric));
    if (this.#jointCounts.length === 0) return sum;
    const selected = new Set(files);
    for (const joint of settleJointCounts(this.#jointCounts, metric)) if (joint.files.isSubsetOf(selected)) {
      if (joint.files.size > 0) (0, metrics.WQ)(sum, joint.count);
    } else if (!joint.files.isDisjointFrom(selected)) return;
    return sum;
  }
  countedTogether(metric) {
    return new Set(settleJointCounts(this.#jointCounts, metric).flatMap(({files: files}) => [ ...files ]));
  }
  get skipped() {
    return this.#skipped;
  }
  #skip(name) {
    this.#skipped ??= {
      entries: 0,
      names: new Set,
      coverage: new _a
    };
    const {names: names, coverage: coverage} = this.#skipped;
    this.#skipped.entries++;
    if (names.size < 3) names.add(name.slice(0, 200));
    return coverage.file("skipped");
  }
  #withJointCounts(metric, listed) {
    const sum = {
      ...listed
    };
    for (const {count: count} of settleJointCounts(this.#jointCounts, metric)) (0, metrics.WQ)(sum, count);
    return sum;
  }
  merge(...others) {
    for (const notExecuted of mergePasses(others)) for (const other of others) this.#mergeAs(other, file => this.#counterpart(file, file, notExecuted));
  }
  #counterpart(otherFile, key, notExecuted) {
    if (otherFile.notExecuted !== notExecuted) return;
    const known = this.#index().get(key.module)?.get(key.path);
    if (notExecuted && known?.notExecuted === false) return;
    if (!known && !isFileName(key.path)) {
      this.#skip(key.path);
      return;
    }
    const file = known ?? this.file(key.path, key.module);
    if (!known) file.notExecuted = notExecuted;
    return file;
  }
  renamed(keyFor) {
    const keys = this.#files.map(keyFor);
    if (this.#rename(keys)) return this;
    const byFile = new Map(this.#files.map((file, i) => [ file, keys[i] ]));
    const renamed = new _a;
    for (const notExecuted of mergePasses([ this ])) renamed.#mergeAs(this, file => {
      const key = byFile.get(file);
      return key && renamed.#counterpart(file, key, notExecuted);
    });
    return renamed;
  }
  #rename(keys) {
    if (this.#files.every((file, i) => keys[i] === file)) return true;
    const unique = new Set(keys.map(key => key && keyOf(key)));
    if (unique.has(void 0) || unique.size < keys.length) return false;
    for (const [i, file] of this.#files.entries()) {
      file.path = keys[i]?.path ?? file.path;
      file.module = keys[i]?.module ?? file.module;
    }
    this.#modules = void 0;
    return true;
  }
  #index() {
    if (this.#modules) return this.#modules;
    this.#modules = new Map;
    for (const file of this.#files) filesOf(file.module, this.#modules).set(file.path, file);
    return this.#modules;
  }
  #mergeAs(other, counterpart) {
    for (const metric of other.measured) this.measured.add(metric);
    const mine = other.#files.map(counterpart);
    this.#adoptMeasured(other, mine);
    for (const files of splitLayers(mine.map(file => file?.number ?? -1))) this.#store.merge(other.#store, files, (file, before, weight) => {
      throw contradiction(this.#files[file]?.path ?? "", before, weight);
    });
    this.#adoptJointCounts(other, mine);
  }
  #adoptMeasured(other, mine) {
    let bits = this.#measuredByFile ?? new Uint8Array(64);
    if (bits.length < this.#files.length) bits = grow(bits, this.#files.length);
    other.#files.forEach((otherFile, i) => {
      const number = mine[i]?.number;
      if (number !== void 0) bits[number] = (bits[number] ?? 0) | other.#measuredBits(otherFile);
    });
    this.#measuredByFile = bits;
  }
  #measuredBits({number: number}) {
    if (this.#measuredByFile) return this.#measuredByFile[number] ?? 0;
    return Iterator.from(this.measured).reduce((bits, metric) => bits | bitOf(metric), 0);
  }
  #adoptJointCounts(other, mine) {
    if (other.#jointCounts.length === 0) return;
    const mergedFiles = new Map(other.#files.map((otherFile, i) => [ otherFile, mine[i] ]));
    for (const {files: files, ...joint} of other.#jointCounts) {
      const mapped = [ ...files ].flatMap(file => mergedFiles.get(file) ?? []);
      const isNew = this.#jointCounts.every(({count: count}) => count !== joint.count);
      if (isNew && mapped.length === files.size) this.#jointCounts.push({
        ...joint,
        files: new Set(mapped)
      });
    }
  }
}

_a = Coverage;

function bitOf(metric) {
  return 1 << metrics.qd.indexOf(metric);
}

function isFileName(path) {
  if (path === "." || path.trim() === "" || path.includes("\0") || path.length > 4096) return false;
  return !/^(data|blob):/i.test(path);
}

function keyOf({path: path, module: module}) {
  return module === "" ? path : `${module}\0${path}`;
}

function filesOf(module, modules) {
  const known = modules.get(module);
  if (known) return known;
  const files = new Map;
  modules.set(module, files);
  return files;
}

function merged(coverages) {
  const [only, ...others] = coverages;
  if (only && others.length === 0) return only;
  const whole = new Coverage;
  whole.merge(...coverages);
  return whole;
}

function mergePasses(coverages) {
  const hasOthers = coverages.some(coverage => Iterator.from(coverage.files()).some(file => file.notExecuted));
  return hasOthers ? [ false, true ] : [ false ];
}

function splitLayers(numbers) {
  const layers = [];
  const times = new Map;
  for (const [at, number] of numbers.entries()) {
    if (number < 0) continue;
    const nth = times.get(number) ?? 0;
    times.set(number, nth + 1);
    const layer = layers[nth] ?? new Int32Array(numbers.length).fill(-1);
    layers[nth] = layer;
    layer[at] = number;
  }
  return layers;
}

var gate_percentage = __nccwpck_require__("actions/coverage-gate/src/gate/percentage.ts");

var reasons = __nccwpck_require__("actions/coverage-gate/src/gate/reasons.ts");

var map = __nccwpck_require__("packages/kit/src/map.ts");

function describeIssue(issue, schema) {
  const path = (0, dist.BuJ)(issue);
  const last = issue.path?.at(-1);
  if (!path || !last) return;
  if (last.origin !== "key") return `at "${path}": ${describeMismatch(issue)}`;
  const key = String(last.key);
  const parent = path.slice(0, -key.length - 1);
  const names = parent === "" && "entries" in schema && (0, map.jh)(schema.entries) ? schema.entries : {};
  const complaint = issue.expected === "never" ? unknownKey(key, names) : `it lacks ${(0, 
  src_quote.h)(key)}`;
  return parent === "" ? complaint : `at "${parent}": ${complaint}`;
}

function unknownKey(key, entries) {
  const meant = closestName(key, Object.keys(entries));
  return `${(0, src_quote.h)(key)} is unknown${meant ? ` (did you mean "${meant}"?)` : ""}`;
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
  return (0, map.TE)(kindNames, kind) ?? kind;
}

function yaml(shape, expected, scalars = "typed") {
  return {
    async parse(given) {
      const result = (0, dist.xLC)(shape, await readYaml(given, expected, scalars));
      if (result.success) return result.output;
      const problem = describeIssue(result.issues[0], shape);
      throw new ValidationError(problem ? `${expected}; ${problem}` : expected);
    }
  };
}

async function readYaml(given, expected, scalars) {
  const read = await parsed(given, expected, scalars);
  if (!(0, json.Ff)(read)) return read;
  throw new ValidationError(`${expected}; it is nested more than ${json.JG} levels deep`);
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
      throw new ValidationError(`${expected}; it is not valid YAML: ${reason?.replace(/:$/, "")}`);
    }
  })();
  if (countValues(read) <= maxValues) return read;
  throw new ValidationError(`${expected}; its aliases expand to more than ${maxValues} values`);
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

const maxAlternatives = 100;

function expandAlternatives(pattern) {
  const all = [ ...alternatives(pattern).take(maxAlternatives + 1) ];
  if (all.length <= maxAlternatives) return all;
  throw new ValidationError(`a pattern may expand to at most ${maxAlternatives} patterns.`, pattern);
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
    if (pattern[first] === "{" && /^\w+\.\.\w+$/.test(words.join())) throw new ValidationError("ranges such as {1..3} are not supported. Write {1,2,3}.", pattern);
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
      const members = (0, map.TE)(classes, name ?? "");
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
    throw new ValidationError(why, line);
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

function parseGlob(glob) {
  const ways = expandAlternatives(glob).flatMap(way => {
    const inside = way.replace(/^\//, "");
    const lines = readLine(`/${inside.replace(/(^|\/)\*\*$/, "$1**/*")}`);
    return lines.map(line => ({
      line: line,
      start: literalStart(inside)
    }));
  });
  return path => {
    const possible = ways.filter(({start: start}) => path.startsWith(start));
    if (possible.length === 0) return false;
    const names = bytesOf(path).split("/");
    return possible.some(({line: line}) => glob_isWhole(names, line));
  };
}

function literalStart(glob) {
  return /^[^*?[\\]*\//.exec(glob)?.[0] ?? "";
}

function glob_isWhole(names, {runs: runs, foldersOnly: foldersOnly}) {
  let end = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] ?? [];
    const latest = names.length - run.length;
    const isLast = i === runs.length - 1;
    if (i > 0 && isLast && latest > end) end = latest;
    while (i > 0 && !isLast && end <= latest && !standsAt(end, run, names)) end++;
    if (end > latest || !standsAt(end, run, names)) return false;
    end += run.length;
  }
  return end === names.length && !foldersOnly;
}

function normalizePath(path) {
  return isNormal.test(path) ? path : external_node_path_.posix.normalize(path.replaceAll("\\", "/"));
}

const isNormal = /^\/?(?!\.{0,2}(\/|$))[^/\\]+(\/(?!\.{0,2}(\/|$))[^/\\]+)*$/;

function isAbsolutePath(path) {
  return /^([a-zA-Z]:)?[\\/]/.test(path);
}

function relativeTo(folder) {
  const base = `${folder.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  return path => path.startsWith(base) ? path.slice(base.length) : path;
}

const glob = {
  parse(given) {
    if (/(^|[\\/{,])\.\.([\\/},]|$)/.test(given)) throw new ValidationError('globs of files inside the workspace, without ".."', given);
    const alternatives = [ ...given.matchAll(/\{([^{}]*)\}/g) ].reduce((product, [, words = ""]) => product * words.split(",").length, 1);
    const isTooComplex = alternatives > 100 || given.split("/").some(part => part.split("*").length > 5);
    if (isTooComplex || /[?*+@!]\(|\{[^}]*(\.\.|\{)|^!/.test(given) || given.length > 1e3) throw new ValidationError("globs that use only *, **, ?, [abc] and a few {a,b}; use several lines instead", given);
    parseGlob(relativeGlob(given, "") || "**");
    return given;
  }
};

function isLiteral(glob) {
  return !/[*?[\]{}]/.test(glob);
}

function relativeGlob(glob, workspace) {
  const path = normalizePath(glob);
  return (workspace === "" ? path : relativeTo(workspace)(path)).replace(/^\.\/?$|^\//, "");
}

const expected = "a number (percent of lines), or YAML that maps metrics, suites, paths and globs to numbers";

const thresholds = {
  async parse(given) {
    const parsed = await yaml((0, dist.L5J)(), expected).parse(given);
    if (!(0, map.jh)(parsed)) return {
      everywhere: parseRule(parsed, ""),
      named: new Map
    };
    const {global: global = {}, ...rest} = parsed;
    if (!(0, map.jh)(global)) throw new ValidationError(`${expected}; "global" is a map of metrics`, "global");
    const entries = Object.entries(rest);
    const common = Object.fromEntries(entries.filter(([key]) => isSetting(key)));
    const others = entries.filter(([key]) => !isSetting(key));
    for (const [key] of others) if (isPath(key)) await glob.parse(key);
    return {
      everywhere: parseRule({
        ...common,
        ...global
      }, ""),
      named: new Map(others.map(([key, value]) => [ key, parseRule(value, key) ]))
    };
  }
};

function resolveThresholds(given, suites) {
  const named = [ ...given?.named ?? [] ];
  const groups = named.filter(([name]) => !suites.includes(name));
  const unknownName = groups.find(([name]) => !isPath(name))?.[0];
  if (unknownName !== void 0) {
    const meant = closestName(unknownName, [ ...metrics.qd, "global", ...suites ]);
    const known = `the metrics are ${metrics.qd.join(", ")}; the suites of "reports" are ${suites.join(", ")}`;
    throw new errors.dz(`Input "thresholds" contains ${(0, src_quote.h)(unknownName)}, which is neither a metric nor a suite: ${known}. ` + `${meant === void 0 ? "" : `Did you mean ${(0, 
    src_quote.h)(meant)}? `}` + 'A path contains a slash or a dot: "./src/".');
  }
  return {
    everywhere: given?.everywhere ?? {
      gate: new Map,
      perFile: false
    },
    suites: new Map(named.filter(([name]) => suites.includes(name))),
    groups: new Map(groups)
  };
}

function isPath(name) {
  return /[/\\.*]/.test(name);
}

function parseRule(value, path) {
  if (!(0, map.jh)(value)) return {
    gate: new Map([ [ "lines", parseThreshold(value, path) ] ]),
    perFile: false
  };
  const {perFile: perFile = false, 100: everything = false, ...ofMetrics} = value;
  for (const [key, setting] of Object.entries({
    perFile: perFile,
    100: everything
  })) if (typeof setting !== "boolean") throw new ValidationError(`${expected}; "${key}" is true or false`, path);
  const whole = everything === true ? fullCoverage() : [];
  const entries = Object.entries(ofMetrics).map(([key, threshold]) => {
    const at = path ? `${path}.${key}` : key;
    if (!(0, metrics.NI)(key)) {
      const meant = closestName(key, metrics.qd);
      const hint = meant === void 0 ? "" : `; did you mean ${(0, src_quote.h)(meant)}?`;
      throw new ValidationError(`${expected}; the metrics are ${metrics.qd.join(", ")}${hint}`, at);
    }
    return [ key, parseThreshold(threshold, at) ];
  });
  const gate = new Map([ ...whole, ...entries ]);
  if (path !== "" && gate.size === 0) throw new ValidationError(`${expected}; a map of metrics must not be empty`, path);
  return {
    gate: gate,
    perFile: perFile === true
  };
}

function fullCoverage() {
  const least = {
    text: "100",
    units: 100n,
    scale: 1n
  };
  const four = [ "lines", "branches", "functions", "statements" ];
  return four.map(metric => [ metric, {
    least: least
  } ]);
}

function parseThreshold(value, path) {
  const isSimple = typeof value === "number" || typeof value === "string";
  const given = isSimple ? String(value).trim() : "";
  const part = path ? `${path}: ${JSON.stringify(value)}` : void 0;
  if (isFraction(given)) throw new ValidationError(notFraction(given), part);
  if (Object.is(value, -0) || /^-0+$/.test(given)) throw new ValidationError("a percentage, not -0: 100 requires that nothing is uncovered", part);
  const percentage = (0, gate_percentage.A3)(given.replace(/\s*%$/, ""));
  if (percentage) return {
    least: percentage
  };
  if (/^-\d{1,15}$/.test(given)) return {
    maxUncovered: -Number(given)
  };
  throw new ValidationError("a percentage from 0 to 100, or a negative whole number (at most that many uncovered)", part);
}

const leastPercentage = {
  parse(given) {
    if (isFraction(given)) throw new ValidationError(notFraction(given));
    const parsed = (0, gate_percentage.A3)(given.replace(/\s*%$/, ""));
    if (!parsed) throw new ValidationError("a percentage from 0 to 100, such as 80 or 79.5");
    return parsed;
  }
};

function isFraction(given) {
  return /^0?\.\d+$/.test(given) && Number(given) > 0;
}

function notFraction(given) {
  return `a percentage such as 80, not a fraction (to require less than one percent, write "${given}%")`;
}

function thresholdText(threshold) {
  return "least" in threshold ? threshold.least.text : `-${threshold.maxUncovered}`;
}

function isSetting(word) {
  return (0, metrics.NI)(word) || word === "perFile" || word === "100";
}

function check(thresholds, subject) {
  return Array.from(thresholds, ([metric, threshold]) => {
    const failure = findFailure(metric, threshold, subject);
    const failures = failure ? [ failure ] : [];
    return {
      metric: metric,
      threshold: threshold,
      count: subject.count(metric) ?? check_none,
      passed: !failure,
      failures: failures
    };
  });
}

function checkEach(thresholds, files, subject) {
  return Array.from(thresholds, ([metric, threshold]) => {
    const {coverage: coverage} = subject;
    const together = coverage.countedTogether(metric);
    const failures = files.some(file => together.has(file)) ? [ {
      ...failureBase(subject, metric, threshold),
      reason: (0, reasons.xe)(metric)
    } ] : files.flatMap(file => {
      const count = () => file.count(metric);
      const single = {
        ...subject,
        kind: "file",
        suite: file.path,
        count: count
      };
      return findFailure(metric, threshold, single) ?? [];
    });
    const count = subject.count(metric) ?? check_none;
    return {
      metric: metric,
      threshold: threshold,
      count: count,
      passed: failures.length === 0,
      failures: failures
    };
  });
}

const check_none = {
  covered: 0,
  total: 0
};

function findFailure(metric, threshold, subject) {
  const count = subject.count(metric);
  const base = failureBase(subject, metric, threshold);
  if (!count) return {
    ...base,
    reason: (0, reasons.xe)(metric)
  };
  const {covered: covered, total: total} = count;
  const counted = {
    ...base,
    covered: covered,
    total: total
  };
  if (total === 0) {
    const mayBeEmpty = subject.kind !== "suite" || metric !== "lines";
    if (subject.measures(metric) && mayBeEmpty) return;
    return {
      ...counted,
      reason: (0, reasons._h)(metric, subject.advice(metric))
    };
  }
  if ("maxUncovered" in threshold) {
    const short = total - covered - threshold.maxUncovered;
    if (short <= 0) return;
    const reason = (0, reasons.b3)(total - covered, threshold.maxUncovered, metric);
    return {
      ...counted,
      short: short,
      reason: reason
    };
  }
  const short = (0, gate_percentage.jw)(threshold.least, total) - covered;
  if (short <= 0) return;
  return {
    ...counted,
    short: short,
    reason: (0, reasons.nb)(metric, count, short, threshold.least)
  };
}

function failureBase({kind: kind, suite: suite}, metric, threshold) {
  return {
    kind: kind,
    suite: suite,
    metric: metric,
    threshold: thresholdText(threshold)
  };
}

function matchFiles(key, files, semantics, workspace) {
  const pattern = relativeGlob(key, workspace);
  if (semantics === "jest") {
    const below = files.filter(({path: path}) => path.startsWith(pattern));
    if (below.length > 0) return {
      files: below,
      perFile: false
    };
  }
  const matches = parseGlob(pattern || "**");
  const matching = files.filter(({path: path}) => matches(path));
  return {
    files: matching,
    perFile: semantics === "jest"
  };
}

function describeUngated({thresholds: thresholds, patchThreshold: patchThreshold, maxDecrease: maxDecrease}) {
  if (!thresholds && !patchThreshold && !maxDecrease) {
    const reason = 'Nothing is gated: "thresholds", "patch-threshold" and "max-decrease" are all empty, so the step passes whatever the coverage is. ' + "A variable that does not exist is empty.";
    return {
      configured: false,
      reason: reason
    };
  }
  const inactive = [ ...thresholds ? [ '"thresholds" applies only to suites without a report' ] : [], ...patchThreshold ? [ '"patch-threshold" applies only to pull requests' ] : [], ...maxDecrease ? [ '"max-decrease" has no baseline to compare with' ] : [] ];
  return {
    configured: true,
    reason: `Nothing is gated in this run: ${inactive.join("; ")}.`
  };
}

function evaluateGate(input, options) {
  const {suites: suites, whole: whole, patch: patch, delta: delta} = input;
  const groups = resolveGroups(input, options);
  const isJest = options.semantics === "jest";
  const grouped = new Set(isJest ? groups.flatMap(({files: files}) => files.map(keyOf)) : []);
  const suiteResults = suites.map(suite => evaluateSuite(suite, options.plan, grouped));
  const groupResults = groups.map(group => evaluateGroup(group, input));
  const results = [ ...suiteResults, ...groupResults ];
  const failures = [ ...results.flatMap(result => result.failures), ...patchFailures(patch, options), ...decreaseFailures(delta, options.maxDecrease) ];
  return {
    passed: failures.length === 0,
    suites: suiteResults,
    groups: groupResults,
    overall: whole.totals(),
    patch: patch,
    delta: delta,
    failures: failures,
    ungated: isGated(results, input, options) ? void 0 : explainUngated(options)
  };
}

function isGated(results, input, options) {
  const {patch: patch, delta: delta} = input;
  const gatesPatch = patch && (options.patchThreshold || options.ifUnknown === "fail");
  const gatesDelta = delta && options.maxDecrease;
  const gatesResults = results.some(({checks: checks, failures: failures}) => checks.length + failures.length > 0);
  return gatesResults || Boolean(gatesPatch) || Boolean(gatesDelta);
}

function explainUngated({plan: plan, ...options}) {
  const {everywhere: everywhere, suites: suites, groups: groups} = plan;
  const rules = [ everywhere, ...suites.values(), ...groups.values() ];
  return describeUngated({
    ...options,
    thresholds: rules.some(({gate: gate}) => gate.size > 0)
  });
}

function evaluateSuite(suite, plan, grouped) {
  const {name: name, reports: reports, coverage: coverage} = suite;
  const totals = coverage.totals();
  const hasReport = reports.length > 0;
  if (!hasReport) return {
    name: name,
    hasReport: hasReport,
    totals: totals,
    checks: [],
    failures: []
  };
  if ((0, metrics.Im)(totals)) {
    const reason = 'the reports contain no executable code: no test ran, nothing was instrumented, or "exclude" matches every file';
    const failures = [ {
      kind: "suite",
      suite: name,
      reason: reason
    } ];
    return {
      name: name,
      hasReport: hasReport,
      totals: totals,
      checks: [],
      failures: failures
    };
  }
  const own = plan.suites.get(name) ?? noThresholds;
  const {gate: gate, perFile: perFile} = plan.everywhere;
  const common = new Map([ ...gate ].filter(([metric]) => !own.gate.has(metric)));
  const files = own.perFile || perFile || grouped.size > 0 ? [ ...coverage.files() ] : [];
  const others = files.filter(file => !grouped.has(keyOf(file)));
  const whole = {
    kind: "suite",
    suite: name,
    coverage: coverage,
    count: metric => totals[metric],
    measures: metric => coverage.measured.has(metric),
    advice: metric => collectAdvice([ suite ], metric)
  };
  const isPart = grouped.size > 0 && others.length > 0;
  const rest = isPart ? {
    ...whole,
    ...measuredIn(others, coverage)
  } : whole;
  const checks = [ ...own.perFile ? checkEach(own.gate, files, whole) : check(own.gate, whole), ...perFile ? checkEach(common, others, rest) : check(common, rest) ];
  return {
    name: name,
    hasReport: hasReport,
    totals: totals,
    ...splitResults(checks)
  };
}

const noThresholds = {
  gate: new Map,
  perFile: false
};

function resolveGroups({whole: whole, workspace: workspace}, {plan: plan, semantics: semantics}) {
  if (plan.groups.size === 0) return [];
  const files = [ ...whole.files() ];
  return Array.from(plan.groups, ([name, rule]) => ({
    name: name,
    rule: rule,
    ...matchFiles(name, files, semantics, workspace)
  }));
}

function evaluateGroup({name: name, rule: rule, files: files, perFile: perFile}, input) {
  const {suites: suites, whole: coverage} = input;
  const subject = {
    ...{
      kind: "path",
      suite: name,
      coverage: coverage,
      ...measuredIn(files, coverage)
    },
    advice: metric => collectAdvice(suites, metric)
  };
  const totals = (0, metrics.vA)(metric => subject.count(metric) ?? {
    covered: 0,
    total: 0
  });
  if (files.length === 0) {
    const reason = "no file in the reports matches; check how the reports write the path";
    return {
      name: name,
      hasReport: true,
      totals: totals,
      checks: [],
      failures: [ {
        kind: "path",
        suite: name,
        reason: reason
      } ]
    };
  }
  const isPerFile = perFile || rule.perFile;
  const checks = isPerFile ? checkEach(rule.gate, files, subject) : check(rule.gate, subject);
  return {
    name: name,
    hasReport: true,
    totals: totals,
    ...splitResults(checks)
  };
}

function splitResults(results) {
  return {
    checks: results.map(({failures: _, ...check}) => check),
    failures: results.flatMap(({failures: failures}) => failures)
  };
}

function measuredIn(files, coverage) {
  const known = new Map;
  return {
    count(metric) {
      if (!known.has(metric)) known.set(metric, coverage.countOf(metric, files));
      return known.get(metric);
    },
    measures: metric => coverage.measures(metric, files)
  };
}

function collectAdvice(suites, metric) {
  return suites.flatMap(({formats: formats}) => formats.flatMap(({advice: advice}) => advice?.[metric] ?? []));
}

function patchFailures(patch, options) {
  const {patchThreshold: patchThreshold, ifUnknown: ifUnknown} = options;
  if (!patch) return [];
  const about = {
    kind: "patch",
    suite: "patch"
  };
  const unknown = ifUnknown === "fail" && patch.unknown.length > 0 ? [ {
    kind: "unknown",
    suite: "patch",
    reason: (0, reasons.YV)(patch)
  } ] : [];
  if (!patchThreshold) return unknown;
  if (patch.missing !== void 0) return [ ...unknown, {
    ...about,
    threshold: patchThreshold.text,
    reason: patch.missing
  } ];
  const {covered: covered, total: total} = patch;
  const short = (0, gate_percentage.jw)(patchThreshold, total) - covered;
  if (short <= 0) return unknown;
  const reason = (0, reasons.Wl)(patch, short, patchThreshold);
  return [ ...unknown, {
    ...about,
    metric: "lines",
    threshold: patchThreshold.text,
    covered: covered,
    total: total,
    short: short,
    reason: reason
  } ];
}

function decreaseFailures(delta, allowed) {
  if (!delta || !allowed) return [];
  return delta.metrics.flatMap(({metric: metric, before: before, now: now}) => {
    const isGone = now.total === 0;
    if (!isGone && !(0, gate_percentage.gG)(before, now, allowed)) return [];
    const reason = isGone ? (0, reasons.q7)(metric, before) : (0, reasons.hr)(metric, before, now, allowed);
    const {covered: covered, total: total} = now;
    const about = {
      kind: "decrease",
      suite: "baseline",
      metric: metric,
      threshold: allowed.text
    };
    return [ {
      ...about,
      covered: covered,
      total: total,
      reason: reason
    } ];
  });
}

function validateInputs(inputs) {
  if (inputs.maxDecrease && inputs.baseline === "none") throw new errors.dz('Input "max-decrease" needs a baseline, but "baseline" is none. ' + 'Remove "baseline", set it to the path of an earlier "report-path", or remove "max-decrease".');
}

function parsePattern(pattern) {
  const refuse = expected => {
    throw new ValidationError(expected, pattern);
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

const exclusion = {
  async parse(given) {
    const lines = await list({
      parse: parsePattern
    }).parse(given);
    return patterns(lines.flat());
  }
};

const chunkSize = 256 * 1024;

const lookAhead = 64;

const largestToken = 16 * 1024 * 1024;

class BufferedInput {
  bytes=Buffer.alloc(chunkSize + lookAhead);
  view=viewOf(this.bytes);
  limit=0;
  #file;
  #token;
  #before=0;
  constructor(file, token) {
    this.#file = file;
    this.#token = token;
  }
  positionOf(at) {
    return this.#before + at;
  }
  indexOf(position) {
    return position - this.#before;
  }
  more(keep) {
    const kept = this.limit - keep;
    if (kept > this.bytes.length / 2) this.#grow(keep); else this.bytes.copyWithin(0, keep, this.limit);
    this.#before += keep;
    const room = this.bytes.subarray(0, this.bytes.length - lookAhead);
    const count = this.#file.read(room, kept);
    this.limit = kept + count;
    this.bytes[this.limit] = 0;
    return count > 0;
  }
  fail(problem, at) {
    throw new errors.lZ(`${problem} (at byte ${this.positionOf(at)})`);
  }
  #grow(keep) {
    if (this.limit - keep > largestToken) this.fail(`has ${this.#token} of more than 16 MiB`, keep);
    const larger = Buffer.alloc(this.bytes.length * 2);
    this.bytes.copy(larger, 0, keep, this.limit);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

function viewOf({buffer: buffer, byteOffset: byteOffset, length: length}) {
  return new DataView(buffer, byteOffset, length);
}

const TAB = 9;

const LF = 10;

const CR = 13;

const SPACE = 32;

const BANG = 33;

const QUOTE = 34;

const AMPERSAND = 38;

const APOSTROPHE = 39;

const COMMA = 44;

const DASH = 45;

const SLASH = 47;

const ZERO = 48;

const NINE = 57;

const COLON = 58;

const SEMICOLON = 59;

const LESS = 60;

const EQUALS = 61;

const GREATER = 62;

const QUESTION = 63;

const OPEN_BRACKET = 91;

const BACKSLASH = 92;

const CLOSE_BRACKET = 93;

const LOWER_F = 102;

const LOWER_N = 110;

const LOWER_T = 116;

const LOWER_U = 117;

const OPEN_BRACE = 123;

const CLOSE_BRACE = 125;

const digitCountBits = 4;

const digitCountMask = (1 << digitCountBits) - 1;

const maxDigits = 8;

function readDigits(bytes, from) {
  let at = from;
  let number = 0;
  for (;;) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) break;
    number = Math.imul(number, 10) + digit | 0;
    at++;
  }
  const count = at - from;
  return count === 0 || count > maxDigits ? -1 : number << digitCountBits | count;
}

function readPattern(bytes, from, pattern, numbers) {
  let at = from;
  let count = 0;
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== ZERO) {
      if (bytes[at++] !== pattern[i]) return -1;
      continue;
    }
    const first = at;
    let number = 0;
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; ) {
      number = number * 10 + digit;
      digit = (bytes[++at] ?? 0) - ZERO;
    }
    if (at === first || at > first + 9 || bytes[first] === ZERO && at > first + 1) return -1;
    numbers[count++] = number;
  }
  return at;
}

function wordOf(text, from = 0) {
  return Buffer.from(text.slice(from, from + 4).padEnd(4, "\0"), "latin1").readInt32LE();
}

function afterDigits(bytes, from) {
  let at = from;
  for (let byte = bytes[at] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) ;
  return at;
}

const nameStart = 1;

const nameByte = 2;

const space = 4;

const plainText = 8;

const plainValue = 16;

const characters_classes = Uint8Array.from({
  length: 256
}, (_, byte) => {
  const character = String.fromCharCode(byte);
  const beyondAscii = byte >= 128;
  const blank = " \t\r\n".includes(character);
  const allowed = byte >= 32 || blank;
  return (beyondAscii || /[A-Za-z_:]/.test(character) ? nameStart : 0) | (beyondAscii || /[\w:.-]/.test(character) ? nameByte : 0) | (blank ? space : 0) | (allowed && !"<&]".includes(character) ? plainText : 0) | (allowed && !"<&\"'\t\r\n".includes(character) ? plainValue : 0);
});

const entities = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'"
};

function decodeText(text) {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;]*);/g, (whole, name) => characterOf(name) ?? whole);
}

function characterOf(reference) {
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(reference) ?? [];
  if (hex === void 0 && decimal === void 0) return Object.hasOwn(entities, reference) ? entities[reference] : void 0;
  const point = hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16);
  const allowed = point >= 32 && point < 55296 || point >= 57344 && point < 65534 || point >= 65536 && point <= 1114111 || point === TAB || point === LF || point === CR;
  return allowed ? String.fromCodePoint(point) : void 0;
}

function xmlNames(...names) {
  return Object.fromEntries(names.map((name, i) => [ name, i + 1 ]));
}

class NameTable {
  number=0;
  #elementAfter;
  #attributeAfter;
  #lastElement=0;
  #names;
  #slots=new Uint8Array(256);
  #bytes;
  #view;
  #ends;
  constructor(names) {
    this.#names = names;
    this.#bytes = Buffer.from(names.map(name => ` ${name}="`).join(""));
    this.#view = viewOf(this.#bytes);
    this.#ends = new Int32Array(names.length + 1);
    this.#elementAfter = new Uint8Array(names.length + 1);
    this.#attributeAfter = new Uint8Array((names.length + 1) ** 2);
    names.forEach((name, i) => {
      const bytes = Buffer.from(name);
      let slot = bytes.reduce((hash, byte) => Math.imul(hash, 31) + byte | 0, 0) & 255;
      while (this.#slots[slot] !== 0) slot = slot + 1 & 255;
      this.#slots[slot] = i + 1;
      this.#ends[i + 1] = (this.#ends[i] ?? 0) + bytes.length + 3;
    });
  }
  get size() {
    return this.#names.length + 1;
  }
  nameOf(number) {
    return this.#names[number - 1] ?? "";
  }
  attributeAfter(element, last) {
    return this.#attributeAfter[element * (this.#names.length + 1) + last] ?? 0;
  }
  valueOf(number, view, from) {
    const names = this.#view;
    const start = this.#ends[number - 1] ?? 0;
    const length = (this.#ends[number] ?? 0) - start;
    const last = length - 4;
    for (let i = 0; i < last; i += 4) if (names.getInt32(start + i) !== view.getInt32(from + i)) return 0;
    if (names.getInt32(start + last) !== view.getInt32(from + last)) return 0;
    return from + length;
  }
  readElement(bytes, from) {
    const last = this.#lastElement;
    const expected = this.#elementAfter[last] ?? 0;
    const expectedEnd = expected > 0 ? this.#compare(expected, bytes, from) : 0;
    if (expectedEnd > 0 && ((characters_classes[bytes[expectedEnd] ?? 0] ?? 0) & nameByte) === 0) {
      this.number = expected;
      this.#lastElement = expected;
      return expectedEnd;
    }
    const end = this.#read(bytes, from);
    this.#elementAfter[last] = this.number;
    this.#lastElement = this.number;
    return end;
  }
  readAttribute(bytes, from, element, last) {
    const end = this.#read(bytes, from);
    this.#attributeAfter[element * (this.#names.length + 1) + last] = this.number;
    return end;
  }
  #read(bytes, from) {
    let at = from;
    let hash = 0;
    for (let byte = bytes[at] ?? 0; (characters_classes[byte] ?? 0) & nameByte; byte = bytes[++at] ?? 0) hash = Math.imul(hash, 31) + byte | 0;
    this.number = this.#find(bytes, from, at, hash);
    return at;
  }
  #find(bytes, from, to, hash) {
    for (let slot = hash & 255; ;slot = slot + 1 & 255) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0 || this.#compare(number, bytes, from) === to) return number;
    }
  }
  #compare(number, bytes, from) {
    const names = this.#bytes;
    const end = (this.#ends[number] ?? 0) - 2;
    let i = (this.#ends[number - 1] ?? 0) + 1;
    let at = from;
    while (i < end) if (names[i++] !== bytes[at++]) return 0;
    return at;
  }
}

function reconcileTotals(declared, coverage) {
  const listed = coverage.totals();
  return metrics.qd.flatMap(metric => {
    const count = declared[metric];
    const {covered: covered, total: total} = listed[metric];
    if (!count || count.covered === covered && count.total === total) return [];
    const declaredCount = `${count.covered} of ${count.total} ${metric}`;
    if (total > 0) return `declares a total of ${declaredCount} covered, but its lists add up to ${covered} of ${total}; the lists apply.`;
    if (metric === "branches" && count.total === 1) return `declares a total of ${declaredCount} covered, but lists none; this placeholder is ignored.`;
    coverage.addTogether(metric, count);
    return `does not list ${metric}; its total, ${declaredCount}, applies to all of its files together.`;
  });
}

function isHit(text) {
  if (text === "-") return false;
  if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text)) return;
  return /^\+?[0.]*[1-9]/.test(text);
}

const tokenizer_space = 1;

const plain = 2;

const numeral = 4;

const escapable = 8;

const hexadecimal = 16;

const tokenizer_classes = Uint8Array.from({
  length: 256
}, (_, byte) => {
  const character = String.fromCharCode(byte);
  return (" \t\r\n".includes(character) ? tokenizer_space : 0) | (byte >= 32 && !'"\\'.includes(character) ? plain : 0) | (/[\d+.eE-]/.test(character) ? numeral : 0) | (/["\\/bfnrt]/.test(character) ? escapable : 0) | (/[\da-fA-F]/.test(character) ? hexadecimal : 0);
});

class JsonTokenizer {
  input;
  at=0;
  from=0;
  to=0;
  hasEscape=false;
  isWhole=false;
  constructor(file) {
    this.input = new BufferedInput(file, "a string");
  }
  skipBlanks() {
    for (;;) {
      const byte = this.#skipBlanksHere();
      if (byte !== 0 || this.at < this.input.limit || !this.#more(this.at)) return byte;
    }
  }
  takeAfterString(expected) {
    const length = this.to - this.from;
    let byte = this.#skipBlanksHere();
    while (byte === 0 && this.at === this.input.limit && this.#more(this.from)) {
      this.from = 0;
      byte = this.#skipBlanksHere();
    }
    this.to = this.from + length;
    if (byte !== expected) this.failSyntax();
    this.at++;
  }
  #skipBlanksHere() {
    const {bytes: bytes} = this.input;
    let at = this.at;
    let byte = bytes[at] ?? 0;
    while (((tokenizer_classes[byte] ?? 0) & tokenizer_space) !== 0) byte = bytes[++at] ?? 0;
    this.at = at;
    return byte;
  }
  readString() {
    let start = this.at;
    let at = start + 1;
    this.hasEscape = false;
    for (;;) {
      const {bytes: bytes} = this.input;
      while (((tokenizer_classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++;
      const byte = bytes[at];
      if (byte === QUOTE) break;
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0;
      if (escaped > 0) {
        this.hasEscape = true;
        at += escaped;
      } else if (at < this.input.limit && byte !== BACKSLASH) {
        this.at = at;
        this.failSyntax();
      } else {
        at -= start;
        if (!this.#more(start)) this.#cutOff();
        start = 0;
      }
    }
    this.from = start + 1;
    this.to = at;
    this.at = at + 1;
  }
  skipString() {
    let at = this.at + 1;
    for (;;) {
      const {bytes: bytes} = this.input;
      while (((tokenizer_classes[bytes[at] ?? 0] ?? 0) & plain) !== 0) at++;
      const byte = bytes[at];
      if (byte === QUOTE) break;
      const escaped = byte === BACKSLASH ? this.#escapeAt(at) : 0;
      if (escaped > 0) at += escaped; else if (at < this.input.limit && byte !== BACKSLASH) {
        this.at = at;
        this.failSyntax();
      } else {
        if (!this.#more(at)) this.#cutOff();
        at = 0;
      }
    }
    this.at = at + 1;
  }
  #escapeAt(at) {
    const {bytes: bytes} = this.input;
    const byte = bytes[at + 1] ?? 0;
    if (at + 1 < this.input.limit && ((tokenizer_classes[byte] ?? 0) & escapable) !== 0) return 2;
    if (at + (byte === LOWER_U ? 5 : 1) >= this.input.limit) return 0;
    let digits = 0;
    while (digits < 4 && ((tokenizer_classes[bytes[at + 2 + digits] ?? 0] ?? 0) & hexadecimal) !== 0) digits++;
    if (byte === LOWER_U && digits === 4) return 6;
    this.at = at;
    return this.failSyntax();
  }
  readNumber(expected) {
    const first = this.skipBlanks();
    if (first !== DASH && (first < ZERO || first > NINE)) this.failExpected(expected);
    let start = this.at;
    let at = start;
    for (;;) {
      const {bytes: bytes} = this.input;
      while (((tokenizer_classes[bytes[at] ?? 0] ?? 0) & numeral) !== 0) at++;
      if (at < this.input.limit) break;
      at -= start;
      const more = this.#more(start);
      start = 0;
      if (!more) break;
    }
    this.from = start;
    this.to = at;
    this.at = at;
    this.isWhole = this.#isWhole();
    if (!this.isWhole && !this.#isDecimal()) this.failSyntax();
  }
  take(pattern, numbers) {
    const end = readPattern(this.input.bytes, this.at, pattern, numbers);
    if (end >= 0) this.at = end;
    return end >= 0;
  }
  #isWhole() {
    const {bytes: bytes} = this.input;
    for (let at = this.from; at < this.to; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) return false;
    }
    return bytes[this.from] !== ZERO || this.to === this.from + 1;
  }
  #isDecimal() {
    const text = this.input.bytes.toString("latin1", this.from, this.to);
    return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  }
  readLiteral(name) {
    while (this.input.limit - this.at < name.length) if (!this.#more(this.at)) this.#cutOff();
    const at = this.at;
    if (this.input.bytes.toString("latin1", at, at + name.length) !== name) this.failSyntax();
    this.at = at + name.length;
  }
  get text() {
    const text = this.input.bytes.toString("utf8", this.from, this.to);
    if (!this.hasEscape) return text;
    try {
      return String(JSON.parse(`"${text}"`));
    } catch {
      return this.failSyntax();
    }
  }
  fail(problem) {
    return this.input.fail(problem, this.at);
  }
  failExpected(expected) {
    const seen = this.#context();
    if (this.at >= this.input.limit || !'{["-0123456789tfn'.includes(seen.charAt(0))) this.failSyntax();
    return this.fail(`has ${(0, src_quote.h)(seen, 20)} where ${expected} is expected`);
  }
  failSyntax() {
    if (this.at >= this.input.limit) this.#cutOff();
    return this.fail(`is not valid JSON: unexpected ${(0, src_quote.h)(this.#context(), 20)}`);
  }
  #context() {
    return this.input.bytes.toString("utf8", this.at, Math.min(this.at + 40, this.input.limit));
  }
  #more(keep) {
    const hasMore = this.input.more(keep);
    this.at -= keep;
    return hasMore;
  }
  #cutOff() {
    return this.fail("is not valid JSON: it ends in the middle, so the tool that writes it did not finish");
  }
}

const maxDepth = 1e3;

const hasMember = 1;

const isObject = 2;

const jsonKey = text => (new TextEncoder).encode(text);

class JsonReader {
  #tokens;
  #open=new Uint8Array(maxDepth + 1);
  #depth=0;
  constructor(file) {
    this.#tokens = new JsonTokenizer(file);
  }
  kind() {
    const byte = this.#tokens.skipBlanks();
    if (byte === DASH || byte >= ZERO && byte <= NINE) return "0";
    return byte === 0 ? "" : String.fromCharCode(byte);
  }
  object() {
    this.#enter(OPEN_BRACE, "an object");
  }
  array() {
    this.#enter(OPEN_BRACKET, "an array");
  }
  key() {
    if (!this.#member(CLOSE_BRACE)) return false;
    const tokens = this.#tokens;
    if (tokens.skipBlanks() !== QUOTE) tokens.failSyntax();
    tokens.readString();
    tokens.takeAfterString(COLON);
    return true;
  }
  element() {
    return this.#member(CLOSE_BRACKET);
  }
  is(name) {
    const {from: from, to: to, hasEscape: hasEscape, input: input} = this.#tokens;
    if (hasEscape) return this.name() === Buffer.from(name).toString();
    if (to - from !== name.length) return false;
    const {bytes: bytes} = input;
    for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name[i]) return false;
    return true;
  }
  name() {
    return this.#tokens.text;
  }
  index() {
    const {from: from, to: to, input: input} = this.#tokens;
    const {bytes: bytes} = input;
    const length = to - from;
    if (length === 0 || length > 9 || length > 1 && bytes[from] === ZERO) return -1;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
  text() {
    const tokens = this.#tokens;
    if (tokens.skipBlanks() !== QUOTE) tokens.failExpected("a string");
    tokens.readString();
    return tokens.text;
  }
  integer() {
    this.#tokens.readNumber("a whole number");
    const {from: from, to: to, input: input} = this.#tokens;
    const {bytes: bytes} = input;
    const negative = bytes[from] === DASH;
    let value = 0;
    for (let at = negative ? from + 1 : from; at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return this.#refuse("a whole number");
      value = value * 10 + digit;
    }
    if (value > Number.MAX_SAFE_INTEGER) return this.#refuse("a whole number");
    return negative ? -value : value;
  }
  count() {
    const value = this.integer();
    if (value < 0 || value > 2147483647) return this.#refuse("a whole number from 0 to 2^31");
    return value;
  }
  ordinal(least) {
    const value = this.integer();
    if (value > 2147483647) return this.#refuse("a number of a line or column");
    return Math.max(value, least);
  }
  hit() {
    this.#tokens.readNumber("a number of hits");
    const {from: from, to: to, isWhole: isWhole, input: input} = this.#tokens;
    if (isWhole) return (input.bytes[from] ?? 0) > ZERO;
    return isHit(input.bytes.toString("latin1", from, to)) ?? this.#refuse("a number of hits");
  }
  flag() {
    const kind = this.kind();
    if (kind !== "t" && kind !== "f") this.#tokens.failExpected("true or false");
    this.skip();
    return kind === "t";
  }
  takes(pattern, numbers) {
    return this.#tokens.take(pattern, numbers);
  }
  skip() {
    const tokens = this.#tokens;
    const depth = this.#depth;
    this.#skipOne();
    while (this.#depth > depth) {
      if (((this.#open[this.#depth] ?? 0) & isObject) !== 0) {
        if (!this.#member(CLOSE_BRACE)) continue;
        if (tokens.skipBlanks() !== QUOTE) tokens.failSyntax();
        tokens.skipString();
        if (tokens.skipBlanks() !== COLON) tokens.failSyntax();
        tokens.at++;
      } else if (!this.#member(CLOSE_BRACKET)) continue;
      this.#skipOne();
    }
  }
  end() {
    const tokens = this.#tokens;
    if (tokens.skipBlanks() !== 0 || tokens.at < tokens.input.limit) this.fail("continues after its end: the file contains two documents");
  }
  fail(problem) {
    return this.#tokens.fail(problem);
  }
  #skipOne() {
    const tokens = this.#tokens;
    const byte = tokens.skipBlanks();
    if (byte === QUOTE) tokens.skipString(); else if (byte === OPEN_BRACE) this.object(); else if (byte === OPEN_BRACKET) this.array(); else if (byte === DASH || byte >= ZERO && byte <= NINE) tokens.readNumber("a number"); else if (byte === LOWER_T) tokens.readLiteral("true"); else if (byte === LOWER_F) tokens.readLiteral("false"); else if (byte === LOWER_N) tokens.readLiteral("null"); else tokens.failSyntax();
  }
  #enter(bracket, expected) {
    const tokens = this.#tokens;
    if (tokens.skipBlanks() !== bracket) tokens.failExpected(expected);
    if (this.#depth === maxDepth) this.fail(`is nested more than ${maxDepth} levels deep`);
    tokens.at++;
    this.#open[++this.#depth] = bracket === OPEN_BRACE ? isObject : 0;
  }
  #member(end) {
    const tokens = this.#tokens;
    const byte = tokens.skipBlanks();
    if (byte === end) {
      tokens.at++;
      this.#depth--;
      return false;
    }
    const known = this.#open[this.#depth] ?? 0;
    if ((known & hasMember) === 0) {
      this.#open[this.#depth] = known | hasMember;
      return true;
    }
    if (byte !== COMMA) tokens.failSyntax();
    tokens.at++;
    if (tokens.skipBlanks() === end) tokens.failSyntax();
    return true;
  }
  #refuse(expected) {
    const {from: from, to: to, input: input} = this.#tokens;
    const seen = (0, src_quote.h)(input.bytes.toString("latin1", from, Math.min(to, from + 99)));
    return this.fail(`has ${seen} where ${expected} is expected`);
  }
}

var external_node_util_ = __nccwpck_require__("node:util");

var src_file = __nccwpck_require__("packages/kit/src/file.ts");

function openText(path) {
  const descriptor = (0, src_file.Tq)(path);
  const head = Buffer.alloc(256);
  const {encoding: encoding, mark: mark} = detectEncoding(head.subarray(0, (0, external_node_fs_.readSync)(descriptor, head, 0, 256, 0)));
  let position = mark;
  const raw = (into, at) => {
    const count = (0, external_node_fs_.readSync)(descriptor, into, at, into.length - at, position);
    position += count;
    return count;
  };
  const close = () => (0, external_node_fs_.closeSync)(descriptor);
  return encoding === "utf-8" ? {
    read: raw,
    close: close
  } : {
    read: decodedReader(raw, encoding),
    close: close
  };
}

function detectEncoding(head) {
  const starts = (...bytes) => bytes.every((byte, i) => head[i] === byte);
  if (starts(239, 187, 191)) return {
    encoding: "utf-8",
    mark: 3
  };
  if (starts(255, 254, 0, 0) || starts(0, 0, 254, 255)) return {
    encoding: "utf-32",
    mark: 0
  };
  if (starts(255, 254)) return {
    encoding: "utf-16le",
    mark: 2
  };
  if (starts(254, 255)) return {
    encoding: "utf-16be",
    mark: 2
  };
  if (head.length > 1 && head[0] !== 0 && head[1] === 0) return {
    encoding: "utf-16le",
    mark: 0
  };
  if (head[0] === 0 && head[1] !== 0) return {
    encoding: "utf-16be",
    mark: 0
  };
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(head.toString("latin1"))?.[1];
  const eightBits = !declared || /^(utf-?8|utf-16.*|(us-)?ascii)$/i.test(declared);
  return {
    encoding: eightBits ? "utf-8" : declared,
    mark: 0
  };
}

function decodedReader(raw, encoding) {
  const decoder = createDecoder(encoding);
  const chunk = new Uint8Array(65536);
  let pending = new Uint8Array(0);
  let ended = false;
  return (into, at) => {
    while (pending.length === 0 && !ended) {
      const count = raw(chunk, 0);
      ended = count === 0;
      pending = Buffer.from(decode(decoder, chunk.subarray(0, count), ended));
    }
    const piece = pending.subarray(0, into.length - at);
    into.set(piece, at);
    pending = pending.subarray(piece.length);
    return piece.length;
  };
}

function createDecoder(encoding) {
  try {
    return new external_node_util_.TextDecoder(encoding, {
      fatal: true
    });
  } catch {
    throw new errors.lZ(`uses the encoding ${(0, src_quote.h)(encoding)}, which is not supported; use UTF-8`);
  }
}

function decode(decoder, bytes, last) {
  try {
    return decoder.decode(bytes, {
      stream: !last
    });
  } catch {
    throw new errors.lZ(`declares ${decoder.encoding}, but contains bytes that are invalid in that encoding`);
  }
}

const open_elements_maxDepth = 1e3;

class OpenElements {
  depth=0;
  #starts=new Float64Array(open_elements_maxDepth + 1);
  #numbers=new Int32Array(open_elements_maxDepth + 1);
  #names=Buffer.alloc(4096);
  #ends=new Int32Array(open_elements_maxDepth + 1);
  push(number, start, bytes, from, to) {
    const at = this.#ends[this.depth] ?? 0;
    const end = at + to - from;
    if (end > this.#names.length) {
      const longer = Buffer.alloc(end * 2);
      this.#names.copy(longer);
      this.#names = longer;
    }
    for (let i = at; i < end; i++) this.#names[i] = bytes[from + i - at] ?? 0;
    this.depth++;
    this.#starts[this.depth] = start;
    this.#numbers[this.depth] = number;
    this.#ends[this.depth] = end;
  }
  get start() {
    return this.#starts[this.depth] ?? 0;
  }
  get number() {
    return this.#numbers[this.depth] ?? 0;
  }
  endOfName(bytes, from) {
    const names = this.#names;
    const end = this.#ends[this.depth] ?? 0;
    let i = this.#ends[this.depth - 1] ?? 0;
    let at = from;
    while (i < end && bytes[at] === names[i]) {
      at++;
      i++;
    }
    return i === end && this.depth > 0 ? at : -1;
  }
  get name() {
    return this.#names.toString("utf8", this.#ends[this.depth - 1], this.#ends[this.depth]);
  }
}

const encoded = /[\t\r\n&]/;

class XmlAttributes {
  from;
  to;
  stamps;
  stamp=0;
  #input;
  #names;
  constructor(input, names) {
    this.#input = input;
    this.#names = names;
    this.from = new Int32Array(names.size);
    this.to = new Int32Array(names.size);
    this.stamps = new Int32Array(names.size);
  }
  has(name) {
    return this.stamps[name] === this.stamp;
  }
  keep(name, from, to) {
    if (this.has(name)) return false;
    this.stamps[name] = this.stamp;
    this.from[name] = from;
    this.to[name] = to;
    return true;
  }
  text(name) {
    if (!this.has(name)) return;
    const value = this.#input.bytes.toString("utf8", this.from[name], this.to[name]);
    return encoded.test(value) ? decodeText(value.replace(/\r\n|[\t\r\n]/g, " ")) : value;
  }
  integer(name) {
    if (!this.has(name)) return;
    const {bytes: bytes} = this.#input;
    const to = this.to[name] ?? 0;
    const from = this.from[name] ?? 0;
    const negative = bytes[from] === DASH;
    let value = 0;
    let at = negative ? from + 1 : from;
    if (at === to) this.#refuse(name, "a whole number");
    for (;at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) this.#refuse(name, "a whole number");
      value = value * 10 + digit;
      if (value > 2147483647) this.#refuse(name, "a whole number below 2^31");
    }
    return negative ? -value : value;
  }
  positive(name) {
    if (!this.has(name)) return false;
    const {bytes: bytes} = this.#input;
    const to = this.to[name] ?? 0;
    const from = this.from[name] ?? 0;
    let at = from;
    let digits = 0;
    for (;at < to; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      digits |= digit;
    }
    if (at === to && to > from) return digits > 0;
    const value = bytes.toString("latin1", from, to).trim();
    if (value === "-") return false;
    if (!/^[+-]?\d+([.,]\d*)?(e[+-]?\d+)?$/i.test(value)) this.#refuse(name, "a number");
    return /^\+?[0.,]*[1-9]/.test(value);
  }
  is(name, word) {
    if (!this.has(name)) return false;
    const from = this.from[name] ?? 0;
    if ((this.to[name] ?? 0) - from !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (((this.#input.bytes[from + i] ?? 0) | 32) !== word.charCodeAt(i)) return false;
    return true;
  }
  #refuse(name, expected) {
    const seen = (0, src_quote.h)(this.text(name) ?? "");
    this.#input.fail(`has ${this.#names.nameOf(name)}=${seen} where ${expected} is expected`, this.to[name] ?? 0);
  }
}

function endOfComment(input, start) {
  const end = find(input, "--", start + 4);
  if (end < 0 || end + 2 === input.limit) return -1;
  if (input.bytes[end + 2] !== GREATER) input.fail('has "--" in a comment', end);
  return end + 3;
}

function endOfCdata(input, start) {
  const end = find(input, "]]>", start + 9);
  return end < 0 ? -1 : end + 3;
}

function endOfInstruction(input, start) {
  const end = find(input, "?>", start + 2);
  if (end < 0) return -1;
  const target = /^[A-Za-z_:\x80-\xff][\w:.\x80-\xff-]*(?=\s|$)/.exec(input.bytes.toString("latin1", start + 2, Math.min(end, start + 258)))?.[0];
  const first = input.positionOf(start) === 0;
  if (!target || /^xml$/i.test(target) && !(first && target === "xml")) input.fail("has a processing instruction that is not allowed here", start);
  return end + 2;
}

function endOfDoctype(input, start) {
  const {bytes: bytes, limit: limit} = input;
  let at = start + 9;
  let bracket = false;
  for (;at < limit; at++) {
    const byte = bytes[at];
    if (byte === GREATER && !bracket) return at + 1;
    if (byte === OPEN_BRACKET) bracket = true; else if (byte === CLOSE_BRACKET) bracket = false; else if (byte === QUOTE) at = find(input, '"', at + 1); else if (byte === APOSTROPHE) at = find(input, "'", at + 1); else if (byte === LESS && bytes[at + 1] === BANG && bytes[at + 2] === DASH) at = find(input, "--\x3e", at + 4); else if (byte === LESS && bytes[at + 1] === QUESTION) at = find(input, "?>", at + 2);
    if (at < 0) break;
  }
  return -1;
}

function endOfReference(input, start) {
  const {bytes: bytes, limit: limit} = input;
  let at = start + 1;
  while (bytes[at] !== SEMICOLON && at - start < 64 && at < limit) at++;
  if (at >= limit) return -1;
  const name = bytes.toString("utf8", start + 1, at);
  if (bytes[at] !== SEMICOLON || characterOf(name) === void 0) input.fail(`refers to ${(0, 
  src_quote.h)(`&${name};`, 40)}, but custom entities are not resolved`, start);
  return at + 1;
}

function find({bytes: bytes, limit: limit}, text, from) {
  const at = bytes.indexOf(text, from, "latin1");
  return at >= 0 && at + text.length <= limit ? at : -1;
}

const End = 0;

const Open = 1;

const Close = 2;

const Text = 3;

class XmlTokenizer {
  input;
  attributes;
  open=new OpenElements;
  at=0;
  name=0;
  isEmpty=false;
  textFrom=0;
  textTo=0;
  isVerbatim=false;
  #names;
  #started=false;
  #doctype=false;
  constructor(file, names) {
    this.input = new BufferedInput(file, "a tag, text or comment");
    this.#names = new NameTable(Object.keys(names));
    this.attributes = new XmlAttributes(this.input, this.#names);
  }
  next() {
    for (;;) {
      const token = this.#token();
      if (token !== void 0) return token;
    }
  }
  fail(problem, at = this.at) {
    return this.input.fail(problem, at);
  }
  #token() {
    const {bytes: bytes, limit: limit} = this.input;
    const start = this.at;
    if (start === limit) return this.#more() ? void 0 : this.#end();
    if (bytes[start] !== LESS) return this.#text();
    const next = bytes[start + 1] ?? 0;
    if ((characters_classes[next] ?? 0) & nameStart) return this.#tag();
    if (next === SLASH) return this.#endTag();
    if (next === BANG) return this.#declaration();
    if (next === QUESTION) return this.#continueAt(endOfInstruction(this.input, start));
    return this.#unfinished(start + 1, 'a "<" that does not start a tag');
  }
  #end() {
    if (this.open.depth > 0) this.#cutOff();
    if (!this.#started) this.fail("contains no XML element");
    return End;
  }
  #tag() {
    const {bytes: bytes, view: view} = this.input;
    const names = this.#names;
    const attributes = this.attributes;
    const start = this.at;
    const nameEnd = names.readElement(bytes, start + 1);
    const name = names.number;
    let at = nameEnd;
    let last = name;
    const stamp = ++attributes.stamp;
    for (;;) {
      const expected = names.attributeAfter(name, last);
      const from = expected > 0 ? names.valueOf(expected, view, at) : 0;
      if (from > 0) {
        let to = from;
        while ((characters_classes[bytes[to] ?? 0] ?? 0) & plainValue) to++;
        if (bytes[to] === QUOTE && attributes.stamps[expected] !== stamp) {
          attributes.stamps[expected] = stamp;
          attributes.from[expected] = from;
          attributes.to[expected] = to;
          at = to + 1;
          last = expected;
          continue;
        }
      }
      const gap = at;
      while ((characters_classes[bytes[at] ?? 0] ?? 0) & space) at++;
      const byte = bytes[at] ?? 0;
      if (byte === GREATER) break;
      if (byte === SLASH) {
        if (bytes[at + 1] !== GREATER) return this.#unfinished(at + 1, 'a "/" inside a tag');
        break;
      }
      if (!((characters_classes[byte] ?? 0) & nameStart)) return this.#unfinished(at, "a tag that is not closed");
      if (gap === at) return this.#unfinished(at, "attributes without a blank between them");
      at = this.#attribute(at, name, last);
      if (at < 0) return;
      last = names.number;
    }
    if (this.open.depth === 0 && this.#started) this.fail("continues after its end: the file contains two documents");
    if (this.open.depth === open_elements_maxDepth) this.fail(`is nested more than ${open_elements_maxDepth} elements deep`);
    this.#started = true;
    this.isEmpty = bytes[at] === SLASH;
    this.at = this.isEmpty ? at + 2 : at + 1;
    this.name = name;
    const kept = this.isEmpty ? start + 1 : nameEnd;
    this.open.push(name, this.input.positionOf(start), bytes, start + 1, kept);
    return Open;
  }
  #attribute(start, element, last) {
    const {bytes: bytes} = this.input;
    let at = this.#names.readAttribute(bytes, start, element, last);
    const name = this.#names.number;
    while ((characters_classes[bytes[at] ?? 0] ?? 0) & space) at++;
    if (bytes[at] !== EQUALS) return this.#short(at, "an attribute without a value");
    at++;
    while ((characters_classes[bytes[at] ?? 0] ?? 0) & space) at++;
    const mark = bytes[at] ?? 0;
    if (mark !== QUOTE && mark !== APOSTROPHE) return this.#short(at, "an attribute without quotes");
    const from = ++at;
    for (;;) {
      while ((characters_classes[bytes[at] ?? 0] ?? 0) & plainValue) at++;
      const byte = bytes[at] ?? 0;
      if (byte === mark) break;
      if (byte === AMPERSAND) {
        at = endOfReference(this.input, at);
        if (at < 0) return this.#short(this.input.limit, "");
      } else if (byte === QUOTE || byte === APOSTROPHE || (characters_classes[byte] ?? 0) & space) at++; else return this.#short(at, "an attribute that is not closed, or a character XML does not allow");
    }
    if (name > 0 && !this.attributes.keep(name, from, at)) this.fail("has the same attribute twice in a tag", from);
    return at + 1;
  }
  #endTag() {
    const {bytes: bytes, limit: limit} = this.input;
    let at = this.open.endOfName(bytes, this.at + 2);
    if (at < 0) return this.#wrongEndTag();
    while ((characters_classes[bytes[at] ?? 0] ?? 0) & space) at++;
    if (bytes[at] !== GREATER) return at < limit ? this.#wrongEndTag() : this.#wait();
    this.at = at + 1;
    return Close;
  }
  #wrongEndTag() {
    const {bytes: bytes, limit: limit} = this.input;
    let at = this.at + 2;
    while ((characters_classes[bytes[at] ?? 0] ?? 0) & nameByte) at++;
    if (at >= limit) return this.#wait();
    const seen = (0, src_quote.h)(`</${bytes.toString("utf8", this.at + 2, at)}>`);
    if (this.open.depth === 0) this.fail(`has ${seen} where no element is open`);
    this.fail(`has ${seen} where </${this.#openName()}> is expected`);
  }
  #openName() {
    return (0, src_quote.h)(this.open.name, 40).slice(1, -1);
  }
  #text() {
    const {bytes: bytes, limit: limit} = this.input;
    let at = this.at;
    while ((characters_classes[bytes[at] ?? 0] ?? 0) & space) at++;
    const blank = bytes[at] === LESS || at === limit && this.open.depth === 0;
    if (blank) return this.#continueAt(at);
    if (this.open.depth === 0) this.fail("is not XML: there is text outside the root element", at);
    for (;;) {
      while ((characters_classes[bytes[at] ?? 0] ?? 0) & plainText) at++;
      const byte = bytes[at] ?? 0;
      if (byte === LESS) break;
      if (byte === AMPERSAND) {
        at = endOfReference(this.input, at);
        if (at < 0) return this.#wait();
      } else if (byte === CLOSE_BRACKET) {
        if (bytes[at + 1] === CLOSE_BRACKET && bytes[at + 2] === GREATER) this.fail('has a "]]>" in its text', at);
        at++;
      } else return this.#unfinished(at, "a character XML does not allow");
    }
    return this.#hold(this.at, at, at, false);
  }
  #hold(from, to, end, verbatim) {
    this.textFrom = from;
    this.textTo = to;
    this.isVerbatim = verbatim;
    this.at = end;
    return Text;
  }
  #declaration() {
    const input = this.input;
    const start = this.at;
    if (input.limit - start < 9) return this.#wait();
    const head = input.bytes.toString("latin1", start, start + 9);
    if (head.startsWith("\x3c!--")) return this.#continueAt(endOfComment(input, start));
    if (head === "<![CDATA[" && this.open.depth > 0) {
      const end = endOfCdata(input, start);
      return end < 0 ? this.#wait() : this.#hold(start + 9, end - 3, end, true);
    }
    if (head !== "<!DOCTYPE" || this.#started || this.#doctype) this.fail(`has ${(0, 
    src_quote.h)(head)} where it is not allowed`);
    const end = endOfDoctype(input, start);
    this.#doctype = end >= 0;
    return this.#continueAt(end);
  }
  #continueAt(end) {
    if (end < 0) return this.#wait();
    this.at = end;
    return;
  }
  #unfinished(at, fault) {
    if (at < this.input.limit) this.fail(`has ${fault}`, at);
    return this.#wait();
  }
  #short(at, fault) {
    this.#unfinished(at, fault);
    return -1;
  }
  #wait() {
    if (!this.#more()) this.#cutOff();
    return;
  }
  #cutOff() {
    const inside = this.open.depth > 0 ? `<${this.#openName()}>` : "a tag";
    this.fail(`ends in the middle, inside ${inside}: it was cut off while being written`);
  }
  #more() {
    const hasMore = this.input.more(this.at);
    this.at = 0;
    return hasMore;
  }
}

class XmlReader {
  name=0;
  #tokens;
  #isClosing=false;
  #isClosed=false;
  constructor(file, names) {
    this.#tokens = new XmlTokenizer(file, names);
  }
  get depth() {
    return this.#tokens.open.depth;
  }
  next() {
    if (this.#isClosed) this.#leave();
    const event = this.#isClosing ? Close : this.#tokens.next();
    this.#isClosing = event === Open && this.#tokens.isEmpty;
    this.#isClosed = event === Close;
    if (event === Open) this.name = this.#tokens.name; else if (event === Close) this.name = this.#tokens.open.number;
    return event;
  }
  nextOpen(depth = 0) {
    for (;;) {
      if (this.#isClosing && this.depth > depth) this.#leave();
      const event = this.next();
      if (event === Open) return true;
      if (event === End || event === Close && this.depth === depth) return false;
    }
  }
  readRecords(records, depth) {
    if (depth === 0 || depth === open_elements_maxDepth) return 0;
    const {input: input, open: open, at: at} = this.#tokens;
    if (this.depth === depth + 1 && (this.#isClosing || this.#isClosed)) {
      const start = input.indexOf(open.start);
      if (start >= 0) records.learn(input.bytes, start, at);
      this.#leave();
    }
    if (this.depth !== depth || this.#isClosing || this.#isClosed) return 0;
    const count = records.read(input.bytes, input.view, at);
    if (count > 0) this.#tokens.at = records.end;
    return count;
  }
  skip() {
    const {depth: depth} = this;
    while (this.nextOpen(depth)) ;
  }
  readText() {
    const {depth: depth} = this;
    let text = "";
    for (let event = this.next(); event !== End; event = this.next()) {
      if (event === Text) text += this.content;
      if (event === Close && this.depth === depth) break;
    }
    return text.trim();
  }
  get content() {
    const {input: input, textFrom: textFrom, textTo: textTo, isVerbatim: isVerbatim} = this.#tokens;
    const text = input.bytes.toString("utf8", textFrom, textTo).replace(/\r\n?/g, "\n");
    return isVerbatim ? text : decodeText(text);
  }
  has(attribute) {
    return this.#tokens.attributes.has(attribute);
  }
  text(attribute) {
    return this.#tokens.attributes.text(attribute);
  }
  integer(attribute) {
    return this.#tokens.attributes.integer(attribute);
  }
  positive(attribute) {
    return this.#tokens.attributes.positive(attribute);
  }
  is(attribute, word) {
    return this.#tokens.attributes.is(attribute, word);
  }
  fail(problem, at) {
    return this.#tokens.fail(problem, at);
  }
  #leave() {
    this.#isClosing = false;
    this.#isClosed = false;
    this.#tokens.open.depth--;
  }
}

function xmlReport(file, names, read) {
  const opened = openText(file);
  try {
    return read(new XmlReader(opened, names));
  } finally {
    opened.close();
  }
}

function jsonReport(file, read) {
  const opened = openText(file);
  try {
    const json = new JsonReader(opened);
    const coverage = new Coverage;
    const remarks = read(json, coverage);
    json.end();
    return {
      coverage: coverage,
      remarks: remarks
    };
  } finally {
    opened.close();
  }
}

const clover = {
  name: "clover",
  title: "Clover XML",
  advice: {
    statements: "the statements of this tool are lines here"
  },
  recognizes: head => head.isXml("coverage", [ "project", "testproject" ], [ "clover", "generated" ]),
  read: file => xmlReport(file, names, readReport)
};

const names = xmlNames("project", "testproject", "package", "file", "metrics", "line", "name", "path", "num", "type", "count", "truecount", "falsecount", "elements", "statements", "coveredstatements", "conditionals", "coveredconditionals", "methods", "coveredmethods");

function readReport(xml) {
  const reading = {
    coverage: (new Coverage).measuring("lines"),
    linesOnly: true
  };
  const {coverage: coverage} = reading;
  let declared;
  xml.nextOpen();
  while (xml.nextOpen()) if (xml.name === names.testproject) xml.skip(); else if (xml.name === names.project) declared = readProject(xml, reading);
  return {
    coverage: coverage,
    remarks: reconcileTotals(totalsFrom(declared, reading), coverage)
  };
}

function readProject(xml, reading) {
  const depth = xml.depth;
  let declared;
  let folder = "";
  while (xml.nextOpen(depth)) if (xml.name === names.package) folder = xml.text(names.name) ?? ""; else if (xml.name === names.file) readFile(xml, xml.depth > depth + 1 ? folder : "", reading); else if (xml.name === names.metrics && xml.depth === depth + 1) declared = readMetrics(xml);
  return declared;
}

function readFile(xml, folder, reading) {
  const depth = xml.depth;
  const file = fileOfElement(xml, folder, reading);
  const branches = new Map;
  const methods = [];
  let metrics;
  while (xml.nextOpen(depth)) if (xml.name === names.metrics && xml.depth === depth + 1) metrics = readMetrics(xml); else if (xml.name !== names.line) continue; else if (xml.is(names.type, "method")) methods.push(xml.positive(names.count)); else clover_readLine(xml, file, branches);
  addBranches(file, branches, metrics, reading.coverage);
  addCounts(file, methods, metrics, reading);
}

function fileOfElement(xml, folder, {coverage: coverage}) {
  const path = xml.text(names.path) ?? xml.text(names.name);
  if (!path) xml.fail("has a <file> without path and name");
  const isBare = !isAbsolutePath(path) && !xml.has(names.path);
  return coverage.file(normalizePath(path), isBare ? folder : "");
}

function clover_readLine(xml, file, branches) {
  const line = xml.integer(names.num);
  if (line === void 0) xml.fail("has a <line> without num");
  const whenTrue = xml.positive(names.truecount);
  const whenFalse = xml.positive(names.falsecount);
  const isCondition = xml.is(names.type, "cond");
  const isBare = isCondition && !xml.has(names.count);
  file.line(line, isBare ? whenTrue || whenFalse : xml.positive(names.count));
  if (!isCondition) return;
  const known = branches.get(line) ?? {
    covered: 0,
    total: 0
  };
  const taken = (whenTrue ? 1 : 0) + (whenFalse ? 1 : 0);
  branches.set(line, {
    covered: known.covered + taken,
    total: known.total + 2
  });
}

function addBranches(file, listed, metrics, coverage) {
  coverage.measuring("branches");
  const counts = [ ...listed.values() ];
  const covered = counts.reduce((sum, count) => sum + count.covered, 0);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  const declared = metrics?.conditionals ?? {
    covered: covered,
    total: total
  };
  const agrees = declared.covered === covered && declared.total === total;
  if (metrics?.elements === false || !agrees) file.add("branches", declared); else for (const [line, count] of listed) file.branches(line, count.covered, count.total);
}

function addCounts(file, methods, metrics, reading) {
  reading.coverage.measuring("functions");
  const listed = {
    covered: methods.filter(Boolean).length,
    total: methods.length
  };
  file.add("functions", metrics?.methods ?? listed);
  if (!metrics?.elements) return;
  reading.linesOnly = false;
  reading.coverage.measuring("statements");
  file.add("statements", metrics.statements);
}

function readMetrics(xml) {
  const count = (covered, total) => {
    const found = {
      covered: xml.integer(covered) ?? 0,
      total: xml.integer(total) ?? 0
    };
    if (found.covered < 0 || found.covered > found.total) xml.fail(`has ${found.covered} of ${found.total} covered in its <metrics>`);
    return found;
  };
  return {
    elements: xml.has(names.elements),
    statements: count(names.coveredstatements, names.statements),
    conditionals: count(names.coveredconditionals, names.conditionals),
    methods: count(names.coveredmethods, names.methods)
  };
}

function totalsFrom(metrics, {linesOnly: linesOnly}) {
  if (!metrics) return {};
  const {statements: statements, conditionals: branches, methods: functions} = metrics;
  return linesOnly ? {
    lines: statements,
    branches: branches,
    functions: functions
  } : {
    statements: statements,
    branches: branches,
    functions: functions
  };
}

const batchSize = 256;

const recordFields = {
  end: 0,
  kind: 1,
  numbers: 2
};

const dropped = -1;

const openTag = /^<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*)\s*\/?>/;

const attribute = /([^\s=<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const tags = /<\/?([^\s/>!?]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*\/?>\s*/g;

function parseTemplate(text, format) {
  const [tag = "", name, list = ""] = openTag.exec(text) ?? [];
  if (name !== format.element) return;
  const inside = text.slice(tag.length);
  const tagsInside = Array.from(inside.matchAll(tags), ([, tagName = ""]) => tagName);
  const isPlain = inside.replace(tags, "").trim() === "";
  if (!isPlain || tagsInside.some(tagName => tagName !== name && !format.inside.includes(tagName))) return;
  const attributes = Array.from(list.matchAll(attribute), ([, key = "", double, single]) => [ key, double ?? single ?? "" ]);
  const layout = format.layoutOf(Object.fromEntries(attributes));
  return layout && split(text, tag.length, layout);
}

function split(text, tag, {kind: kind, numbers: numbers}) {
  const texts = [];
  const places = [];
  let end = 0;
  for (const found of text.matchAll(attribute)) {
    const [whole, key = "", double, single] = found;
    const value = double ?? single ?? "";
    const digits = Array.from(value.matchAll(/\d+/g));
    const isOwn = found.index < tag;
    const indices = isOwn ? ownOf(numbers, key) : void 0;
    if (indices && indices.length !== digits.length) return;
    const from = found.index + whole.length - 1 - value.length;
    digits.forEach((run, i) => {
      texts.push(text.slice(end, from + run.index));
      places.push(indices?.[i] ?? dropped);
      end = from + run.index + run[0].length;
    });
  }
  return {
    texts: [ ...texts, text.slice(end) ],
    places: places,
    kind: kind
  };
}

function ownOf(record, key) {
  return Object.hasOwn(record, key) ? record[key] : void 0;
}

const maxSamples = 200;

const maxSampleLength = 1024;

const recordEnd = -1;

const moreText = -2;

const maxBytes = 32;

const fourBlanks = 538976288;

class RecordMatcher {
  values;
  width;
  end=0;
  #format;
  #samples=0;
  #root;
  #lastStart;
  #used=0;
  constructor(format) {
    this.#format = format;
    this.width = recordFields.numbers + format.size + 1;
    this.values = new Int32Array((batchSize + 1) * this.width);
  }
  learn(bytes, from, to) {
    if (this.#samples === maxSamples || to - from > maxSampleLength) return;
    this.#samples++;
    const template = parseTemplate(bytes.toString("latin1", from, to), this.#format);
    if (template) this.#keep(template);
  }
  read(bytes, view, from) {
    const {values: values, width: width} = this;
    const format = this.#format;
    values.fill(0, 0, this.#used);
    let count = 0;
    let at = from;
    while (at >= 0 && count < batchSize) {
      this.end = at;
      const usual = format.readUsual?.(bytes, view, at, values, width, count) ?? count;
      if (usual > count) {
        count = usual;
        at = values[(count - 1) * width] ?? 0;
      } else {
        at = this.#readRecord(bytes, view, at, count * width);
        if (at >= 0) count++;
      }
    }
    if (at >= 0) this.end = at;
    this.#used = (count + 1) * width;
    return count;
  }
  #readRecord(bytes, view, from, record) {
    const root = this.#root;
    if (root === void 0) return -1;
    const {values: values} = this;
    const lastStart = this.#lastStart ?? root;
    const start = afterBlanks(bytes, view, from);
    let at = start;
    let text = lastStart.after;
    for (;;) {
      if (!text.isAt(view, at)) {
        const alternative = text.alternative;
        if (alternative) text = alternative; else if (at > start || lastStart.after === root) return -1; else {
          lastStart.after = root;
          text = root;
        }
        continue;
      }
      if (at === start) {
        if (lastStart.after !== text) lastStart.after = text;
        this.#lastStart = text;
      }
      at += text.length;
      const {place: place} = text;
      if (place >= 0) {
        const number = readDigits(bytes, at);
        if (number < 0) return -1;
        at += number & digitCountMask;
        values[record + place] = number >> digitCountBits;
      } else if (place === recordEnd) {
        values[record] = at;
        values[record + recordFields.kind] = text.kind;
        return at;
      }
      text = text.next ?? root;
    }
  }
  #keep({texts: texts, places: places, kind: kind}) {
    let last;
    texts.forEach((text, i) => {
      const place = this.#placeOf(places[i]);
      for (let from = 0; from < text.length; from += maxBytes) {
        const piece = text.slice(from, from + maxBytes);
        const isCut = from + maxBytes < text.length;
        last = this.#textAfter(last, piece, isCut ? moreText : place);
      }
    });
    if (last) last.kind = kind;
  }
  #placeOf(number) {
    if (number === void 0) return recordEnd;
    return number === dropped ? this.width - 1 : recordFields.numbers + number;
  }
  #textAfter(before, content, place) {
    let text = before ? before.next : this.#root;
    let tried;
    while (text) {
      if (text.text === content && text.place === place) return text;
      tried = text;
      text = text.alternative;
    }
    const added = new RecordText(content, place);
    this.#root ??= added;
    added.after = this.#root;
    if (tried) tried.alternative = added; else if (before) before.next = added;
    return added;
  }
}

class RecordText {
  text;
  length;
  place;
  kind=0;
  next;
  alternative;
  after;
  #one;
  #two;
  #three;
  #four;
  #five;
  #six;
  #seven;
  #last;
  #mask;
  constructor(text, place) {
    this.text = text;
    this.length = text.length;
    this.place = place;
    this.next = void 0;
    this.alternative = void 0;
    this.after = this;
    this.#one = wordOf(text, 0);
    this.#two = wordOf(text, 4);
    this.#three = wordOf(text, 8);
    this.#four = wordOf(text, 12);
    this.#five = wordOf(text, 16);
    this.#six = wordOf(text, 20);
    this.#seven = wordOf(text, 24);
    this.#last = wordOf(text, Math.max(text.length - 4, 0));
    this.#mask = wordOf("ÿ".repeat(Math.min(text.length, 4)), 0);
  }
  isAt(view, at) {
    const {length: length} = this;
    if (length < 4) return ((view.getInt32(at, true) ^ this.#one) & this.#mask) === 0;
    if (view.getInt32(at + length - 4, true) !== this.#last) return false;
    if (view.getInt32(at, true) !== this.#one) return false;
    if (length <= 8) return true;
    if (view.getInt32(at + 4, true) !== this.#two) return false;
    if (length <= 12) return true;
    if (view.getInt32(at + 8, true) !== this.#three) return false;
    if (length <= 16) return true;
    if (view.getInt32(at + 12, true) !== this.#four) return false;
    if (length <= 20) return true;
    if (view.getInt32(at + 16, true) !== this.#five) return false;
    if (length <= 24) return true;
    if (view.getInt32(at + 20, true) !== this.#six) return false;
    return length <= 28 || view.getInt32(at + 24, true) === this.#seven;
  }
}

function afterBlanks(bytes, view, from) {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== SPACE && byte !== LF && byte !== TAB && byte !== CR) return at;
    at++;
    while (view.getInt32(at, true) === fourBlanks) at += 4;
  }
}

const inRecord = {
  number: 2,
  hits: 3,
  taken: 4,
  branches: 5
};

const line1 = wordOf("<lin");

const line2 = wordOf("e nu");

const line3 = wordOf("mber");

const line4 = wordOf('er="');

const hits1 = wordOf('" hi');

const hits2 = wordOf('ts="');

const cobertura_fast_end = wordOf('"/>');

const branchText = Int32Array.from('" branch="true" condition-coverage="'.match(/.{4}/g) ?? [], text => wordOf(text));

const fractionStart = wordOf("% (");

const fractionEnd = wordOf(')"/>');

const readUsual = (bytes, view, from, values, width, first) => {
  let at = from;
  for (let count = first; ;count++) {
    if (count === batchSize) return count;
    at = afterBlanks(bytes, view, at);
    if ((view.getInt32(at, true) ^ line1 | view.getInt32(at + 4, true) ^ line2) !== 0) return count;
    if ((view.getInt32(at + 8, true) ^ line3 | view.getInt32(at + 10, true) ^ line4) !== 0) return count;
    at += '<line number="'.length;
    const number = readDigits(bytes, at);
    at += number & digitCountMask;
    if ((view.getInt32(at, true) ^ hits1 | view.getInt32(at + 4, true) ^ hits2) !== 0) return count;
    at += '" hits="'.length;
    const hits = readDigits(bytes, at);
    at += hits & digitCountMask;
    if ((number | hits) < 0) return count;
    const record = count * width;
    if (((view.getInt32(at, true) ^ cobertura_fast_end) & 16777215) === 0) at += '"/>'.length; else at = readBranches(bytes, view, at, values, record);
    if (at < 0) return count;
    values[record + recordFields.end] = at;
    values[record + inRecord.number] = number >> digitCountBits;
    values[record + inRecord.hits] = hits >> digitCountBits;
  }
};

function readBranches(bytes, view, from, values, record) {
  let at = from;
  for (let i = 0; i < branchText.length; i++, at += 4) if (view.getInt32(at, true) !== branchText[i]) return -1;
  const percent = readDigits(bytes, at);
  at += percent & digitCountMask;
  if (((view.getInt32(at, true) ^ fractionStart) & 16777215) !== 0 || percent < 0) return -1;
  at += "% (".length;
  const taken = readDigits(bytes, at);
  at += taken & digitCountMask;
  if (bytes[at] !== SLASH) return -1;
  at++;
  const branches = readDigits(bytes, at);
  at += branches & digitCountMask;
  if (view.getInt32(at, true) !== fractionEnd || (taken | branches) < 0) return -1;
  values[record + inRecord.taken] = taken >> digitCountBits;
  values[record + inRecord.branches] = branches >> digitCountBits;
  return at + ')"/>'.length;
}

const cobertura_names_names = xmlNames("coverage", "source", "package", "class", "method", "lines", "line", "filename", "name", "signature", "number", "hits", "branch", "condition-coverage", "missing-branches", "lines-valid", "lines-covered", "branches-valid", "branches-covered", "line-rate", "branch-rate", "complexity");

const {"condition-coverage": conditions, "missing-branches": missing} = cobertura_names_names;

const usual = [ [ "50% (1/2)", {
  covered: 1,
  total: 2
} ], [ "100% (2/2)", {
  covered: 2,
  total: 2
} ], [ "0% (0/2)", {
  covered: 0,
  total: 2
} ] ];

function readBranchCount(xml, reading) {
  for (const [text, count] of usual) if (xml.is(conditions, text)) return count;
  const text = xml.text(conditions) ?? "";
  const [, covered, total] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text) ?? [];
  if (covered !== void 0 && total !== void 0) {
    const count = {
      covered: Number(covered),
      total: Number(total)
    };
    if (count.covered > count.total) failTaken(xml, count.covered, count.total);
    return count.total > 0 ? count : void 0;
  }
  if (!/^\s*\d+([.,]\d*)?\s*%/.test(text)) return;
  reading.hasPercentOnly = true;
  return {
    covered: /^\s*100\D/.test(text) ? 1 : 0,
    total: 1
  };
}

function readMissedNames(xml, {covered: covered, total: total}) {
  const names = new Set(xml.text(missing)?.match(/[^\s,]+/g));
  return names.size === total - covered ? [ ...names ] : [];
}

function checkBranches(xml, records, at) {
  const taken = records[at + inRecord.taken] ?? 0;
  const branches = records[at + inRecord.branches] ?? 0;
  if (taken > branches) failTaken(xml, taken, branches, records[at + recordFields.end]);
}

function failTaken(xml, taken, branches, at) {
  xml.fail(`has ${taken} of ${branches} branches covered in a line`, at);
}

const cobertura = {
  name: "cobertura",
  title: "Cobertura XML",
  advice: {
    branches: "pytest measures them with --cov-branch, coverage.py with --branch",
    statements: "Cobertura contains only lines; the statements of coverage.py are lines here"
  },
  recognizes: head => head.isXml("coverage", [ "packages", "package", "sources", "classes", "class[filename]" ], [ "line-rate", "lines-valid" ]),
  read: file => xmlReport(file, cobertura_names_names, cobertura_readReport)
};

const {number: number, hits: hits, branch: branch} = cobertura_names_names;

const lineFormat = {
  element: "line",
  inside: [ "conditions", "condition" ],
  size: 4,
  readUsual: readUsual,
  layoutOf: attributes => {
    const {number: number = "", hits: hits = "", branch: branch = "", "condition-coverage": fraction = ""} = attributes;
    if (!/^\d+$/.test(number) || !/^\d+$/.test(hits)) return;
    if (attributes["missing-branches"] !== void 0) return;
    const numbers = {
      number: [ 0 ],
      hits: [ 1 ]
    };
    if (branch.toLowerCase() !== "true") return {
      kind: 0,
      numbers: numbers
    };
    const [, percent] = /^(\d+(?:[.,]\d+)?)% \(\d+\/\d+\)$/.exec(fraction) ?? [];
    if (percent === void 0) return;
    const skipped = percent.split(/[.,]/).map(() => dropped);
    return {
      kind: 1,
      numbers: {
        ...numbers,
        "condition-coverage": [ ...skipped, 2, 3 ]
      }
    };
  }
};

function cobertura_readReport(xml) {
  const records = new RecordMatcher(lineFormat);
  const reading = {
    coverage: (new Coverage).measuring("lines"),
    sources: [],
    package: "",
    occurrences: new Map,
    records: records,
    line: new Int32Array(records.width),
    missed: [],
    methodRecords: new Int32Array(64 * records.width),
    methodRecordCount: 0,
    hasPercentOnly: false
  };
  const {coverage: coverage, sources: sources} = reading;
  let declared = {};
  while (xml.nextOpen()) if (xml.name === cobertura_names_names.coverage) declared = readTotals(xml); else if (xml.name === cobertura_names_names.source) sources.push(xml.readText()); else if (xml.name === cobertura_names_names.package) reading.package = xml.text(cobertura_names_names.name) ?? ""; else if (xml.name === cobertura_names_names.class) cobertura_readClass(xml, reading);
  const remarks = reconcileTotals(declared, coverage);
  if (reading.hasPercentOnly) remarks.push("contains only a percentage for the branches of some lines; each of these lines counts as one branch.");
  return {
    coverage: coverage,
    sources: sources,
    remarks: remarks
  };
}

function cobertura_readClass(xml, reading) {
  const depth = xml.depth;
  const name = xml.text(cobertura_names_names.name) ?? "";
  const file = fileOfClass(xml, name, reading);
  reading.methodRecordCount = 0;
  let listed = false;
  const add = (records, count) => {
    listed = true;
    addRecords(xml, records, count, file, reading);
  };
  while (xml.nextOpen(depth)) if (xml.name === cobertura_names_names.method) readMethod(xml, name, file, reading); else if (xml.name === cobertura_names_names.class) xml.fail("has a <class> inside another"); else readLines(xml, reading, add);
  if (!listed) addRecords(xml, reading.methodRecords, reading.methodRecordCount, file, reading);
}

function readMethod(xml, ofClass, file, reading) {
  const depth = xml.depth;
  const name = `${ofClass}\0${xml.text(cobertura_names_names.name)}\0${xml.text(cobertura_names_names.signature)}`;
  const hasHits = xml.has(hits);
  let covered = xml.positive(hits);
  let first;
  const {width: width} = reading.records;
  const keep = (records, count) => {
    first ??= records[inRecord.number];
    for (let at = 0; at < count * width; at += width) {
      covered ||= records[at + inRecord.hits] !== 0;
      checkBranches(xml, records, at);
    }
    keepRecords(records, count, reading);
  };
  while (xml.nextOpen(depth)) readLines(xml, reading, keep);
  if (!hasHits && first === void 0) return;
  reading.coverage.measuring("functions");
  file.function(`${name}\0${first}`, covered, cobertura.name);
}

function readLines(xml, reading, take) {
  const {records: records} = reading;
  let inside = xml.depth;
  if (xml.name === cobertura_names_names.line) {
    cobertura_readLine(xml, reading);
    take(reading.line, 1);
    xml.skip();
    inside--;
  } else if (xml.name !== cobertura_names_names.lines) return;
  for (let count = xml.readRecords(records, inside); count > 0; count = xml.readRecords(records, inside)) take(records.values, count);
}

function cobertura_readLine(xml, reading) {
  const {line: line} = reading;
  const at = xml.integer(number);
  if (at === void 0) xml.fail("has a <line> without number");
  const branches = xml.is(branch, "true") ? readBranchCount(xml, reading) : void 0;
  line[inRecord.number] = at;
  line[inRecord.hits] = xml.positive(hits) ? 1 : 0;
  line[inRecord.taken] = branches?.covered ?? 0;
  line[inRecord.branches] = branches?.total ?? 0;
  reading.missed = branches ? readMissedNames(xml, branches) : [];
}

function keepRecords(records, count, reading) {
  const {width: width} = reading.records;
  const from = reading.methodRecordCount * width;
  const size = count * width;
  if (from + size > reading.methodRecords.length) {
    const longer = new Int32Array((from + size) * 2);
    longer.set(reading.methodRecords);
    reading.methodRecords = longer;
  }
  reading.methodRecords.set(records.subarray(0, size), from);
  reading.methodRecordCount += count;
}

function addRecords(xml, records, count, file, reading) {
  const {coverage: coverage, line: line, missed: missed} = reading;
  const {width: width} = reading.records;
  file.lines(records, width, count, inRecord.number, inRecord.hits);
  for (let at = 0; at < count * width; at += width) {
    checkBranches(xml, records, at);
    const branches = records[at + inRecord.branches] ?? 0;
    if (branches === 0) continue;
    coverage.measured.add("branches");
    const lineNumber = records[at + inRecord.number] ?? 0;
    const taken = records[at + inRecord.taken] ?? 0;
    if (records === line && missed.length > 0) file.branchesExcept(lineNumber, taken, branches, missed); else file.branches(lineNumber, taken, branches);
  }
}

function readTotals(xml) {
  const count = (coveredName, validName) => {
    const [covered = "", valid = ""] = [ xml.text(coveredName), xml.text(validName) ];
    if (!/^\d{1,15}$/.test(covered) || !/^\d{1,15}$/.test(valid)) return;
    if (Number(covered) > Number(valid)) return;
    return {
      covered: Number(covered),
      total: Number(valid)
    };
  };
  return {
    lines: count(cobertura_names_names["lines-covered"], cobertura_names_names["lines-valid"]),
    branches: count(cobertura_names_names["branches-covered"], cobertura_names_names["branches-valid"])
  };
}

function fileOfClass(xml, ofClass, reading) {
  const filename = xml.text(cobertura_names_names.filename);
  if (filename === void 0) xml.fail("has a <class> without filename");
  const path = normalizePath(filename);
  if (reading.sources.length < 2 || isAbsolutePath(path)) return reading.coverage.file(path);
  const [, namespace = ""] = /^([^/<]*)\./.exec(ofClass) ?? [];
  const module = `${reading.package}/${namespace}`;
  const key = [ path, module, ofClass ].join("\0");
  const repetition = (reading.occurrences.get(key) ?? 0) + 1;
  reading.occurrences.set(key, repetition);
  return reading.coverage.file(path, repetition > 1 ? `${repetition}/${module}` : module);
}

function namedFile(coverage, name) {
  return coverage.file(normalizePath(name));
}

const headSize = 64 * 1024;

const head_maxBytes = 512 * 1024;

function readHead(file) {
  const text = head_readText(file).trimStart();
  let outline;
  const rootName = parseRootName(text);
  return {
    text: text,
    get json() {
      outline ??= /^[{[]/.test(text) ? readOutline(text) : void 0;
      return outline;
    },
    isXml: (root, ...signature) => {
      const mayBe = text.startsWith("<") && (rootName ?? root) === root;
      return mayBe && isXml(file, root, ...signature);
    }
  };
}

function parseRootName(text) {
  const prolog = /^(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*>)*/;
  const rest = text.slice(prolog.exec(text)?.[0].length);
  return /^<([^\s/>!?]+)/.exec(rest)?.[1];
}

function hasPath(json, ...path) {
  return valuesAt(json, ...path).length > 0;
}

function valuesAt(json, ...path) {
  if (json === void 0) return [];
  const [key, ...rest] = path;
  if (key === void 0) return [ json ];
  return membersOf(json).flatMap(([name, value]) => key === "*" || key === name ? valuesAt(value, ...rest) : []);
}

function membersOf(json) {
  if (json instanceof Map) return [ ...json ];
  return Array.isArray(json) ? Object.entries(json) : [];
}

function head_readText(file) {
  const opened = openText(file);
  try {
    const bytes = Buffer.alloc(headSize);
    let size = 0;
    for (let count = -1; count !== 0 && size < headSize; size += count) count = opened.read(bytes, size);
    return bytes.toString("utf8", 0, size);
  } finally {
    opened.close();
  }
}

function isXml(file, root, elements, attributes = []) {
  const children = elements.map(element => /^(.+?)(?:\[(.+)\])?$/.exec(element) ?? []);
  const words = [ root, ...attributes, ...children.flatMap(([, ...parts]) => parts.filter(Boolean)) ];
  const names = xmlNames(...new Set(words));
  const opened = openText(file);
  let size = 0;
  const counted = {
    read(into, at) {
      const count = opened.read(into, at);
      size += count;
      return count;
    },
    close() {}
  };
  try {
    const xml = new XmlReader(counted, names);
    if (!xml.nextOpen() || xml.name !== names[root]) return false;
    const hasAttribute = attributes.some(attribute => xml.has(names[attribute] ?? 0));
    let isEmpty = true;
    while (xml.nextOpen(1)) {
      isEmpty = false;
      const isKnown = children.some(([, name = "", attribute]) => xml.name === names[name] && (!attribute || xml.has(names[attribute] ?? 0)));
      if (isKnown) return true;
      const {depth: depth} = xml;
      while (xml.nextOpen(depth)) if (size > head_maxBytes) return false;
    }
    return isEmpty && hasAttribute;
  } finally {
    opened.close();
  }
}

function readOutline(text) {
  const top = [];
  try {
    addOutline(new JsonReader(textFile(text)), 0, value => top.push(value));
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
  }
  return top[0];
}

const head_maxDepth = 8;

function addOutline(json, depth, add) {
  const kind = json.kind();
  if (kind === '"') add(json.text()); else if (kind === "{" && depth < head_maxDepth) {
    const members = new Map;
    add(members);
    json.object();
    while (json.key()) {
      const name = json.name();
      addOutline(json, depth + 1, value => members.set(name, value));
    }
  } else if (kind === "[" && depth < head_maxDepth) {
    const elements = [];
    add(elements);
    json.array();
    while (json.element()) addOutline(json, depth + 1, value => elements.push(value));
  } else {
    json.skip();
    add(kind === "0" ? 0 : kind === "t" ? true : kind === "f" ? false : null);
  }
}

function textFile(text) {
  let rest = Buffer.from(text);
  return {
    read(into, at) {
      const piece = rest.subarray(0, into.length - at);
      into.set(piece, at);
      rest = rest.subarray(piece.length);
      return piece.length;
    },
    close() {}
  };
}

const codecov = {
  name: "codecov",
  title: "Codecov JSON",
  advice: {
    branches: "Codecov JSON contains them only for some lines; use lcov from the same tool",
    functions: "Codecov JSON does not contain them; use lcov from the same tool"
  },
  recognizes: ({json: json}) => valuesAt(json, "coverage").some(isFiles),
  read: file => jsonReport(file, readRoot)
};

function isFiles(json) {
  return json instanceof Map && (json.size === 0 || json.values().some(isLines));
}

function isLines(json) {
  if (Array.isArray(json)) return json[0] === null;
  return json instanceof Map && (json.size === 0 || json.keys().some(key => /^\d+$/.test(key)));
}

const keys = {
  coverage: jsonKey("coverage")
};

function readRoot(json, coverage) {
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(keys.coverage)) readFiles(json, coverage); else json.skip();
  return [];
}

function readFiles(json, coverage) {
  json.object();
  while (json.key()) {
    const file = namedFile(coverage, json.name());
    if (json.kind() === "[") readList(json, file); else readMap(json, file);
  }
}

function readList(json, file) {
  let line = 0;
  json.array();
  while (json.element()) {
    if (line === 0 && json.kind() !== "n") json.fail("has a list of lines that does not start with null for line 0");
    codecov_readLine(json, file, line++);
  }
}

function readMap(json, file) {
  json.object();
  while (json.key()) {
    const line = json.index();
    if (line < 0) json.fail("has a line whose key is not a number");
    if (line === 0) json.skip(); else codecov_readLine(json, file, line);
  }
}

function codecov_readLine(json, file, line) {
  const kind = json.kind();
  if (kind === "n" || kind === "f") json.skip(); else if (kind === "t") file.line(line, json.flag()); else if (kind === '"') file.line(line, codecov_readText(json)); else file.line(line, json.hit());
}

function codecov_readText(json) {
  const [, covered, total] = /^(\d+)(?:\/(\d+))?$/.exec(json.text()) ?? [];
  if (covered === void 0 || Number(covered) > Number(total ?? Number.POSITIVE_INFINITY)) return json.fail('has a line that is neither a number, null, a boolean nor like "1/2"');
  return /[1-9]/.test(covered);
}

const coveragePy = {
  name: "coverage-py",
  title: "coverage.py JSON",
  advice: {
    branches: "pytest measures them with --cov-branch, coverage.py with --branch",
    functions: "coverage.py does not count them; its lcov report lists them",
    statements: "the statements of coverage.py are lines here"
  },
  recognizes: ({json: json}) => hasPath(json, "meta", "branch_coverage") || hasPath(json, "meta", "show_contexts") || hasPath(json, "files", "*", "executed_lines") || hasPath(json, "files", "*", "missing_lines"),
  read: file => jsonReport(file, coverage_py_readReport)
};

const coverage_py_keys = {
  files: jsonKey("files"),
  totals: jsonKey("totals"),
  summary: jsonKey("summary"),
  executedLines: jsonKey("executed_lines"),
  missingLines: jsonKey("missing_lines"),
  excludedLines: jsonKey("excluded_lines"),
  executedBranches: jsonKey("executed_branches"),
  missingBranches: jsonKey("missing_branches"),
  coveredLines: jsonKey("covered_lines"),
  statements: jsonKey("num_statements"),
  coveredBranches: jsonKey("covered_branches"),
  branches: jsonKey("num_branches")
};

function coverage_py_readReport(json, coverage) {
  let declared = {};
  let unlisted = 0;
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(coverage_py_keys.totals)) declared = {
    ...readSummary(json, "totals")
  }; else if (json.is(coverage_py_keys.files)) {
    json.object();
    while (json.key()) {
      const name = json.name();
      const listed = coverage_py_readFile(json, coverage, namedFile(coverage, name), name);
      if (!listed) unlisted++;
    }
  } else json.skip();
  const remarks = reconcileTotals(declared, coverage);
  if (unlisted > 0) remarks.push(`lists a different number of lines or branches than it counts in ${unlisted} files; the counts apply to these files, without line data.`);
  return remarks;
}

function coverage_py_readFile(json, coverage, file, name) {
  const lists = {
    executed: [],
    missing: [],
    excluded: [],
    taken: [],
    missed: []
  };
  let summary;
  json.object();
  while (json.key()) if (json.is(coverage_py_keys.summary)) summary = readSummary(json, name); else if (json.is(coverage_py_keys.executedLines)) lists.executed = coverage_py_readLines(json); else if (json.is(coverage_py_keys.missingLines)) lists.missing = coverage_py_readLines(json); else if (json.is(coverage_py_keys.excludedLines)) lists.excluded = coverage_py_readLines(json); else if (json.is(coverage_py_keys.executedBranches)) lists.taken = readPairs(json); else if (json.is(coverage_py_keys.missingBranches)) lists.missed = readPairs(json); else json.skip();
  if (!summary) return json.fail(`has no summary of ${(0, src_quote.h)(name)}`);
  const linesListed = addLines(file, summary.lines, lists);
  if (!summary.branches) return linesListed;
  coverage.measured.add("branches");
  return coverage_py_addBranches(file, summary.branches, lists) && linesListed;
}

function addLines(file, count, {executed: executed, missing: missing, excluded: excluded}) {
  const skipped = new Set(excluded);
  const covered = new Set(executed.filter(line => !skipped.has(line)));
  const uncovered = new Set(missing.filter(line => !covered.has(line)));
  const docstrings = covered.size - count.covered;
  if (docstrings < 0 || uncovered.size !== count.total - count.covered) {
    file.add("lines", count);
    return false;
  }
  for (const line of covered) file.line(line, true);
  for (const line of uncovered) file.line(line, false);
  file.excludeCovered(docstrings);
  return true;
}

function coverage_py_addBranches(file, count, {taken: taken, missed: missed}) {
  const listed = {
    covered: taken.length / 2,
    total: (taken.length + missed.length) / 2
  };
  const same = listed.covered === count.covered && listed.total === count.total;
  if (same) {
    addPairs(file, taken, true);
    addPairs(file, missed, false);
  } else file.add("branches", count);
  return same;
}

function addPairs(file, pairs, covered) {
  for (let i = 0; i < pairs.length; i += 2) {
    const [from = 0, to = 0] = pairs.slice(i, i + 2);
    file.branch(Math.abs(from), to < 0 ? 1 : 0, Math.abs(to), covered, coveragePy.name);
  }
}

function coverage_py_readLines(json) {
  const lines = [];
  json.array();
  while (json.element()) lines.push(json.count());
  return lines;
}

function readPairs(json) {
  const pairs = [];
  json.array();
  while (json.element()) {
    const before = pairs.length;
    json.array();
    while (json.element()) pairs.push(readTarget(json));
    if (pairs.length !== before + 2) json.fail("has a branch that is not from one line to another");
  }
  return pairs;
}

function readTarget(json) {
  const line = json.integer();
  return Math.abs(line) <= 2147483647 ? line : json.fail(`has a branch to line ${line}`);
}

function readSummary(json, name) {
  let covered = Number.NaN;
  let total = Number.NaN;
  let taken;
  let branches;
  json.object();
  while (json.key()) if (json.is(coverage_py_keys.coveredLines)) covered = json.integer(); else if (json.is(coverage_py_keys.statements)) total = json.integer(); else if (json.is(coverage_py_keys.coveredBranches)) taken = json.integer(); else if (json.is(coverage_py_keys.branches)) branches = json.integer(); else json.skip();
  const lines = checkedCount(json, covered, total, "lines", name);
  if (taken === void 0 && branches === void 0) return {
    lines: lines,
    branches: void 0
  };
  return {
    lines: lines,
    branches: checkedCount(json, taken, branches, "branches", name)
  };
}

function checkedCount(json, covered = Number.NaN, total = Number.NaN, metric, name) {
  if (covered >= 0 && covered <= total) return {
    covered: covered,
    total: total
  };
  return json.fail(`has ${covered} of ${total} ${metric} covered in ${(0, src_quote.h)(name)}`);
}

const coveralls = {
  name: "coveralls",
  title: "Coveralls JSON",
  recognizes: ({json: json}) => valuesAt(json, "source_files").some(Array.isArray),
  read: file => jsonReport(file, readJob)
};

const coveralls_keys = {
  sourceFiles: jsonKey("source_files"),
  name: jsonKey("name"),
  coverage: jsonKey("coverage"),
  branches: jsonKey("branches"),
  functions: jsonKey("functions"),
  start: jsonKey("start"),
  exec: jsonKey("exec")
};

function readJob(json, coverage) {
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(coveralls_keys.sourceFiles)) {
    json.array();
    while (json.element()) coveralls_readFile(json, coverage);
  } else json.skip();
  return [];
}

function coveralls_readFile(json, coverage) {
  let name = "";
  let lines = [];
  let branches = [];
  let functions = [];
  json.object();
  while (json.key()) if (json.is(coveralls_keys.name)) name = json.text(); else if (json.is(coveralls_keys.coverage)) lines = coveralls_readLines(json); else if (json.is(coveralls_keys.branches) && json.kind() === "[") {
    coverage.measured.add("branches");
    branches = coveralls_readBranches(json);
  } else if (json.is(coveralls_keys.functions) && json.kind() === "[") {
    coverage.measured.add("functions");
    functions = readFunctions(json);
  } else json.skip();
  if (name === "") json.fail("has a source file without a name");
  const file = namedFile(coverage, name);
  coveralls_addLines(file, lines);
  for (const {line: line, block: block, arm: arm, covered: covered} of branches) file.branch(line, block, arm, covered, coveralls.name);
  for (const {key: key, covered: covered} of functions) file.function(key, covered, coveralls.name);
}

function coveralls_addLines(file, lines) {
  lines.forEach((covered, i) => {
    if (covered !== void 0) file.line(i + 1, covered);
  });
}

function coveralls_readLines(json) {
  const lines = [];
  json.array();
  while (json.element()) if (json.kind() === "n") {
    json.skip();
    lines.push(void 0);
  } else lines.push(json.hit());
  return lines;
}

function coveralls_readBranches(json) {
  const branches = [];
  json.array();
  while (json.element()) {
    const line = json.count();
    const block = readNext(json);
    const arm = readNext(json);
    if (!json.element()) failBranches(json);
    branches.push({
      line: line,
      block: block,
      arm: arm,
      covered: json.hit()
    });
  }
  return branches;
}

function readNext(json) {
  return json.element() ? json.count() : failBranches(json);
}

function failBranches(json) {
  return json.fail("has branches that are not line, block, branch and hits of each");
}

function readFunctions(json) {
  const functions = [];
  json.array();
  while (json.element()) {
    let name = "";
    let start = 0;
    let covered = false;
    json.object();
    while (json.key()) if (json.is(coveralls_keys.name)) name = json.text(); else if (json.is(coveralls_keys.start)) start = json.count(); else if (json.is(coveralls_keys.exec)) covered = json.flag(); else json.skip();
    functions.push({
      key: `${start} ${name}`,
      covered: covered
    });
  }
  return functions;
}

const numbers = new Map;

function numberOf(name) {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}

const openCover = {
  name: "opencover",
  title: "OpenCover XML",
  recognizes: head => head.isXml("CoverageSession", [ "Modules", "Module", "Summary" ]),
  read: file => xmlReport(file, opencover_names, opencover_readReport)
};

const opencover_names = xmlNames("Summary", "Module", "File", "Class", "Method", "FullName", "Name", "FileRef", "SequencePoint", "BranchPoint", "skippedDueTo", "uid", "fullPath", "fileid", "vc", "sl", "sc", "el", "ec", "offset", "path", "numSequencePoints", "visitedSequencePoints", "numBranchPoints", "visitedBranchPoints", "numMethods", "visitedMethods");

const {sl: sl, sc: sc, el: el, ec: ec, vc: vc} = opencover_names;

const opencover_hidden = 16707566;

const maxLines = 1e5;

function opencover_readReport(xml) {
  const reading = {
    coverage: (new Coverage).measuring("lines", "branches", "functions", "statements"),
    className: "",
    files: new Map,
    occurrences: new PackedTable(placeShift),
    fileNumbers: new Map,
    places: new NumberInterner,
    entries: [],
    branchPoints: 0
  };
  let declared = {};
  xml.nextOpen();
  while (xml.nextOpen()) if (xml.name === opencover_names.Summary && xml.depth === 2) declared = opencover_readTotals(xml); else if (xml.name === opencover_names.Module) readModule(xml, reading);
  const {coverage: coverage} = reading;
  const remarks = addEntries(declared, reading);
  return {
    coverage: coverage,
    remarks: [ ...remarks, ...reconcileTotals(declared, coverage) ]
  };
}

function readModule(xml, reading) {
  const depth = xml.depth;
  if (xml.has(opencover_names.skippedDueTo)) {
    xml.skip();
    return;
  }
  reading.files.clear();
  reading.occurrences = new PackedTable(placeShift);
  while (xml.nextOpen(depth)) if (xml.name === opencover_names.File) {
    const path = normalizePath(xml.text(opencover_names.fullPath) ?? "");
    reading.files.set(xml.text(opencover_names.uid) ?? "", reading.coverage.file(path));
  } else if (xml.name === opencover_names.Class && xml.has(opencover_names.skippedDueTo)) xml.skip(); else if (xml.name === opencover_names.Class) reading.className = ""; else if (xml.name === opencover_names.FullName) reading.className = xml.readText(); else if (xml.name === opencover_names.Method) opencover_readMethod(xml, reading);
}

function opencover_readMethod(xml, reading) {
  const depth = xml.depth;
  if (xml.has(opencover_names.skippedDueTo)) {
    xml.skip();
    return;
  }
  let name = "";
  let file;
  let entry;
  while (xml.nextOpen(depth)) if (xml.name === opencover_names.Name) name = xml.readText(); else if (xml.name === opencover_names.FileRef) file = reading.files.get(xml.text(opencover_names.uid) ?? ""); else if (xml.name === opencover_names.SequencePoint) entry = readPoint(xml, name, file, entry, reading); else if (xml.name === opencover_names.BranchPoint) readBranch(xml, name, file, entry, reading);
  if (!entry) return;
  reading.entries.push(entry);
  entry.file.function(name, entry.covered, openCover.name);
}

function fileOfPoint(xml, ofMethod, {files: files}) {
  return files.get(xml.text(opencover_names.fileid) ?? "") ?? ofMethod;
}

function opencover_fileOfClass(method, {className: className, coverage: coverage}) {
  return coverage.file(className || method);
}

function readPoint(xml, method, ofMethod, entry, reading) {
  const known = fileOfPoint(xml, ofMethod, reading);
  const file = known ?? opencover_fileOfClass(method, reading);
  const line = xml.integer(sl);
  if (line === void 0 || line === opencover_hidden) return entry;
  const last = xml.integer(el) ?? line;
  if (last - line > maxLines) xml.fail(`has a <SequencePoint> of ${last - line} lines`);
  const covered = xml.positive(vc);
  const column = xml.integer(sc) ?? 0;
  const end = xml.integer(ec) ?? 0;
  const before = countOccurrence(reading, file, line, column, last, end);
  file.statement(line, column, last, end + before * beyondColumns, covered);
  if (known) for (let number = line; number <= last; number++) known.line(number, covered);
  if (!entry) return {
    file: file,
    method: method,
    line: line,
    covered: covered
  };
  return covered && !entry.covered ? {
    ...entry,
    covered: covered
  } : entry;
}

function countOccurrence({occurrences: occurrences, fileNumbers: fileNumbers, places: places}, file, line, column, last, end) {
  const number = fileNumbers.get(file) ?? fileNumbers.size;
  fileNumbers.set(file, number);
  occurrences.find(number, places.place(line, column), places.place(last, end));
  return occurrences.value++;
}

function readBranch(xml, method, ofMethod, entry, reading) {
  const file = fileOfPoint(xml, ofMethod, reading) ?? entry?.file ?? opencover_fileOfClass(method, reading);
  reading.branchPoints++;
  const given = xml.integer(sl);
  const line = given === void 0 || given === opencover_hidden ? entry?.line ?? 0 : given;
  const offset = xml.integer(opencover_names.offset) ?? 0;
  const path = xml.integer(opencover_names.path) ?? 0;
  addBranchPoint(file, method, {
    line: line,
    offset: offset,
    path: path,
    covered: xml.positive(vc)
  });
}

function addBranchPoint(file, method, branch) {
  const {line: line, offset: offset, path: path, covered: covered} = branch;
  file.branchAt(line, offset, numberOf(method), 0, path, covered, openCover.name);
}

function addEntries({branches: branches}, {entries: entries, branchPoints: branchPoints}) {
  const areCounted = branches && branches.total !== branchPoints && branches.total === branchPoints + entries.length;
  if (!areCounted) return [];
  for (const {file: file, line: line, method: method, covered: covered} of entries) file.branchAt(line, 0, numberOf(method), 0, entryArm, covered, openCover.name);
  return [ "counts the entry of each method as a branch, as OpenCover does; these branches count." ];
}

const entryArm = 1 << 20;

function opencover_readTotals(xml) {
  const count = (covered, total) => {
    if (!xml.has(total)) return;
    const found = {
      covered: xml.integer(covered) ?? 0,
      total: xml.integer(total) ?? 0
    };
    return found.covered >= 0 && found.covered <= found.total ? found : void 0;
  };
  return {
    statements: count(opencover_names.visitedSequencePoints, opencover_names.numSequencePoints),
    branches: count(opencover_names.visitedBranchPoints, opencover_names.numBranchPoints),
    functions: count(opencover_names.visitedMethods, opencover_names.numMethods)
  };
}

const coverlet = {
  name: "coverlet",
  title: "coverlet JSON",
  advice: {
    statements: "coverlet lists lines; in its OpenCover report they are also statements"
  },
  recognizes: ({json: json}) => hasPath(json, "*", "*", "*", "*", "Lines"),
  read: file => jsonReport(file, readModules)
};

const coverlet_keys = {
  lines: jsonKey("Lines"),
  branches: jsonKey("Branches"),
  line: jsonKey("Line"),
  offset: jsonKey("Offset"),
  path: jsonKey("Path"),
  hits: jsonKey("Hits")
};

function readModules(json, coverage) {
  coverage.measuring("lines", "branches", "functions");
  json.object();
  while (json.key()) {
    json.object();
    while (json.key()) {
      const file = namedFile(coverage, json.name());
      json.object();
      while (json.key()) {
        json.object();
        while (json.key()) coverlet_readMethod(json, file, json.name());
      }
    }
  }
  return [];
}

function coverlet_readMethod(json, file, method) {
  json.object();
  while (json.key()) if (json.is(coverlet_keys.lines)) {
    const covered = coverlet_readLines(json, file);
    if (covered !== void 0) file.function(method, covered, openCover.name);
  } else if (json.is(coverlet_keys.branches)) coverlet_readBranches(json, file, method); else json.skip();
}

function coverlet_readLines(json, file) {
  let isAnyCovered;
  json.object();
  while (json.key()) {
    const line = json.index();
    if (line < 0) json.fail("has a line whose key is not a number");
    const covered = json.hit();
    file.line(line, covered);
    isAnyCovered = covered || isAnyCovered === true;
  }
  return isAnyCovered;
}

function coverlet_readBranches(json, file, method) {
  json.array();
  while (json.element()) {
    const branch = {
      line: 0,
      offset: 0,
      path: 0,
      covered: false
    };
    json.object();
    while (json.key()) if (json.is(coverlet_keys.line)) branch.line = json.count(); else if (json.is(coverlet_keys.offset)) branch.offset = json.count(); else if (json.is(coverlet_keys.path)) branch.path = json.count(); else if (json.is(coverlet_keys.hits)) branch.covered = json.hit(); else json.skip();
    addBranchPoint(file, method, branch);
  }
}

const dotnetCoverage = {
  name: "dotnet-coverage",
  title: "dotnet-coverage XML",
  advice: {
    branches: "dotnet-coverage counts blocks instead; coverlet measures branches"
  },
  recognizes: head => head.isXml("results", [ "modules" ]),
  read: file => xmlReport(file, dotnet_coverage_names, dotnet_coverage_readReport)
};

const dotnet_coverage_names = xmlNames("module", "function", "range", "source_file", "id", "path", "name", "namespace", "type_name", "source_id", "start_line", "end_line", "covered", "lines_covered", "lines_partially_covered", "lines_not_covered");

const dotnet_coverage_hidden = new Set([ 16707566, 15732480 ]);

const dotnet_coverage_maxLines = 1e5;

function dotnet_coverage_readReport(xml) {
  const coverage = (new Coverage).measuring("lines", "functions");
  const lines = (0, metrics.N4)();
  xml.nextOpen();
  while (xml.nextOpen()) {
    if (xml.name !== dotnet_coverage_names.module) continue;
    addDeclared(xml, lines);
    coverage.merge(dotnet_coverage_readModule(xml));
  }
  return {
    coverage: coverage,
    remarks: reconcileTotals(lines.total > 0 ? {
      lines: lines
    } : {}, coverage)
  };
}

function addDeclared(xml, lines) {
  const [full, partial, none] = [ dotnet_coverage_names.lines_covered, dotnet_coverage_names.lines_partially_covered, dotnet_coverage_names.lines_not_covered ].map(name => Math.max(xml.integer(name) ?? 0, 0));
  const covered = (full ?? 0) + (partial ?? 0);
  lines.covered += covered;
  lines.total += covered + (none ?? 0);
}

function dotnet_coverage_readModule(xml) {
  const depth = xml.depth;
  const module = new Coverage;
  const paths = new Map;
  while (xml.nextOpen(depth)) if (xml.name === dotnet_coverage_names.function) readFunction(xml, module); else if (xml.name === dotnet_coverage_names.source_file) {
    paths.set(dotnet_coverage_nameOf(xml.text(dotnet_coverage_names.id)), normalizePath(xml.text(dotnet_coverage_names.path) ?? ""));
    xml.skip();
  }
  return module.renamed(({path: name}) => {
    const path = paths.get(name);
    if (path === void 0) xml.fail(`has ranges of ${(0, src_quote.h)(name)}, which its module does not list`);
    return {
      path: path,
      module: ""
    };
  });
}

function dotnet_coverage_nameOf(id = "") {
  return `source file ${id}`;
}

function readFunction(xml, module) {
  const depth = xml.depth;
  const key = [ dotnet_coverage_names.namespace, dotnet_coverage_names.type_name, dotnet_coverage_names.name ].map(name => xml.text(name)).join(" ");
  let file;
  let isAnyCovered = false;
  while (xml.nextOpen(depth)) {
    if (xml.name !== dotnet_coverage_names.range) continue;
    const line = xml.integer(dotnet_coverage_names.start_line) ?? 0;
    if (dotnet_coverage_hidden.has(line)) continue;
    const last = xml.integer(dotnet_coverage_names.end_line) ?? line;
    if (line < 1) xml.fail("has a <range> without a positive start_line");
    if (last - line > dotnet_coverage_maxLines) xml.fail(`has a <range> of ${last - line} lines`);
    const covered = isCovered(xml);
    const source = module.file(dotnet_coverage_nameOf(xml.text(dotnet_coverage_names.source_id)));
    for (let number = line; number <= last; number++) source.line(number, covered);
    file ??= source;
    isAnyCovered ||= covered;
  }
  file?.function(key, isAnyCovered, dotnetCoverage.name);
}

function isCovered(xml) {
  if (xml.is(dotnet_coverage_names.covered, "no")) return false;
  if (xml.is(dotnet_coverage_names.covered, "yes") || xml.is(dotnet_coverage_names.covered, "partial")) return true;
  return xml.fail('has a <range> whose covered is not "yes", "partial" or "no"');
}

const gcc_file_keys = {
  file: jsonKey("file"),
  lines: jsonKey("lines"),
  functions: jsonKey("functions"),
  lineNumber: jsonKey("line_number"),
  functionName: jsonKey("function_name"),
  count: jsonKey("count"),
  branches: jsonKey("branches"),
  name: jsonKey("name"),
  demangledName: jsonKey("demangled_name"),
  lineno: jsonKey("lineno"),
  startLine: jsonKey("start_line"),
  executionCount: jsonKey("execution_count"),
  excluded: jsonKey("gcovr/excluded"),
  noncode: jsonKey("gcovr/noncode")
};

function readGccFile(json, coverage) {
  let name = "";
  let lines = [];
  let functions = [];
  json.object();
  while (json.key()) if (json.is(gcc_file_keys.file)) name = json.text(); else if (json.is(gcc_file_keys.lines)) lines = gcc_file_readList(json, gcc_file_readLine); else if (json.is(gcc_file_keys.functions)) {
    coverage.measured.add("functions");
    functions = gcc_file_readList(json, gcc_file_readFunction);
  } else json.skip();
  if (name === "") json.fail("has a file without a name");
  return {
    file: namedFile(coverage, name),
    lines: lines,
    functions: functions
  };
}

function addGccFile({file: file, lines: lines, functions: functions}, scheme) {
  for (const {number: number, covered: covered} of lines) file.line(number, covered);
  gcc_file_addBranches(file, lines, scheme);
  for (const {key: key, covered: covered} of functions) file.function(key, covered, scheme);
}

function gcc_file_addBranches(file, lines, scheme) {
  const seen = new Map;
  for (const line of lines) {
    if (line.branches.length === 0) continue;
    const key = `${line.number} ${line.function}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const functionNumber = numberOf(line.function);
    line.branches.forEach((covered, arm) => {
      if (covered === void 0) return;
      file.branchAt(line.number, nth, functionNumber, 0, arm, covered, scheme);
    });
  }
}

function gcc_file_readList(json, read) {
  const list = [];
  json.array();
  while (json.element()) {
    const element = read(json);
    if (element !== void 0) list.push(element);
  }
  return list;
}

function gcc_file_readLine(json) {
  let number;
  let ofFunction = "";
  let covered = false;
  let excluded = false;
  let branches = [];
  json.object();
  while (json.key()) if (json.is(gcc_file_keys.lineNumber)) number = json.count(); else if (json.is(gcc_file_keys.functionName)) ofFunction = json.text(); else if (json.is(gcc_file_keys.count)) covered = json.hit(); else if (json.is(gcc_file_keys.branches)) branches = gcc_file_readBranches(json); else if (json.is(gcc_file_keys.excluded) || json.is(gcc_file_keys.noncode)) excluded = json.flag() || excluded; else json.skip();
  if (number === void 0) return json.fail('has a line without "line_number"');
  return excluded ? void 0 : {
    number: number,
    covered: covered,
    function: ofFunction,
    branches: branches
  };
}

function gcc_file_readBranches(json) {
  const branches = [];
  json.array();
  while (json.element()) {
    let covered = false;
    let excluded = false;
    json.object();
    while (json.key()) if (json.is(gcc_file_keys.count)) covered = json.hit(); else if (json.is(gcc_file_keys.excluded)) excluded = json.flag() || excluded; else json.skip();
    branches.push(excluded ? void 0 : covered);
  }
  return branches;
}

function gcc_file_readFunction(json) {
  let name = "";
  let demangled = "";
  let line = 0;
  let covered = false;
  let excluded = false;
  json.object();
  while (json.key()) if (json.is(gcc_file_keys.name)) name = json.text(); else if (json.is(gcc_file_keys.demangledName)) demangled = json.text(); else if (json.is(gcc_file_keys.lineno) || json.is(gcc_file_keys.startLine)) line = json.count(); else if (json.is(gcc_file_keys.executionCount)) covered = json.hit(); else if (json.is(gcc_file_keys.excluded)) excluded = json.flag() || excluded; else json.skip();
  return excluded ? void 0 : {
    key: `${line} ${demangled || name}`,
    covered: covered
  };
}

const gcov = {
  name: "gcov",
  title: "gcov JSON",
  advice: {
    branches: "gcov lists them with --branch-probabilities"
  },
  recognizes: ({json: json}) => hasPath(json, "gcc_version") || hasPath(json, "files", "*", "lines", "*", "unexecuted_block"),
  read: read
};

const gcov_keys = {
  files: jsonKey("files"),
  folder: jsonKey("current_working_directory")
};

function read(file) {
  const sources = [];
  const report = jsonReport(file, (json, coverage) => {
    readObject(json, coverage, sources);
    return [];
  });
  return {
    ...report,
    sources: sources
  };
}

function readObject(json, coverage, sources) {
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(gcov_keys.folder)) sources.push(json.text()); else if (json.is(gcov_keys.files)) {
    json.array();
    while (json.element()) gcov_readFile(json, coverage);
  } else json.skip();
}

function gcov_readFile(json, coverage) {
  const listed = readGccFile(json, coverage);
  if (listed.lines.some(({branches: branches}) => branches.length > 0)) coverage.measured.add("branches");
  addGccFile(listed, gcov.name);
}

const gcovr = {
  name: "gcovr",
  title: "gcovr JSON",
  recognizes: ({json: json}) => hasPath(json, "gcovr/format_version") || hasPath(json, "files", "*", "lines", "*", "line_number") && !hasPath(json, "files", "*", "lines", "*", "unexecuted_block"),
  read: file => jsonReport(file, gcovr_readReport)
};

const files = jsonKey("files");

function gcovr_readReport(json, coverage) {
  coverage.measuring("lines", "branches");
  json.object();
  while (json.key()) if (json.is(files)) {
    json.array();
    while (json.element()) gcovr_readFile(json, coverage);
  } else json.skip();
  return [];
}

function gcovr_readFile(json, coverage) {
  const listed = readGccFile(json, coverage);
  const {file: file, lines: lines} = listed;
  const isNew = file.count("lines").total === 0;
  addGccFile(listed, gcovr.name);
  const covered = lines.filter(line => line.covered).length;
  file.declare("lines", isNew ? {
    covered: covered,
    total: lines.length
  } : "listed");
}

const gcovrSummary = {
  name: "gcovr-summary",
  title: "gcovr JSON summary",
  recognizes: ({json: json}) => hasPath(json, "gcovr/summary_format_version") || hasPath(json, "files", "*", "line_total") && hasPath(json, "files", "*", "line_covered"),
  read: file => jsonReport(file, gcovr_summary_readSummary)
};

const counted = [ {
  metric: "lines",
  word: "line"
}, {
  metric: "branches",
  word: "branch"
}, {
  metric: "functions",
  word: "function"
} ];

const gcovr_summary_words = counted.flatMap(({metric: metric, word: word}) => [ "covered", "total" ].map(field => ({
  metric: metric,
  field: field,
  key: jsonKey(`${word}_${field}`)
})));

const filesKey = jsonKey("files");

const filenameKey = jsonKey("filename");

function gcovr_summary_readSummary(json, coverage) {
  const all = {};
  json.object();
  while (json.key()) if (json.is(filesKey)) {
    json.array();
    while (json.element()) gcovr_summary_readFile(json, coverage);
  } else readNumber(json, all);
  return reconcileTotals(checkedSummary(json, all, "all files"), coverage);
}

function gcovr_summary_readFile(json, coverage) {
  const numbers = {};
  let name = "";
  json.object();
  while (json.key()) if (json.is(filenameKey)) name = json.text(); else readNumber(json, numbers);
  if (name === "") json.fail("has a file without a name");
  const file = namedFile(coverage, name);
  const summary = checkedSummary(json, numbers, name);
  for (const {metric: metric} of counted) {
    const count = summary[metric];
    if (!count) continue;
    coverage.measured.add(metric);
    file.add(metric, count);
  }
}

function readNumber(json, numbers) {
  const known = gcovr_summary_words.find(({key: key}) => json.is(key));
  if (!known) {
    json.skip();
    return;
  }
  const {metric: metric, field: field} = known;
  numbers[metric] = {
    ...numbers[metric],
    [field]: json.integer()
  };
}

function checkedSummary(json, numbers, name) {
  const summary = {};
  for (const {metric: metric} of counted) {
    const found = numbers[metric];
    if (!found) continue;
    const {covered: covered = Number.NaN, total: total = Number.NaN} = found;
    if (!(covered >= 0 && covered <= total)) json.fail(`has ${covered} of ${total} ${metric} covered in ${(0, 
    src_quote.h)(name)}`);
    summary[metric] = {
      covered: covered,
      total: total
    };
  }
  return summary;
}

const text_lines_LF = 10;

const text_lines_CR = 13;

class TextLines {
  limit=0;
  unfinished=false;
  #input;
  constructor(file) {
    this.#input = new BufferedInput(file, "a line");
  }
  get bytes() {
    return this.#input.bytes;
  }
  get view() {
    return this.#input.view;
  }
  fill() {
    const input = this.#input;
    let keep = this.limit;
    this.limit = 0;
    for (;;) {
      const searched = input.limit - keep;
      if (!input.more(keep)) return this.#finish();
      const last = input.bytes.subarray(searched, input.limit).lastIndexOf(text_lines_LF);
      if (last >= 0) {
        this.limit = searched + last + 1;
        return true;
      }
      keep = 0;
    }
  }
  endOf(from) {
    return this.bytes.indexOf(text_lines_LF, from);
  }
  rest(from) {
    return this.bytes.toString("utf8", from, this.endOf(from)).trim();
  }
  trimmed(from, end) {
    return end > from && this.bytes[end - 1] === text_lines_CR ? end - 1 : end;
  }
  fail(from, expected) {
    return this.#input.fail(`has ${(0, src_quote.h)(this.rest(from))} where ${expected} is expected`, from);
  }
  cutOff(where) {
    throw new errors.lZ(`ends ${where}; the tool that writes it did not finish`);
  }
  #finish() {
    const input = this.#input;
    if (input.limit === 0) return false;
    this.unfinished = true;
    input.bytes[input.limit] = text_lines_LF;
    this.limit = ++input.limit;
    return true;
  }
}

const go = {
  name: "go",
  title: "Go cover profile",
  advice: {
    branches: "Go measures statements and lines",
    functions: "Go measures statements and lines"
  },
  recognizes: ({text: text}) => /^mode: (set|count|atomic)\s/.test(`${text}\n`),
  read(file) {
    const opened = openText(file);
    try {
      return readProfile(new TextLines(opened));
    } finally {
      opened.close();
    }
  }
};

const row = "file.go:1.2,3.4 <statements> <count>";

const go_maxLines = 2 ** 28;

const largest = 2147483647;

function readProfile(lines) {
  const coverage = (new Coverage).measuring("lines", "statements");
  const reading = {
    lines: lines,
    coverage: coverage,
    file: void 0,
    name: viewOf(Buffer.alloc(0)),
    spanned: 0
  };
  while (lines.fill()) readRecords(reading);
  const remarks = lines.unfinished ? [ "does not end with the line feed that Go writes; it may have been cut off." ] : [];
  return {
    coverage: coverage,
    remarks: remarks
  };
}

function readRecords(reading) {
  const {lines: lines} = reading;
  for (let at = 0; at < lines.limit; ) {
    const isSame = isOfSameFile(lines, at, reading.name);
    const end = isSame ? readBlock(reading, at + reading.name.byteLength + 1) : -1;
    at = end < 0 ? readOther(reading, at) : end;
  }
}

function isOfSameFile({bytes: bytes, view: view}, at, name) {
  const tail = name.byteLength - 4;
  if (tail < 0 || bytes[at + name.byteLength] !== COLON) return false;
  if (view.getInt32(at + tail) !== name.getInt32(tail)) return false;
  for (let i = 0; i < tail; i += 4) if (view.getInt32(at + i) !== name.getInt32(i)) return false;
  return true;
}

function readOther(reading, at) {
  const {lines: lines, coverage: coverage} = reading;
  const end = lines.endOf(at);
  const text = lines.rest(at);
  if (text === "") return end + 1;
  if (/^mode: (set|count|atomic)$/.test(text)) return end + 1;
  const colon = lines.bytes.subarray(at, end).lastIndexOf(COLON);
  if (colon <= 0) lines.fail(at, row);
  const name = Buffer.from(lines.bytes.subarray(at, at + colon));
  reading.name = viewOf(name);
  reading.file = namedFile(coverage, name.toString());
  const next = readBlock(reading, at + colon + 1);
  return next < 0 ? lines.fail(at, row) : next;
}

const usualBlock = Buffer.from("0.0,0.0 0 0\n");

const anyBlock = /^(\d{1,10})\.(\d{1,10}),(\d{1,10})\.(\d{1,10}) (\d{1,10}) (\S+)$/;

const block = new Int32Array(6);

function readBlock(reading, from) {
  const {lines: lines} = reading;
  const end = readPattern(lines.bytes, from, usualBlock, block);
  if (end >= 0) return addBlock(reading, from) ? end : -1;
  const [, ...numbers] = anyBlock.exec(lines.rest(from)) ?? [];
  const covered = isHit(numbers.at(-1) ?? "");
  if (covered === void 0 || Math.max(...numbers.slice(0, 5).map(Number)) > largest) return -1;
  block.set([ ...numbers.slice(0, 5).map(Number), covered ? 1 : 0 ]);
  return addBlock(reading, from) ? lines.endOf(from) + 1 : -1;
}

function addBlock(reading, from) {
  const {lines: lines, file: file} = reading;
  const [line = 0, column = 0, endLine = 0, endColumn = 0, statements = 0, count = 0] = block;
  if (!file || endLine < line) return false;
  reading.spanned += endLine - line;
  if (reading.spanned > go_maxLines) lines.fail(from, "a block of plausible size");
  if (statements > 0) file.statement(line, column, endLine, endColumn, count > 0, statements);
  for (let i = line; i <= endLine; i++) file.line(i, count > 0);
  return true;
}

const hasPlace = 1;

const hasHit = 2;

const istanbul_map_isCovered = 4;

const hasTwoHits = 8;

const isBlock = 16;

class IstanbulMap {
  #slots=new Int32Array(1024);
  #named=new Map;
  #ids=[];
  #places=new Int32Array(4 * 1024);
  #flags=new Uint8Array(1024);
  #arms=[];
  clear() {
    for (const id of this.#ids) if (id >= 0) this.#slots[id] = 0;
    this.#flags.fill(0, 0, this.#ids.length);
    this.#named.clear();
    this.#ids = [];
    this.#arms = [];
  }
  slotOf(json) {
    const id = json.index();
    if (id < 0 || id >= 1 << 20) return this.#slotOfName(json.name());
    if (id >= this.#slots.length) this.#slots = grow(this.#slots, id + 1);
    const known = this.#slots[id] ?? 0;
    if (known > 0) return known - 1;
    const slot = this.#add(id);
    this.#slots[id] = slot + 1;
    return slot;
  }
  setPlace(slot, place) {
    for (let i = 0; i < 4; i++) this.#places[slot * 4 + i] = place[i] ?? 0;
    this.#flags[slot] = (this.#flags[slot] ?? 0) | hasPlace;
  }
  setHit(slot, covered) {
    const known = this.#flags[slot] ?? 0;
    const again = (known & hasHit) > 0 ? hasTwoHits : 0;
    this.#flags[slot] = known | hasHit | again | (covered ? istanbul_map_isCovered : 0);
  }
  setArm(slot, arm, covered) {
    if (covered) this.#flags[slot] = (this.#flags[slot] ?? 0) | istanbul_map_isCovered;
    this.#arms.push(slot, arm * 2 + (covered ? 1 : 0));
  }
  incomplete() {
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const flags = this.#flags[slot] ?? 0;
      if ((flags & hasHit) === 0) return "a place, but no count,";
      if ((flags & hasPlace) === 0) return "a count, but no place,";
      if ((flags & hasTwoHits) > 0) return "two counts";
    }
    return;
  }
  setBlock(slot) {
    this.#flags[slot] = (this.#flags[slot] ?? 0) | isBlock;
  }
  get isOfV8() {
    if (this.#ids.length === 0 || this.#arms.length !== 2 * this.#ids.length) return false;
    return this.#ids.every((_, slot) => ((this.#flags[slot] ?? 0) & isBlock) > 0);
  }
  blocks() {
    const blocks = new Int32Array(this.#ids.length * blockSize);
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const at = slot * blockSize;
      blocks.set(this.#places.subarray(slot * 4, slot * 4 + 4), at);
      blocks[at + 4] = ((this.#flags[slot] ?? 0) & istanbul_map_isCovered) === 0 ? 0 : 1;
    }
    return blocks;
  }
  forEach(visit) {
    const times = this.#timesBefore();
    const places = this.#places;
    for (let slot = 0; slot < this.#ids.length; slot++) {
      const at = slot * 4;
      const covered = ((this.#flags[slot] ?? 0) & istanbul_map_isCovered) !== 0;
      const endColumn = (places[at + 3] ?? 0) + (times?.[slot] ?? 0) * beyondColumns;
      visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, endColumn, covered, 0);
    }
  }
  forEachArm(visit) {
    const times = this.#timesBefore();
    const places = this.#places;
    for (let i = 0; i < this.#arms.length; i += 2) {
      const slot = this.#arms[i] ?? 0;
      const at = slot * 4;
      const arm = this.#arms[i + 1] ?? 0;
      const endColumn = (places[at + 3] ?? 0) + (times?.[slot] ?? 0) * beyondColumns;
      visit(places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0, endColumn, (arm & 1) === 1, arm >> 1);
    }
  }
  #timesBefore() {
    if (this.#isSorted()) return;
    const places = this.#places;
    const times = new Int32Array(this.#ids.length);
    const known = new Map;
    for (let slot = 0; slot < times.length; slot++) {
      const place = places.subarray(slot * 4, slot * 4 + 4).join();
      const before = known.get(place) ?? 0;
      times[slot] = before;
      known.set(place, before + 1);
    }
    return times;
  }
  #isSorted() {
    const places = this.#places;
    for (let at = 4; at < this.#ids.length * 4; at += 4) {
      const isSorted = (places[at] ?? 0) - (places[at - 4] ?? 0) || (places[at + 1] ?? 0) - (places[at - 3] ?? 0) || (places[at - 2] ?? 0) - (places[at + 2] ?? 0) || (places[at - 1] ?? 0) - (places[at + 3] ?? 0);
      if (isSorted <= 0) return false;
    }
    return true;
  }
  #slotOfName(name) {
    const known = this.#named.get(name);
    if (known !== void 0) return known;
    const slot = this.#add(-1);
    this.#named.set(name, slot);
    return slot;
  }
  #add(id) {
    const slot = this.#ids.push(id) - 1;
    if (slot >= this.#flags.length) {
      this.#flags = grow(this.#flags, slot + 1);
      this.#places = grow(this.#places, 4 * (slot + 1));
    }
    return slot;
  }
}

const istanbulFinal = {
  name: "istanbul-final",
  title: "Istanbul coverage-final.json",
  recognizes: ({json: json}) => [ "statementMap", "fnMap", "branchMap" ].some(key => hasPath(json, "*", key) || hasPath(json, "*", "data", key)) || isCutOff(json),
  read: file => jsonReport(file, readCoverageMap)
};

function isCutOff(json) {
  const [first] = membersOf(json ?? null);
  return first !== void 0 && hasPath(first[1], "path");
}

const istanbul_final_keys = {
  path: jsonKey("path"),
  all: jsonKey("all"),
  data: jsonKey("data"),
  statementMap: jsonKey("statementMap"),
  fnMap: jsonKey("fnMap"),
  branchMap: jsonKey("branchMap"),
  s: jsonKey("s"),
  f: jsonKey("f"),
  b: jsonKey("b"),
  loc: jsonKey("loc"),
  decl: jsonKey("decl"),
  line: jsonKey("line"),
  type: jsonKey("type"),
  locations: jsonKey("locations"),
  start: jsonKey("start"),
  end: jsonKey("end"),
  column: jsonKey("column")
};

function readCoverageMap(json, coverage) {
  coverage.measuring("lines", "branches", "functions", "statements");
  const listed = new Coverage;
  const entry = {
    name: "",
    notExecuted: false,
    statements: new IstanbulMap,
    functions: new IstanbulMap,
    branches: new IstanbulMap
  };
  json.object();
  while (json.key()) {
    entry.name = json.name();
    entry.notExecuted = false;
    for (const table of [ entry.statements, entry.functions, entry.branches ]) table.clear();
    readEntry(json, entry);
    const file = namedFile(entry.notExecuted ? listed : coverage, entry.name);
    file.notExecuted = entry.notExecuted;
    addEntry(json, entry, file);
  }
  coverage.merge(listed);
  return [];
}

function readEntry(json, entry) {
  json.object();
  while (json.key()) if (json.is(istanbul_final_keys.statementMap)) readPlaces(json, entry.statements); else if (json.is(istanbul_final_keys.s)) readHits(json, entry.statements); else if (json.is(istanbul_final_keys.fnMap)) readDetails(json, entry.functions); else if (json.is(istanbul_final_keys.f)) readHits(json, entry.functions); else if (json.is(istanbul_final_keys.branchMap)) readDetails(json, entry.branches); else if (json.is(istanbul_final_keys.b)) readArms(json, entry.branches); else if (json.is(istanbul_final_keys.data)) readEntry(json, entry); else if (json.is(istanbul_final_keys.path)) entry.name = json.text(); else if (json.is(istanbul_final_keys.all)) entry.notExecuted = json.flag(); else json.skip();
}

function readPlaces(json, table) {
  json.object();
  while (json.key()) {
    const slot = table.slotOf(json);
    readPlace(json);
    table.setPlace(slot, place);
  }
}

function readDetails(json, table) {
  json.object();
  while (json.key()) {
    const slot = table.slotOf(json);
    let rank = 0;
    let plainLine = 0;
    json.object();
    while (json.key()) if (json.is(istanbul_final_keys.loc)) {
      readPlace(json);
      table.setPlace(slot, place);
      rank = 3;
    } else if (rank < 2 && json.is(istanbul_final_keys.decl)) {
      readPlace(json);
      table.setPlace(slot, place);
      rank = 2;
    } else if (rank < 2 && json.is(istanbul_final_keys.locations)) {
      if (readFirstPlace(json)) {
        table.setPlace(slot, place);
        rank = 1;
      }
    } else if (json.is(istanbul_final_keys.type) && json.kind() === '"') if (json.takes(blockType, place)) table.setBlock(slot); else json.skip(); else if (json.is(istanbul_final_keys.line) && json.kind() === "0") plainLine = json.count(); else json.skip();
    if (rank === 0) table.setPlace(slot, [ plainLine, 0, plainLine, 0 ]);
  }
}

function readFirstPlace(json) {
  let first = true;
  json.array();
  while (json.element()) if (first && json.kind() === "{") {
    readPlace(json);
    first = false;
  } else json.skip();
  return !first;
}

const place = new Int32Array(4);

const blockType = jsonKey('"branch"');

const usualPlace = jsonKey('{"start":{"line":0,"column":0},"end":{"line":0,"column":0}}');

function readPlace(json) {
  if (json.takes(usualPlace, place)) return;
  place.fill(0);
  json.object();
  while (json.key()) if (json.is(istanbul_final_keys.start)) istanbul_final_readPoint(json, 0); else if (json.is(istanbul_final_keys.end)) istanbul_final_readPoint(json, 2); else json.skip();
}

function istanbul_final_readPoint(json, at) {
  json.object();
  while (json.key()) if (json.is(istanbul_final_keys.line)) place[at] = readOrdinal(json, 0); else if (json.is(istanbul_final_keys.column)) place[at + 1] = readOrdinal(json, -1); else json.skip();
}

function readOrdinal(json, least) {
  if (json.kind() === "0") return json.ordinal(least);
  json.skip();
  return 0;
}

function readHits(json, table) {
  json.object();
  while (json.key()) {
    const slot = table.slotOf(json);
    table.setHit(slot, readHit(json));
  }
}

function readHit(json) {
  if (json.kind() !== "n") return json.hit();
  json.skip();
  return false;
}

function readArms(json, table) {
  json.object();
  while (json.key()) {
    const slot = table.slotOf(json);
    let arm = 0;
    json.array();
    while (json.element()) table.setArm(slot, arm++, readHit(json));
    table.setHit(slot, false);
  }
}

function addEntry(json, entry, file) {
  const {statements: statements, functions: functions, branches: branches} = entry;
  for (const [kind, table] of [ [ "statement", statements ], [ "function", functions ], [ "branch", branches ] ]) {
    const problem = table.incomplete();
    if (problem) json.fail(`has ${problem} for a ${kind} of ${(0, src_quote.h)(entry.name)}; each must have one place and one count`);
  }
  statements.forEach((line, column, endLine, endColumn, covered) => {
    if (line === 0) json.fail(`has a statement without a line in ${(0, src_quote.h)(entry.name)}`);
    file.statement(line, column, endLine, endColumn, covered);
    file.line(line, covered);
  });
  functions.forEach((line, column, endLine, endColumn, covered) => {
    file.function(`${line}:${column}-${endLine}:${endColumn}`, covered, istanbulFinal.name);
  });
  if (branches.isOfV8) file.v8Blocks(shardOf(entry)); else branches.forEachArm((line, column, endLine, endColumn, covered, arm) => {
    file.branchAt(line, column, endLine, endColumn, arm, covered, istanbulFinal.name);
  });
}

function shardOf({statements: statements, functions: functions, branches: branches}) {
  const missed = new Set;
  const covered = new Set;
  statements.forEach((line, _, __, ___, isCovered) => {
    if (isCovered) covered.add(line); else missed.add(line);
  });
  return {
    branches: branches.blocks(),
    functions: functions.blocks(),
    missedLines: Int32Array.from(missed.difference(covered)).sort()
  };
}

const istanbulSummary = {
  name: "istanbul-summary",
  title: "Istanbul coverage-summary.json",
  recognizes: ({text: text, json: json}) => /^\{\s*\}\s*$/.test(text) || summaryMetrics.some(metric => hasPath(json, "*", metric, "total")),
  read: file => jsonReport(file, istanbul_summary_readFiles)
};

const summaryMetrics = [ "lines", "branches", "functions", "statements" ];

const istanbul_summary_words = summaryMetrics.map(metric => ({
  metric: metric,
  key: jsonKey(metric)
}));

const total = jsonKey("total");

const covered = jsonKey("covered");

const branchesTrue = jsonKey("branchesTrue");

function istanbul_summary_readFiles(json, coverage) {
  let declared = {};
  json.object();
  while (json.key()) if (json.is(branchesTrue)) json.skip(); else if (json.is(total)) declared = istanbul_summary_readSummary(json, "total"); else {
    const name = json.name();
    const file = namedFile(coverage, name);
    for (const [metric, count] of entriesOf(istanbul_summary_readSummary(json, name))) {
      coverage.measured.add(metric);
      file.add(metric, count);
    }
  }
  return reconcileTotals(declared, coverage);
}

function entriesOf(summary) {
  return summaryMetrics.flatMap(metric => {
    const count = summary[metric];
    return count ? [ [ metric, count ] ] : [];
  });
}

function istanbul_summary_readSummary(json, file) {
  const summary = {};
  json.object();
  while (json.key()) {
    const known = istanbul_summary_words.find(({key: key}) => json.is(key));
    if (known) summary[known.metric] = readCount(json, known.metric, file); else json.skip();
  }
  return summary;
}

function readCount(json, metric, file) {
  const count = {
    covered: Number.NaN,
    total: Number.NaN
  };
  json.object();
  while (json.key()) if (json.is(covered)) count.covered = json.integer(); else if (json.is(total)) count.total = json.integer(); else json.skip();
  if (!(count.covered >= 0 && count.covered <= count.total)) json.fail(`has ${count.covered} of ${count.total} ${metric} covered in ${(0, 
  src_quote.h)(file)}`);
  return count;
}

const jacoco_counters_counted = [ "lines", "branches", "functions", "instructions" ];

const counterTypes = new Map([ [ "LINE", 0 ], [ "BRANCH", 1 ], [ "METHOD", 2 ], [ "INSTRUCTION", 3 ] ]);

function addCount(counters, index, hit, missing) {
  counters[index * 2] = (counters[index * 2] ?? 0) + hit;
  counters[index * 2 + 1] = (counters[index * 2 + 1] ?? 0) + hit + missing;
}

function counterAt(counters, index) {
  const covered = counters[index * 2];
  const total = counters[index * 2 + 1];
  return covered === void 0 || total === void 0 ? void 0 : {
    covered: covered,
    total: total
  };
}

function jacoco_counters_addCounts(coverage, file, own, ofClasses = []) {
  jacoco_counters_counted.forEach((metric, i) => {
    const count = counterAt(own, i) ?? counterAt(ofClasses, i);
    if (count === void 0) return;
    coverage.measured.add(metric);
    if (file.count(metric).total === 0) file.add(metric, count);
  });
}

const inLine = {
  number: 2,
  hits: 3,
  missed: 4,
  taken: 5
};

const [jacoco_fast_line1, jacoco_fast_line2] = wordsOf("<line ");

const nr1 = wordOf('nr="');

const [mi1, mi2] = wordsOf('" mi="');

const [ci1, ci2] = wordsOf('" ci="');

const [mb1, mb2] = wordsOf('" mb="');

const [cb1, cb2] = wordsOf('" cb="');

const jacoco_fast_end = wordOf('"/>');

const jacoco_fast_readUsual = (bytes, view, from, values, width, first) => {
  let at = from;
  for (let count = first; ;count++) {
    if (count === batchSize) return count;
    at = afterBlanks(bytes, view, at);
    if (!isSix(view, at, jacoco_fast_line1, jacoco_fast_line2) || view.getInt32(at + 6, true) !== nr1) return count;
    at += '<line nr="'.length;
    const nr = readDigits(bytes, at);
    at += nr & digitCountMask;
    if (!isSix(view, at, mi1, mi2)) return count;
    at += '" mi="'.length;
    const mi = readDigits(bytes, at);
    at += mi & digitCountMask;
    if (!isSix(view, at, ci1, ci2)) return count;
    at += '" ci="'.length;
    const ci = readDigits(bytes, at);
    at += ci & digitCountMask;
    if (!isSix(view, at, mb1, mb2)) return count;
    at += '" mb="'.length;
    const mb = readDigits(bytes, at);
    at += mb & digitCountMask;
    if (!isSix(view, at, cb1, cb2)) return count;
    at += '" cb="'.length;
    const cb = readDigits(bytes, at);
    at += cb & digitCountMask;
    if (((view.getInt32(at, true) ^ jacoco_fast_end) & 16777215) !== 0) return count;
    if ((nr | mi | ci | mb | cb) < 0) return count;
    at += '"/>'.length;
    const record = count * width;
    values[record + recordFields.end] = at;
    values[record + inLine.number] = nr >> digitCountBits;
    values[record + inLine.hits] = ci >> digitCountBits;
    values[record + inLine.missed] = mb >> digitCountBits;
    values[record + inLine.taken] = cb >> digitCountBits;
  }
};

function wordsOf(text) {
  return [ wordOf(text), wordOf(text, 2) ];
}

function isSix(view, at, first, last) {
  return (view.getInt32(at, true) ^ first | view.getInt32(at + 2, true) ^ last) === 0;
}

const jacoco = {
  name: "jacoco",
  title: "JaCoCo XML",
  recognizes: head => head.isXml("report", [ "group", "package", "sessioninfo", "counter" ], [ "name" ]),
  read: file => xmlReport(file, jacoco_names, jacoco_readReport)
};

const jacoco_names = xmlNames("group", "package", "class", "sourcefile", "line", "counter", "name", "sourcefilename", "nr", "mi", "ci", "mb", "cb", "type", "missed", "covered", "method", "desc");

const {name: jacoco_name, nr: nr, mi: mi, ci: ci, mb: mb, cb: cb, type: type, missed: missed, covered: jacoco_covered} = jacoco_names;

const isNumber = /^\d+$/;

const jacoco_lineFormat = {
  element: "line",
  inside: [],
  size: 4,
  readUsual: jacoco_fast_readUsual,
  layoutOf: ({nr: nr = "", mi: mi = "0", ci: ci = "", mb: mb = "", cb: cb = ""}) => {
    if (![ nr, mi, ci, mb, cb ].every(value => isNumber.test(value))) return;
    return {
      kind: 0,
      numbers: {
        nr: [ 0 ],
        ci: [ 1 ],
        mb: [ 2 ],
        cb: [ 3 ]
      }
    };
  }
};

const inCounter = {
  missed: 2,
  covered: 3
};

const counterFormat = {
  element: "counter",
  inside: [],
  size: 2,
  layoutOf: ({type: type = "", missed: missed = "", covered: covered = ""}) => {
    if (![ missed, covered ].every(value => isNumber.test(value))) return;
    return {
      kind: counterTypes.get(type) ?? -1,
      numbers: {
        missed: [ 0 ],
        covered: [ 1 ]
      }
    };
  }
};

function jacoco_readReport(xml) {
  const coverage = (new Coverage).measuring("lines", "branches");
  const reading = {
    xml: xml,
    coverage: coverage,
    lines: new RecordMatcher(jacoco_lineFormat),
    counters: new RecordMatcher(counterFormat),
    hasCountedFiles: false,
    repeated: 0
  };
  const declared = [];
  xml.nextOpen();
  const report = xml.text(jacoco_name) ?? "";
  while (xml.nextOpen()) if (xml.name === jacoco_names.group) readGroup(reading, xml.text(jacoco_name) ?? ""); else if (xml.name === jacoco_names.package) readPackage(reading, report); else if (xml.name === jacoco_names.counter) addCounter(xml, declared);
  const declaredTotals = Object.fromEntries(jacoco_counters_counted.map((metric, i) => [ metric, counterAt(declared, i) ]));
  const remarks = reconcileTotals(declaredTotals, coverage);
  if (reading.hasCountedFiles) remarks.push("does not identify the covered lines of all files; their counters apply.");
  if (reading.repeated > 0) remarks.push(`lists lines of ${reading.repeated} files several times and counts each, as Kover does; their LINE counters apply.`);
  return {
    coverage: coverage,
    remarks: remarks
  };
}

function readGroup(reading, module) {
  const {xml: xml} = reading;
  const depth = xml.depth;
  while (xml.nextOpen(depth)) if (xml.name === jacoco_names.group) readGroup(reading, `${module}/${xml.text(jacoco_name)}`); else if (xml.name === jacoco_names.package) readPackage(reading, module);
}

function readPackage(reading, module) {
  const {xml: xml, coverage: coverage} = reading;
  const depth = xml.depth;
  const folder = xml.text(jacoco_name) ?? "";
  const pathOf = file => folder ? `${folder}/${file}` : file;
  const classes = {
    bySource: new Map,
    byName: new Map,
    haveSources: false
  };
  let sources = 0;
  while (xml.nextOpen(depth)) if (xml.name === jacoco_names.class) jacoco_readClass(reading, classes); else if (xml.name === jacoco_names.sourcefile) {
    const name = xml.text(jacoco_names.name) ?? "";
    const file = coverage.file(pathOf(name), module);
    jacoco_counters_addCounts(coverage, file, readSourceFile(reading, file), classes.bySource.get(name));
    classes.bySource.delete(name);
    sources++;
  }
  const hidden = classes.haveSources || sources === 0 ? classes.byName : [];
  for (const remaining of [ classes.bySource, hidden ]) for (const [name, counters] of remaining) jacoco_counters_addCounts(coverage, coverage.file(pathOf(name), module), counters);
}

function jacoco_readClass(reading, classes) {
  const {xml: xml} = reading;
  const depth = xml.depth;
  const counters = findCounters(xml, classes);
  while (xml.nextOpen(depth)) if (xml.name === jacoco_names.counter) readCounters(reading, counters); else skipMethod(reading);
}

function skipMethod({xml: xml, counters: counters}) {
  const depth = xml.depth;
  do {
    while (xml.readRecords(counters, depth) > 0) ;
  } while (xml.nextOpen(depth));
}

function findCounters(xml, classes) {
  const source = xml.text(jacoco_names.sourcefilename);
  classes.haveSources ||= source !== void 0;
  const known = source === void 0 ? classes.byName : classes.bySource;
  const key = source ?? (xml.text(jacoco_name) ?? "").replace(/^.*\//, "");
  const counters = known.get(key) ?? [];
  known.set(key, counters);
  return counters;
}

function readSourceFile(reading, file) {
  const {xml: xml} = reading;
  const depth = xml.depth;
  const counters = [];
  const unidentified = [];
  const isNew = file.listedLines === 0;
  let identified = 0;
  do {
    if (xml.name === jacoco_names.line) {
      const number = jacoco_readLine(xml, file);
      if (number === void 0) identified++; else unidentified.push(number);
    } else if (xml.name === jacoco_names.counter) readCounters(reading, counters);
    identified += jacoco_readLines(reading, depth, file);
  } while (xml.nextOpen(depth));
  const isCounted = identified === 0 && unidentified.length > 0 && counterAt(counters, 0) !== void 0;
  reading.hasCountedFiles ||= isCounted;
  if (!isCounted) for (const number of unidentified) file.line(number, false);
  const count = counterAt(counters, 0);
  const rows = isCounted ? 0 : identified + unidentified.length;
  const isRepeated = isNew && rows > file.listedLines && count?.total === rows;
  if (isRepeated) reading.repeated++;
  if (isRepeated || !isNew) file.declare("lines", isRepeated ? count : "listed");
  return counters;
}

function jacoco_readLine(xml, file) {
  const number = xml.integer(nr);
  if (number === void 0) xml.fail("has a <line> without nr");
  const isIdentified = xml.has(ci) || xml.has(mi);
  if (isIdentified) file.line(number, xml.positive(ci));
  const taken = xml.integer(cb) ?? 0;
  const branches = taken + (xml.integer(mb) ?? 0);
  if (branches > 0) file.branches(number, taken, branches);
  xml.skip();
  return isIdentified ? void 0 : number;
}

function jacoco_readLines({xml: xml, lines: lines}, depth, file) {
  const {values: values, width: width} = lines;
  for (let sum = 0; ;) {
    const count = xml.readRecords(lines, depth);
    if (count === 0) return sum;
    sum += count;
    file.lines(values, width, count, inLine.number, inLine.hits);
    for (let at = 0; at < count * width; at += width) {
      const taken = values[at + inLine.taken] ?? 0;
      const branches = taken + (values[at + inLine.missed] ?? 0);
      if (branches > 0) file.branches(values[at + inLine.number] ?? 0, taken, branches);
    }
  }
}

function readCounters({xml: xml, counters: rows}, counters) {
  const depth = xml.depth - 1;
  addCounter(xml, counters);
  xml.skip();
  const {values: values, width: width} = rows;
  for (;;) {
    const count = xml.readRecords(rows, depth);
    if (count === 0) return;
    for (let at = 0; at < count * width; at += width) {
      const index = values[at + recordFields.kind] ?? -1;
      if (index < 0) continue;
      addCount(counters, index, values[at + inCounter.covered] ?? 0, values[at + inCounter.missed] ?? 0);
    }
  }
}

function addCounter(xml, counters) {
  const index = counterTypes.get(xml.text(type) ?? "");
  if (index === void 0) return;
  const hit = xml.integer(jacoco_covered) ?? 0;
  addCount(counters, index, hit, xml.integer(missed) ?? 0);
}

const jacocoCsv = {
  name: "jacoco-csv",
  title: "JaCoCo CSV",
  recognizes: ({text: text}) => text.startsWith("GROUP,PACKAGE,CLASS,"),
  read(file) {
    const opened = openText(file);
    try {
      return readTable(new TextLines(opened));
    } finally {
      opened.close();
    }
  }
};

const counters = [ {
  metric: "lines",
  word: "LINE"
}, {
  metric: "branches",
  word: "BRANCH"
}, {
  metric: "functions",
  word: "METHOD"
}, {
  metric: "instructions",
  word: "INSTRUCTION"
} ];

const jacoco_csv_metrics = counters.map(({metric: metric}) => metric);

function readTable(lines) {
  const files = new Map;
  let columns;
  while (lines.fill()) for (let at = 0; at < lines.limit; at = lines.endOf(at) + 1) {
    const text = lines.rest(at);
    if (text === "") continue;
    const fields = parseFields(text);
    if (columns) {
      if (fields?.length !== columns.size || !addRow(fields, columns, files)) lines.fail(at, `a row of ${columns.size} fields`);
    } else columns = parseHeader(fields ?? []) ?? lines.fail(at, "the header of JaCoCo CSV");
  }
  return createReport(files, lines.unfinished);
}

function createReport(files, unfinished) {
  const coverage = (new Coverage).measuring(...jacoco_csv_metrics);
  for (const {path: path, module: module, counts: counts} of files.values()) {
    const file = coverage.file(path, module);
    for (const [metric, count] of counts) file.add(metric, count);
  }
  const remarks = [ "counts lines by class without identifying them, so lines shared by several classes count several times. Use the XML report of JaCoCo to count each line once." ];
  if (unfinished) remarks.push("does not end with the line feed that JaCoCo writes; it may have been cut off.");
  return {
    coverage: coverage,
    remarks: remarks
  };
}

function parseHeader(fields) {
  const columns = new Map(fields.map((field, i) => [ field, i ]));
  const isWhole = [ "GROUP", "PACKAGE", "CLASS", ...counters.flatMap(({word: word}) => pairOf(word)) ].every(field => columns.has(field));
  return isWhole && columns.size === fields.length ? columns : void 0;
}

function pairOf(word) {
  return [ `${word}_MISSED`, `${word}_COVERED` ];
}

function addRow(fields, columns, files) {
  const field = column => fields[columns.get(column) ?? -1] ?? "";
  const {counts: counts} = jacoco_csv_fileOfClass(field("GROUP"), field("PACKAGE"), field("CLASS"), files);
  return counters.every(({metric: metric, word: word}) => {
    const [missed, covered] = pairOf(word).map(field);
    const count = parseCount(missed, covered);
    const sum = counts.get(metric);
    if (!count || !sum) return false;
    sum.covered += count.covered;
    sum.total += count.total;
    return true;
  });
}

function parseCount(missed = "", covered = "") {
  if (!/^\d{1,10}$/.test(missed) || !/^\d{1,10}$/.test(covered)) return;
  return {
    covered: Number(covered),
    total: Number(missed) + Number(covered)
  };
}

function jacoco_csv_fileOfClass(group, packageName, className, files) {
  const [outermost = ""] = className.split(".", 1);
  const folder = packageName === "default" ? "" : `${packageName.replaceAll(".", "/")}/`;
  const path = `${folder}${outermost}.java`;
  const module = group.slice(group.indexOf("/") + 1);
  const key = `${module}\0${path}`;
  const known = files.get(key);
  if (known) return known;
  const counts = new Map(jacoco_csv_metrics.map(metric => [ metric, (0, metrics.N4)() ]));
  const file = {
    path: path,
    module: module,
    counts: counts
  };
  files.set(key, file);
  return file;
}

const field = /(?:"((?:[^"]|"")*)"|([^",]*))(?:,|$)/y;

function parseFields(text) {
  const fields = [];
  field.lastIndex = 0;
  for (;;) {
    const match = field.exec(text);
    if (!match) return;
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (!match[0].endsWith(",")) return fields;
  }
}

const jestJson = {
  name: "jest-json",
  title: "Jest JSON",
  recognizes: ({json: json}) => hasPath(json, "numTotalTests") || hasPath(json, "coverageMap"),
  read: file => jsonReport(file, readResults)
};

const coverageMap = jsonKey("coverageMap");

function readResults(json, coverage) {
  let isMeasured = false;
  json.object();
  while (json.key()) if (json.is(coverageMap) && json.kind() === "{") {
    isMeasured = true;
    readCoverageMap(json, coverage);
  } else json.skip();
  if (isMeasured) return [];
  return json.fail('contains test results, but no "coverageMap"; run the tests with --coverage');
}

const A = 65;

const B = 66;

const D = 68;

const R = 82;

const scheme = "lcov";

const firstText = 4096;

const lcov_fast_maxDigits = 9;

const rows = new Int32Array(1024);

function readPlainHits(bytes, from, limit, file, listed) {
  let start = from;
  let size = 0;
  while (start < limit && size < rows.length) {
    if (bytes[start] !== D || bytes[start + 1] !== A || bytes[start + 2] !== COLON) break;
    let at = start + 3;
    let line = 0;
    let byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - ZERO;
    if (byte !== COMMA || at === start + 3 || at > start + 3 + lcov_fast_maxDigits) break;
    const hitsStart = ++at;
    let nonzero = 0;
    byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15;
    if (byte === CR && at > hitsStart) byte = bytes[++at] ?? 0;
    if (byte !== LF || at === hitsStart) break;
    rows[size] = line;
    rows[size + 1] = nonzero;
    size += 2;
    start = at + 1;
  }
  if (size > 0) file.lines(rows, 2, size / 2, 0, 1);
  listed.lines += size / 2;
  return start;
}

function readPlainArms(bytes, from, limit, file, listed) {
  let start = from;
  let lastLine = 0;
  let arms = 0;
  while (start < limit) {
    if (bytes[start] !== B || bytes[start + 3] !== A || bytes[start + 4] !== COLON) break;
    if (bytes[start + 1] !== R || bytes[start + 2] !== D) break;
    let at = start + 5;
    let line = 0;
    let byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) line = line * 10 + byte - ZERO;
    if (byte !== COMMA || at === start + 5 || at > start + 5 + lcov_fast_maxDigits) break;
    const blockStart = ++at;
    let block = 0;
    byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) block = block * 10 + byte - ZERO;
    if (byte !== COMMA || at === blockStart || at > blockStart + lcov_fast_maxDigits) break;
    const armStart = ++at;
    let arm = 0;
    byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) arm = arm * 10 + byte - ZERO;
    if (byte !== COMMA || at === armStart || at > armStart + lcov_fast_maxDigits || arm >= firstText) break;
    const takenStart = ++at;
    let nonzero = 0;
    byte = bytes[at] ?? 0;
    for (;byte >= ZERO && byte <= NINE; byte = bytes[++at] ?? 0) nonzero |= byte & 15;
    if (byte === DASH && at === takenStart) byte = bytes[++at] ?? 0;
    if (byte === CR && at > takenStart) byte = bytes[++at] ?? 0;
    if (byte !== LF || at === takenStart) break;
    if (block > 0 || arm > 1) file.branch(line, block, arm, nonzero !== 0, scheme); else {
      if (line !== lastLine && arms > 0) {
        file.firstArms(lastLine, arms, scheme);
        arms = 0;
      }
      lastLine = line;
      arms |= firstArm(arm, nonzero > 0);
    }
    listed.branches++;
    start = at + 1;
  }
  if (arms > 0) file.firstArms(lastLine, arms, scheme);
  return start;
}

const lcov_functions_scheme = "lcov";

const groupScheme = "lcov-groups";

class RecordFunctions {
  #file;
  #numbers=new Int32Array(64);
  #names=new Int32Array(64);
  #count=0;
  #called=0;
  #byName;
  #groups=new Map;
  #keys=new RecordKeys(lcov_functions_scheme);
  #groupKeys=new RecordKeys(groupScheme);
  begin(file) {
    this.#file = file;
    this.#count = 0;
    this.#called = 0;
    this.#byName = void 0;
    this.#keys.clear();
    if (this.#groups.size === 0) return;
    this.#groups.clear();
    this.#groupKeys.clear();
  }
  define(bytes, line, lineEnd, name, end) {
    const file = this.#file;
    if (!file) return;
    let number;
    if (name === lineEnd + 1) number = this.#keys.add(file, bytes, line, end); else {
      const key = Buffer.concat([ bytes.subarray(line, lineEnd + 1), bytes.subarray(name, end) ]);
      number = this.#keys.add(file, key, 0, key.length);
    }
    if (this.#count === this.#numbers.length) {
      this.#numbers = grow(this.#numbers, this.#count + 1);
      this.#names = grow(this.#names, this.#count + 1);
    }
    this.#numbers[this.#count] = number;
    this.#names[this.#count++] = lineEnd + 1 - line;
    if (this.#byName) defineNamed(file, this.#withName(nameIn(bytes, name, end)), number);
  }
  call(bytes, name, end, covered) {
    const file = this.#file;
    if (!file) return;
    const number = this.#numbers[this.#called] ?? 0;
    const at = this.#names[this.#called] ?? 0;
    const isInOrder = this.#called < this.#count && !this.#byName;
    if (isInOrder && file.functionEndsWith(number, at, bytes, name, end, lcov_functions_scheme)) {
      this.#called++;
      if (covered) file.coverFunction(number, lcov_functions_scheme);
    } else callNamed(file, this.#withName(nameIn(bytes, name, end)), covered);
  }
  defineGroup(index, line) {
    const key = Buffer.from(line);
    if (this.#file) this.#groups.set(index, this.#groupKeys.add(this.#file, key, 0, key.length));
  }
  callGroup(index, covered) {
    const number = this.#groups.get(index);
    if (number !== void 0 && covered) this.#file?.coverFunction(number, groupScheme);
    return number !== void 0;
  }
  end() {
    for (const [name, {numbers: numbers, pending: pending}] of this.#byName ?? []) {
      if (pending.length === 0) continue;
      const key = Buffer.from(`,${name}`, "latin1");
      const number = numbers.at(-1) ?? this.#file?.functionIn(key, 0, key.length, false, lcov_functions_scheme);
      if (number !== void 0 && pending.includes(true)) this.#file?.coverFunction(number, lcov_functions_scheme);
    }
  }
  #withName(name) {
    this.#byName ??= this.#groupByName();
    const known = this.#byName.get(name) ?? {
      numbers: [],
      called: 0,
      pending: []
    };
    this.#byName.set(name, known);
    return known;
  }
  #groupByName() {
    const byName = new Map;
    for (let i = 0; i < this.#count; i++) {
      const number = this.#numbers[i] ?? 0;
      const key = this.#file?.functionKey(number, this.#names[i] ?? 0, lcov_functions_scheme) ?? "";
      const name = key.replace(timesAtEnd, "");
      const known = byName.get(name) ?? {
        numbers: [],
        called: 0,
        pending: []
      };
      byName.set(name, known);
      known.numbers.push(number);
      if (i < this.#called) known.called++;
    }
    return byName;
  }
}

function nameIn(bytes, from, to) {
  return bytes.toString("latin1", from, to);
}

function defineNamed(file, functions, number) {
  functions.numbers.push(number);
  const covered = functions.pending.shift();
  if (covered === void 0) return;
  functions.called++;
  if (covered) file.coverFunction(number, lcov_functions_scheme);
}

function callNamed(file, functions, covered) {
  const number = functions.numbers[functions.called];
  if (number === void 0) functions.pending.push(covered); else {
    functions.called++;
    if (covered) file.coverFunction(number, lcov_functions_scheme);
  }
}

const timesAtEnd = /\0\d+$/;

class RecordKeys {
  #scheme;
  #next=0;
  #first=0;
  #older=new Set;
  #times=new Map;
  constructor(scheme) {
    this.#scheme = scheme;
  }
  clear() {
    this.#first = this.#next;
    if (this.#older.size > 0) this.#older.clear();
    if (this.#times.size > 0) this.#times.clear();
  }
  add(file, bytes, from, to) {
    const number = file.functionIn(bytes, from, to, false, this.#scheme);
    if (this.#isFirst(number)) return number;
    const name = bytes.toString("latin1", from, to);
    const times = (this.#times.get(name) ?? 1) + 1;
    this.#times.set(name, times);
    const key = Buffer.from(`${name}\0${times}`, "latin1");
    return this.add(file, key, 0, key.length);
  }
  #isFirst(number) {
    if (number >= this.#next) this.#next = number + 1; else if (number >= this.#first || this.#older.has(number)) return false; else this.#older.add(number);
    return true;
  }
}

const totalNames = [ "LF", "LH", "BRF", "BRH", "FNF", "FNH" ];

const totalWords = new Map(totalNames.map(name => [ wordOf(`${name}:`), name ]));

const totals = [ [ "lines", "LH", "LF" ], [ "branches", "BRH", "BRF" ], [ "functions", "FNH", "FNF" ] ];

class RecordTotals {
  #declared=new Map;
  #sums=new Map;
  read(lines, start, name) {
    const {bytes: bytes} = lines;
    const from = start + name.length + 1;
    const digits = afterDigits(bytes, from);
    const end = lines.endOf(from);
    const value = Number(bytes.toString("latin1", from, digits === from ? end : digits));
    this.#declared.set(name, (this.#declared.get(name) ?? 0) + value);
    return end + 1;
  }
  addTo(file, coverage) {
    if (this.#declared.size === 0) return;
    for (const [metric, hit, found] of totals) {
      const count = countFrom(this.#declared, hit, found);
      if (!count || count.total === 0 || file.count(metric).total > 0) continue;
      coverage.measured.add(metric);
      file.add(metric, count);
    }
    for (const [word, value] of this.#declared) this.#sums.set(word, (this.#sums.get(word) ?? 0) + value);
    this.#declared.clear();
  }
  reconcile(coverage, records) {
    if (records !== Array.from(coverage.files()).length) return [];
    const declared = totals.map(([metric, hit, found]) => [ metric, countFrom(this.#sums, hit, found) ]);
    return reconcileTotals(Object.fromEntries(declared), coverage);
  }
}

function countFrom(from, hit, found) {
  const covered = from.get(hit) ?? Number.NaN;
  const total = from.get(found) ?? Number.NaN;
  return Number.isSafeInteger(total) && covered <= total ? {
    covered: covered,
    total: total
  } : void 0;
}

const lcov = {
  name: "lcov",
  title: "lcov",
  advice: {
    branches: "lcov measures them with --rc branch_coverage=1, pytest with --cov-branch",
    statements: "lcov contains only lines; Istanbul lists statements in coverage-final.json"
  },
  recognizes: ({text: text}) => /^(#[^\n]*\n\s*)*(TN|SF):/.test(text),
  read(file) {
    const opened = openText(file);
    try {
      return readTracefile(new TextLines(opened));
    } finally {
      opened.close();
    }
  }
};

const lcov_largest = 2147483647;

const lcov_none = {
  lines: 0,
  branches: 0
};

const DA = wordOf("DA:");

const BRDA = wordOf("BRDA");

const SF = wordOf("SF:");

const TN = wordOf("TN:");

const FN = wordOf("FN:");

const FNDA = wordOf("FNDA");

const FNL = wordOf("FNL:");

const FNA = wordOf("FNA:");

const threeBytes = 16777215;

function readTracefile(lines) {
  const coverage = (new Coverage).measuring("lines");
  const reading = {
    lines: lines,
    coverage: coverage,
    file: void 0,
    before: lcov_none,
    listed: {
      ...lcov_none
    },
    records: 0,
    functions: new RecordFunctions,
    totals: new RecordTotals,
    unknown: new Map,
    invalid: {
      count: 0,
      first: ""
    }
  };
  while (lines.fill()) for (let at = 0; at < lines.limit; ) at = lcov_readLine(reading, at);
  if (reading.file) lines.cutOff("inside a record: the last end_of_record is missing");
  const remarks = reading.totals.reconcile(coverage, reading.records);
  return {
    coverage: coverage,
    remarks: [ ...remarks, ...describeSkipped(reading) ]
  };
}

function lcov_readLine(reading, at) {
  const {bytes: bytes, view: view} = reading.lines;
  const four = view.getInt32(at, true);
  const three = four & threeBytes;
  if (three === DA) return lcov_readHits(reading, at);
  if (four === BRDA && bytes[at + 4] === COLON) return readArm(reading, at);
  if (three === FN || four === FNDA) return lcov_readFunction(reading, at, three === FN);
  if (three === SF) return beginRecord(reading, at, at + 3);
  if (three === TN) return reading.lines.endOf(at) + 1;
  if (isEnd(reading.lines, at)) return endRecord(reading, at);
  const total = totalWords.get(four) ?? totalWords.get(three);
  if (total !== void 0) return reading.totals.read(reading.lines, at, total);
  if (four === FNL || four === FNA) return lcov_readGroup(reading, at);
  return lcov_readOther(reading, at);
}

function lcov_readHits({lines: lines, file: file, listed: listed}, start) {
  if (!file) return lines.fail(start, "a record that starts with SF:");
  const next = readPlainHits(lines.bytes, start, lines.limit, file, listed);
  if (next > start) return next;
  const [, line, hits = ""] = /^DA:(\d+),([^,]*)/.exec(lines.rest(start)) ?? [];
  const covered = isHit(hits.trim());
  if (covered === void 0 || Number(line) > lcov_largest) return lines.fail(start, "DA:<line>,<hits>");
  file.line(Number(line), covered);
  listed.lines++;
  return lines.endOf(start) + 1;
}

function readArm(reading, start) {
  const {lines: lines, coverage: coverage, file: file, listed: listed} = reading;
  if (!file) return lines.fail(start, "a record that starts with SF:");
  coverage.measured.add("branches");
  const next = readPlainArms(lines.bytes, start, lines.limit, file, listed);
  if (next > start) return next;
  const [, line, unreachable, block, arm = "", taken = ""] = /^BRDA:(\d{1,10}),[ef]?(U?)(\d{1,15}),(.*),\s*([^,]*)$/s.exec(lines.rest(start)) ?? [];
  const covered = isHit(taken);
  if (covered === void 0 || Number(line) > lcov_largest) return lines.fail(start, "BRDA:<line>,<block>,<branch>,<taken>");
  if (!unreachable) {
    file.branch(Number(line), Number(block), lcov_armOf(arm), covered, lcov.name);
    listed.branches++;
  }
  return lines.endOf(start) + 1;
}

function lcov_armOf(text) {
  const number = /^(0|[1-9]\d{0,3})$/.test(text) ? Number(text) : firstText;
  return number < firstText ? number : firstText + numberOf(text);
}

function lcov_readFunction(reading, start, isDefinition) {
  const {lines: lines, file: file, coverage: coverage} = reading;
  const {bytes: bytes} = lines;
  if (!file) return lines.fail(start, "a record that starts with SF:");
  coverage.measured.add("functions");
  let end = start;
  while (bytes[end] !== LF) end++;
  if (isDefinition) readDefinition(reading, start, end); else readCalls(reading, start, end);
  return end + 1;
}

function readDefinition({lines: lines, functions: functions}, start, end) {
  const {bytes: bytes} = lines;
  const line = start + 3;
  const to = lines.trimmed(start, end);
  const comma = afterDigits(bytes, line);
  const second = afterDigits(bytes, comma + 1);
  const hasLast = second > comma + 1 && bytes[second] === COMMA && second + 1 < to;
  const name = hasLast ? second + 1 : comma + 1;
  if (comma === line || bytes[comma] !== COMMA || name > to) lines.fail(start, "FN:<line>,<name>");
  functions.define(bytes, line, comma, name, to);
}

function readCalls({lines: lines, functions: functions}, start, end) {
  const {bytes: bytes} = lines;
  const from = start + 5;
  const to = lines.trimmed(start, end);
  const digits = afterDigits(bytes, from);
  const isZero = bytes[from] === ZERO;
  const isPlain = digits > from && bytes[digits] === COMMA && (!isZero || digits === from + 1);
  const comma = isPlain ? digits : bytes.indexOf(COMMA, from);
  const covered = isPlain ? !isZero : isHit(bytes.toString("latin1", from, Math.max(from, Math.min(comma, end))));
  if (comma < 0 || comma + 1 > to || bytes[from - 1] !== COLON || covered === void 0) lines.fail(start, "FNDA:<hits>,<name>"); else functions.call(bytes, comma + 1, to, covered);
}

function lcov_readGroup({lines: lines, file: file, coverage: coverage, functions: functions}, start) {
  if (!file) return lines.fail(start, "a record that starts with SF:");
  coverage.measured.add("functions");
  const text = lines.rest(start);
  const [, index, line] = /^FNL:(\d+),(\d+)(?:,\d+)?$/.exec(text) ?? [];
  const [, of = "", hits = ""] = /^FNA:(\d+),([^,]+),./.exec(text) ?? [];
  const covered = isHit(hits);
  if (index !== void 0 && line !== void 0) functions.defineGroup(index, line); else if (covered === void 0 || !functions.callGroup(of, covered)) lines.fail(start, "FNL:<index>,<line> and then FNA:<index>,<hits>,<name>");
  return lines.endOf(start) + 1;
}

const ignored = new Set([ "TN", "VER", "MCDC", "MCF", "MCH" ]);

const lcov_counted = new Set([ "DA", "BRDA", "FN", "FNDA", "FNL", "FNA" ]);

function lcov_readOther(reading, start) {
  const {lines: lines, unknown: unknown, invalid: invalid, records: records} = reading;
  const next = lines.endOf(start) + 1;
  const text = lines.rest(start);
  const colon = text.indexOf(":");
  const word = text.slice(0, Math.max(colon, 0));
  if (text === "" || text.startsWith("#") || ignored.has(word)) return next;
  if (word === "SF") return beginRecord(reading, start, lines.bytes.indexOf(COLON, start) + 1);
  if (text === "end_of_record") endRecord(reading, start); else if (lcov_counted.has(word) || records === 0 || lcov_isCutOff(lines, next)) lines.fail(start, "a line of lcov"); else if (/^[A-Z]+$/.test(word)) unknown.set(word, (unknown.get(word) ?? 0) + 1); else if (invalid.count++ === 0) invalid.first = text;
  return next;
}

function lcov_isCutOff({unfinished: unfinished, limit: limit}, next) {
  return unfinished && next === limit;
}

const endOfRecord = "end_of_record\n";

const [end1 = 0, end2 = 0, end3 = 0, end4 = 0] = [ "end_", "of_r", "ecor", "ord\n" ].map(text => wordOf(text));

function isEnd({view: view, limit: limit}, at) {
  if (at + endOfRecord.length > limit) return false;
  if (view.getInt32(at, true) !== end1 || view.getInt32(at + 4, true) !== end2) return false;
  return view.getInt32(at + 8, true) === end3 && view.getInt32(at + 10, true) === end4;
}

function endRecord(reading, start) {
  const {lines: lines, coverage: coverage, file: file} = reading;
  if (!file) return lines.fail(start, "a record that starts with SF:");
  reading.functions.end();
  file.compareListing(reading.before, reading.listed, lcov.name);
  reading.totals.addTo(file, coverage);
  reading.file = void 0;
  return lines.endOf(start) + 1;
}

function beginRecord(reading, start, from) {
  const {lines: lines, coverage: coverage, functions: functions} = reading;
  const name = lines.rest(from);
  if (reading.file) lines.fail(start, "end_of_record");
  reading.file = namedFile(coverage, name);
  reading.before = reading.file.listing(lcov.name);
  reading.listed = {
    ...lcov_none
  };
  reading.records++;
  functions.begin(reading.file);
  return lines.endOf(start) + 1;
}

function describeSkipped({unknown: unknown, invalid: invalid}) {
  const words = Array.from(unknown, ([word, count]) => `${word} (${count})`).slice(0, 10);
  const lines = invalid.count === 1 ? "one line" : `${invalid.count} lines`;
  return [ ...unknown.size === 0 ? [] : [ `contains lines with unknown words, skipped: ${words.join(", ")}.` ], ...invalid.count === 0 ? [] : [ `contains ${lines} without lcov syntax, skipped; the first is ${(0, 
  src_quote.h)(invalid.first, 40)}.` ] ];
}

const llvm = {
  name: "llvm",
  title: "LLVM coverage export",
  advice: {
    branches: "cargo llvm-cov measures them with --branch"
  },
  recognizes: ({json: json}) => valuesAt(json, "type").includes("llvm.coverage.json.export") || hasPath(json, "data") && [ "files", "functions", "totals" ].some(key => hasPath(json, "data", "*", key)),
  read: file => jsonReport(file, readExport)
};

const llvm_keys = {
  data: jsonKey("data"),
  files: jsonKey("files"),
  totals: jsonKey("totals"),
  filename: jsonKey("filename"),
  segments: jsonKey("segments"),
  summary: jsonKey("summary"),
  count: jsonKey("count"),
  covered: jsonKey("covered")
};

const llvm_summaryMetrics = [ "lines", "functions", "regions", "branches" ];

const llvm_words = llvm_summaryMetrics.map(metric => ({
  metric: metric,
  key: jsonKey(metric)
}));

function readExport(json, coverage) {
  const remarks = [];
  json.object();
  while (json.key()) if (json.is(llvm_keys.data)) {
    json.array();
    while (json.element()) remarks.push(...readData(json, coverage));
  } else json.skip();
  return remarks;
}

function readData(json, coverage) {
  let declared = {};
  json.object();
  while (json.key()) if (json.is(llvm_keys.totals)) declared = Object.fromEntries(llvm_readSummary(json, "totals")); else if (json.is(llvm_keys.files)) {
    json.array();
    while (json.element()) llvm_readFile(json, coverage);
  } else json.skip();
  return reconcileTotals(declared, coverage);
}

function llvm_readFile(json, coverage) {
  let name = "";
  let segments;
  let summary = new Map;
  json.object();
  while (json.key()) if (json.is(llvm_keys.filename)) name = json.text(); else if (json.is(llvm_keys.segments)) segments = readSegments(json); else if (json.is(llvm_keys.summary)) summary = llvm_readSummary(json, name); else json.skip();
  const file = namedFile(coverage, name);
  const isNew = file.count("lines").total === 0;
  for (const [metric, count] of summary) {
    coverage.measured.add(metric);
    if (metric !== "lines" || !segments) file.add(metric, count);
  }
  if (!segments) return;
  coverage.measured.add("lines");
  llvm_addLines(file, segments);
  const lines = isNew ? summary.get("lines") : void 0;
  if (lines && file.count("lines").total === 0) file.add("lines", lines); else file.declare("lines", lines ?? "listed");
}

function readSegments(json) {
  const segments = [];
  json.array();
  while (json.element()) segments.push(readSegment(json, segments.at(-1)?.line ?? 0));
  return segments;
}

function readSegment(json, after) {
  const flags = [ false, false, false ];
  let size = 0;
  let line = 0;
  let covered = false;
  json.array();
  while (json.element()) {
    if (size === 0) line = json.count(); else if (size === 2) covered = json.hit(); else if (size > 2 && size < 6) flags[size - 3] = readFlag(json); else json.skip();
    size++;
  }
  if (size < 5 || line < after) json.fail("has a segment that is incomplete or out of order");
  const [hasCount = false, isEntry = false, isGap = false] = flags;
  return {
    line: line,
    covered: covered,
    hasCount: hasCount,
    isEntry: isEntry,
    isGap: isGap
  };
}

function readFlag(json) {
  return json.kind() === "0" ? json.hit() : json.flag();
}

const maxGap = 1e7;

function llvm_addLines(file, segments) {
  let wrapped;
  for (let i = 0; i < segments.length; ) {
    const line = segments[i]?.line ?? 0;
    const from = i;
    while (i < segments.length && segments[i]?.line === line) i++;
    const own = segments.slice(from, i);
    addLine(file, line, wrapped, own);
    wrapped = own.at(-1);
    const next = Math.min(segments[i]?.line ?? 0, line + maxGap);
    if (wrapped?.hasCount) for (let on = line + 1; on < next; on++) file.line(on, wrapped.covered);
  }
}

function addLine(file, line, wrapped, own) {
  const starts = own.filter(({isGap: isGap, hasCount: hasCount, isEntry: isEntry}) => !isGap && hasCount && isEntry);
  const first = own[0];
  const startsSkipped = first !== void 0 && !first.hasCount && first.isEntry;
  const mapped = !startsSkipped && (wrapped?.hasCount === true || starts.length > 0);
  if (!mapped) return;
  file.line(line, wrapped?.covered && wrapped.hasCount || starts.some(({covered: covered}) => covered));
}

function llvm_readSummary(json, name) {
  const summary = new Map;
  json.object();
  while (json.key()) {
    const known = llvm_words.find(({key: key}) => json.is(key));
    if (known) summary.set(known.metric, llvm_readCount(json, known.metric, name)); else json.skip();
  }
  return summary;
}

function llvm_readCount(json, metric, name) {
  let covered = Number.NaN;
  let total = Number.NaN;
  json.object();
  while (json.key()) if (json.is(llvm_keys.covered)) covered = json.integer(); else if (json.is(llvm_keys.count)) total = json.integer(); else json.skip();
  if (covered >= 0 && covered <= total) return {
    covered: covered,
    total: total
  };
  return json.fail(`has ${covered} of ${total} ${metric} covered in ${(0, src_quote.h)(name)}`);
}

const scoverage = {
  name: "scoverage",
  title: "scoverage XML",
  advice: {
    functions: "scoverage does not count them"
  },
  recognizes: head => head.isXml("scoverage", [ "packages" ], [ "statement-count" ]),
  read: file => xmlReport(file, scoverage_names, scoverage_readReport)
};

const scoverage_names = xmlNames("class", "statement", "filename", "source", "start", "end", "line", "branch", "invocation-count", "ignored", "statement-count", "statements-invoked");

function scoverage_readReport(xml) {
  const coverage = (new Coverage).measuring("lines", "branches", "statements");
  const reading = {
    coverage: coverage,
    seen: new Map
  };
  xml.nextOpen();
  const declared = scoverage_readTotals(xml);
  let filename = "";
  while (xml.nextOpen()) if (xml.name === scoverage_names.class) filename = xml.text(scoverage_names.filename) ?? ""; else if (xml.name === scoverage_names.statement) readStatement(xml, filename, reading);
  return {
    coverage: coverage,
    remarks: reconcileTotals(declared, coverage)
  };
}

function readStatement(xml, classFile, {coverage: coverage, seen: seen}) {
  if (xml.is(scoverage_names.ignored, "true")) return;
  const path = xml.text(scoverage_names.source) || classFile;
  if (path === "") xml.fail("has a <statement> without a source file");
  addStatement(xml, coverage.file(normalizePath(path)), seen);
}

function addStatement(xml, file, seen) {
  const line = xml.integer(scoverage_names.line);
  if (line === void 0) xml.fail("has a <statement> without line");
  const start = xml.integer(scoverage_names.start) ?? 0;
  const end = xml.integer(scoverage_names.end) ?? 0;
  const covered = xml.positive(scoverage_names["invocation-count"]);
  const place = `${file.number} ${line} ${start} ${end}`;
  const nth = seen.get(place) ?? 0;
  seen.set(place, nth + 1);
  file.line(line, covered);
  file.statement(line, start, line, end + nth * beyondColumns, covered);
  if (!xml.is(scoverage_names.branch, "true")) return;
  file.branchAt(line, start, end, nth, 0, covered, scoverage.name);
}

function scoverage_readTotals(xml) {
  const covered = xml.integer(scoverage_names["statements-invoked"]);
  const total = xml.integer(scoverage_names["statement-count"]);
  if (covered === void 0 || total === void 0) return {};
  if (covered > total) xml.fail(`has ${covered} of ${total} statements invoked`);
  return {
    statements: {
      covered: covered,
      total: total
    }
  };
}

const simplecov = {
  name: "simplecov",
  title: "SimpleCov JSON",
  advice: {
    branches: "SimpleCov measures them with enable_coverage :branch"
  },
  recognizes: ({json: json}) => hasPath(json, "meta", "simplecov_version") || hasPath(json, "simplecov_version") || hasPath(json, "files", "*", "covered_percent") || hasPath(json, "coverage", "*", "lines") || hasPath(json, "coverage") && hasPath(json, "timestamp") || valuesAt(json, "*", "coverage").some(coverage => coverage instanceof Map),
  read: file => jsonReport(file, simplecov_readRoot)
};

const simplecov_keys = {
  coverage: jsonKey("coverage"),
  files: jsonKey("files"),
  filename: jsonKey("filename"),
  lines: jsonKey("lines"),
  branches: jsonKey("branches"),
  methods: jsonKey("methods"),
  type: jsonKey("type"),
  name: jsonKey("name"),
  startLine: jsonKey("start_line"),
  endLine: jsonKey("end_line")
};

const tables = new Set([ "meta", "groups", "total", "errors" ]);

function simplecov_readRoot(json, coverage) {
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(simplecov_keys.coverage)) simplecov_readFiles(json, coverage); else if (json.is(simplecov_keys.files) && json.kind() === "[") simplecov_readList(json, coverage); else if (tables.has(json.name()) || json.kind() !== "{") json.skip(); else {
    json.object();
    while (json.key()) if (json.is(simplecov_keys.coverage)) simplecov_readFiles(json, coverage); else json.skip();
  }
  return [];
}

function simplecov_readFiles(json, coverage) {
  json.object();
  while (json.key()) simplecov_readFile(json, coverage, namedFile(coverage, json.name()));
}

const listScheme = "simplecov-list";

function simplecov_readFile(json, coverage, file) {
  if (json.kind() === "[") {
    simplecov_readLines(json, file);
    return;
  }
  json.object();
  while (json.key()) if (json.is(simplecov_keys.lines) && json.kind() === "[") simplecov_readLines(json, file); else if (json.is(simplecov_keys.branches) && json.kind() === "{") {
    coverage.measured.add("branches");
    readConditions(json, file);
  } else if (json.is(simplecov_keys.branches) && json.kind() === "[") {
    coverage.measured.add("branches");
    readListed(json, (type, line, endLine, nth, covered) => {
      file.branchAt(line, 0, endLine, nth, numberOf(type), covered, listScheme);
    });
  } else if (json.is(simplecov_keys.methods) && json.kind() === "{") {
    coverage.measured.add("functions");
    readMethods(json, file);
  } else if (json.is(simplecov_keys.methods) && json.kind() === "[") {
    coverage.measured.add("functions");
    readListed(json, (name, line, endLine, nth, covered) => {
      file.function(`${name}:${line}-${endLine}:${nth}`, covered, listScheme);
    });
  } else json.skip();
}

function simplecov_readList(json, coverage) {
  json.array();
  while (json.element()) {
    let file;
    json.object();
    while (json.key()) if (json.is(simplecov_keys.filename)) file = namedFile(coverage, json.text()); else if (!json.is(simplecov_keys.coverage)) json.skip(); else if (!file) json.fail("has the coverage of a file before its name"); else simplecov_readFile(json, coverage, file);
  }
}

function simplecov_readLines(json, file) {
  let line = 0;
  json.array();
  while (json.element()) {
    line++;
    const covered = simplecov_readHit(json);
    if (covered !== void 0) file.line(line, covered);
  }
}

function simplecov_readHit(json) {
  const kind = json.kind();
  if (kind === "0") return json.hit();
  const text = kind === '"' ? json.text() : void 0;
  if (text === void 0 && kind === "n") json.skip(); else if (text !== "ignored") return json.fail('has hits that are neither a number, null nor "ignored"');
  return;
}

function readConditions(json, file) {
  json.object();
  while (json.key()) {
    const condition = parsePlace(json, json.name());
    json.object();
    while (json.key()) {
      const arm = parsePlace(json, json.name());
      const covered = simplecov_readHit(json);
      if (covered === void 0) continue;
      const {line: line, column: column, endLine: endLine, endColumn: endColumn} = condition;
      const name = `${condition.type} ${arm.type} ${arm.line}:${arm.column}-${arm.endLine}:${arm.endColumn}`;
      file.branchAt(line, column, endLine, endColumn, numberOf(name), covered, simplecov.name);
    }
  }
}

function parsePlace(json, text) {
  const [, type, ...numbers] = /^\[:"?([^,]+?)"?, \d+, (\d{1,9}), (\d{1,9}), (\d{1,9}), (\d{1,9})\]$/.exec(text) ?? [];
  const [line = 0, column = 0, endLine = 0, endColumn = 0] = numbers.map(Number);
  if (type === void 0) return json.fail("has a branch without a type and position");
  return {
    type: type,
    line: line,
    column: column,
    endLine: endLine,
    endColumn: endColumn
  };
}

function readMethods(json, file) {
  json.object();
  while (json.key()) {
    const name = json.name().replace(/0x[\da-f]+/gi, "");
    const covered = simplecov_readHit(json);
    if (covered !== void 0) file.function(name, covered, simplecov.name);
  }
}

function readListed(json, add) {
  const seen = new Map;
  json.array();
  while (json.element()) {
    let name = "";
    let line = 0;
    let endLine = 0;
    let covered;
    json.object();
    while (json.key()) if (json.is(simplecov_keys.type) || json.is(simplecov_keys.name)) name = json.text(); else if (json.is(simplecov_keys.startLine)) line = json.count(); else if (json.is(simplecov_keys.endLine)) endLine = json.count(); else if (json.is(simplecov_keys.coverage)) covered = simplecov_readHit(json); else json.skip();
    const key = `${name} ${line} ${endLine}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    if (covered !== void 0) add(name, line, endLine, nth, covered);
  }
}

const sonarqube = {
  name: "sonarqube",
  title: "SonarQube generic XML",
  advice: {
    branches: "gcovr writes them unless run with --sonarqube-metric line",
    functions: "the SonarQube format does not contain them",
    statements: "the SonarQube format does not contain them"
  },
  recognizes: head => head.isXml("coverage", [ "file[path]" ], [ "version" ]),
  read: file => xmlReport(file, sonarqube_names, sonarqube_readReport)
};

const sonarqube_names = xmlNames("file", "path", "lineToCover", "lineNumber", "covered", "branchesToCover", "coveredBranches");

function sonarqube_readReport(xml) {
  const coverage = (new Coverage).measuring("lines");
  xml.nextOpen();
  while (xml.nextOpen()) {
    if (xml.name !== sonarqube_names.file) continue;
    const path = xml.text(sonarqube_names.path);
    if (!path) xml.fail("has a <file> without path");
    sonarqube_readFile(xml, coverage, namedFile(coverage, path));
  }
  return {
    coverage: coverage,
    remarks: []
  };
}

function sonarqube_readFile(xml, coverage, file) {
  const depth = xml.depth;
  while (xml.nextOpen(depth)) {
    if (xml.name !== sonarqube_names.lineToCover) continue;
    const line = xml.integer(sonarqube_names.lineNumber) ?? 0;
    if (line < 1) xml.fail("has a <lineToCover> without a positive lineNumber");
    file.line(line, sonarqube_isCovered(xml));
    const total = xml.integer(sonarqube_names.branchesToCover);
    if (total === void 0) continue;
    const covered = xml.integer(sonarqube_names.coveredBranches) ?? 0;
    if (covered < 0 || covered > total) xml.fail(`has ${covered} of ${total} branches covered on line ${line}`);
    coverage.measured.add("branches");
    file.branches(line, covered, total);
  }
}

function sonarqube_isCovered(xml) {
  const covered = xml.is(sonarqube_names.covered, "true");
  if (covered || xml.is(sonarqube_names.covered, "false")) return covered;
  return xml.fail('has a <lineToCover> whose covered is neither "true" nor "false"');
}

const ascii = text => [ ...Buffer.from(text, "latin1") ];

const unpack = "unpack it first";

const llvmProfile = {
  is: "an LLVM profile",
  instead: 'run "llvm-profdata merge" and "llvm-cov export -format=lcov"'
};

const gccData = {
  is: "GCC coverage data",
  instead: "run gcovr --json or lcov --capture, and use the output"
};

const goData = {
  is: "Go coverage data (GOCOVERDIR)",
  instead: 'run "go tool covdata textfmt -i=<folder> -o=cover.out" and use cover.out'
};

const binaries = [ {
  magic: ascii("SQLite format 3\0"),
  is: "a data file of coverage.py (SQLite)",
  instead: 'run "coverage xml" and use coverage.xml'
}, {
  magic: [ 1, 192, 192 ],
  is: "JaCoCo execution data",
  instead: "create a report (mvn jacoco:report, gradle jacocoTestReport) and use the XML"
}, {
  magic: ascii("\0cvm"),
  ...goData
}, {
  magic: ascii("\0cwm"),
  ...goData
}, {
  magic: ascii("rforplÿ"),
  ...llvmProfile
}, {
  magic: ascii("Rforplÿ"),
  ...llvmProfile
}, {
  magic: ascii("ÿlprofr"),
  ...llvmProfile
}, {
  magic: ascii("ÿlprofR"),
  ...llvmProfile
}, {
  magic: ascii("ÿlprofi"),
  ...llvmProfile
}, ...[ "gcda", "adcg", "gcno", "oncg" ].map(magic => ({
  magic: ascii(magic),
  ...gccData
})), {
  magic: [ 31, 139 ],
  is: "compressed by gzip",
  instead: `${unpack} (gunzip)`
}, {
  magic: ascii("PK"),
  is: "a zip archive",
  instead: `${unpack} (unzip)`
}, {
  magic: ascii("BZh"),
  is: "compressed by bzip2",
  instead: `${unpack} (bunzip2)`
}, {
  magic: [ 253, ...ascii("7zXZ") ],
  is: "compressed by xz",
  instead: `${unpack} (unxz)`
}, {
  magic: [ 40, 181, 47, 253 ],
  is: "compressed by zstd",
  instead: `${unpack} (unzstd)`
} ];

const reportGenerator = "convert it with ReportGenerator (-reporttypes:Cobertura)";

const texts = [ {
  matches: ({text: text}) => /^version https:\/\/\S+\noid sha256:/.test(text),
  is: "a pointer of Git LFS",
  instead: 'set "lfs: true" in actions/checkout, or create the report in this job'
}, {
  matches: ({text: text}) => /^(<!--[^>]*-->\s*)*(<!doctype html|<html[\s>])/i.test(text),
  is: "an HTML page",
  instead: "use the XML, JSON or lcov report of the same run"
}, {
  matches: ({json: json}) => hasPath(json, "result", "*", "functions") && hasPath(json, "result", "*", "url"),
  is: "raw V8 coverage (NODE_V8_COVERAGE)",
  instead: 'run "c8 report --reporter=lcov" and use lcov.info'
}, {
  matches: ({json: json}) => hasPath(json, "coverage", "*", "hits") && hasPath(json, "coverage", "*", "source"),
  is: "raw Dart coverage",
  instead: 'run "dart run coverage:format_coverage --lcov" and use lcov.info'
}, {
  matches: ({text: text}) => /^\S+\.go:\d+:\s+\S+\s+\d+\.\d%/.test(text),
  is: 'the table of "go tool cover -func"',
  instead: "use the profile itself, cover.out"
}, {
  matches: ({json: json}) => hasPath(json, "coverage", "assemblies") || hasPath(json, "summary", "generatedon"),
  is: "a summary of ReportGenerator",
  instead: "use its Cobertura report (-reporttypes:Cobertura)"
}, {
  matches: ({json: json}) => hasPath(json, "result", "line") || hasPath(json, "result", "covered_percent"),
  is: "the last percentage of SimpleCov",
  instead: "use coverage/.resultset.json"
}, {
  matches: ({json: json}) => hasPath(json, "files", "*", "traces"),
  is: "tarpaulin JSON",
  instead: "run it with --out Xml or --out Lcov"
}, {
  matches: ({json: json}) => hasPath(json, "percent_covered") && hasPath(json, "files", "*", "file"),
  is: "the summary of kcov",
  instead: "use its cobertura.xml"
}, {
  matches: ({text: text}) => /^(<\?xml[^>]*>\s*)?<phpunit\s[^>]*schema\.phpunit\.de\/coverage/.test(text),
  is: "a part of the XML report of PHPUnit, which is a folder",
  instead: "run it with --coverage-clover clover.xml"
}, {
  matches: ({text: text}) => text.startsWith("<?php"),
  is: "PHP code (data of php-code-coverage)",
  instead: 'run "phpcov merge --clover clover.xml" or PHPUnit with --coverage-clover'
}, {
  matches: ({text: text}) => /^[^{[]{0,2000}<coverage\s[^>]*profilerVersion=/.test(text),
  is: "a report of NCover",
  instead: reportGenerator
}, {
  matches: ({text: text}) => /^[^{[]{0,2000}<(PartCoverReport|BullseyeCoverage)[\s>]/.test(text),
  is: "a report of PartCover or Bullseye",
  instead: reportGenerator
}, {
  matches: ({text: text, json: json}) => /^[^{[]{0,2000}<Root\s[^>]*DotCoverVersion=/.test(text) || hasPath(json, "DotCoverVersion"),
  is: "a report of dotCover",
  instead: reportGenerator
}, {
  matches: ({text: text}) => text.startsWith("<CoverageDSPriv") || /^<\?xml[^>]*>\s*<CoverageDSPriv/.test(text),
  is: "an export of Visual Studio",
  instead: 'run "dotnet-coverage merge -f cobertura -o coverage.xml" on the .coverage file'
}, {
  matches: ({text: text}) => /^-:\s*0:Source:/.test(text),
  is: "a source file annotated by gcov",
  instead: "run gcovr --json or lcov --capture, and use the output"
}, {
  matches: ({text: text}) => /^-+\s+GCC Code Coverage Report/.test(text),
  is: "the table of gcovr",
  instead: "run gcovr with --json"
}, {
  matches: ({text: text}) => /^[\s|+╭─┬-]*File\s*\| *% (Stmts|Lines)/m.test(text.slice(0, 2e3)),
  is: "the table that a tool prints",
  instead: "use a file: coverage-final.json of Istanbul, lcov.info of Foundry (--report lcov)"
}, {
  matches: ({text: text}) => /^Name\s+Stmts\s+Miss\s/m.test(text.slice(0, 2e3)),
  is: "the table of coverage.py",
  instead: 'run "coverage xml" and use coverage.xml'
}, {
  matches: ({json: json}) => Array.isArray(json) && hasPath(json, "*", "executableLines"),
  is: "only the targets of xccov",
  instead: 'run "xcrun xccov view --report --json" without --only-targets or --files-for-target'
}, {
  matches: ({text: text}) => /^(<\?xml[^>]*>\s*)?<testsuites?[\s>]/.test(text),
  is: "a file of test results (JUnit), not of coverage,",
  instead: "use the coverage report of the same run"
} ];

function adviceForBytes(file) {
  const head = (0, src_file.i4)(file, 512);
  const known = binaries.find(({magic: magic}) => magic.every((byte, i) => head[i] === byte));
  return known && sentence(known);
}

function adviceForBinary(file) {
  const head = (0, src_file.i4)(file, 512);
  if (!head.includes(0) || isWideText(head)) return;
  const isDotnet = /\.coverage$/i.test(file);
  return sentence(isDotnet ? unreadable_dotnetCoverage : anyBinary);
}

const unreadable_dotnetCoverage = {
  is: "binary .NET coverage",
  instead: 'run "dotnet-coverage merge -f cobertura -o coverage.xml" on it and use coverage.xml'
};

const anyBinary = {
  is: "a binary file",
  instead: "use the XML, JSON or lcov report of the tool"
};

function adviceFor(head) {
  const known = texts.find(({matches: matches}) => matches(head));
  return known && sentence(known);
}

function isWideText(head) {
  const [first, second] = head;
  const isMarked = first === 255 && second === 254 || first === 254 && second === 255;
  const isText = at => (head[at] ?? 0) > 8;
  return isMarked || second === 0 && isText(0) && isText(2) || first === 0 && isText(1) && isText(3);
}

function sentence({is: is, instead: instead}) {
  return `is ${is} and cannot be read here; ${instead}`;
}

const xccov = {
  name: "xccov",
  title: "xccov JSON",
  advice: {
    functions: '"xcrun xccov view --report --json" lists them',
    branches: 'xccov does not count them; "xcrun llvm-cov export" does'
  },
  recognizes: ({json: json}) => hasPath(json, "*", "*", "isExecutable") || counts.some(word => hasPath(json, "targets", "*", word) || hasPath(json, "targets", "*", "files", "*", word)),
  read: file => jsonReport(file, xccov_readRoot)
};

const counts = [ "coveredLines", "executableLines", "lineCoverage" ];

const xccov_keys = {
  targets: jsonKey("targets"),
  files: jsonKey("files"),
  functions: jsonKey("functions"),
  path: jsonKey("path"),
  name: jsonKey("name"),
  coveredLines: jsonKey("coveredLines"),
  executableLines: jsonKey("executableLines"),
  lineNumber: jsonKey("lineNumber"),
  line: jsonKey("line"),
  isExecutable: jsonKey("isExecutable"),
  executionCount: jsonKey("executionCount")
};

function xccov_readRoot(json, coverage) {
  const declared = {};
  coverage.measuring("lines");
  json.object();
  while (json.key()) if (json.is(xccov_keys.targets)) readTargets(json, coverage); else if (json.kind() === "[") xccov_readLines(json, namedFile(coverage, json.name())); else xccov_readCount(json, declared);
  const lines = declared.executableLines === void 0 ? void 0 : xccov_checkedCount(json, declared, "all");
  return reconcileTotals({
    lines: lines
  }, coverage);
}

function xccov_readCount(json, into) {
  if (json.is(xccov_keys.coveredLines)) into.coveredLines = json.count(); else if (json.is(xccov_keys.executableLines)) into.executableLines = json.count(); else json.skip();
}

function xccov_checkedCount(json, counts, name) {
  const {coveredLines: covered, executableLines: total} = counts;
  if (covered === void 0 || total === void 0) return json.fail(`has no coveredLines and executableLines of ${(0, 
  src_quote.h)(name)}`);
  if (covered <= total) return {
    covered: covered,
    total: total
  };
  return json.fail(`has ${covered} of ${total} lines covered in ${(0, src_quote.h)(name)}`);
}

function readTargets(json, coverage) {
  coverage.measuring("functions");
  json.array();
  while (json.element()) {
    json.object();
    while (json.key()) if (json.is(xccov_keys.files)) {
      json.array();
      while (json.element()) xccov_readFile(json, coverage);
    } else json.skip();
  }
}

function xccov_readFile(json, coverage) {
  const counts = {};
  let path = "";
  let functions = [];
  json.object();
  while (json.key()) if (json.is(xccov_keys.path)) path = json.text(); else if (json.is(xccov_keys.functions)) functions = xccov_readFunctions(json); else xccov_readCount(json, counts);
  if (path === "") json.fail("has a file without path");
  const file = namedFile(coverage, path);
  file.add("lines", xccov_checkedCount(json, counts, path));
  for (const {name: name, line: line, covered: covered} of functions) file.function(`${line} ${name}`, covered, xccov.name);
}

function xccov_readFunctions(json) {
  const functions = [];
  json.array();
  while (json.element()) {
    const listed = {
      name: "",
      line: 0,
      covered: false
    };
    json.object();
    while (json.key()) if (json.is(xccov_keys.name)) listed.name = json.text(); else if (json.is(xccov_keys.lineNumber)) listed.line = json.count(); else if (json.is(xccov_keys.executionCount)) listed.covered = json.hit(); else json.skip();
    functions.push(listed);
  }
  return functions;
}

function xccov_readLines(json, file) {
  json.array();
  while (json.element()) {
    let line = 0;
    let isExecutable = false;
    let covered = false;
    json.object();
    while (json.key()) if (json.is(xccov_keys.line)) line = json.count(); else if (json.is(xccov_keys.isExecutable)) isExecutable = json.flag(); else if (json.is(xccov_keys.executionCount)) covered = json.hit(); else json.skip();
    if (line === 0) json.fail("has a line without a number");
    if (isExecutable) file.line(line, covered);
  }
}

const formats = [ lcov, go, jacoco, jacocoCsv, cobertura, clover, sonarqube, openCover, scoverage, dotnetCoverage, llvm, coveragePy, coveralls, gcov, gcovr, gcovrSummary, simplecov, codecov, coverlet, xccov, jestJson, istanbulFinal, istanbulSummary ];

function readInFormat(file, forced) {
  const head = checkedHead(file);
  const format = forced ? forcedFormat(head, forced) : detectFormat(head, file);
  const report = format.read(file);
  if ((0, metrics.Im)(report.coverage.totals()) && !format.recognizes(head)) throw new errors.lZ(`contains no data in the format ${format.title}`);
  return {
    ...report,
    format: format
  };
}

function checkedHead(file) {
  const known = adviceForBytes(file);
  if (known !== void 0) throw new errors.lZ(known);
  const head = detect_format_readText(file);
  if (head.text === "") throw new errors.lZ("is empty; the tool that writes it did not finish");
  const advice = adviceFor(head);
  if (advice !== void 0) throw new errors.lZ(advice);
  return head;
}

function detect_format_readText(file) {
  try {
    return readHead(file);
  } catch (error) {
    const binary = error instanceof errors.lZ ? adviceForBinary(file) : void 0;
    throw binary === void 0 ? error : new errors.lZ(binary);
  }
}

function detectFormat(head, file) {
  const format = formats.find(candidate => candidate.recognizes(head));
  if (format) return format;
  const binary = adviceForBinary(file);
  if (binary !== void 0) throw new errors.lZ(binary);
  const titles = formats.map(({title: title}) => title).join(", ");
  throw new errors.lZ(`is in no format that is read here (${titles}); it starts with ${(0, 
  src_quote.h)(head.text, 40)}`);
}

function forcedFormat(head, forced) {
  if (forced.recognizes(head)) return forced;
  const actual = formats.find(candidate => candidate.recognizes(head));
  if (!actual) return forced;
  throw new errors.lZ(`is ${actual.title}, not ${forced.title} as specified in "reports"; remove "(${forced.name})", or write "(${actual.name})"`);
}

const unnamed = "default";

const reportLine = {
  async parse(given) {
    const {name: name = unnamed, value: value} = await named(formattedGlob).parse(given);
    if ((0, metrics.NI)(name)) throw new ValidationError("lines whose suite name is not a metric", given);
    return {
      suite: name,
      ...value
    };
  }
};

const formattedGlob = {
  async parse(given) {
    const [, pattern = given, word] = /^(.*\S)\s+\(([\w-]+)\)$/.exec(given) ?? [];
    const format = formats.find(({name: name}) => name === word);
    if (word !== void 0 && !format) {
      const known = formats.map(({name: name}) => name).join(", ");
      throw new ValidationError(`globs followed by one of these formats: ${known}`, given);
    }
    const negated = pattern.startsWith("!");
    const named = await glob.parse(pattern.replace(/^!\s*/, ""));
    if (negated) parsePattern(`/${relativeGlob(named, "")}`);
    return {
      glob: named,
      negated: negated,
      format: format
    };
  }
};

function suiteNames(lines) {
  return [ ...new Set(lines.filter(({negated: negated}) => !negated).map(({suite: suite}) => suite)) ];
}

const points = {
  parse(given) {
    const parsed = (0, gate_percentage.A3)(given.replace(/\s*%$/, ""));
    if (!parsed) throw new ValidationError("percentage points from 0 to 100, such as 0.5 or 2");
    return parsed;
  }
};

const inputs = {
  reports: required("reports", list(reportLine)),
  exclude: optional("exclude", exclusion),
  thresholds: optional("thresholds", thresholds),
  semantics: required("threshold-semantics", oneOf("jest", "vitest")),
  patchThreshold: optional("patch-threshold", leastPercentage),
  ifUnknown: required("if-unknown", oneOf("warn", "fail")),
  maxDecrease: optional("max-decrease", points),
  baseline: required("baseline", input_parsers_text),
  name: required("name", input_parsers_text),
  comment: required("comment", flag),
  annotations: required("annotations", flag),
  githubToken: optional("github-token", secret),
  ifMissing: required("if-missing", oneOf("fail", "warn", "skip")),
  fail: required("fail", flag),
  timeout: required("timeout", positiveDuration)
};

const unknownOutputs = {
  passed: false,
  lines: "",
  branches: "",
  functions: "",
  statements: "",
  totals: {},
  suites: {},
  patch: "",
  delta: "",
  failures: [],
  "report-path": ""
};

function gateOutputs(result, reportPath) {
  const {passed: passed, overall: overall, suites: suites, patch: patch, delta: delta, failures: failures} = result;
  return {
    passed: passed,
    lines: (0, gate_percentage.Ee)(overall.lines),
    branches: (0, gate_percentage.Ee)(overall.branches),
    functions: (0, gate_percentage.Ee)(overall.functions),
    statements: (0, gate_percentage.Ee)(overall.statements),
    totals: overall,
    suites: Object.fromEntries(suites.map(({name: name, totals: totals}) => [ name, totals ])),
    patch: patch && patchOutput(patch),
    delta: delta && deltaOutput(delta),
    failures: failuresOutput(failures),
    "report-path": reportPath
  };
}

const maxEntries = 100;

const outputs_maxBytes = 1e5;

function describeOmitted({failures: failures, patch: patch}) {
  const listed = fitting(failures).length;
  const files = patch?.files.filter(({uncovered: uncovered}) => uncovered.length > 0) ?? [];
  const isPatchCut = [ files, patch?.unknown ?? [] ].some(list => list.length > maxEntries) || files.some(({uncovered: uncovered}) => uncovered.length > maxEntries);
  return [ ...listed < failures.length ? [ `The output "failures" lists ${listed} of ${failures.length}, because outputs are limited in size. The report at "report-path" contains all files.` ] : [], ...isPatchCut ? [ `The output "patch" lists at most ${maxEntries} files, and ${maxEntries} line ranges of each; it contains the numbers of omitted ones.` ] : [] ];
}

function failuresOutput(failures) {
  const kept = fitting(failures);
  const more = failures.length - kept.length;
  if (more === 0) return kept;
  return [ ...kept, {
    kind: "more",
    suite: "",
    more: more,
    reason: `${more} more are omitted`
  } ];
}

function fitting(failures) {
  const kept = [];
  let bytes = 0;
  for (const failure of failures.slice(0, maxEntries)) {
    bytes += Buffer.byteLength(JSON.stringify(failure));
    if (bytes > outputs_maxBytes) break;
    kept.push(failure);
  }
  return kept;
}

function patchOutput({covered: covered, total: total, files: files, unknown: unknown, missing: missing}) {
  const uncovered = files.filter(file => file.uncovered.length > 0);
  return {
    known: missing === void 0,
    percent: (0, gate_percentage.Ee)({
      covered: covered,
      total: total
    }),
    covered: covered,
    total: total,
    uncovered: uncovered.slice(0, maxEntries).map(({path: path, uncovered: lines}) => ({
      path: path,
      lines: lines.slice(0, maxEntries).map(({from: from, to: to}) => [ from, to ]),
      ...moreThan(maxEntries, lines)
    })),
    unknown: unknown.slice(0, maxEntries),
    ...moreThan(maxEntries, uncovered, "more-uncovered"),
    ...moreThan(maxEntries, unknown, "more-unknown")
  };
}

function moreThan(limit, list, name = "more") {
  return list.length > limit ? {
    [name]: list.length - limit
  } : {};
}

function deltaOutput({commit: commit, metrics: metrics, newlyUncovered: newlyUncovered}) {
  const changes = metrics.map(({metric: metric, before: before, now: now}) => [ metric, {
    points: (0, gate_percentage.eD)(before, now),
    before: before,
    now: now
  } ]);
  return {
    commit: commit,
    ...Object.fromEntries(changes),
    "newly-uncovered": newlyUncovered ?? null
  };
}

var reports_checkouts = __nccwpck_require__("actions/coverage-gate/src/reports/checkouts.ts");

const skippedFolders = new Set([ "node_modules", ".git" ]);

function listFilesBelow(folder, limit) {
  const files = [];
  const folders = [ "" ];
  let seen = 0;
  for (const parent of folders) for (const entry of readFolder((0, external_node_path_.join)(folder, parent))) {
    if (seen++ === limit) return files;
    const path = parent + entry.name;
    if (entry.isFile()) files.push(path); else if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(`${path}/`);
  }
  return files;
}

function readFolder(path) {
  try {
    return (0, external_node_fs_.readdirSync)(path, {
      withFileTypes: true
    });
  } catch {
    return [];
  }
}

const usualNames = [ /^(cobertura|coverage|jacoco|kover|opencover|scoverage|sonar).*\.xml$/i, /^(coverage|coveralls|codecov|gcovr|xccov).*\.json$/i, /^(clover\.xml|jacoco.*\.csv|lcov.*\.info|.*\.lcov|\.resultset\.json|.*\.gcov\.json)$/i, /^(c|cover|coverage)\.out$|\.coverprofile$/i ];

const suggest_files_maxEntries = 2e4;

function suggestFiles(glob, workspace) {
  const inside = (0, external_node_path_.isAbsolute)(glob) ? (0, external_node_path_.relative)(workspace, glob) : glob;
  const [, item] = /^-\s+(.+)$/.exec(inside) ?? [];
  if (item !== void 0) return `Write ${(0, src_quote.h)(item)}, without the leading "- ": the input is not a YAML list.`;
  if (/,(?![^{}]*\})/.test(inside)) return "Write one glob per line, without commas between them.";
  const entry = (0, external_node_fs_.statSync)((0, external_node_path_.join)(workspace, inside), {
    throwIfNoEntry: false
  });
  if (inside.includes("\\") && !entry?.isFile()) return `Write ${(0, src_quote.h)(inside.replaceAll("\\", "/"))}: paths have "/".`;
  if (entry?.isDirectory()) return `It is a folder: write ${(0, src_quote.h)(`${inside}/**`)}.`;
  const found = listFilesBelow(workspace, suggest_files_maxEntries);
  const wanted = (0, external_node_path_.basename)(inside).toLowerCase();
  const sameName = found.filter(path => (0, external_node_path_.basename)(path).toLowerCase() === wanted);
  const usuallyNamed = found.filter(path => usualNames.some(name => name.test((0, 
  external_node_path_.basename)(path))));
  const near = [ ...new Set([ ...sameName, ...byCommonFolders(usuallyNamed, inside) ]) ].slice(0, 3);
  if (near.length > 0) return `There is ${near.map(path => (0, src_quote.h)(path)).join(", ")}.`;
  if ((0, external_node_fs_.readdirSync)(workspace).length === 0) return "The workspace is empty; is there an actions/checkout step before this one?";
  const folder = missingFolder(inside, workspace);
  return folder ? `The folder ${(0, src_quote.h)(folder)} does not exist; did the tests run in this job, with coverage?` : "No file looks like a coverage report; did the tests run in this job, with coverage?";
}

function byCommonFolders(paths, glob) {
  const folders = new Set(glob.split("/").slice(0, -1).filter(isLiteral));
  const common = path => path.split("/").filter(part => folders.has(part)).length;
  return paths.toSorted((one, other) => common(other) - common(one));
}

function missingFolder(glob, workspace) {
  const parts = (0, external_node_path_.dirname)(glob).split("/");
  const folders = parts.map((_, i) => parts.slice(0, i + 1).join("/")).filter(isLiteral);
  return folders.find(folder => !(0, external_node_fs_.statSync)((0, external_node_path_.join)(workspace, folder), {
    throwIfNoEntry: false
  }));
}

function findReports(lines, ifMissing, runner) {
  const found = new Map;
  const keysByLine = new Map;
  for (const line of lines) if (line.negated) exclude(line, found, runner.workspace); else {
    const paths = findPaths(line.glob, runner.workspace);
    const keys = paths.map(path => `${line.suite}\0${path}`);
    paths.forEach((path, i) => {
      found.set(keys[i] ?? "", {
        suite: line.suite,
        path: path,
        format: line.format
      });
    });
    keysByLine.set(line, keys);
  }
  for (const [line, keys] of keysByLine) {
    const isExcluded = keys.length > 0;
    if (!keys.some(key => found.has(key))) reportMissing(line, isExcluded, ifMissing, runner);
  }
  if (found.size > 0) return [ ...found.values() ];
  throw new errors.lZ('No line of "reports" matches a file, so there is nothing to gate; did the tests run in this job, with coverage?');
}

function exclude(line, found, workspace) {
  const matches = patterns(parsePattern(`/${relativeGlob(line.glob, workspace)}`));
  for (const [key, {suite: suite, path: path}] of found) if ((line.suite === unnamed || line.suite === suite) && matches(path)) found.delete(key);
}

function reportMissing(line, isExcluded, ifMissing, runner) {
  const problem = isExcluded ? `All files that match ${(0, src_quote.h)(line.glob)} of "reports" are excluded by a line with "!".` : `No file matches ${(0, 
  src_quote.h)(line.glob)} of "reports".`;
  if (ifMissing === "skip") {
    runner.info(`${problem} It is skipped.`);
    return;
  }
  const message = isExcluded ? problem : `${problem} ${suggestFiles(line.glob, runner.workspace)}`;
  if (ifMissing === "fail") throw new errors.lZ(message);
  runner.warning(message);
}

function findPaths(glob, workspace) {
  const inside = (0, external_node_path_.isAbsolute)(glob) ? (0, external_node_path_.relative)(workspace, glob) : glob;
  if (inside.startsWith("..") || (0, external_node_path_.isAbsolute)(inside)) throw outsideWorkspace(glob);
  const named = new Set(inside.split(/[\\/]/));
  const isSkipped = path => skippedFolders.has((0, external_node_path_.basename)(path)) && !named.has((0, 
  external_node_path_.basename)(path));
  const isPath = isLiteral(inside) || isFile((0, external_node_path_.join)(workspace, inside));
  const paths = isPath ? [ inside ] : (0, external_node_fs_.globSync)(inside, {
    cwd: workspace,
    exclude: isSkipped
  });
  return paths.filter(path => isFile((0, external_node_path_.join)(workspace, path))).map(path => {
    if (!isWithin((0, external_node_fs_.realpathSync)((0, external_node_path_.join)(workspace, path)), (0, 
    external_node_fs_.realpathSync)(workspace))) throw outsideWorkspace(path);
    return path.split(external_node_path_.sep).join("/").replace(/^(\.\/)+/, "");
  }).sort();
}

function isFile(path) {
  try {
    return (0, external_node_fs_.statSync)(path).isFile();
  } catch {
    return false;
  }
}

function outsideWorkspace(path) {
  return new errors.lZ(`Input "reports" contains ${(0, src_quote.h)(path)}, which is outside the workspace; reports must be inside.`);
}

function isWithin(path, folder) {
  return path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : folder + external_node_path_.sep);
}

async function listSources(checkouts, {workspace: workspace, cancelled: cancelled}) {
  try {
    if (checkouts.length === 0) throw new errors.lZ("finds no repository in the workspace");
    const paths = (await Promise.all(checkouts.map(listFiles))).flat();
    if (paths.length === 0) throw new errors.lZ("lists no files");
    return {
      paths: paths,
      roots: findRoots(paths, workspace)
    };
  } catch (error) {
    if (!(error instanceof errors.lZ)) throw error;
    cancelled.throwIfAborted();
    const isLate = error instanceof src_deadline.M;
    const withoutGit = isLate ? 'takes longer than "timeout" allows' : error.message;
    const paths = listFilesBelow(workspace, maxFiles);
    return {
      paths: paths,
      roots: findRoots(paths, workspace),
      withoutGit: withoutGit
    };
  }
}

const maxFiles = 1e5;

async function listFiles({folder: folder, git: git}) {
  const listed = await git.run("ls-files", "-z", "--cached", "--recurse-submodules");
  const paths = listed.split("\0");
  paths.pop();
  return folder === "" ? paths : paths.map(path => folder + path);
}

function findRoots(paths, workspace) {
  const folders = new Set([ workspace, (0, external_node_fs_.realpathSync)(workspace) ]);
  const modules = paths.filter(path => path === "go.mod" || path.endsWith("/go.mod"));
  return [ ...Array.from(folders, path => ({
    prefix: withSlash(path),
    folder: ""
  })), ...modules.flatMap(path => goModule(path, workspace) ?? []) ];
}

function withSlash(path) {
  return `${path.replaceAll("\\", "/").replace(/\/$/, "")}/`;
}

const list_sources_maxBytes = 1024 * 1024;

function goModule(path, workspace) {
  try {
    const text = (0, src_file.TA)((0, external_node_path_.join)(workspace, path), list_sources_maxBytes).toString();
    const [, name] = /^\s*module\s+"?([^\s"]+)/m.exec(text) ?? [];
    if (name === void 0) return;
    return {
      prefix: `${name}/`,
      folder: path.slice(0, -"go.mod".length)
    };
  } catch (error) {
    if (error instanceof src_file.f6) return;
    throw error;
  }
}

function read_report_readReport({suite: suite, path: path, format: forced}, runner) {
  const file = (0, external_node_path_.resolve)(runner.workspace, path);
  try {
    const {format: format, coverage: coverage, sources: sources = [], remarks: remarks} = readInFormat(file, forced);
    runner.info(`Read ${(0, src_quote.h)(path)}: ${format.title}.`);
    for (const remark of [ ...remarks, ...read_report_describeSkipped(coverage) ]) runner.notice(`Report ${(0, 
    src_quote.h)(path)} ${remark}`);
    if ((0, metrics.Im)(coverage.totals())) runner.notice(`Report ${(0, src_quote.h)(path)} contains no executable code.`);
    return {
      suite: suite,
      path: path,
      format: format,
      sources: sources,
      coverage: coverage
    };
  } catch (error) {
    if (error instanceof errors.lZ) throw new errors.lZ(`Report ${(0, src_quote.h)(path)} ${error.message}.`);
    const isSystemError = error instanceof Error && "syscall" in error;
    if (!isSystemError) throw error;
    throw new errors.lZ(`Report ${(0, src_quote.h)(path)} cannot be read: ${(0, errors.gJ)(error)}.`);
  }
}

function read_report_describeSkipped({skipped: skipped}) {
  if (!skipped) return [];
  const names = Array.from(skipped.names, name => (0, src_quote.h)(name, 60)).join(", ");
  const entries = skipped.entries === 1 ? "one entry" : `${skipped.entries} entries`;
  return [ `contains ${entries} under invalid file names, skipped: ${names}.` ];
}

const posix_namespaceObject = process.getBuiltinModule("node:path/posix");

function bestCandidates(all, module) {
  if (all.length < 2) return all;
  let likely = inModule(all, module);
  likely = withoutChanceMatches(likely);
  likely = withLargest(likely, ({shared: shared}) => shared);
  likely = withLargest(likely, ({root: root}) => root.closeness);
  return withoutCovered(likely);
}

function inModule(all, module) {
  if (module === "") return all;
  for (const separator of [ "/", /[/.]/ ]) for (const name of module.split(separator).toReversed()) {
    const named = all.filter(({path: path}) => path.split("/").includes(name));
    if (named.length > 0) return named;
  }
  return all;
}

function withoutChanceMatches(all) {
  const {root: largest} = largestOf(all) ?? {};
  return all.filter(({root: root}) => {
    const isSmall = largest && root.names.length * 2 < largest.names.length;
    const isNear = largest && (largest.closeness > 0 || largest.closeness >= root.closeness);
    return !(isSmall && isNear && largest.covers(root));
  });
}

function withoutCovered(all) {
  const {root: largest} = largestOf(all) ?? {};
  return all.filter(({root: root}) => !largest || root.names.length >= largest.names.length || !largest.covers(root));
}

function largestOf(all) {
  return withLargest(all, ({root: root}) => root.names.length)[0];
}

function withLargest(all, measure) {
  if (all.length < 2) return all;
  const largest = all.reduce((known, item) => Math.max(known, measure(item)), 0);
  return all.filter(item => measure(item) === largest);
}

const generic = new Set(`all artifact artifacts build ci clover cobertura coverage cov default dist downloads e2e final html info integration\n  it jacoco jest json junit lcov out output report reports result results spec src summary target temp test testing\n  tests tmp unit vitest xml`.split(/\s+/));

class ReportLocation {
  #folders;
  #words;
  #known=new Map;
  constructor(path, suite) {
    this.#folders = path.split("/").slice(0, -1);
    this.#words = new Set(report_location_wordsOf(`${path} ${suite}`));
  }
  closeness(folder) {
    const known = this.#known.get(folder);
    if (known !== void 0) return known;
    const closeness = this.#closenessOf(packageFolder(folder));
    this.#known.set(folder, closeness);
    return closeness;
  }
  #closenessOf(folder) {
    if (folder === "") return 1;
    const names = folder.split("/");
    const [last = ""] = names.slice(-1);
    const shared = this.#sharedSuffix(names);
    if (shared === names.length) return shared + 1.5;
    if (shared > 1 || shared === 1 && !generic.has(last.toLowerCase())) return shared + 1;
    const words = report_location_wordsOf(last);
    if (words.length === 0 || !words.every(word => this.#words.has(word))) return 0;
    return 2 - .5 ** words.length;
  }
  #sharedSuffix(names) {
    let most = 0;
    for (const end of this.#folders.keys()) {
      let length = 0;
      while (length < names.length && names.at(-1 - length) === this.#folders[end - length]) length++;
      most = Math.max(most, length);
    }
    return most;
  }
}

function packageFolder(folder) {
  return folder.replace(/\/$/, "").replace(/(^|\/)src(\/[^/]+\/(java|kotlin|scala|groovy|clojure))?$/, "");
}

function report_location_wordsOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(word => !generic.has(word));
}

class ReportNames {
  #names;
  #below;
  constructor(files, sources) {
    this.#names = files.map(({path: path}) => path);
    this.#below = sources.map(source => this.#names.map(name => isAbsolutePath(name) ? void 0 : normalizePath(`${source}/${name}`)));
  }
  spellings(index) {
    const spellings = [];
    for (const names of this.#below) {
      const name = names[index];
      if (name !== void 0) spellings.push(name);
    }
    spellings.push(this.#names[index] ?? "");
    return spellings;
  }
  first(index) {
    return this.#below[0]?.[index] ?? this.#names[index] ?? "";
  }
  count(matches) {
    return this.#names.reduce((sum, _, i) => sum + (matches(this.spellings(i)) ? 1 : 0), 0);
  }
  absolute() {
    return [ ...this.#below, this.#names ].flatMap(names => names.filter(name => name !== void 0).filter(isAbsolutePath));
  }
}

class SourceTree {
  roots;
  #byEnd=new Map;
  #byName=new Map;
  constructor(paths, roots = []) {
    this.roots = roots.toSorted((a, b) => b.prefix.length - a.prefix.length);
    for (const path of paths) add(path, endOf(path) ?? path, this.#byEnd);
  }
  has(path) {
    const found = this.#byEnd.get(endOf(path) ?? path);
    return typeof found === "string" ? found === path : found?.includes(path) === true;
  }
  withSameEnd(path) {
    const end = endOf(path);
    return end === void 0 ? this.withName(path) : lookUp(end, this.#byEnd);
  }
  withName(name) {
    if (this.#byName.size === 0) for (const path of this.#byEnd.values().flatMap(paths => [ paths ].flat())) add(path, path.slice(path.lastIndexOf("/") + 1), this.#byName);
    return lookUp(name, this.#byName);
  }
}

function add(path, key, index) {
  const known = index.get(key);
  if (known === void 0) index.set(key, path); else if (typeof known === "string") index.set(key, [ known, path ]); else known.push(path);
}

function lookUp(key, index) {
  const known = index.get(key) ?? source_tree_none;
  return typeof known === "string" ? [ known ] : known;
}

const source_tree_none = [];

function endOf(path) {
  const last = path.lastIndexOf("/");
  return last < 0 ? void 0 : path.slice(path.lastIndexOf("/", last - 1) + 1);
}

function commonSuffix(a, b) {
  let length = 0;
  let whole = 0;
  const limit = Math.min(a.length, b.length);
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) {
    length++;
    if (a.charCodeAt(a.length - length) === slash) whole = length - 1;
  }
  const isWhole = path => length === path.length || path.charCodeAt(path.length - 1 - length) === slash;
  return isWhole(a) && isWhole(b) ? length : whole;
}

const slash = "/".charCodeAt(0);

function matchNames(report, tree, use) {
  return new Matcher(report, tree).mapMatches(use);
}

const match_names_none = [];

class Matcher {
  #report;
  #tree;
  #location;
  #roots=new Map;
  #declared;
  #names;
  #bases=[];
  #absolute;
  #commonFolder;
  constructor(report, tree) {
    this.#report = report;
    this.#tree = tree;
    this.#location = new ReportLocation(report.path, report.suite);
    this.#names = new ReportNames(report.files, report.sources);
    this.#declared = tree.roots.map(({prefix: prefix, folder: folder}) => this.#root(prefix, folder));
  }
  mapMatches(use) {
    const candidates = this.#report.files.map((_, i) => {
      const found = this.#candidates(this.#names.spellings(i));
      for (const {root: root} of found) root.names.push(i);
      return found;
    });
    this.#bases = this.#findBases();
    return this.#report.files.map((file, i) => use(this.#match(file, i, candidates[i] ?? match_names_none)));
  }
  #candidates(name) {
    if (this.#declared.length > 0) {
      const declared = name.flatMap(spelling => this.#declaredFor(spelling));
      if (declared.length > 0) return declared;
    }
    let candidates;
    for (const spelling of name) for (const path of this.#tree.withSameEnd(spelling)) {
      const shared = commonSuffix(spelling, path);
      if (shared <= (candidates?.get(path)?.shared ?? 0)) continue;
      candidates ??= new Map;
      candidates.set(path, this.#candidate(spelling, path, shared));
    }
    return candidates ? [ ...candidates.values() ] : match_names_none;
  }
  #declaredFor(name) {
    const roots = this.#declared.filter(root => root.has(name));
    const nearest = roots.filter(({prefix: prefix}) => prefix === roots[0]?.prefix);
    return nearest.map(root => root.candidate(name));
  }
  #candidate(name, path, shared) {
    const prefix = name.slice(0, name.length - shared);
    const folder = path.slice(0, path.length - shared);
    return {
      path: path,
      root: this.#root(prefix, folder),
      shared: shared
    };
  }
  #root(prefix, folder) {
    const key = `${prefix}\0${folder}`;
    const known = this.#roots.get(key);
    if (known) return known;
    const closeness = this.#location.closeness(folder);
    const root = new Root({
      prefix: prefix,
      folder: folder
    }, closeness, this.#names, this.#tree);
    this.#roots.set(key, root);
    return root;
  }
  #findBases() {
    const byPrefix = [ ...Map.groupBy(this.#roots.values(), ({prefix: prefix}) => prefix).values() ];
    const mostLikely = byPrefix.map(roots => {
      const most = withLargest(roots, ({names: names}) => names.length)[0]?.names.length ?? 0;
      const large = roots.filter(({names: names}) => names.length * 2 >= most);
      return withLargest(withLargest(large, ({closeness: closeness}) => closeness), ({names: names}) => names.length);
    });
    const bases = mostLikely.flatMap(([base, ...others]) => base && others.length === 0 ? [ base ] : []);
    bases.sort((a, b) => b.names.length - a.names.length);
    return bases.slice(0, maxBases).filter(base => {
      const withPrefix = this.#names.count(name => pathIn(base, name) !== void 0);
      return base.names.length > 0 && base.names.length * 2 >= withPrefix;
    });
  }
  #match(file, index, candidates) {
    const base = this.#bases.length > 0 ? this.#baseOf(file, index) : void 0;
    const usable = candidates.length > 0 ? candidates : this.#fallbackCandidates(index);
    const best = bestCandidates(withoutUnrelated(usable, base), file.module);
    const baseFolder = this.#bases[0]?.folder;
    if (best.length > 1) return {
      file: file,
      kind: "ambiguous",
      path: void 0,
      baseFolder: baseFolder
    };
    if (best[0]) return {
      file: file,
      kind: "found",
      path: best[0].path,
      baseFolder: baseFolder
    };
    return {
      file: file,
      kind: "missing",
      path: base?.path,
      baseFolder: baseFolder
    };
  }
  #baseOf({module: module}, index) {
    if (module !== "") return;
    const name = this.#names.spellings(index);
    const root = this.#bases.find(base => pathIn(base, name) !== void 0);
    return root && {
      root: root,
      path: pathIn(root, name)
    };
  }
  #fallbackCandidates(index) {
    const spelling = this.#names.first(index);
    if (this.#bases.length > 0) {
      const below = this.#bases.filter(base => base.has(spelling));
      if (below.length > 0) return below.map(base => base.candidate(spelling));
    }
    this.#absolute ??= this.#names.absolute();
    this.#commonFolder ??= commonFolder(this.#absolute);
    if ((0, posix_namespaceObject.dirname)(spelling) !== this.#commonFolder) return match_names_none;
    const own = (0, posix_namespaceObject.basename)(spelling);
    const sameName = this.#tree.withName(own).map(path => this.#candidate(spelling, path, own.length));
    if (sameName.length === 1 && this.#absolute.length > 1) return sameName;
    return sameName.filter(({root: root}) => root.closeness > 1);
  }
}

const maxBases = 16;

class Root {
  prefix;
  folder;
  closeness;
  names=[];
  #names;
  #tree;
  #covers=new Map;
  constructor({prefix: prefix, folder: folder}, closeness, names, tree) {
    this.prefix = prefix;
    this.folder = folder;
    this.closeness = closeness;
    this.#names = names;
    this.#tree = tree;
  }
  pathOf(name) {
    const matches = this.prefix === "" ? !isAbsolutePath(name) : name.startsWith(this.prefix);
    if (!matches) return;
    const path = this.folder + name.slice(this.prefix.length);
    return name.startsWith("../") ? normalizePath(path) : path;
  }
  has(name) {
    const path = this.pathOf(name);
    return path !== void 0 && this.#tree.has(path);
  }
  candidate(name) {
    return {
      path: this.pathOf(name) ?? name,
      root: this,
      shared: name.length - this.prefix.length
    };
  }
  covers(other) {
    const known = this.#covers.get(other);
    if (known !== void 0) return known;
    const covers = other.names.every(name => this.#names.spellings(name).some(spelling => this.has(spelling)));
    this.#covers.set(other, covers);
    return covers;
  }
}

function pathIn(root, name) {
  for (const spelling of name) {
    const path = root.pathOf(spelling);
    if (path !== void 0) return path;
  }
  return;
}

function withoutUnrelated(candidates, base) {
  if (!base || candidates.some(({path: path}) => path === base.path)) return candidates;
  const {prefix: prefix, folder: folder, closeness: closeness} = base.root;
  if (prefix === "" && closeness <= 1) return candidates;
  if (prefix === "") return candidates.filter(({root: root}) => root.closeness >= closeness);
  return candidates.filter(({root: root}) => folder.startsWith(root.folder));
}

function commonFolder(paths) {
  let common = (0, posix_namespaceObject.dirname)(paths[0] ?? "");
  for (const path of paths) while (!path.startsWith(common.endsWith("/") ? common : `${common}/`)) {
    if (common === (0, posix_namespaceObject.dirname)(common)) return "";
    common = (0, posix_namespaceObject.dirname)(common);
  }
  return common;
}

function describeEstimates(coverage) {
  if (!coverage.mayBeEstimated) return [];
  const files = new Map;
  let differing = 0;
  for (const file of coverage.files()) {
    const metrics = file.estimates();
    for (const metric of metrics) files.set(metric, (files.get(metric) ?? 0) + 1);
    if (file.hasDifferingBranches) differing++;
  }
  const remarks = [];
  if (files.size > 0) {
    const counts = Array.from(files, ([metric, count]) => `${metric} of ${fileCount(count)}`).join(", ");
    remarks.push(`several reports count the same items, but do not all list them (${counts}). The higher count applies; the combined coverage may be higher.`);
  }
  if (differing > 0) remarks.push(`several reports list the same lines of ${fileCount(differing)}, but different branches, as lcov from V8 does (c8, Vitest before 4, node --test, Deno). They cannot be merged exactly, so coverage may be too low. Use coverage-final.json of the same runs instead.`);
  return remarks;
}

function fileCount(count) {
  return count === 1 ? "1 file" : `${count} files`;
}

function mergeReports(name, reports, runner) {
  const coverage = withContext(`Suite ${(0, src_quote.h)(name)}`, () => merged(reports.map(report => report.coverage)));
  for (const remark of describeEstimates(coverage)) runner.notice(`In ${(0, src_quote.h)(name)} ${remark}`);
  return {
    name: name,
    reports: reports.map(({path: path}) => path),
    formats: [ ...new Set(reports.map(({format: format}) => format)) ],
    coverage: coverage
  };
}

function mergeSuites(suites) {
  return withContext("The set of all suites", () => merged(suites.map(({coverage: coverage}) => coverage)));
}

function withContext(subject, merge) {
  try {
    return merge();
  } catch (error) {
    throw error instanceof errors.lZ ? new errors.lZ(`${subject} ${error.message}.`) : error;
  }
}

function resolvePaths(report, tree, workspace, unresolved) {
  const pathOf = pathsBelow(report.sources, workspace);
  const insideOf = relativeTo(workspace);
  const moduleOf = moduleKeys(report);
  const named = {
    ...report,
    files: [ ...report.coverage.files() ]
  };
  const keys = matchNames(named, tree, match => {
    const {file: file, kind: kind} = match;
    if (kind === "found") return keyAt(match.path ?? file.path, "", file);
    const path = match.path ?? pathOf(file.path);
    const inside = insideOf(path);
    const isKnown = match.path !== void 0 || inside !== path;
    const module = isKnown ? "" : moduleOf(match);
    unresolved.add(file.path, kind, report.path, isBuildModule(file, report) ? "" : module);
    return keyAt(inside, module, file);
  });
  const coverage = withContext(`Report ${(0, src_quote.h)(report.path)}`, () => report.coverage.renamed((_, i) => keys[i]));
  return {
    ...report,
    coverage: coverage
  };
}

function keyAt(path, module, file) {
  return file.path === path && file.module === module ? file : {
    path: path,
    module: module
  };
}

function moduleKeys(report) {
  const folder = report.path.slice(0, report.path.lastIndexOf("/") + 1);
  return ({file: file, kind: kind, baseFolder: baseFolder}) => {
    if (isBuildModule(file, report)) return file.module;
    const origin = kind === "ambiguous" ? `${report.path}:` : baseFolder ?? folder;
    return origin + file.module;
  };
}

function isBuildModule({module: module}, {sources: sources}) {
  return module !== "" && sources.length === 0;
}

function pathsBelow(sources, workspace) {
  const exists = path => (0, external_node_fs_.statSync)(external_node_path_.posix.resolve(workspace, path), {
    throwIfNoEntry: false
  }) !== void 0;
  const usable = sources.filter(source => isAbsolutePath(source) || source && exists(source));
  return name => {
    if (usable.length === 0 || isAbsolutePath(name)) return name;
    const paths = usable.map(source => `${source}/${name}`);
    return normalizePath((paths.length > 1 ? paths.find(exists) : paths[0]) ?? name);
  };
}

class UnresolvedNames {
  #ambiguous=new Map;
  #missing=0;
  #examples=[];
  #modules;
  #separate=new Set;
  constructor(reports) {
    const isUnique = reports.length === 1 && (reports[0]?.sources.length ?? 0) < 2;
    this.#modules = isUnique ? void 0 : new Map;
  }
  add(name, kind, report, module) {
    if (kind === "ambiguous") {
      this.#ambiguous.set(name, report);
      return;
    }
    if (this.#missing++ < maxExamples) this.#examples.push(name);
    const known = this.#modules?.get(name);
    if (known === void 0) this.#modules?.set(name, module); else if (known !== module) this.#separate.add(name);
  }
  describeUnclear() {
    const ambiguous = Array.from(this.#ambiguous, ([name, report]) => `${(0, src_quote.h)(name)} of ${(0, 
    src_quote.h)(report)}`);
    return [ ...describe(this.#ambiguous.size, "could match several files of the checkout equally well, so they count separately for each report, and their changed lines are unknown", ambiguous), ...describe(this.#separate.size, "could not be matched to a file of the checkout. Reports of several folders or packages contain them, so they count separately for each", Array.from(this.#separate, name => (0, 
    src_quote.h)(name))) ];
  }
  describeMissing() {
    return describe(this.#missing, "could not be matched to a file of the checkout, so their changed lines are unknown", this.#examples.map(name => (0, 
    src_quote.h)(name)));
  }
}

const maxExamples = 3;

function describe(count, problem, examples) {
  if (count === 0) return [];
  const more = count > maxExamples ? ` and ${count - maxExamples} more` : "";
  const subject = count === 1 ? "1 path in the reports" : `${count} paths in the reports`;
  return [ `${subject} ${problem}: ${examples.slice(0, maxExamples).join(", ")}${more}.` ];
}

async function readSuites(found, options, runner) {
  const listing = listSources(options.checkouts, runner);
  listing.catch(() => {});
  const read = found.map(report => read_report_readReport(report, runner));
  const resolved = resolveReports(read, await listing, runner);
  const kept = options.exclude ? withoutExcluded(resolved, options.exclude, runner) : resolved;
  const bySuite = Map.groupBy(kept, ({suite: suite}) => suite);
  return options.names.map(name => mergeReports(name, bySuite.get(name) ?? [], runner));
}

function resolveReports(reports, sources, runner) {
  const {workspace: workspace} = runner;
  const tree = createTree(sources, reports, workspace);
  const unresolved = new UnresolvedNames(reports);
  const resolved = reports.map(report => resolvePaths(report, tree, workspace, unresolved));
  logUnresolved(unresolved, sources, runner);
  return resolved;
}

function logUnresolved(unresolved, {withoutGit: withoutGit}, runner) {
  const log = (isImportant, message) => {
    if (isImportant) runner.notice(message); else runner.info(message);
  };
  const unclear = unresolved.describeUnclear();
  for (const message of unclear) runner.notice(message);
  const isPullRequest = pullRequestOfEvent(runner) !== void 0;
  for (const message of unresolved.describeMissing()) log(isPullRequest, message);
  if (withoutGit === void 0) return;
  log(unclear.length > 0, `Git cannot list the files of the checkout: it ${withoutGit}. Is there an actions/checkout step before this one?`);
}

function createTree({paths: paths, roots: roots, withoutGit: withoutGit}, reports, workspace) {
  if (withoutGit === void 0) return new SourceTree(paths, roots);
  const names = reports.flatMap(({coverage: coverage}) => Array.from(coverage.files(), ({path: path}) => path));
  const inside = names.map(relativeTo(workspace));
  return new SourceTree([ ...paths, ...inside.filter((path, i) => path !== names[i]) ], roots);
}

function withoutExcluded(reports, isExcluded, runner) {
  const excluded = new Set;
  const kept = reports.map(report => {
    const coverage = report.coverage.renamed(file => {
      if (!isExcluded(file.path)) return file;
      excluded.add(file.path);
      return;
    });
    return {
      ...report,
      coverage: coverage
    };
  });
  if (excluded.size === 0) runner.notice('"exclude" matches no file in the reports.'); else runner.info(`"exclude" removes ${excluded.size} files from the reports.`);
  return kept;
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

function coverageSummary(result, options) {
  return [ `### ${heading(result, options)}`, failureList(result), result.ungated ? escapeMarkdown(result.ungated.reason) : "", suiteTable(result), groupTable(result), patchSection(result, options.patchThreshold), deltaSection(result.delta), leastCovered(options.files) ].filter(part => part !== "").join("\n\n");
}

function describeFailures(result, name) {
  const {failures: failures} = result;
  const reasons = failures.slice(0, 10).map(failure => [ subjectOf(failure, result), failure.reason ].filter(Boolean).join(": "));
  const more = failures.length > 10 ? `; and ${failures.length - 10} more in the job summary` : "";
  const suffix = name === "Coverage" ? "" : ` (${(0, src_quote.K)(name)})`;
  return `The coverage gate is not met${suffix}. ${reasons.join("; ")}${more}.`;
}

function subjectOf({kind: kind, suite: suite}, result) {
  return kind === "suite" && isUnnamed(result) ? "" : suite;
}

function isUnnamed({suites: suites}) {
  return suites.length === 1 && suites[0]?.name === unnamed;
}

function heading(result, {name: name, patchThreshold: patchThreshold}) {
  const {passed: passed, suites: suites, groups: groups, patch: patch} = result;
  const suffix = name === "Coverage" ? "" : ` (${escapeMarkdown(name)})`;
  if (!passed) return `❌ The coverage gate is not met${suffix}`;
  const gated = [ ...suites, ...groups ].some(({checks: checks}) => checks.length > 0);
  if (gated || patch && patchThreshold) return `✅ The coverage gate is met${suffix}`;
  return patch ? `Coverage of this pull request${suffix}` : `Coverage${suffix}`;
}

function failureList(result) {
  const lines = result.failures.map(failure => {
    const subject = subjectOf(failure, result);
    const reason = escapeMarkdown((0, src_quote.K)(failure.reason, 600));
    return subject === "" ? `- ${reason}` : `- ${escapeMarkdown((0, src_quote.K)(subject))}: ${reason}`;
  });
  return shortened(lines, 50).join("\n");
}

function suiteTable(result) {
  const {suites: suites, overall: overall} = result;
  const shown = measuredMetrics(suites);
  const rows = suites.map(suite => suiteRow(isUnnamed(result) ? {
    ...suite,
    name: "All"
  } : suite, shown));
  const all = [ "**All**", progressBar(mainCount(overall)), ...shown.map(metric => formatCount(overall[metric])) ];
  return markdownTable([ "Suite", "", ...shown.map(titleCase) ], suites.length > 1 ? [ ...rows, all ] : rows);
}

function groupTable({groups: groups}) {
  if (groups.length === 0) return "";
  const shown = measuredMetrics(groups);
  return markdownTable([ "Path", "", ...shown.map(titleCase) ], groups.map(group => suiteRow(group, shown)));
}

function measuredMetrics(results) {
  return metrics.qd.filter(metric => results.some(({totals: totals}) => totals[metric].total > 0));
}

function suiteRow({name: name, hasReport: hasReport, totals: totals, checks: checks}, shown) {
  if (!hasReport) return [ `${escapeMarkdown(name)} (no report)`, "", ...shown.map(() => "") ];
  return [ escapeMarkdown(name), progressBar(mainCount(totals)), ...shown.map(metric => metricCell(metric, totals, checks)) ];
}

function metricCell(metric, totals, checks) {
  const amount = formatCount(totals[metric]);
  const check = checks.find(candidate => candidate.metric === metric);
  if (!check) return amount;
  const {threshold: threshold, count: count, passed: passed} = check;
  const requirement = "least" in threshold ? `needs ${thresholdText(threshold)} %` : `at most ${threshold.maxUncovered} uncovered`;
  const rest = count.total === totals[metric].total ? "" : `outside the paths ${formatCount(count)}, `;
  return `${passed ? "✅" : "❌"} ${amount}<br>${rest}${requirement}`;
}

function patchSection({patch: patch, failures: failures}, threshold) {
  if (!patch) return "";
  const isMet = !failures.some(({kind: kind}) => kind === "patch");
  const mark = threshold ? isMet ? "✅ " : "❌ " : "";
  const requirement = threshold ? `, needs ${threshold.text} %` : "";
  const amount = patch.total === 0 ? `n/a: no executable lines changed${requirement}.` : `**${(0, 
  gate_percentage.Ee)(patch)} %** (${patch.covered} of ${patch.total})${requirement}.`;
  const short = patch.files.filter(file => uncoveredCount(file) > 0);
  const worst = short.toSorted((a, b) => uncoveredCount(b) - uncoveredCount(a));
  const rows = worst.slice(0, 30).map(patchRow);
  const unknown = shortened(patch.unknown.map(path => `- ${formatPath(path)}`), 20);
  return [ `#### ${mark}Changed lines: ${patch.missing === void 0 ? amount : `unknown, ${escapeMarkdown(patch.missing)}.`}`, rows.length > 0 ? markdownTable([ "File", "", "Covered", "Uncovered lines" ], rows) : "", summary_moreThan(short.length, 30, "files"), fullyCoveredFiles(patch.files.length - short.length), unknown.length > 0 ? `Changed source files missing from all reports:\n${unknown.join("\n")}` : "" ].filter(part => part !== "").join("\n\n");
}

function fullyCoveredFiles(files) {
  if (files === 0) return "";
  return files === 1 ? "One changed file is fully covered." : `${files} changed files are fully covered.`;
}

function patchRow(file) {
  return [ formatPath(file.path), progressBar(file), formatCount(file), shortRanges(file.uncovered) ];
}

function shortRanges(ranges) {
  const formatted = ranges.slice(0, 10).map(({from: from, to: to}) => from === to ? `${from}` : `${from}–${to}`);
  return [ ...formatted, ...ranges.length > 10 ? [ `and ${ranges.length - 10} more` ] : [] ].join(", ");
}

function deltaSection(delta) {
  if (!delta) return "";
  const rows = delta.metrics.map(({metric: metric, before: before, now: now}) => [ titleCase(metric), formatCount(before), formatCount(now), `${(0, 
  gate_percentage.eD)(before, now)}` ]);
  const lines = delta.newlyUncovered === 1 ? "line" : "lines";
  const at = /^[\da-f]{40}$/.test(delta.commit) ? ` (${delta.commit.slice(0, 7)})` : "";
  return [ `#### Compared with the baseline${at}`, rows.length > 0 ? markdownTable([ "", "Before", "Now", "Points" ], rows) : "No metrics in common.", delta.newlyUncovered === void 0 ? "" : `${delta.newlyUncovered} newly uncovered ${lines}, covered or nonexistent before.` ].filter(part => part !== "").join("\n\n");
}

const summary_maxFiles = 10;

function leastCovered(files) {
  const worst = [];
  let short = 0;
  for (const file of files) {
    const count = lineCount(file);
    const missed = uncoveredCount(count);
    if (missed === 0) continue;
    short++;
    const better = worst.findIndex(other => uncoveredCount(other) < missed);
    if (better < 0 && worst.length === summary_maxFiles) continue;
    worst.splice(better < 0 ? worst.length : better, 0, {
      path: file.path,
      ...count
    });
    if (worst.length > summary_maxFiles) worst.pop();
  }
  if (short === 0) return "";
  const rows = worst.map(file => [ formatPath(file.path), progressBar(file), formatCount(file), `${uncoveredCount(file)}` ]);
  return [ "<details><summary>Least covered files</summary>", markdownTable([ "File", "", "Covered", "Uncovered" ], rows), summary_moreThan(short, summary_maxFiles, "files"), "</details>" ].filter(part => part !== "").join("\n\n");
}

function lineCount(file) {
  const lines = file.count("lines");
  return lines.total > 0 ? lines : file.count("statements");
}

function mainCount({lines: lines, statements: statements}) {
  return lines.total > 0 ? lines : statements;
}

function uncoveredCount({covered: covered, total: total}) {
  return total - covered;
}

function formatCount(count) {
  if (count.total === 0) return "n/a";
  return `**${(0, gate_percentage.Ee)(count)} %** (${count.covered} of ${count.total})`;
}

function progressBar({covered: covered, total: total}) {
  if (total === 0) return "";
  const full = Math.floor(covered * 10 / total);
  return `${"█".repeat(full)}${"░".repeat(10 - full)}`;
}

function formatPath(path) {
  return markdownCode(path.length > 150 ? `…${path.slice(-149)}` : path);
}

function shortened(lines, limit) {
  const more = lines.length - limit;
  return more > 0 ? [ ...lines.slice(0, limit), `- and ${more} more` ] : [ ...lines ];
}

function summary_moreThan(count, limit, noun) {
  return count > limit ? `And ${count - limit} more ${noun}.` : "";
}

function titleCase(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const coverageGate = action({
  title: "Coverage gate",
  inputs: inputs,
  outputs: Object.keys(unknownOutputs),
  async main(given, runner) {
    runner.setOutputs(unknownOutputs);
    validateInputs(given);
    const {name: name, semantics: semantics, patchThreshold: patchThreshold, maxDecrease: maxDecrease, ifUnknown: ifUnknown} = given;
    const names = suiteNames(given.reports);
    const plan = resolveThresholds(given.thresholds, names);
    const deadline = new src_deadline.B(given.timeout, runner.cancelled);
    const reports = findReports(given.reports, given.ifMissing, runner);
    const checkouts = (0, reports_checkouts.F)(reports, runner.workspace, deadline);
    const suites = await readSuites(reports, {
      names: names,
      checkouts: checkouts,
      exclude: given.exclude
    }, runner);
    const whole = mergeSuites(suites);
    const context = await createContext({
      inputs: given,
      checkouts: checkouts,
      deadline: deadline,
      runner: runner
    });
    const result = evaluateGate({
      suites: suites,
      whole: whole,
      workspace: runner.workspace,
      patch: await context.patch(whole),
      delta: await context.delta(whole)
    }, {
      plan: plan,
      semantics: semantics,
      patchThreshold: patchThreshold,
      maxDecrease: maxDecrease,
      ifUnknown: ifUnknown
    });
    const path = (0, write_report.u)(name, suites, whole, runner);
    const summary = coverageSummary(result, {
      name: name,
      patchThreshold: patchThreshold,
      files: whole.files()
    });
    runner.setOutputs(gateOutputs(result, path));
    for (const remark of describeOmitted(result)) runner.notice(remark);
    runner.appendSummary(summary);
    await context.publish(result, summary, path);
    conclude(result, given, runner);
  }
});

function conclude(result, {name: name, fail: fail}, runner) {
  const {passed: passed, ungated: ungated} = result;
  if (ungated?.configured) runner.info(ungated.reason); else if (ungated) runner.notice(ungated.reason);
  if (passed) return;
  if (fail) throw new errors.lZ(describeFailures(result, name));
  runner.warning(describeFailures(result, name));
}

run(coverageGate);
