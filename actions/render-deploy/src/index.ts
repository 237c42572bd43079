import { run } from '@ci-actions/kit'
import { renderDeploy } from './main.ts'

run(renderDeploy)
