import type { Asked } from './github-description.ts'
import {
  type Comment,
  isSameLabel,
  type Label,
  type Level,
  labelCalled,
  type Pull,
  type Repository,
  type Token,
} from './github-repository.ts'
import {
  commentRow,
  commitRow,
  comparisonRow,
  contentRow,
  fileRow,
  labelRow,
  pullRow,
  wholePullRow,
} from './github-rows.ts'
import { bodyOf, Refusal } from './record-request.ts'
import type { Received } from './server.ts'

/** Who asks what, and of which repository. */
export interface Question extends Asked {
  readonly received: Received
  readonly token: Token
  readonly repository: Repository
}

/** The status and the JSON of an answer; undefined is an empty one. A list is paged by the server. */
export type Told = readonly [status: number, value?: unknown]

interface Operation {
  /** One of these permissions is enough. */
  readonly needs: readonly (keyof Permissions)[]
  readonly level: Level
  run(question: Question): Told
}

type Permissions = Pick<Token, 'pullRequests' | 'issues' | 'contents'>

/** What a comment may hold. */
const longestBody = 65_536

/** No more files are listed. */
const mostFiles = { pull: 3000, comparison: 300 }

/** No issue has more. */
const mostLabels = 100

const repo = '/repos/{owner}/{repo}'
const pull = `${repo}/pulls/{pull_number}`
const issue = `${repo}/issues/{issue_number}`
const comment = `${repo}/issues/comments/{comment_id}`
const talk = ['pullRequests', 'issues'] as const

/** Permissions as GitHub documents them for each operation. */
const operations: Readonly<Record<string, Operation>> = {
  [`GET ${repo}/pulls`]: reads(['pullRequests'], (question) => [200, listPulls(question)]),
  [`GET ${pull}`]: reads(['pullRequests'], (question) => [
    200,
    wholePullRow(pullIn(question), question.repository),
  ]),
  [`GET ${pull}/files`]: reads(['pullRequests'], (question) => [
    200,
    pullIn(question).files.slice(0, mostFiles.pull).map(fileRow),
  ]),
  [`GET ${pull}/commits`]: reads(['pullRequests'], (question) => [
    200,
    pullIn(question).commits.slice(0, 250).map(commitRow),
  ]),
  [`GET ${repo}/commits/{commit_sha}/pulls`]: reads(['pullRequests'], (question) => [
    200,
    pullsOfCommit(question),
  ]),
  [`GET ${repo}/compare/{basehead}`]: reads(['contents'], compare),
  [`GET ${repo}/contents/{path}`]: reads(['contents'], readContent),
  [`GET ${issue}/comments`]: reads(talk, (question) => {
    const it = pullIn(question)
    return [200, it.comments.map((one) => commentRow(one, it))]
  }),
  [`POST ${issue}/comments`]: writes(talk, createComment),
  [`GET ${comment}`]: reads(talk, (question) => {
    const [one, of] = commentIn(question)
    return [200, commentRow(one, of)]
  }),
  [`PATCH ${comment}`]: writes(talk, editComment),
  [`DELETE ${comment}`]: writes(talk, deleteComment),
  [`GET ${issue}/labels`]: reads(talk, (question) => [200, labelsOf(question)]),
  [`POST ${issue}/labels`]: writes(talk, addLabels),
  [`DELETE ${issue}/labels/{name}`]: writes(talk, removeLabel),
  [`GET ${repo}/labels`]: reads(talk, ({ repository }) => [200, repository.labels.map(labelRow)]),
  [`POST ${repo}/labels`]: writes(['issues'], createLabel),
  [`GET ${repo}/labels/{name}`]: reads(talk, (question) => [200, labelRow(labelIn(question))]),
  [`PATCH ${repo}/labels/{name}`]: writes(['issues'], paintLabel),
}

/** Carries out what is asked, if the token may. */
export function carryOut(question: Question): Told {
  const operation = operations[question.operation]
  if (!operation) throw new Error(`${question.operation} is not played.`)
  const { owner, repo: name } = question.names
  if (owner !== 'org' || name !== 'app') throw new Refusal(404, 'Not Found')
  const { needs, level, run } = operation
  if (!needs.some((need) => suffices(levelOf(need, question.token), level))) throw forbidden()
  return run(question)
}

/** What GitHub says to a token that may not. */
export function forbidden(): Refusal {
  return new Refusal(403, 'Resource not accessible by integration')
}

/** The comment of a node id, and the pull request it is on. */
export function commentOfNode(node: string, { pulls }: Repository): Comment | undefined {
  const comments = [...pulls.values()].flatMap((one) => one.comments)
  return comments.find(({ id }) => `IC_${id}` === node)
}

function levelOf(permission: keyof Permissions, token: Token): Level {
  return token[permission] ?? (permission === 'contents' ? 'read' : 'none')
}

function suffices(has: Level, needs: Level): boolean {
  const levels: readonly Level[] = ['none', 'read', 'write']
  return levels.indexOf(has) >= levels.indexOf(needs)
}

function reads(needs: Operation['needs'], run: Operation['run']): Operation {
  return { needs, level: 'read', run }
}

function writes(needs: Operation['needs'], run: Operation['run']): Operation {
  return { needs, level: 'write', run }
}

function listPulls({ received: { query }, repository }: Question) {
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  const found = [...repository.pulls.values()].filter(
    (one) =>
      (state === 'all' || one.state === state) &&
      (head === null || `${one.home.split('/')[0]}:${one.head.ref}` === head),
  )
  const newestFirst = query.get('direction') !== 'asc'
  return (newestFirst ? found.reverse() : found).map((one) => pullRow(one, repository))
}

/** Those that brought the commit; of a commit that only a fork has, GitHub knows nothing. */
function pullsOfCommit({ names: { commit_sha }, repository }: Question) {
  const found = [...repository.pulls.values()].filter(
    ({ head, home, mergeCommit }) =>
      mergeCommit === commit_sha || (home === 'org/app' && head.sha === commit_sha),
  )
  return found.map((one) => pullRow(one, repository))
}

function compare({ names: { basehead = '' }, repository }: Question): Told {
  const files = repository.comparisons[basehead]
  if (!files) throw new Refusal(404, 'Not Found')
  return [200, comparisonRow(basehead, files.slice(0, mostFiles.comparison))]
}

function readContent({ names: { path = '' }, received, repository }: Question): Told {
  const text = repository.contents[`${received.query.get('ref') ?? 'main'}:${path}`]
  if (text === undefined) throw new Refusal(404, 'Not Found')
  return [200, contentRow(path, text)]
}

function createComment(question: Question): Told {
  const { token, repository } = question
  const on = pullIn(question)
  const body = textIn(question)
  const made = { id: repository.nextId(), login: token.login, body, minimized: false }
  on.comments.push(made)
  return [201, commentRow(made, on)]
}

function editComment(question: Question): Told {
  const [one, on] = commentIn(question)
  one.body = textIn(question)
  return [200, commentRow(one, on)]
}

function deleteComment(question: Question): Told {
  const [one, on] = commentIn(question)
  on.comments.splice(on.comments.indexOf(one), 1)
  return [204]
}

/** The text of a comment that is to be written. */
function textIn({ received }: Question): string {
  const { body } = Object(bodyOf(received))
  if (body.length > longestBody) {
    throw new Refusal(
      422,
      `Validation Failed: Body is too long (maximum is ${longestBody} characters)`,
    )
  }
  if (body.trim() === '') throw new Refusal(422, "Validation Failed: Body can't be blank")
  return body
}

function labelsOf(question: Question) {
  return pullIn(question).labels.map((name) => labelRow(labelCalled(name, question.repository)))
}

/** A label that is not there yet is made by being added, which needs more than adding it. */
function addLabels(question: Question): Told {
  const { received, repository, token } = question
  const names: string[] = Object(bodyOf(received)).labels
  const on = pullIn(question)
  const unknown = names.filter(
    (name) => !repository.labels.some((it) => isSameLabel(it.name, name)),
  )
  for (const name of unknown) refuseName(name)
  if (unknown.length > 0 && !suffices(levelOf('issues', token), 'write')) throw forbidden()
  for (const { name } of names.map((one) => labelCalled(one, repository))) {
    if (!on.labels.includes(name)) on.labels.push(name)
  }
  if (on.labels.length > mostLabels) {
    on.labels.length = mostLabels
    throw new Refusal(422, 'Validation Failed: there may be at most 100 labels')
  }
  return [200, labelsOf(question)]
}

function removeLabel(question: Question): Told {
  const { labels } = pullIn(question)
  const at = labels.findIndex((name) => isSameLabel(name, question.names.name ?? ''))
  if (at < 0) throw new Refusal(404, 'Label does not exist')
  labels.splice(at, 1)
  return [200, labelsOf(question)]
}

function createLabel({ received, repository }: Question): Told {
  const { name, color = 'ededed', description = null } = Object(bodyOf(received))
  refuseName(name)
  refuseColor(color)
  if (repository.labels.some((label) => isSameLabel(label.name, name))) {
    throw new Refusal(422, 'Validation Failed: already_exists')
  }
  const label = { name, color, description }
  repository.labels.push(label)
  return [201, labelRow(label)]
}

function paintLabel(question: Question): Told {
  const label = labelIn(question)
  const { color = label.color, description = label.description } = Object(bodyOf(question.received))
  refuseColor(color)
  if (description !== null && description.length > 100) {
    throw new Refusal(422, 'Validation Failed: description is too long (maximum is 100 characters)')
  }
  Object.assign(label, { color, description })
  return [200, labelRow(label)]
}

function refuseName(name: string): void {
  if (name.trim() === '' || name.length > 50) throw new Refusal(422, 'Validation Failed: name')
}

function refuseColor(color: string): void {
  if (!/^[0-9a-f]{6}$/i.test(color)) throw new Refusal(422, 'Validation Failed: color')
}

function labelIn({ names, repository }: Question): Label {
  const label = repository.labels.find(({ name }) => isSameLabel(name, names.name ?? ''))
  if (!label) throw new Refusal(404, 'Not Found')
  return label
}

function pullIn({ names, repository }: Question): Pull {
  const it = repository.pulls.get(Number(names.pull_number ?? names.issue_number))
  if (!it) throw new Refusal(404, 'Not Found')
  return it
}

function commentIn({ names, repository }: Question): [Comment, Pull] {
  for (const on of repository.pulls.values()) {
    const one = on.comments.find(({ id }) => id === Number(names.comment_id))
    if (one) return [one, on]
  }
  throw new Refusal(404, 'Not Found')
}
