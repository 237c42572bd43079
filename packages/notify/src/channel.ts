import type { Destination } from './deliver.ts'
import type { Notification } from './notification.ts'

/** A chat platform, with the address this run sends to. */
export interface Channel {
  /** Display name of the platform: `Slack`. */
  readonly name: string
  /** Undefined if the secret it needs is missing. */
  readonly destination: Destination | undefined
  /** The input to set if there is no destination: `webhook-url`. */
  readonly missingInput: string
  /** Returns the message. `mentions` is the platform's markup; nothing else may mention anyone. */
  createMessage(notification: Notification, mentions: readonly string[]): Promise<object>
}
