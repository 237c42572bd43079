import type { HttpResponse } from '@ci-actions/http'
import { excerpt } from '@ci-actions/kit'

/** What the platform's answer means. */
export interface Verdict {
  /**
   * `refused`: it was answered with no. `unknown`: it may have been sent, and is not sent again, so
   * that nobody gets it twice.
   */
  readonly end: 'sent' | 'refused' | 'unknown'
  /** Why it was not sent, or may not have been, in sentences. */
  readonly reason?: string | undefined
  /** What the platform calls the message and its channel, where it says. */
  readonly messageId?: string | undefined
  readonly channelId?: string | undefined
}

/**
 * An answer that is not what the platform says. A server that fails may have taken the message; what
 * is neither empty nor JSON comes from somebody on the way.
 *
 * @param due what it should be: `"ok"`
 */
export function unreadable(platform: string, due: string, { status, body }: HttpResponse): Verdict {
  if (status >= 500) return { end: 'unknown', reason: `${platform} answered ${status}.` }
  const text = body.trim()
  const said = text === '' ? 'an empty body' : `"${excerpt(text, 120)}"`
  // The platform itself answers with a word or with JSON, also where it is none that is known here.
  const isOwn = status >= 400 && /^([\w.-]{1,60}|[{[].*)$/s.test(text)
  if (isOwn)
    return {
      end: 'refused',
      reason: `${platform} answered ${status} and ${said}: it refused the message.`,
    }
  const isForeign = status >= 300 || !/^(\{|$)/.test(text)
  return {
    end: isForeign ? 'refused' : 'unknown',
    reason: `${platform} answered ${status} and ${said} in place of ${due}. Is a proxy in between, or is the URL that of another service?`,
  }
}
