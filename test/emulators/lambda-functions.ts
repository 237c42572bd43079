import { createHash } from 'node:crypto'
import type { FunctionConfiguration, LastUpdateStatusReasonCode } from '@aws-sdk/client-lambda'
import { AwsError, account, region } from './aws-server.ts'

/** How Lambda takes new code: after so many looks, and well or not. */
export interface Course {
  /** How often it is seen at work; `Infinity` is for ever. */
  readonly looks: number
  /** Why it does not go well. */
  readonly fails?:
    | { readonly code: LastUpdateStatusReasonCode; readonly reason: string }
    | undefined
}

const smoothly: Course = { looks: 0 }

/** What code is: the hash that Lambda tells, and the image it was taken from. */
export interface Code {
  readonly sha256: string
  readonly size: number
  readonly image?: { readonly uri: string; readonly resolved: string } | undefined
}

export interface FunctionGiven {
  readonly name: string
  /** The codes of the versions that are published, oldest first; the last one is in `$LATEST` too. */
  readonly versions?: readonly { readonly code: string; readonly description?: string }[]
  /** Aliases, and the versions that they lead to. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly packageType?: 'Zip' | 'Image'
  readonly environment?: Readonly<Record<string, string>>
}

interface Alias {
  readonly name: string
  version: string
  description: string
  weights: Readonly<Record<string, number>>
  revision: string
}

type Settings = Pick<
  FunctionConfiguration,
  | 'Runtime'
  | 'Role'
  | 'Handler'
  | 'Timeout'
  | 'MemorySize'
  | 'PackageType'
  | 'Architectures'
  | 'Environment'
>

/** The function as it is, or one of its versions. */
interface Revision {
  readonly version: string
  code: Code
  settings: Settings
  description: string
  revision: string
  modified: Date
  /** What is still to be seen of its way. */
  course: Course
}

let revisions = 0
const nextRevision = (): string =>
  `00000000-0000-4000-8000-${String(++revisions).padStart(12, '0')}`

/** The hash of a zip as Lambda tells it. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64')
}

/** A function, and what may be done with it. */
export class EmulatedFunction {
  readonly name: string
  readonly aliases = new Map<string, Alias>()
  readonly versions: Revision[] = []
  readonly latest: Revision
  /** The versions that aliases were led to, each time that one came to get traffic. */
  readonly led: string[] = []
  /** How the next codes are taken, and how the next versions become ready. */
  updates: Course = smoothly
  publications: Course = smoothly
  #next = 1

  constructor({
    name,
    versions = [],
    aliases = {},
    packageType = 'Zip',
    environment,
  }: FunctionGiven) {
    this.name = name
    this.latest = {
      version: '$LATEST',
      code: { sha256: sha256Of('nothing yet'), size: 11 },
      settings: {
        ...(packageType === 'Zip' && { Runtime: 'nodejs22.x', Handler: 'index.handler' }),
        Role: `arn:aws:iam::${account}:role/${name}`,
        Timeout: 3,
        MemorySize: 128,
        PackageType: packageType,
        Architectures: ['x86_64'],
        ...(environment && { Environment: { Variables: environment } }),
      },
      description: '',
      revision: nextRevision(),
      modified: new Date('2026-11-01T09:00:00Z'),
      course: smoothly,
    }
    for (const { code, description = '' } of versions) {
      this.latest.code = { sha256: sha256Of(code), size: code.length }
      this.publish(undefined, undefined, description)
    }
    for (const [alias, version] of Object.entries(aliases)) this.createAlias(alias, version, '', {})
  }

  get arn(): string {
    return `arn:aws:lambda:${region}:${account}:function:${this.name}`
  }

  /** What an alias leads to. */
  alias(
    name: string,
  ):
    | { version: string; weights: Readonly<Record<string, number>>; description: string }
    | undefined {
    return this.aliases.get(name)
  }

  find(qualifier = '$LATEST'): Revision {
    const version = this.aliases.get(qualifier)?.version ?? qualifier
    const found = [this.latest, ...this.versions].find((one) => one.version === version)
    if (!found) throw notFound(`Function not found: ${this.arn}:${version}`)
    return found
  }

  /** One look at it, after which its course has gone on. */
  look(revision: Revision): FunctionConfiguration {
    const seen = this.describe(revision)
    const { looks, fails } = revision.course
    if (looks > 0) {
      revision.course = { looks: looks - 1, fails }
      if (looks === 1) revision.revision = nextRevision()
    }
    return seen
  }

  describe({
    version,
    code,
    settings,
    description,
    revision,
    modified,
    course,
  }: Revision): FunctionConfiguration {
    const isLatest = version === '$LATEST'
    const { looks, fails } = course
    const why = looks === 0 ? fails : undefined
    return {
      FunctionName: this.name,
      FunctionArn: isLatest ? this.arn : `${this.arn}:${version}`,
      ...settings,
      CodeSize: code.size,
      CodeSha256: code.sha256,
      Description: description,
      LastModified: modified.toISOString().replace('Z', '+0000'),
      Version: version,
      RevisionId: revision,
      ...(isLatest
        ? {
            State: 'Active',
            LastUpdateStatus: looks > 0 ? 'InProgress' : why ? 'Failed' : 'Successful',
            ...(why && {
              LastUpdateStatusReasonCode: why.code,
              LastUpdateStatusReason: why.reason,
            }),
          }
        : {
            State: looks > 0 ? 'Pending' : why ? 'Failed' : 'Active',
            ...(why && { StateReasonCode: why.code, StateReason: why.reason }),
            LastUpdateStatus: 'Successful',
          }),
    }
  }

  updateCode(
    code: Code,
    architectures: Settings['Architectures'],
    revision: string | undefined,
  ): void {
    this.#refuseBusy()
    refuseOther(revision, this.latest.revision)
    Object.assign(this.latest, {
      code,
      modified: new Date(),
      course: this.updates,
      revision: nextRevision(),
    })
    if (architectures)
      this.latest.settings = { ...this.latest.settings, Architectures: architectures }
  }

  publish(
    sha256: string | undefined,
    revision: string | undefined,
    description: string | undefined,
  ): Revision {
    this.#refuseBusy()
    refuseOther(revision, this.latest.revision)
    const { code, settings } = this.latest
    if (sha256 && sha256 !== code.sha256) {
      throw new AwsError(
        'InvalidParameterValueException',
        `CodeSHA256 (${sha256}) is different from current CodeSHA256 in $LATEST (${code.sha256}). Please try again with the CodeSHA256 in $LATEST.`,
      )
    }
    const last = this.versions.at(-1)
    const isSame =
      last?.code.sha256 === code.sha256 &&
      JSON.stringify(last.settings) === JSON.stringify(settings)
    if (last && isSame) return last
    const version = {
      version: String(this.#next++),
      code,
      settings,
      description: description ?? this.latest.description,
      revision: nextRevision(),
      modified: this.latest.modified,
      course: this.publications,
    }
    this.versions.push(version)
    return version
  }

  createAlias(
    name: string,
    version: string,
    description: string,
    weights: Alias['weights'],
  ): Alias {
    if (this.aliases.has(name)) {
      throw new AwsError(
        'ResourceConflictException',
        `Alias already exists: ${this.arn}:${name}`,
        409,
      )
    }
    this.#refuseRouting(version, weights)
    const alias = { name, version, description, weights, revision: nextRevision() }
    this.led.push(version, ...Object.keys(weights))
    this.aliases.set(name, alias)
    return alias
  }

  updateAlias(
    name: string,
    wanted: {
      version?: string | undefined
      description?: string | undefined
      weights?: Alias['weights'] | undefined
    },
    revision?: string,
  ): Alias {
    const alias = this.aliases.get(name)
    if (!alias) throw notFound(`Cannot find alias arn: ${this.arn}:${name}`)
    refuseOther(revision, alias.revision)
    const {
      version = alias.version,
      description = alias.description,
      weights = alias.weights,
    } = wanted
    this.#refuseRouting(version, weights)
    const before = [alias.version, ...Object.keys(alias.weights)]
    this.led.push(...[version, ...Object.keys(weights)].filter((one) => !before.includes(one)))
    return Object.assign(alias, { version, description, weights, revision: nextRevision() })
  }

  #refuseBusy(): void {
    if (this.latest.course.looks === 0) return
    throw new AwsError(
      'ResourceConflictException',
      `The operation cannot be performed at this time. An update is in progress for resource: ${this.arn}`,
      409,
    )
  }

  #refuseRouting(version: string, weights: Alias['weights']): void {
    this.find(version)
    const entries = Object.entries(weights)
    for (const [other] of entries) this.find(other)
    const isWrong =
      entries.length > 1 ||
      entries.some(
        ([other, weight]) => other === version || version === '$LATEST' || weight < 0 || weight > 1,
      )
    if (isWrong) {
      throw new AwsError(
        'InvalidParameterValueException',
        `Invalid function version ${version} for routing.`,
      )
    }
  }
}

export function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message, 404)
}

function refuseOther(named: string | undefined, revision: string): void {
  if (named === undefined || named === revision) return
  throw new AwsError(
    'PreconditionFailedException',
    'The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId',
    412,
  )
}
