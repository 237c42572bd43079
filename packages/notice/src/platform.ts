import type { Input, InputValues } from '@ci-actions/kit'
import type { Channel } from './notify.ts'

type InputGroup = Readonly<Record<string, Input<unknown>>>

/** A channel, and whom a message there mentions. */
export interface MentioningChannel extends Channel {
  readonly mention: readonly string[] | undefined
}

/** A chat platform, for actions that write to each of them and prefix its inputs with its name. */
export interface Platform<I extends InputGroup> {
  /** What a person calls it: `Slack`. */
  readonly name: string
  readonly inputs: I
  /**
   * Returns where to write: undefined when no input asks for it; without a destination where somebody
   * is to be mentioned, and the address is missing.
   *
   * @throws InputError when the inputs do not fit together
   */
  channel(inputs: InputValues<I>): MentioningChannel | undefined
}

/** A platform as its folder defines it; `channel` has the types of its inputs. */
export function definePlatform<I extends InputGroup>(platform: Platform<I>): Platform<I> {
  return platform
}
