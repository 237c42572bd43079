export { type AwsAccess, awsAccess } from './access.ts'
export { AwsClient, type AwsService } from './client.ts'
export { hasErrorCode } from './errors.ts'
