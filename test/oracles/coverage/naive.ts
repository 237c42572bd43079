import { clover } from './clover.ts'
import { cobertura } from './cobertura.ts'
import { codecov } from './codecov.ts'
import { coveragePy } from './coverage-py.ts'
import { coveralls } from './coveralls.ts'
import { coverlet } from './coverlet.ts'
import { dotnetCoverage } from './dotnet-coverage.ts'
import { gcov, gcovr, gcovrSummary } from './gcc.ts'
import { go } from './go.ts'
import { istanbulFinal, istanbulSummary, jestJson } from './istanbul.ts'
import { jacoco } from './jacoco.ts'
import { jacocoCsv } from './jacoco-csv.ts'
import { lcov } from './lcov.ts'
import { llvm } from './llvm.ts'
import { openCover } from './opencover.ts'
import { type Naive, Project, type Reader } from './project.ts'
import { scoverage } from './scoverage.ts'
import { simplecov } from './simplecov.ts'
import { sonarqube } from './sonarqube.ts'
import { xccov } from './xccov.ts'

/**
 * What a report of a format says, read the long way round: whole texts, `JSON.parse`, saxes and maps.
 * It shares no code with the action, knows nothing of speed, and is held against it. Throws when it
 * cannot make sense of the report.
 */
export function naive(format: string, text: string, workspace: string): Naive {
  return naiveTogether(format, [text], workspace)
}

/** The same of several reports together. */
export function naiveTogether(format: string, texts: readonly string[], workspace: string): Naive {
  const read = readers[format]
  if (!read) throw new Error(`there is no naive reader of ${format}`)
  const whole = new Project(workspace)
  for (const text of texts) {
    const project = new Project(workspace)
    read(text, project)
    whole.merge(project)
  }
  return whole.totals()
}

const readers: Readonly<Record<string, Reader>> = {
  lcov,
  go,
  'istanbul-final': istanbulFinal,
  'istanbul-summary': istanbulSummary,
  'coverage-py': coveragePy,
  coveralls,
  gcov,
  gcovr,
  'gcovr-summary': gcovrSummary,
  simplecov,
  llvm,
  cobertura,
  jacoco,
  'jacoco-csv': jacocoCsv,
  clover,
  scoverage,
  opencover: openCover,
  sonarqube,
  codecov,
  coverlet,
  'dotnet-coverage': dotnetCoverage,
  xccov,
  'jest-json': jestJson,
}
