import { type Chunk, filesOf, isThirdParty, type Module, type Stats } from './stats.ts'

/** Names for webpack's numbers. */
export interface Names {
  readonly modules: ReadonlyMap<number, string>
  readonly chunks: ReadonlyMap<number, string>
}

/**
 * Returns a name for each module and each lazy chunk of a bundle. The name of a chunk is its path relative to the
 * bundle.
 */
export function nameParts({ modules, chunks }: Stats): Names {
  const numbered = modules.flatMap(({ id, name }) =>
    typeof id === 'number' ? ([[id, moduleName(name)]] as const) : [],
  )
  const lazy = chunks.filter(({ initial }) => !initial)
  return {
    modules: distinct(numbered),
    chunks: distinct(lazy.map((chunk) => [chunk.id, chunkName(chunk, modules)] as const)),
  }
}

/**
 * Replaces numbers by names in a file that ncc wrote. webpack's numbers depend on all modules: an unrelated change
 * would rename a chunk, and shared code would differ between bundles.
 *
 * @throws Error if a number is left over or has no name
 */
export function withNames(text: string, { modules, chunks }: Names): string {
  const named = text
    .replace(/^(\/\*\*\*\/ )(\d+)(?=:$)/gm, quoted(modules))
    .replace(/(_require__\()(\d+)(?=\))/g, quoted(modules))
    .replace(/(\.bind\(__\w+_require__, )(\d+)(?=[,)])/g, quoted(modules))
    .replace(/(_require__\.e\((?:\/\* import\(\) \*\/ )?)(\d+)(?=\))/g, quoted(chunks))
    .replace(/^(export const id = )(\d+)(?=;$)/m, quoted(chunks))
    .replace(/(?<=^export const ids = \[).*(?=\];$)/m, (ids) =>
      ids.replace(/()(\d+)/g, quoted(chunks)),
    )
    .replace('".index.js"', '".mjs"')
  const [left] =
    /^\/\*\*\*\/ \d+:|_require__(\.\w+)?\((\/\*.*?\*\/ )?\d+|_require__, \d+|^export const ids? = \[?\d/m.exec(
      named,
    ) ?? []
  if (left) throw new Error(`webpack numbered something in an unknown way: ${left}`)
  return named
}

function quoted(names: ReadonlyMap<number, string>) {
  return (_: string, before: string, id: string): string => {
    const name = names.get(Number(id))
    if (name === undefined) throw new Error(`webpack's statistics have no ${id} (${before}${id}).`)
    return `${before}"${name}"`
  }
}

/** `packages/kit/src/yaml.ts`, `yaml/dist/index.js`, `node:fs` */
function moduleName(name: string): string {
  const [, builtin] = /^external "(.+)"$/.exec(name) ?? []
  return builtin ?? name.replace(/ \+ \d+ modules$/, '').replace(/^\.\/(node_modules\/)?/, '')
}

/** Returns the name of the module that a chunk is loaded for, or of the first one in a shared chunk. */
function chunkName({ id, origins }: Chunk, modules: readonly Module[]): string {
  const held = modules.filter(({ chunks }) => chunks?.includes(id))
  const asked = held.find(({ reasons }) =>
    reasons?.some(({ type, moduleName, userRequest }) =>
      origins.some(
        (origin) =>
          type === 'import()' && origin.moduleName === moduleName && origin.request === userRequest,
      ),
    ),
  )
  const main = asked ?? held.find(({ nameForCondition }) => nameForCondition)
  if (!main) throw new Error(`Nothing in chunk ${id} comes from a file.`)
  const path = moduleName(main.name)
  const files = filesOf(held)
  return files.every(isThirdParty) ? packageName(path, files) : sourceName(path)
}

/**
 * Returns the name of a third-party chunk: `../lib/yaml` for `yaml/dist/index.js`, `actions-cache` for
 * `@actions/cache/lib/cache.js`, which only one bundle loads.
 *
 * @param files all files in the chunk
 */
function packageName(path: string, files: readonly string[]): string {
  const [name = path] = /^(@[^/]+\/)?[^/]+/.exec(path) ?? []
  const chunk = name.replace('@', '').replace('/', '-')
  const part = libraries.get(chunk)
  const isWhole =
    part !== undefined && files.some((file) => file.includes(`/node_modules/${part}/`))
  return isWhole ? `../lib/${chunk}` : chunk
}

/**
 * The third-party chunks that several bundles load, which are in dist/lib/ once for all of them, each with a package
 * in it: where a bundle has that in a chunk of its own, its chunk is another one and stays beside the bundle.
 */
const libraries = new Map([
  ['actions-github', '@actions/http-client'],
  ['aws-sdk-credential-provider-node', '@aws-sdk/credential-provider-node'],
  ['smithy-core', '@smithy/core'],
  ['yaml', 'yaml'],
])

/**
 * Returns `deployment-ecs-targets` for `packages/deployment/src/ecs/targets.ts`, `github` for
 * `packages/github/src/index.ts`, and `baseline-context` for `actions/coverage-gate/src/baseline/context.ts`.
 */
function sourceName(path: string): string {
  return path
    .replace(/^packages\/|^shims\/|^actions\/[^/]+\/src\//, '')
    .replace(/(\/index)?\.[jt]s$/, '')
    .replace('/src', '')
    .replaceAll('/', '-')
}

function distinct(pairs: readonly (readonly [number, string])[]): Map<number, string> {
  const names = pairs.map(([, name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`Two parts of a bundle have the name ${twice}.`)
  return new Map(pairs)
}
