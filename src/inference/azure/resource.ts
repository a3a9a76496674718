import { resourcesOf } from "../../cloud/plan-resource.js";
import type { AzureProperties } from "./properties.js";

export type AzureResourceType = keyof AzureProperties;

/** What Azure meters of each kind. https://azure.microsoft.com/pricing/ */
const meters: Readonly<Record<AzureResourceType, string>> = {
	"Microsoft.Resources/resourceGroups": "free",
	"Microsoft.CognitiveServices/accounts": "free",
	"Microsoft.Resources/deploymentStacks": "free",
	"Microsoft.Authorization/roleAssignments": "free",
	"Microsoft.OperationalInsights/workspaces": "per gigabyte taken in and kept, and per gigabyte searched",
	"Microsoft.Insights/diagnosticSettings": "per gigabyte that the workspace takes in",
	"Microsoft.Network/privateEndpoints": "per hour, and per gigabyte",
	"Microsoft.Network/privateDnsZones": "per zone and month, and per query",
	"Microsoft.Network/privateDnsZones/virtualNetworkLinks": "free",
	"Microsoft.Network/privateEndpoints/privateDnsZoneGroups": "free",
	"Microsoft.Graph/applications": "free",
	"Microsoft.Graph/applications.isFallbackPublicClient": "free",
	"Microsoft.Graph/applications.publicClient": "free",
	"Microsoft.Graph/applications.requiredResourceAccess": "free",
	"Microsoft.Graph/servicePrincipals": "free",
	"Microsoft.Graph/oauth2PermissionGrants": "free",
};

/** A resource to be; its type says which properties it takes. */
export const resource = resourcesOf<AzureProperties>(meters);

/** What is paid for of what is used, and not created here. */
export function meterOf(type: AzureResourceType): string {
	return meters[type];
}
