import type { Runner } from '@ci-actions/kit'
import { nullable, object, optional, safeParse, string } from 'valibot'

const eventShape = object({
  pull_request: optional(
    object({ head: object({ repo: nullable(object({ full_name: string() })) }) }),
  ),
})

/**
 * Whether GitHub hands this run no secrets: of a pull request from a fork, or of Dependabot.
 *
 * @see https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets
 */
export function getsNoSecrets({ run, event }: Runner): boolean {
  if (run.actor === 'dependabot[bot]') return true
  const parsed = safeParse(eventShape, event)
  const head = parsed.success ? parsed.output.pull_request?.head : undefined
  return head !== undefined && head.repo?.full_name !== run.repository
}
