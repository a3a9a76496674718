import * as pulumi from "@pulumi/pulumi";
import type { FoundationOptions } from "../../inference/aws/foundation/options.js";
import {
	type FoundationPlan,
	planFoundation,
	serviceControlPolicy,
} from "../../inference/aws/foundation/plan-foundation.js";
import { invocationLogging } from "../../inference/aws/foundation/plan-logging.js";
import { governanceOf } from "../../inference/aws/governance.js";
import type { Governance } from "../../inference/governance.js";
import { type PlacedPlan, placePlan } from "../place-plan.js";
import { ProgramValues } from "../program-values.js";
import { logWarnings, valueOrRunError } from "../run-error.js";
import { refuseTakeover } from "./logging-in-place.js";
import { awsLookUps } from "./look-ups.js";
import { awsResources } from "./resources.js";
import { awsSdk } from "./sdk.js";

export interface BedrockFoundationArgs extends FoundationOptions<pulumi.Input<string>> {
	/** Provider of the organisation's account. @default - the component's provider */
	readonly organizationProvider?: pulumi.ProviderResource;
}

/** Where records of calls go. */
export interface PlacedLogging {
	readonly logGroupName?: pulumi.Output<string>;
	readonly bucketName?: pulumi.Output<string>;
	/** JSON text that the bucket's policy must contain. */
	readonly bucketPolicy?: pulumi.Output<string>;
	/** JSON text of the policy that your key for the log group or bucket needs. */
	readonly keyPolicy?: pulumi.Output<string>;
}

/**
 * What of Bedrock exists once per account and region: Anthropic's form, agreements, logging, and documents for the
 * organisation. Deployments in the account need nothing of it but that it is there.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 *
 * @example
 * ```ts
 * import { BedrockFoundation } from "pulumi-cowork/aws";
 *
 * const foundation = new BedrockFoundation("foundation", {
 *   region: "eu-central-1",
 *   accountId: "123456789012",
 *   useCase: {
 *     companyName: "Example Corp",
 *     companyWebsite: "https://example.com",
 *     intendedUsers: "0",
 *     industryOption: "Energy",
 *     useCases: "drafting and research",
 *   },
 *   agreements: { "anthropic.claude-sonnet-5": {} },
 *   logging: { to: { logGroup: {} }, retentionDays: 365 },
 * });
 *
 * export const { logging } = foundation;
 * ```
 */
export class BedrockFoundation extends pulumi.ComponentResource {
	/** Empty where nothing is recorded. */
	readonly logging: PlacedLogging;
	/** Service control policies as JSON text, by name. */
	readonly serviceControlPolicies: Readonly<Record<string, pulumi.Output<string>>>;
	/**
	 * Commands that let AWS keep and review content, which some models demand. It is a decision about the whole account
	 * that nobody takes but who runs them.
	 */
	readonly dataRetentionCommands: FoundationPlan["dataRetentionCommands"];
	/** What was created, by the id in the plan, such as `logs`. */
	readonly resources: Readonly<Record<string, pulumi.CustomResource>>;
	/** What the foundation comes to: who may do what for it, what is created, and what that costs. */
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: BedrockFoundationArgs, opts?: pulumi.ComponentResourceOptions) {
		const { organizationProvider: organization, ...options } = args;
		const passed = new ProgramValues();
		// What is no output stays as it is, and the check says what is none of the options.
		const outcome = planFoundation(passed.takeOutputs(options) as FoundationOptions);
		const plan = valueOrRunError(outcome);
		awsSdk.require();

		super("pulumi-cowork:aws:BedrockFoundation", name, { region: plan.scope.region }, opts);

		logWarnings(outcome.problems, this);
		const placed = placePlan({
			name,
			plan,
			passed: (place) => passed.get(place),
			placers: { resources: awsResources, lookUps: awsLookUps },
			opts: { parent: this },
			hooks: takesOver(options) ? { [invocationLogging]: refuseTakeover(name, plan.scope.region) } : {},
			providers: { organization },
		});

		this.logging = loggingOf(placed);
		this.serviceControlPolicies = Object.fromEntries(
			plan.serviceControl.map((word) => [word, placed.policies[serviceControlPolicy(word)] ?? pulumi.output("")]),
		);
		this.dataRetentionCommands = plan.dataRetentionCommands;
		this.resources = placed.resources;
		this.governance = placed.values.data(governanceOf(plan));
		this.registerOutputs({
			logging: this.logging,
			serviceControlPolicies: this.serviceControlPolicies,
			dataRetentionCommands: this.dataRetentionCommands,
			governance: this.governance,
		});
	}
}

/** Whether a setting would be made over one that is there, without a word that this is meant. */
function takesOver({ logging }: Pick<BedrockFoundationArgs, "logging">): boolean {
	return logging !== undefined && !logging.adopt;
}

function loggingOf({ outputs, policies }: PlacedPlan): PlacedLogging {
	const { "logging-bucket": bucketPolicy, "logging-key": keyPolicy } = policies;
	return { ...outputs.logging, ...(bucketPolicy && { bucketPolicy }), ...(keyPolicy && { keyPolicy }) };
}
