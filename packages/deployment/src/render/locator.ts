import { type InferOutput, optional, pipe, regex, strictObject, string } from 'valibot'

/** How a service is found again. */
export const renderLocator = strictObject({
  serviceId: pipe(string(), regex(/^(srv|crn)-[\w-]+$/, 'not the id of a service, srv-… or crn-…')),
  name: optional(string()),
})

export type RenderLocator = InferOutput<typeof renderLocator>
