import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, object, optional, parse, record, string } from 'valibot'
import { parse as parseYaml } from 'yaml'
import { root } from '../../scripts/actions.ts'

const stepShape = object({
  id: optional(string()),
  uses: string(),
  if: optional(string(), 'success()'),
  with: optional(record(string(), string()), {}),
})

const workflowShape = object({
  name: string(),
  jobs: record(string(), object({ steps: array(stepShape) })),
})

export type Workflow = ReturnType<typeof readWorkflow>
export type WorkflowStep = Workflow['steps'][number]

/** A workflow of examples/ that has one job, as far as the demo plays it. */
export function readWorkflow(file: string) {
  const text = readFileSync(join(root, 'examples', file), 'utf8')
  // Every scalar as the text that it is: inputs are texts.
  const { name, jobs } = parse(workflowShape, parseYaml(text, { schema: 'failsafe' }))
  const [[job, { steps }] = [undefined, { steps: [] }], ...more] = Object.entries(jobs)
  if (job === undefined || more.length > 0) throw new Error(`examples/${file} must have one job.`)
  return { name, job, steps }
}
