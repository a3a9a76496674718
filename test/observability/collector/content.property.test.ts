import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/json.js";
import { coworkEvents, desktopEvents } from "../../../src/observability/catalogue.js";
import { claudeCodeEvents, metrics, spans } from "../../../src/observability/claude-code-signals.js";
import { collectorConfig } from "../../../src/observability/collector/collector-config.js";
import { peopleForms } from "../../../src/observability/observability.js";
import type { Gate, Signals } from "../../../src/observability/telemetry.js";
import { tiers } from "../../../src/observability/tier.js";
import { partOf, terms } from "../observed.js";

/** What each sink may get of each tier: written by hand from the tiers of the source. */
const mayGet: Readonly<Record<string, Readonly<Record<string, readonly Gate[]>>>> = {
	metadata: {},
	toolDetails: { events: ["toolDetails"], content: ["toolDetails"] },
	restricted: { events: ["toolDetails"], content: ["toolDetails", "toolContent"] },
	forensic: {
		events: ["toolDetails"],
		content: ["userPrompts", "assistantResponses", "toolDetails", "toolContent", "rawApiBodies"],
	},
};

/** Sent with every signal whatever is captured, and as telling as arguments of tools. */
const always: Readonly<Record<string, readonly Gate[]>> = {
	"workspace.host_paths": ["toolDetails"],
	"workflow.name": ["toolDetails"],
};

/** Names of plug-ins, skills and servers are content in events, and so they are in numbers. */
const named: Readonly<Record<string, readonly Gate[]>> = Object.fromEntries(
	["plugin.name", "plugin.id", "skill.name", "marketplace.name", "mcp_server.name", "mcp_tool.name"].map((name) => [
		name,
		["toolDetails"],
	]),
);

interface Way {
	readonly processor: string;
	readonly exporter: string;
	readonly attributes: string;
	readonly streams: readonly Signals[];
	readonly besides?: Readonly<Record<string, readonly Gate[]>>;
}

const logs: readonly Signals[] = [claudeCodeEvents, coworkEvents, desktopEvents];

/** The ways of the signals, each to the sink that its pipeline has. */
const ways: Readonly<Record<string, Way>> = {
	metrics: {
		processor: "metrics",
		exporter: "metrics",
		attributes: "datapoint.attributes",
		streams: [metrics],
		besides: named,
	},
	logs: { processor: "logs", exporter: "events", attributes: "log.attributes", streams: logs },
	traces: { processor: "traces", exporter: "traces", attributes: "span.attributes", streams: [spans] },
	"logs/content": { processor: "logs_content", exporter: "content", attributes: "log.attributes", streams: logs },
	"traces/content": {
		processor: "traces_content",
		exporter: "content",
		attributes: "span.attributes",
		streams: [spans],
	},
};

/** Content by any signal's word for it: where attributes pass that no page lists, none of these may. */
const anywhere = new Map<string, readonly Gate[]>();
for (const { content = {} } of [spans, claudeCodeEvents, coworkEvents, desktopEvents].flatMap(Object.values))
	for (const [name, gates] of Object.entries(content as Readonly<Record<string, readonly Gate[]>>))
		anywhere.set(name, [...(anywhere.get(name) ?? []), ...gates]);

interface Config {
	readonly processors: Readonly<
		Record<string, Readonly<Record<string, readonly { readonly statements: readonly string[] }[]>>>
	>;
	readonly service: {
		readonly pipelines: Readonly<
			Record<string, { readonly exporters: readonly string[]; readonly processors: readonly string[] }>
		>;
	};
}

function statementsOf({ processors }: Config, processor: string): string[] {
	const { error_mode: _, ...contexts } = processors[`transform/${processor}`] ?? {};
	return Object.values(contexts).flatMap((each) => each.flatMap(({ statements }) => statements));
}

/** What of a signal's attributes statements leave at a tier; nothing where no statement looks at it. */
function left(
	statements: readonly string[],
	attributes: string,
	signal: string,
	tier: string,
): readonly string[] | "all" {
	const ofTier = ` and resource.attributes["cowork.tier"] == "${tier}"`;
	const keep = statements.filter(
		(each) =>
			each.startsWith(`keep_keys(${attributes}, `) &&
			each.includes(` == ${JSON.stringify(signal)} and `) &&
			each.endsWith(ofTier),
	);
	const lists = keep.map((each): string[] => JSON.parse(each.slice(each.indexOf("["), each.indexOf("]) where") + 1)));
	return lists.length === 0 ? "all" : lists.reduce((one, other) => one.filter((name) => other.includes(name)));
}

function isDeleted(statements: readonly string[], attributes: string, name: string, tier: string): boolean {
	return statements.some((each) =>
		each.startsWith(
			`delete_key(${attributes}, ${JSON.stringify(name)}) where resource.attributes["cowork.tier"] == "${tier}"`,
		),
	);
}

/** Content that a sink gets although the tier does not allow it, over the whole catalogue. */
function leaks(config: Config, used: readonly string[]): string[] {
	return Object.entries(ways).flatMap(([pipeline, { processor, exporter, attributes, streams, besides = {} }]) => {
		const { exporters = [], processors = [] } = config.service.pipelines[pipeline] ?? {};
		if (String(exporters) !== `otlphttp/${exporter}`) return [`${pipeline} goes to ${exporters}`];
		if (!processors.includes(`transform/${processor}`)) return [`${pipeline} is not redacted`];
		const statements = statementsOf(config, processor);
		return used.flatMap((tier) =>
			streams.flatMap((stream) =>
				Object.entries(stream).flatMap(([signal, { content = {} }]) => {
					const kept = left(statements, attributes, signal, tier);
					const all = kept === "all" ? Object.fromEntries(anywhere) : content;
					return Object.entries({ ...always, ...besides, ...all })
						.filter(([, gates]) => !gates.some((gate) => mayGet[tier]?.[exporter]?.includes(gate)))
						.filter(([name]) => (kept === "all" ? !isDeleted(statements, attributes, name, tier) : kept.includes(name)))
						.map(([name]) => `${pipeline}: ${name} of ${signal} at ${tier}`);
				}),
			),
		);
	});
}

const groups = fc.dictionary(
	fc.constantFrom("pilot", "research", "cases", "general"),
	fc.option(fc.constantFrom(...tiers), { nil: undefined }),
	{ minKeys: 1, noNullPrototype: true },
);

const deployments = fc.record({ groups, tier: fc.constantFrom(...tiers), people: fc.constantFrom(...peopleForms) });

function configOf(
	block: { tier: string; people?: string },
	ofGroups: Readonly<Record<string, string | undefined>>,
): Config {
	const blocks = Object.entries(ofGroups).map(([name, tier]) => [
		name,
		{ preset: "none", ...(tier !== undefined && { observability: { tier } }) },
	]);
	const config: JsonObject | undefined = collectorConfig(partOf({ ...terms, ...block }, Object.fromEntries(blocks)));
	if (!config) throw new Error("no configuration");
	return config as unknown as Config;
}

test("for no tier does content of the catalogue reach a sink that the tier does not allow", () => {
	fc.assert(
		fc.property(deployments, ({ groups: ofGroups, ...block }) => {
			const used = new Set(["metadata", ...Object.values(ofGroups).map((tier) => tier ?? block.tier)]);
			expect(leaks(configOf(block, ofGroups), [...used])).toEqual([]);
		}),
		{ numRuns: 40 },
	);
});

const whole = configOf({ tier: "metadata" }, { a: "toolDetails", b: "restricted", c: "forensic" });

function changed(processor: string, change: (statement: string) => string | undefined): Config {
	const { [`transform/${processor}`]: transform = {} } = whole.processors;
	const contexts = Object.entries(transform).map(([member, value]) => [
		member,
		Array.isArray(value)
			? value.map(({ statements, ...context }) => ({
					...context,
					statements: statements.flatMap((each: string) => change(each) ?? []),
				}))
			: value,
	]);
	return { ...whole, processors: { ...whole.processors, [`transform/${processor}`]: Object.fromEntries(contexts) } };
}

function piped(pipeline: string, member: object): Config {
	const { pipelines } = whole.service;
	const other = { ...pipelines, [pipeline]: { ...pipelines[pipeline], ...member } } as Config["service"]["pipelines"];
	return { ...whole, service: { ...whole.service, pipelines: other } };
}

const adding = (name: string, where: string) => (each: string) =>
	each.startsWith("keep_keys(") && each.includes(where)
		? each.replace("([", `(["${name}", `).replace(", [", `, ["${name}", `)
		: each;

test.each<[string, Config]>([
	["keeps a prompt for the SIEM", changed("logs", adding("prompt", '== "user_prompt" and'))],
	[
		"keeps arguments at metadata",
		changed("logs", adding("tool_input", '== "tool_result" and resource.attributes["cowork.tier"] == "metadata"')),
	],
	[
		"keeps bodies for the restricted tier",
		changed(
			"logs_content",
			adding("body", '== "api_request_body" and resource.attributes["cowork.tier"] == "restricted"'),
		),
	],
	["keeps names of plug-ins in numbers", changed("metrics", adding("plugin.name", '== "claude_code.'))],
	["keeps folders of people", changed("traces", adding("workspace.host_paths", '== "claude_code.interaction"'))],
	[
		"does not look at an event",
		changed("logs", (each) => (each.includes('== "mcp_server_connection"') ? undefined : each)),
	],
	["does not look at a span", changed("traces", (each) => (each.includes('== "claude_code.hook"') ? undefined : each))],
	[
		"does not look at a tier",
		changed("logs_content", (each) => (each.endsWith('== "toolDetails"') ? undefined : each)),
	],
	[
		"leaves prompts on spans of tools",
		changed("traces_content", (each) => (each.startsWith("delete_key(span.attributes") ? undefined : each)),
	],
	["sends content to the SIEM", piped("logs/content", { exporters: ["otlphttp/events"] })],
	["redacts nothing", piped("logs", { processors: ["memory_limiter", "batch"] })],
])("a collector that %s is told apart", (_, config) => {
	expect(leaks(whole, tiers)).toEqual([]);
	expect(config).not.toEqual(whole);
	expect(leaks(config, tiers)).not.toEqual([]);
});
