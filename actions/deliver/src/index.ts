import { run } from '@ci-actions/kit'
import { deliver } from './main.ts'

run(deliver)
