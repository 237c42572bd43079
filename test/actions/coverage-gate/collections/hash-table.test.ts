import { PackedTable } from '../../../../actions/coverage-gate/src/collections/hash-table.ts'
import { FunctionTable } from '../../../../actions/coverage-gate/src/collections/string-table.ts'
import { Coverage } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { seeded } from '../../../support/random.ts'

const decoder = new TextDecoder()

/** Mostly in order, as reports are, and now and then anywhere. */
function* keysOf(seed: number, count: number): Generator<[file: number, a: number, b: number]> {
  const { integer } = seeded(seed)
  let [file, a] = [0, 0]
  for (let i = 0; i < count; i++) {
    const jump = integer(10)
    if (jump === 0) [file, a] = [integer(5), integer(2000)]
    else if (jump === 1) [file, a] = [file + 1, 0]
    else a += integer(3)
    yield [file, a, jump === 2 ? -1 - integer(50) : integer(3)]
  }
}

test.each([
  ['of lines', 0],
  ['of places', 12],
])('marks %s keep their values, whatever their order', (_, shift) => {
  const marks = new PackedTable(shift)
  const model = new Map<string, number>()
  for (const [file, a, b] of keysOf(3, 30_000)) {
    marks.find(file, a, b)
    const key = `${file},${a},${b}`
    if (marks.value !== (model.get(key) ?? 0)) throw new Error(`${key} has ${marks.value}`)
    marks.value++
    model.set(key, (model.get(key) ?? 0) + 1)
  }
  const found = new Map<string, number>()
  marks.each((file, a, b, value) => found.set(`${file},${a},${b}`, value))
  expect(marks.size).toBe(model.size)
  expect(found).toEqual(model)
})

test('names are known by their file and all their bytes, whatever their order', () => {
  const table = new FunctionTable()
  const model = new Map<string, boolean>()
  const { integer } = seeded(4)
  for (const [file, a, b] of keysOf(5, 30_000)) {
    const name = `${'n'.repeat(integer(3))}${a}:${b}`
    const covered = integer(4) === 0
    const bytes = Buffer.from(`(${name})`)
    const known = model.get(`${file} ${name}`)
    const added = (known === undefined ? 1 : 0) | (covered && !known ? 2 : 0)
    const number = table.find(file, bytes, 1, bytes.length - 1)
    const told = (table.isNew ? 1 : 0) | (covered && table.cover(number) ? 2 : 0)
    if (told !== added) throw new Error(`${file} ${name} is told to be ${told}`)
    if (!table.endsWith(number, 1, bytes, 2, bytes.length - 1))
      throw new Error(`${name} has another end`)
    model.set(`${file} ${name}`, covered || known === true)
  }
  const found = new Map<string, boolean>()
  table.each((file, bytes, from, to, covered) => {
    found.set(`${file} ${decoder.decode(bytes.subarray(from, to))}`, covered)
  })
  expect(found).toEqual(model)
})

test('200,000 statements on one line, the last one first, do not search for each other', () => {
  const file = new Coverage().file('bundle.min.js')
  const began = process.cpuUsage()
  for (let i = 200_000; i > 0; i--) file.statement(1, i * 3, 1, i * 3 + 2, i % 2 === 0)
  expect(file.count('statements')).toEqual({ covered: 100_000, total: 200_000 })
  // A search among all would take minutes.
  const { user, system } = process.cpuUsage(began)
  expect(user + system).toBeLessThan(10_000_000)
})

test('lines far from each other take no more memory than a page each', () => {
  const coverage = new Coverage()
  const file = coverage.file('generated.c')
  const before = process.memoryUsage().arrayBuffers
  for (let i = 0; i < 10_000; i++) file.line(1 + i * 200_000, true)
  file.line(2 ** 31 - 2, false)
  file.branches(2 ** 31 - 2, 1, 2)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8e6)
  expect(file.count('lines')).toEqual({ covered: 10_000, total: 10_001 })
  expect(file.ranges('uncovered')).toEqual([{ from: 2 ** 31 - 2, to: 2 ** 31 - 2 }])
})
