import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../packages/tooling/src/actions.ts'

/** What act can do changes from release to release, so the pipelines are run by this one. */
const version = 'v0.2.87'

/**
 * The program act: the one on the PATH if it is of this version, else one of our own in
 * node_modules/.cache, which is installed when it is not there yet.
 *
 * @throws Error that says what is missing; the pipelines are never skipped
 */
export function installAct(): string {
  const folder = join(root, 'node_modules/.cache/act')
  const own = join(folder, 'act')
  const found = ['act', own].find(isRight)
  if (found) return found
  const source = `github.com/nektos/act@${version}`
  try {
    execFileSync('go', ['install', source], {
      env: { ...process.env, GOBIN: folder },
      stdio: 'pipe',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The pipelines run under act ${version}, which is not on the PATH and could not be installed. ` +
        `Install Go, or put act on the PATH. "go install ${source}" said: ${reason}`,
    )
  }
  if (!isRight(own)) throw new Error(`"go install ${source}" left no act ${version} in ${folder}.`)
  return own
}

function isRight(program: string): boolean {
  try {
    const said = execFileSync(program, ['--version'], { encoding: 'utf8' })
    return said.trim() === `act version ${version.slice(1)}`
  } catch {
    return false
  }
}
