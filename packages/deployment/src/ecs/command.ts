import { type InputParser, mapOf, ValidationError } from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { array, minLength, pipe, string, union } from 'valibot'
import type { PreDeployTask } from './pre-deploy-task.ts'

const expected =
  'a command such as "npm run migrate", or YAML such as "container: [npm, run, migrate]"'

const words = pipe(array(string()), minLength(1))
const structured = yaml(union([words, mapOf(union([string(), words]))]), expected)

/** A command such as `npm run migrate`; in YAML, a list of words, or either of them under a container name. */
export const command: InputParser<PreDeployTask> = {
  async parse(given) {
    // A command may contain ": " and brackets, but must not start like YAML.
    if (!/^[\w-]+:(\s|$)|^[[{]/.test(given)) return { container: undefined, command: split(given) }
    const parsed = await structured.parse(given)
    if (Array.isArray(parsed)) return { container: undefined, command: parsed }
    const entries = Object.entries(parsed)
    const [entry] = entries
    if (!entry || entries.length > 1) throw new ValidationError('name exactly one container.')
    const [container, line] = entry
    return { container, command: Array.isArray(line) ? line : split(line) }
  },
}

/** Splits a command into words; quotation marks group words. No shell is involved. */
function split(line: string): string[] {
  const words = [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  )
  if (words.length === 0 || (line.match(/["']/g)?.length ?? 0) % 2 !== 0) {
    throw new ValidationError('the command has an unmatched quotation mark.')
  }
  return words
}
