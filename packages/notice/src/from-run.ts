import { isDeepStrictEqual } from 'node:util'
import { type DeploymentRecord, isSuccess, shortName } from '@ci-actions/deployment/record'
import type { WorkflowRun } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { Field } from './fields.ts'
import { fitText, oneLine, paragraphs } from './fit.ts'
import { failedJobs, jobItems, type Leg } from './leg.ts'
import type { Change } from './moment.ts'
import type { Fact, Item, Link, List, Notice } from './notice.ts'
import { lookOf } from './outcome.ts'
import type { Status } from './status.ts'

/** What the workflow's author gave, the rest comes from the run. */
export interface Told {
  readonly status: Status
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly fields?: readonly Field[] | undefined
  readonly deployments?: readonly DeploymentRecord[] | undefined
  readonly environment?: string | undefined
  readonly change?: Change | undefined
  /** The jobs of `status` as they ran, as far as that is known. */
  readonly legs?: readonly Leg[] | undefined
  /** How long the run has taken so far; milliseconds. */
  readonly took?: number | undefined
  /** Whether it is known that the status is that of the job that tells it. */
  readonly isOfThisJob?: boolean | undefined
}

/** What there is to say of a run: what was asked for, as far as the run tells it. */
export function noticeOf(told: Told, run: WorkflowRun): Notice {
  const { status, fields = [], legs = [] } = told
  const deployments = worthTelling(told.deployments ?? [])
  const listed = fields.includes('deployments') ? deployments : []
  const ownTitle = oneLine(told.title ?? '')
  const trouble = troubleOf(told)
  const facts = fields.flatMap((field) => factOf(field, told, run) ?? [])
  return {
    outcome: status.outcome,
    title: ownTitle || [titleOf(told, run), trouble].filter(Boolean).join(': '),
    text: paragraphs([ownTitle && trouble, told.text].filter(Boolean).join('\n')) || undefined,
    facts: unrepeated([...changeFact(told), ...facts]),
    lists: [
      listOf('Jobs', jobItems(status.jobs, legs)),
      listOf('Deployments', listed.map(deploymentItem)),
    ].filter(({ items }) => items.length > 0),
    links: linksOf(run),
  }
}

/** Without a rollback that found nothing to do, where the deployment that it was for is told. */
function worthTelling(deployments: readonly DeploymentRecord[]): readonly DeploymentRecord[] {
  const isFor = (one: DeploymentRecord, other: DeploymentRecord): boolean =>
    one.provider === other.provider && isDeepStrictEqual(one.target, other.target)
  return deployments.filter(
    (one) =>
      one.kind !== 'rollback' ||
      one.status !== 'unchanged' ||
      !deployments.some((other) => other.kind === 'deploy' && isFor(one, other)),
  )
}

function titleOf(told: Told, run: WorkflowRun): string {
  const { outcome } = told.status
  const { change } = told
  const subject = [run.workflow, jobNamed(told, run)].filter(Boolean).join(' / ')
  const where = run.pullRequest ? `#${run.pullRequest.number}` : placeOf(run)
  const says = change?.isFixed ? 'is fixed' : lookOf(outcome).says
  return oneLine(`${subject || 'The run'} ${says}${where && ` on ${where}`}`)
}

/**
 * The job that the headline names. A failure may be that of another job than the one that tells it, as by
 * `needs.deploy.result`: then the jobs that failed are named, and where they are not known, none is.
 */
function jobNamed({ status, legs, isOfThisJob }: Told, { job }: WorkflowRun): string | undefined {
  // The status of one job says nothing of the others in its workflow.
  if (status.jobs.length > 0) return undefined
  if (status.outcome !== 'failure' || isOfThisJob) return job
  const failed = failedJobs(legs ?? [])
  return failed.length > 0 ? some(failed) : undefined
}

/** `main`; of a merge queue, whose branch has a name that nobody gave, which one and for what. */
function placeOf({ branch }: WorkflowRun): string {
  const [, into, number] = /^gh-readonly-queue\/(.+)\/pr-(\d+)-[\da-f]+$/.exec(branch) ?? []
  return into ? `the merge queue of ${into}, #${number}` : branch
}

/** Which deployments are behind a failure: `backend failed`, or what was taken back because of it. */
function troubleOf({ status, deployments: all = [] }: Told): string | undefined {
  const deployments = worthTelling(all)
  if (lookOf(status.outcome).tone !== 'bad') return undefined
  const bad = deployments.filter(({ status }) => lookOf(status).tone === 'bad')
  if (bad.length > 0) return some(bad.map((one) => `${one.name} ${saysOf(one)}`))
  const back = deployments.filter(({ kind, changed }) => kind === 'rollback' && changed)
  return back.length > 0 ? `${some(back.map(({ name }) => name))} rolled back` : undefined
}

/** The first three, and how many more there are. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => fitText(oneLine(name), 60))
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
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

/** A pull request that stands for its message need not stand there twice. */
function unrepeated(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ name }, at) => facts.findIndex((one) => one.name === name) === at)
}

/** One fact, or nothing when neither the run nor the author tells it. */
function factOf(field: Field, told: Told, run: WorkflowRun): Fact | undefined {
  const [name, text, url] = tellingOf(field, told, run)
  const value = oneLine(text ?? '')
  return value === '' ? undefined : { name, text: value, url }
}

type Telling = [name: string, text: string | undefined, url?: string | undefined]

function tellingOf(field: Field, told: Told, run: WorkflowRun): Telling {
  const home = `${run.server}/${run.repository}`
  switch (field) {
    case 'repo':
      return ['Repository', run.repository, home]
    case 'message':
      return run.pullRequest
        ? tellingOf('pullRequest', told, run)
        : ['Message', run.message?.trim().split(/[\r\n]/)[0]]
    case 'pullRequest':
      return ['Pull request', pullName(run), pullUrl(run)]
    case 'commit':
      return ['Commit', run.commit.slice(0, 7), `${home}/commit/${run.commit}`]
    case 'author':
      return run.author
        ? ['Author', run.author.name, personUrl(run, run.author.login)]
        : ['Author', run.actor, personUrl(run, run.actor)]
    case 'actor':
      return ['Started by', run.actor, personUrl(run, run.actor)]
    case 'event':
      return ['Event', run.event]
    case 'ref':
      return [run.ref.startsWith('refs/tags/') ? 'Tag' : 'Branch', run.branch, branchUrl(run)]
    case 'workflow':
      return ['Workflow', run.workflow, run.url]
    case 'action':
      return ['Action', run.commit && 'Checks', `${home}/commit/${run.commit}/checks`]
    case 'job':
      return ['Job', run.job]
    case 'took':
      return ['Took', tookOf(told)]
    case 'environment':
      return ['Environment', told.environment]
    case 'deployments':
      return ['Deployments', undefined]
  }
}

function pullName({ pullRequest }: WorkflowRun): string | undefined {
  return pullRequest && `#${pullRequest.number} ${pullRequest.title}`
}

function pullUrl({ server, repository, pullRequest }: WorkflowRun): string {
  return `${server}/${repository}/pull/${pullRequest?.number}`
}

/** The page of a person; an app such as dependabot[bot] has none at that address. */
function personUrl({ server }: WorkflowRun, login: string | undefined): string | undefined {
  return !login || login.endsWith('[bot]') ? undefined : `${server}/${encoded(login)}`
}

/** The branch of a pull request may live in a fork, so it is not linked. */
function branchUrl({ server, repository, ref, branch }: WorkflowRun): string | undefined {
  if (!/^refs\/(heads|tags)\//.test(ref)) return undefined
  return `${server}/${repository}/tree/${branch.split('/').map(encoded).join('/')}`
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed())
}

/** The time of the deployments, from the first start to the last end; without them, of the run. */
function tookOf({ deployments = [], took }: Told): string | undefined {
  return deployments.length > 0
    ? timeOf(deployments)
    : took === undefined
      ? undefined
      : formatDuration(took)
}

function timeOf(deployments: readonly DeploymentRecord[]): string | undefined {
  const started = deployments.map(({ startedAt }) => Date.parse(startedAt))
  const finished = deployments.map(({ finishedAt }) => Date.parse(finishedAt))
  const took = Math.max(...finished) - Math.min(...started)
  return Number.isFinite(took) && took >= 0 ? formatDuration(took) : undefined
}

function listOf(name: string, items: readonly Item[]): List {
  const bad = ({ outcome }: Item): boolean => lookOf(outcome).tone === 'bad'
  return { name, items: [...items.filter(bad), ...items.filter((item) => !bad(item))] }
}

function deploymentItem(record: DeploymentRecord): Item {
  const { status, environment, changed, version, previous, live, reason } = record
  const took = changed && status !== 'started' ? timeOf([record]) : undefined
  const other = isSuccess(status) ? { said: 'before', of: previous } : { said: 'live', of: live }
  const words = [
    saysOf(record) + (environment ? ` in ${environment}` : '') + (took ? ` after ${took}` : ''),
    version && shortName(version),
    other.of && `${other.said} ${shortName(other.of)}`,
    reason,
  ]
  const links = [
    { text: 'open', url: record.url },
    { text: 'log', url: record.logUrl },
  ]
  return {
    outcome: status,
    name: oneLine(record.name) || '(no name)',
    words: oneLine(words.filter(Boolean).join(', ')),
    links: links.filter(({ url }) => url),
  }
}

function saysOf({ kind, status }: DeploymentRecord): string {
  return kind === 'rollback' ? `rollback ${lookOf(status).says}` : lookOf(status).says
}
