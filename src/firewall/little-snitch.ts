import { isAddress } from "../host.js";
import { prettyJson } from "../json.js";
import { made } from "../outcome.js";
import { list, textMatching } from "../shape/build.js";
import type { FirewallBackend, RuleRequest } from "./backend.js";
import { commentOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface LittleSnitchOptions {
	/** Programs that the rules hold for, by path. @default - Claude itself, and none of its helpers */
	readonly processes?: readonly string[];
}

const claude = "/Applications/Claude.app/Contents/MacOS/Claude";

/**
 * A rule group for Little Snitch on a Mac: these programs reach planned hosts and nothing else. Hosts that are denied are
 * denied to every program. Whether a domain takes its own name along, the format's page does not say.
 */
export const littleSnitch: FirewallBackend<LittleSnitchOptions> = {
	title: "Little Snitch rule group",
	docs: "https://developer.obdev.at/resources/documentation/littlesnitch7/admin-lsrules-file-format",
	evidence: "read by the ls_rules crate",
	names: "exact",
	subdomains: "includes the name itself",
	ports: true,
	clients: false,
	denies: true,
	deniesHosts: true,
	inspects: false,
	quic: "refused",
	revisions: "a remote rule group takes what the file has; a group imported by hand is replaced by hand",
	options: {
		processes: {
			shape: list(textMatching("path", /^\/[^\p{Cc}]{1,1000}$/u, "is no path of a program; expected an absolute one"), {
				minItems: 1,
			}),
			summary: "Programs that the rules hold for, by path.",
			defaultNote: "Claude itself, and none of its helpers",
		},
	},
	examples: {
		claude: {},
		processes: { processes: [claude, "/usr/local/bin/claude"] },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render(request, { processes = [claude] }) {
		const ports = portsOf(request.hosts);
		const group = {
			name: titleOf(request),
			description: "Opens what these programs need and denies them everything else, QUIC too.",
			rules: [
				...denials(request),
				...processes.flatMap((process) => [
					...ports.flatMap((of) => openings(of, process)),
					{ action: "deny", process, remote: "any", direction: "outgoing" },
				]),
			],
		};
		return made({
			files: [{ name: "claude.lsrules", mediaType: "application/json", content: prettyJson(group) }],
			effects: ports.flatMap((of) => subdomainEffects(of, (name) => `may also match ${name} (unverified)`)),
		});
	},
};

function denials({ denied = [] }: RuleRequest): object[] {
	return denied.map((each) => ({
		action: "deny",
		process: "any",
		"remote-hosts": [each.host],
		direction: "outgoing",
		notes: denialComment(each),
	}));
}

function openings(of: PortHosts, process: string): object[] {
	const rule = (kind: string, name: string) => ({
		action: "allow",
		process,
		// Addresses are one text, names a list.
		[kind]: kind === "remote-addresses" ? name : [name],
		protocol: "tcp",
		ports: String(of.port),
		direction: "outgoing",
		notes: commentOf(of.named(name)),
	});
	return [
		...of.topmost.map((name) => rule("remote-domains", name)),
		// A domain may take its own name along, and may not.
		...of.alone.map((name) => rule(isAddress(name) ? "remote-addresses" : "remote-hosts", name)),
	];
}
