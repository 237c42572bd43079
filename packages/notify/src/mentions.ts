import { type InputParser, list, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { string } from 'valibot'
import type { NotifyInputs } from './inputs.ts'
import { appearance, type Outcome } from './outcome.ts'

/** Fits into a message together with everything else. */
const maxMentions = 25

/** People to mention, one per line; parsed to the platform's markup. */
export function mentionList(mention: InputParser<string>): InputParser<string[]> {
  return {
    async parse(value) {
      const mentions = await list(mention).parse(value)
      if (mentions.length > maxMentions) {
        throw new ValidationError(`at most ${maxMentions} lines`, `${mentions.length} lines`)
      }
      return mentions
    },
  }
}

const logins = yaml(
  mapOf(string('an id must be in quotes')),
  'a map of GitHub logins to ids, such as "octocat: \'012345\'"',
)

/** A map of GitHub logins to ids; parsed to lower-case logins and the platform's markup. */
export function mentionMap(mention: InputParser<string>): InputParser<ReadonlyMap<string, string>> {
  return {
    async parse(value) {
      const entries = Object.entries(await logins.parse(value)).map(async ([login, id]) => {
        const [markup = ''] = await list(mention).parse(id)
        return [login.toLowerCase(), markup] as const
      })
      return new Map(await Promise.all(entries))
    },
  }
}

/** Whom to mention, and for which results. */
export interface MentionInputs {
  readonly mention?: readonly string[] | undefined
  readonly mentionMap?: ReadonlyMap<string, string> | undefined
  readonly mentionOn: NotifyInputs['mentionOn']
}

/**
 * Returns the mentions for a result: those of `mention`, and of the first login in `mentionMap`.
 *
 * @param logins the author and the actor of the run
 */
export function resolveMentions(
  inputs: MentionInputs,
  outcome: Outcome,
  logins: readonly (string | undefined)[],
): string[] {
  if (!shouldMention(inputs.mentionOn, outcome)) return []
  const mapped = logins
    .map((login) => login && inputs.mentionMap?.get(login.toLowerCase()))
    .find((mention) => mention !== undefined)
  return [...new Set([...(inputs.mention ?? []), ...(mapped ? [mapped] : [])])]
}

/** Whether people are mentioned for a result. */
export function shouldMention(mentionOn: NotifyInputs['mentionOn'], outcome: Outcome): boolean {
  const { severity } = appearance(outcome)
  return mentionOn === 'always' || severity === (mentionOn === 'failure' ? 'bad' : 'good')
}
