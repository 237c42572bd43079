import { writeSync } from 'node:fs'
import { errorCode } from './machine-errors.ts'

const stdout = 1

/**
 * Writes what the toolkit prints to `process.stdout` during a call synchronously, so that nothing is lost when the
 * process exits. The real stream would do the same, but it loads sockets first, which takes a tenth of the time of a
 * short step.
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

/** Returns how many bytes are done with: written, or dropped because stdout is closed. */
function write(bytes: Buffer): number {
  try {
    return writeSync(stdout, bytes)
  } catch (error) {
    // The reader is gone or the disk is full, and there is nowhere left to report it.
    if (errorCode(error) !== 'EAGAIN') return bytes.length
    // A non-blocking pipe is full: give its reader a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}

/** Collects the output of libraries while `captureOutput` runs. */
let captured: string[] | undefined

/** The destination of library output. */
interface LibraryOutput {
  debug(message: string): void
  setSecret(secret: string): void
}

/**
 * Diverts what libraries print, by `process.stdout`, `process.stderr` or `console`, from the log to the debug log,
 * because it may contain untrusted text of a service. The streams are loaded only when something is printed.
 */
export function divertOutput(runner: LibraryOutput): void {
  const forward = (printed: string): void => {
    const { name, message } = readCommand(printed)
    if (name === 'add-mask') runner.setSecret(message)
    else if (!captured || name === 'debug' || message.startsWith('[command]')) runner.debug(message)
    else captured.push(message)
  }
  for (const name of ['stdout', 'stderr'] as const) {
    const load = Object.getOwnPropertyDescriptor(process, name)?.get
    let stream: NodeJS.WriteStream | undefined
    const get = (): NodeJS.WriteStream => {
      stream ??= diverted(load?.call(process), forward)
      return stream
    }
    Object.defineProperty(process, name, { get, configurable: true, enumerable: true })
  }
}

/** Parses a chunk of library output into a workflow command and its message, or a message alone. */
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

function diverted(stream: NodeJS.WriteStream, forward: (printed: string) => void) {
  stream.write = (printed: string | Uint8Array, ...rest: unknown[]): boolean => {
    forward(Buffer.from(printed).toString())
    const done = rest.at(-1)
    if (typeof done === 'function') process.nextTick(done)
    return true
  }
  return stream
}

/** Runs a function and returns its result with what libraries printed meanwhile. */
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
