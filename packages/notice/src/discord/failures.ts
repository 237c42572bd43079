const anew = 'Make a new webhook (channel settings, Integrations) and put its URL into the secret.'
const report = 'If "payload" is not given, this is a defect of the action: please report it.'

/**
 * What Discord's codes mean, and what to try.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
 */
const failures: Readonly<Record<number, string>> = {
  10003: `the channel or thread does not exist any more. Is "thread-id" of the channel of the webhook?`,
  10008: 'there is no such message of this webhook. In a thread, give "thread-id" too.',
  10015: `the webhook was removed, or its URL is not whole. ${anew}`,
  30033: 'the thread is full. Start another one.',
  40005: `the message is too large. ${report}`,
  40067: 'the forum requires a tag. Give "applied_tags" in "payload".',
  50005: 'the message is not one of this webhook. Give the "message-id" of its own.',
  50006: `the message is empty. ${report}`,
  50013: 'the webhook may not do this in the channel. Look at the permissions of the channel.',
  50027: `the URL of the webhook is wrong, or no longer valid. ${anew}`,
  50035: `the message has something that Discord does not take. ${report}`,
  50083: 'the thread is archived. Open it again, or give another "thread-id".',
  160005: 'the thread is locked. Unlock it, or give another "thread-id".',
  200000: 'the moderation of the server blocked the message.',
  220001: 'the channel is a forum. Give "thread-name" to start a post, or "thread-id".',
  220002: 'a post is either started ("thread-name") or there already ("thread-id").',
  220003: 'the channel is no forum. Leave "thread-name" out.',
  240000: 'Discord blocked the message because of a link in it.',
}

/** What a code of Discord means; undefined when it is none that is known. */
export function sayFailure(code: number): string | undefined {
  return failures[code]
}
