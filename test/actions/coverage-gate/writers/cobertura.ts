import { firstOf, linesOf, type Measured, type MeasuredBlock, talliesOf, waysOf } from './code.ts'
import { targetOf } from './python.ts'

interface Dialect {
  /** Whether the methods of a class are listed. */
  readonly methods: boolean
  /** Whether lines say that they have no branches. */
  readonly branchFalse: boolean
  /** Whether the branches that were not taken are named. */
  readonly missing: boolean
}

function report({ methods, branchFalse, missing }: Dialect) {
  return (files: readonly Measured[], nameOf: (path: string) => string, source = ''): string => {
    const { lines, branches } = talliesOf(files)
    const classes = files.map((file) => {
      const listed = methods ? file.functions.map(method).join('') : ''
      const own = file.blocks.flatMap((block) => blockLines(block, branchFalse, missing)).join('')
      return `<class name="${file.path}" filename="${nameOf(file.path)}" line-rate="0"><methods>${listed}</methods><lines>\n${own}</lines></class>\n`
    })
    return `<?xml version="1.0" ?>
<coverage lines-valid="${lines.total}" lines-covered="${lines.covered}" line-rate="0" branches-valid="${branches.total}" branches-covered="${branches.covered}" branch-rate="0" version="1">
<sources>${source && `<source>${source}</source>`}</sources>
<packages><package name="main"><classes>
${classes.join('')}</classes></package></packages></coverage>
`
  }
}

function method(one: Measured['functions'][number]): string {
  const line = `<line number="${firstOf(one)}" hits="${one.hits}"/>`
  return `<method name="${one.name}" hits="${one.hits}" signature="()V"><lines>${line}</lines></method>\n`
}

function blockLines(block: MeasuredBlock, branchFalse: boolean, missing: boolean): string[] {
  const { taken, total } = waysOf(block)
  const percent = Math.floor((100 * taken) / total)
  const missed = block.decisions.flat().flatMap((hits, way) => {
    const target = targetOf(block, way)
    return hits > 0 ? [] : [target < 0 ? 'exit' : `${target}`]
  })
  const names = missing && missed.length > 0 ? ` missing-branches="${missed}"` : ''
  const branches = ` branch="true" condition-coverage="${percent}% (${taken}/${total})"${names}`
  return linesOf([block]).map(({ line, hits }) => {
    const own = line === block.to && total > 0 ? branches : branchFalse ? ' branch="false"' : ''
    return `<line number="${line}" hits="${hits}"${own}/>\n`
  })
}

/** @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/cobertura/index.js */
export const istanbulCobertura = report({ methods: true, branchFalse: true, missing: false })
/** @see https://github.com/coveragepy/coveragepy/blob/main/coverage/xmlreport.py */
export const pythonCobertura = report({ methods: false, branchFalse: false, missing: true })
/** Without the names of branches, as gcovr and most others. */
export const plainCobertura = report({ methods: false, branchFalse: true, missing: false })
