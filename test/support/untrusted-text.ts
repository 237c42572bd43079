/**
 * What somebody may write to get more than text. `owned` is in all that must come to nothing: a
 * command, a file, an output, a link.
 */
const lines: readonly string[] = [
  '{[',
  '::set-output name=owned::owned',
  '  ::add-mask::owned',
  '::error title=owned,file=owned::owned',
  '::stop-commands::owned',
  '::save-state name=owned::owned',
  'x ##[add-path]/owned',
  '##[error]owned',
  '\u0085::error::owned',
  '\u2028::error::owned',
  '\r::error::owned',
  '%0A::error::owned %25',
  'owned<<END',
  'owned',
  'END',
  'END_',
  'ghadelimiter_owned',
  '| owned | <img src=owned onerror=owned()> |',
  '</td></tr></table></details></summary><script>owned()</script>',
  '# owned',
  '```',
  '`owned` ~~owned~~ **owned**',
  '![owned](https://owned.example/owned.png) [owned](https://owned.example)',
  'https://owned.example www.owned.example',
  '@owned @owned/team @everyone @here <!channel> <@U0WNED123> <@123456789012345678>',
  '#1 closes #1 org/app#1',
  '<!-- owned -->',
  '\u202Edenwo\u2066',
  '\u001B[31mowned\u0007',
  '\uD800',
  '__proto__',
  'constructor',
  '$(touch owned) `touch owned` ; touch owned',
  '${{ github.token }}',
  '../../../../../../etc/passwd',
  '--upload-pack=touch owned',
  '-oProxyCommand=touch owned',
  '"\'\\',
]

/** On one line, as titles, branches and names are. */
export const hostileLine = lines.join(' ').replace(/[\r\n\u0085\u2028]/g, ' ')

/** On many; as much as the environment of a process takes. */
export const hostileText = `${lines.join('\n')}\n`.repeat(80)

/** What an event carries that people and their branches, commits and pull requests are called. */
export const hostileEvent = {
  ref: `refs/heads/${hostileLine}`,
  before: hostileLine,
  after: hostileText,
  action: hostileLine,
  number: hostileLine,
  sender: { login: hostileLine, avatar_url: hostileLine },
  repository: { default_branch: hostileLine, html_url: hostileLine, full_name: hostileLine },
  head_commit: {
    message: `\0${hostileText}`,
    author: { name: hostileLine, username: hostileLine, email: hostileLine },
  },
  commits: [{ message: hostileText }],
  inputs: { reason: hostileText },
  client_payload: { text: hostileText },
}

export const hostilePull = {
  title: `\0${hostileLine}`,
  body: `\0${hostileText}`,
  user: { login: hostileLine },
  html_url: hostileLine,
  labels: [{ name: hostileLine }],
}

/** Events that are none. */
export const strangeEvents: readonly unknown[] = [
  null,
  [],
  'text',
  { pull_request: null, repository: 7, head_commit: [] },
  { pull_request: { number: '7; touch owned', base: {}, head: null }, sender: 'x' },
  JSON.parse('{"__proto__":{"pull_request":{"number":7}},"pull_request":{"number":-1.5}}'),
]

/** What the runner tells of branches and people. */
export const hostileNames = {
  GITHUB_REF_NAME: hostileLine,
  GITHUB_HEAD_REF: hostileLine,
  GITHUB_BASE_REF: hostileLine,
  GITHUB_ACTOR: hostileLine,
  GITHUB_TRIGGERING_ACTOR: hostileLine,
  GITHUB_WORKFLOW: hostileLine,
  GITHUB_JOB: hostileLine,
}
