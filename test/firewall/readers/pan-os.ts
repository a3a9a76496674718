import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

/** A value of a configuration: the path to it and the value. */
export interface Setting {
	readonly path: readonly string[];
	readonly values: readonly string[];
}

/** What the rules may set, after where they stand: a path that is none of these is a mistake that a firewall would refuse. */
const known = [
	/^profiles custom-url-category \S+ (type|list)$/,
	/^external-list \S+ type url (url|recurring)$/,
	/^service \S+ protocol tcp port$/,
	/^address \S+ fqdn$/,
	/^(pre-)?rulebase security rules \S+ (from|to|source|source-user|destination|application|service|category)$/,
	/^(pre-)?rulebase security rules \S+ (action|log-end|description)$/,
	/^(pre-)?rulebase decryption rules \S+ (from|to|source|source-user|destination|service|category)$/,
	/^(pre-)?rulebase decryption rules \S+ (type|action|description)$/,
];

const lists = new Set([
	"list",
	"from",
	"to",
	"source",
	"source-user",
	"destination",
	"application",
	"service",
	"category",
]);

/** https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-cli-quick-start: a `set` of a list adds, `delete` takes all below. */
export function runPanOs(commands: string, before: readonly Setting[] = []): Setting[] {
	let settings = [...before];
	for (const line of commands.split("\n").filter((each) => each !== "")) {
		const words = (line.match(/"[^"?]*"|[^\s"?]+/g) ?? []).map((each) => each.replace(/^"|"$/g, ""));
		if (/["?].*["?]?/.test(line.replace(/"[^"?]*"/g, ""))) throw new Error(`quotes: ${line}`);
		const [verb, ...rest] = words;
		if (verb === "delete") settings = settings.filter(({ path }) => !rest.every((word, index) => path[index] === word));
		else if (verb === "set") settings = set(settings, rest, line);
		else if (verb === "move") settings = move(settings, rest, line);
		else throw new Error(`unknown command: ${line}`);
	}
	return settings;
}

function set(settings: Setting[], words: readonly string[], line: string): Setting[] {
	const opening = words.indexOf("[");
	const isList = opening !== -1;
	if (isList !== (words.at(-1) === "]")) throw new Error(`brackets: ${line}`);
	const path = isList ? words.slice(0, opening) : words.slice(0, -1);
	const values = isList ? words.slice(opening + 1, -1) : words.slice(-1);
	const below = placeless(path).map((word) => word.replaceAll(" ", "_"));
	if (!known.some((each) => each.test(below.join(" ")))) throw new Error(`unknown path: ${line}`);
	if (lists.has(path.at(-1) ?? "") !== isList || values.length === 0) throw new Error(`value: ${line}`);
	const at = settings.findIndex((each) => each.path.join("\n") === path.join("\n"));
	if (at === -1) return [...settings, { path, values }];
	const was = settings[at]?.values ?? [];
	const now = { path, values: isList ? [...new Set([...was, ...values])] : values };
	return settings.map((each, index) => (index === at ? now : each));
}

/** Without the virtual system or the device group. */
export function placeless(path: readonly string[]): readonly string[] {
	return path[0] === "vsys" || path[0] === "device-group" ? path.slice(2) : path;
}

function move(settings: Setting[], words: readonly string[], line: string): Setting[] {
	const path = words.slice(0, words.indexOf("rules") + 2);
	const [where, other] = words.slice(path.length);
	const isOf = ({ path: of }: Setting, some: readonly string[]) => some.every((word, index) => of[index] === word);
	const own = settings.filter((each) => isOf(each, path));
	if (own.length === 0) throw new Error(`moves what is not there: ${line}`);
	const others = settings.filter((each) => !isOf(each, path));
	if (where === "top") return [...own, ...others];
	if (where !== "before" || other === undefined) throw new Error(`unknown place: ${line}`);
	const at = others.findIndex((each) => isOf(each, [...path.slice(0, -1), other]));
	return at === -1 ? settings : [...others.slice(0, at), ...own, ...others.slice(at)];
}

export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const commands = files.find(({ name }) => name === "panos.txt");
	if (!commands) throw new Error("no panos.txt");
	return verdictOf(runPanOs(commands.content), files);
}

/** Members of the entries of a table, by their names and in their order. */
export function entriesOf(
	settings: readonly Setting[],
	table: readonly string[],
): Map<string, Map<string, readonly string[]>> {
	const entries = new Map<string, Map<string, readonly string[]>>();
	for (const { path, values } of settings) {
		const below = placeless(path);
		const start = below.findIndex((_, at) => table.every((word, index) => below[at + index] === word));
		if (start === -1) continue;
		const [name = "", ...member] = below.slice(start + table.length);
		const entry = entries.get(name) ?? new Map();
		entries.set(name, entry.set(member.join(" "), values));
	}
	return entries;
}

/** The first rule whose every part matches decides: https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-admin/policy */
export function verdictOf(settings: readonly Setting[], files: readonly RuleFile[] = []): (probe: Probe) => Verdict {
	const categories = entriesOf(settings, ["custom-url-category"]);
	const external = entriesOf(settings, ["external-list"]);
	const services = entriesOf(settings, ["service"]);
	const addresses = entriesOf(settings, ["address"]);
	const lists = new Map<string, ReadonlySet<string>>();
	for (const [name, entry] of categories) lists.set(name, new Set(entry.get("list")));
	for (const [name, entry] of external) {
		const [url = ""] = entry.get("type url url") ?? [];
		const file = files.find((each) => url.endsWith(`/${each.name}`));
		if (!file) throw new Error(`no list ${url}`);
		lists.set(name, new Set(file.content.split("\n").filter((line) => line !== "")));
	}
	const rules = [...entriesOf(settings, ["security", "rules"]).values()];
	return ({ host, port, stranger = false, quic = false }) => {
		const isName = !/^[\d.]+$|:/.test(host);
		const above = host.split(".").map((_, index, labels) => `*.${labels.slice(index + 1).join(".")}/`);
		const matches = (rule: ReadonlyMap<string, readonly string[]>, member: string, one: (name: string) => boolean) => {
			const values = rule.get(member);
			if (!values) throw new Error(`no ${member}`);
			return values.includes("any") ? values.length === 1 : values.some(one);
		};
		const decisive = rules.find(
			(rule) =>
				matches(rule, "from", () => true) &&
				matches(rule, "to", () => true) &&
				matches(rule, "source", () => !stranger) &&
				matches(rule, "application", () => false) &&
				matches(rule, "service", (name) => {
					const [of] = services.get(name)?.get("protocol tcp port") ?? [];
					if (of === undefined) throw new Error(`no service ${name}`);
					return !quic && Number(of) === port;
				}) &&
				matches(rule, "destination", (name) => name === host || addresses.get(name)?.get("fqdn")?.[0] === host) &&
				matches(rule, "category", (name) => {
					const list = lists.get(name);
					if (!list) throw new Error(`no category ${name}`);
					for (const entry of list) if (!entry.endsWith("/")) throw new Error(`an open end: ${entry}`);
					return isName && [`${host}/`, ...above].some((entry) => list.has(entry));
				}),
		);
		const [action] = decisive?.get("action") ?? [];
		return action === undefined ? "unlisted" : action === "allow" ? "open" : "closed";
	};
}
