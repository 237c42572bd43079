export { exec } from './exec.ts'
export { execFile } from './exec-file.ts'
export { ExecError, exitError } from './result.ts'
