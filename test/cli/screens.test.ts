import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { perimeter, pilot, revision } from "../publication/tree.js";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";
import { publishing } from "./publishing.js";

const folder = temporaryFolder();
const home = process.cwd();
afterEach(() => process.chdir(home));
/** Old enough for every revision that is spared by nothing else to go. */
const since = new Date("2024-11-01T08:00:00Z");
const quickstart = "examples/quickstart/deployment.yaml";
const registry = "test/golden/bundle/quickstart/groups/finance/profiles/windows/Claude.reg";

const provisioned = `
name: eu
organization: { name: Example Corp, uuid: 5a0d3c1e-8f64-4b7a-9f0e-2d9f1c6b7a35, identifier: com.example.cowork }
inference:
  bedrock:
    region: eu-central-1
    models: [eu.anthropic.claude-sonnet-5]
    signIn: { identityCenter: { startUrl: https://example.awsapps.com/start, region: eu-central-1 } }
    provision: { agreements: [anthropic.claude-sonnet-5] }
settings: { otlpEndpoint: https://otel.example.com }
groups:
  pilot: { preset: standard, members: { identityCenterGroup: claude-pilot } }
`;

/** A profile of the guidance for Claude Code with Amazon Bedrock. */
const profile = JSON.stringify({
	schema_version: "2.0",
	aws_region: "eu-central-1",
	auth_type: "idc",
	idc_start_url: "https://example.awsapps.com/start",
	idc_account_id: "210987654321",
	idc_permission_set_name: "ClaudeUsers",
	sso_region: "eu-west-1",
	selected_model: "eu.anthropic.claude-sonnet-5",
	quota_monitoring_enabled: true,
});

/** Two revisions of a group that rings name and one that none does, and the perimeter's, in a local folder. */
function published(place: string): string {
	const { store, file } = publishing(place);
	const [first, second, third] = ["one", "two", "three"].map((name) =>
		revision(pilot, { "egress.txt": `${name}.example.com\n` }),
	);
	const whole = revision(perimeter, { "egress.txt": "one.example.com\n" });
	if (!first || !second || !third) throw new RangeError("three were made");
	store.putRevision(pilot, third, new Date("2024-10-01T08:00:00Z"));
	for (const each of [first, second]) store.putRevision(pilot, each, since);
	store.putRevision(perimeter, whole, since);
	const canary = { scope: pilot, ring: "canary", revision: second.digest, before: { revision: first.digest } };
	store.putPointer(canary, since);
	store.putPointer({ scope: pilot, ring: "broad", revision: first.digest, held: true }, since);
	for (const ring of ["canary", "broad"]) store.putPointer({ scope: perimeter, ring, revision: whole.digest }, since);
	return file;
}

const policies = `
policies:
  sets: [recommended]
`;

/** What each command shows, by its name; lines keep to the width of the terminal, and are not wrapped in a pipe. */
const screens: readonly [string, readonly string[], "table" | "text" | "data"][] = [
	["presets", ["presets"], "table"],
	["presets-of-one", ["presets", "lockedDown"], "table"],
	["keys", ["keys", "telemetry"], "table"],
	["egress", ["egress", quickstart, "--group", "finance"], "table"],
	["explain", ["explain", quickstart, "--group", "finance"], "table"],
	["explain-key", ["explain", quickstart, "--group", "finance", "otlpEndpoint"], "text"],
	["synth", ["synth", quickstart, "--out", "OUT"], "text"],
	["plan", ["plan", "PROVISIONED"], "text"],
	["review", ["review", "none", quickstart], "text"],
	["check", ["check", quickstart, "--policies", "POLICIES"], "text"],
	["verify", ["verify", registry, "--group", "finance", quickstart], "text"],
	["import", ["import", registry, "--name", "before", "--out", "OUT.yaml"], "text"],
	["migrate", ["migrate", "ccwb", "PROFILE", "--name", "before", "--out", "OUT.yaml"], "text"],
	["init", ["init", "--name", "eu", "--out", "OWN.yaml"], "text"],
	["schema", ["schema", "review"], "data"],
	["rings", ["rings", "PUBLISHED"], "text"],
	["prune", ["prune", "PUBLISHED", "--keep", "1"], "text"],
];
const widths: readonly [string, number][] = [
	["80", 80],
	["pipe", Number.POSITIVE_INFINITY],
];

test.each(
	screens.flatMap(([name, args, kind]) => widths.map(([width, columns]) => ({ name, args, kind, width, columns }))),
)("$name, on $width", async ({ name, args, kind, width, columns }) => {
	// Names are as long everywhere as they are here.
	const here = path.join(folder(), `${name}-${width}`);
	mkdirSync(here);
	for (const each of ["examples", "test"]) symlinkSync(path.join(home, each), path.join(here, each));
	process.chdir(here);
	const places: Readonly<Record<string, string>> = {
		OUT: "out",
		"OUT.yaml": "out.yaml",
		"OWN.yaml": "deployment.yaml",
	};
	const written: Readonly<Record<string, string>> = { PROVISIONED: provisioned, POLICIES: policies, PROFILE: profile };
	const given = args.map((word) => {
		if (word === "PUBLISHED") return path.relative(here, published(here));
		const text = written[word];
		if (text === undefined) return places[word] ?? word;
		const file = `${word.toLowerCase()}.yaml`;
		writeFileSync(file, text);
		return file;
	});
	const { code, results, notices } = await invoke(given, { columns });
	const shown = [...results, `-- notices, and code ${code}`, ...notices].join("\n").replaceAll(here, "PLACE");
	// Words and commands to copy stay whole, and so does what programs read.
	const whole = /^\s*(?:\S+|npx pulumi-cowork .*|export .*|\w+: \{ hold: .*)$/;
	const wide = kind === "data" ? [] : results.filter((line) => line.length > columns && !whole.test(line));
	expect(wide).toEqual([]);
	await expect(`${shown}\n`).toMatchFileSnapshot(`../golden/screens/${name}.${width}.txt`);
});
