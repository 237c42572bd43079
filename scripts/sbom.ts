import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackages } from './license-list.ts'

/*
 * The bill of materials that a release attests: the installed packages, reduced to those in the bundles.
 * `npm sbom --sbom-format cyclonedx --package-lock-only > all.json; node scripts/sbom.ts < all.json`.
 * npm alone is not enough: without dev dependencies it also omits what they share with others (npm/cli#7909). Uses
 * only Node, so that the job that attests runs nothing from npm.
 */

interface Component {
  readonly 'bom-ref': string
  readonly group?: string
  readonly name: string
  readonly version: string
}

/** The parts of a bill of materials that are used. https://cyclonedx.org/docs/1.5/json/ */
export interface Bom {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/**
 * Reduces the installed packages to the bundled ones.
 *
 * @param bundled `name version` of each package in a bundle
 * @throws Error that lists bundled packages that are not installed
 */
export function bundledParts(installed: Bom, bundled: ReadonlySet<string>): Bom {
  const components = installed.components
    .filter((part) => bundled.has(keyOf(part)))
    .map((part) => ({ ...part, scope: 'required', properties: [] }))
  const listed = new Set(components.map(keyOf))
  const missing = [...bundled].filter((one) => !listed.has(one))
  if (missing.length > 0) throw new Error(`npm does not list ${missing.join(', ')}.`)
  const refs = components.map((part) => part['bom-ref'])
  const { component } = installed.metadata
  const own = component['bom-ref']
  return {
    ...installed,
    // npm names it after its folder.
    metadata: { ...installed.metadata, component: { ...component, name: 'ci-actions' } },
    components,
    dependencies: [
      { ref: own, dependsOn: refs },
      ...installed.dependencies
        .filter(({ ref }) => refs.includes(ref))
        .map(({ ref, dependsOn = [] }) => ({
          ref,
          dependsOn: dependsOn.filter((it) => refs.includes(it)),
        })),
    ],
  }
}

function keyOf({ group, name, version }: Component): string {
  return `${group ? `${group}/` : ''}${name} ${version}`
}

/** Returns `name version` of each bundled package in a released tree, from the `licenses.txt` of the bundles. */
export function bundledInTree(dist: string): Set<string> {
  const lists = readdirSync(dist)
    .map((name) => join(dist, name, 'packages.txt'))
    .filter((file) => existsSync(file))
  const packages = lists.flatMap((file) => readPackages(readFileSync(file, 'utf8')))
  return new Set(packages.map(({ name, version }) => `${name} ${version}`))
}

if (import.meta.main) {
  const stdin = 0
  const installed: Bom = JSON.parse(readFileSync(stdin, 'utf8'))
  console.log(JSON.stringify(bundledParts(installed, bundledInTree('dist')), null, 2))
}
