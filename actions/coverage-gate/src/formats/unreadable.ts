import { readBeginning } from '@ci-actions/kit'
import { type Head, hasPath } from './head.ts'

/** A file that is often mistaken for a report, and what to use instead. */
interface Unreadable {
  readonly is: string
  readonly instead: string
}

interface Binary extends Unreadable {
  /** The first bytes. */
  readonly magic: readonly number[]
}

interface Text extends Unreadable {
  matches(head: Head): boolean
}

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')]

const unpack = 'unpack it first'
const llvmProfile = {
  is: 'an LLVM profile',
  instead: 'run "llvm-profdata merge" and "llvm-cov export -format=lcov"',
}
const gccData = {
  is: 'GCC coverage data',
  instead: 'run gcovr --json or lcov --capture, and use the output',
}
const goData = {
  is: 'Go coverage data (GOCOVERDIR)',
  instead: 'run "go tool covdata textfmt -i=<folder> -o=cover.out" and use cover.out',
}

/** Binary files with their magic numbers. */
const binaries: readonly Binary[] = [
  {
    magic: ascii('SQLite format 3\0'),
    is: 'a data file of coverage.py (SQLite)',
    instead: 'run "coverage xml" and use coverage.xml',
  },
  {
    magic: [0x01, 0xc0, 0xc0],
    is: 'JaCoCo execution data',
    instead: 'create a report (mvn jacoco:report, gradle jacocoTestReport) and use the XML',
  },
  // https://github.com/golang/go/blob/master/src/internal/coverage/defs.go
  { magic: ascii('\0cvm'), ...goData },
  { magic: ascii('\0cwm'), ...goData },
  // https://github.com/llvm/llvm-project/blob/main/llvm/include/llvm/ProfileData/InstrProfData.inc
  { magic: ascii('\x81rforpl\xff'), ...llvmProfile },
  { magic: ascii('\x81Rforpl\xff'), ...llvmProfile },
  { magic: ascii('\xfflprofr\x81'), ...llvmProfile },
  { magic: ascii('\xfflprofR\x81'), ...llvmProfile },
  { magic: ascii('\xfflprofi\x81'), ...llvmProfile },
  // "gcda" and "gcno" in either byte order.
  ...['gcda', 'adcg', 'gcno', 'oncg'].map((magic) => ({ magic: ascii(magic), ...gccData })),
  { magic: [0x1f, 0x8b], is: 'compressed by gzip', instead: `${unpack} (gunzip)` },
  { magic: ascii('PK\x03\x04'), is: 'a zip archive', instead: `${unpack} (unzip)` },
  { magic: ascii('BZh'), is: 'compressed by bzip2', instead: `${unpack} (bunzip2)` },
  { magic: [0xfd, ...ascii('7zXZ')], is: 'compressed by xz', instead: `${unpack} (unxz)` },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], is: 'compressed by zstd', instead: `${unpack} (unzstd)` },
]

const reportGenerator = 'convert it with ReportGenerator (-reporttypes:Cobertura)'

const texts: readonly Text[] = [
  {
    matches: ({ text }) => /^version https:\/\/\S+\noid sha256:/.test(text),
    is: 'a pointer of Git LFS',
    instead: 'set "lfs: true" in actions/checkout, or create the report in this job',
  },
  {
    matches: ({ text }) => /^(<!--[^>]*-->\s*)*(<!doctype html|<html[\s>])/i.test(text),
    is: 'an HTML page',
    instead: 'use the XML, JSON or lcov report of the same run',
  },
  {
    matches: ({ json }) =>
      hasPath(json, 'result', '*', 'functions') && hasPath(json, 'result', '*', 'url'),
    is: 'raw V8 coverage (NODE_V8_COVERAGE)',
    instead: 'run "c8 report --reporter=lcov" and use lcov.info',
  },
  {
    matches: ({ json }) =>
      hasPath(json, 'coverage', '*', 'hits') && hasPath(json, 'coverage', '*', 'source'),
    is: 'raw Dart coverage',
    instead: 'run "dart run coverage:format_coverage --lcov" and use lcov.info',
  },
  {
    matches: ({ text }) => /^\S+\.go:\d+:\s+\S+\s+\d+\.\d%/.test(text),
    is: 'the table of "go tool cover -func"',
    instead: 'use the profile itself, cover.out',
  },
  {
    matches: ({ json }) =>
      hasPath(json, 'coverage', 'assemblies') || hasPath(json, 'summary', 'generatedon'),
    is: 'a summary of ReportGenerator',
    instead: 'use its Cobertura report (-reporttypes:Cobertura)',
  },
  {
    matches: ({ json }) =>
      hasPath(json, 'result', 'line') || hasPath(json, 'result', 'covered_percent'),
    is: 'the last percentage of SimpleCov',
    instead: 'use coverage/.resultset.json',
  },
  {
    matches: ({ json }) => hasPath(json, 'files', '*', 'traces'),
    is: 'tarpaulin JSON',
    instead: 'run it with --out Xml or --out Lcov',
  },
  {
    matches: ({ json }) => hasPath(json, 'percent_covered') && hasPath(json, 'files', '*', 'file'),
    is: 'the summary of kcov',
    instead: 'use its cobertura.xml',
  },
  {
    matches: ({ text }) =>
      /^(<\?xml[^>]*>\s*)?<phpunit\s[^>]*schema\.phpunit\.de\/coverage/.test(text),
    is: 'a part of the XML report of PHPUnit, which is a folder',
    instead: 'run it with --coverage-clover clover.xml',
  },
  {
    matches: ({ text }) => text.startsWith('<?php'),
    is: 'PHP code (data of php-code-coverage)',
    instead: 'run "phpcov merge --clover clover.xml" or PHPUnit with --coverage-clover',
  },
  {
    matches: ({ text }) => /^[^{[]{0,2000}<coverage\s[^>]*profilerVersion=/.test(text),
    is: 'a report of NCover',
    instead: reportGenerator,
  },
  {
    matches: ({ text }) => /^[^{[]{0,2000}<(PartCoverReport|BullseyeCoverage)[\s>]/.test(text),
    is: 'a report of PartCover or Bullseye',
    instead: reportGenerator,
  },
  {
    matches: ({ text, json }) =>
      /^[^{[]{0,2000}<Root\s[^>]*DotCoverVersion=/.test(text) || hasPath(json, 'DotCoverVersion'),
    is: 'a report of dotCover',
    instead: reportGenerator,
  },
  {
    matches: ({ text }) =>
      text.startsWith('<CoverageDSPriv') || /^<\?xml[^>]*>\s*<CoverageDSPriv/.test(text),
    is: 'an export of Visual Studio',
    instead: 'run "dotnet-coverage merge -f cobertura -o coverage.xml" on the .coverage file',
  },
  {
    matches: ({ text }) => /^-:\s*0:Source:/.test(text),
    is: 'a source file annotated by gcov',
    instead: 'run gcovr --json or lcov --capture, and use the output',
  },
  {
    matches: ({ text }) => /^-+\s+GCC Code Coverage Report/.test(text),
    is: 'the table of gcovr',
    instead: 'run gcovr with --json',
  },
  {
    matches: ({ text }) => /^[\s|+╭─┬-]*File\s*\| *% (Stmts|Lines)/m.test(text.slice(0, 2000)),
    is: 'the table that a tool prints',
    instead: 'use a file: coverage-final.json of Istanbul, lcov.info of Foundry (--report lcov)',
  },
  {
    matches: ({ text }) => /^Name\s+Stmts\s+Miss\s/m.test(text.slice(0, 2000)),
    is: 'the table of coverage.py',
    instead: 'run "coverage xml" and use coverage.xml',
  },
  {
    matches: ({ json }) => Array.isArray(json) && hasPath(json, '*', 'executableLines'),
    is: 'only the targets of xccov',
    instead: 'run "xcrun xccov view --report --json" without --only-targets or --files-for-target',
  },
  {
    matches: ({ text }) => /^(<\?xml[^>]*>\s*)?<testsuites?[\s>]/.test(text),
    is: 'a file of test results (JUnit), not of coverage,',
    instead: 'use the coverage report of the same run',
  },
]

/** Returns what to use instead of a file with known first bytes; undefined for any other. */
export function adviceForBytes(file: string): string | undefined {
  const head = readBeginning(file, 512)
  const known = binaries.find(({ magic }) => magic.every((byte, i) => head[i] === byte))
  return known && sentence(known)
}

/** Returns what to use instead of a binary file; undefined for text. */
export function adviceForBinary(file: string): string | undefined {
  const head = readBeginning(file, 512)
  if (!head.includes(0) || isWideText(head)) return undefined
  const isDotnet = /\.coverage$/i.test(file)
  return sentence(isDotnet ? dotnetCoverage : anyBinary)
}

const dotnetCoverage = {
  is: 'binary .NET coverage',
  instead: 'run "dotnet-coverage merge -f cobertura -o coverage.xml" on it and use coverage.xml',
}
const anyBinary = {
  is: 'a binary file',
  instead: 'use the XML, JSON or lcov report of the tool',
}

/** Returns what to use instead of a text that is not a report; undefined if it may be one. */
export function adviceFor(head: Head): string | undefined {
  const known = texts.find(({ matches }) => matches(head))
  return known && sentence(known)
}

/** Whether it is UTF-16 or UTF-32, which contain zeros, by byte order mark or first character. */
function isWideText(head: Buffer): boolean {
  const [first, second] = head
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const isText = (at: number) => (head[at] ?? 0) > 8
  return (
    isMarked || (second === 0 && isText(0) && isText(2)) || (first === 0 && isText(1) && isText(3))
  )
}

function sentence({ is, instead }: Unreadable): string {
  return `is ${is} and cannot be read here; ${instead}`
}
