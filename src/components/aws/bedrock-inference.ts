import * as pulumi from "@pulumi/pulumi";
import { type Governance, governanceOf } from "../../inference/aws/governance.js";
import { late, lateText } from "../../inference/aws/late-text.js";
import type { AwsPlan } from "../../inference/aws/plan.js";
import { placeApplicationProfiles } from "./application-profiles.js";
import { placeBudgets } from "./budgets.js";
import { type PlacedEndpoints, placeEndpoints } from "./endpoints.js";
import { placeEventDataStore } from "./event-data-store.js";
import { placeIdentity } from "./identities.js";
import { type LateValue, LateValues } from "./late-values.js";
import type { Placing } from "./placing.js";
import { awsModule, requireAwsSdk } from "./sdk.js";

/** How a plan is placed, whatever it is. */
export interface BedrockPlacement {
	/**
	 * Provider of the account of IAM Identity Center, which is the organisation's or one that it delegated to.
	 * @default - the component's provider
	 */
	readonly identityCenterProvider?: pulumi.ProviderResource;
	/**
	 * Whether to activate the tags of budgets for cost allocation, which only the paying account can, and only once AWS
	 * has seen costs with them.
	 * @default false
	 */
	readonly activateCostAllocationTags?: boolean;
}

export interface BedrockInferenceArgs extends BedrockPlacement {
	/** What to create, as `planBedrock` or `planMantle` decided it. */
	readonly plan: AwsPlan<LateValue>;
}

/**
 * Everything in AWS that people need to sign in and call the models of one deployment on Bedrock or Mantle.
 * Nothing is looked up that the plan gives.
 *
 * @throws `pulumi.RunError` before anything is registered, where `@pulumi/aws` is not installed
 */
export class BedrockInference extends pulumi.ComponentResource {
	/** What only AWS knows, by the names that settings refer to: account id, base URL, application-profile ARNs. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** Bedrock API keys, by the names that settings refer to. */
	readonly secrets: Readonly<Record<string, pulumi.Output<string>>>;
	/** When each of the keys expires, ISO 8601 or `never`, by the role in the plan and the label: `shared.current`. */
	readonly keyExpiry: Readonly<Record<string, pulumi.Output<string>>>;
	/** ARNs of the permission sets, roles, users or bare policies that were created, by the role in the plan. */
	readonly principals: Readonly<Record<string, pulumi.Output<string>>>;
	/** Policies as JSON text, by the role in the plan. */
	readonly policies: Readonly<Record<string, pulumi.Output<string>>>;
	/** Absent where calls go over the public internet. */
	readonly endpoints?: Omit<PlacedEndpoints, "late">;
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: BedrockInferenceArgs, opts?: pulumi.ComponentResourceOptions) {
		const { plan, identityCenterProvider, activateCostAllocationTags = false } = args;
		requireAwsSdk();

		const roles = plan.identities.map(({ role }) => role);
		super("pulumi-cowork:aws:BedrockInference", name, { region: plan.region, identities: roles }, opts);

		const child = { parent: this };
		const values = new LateValues();
		const identityCenter = identityCenterProvider ? { ...child, provider: identityCenterProvider } : child;
		const placing: Placing = { name, plan, values, child, identityCenter };
		const accountId = values.define(late.accountId, () => accountIdOf(plan, child));
		const profiles = placeApplicationProfiles(placing);
		const identities = plan.identities.map((identity) => ({ ...identity, ...placeIdentity(identity, placing) }));
		const endpoints = plan.endpoints && placeEndpoints(plan.endpoints, placing);
		placeBudgets(placing, activateCostAllocationTags);
		if (plan.eventDataStore) placeEventDataStore(plan.eventDataStore, placing);

		this.late = { [late.accountId]: accountId, ...profiles, ...endpoints?.late };
		this.secrets = Object.assign({}, ...identities.map(({ secrets }) => secrets));
		this.keyExpiry = Object.assign({}, ...identities.map(({ keyExpiry }) => keyExpiry));
		this.principals = Object.fromEntries(identities.flatMap(({ role, arn }) => (arn ? [[role, arn]] : [])));
		this.policies = Object.fromEntries(
			plan.identities.map(({ role, policy }) => [role, values.document(policy.document)]),
		);
		if (endpoints) {
			const { late: _, ...placed } = endpoints;
			this.endpoints = placed;
		}
		this.governance = values.data(governanceOf(plan));
		// Policies stand in state with their principals already, and keys must stand nowhere else.
		this.registerOutputs({ late: this.late, principals: this.principals });
	}
}

function accountIdOf({ accountId }: AwsPlan<LateValue>, child: pulumi.InvokeOptions): LateValue {
	if (accountId !== lateText(late.accountId)) return accountId;
	return awsModule("getCallerIdentity.js").getCallerIdentityOutput({}, child).accountId;
}
