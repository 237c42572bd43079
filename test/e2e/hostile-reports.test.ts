import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileReports, measured } from '../actions/coverage-gate/hostile-reports.ts'

const gigabyte = 1024 ** 3

test.each(hostileReports(gigabyte).filter(({ name }) => /: a long|nothing but/.test(name)))(
  '1 GB, $name: refused in one line or right, within 10 s and 512 MB',
  async ({ write, said, totals }) => {
    const workspace = mkdtempSync(join(tmpdir(), 'hostile-'))
    try {
      write(join(workspace, 'report'))
      const inputs = { reports: 'report', thresholds: '0', 'github-token': '' }
      const { step, memory } = await measured({ workspace, inputs })
      if (said) expect(step.error).toMatch(said)
      else expect(JSON.parse(step.outputs.totals ?? '')).toMatchObject(totals ?? {})
      expect(step.outputs.passed).toBe(said ? 'false' : 'true')
      expect(step.took).toBeLessThan(10_000)
      expect(memory).toBeLessThan(gigabyte / 2)
    } finally {
      rmSync(workspace, { recursive: true })
    }
  },
  60_000,
)
