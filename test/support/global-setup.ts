export { createTemporaryFolder as default } from './temporary.ts'
