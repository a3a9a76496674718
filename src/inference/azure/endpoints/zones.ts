/**
 * Private zones of an account's host names. The app calls the first one's, and others of Azure's tools the rest.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const privateZones = {
	servicesAi: "privatelink.services.ai.azure.com",
	openAi: "privatelink.openai.azure.com",
	cognitiveServices: "privatelink.cognitiveservices.azure.com",
} as const;

export type PrivateZone = keyof typeof privateZones;
export const zoneWords = Object.keys(privateZones) as readonly PrivateZone[];

/** The host that the app calls, for a sub-domain. */
export function accountHost(resource: string): string {
	return `${resource.toLowerCase()}.services.ai.azure.com`;
}
