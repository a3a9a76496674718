import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeEffect, type RuleRequest } from "../../src/firewall/backend.js";
import { type SquidOptions, squid } from "../../src/firewall/squid.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { parseWithSquid, whyNoSquid } from "../support/squid.js";
import { planned, rulesOf } from "./cases.js";
import { goldenFiles } from "./golden.js";

const because = "# crash reports (disableEssentialTelemetry)";

/** The lines of a rule set for some hosts. */
function squidLines(
	entries: readonly string[],
	options: SquidOptions = {},
	request: Partial<RuleRequest> = {},
): string[] {
	const { value, problems } = squid.render({ deployment: "eu", hosts: entries.map(planned), ...request }, options);
	if (!value) throw new DeploymentError(problems);
	return (value.files[0]?.content ?? "").split("\n").slice(0, -1);
}

describe("squid", () => {
	it("is named and typed", () => {
		expect(rulesOf(squid, []).files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
			["squid.conf", "text/plain"],
		]);
	});

	it.each<[string, string[], string[]]>([
		["denies everything for an empty plan", [], []],
		[
			"pairs a host with its port",
			["otel.example.com:4318", "api.anthropic.com"],
			[
				"acl claude_eu_port_443 port 443",
				because,
				"acl claude_eu_hosts_443 dstdomain -n api.anthropic.com",
				"http_access allow claude_eu_hosts_443 claude_eu_port_443",
				"acl claude_eu_port_4318 port 4318",
				because,
				"acl claude_eu_hosts_4318 dstdomain -n otel.example.com",
				"http_access allow claude_eu_hosts_4318 claude_eu_port_4318",
			],
		],
		[
			"writes a name and its subdomains as one suffix",
			["sentry.io", "*.sentry.io"],
			[
				"acl claude_eu_port_443 port 443",
				because,
				"acl claude_eu_hosts_443 dstdomain -n .sentry.io",
				"http_access allow claude_eu_hosts_443 claude_eu_port_443",
			],
		],
		[
			"leaves out what a suffix covers, on its own port only",
			["*.sentry.io", "*.us.sentry.io", "o1.us.sentry.io", "o1.us.sentry.io:8443", "xsentry.io"],
			[
				"acl claude_eu_port_443 port 443",
				because,
				"acl claude_eu_hosts_443 dstdomain -n .sentry.io",
				because,
				"acl claude_eu_hosts_443 dstdomain -n xsentry.io",
				"http_access allow claude_eu_hosts_443 claude_eu_port_443",
				"acl claude_eu_port_8443 port 8443",
				because,
				"acl claude_eu_hosts_8443 dstdomain -n o1.us.sentry.io",
				"http_access allow claude_eu_hosts_8443 claude_eu_port_8443",
			],
		],
	])("%s", (_, entries, lines) => {
		expect(squidLines(entries, { dedicated: true })).toEqual([
			"# Claude egress of deployment eu.",
			"# For a proxy of these devices alone: what it does not list is denied.",
			...lines,
			"http_access deny all",
		]);
	});

	it("opens hosts for its clients alone, and decides nothing else", () => {
		const clients = ["10.20.0.0/16", "2001:db8::/32"];
		expect(squidLines(["api.anthropic.com"], {}, { group: "pilot", clients })).toEqual([
			"# Claude egress of deployment eu, group pilot.",
			"# For these clients alone, before other http_access lines, which decide everything else.",
			"acl claude_eu_pilot_clients src 10.20.0.0/16",
			"acl claude_eu_pilot_clients src 2001:db8::/32",
			"acl claude_eu_pilot_port_443 port 443",
			because,
			"acl claude_eu_pilot_hosts_443 dstdomain -n api.anthropic.com",
			"http_access allow claude_eu_pilot_hosts_443 claude_eu_pilot_port_443 claude_eu_pilot_clients",
		]);
	});

	it("opens hosts for members of a group alone, who are asked for last", () => {
		expect(squidLines(["api.anthropic.com"], { authenticatedGroup: "claude-users" }).slice(2)).toEqual([
			"acl claude_eu_users external claude_groups claude-users",
			"acl claude_eu_port_443 port 443",
			because,
			"acl claude_eu_hosts_443 dstdomain -n api.anthropic.com",
			"http_access allow claude_eu_hosts_443 claude_eu_port_443 claude_eu_users",
		]);
	});

	it.each<[string, SquidOptions, Partial<RuleRequest>]>([
		["for whom nothing says", {}, {}],
		["of one group, for members of a group that is of all", { authenticatedGroup: "claude-users" }, { group: "pilot" }],
	])("opens nothing %s", (_, options, request) => {
		const lines = squidLines(["api.anthropic.com"], options, request);
		expect(lines.filter((line) => line.startsWith("http_access"))).toEqual([]);
		expect(
			lines.filter((line) => /^# http_access allow claude_eu\S+_443 claude_eu\S+_443 CLIENTS$/.test(line)),
		).toHaveLength(1);
	});

	it("says that it opens nothing, once for all groups", () => {
		const problemsOf = (options: SquidOptions, request: Partial<RuleRequest> = {}) =>
			squid.render({ deployment: "eu", hosts: [], ...request }, options).problems.map(formatProblem);
		expect(problemsOf({})).toEqual([
			expect.stringMatching(/opens nothing until its http_access lines are placed by hand; say clients/),
		]);
		expect(problemsOf({}, { group: "pilot" })).toEqual([]);
		expect(problemsOf({ dedicated: true })).toEqual([]);
		expect(problemsOf({}, { clients: ["10.0.0.0/8"] })).toEqual([]);
	});

	it("tells long names apart within Squid's limit", () => {
		const long = "d".repeat(31);
		const namesFor = (group: string) =>
			squidLines(["a.example.com:65535"], {}, { deployment: long, group, clients: ["10.0.0.0/8"] }).flatMap(
				(line) => /^acl (\S+)/.exec(line)?.[1] ?? [],
			);
		const [one, other] = [namesFor(`${"g".repeat(30)}a`), namesFor(`${"g".repeat(30)}b`)];
		expect(Math.max(...[...one, ...other].map((name) => name.length))).toBe(squid.limits?.aclName?.most);
		expect(one.filter((name) => other.includes(name))).toEqual([]);
	});

	it("keeps a reason on its line, whatever is in it", () => {
		const [reason] = planned("a.example.com").reasons;
		const hostile = ["x\nhttp_access allow all", "y\r\u2028z\\", "n".repeat(5000)].map((text) => ({
			...reason,
			because: text,
		}));
		const host = Object.assign(planned("a.example.com"), { reasons: hostile });
		const { value } = squid.render({ deployment: "eu", hosts: [host] }, { dedicated: true });
		const comments = value?.files[0]?.content.split("\n").filter((line) => line.startsWith("#")) ?? [];
		expect(comments).toHaveLength(3);
		for (const line of comments) expect(line).toMatch(/^[ -[\]-~]{1,202}$/);
	});

	it.each<[string, string[], string[]]>([
		["an exact name is exact", ["api.anthropic.com"], []],
		["a suffix matches its own name", ["*.sentry.io"], ["squid: *.sentry.io also matches sentry.io (widened)"]],
		["which is no widening where that name is planned", ["*.sentry.io", "sentry.io"], []],
		[
			"unless it is planned on another port",
			["*.sentry.io:8443", "sentry.io"],
			["squid: *.sentry.io:8443 also matches sentry.io (widened)"],
		],
		[
			"what a suffix covers is still as planned",
			["*.us.sentry.io", "*.sentry.io", "a.sentry.io"],
			["squid: *.sentry.io also matches sentry.io (widened)"],
		],
	])("%s", (_, entries, texts) => {
		const { effects } = rulesOf(squid, entries);
		expect(effects.map((effect) => describeEffect("squid", effect))).toEqual(texts);
	});
});

/** What a proxy that tells users apart has besides. */
const helper = "external_acl_type claude_groups %SRC /bin/true\n";

describe("squid -k parse", () => {
	it.for(goldenFiles("squid", ".conf"))("accepts the golden file %s", async ([, place], { skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const rules = readFileSync(place, "utf8");
		expect(await parseWithSquid(helper + rules)).toEqual({ status: 0, complaints: [] });
	});

	it("accepts a plan of 2000 hosts", async ({ skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const entries = Array.from({ length: 2000 }, (_, index) => `*.service-${index}.example.com`);
		const rules = `${squidLines(entries, { dedicated: true }).join("\n")}\n`;
		expect(await parseWithSquid(rules)).toEqual({ status: 0, complaints: [] });
	});

	it("refuses what the rules avoid: a suffix beside its own name, and a longer name of an ACL", async ({ skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const twice = "acl claude_hosts_443 dstdomain -n .sentry.io\nacl claude_hosts_443 dstdomain -n sentry.io\n";
		expect((await parseWithSquid(twice)).status).toBe(1);
		const most = squid.limits?.aclName?.most ?? 0;
		const named = (length: number) => `acl ${"x".repeat(length)} port 443\nhttp_access allow ${"x".repeat(length)}\n`;
		expect(await parseWithSquid(named(most))).toEqual({ status: 0, complaints: [] });
		expect((await parseWithSquid(named(most + 1))).status).toBe(1);
	});
});
