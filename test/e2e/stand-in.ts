import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of an action that stands in for one of others, which would reach out of this machine.
 *
 * @param script CommonJS; it finds the inputs as the runner gives them, `INPUT_NAME`
 */
export function standIn(inputs: readonly string[], script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
  const contract = {
    name: 'Stand-in',
    inputs: Object.fromEntries(inputs.map((input) => [input, {}])),
    runs: { using: 'node24', main: 'index.js' },
  }
  writeFileSync(join(folder, 'action.yml'), JSON.stringify(contract))
  writeFileSync(join(folder, 'index.js'), script)
  return folder
}
