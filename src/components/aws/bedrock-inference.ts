import * as pulumi from "@pulumi/pulumi";
import { governanceOf } from "../../inference/aws/governance.js";
import type { CloudPlan } from "../../inference/cloud-plan.js";
import type { Governance } from "../../inference/governance.js";
import type { Path } from "../../path.js";
import { placePlan } from "../place-plan.js";
import type { LateInput } from "../token-values.js";
import { awsLookUps } from "./look-ups.js";
import { awsResources } from "./resources.js";
import { awsSdk } from "./sdk.js";
import { watchKeys } from "./watch-keys.js";

/** How a plan is placed, whatever it is. */
export interface BedrockPlacement {
	/**
	 * Provider of the account of IAM Identity Center, which is the organisation's or one that it delegated to.
	 * @default - the component's provider
	 */
	readonly identityCenterProvider?: pulumi.ProviderResource;
}

export interface BedrockInferenceArgs extends BedrockPlacement {
	/** What to create, as the route planned it. */
	readonly plan: CloudPlan;
	/** Where the plan was asked for, for messages. @default - `provision` */
	readonly at?: Path;
	/** What stands for a path of the deployment that the plan refers to. @default - it refers to none */
	readonly passed?: (place: string) => LateInput | undefined;
}

/**
 * Everything in AWS that people need to sign in and call the models of one deployment on Bedrock or Mantle.
 * Nothing is looked up that the plan gives.
 *
 * @throws `pulumi.RunError` before anything is registered, where `@pulumi/aws` is not installed
 *
 * @example
 * ```ts
 * import { BedrockInference } from "pulumi-cowork/aws";
 * import { parseDeployment } from "pulumi-cowork/core";
 *
 * const { cloud } = parseDeployment({
 *   name: "eu",
 *   organization: { name: "Example Corp", uuid: "0d8c4b6f-2f0e-4d3a-9b55-7a1c83f9e2d6" },
 *   inference: {
 *     bedrock: {
 *       region: "eu-central-1",
 *       models: ["eu.anthropic.claude-sonnet-5"],
 *       signIn: { identityCenter: { startUrl: "https://example.awsapps.com/start", region: "eu-central-1" } },
 *       provision: { agreements: ["anthropic.claude-sonnet-5"] },
 *     },
 *   },
 *   groups: { pilot: { preset: "standard", members: { identityCenterGroup: "claude-pilot" } } },
 * });
 * if (!cloud) throw new Error("the deployment creates nothing in AWS");
 *
 * // What people sign in as; profiles, hosts and files are what CoworkDeployment adds.
 * export const { principals } = new BedrockInference("eu", { plan: cloud.plan, at: cloud.at });
 * ```
 */
export class BedrockInference extends pulumi.ComponentResource {
	/**
	 * What only AWS knows, by the names that settings refer to: account id, base URL, application-profile ARNs, and
	 * Bedrock API keys, which are secret.
	 */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** When each of the keys expires, ISO 8601 or `never`, by principal and label: `shared.current`. */
	readonly keyExpiry: Readonly<Record<string, pulumi.Output<string>>>;
	/** ARNs of the permission sets, roles, users or bare policies that were created, by principal. */
	readonly principals: Readonly<Record<string, pulumi.Output<string>>>;
	/** Ids of the private endpoints, by service; empty where calls go over the public internet. */
	readonly endpoints: Readonly<Record<string, pulumi.Output<string>>>;
	/** Policies as JSON text, by the name in the plan, such as `identity-shared`; an endpoint that existed has its own. */
	readonly policies: Readonly<Record<string, pulumi.Output<string>>>;
	/** What was created, by the id in the plan. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: BedrockInferenceArgs, opts?: pulumi.ComponentResourceOptions) {
		const { plan, at = ["provision"], passed = () => undefined, identityCenterProvider: identityCenter } = args;
		awsSdk.require();

		super("pulumi-cowork:aws:BedrockInference", name, { identities: plan.identities.map((each) => each.name) }, opts);

		const placers = { resources: awsResources, lookUps: awsLookUps };
		const providers = { identityCenter };
		const placed = placePlan({ name, plan, passed, placers, opts: { parent: this }, providers });

		watchKeys(plan, placed, at, this);

		this.late = placed.late;
		this.keyExpiry = placed.outputs.keyExpiry ?? {};
		this.principals = placed.outputs.principals ?? {};
		this.endpoints = placed.outputs.endpoints ?? {};
		this.policies = placed.policies;
		this.resources = placed.resources;
		this.governance = placed.values.data(governanceOf(plan));
		// Policies stand in state with their principals already, and keys must stand nowhere else.
		this.registerOutputs({ principals: this.principals });
	}
}
