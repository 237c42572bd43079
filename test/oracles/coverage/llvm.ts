import { get, isHit, type Json, listOf, membersOf, parse } from './json.ts'
import type { File, Pair, Project } from './project.ts'

export function llvm(text: string, project: Project): void {
  const four = ['lines', 'functions', 'regions', 'branches']
  const summary = (json: Json): Record<string, Pair> =>
    Object.fromEntries(
      membersOf(json)
        .filter(([key]) => four.includes(key))
        .map(([key, its]) => [key, [Number(get(its, 'covered')), Number(get(its, 'count'))]]),
    )
  const root = parse(text)
  for (const [key, data] of membersOf(root)) {
    if (key !== 'data') continue
    for (const one of listOf(data)) {
      let claims: Record<string, Pair> = {}
      for (const [name, json] of membersOf(one)) {
        if (name === 'totals') claims = summary(json)
        if (name !== 'files') continue
        for (const it of listOf(json)) {
          const file = project.file(String(get(it, 'filename') ?? ''))
          const segments = get(it, 'segments')
          for (const [metric, count] of Object.entries(
            summary(get(it, 'summary') ?? { members: [] }),
          ))
            if (metric !== 'lines' || segments === undefined) file.add(metric, count)
          if (segments === undefined) continue
          const isNew = file.count('lines')[1] === 0
          llvmLines(listOf(segments), file)
          const { lines } = summary(get(it, 'summary') ?? { members: [] })
          file.said = isNew ? lines : undefined
          if (isNew && lines && file.lines.size === 0) file.add('lines', lines)
        }
      }
      project.claim(claims)
    }
  }
}

/** As llvm-cov counts a line: what goes on into it, and what begins on it. */
function llvmLines(segments: readonly Json[], file: File): void {
  const all = segments.map((json) => {
    const [line, , count, hasCount, isEntry, isGap] = listOf(json)
    const flag = (it: Json | undefined): boolean => it === true || isHit(it)
    return {
      line: Number(line),
      covered: isHit(count),
      hasCount: flag(hasCount),
      starts: flag(hasCount) && flag(isEntry) && !flag(isGap),
      skips: !flag(hasCount) && flag(isEntry),
    }
  })
  const last = all.at(-1)?.line ?? 0
  for (let line = all[0]?.line ?? 0; line <= last; line++) {
    const wrapped = all.findLast((one) => one.line < line)
    const own = all.filter((one) => one.line === line)
    const starts = own.filter((one) => one.starts)
    if (own[0]?.skips || !(wrapped?.hasCount || starts.length > 0)) continue
    const inside = wrapped?.hasCount === true && wrapped.covered
    file.line(line, inside || starts.some((one) => one.covered))
  }
}
