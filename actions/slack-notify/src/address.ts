import { type Kind, secretUrl, Unusable } from '@ci-actions/kit'

/** The address of an incoming webhook; that of a workflow takes other messages. */
export const incomingWebhook: Kind<URL> = {
  secret: true,
  async parse(given) {
    const url = await secretUrl.parse(given)
    if (/^\/(workflows|triggers)\//.test(url.pathname)) {
      throw new Unusable(
        'the URL of an incoming webhook (https://hooks.slack.com/services/…), ' +
          'which that of a Workflow Builder trigger is not',
      )
    }
    return url
  },
}
