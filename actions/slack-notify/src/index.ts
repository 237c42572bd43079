import { run } from '@ci-actions/kit'
import { slackNotify } from './main.ts'

run(slackNotify)
