import { posix } from 'node:path'

/** The folders of the code and the layers of a function in Lambda. */
const ofLambda = /^\/(opt|var\/task)(\/|$)/

/** Whether a link in a package points to a place that exists in Lambda, judged by its text alone. */
export function leadsWithin(path: string, to: string): boolean {
  if (to.startsWith('/')) return ofLambda.test(posix.normalize(to))
  const place = posix.join(posix.dirname(path), to)
  return place !== '..' && !place.startsWith('../')
}
