export { parsePattern } from './author-pattern.ts'
export { parseGlob } from './glob.ts'
export { patterns } from './patterns.ts'
