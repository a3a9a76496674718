import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EgressHost } from "../../src/egress/plan.js";
import type { Effect, FirewallBackend, RuleSet } from "../../src/firewall/backend.js";
import { egressHosts } from "../support/plan-arbitrary.js";
import { cases, entryOf, planned } from "./cases.js";
import type { Matcher, Probe } from "./matchers.js";

type Law = (backend: FirewallBackend, matcher: Matcher) => void;

/** What every backend must keep, one check each; a check throws where the law is broken. */
export const laws = {
	"accepts its own example": (backend) => {
		expect(backend.options.parse(backend.example)).toEqual(backend.example);
	},
	"names its files once and plainly": (backend) => {
		for (const texts of Object.values(cases)) {
			const names = render(backend, texts.map(planned)).files.map((file) => file.name);
			expect(new Set(names).size).toBe(names.length);
			for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
		}
	},
	"opens nothing for an empty plan": (backend, matcher) => {
		const { files, effects } = render(backend, []);
		expect(matcher(files)({ host: "api.anthropic.com", port: 443 })).toBe(shut(backend));
		expect(effects).toEqual([]);
	},
	"opens what is planned, and nothing else but what an effect admits": (backend, matcher) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const { files, effects } = render(backend, hosts);
				const verdict = matcher(files);
				for (const probe of probesOf(hosts)) {
					const wanted = hosts.filter((host) => covers(backend, host, probe));
					const got = verdict(probe);
					const at = `${probe.host}:${probe.port}`;
					if (got !== "open") expect([at, got]).toEqual([at, shut(backend)]);
					if (got === "open" && wanted.length === 0)
						expect([at, effects.some((effect) => widens(backend, effect, probe))]).toEqual([at, true]);
					if (got !== "open" && wanted.length > 0)
						expect([at, wanted.every((host) => isLessened(host, effects))]).toEqual([at, true]);
				}
			}),
		);
	},
	"admits no effect that is not there": (backend, matcher) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const { files, effects } = render(backend, hosts);
				const verdict = matcher(files);
				const entries = hosts.map(entryOf);
				for (const effect of effects) expect(entries).toContain(entryOf(effect));
				if (!backend.ports) return;
				for (const effect of effects.filter(({ kind }) => kind === "widened")) {
					const extra = probesOf(hosts).filter(
						(probe) => widens(backend, effect, probe) && !hosts.some((host) => covers(backend, host, probe)),
					);
					expect([entryOf(effect), extra.some((probe) => verdict(probe) === "open")]).toEqual([entryOf(effect), true]);
				}
			}),
		);
	},
	"matches subdomains as it declares": (backend) => {
		const kinds = render(backend, [planned("*.sentry.io")]).effects.map(({ kind }) => kind);
		const declared = { exact: [], "includes the name itself": ["widened"], "not expressible": ["dropped"] };
		expect(kinds).toEqual(declared[backend.subdomains]);
	},
	"carries ports, or says so for each host on another than 443": (backend) => {
		const { effects } = render(backend, [planned("otel.example.com:4318"), planned("llm.example.com")]);
		expect(effects.map(entryOf)).toEqual(backend.ports ? [] : ["otel.example.com:4318"]);
	},
	"does not depend on the order of hosts": (backend) => {
		const twoOrders = egressHosts.chain((hosts) =>
			fc.tuple(fc.constant(hosts), fc.shuffledSubarray(hosts, { minLength: hosts.length, maxLength: hosts.length })),
		);
		fc.assert(
			fc.property(twoOrders, ([hosts, shuffled]) => {
				expect(render(backend, shuffled)).toEqual(render(backend, hosts));
			}),
		);
	},
	"is not changed in meaning by the text of a reason": (backend, matcher) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const hostile = matcher(render(backend, hosts).files);
				const plain = matcher(render(backend, hosts.map(withPlainReasons)).files);
				for (const probe of probesOf(hosts)) expect([probe, hostile(probe)]).toEqual([probe, plain(probe)]);
			}),
		);
	},
} satisfies Record<string, Law>;

/** Examines a backend, whose output `matcher` reads. */
export function examine(name: string, backend: FirewallBackend, matcher: Matcher): void {
	describe(name, () => {
		it.each(Object.entries<Law>(laws))("%s", (_, law) => law(backend, matcher));
	});
}

function render(backend: FirewallBackend, hosts: readonly EgressHost[]): RuleSet {
	return backend.render(hosts, backend.example);
}

/** What a rule set must say about a destination that it does not open. */
function shut(backend: FirewallBackend): "closed" | "unlisted" {
	return backend.denies ? "closed" : "unlisted";
}

/** Whether an entry of the plan means a destination; ports count only where the rules carry them. */
function covers(backend: FirewallBackend, entry: EgressHost, probe: Probe): boolean {
	if (backend.ports && entry.port !== probe.port) return false;
	return entry.match === "exact" ? probe.host === entry.host : probe.host.endsWith(`.${entry.host}`);
}

/** Whether an effect admits a destination: the name of a `*.`, or what lies below an exact name. */
function widens(backend: FirewallBackend, effect: Effect, probe: Probe): boolean {
	if (effect.kind !== "widened" || (backend.ports && effect.port !== probe.port)) return false;
	return effect.match === "subdomains" ? probe.host === effect.host : probe.host.endsWith(`.${effect.host}`);
}

function isLessened(entry: EgressHost, effects: readonly Effect[]): boolean {
	return effects.some((effect) => effect.kind !== "widened" && entryOf(effect) === entryOf(entry));
}

/** Around every planned name: itself, below, above, beside, and every port of the plan. */
function probesOf(hosts: readonly EgressHost[]): Probe[] {
	const around = hosts.flatMap(({ host }) => [
		host,
		`sub.${host}`,
		`two.labels.${host}`,
		`x${host}`,
		`${host}.evil.example`,
		host.replace(/^[^.]+\./, ""),
	]);
	const names = new Set([...around, "evil.example", "sub.evil.example", "10.9.9.9"]);
	const ports = new Set([443, 80, 9999, ...hosts.map(({ port }) => port)]);
	return [...names].flatMap((host) => [...ports].map((port) => ({ host, port })));
}

function withPlainReasons(host: EgressHost): EgressHost {
	return { ...host, reasons: planned("example.com").reasons };
}
