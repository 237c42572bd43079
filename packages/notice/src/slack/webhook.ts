import type { HttpResponse } from '@ci-actions/http'
import type { Destination } from '../deliver.ts'
import { unreadable, type Verdict } from '../verdict.ts'
import { sayFailure } from './failures.ts'

/** An incoming webhook, which posts to one channel and does not say what it posted. */
export function webhookOf(base: URL, threadTs?: string): Destination {
  return {
    base,
    isChange: false,
    request: (message) => ({
      method: 'POST',
      path: '',
      json: { ...message, ...(threadTs && { thread_ts: threadTs }) },
    }),
    read: readWebhook,
  }
}

/** The yes of a webhook is 200 and `ok`; everything else is a word that says why. */
function readWebhook(answer: HttpResponse): Verdict {
  const { status, body } = answer
  const word = body.trim()
  if (status === 200 && word === 'ok') return { end: 'sent' }
  const meaning = sayFailure(word, anew)
  if (meaning) return { end: 'refused', reason: `Slack answered ${status} ${word}: ${meaning}` }
  return unreadable('Slack', '"ok"', answer)
}

const anew =
  'Make a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.'
