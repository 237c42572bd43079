import { ecs } from './ecs.ts'
import { lambda } from './lambda.ts'
import type { Provider } from './provider.ts'
import { render } from './render.ts'

/** Who serves, by the name that the records and the input `provider` have for it. */
export const providers: Readonly<Record<string, Provider>> = { render, ecs, lambda }
