import { read } from '../read.ts'

const istanbul = (files: string, metrics = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<coverage generated="1700000000000" clover="3.2.0">
  <project timestamp="1700000000000" name="All files">
    ${metrics}
    <package name="src">${files}</package>
  </project>
</coverage>`

const istanbulFile = `<file name="price.js" path="/home/runner/work/app/app/src/price.js">
  <metrics statements="3" coveredstatements="2" conditionals="6" coveredconditionals="3" methods="2" coveredmethods="1"/>
  <line num="1" count="4" type="stmt"/>
  <line num="2" count="4" type="cond" truecount="1" falsecount="1"/>
  <line num="5" count="0" type="stmt"/>
</file>`

test('the statements of Istanbul are lines, and its branches are those of the metrics', () => {
  const { format, totals, remarks } = read(istanbul(istanbulFile))
  expect(format).toBe('clover')
  expect(totals.lines).toBe('2/3')
  expect(totals.branches).toBe('3/6')
  expect(totals.functions).toBe('1/2')
  expect(totals.statements).toBeUndefined()
  expect(remarks).toEqual([])
})

test('the metrics of the project are held against what is listed', () => {
  const metrics =
    '<metrics statements="9" coveredstatements="9" conditionals="6" coveredconditionals="3" methods="2" coveredmethods="1" elements="17" coveredelements="13"/>'
  const { totals, remarks } = read(istanbul(istanbulFile, metrics))
  expect(totals.lines).toBe('2/3')
  expect(remarks).toEqual([
    'declares a total of 9 of 9 lines covered, but its lists add up to 2 of 3; the lists apply.',
  ])
})

const openClover = `<coverage generated="1" clover="4.5.2">
<project name="shop" timestamp="1">
  <metrics elements="9" coveredelements="6" statements="3" coveredstatements="2" conditionals="4" coveredconditionals="3" methods="2" coveredmethods="1" complexity="4" loc="30" ncloc="20" packages="1" files="1" classes="1"/>
  <package name="shop"><metrics statements="3"/>
    <file name="Stock.java" path="/home/runner/work/app/app/src/Stock.java">
      <metrics elements="9" coveredelements="6" statements="3" coveredstatements="2" conditionals="4" coveredconditionals="3" methods="2" coveredmethods="1" complexity="4"/>
      <class name="Stock"><metrics elements="99" statements="99" coveredstatements="0"/></class>
      <line num="3" type="method" signature="a()" count="7"/>
      <line num="4" type="cond" truecount="12" falsecount="0"/>
      <line num="4" type="cond" truecount="5" falsecount="7"/>
      <line num="5" type="stmt" count="12"/>
      <line num="5" type="stmt" count="0"/>
      <line num="9" type="stmt" count="3"/>
    </file>
  </package>
</project>
<testproject name="tests" timestamp="1"><package name="t"><file name="T.java" path="/home/runner/work/app/app/test/T.java">
  <metrics elements="1" statements="1" coveredstatements="1"/><line num="1" type="stmt" count="1"/>
</file></package></testproject>
</coverage>`

test('a condition of OpenClover is two branches by their hits, and tests are left out', () => {
  const { totals, coverage, remarks } = read(openClover)
  expect(totals.lines).toBe('3/3')
  expect(totals.branches).toBe('3/4')
  expect(totals.functions).toBe('1/2')
  expect(totals.statements).toBe('2/3')
  expect(Array.from(coverage.files(), ({ path }) => path)).toEqual([
    '/home/runner/work/app/app/src/Stock.java',
  ])
  expect(remarks).toEqual([])
})

const phpUnit = `<?xml version="1.0" encoding="UTF-8"?>
<coverage generated="1700000000">
  <project timestamp="1700000000">
    <file name="/home/runner/work/app/app/src/Cart.php">
      <class name="Cart" namespace="global"><metrics complexity="3" methods="2" coveredmethods="1" conditionals="0" coveredconditionals="0" statements="3" coveredstatements="2" elements="5" coveredelements="3"/></class>
      <line num="4" type="method" name="add" visibility="public" complexity="1" crap="1" count="2"/>
      <line num="6" type="stmt" count="2"/>
      <line num="9" type="method" name="take" visibility="public" complexity="2" crap="2" count="1"/>
      <line num="11" type="stmt" count="1"/>
      <line num="12" type="stmt" count="0"/>
      <metrics loc="20" ncloc="18" classes="1" methods="2" coveredmethods="1" conditionals="0" coveredconditionals="0" statements="3" coveredstatements="2" elements="5" coveredelements="3"/>
    </file>
    <metrics files="1" loc="20" ncloc="18" classes="1" methods="2" coveredmethods="1" conditionals="0" coveredconditionals="0" statements="3" coveredstatements="2" elements="5" coveredelements="3"/>
  </project>
</coverage>`

test('a method of PHPUnit is covered when all of it is, and the line that declares it is none', () => {
  const { totals, remarks } = read(phpUnit)
  expect(totals.lines).toBe('2/3')
  expect(totals.functions).toBe('1/2')
  expect(totals.statements).toBe('2/3')
  expect(totals.branches).toBeUndefined()
  expect(remarks).toEqual([])
})

test('files of the same bare name in two packages are two files', () => {
  const file = '<file name="a.js"><line num="1" count="1" type="stmt"/></file>'
  const report = `<coverage clover="1"><project><package name="x">${file}</package><package name="y">${file}</package></project></coverage>`
  expect(read(report).totals.lines).toBe('2/2')
})

test.each([
  ['a line without num', '<line count="1" type="stmt"/>', /has a <line> without num/],
  ['a num that is none', '<line num="x" count="1" type="stmt"/>', /has num="x"/],
  [
    'more covered than there is',
    '<metrics statements="1" coveredstatements="2"/>',
    /has 2 of 1 covered in its <metrics>/,
  ],
])('refuses %s', (_, content, message) => {
  const report = `<coverage clover="1"><project><file name="a">${content}</file></project></coverage>`
  expect(() => read(report)).toThrow(message)
})

test('branches that do not add up to what their file says are counted as it says', () => {
  // ReportGenerator tells how many arms were taken and how many were not, as if they were hits.
  const { totals, remarks } = read(
    '<coverage clover="4.3.1"><project><metrics elements="2" statements="1" coveredstatements="1" conditionals="2" coveredconditionals="1"/>' +
      '<file path="a.cs"><metrics elements="2" statements="1" coveredstatements="1" conditionals="2" coveredconditionals="1"/>' +
      '<line num="5" type="stmt" count="1"/><line num="5" type="cond" truecount="1" falsecount="1"/></file></project></coverage>',
  )
  expect(totals).toEqual({ lines: '1/1', branches: '1/2', statements: '1/1' })
  expect(remarks).toEqual([])
})

test('a line of Istanbul that was not reached is not covered by the arms it missed', () => {
  const { totals } = read(
    '<coverage clover="3.2.0"><project><file path="a.js"><metrics statements="1" coveredstatements="0" conditionals="2" coveredconditionals="0"/>' +
      '<line num="5" count="0" type="cond" truecount="0" falsecount="2"/></file></project></coverage>',
  )
  expect(totals).toEqual({ lines: '0/1', branches: '0/2' })
})
