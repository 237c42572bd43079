import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { type Command, readCommands } from './commands.ts'
import { contractOf } from './contracts.ts'

/** What a step left behind when it had ended. */
export interface Step {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** The workflow commands the runner would have read in stdout and stderr. */
  readonly commands: Command[]
  /** The message of its one error, or '' when there was none. */
  readonly error: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly took: number
}

export interface Start {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly event?: unknown
  readonly workspace?: string
  /** How many files the step may have open at once; as many as this process unless it is said. */
  readonly openFiles?: number
  /** Called with what has been printed so far; may send signals. */
  readonly watch?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void
}

/**
 * Starts dist/<name> as the runner starts it: a process of its own, inputs and defaults in
 * `INPUT_*`, files for outputs and summary, nothing else of this machine's environment.
 */
export function startBundle(name: string, start: Start = {}): Promise<Step> {
  const place = preparePlace(name, start)
  const began = performance.now()
  const node = [process.execPath, join(root, 'dist', name, 'index.js')]
  const [program = '', ...args] = start.openFiles
    ? ['sh', '-c', `ulimit -n ${start.openFiles} && exec "$0" "$@"`, ...node]
    : node
  const child = spawn(program, args, {
    // No step takes so long; one that hangs is ended, so that its test fails and leaves nothing behind.
    timeout: 120_000,
    killSignal: 'SIGKILL',
    cwd: start.workspace ?? place.folder,
    env: { PATH: process.env.PATH ?? '', ...place.env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
    start.watch?.(stdout, (signal) => child.kill(signal))
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(place.collect({ code: code ?? -1, stdout, stderr, took: performance.now() - began }))
    })
  })
}

/** The folder of a step, and the environment that the runner gives it beside `PATH`. */
interface Place {
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** Reads what the step has left there, and removes the folder. */
  collect(ended: Pick<Step, 'code' | 'stdout' | 'stderr' | 'took'>): Step
}

export function preparePlace(name: string, start: Start): Place {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const files = {
    output: join(folder, 'output'),
    summary: join(folder, 'summary.md'),
    event: join(folder, 'event.json'),
  }
  writeFileSync(files.output, '')
  writeFileSync(files.summary, '')
  writeFileSync(files.event, JSON.stringify(start.event ?? {}))
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: start.workspace ?? folder,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'org/app',
    GITHUB_SHA: '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_ACTOR: 'someone',
    GITHUB_WORKFLOW: 'Deliver',
    GITHUB_JOB: 'deploy',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: folder,
    ...inputEnvironment(name, start.inputs ?? {}),
    ...start.env,
  }
  return {
    folder,
    env,
    collect(ended) {
      const commands = readCommands(`${ended.stdout}\n${ended.stderr}`)
      const step = {
        ...ended,
        commands,
        error: commands.find((command) => command.name === 'error')?.message ?? '',
        outputs: readOutputs(readFileSync(files.output, 'utf8')),
        summary: readFileSync(files.summary, 'utf8'),
      }
      rmSync(folder, { recursive: true, force: true })
      return step
    },
  }
}

/** Sends the signal soon after the first request has come. */
export function whenAsked(
  platform: { readonly requests: number },
  signal: NodeJS.Signals,
): NonNullable<Start['watch']> {
  let isWaiting = false
  return (_, kill) => {
    if (isWaiting) return
    isWaiting = true
    const timer = setInterval(() => {
      if (platform.requests === 0) return
      clearInterval(timer)
      setTimeout(() => kill(signal), 50)
    }, 10)
  }
}

/** The inputs as the runner hands them on: what was given, else the default of action.yml. */
export function inputEnvironment(
  name: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const { inputs } = contractOf(name)
  const unknown = Object.keys(given).find((input) => !(input in inputs))
  if (unknown) throw new Error(`${name} has no input "${unknown}"`)
  const entries = Object.entries(inputs).map(([input, { default: value }]) => {
    // An expression is the runner's to fill in.
    const filled = value === '${{ job.status }}' ? 'success' : (value ?? '')
    return [`INPUT_${input.toUpperCase()}`, given[input] ?? filled]
  })
  return Object.fromEntries(entries)
}

/** The file of outputs as the runner reads it. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)) {
    if (name !== undefined) outputs[name] = value ?? ''
  }
  return outputs
}
