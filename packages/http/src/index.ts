export {
  type ApiConfig,
  type ApiProtocol,
  type ApiRequest,
  Client,
  HttpError,
  IndeterminateError,
  type RateLimit,
} from './client.ts'
export { isFileShortage, withConnection } from './connections.ts'
export { loopback } from './loopback.ts'
export { proxyFor } from './proxy.ts'
export { describeNetworkError } from './reason.ts'
export { certificateExpiry, type HttpResponse, readJson } from './response.ts'
export { retryAfter } from './retry-after.ts'
export { type Connection, ConnectionError, type Request, send } from './send.ts'
