import { outputOf } from "../../../cloud/plan-resource.js";
import { isJsonObject, type JsonValue } from "../../../json.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { below, error, type Problem } from "../../../problem.js";
import { bareModelId, isModelAlias } from "../../model-id.js";
import { listedModels } from "../../models.js";
import type { PolicyModel } from "../policy/inference-policy.js";
import type { BedrockProvision } from "../provision.js";
import type { AwsPrincipal } from "../request.js";
import type { AwsScope } from "../scope.js";
import { applicationProfileId, hasOwnProfiles } from "./application-profiles.js";
import { inferenceProfileArn, parseFoundationModelArn, parseModelArn, profileParts } from "./arns.js";
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

export interface ResolvedModels {
	readonly resolved: readonly ResolvedModel[];
	/** Of those that no policy can be made for; paths from the list. */
	readonly problems: readonly Problem[];
}

/** What the models of each principal come to, those without a policy left out. */
export type ModelsOf = (principal: AwsPrincipal) => readonly ResolvedModel[];

type Models = Pick<BedrockProvision, "destinations" | "copiedFrom" | "applicationProfiles">;

/** What the models of a principal come to; calls of a group with application profiles go through those. */
export function resolveModels(
	{ models, group }: { readonly models: readonly JsonValue[]; readonly group?: string },
	scope: AwsScope,
	provision: Models,
): ResolvedModels {
	const resolved: ResolvedModel[] = [];
	const problems: Problem[] = [];
	for (const { id: listed, index } of listedModels(models)) {
		const id = bareModelId(listed);
		const answer = resolve(id, scope, provision, group);
		if (answer.value) resolved.push({ id, index, ...answer.value });
		else problems.push(...answer.problems.map((problem) => below([index], problem)));
	}
	return { resolved, problems };
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
		if (!isJsonObject(entry) || typeof entry.name !== "string") return entry;
		return { ...entry, name: copied(entry.name) };
	});
}

type Answer = Omit<ResolvedModel, "id" | "index">;

function resolve(id: string, scope: AwsScope, provision: Models, group: string | undefined): Outcome<Answer> {
	if (isModelAlias(id)) return refuse("is an alias, which a policy cannot permit; give the full id");
	// Said as the route says it, so that one wrong model is one problem.
	const wrong = checkBedrockModel(id, { region: scope.region, discovery: false });
	if (wrong.length > 0) return refused(...wrong);
	if (!id.startsWith("arn:")) return throughProfile(id, scope, provision, ownProfile(provision, group, id));
	const arn = parseModelArn(id);
	if (!arn) return refuse("is no ARN of a Bedrock profile, for which no policy can be made");
	// An account that nobody names is the one that deploys, which nothing here can be held against.
	if (/^\d/.test(scope.accountId) && arn.accountId !== scope.accountId) {
		return refuse(`is of account ${arn.accountId}; the policy permits account ${scope.accountId} only`);
	}
	if (arn.kind === "provisioned-model") {
		return made({ profileArns: [id], regions: [scope.region], source: "provisioned" });
	}
	if (arn.kind === "inference-profile") {
		return throughProfile(arn.resource, scope, provision, ownProfile(provision, group, arn.resource));
	}
	const copied = copiedFrom(provision, id);
	if (copied !== undefined) return throughCopy(id, copied, scope, provision);
	return refuse(
		`is an application inference profile, whose policy needs what it copies; give provision.copiedFrom[${JSON.stringify(id)}]`,
	);
}

/** A copy of a profile of AWS's own leads where that leads; one of a foundation model stays in its region. */
function throughCopy(id: string, copied: string, scope: AwsScope, provision: Models): Outcome<Answer> {
	const by = `copies ${JSON.stringify(copied)} by provision.copiedFrom, which`;
	const { region } = scope;
	const model = parseFoundationModelArn(copied);
	if (model) {
		if (model.region !== region) return refuse(`${by} is in region ${model.region}; expected one in ${region}`);
		return made({ modelId: model.modelId, profileArns: [id], regions: [region], source: "given" });
	}
	const arn = parseModelArn(copied);
	const [wrong] = checkBedrockModel(copied, { region, discovery: false });
	if (wrong) return refuse(`${by} does not fit: ${wrong.message}`);
	if (arn && arn.kind !== "inference-profile") {
		return refuse(`${by} is no inference profile of AWS's own; expected one, or the ARN of a foundation model`);
	}
	return throughProfile(arn?.resource ?? copied, scope, provision, id);
}

function throughProfile(
	profileId: string,
	scope: AwsScope,
	provision: Models,
	applicationProfile: string | undefined,
): Outcome<Answer> {
	const destinations = destinationsOf(profileId, scope.region, provision.destinations);
	if (!destinations.value) return destinations;
	const { regions, source } = destinations.value;
	if (regions.length === 0) return refuse("has no destination region, so that its policy would refuse every call");
	return made({
		profileId,
		modelId: profileParts(profileId).modelId,
		profileArns: [
			...(applicationProfile === undefined ? [] : [applicationProfile]),
			inferenceProfileArn(scope, profileId),
		],
		// A call is held against the model where it is made, too, though no other than the destinations answers.
		regions: regions === "anywhere" ? regions : [...new Set([scope.region, ...regions])].sort(),
		source,
	});
}

function ownProfile(provision: Models, group: string | undefined, profileId: string): string | undefined {
	if (!hasOwnProfiles(provision, group)) return undefined;
	return outputOf({ id: applicationProfileId(group, profileId) }, "arn");
}

function refuse(message: string): Outcome<never> {
	return refused(error("model-without-policy", [], message));
}
