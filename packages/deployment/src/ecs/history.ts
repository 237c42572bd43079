import { ActionError } from '@ci-actions/kit'
import type { Deadline } from '@ci-actions/wait'
import { sameVersion, type Version } from '../record.ts'
import { type EcsApi, isDenied } from './api.ts'
import type { ServiceLocator } from './locator.ts'
import type { Revision, ServiceDeployment, ServiceDeploymentBrief } from './schemas.ts'
import type { TaskDefinitions } from './task-definitions.ts'
import { nameOf, versionOf } from './version.ts'

/** How many deployments of the history are looked at for what they brought. */
export const maxHistory = 100

/**
 * What a service ran, as ECS keeps it for 90 days, with the digests of its images. A role need not be
 * allowed to see it: from the first denial on, which is said, there is nothing to be seen.
 */
export class EcsHistory {
  readonly #api: EcsApi
  readonly #definitions: TaskDefinitions
  readonly #place: ServiceLocator
  /** What services ran, by ARN. */
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

  /** Newest first. */
  async briefs(deadline: Deadline): Promise<ServiceDeploymentBrief[]> {
    return (await this.#allowed(() => this.#api.history(this.#place, deadline))) ?? []
  }

  deployment(arn: string, deadline: Deadline): Promise<ServiceDeployment | undefined> {
    return this.#allowed(() => this.#api.serviceDeployment(arn, deadline))
  }

  /** The ARN of the newest of these that brought a task definition. */
  async bringing(
    taskDefinition: string,
    briefs: readonly ServiceDeploymentBrief[],
    deadline: Deadline,
  ): Promise<string | undefined> {
    const brought = await this.#brought(briefs, deadline)
    return brought.find(({ revision }) => revision.taskDefinition === taskDefinition)?.arn
  }

  /** The ARN of the service deployment that came after another. */
  async after(arn: string, deadline: Deadline): Promise<string | undefined> {
    const arns = (await this.briefs(deadline)).map((one) => one.serviceDeploymentArn)
    return arns[arns.indexOf(arn) - 1]
  }

  /** The version with the digest of its images, as one of these revisions has resolved them. */
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
   * What served before a version, by the history of the service, else by what was written beside the
   * revision. Never merely the revision before it: that one may never have been deployed.
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
    // A rollback is no version of its own: what counts is what was there before the version first came.
    const first = versions.findLastIndex((one) => same(one, version))
    const found = versions.slice(first + 1).find((one) => !same(one, version))
    if (found && first >= 0) return this.#known(found, deadline)
    const { prev } = (await this.#definitions.registered(version.ref, deadline)).metadata
    return prev && prev !== version.ref ? this.#known({ ref: prev }, deadline) : null
  }

  /** The version that a person means by a commit or a digest, newest first, beginning with what is live. */
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
   * The images of a version by digest, as they were resolved when it was deployed.
   *
   * @throws ActionError when nobody knows them any more
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
      `${nameOf(version.ref)} is what runs, but its images are other ones by now: a tag has moved. What it ` +
        'meant before is not in the history. Deploy images by digest to be able to go back.',
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

  /** Asks what a role need not be allowed to; undefined when it is not, which is said once. */
  async #allowed<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (!this.#isVisible) return undefined
    try {
      return await ask()
    } catch (error) {
      if (!isDenied(error)) throw error
      if (this.#isVisible) {
        this.#api.log(
          `${nameOf(this.#place.service)}: ${error.message} Without it, the deployment is judged by the ` +
            'state of the service alone, and the digests of its images are not known.',
        )
      }
      this.#isVisible = false
      return undefined
    }
  }
}

/** A task definition never changes, but a tag in it can come to mean another image. */
export function same(one: Version | null, other: Version | null): boolean {
  if (!one || !other || one.ref !== other.ref) return false
  return !one.digest || !other.digest || sameVersion(one, other)
}

function broughtBy(revision: Revision): Version {
  const digest = digestOf(revision)
  return { ref: revision.taskDefinition, ...(digest && { digest }) }
}

/** The digest of the image; of several, they stand one after the other. */
function digestOf(revision: Revision | undefined): string | undefined {
  const digests = (revision?.containerImages ?? []).flatMap(({ imageDigest }) => imageDigest ?? [])
  return digests.length === 0 ? undefined : digests.join(' ')
}
