import { appendFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { debug, error, info, notice, setSecret, warning } from '@actions/core'
import { ActionError } from './errors.ts'
import { escapeCommands } from './escape-commands.ts'
import { parseJson } from './json.ts'
import { describeMachineError } from './machine-errors.ts'
import { appendOutputs, fileSize, formatOutput, type Output } from './outputs.ts'
import { excerpt } from './quote.ts'
import { Secrets } from './secrets.ts'
import { print } from './stdout.ts'
import { readWorkflowRun, type WorkflowRun } from './workflow-run.ts'

/** The place in the checkout that an annotation points at. */
export interface AnnotationLocation {
  readonly file: string
  readonly startLine?: number
  readonly endLine?: number
}

/**
 * The machine that runs the step, as far as an action may know it. Everything that leaves through
 * here is freed of secrets, and no text can become a workflow command.
 */
export interface Runner {
  /** Aborted when the job is cancelled, with a `CancelledError` as its reason. */
  readonly cancelled: AbortSignal
  /** The folder of the checkout. */
  readonly workspace: string
  /** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, where the machine has to go through one. */
  readonly proxy: Readonly<Record<string, string>> | undefined
  /** The run this step belongs to. */
  readonly run: WorkflowRun
  /** The action.yml of this step; undefined when it cannot be read. */
  readonly contract: string | undefined
  /** The payload of the event that started the run; undefined when it cannot be read. Comes from outside. */
  readonly event: unknown
  /** The names of all inputs that were given, in small letters; the action may know no such one. */
  readonly givenInputs: readonly string[]
  /** An input as it was given, trimmed; empty when it was not. */
  input(name: string): string
  /** An environment variable, trimmed as an input is; undefined when empty. */
  env(name: string): string | undefined
  /** From here on the value appears as `***` wherever this step or the job writes it. */
  setSecret(secret: string): void
  /** A text without the secrets of this step, for what leaves by another door than this one. */
  redact(text: string): string
  info(message: string): void
  notice(message: string, place?: AnnotationLocation): void
  warning(message: string, place?: AnnotationLocation): void
  error(message: string, place?: AnnotationLocation): void
  /**
   * Sets outputs. Where they cannot be written the step fails once its work is done, or with `warn` only warns.
   */
  setOutputs(values: Readonly<Record<string, Output>>, onError?: 'fail' | 'warn'): void
  /** Adds Markdown to the job summary. */
  appendSummary(markdown: string): void
}

/** The most a step summary may hold; the runner drops one that is larger, whole. */
const summaryLimit = 1024 * 1024

/** The runner of GitHub Actions (or act): environment variables, files and commands on stdout. */
export class GithubRunner implements Runner {
  readonly cancelled: AbortSignal
  readonly #title: string
  readonly #secrets = new Secrets()
  #run: WorkflowRun | undefined
  #lost: { readonly reason: string; readonly outputs: ReadonlyMap<string, string> } | undefined

  constructor(title: string, cancelled: AbortSignal) {
    this.#title = title
    this.cancelled = cancelled
    // Not only we use them: git and the libraries do, and tell them in their errors.
    for (const address of Object.values(this.proxy ?? {})) {
      for (const secret of loginIn(address)) this.setSecret(secret)
    }
  }

  get workspace(): string {
    return this.env('GITHUB_WORKSPACE') ?? process.cwd()
  }

  get run(): WorkflowRun {
    this.#run ??= readWorkflowRun((name) => this.env(name), this.event)
    return this.#run
  }

  get contract(): string | undefined {
    try {
      return readFileSync(join(dirname(process.argv[1] ?? ''), 'action.yml'), 'utf8')
    } catch {
      // Not started as an action is.
      return undefined
    }
  }

  get event(): unknown {
    const file = this.env('GITHUB_EVENT_PATH')
    if (!file) return undefined
    try {
      return parseJson(readFileSync(file, 'utf8'))
    } catch {
      // Not every machine has one, and no action is refused for it.
      return undefined
    }
  }

  get proxy(): Readonly<Record<string, string>> | undefined {
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap((it) => [it, it.toLowerCase()])
    const entries = names.flatMap((name) => {
      const value = this.env(name)
      return value ? [[name, value] as const] : []
    })
    const isNeeded = entries.some(([name]) => !/^no_proxy$/i.test(name))
    return isNeeded ? Object.fromEntries(entries) : undefined
  }

  get givenInputs(): readonly string[] {
    const names = Object.keys(process.env).filter((name) => name.startsWith('INPUT_'))
    return names.map((name) => name.slice('INPUT_'.length).toLowerCase())
  }

  input(name: string): string {
    return this.env(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`) ?? ''
  }

  env(name: string): string | undefined {
    return process.env[name]?.trim() || undefined
  }

  setSecret(secret: string): void {
    if (this.#secrets.add(secret)) this.print(() => setSecret(secret))
  }

  redact(text: string): string {
    return this.#secrets.redact(text)
  }

  /** Shown where the job runs with step debug logging. */
  debug(message: string): void {
    if (this.env('RUNNER_DEBUG') === '1') this.print(() => debug(this.#safe(message)))
  }

  info(message: string): void {
    this.print(() => info(this.#safe(message)))
  }

  notice(message: string, place?: AnnotationLocation): void {
    this.#annotate(notice, message, place)
  }

  warning(message: string, place?: AnnotationLocation): void {
    this.#annotate(warning, message, place)
  }

  error(message: string, place?: AnnotationLocation): void {
    this.#annotate(error, message, place)
  }

  setOutputs(values: Readonly<Record<string, Output>>, onError: 'fail' | 'warn' = 'fail'): void {
    const texts = Object.entries(values).map(
      ([name, it]) => [name, this.#outputText(name, it)] as const,
    )
    const outputs = new Map([...(this.#lost?.outputs ?? []), ...texts])
    this.#lost = undefined
    try {
      const file = this.env('GITHUB_OUTPUT')
      if (!file) throw new ActionError('it is not set')
      appendOutputs(file, outputs)
    } catch (error) {
      const reason = describeMachineError('The outputs cannot be written to GITHUB_OUTPUT', error)
      if (onError === 'warn') this.warning(reason)
      else this.#lost = { reason, outputs }
    }
  }

  /**
   * Puts the outputs that could not be written on the log, and says why: later steps may wait for them. Undefined
   * when all were.
   */
  reportLostOutputs(): string | undefined {
    if (!this.#lost) return undefined
    const { reason, outputs } = this.#lost
    for (const [name, text] of outputs) this.info(`Output ${name}: ${text}`)
    const short = Array.from(outputs, ([name, text]) => `${name}: ${excerpt(text, 60)}`)
    return `${reason} They are on the log: ${excerpt(short.join(', '), 600)}.`
  }

  /** The text of an output, without secrets; when it held one, that is said. */
  #outputText(name: string, value: Output): string {
    const text = formatOutput(value)
    const safe = this.redact(text)
    if (safe !== text) {
      this.warning(
        `Output "${name}" holds a value that is masked in this job, so it is handed on with "***" in its place. ` +
          'Ids that are not secret belong in "vars", not in "secrets".',
      )
    }
    return safe
  }

  appendSummary(markdown: string): void {
    const file = this.env('GITHUB_STEP_SUMMARY')
    if (!file) {
      this.info('There is no job summary here: GITHUB_STEP_SUMMARY is not set.')
      return
    }
    try {
      this.#addSummary(file, Buffer.from(`${this.redact(markdown)}\n`))
    } catch (error) {
      this.warning(
        describeMachineError('The job summary cannot be written to GITHUB_STEP_SUMMARY', error),
      )
    }
  }

  #addSummary(file: string, markdown: Buffer): void {
    const room = summaryLimit - fileSize(file)
    if (markdown.length <= room) {
      appendFileSync(file, markdown)
      return
    }
    this.warning(`The job summary would be over ${summaryLimit} bytes; its end is left out.`)
    const note = Buffer.from('\n\n… cut here: the job summary may hold 1 MiB.\n')
    const end = markdown.subarray(0, Math.max(0, room - note.length)).lastIndexOf('\n')
    if (end > 0) appendFileSync(file, Buffer.concat([markdown.subarray(0, end), note]))
  }

  /** Prints what the toolkit writes in a call. */
  protected print(call: () => void): void {
    print(call)
  }

  #annotate(annotate: typeof error, message: string, place?: AnnotationLocation): void {
    this.print(() => annotate(this.#safe(message), { title: this.#title, ...place }))
  }

  /** The text without secrets, and without workflow commands. */
  #safe(text: string): string {
    return escapeCommands(this.redact(text))
  }
}

/** User and password in an address, also in one that nobody else can read. */
function loginIn(address: string): string[] {
  const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(address) ?? []
  const [user = '', ...password] = login.split(':')
  return [user, password.join(':')].filter((part) => part !== '')
}
