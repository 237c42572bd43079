import { type Pair, type Project, sum } from './project.ts'
import { below, type Element, isPositive, number, xml } from './xml.ts'

export function clover(text: string, project: Project): void {
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
