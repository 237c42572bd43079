/** Text that is HTML already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** HTML in which every value is shown as the text that it is, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: (Value | readonly Value[])[]): Html {
  const texts = values.map((value) => [value].flat().map(textOf).join(''))
  return new Html(String.raw({ raw: parts }, ...texts))
}

type Value = string | number | Html

function textOf(value: Value): string {
  return value instanceof Html ? value.text : escaped(String(value))
}

export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
