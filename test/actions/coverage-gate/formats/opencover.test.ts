import { merged } from '../../../../actions/coverage-gate/src/model/coverage.ts'
import { read } from '../read.ts'

const method = (name: string, points: string, branches = '', attributes = ''): string =>
  `<Method visited="true" ${attributes}><Summary numSequencePoints="99"/><MetadataToken>1</MetadataToken><Name>${name}</Name><FileRef uid="1"/><SequencePoints>${points}</SequencePoints><BranchPoints>${branches}</BranchPoints></Method>`

const point = (vc: number | string, sl: number, el = sl): string =>
  `<SequencePoint vc="${vc}" uspid="1" ordinal="0" offset="0" sl="${sl}" sc="5" el="${el}" ec="20" bec="0" bev="0" fileid="1"/>`

const branch = (vc: number, sl: number, path: number): string =>
  `<BranchPoint vc="${vc}" uspid="1" ordinal="0" offset="10" sl="${sl}" path="${path}" offsetend="12" fileid="1"/>`

const module = (methods: string, attributes = ''): string =>
  `<Module hash="x" ${attributes}><ModulePath>a.dll</ModulePath><Files><File uid="1" fullPath="C:\\shop\\Stock.cs"/></Files><Classes><Class><FullName>Stock</FullName><Methods>${methods}</Methods></Class></Classes></Module>`

const session = (modules: string, summary: string): string =>
  `﻿<?xml version="1.0" encoding="utf-8"?><CoverageSession>${summary}<Modules>${modules}</Modules></CoverageSession>`

const summary = (points: string, branches: string, methods: string): string => {
  const [visitedPoints, allPoints] = points.split('/')
  const [visitedBranches, allBranches] = branches.split('/')
  const [visitedMethods, allMethods] = methods.split('/')
  return `<Summary numSequencePoints="${allPoints}" visitedSequencePoints="${visitedPoints}" numBranchPoints="${allBranches}" visitedBranchPoints="${visitedBranches}" numMethods="${allMethods}" visitedMethods="${visitedMethods}"/>`
}

const two = `${method('void A()', point(3, 4) + point(1, 5, 7), branch(3, 5, 0) + branch(0, 5, 1))}${method('void B()', point(0, 20))}`

test('sequence points are statements, and cover all their lines', () => {
  const { format, totals, coverage, remarks } = read(
    session(module(two), summary('2/3', '1/2', '1/2')),
  )
  expect(format).toBe('opencover')
  expect(totals.statements).toBe('2/3')
  expect(totals.lines).toBe('4/5')
  expect(totals.branches).toBe('1/2')
  expect(totals.functions).toBe('1/2')
  const [file] = coverage.files()
  expect(file?.path).toBe('C:/shop/Stock.cs')
  expect(file?.ranges('covered')).toEqual([{ from: 4, to: 7 }])
  expect(file?.ranges('uncovered')).toEqual([{ from: 20, to: 20 }])
  expect(remarks).toEqual([])
})

test('OpenCover counts the entry of each method as a branch, and the summary tells', () => {
  const { totals, remarks } = read(session(module(two), summary('2/3', '2/4', '1/2')))
  expect(totals.branches).toBe('2/4')
  expect(remarks).toEqual([
    'counts the entry of each method as a branch, as OpenCover does; these branches count.',
  ])
})

test('the same place in two modules counts once, by the better', () => {
  const other = two.replaceAll('vc="0"', 'vc="2"')
  const { totals } = read(session(module(two) + module(other), ''))
  expect(totals.statements).toBe('3/3')
  expect(totals.branches).toBe('2/2')
  expect(totals.functions).toBe('2/2')
})

test('a place that several methods of a module share counts for each, as the summary has it', () => {
  const constructors = `${method('void .ctor()', point(1, 3))}${method('void .ctor(int)', point(0, 3))}`
  const one = session(module(constructors), summary('1/2', '1/2', '1/2'))
  const { totals, remarks } = read(one)
  expect(totals).toMatchObject({ statements: '1/2', lines: '1/1', branches: '1/2' })
  expect(remarks).toEqual([expect.stringMatching(/counts the entry of each method/)])
  const again = merged([read(one).coverage, read(one).coverage]).totals()
  expect(again).toMatchObject({ statements: { covered: 1, total: 2 } })
})

test('branches and points without a source file count, but not as lines', () => {
  const made =
    '<Method><Name>bool Equals()</Name><SequencePoints/><BranchPoints><BranchPoint vc="1" sl="0" offset="4" path="0"/></BranchPoints></Method>'
  const { totals, remarks } = read(session(module(two + made), summary('2/3', '2/3', '1/2')))
  expect(totals).toMatchObject({ statements: '2/3', branches: '2/3', lines: '4/5' })
  expect(remarks).toEqual([])
})

test('a summary without methods claims nothing about them', () => {
  const text = session(module(two), summary('2/3', '1/2', '1/2')).replace(/ numMethods="\d"/, '')
  expect(read(text).remarks).toEqual([])
})

test('two reports merge by place', () => {
  const one = read(session(module(two), summary('2/3', '2/4', '1/2'))).coverage
  const other = read(
    session(module(two.replaceAll('vc="0"', 'vc="2"')), summary('3/3', '4/4', '2/2')),
  ).coverage
  expect(merged([one, other]).totals()).toMatchObject({
    statements: { covered: 3, total: 3 },
    branches: { covered: 4, total: 4 },
    lines: { covered: 5, total: 5 },
    functions: { covered: 2, total: 2 },
  })
})

test('skipped modules and methods, and hidden points, are left out', () => {
  const modules = [
    module(two, 'skippedDueTo="Filter"'),
    module(
      method('void A()', point(1, 4) + point(9, 16707566)) +
        method('void B()', point(0, 8), '', 'skippedDueTo="Attribute"'),
    ),
  ]
  const { totals } = read(session(modules.join(''), ''))
  expect(totals.statements).toBe('1/1')
  expect(totals.lines).toBe('1/1')
})

test('hits beyond 2^64 are hits', () => {
  const report = session(module(method('void A()', point('18446744073709551611', 4))), '')
  expect(read(report).totals.statements).toBe('1/1')
})

test('a point of a million lines is refused, not walked', () => {
  const report = session(module(method('void A()', point(1, 4, 1_000_004))), '')
  expect(() => read(report)).toThrow(/has a <SequencePoint> of 1000000 lines/)
})
