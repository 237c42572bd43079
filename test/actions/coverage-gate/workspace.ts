import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fixtures } from './read.ts'

/** A folder of its own with these files; a value that names a fixture is that fixture. */
export function workspaceOf(files: Readonly<Record<string, string | Buffer>>): string {
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'))
  for (const [path, content] of Object.entries(files)) {
    const target = join(workspace, path)
    mkdirSync(dirname(target), { recursive: true })
    if (typeof content === 'string' && content.startsWith('fixture:')) {
      cpSync(join(fixtures, content.slice('fixture:'.length)), target)
    } else writeFileSync(target, content)
  }
  return workspace
}
