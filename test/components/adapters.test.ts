import { expect, test } from "vitest";
import type { Adapter } from "../../src/components/adapters.js";
import { local } from "../../src/components/artifact-store/local.js";
import { filesOnly } from "../../src/components/files-only.js";
import * as inference from "../../src/components/inference-routes.js";
import { firewallAdapters, inferenceAdapters, storeAdapters } from "../../src/program/adapters.js";
import { registries } from "../../src/registries.js";

type Make = (options: never) => Adapter;

const axes: [string, Readonly<Record<string, Make>>, object, Readonly<Record<string, () => Promise<Make>>>][] = [
	["inference", { ...inference }, registries.routes, inferenceAdapters],
	["firewall", filesOnly, registries.firewall, firewallAdapters],
	["store", { local }, registries.stores, storeAdapters],
];

test.each(Object.entries(registries.firewall))(
	"%s: its function is exported by the entry of its cloud",
	async (word, { cloud }) => {
		const { [word]: make }: Readonly<Record<string, Make>> = await import(`../../src/entries/${cloud ?? "index"}.ts`);
		expect(make?.({} as never)).toMatchObject({ name: word });
		expect(make && "place" in make({} as never)).toBe(cloud !== undefined);
	},
);

test.each(axes)("%s: function, word and registry key are one", async (_, functions, registry, table) => {
	for (const [name, make] of Object.entries(functions)) {
		expect([make.name, make({} as never).name]).toEqual([name, name]);
	}
	expect(Object.keys(table).sort()).toEqual(Object.keys(registry).sort());
	for (const [name, load] of Object.entries(table)) {
		const make = await load();
		expect(make({} as never).name).toBe(name);
	}
});
