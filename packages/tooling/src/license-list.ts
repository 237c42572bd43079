/** A package that is bundled. */
export interface Bundled {
  readonly name: string
  readonly version: string
  /** Its SPDX expression. */
  readonly license: string
  /** The text of the licence, and of notices that go with it. */
  readonly text: string
}

const separator = `\n${'-'.repeat(80)}\n\n`

/** The content of `licenses.txt`: what is in a bundle and not ours, sorted by name. */
export function writeLicenses(packages: readonly Bundled[]): string {
  const entries = packages.map(({ name, version, license, text }) => {
    return `${name} ${version}\n${license}\n\n${text}\n`
  })
  return [...new Set(entries)].sort().join(separator)
}

/** What is in a bundle, as its `licenses.txt` tells it. */
export function readLicenses(list: string): Bundled[] {
  return list.split(separator).flatMap((entry) => {
    const [, name, version, license, text] = /^(\S+) (\S+)\n([^\n]+)\n\n(.+)\n$/s.exec(entry) ?? []
    return name && version && license && text ? [{ name, version, license, text }] : []
  })
}
