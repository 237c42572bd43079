import { awsAccess } from '@ci-actions/aws'
import { InputError, type InputValues, type Runner } from '@ci-actions/kit'
import type { DeployOptions } from '../options.ts'
import type { Target } from '../target.ts'
import { LambdaApi } from './api.ts'
import { CanaryHealth } from './canary-health.ts'
import type { LambdaCode } from './code.ts'
import { DeployGroup } from './deploy-group.ts'
import type { FunctionLine } from './function-line.ts'
import type { lambdaInputs } from './inputs.ts'
import { codeOf } from './package.ts'
import type { PackageSource } from './package-source.ts'
import { LambdaTarget } from './target.ts'

type LambdaDeployInputs = InputValues<typeof lambdaInputs> &
  Pick<DeployOptions, 'wait' | 'timeout' | 'onFailure'>

/**
 * Creates the targets for the given functions.
 *
 * @throws InputError if the inputs contradict each other
 * @throws ActionError if a package cannot be loaded
 */
export async function createTargets(inputs: LambdaDeployInputs, runner: Runner): Promise<Target[]> {
  refuseContradictions(inputs)
  const { functions, alias, canary = [], architecture, wait } = inputs
  const access = await awsAccess(runner)
  refuseOtherRegions(functions, access.region)
  const api = new LambdaApi(access)
  const health = healthOf(inputs, (limits) => new CanaryHealth(access, limits))
  const group = inputs.onFailure === 'rollback' ? new DeployGroup() : undefined
  const { commit, runId } = runner.run
  const codes = codesBySource(runner)
  const warn = (line: string): void => runner.warning(line)
  return Promise.all(
    functions.map(async ({ function: id, name, package: own }) => {
      const code = await codes(packageOf(name, own ?? inputs.package))
      return new LambdaTarget(api, {
        function: id,
        name,
        alias,
        code,
        architecture,
        canary,
        health,
        group,
        wait,
        warn,
        commit,
        runId,
      })
    }),
  )
}

/** Loads each package once, also if several functions share it. */
function codesBySource(runner: Runner): (source: PackageSource) => Promise<LambdaCode> {
  const known = new Map<string, Promise<LambdaCode>>()
  const make = async (source: PackageSource): Promise<LambdaCode> => {
    const code = await codeOf(source, runner.workspace)
    reportMended(code, runner)
    return code
  }
  return (source) => {
    const key = JSON.stringify(source)
    const code = known.get(key) ?? make(source)
    known.set(key, code)
    return code
  }
}

/**
 * Reports restored executable modes: for `bootstrap` as a notice, because the function could not start without it; for
 * others in the log.
 */
function reportMended({ says, mended = [] }: LambdaCode, runner: Runner): void {
  const [first, ...others] = mended
  if (!first) return
  const what = mended.includes('bootstrap') ? 'bootstrap' : first
  const more = others.length === 0 ? 'is' : `and ${others.length} more programs are`
  const line =
    `${says}: ${what} ${more} packed as executable despite a non-executable mode in the folder ` +
    '(actions/download-artifact does not preserve modes).'
  if (what === 'bootstrap') runner.notice(line)
  else runner.info(line)
}

function packageOf(name: string, source: PackageSource | undefined): PackageSource {
  if (source) return source
  throw new InputError(
    `Function "${name}" has no package: write "${name}: path" in "functions", or set "package" for all.`,
  )
}

function healthOf(
  { canary, alarms = [], maxErrorRate }: LambdaDeployInputs,
  make: (limits: ConstructorParameters<typeof CanaryHealth>[1]) => CanaryHealth,
): CanaryHealth | undefined {
  const isWatched = alarms.length > 0 || maxErrorRate !== undefined
  return canary && isWatched ? make({ alarms, errorRate: maxErrorRate }) : undefined
}

function refuseContradictions({
  functions,
  canary,
  alarms,
  maxErrorRate,
  ...inputs
}: LambdaDeployInputs): void {
  const twice = functions.find(({ name }, index) => {
    return functions.findIndex((one) => one.name === name) !== index
  })
  if (twice) {
    throw new InputError(
      `The function ${twice.name} is listed twice; a step deploys each function once.`,
    )
  }
  if (!canary && (alarms || maxErrorRate)) {
    throw new InputError(
      'Inputs "alarms" and "max-error-rate" apply to canaries; set "canary" too, such as "10% 5m".',
    )
  }
  if (canary && !inputs.wait) {
    throw new InputError('A canary must be followed: remove "canary" or "wait: false".')
  }
  const time = canary?.reduce((total, { ms }) => total + ms, 0) ?? 0
  if (time >= inputs.timeout) {
    throw new InputError('The steps of "canary" take longer than "timeout"; increase it.')
  }
}

function refuseOtherRegions(functions: readonly FunctionLine[], here: string): void {
  const elsewhere = functions.find(({ region }) => region && region !== here)
  if (elsewhere) {
    throw new InputError(
      `The ARN of function ${elsewhere.name} is in ${elsewhere.region}, but this step uses ` +
        `${here}; use one step per region.`,
    )
  }
}
