import { Failure, quote } from '@ci-actions/kit'
import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { normalizePath } from './source-path.ts'

/**
 * The file that a report names.
 *
 * @throws Failure when no file can be called so
 */
export function namedFile(coverage: Coverage, name: string, workspace: string): SourceFile {
  if (name.trim() === '' || name.includes('\0') || name.length > 4096) {
    throw new Failure(`names a file ${quote(name)}, as none can be called`)
  }
  return coverage.file(normalizePath(name, workspace))
}
