const recreate =
  'Create a new webhook (channel settings, Integrations) and put its URL into the secret.'
const reportBug = 'Without "payload", this is a bug in the action: please report it.'

/**
 * Causes of Discord's error codes, and what to try.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
 */
const explanations: Readonly<Record<number, string>> = {
  10003: `the channel or thread does not exist. Check that "thread-id" belongs to the channel of the webhook.`,
  10008: 'this webhook has no such message. For a message in a thread, set "thread-id", too.',
  10015: `the webhook was deleted, or its URL is incomplete. ${recreate}`,
  30033: 'the thread is full. Start another one.',
  40005: `the message is too large. ${reportBug}`,
  40067: 'the forum requires a tag. Set "applied_tags" in "payload".',
  50005: 'the message was sent by another webhook. Set "message-id" to one of this webhook.',
  50006: `the message is empty. ${reportBug}`,
  50013: 'the webhook lacks a permission. Check the permissions of the channel.',
  50027: `the URL of the webhook is wrong or no longer valid. ${recreate}`,
  50035: `the message contains something that Discord does not accept. ${reportBug}`,
  50083: 'the thread is archived. Reopen it, or set another "thread-id".',
  160005: 'the thread is locked. Unlock it, or set another "thread-id".',
  200000: 'the moderation rules of the server blocked the message.',
  220001: 'the channel is a forum. Set "thread-name" to start a post, or "thread-id".',
  220002:
    'both a new post ("thread-name") and an existing one ("thread-id") are set. Set only one.',
  220003: 'the channel is not a forum. Remove "thread-name".',
  240000: 'Discord blocked the message because of a link in it.',
}

/** Returns the cause of an error code, or undefined for other codes. */
export function explainError(code: number): string | undefined {
  return explanations[code]
}
