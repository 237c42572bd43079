import { sameVersion, type Version, worstStatus } from '@ci-actions/deployment'
import { ActionError } from '@ci-actions/kit'
import { before } from '../../../packages/deployment/src/render/history.ts'
import { destination } from '../../../packages/deployment/src/rollback.ts'

const version = (ref: string, commit?: string, digest?: string): Version => ({
  ref,
  ...(commit && { commit }),
  ...(digest && { digest }),
})

describe('sameVersion', () => {
  test.each([
    ['the same id', version('dep-1'), version('dep-1'), true],
    ['another id', version('dep-1'), version('dep-2'), false],
    ['a redeploy of the commit', version('dep-1', 'a'), version('dep-2', 'a'), true],
    ['another commit under one id', version('dep-1', 'a'), version('dep-1', 'b'), false],
    ['one digest, two commits', version('1', 'a', 's'), version('2', 'b', 's'), true],
    ['two digests, one commit', version('1', 'a', 's'), version('2', 'a', 't'), false],
    ['a commit known on one side only', version('1', 'a'), version('1'), true],
    ['nothing', null, null, false],
  ])('%s', (_, one, other, same) => expect(sameVersion(one, other)).toBe(same))
})

test.each([
  [[], 'unchanged'],
  [['succeeded', 'unchanged'], 'succeeded'],
  [['succeeded', 'rolled-back', 'failed'], 'failed'],
  [['started', 'dry-run'], 'started'],
  [['superseded', 'succeeded'], 'superseded'],
  [['cancelled', 'timed-out'], 'timed-out'],
] as const)('the worst of %j is %s', (all, expected) => expect(worstStatus(all)).toBe(expected))

describe('what served before', () => {
  /** Newest first, as the API lists them: id, commit, status, trigger. */
  const history = (...rows: [string, string, string?, string?][]) =>
    rows.map(([id, commit, status = 'deactivated', trigger = 'api']) => ({
      id,
      commit: { id: commit },
      status,
      trigger,
    }))

  test.each([
    ['is the next older version', history(['2', 'b', 'live'], ['1', 'a']), '2', '1'],
    ['skips redeploys of itself', history(['3', 'b', 'live'], ['2', 'b'], ['1', 'a']), '3', '1'],
    [
      'skips what never served',
      history(['3', 'c', 'live'], ['2', 'b', 'build_failed'], ['1', 'a']),
      '3',
      '1',
    ],
    ['is nothing on a first deploy', history(['1', 'a', 'live']), '1', undefined],
    ['of one not listed yet is what is live', history(['1', 'a', 'live']), 'new', '1'],
    [
      'of a rollback is what was before the version gone back to',
      history(['4', 'b', 'live', 'rollback'], ['3', 'c'], ['2', 'b'], ['1', 'a']),
      '4',
      '1',
    ],
    [
      'of a deploy of an old version by hand is what it replaced',
      history(['4', 'b', 'live'], ['3', 'c'], ['2', 'b'], ['1', 'a']),
      '4',
      '3',
    ],
  ])('%s', (_, deploys, of, expected) => {
    const deploy = deploys.find(({ id }) => id === of)
    const found = before(version(of, deploy?.commit.id ?? 'new'), deploys)
    expect(found?.ref).toBe(expected)
  })
})

describe('where a rollback goes', () => {
  const [good, bad, other] = [version('1', 'a'), version('2', 'b'), version('3', 'c')]
  test.each([
    ['back, when the version to leave is live', bad, good, { from: bad, force: false }, good],
    ['nowhere, when the good one is live', good, good, { from: bad, force: false }, null],
    [
      'back, when nobody knows what should be live',
      other,
      good,
      { from: null, force: false },
      good,
    ],
    ['back, when nothing is live', null, good, { from: bad, force: false }, good],
    ['back, when forced', other, good, { from: bad, force: true }, good],
  ])('%s', (_, live, to, way, expected) => {
    expect(destination({ live, desired: live }, to, way)).toEqual(expected)
  })

  test('back, when the good one serves only because the bad one never came up', () => {
    const way = { from: bad, force: false }
    expect(destination({ live: good, desired: bad }, good, way)).toEqual(good)
  })

  test.each([
    ['somebody has deployed since', other, good, 'something else was deployed in the meantime'],
    ['there is nothing to roll back to', bad, null, 'Nothing to roll back to'],
  ])('nowhere, and red, when %s', (_, live, to, message) => {
    const go = () => destination({ live, desired: live }, to, { from: bad, force: false })
    expect(go).toThrow(ActionError)
    expect(go).toThrow(message)
  })
})
