export { notifyInputs } from './inputs.ts'
export { mentionList, mentionMap } from './mentions.ts'
export { notify } from './notify.ts'
export type { Outcome } from './outcome.ts'
export {
  deliveryStatus,
  notifyOutputs,
  reportDeliveries,
  type SendResult,
} from './report-delivery.ts'
export { send } from './send.ts'
export type { SendOptions } from './send-options.ts'
