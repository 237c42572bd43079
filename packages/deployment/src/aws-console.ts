/** Domains of the AWS console, by the start of a region. */
const consoles: readonly (readonly [prefix: string, domain: string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['us-iso', ''],
  ['eu-isoe', ''],
  ['eusc-', ''],
  ['', 'console.aws.amazon.com'],
]

/** Returns a page of the console in a region; undefined if the console's address is unknown. */
export function consoleOf(region: string, path: string): string | undefined {
  const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? []
  return domain ? `https://${region}.${domain}/${path}` : undefined
}

/** Encodes a name for CloudWatch URLs, which encode twice, the second time with "$". */
export function consolePart(name: string): string {
  return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll('%', '$')
}
