import type { Aws } from '../emulators/aws-server.ts'
import type { Order } from './act.ts'
import { standIn } from './stand-in.ts'

/** As the examples use it. */
const configureCredentials =
  'aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c'

/**
 * An action in place of `aws-actions/configure-aws-credentials`, which would ask GitHub and AWS for
 * them: it masks the credentials of the emulator and hands them on in the environment, as that does.
 */
export function standInForCredentials({ env, url }: Aws): Pick<Order, 'standIns' | 'env'> {
  const { AWS_ENDPOINT_URL: _, ...credentials } = env
  const lines = Object.entries(credentials).map((pair) => `${pair.join('=')}\n`)
  const folder = standIn(
    ['role-to-assume', 'aws-region'],
    `
for (const secret of ${JSON.stringify([env.AWS_SECRET_ACCESS_KEY, env.AWS_SESSION_TOKEN])}) {
  console.log('::add-mask::' + secret)
}
require('node:fs').appendFileSync(process.env.GITHUB_ENV, ${JSON.stringify(lines.join(''))})
`,
  )
  return { standIns: { [configureCredentials]: folder }, env: { AWS_ENDPOINT_URL: url } }
}
