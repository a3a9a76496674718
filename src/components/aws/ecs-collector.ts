import * as pulumi from "@pulumi/pulumi";
import { type CollectorPlan, configurationToken } from "../../observability/collector-host.js";
import { placePlan } from "../place-plan.js";
import type { LateInput } from "../token-values.js";
import { collectorResources } from "./collector-resources.js";
import { awsLookUps } from "./look-ups.js";
import { awsSdk } from "./sdk.js";

export interface EcsCollectorArgs {
	/** What to create, as a deployment planned it. */
	readonly plan: CollectorPlan;
	/** What stands for a path of the deployment that the plan refers to. @default - it refers to none */
	readonly passed?: (place: string) => LateInput | undefined;
}

/**
 * The collector of one deployment on Amazon ECS with Fargate, behind a load balancer. An update ends once its tasks are
 * well, and fails where they are not.
 *
 * @throws `pulumi.RunError` before anything is registered, where `@pulumi/aws` is not installed
 *
 * @example
 * ```ts
 * import { EcsCollector } from "pulumi-cowork/aws";
 * import { parseDeployment } from "pulumi-cowork/core";
 *
 * const secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret";
 *
 * const { collector } = parseDeployment({
 *   name: "eu",
 *   organization: { name: "Example Corp", uuid: "7b1d5c0e-92f3-4b8a-a6d4-3e0f5c2b8d17" },
 *   inference: {
 *     gateway: { baseUrl: "https://llm.example.com", models: ["claude-sonnet-5"], signIn: { interactive: {} } },
 *   },
 *   observability: {
 *     tier: "metadata",
 *     collector: {
 *       auth: { token: { fromEnv: "COLLECTOR_TOKEN" }, helper: "/opt/example/collector-token" },
 *       sinks: {
 *         metrics: { endpoint: "https://metrics.example.com" },
 *         events: { endpoint: "https://siem.example.com", headers: { Authorization: { fromEnv: "SIEM_TOKEN" } } },
 *       },
 *       provision: {
 *         ecs: {
 *           region: "eu-central-1",
 *           vpcId: "vpc-0123456789abcdef0",
 *           subnetIds: ["subnet-0a", "subnet-0b"],
 *           clientCidrs: ["10.0.0.0/8"],
 *           address: {
 *             name: "otel.example.com",
 *             certificateArn: "arn:aws:acm:eu-central-1:111122223333:certificate/0123",
 *             zoneId: "Z0123456789ABC",
 *           },
 *           secrets: {
 *             COLLECTOR_TOKEN: { arn: `${secret}:collector-AbCdEf` },
 *             COWORK_PSEUDONYM_KEY: { arn: `${secret}:pseudonyms-AbCdEf` },
 *             SIEM_TOKEN: { arn: `${secret}:siem-AbCdEf` },
 *           },
 *         },
 *       },
 *     },
 *   },
 *   groups: { general: { preset: "standard", platforms: ["macos", "linux"] } },
 * });
 * if (!collector) throw new Error("the deployment creates no collector");
 *
 * // Where the collector is; profiles, hosts and files are what CoworkDeployment adds.
 * export const { balancer } = new EcsCollector("eu", { plan: collector.plan });
 * ```
 */
export class EcsCollector extends pulumi.ComponentResource {
	/** What only AWS knows, by the names that settings refer to: the load balancer's address, where devices call that. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** DNS name of the load balancer. */
	readonly balancer: pulumi.Output<string>;
	/** Bucket of the configuration. */
	readonly bucket: pulumi.Output<string>;
	/** Name of the log group in which the collector says how it is. */
	readonly logGroup: pulumi.Output<string>;
	/** What was created, by the id in the plan. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;

	constructor(name: string, { plan, passed }: EcsCollectorArgs, opts?: pulumi.ComponentResourceOptions) {
		awsSdk.require();

		super("pulumi-cowork:aws:EcsCollector", name, {}, opts);

		const placed = placePlan({
			name,
			plan,
			passed: (place) => (place === configurationToken ? plan.configuration : passed?.(place)),
			placers: { resources: collectorResources, lookUps: awsLookUps },
			opts: { parent: this },
		});
		const { balancer, bucket, logGroup } = placed.outputs.collector ?? {};
		if (!balancer || !bucket || !logGroup) throw new RangeError("the plan is of no collector on ECS");

		this.late = placed.late;
		this.balancer = balancer;
		this.bucket = bucket;
		this.logGroup = logGroup;
		this.resources = placed.resources;
		this.registerOutputs({ balancer, bucket, logGroup });
	}
}
