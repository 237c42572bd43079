import { type InputValues, readInputs } from '@ci-actions/kit'
import {
  type CheckResult,
  checksFor,
  evaluate,
  listRules,
} from '../../../actions/pr-check/src/evaluate.ts'
import { parseHeader } from '../../../actions/pr-check/src/header.ts'
import { prCheck } from '../../../actions/pr-check/src/main.ts'
import { seeded } from '../../support/random.ts'
import { defaultsOf } from '../../support/run-in-process.ts'
import { TestRunner } from '../../support/runner.ts'
import { refusalOf, type WrongInput, wrongEverywhere } from '../../support/wrong-inputs.ts'

type Wanted = InputValues<typeof prCheck.inputs>

const defaults = defaultsOf('pr-check')

function read(inputs: Record<string, string>): Promise<Wanted> {
  return readInputs(prCheck.inputs, new TestRunner({ ...defaults, 'github-token': 'x', ...inputs }))
}

interface About {
  readonly title?: string
  readonly description?: string
  readonly branch?: string
  readonly author?: string
  readonly commits?: readonly (string | { message: string; author?: string; parents?: number })[]
}

async function judged(about: About, inputs: Record<string, string> = {}): Promise<CheckResult> {
  const { title = 'feat: add a thing', description = '', branch = 'b', author = 'someone' } = about
  const rules = listRules(await read(inputs))
  const commits = (about.commits ?? []).map((one, index) => ({
    sha: String(index).padStart(40, '0'),
    author: 'someone',
    parents: 1,
    ...(typeof one === 'string' ? { message: one } : one),
  }))
  const pull = {
    ...{ number: 7, title, description, branch, author },
    ...{ state: 'open', commits: commits.length },
  }
  return evaluate(pull, checksFor(pull, rules).includes('commits') ? commits : [], rules)
}

async function problems(...args: Parameters<typeof judged>): Promise<string[]> {
  return (await judged(...args)).problems.map(({ message }) => message)
}

describe('A title', () => {
  test.each([
    ['feat: add a thing', 'feat', undefined, false, 'add a thing'],
    ['fix(api): a: b', 'fix', 'api', false, 'a: b'],
    ['refactor!: drop Node 12', 'refactor', undefined, true, 'drop Node 12'],
    ['feat(api, web)!: x', 'feat', 'api, web', true, 'x'],
    ['docs(a/b.c): Ünïcode 🎉', 'docs', 'a/b.c', false, 'Ünïcode 🎉'],
  ])('%j has these parts', async (title, type, scope, breaking, subject) => {
    expect(parseHeader(title)).toEqual({ type, scope, breaking, subject })
    expect(await problems({ title })).toEqual([])
  })

  test.each<[string, Record<string, string>, string[], string | undefined]>([
    [
      'Add a thing',
      {},
      [
        'has no type: write "type: subject" with one of feat, fix, docs, style, refactor, perf, test, build, ci, chore, revert',
      ],
      'feat: Add a thing',
    ],
    ['Feat: x', {}, ['has the type "Feat", which must be written "feat"'], 'feat: x'],
    [
      'foo: x',
      { types: 'feat\nfix' },
      ['has the type "foo", which is not one of feat, fix'],
      'feat: foo: x',
    ],
    [
      'feat:x',
      {},
      ['must have its colon right after the type or scope, followed by one space'],
      'feat: x',
    ],
    [
      'feat (api) : x',
      {},
      ['must have its colon right after the type or scope, followed by one space'],
      'feat(api): x',
    ],
    [
      'feat:  x',
      {},
      ['must have its colon right after the type or scope, followed by one space'],
      'feat: x',
    ],
    ['feat(): x', {}, ['has an empty scope'], 'feat: x'],
    ['feat( ): x', {}, ['has an empty scope'], 'feat: x'],
    ['feat:', {}, ['has no subject after its type'], undefined],
    [
      'feat: x',
      { 'require-scope': 'true' },
      ['has no scope: write "type(scope): subject"'],
      undefined,
    ],
    [
      'feat: x',
      { 'require-scope': 'true', scopes: 'JIRA-\\d+\napi' },
      ['has no scope: write "type(scope): subject", one of JIRA-\\d+, api'],
      'feat(api): x',
    ],
    [
      'feat(db, api, JIRA-1x): x',
      { scopes: 'JIRA-\\d+\napi' },
      ['has the scopes "db, JIRA-1x", which are not among JIRA-\\d+, api'],
      'feat: x',
    ],
    [
      'feat: Add a thing',
      { 'subject-pattern': '^(?![A-Z]).+$' },
      ['has the subject "Add a thing", which does not match ^(?![A-Z]).+$ as a whole'],
      'feat: add a thing',
    ],
    ['feat: ABC', { 'subject-pattern': '/[a-c]+/i' }, [], undefined],
    [
      'feat: abcd',
      { 'subject-pattern': 'abc|abd' },
      ['has the subject "abcd", which does not match abc|abd as a whole'],
      undefined,
    ],
    ['feat: 🎉🎉', { 'max-length': '8' }, [], undefined],
    ['feat: 🎉🎉🎉', { 'max-length': '8' }, ['is 9 characters long; the limit is 8'], undefined],
    [
      'WIP: a thing',
      { types: 'feat\nfix' },
      [
        'is marked as unfinished: remove the marker, and make the pull request a draft instead',
        'has no type: write "type: subject" with one of feat, fix',
      ],
      'feat: a thing',
    ],
    [
      '[WIP] fix: a thing',
      {},
      ['is marked as unfinished: remove the marker, and make the pull request a draft instead'],
      'fix: a thing',
    ],
    [
      'fixup! feat: a thing',
      {},
      ['is marked as unfinished: remove the marker, and make the pull request a draft instead'],
      'feat: a thing',
    ],
    [
      'feat!(cli): x',
      {},
      ['has its "!" before the scope instead of after it: "feat(cli)!: x"'],
      'feat(cli)!: x',
    ],
    [
      'Feat! (cli) : x',
      {},
      ['has its "!" before the scope instead of after it: "Feat(cli)!: x"'],
      'feat(cli)!: x',
    ],
    ['fix(app/(auth)): x', {}, ['has parentheses within its scope'], 'fix(app/auth): x'],
    [
      '[ABC-123] feat: x',
      {},
      ['has "ABC-123" before its type, which must come first'],
      'feat: x (ABC-123)',
    ],
    [
      'ABC-123: feat: x',
      {},
      [
        'has the type "ABC-123", which is not one of feat, fix, docs, style, refactor, perf, test, build, ci, chore, revert',
      ],
      'feat: x (ABC-123)',
    ],
    [
      'ABC-123 fix(api)!: x',
      {},
      ['has "ABC-123" before its type, which must come first'],
      'fix(api)!: x (ABC-123)',
    ],
    [
      'feat; x',
      {},
      ['must have its colon right after the type or scope, followed by one space'],
      'feat: x',
    ],
    ['JIRA-123: Bar', { types: 'JIRA-\\d+' }, [], undefined],
    ['JIRA-123(core)!: Bar', { types: 'feat\n[A-Z]+-\\d+' }, [], undefined],
    [
      'XJIRA-1: Bar',
      { types: 'JIRA-\\d+' },
      ['has the type "XJIRA-1", which is not one of JIRA-\\d+'],
      undefined,
    ],
    ['fix: x', { types: 'feat|fix' }, [], undefined],
    [
      'docs: x',
      { types: '(feat|fix)\nci' },
      ['has the type "docs", which is not one of (feat|fix), ci'],
      'ci: docs: x',
    ],
    [
      'Bar',
      { types: 'JIRA-\\d+' },
      ['has no type: write "type: subject" with one of JIRA-\\d+'],
      undefined,
    ],
    [
      'Revert "feat: a thing"',
      { types: 'feat\nrevert' },
      ['has no type: write "type: subject" with one of feat, revert'],
      'revert: feat: a thing',
    ],
    [
      'FIX(db): It works.',
      {
        types: 'feat\nfix',
        scopes: 'ui',
        'require-scope': 'true',
        'subject-pattern': '[a-z].*[^.]',
        'max-length': '17',
      },
      [
        'has the type "FIX", which must be written "fix"',
        'has the scope "db", which is not one of ui',
        'has the subject "It works.", which does not match [a-z].*[^.] as a whole',
        'is 18 characters long; the limit is 17',
      ],
      'fix(ui): it works',
    ],
  ])('%j with %j: all that is wrong, and a better one', async (title, inputs, due, suggestion) => {
    const verdict = await judged({ title }, inputs)
    expect(verdict.problems.map(({ message }) => message)).toEqual(
      due.map((complaint) => `The title "${title.replace(/\s+/g, ' ')}" ${complaint}.`),
    )
    expect(verdict.suggestion).toBe(suggestion)
  })

  test.each([
    ['Fix the login', 'x', 'fix: Fix the login'],
    ['login works again', 'fix/login', 'fix: login works again'],
    ['login works again', 'feature/login', 'feat: login works again'],
    ['Bump vite from 1 to 2', 'dependabot/npm/vite', 'build: Bump vite from 1 to 2'],
    ['feature: login', 'x', 'feat: login'],
    ['[feat] login', 'x', 'feat: [feat] login'],
    ['Draft release notes', 'x', 'feat: Draft release notes'],
    ['constructor: login', '__proto__/x', 'feat: constructor: login'],
    ['Hotfix(api)!: login', 'x', 'fix(api)!: login'],
  ])('%j of branch %s is meant as %j', async (title, branch, suggestion) => {
    expect((await judged({ title, branch })).suggestion).toBe(suggestion)
  })

  test('A suggestion always keeps the rules', async () => {
    const { integer, one, text } = seeded(6)
    const pieces: [string, ...string[]] = [
      'feat',
      'Fix',
      ':',
      ' ',
      '(',
      ')',
      '!',
      'a',
      'B',
      '.',
      '[WIP]',
      '"',
      '\u200B',
      '🎉',
      'Revert "',
    ]
    let suggested = 0
    for (let i = 0; i < 600; i++) {
      const inputs = {
        types: one(['feat\nfix', 'chore', 'FIX\nfoo']),
        scopes: one(['', 'a\nb', 'A-\\d+']),
        'require-scope': one(['true', 'false']),
        'subject-pattern': one(['', '[a-z].*', '[A-Z].*', '.*[^.]']),
        'max-length': one(['', String(5 + integer(40))]),
      }
      const { suggestion } = await judged({ title: text(pieces, 12) }, inputs)
      if (suggestion === undefined) continue
      suggested++
      expect(await problems({ title: suggestion }, inputs)).toEqual([])
    }
    expect(suggested).toBeGreaterThan(60)
  })
})

describe('A breaking change', () => {
  test.each<[About, boolean]>([
    [{ title: 'feat!: x' }, true],
    [{ title: 'feat: x' }, false],
    [{ description: 'Why\n\nBREAKING CHANGE: no Node 12' }, true],
    [{ description: 'Why\r\n\r\nBREAKING-CHANGE: no Node 12' }, true],
    [{ description: 'breaking change: no' }, false],
    [{ description: 'It is no BREAKING CHANGE: none' }, false],
    [{ description: '<!--\nBREAKING CHANGE: describe it\n-->' }, false],
    [{ commits: ['feat: x\n\nBREAKING CHANGE: y'] }, true],
  ])('%j: %s', async (about, breaking) => {
    expect((await judged(about, { commits: 'true' })).breaking).toBe(breaking)
  })
})

describe('A description', () => {
  const noText = 'The description has no text; comments and headings do not count.'
  const no = (section: string): string =>
    `The description has no section "${section}" with text below its heading.`

  test.each<[string, string, string[]]>([
    ['true', '', [noText]],
    ['true', ' \r\n\t', [noText]],
    ['true', '<!-- Say why -->\n## Why\n\n## How\n<!-- and\nhow -->', [noText]],
    ['true', 'x', []],
    ['true', 'see `<!--` there', []],
    ['true', '<!-- Say why\n\nand how', [noText]],
    ['true', '\u00a0\u200b\n\u2060\ufeff\u3164\u2800', [noText]],
    ['true', '## What\n- \n*\n+ \n1. \n2)\n', [noText]],
    ['true', '- [ ] \n- [x]\n> \n> - ', [noText]],
    ['true', '## What\n\n---\n***\n_ _ _\n', [noText]],
    ['true', '<details>\n<summary></summary>\n</details><br/><p align="center"> </p>', [noText]],
    ['true', '[](https://example.com)\n![](x.png)\n[][a]\n\n[a]: https://example.com', [noText]],
    ['true', '<img width="1" src="x.png">', [noText]],
    ['true', '|  |  |\n|---|:-:|\n| | |', [noText]],
    ['true', '&nbsp; &#160; &#x200B;', [noText]],
    ['true', '```\n```\n~~~js\n\n~~~', [noText]],
    ['true', '** **\n…\n???', [noText]],
    ['true', 'What\n====\n\nWhy\n---', [noText]],
    ['true', '- fixed', []],
    ['true', '> 1', []],
    ['true', '👍', []],
    ['true', '日本', []],
    ['true', '![screenshot](x.png)', []],
    ['true', '<img alt="image" src="x.png">', []],
    ['true', '<summary>Log</summary>', []],
    ['true', '[#7](https://example.com)', []],
    ['true', '| a |\n|---|', []],
    ['true', '```\nx\n```', []],
    [
      'min-length: 7',
      '- a\n- **b**',
      ['The description has 6 characters of text; at least 7 are required.'],
    ],
    ['false', '', []],
    [
      'min-length: 5',
      'abcd',
      ['The description has 4 characters of text; at least 5 are required.'],
    ],
    ['min-length: 5', 'ab\n\n## A very long heading\n\n  cde  ', []],
    ['min-length: 5', '', [noText]],
    ['{required: false, min-length: 5}', '## Why\n', []],
    [
      '{required: false, min-length: 5}',
      'abc',
      ['The description has 3 characters of text; at least 5 are required.'],
    ],
    [
      '{"sections": ["Why", "How it was tested"]}',
      '',
      [noText, no('Why'), no('How it was tested')],
    ],
    ['sections: [Why]', '## 📝 why?\n\nBecause.', []],
    ['sections: [Why]', '## Why\n### Details\nBecause.', []],
    ['sections: [Why]', '## Why\n## How\nSo.', [no('Why')]],
    ['sections: [Why]', '## Why\n<!-- say why -->\n# How\nSo.', [no('Why')]],
    ['sections: [Why]', 'Why\nBecause', [no('Why')]],
    ['sections: [Why]', '```\n## Why\nx\n```', [no('Why')]],
    ['sections: [Why]', '```\n# x\n```\n## Why\nx', []],
    ['sections: [Why]', '# Why ##\nx', []],
    ['sections: [Why]', '#Why\nx', [no('Why')]],
    ['sections: [Why]', 'Why\n---\nx', []],
    ['sections: [Why]', '## Why\n- \n\n## How\nx', [no('Why')]],
    ['sections: [Warum, "多语言"]', '# WARUM\nx\n# 多语言\ny', []],
  ])('asked for %s, %j', async (description, text, due) => {
    expect(await problems({ description: text }, { description })).toEqual(due)
  })
})

describe('Commit messages', () => {
  const wrong = 'has no type: write "type: subject" with one of feat, fix'
  test.each<[NonNullable<About['commits']>[number], string | undefined]>([
    ['feat: a', undefined],
    ['feat: a\n\nBody\n\nCloses: #1', undefined],
    ['feat: a\r\n\r\nBody', undefined],
    ['feat: a\nBody', 'has no blank line below it'],
    ['a', wrong],
    ['fixup! feat: a', 'must be squashed: git rebase --autosquash'],
    ['squash! feat: a', 'must be squashed: git rebase --autosquash'],
    ['amend! feat: a', 'must be squashed: git rebase --autosquash'],
    ['Revert "feat: a"\n\nThis reverts commit 1a2b3c4.', undefined],
    ['Revert it', wrong],
    [{ message: "Merge branch 'main' into b", parents: 2 }, undefined],
    ["Merge branch 'main' into b", wrong],
    [{ message: 'whatever', author: 'pre-commit-ci[bot]' }, undefined],
    ['', wrong],
  ])('%j', async (commit, complaint) => {
    const inputs = { commits: 'true', types: 'feat\nfix', 'ignore-authors': '*[bot]' }
    const message = typeof commit === 'string' ? commit : commit.message
    const [first] = message.split(/\r?\n/)
    expect((await judged({ commits: [commit] }, inputs)).problems).toEqual(
      complaint
        ? [
            {
              rule: 'commits',
              message: `The message of 0000000, "${first}", ${complaint}.`,
              commit: '0'.repeat(40),
            },
          ]
        : [],
    )
  })

  test('are left alone unless they are asked for', async () => {
    expect(await problems({ commits: ['wrong'] })).toEqual([])
  })

  test('What is left out, and what GitHub does not list, is said', async () => {
    const { remarks } = await judged(
      { commits: [{ message: 'x', parents: 2 }, 'feat: x', 'Revert "x"'] },
      { commits: 'true' },
    )
    expect(remarks).toEqual([
      'Skipped: 2 of 3 commits, which are merges, reverts or by exempt authors.',
    ])
  })
})

describe('A branch', () => {
  test.each([
    ['feature/login', []],
    ['xfeature/login', ['xfeature/login']],
    ['feature/login\n', ['feature/login']],
  ])('%j', async (branch, due) => {
    expect(await problems({ branch }, { 'branch-pattern': '(feature|fix)/[a-z]+' })).toEqual(
      due.map(
        (shown) =>
          `It comes from the branch "${shown}", which does not match (feature|fix)/[a-z]+ as a whole.`,
      ),
    )
  })
})

describe('An author', () => {
  const about = { title: 'x', description: '', branch: 'y', commits: ['z'] }
  const inputs = { description: 'true', commits: 'true', 'branch-pattern': 'b' }
  test.each([
    ['someone', '', ['title', 'description', 'commits', 'branch']],
    ['dependabot[bot]', 'dependabot[bot]', []],
    ['dependabot[bot]', '*[bot]', []],
    ['dependabot', '*[bot]', ['title', 'description', 'commits', 'branch']],
    ['Octocat', 'octocat', []],
    ['octocat', 'title: octocat\nbranch: octocat', ['description', 'commits']],
    [
      'octocat',
      'title: other\n# octocat\ncommits: *[bot]',
      ['title', 'description', 'commits', 'branch'],
    ],
  ])('%s, with %j exempt, is held to %j', async (author, exempt, due) => {
    const verdict = await judged({ ...about, author }, { ...inputs, 'ignore-authors': exempt })
    expect(verdict.checked).toEqual(due)
    expect(new Set(verdict.problems.map(({ rule }) => rule))).toEqual(new Set(due))
    expect(verdict.remarks.some((remark) => remark.includes(`${author} is exempt`))).toBe(
      due.length < 4,
    )
  })
})

const someDescription =
  'true, false, or YAML with "required" (true or false), "min-length" (a whole number) and "sections" (a list of headings)'
const someAuthor =
  'a login such as octocat or dependabot[bot], or *[bot], optionally after one of title, description, commits, branch and a colon'

test.each<WrongInput>([
  ...wrongEverywhere('pr-check'),
  ['timeout', '0', 'a duration longer than 0'],
  ['title', 'yes', 'true or false'],
  ['types', '#', 'at least one line that is not a comment'],
  ['types', 'feat, fix', 'a type such as feat; put each on its own line ("feat", then "fix")'],
  [
    'types',
    'feat fix docs',
    'a type such as feat; put each on its own line ("feat", then "fix", then "docs")',
  ],
  [
    'types',
    '[A-Z',
    'a regular expression (SyntaxError: Invalid regular expression: /[A-Z/: Unterminated character class)',
  ],
  ['scopes', 'api, web', 'a scope such as api; put each on its own line ("api", then "web")'],
  [
    'scopes',
    '(',
    'a regular expression (SyntaxError: Invalid regular expression: /(/: Unterminated group)',
  ],
  ['require-scope', '1', 'true or false'],
  [
    'subject-pattern',
    '/[/',
    'a regular expression (SyntaxError: Invalid regular expression: /[/: Unterminated character class)',
  ],
  [
    'branch-pattern',
    '*',
    'a regular expression (SyntaxError: Invalid regular expression: /*/: Nothing to repeat)',
  ],
  ['max-length', '0', 'a whole number of at least 1'],
  ['description', 'min-length: -1', `${someDescription}; at "min-length": expected >=0, not -1`],
  [
    'description',
    'min_length: 1',
    `${someDescription}; "min_length" is unknown (did you mean "min-length"?)`,
  ],
  [
    'description',
    'min-lenght: 5',
    `${someDescription}; "min-lenght" is unknown (did you mean "min-length"?)`,
  ],
  ['description', 'heading: Why', `${someDescription}; "heading" is unknown`],
  ['description', 'sections: Why', `${someDescription}; at "sections": expected a list, not "Why"`],
  [
    'description',
    'sections: ["!"]',
    `${someDescription}; at "sections.0": a heading must contain a word`,
  ],
  ['description', 'yes', someDescription],
  ['commits', 'all', 'true or false'],
  ['ignore-authors', 'a b', `${someAuthor}; put each on its own line ("a", then "b")`],
  ['ignore-authors', 'body: octocat', someAuthor],
  ['comment', 'no', 'true or false'],
])('Input %s is not %j', async (input, value, right) => {
  expect(await refusalOf('pr-check', prCheck, { 'github-token': 'x', [input]: value })).toBe(
    `Input "${input}" must be ${right}, not "${value}".`,
  )
})

test.each([{ title: 'false' }, { title: 'false', description: 'false' }])(
  'With %j there is nothing to check',
  async (inputs) => {
    expect(await refusalOf('pr-check', prCheck, { 'github-token': 'x', ...inputs })).toBe(
      'Nothing to check: set "title" or "commits" to true, or set "description" or "branch-pattern".',
    )
  },
)

test.each([
  ['require-scope', 'true'],
  ['scopes', 'api'],
  ['subject-pattern', '[a-z].+'],
  ['max-length', '72'],
])('Without titles and commits, there is nothing for %s: %s', async (input, value) => {
  const given = { 'github-token': 'x', title: 'false', description: 'true', [input]: value }
  expect(await refusalOf('pr-check', prCheck, given)).toBe(
    `Input "${input}" requires "title: true" or "commits: true".`,
  )
})

describe('Text that is made to explode', () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(200_000 / piece.length))
  const explosive = [
    'a',
    '(',
    'a(',
    '((',
    'feat(',
    'feat:',
    ' ',
    'feat ',
    '<!--',
    '<!-- -->',
    '#',
    '# ',
    '```\n',
    '\n',
    '\r',
    '`',
    '-',
    '>',
    '🎉',
    '\u200B',
    'BREAKING CHANGE: x\n',
    '[',
    '![',
    '[](',
    '[a]:',
    '<a ',
    '<img alt="',
    '> - ',
    'A-1 ',
    '[WIP]',
    'Revert "',
    '"',
    '.',
    '_',
  ]

  test.each(explosive)('%j, again and again, is read at once', async (piece) => {
    const text = long(piece)
    const began = process.cpuUsage()
    await judged(
      { title: text, description: text, branch: text, commits: [text, `feat: x\n\n${text}`] },
      {
        ...{ commits: 'true', 'branch-pattern': '[a-z]+', 'max-length': '72' },
        description: '{"min-length": 10, "sections": ["Why"]}',
      },
    )
    const { user, system } = process.cpuUsage(began)
    expect(user + system).toBeLessThan(1_500_000)
  })

  test('100 messages of 100 scopes each are held against 30 expressions in seconds', async () => {
    const commits = Array.from({ length: 100 }, (_, commit) => {
      const scopes = Array.from({ length: 100 }, (_, i) =>
        String.fromCodePoint(0x4e00 + i + commit),
      )
      return `feat(${scopes.join(',')}): x`
    })
    const scopes = Array.from({ length: 30 }, (_, i) => `scope-${i}[a-z]*`).join('\n')
    const began = performance.now()
    const { problems } = await judged({ commits }, { commits: 'true', scopes })
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(problems).toHaveLength(100)
  })

  test('An expression that never ends is given up once, however many commits there are', async () => {
    const evil = `feat: ${'a'.repeat(40)}!`
    const began = performance.now()
    const verdict = await judged(
      { title: evil, commits: Array.from({ length: 250 }, () => evil) },
      { commits: 'true', 'subject-pattern': '(a+)+' },
    )
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(verdict.problems).toHaveLength(251)
    expect(verdict.problems[0]?.message).toMatch(
      /has the subject "a+!", which could not be matched against \(a\+\)\+ within 1 s; use a simpler expression\.$/,
    )
  })
})
