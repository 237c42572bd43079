/** The type of a member of a task definition. */
export type MemberType = 'text' | 'integer' | 'boolean' | MapType | readonly MemberType[] | Members

/** A map with arbitrary keys, such as labels. */
export interface MapType {
  readonly anyKey: MemberType
}

export interface Members {
  readonly [name: string]: MemberType
}

const text = 'text'
const integer = 'integer'
const boolean = 'boolean'

/** A map with values of this type. */
function mapOf(anyKey: MemberType): MapType {
  return { anyKey }
}

/**
 * The members of `RegisterTaskDefinition`; a list is written as its item type.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export const taskDefinitionTypes = {
  family: text,
  containerDefinitions: [
    {
      name: text,
      image: text,
      repositoryCredentials: { credentialsParameter: text },
      cpu: integer,
      memory: integer,
      memoryReservation: integer,
      links: [text],
      portMappings: [
        {
          containerPort: integer,
          hostPort: integer,
          protocol: text,
          name: text,
          appProtocol: text,
          containerPortRange: text,
        },
      ],
      essential: boolean,
      restartPolicy: {
        enabled: boolean,
        ignoredExitCodes: [integer],
        restartAttemptPeriod: integer,
      },
      entryPoint: [text],
      command: [text],
      environment: [{ name: text, value: text }],
      environmentFiles: [{ value: text, type: text }],
      mountPoints: [{ sourceVolume: text, containerPath: text, readOnly: boolean }],
      volumesFrom: [{ sourceContainer: text, readOnly: boolean }],
      linuxParameters: {
        capabilities: { add: [text], drop: [text] },
        devices: [{ hostPath: text, containerPath: text, permissions: [text] }],
        initProcessEnabled: boolean,
        sharedMemorySize: integer,
        tmpfs: [{ containerPath: text, size: integer, mountOptions: [text] }],
        maxSwap: integer,
        swappiness: integer,
      },
      secrets: [{ name: text, valueFrom: text }],
      dependsOn: [{ containerName: text, condition: text }],
      startTimeout: integer,
      stopTimeout: integer,
      versionConsistency: text,
      hostname: text,
      user: text,
      workingDirectory: text,
      disableNetworking: boolean,
      privileged: boolean,
      readonlyRootFilesystem: boolean,
      dnsServers: [text],
      dnsSearchDomains: [text],
      extraHosts: [{ hostname: text, ipAddress: text }],
      dockerSecurityOptions: [text],
      interactive: boolean,
      pseudoTerminal: boolean,
      dockerLabels: mapOf(text),
      ulimits: [{ name: text, softLimit: integer, hardLimit: integer }],
      logConfiguration: {
        logDriver: text,
        options: mapOf(text),
        secretOptions: [{ name: text, valueFrom: text }],
      },
      healthCheck: {
        command: [text],
        interval: integer,
        timeout: integer,
        retries: integer,
        startPeriod: integer,
      },
      systemControls: [{ namespace: text, value: text }],
      resourceRequirements: [{ type: text, value: text }],
      firelensConfiguration: { type: text, options: mapOf(text) },
      credentialSpecs: [text],
    },
  ],
  taskRoleArn: text,
  executionRoleArn: text,
  networkMode: text,
  volumes: [
    {
      name: text,
      host: { sourcePath: text },
      dockerVolumeConfiguration: {
        scope: text,
        autoprovision: boolean,
        driver: text,
        driverOpts: mapOf(text),
        labels: mapOf(text),
      },
      efsVolumeConfiguration: {
        fileSystemId: text,
        rootDirectory: text,
        transitEncryption: text,
        transitEncryptionPort: integer,
        authorizationConfig: { accessPointId: text, iam: text },
      },
      s3filesVolumeConfiguration: {
        fileSystemArn: text,
        rootDirectory: text,
        transitEncryptionPort: integer,
        accessPointArn: text,
      },
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId: text,
        rootDirectory: text,
        authorizationConfig: { credentialsParameter: text, domain: text },
      },
      configuredAtLaunch: boolean,
    },
  ],
  placementConstraints: [{ type: text, expression: text }],
  requiresCompatibilities: [text],
  cpu: text,
  memory: text,
  tags: [{ key: text, value: text }],
  pidMode: text,
  ipcMode: text,
  proxyConfiguration: {
    containerName: text,
    type: text,
    properties: [{ name: text, value: text }],
  },
  inferenceAccelerators: [{ deviceName: text, deviceType: text }],
  ephemeralStorage: { sizeInGiB: integer },
  runtimePlatform: { cpuArchitecture: text, operatingSystemFamily: text },
  enableFaultInjection: boolean,
} as const satisfies Members
