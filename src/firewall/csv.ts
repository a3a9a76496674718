import { made } from "../outcome.js";
import { csvTable } from "../table/csv.js";
import type { FirewallBackend, NoOptions } from "./backend.js";
import { type RequestRow, requestRows } from "./request-rows.js";

/** A change request for whatever opens a table: one rule in a row, each with why and what stops working without it. */
export const csv: FirewallBackend<NoOptions> = {
	title: "CSV of a change request",
	docs: "https://www.rfc-editor.org/rfc/rfc4180",
	evidence: "read by Python's csv module",
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
			files: [
				{
					name: "rules.csv",
					mediaType: "text/csv",
					content: csvTable(columns, requestRows(request).map(cellsOf)),
				},
			],
			effects: [],
		}),
};

const columns = [
	"action",
	"host",
	"port",
	"protocol",
	"from",
	"operator",
	"requirement",
	"because",
	"ifDenied",
	"sources",
];

function cellsOf(row: RequestRow): string[] {
	const { action, host, port, protocol, from, operator, requirement, because, ifDenied, sources } = row;
	const lists = [from.join(" "), operator, requirement, because.join("; "), ifDenied, sources.join(" ")];
	return [action, host, port, protocol, ...lists];
}
