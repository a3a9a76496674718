import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { textsInSignIns } from "../../requested-deployment.js";
import { partitionOf } from "../region.js";
import { type AwsPrincipal, awsPrincipals, statedAccount } from "../request.js";
import { checkBringYourOwn } from "./check-bring-your-own.js";
import { checkOnePrincipal } from "./check-one-principal.js";
import { checkPermissionSets } from "./check-permission-sets.js";
import { checkSignInBlocks } from "./check-sign-in-blocks.js";
import { checkOidcRole, checkProxyRole } from "./check-trust.js";
import type { IdentitiesRequest } from "./identity.js";
import { defaultKeyLabel } from "./names.js";
import { awsSignIns } from "./sign-ins.js";
import { hasKey } from "./user.js";

const identityBlocks = ["permissionSet", "oidcRole", "bearerKey", "proxyRole"] as const;

/** What is wrong with who people are to sign in as. */
export function checkIdentity(request: IdentitiesRequest): Problem[] {
	const { provision, signIn } = request;
	const at = [...request.at.block, "provision"];
	const fitting = awsSignIns[signIn].blocks;
	const given = identityBlocks.filter((name) => provision[name] !== undefined);
	const strangers = given.filter((name) => !fitting.includes(name));
	const principals = awsPrincipals(request);
	const problems = strangers.map((name) =>
		error("other-sign-in", [...at, name], `does not go with signIn.${signIn}; ${fitting.join(" or ")} does`),
	);
	if (given.length > strangers.length + 1) {
		problems.push(error("contradiction", at, `says both ${fitting.join(" and ")}; people sign in as one of them`));
	}
	if (provision.bringYourOwn) {
		problems.push(
			...given.map((name) =>
				error("contradiction", [...at, name], "does not go with bringYourOwn; leave one of them out"),
			),
		);
		return [
			...problems,
			...checkAccounts(request),
			...checkBringYourOwn(signIn, principals),
			...checkSignInBlocks(request, principals),
		];
	}
	return [
		...problems,
		...checkAccounts(request),
		...checkArns(request, at),
		...checkOidcRole(request, principals, [...at, "oidcRole"]),
		...checkBearerKey(request, principals, [...at, "bearerKey"]),
		// What is made for people has a name for each policy.
		...(signIn === "bearerToken" ? checkSignInBlocks(request, principals) : []),
		...checkProxyRole(provision.proxyRole, principals, [...at, "proxyRole"]),
		...checkPermissionSets(request, principals, [...at, "permissionSet"]),
	];
}

/** A deployment's people call models in one account. */
function checkAccounts(request: IdentitiesRequest): Problem[] {
	const account = statedAccount(request);
	return textsInSignIns(request, "accountId").flatMap(({ text: other, at }) => {
		if (other === account) return [];
		const message =
			account === undefined
				? `is ${other}, where the deployment names no account; give it as provision.accountId`
				: `is ${other}, where everything is created in account ${account}; give one account`;
		return [error("other-account", at, message)];
	});
}

/** What is referred to is of the same partition, for nothing crosses from one into another. */
function checkArns({ provision, region }: IdentitiesRequest, at: Path): Problem[] {
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
		return [
			error("other-partition", [...at, ...path], `is in partition ${other}; region ${region} expects ${partition}`),
		];
	});
}

function checkBearerKey({ provision }: IdentitiesRequest, principals: readonly AwsPrincipal[], at: Path): Problem[] {
	const key = provision.bearerKey;
	if (!key) return [];
	const problems: Problem[] = [];
	if (key.ageDays === undefined && !key.neverExpires) {
		problems.push(
			error("missing", [...at, "ageDays"], "is missing; give the days that a key lives, or say neverExpires: true"),
		);
	}
	if (key.ageDays !== undefined && key.neverExpires) {
		problems.push(error("contradiction", [...at, "neverExpires"], "contradicts ageDays; leave one of them out"));
	}
	if (key.previous !== undefined && key.previous === (key.current ?? defaultKeyLabel)) {
		problems.push(
			error("duplicate", [...at, "previous"], `is also the current label; expected that of the key before`),
		);
	}
	if (principals.every(hasKey)) {
		problems.push(
			error(
				"contradiction",
				at,
				"does not go with a key that signIn.bearerToken names; write bearerToken: {}, or leave it out",
			),
		);
	}
	if (!key.existing) return problems;
	const created = principals.filter((principal) => !hasKey(principal));
	return [...problems, ...checkOnePrincipal(created, "user", [...at, "existing"])];
}
