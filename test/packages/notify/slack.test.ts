import type { DeploymentRecord } from '@ci-actions/deployment'
import type { WorkflowRun } from '@ci-actions/kit'
import { buildNotification, type Details } from '../../../packages/notify/src/build-notification.ts'
import { fields } from '../../../packages/notify/src/fields.ts'
import { outcomes } from '../../../packages/notify/src/outcome.ts'
import { renderMessage } from '../../../packages/notify/src/slack/blocks.ts'
import { renderAsHtml } from '../../demo/slack-message.ts'
import {
  blocksOf,
  marksOf,
  readMessage,
  type SlackMessage,
  textsOf,
} from '../../emulators/slack.ts'
import { someRecord } from '../../support/record.ts'
import { someRun } from '../../support/runner.ts'

const everybody = ['<!here>', '<@U012AB3CD>', '<!subteam^S012AB3CD>']

/** The message of what was told, after Slack has taken it. */
function accepted(
  told: Partial<Details>,
  run: Partial<WorkflowRun> = {},
  mentions: readonly string[] = [],
): SlackMessage {
  const status = { outcome: 'success', jobs: [] } as const
  const notification = buildNotification({ status, fields, ...told }, { ...someRun, ...run })
  const read = readMessage(
    'application/json',
    JSON.stringify(renderMessage(notification, mentions)),
  )
  if ('word' in read) throw new Error(`Slack would refuse it: ${read.detail}`)
  return read.message
}

function deployment(change: Partial<DeploymentRecord> = {}): DeploymentRecord {
  return { ...someRecord, url: 'https://app.example.com/?a=1&b=2', ...change }
}

describe('Slack as it is played here', () => {
  const block = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
  const header = (text: string) => ({ type: 'header', text: { type: 'plain_text', text } })

  test.each<[string, unknown, string]>([
    ['no JSON', undefined, 'invalid_payload'],
    ['nothing to say', {}, 'no_text'],
    ['a property that does not exist', { text: 'x', colour: 'red' }, 'invalid_payload'],
    [
      'a headline of 151 characters',
      { text: 'x', blocks: [header('🙂'.repeat(151))] },
      'invalid_blocks',
    ],
    ['an empty section', { text: 'x', blocks: [block('')] }, 'invalid_blocks'],
    [
      'a section of 3,001 characters',
      { text: 'x', blocks: [block('x'.repeat(3_001))] },
      'invalid_blocks',
    ],
    [
      'eleven fields',
      { text: 'x', blocks: [{ type: 'section', fields: Array(11).fill(block('x').text) }] },
      'invalid_blocks',
    ],
    [
      '51 blocks',
      {
        text: 'x',
        blocks: Array(26).fill(block('x')),
        attachments: [{ blocks: Array(25).fill(block('x')) }],
      },
      'invalid_blocks',
    ],
    [
      '12,001 characters in all',
      { text: 'x', blocks: Array(4).fill(block('x'.repeat(3_000))) },
      'msg_blocks_too_long',
    ],
    ['half a character', { text: 'x', blocks: [block('\uD83D')] }, 'invalid_blocks'],
  ])('refuses %s', (_, payload, word) => {
    expect(readMessage('application/json', JSON.stringify(payload) ?? 'x')).toMatchObject({ word })
  })

  test('takes a headline of 150 characters, however they are encoded', () => {
    const payload = { text: 'x', blocks: [header('🙂'.repeat(150))] }
    expect(readMessage('application/json', JSON.stringify(payload))).toHaveProperty('message')
  })

  test.each([
    ['<!here>', { mentions: ['<!here>'] }],
    ['<https://a.b|c>', { links: [{ url: 'https://a.b', text: 'c' }] }],
    ['a & b', { broken: ['&'] }],
    ['<https://a.b|c', { broken: ['<'] }],
    ['<javascript:x|c>', { broken: ['<javascript:x|c>'] }],
  ])('reads %s as Slack does', (text, marks) => {
    const message = { text: 'x', blocks: [block(text)] } as SlackMessage
    expect(marksOf(message)).toEqual({ links: [], mentions: [], broken: [], ...marks })
  })
})

describe('a message', () => {
  test('has a headline, the words, the calls, and the details beside a line of colour', () => {
    const status = {
      outcome: 'failure',
      jobs: [
        { name: 'build', result: 'success' },
        { name: 'test', result: 'failure' },
      ],
    } as const
    const told = {
      status,
      text: 'Please look.',
      deployments: [deployment()],
      fields: ['commit', 'deployments'] as const,
    }
    const message = accepted(told, {}, everybody)
    expect(message.text).toBe('❌ Deliver failed on main\nPlease look.')
    expect(message.attachments?.[0]?.color).toBe('#e01e5a')
    expect(
      textsOf(message)
        .slice(1)
        .map(({ type, text }) => `${type}: ${text}`),
    ).toEqual([
      'plain_text: ❌ Deliver failed on main',
      'plain_text: Please look.',
      'mrkdwn: <!here> <@U012AB3CD> <!subteam^S012AB3CD>',
      `mrkdwn: *Commit*\n<https://github.com/org/app/commit/${someRun.commit}|1a2b3c4>`,
      'mrkdwn: *Jobs*\n❌ *test* failed\n✅ *build* succeeded',
      'mrkdwn: *Deployments*\n✅ *backend* succeeded in production after 2 min 5 s, dep-2, before dep-1 · ' +
        '<https://app.example.com/?a=1&amp;b=2|open> · <https://log.example.com/dep-2|log>',
      'mrkdwn: <https://github.com/org/app/actions/runs/42|Run 42>',
    ])
  })

  test.each(outcomes.map((outcome) => [outcome]))(
    'of the status %s is one Slack takes',
    (outcome) => {
      const { text } = accepted({ status: { outcome, jobs: [] } })
      expect(text).toContain(outcome === 'failure' ? 'Deliver failed' : 'Deliver / deploy')
    },
  )

  test('of nothing but a status is one Slack takes', () => {
    const nothing = {
      repository: '',
      commit: '',
      branch: '',
      actor: '',
      workflow: '',
      job: '',
      url: '',
      runId: '',
    }
    expect(blocksOf(accepted({ fields: [] }, nothing)).map(({ type }) => type)).toEqual([
      'header',
      'context',
    ])
  })

  test.each([
    ['a word to everybody', '<!channel> <!here> <!everyone>'],
    ['a member', '<@U1> <@U012AB3CD|you>'],
    ['a user group', '<!subteam^S1>'],
    ['a channel', '<#C1|general>'],
    ['a link', '<https://evil.example|click> <javascript:alert(1)|x>'],
    ['the end of a link', '|x> > >>'],
    ['entities', '&lt;!channel&gt; &amp;lt; &'],
    ['a command', '::error::x\n  ::add-mask::a\n##[add-path]/evil'],
    ['back-ticks', '`a` ```\n``` `'],
    ['line ends', 'a\nb\r\nc\u2028d\u0085e'],
    ['a template', '${{ secrets.X }} <%= process.env %> {{#each env}}{{this}}{{/each}}'],
    ['control characters', 'a\u0000b\u001b[31mc\u202Ed'],
    ['half a character', 'a\uD83D b\uDE00'],
  ])('shows %s as it is written', (_, hostile) => {
    const records = [
      deployment({
        name: hostile,
        reason: hostile,
        environment: hostile,
        version: { ref: hostile },
        status: 'failed',
        url: `https://x.example/${hostile}`,
      }),
    ]
    const told = { title: hostile, text: hostile, environment: hostile, deployments: records }
    const run = {
      message: hostile,
      actor: hostile,
      branch: hostile,
      workflow: hostile,
      job: hostile,
      event: hostile,
    }
    const message = accepted(told, run)
    expect(marksOf(message)).toMatchObject({ mentions: [], broken: [] })
    expect(markedText(message)).not.toContain('`')
    const shown = message.blocks?.[1]
    if (shown?.type !== 'section') throw new Error('The second block is the text.')
    expect(decoded(shown.text?.text)).toBe(
      hostile
        .toWellFormed()
        .replace(/\r\n|\u2028/g, '\n')
        .replace(/[\u0000\u001b\u202E\u0085]/g, ''),
    )
    expect(renderAsHtml(message)).not.toMatch(
      /<(?!\/?(div|h3|p|a|strong|span|hr)\b)|href="(?!https?:)/,
    )
  })

  test.each([
    ['javascript:alert(1)', false],
    ['ftp://example.com', false],
    ['no address', false],
    ['https://x.example/a|b>c d`e', true],
    [`https://x.example/${'a'.repeat(1000)}`, false],
  ])('links %s only when it can: %s', (url, linked) => {
    const { links } = marksOf(
      accepted({ fields: ['deployments'], deployments: [deployment({ url, logUrl: undefined })] }),
    )
    expect(links.some(({ text }) => text === 'open')).toBe(linked)
  })
})

describe('a long message', () => {
  const long = '<&>"\n🙂'.repeat(5_000)

  test('is cut where Slack would refuse it, and says so', () => {
    const jobs = Array.from({ length: 300 }, (_, index) => ({
      name: `job-${index}-${long.slice(0, 200)}`,
      result: 'success' as const,
    }))
    const deployments = Array.from({ length: 80 }, (_, index) =>
      deployment({ name: `${index} ${long}`, reason: long, status: 'failed' }),
    )
    const status = { outcome: 'failure', jobs } as const
    const message = accepted(
      { status, title: long, text: long, deployments, environment: long },
      { message: long, branch: long, actor: long },
      everybody,
    )
    expect(marksOf(message)).toMatchObject({ mentions: everybody, broken: [] })
    expect(message.blocks?.[0]).toMatchObject({ text: { text: expect.stringMatching(/…$/) } })
    expect(markedText(message)).toMatch(/…and \d+ more/)
  })

  test('shows every one of some dozen jobs', () => {
    const jobs = Array.from({ length: 60 }, (_, index) => ({
      name: `job-${index}`,
      result: 'success' as const,
    }))
    const text = markedText(accepted({ status: { outcome: 'success', jobs } }))
    expect(jobs.filter(({ name }) => text.includes(`*${name}*`))).toHaveLength(60)
  })

  test('fits to the last character of a headline', () => {
    const headline = (length: number) => {
      const [first] = accepted({ title: '🙂'.repeat(length) }).blocks ?? []
      return first?.type === 'header' ? first.text.text : ''
    }
    expect(headline(148)).toBe(`✅ ${'🙂'.repeat(148)}`)
    expect(headline(149)).toBe(`✅ ${'🙂'.repeat(147)}…`)
  })
})

function markedText(message: SlackMessage): string {
  const marked = textsOf(message).filter(({ type }) => type === 'mrkdwn')
  return marked.map(({ text }) => text).join('\n')
}

function decoded(text = ''): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
