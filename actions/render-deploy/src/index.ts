import { run } from '@ci-actions/kit'
import { renderDeploy } from './main.ts'

await run(renderDeploy)
