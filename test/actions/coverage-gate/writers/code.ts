import type { seeded } from '../../../support/random.ts'

/** Code that only runs as a whole; at its end stand decisions, each with so many ways to go on. */
interface Block {
  readonly from: number
  readonly to: number
  readonly decisions: readonly number[]
}

interface CodeFunction {
  readonly name: string
  readonly blocks: readonly Block[]
}

/** A source file by its path in its package. */
export interface CodeFile {
  readonly path: string
  /** Whether it begins with a text that runs, but is no statement. */
  readonly docstring: boolean
  readonly functions: readonly CodeFunction[]
}

/** What a tool measured of a file in one run: everything that is there, with its hits. */
export interface Measured {
  readonly path: string
  readonly docstring: boolean
  readonly lastLine: number
  readonly blocks: readonly MeasuredBlock[]
  readonly functions: readonly MeasuredFunction[]
}

export interface MeasuredBlock {
  readonly from: number
  readonly to: number
  readonly hits: number
  /** Of each decision at its end the hits of each way. */
  readonly decisions: readonly (readonly number[])[]
}

export interface MeasuredFunction {
  readonly name: string
  readonly hits: number
  readonly blocks: readonly MeasuredBlock[]
}

export type Random = ReturnType<typeof seeded>

/** Draws a file; a line has at most so many decisions. */
export function drawFile(path: string, mostDecisions: number, random: Random): CodeFile {
  let line = 2 + random.integer(3)
  const draw = <T>(most: number, one: () => T): T[] =>
    Array.from({ length: 1 + random.integer(most) }, one)
  const block = (): Block => {
    const from = line
    const to = from + random.integer(3)
    line = to + 1
    const decisions = random.integer(2) === 0 ? [] : draw(mostDecisions, () => ways(random))
    return { from, to, decisions }
  }
  const functions = draw(3, () => {
    line += random.integer(3)
    return { name: random.one(['take', 'give', 'render', 'init']), blocks: draw(4, block) }
  })
  return { path, docstring: random.integer(2) === 0, functions }
}

/** Most decisions have two ways, and a `switch` may have many. */
function ways(random: Random): number {
  return random.one([2, 2, 2, 3, 5, 20])
}

/** Runs a file: what is not reached has no hits, and what is decided goes at least one way. */
export function run({ path, docstring, functions }: CodeFile, random: Random): Measured {
  const measured = functions.map(({ name, blocks }) => {
    const hits = random.integer(3)
    return { name, hits, blocks: blocks.map((block, i) => runBlock(block, i, hits, random)) }
  })
  const blocks = measured.flatMap((one) => one.blocks)
  return { path, docstring, lastLine: blocks.at(-1)?.to ?? 0, blocks, functions: measured }
}

function runBlock(block: Block, nth: number, calls: number, random: Random): MeasuredBlock {
  const hits = nth === 0 ? calls : calls * random.integer(2)
  const decisions = block.decisions.map((count) => {
    const sure = random.integer(count)
    return Array.from({ length: count }, (_, way) => {
      if (hits === 0) return 0
      return way === sure ? hits : random.integer(2)
    })
  })
  return { from: block.from, to: block.to, hits, decisions }
}

/** The lines of a block, or of a file. */
export function linesOf(blocks: readonly MeasuredBlock[]): { line: number; hits: number }[] {
  return blocks.flatMap(({ from, to, hits }) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ line: from + i, hits })),
  )
}

/** How many ways of a block's last line there are, and were taken. */
export function waysOf({ decisions }: MeasuredBlock): { taken: number; total: number } {
  const hits = decisions.flat()
  return { taken: hits.filter((one) => one > 0).length, total: hits.length }
}

/** How many machine instructions a line has. */
export const instructionsOf = (line: number): number => 1 + (line % 5)

export const firstOf = ({ blocks }: MeasuredFunction): number => blocks[0]?.from ?? 0
export const lastOf = ({ blocks }: MeasuredFunction): number => blocks.at(-1)?.to ?? 0

/** Covered and total of what has hits. */
export function tallied(hits: readonly number[]): { covered: number; total: number } {
  return { covered: hits.filter((one) => one > 0).length, total: hits.length }
}

/** The same of the lines, functions and branches of files. */
export function talliesOf(files: readonly Pick<Measured, 'blocks' | 'functions'>[]) {
  const blocks = files.flatMap((file) => file.blocks)
  return {
    lines: tallied(linesOf(blocks).map(({ hits }) => hits)),
    functions: tallied(files.flatMap((file) => file.functions.map(({ hits }) => hits))),
    branches: tallied(blocks.flatMap(({ decisions }) => decisions.flat())),
    regions: tallied(blocks.map(({ hits }) => hits)),
  }
}

/** The parts of a file by their names, and whether each ran. */
export function partsOf(
  { blocks, functions }: Measured,
  metric: string,
  isCalled: (one: MeasuredFunction) => boolean = ({ hits }) => hits > 0,
): [name: string, ran: boolean][] {
  const lines = linesOf(blocks).map(({ line, hits }) => [`${line}`, hits > 0] as const)
  switch (metric) {
    case 'functions':
      return functions.map((one) => [`${firstOf(one)}`, isCalled(one)])
    case 'branches':
      return blocks.flatMap(({ to, decisions }) =>
        decisions.flatMap((ways, nth) =>
          ways.map((hits, way): [string, boolean] => [`${to} ${nth} ${way}`, hits > 0]),
        ),
      )
    case 'regions':
      return blocks.map(({ from, hits }) => [`${from}`, hits > 0])
    case 'instructions':
      return lines.flatMap(([line, ran]) =>
        Array.from({ length: instructionsOf(Number(line)) }, (_, i): [string, boolean] => [
          `${line} ${i}`,
          ran,
        ]),
      )
    default:
      return lines.map(([line, ran]) => [line, ran])
  }
}
