export { type Answer, certificateEndsOf, readJson } from './answer.ts'
export {
  Ambiguous,
  Client,
  type Limit,
  type Question,
  Refused,
  type Service,
} from './client.ts'
export { loopback } from './loopback.ts'
export { retryAfter } from './retry-after.ts'
export { type Connection, type Request, reasonOf, send, Unanswered } from './send.ts'
