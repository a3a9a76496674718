import type { PlannedLookUp, PlannedResource } from "../../cloud/planned-resource.js";
import type { JsonObject } from "../../json.js";
import { token } from "../../reference/token.js";
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

type Circumstances = Omit<PlannedResource, "id" | "type" | "properties" | "meter" | "name"> & {
	readonly name?: string;
};

/** A resource to be; its type says which properties it takes. */
export function resource<Type extends AzureResourceType>(
	type: Type,
	id: string,
	properties: AzureProperties[Type],
	{ name = id, ...circumstances }: Circumstances = {},
): PlannedResource {
	// Properties are written down as plain data.
	return { id, type, name, meter: meterOf(type), properties: properties as JsonObject, ...circumstances };
}

/** What is paid for of what is used, and not created here. */
export function meterOf(type: AzureResourceType): string {
	return meters[type];
}

/** Stands for what comes of a resource, or of the answer to a look-up, of this id. */
export function outputOf({ id }: Pick<PlannedResource | PlannedLookUp, "id">, output: string): string {
	return token(`${id}.${output}`);
}
