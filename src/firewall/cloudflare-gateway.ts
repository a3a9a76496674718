import { createHash } from "node:crypto";
import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { prettyJson } from "../json.js";
import { made, refused } from "../outcome.js";
import { error, warning } from "../problem.js";
import { flag, integer, textMatching } from "../shape/build.js";
import type { FirewallBackend, RuleFile, RuleRequest } from "./backend.js";
import { allLists, type Fields, type ListSet, listSetOf, matchOf } from "./cloudflare-lists.js";
import { titleOf, titleOfOwner } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { dropNameless, showsHello } from "./nameless-ports.js";
import { ownerName } from "./owner-name.js";
import { type PlannedNames, plannedNames, portsOf } from "./port-hosts.js";

export interface CloudflareGatewayOptions {
	/** Whether the account's network policies are for these devices alone, so that they block everything else. @default false */
	readonly dedicated?: boolean;
	/** Group that the users of the devices are in, as the identity provider names it; for the rules that serve every group. */
	readonly userGroup?: string;
	/** Entries that a list of the account takes. @default 1000 */
	readonly entriesPerList?: number;
	/**
	 * Where precedences begin, of which each rule set has four of its own in the four hundred thousand that follow; a lower
	 * one goes first.
	 * @default 1000
	 */
	readonly firstPrecedence?: number;
}

const accountLimits = "https://developers.cloudflare.com/cloudflare-one/account-limits";

const limits = {
	lists: { most: 100, of: "lists in an account", source: accountLimits },
	entries: { most: 5000, of: "entries in a list, 1000 on plans below Enterprise", source: accountLimits },
};

/** Matches no traffic. */
const nothing = "net.dst.port == 0";

/**
 * Network policies of Cloudflare Gateway over lists of names: the name in a client's hello decides, exactly or as a domain,
 * whose own name is taken out again. Always the same four policies, so that replacing each of them closes what went.
 */
export const cloudflareGateway: FirewallBackend<CloudflareGatewayOptions> = {
	title: "Cloudflare Gateway",
	docs: "https://developers.cloudflare.com/cloudflare-one/traffic-policies/network-policies/",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: "dedicated",
	deniesHosts: true,
	inspects: true,
	quic: "refused",
	revisions: "`PUT` of each list and policy replaces the old one; a list that no policy names any more is deleted",
	limits,
	options: {
		dedicated: {
			shape: flag,
			summary:
				"Whether the account's network policies are for these devices alone, so that everything else is blocked.",
			default: false,
		},
		entriesPerList: {
			shape: integer({ min: 1, max: limits.entries.most }),
			summary: "Entries that a list of the account takes: 5000 on Enterprise plans.",
			default: 1000,
		},
		firstPrecedence: {
			shape: integer({ min: 0, max: 1_000_000 }),
			summary:
				"First of the four hundred thousand precedences of which each rule set has four; a lower one goes first.",
			default: 1000,
		},
		userGroup: {
			shape: textMatching(
				"group-name",
				/^[A-Za-z0-9][A-Za-z0-9 ._@-]{0,255}$/,
				"is no group name that stands in an expression; expected letters, digits, spaces, dots, dashes, underscores and @",
			),
			summary: "Group that the users of the devices are in, as the identity provider names it.",
			defaultNote: "users are not told apart",
		},
	},
	examples: {
		dedicated: { dedicated: true },
		definitions: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		"dedicated-clients": { dedicated: true, clients: ["10.20.0.0/16"] },
		users: { userGroup: "claude-users", firstPrecedence: 50 },
		"small-lists": { dedicated: true, entriesPerList: 3 },
		denying: { dedicated: true, deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
		inspecting: { dedicated: true, inspects: true },
	},
	render(request, { dedicated = false, userGroup, entriesPerList = 1000, firstPrecedence = 1000 }) {
		const { hosts, group, inspects } = request;
		const told = hosts.filter(isTold);
		const setOf = (of: PlannedNames, kind: string) =>
			listSetOf(of, `${listPrefix(request)}${kind}`, titleOf(request), entriesPerList);
		const ports = portsOf(told).map((of) => ({ port: of.port, set: setOf(of, String(of.port)) }));
		const denied = deniedSet(request, setOf);
		const bypass = setOf(plannedNames(hosts), "bypass");
		const lists = [denied, ...ports.map(({ set }) => set)].flatMap(allLists);
		const count = lists.length + (inspects ? allLists(bypass).length : 0);
		if (count > limits.lists.most) {
			const message = `would be ${count} ${limits.lists.of}; at most ${limits.lists.most} are taken`;
			return refused(error("over-limit", [], message));
		}
		const scope = scopeOf(request, dedicated, userGroup);
		const precedence = precedenceOf(request, firstPrecedence);
		const opened = ports.flatMap(({ port, set }) => {
			const match = matchOf(set, sni);
			return match === undefined ? [] : `(net.dst.port == ${port} and ${match})`;
		});
		const policies = [
			policy(scope, "hosts that are denied", "block", matchOf(denied, sni)),
			policy(scope, "QUIC", "block", 'net.protocol == "udp" and net.dst.port == 443'),
			policy(
				scope,
				"planned hosts",
				"allow",
				opened.length > 0 ? `net.protocol == "tcp" and (${opened.join(" or ")})` : undefined,
			),
			policy(scope, "everything else", "block", dedicated ? "net.dst.ip in {0.0.0.0/0 ::/0}" : undefined),
		].map((each, index) => ({ ...each, precedence: precedence + index }));
		const claims = [{ what: `precedence ${precedence}`, option: "firstPrecedence" }];
		const isIdle = !scope.isPlaced && group === undefined;
		return made(
			{
				files: [
					jsonFile("lists.json", lists),
					jsonFile("policies.json", policies),
					...(inspects ? [jsonFile("do-not-inspect.json", doNotInspect(scope, bypass))] : []),
					{ name: "IMPORT.md", mediaType: "text/markdown", content: steps(request) },
				],
				effects: dropNameless(hosts.filter((host) => !isTold(host))),
				claims,
				notes: [
					...(dedicated ? [blocksRest(precedence + 3)] : []),
					...(ports.some(({ port }) => port !== 443) ? [otherPorts] : []),
					...(inspects && !dedicated && scope.identity === "" ? [notInspectedForAll] : []),
				],
			},
			isIdle ? [opensNothing] : [],
		);
	},
};

/** Rule sets that have precedences of their own. */
const owners = 100_000;

/** The first of four: two policies of an account never have the same one. */
function precedenceOf(request: RuleRequest, first: number): number {
	const digest = createHash("sha256").update(ownerName(request, "/")).digest().readUInt32BE();
	return first + 4 * (digest % owners);
}

function blocksRest(precedence: number): string {
	return `everything else is blocked at precedence ${precedence}, so that policies which open more to the same devices must have lower ones, those of other deployments and groups too`;
}

const otherPorts =
	"hosts on other ports than 443 are open once protocol detection inspects all ports, and by TLS alone, which shows their names";

const notInspectedForAll = "what is not to be inspected is so for everybody of the account, whatever their networks";

const opensNothing = warning(
	"opens-nothing",
	[],
	"opens nothing, because its policies are not enabled; say clients, userGroup, or dedicated: true for an account of these devices alone",
);

/** Fields of network policies and of HTTP policies. */
const sni: Fields = { host: "net.sni.host", domains: "net.sni.domains", address: "net.dst.ip" };
const http: Fields = { host: "http.request.host", domains: "http.request.domains" };

/** Whether a policy can tell a host: plain http shows no name to a network policy. */
function isTold(host: EgressHost): boolean {
	return isAddress(host.host) || showsHello(host);
}

/** A dot separates, because neither deployments nor groups have one in their names. */
function listPrefix(request: RuleRequest): string {
	return `claude-${ownerName(request, ".")}-`;
}

function deniedSet(request: RuleRequest, setOf: (of: PlannedNames, kind: string) => ListSet): ListSet {
	const comments = new Map((request.denied ?? []).map((each) => [each.host, denialComment(each)]));
	const set = setOf({ ...plannedNames([]), alone: [...comments.keys()] }, "denied");
	const exact = set.exact.map((list) => ({
		...list,
		items: list.items.map(({ value }) => ({ value, description: comments.get(value) ?? "" })),
	}));
	return { ...set, exact };
}

/** Whose traffic policies are for. */
interface PolicyScope {
	readonly title: string;
	/** Whether anything says whose; without, a policy would hold for the whole account. */
	readonly isPlaced: boolean;
	/** Of the traffic, besides what a policy matches. */
	readonly clients: readonly string[] | undefined;
	readonly identity: string;
}

function scopeOf(request: RuleRequest, dedicated: boolean, userGroup: string | undefined): PolicyScope {
	const users = request.group === undefined ? userGroup : undefined;
	return {
		title: titleOfOwner(request),
		isPlaced: dedicated || request.clients !== undefined || users !== undefined,
		clients: request.clients,
		identity: users === undefined ? "" : `any(identity.groups.name[*] in {"${users}"})`,
	};
}

/** A policy; one that has nothing to match is there all the same and not enabled, so that it takes an earlier one's place. */
function policy(scope: PolicyScope, role: string, action: string, match: string | undefined) {
	const from = scope.clients ? `net.src.ip in {${scope.clients.join(" ")}} and ` : "";
	return {
		name: `${scope.title}: ${role}`,
		action,
		enabled: scope.isPlaced && match !== undefined,
		filters: ["l4"],
		traffic: match === undefined ? nothing : `${from}${match}`,
		identity: scope.identity,
	};
}

/** https://developers.cloudflare.com/cloudflare-one/traffic-policies/http-policies/#do-not-inspect goes by the client's hello. */
function doNotInspect(scope: PolicyScope, bypass: ListSet) {
	const match = matchOf(bypass, http);
	return {
		lists: [...bypass.exact, ...bypass.below],
		policy: {
			name: `${scope.title}: not inspected`,
			action: "off",
			enabled: scope.isPlaced && match !== undefined,
			filters: ["http"],
			traffic: match ?? 'http.request.host == ""',
			identity: scope.identity,
		},
		// No hello names them, so that no policy can.
		inspected: bypass.addresses.flatMap(({ items }) => items.map(({ value }) => value)),
	};
}

function jsonFile(name: string, value: unknown): RuleFile {
	return { name, mediaType: "application/json", content: prettyJson(value) };
}

function steps(request: RuleRequest): string {
	const lists = `\`${listPrefix(request)}\``;
	const api = "https://api.cloudflare.com/client/v4/accounts/<account>/gateway";
	return `# ${titleOf(request)}

Below ${api}:

1. Put each list of \`lists.json\` in place: \`POST .../lists\` creates it, \`PUT .../lists/<id>\` with all of its items
   replaces the one of that name.
2. In the policies of \`policies.json\` write the UUID of a list for its name, as \`$<UUID>\` without the angle brackets, and put
   each in place: \`POST .../rules\` creates it, \`PUT .../rules/<id>\` replaces the one of that name. All of them, also those that
   are not enabled: they take the place of what an earlier revision had there.
3. Delete every list whose name begins with ${lists} and that no policy names any more.
${
	request.inspects
		? `4. Do the same with the lists and the policy of \`do-not-inspect.json\`. Addresses below \`inspected\` are opened all the same,
   because a policy goes by the name in a hello.
`
		: `4. Delete the policy \`${titleOfOwner(request)}: not inspected\` where an earlier revision has left it.
`
}
Policies see what the Cloudflare One Client or a tunnel brings, with the proxy for TCP and UDP turned on.
`;
}
