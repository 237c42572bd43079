import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { actionNames, readContract, root, rootAction } from '../packages/tooling/src/actions.ts'
import { hashOfSources } from '../packages/tooling/src/sources.ts'
import { readCommands } from './support/commands.ts'
import { packageOf, reachedFrom } from './support/imports.ts'

const names = actionNames()
const dist = join(root, 'dist')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const filesOf = (name: string): string[] => readdirSync(join(dist, name)).sort()
const read = (...path: string[]): string => readFileSync(join(dist, ...path), 'utf8')

test('dist/ is built from the sources as they are', () => {
  const built = JSON.parse(read('sources.json'))
  const stale = names.filter((name) => built[name] !== hashOfSources(name))
  if (stale.length > 0) {
    throw new Error(`dist/ is older than the sources of ${stale.join(', ')}: npm run build`)
  }
  expect(Object.keys(built)).toEqual(names)
})

test('dist/ holds the actions and its front page, and nothing else', () => {
  const front = readdirSync(join(root, 'packages/tooling/front'))
  const due = [...names, ...front, 'LICENSE', 'action.yml', 'sources.json'].sort()
  expect(filesOf('.')).toEqual(due)
  for (const file of front) {
    expect(read(file)).toBe(readFileSync(join(root, 'packages/tooling/front', file), 'utf8'))
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

describe.each(names)('dist/%s', (name) => {
  const scripts = (): string[] => filesOf(name).filter((file) => /\.m?js$/.test(file))

  test('holds the contract, the README, the bundle and the licences', () => {
    const always = ['README.md', 'action.yml', 'index.js', 'licenses.txt', 'package.json']
    const others = filesOf(name).filter((file) => !always.includes(file))
    expect(filesOf(name)).toEqual(expect.arrayContaining(always))
    expect(others.filter((file) => !/^\d+\.index\.mjs$/.test(file))).toEqual([])
    for (const file of ['README.md', 'action.yml']) {
      expect(read(name, file)).toBe(readFileSync(join(root, 'actions', name, file), 'utf8'))
    }
  })

  test('is small enough to be fetched for every job', () => {
    expect(statSync(join(dist, name, 'index.js')).size).toBeLessThanOrEqual(450_000)
  })

  test('needs nothing of this machine, and nothing that is missing', () => {
    const traps = ['eval("require")', '@@notfound.js', 'node_modules/.cache', root]
    for (const file of filesOf(name)) {
      expect([file, traps.filter((trap) => read(name, file).includes(trap))]).toEqual([file, []])
    }
  })

  test('evaluates no text as code', () => {
    for (const file of scripts()) {
      expect(read(name, file).match(/\beval\(|\bnew Function\(/g) ?? []).toEqual([])
    }
  })

  test('tells the licence of everything that is bundled', () => {
    const told = read(name, 'licenses.txt')
      .split(`\n${'-'.repeat(80)}\n\n`)
      .map((entry) => /^(\S+) (\S+)\n(.+)\n([\s\S]*)$/.exec(entry) ?? [])
    const bundled = told.map(([, it]) => it)
    const imported = [...reachedFrom(`actions/${name}/src/index.ts`).values()]
      .flat()
      .flatMap(({ from }) => packageOf(from) ?? [])
      .filter((it) => !it.startsWith('@ci-actions/'))
    expect(bundled).toEqual(expect.arrayContaining(imported))
    expect(bundled).toEqual(bundled.toSorted())
    for (const [, it = '', version, license, text = ''] of told) {
      expect(installed(it)).toContainEqual({ version, license })
      if (hasLicenseText(it)) expect([it, text]).toEqual([it, expect.stringMatching(/\S/)])
    }
  })

  test('starts anywhere, and without inputs says which one it misses', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'released-'))
    cpSync(join(dist, name), folder, { recursive: true })
    const { code, stdout, stderr } = await start(join(folder, 'index.js'))
    rmSync(folder, { recursive: true })
    const errors = readCommands(stdout).filter((command) => command.name === 'error')
    expect([code, stderr, errors.length]).toEqual([1, '', 1])
    expect(errors[0]?.properties.title).toBe(readContract(name).name)
    const [, input = ''] = /"([a-z-]+)"/.exec(errors[0]?.message ?? '') ?? []
    expect(Object.keys(readContract(name).inputs)).toContain(input)
  })
})

/** The versions of a package that the lock file names, and their licences. */
function installed(name: string): { version: unknown; license: unknown }[] {
  return Object.entries<Record<string, unknown>>(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version, license }]) => ({ version, license }))
}

/** Some packages name their licence, and forget its text. */
function hasLicenseText(name: string): boolean {
  return readdirSync(join(root, 'node_modules', name)).some((it) => /^licen[cs]e/i.test(it))
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
