import { cutEscape, type Span, spansInEscaped, unescaped } from './escapes.ts'

/** Minimum length of a secret's beginning at a truncation to be recognized as that secret. */
const minBeginning = 8

/** Minimum length of a secret. Masking shorter values protects nothing and garbles the log. */
const minLength = 4

/**
 * Minimum length to be masked within words. Shorter secrets may be parts of ordinary words and are masked only as whole
 * words.
 */
const minAnywhere = 8

/** JSON within JSON within HTML is the deepest nesting expected. */
const maxLayers = 3

/** One encoding of a secret. */
interface Form {
  readonly text: string
  /** How many characters before and after it encode bits of both the secret and its surroundings. */
  readonly before: number
  readonly after: number
  /** Whether to match it within words. */
  readonly isAnywhere: boolean
  /** Whether its beginning alone is secret; the beginning of a URL is not. */
  readonly isOpaque: boolean
}

/** The secrets of this step. Removes them from texts. */
export class Secrets {
  readonly #added = new Set<string>()
  readonly #forms = new Map<string, Form>()

  /** Adds a secret. Returns whether it is new and can be masked without garbling the log. */
  add(secret: string): boolean {
    if (this.#added.has(secret) || isCommon(secret)) return false
    this.#added.add(secret)
    for (const form of encodedForms(secret)) this.#forms.set(form.text, form)
    return true
  }

  /** Returns the text with `***` in place of each secret, in any encoding. */
  redact(text: string): string {
    return this.#forms.size === 0 ? text : blankOut(text, this.#spansIn(text, maxLayers))
  }

  /** Finds all matches before any is masked, because secrets may overlap. */
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

/** Whether a value is not secret: too short, a common word, a small number such as a port, or a test login. */
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

/** Returns a secret as plain text, in hexadecimal, and in Base64 at each of its three alignments. */
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
 * Returns the part of the Base64 encoding that does not depend on the surrounding bytes, for a secret after `shift`
 * other bytes. Encodings of fewer than six characters may occur by chance and are ignored.
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

/** Adds the decoded forms of a secret that looks escaped itself, because the text around it is unescaped too. */
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

/** Finds secrets, and escapes within them, that the text was truncated in. */
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

/** Sorts the spans and merges those that overlap or touch. */
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
