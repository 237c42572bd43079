import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import type { Project } from './project.ts'

export function coveralls(text: string, project: Project): void {
  const files = membersOf(parse(text)).filter(([key]) => key === 'source_files')
  for (const json of files.flatMap(([, list]) => listOf(list))) {
    const file = project.file(String(get(json, 'name')))
    for (const [i, hits] of listOf(get(json, 'coverage')).entries())
      if (hits !== null) file.line(i + 1, isHit(hits))
    const branches = lastList(json, 'branches')
    for (let i = 0; i < branches.length; i += 4)
      file.arm(
        branches
          .slice(i, i + 3)
          .map(Number)
          .join(),
        isHit(branches[i + 3]),
      )
    for (const one of lastList(json, 'functions')) {
      const name = `${Number(get(one, 'start') ?? 0)} ${get(one, 'name') ?? ''}`
      file.function(name, get(one, 'exec') === true)
    }
  }
}

/** The last of the members of this name that are lists. */
function lastList(json: Json, name: string): readonly Json[] {
  return listOf(membersOf(json).findLast(([key, its]) => key === name && Array.isArray(its))?.[1])
}
