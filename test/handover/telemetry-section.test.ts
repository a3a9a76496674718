import { expect, test } from "vitest";
import { telemetrySection } from "../../src/handover/telemetry-section.js";
import { collector, partOf, sinks, terms } from "../observability/observed.js";

function rowsOf(block: object): Record<string, string> {
	const rows = telemetrySection(partOf({ tier: "toolDetails", ...terms, ...block }))
		.filter((line) => line.startsWith("|"))
		.map((line) => line.split("|").map((cell) => cell.trim()));
	return Object.fromEntries(rows.map((cells) => [cells[1] ?? "", cells.at(-2) ?? ""]));
}

test("each store that content reaches stands with who reads it and for how long", () => {
	const both = rowsOf({});
	expect(both).toMatchObject({
		"`pilot`": "events: toolDetails; content: toolDetails",
		"may read content in `events`": "incident-response and whoever else reads the SIEM",
		"content in `events` is kept": "365 days",
		"may read content in `content`": "incident-response",
		"content in `content` is kept": "30 days",
		"people outside of the store for content": "pseudonymous",
	});
	const alone = rowsOf({ retention: { content: 30 }, collector: { ...collector, sinks: { events: sinks.events } } });
	expect(alone).toMatchObject({ "`pilot`": "events: toolDetails", "content in `events` is kept": "nobody says" });
	expect(Object.keys(alone)).not.toContain("content in `content` is kept");
});

test("of a collector of one's own, nothing is said that it alone decides", () => {
	expect(rowsOf({ collector: { endpoint: collector.endpoint } })).toMatchObject({
		"`pilot`": "what it does with it is its own affair",
		"may read content": "incident-response",
		"content is kept": "30 days",
		"people outside of the store for content": "the collector's own affair",
	});
});
