import { type DiscordMessage, textsOfEmbed } from './discord-description.ts'

/** What Discord makes of markup: its links and mentions, and what is neither text nor whole. */
export interface Marks {
  readonly links: { readonly url: string; readonly text: string }[]
  readonly mentions: string[]
  readonly broken: string[]
}

/** The marks of every text in a message. */
export function marksOf(message: DiscordMessage): Marks {
  const marks: Marks = { links: [], mentions: [], broken: [] }
  for (const text of [message.content ?? '', ...(message.embeds ?? []).flatMap(textsOfEmbed)]) {
    readMarks(text, marks)
  }
  return marks
}

/** Whom a message calls: only its content does, and only whom `allowed_mentions` allows. */
export function calledBy({ content, allowed_mentions }: DiscordMessage): string[] {
  const { parse, users, roles } = allowed_mentions ?? { parse: ['users', 'roles', 'everyone'] }
  return mentionsIn(content ?? '').filter((mention) => {
    const [, role, id = ''] = /^<@(&?)!?(\d+)>$/.exec(mention) ?? []
    if (role === undefined) return parse?.includes('everyone')
    const [kind, ids] = role ? (['roles', roles] as const) : (['users', users] as const)
    return parse?.includes(kind) || ids?.includes(id)
  })
}

function mentionsIn(text: string): string[] {
  return text.match(/<@[&!]?\d+>|@(everyone|here)/g) ?? []
}

/** A back-slash takes its meaning from any character that is neither letter, digit nor blank. */
const pieces = new RegExp(
  [
    /\\[^0-9A-Za-z\s]/, // escaped
    /\*\*(?:\\[^0-9A-Za-z\s]|[^*\\])+?\*\*/, // bold
    /\[(?:\\[^0-9A-Za-z\s]|[^[\]\\])+\]\([^()\s<>]+\)/, // a link
    /<(?:@[&!]?|#|a?:\w+:|t:|\/)[^<>]*>|@(?:everyone|here)/, // a mention
    /https?:\/\/\S+/, // what becomes a link by itself
    /[\\*_~`|[\]<>]|^(?:-?#{1,3}|[-*]) /, // markup that is not whole
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
)

function readMarks(text: string, marks: Marks): void {
  for (const [piece] of text.matchAll(pieces)) {
    if (/^\\./s.test(piece) && piece.length > 1) continue
    if (piece.startsWith('**') && piece.length > 4) readMarks(piece.slice(2, -2), marks)
    else if (/^(<[@#:at/]|@)/.test(piece)) marks.mentions.push(piece)
    else readLink(piece, marks)
  }
}

function readLink(piece: string, { links, broken }: Marks): void {
  const [, text, url] = /^\[(.+)\]\((https?:\/\/[^()\s]+)\)$/s.exec(piece) ?? []
  if (text?.trim() && url && URL.canParse(url)) links.push({ url, text: shown(text) })
  else broken.push(piece)
}

/** The text as a person sees it. */
export function shown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1')
}
