import { dropped, type RecordFormat, type RecordLayout } from './record-format.ts'

/** An element as the texts around its numbers, with the place of each number. */
export interface Template {
  readonly texts: readonly string[]
  readonly places: readonly number[]
  readonly kind: number
}

const openTag = /^<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*)\s*\/?>/
const attribute = /([^\s=<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const tags = /<\/?([^\s/>!?]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"&]*"|'[^'&]*'))*\s*\/?>\s*/g

/** The text is well-formed; of what is no plain element nothing is learnt. */
export function templateOf(text: string, form: RecordFormat): Template | undefined {
  const [tag = '', name, list = ''] = openTag.exec(text) ?? []
  if (name !== form.element) return undefined
  const inside = text.slice(tag.length)
  const tagsInside = Array.from(inside.matchAll(tags), ([, its = '']) => its)
  const isPlain = inside.replace(tags, '').trim() === ''
  if (!isPlain || tagsInside.some((its) => its !== name && !form.inside.includes(its)))
    return undefined
  const attributes = Array.from(list.matchAll(attribute), ([, its = '', one, other]) => [
    its,
    one ?? other ?? '',
  ])
  const layout = form.layoutOf(Object.fromEntries(attributes))
  return layout && cut(text, tag.length, layout)
}

/** Cuts the numbers out of the values of the attributes: those of the tag as its layout says, others all. */
function cut(text: string, tag: number, { kind, numbers }: RecordLayout): Template | undefined {
  const texts: string[] = []
  const places: number[] = []
  let end = 0
  for (const found of text.matchAll(attribute)) {
    const [whole, its = '', one, other] = found
    const value = one ?? other ?? ''
    const digits = Array.from(value.matchAll(/\d+/g))
    const isOwn = found.index < tag
    const itsPlaces = isOwn ? ownOf(numbers, its) : undefined
    if (itsPlaces && itsPlaces.length !== digits.length) return undefined
    const from = found.index + whole.length - 1 - value.length
    digits.forEach((run, i) => {
      texts.push(text.slice(end, from + run.index))
      places.push(itsPlaces?.[i] ?? dropped)
      end = from + run.index + run[0].length
    })
  }
  return { texts: [...texts, text.slice(end)], places, kind }
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
