import { describe, expect, test } from "vitest";
import { compileBundle } from "../../src/bundle/compile.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { groupNotes } from "../../src/firewall/block-rules.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { made } from "../../src/outcome.js";
import { DeploymentError, error, formatProblem, type Problem } from "../../src/problem.js";
import { registries as shipped } from "../../src/registries.js";
import { quiet } from "../support/configuration.js";
import { compile, twins } from "./compiled.js";

/** Nothing opens a host or brings a note by default, so that these tests name every one there is. */
const settings = { ...quiet, sshHostAllowlist: [] };
const quic = "squid: QUIC (UDP 443) does not come by here; close it for these devices elsewhere";
const macos = { preset: "none", platforms: ["macos"] };
const offline = { ...twins, app: { installer: "offline" }, settings, groups: { pilot: macos, general: macos } };

describe("groups that need the same hosts", () => {
	test("share the deployment's rules and have none of their own", async () => {
		const { paths, json, text } = await compile(offline);
		expect(paths.filter((path) => path.includes("firewall/"))).toEqual([
			"firewall/hosts/hosts.txt",
			"firewall/squid/squid.conf",
		]);
		expect(text("egress.txt")).toBe("llm.example.com\n");
		expect(text("groups/pilot/egress.txt")).toBe("llm.example.com\n");
		expect(json("egress.json")).toMatchObject({ notes: [quic] });
	});
});

const differing = {
	...offline,
	groups: {
		...offline.groups,
		pilot: {
			...offline.groups.pilot,
			settings: { otlpEndpoint: "https://otel.example.com:4318", coworkEgressAllowedHosts: ["*.example.org"] },
		},
	},
};
const { paths, json, text } = await compile(differing);

describe("groups that differ in hosts", () => {
	test("each have rules of their own besides the union's", () => {
		expect(paths.filter((path) => path.includes("firewall/"))).toEqual([
			"firewall/hosts/hosts.txt",
			"firewall/squid/squid.conf",
			"groups/general/firewall/hosts/hosts.txt",
			"groups/general/firewall/squid/squid.conf",
			"groups/pilot/firewall/hosts/hosts.txt",
			"groups/pilot/firewall/squid/squid.conf",
		]);
		const everything = "*.example.org\nllm.example.com\notel.example.com\n";
		expect(text("egress.txt")).toBe(everything.replace("otel.example.com", "otel.example.com:4318"));
		expect(text("firewall/hosts/hosts.txt")).toBe(everything);
		expect(text("groups/pilot/firewall/hosts/hosts.txt")).toBe(everything);
		expect(text("groups/general/egress.txt")).toBe("llm.example.com\n");
		expect(text("groups/general/firewall/hosts/hosts.txt")).toBe("llm.example.com\n");
	});

	test("are told in egress.json what the union opens beyond each, and what a rule set cannot say exactly", () => {
		const effects = [
			"hosts: otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed)",
			"squid: *.example.org also matches example.org (widened)",
		];
		expect(json("egress.json")).toMatchObject({
			notes: [
				"for group general this list also opens *.example.org, otel.example.com:4318, which other groups need",
				...effects,
				quic,
			],
		});
		expect(json("groups/pilot/egress.json")).toMatchObject({ notes: [...effects, quic] });
		expect(json("groups/general/egress.json")).toMatchObject({ notes: [quic] });
	});

	test("have a sandbox in their own egress.json only", () => {
		expect(json("groups/pilot/egress.json")).toMatchObject({
			schemaVersion: 1,
			sandbox: { mode: "list", hosts: ["*.example.org"], automatic: ["llm.example.com", "otel.example.com"] },
			summary: { anthropicHosts: [], conversationContentStaysWithProvider: false, takesOverDevice: true },
		});
		expect(json("egress.json")).not.toHaveProperty("sandbox");
		expect(json("egress.json")).toMatchObject({ schemaVersion: 1, summary: { takesOverDevice: true } });
	});
});

describe("a rule set that does not say what the plan means", () => {
	const leaves = "which needs a rule of its own (narrowed)";
	const cure = "say accept: [narrowed] where that is meant, or leaveTo with the word of a block that is exact";
	const collector = { otlpEndpoint: "https://otel.example.com:4318" };
	const pilotsCollector = { ...offline.groups.pilot, settings: collector };

	test("is a warning, once for all groups", async () => {
		const { warnings, json } = await compile({
			...offline,
			settings: { ...settings, ...collector },
			firewall: { hosts: {} },
		});
		const said = `hosts: otel.example.com:4318 is listed without its port, ${leaves}`;
		expect(effectWarnings(warnings)).toEqual([`warning: firewall.${said}; ${cure}`]);
		expect(json("egress.json")).toMatchObject({ notes: expect.arrayContaining([said]) });
	});

	test("names the group where only a group's rules differ from its plan", async () => {
		const general = { ...offline.groups.general, settings: { coworkEgressAllowedHosts: ["example.org"] } };
		const pilot = { ...offline.groups.pilot, settings: { coworkEgressAllowedHosts: ["*.example.org"] } };
		const { warnings } = await compile({
			...offline,
			groups: { general, pilot },
			firewall: { squid: { dedicated: true } },
		});
		expect(effectWarnings(warnings)).toEqual([
			"warning: firewall.squid: for group pilot, *.example.org also matches example.org (widened); say accept: [widened] where that is meant, or leaveTo with the word of a block that is exact",
		]);
	});

	test("may leave hosts to another block, for each group", async () => {
		const { warnings, text, json } = await compile({
			...offline,
			groups: { ...offline.groups, pilot: pilotsCollector },
			firewall: { hosts: { leaveTo: "json" }, json: {} },
		});
		expect(effectWarnings(warnings)).toEqual([]);
		expect(text("firewall/hosts/hosts.txt")).toBe("llm.example.com\n");
		expect(text("groups/pilot/firewall/hosts/hosts.txt")).toBe("llm.example.com\n");
		const notes = expect.arrayContaining(["hosts: otel.example.com:4318 is left to json"]);
		expect(json("egress.json")).toMatchObject({ notes });
		expect(json("groups/pilot/egress.json")).toMatchObject({ notes });
	});

	function effectWarnings(warnings: readonly Problem[]): string[] {
		return warnings.filter(({ path }) => path[0] === "firewall").map(formatProblem);
	}
});

describe("the networks that devices come from", () => {
	const pilots = ["10.1.0.0/16"];
	const generals = ["10.2.0.0/16"];
	const group = (clients: readonly string[] | undefined, more = {}) => ({
		...macos,
		...(clients && { clients }),
		...more,
	});
	const own = { settings: { coworkEgressAllowedHosts: ["pilot.example.org"] } };
	const compiled = (pilot: readonly string[] | undefined, squid: object) =>
		compile({ ...offline, groups: { pilot: group(pilot, own), general: group(generals) }, firewall: { squid } });
	const sources = (text: string) => [...text.matchAll(/^acl \S+ src (\S+)$/gm)].map(([, network]) => network);

	test("are those of each group in its own rules, and of all groups in those that serve every group", async () => {
		const { text, warnings } = await compiled(pilots, {});
		expect(sources(text("groups/pilot/firewall/squid/squid.conf"))).toEqual(pilots);
		expect(sources(text("groups/general/firewall/squid/squid.conf"))).toEqual(generals);
		expect(sources(text("firewall/squid/squid.conf"))).toEqual([...pilots, ...generals]);
		expect(warnings.filter(({ path }) => path[0] === "firewall")).toEqual([]);
	});

	test("are those of the block in the rules that serve every group, and in no others", async () => {
		const { text } = await compiled(undefined, { clients: ["10.0.0.0/8"] });
		expect(sources(text("firewall/squid/squid.conf"))).toEqual(["10.0.0.0/8"]);
		expect(sources(text("groups/general/firewall/squid/squid.conf"))).toEqual(generals);
		expect(text("groups/pilot/firewall/squid/squid.conf")).not.toMatch(/^http_access/m);
	});

	test("are not taken from some groups where others say nothing", async () => {
		const { text, warnings } = await compiled(undefined, {});
		expect(text("firewall/squid/squid.conf")).not.toMatch(/^http_access/m);
		expect(warnings.map(({ code }) => code)).toContain("opens-nothing");
	});
});

describe("a rule set for each group", () => {
	const perGroup = {
		...offline,
		groups: {
			pilot: { ...macos, clients: ["10.1.0.0/16"] },
			general: { ...macos, clients: ["10.2.0.0/16"] },
		},
		firewall: { squid: { scope: "perGroup" }, hosts: {} },
	};

	test("is written where groups need the same hosts too, for its own devices alone, and none for all", async () => {
		const { paths, text, warnings } = await compile(perGroup);
		expect(paths.filter((path) => path.includes("firewall/"))).toEqual([
			"firewall/hosts/hosts.txt",
			"groups/general/firewall/squid/squid.conf",
			"groups/pilot/firewall/squid/squid.conf",
		]);
		expect(text("groups/pilot/firewall/squid/squid.conf")).toMatch(/^acl \S+ src 10\.1\.0\.0\/16$/m);
		expect(warnings.filter(({ path }) => path[0] === "firewall")).toEqual([]);
	});

	test("has notes, each once with the groups that it is of", async () => {
		const { groupRules } = await compileBundle(parseDeployment(perGroup));
		expect(groupNotes(groupRules, perGroup.firewall)).toEqual([
			"squid: QUIC (UDP 443) does not come by here; close it for these devices elsewhere (groups general, pilot)",
		]);
	});

	test("is refused where two groups would have one place in a policy", async () => {
		const azureFirewall = { resourceGroup: "network", policy: "hub", scope: "perGroup" };
		const groups = Object.fromEntries(
			Array.from({ length: 120 }, (_, index) => [`g${index}`, { ...macos, clients: [`10.${index}.0.0/16`] }]),
		);
		await expect(compile({ ...perGroup, groups, firewall: { azureFirewall } })).rejects.toThrow(
			/^firewall\.azureFirewall\.priority: gives groups g\d+ and g\d+ the same place, priority \d+ of policy hub; say another priority$/m,
		);
	});

	test("is refused where a group does not say where its devices come from", () => {
		const groups = { ...perGroup.groups, general: macos };
		expect(() => parseDeployment({ ...perGroup, groups })).toThrow(/^groups\.general: says no clients, /m);
	});
});

describe("hosts that a block denies", () => {
	const denying = { ...offline, firewall: { squid: { dedicated: true, deny: { agents: ["codex"] } } } };

	test("stand in the rules", async () => {
		const { text } = await compile(denying);
		expect(text("firewall/squid/squid.conf")).toMatch(/^acl claude_eu_denied dstdomain -n ab\.chatgpt\.com$/m);
	});

	test("are none that the plan opens: nothing is compiled, and both cures are named once for all groups", async () => {
		const open = { ...denying, settings: { ...settings, disableEssentialTelemetry: false } };
		await expect(compile(open)).rejects.toThrow(
			[".ingest.us.", "."]
				.map(
					(name) =>
						`firewall.squid.deny.agents[0]: o33249.ingest.us.sentry.io of OpenAI Codex would cut *${name}sentry.io, which the plan needs for essential-telemetry; change disableEssentialTelemetry so that it is not needed, or leave codex out and name its other hosts under deny.hosts`,
				)
				.join("\n"),
		);
	});
});

test("what a firewall drops or refuses is an error beside those of secrets, and nothing is compiled", async () => {
	const mute: FirewallBackend = {
		...firewallBackends.json,
		render: ({ hosts }) =>
			made({
				files: [],
				effects: hosts.map(({ host, match, port }) => ({ host, match, port, kind: "dropped", because: "is not told" })),
			}),
	};
	const registries = { ...shipped, firewall: { mute } };
	const compiled = compile({ ...offline, firewall: { mute: {} } }, { registries, secrets: () => "a\u0007" });
	await expect(compiled).rejects.toThrow(
		new DeploymentError([
			error(
				"secret-not-renderable",
				["inference", "gateway", "signIn", "apiKey"],
				"environment variable GATEWAY_KEY contains the character U+0007; no profile can carry it",
			),
			{
				...error(
					"rule-dropped",
					["firewall", "mute"],
					"llm.example.com is not told (dropped); say leaveTo with the word of a block that can express it",
				),
				alike: {
					before: "",
					host: "llm.example.com",
					says: "is not told (dropped)",
					cure: "say leaveTo with the word of a block that can express it",
				},
			},
		]),
	);
});

test("without a firewall no rules are written, nor notes about them", async () => {
	const { firewall: _, ...bare } = offline;
	const { paths } = await compile(bare);
	expect(paths.filter((path) => path.includes("firewall"))).toEqual([]);
});
