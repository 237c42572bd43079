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

type TextInputs = InputValues<typeof inputs>

/** More than a job summary can contain. */
const maxBytes = 1024 * 1024

/**
 * Returns the text to write; empty if the mode needs none.
 *
 * @throws InputError if inputs contradict each other, or the file cannot be used
 */
export function textToWrite(given: TextInputs, runner: Runner): string {
  const { body, bodyPath, section, mode } = given
  if (section && mode !== 'update' && mode !== 'delete') {
    throw new InputError(
      `Input "section" requires mode update or delete; ${mode} applies to the whole comment.`,
    )
  }
  if (mode === 'hide' || mode === 'delete') return ''
  if (body && bodyPath) {
    throw new InputError('Inputs "body" and "body-path" are both set: set only one of them.')
  }
  if (!body && !bodyPath) {
    throw new InputError(
      `Input "body" or "body-path" is required with mode ${mode}, but both are empty.`,
    )
  }
  return guarded(body ?? textIn(bodyPath ?? '', runner), given, runner)
}

/** Removes the token, and silences mentions unless they are wanted. */
function guarded(text: string, { mentions, githubToken }: TextInputs, runner: Runner): string {
  const harmless = unmarked(text).replaceAll(githubToken, '***')
  if (mentions) return harmless
  const { markdown, count } = silenced(harmless)
  if (count > 0) {
    const them = count === 1 ? '1 mention notifies' : `${count} mentions notify`
    runner.info(`${them} nobody; set "mentions: true" to allow mentions.`)
  }
  return markdown
}

/** Escapes text that could be taken for one of our markers. */
export function unmarked(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/<!--(?=\s*ci-actions\b)/gi, '&lt;!--')
}

function textIn(path: string, { workspace }: Runner): string {
  const file = resolve(workspace, path)
  const text = new TextDecoder().decode(bytesOf(file, path))
  rejectOutsideLink(file, workspace)
  if (text.trim() === '') throw new InputError(`The file of "body-path", ${quote(path)}, is empty.`)
  return text
}

function bytesOf(file: string, path: string): Buffer {
  try {
    return readBeginning(file, maxBytes)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    throw new InputError(
      `Input "body-path" must be a readable file; ${quote(path)} ${error.message}.`,
    )
  }
}

/**
 * Rejects a link that points outside the checkout: an untrusted pull request could use it to publish files of this
 * machine.
 */
function rejectOutsideLink(file: string, workspace: string): void {
  const isWithin = (path: string, folder: string) => path.startsWith(`${folder}${sep}`)
  if (!isWithin(file, resolve(workspace))) return
  if (isWithin(realpathSync(file), realpathSync(workspace))) return
  throw new InputError('Input "body-path" is a link that points outside the checkout.')
}
