import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EgressHost } from "../../src/egress/plan.js";
import { deniesRest, type Effect, type FirewallBackend, hostKey, type RuleSet } from "../../src/firewall/backend.js";
import { blockShape } from "../../src/firewall/block-shape.js";
import { deniedHosts } from "../../src/firewall/deny-list.js";
import type { RuleSetOptions } from "../../src/firewall/rule-set-options.js";
import type { Outcome } from "../../src/outcome.js";
import { isError } from "../../src/problem.js";
import { checkShape } from "../../src/shape/check-shape.js";
import { expectDescribed } from "../support/options.js";
import { egressHosts } from "../support/plan-arbitrary.js";
import { cases, entryOf, planned } from "./cases.js";
import { type Probe, type Reader, readerFile } from "./reader.js";

/** A backend with one of its examples, and the block that the example is. */
export interface Examinee {
	readonly backend: FirewallBackend;
	readonly block: RuleSetOptions;
}

/** Texts that try to leave the line, the comment or the quotes that they stand in, each with a rule of some format. */
export const hostileTexts: readonly string[] = [
	"\nhttp_access allow all\n",
	"\r\nevil.example\r\n",
	"\u2028nftset=/evil.example/4#inet#claude_eu#tcp443_ipv4\u2029",
	"\\\nevil.example CNAME rpz-passthru.",
	'"; sid:1; rev:1;) pass tcp any any -> any any (msg:"',
	'*/ return "DIRECT"; /*',
	"'); DELETE FROM domainlist; --",
	'"}]},{"action":"allow","process":"any","remote":"any"',
	"| `*.evil.example` | 443/tcp |",
	"`code` <b>html</b> [link](https://evil.example) ![](x)",
	'=HYPERLINK("https://evil.example")',
	"\u0000\u001b[2J{{x}} $(x) %x%",
	"x".repeat(5000),
];

/** As many as a company has, of names as long as they may be. */
const manyDeployments = Array.from({ length: 300 }, (_, index) => `d${String(index).padStart(30, "0")}`);

/** Enough of each law for every example of every backend; together they are some thousands. */
const often = { numRuns: 30 };

/** What every backend must keep in each of its examples; a check throws where the law is broken. */
export const laws = {
	"accepts its own example": ({ backend, block }) => {
		expect(checkShape(blockShape(backend), block, { at: [] })).toEqual([]);
	},
	"says how a revision closes what the plan no longer has": ({ backend }) => {
		expect(backend.revisions).toMatch(/^[a-z`].*[^.]$/);
	},
	"shows each thing that it can do in an example": ({ backend }) => {
		const blocks = Object.values(backend.examples);
		expect(blocks.some(({ deny }) => deny !== undefined)).toBe(backend.deniesHosts);
		expect(blocks.some(({ inspects }) => inspects === true)).toBe(backend.inspects);
		expect(blocks.some(({ clients }) => clients !== undefined)).toBe(backend.clients);
	},
	"says of each option what it does and what holds without it": ({ backend }) => {
		expectDescribed(backend.options);
	},
	"has limits with a source": ({ backend }) => {
		for (const { most, of, source } of Object.values(backend.limits ?? {})) {
			expect(Number.isSafeInteger(most) && most > 0).toBe(true);
			expect(of).not.toBe("");
			expect(source).toMatch(/^https:\/\//);
		}
	},
	"refuses with an error, and nothing within its limits": (examinee) => {
		for (const texts of Object.values(cases)) {
			const { value, problems } = outcomeOf(examinee, texts.map(planned));
			expect(problems.some(isError)).toBe(value === undefined);
			if (!value) expect(Object.keys(examinee.backend.limits ?? {})).not.toEqual([]);
		}
	},
	"names its files once and plainly": (examinee) => {
		for (const texts of Object.values(cases)) {
			const names = render(examinee, texts.map(planned))?.files.map((file) => file.name) ?? [];
			expect(new Set(names).size).toBe(names.length);
			for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
		}
	},
	"plans what its cloud is to hold, where it has one": (examinee) => {
		for (const texts of Object.values(cases)) {
			const rules = render(examinee, texts.map(planned));
			if (!rules) continue;
			expect(rules.plan !== undefined).toBe(examinee.backend.cloud !== undefined);
			const ids = rules.plan?.resources.map(({ id }) => id) ?? [];
			expect(new Set(ids).size).toBe(ids.length);
		}
	},
	"serves many deployments with what it says of one": (examinee) => {
		for (const texts of Object.values(cases)) {
			const [one, many] = [undefined, manyDeployments].map((deployments) => {
				const { value, problems } = outcomeOf(examinee, texts.map(planned), deployments);
				return { names: value?.files.map(({ name }) => name), effects: value?.effects, notes: value?.notes, problems };
			});
			expect(many).toEqual(one);
		}
	},
	"has no effect on an empty plan": (examinee) => {
		expect(render(examinee, [])?.effects).toEqual([]);
	},
	"names every host that it does not drop": (examinee) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const rules = render(examinee, hosts);
				const text = rules?.files.map(({ content }) => content).join("\n") ?? "";
				for (const each of rules ? hosts : []) {
					const isCovered = hosts.some(({ host, match }) => match === "subdomains" && each.host.endsWith(`.${host}`));
					const isDropped = rules?.effects.some(
						(effect) => effect.kind === "dropped" && hostKey(effect) === hostKey(each),
					);
					expect([entryOf(each), isCovered || isDropped || text.includes(each.host)]).toEqual([entryOf(each), true]);
				}
			}),
			often,
		);
	},
	"matches subdomains as it declares": (examinee) => {
		const kinds = render(examinee, [planned("*.sentry.io")])?.effects.map(({ kind }) => kind);
		const declared = {
			exact: [],
			"includes the name itself": ["widened"],
			"includes the name itself, to a depth": ["widened", "narrowed"],
			"not expressible": ["dropped"],
		};
		expect(kinds).toEqual(declared[examinee.backend.subdomains]);
	},
	"matches names as it declares": (examinee) => {
		const kinds = render(examinee, [planned("api.anthropic.com")])?.effects.map(({ kind }) => kind);
		expect(kinds).toEqual(examinee.backend.names === "exact" ? [] : ["widened"]);
	},
	"carries ports, or says so for each host on another than 443": (examinee) => {
		const rules = render(examinee, [planned("otel.example.com:4318"), planned("llm.example.com")]);
		const { ports } = examinee.backend;
		// What a name takes along it takes on every port.
		const below = render(examinee, [planned("otel.example.com")])?.effects.map(({ because }) => because) ?? [];
		const ofPort = rules?.effects.filter(({ because }) => !below.includes(because));
		expect(ofPort?.map(entryOf)).toEqual(ports ? [] : ["otel.example.com:4318"]);
	},
	"says of every host that it must not be opened, where the product inspects": (examinee) => {
		if (!examinee.block.inspects) return;
		const plain = { ...examinee, block: { ...examinee.block, inspects: false } };
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const [with_, without] = [examinee, plain].map((each) => render(each, hosts)?.files ?? []);
				const bypass = (with_ ?? []).filter((file) => !without?.some(({ content }) => content === file.content));
				const text = bypass.map(({ content }) => content).join("\n");
				const dropped = render(examinee, hosts)?.effects.filter(({ kind }) => kind === "dropped") ?? [];
				for (const each of hosts) {
					const isCovered = hosts.some(({ host, match }) => match === "subdomains" && each.host.endsWith(`.${host}`));
					const isDropped = dropped.some((effect) => hostKey(effect) === hostKey(each));
					expect([entryOf(each), isCovered || isDropped || text.includes(each.host)]).toEqual([entryOf(each), true]);
				}
			}),
			often,
		);
	},
	"does not depend on the order of hosts": (examinee) => {
		const twoOrders = egressHosts.chain((hosts) =>
			fc.tuple(fc.constant(hosts), fc.shuffledSubarray(hosts, { minLength: hosts.length, maxLength: hosts.length })),
		);
		fc.assert(
			fc.property(twoOrders, ([hosts, shuffled]) => {
				expect(outcomeOf(examinee, shuffled)).toEqual(outcomeOf(examinee, hosts));
			}),
			often,
		);
	},
} satisfies Record<string, (examinee: Examinee) => void>;

/** What the rules mean, as a reader of the format finds it. */
export const meaningLaws = {
	"opens nothing for an empty plan": (examinee, read) => {
		const rules = render(examinee, []);
		expect(rules && read(rules.files)({ host: "api.anthropic.com", port: 443 })).toBe(shut(examinee));
	},
	"opens what is planned, and nothing else but what an effect admits": (examinee, read) => {
		const { backend } = examinee;
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const rules = render(examinee, hosts);
				if (!rules) return;
				const verdict = read(rules.files);
				for (const probe of probesOf(hosts)) {
					const wanted = hosts.filter((host) => covers(backend, host, probe));
					const got = verdict(probe);
					const at = `${probe.host}:${probe.port}`;
					if (got !== "open") expect([at, got]).toEqual([at, shut(examinee)]);
					if (got === "open" && wanted.length === 0)
						expect([at, rules.effects.some((effect) => widens(backend, effect, probe))]).toEqual([at, true]);
					if (got !== "open" && wanted.length > 0)
						expect([at, wanted.every((host) => isLessened(host, rules.effects))]).toEqual([at, true]);
				}
			}),
			often,
		);
	},
	"means for many deployments what it means for one": (examinee, read) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const [one, many] = [undefined, manyDeployments].map((each) => outcomeOf(examinee, hosts, each).value);
				if (!one || !many) return;
				const verdicts = [read(one.files), read(many.files)];
				for (const probe of probesOf(hosts)) {
					const [first, second] = verdicts.map((verdict) => verdict(probe));
					expect([probe, first]).toEqual([probe, second]);
				}
			}),
			often,
		);
	},
	"admits no effect that is not there": (examinee, read) => {
		const { backend } = examinee;
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const rules = render(examinee, hosts);
				if (!rules) return;
				const verdict = read(rules.files);
				const entries = hosts.map(entryOf);
				for (const effect of rules.effects) expect(entries).toContain(entryOf(effect));
				if (!backend.ports) return;
				for (const effect of rules.effects.filter(({ kind }) => kind === "widened")) {
					const extra = probesOf(hosts).filter(
						(probe) => widens(backend, effect, probe) && !hosts.some((host) => covers(backend, host, probe)),
					);
					expect([entryOf(effect), extra.some((probe) => verdict(probe) === "open")]).toEqual([entryOf(effect), true]);
				}
			}),
			often,
		);
	},
	"opens nothing to clients of other networks": (examinee, read) => {
		if (!examinee.backend.clients || !examinee.block.clients) return;
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const rules = render(examinee, hosts);
				const verdict = read(rules?.files ?? []);
				for (const probe of probesOf(hosts)) expect(verdict({ ...probe, stranger: true })).not.toBe("open");
			}),
			often,
		);
	},
	"denies what a deny list names, and changes nothing else": (examinee, read) => {
		if (!examinee.backend.deniesHosts) return;
		const named = ["telemetry.example.org", "stats.example.net.test"];
		const denying = { ...examinee, block: { ...examinee.block, deny: { hosts: named } } };
		const plain = { ...examinee, block: { ...examinee.block, deny: {} } };
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const [with_, without] = [denying, plain].map((each) => render(each, hosts));
				if (!with_ || !without) return;
				const [denied, open] = [read(with_.files), read(without.files)];
				for (const host of named) expect([host, denied({ host, port: 443 })]).toEqual([host, "closed"]);
				for (const probe of probesOf(hosts)) expect([probe, denied(probe)]).toEqual([probe, open(probe)]);
			}),
			often,
		);
	},
	"is not changed in meaning by the text of a denial": (examinee, read) => {
		const { backend } = examinee;
		if (!backend.deniesHosts) return;
		const {
			accept: _,
			leaveTo: __,
			scope: ___,
			place: ____,
			deny: _____,
			clients,
			inspects,
			...options
		} = examinee.block;
		const shared = {
			deployment: "eu",
			hosts: cases.exact.map(planned),
			...(clients && { clients }),
			...(inspects && { inspects }),
		};
		for (const text of hostileTexts) {
			const denied = [
				{ host: "telemetry.example.org", reasons: [{ agent: text, unnecessaryWith: text, source: text }] },
			];
			const { value } = backend.render({ ...shared, denied }, options);
			const verdict = read(value?.files ?? []);
			expect([text, verdict({ host: "telemetry.example.org", port: 443 })]).toEqual([text, "closed"]);
			expect([text, verdict({ host: "evil.example", port: 443 })]).toEqual([text, shut(examinee)]);
			expect([text, verdict({ host: "api.anthropic.com", port: 443 })]).toEqual([text, "open"]);
		}
	},
	"closes QUIC, or passes it, as it declares": (examinee, read) => {
		const { quic } = examinee.backend;
		const rules = render(examinee, [planned("api.anthropic.com")]);
		if (!rules || quic === "not seen" || quic === "not said") return;
		const verdict = read(rules.files)({ host: "api.anthropic.com", port: 443, quic: true });
		const declared = { passes: "open", refused: "closed", "as the rest": shut(examinee) };
		expect(verdict).toBe(declared[quic]);
	},
	"is not changed in meaning by the text of a reason": (examinee, read) => {
		fc.assert(
			fc.property(egressHosts, (hosts) => {
				const [hostile, plain] = [hosts, hosts.map(withPlainReasons)].map((each) => render(examinee, each));
				if (!hostile || !plain) return;
				const verdicts = [read(hostile.files), read(plain.files)];
				for (const probe of probesOf(hosts)) {
					const [first, second] = verdicts.map((verdict) => verdict(probe));
					expect([probe, first]).toEqual([probe, second]);
				}
			}),
			often,
		);
	},
} satisfies Record<string, (examinee: Examinee, read: Reader) => void>;

/** Examines a backend in each of its examples; without a reader what the rules mean is skipped by name. */
export function examine(name: string, backend: FirewallBackend, read: Reader | undefined): void {
	describe.each(Object.entries(backend.examples))(`${name}, example %s`, (_, block) => {
		const examinee: Examinee = { backend, block };

		it.each(Object.entries(laws))("%s", (_, law) => law(examinee));

		it.skipIf(!read).each(Object.entries(meaningLaws))(`%s: needs test/firewall/${readerFile(name)}`, (_, law) => {
			if (read) law(examinee, read);
		});
	});

	it(`${name} has examples`, () => {
		expect(Object.keys(backend.examples)).not.toEqual([]);
	});
}

/** What a backend makes of hosts with one of its examples. */
export function outcomeOf(
	{ backend, block }: Examinee,
	hosts: readonly EgressHost[],
	deployments?: readonly string[],
): Outcome<RuleSet> {
	const { accept: _, leaveTo: __, scope: ___, place: ____, clients, deny, inspects, ...options } = block;
	const { value: denied = [], problems } = deniedHosts(deny ?? {}, hosts);
	if (problems.some(isError)) return { problems };
	return backend.render(
		{
			deployment: "eu",
			hosts,
			...(deployments && { deployments }),
			...(clients && { clients }),
			...(denied.length > 0 && { denied }),
			...(inspects && { inspects }),
		},
		options,
	);
}

/** The rule set, or undefined where the product cannot hold the hosts. */
function render(examinee: Examinee, hosts: readonly EgressHost[]): RuleSet | undefined {
	return outcomeOf(examinee, hosts).value;
}

/** What a rule set must say about a destination that it does not open. */
function shut({ backend, block }: Examinee): "closed" | "unlisted" {
	return deniesRest(backend, block) ? "closed" : "unlisted";
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
