import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, type Token } from 'marked'
import { startGithub } from '../../emulators/github.ts'
import type { Start, Step } from '../../support/bundle.ts'
import { pullRequest } from '../../support/repository.ts'
import { sampleOfKinds } from '../../support/sample.ts'
import { runStep } from '../../support/step.ts'
import { renderMarkdown } from '../../support/visible-text.ts'
import { hostileReports, measured } from './hostile-reports.ts'
import { lines } from './lcov.ts'
import { workspaceOf } from './workspace.ts'

const megabyte = 1024 * 1024

/** The same in several formats, as `jacoco: a bomb of entities`, is one kind. */
const reports = hostileReports(20 * megabyte).map((report) => ({
  ...report,
  kind: /: (?!a long)/.test(report.name) ? report.name.replace(/^.*: /, '') : report.name,
}))
/** Those by which the bundle is started, for its memory is that of a process. */
const started = sampleOfKinds(reports, 0)

describe('A hostile report is refused in one line, or gives the right number, in time and memory', () => {
  test.each(reports)('$name', async (report) => {
    const { write, said, totals } = report
    const workspace = workspaceOf({})
    write(join(workspace, 'report'))
    const inputs = { reports: 'report', thresholds: '0', 'github-token': '' }
    const { step, memory } = started.includes(report)
      ? await measured({ workspace, inputs })
      : { step: await runStep('coverage-gate', { workspace, inputs }), memory: 0 }
    if (said) {
      expect(step.code).toBe(1)
      expect(step.error).toMatch(said)
      expect(step.outputs.passed).toBe('false')
    } else {
      expect(step).toMatchObject({ code: 0, error: '' })
      expect(JSON.parse(step.outputs.totals ?? '')).toMatchObject(totals ?? {})
    }
    expect(step.took).toBeLessThan(10_000)
    expect(memory).toBeLessThan(512 * megabyte)
  })
})

describe('Nothing outside of the workspace is read', () => {
  const report = '{"a.ts":{"lines":{"total":2,"covered":2}}}'
  const gate = (workspace: string, reports: string): Promise<Step> =>
    runStep('coverage-gate', { workspace, inputs: { reports, 'github-token': '' } })

  test.each<[string, string, (workspace: string, outside: string) => void]>([
    [
      'a link to a file',
      '*.json',
      (into, from) => symlinkSync(join(from, 'a.json'), `${into}/a.json`),
    ],
    ['a link to a folder', 'b/a.json', (into, from) => symlinkSync(from, join(into, 'b'))],
    ['a glob through a link', '**/a.json', (into, from) => symlinkSync(from, join(into, 'b'))],
    [
      'a link to a link',
      'c.json',
      (into, from) => {
        symlinkSync(join(from, 'a.json'), join(into, 'b.json'))
        symlinkSync('b.json', join(into, 'c.json'))
      },
    ],
  ])('not by %s', async (_, reports, link) => {
    const workspace = workspaceOf({ 'own.txt': '' })
    link(workspace, workspaceOf({ 'a.json': report }))
    const step = await gate(workspace, reports)
    expect(step.code).toBe(1)
    expect(step.error).toMatch(/is outside the workspace|No file matches/)
    expect(step.outputs.lines).toBe('')
  })

  test('a link that stays inside is followed, and one in a circle ends', async () => {
    const workspace = workspaceOf({ 'real/a.json': report })
    symlinkSync('real', join(workspace, 'b'))
    mkdirSync(join(workspace, 'c'))
    symlinkSync('../c', join(workspace, 'c/d'))
    expect((await gate(workspace, 'b/a.json')).outputs.lines).toBe('100.00')
    expect((await gate(workspace, '**/a.json')).outputs.lines).toBe('100.00')
  })
})

/** Names that git and the file system take. */
const names = [
  'src/@org|<b>`x`[a](b) ##[error]y.js',
  'src/a\n::error::pwned\n@org.js',
  'src/a\r\n::set-output name=passed::true.js',
  'src/a,line=9::x%0A::error::y.js',
  'src/<!-- </details> -->.js',
  'src/```\n~~~.js',
  'src/![x](javascript:x).js',
  'src/$(id);--output=x.js',
  'src/| a | b |.js',
  'src/https:@org.js',
  'src/__proto__.js',
]

test.each(names)('The name %j is a name and nothing else', async (name) => {
  const github = await startGithub({
    tokens: { writes: { login: 'github-actions[bot]', pullRequests: 'write' } },
  })
  try {
    const pull = pullRequest({ 'src/z.js': '' }, { [name]: lines(3), 'src/new.js': lines(1) })
    const { folder } = pull.repository
    writeFileSync(join(folder, 'final.json'), final(name))
    const inputs: Start['inputs'] = {
      reports: `${name.replaceAll(/[\r\n:]/g, ' ').trim()}: final.json`,
      thresholds: 'lines: 90',
      'github-token': 'writes',
    }
    const step = await runStep('coverage-gate', {
      workspace: folder,
      inputs,
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_SHA: pull.merge,
        GITHUB_REF: 'refs/pull/7/merge',
      },
      event: pull.event,
    })
    const [comment] = github.comments
    expect(step.code).toBe(1)
    expect(new Set(step.commands.map((command) => command.name))).toEqual(
      new Set(['add-mask', 'notice', 'warning', 'error'].filter((it) => step.stdout.includes(it))),
    )
    const [mark] = step.commands.filter(({ properties }) => properties.file !== undefined)
    expect(mark).toMatchObject({ name: 'warning', properties: { file: name, line: '2' } })
    expect(step.outputs.passed).toBe('false')
    expect(Object.keys(step.outputs)).toHaveLength(11)
    expect(step.summary).not.toBe('')
    expect(oddities(step.summary)).toEqual([])
    expect(oddities((comment?.body ?? 'none: @nobody').replace(/^<!--.*-->/, ''))).toEqual([])
  } finally {
    await github.close()
  }
})

/** Istanbul's report of a file of three lines of which the second is not covered. */
function final(path: string): string {
  const place = (line: number): object => ({ start: { line, column: 0 }, end: { line, column: 9 } })
  return JSON.stringify({
    [path]: {
      path,
      statementMap: { 0: place(1), 1: place(2), 2: place(3) },
      s: { 0: 1, 1: 0, 2: 1 },
      ...{ fnMap: {}, f: {}, branchMap: {}, b: {} },
    },
  })
}

/** What a reader of the Markdown would be shown that is no text, table or fold. */
function oddities(markdown: string): string[] {
  const odd: string[] = [...renderMarkdown(markdown).mentions]
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') odd.push(token.raw)
    if (token.type === 'html' && !/^(<\/?(code|br|details|summary)>\s*)+/.test(token.raw)) {
      odd.push(token.raw)
    }
    if (token.type === 'paragraph' && /^\|/m.test(token.raw)) odd.push(token.raw)
    if (token.type === 'code') odd.push(token.raw)
  })
  return odd
}
