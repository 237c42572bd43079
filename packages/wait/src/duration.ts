/** Formats a duration for people: `0.4 s`, `12 s`, `2 min 5 s`, `1 h 20 min`. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return join(minutes, 'min', seconds % 60, 's')
  return join(Math.floor(minutes / 60), 'h', minutes % 60, 'min')
}

function join(large: number, unit: string, small: number, subunit: string): string {
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${subunit}`
}
