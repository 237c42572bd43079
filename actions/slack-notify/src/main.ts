import { action } from '@ci-actions/kit'
import { notify, notifyOutputs } from '@ci-actions/notify'
import { slackChannel } from '@ci-actions/notify/slack'
import { inputs } from './inputs.ts'

export const slackNotify = action({
  title: 'Slack notify',
  inputs,
  outputs: notifyOutputs,
  async main(values, runner) {
    await notify(slackChannel(values, values.payload), values, runner)
  },
})
