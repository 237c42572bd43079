import { rowOf } from './github-description.ts'
import type {
  ChangedFileGiven,
  Comment,
  CommitGiven,
  End,
  Label,
  Pull,
  Repository,
} from './github-repository.ts'
import { labelCalled } from './github-repository.ts'

/*
 * What there is, as GitHub tells it.
 */

const api = 'https://api.github.com/repos/org/app'
const site = 'https://github.com/org/app'

export function commentRow({ id, login, body, minimized }: Comment, { number }: Pull) {
  return rowOf('issue-comment', {
    id,
    node_id: `IC_${id}`,
    url: `${api}/issues/comments/${id}`,
    html_url: `${site}/pull/${number}#issuecomment-${id}`,
    issue_url: `${api}/issues/${number}`,
    user: userRow(login),
    body,
    minimized: minimized ? { reason: 'outdated' } : null,
  })
}

export function labelRow({ name, color, description }: Label) {
  const url = `${api}/labels/${encodeURIComponent(name)}`
  return rowOf('label', { name, color, description, url, default: false })
}

/** As a list tells a pull request. */
export function pullRow(pull: Pull, repository: Repository) {
  return rowOf('pull-request-simple', told(pull, repository))
}

/** As it is told when it is asked for itself, with what it changes in numbers. */
export function wholePullRow(pull: Pull, repository: Repository) {
  const { files, commits, comments } = pull
  return rowOf('pull-request', {
    ...told(pull, repository),
    changed_files: files.length,
    additions: sum(files.map(({ additions }) => additions)),
    deletions: sum(files.map(({ deletions = 0 }) => deletions)),
    commits: commits.length,
    comments: comments.length,
  })
}

/** Made once for each file: a list of thousands is told page by page. */
const fileRows = new WeakMap<ChangedFileGiven, object>()

export function fileRow(file: ChangedFileGiven): object {
  const row = fileRows.get(file) ?? newFileRow(file)
  fileRows.set(file, row)
  return row
}

function newFileRow(file: ChangedFileGiven): object {
  const { filename, status = 'modified', additions, deletions = 0 } = file
  const name = filename.split('/').map(encodeURIComponent).join('/')
  return rowOf('diff-entry', {
    sha: 'bbcd538c8e72b8c175046e27cc8f907076331401',
    blob_url: `${site}/blob/x/${name}`,
    raw_url: `${site}/raw/x/${name}`,
    contents_url: `${api}/contents/${name}?ref=x`,
    changes: additions + deletions,
    ...file,
    deletions,
    status,
  })
}

export function commitRow({ sha = 'c'.repeat(40), message, login = 'someone' }: CommitGiven) {
  const { commit } = rowOf('commit', {})
  const author = { name: login, email: `${login}@example.com`, date: '2026-11-21T12:00:00Z' }
  return rowOf('commit', {
    sha,
    author: userRow(login),
    committer: userRow(login),
    commit: { ...commit, message, author, committer: author },
  })
}

export function comparisonRow(basehead: string, files: readonly ChangedFileGiven[]) {
  const [from = '', to = ''] = basehead.split('...')
  return rowOf('commit-comparison', {
    base_commit: commitRow({ sha: from, message: 'base' }),
    merge_base_commit: commitRow({ sha: from, message: 'base' }),
    status: 'ahead',
    ahead_by: 1,
    behind_by: 0,
    total_commits: 1,
    commits: [commitRow({ sha: to, message: 'head' })],
    files: files.map(fileRow),
  })
}

export function contentRow(path: string, text: string) {
  const bytes = Buffer.from(text)
  return rowOf('content-file', {
    type: 'file',
    encoding: 'base64',
    size: bytes.length,
    name: path.split('/').at(-1),
    path,
    // In lines of 60 characters, as GitHub breaks it.
    content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
    sha: 'bbcd538c8e72b8c175046e27cc8f907076331401',
  })
}

function told(pull: Pull, repository: Repository) {
  const { number, title, body, login, state, draft, labels, mergeCommit, home } = pull
  return {
    number,
    title,
    body,
    state,
    draft,
    user: userRow(login),
    html_url: `${site}/pull/${number}`,
    labels: labels.map((name) => {
      const label = labelCalled(name, repository)
      return labelRow({ ...label, description: label.description ?? '' })
    }),
    merge_commit_sha: mergeCommit,
    merged_at: mergeCommit ? '2026-11-21T12:00:00Z' : null,
    base: endRow(pull.base, 'org/app'),
    head: endRow(pull.head, home),
  }
}

function endRow({ ref, sha }: End, home: string) {
  const [owner = ''] = home.split('/')
  const repo = rowOf('repository', { full_name: home, owner: userRow(owner) })
  return { label: `${owner}:${ref}`, ref, sha, user: userRow(owner), repo }
}

function userRow(login: string) {
  const type = login.endsWith('[bot]') ? 'Bot' : 'User'
  return rowOf('simple-user', { login, id: 1, type })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
