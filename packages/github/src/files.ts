import type { Deadline } from '@ci-actions/wait'
import { array, number, object, optional, pipe, string, transform } from 'valibot'
import type { Github } from './client.ts'

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
export const mostFiles = 3000

const fileShape = pipe(
  object({
    filename: string(),
    previous_filename: optional(string()),
    status: string(),
    additions: number(),
    deletions: number(),
    patch: optional(string()),
  }),
  transform(({ filename, previous_filename, status, additions, deletions, patch }) => {
    const isSubmodule = isSubmodulePatch(patch)
    return {
      path: filename,
      before: previous_filename,
      status,
      additions,
      deletions,
      patch,
      isSubmodule,
    }
  }),
)

/** The API lists no modes, but of a submodule the patch is the commit that it is at. */
export function isSubmodulePatch(patch: string | undefined): boolean {
  return /^@@.*@@\n([-+]Subproject commit [\da-f]{40,64}\n?)+$/.test(patch ?? '')
}

/**
 * The files a pull request changes, all pages of them.
 *
 * @param count how many there are, where that is known (`changed_files`)
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests-files
 * @throws as `Github.ask`
 */
export async function filesOf(
  github: Github,
  { repository, number, count }: { repository: string; number: number; count?: number },
  deadline: Deadline,
): Promise<ListedFiles> {
  const path = `/repos/${repository}/pulls/${number}/files`
  const files = await github.list(path, array(fileShape), deadline, mostFiles)
  const truncated = count === undefined ? files.length >= mostFiles : files.length < count
  return { files, truncated }
}
