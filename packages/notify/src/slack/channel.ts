import type { Channel } from '../channel.ts'
import type { UserPayload } from '../payload.ts'
import { renderMessage } from './blocks.ts'
import { type Address, resolveDestination } from './destination.ts'

/**
 * Returns the Slack channel at an address. `payload` replaces parts of the message.
 *
 * @throws InputError when the parts of the address contradict each other
 */
export function slackChannel(address: Address, payload?: UserPayload): Channel {
  return {
    name: 'Slack',
    destination: resolveDestination(address),
    missingInput: address.channel ? 'token' : 'webhook-url',
    async createMessage(notification, mentions) {
      const message = renderMessage(notification, mentions)
      if (!payload) return message
      const { applyUserPayload } = await import('./payload.ts')
      return applyUserPayload(message, payload, mentions)
    },
  }
}
