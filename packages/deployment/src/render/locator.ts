import { type InferOutput, optional, pipe, regex, strictObject, string } from 'valibot'

/** Locates a service. */
export const renderLocator = strictObject({
  serviceId: pipe(string(), regex(/^(srv|crn)-[\w-]+$/, 'not a service id (srv-… or crn-…)')),
  name: optional(string()),
})

export type RenderLocator = InferOutput<typeof renderLocator>
