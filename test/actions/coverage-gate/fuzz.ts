import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError } from '@ci-actions/kit'
import { naive } from '../../oracles/coverage/naive.ts'
import { seeded } from '../../support/random.ts'
import { fixtures, read, reportFixtures, workspace } from './read.ts'

type Random = ReturnType<typeof seeded>

const samples = reportFixtures
  .map((path) => readFileSync(join(fixtures, path)))
  .filter((bytes) => bytes.length < 40_000)

const tokens = [
  '0',
  '-1',
  '9',
  '99999999999999999999',
  '1e9',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '/',
  '&',
  '\n',
  '\r',
  '\0',
  '\\',
  'é',
  ' ',
  'null',
  'end_of_record\n',
  '__proto__',
] as const

/** Changes a report in a few places: bytes, digits, tokens, and parts that are lost, doubled or moved. */
function mutated(bytes: Buffer, random: Random): Buffer {
  let result = bytes
  for (let i = random.integer(3); i >= 0; i--) {
    const at = random.integer(result.length + 1)
    const to = Math.min(result.length, at + random.integer(60))
    const [head, part, tail] = [
      result.subarray(0, at),
      result.subarray(at, to),
      result.subarray(to),
    ]
    const token = Buffer.from(random.one(tokens))
    const digits = Buffer.from(
      part.toString('latin1').replace(/\d/g, () => String(random.integer(10))),
      'latin1',
    )
    const line = lineAround(result, at)
    result = Buffer.concat(
      random.one([
        [head, token, result.subarray(at)],
        [head, token, tail],
        [head, tail],
        [head, part, part, tail],
        [head, digits, tail],
        [result.subarray(0, line.to), result.subarray(line.from)],
        [result.subarray(0, line.from), result.subarray(line.to)],
        [head],
        [head, Buffer.from([random.integer(128)]), result.subarray(at + 1)],
      ]),
    )
  }
  return result
}

function lineAround(bytes: Buffer, at: number): { from: number; to: number } {
  const end = bytes.indexOf(0x0a, at)
  return { from: bytes.lastIndexOf(0x0a, at - 1) + 1, to: end < 0 ? bytes.length : end + 1 }
}

/** What became of all cases. */
export interface Fuzzed {
  readonly refused: number
  readonly same: number
  readonly slowest: number
}

/**
 * Reads changed reports. Each has to be refused in one line, or to give what a naive reader finds in
 * it: nothing that was lost may look covered.
 */
export function fuzz(cases: number, seed: number): Fuzzed {
  const random = seeded(seed)
  let refused = 0
  let slowest = 0
  for (let i = 0; i < cases; i++) {
    const report = mutated(samples[random.integer(samples.length)] ?? Buffer.alloc(0), random)
    const began = performance.now()
    try {
      hold(report)
    } catch (error) {
      if (!(error instanceof ActionError) || /[\n\r\0]/.test(error.message)) {
        throw new Error(`case ${i} of seed ${seed}: ${error}\n${report}`, { cause: error })
      }
      refused++
    }
    slowest = Math.max(slowest, performance.now() - began)
  }
  return { refused, same: cases - refused, slowest }
}

/** @throws ActionError when the report is refused, another error when it is read wrongly */
function hold(report: Buffer): void {
  const { format, totals } = read(report)
  const encoding = report[0] !== 0 && report[1] === 0 ? 'utf16le' : 'utf8'
  let expected: Readonly<Record<string, string>>
  try {
    expected = naive(format, report.toString(encoding), workspace)
  } catch (error) {
    throw new Error(`${format} is read as ${JSON.stringify(totals)}, but is broken`, {
      cause: error,
    })
  }
  if (JSON.stringify(totals) === JSON.stringify(expected)) return
  const [ours, theirs] = [totals, expected].map((one) => JSON.stringify(one))
  throw new Error(`${format} is read as ${ours}, but says ${theirs}`)
}
