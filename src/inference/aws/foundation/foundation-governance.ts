import { allowed, assumption, type CreatedResource, type Governance } from "../governance.js";
import { lateText } from "../late-text.js";
import type { PolicyDocument } from "../policy/policy-document.js";
import { type FoundationPlan, type LoggingPlan, loggingLate } from "./foundation.js";

/** What AWS meters of each kind; in plain words what CloudFormation has no name for. https://aws.amazon.com/pricing/ */
const meters = {
	"use-case form": "free",
	"model agreement": "free",
	"model invocation logging": "free",
	"AWS::IAM::Role": "free",
	"AWS::Logs::LogGroup": "per gigabyte taken in and kept, and per gigabyte searched",
	"AWS::S3::Bucket": "per gigabyte kept, and per request",
	"AWS::KMS::Key": "per request",
	"AWS::Organizations::Policy": "free",
} as const;

type Metered = keyof typeof meters;

/** What a foundation comes to, in the shape of a deployment's. */
export function foundationGovernance(plan: FoundationPlan<unknown>): Governance {
	const { logging } = plan;
	const created = createdBy(plan);
	const types = [...new Set([...created.map(({ type }) => type), ...(logging ? usedBy(logging) : [])])];
	return {
		...allowed(logging ? documentsOf(logging) : []),
		created,
		costs: types.map((type) => ({ type, meter: meters[type] })),
		notes: logging ? notesOf(logging) : [],
	};
}

function createdBy(plan: FoundationPlan<unknown>): (CreatedResource & { readonly type: Metered })[] {
	const { useCase, agreements, logging, attachTo, serviceControlPolicies } = plan;
	const attached = Object.keys(attachTo).length > 0 ? Object.keys(serviceControlPolicies) : [];
	const { logGroup, bucket } = logging?.to ?? {};
	return [
		...(useCase === undefined ? [] : [{ type: "use-case form" as const, name: "use-case" }]),
		...agreements.map(({ modelId }) => ({ type: "model agreement" as const, name: modelId })),
		...(logging ? [{ type: "model invocation logging" as const, name: plan.place.region }] : []),
		...(logGroup ? [{ type: "AWS::IAM::Role" as const, name: "logging-role" }] : []),
		...(logGroup && logGroup.existingArn === undefined ? [{ type: "AWS::Logs::LogGroup" as const, name: "logs" }] : []),
		...(bucket && bucket.existingName === undefined ? [{ type: "AWS::S3::Bucket" as const, name: "logs" }] : []),
		...attached.map((name) => ({ type: "AWS::Organizations::Policy" as const, name })),
	];
}

/** Kinds that records are paid for, created or not. */
function usedBy({ to, kmsKeyArn }: LoggingPlan<unknown>): Metered[] {
	const destination = to.logGroup ? "AWS::Logs::LogGroup" : "AWS::S3::Bucket";
	return kmsKeyArn === undefined ? [destination] : [destination, "AWS::KMS::Key"];
}

function notesOf({ to, content }: LoggingPlan<unknown>): string[] {
	const { logGroup, bucket } = to;
	if (!content || (logGroup?.existingArn ?? bucket?.existingName) === undefined) return [];
	const word = logGroup ? "log group" : "bucket";
	return [`prompts and answers are kept as long, and under the key, that the owner of the ${word} says`];
}

function documentsOf({ to, trust, rolePolicy, bucketPolicy }: LoggingPlan<unknown>): PolicyDocument[] {
	if (to.bucket) return [bucketPolicy];
	return [rolePolicy, assumption(trust, lateText(loggingLate.roleArn))];
}
