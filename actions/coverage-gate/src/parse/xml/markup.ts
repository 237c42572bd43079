import { quote } from '@ci-actions/kit'
import type { BufferedInput } from '../buffered-input.ts'
import {
  APOSTROPHE,
  BANG,
  CLOSE_BRACKET,
  DASH,
  GREATER,
  LESS,
  OPEN_BRACKET,
  QUESTION,
  QUOTE,
  SEMICOLON,
} from '../bytes.ts'
import { characterOf } from './characters.ts'

/*
 * Markup other than tags and plain text. Each function returns the end in the buffer of the markup at `start`, or -1
 * if more has to be read first.
 */

/** `<!-- … -->`. */
export function endOfComment(input: BufferedInput, start: number): number {
  const end = find(input, '--', start + 4)
  if (end < 0 || end + 2 === input.limit) return -1
  if (input.bytes[end + 2] !== GREATER) input.fail('has "--" in a comment', end)
  return end + 3
}

/** `<![CDATA[ … ]]>`. */
export function endOfCdata(input: BufferedInput, start: number): number {
  const end = find(input, ']]>', start + 9)
  return end < 0 ? -1 : end + 3
}

/** `<?target … ?>`; `<?xml …?>` is allowed only at the start of the document. */
export function endOfInstruction(input: BufferedInput, start: number): number {
  const end = find(input, '?>', start + 2)
  if (end < 0) return -1
  const target = /^[A-Za-z_:\x80-\xff][\w:.\x80-\xff-]*(?=\s|$)/.exec(
    input.bytes.toString('latin1', start + 2, Math.min(end, start + 258)),
  )?.[0]
  const first = input.positionOf(start) === 0
  if (!target || (/^xml$/i.test(target) && !(first && target === 'xml'))) {
    input.fail('has a processing instruction that is not allowed here', start)
  }
  return end + 2
}

/** `<!DOCTYPE … >`: only quotes, comments and brackets are parsed. */
export function endOfDoctype(input: BufferedInput, start: number): number {
  const { bytes, limit } = input
  let at = start + 9
  let bracket = false
  for (; at < limit; at++) {
    const byte = bytes[at]
    if (byte === GREATER && !bracket) return at + 1
    if (byte === OPEN_BRACKET) bracket = true
    else if (byte === CLOSE_BRACKET) bracket = false
    else if (byte === QUOTE) at = find(input, '"', at + 1)
    else if (byte === APOSTROPHE) at = find(input, "'", at + 1)
    else if (byte === LESS && bytes[at + 1] === BANG && bytes[at + 2] === DASH) {
      at = find(input, '-->', at + 4)
    } else if (byte === LESS && bytes[at + 1] === QUESTION) at = find(input, '?>', at + 2)
    if (at < 0) break
  }
  return -1
}

/** `&lt;` or `&#65;`. */
export function endOfReference(input: BufferedInput, start: number): number {
  const { bytes, limit } = input
  let at = start + 1
  while (bytes[at] !== SEMICOLON && at - start < 64 && at < limit) at++
  if (at >= limit) return -1
  const name = bytes.toString('utf8', start + 1, at)
  if (bytes[at] !== SEMICOLON || characterOf(name) === undefined) {
    input.fail(`refers to ${quote(`&${name};`, 40)}, but custom entities are not resolved`, start)
  }
  return at + 1
}

/** Returns the index of a text in the bytes read, or -1. */
function find({ bytes, limit }: BufferedInput, text: string, from: number): number {
  const at = bytes.indexOf(text, from, 'latin1')
  return at >= 0 && at + text.length <= limit ? at : -1
}
