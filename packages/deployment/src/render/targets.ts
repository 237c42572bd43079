import { InputError, type InputValues, type Runner } from '@ci-actions/kit'
import type { DeployOptions } from '../options.ts'
import type { Target } from '../target.ts'
import { RenderApi } from './api.ts'
import { type DeployHook, type DeployHookTrigger, HookTarget, triggerDeployHook } from './hook.ts'
import type { renderInputs } from './inputs.ts'
import { RenderTarget } from './target.ts'

type RenderDeployInputs = InputValues<typeof renderInputs> &
  Pick<DeployOptions, 'wait' | 'onFailure'>

/**
 * Creates the targets for the given services, by id or by hook.
 *
 * @throws InputError if the inputs contradict each other
 */
export function createTargets(inputs: RenderDeployInputs, runner: Runner): Target[] {
  const { services = [], hooks = [], apiKey, apiUrl } = inputs
  refuseContradictions(inputs)
  if (!inputs.wait && inputs.onFailure === 'rollback') {
    runner.notice(
      'With "wait: false", "on-failure: rollback" has no effect on a deploy that fails after it was started. ' +
        'Remove "wait: false" to roll it back.',
    )
  }
  const hooked = hooks.map(({ name, value }) => ({
    name,
    value,
    call: caller(value, inputs, runner),
  }))
  if (!apiKey)
    return hooked.map(({ name, value, call }) => new HookTarget(value.serviceId, name, call))

  const { commit, image, clearCache } = inputs
  const api = new RenderApi({
    apiKey,
    apiUrl,
    connection: runner,
    log: (line) => runner.info(line),
  })
  const { commit: runCommit, attempt } = runner.run
  const brings = { commit, image, clearCache, runCommit, isRerun: attempt > 1 }
  return [
    ...services.map(({ name, value }) => ({ serviceId: value, name })),
    ...hooked.map(({ name, value, call }) => ({ serviceId: value.serviceId, name, hook: call })),
  ].map((service) => new RenderTarget(api, { ...brings, ...service }))
}

function caller(
  { address }: DeployHook,
  inputs: RenderDeployInputs,
  runner: Runner,
): DeployHookTrigger {
  const { commit, image } = inputs
  return (deadline) =>
    triggerDeployHook(
      address,
      { commit, image },
      { proxy: runner.proxy },
      (line) => runner.info(line),
      deadline,
    )
}

function refuseContradictions({
  services = [],
  hooks = [],
  apiKey,
  ...inputs
}: RenderDeployInputs): void {
  if (services.length === 0 && hooks.length === 0) {
    throw new InputError('Set "service-id" with "api-key", or "deploy-hook-url".')
  }
  if (services.length > 0 && !apiKey) {
    throw new InputError(
      'Input "api-key" is required to deploy by "service-id"; without a key, set "deploy-hook-url".',
    )
  }
  if (!apiKey && inputs.wait) {
    throw new InputError(
      'A deploy hook alone can start a deploy, but not follow it: set "api-key" too, or "wait: false".',
    )
  }
  if (!apiKey && inputs.onFailure === 'rollback') {
    throw new InputError('Input "on-failure" can be "rollback" only with "api-key".')
  }
  if (inputs.commit && inputs.image) {
    throw new InputError(
      'Set "commit" or "image", not both: a service has a repository or an image.',
    )
  }
  if (hooks.length > 0 && inputs.clearCache) {
    throw new InputError('A deploy hook cannot clear the cache; use "service-id" with "api-key".')
  }
  const ids = [...services.map(({ value }) => value), ...hooks.map(({ value }) => value.serviceId)]
  const cronJob = ids.find((id) => id.startsWith('crn-'))
  if (cronJob && inputs.commit) {
    throw new InputError(
      `Input "commit" cannot be given for the cron job ${cronJob}: Render deploys the head of its branch. Deploy it in a step of its own, without "commit".`,
    )
  }
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice)
    throw new InputError(`The service ${twice} is listed twice; a step deploys each service once.`)
}
