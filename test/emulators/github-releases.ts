import { array, boolean, number, object, optional, parse, strictObject, string } from 'valibot'
import { faultPlayer, type Rule } from './faults.ts'
import { read } from './record-request.ts'
import { type Answer, listen, type Received, send } from './server.ts'

/** A release as a person sees it. */
export interface Release {
  readonly id: number
  readonly tag: string
  readonly commit: string
  draft: boolean
  readonly notes: string
  /** The names of the files attached, each with how many bytes it has. */
  readonly assets: Record<string, number>
}

export interface ReleasesServer {
  readonly url: string
  readonly releases: readonly Release[]
  readonly requests: readonly Received[]
  play(rules: readonly Rule[]): void
  close(): Promise<void>
}

const createShape = strictObject({
  tag_name: string(),
  target_commitish: optional(string()),
  name: optional(string()),
  body: optional(string(), ''),
  draft: optional(boolean(), false),
})
const updateShape = strictObject({ draft: optional(boolean()), make_latest: optional(string()) })
const releaseShape = object({
  id: number(),
  tag_name: string(),
  target_commitish: string(),
  draft: boolean(),
  body: string(),
  upload_url: string(),
  assets: array(object({ name: string(), size: number() })),
})

/** The releases of org/ci-actions on GitHub; a published one is locked, as immutable releases are. */
export async function startReleases(token: string): Promise<ReleasesServer> {
  const releases: Release[] = []
  const requests: Received[] = []
  const faults = faultPlayer()
  const answer = (received: Received): Answer => {
    const { method, path, query, headers, body } = received
    if (headers.authorization !== `Bearer ${token}`) return refused(401, 'Bad credentials')
    const [, rest = '?'] = /^\/repos\/org\/ci-actions\/releases(.*)$/.exec(path) ?? []
    if (method === 'GET' && rest === '') {
      const [size, page] = [Number(query.get('per_page') ?? 30), Number(query.get('page') ?? 1)]
      const rows = releases.toReversed().slice((page - 1) * size, page * size)
      return { status: 200, body: JSON.stringify(rows.map(told)) }
    }
    if (method === 'POST' && rest === '') {
      const {
        tag_name: tag,
        target_commitish,
        body: notes,
        draft,
      } = read(createShape, JSON.parse(body))
      const commit = target_commitish ?? 'main'
      const release = { id: (releases.at(-1)?.id ?? 0) + 1, tag, commit, draft, notes, assets: {} }
      releases.push(release)
      return { status: 201, body: JSON.stringify(told(release)) }
    }
    const release = releases.find(({ id }) => rest.startsWith(`/${id}`))
    if (!release) return refused(404, 'Not Found')
    if (!release.draft) return refused(422, 'Cannot change an immutable release')
    if (method === 'DELETE') {
      releases.splice(releases.indexOf(release), 1)
      return { status: 204, body: '' }
    }
    if (method === 'PATCH') {
      release.draft = read(updateShape, JSON.parse(body)).draft ?? release.draft
      return { status: 200, body: JSON.stringify(told(release)) }
    }
    if (method !== 'POST' || !rest.endsWith('/assets')) return refused(404, 'Not Found')
    const name = query.get('name') ?? ''
    if (name in release.assets) return refused(422, 'Validation Failed: already_exists')
    release.assets[name] = Buffer.byteLength(body)
    return { status: 201, body: JSON.stringify({ name }) }
  }
  const server = await listen((received, response) => {
    requests.push(received)
    const fault = faults.faultFor(received)
    if (fault) fault(() => answer(received), response)
    else send(response, answer(received))
  })
  const told = ({ id, tag, commit, draft, notes, assets }: Release) =>
    parse(releaseShape, {
      id,
      tag_name: tag,
      target_commitish: commit,
      draft,
      body: notes,
      upload_url: `${server.url}/repos/org/ci-actions/releases/${id}/assets{?name,label}`,
      assets: Object.entries(assets).map(([name, size]) => ({ name, size })),
    })
  return { url: server.url, releases, requests, play: faults.play, close: server.close }
}

function refused(status: number, message: string): Answer {
  return { status, body: JSON.stringify({ message }) }
}
