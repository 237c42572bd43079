import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Git } from './git.ts'

export interface TokenAccess {
  /** `https://github.com`. */
  readonly server: string
  readonly token: string
  /** A folder for a temporary file with the token. */
  readonly folder: string
}

/** Runs git with the token's access. The token is passed in a file, because other processes can see arguments. */
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
