import { formatAddress } from "../egress/plan.js";
import { made, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { flag, list, textMatching } from "../shape/build.js";
import { type Effect, effectOn, type FirewallBackend, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { showsName } from "./nameless-ports.js";
import { heldForEverybody } from "./no-clients.js";
import { ownerName } from "./owner-name.js";
import type { PanOsPlace } from "./pan-os-cli.js";
import { definitions, listFile, longestEntry, mostPorts, panOsPorts, prefixOf, removal } from "./pan-os-rules.js";
import { portsOf } from "./port-hosts.js";

export interface PanOsOptions {
	/** Zones that devices are in. */
	readonly sourceZones: readonly string[];
	/** Zones that lead to the internet. */
	readonly destinationZones: readonly string[];
	/** Virtual system that the rules are for. @default - the firewall has one alone */
	readonly vsys?: string;
	/** Device group of Panorama, whose pre-rules these are. @default - they are a firewall's own */
	readonly deviceGroup?: string;
	/** Rule of your own that these come before. @default - they come last */
	readonly before?: string;
	/** Folder of a web server with the lists beside the commands, ending in a slash. @default - the commands hold the hosts */
	readonly listUrl?: string;
	/** Whether a last rule denies these devices everything else. @default false */
	readonly denyRest?: boolean;
}

const limits = {
	entry: {
		most: longestEntry,
		of: "characters in an entry of a list",
		source:
			"https://docs.paloaltonetworks.com/cloud-ngfw/aws/cloud-ngfw-on-aws/rules-and-rulestacks/cloud-ngfw-security-rule-objects/create-a-custom-url-category-for-cloud-ngfw-on-aws",
	},
	listEntries: {
		most: 50_000,
		of: "entries of external lists",
		source:
			"https://docs.paloaltonetworks.com/pan-os/7-1/pan-os-web-interface-help/objects/objects-external-dynamic-lists.html",
	},
	ports: {
		most: mostPorts,
		of: "ports, each of which has names of its own that a later revision removes",
		source:
			"https://docs.paloaltonetworks.com/pan-os/7-1/pan-os-web-interface-help/objects/objects-external-dynamic-lists.html",
	},
};

const name = textMatching(
	"pan-os-name",
	/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/,
	"is no name of PAN-OS; expected up to 63 letters, digits, spaces, dots, hyphens and underscores",
);

/**
 * Rules for a firewall of Palo Alto Networks, or for Panorama: a custom URL category or an external dynamic list for each
 * port tells planned names by the client's hello. `set` only adds, so that the commands first delete all that any revision
 * of theirs may have defined; nothing holds before the commit.
 */
export const panOs: FirewallBackend<PanOsOptions> = {
	title: "PAN-OS (set commands)",
	docs: "https://docs.paloaltonetworks.com/advanced-url-filtering/administration/create-a-custom-url-category-pan-os",
	evidence: "read by fwshift, which does not match names",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: "denyRest",
	deniesHosts: true,
	inspects: true,
	quic: "as the rest",
	revisions:
		"deletes its rules and lists before it sets them, for one commit; external lists replace what they held, and addresses that went stay as objects alone",
	limits,
	options: {
		sourceZones: { shape: list(name, { minItems: 1 }), summary: "Zones that devices are in.", required: true },
		destinationZones: {
			shape: list(name, { minItems: 1 }),
			summary: "Zones that lead to the internet.",
			required: true,
		},
		vsys: { shape: name, summary: "Virtual system that the rules are for.", defaultNote: "the firewall has one alone" },
		deviceGroup: {
			shape: name,
			summary: "Device group of Panorama, whose pre-rules these are.",
			defaultNote: "they are a firewall's own",
		},
		before: { shape: name, summary: "Rule of your own that these come before.", defaultNote: "they come last" },
		listUrl: {
			shape: textMatching(
				"list-url",
				/^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?\/([A-Za-z0-9._~-]+\/)*$/,
				"is no folder of a web server; expected such as https://lists.example.com/claude/",
			),
			summary: "Folder of a web server with the lists beside the commands, ending in a slash.",
			defaultNote: "the commands hold the hosts",
		},
		denyRest: {
			shape: flag,
			summary: "Whether a last rule denies these devices everything else.",
			default: false,
		},
	},
	examples: {
		plain: { sourceZones: ["trust"], destinationZones: ["untrust"] },
		clients: {
			sourceZones: ["trust"],
			destinationZones: ["untrust"],
			clients: ["10.20.0.0/16", "2001:db8:20::/48"],
			before: "office out",
		},
		lists: {
			sourceZones: ["trust"],
			destinationZones: ["untrust"],
			listUrl: "https://lists.example.com/claude/",
			vsys: "vsys2",
		},
		closing: {
			sourceZones: ["claude", "claude wifi"],
			destinationZones: ["untrust"],
			deviceGroup: "Offices",
			denyRest: true,
		},
		denying: {
			sourceZones: ["trust"],
			destinationZones: ["untrust"],
			deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] },
		},
		inspecting: { sourceZones: ["trust"], destinationZones: ["untrust"], inspects: true },
	},
	render(request, options) {
		const dropped = request.hosts.flatMap((host) => {
			const because = whyDropped(host);
			return because === undefined ? [] : [effectOn(host, "dropped", because)];
		});
		const hosts = request.hosts.filter((host) => whyDropped(host) === undefined);
		const ports = panOsPorts(hosts);
		const problems = check(options, ports);
		if (problems.length > 0) return refused(...problems);
		const prefix = prefixOf(`claude_${ownerName(request, "_")}`);
		const place = placeOf(options);
		const kept = { ...request, hosts };
		const text = (name: string, lines: readonly string[]) => ({
			name,
			mediaType: "text/plain",
			content: linesOf(lines),
		});
		return made({
			files: [
				text("panos.txt", [...removal(prefix, place), ...definitions(request, options, prefix, place, ports)]),
				...(options.listUrl === undefined
					? []
					: ports
							.filter(({ entries }) => entries.length > 0)
							.map(({ port, entries }) => text(listFile(prefix, port), entries))),
				text("reasons.txt", reasons(kept)),
			],
			effects: sorted(dropped),
			notes: [
				...heldForEverybody(request, "everybody in the source zones", options.denyRest ?? false),
				"a connection to any address on these ports begins before its name is seen, and ends where that is not planned",
				...(options.before === undefined
					? [
							"the rules come last at every revision, so that one of yours above that denies this traffic decides; name it in before",
						]
					: []),
				...(ports.some(({ resolved }) => resolved.length > 0)
					? [
							"rules for what shows no name, such as SSH, hold the addresses of its hosts, so that every other name there is open on that port, too",
						]
					: []),
				...(ports.some(({ port, entries }) => entries.length > 0 && port !== 443 && port !== 80)
					? ["TLS shows a name without its port; whether plain http on such a port matches is unverified"]
					: []),
			],
		});
	},
};

function whyDropped(host: RuleRequest["hosts"][number]): string | undefined {
	if (host.match === "exact" || showsName(host)) return undefined;
	return `is reached on port ${host.port}, where no TLS hello shows a name, and an address object takes none with *.`;
}

function sorted(effects: readonly Effect[]): Effect[] {
	const keyed = effects.map((effect) => ({ effect, key: formatAddress(effect) }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ effect }) => effect);
}

function check(options: PanOsOptions, ports: ReturnType<typeof panOsPorts>): Problem[] {
	const over = (limit: (typeof limits)["ports"], count: number) =>
		count > limit.most
			? [error("over-limit", [], `would be ${count} ${limit.of}; at most ${limit.most} are written`)]
			: [];
	const listed = ports.reduce((sum, { entries }) => sum + entries.length, 0);
	return [
		...(options.vsys !== undefined && options.deviceGroup !== undefined
			? [error("one-place", ["vsys"], "is for a firewall's own rules; leave it out beside deviceGroup, or that one")]
			: []),
		...over(limits.ports, ports.length),
		...(options.listUrl === undefined ? [] : over(limits.listEntries, listed)),
	];
}

function placeOf({ vsys, deviceGroup }: PanOsOptions): PanOsPlace {
	if (deviceGroup !== undefined) {
		const objects = ["device-group", deviceGroup];
		return { objects, rulebase: [...objects, "pre-rulebase"] };
	}
	const objects = vsys === undefined ? [] : ["vsys", vsys];
	return { objects, rulebase: [...objects, "rulebase"] };
}

/** Why each entry is there: neither commands nor lists take comments. */
function reasons(request: RuleRequest): string[] {
	return [
		`${titleOf(request)}.`,
		...(request.denied ?? []).map((each) => `denied ${each.host}: ${denialComment(each)}`),
		...portsOf(request.hosts).flatMap((of) =>
			[...of.topmost.map((host) => ["*.", host] as const), ...of.alone.map((host) => ["", host] as const)].map(
				([star, host]) => `${of.port} ${star}${host}: ${commentOf(of.named(host))}`,
			),
		),
	];
}
