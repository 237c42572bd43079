/** So many lines, each told from the others. */
export function lines(count: number, word = 'line'): string {
  return Array.from({ length: count }, (_, i) => `${word} ${i + 1}\n`).join('')
}

/** An lcov record: for each line of the file whether it is covered; other lines cannot be. */
export function lcov(path: string, hits: Readonly<Record<number, 0 | 1>>): string {
  const rows = Object.entries(hits).map(([line, hit]) => `DA:${line},${hit}\n`)
  return `TN:\nSF:${path}\n${rows.join('')}end_of_record\n`
}
