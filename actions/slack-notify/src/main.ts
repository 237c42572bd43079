import { action } from '@ci-actions/kit'
import { noticeOutputs, notify, type Platform } from '@ci-actions/notice'
import { render } from './blocks.ts'
import { destinationOf } from './destination.ts'
import { inputs } from './inputs.ts'

export const slackNotify = action({
  title: 'Slack notify',
  inputs,
  outputs: noticeOutputs,
  async main(given, runner) {
    const slack: Platform = {
      name: 'Slack',
      destination: destinationOf(given),
      missing: given.channel ? 'token' : 'webhook-url',
      async compose(notice, mentions) {
        const message = render(notice, mentions)
        if (!given.payload) return message
        const { withPayload } = await import('./payload.ts')
        return withPayload(message, given.payload, mentions)
      },
    }
    await notify(slack, given, runner)
  },
})
