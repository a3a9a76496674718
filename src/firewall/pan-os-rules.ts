import type { EgressHost } from "../egress/plan.js";
import { isAddress } from "../host.js";
import type { RuleRequest } from "./backend.js";
import { titleOf } from "./comment.js";
import { showsName } from "./nameless-ports.js";
import type { PanOsOptions } from "./pan-os.js";
import { deleteEntry, moveEntry, type PanOsPlace, setEntry } from "./pan-os-cli.js";
import { plannedNames, portsOf } from "./port-hosts.js";
import { shortName } from "./short-name.js";

/** Ports that a rule set has rules for, so that a revision can remove all of them that an earlier one may have written. */
export const mostPorts = 8;

/** https://docs.paloaltonetworks.com/pan-os/7-1/pan-os-web-interface-help/objects/objects-external-dynamic-lists.html */
const longestName = 31;
const longestAddressName = 63;

/** Hosts of one port, by what tells them apart. */
export interface PanOsPort {
	/** From 1 on; part of names, so that revisions use the same ones. */
	readonly slot: number;
	readonly port: number;
	/** What the name in a hello or a request is compared with. */
	readonly entries: readonly string[];
	/** Names of a protocol that shows none, which the firewall resolves itself. */
	readonly resolved: readonly string[];
	readonly addresses: readonly string[];
}

export function panOsPorts(hosts: readonly EgressHost[]): PanOsPort[] {
	return portsOf(hosts).map(({ port, topmost, alone, named }, index) => {
		const names = alone.filter((host) => !isAddress(host));
		const isShown = (name: string) => named(name).some(showsName);
		return {
			slot: index + 1,
			port,
			entries: urlEntries(topmost, names.filter(isShown)),
			resolved: names.filter((name) => !isShown(name)),
			addresses: alone.filter(isAddress),
		};
	});
}

/** The slash at the end keeps an entry from matching longer names: PAN-OS before 10.2 does not add it by itself. */
export function urlEntries(above: readonly string[], names: readonly string[]): string[] {
	return [...above.map((name) => `*.${name}/`), ...names.map((name) => `${name}/`)].filter(fitsEntry);
}

/** https://docs.paloaltonetworks.com/cloud-ngfw/aws/cloud-ngfw-on-aws/rules-and-rulestacks/cloud-ngfw-security-rule-objects/create-a-custom-url-category-for-cloud-ngfw-on-aws */
export const longestEntry = 255;

/** Only what a name below the longest one would be does not, which no name can be. */
function fitsEntry(entry: string): boolean {
	return entry.length <= longestEntry;
}

export function prefixOf(owner: string): string {
	return shortName(owner, longestName - "_8_names".length);
}

/** Names of everything that a rule set may have, whichever ports its plan has. */
function namesOf(prefix: string) {
	const slots = Array.from({ length: mostPorts }, (_, index) => index + 1);
	return {
		names: (slot: number) => `${prefix}_${slot}_names`,
		addresses: (slot: number) => `${prefix}_${slot}_hosts`,
		service: (slot: number) => `${prefix}_${slot}`,
		denied: `${prefix}_denied`,
		rest: `${prefix}_rest`,
		bypass: `${prefix}_bypass`,
		slots,
	};
}

/** Removes what any revision of these rules defined: rules first, because they name the objects. */
export function removal(prefix: string, { objects, rulebase }: PanOsPlace): string[] {
	const of = namesOf(prefix);
	const lists = [...of.slots.map(of.names), of.denied];
	return [
		...[of.denied, ...of.slots.flatMap((slot) => [of.names(slot), of.addresses(slot)]), of.rest].map((name) =>
			deleteEntry([...rulebase, "security", "rules", name]),
		),
		...[of.bypass, `${of.bypass}_hosts`].map((name) => deleteEntry([...rulebase, "decryption", "rules", name])),
		...[...lists, of.bypass].map((name) => deleteEntry([...objects, "profiles", "custom-url-category", name])),
		...of.slots.map((slot) => deleteEntry([...objects, "external-list", of.names(slot)])),
		...of.slots.map((slot) => deleteEntry([...objects, "service", of.service(slot)])),
	];
}

/** A rule of security with its name. */
interface Rule {
	readonly name: string;
	readonly members: Readonly<Record<string, string | readonly string[]>>;
}

/** Objects and rules of a rule set, for a configuration that has none of them. */
export function definitions(
	request: RuleRequest,
	options: PanOsOptions,
	prefix: string,
	place: PanOsPlace,
	ports: readonly PanOsPort[],
): string[] {
	const of = namesOf(prefix);
	const { objects, rulebase } = place;
	const { listUrl, before } = options;
	const denied = (request.denied ?? []).map(({ host }) => host);
	const between = {
		from: options.sourceZones,
		to: options.destinationZones,
		source: request.clients ?? ["any"],
		"source-user": ["any"],
	};
	const rule = (name: string, members: Rule["members"]): Rule => ({
		name,
		members: { ...between, ...members, "log-end": "yes", description: titleOf(request) },
	});
	const category = (name: string, entries: readonly string[]) =>
		setEntry([...objects, "profiles", "custom-url-category", name], { type: "URL List", list: entries });
	const objectName = (host: string) => shortName(`${prefix}.${host}`, longestAddressName);
	const any = { destination: ["any"], application: ["any"], service: ["any"], category: ["any"] };
	const openings = ports.flatMap(({ slot, entries, resolved, addresses }) => {
		const opening = { ...any, service: [of.service(slot)], action: "allow" };
		return [
			...(entries.length > 0 ? [rule(of.names(slot), { ...opening, category: [of.names(slot)] })] : []),
			...(resolved.length + addresses.length > 0
				? [rule(of.addresses(slot), { ...opening, destination: [...resolved.map(objectName), ...addresses] })]
				: []),
		];
	});
	const rules = [
		...(denied.length > 0 ? [rule(of.denied, { ...any, category: [of.denied], action: "deny" })] : []),
		...openings,
		...(options.denyRest ? [rule(of.rest, { ...any, action: "deny" })] : []),
	];
	return [
		...ports.flatMap(({ slot, port, entries, resolved, addresses }) => [
			...(entries.length + resolved.length + addresses.length > 0
				? setEntry([...objects, "service", of.service(slot), "protocol", "tcp"], { port: String(port) })
				: []),
			...(entries.length === 0
				? []
				: listUrl === undefined
					? category(of.names(slot), entries)
					: setEntry([...objects, "external-list", of.names(slot), "type", "url"], {
							recurring: "hourly",
							url: `${listUrl}${listFile(prefix, port)}`,
						})),
			...resolved.flatMap((host) => setEntry([...objects, "address", objectName(host)], { fqdn: host })),
		]),
		...(denied.length > 0 ? category(of.denied, urlEntries([], denied)) : []),
		...rules.flatMap(({ name, members }) => setEntry([...rulebase, "security", "rules", name], members)),
		...(before === undefined
			? []
			: rules.map(({ name }) => moveEntry([...rulebase, "security", "rules", name], { before }))),
		...(request.inspects ? bypass(request, of.bypass, between, place) : []),
	];
}

/** Rules that keep TLS of planned hosts closed, whatever their port. */
function bypass(request: RuleRequest, name: string, between: Rule["members"], { objects, rulebase }: PanOsPlace) {
	const { topmost, alone } = plannedNames(request.hosts);
	const entries = urlEntries(
		topmost,
		alone.filter((host) => !isAddress(host)),
	);
	const addresses = alone.filter(isAddress);
	const rule = (ending: string, members: Rule["members"]) => {
		const path = [...rulebase, "decryption", "rules", `${name}${ending}`];
		const commands = setEntry(path, {
			...between,
			...members,
			service: ["any"],
			type: "ssl-forward-proxy",
			action: "no-decrypt",
			description: titleOf(request),
		});
		// A rule that opens everything would otherwise decide before it.
		return [...commands, moveEntry(path, "top")];
	};
	return [
		...(entries.length === 0
			? []
			: [
					...setEntry([...objects, "profiles", "custom-url-category", name], { type: "URL List", list: entries }),
					...rule("", { destination: ["any"], category: [name] }),
				]),
		...(addresses.length === 0 ? [] : rule("_hosts", { destination: addresses, category: ["any"] })),
	];
}

/** The file of a port's external dynamic list, which others in the same folder of a web server do not have. */
export function listFile(prefix: string, port: number): string {
	return `${prefix}_${port}.txt`;
}
