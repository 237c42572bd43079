import {
  array,
  boolean,
  type GenericSchema,
  type InferOutput,
  lazy,
  nullish,
  number,
  object,
  optional,
  parse,
  string,
  union,
} from 'valibot'

/** A module in the statistics of webpack. */
export interface Module {
  /** `./packages/kit/src/yaml.ts`, `./packages/github/src/index.ts + 5 modules`, `external "node:fs"` */
  readonly name: string
  /** What the bundle calls it; the parts of webpack's own runtime have none. */
  readonly id?: string | number | null | undefined
  /** The file it comes from; what is built into Node has none. */
  readonly nameForCondition?: string | null | undefined
  /** The chunks that hold it; none when nothing of it is used. */
  readonly chunks?: readonly number[] | undefined
  /** The modules that were joined into this one. */
  readonly modules?: readonly Module[] | undefined
  /** The places that import it. */
  readonly reasons?: readonly Reason[] | undefined
}

const reasonShape = object({
  /** `import()` where it is loaded lazily. */
  type: nullish(string()),
  moduleName: nullish(string()),
  userRequest: nullish(string()),
})

type Reason = InferOutput<typeof reasonShape>

const moduleShape: GenericSchema<unknown, Module> = object({
  name: string(),
  id: nullish(union([string(), number()])),
  nameForCondition: nullish(string()),
  chunks: optional(array(number())),
  modules: optional(array(lazy(() => moduleShape))),
  reasons: optional(array(reasonShape)),
})

const chunkShape = object({
  id: number(),
  /** Whether it is loaded at the start; the bundle itself is. */
  initial: boolean(),
  /** The places that load it. */
  origins: array(object({ moduleName: string(), request: optional(string()) })),
})

export type Chunk = InferOutput<typeof chunkShape>

const statsShape = object({ modules: array(moduleShape), chunks: array(chunkShape) })

export type Stats = InferOutput<typeof statsShape>

/**
 * Reads webpack's statistics of a bundle: its chunks, and the modules that are used, in the order in which
 * webpack reached them.
 *
 * @param text what ncc writes with `--stats-out`; its own list of files misses those that webpack joined
 */
export function readStats(text: string): Stats {
  const { modules, chunks } = parse(statsShape, JSON.parse(text))
  return { modules: modules.filter((module) => module.chunks?.length), chunks }
}

/** Returns the files that modules come from. */
export function filesOf(modules: readonly Module[]): string[] {
  return modules.flatMap(({ nameForCondition, modules }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...filesOf(modules ?? []),
  ])
}

/** Whether a file belongs to an installed package, and is not ours. */
export function isThirdParty(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file)
}
