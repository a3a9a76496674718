import { expect, test } from "vitest";
import { managedKeys } from "../../src/configuration/catalogue.js";
import { withoutSurplus } from "../../src/shape/without-surplus.js";

const { shape } = managedKeys.managedMcpServers;
const crm = { name: "crm", transport: "http", url: "https://crm.example.com", env: { source: "kept" } };

test("what only an export carries goes, and everything else stays", () => {
	const servers = [
		{ ...crm, source: "user" },
		{ name: "wiki", source: "kept: of no known kind" },
	];
	expect(withoutSurplus(shape, servers)).toEqual([crm, { name: "wiki", source: "kept: of no known kind" }]);
});

test("a value that has none of it is the same value", () => {
	const servers = [crm];
	expect(withoutSurplus(shape, servers)).toBe(servers);
});
