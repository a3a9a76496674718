import { compareHosts } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { compareText, prettyJson } from "../json.js";
import { made } from "../outcome.js";
import type { FirewallBackend } from "./backend.js";

type Options = Record<never, never>;

/** Neutral rules for tools that no backend here writes for: names, ports and why, without prose. */
export const json: FirewallBackend<Options> = {
	title: "Neutral JSON",
	docs: "https://www.rfc-editor.org/rfc/rfc8259",
	evidence: "read by JSON.parse",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: false,
	options: {},
	examples: { plain: {} },
	render: ({ hosts }) =>
		made({
			files: [
				{
					name: "rules.json",
					mediaType: "application/json",
					content: prettyJson({ schemaVersion: 1, allow: [...hosts].sort(compareHosts).map(allow) }),
				},
			],
			effects: [],
		}),
};

function allow({ host, match, port, protocol, reasons }: EgressHost) {
	return { host, match, port, protocol, reasons: reasonsOf(reasons) };
}

/** What asks for a host, once each; the prose stays in egress.json. */
function reasonsOf(reasons: EgressHost["reasons"]) {
	const byText = new Map(
		reasons.map(({ feature, key, requirement }) => {
			const reason = { feature, key, requirement };
			return [JSON.stringify(reason), reason];
		}),
	);
	return [...byText].sort(([a], [b]) => compareText(a, b)).map(([, reason]) => reason);
}
