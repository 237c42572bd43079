import { fitEscaped, fitLines, length } from '../fit.ts'
import type { Fact, Item, Link, List, Notice } from '../notice.ts'
import { lookOf } from '../outcome.ts'
import { type AllowedMentions, allowed } from './mention.ts'

/** A message as a webhook takes it. */
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
export const limits = { whole: 6_000, title: 256, description: 4_096, name: 256, value: 1_024 }

/** What one reads at a glance, and what leaves room for the rest. */
const lengths = { value: 100, words: 300, url: 200 }

/**
 * The message of a notice: who is called, and below it, beside a line in the colour of the outcome,
 * everything else. `mentions` are markup; nothing else can mention anybody.
 */
export function render(notice: Notice, mentions: readonly string[] = []): DiscordMessage {
  const { mark, colour } = lookOf(notice.outcome)
  const title = `${mark} ${fit(notice.title, limits.title - length(mark) - 1)}`
  const fields = [...notice.facts.map(factField), ...linksField(notice.links)]
  const taken = [title, ...fields.flatMap(({ name, value }) => [name, value])]
  const left = limits.whole - taken.reduce((sum, text) => sum + length(text), 0)
  const description = descriptionOf(notice, Math.min(limits.description, left))
  const url = addressOf(notice.links[0]?.url)
  return {
    content: mentions.join(' '),
    embeds: [
      {
        title,
        ...(url && { url }),
        ...(description && { description }),
        color: Number.parseInt(colour.slice(1), 16),
        fields,
      },
    ],
    allowed_mentions: allowed(mentions),
  }
}

/** The author's words, and below them what ended how; half of the room for each. */
function descriptionOf({ text = '', lists }: Notice, room: number): string {
  const words = fit(text, lists.length > 0 ? Math.floor(room / 2) : room)
  const left = Math.floor((room - length(words)) / lists.length)
  const parts = [words, ...lists.map((list) => listMarkup(list, left - 2))]
  return parts.filter((part) => part !== '').join('\n\n')
}

function factField(fact: Fact): Field {
  return { name: fact.name, value: linkMarkup(fact), inline: true }
}

function linksField(links: readonly Link[]): Field[] {
  const value = links.map(linkMarkup).join(' · ')
  return value === '' ? [] : [{ name: 'Links', value, inline: false }]
}

function listMarkup({ name, items }: List, room: number): string {
  const heading = `**${name}**\n`
  return heading + fitLines(items.map(itemMarkup), room - length(heading))
}

function itemMarkup({ outcome, name, words, links }: Item): string {
  const said = `**${fit(name, lengths.value)}** ${fit(words, lengths.words)}`
  return [`${lookOf(outcome).mark} ${said}`, ...links.map(linkMarkup)].join(' · ')
}

/** `[text](address)`, or the text alone where the address is none, or too long for a message. */
function linkMarkup({ text, url }: Link): string {
  const words = fit(text, lengths.value)
  const href = addressOf(url)
  return href && length(href) <= lengths.url ? `[${words}](${href})` : words
}

/** An address that ends nothing it stands in. */
function addressOf(url: string | undefined): string | undefined {
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^https?:$/.test(address.protocol)) return undefined
  const href = address.href.replace(/[()\\<>|`*_~\s]/g, percent)
  return length(href) > 2_048 ? undefined : href
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
}

function fit(text: string, room: number): string {
  return fitEscaped(text, room, escaped)
}

/** Whatever may begin markup, a link or a mention; a back-slash works before any of them. */
function escaped(text: string): string {
  return text.replace(/[\\*_~`|[\]<>#@:-]/g, '\\$&')
}
