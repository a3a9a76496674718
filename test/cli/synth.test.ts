import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { broken, onFoundry, plain, provisioned, withEnd, withSecret, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let out = "";
let runs = 0;
beforeEach(() => {
	out = path.join(folder(), `out-${++runs}`);
});
const synth = (file: string, ...options: string[]) => invoke(["synth", file, "--out", out, ...options]);

describe("an invalid deployment", () => {
	test("is told problem by problem, with the place of each, and writes nothing", async () => {
		const file = write(folder(), broken, "broken.yaml");
		const { code, results, notices } = await synth(file);
		expect({ code, results }).toEqual({ code: 1, results: [] });
		expect([...notices].sort()).toEqual([
			`groups.pilot.preset (${file}:10:12): unknown value "standrad"; expected one of standard, restricted, lockedDown, none`,
			`name (${file}:1:1): is no valid name; expected a lower-case letter, then up to 30 lower-case letters, digits and hyphens`,
			`settings.otlpEndpont (${file}:8:3): unknown key; did you mean "otlpEndpoint"?`,
			`warning: organization.uuid (${file}:2:1): is missing; devices would share the app's built-in placeholder, and changing it later orphans their local data`,
		]);
		expect(existsSync(out)).toBe(false);
	});

	test("has errors only when strict", async () => {
		const { code, notices } = await synth(write(folder(), broken, "broken.yaml"), "--strict");
		expect(code).toBe(1);
		expect(notices).toHaveLength(4);
		expect(notices.filter((line) => line.startsWith("warning: "))).toEqual([]);
	});

	test("is one JSON document too, errors before warnings", async () => {
		const file = write(folder(), broken, "broken.yaml");
		const { code, results, notices } = await synth(file, "--json");
		expect(code).toBe(1);
		expect(notices).toHaveLength(4);
		expect(JSON.parse(results.join("\n"))).toEqual({
			problems: [
				["error", "name", "is no valid name", 1, 1],
				["error", "groups.pilot.preset", 'unknown value "standrad"', 10, 12],
				["error", "settings.otlpEndpont", "unknown key", 8, 3],
				["warning", "organization.uuid", "is missing", 2, 1],
			].map(([severity, path, start, line, column]) => ({
				severity,
				code: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
				path,
				message: expect.stringMatching(`^${start}; `),
				file,
				line,
				column,
			})),
		});
	});

	test("is one JSON document for every command that can print one", async () => {
		const file = write(folder(), broken, "broken.yaml");
		for (const words of [
			["egress", file],
			["explain", file, "otlpEndpoint"],
		]) {
			const { code, results } = await invoke([...words, "--group", "pilot", "--json"]);
			expect([code, Object.keys(JSON.parse(results.join("\n")))]).toEqual([1, ["problems"]]);
		}
	});

	test.each([
		["YAML that does not parse", "name: [\n", /^deployment \(.*:2:1\): does not parse: /],
		["nothing", "", /^deployment \(.*:1:1\): is empty; /],
		["a list", "[]", /^deployment \(.*:1:1\): is a list; /],
	])("may be %s", async (_, text, line) => {
		const { code, notices } = await synth(write(folder(), text, "odd.yaml"));
		expect(code).toBe(1);
		expect(notices).toEqual([expect.stringMatching(line)]);
	});

	test("is told with the file that holds the value, of all that are extended", async () => {
		const base = write(folder(), plain.replace("preset: none", "preset: nothing"), "base.yaml");
		const { code, notices } = await synth(write(folder(), "extends: ./base.yaml\nname: us\n", "us.yaml"));
		expect(code).toBe(1);
		expect(notices).toEqual([expect.stringContaining(`groups.pilot.preset (${base}:12:5): unknown value "nothing"`)]);
	});
});

describe("a secret that is not in the environment", () => {
	const line = (file: string) =>
		`inference.gateway.signIn.apiKey (${file}:9:15): environment variable GATEWAY_KEY is not available; the profiles that need it are not written`;

	test.each([{}, { GATEWAY_KEY: "" }])("is a warning, and its profiles are left out (%j)", async (environment) => {
		const file = write(folder(), withSecret, "secret.yaml");
		const { code, results, notices } = await invoke(["synth", file, "--out", out], { environment });
		expect(code).toBe(0);
		expect(notices).toEqual([`warning: ${line(file)}`]);
		expect(results).toContain("  file     1 not written, see below");
		const omitted = results.indexOf("Not written");
		expect(results.slice(omitted, omitted + 3)).toEqual([
			"Not written",
			"  needs environment variable GATEWAY_KEY, which is not available",
			"    groups/pilot/profiles/linux/managed-settings.json",
		]);
		expect(results.at(-1)).toBe("1 warning on standard error.");
		expect(existsSync(path.join(out, "eu/groups/pilot/profiles"))).toBe(false);
	});

	test("is an error when strict, and nothing is written", async () => {
		const file = write(folder(), withSecret, "secret.yaml");
		expect(await synth(file, "--strict")).toEqual({ code: 1, results: [], notices: [line(file)] });
		expect(existsSync(out)).toBe(false);
	});
});

test("a secret of the environment stands in the profile and in nothing that is printed", async () => {
	const environment = { GATEWAY_KEY: "sk-very-secret-0815" };
	const file = write(folder(), withSecret, "secret.yaml");
	for (const options of [[], ["--json"], ["--strict"]]) {
		const { code, results, notices } = await invoke(["synth", file, "--out", out, ...options], { environment });
		expect(code).toBe(0);
		expect([...results, ...notices].join("\n")).not.toContain("sk-very-secret");
	}
	const profile = path.join(out, "eu/groups/pilot/profiles/linux/managed-settings.json");
	expect(JSON.parse(readFileSync(profile, "utf8"))).toMatchObject({ inferenceGatewayApiKey: "sk-very-secret-0815" });
});

test("a secret that no profile can carry is an error that does not repeat it", async () => {
	const file = write(folder(), withSecret, "secret.yaml");
	const environment = { GATEWAY_KEY: "sk-\u001b[31m-0815" };
	expect(await invoke(["synth", file, "--out", out], { environment })).toEqual({
		code: 1,
		results: [],
		notices: [
			`inference.gateway.signIn.apiKey (${file}:9:15): environment variable GATEWAY_KEY contains the character U+001B; no profile can carry it`,
		],
	});
	expect(existsSync(out)).toBe(false);
});

test("--json prints one document that says what the summary says", async () => {
	const file = write(folder(), plain);
	const { code, results, notices } = await synth(file, "--json");
	expect({ code, notices }).toEqual({ code: 0, notices: [] });
	const summary: unknown = JSON.parse(results.join("\n"));
	expect(summary).toMatchObject({
		deployment: "eu",
		directory: path.join(out, "eu"),
		changed: true,
		groups: [
			{
				name: "pilot",
				preset: "None",
				platforms: ["linux"],
				files: [
					"groups/pilot/HANDOVER.md",
					"groups/pilot/device/linux/INSTALL.md",
					"groups/pilot/device/linux/check-claude-desktop.sh",
					"groups/pilot/device/linux/osquery-pack.json",
					"groups/pilot/egress.json",
					"groups/pilot/egress.txt",
					"groups/pilot/profiles/linux/managed-settings.json",
					"groups/pilot/settings.json",
				],
				hosts: expect.arrayContaining(["llm.example.com"]),
				openedBeyond: 0,
				takesOverDevice: true,
				takenOverBy: expect.arrayContaining(["inferenceProvider"]),
				timeBound: { since: "1.46388.1", recheckMinutes: 10, relaunchHours: 24 },
			},
		],
		conversationContentStaysWithProvider: false,
		warnings: [],
		omitted: [],
	});
	expect(JSON.parse((await synth(file, "--json")).results.join("\n"))).toMatchObject({ changed: false });
});

test("files that take settings away stand behind those that give them, with a word of their own", async () => {
	const formats = "profiles: { reg: {}, powershell: {}, linuxInstall: {}, codeReg: {} }\n";
	const file = write(
		folder(),
		`${plain.replace("[linux]", "[windows, linux]")}claudeCode: { settings: { model: sonnet } }\n${formats}`,
	);
	const { results, notices } = await synth(file);
	expect(notices.join("\n")).not.toContain("profiles");
	const lines = results.flatMap(
		(line) => /^ {2}(file|removal) +eu\/groups\/pilot\/profiles\/(.*)/.exec(line)?.slice(1) ?? [],
	);
	const pairs = lines.flatMap((word, index) => (index % 2 === 0 ? [`${word} ${lines[index + 1]}`] : []));
	expect(pairs).toEqual([
		"file linux/install-managed-settings.sh",
		"file linux/install-managed-settings.yml",
		"file windows/Claude-install.ps1",
		"file windows/Claude.reg",
		"file windows/claude-code/ClaudeCode.reg",
		"removal linux/remove-managed-settings.sh",
		"removal windows/Claude-remove.ps1",
		"removal windows/Claude-remove.reg",
		"removal windows/claude-code/ClaudeCode-remove.reg",
	]);
	const { groups } = JSON.parse((await synth(file, "--json")).results.join("\n"));
	expect(groups[0].removals.map((each: string) => path.basename(each))).toEqual(
		pairs.slice(5).map((each) => path.basename(each)),
	);
});

test("a rollout of telemetry with phases tells what to see before the next, and one without tells nothing", async () => {
	const block =
		"observability: { tier: metadata, collector: { endpoint: https://otel.example.com }, phase: managed }\n";
	const { results } = await synth(write(folder(), plain + block));
	const [title, ...checks] = results.slice(results.findIndex((line) => line.startsWith("Rollout of telemetry")));
	expect(title).toBe("Rollout of telemetry: phase managed, to see before siem");
	expect(results).toContain("  eu/observability/HANDOVER.md says who takes which files, into what");
	expect(checks.slice(0, 3)).toEqual([
		"  devices of every group and platform report",
		"  users cannot change the address or switch the export off",
		"  each record carries its deployment and its group",
	]);
	const last = await synth(write(folder(), plain + block.replace("managed", "regression")), "--json");
	expect(JSON.parse(last.results.join("\n")).phase).toEqual({
		current: "regression",
		checks: [
			"every incident left a test that shows at which layer the control acts",
			"the tests run after each update of the app",
		],
	});
	const without = await synth(write(folder(), plain + block.replace(", phase: managed", "")));
	expect(without.results.join("\n")).not.toContain("Rollout of telemetry");
	const commandLine =
		"Claude Code on the command line of pilot sends nothing, so that no detection sees what is done there";
	expect(without.results.join("\n")).toContain(commandLine);
	const withCode = await synth(write(folder(), `${plain}${block}claudeCode: {}\n`));
	expect(withCode.results.join("\n")).not.toContain(commandLine);
	const nothing = await synth(write(folder(), plain), "--json");
	expect(JSON.parse(nothing.results.join("\n"))).not.toHaveProperty("telemetryHandover");
});

test.each([
	["", "within 10 minutes and restarts within 24 hours more"],
	[
		"configRecheckIntervalMinutes: 30, relaunchEnforcementHours: 1",
		"within 30 minutes and restarts within 1 hour more",
	],
	["relaunchEnforcementHours: 0", "within 10 minutes and restarts at once"],
])("the summary says when every running app has what was delivered: { %s }", async (settings, when) => {
	const file = write(folder(), plain.replace("{ disableAutoUpdates: true }", `{ ${settings} }`));
	const { results } = await synth(file);

	expect(results.filter((line) => line.startsWith("  effect "))).toEqual([
		`  effect   once delivered, an app of 1.46388.1 or later sees it ${when}; an older one at its next start`,
	]);
});

test("the summary names what each group's devices sign in with, as retire takes it", async () => {
	const file = write(folder(), provisioned, "provisioned.yaml");
	const keys = (name: string) => [`key/cowork-eu${name}_second/second`, `key/cowork-eu${name}_first/first`];
	const { results } = await synth(file);
	expect(results.filter((line) => line.startsWith("  identity "))).toEqual([
		`  identity ${keys(".legal").join(", ")}`,
		`  identity ${keys("").join(", ")}`,
	]);
	expect(JSON.parse((await synth(file, "--json")).results.join("\n"))).toMatchObject({
		groups: [
			{ name: "legal", identities: keys(".legal") },
			{ name: "pilot", identities: keys("") },
		],
	});
	const retired = provisioned.replace("bearerKey:", `retire: [${keys("")[1]}]\n      bearerKey:`);
	const { code, notices } = await synth(write(folder(), retired, "retired.yaml"));
	expect(code).toBe(0);
	expect(notices).toContainEqual(
		expect.stringMatching(
			/^warning: inference\.bedrock\.provision\.retire \(.*retired.yaml:\d+:\d+\): lets a later update take /,
		),
	);
});

test("how far content goes is told of each model, whatever has been seen to", async () => {
	const file = write(folder(), onFoundry, "foundry.yaml");
	const { results, notices } = await synth(file);
	expect(notices.filter((line) => line.includes("provision.deployments"))).toEqual([]);
	const from = results.indexOf("Where models are answered");
	expect(results.slice(from + 1, from + 5)).toEqual([
		"  sonnet: us (sku DataZoneStandard)",
		expect.stringMatching(/^ {4}hosted on Azure: prompts and answers are processed there, /),
		"  fast: anywhere the cloud decides (sku GlobalStandard)",
		expect.stringMatching(/^ {4}hosted by Anthropic: prompts and answers leave Azure, /),
	]);
	expect(JSON.parse((await synth(file, "--json")).results.join("\n"))).toMatchObject({
		answers: [
			{ model: "sonnet", regions: ["us"], boundary: expect.stringMatching(/^hosted on Azure/) },
			{ model: "fast", regions: "anywhere", boundary: expect.stringMatching(/^hosted by Anthropic/) },
		],
	});
});

test("warnings stand in the JSON document too, with their places", async () => {
	const file = write(folder(), withSecret, "secret.yaml");
	const { results } = await synth(file, "--json");
	expect(JSON.parse(results.join("\n"))).toMatchObject({
		warnings: [
			{
				severity: "warning",
				code: "secret-not-available",
				path: "inference.gateway.signIn.apiKey",
				message: expect.any(String),
				file,
				line: 9,
				column: 15,
			},
		],
		omitted: [{ path: "groups/pilot/profiles/linux/managed-settings.json", because: expect.any(String) }],
	});
});

test("progress is told once a second has passed, and not before", async () => {
	const groups = ["a", "b", "c", "d"].map((name) => `  ${name}: { preset: none, platforms: [linux] }\n`).join("");
	const file = write(folder(), withEnd(plain, `groups:\n${groups}`), "many.yaml");
	expect((await synth(file)).notices).toEqual([]);
	let clock = 0;
	const { notices } = await invoke(["synth", file, "--out", out], { elapsed: () => (clock += 300) });
	expect(notices).toEqual(["compiling eu: 4 of 4 groups"]);
});

describe("a rule set that says less than the plan", () => {
	const collector = withEnd(
		plain,
		"settings: { otlpEndpoint: https://otel.example.com:4318 }\ngroups: { pilot: { preset: none } }\n",
	);
	const line =
		"firewall.hosts (deployment.yaml:12:13): otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed); say accept: [narrowed] where that is meant, or leaveTo with the word of a block that is exact";

	test("is a warning with its place, and an error when strict", async () => {
		const file = write(folder(), `${collector}firewall: { hosts: {} }\n`, "effects/deployment.yaml");
		const expected = line.replace("deployment.yaml", file);
		expect((await synth(file)).notices).toEqual([`warning: ${expected}`]);
		expect(await synth(file, "--strict")).toEqual({ code: 1, results: [], notices: [expected] });
	});

	test("is a note alone where the block accepts it", async () => {
		const file = write(folder(), `${collector}firewall: { hosts: { accept: [narrowed] } }\n`, "accepted.yaml");
		const { code, results, notices } = await synth(file, "--strict");
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		expect(results).toContain(
			"  hosts: otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed)",
		);
	});
});

describe("--redact", () => {
	test("writes profiles for review without reading a secret, and says so of each", async () => {
		const file = write(folder(), withSecret, "deployment.yaml");
		const { code, results, notices } = await invoke(["synth", file, "--out", out, "--redact", "--strict"]);
		expect({ code, notices }).toEqual({ code: 0, notices: [] });
		const profile = path.join(out, "eu/groups/pilot/profiles/linux/managed-settings.json");
		expect(existsSync(profile)).toBe(false);
		expect(readFileSync(`${profile}.redacted`, "utf8")).toContain("redacted: environment variable GATEWAY_KEY");
		expect(results).toContain(
			"  carries a credential; beside it, as *.redacted, is what the rest of it says, for review alone",
		);
	});
});
