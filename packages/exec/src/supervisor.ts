import type { ChildProcess } from 'node:child_process'

/** Milliseconds that a terminated program has to clean up: git removes its locks. */
const grace = 1_000

/** Supervisors of running programs. The step may end before them. */
const running = new Set<Supervisor>()

/** Sends a signal to a program and its descendants. */
export type SignalAll = (pid: number, signal: NodeJS.Signals) => void

/** Terminates a program and its descendants when the signal aborts, when the step ends, or on request. */
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

  /** Starts to supervise a program that is being started. */
  watch(child: ChildProcess): void {
    this.#child = child
    if (child.pid !== undefined) return
    // Terminated while starting: it has nothing to clean up yet.
    child.once('spawn', () => {
      if (this.#reason !== undefined) this.kill()
    })
  }

  /** Terminates the program; `settle` throws `reason`. */
  end(reason: unknown): void {
    if (this.#reason !== undefined) return
    this.#reason = reason
    this.#send('SIGTERM')
    setTimeout(this.kill, grace).unref()
  }

  /**
   * Must be called when the program has ended.
   *
   * @throws the reason for which the program was terminated
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

  /** Kills the program without letting it clean up. */
  readonly kill = (): void => {
    this.#send('SIGKILL')
    // Processes outside the group may keep the streams open.
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
