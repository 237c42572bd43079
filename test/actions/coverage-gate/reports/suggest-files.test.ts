import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suggestFiles } from '../../../../actions/coverage-gate/src/reports/suggest-files.ts'

/** A workspace with these files, which are empty. */
function workspaceOf(...names: string[]): string {
  const workspace = mkdtempSync(join(tmpdir(), 'suggest-'))
  for (const name of names) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true })
    writeFileSync(join(workspace, name), '')
  }
  return workspace
}

describe('A glob that matches nothing gets the name of a report that is there', () => {
  test.each([
    'lcov.info',
    'lcov.web.info',
    'web.lcov',
    'clover.xml',
    'cobertura-coverage.xml',
    'coverage.xml',
    'coverage.cobertura.xml',
    'coverage.opencover.xml',
    'opencover.xml',
    'scoverage.xml',
    'sonarqube.xml',
    'jacocoTestReport.xml',
    'jacoco.csv',
    'kover.xml',
    'coverage-final.json',
    'coverage-summary.json',
    'coverage.json',
    'coveralls.json',
    'codecov.json',
    'gcovr-summary.json',
    'shop.gcov.json',
    'xccov.json',
    '.resultset.json',
    'cover.out',
    'coverage.out',
    'c.out',
    'shop.coverprofile',
  ])('%s', (name) => {
    const workspace = workspaceOf('README.md', name)
    expect(suggestFiles('reports/*.txt', workspace)).toBe(`There is "${name}".`)
  })

  test.each(['package.json', 'pom.xml', 'report.txt', 'recover.ts', 'info', 'discover.out.txt'])(
    'but not that of %s',
    (name) => {
      const hint = suggestFiles('reports/*.txt', workspaceOf(name))
      expect(hint).toBe(
        'The folder "reports" does not exist; did the tests run in this job, with coverage?',
      )
    },
  )
})

describe('What is wrong with a glob is said', () => {
  const files = ['api/coverage.xml', 'docs/coverage.xml', 'lib/coverage.xml', 'web/out/lcov.info']
  const workspace = workspaceOf(...files)

  test.each([
    ['web/out', 'It is a folder: write "web/out/**".'],
    ['web\\out\\lcov.info', 'Write "web/out/lcov.info": paths have "/".'],
    ['*/out/lcov.xml', 'There is "web/out/lcov.info", "api/coverage.xml", "docs/coverage.xml".'],
    ['- web/out/lcov.info', 'Write "web/out/lcov.info", without the leading "- "'],
    ['web/a.info, web/b.info', 'Write one glob per line, without commas between them.'],
  ])('%s', (glob, hint) => {
    expect(suggestFiles(glob, workspace)).toContain(hint)
  })
})
