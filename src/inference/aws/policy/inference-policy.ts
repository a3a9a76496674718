import { made, type Outcome, refused } from "../../../outcome.js";
import { error } from "../../../problem.js";
import { foundationModelArn } from "../models/arns.js";
import type { AwsScope } from "../scope.js";
import { allow, type PolicyDocument, type PolicyStatement, policy, policySize } from "./policy-document.js";

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
	/** @default - no keys */
	readonly bearer?: BearerKind;
	/** Characters that the document may have; see `policyLimits`. */
	readonly limit: number;
}

/** There is no prefix for the runtime: Converse and its stream use these two as well. */
export const invokeActions = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"] as const;
/** These take no resource. */
export const listActions = ["bedrock:ListFoundationModels", "bedrock:ListInferenceProfiles"] as const;

/**
 * The least that lets a principal call exactly the models, each only through its profile. The key
 * `bedrock:InferenceProfileArn` is there when a request is held against the foundation model, but not when it is held
 * against the profile, so only the former may ask for it.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function inferencePolicy(request: InferencePolicyRequest): Outcome<PolicyDocument> {
	const exact = build(request, inEachRegion);
	if (policySize(exact) <= request.limit) return made(exact);
	// The profile bounds the regions, so that the wildcard opens no other.
	const compact = build(request, inEveryRegion);
	return withinLimit(compact, request.limit, request.models.length);
}

/** The document where AWS takes one of its size. */
export function withinLimit(document: PolicyDocument, limit: number, models: number): Outcome<PolicyDocument> {
	const size = policySize(document);
	if (size <= limit) return made(document);
	const message = `needs a policy of ${size} characters for ${models} models, and AWS takes ${limit} here; list fewer models`;
	return refused(error("policy-size", [], message));
}

/** ARNs of a model in regions. */
type ModelArns = (scope: AwsScope, regions: readonly string[], modelId: string) => string[];

const inEachRegion: ModelArns = ({ partition }, regions, id) =>
	regions.map((region) => foundationModelArn(partition, region, id));

/** A wildcard for regions, for when they are too many. */
export const inEveryRegion: ModelArns = ({ partition }, _, id) => [foundationModelArn(partition, "*", id)];

/** ARNs of everything that calls of the models are held against. */
export function invokedArns(scope: AwsScope, models: readonly PolicyModel[], modelArns = inEachRegion): string[] {
	const arns = models.flatMap(({ profileArns, modelId, regions }) => {
		if (modelId === undefined) return profileArns;
		if (regions === "anywhere") return [...profileArns, ...inEachRegion(scope, [scope.region, ""], modelId)];
		return [...profileArns, ...modelArns(scope, regions, modelId)];
	});
	return [...new Set(arns)];
}

/** ARNs of the models that are read about, which they are in the region of the call alone. */
export function readModelArns(scope: AwsScope, models: readonly PolicyModel[]): string[] {
	const arns = models.flatMap(({ modelId }) =>
		modelId === undefined ? [] : inEachRegion(scope, [scope.region], modelId),
	);
	return [...new Set(arns)];
}

function build({ scope, models, discovery, bearer }: InferencePolicyRequest, modelArns: ModelArns): PolicyDocument {
	const through = byProfile(models);
	const profiles = [...new Set(through.flatMap(({ profileArns }) => profileArns))];
	const statements: PolicyStatement[] = [allow("InvokeProfiles", invokeActions, profiles)];
	for (const [index, { profileArns, modelId, regions }] of through.entries()) {
		if (modelId === undefined) continue;
		const profile = { "bedrock:InferenceProfileArn": profileArns };
		const anywhere = regions === "anywhere";
		const resources = anywhere ? inEachRegion(scope, [scope.region], modelId) : modelArns(scope, regions, modelId);
		statements.push(allow(`InvokeModel${index + 1}`, invokeActions, resources, { StringEquals: profile }));
		if (!anywhere) continue;
		const nowhere = { StringEquals: { "aws:RequestedRegion": "unspecified", ...profile } };
		const regionless = [foundationModelArn(scope.partition, "", modelId)];
		statements.push(allow(`InvokeModel${index + 1}Anywhere`, invokeActions, regionless, nowhere));
	}
	if (discovery) statements.push(...discover(scope, through, profiles));
	if (bearer) statements.push(callWithBearerToken(bearer, "bedrock:CallWithBearerToken", "bedrock:bearerTokenType"));
	return policy(statements);
}

/** One entry per profile, however often it is listed. */
function byProfile(models: readonly PolicyModel[]): PolicyModel[] {
	const merged = new Map<string, PolicyModel>();
	for (const model of models) {
		const system = model.profileArns.at(-1) ?? "";
		const profileArns = [...new Set([...model.profileArns, ...(merged.get(system)?.profileArns ?? [])])];
		merged.set(system, { ...model, profileArns });
	}
	return [...merged.values()];
}

function discover(scope: AwsScope, models: readonly PolicyModel[], profiles: readonly string[]): PolicyStatement[] {
	const here = readModelArns(scope, models);
	return [
		allow("ListModels", listActions, ["*"]),
		allow("ReadProfiles", ["bedrock:GetInferenceProfile"], profiles),
		...(here.length > 0 ? [allow("ReadModels", ["bedrock:GetFoundationModel"], here)] : []),
	];
}

/**
 * Each front door of Bedrock has an action and a condition key of its own; the action takes no resource.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html
 */
export function callWithBearerToken(kind: BearerKind, action: string, key: string): PolicyStatement {
	const condition = kind === "any" ? undefined : { StringEquals: { [key]: kind } };
	return allow("CallWithKey", [action], ["*"], condition);
}
