/**
 * An expected failure: a gate that is not met, a deployment that failed, a service that cannot be reached. The message
 * is written for the workflow's author and shown as one line, without a stack. Anything thrown that is not an
 * `ActionError` is a bug of ours and keeps its stack.
 */
export class ActionError extends Error {
  override name = 'ActionError'
}

/** An unusable input. The message names the input, the value given and the values allowed. */
export class InputError extends ActionError {
  override name = 'InputError'
}

/** The job was cancelled. Code that waits stops waiting, reports what is known and rethrows this. */
export class CancelledError extends ActionError {
  override name = 'CancelledError'

  constructor(message = 'The job was cancelled.') {
    super(message)
  }
}

/** Returns the message of any thrown value. */
export function errorMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
