import { type InputParser, named, text, ValidationError } from '@ci-actions/kit'

/** The parts that are checked, each with its own rules. */
export const topics = ['title', 'description', 'commits', 'branch'] as const

export type Topic = (typeof topics)[number]

/** An author for whom a topic is not checked; all topics if undefined. */
export interface Exemption {
  readonly author: string
  readonly topic: Topic | undefined
}

const everyBot = '*[bot]'

/** A login or `*[bot]`, optionally after a topic. */
export const exemption: InputParser<Exemption> = {
  async parse(given) {
    const { name, value: author } = await named(text).parse(given)
    const topic = topics.find((one) => one === name)
    const isLogin = author === everyBot || /^[\w-]+(\[bot\])?$/.test(author)
    if (!isLogin || topic !== name) {
      const examples = `a login such as octocat or dependabot[bot], or ${everyBot}`
      throw new ValidationError(
        `${examples}, optionally after one of ${topics.join(', ')} and a colon`,
      )
    }
    return { author, topic }
  },
}

/** Whether a topic is not checked for this author. */
export function isExempt(
  login: string,
  topic: Topic,
  exemptions: readonly Exemption[] = [],
): boolean {
  return exemptions.some((one) => {
    const isAsked = one.topic === undefined || one.topic === topic
    return isAsked && isMeant(one.author, login)
  })
}

/** Compares logins, ignoring case. */
function isMeant(author: string, login: string): boolean {
  if (author === everyBot) return login.endsWith('[bot]')
  return author.toLowerCase() === login.toLowerCase()
}
