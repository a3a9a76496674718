import { standardAttributes } from "../../src/observability/catalogue.js";
import type { Gate, Signal, Signals } from "../../src/observability/telemetry.js";
import type { Sent } from "./programs/real-collector.js";

/** Credentials of every kind that hosts and people paste; all are made up. */
export const plantedSecrets: readonly string[] = [
	"AKIAIOSFODNN7EXAMPLE",
	"sk-ant-api03-abcdefghijklmnopqrstuvwxyz",
	"ghp_abcdefghijklmnopqrstuvwxyz0123456789",
	"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
	"hunter2-of-the-database",
	"MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
	"p4ssw0rd-in-address",
	"p4ssw0rd-of-curl",
	"p4ssw0rd-of-ssh",
	"p4ssw0rd-of-option",
	"p4ssw0rd-in-list",
	"p4ssw0rd-of-mysql",
];

/** As they stand in arguments and outputs. */
const leaking = [
	`aws configure set key ${plantedSecrets[0]}`,
	`curl -H "Authorization: Bearer ${plantedSecrets[1]}"`,
	`git push https://x-access-token:${plantedSecrets[2]}@github.com/example/repo`,
	plantedSecrets[3],
	`{\\"password\\": \\"${plantedSecrets[4]}\\"}`,
	`-----BEGIN PRIVATE KEY-----\n${plantedSecrets[5]}\n-----END PRIVATE KEY-----`,
	`postgres://app:${plantedSecrets[6]}@db.example.com/prod`,
	`curl -su ada:${plantedSecrets[7]} https://example.com`,
	`sshpass -p ${plantedSecrets[8]} ssh ada@host`,
	`tool --password ${plantedSecrets[9]} --force`,
	`["--client-secret", "${plantedSecrets[10]}"]`,
	`mysqldump -u root -p${plantedSecrets[11]} shop`,
].join("\n");

export const person = "ada@example.com";

interface OtlpValue {
	readonly stringValue: string;
}

interface OtlpAttribute {
	readonly key: string;
	readonly value: OtlpValue | { readonly kvlistValue: { readonly values: readonly OtlpAttribute[] } };
}

function attribute(key: string, text: string): OtlpAttribute {
	return { key, value: { stringValue: text } };
}

/** What a value is known by wherever it comes out. */
export function canary(gates: readonly Gate[], signal: string, name: string): string {
	return `content(${gates.join("+")}) of ${signal} ${name}`;
}

/** Names of plug-ins, skills and servers are content in events, and numbers say the same names. */
function isNameInNumbers(name: string, isEvent: boolean): boolean {
	return !isEvent && /^(?:plugin|skill|marketplace|mcp_server|mcp_tool)\./.test(name);
}

/** What another coding agent would send, where somebody points it at the collector. */
export const otherAgentSignals: Signals = {
	"codex.user_prompt": { attributes: ["model"], content: { prompt: ["userPrompts"] } },
	"codex.tool_result": { attributes: ["tool_name"], content: { arguments: ["toolDetails"], output: ["toolContent"] } },
};

function attributesOf(name: string, signal: Signal, isEvent: boolean): OtlpAttribute[] {
	const people = ["user.email", "user.id", "user.account_uuid"];
	return [
		...(isEvent ? [attribute("event.name", name)] : []),
		...standardAttributes
			.filter((each) => each !== "workspace.host_paths")
			.map((each) => attribute(each, people.includes(each) ? person : `standard ${each}`)),
		attribute("workspace.host_paths", canary(["toolDetails"], name, "workspace.host_paths")),
		...(isEvent ? [attribute("workflow.name", canary(["toolDetails"], name, "workflow.name"))] : []),
		...signal.attributes.map((each) =>
			attribute(
				each,
				isNameInNumbers(each, isEvent) ? canary(["toolDetails"], name, each) : `metadata of ${name} ${each}`,
			),
		),
		...Object.entries(signal.content ?? {}).map(([each, gates]) =>
			attribute(each, `${canary(gates, name, each)} ${leaking}`),
		),
		attribute("brand_new_attribute", "nobody knows this attribute"),
		{
			key: "brand_new_map",
			value: { kvlistValue: { values: [attribute("inner", `nobody knows this map ${leaking}`)] } },
		},
	];
}

function resource(group: string | undefined, service: string) {
	return {
		attributes: [
			attribute("service.name", service),
			attribute("enduser.id", person),
			attribute("process.owner", person),
			attribute("host.secret", "nobody knows this resource attribute"),
			attribute("cowork.tier", "forensic"),
			...(group === undefined ? [] : [attribute("cowork.deployment", "eu"), attribute("cowork.group", group)]),
		],
	};
}

const scope = { name: "com.anthropic.claude_code", attributes: [attribute("free", "nobody knows this scope")] };
const time = "1764460800000000000";

/** Every event of a stream, and one of a name that nobody knows, from a device of a group. */
export function logs(group: string | undefined, service: string, events: Signals): Sent {
	const all = {
		...events,
		brand_new_event: { attributes: ["brand_new"], content: { prompt: ["userPrompts"] } } as Signal,
	};
	const records = Object.entries(all).map(([name, signal]) => ({
		timeUnixNano: time,
		body: { stringValue: `claude_code.${name}` },
		attributes: attributesOf(name, signal, true),
	}));
	const free = {
		timeUnixNano: time,
		body: { stringValue: `${canary(["toolDetails"], "free text", "body")} ${leaking}` },
	};
	return {
		path: "/v1/logs",
		body: {
			resourceLogs: [{ resource: resource(group, service), scopeLogs: [{ scope, logRecords: [...records, free] }] }],
		},
	};
}

/** What hangs on a number, or on a span, in attributes of its own. */
export const exemplars = [
	{
		timeUnixNano: time,
		asDouble: 1,
		filteredAttributes: [attribute("prompt", `${canary(["userPrompts"], "exemplar", "prompt")} ${leaking}`)],
	},
];
export const links = [
	{
		traceId: "0af7651916cd43dd8448eb211c80319d",
		spanId: "b7ad6b7169203340",
		attributes: [attribute("tool.output", `${canary(["toolContent"], "link", "tool.output")} ${leaking}`)],
	},
];

export function numbers(group: string | undefined, all: Signals, hanging: object = {}): Sent {
	const metrics = Object.entries(all).map(([name, signal]) => ({
		name,
		sum: {
			aggregationTemporality: 1,
			isMonotonic: true,
			dataPoints: [{ timeUnixNano: time, asDouble: 1, attributes: attributesOf(name, signal, false), ...hanging }],
		},
	}));
	return {
		path: "/v1/metrics",
		body: {
			resourceMetrics: [{ resource: resource(group, "claude-code"), scopeMetrics: [{ scope, metrics }] }],
		},
	};
}

export function traces(group: string | undefined, all: Signals, hanging: object = {}): Sent {
	const spans = Object.entries(all).map(([name, signal], index) => ({
		traceId: "0af7651916cd43dd8448eb211c80319c",
		spanId: `b7ad6b716920333${index}`,
		name,
		kind: 1,
		startTimeUnixNano: time,
		endTimeUnixNano: time,
		status: { code: 2, message: canary(["toolDetails"], name, "status") },
		attributes: [
			...attributesOf(name, signal, false),
			attribute("tool.input", `${canary(["toolContent"], name, "tool.input")} ${leaking}`),
		],
		events: [
			{
				timeUnixNano: time,
				name: "tool.output",
				attributes: [
					attribute("output", `${canary(["toolContent"], name, "output")} ${leaking}`),
					attribute("prompt", canary(["userPrompts"], name, "prompt")),
				],
			},
		],
		...hanging,
	}));
	return {
		path: "/v1/traces",
		body: { resourceSpans: [{ resource: resource(group, "claude-code"), scopeSpans: [{ scope, spans }] }] },
	};
}
