/**
 * Text that the runner will not read as a workflow command. The runner takes `::command::` at the
 * start of a line, after blanks, and the older `##[command]` anywhere (ActionCommand.cs); a
 * zero-width space breaks both and is not seen by a person. U+0085 is a blank to .NET alone.
 */
export function harmless(text: string): string {
  return text.replace(/^([\s\x85]*):(?=:)/gm, '$1:\u200B').replaceAll('##[', '#\u200B#[')
}
