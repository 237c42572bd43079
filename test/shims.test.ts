import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { HttpClient } from '@actions/http-client'
import { fetch, ProxyAgent } from 'undici'
import { root } from '../scripts/actions.ts'

const pem = (name: string): string => readFileSync(join(root, 'test/fixtures/tls', name), 'utf8')

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

async function portOf(server: Server): Promise<number> {
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

test('The HTTP client of the toolkit goes through a proxy', async () => {
  const tls = { cert: pem('localhost.pem'), key: pem('localhost.key') }
  const port = await portOf(createTlsServer(tls, (_, response) => void response.end('arrived')))
  const asked: string[] = []
  const proxy = createServer().on('connect', ({ url }, socket) => {
    asked.push(String(url))
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
  })
  process.env.https_proxy = `http://127.0.0.1:${await portOf(proxy)}`
  try {
    const client = new HttpClient('test', [], { ignoreSslError: true, allowRetries: false })
    const response = await client.get('https://cache.example.com/')
    expect(await response.readBody()).toBe('arrived')
    expect(asked).toEqual(['cache.example.com:443'])
  } finally {
    delete process.env.https_proxy
  }
})

test('fetch of undici is that of Node', async () => {
  const port = await portOf(createServer((_, response) => void response.end('arrived')))
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('arrived')
})

test('A proxy of undici says that it is not there, once it is used', async () => {
  const dispatcher = new HttpClient().getAgentDispatcher('https://api.github.com')
  expect(dispatcher).toBeUndefined()
  expect(() => new ProxyAgent().dispatch()).toThrow('undici is not bundled')
})
