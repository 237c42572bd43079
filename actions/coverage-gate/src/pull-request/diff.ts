import type { Range } from '../collections/line-bitmap.ts'

/** Replaced lines; a side without lines has `count` 0 and is after line `start`. */
export interface Hunk {
  readonly old: { readonly start: number; readonly count: number }
  readonly now: { readonly start: number; readonly count: number }
}

/** A file that was added or changed; `path` is its current path. */
export interface ChangedFile {
  readonly path: string
  readonly before: string | undefined
  readonly hunks: readonly Hunk[]
}

/** Returns the lines that are new or changed. */
export function changedLines({ hunks }: ChangedFile): Range[] {
  return hunks
    .filter(({ now }) => now.count > 0)
    .map(({ now: { start, count } }) => ({ from: start, to: start + count - 1 }))
}

/** Returns the previous number of a line; undefined if it is new or changed. */
export function lineBefore({ hunks }: ChangedFile, line: number): number | undefined {
  let shift = 0
  for (const { old, now } of hunks) {
    // A hunk without lines is after its start line.
    const first = now.count > 0 ? now.start : now.start + 1
    if (line < first) break
    if (line < first + now.count) return undefined
    shift += old.count - now.count
  }
  return line + shift
}

const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/** The diff of a file. */
export interface FileDiff {
  readonly hunks: readonly Hunk[]
  /** Whether Git treats the file as binary and shows no lines. */
  readonly isBinary: boolean
}

/** Reads a diff without context, as `git diff --unified=0` prints it, file by file. */
export function readDiff(diff: string): FileDiff[] {
  const files: { hunks: Hunk[]; isBinary: boolean }[] = []
  for (const line of splitLines(diff)) {
    // Lines of file content start with +, -, blank or \, so this is a header of Git.
    if (line.startsWith('diff --git ')) files.push({ hunks: [], isBinary: false })
    const file = files.at(-1)
    if (!file) continue
    if (line.startsWith('Binary files ')) file.isBinary = true
    const hunk = line.startsWith('@@ ') ? readHunk(line) : undefined
    if (hunk) file.hunks.push(hunk)
  }
  return files
}

/** Returns the hunks of a patch from the API, without its context lines. */
export function readPatch(patch: string): Hunk[] {
  const hunks: Hunk[] = []
  let old = 0
  let now = 0
  let open: { old: number; now: number; removed: number; added: number } | undefined
  const close = (): void => {
    if (open) {
      const { removed, added } = open
      hunks.push({
        old: { start: removed > 0 ? open.old : open.old - 1, count: removed },
        now: { start: added > 0 ? open.now : open.now - 1, count: added },
      })
    }
    open = undefined
  }
  for (const line of splitLines(patch)) {
    const head = line.startsWith('@@ ') ? readHunk(line) : undefined
    if (head) {
      close()
      old = head.old.count > 0 ? head.old.start : head.old.start + 1
      now = head.now.count > 0 ? head.now.start : head.now.start + 1
    } else if (line.startsWith('+') || line.startsWith('-')) {
      open ??= { old, now, removed: 0, added: 0 }
      if (line.startsWith('+')) {
        open.added++
        now++
      } else {
        open.removed++
        old++
      }
    } else if (!line.startsWith('\\')) {
      close()
      old++
      now++
    }
  }
  close()
  return hunks
}

function readHunk(line: string): Hunk | undefined {
  const [, oldStart, oldCount = '1', start, count = '1'] = header.exec(line) ?? []
  if (oldStart === undefined) return undefined
  return {
    old: { start: Number(oldStart), count: Number(oldCount) },
    now: { start: Number(start), count: Number(count) },
  }
}

/** Yields lines one at a time, because a diff may have millions. */
function* splitLines(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    yield text.slice(from, to)
    from = to + 1
  }
}
