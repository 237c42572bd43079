import { run } from '@ci-actions/kit'
import { healthCheck } from './main.ts'

await run(healthCheck)
