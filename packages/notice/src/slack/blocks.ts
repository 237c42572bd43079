import type {
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  MessageAttachment,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
} from '@slack/types'
import { fitEscaped, fitLines, length } from '../fit.ts'
import type { Fact, Item, Link, List, Notice } from '../notice.ts'
import { lookOf } from '../outcome.ts'

/** A message as a webhook takes it. */
export interface SlackMessage {
  /** What is shown where blocks are not: notifications, screen readers, search. */
  readonly text: string
  readonly blocks: KnownBlock[]
  readonly attachments: MessageAttachment[]
}

/**
 * What Slack takes, in characters: https://docs.slack.dev/reference/block-kit/blocks. The limit of
 * the whole is not documented; from about 13,200 on Slack answers `msg_blocks_too_long`.
 */
export const limits = { whole: 12_000, header: 150, section: 3_000, fields: 10 }

/** What one reads at a glance, and what leaves room for the rest. */
const lengths = { fallback: 300, value: 150, words: 300, url: 300 }

/**
 * The message of a notice: a headline, the author's words and who is called, then the details beside
 * a line in the colour of the outcome. `mentions` are markup; nothing else can mention anybody.
 */
export function render(notice: Notice, mentions: readonly string[] = []): SlackMessage {
  const { mark, colour } = lookOf(notice.outcome)
  const headline = `${mark} ${notice.title}`
  const text = notice.text ?? ''
  const fallback = fitEscaped(`${headline}\n${text}`.trim(), lengths.fallback, escaped)
  const top = [header(headline), ...section(words(text)), ...calls(mentions)]
  const facts = factsBlocks(notice.facts)
  const links = linksBlock(notice.links)
  // JSON is somewhat longer than what Slack counts, which is on the safe side.
  const left = limits.whole - length(JSON.stringify([fallback, top, facts, links]))
  const room = Math.min(limits.section, Math.floor(left / notice.lists.length))
  const lists = notice.lists.flatMap((list) => section(markup(listMarkup(list, room))))
  return {
    text: withoutTicks(fallback),
    blocks: top,
    attachments: [{ color: colour, blocks: [...facts, ...lists, links] }],
  }
}

function header(headline: string): HeaderBlock {
  return { type: 'header', text: words(headline, limits.header) }
}

/** Who is called, in their markup. */
export function calls(mentions: readonly string[]): SectionBlock[] {
  return section(markup(mentions.join(' ')))
}

/** A section of the text, or nothing when it is empty, which Slack would refuse. */
function section(text: PlainTextElement | MrkdwnElement): SectionBlock[] {
  return text.text === '' ? [] : [{ type: 'section', text }]
}

function factsBlocks(facts: readonly Fact[]): SectionBlock[] {
  const fields = facts.map((fact) => markup(`*${fact.name}*\n${linkMarkup(fact)}`))
  const count = Math.ceil(fields.length / limits.fields)
  return Array.from({ length: count }, (_, at) => ({
    type: 'section',
    fields: fields.slice(at * limits.fields, (at + 1) * limits.fields),
  }))
}

function listMarkup({ name, items }: List, room: number): string {
  const heading = `*${name}*\n`
  return heading + fitLines(items.map(itemMarkup), room - length(heading))
}

function itemMarkup({ outcome, name, words, links }: Item): string {
  const said = `*${foreign(name, lengths.value)}* ${foreign(words, lengths.words)}`
  return [`${lookOf(outcome).mark} ${said}`, ...links.map(linkMarkup)].join(' · ')
}

function linksBlock(links: readonly Link[]): ContextBlock {
  return { type: 'context', elements: [markup(links.map(linkMarkup).join(' · '))] }
}

/** `<address|text>`, or the text alone where the address is none, or too long for a message. */
function linkMarkup({ text, url }: Link): string {
  const words = foreign(text, lengths.value)
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^https?:$/.test(address.protocol)) return words
  const href = escaped(address.href.replace(/[<>|`\s]/g, encodeURIComponent))
  return length(href) > lengths.url ? words : `<${href}|${words.replaceAll('|', '∣')}>`
}

/** Text in which nothing but entities is read. */
function words(text: string, room = limits.section): PlainTextElement {
  return { type: 'plain_text', text: fitEscaped(text, room, escaped), emoji: true }
}

/** Markup of ours; `verbatim` keeps Slack from finding links and channels in it by itself. */
function markup(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

/** Text from outside, inside of markup. */
function foreign(text: string, room: number): string {
  return withoutTicks(fitEscaped(text, room, escaped))
}

/** Code that a back-tick opens would swallow the links after it. */
function withoutTicks(text: string): string {
  return text.replaceAll('`', 'ˋ')
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
