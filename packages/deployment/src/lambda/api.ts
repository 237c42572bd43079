import { type AwsAccess, AwsClient, type AwsService, hasErrorCode } from '@ci-actions/aws'
import { mapOf } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import {
  array,
  type GenericSchema,
  type InferOutput,
  looseObject,
  nullish,
  number,
  object,
  string,
} from 'valibot'

// AWS Lambda: https://docs.aws.amazon.com/lambda/latest/api/

const configurationSchema = looseObject({
  FunctionName: string(),
  Version: string(),
  CodeSha256: string(),
  /** Identifies this state of the function: a write with it is rejected if someone else has written since. */
  RevisionId: nullish(string()),
  Description: nullish(string()),
  LastModified: nullish(string()),
  PackageType: nullish(string()),
  Runtime: nullish(string()),
  Handler: nullish(string()),
  Layers: nullish(array(looseObject({}))),
  Architectures: nullish(array(string())),
  State: nullish(string()),
  StateReason: nullish(string()),
  StateReasonCode: nullish(string()),
  LastUpdateStatus: nullish(string()),
  LastUpdateStatusReason: nullish(string()),
  LastUpdateStatusReasonCode: nullish(string()),
  LoggingConfig: nullish(looseObject({ LogGroup: nullish(string()) })),
})

const functionSchema = object({
  Configuration: configurationSchema,
  Code: nullish(looseObject({ ResolvedImageUri: nullish(string()) })),
})

const aliasSchema = object({
  FunctionVersion: string(),
  Description: nullish(string()),
  RoutingConfig: nullish(object({ AdditionalVersionWeights: nullish(mapOf(number())) })),
  RevisionId: nullish(string()),
})

const versionsSchema = object({
  Versions: nullish(array(configurationSchema), []),
  NextMarker: nullish(string()),
})

export type Configuration = InferOutput<typeof configurationSchema>
export type LambdaFunction = InferOutput<typeof functionSchema>
export type Alias = InferOutput<typeof aliasSchema>

/** The desired state of an alias. */
export interface AliasWanted {
  readonly FunctionVersion: string
  readonly Description?: string
  readonly RoutingConfig: { readonly AdditionalVersionWeights: Readonly<Record<string, number>> }
}

/** The source of new code, in the format of `UpdateFunctionCode`. */
export type CodeSource =
  | { readonly ZipFile: string }
  | {
      readonly S3Bucket: string
      readonly S3Key: string
      readonly S3ObjectVersion?: string | undefined
    }
  | { readonly ImageUri: string }

const lambda: AwsService = { name: 'Lambda', id: 'LAMBDA', host: 'lambda' }

/** Time limit of a request in milliseconds: half a minute plus the time to send its body over a slow connection. */
const timeFor = (bytes: number): number => 30_000 + bytes / 100

/** The part of Lambda's API for the code, versions and aliases of functions. */
export class LambdaApi {
  readonly region: string
  readonly log: (line: string) => void
  readonly #client: AwsClient

  constructor(access: AwsAccess) {
    this.region = access.region
    this.log = access.log
    this.#client = new AwsClient(lambda, access)
  }

  /** Returns a function, or a published version of it; undefined if there is none. */
  function(
    name: string,
    deadline: Deadline,
    version?: string,
  ): Promise<LambdaFunction | undefined> {
    const call = { path: pathOf(name), ...(version && { query: { Qualifier: version } }) }
    return orNone(this.#read('GetFunction', call, functionSchema, deadline))
  }

  /** Returns an alias; undefined if there is none. */
  alias(name: string, alias: string, deadline: Deadline): Promise<Alias | undefined> {
    const call = { path: `${pathOf(name)}/aliases/${alias}` }
    return orNone(this.#read('GetAlias', call, aliasSchema, deadline))
  }

  /** Returns all published versions, oldest first, without `$LATEST`. */
  async versions(name: string, deadline: Deadline): Promise<Configuration[]> {
    const versions: Configuration[] = []
    let marker: string | null | undefined
    do {
      const call = { path: `${pathOf(name)}/versions`, query: marker ? { Marker: marker } : {} }
      const page = await this.#read('ListVersionsByFunction', call, versionsSchema, deadline)
      versions.push(...page.Versions)
      marker = page.NextMarker
    } while (marker)
    return versions
      .filter(({ Version }) => /^\d+$/.test(Version))
      .sort((a, b) => Number(a.Version) - Number(b.Version))
  }

  /** @throws IndeterminateError if the response is lost */
  updateCode(
    name: string,
    source: CodeSource,
    architecture: string | undefined,
    revision: string | undefined,
    deadline: Deadline,
  ): Promise<Configuration> {
    const json = {
      ...source,
      ...(architecture && { Architectures: [architecture] }),
      RevisionId: revision,
    }
    const bytes = 'ZipFile' in source ? source.ZipFile.length : 0
    const call = { path: `${pathOf(name)}/code`, json, attemptTimeout: timeFor(bytes) }
    return this.#write('UpdateFunctionCode', 'PUT', call, configurationSchema, deadline)
  }

  /** Publishes a version. If nothing has changed since the last one, Lambda returns that one. */
  publish(
    name: string,
    wanted: { CodeSha256: string; Description: string; RevisionId: string | undefined },
    deadline: Deadline,
  ): Promise<Configuration> {
    const call = { path: `${pathOf(name)}/versions`, json: wanted }
    return this.#write('PublishVersion', 'POST', call, configurationSchema, deadline)
  }

  createAlias(
    name: string,
    alias: string,
    wanted: AliasWanted,
    deadline: Deadline,
  ): Promise<Alias> {
    const call = { path: `${pathOf(name)}/aliases`, json: { Name: alias, ...wanted } }
    return this.#write('CreateAlias', 'POST', call, aliasSchema, deadline)
  }

  updateAlias(
    name: string,
    alias: string,
    wanted: AliasWanted,
    revision: string | undefined,
    deadline: Deadline,
  ): Promise<Alias> {
    const json = { ...wanted, RevisionId: revision }
    const call = { path: `${pathOf(name)}/aliases/${alias}`, json }
    return this.#write('UpdateAlias', 'PUT', call, aliasSchema, deadline)
  }

  #read<T>(
    operation: string,
    call: { path: string; query?: Record<string, string> },
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    // Retries often, so that following a deployment survives an API outage.
    return this.#client.call(operation, { ...call, tries: 20 }, shape, deadline)
  }

  #write<T>(
    operation: string,
    method: 'PUT' | 'POST',
    call: { path: string; json: object; attemptTimeout?: number },
    shape: GenericSchema<unknown, T>,
    deadline: Deadline,
  ): Promise<T> {
    return this.#client.call(operation, { ...call, method }, shape, deadline)
  }
}

function pathOf(name: string): string {
  return `/2015-03-31/functions/${encodeURIComponent(name)}`
}

async function orNone<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (hasErrorCode(error, 'ResourceNotFoundException')) return undefined
    throw error
  }
}
