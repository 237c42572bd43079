import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './actions.ts'

/**
 * Returns the SHA-256 of everything a bundle depends on: the sources of the action, of all packages and shims, the
 * installed versions, and the build itself. Detects a stale bundle without building.
 */
export function hashOfSources(action: string): string {
  return hashOf([
    'package-lock.json',
    'tsconfig.json',
    ...filesOf(`actions/${action}/**`),
    ...filesOf('packages/*/{package.json,src/**}'),
    ...filesOf('scripts/**'),
    ...filesOf('shims/**'),
  ])
}

/**
 * Returns the SHA-256 of a bundle and of the chunks in dist/lib/ that it loads. Detects a bundle that is missing, or
 * was changed by a merge or manually.
 */
export function hashOfBundle(action: string): string {
  return hashOf([...filesOf(`dist/${action}/**`), ...librariesOf(action)])
}

/** Returns the chunks in dist/lib/ that an action loads, without missing ones. */
export function librariesOf(action: string): string[] {
  const loaded = new Set<string>()
  const follow = (file: string): void => {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, library] of text.matchAll(/"\.\.\/(lib\/[\w-]+)"/g)) {
      const next = `dist/${library}.mjs`
      if (loaded.has(next) || !existsSync(join(root, next))) continue
      loaded.add(next)
      follow(next)
    }
  }
  filesOf(`dist/${action}/*js`).forEach(follow)
  return [...loaded]
}

function filesOf(glob: string): string[] {
  return globSync(glob, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files.map((path) => path.replaceAll('\\', '/')).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}
