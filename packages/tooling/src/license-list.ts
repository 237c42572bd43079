/** A bundled package. */
export interface Bundled {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly license: string
  /** The text of the licence and of accompanying notices. */
  readonly text: string
}

const separator = `\n${'-'.repeat(80)}\n\n`

/** Formats `licenses.txt`: the third-party packages in a bundle, sorted by name. */
export function writeLicenses(packages: readonly Bundled[]): string {
  const entries = packages.map(({ name, version, license, text }) => {
    return `${name} ${version}\n${license}\n\n${text}\n`
  })
  return [...new Set(entries)].sort().join(separator)
}

/** Parses `licenses.txt`. */
export function readLicenses(list: string): Bundled[] {
  return list.split(separator).flatMap((entry) => {
    const [, name, version, license, text] = /^(\S+) (\S+)\n([^\n]+)\n\n(.+)\n$/s.exec(entry) ?? []
    return name && version && license && text ? [{ name, version, license, text }] : []
  })
}
