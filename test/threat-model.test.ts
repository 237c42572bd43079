import { actionNames, readContract } from '../scripts/actions.ts'
import { read } from './support/documents.ts'
import { findTest } from './support/find-test.ts'

const page = read('docs/threat-model.md')
const [, model = '', attempts = ''] = page.split(/^## /m).map((part) => part)
const rowsOf = (text: string): string[] => text.match(/^\| .*$/gm)?.slice(1) ?? []

const inputs = new Set(actionNames().flatMap((name) => Object.keys(readContract(name).inputs)))
const named = rowsOf(model).flatMap((row) => {
  const [, cell = ''] = row.split('|')
  return [...cell.matchAll(/`([\w-]+)`/g)].map(([, input = '']) => input)
})

test('The threat model says of every input who controls it, once', () => {
  expect([...inputs].filter((input) => !named.includes(input))).toEqual([])
  expect(named.filter((input, index) => named.indexOf(input) !== index)).toEqual([])
})

test('It speaks of no input that there is not', () => {
  expect(named.filter((input) => !inputs.has(input))).toEqual([])
})

describe('What it says is shown is shown:', () => {
  test.each(rowsOf(attempts))('%s', (row) => {
    const [, , , proof = ''] = row.split('|')
    const [, file = '', words = ''] = /`([\w/-]+)`: (.+?) *$/.exec(proof) ?? []
    expect(findTest(file)).toContain(words)
  })
})
