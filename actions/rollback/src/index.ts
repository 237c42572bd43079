import { run } from '@ci-actions/kit'
import { rollback } from './main.ts'

await run(rollback)
