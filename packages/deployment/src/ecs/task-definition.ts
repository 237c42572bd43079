import { ActionError, lookUp, quote } from '@ci-actions/kit'
import {
  array,
  type InferOutput,
  looseObject,
  nullish,
  object,
  optional,
  parse,
  string,
} from 'valibot'
import type { DeployMetadata } from '../deploy-metadata.ts'

const pairs = optional(nullish(array(looseObject({ name: string() })), []))

export const tagsSchema = nullish(
  array(object({ key: string(), value: nullish(string(), '') })),
  [],
)

/** The parts of a task definition that are changed here; everything else is kept as it is. */
export const definitionSchema = looseObject({
  family: string(),
  containerDefinitions: array(
    looseObject({
      name: string(),
      image: optional(nullish(string())),
      environment: pairs,
      secrets: pairs,
    }),
  ),
  tags: optional(tagsSchema),
})

export type Definition = InferOutput<typeof definitionSchema>

/** A task definition registered in ECS. */
export interface RegisteredTaskDefinition {
  readonly arn: string
  readonly isActive: boolean
  readonly definition: Definition
  readonly metadata: DeployMetadata
}

type Container = Definition['containerDefinitions'][number]

/** Changes by container; without a name, for the only container. */
export interface Changes {
  readonly images: readonly { readonly container: string | undefined; readonly image: string }[]
  /** `null` removes a variable. */
  readonly env: Readonly<Record<string, Readonly<Record<string, string | null>>>>
}

export const noChanges: Changes = { images: [], env: {} }

/**
 * All members that `RegisterTaskDefinition` accepts; it rejects the others in the output of `DescribeTaskDefinition`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
const registered = [
  'containerDefinitions',
  'cpu',
  'enableFaultInjection',
  'ephemeralStorage',
  'executionRoleArn',
  'family',
  'inferenceAccelerators',
  'ipcMode',
  'memory',
  'networkMode',
  'pidMode',
  'placementConstraints',
  'proxyConfiguration',
  'requiresCompatibilities',
  'runtimePlatform',
  'tags',
  'taskRoleArn',
  'volumes',
] as const

/** Members that only the description contains. */
const described = [
  'compatibilities',
  'deleteRequestedAt',
  'deregisteredAt',
  'registeredAt',
  'registeredBy',
  'requiresAttributes',
  'revision',
  'status',
  'taskDefinitionArn',
] as const

/** Returns the members that can be registered. */
export function registrable(definition: Definition): Definition {
  const entries = Object.entries(definition)
    .filter(([name]) => isOneOf(registered, name))
    // They may be numbers in YAML, but may also be "1 vCPU" and "2 GB".
    .map(([name, value]) => [name, typeof value === 'number' ? String(value) : value])
  return parse(definitionSchema, Object.fromEntries(entries))
}

/** Returns the names in a file that ECS neither accepts nor describes. */
export function unknownIn(definition: Definition): string[] {
  return Object.keys(definition).filter(
    (name) => !isOneOf(registered, name) && !isOneOf(described, name),
  )
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}

/**
 * Returns the definition with other images and variables.
 *
 * @throws ActionError that lists the existing containers if a given one is missing
 */
export function changed(definition: Definition, { images, env }: Changes): Definition {
  const names = definition.containerDefinitions.map(({ name }) => name)
  const meant = images.map(({ container, image }) => ({
    image,
    container: container ?? only(names),
  }))
  for (const name of [...meant.map(({ container }) => container), ...Object.keys(env)]) {
    if (!names.includes(name)) {
      throw new ActionError(
        `The task definition ${definition.family} has no container ${quote(name)}; it has ${names.join(', ')}.`,
      )
    }
  }
  const containerDefinitions = definition.containerDefinitions.map((container) => {
    const image = meant.findLast((one) => one.container === container.name)?.image
    return withVariables(
      { ...container, ...(image && { image }) },
      lookUp(env, container.name) ?? {},
    )
  })
  return { ...definition, containerDefinitions }
}

function only(names: readonly string[]): string {
  const [name] = names
  if (name !== undefined && names.length === 1) return name
  throw new ActionError(
    `"images" has a line without a container, but the task definition has ${names.length}: ` +
      `write "container: image", with one of ${names.join(', ')}.`,
  )
}

function withVariables(
  container: Container,
  variables: Readonly<Record<string, string | null>>,
): Container {
  const names = Object.keys(variables)
  if (names.length === 0) return container
  // A variable and a secret cannot have the same name; the given one wins.
  const others = (list: Container['environment']) =>
    (list ?? []).filter(({ name }) => !names.includes(name))
  const added = Object.entries(variables).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value }],
  )
  return {
    ...container,
    environment: [...others(container.environment), ...added],
    secrets: others(container.secrets),
  }
}

/** Describes the differences for people: images and names of variables, never their values. */
export function differences(before: Definition, after: Definition): string[] {
  const lines = after.containerDefinitions.flatMap((container) => {
    const old = before.containerDefinitions.find(({ name }) => name === container.name)
    if (!old) return [`container ${container.name} is new`]
    const image = old.image === container.image ? [] : [`${container.name} runs ${container.image}`]
    const names = namesThatDiffer(old, container)
    return names.length === 0 ? image : [...image, `${container.name} gets ${names.join(', ')}`]
  })
  return lines.length === 0 ? ['other settings'] : lines
}

function namesThatDiffer(old: Container, now: Container): string[] {
  const text = (list: Container['environment'], name: string): string =>
    JSON.stringify(list?.find((one) => one.name === name) ?? null)
  const names = [...(old.environment ?? []), ...(now.environment ?? [])].map(({ name }) => name)
  return [...new Set(names)].filter(
    (name) => text(old.environment, name) !== text(now.environment, name),
  )
}
