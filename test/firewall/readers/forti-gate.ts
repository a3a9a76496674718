import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

type Settings = Map<string, readonly string[]>;
type Tables = Map<string, Map<string, Settings>>;

/** What the rules may set, by table: a word that is not one of them is a mistake that FortiOS would complain of. */
const known: Readonly<Record<string, readonly string[]>> = {
	"firewall address": ["type", "fqdn", "subnet", "comment"],
	"firewall address6": ["type", "fqdn", "ip6", "comment"],
	"firewall addrgrp": ["member"],
	"firewall addrgrp6": ["member"],
	"firewall service custom": ["tcp-portrange", "udp-portrange", "sctp-portrange"],
	"firewall policy": [
		...["name", "srcintf", "dstintf", "srcaddr", "dstaddr", "srcaddr6", "dstaddr6", "action", "status", "schedule"],
		...["service", "nat", "logtraffic", "comments"],
	],
	"firewall wildcard-fqdn custom": ["wildcard-fqdn"],
	"firewall wildcard-fqdn group": ["member"],
};
const longest: Readonly<Record<string, number>> = { "firewall policy": 35 };

/** Commands of FortiOS in their order, over what stood there before: https://docs.fortinet.com/document/fortigate/7.4.0/cli-reference/ */
export function runFortios(script: string): Tables {
	const tables: Tables = new Map();
	let table: string | undefined;
	let entry: Settings | undefined;
	let inVdom = false;
	for (const line of script.split("\n").map((each) => each.trim())) {
		if (line === "" || line.startsWith("#")) continue;
		if (!/^([^"]|"[^"?$\\]*")*$/.test(line)) throw new Error(`quotes: ${line}`);
		const [verb = "", field = "", ...values] = (line.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) =>
			word.replace(/^"|"$/g, ""),
		);
		if (line === "config vdom" && table === undefined) inVdom = true;
		else if (verb === "config" && table === undefined) {
			table = [field, ...values].join(" ");
			if (!known[table]) throw new Error(`unknown table: ${table}`);
		} else if (verb === "edit" && inVdom && table === undefined) continue;
		else if (verb === "edit" && table !== undefined && !entry) {
			if (field.length > 79) throw new Error(`too long: ${field}`);
			const entries = tables.get(table) ?? new Map<string, Settings>();
			entry = entries.get(field) ?? new Map();
			tables.set(table, entries.set(field, entry));
		} else if ((verb === "set" || verb === "unset") && table !== undefined && entry) {
			if (!known[table]?.includes(field)) throw new Error(`unknown field of ${table}: ${field}`);
			if (verb === "set" && values.length === 0) throw new Error(`nothing is set: ${line}`);
			if (field === "name" && (values[0]?.length ?? 0) > (longest[table] ?? 79)) throw new Error(`too long: ${line}`);
			if (verb === "set") entry.set(field, values);
			else entry.delete(field);
		} else if (verb === "next" && entry) entry = undefined;
		else if (verb === "end" && table !== undefined && !entry) table = undefined;
		else if (verb === "end" && inVdom && table === undefined) inVdom = false;
		else throw new Error(`out of place: ${line}`);
	}
	if (table !== undefined || inVdom) throw new Error("an end is missing");
	return tables;
}

/** The names, addresses and networks that a group comes to. */
function targetsOf(tables: Tables, family: "" | "6", name: string): string[] {
	const group = tables.get(`firewall addrgrp${family}`)?.get(name);
	if (group) return (group.get("member") ?? []).flatMap((member) => targetsOf(tables, family, member));
	const address = tables.get(`firewall address${family}`)?.get(name);
	if (!address) throw new Error(`no object ${name}`);
	const [value = ""] = address.get("fqdn") ?? address.get("ip6") ?? address.get("subnet") ?? [];
	return [value];
}

/** The first enabled policy whose every part matches decides; an object for `*.` is taken to match its own name as well. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const rules = files.find(({ name }) => name === "fortigate.conf");
	if (!rules) throw new Error("no fortigate.conf");
	const bypass = files.find(({ name }) => name === "inspection.conf");
	if (bypass) runFortios(bypass.content);
	return verdictOf(runFortios(rules.content));
}

export function verdictOf(tables: Tables): (probe: Probe) => Verdict {
	const policies = [...(tables.get("firewall policy") ?? new Map<string, Settings>()).values()].map((policy) => {
		const list = (field: string) => policy.get(field) ?? [];
		const sides = (["", "6"] as const).flatMap((family) => {
			const [from, to] = [list(`srcaddr${family}`), list(`dstaddr${family}`)];
			if ((from.length === 0) !== (to.length === 0)) throw new Error("half of a side");
			if (from.length === 0) return [];
			const of = (names: readonly string[]) =>
				names.includes("all") ? undefined : new Set(names.flatMap((name) => targetsOf(tables, family, name)));
			return [{ family, from: of(from), to: of(to) }];
		});
		const services = list("service").map((name) => {
			if (name === "ALL") return name;
			const [port] = tables.get("firewall service custom")?.get(name)?.get("tcp-portrange") ?? [];
			if (port === undefined) throw new Error(`no service ${name}`);
			return port;
		});
		return { action: list("action")[0], isEnabled: list("status")[0] === "enable", sides, services };
	});
	return ({ host, port, stranger = false, quic = false }) => {
		const families = /^[\d.]+$/.test(host) ? [""] : host.includes(":") ? ["6"] : ["", "6"];
		const names = [host, `*.${host}`, ...ancestorsOf(host).map((name) => `*.${name}`), `${host}/128`];
		const decisive = policies.find(({ isEnabled, sides, services }) => {
			if (!isEnabled) return false;
			if (!services.includes("ALL") && (quic || !services.includes(String(port)))) return false;
			return sides.some(({ family, from, to }) => {
				if (!families.includes(family) || (stranger && from)) return false;
				return !to || names.some((name) => to.has(name));
			});
		});
		if (!decisive) return "unlisted";
		return decisive.action === "accept" ? "open" : "closed";
	};
}

function ancestorsOf(name: string): string[] {
	const labels = name.split(".");
	return labels.slice(1).map((_, index) => labels.slice(index + 1).join("."));
}
