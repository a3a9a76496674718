import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import { planBedrock } from "../../../../src/inference/aws/plan-bedrock.js";
import { planMantle } from "../../../../src/inference/aws/plan-mantle.js";
import type { CloudPlan } from "../../../../src/inference/cloud-plan.js";
import { collectorDocuments } from "../../../observability/ecs/collector-documents.js";
import { foundationDocuments } from "../foundation/foundation-documents.js";
import { trustDocuments } from "../identity/trust-documents.js";
import { planned } from "../planned.js";
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
	const add = (word: string, plan: CloudPlan) => {
		for (const [name, document] of Object.entries(plan.policies)) {
			// Such as `identity-shared` or `endpoint-runtime`: the kind comes first.
			const [kind = "", ...rest] = name.split("-");
			documents.set([kind, word, ...rest].join("-"), withProfiles(document as PolicyDocument));
		}
	};
	for (const prefix of prefixCases) {
		for (const signIn of signInCases) {
			add(`${prefix.name}-${signIn.signIn}`, planned(planBedrock(requestOf(prefix, signIn, { isPrivate: true }))));
		}
	}
	for (const [name, document] of trustDocuments()) documents.set(name, document);
	for (const [name, request] of Object.entries(mantleRequests)) add(name, planned(planMantle(request)));
	for (const [name, request] of Object.entries(bedrockRequests)) add(name, planned(planBedrock(request)));
	for (const [name, document] of foundationDocuments()) documents.set(name, document);
	for (const [name, document] of collectorDocuments()) documents.set(name, document);
	return documents;
}

/** The document once the application profiles in it exist. */
function withProfiles(document: PolicyDocument): PolicyDocument {
	const arn = `arn:aws:bedrock:eu-central-1:${account}:application-inference-profile/a1b2c3d4e5f6`;
	return JSON.parse(JSON.stringify(document).replace(/<late:application-profile-[^<>]+>/g, arn));
}
