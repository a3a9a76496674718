import { validate as isUuid } from "uuid";
import type { Path } from "../../../path.js";
import { error, type Problem } from "../../../problem.js";
import { textIn } from "../../requested-deployment.js";
import { assignsRoles } from "../access/plan-access.js";
import { cognitiveServicesUser } from "../access/roles.js";
import { type FoundryGroup, type FoundryRequest, hasKey, scopeOf } from "../request.js";
import { accountId } from "../scope.js";
import { unlessSettled } from "../settled.js";
import { foundryApi } from "./app-shape.js";
import { flowsOf, groupsOfApp } from "./plan-app.js";
import { defaultFlow, redirectUris } from "./redirects.js";
import { azureSignIns } from "./sign-ins.js";

/** What is wrong with how people are to sign in, and what somebody has to do for it by hand. */
export function checkIdentity(request: FoundryRequest): Problem[] {
	const { provision, signIn, at } = request;
	const path = [...at.block, "provision"];
	const strangers = (["app", "key"] as const).filter(
		(name) => provision[name] !== undefined && !azureSignIns[signIn].blocks.includes(name),
	);
	return [
		...strangers.map((name) =>
			error("other-sign-in", [...path, name], `does not go with signIn.${signIn}; leave it out`),
		),
		...(signIn === "entra" ? [...checkEntra(request, path), ...checkBroker(request)] : []),
		...(signIn === "apiKey" ? checkOwnKeys(request, path) : []),
		...checkAccess(request, path),
	];
}

function checkEntra(request: FoundryRequest, at: Path): Problem[] {
	const { provision, groups } = request;
	const left = groupsOfApp(request);
	const problems = [...groups.flatMap(checkTenant), ...checkOneTenant(groups)];
	if (provision.bringYourOwn && provision.app) {
		problems.push(error("contradiction", [...at, "app"], "does not go with bringYourOwn; leave one of them out"));
	}
	if (!provision.app || provision.bringYourOwn) {
		const message = "is missing; give it, or let provision.app register the app";
		problems.push(...left.map(({ signInAt }) => error("missing", [...signInAt, "clientId"], message)));
		return [...problems, ...toRegister(request, groups)];
	}
	if (left.length === 0) {
		const message =
			"registers an app that nobody uses, because each signIn.entra says its clientId; leave one of them out";
		problems.push(error("contradiction", [...at, "app"], message));
	}
	const others = groups.filter((group) => !left.includes(group));
	return [...problems, ...toRegister(request, others), ...(provision.app.consent ? [] : toConsent(request, left))];
}

const manyTenants = ["common", "organizations", "consumers"];

/** The app is one tenant's, and so are the roles. */
function checkTenant({ signInBlock, signInAt }: FoundryGroup): Problem[] {
	const [tenant, client] = ["tenantId", "clientId"].map((name) => textIn(signInBlock, name)?.toLowerCase());
	if (tenant !== undefined && manyTenants.includes(tenant)) {
		const message = "stands for any tenant, and the account's roles are one's; give that tenant's id";
		return [error("entra-tenant", [...signInAt, "tenantId"], message)];
	}
	if (tenant === undefined || tenant !== client) return [];
	const message = "is the tenant's id, which sign-in answers with AADSTS700016; give the application's (client) id";
	return [error("tenant-as-client", [...signInAt, "clientId"], message)];
}

/** Ids alone tell: a tenant has as many domains as it likes. */
function checkOneTenant(groups: readonly FoundryGroup[]): Problem[] {
	const byId = groups.flatMap(({ signInBlock, signInAt }) => {
		const tenant = textIn(signInBlock, "tenantId")?.toLowerCase();
		return tenant !== undefined && isUuid(tenant) ? [{ tenant, signInAt }] : [];
	});
	return byId.flatMap(({ tenant, signInAt }) => {
		if (tenant === byId[0]?.tenant) return [];
		const message = `is another tenant than ${byId[0]?.tenant} of another group, and the account's roles are one's; give that one, or put the group in a deployment file of its own`;
		return [error("entra-tenant", [...signInAt, "tenantId"], message)];
	});
}

/** The addresses of a broker are all that the app is registered with, so that no other way is open to the rest. */
function checkBroker({ groups }: FoundryRequest): Problem[] {
	return groups.flatMap(({ name, platforms, signInBlock, signInAt }) => {
		if (textIn(signInBlock, "flow") !== "broker" || !platforms.includes("linux")) return [];
		const message = `there is no broker on Linux, which group ${name} has; give Linux a group with another flow`;
		return [error("broker-on-linux", [...signInAt, "flow"], message)];
	});
}

/** Every step of registering the app by hand, for those whose block says its client id. */
function toRegister({ provision }: FoundryRequest, groups: readonly FoundryGroup[]): Problem[] {
	const [first] = groups;
	if (!first) return [];
	const flows = flowsOf(groups);
	const clientId = textIn(first.signInBlock, "clientId") ?? "<client id>";
	const addresses = flows.flatMap((flow) => redirectUris(flow, clientId));
	const steps = [
		"register the app by hand in Entra ID, single tenant and without a secret",
		...(flows.includes(defaultFlow) ? ["under Authentication allow public client flows"] : []),
		...(addresses.length > 0
			? [`under Authentication add the platform Mobile and desktop applications with ${addresses.join(" and ")}`]
			: []),
		`under API permissions add the delegated permission user_impersonation of ${foundryApi}, and grant the tenant's consent, without which people get AADSTS65001`,
	];
	const message = `${steps.join("; ")}; or let provision.app do it`;
	return unlessSettled(provision, "appRegistration", first.signInAt, message);
}

function toConsent({ provision }: FoundryRequest, groups: readonly FoundryGroup[]): Problem[] {
	const [first] = groups;
	if (!first) return [];
	const tenant = textIn(first.signInBlock, "tenantId") ?? "<tenant id>";
	const message = `an administrator has to consent for the tenant once the app is registered, at https://login.microsoftonline.com/${tenant}/adminconsent?client_id=<client id>, or people get AADSTS65001; or say provision.app.consent: true`;
	return unlessSettled(provision, "adminConsent", first.signInAt, message);
}

/** Where others look after the account's access, nothing decides a key that is left out. */
function checkOwnKeys({ provision, groups }: FoundryRequest, at: Path): Problem[] {
	const left = groups.filter((group) => !hasKey(group));
	if (provision.bringYourOwn) {
		const message = "is missing; with bringYourOwn nothing decides it: write the key that devices hold";
		return left.map(({ signInAt }) => error("missing", signInAt, message));
	}
	if (left.length > 0 || provision.key === undefined) return [];
	const message = "chooses a key of the account, and every signIn.apiKey says its own; leave one of them out";
	return [error("contradiction", [...at, "key"], message)];
}

/** Roles are given to groups of the directory. */
function checkAccess(request: FoundryRequest, at: Path): Problem[] {
	const { signIn, provision, groups } = request;
	if (assignsRoles(request)) {
		const message = `is missing; the role ${cognitiveServicesUser.name} is given to a group of Entra ID`;
		return groups
			.filter(({ entraGroupId }) => entraGroupId === undefined)
			.map(({ name }) => error("missing", [...request.at.groups, name, "members", "entraGroupId"], message));
	}
	if (!azureSignIns[signIn].byRole) return [];
	const command = `az role assignment create --assignee-object-id <id> --assignee-principal-type Group --role ${cognitiveServicesUser.id} --scope ${accountId(scopeOf(request))}`;
	const message = `nobody may call the account before somebody gives each group the role ${cognitiveServicesUser.name}: ${command}`;
	return unlessSettled(provision, "roleAssignments", [...at, "bringYourOwn"], message);
}
