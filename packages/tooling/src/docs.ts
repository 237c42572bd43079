import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, type Contract, readContract, root } from './actions.ts'

/*
 * Writes the generated parts of the READMEs from the action.yml files: `npm run docs`. What is
 * generated stands between marks; a test compares it.
 */

/** The text of a README with its generated parts renewed. */
function renew(text: string, parts: Readonly<Record<string, string>>, file: string): string {
  return Object.entries(parts).reduce((readme, [part, content]) => {
    const marks = new RegExp(`(<!-- ${part} -->\n)[\\s\\S]*?(<!-- /${part} -->)`)
    if (!marks.test(readme)) throw new Error(`${file} has no <!-- ${part} --> … <!-- /${part} -->`)
    return readme.replace(marks, (_, start, end) => `${start}${content}\n${end}`)
  }, text)
}

/** The README of an action, as it should be. */
export function readmeOf(name: string): { file: string; now: string; due: string } {
  const file = `actions/${name}/README.md`
  const now = readFileSync(join(root, file), 'utf8')
  const contract = readContract(name)
  const parts = { inputs: inputTable(contract), outputs: outputTable(contract) }
  return { file, now, due: renew(now, parts, file) }
}

/** The front pages, of the repository and of the released tree, as they should be. */
export function frontPages(): { file: string; now: string; due: string }[] {
  const folders = { 'README.md': 'actions/', 'packages/tooling/front/README.md': '' }
  return Object.entries(folders).map(([file, folder]) => {
    const now = readFileSync(join(root, file), 'utf8')
    return { file, now, due: renew(now, { actions: actionTable(folder) }, file) }
  })
}

function inputTable({ inputs }: Contract): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const value = input.default ? defaultCell(input.default) : input.required ? 'required' : ''
    const text = input.deprecationMessage ?? input.description
    return `| \`${name}\` | ${value} | ${cell(text)} |`
  })
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n')
}

/** A default of several lines is shown line by line: it cannot be copied as one. */
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

/** @param folder where the actions lie, seen from the page */
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
  for (const { file, now, due } of [...actionNames().map(readmeOf), ...frontPages()]) {
    if (now !== due) writeFileSync(join(root, file), due)
    console.log(`${file}: ${now === due ? 'is up to date' : 'renewed'}`)
  }
}
