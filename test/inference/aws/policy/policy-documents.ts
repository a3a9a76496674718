import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../../src/inference/aws/plan-mantle.js";
import type { PolicyDocument } from "../../../../src/inference/aws/policy/policy-document.js";
import { foundationDocuments } from "../foundation/foundation-documents.js";
import { trustDocuments } from "../identity/trust-documents.js";
import { account, prefixCases, requestOf, signInCases } from "./policy-cases.js";
import { bedrockRequests, mantleRequests } from "./policy-requests.js";

/** Every policy document that some case comes to, by a name for its file; equal ones once, under the first's. */
export function policyDocuments(): Map<string, PolicyDocument> {
	const documents = new Map<string, PolicyDocument>();
	for (const [name, document] of everyDocument()) {
		const text = JSON.stringify(document);
		if (![...documents.values()].some((other) => JSON.stringify(other) === text)) documents.set(name, document);
	}
	return documents;
}

function everyDocument(): Map<string, PolicyDocument> {
	const documents = new Map<string, PolicyDocument>();
	for (const prefix of prefixCases) {
		for (const signIn of signInCases) {
			const plan = planBedrock(requestOf(prefix, signIn, true));
			for (const identity of plan.identities) {
				const name = `${prefix.name}-${signIn.signIn}-${identity.role}`;
				documents.set(`identity-${name}`, identity.policy.document);
				if ("trust" in identity && identity.trust) documents.set(`trust-${name}`, identity.trust);
			}
			for (const { service, policy } of plan.endpoints?.services ?? []) {
				documents.set(`endpoint-${prefix.name}-${signIn.signIn}-${service}`, policy);
			}
		}
	}
	for (const [name, document] of trustDocuments()) documents.set(name, document);
	for (const [name, request] of Object.entries(mantleRequests)) {
		const plan = planMantle(request);
		for (const identity of plan.identities) documents.set(`identity-${name}`, identity.policy.document);
		for (const { service, policy } of plan.endpoints?.services ?? []) {
			documents.set(`endpoint-${name}-${service}`, policy);
		}
	}
	for (const [name, request] of Object.entries(bedrockRequests)) {
		const plan = planBedrock(request);
		for (const identity of plan.identities) {
			documents.set(`identity-${name}-${identity.role}`, withProfiles(identity.policy.document));
		}
		for (const { service, policy } of plan.endpoints?.services ?? []) {
			documents.set(`endpoint-${name}-${service}`, policy);
		}
	}
	for (const [name, document] of foundationDocuments()) documents.set(name, document);
	return documents;
}

/** The document once the application profiles in it exist. */
function withProfiles(document: PolicyDocument): PolicyDocument {
	const arn = `arn:aws:bedrock:eu-central-1:${account}:application-inference-profile/a1b2c3d4e5f6`;
	return JSON.parse(JSON.stringify(document).replace(/<late:bedrock\.applicationProfile\.[^<>]+>/g, arn));
}
