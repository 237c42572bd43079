export { type Answer, certificateEndsOf, readJson } from './answer.ts'
export {
  Ambiguous,
  Client,
  type Dialect,
  type Limit,
  type Question,
  Refused,
  type Service,
} from './client.ts'
export { inTurn, isShortage } from './connections.ts'
export { loopback } from './loopback.ts'
export { proxyFor } from './proxy.ts'
export { reasonOf } from './reason.ts'
export { retryAfter } from './retry-after.ts'
export { type Connection, type Request, send, Unanswered } from './send.ts'
