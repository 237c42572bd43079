import type { NoticeGiven } from './inputs.ts'
import type { Callable } from './mentions.ts'
import type { Status } from './status.ts'

/** What is to be announced, and who is called for it. */
export type Announcement = Omit<NoticeGiven, 'status' | 'statusPath'> &
  Callable & {
    readonly status: Status
    /** Whether it is known that the status is that of the job that announces it. */
    readonly isOfThisJob?: boolean
  }
