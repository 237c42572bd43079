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

/** The place in the checkout to which an annotation points. */
export interface AnnotationLocation {
  readonly file: string
  readonly startLine?: number
  readonly endLine?: number
}

/** The runner, as an action sees it. Output is redacted and cannot contain workflow commands. */
export interface Runner {
  /** Aborted when the job is cancelled, with a `CancelledError` as its reason. */
  readonly cancelled: AbortSignal
  /** The folder of the checkout. */
  readonly workspace: string
  /** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; undefined if no proxy is set. */
  readonly proxy: Readonly<Record<string, string>> | undefined
  /** The workflow run to which this step belongs. */
  readonly run: WorkflowRun
  /** The action.yml of this step; undefined if it cannot be read. */
  readonly contract: string | undefined
  /** The payload of the event that started the run; undefined if it cannot be read. Untrusted. */
  readonly event: unknown
  /** The lower-case names of all inputs that were set, including unknown ones. */
  readonly givenInputs: readonly string[]
  /** Returns the value of an input, trimmed; empty if not set. */
  input(name: string): string
  /** Returns an environment variable, trimmed; undefined if empty. */
  env(name: string): string | undefined
  /** Masks the value as `***` in everything that this step or the job writes from now on. */
  setSecret(secret: string): void
  /** Removes secrets from a text that is not sent through this object. */
  redact(text: string): string
  info(message: string): void
  notice(message: string, place?: AnnotationLocation): void
  warning(message: string, place?: AnnotationLocation): void
  error(message: string, place?: AnnotationLocation): void
  /** Sets outputs. If they cannot be written, the step fails at its end, or only warns with `warn`. */
  setOutputs(values: Readonly<Record<string, Output>>, onError?: 'fail' | 'warn'): void
  /** Adds Markdown to the job summary. */
  appendSummary(markdown: string): void
}

/** The size limit of a step summary; the runner discards larger ones entirely. */
const summaryLimit = 1024 * 1024

/** The runner of GitHub Actions (or act), accessed through environment variables, files and commands on stdout. */
export class GithubRunner implements Runner {
  readonly cancelled: AbortSignal
  readonly #title: string
  readonly #secrets = new Secrets()
  #run: WorkflowRun | undefined
  #lost: { readonly reason: string; readonly outputs: ReadonlyMap<string, string> } | undefined

  constructor(title: string, cancelled: AbortSignal) {
    this.#title = title
    this.cancelled = cancelled
    // Git and libraries use the proxies too, and show their addresses in errors.
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
      // Not started as an action.
      return undefined
    }
  }

  get event(): unknown {
    const file = this.env('GITHUB_EVENT_PATH')
    if (!file) return undefined
    try {
      return parseJson(readFileSync(file, 'utf8'))
    } catch {
      // A missing payload must not fail an action.
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

  /** Logs the message if step debug logging is on. */
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
      const reason = describeMachineError(
        'The outputs could not be written to GITHUB_OUTPUT',
        error,
      )
      if (onError === 'warn') this.warning(reason)
      else this.#lost = { reason, outputs }
    }
  }

  /**
   * Logs the outputs that could not be written, because later steps may need them, and returns the reason; undefined if
   * all were written.
   */
  reportLostOutputs(): string | undefined {
    if (!this.#lost) return undefined
    const { reason, outputs } = this.#lost
    for (const [name, text] of outputs) this.info(`Output ${name}: ${text}`)
    const short = Array.from(outputs, ([name, text]) => `${name}: ${excerpt(text, 60)}`)
    return `${reason} They are in the log: ${excerpt(short.join(', '), 600)}.`
  }

  /** Returns an output as text without secrets, and warns if it contained any. */
  #outputText(name: string, value: Output): string {
    const text = formatOutput(value)
    const safe = this.redact(text)
    if (safe !== text) {
      this.warning(
        `Output "${name}" contains a value that is masked in this job, so it is set with "***" in its place. ` +
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
        describeMachineError('The job summary could not be written to GITHUB_STEP_SUMMARY', error),
      )
    }
  }

  #addSummary(file: string, markdown: Buffer): void {
    const room = summaryLimit - fileSize(file)
    if (markdown.length <= room) {
      appendFileSync(file, markdown)
      return
    }
    this.warning(`The job summary would exceed ${summaryLimit} bytes; its end is cut off.`)
    const note = Buffer.from('\n\n… truncated here: a job summary is limited to 1 MiB.\n')
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

  /** Returns the text without secrets and workflow commands. */
  #safe(text: string): string {
    return escapeCommands(this.redact(text))
  }
}

/** Returns the user and password of a URL, even of a malformed one. */
function loginIn(address: string): string[] {
  const [, login = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(.*)@/is.exec(address) ?? []
  const [user = '', ...password] = login.split(':')
  return [user, password.join(':')].filter((part) => part !== '')
}
