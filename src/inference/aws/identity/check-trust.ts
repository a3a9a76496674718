import { suggestName } from "../../../nearest-name.js";
import type { Path } from "../../../path.js";
import { error, type Problem, warning } from "../../../problem.js";
import { peopleOf } from "../../requested-deployment.js";
import { policySize } from "../policy/policy-size.js";
import type { OidcRoleProvision, ProxyRoleProvision } from "../provision.js";
import { type AwsPrincipal, statedAccount } from "../request.js";
import { checkOnePrincipal } from "./check-one-principal.js";
import { checkToldApart, type Mark } from "./check-told-apart.js";
import type { IdentitiesRequest } from "./identity.js";
import { issuerName, trustLimits } from "./trust.js";
import { trustOf, type ValuesByGroup, valuesOf } from "./web-identity-role.js";

/** What is wrong with whom the role of people's helper is to trust. */
export function checkOidcRole(request: IdentitiesRequest, principals: readonly AwsPrincipal[], at: Path): Problem[] {
	const role = request.provision.oidcRole;
	if (!role) return [];
	if (role.existing) return checkOnePrincipal(principals, "role", [...at, "existing"]);
	const problems: Problem[] = [];
	if (role.issuerUrl === undefined) {
		problems.push(error("missing", [...at, "issuerUrl"], "is missing; the trust needs the issuer of the tokens"));
	}
	if (role.clientId === undefined) {
		problems.push(error("missing", [...at, "clientId"], "is missing; the trust needs the audience of the tokens"));
	}
	const { subject, groupClaim, sessionTag } = role;
	if (subject === undefined && !groupClaim && !sessionTag) {
		problems.push(
			error(
				"open-trust",
				at,
				"trusts everyone whom the issuer knows; give a subject, or a groupClaim or sessionTag of each group",
			),
		);
	}
	const names = request.groups.map(({ name }) => name);
	return [
		...problems,
		...checkSubject(role, principals, at),
		...(groupClaim ? checkGroupValues(groupClaim.values, names, [...at, "groupClaim", "values"]) : []),
		...(sessionTag ? checkGroupValues(sessionTag.values, names, [...at, "sessionTag", "values"]) : []),
		...checkToldApart(principals, marksOf(role, at)),
		...checkProvider(request, role, [...at, "providerArn"]),
		...principals.flatMap((principal) => checkSize(role, principal, at)),
	];
}

function marksOf({ groupClaim, sessionTag }: OidcRoleProvision, at: Path): Mark[] {
	const marked = (what: string, member: string, values: ValuesByGroup): Mark => ({
		what,
		at: ({ name }) => [...at, member, "values", name],
		valuesOf: (group) => valuesOf(values, [group]),
	});
	return [
		...(groupClaim ? [marked("group claim", "groupClaim", groupClaim.values)] : []),
		...(sessionTag ? [marked("session tag", "sessionTag", sessionTag.values)] : []),
	];
}

/** What is wrong with whom the proxy's role is to trust. */
export function checkProxyRole(
	role: ProxyRoleProvision | undefined,
	principals: readonly AwsPrincipal[],
	at: Path,
): Problem[] {
	if (!role) return [];
	if (role.existing) return checkOnePrincipal(principals, "role", [...at, "existing"]);
	if (role.principalArn !== undefined) return [];
	return [error("missing", [...at, "principalArn"], "is missing; the trust needs the ARN of what the proxy runs as")];
}

function checkSubject(
	{ subject, groupClaim, sessionTag }: OidcRoleProvision,
	principals: readonly AwsPrincipal[],
	at: Path,
): Problem[] {
	if (subject === undefined) return [];
	const problems: Problem[] = [];
	const wrong = (message: string) => problems.push(error("trust-subject", [...at, "subject"], message));
	if (!/[\p{L}\p{N}]/u.test(subject)) wrong("stands for every subject; name one, or give a groupClaim or sessionTag");
	else if (subject.includes("*") && subject.includes("?")) {
		wrong("has ? beside *, where IAM takes it for any one character; write * for it");
	}
	if (groupClaim?.name === "sub") wrong("does not go with a groupClaim that names subjects; leave one of them out");
	if (!groupClaim && !sessionTag && principals.length > 1) {
		const each = principals.map(peopleOf).join(" and of ");
		wrong(
			`would let the people of ${each} assume each other's role, whose models differ; give a groupClaim or sessionTag`,
		);
	}
	return problems;
}

function checkGroupValues(values: ValuesByGroup, names: readonly string[], at: Path): Problem[] {
	const strangers = Object.keys(values).filter((name) => !names.includes(name));
	const missing = names.filter((name) => !Object.hasOwn(values, name));
	return [
		...strangers.map((name) =>
			error("unknown-group", [...at, name], `no group of this name; ${suggestName(name, names)}`),
		),
		...missing.map((name) => error("missing", [...at, name], "is missing; nobody could assume the group's role")),
	];
}

/** A role trusts providers of its own account only, and the issuer's name is part of their ARN. */
function checkProvider(request: IdentitiesRequest, { providerArn, issuerUrl }: OidcRoleProvision, at: Path): Problem[] {
	if (typeof providerArn !== "string") return [];
	const [, account, issuer] = /^arn:[a-z-]+:iam::(\d{12}):oidc-provider\/(.+)$/.exec(providerArn) ?? [];
	const problems: Problem[] = [];
	const own = statedAccount(request);
	if (account !== undefined && own !== undefined && account !== own) {
		problems.push(
			error(
				"other-account",
				at,
				`is of account ${account}; the role is created in ${own}, and trusts no other's provider`,
			),
		);
	}
	if (issuer !== undefined && issuerUrl !== undefined && issuer !== issuerName(issuerUrl)) {
		problems.push(
			error("contradiction", at, `is that of issuer ${issuer}; expected that of issuerUrl, ${issuerName(issuerUrl)}`),
		);
	}
	return problems;
}

function checkSize(role: OidcRoleProvision, principal: AwsPrincipal, at: Path): Problem[] {
	const trust = trustOf(role, principal);
	const size = trust ? policySize(trust) : 0;
	if (size <= trustLimits.usual) return [];
	const needs = `needs a trust of ${size} characters for ${peopleOf(principal)}, and AWS takes`;
	if (size > trustLimits.raised)
		return [error("trust-size", at, `${needs} ${trustLimits.raised} at most; give fewer values`)];
	const message = `${needs} ${trustLimits.usual} unless the account's IAM quota "Role trust policy length" is raised, to ${trustLimits.raised} at most; raise it, or give fewer values`;
	return [warning("trust-size", at, message)];
}
