import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../../cloud/planned-resource.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { isError } from "../../../problem.js";
import { withTokens } from "../../../reference/walk.js";
import type { CloudPlan } from "../../cloud-plan.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import { dataRetentionCommand } from "../models/data-retention-command.js";
import { partitionOf } from "../region.js";
import { resource } from "../resource.js";
import { type AwsScope, deployingAccount, scopeLookUps } from "../scope.js";
import { checkFoundation } from "./check-foundation.js";
import type { FoundationOptions } from "./options.js";
import { invocationLogging, planLogging } from "./plan-logging.js";
import { planServiceControl } from "./plan-service-control.js";

/** Everything that a foundation creates, as plain data. */
export interface FoundationPlan extends CloudPlan {
	readonly scope: AwsScope;
	/** Words of the service control policies. */
	readonly serviceControl: readonly string[];
	/** Commands that let AWS keep and review content, a decision about the whole account that nothing here takes. */
	readonly dataRetentionCommands: { readonly bedrock: string; readonly mantle: string };
}

/** Options as a program gives them, with references to what it knows only later. */
export function planFoundation(given: FoundationOptions): Outcome<FoundationPlan> {
	const problems = checkFoundation(given);
	if (problems.some(isError)) return refused(...problems);
	// They have passed the check, which says that they are plain data but for references.
	const options = withTokens(given as never) as unknown as FoundationOptions;
	const { region, accountId = deployingAccount, tags = {}, logging } = options;
	const scope: AwsScope = { partition: partitionOf(region) ?? "aws", region, accountId };
	const documents = planServiceControl(options).value ?? {};
	const plan = joinPlans([
		{ lookUps: scopeLookUps(scope) },
		plannedForm(options),
		plannedAgreements(options),
		...(logging ? planLogging(logging, scope, tags) : []),
		attachedPolicies(options, documents),
	]);
	const dataRetentionCommands = {
		bedrock: dataRetentionCommand("bedrock", region),
		mantle: dataRetentionCommand("mantle", region),
	};
	return made({ ...plan, scope, serviceControl: Object.keys(documents), dataRetentionCommands }, problems);
}

/** Id of the form in a plan, without which AWS agrees to nothing. */
const useCaseForm = "use-case";

/** AWS takes the form once, refuses another, and never forgets it. */
function plannedForm({ useCase }: FoundationOptions): PlanPart {
	if (!useCase) return {};
	const formData = JSON.stringify({ otherIndustryOption: "", ...useCase });
	return { resources: [resource("use-case form", useCaseForm, { formData }, { kept: true })] };
}

function plannedAgreements({ agreements = {}, region, useCase }: FoundationOptions): PlanPart {
	const planned = Object.entries(agreements).map(([modelId, { offerToken }]) => {
		const offer: PlannedLookUp = { id: `offer.${modelId}`, asks: "modelOffer", properties: { modelId, region } };
		const agreement = resource(
			"model agreement",
			`agreement.${modelId}`,
			{ modelId, offerToken: offerToken ?? outputOf(offer, "token"), region },
			// AWS gives a new token for the same offer every time it is asked.
			{ name: modelId, fixed: ["offerToken"], ...(useCase && { after: [useCaseForm] }) },
		);
		return { agreement, lookUps: offerToken === undefined ? [offer] : [] };
	});
	return {
		lookUps: planned.flatMap(({ lookUps }) => lookUps),
		resources: planned.map(({ agreement }) => agreement),
	};
}

/** Documents for the organisation, and what attaches them where that is asked for. */
function attachedPolicies(
	{ tags = {}, attachTo = {}, logging }: FoundationOptions,
	documents: Readonly<Record<string, PolicyDocument>>,
): PlanPart {
	const words = Object.keys(documents);
	const targets = Object.entries(attachTo);
	const account = "organization";
	const resources = words.flatMap((word): PlannedResource[] => {
		if (targets.length === 0) return [];
		const content = { policy: serviceControlPolicy(word) };
		const properties = { type: "SERVICE_CONTROL_POLICY", content, tags } as const;
		const policy = resource("AWS::Organizations::Policy", `scp.${word}`, properties, { name: word, account });
		const attachments = targets.map(([target, targetId]) =>
			resource(
				"AWS::Organizations::Policy.TargetIds",
				`scp.${word}.${target}`,
				{ policyId: outputOf(policy, "id"), targetId },
				// From then on only the platform's role may set it.
				{ name: `${word}/${target}`, account, ...(logging && { after: [invocationLogging] }) },
			),
		);
		return [policy, ...attachments];
	});
	return {
		resources,
		policies: Object.fromEntries(
			Object.entries(documents).map(([word, document]) => [serviceControlPolicy(word), document]),
		),
	};
}

/** Name of a service control policy in a plan. */
export function serviceControlPolicy(word: string): string {
	return `service-control-${word}`;
}
