import { filesOf, type Github } from '@ci-actions/github'
import { Refused } from '@ci-actions/http'
import type { Given, Runner } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { array, type InferOutput, nullish, number, object, string } from 'valibot'
import { attributesIn } from './attributes.ts'
import type { inputs } from './inputs.ts'
import { type Measure, measureAll, measureEach, type Rules, type Totals } from './measure.ts'

/** A pull request as it is now, whatever the event said of it. */
const pullShape = object({
  additions: number(),
  deletions: number(),
  changed_files: number(),
  labels: array(object({ name: string() })),
  base: object({ sha: string() }),
  /** The repository is null once a fork is deleted. */
  head: object({ repo: nullish(object({ full_name: string() })) }),
})

type Pull = InferOutput<typeof pullShape>

/** Where a pull request is, and how to get at it. */
export interface Place {
  readonly github: Github
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
  readonly deadline: Deadline
}

/** How much of a pull request counts, and the names of its labels. */
export interface Measured {
  readonly measure: Measure
  readonly labels: readonly string[]
  /** Whether it comes from another repository, for which no token may write. */
  readonly isFork: boolean
}

/**
 * Reads and measures the pull request. Its files are listed only where one is told from another.
 *
 * @throws as `Github.ask`
 */
export async function measurePullRequest(
  place: Place,
  { count, exclude, excludeGenerated, weights }: Given<typeof inputs>,
  runner: Runner,
): Promise<Measured> {
  const { github, repository, number, deadline } = place
  const path = `/repos/${repository}/pulls/${number}`
  const asked = github.ask({ method: 'GET', path }, pullShape, deadline)
  const [pull, listed, text] = await Promise.all([
    asked,
    exclude || excludeGenerated || weights ? filesOf(github, place, deadline) : undefined,
    excludeGenerated ? asked.then(({ base }) => readAttributes(base, place, runner)) : undefined,
  ])
  const generated = text === undefined ? undefined : attributesIn(text)
  const rules: Rules = { count, exclude, generated, weights }
  return {
    measure: listed
      ? measureEach(totalsOf(pull), listed, rules)
      : measureAll(totalsOf(pull), rules),
    labels: pull.labels.map(({ name }) => name),
    isFork: isFork(pull, repository),
  }
}

function isFork({ head: { repo } }: Pull, repository: string): boolean {
  // Where nothing is said of it, a label that cannot be set is to be a warning.
  return repo !== undefined && repo?.full_name !== repository
}

function totalsOf({ additions, deletions, changed_files: files }: Pull): Totals {
  return { additions, deletions, files }
}

const contentShape = object({ content: string(), encoding: string() })

/** The `.gitattributes` of the base: a pull request cannot call its own files generated. */
async function readAttributes(
  base: Pull['base'],
  { github, repository, deadline }: Place,
  runner: Runner,
): Promise<string> {
  const path = `/repos/${repository}/contents/.gitattributes`
  const question = { method: 'GET', path, query: { ref: base.sha } } as const
  try {
    const { content, encoding } = await github.ask(question, contentShape, deadline)
    if (encoding === 'base64') return Buffer.from(content, encoding).toString('utf8')
    runner.notice('The .gitattributes of the base branch is too large: GitHub does not show it.')
    return ''
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.status !== 404) {
      runner.notice(
        'The .gitattributes of the base branch cannot be read, so only lock files are left out as ' +
          `generated: that needs "contents: read" under "permissions". ${error.message}`,
      )
    }
    return ''
  }
}
