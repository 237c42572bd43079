import { type File, matched, numbered, type Pair, type Project, positive } from './project.ts'

export function lcov(text: string, project: Project): void {
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

const lcovTotals = [
  ['lines', 'LH', 'LF'],
  ['branches', 'BRH', 'BRF'],
  ['functions', 'FNH', 'FNF'],
] as const
