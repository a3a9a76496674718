import { made } from "../outcome.js";
import { markdownCode as code, markdownAddress, markdownTable, markdownText as text } from "../table/markdown.js";
import type { FirewallBackend, NoOptions, RuleRequest } from "./backend.js";
import { linesOf, titleOf } from "./comment.js";
import { type RequestRow, requestRows } from "./request-rows.js";

/** A change request to read: what is asked for, why, and what stops working without it. */
export const markdown: FirewallBackend<NoOptions> = {
	title: "Markdown of a change request",
	docs: "https://github.github.com/gfm/#tables-extension-",
	evidence: "read by markdown-it",
	names: "exact",
	subdomains: "exact",
	ports: true,
	clients: true,
	denies: false,
	deniesHosts: true,
	inspects: false,
	quic: "not said",
	revisions: "the file replaces the old one; its difference is the change",
	options: {},
	examples: {
		plain: {},
		clients: { clients: ["10.20.0.0/16", "2001:db8:20::/48"] },
		denying: { deny: { agents: ["copilot"], hosts: ["telemetry.example.org"] } },
	},
	render: (request) =>
		made({
			files: [{ name: "change-request.md", mediaType: "text/markdown", content: linesOf(page(request)) }],
			effects: [],
		}),
};

function page(request: RuleRequest): string[] {
	const rows = requestRows(request);
	const denied = rows.filter(({ action }) => action === "deny");
	const allowed = rows.filter(({ action }) => action === "allow");
	const from = request.clients ? request.clients.map(code).join(", ") : "the devices of these users";
	return [
		`# ${titleOf(request)}`,
		"",
		`From: ${from}`,
		"",
		...(denied.length === 0 ? [] : section("Deny", ["host", "because", "sources"], denied.map(denyCells))),
		...section(
			"Allow",
			["host", "port", "requirement", "operator", "because", "if denied", "sources"],
			allowed.map(allowCells),
		),
		"A host that starts with `*.` means any depth below the name, and not the name itself. Every rule is TCP; QUIC (UDP",
		"443) is not needed.",
	];
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
	return [`## ${title}`, "", ...markdownTable(head, rows), ""];
}

function allowCells({ host, port, requirement, operator, because, ifDenied, sources }: RequestRow): string[] {
	return [
		code(host),
		`${port}/tcp`,
		requirement,
		operator,
		text(because.join("; ")),
		text(ifDenied),
		sources.map(markdownAddress).join(" "),
	];
}

function denyCells({ host, because, sources }: RequestRow): string[] {
	return [code(host), text(because.join("; ")), sources.map(markdownAddress).join(" ")];
}
