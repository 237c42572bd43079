import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** What expressions can read, by context: `vars`, `steps` and so on. */
export type Contexts = Readonly<Record<string, unknown>>

/** How the steps before went, for `success()` and `failure()`. */
export type JobStatus = 'success' | 'failure'

/** A text of a workflow with its `${{ … }}` filled in, as GitHub does it. */
export function fill(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    return evaluate(expression, contexts, []).coerceString()
  })
}

/** Whether a step runs. Without a word on the status, it does only after success. */
export function holds(condition: string, status: JobStatus, contexts: Contexts): boolean {
  const asksForStatus = /\b(always|success|failure)\s*\(/.test(condition)
  const whole = asksForStatus ? condition : `success() && (${condition})`
  const result = evaluate(whole, contexts, [
    says('always', true),
    says('success', status === 'success'),
    says('failure', status === 'failure'),
  ])
  return result.coerceString() === 'true'
}

interface Word {
  readonly name: string
  readonly minArgs: 0
  readonly maxArgs: 0
  readonly call: () => data.BooleanData
}

function says(name: string, value: boolean): Word {
  return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }
}

function evaluate(expression: string, contexts: Contexts, words: Word[]): data.ExpressionData {
  const { tokens } = new Lexer(expression.trim()).lex()
  const parsed = new Parser(tokens, Object.keys(contexts), words).parse()
  const functions = new Map(words.map((word) => [word.name, word]))
  return new Evaluator(parsed, dictionaryOf(contexts), functions).evaluate()
}

function dictionaryOf(contexts: Contexts): data.Dictionary {
  const read: unknown = JSON.parse(JSON.stringify(contexts), data.reviver)
  if (!(read instanceof data.Dictionary)) throw new Error('Contexts are an object.')
  return read
}
