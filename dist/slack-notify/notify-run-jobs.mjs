export const id = "notify-run-jobs";

export const ids = [ "notify-run-jobs" ];

export const modules = {
  "packages/github/src/octokit.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      Q: () => getOctokit,
      H: () => ownerAndRepo
    });
    var client = __webpack_require__("packages/http/src/client.ts");
    var proxy = __webpack_require__("packages/http/src/proxy.ts");
    var errors = __webpack_require__("packages/http/src/errors.ts");
    var src_errors = __webpack_require__("packages/kit/src/errors.ts");
    var retry_after = __webpack_require__("packages/http/src/retry-after.ts");
    const secondaryLimit = 6e4;
    function githubApiConfig(base, permission, runner) {
      return {
        name: "GitHub",
        base: new URL(base),
        headers: {
          "x-github-api-version": "2022-11-28"
        },
        connection: {
          proxy: runner.proxy
        },
        hints: {
          401: 'Check that the token in "github-token" is complete and still valid.',
          403: ({body: body}) => missingPermission(body, permission),
          404: `Check that it exists. A token without "${permission}" under "permissions" may be unable to see it.`
        },
        log: line => runner.info(line),
        protocol: {
          rateLimit: githubRateLimit
        }
      };
    }
    function missingPermission(refusal, permission) {
      if (!isAboutToken(refusal)) return "";
      const need = `Add "${permission}" under "permissions" of this job`;
      if (!permission.endsWith(": write")) return `${need}.`;
      return `${need} ("read" is enough to read). Pull requests from forks never get it.`;
    }
    function isAboutToken(words) {
      return !/\b(locked|archived|interactions?|SAML|SSO|blocked|suspended|disabled|IP allow)\b/i.test(words);
    }
    function githubRateLimit({status: status, headers: headers, body: body}, times, now) {
      if (status !== 403) return;
      const asked = (0, retry_after.P)({
        "retry-after": headers["retry-after"]
      }, now);
      if (asked !== void 0) return {
        wait: asked + 1e3
      };
      if (headers["x-ratelimit-remaining"] === "0") {
        const reset = String(headers["x-ratelimit-reset"] ?? "");
        return {
          wait: ((0, retry_after.P)({
            "ratelimit-reset": reset
          }, now) ?? secondaryLimit) + 1e3
        };
      }
      const isSecondary = /rate limit|abuse detection/i.test(body);
      return isSecondary ? {
        wait: secondaryLimit * 2 ** times
      } : void 0;
    }
    var src_response = __webpack_require__("packages/http/src/response.ts");
    var quote = __webpack_require__("packages/kit/src/quote.ts");
    var dist = __webpack_require__("valibot/dist/index.mjs");
    const time = (0, dist.FsL)((0, dist.YjP)(), (0, dist.yhX)());
    const user = (0, dist.cl6)((0, dist.Ikc)({
      login: (0, dist.lqM)((0, dist.YjP)())
    }));
    const listedPull = (0, dist.Ikc)({
      number: (0, dist.aig)(),
      state: (0, dist.YjP)(),
      head: (0, dist.Ikc)({
        sha: (0, dist.YjP)()
      }),
      merge_commit_sha: (0, dist.mee)((0, dist.YjP)())
    });
    const pull = (0, dist.Ikc)({
      number: (0, dist.aig)(),
      state: (0, dist.YjP)(),
      title: (0, dist.YjP)(),
      body: (0, dist.mee)((0, dist.YjP)()),
      user: user,
      labels: (0, dist.YOg)((0, dist.Ikc)({
        name: (0, dist.YjP)()
      })),
      base: (0, dist.Ikc)({
        sha: (0, dist.YjP)()
      }),
      head: (0, dist.Ikc)({
        ref: (0, dist.YjP)(),
        sha: (0, dist.YjP)(),
        repo: (0, dist.cl6)((0, dist.Ikc)({
          full_name: (0, dist.YjP)()
        }))
      }),
      commits: (0, dist.aig)(),
      additions: (0, dist.aig)(),
      deletions: (0, dist.aig)(),
      changed_files: (0, dist.aig)()
    });
    const commit = (0, dist.Ikc)({
      sha: (0, dist.YjP)(),
      author: user,
      commit: (0, dist.Ikc)({
        message: (0, dist.YjP)()
      }),
      parents: (0, dist.YOg)((0, dist.L5J)())
    });
    const file = (0, dist.Ikc)({
      filename: (0, dist.YjP)(),
      previous_filename: (0, dist.lqM)((0, dist.YjP)()),
      status: (0, dist.YjP)(),
      additions: (0, dist.aig)(),
      deletions: (0, dist.aig)(),
      patch: (0, dist.lqM)((0, dist.YjP)())
    });
    const comment = (0, dist.Ikc)({
      id: (0, dist.aig)(),
      node_id: (0, dist.YjP)(),
      body: (0, dist.lqM)((0, dist.YjP)()),
      html_url: (0, dist.YjP)(),
      user: (0, dist.mee)((0, dist.Ikc)({
        login: (0, dist.YjP)()
      })),
      minimized: (0, dist.cl6)((0, dist.L5J)())
    });
    const label = (0, dist.Ikc)({
      name: (0, dist.YjP)(),
      color: (0, dist.YjP)(),
      description: (0, dist.cl6)((0, dist.YjP)())
    });
    const run = (0, dist.Ikc)({
      workflow_id: (0, dist.aig)(),
      run_number: (0, dist.aig)(),
      head_branch: (0, dist.cl6)((0, dist.YjP)()),
      head_repository: (0, dist.cl6)((0, dist.Ikc)({
        id: (0, dist.aig)()
      })),
      conclusion: (0, dist.cl6)((0, dist.YjP)()),
      created_at: time,
      run_started_at: (0, dist.lqM)(time),
      html_url: (0, dist.YjP)()
    });
    const job = (0, dist.Ikc)({
      name: (0, dist.YjP)(),
      conclusion: (0, dist.cl6)((0, dist.YjP)()),
      html_url: (0, dist.cl6)((0, dist.YjP)()),
      steps: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        name: (0, dist.YjP)(),
        conclusion: (0, dist.cl6)((0, dist.YjP)())
      })))
    });
    const answers = documented({
      "GET /repos/{owner}/{repo}/pulls": (0, dist.YOg)(listedPull),
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls": (0, dist.YOg)(listedPull),
      "GET /repos/{owner}/{repo}/pulls/{pull_number}": pull,
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits": (0, dist.YOg)(commit),
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/files": (0, dist.YOg)(file),
      "GET /repos/{owner}/{repo}/compare/{basehead}": (0, dist.Ikc)({
        status: (0, dist.YjP)(),
        files: (0, dist.lqM)((0, dist.YOg)(file))
      }),
      "GET /repos/{owner}/{repo}/contents/{path}": (0, dist.Ikc)({
        content: (0, dist.YjP)(),
        encoding: (0, dist.YjP)()
      }),
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": (0, dist.YOg)(comment),
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": comment,
      "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": comment,
      "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": (0, dist.YOg)(label),
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}": run,
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}": run,
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs": (0, 
      dist.Ikc)({
        total_count: (0, dist.aig)(),
        jobs: (0, dist.YOg)(job)
      }),
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": (0, dist.Ikc)({
        workflow_runs: (0, dist.YOg)(run)
      })
    });
    function responseShape(asked) {
      const found = Object.entries(answers).find(([route]) => patternOf(route).test(asked));
      return found?.[1];
    }
    function patternOf(route) {
      return new RegExp(`^${route.replace(/\{\w+\}/g, "[^/]+")}$`);
    }
    function documented(rows) {
      return rows;
    }
    function createFetch(api, {idempotent: idempotent, shape: shape}) {
      return async (url, {method: method, headers: headers, body: body}) => {
        if (/\/graphql$/.test(url)) {
          const request = {
            method: method,
            path: "",
            headers: headers,
            body: body,
            idempotent: true
          };
          const response = await api.graphql.request(request, api.deadline);
          return toFetchResponse(response, url, readGraphqlData(response, shape, api));
        }
        const [path = "", search] = url.slice(api.base.length).split("?");
        const query = Object.fromEntries(new URLSearchParams(search));
        const isIdempotent = idempotent ?? [ "GET", "DELETE" ].includes(method);
        const request = {
          method: method,
          path: path,
          query: query,
          headers: headers,
          body: body,
          idempotent: isIdempotent
        };
        const response = await api.rest.request(request, api.deadline);
        return toFetchResponse(response, url, readResponse(response, `${method} ${path}`));
      };
    }
    function readResponse(response, request) {
      const shape = responseShape(request);
      if (shape) return (0, src_response.Vh)(response, shape, `The response of GitHub to ${request}`);
      if (request.startsWith("GET ")) throw new Error(`answers.ts has no schema for ${request}.`);
      return;
    }
    const errorsShape = (0, dist.Ikc)({
      errors: (0, dist.cl6)((0, dist.YOg)((0, dist.Ikc)({
        message: (0, dist.YjP)()
      })), [])
    });
    function readGraphqlData(response, data = (0, dist.L5J)(), {permission: permission}) {
      const from = "The response of GitHub to a GraphQL query";
      const [error] = (0, src_response.Vh)(response, errorsShape, from).errors;
      if (error) {
        const need = missingPermission(error.message, permission);
        throw new src_errors.lZ(`GitHub (GraphQL) refused: "${(0, quote.K)(error.message)}".${need && ` ${need}`}`);
      }
      return (0, src_response.Vh)(response, (0, dist.Ikc)({
        data: data
      }), from);
    }
    function toFetchResponse({status: status, headers: headers}, url, body) {
      const next = nextPage(String(headers.link ?? ""), url);
      return {
        status: status,
        url: url,
        headers: new Map(next ? [ [ "link", `<${next}>; rel="next"` ] ] : []),
        body: body
      };
    }
    function nextPage(link, url) {
      const [, next] = /<([^<>]+)>;\s*rel="?next\b/.exec(link) ?? [];
      const query = next && URL.parse(next, url)?.search;
      const [address] = url.split("?");
      return query && `${address}${query}`;
    }
    async function getOctokit({token: token, permission: permission}, runner, deadline) {
      const base = (runner.env("GITHUB_API_URL") ?? "https://api.github.com").replace(/\/+$/, "");
      const graphql = runner.env("GITHUB_GRAPHQL_URL") ?? `${base}/graphql`;
      const api = {
        rest: new client.K(githubApiConfig(base, permission, runner)),
        graphql: new client.K(githubApiConfig(graphql, permission, runner)),
        base: base,
        permission: permission,
        deadline: deadline
      };
      (0, proxy.i)(new URL(base), runner.proxy);
      const toolkit = await loadToolkit();
      const octokit = toolkit.getOctokit(token, {
        baseUrl: base,
        userAgent: "ci-actions",
        request: {
          parseSuccessResponseBody: false
        }
      });
      octokit.hook.before("request", options => {
        const {idempotent: idempotent, shape: shape} = options.request;
        if (options.method === "GET") Object.assign(options, wellFormed(options));
        options.request = {
          ...options.request,
          fetch: createFetch(api, {
            idempotent: idempotent,
            shape: shape
          })
        };
      });
      octokit.hook.error("request", error => {
        throw unwrapped(error);
      });
      return octokit;
    }
    async function loadToolkit() {
      try {
        return await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, "@actions/github/lib/github.js"));
      } catch (error) {
        throw new src_errors.lZ(`@actions/github could not be loaded: ${(0, src_errors.gJ)(error)}`);
      }
    }
    function wellFormed(parameters) {
      const texts = Object.entries(parameters).filter(([, value]) => typeof value === "string");
      return Object.fromEntries(texts.map(([name, value]) => [ name, value.toWellFormed() ]));
    }
    function unwrapped(error) {
      const {cause: cause = error} = error;
      return cause instanceof errors.j && cause.status === 409 ? new src_errors.lZ(cause.message) : cause;
    }
    function ownerAndRepo(repository) {
      const [owner = "", repo = ""] = repository.split("/");
      return {
        owner: owner,
        repo: repo
      };
    }
  },
  "packages/notify/src/run-jobs.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      readJobRuns: () => readJobRuns
    });
    var _ci_actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("packages/github/src/octokit.ts");
    async function readJobRuns(token, run, runner, deadline) {
      const octokit = await (0, _ci_actions_github__WEBPACK_IMPORTED_MODULE_0__.Q)({
        token: token,
        permission: "actions: read"
      }, runner, deadline);
      const jobs = await octokit.paginate(octokit.rest.actions.listJobsForWorkflowRunAttempt, {
        ...(0, _ci_actions_github__WEBPACK_IMPORTED_MODULE_0__.H)(run.repository),
        run_id: Number(run.runId),
        attempt_number: run.attempt,
        per_page: 100
      });
      return jobs.map(toJobRun);
    }
    function toJobRun({name: name, conclusion: conclusion, html_url: html_url, steps: steps}) {
      return {
        name: name,
        hasFailed: isFailure(conclusion),
        isCompleted: !!conclusion,
        failedStep: steps?.find(step => isFailure(step.conclusion))?.name,
        url: html_url ?? void 0
      };
    }
    function isFailure(conclusion) {
      return conclusion === "failure" || conclusion === "timed_out";
    }
  },
  "shims/undici/index.ts": (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
    __webpack_require__.d(__webpack_exports__, {
      h: () => fetch,
      k: () => ProxyAgent
    });
    const fetch = (...request) => globalThis.fetch(...request);
    class ProxyAgent {
      dispatch() {
        throw new Error("undici is not bundled: send the request through packages/http.");
      }
    }
  }
};
