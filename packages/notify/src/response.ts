import type { HttpResponse } from '@ci-actions/http'
import { excerpt } from '@ci-actions/kit'

/** The meaning of a platform's response. */
export interface ParsedResponse {
  /**
   * `rejected`: the platform declined the message. `unknown`: it may have been sent, and is not sent
   * again, to avoid a duplicate.
   */
  readonly status: 'sent' | 'rejected' | 'unknown'
  /** Why it was not sent, or may not have been, in sentences. */
  readonly reason?: string | undefined
  /** The platform's ids of the message and its channel, if the response contains them. */
  readonly messageId?: string | undefined
  readonly channelId?: string | undefined
}

/**
 * Returns the meaning of a response that does not follow the platform's documentation. A server that
 * fails may have processed the message; a body that is neither empty nor JSON comes from an
 * intermediary.
 *
 * @param expected what the body should have been: `"ok"`
 */
export function unexpectedResponse(
  platform: string,
  expected: string,
  { status, body }: HttpResponse,
): ParsedResponse {
  if (status >= 500) return { status: 'unknown', reason: `${platform} answered ${status}.` }
  const text = body.trim()
  const shown = text === '' ? 'an empty body' : `"${excerpt(text, 120)}"`
  const answer = `${platform} answered ${status} with ${shown}`
  // The platform responds with one word or with JSON, even if its content is unknown here.
  const isFromPlatform = status >= 400 && /^([\w.-]{1,60}|[{[].*)$/s.test(text)
  if (isFromPlatform) return { status: 'rejected', reason: `${answer}: it rejected the message.` }
  const isFromIntermediary = status >= 300 || !/^(\{|$)/.test(text)
  return {
    status: isFromIntermediary ? 'rejected' : 'unknown',
    reason: `${answer} instead of ${expected}. Check that the URL belongs to ${platform} and that no proxy answers in its place.`,
  }
}
