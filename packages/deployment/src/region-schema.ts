import { pipe, regex, string } from 'valibot'

/** An AWS region, such as `eu-west-1`. */
export const regionSchema = pipe(string(), regex(/^[a-z0-9-]{1,40}$/, 'not a region'))
