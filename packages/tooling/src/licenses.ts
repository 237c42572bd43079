import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  array,
  type GenericSchema,
  type InferOutput,
  lazy,
  nullish,
  object,
  optional,
  parse,
  string,
  union,
  unknown,
} from 'valibot'
import type { Bundled } from './license-list.ts'

/**
 * Everything that is bundled and not ours. From webpack's own list of modules, because ncc's list misses
 * those that webpack joined with others.
 *
 * @param stats what ncc writes with `--stats-out`
 */
export function bundledIn(stats: string): Bundled[] {
  const { modules } = parse(statsShape, JSON.parse(stats))
  const bundled = modules.filter((module) => module.chunks?.length)
  const folders = new Set(filesOf(bundled).flatMap((file) => packageOf(file) ?? []))
  return [...folders].map(bundledFrom)
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

const packageShape = object({
  name: string(),
  version: string(),
  license: string(),
  author: optional(union([string(), object({ name: string() })])),
})

function bundledFrom(folder: string): Bundled {
  const manifest = parse(packageShape, JSON.parse(read(folder, 'package.json')))
  const files = readdirSync(folder).sort()
  const texts = files.filter((file) => /^(licen[cs]e|copying)\b/i.test(file))
  const notices = files.filter((file) => /^notice\b/i.test(file))
  const text = texts.length > 0 ? texts.map((file) => read(folder, file)) : [usualText(manifest)]
  return { ...manifest, text: [...text, ...notices.map((file) => read(folder, file))].join('\n\n') }
}

/** The text of a licence that a package names and does not bring along, with the author that it names. */
function usualText({ name, license, author }: InferOutput<typeof packageShape>): string {
  const file = `${license}.txt`
  if (!readdirSync(licenses).includes(file)) {
    throw new Error(`${name} brings no text of its licence along; put it into ${licenses}/${file}.`)
  }
  const holder = typeof author === 'object' ? author.name : author
  return `${holder ? `Copyright ${holder}\n\n` : ''}${read(licenses, file)}`
}

const licenses = join(import.meta.dirname, '../licenses')

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}
