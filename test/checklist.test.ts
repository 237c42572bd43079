import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseAllDocuments, parse as parseYaml, visit } from 'yaml'
import { actionNames, root } from '../scripts/actions.ts'
import { librariesOf } from '../scripts/hashes.ts'
import { documents, read, type Snippet, snippetsOf, workflows } from './support/documents.ts'
import { findTest } from './support/find-test.ts'

/*
 * What makes a set of actions safe to use, row by row: a check of what is here, and the tests that prove it. A
 * check yields what is not as it should be.
 */

interface Row {
  readonly row: number
  readonly says: string
  readonly check?: () => readonly string[]
  /** A test that proves it: its file, and words of it. */
  readonly proofs?: readonly (readonly [file: string, words: string])[]
}

const rows: readonly Row[] = [
  {
    row: 1,
    says: 'The actions of others are named by commit, with their version beside it, wherever they can be copied from',
    check: () =>
      everyLine(
        /\buses: (?!\.\/|\$\/|org\/ci-actions[/@])/,
        / [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/,
      ),
  },
  {
    row: 2,
    says: 'A workflow grants nothing, or reading, or leaves it to its jobs, each of which says what it needs',
    check: () => [
      ...wholeWorkflows()
        .filter(({ yaml }) => {
          const { permissions } = parseYaml(yaml)
          return permissions === undefined ? !eachJobSays(yaml) : !grantsLittle(permissions)
        })
        .map(({ place }) => place),
      ...ownWorkflows()
        .filter(({ yaml }) => !eachJobSays(yaml))
        .map(({ place }) => place),
    ],
  },
  {
    row: 3,
    says: 'No expression stands where a shell or a script would run it',
    check: () =>
      stepsEverywhere()
        .filter(({ step }) => `${step.run ?? ''}${step.with?.script ?? ''}`.includes('${{'))
        .map(({ place }) => place),
    proofs: [['docs', 'puts no expression where a shell would run it']],
  },
  {
    row: 4,
    says: 'A checkout keeps no credentials, but in a job that pushes',
    check: () =>
      stepsEverywhere()
        .filter(({ step }) => String(step.uses).startsWith('actions/checkout@'))
        .filter(({ step, job }) => step.with?.['persist-credentials'] !== pushes(job))
        .map(({ place }) => place),
  },
  {
    row: 5,
    says: 'Nothing is checked out where secrets meet what a stranger wrote; who uses such an event says why',
    check: () => [
      ...everywhere()
        .filter(({ yaml }) => /^ *(pull_request_target|workflow_run):/m.test(yaml))
        .filter(({ yaml }) => yaml.includes('actions/checkout@'))
        .map(({ place }) => place),
      ...everyLine(
        /^ *(pull_request_target|workflow_run):/,
        / # zizmor: ignore\[dangerous-triggers\] \w+/,
      ),
    ],
  },
  {
    row: 6,
    says: 'dist/ is what the sources make',
    proofs: [
      ['build', 'A build in another folder is the same, byte for byte'],
      ['dist', 'dist/ is built from the sources as they are'],
      ['dist', 'needs nothing of this machine, and nothing that is missing'],
    ],
  },
  {
    row: 7,
    says: 'A bundle downloads and evaluates nothing, starts only programs it is known for, and names only hosts it is known for',
    check: () =>
      bundles().flatMap(({ action, name, text }) => [
        ...(text.includes('child_process') && !(action in startsPrograms)
          ? [`${name} may start programs`]
          : []),
        ...hostsIn(text)
          .filter((host) => !isKnown(host))
          .map((host) => `${name} names ${host}`),
      ]),
    proofs: [
      ['dist', 'evaluates no text as code'],
      ['every-action', 'connects to nothing but the services that it is given'],
      ['every-action', 'starts no program but those that it is known for'],
    ],
  },
  {
    row: 8,
    says: 'What is installed is locked, runs no script, and is a week old',
    check: () => [
      ...(/^ignore-scripts=true$/m.test(read('.npmrc')) ? [] : ['.npmrc lets scripts run']),
      ...unlocked(),
      ...updates()
        .filter((it) => (it.cooldown?.['default-days'] ?? 0) < 7)
        .map((it) => `${it['package-ecosystem']} is updated at once`),
      ...['npm', 'github-actions']
        .filter((kind) => !updates().some((it) => it['package-ecosystem'] === kind))
        .map((kind) => `${kind} is never updated`),
    ],
  },
  {
    row: 9,
    says: 'The licences of what is bundled are shipped with it',
    proofs: [
      ['dist', 'lists everything that is bundled, and dist/lib/licenses.txt has its licence'],
    ],
  },
  {
    row: 10,
    says: 'action.yml holds what the runner and the Marketplace read, and nothing else',
    // readContract refuses other keys, types, and runtimes; what it leaves open is this.
    check: () =>
      actionNames().filter((name) => {
        const { runs } = parseYaml(read(`actions/${name}/action.yml`))
        return Object.keys(runs).sort().join() !== 'main,using'
      }),
    proofs: [
      ['contract', 'has an icon and a colour that the Marketplace knows'],
      ['contract', 'holds no expression but in a default: the runner refuses it anywhere else'],
      ['workflows', 'actionlint finds nothing wrong'],
    ],
  },
  {
    row: 11,
    says: 'Inputs and outputs are the same in code and contract',
    proofs: [
      ['contract', 'has the inputs that the code reads, and no others'],
      ['contract', 'has the outputs that the code sets, and no others'],
    ],
  },
  {
    row: 12,
    says: 'The tables of a README are those of action.yml',
    proofs: [
      ['contract', 'is what the tables of its README say'],
      ['docs', 'The table of actions in $file is up to date'],
    ],
  },
  {
    row: 13,
    says: 'No secret leaves a step, in no form, whatever fails',
    proofs: [
      ['every-action-faults', 'ends as it must, in time, and tells no secret'],
      ['every-action-faults', 'A redirect to another host takes no credentials there'],
      ['kit/runner', 'holds no secret, from input or found out later'],
    ],
  },
  {
    row: 14,
    says: 'An action does its job with the permissions its README shows, or names the one that is missing',
    proofs: [
      ['every-action', '%s does all of its job'],
      ['every-action', 'or names the permission'],
    ],
  },
  {
    row: 15,
    says: 'No request goes on for ever',
    proofs: [
      ['every-action-faults', 'ends as it must, in time, and tells no secret'],
      ['network-faults', 'one byte a second'],
      ['network-faults', 'no answer, ever'],
    ],
  },
  {
    row: 16,
    says: 'A hole can be told in private, and which versions are looked after is said',
    check: () => missing('SECURITY.md', [/Report a vulnerability/, /Supported is the newest/]),
  },
  {
    row: 17,
    says: 'What is released is what was proved: packed, attested, approved, and a draft until all is attached',
    check: () => {
      const release = parseYaml(read('.github/workflows/release.yml'))
      const { publish, ...others } = release.jobs
      const writers = Object.entries<Job>(others)
        .filter(([, job]) => pushes(job))
        .map(([name]) => `${name} may write`)
      const checksOut = stepsEverywhere().filter(
        ({ place, step }) => /release\.yml$/.test(place) && step.with?.ref !== undefined,
      )
      return [
        ...writers,
        ...(publish.environment ? [] : ['nobody approves']),
        ...(leadsTo(release.jobs, 'publish').includes('prove')
          ? []
          : ['it does not wait for the proof']),
        ...checksOut.map(() => 'another commit than the one that was proved is checked out'),
        ...missing('.github/workflows/release.yml', [
          /--asset .*ci-actions\.tar\.gz/,
          /--asset .*sbom/,
          /--asset .*\.intoto\.jsonl/,
        ]),
      ]
    },
    proofs: [
      ['release', 'is a draft until everything is attached, for then it is locked'],
      ['release', 'the commit is not on main'],
    ],
  },
  {
    row: 18,
    says: 'v1.2.3 has a release page, the moving v1 has none',
    proofs: [['release', 'The second one goes on from the first, and moves v1']],
  },
  {
    row: 19,
    says: 'A maintainer looks at what is shipped, what ships it, and each contract',
    check: () =>
      missing('.github/CODEOWNERS', [
        /^\/dist\/ +@\S/m,
        /^\/\.github\/ +@\S/m,
        /^action\.yml +@\S/m,
      ]),
  },
  {
    row: 20,
    says: 'A release is made without what earlier runs left in a cache',
    check: () =>
      stepsEverywhere()
        .filter(({ place }) => /release\.yml$/.test(place))
        .filter(({ step }) => /\/cache(\/restore)?@/.test(String(step.uses)) || keepsCache(step))
        .map(({ place, step }) => `${place}: ${step.uses}`),
  },
  {
    row: 21,
    says: 'Each workflow says what may run at once, each job how long it may take',
    check: () => [
      ...workflowFiles()
        .filter(({ yaml }) => !parseYaml(yaml).concurrency)
        .map(({ place }) => `${place} runs with itself`),
      ...workflowFiles().flatMap(({ place, yaml }) =>
        jobsIn(yaml)
          .filter(([, job]) => !job['timeout-minutes'])
          .map(([name]) => `${place}: ${name} has no end`),
      ),
    ],
  },
  {
    row: 22,
    says: 'It is written who controls each input, and what shows that an attempt comes to nothing',
    proofs: [
      ['threat-model', 'The threat model says of every input who controls it, once'],
      ['threat-model', 'What it says is shown is shown:'],
      ['every-action-hostility', 'takes hostile text in %s, or says in a line that it is wrong'],
    ],
  },
]

describe.each(rows)('$row. $says', ({ check, proofs = [] }) => {
  if (check) test('is so', () => expect(check()).toEqual([]))
  if (proofs.length === 0) return
  test.each(proofs)('is proved by %s: %s', (file, words) => {
    expect(findTest(file).includes(words)).toBe(true)
  })
})

test('There is a row for each', () => {
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
})

/** Who holds the means to start a program, and what for. */
const startsPrograms: Readonly<Record<string, string>> = {
  'changed-paths': 'git',
  'coverage-gate': 'git, and tar in @actions/cache',
  deliver: 'credential_process of an AWS profile',
  'ecs-deploy': 'credential_process of an AWS profile',
  'lambda-deploy': 'credential_process of an AWS profile',
  rollback: 'credential_process of an AWS profile',
}

/** The hosts that a bundle names, and what for; a name that ends with a dot goes on with a region. */
const knownHosts: Readonly<Record<string, RegExp>> = {
  'what is asked':
    /^(api\.github\.com|api\.render\.com|(sts|sts-fips|signin|signin-fips|oidc|oidc-fips|portal\.sso|portal\.sso-fips)\.(.*amazonaws.*)?)$/,
  'this machine, and where AWS hands out credentials':
    /^(localhost|127\.0\.0\.1|169\.254\.(170\.2|169\.254))$/,
  'what an address is compared with': /^(hooks\.slack\.com|discord\.com|github\.com)$/,
  'what a message or a comment points to':
    /^(github\.com|api\.slack\.com|docs\.github\.com|docs\.aws\.amazon\.com|learn\.microsoft\.com|react-native\.canny\.io|a\.co)$/,
  'scopes of a token in @azure/core, for the cache': /^(storage|disk|disk\.compute)\.azure\.com$/,
  'where Octokit would upload files of a release, which no action does': /^uploads\.github\.com$/,
  'an example': /^(host|user)$/,
}

function isKnown(host: string): boolean {
  return Object.values(knownHosts).some((known) => known.test(host))
}

function hostsIn(text: string): string[] {
  return [
    ...new Set(
      Array.from(text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g), ([, host = '']) => host),
    ),
  ]
}

function bundles(): { action: string; name: string; text: string }[] {
  return actionNames().flatMap((action) => {
    const own = globSync(`dist/${action}/*js`, { cwd: root })
    return [...own, ...librariesOf(action)].map((file) => ({
      action,
      name: file,
      text: readFileSync(join(root, file), 'utf8'),
    }))
  })
}

interface Step {
  readonly uses?: unknown
  readonly run?: unknown
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly needs?: string | readonly string[]
  readonly steps?: readonly Step[]
  readonly 'timeout-minutes'?: number
}

function eachJobSays(yaml: string): boolean {
  return jobsIn(yaml).every(([, job]) => job.permissions !== undefined)
}

function workflowFiles(): Snippet[] {
  return workflows.map((file) => ({ place: file, yaml: read(file) }))
}

function ownWorkflows(): Snippet[] {
  return workflowFiles().filter(({ place }) => place.startsWith('.github/'))
}

/** All YAML that is run or may be copied. */
function everywhere(): Snippet[] {
  return [...workflowFiles(), ...documents.flatMap(snippetsOf)]
}

/** What has triggers and jobs. */
function wholeWorkflows(): Snippet[] {
  return everywhere().filter(({ yaml }) => /^on:/m.test(yaml) && /^jobs:/m.test(yaml))
}

function jobsIn(yaml: string): [string, Job][] {
  return Object.entries<Job>(parseYaml(yaml).jobs)
}

/** Every step of all YAML, with its job where that is there too. */
function stepsEverywhere(): { place: string; step: Step; job: Job | undefined }[] {
  return everywhere().flatMap(({ place, yaml }) => {
    const found: { place: string; step: Step; job: Job | undefined }[] = []
    for (const document of parseAllDocuments(yaml)) {
      visit(document, {
        Map(_, map, path) {
          if (!map.has('uses') && !map.has('run')) return
          const around = path.findLast((node) => isMap(node) && node.has('steps'))
          const job = isMap(around) ? around.toJSON() : undefined
          found.push({ place, step: map.toJSON(), job })
        },
      })
    }
    return found
  })
}

function pushes(job: Job | undefined): boolean {
  return job?.permissions?.contents === 'write'
}

function grantsLittle(permissions: unknown): boolean {
  if (typeof permissions !== 'object' || permissions === null) return false
  return Object.values(permissions).every((level) => level === 'read' || level === 'none')
}

/** The lines of all YAML that are such and do not end so. */
function everyLine(such: RegExp, so: RegExp): string[] {
  return everywhere().flatMap(({ place, yaml }) =>
    yaml
      .split('\n')
      .filter((line) => such.test(line) && !so.test(line))
      .map((line) => `${place}: ${line.trim()}`),
  )
}

/** What a file should say and does not. */
function missing(file: string, said: readonly RegExp[]): string[] {
  if (!existsSync(join(root, file))) return [`There is no ${file}`]
  return said
    .filter((words) => !words.test(read(file)))
    .map((words) => `${file} does not say ${words}`)
}

interface Update {
  readonly 'package-ecosystem': string
  readonly cooldown?: { readonly 'default-days'?: number }
}

function updates(): Update[] {
  return parseYaml(read('.github/dependabot.yml')).updates
}

interface Locked {
  readonly version?: string
  readonly link?: boolean
  readonly integrity?: string
}

/**
 * What the lock file names without the hash of its contents. npm leaves it out for packages of other platforms
 * when it makes the lock beside an installed node_modules (npm/cli#4828); the registry knows it.
 */
function unlocked(): string[] {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
  return Object.entries(packages)
    .filter(([path, it]) => path.includes('node_modules/') && !it.link && !it.integrity)
    .map(([path, { version }]) => {
      const name = `${path.split('node_modules/').at(-1)}@${version}`
      return `${name} has no integrity: put in what "npm view ${name} dist.integrity" prints`
    })
}

/** The jobs that a job waits for, and those that these wait for. */
function leadsTo(jobs: Readonly<Record<string, Job>>, name: string): string[] {
  const needs = [jobs[name]?.needs ?? []].flat()
  return [...needs, ...needs.flatMap((need) => leadsTo(jobs, need))]
}

/** setup-… actions keep a cache unless they are told not to. */
function keepsCache({ uses, with: given = {} }: Step): boolean {
  if (!/^actions\/setup-/.test(String(uses))) return false
  return given.cache !== false && given['package-manager-cache'] !== false
}
