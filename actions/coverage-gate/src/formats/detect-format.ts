import { ActionError, quote } from '@ci-actions/kit'
import { isEmpty } from '../model/metrics.ts'
import { clover } from './clover.ts'
import { cobertura } from './cobertura.ts'
import { codecov } from './codecov.ts'
import { coveragePy } from './coverage-py.ts'
import { coveralls } from './coveralls.ts'
import { coverlet } from './coverlet.ts'
import { dotnetCoverage } from './dotnet-coverage.ts'
import type { Format, Report } from './format.ts'
import { gcov } from './gcov.ts'
import { gcovr } from './gcovr.ts'
import { gcovrSummary } from './gcovr-summary.ts'
import { go } from './go.ts'
import { type Head, readHead } from './head.ts'
import { istanbulFinal } from './istanbul-final.ts'
import { istanbulSummary } from './istanbul-summary.ts'
import { jacoco } from './jacoco.ts'
import { jacocoCsv } from './jacoco-csv.ts'
import { jestJson } from './jest-json.ts'
import { lcov } from './lcov.ts'
import { llvm } from './llvm.ts'
import { openCover } from './opencover.ts'
import { scoverage } from './scoverage.ts'
import { simplecov } from './simplecov.ts'
import { sonarqube } from './sonarqube.ts'
import { adviceFor, adviceForBinary, adviceForBytes } from './unreadable.ts'
import { xccov } from './xccov.ts'

/** All formats. Of similar ones, the stricter one comes first; otherwise the most common one. */
export const formats: readonly Format[] = [
  lcov,
  go,
  jacoco,
  jacocoCsv,
  cobertura,
  clover,
  sonarqube,
  openCover,
  scoverage,
  dotnetCoverage,
  llvm,
  coveragePy,
  coveralls,
  gcov,
  gcovr,
  gcovrSummary,
  simplecov,
  codecov,
  coverlet,
  xccov,
  jestJson,
  istanbulFinal,
  istanbulSummary,
]

/** A report and its format. */
export interface DetectedReport extends Report {
  readonly format: Format
}

/**
 * Detects the format of a report by its content, and reads it.
 *
 * @throws ActionError if the format is unknown, or differs from the forced one; the message completes "Report … "
 */
export function readInFormat(file: string, forced?: Format): DetectedReport {
  const head = checkedHead(file)
  const format = forced ? forcedFormat(head, forced) : detectFormat(head, file)
  const report = format.read(file)
  if (isEmpty(report.coverage.totals()) && !format.recognizes(head)) {
    throw new ActionError(`contains no data in the format ${format.title}`)
  }
  return { ...report, format }
}

/** @throws ActionError if the file is empty, or known not to be a report */
function checkedHead(file: string): Head {
  const known = adviceForBytes(file)
  if (known !== undefined) throw new ActionError(known)
  const head = readText(file)
  if (head.text === '') throw new ActionError('is empty; the tool that writes it did not finish')
  const advice = adviceFor(head)
  if (advice !== undefined) throw new ActionError(advice)
  return head
}

function readText(file: string): Head {
  try {
    return readHead(file)
  } catch (error) {
    const binary = error instanceof ActionError ? adviceForBinary(file) : undefined
    throw binary === undefined ? error : new ActionError(binary)
  }
}

function detectFormat(head: Head, file: string): Format {
  const format = formats.find((candidate) => candidate.recognizes(head))
  if (format) return format
  const binary = adviceForBinary(file)
  if (binary !== undefined) throw new ActionError(binary)
  const titles = formats.map(({ title }) => title).join(', ')
  throw new ActionError(
    `is in no format that is read here (${titles}); it starts with ${quote(head.text, 40)}`,
  )
}

/** Returns the forced format, unless another one recognizes the report. */
function forcedFormat(head: Head, forced: Format): Format {
  if (forced.recognizes(head)) return forced
  const actual = formats.find((candidate) => candidate.recognizes(head))
  if (!actual) return forced
  throw new ActionError(
    `is ${actual.title}, not ${forced.title} as specified in "reports"; remove "(${forced.name})", or write "(${actual.name})"`,
  )
}
