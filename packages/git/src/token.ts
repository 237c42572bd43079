import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Git } from './git.ts'

export interface TokenAccess {
  /** `https://github.com`. */
  readonly server: string
  readonly token: string
  /** Where a file with the token may be for as long as it is used. */
  readonly folder: string
}

/** Git that may fetch what the token may read. It is told by a file: arguments can be seen by others. */
export async function withToken<T>(
  git: Git,
  { server, token, folder }: TokenAccess,
  use: (git: Git) => Promise<T>,
): Promise<T> {
  const own = mkdtempSync(join(folder, 'git-'))
  const file = join(own, 'config')
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  const header = `[http "${server}/"]\n\textraheader = "AUTHORIZATION: basic ${basic}"\n`
  writeFileSync(file, header, { mode: 0o600 })
  try {
    return await use({ run: (...args) => git.run('-c', `include.path=${file}`, ...args) })
  } finally {
    rmSync(own, { recursive: true })
  }
}
