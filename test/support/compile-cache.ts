import { join } from 'node:path'
import { root } from '../../scripts/actions.ts'

/** For `NODE_COMPILE_CACHE` of processes that run our TypeScript: without it, each strips its types again. */
export const compileCache = join(root, 'node_modules/.cache/compiled')
