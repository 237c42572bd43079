import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { publishRelease } from './release-page.ts'
import { pushRelease } from './release-push.ts'

/*
 * Publishes dist/ of the checked-out commit as the version in its package.json: `npm run release [-- --asset FILE …]`.
 * Uses only git and Node, so that the job with write access runs nothing from npm. An earlier job without write access
 * has verified that dist/ matches the sources.
 */

const folder = process.cwd()
const { values } = parseArgs({ options: { asset: { type: 'string', multiple: true } } })
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const say = (line: string): void => console.log(line)

try {
  // Read everything that the page needs before the first write.
  const notes = notesOn(version, readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'))
  const assets = (values.asset ?? []).map((file) => ({
    name: basename(file),
    content: readFileSync(file),
  }))
  const { tag, commit } = pushRelease(folder, version, say)
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = process.env
  if (api && repository && token) {
    await publishRelease({ api, repository, token }, { tag, commit, notes, assets }, say)
  } else {
    say('No release page: GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are not all set.')
  }
} catch (error) {
  console.error(`The release failed. ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

/** Returns the section of a version in CHANGELOG.md. */
function notesOn(version: string, changelog: string): string {
  const sections = changelog.split(/^## /m)
  const section = sections.find((text) => text.split(/\s/, 1)[0] === version)
  if (!section) throw new Error(`CHANGELOG.md has no section "## ${version}"; write one.`)
  return section.slice(section.indexOf('\n')).trim()
}
