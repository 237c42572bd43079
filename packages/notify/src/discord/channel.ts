import type { Channel } from '../channel.ts'
import type { UserPayload } from '../payload.ts'
import { type Address, resolveDestination } from './destination.ts'
import { renderMessage } from './embed.ts'

/**
 * Returns the Discord channel at an address. `payload` replaces parts of the message.
 *
 * @throws InputError when the parts of the address contradict each other
 */
export function discordChannel(address: Address, payload?: UserPayload): Channel {
  return {
    name: 'Discord',
    destination: resolveDestination(address),
    missingInput: 'webhook-url',
    async createMessage(notification, mentions) {
      const message = renderMessage(notification, mentions)
      if (!payload) return message
      const { applyUserPayload } = await import('./payload.ts')
      return applyUserPayload(message, payload, mentions)
    },
  }
}
