import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders in which nothing of the project is. */
export const foreignFolders: ReadonlySet<string> = new Set(['node_modules', '.git'])

/** The files below a folder, the nearest first; looking stops after so many entries. */
export function filesBelow(folder: string, most: number): string[] {
  const files: string[] = []
  const folders = ['']
  let seen = 0
  for (const parent of folders) {
    for (const entry of readFolder(join(folder, parent))) {
      if (seen++ === most) return files
      const path = parent + entry.name
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory() && !foreignFolders.has(entry.name)) folders.push(`${path}/`)
    }
  }
  return files
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    // A folder that may not be read holds no hint.
    return []
  }
}
