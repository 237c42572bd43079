import { run } from '@ci-actions/kit'
import { ecsDeploy } from './main.ts'

run(ecsDeploy)
