export const id = 345;
export const ids = [345];
export const modules = {

/***/ 1146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ gitIn)
/* harmony export */ });
/* harmony import */ var _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1924);

/** More than the diff of any pull request that somebody reads. */
const mostOutput = 256 * 1024 * 1024;
function gitIn(folder, cancelled) {
    return {
        run(...args) {
            // Loading it costs 2 ms, which a run without need for git does not pay.
            const { execFile } = process.getBuiltinModule('node:child_process');
            const options = { cwd: folder, maxBuffer: mostOutput, signal: cancelled, timeout: 60_000 };
            const safe = ['-c', 'core.fsmonitor=false', '--no-optional-locks', ...args];
            return new Promise((resolve, reject) => {
                execFile('git', safe, options, (error, stdout, stderr) => {
                    if (!error)
                        return resolve(stdout);
                    if (cancelled.aborted)
                        return reject(cancelled.reason);
                    reject(new _ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(reasonOf(error, stderr)));
                });
            });
        },
    };
}
function reasonOf(error, stderr) {
    if (error.code === 'ENOENT')
        return 'is not installed on this machine';
    if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
        return 'prints more than 256 MiB';
    if (error.killed)
        return 'took more than a minute';
    const [line = ''] = stderr.trim().split('\n');
    if (line === '')
        return 'finds nothing';
    return `says "${(0,_ci_actions_kit__WEBPACK_IMPORTED_MODULE_0__/* .excerpt */ .Kb)(line.replace(/^fatal: /, ''), 160)}"`;
}


/***/ }),

/***/ 7345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  surroundingsOf: () => (/* binding */ surroundingsOf)
});

// EXTERNAL MODULE: ./packages/kit/src/index.ts + 10 modules
var src = __webpack_require__(1924);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./packages/http/src/answer.ts


function answerOf(incoming, body, cut) {
    return {
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: body.toString('utf8'),
        cut,
    };
}
/**
 * The JSON of an answer, checked against its shape: a 200 may carry the HTML of a proxy.
 *
 * @param from who answered what, as the start of a sentence: `Render's answer to GET /services`
 * @throws Failure that quotes the beginning of what came instead
 */
function readJson(answer, shape, from) {
    const parsed = (0,dist/* safeParse */.xLC)(shape, parseJson(answer.body));
    if (parsed.success)
        return parsed.output;
    const path = (0,dist/* getDotPath */.BuJ)(parsed.issues[0]);
    const where = path ? ` (at "${path}")` : '';
    throw new src/* Failure */.HR(`${from} is not what its API describes${where}: status ${answer.status}, ` +
        `${answer.headers['content-type'] ?? 'no content type'}, ${begin(answer.body)}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function begin(body) {
    return body.trim() === '' ? 'an empty body.' : `beginning with "${(0,src/* excerpt */.Kb)(body, 120)}".`;
}

;// CONCATENATED MODULE: ./packages/wait/src/clock.ts
const systemClock = {
    // `performance` is the same clock, and loads 1 ms of node:perf_hooks first.
    now: () => Number(process.hrtime.bigint()) / 1e6,
    date: () => new Date(),
    random: () => Math.random(),
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal.aborted)
                return reject(signal.reason);
            const stop = () => {
                clearTimeout(timer);
                reject(signal.reason);
            };
            const timer = setTimeout(() => {
                signal.removeEventListener('abort', stop);
                resolve();
            }, ms);
            signal.addEventListener('abort', stop, { once: true });
        });
    },
    after(ms, call) {
        const timer = setTimeout(call, ms).unref();
        return () => clearTimeout(timer);
    },
};

// EXTERNAL MODULE: ./packages/kit/src/failure.ts
var failure = __webpack_require__(986);
;// CONCATENATED MODULE: ./packages/wait/src/duration.ts
/** A duration as a person says it: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 20 min`. */
function say(ms) {
    if (ms < 10_000)
        return `${Math.round(ms / 100) / 10} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return join(minutes, 'min', seconds % 60, 's');
    return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}
function join(large, unit, small, subunit) {
    return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${subunit}`;
}

;// CONCATENATED MODULE: ./packages/wait/src/deadline.ts



/** The time a step was given is over. */
class TimedOut extends failure/* Failure */.HR {
    name = 'TimedOut';
}
/**
 * The one limit of a step: its time, and the cancellation of its job. Everything that waits or asks
 * does so under a deadline, so nothing can hang.
 */
class Deadline {
    clock;
    /** Aborts with `TimedOut` when the time is over, or with the reason of the cancellation. */
    signal;
    #ends;
    #stopTimer;
    /** `ms` from now, or when `cancelled` aborts, whichever comes first. */
    constructor(ms, cancelled, clock = systemClock) {
        const timeOver = new AbortController();
        this.clock = clock;
        this.#ends = clock.now() + ms;
        this.#stopTimer = clock.after(ms, () => {
            timeOver.abort(new TimedOut(`The time given, ${say(ms)}, is over.`));
        });
        this.signal = AbortSignal.any([cancelled, timeOver.signal]);
    }
    /** Milliseconds that are left, never below 0. */
    get remaining() {
        return Math.max(0, this.#ends - this.clock.now());
    }
    /** A shorter limit under this one, as for a single attempt. */
    within(ms) {
        const shorter = new Deadline(ms, this.signal, this.clock);
        // Its own timer stays later than this one's, so that it never ends in this one's stead.
        shorter.#ends = Math.min(shorter.#ends, this.#ends);
        return shorter;
    }
    /**
     * For what must not be left in doubt once it has begun, such as a request that changes something:
     * ends `ms` after this one has ended.
     */
    outlivedBy(ms) {
        const late = new AbortController();
        const end = () => {
            this.clock.after(ms, () => late.abort(this.signal.reason));
        };
        if (this.signal.aborted)
            end();
        else
            this.signal.addEventListener('abort', end, { once: true });
        return new Deadline(this.remaining + ms, late.signal, this.clock);
    }
    /** A short time of its own, for what is still to be done when this one has ended. */
    afterwards(ms) {
        return new Deadline(ms, new AbortController().signal, this.clock);
    }
    /** @throws TimedOut or Cancelled when it ends before `ms` are over */
    sleep(ms) {
        return this.clock.sleep(ms, this.signal);
    }
    /** The deadline is no longer needed. */
    release() {
        this.#stopTimer();
    }
}

;// CONCATENATED MODULE: ./packages/wait/src/pace.ts
/** `first`, and then longer by `factor` each time, up to `most`. */
function growing(first, factor, most) {
    return (tries) => Math.min(most, first * factor ** tries);
}
/**
 * Full jitter: anything from nothing up to what the pace says, so that many who failed together do
 * not come back together.
 */
function jittered(pace, random) {
    return (tries) => random() * pace(tries);
}

;// CONCATENATED MODULE: ./packages/wait/src/index.ts






;// CONCATENATED MODULE: ./packages/http/src/retry-after.ts
/**
 * How long the other side asks to wait, in milliseconds; undefined when it does not say, or nothing
 * that can be understood. `Retry-After` is seconds or a date (RFC 9110 §10.2.3). `Ratelimit-Reset`
 * is the seconds that are left, or with some the time as seconds since 1970.
 */
function retryAfter(headers, now) {
    return seconds(headers['retry-after'], now) ?? seconds(headers['ratelimit-reset'], now);
}
function seconds(header, now) {
    const value = String(header ?? '').trim();
    if (/^-?\d+(\.\d+)?$/.test(value)) {
        const count = Number(value);
        const left = count < 1e9 ? count * 1000 : count * 1000 - now.getTime();
        return Math.max(0, left);
    }
    const date = /[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./packages/http/src/loopback.ts
/**
 * `localhost` is both loopback addresses, whichever of them the machine's hosts file leaves out
 * (RFC 6761 §6.3); curl sees it so too. Other names are looked up as ever.
 */
function loopback(hostname) {
    if (!/^(.+\.)?localhost$/.test(hostname))
        return {};
    return {
        lookup: (_hostname, _options, found) => {
            found(null, [
                { address: '127.0.0.1', family: 4 },
                { address: '::1', family: 6 },
            ]);
        },
    };
}

;// CONCATENATED MODULE: ./packages/http/src/send.ts




/**
 * There is no answer. `executed` is `no` when the request never left this machine, so that it can
 * be sent again whatever it does; `unknown` when it may have been carried out.
 */
class Unanswered extends Error {
    name = 'Unanswered';
    executed;
    constructor(reason, executed, cause) {
        super(reason, { cause });
        this.executed = executed;
    }
}
const megabyte = 1024 * 1024;
/**
 * Sends one request and reads its answer, whatever its status; redirects are answers too.
 *
 * @throws Unanswered when there is none; the deadline's reason when that ends first; Failure when a
 *   header cannot be sent
 */
function send(request, deadline) {
    return new Promise((resolve, reject) => {
        deadline.signal.throwIfAborted();
        refuseUnsendable(request.headers ?? {});
        let connected = false;
        let answered = false;
        const outgoing = send_open(request, (incoming) => {
            answered = true;
            readBody(incoming, request.mostBytes ?? 10 * megabyte).then(({ body, cut }) => resolve(answerOf(incoming, body, cut)), (error) => fail(error));
        });
        const fail = (error) => {
            outgoing.destroy();
            const executed = connected ? 'unknown' : 'no';
            reject(deadline.signal.aborted
                ? deadline.signal.reason
                : new Unanswered(reasonOf(error), executed, error));
        };
        outgoing.on('socket', (socket) => {
            // A tunnel through a proxy is handed over connected.
            connected = !socket.connecting;
            const arrived = 'encrypted' in socket ? 'secureConnect' : 'connect';
            socket.once(arrived, () => {
                connected = true;
            });
        });
        outgoing.on('error', fail);
        const giveUp = () => fail(deadline.signal.reason);
        deadline.signal.addEventListener('abort', giveUp, { once: true });
        outgoing.on('close', () => {
            deadline.signal.removeEventListener('abort', giveUp);
            // A switch of protocols (101) closes it with neither an answer nor an error.
            if (!answered)
                fail(new Error('the connection was closed before an answer came'));
        });
        outgoing.end(request.body);
    });
}
function refuseUnsendable(headers) {
    for (const [name, value] of Object.entries(headers)) {
        if (!/[^\t\x20-\x7E\x80-\xFF]/.test(value))
            continue;
        throw new src/* Failure */.HR(`The header "${name}" cannot be sent: it holds a line break or another character that HTTP ` +
            'does not allow. Is its value complete, and on one line?');
    }
}
// node:https costs 13 ms to load and fetch 40: who asks over http pays neither.
function send_open(request, answered) {
    const { connection = {}, body } = request;
    const options = {
        ...loopback(request.url.hostname),
        method: request.method,
        headers: {
            'user-agent': 'ci-actions',
            ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
            ...request.headers,
        },
    };
    if (request.url.protocol === 'http:') {
        const http = process.getBuiltinModule('node:http');
        const agent = agentFor(http.Agent, connection.proxy);
        return http.request(request.url, { ...options, agent }, answered);
    }
    const https = process.getBuiltinModule('node:https');
    const agent = agentFor(https.Agent, connection.proxy);
    const trust = { ca: connection.ca, rejectUnauthorized: !connection.insecure };
    return https.request(request.url, { ...options, ...trust, agent }, answered);
}
function agentFor(Kind, proxyEnv) {
    return proxyEnv ? new Kind({ proxyEnv }) : false;
}
function readBody(incoming, most) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let length = 0;
        incoming.on('data', (chunk) => {
            chunks.push(chunk);
            length += chunk.length;
            if (length > most)
                finish();
        });
        const finish = () => {
            resolve({ body: Buffer.concat(chunks).subarray(0, most), cut: length > most });
            incoming.destroy();
        };
        incoming.on('end', finish);
        incoming.on('error', reject);
        incoming.on('close', () => reject(new Error('the connection was closed before the answer ended')));
    });
}
const plainReasons = {
    ECONNREFUSED: 'nothing listens there (connection refused)',
    ECONNRESET: 'the connection was reset before the answer ended',
    EPIPE: 'the connection was closed while the request was sent',
    ENOTFOUND: 'there is no such host (DNS)',
    EAI_AGAIN: 'the name server does not answer (DNS)',
    ETIMEDOUT: 'the host does not answer (connect timed out)',
    EHOSTUNREACH: 'there is no route to the host',
    ENETUNREACH: 'there is no route to the network',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate chain is self-signed',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not known',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
    HPE_INVALID_CONSTANT: 'it does not speak HTTP',
    EPROTO: 'it does not speak TLS as expected (https asked of an http port?)',
};
/** Why there is no answer, in words; the code stays for whoever searches for it. */
function reasonOf(error) {
    // Where every address of a host was tried, the reasons stand in an AggregateError.
    const first = external_node_util_.types.isNativeError(error) && 'errors' in error ? [error.errors].flat()[0] : error;
    if (!external_node_util_.types.isNativeError(first))
        return (0,src/* excerpt */.Kb)(String(first));
    const code = 'code' in first ? String(first.code) : undefined;
    const words = code && plainReasons[code];
    if (words)
        return words.includes(`(`) ? words : `${words} (${code})`;
    return (0,src/* excerpt */.Kb)(first.message);
}

;// CONCATENATED MODULE: ./packages/http/src/client.ts






/** The other side answered, and the answer is no. */
class Refused extends src/* Failure */.HR {
    name = 'Refused';
    status;
    answer;
    constructor(message, answer) {
        super(message);
        this.status = answer.status;
        this.answer = answer;
    }
}
/**
 * The request may have been carried out or not: its answer was lost, or it was a 5xx. Whoever asked
 * has to look before asking again.
 */
class Ambiguous extends src/* Failure */.HR {
    name = 'Ambiguous';
    /** True when there was an answer (a 5xx), false when it was lost on the way. */
    answered;
    /** That answer, where it is at hand. */
    answer;
    constructor(message, answered, answer) {
        super(message);
        this.answered = answered;
        this.answer = answer;
    }
}
/** No single exchange with an API takes longer than this. */
const attemptTimeout = 30_000;
/** Answers that come from overload or a gateway, not from the request. */
const passing = new Set([500, 502, 503, 504]);
/**
 * Talks JSON with one service under one deadline. Asks again what may be asked again: anything that
 * never left this machine or was answered 429, and after a 5xx or a lost answer what is repeatable.
 */
class Client {
    #service;
    constructor(service) {
        this.#service = service;
    }
    /**
     * @throws Refused on any other status, Ambiguous when what is not repeatable may have been done,
     *   TimedOut or Cancelled when the deadline ends
     */
    async ask(question, deadline) {
        const { clock } = deadline;
        const { repeatable = question.method === 'GET', tries = 5 } = question;
        const pace = jittered(growing(500, 2, 15_000), clock.random);
        for (let times = 0, failures = 0;; times++) {
            deadline.signal.throwIfAborted();
            this.#service.asking?.();
            const outcome = await this.#once(question, deadline);
            const wait = waitOf(outcome, clock.date());
            if (wait.kind === 'done')
                return wait.answer;
            if (wait.kind === 'refused')
                throw this.#refused(question, wait.answer);
            if (wait.counts)
                failures++;
            if (wait.executed === 'unknown' && !repeatable) {
                const answer = outcome instanceof Unanswered ? undefined : outcome;
                throw new Ambiguous(`${this.#subject(question)} ${wait.reason}.`, !!answer, answer);
            }
            if (failures >= tries) {
                const often = tries === 1 ? '' : `, ${tries} times in a row`;
                throw new src/* Failure */.HR(`${this.#subject(question)} ${wait.reason}${often}.${this.#hint(wait.status)}`);
            }
            // At least a moment, and longer each time, so that a limit is not hammered, whatever it says.
            const pause = Math.max(wait.asked ?? 0, 250 + pace(times));
            if (pause > deadline.remaining) {
                throw new TimedOut(`${this.#subject(question)} ${wait.reason}, to be asked again in ${say(pause)}; ` +
                    `${say(deadline.remaining)} are left of the time given.`);
            }
            this.#service.log(`${this.#subject(question)} ${wait.reason}; asking again in ${say(pause)}.`);
            await deadline.sleep(pause);
        }
    }
    /** The same, and the answer's JSON, checked against its shape. */
    async askJson(question, shape, deadline) {
        const answer = await this.ask(question, deadline);
        return readJson(answer, shape, `The answer of ${this.#service.name} to ${nameOf(question)}`);
    }
    async #once(question, deadline) {
        const { base, headers, connection } = this.#service;
        const body = question.json === undefined ? undefined : JSON.stringify(question.json);
        const attempt = deadline.within(attemptTimeout);
        try {
            return await send({
                method: question.method,
                url: addressOf(base, question),
                headers: {
                    accept: 'application/json',
                    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
                    ...headers,
                },
                body,
                connection,
            }, attempt);
        }
        catch (error) {
            if (error instanceof Unanswered)
                return error;
            // The attempt's own limit is a lost answer; the deadline's end is the end.
            deadline.signal.throwIfAborted();
            if (!(error instanceof TimedOut))
                throw error;
            return new Unanswered(`none within ${say(attemptTimeout)}`, 'unknown', error);
        }
        finally {
            attempt.release();
        }
    }
    #refused(question, answer) {
        const said = wordsOf(answer);
        return new Refused(`${this.#subject(question)} answered ${answer.status}${said ? `: "${said}"` : ''}.${this.#hint(answer.status)}`, answer);
    }
    #hint(status) {
        const hint = status && this.#service.hints?.[status];
        return hint ? ` ${hint}` : '';
    }
    /** Who is spoken of and what was asked; without the query, which may hold a secret. */
    #subject(question) {
        return question.path === '' ? this.#service.name : `${this.#service.name} (${nameOf(question)})`;
    }
}
function waitOf(outcome, now) {
    if (outcome instanceof Unanswered) {
        const reason = `gave no answer: ${outcome.message}`;
        return { kind: 'again', reason, executed: outcome.executed, counts: true };
    }
    const { status, headers } = outcome;
    if (status >= 200 && status < 300)
        return { kind: 'done', answer: outcome };
    if (status !== 429 && !passing.has(status))
        return { kind: 'refused', answer: outcome };
    const limited = status === 429;
    return {
        kind: 'again',
        reason: limited ? 'answered 429 (too many requests)' : `answered ${status}`,
        executed: limited ? 'no' : 'unknown',
        status,
        // The reset of a limit says nothing about when a broken service is back.
        asked: retryAfter(limited ? headers : { 'retry-after': headers['retry-after'] }, now),
        counts: !limited,
    };
}
function addressOf(base, { path, query = {} }) {
    const url = new URL(base);
    if (path !== '')
        url.pathname = `${base.pathname.replace(/\/$/, '')}${path}`;
    for (const [name, value] of Object.entries(query))
        url.searchParams.append(name, value);
    return url;
}
function nameOf({ method, path }) {
    return path === '' ? method : `${method} ${path}`;
}
const errorShape = (0,dist/* object */.Ikc)({ message: (0,dist/* string */.YjP)() });
/** What an API says of its refusal: the message of its JSON, else the beginning of its text. */
function wordsOf({ body }) {
    const parsed = parseJson(body);
    return (0,src/* excerpt */.Kb)((0,dist.is)(errorShape, parsed) ? parsed.message : body.replace(/<[^>]*>/g, ' '));
}

;// CONCATENATED MODULE: ./packages/http/src/index.ts






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
        this.#rest = new Client(service);
        const graphql = runner.env('GITHUB_GRAPHQL_URL') ?? `${api}/graphql`;
        this.#graphql = new Client({ ...service, base: new URL(graphql) });
    }
    /** @throws as `Client.ask`; a 403 or 429 that is a rate limit is waited for, as far as time allows */
    async ask(question, shape, deadline) {
        const answer = await this.#askWithin(this.#rest, question, deadline);
        return readJson(answer, shape, `The answer of GitHub to ${question.method} ${question.path}`);
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
        return readJson(answer, shape, 'The answer of GitHub to a GraphQL query');
    }
    async #askWithin(client, question, deadline) {
        for (let times = 0;; times++) {
            try {
                return await client.ask(question, deadline);
            }
            catch (error) {
                const wait = error instanceof Refused ? limitOf(error, times, deadline) : undefined;
                if (wait === undefined)
                    throw error;
                if (wait > deadline.remaining) {
                    throw new TimedOut(`GitHub's rate limit for this token is used up for another ${say(wait)}; ` +
                        `${say(deadline.remaining)} are left of the time given.`);
                }
                this.#runner.info(`GitHub's rate limit is reached; asking again in ${say(wait)}.`);
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
    const asked = retryAfter({ 'retry-after': headers['retry-after'] }, now);
    if (asked !== undefined)
        return asked + 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = String(headers['x-ratelimit-reset'] ?? '');
        return (retryAfter({ 'ratelimit-reset': reset }, now) ?? secondaryLimit) + 1000;
    }
    return /rate limit/i.test(body) ? secondaryLimit * 2 ** times : undefined;
}

// EXTERNAL MODULE: ./packages/github/src/pull-request.ts
var pull_request = __webpack_require__(3902);
;// CONCATENATED MODULE: ./packages/github/src/body.ts
const cutNote = '\n\n… cut here; the job summary has the rest.\n';
/**
 * Markdown of at most so many characters, cut at the end of a line. What the cut leaves open, a code
 * fence or `<details>`, is closed, so that nothing after it is swallowed.
 */
function fitMarkdown(markdown, most) {
    if (markdown.length <= most)
        return markdown;
    const lines = markdown.split('\n');
    let kept = '';
    let open = { fence: '', details: 0 };
    for (const line of lines) {
        const after = openAfter(line, open);
        if (kept.length + line.length + 1 + closing(after).length + cutNote.length > most)
            break;
        kept += `${line}\n`;
        open = after;
    }
    return `${kept}${closing(open)}${cutNote}`.trimEnd().slice(0, most);
}
function openAfter(line, open) {
    const [, fence = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (open.fence !== '') {
        const ends = fence.startsWith(open.fence) && line.trim() === fence;
        return ends ? { ...open, fence: '' } : open;
    }
    const opened = line.split(/<details[\s>]/i).length - 1;
    const closed = line.split(/<\/details>/i).length - 1;
    return { fence, details: Math.max(0, open.details + opened - closed) };
}
function closing({ fence, details }) {
    return `${fence === '' ? '' : `${fence}\n`}${'\n</details>\n'.repeat(details)}`;
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
    const comments = await github.list(commentsOf(sticky), (0,dist/* array */.YOg)(commentShape), deadline);
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





;// CONCATENATED MODULE: ./actions/coverage-gate/src/annotations.ts
/** GitHub shows ten warnings of a step; two are left for what else there may be to warn of. */
const most = 8;
/** Marks the changed lines that are not covered, and says how many there was no room for. */
function annotate({ files }, runner) {
    const places = files.flatMap(({ path, uncovered }) => {
        return uncovered.map((range) => ({ path, range }));
    });
    const shown = places.length > most ? places.slice(0, most - 1) : places;
    for (const { path, range } of shown) {
        const place = { file: path, startLine: range.from, endLine: range.to };
        runner.warning(`${sayLines(range)} not covered by any test.`, place);
    }
    const left = places.length - shown.length;
    if (left > 0) {
        runner.warning(`And ${left} more places with changed lines that no test covers; see the summary.`);
    }
}
function sayLines({ from, to }) {
    return from === to ? 'This changed line is' : `These changed lines (${from} to ${to}) are`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./actions/coverage-gate/src/cache.ts
var cache = __webpack_require__(8548);
;// CONCATENATED MODULE: ./actions/coverage-gate/src/earlier-report.ts


const whole = (0,dist/* pipe */.FsL)((0,dist/* number */.aig)(), (0,dist/* integer */.ndf)(), (0,dist/* minValue */.Wwf)(0));
const count = (0,dist/* pipe */.FsL)((0,dist/* object */.Ikc)({ covered: whole, total: whole }), (0,dist/* partialCheck */.qTj)([['covered'], ['total']], ({ covered, total }) => covered <= total, 'covered > total'));
const totals = (0,dist/* record */.g1P)((0,dist/* string */.YjP)(), count);
const reportShape = (0,dist/* object */.Ikc)({
    schema: (0,dist/* literal */.euz)('ci-actions/coverage@1'),
    commit: (0,dist/* string */.YjP)(),
    totals,
    suites: (0,dist/* record */.g1P)((0,dist/* string */.YjP)(), totals),
    files: (0,dist/* array */.YOg)((0,dist/* object */.Ikc)({
        path: (0,dist/* string */.YjP)(),
        counts: (0,dist/* record */.g1P)((0,dist/* string */.YjP)(), count),
        lines: (0,dist/* optional */.lqM)((0,dist/* object */.Ikc)({ covered: (0,dist/* string */.YjP)(), uncovered: (0,dist/* string */.YjP)() })),
    })),
});
/** @throws Failure when it is not such a report; the message completes "The baseline … " */
function parseReport(text) {
    const parsed = (0,dist/* safeParse */.xLC)(reportShape, earlier_report_parseJson(text));
    if (parsed.success)
        return parsed.output;
    throw new src/* Failure */.HR('is no report of this action; give it a file that the output "report-path" named');
}
function earlier_report_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A range of a report that was made to fill the memory is not followed to its end. */
const longestRange = 1_000_000;
/** The lines of `1-3,7`. */
function linesOf(ranges) {
    const lines = new Set();
    for (const [, from, to = from] of ranges.matchAll(/(\d+)(?:-(\d+))?/g)) {
        const last = Math.min(Number(to), Number(from) + longestRange);
        for (let line = Number(from); line <= last; line++)
            lines.add(line);
    }
    return lines;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/src/baseline.ts





/**
 * The report that an earlier run left at a path. A missing one is a notice.
 *
 * @throws Failure when the file is something else
 */
function readBaseline(path, runner) {
    const file = (0,external_node_path_.resolve)(runner.workspace, path);
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        runner.notice(`There is no baseline at ${(0,src/* quote */.hD)(path)}, so nothing is compared (${(0,src/* messageOf */.bD)(error)}).`);
        return undefined;
    }
    try {
        return parseReport(text);
    }
    catch (error) {
        if (error instanceof src/* Failure */.HR)
            throw new src/* Failure */.HR(`The baseline ${(0,src/* quote */.hD)(path)} ${error.message}.`);
        throw error;
    }
}
/** The newest report of the branch, that of the commit first. */
async function restoreBaseline(kept, commit, runner, deadline) {
    const none = `There is no baseline of ${(0,src/* quote */.hD)(kept.branch)} yet, so nothing is compared`;
    if (!(0,cache/* hasCache */.T)(runner)) {
        runner.notice(`${none}: this machine has no cache.`);
        return undefined;
    }
    const prefix = prefixOf(kept);
    const found = await tryCache(runner, deadline, 'restored', async (cache) => {
        return cache.restoreCache([kept.file], `${prefix}${commit}`, [`${prefix}${commit}`, prefix]);
    });
    if (found === undefined) {
        runner.notice(`${none}; a run of this workflow on that branch keeps one.`);
        return undefined;
    }
    return readBaseline(kept.file, runner);
}
/** Keeps the report for the pull requests to come. */
async function keepBaseline(kept, runner, deadline) {
    const { sha, runId, attempt } = runner.run;
    const key = `${prefixOf(kept)}${sha}/${runId}-${attempt}`;
    await tryCache(runner, deadline, 'kept', (cache) => cache.saveCache([kept.file], key));
}
function prefixOf({ name, branch }) {
    return `coverage-gate/${encodeURIComponent(name)}/${encodeURIComponent(branch)}/`;
}
/** What goes wrong with the cache is a notice: it is an aside of the gate. */
async function tryCache(runner, { signal }, done, use) {
    const ended = new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
        return await Promise.race([use(await __webpack_require__.e(/* import() */ 34).then(__webpack_require__.bind(__webpack_require__, 9034))), ended]);
    }
    catch (error) {
        runner.cancelled.throwIfAborted();
        runner.notice(`The baseline could not be ${done}: ${(0,src/* messageOf */.bD)(error)}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/coverage-gate/src/diff.ts
/** The lines that are new or changed. */
function changedLines({ hunks }) {
    return hunks
        .filter(({ now }) => now.count > 0)
        .map(({ now: { start, count } }) => ({ from: start, to: start + count - 1 }));
}
/** Where a line stood before, undefined when it is new or changed. */
function lineBefore({ hunks }, line) {
    let shift = 0;
    for (const { old, now } of hunks) {
        // A hunk without lines stands behind its start, not at it.
        const first = now.count > 0 ? now.start : now.start + 1;
        if (line < first)
            break;
        if (line < first + now.count)
            return undefined;
        shift += old.count - now.count;
    }
    return line + shift;
}
const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** The hunks of a diff without context, as `git diff --unified=0` prints them, file by file. */
function readHunks(diff) {
    const files = [];
    for (const line of diff_linesOf(diff)) {
        // Every line of a file's text begins with +, -, blank or \, so these are git's own.
        if (line.startsWith('diff --git '))
            files.push([]);
        else if (line.startsWith('@@ ')) {
            const hunk = readHunk(line);
            if (hunk)
                files.at(-1)?.push(hunk);
        }
    }
    return files;
}
/** The hunks of a patch with context, as the API gives them: unchanged lines are taken out. */
function readPatch(patch) {
    const hunks = [];
    let old = 0;
    let now = 0;
    let open;
    const close = () => {
        if (open) {
            const { removed, added } = open;
            hunks.push({
                old: { start: removed > 0 ? open.old : open.old - 1, count: removed },
                now: { start: added > 0 ? open.now : open.now - 1, count: added },
            });
        }
        open = undefined;
    };
    for (const line of diff_linesOf(patch)) {
        const head = line.startsWith('@@ ') ? readHunk(line) : undefined;
        if (head) {
            close();
            old = head.old.count > 0 ? head.old.start : head.old.start + 1;
            now = head.now.count > 0 ? head.now.start : head.now.start + 1;
        }
        else if (line.startsWith('+') || line.startsWith('-')) {
            open ??= { old, now, removed: 0, added: 0 };
            if (line.startsWith('+')) {
                open.added++;
                now++;
            }
            else {
                open.removed++;
                old++;
            }
        }
        else if (!line.startsWith('\\')) {
            close();
            old++;
            now++;
        }
    }
    close();
    return hunks;
}
function readHunk(line) {
    const [, oldStart, oldCount = '1', start, count = '1'] = header.exec(line) ?? [];
    if (oldStart === undefined)
        return undefined;
    return {
        old: { start: Number(oldStart), count: Number(oldCount) },
        now: { start: Number(start), count: Number(count) },
    };
}
/** Lines one at a time: a diff may have millions. */
function* diff_linesOf(text) {
    for (let from = 0; from < text.length;) {
        const end = text.indexOf('\n', from);
        const to = end < 0 ? text.length : end;
        yield text.slice(from, to);
        from = to + 1;
    }
}

;// CONCATENATED MODULE: ./actions/coverage-gate/src/changes.ts



/**
 * What the pull request changes against its merge base: as git has it, and where the checkout is too
 * shallow for that, as the API tells it.
 *
 * @throws Failure when neither knows
 */
async function changesOf(pull, sources) {
    try {
        const base = await baseOf(pull, sources.git);
        return { files: await diffBetween(base, sources.git), untold: [], remarks: [] };
    }
    catch (error) {
        if (!(error instanceof src/* Failure */.HR))
            throw error;
        sources.deadline.signal.throwIfAborted();
        const why = `Git cannot tell what the pull request changes: it ${error.message}.`;
        if (!sources.github)
            throw new src/* Failure */.HR(`${why} Give actions/checkout "fetch-depth: 2"`);
        return changesByApi(pull, sources.github, sources, why);
    }
}
/** The commit to compare the checkout with. */
async function baseOf({ base, head }, git) {
    const line = await git.run('rev-list', '--parents', '-n', '1', 'HEAD');
    const [checkedOut, first, second] = line.trim().split(' ');
    // The merge commit that GitHub tests: what it adds to the base branch is the pull request.
    if (first && second === head.sha)
        return first;
    const far = (error) => {
        if (!(error instanceof src/* Failure */.HR))
            throw error;
        throw new src/* Failure */.HR('does not find where the pull request began: the checkout is shallow, or of another commit');
    };
    if (checkedOut !== head.sha) {
        await git.run('merge-base', '--is-ancestor', head.sha, 'HEAD').catch(far);
    }
    const common = await git.run('merge-base', base.sha, 'HEAD').catch(far);
    return common.trim();
}
const comparing = [
    'diff',
    '--find-renames',
    '--diff-filter=AMR',
    '--ignore-submodules=all',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
];
/** The files that were added or changed from a commit to the one checked out, deleted ones left out. */
async function diffBetween(base, git) {
    const range = [base, 'HEAD', '--'];
    const names = readNames(await git.run(...comparing, '--raw', '-z', ...range));
    const hunks = readHunks(await git.run(...comparing, '--patch', '--unified=0', ...range));
    if (names.length !== hunks.length) {
        throw new src/* Failure */.HR(`lists ${names.length} changed files and the changes of ${hunks.length}`);
    }
    return names.map((name, i) => ({ ...name, hunks: hunks[i] ?? [] }));
}
/** `:100644 100644 aaaaaaa bbbbbbb R090 NUL old NUL new NUL`. */
function readNames(raw) {
    const fields = raw.split('\0').values();
    const files = [];
    for (const entry of fields) {
        if (!entry.startsWith(':'))
            continue;
        const [status = ''] = entry.split(' ').slice(4);
        const first = fields.next().value ?? '';
        if (status.startsWith('R'))
            files.push({ path: fields.next().value ?? '', before: first });
        else
            files.push({ path: first, before: status === 'A' ? undefined : first });
    }
    return files;
}
const fileShape = (0,dist/* object */.Ikc)({
    filename: (0,dist/* string */.YjP)(),
    previous_filename: (0,dist/* optional */.lqM)((0,dist/* string */.YjP)()),
    status: (0,dist/* string */.YjP)(),
    additions: (0,dist/* number */.aig)(),
    patch: (0,dist/* optional */.lqM)((0,dist/* string */.YjP)()),
});
/** The API lists no more of them. */
const mostFiles = 3000;
async function changesByApi(pull, github, { repository, deadline }, why) {
    const path = `/repos/${repository}/pulls/${pull.number}/files`;
    const listed = await github
        .list(path, (0,dist/* array */.YOg)(fileShape), deadline, mostFiles)
        .catch((error) => {
        deadline.signal.throwIfAborted();
        throw error instanceof src/* Failure */.HR ? new src/* Failure */.HR(`${why} ${(0,src/* messageOf */.bD)(error)}`) : error;
    });
    const changed = listed.filter(({ additions, status }) => additions > 0 && status !== 'removed');
    const files = changed.map(({ filename, previous_filename, status, patch = '' }) => ({
        path: filename,
        before: status === 'added' ? undefined : (previous_filename ?? filename),
        hunks: readPatch(patch),
    }));
    const added = files.map(({ hunks }) => hunks.reduce((sum, { now }) => sum + now.count, 0));
    const whole = files.filter((_, i) => added[i] === changed[i]?.additions);
    const untold = files.filter((_, i) => added[i] !== changed[i]?.additions);
    const cut = listed.length >= mostFiles
        ? [`The API lists only the first ${mostFiles} changed files; those after them are not seen.`]
        : [];
    return {
        files: whole,
        untold: untold.map((file) => file.path),
        remarks: [
            `${why} The API was asked instead; its lines are those of the branch, which differ from the ` +
                'checkout where the base branch changed the same files. With "fetch-depth: 2" in actions/checkout git can tell.',
            ...cut,
        ],
    };
}

;// CONCATENATED MODULE: ./actions/coverage-gate/src/comment.ts


/** Keeps the one comment of this gate up to date. Where that is not allowed, the summary has it all. */
async function keepComment(name, body, pull, github, runner, deadline) {
    const { repository } = runner.run;
    const sticky = { repository, pullRequest: pull.number, id: `coverage-gate/${name}`, body };
    try {
        const { did, url } = await keepSticky(github, sticky, deadline);
        runner.info(`The comment on the pull request is ${did}: ${url}`);
    }
    catch (error) {
        if (!(error instanceof src/* Failure */.HR))
            throw error;
        runner.cancelled.throwIfAborted();
        runner.notice(`There is no comment on the pull request, only the summary. ${error.message}`);
    }
}

// EXTERNAL MODULE: ./actions/coverage-gate/src/coverage.ts + 7 modules
var coverage = __webpack_require__(8560);
;// CONCATENATED MODULE: ./actions/coverage-gate/src/delta.ts



const nothing = { covered: 0, total: 0 };
/**
 * Compares with the baseline. `changes` are those from its commit to the one checked out; without
 * them lines cannot be told from those of before.
 */
function deltaOf(whole, overall, baseline, changes) {
    const compared = coverage/* metrics */.qd
        .map((metric) => ({ metric, before: baseline.totals[metric] ?? nothing, now: overall[metric] }))
        .filter(({ before, now }) => before.total > 0 && now.total > 0);
    return {
        commit: baseline.commit,
        metrics: compared,
        newlyUncovered: changes && newlyUncovered(whole, baseline, changes),
    };
}
function newlyUncovered(whole, { files }, changes) {
    const before = new Map(files.flatMap(({ path, lines }) => (lines ? [[path, lines]] : [])));
    if (before.size === 0)
        return undefined;
    const changed = new Map(changes.map((file) => [file.path, file]));
    let sum = 0;
    for (const file of whole.files()) {
        const change = changed.get(file.path);
        const uncovered = before.get(change?.before ?? file.path)?.uncovered ?? '';
        sum += newIn(file, linesOf(uncovered), change);
    }
    return sum;
}
function newIn(file, uncovered, change) {
    let sum = 0;
    for (const { from, to } of file.ranges('uncovered')) {
        for (let line = from; line <= to; line++) {
            const then = change ? lineBefore(change, line) : line;
            if (then === undefined || !uncovered.has(then))
                sum++;
        }
    }
    return sum;
}

// EXTERNAL MODULE: ./actions/coverage-gate/src/git.ts
var src_git = __webpack_require__(1146);
// EXTERNAL MODULE: ./actions/coverage-gate/src/judge.ts + 1 modules
var judge = __webpack_require__(8943);
;// CONCATENATED MODULE: ./actions/coverage-gate/src/patch.ts

/** A patch of which nothing is known. */
function missingPatch(reason) {
    return { covered: 0, total: 0, files: [], unknown: [], missing: reason };
}
/** Holds the changed lines against the coverage; the files are named as the checkout has them. */
function patchOf({ files: changed, untold }, whole) {
    const known = Map.groupBy(whole.files(), ({ path }) => path);
    const withLines = new Map([...known].filter(([, files]) => files.some(hasLines)));
    if (withLines.size === 0) {
        return missingPatch('the reports tell no lines, only counts, so nothing is known of the changed lines; Istanbul tells them in coverage-final.json');
    }
    const files = changed
        .map((file) => patchFile(file, withLines.get(file.path) ?? []))
        .filter(({ total }) => total > 0);
    const isSource = sourcesLike(withLines.keys());
    const strangers = changed.filter((file) => {
        return changedLines(file).length > 0 && !isKnown(file.path, known) && isSource(file.path);
    });
    return {
        covered: files.reduce((sum, { covered }) => sum + covered, 0),
        total: files.reduce((sum, { total }) => sum + total, 0),
        files,
        unknown: [...strangers.map(({ path }) => path), ...untold.filter(isSource)].sort(),
        missing: undefined,
    };
}
function hasLines(file) {
    return file.ranges('coverable').length > 0;
}
/** A file without a line to cover is known all the same; one with bare counts of lines is not. */
function isKnown(path, known) {
    const files = known.get(path) ?? [];
    return files.some((file) => hasLines(file) || file.count('lines').total === 0);
}
function patchFile(changed, reports) {
    const stateOf = (line) => {
        const states = reports.map((file) => file.stateOf(line));
        return states.includes(true) ? true : states.find((state) => state !== undefined);
    };
    let covered = 0;
    let total = 0;
    const uncovered = [];
    for (const { from, to } of reports.length > 0 ? changedLines(changed) : []) {
        let open;
        for (let line = from; line <= to; line++) {
            const state = stateOf(line);
            if (state === undefined)
                continue;
            total++;
            if (state) {
                covered++;
                open = undefined;
            }
            else if (open)
                open.to = line;
            else {
                open = { from: line, to: line };
                uncovered.push(open);
            }
        }
    }
    return { path: changed.path, covered, total, uncovered };
}
const tests = /(^|\/)(__tests__|__mocks__|tests?|specs?|e2e|fixtures|testdata)\/|[._-](test|spec|stories)\.\w+$|(^|\/)test_[^/]*$|Tests?\.(java|kt|cs|php)$|(^|\/)conftest\.py$|\.d\.[cm]?ts$|\.config\.\w+$/;
/** Whether a file is one that reports like these would know: of their languages, and no test. */
function sourcesLike(paths) {
    const extensions = new Set(Array.from(paths, extensionOf));
    return (path) => extensions.has(extensionOf(path)) && !tests.test(path);
}
function extensionOf(path) {
    return /\.\w+$/.exec(path)?.[0] ?? '';
}

// EXTERNAL MODULE: ./actions/coverage-gate/src/report-file.ts
var report_file = __webpack_require__(2733);
// EXTERNAL MODULE: ./actions/coverage-gate/src/summary.ts
var summary = __webpack_require__(1362);
;// CONCATENATED MODULE: ./actions/coverage-gate/src/surroundings.ts













/** Git, the API and the cache together have so long; the gate itself does not wait for anything. */
const patience = 180_000;
function surroundingsOf(given, pull, runner) {
    const deadline = new Deadline(patience, runner.cancelled);
    const git = (0,src_git/* gitIn */.u)(runner.workspace, deadline.signal);
    const github = given.githubToken
        ? new Github({ token: given.githubToken, permission: 'pull-requests: write' }, runner)
        : undefined;
    return {
        async patch(whole) {
            if (!pull)
                return undefined;
            const { repository } = runner.run;
            const patch = await surroundings_readPatch(pull, { git, github, repository, deadline }, whole, runner);
            tellUnknown(patch, given, runner);
            return patch;
        },
        async delta(whole) {
            const baseline = await baselineOf(given, pull, runner, deadline);
            return baseline && deltaOf(whole, whole.totals(), baseline, await since(baseline, git));
        },
        async tell(verdict, whole) {
            if (!pull)
                return keepBaseline(keptOf(given, runner.run.branch, runner), runner, deadline);
            if (given.annotations && verdict.patch)
                annotate(verdict.patch, runner);
            if (!given.comment)
                return;
            if (!github) {
                runner.notice('There is no comment on the pull request: "github-token" is empty.');
                return;
            }
            const body = (0,summary/* summaryOf */.Y)(verdict, { ...given, files: whole.files() });
            await keepComment(given.name, body, pull, github, runner, deadline);
        },
    };
}
async function surroundings_readPatch(pull, sources, whole, runner) {
    try {
        const changes = await changesOf(pull, sources);
        for (const remark of changes.remarks)
            runner.notice(remark);
        return patchOf(changes, whole);
    }
    catch (error) {
        if (!(error instanceof src/* Failure */.HR))
            throw error;
        runner.cancelled.throwIfAborted();
        return missingPatch(error.message.replace(/\.$/, ''));
    }
}
function tellUnknown(patch, { ifUnknown, patchThreshold }, runner) {
    if (patch.missing !== undefined && !patchThreshold) {
        runner.notice(`The changed lines are not known: ${patch.missing}.`);
    }
    if (patch.unknown.length > 0 && ifUnknown === 'warn')
        runner.warning(`${(0,judge/* unknownFiles */.YV)(patch)}.`);
}
async function baselineOf(given, pull, runner, deadline) {
    if (given.baseline === 'none')
        return undefined;
    if (given.baseline !== 'cache')
        return readBaseline(given.baseline, runner);
    if (!pull)
        return undefined;
    const kept = keptOf(given, pull.base.ref, runner);
    return restoreBaseline(kept, pull.base.sha, runner, deadline);
}
function keptOf({ name }, branch, runner) {
    return { name, branch, file: (0,report_file/* reportFile */.r)(name, runner) };
}
/** What changed since the commit of the baseline, as far as the checkout reaches back to it. */
async function since({ commit }, git) {
    if (!/^[\da-f]{40}([\da-f]{24})?$/.test(commit))
        return undefined;
    try {
        return await diffBetween(commit, git);
    }
    catch (error) {
        if (error instanceof src/* Failure */.HR)
            return undefined;
        throw error;
    }
}


/***/ })

};
