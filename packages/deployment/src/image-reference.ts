import { type InputParser, ValidationError } from '@ci-actions/kit'

const host =
  /(?:[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)*(?::\d+)?/
const name = /[a-z\d]+(?:(?:[._]|__|-+)[a-z\d]+)*/
const tag = /[\w][\w.-]{0,127}/
const digest = /[A-Za-z][A-Za-z\d]*(?:[-_+.][A-Za-z][A-Za-z\d]*)*:[\da-fA-F]{32,}/

/**
 * `registry.example.com:5000/team/app:1@sha256:…`; registry, tag and digest are optional.
 *
 * @see https://github.com/distribution/reference/blob/main/reference.go
 */
const reference = new RegExp(
  `^(?:${host.source}/)?${name.source}(?:/${name.source})*(?::${tag.source})?(?:@${digest.source})?$`,
)

/** A container image. Rejects images with an empty variable or output, such as `repo/app:`. */
export const imageReference: InputParser<string> = {
  parse(given) {
    const [, algorithm, hash] = /@([^:]+):(.*)$/.exec(given) ?? []
    const isWhole = algorithm !== 'sha256' || /^[\da-f]{64}$/.test(hash ?? '')
    if (given.length <= 4096 && reference.test(given) && isWhole) return given
    throw new ValidationError(`an image such as host/repository/name:tag${hintFor(given)}`)
  },
}

function hintFor(given: string): string {
  const [, container, image] = /^([\w-]+):([^/\s]+\/\S+)$/.exec(given) ?? []
  if (container) return ` (with a space after the container name: "${container}: ${image}")`
  if (/[:@]$|^[:@]/.test(given)) return ' (is a variable or an output in it empty?)'
  if (/\$\{|<|\{\{/.test(given)) return ' (a variable in it was not expanded)'
  if (/^https?:/.test(given)) return ', without "https://"'
  return /[A-Z]/.test(given.replace(/[:@].*$/, '')) ? ', with its name in lower case' : ''
}
