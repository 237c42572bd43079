import { run } from '@ci-actions/kit'
import { coverageGate } from './main.ts'

await run(coverageGate)
