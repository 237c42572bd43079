import { read } from '../read.ts'

/** A report of each format with one line, which was hit this often. */
const reports: Readonly<Record<string, (hits: string) => string>> = {
  lcov: (hits) => `SF:a\nDA:1,${hits}\nend_of_record\n`,
  go: (hits) => `mode: count\na.go:1.1,1.9 1 ${hits}\n`,
  cobertura: (hits) =>
    `<coverage><class name="a" filename="a"><lines><line number="1" hits="${hits}"/></lines></class></coverage>`,
  jacoco: (hits) =>
    `<report><package name="p"><sourcefile name="a"><line nr="1" ci="${hits}"/></sourcefile></package></report>`,
  clover: (hits) =>
    `<coverage clover="1"><project><file name="a"><line num="1" type="stmt" count="${hits}"/></file></project></coverage>`,
  opencover: (hits) =>
    `<CoverageSession><Module><File uid="1" fullPath="a"/><Method><SequencePoint vc="${hits}" sl="1" fileid="1"/></Method></Module></CoverageSession>`,
  codecov: (hits) => `{"coverage":{"a":{"1":${hits}}}}`,
  coverlet: (hits) => `{"a.dll":{"a.cs":{"A":{"A::B()":{"Lines":{"1":${hits}}}}}}}`,
  xccov: (hits) => `{"a.swift":[{"line":1,"isExecutable":true,"executionCount":${hits}}]}`,
  'jest-json': (hits) =>
    `{"numTotalTests":1,"coverageMap":{"a":{"path":"a","statementMap":{"0":{"start":{"line":1},"end":{"line":1}}},"s":{"0":${hits}}}}}`,
  'istanbul-final': (hits) =>
    `{"a":{"path":"a","statementMap":{"0":{"start":{"line":1},"end":{"line":1}}},"s":{"0":${hits}}}}`,
  simplecov: (hits) => `{"rspec":{"coverage":{"a.rb":[${hits}]},"timestamp":1}}`,
  llvm: (hits) =>
    `{"type":"llvm.coverage.json.export","data":[{"files":[{"filename":"a","segments":[[1,1,${hits},true,true,false],[1,9,0,false,false,false]]}]}]}`,
}

const formats = Object.entries(reports)

test.each(formats)(
  '%s: hits of any size and notation cover a line if they are more than 0',
  (format, report) => {
    for (const [hits, covered] of [
      ['1', 1],
      ['18446744073709551615', 1],
      ['99999999999999999999999999', 1],
      ['1.0e+19', 1],
      ['0.5', 1],
      ['0', 0],
      ['0.0', 0],
      ['-1', 0],
      ['-18446744073709551615', 0],
    ] as const) {
      const one = read(report(hits))
      expect([hits, one.format, one.totals.lines]).toEqual([hits, format, `${covered}/1`])
    }
  },
)

test.each(formats)('%s: what is no number of hits is refused', (_, report) => {
  for (const hits of ['"yes"', 'NaN', '0x1', '1e', '--1', '1 1']) {
    expect(() => read(report(hits.replaceAll('"', '&quot;')))).toThrow(
      /is expected|valid JSON|hits/,
    )
  }
})
