import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { InputError, isMap, quote, type Runner, readInputFile } from '@ci-actions/kit'
import { getDotPath, safeParse } from 'valibot'
import { readStructured } from '../structured-file.ts'
import { type Definition, definitionSchema, unknownIn } from './task-definition.ts'
import type { TaskDefinitionSource } from './task-definition-resolver.ts'
import { typedDefinition } from './typed-definition.ts'

/**
 * What `task-definition` means: the one that runs when it is not given, a file of the workspace, else a
 * name at ECS.
 *
 * @throws InputError when it is neither, or the file cannot be read
 */
export async function sourceOf(
  given: string | undefined,
  runner: Runner,
): Promise<TaskDefinitionSource> {
  if (!given) return { kind: 'running' }
  const file = resolve(runner.workspace, given)
  if (!given.startsWith('arn:') && isFile(file)) {
    const text = readInputFile('task-definition', given, runner.workspace).toString()
    return { kind: 'file', definition: await definitionIn(given, text, runner) }
  }
  if (/^(arn:[\w:/.-]+|[\w-]{1,255}(:\d+)?)$/.test(given)) return { kind: 'named', name: given }
  throw new InputError(
    `Input "task-definition" is ${quote(given)}: there is no such file in the workspace, and it is no ARN, ` +
      'no "family:revision" and no family.',
  )
}

/** What is no name of a file, as one that is too long, is none. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

async function definitionIn(name: string, text: string, runner: Runner): Promise<Definition> {
  const typed = inDescription(await readStructured(name, text))
  const asWritten = inDescription(await readStructured(name, text, 'as-written'))
  const definition = typedDefinition(name, { typed, text: asWritten })
  const result = safeParse(definitionSchema, definition)
  if (!result.success) {
    const [issue] = result.issues
    throw new InputError(
      `The task definition ${quote(name)} is not one (at "${getDotPath(issue) ?? ''}": ${issue.message}). ` +
        'It is JSON or YAML as "aws ecs register-task-definition --cli-input-json" takes it.',
    )
  }
  const unknown = unknownIn(result.output)
  if (unknown.length > 0) {
    runner.warning(
      `${name}: ECS knows no ${unknown.map((one) => quote(one)).join(', ')}; left out.`,
    )
  }
  return result.output
}

/** `aws ecs describe-task-definition --include TAGS` prints the definition, and its tags beside it. */
function inDescription(read: unknown): unknown {
  if (!isMap(read) || !isMap(read.taskDefinition)) return read
  const { taskDefinition, tags } = read
  return { ...taskDefinition, ...(Array.isArray(tags) && { tags }) }
}
