import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { namedFile } from '../reports/named-file.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * SonarQube's generic coverage XML, which gcovr and many converters write. It lists the lines of each file, with the
 * number of branches and of taken branches.
 *
 * @see https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/test-coverage/generic-test-data
 */
export const sonarqube: Format = {
  name: 'sonarqube',
  title: 'SonarQube generic XML',
  advice: {
    branches: 'gcovr writes them unless run with --sonarqube-metric line',
    functions: 'the SonarQube format does not contain them',
    statements: 'the SonarQube format does not contain them',
  },
  recognizes: (head) => head.isXml('coverage', ['file[path]'], ['version']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'file',
  'path',
  'lineToCover',
  'lineNumber',
  'covered',
  'branchesToCover',
  'coveredBranches',
)

function readReport(xml: XmlReader): Report {
  const coverage = new Coverage().measuring('lines')
  xml.nextOpen()
  while (xml.nextOpen()) {
    if (xml.name !== names.file) continue
    const path = xml.text(names.path)
    if (!path) xml.fail('has a <file> without path')
    readFile(xml, coverage, namedFile(coverage, path))
  }
  return { coverage, remarks: [] }
}

function readFile(xml: XmlReader, coverage: Coverage, file: SourceFile): void {
  const depth = xml.depth
  while (xml.nextOpen(depth)) {
    if (xml.name !== names.lineToCover) continue
    const line = xml.integer(names.lineNumber) ?? 0
    if (line < 1) xml.fail('has a <lineToCover> without a positive lineNumber')
    file.line(line, isCovered(xml))
    const total = xml.integer(names.branchesToCover)
    if (total === undefined) continue
    const covered = xml.integer(names.coveredBranches) ?? 0
    if (covered < 0 || covered > total) {
      xml.fail(`has ${covered} of ${total} branches covered on line ${line}`)
    }
    coverage.measured.add('branches')
    file.branches(line, covered, total)
  }
}

function isCovered(xml: XmlReader): boolean {
  const covered = xml.is(names.covered, 'true')
  if (covered || xml.is(names.covered, 'false')) return covered
  return xml.fail('has a <lineToCover> whose covered is neither "true" nor "false"')
}
