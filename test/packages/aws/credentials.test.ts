import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CancelledError } from '@ci-actions/kit'
import { Deadline, TimeoutError } from '@ci-actions/wait'
import { createCredentialProvider } from '../../../packages/aws/src/credential-provider.ts'
import type { Answer } from '../../emulators/server.ts'
import { type AwsRequest, type Recorder, startRecorder } from '../../support/aws-requests.ts'
import { TestRunner } from '../../support/runner.ts'

type Env = Readonly<Record<string, string>>
type Files = Readonly<Record<string, string>>

const before = { ...process.env }
const opened: { close(): unknown }[] = []
afterEach(() => {
  process.env = before
  for (const one of opened.splice(0)) one.close()
})

const config = '.aws/config'
const region = 'eu-west-1'

/** Asks for the credentials of a machine with these variables and files, behind a proxy if there is one. */
async function credentials(
  env: Env,
  files: Files = {},
  {
    proxy,
    deadline = new Deadline(20_000, new AbortController().signal),
  }: { proxy?: string; deadline?: Deadline } = {},
) {
  const home = mkdtempSync(join(tmpdir(), 'home-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text.replaceAll('HOME', home))
  }
  const full = Object.fromEntries(
    Object.entries({ HOME: home, AWS_EC2_METADATA_DISABLED: 'true', ...env }).map(
      ([name, value]) => [name, value.replace('~', home)],
    ),
  )
  process.env = { PATH: before.PATH, ...full }
  const runner = new TestRunner({}, full)
  const connection = {
    insecure: true,
    ...(proxy && { proxy: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }),
  }
  const outcome = await createCredentialProvider(
    runner,
    region,
    connection,
  )(deadline).catch((error: Error) => error)
  return { outcome, runner }
}

async function started(answer: (asked: AwsRequest) => Answer): Promise<Recorder> {
  const recorder = await startRecorder(answer)
  opened.push(recorder)
  return recorder
}

const expiration = new Date(Date.now() + 3_600_000).toISOString()
const xml = { 'content-type': 'text/xml' }

/** STS, as it answers AssumeRole and AssumeRoleWithWebIdentity. */
function sts({ body }: AwsRequest): Answer {
  const action = new URLSearchParams(String(body)).get('Action')
  return {
    status: 200,
    headers: xml,
    body: `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result><Credentials>
<AccessKeyId>AKIAROLE</AccessKeyId><SecretAccessKey>secret-of-role</SecretAccessKey>
<SessionToken>token-of-role</SessionToken><Expiration>${expiration}</Expiration></Credentials>
</${action}Result></${action}Response>`,
  }
}

const role = 'arn:aws:iam::123456789012:role/ci'
const webIdentity = { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: '~/token' }
const ofRole = {
  accessKeyId: 'AKIAROLE',
  secretAccessKey: 'secret-of-role',
  sessionToken: 'token-of-role',
}

describe('What leaves the machine for credentials takes the proxy:', () => {
  test.each<[string, Env, Files, string, string]>([
    [
      'STS for a web identity',
      webIdentity,
      { token: 'jwt' },
      'https://sts.eu-west-1.amazonaws.com/',
      'AssumeRoleWithWebIdentity',
    ],
    [
      'STS for the web identity of a profile',
      { AWS_PROFILE: 'prod' },
      {
        token: 'jwt',
        [config]: `[profile prod]\nregion = us-west-2\nrole_arn = ${role}\nweb_identity_token_file = HOME/token\n`,
      },
      'https://sts.eu-west-1.amazonaws.com/',
      'AssumeRoleWithWebIdentity',
    ],
    [
      'STS for a role of a profile',
      { AWS_PROFILE: 'prod' },
      {
        [config]: `[profile prod]\nregion = us-west-2\nrole_arn = ${role}\nsource_profile = base\n[profile base]\naws_access_key_id = AKIABASE\naws_secret_access_key = secret\n`,
      },
      'https://sts.us-west-2.amazonaws.com/',
      'AssumeRole',
    ],
  ])('%s', async (_, env, files, url, action) => {
    const proxy = await started(sts)
    const { outcome, runner } = await credentials(env, files, { proxy: proxy.url })
    expect(outcome).toMatchObject(ofRole)
    expect(proxy.requests.map((request) => request.url)).toEqual([url])
    expect(String(proxy.requests[0]?.body)).toContain(`Action=${action}&`)
    expect(runner.masked).toEqual(expect.arrayContaining(['secret-of-role', 'token-of-role']))
  })

  test('SSO', async () => {
    const proxy = await started(() => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roleCredentials: { ...ofRole, expiration: Date.parse(expiration) } }),
    }))
    const cache = createHash('sha1').update('work').digest('hex')
    const { outcome } = await credentials(
      { AWS_PROFILE: 'prod' },
      {
        [config]:
          '[profile prod]\nsso_session = work\nsso_account_id = 123456789012\nsso_role_name = ci\n[sso-session work]\nsso_region = eu-central-1\nsso_start_url = https://work.awsapps.com/start\n',
        [`.aws/sso/cache/${cache}.json`]: JSON.stringify({
          accessToken: 'sso-token',
          expiresAt: expiration,
        }),
      },
      { proxy: proxy.url },
    )
    expect(outcome).toMatchObject(ofRole)
    expect(proxy.requests).toMatchObject([
      {
        url: 'https://portal.sso.eu-central-1.amazonaws.com/federation/credentials',
        query: { role_name: 'ci', account_id: '123456789012' },
      },
    ])
  })

  test.each<[string, (url: string) => Env]>([
    ['the container', (url) => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/get` })],
    [
      'the instance',
      (url) => ({ AWS_EC2_METADATA_DISABLED: '', AWS_EC2_METADATA_SERVICE_ENDPOINT: url }),
    ],
  ])('but %s is asked straight', async (_, env) => {
    const proxy = await started(sts)
    const metadata = await started(({ url }) => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body:
        url.endsWith('/get') || url.endsWith('/ci')
          ? JSON.stringify({
              Code: 'Success',
              AccessKeyId: 'AKIAMETA',
              SecretAccessKey: 'secret',
              Token: 'token',
              Expiration: expiration,
            })
          : 'ci',
    }))
    const { outcome } = await credentials(env(metadata.url), {}, { proxy: proxy.url })
    expect(outcome).toMatchObject({ accessKeyId: 'AKIAMETA', sessionToken: 'token' })
    expect(proxy.requests).toEqual([])
  })
})

describe('Why there are no credentials is said by the place they were to come from:', () => {
  const prod = { AWS_PROFILE: 'prod' }
  const profile = (...lines: string[]): Files => ({
    [config]: ['[profile prod]', 'region = us-west-2', ...lines, ''].join('\n'),
  })
  const gives = 'The AWS profile "prod" (AWS_PROFILE) provides no credentials: '

  test.each<[string, Env, Files, string]>([
    [
      'a profile that is not there',
      { AWS_PROFILE: 'deployer' },
      profile(),
      'The AWS profile "deployer" (AWS_PROFILE) is neither in the config nor in the credentials file',
    ],
    [
      'a profile without files',
      { AWS_PROFILE: 'deployer' },
      {},
      'The AWS profile "deployer" (AWS_PROFILE) is neither in',
    ],
    [
      'a profile that is not there, beside keys',
      { AWS_PROFILE: 'deployer', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
      {},
      'The AWS profile "deployer" (AWS_PROFILE) is neither in',
    ],
    [
      'a profile that says nothing of it',
      prod,
      profile(),
      `${gives}it has neither keys nor a role`,
    ],
    [
      'a profile whose program fails',
      prod,
      profile('credential_process = sh -c "exit 3"'),
      `${gives}Command failed: sh -c "exit 3"`,
    ],
    [
      'a profile whose program says why',
      prod,
      profile('credential_process = sh -c "echo not logged in >&2; exit 3"'),
      'not logged in',
    ],
    [
      'a profile whose program is none',
      prod,
      profile('credential_process = no-such-program'),
      'no-such-program: ',
    ],
    [
      'a profile whose program talks',
      prod,
      profile('credential_process = echo hello'),
      `${gives}Profile prod credential_process returned invalid JSON.`,
    ],
    [
      'a profile whose program gives what is over',
      prod,
      profile(
        `credential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"S","Expiration":"2020-01-01T00:00:00Z"}'`,
      ),
      `${gives}Profile prod credential_process returned expired credentials.`,
    ],
    [
      'a profile whose source is not there',
      prod,
      profile(`role_arn = ${role}`, 'source_profile = nobody'),
      `${gives}`,
    ],
    [
      'a profile whose login is not complete',
      prod,
      profile('sso_account_id = 1'),
      `${gives}Profile is configured with invalid SSO credentials.`,
    ],
    [
      'a profile whose login is over',
      prod,
      profile(
        'sso_account_id = 1',
        'sso_role_name = ci',
        'sso_region = eu-west-1',
        'sso_start_url = https://x.example',
      ),
      `${gives}The SSO session associated with this profile is invalid.`,
    ],
    [
      'the profile of a role without its token',
      prod,
      profile(`role_arn = ${role}`, 'web_identity_token_file = /nowhere/token'),
      `${gives}ENOENT: no such file or directory, open '/nowhere/token'`,
    ],
    [
      'a role without its token',
      { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere/token' },
      {},
      `There are no AWS credentials: the role "${role}" (AWS_ROLE_ARN) cannot be assumed, ENOENT: no such file or directory, open '/nowhere/token'.`,
    ],
    [
      'a container that nobody listens at',
      { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/' },
      {},
      'No AWS credentials were found (connect ECONNREFUSED 127.0.0.1:1)',
    ],
    [
      'half a key',
      { AWS_ACCESS_KEY_ID: 'AKIA' },
      {},
      'AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is empty, so there are no AWS credentials. Check that the secret exists',
    ],
    [
      'the other half',
      { AWS_SECRET_ACCESS_KEY: 'secret' },
      {},
      'AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is empty',
    ],
    [
      'nothing at all',
      {},
      {},
      'No AWS credentials were found. Run aws-actions/configure-aws-credentials in an earlier step',
    ],
    [
      'a default profile that says nothing of it',
      {},
      { [config]: '[default]\nregion = us-west-2\n' },
      'No AWS credentials were found. Run aws-actions/configure-aws-credentials',
    ],
    [
      'a default profile whose program fails',
      {},
      { [config]: '[default]\ncredential_process = sh -c "exit 3"\n' },
      'No AWS credentials were found (Command failed: sh -c "exit 3").',
    ],
  ])('%s', async (_, env, files, said) => {
    const { outcome } = await credentials(env, files)
    expect(outcome).toMatchObject({ name: 'ActionError' })
    expect(String(outcome)).toContain(said)
    expect(String(outcome)).not.toMatch(
      /\n|undefined|Could not load credentials from any providers/,
    )
  })

  const denied = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error></ErrorResponse>`

  test.each<[string, () => Answer, string]>([
    [
      'a role that may not be taken',
      () => ({ status: 403, headers: xml, body: denied }),
      `the role "${role}" (AWS_ROLE_ARN) cannot be assumed, Not authorized to perform sts:AssumeRoleWithWebIdentity. Check its trust policy`,
    ],
    [
      'the page of a proxy',
      () => ({ status: 502, headers: xml, body: '<html>Bad gateway</html>' }),
      `the role "${role}" (AWS_ROLE_ARN) cannot be assumed, `,
    ],
  ])('%s', async (_, answer, said) => {
    const proxy = await started(answer)
    const { outcome } = await credentials(webIdentity, { token: 'jwt' }, { proxy: proxy.url })
    expect(outcome).toMatchObject({ name: 'ActionError' })
    expect(String(outcome)).toContain(said)
  })

  test('a proxy that nobody listens at', async () => {
    const { outcome } = await credentials(
      webIdentity,
      { token: 'jwt' },
      { proxy: 'http://me:pass-word@127.0.0.1:1' },
    )
    expect(String(outcome)).toContain(
      'cannot be assumed, sts.eu-west-1.amazonaws.com did not respond, at the proxy 127.0.0.1:1, ',
    )
    expect(String(outcome)).not.toContain('pass-word')
  })

  test('a proxy that is none', async () => {
    const { outcome } = await credentials(
      webIdentity,
      { token: 'jwt' },
      { proxy: 'http://me:pass#word@127.0.0.1:1' },
    )
    expect(String(outcome)).toMatch(/^InputError: HTTPS_PROXY is not a usable proxy address\./)
  })
})

describe('What takes too long', () => {
  test.each([
    [
      'the time given',
      (deadline: AbortController) => deadline.abort(new TimeoutError('The time given is over.')),
    ],
    ['the job', (deadline: AbortController) => deadline.abort(new CancelledError())],
  ])('ends with %s', async (_, end) => {
    const job = new AbortController()
    const proxy = await startHanging(() => end(job))
    const deadline = new Deadline(60_000, job.signal)
    const { outcome } = await credentials(webIdentity, { token: 'jwt' }, { proxy, deadline })
    expect(outcome).toBe(job.signal.reason)
  })
})

test('Keys are taken without the line break that was pasted with them, and masked', async () => {
  const { outcome, runner } = await credentials({
    AWS_ACCESS_KEY_ID: ' AKIA\n',
    AWS_SECRET_ACCESS_KEY: 'secret-of-mine\r\n',
    AWS_SESSION_TOKEN: '\ttoken-of-mine ',
  })
  expect(outcome).toEqual({
    accessKeyId: 'AKIA',
    secretAccessKey: 'secret-of-mine',
    sessionToken: 'token-of-mine',
  })
  expect(runner.masked).toEqual(['secret-of-mine', 'token-of-mine'])
})

/** Where connections are taken and never answered. */
async function startHanging(taken: () => void): Promise<string> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {}))
    taken()
  })
  opened.push(server, { close: () => sockets.map((socket) => socket.destroy()) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
