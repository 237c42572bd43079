import type { Channel } from '../notify.ts'
import type { Own } from '../payload.ts'
import { render } from './blocks.ts'
import { type Address, destinationOf } from './destination.ts'

/**
 * Returns the channel of Slack at an address; `payload` is what the author wrote in place of ours.
 *
 * @throws InputError when the parts of the address contradict each other
 */
export function slackChannel(address: Address, payload?: Own): Channel {
  return {
    name: 'Slack',
    destination: destinationOf(address),
    missing: address.channel ? 'token' : 'webhook-url',
    async compose(notice, mentions) {
      const message = render(notice, mentions)
      if (!payload) return message
      const { withPayload } = await import('./payload.ts')
      return withPayload(message, payload, mentions)
    },
  }
}
