/** Text that is already Markdown. The type keeps plain text out of places that expect Markdown. */
export type Markdown = string & { readonly markdown?: never }

/**
 * Escapes untrusted text so that Markdown shows it literally and on one line, without links, images, mentions, HTML,
 * headings or table cells.
 */
export function escapeMarkdown(text: string): Markdown {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$-]/g, '\\$&')
    .replace(/^\s*(\d*)([.=])/, '$1\\$2')
    .replace(/@|#(?=\d)|\bGH(?=\\-\d)/gi, '$&\u200B')
    .replace(/:\/\//g, ':\u200B//')
    .replace(/www(?=\.)/gi, '$&\u200B')
    .trim()
}

/** Formats text as inline code. Safe for text that contains back-ticks, and inside table cells. */
export function markdownCode(text: string): Markdown {
  const line = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$@:-]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/(www)\./gi, '$1&#46;')
    .trim()
  return line === '' ? '' : `<code>${line}</code>`
}

/** Formats a link. If the address is not http(s), returns the text alone. */
export function markdownLink(text: string, address: string | undefined): Markdown {
  const target = address && URL.canParse(address) ? new URL(address) : undefined
  if (!target || !/^https?:$/.test(target.protocol)) return escapeMarkdown(text)
  const href = target.href
    .replace(
      /[()\\<>|`*_~\s]/g,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    .replace(/&(?=#?\w+;)/g, '&amp;')
  return `[${escapeMarkdown(text)}](${href})`
}

/** Formats a table; cells are Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly Markdown[])[],
): Markdown {
  const line = (cells: readonly Markdown[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
