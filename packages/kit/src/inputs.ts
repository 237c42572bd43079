import { closestName } from './closest-name.ts'
import { maskSecret } from './credentials.ts'
import { parseDefaults } from './defaults.ts'
import { InputError } from './errors.ts'
import { type InputParser, oneOf, ValidationError } from './input-parsers.ts'
import { quote } from './quote.ts'
import { isRegexLiteral } from './regex.ts'
import type { Runner } from './runner.ts'

/** An input of an action: its name in action.yml and its parser. */
export interface Input<T> {
  readonly name: string
  readonly parser: InputParser<unknown>
  readonly required: boolean
  /** A former name that still works. */
  readonly deprecatedName?: string | undefined
  /** An environment variable to read if the input is not set. */
  readonly env?: string | undefined
  /** For the type only: the type of the parsed value. */
  readonly yields?: T
}

/** Groups of inputs. Only the group applies whose name is the value of the input `by`. */
export interface InputUnion<G extends InputGroups> {
  /** The input that selects the group. */
  readonly by: string
  readonly groups: G
}

/** Groups of inputs by name. */
type InputGroups = Readonly<
  Record<string, { readonly inputs: Readonly<Record<string, Input<unknown>>> }>
>

/** All inputs of an action, by the names that the code uses. */
export type Inputs = Readonly<Record<string, Input<unknown> | InputUnion<InputGroups>>>

/** The parsed value of each input. */
export type InputValues<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<infer T>
    ? T
    : I[K] extends InputUnion<infer G>
      ? SelectedGroup<G>
      : never
}

/** The name of the selected group and the values of its inputs. */
export type SelectedGroup<G extends InputGroups> = {
  readonly [N in keyof G]: { readonly name: N; readonly values: InputValues<G[N]['inputs']> }
}[keyof G]

type InputOptions = Pick<Input<unknown>, 'deprecatedName' | 'env'>

/** An input that always has a value: from the workflow, or the default in action.yml. */
export function required<T>(
  name: string,
  parser: InputParser<T>,
  options: InputOptions = {},
): Input<T> {
  return { name, parser, required: true, ...options }
}

/** An input that may be omitted; an empty string counts as omitted. */
export function optional<T>(
  name: string,
  parser: InputParser<T>,
  options: InputOptions = {},
): Input<T | undefined> {
  return { name, parser, required: false, ...options }
}

/**
 * Groups of inputs of which one applies, selected by the input `by`. Inputs of the other groups are rejected, except
 * `required` ones: they may have a default and are ignored.
 */
export function oneOfGroups<const G extends InputGroups>(by: string, groups: G): InputUnion<G> {
  return { by, groups }
}

/** Returns all inputs, including those of every group, each group after the input that selects it. */
export function allInputs(inputs: Inputs): Input<unknown>[] {
  return Object.values(inputs).flatMap((one) =>
    isUnion(one) ? [selector(one), ...allGrouped(one)] : [one],
  )
}

/**
 * Reads every input once. Secrets are masked before anything is parsed, so that no error about another input can reveal
 * one.
 *
 * @throws InputError that names the input, the value given and the values allowed
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
    // A missing required input is reported as an error.
    if (runner.input(name) === '' && isRequired(name, inputs)) continue
    runner.warning(`Unknown input "${given}" is ignored. Did you mean "${name}"?`)
  }
  await rejectConflicts(allInputs(inputs), runner)
  return readAll(inputs, { runner, misspelt })
}

function isRequired(name: string, inputs: Inputs): boolean {
  return allInputs(inputs).some((input) => input.name === name && input.required)
}

/** Returns the unknown inputs that resemble a known one, by the name of the known one. */
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

/**
 * Rejects two names of one input with different values. A value under the current name that equals the default does not
 * count, because the runner sets defaults, too.
 */
async function rejectConflicts(inputs: readonly Input<unknown>[], runner: Runner): Promise<void> {
  const conflicts = inputs.filter((input) => isConflicting(input, runner))
  if (conflicts.length === 0 || runner.contract === undefined) return
  const defaultOf = await loadDefaults(runner)
  const conflict = conflicts.find(({ name }) => runner.input(name) !== defaultOf(name))
  if (!conflict) return
  const { name, deprecatedName } = conflict
  throw new InputError(
    `Inputs "${name}" and "${deprecatedName}" are two names of one input, but their values differ. ` +
      `Keep "${name}" and remove "${deprecatedName}".`,
  )
}

/** Whether both names of an input have values, which differ. */
function isConflicting({ name, deprecatedName }: Input<unknown>, runner: Runner): boolean {
  const values = [name, deprecatedName].map((one) => (one ? runner.input(one) : ''))
  return !values.includes('') && values[0] !== values[1]
}

/** The source of input values. */
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
 * Returns the text of each input: the given value, or its default, or an empty string.
 *
 * @throws InputError that names all required inputs that have neither
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

/** The runner applies defaults only to inputs that are absent, not to empty ones such as an empty variable. */
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
      ? `Inputs ${names} are required but were not given.`
      : `Input ${names} is required but was not given${env ? `, and neither was the environment variable ${env}` : ''}.`
  const meant = missing.flatMap(({ name }) => {
    const given = misspelt.get(name)
    return given === undefined ? [] : [`"${given}" was given: did you mean "${name}"?`]
  })
  const empty =
    'A secret or variable is empty if it does not exist or is not available to this run.'
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
  // A required input may have a default, which the workflow did not set.
  const stray = allGrouped(choice).find((input) => {
    return !input.required && !own.includes(input.name) && isGiven(input, source.runner)
  })
  if (stray) {
    throw new InputError(
      `Input "${stray.name}" does not apply to "${choice.by}: ${name}". Remove it, or change "${choice.by}".`,
    )
  }
  return { name, values: await readAll(group, source) }
}

/** Whether the workflow sets the input; an environment variable does not count, as it may be meant for other steps. */
function isGiven({ name, deprecatedName }: Input<unknown>, runner: Runner): boolean {
  return [name, deprecatedName].some((one) => one && runner.input(one) !== '')
}

function readText(input: Input<unknown>, runner: Runner): string {
  const old = input.deprecatedName && runner.input(input.deprecatedName)
  if (old) {
    const used = isConflicting(input, runner)
      ? ` The value of "${input.deprecatedName}" is used.`
      : ''
    runner.notice(
      `Input "${input.deprecatedName}" has been renamed to "${input.name}"; both names work.${used}`,
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
    const value = input.parser.secret ? 'the given value (hidden)' : quote(error.part ?? given)
    const hint = !input.parser.secret && lacksVariable(error.part ?? given) ? emptyHint : ''
    throw new InputError(`${error.describe(`Input "${input.name}"`, value)}${hint}`)
  }
}

/** Whether a value seems to start with an empty variable, as in `${{ vars.URL }}/health`. */
function lacksVariable(value: string): boolean {
  return (
    !isRegexLiteral(value) && /^[/:@]|^[.-][a-z]|(?<!^(?:file|unix)):\/\/(?:[/:.]|$)/i.test(value)
  )
}

const emptyHint = ' A variable that does not exist is empty: does this value contain one?'
