import type { Coverage } from '../model/coverage.ts'
import type { SourceFile } from '../model/file-coverage.ts'
import { normalizePath } from './source-path.ts'

/** Returns the file with a name from a report. */
export function namedFile(coverage: Coverage, name: string): SourceFile {
  return coverage.file(normalizePath(name))
}
