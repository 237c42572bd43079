import { lookUp } from '@ci-actions/kit'

const compare = 'Compare the secret with the URL that Slack shows.'
const report = 'If "payload" is not given, this is a defect of the action: please report it.'
const token = 'Look at "OAuth & Permissions" of the app (https://api.slack.com/apps).'
const invite = 'Invite the bot to the channel: /invite @its-name.'
const admin = 'an administrator restricts who may post there. Ask one, or choose another channel.'
const again = 'Slack failed, and does not say how far it came.'

/**
 * What Slack's words mean, and what to try; `{anew}` is where to get a new address.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const failures: Readonly<Record<string, string>> = {
  access_denied: `the token may not do this. ${token}`,
  account_inactive: `the account of the token was deleted. ${token}`,
  action_prohibited: admin,
  cant_update_message: 'the message is not one of this bot. Give the "message-id" of its own.',
  cannot_reply_to_message: 'this message takes no replies. Give "thread-ts" of another.',
  channel_is_archived: 'the channel is archived. Unarchive it, or choose another. {anew}',
  channel_not_found: 'there is no such channel any more, or it cannot be seen. {anew}',
  edit_window_closed: 'the message is too old to be changed. Send a new one.',
  ekm_access_denied: 'administrators have suspended posting.',
  fatal_error: again,
  internal_error: again,
  invalid_attachments: `the message has attachments that Slack does not take. ${report}`,
  invalid_auth: `the token is wrong, or no longer valid. ${token}`,
  invalid_blocks: `the message has blocks that Slack does not take. ${report}`,
  invalid_blocks_format: `the message has blocks that Slack does not take. ${report}`,
  invalid_payload: `the message is nothing that Slack can read. ${report}`,
  invalid_token: `the URL of the webhook is wrong, or no longer valid. ${compare}`,
  is_archived: 'the channel is archived. Unarchive it, or choose another.',
  message_not_found: 'there is no such message in the channel. Is "update-ts" of this channel?',
  missing_scope: `the token lacks a scope; chat:write is needed. ${token}`,
  msg_blocks_too_long: `the message is too long. ${report}`,
  msg_too_long: `the message is too long. ${report}`,
  no_active_hooks: 'the webhook is switched off. {anew}',
  no_permission: `the token may not do this. ${token}`,
  no_service: 'the webhook was removed or switched off, or its URL is not whole. {anew}',
  no_service_id: `the URL of the webhook is not whole. ${compare}`,
  no_team: `the workspace of the webhook does not exist, or the URL is not whole. ${compare}`,
  no_text: `the message has no text. ${report}`,
  not_allowed_token_type: `the token is of a kind that cannot post; it must begin with xoxb-. ${token}`,
  not_authed: `no token arrived. ${token}`,
  not_in_channel: `the bot is not in the channel. ${invite}`,
  posting_to_general_channel_denied:
    'whoever made the webhook may not post to the general channel. Choose another channel, or let an administrator make it.',
  ratelimited: 'too many messages were sent. Send fewer, or to another channel.',
  rate_limited: 'too many messages were sent. Send fewer, or to another channel.',
  restricted_action: admin,
  restricted_action_read_only_channel: admin,
  rollup_error: 'something about the workspace is wrong. Ask its owner, or Slack.',
  service_unavailable: again,
  request_timeout: again,
  team_access_not_granted: 'the app is not installed in this workspace. Install it there.',
  team_disabled: 'the workspace is disabled. Ask its owner.',
  token_expired: `the token has expired. ${token}`,
  token_revoked: `the token was revoked. ${token}`,
  too_many_attachments: `the message has too many attachments. ${report}`,
  user_not_found: 'the member the webhook writes to does not exist any more. {anew}',
}

/** Words after which the message may be there all the same. */
export const openFailures: readonly string[] = Object.keys(failures).filter(
  (word) => failures[word] === again,
)

/** What a word of Slack means; undefined when it is none that is known. */
export function sayFailure(word: string, anew: string): string | undefined {
  return lookUp(failures, word)?.replace('{anew}', anew)
}
