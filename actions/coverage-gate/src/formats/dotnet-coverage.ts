import { quote } from '@ci-actions/kit'
import { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { type Tally, tally } from '../model/metrics.ts'
import { xmlNames } from '../parse/xml/names.ts'
import type { XmlReader } from '../parse/xml/reader.ts'
import { normalizePath } from '../reports/source-path.ts'
import { reconcileTotals } from './declared-totals.ts'
import type { Format, Report } from './format.ts'
import { xmlReport } from './open-report.ts'

/**
 * The XML of dotnet-coverage, Visual Studio 2012 and later, and Microsoft.CodeCoverage: functions and the line ranges
 * in them. The lines of a partially covered range are covered. The counts of a module are sums over its functions, so
 * a line of several functions counts several times there. Blocks exist only as counts, and are not read.
 *
 * @see https://learn.microsoft.com/dotnet/core/additional-tools/dotnet-coverage
 */
export const dotnetCoverage: Format = {
  name: 'dotnet-coverage',
  title: 'dotnet-coverage XML',
  advice: { branches: 'dotnet-coverage counts blocks instead; coverlet measures branches' },
  recognizes: (head) => head.isXml('results', ['modules']),
  read: (file) => xmlReport(file, names, readReport),
}

const names = xmlNames(
  'module',
  'function',
  'range',
  'source_file',
  'id',
  'path',
  'name',
  'namespace',
  'type_name',
  'source_id',
  'start_line',
  'end_line',
  'covered',
  'lines_covered',
  'lines_partially_covered',
  'lines_not_covered',
)

/** The line numbers that compilers use for code that is not in the source. */
const hidden = new Set([0xfeefee, 0xf00f00])
/** Limit of the lines of a statement. */
const maxLines = 100_000

function readReport(xml: XmlReader): Report {
  const coverage = new Coverage().measuring('lines', 'functions')
  const lines = tally()
  xml.nextOpen()
  while (xml.nextOpen()) {
    if (xml.name !== names.module) continue
    addDeclared(xml, lines)
    coverage.merge(readModule(xml))
  }
  return { coverage, remarks: reconcileTotals(lines.total > 0 ? { lines } : {}, coverage) }
}

/** Adds the totals that the module declares. */
function addDeclared(xml: XmlReader, lines: Tally): void {
  const [full, partial, none] = [
    names.lines_covered,
    names.lines_partially_covered,
    names.lines_not_covered,
  ].map((name) => Math.max(xml.integer(name) ?? 0, 0))
  const covered = (full ?? 0) + (partial ?? 0)
  lines.covered += covered
  lines.total += covered + (none ?? 0)
}

/** Files are listed after the functions: until then they are named by id. */
function readModule(xml: XmlReader): Coverage {
  const depth = xml.depth
  const module = new Coverage()
  const paths = new Map<string, string>()
  while (xml.nextOpen(depth)) {
    if (xml.name === names.function) readFunction(xml, module)
    else if (xml.name === names.source_file) {
      paths.set(nameOf(xml.text(names.id)), normalizePath(xml.text(names.path) ?? ''))
      xml.skip()
    }
  }
  return module.renamed(({ path: name }) => {
    const path = paths.get(name)
    if (path === undefined) xml.fail(`has ranges of ${quote(name)}, which its module does not list`)
    return { path, module: '' }
  })
}

function nameOf(id = ''): string {
  return `source file ${id}`
}

function readFunction(xml: XmlReader, module: Coverage): void {
  const depth = xml.depth
  const key = [names.namespace, names.type_name, names.name].map((name) => xml.text(name)).join(' ')
  let file: SourceFile | undefined
  let isAnyCovered = false
  while (xml.nextOpen(depth)) {
    if (xml.name !== names.range) continue
    const line = xml.integer(names.start_line) ?? 0
    if (hidden.has(line)) continue
    const last = xml.integer(names.end_line) ?? line
    if (line < 1) xml.fail('has a <range> without a positive start_line')
    if (last - line > maxLines) xml.fail(`has a <range> of ${last - line} lines`)
    const covered = isCovered(xml)
    const source = module.file(nameOf(xml.text(names.source_id)))
    for (let number = line; number <= last; number++) source.line(number, covered)
    file ??= source
    isAnyCovered ||= covered
  }
  file?.function(key, isAnyCovered, dotnetCoverage.name)
}

function isCovered(xml: XmlReader): boolean {
  if (xml.is(names.covered, 'no')) return false
  if (xml.is(names.covered, 'yes') || xml.is(names.covered, 'partial')) return true
  return xml.fail('has a <range> whose covered is not "yes", "partial" or "no"')
}
