import { expect, test } from "vitest";
import { keyNames } from "../../src/configuration/catalogue.js";
import { invoke } from "./invoke.js";

const listed = async (...args: string[]) => {
	const { code, results, notices } = await invoke(["keys", ...args, "--json"]);
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	return JSON.parse(results.join("\n")) as { key: string; section: string; secret: boolean; providers?: string[] }[];
};

test("lists every documented key", async () => {
	expect((await listed()).map(({ key }) => key)).toEqual(keyNames);
	expect((await invoke(["keys"])).results.at(-1)).toBe("141 of 141 keys");
});

test("a word narrows the list, in any case", async () => {
	const found = await listed("OTLP");
	expect(found.length).toBeGreaterThan(3);
	for (const key of found) expect(JSON.stringify(key)).toMatch(/otlp/i);
	expect(await listed("no such word")).toEqual([]);
	expect((await invoke(["keys", "no such word"])).results).toEqual(["0 of 141 keys"]);
});

test("a word that no key has is told with the key that is near", async () => {
	const { code, results, notices } = await invoke(["keys", "otlpEndpont"]);
	expect({ code, results }).toEqual({ code: 0, results: ["0 of 141 keys"] });
	expect(notices).toEqual(['no key or summary has "otlpEndpont"; did you mean "otlpEndpoint"?']);
});

test.each([
	["telemtry", 'did you mean "telemetry"?'],
	["proxies xyz", "part of a word finds more, and without one every key is listed"],
])("%s, which no key has, is told with what finds some", async (word, hint) => {
	const { results, notices } = await invoke(["keys", word]);
	expect(results).toEqual(["0 of 141 keys"]);
	expect(notices).toEqual([`no key or summary has "${word}"; ${hint}`]);
});

test("a hint finds keys", async () => {
	const { notices } = await invoke(["keys", "extnsion"]);
	const [, near = ""] = /did you mean "(.*)"\?$/.exec(notices.join("")) ?? [];
	expect((await listed(near)).length).toBeGreaterThan(0);
});

test("several words are those of one key, in any order", async () => {
	const names = (await listed("endpoint", "otlp")).map(({ key }) => key);
	expect(names).toContain("otlpEndpoint");
	expect(names).toEqual((await listed("otlp endpoint")).map(({ key }) => key));
	expect(names.length).toBeLessThan((await listed("otlp")).length);
});

test("a section, a provider and secrecy narrow it", async () => {
	expect(new Set((await listed("--section", "conne")).map(({ section }) => section))).toEqual(new Set(["Connection"]));
	for (const { providers } of await listed("--provider", "vertex")) expect(providers ?? ["vertex"]).toContain("vertex");
	expect((await listed("--provider", "vertex")).map(({ key }) => key)).not.toContain("inferenceBedrockRegion");
	expect((await listed("--secret")).map(({ key, secret }) => [key, secret])).toContainEqual([
		"inferenceGatewayApiKey",
		true,
	]);
	for (const { secret } of await listed("--secret")) expect(secret).toBe(true);
});

test("a key is described as data", async () => {
	const [key] = await listed("autoUpdaterEnforcementHours");
	expect(key).toMatchObject({
		key: "autoUpdaterEnforcementHours",
		type: "integer",
		since: "1.2581.0",
		secret: false,
		delivery: "mdm+bootstrap",
	});
	expect(key).not.toHaveProperty("schema");
});

test("the table is as wide as the terminal, the last column wrapped", async () => {
	const { results } = await invoke(["keys", "inferenceGateway"], { columns: 100 });
	for (const line of results) expect(line.length).toBeLessThanOrEqual(100);
	expect(results[0]).toMatch(/^key {2,}type {2,}since {2,}summary$/);
});
