// Rendered from the shapes beside it by test/observability/ecs/declarations.test.ts; `npx vitest run -u` writes it anew.

/** The name that devices call. */
export interface CollectorAddress<Late = string> {
	/** Host name that devices call, such as `otel.example.com`. */
	readonly name: string;
	/** ARN of the certificate for the name, in the region of the load balancer and issued. */
	readonly certificateArn: Late;
	/**
	 * Id of the zone of Route 53 that gets the record of the name, private as a rule.
	 * @default - the record is made elsewhere, with a warning
	 */
	readonly zoneId?: Late;
}

/**
 * A collector on Amazon ECS with Fargate, behind a load balancer. Subnets and VPC exist; the rest is created where it
 * is not named.
 */
export interface EcsProvision<Late = string> {
	/** Region of everything. */
	readonly region: string;
	/** Account of everything, twelve digits. @default - the account of the credentials that deploy */
	readonly accountId?: string;
	/** VPC that the collector is in. */
	readonly vpcId: Late;
	/** Private subnets of the tasks, with a way to what the collector has to reach. */
	readonly subnetIds: readonly Late[];
	/** Subnets of the load balancer, in two zones at least. @default - those of the tasks */
	readonly balancerSubnetIds?: readonly Late[];
	/**
	 * The name that devices call.
	 * @default - the load balancer's own, which no certificate is for: `inClear` has to allow it
	 */
	readonly address?: CollectorAddress<Late>;
	/** Whether devices may send over plain http, to the load balancer's own name. @default false */
	readonly inClear?: boolean;
	/** Whether the load balancer has private addresses or public ones, which is warned about. @default internal */
	readonly access?: "internal" | "internet";
	/**
	 * Address ranges that devices come from, IPv4. Required but with `balancerSecurityGroupIds`.
	 * @default - none are needed
	 */
	readonly clientCidrs?: readonly string[];
	/**
	 * Security groups of the load balancer that exist: nothing of them changes.
	 * @default - one is created, for `clientCidrs`
	 */
	readonly balancerSecurityGroupIds?: readonly Late[];
	/** Security groups of the tasks that exist: nothing of them changes. @default - one is created */
	readonly taskSecurityGroupIds?: readonly Late[];
	/** Whether tasks get public addresses, for subnets that have no other way out; it is warned about. @default false */
	readonly publicTaskAddresses?: boolean;
	/** Cluster that exists. @default - one is created */
	readonly clusterArn?: Late;
	/** Name of the cluster that is created. @default - `cowork-<deployment>` */
	readonly clusterName?: string;
	/**
	 * Image of the collector, with a version or a digest.
	 * @default ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.160.0
	 */
	readonly image?: string;
	/** CPU units of a task; 256 to 16384. @default 256 */
	readonly cpu?: number;
	/** Memory of a task, in MiB; 512 to 122880. @default 1024 */
	readonly memory?: number;
	/** Number of tasks; 1 to 100. @default 2 */
	readonly desiredCount?: number;
	/**
	 * Secrets of Secrets Manager by the variables that the configuration reads, as its `README.md` lists them. The one
	 * of `auth` holds what devices send.
	 * @default - the configuration reads none
	 */
	readonly secrets?: Readonly<Record<string, {
		/** ARN of the secret. */
		readonly arn: Late;
		/** Member of the secret where that is a JSON object. @default - the whole text */
		readonly key?: string;
	}>>;
	/** ARNs of keys of one's own that encrypt the secrets. @default - they are encrypted by AWS's own */
	readonly secretKeyArns?: readonly Late[];
	/** Bucket that exists and holds the configuration. @default - one is created */
	readonly configurationBucket?: Late;
	/** Log group that exists. @default - one is created */
	readonly logGroupArn?: Late;
	/** Days that what the collector says of itself is kept, one of CloudWatch's; 1 to 3653. @default 30 */
	readonly logRetentionDays?: number;
	/** Role that exists, by which ECS starts the tasks. @default - one is created */
	readonly executionRoleArn?: Late;
	/** Role that exists, by which the collector reads its configuration. @default - one is created */
	readonly taskRoleArn?: Late;
	/** Policy that bounds the roles that are created. @default - none does */
	readonly permissionsBoundaryArn?: Late;
	/**
	 * What has been seen to of all that the warnings ask for, so that it is told no more.
	 * @default - nothing, and each is told
	 */
	readonly settled?: readonly ("certificate" | "record")[];
	/** Tags of everything created. @default - none */
	readonly tags?: Readonly<Record<string, string>>;
}
