import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boolean, literal, object, optional, parse, record, strictObject, string } from 'valibot'
import { parse as parseYaml } from 'yaml'

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../../..')

/** action.yml, as far as this repository uses it; anything else in it is refused. */
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

/** The action.yml of an action. */
export function readContract(name: string) {
  const file = join(root, 'actions', name, 'action.yml')
  return parse(contractShape, parseYaml(readFileSync(file, 'utf8')))
}

/** The names of the actions, which are their folders. */
export function actionNames(): string[] {
  return readdirSync(join(root, 'actions'))
    .filter((name) => existsSync(join(root, 'actions', name, 'action.yml')))
    .sort()
}

/** The action at the root of the released tree, which is the one on the Marketplace. */
export const rootAction = 'deliver'

/** The action.yml there: that of the action in its folder, whose bundle it starts. */
export function rootContract(): string {
  const text = readFileSync(join(root, 'actions', rootAction, 'action.yml'), 'utf8')
  return text.replace(/^( +main: )/m, `$1${rootAction}/`)
}
