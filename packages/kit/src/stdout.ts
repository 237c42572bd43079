import { writeSync } from 'node:fs'
import { errorCode } from './machine-errors.ts'

const stdout = 1

/**
 * Prints what the toolkit writes to `process.stdout` in a call, before it returns, so that nothing is lost when the
 * process ends. The stream itself would do the same, but loads sockets first, which is a tenth of a short step.
 */
export function print(call: () => void, write: (text: string) => true = writeWhole): void {
  const usual = Object.getOwnPropertyDescriptor(process, 'stdout')
  Object.defineProperty(process, 'stdout', { value: { write }, configurable: true })
  try {
    call()
  } finally {
    if (usual) Object.defineProperty(process, 'stdout', usual)
  }
}

function writeWhole(text: string): true {
  let rest = Buffer.from(text)
  while (rest.length > 0) rest = rest.subarray(write(rest))
  return true
}

/** How many of the bytes are written, or will never be, because nobody reads them any more. */
function write(bytes: Buffer): number {
  try {
    return writeSync(stdout, bytes)
  } catch (error) {
    // Nobody reads it any more, or the disk that it goes to is full: nothing can be said of that.
    if (errorCode(error) !== 'EAGAIN') return bytes.length
    // A pipe that does not block and is full: whoever reads it needs a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}

/** What libraries print while somebody listens. */
let captured: string[] | undefined

/** Where what libraries print goes. */
interface LibraryOutput {
  debug(message: string): void
  setSecret(secret: string): void
}

/**
 * Keeps what libraries print, by `process.stdout`, `process.stderr` or `console`, from the log: it may be the
 * words of a service. It is there for debugging only. The streams are loaded only for those who print.
 */
export function divertOutput(runner: LibraryOutput): void {
  const handOn = (printed: string): void => {
    const { name, message } = readCommand(printed)
    if (name === 'add-mask') runner.setSecret(message)
    else if (!captured || name === 'debug' || message.startsWith('[command]')) runner.debug(message)
    else captured.push(message)
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

/** What a library printed at once: a workflow command with its message, or a message alone. */
function readCommand(printed: string): { name: string | undefined; message: string } {
  const text = printed.trimEnd()
  const [, name, message] = /^::([\w-]+)(?: [^:]*)?::(.*)$/s.exec(text) ?? []
  return name === undefined || message === undefined
    ? { name: undefined, message: text }
    : { name, message: unescapeMessage(message) }
}

function unescapeMessage(message: string): string {
  return message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
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
export async function captureOutput<T>(
  use: () => Promise<T>,
): Promise<{ readonly result: T; readonly said: readonly string[] }> {
  const said: string[] = []
  captured = said
  try {
    return { result: await use(), said }
  } finally {
    captured = undefined
  }
}
