export interface Repository {
  /** `https://api.github.com` */
  readonly api: string
  /** `owner/name` */
  readonly repository: string
  readonly token: string
}

export interface ReleasePage {
  readonly tag: string
  readonly commit: string
  /** Markdown. */
  readonly notes: string
  /** Files to attach. */
  readonly assets: readonly Asset[]
}

export interface Asset {
  readonly name: string
  readonly content: Buffer
}

interface Found {
  readonly id: number
  readonly tag_name: string
  readonly draft: boolean
  readonly upload_url: string
}

/**
 * Publishes the GitHub release of a version. The moving tag gets none, because a tag with a release may become
 * immutable. The release stays a draft until all files are attached, because publishing locks it. An incomplete draft
 * is replaced.
 *
 * @see https://docs.github.com/rest/releases/releases
 */
export async function publishRelease(
  where: Repository,
  { tag, commit, notes, assets }: ReleasePage,
  say: (line: string) => void,
): Promise<void> {
  const releases = `${where.api}/repos/${where.repository}/releases`
  const wanted = { tag_name: tag, target_commitish: commit, name: tag, body: notes, draft: true }
  const known = await find(where, releases, tag)
  if (known && !known.draft) {
    say(`The release page of ${tag} is already published.`)
    return
  }
  if (known) {
    // Its files may be truncated, or from another run than this attestation.
    await ask(where, 'DELETE', `${releases}/${known.id}`)
    say(`Replacing an incomplete draft of ${tag}.`)
  }
  const draft = await create(where, releases, wanted)
  for (const { name, content } of assets) {
    const address = `${draft.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`
    await ask(where, 'POST', address, content)
    say(`Attached ${name}.`)
  }
  // GitHub decides by date and version, because the page of an older version may be published later.
  await ask(where, 'PATCH', `${releases}/${draft.id}`, { draft: false, make_latest: 'legacy' })
  say(`The release page of ${tag} is published.`)
}

/** Finds a release in the list, because drafts cannot be found by tag. */
async function find(where: Repository, releases: string, tag: string): Promise<Found | undefined> {
  for (let page = 1; ; page++) {
    const list = await ask(where, 'GET', `${releases}?per_page=100&page=${page}`)
    const rows: unknown[] = Array.isArray(list) ? list : []
    const found = rows.map(releaseOf).find(({ tag_name }) => tag_name === tag)
    if (found || rows.length < 100) return found
  }
}

/** Creates the draft. If the response is lost, looks it up, because there must be only one. */
async function create(where: Repository, releases: string, wanted: object & { tag_name: string }) {
  try {
    return releaseOf(await ask(where, 'POST', releases, wanted))
  } catch (error) {
    if (error instanceof NotDone) throw error
    const found = await find(where, releases, wanted.tag_name)
    if (!found) throw error
    return found
  }
}

function releaseOf(json: unknown): Found {
  if (!isRelease(json)) throw new Error('The response of GitHub is not a release.')
  return json
}

function isRelease(json: unknown): json is Found {
  if (typeof json !== 'object' || json === null) return false
  const { id, tag_name, draft, upload_url }: Partial<Record<keyof Found, unknown>> = json
  return (
    typeof id === 'number' &&
    typeof tag_name === 'string' &&
    typeof draft === 'boolean' &&
    typeof upload_url === 'string'
  )
}

/** GitHub responded with an error. */
class NotDone extends Error {}

const tries = 3

/** Sends a request once, or up to three times if it can be repeated. */
async function ask(
  { token }: Repository,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body?: object | Buffer,
): Promise<unknown> {
  const isFile = Buffer.isBuffer(body)
  for (let time = 1; ; time++) {
    try {
      const response = await fetch(address, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'content-type': isFile ? 'application/octet-stream' : 'application/json',
        },
        body: isFile ? new Uint8Array(body) : body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(60_000),
      })
      if (response.status === 204) return
      if (response.ok) return await response.json()
      const said = `GitHub answered ${response.status} to ${method} ${address}: ${await response.text()}`
      throw response.status < 500 ? new NotDone(said) : new Error(said)
    } catch (error) {
      // A POST is not repeated blindly; the other methods are idempotent.
      if (error instanceof NotDone || method === 'POST' || time === tries) throw error
    }
  }
}
