import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { installFromPypi } from './install.ts'

/** The AWS that moto plays, in the real wire format, changes from release to release: it is this one. */
export function installMoto(): string {
  return installFromPypi('moto[server]==5.2.1', 'moto_server')
}

export interface Moto {
  readonly url: string
  /** What a step needs in its environment to reach it. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** Starts moto on a free port of this machine, with nothing in it. */
export async function startMoto(env: Readonly<Record<string, string>> = {}): Promise<Moto> {
  const port = await freePort()
  const child = spawn(installMoto(), ['-H', '127.0.0.1', '-p', String(port)], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/moto-api/data.json`)
  return {
    url,
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'MARKER/K7MDENG/bPxRfiCYEXAMPLEKEY',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: url,
    },
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

async function answers(address: string): Promise<void> {
  for (const end = performance.now() + 60_000; ; ) {
    const status = await fetch(address).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status === 200) return
    if (performance.now() > end) throw new Error(`moto does not answer at ${address}.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
