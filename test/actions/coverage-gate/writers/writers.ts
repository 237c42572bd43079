import { istanbulClover, isWhole, phpClover } from './clover.ts'
import { istanbulCobertura, plainCobertura, pythonCobertura } from './cobertura.ts'
import type { Measured, MeasuredFunction } from './code.ts'
import { goProfile } from './go.ts'
import { istanbulFinal, istanbulSummary } from './istanbul.ts'
import { jacoco } from './jacoco.ts'
import { gccLcov, istanbulLcov, pythonLcov } from './lcov.ts'
import { llvmExport } from './llvm.ts'
import { coveragePyJson } from './python.ts'
import { simplecov } from './simplecov.ts'

/** A way to write a report. */
export interface Writer {
  /** Of each metric that it tells: by what the parts have names, or that they have none. */
  readonly tells: Readonly<Record<string, string>>
  write(files: readonly Measured[], nameOf: (path: string) => string, source: string): string
  isCalled?(one: MeasuredFunction): boolean
}

/** Of a metric only the number is told, of a file or of each of its lines. */
const ofFile = 'number of the file'
const ofLine = 'number of the line'

/** Whether a metric is told by names, so that it is known of several reports what they have in common. */
export function hasNames(scheme: string): boolean {
  return scheme !== ofFile && scheme !== ofLine
}

/** The tools of a language. */
export interface Language {
  readonly extension: string
  /** How many decisions a line may have that the tools tell apart. */
  readonly mostDecisions: number
  readonly writers: readonly [Writer, ...Writer[]]
}

const lines = 'by number'
const spans = 'by place'

const istanbul = { lines, statements: spans, branches: 'istanbul', functions: 'istanbul' }
const js: Language = {
  extension: 'js',
  mostDecisions: 3,
  writers: [
    { tells: { lines, branches: 'lcov', functions: 'lcov' }, write: istanbulLcov },
    { tells: istanbul, write: istanbulFinal },
    {
      tells: { lines: ofFile, statements: ofFile, branches: ofFile, functions: ofFile },
      write: istanbulSummary,
    },
    { tells: { lines, branches: ofLine, functions: 'cobertura' }, write: istanbulCobertura },
    { tells: { lines, branches: ofFile, functions: ofFile }, write: istanbulClover },
  ],
}

const python: Language = {
  extension: 'py',
  mostDecisions: 1,
  writers: [
    { tells: { lines, branches: 'coverage.py' }, write: coveragePyJson },
    { tells: { lines, branches: 'missing' }, write: pythonCobertura },
    { tells: { lines, branches: ofLine }, write: plainCobertura },
    { tells: { lines, branches: 'lcov', functions: 'lcov' }, write: pythonLcov },
  ],
}

const java: Language = {
  extension: 'java',
  mostDecisions: 3,
  writers: [
    {
      tells: { lines, branches: ofLine, functions: ofFile, instructions: ofFile },
      write: jacoco,
    },
  ],
}

const go: Language = {
  extension: 'go',
  mostDecisions: 1,
  writers: [{ tells: { lines, statements: spans }, write: goProfile }],
}

const ruby: Language = {
  extension: 'rb',
  mostDecisions: 3,
  writers: [
    { tells: { lines, branches: 'simplecov', functions: 'simplecov' }, write: simplecov },
    { tells: { lines, branches: 'lcov', functions: 'lcov' }, write: istanbulLcov },
    { tells: { lines, branches: ofLine }, write: plainCobertura },
  ],
}

const cpp: Language = {
  extension: 'cpp',
  mostDecisions: 3,
  writers: [
    {
      tells: { lines, branches: ofFile, functions: ofFile, regions: ofFile },
      write: llvmExport,
    },
    { tells: { lines, branches: 'lcov', functions: 'lcov' }, write: gccLcov },
    { tells: { lines, branches: ofLine }, write: plainCobertura },
  ],
}

const php: Language = {
  extension: 'php',
  mostDecisions: 1,
  writers: [
    {
      tells: { lines, statements: ofFile, functions: ofFile },
      write: phpClover,
      isCalled: isWhole,
    },
  ],
}

export const languages: readonly [Language, ...Language[]] = [js, python, java, go, ruby, cpp, php]
