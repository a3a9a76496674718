import { outputOf } from "../../../cloud/plan-resource.js";
import { line } from "../../../configuration/values/text.js";
import type { Problem } from "../../../problem.js";
import { flag, integer, map, object, textMatching, words } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import type { PlanPart } from "../../join-plans.js";
import { poolId, providerId } from "../identity/identity-shape.js";
import { resource } from "../resource.js";
import { workforceAudience } from "../workforce-audience.js";
import type { VertexFoundationOptions } from "./options.js";
import { unlessSettled } from "./settled.js";

const defaultSessionHours = 8;

const displayName = textMatching("display-name", /^.{1,32}$/u, "is longer than the 32 characters that Google takes");
const expression = textMatching("expression", /^.{1,2048}$/su, "is no expression of 1 to 2,048 characters");

const provider = object(
	{
		id: { shape: providerId, summary: "Id of the provider.", required: true },
		issuer: {
			shape: textMatching("issuer-url", /^https:\/\/[^\s?#]+$/, "is no issuer; expected an https URL"),
			summary: "Issuer of the tokens, https.",
			required: true,
		},
		clientId: {
			shape: line,
			summary: "Client that tokens are for, the one of `signIn.workforce.oidc`.",
			required: true,
		},
		subject: { shape: expression, summary: "Expression of who somebody is.", default: "assertion.sub" },
		groups: {
			shape: expression,
			summary: "Expression of a person's groups, which `members.principalSet: group/<value>` speaks of.",
			default: "assertion.groups",
		},
		attributes: {
			shape: map(expression, {
				names: textMatching("attribute-name", /^[a-z0-9_]{1,100}$/, "is no name of an attribute; expected [a-z0-9_]"),
			}),
			summary:
				"Expressions of further attributes, by name, which `members.principalSet: attribute.<name>/<value>` speaks of.",
			defaultNote: "none",
		},
		condition: {
			shape: expression,
			summary: "Expression that tokens must fulfil to be taken at all.",
			defaultNote: "every token of the client is taken, and may do what its people are bound to",
		},
		detailedAuditLogging: {
			shape: flag,
			summary: "Whether what tokens say is recorded in the audit log, people's names among it.",
			default: false,
		},
	},
	{ name: "WorkforceProviderOptions", summary: "The identity provider behind a workforce pool, by OpenID Connect." },
);

/** Member of a foundation's options. */
export const workforce: Member = {
	shape: object(
		{
			organizationId: {
				shape: textMatching("organization-id", /^\d{6,20}$/, "is no id of an organisation; expected digits"),
				summary: "Organisation that the pool is of, by number.",
				required: true,
			},
			poolId: {
				shape: poolId,
				summary: "Id of the pool, unique in the world. Google gives out that of a deleted pool only after 30 days.",
				required: true,
			},
			displayName: { shape: displayName, summary: "What people see.", default: "Claude Cowork" },
			sessionHours: {
				shape: integer({ min: 1, max: 11 }),
				summary: "Hours until people sign in again.",
				default: defaultSessionHours,
			},
			provider: { shape: provider, summary: "The pool's provider.", required: true },
			deletionPolicy: {
				shape: words(["PREVENT", "ABANDON", "DELETE"]),
				summary:
					"What becomes of pool and provider when they leave the foundation, in Google's words: everybody who comes by them loses access to everything.",
				default: "PREVENT",
			},
		},
		{ name: "WorkforceOptions", summary: "A workforce pool with one provider, at the organisation's level." },
	),
	summary: "Workforce pool and provider for `signIn.workforce`.",
	defaultNote: "none is made",
};

/** Pool and provider. What they are called stays: other deployments and bindings speak of them. */
export function planWorkforce({ workforce: asked }: VertexFoundationOptions, after: readonly string[]): PlanPart {
	if (!asked) return {};
	const { organizationId, sessionHours = defaultSessionHours, deletionPolicy = "PREVENT" } = asked;
	const { provider: by, displayName: shown = "Claude Cowork" } = asked;
	const location = "global";
	const pool = resource(
		"iam.googleapis.com/WorkforcePool",
		"workforce-pool",
		{
			parent: `organizations/${organizationId}`,
			location,
			workforcePoolId: asked.poolId,
			displayName: shown,
			sessionDuration: `${sessionHours * 3600}s`,
			deletionPolicy,
		},
		{ name: asked.poolId, account: "organization", after },
	);
	const attributes = Object.entries(by.attributes ?? {}).map(([name, of]) => [`attribute.${name}`, of]);
	const created = resource(
		"iam.googleapis.com/WorkforcePoolProvider",
		"workforce-provider",
		{
			workforcePoolId: outputOf(pool, "workforcePoolId"),
			location,
			providerId: by.id,
			attributeMapping: {
				"google.subject": by.subject ?? "assertion.sub",
				"google.groups": by.groups ?? "assertion.groups",
				...Object.fromEntries(attributes),
			},
			...(by.condition !== undefined && { attributeCondition: by.condition }),
			oidc: {
				issuerUri: by.issuer,
				clientId: by.clientId,
				webSsoConfig: { responseType: "ID_TOKEN", assertionClaimsBehavior: "ONLY_ID_TOKEN_CLAIMS" },
			},
			detailedAuditLogging: by.detailedAuditLogging ?? false,
			deletionPolicy,
		},
		{ name: by.id, account: "organization" },
	);
	const audience = workforceAudience({ poolId: asked.poolId, providerId: by.id });
	return { resources: [pool, created], outputs: { workforce: { audience } } };
}

/** https://claude.com/docs/third-party/claude-desktop/vertex */
export function checkWorkforcePool(options: VertexFoundationOptions): Problem[] {
	const asked = options.workforce;
	if (!asked) return [];
	const { clientId, issuer } = asked.provider;
	const steps = [
		`register client ${clientId} at ${issuer} as a public client with PKCE and without a secret`,
		"give it the redirect URI http://127.0.0.1/callback, or with a port where signIn.workforce.oidc says redirectPort",
		"let it ask for openid and offline_access, and have its ID tokens carry what groups and attributes speak of",
		"list identityProvider in settled",
	];
	const told = steps.map((step, index) => `(${index + 1}) ${step}`).join("; ");
	const message = `needs what only a person can do: ${told}`;
	return unlessSettled(options, "identityProvider", ["workforce", "provider"], message);
}
