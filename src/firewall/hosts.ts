import { hostLines, inOrder } from "../egress/order.js";
import { made } from "../outcome.js";
import { effectOn, type FirewallBackend, type NoOptions } from "./backend.js";

/** The allow-list itself, for whatever reads one name per line. */
export const hosts: FirewallBackend<NoOptions> = {
	title: "Plain host list",
	docs: "https://claude.com/docs/third-party/claude-desktop/telemetry",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "exact",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: false,
	inspects: false,
	quic: "not said",
	revisions: "the file replaces the old one",
	options: {},
	examples: { plain: {} },
	render: ({ hosts: planned }) =>
		made({
			files: [{ name: "hosts.txt", mediaType: "text/plain", content: hostLines(planned) }],
			effects: inOrder(planned)
				.filter(({ port }) => port !== 443)
				.map((host) => effectOn(host, "narrowed", "is listed without its port, which needs a rule of its own")),
		}),
};
