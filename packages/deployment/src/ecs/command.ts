import { type InputParser, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, minLength, pipe, string, union } from 'valibot'
import type { PreDeployTask } from './pre-deploy-task.ts'

const expected =
  'a command such as "npm run migrate", or YAML such as "container: [npm, run, migrate]"'

const words = pipe(array(string()), minLength(1))
const structured = yaml(union([words, mapOf(union([string(), words]))]), expected)

/** `npm run migrate`; as YAML a list of its words, or either of the two under the name of a container. */
export const command: InputParser<PreDeployTask> = {
  async parse(given) {
    // A command may hold ": " and brackets too, but not begin as YAML does.
    if (!/^[\w-]+:(\s|$)|^[[{]/.test(given)) return { container: undefined, command: split(given) }
    const parsed = await structured.parse(given)
    if (Array.isArray(parsed)) return { container: undefined, command: parsed }
    const entries = Object.entries(parsed)
    const [entry] = entries
    if (!entry || entries.length > 1) throw new ValidationError(`${expected}; with one container`)
    const [container, line] = entry
    return { container, command: Array.isArray(line) ? line : split(line) }
  },
}

/** The words of a command; quotation marks hold together what has blanks. There is no shell. */
function split(line: string): string[] {
  const words = [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  )
  if (words.length === 0 || (line.match(/["']/g)?.length ?? 0) % 2 !== 0) {
    throw new ValidationError(`${expected}; with quotation marks in pairs`)
  }
  return words
}
