import { posix } from 'node:path'

/** `covered/total` by metric, without those that are 0/0. */
export type Naive = Readonly<Record<string, string>>

export type Pair = readonly [covered: number, total: number]

/** What is known of a file, all of it by name. */
export class File {
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
    const bare = this.bare.get(metric) ?? [0, 0]
    if (listed[1] === 0) return bare
    return listed[1] === bare[1] ? most(listed, bare) : listed
  }

  /** Takes over what another report says of it. */
  merge(other: File): void {
    const isFirst = this.lines.size === 0
    if (other.lines.size > 0) this.said = isFirst ? other.said : undefined
    for (const [line, covered] of other.lines) this.line(line, covered)
    for (const [place, [covered, weight]] of other.statements) {
      this.statement(place, covered, weight)
    }
    for (const [place, covered] of other.regions) hit(this.regions, place, covered)
    for (const [kind, its] of Object.entries(other.functions)) {
      for (const [name, covered] of its) this.function(name, covered, kind)
    }
    for (const [kind, its] of Object.entries(other.arms)) {
      for (const [name, covered] of its) this.arm(name, covered, kind)
    }
    for (const [line, [covered, total]] of other.shares) {
      this.share(line, covered, total, new Set(other.missed.get(line)))
    }
    for (const [metric, count] of other.bare) this.add(metric, count)
    this.surplus = Math.max(this.surplus, other.surplus)
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

export const metrics = [
  'lines',
  'branches',
  'functions',
  'statements',
  'instructions',
  'regions',
] as const

export class Project {
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

  merge(other: Project): void {
    for (const [key, file] of other.files) this.#kept(key).merge(file)
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

export function hit<K>(map: Map<K, boolean>, key: K, covered: boolean): void {
  map.set(key, covered || map.get(key) === true)
}

export function most(one: Pair = [0, 0], other: Pair): Pair {
  return [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
}

export function counted(map: ReadonlyMap<unknown, boolean>): Pair {
  return [[...map.values()].filter(Boolean).length, map.size]
}

export function sum(pairs: Iterable<Pair>): Pair {
  let covered = 0
  let total = 0
  for (const pair of pairs) {
    covered += pair[0]
    total += pair[1]
  }
  return [covered, total]
}

export function positive(text: string): boolean {
  const value = text.trim() === '-' ? 0 : Number(text.replace(',', '.'))
  if (Number.isNaN(value)) throw new Error(`${text} is no number`)
  return value > 0
}

export function matched(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text)
  if (match) return match
  throw new Error(`${text} is not like ${pattern}`)
}

export type Reader = (text: string, project: Project) => void

/** The same keys, those that are there again with how often they were. */
export function numbered(keys: readonly string[]): string[] {
  return keys.map((key, i) => {
    const before = keys.slice(0, i).filter((one) => one === key).length
    return before > 0 ? `${key} again ${before}` : key
  })
}
