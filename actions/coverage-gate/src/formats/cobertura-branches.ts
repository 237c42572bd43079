import type { Count } from '../model/metrics.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { recordFields } from '../parse/xml/record-format.ts'
import { inRecord } from './cobertura-fast.ts'
import { names } from './cobertura-names.ts'

const { 'condition-coverage': conditions, 'missing-branches': missing } = names

/** Nearly all lines with branches have these. */
const usual: readonly (readonly [string, Count])[] = [
  ['50% (1/2)', { covered: 1, total: 2 }],
  ['100% (2/2)', { covered: 2, total: 2 }],
  ['0% (0/2)', { covered: 0, total: 2 }],
]

/** `50% (1/2)`; a line that tells only the percentage counts as one branch. */
export function branchesOf(xml: XmlReader, reading: { vague: boolean }): Count | undefined {
  for (const [text, count] of usual) if (xml.is(conditions, text)) return count
  const text = xml.text(conditions) ?? ''
  const [, covered, total] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text) ?? []
  if (covered !== undefined && total !== undefined) {
    const count = { covered: Number(covered), total: Number(total) }
    if (count.covered > count.total) failTaken(xml, count.covered, count.total)
    return count.total > 0 ? count : undefined
  }
  if (!/^\s*\d+([.,]\d*)?\s*%/.test(text)) return undefined
  reading.vague = true
  return { covered: /^\s*100\D/.test(text) ? 1 : 0, total: 1 }
}

/** coverage.py names the branches that were not taken: `12,exit`. */
export function missedOf(xml: XmlReader, { covered, total }: Count): readonly string[] {
  const names = new Set(xml.text(missing)?.match(/[^\s,]+/g))
  return names.size === total - covered ? [...names] : []
}

/** Fails about a row that has more branches taken than there are. */
export function checkBranches(xml: XmlReader, rows: Int32Array, at: number): void {
  const taken = rows[at + inRecord.taken] ?? 0
  const branches = rows[at + inRecord.branches] ?? 0
  if (taken > branches) failTaken(xml, taken, branches, rows[at + recordFields.end])
}

function failTaken(xml: XmlReader, taken: number, branches: number, at?: number): never {
  xml.fail(`has ${taken} of ${branches} branches covered in a line`, at)
}
