/** An object of JSON with all of its members, also those that have the same name. */
export type Members = readonly (readonly [string, Json])[]
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly members: Members }

export function parse(text: string): Json {
  JSON.parse(text)
  const tokens = text.match(/"(?:[^"\\]|\\[\s\S])*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? []
  let at = 0
  const value = (): Json => {
    const token = tokens[at++] ?? ''
    if (token === '[') {
      const elements: Json[] = []
      while (tokens[at] !== ']') {
        elements.push(value())
        if (tokens[at] === ',') at++
      }
      at++
      return elements
    }
    if (token !== '{') return JSON.parse(token)
    const members: [string, Json][] = []
    while (tokens[at] !== '}') {
      const name: string = JSON.parse(tokens[at] ?? '')
      at += 2
      members.push([name, value()])
      if (tokens[at] === ',') at++
    }
    at++
    return { members }
  }
  return value()
}

export function membersOf(json: Json | undefined): Members {
  if (json === undefined) return []
  if (typeof json !== 'object' || json === null || !('members' in json))
    throw new Error('no object')
  return json.members
}

export function listOf(json: Json | undefined): readonly Json[] {
  if (json === undefined) return []
  if (!Array.isArray(json)) throw new Error('no list')
  return json
}

/** The member of this name; the last one, if there are several. */
export function get(json: Json | undefined, name: string): Json | undefined {
  return membersOf(json).findLast(([key]) => key === name)?.[1]
}

export function isHit(json: Json | undefined): boolean {
  return typeof json === 'number' && json > 0
}
