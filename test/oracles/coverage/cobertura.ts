import type { File, Pair, Project } from './project.ts'
import { below, type Element, isPositive, number, xml } from './xml.ts'

export function cobertura(text: string, project: Project): void {
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
