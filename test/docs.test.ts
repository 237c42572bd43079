import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { marked } from 'marked'
import { parse as parseYaml } from 'yaml'
import { actionNames, readContract, root, rootAction } from '../scripts/actions.ts'
import { frontPages, rootManifest } from '../scripts/docs.ts'
import {
  documents,
  ourAction,
  read,
  type Snippet,
  type Step,
  snippetsOf,
  stepsOf,
  workflows,
} from './support/documents.ts'

const names = actionNames()
const files: Snippet[] = workflows.map((file) => ({ place: file, yaml: read(file) }))
const snippets = [...documents.flatMap(snippetsOf), ...files]

test.each(frontPages())('The table of actions in $file is up to date', ({ file, now, due }) => {
  if (now !== due) throw new Error(`The table of actions in ${file} is old: npm run docs`)
})

test('The action.yml at the root is that of the root action, with a bundle that is there', () => {
  const { now, due } = rootManifest()
  if (now !== due) throw new Error('The action.yml at the root is old: npm run docs')
  const { runs, ...manifest } = parseYaml(now)
  const { runs: own, ...same } = parseYaml(read(`actions/${rootAction}/action.yml`))
  expect(manifest).toEqual(same)
  expect(runs).toEqual({ ...own, main: `dist/${rootAction}/${own.main}` })
  expect(existsSync(join(root, runs.main))).toBe(true)
})

test('The front page quotes no measurement, for npm run bench prints them', () => {
  expect(read('README.md')).not.toMatch(/\d ?(x|×|%|ms|[kKMG]i?B)(?![a-z])|\b(twice|times)\b/)
})

describe.each(names)('The README of %s', (name) => {
  const file = `actions/${name}/README.md`

  test('shows how to use it, with the permissions that it needs', () => {
    const uses = snippetsOf(file).filter(({ yaml }) => yaml.includes(`org/ci-actions/${name}@v1`))
    expect(uses.length).toBeGreaterThan(2)
    expect(uses.filter(({ yaml }) => /^ *permissions:/m.test(yaml))).not.toEqual([])
  })

  test('begins with its name and says what it is', () => {
    const [title, blank, what] = read(file).split('\n')
    expect([title, blank]).toEqual([`# ${name}`, ''])
    expect(what).toMatch(/^[A-Z]/)
  })

  test('shows what failure looks like', () => {
    expect(/^## When it [^\n]*\n(?:(?!^## )[\s\S])*^```(text)?\n/m.exec(read(file))).not.toBeNull()
  })
})

describe.each(snippets)('The YAML in $place', (snippet) => {
  const steps = (): ReturnType<typeof stepsOf> => stepsOf(snippet)

  test('puts no expression where a shell would run it', () => {
    for (const { run } of steps()) expect(run ?? '').not.toContain('${{')
  })

  test('uses actions that exist, with inputs that they have', () => {
    for (const step of steps()) {
      const name = ourAction(step)
      if (name === undefined) continue
      expect(names).toContain(name)
      const inputs = Object.keys(readContract(name).inputs)
      expect(Object.keys(step.with ?? {}).filter((input) => !inputs.includes(input))).toEqual([])
    }
  })

  test('gives each action what it cannot do without', () => {
    for (const step of steps()) {
      const name = ourAction(step)
      if (name === undefined) continue
      const needed = Object.entries(readContract(name).inputs).filter(([, it]) => it.required)
      expect(Object.keys(step.with ?? {})).toEqual(
        expect.arrayContaining(needed.map(([input]) => input)),
      )
    }
  })

  test('reads outputs that the steps have', () => {
    const outputs = new Map(steps().map((step) => [step.id, outputsOf(step)]))
    for (const [, id, output] of snippet.yaml.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      const has = outputs.get(id)
      if (has) expect(has).toContain(output)
    }
  })

  test('tells of a rollback together with the deployment that it is for, one output per line', () => {
    const all = steps()
    for (const [index, step] of all.entries()) {
      if (!ourAction(step)?.endsWith('-notify')) continue
      const told = deploymentsOf(step)
      for (const id of told) {
        const source = all.slice(0, index).findLast((one) => one.id === id)
        if (source && ourAction(source) === 'rollback') {
          expect(told).toEqual(expect.arrayContaining(deploymentsOf(source)))
        }
      }
    }
  })

  test('names other actions of ours by their major version', () => {
    for (const [uses] of snippet.yaml.matchAll(/org\/ci-actions\S*/g)) {
      expect(uses).toMatch(/^org\/ci-actions(\/[a-z-]+)?@v1$/)
    }
  })
})

describe.each(workflows.filter((file) => file.startsWith('.github/')))(
  'The workflow %s',
  (file) => {
    test('takes the actions of others by commit, with their version beside it', () => {
      const lines = read(file).match(/^.*\buses: (?!\.\/).*$/gm) ?? []
      for (const line of lines)
        expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    })

    test('grants nothing but what a job asks for', () => {
      expect(read(file)).toMatch(/^permissions: \{\}$/m)
    })
  },
)

describe.each(documents)('In %s', (file) => {
  test('each link leads somewhere', () => {
    const broken = linksOf(read(file))
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !leadsSomewhere(link, file))
    expect(broken).toEqual([])
  })

  test('there is no mark of what is still to be done', () => {
    expect(read(file)).not.toMatch(/\b(TODO|FIXME|TBD|XXX)\b/)
  })
})

describe('The walk through a command in docs/architecture.md', () => {
  const page = read('docs/architecture.md')
  const steps = [...page.matchAll(/^(\d+)\. \[`(\S+?)(?:\(.*\))?`\]\(\.\.\/(\S+)\)/gm)]

  test('has ten steps', () => {
    expect(steps.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test.each(steps.map(([, number, name = '', file = '']) => ({ number, name, file })))(
    'finds $name in $file (step $number)',
    ({ name, file }) => {
      expect(read(file)).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`))
    },
  )
})

test('The glossary has at most 30 terms, one line each, and every term once', () => {
  const terms = [...read('docs/glossary.md').matchAll(/^\| ([^|]+) \| [^|]+ \|$/gm)]
    .map(([, term]) => term)
    .filter((term) => term !== 'term' && !term?.startsWith('-'))
  expect(terms.length).toBeGreaterThan(20)
  expect(terms.length).toBeLessThanOrEqual(30)
  expect(new Set(terms).size).toBe(terms.length)
})

/** The steps whose `deployments` a step is given. An `||` between them would hand on only the first. */
function deploymentsOf({ with: given }: Step): string[] {
  const { deployments = '' } = { ...(given as Record<string, string> | undefined) }
  const outputs = deployments.split('\n').filter((line) => line.includes('.outputs.'))
  return outputs.map((line) => {
    const [, id] = /^\$\{\{ (?:steps|needs)\.([\w-]+)\.outputs\.deployments \}\}$/.exec(line) ?? []
    if (id === undefined) throw new Error(`${line} is not one output`)
    return id
  })
}

/** The outputs of a step that uses an action of ours: those of its contract, and of its filters. */
function outputsOf(step: Step): string[] | undefined {
  const name = ourAction(step)
  if (name === undefined) return undefined
  const { filters = '{}', only = '' } = { ...(step.with as Record<string, string> | undefined) }
  return [
    ...Object.keys(readContract(name).outputs),
    ...Object.keys(parseYaml(filters)).flatMap((filter) => [filter, `${filter}-files`]),
    ...only.split(/\s+/).map((filter) => `only-${filter}`),
  ]
}

function linksOf(markdown: string): string[] {
  const links: string[] = []
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (token.type === 'link' || token.type === 'image') links.push(token.href)
  })
  return links
}

/** Whether the file is there, and in it the heading. */
function leadsSomewhere(link: string, file: string): boolean {
  const [path = '', heading] = link.split('#')
  const target = path === '' ? file : join(dirname(file), path)
  if (!existsSync(join(root, target))) return false
  return heading === undefined || headingsOf(read(target)).includes(heading)
}

/** The anchors of the headings, as GitHub makes them. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
