import { readInputs } from '@ci-actions/kit'
import { discordNotify } from '../../actions/discord-notify/src/main.ts'
import { slackNotify } from '../../actions/slack-notify/src/main.ts'
import { dropped, type Fault, rateLimited } from '../emulators/faults.ts'
import { send } from '../emulators/server.ts'
import { type Notifier, notifiers } from '../support/notifiers.ts'
import { TestRunner } from '../support/runner.ts'

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

async function notify({ action }: Notifier, inputs: Record<string, string>): Promise<TestRunner> {
  const runner = new TestRunner({
    status: 'success',
    when: 'always',
    'mention-on': 'failure',
    'on-error': 'warn',
    'if-missing': 'fail',
    'github-token': 'token',
    'reply-broadcast': 'false',
    'api-url': 'https://slack.com/api',
    silent: 'false',
    timeout: '2m',
    'dry-run': 'false',
    ...inputs,
  })
  if (action === 'slack-notify') {
    await slackNotify.main(await readInputs(slackNotify.inputs, runner), runner)
  } else {
    await discordNotify.main(await readInputs(discordNotify.inputs, runner), runner)
  }
  return runner
}

test.concurrent.each(notifiers)(
  'Of 500 notices, 40 at a time, $action by $secret loses none and sends none twice',
  async (notifier) => {
    const { inputs, platform } = await notifier.start()
    platform.playAlways(flooded())
    const all = Array.from({ length: 500 }, (_, index) => `Notice ${index} of 500`)
    const queue = all.values()
    const sent = new Map<string, TestRunner>()
    const worker = async (): Promise<void> => {
      for (const title of queue) sent.set(title, await notify(notifier, { ...inputs, title }))
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
