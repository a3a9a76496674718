import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../src/json.js";
import { coworkEvents, desktopEvents } from "../../../src/observability/catalogue.js";
import { claudeCodeEvents, metrics, spans } from "../../../src/observability/claude-code-signals.js";
import { collectorConfig } from "../../../src/observability/collector/collector-config.js";
import type { ContentCategory } from "../../../src/observability/content-category.js";
import type { Signals } from "../../../src/observability/telemetry.js";
import { groupOfEachTier, partOf, terms } from "../observed.js";
import { type Arrived, realCollector, type Sent, throughCollector } from "../programs/real-collector.js";
import {
	canary,
	exemplars,
	links,
	logs,
	numbers,
	otherAgentSignals,
	person,
	plantedSecrets,
	traces,
} from "../synthetic.js";

const program = realCollector();
const whyNot = "whyNot" in program ? program.whyNot : undefined;

const here = (name: string) => ({ endpoint: `http://127.0.0.1:1/${name}`, headers: { "x-sink": name } });
const sinks = {
	metrics: here("metrics"),
	events: here("events"),
	traces: here("traces"),
	content: here("content"),
};

function configOf(people: string) {
	const collector = {
		endpoint: "https://otel.example.com:4318",
		auth: { token: { fromEnv: "COLLECTOR_TOKEN" } },
		sinks,
	};
	const config = collectorConfig(partOf({ ...terms, collector, people }, groupOfEachTier));
	if (!config) throw new Error("no configuration");
	return config;
}

/** Groups by what their devices name, and what each sink may get of them: written by hand from the tiers of the source. */
const mayGet: Readonly<Record<string, Readonly<Record<string, readonly ContentCategory[]>>>> = {
	plain: {},
	details: { events: ["toolDetails"], content: ["toolDetails"] },
	restricted: { events: ["toolDetails"], content: ["toolDetails", "toolContent"] },
	cases: {
		events: ["toolDetails"],
		content: ["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"],
	},
	// Of no group, and of one that the deployment does not have.
	nobody: {},
	stranger: {},
};

const groups = Object.keys(mayGet);
const named = (group: string) => (group === "nobody" ? undefined : group);

/** Everything that devices of groups may send. */
function everything(of: readonly string[]): Sent[] {
	return of.flatMap((group) => [
		logs(named(group), "claude-code", claudeCodeEvents),
		logs(named(group), "cowork", coworkEvents),
		logs(named(group), "claude-desktop", desktopEvents),
		numbers(named(group), metrics),
		traces(named(group), spans),
		logs(named(group), "codex_cli_rs", otherAgentSignals),
		traces(named(group), otherAgentSignals),
		numbers(named(group), metrics, { exemplars }),
		traces(named(group), spans, { links }),
	]);
}

const sent: readonly Sent[] = [...everything(groups), { ...numbers("plain", metrics), token: "Bearer wrong" }];

interface Attribute {
	readonly key: string;
	readonly value: { readonly stringValue?: string };
}

interface Unit {
	readonly resource: { readonly attributes: readonly Attribute[] };
}

/** What arrived at a sink of a group, as text. */
function ofGroup({ bySink }: Arrived, sink: string, group: string): string {
	const all = (bySink.get(sink) ?? []).flatMap((body) =>
		Object.values(JSON.parse(body) as Record<string, Unit[]>).flat(),
	);
	const mine = all.filter(({ resource }) => {
		const said = resource.attributes.find(({ key }) => key === "cowork.group")?.value.stringValue;
		return said === named(group);
	});
	return JSON.stringify(mine);
}

/** Content that came out at a sink although the tier of the group does not allow it, and credentials anywhere. */
function leaks(arrived: Arrived, of: readonly string[]): string[] {
	const content = of.flatMap((group) =>
		Object.keys(sinks).flatMap((sink) => {
			const allowed = mayGet[group]?.[sink] ?? [];
			const found = [...ofGroup(arrived, sink, group).matchAll(/content\(([a-zA-Z+]+)\) of (\S+) ([\w.]+)/g)];
			return found
				.filter(([, gates = ""]) => !gates.split("+").some((gate) => allowed.some((each) => each === gate)))
				.map(([whole]) => `${sink}: ${whole}`);
		}),
	);
	const all = [...arrived.bySink.values()].flat().join("\n");
	return [...content, ...plantedSecrets.filter((secret) => all.includes(secret))];
}

/** The configuration without the statements, or with others, that a word is part of. */
function without(word: string, instead?: string): JsonObject {
	const change = (value: JsonValue): JsonValue => {
		if (Array.isArray(value)) {
			const kept = value.filter((each) => typeof each !== "string" || instead !== undefined || !each.includes(word));
			return kept.map(change);
		}
		if (typeof value === "string") return instead === undefined ? value : value.replaceAll(word, instead);
		return isJsonObject(value)
			? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]))
			: value;
	};
	return change(configOf("pseudonymous")) as JsonObject;
}

describe.skipIf(whyNot !== undefined)(`a collector${whyNot ? ` (${whyNot})` : ""}`, () => {
	test.each([
		["keeps whatever events have", without("keep_keys(log.attributes")],
		["keeps whatever spans have", without("keep_keys(span.attributes")],
		["keeps whatever numbers have", without("keep_keys(datapoint.attributes")],
		["believes the tier that is sent", without('set(resource.attributes["cowork.tier"], "metadata")')],
		["leaves what happened inside of spans", without("delete_matching_keys(spanevent.attributes")],
		["leaves prompts on spans of tools", without("delete_key(spanevent.attributes")],
		["leaves texts of errors", without("set(span.status.message")],
		["leaves exemplars", without("Len(datapoint.exemplars)")],
		["leaves links of spans", without("Len(span.links)")],
		["leaves free text", without('set(log.body, "")')],
		["looks for no credentials in values", without("replace_all_patterns(")],
		["takes the strictest tier for the loosest", without('"metadata"', '"forensic"')],
	])(
		"one that %s is told apart",
		async (_, config) => {
			if ("whyNot" in program) return;
			const some = sent.filter(({ token }) => token === undefined);
			expect(leaks(await throughCollector(program.path, config, some), groups)).not.toEqual([]);
		},
		60_000,
	);
});

describe.skipIf(whyNot !== undefined)(`the collector itself${whyNot ? ` (${whyNot})` : ""}`, () => {
	let arrived: Arrived;

	beforeAll(async () => {
		if ("whyNot" in program) return;
		arrived = await throughCollector(program.path, configOf("pseudonymous"), sent);
	}, 120_000);

	test("takes what comes with the credential, and nothing without", () => {
		expect(arrived.statuses).toEqual([...sent.slice(0, -1).map(() => 200), 401]);
		expect([...arrived.bySink.keys()].sort()).toEqual(["content", "events", "metrics", "traces"]);
		expect(arrived.log).not.toMatch(/\t(?:error|fatal)\t/);
	});

	test.each(groups)("of group %s, no sink gets content that its tier does not allow", (group) => {
		expect(leaks(arrived, [group])).toEqual([]);
	});

	test.each(groups)("of group %s, what may pass does, event by event", (group) => {
		const streams: readonly Signals[] = [claudeCodeEvents, coworkEvents, desktopEvents];
		for (const sink of ["events", "content"]) {
			const allowed = mayGet[group]?.[sink] ?? [];
			const text = ofGroup(arrived, sink, group);
			for (const [name, { content = {} }] of streams.flatMap((stream) => Object.entries(stream)))
				for (const [attribute, gates] of Object.entries(content))
					if (gates.some((gate) => allowed.some((each) => each === gate)))
						expect(text).toContain(canary(gates, name, attribute));
		}
	});

	test("a SIEM gets every event with its metadata, and the store for content only what holds some", () => {
		const events = ofGroup(arrived, "events", "plain");
		for (const [name, { attributes, content = {} }] of Object.entries(claudeCodeEvents)) {
			expect(events).toContain(`"stringValue":"${name}"`);
			for (const attribute of attributes)
				if (
					!Object.hasOwn(content, attribute) &&
					!["error", "response", "plugin.name", "marketplace.name"].includes(attribute)
				)
					expect(events).toContain(`metadata of ${name} ${attribute}`);
		}
		expect(ofGroup(arrived, "content", "plain")).toBe("[]");
		expect(ofGroup(arrived, "content", "details")).not.toContain("permission_mode_changed");
	});

	test("what tools took and gave is on their spans in the store for content, and nowhere else", () => {
		for (const group of ["restricted", "cases"])
			for (const name of ["tool.input", "output"])
				expect(ofGroup(arrived, "content", group)).toContain(canary(["toolContent"], "claude_code.tool", name));
		expect([...arrived.bySink.values()].flat().join("\n")).not.toContain(
			canary(["toolContent"], "claude_code.hook", "output"),
		);
	});

	test("credentials are masked where content comes out", () => {
		const all = [...arrived.bySink.values()].flat().join("\n");
		expect(all).toContain("sshpass -p <masked> ssh ada@host");
	});

	test("nothing passes that the catalogue does not know", () => {
		const besidesContent = ["metrics", "events", "traces"].flatMap((sink) => arrived.bySink.get(sink) ?? []).join("\n");
		expect(besidesContent).not.toContain("nobody knows this");
		expect(arrived.bySink.get("content")?.join("\n")).not.toContain("nobody knows this resource");
	});

	test("a number has its deployment and its group as attributes of its own", () => {
		const points = (arrived.bySink.get("metrics") ?? []).flatMap((body) =>
			body.match(/"dataPoints":\[\{[^[]*\[.*?\]/g),
		);
		const named = points.filter((point) => point?.includes('"cowork.deployment","value":{"stringValue":"eu"}'));
		expect(named.length).toBeGreaterThan(0);
		for (const point of named) expect(point).toMatch(/"cowork\.group","value":\{"stringValue":"[a-z]+"\}/);
		// Devices of no group say no deployment.
		expect(named.length).toBeLessThan(points.length);
	});

	test("people are pseudonyms outside of the store for content, the same each time", () => {
		for (const sink of ["metrics", "events", "traces"])
			expect(arrived.bySink.get(sink)?.join("\n")).not.toContain(person);
		expect(arrived.bySink.get("content")?.join("\n")).toContain(person);
		const owners = [
			...(arrived.bySink.get("events") ?? [])
				.join("\n")
				.matchAll(/"enduser\.id","value":\{"stringValue":"([0-9a-f]{64})"/g),
		];
		const made = createHash("sha256").update(`${person}|key`).digest("hex");
		expect(new Set(owners.map(([, pseudonym]) => pseudonym))).toEqual(new Set([made]));
	});

	test("each store is told how long it keeps what it gets", () => {
		const days = (sink: string) =>
			new Set(
				(arrived.bySink.get(sink) ?? []).flatMap((body) =>
					body.match(/cowork\.retention_days","value":\{"intValue":"\d+"/g),
				),
			);
		expect(days("content")).toEqual(new Set(['cowork.retention_days","value":{"intValue":"30"']));
		for (const sink of ["metrics", "events", "traces"])
			expect(days(sink)).toEqual(new Set(['cowork.retention_days","value":{"intValue":"365"']));
	});

	test("where nobody is to be known, not even a pseudonym comes out", async () => {
		if ("whyNot" in program) return;
		const { bySink } = await throughCollector(program.path, configOf("none"), [logs("plain", "cowork", coworkEvents)]);
		expect(bySink.get("events")?.join("\n")).not.toMatch(/ada@example|enduser\.id|user\.email|process\.owner/);
	}, 60_000);
});
