import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { providers } from '@ci-actions/deployment/providers'
import { type Action, allInputs, type Inputs } from '@ci-actions/kit'
import { platforms } from '@ci-actions/notify/platforms'
import { actionNames, readContract, root } from '../scripts/actions.ts'
import { readmeOf } from '../scripts/docs.ts'

/** The colours that the Marketplace knows. */
const colors = ['white', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']

/** Icons that the Marketplace knows (Feather, without the brands), as many as the set may need. */
const icons = [
  'activity',
  'bell',
  'check-circle',
  'check-square',
  'cloud',
  'database',
  'file-text',
  'filter',
  'git-merge',
  'git-pull-request',
  'globe',
  'hash',
  'key',
  'layers',
  'mail',
  'message-circle',
  'message-square',
  'package',
  'phone-call',
  'rotate-ccw',
  'send',
  'server',
  'shield',
  'tag',
  'terminal',
  'trending-up',
  'triangle',
  'upload',
  'upload-cloud',
  'zap',
]

/** The action that main.ts of this name exports. */
async function actionOf(name: string): Promise<Action<Inputs>> {
  const exported: Record<string, unknown> = await import(`../actions/${name}/src/main.ts`)
  const actions = Object.values(exported).filter(isAction)
  if (actions.length !== 1 || !actions[0]) {
    throw new Error(`actions/${name}/src/main.ts must export one action; it has ${actions.length}.`)
  }
  return actions[0]
}

/** The inputs of groups that another one chooses: whether they are needed, only the code can say. */
function groupedIn(inputs: Inputs): string[] {
  return Object.values(inputs).flatMap((one) =>
    'groups' in one
      ? Object.values(one.groups)
          .flatMap(({ inputs }) => allInputs(inputs))
          .map(({ name }) => name)
      : [],
  )
}

function isAction(value: unknown): value is Action<Inputs> {
  return typeof value === 'object' && value !== null && 'inputs' in value && 'main' in value
}

describe.each(actionNames())('The contract of %s', (name) => {
  const contract = readContract(name)
  const declared = Object.entries(contract.inputs)

  test('has the inputs that the code reads, and no others', async () => {
    const { inputs } = await actionOf(name)
    const read = allInputs(inputs).flatMap((it) => [it.name, it.deprecatedName ?? []].flat())
    expect(read.toSorted()).toEqual(Object.keys(contract.inputs).sort())
  })

  test('has a default or "required: true" where the code cannot do without, and nowhere else', async () => {
    const { inputs } = await actionOf(name)
    const grouped = groupedIn(inputs)
    const needed = allInputs(inputs).filter((it) => it.required && !grouped.includes(it.name))
    // Without an empty string that means something, a default is one that is always there.
    const given = declared.filter(
      ([input, it]) =>
        it.required ||
        (it.default !== undefined &&
          !/empty string/i.test(it.description) &&
          !grouped.includes(input)),
    )
    expect(needed.map((it) => it.name).sort()).toEqual(given.map(([input]) => input).sort())
    expect(declared.filter(([, it]) => it.required && it.default !== undefined)).toEqual([])
  })

  test('calls the older names of inputs deprecated, and only them', async () => {
    const { inputs } = await actionOf(name)
    const older = allInputs(inputs).flatMap((it) => it.deprecatedName ?? [])
    const deprecated = declared.filter(([, it]) => it.deprecationMessage).map(([input]) => input)
    expect(deprecated.sort()).toEqual(older.sort())
  })

  test('has defaults that the code can read', async () => {
    const { inputs } = await actionOf(name)
    for (const { name: input, parser } of allInputs(inputs)) {
      const value = contract.inputs[input]?.default
      // What is an expression, the runner fills in.
      if (!value || value.includes('${{')) continue
      await expect(Promise.resolve(parser.parse(value))).resolves.toBeDefined()
    }
  })

  test('holds no expression but in a default: the runner refuses it anywhere else', () => {
    const lines = readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8').split('\n')
    const stray = lines.filter((line) => line.includes('${{') && !/^\s+default: /.test(line))
    expect(stray).toEqual([])
  })

  test('has the outputs that the code sets, and no others', async () => {
    const { outputs } = await actionOf(name)
    expect(outputs.toSorted()).toEqual(Object.keys(contract.outputs).sort())
  })

  test('is headed as its annotations are', async () => {
    expect((await actionOf(name)).title).toBe(contract.name)
  })

  test('writes all names the same way', () => {
    const names = [...Object.keys(contract.inputs), ...Object.keys(contract.outputs)]
    for (const one of [name, ...names]) expect(one).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  })

  test('says what it does in one sentence, and what each input and output is', () => {
    expect(contract.description).toMatch(/^[A-Z][^\n]{20,250}\.$/)
    expect(contract.description).not.toMatch(/[.!?] [A-Z]/)
    for (const it of [...Object.values(contract.inputs), ...Object.values(contract.outputs)]) {
      expect(it.description).toMatch(/^\S[\s\S]+[.:]\s*$/)
    }
  })

  test('has an icon and a colour that the Marketplace knows', () => {
    expect(icons).toContain(contract.branding.icon)
    expect(colors).toContain(contract.branding.color)
  })

  test('is what the tables of its README say', () => {
    const { now, due } = readmeOf(name)
    if (now !== due)
      throw new Error(`The tables of actions/${name}/README.md are old: npm run docs`)
  })
})

test.each(['github-token', 'dry-run'])('"%s" has the same default everywhere', (input) => {
  const contracts = actionNames().map((name) => readContract(name))
  const defaults = contracts.flatMap(({ inputs }) => inputs[input]?.default ?? [])
  expect(new Set(defaults).size).toBeLessThan(2)
})

describe('The lists of providers and platforms follow their registries:', () => {
  const deliver = readContract('deliver')

  test('each provider is registered by its own name', () => {
    for (const [name, provider] of Object.entries(providers)) expect(provider.name).toBe(name)
  })

  test.each(['deliver', 'rollback'])(
    '"provider" of %s names every provider, and no other',
    (name) => {
      const { inputs } = readContract(name)
      const words = [...(inputs.provider?.description ?? '').matchAll(/`([\w-]+)`/g)]
      const named = words.flatMap(([, word]) =>
        word && (word in providers || !(word in inputs)) ? [word] : [],
      )
      expect(named.toSorted()).toEqual(Object.keys(providers).sort())
    },
  )

  test.each(Object.entries(providers))('each input of %s says whose it is', (name, { inputs }) => {
    for (const input of allInputs(inputs)) {
      const text = deliver.inputs[input.name]?.description ?? ''
      expect(text).toMatch(/^With `provider: [\w-]+`( or `[\w-]+`)*\. /)
      expect(text.slice(0, text.indexOf('. '))).toContain(name)
    }
  })

  test('deliver is described with every provider and platform', () => {
    const words = deliver.description.toLowerCase()
    for (const name of Object.keys(providers)) expect(words).toContain(name)
    for (const { name } of platforms) expect(words).toContain(name.toLowerCase())
  })
})
