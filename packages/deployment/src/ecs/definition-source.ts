import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  describeIssue,
  InputError,
  isMap,
  quote,
  type Runner,
  readInputFile,
} from '@ci-actions/kit'
import { safeParse } from 'valibot'
import { readStructured } from '../structured-file.ts'
import { type Definition, definitionSchema, unknownIn } from './task-definition.ts'
import type { TaskDefinitionSource } from './task-definition-resolver.ts'
import { typedDefinition } from './typed-definition.ts'

/**
 * Resolves the input `task-definition`: the running one if not set, a file of the workspace, or a name in ECS.
 *
 * @throws InputError if it is none of these, or the file cannot be read
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
    `Input "task-definition" is ${quote(given)}, which is neither a file in the workspace ` +
      'nor an ARN, a "family:revision" or a family.',
  )
}

/** Whether the path is a file. Invalid paths, such as overlong ones, are not. */
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
      `The task definition ${quote(name)} is invalid (${describeIssue(issue, definitionSchema) ?? issue.message}). ` +
        'It must be JSON or YAML in the format of "aws ecs register-task-definition --cli-input-json".',
    )
  }
  const unknown = unknownIn(result.output)
  if (unknown.length > 0) {
    runner.warning(
      `${name}: ignoring ${unknown.map((one) => quote(one)).join(', ')}, which ECS does not support.`,
    )
  }
  return result.output
}

/** Unwraps the output of `aws ecs describe-task-definition --include TAGS`, in which tags are separate. */
function inDescription(read: unknown): unknown {
  if (!isMap(read) || !isMap(read.taskDefinition)) return read
  const { taskDefinition, tags } = read
  return { ...taskDefinition, ...(Array.isArray(tags) && { tags }) }
}
