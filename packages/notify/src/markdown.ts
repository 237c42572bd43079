import { escapeMarkdown, type Markdown, markdownLink } from '@ci-actions/kit'
import type { Item, Link, List, Notification } from './notification.ts'
import { appearance } from './outcome.ts'

/** Returns a notification without its title, for the job summary. */
export function notificationMarkdown({ text, facts, lists, links }: Notification): Markdown {
  const parts = [
    text?.split('\n').map(escapeMarkdown).join('<br>'),
    facts.map((fact) => `- **${fact.name}**: ${linkMarkdown(fact)}`).join('\n'),
    ...lists.map(listMarkdown),
    links.map(linkMarkdown).join(' · '),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function listMarkdown({ name, items }: List): Markdown {
  return [`**${name}**`, '', ...items.map(itemMarkdown)].join('\n')
}

function itemMarkdown({ outcome, name, description, links }: Item): Markdown {
  const { icon } = appearance(outcome)
  const line = `- ${icon} **${escapeMarkdown(name)}** ${escapeMarkdown(description)}`
  return [line, ...links.map(linkMarkdown)].join(' · ')
}

function linkMarkdown({ text, url }: Link): Markdown {
  return markdownLink(text, url)
}
