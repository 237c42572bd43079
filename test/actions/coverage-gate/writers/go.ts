import type { Measured } from './code.ts'

/** @see https://pkg.go.dev/golang.org/x/tools/cover#ParseProfiles */
export function goProfile(files: readonly Measured[], nameOf: (path: string) => string): string {
  const rows = files.flatMap(({ path, blocks }) =>
    blocks.map(({ from, to, hits }) => {
      return `${nameOf(path)}:${from}.2,${to}.40 ${to - from + 1} ${hits}\n`
    }),
  )
  return `mode: count\n${rows.join('')}`
}
