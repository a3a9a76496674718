import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeEffect } from "../../src/firewall/backend.js";
import { type FortiGateOptions, fortiGate } from "../../src/firewall/forti-gate.js";
import { formatProblem } from "../../src/problem.js";
import { cases, planned } from "./cases.js";
import { goldenFiles } from "./golden.js";
import { type ReadRule, readWithFwshift, whyNoFwshift } from "./programs/fwshift.js";
import { runFortios, verdictOf } from "./readers/forti-gate.js";

const options: FortiGateOptions = { sourceInterfaces: ["internal"], destinationInterfaces: ["wan1"] };

function script(entries: readonly string[], more: object = {}, owner: object = {}): string {
	const request = { deployment: "eu", hosts: entries.map(planned), ...owner };
	return fortiGate.render(request, { ...options, ...more }).value?.files[0]?.content ?? "";
}

/** What rules open, as `api.example.com tcp 443`. */
function openings(rules: readonly ReadRule[]): string[] {
	return rules
		.filter(({ enabled, action }) => enabled && action === "allow")
		.flatMap(({ destinations, services }) => destinations.flatMap((name) => services.map((port) => `${name} ${port}`)))
		.sort();
}

describe("policies", () => {
	const nameOf = /set name "([^"]*)"/g;

	it("have ids and names of their own in each group", () => {
		const long = { deployment: "d".repeat(31) };
		const [one, other] = ["a", "b"].map((end) =>
			script(["a.example.com"], {}, { ...long, group: `${"g".repeat(30)}${end}` }),
		);
		const names = [...`${one}${other}`.matchAll(nameOf)].map(([, name = ""]) => name);
		expect(new Set(names).size).toBe(20);
		expect(Math.max(...names.map((name) => name.length))).toBe(35);
	});

	it("have ids that no other of two hundred rule sets has, and that FortiOS takes", () => {
		const firstPolicyId = 4_194_967_295;
		const ids = Array.from({ length: 200 }, (_, index) => ({ deployment: `office-${index}` })).flatMap((owner) => {
			const policies = runFortios(script([], { firstPolicyId }, owner)).get("firewall policy");
			return [...(policies?.keys() ?? [])].map(Number);
		});
		expect(new Set(ids).size).toBe(2000);
		expect(Math.max(...ids)).toBeLessThanOrEqual(4_294_967_294);
	});

	it("are refused for more ports than have one", () => {
		const hosts = Array.from({ length: 9 }, (_, index) => planned(`a.example.com:${1000 + index}`));
		expect(fortiGate.render({ deployment: "eu", hosts }, options).problems.map(formatProblem)).toEqual([
			expect.stringMatching(/would take 9 ports, each of which takes one of the policy ids.*; at most 8 are written$/),
		]);
	});

	it("say nothing for addresses of a kind that no client has", () => {
		const hosts = ["10.0.0.5", "[2001:db8::1]", "a.example.com"].map(planned);
		const { value } = fortiGate.render({ deployment: "eu", hosts, clients: ["10.20.0.0/16"] }, options);
		expect(value?.effects.map((effect) => describeEffect("fortiGate", effect))).toEqual([
			"fortiGate: 2001:db8::1 is not opened, because none of the clients has such an address (narrowed)",
		]);
		expect(value?.files[0]?.content).not.toMatch(/ipv6|address6|2001:db8/);
	});
});

it("tells long names of objects apart within 79 characters, and keeps what they stand for", () => {
	const names = ["a", "b"].map((end) => `${"n".repeat(63)}.${"m".repeat(63)}${`.${end}`.repeat(4)}.example.com`);
	const addresses = runFortios(script(names)).get("firewall address");
	expect([...(addresses ?? [])].map(([, settings]) => settings.get("fqdn"))).toEqual(names.map((name) => [name]));
	expect(Math.max(...[...(addresses?.keys() ?? [])].map((name) => name.length))).toBe(79);
});

it("divides a group of many into groups", async ({ skip }) => {
	skip(whyNoFwshift !== undefined, whyNoFwshift);
	const long = `${"n".repeat(63)}.${"m".repeat(63)}.example.com`;
	const names = Array.from({ length: 250 }, (_, index) => `h${index}.${index % 2 ? long : "example.com"}`);
	const { rules } = await readWithFwshift(script(names), "fortios");
	expect(openings(rules)).toEqual(names.map((name) => `${name} tcp 443`).sort());
	expect(
		Math.max(
			...script(names)
				.split("\n")
				.map((line) => line.length),
		),
	).toBeLessThan(4000);
});

describe("what SSL inspection does not open", () => {
	const bypass = (entries: readonly string[]) => {
		const { value } = fortiGate.render({ deployment: "eu", hosts: entries.map(planned), inspects: true }, options);
		return value?.files.find(({ name }) => name === "inspection.conf")?.content ?? "";
	};
	/** What the groups that a profile exempts come to. */
	const exempt = (text: string) => {
		const tables = runFortios(text);
		const members = (table: string, name: string) => tables.get(table)?.get(name)?.get("member") ?? [];
		const names = members("firewall wildcard-fqdn group", "claude_eu").map((member) =>
			tables.get("firewall wildcard-fqdn custom")?.get(member)?.get("wildcard-fqdn"),
		);
		const v4 = members("firewall addrgrp", "claude_eu:bypass").map((member) =>
			tables.get("firewall address")?.get(member)?.get("subnet"),
		);
		const v6 = members("firewall addrgrp6", "claude_eu:bypass/ipv6").map((member) =>
			tables.get("firewall address6")?.get(member)?.get("ip6"),
		);
		return [names, v4, v6].map((each) => each.map((values) => values?.[0]));
	};
	const full = bypass(["*.sentry.io", "api.anthropic.com", "10.0.0.5", "[2001:db8:7::1]:8443"]);

	it("is three groups", () => {
		expect(exempt(full)).toEqual([["*.sentry.io", "api.anthropic.com"], ["10.0.0.5"], ["2001:db8:7::1/128"]]);
	});

	it.each([
		["names", ["10.0.0.5", "[2001:db8:7::1]"], [["nothing.invalid"], ["10.0.0.5"], ["2001:db8:7::1/128"]]],
		["addresses", ["*.sentry.io"], [["*.sentry.io"], ["192.0.2.1"], ["2001:db8::1/128"]]],
		["anything", [], [["nothing.invalid"], ["192.0.2.1"], ["2001:db8::1/128"]]],
	])("loses what a revision without %s does not have any more", (_, entries, left) => {
		expect(exempt(full + bypass(entries))).toEqual(left);
	});
});

describe("a script that FortiOS would read otherwise is not read by the tests' own reader", () => {
	const good = script(cases.exact);

	it.each<[string, (script: string) => string]>([
		["without an end, where fwshift reads nothing", (text) => text.replace(/end\n$/, "")],
		["with a type that is none", (text) => text.replace("set type fqdn", "set typ fqdn")],
		["with an action that is misspelt", (text) => text.replace("set action", "set acton")],
		["with a quote too many", (text) => text.replace('set fqdn "', 'set fqdn ""')],
		["with a question mark, which asks for help", (text) => text.replace("crash reports", "crash reports?")],
		["with a member that is not defined", (text) => text.replace('edit "claude_eu/api.anthropic.com"', 'edit "other"')],
	])("%s", (_, mutate) => {
		expect(mutate(good)).not.toBe(good);
		expect(() => verdictOf(runFortios(mutate(good)))).toThrow();
	});
});

describe("fwshift", () => {
	// Every case in the plainest example, and what differs most in the others.
	const read = goldenFiles("fortiGate", "fortigate.conf").filter(([name]) =>
		/^plain|\/(addresses|other-ports)\//.test(name),
	);

	it.for(read)("reads %s as it is meant", async ([name, place], { skip }) => {
		skip(whyNoFwshift !== undefined, whyNoFwshift);
		const [, title = ""] = name.split("/");
		const { rules, findings } = await readWithFwshift(readFileSync(place, "utf8"), "fortios");
		expect(findings).toEqual([]);
		expect(rules).toHaveLength(10);
		expect(openings(rules)).toEqual(expectedOf(Object.entries(cases).find(([each]) => each === title)?.[1] ?? []));
		const closing = rules.filter(({ enabled, action }) => enabled && action !== "allow");
		const [denying, last] = [name.startsWith("denying/"), name.startsWith("closing/")];
		expect(closing.map(({ name, services }) => [name.slice(-1), services])).toEqual([
			...(denying ? [["8", ["any"]]] : []),
			...(last ? [["9", ["any"]]] : []),
		]);
		if (denying) expect(closing[0]?.destinations).toContain("telemetry.example.org");
		if (last) {
			const sources = rules.filter(({ enabled }) => enabled).map((rule) => rule.sources);
			for (const each of sources)
				expect(["10.20.0.0/16", "2001:db8:20::/48"]).toEqual(expect.arrayContaining([...each]));
			expect(sources.at(-1)).toHaveLength(2);
		}
	});

	it("finds closed by a second revision what the first one opened", async ({ skip }) => {
		skip(whyNoFwshift !== undefined, whyNoFwshift);
		const before = script(["api.anthropic.com", "*.ingest.us.sentry.io", "old.example.com:8443"], { denyRest: true });
		const after = script(["*.ingest.us.sentry.io", "new.example.com"]);
		const { rules } = await readWithFwshift(before + after, "fortios");
		expect(openings(rules)).toEqual(["*.ingest.us.sentry.io tcp 443", "new.example.com tcp 443"]);
		expect(rules.filter(({ enabled }) => enabled)).toHaveLength(1);
		const emptied = await readWithFwshift(before + script([]), "fortios");
		expect(emptied.rules.filter(({ enabled }) => enabled)).toEqual([]);
	});
});

it("a second revision over the first means what it means alone", () => {
	const before = script(["api.anthropic.com", "*.sentry.io:8443", "git.example.com:22"]);
	const after = script(["*.sentry.io", "llm.example.com:4318"]);
	const [over, alone] = [before + after, after].map((text) => verdictOf(runFortios(text)));
	const hosts = ["api.anthropic.com", "o1.sentry.io", "git.example.com", "llm.example.com"];
	const probes = hosts.flatMap((host) => [22, 443, 4318, 8443].map((port) => ({ host, port })));
	for (const probe of probes) expect([probe, over?.(probe)]).toEqual([probe, alone?.(probe)]);
});

/** Entries of a case that no other one covers, with what fwshift calls their ports. */
function expectedOf(entries: readonly string[]): string[] {
	const hosts = entries.map(planned);
	return hosts
		.filter(
			({ host, port }) =>
				!hosts.some((other) => other.match === "subdomains" && other.port === port && host.endsWith(`.${other.host}`)),
		)
		.map(({ host, match, port }) => {
			const length = host.includes(":") ? "/128" : /^[\d.]+$/.test(host) ? "/32" : "";
			return `${match === "subdomains" ? "*." : ""}${host}${length} tcp ${port}`;
		})
		.sort();
}
