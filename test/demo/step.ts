import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readContract, root } from '../../scripts/actions.ts'
import { startBundle } from '../support/bundle.ts'
import { type Contexts, fill } from './expression.ts'
import { onOneLine } from './format.ts'
import { type PhantomPower, reports } from './sample-project.ts'
import { hidden, type LogLine, type Masks, stepLog } from './step-log.ts'
import { readWorkflow, type Workflow, type WorkflowStep } from './workflow.ts'

/** What is delivered: a commit on main. */
export interface Release {
  readonly commit: string
  readonly message: string
}

/** What all steps of a job share. */
export interface Job {
  readonly release: Release
  readonly workflow: Workflow
  readonly workspace: string
  readonly contexts: Contexts
  readonly masks: Masks
  /** Of GitHub's API. */
  readonly apiUrl: string
}

/** How a step ended; the first two are what expressions read of it. */
export interface Outcome {
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
  /** What it wrote to the job summary, Markdown. */
  readonly summary: string
}

/** The runner gives one to every job. */
const token = 'ghs_DemoToken0123456789'

export function beginJob(release: Release, { vars, secrets, github }: PhantomPower): Job {
  return {
    release,
    workflow: readWorkflow('render.yml'),
    workspace: mkdtempSync(join(tmpdir(), 'phantom-power-')),
    contexts: { vars, secrets, github: { sha: release.commit, token } },
    masks: new Set([...Object.values(secrets), token]),
    apiUrl: github.url,
  }
}

/** Runs a step as the runner does: says what it is given, and then what it prints. */
export async function playStep(
  step: WorkflowStep,
  contexts: Contexts,
  { release, workflow, workspace, masks, apiUrl }: Job,
  say: (line: LogLine) => void,
): Promise<Outcome> {
  const name = /^org\/ci-actions\/(.+)@v1$/.exec(step.uses)?.[1]
  if (name === undefined) return checkOut(workspace)

  const given = filled(step.with, contexts)
  for (const [input, text] of Object.entries(given)) {
    say({ level: 'input', text: `${input}: ${onOneLine(hidden(text, masks))}` })
  }
  const hear = stepLog(masks, say)
  const { code, stderr, outputs, summary } = await startBundle(name, {
    inputs: { ...filled(expressionDefaults(name), contexts), ...given },
    workspace,
    event: { head_commit: { message: release.message } },
    env: {
      GITHUB_API_URL: apiUrl,
      GITHUB_REPOSITORY: 'org/phantom-power',
      GITHUB_RUN_ID: '42',
      GITHUB_SHA: release.commit,
      GITHUB_WORKFLOW: workflow.name,
      GITHUB_JOB: workflow.job,
    },
    watch: hear,
  })
  if (stderr !== '') say({ level: 'error', text: stderr })
  return { outcome: code === 0 ? 'success' : 'failure', outputs, summary }
}

type Texts = Readonly<Record<string, string>>

function filled(texts: Texts, contexts: Contexts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([input, text]) => [input, fill(text, contexts)]),
  )
}

/** The defaults in action.yml that are the runner's to fill in. */
function expressionDefaults(name: string): Texts {
  return Object.fromEntries(
    Object.entries(readContract(name).inputs).flatMap(([input, contract]) =>
      contract.default?.includes('${{') ? [[input, contract.default]] : [],
    ),
  )
}

/** The one step that is not ours: Phantom Power's files, with what its tests left. */
function checkOut(workspace: string): Outcome {
  for (const [path, source] of Object.entries(reports)) {
    cpSync(join(root, source), join(workspace, path))
  }
  return { outcome: 'success', outputs: {}, summary: '' }
}
