import { isDeepStrictEqual } from 'node:util'
import { type DeploymentRecord, isSuccess, shortName } from '@ci-actions/deployment/record'
import type { WorkflowRun } from '@ci-actions/kit'
import { formatDuration } from '@ci-actions/wait'
import type { Field } from './fields.ts'
import { failedJobNames, type JobRun, jobItems } from './matrix-job.ts'
import type { Fact, Item, Link, List, Notification } from './notification.ts'
import { appearance } from './outcome.ts'
import type { Status } from './status.ts'
import { oneLine, paragraphs, truncateText } from './truncate.ts'
import type { ResultChange } from './when.ts'

/** What the inputs and GitHub's API add to the run's own context. */
export interface Details {
  readonly status: Status
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly fields?: readonly Field[] | undefined
  readonly deployments?: readonly DeploymentRecord[] | undefined
  readonly environment?: string | undefined
  readonly change?: ResultChange | undefined
  /** The jobs of the run, if they were looked up. */
  readonly jobRuns?: readonly JobRun[] | undefined
  /** Duration of the run so far; milliseconds. */
  readonly duration?: number | undefined
  /** Whether the status is known to be that of the job that sends the message. */
  readonly isOfThisJob?: boolean | undefined
}

/** Returns the content of a message: the requested fields that have a value. */
export function buildNotification(details: Details, run: WorkflowRun): Notification {
  const { status, fields = [], jobRuns = [] } = details
  const deployments = withoutIdleRollbacks(details.deployments ?? [])
  const listed = fields.includes('deployments') ? deployments : []
  const customTitle = oneLine(details.title ?? '')
  const cause = failureCause(details)
  const facts = fields.flatMap((field) => createFact(field, details, run) ?? [])
  return {
    outcome: status.outcome,
    title: customTitle || [defaultTitle(details, run), cause].filter(Boolean).join(': '),
    text: paragraphs([customTitle && cause, details.text].filter(Boolean).join('\n')) || undefined,
    facts: uniqueByName([...changeFact(details), ...facts]),
    lists: [
      createList('Jobs', jobItems(status.jobs, jobRuns)),
      createList('Deployments', listed.map(deploymentItem)),
    ].filter(({ items }) => items.length > 0),
    links: createLinks(run),
  }
}

/** Removes a rollback that changed nothing if its deployment is listed, too. */
function withoutIdleRollbacks(deployments: readonly DeploymentRecord[]): DeploymentRecord[] {
  const hasSameTarget = (a: DeploymentRecord, b: DeploymentRecord): boolean =>
    a.provider === b.provider && isDeepStrictEqual(a.target, b.target)
  return deployments.filter(
    (record) =>
      record.kind !== 'rollback' ||
      record.status !== 'unchanged' ||
      !deployments.some(
        (candidate) => candidate.kind === 'deploy' && hasSameTarget(record, candidate),
      ),
  )
}

function defaultTitle(details: Details, run: WorkflowRun): string {
  const { change, status } = details
  const subject = [run.workflow, titleJob(details, run)].filter(Boolean).join(' / ')
  const place = run.pullRequest ? `#${run.pullRequest.number}` : describeBranch(run)
  const verb = change?.isFixed ? 'is fixed' : appearance(status.outcome).verb
  return oneLine(`${subject || 'The run'} ${verb}${place && ` on ${place}`}`)
}

/**
 * Returns the job that the title names. A failure may be that of another job than the one that reports
 * it, as with `needs.deploy.result`: then it is the failed jobs, or none if they are unknown.
 */
function titleJob(
  { status, jobRuns, isOfThisJob }: Details,
  { job }: WorkflowRun,
): string | undefined {
  // A combined status is that of the whole workflow.
  if (status.jobs.length > 0) return undefined
  if (status.outcome !== 'failure' || isOfThisJob) return job
  const failed = failedJobNames(jobRuns ?? [])
  return failed.length > 0 ? joinFirst(failed) : undefined
}

/** Returns `main`; for the generated branch of a merge queue, its target and pull request. */
function describeBranch({ branch }: WorkflowRun): string {
  const [, target, number] = /^gh-readonly-queue\/(.+)\/pr-(\d+)-[\da-f]+$/.exec(branch) ?? []
  return target ? `the merge queue of ${target}, #${number}` : branch
}

/** Returns the deployments behind a failure, such as `backend failed`, or those it caused to be rolled back. */
function failureCause({ status, deployments: all = [] }: Details): string | undefined {
  const deployments = withoutIdleRollbacks(all)
  if (appearance(status.outcome).severity !== 'bad') return undefined
  const failed = deployments.filter(({ status }) => appearance(status).severity === 'bad')
  if (failed.length > 0) {
    return joinFirst(failed.map((record) => `${record.name} ${deploymentVerb(record)}`))
  }
  const rollbacks = deployments.filter(({ kind, changed }) => kind === 'rollback' && changed)
  return rollbacks.length > 0
    ? `${joinFirst(rollbacks.map(({ name }) => name))} rolled back`
    : undefined
}

/** Joins the first three names and the number of the others. */
function joinFirst(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => truncateText(oneLine(name), 60))
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

function createLinks(run: WorkflowRun): Link[] {
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : ''
  const runLink = { text: `Run ${oneLine(run.runId)}${attempt}`, url: run.url }
  const { pullRequest } = run
  if (!pullRequest) return [runLink]
  return [runLink, { text: `Pull request #${pullRequest.number}`, url: pullRequestUrl(run) }]
}

function changeFact({ change }: Details): Fact[] {
  return change ? [{ name: 'Change', text: change.text, url: change.url }] : []
}

/** `message` shows the pull request if there is one, which `pullRequest` may show as well. */
function uniqueByName(facts: readonly Fact[]): Fact[] {
  return facts.filter(
    ({ name }, index) => facts.findIndex((other) => other.name === name) === index,
  )
}

/** Returns undefined if the field has no value. */
function createFact(field: Field, details: Details, run: WorkflowRun): Fact | undefined {
  const [name, value, url] = fieldValue(field, details, run)
  const text = oneLine(value ?? '')
  return text === '' ? undefined : { name, text, url }
}

type FieldValue = [name: string, text: string | undefined, url?: string | undefined]

function fieldValue(field: Field, details: Details, run: WorkflowRun): FieldValue {
  const repositoryUrl = `${run.server}/${run.repository}`
  switch (field) {
    case 'repo':
      return ['Repository', run.repository, repositoryUrl]
    case 'message':
      return run.pullRequest
        ? fieldValue('pullRequest', details, run)
        : ['Message', run.message?.trim().split(/[\r\n]/)[0]]
    case 'pullRequest':
      return ['Pull request', formatPullRequest(run), pullRequestUrl(run)]
    case 'commit':
      return ['Commit', run.commit.slice(0, 7), `${repositoryUrl}/commit/${run.commit}`]
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
      return ['Action', run.commit && 'Checks', `${repositoryUrl}/commit/${run.commit}/checks`]
    case 'job':
      return ['Job', run.job]
    case 'took':
      return ['Took', totalDuration(details)]
    case 'environment':
      return ['Environment', details.environment]
    case 'deployments':
      return ['Deployments', undefined]
  }
}

function formatPullRequest({ pullRequest }: WorkflowRun): string | undefined {
  return pullRequest && `#${pullRequest.number} ${pullRequest.title}`
}

function pullRequestUrl({ server, repository, pullRequest }: WorkflowRun): string {
  return `${server}/${repository}/pull/${pullRequest?.number}`
}

/** Returns undefined for an app such as dependabot[bot], which has no page under its login. */
function personUrl({ server }: WorkflowRun, login: string | undefined): string | undefined {
  return !login || login.endsWith('[bot]') ? undefined : `${server}/${encodeSegment(login)}`
}

/** Returns undefined for the branch of a pull request, which may be in a fork. */
function branchUrl({ server, repository, ref, branch }: WorkflowRun): string | undefined {
  if (!/^refs\/(heads|tags)\//.test(ref)) return undefined
  return `${server}/${repository}/tree/${branch.split('/').map(encodeSegment).join('/')}`
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed())
}

/** The duration of the deployments, from the first start to the last end; without deployments, of the run. */
function totalDuration({ deployments = [], duration }: Details): string | undefined {
  if (deployments.length > 0) return deploymentDuration(deployments)
  return duration === undefined ? undefined : formatDuration(duration)
}

function deploymentDuration(deployments: readonly DeploymentRecord[]): string | undefined {
  const started = deployments.map(({ startedAt }) => Date.parse(startedAt))
  const finished = deployments.map(({ finishedAt }) => Date.parse(finishedAt))
  const duration = Math.max(...finished) - Math.min(...started)
  return Number.isFinite(duration) && duration >= 0 ? formatDuration(duration) : undefined
}

function createList(name: string, items: readonly Item[]): List {
  const isBad = ({ outcome }: Item): boolean => appearance(outcome).severity === 'bad'
  return { name, items: [...items.filter(isBad), ...items.filter((item) => !isBad(item))] }
}

function deploymentItem(record: DeploymentRecord): Item {
  const { status, environment, changed, version, previous, live, reason } = record
  const duration = changed && status !== 'started' ? deploymentDuration([record]) : undefined
  const place = environment ? ` in ${environment}` : ''
  const other = isSuccess(status)
    ? { label: 'before', version: previous }
    : { label: 'live', version: live }
  const parts = [
    `${deploymentVerb(record)}${place}${duration ? ` after ${duration}` : ''}`,
    version && shortName(version),
    other.version && `${other.label} ${shortName(other.version)}`,
    reason,
  ]
  const links = [
    { text: 'open', url: record.url },
    { text: 'log', url: record.logUrl },
  ]
  return {
    outcome: status,
    name: oneLine(record.name) || '(no name)',
    description: oneLine(parts.filter(Boolean).join(', ')),
    links: links.filter(({ url }) => url),
  }
}

function deploymentVerb({ kind, status }: DeploymentRecord): string {
  const { verb } = appearance(status)
  return kind === 'rollback' ? `rollback ${verb}` : verb
}
