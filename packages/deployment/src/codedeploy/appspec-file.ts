import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError, quote, type Runner } from '@ci-actions/kit'
import { getDotPath, safeParse } from 'valibot'
import { readStructured } from '../structured-file.ts'
import { type AppSpec, appSpecShape } from './appspec.ts'

/** @throws InputError when the file cannot be read, or is no AppSpec of a service of ECS */
export async function appSpecIn(name: string, runner: Runner): Promise<AppSpec> {
  const result = safeParse(appSpecShape, await readStructured(name, textOf(name, runner)))
  if (result.success) return result.output
  const [issue] = result.issues
  throw new InputError(
    `The AppSpec ${quote(name)} is not one of a service of ECS (at "${getDotPath(issue) ?? ''}": ${issue.message}). ` +
      'It has "Resources" with one "TargetService", and under it "Type" and "Properties".',
  )
}

function textOf(name: string, runner: Runner): string {
  try {
    return readFileSync(resolve(runner.workspace, name), 'utf8')
  } catch {
    throw new InputError(
      `Input "codedeploy-appspec" is ${quote(name)}: there is no such file in the workspace.`,
    )
  }
}
