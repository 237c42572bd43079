import { closeSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFile, FileError, messageOf, quote, type Runner } from '@ci-actions/kit'

/** Where the report of a gate is: outside of the checkout, one for each `name`. */
export function reportFile(name: string, runner: Runner): string {
  const safe = encodeURIComponent(name.toWellFormed()).slice(0, 100)
  return join(runner.env('RUNNER_TEMP') ?? tmpdir(), 'coverage-gate', `${safe}.json`)
}

/** Writes the pieces of the report; the path, or nothing where it cannot be written. */
export function writeReport(file: string, pieces: Iterable<string>, runner: Runner): string {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const descriptor = createFile(file)
    try {
      writePieces(descriptor, pieces)
    } finally {
      closeSync(descriptor)
    }
    return file
  } catch (error) {
    if (!(error instanceof FileError || (error instanceof Error && 'syscall' in error))) throw error
    runner.notice(`The report cannot be written to ${quote(file)}: ${messageOf(error)}`)
    return ''
  }
}

const chunkSize = 64 * 1024

function writePieces(descriptor: number, pieces: Iterable<string>): void {
  let chunk = ''
  for (const piece of pieces) {
    chunk += piece
    if (chunk.length < chunkSize) continue
    writeFileSync(descriptor, chunk)
    chunk = ''
  }
  writeFileSync(descriptor, chunk)
}
