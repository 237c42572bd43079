import { firstOf, lastOf, linesOf, type Measured } from './code.ts'

/** @see https://github.com/simplecov-ruby/simplecov/blob/main/lib/simplecov/result_merger.rb */
export function simplecov(files: readonly Measured[], nameOf: (path: string) => string): string {
  const coverage = Object.fromEntries(files.map((file) => [nameOf(file.path), resultOf(file)]))
  return JSON.stringify({ RSpec: { coverage, timestamp: 1 } })
}

function resultOf({ blocks, functions, lastLine }: Measured): object {
  const lines = Array<number | null>(lastLine).fill(null)
  for (const { line, hits } of linesOf(blocks)) lines[line - 1] = hits
  let id = 0
  const branches = blocks.flatMap(({ to, decisions }) =>
    decisions.map((ways, nth) => {
      const start = 4 + 40 * nth
      const arms = ways.map((hits, way) => {
        const type = ways.length > 2 ? 'when' : ['then', 'else'][way]
        return [`[:${type}, ${++id}, ${to}, ${start + way}, ${to}, ${start + way + 1}]`, hits]
      })
      const type = ways.length > 2 ? 'case' : 'if'
      return [
        `[:${type}, ${++id}, ${to}, ${start}, ${to}, ${start + 39}]`,
        Object.fromEntries(arms),
      ]
    }),
  )
  const methods = functions.map((one) => {
    return [`[Shop, :${one.name}, ${firstOf(one)}, 2, ${lastOf(one)}, 5]`, one.hits]
  })
  return {
    lines,
    branches: Object.fromEntries(branches),
    methods: Object.fromEntries(methods),
  }
}
