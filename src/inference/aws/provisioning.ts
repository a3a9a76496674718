import type { JsonValue } from "../../json.js";
import { withTokens } from "../../reference/walk.js";
import { memberOf } from "../check-members.js";
import { requestedDeployment, textIn } from "../requested-deployment.js";
import type { ProvisionRequest, RouteProvisioning } from "../route.js";
import { isAwsSignIn } from "./identity/sign-ins.js";
import { planBedrock } from "./plan-bedrock.js";
import { planMantle } from "./plan-mantle.js";
import type { BedrockProvision, MantleProvision } from "./provision.js";
import { bedrockProvisionShape, mantleProvisionShape } from "./provision-shape.js";
import type { AwsRequest } from "./request.js";

const manual = [
	"cost-tag-inactive",
	"endpoint-keeps-policy",
	"model-agreement",
	"policy-to-attach",
	"role-name-to-hand-on",
];

export const bedrockProvisioning: RouteProvisioning = {
	cloud: "aws",
	shape: bedrockProvisionShape,
	manual,
	// The block has passed the check, which says its type.
	plan: (request) => planBedrock(awsRequest(request, provisionOf(request) as BedrockProvision)),
};

export const mantleProvisioning: RouteProvisioning = {
	cloud: "aws",
	shape: mantleProvisionShape,
	manual,
	plan: (request) => planMantle(awsRequest(request, provisionOf(request) as MantleProvision)),
};

/** The block with tokens for what a program passes in it. */
function provisionOf({ options }: ProvisionRequest): JsonValue {
	// A deployment is JSON throughout.
	return withTokens(memberOf(options, "provision") as JsonValue);
}

function awsRequest<Provision>(request: ProvisionRequest, provision: Provision): AwsRequest<Provision> {
	const { signIn, options } = request;
	if (!isAwsSignIn(signIn)) throw new RangeError(`${signIn} is no way to sign in on AWS`);
	return { ...requestedDeployment(request, signIn, provision), region: textIn(options, "region") ?? "" };
}
