import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { installFromApt } from './install.ts'
import { freePort } from './moto.ts'

const programs = {
  redis: '/usr/bin/redis-server',
  mariadb: '/usr/sbin/mariadbd',
  mariadbInstall: '/usr/bin/mariadb-install-db',
  rabbitmq: '/usr/lib/rabbitmq/bin/rabbitmq-server',
  epmd: '/usr/bin/epmd',
}

/** The real servers, as Debian has them. */
export function installDatabases(): void {
  const packages = ['postgresql', 'redis-server', 'mariadb-server', 'rabbitmq-server']
  const postgres = globSync('/usr/lib/postgresql/*/bin/postgres').at(-1)
  installFromApt(packages, [...Object.values(programs), postgres ?? 'postgres'])
}

/** A server on a free port of this machine, with a folder of its own. */
export interface Database {
  readonly port: number
  readonly folder: string
  /** What it has written to its log so far. */
  log(): string
  close(): Promise<void>
}

interface Start {
  readonly folder: string
  readonly port: number
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number | undefined
}

function launch({ folder, port, program, args, env = {}, uid }: Start): Database {
  const file = join(folder, 'log')
  const out = openSync(file, 'a')
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
    stdio: ['ignore', out, out],
    detached: true,
    ...(uid !== undefined && { uid }),
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  return {
    port,
    folder,
    log: () => readFileSync(file, 'utf8'),
    async close() {
      // Whatever it has started itself ends with it.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`))

/** PostgreSQL with the password `pass-word`; it runs as no root, so here as the user that Debian makes for it. */
export async function startPostgres(settings: readonly string[] = [], auth = 'scram-sha-256') {
  const bin = globSync('/usr/lib/postgresql/*/bin').at(-1) ?? ''
  const folder = newFolder('postgres')
  const isRoot = userInfo().uid === 0
  const uid = isRoot ? Number(execFileSync('id', ['-u', 'postgres']).toString()) : undefined
  if (uid !== undefined) chownSync(folder, uid, -1)
  const [data, password] = [join(folder, 'data'), join(folder, 'password')]
  writeFileSync(password, 'pass-word\n')
  chmodSync(password, 0o644)
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'owner', '-A', auth, `--pwfile=${password}`],
    {
      stdio: 'pipe',
      ...(uid !== undefined && { uid }),
    },
  )
  if (settings.includes('hot_standby=off')) writeFileSync(join(data, 'standby.signal'), '')
  const port = await freePort()
  const all = ['listen_addresses=127.0.0.1', 'log_connections=on', ...settings]
  const args = ['-D', data, '-p', String(port), '-k', folder, ...all.flatMap((one) => ['-c', one])]
  return launch({ folder, port, program: join(bin, 'postgres'), args, uid })
}

/** Redis with the password `pass-word`. */
export async function startRedis(settings: readonly string[] = []): Promise<Database> {
  const [folder, port] = [newFolder('redis'), await freePort()]
  const args = ['--dir', folder, '--requirepass', 'pass-word', ...settings]
  const ports = settings.includes('--tls-port') ? [] : ['--port', String(port)]
  return launch({ folder, port, program: programs.redis, args: [...ports, ...args] })
}

/** MariaDB with the user `someone`, whose password is `pass-word`. */
export async function startMariadb(settings: readonly string[] = []): Promise<Database> {
  const [folder, port] = [newFolder('mariadb'), await freePort()]
  const [data, begin] = [join(folder, 'data'), join(folder, 'begin.sql')]
  const user = `--user=${userInfo().username}`
  execFileSync(programs.mariadbInstall, [user, `--datadir=${data}`, '--skip-test-db'], {
    stdio: 'pipe',
  })
  writeFileSync(begin, "CREATE USER someone@'%' IDENTIFIED BY 'pass-word';\n")
  const args = [
    '--no-defaults',
    user,
    `--datadir=${data}`,
    `--socket=${join(folder, 'socket')}`,
    `--port=${port}`,
    '--bind-address=0.0.0.0',
    `--init-file=${begin}`,
    ...settings,
  ]
  return launch({ folder, port, program: programs.mariadb, args })
}

/** RabbitMQ, and the register of names that Erlang keeps beside it, which would otherwise outlive it. */
export async function startRabbitmq(): Promise<Database> {
  const folder = newFolder('rabbitmq')
  const [port, distribution, names] = [await freePort(), await freePort(), await freePort()]
  const env = { ERL_EPMD_PORT: String(names), ERL_EPMD_ADDRESS: '127.0.0.1' }
  mkdirSync(join(folder, 'names'))
  const register = launch({
    folder: join(folder, 'names'),
    port: names,
    program: programs.epmd,
    args: ['-port', String(names)],
    env,
  })
  const server = launch({
    folder,
    port,
    program: programs.rabbitmq,
    args: [],
    env: {
      ...env,
      RABBITMQ_NODENAME: 'test@localhost',
      RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
      RABBITMQ_NODE_PORT: String(port),
      RABBITMQ_DIST_PORT: String(distribution),
      RABBITMQ_MNESIA_BASE: join(folder, 'data'),
      RABBITMQ_LOG_BASE: join(folder, 'logs'),
      RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    },
  })
  const close = async (): Promise<void> => {
    await register.close()
    await server.close()
  }
  return { ...server, close }
}
