import { Ambiguous } from '@ci-actions/http'
import type { Deadline } from '@ci-actions/wait'
import { array, type InferOutput, nullable, number, object, optional, string } from 'valibot'
import { fitMarkdown } from './body.ts'
import type { Github } from './client.ts'

/** A comment that a pull request has once, however often it is written. */
export interface Sticky {
  /** `owner/name`. */
  readonly repository: string
  readonly pullRequest: number
  /** Which comment it is; one action may keep several. */
  readonly id: string
  readonly body: string
}

export interface StickyResult {
  readonly did: 'created' | 'updated' | 'unchanged'
  readonly url: string
}

/** What a comment may hold; GitHub answers 422 to more. */
const longestBody = 65_536

const commentShape = object({
  id: number(),
  body: optional(string(), ''),
  html_url: string(),
  user: nullable(object({ login: string() })),
})
const viewerShape = object({ data: object({ viewer: object({ login: string() }) }) })

type Comment = InferOutput<typeof commentShape>

/** Only a workflow of this repository writes as this user. */
const workflows = 'github-actions[bot]'

/**
 * Writes the comment where it is, or creates it. It is known by a marker at its begin and by its
 * author, so that nobody can put another one in its place.
 *
 * @throws as `Github.ask`
 */
export async function keepSticky(
  github: Github,
  sticky: Sticky,
  deadline: Deadline,
): Promise<StickyResult> {
  const marker = markerOf(sticky.id)
  const body = `${marker}\n${fitMarkdown(sticky.body, longestBody - marker.length - 1)}`
  const known = await find(github, sticky, marker, deadline)
  if (known?.body === body) return { did: 'unchanged', url: known.html_url }
  if (known) {
    const path = `/repos/${sticky.repository}/issues/comments/${known.id}`
    const question = { method: 'PATCH', path, json: { body }, repeatable: true } as const
    const { html_url } = await github.ask(question, commentShape, deadline)
    return { did: 'updated', url: html_url }
  }
  const created = await create(github, sticky, marker, body, deadline)
  return { did: 'created', url: created.html_url }
}

/** The marker of a comment: an HTML comment, in which no `--` may stand. */
export function markerOf(id: string): string {
  return `<!-- ci-actions: ${encodeURIComponent(id.toWellFormed()).replaceAll('-', '%2D')} -->`
}

/** After a lost answer it is looked up whether the comment is there; it is not sent blindly again. */
async function create(
  github: Github,
  sticky: Sticky,
  marker: string,
  body: string,
  deadline: Deadline,
): Promise<Comment> {
  const path = commentsOf(sticky)
  const send = () => github.ask({ method: 'POST', path, json: { body } }, commentShape, deadline)
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof Ambiguous)) throw error
    await deadline.sleep(1000)
    return (await find(github, sticky, marker, deadline)) ?? (await send())
  }
}

async function find(
  github: Github,
  sticky: Sticky,
  marker: string,
  deadline: Deadline,
): Promise<Comment | undefined> {
  const comments = await github.list(commentsOf(sticky), array(commentShape), deadline)
  const marked = comments.filter(({ body }) => body.startsWith(marker))
  const own = marked.find(({ user }) => user?.login === workflows)
  if (own || marked.length === 0) return own
  const self = await viewer(github, deadline)
  return marked.find(({ user }) => user?.login === self)
}

/** Who the token speaks for: a person, or an app as `name[bot]`. */
async function viewer(github: Github, deadline: Deadline): Promise<string> {
  const { data } = await github.query('{ viewer { login } }', viewerShape, deadline)
  return data.viewer.login
}

function commentsOf({ repository, pullRequest }: Sticky): string {
  return `/repos/${repository}/issues/${pullRequest}/comments`
}
