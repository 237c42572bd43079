import { type InputParser, list, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { string } from 'valibot'
import type { NoticeGiven } from './inputs.ts'
import { lookOf, type Outcome } from './outcome.ts'

/** So many fit into a message beside everything else. */
const most = 25

/** Who is called, one a line, as the platform's markup. */
export function mentions(mention: InputParser<string>): InputParser<string[]> {
  return {
    async parse(given) {
      const all = await list(mention).parse(given)
      if (all.length > most)
        throw new ValidationError(`at most ${most} lines`, `${all.length} lines`)
      return all
    },
  }
}

const logins = yaml(
  mapOf(string('an id must stand in quotes')),
  'a map of GitHub logins to ids, such as "octocat: \'012345\'"',
)

/** Who is called for whom: GitHub logins, in lower case, to the platform's markup. */
export function mentionMap(mention: InputParser<string>): InputParser<ReadonlyMap<string, string>> {
  return {
    async parse(given) {
      const entries = Object.entries(await logins.parse(given)).map(async ([login, id]) => {
        const [markup = ''] = await list(mention).parse(id)
        return [login.toLowerCase(), markup] as const
      })
      return new Map(await Promise.all(entries))
    },
  }
}

/** Who is called, and when; nobody where neither `mention` nor `mentionMap` names any. */
export interface Callable {
  readonly mention?: readonly string[] | undefined
  readonly mentionMap?: ReadonlyMap<string, string> | undefined
  readonly mentionOn: NoticeGiven['mentionOn']
}

/**
 * Who is to be called for an outcome: whom `mention` names, and the first of the people the run is of, by
 * their logins, that the map knows.
 */
export function called(
  given: Callable,
  outcome: Outcome,
  people: readonly (string | undefined)[],
): string[] {
  if (!calls(given.mentionOn, outcome)) return []
  const mapped = people
    .map((login) => login && given.mentionMap?.get(login.toLowerCase()))
    .find((one) => one !== undefined)
  return [...new Set([...(given.mention ?? []), ...(mapped ? [mapped] : [])])]
}

/** Whether an outcome is one that somebody is to be called for. */
export function calls(on: NoticeGiven['mentionOn'], outcome: Outcome): boolean {
  const { tone } = lookOf(outcome)
  return on === 'always' || tone === (on === 'failure' ? 'bad' : 'good')
}
