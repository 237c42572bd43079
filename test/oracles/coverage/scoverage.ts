import type { Project } from './project.ts'
import { below, isPositive, number, xml } from './xml.ts'

export function scoverage(text: string, project: Project): void {
  const root = xml(text)
  const seen: Record<string, number> = {}
  let ofClass = ''
  for (const element of below(root)) {
    if (element.name === 'class') ofClass = element.attributes.filename ?? ''
    const { source, branch, ignored } = element.attributes
    if (element.name !== 'statement' || ignored?.toLowerCase() === 'true') continue
    const path = source || ofClass
    const file = project.file(path)
    const line = number(element, 'line') ?? Number.NaN
    const covered = isPositive(element, 'invocation-count')
    const place = [line, number(element, 'start') ?? 0, number(element, 'end') ?? 0].join()
    const nth = seen[`${path} ${place}`] ?? 0
    seen[`${path} ${place}`] = nth + 1
    file.line(line, covered)
    file.statement(`${place} ${nth}`, covered)
    if (branch?.toLowerCase() === 'true') file.arm(`${place} ${nth}`, covered)
  }
  const [covered, total] = [number(root, 'statements-invoked'), number(root, 'statement-count')]
  if (covered !== undefined && total !== undefined) project.claim({ statements: [covered, total] })
}
