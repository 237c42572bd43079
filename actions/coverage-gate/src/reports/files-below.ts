import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders without files of the project. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git'])

/** Lists the files below a folder, breadth first, and stops after `limit` entries. */
export function listFilesBelow(folder: string, limit: number): string[] {
  const files: string[] = []
  const folders = ['']
  let seen = 0
  for (const parent of folders) {
    for (const entry of readFolder(join(folder, parent))) {
      if (seen++ === limit) return files
      const path = parent + entry.name
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(`${path}/`)
    }
  }
  return files
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    // An unreadable folder is skipped.
    return []
  }
}
