import * as ecs from '@aws-sdk/client-ecs'
import { readInputs } from '@ci-actions/kit'
import {
  type MemberType,
  taskDefinitionTypes,
} from '../../../../packages/deployment/src/ecs/definition-types.ts'
import { ecsInputs } from '../../../../packages/deployment/src/ecs/inputs.ts'
import { typedDefinition } from '../../../../packages/deployment/src/ecs/typed-definition.ts'
import { readStructured } from '../../../../packages/deployment/src/structured-file.ts'
import { TestRunner } from '../../../support/runner.ts'

async function read(text: string): Promise<unknown> {
  const typed = await readStructured('task.yml', text)
  return typedDefinition('task.yml', {
    typed,
    text: await readStructured('task.yml', text, 'as-written'),
  })
}

/** A definition with one container, of which this is a member. */
const inContainer = (member: string) => `containerDefinitions:\n  - ${member}\n`

describe('A task definition in a file', () => {
  test.each<[string, unknown]>([
    ['environment: [{ name: A, value: 8080 }]', { environment: [{ name: 'A', value: '8080' }] }],
    ['environment: [{ name: A, value: true }]', { environment: [{ name: 'A', value: 'true' }] }],
    [
      'environment: [{ name: A, value: 0123456 }]',
      { environment: [{ name: 'A', value: '0123456' }] },
    ],
    ['environment: [{ name: A, value: 1.10 }]', { environment: [{ name: 'A', value: '1.10' }] }],
    [
      'environment: [{ name: 1, value: 12345e6 }]',
      { environment: [{ name: '1', value: '12345e6' }] },
    ],
    ['environment: [{ name: A, value: ~ }]', { environment: [{ name: 'A', value: null }] }],
    ['environment: [{ name: A, value: "" }]', { environment: [{ name: 'A', value: '' }] }],
    [
      'dockerLabels: { a: 1, b: no, memory: 2.0 }',
      { dockerLabels: { a: '1', b: 'no', memory: '2.0' } },
    ],
    [
      'dockerLabels: { constructor: 1, __proto__: 2 }',
      { dockerLabels: JSON.parse('{"constructor":"1","__proto__":"2"}') },
    ],
    [
      'logConfiguration: { options: { max-file: 3 } }',
      { logConfiguration: { options: { 'max-file': '3' } } },
    ],
    ['command: [sleep, 60]', { command: ['sleep', '60'] }],
    ['user: 1000', { user: '1000' }],
    ['portMappings: [{ containerPort: "8080" }]', { portMappings: [{ containerPort: 8080 }] }],
    ['essential: "true"', { essential: true }],
    ['cpu: "256"', { cpu: 256 }],
    ['cpu: 256.0', { cpu: 256 }],
    ['cpu: 0128', { cpu: 128 }],
    ['newMember: { port: 8080, on: true }', { newMember: { port: 8080, on: true } }],
  ])('has members of the types that ECS takes: %s', async (member, due) => {
    expect(await read(inContainer(member))).toEqual({ containerDefinitions: [due] })
  })

  test('has sizes of the task as text', async () => {
    expect(await read('cpu: 1024\nmemory: 2048\ntags: [{ key: cost, value: 42 }]')).toEqual({
      cpu: '1024',
      memory: '2048',
      tags: [{ key: 'cost', value: '42' }],
    })
  })

  test.each<[string, string]>([
    ['essential: yes', 'true or false at "containerDefinitions.0.essential", not "yes"'],
    ['essential: 1', 'true or false at "containerDefinitions.0.essential", not "1"'],
    ['cpu: 0.5', 'a whole number at "containerDefinitions.0.cpu", not "0.5"'],
    ['cpu: .5 vCPU', 'a whole number at "containerDefinitions.0.cpu", not ".5 vCPU"'],
    [
      'portMappings: [{ containerPort: http }]',
      'a whole number at "containerDefinitions.0.portMappings.0.containerPort"',
    ],
    [
      'environment: [{ name: A, value: [1] }]',
      'text at "containerDefinitions.0.environment.0.value", not a list or a map',
    ],
    ['image: { name: a }', 'text at "containerDefinitions.0.image", not a list or a map'],
  ])('that cannot be is refused with its path: %s', async (member, error) => {
    await expect(read(inContainer(member))).rejects.toThrow(`must have ${error}`)
  })

  test('is read by the types that the SDK has', () => {
    // A union, which is handed on as it is.
    expect(unlike(taskDefinitionTypes, ecs.RegisterTaskDefinitionRequest$)).toEqual([
      '.containerDefinitions[].resourceRequirements[].sharingStrategy',
    ])
  })
})

/**
 * The paths at which a type and the SDK's own schema differ. Its schemas are numbers for scalars (0 text,
 * 1 number, 2 boolean, 64 more for a list, 128 more for a map) and arrays that begin with their kind.
 */
function unlike(type: MemberType | undefined, schema: unknown, path = ''): string[] {
  if (typeof schema === 'function') return unlike(type, schema(), path)
  if (typeof schema === 'number') {
    const scalar = ['text', 'integer', 'boolean'][schema % 64]
    const due = schema >= 128 ? { anyKey: scalar } : schema >= 64 ? [scalar] : scalar
    return JSON.stringify(type) === JSON.stringify(due) ? [] : [path]
  }
  if (!Array.isArray(schema)) throw new Error(`unknown schema at ${path}`)
  const [kind, , , , members, schemas] = schema
  // With traits beside it.
  if (typeof kind !== 'number') return unlike(type, kind, path)
  if (kind === 0) return unlike(type, members, path)
  if (kind === 1) return unlike(Array.isArray(type) ? type[0] : undefined, members, `${path}[]`)
  if (kind !== 3 || type === undefined || typeof type === 'string') return [path]
  const own = new Map(Object.entries(type))
  const names: string[] = members
  const differing = names.flatMap((name, at) =>
    unlike(own.get(name), schemas[at], `${path}.${name}`),
  )
  const unknown = [...own.keys()].filter((name) => !names.includes(name))
  return [...differing, ...unknown.map((name) => `${path}.${name}: not of the SDK`)]
}

describe('The input "env"', () => {
  const env = async (text: string) => {
    const runner = new TestRunner({ env: text })
    return (await readInputs({ env: ecsInputs.env }, runner)).env
  }

  test.each([
    '12345e6',
    '0123456',
    '1.10',
    '+49301234567',
    '12345678901234567890',
    '0x1F',
    '0o17',
    '5.0',
    '1e400',
    '.inf',
    '-.5',
    'true',
    'True',
    'no',
    '2026-11-28',
    '12:30',
    'a b',
    "it's",
  ])('keeps %s as it is written', async (value) => {
    expect(await env(`web:\n  A: ${value}`)).toEqual({ web: { A: value } })
    expect(
      await env(
        `{"web": {"A": ${/^[\d.e]+$/.test(value) && !value.startsWith('0') ? value : JSON.stringify(value)}}}`,
      ),
    ).toEqual({ web: { A: value } })
  })

  test('takes a variable away with null, and names that are numbers or of every object', async () => {
    expect(await env('web: { A: null, B: ~, C: , 1: x, constructor: y }')).toEqual({
      web: { A: null, B: null, C: null, 1: 'x', constructor: 'y' },
    })
  })

  test('shares values by aliases', async () => {
    expect(await env('web: &a { A: 010 }\njob: *a')).toEqual({
      web: { A: '010' },
      job: { A: '010' },
    })
  })
})
