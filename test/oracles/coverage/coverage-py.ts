import { get, type Json, listOf, membersOf, parse } from './json.ts'
import type { Pair, Project } from './project.ts'

export function coveragePy(text: string, project: Project): void {
  const report = parse(text)
  const numbers = (json: Json | undefined): number[] => listOf(json).map(Number)
  const summary = (json: Json | undefined): { lines: Pair; branches: Pair | undefined } => ({
    lines: [Number(get(json, 'covered_lines')), Number(get(json, 'num_statements'))],
    branches:
      get(json, 'num_branches') === undefined
        ? undefined
        : [Number(get(json, 'covered_branches')), Number(get(json, 'num_branches'))],
  })
  for (const [key, files] of membersOf(report)) {
    if (key !== 'files') continue
    for (const [name, json] of membersOf(files)) {
      const file = project.file(name)
      const { lines, branches } = summary(get(json, 'summary'))
      const left = new Set(numbers(get(json, 'excluded_lines')))
      const ran = new Set(numbers(get(json, 'executed_lines')).filter((line) => !left.has(line)))
      const missed = new Set(numbers(get(json, 'missing_lines')).filter((line) => !ran.has(line)))
      if (ran.size < lines[0] || missed.size !== lines[1] - lines[0]) file.add('lines', lines)
      else {
        for (const line of ran) file.line(line, true)
        for (const line of missed) file.line(line, false)
        file.surplus = Math.max(file.surplus, ran.size - lines[0])
      }
      if (!branches) continue
      const taken = listOf(get(json, 'executed_branches')).map(String)
      const not = listOf(get(json, 'missing_branches')).map(String)
      if (taken.length !== branches[0] || taken.length + not.length !== branches[1]) {
        file.add('branches', branches)
      } else {
        for (const arm of taken) file.arm(arm.replace(/^-/, ''), true)
        for (const arm of not) file.arm(arm.replace(/^-/, ''), false)
      }
    }
  }
  const claimed = get(report, 'totals')
  if (claimed !== undefined) project.claim(summary(claimed))
}
