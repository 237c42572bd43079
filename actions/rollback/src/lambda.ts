import { optional, pipe, regex, strictObject, string } from 'valibot'
import { provider } from './provider.ts'

const locator = strictObject({
  function: pipe(
    string(),
    regex(
      /^(arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:)?[\w-]{1,64}$/,
      'not the name or ARN of a function',
    ),
  ),
  alias: optional(pipe(string(), regex(/^[\w-]{1,128}$/, 'not the name of an alias')), 'live'),
  region: optional(pipe(string(), regex(/^[a-z0-9-]{1,40}$/, 'not a region'))),
  name: optional(string()),
})

export const lambda = provider(
  'function: api',
  locator,
  async ({ region, ...order }, _, runner) => {
    const { awsAccess } = await import('@ci-actions/aws')
    const { LambdaApi, LambdaTarget } = await import('@ci-actions/deployment/lambda')
    return new LambdaTarget(new LambdaApi(await awsAccess(runner, region)), order)
  },
)
