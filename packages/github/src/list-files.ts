import type { Endpoints } from '@octokit/types'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** A file that a pull request changes, as the API lists it. */
export interface ListedFile {
  readonly path: string
  /** Its name before, where it was renamed or copied. */
  readonly before: string | undefined
  /** `added`, `removed`, `modified`, `renamed`, `copied`, `changed` or `unchanged`. */
  readonly status: string
  /** Lines. */
  readonly additions: number
  readonly deletions: number
  /** The changed lines with context; left out where they are many, or binary. */
  readonly patch: string | undefined
  readonly isSubmodule: boolean
}

/** The files that a pull request changes, as far as the API lists them. */
export interface ListedFiles {
  readonly files: readonly ListedFile[]
  /** Whether there are, or may be, more than the API lists. */
  readonly truncated: boolean
}

/** The API lists no more of them. */
export const maxFiles = 3000

/** The API lists no modes, but of a submodule the patch is the commit that it is at. */
export function isSubmodulePatch(patch: string | undefined): boolean {
  return /^@@.*@@\n([-+]Subproject commit [\da-f]{40,64}\n?)+$/.test(patch ?? '')
}

/**
 * The files a pull request changes, all pages of them.
 *
 * @param count how many there are, where that is known (`changed_files`)
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests-files
 * @throws as `getOctokit` says
 */
export async function listFiles(
  octokit: Octokit,
  { repository, number, count }: { repository: string; number: number; count?: number },
): Promise<ListedFiles> {
  const asked = { ...ownerAndRepo(repository), pull_number: number, per_page: 100 }
  let listed = 0
  const rows = await octokit.paginate(octokit.rest.pulls.listFiles, asked, ({ data }, done) => {
    listed += data.length
    if (listed >= maxFiles) done()
    return data
  })
  const files = rows.slice(0, maxFiles).map(toListedFile)
  const truncated = count === undefined ? files.length >= maxFiles : files.length < count
  return { files, truncated }
}

type Row =
  Endpoints['GET /repos/{owner}/{repo}/pulls/{pull_number}/files']['response']['data'][number]

function toListedFile({ filename, previous_filename, status, additions, deletions, patch }: Row) {
  return {
    path: filename,
    before: previous_filename,
    status,
    additions,
    deletions,
    patch,
    isSubmodule: isSubmodulePatch(patch),
  }
}
