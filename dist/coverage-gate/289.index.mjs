export const id = 289;
export const ids = [289];
export const modules = {

/***/ 1289:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inCheckout: () => (/* binding */ inCheckout)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/kit/src/index.ts + 10 modules
var src = __webpack_require__(1924);
// EXTERNAL MODULE: ./actions/coverage-gate/src/coverage.ts + 7 modules
var coverage = __webpack_require__(8560);
// EXTERNAL MODULE: ./actions/coverage-gate/src/git.ts
var git = __webpack_require__(1146);
;// CONCATENATED MODULE: ./actions/coverage-gate/src/paths.ts

/** @throws Failure of `Git.run` */
async function treeOf(git, read) {
    const listed = await git.run('ls-files', '-z', '--full-name', '--cached', '--', ':/');
    const paths = listed.split('\0').filter((path) => path !== '');
    const goModules = paths
        .filter((path) => /(^|\/)go\.mod$/.test(path))
        .flatMap((path) => {
        const [, name] = /^\s*module\s+"?([^\s"]+)/m.exec(read(path)) ?? [];
        return name === undefined ? [] : [[name, path.slice(0, -'go.mod'.length)]];
    });
    if (paths.length === 0)
        throw new src/* Failure */.HR('knows no file here');
    return { paths, goModules: new Map(goModules) };
}
/**
 * Finds each file of the reports in the checkout. Reports name files as their tool saw them: in a
 * container, on Windows, by package or module. The file with the longest common end is meant; where
 * two fit equally well, or only a bare name fits, none is taken.
 */
function placesOf(files, { paths, goModules }) {
    const all = [...files];
    const exact = new Set(paths);
    const ends = sortedByEnd(paths);
    const found = new Map();
    const ambiguous = [];
    const later = [];
    const prefixes = new Set();
    for (const file of all) {
        const path = inGoModule(file.path, goModules);
        if (exact.has(path)) {
            found.set(file, path);
            continue;
        }
        const best = bestEnds(path, file.module, ends);
        const [only] = best.paths;
        if (best.paths.length > 1)
            ambiguous.push(file.path);
        else if (only !== undefined && (best.length > 1 || !path.includes('/'))) {
            found.set(file, only);
            if (path.endsWith(`/${only}`))
                prefixes.add(path.slice(0, -only.length));
        }
        else
            later.push(file);
    }
    // A bare name is no evidence by itself, but it is in a folder that others were found in.
    const unmatched = [];
    for (const file of later) {
        const prefix = prefixes.values().find((one) => file.path.startsWith(one));
        const rest = prefix === undefined ? '' : file.path.slice(prefix.length);
        if (exact.has(rest))
            found.set(file, rest);
        else
            unmatched.push(file.path);
    }
    return { found, unmatched, ambiguous };
}
/** The path in the checkout of what Go calls by its module, else the path as it is. */
function inGoModule(path, modules) {
    let longest;
    for (const name of modules.keys()) {
        if (path.startsWith(`${name}/`) && name.length > (longest?.length ?? 0))
            longest = name;
    }
    if (longest === undefined)
        return path;
    return `${modules.get(longest) ?? ''}${path.slice(longest.length + 1)}`;
}
function sortedByEnd(paths) {
    return paths.map((path) => ({ key: endOf(path), path })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
function endOf(path) {
    return `${path.split('/').reverse().join('/')}/`;
}
/**
 * The files with the longest common end and its length in names; those of the module before others.
 * Without a module two are enough to know that it is not one.
 */
function bestEnds(path, module, ends) {
    const key = endOf(path);
    const at = firstFrom(key, ends);
    const neighbours = [ends[at - 1], ends[at]].map((end) => common(key, end?.key ?? ''));
    const shared = neighbours.reduce((longest, one) => (one.length > longest.length ? one : longest));
    if (shared === '')
        return { length: 0, paths: [] };
    const name = module.split('/').at(-1) ?? '';
    const paths = [];
    for (let i = firstFrom(shared, ends); ends[i]?.key.startsWith(shared); i++) {
        paths.push(ends[i]?.path ?? '');
        if (name === '' && paths.length === 2)
            break;
    }
    const ofModule = paths.filter((one) => name !== '' && one.split('/').includes(name));
    return { length: shared.split('/').length - 1, paths: ofModule.length > 0 ? ofModule : paths };
}
/** The names that both begin with. */
function common(one, other) {
    let length = 0;
    while (length < one.length && one[length] === other[length])
        length++;
    return one.slice(0, one.lastIndexOf('/', length - 1) + 1);
}
/** Where the first key stands that does not come before the given one. */
function firstFrom(key, ends) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle]?.key ?? '') < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/src/checkout.ts






/**
 * The suites with every file named as the checkout has it, so that one file has one name whatever
 * report it is from. What fits no file keeps its name, and that is said.
 */
async function inCheckout(suites, runner) {
    const tree = await readTree((0,git/* gitIn */.u)(runner.workspace, runner.cancelled), runner);
    if (!tree)
        return [...suites];
    const places = placesOf((0,coverage/* merged */.Zu)(suites.map(({ coverage }) => coverage)).files(), tree);
    tell(places.unmatched, 'fit no file of the checkout', runner);
    tell(places.ambiguous, 'fit several files of the checkout equally well', runner);
    const byKey = new Map(Array.from(places.found, ([file, path]) => [keyOf(file), path]));
    const moved = Array.from(byKey).some(([key, path]) => key !== `\0${path}`);
    if (!moved)
        return [...suites];
    return suites.map((suite) => ({
        ...suite,
        coverage: suite.coverage.renamed((file) => byKey.get(keyOf(file))),
    }));
}
async function readTree(git, runner) {
    try {
        return await treeOf(git, (path) => textOf((0,external_node_path_.join)(runner.workspace, path)));
    }
    catch (error) {
        if (!(error instanceof src/* Failure */.HR))
            throw error;
        runner.cancelled.throwIfAborted();
        runner.notice(`Git cannot list the files of the checkout: it ${error.message}. ` +
            'The paths in the reports are taken as they are; does actions/checkout come before this step?');
        return undefined;
    }
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        // Git knows it, but it was deleted since, or is a link that leads nowhere: it names no module.
        return '';
    }
}
function keyOf({ module, path }) {
    return `${module}\0${path}`;
}
function tell(paths, what, runner) {
    if (paths.length === 0)
        return;
    const named = paths.slice(0, 3).map((path) => (0,src/* quote */.hD)(path));
    const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
    const subject = paths.length === 1 ? '1 path of the reports' : `${paths.length} paths of the reports`;
    runner.notice(`${subject} ${what}, so their changed lines are not known: ${named.join(', ')}${more}.`);
}


/***/ }),

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


/***/ })

};
