import { compareHosts } from "../../src/egress/order.js";
import { formatHost } from "../../src/egress/plan.js";
import type { FirewallBackend, RuleFile } from "../../src/firewall/backend.js";
import { made, refused } from "../../src/outcome.js";
import { error } from "../../src/problem.js";
import { words } from "../../src/shape/build.js";

interface Options {
	readonly moat?: "wet" | "dry";
}

const limits = { hosts: { most: 30, of: "hosts", source: "https://example.com/drawbridge/limits" } };

/** A firewall of two files that holds thirty hosts, and that no other file knows of. */
export const drawbridge: FirewallBackend<Options> = {
	title: "Drawbridge",
	docs: "https://example.com/drawbridge",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: false,
	denies: true,
	deniesHosts: false,
	inspects: false,
	quic: "not said",
	revisions: "the files replace the old ones",
	limits,
	options: { moat: { shape: words(["wet", "dry"]), summary: "What is below the bridge.", default: "dry" } },
	examples: { dry: {}, wet: { moat: "wet", accept: ["widened"] } },
	render({ hosts, deployment, group }, { moat = "dry" }) {
		const { most, of } = limits.hosts;
		if (hosts.length > most) {
			return refused(error("over-limit", [], `would hold ${hosts.length} ${of}; Drawbridge holds at most ${most}`));
		}
		const lines = [...hosts].sort(compareHosts).map((host) => `${formatHost(host)} ${host.port}\n`);
		return made({
			files: [
				{ name: "bridge.txt", mediaType: "text/plain", content: lines.join("") },
				{ name: "moat.txt", mediaType: "text/plain", content: `${moat} for ${group ?? deployment}\n` },
			],
			effects: [],
		});
	},
};

export function readDrawbridge(files: readonly RuleFile[]) {
	const lines = files.find(({ name }) => name === "bridge.txt")?.content.split("\n") ?? [];
	const rules = lines.filter((line) => line !== "").map((line) => line.split(" "));
	return ({ host, port }: { readonly host: string; readonly port: number }) => {
		const isOpen = rules.some(([name = "", number]) => {
			const isNamed = name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
			return isNamed && Number(number) === port;
		});
		return isOpen ? "open" : "closed";
	};
}
