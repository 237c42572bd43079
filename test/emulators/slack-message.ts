import {
  array,
  boolean,
  check,
  type GenericSchema,
  type InferOutput,
  literal,
  maxLength,
  minLength,
  optional,
  pipe,
  regex,
  safeParse,
  strictObject,
  string,
  variant,
} from 'valibot'

/*
 * What Slack takes as a message, https://docs.slack.dev/reference/block-kit, and what it makes of it;
 * of the blocks only those a notice is made of.
 */

/** A message that is taken, or Slack's word of refusal with the detail that it keeps to itself. */
export type Read = { message: SlackMessage } | { word: string; detail: string }

const refuse = (word: string, detail = word) => ({ word, detail })

/** The message in the request to a webhook. */
export function readMessage(contentType: string | undefined, body: string): Read {
  const payload = contentType?.startsWith('application/json') ? parse(body) : undefined
  return checkMessage(payload)
}

/** Whether Slack would take this as a message. */
export function checkMessage(payload: unknown): Read {
  if (typeof payload !== 'object' || payload === null) return refuse('invalid_payload', 'no JSON')
  if (!('text' in payload) && !('blocks' in payload)) return refuse('no_text')
  const { success, output: message, issues } = safeParse(messageShape, payload)
  if (!success) {
    const [{ message: what, path }] = issues
    const where = path?.map(({ key }) => String(key)).join('.') ?? ''
    const word = where.includes('blocks') ? 'invalid_blocks' : 'invalid_payload'
    return refuse(word, `${word} at ${where}: ${what}`)
  }
  const blocks = blocksOf(message)
  if (blocks.length > 50) return refuse('invalid_blocks', `${blocks.length} blocks`)
  const total = textsOf(message).reduce((sum, { text }) => sum + points(text), 0)
  if (total > 12_000) return refuse('msg_blocks_too_long', `${total} characters`)
  return { message }
}

export function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

// --- what a message may be

/** Slack counts characters, not UTF-16 units. */
const points = (text: string): number => Array.from(text).length

const words = (most: number): GenericSchema<string> =>
  pipe(
    string(),
    check((text) => points(text) > 0 && points(text) <= most, `must be 1 to ${most} characters`),
    check((text) => text.trim() !== '', 'must not be blank'),
    check((text) => text.isWellFormed() && !/[\0-\x08\x0B-\x1F\x7F]/.test(text), 'must be text'),
  )

const plainText = (most: number) =>
  strictObject({ type: literal('plain_text'), text: words(most), emoji: optional(boolean()) })

const markdown = (most: number) =>
  strictObject({ type: literal('mrkdwn'), text: words(most), verbatim: optional(boolean()) })

const eitherText = (most: number) => variant('type', [plainText(most), markdown(most)])

const upTo = <S extends GenericSchema>(most: number, item: S) =>
  pipe(array(item), minLength(1), maxLength(most))

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block, as far as text and calls go. */
const richElement = variant('type', [
  strictObject({ type: literal('text'), text: words(3000) }),
  strictObject({ type: literal('user'), user_id: pipe(string(), regex(/^[UW]\w+$/)) }),
  strictObject({ type: literal('usergroup'), usergroup_id: pipe(string(), regex(/^S\w+$/)) }),
  strictObject({
    type: literal('broadcast'),
    range: pipe(string(), regex(/^(here|channel|everyone)$/)),
  }),
])

const blockShape = variant('type', [
  strictObject({
    type: literal('rich_text'),
    elements: array(
      strictObject({ type: literal('rich_text_section'), elements: array(richElement) }),
    ),
  }),
  strictObject({ type: literal('header'), text: plainText(150) }),
  strictObject({ type: literal('divider') }),
  pipe(
    strictObject({
      type: literal('section'),
      text: optional(eitherText(3000)),
      fields: optional(upTo(10, eitherText(2000))),
    }),
    check(({ text, fields }) => Boolean(text ?? fields), 'must have text or fields'),
  ),
  strictObject({ type: literal('context'), elements: upTo(10, eitherText(3000)) }),
])

const messageShape = strictObject({
  text: words(40_000),
  blocks: optional(upTo(50, blockShape)),
  attachments: optional(
    pipe(
      array(
        strictObject({
          color: optional(pipe(string(), regex(/^(good|warning|danger|#[0-9a-f]{6})$/i))),
          fallback: optional(words(40_000)),
          blocks: optional(upTo(50, blockShape)),
        }),
      ),
      maxLength(100),
    ),
  ),
  thread_ts: optional(pipe(string(), regex(/^\d+\.\d+$/))),
  unfurl_links: optional(boolean()),
  unfurl_media: optional(boolean()),
})

export type SlackMessage = InferOutput<typeof messageShape>
export type SlackBlock = InferOutput<typeof blockShape>
export type SlackText = InferOutput<ReturnType<typeof eitherText>>

// --- what becomes of a message

/** All blocks of a message, those of its attachments last. */
export function blocksOf({ blocks = [], attachments = [] }: SlackMessage): SlackBlock[] {
  return [...blocks, ...attachments.flatMap((one) => one.blocks ?? [])]
}

/** Every text in a message, the fallback as the markup that it is. */
export function textsOf(message: SlackMessage): SlackText[] {
  return [{ type: 'mrkdwn', text: message.text }, ...blocksOf(message).flatMap(textsOfBlock)]
}

function textsOfBlock(block: SlackBlock): SlackText[] {
  switch (block.type) {
    case 'header':
      return [block.text]
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])]
    case 'context':
      return block.elements
    case 'divider':
    case 'rich_text':
      return []
  }
}

/** What Slack makes of markup: its links and mentions, and what it cannot read. */
export interface Marks {
  readonly links: { readonly url: string; readonly text: string }[]
  readonly mentions: string[]
  /** Pieces that are neither text nor a whole link, mention or entity. */
  readonly broken: string[]
}

/** The marks of every text in a message. */
export function marksOf(message: SlackMessage): Marks {
  const marks: Marks = { links: [], mentions: [], broken: [] }
  for (const { type, text } of textsOf(message)) {
    for (const piece of piecesOf(text)) {
      if (/^&(amp|lt|gt);$/.test(piece)) continue
      // In plain text nothing but the three entities is special.
      if (type === 'plain_text') marks.broken.push(piece)
      else readMark(piece, marks)
    }
  }
  return marks
}

/** Whatever in a text begins with one of Slack's three control characters. */
function piecesOf(text: string): string[] {
  return text.match(/<[^<>]*>|&(amp|lt|gt);|[<>&]/g) ?? []
}

function readMark(piece: string, { links, mentions, broken }: Marks): void {
  if (/^<[!@#][^|\s]+>$/.test(piece)) {
    mentions.push(piece)
    return
  }
  const [, url, text] = /^<(https?:\/\/[^|\s`]+)\|([^|\n`]+)>$/.exec(piece) ?? []
  if (url && text?.trim() && URL.canParse(url)) links.push({ url, text })
  else broken.push(piece)
}
