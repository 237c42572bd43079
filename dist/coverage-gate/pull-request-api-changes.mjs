export const id = "pull-request-api-changes";

export const ids = [ "pull-request-api-changes" ];

export const modules = {
  "actions/coverage-gate/src/pull-request/api-changes.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      listChanges: () => listChanges,
      maxFiles: () => maxFiles
    });
    var external_node_fs_ = __webpack_require__("node:fs");
    var external_node_path_ = __webpack_require__("node:path");
    var src_octokit = __webpack_require__("packages/github/src/octokit.ts");
    const maxFiles = 3e3;
    function isSubmodulePatch(patch) {
      return /^@@.*@@\n([-+]Subproject commit [\da-f]{40,64}\n?)+$/.test(patch ?? "");
    }
    async function listFiles(octokit, {repository: repository, number: number, count: count}) {
      const parameters = {
        ...(0, src_octokit.H)(repository),
        pull_number: number,
        per_page: 100
      };
      let listed = 0;
      const rows = await octokit.paginate(octokit.rest.pulls.listFiles, parameters, ({data: data}, done) => {
        listed += data.length;
        if (listed >= maxFiles) done();
        return data;
      });
      const files = rows.slice(0, maxFiles).map(toListedFile);
      const truncated = count === void 0 ? files.length >= maxFiles : files.length < count;
      return {
        files: files,
        truncated: truncated
      };
    }
    function toListedFile({filename: filename, previous_filename: previous_filename, status: status, additions: additions, deletions: deletions, patch: patch}) {
      return {
        path: filename,
        before: previous_filename,
        status: status,
        additions: additions,
        deletions: deletions,
        patch: patch,
        isSubmodule: isSubmodulePatch(patch)
      };
    }
    var file = __webpack_require__("packages/kit/src/file.ts");
    var diff = __webpack_require__("actions/coverage-gate/src/pull-request/diff.ts");
    async function listChanges(pull, octokit, {repository: repository, checkout: {folder: folder}, workspace: workspace}) {
      const where = {
        repository: repository,
        number: pull.number
      };
      const {files: listed, truncated: truncated} = await listFiles(octokit, where);
      const files = [];
      const unlisted = [];
      for (const file of listed) {
        const path = folder + file.path;
        const target = (0, external_node_path_.join)(workspace, path);
        if (file.status === "removed" || file.isSubmodule || isNotFile(target)) continue;
        const hunks = readHunks(file, target);
        const before = file.status === "added" ? void 0 : folder + (file.before ?? file.path);
        if (hunks) files.push({
          path: path,
          before: before,
          hunks: hunks
        }); else unlisted.push(path);
      }
      return {
        files: files,
        unlisted: unlisted,
        truncated: truncated
      };
    }
    function isNotFile(path) {
      return (0, external_node_fs_.lstatSync)(path, {
        throwIfNoEntry: false
      })?.isFile() === false;
    }
    function readHunks(file, target) {
      const {status: status, additions: additions, deletions: deletions, patch: patch} = file;
      const hunks = (0, diff.Hx)(patch ?? "");
      const added = hunks.reduce((sum, {now: now}) => sum + now.count, 0);
      const isChanged = additions > 0 || deletions > 0;
      if (added === additions && (isChanged || status === "renamed")) return hunks;
      if (status !== "added") return;
      const count = additions > 0 ? additions : maxLineCount(target);
      return count === void 0 ? void 0 : [ {
        old: {
          start: 0,
          count: 0
        },
        now: {
          start: 1,
          count: count
        }
      } ];
    }
    const maxBytes = 64 * 1024 * 1024;
    function maxLineCount(path) {
      try {
        return (0, file.TA)(path, maxBytes).reduce((lines, byte) => lines + (byte === lineFeed ? 1 : 0), 1);
      } catch (error) {
        if (error instanceof file.f6) return;
        throw error;
      }
    }
    const lineFeed = 10;
  }
};
