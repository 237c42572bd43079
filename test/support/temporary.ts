import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * One folder for all temporary files of a run of the tests, the demo or the bench: this process, and what it starts,
 * find it in TMPDIR. It is removed at the end, and in CI the run fails when it has put files beside it. On a machine
 * of somebody's own another run may have done so, and there is a warning.
 */

let system = ''
let folder = ''
let before: ReadonlySet<string>

/** Before anything is started, which inherits the environment. */
export function createTemporaryFolder(): void {
  system = tmpdir()
  before = new Set(readdirSync(system))
  folder = mkdtempSync(join(system, 'ci-actions-tests-'))
  // A database that is started as another user has its files in it.
  chmodSync(folder, 0o711)
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder
}

/** @throws Error in CI, when files were left beside those of this run */
export function removeTemporaryFolder(): void {
  const prefixes = new Set(readdirSync(folder).map(prefixOf))
  rmSync(folder, { recursive: true })
  const left = readdirSync(system).filter(
    (name) => !before.has(name) && prefixes.has(prefixOf(name)),
  )
  if (left.length === 0) return
  const message = `Files were left in ${system}, beside those of this run: ${left.join(', ')}`
  if (process.env.CI) throw new Error(message)
  console.warn(message)
}

/** `checkout-` of `checkout-a1B2c3`, as mkdtemp names folders; the whole of other names. */
function prefixOf(name: string): string {
  return name.replace(/(?<=-)[A-Za-z0-9]{6}$/, '')
}
