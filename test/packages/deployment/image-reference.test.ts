import { imageReference } from '../../../packages/deployment/src/image-reference.ts'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  'nginx',
  'nginx:1.27',
  'repo/app:1',
  'localhost:5000/app',
  'localhost/app:x',
  'registry.example.com/team/app',
  'registry.example.com:5000/team/app:1',
  `repo/app@${digest}`,
  `repo/app:1@${digest}`,
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:0123456',
  'ghcr.io/org/app__x/a-b.c_d:V1.2-rc_3',
  `app:${'t'.repeat(128)}`,
])('%s is an image', async (given) => {
  expect(await imageReference.parse(given)).toBe(given)
})

test.each<[string, string]>([
  ['repo/app:', 'is a variable or an output in it empty?'],
  [':abc', 'is a variable or an output in it empty?'],
  ['repo/app@', 'is a variable or an output in it empty?'],
  ['@sha256:abc', 'is a variable or an output in it empty?'],
  ['web:repo/app:2', '"web: repo/app:2"'],
  ['web:registry.example.com/app', '"web: registry.example.com/app"'],
  ['https://repo/app:1', 'without "https://"'],
  ['Repo/App:1', 'its name in lower case'],
  ['repo/APP', 'its name in lower case'],
  ['repo/app@sha256:abc', 'host/repository/name:tag'],
  [`repo/app@sha256:${'a'.repeat(63)}`, 'host/repository/name:tag'],
  [`repo/app@sha256:${'g'.repeat(64)}`, 'host/repository/name:tag'],
  [`repo/app:${'t'.repeat(129)}`, 'host/repository/name:tag'],
  ['${IMAGE}', 'was not expanded'],
  ['<IMAGE>', 'was not expanded'],
  ['{{ image }}', 'was not expanded'],
  ['repo/app:1 2', 'host/repository/name:tag'],
  ['repo//app', 'host/repository/name:tag'],
  ['-app', 'host/repository/name:tag'],
  ['app:.tag', 'host/repository/name:tag'],
  [`${'a/'.repeat(3000)}a`, 'host/repository/name:tag'],
])('%.40s is none', (given, hint) => {
  expect(() => imageReference.parse(given)).toThrow(
    expect.objectContaining({ expected: expect.stringContaining(hint) }),
  )
})

test('a text that is made to explode is read in a moment', () => {
  for (const piece of ['a', 'a-', 'a.', 'a/', 'a:', '@', '-', '_']) {
    const began = process.cpuUsage()
    expect(() => imageReference.parse(`${piece.repeat(2_000)}!`)).toThrow()
    expect(process.cpuUsage(began).user).toBeLessThan(500_000)
  }
})
