export { type Action, action, run } from './action.ts'
export { closestName } from './closest-name.ts'
export { credentialsIn, loginCredentials } from './credentials.ts'
export { listDescendants } from './descendants.ts'
export { ActionError, CancelledError, errorMessage, InputError } from './errors.ts'
export { escapeCommands } from './escape-commands.ts'
export { createFile, FileError, openFile, readBeginning, readFile, readInputFile } from './file.ts'
export {
  duration,
  flag,
  type InputParser,
  integer,
  isLoopbackHost,
  oneOf,
  positiveDuration,
  secret,
  secretUrl,
  text,
  url,
  ValidationError,
} from './input-parsers.ts'
export {
  allInputs,
  type Input,
  type Inputs,
  type InputValues,
  oneOfGroups,
  optional,
  readInputs,
  required,
} from './inputs.ts'
export { describeIssue } from './issue.ts'
export { isNestedDeeper, parseJson } from './json.ts'
export { list, type Named, named } from './list.ts'
export { isMap, lookUp, mapOf } from './map.ts'
export {
  escapeMarkdown,
  type Markdown,
  markdownCode,
  markdownLink,
  markdownTable,
} from './markdown.ts'
export type { Output } from './outputs.ts'
export { excerpt, quote } from './quote.ts'
export { anchored, isRegexLiteral, regex, searchWithTimeout } from './regex.ts'
export type { AnnotationLocation, Runner } from './runner.ts'
export { captureOutput } from './stdout.ts'
export type { WorkflowRun } from './workflow-run.ts'
