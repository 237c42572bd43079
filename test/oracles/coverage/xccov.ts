import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import { File, type Pair, type Project } from './project.ts'

export function xccov(text: string, project: Project): void {
  const root = parse(text)
  for (const [key, its] of membersOf(root)) {
    if (key === 'targets') for (const target of listOf(its)) targetOf(target, project)
    else if (Array.isArray(its)) {
      const file = project.file(key)
      for (const one of its) {
        const line = Number(get(one, 'line'))
        if (!line) throw new Error('no line')
        if (get(one, 'isExecutable')) file.line(line, isHit(get(one, 'executionCount')))
      }
    }
  }
  if (get(root, 'executableLines') !== undefined) project.claim({ lines: linesOf(root) })
}

function linesOf(json: Json): Pair {
  return [Number(get(json, 'coveredLines')), Number(get(json, 'executableLines'))]
}

function targetOf(target: Json, project: Project): void {
  for (const listed of membersOf(target).filter(([key]) => key === 'files')) {
    for (const one of listOf(listed[1])) {
      const path = get(one, 'path')
      const file = typeof path === 'string' ? project.file(path) : new File()
      file.add('lines', linesOf(one))
      for (const method of listOf(get(one, 'functions'))) {
        const key = `${get(method, 'lineNumber') ?? 0} ${get(method, 'name') ?? ''}`
        file.function(key, isHit(get(method, 'executionCount')))
      }
    }
  }
}
