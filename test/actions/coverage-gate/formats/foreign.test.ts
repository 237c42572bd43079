import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { formats } from '../../../../actions/coverage-gate/src/formats/detect-format.ts'
import type { Format } from '../../../../actions/coverage-gate/src/formats/format.ts'
import { fixtures, read, readFile } from '../read.ts'
import { workspaceOf } from '../workspace.ts'

const json = JSON.stringify

describe('What is not a report of any format is refused, however it begins', () => {
  test.each<[string, string, RegExp]>([
    [
      'NCover',
      '<coverage profilerVersion="1.5"><module><method class="A"><seqpnt visitcount="1" line="9" document="a.cs"/></method></module></coverage>',
      /is a report of NCover .* ReportGenerator/,
    ],
    [
      'mprof',
      '<coverage version="0.3"><assembly name="Test"/><class name="A" method-count="5"/></coverage>',
      /in no format/,
    ],
    [
      'Testwell CTC++',
      '<coverage creationTime="x"><file name="a.cpp" location="a.cpp"><measure hits="1" checkpoints="2"/><line number="1"/></file></coverage>',
      /in no format/,
    ],
    [
      'a <coverage> of anybody',
      '<coverage><x><line number="1" hits="1"/></x></coverage>',
      /no format/,
    ],
    ['a rate alone', '<coverage line-rate="0.8"><summary/></coverage>', /in no format/],
    [
      'EMMA',
      '<report><stats><packages value="1"/></stats><data><all name="x"><package name="p"/></all></data></report>',
      /no format/,
    ],
    ['a <report> of anybody', '<report name="x"><item/></report>', /in no format/],
    ['a class that names no file', '<coverage><class name="a"/></coverage>', /in no format/],
    ['results of another kind', '<results><result/></results>', /in no format/],
    ['JUnit', '<?xml version="1.0"?>\n<testsuites><testsuite/></testsuites>', /test results/],
    [
      'dotCover',
      '<Root CoveredStatements="1" ReportType="DetailedXml" DotCoverVersion="2023.3"/>',
      /dotCover/,
    ],
    ['PartCover', '<PartCoverReport date="x"><File id="4"/></PartCoverReport>', /PartCover/],
    ['Visual Studio 2010', '<CoverageDSPriv><Module/></CoverageDSPriv>', /dotnet-coverage merge/],
    [
      'PHPUnit XML',
      '<?xml version="1.0"?><phpunit xmlns="https://schema.phpunit.de/coverage/1.0"><file/></phpunit>',
      /--coverage-clover/,
    ],
    ['php-code-coverage', '<?php return 1;', /phpcov merge --clover/],
    ['HTML', '<!DOCTYPE html>\n<html lang=en><p>', /is an HTML page/],
    [
      'a pointer of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n',
      /is a pointer of Git LFS.*"lfs: true"/,
    ],
    [
      'V8',
      json({ result: [{ scriptId: '1', url: 'file:///a.js', functions: [] }] }),
      /NODE_V8_COVERAGE/,
    ],
    [
      'Dart',
      json({ type: 'CodeCoverage', coverage: [{ source: 'package:a/a.dart', hits: [1, 1] }] }),
      /format_coverage --lcov/,
    ],
    [
      'go tool cover -func',
      'app/a.go:3:\t\tA\t\t66.7%\ntotal:\t(statements)\t66.7%\n',
      /cover.out/,
    ],
    [
      'ReportGenerator',
      json({
        summary: { generatedon: 'x' },
        coverage: { assemblies: [{ name: 'A', coverage: 80 }] },
      }),
      /summary of ReportGenerator/,
    ],
    ['.last_run.json', json({ result: { line: 68.75, branch: 37.5 } }), /\.resultset\.json/],
    ['.last_run.json, old', json({ result: { covered_percent: 68.75 } }), /\.resultset\.json/],
    ['tarpaulin', json({ files: [{ path: ['/', 'a.rs'], traces: [], covered: 1 }] }), /--out Xml/],
    [
      'kcov',
      json({ files: [{ file: 'a.sh', percent_covered: '50' }], percent_covered: '50' }),
      /kcov/,
    ],
    ['gcov text', '        -:    0:Source:a.c\n        1:    1:int a;\n', /gcovr --json/],
    [
      'gcovr text',
      `${'-'.repeat(78)}\n                           GCC Code Coverage Report\n`,
      /table of gcovr/,
    ],
    [
      'Istanbul text',
      `${'-'.repeat(9)}|---\nFile | % Stmts | % Branch |\n`,
      /table that a tool prints/,
    ],
    ['Foundry', '| File | % Lines | % Statements |\n', /--report lcov/],
    ['coverage.py text', 'Name    Stmts   Miss  Cover\n-----\n', /coverage xml/],
    ['anything', 'All files | 80 |\n', /in no format/],
    ['JSON of anybody', json({ coverage: 80 }), /in no format/],
    ['lines of nothing', json({ a: { lines: 80 } }), /in no format/],
    ['a list', json([{ coverage: 80 }]), /in no format/],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
    for (const format of formats) expect(() => read(text, format)).toThrow()
  })

  test.each<[string, readonly number[] | string, RegExp]>([
    ['.coverage', 'SQLite format 3\0', /data file of coverage.py .* "coverage xml"/],
    ['jacoco.exec', [0x01, 0xc0, 0xc0, 0x10, 0x07], /JaCoCo execution data/],
    ['covmeta.1', '\0cvm\x01\0\0\0', /go tool covdata textfmt/],
    ['covcounters.1', '\0cwm\x01\0\0\0', /go tool covdata textfmt/],
    ['default.profraw', '\x81rforpl\xff\0\0', /llvm-profdata merge/],
    ['default.profdata', '\xfflprofi\x81\0', /llvm-profdata merge/],
    ['a.gcda', 'adcg*33B\0', /gcovr --json/],
    ['a.gcno', 'oncg*33B\0', /gcovr --json/],
    ['coverage.xml.gz', [...gzipSync('<coverage/>')], /gunzip/],
    ['a.gcov.json.gz', [...gzipSync('{}')], /compressed by gzip .* \(gunzip\)/],
    ['coverage.zip', 'PK\x03\x04\x14\0', /unzip/],
    ['coverage.xz', '\xfd7zXZ\0', /unxz/],
    ['coverage.zst', [0x28, 0xb5, 0x2f, 0xfd], /unzstd/],
    ['coverage.bz2', 'BZh91AY', /bunzip2/],
    ['a.coverage', '!xyz\0\0\x01', /dotnet-coverage merge -f cobertura/],
    ['a.coverdata', '\x83h\0\0', /is a binary file/],
    ['a.bin', '\0\x01\0\xd8\xff\xff', /is a binary file/],
  ])('%s', (name, content, message) => {
    const bytes =
      typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content)
    const folder = workspaceOf({ [name]: bytes })
    expect(() => readFile(join(folder, name))).toThrow(message)
  })
})

describe('A format that is forced, and is not that of the report, is refused', () => {
  const samples = [
    'jest/coverage-final.json',
    'jest/coverage-summary.json',
    'jest/lcov.info',
    'jest/clover.xml',
    'jest/cobertura-coverage.xml',
    'jacoco/core.xml',
    'jacoco/core.csv',
    'pytest-cov/branch.json',
    'go/set.out',
    'clang/llvm.json',
    'simplecov/resultset.json',
    'gcc/gcovr.json',
    'crafted/scoverage.xml',
    'gcc/gcovr-summary.json',
    'gcc/gcov.json',
    'gcc/coveralls.json',
    'gcc/gcovr-sonarqube.xml',
    'monocart/codecov.json',
    'coverlet/merge-with.json',
    'dotnet-coverage/fsharp.xml',
    'crafted/xccov-report.json',
    'crafted/xccov-archive.json',
    'jest/results.json',
  ]

  test.each(samples)('%s', (path) => {
    const file = join(fixtures, path)
    const { format: own } = readFile(file)
    const refused = formats.filter((format) => throws(file, format))
    const accepted = formats.filter((format) => !refused.includes(format))
    expect(accepted.map(({ name }) => name)).toEqual([own])
  })

  function throws(file: string, format: Format): boolean {
    try {
      readFile(file, format)
      return false
    } catch {
      return true
    }
  }

  test('what no format knows may be forced, if it has anything of it', () => {
    const simplecov = formats.find(({ name }) => name === 'simplecov')
    const cobertura = formats.find(({ name }) => name === 'cobertura')
    expect(() => read(json({ a: 1 }), simplecov)).toThrow(/no data in the format SimpleCov JSON/)
    expect(() => read('<x><y/></x>', cobertura)).toThrow(/no data in the format Cobertura XML/)
    const wrapped = '<x><class filename="a"><lines><line number="1" hits="1"/></lines></class></x>'
    expect(read(wrapped, cobertura).totals).toEqual({ lines: '1/1' })
  })
})

test.each([
  '',
  '<?xml version="1.0"?>\n',
  '<!-- a > b - c -->\n<!---->',
  '<?xml-stylesheet href="a.xsl"?>',
  '<!DOCTYPE coverage SYSTEM "x>y<report>">',
  "<!DOCTYPE coverage SYSTEM 'x>y' >",
  '<!DOCTYPE coverage [<!ENTITY e "]><report>">]>',
  '<!DOCTYPE coverage [<!-- ]> <report> --><!ELEMENT coverage ANY>]>',
  `<!--${'x'.repeat(70_000)}-->`,
])('Cobertura is recognized behind %#', (prolog) => {
  const { format, totals } = read(`${prolog}<coverage line-rate="1"><packages><package><classes>
    <class filename="a.py"><lines><line number="1" hits="1"/></lines></class>
    </classes></package></packages></coverage>`)
  expect([format, totals]).toEqual(['cobertura', { lines: '1/1' }])
})
