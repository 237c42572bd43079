import { lookUp } from '@ci-actions/kit'

const checkSecret = 'Compare the secret with the URL that Slack shows.'
const reportBug = 'Without "payload", this is a bug in the action: please report it.'
const checkToken = 'Check "OAuth & Permissions" of the app (https://api.slack.com/apps).'
const invite = 'Invite the bot to the channel: /invite @its-name.'
const restricted =
  'an administrator restricts who may post there. Ask one, or choose another channel.'
const indeterminate = 'Slack failed, and the message may or may not have been posted.'

/**
 * Causes of Slack's error codes, and what to try; `{recreate}` stands for how to get a new address.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const explanations: Readonly<Record<string, string>> = {
  access_denied: `the token lacks access. ${checkToken}`,
  account_inactive: `the account of the token was deleted. ${checkToken}`,
  action_prohibited: restricted,
  cant_update_message:
    'the message was not sent by this bot. Use the "message-id" of one that was.',
  cannot_reply_to_message:
    'this message does not accept replies. Set "thread-ts" to another message.',
  channel_is_archived: 'the channel is archived. Unarchive it, or choose another. {recreate}',
  channel_not_found: 'the channel does not exist, or is not visible. {recreate}',
  edit_window_closed: 'the message is too old to be updated. Send a new one.',
  ekm_access_denied: 'administrators have suspended posting.',
  fatal_error: indeterminate,
  internal_error: indeterminate,
  invalid_attachments: `the message has attachments that Slack does not accept. ${reportBug}`,
  invalid_auth: `the token is wrong or no longer valid. ${checkToken}`,
  invalid_blocks: `the message has blocks that Slack does not accept. ${reportBug}`,
  invalid_blocks_format: `the message has blocks that Slack does not accept. ${reportBug}`,
  invalid_payload: `Slack cannot parse the message. ${reportBug}`,
  invalid_token: `the URL of the webhook is wrong or no longer valid. ${checkSecret}`,
  is_archived: 'the channel is archived. Unarchive it, or choose another.',
  message_not_found:
    'the channel has no such message. Check that "update-ts" belongs to this channel.',
  missing_scope: `the token lacks a scope; chat:write is needed. ${checkToken}`,
  msg_blocks_too_long: `the message is too long. ${reportBug}`,
  msg_too_long: `the message is too long. ${reportBug}`,
  no_active_hooks: 'the webhook is disabled. {recreate}',
  no_permission: `the token lacks the permission. ${checkToken}`,
  no_service: 'the webhook was deleted or disabled, or its URL is incomplete. {recreate}',
  no_service_id: `the URL of the webhook is incomplete. ${checkSecret}`,
  no_team: `the workspace of the webhook does not exist, or the URL is incomplete. ${checkSecret}`,
  no_text: `the message has no text. ${reportBug}`,
  not_allowed_token_type: `this type of token cannot post; it must start with xoxb-. ${checkToken}`,
  not_authed: `Slack received no token. ${checkToken}`,
  not_in_channel: `the bot is not in the channel. ${invite}`,
  posting_to_general_channel_denied:
    'the creator of the webhook may not post to the general channel. Choose another channel, or let an administrator create the webhook.',
  ratelimited: 'too many messages were sent. Send fewer, or to another channel.',
  rate_limited: 'too many messages were sent. Send fewer, or to another channel.',
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  rollup_error: 'there is a problem with the workspace. Ask its owner, or Slack.',
  service_unavailable: indeterminate,
  request_timeout: indeterminate,
  team_access_not_granted: 'the app is not installed in this workspace. Install it there.',
  team_disabled: 'the workspace is disabled. Ask its owner.',
  token_expired: `the token has expired. ${checkToken}`,
  token_revoked: `the token was revoked. ${checkToken}`,
  too_many_attachments: `the message has too many attachments. ${reportBug}`,
  user_not_found: 'the member that the webhook posts to no longer exists. {recreate}',
}

/** Error codes after which the message may have been posted. */
export const indeterminateErrors: readonly string[] = Object.keys(explanations).filter(
  (code) => explanations[code] === indeterminate,
)

/**
 * Returns the cause of an error code, or undefined for other codes.
 *
 * @param recreate how to get a new address, as a sentence
 */
export function explainError(code: string, recreate: string): string | undefined {
  return lookUp(explanations, code)?.replace('{recreate}', recreate)
}
