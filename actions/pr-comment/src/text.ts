import { realpathSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import {
  FileError,
  InputError,
  type InputValues,
  quote,
  type Runner,
  readBeginning,
} from '@ci-actions/kit'
import type { inputs } from './inputs.ts'
import { silenced } from './mentions.ts'

type Wanted = InputValues<typeof inputs>

/** More than a job summary holds; what is behind it would be seen nowhere. */
const mostBytes = 1024 * 1024

/**
 * The text that is to be written; empty where the mode needs none.
 *
 * @throws InputError when inputs contradict each other, or the file cannot be used
 */
export function textToWrite(given: Wanted, runner: Runner): string {
  const { body, bodyPath, section, mode } = given
  if (section && mode !== 'update' && mode !== 'delete') {
    throw new InputError(
      `Input "section" is for mode update or delete: ${mode} is about the whole comment.`,
    )
  }
  if (mode === 'hide' || mode === 'delete') return ''
  if (body && bodyPath) {
    throw new InputError(
      'Input "body-path" has no effect while "body" is given: give one of the two.',
    )
  }
  if (!body && !bodyPath) {
    throw new InputError(
      `Input "body" or "body-path" is required with mode ${mode}, and neither was given, or it was empty.`,
    )
  }
  return guarded(body ?? textIn(bodyPath ?? '', runner), given, runner)
}

/** Without the token, and without mentions where they are not wanted. */
function guarded(text: string, { mentions, githubToken }: Wanted, runner: Runner): string {
  const harmless = unmarked(text).replaceAll(githubToken, '***')
  if (mentions) return harmless
  const { markdown, count } = silenced(harmless)
  if (count > 0) {
    const them = count === 1 ? '1 mention notifies' : `${count} mentions notify`
    runner.info(`${them} nobody; "mentions: true" would let them.`)
  }
  return markdown
}

/** The text without what could be taken for a mark of ours. */
export function unmarked(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/<!--(?=\s*ci-actions\b)/gi, '&lt;!--')
}

function textIn(path: string, { workspace }: Runner): string {
  const file = resolve(workspace, path)
  const text = new TextDecoder().decode(bytesOf(file, path))
  refuseWayOut(file, workspace)
  if (text.trim() === '') throw new InputError(`The file of "body-path", ${quote(path)}, is empty.`)
  return text
}

function bytesOf(file: string, path: string): Buffer {
  try {
    return readBeginning(file, mostBytes)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new InputError(
      `Input "body-path" must be a file that can be read; ${quote(path)} ${error.message}.`,
    )
  }
}

/** A link in the checkout, which may be a stranger's, must not lead to what only this machine knows. */
function refuseWayOut(file: string, workspace: string): void {
  const isWithin = (path: string, folder: string) => path.startsWith(`${folder}${sep}`)
  if (!isWithin(file, resolve(workspace))) return
  if (isWithin(realpathSync(file), realpathSync(workspace))) return
  throw new InputError('Input "body-path" is a link that leads out of the checkout.')
}
