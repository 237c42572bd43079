/** The rows of the page that is asked for. */
export function pageOf<T>(rows: readonly T[], query: URLSearchParams): T[] {
  const { size, page } = asked(query)
  return rows.slice((page - 1) * size, page * size)
}

/**
 * The `Link` header that tells the other pages, which is not there for a single page.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
export function linksOf(count: number, path: string, query: URLSearchParams): { link?: string } {
  const { size, page } = asked(query)
  const last = Math.max(1, Math.ceil(count / size))
  const links = Object.entries({
    ...(page > 1 && { prev: page - 1 }),
    ...(page < last && { next: page + 1, last }),
    ...(page > 1 && { first: 1 }),
  }).map(([rel, to]) => {
    const others = new URLSearchParams({ ...Object.fromEntries(query), page: String(to) })
    return `<https://api.github.com${path}?${others}>; rel="${rel}"`
  })
  return links.length === 0 ? {} : { link: links.join(', ') }
}

function asked(query: URLSearchParams): { size: number; page: number } {
  return {
    size: Math.min(100, Number(query.get('per_page') ?? 30)),
    page: Number(query.get('page') ?? 1),
  }
}
