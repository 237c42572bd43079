import type { WorkflowStep } from './workflow.ts'

/** Milliseconds as seconds: `1.4 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** What a step uses, without whose it is and which version: `health-check`. */
export function shortName({ uses }: WorkflowStep): string {
  return uses.replace(/^.*\/|@.*$/g, '')
}

/** A text of many lines on one, cut where it gets long. */
export function onOneLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
