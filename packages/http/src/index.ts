export { type Answer, parseJson, readJson } from './answer.ts'
export { Ambiguous, Client, type Question, Refused, type Service } from './client.ts'
export { retryAfter } from './retry-after.ts'
export { type Connection, type Request, reasonOf, send, Unanswered } from './send.ts'
