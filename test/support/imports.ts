import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from '../../scripts/actions.ts'

export interface Import {
  /** As it is written: `./file.ts`, `@ci-actions/kit`, `node:fs`. */
  readonly from: string
  /** `type` is gone when the code runs, `lazy` is an `import()`. */
  readonly kind: 'static' | 'type' | 'lazy'
}

/** The syntax tree of a file, relative to the repository. It is read once. */
export const parse = remembered((file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest),
)

/** All nodes of a tree, the tree itself first. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = []
  const add = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, add)
  }
  add(tree)
  return nodes
}

/** What a file imports and re-exports. */
export const importsOf = remembered(readImports)

function readImports(file: string): readonly Import[] {
  return nodesOf(parse(file)).flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node)) {
      return [{ from: textOf(node.moduleSpecifier), kind: isType(node) ? 'type' : 'static' }]
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      return [{ from: textOf(node.moduleSpecifier), kind: node.isTypeOnly ? 'type' : 'static' }]
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return [{ from: textOf(node.arguments[0]), kind: 'lazy' }]
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return [{ from: textOf(node.argument.literal), kind: 'type' }]
    }
    return []
  })
}

/** The same, but it works once for each file. */
function remembered<T>(work: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>()
  return (file) => {
    const result = known.get(file) ?? work(file)
    known.set(file, result)
    return result
  }
}

function isType({ importClause }: ts.ImportDeclaration): boolean {
  return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
}

function textOf(node: ts.Node | undefined): string {
  if (node && ts.isStringLiteralLike(node)) return node.text
  throw new Error('What is imported must be a text, so that it is known before the code runs.')
}

/** The name of the package that an import is from; undefined for files and what Node has built in. */
export function packageOf(from: string): string | undefined {
  return /^(?!node:)(@[^/]+\/)?[^./][^/]*/.exec(from)?.[0]
}

/** Everything that is imported when this file runs, directly or by what it imports of ours. */
export function reachedFrom(file: string, reached = new Map<string, readonly Import[]>()) {
  if (reached.has(file)) return reached
  const imports = importsOf(file).filter(({ kind }) => kind !== 'type')
  reached.set(file, imports)
  for (const { from } of imports) {
    const target = fileOf(from, file)
    if (target) reachedFrom(target, reached)
  }
  return reached
}

/** The circles of imports among these files, lazy ones and those of types too, each as `a → b → a`. */
export function importCycles(files: readonly string[]): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file)
    if (from >= 0) cycles.push([...path.slice(from), file].join(' → '))
    if (from >= 0 || done.has(file)) return
    for (const { from: imported } of importsOf(file)) {
      const target = fileOf(imported, file)
      if (target) visit(target, [...path, file])
    }
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return cycles
}

/** The file of ours that an import means. */
function fileOf(from: string, importer: string): string | undefined {
  if (from.startsWith('.')) return join(dirname(importer), from)
  const [, name, subPath] = /^@ci-actions\/([^/]+)(\/.*)?$/.exec(from) ?? []
  if (!name) return undefined
  const manifest = manifestOf(`packages/${name}`)
  const target = manifest.exports?.[`.${subPath ?? ''}`]
  if (!target) throw new Error(`${importer} imports ${from}, which ${name} does not export.`)
  return join('packages', name, target)
}

interface Manifest {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** The package.json of a folder. */
export function manifestOf(folder: string): Manifest {
  const file = join(root, folder, 'package.json')
  if (!existsSync(file)) throw new Error(`${folder} has no package.json.`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
