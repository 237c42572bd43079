import { run } from '@ci-actions/kit'
import { changedPaths } from './main.ts'

run(changedPaths)
