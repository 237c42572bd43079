import type { NotifyInputs } from './inputs.ts'
import type { MentionInputs } from './mentions.ts'
import type { Status } from './status.ts'

/** What to send, when, and whom to mention. */
export type SendOptions = Omit<NotifyInputs, 'status' | 'statusPath'> &
  MentionInputs & {
    readonly status: Status
    /** Whether the status is known to be that of the job that sends the message. */
    readonly isOfThisJob?: boolean
  }
