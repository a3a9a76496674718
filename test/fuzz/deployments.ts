import fc from "fast-check";
import { stringify } from "yaml";
import { keyNames } from "../../src/configuration/catalogue.js";
import { sound } from "../support/deployment.js";

const idp = { oidc: { clientId: "cowork", issuer: "https://login.example.com" } };
/** One of each route, sound with {@link whole}. */
export const routes = [
	sound.inference,
	{ gateway: { baseUrl: "https://llm.example.com", models: ["opus-4"], headers: { "x-team": "a" }, signIn: { idp } } },
	{ anthropic: { models: ["claude-sonnet-5"], signIn: { helper: { path: "/opt/token", args: ["-q"] } } } },
	{
		bedrock: {
			region: "eu-central-1",
			models: [{ name: "eu.anthropic.claude-sonnet-5", supports1m: true }],
			signIn: { profile: { name: "cowork", ssoRegion: "eu-west-1" } },
		},
	},
	{
		vertex: { projectId: "example", region: "global", models: ["claude-sonnet-5"], signIn: { applicationDefault: {} } },
	},
	{ foundry: { resource: "example", models: ["sonnet"], signIn: { apiKey: { fromEnv: "KEY" } } } },
];
const settings = {
	otlpEndpoint: "https://otel.example.com:4318",
	otlpHeaders: { authorization: { fromEnv: "OTEL" }, "x-team": "a" },
	coworkEgressAllowedHosts: ["*.example.com", "a.example.com:8443"],
	allowedWorkspaceFolders: [{ path: "~/Documents/Claude", mode: "ro" }, "~/Claude"],
	disabledBuiltinTools: ["Bash(curl *)", "WebSearch"],
	builtinToolPolicy: { Read: "allow", "Bash(git *)": "ask" },
	managedMcpServers: [
		{ name: "docs", transport: "http", url: "https://mcp.example.com", headers: { "x-key": { fromEnv: "MCP" } } },
		{ name: "local", transport: "stdio", command: "/opt/mcp", env: { API_TOKEN: { fromConfig: "mcp" } } },
		{ name: "search", server: "websearch", provider: "custom", customUrl: "https://search.example.com" },
	],
	banner: { enabled: true, text: "Internal" },
	bootstrapUrl: "https://boot.example.com",
	claudeAiImport: { enabled: false },
	builtinBrowserEnabled: true,
	inferenceMaxTokensPerWindow: 1000,
	inferenceTokenWindowHours: 24,
};
/** A deployment with something at most places, sound to begin with. */
export const whole = {
	...sound,
	app: { minimumVersion: "2.7032.0", maximumVersion: "2.19675.0", installer: "online" },
	settings,
	extraSettings: { futureKey: { deep: [1, true] } },
	groups: {
		pilot: { preset: "standard", platforms: ["macos", "windows"], members: { googleGroup: "pilots" } },
		general: { preset: "lockedDown", settings: { modelDiscoveryEnabled: false }, extraSettings: { other: 1 } },
		research: { preset: "restricted", settings: { allowedWorkspaceFolders: [] } },
	},
	firewall: { hosts: {}, json: {}, squid: {} },
	publish: { local: { directory: "./published" } },
};

const anything = fc.jsonValue({ maxDepth: 4 });
/** Names that mean something to somebody, and any other. */
export const names = fc.oneof(
	fc.constantFrom("__proto__", "constructor", "toString", "length", "fromEnv", "fromConfig", "fromProgram", "late", ""),
	fc.constantFrom(...keyNames),
	fc.string(),
);
/** What hardly any place takes. */
export const odd = fc.oneof(
	anything,
	fc.constantFrom<unknown>(
		undefined,
		null,
		[],
		{},
		"",
		"*",
		"<x>",
		"http://[",
		Number.NaN,
		Number.POSITIVE_INFINITY,
		-1,
		1e300,
	),
	fc.dictionary(names, anything, { maxKeys: 3, noNullPrototype: true }),
);

/** A place in a value: at each level a choice among the members there are. */
type Change = { readonly steps: readonly number[]; readonly to: unknown; readonly rename: string | undefined };
const changes: fc.Arbitrary<Change[]> = fc.array(
	fc.record({
		steps: fc.array(fc.nat(), { maxLength: 7 }),
		to: odd,
		rename: fc.option(names, { nil: undefined, freq: 3 }),
	}),
	{ minLength: 1, maxLength: 4 },
);

/** The value with one change. */
function changed(value: unknown, { steps, to, rename }: Change): unknown {
	const [step, ...rest] = steps;
	if (step === undefined || typeof value !== "object" || value === null) return to;
	const entries = Object.entries(value);
	const chosen = step % (entries.length + 1);
	const inside = (item: unknown) => changed(item, { steps: rest, to, rename });
	if (Array.isArray(value))
		return [
			...value.map((item, index) => (index === chosen ? inside(item) : item)),
			...(chosen === entries.length ? [to] : []),
		];
	const changedEntries = entries.map(([name, member], index) =>
		index === chosen ? [rest.length === 0 && rename !== undefined ? rename : name, inside(member)] : [name, member],
	);
	return Object.fromEntries(chosen === entries.length ? [...entries, [rename ?? "added", to]] : changedEntries);
}

/** Deployments with changes anywhere. */
export const deployments: fc.Arbitrary<unknown> = fc
	.tuple(fc.constantFrom(...routes), changes)
	.map(([inference, several]) => several.reduce<unknown>(changed, { ...whole, inference }));

/** What a hand, a template or a broken disk leaves in a file. */
const scraps = fc.constantFrom(
	...": ? - & * ! | > % @ ` { } [ ] , # ' \" \\ \t \n --- ... << ~ 017 1_000 2026-01-01 .inf *a &a !!str !x \u0000 \u001b[2J \u0085 \u2028 \ufeff \ufffd".split(
		" ",
	),
	"\n\n",
	" ",
	"&a [*a]",
	"[".repeat(200),
	"x".repeat(10_000),
	"\ud800",
);

const patches = fc.array(fc.record({ at: fc.nat(), removed: fc.nat(12), put: fc.oneof(scraps, fc.string()) }), {
	maxLength: 3,
});

/** The text of deployment files, YAML or JSON, with scraps anywhere. */
export const files: fc.Arbitrary<string> = fc
	.tuple(deployments, fc.boolean(), patches)
	.map(([value, asJson, several]) =>
		several.reduce<string>(
			(text, { at, removed, put }) => {
				const place = at % (text.length + 1);
				return text.slice(0, place) + put + text.slice(place + removed);
			},
			asJson
				? (JSON.stringify(value, undefined, "\t") ?? "")
				: stringify(value ?? null, { aliasDuplicateObjects: false }),
		),
	);
