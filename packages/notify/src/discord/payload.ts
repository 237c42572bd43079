import { looseObject, nullish, optional, safeParse, unknown } from 'valibot'
import { listUpTo, mergeUserPayload, textUpTo, type UserPayload } from '../payload.ts'
import { characterCount } from '../truncate.ts'
import { type DiscordMessage, limits } from './embed.ts'

const keys = ['content', 'embeds', 'tts', 'poll', 'applied_tags']

/**
 * Returns the message with the author's parts, which cannot change the mentions.
 *
 * @throws InputError when Discord would reject it
 */
export function applyUserPayload(
  message: DiscordMessage,
  payload: UserPayload,
  mentions: readonly string[],
): object {
  const rules = { keys, schema: messageSchema, findProblem }
  return mergeUserPayload(message, withMentions(payload, mentions), rules)
}

/** Discord allows `@here` and `@everyone` only together, so the one that is not wanted is made text. */
function withMentions(payload: UserPayload, mentions: readonly string[]): UserPayload {
  const content = payload.content === null ? '' : payload.content
  if (typeof content !== 'string') return payload
  const muted = content.replace(/@(everyone|here)/g, (word) =>
    mentions.includes(word) ? word : word.replace('@', '@\u200B'),
  )
  const missing = mentions.filter((mention) => !muted.includes(mention))
  return { ...payload, content: [...missing, muted].join(' ').trim() }
}

const text = (max: number) => nullish(textUpTo(max))

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embedSchema = looseObject({
  title: text(limits.title),
  description: text(limits.description),
  fields: nullish(
    listUpTo(25, looseObject({ name: textUpTo(limits.name), value: textUpTo(limits.value) })),
  ),
  footer: nullish(looseObject({ text: text(2_048) })),
  author: nullish(looseObject({ name: text(256) })),
})

const messageSchema = looseObject({
  content: text(2_000),
  embeds: nullish(listUpTo(10, embedSchema)),
  poll: optional(unknown()),
})

function findProblem(message: object): string | undefined {
  const { success, output } = safeParse(messageSchema, message)
  if (!success) return undefined
  const { content, embeds, poll } = output
  if (!content && !embeds?.length && !poll) return 'it has no content, embeds or poll'
  const texts = (embeds ?? []).flatMap(({ title, description, fields, footer, author }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ])
  const total = texts.reduce((sum, text) => sum + characterCount(text ?? ''), 0)
  if (total <= limits.total) return undefined
  return `its embeds have ${total} characters in total, but the maximum is ${limits.total}`
}
