import { cutEscape, type Span, spansInEscaped, unescaped } from './escapes.ts'

/** So much of a secret's beginning, where a text was cut, is a part of it and no chance. */
const minBeginning = 8

/** What is shorter protects nothing when it is hidden, and blanks out half of a log. */
const minLength = 4

/** What is shorter may also be a part of a word, and is hidden only where it stands alone. */
const minAnywhere = 8

/** JSON in JSON in HTML is the most that is met. */
const maxLayers = 3

/** One way to write a secret down. */
interface Form {
  readonly text: string
  /** How many characters before and after it hold bits of the secret and of what is beside it. */
  readonly before: number
  readonly after: number
  /** Whether it is also one within a word. */
  readonly isAnywhere: boolean
  /** Whether already its beginning is secret; what an address begins with is known to all. */
  readonly isOpaque: boolean
}

/** The secrets of this step, and how to keep them out of any text. */
export class Secrets {
  readonly #added = new Set<string>()
  readonly #forms = new Map<string, Form>()

  /** Whether the value is new, and one that can be hidden without blanking out half of a log. */
  add(secret: string): boolean {
    if (this.#added.has(secret) || isCommon(secret)) return false
    this.#added.add(secret)
    for (const form of encodedForms(secret)) this.#forms.set(form.text, form)
    return true
  }

  /** The text with `***` in place of each secret, in whatever form it is. */
  redact(text: string): string {
    return this.#forms.size === 0 ? text : blankOut(text, this.#spansIn(text, maxLayers))
  }

  /** All places are found before any is blanked out: secrets may overlap. */
  #spansIn(text: string, layers: number): Span[] {
    let found: Span[] = []
    for (const form of this.#forms.values()) {
      if (text.includes(form.text)) found = found.concat(findSpans(form, text))
    }
    if (text.includes('…')) found = found.concat(beginningsIn(text, [...this.#forms.values()]))
    const inner = layers === 0 ? text : unescaped(text)
    if (inner === text) return mergeSpans(found)
    return mergeSpans([...found, ...spansInEscaped(text, this.#spansIn(inner, layers - 1))])
  }
}

/** What is no secret: too short, a word that every step says, a number such as a port, a login of tests. */
function isCommon(value: string): boolean {
  return value.length < minLength || /^\d{1,7}$/.test(value) || commonWords.has(value.toLowerCase())
}

const commonWords = new Set(
  (
    'true false null none undefined default empty test testing example ' +
    'success succeeded failure failed cancelled skipped unchanged ' +
    'admin root user guest password secret token postgres mysql redis mongodb rabbitmq localhost'
  ).split(' '),
)

/** A secret as it is, in hexadecimal, and in Base64 at each of its three shifts. */
function encodedForms(secret: string): Form[] {
  const isOpaque = !/^(https?:|\/)/.test(secret)
  const isAnywhere = secret.length >= minAnywhere
  const plain = { text: secret, before: 0, after: 0, isAnywhere, isOpaque }
  const hex = Buffer.from(secret).toString('hex')
  const digits = [hex, hex.toUpperCase()].map((text) => ({ ...plain, text, isAnywhere: true }))
  const shifted = [0, 1, 2].flatMap((shift) => base64Forms(secret, shift))
  const encoded = shifted.map((form) => ({ ...form, isAnywhere: true, isOpaque }))
  return [plain, ...digits, ...encoded].flatMap(withLayers)
}

/**
 * What Base64 has of a secret behind so many other bytes, whatever these and the next ones are. Of what
 * is shorter than six characters there may be one by chance.
 */
function base64Forms(secret: string, shift: number) {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)])
  const [first, end] = [Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)]
  const edges = { before: shift === 0 ? 0 : 1, after: bytes.length % 3 === 0 ? 0 : 1 }
  const usual = bytes.toString('base64').slice(first, end)
  if (usual.length < 6) return []
  const forUrls = usual.replaceAll('+', '-').replaceAll('/', '_')
  return [...new Set([usual, forUrls])].map((text) => ({ text, ...edges }))
}

/** A secret may itself hold what looks like an escape, which is undone in the text around it too. */
function withLayers(form: Form): Form[] {
  const text = unescaped(form.text)
  if (text === form.text || text.length < minLength) return [form]
  return [form, ...withLayers({ ...form, text })]
}

const base64 = /[\w+/-]/

function findSpans({ text: form, before, after, isAnywhere }: Form, text: string): Span[] {
  const spans: Span[] = []
  const isBeside = (index: number, such: RegExp): boolean => such.test(text.charAt(index))
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const end = at + form.length
    if (!isAnywhere && (isBeside(at - 1, /\w/) || isBeside(end, /\w/))) continue
    spans.push({
      start: isBeside(at - 1, base64) ? at - before : at,
      end: isBeside(end, base64) ? end + after : end,
    })
  }
  return spans
}

/** A text may have been cut within a secret, and within an escape of it. */
function beginningsIn(text: string, forms: readonly Form[]): Span[] {
  const [, ...cut] = text.split('…').reverse()
  const opaque = forms.filter((form) => form.isOpaque && form.text.length > minBeginning)
  let start = 0
  return cut.reverse().flatMap((piece) => {
    const [from, end] = [start, start + piece.length]
    start = end + 1
    const shown = piece.replace(cutEscape, '')
    return opaque.flatMap((form) => {
      const at = shown.lastIndexOf(form.text.slice(0, minBeginning))
      return at >= 0 && form.text.startsWith(shown.slice(at)) ? [{ start: from + at, end }] : []
    })
  })
}

/** The spans in their order, those that touch as one. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (!last || span.start > last.end) apart.push(span)
    else if (span.end > last.end) apart[apart.length - 1] = { start: last.start, end: span.end }
  }
  return apart
}

function blankOut(text: string, spans: readonly Span[]): string {
  const ends = [0, ...spans.map(({ end }) => end)]
  const kept = ends.map((end, i) => text.slice(end, spans[i]?.start))
  return kept.join('***')
}
