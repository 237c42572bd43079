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
import {
  listUpTo,
  mergeUserPayload,
  nestedObjects,
  textUpTo,
  type UserPayload,
} from '../payload.ts'
import { characterCount } from '../truncate.ts'
import { limits, mentionBlocks, type SlackMessage } from './blocks.ts'

const keys = ['text', 'blocks', 'attachments', 'metadata', 'unfurl_links', 'unfurl_media']

/**
 * Returns the message with the author's parts. Untrusted text may have been inserted into them, so only
 * `mentions` take effect; those missing from the parts are added.
 *
 * @throws InputError when Slack would reject it
 */
export function applyUserPayload(
  message: SlackMessage,
  payload: UserPayload,
  mentions: readonly string[],
): object {
  const muted = muteMarkup(muteRichText(payload, mentions), mentions)
  const rules = { keys, schema: messageSchema, findProblem }
  return mergeUserPayload(message, withMentions(muted, mentions), rules)
}

function withMentions(payload: UserPayload, mentions: readonly string[]): UserPayload {
  const { blocks, attachments } = payload
  if (!Array.isArray(blocks)) return payload
  const json = JSON.stringify([blocks, attachments])
  const missing = mentions.filter(
    (mention) => !json.includes(mention) && !json.includes(mention.replace('>', '|')),
  )
  return { ...payload, blocks: [...blocks, ...mentionBlocks(missing)] }
}

function muteMarkup(payload: UserPayload, mentions: readonly string[]): UserPayload {
  const json = JSON.stringify(payload, (_, value: unknown) =>
    typeof value === 'string' ? muteText(value, mentions) : value,
  )
  return JSON.parse(json)
}

/** Mentions in rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const richTextMention = variant('type', [
  object({ type: literal('user'), user_id: string() }),
  object({ type: literal('usergroup'), usergroup_id: string() }),
  object({ type: literal('broadcast'), range: string() }),
])

/** Replaces other mentions with text. */
function muteRichText(payload: UserPayload, mentions: readonly string[]): UserPayload {
  const json = JSON.stringify(payload, (_, value: unknown) => {
    if (!is(richTextMention, value)) return value
    const [markup, text] =
      value.type === 'user'
        ? [`<@${value.user_id}>`, `@${value.user_id}`]
        : value.type === 'usergroup'
          ? [`<!subteam^${value.usergroup_id}>`, `@${value.usergroup_id}`]
          : [`<!${value.range}>`, `@${value.range}`]
    return mentions.includes(markup) ? value : { type: 'text', text }
  })
  return JSON.parse(json)
}

/** Escapes other mentions. `<!date^…>` has the same form but is not a mention. */
function muteText(text: string, mentions: readonly string[]): string {
  return text.replace(/<(?=[!@])(?!!date\^)([^>]*)(>?)/g, (markup, inner: string, end: string) => {
    const isAllowed = mentions.includes(`<${inner.split('|')[0]}>`)
    return isAllowed ? markup : `&lt;${inner}${end && '&gt;'}`
  })
}

const textObject = (max: number) => looseObject({ text: textUpTo(max) })

/** https://docs.slack.dev/reference/block-kit/blocks; other blocks have no limit of their own. */
const blockSchemas: Readonly<Record<string, GenericSchema>> = {
  header: looseObject({ text: textObject(limits.header) }),
  section: looseObject({
    text: optional(textObject(limits.section)),
    fields: optional(listUpTo(limits.fields, textObject(2_000))),
  }),
  context: looseObject({ elements: listUpTo(10, unknown()) }),
  actions: looseObject({ elements: listUpTo(25, unknown()) }),
  markdown: looseObject({ text: textUpTo(limits.total) }),
}

const typedObject = looseObject({ type: string('a block must have a type') })

const blockSchema = lazy((block): GenericSchema => {
  return (is(typedObject, block) && lookUp(blockSchemas, block.type)) || typedObject
})

const blocksSchema = optional(listUpTo(50, blockSchema))

const messageSchema = looseObject({
  text: optional(textUpTo(40_000)),
  blocks: blocksSchema,
  attachments: optional(listUpTo(100, looseObject({ blocks: blocksSchema }))),
})

const mentionTypes = ['broadcast', 'user', 'usergroup']

function findProblem(message: object): string | undefined {
  const objects = nestedObjects(message)
  const incomplete = objects.find(
    (part) =>
      is(typedObject, part) && mentionTypes.includes(part.type) && !is(richTextMention, part),
  )
  if (incomplete) return 'a mention in its rich text does not name whom to mention'
  const total = objects.reduce((sum, part) => sum + textLength(part), 0)
  if (total <= limits.total) return undefined
  return `it has ${total} characters in total, but the maximum is ${limits.total}`
}

function textLength(part: object): number {
  return 'text' in part && typeof part.text === 'string' ? characterCount(part.text) : 0
}
