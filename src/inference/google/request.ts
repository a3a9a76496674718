import type { RequestedDeployment, RequestedPrincipal } from "../requested-deployment.js";
import { textIn } from "../requested-deployment.js";
import type { GoogleSignInName } from "./identity/sign-ins.js";
import type { VertexProvision } from "./provision.js";
import { providerOfAudience, type WorkforceProvider } from "./workforce-audience.js";

/** What a deployment on Vertex AI says that its provisioning depends on. */
export interface VertexRequest extends RequestedDeployment<VertexProvision, GoogleSignInName> {
	/** Project in which models are called. */
	readonly projectId: string;
	/** A single region, `eu`, `us` or `global`. */
	readonly region: string;
}

/** The project that pays for a principal's calls, and in which it must be allowed to. */
export function userProjectOf({ projectId }: VertexRequest, { signInBlock }: RequestedPrincipal): string {
	return textIn(signInBlock, "userProject") ?? projectId;
}

/** The provider by which people come, of those that a block names; undefined where none does. */
export function workforceProviderOf(
	{ provision }: Pick<VertexRequest, "provision">,
	signInBlock: unknown,
): WorkforceProvider | undefined {
	const audience = textIn(signInBlock, "audience");
	return (audience === undefined ? undefined : providerOfAudience(audience)) ?? provision.workforce;
}
