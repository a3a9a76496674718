import type { RuleFile } from "../../../src/firewall/backend.js";
import type { Probe, Verdict } from "../reader.js";

type Lists = ReadonlyMap<string, readonly string[]>;
type Match = (probe: Probe, lists: Lists) => boolean;

/**
 * https://developers.cloudflare.com/cloudflare-one/traffic-policies/expression-syntax/: the policy of the lowest precedence that
 * matches decides. Policies that are to be enabled by hand are read as if they were.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const json = (name: string) => JSON.parse(files.find((each) => each.name === name)?.content ?? "null");
	const lists = new Map<string, string[]>();
	for (const { name, type, items } of json("lists.json")) {
		const values: string[] = items.map(({ value }: { value: string }) => value);
		if (lists.has(name) || values.length === 0 || values.length > 5000) throw new Error(`a list that is none: ${name}`);
		for (const value of values) {
			if (isAddress(value) !== (type === "IP")) throw new Error(`${value} in a list of ${type}`);
		}
		lists.set(name, values);
	}
	const policies = [...json("policies.json")]
		.sort((a, b) => a.precedence - b.precedence)
		.map(({ action, filters, traffic, identity }): { action: string; matches: Match } => {
			if (filters.join() !== "l4" || !["allow", "block"].includes(action)) throw new Error(`no policy to ${action}`);
			const ofUsers = identity === "" || /^any\(identity\.groups\.name\[\*\] in \{"[\w .@-]+"\}\)$/.test(identity);
			if (!ofUsers) throw new Error(`no identity: ${identity}`);
			const matches = parse(traffic);
			return { action, matches: (probe, all) => !(identity !== "" && probe.stranger) && matches(probe, all) };
		});
	return (probe) => {
		const decisive = policies.find(({ matches }) => matches(probe, lists));
		if (!decisive) return "unlisted";
		return decisive.action === "allow" ? "open" : "closed";
	};
}

function parse(text: string): Match {
	const tokens = text.match(/\$<[^>]+>|"[^"]*"|[A-Za-z][A-Za-z0-9_.]*|\[\*\]|==|[(){}]|[0-9a-f:./]+/g) ?? [];
	if (tokens.join("").length !== text.replaceAll(" ", "").length) throw new Error(`not read: ${text}`);
	let at = 0;
	const next = () => tokens[at++] ?? "";
	const expect = (token: string) => {
		const got = next();
		if (got !== token) throw new Error(`expected ${token} and not ${got} in ${text}`);
	};
	const either = (): Match => {
		const parts = [both()];
		while (tokens[at] === "or") {
			at += 1;
			parts.push(both());
		}
		return (probe, lists) => parts.some((part) => part(probe, lists));
	};
	const both = (): Match => {
		const parts = [one()];
		while (tokens[at] === "and") {
			at += 1;
			parts.push(one());
		}
		return (probe, lists) => parts.every((part) => part(probe, lists));
	};
	const one = (): Match => {
		const word = next();
		if (word === "(" || word === "not" || word === "any") {
			if (word !== "(") expect("(");
			const inner = either();
			expect(")");
			return word === "not" ? (probe, lists) => !inner(probe, lists) : inner;
		}
		if (tokens[at] === "[*]") at += 1;
		const operator = next();
		const operand = next();
		if (operator === "==") return (probe) => valuesOf(word, probe).includes(operand.replaceAll('"', ""));
		if (operator !== "in") throw new Error(`unknown operator ${operator}`);
		if (operand === "{") {
			const values: string[] = [];
			for (let value = next(); value !== "}"; value = next()) values.push(value);
			return (probe) => (word === "net.src.ip" ? !probe.stranger : values.includes("0.0.0.0/0"));
		}
		const name = operand.slice(2, -1);
		return (probe, lists) => {
			const list = lists.get(name);
			if (!list) throw new Error(`no list ${name}`);
			return valuesOf(word, probe).some((value) => list.includes(value));
		};
	};
	const whole = either();
	if (at !== tokens.length) throw new Error(`more than an expression: ${text}`);
	return whole;
}

function valuesOf(field: string, { host, port, quic = false }: Probe): string[] {
	const labels = host.split(".");
	const names: Readonly<Record<string, readonly string[]>> = {
		"net.sni.host": isAddress(host) ? [] : [host],
		"net.sni.domains": isAddress(host) ? [] : labels.map((_, index) => labels.slice(index).join(".")),
		"net.dst.ip": isAddress(host) ? [host] : [],
		"net.dst.port": [String(port)],
		"net.protocol": [quic ? "udp" : "tcp"],
	};
	const values = names[field];
	if (!values) throw new Error(`unknown field ${field}`);
	return [...values];
}

function isAddress(text: string): boolean {
	return /^[\d.]+$|:/.test(text);
}
