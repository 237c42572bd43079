import type { Input, InputValues } from '@ci-actions/kit'
import type { Channel } from './channel.ts'

type InputGroup = Readonly<Record<string, Input<unknown>>>

/** A channel, and the people to mention there. */
export interface MentioningChannel extends Channel {
  readonly mention: readonly string[] | undefined
}

/** A chat platform, for actions that send to several platforms and prefix the inputs of each with its name. */
export interface Platform<I extends InputGroup> {
  /** Display name: `Slack`. */
  readonly name: string
  readonly inputs: I
  /**
   * Returns the channel, or undefined if no input is set. If only people to mention are set, it has no
   * destination, which is then reported.
   *
   * @throws InputError when the inputs do not fit together
   */
  channel(inputs: InputValues<I>): MentioningChannel | undefined
}

/** Infers the types of the inputs that `channel` receives. */
export function definePlatform<I extends InputGroup>(platform: Platform<I>): Platform<I> {
  return platform
}
