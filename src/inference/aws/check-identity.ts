import { suggestName } from "../../nearest-name.js";
import { formatPath, type Path } from "../../path.js";
import { error, type Problem } from "../../problem.js";
import { partitionOf } from "../aws-region.js";
import { hasKey, type IdentityProvision, permissionSetNameOf } from "./identity.js";
import type { PermissionSetProvision } from "./provision.js";
import { type AwsRequest, modelIds, type Owner, ownersOf, statedAccount, textIn } from "./request.js";
import { awsSignIns } from "./sign-ins.js";

type IdentityRequest = AwsRequest<IdentityProvision<unknown> & { readonly accountId?: string }>;

const identityBlocks = ["permissionSet", "oidcRole", "bearerKey", "proxyRole", "bringYourOwn"] as const;

/** What is wrong with who people are to sign in as. */
export function checkIdentity(request: IdentityRequest): Problem[] {
	const { provision, signIn } = request;
	const at = [...request.at.block, "provision"];
	const fitting = awsSignIns[signIn]?.blocks ?? [];
	const given = identityBlocks.filter((name) => name !== "bringYourOwn" && provision[name] !== undefined);
	const strangers = given.filter((name) => !fitting.includes(name));
	const problems = strangers.map((name) =>
		error([...at, name], `does not go with signIn.${signIn}; ${fitting.join(" or ")} does`),
	);
	if (given.length > strangers.length + 1) {
		problems.push(error(at, `says both ${fitting.join(" and ")}; people sign in as one of them`));
	}
	if (provision.bringYourOwn) {
		problems.push(...given.map((name) => error([...at, name], "does not go with bringYourOwn; leave one of them out")));
		return [...problems, ...checkAccounts(request)];
	}
	const owners = ownersOf(request);
	return [
		...problems,
		...checkAccounts(request),
		...checkArns(request, at),
		...checkOidcRole(request, owners, [...at, "oidcRole"]),
		...checkBearerKey(request, owners, [...at, "bearerKey"]),
		...checkProxyRole(request, [...at, "proxyRole"]),
		...checkPermissionSets(request, owners, [...at, "permissionSet"]),
	];
}

/** A deployment's people call models in one account. */
function checkAccounts(request: IdentityRequest): Problem[] {
	const account = statedAccount(request);
	const blocks: [Path, unknown][] = [
		[[...request.at.block, "signIn", request.signIn], request.signInBlock],
		...request.groups.map(({ name, signInBlock }): [Path, unknown] => [
			[...request.at.groups, name, "inference", "signIn", request.signIn],
			signInBlock,
		]),
	];
	return blocks.flatMap(([path, block]) => {
		const other = textIn(block, "accountId");
		if (other === undefined || other === account) return [];
		const message = `is ${other}, where everything is created in account ${account}; give one account`;
		return [error([...path, "accountId"], message)];
	});
}

/** What is referred to is of the same partition, for nothing crosses from one into another. */
function checkArns({ provision, region }: IdentityRequest, at: Path): Problem[] {
	const arns: [readonly string[], unknown][] = [
		[["permissionSet", "instanceArn"], provision.permissionSet?.instanceArn],
		[["permissionSet", "existing", "arn"], provision.permissionSet?.existing?.arn],
		[["oidcRole", "providerArn"], provision.oidcRole?.providerArn],
		[["proxyRole", "principalArn"], provision.proxyRole?.principalArn],
	];
	const partition = partitionOf(region);
	return arns.flatMap(([path, arn]) => {
		const other = typeof arn === "string" ? /^arn:([a-z-]+):/.exec(arn)?.[1] : undefined;
		if (other === undefined || partition === undefined || other === partition) return [];
		return [error([...at, ...path], `is in partition ${other}; region ${region} expects ${partition}`)];
	});
}

function checkOidcRole({ provision, groups }: IdentityRequest, owners: readonly Owner[], at: Path): Problem[] {
	const role = provision.oidcRole;
	if (!role || role.existing) return role?.existing ? checkOne(owners, "role", [...at, "existing"]) : [];
	const problems: Problem[] = [];
	if (role.issuerUrl === undefined) {
		problems.push(error([...at, "issuerUrl"], "is missing; the trust needs the issuer of the tokens"));
	}
	if (role.clientId === undefined) {
		problems.push(error([...at, "clientId"], "is missing; the trust needs the audience of the tokens"));
	}
	const { subject, groupClaim } = role;
	if (subject === undefined && groupClaim === undefined) {
		problems.push(error(at, "trusts everyone whom the issuer knows; give a subject or a groupClaim"));
	}
	if (subject !== undefined && /^[*?]+$/.test(subject)) {
		problems.push(error([...at, "subject"], "stands for every subject; name one, or give a groupClaim"));
	}
	const names = groups.map(({ name }) => name);
	for (const name of Object.keys(groupClaim?.values ?? {})) {
		if (names.includes(name)) continue;
		problems.push(error([...at, "groupClaim", "values", name], `no group of this name; ${suggestName(name, names)}`));
	}
	for (const name of names) {
		if (!groupClaim || Object.hasOwn(groupClaim.values, name)) continue;
		problems.push(error([...at, "groupClaim", "values", name], "is missing; nobody could assume the group's role"));
	}
	if (subject !== undefined && groupClaim === undefined && owners.length > 1) {
		const message = `would let the people of ${owners.map(ownerWords).join(" and of ")} assume each other's role, whose models differ; give a groupClaim`;
		problems.push(error([...at, "subject"], message));
	}
	return problems;
}

function checkBearerKey({ provision }: IdentityRequest, owners: readonly Owner[], at: Path): Problem[] {
	const key = provision.bearerKey;
	if (!key) return [];
	const problems: Problem[] = [];
	if (key.ageDays === undefined && !key.neverExpires) {
		problems.push(error([...at, "ageDays"], "is missing; give the days that a key lives, or say neverExpires: true"));
	}
	if (key.ageDays !== undefined && key.neverExpires) {
		problems.push(error([...at, "neverExpires"], "contradicts ageDays; leave one of them out"));
	}
	if (key.previous !== undefined && key.previous === (key.current ?? "current")) {
		problems.push(error([...at, "previous"], `is also the current label; expected that of the key before`));
	}
	if (owners.some(hasKey)) {
		problems.push(
			error(at, "does not go with a key that signIn.bearerToken names; write bearerToken: {}, or leave it out"),
		);
	}
	return key.existing ? [...problems, ...checkOne(owners, "user", [...at, "existing"])] : problems;
}

function checkProxyRole({ provision, ...request }: IdentityRequest, at: Path): Problem[] {
	const role = provision.proxyRole;
	if (!role) return [];
	if (role.existing) return checkOne(ownersOf({ ...request, provision }), "role", [...at, "existing"]);
	if (role.principalArn !== undefined) return [];
	return [error([...at, "principalArn"], "is missing; the trust needs the ARN of what the proxy runs as")];
}

function checkPermissionSets(request: IdentityRequest, owners: readonly Owner[], at: Path): Problem[] {
	const signIn = awsSignIns[request.signIn];
	const { permissionSet, oidcRole } = request.provision;
	if (!signIn?.blocks.includes("permissionSet") || oidcRole) return [];
	if (permissionSet?.existing) return checkOne(owners, "permission set", [...at, "existing"]);
	const unassigned = request.groups.filter(({ members }) => members?.identityCenterGroup === undefined);
	return [
		...unassigned.map(({ name }) =>
			error(
				[...request.at.groups, name, "members", "identityCenterGroup"],
				"is missing; its permission set is assigned to a group of IAM Identity Center",
			),
		),
		...checkNames(request, owners, permissionSet),
	];
}

/** Two policies under one name: what one group lists, the other's policy refuses. */
function checkNames(
	request: IdentityRequest,
	owners: readonly Owner[],
	permissionSet: PermissionSetProvision<unknown> | undefined,
): Problem[] {
	const first = new Map<string, Owner>();
	return owners.flatMap((owner) => {
		const name = permissionSetNameOf({ ...request, owner, provision: { ...(permissionSet && { permissionSet }) } });
		const other = first.get(name);
		first.set(name, other ?? owner);
		if (!other || owner.group === undefined) return [];
		const path = [...request.at.groups, owner.group, "inference"];
		const permitted = modelIds(other.models);
		const refused = modelIds(owner.models).filter((id) => !permitted.includes(id));
		const what = refused.length > 0 ? refused.join(", ") : "its own models";
		const message = `lists ${what}, which the policy of permission set ${name} refuses, because that is the one of ${ownerWords(other)}; leave roleName out of ${formatPath([...request.at.block, "signIn"])}, or give the group its own`;
		return [error(path, message)];
	});
}

/** What exists is one thing, and takes one policy. */
function checkOne(owners: readonly Owner[], word: string, at: Path): Problem[] {
	if (owners.length < 2) return [];
	const message = `is one ${word}, and the models or profiles of ${owners.map(ownerWords).join(" and of ")} differ; leave it out, or give all groups the same`;
	return [error(at, message)];
}

function ownerWords({ groups }: Owner): string {
	return groups.map(({ name }) => name).join(", ");
}
