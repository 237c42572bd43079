import { run } from '@ci-actions/kit'
import { prComment } from './main.ts'

run(prComment)
