import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { squid } from "../../src/firewall/squid.js";
import { askSquid, parseWithSquid, type SquidProbe, whyNoLiveSquid, whyNoSquid } from "../support/squid.js";
import { cases, rulesOf } from "./cases.js";

const header = "# Claude egress. Stands before every other http_access line: what it does not list is denied.";

function squidConf(...entries: string[]): string {
	return rulesOf(squid, entries).files[0]?.content ?? "";
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
				"acl claude_port_443 port 443",
				"acl claude_hosts_443 dstdomain -n api.anthropic.com",
				"http_access allow claude_hosts_443 claude_port_443",
				"acl claude_port_4318 port 4318",
				"acl claude_hosts_4318 dstdomain -n otel.example.com",
				"http_access allow claude_hosts_4318 claude_port_4318",
			],
		],
		[
			"writes a name and its subdomains as one suffix",
			["sentry.io", "*.sentry.io"],
			[
				"acl claude_port_443 port 443",
				"acl claude_hosts_443 dstdomain -n .sentry.io",
				"http_access allow claude_hosts_443 claude_port_443",
			],
		],
		[
			"leaves out what a suffix covers, on its own port only",
			["*.sentry.io", "*.us.sentry.io", "o1.us.sentry.io", "o1.us.sentry.io:8443", "xsentry.io"],
			[
				"acl claude_port_443 port 443",
				"acl claude_hosts_443 dstdomain -n .sentry.io",
				"acl claude_hosts_443 dstdomain -n xsentry.io",
				"http_access allow claude_hosts_443 claude_port_443",
				"acl claude_port_8443 port 8443",
				"acl claude_hosts_8443 dstdomain -n o1.us.sentry.io",
				"http_access allow claude_hosts_8443 claude_port_8443",
			],
		],
	])("%s", (_, entries, lines) => {
		expect(squidConf(...entries)).toBe(`${[header, ...lines, "http_access deny all"].join("\n")}\n`);
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

describe("squid -k parse", () => {
	const golden = new URL("../golden/firewall/squid/plain/", import.meta.url);

	it.for(Object.keys(cases))("accepts the golden file of %s", async (name, { skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const rules = readFileSync(fileURLToPath(new URL(`${name}/squid.conf`, golden)), "utf8");
		expect(await parseWithSquid(rules)).toEqual({ status: 0, complaints: [] });
	});

	it("accepts a plan of 2000 hosts", async ({ skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const entries = Array.from({ length: 2000 }, (_, index) => `*.service-${index}.example.com`);
		expect(await parseWithSquid(squidConf(...entries))).toEqual({ status: 0, complaints: [] });
	});

	it("refuses what the rules avoid: a suffix beside its own name", async ({ skip }) => {
		skip(whyNoSquid !== undefined, whyNoSquid);
		const rules = "acl claude_hosts_443 dstdomain -n .sentry.io\nacl claude_hosts_443 dstdomain -n sentry.io\n";
		expect((await parseWithSquid(rules)).status).toBe(1);
	});
});

describe("a running squid", () => {
	const connect = (target: string): SquidProbe => ({ method: "CONNECT", target });
	const post = (target: string): SquidProbe => ({ method: "POST", target });

	async function expectAnswers(entries: readonly string[], answers: readonly (readonly [SquidProbe, number])[]) {
		const probes = answers.map(([probe]) => probe);
		const names = new Set(
			probes.map(({ target }) => target.replace(/:\d+$/, "")).filter((name) => /[a-z]$/i.test(name)),
		);
		const statuses = await askSquid({
			rules: squidConf(...entries),
			names: [...names],
			addresses: ["10.0.0.5/32", "10.0.0.6/32", "2001:db8::1/128", "2001:db8::2/128"],
			ports: [443, 4318, 8443],
			probes,
		});
		expect(probes.map(({ method, target }, index) => `${method} ${target} ${statuses[index]}`)).toEqual(
			answers.map(([{ method, target }, status]) => `${method} ${target} ${status}`),
		);
	}

	it("opens what is planned and denies its neighbours", { timeout: 60_000 }, async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		await expectAnswers(
			["api.anthropic.com", "*.ingest.us.sentry.io", "otel.example.com:4318", "10.0.0.5", "[2001:db8::1]:8443"],
			[
				[connect("api.anthropic.com:443"), 200],
				[connect("API.Anthropic.com:443"), 200],
				[connect("sub.api.anthropic.com:443"), 403],
				[connect("anthropic.com:443"), 403],
				[connect("xapi.anthropic.com:443"), 403],
				[connect("api.anthropic.com.evil.example:443"), 403],
				[connect("api.anthropic.com:8443"), 403],
				[connect("api.anthropic.com:4318"), 403],
				[connect("o1.ingest.us.sentry.io:443"), 200],
				[connect("a.b.ingest.us.sentry.io:443"), 200],
				// The widening that the effect admits.
				[connect("ingest.us.sentry.io:443"), 200],
				[connect("xingest.us.sentry.io:443"), 403],
				[connect("us.sentry.io:443"), 403],
				[connect("otel.example.com:4318"), 200],
				[post("otel.example.com:4318"), 200],
				[connect("otel.example.com:443"), 403],
				[post("evil.example:4318"), 403],
				[connect("10.0.0.5:443"), 200],
				[connect("10.0.0.5:4318"), 403],
				[connect("10.0.0.6:443"), 403],
				[connect("[2001:db8::1]:8443"), 200],
				[connect("[2001:db8::1]:443"), 403],
				[connect("[2001:db8::2]:8443"), 403],
				[connect("evil.example:443"), 403],
			],
		);
	});

	it("denies everything for an empty plan", { timeout: 60_000 }, async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		await expectAnswers(
			[],
			[
				[connect("api.anthropic.com:443"), 403],
				[post("api.anthropic.com:4318"), 403],
				[connect("10.0.0.5:443"), 403],
			],
		);
	});
});
