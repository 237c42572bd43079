import { run } from '@ci-actions/kit'
import { prSizeLabel } from './main.ts'

run(prSizeLabel)
