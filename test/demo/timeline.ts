import type { Delivery, PlayedStep } from './delivery.ts'
import type { Course, Phase } from './deploy-timeline.ts'
import { seconds, shortName } from './format.ts'
import { type Html, html } from './html.ts'

/** The phases of a deploy that the legend explains, by Render's words. */
const phases = ['created', 'build_in_progress', 'update_in_progress', 'live']

/** What ran when: a row for each step, and below it one for each deploy that it started. */
export function timeline({ steps, courses, took }: Delivery): Html {
  const rows = steps.map((step) => {
    const started = courses.filter(({ phases }) => isDuring(phases[0]?.began, step))
    return html`${stepRow(step, took)}${started.map((course) => courseRow(course, took))}`
  })
  const marks = Array.from({ length: Math.floor(took / 1000) + 1 }, (_, second) => second)
  const axis = marks.map(
    (second) => html`<span style="left: ${percent(second * 1000, took)}">${second} s</span>`,
  )
  return html`
<div class="timeline" style="--second: ${percent(1000, took)}">${rows}
  <div class="row"><span></span><div class="axis">${axis}</div></div>
  <p class="legend">${phases.map((status) => html`<i class="${status}"></i>${status} `)}</p>
</div>`
}

function stepRow({ step, outcome, began, ended }: PlayedStep, took: number): Html {
  const says = outcome === 'skipped' ? 'skipped' : seconds(ended - began)
  return html`
  <div class="row step">
    <span>${shortName(step)}</span>
    <div class="track">
      <i class="bar ${outcome}" style="${place({ began, ended }, took)}"></i>
      <em style="left: ${percent(ended, took)}">${says}</em>
    </div>
  </div>`
}

function courseRow({ part, trigger, commit, phases }: Course, took: number): Html {
  const bars = phases.map((phase) => {
    const title = `${phase.status}, ${seconds(phase.ended - phase.began)}`
    return html`<i class="phase ${phase.status}" title="${title}" style="${place(phase, took)}"></i>`
  })
  return html`
  <div class="row course">
    <span title="${trigger}">${part} <code>${commit.slice(0, 7)}</code></span>
    <div class="track">${bars}</div>
  </div>`
}

function isDuring(time = Number.NaN, { began, ended }: PlayedStep): boolean {
  return began <= time && time <= ended
}

function place({ began, ended }: Pick<Phase, 'began' | 'ended'>, took: number): string {
  return `left: ${percent(began, took)}; width: ${percent(ended - began, took)}`
}

function percent(ms: number, of: number): string {
  return `${((ms / of) * 100).toFixed(2)}%`
}
