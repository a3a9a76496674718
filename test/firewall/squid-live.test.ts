import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { RuleRequest } from "../../src/firewall/backend.js";
import { type SquidOptions, squid } from "../../src/firewall/squid.js";
import { temporaryFolder } from "../support/command.js";
import { askSquid, type SquidProbe, whyNoLiveSquid } from "../support/squid.js";
import { planned } from "./cases.js";

const folder = temporaryFolder();

type Answer = readonly [probe: SquidProbe, status: number];

const connect = (target: string, from?: string, user?: string): SquidProbe => ({
	method: "CONNECT",
	target,
	...(from !== undefined && { from }),
	...(user !== undefined && { user }),
});
const post = (target: string): SquidProbe => ({ method: "POST", target });

function squidConf(entries: readonly string[], options: SquidOptions, request: Partial<RuleRequest> = {}): string {
	const { value } = squid.render({ deployment: "eu", hosts: entries.map(planned), ...request }, options);
	return value?.files[0]?.content ?? "";
}

async function statusesOf(rules: string, probes: readonly SquidProbe[]): Promise<number[]> {
	const names = new Set(probes.map(({ target }) => target.replace(/:\d+$/, "")).filter((name) => /[a-z]$/i.test(name)));
	return askSquid({
		rules,
		names: [...names],
		addresses: ["10.0.0.5/32", "10.0.0.6/32", "2001:db8::1/128", "2001:db8::2/128"],
		ports: [443, 4318, 8443],
		probes,
	});
}

async function expectAnswers(rules: string, answers: readonly Answer[]): Promise<void> {
	const probes = answers.map(([probe]) => probe);
	const statuses = await statusesOf(rules, probes);
	expect(probes.map((probe, index) => [probe, statuses[index]])).toEqual(answers);
}

describe("a running squid", { timeout: 120_000 }, () => {
	it("opens what is planned and denies its neighbours", async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		const entries = [
			"api.anthropic.com",
			"*.ingest.us.sentry.io",
			"otel.example.com:4318",
			"10.0.0.5",
			"[2001:db8::1]:8443",
		];
		await expectAnswers(squidConf(entries, { dedicated: true }), [
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
		]);
	});

	it("denies everything for an empty plan", async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		await expectAnswers(squidConf([], { dedicated: true }), [
			[connect("api.anthropic.com:443"), 403],
			[post("api.anthropic.com:4318"), 403],
			[connect("10.0.0.5:443"), 403],
		]);
	});
});

describe("a running squid that the whole company uses", { timeout: 120_000 }, () => {
	const company = [
		"acl blocked dstdomain -n blocked.example",
		"acl intranet dstdomain -n intranet.example",
		"http_access deny blocked",
		"http_access allow intranet",
		"http_access deny all",
		"",
	].join("\n");
	const pilot = squidConf(
		["api.anthropic.com", "pilot.example.com"],
		{},
		{ group: "pilot", clients: ["127.0.1.0/24"] },
	);
	const general = squidConf(["api.anthropic.com"], {}, { group: "general", clients: ["127.0.2.0/24"] });

	it("serves two groups, gives other clients nothing, and leaves all other traffic as it was", async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		await expectAnswers(pilot + general + company, [
			[connect("api.anthropic.com:443", "127.0.1.5"), 200],
			[connect("pilot.example.com:443", "127.0.1.5"), 200],
			[connect("api.anthropic.com:443", "127.0.2.5"), 200],
			[connect("pilot.example.com:443", "127.0.2.5"), 403],
		]);
		const others = ["127.0.1.5", "127.0.2.5", "127.0.9.9"].flatMap((from) =>
			["intranet.example:443", "blocked.example:443", "evil.example:443"].map((target) => connect(target, from)),
		);
		const strangers = ["api.anthropic.com:443", "pilot.example.com:443"].map((target) => connect(target, "127.0.9.9"));
		const probes = [...others, ...strangers];
		const before = await statusesOf(company, probes);
		expect(new Set(before)).toEqual(new Set([200, 403]));
		expect(await statusesOf(pilot + general + company, probes)).toEqual(before);
	});

	it("changes nothing where nothing says whose devices they are", async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		const probes = [connect("api.anthropic.com:443"), connect("intranet.example:443"), connect("evil.example:443")];
		const definitions = squidConf(["api.anthropic.com"], {});
		expect(await statusesOf(definitions + company, probes)).toEqual(await statusesOf(company, probes));
	});

	it("opens hosts to the members of a group, and asks nobody else who they are", async ({ skip }) => {
		skip(whyNoLiveSquid !== undefined, whyNoLiveSquid);
		const rules = squidConf(["api.anthropic.com"], { authenticatedGroup: "claude-users" });
		const target = "api.anthropic.com:443";
		await expectAnswers(usersAndGroups(folder()) + rules + company, [
			[connect(target, undefined, "ann"), 200],
			[connect(target, undefined, "bob"), 403],
			[connect(target), 407],
			[connect("intranet.example:443"), 200],
			[connect("evil.example:443"), 403],
		]);
	});
});

/** Everybody has a password; ann is in the group claude-users. */
function usersAndGroups(folder: string): string {
	const script = (name: string, text: string) => {
		const file = path.join(folder, name);
		writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
		return file;
	};
	chmodSync(folder, 0o755);
	const passwords = script("passwords", "while read line; do echo OK; done");
	const groups = script(
		"groups",
		'while read user group rest; do if [ "$user.$group" = ann.claude-users ]; then echo OK; else echo ERR; fi; done',
	);
	return `auth_param basic program ${passwords}\nexternal_acl_type claude_groups %LOGIN ${groups}\n`;
}
