import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/** https://www.rfc-editor.org/rfc/rfc4180: the columns are those of the first line. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const [head = [], ...records] = parse(onlyFile(files, "rules.csv"));
	const rows = records.map((cells) => {
		if (cells.length !== head.length) throw new Error(`${cells.length} cells`);
		for (const cell of cells) if (/^\s*[=+\-@]/.test(cell)) throw new Error(`a formula: ${cell}`);
		return Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""]));
	});
	return ({ host, port, stranger = false, quic = false }) => {
		const decisive = rows.find((row) => {
			if (row.from !== "" && stranger) return false;
			if (row.port !== "" && row.port !== String(port)) return false;
			if (row.protocol === "tcp" && quic) return false;
			const name = row.host ?? "";
			return name.startsWith("*.") ? host.endsWith(name.slice(1)) : host === name;
		});
		if (!decisive) return "unlisted";
		return decisive.action === "allow" ? "open" : "closed";
	};
}

export function parse(text: string): string[][] {
	if (!text.endsWith("\r\n")) throw new Error("no final CRLF");
	const records: string[][] = [[]];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		records.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
		if (end === "\r\n") records.push([]);
	}
	return records.slice(0, -1);
}
