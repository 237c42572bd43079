/**
 * The answer is no: a gate that is not met, a deploy that failed, a service that cannot be asked.
 * The message is written for the workflow's author and shown as one line, without a stack.
 * Anything thrown that is not an `ActionError` is a bug of ours and keeps its stack.
 */
export class ActionError extends Error {
  override name = 'ActionError'
}

/** An input that cannot be used. The message names the input, what was given and what is allowed. */
export class InputError extends ActionError {
  override name = 'InputError'
}

/** The job was cancelled: whoever waits stops waiting, tells what is known, and lets this pass. */
export class CancelledError extends ActionError {
  override name = 'CancelledError'

  constructor(message = 'The job was cancelled.') {
    super(message)
  }
}

/** The message of whatever was thrown. */
export function errorMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
