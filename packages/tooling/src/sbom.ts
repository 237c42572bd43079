import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPackages } from './license-list.ts'

/*
 * The list of parts that a release attests: of what npm says is installed, that which is in the bundles.
 * `npm sbom --sbom-format cyclonedx --package-lock-only > all.json; node packages/tooling/src/sbom.ts < all.json`.
 * npm alone cannot tell: without dev dependencies it leaves out what one of those needs too (npm/cli#7909). Uses node
 * alone, so that the job that attests runs nothing from npm.
 */

interface Component {
  readonly 'bom-ref': string
  readonly group?: string
  readonly name: string
  readonly version: string
}

/** A list of parts, as far as it is looked at. https://cyclonedx.org/docs/1.5/json/ */
export interface Bom {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/**
 * What of the installed packages is bundled.
 *
 * @param bundled `name version` of each package in a bundle
 * @throws Error that names those that are not installed
 */
export function bundledParts(installed: Bom, bundled: ReadonlySet<string>): Bom {
  const components = installed.components
    .filter((part) => bundled.has(keyOf(part)))
    .map((part) => ({ ...part, scope: 'required', properties: [] }))
  const listed = new Set(components.map(keyOf))
  const missing = [...bundled].filter((one) => !listed.has(one))
  if (missing.length > 0) throw new Error(`npm lists no ${missing.join(', ')}.`)
  const refs = components.map((part) => part['bom-ref'])
  const { component } = installed.metadata
  const own = component['bom-ref']
  return {
    ...installed,
    // npm names it after the folder that it lies in.
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

/** `name version` of each package that is in a bundle of a released tree, as the bundles themselves say. */
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
