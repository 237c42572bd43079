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
 * The release on GitHub, of the version only: a tag with a release may become immutable, and the
 * moving tag has to move. It stays a draft until everything is attached, for then it is locked. A
 * draft that was left half-way is made anew.
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
    say(`The release page of ${tag} is published already.`)
    return
  }
  if (known) {
    // What is attached to it may be cut off, or of another run than the attestation of this one.
    await ask(where, 'DELETE', `${releases}/${known.id}`)
    say(`A draft of ${tag} was left; it is made anew.`)
  }
  const draft = await create(where, releases, wanted)
  for (const { name, content } of assets) {
    const address = `${draft.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`
    await ask(where, 'POST', address, content)
    say(`Attached ${name}.`)
  }
  // GitHub goes by date and version: the page of an older version may be finished late.
  await ask(where, 'PATCH', `${releases}/${draft.id}`, { draft: false, make_latest: 'legacy' })
  say(`The release page of ${tag} is published.`)
}

/** Drafts are not found by their tag, only in the list. */
async function find(where: Repository, releases: string, tag: string): Promise<Found | undefined> {
  for (let page = 1; ; page++) {
    const list = await ask(where, 'GET', `${releases}?per_page=100&page=${page}`)
    const rows: unknown[] = Array.isArray(list) ? list : []
    const found = rows.map(releaseOf).find(({ tag_name }) => tag_name === tag)
    if (found || rows.length < 100) return found
  }
}

/** A lost answer is looked up, for there may be one draft only. */
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

/** GitHub has answered, and the answer is no. */
class NotDone extends Error {}

const tries = 3

/** Asks once, and a question that changes nothing up to three times. */
async function ask(
  { token }: Repository,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body?: object | Buffer,
): Promise<unknown> {
  const isFile = Buffer.isBuffer(body)
  for (let time = 1; ; time++) {
    try {
      const answer = await fetch(address, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'content-type': isFile ? 'application/octet-stream' : 'application/json',
        },
        body: isFile ? new Uint8Array(body) : body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(60_000),
      })
      if (answer.status === 204) return
      if (answer.ok) return await answer.json()
      const said = `GitHub answered ${answer.status} to ${method} ${address}: ${await answer.text()}`
      throw answer.status < 500 ? new NotDone(said) : new Error(said)
    } catch (error) {
      // To publish twice is to publish once; what creates is not sent again unseen.
      if (error instanceof NotDone || method === 'POST' || time === tries) throw error
    }
  }
}
