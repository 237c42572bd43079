import type { Project } from './project.ts'
import { below, number, outermost, xml } from './xml.ts'

export function sonarqube(text: string, project: Project): void {
  for (const element of outermost(xml(text), 'file')) {
    const file = project.file(element.attributes.path ?? '')
    for (const one of [...below(element)].filter(({ name }) => name === 'lineToCover')) {
      const line = number(one, 'lineNumber')
      if (!line) throw new Error('no line')
      file.line(line, one.attributes.covered?.toLowerCase() === 'true')
      const total = number(one, 'branchesToCover')
      if (total !== undefined) file.share(line, number(one, 'coveredBranches') ?? 0, total)
    }
  }
}
