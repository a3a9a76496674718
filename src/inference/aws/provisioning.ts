import { isObject, type JsonValue } from "../../json.js";
import { isSecretReference } from "../../reference/reference.js";
import { memberOf } from "../check-members.js";
import type { ProvisionRequest, RouteProvisioning } from "../route.js";
import { checkBedrockProvision, checkMantleProvision } from "./check-provision.js";
import { lateText } from "./late-text.js";
import { type BedrockRequest, bedrockPrivateHosts } from "./plan-bedrock.js";
import { type MantleRequest, mantlePrivateHosts } from "./plan-mantle.js";
import type { BedrockProvision, MantleProvision } from "./provision.js";
import { bedrockProvisionSchema, mantleProvisionSchema } from "./provision-schema.js";
import { bedrockSettings, mantleSettings } from "./provisioned-settings.js";
import type { AwsRequest } from "./request.js";

export const bedrockProvisioning: RouteProvisioning = {
	schema: bedrockProvisionSchema,
	check: (request) => checkBedrockProvision(bedrockRequest(request)),
	decide(request) {
		const aws = bedrockRequest(request);
		return decided(bedrockSettings(aws), bedrockPrivateHosts(aws));
	},
};

export const mantleProvisioning: RouteProvisioning = {
	schema: mantleProvisionSchema,
	check: (request) => checkMantleProvision(mantleRequest(request)),
	decide(request) {
		const aws = mantleRequest(request);
		return decided(mantleSettings(aws), mantlePrivateHosts(aws));
	},
};

function decided(settings: ReturnType<typeof bedrockSettings>, privateHosts: readonly string[]) {
	return new Map(Object.entries(settings).map(([group, each]) => [group, { settings: each, privateHosts }]));
}

/** What a deployment on Bedrock asks AWS for; its `provision` has passed the schema, which says its type. */
export function bedrockRequest(request: ProvisionRequest): BedrockRequest {
	return awsRequest(request, withTokens(memberOf(request.options, "provision")) as BedrockProvision);
}

/** What a deployment on Mantle asks AWS for; its `provision` has passed the schema, which says its type. */
export function mantleRequest(request: ProvisionRequest): MantleRequest {
	return awsRequest(request, withTokens(memberOf(request.options, "provision")) as MantleProvision);
}

/** What a program passes stands in a plan as the token of its place. */
function withTokens(value: unknown): unknown {
	if (isSecretReference(value) && "fromProgram" in value) return lateText(value.fromProgram);
	if (Array.isArray(value)) return value.map(withTokens);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withTokens(member)]));
}

function awsRequest<Provision>(request: ProvisionRequest, provision: Provision): AwsRequest<Provision> {
	const { deployment, signIn, options, at } = request;
	const region = memberOf(options, "region");
	const models = modelsOf(options);
	const baseUrl = memberOf(options, "baseUrl");
	const signInBlock = signInOf(options, signIn);
	return {
		deployment,
		signIn,
		signInBlock,
		region: typeof region === "string" ? region : "",
		provision,
		...(models && { models }),
		...(typeof baseUrl === "string" && { baseUrl }),
		at: { block: at, groups: [...at.slice(0, -2), "groups"] },
		groups: request.groups.map(({ name, members, options: effective }) => {
			const own = modelsOf(effective);
			const ownSignIn = signInOf(effective, signIn);
			return {
				name,
				members,
				// A group that says nothing has the deployment's own objects.
				...(own && own !== models && { models: own }),
				...(ownSignIn !== undefined && ownSignIn !== signInBlock && { signInBlock: ownSignIn }),
			};
		}),
	};
}

function modelsOf(options: Readonly<Record<string, unknown>>): readonly JsonValue[] | undefined {
	const models = memberOf(options, "models");
	// A deployment is JSON throughout.
	return Array.isArray(models) ? (models as readonly JsonValue[]) : undefined;
}

function signInOf(options: Readonly<Record<string, unknown>>, name: string): unknown {
	const block = memberOf(options, "signIn");
	return isObject(block) ? memberOf(block, name) : undefined;
}
