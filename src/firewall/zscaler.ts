import { inOrder } from "../egress/order.js";
import { type EgressHost, formatAddress } from "../egress/plan.js";
import { isAddress } from "../host.js";
import { prettyJson } from "../json.js";
import { made, refused } from "../outcome.js";
import { error } from "../problem.js";
import { flag } from "../shape/build.js";
import { type Effect, effectOn, type FirewallBackend, type RuleFile, type RuleRequest } from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { showsName } from "./nameless-ports.js";
import { ownerName } from "./owner-name.js";
import { ancestorsOf, type PlannedNames, plannedNames } from "./port-hosts.js";
import { portlessEffects } from "./portless-effects.js";

export interface ZscalerOptions {
	/**
	 * Whether hosts also stay in the predefined categories that they are in, so that policies over those hold for them,
	 * too. @default false
	 */
	readonly retainParentCategory?: boolean;
}

/** The page of the vendor's own provider, which has the limits of the API in the descriptions of its members. */
const members = "https://www.pulumi.com/registry/packages/zia/api-docs/urlcategories";

const limits = {
	urls: { most: 25_000, of: "URLs in all custom categories of an organization", source: members },
	addresses: { most: 2000, of: "IP ranges in all custom categories of an organization", source: members },
};

/** How many labels below a name with a leading dot are matched. */
const depth = 5;

/**
 * Custom URL categories of Zscaler Internet Access, over which policies are made. A name with a leading dot stands for itself and
 * five labels below it, any other for itself alone, whatever the port. A single URL in another form refuses all of them.
 */
export const zscaler: FirewallBackend<ZscalerOptions> = {
	title: "Zscaler custom URL category",
	docs: "https://help.zscaler.com/zia/url-format-guidelines",
	evidence: "the vendor's page alone",
	names: "exact",
	subdomains: "includes the name itself, to a depth",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: true,
	inspects: true,
	quic: "not seen",
	revisions: "`PUT` of the whole category replaces the old one",
	limits,
	options: {
		retainParentCategory: {
			shape: flag,
			summary: "Whether hosts also stay in the predefined categories that they are in.",
			default: false,
		},
	},
	examples: {
		plain: {},
		retaining: { retainParentCategory: true },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
		inspecting: { inspects: true },
	},
	render(request, { retainParentCategory = false }) {
		const dropped = inOrder(request.hosts).flatMap((host) => dropEffect(host) ?? []);
		const lost = new Set(dropped.map(({ host }) => host));
		const hosts = request.hosts.filter(({ host }) => !lost.has(host));
		const all = plannedNames(hosts);
		const urls = urlsOf(all);
		const addresses = all.alone.filter(isAddress);
		const denied = (request.denied ?? []).map(({ host }) => host);
		const beyond = [
			{ count: urls.length + denied.length, limit: limits.urls },
			{ count: addresses.length, limit: limits.addresses },
		].filter(({ count, limit }) => count > limit.most);
		if (beyond.length > 0) {
			const problems = beyond.map(({ count, limit }) =>
				error("over-limit", [], `would be ${count} ${limit.of}; at most ${limit.most} are taken`),
			);
			return refused(...problems);
		}
		const category = (kind: "planned" | "denied", body: object) =>
			prettyJson({
				configuredName: nameOf(request, kind),
				description: `${titleOf(request)}: hosts that are ${kind}`,
				customCategory: true,
				superCategory: "USER_DEFINED",
				type: "URL_CATEGORY",
				...body,
			});
		const planned = retainParentCategory
			? { urls: [], dbCategorizedUrls: urls, keywords: [], ipRanges: addresses }
			: { urls, dbCategorizedUrls: [], keywords: [], ipRanges: addresses };
		return made({
			files: [
				jsonFile("allow-category.json", category("planned", planned)),
				...(denied.length > 0
					? [
							jsonFile(
								"deny-category.json",
								category("denied", { urls: denied, dbCategorizedUrls: [], keywords: [], ipRanges: [] }),
							),
						]
					: []),
				...(request.inspects
					? [
							{
								name: "do-not-inspect.txt",
								mediaType: "text/plain",
								content: linesOf([...urls, ...addresses]),
							},
						]
					: []),
				{ name: "IMPORT.md", mediaType: "text/markdown", content: steps(request, denied.length > 0) },
			],
			effects: [...dropped, ...effectsOf(hosts, all)],
			notes: [...notesOf(urls.length > 0 && !retainParentCategory, addresses.length > 0), ...unseen(hosts)],
		});
	},
};

/** What the form of a URL forbids. */
function dropEffect(host: EgressHost): Effect | undefined {
	const drop = (because: string) => effectOn(host, "dropped", because);
	if (isAddress(host.host)) {
		return host.host.includes(":") ? drop("is an address of IPv6, which no category takes") : undefined;
	}
	const labels = host.host.split(".");
	if (labels.length < 2) return drop("has no domain, which every URL of a category must have");
	if (labels.includes("_")) return drop("has a label that is an underscore alone, which no URL of a category may");
	// What has no subdomain may have one in its domain.
	const isDomain = labels.length === 2 && host.match === "exact";
	const strict = isDomain ? labels.slice(-1) : labels.slice(-2);
	return strict.some((label) => label.includes("_"))
		? drop("has an underscore in its domain, which no URL of a category may")
		: undefined;
}

/** What lies below a name is covered by it to a depth alone, and the name itself always. */
function urlsOf({ above, exact }: PlannedNames): string[] {
	const isCovered = (name: string) =>
		above.has(name) ||
		ancestorsOf(name)
			.slice(0, depth)
			.some((ancestor) => above.has(ancestor));
	const alone = [...exact].filter((name) => !isAddress(name) && !isCovered(name));
	return [...[...above].sort().map((name) => `.${name}`), ...alone.sort()];
}

function effectsOf(hosts: readonly EgressHost[], all: PlannedNames): Effect[] {
	const widened = portlessEffects(hosts, all, {
		itself: (name) => `also matches ${name}`,
		ports: "is matched whatever the port",
	});
	const narrowed = inOrder(hosts)
		.filter(({ match }) => match === "subdomains")
		.map((host) => effectOn(host, "narrowed", "is matched to five labels below it, and no further"));
	return [...widened, ...narrowed];
}

function notesOf(movesUrls: boolean, hasAddresses: boolean): string[] {
	return [
		...(movesUrls
			? [
					"hosts leave the predefined categories that they are in, for every policy; say retainParentCategory: true to leave them there, too",
				]
			: []),
		...(hasAddresses ? ["IP ranges in a category need an option that Zscaler enables for an organization"] : []),
	];
}

/** A category names such a host all the same. */
function unseen(hosts: readonly EgressHost[]): string[] {
	const named = inOrder(hosts).filter((host) => !isAddress(host.host) && !showsName(host));
	if (named.length === 0) return [];
	return [
		`URL filtering sees web traffic alone, which SSH and requests to another proxy are not: open ${named.map(formatAddress).join(", ")} in firewall filtering`,
	];
}

/** Letters, digits, hyphens, dots and spaces: https://help.zscaler.com/zia/configuring-custom-url-categories. */
function nameOf(request: RuleRequest, kind: "planned" | "denied"): string {
	return `Claude egress ${ownerName(request, " ")} ${kind}`;
}

function jsonFile(name: string, content: string): RuleFile {
	return { name, mediaType: "application/json", content };
}

function steps(request: RuleRequest, isDenying: boolean): string {
	const denied = `\`${nameOf(request, "denied")}\``;
	return `# ${titleOf(request)}

1. Create the category \`${nameOf(request, "planned")}\` once by \`POST /urlCategories\` with \`allow-category.json\`.
   For each later revision \`PUT /urlCategories/<id>\` with the whole file and no \`action\`, which replaces all of its
   URLs; \`action=ADD_TO_LIST\`, and lines with \`+\` of the bulk upload, only add and close nothing.
2. Let a URL filtering rule allow that category.
${
	isDenying
		? `3. Do the same with \`deny-category.json\` for ${denied}, and let a rule above block it.\n`
		: `3. Nothing is denied: delete the category ${denied} where an earlier revision has left it.\n`
}${
	request.inspects
		? "4. Let an SSL inspection rule above all others leave the allowed category alone: `do-not-inspect.txt` is what that means.\n"
		: ""
}
Then activate the changes. Only what other rules block is closed: a category says nothing of what it does not hold.
`;
}
