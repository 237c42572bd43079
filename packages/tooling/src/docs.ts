import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, type Contract, readContract, root } from './actions.ts'

/*
 * Writes the generated parts of the READMEs from the action.yml files: `npm run docs`. What is
 * generated stands between marks; a test compares it.
 */

/** The text of a README with its generated parts renewed. */
export function renew(text: string, parts: Readonly<Record<string, string>>, file: string): string {
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

/** The README of the repository, as it should be. */
export function frontPage(): { file: string; now: string; due: string } {
  const file = 'README.md'
  const now = readFileSync(join(root, file), 'utf8')
  return { file, now, due: renew(now, { actions: actionTable() }, file) }
}

function inputTable({ inputs }: Contract): string {
  const rows = Object.entries(inputs).map(([name, input]) => {
    const value = input.default ? `\`${cell(input.default)}\`` : input.required ? 'required' : ''
    const text = input.deprecationMessage ?? input.description
    return `| \`${name}\` | ${value} | ${cell(text)} |`
  })
  return ['| input | default | |', '|---|---|---|', ...rows].join('\n')
}

function outputTable({ outputs }: Contract): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => {
    return `| \`${name}\` | ${cell(description)} |`
  })
  return ['| output | |', '|---|---|', ...rows].join('\n')
}

function actionTable(): string {
  const rows = actionNames().map((name) => {
    return `| [\`${name}\`](actions/${name}/README.md) | ${cell(readContract(name).description)} |`
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
  for (const { file, now, due } of [...actionNames().map(readmeOf), frontPage()]) {
    if (now !== due) writeFileSync(join(root, file), due)
    console.log(`${file}: ${now === due ? 'is up to date' : 'renewed'}`)
  }
}
