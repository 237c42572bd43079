import { createHash } from 'node:crypto'
import { ActionError, mapOf, parseJson } from '@ci-actions/kit'
import { array, type InferOutput, looseObject, minLength, pipe, safeParse } from 'valibot'
import type { EcsService } from '../ecs/schemas.ts'

/**
 * An AppSpec of a service of ECS, as far as it is changed here. The name of the resource is free;
 * most call it `TargetService`.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export const appSpecSchema = looseObject({
  Resources: pipe(array(mapOf(looseObject({ Properties: looseObject({}) }))), minLength(1)),
})

export type AppSpec = InferOutput<typeof appSpecSchema>

/**
 * The AppSpec of a service for which nobody has written one: its first load balancer leads to it.
 *
 * @throws ActionError when it has none, for then CodeDeploy has nothing to switch
 */
export function builtFor({ serviceName, loadBalancers, platformVersion }: EcsService): AppSpec {
  const [balancer] = loadBalancers
  if (!balancer?.containerName || !balancer.containerPort) {
    throw new ActionError(
      `${serviceName} has no load balancer that CodeDeploy could switch. Give "codedeploy-appspec".`,
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

/** The revision of CodeDeploy that brings a task definition in this way. */
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

/** The AppSpec that a deployment was started with; undefined when CodeDeploy does not tell it as JSON. */
export function read(content: string | null | undefined): AppSpec | undefined {
  const parsed = safeParse(appSpecSchema, parseJson(content ?? ''))
  return parsed.success ? parsed.output : undefined
}

/** The ARN of the task definition that a deployment brought. */
export function taskDefinitionIn(content: string | null | undefined): string | undefined {
  const resources = read(content)?.Resources.flatMap((named) => Object.values(named)) ?? []
  const found = resources.map(({ Properties }) => Properties.TaskDefinition)[0]
  if (typeof found === 'string') return found
  // YAML is not read for this one line.
  return /TaskDefinition:\s*["']?(arn:[\w:/.-]+)/.exec(content ?? '')?.[1]
}
