import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'

/** What a build is made from. A link to the installed packages would lead the bundler back here. */
const parts = [
  'actions',
  'packages',
  'scripts',
  'shims',
  'node_modules',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
]

const folder = mkdtempSync(join(tmpdir(), 'another place '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every file of a tree, by its path. */
function treeOf(place: string): Map<string, string> {
  const entries = globSync('**', { cwd: place, withFileTypes: true }).filter((it) => it.isFile())
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort()
  return new Map(paths.map((path) => [path.slice(place.length), readFileSync(path, 'latin1')]))
}

test('A build in another folder is the same, byte for byte', () => {
  for (const part of parts) {
    cpSync(join(root, part), join(folder, part), { recursive: true, verbatimSymlinks: true })
  }

  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: folder })

  const here = treeOf(join(root, 'dist'))
  const there = treeOf(join(folder, 'dist'))
  expect([...there.keys()]).toEqual([...here.keys()])
  for (const [path, bytes] of there) expect([path, bytes === here.get(path)]).toEqual([path, true])
})
