import type { PlannedLookUp, PlannedResource } from "../../../cloud/planned-resource.js";
import { tokensIn } from "../../../reference/token.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import { joinPlans, type PlanPart } from "../../join-plans.js";
import { textIn } from "../../requested-deployment.js";
import { placeOf } from "../access/plan-access.js";
import { accountKey, takesKeys } from "../account/plan-account.js";
import { clientReference, keyReference } from "../late-references.js";
import { nameFor } from "../names.js";
import type { FoundryProvision } from "../provision.js";
import { type FoundryGroup, type FoundryRequest, hasKey, scopeOf } from "../request.js";
import { outputOf, resource } from "../resource.js";
import { foundryApi } from "./app-shape.js";
import { defaultFlow, redirectUris } from "./redirects.js";

/** What people sign in with besides their roles: a registered app, or a key of the account. */
export function planIdentity(request: FoundryRequest): PlanPart {
	const { signIn, provision } = request;
	if (provision.bringYourOwn) return lookedAfterElsewhere(request);
	if (signIn === "apiKey") return plannedKey(request);
	const kept = keptKeys(request);
	return signIn === "entra" && provision.app ? joinPlans([plannedApp(request, provision.app), kept]) : kept;
}

/** Groups whose block leaves the client id to the plan. */
export function groupsOfApp({ groups }: Pick<FoundryRequest, "groups">): readonly FoundryGroup[] {
	return groups.filter(({ signInBlock }) => textIn(signInBlock, "clientId") === undefined);
}

/** Ways that sign-in runs in any group that uses the app. */
export function flowsOf(groups: readonly FoundryGroup[]): readonly string[] {
	return [...new Set(groups.map(({ signInBlock }) => textIn(signInBlock, "flow") ?? defaultFlow))].sort();
}

/** Devices depend on the account alone, whoever lets them call it. */
function lookedAfterElsewhere(request: FoundryRequest): PlanPart {
	return { identities: [identity(request, `account/${scopeOf(request).accountName}`, request.groups)] };
}

/** Profiles carry one of the account's keys, but those of groups that have their own. */
function plannedKey(request: FoundryRequest): PlanPart {
	const carrying = request.groups.filter((group) => !hasKey(group));
	const own = request.groups.filter(hasKey);
	const { accountName } = scopeOf(request);
	const others = own.length > 0 ? [identity(request, `account/${accountName}`, own)] : [];
	if (carrying.length === 0) return { identities: others };
	const { key, lookUps } = accountKey(request);
	const references = carrying.map(({ name, signInAt }) => ({ name, reference: keyReference(signInAt) }));
	return {
		lookUps,
		// Whichever of the two profiles carry, both stay.
		identities: [{ ...keysOf(request, carrying), keptBy: "localAuthentication: true" }, ...others],
		late: Object.fromEntries(references.map(({ reference }) => [reference.fromCloud.name, key])),
		settings: Object.fromEntries(
			references.map(({ name, reference }) => [name, { inferenceFoundryApiKey: reference }]),
		),
	};
}

/** Keys that devices may still hold while they change over to something else. */
function keptKeys(request: FoundryRequest): PlanPart {
	if (request.provision.account?.existing || !takesKeys(request)) return {};
	return { identities: [{ ...keysOf(request, request.groups), leaving: true }] };
}

function keysOf(request: FoundryRequest, groups: readonly FoundryGroup[]): PlannedIdentity {
	return identity(request, `keys/${scopeOf(request).accountName}`, groups);
}

/** An app of one tenant, without a secret; its addresses hold its own id, so that they come after it. */
function plannedApp(request: FoundryRequest, app: NonNullable<FoundryProvision["app"]>): PlanPart {
	const groups = groupsOfApp(request);
	const displayName = app.displayName ?? nameFor(request.deployment);
	const flows = flowsOf(groups);
	const api: PlannedLookUp = {
		id: "foundry-api",
		asks: "service principal",
		properties: { displayName: app.apiName ?? foundryApi },
	};
	const properties = { displayName, signInAudience: "AzureADMyOrg" } as const;
	const application = resource("Microsoft.Graph/applications", "app", properties, { name: displayName });
	const applicationId = outputOf(application, "id");
	const clientId = outputOf(application, "clientId");
	const addresses = flows.flatMap((flow) => redirectUris(flow, clientId));
	const principal = resource("Microsoft.Graph/servicePrincipals", "app-principal", { clientId }, { name: displayName });
	const resources: PlannedResource[] = [
		application,
		...(flows.includes(defaultFlow)
			? [
					resource("Microsoft.Graph/applications.isFallbackPublicClient", "app-device-code", {
						applicationId,
						enabled: true,
					}),
				]
			: []),
		...(addresses.length > 0
			? [
					resource("Microsoft.Graph/applications.publicClient", "app-redirects", {
						applicationId,
						type: "PublicClient",
						redirectUris: addresses,
					}),
				]
			: []),
		resource("Microsoft.Graph/applications.requiredResourceAccess", "app-api", {
			applicationId,
			apiClientId: outputOf(api, "clientId"),
			scopeIds: [outputOf(api, "userImpersonation")],
		}),
		principal,
		...(app.consent
			? [
					resource("Microsoft.Graph/oauth2PermissionGrants", "app-consent", {
						servicePrincipalObjectId: outputOf(principal, "objectId"),
						resourceServicePrincipalObjectId: outputOf(api, "objectId"),
						claimValues: ["user_impersonation"],
					}),
				]
			: []),
	];
	const references = groups.map(({ name, signInAt }) => ({ name, reference: clientReference(signInAt) }));
	return {
		lookUps: [api],
		resources,
		late: Object.fromEntries(references.map(({ reference }) => [reference.fromCloud.name, clientId])),
		settings: Object.fromEntries(
			references.map(({ name, reference }) => [name, { inferenceFoundryClientId: reference }]),
		),
		identities: [appIdentity(request, groups)],
		outputs: { app: { clientId } },
	};
}

/** By what it is registered for: what people see of it may change, and its client id stays. */
function appIdentity({ signInBlock, deployment }: FoundryRequest, groups: readonly FoundryGroup[]): PlannedIdentity {
	const tenant = textIn(signInBlock, "tenantId");
	return {
		name: `application/${nameFor(deployment)}`,
		groups: groups.map((group) => group.name),
		...(tenant !== undefined && tokensIn(tenant).length === 0 && { place: { tenant } }),
	};
}

function identity(request: FoundryRequest, name: string, groups: readonly FoundryGroup[]): PlannedIdentity {
	return { name, groups: groups.map((group) => group.name), place: placeOf(request) };
}
