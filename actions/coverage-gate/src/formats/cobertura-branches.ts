import type { Count } from '../model/metrics.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { recordFields } from '../parse/xml/record-format.ts'
import { inRecord } from './cobertura-fast.ts'
import { names } from './cobertura-names.ts'

const { 'condition-coverage': conditions, 'missing-branches': missing } = names

/** The values of nearly all lines with branches. */
const usual: readonly (readonly [string, Count])[] = [
  ['50% (1/2)', { covered: 1, total: 2 }],
  ['100% (2/2)', { covered: 2, total: 2 }],
  ['0% (0/2)', { covered: 0, total: 2 }],
]

/** Parses `50% (1/2)`; a line with only a percentage counts as one branch. */
export function readBranchCount(
  xml: XmlReader,
  reading: { hasPercentOnly: boolean },
): Count | undefined {
  for (const [text, count] of usual) if (xml.is(conditions, text)) return count
  const text = xml.text(conditions) ?? ''
  const [, covered, total] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(text) ?? []
  if (covered !== undefined && total !== undefined) {
    const count = { covered: Number(covered), total: Number(total) }
    if (count.covered > count.total) failTaken(xml, count.covered, count.total)
    return count.total > 0 ? count : undefined
  }
  if (!/^\s*\d+([.,]\d*)?\s*%/.test(text)) return undefined
  reading.hasPercentOnly = true
  return { covered: /^\s*100\D/.test(text) ? 1 : 0, total: 1 }
}

/** Returns the names of the branches that were not taken, which coverage.py writes: `12,exit`. */
export function readMissedNames(xml: XmlReader, { covered, total }: Count): readonly string[] {
  const names = new Set(xml.text(missing)?.match(/[^\s,]+/g))
  return names.size === total - covered ? [...names] : []
}

/** @throws ActionError if a record has more taken branches than branches */
export function checkBranches(xml: XmlReader, records: Int32Array, at: number): void {
  const taken = records[at + inRecord.taken] ?? 0
  const branches = records[at + inRecord.branches] ?? 0
  if (taken > branches) failTaken(xml, taken, branches, records[at + recordFields.end])
}

function failTaken(xml: XmlReader, taken: number, branches: number, at?: number): never {
  xml.fail(`has ${taken} of ${branches} branches covered in a line`, at)
}
