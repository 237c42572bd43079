import { action } from '@ci-actions/kit'
import { calls, noticeOf, noticeOutputs, tell } from '@ci-actions/notice'
import { render } from './blocks.ts'
import { inputs } from './inputs.ts'
import { post } from './webhook.ts'

export const slackNotify = action({
  title: 'Slack notify',
  inputs,
  outputs: noticeOutputs,
  async main(given, runner) {
    const notice = noticeOf(given, runner.run)
    const called = calls(given.mentionOn, notice.outcome) ? given.mention : []
    const payload = render(notice, called)
    const delivery = await post(payload, given, runner)
    tell({ platform: 'Slack', notice, payload, delivery }, given, runner)
  },
})
