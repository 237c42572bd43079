import { type InputParser, secretUrl, ValidationError } from '@ci-actions/kit'

/** The address of an incoming webhook; that of a workflow takes other messages. */
export const incomingWebhook: InputParser<URL> = {
  secret: true,
  async parse(given) {
    const url = await secretUrl.parse(given)
    if (/^\/(workflows|triggers)\//.test(url.pathname)) {
      throw new ValidationError(
        'the URL of an incoming webhook (https://hooks.slack.com/services/…), ' +
          'which that of a Workflow Builder trigger is not',
      )
    }
    return url
  },
}

/** https://docs.slack.dev/authentication/tokens */
export const botToken: InputParser<string> = {
  secret: true,
  parse(given) {
    if (/^xox[a-z]?[.-][\w.-]+$/.test(given)) return given
    throw new ValidationError('the token of a Slack app, which begins with xoxb-')
  },
}

/** An id such as `C012AB3CD`, or a name such as `#general`. */
export const channel: InputParser<string> = {
  parse(given) {
    if (isId(given) || /^#?[^\s#@:,<>]{1,80}$/.test(given)) return given
    throw new ValidationError('the id of a channel such as C012AB3CD, or its name such as #general')
  },
}

export function isId(channel: string): boolean {
  return /^[CDGU][A-Z0-9]{5,}$/.test(channel)
}

/** What Slack calls a message by: the time it was posted. */
export const timestamp: InputParser<string> = {
  parse(given) {
    if (/^\d{1,12}\.\d{1,6}$/.test(given)) return given
    throw new ValidationError(
      'the "message-id" output of an earlier step, such as 1763715600.000100',
    )
  },
}
