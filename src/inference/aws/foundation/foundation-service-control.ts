import { nearestName } from "../../../nearest-name.js";
import { error, isError, type Problem, warning } from "../../../problem.js";
import { mantle } from "../../routes/mantle.js";
import { checkDataRetention } from "../models/data-retention.js";
import { tableDate, tableProfiles } from "../models/destinations-table.js";
import { type PolicyDocument, policyLimits, policySize } from "../policy/policy-document.js";
import { type AwsPartition, partitionOf } from "../region.js";
import { type AdmittedModel, admittedModel } from "./admitted-model.js";
import type { FoundationOptions, ServiceControlOptions } from "./foundation-options.js";
import { serviceControlPolicies } from "./service-control.js";

/** Whether somebody has said that AWS may keep and review content. */
export function retentionAcknowledged({ dataRetention, serviceControl }: FoundationOptions<unknown>) {
	return serviceControl?.dataRetention ?? dataRetention;
}

/** The documents of options that fit their schema, as far as they go, and what stands in their way. */
export function draftServiceControl(options: FoundationOptions<unknown>): {
	readonly policies: Readonly<Record<string, PolicyDocument>>;
	readonly problems: readonly Problem[];
} {
	const { region, serviceControl } = options;
	if (!serviceControl) return { policies: {}, problems: [] };
	const { models: listed, mantleModels = [], longTermKeysUsed = false, platformRoleArn } = serviceControl;
	const partition = partitionOf(region) ?? "aws";
	const dataRetention = retentionAcknowledged(options);
	const { models, problems } = admitted(listed, partition);
	problems.push(
		...checkLists(serviceControl),
		...checkRetention(serviceControl, region, dataRetention !== undefined),
		...checkRole(platformRoleArn, partition),
	);
	if (problems.some(isError)) return { policies: {}, problems };
	const acknowledged = dataRetention === undefined ? {} : { dataRetention };
	const request = { partition, models, mantleModels, longTermKeysUsed, platformRoleArn, ...acknowledged };
	const policies = serviceControlPolicies(request);
	return { policies, problems: [...problems, ...checkSizes(policies)] };
}

function admitted(listed: readonly string[], partition: AwsPartition) {
	const models: AdmittedModel[] = [];
	const problems: Problem[] = [];
	for (const [index, id] of listed.entries()) {
		const at = ["serviceControl", "models", index];
		const model = admittedModel(id, partition);
		if (typeof model === "string") problems.push(error("model-id", at, model));
		else {
			models.push(model);
			problems.push(...unknownProfile(model).map((message) => warning("unknown-model", at, message)));
		}
	}
	return { models, problems };
}

/** An id that AWS has not would leave the one that was meant denied. */
function unknownProfile({ profileId }: AdmittedModel): string[] {
	const known = tableProfiles();
	if (profileId === undefined || known.includes(profileId)) return [];
	const near = known.find((id) => id.startsWith(profileId)) ?? nearestName(profileId, known);
	const meant = near === undefined ? "make sure that AWS has it" : `did you mean "${near}"?`;
	return [`${profileId} is not in the table of ${tableDate}; ${meant}`];
}

function checkLists({ models, mantleModels }: ServiceControlOptions): Problem[] {
	const at = ["serviceControl", "mantleModels"];
	const problems = (mantleModels ?? []).flatMap((id, index) => {
		const wrong = mantle.checkModel(id);
		return wrong === undefined ? [] : [error("model-id", [...at, index], wrong)];
	});
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
