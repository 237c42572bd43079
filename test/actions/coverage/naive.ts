import { posix } from 'node:path'
import { SaxesParser } from 'saxes'

/** `covered/total` by metric, without those that are 0/0. */
export type Naive = Readonly<Record<string, string>>

/**
 * What a report of a format says, read the long way round: whole texts, `JSON.parse`, saxes and maps.
 * It shares no code with the action, knows nothing of speed, and is held against it. Throws when it
 * cannot make sense of the report.
 */
export function naive(format: string, text: string, workspace: string): Naive {
  const read = readers[format]
  if (!read) throw new Error(`there is no naive reader of ${format}`)
  const project = new Project(workspace)
  read(text, project)
  return project.totals()
}

type Pair = readonly [covered: number, total: number]

/** What is known of a file, all of it by name. */
class File {
  readonly lines = new Map<number, boolean>()
  readonly statements = new Map<string, readonly [boolean, number]>()
  readonly regions = new Map<string, boolean>()
  readonly functions: Record<string, Map<string, boolean>> = {}
  readonly arms: Record<string, Map<string, boolean>> = {}
  readonly shares = new Map<number, Pair>()
  /** The arms of a line that none of the reports took that name them. */
  readonly missed = new Map<number, ReadonlySet<string>>()
  readonly bare = new Map<string, Pair>()
  surplus = 0
  /** How many lines a report counts, whatever it lists. */
  said: Pair | undefined

  line(number: number, covered: boolean): void {
    hit(this.lines, number, covered)
  }

  function(name: string, covered: boolean, kind = 'name'): void {
    this.functions[kind] ??= new Map()
    hit(this.functions[kind], name, covered)
  }

  arm(name: string, covered: boolean, kind = 'arms'): void {
    this.arms[kind] ??= new Map()
    hit(this.arms[kind], name, covered)
  }

  statement(place: string, covered: boolean, weight = 1): void {
    const [was, before] = this.statements.get(place) ?? [false, weight]
    if (before !== weight) throw new Error('two weights')
    this.statements.set(place, [was || covered, weight])
  }

  share(line: number, covered: number, total: number, missed = new Set<string>()): void {
    const isNamed = missed.size > 0 && missed.size === total - covered
    const left = isNamed ? missed.intersection(this.missed.get(line) ?? missed) : missed
    if (isNamed) this.missed.set(line, left)
    const taken = isNamed ? Math.max(covered, total - left.size) : covered
    this.shares.set(line, most(this.shares.get(line), [taken, total]))
  }

  add(metric: string, count: Pair): void {
    this.bare.set(metric, most(this.bare.get(metric), count))
  }

  count(metric: string): Pair {
    const listed = this.#listed(metric)
    return listed[1] > 0 ? listed : (this.bare.get(metric) ?? [0, 0])
  }

  #listed(metric: string): Pair {
    if (metric === 'lines') {
      const [covered, total] = counted(this.lines)
      if (this.said && total > 0) return this.said
      return total === 0 ? [0, 0] : [covered - this.surplus, total - this.surplus]
    }
    if (metric === 'branches') {
      const ways = [sum(this.shares.values()), ...Object.values(this.arms).map(counted)]
      return ways.reduce((one, other) => most(one, other))
    }
    if (metric === 'functions') {
      return Object.values(this.functions)
        .map(counted)
        .reduce((one, other) => most(one, other), [0, 0])
    }
    if (metric === 'statements') {
      return sum([...this.statements.values()].map(([is, weight]) => [is ? weight : 0, weight]))
    }
    return metric === 'regions' ? counted(this.regions) : [0, 0]
  }
}

const metrics = ['lines', 'branches', 'functions', 'statements', 'instructions', 'regions'] as const

class Project {
  readonly files = new Map<string, File>()
  readonly #workspace: string

  constructor(workspace: string) {
    this.#workspace = workspace
  }

  file(path: string, module = ''): File {
    const slashed = path === '' ? '' : posix.normalize(path.replaceAll('\\', '/'))
    const below = `${this.#workspace}/`
    return this.called(slashed.startsWith(below) ? slashed.slice(below.length) : slashed, module)
  }

  called(path: string, module = ''): File {
    // Code that a program made while it ran, and names that no file can have, are not counted.
    const isNone = /^(data|blob):/i.test(path) || /\0|^\.$|^\s*$/.test(path) || path.length > 4096
    return isNone ? new File() : this.#kept(`${module}\0${path}`)
  }

  #kept(key: string): File {
    const file = this.files.get(key) ?? new File()
    this.files.set(key, file)
    return file
  }

  count(metric: string): Pair {
    return sum([...this.files.values()].map((file) => file.count(metric)))
  }

  /** What a report says in all counts where it lists nothing. */
  claim(claims: Readonly<Record<string, Pair | undefined>>): void {
    for (const [metric, claim] of Object.entries(claims)) {
      if (!claim || this.count(metric)[1] > 0) continue
      // A schema wants a number where a tool has no branches.
      if (metric !== 'branches' || claim[1] !== 1) this.#kept('all').add(metric, claim)
    }
  }

  totals(): Naive {
    const counts = metrics.map((metric) => [metric, this.count(metric)] as const)
    return Object.fromEntries(
      counts
        .filter(([, [, total]]) => total > 0)
        .map(([metric, [covered, total]]) => [metric, `${covered}/${total}`]),
    )
  }
}

function hit<K>(map: Map<K, boolean>, key: K, covered: boolean): void {
  map.set(key, covered || map.get(key) === true)
}

function most(one: Pair = [0, 0], other: Pair): Pair {
  return [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
}

function counted(map: ReadonlyMap<unknown, boolean>): Pair {
  return [[...map.values()].filter(Boolean).length, map.size]
}

function sum(pairs: Iterable<Pair>): Pair {
  let covered = 0
  let total = 0
  for (const pair of pairs) {
    covered += pair[0]
    total += pair[1]
  }
  return [covered, total]
}

function positive(text: string): boolean {
  const value = text.trim() === '-' ? 0 : Number(text.replace(',', '.'))
  if (Number.isNaN(value)) throw new Error(`${text} is no number`)
  return value > 0
}

function matched(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text)
  if (match) return match
  throw new Error(`${text} is not like ${pattern}`)
}

type Reader = (text: string, project: Project) => void

const readers: Readonly<Record<string, Reader>> = {
  lcov,
  go,
  'istanbul-final': istanbulFinal,
  'istanbul-summary': istanbulSummary,
  'coverage-py': coveragePy,
  simplecov,
  llvm,
  cobertura,
  jacoco,
  clover,
  opencover: openCover,
}

function lcov(text: string, project: Project): void {
  const claims: Record<string, number> = {}
  let own: Record<string, number> = {}
  let functions = new LcovFunctions()
  let file: File | undefined
  let records = 0
  const open = (): File => {
    if (!file) throw new Error('no record')
    return file
  }
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '')
    const [, word = '', rest = ''] = /^([A-Z]+):([\s\S]*)$/.exec(line) ?? []
    if (line.trim() === 'end_of_record') {
      functions.addTo(open())
      for (const [metric, hit, found] of lcovTotals) {
        const [covered = Number.NaN, total = Number.NaN] = [own[hit], own[found]]
        if (covered <= total && file?.count(metric)[1] === 0) file.add(metric, [covered, total])
      }
      for (const [name, value] of Object.entries(own)) claims[name] = (claims[name] ?? 0) + value
      own = {}
      file = undefined
    } else if (/^\s*SF:/.test(line)) {
      file = project.file(line.slice(line.indexOf(':') + 1).trim())
      records++
      functions = new LcovFunctions()
    } else if (word === 'DA') {
      const [number = '', hits = ''] = rest.split(',')
      open().line(Number(number), positive(hits))
    } else if (word === 'BRDA') {
      const [, number, hidden, block, arm = '', taken = ''] = matched(
        /^(\d+),[ef]?(U?)(\d+),([\s\S]*),([^,]*)$/,
        rest,
      )
      const known = /^\d{1,9}$/.test(arm) && Number(arm) < 4096 ? Number(arm) : arm
      if (hidden === '') open().arm(`${Number(number)} ${Number(block)} ${known}`, positive(taken))
    } else if (word === 'FN') {
      const [, place = '', name = ''] = matched(/^(\d+),(?:\d+,(?=[\s\S]))?([\s\S]*)$/, rest)
      functions.defined.push([name, `${place},${name}`])
    } else if (word === 'FNDA') {
      const comma = rest.indexOf(',')
      functions.called.push([rest.slice(comma + 1), positive(rest.slice(0, comma))])
    } else if (word === 'FNL') {
      const [index = '', start = ''] = rest.trim().split(',')
      functions.groups.push({ index, start, covered: false })
    } else if (word === 'FNA') {
      const [index = '', hits = ''] = rest.split(',')
      const group = functions.groups.findLast((one) => one.index === index)
      if (!group) throw new Error('no group')
      group.covered ||= positive(hits)
    } else if (/^(LF|LH|BRF|BRH|FNF|FNH)$/.test(word)) {
      own[word] = (own[word] ?? 0) + Number(/^\d+/.exec(rest)?.[0] ?? rest)
    }
  }
  if (records !== project.files.size) return
  const claim = (covered = Number.NaN, total = Number.NaN): Pair | undefined =>
    covered <= total ? [covered, total] : undefined
  project.claim({
    lines: claim(claims.LH, claims.LF),
    branches: claim(claims.BRH, claims.BRF),
    functions: claim(claims.FNH, claims.FNF),
  })
}

/** The functions of a record: the n-th calls of a name are those of its n-th function. */
class LcovFunctions {
  readonly defined: [name: string, key: string][] = []
  readonly called: [name: string, covered: boolean][] = []
  readonly groups: { index: string; start: string; covered: boolean }[] = []

  addTo(file: File): void {
    const names = new Set([...this.defined, ...this.called].map(([name]) => name))
    const keys = numbered(this.defined.map(([, key]) => key))
    for (const name of names) {
      const own = keys.filter((_, i) => this.defined[i]?.[0] === name)
      const calls = this.called.filter(([its]) => its === name)
      for (const key of own) file.function(key, false)
      for (const [i, [, covered]] of calls.entries()) {
        file.function(own[i] ?? own.at(-1) ?? `,${name}`, covered)
      }
    }
    const starts = numbered(this.groups.map(({ start }) => start))
    for (const [i, { covered }] of this.groups.entries()) {
      file.function(starts[i] ?? '', covered, 'place')
    }
  }
}

/** The same keys, those that are there again with how often they were. */
function numbered(keys: readonly string[]): string[] {
  return keys.map((key, i) => {
    const before = keys.slice(0, i).filter((one) => one === key).length
    return before > 0 ? `${key} again ${before}` : key
  })
}

const lcovTotals = [
  ['lines', 'LH', 'LF'],
  ['branches', 'BRH', 'BRF'],
  ['functions', 'FNH', 'FNF'],
] as const

function go(text: string, project: Project): void {
  for (const row of text.split('\n').map((line) => line.trim())) {
    if (row === '' || /^mode: \w+$/.test(row)) continue
    const [, name = '', from, column, to, end, weight, count = ''] = matched(
      /^([\s\S]+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\S+)$/,
      row,
    )
    const file = project.file(name)
    const covered = positive(count)
    const place = [from, column, to, end].map(Number).join()
    if (Number(weight) > 0) file.statement(place, covered, Number(weight))
    for (let line = Number(from); line <= Number(to); line++) file.line(line, covered)
  }
}

/** An object of JSON with all of its members, also those that have the same name. */
type Members = readonly (readonly [string, Json])[]
type Json = string | number | boolean | null | readonly Json[] | { readonly members: Members }

function parse(text: string): Json {
  JSON.parse(text)
  const tokens = text.match(/"(?:[^"\\]|\\[\s\S])*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? []
  let at = 0
  const value = (): Json => {
    const token = tokens[at++] ?? ''
    if (token === '[') {
      const elements: Json[] = []
      while (tokens[at] !== ']') {
        elements.push(value())
        if (tokens[at] === ',') at++
      }
      at++
      return elements
    }
    if (token !== '{') return JSON.parse(token)
    const members: [string, Json][] = []
    while (tokens[at] !== '}') {
      const name: string = JSON.parse(tokens[at] ?? '')
      at += 2
      members.push([name, value()])
      if (tokens[at] === ',') at++
    }
    at++
    return { members }
  }
  return value()
}

function membersOf(json: Json | undefined): Members {
  if (json === undefined) return []
  if (typeof json !== 'object' || json === null || !('members' in json))
    throw new Error('no object')
  return json.members
}

function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined) return []
  if (!Array.isArray(json)) throw new Error('no list')
  return json
}

/** The member of this name; the last one, if there are several. */
function get(json: Json | undefined, name: string): Json | undefined {
  return membersOf(json).findLast(([key]) => key === name)?.[1]
}

function isHit(json: Json | undefined): boolean {
  return typeof json === 'number' && json > 0
}

function istanbulFinal(text: string, project: Project): void {
  const idle: [string, Json][] = []
  const ran = new Set<File>()
  for (const [key, entry] of membersOf(parse(text))) {
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

function istanbulSummary(text: string, project: Project): void {
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

function coveragePy(text: string, project: Project): void {
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

function simplecov(text: string, project: Project): void {
  const relevant = (json: Json): boolean => json !== null && json !== 'ignored'
  const lines = (json: Json, file: File): void => {
    for (const [i, hits] of listOf(json).entries())
      if (relevant(hits)) file.line(i + 1, isHit(hits))
  }
  const listed = (
    json: Json,
    word: string,
    add: (name: string, covered: boolean) => void,
  ): void => {
    const seen = new Map<string, number>()
    for (const one of listOf(json)) {
      const named = [get(one, word) ?? get(one, word === 'type' ? 'name' : 'type') ?? '']
      const key = [...named, get(one, 'start_line') ?? 0, get(one, 'end_line') ?? 0].join(' ')
      const nth = seen.get(key) ?? 0
      seen.set(key, nth + 1)
      const hits = get(one, 'coverage')
      if (hits !== undefined && relevant(hits)) add(`${key} ${nth}`, isHit(hits))
    }
  }
  const fileOf = (json: Json, file: File): void => {
    if (Array.isArray(json)) lines(json, file)
    else
      for (const [key, its] of membersOf(json)) {
        const isList = Array.isArray(its)
        if (key === 'lines' && isList) lines(its, file)
        else if (key === 'branches' && isList) listed(its, 'type', (name, is) => file.arm(name, is))
        else if (key === 'methods' && isList)
          listed(its, 'name', (name, is) => file.function(name, is))
        else if (key === 'branches' && typeof its === 'object' && its !== null) {
          const place = (name: string): string =>
            name.replace(/, \d+,/, ',').replace(/\b0+(?=\d)/g, '')
          for (const [condition, arms] of membersOf(its)) {
            for (const [arm, hits] of membersOf(arms)) {
              if (relevant(hits)) file.arm(`${place(condition)} ${place(arm)}`, isHit(hits))
            }
          }
        } else if (key === 'methods' && typeof its === 'object' && its !== null) {
          for (const [name, hits] of membersOf(its)) {
            if (relevant(hits)) file.function(name.replace(/0x[\da-f]+/gi, ''), isHit(hits))
          }
        }
      }
  }
  const files = (json: Json): void => {
    for (const [name, its] of membersOf(json)) fileOf(its, project.file(name))
  }
  for (const [key, json] of membersOf(parse(text))) {
    if (key === 'coverage') files(json)
    else if (key === 'files' && Array.isArray(json)) {
      for (const one of json) {
        let file = new File()
        for (const [name, its] of membersOf(one)) {
          if (name === 'filename') file = project.file(String(its))
          else if (name === 'coverage') fileOf(its, file)
        }
      }
    } else if (
      !['meta', 'groups', 'total', 'errors'].includes(key) &&
      typeof json === 'object' &&
      json !== null &&
      'members' in json
    ) {
      for (const [name, its] of json.members) if (name === 'coverage') files(its)
    }
  }
}

function llvm(text: string, project: Project): void {
  const four = ['lines', 'functions', 'regions', 'branches']
  const summary = (json: Json): Record<string, Pair> =>
    Object.fromEntries(
      membersOf(json)
        .filter(([key]) => four.includes(key))
        .map(([key, its]) => [key, [Number(get(its, 'covered')), Number(get(its, 'count'))]]),
    )
  const root = parse(text)
  for (const [key, data] of membersOf(root)) {
    if (key !== 'data') continue
    for (const one of listOf(data)) {
      let claims: Record<string, Pair> = {}
      for (const [name, json] of membersOf(one)) {
        if (name === 'totals') claims = summary(json)
        if (name !== 'files') continue
        for (const it of listOf(json)) {
          const file = project.file(String(get(it, 'filename') ?? ''))
          const segments = get(it, 'segments')
          for (const [metric, count] of Object.entries(
            summary(get(it, 'summary') ?? { members: [] }),
          ))
            if (metric !== 'lines' || segments === undefined) file.add(metric, count)
          if (segments === undefined) continue
          const isNew = file.count('lines')[1] === 0
          llvmLines(listOf(segments), file)
          const { lines } = summary(get(it, 'summary') ?? { members: [] })
          file.said = isNew ? lines : undefined
          if (isNew && lines && file.lines.size === 0) file.add('lines', lines)
        }
      }
      project.claim(claims)
    }
  }
}

/** As llvm-cov counts a line: what goes on into it, and what begins on it. */
function llvmLines(segments: readonly Json[], file: File): void {
  const all = segments.map((json) => {
    const [line, , count, hasCount, isEntry, isGap] = listOf(json)
    const flag = (it: Json | undefined): boolean => it === true || isHit(it)
    return {
      line: Number(line),
      covered: isHit(count),
      hasCount: flag(hasCount),
      starts: flag(hasCount) && flag(isEntry) && !flag(isGap),
      skips: !flag(hasCount) && flag(isEntry),
    }
  })
  const last = all.at(-1)?.line ?? 0
  for (let line = all[0]?.line ?? 0; line <= last; line++) {
    const wrapped = all.findLast((one) => one.line < line)
    const own = all.filter((one) => one.line === line)
    const starts = own.filter((one) => one.starts)
    if (own[0]?.skips || !(wrapped?.hasCount || starts.length > 0)) continue
    const inside = wrapped?.hasCount === true && wrapped.covered
    file.line(line, inside || starts.some((one) => one.covered))
  }
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const comments = /<!--[\s\S]*?-->/g
/** What stands before the root; of no interest as long as it ends. */
const prolog =
  /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!DOCTYPE(?:"[^"]*"|'[^']*'|[^>"'[])*(?:\[[\s\S]*?\]\s*)?>)*/

function xml(text: string): Element {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    // The action looks at the attributes it reads, and at no others.
    if (!/duplicate attribute/.test(error.message)) throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (more: string): void => {
    const last = open.at(-1)
    if (last) last.text += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => open.pop())
  parser.write(text.replace(comments, '').replace(prolog, '')).close()
  const [root] = top.children
  if (!root) throw new Error('no element')
  return root
}

/** All elements below, in the order of the document. */
function* below(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child
    yield* below(child)
  }
}

function number(element: Element, name: string): number | undefined {
  const value = element.attributes[name]
  if (value === undefined) return undefined
  if (!/^-?\d+$/.test(value)) throw new Error(`${name} is no number`)
  return Math.max(0, Number(value))
}

function isPositive(element: Element, name: string): boolean {
  const value = element.attributes[name]
  return value !== undefined && positive(value)
}

function cobertura(text: string, project: Project): void {
  const root = xml(text)
  const sources: string[] = []
  for (const element of below(root)) {
    if (element.name === 'source') sources.push(element.text)
    if (element.name !== 'class') continue
    const [only, ...others] = sources.filter((source) => /^([a-zA-Z]:)?[\\/]/.test(source))
    const name = element.attributes.filename ?? ''
    const isWhole = /^([a-zA-Z]:)?[\\/]/.test(name) || only === undefined || others.length > 0
    const file = project.file(isWhole ? name : `${only}/${name}`)
    if ([...below(element)].some(({ name }) => name === 'class')) throw new Error('class in class')
    const named = [...below(element)].filter((one) => one.name === 'method')
    const inMethods = new Set(named.flatMap((method) => [...below(method)]))
    const methods = named.filter((method) => !inMethods.has(method))
    const lines = [...below(element)].filter((one) => one.name === 'line')
    const own = lines.filter((line) => !inMethods.has(line))
    for (const line of own.length > 0 ? own : lines) coberturaLine(line, file)
    for (const method of methods) {
      const its = [...below(method)].filter((one) => one.name === 'line')
      const { name, signature, hits } = method.attributes
      if (hits === undefined && its.length === 0) continue
      const covered = isPositive(method, 'hits') || its.some((line) => isPositive(line, 'hits'))
      const first = its[0] && number(its[0], 'number')
      const key = [element.attributes.name ?? '', name, signature, first].join('\0')
      file.function(key, covered, 'method')
    }
  }
  const claim = (covered: string, total: string): Pair | undefined => {
    const [one = '', all = ''] = [root.attributes[covered], root.attributes[total]]
    const fits = /^\d{1,15}$/.test(one) && /^\d{1,15}$/.test(all) && Number(one) <= Number(all)
    return fits ? [Number(one), Number(all)] : undefined
  }
  project.claim({
    lines: claim('lines-covered', 'lines-valid'),
    branches: claim('branches-covered', 'branches-valid'),
  })
}

function coberturaLine(element: Element, file: File): void {
  const line = number(element, 'number')
  if (line === undefined) throw new Error('no number')
  file.line(line, isPositive(element, 'hits'))
  if (element.attributes.branch?.toLowerCase() !== 'true') return
  const conditions = element.attributes['condition-coverage'] ?? ''
  const [, taken, all] = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(conditions) ?? []
  const missed = new Set(element.attributes['missing-branches']?.match(/[^\s,]+/g))
  if (all !== undefined) file.share(line, Number(taken), Number(all), missed)
  else if (/^\s*\d+([.,]\d*)?\s*%/.test(conditions)) {
    file.share(line, /^\s*100\D/.test(conditions) ? 1 : 0, 1)
  }
}

const counterTypes: Readonly<Record<string, string>> = {
  LINE: 'lines',
  BRANCH: 'branches',
  METHOD: 'functions',
  INSTRUCTION: 'instructions',
}

function jacoco(text: string, project: Project): void {
  const root = xml(text)
  const counters = (elements: readonly Element[]): Map<string, Pair> => {
    const found = new Map<string, Pair>()
    for (const element of elements.flatMap(({ children }) => children)) {
      const metric = counterTypes[element.attributes.type ?? '']
      if (element.name !== 'counter' || metric === undefined) continue
      const covered = number(element, 'covered') ?? 0
      const count: Pair = [covered, covered + (number(element, 'missed') ?? 0)]
      found.set(metric, sum([found.get(metric) ?? [0, 0], count]))
    }
    return found
  }
  const add = (file: File, ...told: ReadonlyMap<string, Pair>[]): void => {
    for (const metric of metrics) {
      const count = told.find((one) => one.has(metric))?.get(metric)
      if (count && file.count(metric)[1] === 0) file.add(metric, count)
    }
  }
  const group = (element: Element, module: string): void => {
    for (const child of element.children) {
      if (child.name === 'group') {
        group(
          child,
          element === root ? (child.attributes.name ?? '') : `${module}/${child.attributes.name}`,
        )
      } else if (child.name === 'package') jacocoPackage(child, module)
    }
  }
  const jacocoPackage = (element: Element, module: string): void => {
    const folder = element.attributes.name ? `${element.attributes.name}/` : ''
    const classes = [...below(element)].filter(({ name }) => name === 'class')
    const sources = [...below(element)].filter(({ name }) => name === 'sourcefile')
    const names = new Set<string>()
    const ofSource = (name: string): Element[] =>
      classes.filter(({ attributes }) => attributes.sourcefilename === name)
    for (const source of sources) {
      const name = source.attributes.name ?? ''
      const file = project.called(folder + name, module)
      const lines = [...below(source)].filter((one) => one.name === 'line')
      const isCounted =
        counters([source]).has('lines') &&
        lines.every(({ attributes }) => (attributes.ci ?? attributes.mi) === undefined)
      for (const line of lines) {
        const nr = number(line, 'nr')
        if (nr === undefined) throw new Error('no nr')
        if (!isCounted) file.line(nr, isPositive(line, 'ci'))
        const [taken = 0, missed = 0] = [number(line, 'cb'), number(line, 'mb')]
        if (taken + missed > 0) file.share(nr, taken, taken + missed)
      }
      add(file, counters([source]), names.has(name) ? new Map() : counters(ofSource(name)))
      names.add(name)
    }
    const tells = classes.some(({ attributes }) => attributes.sourcefilename !== undefined)
    const hidden = new Map<string, Element[]>()
    for (const one of classes) {
      const { sourcefilename, name = '' } = one.attributes
      const key = sourcefilename ?? name.replace(/^.*\//, '')
      if (sourcefilename !== undefined && names.has(sourcefilename)) continue
      if (sourcefilename === undefined && !tells && sources.length > 0) continue
      const sort = `${sourcefilename === undefined ? 1 : 0}${key}`
      hidden.set(sort, [...(hidden.get(sort) ?? []), one])
    }
    for (const [sort, its] of [...hidden].sort(([one], [other]) => (one < other ? -1 : 1))) {
      add(project.called(folder + sort.slice(1), module), counters(its))
    }
  }
  group(root, root.attributes.name ?? '')
  project.claim(Object.fromEntries(counters([root])))
}

function clover(text: string, project: Project): void {
  const metricsOf = (element: Element) => {
    const found = element.children.findLast((child) => child.name === 'metrics')
    if (!found) return undefined
    const pair = (covered: string, total: string): Pair => [
      number(found, covered) ?? 0,
      number(found, total) ?? 0,
    ]
    return {
      whole: found.attributes.elements !== undefined,
      statements: pair('coveredstatements', 'statements'),
      branches: pair('coveredconditionals', 'conditionals'),
      functions: pair('coveredmethods', 'methods'),
    }
  }
  let claims: Record<string, Pair> = {}
  let linesOnly = true
  const projects = (element: Element): Element[] =>
    element.children.flatMap((child) => {
      if (child.name === 'testproject') return []
      return child.name === 'project' ? [child] : projects(child)
    })
  for (const one of projects(xml(text))) {
    let folder = ''
    const read = (element: Element, depth: number): void => {
      for (const child of element.children) {
        if (child.name === 'package') folder = child.attributes.name ?? ''
        if (child.name === 'file') cloverFile(child, depth > 0 ? folder : '')
        else read(child, depth + 1)
      }
    }
    const cloverFile = (element: Element, module: string): void => {
      const { path = '', name = '' } = element.attributes
      const called = element.attributes.path === undefined ? name : path
      const isBare = element.attributes.path === undefined && !/^([a-zA-Z]:)?[\\/]/.test(called)
      const file = project.file(called, isBare ? module : '')
      const listed = new Map<number, Pair>()
      const methods: boolean[] = []
      for (const line of [...below(element)].filter((it) => it.name === 'line')) {
        const { type = '', count } = line.attributes
        if (type.toLowerCase() === 'method') {
          methods.push(isPositive(line, 'count'))
          continue
        }
        const num = number(line, 'num')
        if (num === undefined) throw new Error('no num')
        const arms = [isPositive(line, 'truecount'), isPositive(line, 'falsecount')]
        const isCondition = type.toLowerCase() === 'cond'
        const bare = isCondition && count === undefined
        file.line(num, bare ? arms.includes(true) : isPositive(line, 'count'))
        const taken = arms.filter(Boolean).length
        if (isCondition) listed.set(num, sum([listed.get(num) ?? [0, 0], [taken, 2]]))
      }
      const told = metricsOf(element)
      const all = sum(listed.values())
      const said = told?.branches ?? all
      if (told?.whole === false || String(said) !== String(all)) file.add('branches', said)
      else for (const [line, [covered, total]] of listed) file.share(line, covered, total)
      file.add('functions', told?.functions ?? [methods.filter(Boolean).length, methods.length])
      if (told?.whole) {
        linesOnly = false
        file.add('statements', told.statements)
      }
    }
    read(one, 0)
    const told = metricsOf(one)
    claims = {}
    if (told) {
      const { statements, branches, functions } = told
      claims = linesOnly
        ? { lines: statements, branches, functions }
        : { statements, branches, functions }
    }
  }
  project.claim(claims)
}

function openCover(text: string, project: Project): void {
  const root = xml(text)
  const skipped = (element: Element): boolean => element.attributes.skippedDueTo !== undefined
  const unskipped = (element: Element, name: string): Element[] =>
    element.children.flatMap((child) => {
      if (child.name !== name && !(child.name === 'Class' && skipped(child)))
        return unskipped(child, name)
      return child.name === name && !skipped(child) ? [child] : []
    })
  const entries: { file: File; name: string; covered: boolean }[] = []
  let branches = 0
  for (const module of unskipped(root, 'Module')) {
    const files = new Map<string, File>()
    const told = new Map<File, Map<string, number>>()
    for (const one of [...below(module)].filter(({ name }) => name === 'File')) {
      files.set(one.attributes.uid ?? '', project.file(one.attributes.fullPath ?? ''))
    }
    const classOf = new Map<Element, string>()
    for (const one of [...below(module)].filter(({ name }) => name === 'Class')) {
      let called = ''
      for (const it of below(one)) {
        if (it.name === 'FullName') called = it.text.trim()
        if (it.name === 'Method') classOf.set(it, called)
      }
    }
    for (const method of unskipped(module, 'Method')) {
      const all = [...below(method)]
      const name = all.find((one) => one.name === 'Name')?.text ?? ''
      const reference = all.findLast((one) => one.name === 'FileRef')
      const ofMethod = files.get(reference?.attributes.uid ?? '')
      let entry: { file: File; name: string; line: number; covered: boolean } | undefined
      for (const point of all) {
        const known = files.get(point.attributes.fileid ?? '') ?? ofMethod
        const line = number(point, 'sl')
        const covered = isPositive(point, 'vc')
        if (point.name === 'SequencePoint') {
          if (line === undefined || line === 0xfeefee) continue
          const file = known ?? project.file(classOf.get(method) || name)
          const last = number(point, 'el') ?? line
          const place = [line, number(point, 'sc') ?? 0, last, number(point, 'ec') ?? 0].join()
          const seen = told.get(file) ?? new Map<string, number>()
          told.set(file, seen)
          const nth = seen.get(place) ?? 0
          seen.set(place, nth + 1)
          file.statement(`${place} ${nth}`, covered)
          for (let at = line; known && at <= last; at++) known.line(at, covered)
          entry ??= { file, name, line, covered: false }
          entry.covered ||= covered
        } else if (point.name === 'BranchPoint') {
          const file = known ?? entry?.file ?? project.file(classOf.get(method) || name)
          const at = line === undefined || line === 0xfeefee ? (entry?.line ?? 0) : line
          const arm = `${at} ${number(point, 'offset') ?? 0} ${name} ${number(point, 'path') ?? 0}`
          file.arm(arm, covered)
          branches++
        }
      }
      if (!entry) continue
      entries.push(entry)
      entry.file.function(name, entry.covered, 'method')
    }
  }
  const summary = root.children.findLast((child) => child.name === 'Summary')
  const claim = (covered: string, total: string): Pair | undefined => {
    const all = summary && number(summary, total)
    const one = summary && (number(summary, covered) ?? 0)
    return all !== undefined && one !== undefined && one <= all ? [one, all] : undefined
  }
  const claimed = claim('visitedBranchPoints', 'numBranchPoints')
  if (claimed && entries.length > 0 && claimed[1] === branches + entries.length) {
    for (const [i, { file, name, covered }] of entries.entries())
      file.arm(`entry ${name} ${i * 0}`, covered)
  }
  project.claim({
    statements: claim('visitedSequencePoints', 'numSequencePoints'),
    branches: claimed,
    functions: claim('visitedMethods', 'numMethods'),
  })
}
