import type { JsonValue } from "../../json.js";
import { withTokens } from "../../reference/walk.js";
import { memberOf } from "../check-members.js";
import type { ProvisionRequest, RouteProvisioning } from "../route.js";
import { isAwsSignIn } from "./identity/sign-ins.js";
import { planBedrock } from "./plan-bedrock.js";
import { planMantle } from "./plan-mantle.js";
import type { BedrockProvision, MantleProvision } from "./provision.js";
import { bedrockProvisionShape, mantleProvisionShape } from "./provision-shape.js";
import type { AwsRequest } from "./request.js";

export const bedrockProvisioning: RouteProvisioning = {
	shape: bedrockProvisionShape,
	// The block has passed the check, which says its type.
	plan: (request) => planBedrock(awsRequest(request, provisionOf(request) as BedrockProvision)),
};

export const mantleProvisioning: RouteProvisioning = {
	shape: mantleProvisionShape,
	plan: (request) => planMantle(awsRequest(request, provisionOf(request) as MantleProvision)),
};

/** The block with tokens for what a program passes in it. */
function provisionOf({ options }: ProvisionRequest): JsonValue {
	// A deployment is JSON throughout.
	return withTokens(memberOf(options, "provision") as JsonValue);
}

function awsRequest<Provision>(request: ProvisionRequest, provision: Provision): AwsRequest<Provision> {
	const { deployment, signIn, options, at } = request;
	if (!isAwsSignIn(signIn)) throw new RangeError(`${signIn} is no way to sign in on AWS`);
	const region = memberOf(options, "region");
	const models = modelsOf(options);
	const baseUrl = memberOf(options, "baseUrl");
	return {
		deployment,
		signIn,
		signInBlock: signInOf(options, signIn),
		region: typeof region === "string" ? region : "",
		provision,
		...(models && { models }),
		...(typeof baseUrl === "string" && { baseUrl }),
		at: { block: at, groups: [...at.slice(0, -2), "groups"] },
		groups: request.groups.map(({ name, members, states, options: effective }) => {
			const own = states.includes("models") ? modelsOf(effective) : undefined;
			const ownSignIn = states.includes("signIn") ? signInOf(effective, signIn) : undefined;
			return { name, members, ...(own && { models: own }), ...(ownSignIn !== undefined && { signInBlock: ownSignIn }) };
		}),
	};
}

function modelsOf(options: Readonly<Record<string, unknown>>): readonly JsonValue[] | undefined {
	const models = memberOf(options, "models");
	// A deployment is JSON throughout.
	return Array.isArray(models) ? (models as readonly JsonValue[]) : undefined;
}

function signInOf(options: Readonly<Record<string, unknown>>, name: string): unknown {
	return memberOf(memberOf(options, "signIn"), name);
}
