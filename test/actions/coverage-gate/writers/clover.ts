import {
  firstOf,
  linesOf,
  type Measured,
  type MeasuredFunction,
  talliesOf,
  waysOf,
} from './code.ts'

const clover = (timestamp: string, project: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<coverage generated="1"${timestamp}><project timestamp="1">
${project}</project></coverage>
`

/**
 * As Istanbul: the statements are lines, and `truecount` is how many branches of the line were taken.
 *
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/clover/index.js
 */
export function istanbulClover(
  files: readonly Measured[],
  nameOf: (path: string) => string,
): string {
  const listed = files.map((file) => {
    const rows = file.blocks.flatMap((block) => {
      const { taken, total } = waysOf(block)
      return linesOf([block]).map(({ line, hits }) => {
        const isCondition = line === block.to && total > 0
        const kind = isCondition
          ? `type="cond" truecount="${taken}" falsecount="${total - taken}"`
          : 'type="stmt"'
        return `<line num="${line}" count="${hits}" ${kind}/>\n`
      })
    })
    return `<file name="${file.path.replace(/.*\//, '')}" path="${nameOf(file.path)}">\n${metrics([file])}/>\n${rows.join('')}</file>\n`
  })
  const { lines } = talliesOf(files)
  const all = `${metrics(files)} elements="${lines.total}" coveredelements="${lines.covered}"/>\n`
  return clover(' clover="3.2.0"', `${all}<package name="src">\n${listed.join('')}</package>\n`)
}

function metrics(files: readonly Measured[]): string {
  const { lines, functions, branches } = talliesOf(files)
  return `<metrics statements="${lines.total}" coveredstatements="${lines.covered}" conditionals="${branches.total}" coveredconditionals="${branches.covered}" methods="${functions.total}" coveredmethods="${functions.covered}"`
}

/** A method of PHPUnit is covered when all of it is. */
export const isWhole = ({ blocks }: MeasuredFunction): boolean =>
  blocks.every(({ hits }) => hits > 0)

/** @see https://github.com/sebastianbergmann/php-code-coverage/blob/main/src/Report/Clover.php */
export function phpClover(files: readonly Measured[], nameOf: (path: string) => string): string {
  const listed = files.map((file) => {
    const methods = file.functions.map(
      (one) =>
        `<line num="${firstOf(one) - 1}" type="method" name="${one.name}" visibility="public" complexity="1" crap="1" count="${one.hits}"/>\n`,
    )
    const rows = linesOf(file.blocks).map(
      ({ line, hits }) => `<line num="${line}" type="stmt" count="${hits}"/>\n`,
    )
    return `<file name="${nameOf(file.path)}">\n${methods.join('')}${rows.join('')}${phpMetrics([file])}</file>\n`
  })
  return clover('', listed.join('') + phpMetrics(files))
}

function phpMetrics(files: readonly Measured[]): string {
  const { lines } = talliesOf(files)
  const functions = files.flatMap((file) => file.functions)
  const whole = functions.filter(isWhole).length
  const all = functions.length + lines.total
  return `<metrics loc="99" ncloc="99" classes="0" methods="${functions.length}" coveredmethods="${whole}" conditionals="0" coveredconditionals="0" statements="${lines.total}" coveredstatements="${lines.covered}" elements="${all}" coveredelements="${whole + lines.covered}"/>\n`
}
