import type { JsonValue } from "../../json.js";
import { withTokens } from "../../reference/walk.js";
import { memberOf } from "../check-members.js";
import { requestedDeployment, textIn } from "../requested-deployment.js";
import type { ProvisionRequest, RouteProvisioning } from "../route.js";
import { isGoogleSignIn } from "./identity/sign-ins.js";
import { planVertex } from "./plan-vertex.js";
import type { VertexProvision } from "./provision.js";
import { vertexProvisionShape } from "./provision-shape.js";
import type { VertexRequest } from "./request.js";
import { manual } from "./settled.js";

export const vertexProvisioning: RouteProvisioning = {
	cloud: "gcp",
	shape: vertexProvisionShape,
	manual,
	plan: (request) => planVertex(vertexRequest(request)),
};

function vertexRequest(request: ProvisionRequest): VertexRequest {
	const { signIn, options } = request;
	if (!isGoogleSignIn(signIn)) throw new RangeError(`${signIn} is no way to sign in on Google Cloud`);
	// A deployment is JSON throughout, and the block has passed the check, which says its type.
	const provision = withTokens(memberOf(options, "provision") as JsonValue) as VertexProvision;
	return {
		...requestedDeployment(request, signIn, provision),
		projectId: textIn(options, "projectId") ?? "",
		region: textIn(options, "region") ?? "",
	};
}
