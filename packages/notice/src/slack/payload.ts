import { lookUp } from '@ci-actions/kit'
import {
  type GenericSchema,
  is,
  lazy,
  literal,
  looseObject,
  object,
  optional,
  string,
  unknown,
  variant,
} from 'valibot'
import { length } from '../fit.ts'
import { listUpTo, type Own, objectsIn, textUpTo, withOwn } from '../payload.ts'
import { calls, limits, type SlackMessage } from './blocks.ts'

const keys = ['text', 'blocks', 'attachments', 'metadata', 'unfurl_links', 'unfurl_media']

/**
 * The message with what the author wrote in place of ours. A mention in it calls somebody only if
 * the inputs do too, so that no text that was put into it can; and whom they call is called.
 */
export function withPayload(message: SlackMessage, own: Own, mentions: readonly string[]): object {
  return withOwn(message, withCalls(mute(muteRichText(own, mentions), mentions), mentions), {
    keys,
    shape: messageShape,
    fault: faultOf,
  })
}

/** With those who are called and stand nowhere in blocks that took the place of ours. */
function withCalls(own: Own, mentions: readonly string[]): Own {
  const { blocks, attachments } = own
  if (!Array.isArray(blocks)) return own
  const shown = JSON.stringify([blocks, attachments])
  const missing = mentions.filter((one) => {
    return !shown.includes(one) && !shown.includes(one.replace('>', '|'))
  })
  return { ...own, blocks: [...blocks, ...calls(missing)] }
}

function mute(own: Own, mentions: readonly string[]): Own {
  const text = JSON.stringify(own, (_, value: unknown) =>
    typeof value === 'string' ? muteText(value, mentions) : value,
  )
  return JSON.parse(text)
}

/** What calls somebody in rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const caller = variant('type', [
  object({ type: literal('user'), user_id: string() }),
  object({ type: literal('usergroup'), usergroup_id: string() }),
  object({ type: literal('broadcast'), range: string() }),
])

/** Who is not called by the inputs stands there as text. */
function muteRichText(own: Own, mentions: readonly string[]): Own {
  const text = JSON.stringify(own, (_, value: unknown) => {
    if (!is(caller, value)) return value
    const [mark, shown] =
      value.type === 'user'
        ? [`<@${value.user_id}>`, `@${value.user_id}`]
        : value.type === 'usergroup'
          ? [`<!subteam^${value.usergroup_id}>`, `@${value.usergroup_id}`]
          : [`<!${value.range}>`, `@${value.range}`]
    return mentions.includes(mark) ? value : { type: 'text', text: shown }
  })
  return JSON.parse(text)
}

/** `<!date^…>` looks like a mention and is none. */
function muteText(text: string, mentions: readonly string[]): string {
  return text.replace(/<(?=[!@])(?!!date\^)([^>]*)(>?)/g, (mark, inner: string, end: string) => {
    const isCalled = mentions.includes(`<${inner.split('|')[0]}>`)
    return isCalled ? mark : `&lt;${inner}${end && '&gt;'}`
  })
}

const textObject = (most: number) => looseObject({ text: textUpTo(most) })

/** https://docs.slack.dev/reference/block-kit/blocks; what is not listed has no limit of its own. */
const blockShapes: Readonly<Record<string, GenericSchema>> = {
  header: looseObject({ text: textObject(limits.header) }),
  section: looseObject({
    text: optional(textObject(limits.section)),
    fields: optional(listUpTo(limits.fields, textObject(2_000))),
  }),
  context: looseObject({ elements: listUpTo(10, unknown()) }),
  actions: looseObject({ elements: listUpTo(25, unknown()) }),
  markdown: looseObject({ text: textUpTo(limits.whole) }),
}

const typed = looseObject({ type: string('a block must have a type') })

const blockShape = lazy((block): GenericSchema => {
  return (is(typed, block) && lookUp(blockShapes, block.type)) || typed
})

const blocksShape = optional(listUpTo(50, blockShape))

const messageShape = looseObject({
  text: optional(textUpTo(40_000)),
  blocks: blocksShape,
  attachments: optional(listUpTo(100, looseObject({ blocks: blocksShape }))),
})

const callers = ['broadcast', 'user', 'usergroup']

function faultOf(message: object): string | undefined {
  const parts = objectsIn(message)
  const odd = parts.find(
    (part) => is(typed, part) && callers.includes(part.type) && !is(caller, part),
  )
  if (odd) return 'its rich text calls somebody without saying whom'
  const whole = parts.reduce((sum, part) => sum + lengthOfText(part), 0)
  if (whole <= limits.whole) return undefined
  return `it has ${whole} characters in all, of at most ${limits.whole}`
}

function lengthOfText(part: object): number {
  return 'text' in part && typeof part.text === 'string' ? length(part.text) : 0
}
