import { escapeMarkdown, type Markdown, markdownLink } from '@ci-actions/kit'
import type { Item, Link, List, Notice } from './notice.ts'
import { lookOf } from './outcome.ts'

/** A notice, below its title, as a section of the job summary. */
export function markdownOf({ text, facts, lists, links }: Notice): Markdown {
  const parts = [
    text?.split('\n').map(escapeMarkdown).join('<br>'),
    facts.map((fact) => `- **${fact.name}**: ${linked(fact)}`).join('\n'),
    ...lists.map(listMarkdown),
    links.map(linked).join(' · '),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function listMarkdown({ name, items }: List): Markdown {
  return [`**${name}**`, '', ...items.map(itemMarkdown)].join('\n')
}

function itemMarkdown({ outcome, name, words, links }: Item): Markdown {
  const line = `- ${lookOf(outcome).mark} **${escapeMarkdown(name)}** ${escapeMarkdown(words)}`
  return [line, ...links.map(linked)].join(' · ')
}

function linked({ text, url }: Link): Markdown {
  return markdownLink(text, url)
}
