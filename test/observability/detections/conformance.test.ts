import { describe, expect, test } from "vitest";
import {
	attribute,
	type Detection,
	type DetectionRule,
	resource,
} from "../../../src/observability/detections/detection.js";
import { detections } from "../../../src/observability/detections/index.js";
import { brokenLaws } from "../../support/broken-laws.js";
import { cases } from "./events.js";
import { examineDetection, laws } from "./exam.js";

for (const [name, detection] of Object.entries<Detection>(detections)) examineDetection(name, detection);

test("every detection has events that it is for, and others that it is not for", () => {
	expect(Object.keys(cases)).toEqual(Object.keys(detections));
	for (const [positive, negative] of Object.values(cases)) expect(positive.length * negative.length).toBeGreaterThan(0);
});

/** The least a detection can be. */
const plain: Detection = {
	title: "A server of an unapproved scope connected",
	severity: "low",
	because: "nobody knows whose it is",
	events: ["mcp_server_connection"],
	rule: ({ mcpScopes }) =>
		mcpScopes.length === 0 ? undefined : { condition: { not: { field: attribute("server_scope"), is: mcpScopes } } },
	investigate: ["whose server it is"],
	contain: ["close it"],
	regression: "the server does not connect",
};

examineDetection("a detection from outside the registry", plain);

function always(rule: DetectionRule): Detection {
	return { ...plain, rule: () => rule };
}

let count = 0;

describe("the exam fails a detection that", () => {
	test.each<[string, Detection, keyof typeof laws]>([
		[
			"says nothing of what people do",
			{ ...plain, contain: [] },
			"says in words what it is, why it matters and what people do",
		],
		[
			"speaks in two sentences",
			{ ...plain, because: "it is bad. Very." },
			"says in words what it is, why it matters and what people do",
		],
		[
			"is about an event of no program",
			{ ...always({ condition: { field: resource("cowork.group"), is: ["a"] } }), events: ["mcp_connection"] },
			"is about events of the catalogue",
		],
		["is about nothing", { ...plain, events: [] }, "is about events of the catalogue"],
		[
			"reads what the event has not",
			always({ condition: { field: attribute("tool_name"), is: ["a"] } }),
			"reads what each of its events has, or what a deployment gives",
		],
		[
			"reads an attribute as one of the device",
			always({ condition: { field: resource("server_scope"), is: ["a"] } }),
			"reads what each of its events has, or what a deployment gives",
		],
		["has no rule at all", { ...plain, rule: () => undefined }, "has a rule for a deployment that says everything"],
		[
			"asks whether a value is one of none",
			{ ...plain, rule: ({ marketplaces }) => ({ condition: { field: attribute("server_scope"), is: marketplaces } }) },
			"asks of no empty list, whatever a deployment says",
		],
		[
			"asks for all of nothing",
			always({ condition: { all: [] } }),
			"asks of no empty list, whatever a deployment says",
		],
		["tells of every event", always({}), "tells of something, and not of every event"],
		[
			"waits for one event",
			always({ over: { times: 1, within: "1h", by: attribute("status") } }),
			"waits for more than one event, or for a sum above nothing, where it waits at all",
		],
		[
			"waits for a sum above less than nothing",
			always({ over: { sum: "duration_ms", above: -1, within: "1h", by: attribute("status") } }),
			"waits for more than one event, or for a sum above nothing, where it waits at all",
		],
		[
			"makes another rule each time",
			{ ...plain, rule: () => ({ condition: { field: attribute("status"), is: [String(count++)] } }) },
			"makes the same rule of the same deployment",
		],
		[
			"approves of what one deployment approves of",
			always({ condition: { not: { field: attribute("server_scope"), is: ["managed"] } } }),
			"holds what a deployment approves of for approved",
		],
		[
			"asks a metric that nobody sends",
			always({ promql: "sum(claude_code_mcp_total) > 1" }),
			"asks metrics of the catalogue, as a store of Prometheus names them",
		],
		[
			"compares with no number",
			always({ condition: { field: attribute("duration_ms"), above: Number.NaN } }),
			"compares numbers with numbers",
		],
	])("%s", (_, detection, name) => {
		expect(brokenLaws(laws, detection)).toEqual([name]);
	});
});
