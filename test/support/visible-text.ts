import { marked } from 'marked'

/** What a person sees of Markdown on GitHub. */
export interface Shown {
  readonly html: string
  /** The words in it. */
  readonly text: string
  /** Who is notified: an `@name` in what is neither code nor a link. */
  readonly mentions: readonly string[]
}

export function renderMarkdown(markdown: string): Shown {
  const html = marked.parse(markdown, { async: false, gfm: true }).replace(/<!--[\s\S]*?-->/g, '')
  const spoken = html.replace(/<(pre|code|a)\b[^>]*>[\s\S]*?<\/\1>/g, '')
  const texts = spoken.split(/<[^>]*>/).map(decoded)
  return {
    html,
    text: decoded(html.replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim(),
    mentions: texts.flatMap((text) => text.match(/(?<![A-Za-z\d_])@[A-Za-z\d][\w/-]*/g) ?? []),
  }
}

function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&commat;', '@')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
