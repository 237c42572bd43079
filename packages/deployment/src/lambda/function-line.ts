import { type InputParser, ValidationError } from '@ci-actions/kit'
import { type PackageSource, packageSource } from './package-source.ts'

/** A function that is deployed, and its package where it has one of its own. */
export interface FunctionLine {
  /** Its name, or its ARN. */
  readonly function: string
  /** What a person calls it: its name. */
  readonly name: string
  /** Where an ARN says that it is. */
  readonly region: string | undefined
  readonly package: PackageSource | undefined
}

const shape = /^(?:arn:aws[\w-]*:lambda:([a-z0-9-]+):\d{12}:function:)?([\w-]{1,64})$/

/** `name`, or `name: package`. A blank must follow the colon, for ARNs have colons too. */
export const functionLine: InputParser<FunctionLine> = {
  async parse(given) {
    const [, id = '', source] = /^(\S+?)(?::\s+(.+))?$/.exec(given) ?? []
    const [, region, name] = shape.exec(id) ?? []
    if (!name) {
      throw new ValidationError(
        '"name" or "name: package"; a name is that of a function, or its ARN',
      )
    }
    const own = source === undefined ? undefined : await packageSource.parse(source)
    return { function: id, name, region, package: own }
  },
}
