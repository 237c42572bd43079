import type { Channel } from '../notify.ts'
import type { Own } from '../payload.ts'
import { type Address, destinationOf } from './destination.ts'
import { render } from './embed.ts'

/**
 * Returns the channel of Discord at an address; `payload` is what the author wrote in place of ours.
 *
 * @throws InputError when the parts of the address contradict each other
 */
export function discordChannel(address: Address, payload?: Own): Channel {
  return {
    name: 'Discord',
    destination: destinationOf(address),
    missing: 'webhook-url',
    async compose(notice, mentions) {
      const message = render(notice, mentions)
      if (!payload) return message
      const { withPayload } = await import('./payload.ts')
      return withPayload(message, payload, mentions)
    },
  }
}
