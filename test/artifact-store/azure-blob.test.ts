import { describe, expect, test } from "vitest";
import { type AzureBlobStoreOptions, azureBlob } from "../../src/artifact-store/azure-blob.js";
import type { StoreRequest } from "../../src/artifact-store/store.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { expectDescribed } from "../support/options.js";
import { storeOutcome, storePlan } from "./planned.js";

const subscription = "0f1e2d3c-4b5a-4968-8776-655443322110";
const group = { objectId: "aaaaaaaa-0000-4000-8000-000000000001", type: "Group" } as const;
const plain: AzureBlobStoreOptions = { subscription, resourceGroup: "cowork", writers: [] };

const planOf = (options: Partial<AzureBlobStoreOptions> = {}, asked: Partial<StoreRequest> = {}) =>
	storePlan(azureBlob, { ...plain, ...options }, asked);

const problemsOf = (options: Partial<AzureBlobStoreOptions> = {}, asked: Partial<StoreRequest> = {}) =>
	storeOutcome(azureBlob, { ...plain, ...options }, asked).problems.map(({ severity, code, path }) =>
		[severity, code, path.join(".")].join(" "),
	);

const shapeProblems = (block: object) =>
	checkShape(azureBlob.options, { ...plain, ...block }, { at: [] }).map(
		({ code, path }) => `${code} ${path.join(".")}`,
	);

const accountOf = (options: Partial<AzureBlobStoreOptions> = {}) =>
	planOf(options).resources.find(({ id }) => id === "account")?.properties;

test("every member says what it does", () => {
	expectDescribed(azureBlob.options.members);
});

describe("an account that is created", () => {
	test("lets in nobody by a key, a public container, a local user or another tenant", () => {
		expect(accountOf()).toMatchObject({
			allowSharedKeyAccess: false,
			defaultToOAuthAuthentication: true,
			allowBlobPublicAccess: false,
			isLocalUserEnabled: false,
			isSftpEnabled: false,
			allowCrossTenantReplication: false,
			enableHttpsTrafficOnly: true,
			minimumTlsVersion: "TLS1_2",
		});
	});

	test("refuses every address that is not named, once some are", () => {
		expect(accountOf({ network: { addresses: ["203.0.113.7"] } })?.networkRuleSet).toEqual({
			bypass: "None",
			defaultAction: "Deny",
			ipRules: [{ action: "Allow", iPAddressOrRange: "203.0.113.7" }],
			virtualNetworkRules: [],
		});
	});

	test("has a name that Azure takes and that follows deployment and subscription alone", () => {
		const nameOf = (deployment: string, more: Partial<AzureBlobStoreOptions> = {}) =>
			String(planOf(more, { deployment }).outputs.account);
		const names = [nameOf("eu"), nameOf("us"), nameOf("a-deployment-of-thirty-one-char")];
		const other = nameOf("eu", { subscription: "1f1e2d3c-4b5a-4968-8776-655443322110" });
		for (const name of [...names, other]) expect(name).toMatch(/^cowork[a-z0-9]{1,18}$/);
		expect(new Set([...names, other]).size).toBe(4);
		const moved = { resourceGroup: "elsewhere", subscription: subscription.toUpperCase() };
		expect(nameOf("eu", { ...moved, prefix: "a", readers: [group] })).toBe(names[0]);
	});

	test("stays with its container and what they keep, unless the block says otherwise; roles always go", () => {
		const keptOf = (retain?: boolean) =>
			planOf({ readers: [group], ...(retain !== undefined && { retain }) }).resources.map(({ id, kept = false }) => [
				id,
				kept,
			]);
		const role = [`reader.${group.objectId}`, false];
		expect(keptOf()).toEqual([["account", true], ["blob-service", true], ["container", true], role]);
		expect(keptOf(false)).toEqual([["account", false], ["blob-service", false], ["container", false], role]);
	});
});

describe("what exists", () => {
	const account = { name: "examplefiles", existing: true };

	test("is created nothing of", () => {
		const { lookUps, resources, place } = planOf({ account, container: { name: "files", existing: true } });
		expect([lookUps, resources]).toEqual([[], []]);
		expect(place).toEqual({
			properties: { accountName: "examplefiles", containerName: "files" },
			location: "https://examplefiles.blob.core.windows.net/files/",
		});
	});

	test.each<[string, Partial<AzureBlobStoreOptions>, string]>([
		["a container in a new account", { container: { existing: true } }, "contradiction container.existing"],
		["an account without a name", { account: { existing: true } }, "missing account.name"],
		["settings of an account", { account, sku: "Standard_ZRS" }, "of-existing sku"],
		["a network", { account, network: { addresses: ["203.0.113.7"] } }, "of-existing network"],
		["what would be deleted", { account, container: { existing: true }, retain: false }, "of-existing retain"],
	])("refuses %s", (_, options, problem) => {
		expect(problemsOf(options)).toContain(`error ${problem}`);
	});
});

test.each<[string | undefined, boolean]>([
	["eastus2", true],
	["southcentralus", true],
	["westus", true],
	["westeurope", false],
	["australiaeast", false],
	["usgovvirginia", false],
	["<given:publish.azureBlob.location>", false],
	[undefined, false],
])("an account in %s, where content stays in the United States: %s", (location, isAllowed) => {
	const options: Partial<AzureBlobStoreOptions> = { ...(location !== undefined && { location }) };
	const existing = { account: { name: "examplefiles", existing: true }, ...options };
	for (const each of [options, existing]) {
		const { value, problems } = storeOutcome(azureBlob, { ...plain, ...each }, { residency: ["us"] });
		const told = problems.filter(({ code }) => code === "residency").map(({ path }) => path);
		expect([value !== undefined, told]).toEqual([isAllowed, isAllowed ? [] : [["location"]]]);
	}
});

describe("who may do what", () => {
	test("each gets one role on the container, whose name follows place, role and principal", () => {
		const roles = planOf({ readers: [group], writers: [group] }).resources.slice(3);
		const [reader, writer] = roles.map(({ properties }) => properties);
		expect(reader?.roleDefinitionId).toMatch(/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1$/);
		expect(writer?.roleDefinitionId).toMatch(/ba92f5b4-2d11-453d-a403-e96b0029c9fe$/);
		expect(reader).toMatchObject({ principalId: group.objectId, principalType: "Group" });
		expect(String(reader?.scope)).toMatch(/\/blobServices\/default\/containers\/cowork$/);
		const again = planOf({ readers: [{ ...group, objectId: group.objectId.toUpperCase() }] }).resources.at(-1);
		expect(again?.properties).toEqual(reader);
		const elsewhere = planOf({ readers: [group], container: { name: "other" } }).resources.at(-1);
		const names = [reader, writer, elsewhere?.properties].map((each) => each?.roleAssignmentName);
		expect(new Set(names).size).toBe(3);
	});

	test("nobody who may write is a warning where Azure would refuse, and an empty list is an answer", () => {
		const { writers: _, ...open } = plain;
		const { problems } = storeOutcome(azureBlob, open);
		expect(problems.map(({ severity, code }) => [severity, code])).toEqual([["warning", "no-writers"]]);
		expect(
			storeOutcome(azureBlob, { ...open, sharedKey: true, network: { addresses: ["203.0.113.7"] } }).problems,
		).toEqual([]);
		expect(problemsOf()).toEqual([]);
	});

	test("somebody who is named twice is refused", () => {
		const twice = [group, { ...group, objectId: group.objectId.toUpperCase() }];
		expect(problemsOf({ readers: twice })).toEqual(["error duplicate readers.1.objectId"]);
	});
});

describe("keys of the account", () => {
	test("need named networks, in each account that is created", () => {
		expect(problemsOf({ sharedKey: true })).toEqual(["error shared-key-open network"]);
		const network = { addresses: ["203.0.113.7"] };
		expect(problemsOf({ sharedKey: true, network, sensitive: { account: {}, network } })).toEqual([]);
		expect(problemsOf({ sharedKey: true, network, sensitive: { account: {} } })).toContain(
			"error shared-key-open sensitive.network",
		);
		expect(accountOf({ sharedKey: true, network })?.allowSharedKeyAccess).toBe(true);
	});

	test("a network of nobody is refused", () => {
		expect(problemsOf({ network: { trustedServices: true } })).toEqual(["error unreachable network"]);
	});
});

describe("what carries a secret", () => {
	test("has a place or is refused", () => {
		expect(problemsOf({}, { carriesSecrets: true })).toEqual(["error no-sensitive-place sensitive"]);
		expect(planOf({ sensitive: {} }, { carriesSecrets: true }).sensitivePlace?.properties).toMatchObject({
			containerName: "cowork-sensitive",
		});
	});

	test("has readers of its own alone", () => {
		const { resources } = planOf({ readers: [group], sensitive: {} });
		const scopes = resources.flatMap(({ properties }) => (properties.scope === undefined ? [] : [properties.scope]));
		expect(scopes.map((scope) => String(scope).split("/").at(-1))).toEqual(["cowork"]);
	});

	test.each<[string, Partial<AzureBlobStoreOptions>, string]>([
		[
			"in the container of the rest",
			{ sensitive: { container: { name: "cowork" } } },
			"sensitive-not-apart sensitive.container",
		],
		[
			"in the account of the rest as if it were another",
			{ account: { name: "one" }, sensitive: { account: { name: "one" } } },
			"duplicate sensitive.account.name",
		],
		[
			"with a key of no account",
			{ sensitive: { encryption: { keyVaultUri: "https://example.vault.azure.net", keyName: "a", identity: "i" } } },
			"no-effect sensitive.encryption",
		],
		[
			"with less than the rest",
			{ network: { addresses: ["203.0.113.7"] }, sensitive: { account: {} } },
			"missing sensitive.network",
		],
	])("is refused %s", (_, options, problem) => {
		expect(problemsOf(options)).toContain(`error ${problem}`);
	});
});

describe("form", () => {
	test.each<[string, object, string]>([
		["an account in capitals", { account: { name: "Example" } }, "azure-name account.name"],
		["an account of two letters", { account: { name: "ab" } }, "azure-name account.name"],
		["an account of 25 letters", { account: { name: "a".repeat(25) } }, "azure-name account.name"],
		["an account with a hyphen", { account: { name: "example-files" } }, "azure-name account.name"],
		["a container with two hyphens", { container: { name: "a--b" } }, "azure-name container.name"],
		["a container of two letters", { container: { name: "ab" } }, "azure-name container.name"],
		["a container of 64 letters", { container: { name: "a".repeat(64) } }, "azure-name container.name"],
		["a region as people write it", { location: "West Europe" }, "azure-region location"],
		["every address", { network: { addresses: ["0.0.0.0/0"] } }, "azure-address network.addresses.0"],
		["a private address", { network: { addresses: ["10.0.0.0/8"] } }, "azure-address network.addresses.0"],
		["no day of soft delete", { softDeleteDays: 0 }, "out-of-bounds softDeleteDays"],
		["a prefix that leads out", { prefix: "../a" }, "key-prefix prefix"],
		["a user by name", { readers: [{ objectId: "ada@example.com", type: "User" }] }, "uuid readers.0.objectId"],
	])("refuses %s", (_, block, problem) => {
		expect(shapeProblems(block)).toEqual([problem]);
	});

	test.each([
		{ account: { name: "abc" } },
		{ account: { name: "a".repeat(24) } },
		{ container: { name: "a-1" } },
		{ container: { name: "a".repeat(63) } },
		{ prefix: "cowork/prod" },
	])("takes %j", (block) => {
		expect(shapeProblems(block)).toEqual([]);
	});
});
