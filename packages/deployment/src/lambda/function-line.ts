import { type InputParser, ValidationError } from '@ci-actions/kit'
import { type PackageSource, packageSource } from './package-source.ts'

/** A function to deploy, with its own package if it has one. */
export interface FunctionLine {
  /** Its name or ARN. */
  readonly function: string
  /** Display name: the function name. */
  readonly name: string
  /** The region in the ARN. */
  readonly region: string | undefined
  readonly package: PackageSource | undefined
}

const shape = /^(?:arn:aws[\w-]*:lambda:([a-z0-9-]+):\d{12}:function:)?([\w-]{1,64})$/

/** `name` or `name: package`. The colon must be followed by whitespace, because ARNs contain colons. */
export const functionLine: InputParser<FunctionLine> = {
  async parse(given) {
    const [, id = '', source] = /^(\S+?)(?::\s+(.+))?$/.exec(given) ?? []
    const [, region, name] = shape.exec(id) ?? []
    if (!name) {
      throw new ValidationError(
        '"name" or "name: package", where the name is a function name or ARN',
      )
    }
    const own = source === undefined ? undefined : await packageSource.parse(source)
    return { function: id, name, region, package: own }
  },
}
