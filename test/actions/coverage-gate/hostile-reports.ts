import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Start, type Step, startBundle } from '../../support/bundle.ts'

export interface HostileReport {
  readonly name: string
  readonly write: (file: string) => void
  /** What is said when it is refused. */
  readonly said?: RegExp
  /** What it gives when it is not. */
  readonly totals?: object
}

const depth = 200_000
const one = { lines: { covered: 1, total: 1 } }

/** Reports made to take time or memory, or to be believed; `long` is the length of a long line. */
export function hostileReports(long: number): HostileReport[] {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
    { length: 30 },
    (_, i) => `<!ENTITY a${i} "&a${i - 1};&a${i - 1};&a${i - 1};">`,
  ).join('')}]>`
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  const roots = {
    jacoco: ['<report name="&a;">', '</report>'],
    cobertura: ['<coverage line-rate="1"><sources><source>&a;</source></sources>', '</coverage>'],
    clover: ['<coverage clover="1"><project name="&a;"/>', '</coverage>'],
    scoverage: ['<scoverage statement-count="1"><packages name="&a;"/>', '</scoverage>'],
    sonarqube: ['<coverage version="1"><file path="&a;"/>', '</coverage>'],
    'dotnet-coverage': ['<results><modules><module name="&a;"/></modules>', '</results>'],
    opencover: ['<CoverageSession><Name>&a;</Name>', '</CoverageSession>'],
  }
  const xml = Object.entries(roots).flatMap(([format, [open, close]]) => [
    ...[bomb, outside].map((doctype, i) => ({
      name: `${format}: ${i === 0 ? 'a bomb of entities' : 'an entity from outside'}`,
      write: text(`${doctype}${open}${close}`),
      said: /refers to "&a;"|contains? no executable code/,
    })),
    {
      name: `${format}: ${depth} elements deep`,
      write: text(`${open?.replace('&a;', '')}${'<a>'.repeat(depth)}`),
      said: /more than 1000 elements deep/,
    },
  ])
  const json = {
    'istanbul-final': ['{"a.ts":{"path":"a.ts","statementMap":{},"x":', '}}'],
    'istanbul-summary': ['{"a.ts":{"lines":{"total":1,"covered":1},"x":', '}}'],
    'coverage-py': ['{"meta":{"branch_coverage":false,"x":', '}}'],
    simplecov: ['{"rspec":{"coverage":{"a.rb":[1]},"x":', '}}'],
    gcovr: ['{"gcovr/format_version":"0.15","x":', '}'],
    coveralls: ['{"source_files":[{"name":"a","coverage":[1],"x":', '}]}'],
    gcov: ['{"gcc_version":"12","x":', '}'],
    codecov: ['{"coverage":{"a.rs":{"1":1}},"x":', '}'],
    coverlet: ['{"a.dll":{"a.cs":{"A":{"B":{"Lines":{"1":1},"x":', '}}}}}'],
    xccov: ['{"a.swift":[{"line":1,"isExecutable":true,"x":', '}]}'],
    'jest-json': ['{"numTotalTests":1,"testResults":', '}'],
    llvm: ['{"type":"llvm.coverage.json.export","x":', '}'],
  }
  const deepJson = Object.entries(json).map(([format, [open]]) => ({
    name: `${format}: ${depth} arrays deep`,
    write: text(`${open}${'['.repeat(depth)}`),
    said: /more than 1000 levels deep/,
  }))
  return [
    ...xml,
    ...deepJson,
    {
      name: 'lcov: a long line',
      write: filled('SF:a\nDA:1,1\nFN:1,', 'x', long, '\nend_of_record\n'),
      said: /a line of more than 16 MiB/,
    },
    {
      name: 'go: a long line',
      write: filled('mode: set\n', 'x', long, ':1.1,1.2 1 1\n'),
      said: /a line of more than 16 MiB/,
    },
    {
      name: 'jacoco-csv: a long line',
      write: filled('GROUP,PACKAGE,CLASS,', 'X', long, '\n'),
      said: /a line of more than 16 MiB/,
    },
    {
      name: 'simplecov: a long text that is passed over',
      write: filled('{"rspec":{"coverage":{"a.rb":[1]},"x":"', 'x', long, '"}}'),
      totals: one,
    },
    {
      name: 'simplecov: a long name',
      write: filled('{"rspec":{"coverage":{"a.rb":[1],"', 'x', long, '":[1]}}}'),
      said: /a string of more than 16 MiB/,
    },
    {
      name: 'cobertura: a long attribute',
      write: filled('<coverage x="', 'x', long, '"/>'),
      said: /more than 16 MiB/,
    },
    {
      name: 'jacoco: a long comment',
      write: filled('<report><!--', 'x', long, '--></report>'),
      said: /more than 16 MiB|contains? no executable code/,
    },
    {
      name: 'clover: a long blank',
      write: filled('<coverage clover="1">', ' ', long, '</coverage>'),
      said: /more than 16 MiB|contains? no executable code/,
    },
    {
      name: 'nothing but zeros',
      write: filled('', '\0', long, ''),
      said: /is a binary file|is empty/,
    },
    {
      name: 'nothing but blanks',
      write: filled('', ' ', long, ''),
      said: /is empty|is in no format/,
    },
    { name: 'nothing but open brackets', write: filled('', '[', long, ''), said: /in no format/ },
    { name: 'nothing but open tags', write: filled('', '<a>', long, ''), said: /in no format/ },
  ]
}

function text(content: string): (file: string) => void {
  return (file) => writeFileSync(file, content)
}

/** A file that is filled with a piece of text up to a length, in chunks. */
function filled(head: string, piece: string, length: number, tail: string) {
  return (file: string): void => {
    const descriptor = openSync(file, 'w')
    const chunk = piece.repeat(2 ** 20)
    writeSync(descriptor, head)
    for (let size = 0; size < length; size += chunk.length) writeSync(descriptor, chunk)
    writeSync(descriptor, tail)
    closeSync(descriptor)
  }
}

const status = '/proc/self/status'

/** A run of the bundle and the most memory it had, in bytes; 0 where the system does not tell. */
export async function measured(start: Start): Promise<{ step: Step; memory: number }> {
  const file = join(tmpdir(), `memory-${process.pid}-${Math.round(performance.now() * 1000)}`)
  const probe = `import{existsSync,readFileSync,writeFileSync}from'node:fs';process.on('exit',()=>existsSync('${status}')&&writeFileSync('${file}',readFileSync('${status}')))`
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(probe)}` }
  const step = await startBundle('coverage-gate', { ...start, env: { ...start.env, ...env } })
  const told = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return { step, memory: Number(/VmHWM:\s*(\d+) kB/.exec(told)?.[1] ?? 0) * 1024 }
}
