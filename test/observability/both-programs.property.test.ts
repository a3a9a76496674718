import fc from "fast-check";
import { expect, test } from "vitest";
import type { ResolvedSetting } from "../../src/configuration/managed-configuration.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import type { JsonValue } from "../../src/json.js";
import { contentCategories, contentSwitches } from "../../src/observability/content-category.js";
import { tiers } from "../../src/observability/tier.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { observed, terms } from "./observed.js";

const attributes = fc.dictionary(
	fc.constantFrom("team", "cost.center", "deployment.environment", "repository-tier"),
	fc.stringMatching(/^[!#-$&-+./0-:<-[\]-~-]{1,12}$/),
	{ noNullPrototype: true },
);

/** A block of observability as people may write it, and one of a group beside it. */
const described = fc.record({
	endpoint: fc.constantFrom("https://otel.example.com:4318", "https://otel.example.com", "https://o.example.org/otlp"),
	protocol: fc.option(fc.constantFrom("http/protobuf", "http/json", "grpc"), { nil: undefined }),
	helper: fc.option(fc.constantFrom("/opt/example/token", "/usr/local/bin/otel-headers"), { nil: undefined }),
	phase: fc.constantFrom(undefined, "privacyReview", "tracing", "regression"),
	people: fc.constantFrom("named", "pseudonymous", "none"),
	tier: fc.constantFrom(...tiers),
	ofGroup: fc.option(fc.record({ tier: fc.constantFrom(...tiers), attributes }), { nil: undefined }),
	attributes,
});

type Described = typeof described extends fc.Arbitrary<infer Value> ? Value : never;

/** What somebody writes for Claude Code that concerns the collector, too. */
const wordsOfCode = {
	OTEL_EXPORTER_OTLP_ENDPOINT: fc.constantFrom("https://otel.example.com:4318", "https://elsewhere.example.net"),
	OTEL_EXPORTER_OTLP_PROTOCOL: fc.constantFrom("http/protobuf", "grpc"),
	OTEL_RESOURCE_ATTRIBUTES: fc.constantFrom("team=platform", "cowork.group=other"),
	OTEL_LOG_USER_PROMPTS: fc.constantFrom("0", "1"),
	OTEL_LOG_TOOL_DETAILS: fc.constantFrom("0", "1"),
	OTEL_TRACES_EXPORTER: fc.constantFrom("otlp", "none"),
	OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: fc.constantFrom("https://elsewhere.example.net/v1/logs"),
	OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: fc.constantFrom("grpc"),
	OTEL_LOGS_EXPORTER: fc.constantFrom("otlp", "console", "none"),
	OTEL_METRICS_EXPORTER: fc.constantFrom("otlp", "prometheus"),
	OTEL_LOG_RAW_API_BODIES: fc.constantFrom("1"),
	CLAUDE_CODE_ENABLE_TELEMETRY: fc.constantFrom("1"),
};

/** One or two of them: more contradict each other nearly always. */
const someWords = fc
	.subarray(Object.keys(wordsOfCode) as (keyof typeof wordsOfCode)[], { minLength: 1, maxLength: 2 })
	.chain((names) =>
		fc.record(Object.fromEntries(names.map((name) => [name, wordsOfCode[name] as fc.Arbitrary<string>]))),
	);

type Settings = ReadonlyMap<string, ResolvedSetting>;

interface Both {
	readonly desktop: Settings;
	readonly code: Settings;
}

function input(
	{ endpoint, protocol, helper, phase, people, tier, ofGroup, attributes }: Described,
	claudeCode: object,
): Record<string, unknown> {
	const { collector } = observed({}).observability as { collector: object };
	const auth = { token: { fromEnv: "COLLECTOR_TOKEN" }, ...(helper !== undefined && { helper }) };
	const block = {
		...terms,
		tier,
		people,
		attributes,
		...(phase && { phase }),
		collector: { ...collector, endpoint, auth, ...(protocol && { protocol }) },
	};
	const group = { preset: "none", ...(ofGroup && { observability: ofGroup }) };
	return { ...observed(block, { pilot: group }), claudeCode };
}

/** The settings of both programs, or every problem. */
function configured(given: Record<string, unknown>): Both | readonly string[] {
	try {
		const { settings, code } = parseDeployment(given).configurations.get("pilot") ?? {};
		if (!settings || !code) throw new Error("the group has no settings of Claude Code");
		return { desktop: settings, code: code.settings };
	} catch (fault) {
		if (fault instanceof DeploymentError) return fault.problems.map(formatProblem);
		throw fault;
	}
}

/** What of the collector one program is told otherwise than the other. */
function differences({ desktop, code }: Both): string[] {
	const key = (name: string) => desktop.get(name)?.value;
	const variable = (name: string) => code.get(`env.${name}`)?.value;
	const captured = key("otlpContentCapture");
	const bodies = variable("OTEL_LOG_RAW_API_BODIES") === "1";
	const pairs: readonly (readonly [string, JsonValue | undefined, JsonValue | undefined])[] = [
		["endpoint", key("otlpEndpoint"), variable("OTEL_EXPORTER_OTLP_ENDPOINT")],
		["protocol", key("otlpProtocol") ?? "http/protobuf", variable("OTEL_EXPORTER_OTLP_PROTOCOL")],
		["header", key("otlpHeadersHelper"), code.get("otelHeadersHelper")?.value],
		["attributes", key("otlpResourceAttributes"), decoded(variable("OTEL_RESOURCE_ATTRIBUTES"))],
		["traces", key("otlpTracesEnabled") === true ? "otlp" : "none", variable("OTEL_TRACES_EXPORTER")],
		["events", "otlp", variable("OTEL_LOGS_EXPORTER")],
		["metrics", "otlp", variable("OTEL_METRICS_EXPORTER")],
		["at all", "1", variable("CLAUDE_CODE_ENABLE_TELEMETRY")],
		// Nothing says what holds this one off, so that it is only there where it is on.
		["rawApiBodies", Array.isArray(captured) && captured.includes("rawApiBodies"), bodies],
		...contentCategories
			.filter((each) => each !== "rawApiBodies")
			.map((each): [string, JsonValue, JsonValue | undefined] => [
				each,
				Array.isArray(captured) && captured.includes(each) ? "1" : "0",
				variable(contentSwitches[each].variable),
			]),
	];
	const protocol = variable("OTEL_EXPORTER_OTLP_PROTOCOL");
	const elsewhere = ["LOGS", "METRICS", "TRACES"].filter(
		(signal) =>
			variable(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`) !== undefined ||
			(variable(`OTEL_EXPORTER_OTLP_${signal}_PROTOCOL`) ?? protocol) !== protocol,
	);
	const unequal = pairs.filter(([, one, other]) => {
		try {
			expect(other).toEqual(one);
			return false;
		} catch {
			return true;
		}
	});
	return [...unequal.map(([name]) => name), ...elsewhere];
}

/** By the specification of the variable, and not by what wrote it. */
function decoded(text: JsonValue | undefined): Record<string, string> | undefined {
	if (typeof text !== "string") return undefined;
	return Object.fromEntries(
		text.split(",").map((pair) => {
			const at = pair.indexOf("=");
			return [decodeURIComponent(pair.slice(0, at)), decodeURIComponent(pair.slice(at + 1))];
		}),
	);
}

test("one block tells both programs the same of the collector, whatever it says", () => {
	fc.assert(
		fc.property(described, (block) => {
			const both = configured(input(block, {}));
			expect("desktop" in both ? differences(both) : both).toEqual([]);
		}),
		{ numRuns: 200 },
	);
});

test("what Claude Code is told otherwise is refused with both places, or is the same", () => {
	let refused = 0;
	let accepted = 0;
	fc.assert(
		fc.property(described, someWords, fc.boolean(), (block, env, hasHelper) => {
			const settings = hasHelper ? { otelHeadersHelper: "/opt/other/token" } : {};
			const both = configured(input(block, { env, settings }));
			if ("desktop" in both) {
				const found = differences(both).filter((each) => each !== "header" || block.helper !== undefined);
				expect(found).toEqual([]);
				accepted++;
				return;
			}
			refused++;
			for (const problem of both.filter((each) => !each.startsWith("warning: ")))
				expect(problem).toMatch(/^claudeCode\.(?:env|settings)\.\w+: .*(?:groups\.pilot\.)?observability\.\w+/);
		}),
		{ numRuns: 300 },
	);
	expect(refused).toBeGreaterThan(50);
	expect(accepted).toBeGreaterThan(30);
});

const wrong: readonly (readonly [string, string, JsonValue | undefined])[] = [
	["endpoint", "env.OTEL_EXPORTER_OTLP_ENDPOINT", "https://elsewhere.example.net"],
	["protocol", "env.OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"],
	["header", "otelHeadersHelper", undefined],
	["attributes", "env.OTEL_RESOURCE_ATTRIBUTES", "cowork.deployment=eu,cowork.group=other"],
	["traces", "env.OTEL_TRACES_EXPORTER", "none"],
	["events", "env.OTEL_LOGS_EXPORTER", "console"],
	["metrics", "env.OTEL_METRICS_EXPORTER", undefined],
	["at all", "env.CLAUDE_CODE_ENABLE_TELEMETRY", "0"],
	["userPrompts", "env.OTEL_LOG_USER_PROMPTS", "1"],
	["assistantResponses", "env.OTEL_LOG_ASSISTANT_RESPONSES", undefined],
	["toolDetails", "env.OTEL_LOG_TOOL_DETAILS", "0"],
	["toolContent", "env.OTEL_LOG_TOOL_CONTENT", "0"],
	["LOGS", "env.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "https://elsewhere.example.net/v1/logs"],
];

test.each(wrong)("a program that has another %s is told apart", (name, setting, value) => {
	const block: Described = {
		endpoint: "https://otel.example.com:4318",
		protocol: undefined,
		helper: "/opt/example/token",
		phase: undefined,
		people: "none",
		tier: "restricted",
		ofGroup: undefined,
		attributes: { team: "a=b" },
	};
	const both = configured(input(block, {}));
	if (!("desktop" in both)) throw new Error(both.join("\n"));
	const code = new Map(both.code);
	if (value === undefined) code.delete(setting);
	else code.set(setting, { value, layer: "group", path: [], overrides: [] });
	expect(differences({ ...both, code })).toEqual([name]);
});
