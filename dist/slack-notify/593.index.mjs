export const id = 593;
export const ids = [593];
export const modules = {

/***/ 3593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lookBack: () => (/* binding */ lookBack)
});

// EXTERNAL MODULE: ./packages/http/src/index.ts + 6 modules
var src = __webpack_require__(4280);
// EXTERNAL MODULE: ./packages/wait/src/index.ts + 4 modules
var wait_src = __webpack_require__(3305);
;// CONCATENATED MODULE: ./packages/github/src/client.ts


/** A secondary limit without a time of its own ends after a minute at the earliest (GitHub's docs). */
const secondaryLimit = 60_000;
/** As many rows as GitHub lists on one page. */
const pageSize = 100;
/** GitHub's REST API, as this run's token may use it. */
class Github {
    #rest;
    #graphql;
    #runner;
    constructor({ token, permission }, runner) {
        this.#runner = runner;
        const api = runner.env('GITHUB_API_URL') ?? 'https://api.github.com';
        const service = {
            name: 'GitHub',
            base: new URL(api),
            headers: {
                authorization: `Bearer ${token}`,
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28',
            },
            connection: { proxy: runner.proxy },
            hints: {
                401: 'Is the token in "github-token" complete, and still valid?',
                403: `The token needs "permissions: ${permission}"; in a pull request from a fork it never has it.`,
                404: `The token needs "permissions: ${permission}".`,
            },
            log: (line) => runner.info(line),
        };
        this.#rest = new src/* Client */.Kj(service);
        const graphql = runner.env('GITHUB_GRAPHQL_URL') ?? `${api}/graphql`;
        this.#graphql = new src/* Client */.Kj({ ...service, base: new URL(graphql) });
    }
    /** @throws as `Client.ask`; a 403 or 429 that is a rate limit is waited for, as far as time allows */
    async ask(question, shape, deadline) {
        const answer = await this.#askWithin(this.#rest, question, deadline);
        return (0,src/* readJson */.Vh)(answer, shape, `The answer of GitHub to ${question.method} ${question.path}`);
    }
    /** All rows of a list, page by page; at most `most`. */
    async list(path, row, deadline, most = Number.POSITIVE_INFINITY) {
        const rows = [];
        for (let page = 1; rows.length < most; page++) {
            const query = { per_page: String(pageSize), page: String(page) };
            const next = await this.ask({ method: 'GET', path, query }, row, deadline);
            rows.push(...next);
            if (next.length < pageSize)
                break;
        }
        return rows;
    }
    /** A GraphQL query; it changes nothing, so it may be asked again. */
    async query(query, shape, deadline) {
        const question = { method: 'POST', path: '', json: { query }, repeatable: true };
        const answer = await this.#askWithin(this.#graphql, question, deadline);
        return (0,src/* readJson */.Vh)(answer, shape, 'The answer of GitHub to a GraphQL query');
    }
    async #askWithin(client, question, deadline) {
        for (let times = 0;; times++) {
            try {
                return await client.ask(question, deadline);
            }
            catch (error) {
                const wait = error instanceof src/* Refused */.Lw ? limitOf(error, times, deadline) : undefined;
                if (wait === undefined)
                    throw error;
                if (wait > deadline.remaining) {
                    throw new wait_src/* TimedOut */.GA(`GitHub's rate limit for this token is used up for another ${(0,wait_src/* say */.cv)(wait)}; ` +
                        `${(0,wait_src/* say */.cv)(deadline.remaining)} are left of the time given.`);
                }
                this.#runner.info(`GitHub's rate limit is reached; asking again in ${(0,wait_src/* say */.cv)(wait)}.`);
                await deadline.sleep(wait);
            }
        }
    }
}
/**
 * How long a rate limit lasts, in milliseconds; undefined when the refusal is not one. The client
 * has waited for a 429 already: GitHub also says it with a 403.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function limitOf({ status, answer }, times, deadline) {
    if (status !== 403)
        return undefined;
    const { headers, body } = answer;
    const now = deadline.clock.date();
    const asked = (0,src/* retryAfter */.P9)({ 'retry-after': headers['retry-after'] }, now);
    if (asked !== undefined)
        return asked + 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = String(headers['x-ratelimit-reset'] ?? '');
        return ((0,src/* retryAfter */.P9)({ 'ratelimit-reset': reset }, now) ?? secondaryLimit) + 1000;
    }
    return /rate limit/i.test(body) ? secondaryLimit * 2 ** times : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./packages/github/src/pull-request.ts


const end = (0,dist/* object */.Ikc)({ ref: (0,dist/* string */.YjP)(), sha: (0,dist/* string */.YjP)() });
const eventShape = (0,dist/* object */.Ikc)({ pull_request: (0,dist/* object */.Ikc)({ number: (0,dist/* number */.aig)(), base: end, head: end }) });
/**
 * The pull request of the event, undefined when the run belongs to none.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
 */
function pullRequestOf(runner) {
    if (!runner.run.pullRequest)
        return undefined;
    const parsed = safeParse(eventShape, readEvent(runner.env('GITHUB_EVENT_PATH')));
    return parsed.success ? parsed.output.pull_request : undefined;
}
function readEvent(file) {
    try {
        return file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        // An event that cannot be read tells of no pull request, as the kit takes it too.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./packages/github/src/sticky.ts



/** What a comment may hold; GitHub answers 422 to more. */
const longestBody = 65_536;
const commentShape = (0,dist/* object */.Ikc)({
    id: (0,dist/* number */.aig)(),
    body: (0,dist/* optional */.lqM)((0,dist/* string */.YjP)(), ''),
    html_url: (0,dist/* string */.YjP)(),
    user: (0,dist/* nullable */.mee)((0,dist/* object */.Ikc)({ login: (0,dist/* string */.YjP)() })),
});
const viewerShape = (0,dist/* object */.Ikc)({ data: (0,dist/* object */.Ikc)({ viewer: (0,dist/* object */.Ikc)({ login: (0,dist/* string */.YjP)() }) }) });
/** Only a workflow of this repository writes as this user. */
const workflows = 'github-actions[bot]';
/**
 * Writes the comment where it is, or creates it. It is known by a marker at its begin and by its
 * author, so that nobody can put another one in its place.
 *
 * @throws as `Github.ask`
 */
async function keepSticky(github, sticky, deadline) {
    const marker = markerOf(sticky.id);
    const body = `${marker}\n${fitMarkdown(sticky.body, longestBody - marker.length - 1)}`;
    const known = await find(github, sticky, marker, deadline);
    if (known?.body === body)
        return { did: 'unchanged', url: known.html_url };
    if (known) {
        const path = `/repos/${sticky.repository}/issues/comments/${known.id}`;
        const question = { method: 'PATCH', path, json: { body }, repeatable: true };
        const { html_url } = await github.ask(question, commentShape, deadline);
        return { did: 'updated', url: html_url };
    }
    const created = await create(github, sticky, marker, body, deadline);
    return { did: 'created', url: created.html_url };
}
/** The marker of a comment: an HTML comment, in which no `--` may stand. */
function markerOf(id) {
    return `<!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll('-', '%2D')} -->`;
}
/** After a lost answer it is looked up whether the comment is there; it is not sent blindly again. */
async function create(github, sticky, marker, body, deadline) {
    const path = commentsOf(sticky);
    const send = () => github.ask({ method: 'POST', path, json: { body } }, commentShape, deadline);
    try {
        return await send();
    }
    catch (error) {
        if (!(error instanceof Ambiguous))
            throw error;
        await deadline.sleep(1000);
        return (await find(github, sticky, marker, deadline)) ?? (await send());
    }
}
async function find(github, sticky, marker, deadline) {
    const comments = await github.list(commentsOf(sticky), array(commentShape), deadline);
    const marked = comments.filter(({ body }) => body.startsWith(marker));
    const own = marked.find(({ user }) => user?.login === workflows);
    if (own || marked.length === 0)
        return own;
    const self = await viewer(github, deadline);
    return marked.find(({ user }) => user?.login === self);
}
/** Who the token speaks for: a person, or an app as `name[bot]`. */
async function viewer(github, deadline) {
    const { data } = await github.query('{ viewer { login } }', viewerShape, deadline);
    return data.viewer.login;
}
function commentsOf({ repository, pullRequest }) {
    return `/repos/${repository}/issues/${pullRequest}/comments`;
}

;// CONCATENATED MODULE: ./packages/github/src/index.ts





;// CONCATENATED MODULE: ./packages/notice/src/history.ts


const time = (0,dist/* pipe */.FsL)((0,dist/* string */.YjP)(), (0,dist/* isoTimestamp */.yhX)(), (0,dist/* transform */.pdi)((text) => new Date(text)));
/** https://docs.github.com/rest/actions/workflow-runs; a row is the latest attempt of its run. */
const runShape = (0,dist/* object */.Ikc)({
    workflow_id: (0,dist/* number */.aig)(),
    run_number: (0,dist/* number */.aig)(),
    head_branch: (0,dist/* nullish */.cl6)((0,dist/* string */.YjP)()),
    head_repository: (0,dist/* nullish */.cl6)((0,dist/* object */.Ikc)({ id: (0,dist/* number */.aig)() })),
    conclusion: (0,dist/* nullish */.cl6)((0,dist/* string */.YjP)()),
    run_started_at: time,
    html_url: (0,dist/* string */.YjP)(),
});
const listShape = (0,dist/* object */.Ikc)({ workflow_runs: (0,dist/* array */.YOg)(runShape) });
/** One page, as much as GitHub gives at once. */
const history_pageSize = 100;
/**
 * How the runs of the same workflow and branch ended before this one; its own earlier attempts are
 * the latest of them.
 *
 * @throws Failure when GitHub cannot be asked
 */
async function lookBack(token, runner, deadline) {
    const github = new Github({ token, permission: 'actions: read' }, runner);
    const { repository, runId, attempt } = runner.run;
    const home = `/repos/${repository}/actions`;
    const runAt = (path) => github.ask({ method: 'GET', path: `${home}/runs/${runId}${path}` }, runShape, deadline);
    const own = await runAt('');
    const attempts = [];
    for (let before = attempt - 1; before > 0; before--) {
        attempts.push(await runAt(`/attempts/${before}`));
    }
    const path = `${home}/workflows/${own.workflow_id}/runs`;
    const query = {
        status: 'completed',
        exclude_pull_requests: 'true',
        per_page: String(history_pageSize),
        ...(own.head_branch && { branch: own.head_branch }),
    };
    const { workflow_runs } = await github.ask({ method: 'GET', path, query }, listShape, deadline);
    // A fork may have a branch of the same name.
    const earlier = workflow_runs.filter(({ run_number, head_repository }) => run_number < own.run_number && head_repository?.id === own.head_repository?.id);
    return streakOf([...attempts, ...earlier], workflow_runs.length >= history_pageSize) ?? 'first';
}
/** The latest of these runs that says something, and those before it that ended alike. */
function streakOf(newestFirst, isCut) {
    const telling = newestFirst.filter((run) => toneOf(run) !== undefined);
    const [last] = telling;
    const tone = last && toneOf(last);
    if (!last || !tone)
        return undefined;
    const end = telling.findIndex((run) => toneOf(run) !== tone);
    const alike = end < 0 ? telling : telling.slice(0, end);
    const since = alike.at(-1)?.run_started_at ?? last.run_started_at;
    return { tone, count: alike.length, isOpen: isCut && end < 0, since, url: last.html_url };
}
/** Runs that were cancelled or skipped say nothing of what they would have tested. */
function toneOf({ conclusion }) {
    if (conclusion === 'success')
        return 'good';
    const bad = ['failure', 'timed_out', 'startup_failure'];
    return bad.includes(conclusion ?? '') ? 'bad' : undefined;
}


/***/ })

};
