import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/*
 * `npm run bench` measures both, `npm run bench -- steps` what a step costs, and
 * `npm run bench -- coverage [size in MB …] [--only format]` how fast reports are read.
 */

const benches = { steps: 'bench.ts', coverage: 'coverage.ts' } as const
const [asked, ...rest] = process.argv.slice(2)
const names = Object.keys(benches).filter((name) => asked === undefined || name === asked)
if (names.length === 0)
  throw new Error(`There is no bench "${asked}"; there are steps and coverage.`)

for (const [name, script] of Object.entries(benches)) {
  if (!names.includes(name)) continue
  const args = [join(import.meta.dirname, script), ...rest]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
