import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, withEnd, withSecret, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
const documentation = "https://claude.com/docs/third-party/claude-desktop/configuration#";

/** A base and two layers over it: the same key in preset, deployment and group. */
function layered(): { file: string; base: string } {
	const base = write(folder(), withEnd(withSecret, "settings:\n  disableAutoUpdates: false\n"), "base.yaml");
	const own = "groups:\n  finance:\n    preset: lockedDown\n    settings:\n      disableAutoUpdates: true\n";
	return { base, file: write(folder(), `extends: base.yaml\n${own}`, "own.yaml") };
}
const explain = (file: string, key: string, ...options: string[]) =>
	invoke(["explain", file, "--group", "finance", key, ...options]);

test("says value, layer and place, what it overrode, what it opens, the versions and the page", async () => {
	const { file, base } = layered();
	expect(await explain(file, "disableAutoUpdates")).toEqual({
		code: 0,
		notices: [],
		results: [
			"disableAutoUpdates in group finance",
			"  Stops looking for updates and downloading them.",
			"  value         true",
			`  layer         group, groups.finance.settings.disableAutoUpdates (${file}:6:7)`,
			`  overrides     false of deployment, settings.disableAutoUpdates (${base}:11:3)`,
			`  overrides     true of preset, groups.finance.preset (${file}:4:5)`,
			"  default       false",
			"  opens         no host",
			"  versions      1.2581.0 and later",
			`  documentation ${documentation}disableautoupdates`,
		],
	});
});

test("names the hosts that a key opens", async () => {
	const { file } = layered();
	const { results } = await explain(file, "inferenceGatewayBaseUrl");
	expect(results).toContain("  opens         llm.example.com: model inference through the gateway");
});

test("a key that is not set shows its default", async () => {
	const { file } = layered();
	const { results } = await explain(file, "chatTabEnabled");
	expect(results.slice(2, 4)).toEqual(["  value         not set", "  default       false"]);
});

test("--json has the same as data; a secret is a reference, marked as in settings.json", async () => {
	const { file, base } = layered();
	const { results } = await explain(file, "inferenceGatewayApiKey", "--json");
	expect(JSON.parse(results.join("\n"))).toMatchObject({
		key: "inferenceGatewayApiKey",
		group: "finance",
		value: { secret: { fromEnv: "GATEWAY_KEY" } },
		layer: "route",
		from: `inference.gateway.signIn.apiKey (${base}:9:15)`,
		overrides: [],
		documentation: `${documentation}inferencegatewayapikey`,
	});
});

test.each([
	["otlpEndpont", 'unknown key "otlpEndpont"; did you mean "otlpEndpoint"?'],
	["nothingLikeAnyOfThem", 'unknown key "nothingLikeAnyOfThem"; pulumi-cowork keys lists them'],
	["isDxtEnabled", 'key "isDxtEnabled" is a deprecated spelling; use isDesktopExtensionEnabled'],
])("%s is no key", async (key, line) => {
	const { file } = layered();
	expect(await explain(file, key)).toEqual({ code: 2, results: [], notices: [line] });
});

test("a key that the catalogue does not know can be explained where the deployment sets it", async () => {
	const file = write(
		folder(),
		withEnd(withSecret, "extraSettings: { keyOfTomorrow: 1 }\ngroups: { finance: { preset: none } }\n"),
		"extra.yaml",
	);
	expect((await explain(file, "keyOfTomorrow")).results).toEqual([
		"keyOfTomorrow in group finance",
		"  not in the catalogue; kept as it is",
		"  value         1",
		`  layer         extra, extraSettings.keyOfTomorrow (${file}:10:18)`,
		"  opens         no host",
	]);
});

test("without a key, every setting of the group with its layer, its meaning and what it opens", async () => {
	const { file } = layered();
	const { code, results } = await invoke(["explain", file, "--group", "finance"], {
		columns: Number.POSITIVE_INFINITY,
	});
	expect(code).toBe(0);
	expect(results[0]).toBe("settings of group finance");
	const rows = results.slice(1).map((line) => line.split(/ {2,}/));
	expect(rows[0]).toEqual(["key", "value", "layer", "opens", "meaning"]);
	expect(rows).toContainEqual([
		"disableAutoUpdates",
		"true",
		"group",
		"Stops looking for updates and downloading them.",
	]);
	expect(rows.find(([key]) => key === "inferenceGatewayBaseUrl")?.slice(2, 4)).toEqual(["route", "llm.example.com"]);
	const json = await invoke(["explain", file, "--group", "finance", "--json"]);
	const keys = JSON.parse(json.results.join("\n")).map(({ key }: { key: string }) => key);
	expect(keys).toEqual(rows.slice(1).map(([key]) => key));
	// A secret stands as a reference alone.
	expect(results.join("\n")).toContain('{"secret":{"fromEnv":');
});

test("a deployment with one group need not be told which", async () => {
	const file = write(folder(), plain, "one.yaml");
	for (const key of [[], ["disableAutoUpdates"]]) {
		const { code, results } = await invoke(["explain", file, ...key]);
		expect(code).toBe(0);
		expect(await invoke(["explain", file, ...key, "--group", "pilot"])).toMatchObject({ results });
	}
});
