import { ActionError } from '@ci-actions/kit'
import { JsonReader } from '../parse/json/reader.ts'
import { openText, type TextFile } from '../parse/text-file.ts'
import { xmlNames } from '../parse/xml/names.ts'
import { XmlReader } from '../parse/xml/reader.ts'

/** The beginning of a report, for detecting its format. */
export interface Head {
  /** The first characters, without leading blanks. */
  readonly text: string
  /** The outline of the JSON in these characters; undefined if it is not JSON. */
  readonly json: JsonOutline | undefined
  /**
   * Whether it is XML with this root and one of these child elements, each given as a name or `name[attribute]`. An
   * empty root needs one of the attributes instead. The root alone is not enough: it is `coverage` in Cobertura,
   * Clover, SonarQube, NCover and others.
   */
  isXml(root: string, elements: readonly string[], attributes?: readonly string[]): boolean
}

/** The shape of a JSON text: an object is a map, and any number is 0. Values below the eighth level are null. */
export type JsonOutline =
  | ReadonlyMap<string, JsonOutline>
  | readonly JsonOutline[]
  | string
  | number
  | boolean
  | null

const headSize = 64 * 1024
/** How many bytes of a report are read, at most, to find an element that identifies its format. */
const maxBytes = 512 * 1024

export function readHead(file: string): Head {
  const text = readText(file).trimStart()
  let outline: JsonOutline | undefined
  const rootName = parseRootName(text)
  return {
    text,
    get json() {
      outline ??= /^[{[]/.test(text) ? readOutline(text) : undefined
      return outline
    },
    isXml: (root, ...signature) => {
      // Avoids creating a reader for a different root.
      const mayBe = text.startsWith('<') && (rootName ?? root) === root
      return mayBe && isXml(file, root, ...signature)
    },
  }
}

/** Returns the name of the root element, or undefined if only a reader can find it. */
function parseRootName(text: string): string | undefined {
  const prolog =
    /^(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE(?:[^>["']|"[^"]*"|'[^']*')*>)*/
  const rest = text.slice(prolog.exec(text)?.[0].length)
  return /^<([^\s/>!?]+)/.exec(rest)?.[1]
}

/** Whether there is a value at the end of the path; `*` is any member. */
export function hasPath(json: JsonOutline | undefined, ...path: readonly string[]): boolean {
  return valuesAt(json, ...path).length > 0
}

/** Returns the values at the end of the path; `*` is any member. */
export function valuesAt(json: JsonOutline | undefined, ...path: readonly string[]): JsonOutline[] {
  if (json === undefined) return []
  const [key, ...rest] = path
  if (key === undefined) return [json]
  return membersOf(json).flatMap(([name, value]) => {
    return key === '*' || key === name ? valuesAt(value, ...rest) : []
  })
}

/** Returns the members of an object or a list, by key or index. */
export function membersOf(json: JsonOutline): [string, JsonOutline][] {
  if (json instanceof Map) return [...json]
  return Array.isArray(json) ? Object.entries<JsonOutline>(json) : []
}

function readText(file: string): string {
  const opened = openText(file)
  try {
    const bytes = Buffer.alloc(headSize)
    let size = 0
    for (let count = -1; count !== 0 && size < headSize; size += count)
      count = opened.read(bytes, size)
    return bytes.toString('utf8', 0, size)
  } finally {
    opened.close()
  }
}

function isXml(
  file: string,
  root: string,
  elements: readonly string[],
  attributes: readonly string[] = [],
): boolean {
  const children = elements.map((element) => /^(.+?)(?:\[(.+)\])?$/.exec(element) ?? [])
  const words = [root, ...attributes, ...children.flatMap(([, ...parts]) => parts.filter(Boolean))]
  const names = xmlNames(...new Set(words))
  const opened = openText(file)
  let size = 0
  const counted: TextFile = {
    read(into, at) {
      const count = opened.read(into, at)
      size += count
      return count
    },
    close() {},
  }
  try {
    const xml = new XmlReader(counted, names)
    if (!xml.nextOpen() || xml.name !== names[root]) return false
    const hasAttribute = attributes.some((attribute) => xml.has(names[attribute] ?? 0))
    let isEmpty = true
    while (xml.nextOpen(1)) {
      isEmpty = false
      const isKnown = children.some(([, name = '', attribute]) => {
        return xml.name === names[name] && (!attribute || xml.has(names[attribute] ?? 0))
      })
      if (isKnown) return true
      const { depth } = xml
      // An element after this much other content does not identify the format.
      while (xml.nextOpen(depth)) if (size > maxBytes) return false
    }
    return isEmpty && hasAttribute
  } finally {
    opened.close()
  }
}

/** Returns the outline up to the end of the text or of the valid JSON. */
function readOutline(text: string): JsonOutline | undefined {
  const top: JsonOutline[] = []
  try {
    addOutline(new JsonReader(textFile(text)), 0, (value) => top.push(value))
  } catch (error) {
    // The text continues after the head, or its format will report the error.
    if (!(error instanceof ActionError)) throw error
  }
  return top[0]
}

const maxDepth = 8

/** Adds the next value. An object or list is added before its members, so that an incomplete one is included. */
function addOutline(json: JsonReader, depth: number, add: (value: JsonOutline) => void): void {
  const kind = json.kind()
  if (kind === '"') add(json.text())
  else if (kind === '{' && depth < maxDepth) {
    const members = new Map<string, JsonOutline>()
    add(members)
    json.object()
    while (json.key()) {
      const name = json.name()
      addOutline(json, depth + 1, (value) => members.set(name, value))
    }
  } else if (kind === '[' && depth < maxDepth) {
    const elements: JsonOutline[] = []
    add(elements)
    json.array()
    while (json.element()) addOutline(json, depth + 1, (value) => elements.push(value))
  } else {
    json.skip()
    add(kind === '0' ? 0 : kind === 't' ? true : kind === 'f' ? false : null)
  }
}

function textFile(text: string): TextFile {
  let rest: Uint8Array = Buffer.from(text)
  return {
    read(into, at) {
      const piece = rest.subarray(0, into.length - at)
      into.set(piece, at)
      rest = rest.subarray(piece.length)
      return piece.length
    },
    close() {},
  }
}
