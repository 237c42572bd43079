import { globSync } from 'node:fs'
import { root } from '../../scripts/actions.ts'
import { read } from './documents.ts'

const files = globSync('test/{**/*.test.ts,support/*.ts}', { cwd: root })

/** Returns the text of the tests in a file; `name` is the end of its path, without `.test.ts`: `kit/runner`. */
export function findTest(name: string): string {
  const named = files.filter((file) =>
    `/${file.replace(/(\.test)?\.ts$/, '')}`.endsWith(`/${name}`),
  )
  if (named.length === 0) throw new Error(`There is no test ${name}.`)
  return named.map(read).join('\n')
}
