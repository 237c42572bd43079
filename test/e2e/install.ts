import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'

/** Programs that the tests need and npm does not have live here, each in a folder of its version. */
const cache = join(root, 'node_modules/.cache')

/**
 * A program of the Go proxy, installed once.
 *
 * @param source as `github.com/nektos/act@v0.2.87`
 * @throws Error that says what is missing; what needs the program is never skipped
 */
export function installFromGo(source: string): string {
  const name = source.replace(/@.*$/, '').split('/').pop() ?? ''
  return installOnce(source, name, 'Go', (folder) => {
    execFileSync('go', ['install', source], {
      env: { ...process.env, GOBIN: folder },
      stdio: 'pipe',
    })
  })
}

/**
 * A program of npm, installed once.
 *
 * @param packages what it consists of, as `vitest@5.1.1`
 */
export function installFromNpm(packages: readonly string[], program: string): string {
  return installOnce(packages.join(' '), join('node_modules/.bin', program), 'npm', (folder) => {
    const flags = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    execFileSync('npm', ['install', ...flags, ...packages], { stdio: 'pipe' })
  })
}

/** Where Maven keeps what it downloads for the tests. */
export const mavenRepository = join(cache, 'maven')

/** A program of PyPI, installed once into a virtual environment of its own. */
export function installFromPypi(requirement: string, program: string): string {
  return installOnce(requirement, join('bin', program), 'Python 3 with venv', (folder) => {
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' })
    const flags = ['--quiet', '--disable-pip-version-check']
    execFileSync(join(folder, 'bin/pip'), ['install', ...flags, requirement], { stdio: 'pipe' })
  })
}

/**
 * Packages of Debian, installed into the system where these programs are not there yet.
 *
 * @throws Error that says what is missing; what needs the programs is never skipped
 */
export function installFromApt(packages: readonly string[], programs: readonly string[]): void {
  if (programs.every((program) => existsSync(program))) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]): unknown =>
    execFileSync('apt-get', ['-qq', '-y', ...args], { env, stdio: 'pipe' })
  try {
    apt('update')
    apt('install', '--no-install-recommends', ...packages)
  } catch (error) {
    throw new Error(
      `${packages.join(', ')} could not be installed; it needs Debian or Ubuntu, and root. It said: ${saidBy(error)}`,
    )
  }
}

/** What is cut off half-way leaves a folder without the mark, and is begun anew. */
function installOnce(
  source: string,
  program: string,
  needs: string,
  install: (folder: string) => void,
): string {
  const folder = join(cache, source.replace(/[^\w.-]+/g, '-'))
  const done = join(folder, '.installed')
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    try {
      install(folder)
    } catch (error) {
      throw new Error(
        `${source} could not be installed; it needs ${needs}. It said: ${saidBy(error)}`,
      )
    }
    mkdirSync(done)
  }
  return join(folder, program)
}

/** What a program printed before it failed, or why it could not be started. */
export function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const stdout = 'stdout' in error ? error.stdout : undefined
  const stderr = 'stderr' in error ? error.stderr : undefined
  return `${stdout ?? ''}${stderr ?? ''}`.trim() || error.message
}
