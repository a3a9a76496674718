import type { Node } from "web-tree-sitter";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { powershellParser } from "../../support/powershell.js";
import type { Probe, Verdict } from "../reader.js";

const parse = await powershellParser();

/**
 * The tables of the script, as PowerShell's grammar has them. A rule that blocks goes before one that allows; a wildcard is
 * read as taking its own name along, and any depth, which is the widest of the readings that its page leaves.
 */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const content = files.find(({ name }) => name === "claude-firewall.ps1")?.content ?? "";
	if (!/^[ -~\t\r\n]*$/.test(content)) throw new Error("not ASCII alone");
	const [keywords = {}, ...rules] = parse(content)
		.descendantsOfType("hash_literal_expression")
		.filter((table) => table !== null)
		.map(tableOf)
		// What the script fills itself.
		.filter((table, index) => index === 0 || Object.keys(table).length > 0);
	const names = rules.map(({ Name }) => Name);
	if (new Set(names).size < names.length) throw new Error("a rule twice");
	const matches = (rule: Readonly<Record<string, string>>, { host, port, quic = false }: Probe) => {
		if (rule.Protocol !== undefined && rule.Protocol !== (quic ? "UDP" : "TCP")) return false;
		if (rule.RemotePort !== undefined && rule.RemotePort !== String(port)) return false;
		if (rule.RemoteAddress !== undefined) return rule.RemoteAddress === host;
		const keyword = keywords[rule.RemoteDynamicKeywordAddresses ?? ""];
		if (keyword === undefined) throw new Error("a keyword that is not there");
		if (!keyword.startsWith("*.")) return host === keyword;
		return host === keyword.slice(2) || host.endsWith(keyword.slice(1));
	};
	return (probe) => {
		const actions = rules.filter((rule) => matches(rule, probe)).map(({ Action }) => Action);
		if (actions.includes("Block")) return "closed";
		return actions.includes("Allow") ? "open" : "unlisted";
	};
}

/** A table of texts; throws where an entry is anything else. */
function tableOf(node: Node): Record<string, string> {
	const entries = node.descendantsOfType("hash_entry").map((entry): [string, string] => {
		const [, key = "", value = ""] = /^('(?:[^']|'')*'|[A-Za-z]+) = ('(?:[^']|'')*');?$/.exec(entry?.text ?? "") ?? [];
		if (value === "") throw new Error(`no entry of texts: ${entry?.text}`);
		return [textOf(key), textOf(value)];
	});
	return Object.fromEntries(entries);
}

function textOf(literal: string): string {
	return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : literal;
}
