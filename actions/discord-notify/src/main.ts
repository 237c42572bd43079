import { action } from '@ci-actions/kit'
import { notify, notifyOutputs } from '@ci-actions/notify'
import { compatSuffix, discordChannel } from '@ci-actions/notify/discord'
import { inputs } from './inputs.ts'

export const discordNotify = action({
  title: 'Discord notify',
  inputs,
  outputs: notifyOutputs,
  async main(values, runner) {
    const suffix = values.webhookUrl && compatSuffix(values.webhookUrl)
    if (suffix) {
      runner.notice(
        `The webhook URL ends with "/${suffix}", which is for messages in another format. The ending is ignored.`,
      )
    }
    await notify(discordChannel(values, values.payload), values, runner)
  },
})
