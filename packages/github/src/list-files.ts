import type { Endpoints } from '@octokit/types'
import { type Octokit, ownerAndRepo } from './octokit.ts'

/** A file changed by a pull request, as listed by the API. */
export interface ListedFile {
  readonly path: string
  /** The former path of a renamed or copied file. */
  readonly before: string | undefined
  /** `added`, `removed`, `modified`, `renamed`, `copied`, `changed` or `unchanged`. */
  readonly status: string
  /** Number of lines. */
  readonly additions: number
  readonly deletions: number
  /** The changed lines with context; undefined for large changes and binary files. */
  readonly patch: string | undefined
  readonly isSubmodule: boolean
}

/** The files changed by a pull request, as far as the API lists them. */
export interface ListedFiles {
  readonly files: readonly ListedFile[]
  /** Whether the list is, or may be, incomplete. */
  readonly truncated: boolean
}

/** The API's limit of listed files. */
export const maxFiles = 3000

/**
 * Whether a patch is that of a submodule. The API lists no file modes, but the patch of a submodule consists of its
 * commits.
 */
export function isSubmodulePatch(patch: string | undefined): boolean {
  return /^@@.*@@\n([-+]Subproject commit [\da-f]{40,64}\n?)+$/.test(patch ?? '')
}

/**
 * Lists all files that a pull request changes.
 *
 * @param count the number of changed files, if known (`changed_files`)
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests-files
 * @throws like `getOctokit`
 */
export async function listFiles(
  octokit: Octokit,
  { repository, number, count }: { repository: string; number: number; count?: number },
): Promise<ListedFiles> {
  const parameters = { ...ownerAndRepo(repository), pull_number: number, per_page: 100 }
  let listed = 0
  const rows = await octokit.paginate(
    octokit.rest.pulls.listFiles,
    parameters,
    ({ data }, done) => {
      listed += data.length
      if (listed >= maxFiles) done()
      return data
    },
  )
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
