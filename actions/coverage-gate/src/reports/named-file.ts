import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { normalizePath } from './source-path.ts'

/** The file that a report names. */
export function namedFile(coverage: Coverage, name: string): SourceFile {
  return coverage.file(normalizePath(name))
}
