import { posix } from 'node:path'

/** Where Lambda has the code and the layers of a function: links there are meant for it. */
const ofLambda = /^\/(opt|var\/task)(\/|$)/

/** Whether a link in a package leads to a place that there is for the function, by its text alone. */
export function leadsWithin(path: string, to: string): boolean {
  if (to.startsWith('/')) return ofLambda.test(posix.normalize(to))
  const place = posix.join(posix.dirname(path), to)
  return place !== '..' && !place.startsWith('../')
}
