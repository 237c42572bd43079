import { type InputParser, secretUrl, ValidationError } from '@ci-actions/kit'

/** URL of an incoming webhook. That of a Workflow Builder trigger expects other messages. */
export const incomingWebhook: InputParser<URL> = {
  secret: true,
  async parse(value) {
    const url = await secretUrl.parse(value)
    if (/^\/(workflows|triggers)\//.test(url.pathname)) {
      throw new ValidationError(
        'the URL of an incoming webhook (https://hooks.slack.com/services/…), not of a Workflow Builder trigger',
      )
    }
    return url
  },
}

/** https://docs.slack.dev/authentication/tokens */
export const botToken: InputParser<string> = {
  secret: true,
  parse(value) {
    if (/^xox[a-z]?[.-][\w.-]+$/.test(value)) return value
    throw new ValidationError('the token of a Slack app, which starts with xoxb-')
  },
}

/** An id such as `C012AB3CD`, or a name such as `#general`. */
export const channel: InputParser<string> = {
  parse(value) {
    if (isId(value) || /^#?[^\s#@:,<>]{1,80}$/.test(value)) return value
    throw new ValidationError('the id of a channel such as C012AB3CD, or its name such as #general')
  },
}

export function isId(channel: string): boolean {
  return /^[CDGU][A-Z0-9]{5,}$/.test(channel)
}

/** Slack's id of a message: the time when it was posted. */
export const timestamp: InputParser<string> = {
  parse(value) {
    if (/^\d{1,12}\.\d{1,6}$/.test(value)) return value
    throw new ValidationError(
      'the "message-id" output of an earlier step, such as 1763715600.000100',
    )
  },
}
