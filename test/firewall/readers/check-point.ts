import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

type Fields = ReadonlyMap<string, string>;

export interface Rule {
	readonly name: string;
	readonly fields: Fields;
}

/** What a management server holds. */
export interface Management {
	readonly objects: Map<string, { readonly kind: string; readonly fields: Fields }>;
	/** Rules of each kind and layer in their order. */
	readonly rules: Map<string, Rule[]>;
}

/** What calls may say, by the kind of object: a word that is none of these is a mistake that the server would refuse. */
const known: Readonly<Record<string, RegExp>> = {
	host: /^(ip-address|ignore-warnings)$/,
	network: /^(subnet|mask-length|ignore-warnings)$/,
	"service-tcp": /^(port|match-for-any|ignore-warnings)$/,
	"dns-domain": /^(is-sub-domain|comments)$/,
	"access-rule": /^(layer|position\.above|name|(source|destination|service)\.(add\.)?\d+|action|track\.type|comments)$/,
	"https-rule": /^(layer|position|name|(source|destination|service)\.(add\.)?\d+|action|track|comments)$/,
};

export function management(rules: Readonly<Record<string, readonly string[]>>): Management {
	const named = Object.entries(rules).map(([place, names]) => {
		const fields = new Map([["action", "Drop"]]);
		return [place, names.map((name) => ({ name, fields }))] as const;
	});
	return { objects: new Map(), rules: new Map(named) };
}

/** The calls of a script, as the functions at its head make them. */
export function callsOf(script: string): string[][] {
	const lines = script.split("\n");
	const start = lines.indexOf("# Rules of earlier revisions.");
	return lines
		.slice(start)
		.filter((line) => line !== "" && !line.startsWith("# "))
		.map((line) => {
			if (
				!/^('[A-Za-z0-9.,:;/_=+@*() -]*'|[A-Za-z0-9.:/_=+@-]+)( ('[A-Za-z0-9.,:;/_=+@*() -]*'|[A-Za-z0-9.:/_=+@-]+))*$/.test(
					line,
				)
			)
				throw new Error(`words: ${line}`);
			return (line.match(/'[^']*'|[^\s']+/g) ?? []).map((word) => word.replace(/^'|'$/g, ""));
		});
}

/** Runs a script over what a server holds: https://sc1.checkpoint.com/documents/latest/APIs/ */
export function runCheckPoint(script: string, server: Management): Management {
	for (const [verb = "", ...words] of callsOf(script)) {
		if (verb === "gone") gone(server, words);
		else if (verb === "ensure") {
			const [name = "", kind = "", ...fields] = words;
			server.objects.set(name, { kind, fields: fieldsOf(kind, fields) });
		} else if (verb === "domain") {
			const [name = "", isSubDomain = "", comments = ""] = words;
			if (!/^\.[a-z0-9_.-]+$/.test(name) || !/^(true|false)$/.test(isSubDomain)) throw new Error(`domain: ${name}`);
			const was = server.objects.get(name)?.fields;
			if (was && was.get("is-sub-domain") !== isSubDomain && !was.get("comments")?.startsWith("claude_eu:"))
				throw new Error(`${name} is there for others`);
			const fields = new Map([
				["is-sub-domain", isSubDomain],
				["comments", comments],
			]);
			server.objects.set(name, { kind: "dns-domain", fields });
		} else if (verb === "call") call(server, words);
		else throw new Error(`unknown command: ${verb}`);
	}
	return server;
}

function placeOf(kind: string, layer: string): string {
	return `${kind} ${layer}`;
}

function gone({ rules }: Management, [kind = "", name = "", layer = ""]: readonly string[]): void {
	const place = placeOf(kind, layer);
	rules.set(
		place,
		(rules.get(place) ?? []).filter((rule) => rule.name !== name),
	);
}

function call({ rules }: Management, [verb = "", kind = "", ...words]: readonly string[]): void {
	const fields = fieldsOf(kind, words);
	const [name = "", layer = ""] = [fields.get("name"), fields.get("layer")];
	const place = placeOf(kind, layer);
	const those = rules.get(place);
	if (!those) throw new Error(`no layer ${layer}`);
	if (verb === "set") {
		const rule = those.find((each) => each.name === name);
		if (!rule) throw new Error(`no rule ${name}`);
		const added = [...fields].filter(([field]) => field.includes(".add."));
		const more = added.map(([field, value]) => [`${field} ${rule.fields.size}`, value] as const);
		rules.set(
			place,
			those.map((each) => (each === rule ? { name, fields: new Map([...rule.fields, ...more]) } : each)),
		);
	} else if (verb === "add") {
		if (those.some((each) => each.name === name)) throw new Error(`${name} is there`);
		const above = fields.get("position.above");
		const at = above === undefined ? 0 : those.findIndex((each) => each.name === above);
		if (at === -1) throw new Error(`no rule ${above}`);
		rules.set(place, [...those.slice(0, at), { name, fields }, ...those.slice(at)]);
	} else throw new Error(`unknown call: ${verb}`);
}

function fieldsOf(kind: string, words: readonly string[]): Map<string, string> {
	const fields = new Map<string, string>();
	if (words.length % 2 !== 0) throw new Error(`half a field of ${kind}`);
	for (let at = 0; at < words.length; at += 2) {
		const [field = "", value = ""] = words.slice(at, at + 2);
		if (!known[kind]?.test(field) || fields.has(field)) throw new Error(`field of ${kind}: ${field}`);
		fields.set(field, value);
	}
	return fields;
}

export function columnOf({ fields }: Rule, column: string): string[] {
	return [...fields].filter(([field]) => field.startsWith(`${column}.`)).map(([, value]) => value);
}

export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const script = onlyFile(files, "checkpoint.sh");
	const rules = Object.fromEntries(
		callsOf(script).flatMap((words): [string, string[]][] =>
			words[0] === "gone" ? [[placeOf(words[1] ?? "", words[3] ?? ""), ["Cleanup rule", "Stealth"]]] : [],
		),
	);
	return verdictOf(runCheckPoint(script, management(rules)));
}

/** The first rule of ours whose columns all match decides; those of others are not read. */
export function verdictOf({ objects, rules }: Management): (probe: Probe) => Verdict {
	const own = [...rules]
		.filter(([place]) => place.startsWith("access-rule "))
		.flatMap(([, some]) => some)
		.filter(({ name }) => name.startsWith("claude_"))
		.map((rule) => ({
			action: rule.fields.get("action"),
			source: columnOf(rule, "source"),
			destination: new Set(columnOf(rule, "destination")),
			service: columnOf(rule, "service"),
		}));
	const object = (name: string) => {
		const found = objects.get(name);
		if (!found) throw new Error(`no object ${name}`);
		return found;
	};
	for (const { source, destination, service } of own)
		for (const name of [...source, ...destination, ...service]) if (name !== "Any") object(name);
	return ({ host, port, stranger = false, quic = false }) => {
		const isAddress = /^[\d.]+$|:/.test(host);
		const labels = host.split(".");
		const above = isAddress ? [] : labels.map((_, index) => `.${labels.slice(index).join(".")}`);
		const names = above.filter((name, index) => {
			const found = objects.get(name);
			return found && (index === 0 || found.fields.get("is-sub-domain") === "true");
		});
		const address = isAddress
			? [...objects].filter(([, each]) => each.fields.get("ip-address") === host).map(([name]) => name)
			: [];
		const decisive = own.find(
			({ source, destination, service }) =>
				(source.includes("Any") || !stranger) &&
				(service.includes("Any") ||
					(!quic && service.some((name) => object(name).fields.get("port") === String(port)))) &&
				(destination.has("Any") || [...names, ...address].some((name) => destination.has(name))),
		);
		if (!decisive) return "unlisted";
		return decisive.action === "Accept" ? "open" : "closed";
	};
}
