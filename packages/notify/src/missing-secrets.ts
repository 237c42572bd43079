import type { Runner } from '@ci-actions/kit'
import { nullable, object, optional, safeParse, string } from 'valibot'

const eventSchema = object({
  pull_request: optional(
    object({ head: object({ repo: nullable(object({ full_name: string() })) }) }),
  ),
})

/**
 * Whether GitHub withholds secrets from this run, as for pull requests from forks and for Dependabot.
 *
 * @see https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets
 */
export function lacksSecrets({ run, event }: Runner): boolean {
  if (run.actor === 'dependabot[bot]') return true
  const parsed = safeParse(eventSchema, event)
  const head = parsed.success ? parsed.output.pull_request?.head : undefined
  return head !== undefined && head.repo?.full_name !== run.repository
}
