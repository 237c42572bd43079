export { parsePattern } from './author-pattern.ts'
export { patterns } from './patterns.ts'
