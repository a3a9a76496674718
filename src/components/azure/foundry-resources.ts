import type { AzureProperties } from "../../inference/azure/properties.js";
import type { AzureResourceType } from "../../inference/azure/resource.js";
import { alone, type Placer, withId, withIdAndName } from "../placer.js";
import type { Filled } from "./filled.js";
import { accountKeys } from "./look-ups.js";
import { azureSdk, entraSdk } from "./sdk.js";

/** How each kind of resource is created, and what of it others refer to. */
export const foundryResources: { readonly [Type in AzureResourceType]: Placer<Filled<AzureProperties[Type]>> } = {
	"Microsoft.Resources/resourceGroups": (name, properties, opts) =>
		alone(new (azureSdk.module("resources/index.js").ResourceGroup)(name, properties, opts)),
	"Microsoft.CognitiveServices/accounts": (name, properties, opts) => {
		const account = new (azureSdk.module("cognitiveservices/index.js").Account)(name, properties, opts);
		const { resourceGroupName } = properties;
		// Azure tells keys only where somebody may call with one.
		if (properties.properties.disableLocalAuth) return alone(account);
		return { resource: account, outputs: accountKeys({ accountName: account.name, resourceGroupName }, opts) };
	},
	"Microsoft.Resources/deploymentStacks": (name, properties, opts) =>
		withId(new (azureSdk.module("resources/index.js").DeploymentStackAtResourceGroup)(name, properties, opts)),
	"Microsoft.Authorization/roleAssignments": (name, properties, opts) =>
		withId(new (azureSdk.module("authorization/index.js").RoleAssignment)(name, properties, opts)),
	"Microsoft.OperationalInsights/workspaces": (name, properties, opts) =>
		withId(new (azureSdk.module("operationalinsights/index.js").Workspace)(name, properties, opts)),
	"Microsoft.Insights/diagnosticSettings": (name, properties, opts) =>
		alone(new (azureSdk.module("monitor/index.js").DiagnosticSetting)(name, properties, opts)),

	"Microsoft.Network/privateEndpoints": (name, properties, opts) =>
		withIdAndName(new (azureSdk.module("network/index.js").PrivateEndpoint)(name, properties, opts)),
	"Microsoft.Network/privateEndpoints/privateDnsZoneGroups": (name, properties, opts) =>
		alone(new (azureSdk.module("network/index.js").PrivateDnsZoneGroup)(name, properties, opts)),
	"Microsoft.Network/privateDnsZones": (name, properties, opts) =>
		withIdAndName(new (azureSdk.module("privatedns/index.js").PrivateZone)(name, properties, opts)),
	"Microsoft.Network/privateDnsZones/virtualNetworkLinks": (name, properties, opts) =>
		alone(new (azureSdk.module("privatedns/index.js").VirtualNetworkLink)(name, properties, opts)),

	"Microsoft.Graph/applications": (name, properties, opts) => {
		const app = new (entraSdk.module("index.js").ApplicationRegistration)(name, properties, opts);
		return { resource: app, outputs: { id: app.id, clientId: app.clientId } };
	},
	"Microsoft.Graph/applications.isFallbackPublicClient": (name, properties, opts) =>
		alone(new (entraSdk.module("index.js").ApplicationFallbackPublicClient)(name, properties, opts)),
	"Microsoft.Graph/applications.publicClient": (name, properties, opts) =>
		alone(new (entraSdk.module("index.js").ApplicationRedirectUris)(name, properties, opts)),
	"Microsoft.Graph/applications.requiredResourceAccess": (name, properties, opts) =>
		alone(new (entraSdk.module("index.js").ApplicationApiAccess)(name, properties, opts)),
	"Microsoft.Graph/servicePrincipals": (name, properties, opts) => {
		const principal = new (entraSdk.module("index.js").ServicePrincipal)(name, properties, opts);
		return { resource: principal, outputs: { objectId: principal.objectId } };
	},
	"Microsoft.Graph/oauth2PermissionGrants": (name, properties, opts) =>
		alone(new (entraSdk.module("index.js").ServicePrincipalDelegatedPermissionGrant)(name, properties, opts)),
};
