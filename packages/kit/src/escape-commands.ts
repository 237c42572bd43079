/**
 * Escapes workflow commands and terminal control sequences. The runner accepts `::command::` at the start of a line,
 * after whitespace, and the older `##[command]` anywhere (ActionCommand.cs); an invisible zero-width space breaks both.
 * Only .NET treats U+0085 as whitespace. Control characters and those that change the text direction become U+FFFD.
 */
export function escapeCommands(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\x85]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
    .replace(/^([\s\x85]*):(?=:)/gm, '$1:\u200B')
    .replaceAll('##[', '#\u200B#[')
}
