import { describe, expect, it } from "vitest";
import { ownAttributes } from "../../../src/observability/attribute-grammar.js";
import { metrics } from "../../../src/observability/claude-code-signals.js";
import { allowedNames, knownEvents } from "../../../src/observability/collector/known-attributes.js";
import { contentCategories } from "../../../src/observability/content-category.js";
import {
	type Condition,
	type Detection,
	type DetectionParameters,
	type DetectionRule,
	fieldsOf,
} from "../../../src/observability/detections/detection.js";

/** A deployment that says something of everything, and one that says nothing. */
export const parameters: readonly DetectionParameters[] = [
	{
		deployment: "eu",
		mcpScopes: ["managed"],
		mcpServers: ["tracker"],
		marketplaces: ["acme"],
		bypassEnvironments: ["containers"],
		sensitiveTiers: ["sensitive"],
		hourlyCost: 10,
		groups: [
			{
				name: "pilot",
				disabledTools: ["WebSearch"],
				mcpServers: ["wiki"],
				allowedHosts: ["docs.example.com", "*.example.org"],
			},
			{ name: "open", disabledTools: [], mcpServers: [], allowedHosts: ["*"] },
			{ name: "shut", disabledTools: [], mcpServers: [], allowedHosts: [] },
		],
	},
	{
		deployment: "eu",
		mcpScopes: [],
		mcpServers: [],
		marketplaces: [],
		bypassEnvironments: [],
		sensitiveTiers: [],
		hourlyCost: 25,
		groups: [{ name: "pilot", disabledTools: [], mcpServers: [] }],
	},
];

function rulesOf({ rule }: Detection): DetectionRule[] {
	return parameters.flatMap((each) => rule(each) ?? []);
}

function comparisons(condition: Condition): Extract<Condition, { readonly field: unknown }>[] {
	if ("all" in condition) return condition.all.flatMap(comparisons);
	if ("any" in condition) return condition.any.flatMap(comparisons);
	if ("not" in condition) return comparisons(condition.not);
	return [condition];
}

function lists(condition: Condition): (readonly unknown[])[] {
	if ("all" in condition) return [condition.all, ...condition.all.flatMap(lists)];
	if ("any" in condition) return [condition.any, ...condition.any.flatMap(lists)];
	if ("not" in condition) return lists(condition.not);
	if ("is" in condition) return [condition.is];
	if ("matches" in condition) return [condition.matches];
	return "contains" in condition ? [condition.contains] : [];
}

/** What a resource says that devices do not say by themselves. */
const given = ["deployment.environment", "repository.tier", ...Object.values(ownAttributes)];

const sentence = /^[a-zA-Z][^\n]*[^.\n]$/;

/** What every detection must keep; a check throws where the law is broken. */
export const laws = {
	"says in words what it is, why it matters and what people do": (detection) => {
		const { title, because, investigate, contain, regression } = detection;
		expect(title).toMatch(/^[A-Z][^\n]*[^.\n]$/);
		expect(because).toMatch(/^[a-z][^\n]*[^.\n]$/);
		for (const steps of [investigate, contain, [regression]]) {
			expect(steps).not.toEqual([]);
			for (const step of steps) expect(step).toMatch(sentence);
		}
	},
	"is about events of the catalogue": ({ events }) => {
		expect(events).not.toEqual([]);
		for (const event of events) expect([event, knownEvents.has(event)]).toEqual([event, true]);
	},
	"reads what each of its events has, or what a deployment gives": (detection) => {
		for (const field of rulesOf(detection).flatMap(fieldsOf))
			if ("resource" in field) expect(given).toContain(field.resource);
			else
				for (const event of detection.events) {
					const known = knownEvents.get(event);
					expect(known ? allowedNames(known, contentCategories) : []).toContain(field.attribute);
				}
	},
	"has a rule for a deployment that says everything": ({ rule }) => {
		expect(parameters[0] && rule(parameters[0])).toBeDefined();
	},
	"asks of no empty list, whatever a deployment says": (detection) => {
		for (const { condition } of rulesOf(detection))
			for (const list of condition ? lists(condition) : []) expect(list).not.toEqual([]);
	},
	"tells of something, and not of every event": (detection) => {
		for (const { condition, over, promql } of rulesOf(detection)) expect(condition ?? over ?? promql).toBeDefined();
	},
	"waits for more than one event, or for a sum above nothing, where it waits at all": (detection) => {
		for (const { over } of rulesOf(detection)) {
			if (!over) continue;
			expect("times" in over ? over.times : over.above).toBeGreaterThan("times" in over ? 1 : 0);
		}
	},
	"makes the same rule of the same deployment": ({ rule }) => {
		for (const each of parameters) expect(rule(each)).toEqual(rule(each));
	},
	"holds what a deployment approves of for approved": (detection) => {
		const [whole] = parameters;
		if (!whole) return;
		const said = JSON.stringify(detection.rule(whole) ?? {});
		const renamed = {
			...whole,
			mcpScopes: ["renamed"],
			mcpServers: ["renamed"],
			marketplaces: ["renamed"],
			bypassEnvironments: ["renamed"],
			sensitiveTiers: ["renamed"],
			hourlyCost: 77,
			groups: whole.groups.map((group) => ({ ...group, name: `${group.name}-renamed`, mcpServers: ["renamed"] })),
		};
		const follows = JSON.stringify(detection.rule(renamed) ?? {});
		const literal = ["managed", "tracker", "wiki", "acme", "containers", "sensitive", '"pilot"'].filter((word) =>
			said.includes(word),
		);
		for (const word of literal) expect([word, follows.includes(word)]).toEqual([word, false]);
	},
	"asks metrics of the catalogue, as a store of Prometheus names them": (detection) => {
		const names = Object.keys(metrics).map((name) => name.replaceAll(".", "_").replace(/_total$/, ""));
		for (const { promql } of rulesOf(detection))
			if (promql !== undefined) expect(names.filter((name) => promql.includes(name))).toHaveLength(1);
	},
	"compares numbers with numbers": (detection) => {
		for (const { condition } of rulesOf(detection))
			for (const each of condition ? comparisons(condition) : [])
				if ("above" in each) expect(Number.isFinite(each.above)).toBe(true);
	},
} satisfies Record<string, (detection: Detection) => void>;

export function examineDetection(name: string, detection: Detection): void {
	describe(name, () => {
		it.each(Object.entries(laws))("%s", (_, law) => law(detection));
	});
}
