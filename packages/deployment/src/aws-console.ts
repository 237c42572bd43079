/** Where the console of AWS is, by the beginning of a region. */
const consoles: readonly (readonly [prefix: string, domain: string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['us-iso', ''],
  ['eu-isoe', ''],
  ['eusc-', ''],
  ['', 'console.aws.amazon.com'],
]

/** A page of the console in a region; undefined where its address is not known. */
export function consoleOf(region: string, path: string): string | undefined {
  const [, domain] = consoles.find(([prefix]) => region.startsWith(prefix)) ?? []
  return domain ? `https://${region}.${domain}/${path}` : undefined
}

/** A name as a part of an address of CloudWatch's pages, which encode twice, the second time with "$". */
export function consolePart(name: string): string {
  return encodeURIComponent(encodeURIComponent(name.toWellFormed())).replaceAll('%', '$')
}
