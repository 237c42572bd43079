import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'
import { join } from 'node:path'
import { type ApiRequest, Client } from '@ci-actions/http'
import { Deadline } from '@ci-actions/wait'
import { root } from '../../../scripts/actions.ts'
import { type TestClock, testClock } from '../../support/clock.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function start(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const pem = (name: string): string => readFileSync(join(root, 'test/fixtures/tls', name), 'utf8')

/** A proxy that takes all hosts for this machine; `refuse` is its answer to those who want a tunnel. */
async function startProxy(refuse?: string) {
  const asked: string[] = []
  const proxy = createServer((incoming, response) => {
    asked.push(`${incoming.method} ${incoming.url}`)
    const { port, pathname } = new URL(incoming.url ?? '')
    const { method, headers } = incoming
    const onward = request({ port, path: pathname, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(onward.on('error', () => response.destroy()))
  })
  proxy.on('connect', ({ url = '', headers }, socket, head) => {
    const credentials = headers['proxy-authorization']
    asked.push(`CONNECT ${url}${credentials ? ` as ${credentials}` : ''}`)
    socket.on('error', () => {})
    if (refuse) {
      socket.end(`HTTP/1.1 ${refuse}\r\n\r\n`)
      return
    }
    const tunnel = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      tunnel.write(head)
      tunnel.pipe(socket).pipe(tunnel)
    })
    tunnel.on('error', () => socket.destroy())
  })
  return { asked, address: `127.0.0.1:${await start(proxy)}` }
}

/** A service that does what it is asked, and may lose the answer. */
async function startService(kind: 'http' | 'https', losesAnswers = false) {
  const done: string[] = []
  const handle: Parameters<typeof createServer>[1] = (incoming, response) => {
    done.push(`${incoming.method} ${incoming.url}`)
    if (losesAnswers) incoming.socket.destroy()
    else response.end('{}')
  }
  const keys = { key: pem('localhost.key'), cert: pem('localhost.pem') }
  const server = kind === 'http' ? createServer(handle) : createTlsServer(keys, handle)
  server.on('tlsClientError', () => {})
  return { done, base: new URL(`${kind}://localhost:${await start(server)}`) }
}

const post: ApiRequest = { method: 'POST', path: '/deploys', json: {} }

async function ask(base: URL, proxy: Readonly<Record<string, string>>) {
  const connection = { proxy, ca: pem('ca.pem') }
  const client = new Client({ name: 'Service', base, connection, log: () => {} })
  const deadline = new Deadline(60_000, new AbortController().signal, testClock())
  return client.request(post, deadline).then(
    (answer) => answer.body,
    (error: Error) => `${error.name}: ${error.message}`,
  )
}

describe('Through a proxy', () => {
  test('http is asked by its whole address', async () => {
    const proxy = await startProxy()
    const { base, done } = await startService('http')
    expect(await ask(base, { HTTP_PROXY: `http://${proxy.address}` })).toBe('{}')
    expect(proxy.asked).toEqual([`POST ${base.href}deploys`])
    expect(done).toEqual(['POST /deploys'])
  })

  test('https is asked in a tunnel, with its certificate checked', async () => {
    const proxy = await startProxy()
    const { base, done } = await startService('https')
    expect(await ask(base, { https_proxy: `http://me:word@${proxy.address}` })).toBe('{}')
    expect(proxy.asked).toEqual([`CONNECT ${base.host} as Basic ${btoa('me:word')}`])
    expect(done).toEqual(['POST /deploys'])
  })

  test('nothing is asked of a host that NO_PROXY names', async () => {
    const proxy = await startProxy()
    const { base, done } = await startService('https')
    const address = `http://${proxy.address}`
    expect(await ask(base, { HTTPS_PROXY: address, NO_PROXY: 'localhost' })).toBe('{}')
    expect([proxy.asked, done]).toEqual([[], ['POST /deploys']])
  })

  test.each(['http', 'https'] as const)(
    'what was done over %s and lost its answer is not done again',
    async (kind) => {
      const proxy = await startProxy()
      const { base, done } = await startService(kind, true)
      const address = `http://${proxy.address}`
      const end = await ask(base, { HTTP_PROXY: address, HTTPS_PROXY: address })
      expect(end).toMatch(/^IndeterminateError: Service \(POST \/deploys\) gave no answer: /)
      expect(done).toEqual(['POST /deploys'])
    },
  )

  test.each(['403 Forbidden', '407 Proxy Authentication Required', '502 Bad Gateway'])(
    'that answers %s to a tunnel nothing gets, and the reason is told',
    async (refusal) => {
      const proxy = await startProxy(refusal)
      const { base, done } = await startService('https')
      const end = await ask(base, { HTTPS_PROXY: `http://me:pass-word@${proxy.address}` })
      expect(end).toMatch(
        /^ActionError: Service \(POST \/deploys\) gave no answer: .*5 times in a row\.$/,
      )
      expect(end).toContain(refusal.slice(0, 3))
      expect(end).not.toContain('pass-word')
      expect([proxy.asked.length, done]).toEqual([5, []])
    },
  )

  test.each<['http' | 'https', string]>([
    ['http', 'http://me:pass-word@127.0.0.1:1'],
    ['https', 'http://me:pass-word@127.0.0.1:1'],
    ['https', 'http://me:pass-word@proxy.invalid:1'],
  ])(
    'what is asked over %s of one that is not there, %s, nothing gets, and it is named',
    async (kind, address) => {
      const { base, done } = await startService(kind)
      const end = await ask(base, { HTTP_PROXY: address, HTTPS_PROXY: address })
      const { host } = new URL(address)
      expect(end).toMatch(
        /^ActionError: Service \(POST \/deploys\) gave no answer: at the proxy \S+, .*, 5 times in a row\.$/,
      )
      expect(end).toContain(`at the proxy ${host}, `)
      expect(end).toMatch(/nothing listens there \(connection refused\)|DNS/)
      expect(end).not.toContain('pass-word')
      expect(done).toEqual([])
    },
  )

  test.each(['http', 'https'] as const)(
    'a service that is not there, and of whom NO_PROXY speaks, is not taken for one (%s)',
    async (kind) => {
      const proxy = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
      const base = new URL(`${kind}://localhost:1`)
      expect(await ask(base, { ...proxy, NO_PROXY: 'localhost' })).toBe(
        'ActionError: Service (POST /deploys) gave no answer: nothing listens there (connection refused), 5 times in a row.',
      )
    },
  )

  test('that takes the connection and never makes the tunnel nothing gets, and it is named', async () => {
    const held: Socket[] = []
    const silent = createTcpServer((socket) => held.push(socket.on('error', () => {})))
    const address = `127.0.0.1:${await start(silent)}`
    const { base, done } = await startService('https')
    const sent: string[] = []
    const client = new Client({
      name: 'Service',
      base,
      connection: { proxy: { HTTPS_PROXY: `http://${address}` }, ca: pem('ca.pem') },
      log: () => {},
      onSent: () => sent.push('sent'),
    })
    const deadline = new Deadline(60_000, new AbortController().signal, testClock())
    const question = { ...post, tries: 2, attemptTimeout: 1000 }
    const asked = client.request(question, deadline).catch((error: Error) => error.message)
    // The clock of the test stands still while a question is out.
    const clock = deadline.clock as TestClock
    for (let times = 0; times < 2; times++) {
      await once(silent, 'connection')
      setTimeout(() => clock.pass(1000), 20)
    }
    expect(await asked).toBe(
      `Service (POST /deploys) gave no answer: at the proxy ${address}, no connection within 1 s, 2 times in a row.`,
    )
    expect([sent, done]).toEqual([[], []])
    for (const socket of held) socket.destroy()
  })
})
