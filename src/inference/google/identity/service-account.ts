import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import { made } from "../../../outcome.js";
import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import { peopleOf, type RequestedPrincipal, requestedPrincipals, textIn } from "../../requested-deployment.js";
import { projectMember } from "../access/project-member.js";
import type { VertexRequest } from "../request.js";
import { resource } from "../resource.js";
import { unlessSettled } from "../settled.js";
import { accessOf, accessPolicy, conditionOf, type IdentityKind, type IdentityRequest } from "./identity.js";
import { defaultKeyLabel } from "./identity-shape.js";
import { serviceAccountEmail, serviceAccountId } from "./names.js";

/** A service account with a key per label; the first is what devices are to have. */
export const serviceAccount: IdentityKind = {
	plan(asked) {
		const { request, principal, role } = asked;
		const { projectId } = request;
		const account = accountOf(asked);
		const condition = conditionOf(request);
		const member = `serviceAccount:${account.email}`;
		const binding = projectMember(`member.${member}`, member, {
			project: projectId,
			role: role.reference,
			member: account.created ? outputOf(account.created, "member") : member,
			...condition,
		});
		const keys = labelsOf(request).map((label) => ({ label, key: plannedKey(label, asked, account) }));
		return made(
			{
				resources: [...(account.created ? [account.created] : []), binding, ...keys.map(({ key }) => key)],
				policies: { [accessOf(principal)]: accessPolicy(projectId, role, { members: [member], ...condition }) },
				identities: keys.map(({ label, key }, index) => identityOf(asked, account, label, key, index > 0)),
				outputs: {
					principals: { [principal.id]: account.created ? outputOf(account.created, "email") : account.email },
					credentialsFiles: Object.fromEntries(
						keys.map(({ label, key }) => [`${principal.id}.${label}`, outputOf(key, "credentials")]),
					),
				},
			},
			fileToPlace(asked, keys[0]?.label ?? defaultKeyLabel),
		);
	},
};

interface Account {
	readonly email: string;
	/** Absent where it exists. */
	readonly created?: PlannedResource;
}

function accountOf({ request, principal }: IdentityRequest): Account {
	const { deployment, projectId, provision } = request;
	const existing = provision.serviceAccountKey?.existing;
	if (existing) return { email: existing.email };
	const { group } = principal;
	const accountId = serviceAccountId({ deployment, ...(group !== undefined && { group }) });
	const email = serviceAccountEmail(accountId, projectId);
	const properties = {
		project: projectId,
		accountId,
		displayName: `Claude Cowork ${deployment}${group === undefined ? "" : `, ${group}`}`,
		description: "Calls models on Vertex AI for devices that hold a key of it.",
	};
	const id = `${principal.id}-service-account`;
	return { email, created: resource("iam.googleapis.com/ServiceAccount", id, properties, { name: email }) };
}

/** Of the keys to be, the one that devices are to have first. */
function labelsOf({ provision }: VertexRequest): string[] {
	const { current = defaultKeyLabel, previous } = provision.serviceAccountKey ?? {};
	return [current, ...(previous === undefined ? [] : [previous])];
}

/** Logical names carry the label, so that a key stays itself when `current` becomes `previous`. */
function plannedKey(label: string, { principal }: IdentityRequest, { email, created }: Account): PlannedResource {
	const serviceAccountId = created ? outputOf(created, "name") : email;
	return resource(
		"iam.googleapis.com/ServiceAccountKey",
		`${principal.id}-key.${label}`,
		{ serviceAccountId, keepers: { label } },
		{ name: `${email}/${label}` },
	);
}

function identityOf(
	{ request, principal }: IdentityRequest,
	{ email, created }: Account,
	label: string,
	key: PlannedResource,
	leaving: boolean,
): PlannedIdentity {
	return {
		name: `key/${email}/${label}`,
		groups: principal.groups.map(({ name }) => name),
		...(leaving && { leaving: true }),
		place: {
			project: request.projectId,
			resource: key.id,
			// An account that was created here goes with its keys when it is said to exist.
			"service account": created ? "of this deployment" : "of somebody else",
		},
		keptBy: `serviceAccountKey.previous: ${JSON.stringify(label)}`,
	};
}

/** Profiles name the file; nothing here puts it on a device. */
function fileToPlace({ request, principal }: IdentityRequest, label: string): Problem[] {
	const path = textIn(principal.signInBlock, "path") ?? "the path that signIn.credentialsFile says";
	const message = `the output credentialsFiles, ${principal.id}.${label}, is a file that has to be put at ${path} on devices of ${peopleOf(principal)}, readable by their user alone; nothing here does that`;
	return unlessSettled(request.provision, "credentialsFile", [...principal.signInAt, "path"], message);
}

/** What is wrong with what is said of keys, and what people must know of them. */
export function checkServiceAccountKey(request: VertexRequest, at: Path): Problem[] {
	const key = request.provision.serviceAccountKey;
	if (!key) return [];
	const discouraged = `makes a key of a service account, which never ends by itself and calls as everybody for whoever copies it, and which Google refuses where the organisation policy iam.disableServiceAccountKeyCreation holds, as it does in newer organisations: take workforce or google to sign in, or have the policy lifted for project ${request.projectId}`;
	const problems = unlessSettled(request.provision, "serviceAccountKey", at, discouraged);
	if (key.previous !== undefined && key.previous === (key.current ?? defaultKeyLabel)) {
		const message = "is also the current label; expected that of the key before";
		problems.push(error("duplicate", [...at, "previous"], message));
	}
	const principals = requestedPrincipals(request);
	if (key.existing && principals.length > 1) problems.push(oneAccount(principals, [...at, "existing"]));
	return problems;
}

/** What exists is one thing, whose keys would be told apart by nobody. */
function oneAccount(principals: readonly RequestedPrincipal[], at: Path): Problem {
	const each = principals.map(peopleOf).join(" and of ");
	const message = `is one service account, and the people of ${each} need one each; leave it out, or let no group have models or a way to sign in of its own`;
	return error("one-principal", at, message);
}
