import { InputError, quote, type Runner, readInputFile } from '@ci-actions/kit'
import { getDotPath, safeParse } from 'valibot'
import { readStructured } from '../structured-file.ts'
import { type AppSpec, appSpecSchema } from './appspec.ts'

/** @throws InputError when the file cannot be read, or is no AppSpec of a service of ECS */
export async function appSpecIn(name: string, runner: Runner): Promise<AppSpec> {
  const text = readInputFile('codedeploy-appspec', name, runner.workspace).toString()
  const result = safeParse(appSpecSchema, await readStructured(name, text))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new InputError(
    `The AppSpec ${quote(name)} is not one of a service of ECS (at "${getDotPath(issue) ?? ''}": ${issue.message}). ` +
      'It has "Resources" with one "TargetService", and under it "Type" and "Properties".',
  )
}
