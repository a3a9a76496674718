import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { findKey, keyNames } from "../../src/configuration/catalogue.js";
import { deploymentSchema } from "../../src/deployment/deployment-schema.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { isObject, type JsonObject, type JsonValue } from "../../src/json.js";
import { DeploymentError } from "../../src/problem.js";
import { registries } from "../../src/registries.js";
import { plain, withSecret } from "../cli/deployments.js";
import { invoke } from "../cli/invoke.js";
import { blockCases } from "../inference/block-cases.js";
import { load, sound, soundWith } from "../support/deployment.js";

const schema = deploymentSchema(registries);

/** Another program's word on what the schema takes. */
const validate: ValidateFunction = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
	schema,
);

/** Where the schema finds fault, once each. */
function faults(value: unknown): string[] {
	validate(value);
	const places = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
	return [...new Set(places.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`))];
}

/** Deployments in the files of a folder and below. */
function deploymentsIn(folder: string): [string, unknown][] {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
	const named = files.sort().map((file): [string, unknown] => {
		const place = path.join(folder, file);
		return [place, parse(readFileSync(place, "utf8"))];
	});
	const others = ["runtime", "config", "policies"];
	// What has no name of its own is there for others to extend, and no deployment by itself.
	return named.filter(([, value]) => isObject(value) && "name" in value && !others.some((word) => word in value));
}

function isSound(value: unknown): boolean {
	try {
		parseDeployment(value);
		return true;
	} catch (fault) {
		if (fault instanceof DeploymentError) return false;
		throw fault;
	}
}

describe("the schema takes what the check takes", () => {
	const stack: unknown = parse(readFileSync("Pulumi.quickstart.yaml", "utf8"));
	const ofStack = isObject(stack) && isObject(stack.config) ? stack.config["cowork:deployment"] : undefined;
	const cases = deploymentsIn("test/cases").filter(([, value]) => isSound(value));

	test.each<[string, unknown]>([
		["Pulumi.quickstart.yaml", ofStack],
		...deploymentsIn("examples"),
		...cases,
		["the command's plain one", parse(plain)],
		["the command's one with a secret", parse(withSecret)],
		[
			"one with everything else",
			soundWith({ $schema: "https://example.com/schema.json", extraSettings: { new: [1] } }),
		],
	])("%s", (_, value) => {
		expect(faults(value)).toEqual([]);
	});

	test.each(blockCases.map((each) => [`${each.route}, ${each.signIn}`, each] as const))("%s", (_, { route, block }) => {
		expect(isObject(block) && Object.hasOwn(block, route)).toBe(true);
		expect(faults({ ...sound, inference: block })).toEqual([]);
	});

	test("a file that another completes", () => {
		expect(faults({ extends: "./base.yaml", groups: { pilot: { settings: { disableAutoUpdates: true } } } })).toEqual(
			[],
		);
		expect(
			faults({ extends: ["./a.yaml", "./b.yaml"], inference: { gateway: { models: ["claude-sonnet-5"] } } }),
		).toEqual([]);
	});

	test("there are cases to take", () => {
		expect(cases.length).toBeGreaterThan(10);
	});
});

describe("the schema sees", () => {
	const gateway = { baseUrl: "https://llm.example.com", signIn: { interactive: {} } };
	const bedrock = {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: { bearerToken: {} },
	};
	const server = { name: "crm", transport: "http", url: "https://crm.example.com" };

	test.each<[string, unknown, string]>([
		["a missing member", { ...sound, name: undefined }, " required"],
		["an unknown member", soundWith({ grups: {} }), " additionalProperties"],
		["a name that is none", soundWith({ name: "EU" }), "/name pattern"],
		["no route", soundWith({ inference: {} }), "/inference minProperties"],
		["two routes", soundWith({ inference: { gateway, bedrock } }), "/inference maxProperties"],
		["a route that is none", soundWith({ inference: { gatway: gateway } }), "/inference additionalProperties"],
		["a route without what it needs", soundWith({ inference: { vertex: {} } }), "/inference/vertex required"],
		[
			"a key in plain text",
			soundWith({ inference: { gateway: { ...gateway, signIn: { apiKey: "sk-ant" } } } }),
			"/inference/gateway/signIn/apiKey type",
		],
		[
			"a region that is none",
			soundWith({ inference: { bedrock: { ...bedrock, region: "Frankfurt" } } }),
			"/inference/bedrock/region pattern",
		],
		[
			"a member of provision in another type",
			soundWith({ inference: { bedrock: { ...bedrock, provision: { separateGroups: "yes" } } } }),
			"/inference/bedrock/provision/separateGroups type",
		],
		[
			"hours of a permission set out of bounds",
			soundWith({ inference: { bedrock: { ...bedrock, provision: { permissionSet: { sessionHours: 4 } } } } }),
			"/inference/bedrock/provision/permissionSet/sessionHours minimum",
		],
		["an unknown key", soundWith({ settings: { disableAutoUpdate: true } }), "/settings additionalProperties"],
		[
			"a key of another type",
			soundWith({ settings: { disableAutoUpdates: "true" } }),
			"/settings/disableAutoUpdates type",
		],
		["a word that a key has not", soundWith({ settings: { otlpProtocol: "http" } }), "/settings/otlpProtocol enum"],
		[
			"a member of a server that it has not",
			soundWith({ settings: { managedMcpServers: [{ ...server, adress: "" }] } }),
			"/settings/managedMcpServers/0 additionalProperties",
		],
		["a group without a preset", soundWith({ groups: { pilot: {} } }), "/groups/pilot required"],
		[
			"a platform that is none",
			soundWith({ groups: { pilot: { preset: "none", platforms: ["ios"] } } }),
			"/groups/pilot/platforms/0 enum",
		],
		[
			"a way to sign in that no route has",
			soundWith({ groups: { pilot: { preset: "none", inference: { signIn: { password: {} } } } } }),
			"/groups/pilot/inference/signIn additionalProperties",
		],
		["a firewall that is none", soundWith({ firewall: { squit: {} } }), "/firewall additionalProperties"],
		[
			"an option of another type",
			soundWith({ firewall: { squid: { dedicated: 1 } } }),
			"/firewall/squid/dedicated type",
		],
		[
			"what no block accepts",
			soundWith({ firewall: { json: { accept: ["dropped"] } } }),
			"/firewall/json/accept/0 enum",
		],
		["a format that is none", soundWith({ profiles: { rex: {} } }), "/profiles additionalProperties"],
		["a store without its folder", soundWith({ publish: { local: {} } }), "/publish/local required"],
	])("%s", (_, value, fault) => {
		expect(faults(value)).toContain(fault);
	});
});

describe("the schema says", () => {
	const members: [string, JsonObject][] = [];
	const schemas: JsonObject[] = [];
	collect(schema);

	/** Every schema inside, and every member that one describes. */
	function collect(value: JsonValue): void {
		if (Array.isArray(value)) for (const item of value) collect(item);
		if (!isObject(value)) return;
		// What a schema holds is JSON.
		const part = value as JsonObject;
		schemas.push(part);
		for (const [word, inner] of Object.entries(part)) {
			if (word === "default" || word === "enum" || word === "const") continue;
			if ((word === "properties" || word === "$defs") && isObject(inner)) {
				const named = Object.entries(inner) as [string, JsonObject][];
				if (word === "properties") members.push(...named);
				for (const [, each] of named) collect(each);
			} else collect(inner);
		}
	}

	test("of every value what it may be", () => {
		const words = ["type", "enum", "const", "$ref", "anyOf", "oneOf", "pattern"];
		expect(schemas.filter((part) => !words.some((word) => Object.hasOwn(part, word)))).toEqual([]);
	});

	test("what each member is, and what holds without it", () => {
		const silent = members.filter(([name, { description }]) => {
			const isReference = name === "fromEnv" || name === "fromConfig" || name === "extends";
			return !isReference && (typeof description !== "string" || description.trim().length < 5);
		});
		expect(silent).toEqual([]);
	});

	test("which spellings are of old", () => {
		const marked = new Set(members.filter(([, { deprecated }]) => deprecated === true).map(([name]) => name));
		const old = keyNames.filter((name) => findKey(name)?.deprecated !== undefined);
		expect(old.length).toBeGreaterThan(0);
		expect([...marked]).toEqual(expect.arrayContaining(old));
	});

	test("every variant by its word", () => {
		const whole = (schema.$defs as JsonObject).Deployment as { properties: Record<string, { properties: object }> };
		const { firewall, profiles, publish } = whole.properties;
		expect(Object.keys(firewall?.properties ?? {})).toEqual(Object.keys(registries.firewall));
		expect(Object.keys(profiles?.properties ?? {})).toEqual([
			...Object.keys(registries.profiles),
			...Object.keys(registries.templates),
			...Object.keys(registries.codeFormats),
		]);
		expect(Object.keys(publish?.properties ?? {})).toEqual([
			"rings",
			"sign",
			"perimeter",
			...Object.keys(registries.stores),
		]);
	});
});

test("the command prints it", async () => {
	const { code, results, notices } = await invoke(["schema"]);
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	expect(JSON.parse(results.join("\n"))).toEqual(schema);
});

test("a deployment may name it", () => {
	const { value, problems } = load({ "d.json": JSON.stringify({ $schema: "./deployment.schema.json", ...sound }) });
	expect(problems).toEqual([]);
	expect(isSound(value)).toBe(true);
});
