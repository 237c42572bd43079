import { type Pair, type Project, sum } from './project.ts'
import { below, type Element, number, outermost, xml } from './xml.ts'

export function dotnetCoverage(text: string, project: Project): void {
  const said: Pair[] = []
  for (const module of outermost(xml(text), 'module')) {
    const count = (name: string): number => number(module, name) ?? 0
    const covered = count('lines_covered') + count('lines_partially_covered')
    said.push([covered, covered + count('lines_not_covered')])
    const parts = outermost(module, 'function', 'source_file')
    const paths = new Map(
      parts
        .filter(({ name }) => name === 'source_file')
        .map(({ attributes: { id = '', path = '' } }) => [id, path]),
    )
    for (const method of parts.filter(({ name }) => name === 'function')) {
      const { namespace, type_name: type, name } = method.attributes
      const ranges = [...below(method)].filter(isRange)
      const files = ranges.map(({ attributes: { source_id: id = '' } }) => {
        const path = paths.get(id)
        if (path === undefined) throw new Error(`no file ${id}`)
        return project.file(path)
      })
      for (const [i, range] of ranges.entries()) {
        const first = number(range, 'start_line') ?? 0
        const last = number(range, 'end_line') ?? first
        for (let line = first; line <= last; line++) files[i]?.line(line, isCovered(range))
      }
      files[0]?.function(`${namespace} ${type} ${name}`, ranges.some(isCovered))
    }
  }
  const lines = sum(said)
  if (lines[1] > 0) project.claim({ lines })
}

function isRange({ name, attributes: { start_line: line } }: Element): boolean {
  return name === 'range' && line !== '16707566' && line !== '15732480'
}

function isCovered({ attributes: { covered = '' } }: Element): boolean {
  return covered.toLowerCase() !== 'no'
}
