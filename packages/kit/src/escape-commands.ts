/**
 * Text that the runner will not read as a workflow command, nor a terminal as an order. The runner takes
 * `::command::` at the start of a line, after blanks, and the older `##[command]` anywhere
 * (ActionCommand.cs); a zero-width space breaks both and is not seen by a person. U+0085 is a blank to
 * .NET alone. Control characters, and those that turn the direction of what follows, are shown as such.
 */
export function escapeCommands(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .replace(/^([\s\x85]*):(?=:)/gm, '$1:\u200B')
    .replaceAll('##[', '#\u200B#[')
}
