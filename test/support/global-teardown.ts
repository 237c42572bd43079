export { removeTemporaryFolder as default } from './temporary.ts'
