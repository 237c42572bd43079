import { ActionError, quote } from '@ci-actions/kit'
import type { Configuration } from './api.ts'
import type { LambdaCode } from './code.ts'
import type { Contents, Program } from './contents.ts'

/** Options besides the package. */
interface StartOptions {
  readonly function: string
  readonly name?: string | undefined
  readonly architecture?: string | undefined
  /** Warns about a possible problem. */
  readonly warn?: ((line: string) => void) | undefined
}

/**
 * Checks whether a function can start from a package, as far as both are known: Lambda accepts any package, and then
 * every invocation fails.
 *
 * @throws ActionError if it certainly cannot start
 */
export function checkStart(
  { says, contents }: LambdaCode,
  now: Configuration,
  options: StartOptions,
): void {
  if (!contents) return
  const name = options.name ?? options.function
  const runtime = now.Runtime ?? ''
  const hasLayers = (now.Layers ?? []).length > 0
  if (runtime.startsWith('provided')) {
    const architecture = options.architecture ?? now.Architectures?.[0] ?? 'x86_64'
    const why = whyNotStarted(contents, architecture, hasLayers)
    if (why) throw new ActionError(`${name} (${runtime}) cannot start from ${says}: ${why}`)
  }
  const [file, ...others] = handlerFiles(runtime, now.Handler ?? '')
  const hint = file && hintAt([file, ...others], contents)
  if (hint === undefined) return
  const also = hasLayers ? '; a layer may contain it' : ''
  options.warn?.(
    `The handler of ${name}, ${quote(now.Handler ?? '')}, should be in ${quote(file ?? '')}, which is not in ` +
      `${says}${also}.${hint}`,
  )
}

/** Returns why a custom runtime cannot start; undefined if there is no known reason. */
function whyNotStarted(
  { bootstrap, paths }: Contents,
  architecture: string,
  hasLayers: boolean,
): string | undefined {
  if (bootstrap) return whyNotExecuted(bootstrap, architecture)
  // A layer may contain it.
  if (hasLayers || paths.has('bootstrap')) return undefined
  const folder = onlyFolder(paths)
  return folder
    ? `everything is in the folder ${quote(folder)}, but its runtime starts "bootstrap" at the top level. Package the contents of that folder, not the folder itself.`
    : 'its runtime starts "bootstrap", but there is no such file at the top level.'
}

/** Lambda runs functions as a user who is neither the owner nor in the group of the files. */
const forAll = 0o005

function whyNotExecuted({ mode, begin }: Program, architecture: string): string | undefined {
  if ((mode & forAll) !== forAll) {
    const has =
      mode === 0 ? 'has no mode, as in zips made on Windows' : `has the mode ${mode.toString(8)}`
    return (
      `its "bootstrap" ${has}, so it is not executable. Run "chmod 755 bootstrap" before zipping, or set ` +
      'the folder as the package: it is then packed correctly.'
    )
  }
  if (begin.toString('latin1', 0, 2) === '#!') return whyNoScript(begin)
  if (begin.toString('latin1', 0, 4) !== '\x7FELF') return whyNoProgram(begin)
  const builtFor = machineOf(begin)
  if (builtFor === architecture) return undefined
  return (
    `its "bootstrap" is built for ${builtFor}, but the function runs on ${architecture}. Build it for ${architecture}` +
    `${architectures.includes(builtFor) ? `, or set "architectures: ${builtFor}"` : ''}.`
  )
}

function whyNoScript(begin: Buffer): string | undefined {
  const [line = ''] = begin.toString().split('\n')
  if (line.endsWith('\r')) {
    return 'the first line of its "bootstrap" ends with CRLF (Windows), so its interpreter cannot be found. Use LF line endings.'
  }
  const interpreter = line.slice(2).trim().split(/\s/)[0] ?? ''
  if (interpreter.startsWith('/')) return undefined
  return `its "bootstrap" names the interpreter ${quote(interpreter)}, which is not an absolute path as in "#!/bin/sh".`
}

/**
 * Other kinds of files, by their first bytes.
 *
 * @see https://en.wikipedia.org/wiki/List_of_file_signatures
 */
const foreign: readonly (readonly [begin: RegExp, what: string])[] = [
  [/^MZ/, 'a Windows program'],
  [/^(?:\xFE\xED\xFA[\xCE\xCF]|[\xCE\xCF]\xFA\xED\xFE|\xCA\xFE\xBA\xBE)/, 'a macOS program'],
  [/^$/, 'empty'],
]

function whyNoProgram(begin: Buffer): string {
  const first = begin.toString('latin1', 0, 4)
  const [, what = 'neither a Linux program (ELF) nor a script (starting with "#!/…")'] =
    foreign.find(([pattern]) => pattern.test(first)) ?? []
  return `its "bootstrap" is ${what}. Build it for Linux.`
}

const architectures = ['x86_64', 'arm64']

/** Returns the architecture of an ELF program, as Lambda names it, or its number (e_machine). */
function machineOf(begin: Buffer): string {
  if (begin.length < 20) return 'an unknown machine (the file is truncated)'
  const machine = begin[5] === 2 ? begin.readUInt16BE(18) : begin.readUInt16LE(18)
  const is64 = begin[4] === 2
  if (machine === 62 && is64) return 'x86_64'
  if (machine === 183 && is64) return 'arm64'
  return { 3: '32-bit x86', 40: '32-bit ARM' }[machine] ?? `ELF machine ${machine}`
}

/** Returns advice if none of the handler's possible files exists; undefined if one does. */
function hintAt(files: readonly string[], { paths }: Contents): string | undefined {
  if (files.some((file) => paths.has(file))) return undefined
  const folder = onlyFolder(paths)
  if (folder) {
    return ` Everything is in the folder ${quote(folder)}: package its contents, not the folder itself.`
  }
  const elsewhere = [...paths].filter((path) => files.some((file) => path.endsWith(`/${file}`)))
  const [nearest] = elsewhere.sort((a, b) => a.length - b.length)
  return nearest ? ` Found ${quote(nearest)} instead.` : ''
}

/** Returns the files in which a runtime looks for the handler, the usual one first; empty if unknown. */
function handlerFiles(runtime: string, handler: string): string[] {
  // An absolute handler is in a layer.
  if (handler === '' || handler.startsWith('/')) return []
  if (runtime.startsWith('nodejs')) {
    const [, file = ''] = /^((?:.*\/)?[^./]+)/.exec(handler) ?? []
    return ['.js', '.mjs', '.cjs', ''].map((end) => `${file}${end}`)
  }
  if (runtime.startsWith('python')) {
    const module = handler.replace(/\.[^.]*$/, '').replaceAll('.', '/')
    return ['.py', '/__init__.py', '.pyc', '.so'].map((end) => `${module}${end}`)
  }
  if (runtime.startsWith('ruby')) return [`${handler.split('.')[0]}.rb`]
  return []
}

/** Files that macOS tools add. */
const ofMacOs = /^__MACOSX\/|(^|\/)\.DS_Store$/

/** Returns the folder that contains all files; undefined if there are others at the top level. */
function onlyFolder(paths: ReadonlySet<string>): string | undefined {
  const tops = new Set(
    [...paths].filter((path) => !ofMacOs.test(path)).map((path) => path.split('/').slice(0, -1)[0]),
  )
  return tops.size === 1 ? [...tops][0] : undefined
}
