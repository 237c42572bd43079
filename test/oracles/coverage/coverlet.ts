import { get, isHit, listOf, membersOf, parse } from './json.ts'
import type { Project } from './project.ts'

export function coverlet(text: string, project: Project): void {
  for (const [, documents] of membersOf(parse(text))) {
    for (const [document, classes] of membersOf(documents)) {
      const file = project.file(document)
      for (const [method, members] of membersOf(classes).flatMap(([, its]) => membersOf(its))) {
        for (const [key, its] of membersOf(members)) {
          if (key === 'Lines') {
            for (const [line, hits] of membersOf(its)) {
              file.line(Number(line), isHit(hits))
              file.function(method, isHit(hits))
            }
          } else if (key === 'Branches') {
            for (const branch of listOf(its)) {
              const at = ['Line', 'Offset', 'Path'].map((name) => get(branch, name) ?? 0)
              file.arm([...at, method].join(' '), isHit(get(branch, 'Hits')))
            }
          }
        }
      }
    }
  }
}
