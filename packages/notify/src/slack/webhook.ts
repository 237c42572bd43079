import type { HttpResponse } from '@ci-actions/http'
import type { Destination } from '../deliver.ts'
import { type ParsedResponse, unexpectedResponse } from '../response.ts'
import { explainError } from './errors.ts'

/** Returns an incoming webhook, which posts to one channel and does not return the message's id. */
export function webhookDestination(base: URL, threadTs?: string): Destination {
  return {
    base,
    isUpdate: false,
    request: (message) => ({
      method: 'POST',
      path: '',
      json: { ...message, ...(threadTs && { thread_ts: threadTs }) },
    }),
    parseResponse: parseWebhookResponse,
  }
}

/** A webhook answers 200 and `ok`, or an error code as text. */
function parseWebhookResponse(response: HttpResponse): ParsedResponse {
  const { status, body } = response
  const code = body.trim()
  if (status === 200 && code === 'ok') return { status: 'sent' }
  const explanation = explainError(code, recreate)
  if (!explanation) return unexpectedResponse('Slack', '"ok"', response)
  return { status: 'rejected', reason: `Slack answered ${status} ${code}: ${explanation}` }
}

const recreate =
  'Create a new incoming webhook (https://api.slack.com/apps) and put its URL into the secret.'
