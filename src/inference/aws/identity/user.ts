import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { isSecretReference } from "../../../reference/reference.js";
import type { CloudPlan } from "../../cloud-plan.js";
import { keyReference, settled } from "../late-references.js";
import { policyLimits } from "../policy/policy-size.js";
import type { AwsPrincipal } from "../request.js";
import { resource } from "../resource.js";
import {
	type IdentityKind,
	type IdentityProvision,
	type IdentityRequest,
	managedPolicy,
	plannedIdentity,
	policyOf,
	tagsOf,
} from "./identity.js";
import { defaultKeyLabel, keyUserName } from "./names.js";

/** Days that a key lives where nothing is said of keys. */
const defaultKeyDays = 90;

/**
 * A Bedrock API key per label, each of a user of its own unless one exists, and one policy for all; profiles carry the
 * first key. A user's inline policies have too little room for more than a few models.
 */
export const user: IdentityKind = {
	policyLimit: () => policyLimits.managed,
	plan(request) {
		const { principal, provision } = request;
		const { id, groups } = principal;
		const policy = managedPolicy(request);
		const keys = labelsOf(provision).map((label) => plannedKey(label, request, policy));
		const [first] = keys;
		const references = groups.map(({ name }) => ({ group: name, reference: keyReference(name, principal.signInAt) }));
		const secret = first ? outputOf(first.key, "secret") : "";
		return {
			name: first?.userName ?? policy.name,
			part: {
				resources: [policy, ...existingAttachment(request, policy), ...keys.flatMap(({ resources }) => resources)],
				policies: { [policyOf(request)]: request.policy },
				identities: keys.map(({ label, userName, user, key }, index) =>
					plannedIdentity(
						request,
						`key/${userName}/${label}`,
						// A user that was created here goes with its keys when it is said to exist.
						{ resource: key.id, user: user ? "of this deployment" : "of somebody else" },
						{ keptBy: `bearerKey.previous: ${JSON.stringify(label)}`, ...(index > 0 && { leaving: true }) },
					),
				),
				late: Object.assign({}, ...references.map(({ reference }) => settled(reference, secret))),
				outputs: {
					...(first?.user && { principals: { [id]: outputOf(first.user, "arn") } }),
					keyExpiry: Object.fromEntries(keys.map(({ label, key }) => [`${id}.${label}`, outputOf(key, "expiry")])),
					keyAge: Object.fromEntries(keys.map(({ label, key }) => [`${id}.${label}`, outputOf(key, "age")])),
				},
				settings: Object.fromEntries(
					references.map(({ group, reference }) => [group, { inferenceBedrockBearerToken: reference }]),
				),
			},
		};
	},
};

/** Whether a principal's sign-in block already has the key, so that none is to be made. */
export function hasKey({ signInBlock }: Pick<AwsPrincipal, "signInBlock">): boolean {
	return isSecretReference(signInBlock);
}

/** Days that the plan says of each key, or `never`, by the name that outputs give it. */
export function saidKeyAges({ resources, outputs }: CloudPlan): Readonly<Record<string, string>> {
	const names = Object.entries(outputs.keyExpiry ?? {});
	return Object.fromEntries(
		names.map(([name, expiry]) => {
			const key = resources.find((each) => outputOf(each, "expiry") === expiry);
			return [name, String(key?.properties.credentialAgeDays ?? "never")];
		}),
	);
}

/** Of the keys to be, the one in profiles first. */
function labelsOf({ bearerKey }: IdentityProvision): string[] {
	const { current = defaultKeyLabel, previous } = bearerKey ?? {};
	return [current, ...(previous === undefined ? [] : [previous])];
}

interface PlannedKey {
	/** Logical names carry it, so that a key stays itself when `current` becomes `previous`. */
	readonly label: string;
	readonly userName: string;
	/** Absent where the user exists. */
	readonly user?: PlannedResource;
	readonly key: PlannedResource;
	readonly resources: readonly PlannedResource[];
}

function plannedKey(label: string, request: IdentityRequest, policy: PlannedResource): PlannedKey {
	const { deployment, principal, provision } = request;
	const { ageDays = defaultKeyDays, neverExpires, existing } = provision.bearerKey ?? {};
	const { id, group } = principal;
	const suffix = label === defaultKeyLabel ? "" : `.${label}`;
	const named = { deployment, group };
	const userName = existing?.userName ?? keyUserName(named, label);
	const properties = { name: userName, tags: tagsOf(request) };
	const created = existing
		? undefined
		: resource("AWS::IAM::User", `${id}-user${suffix}`, properties, { name: userName });
	const nameOfUser = created ? outputOf(created, "name") : userName;
	const key = resource(
		"AWS::IAM::ServiceSpecificCredential",
		`${id}-key.${label}`,
		{
			userName: nameOfUser,
			serviceName: "bedrock.amazonaws.com",
			credentialAgeDays: neverExpires ? undefined : ageDays,
		},
		// Another age would replace the key, which devices hold; it is for the next label.
		{ name: `${userName}/${label}`, fixed: ["credentialAgeDays"] },
	);
	if (!created) return { label, userName, key, resources: [key] };
	const attachment = attached(`${id}-policy-attachment${suffix}`, nameOfUser, policy);
	return { label, userName, user: created, key, resources: [created, attachment, key] };
}

/** A user that exists gets the policy once, however many keys it has. */
function existingAttachment({ principal, provision }: IdentityRequest, policy: PlannedResource): PlannedResource[] {
	const existing = provision.bearerKey?.existing;
	return existing ? [attached(`${principal.id}-policy-attachment`, existing.userName, policy)] : [];
}

function attached(id: string, userName: string, policy: PlannedResource): PlannedResource {
	const properties = { user: userName, policyArn: outputOf(policy, "arn") };
	return resource("AWS::IAM::User.ManagedPolicyArns", id, properties);
}
