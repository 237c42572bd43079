import { action } from '@ci-actions/kit'
import { noticeOutputs, notify } from '@ci-actions/notice'
import { discordChannel, foreignEnding } from '@ci-actions/notice/discord'
import { inputs } from './inputs.ts'

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
    await notify(discordChannel(given, given.payload), given, runner)
  },
})
