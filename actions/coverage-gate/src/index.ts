import { run } from '@ci-actions/kit'
import { coverageGate } from './main.ts'

run(coverageGate)
