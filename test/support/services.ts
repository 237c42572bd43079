import { fork } from 'node:child_process'
import { type InferOutput, object, parse, string } from 'valibot'
import { keys, startAws } from '../emulators/aws-server.ts'
import { startDiscord } from '../emulators/discord.ts'
import { emulateEcs } from '../emulators/ecs.ts'
import { startGithub } from '../emulators/github.ts'
import type { Level, Token } from '../emulators/github-repository.ts'
import { startLambda } from '../emulators/lambda.ts'
import { startRender } from '../emulators/render.ts'
import { startSlack } from '../emulators/slack.ts'
import { startWebService } from '../emulators/web-service.ts'
import { compileCache } from './compile-cache.ts'

/*
 * What the jobs of jobs.ts talk to, in a process of its own, so that it takes none of the time that is
 * measured. Each run has a service of its own, with the same past.
 */

/** What whoever starts it is told once all listen. */
export const servicesSchema = object({
  renderUrl: string(),
  renderKey: string(),
  slackUrl: string(),
  slackApi: string(),
  slackToken: string(),
  slackChannel: string(),
  discordUrl: string(),
  siteUrl: string(),
  siteKey: string(),
  githubUrl: string(),
  githubToken: string(),
  lambdaUrl: string(),
  ecsUrl: string(),
})

export type Services = InferOutput<typeof servicesSchema>

/** What none of those who talk to it may tell. */
export function secretsOf(world: Services): string[] {
  const { renderKey, slackToken, githubToken, siteKey, slackUrl, discordUrl } = world
  const ofWebhooks = [slackUrl, discordUrl].map((url) => url.slice(url.lastIndexOf('/') + 1))
  const { secretAccessKey, sessionToken } = keys
  return [renderKey, slackToken, githubToken, siteKey, secretAccessKey, sessionToken, ...ofWebhooks]
}

/** Starts it for so many runs; `stop` ends it. */
export async function startServices(
  runs: number,
): Promise<{ readonly world: Services; readonly stop: () => void }> {
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
  const server = fork(import.meta.filename, [String(runs)], { env })
  const told = await new Promise((resolve, reject) => {
    server.once('message', resolve)
    server.once('exit', (code) => reject(new Error(`The servers ended with ${code}.`)))
  })
  return { world: parse(servicesSchema, told), stop: () => server.disconnect() }
}

/** The past of each service, the last one live. */
export const history = [
  { id: 'dep-before', commit: 'a'.repeat(40) },
  { id: 'dep-live', commit: 'b'.repeat(40) },
] as const

/** What a job may be granted of what the actions ask of GitHub. */
export type Grant = Required<Pick<Token, 'pullRequests' | 'issues' | 'contents'>>

/** The token of a job with just these permissions. */
export function tokenOf({ pullRequests, issues, contents }: Grant): string {
  return `ghs_${pullRequests}_${issues}_${contents}_0123456789`
}

const levels: readonly Level[] = ['none', 'read', 'write']
const grants = levels.flatMap((pullRequests) =>
  levels.flatMap((issues) =>
    levels.map((contents) => ({ login: 'github-actions[bot]', pullRequests, issues, contents })),
  ),
)

export function serviceOf(action: string, run: number): string {
  return `srv-${action}-${run}`
}

if (import.meta.main) {
  const runs = Number(process.argv[2])
  const renderKey = 'rnd_MarkerOfRender99'
  const services = ['deliver', 'render-deploy', 'rollback'].flatMap((action) =>
    Array.from({ length: runs }, (_, run) => {
      return { id: serviceOf(action, run), name: action, history, stages: [] }
    }),
  )
  const limits = { deploys: 1e6, writes: 1e6, reads: 1e6 }
  const render = await startRender({ apiKey: renderKey, services, limits })
  const slack = await startSlack()
  const discord = await startDiscord()
  const githubToken = 'ghs_MarkerOfGithub_17'
  const github = await startGithub({
    tokens: {
      [githubToken]: { login: 'github-actions[bot]', pullRequests: 'write', issues: 'write' },
      ...Object.fromEntries(grants.map((grant) => [tokenOf(grant), grant])),
    },
    pull: { title: 'feat: add a thing' },
    limits: { requests: 1e6, creations: 1e6 },
  })
  const site = await startWebService()
  const lambda = await startLambda(
    Array.from({ length: runs }, (_, run) => ({
      name: `bench-${run}`,
      versions: [{ code: 'before' }],
      aliases: { live: '1' },
    })),
  )
  const ecs = emulateEcs({
    services: Array.from({ length: runs }, (_, run) => ({ name: `bench-${run}`, stages: [] })),
  })
  const { url: ecsUrl } = await startAws([ecs.emulated])
  const world: Services = {
    renderUrl: render.apiUrl,
    renderKey,
    slackUrl: slack.webhookUrl,
    slackApi: slack.apiUrl,
    slackToken: slack.token,
    slackChannel: slack.channel,
    discordUrl: discord.webhookUrl,
    siteUrl: site.url,
    siteKey: 'MARKER-of-the-site-42',
    githubUrl: github.url,
    githubToken,
    lambdaUrl: lambda.url,
    ecsUrl,
  }
  process.send?.(world)
  process.on('disconnect', () => process.exit())
}
