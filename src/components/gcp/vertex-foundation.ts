import * as pulumi from "@pulumi/pulumi";
import type { VertexFoundationOptions } from "../../inference/google/foundation/options.js";
import { planVertexFoundation, type VertexFoundationPlan } from "../../inference/google/foundation/plan-foundation.js";
import { governanceOf } from "../../inference/google/governance.js";
import type { Governance } from "../../inference/governance.js";
import { placePlan } from "../place-plan.js";
import { ProgramValues } from "../program-values.js";
import { logWarnings, valueOrRunError } from "../run-error.js";
import { googleResources } from "./resources.js";
import { gcpSdk } from "./sdk.js";

export interface VertexFoundationArgs extends VertexFoundationOptions<pulumi.Input<string>> {
	/** Provider of what is the organisation's: workforce pool and perimeter. @default - the component's provider */
	readonly organizationProvider?: pulumi.ProviderResource;
}

/**
 * What of Vertex AI exists once per project: APIs, enabled models, the organisation policy for them, records of calls,
 * quotas, and what the organisation has for it: a workforce pool and a perimeter. Deployments in the project need nothing
 * of it but that it is there.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 *
 * @example
 * ```ts
 * import { VertexFoundation } from "pulumi-cowork/gcp";
 *
 * const foundation = new VertexFoundation("foundation", {
 *   projectId: "example-claude",
 *   models: ["claude-sonnet-5"],
 *   allowedModels: { models: ["claude-sonnet-5"] },
 *   audit: { bucket: { retentionDays: 365, location: "eu" } },
 *   settled: ["terms"],
 * });
 *
 * export const { dataSharingCommands } = foundation;
 * ```
 */
export class VertexFoundation extends pulumi.ComponentResource {
	/** Audience of the workforce provider, which `signIn.workforce.audience` takes; absent where none is made. */
	readonly workforceAudience?: pulumi.Output<string>;
	/** Whom the owner of `audit.destination` has to let in; absent where records go nowhere else. */
	readonly exportWriter?: pulumi.Output<string>;
	/**
	 * Commands that let Anthropic have what is sent to the models that demand it, by model. It is a decision about the whole
	 * project that nobody takes but who runs them.
	 */
	readonly dataSharingCommands: VertexFoundationPlan["dataSharingCommands"];
	/** What was created, by the id in the plan, such as `audit-bucket`. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	/** What the foundation comes to: what is created, and what that costs. */
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: VertexFoundationArgs, opts?: pulumi.ComponentResourceOptions) {
		const { organizationProvider: organization, ...options } = args;
		const passed = new ProgramValues();
		// What is no output stays as it is, and the check says what is none of the options.
		const outcome = planVertexFoundation(passed.takeOutputs(options) as VertexFoundationOptions);
		const plan = valueOrRunError(outcome);
		gcpSdk.require();

		super("pulumi-cowork:gcp:VertexFoundation", name, { projectId: options.projectId }, opts);

		logWarnings(outcome.problems, this);
		const placed = placePlan({
			name,
			plan,
			passed: (place) => passed.get(place),
			placers: { resources: googleResources, lookUps: {} },
			opts: { parent: this },
			providers: { organization },
		});

		const { audience } = placed.outputs.workforce ?? {};
		const { exportWriter } = placed.outputs.audit ?? {};
		if (audience) this.workforceAudience = audience;
		if (exportWriter) this.exportWriter = exportWriter;
		this.dataSharingCommands = plan.dataSharingCommands;
		this.resources = placed.resources;
		this.governance = placed.values.data(governanceOf(plan));
		this.registerOutputs({
			...(audience && { workforceAudience: audience }),
			...(exportWriter && { exportWriter }),
			dataSharingCommands: this.dataSharingCommands,
			governance: this.governance,
		});
	}
}
