import { readInFormat } from '../../../actions/coverage-gate/src/formats/detect-format.ts'
import type { Coverage } from '../../../actions/coverage-gate/src/model/coverage.ts'
import { merged } from '../../../actions/coverage-gate/src/model/coverage.ts'
import type { SourceFile } from '../../../actions/coverage-gate/src/model/file-coverage.ts'
import { metrics } from '../../../actions/coverage-gate/src/model/metrics.ts'
import { resolvePaths } from '../../../actions/coverage-gate/src/reports/resolve-paths.ts'
import { SourceTree } from '../../../actions/coverage-gate/src/reports/source-tree.ts'
import { UnresolvedNames } from '../../../actions/coverage-gate/src/reports/unresolved-names.ts'
import { naiveTogether } from '../../oracles/coverage/naive.ts'
import { seeded } from '../../support/random.ts'
import { reportFile, totalsOf, workspace } from './read.ts'
import {
  type CodeFile,
  drawFile,
  type Measured,
  partsOf,
  type Random,
  run,
} from './writers/code.ts'
import { hasNames, type Language, languages, type Writer } from './writers/writers.ts'

/** A report of some of the files of a package. */
interface Told {
  /** The folder of the package, empty or with a slash at its end. */
  readonly folder: string
  readonly path: string
  readonly writer: Writer
  readonly files: readonly Measured[]
  readonly text: string
}

interface Drawn {
  readonly kind: Kind
  /** All files of the workspace. */
  readonly paths: readonly string[]
  readonly reports: readonly Told[]
}

/** Shards of one package, packages with files of the same names, one run in two formats. */
type Kind = 'shards' | 'packages' | 'formats'

/**
 * Writes two or three reports about a random project, and merges them in every order.
 *
 * @throws Error when what comes out is not what ran
 */
export function fuzzPairs(cases: number, seed: number): Record<Kind, number> {
  const random = seeded(seed)
  const done = { shards: 0, packages: 0, formats: 0 }
  for (let i = 0; i < cases; i++) {
    const drawn = draw(random)
    try {
      hold(drawn)
    } catch (error) {
      const texts = drawn.reports.map(({ path, text }) => `${path}:\n${text}`).join('\n')
      throw new Error(`case ${i} of seed ${seed} (${drawn.kind}): ${error}\n${texts}`, {
        cause: error,
      })
    }
    done[drawn.kind]++
  }
  return done
}

function draw(random: Random): Drawn {
  const language = random.one(languages)
  const kinds: readonly [Kind, ...Kind[]] =
    language.writers.length > 1 ? ['shards', 'packages', 'formats'] : ['shards', 'packages']
  const kind = random.one(kinds)
  const names = ['src/shop/stock', 'src/shop/price', 'src/index'].map(
    (name) => `${name}.${language.extension}`,
  )
  const folders =
    kind === 'packages' ? ['packages/a/', 'packages/b/'] : [random.one(['', 'packages/a/'])]
  const code = new Map(
    folders.map((folder) => [
      folder,
      names.map((name) => drawFile(name, language.mostDecisions, random)),
    ]),
  )
  const paths = folders.flatMap((folder) => names.map((name) => folder + name))
  const once = random.one(language.writers)
  const isOnce = random.integer(2) === 0
  const ran = new Map(
    folders.map((folder) => [folder, (code.get(folder) ?? []).map((file) => run(file, random))]),
  )
  const count = 2 + random.integer(2)
  const reports = Array.from({ length: count }, (_, i): Told => {
    const folder = folders[i % folders.length] ?? ''
    const writer =
      kind === 'formats'
        ? (language.writers[i % language.writers.length] ?? once)
        : isOnce
          ? once
          : random.one(language.writers)
    const files =
      kind === 'formats' ? (ran.get(folder) ?? []) : someOf(code.get(folder) ?? [], random)
    const path = `${folder}coverage/report-${i}`
    return { folder, path, writer, files, text: write(files, folder, writer, language, random) }
  })
  return { kind, paths, reports }
}

/** At least one of the files, as a further run measured them. */
function someOf(files: readonly CodeFile[], random: Random): Measured[] {
  const sure = random.integer(files.length)
  return files
    .filter((_, i) => i === sure || random.integer(3) > 0)
    .map((file) => run(file, random))
}

function write(
  files: readonly Measured[],
  folder: string,
  { write: written }: Writer,
  { extension }: Language,
  random: Random,
): string {
  if (extension === 'go') return written(files, (path) => `example.com/app/${folder}${path}`, '')
  const root = random.one([`${workspace}/${folder}`, '/app/'])
  return random.integer(2) === 0
    ? written(files, (path) => root + path, '')
    : written(files, (path) => path, random.one(['', root]))
}

function hold({ paths, reports }: Drawn): void {
  const tree = new SourceTree(paths, [
    { prefix: `${workspace}/`, folder: '' },
    { prefix: 'example.com/app/', folder: '' },
  ])
  const read = reports.map((report) => readReport(report, tree))
  const whole = merged(read.map(({ coverage }) => coverage))
  holdOrders(
    read.map(({ coverage }) => coverage),
    whole,
  )
  holdPaths(whole, reports)
  for (const file of whole.files()) holdFile(file, reports)
  holdNaive(reports, read, whole)
}

function readReport({ path, text }: Told, tree: SourceTree) {
  const { format, coverage, sources = [], remarks } = readInFormat(reportFile(text))
  const report = { suite: 'default', path, format, sources, coverage }
  const resolved = resolvePaths(report, tree, workspace, new UnresolvedNames([report]))
  return { ...resolved, remarks }
}

/** What comes out is the same in every order, and when some are merged before the others. */
function holdOrders(coverages: readonly Coverage[], whole: Coverage): void {
  for (const [last, ...first] of ordersOf(coverages)) {
    const again = merged([merged(first), ...(last ? [last] : [])])
    same('totals in another order', described(again), described(whole))
  }
}

function ordersOf<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((one, i) => ordersOf(list.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

/** The totals, and of which files they are only known to be at least so much. */
function described(coverage: Coverage): object {
  const files = Array.from(coverage.files(), (file) => `${file.path} ${file.estimates()}`)
  return { totals: totalsOf(coverage), files: files.sort() }
}

function holdPaths(whole: Coverage, reports: readonly Told[]): void {
  const told = reports.flatMap(({ folder, files }) => files.map(({ path }) => folder + path))
  const found = Array.from(whole.files(), ({ path, module }) => module + path)
  same('files', found.sort(), [...new Set(told)].sort())
}

/** Nothing is lost, nothing that did not run is covered, and what may be too little is said. */
function holdFile(file: SourceFile, reports: readonly Told[]): void {
  for (const metric of metrics) {
    const tellers = reports.flatMap(({ folder, files, writer }) => {
      const its = files.find(({ path }) => folder + path === file.path)
      const scheme = writer.tells[metric]
      return its && scheme ? [{ scheme, parts: partsOf(its, metric, writer.isCalled) }] : []
    })
    if (tellers.length === 0) continue
    const ran = (parts: readonly [string, boolean][]) =>
      parts.flatMap(([name, isRun]) => (isRun ? [name] : []))
    const union = new Set(tellers.flatMap(({ parts }) => ran(parts)))
    const most = Math.max(...tellers.map(({ parts }) => ran(parts).length))
    const { covered, total } = file.count(metric)
    const about = `${metric} of ${file.path}`
    same(`the total of ${about}`, total, tellers[0]?.parts.length)
    const [scheme, ...others] = new Set(tellers.map((one) => one.scheme))
    if (scheme && hasNames(scheme) && others.length === 0)
      same(`covered ${about}`, covered, union.size)
    if (covered < most || covered > union.size) {
      throw new Error(`${covered} ${about} are covered, not ${most} to ${union.size}`)
    }
    // What looks like one run in two formats is taken for that, whatever a third report says that has nothing covered.
    const counts = Map.groupBy(tellers, (one) => one.scheme)
      .values()
      .map((its) => new Set(its.flatMap(({ parts }) => ran(parts))).size)
      .filter((count) => count > 0)
    const isAlike = others.length > 0 && new Set(counts).size === 1
    if (covered < union.size && !isAlike && !file.estimates().includes(metric)) {
      throw new Error(`${covered} ${about} are covered, not ${union.size}, and nothing is said`)
    }
  }
}

/** Shards in one format are to a naive reader what they are here. */
function holdNaive(
  reports: readonly Told[],
  read: readonly { readonly format: { readonly name: string } }[],
  whole: Coverage,
): void {
  const formats = new Set(read.map(({ format }) => format.name))
  const [format, ...others] = formats
  const isOne = new Set(reports.map(({ folder }) => folder)).size === 1
  if (format === undefined || others.length > 0 || !isOne) return
  const texts = reports.map(({ writer, files }) => writer.write(files, (path) => path, ''))
  same('totals of a naive reader', totalsOf(whole), naiveTogether(format, texts, workspace))
}

function same(what: string, found: unknown, expected: unknown): void {
  const [ours, theirs] = [found, expected].map((one) => JSON.stringify(one))
  if (ours !== theirs) throw new Error(`${what}: ${ours}, not ${theirs}`)
}
