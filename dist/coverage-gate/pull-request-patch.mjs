export const id = "pull-request-patch";

export const ids = [ "pull-request-patch" ];

export const modules = {
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
  "actions/coverage-gate/src/pull-request/patch.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      c: () => evaluatePatch,
      missingPatch: () => missingPatch
    });
    var _diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("actions/coverage-gate/src/pull-request/diff.ts");
    function missingPatch(reason) {
      return {
        covered: 0,
        total: 0,
        files: [],
        unknown: [],
        missing: reason
      };
    }
    function evaluatePatch({files: changed, unlisted: unlisted}, sources) {
      if (!sources.hasLines) return missingPatch("the reports contain only counts, no lines, so the coverage of the changed lines is unknown; Istanbul writes lines to coverage-final.json");
      const files = changed.map(file => patchFile(file, sources.linesOf(file.path))).filter(({total: total}) => total > 0);
      const withLines = changed.filter(file => (0, _diff_js__WEBPACK_IMPORTED_MODULE_0__.MA)(file).length > 0);
      const paths = [ ...withLines.map(({path: path}) => path), ...unlisted ];
      const missingPaths = unlisted.filter(path => sources.linesOf(path).length > 0);
      return {
        covered: files.reduce((sum, {covered: covered}) => sum + covered, 0),
        total: files.reduce((sum, {total: total}) => sum + total, 0),
        files: files,
        unknown: paths.filter(path => sources.isUnknown(path)).sort(),
        missing: missingPaths.length > 0 ? describeMissing(missingPaths) : void 0
      };
    }
    function describeMissing(paths) {
      const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
      return `the API does not list the changed lines of ${paths.slice(0, 3).join(", ")}${more}: there are too many, or it treats the file as binary. ` + 'Set "fetch-depth: 2" in actions/checkout to use Git';
    }
    function patchFile(changed, reports) {
      const stateOf = line => {
        const states = reports.map(file => file.stateOf(line));
        return states.includes(true) ? true : states.find(state => state !== void 0);
      };
      let covered = 0;
      let total = 0;
      const uncovered = [];
      for (const {from: from, to: to} of reports.length > 0 ? (0, _diff_js__WEBPACK_IMPORTED_MODULE_0__.MA)(changed) : []) {
        let open;
        for (let line = from; line <= to; line++) {
          const state = stateOf(line);
          if (state === void 0) continue;
          total++;
          if (state) {
            covered++;
            open = void 0;
          } else if (open) open.to = line; else {
            open = {
              from: line,
              to: line
            };
            uncovered.push(open);
          }
        }
      }
      return {
        path: changed.path,
        covered: covered,
        total: total,
        uncovered: uncovered
      };
    }
  }
};
