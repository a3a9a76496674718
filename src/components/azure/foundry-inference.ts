import * as pulumi from "@pulumi/pulumi";
import { governanceOf } from "../../inference/azure/governance.js";
import type { CloudPlan } from "../../inference/cloud-plan.js";
import type { Governance } from "../../inference/governance.js";
import { placePlan } from "../place-plan.js";
import type { LateInput } from "../token-values.js";
import { foundryResources } from "./foundry-resources.js";
import { foundryLookUps } from "./look-ups.js";
import { inSubscription, inTenant } from "./own-places.js";
import { azureSdk, entraSdk } from "./sdk.js";

export interface FoundryInferenceArgs {
	/** What to create, as the route planned it. */
	readonly plan: CloudPlan;
	/** What stands for a path of the deployment that the plan refers to. @default - it refers to none */
	readonly passed?: (place: string) => LateInput | undefined;
}

/**
 * Everything in Azure that people need to sign in and call the models of one deployment on Azure AI Foundry: what of it
 * the plan does not find there, and nothing else.
 *
 * @throws `pulumi.RunError` before anything is registered, where `@pulumi/azure-native` is not installed, or
 * `@pulumi/azuread` for a plan that registers an app
 *
 * @example
 * ```ts
 * import { FoundryInference } from "pulumi-cowork/azure";
 * import { parseDeployment } from "pulumi-cowork/core";
 *
 * const { cloud } = parseDeployment({
 *   name: "se",
 *   organization: { name: "Example Corp", uuid: "5e1f7c3a-8d42-4b96-a0e7-c3d95f1b6a28" },
 *   inference: {
 *     foundry: {
 *       resource: "example-claude",
 *       models: ["sonnet"],
 *       signIn: { entra: { tenantId: "8a4e1f0c-6d1b-4b8e-9f3a-0c2d5e7f9a14", flow: "browser" } },
 *       provision: {
 *         subscription: "3c9d2b7e-5f40-4c6a-8b1d-7e2f9a0b4c53",
 *         resourceGroup: { name: "claude" },
 *         location: "swedencentral",
 *         deployments: {
 *           sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "GlobalStandard", capacity: 40 },
 *         },
 *         provider: { organization: "Example Corp", country: "SE", industry: "manufacturing" },
 *         app: {},
 *       },
 *     },
 *   },
 *   groups: { pilot: { preset: "standard", members: { entraGroupId: "1d7e9c3a-2b4f-4a6d-8c5e-9f0a1b2c3d47" } } },
 * });
 * if (!cloud) throw new Error("the deployment creates nothing in Azure");
 *
 * // The app's id, for whoever consents to it for the tenant.
 * export const { clientId } = new FoundryInference("se", { plan: cloud.plan });
 * ```
 */
export class FoundryInference extends pulumi.ComponentResource {
	/** What only Azure knows, by the names that settings refer to: the app's client id, and a key, which is secret. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** Ids of the role assignments, by `group-<name>`. */
	readonly principals: Readonly<Record<string, pulumi.Output<string>>>;
	/** Id of the account, which may have been there. */
	readonly accountId: pulumi.Output<string>;
	/** Id of the deployment stack that holds the model deployments. */
	readonly stackId: pulumi.Output<string>;
	/** Client id of the app that is registered; absent where none is. */
	readonly clientId?: pulumi.Output<string>;
	/** Id of the private endpoint, as `account`; empty where calls go over the public internet. */
	readonly endpoints: Readonly<Record<string, pulumi.Output<string>>>;
	/** What was created, by the id in the plan. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: FoundryInferenceArgs, opts?: pulumi.ComponentResourceOptions) {
		const { plan, passed = () => undefined } = args;
		azureSdk.require();
		const registers = plan.resources.some(({ type }) => type.startsWith("Microsoft.Graph/"));
		if (registers) entraSdk.require();

		super("pulumi-cowork:azure:FoundryInference", name, { identities: plan.identities.map((each) => each.name) }, opts);

		const placers = { resources: foundryResources, lookUps: foundryLookUps };
		const asked = { parent: this };
		const places = [inSubscription(plan, asked), ...(registers ? [inTenant(plan, asked)] : [])];
		const placed = { parent: this, dependsOn: pulumi.all(places).apply((each) => each.flat()) };
		const { late, outputs, resources, values } = placePlan({ name, plan, passed, placers, opts: placed });

		this.late = late;
		this.principals = outputs.principals ?? {};
		this.accountId = found(outputs.account?.id);
		this.stackId = found(outputs.deployments?.stack);
		if (outputs.app?.clientId) this.clientId = outputs.app.clientId;
		this.endpoints = outputs.endpoints ?? {};
		this.resources = resources;
		this.governance = values.data(governanceOf(plan));
		// A key must stand nowhere but in profiles.
		this.registerOutputs({ principals: this.principals, accountId: this.accountId, stackId: this.stackId });
	}
}

/** Every plan of the route has them. */
function found(output: pulumi.Output<string> | undefined): pulumi.Output<string> {
	if (!output) throw new RangeError("the plan is none of Azure AI Foundry");
	return output;
}
