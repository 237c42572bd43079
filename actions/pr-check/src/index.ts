import { run } from '@ci-actions/kit'
import { prCheck } from './main.ts'

run(prCheck)
