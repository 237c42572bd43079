import { fork } from 'node:child_process'
import { type Start, type Step, startBundle } from './bundle.ts'
import { compileCache } from './compile-cache.ts'

/*
 * A small process that starts bundles for a large one, as a process of jest is: what it takes to start a program
 * grows with the memory of whoever does it.
 */

/** What the small process is told, and what it tells. */
interface Order {
  readonly id: number
  readonly action: string
  readonly start: Start
}
interface Result {
  readonly id: number
  readonly step: Step
}

export interface ProcessPool {
  start(action: string, start: Start): Promise<Step>
  stop(): void
}

export function startProcessPool(): ProcessPool {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
  const child = fork(import.meta.filename, { env })
  const waiting = new Map<number, (step: Step) => void>()
  let orders = 0
  child.on('message', ({ id, step }: Result) => {
    waiting.get(id)?.(step)
    waiting.delete(id)
  })
  return {
    start: (action, start) =>
      new Promise((resolve) => {
        const order: Order = { id: orders++, action, start }
        waiting.set(order.id, resolve)
        child.send(order)
      }),
    stop: () => child.disconnect(),
  }
}

if (import.meta.main) {
  process.on('message', async ({ id, action, start }: Order) => {
    process.send?.({ id, step: await startBundle(action, start) } satisfies Result)
  })
  process.on('disconnect', () => process.exit())
}
