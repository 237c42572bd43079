import { run } from '@ci-actions/kit'
import { lambdaDeploy } from './main.ts'

run(lambdaDeploy)
