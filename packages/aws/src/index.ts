export { type AwsAccess, awsAccess } from './access.ts'
export { AwsClient, type AwsService, type Call } from './client.ts'
export { errorCode, isRefusedWith } from './refusal.ts'
