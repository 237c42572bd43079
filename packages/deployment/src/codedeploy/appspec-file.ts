import { describeIssue, InputError, quote, type Runner, readInputFile } from '@ci-actions/kit'
import { safeParse } from 'valibot'
import { readStructured } from '../structured-file.ts'
import { type AppSpec, appSpecSchema } from './appspec.ts'

/** @throws InputError if the file cannot be read or is not an AppSpec for an ECS service */
export async function appSpecIn(name: string, runner: Runner): Promise<AppSpec> {
  const text = readInputFile('codedeploy-appspec', name, runner.workspace).toString()
  const result = safeParse(appSpecSchema, await readStructured(name, text))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new InputError(
    `The AppSpec ${quote(name)} is not one for an ECS service (${describeIssue(issue, appSpecSchema) ?? issue.message}). ` +
      'It needs "Resources" with one "TargetService" that has "Type" and "Properties".',
  )
}
