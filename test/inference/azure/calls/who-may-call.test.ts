import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import type { CloudPlan } from "../../../../src/inference/cloud-plan.js";
import { planned } from "../../aws/planned.js";
import { type Asked, asked, clientId, directory, haiku, network, sonnet, tenantId } from "../requests.js";
import { type Answer, answerTo, type Caller, canTakeKeys, type Place } from "./azure.js";

const general: Caller = { groups: [directory.general] };
const pilot: Caller = { groups: [directory.pilot] };
const both: Caller = { groups: [directory.general, directory.pilot] };
const stranger: Caller = { groups: ["cccccccc-0000-4000-8000-000000000003"] };
const nobody: Caller = { groups: [] };
const key: Caller = { key: "key1" };

const home: Place = { address: "192.0.2.55" };
const office: Place = { address: "203.0.113.20" };
/** Beside the office's range. */
const neighbour: Place = { address: "203.0.114.1" };
const subnet: Place = { address: "192.0.2.99", subnet: network.subnet };
const inside: Place = { address: "192.0.2.99", network: network.virtualNetwork };
/** A network that resolves for itself. */
const branch: Place = { address: "192.0.2.99", network: network.virtualNetwork.replace("office", "branch") };

const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };
const named = { addresses: ["203.0.113.0/24"] };
const people = {
	general: { members: { entraGroupId: directory.general } },
	pilot: { members: { entraGroupId: directory.pilot } },
};

const closed = "public access is disabled";
const walled = "denied by firewall rules";
const keyless = "key authentication is disabled";
const denied = "permission denied";

/** Everything that a deployment can say of who calls, and what comes of it. */
const cases: readonly (readonly [string, Asked, readonly (readonly [string, Caller, Place, Answer])[]])[] = [
	[
		"Entra ID, over the public internet",
		{},
		[
			["people of a group", general, home, "answered"],
			["people of the other", pilot, office, "answered"],
			["people of both", both, home, "answered"],
			["people of none", stranger, office, denied],
			["somebody without groups", nobody, home, denied],
			["whoever has a key", key, home, keyless],
		],
	],
	[
		"Entra ID, with addresses named",
		{ provision: { network: named } },
		[
			["people of a group at the office", general, office, "answered"],
			["people of a group at home", general, home, walled],
			["people of a group next door", general, neighbour, walled],
			["people of a group in a subnet that is not named", general, subnet, walled],
			["people of none at the office", stranger, office, denied],
			["whoever has a key at the office", key, office, keyless],
		],
	],
	[
		"Entra ID, with a subnet named",
		{ provision: { network: { subnets: [network.subnet] } } },
		[
			["people of a group in the subnet", general, subnet, "answered"],
			["people of a group at the office", general, office, walled],
			["people of none in the subnet", stranger, subnet, denied],
		],
	],
	[
		"Entra ID, by a private endpoint",
		{ provision: { privateEndpoint } },
		[
			["people of a group inside", general, inside, "answered"],
			["people of a group in a network without the zone", general, branch, closed],
			["people of a group at home", general, home, closed],
			["people of none inside", stranger, inside, denied],
			["whoever has a key inside", key, inside, keyless],
		],
	],
	[
		"Entra ID, by a private endpoint and from the office",
		{ provision: { privateEndpoint, network: named } },
		[
			["people of a group inside", general, inside, "answered"],
			["people of a group at the office", general, office, "answered"],
			["people of a group at home", general, home, walled],
			["people of none at the office", stranger, office, denied],
		],
	],
	[
		"Entra ID, by a private endpoint whose records others write",
		{ provision: { privateEndpoint: { subnetId: network.subnet, privateDns: "elsewhere" } } },
		[
			["people of a group at home", general, home, closed],
			["people of none at home", stranger, home, closed],
		],
	],
	[
		"a helper",
		{ signIn: { helper: { path: "/opt/token" } } },
		[
			["people of a group", general, home, "answered"],
			["people of none", stranger, home, denied],
			["whoever has a key", key, home, keyless],
		],
	],
	[
		"an app that is registered",
		{ signIn: { entra: { tenantId } }, provision: { app: { consent: true } } },
		[
			["people of a group", general, home, "answered"],
			["people of none, who can sign in all the same", stranger, home, denied],
		],
	],
	[
		"a key",
		{ signIn: { apiKey: {} }, groups: { general: {}, pilot: {} } },
		[
			["whoever has it", key, home, "answered"],
			["whoever has the other", { key: "key2" }, office, "answered"],
			["people of the directory", both, home, denied],
		],
	],
	[
		"a key, by a private endpoint",
		{ signIn: { apiKey: {} }, groups: { general: {} }, provision: { privateEndpoint } },
		[
			["whoever has it inside", key, inside, "answered"],
			["whoever has it at home", key, home, closed],
		],
	],
	[
		"Entra ID beside keys",
		{ provision: { localAuthentication: true } },
		[
			["people of a group", general, home, "answered"],
			["whoever has a key", key, home, "answered"],
			["people of none", stranger, home, denied],
		],
	],
	[
		"others who look after access",
		{ provision: { bringYourOwn: true } },
		[
			["people of a group, whom nobody has let yet", general, home, denied],
			["whoever has a key", key, home, keyless],
		],
	],
];

const plan = (more: Asked = {}) => planned(planFoundry(asked(more)));
const called = { resource: "example-cowork", deployment: "claude-sonnet-5" };

describe.each(cases)("with %s", (_, more, calls) => {
	test.each(calls)("%s", (_, by, from, answer) => {
		expect(answerTo(plan(more), { ...called, by, from })).toBe(answer);
	});
});

describe("keys that somebody may read off the account", () => {
	test.each<[string, Asked, boolean]>([
		["are of no use with Entra ID alone", {}, false],
		["are everybody's who has the role where both are on", { provision: { localAuthentication: true } }, true],
		["are nobody's of the directory where profiles carry one", { signIn: { apiKey: {} }, groups: people }, false],
	])("%s", (_, more, can) => {
		expect(canTakeKeys(plan(more), [directory.general])).toBe(can);
		expect(canTakeKeys(plan(more), stranger.groups)).toBe(false);
	});
});

describe("models", () => {
	const deployments = { "claude-sonnet-5": sonnet, fast: haiku };
	const groups = { ...people, pilot: { ...people.pilot, models: ["fast"] } };
	const made = plan({ models: ["claude-sonnet-5", "fast"], groups, provision: { deployments } });

	test("whoever may call the account may call every deployment, whatever their profile lists", () => {
		for (const deployment of Object.keys(deployments)) {
			for (const by of [general, pilot])
				expect(answerTo(made, { ...called, deployment, by, from: home })).toBe("answered");
		}
	});

	test("what is not deployed answers nobody", () => {
		expect(answerTo(made, { ...called, deployment: "claude-opus-5", by: general, from: home })).toBe(
			"deployment not found",
		);
		expect(answerTo(made, { ...called, resource: "another", by: general, from: home })).toBe("host not found");
	});
});

describe("the evaluator tells plans apart that let nobody in", () => {
	const [first] = plan().resources.filter(({ id }) => id.startsWith("access."));
	const altered = (properties: object): CloudPlan => {
		const made = plan();
		const resources = made.resources.flatMap((each) => {
			if (!each.id.startsWith("access.")) return [each];
			return each.id === first?.id ? [{ ...each, properties: { ...each.properties, ...properties } }] : [];
		});
		return { ...made, resources };
	};
	const scope = String(first?.properties.scope);

	test.each<[string, object, Answer]>([
		["as planned", {}, "answered"],
		["for the whole subscription", { scope: scope.split("/").slice(0, 3).join("/") }, "answered"],
		["another account", { scope: `${scope}-2` }, denied],
		["another role", { roleDefinitionId: "/x/25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68" }, denied],
		["a role for other models", { roleDefinitionId: "/x/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd" }, denied],
		["one person", { principalType: "User" }, denied],
		["another group", { principalId: directory.pilot }, denied],
	])("%s", (_, properties, answer) => {
		expect(answerTo(altered(properties), { ...called, by: general, from: home })).toBe(answer);
	});
});

describe("whatever a deployment says", () => {
	const provision = fc.record(
		{
			localAuthentication: fc.boolean(),
			network: fc.record(
				{
					addresses: fc.constant(named.addresses),
					subnets: fc.constant([network.subnet]),
					trustedServices: fc.boolean(),
				},
				{ requiredKeys: [] },
			),
			privateEndpoint: fc.constant(privateEndpoint),
			bringYourOwn: fc.boolean(),
			diagnostics: fc.constant({}),
		},
		{ requiredKeys: [] },
	);
	const signIn = fc.constantFrom<Asked["signIn"]>(
		{ entra: { tenantId, clientId } },
		{ apiKey: { fromEnv: "KEY" } },
		{ helper: { path: "/opt/token" } },
	);
	const made = fc.tuple(provision, signIn).map(([said, way]) => {
		const { value } = planFoundry(asked({ provision: said, ...(way && { signIn: way }) }));
		return { said, value };
	});

	test("people of no group call nothing, and keys nothing where they are off", () => {
		fc.assert(
			fc.property(made, fc.constantFrom(home, office, subnet, inside, branch), ({ value }, from) => {
				fc.pre(value !== undefined);
				if (!value) return;
				for (const by of [stranger, nobody]) expect(answerTo(value, { ...called, by, from })).not.toBe("answered");
				const account = value.resources.find(({ id }) => id === "account")?.properties.properties;
				if (account && Object.entries(account).some(([name, on]) => name === "disableLocalAuth" && on === true)) {
					expect(answerTo(value, { ...called, by: key, from })).not.toBe("answered");
				}
			}),
		);
	});

	test("nobody comes over the public internet to a private account, but whom the network names", () => {
		fc.assert(
			fc.property(made, fc.constantFrom(general, pilot, key), ({ said, value }, by) => {
				fc.pre(value !== undefined && (said.privateEndpoint !== undefined || said.network !== undefined));
				if (value) expect(answerTo(value, { ...called, by, from: home })).not.toBe("answered");
			}),
		);
	});
});
