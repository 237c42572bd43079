import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import { File, type Project } from './project.ts'

export function simplecov(text: string, project: Project): void {
  const relevant = (json: Json): boolean => json !== null && json !== 'ignored'
  const lines = (json: Json, file: File): void => {
    for (const [i, hits] of listOf(json).entries())
      if (relevant(hits)) file.line(i + 1, isHit(hits))
  }
  const listed = (
    json: Json,
    word: string,
    add: (name: string, covered: boolean) => void,
  ): void => {
    const seen = new Map<string, number>()
    for (const one of listOf(json)) {
      const named = [get(one, word) ?? get(one, word === 'type' ? 'name' : 'type') ?? '']
      const key = [...named, get(one, 'start_line') ?? 0, get(one, 'end_line') ?? 0].join(' ')
      const nth = seen.get(key) ?? 0
      seen.set(key, nth + 1)
      const hits = get(one, 'coverage')
      if (hits !== undefined && relevant(hits)) add(`${key} ${nth}`, isHit(hits))
    }
  }
  const fileOf = (json: Json, file: File): void => {
    if (Array.isArray(json)) lines(json, file)
    else
      for (const [key, its] of membersOf(json)) {
        const isList = Array.isArray(its)
        if (key === 'lines' && isList) lines(its, file)
        else if (key === 'branches' && isList) listed(its, 'type', (name, is) => file.arm(name, is))
        else if (key === 'methods' && isList)
          listed(its, 'name', (name, is) => file.function(name, is))
        else if (key === 'branches' && typeof its === 'object' && its !== null) {
          const place = (name: string): string =>
            name.replace(/, \d+,/, ',').replace(/\b0+(?=\d)/g, '')
          for (const [condition, arms] of membersOf(its)) {
            for (const [arm, hits] of membersOf(arms)) {
              if (relevant(hits)) file.arm(`${place(condition)} ${place(arm)}`, isHit(hits))
            }
          }
        } else if (key === 'methods' && typeof its === 'object' && its !== null) {
          for (const [name, hits] of membersOf(its)) {
            if (relevant(hits)) file.function(name.replace(/0x[\da-f]+/gi, ''), isHit(hits))
          }
        }
      }
  }
  const files = (json: Json): void => {
    for (const [name, its] of membersOf(json)) fileOf(its, project.file(name))
  }
  for (const [key, json] of membersOf(parse(text))) {
    if (key === 'coverage') files(json)
    else if (key === 'files' && Array.isArray(json)) {
      for (const one of json) {
        let file = new File()
        for (const [name, its] of membersOf(one)) {
          if (name === 'filename') file = project.file(String(its))
          else if (name === 'coverage') fileOf(its, file)
        }
      }
    } else if (
      !['meta', 'groups', 'total', 'errors'].includes(key) &&
      typeof json === 'object' &&
      json !== null &&
      'members' in json
    ) {
      for (const [name, its] of json.members) if (name === 'coverage') files(its)
    }
  }
}
