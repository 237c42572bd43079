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

/** A module in webpack's statistics. */
export interface Module {
  /** `./packages/kit/src/yaml.ts`, `./packages/github/src/index.ts + 5 modules`, `external "node:fs"` */
  readonly name: string
  /** The id in the bundle; undefined for webpack's own runtime. */
  readonly id?: string | number | null | undefined
  /** The source file; undefined for Node's own modules. */
  readonly nameForCondition?: string | null | undefined
  /** The chunks that contain it; empty if unused. */
  readonly chunks?: readonly number[] | undefined
  /** The modules that were merged into this one. */
  readonly modules?: readonly Module[] | undefined
  /** The places that import it. */
  readonly reasons?: readonly Reason[] | undefined
}

const reasonShape = object({
  /** `import()` if loaded lazily. */
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
  /** Whether it is loaded at the start, as the bundle itself is. */
  initial: boolean(),
  /** The places that load it. */
  origins: array(object({ moduleName: string(), request: optional(string()) })),
})

export type Chunk = InferOutput<typeof chunkShape>

const statsShape = object({ modules: array(moduleShape), chunks: array(chunkShape) })

export type Stats = InferOutput<typeof statsShape>

/**
 * Reads webpack's statistics of a bundle: its chunks and its used modules, in the order in which webpack found them.
 *
 * @param text the output of ncc's `--stats-out`; its own list of files lacks merged modules
 */
export function readStats(text: string): Stats {
  const { modules, chunks } = parse(statsShape, JSON.parse(text))
  return { modules: modules.filter((module) => module.chunks?.length), chunks }
}

/** Returns the source files of modules. */
export function filesOf(modules: readonly Module[]): string[] {
  return modules.flatMap(({ nameForCondition, modules }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...filesOf(modules ?? []),
  ])
}

/** Whether a file belongs to an installed package. */
export function isThirdParty(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file)
}
