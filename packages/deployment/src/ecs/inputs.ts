import {
  duration,
  flag,
  type InputParser,
  integer,
  list,
  mapOf,
  type Named,
  named,
  oneOf,
  optional,
  required,
  text,
  ValidationError,
} from '@ci-actions/kit'
import { yaml } from '@ci-actions/kit/yaml'
import { nullable, string } from 'valibot'
import { imageReference } from '../image-reference.ts'
import { command } from './command.ts'

/** A name or an ARN, which becomes part of requests and URLs. */
const resource: InputParser<string> = {
  parse(given) {
    if (!/^(arn:[\w:/.-]+|[\w-]{1,255})$/.test(given)) {
      throw new ValidationError('a name of letters, digits, hyphens and underscores, or an ARN')
    }
    return given
  },
}

/** Read as written, so that a commit that looks like a number stays text; expressions are expanded before. */
const variables = yaml(
  mapOf(mapOf(nullable(string()))),
  'YAML such as "container: {NAME: value}"',
  'as-written',
)

/** ECS accepts whole minutes, up to one day. */
const minutes: InputParser<number> = {
  async parse(given) {
    const time = (await duration.parse(given)) / 60_000
    if (!Number.isInteger(time) || time > 1440) {
      throw new ValidationError('a duration in whole minutes, at most one day, such as 10m or 1h')
    }
    return time
  },
}

const container: InputParser<Named<string>> = named(imageReference)

/** The ECS services to deploy, what to deploy, and how. */
export const ecsInputs = {
  cluster: required('cluster', resource),
  services: required('service', list(named(resource))),
  taskDefinition: optional('task-definition', text),
  images: optional('images', list(container)),
  env: optional('env', variables),
  desiredCount: optional('desired-count', integer()),
  force: required('force-new-deployment', flag),
  strategy: optional('strategy', oneOf('rolling', 'blue-green', 'canary', 'linear')),
  bakeTime: optional('bake-time', minutes),
  application: optional('codedeploy-application', text),
  deploymentGroup: optional('codedeploy-deployment-group', text),
  appSpec: optional('codedeploy-appspec', text),
  task: optional('run-task', command),
}
