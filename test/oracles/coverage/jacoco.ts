import { type File, metrics, type Pair, type Project, sum } from './project.ts'
import { below, type Element, isPositive, number, xml } from './xml.ts'

const counterTypes: Readonly<Record<string, string>> = {
  LINE: 'lines',
  BRANCH: 'branches',
  METHOD: 'functions',
  INSTRUCTION: 'instructions',
}

export function jacoco(text: string, project: Project): void {
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
      const isNew = file.lines.size === 0
      for (const line of lines) {
        const nr = number(line, 'nr')
        if (nr === undefined) throw new Error('no nr')
        if (!isCounted) file.line(nr, isPositive(line, 'ci'))
        const [taken = 0, missed = 0] = [number(line, 'cb'), number(line, 'mb')]
        if (taken + missed > 0) file.share(nr, taken, taken + missed)
      }
      const counter = counters([source]).get('lines')
      const isRepeated = isNew && !isCounted && lines.length > file.lines.size
      file.said = isRepeated && counter?.[1] === lines.length ? counter : undefined
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
