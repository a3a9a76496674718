import { inOrder } from "../egress/order.js";
import type { EgressHost, Reason } from "../egress/plan.js";
import { compareText, prettyJson } from "../json.js";
import { made } from "../outcome.js";
import type { FirewallBackend, NoOptions } from "./backend.js";
import type { DeniedHost } from "./denied-host.js";

/** Neutral rules for tools that no backend here writes for: names, ports and why, without prose. */
export const json: FirewallBackend<NoOptions> = {
	title: "Neutral JSON",
	docs: "https://www.rfc-editor.org/rfc/rfc8259",
	evidence: "read by JSON.parse",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: false,
	deniesHosts: true,
	inspects: false,
	quic: "not said",
	revisions: "the file replaces the old one",
	options: {},
	examples: { plain: {}, denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } } },
	render: ({ hosts, denied }) =>
		made({
			files: [
				{
					name: "rules.json",
					mediaType: "application/json",
					content: prettyJson({
						schemaVersion: 1,
						allow: inOrder(hosts).map(allow),
						...(denied && { deny: denied.map(deny) }),
					}),
				},
			],
			effects: [],
		}),
};

function allow({ host, match, port, protocol, reasons }: EgressHost) {
	return { host, match, port, protocol, reasons: reasonsOf(reasons) };
}

function deny({ host, reasons }: DeniedHost) {
	return {
		host,
		match: "exact",
		reasons: reasons.map(({ agent, unnecessaryWith, source }) => ({ agent, unnecessaryWith, source })),
	};
}

/** What asks for a host, once each; the prose stays in egress.json. */
function reasonsOf(reasons: EgressHost["reasons"]) {
	if (reasons.length === 1) return reasons.map(whatAsks);
	const byText = new Map(
		reasons.map((each) => {
			const reason = whatAsks(each);
			return [JSON.stringify(reason), reason];
		}),
	);
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}

function whatAsks({ feature, key, requirement }: Reason) {
	return { feature, key, requirement };
}
