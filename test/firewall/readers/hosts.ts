import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
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
