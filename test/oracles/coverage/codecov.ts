import { isHit, type Json, listOf, membersOf, parse } from './json.ts'
import type { File, Project } from './project.ts'

export function codecov(text: string, project: Project): void {
  for (const [, files] of membersOf(parse(text)).filter(([key]) => key === 'coverage')) {
    for (const [name, lines] of membersOf(files)) {
      const file = project.file(name)
      if (Array.isArray(lines)) for (const [i, it] of listOf(lines).entries()) mark(file, i, it)
      else for (const [line, its] of membersOf(lines)) mark(file, Number(line), its)
    }
  }
}

function mark(file: File, line: number, value: Json): void {
  if (line === 0 || value === null || value === false) return
  const isText = typeof value === 'string'
  file.line(line, value === true || (isText ? Number.parseInt(value, 10) > 0 : isHit(value)))
}
