import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { root } from '../../scripts/actions.ts'
import { read } from './documents.ts'

const files = globSync('test/{**/*.test.ts,support/*.ts}', { cwd: root })

/** The text of the tests that prove something, by the name of their file without folder and ending. */
export function proofIn(name: string): string {
  const named = files.filter((file) => basename(file).replace(/(\.test)?\.ts$/, '') === name)
  if (named.length === 0) throw new Error(`There is no test ${name}.`)
  return named.map(read).join('\n')
}
