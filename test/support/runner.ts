import {
  type AnnotationLocation,
  CancelledError,
  type Output,
  type Runner,
  type WorkflowRun,
} from '@ci-actions/kit'

/** A run as it would be on a push to main; what matters to a test is said by the test. */
export const someRun: WorkflowRun = {
  repository: 'org/app',
  sha: '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678',
  commit: '1a2b3c4d5e6f708192a3b4c5d6e7f80912345678',
  ref: 'refs/heads/main',
  branch: 'main',
  event: 'push',
  actor: 'someone',
  author: undefined,
  workflow: 'Deliver',
  job: 'deploy',
  runId: '42',
  attempt: 1,
  server: 'https://github.com',
  url: 'https://github.com/org/app/actions/runs/42',
  pullRequest: undefined,
  message: 'Add a thing',
}

/** A runner that remembers what it was told; for what needs a `Runner` but no process. */
export class TestRunner implements Runner {
  readonly workspace = process.cwd()
  readonly proxy = undefined
  readonly contract = undefined
  readonly run: WorkflowRun
  readonly event: unknown
  readonly masked: string[] = []
  readonly lines: string[] = []
  readonly outputs: Record<string, Output> = {}
  readonly summaries: string[] = []
  readonly #inputs: Readonly<Record<string, string>>
  readonly #env: Readonly<Record<string, string>>
  readonly #cancellation = new AbortController()

  constructor(
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
    run: Partial<WorkflowRun> = {},
    event: unknown = undefined,
  ) {
    this.#inputs = inputs
    this.#env = env
    this.run = { ...someRun, ...run }
    this.event = event
  }

  get cancelled(): AbortSignal {
    return this.#cancellation.signal
  }

  cancel(): void {
    this.#cancellation.abort(new CancelledError())
  }

  get givenInputs(): readonly string[] {
    return Object.keys(this.#inputs)
  }

  input(name: string): string {
    return (this.#inputs[name] ?? '').trim()
  }

  env(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined
  }

  setSecret(secret: string): void {
    this.masked.push(secret)
  }

  redact(text: string): string {
    const long = this.masked.filter((secret) => secret.length >= 4)
    return long.reduce((left, secret) => left.replaceAll(secret, '***'), text)
  }

  info(message: string): void {
    this.lines.push(message)
  }

  notice(message: string, place?: AnnotationLocation): void {
    this.#annotate('notice', message, place)
  }

  warning(message: string, place?: AnnotationLocation): void {
    this.#annotate('warning', message, place)
  }

  error(message: string, place?: AnnotationLocation): void {
    this.#annotate('error', message, place)
  }

  setOutputs(values: Readonly<Record<string, Output>>): void {
    Object.assign(this.outputs, values)
  }

  appendSummary(markdown: string): void {
    this.summaries.push(markdown)
  }

  #annotate(level: string, message: string, place?: AnnotationLocation): void {
    this.lines.push(`${level}: ${place ? `${place.file}: ` : ''}${message}`)
  }
}
