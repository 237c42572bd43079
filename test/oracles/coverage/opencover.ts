import type { File, Pair, Project } from './project.ts'
import { below, type Element, isPositive, number, xml } from './xml.ts'

export function openCover(text: string, project: Project): void {
  const root = xml(text)
  const skipped = (element: Element): boolean => element.attributes.skippedDueTo !== undefined
  const unskipped = (element: Element, name: string): Element[] =>
    element.children.flatMap((child) => {
      if (child.name !== name && !(child.name === 'Class' && skipped(child)))
        return unskipped(child, name)
      return child.name === name && !skipped(child) ? [child] : []
    })
  const entries: { file: File; name: string; covered: boolean }[] = []
  let branches = 0
  for (const module of unskipped(root, 'Module')) {
    const files = new Map<string, File>()
    const told = new Map<File, Map<string, number>>()
    for (const one of [...below(module)].filter(({ name }) => name === 'File')) {
      files.set(one.attributes.uid ?? '', project.file(one.attributes.fullPath ?? ''))
    }
    const classOf = new Map<Element, string>()
    for (const one of [...below(module)].filter(({ name }) => name === 'Class')) {
      let called = ''
      for (const it of below(one)) {
        if (it.name === 'FullName') called = it.text.trim()
        if (it.name === 'Method') classOf.set(it, called)
      }
    }
    for (const method of unskipped(module, 'Method')) {
      const all = [...below(method)]
      const name = all.find((one) => one.name === 'Name')?.text ?? ''
      const reference = all.findLast((one) => one.name === 'FileRef')
      const ofMethod = files.get(reference?.attributes.uid ?? '')
      let entry: { file: File; name: string; line: number; covered: boolean } | undefined
      for (const point of all) {
        const known = files.get(point.attributes.fileid ?? '') ?? ofMethod
        const line = number(point, 'sl')
        const covered = isPositive(point, 'vc')
        if (point.name === 'SequencePoint') {
          if (line === undefined || line === 0xfeefee) continue
          const file = known ?? project.file(classOf.get(method) || name)
          const last = number(point, 'el') ?? line
          const place = [line, number(point, 'sc') ?? 0, last, number(point, 'ec') ?? 0].join()
          const seen = told.get(file) ?? new Map<string, number>()
          told.set(file, seen)
          const nth = seen.get(place) ?? 0
          seen.set(place, nth + 1)
          file.statement(`${place} ${nth}`, covered)
          for (let at = line; known && at <= last; at++) known.line(at, covered)
          entry ??= { file, name, line, covered: false }
          entry.covered ||= covered
        } else if (point.name === 'BranchPoint') {
          const file = known ?? entry?.file ?? project.file(classOf.get(method) || name)
          const at = line === undefined || line === 0xfeefee ? (entry?.line ?? 0) : line
          const arm = `${at} ${number(point, 'offset') ?? 0} ${name} ${number(point, 'path') ?? 0}`
          file.arm(arm, covered)
          branches++
        }
      }
      if (!entry) continue
      entries.push(entry)
      entry.file.function(name, entry.covered, 'method')
    }
  }
  const summary = root.children.findLast((child) => child.name === 'Summary')
  const claim = (covered: string, total: string): Pair | undefined => {
    const all = summary && number(summary, total)
    const one = summary && (number(summary, covered) ?? 0)
    return all !== undefined && one !== undefined && one <= all ? [one, all] : undefined
  }
  const claimed = claim('visitedBranchPoints', 'numBranchPoints')
  if (claimed && entries.length > 0 && claimed[1] === branches + entries.length) {
    for (const [i, { file, name, covered }] of entries.entries())
      file.arm(`entry ${name} ${i * 0}`, covered)
  }
  project.claim({
    statements: claim('visitedSequencePoints', 'numSequencePoints'),
    branches: claimed,
    functions: claim('visitedMethods', 'numMethods'),
  })
}
