import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded } from '../support/random.ts'

/** What a generated report has to come to. */
export interface Truth {
  readonly lines: { covered: number; total: number }
  readonly branches: { covered: number; total: number }
}

/** A kind of report: what stands before, between and behind its files. */
export interface Kind {
  readonly name: string
  readonly file: string
  readonly before: string
  readonly between: string
  readonly after: string
  one(path: string, number: number, lines: readonly Line[]): string
}

/** A line that can be covered, and the arms of its branch if it has one. */
interface Line {
  readonly number: number
  readonly hits: number
  readonly arms: readonly boolean[]
}

const kinds: readonly Kind[] = [
  {
    name: 'Cobertura',
    file: 'cobertura.xml',
    before:
      '<?xml version="1.0" ?>\n<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n<coverage version="1">\n<sources><source>src</source></sources>\n<packages><package name="app"><classes>\n',
    between: '',
    after: '</classes></package></packages>\n</coverage>\n',
    one: (path, number, lines) => {
      const own = lines.map((line) => coberturaLine(line)).join('')
      const method = lines.slice(0, 5).map((line) => coberturaLine(line, '    '))
      return `<class name="C${number}" filename="${path}" line-rate="0.8" branch-rate="0.5" complexity="0">\n  <methods>\n    <method name="run" signature="()V" line-rate="1" branch-rate="1">\n      <lines>\n${method.join('')}      </lines>\n    </method>\n  </methods>\n  <lines>\n${own}  </lines>\n</class>\n`
    },
  },
  {
    name: 'JaCoCo',
    file: 'jacoco.xml',
    before:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="app"><sessioninfo id="a" start="1" dump="2"/>',
    between: '',
    after: '</report>',
    one: (path, number, lines) => {
      const own = lines.map(({ number: nr, hits, arms }) => {
        const cb = arms.filter(Boolean).length
        return `<line nr="${nr}" mi="${hits > 0 ? 0 : 3}" ci="${hits > 0 ? 3 : 0}" mb="${arms.length - cb}" cb="${cb}"/>`
      })
      const method =
        '<method name="run" desc="(Ljava/lang/String;)V" line="5"><counter type="INSTRUCTION" missed="0" covered="12"/><counter type="LINE" missed="0" covered="4"/><counter type="COMPLEXITY" missed="0" covered="1"/><counter type="METHOD" missed="0" covered="1"/></method>'
      return `<package name="app/p${number}"><class name="app/p${number}/C" sourcefilename="C.java">${method.repeat(3)}<counter type="INSTRUCTION" missed="0" covered="36"/><counter type="METHOD" missed="0" covered="3"/></class><sourcefile name="${path.replace(/^.*\//, '')}">${own.join('')}<counter type="INSTRUCTION" missed="0" covered="36"/><counter type="METHOD" missed="0" covered="3"/></sourcefile></package>`
    },
  },
  {
    name: 'Clover',
    file: 'clover.xml',
    before:
      '<?xml version="1.0" encoding="UTF-8"?>\n<coverage generated="1" clover="4.5.2">\n<project name="app" timestamp="1"><package name="app">\n',
    between: '',
    after: '</package></project>\n</coverage>\n',
    one: (path, _, lines) => {
      const own = lines.map(({ number, hits, arms: [whenTrue, whenFalse] }) =>
        whenTrue === undefined
          ? `<line num="${number}" type="stmt" count="${hits}"/>\n`
          : `<line num="${number}" type="cond" truecount="${whenTrue ? hits : 0}" falsecount="${whenFalse ? 1 : 0}"/>\n`,
      )
      const arms = lines.flatMap((line) => line.arms)
      const statements = lines.filter((line) => line.arms.length === 0)
      const covered = statements.filter(({ hits }) => hits > 0).length
      const metrics = `<metrics elements="9" statements="${statements.length}" coveredstatements="${covered}" conditionals="${arms.length}" coveredconditionals="${arms.filter(Boolean).length}" methods="0" coveredmethods="0"/>`
      return `<file name="${path.replace(/^.*\//, '')}" path="${path}">${metrics}\n${own.join('')}</file>\n`
    },
  },
  {
    name: 'OpenCover',
    file: 'opencover.xml',
    before:
      '<?xml version="1.0" encoding="utf-8"?>\n<CoverageSession>\n<Modules><Module hash="a"><ModulePath>app.dll</ModulePath><Classes>\n',
    between: '',
    after: '</Classes></Module></Modules>\n</CoverageSession>\n',
    one: (path, number, lines) => {
      const points = lines.map(
        ({ number: sl, hits }, i) =>
          `<SequencePoint vc="${hits}" uspid="${i}" ordinal="${i}" offset="${i}" sl="${sl}" sc="9" el="${sl}" ec="40" bec="0" bev="0" fileid="${number}" />\n`,
      )
      const branches = lines.flatMap(({ number: sl, arms }, i) =>
        arms.map(
          (taken, arm) =>
            `<BranchPoint vc="${taken ? 1 : 0}" uspid="${i}" ordinal="${i}" path="${arm}" offset="${i}" offsetend="${i + 9}" sl="${sl}" fileid="${number}" />\n`,
        ),
      )
      const file = `<Files><File uid="${number}" fullPath="${path}" /></Files>`
      const method = `<Method isConstructor="false"><Name>System.Void App.C${number}::Run()</Name><FileRef uid="${number}" /><SequencePoints>${points.join('')}</SequencePoints><BranchPoints>${branches.join('')}</BranchPoints></Method>`
      return `${file}<Class><FullName>App.C${number}</FullName><Methods>${method}</Methods></Class>\n`
    },
  },
  {
    name: 'lcov',
    file: 'lcov.info',
    before: '',
    between: '',
    after: '',
    one: (path, _, lines) => {
      const functions = lines.filter((_, i) => i % 16 === 0)
      const declared = functions.map(({ number }) => `FN:${number},function_${number}\n`)
      const called = functions.map(({ number, hits }) => `FNDA:${hits},function_${number}\n`)
      const branches = lines.flatMap(({ number, arms }) =>
        arms.map((taken, arm) => `BRDA:${number},0,${arm},${taken ? 3 : '-'}\n`),
      )
      const own = lines.map(({ number, hits }) => `DA:${number},${hits}\n`)
      return `TN:\nSF:${path}\n${declared.join('')}${called.join('')}${branches.join('')}${own.join('')}LF:${own.length}\nend_of_record\n`
    },
  },
  {
    name: 'Go',
    file: 'cover.out',
    before: 'mode: set\n',
    between: '',
    after: '',
    one: (path, _, lines) =>
      lines
        .map(
          ({ number, hits }) =>
            `github.com/organisation/service/internal/${path}:${number}.2,${number}.40 1 ${hits > 0 ? 1 : 0}\n`,
        )
        .join(''),
  },
  {
    name: 'Istanbul final',
    file: 'coverage-final.json',
    before: '{',
    between: ',',
    after: '}\n',
    one: (path, _, lines) => {
      const at = (line: number, column: number): string => `{"line":${line},"column":${column}}`
      const span = (line: number, from: number, to: number): string =>
        `{"start":${at(line, from)},"end":${at(line, to)}}`
      const statements = lines.map(({ number }, i) => `"${i}":${span(number, 2, 40)}`)
      const branching = lines.filter(({ arms }) => arms.length > 0)
      const branches = branching.map(({ number }, i) => {
        const arms = `${span(number, 2, 10)},${span(number, 12, 20)}`
        return `"${i}":{"loc":${span(number, 2, 20)},"type":"if","locations":[${arms}],"line":${number}}`
      })
      const hits = lines.map((line, i) => `"${i}":${line.hits}`)
      const taken = branching.map(({ arms }, i) => `"${i}":[${arms.map(Number).join(',')}]`)
      return `"${path}": {"path":"${path}","statementMap":{${statements.join(',')}},"fnMap":{},"branchMap":{${branches.join(',')}},"s":{${hits.join(',')}},"f":{},"b":{${taken.join(',')}}}\n`
    },
  },
]

export { kinds }

function coberturaLine({ number, hits, arms }: Line, indent = '    '): string {
  if (arms.length === 0) return `${indent}<line number="${number}" hits="${hits}"/>\n`
  const taken = arms.filter(Boolean).length
  return `${indent}<line number="${number}" hits="${hits}" branch="true" condition-coverage="${taken * 50}% (${taken}/2)"/>\n`
}

/** Writes a report of about so many bytes, the same in every run, and tells what it comes to. */
export function writeReport(kind: Kind, path: string, size: number): Truth {
  const random = seeded(size)
  const lines = { covered: 0, total: 0 }
  const branches = { covered: 0, total: 0 }
  const descriptor = openSync(path, 'w')
  let written = writeSync(descriptor, kind.before)
  for (let number = 0; written < size; number++) {
    const own = linesOf(random.integer)
    for (const { hits, arms } of own) {
      lines.total++
      if (hits > 0) lines.covered++
      branches.total += arms.length
      branches.covered += arms.filter(Boolean).length
    }
    const text = kind.one(`src/p${number}/File${number}.x`, number, own)
    written += writeSync(descriptor, (number > 0 ? kind.between : '') + text)
  }
  writeSync(descriptor, kind.after)
  closeSync(descriptor)
  return { lines, branches: kind.name === 'Go' ? { covered: 0, total: 0 } : branches }
}

function linesOf(integer: (below: number) => number): Line[] {
  const lines: Line[] = []
  for (let number = 1 + integer(9); number < 250; number += 1 + (integer(4) === 0 ? 2 : 0)) {
    const hits = integer(5) === 0 ? 0 : integer(200)
    const arms = integer(6) === 0 ? [hits > 0, hits > 100] : []
    lines.push({ number, hits, arms })
  }
  return lines
}
