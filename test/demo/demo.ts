import { writeFileSync } from 'node:fs'
import { createTemporaryFolder, removeTemporaryFolder } from '../support/temporary.ts'
import { expectAsTold, expectNoSecret } from './assert-story.ts'
import { deliver } from './delivery.ts'
import { pageOf } from './page.ts'
import { startPhantomPower } from './sample-project.ts'
import { bad, good } from './scenarios.ts'
import { print, printEnd, printHeading, terminal } from './terminal.ts'

/*
 * Delivers Phantom Power twice, by examples/render.yml and the bundles in dist/, to Render, Slack
 * and Discord as they are emulated on this machine, and ends with exit code 1 when it does not go as told.
 */

const page = 'demo-delivery.html'

createTemporaryFolder()
const phantomPower = await startPhantomPower({
  backend: [
    ['created', 150],
    ['build_in_progress', 1100],
    ['update_in_progress', 500],
  ],
  audio: [
    ['created', 150],
    ['build_in_progress', 700],
    ['update_in_progress', 400],
  ],
  frontend: [
    ['created', 150],
    ['build_in_progress', 450],
    ['update_in_progress', 250],
  ],
})
phantomPower.breakBackend(bad.release.commit, 'not healthy')

try {
  const deliveries = []
  for (const story of [good, bad]) {
    printHeading(story.title)
    const delivery = await deliver(story.release, phantomPower, terminal)
    printEnd(delivery)
    expectAsTold(delivery, story)
    deliveries.push(delivery)
  }
  const html = pageOf(deliveries)
  expectNoSecret(html, phantomPower)
  writeFileSync(page, html)
  print(`\nBoth went as they should. To look at: ${page}`)
} finally {
  await phantomPower.close()
  removeTemporaryFolder()
}
