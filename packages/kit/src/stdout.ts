import { writeSync } from 'node:fs'

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
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EPIPE') return bytes.length
    if (code !== 'EAGAIN') throw error
    // A pipe that does not block and is full: whoever reads it needs a moment.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    return 0
  }
}
