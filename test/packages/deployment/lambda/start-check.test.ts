import type { Configuration } from '../../../../packages/deployment/src/lambda/api.ts'
import { contentsOf } from '../../../../packages/deployment/src/lambda/contents.ts'
import { checkStart } from '../../../../packages/deployment/src/lambda/start-check.ts'
import { type ZipFile, zip } from '../../../../packages/deployment/src/lambda/zip.ts'

const own: Partial<Configuration> = { Runtime: 'provided.al2023', Handler: 'bootstrap' }
const node: Partial<Configuration> = { Runtime: 'nodejs22.x', Handler: 'index.handler' }
const layers = [{ Arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:tools:1' }]

/** Looks whether a function starts from a zip; yields the warnings. */
async function check(
  files: readonly ZipFile[],
  configuration: Partial<Configuration>,
  { architecture, change }: { architecture?: string; change?: (bytes: Buffer) => void } = {},
): Promise<string[]> {
  const bytes = await zip(files)
  change?.(bytes)
  const code = {
    says: 'app.zip (1 kB)',
    packageType: 'Zip' as const,
    contents: contentsOf('app.zip', bytes),
    source: () => ({ ZipFile: '' }),
  }
  const now = { FunctionName: 'api', Version: '1', CodeSha256: '', ...configuration }
  const warnings: string[] = []
  checkStart(code, now, { function: 'api', architecture, warn: (line) => warnings.push(line) })
  return warnings
}

const file = (
  path: string,
  text: string | Buffer = 'x',
  kind: ZipFile['kind'] = 'file',
): ZipFile => ({
  path,
  bytes: Buffer.from(text),
  kind,
})
const bootstrap = (text: string | Buffer): ZipFile => file('bootstrap', text, 'program')

/** The head of a program in ELF of 64 bits, unless said, for a machine by its number. */
function elf(machine: number, bits: 1 | 2 = 2): Buffer {
  const head = Buffer.alloc(64)
  head.write('\x7FELF', 'latin1')
  head[4] = bits
  head[5] = 1
  head.writeUInt16LE(machine, 18)
  return head
}

/** Writes the mode of the last file in the directory of a zip. */
const withMode = (mode: number) => (bytes: Buffer) => {
  const entry = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
  bytes.writeUInt32LE(mode === 0 ? 0 : ((0o100000 | mode) << 16) >>> 0, entry + 38)
}

describe('A runtime of one´s own starts from', () => {
  test.each<[string, ZipFile[], Partial<Configuration>, string?]>([
    ['a script', [bootstrap('#!/bin/sh\nexec x')], own],
    ['a script that names its interpreter by env', [bootstrap('#! /usr/bin/env node\n')], own],
    ['a program for its architecture', [bootstrap(elf(62))], { ...own, Architectures: ['x86_64'] }],
    ['a program for x86_64, where nothing is said', [bootstrap(elf(62))], own],
    ['a program for arm64', [bootstrap(elf(183))], { ...own, Architectures: ['arm64'] }],
    ['a program for the architecture that it gets', [bootstrap(elf(183))], own, 'arm64'],
    [
      'a link to a program',
      [file('bin/app', elf(62), 'program'), file('bootstrap', 'bin/app', 'link')],
      own,
    ],
    ['a link to a layer', [file('bootstrap', '/opt/bootstrap', 'link')], own],
    ['a layer', [file('app.jar')], { ...own, Layers: layers }],
    [
      'a large program',
      [bootstrap(Buffer.concat([elf(62), Buffer.alloc(3_000_000, 'code')]))],
      own,
    ],
    ['Amazon Linux 1', [bootstrap('#!/bin/sh\n')], { ...own, Runtime: 'provided' }],
  ])('%s', async (_, files, configuration, architecture = undefined) => {
    expect(await check(files, configuration, architecture ? { architecture } : {})).toEqual([])
  })

  test.each<[string, ZipFile[], Partial<Configuration>, string, ((bytes: Buffer) => void)?]>([
    [
      'what cannot be executed',
      [file('bootstrap', '#!/bin/sh\n')],
      own,
      'its "bootstrap" has the mode 644, so it is not executable.',
    ],
    [
      'what its owner alone can execute',
      [bootstrap('#!/bin/sh\n')],
      own,
      'its "bootstrap" has the mode 744',
      withMode(0o744),
    ],
    [
      'what others can execute and not read',
      [bootstrap('#!/bin/sh\n')],
      own,
      'its "bootstrap" has the mode 711',
      withMode(0o711),
    ],
    [
      'what was zipped on Windows',
      [bootstrap('#!/bin/sh\n')],
      own,
      'its "bootstrap" has no mode, as in zips made on Windows',
      withMode(0),
    ],
    [
      'a program for another architecture',
      [bootstrap(elf(183))],
      own,
      'its "bootstrap" is built for arm64, but the function runs on x86_64. Build it for x86_64, or set "architectures: arm64".',
    ],
    [
      'a program for the other one',
      [bootstrap(elf(62))],
      { ...own, Architectures: ['arm64'] },
      'is built for x86_64, but the function runs on arm64.',
    ],
    [
      'a program of 32 bits',
      [bootstrap(elf(3, 1))],
      own,
      'is built for 32-bit x86, but the function runs on x86_64. Build it for x86_64.',
    ],
    ['a program for another machine', [bootstrap(elf(243))], own, 'is built for ELF machine 243'],
    [
      'a program that is cut off',
      [bootstrap('\x7FELF')],
      own,
      'is built for an unknown machine (the file is truncated)',
    ],
    [
      'a program of macOS',
      [bootstrap(Buffer.from('cffaedfe07000001', 'hex'))],
      own,
      'its "bootstrap" is a macOS program. Build it for Linux.',
    ],
    ['a program of Windows', [bootstrap('MZ\x90')], own, 'its "bootstrap" is a Windows program.'],
    ['a text', [bootstrap('exec ./app\n')], own, 'is neither a Linux program (ELF) nor a script'],
    [
      'a script behind a mark of the byte order',
      [bootstrap('\uFEFF#!/bin/sh\n')],
      own,
      'is neither a Linux program (ELF) nor a script',
    ],
    ['nothing', [bootstrap('')], own, 'its "bootstrap" is empty.'],
    [
      'a script of Windows',
      [bootstrap('#!/bin/sh\r\nexec x\r\n')],
      own,
      'the first line of its "bootstrap" ends with CRLF (Windows)',
    ],
    [
      'a script without the place of its interpreter',
      [bootstrap('#!node\n')],
      own,
      'names the interpreter "node", which is not an absolute path',
    ],
    [
      'no such file',
      [file('main')],
      own,
      'its runtime starts "bootstrap", but there is no such file at the top level.',
    ],
    [
      'a file that is not at the top',
      [file('app/bootstrap', '#!/bin/sh\n', 'program'), file('__MACOSX/._app')],
      own,
      'everything is in the folder "app", but its runtime starts "bootstrap" at the top level.',
    ],
    [
      'a link to what cannot be executed',
      [file('bootstrap', 'run.sh', 'link'), file('run.sh', '#!/bin/sh\n')],
      own,
      'has the mode 644',
    ],
  ])('and not from %s', async (_, files, configuration, why, change = () => {}) => {
    const error = await check(files, configuration, { change }).catch((thrown: Error) => thrown)
    expect(String(error)).toMatch(
      /^ActionError: api \(provided\.al2023\) cannot start from app\.zip \(1 kB\): /,
    )
    expect(String(error)).toContain(why)
  })

  test('and whatever a runtime of Lambda gets is not looked at so', async () => {
    expect(await check([file('bootstrap', 'x'), file('index.js')], node)).toEqual([])
  })
})

describe('A handler', () => {
  test.each<[string, string, string[]]>([
    ['nodejs22.x', 'index.handler', ['index.js']],
    ['nodejs22.x', 'index.handler', ['index.mjs']],
    ['nodejs22.x', 'index.handler', ['index.cjs', 'lib/a.js']],
    ['nodejs22.x', 'src/api/index.handler', ['src/api/index.js']],
    ['nodejs22.x', 'index.a.b', ['index.js']],
    ['nodejs22.x', '/opt/nodejs/wrapper.handler', ['app.js']],
    ['python3.13', 'main.handler', ['main.py']],
    ['python3.13', 'app.main.handler', ['app/main.py']],
    ['python3.13', 'app/main.handler', ['app/main.py']],
    ['python3.13', 'app.handler', ['app/__init__.py']],
    ['ruby3.4', 'function.Api::Handler.process', ['function.rb']],
    ['java21', 'com.example.Handler::handle', ['lib/app.jar']],
    ['dotnet8', 'App::App.Function::Handler', ['App.dll']],
    ['provided.al2023', 'hello', ['bootstrap']],
    ['', '', ['x']],
  ])('of %s, %j, is found in %j, or not looked for', async (Runtime, Handler, paths) => {
    const files = paths.map((path) =>
      path === 'bootstrap' ? bootstrap('#!/bin/sh\n') : file(path),
    )
    expect(await check(files, { Runtime, Handler })).toEqual([])
  })

  test.each<[string, Partial<Configuration>, string[], string]>([
    [
      'in a folder',
      node,
      ['app/index.js', 'app/lib/a.js'],
      'The handler of api, "index.handler", should be in "index.js", which is not in app.zip (1 kB). Everything is in the folder "app": package its contents, not the folder itself.',
    ],
    [
      'in a folder, zipped on macOS',
      node,
      ['app/index.js', '__MACOSX/app/._index.js', '.DS_Store'],
      'Everything is in the folder "app"',
    ],
    [
      'in one of several folders',
      node,
      ['lib/a.js', 'src/main/index.mjs', 'src/index.mjs'],
      'which is not in app.zip (1 kB). Found "src/index.mjs" instead.',
    ],
    ['nowhere', node, ['main.js'], 'which is not in app.zip (1 kB).'],
    [
      'nowhere, and perhaps in a layer',
      { ...node, Layers: layers },
      ['main.js'],
      'which is not in app.zip (1 kB); a layer may contain it.',
    ],
    [
      'of Python in a folder',
      { Runtime: 'python3.13', Handler: 'app.main.handler' },
      ['dist/app/main.py'],
      'should be in "app/main.py", which is not in app.zip (1 kB). Everything is in the folder "dist"',
    ],
    [
      'of Ruby in a folder',
      { Runtime: 'ruby3.4', Handler: 'function.handler' },
      ['x/function.rb'],
      'should be in "function.rb"',
    ],
  ])('%s is warned of', async (_, configuration, paths, said) => {
    const warnings = await check(
      paths.map((path) => file(path)),
      configuration,
    )
    expect(warnings).toEqual([expect.stringContaining(said)])
  })
})
