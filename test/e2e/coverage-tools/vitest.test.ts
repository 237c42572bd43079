import { installFromNpm } from '../install.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted } from './gate.ts'
import { defaultArguments, istanbulRows, printedByIstanbul, reporters } from './istanbul.ts'
import { run } from './run.ts'

const price = `
  export interface Item { readonly cost: number; readonly count?: number }

  export function price(items: readonly Item[], coupon?: string): number {
    let sum = 0
    for (const { cost, count = 1 } of items) sum += cost * count
    if (coupon === 'HALF') return sum / 2
    else if (coupon) throw new Error(\`unknown coupon \${coupon}\`)
    return sum > 100 ? sum - 5 : sum
  }
`
const stock = `
  export class Stock {
    readonly #items = new Map<string, number>()

    add(name: string, count = 1): this {
      this.#items.set(name, (this.#items.get(name) ?? 0) + count)
      return this
    }
    take(name: string): boolean {
      const left = this.#items.get(name)
      if (!left) return false
      this.#items.set(name, left - 1)
      return true
    }
  }
`
const config = { projects: ['packages/*'], coverage: { include: ['packages/*/src/**'] } }

/** A workspace of two packages that have the same files and test them differently. */
const { folder } = makeRepository({
  message: 'packages',
  texts: {
    'vitest.config.mjs': `export default { test: ${JSON.stringify(config)} }`,
    'packages/api/src/price.ts': price,
    'packages/web/src/price.ts': price,
    'packages/api/src/stock.ts': stock,
    'packages/web/src/stock.ts': stock,
    ...projectOf('api'),
    ...projectOf('web'),
    'packages/api/test/shop.test.ts': `
      import { price } from '../src/price.ts'
      import { Stock } from '../src/stock.ts'

      test('adds up', () => expect(price([{ cost: 5, count: 2 }], 'HALF')).toBe(5))
      test('takes', () => expect(new Stock().add('a').take('a')).toBe(true))`,
    // Nothing loads its Stock.
    'packages/web/test/shop.test.ts': `
      import { price } from '../src/price.ts'

      test('refuses a coupon', () => expect(() => price([], 'NONE')).toThrow('unknown'))`,
  },
})

function projectOf(name: string): Record<string, string> {
  return {
    [`packages/${name}/package.json`]: JSON.stringify({ name, type: 'module' }),
    [`packages/${name}/vitest.config.mjs`]: 'export default { test: { globals: true } }',
  }
}

describe.each(['v8', 'istanbul'])('the provider %s', (provider) => {
  let printed: Counts

  beforeAll(() => {
    const vitest = installFromNpm(
      ['vitest@5.1.1', '@vitest/coverage-v8@5.1.1', '@vitest/coverage-istanbul@5.1.1'],
      'vitest',
    )
    const output = run(folder, vitest, [
      'run',
      '--coverage.enabled',
      `--coverage.provider=${provider}`,
      `--coverage.reportsDirectory=${provider}`,
      ...reporters.map((reporter) => `--coverage.reporter=${reporter}`),
    ])
    printed = printedByIstanbul(output)
  }, 300_000)

  const remarks = [/declares .* branches .* the lists apply/]
  test.each(istanbulRows(provider, { less: defaultArguments, remarks }))('%s', (_, row) =>
    expectPrinted(folder, printed, row),
  )
})
