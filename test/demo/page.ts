import type { Delivery, PlayedStep, Serving } from './delivery.ts'
import { renderAsHtml as discordHtml, discordStyle } from './discord-message.ts'
import { seconds, shortName } from './format.ts'
import { Html, html } from './html.ts'
import { markdown } from './markdown.ts'
import { style } from './page-style.ts'
import { renderAsHtml as slackHtml, slackStyle } from './slack-message.ts'
import type { LogLine } from './step-log.ts'
import { timeline } from './timeline.ts'

/** Deliveries as one page that needs nothing but itself. */
export function pageOf(deliveries: readonly Delivery[]): string {
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phantom Power, delivered</title>
<style>${new Html(style + slackStyle + discordStyle)}</style>
<header>
  <h1>Phantom Power, delivered</h1>
  <p>
    What <code>examples/render.yml</code> did for ${deliveries.length} releases, played by the bundles in
    <code>dist/</code>. Render, Slack, Discord and the three services were emulated on this machine.
  </p>
</header>
${deliveries.map(releaseHtml)}
</html>
`.text
}

const ended = { success: 'succeeded', failure: 'failed' }

function releaseHtml(delivery: Delivery): Html {
  const { release, status, steps, inSlack, inDiscord, serving, took } = delivery
  return html`
<section>
  <h2>
    ${release.message} <code>${release.commit.slice(0, 7)}</code>
    <span class="badge ${status}">${ended[status]} after ${seconds(took)}</span>
  </h2>
  ${timeline(delivery)}
  <div class="columns">
    <div class="card wide"><h3>Job summary</h3>${steps.filter(({ summary }) => summary !== '').map(summaryHtml)}</div>
    <div>
      <div class="card"><h3>In Slack</h3>${inSlack.map((one) => new Html(slackHtml(one)))}</div>
      <div class="card"><h3>In Discord</h3>${inDiscord.map((one) => new Html(discordHtml(one)))}</div>
      <div class="card"><h3>What Render serves now</h3>${servingHtml(serving)}</div>
    </div>
  </div>
  <details class="card">
    <summary>The log of the job</summary>
    ${steps.filter(({ outcome }) => outcome !== 'skipped').map(logHtml)}
  </details>
</section>`
}

function summaryHtml({ summary }: PlayedStep): Html {
  return html`<div class="markdown">${markdown(summary)}</div>`
}

function servingHtml(serving: readonly Serving[]): Html {
  const rows = serving.map(({ part, commit, trigger }) => {
    return html`<tr><td>${part}<td><code>${commit.slice(0, 7)}</code><td>${trigger}`
  })
  return html`<table><tr><th>service<th>commit<th>brought by${rows}</table>`
}

function logHtml({ step, log }: PlayedStep): Html {
  return html`<h4>${shortName(step)}</h4><pre>${log.map(lineHtml)}</pre>`
}

function lineHtml({ level, text }: LogLine): Html {
  return html`<span class="${level}">${text}</span>\n`
}
