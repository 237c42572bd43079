import { type Endpoints, listFiles, type Octokit, ownerAndRepo } from '@ci-actions/github'
import { HttpError } from '@ci-actions/http'
import type { InputValues, Runner } from '@ci-actions/kit'
import { attributesIn } from './attributes.ts'
import type { inputs } from './inputs.ts'
import { type Measure, measureAll, measureEach, type Rules, type Totals } from './measure.ts'

/** A pull request as it is now, whatever the event said of it. */
type Pull = Endpoints['GET /repos/{owner}/{repo}/pulls/{pull_number}']['response']['data']

/** Where a pull request is, and how to get at it. */
export interface Place {
  readonly octokit: Octokit
  /** `owner/name`. */
  readonly repository: string
  readonly number: number
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
 * @throws as `getOctokit` says
 */
export async function measurePullRequest(
  place: Place,
  { count, exclude, excludeGenerated, weights }: InputValues<typeof inputs>,
  runner: Runner,
): Promise<Measured> {
  const { octokit, repository, number } = place
  const asked = octokit.rest.pulls.get({ ...ownerAndRepo(repository), pull_number: number })
  const [{ data: pull }, listed, text] = await Promise.all([
    asked,
    exclude || excludeGenerated || weights ? listFiles(octokit, place) : undefined,
    excludeGenerated ? asked.then(({ data }) => readAttributes(data, place, runner)) : undefined,
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

/** The `.gitattributes` of the base: a pull request cannot call its own files generated. */
async function readAttributes(
  { base }: Pull,
  { octokit, repository }: Place,
  runner: Runner,
): Promise<string> {
  const asked = { ...ownerAndRepo(repository), path: '.gitattributes', ref: base.sha }
  try {
    const { data } = await octokit.rest.repos.getContent(asked)
    if ('content' in data && data.encoding === 'base64') {
      return Buffer.from(data.content, 'base64').toString('utf8')
    }
    runner.notice('The .gitattributes of the base branch is too large: GitHub does not show it.')
    return ''
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.status !== 404) {
      runner.notice(
        'The .gitattributes of the base branch cannot be read, so only lock files are left out as ' +
          `generated: that needs "contents: read" under "permissions". ${error.message}`,
      )
    }
    return ''
  }
}
