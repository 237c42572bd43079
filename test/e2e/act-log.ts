import { boolean, type InferOutput, object, optional, parse, string } from 'valibot'

/** A run of a workflow, as act told it. */
export interface Told {
  /** What act printed, but for the commands that mask and that set variables: those hold what is masked. */
  readonly log: string
  /** The results of the jobs that ran, by id. */
  readonly jobs: Readonly<Record<string, string>>
  /** The steps that ran, each by the name of its action or as it stands in the workflow. */
  readonly steps: Readonly<Record<string, RanStep>>
}

export interface RanStep {
  readonly result?: string
  /** What it printed. */
  readonly said: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

const lineShape = object({
  msg: string(),
  jobID: optional(string()),
  jobResult: optional(string()),
  stage: optional(string()),
  step: optional(string()),
  stepResult: optional(string()),
  raw_output: optional(boolean()),
  command: optional(string()),
  name: optional(string()),
  arg: optional(string()),
  content: optional(string()),
})

type Line = InferOutput<typeof lineShape>

/** Reads what `act --json` printed: an object a line, and a last word of its own where it fails. */
export function readLog(printed: string): Told {
  const texts = printed.split('\n').filter((text) => !/"command":"(add-mask|set-env)"/.test(text))
  const lines = texts
    .filter((text) => text.startsWith('{'))
    .map((text) => parse(lineShape, JSON.parse(text)))
  const jobs: Record<string, string> = {}
  const steps: Record<string, RanStep> = {}
  for (const line of lines) {
    if (line.jobID && line.jobResult) jobs[line.jobID] = line.jobResult
    if (line.stage !== 'Main' || !line.step) continue
    const name = /^org\/ci-actions\/(.+)@v1$/.exec(line.step)?.[1] ?? line.step
    steps[name] = goOn(steps[name] ?? { said: '', outputs: {}, summary: '' }, line)
  }
  return { log: texts.join('\n'), jobs, steps }
}

/** A step with what one more line tells of it. */
function goOn(step: RanStep, line: Line): RanStep {
  const { command, name, arg, content, stepResult: result } = line
  if (result) return { ...step, result }
  if (command === 'set-output' && name) {
    return { ...step, outputs: { ...step.outputs, [name]: arg ?? '' } }
  }
  if (command === 'summary') return { ...step, summary: step.summary + (content ?? '') }
  return line.raw_output || command ? { ...step, said: step.said + line.msg } : step
}
