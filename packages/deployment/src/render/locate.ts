import { InputError, type InputValues, type Runner } from '@ci-actions/kit'
import type { Target } from '../target.ts'
import { RenderApi } from './api.ts'
import type { renderRollbackInputs } from './inputs.ts'
import type { RenderLocator } from './locator.ts'
import { RenderTarget } from './target.ts'

/** @throws InputError if there is no API key */
export function locateTarget(
  locator: RenderLocator,
  { renderApiKey, apiUrl, disableAutodeploy }: InputValues<typeof renderRollbackInputs>,
  runner: Runner,
): Target {
  if (!renderApiKey) {
    throw new InputError(
      'Input "render-api-key" is required to roll back on Render, but was not given.',
    )
  }
  const log = (line: string): void => runner.info(line)
  const connection = { proxy: runner.proxy }
  const api = new RenderApi({ apiKey: renderApiKey, apiUrl, connection, log })
  return new RenderTarget(api, { ...locator, turnOffAutodeploy: disableAutodeploy })
}
