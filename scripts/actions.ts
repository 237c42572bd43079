import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boolean, literal, object, optional, parse, record, strictObject, string } from 'valibot'
import { parse as parseYaml } from 'yaml'

/** The root folder of the repository. */
export const root = join(import.meta.dirname, '..')

/** The parts of action.yml that this repository uses; unknown parts are rejected. */
const contractShape = strictObject({
  name: string(),
  description: string(),
  author: optional(string()),
  branding: strictObject({ icon: string(), color: string() }),
  inputs: record(
    string(),
    strictObject({
      description: string(),
      required: optional(boolean()),
      default: optional(string()),
      deprecationMessage: optional(string()),
    }),
  ),
  outputs: record(string(), strictObject({ description: string() })),
  runs: object({ using: literal('node24'), main: literal('index.js') }),
})

export type Contract = ReturnType<typeof readContract>

/** Reads the action.yml of an action. */
export function readContract(name: string) {
  const file = join(root, 'actions', name, 'action.yml')
  return parse(contractShape, parseYaml(readFileSync(file, 'utf8')))
}

/** Returns the names of the actions, which are those of their folders. */
export function actionNames(): string[] {
  return readdirSync(join(root, 'actions'))
    .filter((name) => existsSync(join(root, 'actions', name, 'action.yml')))
    .sort()
}

/** The action at the root of the repository and of the released tree, which is on the Marketplace. */
export const rootAction = 'deliver'

/**
 * Returns the action.yml for a root: the action's own, with the path of its bundle.
 *
 * @param bundles the folder of the bundles relative to that root: `dist/` or empty
 */
export function rootContract(bundles: string): string {
  const text = readFileSync(join(root, 'actions', rootAction, 'action.yml'), 'utf8')
  return text.replace(/^( +main: )/m, `$1${bundles}${rootAction}/`)
}
