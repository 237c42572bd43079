import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, type Contract, readContract, root, rootContract } from './actions.ts'

/*
 * Writes what is generated from the action.yml files: parts of the READMEs, between marks, and the
 * action.yml at the root of the repository. Run it with `npm run docs`; a test compares the result.
 */

/** A generated file: its current and its expected text. */
interface GeneratedFile {
  readonly file: string
  readonly now: string
  readonly due: string
}

/** Returns the README with updated generated parts. */
function renew(text: string, parts: Readonly<Record<string, string>>, file: string): string {
  return Object.entries(parts).reduce((readme, [part, content]) => {
    const marks = new RegExp(`(<!-- ${part} -->\n)[\\s\\S]*?(<!-- /${part} -->)`)
    if (!marks.test(readme)) throw new Error(`${file} has no <!-- ${part} --> … <!-- /${part} -->`)
    return readme.replace(marks, (_, start, end) => `${start}${content}\n${end}`)
  }, text)
}

/** Returns the README of an action. */
export function readmeOf(name: string): GeneratedFile {
  const file = `actions/${name}/README.md`
  const now = readFileSync(join(root, file), 'utf8')
  const contract = readContract(name)
  const parts = { inputs: inputTable(contract), outputs: outputTable(contract) }
  return { file, now, due: renew(now, parts, file) }
}

/** Returns the front pages of the repository and of the released tree. */
export function frontPages(): GeneratedFile[] {
  const folders = { 'README.md': 'actions/', 'scripts/front/README.md': '' }
  return Object.entries(folders).map(([file, folder]) => {
    const now = readFileSync(join(root, file), 'utf8')
    return { file, now, due: renew(now, { actions: actionTable(folder) }, file) }
  })
}

/**
 * Returns the action.yml at the root of the repository. The Marketplace publishes the one on the default branch, while
 * workflows use the one in the released tree.
 */
export function rootManifest(): GeneratedFile {
  const file = 'action.yml'
  const path = join(root, file)
  const now = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return { file, now, due: rootContract('dist/') }
}

function inputTable({ inputs }: Contract): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const value = input.default ? defaultCell(input.default) : input.required ? 'required' : ''
    const text = input.deprecationMessage ?? input.description
    return `| \`${name}\` | ${value} | ${cell(text)} |`
  })
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n')
}

/** A default of several lines is shown line by line, because it cannot be copied as one. */
function defaultCell(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `\`${cell(line)}\``)
    .join('<br>')
}

function outputTable({ outputs }: Contract): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => {
    return `| \`${name}\` | ${cell(description)} |`
  })
  return ['| output | |', '|---|---|', ...rows].join('\n')
}

/** @param folder the folder of the actions relative to the page */
function actionTable(folder: string): string {
  const rows = actionNames().map((name) => {
    return `| [\`${name}\`](${folder}${name}/README.md) | ${cell(readContract(name).description)} |`
  })
  return ['| action | what it does |', '|---|---|', ...rows].join('\n')
}

function cell(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
}

if (import.meta.main) {
  for (const { file, now, due } of [
    ...actionNames().map(readmeOf),
    ...frontPages(),
    rootManifest(),
  ]) {
    if (now !== due) writeFileSync(join(root, file), due)
    console.log(`${file}: ${now === due ? 'is up to date' : 'updated'}`)
  }
}
