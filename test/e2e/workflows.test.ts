import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { root } from '../../scripts/actions.ts'
import { documents, ourAction, read, snippetsOf, stepsOf, workflows } from '../support/documents.ts'
import { installFromGo, installFromPypi } from './install.ts'

/** A workflow, or what becomes one, and where it stands. */
interface Workflow {
  readonly place: string
  readonly text: string
}

const whole: Workflow[] = workflows.map((file) => ({ place: file, text: read(file) }))
const snippets: Workflow[] = documents.flatMap(snippetsOf).flatMap(({ place, yaml }) => {
  const text = framed(yaml)
  return text === undefined ? [] : [{ place, text }]
})

/** A snippet is a workflow, or the jobs or the steps of one; undefined when it is none of them. */
function framed(yaml: string): string | undefined {
  const indented = (by: number): string => yaml.replace(/^(?=.)/gm, ' '.repeat(by))
  const document = parseDocument(yaml)
  const frame = 'name: Snippet\non: push\npermissions: {}\n'
  if (document.has('on')) return yaml
  if (document.has('jobs')) return `${frame}${yaml}`
  if (document.has('permissions') && document.has('steps')) {
    return `${frame}jobs:\n  job:\n    runs-on: ubuntu-latest\n${indented(4)}`
  }
  const isSteps = stepsOf({ place: '', yaml }).some((step) => ourAction(step))
  if (!isSteps || !yaml.startsWith('- ')) return undefined
  return `${frame}jobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented(6)}`
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** What a program says of the workflows, in a repository that has nothing else. */
function findings(all: readonly Workflow[], program: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'))
  folders.push(folder)
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  spawnSync('git', ['init', '--quiet'], { cwd: folder })
  // For those that use the bundles of their own repository.
  symlinkSync(join(root, 'dist'), join(folder, 'dist'))
  const names = all.map(({ place, text }, index) => {
    const name = `.github/workflows/${String(index).padStart(3, '0')}.yml`
    writeFileSync(join(folder, name), text)
    return [name, place] as const
  })
  const options = { cwd: folder, encoding: 'utf8' } as const
  const { stdout, stderr, status, error } = spawnSync(program, args, options)
  if (error) throw error
  const said = names.reduce((text, [name, place]) => text.replaceAll(name, place), stdout)
  return status === 0 ? '' : `${said}\n${stderr}`
}

test('There are workflows and snippets to look at', () => {
  expect(whole.length).toBeGreaterThan(2)
  expect(snippets.length).toBeGreaterThan(20)
})

describe('actionlint finds nothing wrong', () => {
  // Whether the actions of ours have the inputs is looked up in test/docs.test.ts.
  const flags = ['-no-color', '-shellcheck=', '-pyflakes=']
  const program = (): string => installFromGo('github.com/rhysd/actionlint/cmd/actionlint@v1.7.12')

  test('in the workflows', () => {
    expect(findings(whole, program(), flags)).toBe('')
  })

  test('in the snippets, beside that they leave out what is before and after', () => {
    const around = [
      'property "[\\w-]+" is not defined in object type',
      'needs job ".*" which does not exist',
    ]
    const ignored = around.flatMap((one) => ['-ignore', one])
    expect(findings(snippets, program(), [...flags, ...ignored])).toBe('')
  })
})

describe('zizmor finds no hole', () => {
  const config = join(root, '.github/zizmor.yml')
  const flags = ['--offline', '--no-progress', '--format=plain', '--config', config, '.']
  const program = (): string => installFromPypi('zizmor==1.32.0', 'zizmor')

  test('in the workflows, however pedantic it is', () => {
    expect(findings(whole, program(), ['--persona=pedantic', ...flags])).toBe('')
  })

  test('in the snippets', () => {
    expect(findings(snippets, program(), flags)).toBe('')
  })
})
