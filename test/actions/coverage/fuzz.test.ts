import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@ci-actions/kit'
import { metrics } from '../../../actions/coverage-gate/src/coverage.ts'
import { seeded } from '../../support/random.ts'
import { fixtures, type Read, read } from './read.ts'

const samples = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((path) => !path.startsWith('sources') && /\.(json|info|lcov|out|xml)$/.test(path))
  .sort()
  .map((path) => readFileSync(join(fixtures, path)))
  .filter((bytes) => bytes.length < 40_000)
const cases = Number(process.env.FUZZ_CASES ?? 2_000)
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
  '\u00e9',
  ' ',
  'null',
  'end_of_record\n',
  '__proto__',
]

type Random = ReturnType<typeof seeded>

/** Changes a report in a few places: bytes, tokens, and parts that are lost, doubled or moved. */
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
    const token = Buffer.from(tokens[random.integer(tokens.length)] ?? '')
    const kinds = [
      [head, token, result.subarray(at)],
      [head, token, tail],
      [head, tail],
      [head, part, part, tail],
      [head],
      [head, Buffer.from([random.integer(256)]), result.subarray(at + 1)],
    ]
    result = Buffer.concat(kinds[random.integer(kinds.length)] ?? [result])
  }
  return result
}

/** Totals are whole numbers that fit together, and what is covered was listed. */
function isSound({ coverage }: Read): boolean {
  const totals = coverage.totals()
  return metrics.every((metric) => {
    const { covered, total } = totals[metric]
    return (
      Number.isSafeInteger(total) &&
      Number.isSafeInteger(covered) &&
      covered >= 0 &&
      covered <= total
    )
  })
}

test(`${cases} changed reports are read or refused in one line, and no total is impossible`, () => {
  const random = seeded(Number(process.env.FUZZ_SEED ?? 1))
  let refused = 0
  let slowest = 0
  for (let i = 0; i < cases; i++) {
    const report = mutated(samples[random.integer(samples.length)] ?? Buffer.alloc(0), random)
    const began = performance.now()
    try {
      if (!isSound(read(report))) throw new Error(`case ${i}: impossible totals\n${report}`)
    } catch (error) {
      if (!(error instanceof Failure)) throw new Error(`case ${i}\n${report}`, { cause: error })
      if (/[\n\r\0]/.test(error.message)) throw new Error(`case ${i}: ${error.message}`)
      refused++
    }
    slowest = Math.max(slowest, performance.now() - began)
  }
  expect(refused).toBeGreaterThan(cases / 4)
  expect(refused).toBeLessThan(cases)
  expect(slowest).toBeLessThan(10_000)
})
