import type { Step } from './bundle.ts'

/** What a step leaves behind that somebody may read. */
type Left = Pick<Step, 'stdout' | 'stderr' | 'outputs' | 'summary'>

/** Which of the secrets a step has told as they are, beyond asking the runner to hide them. */
export function leakedSecrets(left: Left, secrets: readonly string[]): string[] {
  const told = visibleText(left)
  return secrets.filter((secret) => told.includes(secret))
}

/** Which of the secrets stand in a text, whole or in large part, as they are or in another form. */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
  const shown = [text, bare(text)]
  return secrets.filter((secret) =>
    formsOf(secret).some((form) => shown.some((one) => one.includes(form))),
  )
}

/** What left a step, but for the commands by which it asks the runner to hide something. */
export function visibleText({ stdout, stderr, outputs, summary }: Left): string {
  const printed = stdout.replace(/^::add-mask::[^\n]*/gm, '')
  return [printed, stderr, ...Object.values(outputs), summary].join('\n')
}

/** What a person sees of Markdown and JSON: without escapes. */
function bare(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\\|\u200B/g, '')
}

/** Large parts, as a cut leaves them; URL, hexadecimal, and Base64 at each of its three shifts. */
function formsOf(secret: string): string[] {
  const part = 12
  const shifts = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${' '.repeat(shift)}${secret}`).toString('base64')
    // The first and last characters also hold bits of what is beside it.
    return encoded.slice(shift === 0 ? 0 : 4, -4)
  })
  return [
    secret.slice(0, part),
    secret.slice(-part),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('hex'),
    ...shifts,
  ]
}
