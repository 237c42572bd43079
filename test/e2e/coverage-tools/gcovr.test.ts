import { installFromPypi } from '../install.ts'
import { makeRepository } from '../repository.ts'
import { type Counts, expectPrinted, titled } from './gate.ts'
import { run } from './run.ts'

const all = ['lines', 'branches', 'functions'] as const
const withoutFunctions = ['lines', 'branches'] as const

/** Two files of C, in which no line has two meanings. */
const c = makeRepository({
  message: 'C',
  texts: {
    'src/price.c': `
int price(int cost, int coupon, int is_member) {
  int sum = cost;
  if (coupon == 1 && is_member)
    sum /= 2;
  else if (coupon)
    return -1;
  return sum > 100 ? sum - 5 : sum;
}

int unused(int a) {
  while (a > 1) a /= 2;
  return a;
}
`,
    'src/main.c': `
int price(int cost, int coupon, int is_member);

int main(void) {
  if (price(10, 1, 1) != 5) return 1;
  return price(10, 0, 0) == 10 ? 0 : 2;
}
`,
  },
}).folder

/** A program with a template that is used for two types. */
const templates = makeRepository({
  message: 'C++',
  copies: { 'shop.cpp': 'test/fixtures/coverage/sources/c/shop.cpp' },
}).folder

const reports = {
  '--json': 'gcovr.json',
  '--json-summary': 'summary.json',
  '--lcov': 'lcov.info',
  '--cobertura': 'cobertura.xml',
  '--jacoco': 'jacoco.xml',
  '--clover': 'clover.xml',
  '--coveralls': 'coveralls.json',
  '--sonarqube': 'sonarqube.xml',
}

const remarks = {
  lines: /declares .* lines .* the lists apply/,
  branches: /declares .* branches .* the lists apply/,
  counters: /does not identify the covered lines of all files/,
  better: /count the same items, but do not all list them.* The higher count applies/,
}

/** Compiles and runs a program and writes its reports; the counts that gcovr prints. */
function measure(folder: string, compiler: string, ...sources: string[]): Counts {
  run(folder, compiler, ['--coverage', '-O0', '-o', 'shop', ...sources])
  run(folder, './shop', [])
  const gcovr = installFromPypi('gcovr==8.8', 'gcovr')
  const output = run(folder, gcovr, ['--txt-summary', ...Object.entries(reports).flat()])
  const lines = output.matchAll(/^(\w+): .* \((\d+) out of (\d+)\)$/gm)
  const counts = Object.fromEntries(
    Array.from(lines, ([, metric = '', covered, total]) => [
      metric,
      { covered: Number(covered), total: Number(total) },
    ]),
  )
  // To gcovr each statement of Clover is a line.
  return { ...counts, ...(counts.lines && { statements: counts.lines }) }
}

describe('gcovr of C: every format has the counts that are printed', () => {
  let printed: Counts

  beforeAll(() => {
    printed = measure(c, 'gcc', 'src/price.c', 'src/main.c')
  }, 300_000)

  test.each(
    titled([
      { report: reports['--json'], has: all },
      { report: reports['--json-summary'], has: all },
      { report: reports['--lcov'], has: all },
      { report: reports['--cobertura'], has: all },
      { report: reports['--jacoco'], has: all, remarks: [remarks.counters] },
      { report: reports['--clover'], has: ['lines', 'statements'] },
      { report: reports['--coveralls'], has: withoutFunctions },
      { report: reports['--sonarqube'], has: withoutFunctions },
    ]),
  )('%s', (_, row) => expectPrinted(c, printed, row))
})

describe('gcovr of C++: a line of a template counts for each of its types', () => {
  let printed: Counts

  beforeAll(() => {
    printed = measure(templates, 'g++', 'shop.cpp')
  }, 300_000)

  const once = { covered: 2, total: 2 }
  const united = {
    counts: { lines: once, branches: { covered: 0, total: 2 } },
    reason: 'its lines count once and its branches are united',
  }
  const better = {
    counts: { lines: once, branches: { covered: 1, total: 2 } },
    reason: 'its lines count once with the better branches',
  }

  test.each(
    titled([
      { report: reports['--json'], has: all },
      { report: reports['--json-summary'], has: all },
      { report: reports['--lcov'], has: all, less: united, remarks: [remarks.lines] },
      {
        report: reports['--cobertura'],
        has: all,
        less: better,
        remarks: [remarks.lines, remarks.branches, remarks.better],
      },
      {
        report: reports['--jacoco'],
        has: all,
        less: {
          counts: { branches: better.counts.branches },
          reason: 'its lines are in the counters only, and the better branches count',
        },
        remarks: [remarks.branches, remarks.counters, remarks.better],
      },
      {
        report: reports['--clover'],
        has: ['lines', 'statements'],
        less: { counts: { lines: once }, reason: 'its lines count once' },
      },
      { report: reports['--coveralls'], has: withoutFunctions, less: united },
      {
        report: reports['--sonarqube'],
        has: withoutFunctions,
        less: better,
        remarks: [remarks.better],
      },
    ]),
  )('%s', (_, row) => expectPrinted(templates, printed, row))
})
