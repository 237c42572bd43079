import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import type { File, Pair, Project } from './project.ts'
import { numbered } from './project.ts'

export function istanbulFinal(text: string, project: Project): void {
  coverageMap(parse(text), project)
}

export function jestJson(text: string, project: Project): void {
  for (const [key, json] of membersOf(parse(text))) {
    if (key === 'coverageMap' && json !== null) coverageMap(json, project)
  }
}

function coverageMap(json: Json, project: Project): void {
  const idle: [string, Json][] = []
  const ran = new Set<File>()
  for (const [key, entry] of membersOf(json)) {
    const data = get(entry, 'data') ?? entry
    const path = get(data, 'path') ?? key
    if (typeof path !== 'string') throw new Error('no path')
    if (get(data, 'all') === true) idle.push([path, data])
    else {
      const file = project.file(path)
      ran.add(file)
      istanbulFile(data, file)
    }
  }
  for (const [path, data] of idle) {
    const file = project.file(path)
    if (!ran.has(file)) istanbulFile(data, file)
  }
}

function istanbulFile(data: Json, file: File): void {
  const point = (json: Json | undefined): string =>
    ['line', 'column']
      .map((name) => {
        const number = json === undefined ? undefined : get(json, name)
        return typeof number === 'number' ? Math.max(0, number) : 0
      })
      .join(':')
  const place = (json: Json): string => `${point(get(json, 'start'))}-${point(get(json, 'end'))}`
  const detail = (json: Json): string => {
    const [loc, decl, line] = [get(json, 'loc'), get(json, 'decl'), get(json, 'line')]
    const [first] = listOf(get(json, 'locations'))
    const at = loc ?? decl ?? first
    return at !== undefined && at !== null ? place(at) : `${line ?? 0}:0-${line ?? 0}:0`
  }
  const all = (name: string): Map<string, Json> => {
    return new Map(membersOf(data).flatMap(([key, its]) => (key === name ? membersOf(its) : [])))
  }
  const counts = { s: all('s'), f: all('f'), b: all('b') }
  // What source maps put at one place counts each.
  const placed = (name: string, at: (json: Json) => string): [id: string, place: string][] => {
    const details = [...all(name)]
    const places = numbered(details.map(([, json]) => at(json)))
    return details.map(([id], i) => [id, places[i] ?? ''])
  }
  for (const [id, at] of placed('statementMap', place)) {
    file.statement(at, isHit(counts.s.get(id)))
    file.line(Number.parseInt(at, 10), isHit(counts.s.get(id)))
  }
  for (const [id, at] of placed('fnMap', detail)) {
    file.function(at, isHit(counts.f.get(id)), 'place')
  }
  for (const [id, at] of placed('branchMap', detail)) {
    for (const [arm, taken] of listOf(counts.b.get(id)).entries()) {
      file.arm(`${at} ${arm}`, isHit(taken))
    }
  }
}

export function istanbulSummary(text: string, project: Project): void {
  const four = ['lines', 'branches', 'functions', 'statements']
  const pair = (json: Json): Pair => [Number(get(json, 'covered')), Number(get(json, 'total'))]
  const summary = (json: Json): Record<string, Pair> =>
    Object.fromEntries(
      membersOf(json).flatMap(([key, its]) => (four.includes(key) ? [[key, pair(its)]] : [])),
    )
  const members = membersOf(parse(text))
  for (const [key, json] of members) {
    if (key === 'total' || key === 'branchesTrue') continue
    for (const [metric, count] of Object.entries(summary(json)))
      project.file(key).add(metric, count)
  }
  const total = members.findLast(([key]) => key === 'total')?.[1]
  if (total !== undefined) project.claim(summary(total))
}
