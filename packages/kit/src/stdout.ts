import { writeSync } from 'node:fs'
import { readCommand } from './command.ts'
import { codeOf } from './machine.ts'

const stdout = 1

/**
 * Prints a line before it returns, so that nothing is lost when the process ends. `process.stdout`
 * would do the same, but loads sockets and streams first, which is a tenth of a short step.
 */
export function print(line: string): void {
  let rest = Buffer.from(`${line}\n`)
  while (rest.length > 0) rest = rest.subarray(write(rest))
}

/** How many of the bytes are written, or will never be, because nobody reads them any more. */
function write(bytes: Buffer): number {
  try {
    return writeSync(stdout, bytes)
  } catch (error) {
    // Nobody reads it any more, or the disk that it goes to is full: nothing can be said of that.
    if (codeOf(error) !== 'EAGAIN') return bytes.length
    // A pipe that does not block and is full: whoever reads it needs a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}

/** What libraries print while somebody listens. */
let overheard: string[] | undefined

/** Where what libraries print goes. */
interface Ears {
  debug(message: string): void
  mask(secret: string): void
}

/**
 * Keeps what libraries print, by `process.stdout`, `process.stderr` or `console`, from the log: it may be the
 * words of a service. It is there for debugging only. The streams are loaded only for those who print.
 */
export function divertOutput(runner: Ears): void {
  const handOn = (printed: string): void => {
    const { name, message } = readCommand(printed)
    if (name === 'add-mask') runner.mask(message)
    else if (!overheard || name === 'debug' || message.startsWith('[command]'))
      runner.debug(message)
    else overheard.push(message)
  }
  for (const name of ['stdout', 'stderr'] as const) {
    const load = Object.getOwnPropertyDescriptor(process, name)?.get
    let stream: NodeJS.WriteStream | undefined
    const get = (): NodeJS.WriteStream => {
      stream ??= diverted(load?.call(process), handOn)
      return stream
    }
    Object.defineProperty(process, name, { get, configurable: true, enumerable: true })
  }
}

function diverted(stream: NodeJS.WriteStream, handOn: (printed: string) => void) {
  stream.write = (printed: string | Uint8Array, ...rest: unknown[]): boolean => {
    handOn(Buffer.from(printed).toString())
    const done = rest.at(-1)
    if (typeof done === 'function') process.nextTick(done)
    return true
  }
  return stream
}

/** Uses a library, and yields also what it printed meanwhile. */
export async function overhear<T>(
  use: () => Promise<T>,
): Promise<{ readonly result: T; readonly said: readonly string[] }> {
  const said: string[] = []
  overheard = said
  try {
    return { result: await use(), said }
  } finally {
    overheard = undefined
  }
}
