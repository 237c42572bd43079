import { type InputParser, named, text, ValidationError } from '@ci-actions/kit'

/** What is checked, each by rules of its own. */
export const topics = ['title', 'description', 'commits', 'branch'] as const

export type Topic = (typeof topics)[number]

/** Of whom something is not checked; everything where it is not said what. */
export interface Exemption {
  readonly author: string
  readonly topic: Topic | undefined
}

const everyBot = '*[bot]'

/** A login, or `*[bot]`, either with a topic before it. */
export const exemption: InputParser<Exemption> = {
  async parse(given) {
    const { name, value: author } = await named(text).parse(given)
    const topic = topics.find((one) => one === name)
    const isLogin = author === everyBot || /^[\w-]+(\[bot\])?$/.test(author)
    if (!isLogin || topic !== name) {
      const examples = `a login such as octocat or dependabot[bot], or ${everyBot}`
      throw new ValidationError(
        `${examples}, which may have ${topics.join(', ')} and a colon before it`,
      )
    }
    return { author, topic }
  },
}

/** Whether a topic is not checked of this author. */
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

/** Logins are told apart without looking at upper case. */
function isMeant(author: string, login: string): boolean {
  if (author === everyBot) return login.endsWith('[bot]')
  return author.toLowerCase() === login.toLowerCase()
}
