import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type InferOutput, object, parse, record, string } from 'valibot'
import { actionNames, root, rootContract } from './actions.ts'
import { hashOfBundle, hashOfSources, librariesOf } from './hashes.ts'
import { type License, readLicenses, writeLicenses, writePackages } from './license-list.ts'
import { bundledIn } from './licenses.ts'
import { nameParts, withNames } from './names.ts'
import { bundledInTree } from './sbom.ts'
import { shake, shakeChunk } from './shake.ts'
import { filesOf, isThirdParty, readStats } from './stats.ts'

/*
 * Writes dist/, the released tree: `npm run build` rebuilds what changed, `npm run build -- --force`
 * everything, `npm run build -- coverage-gate` the named actions. A bundle that was modified is rebuilt.
 */

/** The hashes of a bundle's sources and of the bundle itself. */
const buildShape = object({ sources: string(), bundle: string() })

const dist = join(root, 'dist')
const recordOfBuilds = join(dist, 'sources.json')
/** Each package of all bundles once. */
const licenseFile = join(dist, 'lib/licenses.txt')
const started = performance.now()

/** The chunks in dist/lib/ that this build wrote, and the first action that needed them. */
const libraries = new Map<string, { code: string; action: string }>()

/** Those of the packages that this build bundled. */
const licenses: License[] = []

const names = actionNames()
const args = process.argv.slice(2)
const asked = args.filter((argument) => !argument.startsWith('--'))
const unknown = asked.find((name) => !names.includes(name))
if (unknown)
  throw new Error(`There is no action "${unknown}"; the actions are ${names.join(', ')}.`)

const built = args.includes('--force') ? {} : await readBuilds()
const stale = names.filter((name) => !isBuilt(name))
const todo = asked.length > 0 ? asked : stale
await mkdir(join(dist, 'lib'), { recursive: true })
await markToolkit()
await inParallel(todo, build)
await assemble()
console.log(
  `dist/: ${todo.length} of ${names.length} actions built in ${((performance.now() - started) / 1000).toFixed(1)} s`,
)

/** Bundles one action into dist/<name>/, with its action.yml and README. */
async function build(name: string): Promise<void> {
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const out = await mkdtemp(join(cache, `${name}-`))
  const stats = join(out, 'stats.json')
  const source = join(root, 'actions', name)
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
  const flags = ['--out', out, '--stats-out', stats, '--transpile-only', '--no-cache', '--quiet']
  const entry = join('actions', name, 'src/index.ts')
  await promisify(execFile)(process.execPath, [ncc, 'build', entry, ...flags], {
    // ncc reads the tsconfig.json of its working directory.
    cwd: root,
  }).catch((error) => {
    throw new Error(`ncc could not bundle ${name}:\n${error.stdout}\n${error.stderr}`)
  })
  const { modules, chunks } = readStats(await readFile(stats, 'utf8'))
  await rm(stats)
  const packages = bundledIn(modules)
  await writeFile(join(out, 'packages.txt'), writePackages(packages))
  licenses.push(...packages)
  const parts = nameParts({ modules, chunks })
  const bundle = join(out, 'index.js')
  await writeFile(bundle, await shake(withNames(await readFile(bundle, 'utf8'), parts)))
  await writeFile(join(out, 'package.json'), '{ "type": "commonjs" }\n')
  for (const [id, chunk] of parts.chunks) {
    const numbered = join(out, `${id}.index.js`)
    const text = withNames(await readFile(numbered, 'utf8'), parts)
    await rm(numbered)
    const [, library] = /^\.\.\/lib\/(.+)$/.exec(chunk) ?? []
    const file = `${library ?? chunk}.mjs`
    const files = filesOf(modules.filter((module) => module.chunks?.includes(id)))
    const code = await shakeChunk(text, files.every(isThirdParty))
    if (library) addLibrary(file, code, name)
    else await writeFile(join(out, file), code)
  }
  for (const file of await readdir(out)) {
    refuseUnsafe(`${name}/${file}`, await readFile(join(out, file), 'utf8'))
  }
  for (const file of ['action.yml', 'README.md']) await cp(join(source, file), join(out, file))
  const target = join(dist, name)
  await rm(target, { recursive: true, force: true })
  await cp(out, target, { recursive: true })
  await rm(out, { recursive: true })
  built[name] = { sources: hashOfSources(name), bundle: hashOfBundle(name) }
}

/**
 * Declares the toolkit's packages free of side effects, which they are but do not say. Otherwise webpack keeps all of
 * `@actions/core` in each bundle, including Node's HTTPS client, which takes half as long to load as Node itself.
 */
async function markToolkit(): Promise<void> {
  for (const name of ['core', 'exec', 'http-client', 'io']) {
    const file = join(root, 'node_modules/@actions', name, 'package.json')
    const manifest = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify({ ...manifest, sideEffects: false }, null, 2))
  }
}

/** Writes a chunk to dist/lib/, once for all actions that load it. */
function addLibrary(file: string, code: string, action: string): void {
  const same = libraries.get(file)
  if (same && same.code !== code) {
    throw new Error(
      `dist/lib/${file} differs between ${same.action} and ${action}: they use different exports of it. ` +
        'Import it in one module of packages/, as kit/src/yaml-document.ts imports yaml.',
    )
  }
  if (same) return
  refuseUnsafe(`lib/${file}`, code)
  libraries.set(file, { code, action })
  // Synchronously, so that nothing reads a partial file.
  writeFileSync(join(dist, 'lib', file), code)
}

/** Rejects bundles that would fail on the runner only, or reveal where they were built. */
function refuseUnsafe(file: string, text: string): void {
  for (const trap of ['eval("require")', '@@notfound.js', root]) {
    if (text.includes(trap)) throw new Error(`dist/${file} contains ${trap}`)
  }
}

/** Whether the bundle matches its current sources. */
function isBuilt(name: string): boolean {
  const build = built[name]
  return build?.sources === hashOfSources(name) && build.bundle === hashOfBundle(name)
}

/** Writes the front of the released tree and the hashes of all bundles, and removes leftovers. */
async function assemble(): Promise<void> {
  await cp(join(root, 'scripts/front'), dist, { recursive: true })
  await cp(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  await writeFile(join(dist, 'action.yml'), rootContract(''))
  for (const entry of await readdir(dist, { withFileTypes: true })) {
    if (entry.isDirectory() && !['lib', ...names].includes(entry.name)) {
      await rm(join(dist, entry.name), { recursive: true })
    }
  }
  await writeFile(licenseFile, writeLicenses(await allLicenses()))
  const loaded = new Set([
    licenseFile,
    ...names.flatMap(librariesOf).map((file) => join(root, file)),
  ])
  for (const file of await readdir(join(dist, 'lib'))) {
    if (!loaded.has(join(dist, 'lib', file))) await rm(join(dist, 'lib', file))
  }
  const builds = Object.fromEntries(names.map((name) => [name, built[name]]))
  await writeFile(recordOfBuilds, `${JSON.stringify(builds, null, 2)}\n`)
}

/** Returns the licenses of all packages in all bundles; a bundle that was not built has those of its last build. */
async function allLicenses(): Promise<License[]> {
  const before = existsSync(licenseFile) ? readLicenses(await readFile(licenseFile, 'utf8')) : []
  const known = new Map([...before, ...licenses].map((one) => [`${one.name} ${one.version}`, one]))
  return [...bundledInTree(dist)].map((key) => {
    const license = known.get(key)
    if (license) return license
    throw new Error(`${licenseFile} lacks ${key}: npm run build -- --force`)
  })
}

async function readBuilds(): Promise<Record<string, InferOutput<typeof buildShape>>> {
  try {
    return parse(record(string(), buildShape), JSON.parse(await readFile(recordOfBuilds, 'utf8')))
  } catch {
    return {}
  }
}

async function inParallel<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}
