import { isObject, type JsonValue } from "../../../json.js";
import { bareModelId, isModelAlias } from "../../model-id.js";
import { listedModels } from "../../models.js";
import { late, lateText } from "../late-text.js";
import type { PolicyModel } from "../policy/inference-policy.js";
import type { BedrockProvision } from "../provision.js";
import { type AwsPlace, inferenceProfileArn, parseFoundationModelArn, parseModelArn, profileParts } from "./arns.js";
import { checkBedrockModel } from "./bedrock-model.js";
import { type Destinations, destinationsOf } from "./destinations.js";

/** A listed model, and what its calls come to. Its regions are also those that content may reach. */
export interface ResolvedModel extends PolicyModel {
	/** As listed, without `[1m]`. */
	readonly id: string;
	/** Position in the list. */
	readonly index: number;
	/** The inference profile of AWS's own behind it; absent for provisioned throughput and a model's copy in one region. */
	readonly profileId?: string;
	readonly source: Destinations["source"] | "provisioned";
}

/** A listed model that no policy can be made for, and why. */
export interface UnresolvedModel {
	readonly index: number;
	readonly id: string;
	readonly wrong: string;
}

type Models = Pick<BedrockProvision<unknown>, "destinations" | "copiedFrom" | "applicationProfiles">;

/** What the models of a group come to; with a group, calls go through its application profiles. */
export function resolveModels(
	models: readonly JsonValue[],
	place: AwsPlace,
	provision: Models,
	group: string | undefined,
): { readonly resolved: ResolvedModel[]; readonly unresolved: UnresolvedModel[] } {
	const resolved: ResolvedModel[] = [];
	const unresolved: UnresolvedModel[] = [];
	for (const { id: listed, index } of listedModels(models)) {
		const id = bareModelId(listed);
		const answer = resolve(id, place, provision, group);
		if (typeof answer === "string") unresolved.push({ index, id, wrong: answer });
		else resolved.push({ id, index, ...answer });
	}
	return { resolved, unresolved };
}

/** What an application inference profile copies by `provision.copiedFrom`, or undefined. */
export function copiedFrom({ copiedFrom: copies = {} }: Models, id: string): string | undefined {
	return Object.hasOwn(copies, id) ? copies[id] : undefined;
}

/** The list with what application inference profiles copy in their place, where that is known. */
export function withCopied(models: readonly JsonValue[], provision: Models): JsonValue[] {
	const copied = (id: string) => copiedFrom(provision, bareModelId(id)) ?? id;
	return models.map((entry) => {
		if (typeof entry === "string") return copied(entry);
		if (!isObject(entry) || typeof entry.name !== "string") return entry;
		return { ...(entry as Readonly<Record<string, JsonValue>>), name: copied(entry.name) };
	});
}

type Answer = Omit<ResolvedModel, "id" | "index">;

function resolve(id: string, place: AwsPlace, provision: Models, group: string | undefined): Answer | string {
	if (isModelAlias(id)) return "is an alias, which a policy cannot permit; give the full id";
	if (!id.startsWith("arn:")) return throughProfile(id, place, provision, ownProfile(provision, group, id));
	const arn = parseModelArn(id);
	if (!arn) return "is no ARN of a Bedrock profile, for which no policy can be made";
	// An account that nobody names is the one that deploys, which nothing here can be held against.
	if (/^\d/.test(place.accountId) && arn.accountId !== place.accountId) {
		return `is of account ${arn.accountId}; the policy permits account ${place.accountId} only`;
	}
	if (arn.kind === "provisioned-model") {
		return { profileArns: [id], regions: [place.region], source: "provisioned" };
	}
	if (arn.kind === "inference-profile") {
		return throughProfile(arn.resource, place, provision, ownProfile(provision, group, arn.resource));
	}
	const copied = copiedFrom(provision, id);
	if (copied !== undefined) return throughCopy(id, copied, place, provision);
	return `is an application inference profile, whose policy needs what it copies; give provision.copiedFrom[${JSON.stringify(id)}]`;
}

/** A copy of a profile of AWS's own leads where that leads; one of a foundation model stays in its region. */
function throughCopy(id: string, copied: string, place: AwsPlace, provision: Models): Answer | string {
	const by = `copies ${JSON.stringify(copied)} by provision.copiedFrom, which`;
	const model = parseFoundationModelArn(copied);
	if (model) {
		if (model.region !== place.region) return `${by} is in region ${model.region}; expected one in ${place.region}`;
		return { modelId: model.modelId, profileArns: [id], regions: [place.region], source: "given" };
	}
	const arn = parseModelArn(copied);
	const wrong = checkBedrockModel(copied, { region: place.region, discovery: false });
	if (wrong !== undefined) return `${by} does not fit: ${wrong}`;
	if (arn && arn.kind !== "inference-profile") {
		return `${by} is no inference profile of AWS's own; expected one, or the ARN of a foundation model`;
	}
	return throughProfile(arn?.resource ?? copied, place, provision, id);
}

function throughProfile(
	profileId: string,
	place: AwsPlace,
	provision: Models,
	applicationProfile: string | undefined,
): Answer | string {
	const destinations = destinationsOf(profileId, place.region, provision.destinations);
	if (typeof destinations === "string") return destinations;
	const { regions, source } = destinations;
	if (regions.length === 0) return "has no destination region, so that its policy would refuse every call";
	return {
		profileId,
		modelId: profileParts(profileId).modelId,
		profileArns: [
			...(applicationProfile === undefined ? [] : [applicationProfile]),
			inferenceProfileArn(place, profileId),
		],
		// A call is held against the model where it is made, too, though no other than the destinations answers.
		regions: regions === "anywhere" ? regions : [...new Set([place.region, ...regions])].sort(),
		source,
	};
}

function ownProfile({ applicationProfiles }: Models, group: string | undefined, profileId: string): string | undefined {
	if (group === undefined || !Object.hasOwn(applicationProfiles ?? {}, group)) return undefined;
	return lateText(late.applicationProfile(group, profileId));
}
