export type { MentioningChannel } from './platform.ts'

import { discord } from './discord/platform.ts'
import { slack } from './slack/platform.ts'

/** All platforms that deliver writes to. */
export const platforms = [slack, discord]

/** The inputs of all of them. */
export const platformInputs = { ...slack.inputs, ...discord.inputs }
