import { action } from '@ci-actions/kit'
import { noticeOutputs, notify } from '@ci-actions/notice'
import { slackChannel } from '@ci-actions/notice/slack'
import { inputs } from './inputs.ts'

export const slackNotify = action({
  title: 'Slack notify',
  inputs,
  outputs: noticeOutputs,
  async main(given, runner) {
    await notify(slackChannel(given, given.payload), given, runner)
  },
})
