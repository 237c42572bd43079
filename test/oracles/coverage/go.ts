import { matched, type Project, positive } from './project.ts'

export function go(text: string, project: Project): void {
  for (const row of text.split('\n').map((line) => line.trim())) {
    if (row === '' || /^mode: \w+$/.test(row)) continue
    const [, name = '', from, column, to, end, weight, count = ''] = matched(
      /^([\s\S]+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\S+)$/,
      row,
    )
    const file = project.file(name)
    const covered = positive(count)
    const place = [from, column, to, end].map(Number).join()
    if (Number(weight) > 0) file.statement(place, covered, Number(weight))
    for (let line = Number(from); line <= Number(to); line++) file.line(line, covered)
  }
}
