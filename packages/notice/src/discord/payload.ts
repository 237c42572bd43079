import { looseObject, nullish, optional, safeParse, unknown } from 'valibot'
import { length } from '../fit.ts'
import { listUpTo, type Own, textUpTo, withOwn } from '../payload.ts'
import { type DiscordMessage, limits } from './embed.ts'

const keys = ['content', 'embeds', 'tts', 'poll', 'applied_tags']

/** The message with what the author wrote in place of ours; whom it calls stays as it is. */
export function withPayload(
  message: DiscordMessage,
  own: Own,
  mentions: readonly string[],
): object {
  return withOwn(message, withCalls(own, mentions), { keys, shape: messageShape, fault: faultOf })
}

/** What may call one of `@here` and `@everyone` may call the other, so the text must not. */
function withCalls(own: Own, mentions: readonly string[]): Own {
  const content = own.content === null ? '' : own.content
  if (typeof content !== 'string') return own
  const muted = content.replace(/@(everyone|here)/g, (word) => {
    return mentions.includes(word) ? word : word.replace('@', '@\u200B')
  })
  const missing = mentions.filter((one) => !muted.includes(one))
  return { ...own, content: [...missing, muted].join(' ').trim() }
}

const text = (most: number) => nullish(textUpTo(most))

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embedShape = looseObject({
  title: text(limits.title),
  description: text(limits.description),
  fields: nullish(
    listUpTo(25, looseObject({ name: textUpTo(limits.name), value: textUpTo(limits.value) })),
  ),
  footer: nullish(looseObject({ text: text(2_048) })),
  author: nullish(looseObject({ name: text(256) })),
})

const messageShape = looseObject({
  content: text(2_000),
  embeds: nullish(listUpTo(10, embedShape)),
  poll: optional(unknown()),
})

function faultOf(message: object): string | undefined {
  const { success, output } = safeParse(messageShape, message)
  if (!success) return undefined
  const { content, embeds, poll } = output
  if (!content && !embeds?.length && !poll) return 'it has neither content nor embeds nor a poll'
  const texts = (embeds ?? []).flatMap(({ title, description, fields, footer, author }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ])
  const whole = texts.reduce((sum, it) => sum + length(it ?? ''), 0)
  if (whole <= limits.whole) return undefined
  return `its embeds have ${whole} characters in all, of at most ${limits.whole}`
}
