import MarkdownIt from "markdown-it";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { onlyFile, type Probe, type Verdict } from "../reader.js";

/** The cells of the tables that a program renders from the text, below the heading that each stands under. */
export function read(files: readonly RuleFile[]): (probe: Probe) => Verdict {
	const tokens = new MarkdownIt({ html: true }).parse(onlyFile(files, "change-request.md"), {});
	const rows: { section: string; cells: string[] }[] = [];
	let section = "";
	let from = "";
	for (const [index, token] of tokens.entries()) {
		const before = tokens[index - 1]?.type;
		if (token.type === "html_block") throw new Error("html");
		if (token.type === "tr_open") rows.push({ section, cells: [] });
		if (token.type !== "inline") continue;
		const children = token.children ?? [];
		const strange = children.find(({ type }) => !["text", "code_inline"].includes(type));
		if (strange && !(before === "paragraph_open" && strange.type === "softbreak"))
			throw new Error(`no text: ${strange.type}`);
		const text = children.map(({ content }) => content).join("");
		if (before === "heading_open") section = text;
		if (before === "paragraph_open" && text.startsWith("From: ")) from = text;
		if (before === "td_open" || before === "th_open") rows.at(-1)?.cells.push(text);
	}
	const ofSection = (title: string) => rows.filter((row) => row.section === title).slice(1);
	const denied = new Set(ofSection("Deny").map(({ cells }) => cells[0]));
	const allowed = ofSection("Allow").map(({ cells: [host = "", port = ""] }) => ({ host, port }));
	const isLimited = from !== "From: the devices of these users";
	return ({ host, port, stranger = false, quic = false }) => {
		if (isLimited && stranger) return "unlisted";
		if (denied.has(host)) return "closed";
		const isOpen = allowed.some((row) => {
			if (quic || row.port !== `${port}/tcp`) return false;
			return row.host.startsWith("*.") ? host.endsWith(row.host.slice(1)) : host === row.host;
		});
		return isOpen ? "open" : "unlisted";
	};
}
