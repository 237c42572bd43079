import { ActionError, quote } from '@ci-actions/kit'
import type { Configuration } from './api.ts'
import type { LambdaCode } from './code.ts'
import type { Contents, Program } from './contents.ts'

/** What is asked for beside the package. */
interface Asked {
  readonly function: string
  readonly name?: string | undefined
  readonly architecture?: string | undefined
  /** Where to say what may be wrong. */
  readonly warn?: ((line: string) => void) | undefined
}

/**
 * Looks whether a function can start from a package, as far as both are known: Lambda takes any, and then
 * each call fails.
 *
 * @throws ActionError when it is known that it cannot
 */
export function checkStart({ says, contents }: LambdaCode, now: Configuration, asked: Asked): void {
  if (!contents) return
  const name = asked.name ?? asked.function
  const runtime = now.Runtime ?? ''
  const hasLayers = (now.Layers ?? []).length > 0
  if (runtime.startsWith('provided')) {
    const architecture = asked.architecture ?? now.Architectures?.[0] ?? 'x86_64'
    const why = whyNotStarted(contents, architecture, hasLayers)
    if (why) throw new ActionError(`${name} (${runtime}) cannot be started from ${says}: ${why}`)
  }
  const [file, ...others] = handlerFiles(runtime, now.Handler ?? '')
  const hint = file && hintAt([file, ...others], contents)
  if (hint === undefined) return
  const also = hasLayers ? '; a layer may have it' : ''
  asked.warn?.(
    `The handler of ${name}, ${quote(now.Handler ?? '')}, is looked for in ${quote(file ?? '')}, which is not in ` +
      `${says}${also}.${hint}`,
  )
}

/** Why a runtime of one's own cannot start; undefined when nothing is known against it. */
function whyNotStarted(
  { bootstrap, paths }: Contents,
  architecture: string,
  hasLayers: boolean,
): string | undefined {
  if (bootstrap) return whyNotExecuted(bootstrap, architecture)
  // A layer may have it.
  if (hasLayers || paths.has('bootstrap')) return undefined
  const folder = onlyFolder(paths)
  return folder
    ? `all of it is in the folder ${quote(folder)}, and its runtime starts "bootstrap" at the top. Give what is in that folder, not the folder itself.`
    : 'its runtime starts "bootstrap", and there is no file of that name at the top.'
}

/** Who runs a function is neither the owner of its files nor of their group. */
const forAll = 0o005

function whyNotExecuted({ mode, begin }: Program, architecture: string): string | undefined {
  if ((mode & forAll) !== forAll) {
    const has =
      mode === 0 ? 'has no mode, as in zips of Windows' : `has the mode ${mode.toString(8)}`
    return (
      `its "bootstrap" ${has}, so that it cannot be executed. "chmod 755 bootstrap" before it is zipped, or give ` +
      'the folder: then it is packed as it must be.'
    )
  }
  if (begin.toString('latin1', 0, 2) === '#!') return whyNoScript(begin)
  if (begin.toString('latin1', 0, 4) !== '\x7FELF') return whyNoProgram(begin)
  const builtFor = machineOf(begin)
  if (builtFor === architecture) return undefined
  return (
    `its "bootstrap" is built for ${builtFor}, and the function runs on ${architecture}. Build it for ${architecture}` +
    `${architectures.includes(builtFor) ? `, or give "architectures: ${builtFor}"` : ''}.`
  )
}

function whyNoScript(begin: Buffer): string | undefined {
  const [line = ''] = begin.toString().split('\n')
  if (line.endsWith('\r')) {
    return 'the first line of its "bootstrap" ends as on Windows (CRLF), and names no interpreter so. Write it with LF.'
  }
  const interpreter = line.slice(2).trim().split(/\s/)[0] ?? ''
  if (interpreter.startsWith('/')) return undefined
  return `its "bootstrap" names the interpreter ${quote(interpreter)}, which is no path from the root, as in "#!/bin/sh".`
}

/** @see https://en.wikipedia.org/wiki/List_of_file_signatures */
const foreign: readonly (readonly [begin: RegExp, what: string])[] = [
  [/^MZ/, 'a program of Windows'],
  [/^(?:\xFE\xED\xFA[\xCE\xCF]|[\xCE\xCF]\xFA\xED\xFE|\xCA\xFE\xBA\xBE)/, 'a program of macOS'],
  [/^$/, 'empty'],
]

function whyNoProgram(begin: Buffer): string {
  const first = begin.toString('latin1', 0, 4)
  const [, what = 'neither a program of Linux (ELF) nor a script (its first line is no "#!/…")'] =
    foreign.find(([pattern]) => pattern.test(first)) ?? []
  return `its "bootstrap" is ${what}. Build it for Linux.`
}

const architectures = ['x86_64', 'arm64']

/** The machine that a program in ELF is built for, as Lambda calls it, else by its number (e_machine). */
function machineOf(begin: Buffer): string {
  if (begin.length < 20) return 'no machine (it is cut off)'
  const machine = begin[5] === 2 ? begin.readUInt16BE(18) : begin.readUInt16LE(18)
  const is64 = begin[4] === 2
  if (machine === 62 && is64) return 'x86_64'
  if (machine === 183 && is64) return 'arm64'
  return { 3: 'x86 of 32 bits', 40: 'ARM of 32 bits' }[machine] ?? `machine ${machine} of ELF`
}

/** What to try where none of the files that may have the handler is there; undefined where one is. */
function hintAt(files: readonly string[], { paths }: Contents): string | undefined {
  if (files.some((file) => paths.has(file))) return undefined
  const folder = onlyFolder(paths)
  if (folder) {
    return ` All of it is in the folder ${quote(folder)}: give what is in that folder, not the folder itself.`
  }
  const elsewhere = [...paths].filter((path) => files.some((file) => path.endsWith(`/${file}`)))
  const [nearest] = elsewhere.sort((a, b) => a.length - b.length)
  return nearest ? ` There is ${quote(nearest)}.` : ''
}

/** Where the runtimes look for a handler, the usual place first; none where that cannot be told. */
function handlerFiles(runtime: string, handler: string): string[] {
  // A handler from the root is one of a layer.
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

/** What tools of macOS put beside the files. */
const ofMacOs = /^__MACOSX\/|(^|\/)\.DS_Store$/

/** The folder that all files are in; undefined where there is a file at the top, or another folder. */
function onlyFolder(paths: ReadonlySet<string>): string | undefined {
  const tops = new Set(
    [...paths].filter((path) => !ofMacOs.test(path)).map((path) => path.split('/').slice(0, -1)[0]),
  )
  return tops.size === 1 ? [...tops][0] : undefined
}
