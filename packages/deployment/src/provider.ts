import { describeIssue, type Input, type InputValues, type Runner } from '@ci-actions/kit'
import { type GenericSchema, safeParse } from 'valibot'
import type { DeployOptions } from './options.ts'
import type { Target } from './target.ts'

type InputGroup = Readonly<Record<string, Input<unknown>>>

/** A deployment platform. Large code, such as the AWS client, is loaded only when targets are created. */
export interface Provider<I extends InputGroup, R extends InputGroup> {
  /** The name in inputs and records. */
  readonly name: string
  /** The inputs of a deploy that is followed to its end. */
  readonly inputs: I
  /** The inputs of a rollback, beside the locator. */
  readonly rollbackInputs: R
  /** A locator as YAML that can be copied, such as `{cluster: prod, service: api}`. */
  readonly exampleLocator: string
  /**
   * Returns the targets to deploy.
   *
   * @throws InputError if the inputs contradict each other
   */
  targets(inputs: InputValues<I> & DeployOptions, runner: Runner): Promise<Target[]>
  /**
   * Returns the target of a locator, for a rollback.
   *
   * @throws LocatorError if it is not a locator of this provider
   */
  locate(locator: unknown, inputs: InputValues<R>, runner: Runner): Promise<Target>
}

/** An invalid locator. The message is the end of a sentence. */
export class LocatorError extends Error {}

/** A provider as its folder defines it, with the schema of its locators. */
export interface ProviderDefinition<I extends InputGroup, R extends InputGroup, L>
  extends Omit<Provider<I, R>, 'locate'> {
  /** Identifies a target; stored in a record as `target`, with the record's name. */
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
      throw new LocatorError(describeIssue(issue, schema) ?? issue.message)
    },
  }
}
