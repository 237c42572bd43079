import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { sameVersion, type Version } from '../record.ts'
import { type EcsApi, isDenied } from './api.ts'
import type { ServiceLocator } from './locator.ts'
import type { Revision, ServiceDeployment, ServiceDeploymentBrief } from './schemas.ts'
import type { TaskDefinitions } from './task-definitions.ts'
import { nameOf, versionOf } from './version.ts'

/** How many deployments of the history to inspect. */
export const maxHistory = 100

/**
 * The deployment history of a service, which ECS keeps for 90 days, with image digests. The permission to read it is
 * optional: after the first denial, which is logged, the history counts as empty.
 */
export class EcsHistory {
  readonly #api: EcsApi
  readonly #definitions: TaskDefinitions
  readonly #place: ServiceLocator
  /** Service revisions by ARN. */
  readonly #revisions = new Map<string, Revision>()
  #isVisible = true

  constructor(api: EcsApi, definitions: TaskDefinitions, place: ServiceLocator) {
    this.#api = api
    this.#definitions = definitions
    this.#place = place
  }

  get isVisible(): boolean {
    return this.#isVisible
  }

  /** Returns the deployments, newest first. */
  async briefs(deadline: Deadline): Promise<ServiceDeploymentBrief[]> {
    return (await this.#allowed(() => this.#api.history(this.#place, deadline))) ?? []
  }

  deployment(arn: string, deadline: Deadline): Promise<ServiceDeployment | undefined> {
    return this.#allowed(() => this.#api.serviceDeployment(arn, deadline))
  }

  /** Returns the ARN of the newest of these deployments that deployed a task definition. */
  async bringing(
    taskDefinition: string,
    briefs: readonly ServiceDeploymentBrief[],
    deadline: Deadline,
  ): Promise<string | undefined> {
    const brought = await this.#brought(briefs, deadline)
    return brought.find(({ revision }) => revision.taskDefinition === taskDefinition)?.arn
  }

  /** Returns the ARN of the service deployment after another one. */
  async after(arn: string, deadline: Deadline): Promise<string | undefined> {
    const arns = (await this.briefs(deadline)).map((one) => one.serviceDeploymentArn)
    return arns[arns.indexOf(arn) - 1]
  }

  /** Returns the version with the digests of its images, as resolved by one of these revisions. */
  async resolved(
    version: Version,
    revisionArns: readonly string[],
    deadline: Deadline,
  ): Promise<Version> {
    const isResolved = (one: Revision | undefined): one is Revision =>
      one?.taskDefinition === version.ref && !!digestOf(one)
    const known = revisionArns.map((arn) => this.#revisions.get(arn)).find(isResolved)
    const digest = digestOf(known ?? (await this.#ask(revisionArns, deadline)).find(isResolved))
    return digest ? { ...version, digest } : version
  }

  /**
   * Returns the version before a given one: from the history of the service, or else from the tags of its revision.
   * Never just the preceding revision, which may never have been deployed.
   */
  async before(
    version: Version | null,
    briefs: readonly ServiceDeploymentBrief[],
    deadline: Deadline,
  ): Promise<Version | null> {
    const good = briefs.filter(({ status }) => status === 'SUCCESSFUL')
    const versions = (await this.#brought(good, deadline)).map(({ revision }) =>
      broughtBy(revision),
    )
    if (!version) return versions[0] ? this.#known(versions[0], deadline) : null
    // A rollback is not a new version: what counts is what was live before the version was first deployed.
    const first = versions.findLastIndex((one) => same(one, version))
    const found = versions.slice(first + 1).find((one) => !same(one, version))
    if (found && first >= 0) return this.#known(found, deadline)
    const { prev } = (await this.#definitions.registered(version.ref, deadline)).metadata
    return prev && prev !== version.ref ? this.#known({ ref: prev }, deadline) : null
  }

  /** Finds a version by commit or digest, first among the live one, then newest first. */
  async find(text: string, live: Version | null, deadline: Deadline): Promise<Version | undefined> {
    const brought = await this.#brought(await this.briefs(deadline), deadline)
    const versions = [live, ...brought.map(({ revision }) => broughtBy(revision))]
    const seen = new Set<string>()
    for (const one of versions) {
      if (!one || seen.has(one.ref)) continue
      seen.add(one.ref)
      const version = await this.#known(one, deadline)
      const isCommit = text.length >= 7 && version.commit?.startsWith(text)
      if (isCommit || version.digest === text) return version
    }
    return undefined
  }

  /**
   * Returns the images of a version by digest, as resolved when it was deployed.
   *
   * @throws ActionError if they are no longer known
   */
  async images(
    version: Version,
    deadline: Deadline,
  ): Promise<{ readonly container: string; readonly image: string }[]> {
    const brought = await this.#brought(await this.briefs(deadline), deadline)
    const found = brought.find(({ revision }) => same(broughtBy(revision), version))
    const images = (found?.revision.containerImages ?? []).flatMap(
      ({ containerName: container, image, imageDigest }) =>
        container && image && imageDigest
          ? [{ container, image: `${image.replace(/(:[^/:@]+)?(@.*)?$/, '')}@${imageDigest}` }]
          : [],
    )
    if (images.length > 0) return images
    throw new ActionError(
      `${nameOf(version.ref)} is running, but its images have changed: a tag has moved, and the image that it ` +
        'pointed to is not in the history. Deploy images by digest to be able to roll back.',
    )
  }

  async #known(version: Version, deadline: Deadline): Promise<Version> {
    return { ...versionOf(await this.#definitions.registered(version.ref, deadline)), ...version }
  }

  async #brought(
    briefs: readonly ServiceDeploymentBrief[],
    deadline: Deadline,
  ): Promise<{ readonly arn: string; readonly revision: Revision }[]> {
    const newest = briefs.slice(0, maxHistory)
    const arns = newest.flatMap(({ targetServiceRevisionArn: arn }) => arn ?? [])
    await this.#ask(
      [...new Set(arns)].filter((arn) => !this.#revisions.has(arn)),
      deadline,
    )
    return newest.flatMap(({ serviceDeploymentArn: arn, targetServiceRevisionArn }) => {
      const revision = this.#revisions.get(targetServiceRevisionArn ?? '')
      return revision ? [{ arn, revision }] : []
    })
  }

  async #ask(arns: readonly string[], deadline: Deadline): Promise<Revision[]> {
    const found = (await this.#allowed(() => this.#api.revisions(arns, deadline))) ?? []
    for (const one of found) this.#revisions.set(one.serviceRevisionArn, one)
    return found
  }

  /** Makes a request for which the permission is optional; returns undefined if it is denied, which is logged once. */
  async #allowed<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (!this.#isVisible) return undefined
    try {
      return await ask()
    } catch (error) {
      if (!isDenied(error)) throw error
      if (this.#isVisible) {
        this.#api.log(
          `${nameOf(this.#place.service)}: ${error.message} Without it, only the state of the service ` +
            'shows how the deployment ends, and the digests of its images are unknown.',
        )
      }
      this.#isVisible = false
      return undefined
    }
  }
}

/**
 * Whether two versions are the same. A task definition never changes, but a tag in it may point to a different image.
 */
export function same(a: Version | null, b: Version | null): boolean {
  if (!a || !b || a.ref !== b.ref) return false
  return !a.digest || !b.digest || sameVersion(a, b)
}

function broughtBy(revision: Revision): Version {
  const digest = digestOf(revision)
  return { ref: revision.taskDefinition, ...(digest && { digest }) }
}

/** Returns the digests of the images, separated by spaces. */
function digestOf(revision: Revision | undefined): string | undefined {
  const digests = (revision?.containerImages ?? []).flatMap(({ imageDigest }) => imageDigest ?? [])
  return digests.length === 0 ? undefined : digests.join(' ')
}
