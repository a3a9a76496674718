import { describe, expect, test } from "vitest";
import { planFoundry } from "../../../../src/inference/azure/plan-foundry.js";
import { tokensIn } from "../../../../src/reference/token.js";
import { idsIn, planned, resourceIn } from "../../aws/planned.js";
import { type Asked, asked, network, subscription } from "../requests.js";

const plan = (more: Asked = {}) => planned(planFoundry(asked(more)));
const account = (more: Asked = {}) => resourceIn(plan(more), "account");
const properties = (more: Asked = {}) => account(more).properties.properties;
const withKey = { signIn: { apiKey: {} }, groups: { general: {} } };
const privateEndpoint = { subnetId: network.subnet, virtualNetworkId: network.virtualNetwork };

test("an account takes Entra ID alone, under its own sub-domain", () => {
	expect(account()).toEqual({
		id: "account",
		type: "Microsoft.CognitiveServices/accounts",
		name: "example-cowork",
		meter: "free",
		after: ["resource-group"],
		fixed: ["properties.restore"],
		properties: {
			resourceGroupName: "cowork-eu",
			accountName: "example-cowork",
			location: "swedencentral",
			kind: "AIServices",
			sku: { name: "S0" },
			identity: { type: "SystemAssigned" },
			properties: {
				allowProjectManagement: true,
				customSubDomainName: "example-cowork",
				disableLocalAuth: true,
				publicNetworkAccess: "Enabled",
				networkAcls: { defaultAction: "Allow", bypass: "None", ipRules: [], virtualNetworkRules: [] },
			},
			tags: {},
		},
	});
});

test("its name may be another than its sub-domain", () => {
	const { properties: created, name } = account({ provision: { account: { name: "claude" } } });
	expect([name, created.accountName, created.properties]).toMatchObject([
		"claude",
		"claude",
		{ customSubDomainName: "example-cowork" },
	]);
});

describe("local authentication", () => {
	test.each<[string, Asked, boolean]>([
		["off with Entra ID", {}, true],
		["on with a key", withKey, false],
		["off with a helper", { signIn: { helper: { path: "/opt/helper" } } }, true],
		["on where it is said", { provision: { localAuthentication: true } }, false],
	])("is %s", (_, more, disableLocalAuth) => {
		expect(properties(more)).toMatchObject({ disableLocalAuth });
	});
});

describe("the public endpoint", () => {
	const rules = { addresses: ["203.0.113.0/24", "198.51.100.7"] };
	const acls = (defaultAction: string, more: object = {}) => ({
		networkAcls: { defaultAction, bypass: "None", ipRules: [], virtualNetworkRules: [], ...more },
	});
	const named = { ipRules: [{ value: "203.0.113.0/24" }, { value: "198.51.100.7" }] };

	test.each<[string, object, object]>([
		["is open where nothing is said", {}, { publicNetworkAccess: "Enabled", ...acls("Allow") }],
		["is for whom is named", { network: rules }, { publicNetworkAccess: "Enabled", ...acls("Deny", named) }],
		[
			"is for subnets that are named, and Azure's own services",
			{ network: { subnets: [network.subnet], trustedServices: true } },
			{
				publicNetworkAccess: "Enabled",
				...acls("Deny", { bypass: "AzureServices", virtualNetworkRules: [{ id: network.subnet }] }),
			},
		],
		["is closed beside a private one", { privateEndpoint }, { publicNetworkAccess: "Disabled", ...acls("Deny") }],
		[
			"is for whom is named beside a private one",
			{ privateEndpoint, network: rules },
			{ publicNetworkAccess: "Enabled", ...acls("Deny", named) },
		],
		[
			"is closed beside a private one that lets Azure's own services by",
			{ privateEndpoint, network: { trustedServices: true } },
			{ publicNetworkAccess: "Disabled", ...acls("Deny", { bypass: "AzureServices" }) },
		],
	])("%s", (_, provision, expected) => {
		expect(properties({ provision })).toMatchObject(expected);
	});
});

test("a key of the customer's is read as the identity that may", () => {
	const id = `/subscriptions/${subscription}/resourceGroups/keys/providers/Microsoft.ManagedIdentity/userAssignedIdentities/cowork`;
	const encryption = {
		keyVaultUri: "https://example.vault.azure.net",
		keyName: "cowork",
		keyVersion: "0123456789abcdef0123456789abcdef",
		identity: { id, clientId: "11111111-2222-4333-8444-555555555555" },
	};
	const { properties: created } = account({ provision: { encryption } });
	expect(created).toMatchObject({
		identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [id] },
		properties: {
			encryption: {
				keySource: "Microsoft.KeyVault",
				keyVaultProperties: {
					keyVaultUri: "https://example.vault.azure.net",
					keyName: "cowork",
					keyVersion: "0123456789abcdef0123456789abcdef",
					identityClientId: "11111111-2222-4333-8444-555555555555",
				},
			},
		},
	});
});

test("a deleted account is taken back in the update that says so", () => {
	expect(properties({ provision: { account: { restore: true } } })).toHaveProperty("restore", true);
	expect(properties()).not.toHaveProperty("restore");
});

describe("records of calls", () => {
	const setting = {
		name: "cowork-eu",
		resourceUri: `/subscriptions/${subscription}/resourceGroups/cowork-eu/providers/Microsoft.CognitiveServices/accounts/example-cowork`,
		logs: [{ categoryGroup: "allLogs", enabled: true }],
		metrics: [{ category: "AllMetrics", enabled: true }],
	};

	test("go to a workspace that is created", () => {
		const made = plan({ provision: { diagnostics: { retentionDays: 365 }, tags: { team: "it" } } });
		expect(resourceIn(made, "workspace").properties).toEqual({
			resourceGroupName: "cowork-eu",
			workspaceName: "cowork-eu",
			location: "swedencentral",
			retentionInDays: 365,
			sku: { name: "PerGB2018" },
			tags: { team: "it" },
		});
		const { properties: created, after } = resourceIn(made, "diagnostics");
		expect(created).toMatchObject(setting);
		expect([tokensIn(created), after]).toEqual([["workspace.id"], ["account"]]);
	});

	test("go to one that exists", () => {
		const workspaceId = `/subscriptions/${subscription}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/central`;
		const made = plan({ provision: { diagnostics: { workspaceId } } });
		expect(idsIn(made)).not.toContain("workspace");
		expect(resourceIn(made, "diagnostics").properties).toEqual({ ...setting, workspaceId });
	});
});

test("what exists is neither created nor changed", () => {
	const provision = { resourceGroup: { name: "shared", existing: true }, account: { name: "claude", existing: true } };
	const made = plan({ provision });
	expect(idsIn(made)).not.toContain("account");
	expect(idsIn(made)).not.toContain("resource-group");
	expect(resourceIn(made, "deployments").properties).toMatchObject({
		resourceGroupName: "shared",
		template: { resources: [{ name: "claude/claude-sonnet-5" }] },
	});
	expect(made.uses.map(({ type }) => type)).toContain("Microsoft.CognitiveServices/accounts");
});

test("tags stand at everything that takes them", () => {
	const provision = { tags: { team: "it" }, privateEndpoint, diagnostics: {} };
	const without = plan({ provision }).resources.filter(({ properties: { tags } }) => tags === undefined);
	expect(new Set(without.map(({ type }) => type))).toEqual(
		new Set([
			"Microsoft.Authorization/roleAssignments",
			"Microsoft.Insights/diagnosticSettings",
			"Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
		]),
	);
});
