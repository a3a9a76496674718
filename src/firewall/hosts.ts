import { compareHosts, hostLines } from "../egress/order.js";
import { members } from "../schema.js";
import type { FirewallBackend } from "./backend.js";

type Options = Record<string, never>;

/** The allow-list itself, for whatever reads one name per line. */
export const hosts: FirewallBackend<Options> = {
	title: "Plain host list",
	docs: "https://claude.com/docs/third-party/claude-desktop/telemetry",
	subdomains: "exact",
	ports: false,
	denies: false,
	options: members({}),
	example: {},
	render: (planned) => ({
		files: [{ name: "hosts.txt", mediaType: "text/plain", content: hostLines(planned) }],
		effects: [...planned]
			.sort(compareHosts)
			.filter(({ port }) => port !== 443)
			.map(({ host, match, port }) => ({
				host,
				match,
				port,
				kind: "narrowed",
				because: "is listed without its port, which needs a rule of its own",
			})),
	}),
};
