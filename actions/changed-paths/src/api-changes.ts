import {
  isSubmodulePatch,
  listFiles,
  maxFiles,
  type Octokit,
  ownerAndRepo,
} from '@ci-actions/github'
import { HttpError } from '@ci-actions/http'
import type { Change, Changes } from './changes.ts'
import { type Comparison, describeContained } from './comparison.ts'

/** A file as listed by the API. */
interface Listed {
  readonly path: string
  readonly before?: string | undefined
  readonly status: string
  readonly isSubmodule: boolean
}

/**
 * Lists the changes from the API, which is limited to 3,000 files of a pull request and 300 of other comparisons.
 *
 * @throws like `getOctokit`
 */
export async function changesByApi(
  comparison: Comparison,
  octokit: Octokit,
  repository: string,
): Promise<Changes> {
  const compare = (from: string, to: string) => compareCommits(octokit, repository, from, to)
  switch (comparison.kind) {
    case 'pull': {
      const { pull, count } = comparison
      const parameters = { repository, number: pull.number, ...(count !== undefined && { count }) }
      const { files, truncated } = await listFiles(octokit, parameters)
      const lists = `the API lists ${files.length} of ${count ?? `${maxFiles} or more`}`
      return changesOf(files, truncated ? lists : undefined)
    }
    case 'commits': {
      const compared = await compare(comparison.from, comparison.to).catch(unlessGone)
      if (!compared) return changesOf([], 'the commit to compare with no longer exists')
      const isAhead = compared.status === 'ahead' || compared.status === 'identical'
      const rewritten = 'history was rewritten, which only git can compare'
      return changesOf(compared.files, isAhead ? cutOf(compared.files) : rewritten)
    }
    case 'branch': {
      const { base, to, contained } = comparison
      const { files, status } = await compare(base, to)
      if (status !== 'behind' && status !== 'identical') return changesOf(files, cutOf(files))
      const note = describeContained(comparison)
      if (!contained) return { ...changesOf([], undefined), note }
      return { ...(await changesByApi(contained, octokit, repository)), note }
    }
    case 'tag':
      return changesOf([], 'the previous tag is unknown without a checkout')
    case 'everything':
      return changesOf([], `there is nothing to compare with: ${comparison.why}`)
  }
}

interface Compared {
  readonly status: string
  readonly files: readonly Listed[]
}

async function compareCommits(
  octokit: Octokit,
  repository: string,
  from: string,
  to: string,
): Promise<Compared> {
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...ownerAndRepo(repository),
    basehead: `${from}...${to}`,
    // Commits are paginated and not needed; all files are on the first page.
    per_page: 1,
  })
  const files = (data.files ?? []).map(({ filename, previous_filename, status, patch }) => ({
    path: filename,
    before: previous_filename,
    status,
    isSubmodule: isSubmodulePatch(patch),
  }))
  return { status: data.status, files }
}

/** The API's limit of files in a comparison. */
const maxCompared = 300

function cutOf(files: readonly Listed[]): string | undefined {
  const isCut = files.length >= maxCompared
  return isCut ? `the API lists only the first ${maxCompared} changed files` : undefined
}

/** After a force push, GitHub eventually deletes the previous commits. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof HttpError) || error.status !== 404) throw error
}

function changesOf(files: readonly Listed[], truncated: string | undefined): Changes {
  return { files: files.flatMap(changesIn), truncated }
}

/** A copy leaves its original unchanged. */
function changesIn({ path, before, status, isSubmodule: isFolder }: Listed): Change[] {
  if (status === 'unchanged') return []
  if (status === 'removed') return [{ path, status: 'deleted', isFolder }]
  if (status === 'added' || status === 'copied') return [{ path, status: 'added', isFolder }]
  if (status !== 'renamed' || before === undefined) return [{ path, status: 'modified', isFolder }]
  return [
    { path: before, status: 'deleted', isFolder },
    { path, status: 'added', isFolder },
  ]
}
