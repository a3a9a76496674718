import { outputOf } from "../../../cloud/plan-resource.js";
import type { PlannedResource } from "../../../cloud/planned-resource.js";
import type { PlanPart } from "../../join-plans.js";
import { afterGroup } from "../account/plan-account.js";
import { deploymentsResource } from "../models/plan-deployments.js";
import { nameFor } from "../names.js";
import type { FoundryPrivateEndpoint } from "../provision.js";
import { type FoundryRequest, scopeOf } from "../request.js";
import { meterOf, resource } from "../resource.js";
import { accountId } from "../scope.js";
import { accountHost, type PrivateZone, privateZones, zoneWords } from "./zones.js";

/** The endpoint in the customer's network, and the zones by which its name is found there. */
export function planEndpoint(request: FoundryRequest): PlanPart {
	const { privateEndpoint } = request.provision;
	if (!privateEndpoint) return {};
	// Devices at addresses that the public endpoint lets in come by the perimeter all the same.
	const privateHosts = request.provision.network?.addresses ? [] : [accountHost(request.resource)];
	const { existing } = privateEndpoint;
	if (existing !== undefined) {
		const type = "Microsoft.Network/privateEndpoints";
		return { privateHosts, outputs: { endpoints: { account: existing } }, uses: [{ type, meter: meterOf(type) }] };
	}
	const endpoint = createdEndpoint(request, privateEndpoint);
	const zones = (privateEndpoint.privateDns ?? "create") === "create" ? zonesOf(request, privateEndpoint) : [];
	return {
		privateHosts,
		resources: [
			endpoint,
			...zones.flatMap(({ resources }) => resources),
			...(zones.length > 0 ? [zoneGroup(request, endpoint, zones)] : []),
		],
		outputs: { endpoints: { account: outputOf(endpoint, "id") } },
	};
}

function createdEndpoint(
	request: FoundryRequest,
	{ subnetId = "", location }: FoundryPrivateEndpoint,
): PlannedResource {
	const { provision, deployment } = request;
	const name = nameFor(deployment);
	return resource(
		"Microsoft.Network/privateEndpoints",
		"private-endpoint",
		{
			resourceGroupName: scopeOf(request).resourceGroup,
			privateEndpointName: name,
			location: location ?? provision.location,
			subnet: { id: subnetId },
			privateLinkServiceConnections: [
				{ name, privateLinkServiceId: accountId(scopeOf(request)), groupIds: ["account"] },
			],
			tags: provision.tags ?? {},
		},
		// Azure refuses two changes of an account at a time.
		{ name, after: [deploymentsResource] },
	);
}

interface Zone {
	readonly word: PrivateZone;
	readonly zoneId: string;
	readonly resources: readonly PlannedResource[];
}

function zonesOf(request: FoundryRequest, { zones = {}, virtualNetworkId = "" }: FoundryPrivateEndpoint): Zone[] {
	const { provision, deployment } = request;
	const { resourceGroup: resourceGroupName } = scopeOf(request);
	const tags = provision.tags ?? {};
	return zoneWords.map((word): Zone => {
		const existing = zones[word];
		if (existing !== undefined) return { word, zoneId: existing, resources: [] };
		const name = privateZones[word];
		const zone = resource(
			"Microsoft.Network/privateDnsZones",
			`zone.${word}`,
			{ resourceGroupName, privateZoneName: name, location: "global", tags },
			{ name, ...afterGroup(request) },
		);
		const link = resource(
			"Microsoft.Network/privateDnsZones/virtualNetworkLinks",
			`zone-link.${word}`,
			{
				resourceGroupName,
				privateZoneName: outputOf(zone, "name"),
				virtualNetworkLinkName: nameFor(deployment),
				location: "global",
				registrationEnabled: false,
				virtualNetwork: { id: virtualNetworkId },
				tags,
			},
			{ name: `${name}/${nameFor(deployment)}` },
		);
		return { word, zoneId: outputOf(zone, "id"), resources: [zone, link] };
	});
}

/** Writes the endpoint's records into the zones, and keeps them there. */
function zoneGroup(request: FoundryRequest, endpoint: PlannedResource, zones: readonly Zone[]): PlannedResource {
	return resource("Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "private-endpoint-zones", {
		resourceGroupName: scopeOf(request).resourceGroup,
		privateEndpointName: outputOf(endpoint, "name"),
		privateDnsZoneGroupName: "default",
		privateDnsZoneConfigs: zones.map(({ word, zoneId }) => ({
			name: privateZones[word].replaceAll(".", "-"),
			privateDnsZoneId: zoneId,
		})),
	});
}
