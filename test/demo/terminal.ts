import { styleText } from 'node:util'
import { shown } from '../emulators/discord-markdown.ts'
import type { Audience, Delivery, PlayedStep } from './delivery.ts'
import { seconds } from './format.ts'
import type { LogLine } from './step-log.ts'

/** A delivery as it runs, on the terminal. */
export const terminal: Audience = {
  begins: ({ uses }) => print(`  ${styleText('bold', uses)}`),
  says: (line) => print(paint(line)),
  ended: (step) => print(`    ${endOf(step)}\n`),
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function paint({ level, text }: LogLine): string {
  const indented = text.replaceAll('\n', '\n      ')
  switch (level) {
    case 'error':
      return styleText('red', `      Error: ${indented}`)
    case 'warning':
      return styleText('yellow', `      Warning: ${indented}`)
    case 'notice':
      return styleText('cyan', `      Notice: ${indented}`)
    case 'input':
      return styleText('gray', `      ${indented}`)
    case 'plain':
      return `      ${indented}`
  }
}

function endOf({ outcome, step, began, ended }: PlayedStep): string {
  const took = seconds(ended - began)
  switch (outcome) {
    case 'success':
      return `${styleText('green', '✔')} ${took}`
    case 'failure':
      return `${styleText('red', '✘')} ${styleText('red', 'failed')} after ${took}`
    case 'skipped':
      return styleText('gray', `– skipped: if ${step.if}`)
  }
}

export function printHeading(text: string): void {
  print(`\n${styleText(['bold', 'inverse'], ` ${text} `)}\n`)
}

/** What there is at the end of a delivery. */
export function printEnd({ serving, inSlack, inDiscord, took }: Delivery): void {
  const parts = serving.map(
    ({ part, commit, trigger }) => `${part} ${commit.slice(0, 7)} (${trigger})`,
  )
  print(`  Render serves   ${parts.join(', ')}`)
  for (const { text } of inSlack) print(`  Slack was told  ${text.split('\n')[0]}`)
  for (const { embeds } of inDiscord) print(`  Discord, too    ${shown(embeds?.[0]?.title ?? '')}`)
  print(`  It took         ${seconds(took)}`)
}
