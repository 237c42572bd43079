export type { MentioningChannel } from './platform.ts'

import { discord } from './discord/platform.ts'
import { slack } from './slack/platform.ts'

/** All platforms that `deliver` can send to. */
export const platforms = [slack, discord]

/** The inputs of all platforms. */
export const platformInputs = { ...slack.inputs, ...discord.inputs }
