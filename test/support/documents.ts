import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, parseAllDocuments, visit } from 'yaml'
import { root, rootAction } from '../../scripts/actions.ts'

/** The Markdown files for people, relative to the repository. */
export const documents = globSync(
  ['*.md', 'docs/**/*.md', 'examples/*.md', '{actions,packages}/*/README.md', 'dist/README.md'],
  { cwd: root },
).sort()

/** The workflows that are files. */
export const workflows = globSync(['.github/workflows/*.yml', 'examples/**/*.yml'], {
  cwd: root,
}).sort()

/** A piece of YAML that somebody may copy, and where it stands. */
export interface Snippet {
  readonly place: string
  readonly yaml: string
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The YAML in a Markdown file. */
export function snippetsOf(file: string): Snippet[] {
  const text = read(file)
  return [...text.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)].map((match) => ({
    place: `${file}:${text.slice(0, match.index).split('\n').length}`,
    yaml: (match[2] ?? '').replace(new RegExp(`^${match[1]}`, 'gm'), ''),
  }))
}

/** A step of a workflow: what is used, with which inputs, and what is run. */
export interface Step {
  readonly id?: unknown
  readonly uses?: unknown
  readonly with?: unknown
  readonly run?: unknown
}

/** Everything in a snippet that looks like a step. */
export function stepsOf({ place, yaml }: Snippet): Step[] {
  const steps: Step[] = []
  for (const document of parseAllDocuments(yaml)) {
    for (const error of document.errors) throw new Error(`${place}: ${error.message}`)
    visit(document, {
      Map(_, map) {
        // `defaults: { run: … }` of a job is none.
        if (isMap(map) && (map.has('uses') || isScalar(map.get('run', true))))
          steps.push(map.toJSON())
      },
    })
  }
  return steps
}

/** The name of the action of ours that a step uses. */
export function ourAction({ uses }: Step): string | undefined {
  if (uses === 'org/ci-actions@v1') return rootAction
  return /^(?:org\/ci-actions\/|\.\/dist\/)([^@]+)(?:@v1)?$/.exec(String(uses))?.[1]
}
