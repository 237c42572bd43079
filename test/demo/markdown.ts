import { Marked, type Tokens } from 'marked'
import { escaped, Html } from './html.ts'

/** The Markdown of a job summary as GitHub shows it: of its HTML only what cannot do harm. */
export function markdown(text: string): Html {
  return new Html(marked.parse(text, { async: false }))
}

const harmlessTag = /^<\/?(code|br|details|summary)>$/

function onlyHarmless(html: string): string {
  return html.replace(/<[^>]*>?/g, (tag) => (harmlessTag.test(tag) ? tag : escaped(tag)))
}

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => onlyHarmless(text),
    image: ({ text }) => escaped(text),
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      return /^https?:/.test(href)
        ? `<a href="${escaped(href)}" rel="noreferrer">${words}</a>`
        : words
    },
  },
})
