import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './actions.ts'

/**
 * The SHA-256 of everything a bundle is made from: the sources of the action and of all packages,
 * the versions of what is installed, and how it is built. Tells a stale bundle without building.
 */
export function hashOfSources(action: string): string {
  const files = [
    'package-lock.json',
    'tsconfig.json',
    ...globSync(`actions/${action}/**`, { cwd: root, withFileTypes: true })
      .concat(globSync('packages/*/{package.json,src/**}', { cwd: root, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  ]
  const hash = createHash('sha256')
  for (const file of files.map((path) => path.replaceAll('\\', '/')).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}
