import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readInputs } from '@ci-actions/kit'
import { lambdaDeploy } from '../../../actions/lambda-deploy/src/main.ts'
import { createTargets } from '../../../packages/deployment/src/lambda/targets.ts'
import { keys, refused, throttled } from '../../emulators/aws-server.ts'
import { type Course, startLambda } from '../../emulators/lambda.ts'
import { testDeployContract } from '../../support/deploy-contract.ts'

const operation = (name: string) => ({ path: new RegExp(`/${name}$`) })

const code = mkdtempSync(join(tmpdir(), 'package-'))
writeFileSync(join(code, 'index.mjs'), 'export const handler = async () => "new"')

const atOnce: Course = { looks: 0 }

/** How Lambda takes the code of the first function, and how its version becomes ready. */
const paces: Readonly<Record<string, { updates: Course; publications: Course }>> = {
  'at once': { updates: atOnce, publications: atOnce },
  steps: { updates: { looks: 1 }, publications: { looks: 1 } },
  // What runs until it is stopped is a canary.
  slow: { updates: atOnce, publications: atOnce },
  stuck: { updates: atOnce, publications: { looks: Number.POSITIVE_INFINITY } },
}

testDeployContract({
  action: 'lambda-deploy',
  secrets: [keys.secretAccessKey, keys.sessionToken, 'MARKER'],
  async start(names, { pace, fails }) {
    const aws = await startLambda(
      names.map((name) => ({
        name,
        versions: [{ code: 'first' }, { code: 'second' }],
        aliases: { live: '2' },
        environment: { API_KEY: 'MARKER-environment' },
      })),
    )
    for (const [index, name] of names.entries()) {
      Object.assign(at(name), paces[pace])
      if (name === fails) {
        at(name).publications = { looks: 0, fails: { code: 'FunctionError', reason: 'no init' } }
      }
      // One is first, so that it is known whose write is under way when the signal comes.
      if (pace === 'slow' && index > 0) at(name).updates = { looks: 3 }
    }
    function at(name: string) {
      const found = aws.functions[name]
      if (!found) throw new Error(`There is no function ${name}.`)
      return found
    }
    const past = 1
    return {
      inputs: {
        functions: names.join('\n'),
        package: code,
        ...(pace === 'slow' && { canary: '10% 60s' }),
      },
      env: aws.env,
      play: aws.play,
      undescribed: aws.undescribed,
      begun: (name) => at(name).led.length - past,
      serves: (name) => {
        const version = at(name).alias('live')?.version
        if (version === '2') return 'old'
        return version === '3' ? 'new' : 'other'
      },
      state: (name) => {
        if (Object.keys(at(name).alias('live')?.weights ?? {}).length > 0) return 'running'
        return at(name).versions.length > 2 ? 'stopped' : 'ended'
      },
      close: () => aws.close(),
    }
  },
  async read(runner) {
    const order = await readInputs(lambdaDeploy.inputs, runner)
    return { targets: await createTargets(order, runner), order }
  },
  calls: {
    read: operation('GetFunction'),
    write: operation('UpdateAlias'),
    look: operation('GetAlias'),
    back: { ...operation('UpdateAlias'), nth: 2 },
  },
  limits: [['throttling with a 400', throttled]],
  failed: 'failed',
  following: 'a: version 3 gets 10%',
  onCancel: {
    stops: 'rollback',
    said: 'was stopped, and all traffic of live is back on version 2',
  },
  nowhere: { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' } },
  refusals: [
    [
      'no rights',
      operation('UpdateAlias'),
      refused(
        'AccessDeniedException',
        'User: ci is not authorized to perform: lambda:UpdateAlias on resource: arn:aws:lambda:x because no policy',
        403,
      ),
      /AccessDeniedException.*\(allow lambda:UpdateAlias on arn:aws:lambda:x/,
    ],
    [
      'credentials that have expired',
      operation('GetFunction'),
      refused(
        'ExpiredTokenException',
        'The security token included in the request is expired',
        403,
      ),
      /the credentials have expired/,
    ],
    [
      'an account that is full of code',
      operation('UpdateFunctionCode'),
      refused('CodeStorageExceededException', 'Code storage limit exceeded.'),
      /CodeStorageExceededException: Code storage limit exceeded\./,
    ],
    [
      'two versions that cannot share an alias',
      operation('UpdateAlias'),
      refused('InvalidParameterValueException', 'The versions have different roles'),
      /InvalidParameterValueException: The versions have different roles/,
    ],
  ],
  refusal: (message) => refused('InvalidParameterValueException', message),
})
