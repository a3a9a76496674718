import { allow, type PolicyDocument, type PolicyStatement, policy } from "../../../cloud/iam-policy.js";
import { groupBy } from "../../../group-by.js";
import { made, type Outcome, refused } from "../../../outcome.js";
import { error } from "../../../problem.js";
import { foundationModelArn, parseModelArn } from "../models/arns.js";
import type { AwsScope } from "../scope.js";
import { policySize } from "./policy-size.js";

/** One model that a policy permits, and the profiles through which it does. */
export interface PolicyModel {
	/** ARNs of the profiles that may be called, an application profile before the one it copies. */
	readonly profileArns: readonly string[];
	/** Absent where the profile is capacity of its own, which no foundation model stands behind. */
	readonly modelId?: string;
	/**
	 * Regions in which a call is held against the model: where it is made, and every one that may answer; `anywhere` for a
	 * profile whose requests carry no destination region.
	 */
	readonly regions: readonly string[] | "anywhere";
}

/** What kind of Bedrock API key a principal may call with. */
export type BearerKind = "LONG_TERM" | "SHORT_TERM" | "any";

export interface InferencePolicyRequest {
	readonly scope: AwsScope;
	readonly models: readonly PolicyModel[];
	/** Whether the app lists the provider's models. */
	readonly discovery: boolean;
	/** Whether tokens may be counted before a call. @default false */
	readonly countTokens?: boolean;
	/** @default - no keys */
	readonly bearer?: BearerKind;
	/** Whether the policy bounds the regions that answer, and not the profiles alone. @default false */
	readonly bounded?: boolean;
	/** Characters that the document may have; see `policyLimits`. */
	readonly limit: number;
}

/** There is no prefix for the runtime: Converse and its stream use these two as well. */
export const invokeActions = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] as const;
/** These take no resource. */
export const listActions = ["bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"] as const;
export const readProfileAction = "bedrock:GetInferenceProfile";
export const countAction = "bedrock:CountTokens";

/**
 * The least that lets a principal call exactly the models, each only through its profile. The key
 * `bedrock:InferenceProfileArn` is there when a request is held against the foundation model, but not when it is held
 * against the profile, so only the former may ask for it. AWS alone says to which model a profile leads, so that one
 * statement for all of them lets nobody call one model through another's profile.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function inferencePolicy(request: InferencePolicyRequest): Outcome<PolicyDocument> {
	const { scope, bounded = false, limit } = request;
	const models = byProfile(request.models);
	const anyRegion = build(request, models, [invokeModels(scope, models)]);
	if (!bounded) return withinLimit(anyRegion, limit, models.length);
	const exact = build(request, models, [invokeModels(scope, models, inEachRegion)]);
	if (policySize(exact) <= limit) return made(exact);
	return withinLimit(build(request, models, byRegions(scope, models)), limit, models.length);
}

/** The document where AWS takes one of its size. */
export function withinLimit(document: PolicyDocument, limit: number, models: number): Outcome<PolicyDocument> {
	const size = policySize(document);
	if (size <= limit) return made(document);
	const message = `needs a policy of ${size} characters for ${models} models, and AWS takes ${limit} here; list fewer models`;
	return refused(error("policy-size", [], message));
}

/** ARNs under which calls are held against a model. */
type ModelArns = (scope: AwsScope, model: PolicyModel) => string[];

const inEachRegion: ModelArns = (scope, model) => {
	const { modelId, regions } = model;
	if (modelId === undefined) return [];
	if (regions === "anywhere") return inAnyRegion(scope, model);
	return regions.map((region) => foundationModelArn(scope.partition, region, modelId));
};

/** The profile bounds the regions, so that one that AWS adds breaks nobody. A `global.` profile's requests name none. */
const inAnyRegion: ModelArns = ({ partition }, { modelId, regions }) => {
	if (modelId === undefined) return [];
	const named = foundationModelArn(partition, "*", modelId);
	return regions === "anywhere" ? [named, foundationModelArn(partition, "", modelId)] : [named];
};

/** ARNs of everything that calls of the models are held against. */
export function invokedArns(scope: AwsScope, models: readonly PolicyModel[], bounded = false): string[] {
	const modelArns = bounded ? inEachRegion : inAnyRegion;
	return distinct(models.flatMap((model) => [...model.profileArns, ...modelArns(scope, model)]));
}

/** ARNs of the profiles that are read about; capacity of one's own has none. */
export function readProfileArns(models: readonly PolicyModel[]): string[] {
	return distinct(models.flatMap(({ profileArns }) => profileArns.filter(isProfile)));
}

/** ARNs of the models that are read about or counted for, which they are in the region of the call alone. */
export function readModelArns({ partition, region }: AwsScope, models: readonly PolicyModel[]): string[] {
	return distinct(
		models.flatMap(({ modelId }) => (modelId === undefined ? [] : foundationModelArn(partition, region, modelId))),
	);
}

function build(
	{ scope, discovery, countTokens, bearer }: InferencePolicyRequest,
	models: readonly PolicyModel[],
	invoked: readonly PolicyStatement[],
): PolicyDocument {
	const read = readProfileArns(models);
	const capacity = distinct(models.flatMap(({ profileArns }) => profileArns)).filter((arn) => !read.includes(arn));
	const here = readModelArns(scope, models);
	return policy([
		...(read.length > 0 ? [allow("UseProfiles", [...invokeActions, readProfileAction], read)] : []),
		...(capacity.length > 0 ? [allow("InvokeCapacity", invokeActions, capacity)] : []),
		...invoked.filter(({ Resource = [] }) => Resource.length > 0),
		...(countTokens && here.length > 0 ? [allow("CountTokens", [countAction], here)] : []),
		...(discovery ? [allow("ListModels", listActions, ["*"])] : []),
		...(discovery && here.length > 0 ? [allow("ReadModels", ["bedrock:GetFoundationModel"], here)] : []),
		...(bearer ? [callWithBearerToken(bearer, "bedrock:CallWithBearerToken", "bedrock:bearerTokenType")] : []),
	]);
}

function invokeModels(
	scope: AwsScope,
	models: readonly PolicyModel[],
	modelArns: ModelArns = inAnyRegion,
): PolicyStatement {
	const arns = distinct(models.flatMap((model) => modelArns(scope, model)));
	return allow("InvokeModels", invokeActions, arns, throughProfiles(models));
}

/** For when models times regions are too many: models that reach the same regions, and those by their names alone. */
function byRegions(scope: AwsScope, models: readonly PolicyModel[]): PolicyStatement[] {
	const reached = groupBy(models, (model) => [model.regions].flat().join(" "));
	return [...reached.values()].map((alike, index) => {
		const { Sid, ...statement } = invokeModels(scope, alike);
		const [{ regions } = { regions: "anywhere" }] = alike;
		const within = regions === "anywhere" ? {} : { "aws:RequestedRegion": regions };
		return {
			Sid: `${Sid}${index + 1}`,
			...statement,
			Condition: { StringEquals: { ...throughProfiles(alike).StringEquals, ...within } },
		};
	});
}

function throughProfiles(models: readonly PolicyModel[]) {
	const through = models.flatMap(({ modelId, profileArns }) => (modelId === undefined ? [] : profileArns));
	return { StringEquals: { "bedrock:InferenceProfileArn": distinct(through) } };
}

/** One entry per profile, however often it is listed. */
function byProfile(models: readonly PolicyModel[]): PolicyModel[] {
	const merged = new Map<string, PolicyModel>();
	for (const model of models) {
		const system = model.profileArns.at(-1) ?? "";
		const profileArns = distinct([...model.profileArns, ...(merged.get(system)?.profileArns ?? [])]);
		merged.set(system, { ...model, profileArns });
	}
	return [...merged.values()];
}

/** Provisioned throughput is called by an ARN of its own, which is no profile's. */
function isProfile(arn: string): boolean {
	return parseModelArn(arn)?.kind !== "provisioned-model";
}

function distinct(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}

/**
 * Each front door of Bedrock has an action and a condition key of its own; the action takes no resource.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html
 */
export function callWithBearerToken(kind: BearerKind, action: string, key: string): PolicyStatement {
	const condition = kind === "any" ? undefined : { StringEquals: { [key]: kind } };
	return allow("CallWithKey", [action], ["*"], condition);
}
