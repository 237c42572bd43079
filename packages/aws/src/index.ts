export { type AwsAccess, awsAccess } from './access.ts'
export { AwsClient, type AwsService } from './client.ts'
export { isRefusedWith } from './refusal.ts'
