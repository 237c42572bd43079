import { SaxesParser } from 'saxes'
import { positive } from './project.ts'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const comments = /<!--[\s\S]*?-->/g
/** What stands before the root; of no interest as long as it ends. */
const prolog =
  /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!DOCTYPE(?:"[^"]*"|'[^']*'|[^>"'[])*(?:\[[\s\S]*?\]\s*)?>)*/

export function xml(text: string): Element {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', (error) => {
    // The action looks at the attributes it reads, and at no others.
    if (!/duplicate attribute/.test(error.message)) throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (more: string): void => {
    const last = open.at(-1)
    if (last) last.text += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => open.pop())
  parser.write(text.replace(comments, '').replace(prolog, '')).close()
  const [root] = top.children
  if (!root) throw new Error('no element')
  return root
}

/** All elements below, in the order of the document. */
export function* below(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child
    yield* below(child)
  }
}

/** Those of these names below, without what is in them. */
export function outermost(element: Element, ...names: string[]): Element[] {
  return element.children.flatMap((child) =>
    names.includes(child.name) ? [child] : outermost(child, ...names),
  )
}

export function number(element: Element, name: string): number | undefined {
  const value = element.attributes[name]
  if (value === undefined) return undefined
  if (!/^-?\d+$/.test(value)) throw new Error(`${name} is no number`)
  return Math.max(0, Number(value))
}

export function isPositive(element: Element, name: string): boolean {
  const value = element.attributes[name]
  return value !== undefined && positive(value)
}
