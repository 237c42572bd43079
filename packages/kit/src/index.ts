export { type Action, action, run } from './action.ts'
export { closestName } from './closest-name.ts'
export { credentialsIn, credentialsOf } from './credentials.ts'
export { descendantsOf } from './descendants.ts'
export { expression, isExpression, search, whole } from './expression.ts'
export { Cancelled, Failure, InputError, messageOf } from './failure.ts'
export { createFile, FileError, openFile, readBeginning, readFile, readInputFile } from './file.ts'
export { harmless } from './harmless.ts'
export {
  allInputs,
  choice,
  type Given,
  type Input,
  type Inputs,
  optional,
  readInputs,
  required,
} from './inputs.ts'
export { isNestedDeeper, parseJson } from './json.ts'
export {
  duration,
  flag,
  integer,
  isThisMachine,
  type Kind,
  oneOf,
  secret,
  secretUrl,
  text,
  Unusable,
  url,
} from './kinds.ts'
export { list, type Named, named } from './list.ts'
export { isMap, lookUp, mapOf } from './map.ts'
export { code, link, type Markdown, plain, table } from './markdown.ts'
export type { Output } from './outputs.ts'
export { excerpt, quote } from './quote.ts'
export type { Place, Runner } from './runner.ts'
export { overhear } from './stdout.ts'
export type { WorkflowRun } from './workflow-run.ts'
