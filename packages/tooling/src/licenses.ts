import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, type GenericSchema, lazy, nullish, object, parse, string, unknown } from 'valibot'

/**
 * The licences of everything that is bundled and not ours: name, version, licence and its text,
 * sorted by name. From webpack's own list of modules, because ncc's list misses those that webpack
 * joined with others.
 *
 * @param stats what ncc writes with `--stats-out`
 */
export function licensesOf(stats: string): string {
  const { modules } = parse(statsShape, JSON.parse(stats))
  const bundled = modules.filter((module) => module.chunks?.length)
  const folders = new Set(filesOf(bundled).flatMap((file) => packageOf(file) ?? []))
  const licenses = new Set([...folders].map(licenseOf))
  return [...licenses].sort().join(`\n${'-'.repeat(80)}\n\n`)
}

/** A module in the statistics of webpack. */
interface Module {
  /** The file it comes from; what is built into Node has none. */
  readonly nameForCondition?: string | null | undefined
  /** Where it ended up; nowhere when nothing of it is used. */
  readonly chunks?: readonly unknown[] | null | undefined
  /** The modules that were joined into this one. */
  readonly modules?: readonly Module[] | null | undefined
}

const moduleShape: GenericSchema<unknown, Module> = object({
  nameForCondition: nullish(string()),
  chunks: nullish(array(unknown())),
  modules: nullish(array(lazy(() => moduleShape))),
})

const statsShape = object({ modules: array(moduleShape) })

function filesOf(modules: readonly Module[]): string[] {
  return modules.flatMap(({ nameForCondition, modules }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...filesOf(modules ?? []),
  ])
}

/** The folder of the installed package that a file belongs to. */
function packageOf(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]
}

const packageShape = object({ name: string(), version: string(), license: string() })

function licenseOf(folder: string): string {
  const { name, version, license } = parse(packageShape, JSON.parse(read(folder, 'package.json')))
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
  const texts = files.sort().map((file) => `\n${read(folder, file).trim()}\n`)
  return `${name} ${version}\n${license}\n${texts.join('')}`
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
}
