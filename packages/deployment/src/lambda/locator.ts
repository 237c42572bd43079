import { type InferOutput, optional, pipe, regex, strictObject, string } from 'valibot'
import { regionSchema } from '../region-schema.ts'

/** Locates a function and its alias. */
export const lambdaLocator = strictObject({
  function: pipe(
    string(),
    regex(
      /^(arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:)?[\w-]{1,64}$/,
      'not the name or ARN of a function',
    ),
  ),
  alias: optional(pipe(string(), regex(/^[\w-]{1,128}$/, 'not the name of an alias')), 'live'),
  region: optional(regionSchema),
  name: optional(string()),
})

export type LambdaLocator = InferOutput<typeof lambdaLocator>
