import { type Endpoints, listFiles, type Octokit, ownerAndRepo } from '@ci-actions/github'
import { HttpError } from '@ci-actions/http'
import type { InputValues, Runner } from '@ci-actions/kit'
import { attributesIn } from './attributes.ts'
import type { inputs } from './inputs.ts'
import { type Measure, measureAll, measureEach, type Rules, type Totals } from './measure.ts'

/** The current state of a pull request, whatever the event contains. */
type PullRequest = Endpoints['GET /repos/{owner}/{repo}/pulls/{pull_number}']['response']['data']

/** A pull request and the means to access it. */
export interface CheckoutContext {
  readonly octokit: Octokit
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
}

/** The measured size of a pull request, and its label names. */
export interface Measured {
  readonly measure: Measure
  readonly labels: readonly string[]
  /** Whether it comes from a fork, in whose runs no token can write. */
  readonly isFork: boolean
}

/**
 * Reads and measures the pull request. Lists its files only if a rule depends on them.
 *
 * @throws like `getOctokit`
 */
export async function measurePullRequest(
  place: CheckoutContext,
  { count, exclude, excludeGenerated, weights }: InputValues<typeof inputs>,
  runner: Runner,
): Promise<Measured> {
  const { octokit, repository, number } = place
  const request = octokit.rest.pulls.get({ ...ownerAndRepo(repository), pull_number: number })
  const [{ data: pull }, listed, text] = await Promise.all([
    request,
    exclude || excludeGenerated || weights ? listFiles(octokit, place) : undefined,
    excludeGenerated ? request.then(({ data }) => readAttributes(data, place, runner)) : undefined,
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

function isFork({ head: { repo } }: PullRequest, repository: string): boolean {
  // If the repository is unknown, a label that cannot be set should be a warning.
  return repo !== undefined && repo?.full_name !== repository
}

function totalsOf({ additions, deletions, changed_files: files }: PullRequest): Totals {
  return { additions, deletions, files }
}

/** Reads the `.gitattributes` of the base, so that a pull request cannot declare its own files generated. */
async function readAttributes(
  { base }: PullRequest,
  { octokit, repository }: CheckoutContext,
  runner: Runner,
): Promise<string> {
  const parameters = { ...ownerAndRepo(repository), path: '.gitattributes', ref: base.sha }
  try {
    const { data } = await octokit.rest.repos.getContent(parameters)
    if ('content' in data && data.encoding === 'base64') {
      return Buffer.from(data.content, 'base64').toString('utf8')
    }
    runner.notice(
      'The .gitattributes of the base branch is too large for the GitHub API, so it is ignored.',
    )
    return ''
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.status !== 404) {
      runner.notice(
        'The .gitattributes of the base branch cannot be read, so only lock files are excluded as ' +
          `generated. Reading it needs "contents: read" under "permissions". ${error.message}`,
      )
    }
    return ''
  }
}
