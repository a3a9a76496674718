import { describe, expect, test } from "vitest";
import type { EgressHost } from "../../src/egress/plan.js";
import type { Effect, FirewallBackend } from "../../src/firewall/backend.js";
import { ruleNotes, shortRuleNotes } from "../../src/firewall/block-rules.js";
import { firewallBackends } from "../../src/firewall/index.js";
import { renderRuleSets } from "../../src/firewall/rule-sets.js";
import { made, refused } from "../../src/outcome.js";
import { error, formatProblem, formatProblems } from "../../src/problem.js";
import { planned } from "./cases.js";

/** A backend whose effect on each host a test decides. */
function backend(effectOf: (host: EgressHost) => Pick<Effect, "kind" | "because"> | undefined): FirewallBackend {
	return {
		...firewallBackends.json,
		render: ({ hosts }) =>
			made({
				files: [{ name: "names.txt", mediaType: "text/plain", content: hosts.map(({ host }) => host).join(" ") }],
				effects: hosts.flatMap(({ host, match, port, ...rest }) => {
					const effect = effectOf({ host, match, port, ...rest });
					return effect ? [{ host, match, port, ...effect }] : [];
				}),
			}),
	};
}

const exactNames = backend(({ match }) =>
	match === "subdomains" ? { kind: "dropped", because: "has no words here" } : undefined,
);
const suffixes = backend(({ match }) =>
	match === "exact" ? { kind: "widened", because: "also matches what is below" } : undefined,
);
const backends = { ...firewallBackends, exactNames, suffixes };

function render(blocks: Readonly<Record<string, object>>, ...entries: string[]) {
	const { value = [], problems } = renderRuleSets(
		blocks,
		{ deployment: "eu", hosts: entries.map(planned) },
		{
			...backends,
			full: {
				...firewallBackends.json,
				render: () => refused(error("over-limit", ["table"], "is full; empty it")),
			},
		},
	);
	return {
		problems: problems.map(formatProblem),
		contents: Object.fromEntries(value.map(({ backend, ruleSet }) => [backend, ruleSet.files[0]?.content])),
		notes: ruleNotes(value),
	};
}

const widened =
	"warning: firewall.squid: *.sentry.io also matches sentry.io (widened); say accept: [widened] where that is meant, or leaveTo with the word of a block that is exact";
const quic = "squid: QUIC (UDP 443) does not come by here; close it for these devices elsewhere";
const narrowed =
	"warning: firewall.hosts: otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed); say accept: [narrowed] where that is meant, or leaveTo with the word of a block that is exact";

describe("effects", () => {
	test("widened and narrowed hosts are warnings, a dropped one is an error, each at its block", () => {
		expect(render({ squid: { dedicated: true }, hosts: {} }, "*.sentry.io", "otel.example.com:4318").problems).toEqual([
			narrowed,
			widened,
		]);
		expect(render({ exactNames: {} }, "*.sentry.io", "api.anthropic.com")).toEqual({
			problems: [
				"firewall.exactNames: *.sentry.io has no words here (dropped); say leaveTo with the word of a block that can express it",
			],
			contents: {},
			notes: [],
		});
	});

	test("are no warnings of a block that accepts their kind, and stay in the notes", () => {
		const { problems, notes } = render(
			{ squid: { dedicated: true, accept: ["widened"] }, hosts: { accept: ["widened"] } },
			"*.sentry.io",
			"otel.example.com:4318",
		);
		expect(problems).toEqual([narrowed]);
		expect(notes).toEqual([
			"hosts: otel.example.com:4318 is listed without its port, which needs a rule of its own (narrowed)",
			"squid: *.sentry.io also matches sentry.io (widened)",
			quic,
		]);
	});
});

describe("for people", () => {
	const hosts = ["*.sentry.io", "*.gvt1.com", "otel.example.com:4318", "api.example.com:8443"].map(planned);
	const lists = (squid: object, hostList: object) => {
		const blocks = { squid: { dedicated: true, ...squid }, hosts: hostList };
		const { value = [], problems } = renderRuleSets(blocks, { deployment: "eu", hosts }, backends);
		return { lines: formatProblems(problems), notes: shortRuleNotes(value), whole: ruleNotes(value) };
	};

	test("each block warns once of hosts that are alike, and no note says it again", () => {
		const { lines, notes, whole } = lists({}, {});
		expect(lines).toEqual([
			"warning: firewall.hosts: each of 2 hosts is listed without its port, which needs a rule of its own (narrowed): api.example.com:8443, otel.example.com:4318; say accept: [narrowed] where that is meant, or leaveTo with the word of a block that is exact",
			"warning: firewall.squid: each of 2 hosts also matches the name itself (widened): *.gvt1.com, *.sentry.io; say accept: [widened] where that is meant, or leaveTo with the word of a block that is exact",
		]);
		expect(notes).toEqual([quic]);
		// As data every host has a note.
		expect(whole).toHaveLength(5);
	});

	test("what is accepted or left is a note of all hosts that are alike", () => {
		const { lines, notes } = lists({ accept: ["widened"] }, { leaveTo: "squid" });
		expect(lines).toEqual([]);
		expect(notes).toEqual([
			"hosts: each of 2 hosts is left to squid: api.example.com:8443, otel.example.com:4318",
			"squid: each of 2 hosts also matches the name itself (widened): *.gvt1.com, *.sentry.io",
			quic,
		]);
	});
});

describe("leaveTo", () => {
	test("leaves out what the block cannot express exactly, where the other one expresses it", () => {
		expect(render({ exactNames: { leaveTo: "json" }, json: {} }, "*.sentry.io", "api.anthropic.com")).toEqual({
			problems: [],
			contents: { exactNames: "api.anthropic.com", json: expect.stringContaining("sentry.io") },
			notes: ["exactNames: *.sentry.io is left to json"],
		});
	});

	test("to a block that widens is that block's warning", () => {
		expect(render({ exactNames: { leaveTo: "squid" }, squid: { dedicated: true } }, "*.sentry.io").problems).toEqual([
			widened,
		]);
	});

	test("to a block that loses it too is an error", () => {
		const message = "is not expressed by exactNames either; choose another block";
		expect(
			render({ exactNames: { leaveTo: "json" }, hosts: { leaveTo: "exactNames" }, json: {} }, "*.a.example.com:8443")
				.problems,
		).toEqual([`firewall.hosts.leaveTo: *.a.example.com:8443 ${message}`]);
	});

	test("of a name by a resolver that denies the rest to a list that no device asks is an error", () => {
		const long = `${Array.from({ length: 4 }, () => "n".repeat(50)).join(".")}.example.com`;
		const errorsOf = (leaveTo: string) =>
			render({ rpz: { leaveTo }, [leaveTo]: { dedicated: true } }, long, "10.0.0.5").problems.filter(
				(each) => !each.startsWith("warning"),
			);
		const message = (word: string) =>
			`firewall.rpz.leaveTo: leaves ${long} to ${word}, while these rules answer no device that asks for the name; accept what they make of it, or leave it to a proxy that asks another resolver`;
		for (const word of ["json", "csv", "markdown", "hosts"]) expect(errorsOf(word)).toEqual([message(word)]);
		expect(errorsOf("squid")).toEqual([]);
	});

	test("to a block for other clients is an error, for each network that it does not open them to", () => {
		const clients = ["10.0.0.0/9", "10.128.0.0/9", "192.0.2.0/24", "2001:db8::/32"];
		const blocks = (leaveTo: string) => ({ squid: { clients, leaveTo } });
		const nftables = { clients: ["10.0.0.0/8", "2001:db8:1::/48", "192.0.2.0/25"] };
		const message = (network: string) =>
			`firewall.squid.leaveTo: leaves hosts to haproxy, which opens them to other clients and not to ${network}; name it there, too`;
		const errorsOf = (...args: Parameters<typeof render>) =>
			render(...args).problems.filter((each) => !each.startsWith("warning"));
		const haproxy = { ...firewallBackends.haproxy.examples.plain, ...nftables };
		expect(errorsOf({ ...blocks("haproxy"), haproxy }, "*.sentry.io")).toEqual([
			message("192.0.2.0/24"),
			message("2001:db8::/32"),
		]);
		expect(errorsOf({ ...blocks("haproxy"), haproxy: { ...haproxy, clients } }, "*.sentry.io")).toEqual([]);
		expect(errorsOf({ ...blocks("haproxy"), haproxy }, "api.anthropic.com")).toEqual([]);
		expect(errorsOf({ ...blocks("json"), json: {} }, "*.sentry.io")).toEqual([]);
	});

	test("from one to the other and back is an error of both", () => {
		expect(
			render({ exactNames: { leaveTo: "hosts" }, hosts: { leaveTo: "exactNames" } }, "*.a.example.com:8443").problems,
		).toEqual([
			"firewall.exactNames.leaveTo: *.a.example.com:8443 is not expressed by hosts either; choose another block",
			"firewall.hosts.leaveTo: *.a.example.com:8443 is not expressed by exactNames either; choose another block",
		]);
	});

	test("finds what only shows once another host is left out", () => {
		// Squid widens the name below only where nothing above it does.
		const { contents, notes, problems } = render(
			{ squid: { dedicated: true, leaveTo: "json" }, json: {} },
			"*.sentry.io",
			"*.us.sentry.io",
			"api.anthropic.com",
		);
		expect(problems).toEqual([]);
		expect(contents.squid).not.toContain("sentry.io");
		expect(notes).toEqual(["squid: *.sentry.io is left to json", "squid: *.us.sentry.io is left to json", quic]);
	});
});

test("a refusal is an error at its place in the block, beside the problems of other blocks", () => {
	expect(render({ full: {}, squid: { dedicated: true } }, "*.sentry.io")).toEqual({
		problems: ["firewall.full.table: is full; empty it", widened],
		contents: {},
		notes: [],
	});
});

test("a word that no backend has is an error, and nothing is rendered for it in silence", () => {
	expect(render({ drawbridge: {} }).problems).toEqual(["firewall.drawbridge: unknown firewall backend"]);
});

test("what rules open by QUIC, too, is a note", () => {
	const { value = [] } = renderRuleSets(
		{ names: {} },
		{ deployment: "eu", hosts: [] },
		{ names: { ...firewallBackends.json, quic: "passes" } },
	);
	expect(ruleNotes(value)).toEqual([
		"names: QUIC (UDP 443) passes to these hosts too, because the rules do not tell protocols apart",
	]);
});
