import { describe, expect, it } from "vitest";
import { compareHosts } from "../../src/egress/order.js";
import { type EgressHost, formatHost } from "../../src/egress/plan.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { made, refused } from "../../src/outcome.js";
import { error, warning } from "../../src/problem.js";
import { type Examinee, examine, laws, meaningLaws } from "./exam.js";
import type { Reader } from "./reader.js";

/** A block with an option that no backend has. */
const strange: object = { table: "inet" };

const limit = { most: 30, of: "hosts", source: "https://docs.example.com/limits" };

/** The least a backend can be: `allow` lines and a last `deny`. */
const plain: FirewallBackend = {
	title: "Plain",
	docs: "https://docs.example.com/plain",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: true,
	deniesHosts: false,
	inspects: false,
	quic: "not seen",
	revisions: "the file replaces the old one",
	evidence: "the vendor's page alone",
	options: {},
	examples: { plain: {} },
	render: ({ hosts }) =>
		made({ files: [{ name: "plain.txt", mediaType: "text/plain", content: rules(hosts) }], effects: [] }),
};

function rules(hosts: readonly EgressHost[]): string {
	return `${[...hosts].sort(compareHosts).map(allowLine).join("")}deny\n`;
}

function allowLine(host: EgressHost): string {
	return `allow ${formatHost(host)} ${host.port}\n`;
}

const readPlain: Reader = (files) => (probe) => {
	for (const line of (files[0]?.content ?? "").trimEnd().split("\n")) {
		const [action, name = "", port] = line.replace(/#.*/, "").split(" ");
		if (action === "deny") return "closed";
		if (action === "any") return "open";
		if (action !== "allow") throw new Error(`unknown action: ${line}`);
		const isNamed = name.startsWith("*.") ? probe.host.endsWith(name.slice(1)) : probe.host === name;
		if (isNamed && probe.port === Number(port)) return "open";
	}
	return "unlisted";
};

examine("a backend from outside the registry", plain, readPlain);

function writing(content: (hosts: readonly EgressHost[]) => string): FirewallBackend {
	return {
		...plain,
		render: ({ hosts }) =>
			made({ files: [{ name: "plain.txt", mediaType: "text/plain", content: content(hosts) }], effects: [] }),
	};
}

describe("the exam fails a backend that", () => {
	const meaning = "opens what is planned, and nothing else but what an effect admits";

	it.each<[string, FirewallBackend, keyof typeof laws | keyof typeof meaningLaws]>([
		[
			"allows everything for an empty plan",
			writing((hosts) => (hosts.length === 0 ? "any\n" : rules(hosts))),
			"opens nothing for an empty plan",
		],
		[
			"declares a denial that it does not write",
			writing((hosts) => rules(hosts).replace("deny\n", "")),
			"opens nothing for an empty plan",
		],
		["leaves a host out", writing((hosts) => rules([...hosts].sort(compareHosts).slice(1))), meaning],
		[
			"opens a name for its subdomains without saying so",
			writing((hosts) =>
				rules([
					...hosts,
					...hosts.flatMap((host) => (host.match === "subdomains" ? [{ ...host, match: "exact" as const }] : [])),
				]),
			),
			meaning,
		],
		[
			"opens every host on every port of the plan",
			writing((hosts) => rules(hosts.flatMap((host) => hosts.map(({ port }) => ({ ...host, port }))))),
			meaning,
		],
		[
			"admits widening that does not happen",
			{
				...plain,
				render: ({ hosts }) =>
					made({
						files: [{ name: "plain.txt", mediaType: "text/plain", content: rules(hosts) }],
						effects: [...hosts]
							.sort(compareHosts)
							.map(({ host, match, port }) => ({ host, match, port, kind: "widened", because: "also matches more" })),
					}),
			},
			"admits no effect that is not there",
		],
		[
			"declares subdomains that it widens",
			{ ...plain, subdomains: "includes the name itself" },
			"matches subdomains as it declares",
		],
		[
			"is silent about ports that it cannot carry",
			{ ...plain, ports: false },
			"carries ports, or says so for each host on another than 443",
		],
		[
			"keeps the order that it was given",
			writing((hosts) => `${hosts.map(allowLine).join("")}deny\n`),
			"does not depend on the order of hosts",
		],
		[
			"writes a reason into a comment",
			writing((hosts) =>
				rules(hosts).replace("deny\n", `# ${hosts.map((host) => host.reasons[0]?.because).join(" ")}\ndeny\n`),
			),
			"is not changed in meaning by the text of a reason",
		],
		[
			"writes a file outside its folder",
			{
				...plain,
				render: () => made({ files: [{ name: "../plain.txt", mediaType: "text/plain", content: "" }], effects: [] }),
			},
			"names its files once and plainly",
		],
		["refuses its own example", { ...plain, examples: { plain: strange } }, "accepts its own example"],
		[
			"refuses what no limit of the product explains",
			{ ...plain, render: () => refused(error("over-limit", [], "is too much")) },
			"refuses with an error, and nothing within its limits",
		],
		[
			"refuses with a warning alone",
			{ ...plain, limits: { hosts: limit }, render: () => refused(warning("over-limit", [], "is too much")) },
			"refuses with an error, and nothing within its limits",
		],
		[
			"has a limit without a source",
			{ ...plain, limits: { hosts: { ...limit, source: "" } } },
			"has limits with a source",
		],
	])("%s", (_, backend, name) => {
		const all: Readonly<Record<string, (examinee: Examinee, read: Reader) => void>> = { ...laws, ...meaningLaws };
		const break_ = () => {
			for (const block of Object.values(backend.examples)) all[name]?.({ backend, block }, readPlain);
		};
		expect(break_).toThrow();
	});
});
