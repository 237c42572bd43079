import { actionNames, readContract } from '../scripts/actions.ts'
import type { Received } from './emulators/server.ts'
import { hostileAnswers } from './support/hostile-answers.ts'
import { inPool } from './support/pool.ts'
import { type JobOverrides, type JobRun, nameOf, startJobs } from './support/run-job.ts'
import { sampleOfKinds } from './support/sample.ts'
import { visibleText } from './support/secrets.ts'
import {
  hostileEvent,
  hostileLine,
  hostileNames,
  hostilePull,
  hostileText,
  strangeEvents,
} from './support/untrusted-text.ts'
import { renderMarkdown } from './support/visible-text.ts'

/*
 * The breadth: hostile text in each input of each action, in all that a run tells of people and branches, and in
 * what services answer. What becomes of it in detail is in the tests of that action, and of the packages. All of the
 * table runs from source; of each job and kind, one is met by the bundle too. `npm run test:e2e` starts it for all.
 */

/** What is said of an attempt: which input is hostile, or what else. */
type Tried = JobRun & { readonly of: string }

const surroundings = ['names of branches and people', 'an event of hostile text', 'no event']
const answers = hostileAnswers.map(([name]) => name)

let tried: Tried[]
/** Whether anything of it has been run. */
let hasRun: boolean

beforeAll(async () => {
  const runs = 100
  const world = await startJobs(runs)
  const { jobs, askingJobs, runJob } = world
  const given = [...jobs.filter(({ by }) => !by), ...askingJobs.filter(({ by }) => by)]
  const table = given.flatMap((job, index) => {
    const isFirst = given.findIndex(({ action }) => action === job.action) === index
    const tries = [
      ...(isFirst ? ofInputs(job.action) : []),
      ...ofSurroundings(job.event),
      ...ofAnswers(),
    ]
    return [
      ...tries.map((one) => ({ ...one, isBundled: false })),
      ...sampleOfKinds(tries, index).map((one) => ({ ...one, isBundled: true })),
    ].map((one, run) => ({ ...one, job, run }))
  })
  tried = await inPool(
    8,
    table,
    async ({ job, run, of, given: { inputs, ...others }, isBundled }) => {
      const short = { timeout: '3s', ...inputs }
      return { of, ...(await runJob(job, run % runs, { ...others, inputs: short, isBundled })) }
    },
  )
  hasRun = world.hasFile('owned')
  world.stop()
}, 300_000)

interface Try {
  readonly of: string
  readonly kind: string
  readonly given: JobOverrides
}

function ofInputs(action: string): Try[] {
  return Object.keys(readContract(action).inputs).flatMap((input) =>
    [hostileLine, hostileText].map((value, index) => ({
      of: input,
      kind: index === 0 ? 'a line in an input' : 'a text in an input',
      given: { inputs: { [input]: value } },
    })),
  )
}

function ofSurroundings(event: unknown): Try[] {
  const [names = '', texts = '', none = ''] = surroundings
  const known = { ...Object(event) }
  const hostile = {
    ...known,
    ...hostileEvent,
    pull_request: { ...known.pull_request, ...hostilePull },
  }
  const kind = 'what a run says'
  return [
    { of: names, kind, given: { env: hostileNames } },
    { of: texts, kind, given: { event: hostile, env: hostileNames } },
    ...strangeEvents.map((strange) => ({ of: none, kind, given: { event: strange } })),
  ]
}

function ofAnswers(): Try[] {
  const kind = 'what a service answers'
  return hostileAnswers.map(([of, meeting]) => ({ of, kind, given: { meeting } }))
}

describe.each(actionNames())('%s', (action) => {
  const contract = readContract(action)
  const { name: title, inputs, outputs } = contract

  function triedWith(of: string): Tried[] {
    const found = tried.filter(({ job, ...it }) => job.action === action && it.of === of)
    expect(found.length).toBeGreaterThan(0)
    return found
  }

  test.each(Object.keys(inputs))(
    'takes hostile text in %s, or says in a line that it is wrong',
    (input) => {
      for (const { step, ...rest } of triedWith(input)) {
        expectHarmless({ step, ...rest }, isMarkdown(input))
        if (step.code !== 0)
          expect([input, step.error]).toEqual([input, expect.stringMatching(named(input))])
      }
    },
  )

  test.each([...surroundings, ...answers])('makes nothing but text of %s', (of) => {
    for (const one of triedWith(of)) expectHarmless(one)
  })

  /** It is done, or there is one error; and nothing of what is hostile has come to life. */
  function expectHarmless({ job, step, requests }: JobRun, mayFormat = false): void {
    const { code, stderr, took, commands, summary } = step
    const said = commands.filter(({ name }) => name !== 'add-mask')
    const errors = said.filter(({ name }) => name === 'error')
    expect({
      job: nameOf(job),
      code,
      errors: errors.map(({ message }) => message.slice(0, 300)),
      inOneLine: errors.every(({ message }) => !/[\r\n]/.test(message)),
      stderr,
      isQuick: took < 8_000,
      strange: said.filter(({ name, properties, message }) =>
        name === 'debug' ? message.startsWith('owned') : properties.title !== title,
      ),
      masked: commands.filter(
        ({ name, message }) => name === 'add-mask' && message === 'owned' && !isSecret(step),
      ),
      control: mayFormat ? [] : controlsIn(step),
      outputs: Object.keys(step.outputs).filter(
        (name) => !(name in outputs) && /owned/i.test(name),
      ),
      isSmall: Buffer.byteLength(summary) < 2 ** 20,
      ragged: raggedTables(summary),
      live: mayFormat ? [] : liveIn(summary),
      told: requests.flatMap(mentionsIn),
      hasRun,
    }).toEqual({
      job: nameOf(job),
      code: errors.length,
      errors: errors.map(() => expect.not.stringMatching(/^This is a defect/)),
      inOneLine: true,
      stderr: '',
      isQuick: true,
      strange: [],
      masked: [],
      control: [],
      outputs: [],
      isSmall: true,
      ragged: [],
      live: [],
      told: [],
      hasRun: false,
    })
  }

  function isMarkdown(input: string): boolean {
    return /\bMarkdown\b/.test(inputs[input]?.description ?? '')
  }

  /** It is named, or quoted, or the service has refused it. */
  function named(input: string): RegExp {
    const [, newer = input] = /`([\w-]+)`/.exec(inputs[input]?.deprecationMessage ?? '') ?? []
    return new RegExp(`"${newer}"|^(?:Give|Set) "|"\\{\\[ ::|answered 4\\d\\d`)
  }
})

/** Whether the text was a secret, and with it each of its lines. */
function isSecret({ commands }: JobRun['step']): boolean {
  return commands.some(({ name, message }) => name === 'add-mask' && message.length > 500)
}

/** What moves a cursor, or turns the direction of a text, on the log or in the summary. */
function controlsIn(step: JobRun['step']): string[] {
  const shown = visibleText({ ...step, outputs: {} })
  return shown.match(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu) ?? []
}

/** The first line of each table whose rows have not all as many cells. */
function raggedTables(markdown: string): string[] {
  const tables = markdown.match(/^\|.*(\n\|.*)*/gm) ?? []
  return tables.filter((table) => {
    const cells = table.split('\n').map((row) => row.match(/(?<!\\)\|/g)?.length)
    return new Set(cells).size > 1
  })
}

/** What is no text in the Markdown: elements, headings, links and pictures of the attacker, mentions. */
function liveIn(markdown: string): string[] {
  const { html, mentions } = renderMarkdown(markdown)
  const elements =
    html.match(/<(script|img|iframe|h\d[^>]*>owned|a href="https?:\/\/(www\.)?owned)[^>]*/g) ?? []
  return [...elements, ...mentions]
}

/** Whom a comment that was written would notify. */
function mentionsIn({ path, body }: Received): string[] {
  if (!/\/comments/.test(path) || body === '') return []
  return renderMarkdown(String(JSON.parse(body).body ?? '')).mentions.slice()
}
