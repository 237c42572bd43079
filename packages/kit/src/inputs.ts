import { closestName } from './closest-name.ts'
import { maskSecret } from './credentials.ts'
import { parseDefaults } from './defaults.ts'
import { InputError } from './errors.ts'
import { type InputParser, oneOf, ValidationError } from './input-parsers.ts'
import { excerpt, quote } from './quote.ts'
import { isRegexLiteral } from './regex.ts'
import type { Runner } from './runner.ts'

/** One input of an action: its name in action.yml and what it may hold. */
export interface Input<T> {
  readonly name: string
  readonly parser: InputParser<unknown>
  readonly required: boolean
  /** An older name that is still understood. */
  readonly deprecatedName?: string | undefined
  /** An environment variable that is read when the input is not given. */
  readonly env?: string | undefined
  /** Only for the type: what reading it yields. */
  readonly yields?: T
}

/** Groups of inputs, each in what it belongs to, of which one counts: that whose name another input holds. */
export interface InputUnion<G extends InputGroups> {
  /** The input that chooses. */
  readonly by: string
  readonly groups: G
}

/** By name, what has a group of inputs. */
type InputGroups = Readonly<
  Record<string, { readonly inputs: Readonly<Record<string, Input<unknown>>> }>
>

/** All inputs of an action, by what the code calls them. */
export type Inputs = Readonly<Record<string, Input<unknown> | InputUnion<InputGroups>>>

/** What reading the inputs yields: a value for each, of its own type. */
export type InputValues<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T>
    ? T
    : I[K] extends InputUnion<infer G>
      ? SelectedGroup<G>
      : never
}

/** The name of the group that was chosen, and what its inputs hold. */
export type SelectedGroup<G extends InputGroups> = {
  readonly [N in keyof G]: { readonly name: N; readonly values: InputValues<G[N]['inputs']> }
}[keyof G]

type InputOptions = Pick<Input<unknown>, 'deprecatedName' | 'env'>

/** An input that always has a value: it must be given, or action.yml has a default for it. */
export function required<T>(
  name: string,
  parser: InputParser<T>,
  options: InputOptions = {},
): Input<T> {
  return { name, parser, required: true, ...options }
}

/** An input that may be left out; an empty string counts as left out. */
export function optional<T>(
  name: string,
  parser: InputParser<T>,
  options: InputOptions = {},
): Input<T | undefined> {
  return { name, parser, required: false, ...options }
}

/**
 * Inputs of which only the group counts that the input `by` names. Those of the others are refused,
 * unless they are `required`: these may have a default, and count for nothing.
 */
export function oneOfGroups<const G extends InputGroups>(by: string, groups: G): InputUnion<G> {
  return { by, groups }
}

/** Every input that may be given, one of a choice after the input that chooses. */
export function allInputs(inputs: Inputs): Input<unknown>[] {
  return Object.values(inputs).flatMap((one) =>
    isUnion(one) ? [selector(one), ...allGrouped(one)] : [one],
  )
}

/**
 * Reads every input once. Secrets are masked before anything is parsed, so that no error about
 * another input can carry one.
 *
 * @throws InputError that names the input, what was given and what is allowed
 */
export async function readInputs<I extends Inputs>(
  inputs: I,
  runner: Runner,
): Promise<InputValues<I>> {
  for (const input of allInputs(inputs)) {
    const given = input.parser.secret && readText(input, runner)
    if (given) maskSecret(given, runner)
  }
  const misspelt = findMisspelt(allInputs(inputs), runner)
  for (const [name, given] of misspelt) {
    // One that is required and missing gets an error.
    if (runner.input(name) === '' && isRequired(name, inputs)) continue
    runner.warning(`There is no input "${given}", so it has no effect. Did you mean "${name}"?`)
  }
  return readAll(inputs, { runner, misspelt })
}

function isRequired(name: string, inputs: Inputs): boolean {
  return allInputs(inputs).some((input) => input.name === name && input.required)
}

/** What was given under a name that is none of these, but like one of them, by the one that it is like. */
function findMisspelt(
  inputs: readonly Input<unknown>[],
  { givenInputs }: Runner,
): ReadonlyMap<string, string> {
  const names = inputs.map(({ name }) => name)
  const known = new Set([...names, ...inputs.map(({ deprecatedName }) => deprecatedName)])
  const strange = givenInputs.filter((given) => !known.has(given))
  return new Map(
    strange.flatMap((given) => {
      const name = closestName(given, names)
      return name === undefined ? [] : [[name, given] as const]
    }),
  )
}

/** Where inputs come from. */
interface Source {
  readonly runner: Runner
  readonly misspelt: ReadonlyMap<string, string>
}

async function readAll<I extends Inputs>(inputs: I, source: Source): Promise<InputValues<I>> {
  const alone = Object.values(inputs).filter((one): one is Input<unknown> => !isUnion(one))
  const texts = await readTexts(alone, source)
  const read: Record<string, unknown> = {}
  for (const [key, one] of Object.entries(inputs)) {
    read[key] = isUnion(one) ? await readUnion(one, source) : await parseInput(one, texts.get(one))
  }
  return read as InputValues<I>
}

/**
 * What was given for each, or its default where that is nothing; empty where there is neither.
 *
 * @throws InputError that names all that are required and have neither
 */
async function readTexts(
  inputs: readonly Input<unknown>[],
  { runner, misspelt }: Source,
): Promise<ReadonlyMap<Input<unknown>, string>> {
  const texts = new Map(inputs.map((input) => [input, readText(input, runner)]))
  const empty = inputs.filter((input) => input.required && !texts.get(input))
  if (empty.length === 0) return texts
  const defaultOf = await loadDefaults(runner)
  for (const input of empty) texts.set(input, defaultOf(input.name))
  const missing = empty.filter((input) => !texts.get(input))
  if (missing.length > 0) throw new InputError(missingMessage(missing, misspelt))
  return texts
}

/** The runner fills in defaults only where nothing at all is given, not even an empty variable. */
async function loadDefaults({ contract }: Runner): Promise<(input: string) => string> {
  return contract ? parseDefaults(contract) : () => ''
}

function missingMessage(
  missing: readonly Input<unknown>[],
  misspelt: ReadonlyMap<string, string>,
): string {
  const names = missing.map(({ name }) => `"${name}"`).join(', ')
  const [{ env } = {}, ...others] = missing
  const said =
    others.length > 0
      ? `Inputs ${names} are required and were not given.`
      : `Input ${names} is required and was not given${env ? `, nor was the environment variable ${env}` : ''}.`
  const meant = missing.flatMap(({ name }) => {
    const given = misspelt.get(name)
    return given === undefined ? [] : [`"${given}" was given: did you mean "${name}"?`]
  })
  const empty = 'A secret or variable that does not exist, or that this run does not get, is empty.'
  return [said, ...(meant.length > 0 ? meant : [empty])].join(' ')
}

function isUnion(one: Input<unknown> | InputUnion<InputGroups>): one is InputUnion<InputGroups> {
  return 'groups' in one
}

function selector({ by, groups }: InputUnion<InputGroups>): Input<string> {
  return required(by, oneOf(...Object.keys(groups)))
}

function allGrouped({ groups }: InputUnion<InputGroups>): Input<unknown>[] {
  return Object.values(groups).flatMap(({ inputs }) => Object.values(inputs))
}

async function readUnion(choice: InputUnion<InputGroups>, source: Source): Promise<unknown> {
  const by = selector(choice)
  const name = String(await parseInput(by, (await readTexts([by], source)).get(by)))
  const group = choice.groups[name]?.inputs ?? {}
  const own = Object.values(group).map((input) => input.name)
  // One that is required may have a default, which nobody gave.
  const stray = allGrouped(choice).find((input) => {
    return !input.required && !own.includes(input.name) && isGiven(input, source.runner)
  })
  if (stray) {
    throw new InputError(
      `Input "${stray.name}" is not one for "${choice.by}: ${name}": leave it out, or choose another.`,
    )
  }
  return { name, values: await readAll(group, source) }
}

/** By the workflow; a variable may be there for others. */
function isGiven({ name, deprecatedName }: Input<unknown>, runner: Runner): boolean {
  return [name, deprecatedName].some((one) => one && runner.input(one) !== '')
}

function readText(input: Input<unknown>, runner: Runner): string {
  const old = input.deprecatedName && runner.input(input.deprecatedName)
  if (old) {
    runner.notice(
      `Input "${input.deprecatedName}" is now called "${input.name}"; both are understood.`,
    )
    return old
  }
  return runner.input(input.name) || (input.env && runner.env(input.env)?.trim()) || ''
}

async function parseInput(input: Input<unknown>, given = ''): Promise<unknown> {
  if (given === '') return undefined
  try {
    return await input.parser.parse(given)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    const value = input.parser.secret ? 'the value given (hidden)' : quote(error.part ?? given)
    const expected = excerpt(error.expected, 400)
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : ''
    throw new InputError(`Input "${input.name}" must be ${expected}, not ${value}.${hint}`)
  }
}

/** Whether a value looks as if it began with a variable, as in `${{ vars.URL }}/health`, and that was empty. */
function lacksVariable(value: string): boolean {
  return (
    !isRegexLiteral(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value)
  )
}

const emptyHint = ' A variable that does not exist is empty: is there one in it?'
