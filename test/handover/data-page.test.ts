import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EgressHost, type EgressPlan, formatAddress, formatReason } from "../../src/egress/plan.js";
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

function pageOf(egress: Partial<EgressPlan>, organization = identity.organization) {
	const plan: EgressPlan = { hosts: [], summary, notes: [], ...egress };
	return readPage(dataPage({ identity: { ...identity, organization }, egress: plan }));
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
				const page = pageOf({ hosts }, organization);
				for (const operator of ["inference", "anthropic", "organization", "third-party"] as const) {
					const wanted = hosts.filter((host) => host.operator === operator).map(formatAddress);
					expect(addressesOf(page, operator).sort()).toEqual(wanted.sort());
				}
				// A line of the page for each reason, and none that a reason made.
				expect(page.headings).toHaveLength(7);
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
		expect(sentry?.cells.slice(2)).toEqual([
			"crash reports and error stack traces: app version, operating system, error type, redacted stack frames, attributed to the organisation by deploymentOrganizationUuid; no prompt or response content",
			"disableEssentialTelemetry",
			"disableEssentialTelemetry: true",
			"telemetry",
		]);
	});

	test("invents nothing where no source says what goes there, and where no setting closes it", () => {
		const { hosts } = planOf({ inferenceProvider: "gateway", disableAutoUpdates: true, modelCatalogEnabled: false });
		const bundle = pageOf({ hosts }).rows.find(({ cells }) => cells[1]?.startsWith("workspace VM bundle"));
		expect(bundle?.cells.slice(2, 5)).toEqual(["not named", "none", "no setting does"]);
	});

	test("makes the claim about content only where the plan does, with what ends it", () => {
		const claimed = pageOf({}).text;
		expect(claimed).toContain("It stays with the inference provider: Anthropic states of this route");
		expect(claimed).not.toContain("in the last section");
		expect(pageOf({ notes: ["the open web has no list"] }).text).toContain("what none can is in the last section");
		const because = "the collector at otlpEndpoint is sent userPrompts";
		const reached = pageOf({
			summary: {
				...summary,
				conversationContentStaysWithProvider: false,
				contentAlsoReaches: [{ host: "otel.example.com", key: "otlpContentCapture", because }],
			},
		});
		expect(reached.text).not.toContain("It stays with");
		expect(reached.items).toEqual([`otel.example.com: ${because} (otlpContentCapture)`]);
		const none = pageOf({ summary: { ...summary, conversationContentStaysWithProvider: false } });
		expect(none.text).toContain("There is no claim that it stays with the inference provider");
	});

	test("repeats what no host list can say", () => {
		const notes = ["1. the first", "- the second", "# the third", "<b>the fourth</b> `code` | cell \u202e"];
		expect(pageOf({ notes }).items).toEqual([...notes.slice(0, 3), "<b>the fourth</b> `code` | cell \\u202e"]);
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
