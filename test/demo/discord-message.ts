import type { DiscordEmbed, DiscordMessage } from '../emulators/discord-description.ts'
import { escaped } from './html.ts'

/** A message as a person sees it in Discord, as HTML; `discordStyle` makes it look so. */
export function renderAsHtml({ content, embeds }: DiscordMessage): string {
  const said = content ? `<p>${markupHtml(content)}</p>` : ''
  return `<div class="discord-message">${said}${(embeds ?? []).map(embedHtml).join('')}</div>`
}

export const discordStyle = `
.discord-message { max-width: 34rem; padding: .75rem 1rem; border-radius: 6px; background: #313338; color: #dbdee1; font: 15px/1.4 system-ui, sans-serif; overflow-wrap: anywhere }
.discord-message p { margin: .3rem 0; white-space: pre-wrap }
.discord-message a { color: #00a8fc; text-decoration: none }
.discord-embed { margin-top: .4rem; padding: .6rem 1rem .8rem; border-left: 4px solid; border-radius: 4px; background: #2b2d31; font-size: 14px }
.discord-embed h3 { margin: 0 0 .3rem; font-size: 16px }
.discord-fields { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem 1rem; margin-top: .5rem }
.discord-fields .whole { grid-column: 1 / -1 }
.discord-mention { padding: 0 2px; border-radius: 3px; background: #5865f24d; color: #c9cdfb }
`

function embedHtml({ title, url, description, color, fields }: DiscordEmbed): string {
  const colour = `#${(color ?? 0).toString(16).padStart(6, '0')}`
  const heading = markupHtml(title ?? '')
  const linked = url ? `<a href="${escaped(url)}" rel="noreferrer">${heading}</a>` : heading
  const words = description ? `<p>${markupHtml(description)}</p>` : ''
  const cells = (fields ?? []).map(({ name, value, inline }) => {
    const wide = inline ? '' : ' class="whole"'
    return `<div${wide}><strong>${markupHtml(name)}</strong><br>${markupHtml(value)}</div>`
  })
  const grid = cells.length > 0 ? `<div class="discord-fields">${cells.join('')}</div>` : ''
  return `<div class="discord-embed" style="border-color: ${colour}"><h3>${linked}</h3>${words}${grid}</div>`
}

/** Discord's markup, as far as a notification uses it: bold, links, mentions and back-slashes. */
function markupHtml(text: string): string {
  const pieces =
    /\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^[\]\\])+)\]\((https?:[^()\s]+)\)|(<@&?\d+>|@(?:everyone|here))/g
  let html = ''
  let read = 0
  for (const { 0: piece, 1: plain, 2: bold, 3: words, 4: url, 5: mention, index } of text.matchAll(
    pieces,
  )) {
    html += escaped(text.slice(read, index))
    read = index + piece.length
    if (plain !== undefined) html += escaped(plain)
    else if (bold !== undefined) html += `<strong>${markupHtml(bold)}</strong>`
    else if (mention !== undefined)
      html += `<span class="discord-mention">${escaped(mention)}</span>`
    else html += `<a href="${escaped(url ?? '')}" rel="noreferrer">${markupHtml(words ?? '')}</a>`
  }
  return html + escaped(text.slice(read))
}
