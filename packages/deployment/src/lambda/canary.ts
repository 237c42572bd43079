import { duration, type InputParser, ValidationError } from '@ci-actions/kit'

/** A share of the traffic, from 0 to 1, for a duration in milliseconds. */
export interface CanaryStep {
  readonly weight: number
  readonly ms: number
}

const expected = 'increasing shares of the traffic, each with a duration, such as "10% 5m, 50% 5m"'

/** `10% 5m, 50% 5m`: shares of the traffic and how long each lasts, followed by all traffic. */
export const canary: InputParser<CanaryStep[]> = {
  async parse(given) {
    const parts = given.split(/[,\n]/).map((part) => part.trim())
    const steps = await Promise.all(parts.filter((part) => part !== '').map(stepOf))
    const weights = steps.map(({ weight }) => weight)
    const grows = weights.every((weight, index) => weight > (weights[index - 1] ?? 0))
    if (steps.length === 0 || !grows || weights.some((weight) => weight >= 1)) {
      throw new ValidationError(expected)
    }
    return steps
  },
}

async function stepOf(part: string): Promise<CanaryStep> {
  const [, percent, time] = /^(\d{1,2}(?:\.\d{1,2})?)%\s+(\S+)$/.exec(part) ?? []
  if (!percent || !time) throw new ValidationError(expected, part)
  return { weight: Number(percent) / 100, ms: await duration.parse(time) }
}
