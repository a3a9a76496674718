import * as pulumi from "@pulumi/pulumi";
import { type FoundationPlan, planFoundation } from "../../inference/aws/foundation/foundation.js";
import { foundationGovernance } from "../../inference/aws/foundation/foundation-governance.js";
import type { FoundationOptions } from "../../inference/aws/foundation/foundation-options.js";
import type { Governance } from "../../inference/aws/governance.js";
import { late, lateText } from "../../inference/aws/late-text.js";
import { formatPath } from "../../path.js";
import { printable } from "../../printable.js";
import { orRunError, runError } from "../run-error.js";
import { type PlacedLogging, placeLogging } from "./invocation-logging.js";
import { type LateValue, LateValues, textOf } from "./late-values.js";
import type { PlacingFoundation } from "./placing.js";
import { awsModule, requireAwsSdk } from "./sdk.js";

export interface BedrockFoundationArgs extends FoundationOptions<pulumi.Input<string>> {
	/** Provider of the organisation's account. @default - the component's provider */
	readonly organizationProvider?: pulumi.ProviderResource;
}

/**
 * What of Bedrock exists once per account and region: Anthropic's form, agreements, logging, and documents for the
 * organisation. Deployments in the account need nothing of it but that it is there.
 *
 * @throws `pulumi.RunError` with every problem, before anything is registered
 */
export class BedrockFoundation extends pulumi.ComponentResource {
	/** Where records of calls go. */
	readonly logging: PlacedLogging;
	/** Service control policies as JSON text, by name. */
	readonly serviceControlPolicies: Readonly<Record<string, pulumi.Output<string>>>;
	/**
	 * Commands that let AWS keep and review content, which some models demand. It is a decision about the whole account
	 * that nobody takes but who runs them.
	 */
	readonly dataRetentionCommands: FoundationPlan["dataRetentionCommands"];
	/** What the foundation comes to: who may do what for it, what is created, and what that costs. */
	readonly governance: pulumi.Output<Governance>;

	constructor(name: string, args: BedrockFoundationArgs, opts?: pulumi.ComponentResourceOptions) {
		const { organizationProvider, ...options } = args;
		const plan = orRunError(() => planFoundation<LateValue>(options));
		requireAwsSdk();

		super("pulumi-cowork:aws:BedrockFoundation", name, { region: plan.place.region }, opts);

		for (const { path, message } of plan.warnings)
			void pulumi.log.warn(printable(`${formatPath(path)}: ${message}`), this);
		const child = { parent: this };
		const values = new LateValues();
		const placing: PlacingFoundation = { name, plan, values, child };
		values.define(late.accountId, () => accountIdOf(plan, child));
		placeUseCase(placing);
		placeAgreements(placing);
		this.logging = plan.logging ? placeLogging(plan.logging, placing) : {};
		this.serviceControlPolicies = Object.fromEntries(
			Object.entries(plan.serviceControlPolicies).map(([policy, document]) => [policy, values.document(document)]),
		);
		const organization = organizationProvider ? { ...child, provider: organizationProvider } : child;
		attach(placing, this.serviceControlPolicies, organization);

		this.dataRetentionCommands = plan.dataRetentionCommands;
		this.governance = values.data(foundationGovernance(plan));
		this.registerOutputs({
			logging: this.logging,
			serviceControlPolicies: this.serviceControlPolicies,
			dataRetentionCommands: this.dataRetentionCommands,
		});
	}
}

function accountIdOf({ place }: FoundationPlan<LateValue>, child: pulumi.InvokeOptions): LateValue {
	if (place.accountId !== lateText(late.accountId)) return place.accountId;
	return awsModule("getCallerIdentity.js").getCallerIdentityOutput({}, child).accountId;
}

/** AWS takes the form once, refuses another, and never forgets it. */
function placeUseCase({ name, plan, child }: PlacingFoundation): void {
	if (plan.useCase === undefined) return;
	const { UseCaseForModelAccess } = awsModule("bedrock/index.js");
	new UseCaseForModelAccess(`${name}-use-case`, { formData: plan.useCase }, { ...child, retainOnDelete: true });
}

/** AWS gives a new token for the same offer every time it is asked. */
function placeAgreements({ name, plan, child }: PlacingFoundation): void {
	const { region } = plan.place;
	for (const { modelId, offerToken } of plan.agreements) {
		const { ModelAgreement } = awsModule("bedrockfoundation/index.js");
		new ModelAgreement(
			`${name}-agreement.${modelId}`,
			{
				modelId,
				offerToken: offerToken === undefined ? firstOffer(modelId, region, child) : textOf(offerToken),
				region,
			},
			{ ...child, ignoreChanges: ["offerToken"] },
		);
	}
}

function firstOffer(modelId: string, region: string, child: pulumi.InvokeOptions): pulumi.Output<string> {
	const { getModelAgreementOffersOutput } = awsModule("bedrockfoundation/index.js");
	return getModelAgreementOffersOutput({ modelId, region }, child).offers.apply(([offer]) => {
		if (offer) return offer.offerToken;
		throw runError(`agreements.${modelId}: AWS makes no offer for this model here; give an offerToken`);
	});
}

function attach(
	{ name, plan }: PlacingFoundation,
	policies: BedrockFoundation["serviceControlPolicies"],
	opts: pulumi.CustomResourceOptions,
): void {
	const targets = Object.entries(plan.attachTo);
	if (targets.length === 0) return;
	const { Policy, PolicyAttachment } = awsModule("organizations/index.js");
	for (const [word, content] of Object.entries(policies)) {
		const args = { type: "SERVICE_CONTROL_POLICY", content, tags: plan.tags };
		const policy = new Policy(`${name}-scp.${word}`, args, opts);
		for (const [target, targetId] of targets) {
			new PolicyAttachment(`${name}-scp.${word}.${target}`, { policyId: policy.id, targetId: textOf(targetId) }, opts);
		}
	}
}
