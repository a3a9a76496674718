import type { PolicyDocument } from "../../../cloud/iam-policy.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { below, error, isError, type Problem, warning } from "../../../problem.js";
import { checkDataRetention } from "../models/check-data-retention.js";
import { nearestProfile } from "../models/destinations.js";
import { tableDate, tableRow } from "../models/destinations-table.js";
import { checkMantleModel } from "../models/mantle-model.js";
import { policyLimits, policySize } from "../policy/policy-size.js";
import { type AwsPartition, partitionOf } from "../region.js";
import { type AdmittedModel, admittedModel } from "./admitted-model.js";
import type { FoundationOptions, ServiceControlOptions } from "./options.js";
import { serviceControlPolicies } from "./service-control-policies.js";

/** Whether somebody has said that AWS may keep and review content. */
export function retentionAcknowledged({ dataRetention, serviceControl }: FoundationOptions) {
	return serviceControl?.dataRetention ?? dataRetention;
}

/** The documents of options that fit their shape, by name. */
export function planServiceControl(options: FoundationOptions): Outcome<Readonly<Record<string, PolicyDocument>>> {
	const { region, serviceControl } = options;
	if (!serviceControl) return made({});
	const { models: listed, mantleModels = [], longTermKeysUsed = false, platformRoleArn } = serviceControl;
	const partition = partitionOf(region) ?? "aws";
	const dataRetention = retentionAcknowledged(options);
	const { models, problems } = admitted(listed, partition);
	problems.push(
		...checkLists(serviceControl),
		...checkRetention(serviceControl, region, dataRetention !== undefined),
		...checkRole(platformRoleArn, partition),
	);
	if (problems.some(isError)) return refused(...problems);
	const acknowledged = dataRetention === undefined ? {} : { dataRetention };
	const request = { partition, models, mantleModels, longTermKeysUsed, platformRoleArn, ...acknowledged };
	const policies = serviceControlPolicies(request);
	const ofSizes = checkSizes(policies);
	return ofSizes.length > 0 ? refused(...problems, ...ofSizes) : made(policies, problems);
}

function admitted(listed: readonly string[], partition: AwsPartition) {
	const models: AdmittedModel[] = [];
	const problems: Problem[] = [];
	for (const [index, id] of listed.entries()) {
		const at = ["serviceControl", "models", index];
		const model = admittedModel(id, partition);
		problems.push(...model.problems.map((problem) => below(at, problem)));
		if (!model.value) continue;
		models.push(model.value);
		problems.push(...unknownProfile(model.value).map((message) => warning("unknown-model", at, message)));
	}
	return { models, problems };
}

/** An id that AWS has not would leave the one that was meant denied. */
function unknownProfile({ profileId }: AdmittedModel): string[] {
	if (profileId === undefined || tableRow(profileId)) return [];
	const near = nearestProfile(profileId);
	const meant = near === undefined ? "make sure that AWS has it" : `did you mean "${near}"?`;
	return [`${profileId} is not in the table of ${tableDate}; ${meant}`];
}

function checkLists({ models, mantleModels }: ServiceControlOptions): Problem[] {
	const at = ["serviceControl", "mantleModels"];
	const problems = (mantleModels ?? []).flatMap((id, index) =>
		checkMantleModel(id).map((problem) => below([...at, index], problem)),
	);
	if (mantleModels?.length === 0)
		problems.push(error("empty", at, "lists no model; leave it out, and Mantle is denied"));
	// Without any model of Bedrock proper, all are denied, which only Mantle's make sense of.
	if (models.length === 0 && mantleModels === undefined) {
		problems.push(error("empty", ["serviceControl", "models"], "lists no model; name those that may be called"));
	}
	return problems;
}

function checkRetention({ models, mantleModels }: ServiceControlOptions, region: string, acknowledged: boolean) {
	const at = (member: string) => ["serviceControl", member];
	return [
		...checkDataRetention("bedrock", region, models, acknowledged, at("models"), "dataRetention"),
		...checkDataRetention("mantle", region, mantleModels, acknowledged, at("mantleModels"), "dataRetention"),
	];
}

function checkRole(platformRoleArn: string, partition: AwsPartition): Problem[] {
	if (platformRoleArn.startsWith(`arn:${partition}:`)) return [];
	return [
		error(
			"other-partition",
			["serviceControl", "platformRoleArn"],
			`is not of partition ${partition}; give a role of it`,
		),
	];
}

function checkSizes(policies: Readonly<Record<string, PolicyDocument>>): Problem[] {
	return Object.values(policies).flatMap((document) => {
		const size = policySize(document);
		if (size <= policyLimits.serviceControl) return [];
		const message = `needs a policy of ${size} characters, and AWS takes ${policyLimits.serviceControl}; list fewer models`;
		return [error("policy-size", ["serviceControl"], message)];
	});
}
