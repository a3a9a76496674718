import * as pulumi from "@pulumi/pulumi";
import type { CloudPlan } from "../../inference/cloud-plan.js";
import { checkAccessEnd } from "../../inference/google/access/condition.js";
import { governanceOf } from "../../inference/google/governance.js";
import type { Governance } from "../../inference/governance.js";
import type { Path } from "../../path.js";
import { placePlan } from "../place-plan.js";
import { logWarnings } from "../run-error.js";
import type { LateInput } from "../token-values.js";
import { googleResources } from "./resources.js";
import { gcpSdk } from "./sdk.js";

export interface VertexInferenceArgs {
	/** What to create, as the route planned it. */
	readonly plan: CloudPlan;
	/** Where the plan was asked for, for messages. @default - `provision` */
	readonly at?: Path;
	/** What stands for a path of the deployment that the plan refers to. @default - it refers to none */
	readonly passed?: (place: string) => LateInput | undefined;
}

/**
 * Everything in Google Cloud that people need to sign in and call the models of one deployment on Vertex AI. Bindings are
 * added to those of the project, of which nothing else changes; nothing is looked up.
 *
 * @throws `pulumi.RunError` before anything is registered, where `@pulumi/gcp` is not installed
 *
 * @example
 * ```ts
 * import { parseDeployment } from "pulumi-cowork/core";
 * import { VertexInference } from "pulumi-cowork/gcp";
 *
 * const { cloud } = parseDeployment({
 *   name: "eu",
 *   organization: { name: "Example Corp", uuid: "a94c2e7d-61b8-4f05-8c3d-2b7f9e0a5d16" },
 *   app: { minimumVersion: "2.16120.0" },
 *   inference: {
 *     vertex: {
 *       projectId: "example-claude",
 *       region: "eu",
 *       models: ["claude-sonnet-5"],
 *       signIn: { workforce: { oidc: { clientId: "cowork", issuer: "https://login.example.com" } } },
 *       provision: {
 *         workforce: { poolId: "example-people", providerId: "example-okta" },
 *         enabledModels: ["claude-sonnet-5"],
 *       },
 *     },
 *   },
 *   groups: { pilot: { preset: "standard", members: { principalSet: "group/claude-pilot" } } },
 * });
 * if (!cloud) throw new Error("the deployment creates nothing in Google Cloud");
 *
 * // The role that people are bound to.
 * export const { principals } = new VertexInference("eu", { plan: cloud.plan, at: cloud.at });
 * ```
 */
export class VertexInference extends pulumi.ComponentResource {
	/** Values that only Google knows, by the names that settings refer to. */
	readonly late: Readonly<Record<string, pulumi.Output<string>>>;
	/** Names of the role that people are bound to, or addresses of service accounts, by principal. */
	readonly principals: Readonly<Record<string, pulumi.Output<string>>>;
	/** Credentials files of service accounts as JSON text, by principal and label: `shared.current`. Each is a secret. */
	readonly credentialsFiles: Readonly<Record<string, pulumi.Output<string>>>;
	/**
	 * Commands that let Anthropic have what is sent to the models that demand it, by model. It is a decision about the whole
	 * project that nobody takes but who runs them.
	 */
	readonly dataSharingCommands: Readonly<Record<string, pulumi.Output<string>>>;
	/** Id of the endpoint of Private Service Connect, as `inference`; empty where calls go over the public internet. */
	readonly endpoints: Readonly<Record<string, pulumi.Output<string>>>;
	/** Who may do what as JSON text, by the name in the plan, such as `access-shared`. */
	readonly policies: Readonly<Record<string, pulumi.Output<string>>>;
	/** What was created, by the id in the plan. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: VertexInferenceArgs, opts?: pulumi.ComponentResourceOptions) {
		const { plan, at = ["provision"], passed = () => undefined } = args;
		gcpSdk.require();

		super("pulumi-cowork:gcp:VertexInference", name, { identities: plan.identities.map((each) => each.name) }, opts);

		const placers = { resources: googleResources, lookUps: {} };
		const placed = placePlan({ name, plan, passed, placers, opts: { parent: this } });

		// A plan is of no day, and what it says of the end is a text of the deployment.
		const until = plan.outputs.access?.until;
		if (until !== undefined) logWarnings(checkAccessEnd(until, new Date(), [...at, "accessUntil"]), this);

		this.late = placed.late;
		this.principals = placed.outputs.principals ?? {};
		this.credentialsFiles = placed.outputs.credentialsFiles ?? {};
		this.dataSharingCommands = placed.outputs.dataSharing ?? {};
		this.endpoints = placed.outputs.endpoints ?? {};
		this.policies = placed.policies;
		this.resources = placed.resources;
		this.governance = placed.values.data(governanceOf(plan));
		// Keys must stand nowhere in state but where they were made.
		this.registerOutputs({ principals: this.principals });
	}
}
