import type { Answer } from '@ci-actions/http'
import { excerpt } from '@ci-actions/kit'

const anew =
  'Make a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.'
const compare = 'Compare the secret with the URL that Slack shows.'
const report = 'This is a defect of the action, please report it with the output "payload".'

/**
 * What Slack's words mean, and what to try.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors
 */
const meanings: Readonly<Record<string, string>> = {
  action_prohibited:
    'an administrator restricts who may post there. Ask one, or choose another channel.',
  channel_is_archived: `the channel of the webhook is archived. Unarchive it, or choose another. ${anew}`,
  channel_not_found: `the channel of the webhook does not exist any more. ${anew}`,
  invalid_blocks: `the message has blocks that Slack does not take. ${report}`,
  invalid_payload: `the message is nothing that Slack can read. ${report}`,
  invalid_token: `the URL of the webhook is wrong, or no longer valid. ${compare}`,
  msg_blocks_too_long: `the message is too long. ${report}`,
  msg_too_long: `the message is too long. ${report}`,
  no_active_hooks: `the webhook is switched off. ${anew}`,
  no_service: `the webhook was removed or switched off, or its URL is not whole. ${anew}`,
  no_service_id: `the URL of the webhook is not whole. ${compare}`,
  no_team: `the workspace of the webhook does not exist, or the URL is not whole. ${compare}`,
  no_text: `the message has no text. ${report}`,
  posting_to_general_channel_denied:
    'whoever made the webhook may not post to the general channel. Choose another channel, or let an administrator make it.',
  team_disabled: 'the workspace is disabled. Ask its owner.',
  too_many_attachments: `the message has too many attachments. ${report}`,
  user_not_found: `the member the webhook writes to does not exist any more. ${anew}`,
}

/** Why an answer is not Slack's yes, which is 200 and `ok`; undefined when it is. */
export function complaint({ status, body }: Answer): string | undefined {
  const word = body.trim()
  if (status === 200 && word === 'ok') return undefined
  const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined
  if (meaning) return `Slack answered ${status} ${word}: ${meaning}`
  const said = word === '' ? 'an empty body' : `"${excerpt(word, 120)}"`
  return `Slack answered ${status} and ${said} in place of "ok". Is a proxy in between, or is the URL that of another service?`
}
