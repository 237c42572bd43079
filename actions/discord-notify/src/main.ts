import { action } from '@ci-actions/kit'
import { noticeOutputs, notify, type Platform } from '@ci-actions/notice'
import { foreignEnding } from './address.ts'
import { render } from './embed.ts'
import { inputs } from './inputs.ts'
import { destinationOf } from './webhook.ts'

export const discordNotify = action({
  title: 'Discord notify',
  inputs,
  outputs: noticeOutputs,
  async main(given, runner) {
    const ending = given.webhookUrl && foreignEnding(given.webhookUrl)
    if (ending) {
      runner.notice(
        `The webhook URL ends with "/${ending}", which is for other messages than these; it is left out.`,
      )
    }
    const discord: Platform = {
      name: 'Discord',
      destination: destinationOf(given),
      missing: 'webhook-url',
      async compose(notice, mentions) {
        const message = render(notice, mentions)
        if (!given.payload) return message
        const { withPayload } = await import('./payload.ts')
        return withPayload(message, given.payload, mentions)
      },
    }
    await notify(discord, given, runner)
  },
})
