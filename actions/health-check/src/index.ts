import { run } from '@ci-actions/kit'
import { healthCheck } from './main.ts'

run(healthCheck)
