import { dropped, type RecordFormat, type RecordLayout } from './record-format.ts'

/** An element as the texts around its numbers, with the index of each number in the record. */
export interface Template {
  readonly texts: readonly string[]
  readonly places: readonly number[]
  readonly kind: number
}

const openTag = /^<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*)\s*\/?>/
const attribute = /([^\s=<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const tags = /<\/?([^\s/>!?]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*\/?>\s*/g

/** Returns the template of a well-formed element; undefined if it contains anything but plain elements. */
export function parseTemplate(text: string, format: RecordFormat): Template | undefined {
  const [tag = '', name, list = ''] = openTag.exec(text) ?? []
  if (name !== format.element) return undefined
  const inside = text.slice(tag.length)
  const tagsInside = Array.from(inside.matchAll(tags), ([, tagName = '']) => tagName)
  const isPlain = inside.replace(tags, '').trim() === ''
  if (
    !isPlain ||
    tagsInside.some((tagName) => tagName !== name && !format.inside.includes(tagName))
  )
    return undefined
  const attributes = Array.from(list.matchAll(attribute), ([, key = '', double, single]) => [
    key,
    double ?? single ?? '',
  ])
  const layout = format.layoutOf(Object.fromEntries(attributes))
  return layout && split(text, tag.length, layout)
}

/** Splits an element at the numbers in its attributes. The layout applies to the tag; other numbers are dropped. */
function split(text: string, tag: number, { kind, numbers }: RecordLayout): Template | undefined {
  const texts: string[] = []
  const places: number[] = []
  let end = 0
  for (const found of text.matchAll(attribute)) {
    const [whole, key = '', double, single] = found
    const value = double ?? single ?? ''
    const digits = Array.from(value.matchAll(/\d+/g))
    const isOwn = found.index < tag
    const indices = isOwn ? ownOf(numbers, key) : undefined
    if (indices && indices.length !== digits.length) return undefined
    const from = found.index + whole.length - 1 - value.length
    digits.forEach((run, i) => {
      texts.push(text.slice(end, from + run.index))
      places.push(indices?.[i] ?? dropped)
      end = from + run.index + run[0].length
    })
  }
  return { texts: [...texts, text.slice(end)], places, kind }
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
