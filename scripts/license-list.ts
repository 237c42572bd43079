/** A bundled package. */
export interface Bundled {
  readonly name: string
  readonly version: string
  /** SPDX expression. */
  readonly license: string
}

/** The same with the text of its license. */
export interface License extends Bundled {
  /** The text of the licence, and of notices that go with it. */
  readonly text: string
}

const separator = `\n${'-'.repeat(80)}\n\n`

/** Returns the content of `packages.txt`: the packages in a bundle, one per line, sorted by name. */
export function writePackages(packages: readonly Bundled[]): string {
  const lines = packages.map(({ name, version, license }) => `${name} ${version} ${license}\n`)
  return [...new Set(lines)].sort().join('')
}

/** Returns the packages that a `packages.txt` lists. */
export function readPackages(list: string): Bundled[] {
  return list.split('\n').flatMap((line) => {
    const [, name, version, license] = /^(\S+) (\S+) (.+)$/.exec(line) ?? []
    return name && version && license ? [{ name, version, license }] : []
  })
}

/** Returns the content of `licenses.txt`: each package of all bundles once, sorted by name. */
export function writeLicenses(packages: readonly License[]): string {
  const entries = packages.map(({ name, version, license, text }) => {
    return `${name} ${version}\n${license}\n\n${text}\n`
  })
  return [...new Set(entries)].sort().join(separator)
}

/** Returns the packages that a `licenses.txt` lists. */
export function readLicenses(list: string): License[] {
  return list.split(separator).flatMap((entry) => {
    const [, name, version, license, text] = /^(\S+) (\S+)\n([^\n]+)\n\n(.+)\n$/s.exec(entry) ?? []
    return name && version && license && text ? [{ name, version, license, text }] : []
  })
}
