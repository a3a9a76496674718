import { expect, test } from "vitest";
import type { Adapter } from "../../src/components/adapters.js";
import { local } from "../../src/components/artifact-store/local.js";
import { ecs } from "../../src/components/aws/collector-adapters.js";
import { filesOnly } from "../../src/components/files-only.js";
import * as inference from "../../src/components/inference-routes.js";
import {
	CoworkDeployment,
	type CoworkDeploymentArgs,
	CoworkPerimeter,
	type CoworkPerimeterArgs,
	lookUpPublished,
} from "../../src/entries/index.js";
import { collectorHosts } from "../../src/observability/collector-hosts.js";
import { collectorAdapters, firewallAdapters, inferenceAdapters, storeAdapters } from "../../src/program/adapters.js";
import { registries } from "../../src/registries.js";
import { record } from "../support/pulumi.js";

type Make = (options: never) => Adapter;

const file = "a program calls the function, and deploymentOfFile takes what a file says";

const args = {
	organization: { name: "Example Corp", uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11" },
	inference: inference.gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	groups: { pilot: { preset: "none" } },
} as const;

const words: readonly [what: string, given: object, wanted: readonly string[]][] = [
	["a route", { inference: { gateway: { baseUrl: "x" } } }, [`inference: takes gateway({...}); ${file}`]],
	["another route", { inference: { bedrock: {} } }, [`inference: takes bedrock({...}); ${file}`]],
	["a word alone", { inference: "gateway" }, [`inference: takes gateway({...}); ${file}`]],
	["nothing", { inference: null }, [`inference: takes gateway({...}); ${file}`]],
	[
		"a function that is not called",
		{ inference: inference.gateway },
		["inference: is the function gateway itself; call it: gateway({...})"],
	],
	["rule sets", { firewall: { squid: {}, hosts: {} } }, [`firewall: takes [squid({...}), hosts({...})]; ${file}`]],
	[
		"a list of words",
		{ firewall: [{ squid: {} }, "hosts"] },
		[`firewall[0]: takes squid({...}); ${file}`, `firewall[1]: takes squid({...}); ${file}`],
	],
	[
		"a rule set that is in no list",
		{ firewall: filesOnly.squid() },
		["firewall: is squid({...}) alone; expected a list: [squid({...})]"],
	],
	[
		"a store that is in no list",
		{ publish: { stores: local({ directory: "x" }) } },
		["publish.stores: is local({...}) alone; expected a list: { stores: [local({...})] }"],
	],
	[
		"a rule set that is not called",
		{ firewall: [filesOnly.squid] },
		["firewall[0]: is the function squid itself; call it: squid({...})"],
	],
	[
		"stores",
		{ publish: { local: { directory: "x" }, rings: ["a"] } },
		[`publish: takes { stores: [local({...})] }; ${file}`],
	],
	[
		"a list of stores",
		{ publish: [local({ directory: "x" })] },
		[`publish: takes { stores: [local({...})] }; ${file}`],
	],
	[
		"stores as words",
		{ publish: { stores: { local: {} } } },
		[`publish.stores: takes { stores: [local({...})] }; ${file}`],
	],
	["a store of words", { publish: { stores: [{ local: {} }] } }, [`publish.stores[0]: takes local({...}); ${file}`]],
	[
		"several",
		{ inference: { gateway: {} }, firewall: { squid: {} }, groups: { Pilot: {} } },
		[`inference: takes gateway({...}); ${file}`, `firewall: takes [squid({...})]; ${file}`, "groups.Pilot: "],
	],
];

test.each(words)("a file's words for %s in place of adapters are told as that", async (_, given, wanted) => {
	const fault = await record(() => new CoworkDeployment("eu", { ...args, ...given } as never)).catch((each) => each);
	const lines = String(fault.message).split("\n");
	for (const each of wanted) expect(lines).toContainEqual(expect.stringContaining(each));
	if (!wanted.includes("groups.Pilot: ")) expect(lines).toEqual(wanted);
});

test("in a perimeter and in what is looked up as well", async () => {
	const perimeter = {
		deployments: ["gone.yaml"],
		firewall: { squid: {} },
		publish: { local: {} },
	};
	const fault = await record(() => new CoworkPerimeter("all", perimeter as never)).catch((each) => each);
	expect(String(fault.message).split("\n")).toEqual([
		`firewall: takes [squid({...})]; ${file}`,
		`publish: takes { stores: [local({...})] }; ${file}`,
		"deployments[0]: cannot read gone.yaml: there is no such file; paths are relative to the root of the project",
	]);
	const looked = { ...args, publish: { local: {} } } as never;
	expect(await lookUpPublished("eu", looked)).toBe(looked);
});

/** What the compiler names as what would fit, by what stands where adapters belong. */
type Takes<Given, Word extends keyof Given> = NonNullable<Given[Word]>;

test("the compiler says so too, on every axis", () => {
	type Publish = NonNullable<CoworkDeploymentArgs["publish"]>;
	type Collector = NonNullable<NonNullable<CoworkDeploymentArgs["observability"]>["collector"]>;
	type Firewall = NonNullable<CoworkDeploymentArgs["firewall"]>;
	const route: Takes<CoworkDeploymentArgs["inference"], "gateway"> = "inference takes gateway({...})";
	const rules: Takes<Firewall, "squid"> = "firewall takes [squid({...})]";
	const ruleOfList: Takes<Firewall[number], "rpz"> = "firewall takes [rpz({...})]";
	const rulesOfAll: Takes<NonNullable<CoworkPerimeterArgs["firewall"]>, "hosts"> = "firewall takes [hosts({...})]";
	const store: Takes<Publish, "local"> = "publish takes { stores: [local({...})] }";
	const stores: Takes<Publish["stores"], "s3"> = "stores takes [s3({...})]";
	const host: Takes<NonNullable<Collector["provision"]>, "ecs"> = "provision takes ecs({...})";
	expect([route, rules, ruleOfList, rulesOfAll, store, stores, host]).toHaveLength(7);
});

test("the compiler refuses the words of a file, and takes adapters in a list", () => {
	// @ts-expect-error inference takes gateway({...})
	const route: Pick<CoworkDeploymentArgs, "inference"> = { inference: { gateway: { baseUrl: "x" } } };
	type Some = Pick<CoworkDeploymentArgs, "firewall" | "publish">;
	// @ts-expect-error publish takes { stores: [local({...})] }
	const publish: Some = { publish: { local: { directory: "x" } } };
	// @ts-expect-error firewall takes [squid({...})]
	const rules: Some = { firewall: { squid: {} } };
	// @ts-expect-error firewall takes [squid({...})]
	const listed: Some = { firewall: [{ squid: {} }] };
	// @ts-expect-error firewall takes [squid({...})]
	const alone: Some = { firewall: filesOnly.squid() };
	// @ts-expect-error stores takes [local({...})]
	const stores: Some = { publish: { stores: { local: { directory: "x" } } } };
	const right: Some = {
		firewall: [filesOnly.squid(), filesOnly.hosts()],
		publish: { stores: [local({ directory: "x" })] },
	};
	expect([route, publish, rules, listed, alone, stores, right]).toHaveLength(7);
});

const axes: [string, Readonly<Record<string, Make>>, object, Readonly<Record<string, () => Promise<Make>>>][] = [
	["inference", { ...inference }, registries.routes, inferenceAdapters],
	["firewall", filesOnly, registries.firewall, firewallAdapters],
	["store", { local }, registries.stores, storeAdapters],
	["collector", { ecs }, collectorHosts, collectorAdapters],
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
