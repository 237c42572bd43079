import type { Target } from '@ci-actions/deployment'
import type { Given, Runner } from '@ci-actions/kit'
import { type GenericSchema, getDotPath, safeParse } from 'valibot'
import type { inputs } from './inputs.ts'

export type Asked = Given<typeof inputs>

/** Where something can be taken back, and how to find it there. */
export interface Provider {
  /** A locator, as YAML: `serviceId: srv-…`. */
  readonly example: string
  /** What a locator means; in words what is wrong with it, when it is none. */
  target(locator: unknown, asked: Asked, runner: Runner): Promise<Target> | string
}

/** A provider, by the shape of its locators and what is made of one. */
export function provider<L>(
  example: string,
  shape: GenericSchema<unknown, L>,
  make: (locator: L, asked: Asked, runner: Runner) => Promise<Target>,
): Provider {
  return {
    example,
    target(locator, asked, runner) {
      const parsed = safeParse(shape, locator)
      if (parsed.success) return make(parsed.output, asked, runner)
      const [issue] = parsed.issues
      const path = getDotPath(issue)
      return path ? `at "${path}": ${issue.message}` : issue.message
    },
  }
}
