import { createHash } from 'node:crypto'
import { ActionError, mapOf, parseJson } from '@ci-actions/kit'
import { array, type InferOutput, looseObject, minLength, pipe, safeParse } from 'valibot'
import type { EcsService } from '../ecs/schemas.ts'

/**
 * The parts of an AppSpec for an ECS service that are changed here. The resource may have any name; it is usually
 * called `TargetService`.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export const appSpecSchema = looseObject({
  Resources: pipe(array(mapOf(looseObject({ Properties: looseObject({}) }))), minLength(1)),
})

export type AppSpec = InferOutput<typeof appSpecSchema>

/**
 * Builds an AppSpec for the service's first load balancer.
 *
 * @throws ActionError if there is none, because then CodeDeploy has no traffic to switch
 */
export function builtFor({ serviceName, loadBalancers, platformVersion }: EcsService): AppSpec {
  const [balancer] = loadBalancers
  if (!balancer?.containerName || !balancer.containerPort) {
    throw new ActionError(
      `${serviceName} has no load balancer that CodeDeploy could switch. Set "codedeploy-appspec".`,
    )
  }
  const { containerName, containerPort } = balancer
  return {
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
            ...(platformVersion && { PlatformVersion: platformVersion }),
          },
        },
      },
    ],
  }
}

/** Returns the CodeDeploy revision for a task definition and an AppSpec. */
export function revisionOf(appSpec: AppSpec, taskDefinition: string) {
  const Resources = appSpec.Resources.map((named) =>
    Object.fromEntries(
      Object.entries(named).map(([name, resource]) => [
        name,
        { ...resource, Properties: { ...resource.Properties, TaskDefinition: taskDefinition } },
      ]),
    ),
  )
  const content = JSON.stringify({ ...appSpec, Resources })
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } }
}

/** Parses the AppSpec of a deployment; undefined if it is not JSON. */
export function read(content: string | null | undefined): AppSpec | undefined {
  const parsed = safeParse(appSpecSchema, parseJson(content ?? ''))
  return parsed.success ? parsed.output : undefined
}

/** Returns the ARN of the task definition in an AppSpec. */
export function taskDefinitionIn(content: string | null | undefined): string | undefined {
  const resources = read(content)?.Resources.flatMap((named) => Object.values(named)) ?? []
  const found = resources.map(({ Properties }) => Properties.TaskDefinition)[0]
  if (typeof found === 'string') return found
  // Not worth loading a YAML parser for one line.
  return /TaskDefinition:\s*["']?(arn:[\w:/.-]+)/.exec(content ?? '')?.[1]
}
