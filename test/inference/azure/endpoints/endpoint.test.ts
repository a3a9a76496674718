import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { token } from "../../../../src/reference/token.js";
import { idsIn, planned, problemsOf, resourceIn } from "../../aws/planned.js";
import { asked, network, settledBut, subscription } from "../requests.js";

const whole = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };
const outcome = (privateEndpoint: object, more: object = {}, options: object = {}) =>
	planFoundry(asked({ provision: { privateEndpoint, ...more }, options }));
const plan = (privateEndpoint: object) => planned(outcome(privateEndpoint));
const ofEndpoint = (privateEndpoint: object) => idsIn(plan(privateEndpoint)).filter((id) => /^(private|zone)/.test(id));

const zones = {
	servicesAi: "privatelink.services.ai.azure.com",
	openAi: "privatelink.openai.azure.com",
	cognitiveServices: "privatelink.cognitiveservices.azure.com",
};

describe("an endpoint that is created", () => {
	test("leads to the account, after its models are there", () => {
		const { properties, after } = resourceIn(plan(whole), "private-endpoint");
		expect(properties).toEqual({
			resourceGroupName: "cowork-eu",
			privateEndpointName: "cowork-eu",
			location: "swedencentral",
			subnet: { id: network.subnet },
			privateLinkServiceConnections: [
				{
					name: "cowork-eu",
					privateLinkServiceId: `/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`,
					groupIds: ["account"],
				},
			],
			tags: {},
		});
		expect(after).toEqual(["deployments"]);
		expect(resourceIn(plan({ ...whole, location: "westeurope" }), "private-endpoint").properties.location).toBe(
			"westeurope",
		);
	});

	test("stands in three zones, each linked to the network", () => {
		const made = plan(whole);
		expect(ofEndpoint(whole)).toEqual([
			"private-endpoint",
			...Object.keys(zones).flatMap((word) => [`zone.${word}`, `zone-link.${word}`]),
			"private-endpoint-zones",
		]);
		for (const [word, name] of Object.entries(zones)) {
			expect(resourceIn(made, `zone.${word}`).properties).toEqual({
				resourceGroupName: "cowork-eu",
				privateZoneName: name,
				location: "global",
				tags: {},
			});
			expect(resourceIn(made, `zone-link.${word}`).properties).toEqual({
				resourceGroupName: "cowork-eu",
				privateZoneName: token(`zone.${word}.name`),
				virtualNetworkLinkName: "cowork-eu",
				location: "global",
				registrationEnabled: false,
				virtualNetwork: { id: network.virtualNetwork },
				tags: {},
			});
		}
		expect(resourceIn(made, "private-endpoint-zones").properties).toEqual({
			resourceGroupName: "cowork-eu",
			privateEndpointName: token("private-endpoint.name"),
			privateDnsZoneGroupName: "default",
			privateDnsZoneConfigs: [
				{ name: "privatelink-services-ai-azure-com", privateDnsZoneId: token("zone.servicesAi.id") },
				{ name: "privatelink-openai-azure-com", privateDnsZoneId: token("zone.openAi.id") },
				{ name: "privatelink-cognitiveservices-azure-com", privateDnsZoneId: token("zone.cognitiveServices.id") },
			],
		});
	});

	test("stands in zones that exist, and links those to nothing", () => {
		const servicesAi = network.zone(zones.servicesAi);
		const made = plan({ ...whole, zones: { servicesAi } });
		expect(idsIn(made)).not.toContain("zone.servicesAi");
		expect(idsIn(made)).not.toContain("zone-link.servicesAi");
		expect(resourceIn(made, "private-endpoint-zones").properties.privateDnsZoneConfigs).toContainEqual({
			name: "privatelink-services-ai-azure-com",
			privateDnsZoneId: servicesAi,
		});
	});

	test("stands in none where others write its records", () => {
		expect(ofEndpoint({ subnetId: network.subnet, privateDns: "elsewhere" })).toEqual(["private-endpoint"]);
	});
});

const existing = `/subscriptions/${subscription}/resourceGroups/network/providers/Microsoft.Network/privateEndpoints/claude`;

test("one that exists is paid for, and nothing of it is created", () => {
	const made = plan({ existing });
	expect(ofEndpoint({ existing })).toEqual([]);
	expect(made.outputs.endpoints).toEqual({ account: existing });
	expect(made.uses).toContainEqual({ type: "Microsoft.Network/privateEndpoints", meter: "per hour, and per gigabyte" });
});

test.each([whole, { existing }, { subnetId: network.subnet, privateDns: "elsewhere" }])(
	"the host that the app calls passes no perimeter with %j",
	(privateEndpoint) => {
		expect(plan(privateEndpoint).privateHosts).toEqual(["example-cowork.services.ai.azure.com"]);
	},
);

test("the host that the app calls passes the perimeter where the public endpoint lets devices in, too", () => {
	expect(planned(outcome(whole, { network: { addresses: ["203.0.113.0/24"] } })).privateHosts).toEqual([]);
	expect(planned(outcome(whole, { network: { trustedServices: true } })).privateHosts).toEqual([
		"example-cowork.services.ai.azure.com",
	]);
});

test("what a program passes stands where it is filled", () => {
	const at = "inference.foundry.provision.privateEndpoint.subnetId";
	const privateEndpoint = { ...whole, subnetId: { fromProgram: at } };
	expect(resourceIn(plan(privateEndpoint), "private-endpoint").properties.subnet).toEqual({ id: token(at) });
});

describe("what is wrong with the way that one is asked for", () => {
	const at = "inference.foundry.provision.privateEndpoint";
	const every = Object.fromEntries(Object.entries(zones).map(([word, name]) => [word, network.zone(name)]));
	const created = "is of an endpoint that is created, and this one exists; leave it out";

	test.each<[string, object, string[]]>([
		[
			"no subnet",
			{ virtualNetworkId: network.virtualNetwork },
			[`${at}.subnetId: is missing; the endpoint is created in it`],
		],
		[
			"no network for zones that are created",
			{ subnetId: network.subnet, zones: { openAi: network.zone(zones.openAi) } },
			[
				`${at}.virtualNetworkId: is missing; privatelink.services.ai.azure.com, privatelink.cognitiveservices.azure.com are created, and resolve nothing for a network that they are not linked to`,
			],
		],
		[
			"a network that nothing is linked to",
			{ ...whole, zones: every },
			[`${at}.virtualNetworkId: is linked to zones that are created, and none is; leave it out`],
		],
		[
			"zones for records that others write",
			{ subnetId: network.subnet, privateDns: "elsewhere", zones: every },
			[`${at}.zones: is of records that are created, and privateDns says elsewhere; leave it out`],
		],
		[
			"a subnet of another subscription",
			{ ...whole, subnetId: network.subnet.replace(subscription, "99999999-0000-4000-8000-000000000000") },
			[
				`${at}.subnetId: is of subscription 99999999-0000-4000-8000-000000000000, and the endpoint is created in ${subscription}, where its network has to be; give one of that`,
			],
		],
		[
			"what is created of one that exists",
			{ existing, ...whole, location: "westeurope", privateDns: "create", zones: every },
			["subnetId", "virtualNetworkId", "location", "privateDns", "zones"].map((name) => `${at}.${name}: ${created}`),
		],
	])("%s", (_, privateEndpoint, problems) => {
		expect(problemsOf(outcome(privateEndpoint))).toEqual(problems);
	});

	test("an address of the block's own", () => {
		const { problems } = outcome(whole, {}, { baseUrl: "https://ai.example.com/anthropic" });
		expect(problems.map(({ code, path }) => [code, path])).toEqual([
			["contradiction", ["inference", "foundry", "baseUrl"]],
		]);
	});

	test("a zone in the place of another", () => {
		const swapped = {
			servicesAi: network.zone("privatelink.openai.azure.com"),
			openAi: network.zone("PrivateLink.OpenAI.azure.com"),
			cognitiveServices: network.zone("privatelink.blob.core.windows.net"),
		};
		expect(problemsOf(outcome({ subnetId: network.subnet, zones: swapped }))).toEqual([
			`${at}.zones.servicesAi: is the id of privatelink.openai.azure.com; expected that of privatelink.services.ai.azure.com`,
			`${at}.zones.cognitiveServices: is the id of privatelink.blob.core.windows.net; expected that of privatelink.cognitiveservices.azure.com`,
		]);
	});

	test("what resolvers have to forward", () => {
		expect(problemsOf(outcome(whole, { settled: settledBut("resolvers") }))).toEqual([
			`warning: ${at}: every resolver of the devices has to forward privatelink.services.ai.azure.com to Azure, for the app calls example-cowork.services.ai.azure.com: with only privatelink.cognitiveservices.azure.com and privatelink.openai.azure.com forwarded it gets the public address and a 401 that speaks of a wrong endpoint; where that cannot be, the gateway route at the cognitiveservices host is the way; once seen to, list resolvers in provision.settled`,
		]);
	});
});
