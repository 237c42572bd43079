import type {
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  MessageAttachment,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
} from '@slack/types'
import type { Fact, Item, Link, List, Notification } from '../notification.ts'
import { appearance } from '../outcome.ts'
import { characterCount, truncateEscaped, truncateLines } from '../truncate.ts'

/** A message in the format of a webhook. */
export interface SlackMessage {
  /** Shown where blocks are not: in notifications, screen readers and search results. */
  readonly text: string
  readonly blocks: KnownBlock[]
  readonly attachments: MessageAttachment[]
}

/**
 * In characters: https://docs.slack.dev/reference/block-kit/blocks. The total limit is not documented;
 * above about 13,200 Slack answers `msg_blocks_too_long`.
 */
export const limits = { total: 12_000, header: 150, section: 3_000, fields: 10 }

/** Shorter limits of ours, which keep the message readable and leave space for the rest. */
const lengths = { fallback: 300, value: 150, description: 300, url: 300 }

/**
 * Returns the message: a headline, the author's text and mentions, then an attachment with the details in
 * the color of the result. `mentions` is markup; nothing else can mention anyone.
 */
export function renderMessage(
  notification: Notification,
  mentions: readonly string[] = [],
): SlackMessage {
  const { icon, color } = appearance(notification.outcome)
  const headline = `${icon} ${notification.title}`
  const text = notification.text ?? ''
  const fallback = truncateEscaped(`${headline}\n${text}`.trim(), lengths.fallback, escapeMarkup)
  const top = [header(headline), ...section(plainText(text)), ...mentionBlocks(mentions)]
  const facts = factBlocks(notification.facts)
  const links = linksBlock(notification.links)
  // JSON is a little longer than what Slack counts, so this stays below the limit.
  const left = limits.total - characterCount(JSON.stringify([fallback, top, facts, links]))
  const limit = Math.min(limits.section, Math.floor(left / notification.lists.length))
  const lists = notification.lists.flatMap((list) => section(markup(listMarkup(list, limit))))
  return {
    text: replaceBackticks(fallback),
    blocks: top,
    attachments: [{ color, blocks: [...facts, ...lists, links] }],
  }
}

function header(headline: string): HeaderBlock {
  return { type: 'header', text: plainText(headline, limits.header) }
}

/** @param mentions Slack's markup */
export function mentionBlocks(mentions: readonly string[]): SectionBlock[] {
  return section(markup(mentions.join(' ')))
}

/** Returns nothing for an empty text, which Slack would reject. */
function section(text: PlainTextElement | MrkdwnElement): SectionBlock[] {
  return text.text === '' ? [] : [{ type: 'section', text }]
}

function factBlocks(facts: readonly Fact[]): SectionBlock[] {
  const fields = facts.map((fact) => markup(`*${fact.name}*\n${linkMarkup(fact)}`))
  const count = Math.ceil(fields.length / limits.fields)
  return Array.from({ length: count }, (_, index) => ({
    type: 'section',
    fields: fields.slice(index * limits.fields, (index + 1) * limits.fields),
  }))
}

function listMarkup({ name, items }: List, limit: number): string {
  const heading = `*${name}*\n`
  return heading + truncateLines(items.map(itemMarkup), limit - characterCount(heading))
}

function itemMarkup({ outcome, name, description, links }: Item): string {
  const text = `*${escapeTo(name, lengths.value)}* ${escapeTo(description, lengths.description)}`
  return [`${appearance(outcome).icon} ${text}`, ...links.map(linkMarkup)].join(' · ')
}

function linksBlock(links: readonly Link[]): ContextBlock {
  return { type: 'context', elements: [markup(links.map(linkMarkup).join(' · '))] }
}

/** Returns `<url|text>`, or only the text if the URL is invalid or too long. */
function linkMarkup({ text, url }: Link): string {
  const label = escapeTo(text, lengths.value)
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return label
  const href = escapeMarkup(parsed.href.replace(/[<>|`\s]/g, encodeURIComponent))
  return characterCount(href) > lengths.url ? label : `<${href}|${label.replaceAll('|', '∣')}>`
}

/** In plain text, Slack interprets only entities. */
function plainText(text: string, limit = limits.section): PlainTextElement {
  return { type: 'plain_text', text: truncateEscaped(text, limit, escapeMarkup), emoji: true }
}

/** With `verbatim`, Slack does not turn URLs and channel names in it into links. */
function markup(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

/** Returns untrusted text for use in markup. */
function escapeTo(text: string, limit: number): string {
  return replaceBackticks(truncateEscaped(text, limit, escapeMarkup))
}

/** A backtick, which cannot be escaped, would turn the links after it into code. */
function replaceBackticks(text: string): string {
  return text.replaceAll('`', 'ˋ')
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
