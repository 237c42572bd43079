import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import { type File, type Pair, type Project, sum } from './project.ts'

export function gcov(text: string, project: Project): void {
  for (const json of filesOf(text)) listed(json, fileOf(json, 'file', project))
}

export function gcovr(text: string, project: Project): void {
  for (const json of filesOf(text)) {
    const file = fileOf(json, 'file', project)
    const isNew = file.count('lines')[1] === 0
    const lines = listed(json, file)
    file.said = isNew ? sum(lines.map((line) => [isHit(get(line, 'count')) ? 1 : 0, 1])) : undefined
  }
}

/** Returns the lines that count. */
function listed(json: Json, file: File): Json[] {
  const lines = listOf(get(json, 'lines')).filter((line) => !isExcluded(line))
  const seen: string[] = []
  for (const line of lines) {
    const number = Number(get(line, 'line_number'))
    file.line(number, isHit(get(line, 'count')))
    const branches = listOf(get(line, 'branches'))
    const place = `${number} of ${get(line, 'function_name') ?? ''}`
    const nth = seen.filter((one) => one === place).length
    if (branches.length > 0) seen.push(place)
    for (const [i, branch] of branches.entries())
      if (!isExcluded(branch)) file.arm(`${place} ${nth} ${i}`, isHit(get(branch, 'count')))
  }
  for (const one of listOf(get(json, 'functions'))) {
    const line = membersOf(one).findLast(([key]) => key === 'lineno' || key === 'start_line')
    const name = `${Number(line?.[1] ?? 0)} ${get(one, 'demangled_name') || (get(one, 'name') ?? '')}`
    if (!isExcluded(one)) file.function(name, isHit(get(one, 'execution_count')))
  }
  return lines
}

function isExcluded(json: Json): boolean {
  return membersOf(json).some(
    ([key, value]) => /^gcovr\/(excluded|noncode)$/.test(key) && value === true,
  )
}

export function gcovrSummary(text: string, project: Project): void {
  const metrics = { line: 'lines', branch: 'branches', function: 'functions' }
  const counts = (json: Json): [string, Pair][] =>
    Object.entries(metrics).flatMap(([word, metric]) => {
      const total = get(json, `${word}_total`)
      return total === undefined
        ? []
        : [[metric, [Number(get(json, `${word}_covered`)), Number(total)]]]
    })
  for (const json of filesOf(text)) {
    const file = fileOf(json, 'filename', project)
    for (const [metric, count] of counts(json)) file.add(metric, count)
  }
  project.claim(Object.fromEntries(counts(parse(text))))
}

function filesOf(text: string): Json[] {
  return membersOf(parse(text)).flatMap(([key, json]) => (key === 'files' ? listOf(json) : []))
}

function fileOf(json: Json, key: string, project: Project): File {
  return project.file(String(get(json, key)))
}
