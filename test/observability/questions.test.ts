import { expect, test } from "vitest";
import { allowedNames, knownEvents } from "../../src/observability/collector/known-attributes.js";
import { contentCategories } from "../../src/observability/content-category.js";
import { questionFiles } from "../../src/observability/question-files.js";
import { type Question, questions } from "../../src/observability/questions.js";
import { partOf } from "./observed.js";

const all = Object.entries<Question>(questions);

test("there are the nine of the source", () => {
	expect(all.map(([, { asks }]) => asks)).toEqual([
		"Was a tool call allowed or denied?",
		"What did the tool do?",
		"Did the permission mode change?",
		"Did an MCP server connect?",
		"Did a policy hook run?",
		"Which hooks are present?",
		"Did authentication fail?",
		"Did a plug-in install or load?",
		"Did the model request fail?",
	]);
});

test.each(all)("%s looks at what its events have", (_, { events, fields }) => {
	const had = events.flatMap((event) => {
		const known = knownEvents.get(event);
		return known ? allowedNames(known, contentCategories) : [];
	});
	for (const event of events) expect(knownEvents.has(event)).toBe(true);
	for (const field of fields) expect(had).toContain(field);
});

test("what no group sends is not asked for, and named", () => {
	const files = new Map(questionFiles(partOf({})).map(({ name, content }) => [name, content]));
	expect(files.get("questions/kusto/mcp-connections.kql")).toBe(
		[
			"// Did an MCP server connect?",
			"OTelLogs",
			'| where tostring(Attributes["event.name"]) in ("mcp_server_connection")',
			'| where (tostring(ResourceAttributes["cowork.deployment"]) in ("eu") or not(isnotempty(tostring(ResourceAttributes["cowork.deployment"]))))',
			'| project TimeGenerated, ["cowork.group"] = tostring(ResourceAttributes["cowork.group"]), ["session.id"] = tostring(Attributes["session.id"]), ["event.name"] = tostring(Attributes["event.name"]), ["status"] = tostring(Attributes["status"]), ["transport_type"] = tostring(Attributes["transport_type"]), ["server_scope"] = tostring(Attributes["server_scope"])',
			"| order by TimeGenerated desc",
			"",
		].join("\n"),
	);
	expect(files.get("questions/README.md")).toMatch(/^\| `mcp-connections` \|.*\| `server_name` \|$/m);
	expect(questionFiles(partOf({ phase: "managed" }))).toEqual([]);
});
