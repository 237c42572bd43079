import { dropped, type Fault, rateLimited } from '../emulators/faults.ts'
import { send } from '../emulators/server.ts'
import { notifiers } from '../support/notifiers.ts'
import type { TestRunner } from '../support/runner.ts'

/** Twenty a second are let through, and of those every twentieth is taken and its answer dropped. */
function flooded(): Fault {
  const limited = rateLimited('1')
  let second = 0
  let inSecond = 0
  let taken = 0
  return (execute, response) => {
    const now = Math.floor(performance.now() / 1000)
    inSecond = now === second ? inSecond + 1 : 1
    second = now
    if (inSecond > 20) limited(execute, response)
    else if (++taken % 20 === 0) dropped(execute, response)
    else send(response, execute())
  }
}

test.concurrent.each(notifiers)(
  'Of 500 notices, 40 at a time, $action by $secret loses none and sends none twice',
  async ({ start, play }) => {
    const { inputs, platform } = await start()
    platform.playAlways(flooded())
    const all = Array.from({ length: 500 }, (_, index) => `Notice ${index} of 500`)
    const queue = all.values()
    const sent = new Map<string, TestRunner>()
    const worker = async (): Promise<void> => {
      for (const title of queue) sent.set(title, await play({ ...inputs, title, timeout: '2m' }))
    }
    await Promise.all(Array.from({ length: 40 }, worker))
    await platform.close()

    const arrived = platform.messages.map(
      (message) => /Notice \d+ of 500/.exec(JSON.stringify(message))?.[0],
    )
    expect(arrived.toSorted()).toEqual(all.toSorted())
    const open = all.filter((title) => sent.get(title)?.outputs.sent === 'unknown')
    expect(open).toHaveLength(25)
    for (const title of open) {
      expect(sent.get(title)?.lines.at(-1)).toMatch(/^warning: The message may have been sent/)
    }
    expect(all.filter((title) => sent.get(title)?.outputs.sent === true)).toHaveLength(475)
  },
  180_000,
)
