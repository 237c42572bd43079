import { execFileSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { saidBy } from '../install.ts'

/** Programs of npm run under the same Node.js as the tests, and nothing is printed in color. */
const environment = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  FORCE_COLOR: '0',
}

/**
 * Runs a program and returns what it prints.
 *
 * @throws Error with everything it printed, or why it could not be started
 */
export function run(
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  try {
    return execFileSync(program, args, {
      cwd: folder,
      env: { ...environment, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    const command = [program, ...args].join(' ')
    throw new Error(`The e2e tests need "${command}", which failed. It said: ${saidBy(error)}`)
  }
}
