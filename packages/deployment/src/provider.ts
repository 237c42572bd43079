import type { Input, InputValues, Runner } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'
import type { DeployOptions } from './options.ts'
import type { Target } from './target.ts'

type InputGroup = Readonly<Record<string, Input<unknown>>>

/**
 * A place that things are deployed to. What is large, such as the AWS client, is loaded when it is asked
 * for targets, not before.
 */
export interface Provider<I extends InputGroup, R extends InputGroup> {
  /** As inputs and records have it. */
  readonly name: string
  /** The inputs of a deploy that is followed to its end. */
  readonly inputs: I
  /** The inputs of a rollback, beside the locator. */
  readonly rollbackInputs: R
  /** A locator as YAML, such as `serviceId: srv-…`. */
  readonly exampleLocator: string
  /**
   * Returns what the inputs ask to deploy.
   *
   * @throws InputError when the inputs do not fit together
   */
  targets(inputs: InputValues<I> & DeployOptions, runner: Runner): Promise<Target[]>
  /**
   * Returns the target that a locator names, for a rollback.
   *
   * @throws LocatorError when it is not a locator of this provider
   */
  locate(locator: unknown, inputs: InputValues<R>, runner: Runner): Promise<Target>
}

/** Says, as the end of a sentence, why a value is not a locator. */
export class LocatorError extends Error {}

/** A provider as its folder defines it, with the shape of its locators. */
export interface ProviderDefinition<I extends InputGroup, R extends InputGroup, L>
  extends Omit<Provider<I, R>, 'locate'> {
  /** How a target is found again; a record has it as `target`, with the name of the record. */
  readonly locator: GenericSchema<unknown, L>
  locate(locator: L, inputs: InputValues<R>, runner: Runner): Promise<Target>
}

export function defineProvider<I extends InputGroup, R extends InputGroup, L>({
  locator: schema,
  locate,
  ...provider
}: ProviderDefinition<I, R, L>): Provider<I, R> {
  return {
    ...provider,
    async locate(locator, inputs, runner) {
      const parsed = safeParse(schema, locator)
      if (parsed.success) return locate(parsed.output, inputs, runner)
      const [issue] = parsed.issues
      const path = getDotPath(issue)
      throw new LocatorError(path ? `at "${path}": ${issue.message}` : issue.message)
    },
  }
}
