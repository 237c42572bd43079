import { createHash } from 'node:crypto'
import type {
  AliasConfiguration,
  CreateAliasCommandInput,
  GetAliasCommandInput,
  GetAliasCommandOutput,
  GetFunctionCommandInput,
  GetFunctionCommandOutput,
  ListVersionsByFunctionCommandInput,
  ListVersionsByFunctionCommandOutput,
  PublishVersionCommandInput,
  UpdateAliasCommandInput,
  UpdateFunctionCodeCommandInput,
} from '@aws-sdk/client-lambda'
import * as schemas from '@aws-sdk/client-lambda'
import { type Aws, AwsError, account, type Emulated, region, startAws } from './aws-server.ts'
import { type CloudWatch, cloudWatch } from './cloudwatch.ts'
import {
  type Code,
  EmulatedFunction,
  type FunctionGiven,
  notFound,
  sha256Of,
} from './lambda-functions.ts'

export type { Course, FunctionGiven } from './lambda-functions.ts'
export { sha256Of } from './lambda-functions.ts'

/** Lambda and CloudWatch, as far as a deploy needs them. */
export interface Lambda extends Aws {
  readonly functions: Readonly<Record<string, EmulatedFunction>>
  readonly watch: CloudWatch
  /** What lies in S3, by `bucket/key`. */
  readonly objects: Map<string, string>
}

export async function startLambda(given: readonly FunctionGiven[]): Promise<Lambda> {
  const functions = Object.fromEntries(given.map((one) => [one.name, new EmulatedFunction(one)]))
  const objects = new Map<string, string>()
  const watch = cloudWatch()
  const aws = await startAws([lambda(functions, objects), watch.service])
  return { ...aws, functions, watch, objects }
}

/** As few versions as this are on a page, so that there is more than one. */
const versionsOnPage = 3

function lambda(
  functions: Readonly<Record<string, EmulatedFunction>>,
  objects: ReadonlyMap<string, string>,
): Emulated {
  const named = (name: string | undefined): EmulatedFunction => {
    const found = functions[name?.replace(/^arn:.*:function:/, '') ?? '']
    if (!found) throw notFound(`Function not found: ${arnOf(name)}`)
    return found
  }
  return {
    name: 'lambda',
    schemas,
    resourceOf: (_operation, input) =>
      'FunctionName' in input ? arnOf(String(input.FunctionName)) : undefined,
    operations: {
      GetFunction(input: GetFunctionCommandInput): Answer<GetFunctionCommandOutput> {
        const found = named(input.FunctionName)
        const revision = found.find(input.Qualifier)
        const { image } = revision.code
        return {
          Configuration: found.look(revision),
          Code: image
            ? { RepositoryType: 'ECR', ImageUri: image.uri, ResolvedImageUri: image.resolved }
            : {
                RepositoryType: 'S3',
                Location: 'https://awslambda.example/?X-Amz-Signature=MARKER-signature',
              },
        }
      },
      UpdateFunctionCode(input: UpdateFunctionCodeCommandInput) {
        const found = named(input.FunctionName)
        const code = codeOf(input, found.latest.settings.PackageType, objects)
        found.updateCode(code, input.Architectures, input.RevisionId)
        return found.describe(found.latest)
      },
      PublishVersion(input: PublishVersionCommandInput) {
        const found = named(input.FunctionName)
        return found.describe(found.publish(input.CodeSha256, input.RevisionId, input.Description))
      },
      ListVersionsByFunction(
        input: ListVersionsByFunctionCommandInput,
      ): Answer<ListVersionsByFunctionCommandOutput> {
        const found = named(input.FunctionName)
        const all = [found.latest, ...found.versions].map((one) => found.describe(one))
        const from = Number(input.Marker ?? 0)
        const next = from + versionsOnPage
        return {
          Versions: all.slice(from, next),
          ...(next < all.length && { NextMarker: String(next) }),
        }
      },
      GetAlias(input: GetAliasCommandInput): Answer<GetAliasCommandOutput> {
        const found = named(input.FunctionName)
        const alias = found.aliases.get(input.Name ?? '')
        if (!alias) throw notFound(`Cannot find alias arn: ${found.arn}:${input.Name}`)
        return aliasOf(found, alias)
      },
      CreateAlias(input: CreateAliasCommandInput) {
        const found = named(input.FunctionName)
        const { Name = '', FunctionVersion = '', Description = '', RoutingConfig } = input
        const weights = RoutingConfig?.AdditionalVersionWeights ?? {}
        return aliasOf(found, found.createAlias(Name, FunctionVersion, Description, weights))
      },
      UpdateAlias(input: UpdateAliasCommandInput) {
        const found = named(input.FunctionName)
        const wanted = {
          version: input.FunctionVersion,
          description: input.Description,
          weights: input.RoutingConfig?.AdditionalVersionWeights,
        }
        return aliasOf(found, found.updateAlias(input.Name ?? '', wanted, input.RevisionId))
      },
    },
  }
}

type Answer<T> = Omit<T, '$metadata'>

type EmulatedAlias = ReturnType<EmulatedFunction['createAlias']>

function aliasOf({ arn }: EmulatedFunction, alias: EmulatedAlias): AliasConfiguration {
  const { name, version, description, weights, revision } = alias
  return {
    AliasArn: `${arn}:${name}`,
    Name: name,
    FunctionVersion: version,
    Description: description,
    ...(Object.keys(weights).length > 0 && {
      RoutingConfig: { AdditionalVersionWeights: { ...weights } },
    }),
    RevisionId: revision,
  }
}

function codeOf(
  input: UpdateFunctionCodeCommandInput,
  packageType: string | undefined,
  objects: ReadonlyMap<string, string>,
): Code {
  const { ZipFile, S3Bucket, S3Key, ImageUri } = input
  const refuse = (message: string): never => {
    throw new AwsError('InvalidParameterValueException', message)
  }
  if ((packageType === 'Image') !== (ImageUri !== undefined)) {
    return refuse(
      `Please provide ${packageType === 'Image' ? 'ImageUri' : 'a zip'} when updating a function with packageType ${packageType}.`,
    )
  }
  if (ImageUri) {
    const hex = createHash('sha256').update(ImageUri).digest('hex')
    const [repository] = ImageUri.split(/[:@](?!.*\/)/)
    const digest = /sha256:\w+$/.exec(ImageUri)?.[0] ?? `sha256:${hex}`
    return {
      sha256: digest.replace('sha256:', ''),
      size: 0,
      image: { uri: ImageUri, resolved: `${repository}@${digest}` },
    }
  }
  if (ZipFile) {
    if (!Buffer.from(ZipFile).includes('PK\x05\x06'))
      return refuse(
        'Could not unzip uploaded file. Please check your file, then try to upload again.',
      )
    return { sha256: sha256Of(ZipFile), size: ZipFile.length }
  }
  const object = objects.get(`${S3Bucket}/${S3Key}`)
  if (object === undefined) {
    return refuse(
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
    )
  }
  return { sha256: sha256Of(object), size: object.length }
}

function arnOf(name: string | undefined): string {
  return name?.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`
}
