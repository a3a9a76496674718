import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { memberOf } from "../../check-members.js";
import { modelIds, type RequestedPrincipal, textsInSignIns } from "../../requested-deployment.js";
import { checkRole } from "../access/role.js";
import type { VertexRequest } from "../request.js";
import { unlessSettled } from "../settled.js";
import { providerOfAudience, workforceAudience } from "../workforce-audience.js";
import { checkServiceAccountKey } from "./service-account.js";
import { googleSignIns, ownProjectPays, signInBlocks } from "./sign-ins.js";

/** What is wrong with who people are to sign in as, and what they have to do by hand. */
export function checkIdentity(request: VertexRequest, principals: readonly RequestedPrincipal[]): Problem[] {
	const { provision, signIn } = request;
	const at = [...request.at.block, "provision"];
	const fitting = googleSignIns[signIn].blocks;
	const given = signInBlocks.filter((name) => provision[name] !== undefined);
	const strangers = given.filter((name) => !fitting.includes(name));
	const problems = strangers.map((name) =>
		error("other-sign-in", [...at, name], `does not go with signIn.${signIn}; ${fittingText(fitting)}`),
	);
	if (provision.serviceAccountKey && provision.workforce) {
		const message = "does not go with serviceAccountKey: the file holds one or the other; leave one of them out";
		problems.push(error("contradiction", [...at, "workforce"], message));
	}
	return [
		...problems,
		...checkRole(request, ownProjectPays(request, principals)),
		...checkBringYourOwn(request, at),
		...checkWorkforce(request, principals, at),
		...checkServiceAccountKey(request, [...at, "serviceAccountKey"]),
		...checkOauthClient(request),
		...checkModelLists(request, principals),
	];
}

function fittingText(fitting: readonly string[]): string {
	return fitting.length === 0 ? "leave it out" : `${fitting.join(" or ")} does`;
}

/** Where others look after who may call, nothing is made for anybody. */
function checkBringYourOwn({ provision }: VertexRequest, at: Path): Problem[] {
	if (!provision.bringYourOwn) return [];
	return (["serviceAccountKey", "accessUntil"] as const)
		.filter((name) => provision[name] !== undefined)
		.map((name) => error("contradiction", [...at, name], "does not go with bringYourOwn; leave one of them out"));
}

function checkWorkforce(request: VertexRequest, principals: readonly RequestedPrincipal[], at: Path): Problem[] {
	const { provision, signIn } = request;
	if (signIn !== "workforce") return [];
	const { workforce } = provision;
	if (!workforce) {
		const message =
			"is missing; the audience that signIn.workforce leaves out follows from the pool and provider, or write the audience";
		const needed = principals.some(({ signInBlock }) => memberOf(signInBlock, "audience") === undefined);
		return needed ? [error("missing", [...at, "workforce"], message)] : [];
	}
	return textsInSignIns(request, "audience").flatMap(({ text, at: path }) => {
		if (!providerOfAudience(text) || text === workforceAudience(workforce)) return [];
		const message = `is not that of provision.workforce, which is ${workforceAudience(workforce)}; leave one of them out`;
		return [error("contradiction", path, message)];
	});
}

/** Google has no API for OAuth clients of desktop apps. https://developers.google.com/identity/protocols/oauth2/native-app */
function checkOauthClient({ signIn, projectId, provision, at }: VertexRequest): Problem[] {
	if (signIn !== "google") return [];
	const steps = [
		`open https://console.cloud.google.com/auth/audience?project=${projectId} and make the audience Internal`,
		`open https://console.cloud.google.com/auth/clients/create?project=${projectId}, choose the application type Desktop app, and create the client`,
		"write its client id into signIn.google.clientId, and give its client secret by reference as signIn.google.clientSecret",
		"list oauthClient in provision.settled",
	];
	const told = steps.map((step, index) => `(${index + 1}) ${step}`).join("; ");
	const message = `needs an OAuth client that only a person can make, in the console: ${told}`;
	return unlessSettled(provision, "oauthClient", [...at.block, "signIn", "google"], message);
}

/** https://cloud.google.com/vertex-ai/generative-ai/docs/control-model-access */
function checkModelLists(
	{ projectId, provision }: VertexRequest,
	principals: readonly RequestedPrincipal[],
): Problem[] {
	const [first, ...others] = principals;
	if (!first) return [];
	return others.flatMap(({ models, modelsAt }) => {
		if (modelIds(models).join() === modelIds(first.models).join()) return [];
		const message = `differs from the list of other groups, which Google's IAM cannot tell apart: whoever may call one model of project ${projectId} may call all that it offers, whatever the app shows. Write a deployment of its own with another project for these people, or bound the project to the models of all by the organisation policy vertexai.allowedModels, which VertexFoundation makes (allowedModels)`;
		return unlessSettled(provision, "modelLists", modelsAt, message);
	});
}
