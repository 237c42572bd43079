import type { SlackBlock, SlackMessage, SlackText } from '../emulators/slack.ts'
import { escaped } from './html.ts'

/** A message as a person sees it in Slack, as HTML; `slackStyle` makes it look so. */
export function renderAsHtml({ blocks = [], attachments = [] }: SlackMessage): string {
  const attached = attachments.map(({ color = '#ddd', blocks = [] }) => {
    return `<div class="slack-attachment" style="border-color: ${escaped(color)}">${blocks.map(blockHtml).join('')}</div>`
  })
  return `<div class="slack-message">${blocks.map(blockHtml).join('')}${attached.join('')}</div>`
}

export const slackStyle = `
.slack-message { max-width: 42rem; font: 15px/1.46 system-ui, sans-serif; color: light-dark(#1d1c1d, #d1d2d3); overflow-wrap: anywhere }
.slack-message h3 { margin: .3rem 0; font-size: 18px }
.slack-message p { margin: .3rem 0; white-space: pre-wrap }
.slack-message a { color: light-dark(#1264a3, #6cb2eb); text-decoration: none }
.slack-fields { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 1.5rem; margin: .3rem 0; white-space: pre-wrap }
.slack-context { font-size: 13px; color: light-dark(#616061, #ababad) }
.slack-mention { background: #f2c74466; color: light-dark(#1264a3, #e8b93c); border-radius: 3px; padding: 0 2px }
.slack-attachment { border-left: 4px solid; border-radius: 4px; padding-left: .75rem; margin-top: .3rem }
`

function blockHtml(block: SlackBlock): string {
  switch (block.type) {
    case 'header':
      return `<h3>${textHtml(block.text)}</h3>`
    case 'section': {
      const text = block.text ? `<p>${textHtml(block.text)}</p>` : ''
      const fields = block.fields?.map((field) => `<div>${textHtml(field)}</div>`).join('')
      return fields ? `${text}<div class="slack-fields">${fields}</div>` : text
    }
    case 'context':
      return `<p class="slack-context">${block.elements.map(textHtml).join(' ')}</p>`
    case 'divider':
    case 'rich_text':
      return '<hr>'
  }
}

function textHtml({ type, text }: SlackText): string {
  return type === 'plain_text' ? escaped(decoded(text)) : markupHtml(text)
}

/** Slack's markup, as far as a notification uses it: links, mentions and bold. */
function markupHtml(text: string): string {
  return text
    .split(/(<[^<>]+>|(?<![^\s])\*[^*\n]+\*(?![^\s]))/)
    .map((piece) => {
      if (piece.startsWith('<')) return markHtml(piece.slice(1, -1))
      if (piece.startsWith('*')) return `<strong>${escaped(decoded(piece.slice(1, -1)))}</strong>`
      return escaped(decoded(piece))
    })
    .join('')
}

function markHtml(mark: string): string {
  if (/^[!@#]/.test(mark)) {
    const name = mark.replace(/^!subteam\^|^[!@]/, '@')
    return `<span class="slack-mention">${escaped(name)}</span>`
  }
  const [url = '', words = url] = mark.split('|')
  return /^https?:/.test(url)
    ? `<a href="${escaped(decoded(url))}" rel="noreferrer">${escaped(decoded(words))}</a>`
    : escaped(words)
}

function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
