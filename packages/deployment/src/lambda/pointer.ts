import { quote } from '@ci-actions/kit'
import type { Alias } from './api.ts'

/**
 * What we leave in the description of a version, and of the alias that leads to it: which version was
 * there before, the commit, and the run. With it a rollback needs no record.
 */
export interface Pointer {
  readonly prev?: string | undefined
  readonly sha?: string | undefined
  readonly run?: string | undefined
}

const pointerAtEnd = /(?:^|\s)((?:prev|sha|run)=\w*(?:;(?:prev|sha|run)=\w*)*)$/

/** The pointer at the end of a description, as far as there is one. */
export function readPointer(description: string | null | undefined): Pointer {
  const [, pointer = ''] = pointerAtEnd.exec(description ?? '') ?? []
  return Object.fromEntries(
    pointer
      .split(';')
      .map((pair) => pair.split('='))
      .filter(([, value]) => value),
  )
}

/** The longest description that Lambda takes. */
const mostCharacters = 256

/** The pointer behind what somebody has written there: `Production prev=12;sha=1a2b3c4;run=42`. */
export function withPointer(description: string | null | undefined, pointer: Pointer): string {
  const { prev, sha, run } = pointer
  const text = Object.entries({ prev, sha, run })
    .filter(([, value]) => value)
    .map((pair) => pair.join('='))
    .join(';')
  const words = (description ?? '').replace(pointerAtEnd, '').trim()
  return `${words.slice(0, mostCharacters - text.length - 1)} ${text}`.trim()
}

/** Who has set an alias as it is, as far as it tells. */
export function sayWho({ Description }: Alias): string {
  const { run } = readPointer(Description)
  if (run) return `run ${run}`
  return Description
    ? `its description is ${quote(Description)}`
    : 'its description does not say by whom'
}
