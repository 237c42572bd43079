import { isExempt } from '../../../packages/http/src/no-proxy.ts'
import { proxyFor } from '../../../packages/http/src/proxy.ts'

const exempt = (noProxy: string, url: string): boolean => isExempt(new URL(url), noProxy)

describe('NO_PROXY', () => {
  test.each([
    ['example.com', 'http://example.com/'],
    ['example.com', 'https://a.b.example.com/'],
    ['example.com', 'http://a.example.com:8080/'],
    ['.example.com', 'http://a.example.com/'],
    ['*.example.com', 'http://a.example.com/'],
    ['*example.com', 'http://myexample.com/'],
    ['api-*.example.com', 'http://api-eu.example.com/'],
    ['*.eu.*.com', 'http://a.eu.example.com/'],
    ['*', 'http://example.com/'],
    ['a.test,*', 'http://example.com/'],
    ['EXAMPLE.com', 'http://A.Example.COM/'],
    ['example.com.', 'http://a.example.com/'],
    ['example.com', 'http://a.example.com./'],
    ['münchen.example', 'http://a.münchen.example/'],
    ['a_b.example', 'http://a_b.example/'],
    ['localhost', 'http://localhost:3000/'],
    ['intranet', 'http://intranet/'],
    ['example.com:8080', 'http://a.example.com:8080/'],
    ['example.com:80', 'http://example.com/'],
    ['example.com:443', 'https://example.com/'],
    ['a.test,example.com', 'http://example.com/'],
    ['a.test, example.com ', 'http://example.com/'],
    ['a.test example.com', 'http://example.com/'],
    ['a.test\n,\texample.com', 'http://example.com/'],
    ['amazonaws.com', 'https://ecs.eu-west-1.amazonaws.com/'],
    ['10.1.2.3', 'http://10.1.2.3/'],
    ['10.1.2.3:8080', 'http://10.1.2.3:8080/'],
    ['10.0.0.0/8', 'http://10.1.2.3/'],
    ['10.1.2.3/32', 'http://10.1.2.3/'],
    ['0.0.0.0/0', 'http://10.1.2.3/'],
    ['172.16.0.0/12', 'http://172.31.255.255:9000/'],
    ['10.*', 'http://10.1.2.3/'],
    ['[fd00::1]', 'http://[fd00::1]/'],
    ['fd00::1', 'http://[fd00::1]/'],
    ['fd00:0:0::1', 'http://[fd00::1]/'],
    ['FD00::1', 'http://[fd00::1]/'],
    ['[fd00::1]:8080', 'http://[fd00::1]:8080/'],
    ['fd00::/8', 'http://[fd12:3456::1]/'],
    ['::1', 'http://[::1]:3000/'],
    ['10.0.0.0/8', 'http://[::ffff:10.1.2.3]/'],
  ])('%j covers %s', (noProxy, url) => {
    expect(exempt(noProxy, url)).toBe(true)
  })

  test.each([
    ['', 'http://example.com/'],
    [' , ', 'http://example.com/'],
    ['example.com', 'http://nonexample.com/'],
    ['example.com', 'http://example.com.evil.test/'],
    ['a.example.com', 'http://example.com/'],
    ['.example.com', 'http://example.com/'],
    ['*.example.com', 'http://example.com/'],
    ['a*a', 'http://a/'],
    ['.', 'http://example.com/'],
    ['example.com:8080', 'http://example.com/'],
    ['example.com:80', 'https://example.com/'],
    ['example.com:', 'http://example.com/'],
    ['a.test;example.com', 'http://example.com/'],
    ['https://example.com', 'https://example.com/'],
    ['10.1.2', 'http://10.1.2.3/'],
    ['2.3', 'http://10.1.2.3/'],
    ['10.1.2.3', 'http://10.1.2.30/'],
    ['10.1.2.3:81', 'http://10.1.2.3/'],
    ['10.0.0.0/8', 'http://11.1.2.3/'],
    ['10.0.0.0/33', 'http://10.1.2.3/'],
    ['10.0.0.0/', 'http://10.1.2.3/'],
    ['10.0.0.0/8/8', 'http://10.1.2.3/'],
    ['10.0.0.0/8', 'http://ten.example/'],
    ['10.0.0.0/8', 'http://[fd00::1]/'],
    ['fd00::/129', 'http://[fd00::1]/'],
    ['[fd00::1]:81', 'http://[fd00::1]/'],
    ['::1', 'http://[::2]/'],
  ])('%j does not cover %s', (noProxy, url) => {
    expect(exempt(noProxy, url)).toBe(false)
  })

  test('of a hostile text takes no time', () => {
    const began = performance.now()
    expect(exempt('*a'.repeat(20_000), `http://${'a'.repeat(63)}.example/`)).toBe(false)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('The proxy of', () => {
  const web = 'http://web.test:1/'
  const tls = 'http://tls.test:2/'
  test.each<[string, Record<string, string>, string | undefined]>([
    ['http://a.test/', { HTTP_PROXY: web, HTTPS_PROXY: tls }, web],
    ['https://a.test/', { HTTP_PROXY: web, HTTPS_PROXY: tls }, tls],
    ['https://a.test/', { HTTP_PROXY: web }, undefined],
    ['http://a.test/', { HTTPS_PROXY: tls }, undefined],
    ['http://a.test/', { HTTP_PROXY: web, http_proxy: tls }, tls],
    ['http://a.test/', { HTTP_PROXY: web, NO_PROXY: 'a.test' }, undefined],
    ['http://a.test/', { HTTP_PROXY: web, NO_PROXY: 'a.test', no_proxy: 'b.test' }, web],
    ['http://a.test/', { HTTP_PROXY: 'proxy.corp:3128' }, 'http://proxy.corp:3128/'],
    ['http://a.test/', { HTTP_PROXY: 'me:word@proxy:3128' }, 'http://me:word@proxy:3128/'],
    ['http://a.test/', { HTTP_PROXY: 'https://proxy:3128' }, 'https://proxy:3128/'],
    ['http://a.test/', { HTTP_PROXY: 'http://me:a%23b@proxy' }, 'http://me:a%23b@proxy/'],
    ['http://a.test/', { HTTP_PROXY: 'http://me:a@b@proxy' }, 'http://me:a%40b@proxy/'],
    // What would be wrong is not asked.
    ['http://a.test/', { HTTP_PROXY: web, HTTPS_PROXY: 'http://#' }, web],
    ['http://a.test/', { HTTP_PROXY: 'http://#', NO_PROXY: 'a.test' }, undefined],
  ])('%s with %j is %s', (url, env, proxy) => {
    expect(proxyFor(new URL(url), env)?.href).toBe(proxy)
  })

  test.each([
    'http://someone:pass#word-of-mine@127.0.0.1:3128',
    'http://someone:12#word-of-mine@127.0.0.1:3128',
    'http://someone:12?word-of-mine@127.0.0.1:3128',
    'http://someone:12/word-of-mine@127.0.0.1:3128',
    'http://someone:100%word-of-mine@127.0.0.1:3128',
    'http://100%word-of-mine@127.0.0.1:3128',
    'http://someone:word-of-mine@127.0.0.1:99999',
    'http://someone:word-of-mine@',
    'http://someone:word-of-mine@two words:3128',
    'socks5://someone:word-of-mine@127.0.0.1:1080',
    'http://proxy:3128/word-of-mine',
    'ftp://word-of-mine',
    'http://',
    '#',
  ])('what is no address, %s, is an error that names the variable and not its value', (address) => {
    for (const name of ['HTTP_PROXY', 'http_proxy']) {
      const find = () => proxyFor(new URL('http://a.test/'), { [name]: address })
      expect(find).toThrow(new RegExp(`^${name} is not a usable proxy address\\.`))
      expect(find).not.toThrow(/word-of-mine/)
    }
  })
})
