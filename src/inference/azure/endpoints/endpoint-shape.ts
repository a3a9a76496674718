import { armId } from "../../../cloud/arm-id.js";
import { object, textMatching, words } from "../../../shape/build.js";
import type { Member } from "../../../shape/shape.js";
import { privateZones, zoneWords } from "./zones.js";

export const privateEndpointShape = object(
	{
		subnetId: {
			shape: armId("Microsoft.Network/virtualNetworks/subnets"),
			summary: "Subnet that it is created in, of the account's subscription. Required but with `existing`.",
			defaultNote: "none is needed",
		},
		virtualNetworkId: {
			shape: armId("Microsoft.Network/virtualNetworks"),
			summary: "Network that resolves the zones that are created. Required where one is.",
			defaultNote: "none is needed",
		},
		location: {
			shape: textMatching("azure-location", /^[a-z][a-z0-9]*$/, "is no region; expected one such as swedencentral"),
			summary: "Region of the network.",
			defaultNote: "the account's",
		},
		existing: {
			shape: armId("Microsoft.Network/privateEndpoints"),
			summary: "An endpoint of the account that exists, by id: nothing of it changes, and no zones are created.",
			defaultNote: "it is created",
		},
		privateDns: {
			shape: words(["create", "elsewhere"]),
			summary:
				"`create`: the endpoint's records stand in the three zones, which are created but those that `zones` names; `elsewhere`: others, such as a policy of Azure, write them.",
			default: "create",
		},
		zones: {
			shape: object(
				Object.fromEntries(
					zoneWords.map((word): [string, Member] => [
						word,
						{
							shape: armId("Microsoft.Network/privateDnsZones"),
							summary: `Zone \`${privateZones[word]}\`.`,
							defaultNote: "it is created",
						},
					]),
				),
			),
			summary: "Zones that exist, by id: they get the endpoint's records, and are linked to no network.",
			defaultNote: "each is created",
		},
	},
	{ name: "FoundryPrivateEndpoint", summary: "The way into the account without the public internet." },
);
