import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { actionNames, readContract, root, rootAction } from '../scripts/actions.ts'
import { hashOfBundle, hashOfSources, librariesOf } from '../scripts/hashes.ts'
import {
  readLicenses,
  readPackages,
  writeLicenses,
  writePackages,
} from '../scripts/license-list.ts'
import { withNames } from '../scripts/names.ts'
import { type Bom, bundledInTree, bundledParts } from '../scripts/sbom.ts'
import { readCommands } from './support/commands.ts'
import { packageOf, reachedFrom } from './support/imports.ts'

const names = actionNames()
const dist = join(root, 'dist')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const filesOf = (name: string): string[] => readdirSync(join(dist, name)).sort()
const traps = ['eval("require")', '@@notfound.js', 'node_modules/.cache', root]
const asCode = /\beval\(|\bnew Function\(/g
const isOurs = (module: string): boolean => /^(packages|actions|shims)\//.test(module)
const read = (...path: string[]): string => readFileSync(join(dist, ...path), 'utf8')

test('dist/ is built from the sources as they are', () => {
  const built = JSON.parse(read('sources.json'))
  const stale = names.filter((name) => built[name]?.sources !== hashOfSources(name))
  if (stale.length > 0) {
    throw new Error(`dist/ is older than the sources of ${stale.join(', ')}: npm run build`)
  }
  expect(Object.keys(built)).toEqual(names)
})

test('dist/ is what was built, and was not changed since', () => {
  const built = JSON.parse(read('sources.json'))
  const changed = names.filter((name) => built[name]?.bundle !== hashOfBundle(name))
  if (changed.length > 0) {
    throw new Error(`dist/ of ${changed.join(', ')} is not what was built: npm run build`)
  }
})

test('The list of parts that a release attests is that of the bundles', () => {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const listed = execFileSync('npm', args, {
    cwd: root,
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const installed: Bom = JSON.parse(listed.toString())
  const bundled = bundledInTree(dist)
  const { metadata, components, dependencies } = bundledParts(installed, bundled)

  expect(metadata.component.name).toBe('ci-actions')
  const keys = components.map(
    ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
  )
  expect(new Set(keys)).toEqual(bundled)
  expect(bundled.size).toBeGreaterThan(50)
  const refs = components.map((part) => part['bom-ref'])
  expect(new Set(dependencies[0]?.dependsOn)).toEqual(new Set(refs))
  const named = dependencies.slice(1).flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn])
  expect(named.filter((ref) => !refs.includes(ref))).toEqual([])
  expect(components.filter((part) => !('hashes' in part))).toEqual([])
  expect(() => bundledParts(installed, new Set([...bundled, 'unknown 1.0.0']))).toThrow(
    'npm does not list unknown 1.0.0.',
  )
})

test('dist/ holds the actions and its front page, and nothing else', () => {
  const front = readdirSync(join(root, 'scripts/front'))
  const due = [...names, ...front, 'LICENSE', 'action.yml', 'lib', 'sources.json'].sort()
  expect(filesOf('.')).toEqual(due)
  for (const file of front) {
    expect(read(file)).toBe(readFileSync(join(root, 'scripts/front', file), 'utf8'))
  }
})

test('dist/ itself is an action too: it starts the bundle of one that is in it', () => {
  const { runs, ...contract } = parseYaml(read('action.yml'))
  const { runs: own, ...same } = parseYaml(read(rootAction, 'action.yml'))
  expect(contract).toEqual(same)
  expect(runs).toEqual({ ...own, main: `${rootAction}/${own.main}` })
  expect(filesOf(rootAction)).toContain(own.main)
})

test('The Marketplace takes its description whole', () => {
  expect(readContract(rootAction).description.length).toBeLessThan(125)
})

test('dist/lib/ holds code of others, each chunk once, for the actions that load it', () => {
  const files = filesOf('lib').filter((file) => file !== 'licenses.txt')
  expect(new Set(names.flatMap(librariesOf))).toEqual(new Set(files.map((it) => `dist/lib/${it}`)))
  for (const file of files) {
    const text = read('lib', file)
    const modules = modulesIn(text)
    expect([file, modules.length > 0, modules.filter(isOurs)]).toEqual([file, true, []])
    expect([file, traps.filter((trap) => text.includes(trap))]).toEqual([file, []])
    expect([file, text.match(asCode) ?? []]).toEqual([file, []])
  }
})

test.each([
  ['a number without a name', '__webpack_require__(7)', 'have no 7'],
  ['a chunk without a name', '__webpack_require__.e(/* import() */ 1)', 'have no 1'],
  ['a use that is not known', '__webpack_require__.x(1)', 'in an unknown way'],
])('A build refuses %s', (_, code, reason) => {
  const known = { modules: new Map([[1, 'yaml/index.js']]), chunks: new Map([[2, 'yaml']]) }
  expect(withNames('__webpack_require__(1)', known)).toBe('__webpack_require__("yaml/index.js")')
  expect(withNames('__webpack_require__.e(2)', known)).toBe('__webpack_require__.e("yaml")')
  expect(() => withNames(code, known)).toThrow(reason)
})

test('Each package of the bundles has its licence once, with the text', () => {
  const list = read('lib', 'licenses.txt')
  const licenses = readLicenses(list)
  expect(writeLicenses(licenses)).toBe(list)
  const keys = licenses.map(({ name, version }) => `${name} ${version}`)
  expect(new Set(keys)).toEqual(bundledInTree(dist))
  expect(keys).toHaveLength(new Set(keys).size)
  // The shortest of them, ISC, is longer.
  expect(licenses.filter(({ text }) => text.length < 400)).toEqual([])
})

describe.each(names)('dist/%s', (name) => {
  const scripts = (): string[] => filesOf(name).filter((file) => /\.m?js$/.test(file))

  test('holds the contract, the README, the bundle and the list of its packages', () => {
    const always = ['README.md', 'action.yml', 'index.js', 'package.json', 'packages.txt']
    const others = filesOf(name).filter((file) => !always.includes(file))
    expect(filesOf(name)).toEqual(expect.arrayContaining(always))
    expect(others.filter((file) => !/^[a-z][a-z\d-]+\.mjs$/.test(file))).toEqual([])
    for (const file of ['README.md', 'action.yml']) {
      expect(read(name, file)).toBe(readFileSync(join(root, 'actions', name, file), 'utf8'))
    }
  })

  test('is small enough to be fetched for every job', () => {
    expect(statSync(join(dist, name, 'index.js')).size).toBeLessThanOrEqual(450_000)
  })

  test('needs nothing of this machine, and nothing that is missing', () => {
    for (const file of filesOf(name)) {
      expect([file, traps.filter((trap) => read(name, file).includes(trap))]).toEqual([file, []])
    }
  })

  test('names its chunks and their modules, and loads each chunk that it holds', () => {
    const texts = scripts().map((file) => read(name, file))
    const own = scripts().filter((file) => file !== 'index.js')
    const shared = librariesOf(name).map((file) => `../${file.replace('dist/', '')}`)
    expect(chunksIn(texts)).toEqual([...shared, ...own].sort())
    expect(texts.join().match(/_require__(\.e)?\(\d+\)/g) ?? []).toEqual([])
  })

  test('is laid out wherever it holds code of ours', () => {
    const dense = scripts().filter((file) => {
      const text = read(name, file)
      return text.split('\n').length < 5 && modulesIn(text).some(isOurs)
    })
    expect(dense).toEqual([])
  })

  test('evaluates no text as code', () => {
    for (const file of scripts()) {
      expect(read(name, file).match(asCode) ?? []).toEqual([])
    }
  })

  test('lists everything that is bundled, and dist/lib/licenses.txt has its licence', () => {
    const list = read(name, 'packages.txt')
    const packages = readPackages(list)
    const bundled = packages.map((it) => it.name)
    const imported = [...reachedFrom(`actions/${name}/src/index.ts`).values()]
      .flat()
      .flatMap(({ from }) => packageOf(from) ?? [])
      .filter((it) => !it.startsWith('@ci-actions/'))
      // Only `exec` needs it, and no action runs commands of a workflow yet: git is run by `execFile`.
      .filter((it) => it !== '@actions/exec')
    expect(writePackages(packages)).toBe(list)
    expect(bundled).toEqual(expect.arrayContaining(imported))
    expect(bundled).toEqual(bundled.toSorted())
    const licenses = readLicenses(read('lib', 'licenses.txt'))
    for (const { name: it, version, license } of packages) {
      expect(installed(it)).toContainEqual({ version, license })
      expect(licenses).toContainEqual(expect.objectContaining({ name: it, version, license }))
    }
  })

  test('starts anywhere, and without inputs says which one it misses', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'released-'))
    for (const part of [name, 'lib'])
      cpSync(join(dist, part), join(folder, part), { recursive: true })
    const { code, stdout, stderr } = await start(join(folder, name, 'index.js'))
    rmSync(folder, { recursive: true })
    const said = readCommands(stdout).map(({ properties, message }) => {
      expect(properties.title).toBe(readContract(name).name)
      return message
    })
    const missed = Object.keys(readContract(name).inputs).filter((input) =>
      said.some((message) => new RegExp(`(?<![\\w-])${input}(?![\\w-])`).test(message)),
    )
    // A message that nobody gets is no reason to fail.
    expect([code, stderr]).toEqual([name.endsWith('-notify') ? 0 : 1, ''])
    expect(missed).not.toEqual([])
  })
})

/** The modules in a chunk of one line. */
function modulesIn(text: string): string[] {
  return [...text.matchAll(/[{,]"([^"]+\/[^"]+)":\(/g)].map(([, it = '']) => it)
}

/** The chunks that code loads, as files seen from its bundle. */
function chunksIn(texts: readonly string[]): string[] {
  const loaded = texts.flatMap((text) =>
    [...text.matchAll(/__\w+_require__\.e\("([^"]+)"\)/g)].map(([, chunk]) => `${chunk}.mjs`),
  )
  return [...new Set(loaded)].sort()
}

/** The versions of a package that the lock file names, and their licences. */
function installed(name: string): { version: unknown; license: unknown }[] {
  return Object.entries<Record<string, unknown>>(lock.packages)
    .filter(([path, it]) => (it.name ?? path.replace(/^.*node_modules\//, '')) === name)
    .map(([, { version, license }]) => ({ version, license }))
}

/** A bundle as a process of its own, with nothing of this machine's environment. */
async function start(bundle: string) {
  const child = spawn(process.execPath, [bundle], { cwd: tmpdir(), env: {} })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      said[stream] += text
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, ...said }
}
