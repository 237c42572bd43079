import type { ChildProcess } from 'node:child_process'

/** Milliseconds in which a program that is ended may tidy up: git removes its locks. */
const grace = 1_000

/** Those whose program runs. The step may end before it has. */
const running = new Set<Supervisor>()

/** Sends a signal to a program and to what it has started. */
export type SignalAll = (pid: number, signal: NodeJS.Signals) => void

/** Ends a program, with all that it has started, when the signal aborts, the step ends, or it is asked to. */
export class Supervisor {
  readonly #signal: AbortSignal
  readonly #signalAll: SignalAll
  #child: ChildProcess | undefined
  #reason: unknown

  constructor(signal: AbortSignal, signalAll: SignalAll) {
    this.#signal = signal
    this.#signalAll = signalAll
    signal.addEventListener('abort', this.#abort, { once: true })
    if (running.size === 0) process.on('exit', killAll)
    running.add(this)
  }

  /** Watches over a program that is being started. */
  watch(child: ChildProcess): void {
    this.#child = child
    if (child.pid !== undefined) return
    // Asked to end while it was being started: it has done nothing yet that it could tidy up.
    child.once('spawn', () => {
      if (this.#reason !== undefined) this.kill()
    })
  }

  /** Ends the program; `reason` is what `settle` throws. */
  end(reason: unknown): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    this.#send('SIGTERM')
    setTimeout(this.kill, grace).unref()
  }

  /**
   * To be called when the program has ended.
   *
   * @throws what the program was ended for
   */
  settle(): void {
    this.#signal.removeEventListener('abort', this.#abort)
    running.delete(this)
    if (running.size === 0) process.removeListener('exit', killAll)
    if (this.#reason === undefined) return
    this.kill()
    throw this.#reason
  }

  readonly #abort = (): void => this.end(this.#signal.reason)

  /** Ends the program without a chance to tidy up. */
  readonly kill = (): void => {
    this.#send('SIGKILL')
    // Who has left the group may hold them open.
    this.#child?.stdout?.destroy()
    this.#child?.stderr?.destroy()
  }

  #send(signal: NodeJS.Signals): void {
    if (this.#child?.pid !== undefined) this.#signalAll(this.#child.pid, signal)
  }
}

function killAll(): void {
  for (const supervisor of running) supervisor.kill()
}
