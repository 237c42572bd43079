export const id = "api-changes";

export const ids = [ "api-changes" ];

export const modules = {
  "actions/changed-paths/src/api-changes.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      changesByApi: () => changesByApi
    });
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
    var errors = __webpack_require__("packages/http/src/errors.ts");
    var src_comparison = __webpack_require__("actions/changed-paths/src/comparison.ts");
    async function changesByApi(comparison, octokit, repository) {
      const compare = (from, to) => compareCommits(octokit, repository, from, to);
      switch (comparison.kind) {
       case "pull":
        {
          const {pull: pull, count: count} = comparison;
          const parameters = {
            repository: repository,
            number: pull.number,
            ...count !== void 0 && {
              count: count
            }
          };
          const {files: files, truncated: truncated} = await listFiles(octokit, parameters);
          const lists = `the API lists ${files.length} of ${count ?? `${maxFiles} or more`}`;
          return changesOf(files, truncated ? lists : void 0);
        }

       case "commits":
        {
          const compared = await compare(comparison.from, comparison.to).catch(unlessGone);
          if (!compared) return changesOf([], "the commit to compare with no longer exists");
          const isAhead = compared.status === "ahead" || compared.status === "identical";
          const rewritten = "history was rewritten, which only git can compare";
          return changesOf(compared.files, isAhead ? cutOf(compared.files) : rewritten);
        }

       case "branch":
        {
          const {base: base, to: to, contained: contained} = comparison;
          const {files: files, status: status} = await compare(base, to);
          if (status !== "behind" && status !== "identical") return changesOf(files, cutOf(files));
          const note = (0, src_comparison.r$)(comparison);
          if (!contained) return {
            ...changesOf([], void 0),
            note: note
          };
          return {
            ...await changesByApi(contained, octokit, repository),
            note: note
          };
        }

       case "tag":
        return changesOf([], "the previous tag is unknown without a checkout");

       case "everything":
        return changesOf([], `there is nothing to compare with: ${comparison.why}`);
      }
    }
    async function compareCommits(octokit, repository, from, to) {
      const {data: data} = await octokit.rest.repos.compareCommitsWithBasehead({
        ...(0, src_octokit.H)(repository),
        basehead: `${from}...${to}`,
        per_page: 1
      });
      const files = (data.files ?? []).map(({filename: filename, previous_filename: previous_filename, status: status, patch: patch}) => ({
        path: filename,
        before: previous_filename,
        status: status,
        isSubmodule: isSubmodulePatch(patch)
      }));
      return {
        status: data.status,
        files: files
      };
    }
    const maxCompared = 300;
    function cutOf(files) {
      const isCut = files.length >= maxCompared;
      return isCut ? `the API lists only the first ${maxCompared} changed files` : void 0;
    }
    function unlessGone(error) {
      if (!(error instanceof errors.j) || error.status !== 404) throw error;
    }
    function changesOf(files, truncated) {
      return {
        files: files.flatMap(changesIn),
        truncated: truncated
      };
    }
    function changesIn({path: path, before: before, status: status, isSubmodule: isFolder}) {
      if (status === "unchanged") return [];
      if (status === "removed") return [ {
        path: path,
        status: "deleted",
        isFolder: isFolder
      } ];
      if (status === "added" || status === "copied") return [ {
        path: path,
        status: "added",
        isFolder: isFolder
      } ];
      if (status !== "renamed" || before === void 0) return [ {
        path: path,
        status: "modified",
        isFolder: isFolder
      } ];
      return [ {
        path: before,
        status: "deleted",
        isFolder: isFolder
      }, {
        path: path,
        status: "added",
        isFolder: isFolder
      } ];
    }
  }
};
