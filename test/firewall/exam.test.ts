import { describe, expect, it } from "vitest";
import { compareHosts } from "../../src/egress/order.js";
import { type EgressHost, formatHost } from "../../src/egress/plan.js";
import type { FirewallBackend } from "../../src/firewall/backend.js";
import { members } from "../../src/schema.js";
import { examine, laws } from "./exam.js";
import type { Matcher } from "./matchers.js";

/** The least a backend can be: `allow` lines and a last `deny`. */
const plain: FirewallBackend = {
	title: "Plain",
	docs: "https://docs.example.com/plain",
	subdomains: "exact",
	ports: true,
	denies: true,
	options: members({}),
	example: {},
	render: (hosts) => ({ files: [{ name: "plain.txt", mediaType: "text/plain", content: rules(hosts) }], effects: [] }),
};

function rules(hosts: readonly EgressHost[]): string {
	return `${[...hosts].sort(compareHosts).map(allowLine).join("")}deny\n`;
}

function allowLine(host: EgressHost): string {
	return `allow ${formatHost(host)} ${host.port}\n`;
}

const readPlain: Matcher = (files) => (probe) => {
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
		render: (hosts) => ({
			files: [{ name: "plain.txt", mediaType: "text/plain", content: content(hosts) }],
			effects: [],
		}),
	};
}

describe("the exam fails a backend that", () => {
	const meaning = "opens what is planned, and nothing else but what an effect admits";

	it.each<[string, FirewallBackend, keyof typeof laws]>([
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
				render: (hosts, options) => ({
					...plain.render(hosts, options),
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
				render: () => ({ files: [{ name: "../plain.txt", mediaType: "text/plain", content: "" }], effects: [] }),
			},
			"names its files once and plainly",
		],
		["refuses its own example", { ...plain, example: { table: "inet" } }, "accepts its own example"],
	])("%s", (_, backend, law) => {
		expect(() => laws[law](backend, readPlain)).toThrow();
	});
});
