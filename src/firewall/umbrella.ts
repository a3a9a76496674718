import { createHash } from "node:crypto";
import { inOrder } from "../egress/order.js";
import type { EgressHost } from "../egress/plan.js";
import { prettyJson } from "../json.js";
import { made, refused } from "../outcome.js";
import { error, type Problem } from "../problem.js";
import { words } from "../shape/build.js";
import { type Effect, effectOn, type FirewallBackend, type RuleFile, type RuleRequest } from "./backend.js";
import { commentOf, linesOf, titleOf, titleOfOwner } from "./comment.js";
import { denialComment } from "./denied-host.js";
import { ancestorsOf, plannedNames } from "./port-hosts.js";
import { portlessEffects } from "./portless-effects.js";

/** What takes the lists: a DNS policy or a web policy of Umbrella, or the access rules of Secure Access. */
type Product = "umbrellaDns" | "umbrellaWeb" | "secureAccess";

export interface UmbrellaOptions {
	/** @default "umbrellaDns" */
	readonly product?: Product;
}

const overview = "https://developer.cisco.com/docs/cloud-security/umbrella-api-reference-destination-lists-overview";

const limits = {
	request: { most: 500, of: "destinations in a request; more go into requests that add", source: overview },
};

/** What the dashboard takes of a file at once. */
const uploaded = 5000;

/** A destination of a list, as the API has it. */
interface Destination {
	readonly destination: string;
	readonly comment: string;
}

/**
 * Destination lists of Cisco Umbrella and Secure Access, which policies allow and deny by. A destination always takes along
 * what is below it, and a wildcard is refused. An API request adds to a list and never replaces it, so that a revision
 * is a list of its own.
 */
export const umbrella: FirewallBackend<UmbrellaOptions> = {
	title: "Cisco Umbrella and Secure Access",
	docs: overview,
	evidence: "the vendor's page alone",
	names: "includes what is below",
	subdomains: "includes the name itself",
	ports: false,
	clients: false,
	denies: false,
	deniesHosts: true,
	inspects: true,
	quic: "passes",
	revisions:
		"a revision is a list of its own, which takes the old one's place in policies; the old one is deleted then",
	limits,
	options: {
		product: {
			shape: words(["umbrellaDns", "umbrellaWeb", "secureAccess"]),
			summary: "Whether a DNS policy or a web policy of Umbrella takes the lists, or access rules of Secure Access.",
			default: "umbrellaDns",
		},
	},
	examples: {
		dns: {},
		web: { product: "umbrellaWeb" },
		"secure-access": { product: "secureAccess" },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
		inspecting: { product: "secureAccess", inspects: true },
	},
	render(request, { product = "umbrellaDns" }) {
		const dropped = inOrder(request.hosts).flatMap((host) => dropEffect(host, product) ?? []);
		const lost = new Set(dropped.map(({ host }) => host));
		const hosts = request.hosts.filter(({ host }) => !lost.has(host));
		const all = plannedNames(hosts);
		const names = [...new Set([...all.topmost, ...all.alone])].sort();
		const allowed = names.map((name) => ({ destination: name, comment: commentOf(all.named(name)) }));
		const opened = new Set(names);
		const overruled = (request.denied ?? []).flatMap(({ host }) => checkOverruled(host, opened));
		if (overruled.length > 0) return refused(...overruled);
		const denied = (request.denied ?? []).map((each) => ({ destination: each.host, comment: denialComment(each) }));
		const lists = [
			listFiles(request, product, "allow", allowed),
			...(denied.length > 0 ? [listFiles(request, product, "deny", denied)] : []),
			...(request.inspects ? [listFiles(request, product, "bypass", allowed)] : []),
		];
		return made({
			files: [
				...lists.flatMap(({ files }) => files),
				{ name: "IMPORT.md", mediaType: "text/markdown", content: steps(request, product, lists) },
			],
			effects: [
				...dropped,
				...portlessEffects(hosts, all, {
					itself: (name) => `also matches ${name}`,
					below: "also matches what is below it",
					ports: "is matched whatever the port",
				}),
			],
			notes: denied.length > 0 ? ["a host that is denied is denied with what is below it, planned hosts excepted"] : [],
		});
	},
};

/** What is allowed goes before what is denied, so that one that is allowed cannot be denied, nor what is below it. */
function checkOverruled(host: string, allowed: ReadonlySet<string>): Problem[] {
	return [host, ...ancestorsOf(host)]
		.filter((name) => allowed.has(name))
		.map((name) =>
			error(
				"not-denied",
				["deny"],
				`would not close ${host}, because ${name} is allowed with what is below it; deny it in another block`,
			),
		);
}

/** Domains are of RFC 1035; which addresses a list takes is the product's affair. */
function dropEffect(host: EgressHost, product: Product): Effect | undefined {
	if (host.host.includes("_")) return effectOn(host, "dropped", "has an underscore, which no destination may");
	if (!host.host.includes(":") || product === "secureAccess") return undefined;
	return effectOn(host, "dropped", "is an address of IPv6, which no destination list of Umbrella takes");
}

/** What a list is for; hosts of one to bypass are not decrypted. */
const kinds = ["allow", "deny", "bypass"] as const;
type Kind = (typeof kinds)[number];

interface ListFiles {
	readonly name: string;
	readonly kind: Kind;
	readonly count: number;
	readonly files: readonly RuleFile[];
}

/** A list as the request that creates it with those that add to it, and as text for the dashboard. */
function listFiles(
	request: RuleRequest,
	product: Product,
	kind: Kind,
	destinations: readonly Destination[],
): ListFiles {
	const digest = createHash("sha256")
		.update(JSON.stringify([product, destinations]))
		.digest("hex")
		.slice(0, 8);
	const name = `${prefixOf(request, kind)}${digest}`;
	const [first = [], ...rest] = partsOf(destinations, limits.request.most);
	const created = { ...termsOf(product, kind), isGlobal: false, name, destinations: first };
	const texts = partsOf(
		destinations.map(({ destination }) => destination),
		uploaded,
	);
	const json = "application/json";
	return {
		name,
		kind,
		count: destinations.length,
		files: [
			{ name: `${kind}-list.json`, mediaType: json, content: prettyJson(created) },
			...rest.map((part, index) => ({
				name: `${kind}-list-add-${index + 2}.json`,
				mediaType: json,
				content: prettyJson(part),
			})),
			...texts.map((part, index) => textFile(`${kind}-list${index === 0 ? "" : `-${index + 1}`}.txt`, part)),
		],
	};
}

/** Secure Access leaves allowing and denying to its rules. */
function termsOf(product: Product, kind: Kind): { access: string; bundleTypeId: number } {
	if (product === "secureAccess") return { access: "none", bundleTypeId: 2 };
	return { access: kind === "deny" ? "block" : "allow", bundleTypeId: product === "umbrellaDns" ? 1 : 2 };
}

/** What the names of a deployment's or a group's lists begin with, before the digest of a revision. */
function prefixOf(request: RuleRequest, kind: Kind): string {
	return `${titleOfOwner(request)}, ${kind} `;
}

/** At least one part, so that an empty list is one too. */
function partsOf<Item>(items: readonly Item[], most: number): (readonly Item[])[] {
	const count = Math.max(1, Math.ceil(items.length / most));
	return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

function textFile(name: string, lines: readonly string[]): RuleFile {
	return { name, mediaType: "text/plain", content: linesOf(lines) };
}

const apis: Readonly<Record<Product, string>> = {
	umbrellaDns: "https://api.umbrella.com/policies/v2",
	umbrellaWeb: "https://api.umbrella.com/policies/v2",
	secureAccess: "https://api.sse.cisco.com/policies/v2",
};

function steps(request: RuleRequest, product: Product, lists: readonly ListFiles[]): string {
	const api = apis[product];
	const rules = product === "secureAccess" ? "the access rule" : "the policy";
	return `# ${titleOf(request)}

Lists only ever grow by requests and uploads, so that each revision is a list of its own:

${lists.map(({ name, kind, count }) => `- \`${name}\`, to ${kind}: ${count} destinations\n`).join("")}
1. Create each by \`POST ${api}/destinationlists\`
   with its \`...-list.json\`. Where there are files \`...-list-add-<n>.json\`, add each by
   \`POST ${api}/destinationlists/<id>/destinations\`.
   Or create a list of that name in the dashboard and upload its \`.txt\` files.
2. Put it into ${rules} in the place of the list that stands there.
3. Delete every other list whose name begins with ${kinds.map((kind) => `\`${prefixOf(request, kind)}\``).join(", ")}.
   It holds what this revision no longer has.
${request.inspects ? bypassStep(product) : ""}
Only what other rules deny is closed: a list allows its destinations and says nothing of the rest.
`;
}

/** https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-do-not-decrypt-lists-overview */
function bypassStep(product: Product): string {
	return product === "secureAccess"
		? "4. The list to bypass goes into the Do Not Decrypt list of the rule, as its `exceptiondomainlistId`.\n"
		: "4. The list to bypass is of domains: they replace those of the policy's selective decryption list.\n";
}
