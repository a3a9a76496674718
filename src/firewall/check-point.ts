import { isAddress } from "../host.js";
import { made, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { flag, textMatching } from "../shape/build.js";
import { type Effect, effectOn, type FirewallBackend, type RuleRequest } from "./backend.js";
import { checkPointScript, mostPorts } from "./check-point-script.js";
import { linesOf } from "./comment.js";
import { checkDeniedAbove, deniedByAddress } from "./denied-by-address.js";
import { heldForEverybody } from "./no-clients.js";
import { type PortHosts, portsOf } from "./port-hosts.js";
import { subdomainEffects } from "./subdomain-effects.js";

export interface CheckPointOptions {
	/** Access layer that the rules are in. @default "Network" */
	readonly layer?: string;
	/** Rule of that layer that these come above. @default "Cleanup rule" */
	readonly above?: string;
	/** Layer of HTTPS inspection that gets a rule to bypass planned hosts; needed where the gateway inspects. @default none */
	readonly httpsLayer?: string;
	/** Whether a last rule drops everything else of these devices. @default false */
	readonly denyRest?: boolean;
}

const limits = {
	ports: {
		most: mostPorts,
		of: "ports, each of which has a rule of its own that a later revision deletes",
		source: "https://sc1.checkpoint.com/documents/latest/APIs/",
	},
};

const name = textMatching(
	"check-point-name",
	/^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,99}$/,
	"is no name of a rule or a layer; expected letters, digits, spaces, dots, slashes, hyphens and underscores",
);

/**
 * A script of calls of the management API, which adds rules over domain objects. Each revision deletes the rules of any
 * earlier one and adds its own in their place, in one session: nothing is published, and the first call that is refused
 * ends the script. A domain object is named like its domain, so that there is one for everybody: one that others have with
 * another meaning ends the script, too.
 */
export const checkPoint: FirewallBackend<CheckPointOptions> = {
	title: "Check Point (management API)",
	docs: "https://sc1.checkpoint.com/documents/R82/WebAdminGuides/EN/CP_R82_SecurityManagement_AdminGuide/Content/Topics-SECMG/Domains.htm",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "includes the name itself",
	ports: true,
	clients: true,
	denies: "denyRest",
	deniesHosts: true,
	inspects: true,
	quic: "as the rest",
	revisions: "deletes its rules and adds them anew in one session, for one publication; objects that went stay unused",
	limits,
	options: {
		layer: { shape: name, summary: "Access layer that the rules are in.", default: "Network" },
		above: { shape: name, summary: "Rule of that layer that these come above.", default: "Cleanup rule" },
		httpsLayer: {
			shape: name,
			summary: "Layer of HTTPS inspection that gets a rule to bypass planned hosts.",
			defaultNote: "none; needed where the gateway inspects",
		},
		denyRest: {
			shape: flag,
			summary: "Whether a last rule drops everything else of these devices.",
			default: false,
		},
	},
	examples: {
		plain: {},
		clients: { clients: ["10.20.0.0/16", "192.0.2.7/32", "2001:db8:20::/48"] },
		closing: { layer: "Office Network", above: "Stealth", denyRest: true, clients: ["10.20.0.0/16"] },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
		inspecting: { inspects: true, httpsLayer: "Outbound Layer" },
	},
	render(request, options) {
		const ports = portsOf(request.hosts);
		const problems = check(request, options, ports.length);
		if (problems.length > 0) return refused(...problems);
		const below = new Set(ports.flatMap(({ topmost }) => topmost));
		return made({
			files: [
				{
					name: "checkpoint.sh",
					mediaType: "text/x-shellscript",
					content: linesOf(checkPointScript(request, options, ports, below)),
				},
			],
			effects: ports.flatMap((of) => [
				...alsoBelow(of, below),
				...subdomainEffects(of, (host) => `also matches ${host}`),
			]),
			notes: [
				...heldForEverybody(request, "everybody whose traffic the layer decides", false),
				"the rules hold addresses, so that every other name at the address of an opened host is open, too",
				"a name is one object for all rules of a management: where a revision takes along what is below it, or no longer does, rules of other deployments and groups over that name change with it",
				...deniedByAddress(request),
				...(below.size > 0
					? ["names below *. are told by reverse DNS, which may know an address by another name and up to ten labels"]
					: []),
			],
		});
	},
};

function check(request: RuleRequest, { httpsLayer, denyRest }: CheckPointOptions, ports: number): Problem[] {
	return [
		...(denyRest && !request.clients
			? [
					error(
						"no-clients",
						["denyRest"],
						"would drop what everybody sends, servers too; say clients here or for every group, or leave it out",
					),
				]
			: []),
		...checkDeniedAbove(request),
		...(request.inspects && httpsLayer === undefined
			? [error("no-layer", ["httpsLayer"], "is needed where the gateway inspects; name its layer of HTTPS inspection")]
			: []),
		...(ports > limits.ports.most
			? [error("over-limit", [], `would be ${ports} ${limits.ports.of}; at most ${limits.ports.most} are written`)]
			: []),
	];
}

/** Names that are planned for themselves here and with what is below them on another port: there is one object of a name. */
function alsoBelow({ port, alone, above }: PortHosts, below: ReadonlySet<string>): Effect[] {
	return alone
		.filter((host) => below.has(host) && !above.has(host) && !isAddress(host))
		.map((host) =>
			effectOn({ host, match: "exact", port }, "widened", "also opens what is below it, as on another port"),
		);
}
