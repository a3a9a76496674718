import type { RuleFile } from "../../src/firewall/backend.js";
import type { FirewallBackendName } from "../../src/firewall/index.js";

export interface Probe {
	readonly host: string;
	readonly port: number;
}

/** `unlisted` is what a rule set says about a destination when it leaves the denying to others. */
export type Verdict = "open" | "closed" | "unlisted";

/**
 * Reads a rule set by the documented semantics of its format, apart from the code that wrote it.
 * Throws where the format's own reader would refuse.
 */
export type Matcher = (files: readonly RuleFile[]) => (probe: Probe) => Verdict;

/** How each backend's output is read. */
export const matchers = { hosts: readHosts, json: readJson, squid: readSquid } satisfies Record<
	FirewallBackendName,
	Matcher
>;

function readHosts(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const text = onlyFile(files, "hosts.txt");
	const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
	if (text !== "" && !text.endsWith("\n")) throw new Error("no final line feed");
	for (const line of lines) {
		if (!/^(\*\.)?([a-z0-9-]+(\.[a-z0-9-]+)*|[0-9a-f:]+)$/.test(line)) throw new Error(`no host: ${line}`);
	}
	const names = new Set(lines.filter((line) => !line.startsWith("*.")));
	const suffixes = lines.filter((line) => line.startsWith("*.")).map((line) => line.slice(1));
	return ({ host }) =>
		names.has(host) || suffixes.some((suffix) => host.endsWith(suffix) && host !== suffix) ? "open" : "unlisted";
}

function readJson(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const document = JSON.parse(onlyFile(files, "rules.json"));
	if (document.schemaVersion !== 1) throw new Error("unknown version");
	const rules: { host: string; match: string; port: number; protocol: string }[] = document.allow;
	return (probe) =>
		rules.some((rule) => {
			if (rule.protocol !== "tcp" || rule.port !== probe.port) return false;
			return rule.match === "exact" ? probe.host === rule.host : probe.host.endsWith(`.${rule.host}`);
		})
			? "open"
			: "unlisted";
}

/** https://www.squid-cache.org/Doc/config/acl/ and .../http_access/: the first line whose ACLs all match decides. */
function readSquid(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const ports = new Map<string, number[]>();
	const domains = new Map<string, string[]>();
	const rules: { allow: boolean; acls: string[] }[] = [];
	for (const line of onlyFile(files, "squid.conf").split("\n")) {
		const [directive, ...words] = line.split(/\s+/);
		if (line === "" || line.startsWith("#")) continue;
		if (directive === "http_access") rules.push({ allow: words[0] === "allow", acls: words.slice(1) });
		else if (directive === "acl") readAcl(words, ports, domains);
		else throw new Error(`unknown directive: ${line}`);
	}
	for (const values of domains.values()) {
		for (const value of values) if (values.includes(`.${value}`)) throw new Error(`${value} beside .${value}`);
	}
	const holds = (acl: string, { host, port }: Probe) => {
		if (acl === "all") return true;
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

function readAcl(words: readonly string[], ports: Map<string, number[]>, domains: Map<string, string[]>): void {
	const [name = "", type, ...values] = words;
	if (type === "port") ports.set(name, [...(ports.get(name) ?? []), ...values.map(Number)]);
	else if (type === "dstdomain" && values[0] === "-n")
		domains.set(name, [...(domains.get(name) ?? []), ...values.slice(1)]);
	else throw new Error(`unknown acl: ${words.join(" ")}`);
}

function onlyFile(files: readonly RuleFile[], name: string): string {
	const [file, ...others] = files;
	if (file?.name !== name || others.length > 0) throw new Error(`expected ${name} alone`);
	return file.content;
}
