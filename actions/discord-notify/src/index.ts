import { run } from '@ci-actions/kit'
import { discordNotify } from './main.ts'

run(discordNotify)
