import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/** https://www.squid-cache.org/Doc/config/acl/ and .../http_access/: the first line whose ACLs all match decides. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const ports = new Map<string, number[]>();
	const domains = new Map<string, string[]>();
	const sources = new Set<string>();
	const rules: { allow: boolean; acls: string[] }[] = [];
	const rulesFile = files.filter(({ name }) => name !== "bypass.conf");
	for (const line of onlyFile(rulesFile, "squid.conf").split("\n")) {
		const [directive, ...words] = line.split(/\s+/);
		// What the file asks to be placed by hand is read as if it were.
		const [, verb, acls] = /^# http_access (allow|deny) (\S+(?: \S+)? CLIENTS)$/.exec(line) ?? [];
		if (acls !== undefined) rules.push({ allow: verb === "allow", acls: acls.split(" ") });
		if (line === "" || line.startsWith("#")) continue;
		if (directive === "http_access") rules.push({ allow: words[0] === "allow", acls: words.slice(1) });
		else if (directive === "acl") readAcl(words, ports, domains, sources);
		else throw new Error(`unknown directive: ${line}`);
	}
	for (const values of domains.values()) {
		for (const value of values) if (values.includes(`.${value}`)) throw new Error(`${value} beside .${value}`);
	}
	const holds = (acl: string, { host, port, stranger = false }: Probe) => {
		if (acl === "all") return true;
		if (acl === "CLIENTS" || sources.has(acl)) return !stranger;
		const values = domains.get(acl);
		if (!values && !ports.has(acl)) throw new Error(`unknown acl: ${acl}`);
		if (!values) return ports.get(acl)?.includes(port) === true;
		// An IPv6 address is compared as a URL has it, in brackets.
		const asked = host.includes(":") ? `[${host}]` : host;
		return values.some((value) => asked === value || (value.startsWith(".") && `.${host}`.endsWith(value)));
	};
	return (probe) => {
		const decisive = rules.find(({ acls }) => acls.every((acl) => holds(acl, probe)));
		if (!decisive) return "unlisted";
		return decisive.allow ? "open" : "closed";
	};
}

function readAcl(
	words: readonly string[],
	ports: Map<string, number[]>,
	domains: Map<string, string[]>,
	sources: Set<string>,
): void {
	const [name = "", type, ...values] = words;
	if (type === "port") ports.set(name, [...(ports.get(name) ?? []), ...values.map(Number)]);
	else if (type === "dstdomain" && values[0] === "-n")
		domains.set(name, [...(domains.get(name) ?? []), ...values.slice(1)]);
	else if (type === "src" || type === "external") sources.add(name);
	else throw new Error(`unknown acl: ${words.join(" ")}`);
}
