import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type InferOutput, object, optional, parse, string, union } from 'valibot'
import type { License } from './license-list.ts'
import { filesOf, type Module } from './stats.ts'

/** Returns every package that modules of a bundle come from, with its licence. */
export function bundledIn(modules: readonly Module[]): License[] {
  const folders = new Set(filesOf(modules).flatMap((file) => packageOf(file) ?? []))
  return [...folders].map(bundledFrom)
}

/** Returns the folder of the installed package that a file belongs to. */
function packageOf(file: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0]
}

const packageShape = object({
  name: string(),
  version: string(),
  license: string(),
  author: optional(union([string(), object({ name: string() })])),
})

function bundledFrom(folder: string): License {
  const manifest = parse(packageShape, JSON.parse(read(folder, 'package.json')))
  const files = readdirSync(folder).sort()
  const texts = files.filter((file) => /^(licen[cs]e|copying)\b/i.test(file))
  const notices = files.filter((file) => /^notice\b/i.test(file))
  const text = texts.length > 0 ? texts.map((file) => read(folder, file)) : [usualText(manifest)]
  return { ...manifest, text: [...text, ...notices.map((file) => read(folder, file))].join('\n\n') }
}

/** Returns the standard text of a licence for a package that does not include it, with the package's author. */
function usualText({ name, license, author }: InferOutput<typeof packageShape>): string {
  const file = `${license}.txt`
  if (!readdirSync(licenses).includes(file)) {
    throw new Error(
      `${name} does not include the text of its licence; add it as ${licenses}/${file}.`,
    )
  }
  const holder = typeof author === 'object' ? author.name : author
  return `${holder ? `Copyright ${holder}\n\n` : ''}${read(licenses, file)}`
}

const licenses = join(import.meta.dirname, 'licenses')

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}
