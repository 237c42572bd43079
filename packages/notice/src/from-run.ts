import { type DeploymentRecord, isGood, shortName } from '@ci-actions/deployment/record'
import type { WorkflowRun } from '@ci-actions/kit'
import { say } from '@ci-actions/wait'
import type { Field } from './fields.ts'
import { oneLine, paragraphs } from './fit.ts'
import type { Change } from './moment.ts'
import type { Fact, Item, Link, List, Notice } from './notice.ts'
import { lookOf, type Outcome } from './outcome.ts'
import type { Job, Status } from './status.ts'

/** What the workflow's author gave, the rest comes from the run. */
export interface Told {
  readonly status: Status
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly fields?: readonly Field[] | undefined
  readonly deployments?: readonly DeploymentRecord[] | undefined
  readonly environment?: string | undefined
  readonly change?: Change | undefined
}

/** What there is to say of a run: what was asked for, as far as the run tells it. */
export function noticeOf(told: Told, run: WorkflowRun): Notice {
  const { status, fields = [], deployments = [] } = told
  const listed = fields.includes('deployments') ? deployments : []
  return {
    outcome: status.outcome,
    title: oneLine(told.title ?? '') || titleOf(told, run),
    text: paragraphs(told.text ?? '') || undefined,
    facts: [...changeFact(told), ...fields.flatMap((field) => factOf(field, told, run) ?? [])],
    lists: [
      listOf('Jobs', status.jobs.map(jobItem)),
      listOf('Deployments', listed.map(deploymentItem)),
    ].filter(({ items }) => items.length > 0),
    links: linksOf(run),
  }
}

function titleOf({ status: { outcome, jobs }, change }: Told, run: WorkflowRun): string {
  // The status of one job says nothing of the others in its workflow.
  const subject =
    jobs.length > 0 ? run.workflow : [run.workflow, run.job].filter(Boolean).join(' / ')
  const where = run.pullRequest ? `#${run.pullRequest.number}` : run.branch
  const says = change?.isFixed ? 'is fixed' : lookOf(outcome).says
  return oneLine(`${subject || 'The run'} ${says}${where && ` on ${where}`}`)
}

function linksOf(run: WorkflowRun): Link[] {
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : ''
  const runLink = { text: `Run ${oneLine(run.runId)}${attempt}`, url: run.url }
  const pull = run.pullRequest
  return pull ? [runLink, { text: `Pull request #${pull.number}`, url: pullUrl(run) }] : [runLink]
}

function changeFact({ change }: Told): Fact[] {
  return change ? [{ name: 'Change', text: change.text, url: change.url }] : []
}

/** One fact, or nothing when neither the run nor the author tells it. */
function factOf(field: Field, told: Told, run: WorkflowRun): Fact | undefined {
  const [name, text, url] = tell(field, told, run)
  const value = oneLine(text ?? '')
  return value === '' ? undefined : { name, text: value, url }
}

type Telling = [name: string, text: string | undefined, url?: string | undefined]

function tell(field: Field, told: Told, run: WorkflowRun): Telling {
  const home = `${run.server}/${run.repository}`
  switch (field) {
    case 'repo':
      return ['Repository', run.repository, home]
    case 'message':
      return run.pullRequest
        ? ['Pull request', `#${run.pullRequest.number} ${run.pullRequest.title}`, pullUrl(run)]
        : ['Message', run.message?.trim().split(/[\r\n]/)[0]]
    case 'commit':
      return ['Commit', run.commit.slice(0, 7), `${home}/commit/${run.commit}`]
    case 'author':
      return ['Author', run.actor, personUrl(run)]
    case 'event':
      return ['Event', run.event]
    case 'ref':
      return [run.ref.startsWith('refs/tags/') ? 'Tag' : 'Branch', run.branch, branchUrl(run)]
    case 'workflow':
      return ['Workflow', run.workflow, run.url]
    case 'job':
      return ['Job', run.job]
    case 'took':
      return ['Took', tookOf(told.deployments ?? [])]
    case 'environment':
      return ['Environment', told.environment]
    case 'deployments':
      return ['Deployments', undefined]
  }
}

function pullUrl({ server, repository, pullRequest }: WorkflowRun): string {
  return `${server}/${repository}/pull/${pullRequest?.number}`
}

/** The page of a person; an app such as dependabot[bot] has none at that address. */
function personUrl({ server, actor }: WorkflowRun): string | undefined {
  return actor.endsWith('[bot]') ? undefined : `${server}/${encoded(actor)}`
}

/** The branch of a pull request may live in a fork, so it is not linked. */
function branchUrl({ server, repository, ref, branch }: WorkflowRun): string | undefined {
  if (!/^refs\/(heads|tags)\//.test(ref)) return undefined
  return `${server}/${repository}/tree/${branch.split('/').map(encoded).join('/')}`
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed())
}

/** From the first start to the last end; of the deployments, since the run does not tell its own. */
function tookOf(deployments: readonly DeploymentRecord[]): string | undefined {
  const started = deployments.map(({ startedAt }) => Date.parse(startedAt))
  const finished = deployments.map(({ finishedAt }) => Date.parse(finishedAt))
  const took = Math.max(...finished) - Math.min(...started)
  return Number.isFinite(took) && took >= 0 ? say(took) : undefined
}

function listOf(name: string, items: readonly Item[]): List {
  const bad = ({ outcome }: Item): boolean => lookOf(outcome).tone === 'bad'
  return { name, items: [...items.filter(bad), ...items.filter((item) => !bad(item))] }
}

function jobItem({ name, result }: Job): Item {
  return itemOf(name, result, [lookOf(result).says])
}

function deploymentItem(record: DeploymentRecord): Item {
  const { kind, status, environment, version, previous, live, reason } = record
  const says = kind === 'rollback' ? `rollback ${lookOf(status).says}` : lookOf(status).says
  const other = isGood(status) ? { said: 'before', of: previous } : { said: 'live', of: live }
  const words = [
    environment ? `${says} in ${environment}` : says,
    version && shortName(version),
    other.of && `${other.said} ${shortName(other.of)}`,
    reason,
  ]
  return itemOf(record.name, status, words, [
    { text: 'open', url: record.url },
    { text: 'log', url: record.logUrl },
  ])
}

function itemOf(
  name: string,
  outcome: Outcome,
  words: readonly (string | null | undefined)[],
  links: readonly Link[] = [],
): Item {
  return {
    outcome,
    name: oneLine(name) || '(no name)',
    words: oneLine(words.filter(Boolean).join(', ')),
    links: links.filter(({ url }) => url),
  }
}
