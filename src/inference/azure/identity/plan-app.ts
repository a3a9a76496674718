import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedLookUp, PlannedResource } from "../../../cloud/planned-resource.js";
import { tokensIn } from "../../../reference/token.js";
import type { PlannedIdentity } from "../../cloud-plan.js";
import type { PlanPart } from "../../join-plans.js";
import { textIn } from "../../requested-deployment.js";
import { clientReference } from "../late-references.js";
import { nameFor } from "../names.js";
import type { FoundryApp } from "../provision.js";
import type { FoundryGroup, FoundryRequest } from "../request.js";
import { resource } from "../resource.js";
import { foundryApi } from "./app-shape.js";
import { defaultFlow, redirectUris } from "./redirects.js";

/** The scope that people consent to; their roles decide what it comes to. */
const scope = "user_impersonation";

/** Groups whose block leaves the client id to the plan. */
export function groupsOfApp({ groups }: Pick<FoundryRequest, "groups">): readonly FoundryGroup[] {
	return groups.filter(({ signInBlock }) => textIn(signInBlock, "clientId") === undefined);
}

/** Ways that sign-in runs in any of the groups. */
export function flowsOf(groups: readonly FoundryGroup[]): readonly string[] {
	return [...new Set(groups.map(({ signInBlock }) => textIn(signInBlock, "flow") ?? defaultFlow))].sort();
}

/** The registration of an app of one tenant, without a secret, and what profiles are told of it. */
export function planApp(request: FoundryRequest, app: FoundryApp): PlanPart {
	const groups = groupsOfApp(request);
	const displayName = app.displayName ?? nameFor(request.deployment);
	const properties = { displayName, signInAudience: "AzureADMyOrg" } as const;
	const application = resource("Microsoft.Graph/applications", "app", properties, { name: displayName });
	const clientId = outputOf(application, "clientId");
	const api: PlannedLookUp = {
		id: "foundry-api",
		asks: "service principal",
		properties: { displayName: app.apiName ?? foundryApi },
	};
	const references = groups.map(({ name, signInAt }) => ({ name, reference: clientReference(signInAt) }));
	return {
		lookUps: [api],
		resources: [
			application,
			...waysIn(application, flowsOf(groups)),
			resource("Microsoft.Graph/applications.requiredResourceAccess", "app-api", {
				applicationId: outputOf(application, "id"),
				apiClientId: outputOf(api, "clientId"),
				scopeIds: [outputOf(api, "userImpersonation")],
			}),
			...inTenant(application, api, app),
		],
		late: Object.fromEntries(references.map(({ reference }) => [reference.fromCloud.name, clientId])),
		settings: Object.fromEntries(
			references.map(({ name, reference }) => [name, { inferenceFoundryClientId: reference }]),
		),
		identities: appIdentities(request, groups, app),
		outputs: { app: { clientId } },
	};
}

/** By device code any public client comes in; otherwise by addresses, which hold the app's own id and so come after it. */
function waysIn(application: PlannedResource, flows: readonly string[]): PlannedResource[] {
	const applicationId = outputOf(application, "id");
	const byCode = resource("Microsoft.Graph/applications.isFallbackPublicClient", "app-device-code", {
		applicationId,
		enabled: true,
	});
	const addresses = flows.flatMap((flow) => redirectUris(flow, outputOf(application, "clientId")));
	const byAddress = resource("Microsoft.Graph/applications.publicClient", "app-redirects", {
		applicationId,
		type: "PublicClient",
		redirectUris: addresses,
	});
	return [...(flows.includes(defaultFlow) ? [byCode] : []), ...(addresses.length > 0 ? [byAddress] : [])];
}

/** What stands for the app in the tenant, and the tenant's consent. */
function inTenant(application: PlannedResource, api: PlannedLookUp, { consent }: FoundryApp): PlannedResource[] {
	const clientId = outputOf(application, "clientId");
	const circumstances = { name: application.name };
	const principal = resource("Microsoft.Graph/servicePrincipals", "app-principal", { clientId }, circumstances);
	if (!consent) return [principal];
	const grant = resource("Microsoft.Graph/oauth2PermissionGrants", "app-consent", {
		servicePrincipalObjectId: outputOf(principal, "objectId"),
		resourceServicePrincipalObjectId: outputOf(api, "objectId"),
		claimValues: [scope],
	});
	return [principal, grant];
}

/**
 * The app by what it is registered for, for what people see of it may change and its client id stays; and what their
 * sign-in needs of it: the ways that are open, and the tenant's consent.
 */
function appIdentities(
	{ signInBlock, deployment }: FoundryRequest,
	groups: readonly FoundryGroup[],
	{ consent }: FoundryApp,
): PlannedIdentity[] {
	const tenant = textIn(signInBlock, "tenantId");
	const place = tenant !== undefined && tokensIn(tenant).length === 0 ? { place: { tenant } } : {};
	const app = `application/${nameFor(deployment)}`;
	const identity = (name: string, holders: readonly FoundryGroup[]): PlannedIdentity => ({
		name,
		groups: holders.map((group) => group.name),
		...place,
	});
	return [
		identity(app, groups),
		...flowsOf(groups).map((flow) =>
			identity(
				`${app}/${flow}`,
				groups.filter((group) => flowsOf([group]).includes(flow)),
			),
		),
		...(consent ? [identity(`${app}/consent`, groups)] : []),
	];
}
