import { type Pair, type Project, sum } from './project.ts'

export function jacocoCsv(text: string, project: Project): void {
  const [header = [], ...rows] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => fieldsOf(line.trim()))
  const words = {
    lines: 'LINE',
    branches: 'BRANCH',
    functions: 'METHOD',
    instructions: 'INSTRUCTION',
  }
  const files = Map.groupBy(rows, (row) => {
    if (row.length !== header.length) throw new Error('not as many fields')
    const [group, ofPackage = '', ofClass = ''] = ['GROUP', 'PACKAGE', 'CLASS'].map(
      (column) => row[header.indexOf(column)],
    )
    const folder = ofPackage === 'default' ? '' : `${ofPackage.split('.').join('/')}/`
    return JSON.stringify([
      `${folder}${ofClass.replace(/\..*$/, '')}.java`,
      group?.replace(/^[^/]*\//, ''),
    ])
  })
  for (const [key, its] of files) {
    const [path, group]: [string, string] = JSON.parse(key)
    for (const [metric, word] of Object.entries(words)) {
      const counts = its.map((row): Pair => {
        const [missed, covered] = [`${word}_MISSED`, `${word}_COVERED`].map((column) =>
          Number(row[header.indexOf(column)]),
        )
        return [covered ?? Number.NaN, (missed ?? Number.NaN) + (covered ?? Number.NaN)]
      })
      project.called(path, group).add(metric, sum(counts))
    }
  }
}

function fieldsOf(line: string): string[] {
  const fields = ['']
  let isQuoted = false
  for (const [i, character] of [...line].entries()) {
    if (character === '"') isQuoted = !isQuoted
    if (character === ',' && !isQuoted) fields.push('')
    else if (character !== '"' || (isQuoted && i > 0 && [...line][i - 1] === '"')) {
      fields[fields.length - 1] += character
    }
  }
  return fields
}
