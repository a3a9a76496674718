import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
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

const policies = `
policies:
  sets: [recommended]
`;

/** What each command shows, by its name; tables hold their lines to the width of the terminal, and are not wrapped in a pipe. */
const screens: readonly [string, readonly string[], "table" | "text"][] = [
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
];
const widths: readonly [string, number][] = [
	["80", 80],
	["pipe", Number.POSITIVE_INFINITY],
];

test.each(
	screens.flatMap(([name, args, kind]) => widths.map(([width, columns]) => ({ name, args, kind, width, columns }))),
)("$name, on $width", async ({ name, args, kind, width, columns }) => {
	const here = path.join(folder(), `${name}-${width}`);
	const places: Readonly<Record<string, string>> = { OUT: here, "OUT.yaml": `${here}.yaml` };
	const written: Readonly<Record<string, string>> = { PROVISIONED: provisioned, POLICIES: policies };
	const given = args.map((word) => {
		const text = written[word];
		if (text === undefined) return places[word] ?? word;
		writeFileSync(`${here}-${word}.yaml`, text);
		return `${here}-${word}.yaml`;
	});
	const { code, results, notices } = await invoke(given, { columns });
	const shown = [...results, `-- notices, and code ${code}`, ...notices].join("\n").replaceAll(here, "PLACE");
	// What comes after a table is prose, which terminals wrap by themselves.
	const rows = kind === "table" ? results.slice(0, results.indexOf("")) : [];
	expect(rows.filter((line) => line.length > columns)).toEqual([]);
	await expect(`${shown}\n`).toMatchFileSnapshot(`../golden/screens/${name}.${width}.txt`);
});
