import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { actionNames, root } from '../scripts/actions.ts'
import {
  importCycles,
  importsOf,
  manifestOf,
  nodesOf,
  packageOf,
  parse,
  reachedFrom,
} from './support/imports.ts'

/** From the ground up: each stands on those before it, and knows nothing of those after it. */
const floors = [
  'kit',
  'wait',
  'exec',
  'http',
  'health',
  'git',
  'patterns',
  'aws',
  'github',
  'deployment',
  'notify',
]

const sources = globSync('{actions,packages}/*/src/**/*.ts', { cwd: root }).sort()
const scripts = globSync('scripts/*.ts', { cwd: root }).sort()
const workspaces = globSync('{actions,packages}/*/package.json', { cwd: root })
  .map((file) => file.replace(/\/package\.json$/, ''))
  .sort()

/** `packages/kit` of `packages/kit/src/run.ts`. */
const workspaceOf = (file: string): string => file.split('/', 2).join('/')

const ours = (from: string): string | undefined => /^@ci-actions\/([^/]+)/.exec(from)?.[1]

/** Each place where the rule is broken, as `file: what`. */
function breaches(files: readonly string[], broken: (file: string) => readonly string[]): string[] {
  return files.flatMap((file) => broken(file).map((what) => `${file}: ${what}`))
}

/** What is called in a file, as it is written. */
function callsIn(file: string): string[] {
  const tree = parse(file)
  return nodesOf(tree).flatMap((node) =>
    ts.isCallExpression(node) ? [node.expression.getText(tree)] : [],
  )
}

/** What a file lets out that it has from others. */
function namesOutOf(file: string): string[] {
  return nodesOf(parse(file)).flatMap((node) =>
    ts.isExportSpecifier(node) ? [node.name.text] : [],
  )
}

/** Returns the packages that each package imports, and those of all actions together as `actions`. */
function packageImports(): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>()
  for (const file of sources) {
    const [group = '', name = ''] = file.split('/')
    const own = group === 'actions' ? group : name
    const used = importsOf(file).flatMap(({ from }) => ours(from) ?? [])
    imports.set(own, new Set([...(imports.get(own) ?? []), ...used]))
  }
  return imports
}

/** Returns the edges of a graph without cycles, as `a --> b`, that no longer path replaces. */
function withoutImplied(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const next = (name: string): string[] => [...(graph.get(name) ?? [])]
  const reaches = (from: string, to: string): boolean =>
    next(from).some((name) => name === to || reaches(name, to))
  return [...graph.keys()].flatMap((from) =>
    next(from)
      .filter((to) => !next(from).some((other) => reaches(other, to)))
      .map((to) => `${from} --> ${to}`),
  )
}

const without = (...allowed: string[]): string[] =>
  sources.filter((file) => !allowed.some((one) => file.startsWith(one)))

test('There are sources to hold to the rules', () => {
  expect(sources).toContain('packages/kit/src/action.ts')
  expect(workspaces).toContain('packages/kit')
})

describe('The floors', () => {
  test('hold every package', () => {
    const packages = workspaces.filter((it) => it.startsWith('packages/'))
    const names = packages.map((folder) => folder.replace('packages/', ''))
    expect(names.filter((name) => !floors.includes(name))).toEqual([])
  })

  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')

  test('are listed in docs/architecture.md, and nothing else is', () => {
    const [, table = ''] = /<!-- floors -->([\s\S]*)<!-- \/floors -->/.exec(page) ?? []
    expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(floors)
  })

  test('are drawn there with their imports, except those that a longer path implies', () => {
    const drawn = [...page.matchAll(/^ {2}(\w+) --> (.+)$/gm)].flatMap(([, from, to = '']) =>
      to.split(' & ').map((one) => `${from} --> ${one}`),
    )
    expect(drawn.sort()).toEqual(withoutImplied(packageImports()).sort())
  })

  test('stand on those below', () => {
    const packages = sources.filter((file) => file.startsWith('packages/'))
    expect(
      breaches(packages, (file) => {
        const [, own = ''] = file.split('/')
        const below = floors.slice(0, Math.max(0, floors.indexOf(own)))
        const used = importsOf(file).flatMap(({ from }) => ours(from) ?? [])
        return used.filter((name) => !below.includes(name))
      }),
    ).toEqual([])
  })

  test('carry the actions, which know the packages of the house and not each other', () => {
    const actions = sources.filter((file) => file.startsWith('actions/'))
    expect(
      breaches(actions, (file) => {
        const used = importsOf(file).flatMap(({ from }) => ours(from) ?? [])
        return used.filter((name) => !floors.includes(name))
      }),
    ).toEqual([])
  })

  test('are entered by the door: no file reaches into another workspace', () => {
    expect(
      breaches(sources, (file) =>
        importsOf(file)
          .map(({ from }) => from)
          .filter((from) => from.startsWith('.'))
          .filter((from) => !join(file, '..', from).startsWith(`${workspaceOf(file)}/src/`)),
      ),
    ).toEqual([])
  })

  test('let nothing out of their doors that nobody takes', () => {
    const all = [...sources, ...globSync('test/**/*.ts', { cwd: root })].map((file) => ({
      file,
      text: readFileSync(join(root, file), 'utf8'),
    }))
    const doors = workspaces.flatMap((folder) => {
      const { name, exports = {} } = manifestOf(folder)
      return Object.entries(exports)
        .filter(([, file]) => file.endsWith('/index.ts'))
        .map(([path, file]) => ({ door: join(folder, file), from: join(name, path) }))
    })
    const left = doors.flatMap(({ door, from }) => {
      const takers = all.filter(({ text }) => text.includes(`'${from}'`))
      const isTaken = (name: string): boolean =>
        takers.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))
      return namesOutOf(door)
        .filter((name) => !isTaken(name))
        .map((name) => `${door}: ${name}`)
    })
    expect(left).toEqual([])
  })

  test('do not charge anybody for a provider that is not used', () => {
    const { exports = {} } = manifestOf('packages/deployment')
    const providers = Object.entries(exports)
      .filter(([path]) => path !== '.' && path !== './record')
      .map(([, file]) => join('packages/deployment', file))
    const reached = [...reachedFrom('packages/deployment/src/index.ts').keys()]
    expect(reached.filter((file) => providers.includes(file))).toEqual([])
  })
})

describe('A workspace lists what it imports, and nothing else', () => {
  test.each(workspaces)('%s', (folder) => {
    const { name, dependencies = {}, devDependencies = {} } = manifestOf(folder)
    const imports = sources
      .filter((file) => workspaceOf(file) === folder)
      .flatMap((file) => importsOf(file))
      .map(({ from, kind }) => ({ from: packageOf(from), kind }))
      .filter(({ from }) => from !== undefined)
    const all = new Set(imports.map(({ from }) => from))
    const run = new Set(imports.filter(({ kind }) => kind !== 'type').map(({ from }) => from))

    expect(name).toBe(`@ci-actions/${folder.split('/')[1]}`)
    expect(new Set(Object.keys({ ...dependencies, ...devDependencies }))).toEqual(all)
    expect([...run].filter((it) => !(it && it in dependencies))).toEqual([])
    expect(Object.keys(devDependencies).filter((it) => it in dependencies)).toEqual([])
  })
})

describe('Only one place', () => {
  const mentions = (files: readonly string[], what: RegExp) =>
    breaches(files, (file) => parse(file).text.match(what) ?? [])

  test('knows the toolkit of GitHub', () => {
    expect(
      breaches(without('packages/kit/src/runner.ts'), (file) =>
        importsOf(file)
          .map(({ from }) => from)
          .filter((from) => from.startsWith('@actions/core')),
      ),
    ).toEqual([])
  })

  test('knows the client of GitHub', () => {
    expect(
      breaches(without('packages/github/src/octokit.ts'), (file) =>
        importsOf(file)
          .map(({ from }) => from)
          .filter((from) => from === '@actions/github'),
      ),
    ).toEqual([])
  })

  test('reads JSON from outside, as deep as it may be', () => {
    const files = without(
      'packages/kit/src/json.ts',
      'packages/kit/src/yaml.ts',
      // What they have written themselves, and one text of what they have scanned.
      'packages/notify/src/send.ts',
      'packages/notify/src/slack/payload.ts',
      'actions/coverage-gate/src/parse/json/tokenizer.ts',
    )
    expect(breaches(files, (file) => callsIn(file).filter((it) => it === 'JSON.parse'))).toEqual([])
  })

  test('takes a map whose keys are data: mapOf keeps the keys that record of valibot leaves out', () => {
    const records = mentions(sources, /import \{[^}]*\brecord\b[^}]*\} from 'valibot'/g)
    expect(records).toEqual([])
  })

  test('reads the environment', () => {
    expect(mentions(without('packages/kit/src/runner.ts'), /\bprocess\s*\.\s*env\b/g)).toEqual([])
  })

  test('opens files to read them, so that nothing but a file is waited for', () => {
    const readers = /\b(readFile(Sync)?|open(Sync)?|createReadStream|openAsBlob)\b/
    const kit = ['descendants', 'file', 'runner'].map((name) => `packages/kit/src/${name}.ts`)
    const files = without(...kit)
    expect(
      breaches(files, (file) =>
        [...parse(file).text.matchAll(/import \{([^}]*)\} from '(?:node:)?fs(?:\/promises)?'/g)]
          .map(([, names = '']) => names.trim())
          .filter((names) => readers.test(names)),
      ),
    ).toEqual([])
  })

  test('starts programs', () => {
    const starters = /\bnode:child_process\b|'child_process'|'@actions\/exec'/g
    expect(mentions(without('packages/exec/'), starters)).toEqual([])
  })

  test('ends the process', () => {
    const files = without(
      'packages/kit/src/action.ts',
      'packages/kit/src/descendants.ts',
      'packages/exec/',
    )
    expect(mentions(files, /\bprocess\s*\.\s*(exit|exitCode|abort|kill)\b/g)).toEqual([])
  })

  test('writes to the output of the step', () => {
    const files = without('packages/kit/src/stdout.ts')
    expect(
      mentions(
        files,
        /\bconsole\s*\.\s*(?:log|info|warn|error|debug|table|dir|trace)\b|\bprocess\s*\.\s*std(out|err)\b/g,
      ),
    ).toEqual([])
  })
})

describe('The code', () => {
  test('has no drawer for whatever is left over', () => {
    const leftovers = /(^|[-.])(utils?|helpers?|common|misc|managers?)([-.]|$)/i
    const files = [...sources, ...scripts, ...globSync('test/**/*.ts', { cwd: root })]
    expect(files.filter((file) => file.split('/').some((part) => leftovers.test(part)))).toEqual([])
  })

  test('is in files that one reads in one go', () => {
    const lines = (file: string): number => parse(file).text.trimEnd().split('\n').length
    expect([...sources, ...scripts].filter((file) => lines(file) > 300)).toEqual([])
  })

  test('has no circle of imports, not even of types', () => {
    expect(importCycles([...sources, ...scripts])).toEqual([])
  })

  test('has types that say what they are', () => {
    expect(
      breaches([...sources, ...scripts], (file) => {
        const tree = parse(file)
        const anys = nodesOf(tree).filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
        const muted = tree.text.match(/@ts-(ignore|nocheck|expect-error)/g) ?? []
        return [...anys.map(() => 'any'), ...muted]
      }),
    ).toEqual([])
  })

  test('starts without what a run may not need: no fetch, and no client loaded with the file', () => {
    const heavy = /^(node:)?(https?|http2|tls)$|^undici$/
    expect(
      breaches(sources, (file) => [
        ...callsIn(file).filter((called) => /^(globalThis\.)?fetch$/.test(called)),
        ...importsOf(file).flatMap(({ from, kind }) =>
          kind === 'static' && heavy.test(from) ? [from] : [],
        ),
      ]),
    ).toEqual([])
  })
})

test('Every door of a package and every main runs in plain node', () => {
  const doors = workspaces.flatMap((folder) =>
    Object.values(manifestOf(folder).exports ?? {}).map((file) => join(folder, file)),
  )
  const files = [...doors, ...actionNames().map((name) => `actions/${name}/src/main.ts`)]
  const script = `for (const file of ${JSON.stringify(files)}) {
    await import('./' + file).then(() => console.log(file), (error) => console.log(file + ':', error.message))
  }`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(stdout.trim().split('\n')).toEqual(files)
  expect(files.length).toBeGreaterThan(20)
})

describe('An action starts in two lines', () => {
  test.each(actionNames())('%s', (name) => {
    expect(parse(`actions/${name}/src/index.ts`).text).toMatch(
      /^import \{ run \} from '@ci-actions\/kit'\nimport \{ (\w+) \} from '\.\/main\.ts'\n\nrun\(\1\)\n$/,
    )
  })
})
