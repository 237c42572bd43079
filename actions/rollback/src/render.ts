import { RenderApi, RenderTarget } from '@ci-actions/deployment/render'
import { InputError } from '@ci-actions/kit'
import { optional, pipe, regex, strictObject, string } from 'valibot'
import { provider } from './provider.ts'

const locator = strictObject({
  serviceId: pipe(string(), regex(/^(srv|crn)-[\w-]+$/, 'not the id of a service, srv-… or crn-…')),
  name: optional(string()),
})

export const render = provider(
  'serviceId: srv-…',
  locator,
  async ({ serviceId, name }, { renderApiKey, apiUrl, disableAutodeploy }, runner) => {
    if (!renderApiKey) {
      throw new InputError(
        'Input "render-api-key" is required to roll back on Render, and was not given.',
      )
    }
    const log = (line: string): void => runner.info(line)
    const connection = { proxy: runner.proxy }
    const api = new RenderApi({ apiKey: renderApiKey, apiUrl, connection, log })
    return new RenderTarget(api, { serviceId, name, turnOffAutodeploy: disableAutodeploy })
  },
)
