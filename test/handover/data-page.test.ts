import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EgressHost, type EgressPlan, formatAddress, formatReason } from "../../src/egress/plan.js";
import type { DataFacts } from "../../src/handover/data-facts.js";
import { dataPage } from "../../src/handover/data-page.js";
import type { JsonObject } from "../../src/json.js";
import { newestKnownVersion } from "../../src/version.js";
import { compile, compileFile, twins } from "../bundle/compiled.js";
import { planOf } from "../support/configuration.js";
import { egressHosts } from "../support/plan-arbitrary.js";
import { readPage } from "./markdown-page.js";

const identity = { organization: "Example Corp", identifierPrefix: "com.example.cowork", deployment: "eu" };
const summary = {
	anthropicHosts: [],
	conversationContentStaysWithProvider: true,
	contentAlsoReaches: [],
	takesOverDevice: true,
};

const facts: DataFacts = {
	route: "Amazon Bedrock",
	isStated: true,
	exceptions: [],
	answers: [{ model: "eu.anthropic.claude-sonnet-5", regions: ["eu-north-1"], saidBy: "a table" }],
	collector: {},
};

function pageOf(
	egress: Partial<EgressPlan>,
	said: { readonly organization?: string; readonly facts?: Partial<DataFacts>; readonly opensTls?: string[] } = {},
) {
	const plan: EgressPlan = { hosts: [], summary, notes: [], ...egress };
	const { organization = identity.organization, opensTls = [] } = said;
	const request = {
		identity: { ...identity, organization },
		egress: plan,
		facts: { ...facts, ...said.facts },
		opensTls,
	};
	return readPage(dataPage(request));
}

const recipients: Readonly<Record<EgressHost["operator"], string>> = {
	inference: "The inference provider",
	anthropic: "Anthropic",
	organization: "Whom the deployment names",
	"third-party": "Others",
};

/** The addresses of a recipient's table, each as often as it stands there. */
function addressesOf(page: ReturnType<typeof readPage>, operator: EgressHost["operator"]): string[] {
	const rows = page.rows.filter(({ section }) => section === recipients[operator]);
	return rows.flatMap(({ cells: [hosts = ""] }) => hosts.replace(/; .*/, "").split(", ")).filter((host) => host !== "");
}

describe("DATA.md", () => {
	test("names every host once, below who runs it, whatever its reasons say", () => {
		fc.assert(
			fc.property(egressHosts, fc.string(), (hosts, organization) => {
				const page = pageOf({ hosts }, { organization });
				for (const operator of ["inference", "anthropic", "organization", "third-party"] as const) {
					const wanted = hosts.filter((host) => host.operator === operator).map(formatAddress);
					expect(addressesOf(page, operator).sort()).toEqual(wanted.sort());
				}
				// A line of the page for each reason, and none that a reason made.
				expect(page.headings).toHaveLength(8);
			}),
		);
	});

	test.each(["quickstart", "readme", "shared-proxy"])("has the hosts of egress.json of %s", async (example) => {
		const { json, text } = await compileFile(`examples/${example}/deployment.yaml`);
		const { hosts } = json("egress.json") as { hosts: EgressHost[] };
		const page = readPage(text("DATA.md"));
		expect(hosts.length).toBeGreaterThan(0);
		for (const operator of ["inference", "anthropic", "organization", "third-party"] as const) {
			const wanted = hosts.filter((host) => host.operator === operator).map(formatAddress);
			expect(addressesOf(page, operator).sort()).toEqual(wanted.sort());
		}
	});

	test("says of each reason what goes there, by which setting, and how to close it", () => {
		const { hosts } = planOf({ inferenceProvider: "gateway" }, { oldest: newestKnownVersion });
		const sentry = pageOf({ hosts }).rows.find(({ cells }) => cells[0]?.startsWith("*.ingest.us.sentry.io"));
		expect(sentry?.cells.slice(1)).toEqual([
			"Sentry",
			"crash and error reports (the bare name for firewalls that do not match it under the wildcard; the third for firewalls whose wildcard is one label deep)",
			"crash reports and error stack traces: app version, operating system, error type, redacted stack frames, attributed to the organisation by deploymentOrganizationUuid; no prompt or response content",
			"disableEssentialTelemetry",
			"disableEssentialTelemetry: true",
			"telemetry",
		]);
	});

	test("invents nothing where no source says what goes there, and where no setting closes it", () => {
		const { hosts } = planOf({ inferenceProvider: "gateway", disableAutoUpdates: true, modelCatalogEnabled: false });
		const bundle = pageOf({ hosts }).rows.find(({ cells }) => cells[2]?.startsWith("workspace VM bundle"));
		expect(bundle?.cells.slice(3, 6)).toEqual(["not named", "none", "no setting does"]);
	});

	test("makes the claim about content only where the plan does, with what ends it", () => {
		const claimed = pageOf({});
		expect(claimed.text).toContain("It stays with the inference provider: Anthropic states that");
		expect(claimed.text).not.toContain("in the last section");
		expect(claimed.items).toEqual([
			"no proxy stands in the place of the provider's own endpoint",
			"no listed model needs content to be shared or kept for review",
			"no collector is set",
		]);
		expect(pageOf({ notes: ["the open web has no list"] }).text).toContain("what none can is in the last section");
		const because = "the collector at otlpEndpoint is sent userPrompts";
		const ended = { ...summary, conversationContentStaysWithProvider: false };
		const reached = pageOf({
			summary: { ...ended, contentAlsoReaches: [{ host: "otel.example.com", key: "otlpContentCapture", because }] },
		});
		expect(reached.text).not.toContain("It stays with");
		expect(reached.items).toEqual([`it also reaches otel.example.com: ${because} (otlpContentCapture)`]);
		const model = { model: "claude-fable-5", because: "needs to be shared or kept for review" };
		const none = pageOf({ summary: ended }, { facts: { isStated: false, route: "LLM gateway", exceptions: [model] } });
		expect(none.text).toContain("There is no claim that it stays with the inference provider");
		expect(none.items).toEqual([
			"Anthropic makes no such statement of inference with LLM gateway",
			"model claude-fable-5: needs to be shared or kept for review",
		]);
	});

	test("says who sees content where TLS may be opened, and nothing of it where nothing says so", () => {
		const opensTls = ["the settings name a proxy (egressProxyUrl)"];
		expect(pageOf({}, { opensTls }).text).toContain(
			"TLS may be opened on the way, for the settings name a proxy (egressProxyUrl).",
		);
		expect(pageOf({}, { opensTls }).text).toContain("makes an exception but for what may open TLS:");
		expect(pageOf({}).text).not.toContain("TLS");
	});

	test("says where calls of each model are answered, or who knows", () => {
		const answers = [
			{ model: "eu.anthropic.claude-sonnet-5", regions: ["eu-north-1", "eu-west-1"], saidBy: "a table of 2026-07" },
			{ model: "haiku", regions: "anywhere" as const, saidBy: "sku GlobalStandard", boundary: "hosted on Azure" },
			{ saidBy: "whoever runs the gateway" },
		];
		const { rows } = pageOf({}, { facts: { answers } });
		expect(rows.filter(({ section }) => section === "Where calls are answered").map(({ cells }) => cells)).toEqual([
			["eu.anthropic.claude-sonnet-5", "eu-north-1, eu-west-1", "a table of 2026-07"],
			["haiku", "anywhere the cloud decides; hosted on Azure", "sku GlobalStandard"],
			["those that the app finds", "not known here", "whoever runs the gateway"],
		]);
	});

	test("says of the collector what each group's settings send there", async () => {
		const settings = { otlpEndpoint: "https://otel.example.com" };
		const groups = {
			pilot: { preset: "none", settings: { otlpContentCapture: ["userPrompts"], endUserAttribution: false } },
			general: { preset: "none" },
			other: { preset: "none" },
		};
		const { text } = await compile({ ...twins, app: { minimumVersion: "2.110.0" }, settings, groups });
		const row = readPage(text("DATA.md")).rows.find(({ cells }) => cells[0]?.startsWith("otel.example.com"));
		const metadata = "session metadata: event names, durations, token counts, result counts, errors";
		expect(row?.cells[3]).toBe(
			[
				`general, other: ${metadata}; no message content; who the user is`,
				`pilot: ${metadata}; message content: userPrompts; not who the user is`,
				"the deployment does not say who reads it and for how long",
			].join("; "),
		);
		expect(row?.cells[1]).toBe("whom otlpEndpoint names");
	});

	test("says where Anthropic is the provider that its table has the endpoint", async () => {
		const inference = { anthropic: { signIn: { apiKey: { fromEnv: "ANTHROPIC_API_KEY" } } } };
		const { text } = await compile({ ...twins, inference });
		expect(readPage(text("DATA.md")).text).toContain("It is Anthropic, which is next.");
	});

	test("repeats what no host list can say", () => {
		const notes = ["1. the first", "- the second", "# the third", "<b>the fourth</b> `code` | cell \u202e"];
		expect(pageOf({ notes }).items.slice(3)).toEqual([...notes.slice(0, 3), "<b>the fourth</b> `code` | cell \\u202e"]);
	});

	test("is of a deployment, and names the groups that reach a host", async () => {
		const { text } = await compile(twins);
		const inference = readPage(text("DATA.md")).rows.find(({ section }) => section === recipients.inference);
		expect(inference?.cells[0]).toBe("llm.example.com; general, pilot");
	});
});

/** Settings that between them open every host that a setting closes. */
const open: JsonObject = {
	inferenceProvider: "gateway",
	inferenceGatewayBaseUrl: "https://llm.example.com",
	otlpEndpoint: "https://otel.example.com",
	builtinBrowserEnabled: true,
	claudeAiImport: { enabled: true },
	isDesktopExtensionEnabled: true,
	userContentRendererUrl: "https://renderer.example.com",
	modelCatalogUrl: "https://catalog.example.com",
	sshHostAllowlist: ["build.example.com"],
	coworkEgressAllowedHosts: ["*.example.org"],
	managedMcpServers: [
		{ name: "wiki", url: "https://mcp.example.com", oauth: { authorizationServer: ["https://login.example.com"] } },
		{ name: "search", server: "websearch", provider: "brave" },
		{ name: "code", server: "github" },
		{ name: "office", server: "microsoft365" },
	],
	allowedPluginMarketplaces: [{ source: "github", repo: "example/plugins" }],
	organizationPluginsUrl: "https://plugins.example.com",
	bootstrapUrl: "https://boot.example.com",
	bootstrapOidc: { clientId: "claude", issuer: "https://idp.example.com" },
	egressProxyUrl: "http://proxy.example.com:3128",
};

describe("a setting that is said to close something", () => {
	const variants: readonly JsonObject[] = [
		open,
		{ ...open, updateViaUpdatesHost: true, userContentRendererUrl: null, modelCatalogUrl: null },
		{ ...open, egressProxyPacUrl: "http://proxy.example.com/proxy.pac", coworkEgressAllowedHosts: ["*"] },
	].map((settings) => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null)));
	const cases = variants.flatMap((settings) =>
		reasonsOf(settings).flatMap((reason) =>
			(reason.closedBy ?? []).map(
				(closing) => [formatReason(reason), closing.key, { settings, reason, closing }] as const,
			),
		),
	);

	test.each(cases)("closes %s (%s)", (_, key, { settings, reason, closing }) => {
		const { [key]: __, ...others } = settings;
		const closed = closing.value === undefined ? others : { ...others, [key]: closing.value };
		expect(reasonsOf(closed).map(formatReason)).not.toContain(formatReason(reason));
	});

	test("stands beside every reason but those of inference and of what no setting governs", () => {
		const without = variants.flatMap(reasonsOf).filter(({ closedBy }) => closedBy === undefined);
		expect([...new Set(without.map(({ feature, key }) => `${feature} ${key}`))].sort()).toEqual([
			"auto-updates null",
			"inference inferenceGatewayBaseUrl",
			"vm-bundle null",
		]);
	});

	function reasonsOf(settings: JsonObject) {
		return planOf(settings, { oldest: newestKnownVersion }).hosts.flatMap(({ reasons }) => reasons);
	}
});
