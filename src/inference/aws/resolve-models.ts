import type { JsonValue } from "../../json.js";
import { bareModelId, isModelAlias } from "../model-id.js";
import { listedModels } from "../models.js";
import { type AwsPlace, inferenceProfileArn, parseModelArn } from "./arns.js";
import { type Destinations, destinationsOf } from "./destinations.js";
import { late, lateText } from "./late-text.js";
import type { PolicyModel } from "./policy.js";
import type { BedrockProvision } from "./provision.js";

/** A listed model, and what its calls come to. */
export interface ResolvedModel extends PolicyModel {
	/** As listed, without `[1m]`. */
	readonly id: string;
	/** Position in the list. */
	readonly index: number;
	/** The inference profile behind it; absent for provisioned throughput. */
	readonly profileId?: string;
	readonly source: Destinations["source"] | "provisioned";
	/** Regions that content may reach, as far as they are known. */
	readonly reaches: readonly string[] | "anywhere";
}

/** A listed model that no policy can be made for, and why. */
export interface UnresolvedModel {
	readonly index: number;
	readonly id: string;
	readonly wrong: string;
}

/** What the models of a group come to; with a group, calls go through its application profiles. */
export function resolveModels(
	models: readonly JsonValue[],
	place: AwsPlace,
	provision: BedrockProvision<unknown>,
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

type Answer = Omit<ResolvedModel, "id" | "index">;

function resolve(
	id: string,
	place: AwsPlace,
	provision: BedrockProvision<unknown>,
	group: string | undefined,
): Answer | string {
	if (isModelAlias(id)) return "is an alias, which a policy cannot permit; give the full id";
	if (!id.startsWith("arn:")) return throughProfile(id, place, provision, ownProfile(provision, group, id));
	const arn = parseModelArn(id);
	if (!arn) return "is no ARN of a Bedrock profile, for which no policy can be made";
	// An account that nobody names is the one that deploys, which nothing here can be held against.
	if (/^\d/.test(place.accountId) && arn.accountId !== place.accountId) {
		return `is of account ${arn.accountId}; the policy permits account ${place.accountId} only`;
	}
	if (arn.kind === "provisioned-model") {
		return { profileArns: [id], destinations: [], reaches: [place.region], source: "provisioned" };
	}
	if (arn.kind === "inference-profile") {
		return throughProfile(arn.resource, place, provision, ownProfile(provision, group, arn.resource));
	}
	const copied = Object.hasOwn(provision.copiedFrom ?? {}, id) ? provision.copiedFrom?.[id] : undefined;
	if (copied === undefined) {
		return `is an application inference profile, whose policy needs the profile it copies; give provision.copiedFrom[${JSON.stringify(id)}]`;
	}
	return throughProfile(copied, place, provision, id);
}

function throughProfile(
	profileId: string,
	place: AwsPlace,
	provision: BedrockProvision<unknown>,
	applicationProfile: string | undefined,
): Answer | string {
	const destinations = destinationsOf(profileId, place.region, provision.destinations);
	if (typeof destinations === "string") return destinations;
	if (destinations.regions.length === 0) return "has no destination region, so that its policy would refuse every call";
	const global = profileId.startsWith("global.");
	return {
		profileId,
		modelId: profileId.replace(/^[a-z-]+\./, ""),
		profileArns: [
			...(applicationProfile === undefined ? [] : [applicationProfile]),
			inferenceProfileArn(place, profileId),
		],
		destinations: global ? "anywhere" : destinations.regions,
		reaches: destinations.regions,
		source: destinations.source,
	};
}

function ownProfile(
	{ applicationProfiles }: BedrockProvision<unknown>,
	group: string | undefined,
	profileId: string,
): string | undefined {
	if (group === undefined || !Object.hasOwn(applicationProfiles ?? {}, group)) return undefined;
	return lateText(late.applicationProfile(group, profileId));
}
