import type { PolicyDocument } from "../../../../src/cloud/iam-policy.js";
import { type WebIdentity, webIdentityTrust } from "../../../../src/inference/aws/identity/trust.js";
import { account } from "../policy/policy-cases.js";

const base = {
	providerArn: `arn:aws:iam::${account}:oidc-provider/login.example.com`,
	issuerUrl: "https://login.example.com",
	clientId: "cowork",
};

const cases: Readonly<Record<string, WebIdentity>> = {
	subject: { ...base, subject: "alice" },
	"subject-pattern": { ...base, subject: "waad|*" },
	subjects: { ...base, claim: { name: "sub", values: ["alice", "bob"] } },
	"session-tag": { ...base, tag: { key: "group", values: ["pilots", "testers"] } },
	"issuer-with-slash": {
		providerArn: `arn:aws:iam::${account}:oidc-provider/tenant.auth0.com/`,
		issuerUrl: "https://tenant.auth0.com/",
		clientId: "cowork",
		claim: { name: "amr", values: ["pilots"] },
	},
};

/** A trust for each way to tell people by their tokens. */
export function trustDocuments(): [name: string, document: PolicyDocument][] {
	return Object.entries(cases).map(([name, identity]) => [`trust-token-${name}`, webIdentityTrust(identity)]);
}
