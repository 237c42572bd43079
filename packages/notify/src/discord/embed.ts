import type { Fact, Item, Link, List, Notification } from '../notification.ts'
import { appearance } from '../outcome.ts'
import { characterCount, truncateEscaped, truncateLines } from '../truncate.ts'
import { type AllowedMentions, allowMentions } from './mention.ts'

/** A message in the format of a webhook. */
export interface DiscordMessage {
  readonly content: string
  readonly embeds: Embed[]
  readonly allowed_mentions: AllowedMentions
}

export interface Embed {
  readonly title: string
  readonly url?: string
  readonly description?: string
  readonly color: number
  readonly fields: Field[]
}

interface Field {
  readonly name: string
  readonly value: string
  readonly inline: boolean
}

/** In characters: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export const limits = { total: 6_000, title: 256, description: 4_096, name: 256, value: 1_024 }

/** Shorter limits of ours, which keep the message readable and leave space for the rest. */
const lengths = { value: 100, description: 300, url: 200 }

/**
 * Returns the message: mentions, and below them an embed in the color of the result. `mentions` is markup;
 * nothing else can mention anyone.
 */
export function renderMessage(
  notification: Notification,
  mentions: readonly string[] = [],
): DiscordMessage {
  const { icon, color } = appearance(notification.outcome)
  const title = `${icon} ${escapeTo(notification.title, limits.title - characterCount(icon) - 1)}`
  const fields = [...notification.facts.map(factField), ...linksField(notification.links)]
  const used = [title, ...fields.flatMap(({ name, value }) => [name, value])]
  const left = limits.total - used.reduce((sum, text) => sum + characterCount(text), 0)
  const description = embedDescription(notification, Math.min(limits.description, left))
  const url = safeHref(notification.links[0]?.url)
  return {
    content: mentions.join(' '),
    embeds: [
      {
        title,
        ...(url && { url }),
        ...(description && { description }),
        color: Number.parseInt(color.slice(1), 16),
        fields,
      },
    ],
    allowed_mentions: allowMentions(mentions),
  }
}

/** Returns the author's text and the lists, each with half of the space. */
function embedDescription({ text: authorText = '', lists }: Notification, limit: number): string {
  const text = escapeTo(authorText, lists.length > 0 ? Math.floor(limit / 2) : limit)
  const left = Math.floor((limit - characterCount(text)) / lists.length)
  const parts = [text, ...lists.map((list) => listMarkup(list, left - 2))]
  return parts.filter((part) => part !== '').join('\n\n')
}

function factField(fact: Fact): Field {
  return { name: fact.name, value: linkMarkup(fact), inline: true }
}

function linksField(links: readonly Link[]): Field[] {
  const value = links.map(linkMarkup).join(' · ')
  return value === '' ? [] : [{ name: 'Links', value, inline: false }]
}

function listMarkup({ name, items }: List, limit: number): string {
  const heading = `**${name}**\n`
  return heading + truncateLines(items.map(itemMarkup), limit - characterCount(heading))
}

function itemMarkup({ outcome, name, description, links }: Item): string {
  const text = `**${escapeTo(name, lengths.value)}** ${escapeTo(description, lengths.description)}`
  return [`${appearance(outcome).icon} ${text}`, ...links.map(linkMarkup)].join(' · ')
}

/** Returns `[text](url)`, or only the text if the URL is invalid or too long. */
function linkMarkup({ text, url }: Link): string {
  const label = escapeTo(text, lengths.value)
  const href = safeHref(url)
  return href && characterCount(href) <= lengths.url ? `[${label}](${href})` : label
}

/** Returns an http(s) URL without characters that end a link or start markup. */
function safeHref(url: string | undefined): string | undefined {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined
  const href = parsed.href.replace(/[()\\<>|`*_~\s]/g, percentEncode)
  return characterCount(href) > 2_048 ? undefined : href
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
}

function escapeTo(text: string, limit: number): string {
  return truncateEscaped(text, limit, escapeMarkup)
}

/** Escapes every character that can start markup, a link or a mention. */
function escapeMarkup(text: string): string {
  return text.replace(/[\\*_~`|[\]<>#@:-]/g, '\\$&')
}
