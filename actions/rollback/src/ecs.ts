import { optional, pipe, regex, strictObject, string } from 'valibot'
import { provider } from './provider.ts'

const resource = (what: string) =>
  pipe(string(), regex(/^(arn:[\w:/.-]+|[\w-]{1,255})$/, `not the name or ARN of ${what}`))

const codedeploy = optional(pipe(string(), regex(/^[^\s:/]{1,100}$/, 'not a name of CodeDeploy')))

const locator = strictObject({
  cluster: resource('a cluster'),
  service: resource('a service'),
  region: optional(pipe(string(), regex(/^[a-z0-9-]{1,40}$/, 'not a region'))),
  /** Where CodeDeploy controls the service. */
  application: codedeploy,
  deploymentGroup: codedeploy,
  name: optional(string()),
})

export const ecs = provider(
  'cluster: prod, service: api',
  locator,
  async ({ region, application, deploymentGroup, ...order }, _, runner) => {
    const { awsAccess } = await import('@ci-actions/aws')
    const { EcsApi, TaskDefinitionResolver, EcsTarget, noChanges } = await import(
      '@ci-actions/deployment/ecs'
    )
    const access = await awsAccess(runner, region)
    const api = new EcsApi(access)
    const { commit, url, attempt } = runner.run
    const release = new TaskDefinitionResolver(api, {
      source: { kind: 'running' },
      changes: noChanges,
      task: undefined,
      commit,
      run: url,
      attempt,
    })
    if (!application || !deploymentGroup) return new EcsTarget(api, release, order)
    const { CodeDeployApi, CodeDeployTarget } = await import('@ci-actions/deployment/codedeploy')
    const controller = { application, deploymentGroup }
    return new CodeDeployTarget(api, new CodeDeployApi(access), release, {
      ...order,
      ...controller,
    })
  },
)
