import {
  isSubmodulePatch,
  listFiles,
  maxFiles,
  type Octokit,
  ownerAndRepo,
} from '@ci-actions/github'
import { HttpError } from '@ci-actions/http'
import type { Change, Changes } from './changes.ts'
import { type Comparison, saidOfContained } from './comparison.ts'

/** A file as the API lists it. */
interface Listed {
  readonly path: string
  readonly before?: string | undefined
  readonly status: string
  readonly isSubmodule: boolean
}

/**
 * What changed, as far as the API lists it: 3,000 files of a pull request, 300 of other comparisons.
 *
 * @throws as `getOctokit` says
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
      const asked = { repository, number: pull.number, ...(count !== undefined && { count }) }
      const { files, truncated } = await listFiles(octokit, asked)
      const lists = `the API lists ${files.length} of ${count ?? `${maxFiles} or more`}`
      return changesOf(files, truncated ? lists : undefined)
    }
    case 'commits': {
      const answer = await compare(comparison.from, comparison.to).catch(unlessGone)
      if (!answer) return changesOf([], 'the commit to compare with is not there any more')
      const isAhead = answer.status === 'ahead' || answer.status === 'identical'
      const rewritten = 'history was rewritten, which only git can compare'
      return changesOf(answer.files, isAhead ? cutOf(answer.files) : rewritten)
    }
    case 'branch': {
      const { base, to, contained } = comparison
      const { files, status } = await compare(base, to)
      if (status !== 'behind' && status !== 'identical') return changesOf(files, cutOf(files))
      const note = saidOfContained(comparison)
      if (!contained) return { ...changesOf([], undefined), note }
      return { ...(await changesByApi(contained, octokit, repository)), note }
    }
    case 'tag':
      return changesOf([], 'without a checkout the tag before is not known')
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
    // The commits come in pages, of which none is needed; the files all come with the first.
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

/** The API compares no more of them. */
const mostCompared = 300

function cutOf(files: readonly Listed[]): string | undefined {
  const isCut = files.length >= mostCompared
  return isCut ? `the API lists only the first ${mostCompared} changed files` : undefined
}

/** After a forced push, what was there before is forgotten some day. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof HttpError) || error.status !== 404) throw error
}

function changesOf(files: readonly Listed[], truncated: string | undefined): Changes {
  return { files: files.flatMap(changesIn), truncated }
}

/** A copy leaves what it was made of as it is. */
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
