import { describe, expect, test } from "vitest";
import { sourceOfSetting } from "../../src/claude-code/catalogue.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { planWith } from "../../src/deployment/plan-with.js";
import { formatAddress } from "../../src/egress/plan.js";
import { claudeCodeNamedRows } from "../../src/egress/rows/claude-code-named.js";
import { registries } from "../../src/registries.js";
import { soundWith } from "../support/deployment.js";

const quiet = {
	disableEssentialTelemetry: true,
	disableNonessentialTelemetry: true,
	disableNonessentialServices: true,
	disableAutoUpdates: true,
	modelCatalogEnabled: false,
	skipWebFetchPreflight: true,
	isDesktopExtensionEnabled: false,
	isLocalDevMcpEnabled: false,
};
const bedrock = {
	bedrock: {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5-v1:0"],
		signIn: { profile: { name: "claude", ssoRegion: "eu-central-1" } },
	},
};
const anthropic = { anthropic: { models: ["claude-sonnet-5"], signIn: { apiKey: { fromEnv: "KEY" } } } };

function egressOf(claudeCode: unknown, members: Record<string, unknown> = {}) {
	const { settings = {}, ...rest } = members;
	const parsed = parseDeployment(
		soundWith({
			settings: { ...quiet, ...(settings as object) },
			...rest,
			...(claudeCode !== undefined && { claudeCode }),
		}),
	);
	const egress = planWith(registries, parsed).groups.get("pilot")?.egress;
	if (!egress) throw new Error("the group has no plan");
	return egress;
}

/** The hosts that settings of Claude Code open, each with the feature. */
function opened(claudeCode: unknown, members: Record<string, unknown> = {}): string[] {
	return egressOf(claudeCode, members)
		.hosts.flatMap((host) =>
			host.reasons
				.filter(({ feature }) => feature.startsWith("claude-code-"))
				.map(({ feature }) => `${feature.slice("claude-code-".length)} ${formatAddress(host)}`),
		)
		.sort();
}

const updates = ["marketplace downloads.claude.ai", "marketplace github.com", "updates downloads.claude.ai"];

test("a deployment that says nothing of Claude Code opens nothing for it", () => {
	expect(opened(undefined)).toEqual([]);
});

describe("what the command line reaches by itself", () => {
	test.each<[string, Record<string, unknown>, string[]]>([
		["a gateway", {}, ["flags api.anthropic.com", ...updates, "release-notes raw.githubusercontent.com"]],
		["a cloud, where metrics are off", { inference: bedrock }, [...updates, "release-notes raw.githubusercontent.com"]],
		[
			"Anthropic",
			{ inference: anthropic },
			[
				"artifacts *.frame.claudeusercontent.com",
				"errors browser-intake-us5-datadoghq.com",
				"flags api.anthropic.com",
				...updates,
				"release-notes raw.githubusercontent.com",
				"telemetry http-intake.logs.us5.datadoghq.com",
			],
		],
		[
			"the check before Web Fetch",
			{ inference: bedrock, settings: { skipWebFetchPreflight: false } },
			[...updates, "release-notes raw.githubusercontent.com", "web-fetch api.anthropic.com"],
		],
	])("%s", (_, members, hosts) => {
		expect(opened({}, members)).toEqual([...hosts].sort());
	});
});

test("private switches close all of it, on every route", () => {
	for (const members of [{}, { inference: bedrock }, { inference: anthropic }]) {
		expect(opened({ switches: "private" }, members)).toEqual([]);
	}
});

describe("each setting that is said to close a host closes it alone", () => {
	const members = { inference: anthropic, settings: { skipWebFetchPreflight: undefined } };
	const reasons = egressOf({}, members).hosts.flatMap((host) =>
		host.reasons
			.filter(({ feature }) => feature.startsWith("claude-code-"))
			.flatMap(({ feature, closedBy = [] }) => closedBy.map((closing) => [feature, closing.key, closing] as const)),
	);
	test.each(reasons)("%s by %s", (feature, key, { value }) => {
		const [, holder = "", name = ""] = /^claudeCode\.(env|permissions)?\.?(.*)$/.exec(key) ?? [];
		const block = holder === "" ? { settings: { [name]: value } } : { [holder]: { [name]: value } };
		const left = egressOf(block, members).hosts.flatMap((host) => host.reasons.map((reason) => reason.feature));
		expect(left).not.toContain(feature);
	});
	test("there are such settings", () => {
		expect(reasons.length).toBeGreaterThan(10);
	});
});

test("hosts that settings name are of the organisation, and hooks are told as recipients of content", () => {
	const egress = egressOf(
		{
			switches: "private",
			hooks: { Stop: [{ hooks: [{ type: "http", url: "https://hooks.example.com:8443/stop" }] }] },
			mcp: { servers: { wiki: { type: "http", url: "https://wiki.example.com/mcp" } } },
			settings: {
				extraKnownMarketplaces: { own: { source: { source: "git", url: "https://git.example.com/plugins.git" } } },
			},
		},
		{ inference: bedrock },
	);
	const named = egress.hosts.filter(({ reasons }) => reasons.some(({ key }) => key?.startsWith("claudeCode.")));
	expect(
		named
			.filter(({ operator }) => operator === "organization")
			.map(formatAddress)
			.sort(),
	).toEqual(["git.example.com", "hooks.example.com:8443", "wiki.example.com"]);
	expect(egress.summary.contentAlsoReaches).toEqual([
		expect.objectContaining({ host: "hooks.example.com", key: "claudeCode.hooks" }),
	]);
	expect(egress.summary.conversationContentStaysWithProvider).toBe(false);
});

test("a row for a setting of the reference cites what the catalogue cites for the setting", () => {
	const cited = claudeCodeNamedRows.filter(({ source }) => source.includes("/settings-reference"));
	expect(cited.map(({ key, source }) => [key, source])).toEqual(
		["extraKnownMarketplaces", "sandbox.network.allowedDomains", "forceRemoteSettingsRefresh", "fastMode"].map(
			(name) => [`claudeCode.${name}`, sourceOfSetting(name)],
		),
	);
});
