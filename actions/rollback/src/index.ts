import { run } from '@ci-actions/kit'
import { rollback } from './main.ts'

run(rollback)
