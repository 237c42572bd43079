/** How many requests are allowed: deploys, hooks and changes of one service, other writes, reads. */
export interface Limits {
  readonly deploys: number
  readonly writes: number
  readonly reads: number
}

/** Per minute (https://api-docs.render.com/reference/rate-limiting). */
export const documentedLimits: Limits = { deploys: 10, writes: 30, reads: 400 }

export type Limiter = ReturnType<typeof limiter>

/** Counts requests by the minute of the clock, and says so in headers as Render does. */
export function limiter(limits: Limits, now: () => Date) {
  const windows = new Map<string, { minute: number; used: number }>()
  return {
    count(kind: keyof Limits, of: string): { exceeded: boolean; headers: Record<string, string> } {
      const time = now().getTime()
      const minute = Math.floor(time / 60_000)
      const key = `${kind} ${of}`
      const last = windows.get(key)
      const used = (last?.minute === minute ? last.used : 0) + 1
      windows.set(key, { minute, used })
      const reset = String(Math.ceil(60 - (time % 60_000) / 1000))
      const exceeded = used > limits[kind]
      return {
        exceeded,
        headers: {
          'ratelimit-limit': String(limits[kind]),
          'ratelimit-remaining': String(Math.max(0, limits[kind] - used)),
          'ratelimit-reset': reset,
          ...(exceeded && { 'retry-after': reset }),
        },
      }
    },
  }
}
