import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { managedKeys } from "../../src/configuration/catalogue.js";
import { presets } from "../../src/configuration/presets.js";
import { type HandoverRequest, handoverPage } from "../../src/handover/handover-page.js";
import { type AppVersion, newestKnownVersion, oldestKnownVersion } from "../../src/version.js";
import { compile, everyFormat, everySecret, secretValues, twins } from "../bundle/compiled.js";
import { planOf } from "../support/configuration.js";
import { readPage } from "./markdown-page.js";

const request: HandoverRequest = {
	identity: { organization: "Example Corp", identifierPrefix: "com.example.cowork", deployment: "eu", group: "pilot" },
	preset: "Standard",
	fleet: { oldest: oldestKnownVersion, newest: newestKnownVersion },
	revision: "0123abcd",
	platforms: ["macos"],
	settings: {},
	egress: planOf({ inferenceProvider: "gateway", inferenceGatewayBaseUrl: "https://llm.example.com" }),
	formats: [],
	codeFormats: [],
	agentFiles: [],
	reports: false,
	programs: [],
	files: [],
	omitted: [],
	waiting: [],
};

function pageOf(changes: Partial<HandoverRequest>) {
	return readPage(handoverPage({ ...request, ...changes }));
}

const page = (group: string) => `groups/${group}/HANDOVER.md`;

describe("HANDOVER.md", () => {
	const described = { ...twins, profiles: everyFormat, groups: { ...twins.groups, all: { preset: "lockedDown" } } };

	test("names every file that its group has, each in one place", async () => {
		const { bundle, text } = await compile(described, everySecret);
		for (const group of ["all", "general", "pilot"]) {
			const folder = `groups/${group}/`;
			const own = bundle.files.filter((file) => file.group === group).map((file) => file.path.slice(folder.length));
			const wanted = own.filter((path) => path !== "HANDOVER.md" && !path.startsWith("firewall/"));
			const { rows, items, text: all } = readPage(text(page(group)));
			const lists = [
				...items.filter((item) => /^(?:settings|egress|firewall)/.test(item)).map((item) => item.split(":")[0]),
			];
			const checks = all
				.split("\n")
				.flatMap((line) => /^Order of the steps, checks and allow rules: (.*)\.$/.exec(line)?.[1] ?? []);
			const tables = rows.map(({ cells }) => cells[0] ?? "").filter((cell) => cell.startsWith("profiles/"));
			const named = [...lists, ...checks, ...tables].flatMap((list = "") =>
				list.replaceAll(" with a credential", "").split(", "),
			);
			expect(named.sort()).toEqual([...wanted, "firewall/"].sort());
		}
	});

	test("says of every file of a profile which tool takes it", async () => {
		const { bundle, text } = await compile(described, everySecret);
		const { rows } = readPage(text(page("all")));
		const first = rows.filter(
			({ section, cells }) => ["macOS", "Windows", "Linux"].includes(section) && cells[0] !== "",
		);
		const named = first.flatMap(({ cells: [files = ""] }) => files.replaceAll(" with a credential", "").split(", "));
		const profiles = bundle.files.filter(({ path }) => path.startsWith("groups/all/profiles/"));
		expect(named.sort()).toEqual(profiles.map(({ path }) => path.slice("groups/all/".length)).sort());
		for (const { cells } of first) expect(cells.slice(1).every((cell) => cell !== "")).toBe(true);
	});

	test("marks files with a credential, and carries none", async () => {
		const { bundle, text } = await compile(described, everySecret);
		const cells = readPage(text(page("pilot"))).rows.flatMap(({ cells: [files = ""] }) => files.split(", "));
		const marked = cells.flatMap((cell) => /^(.*) with a credential$/.exec(cell)?.[1] ?? []);
		const sensitive = bundle.files.filter((file) => file.group === "pilot" && file.sensitive);
		expect(marked.sort()).toEqual(sensitive.map(({ path }) => path.slice("groups/pilot/".length)).sort());
		for (const { path, content } of bundle.files.filter((file) => file.path.endsWith(".md")))
			for (const value of Object.values(secretValues)) expect(Buffer.from(content).includes(value), path).toBe(false);
	});

	test("says what is not written, and what is missing for it", async () => {
		const { bundle, text } = await compile(twins);
		const absent = bundle.omitted.filter(({ path }) => path.startsWith("groups/pilot/"));
		const names = absent.map(({ path }) => path.slice("groups/pilot/".length));
		expect(names).toContain("profiles/windows/Claude.reg");
		// Each of them, in one line for what is missing; what takes settings away needs nothing but the others.
		const removal = "profiles/windows/Claude-remove.reg";
		const [item, alone, ...others] = readPage(text(page("pilot"))).items.filter((each) => each.includes("not written"));
		const [listed = "", because] = item?.split(" are not written: ") ?? [];
		expect(listed.split(", ").sort()).toEqual(names.filter((name) => name !== removal).sort());
		expect(because).toBe("needs environment variable GATEWAY_KEY, which is not available");
		expect(alone).toBe(`${removal} is not written: takes away what Claude.reg brings, which is not written`);
		expect(others).toEqual([]);
	});

	test.each(
		Object.entries({
			bedrock: {
				inference: {
					bedrock: {
						region: "eu-central-1",
						models: ["eu.anthropic.claude-sonnet-5"],
						signIn: { helper: { path: "/usr/local/bin/key" } },
						provision: {},
					},
				},
				codes: ["model-agreement", "policy-to-attach"],
				own: ["eu.anthropic.claude-haiku-4-5-20251001-v1:0"],
			},
			foundry: {
				inference: {
					foundry: {
						resource: "example-cowork",
						models: ["sonnet"],
						signIn: { entra: { tenantId: "72f988bf-86f1-41af-91ab-2d7cd011db47", flow: "browser" } },
						provision: {
							subscription: "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11",
							resourceGroup: { name: "cowork-eu" },
							location: "swedencentral",
							deployments: {
								sonnet: {
									model: "claude-sonnet-5",
									version: "2",
									hosting: "azure",
									sku: "GlobalStandard",
									capacity: 40,
								},
							},
							provider: { organization: "Example Corp", country: "SE", industry: "manufacturing" },
							app: {},
							settled: ["dataBoundary"],
						},
					},
				},
				codes: ["admin-consent", "marketplace-terms", "model-quota", "soft-delete"],
				own: ["sonnet"],
			},
			vertex: {
				inference: {
					vertex: {
						projectId: "example-cowork",
						region: "eu",
						models: ["claude-sonnet-5"],
						signIn: { google: { clientId: "a.apps.googleusercontent.com", clientSecret: { fromEnv: "SECRET" } } },
						provision: {},
					},
				},
				codes: ["model-enablement", "oauth-client-by-hand"],
				own: ["claude-haiku-4-5@20251001"],
			},
			gateway: { inference: twins.inference, codes: [], own: ["claude-haiku-4-5"] },
		}),
	)(
		"says what a group of %s waits for in its cloud, and nothing of other groups",
		async (_, { inference, codes, own }) => {
			const members = {
				identityCenterGroup: "claude-pilot",
				entraGroupId: "6f1c1b0e-4c7a-4f0e-9b57-000000000001",
				googleGroup: "pilot@example.com",
			};
			const pilot = { preset: "standard", platforms: ["windows"], members };
			const other = { ...pilot, members: { ...members, entraGroupId: "6f1c1b0e-4c7a-4f0e-9b57-000000000002" } };
			const { firewall, ...rest } = twins;
			const asked = { ...rest, app: { minimumVersion: "2.16120.0" }, inference };
			const alone = await compile({ ...asked, groups: { pilot } }, everySecret);
			const beside = await compile(
				{ ...asked, groups: { pilot, second: other, third: { ...other, inference: { models: own } } } },
				everySecret,
			);
			const { items } = readPage(alone.text(page("pilot")));
			const told = items.flatMap((item) => /^([a-z-]+): /.exec(item)?.[1] ?? []);
			expect(told).toEqual(expect.arrayContaining(codes));
			expect(beside.text(page("pilot"))).toBe(alone.text(page("pilot")));
		},
	);

	test("stays as it is when another group changes, down to hosts that only the other needs", async () => {
		const other = { preset: "standard", settings: { coworkEgressAllowedHosts: ["*.example.net"] } };
		const before = await compile(twins, everySecret);
		const after = await compile({ ...twins, groups: { ...twins.groups, general: other } }, everySecret);
		expect(after.paths).toContain("groups/pilot/firewall/squid/squid.conf");
		expect(before.paths).not.toContain("groups/pilot/firewall/squid/squid.conf");
		expect(after.text(page("pilot"))).toBe(before.text(page("pilot")));
	});

	test.each(
		Object.entries({
			profile: {
				inference: {
					bedrock: {
						region: "eu-central-1",
						models: ["eu.anthropic.claude-sonnet-5"],
						signIn: { profile: { name: "cowork", awsDir: "/opt/aws" } },
					},
				},
				waits: [
					"model-agreement: nobody can call eu.anthropic.claude-sonnet-5 before the account has handed in Anthropic's form",
					"named-profile: AWS profile cowork has to stand in the AWS configuration in /opt/aws of every device",
					"foreign-path: inference.bedrock.signIn.profile.awsDir is no path on Windows, which group pilot has",
				],
			},
			identityCenter: {
				inference: {
					bedrock: {
						region: "eu-central-1",
						models: ["eu.anthropic.claude-sonnet-5"],
						signIn: {
							identityCenter: {
								startUrl: "https://example.awsapps.com/start",
								region: "eu-central-1",
								accountId: "123456789012",
								roleName: "Cowork",
							},
						},
					},
				},
				waits: [
					"model-agreement: nobody can call eu.anthropic.claude-sonnet-5",
					"permission-set: permission set Cowork has to be in account 123456789012",
				],
			},
			mantle: {
				inference: {
					mantle: {
						region: "us-east-1",
						models: ["anthropic.claude-sonnet-5"],
						signIn: { bearerToken: { fromEnv: "GATEWAY_KEY" } },
					},
				},
				waits: ["model-agreement: nobody can call anthropic.claude-sonnet-5 before the account"],
			},
			credentialsFile: {
				inference: {
					vertex: {
						projectId: "example-cowork",
						region: "global",
						models: ["claude-sonnet-5"],
						signIn: { credentialsFile: { path: "/etc/adc.json" } },
					},
				},
				waits: [
					"model-enablement: nobody can call claude-sonnet-5 before the API aiplatform.googleapis.com is enabled in project example-cowork",
					"role-to-grant: whoever devices call as needs a role in project example-cowork",
					"credentials-file-to-place: /etc/adc.json has to stand on every device",
					"foreign-path: inference.vertex.signIn.credentialsFile.path is no path on Windows",
				],
			},
			applicationDefault: {
				inference: {
					vertex: {
						projectId: "example-cowork",
						region: "eu",
						models: ["claude-sonnet-5"],
						signIn: { applicationDefault: {} },
					},
				},
				waits: ["model-enablement: ", "role-to-grant: ", "application-default: Application Default Credentials"],
			},
			foundry: {
				inference: {
					foundry: {
						resource: "example-corp",
						models: ["sonnet"],
						signIn: {
							entra: {
								tenantId: "72f988bf-86f1-41af-91ab-2d7cd011db47",
								clientId: "0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11",
								flow: "browser",
							},
						},
					},
				},
				waits: [
					"model-deployments: resource example-corp has to have model deployments of the names sonnet",
					"admin-consent: app 0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11 has to be registered in tenant",
					"role-to-assign: the people of the group need a role on resource example-corp",
				],
			},
		}),
	)("says what has to be there for %s where nothing is provisioned", async (_, { inference, waits }) => {
		const { firewall, ...rest } = twins;
		const app = { minimumVersion: "2.16120.0" };
		const { text } = await compile({ ...rest, app, inference }, everySecret);
		const { items } = readPage(text(page("pilot")));
		const told = items.filter((item) => /^[a-z-]+: /.test(item));
		expect(told).toEqual(waits.map((wait) => expect.stringContaining(wait)));
	});

	test("says so where nothing waits", () => {
		expect(pageOf({}).text).toContain("Nothing that the deployment tells of.");
	});

	test("names the programs that have to stand on devices and that nothing brings", () => {
		const { items } = pageOf({
			platforms: ["macos", "windows"],
			programs: [
				{ path: "/opt/token", names: ["inferenceCredentialHelper"], platforms: ["macos", "windows"] },
				{ path: "C:\\h.exe", names: ["otlpHeadersHelper", "claudeCode.otelHeadersHelper"], platforms: ["windows"] },
			],
		});
		expect(items).toEqual(
			expect.arrayContaining([
				"/opt/token of inferenceCredentialHelper has to stand on every device that reads it, before its settings: no file here brings it. INSTALL.md says how.",
				"C:\\h.exe of otlpHeadersHelper and claudeCode.otelHeadersHelper has to stand on every device with Windows that reads it, before its settings: no file here brings it. INSTALL.md says how.",
			]),
		);
	});

	test("gives what takes settings away a row of its own, which says that it is for going back", async () => {
		const { text } = await compile({ ...twins, profiles: { reg: {}, powershell: {}, mobileconfig: {} } }, everySecret);
		const { rows } = readPage(text(page("pilot")));
		const windows = rows.filter(({ section }) => section === "Windows").map(({ cells }) => [cells[0], cells[2]]);
		expect(windows).toEqual([
			["profiles/windows/Claude.reg with a credential", "merge Claude.reg on the machine, as the system"],
			["profiles/windows/Claude-remove.reg", "only to go back: merge Claude-remove.reg on the machine, as the system"],
			["profiles/windows/Claude-install.ps1 with a credential", expect.any(String)],
			["profiles/windows/Claude-remove.ps1", "only to go back: run Claude-remove.ps1 as the system"],
		]);
		expect(rows.filter(({ section }) => section === "macOS")).toHaveLength(3);
	});

	test("says what a server answers with, apart from what devices get", async () => {
		const served = {
			...twins,
			settings: { bootstrapUrl: "https://llm.example.com/bootstrap" },
			groups: { pilot: { preset: "none", delivery: "bootstrap", platforms: ["windows"] } },
		};
		const { text } = await compile(served, everySecret);
		const { rows, headings, items } = readPage(text(page("pilot")));
		expect(headings).toContain("A server");
		expect(rows.find(({ section }) => section === "A server")?.cells[0]).toBe("profiles/bootstrap.json");
		expect(items.some((item) => item.startsWith("secrets-left-out: for group pilot, leaves out"))).toBe(true);
	});

	test("shows the settings that users notice, in the catalogue's words, and no other", () => {
		const settings = {
			isLocalDevMcpEnabled: false,
			disabledBuiltinTools: ["WebSearch"],
			disableEssentialTelemetry: true,
			disableNonessentialServices: true,
			inferenceGatewayApiKey: { fromEnv: "GATEWAY_KEY" },
			managedMcpServers: [{ name: "wiki", headers: { Authorization: { fromEnv: "WIKI" } } }],
			organizationInstructions: "be kind, ".repeat(20),
			somethingNew: "`|<b>",
		};
		const { rows } = pageOf({ settings });
		const noticed = rows.filter(({ section }) => section === "What users will notice");
		expect(noticed.map(({ cells }) => cells)).toEqual([
			["isLocalDevMcpEnabled", "false", managedKeys.isLocalDevMcpEnabled.summary],
			["disabledBuiltinTools", '["WebSearch"]', managedKeys.disabledBuiltinTools.summary],
			["disableNonessentialServices", "true", managedKeys.disableNonessentialServices.summary],
			["managedMcpServers", "in settings.json, by reference", managedKeys.managedMcpServers.summary],
			["organizationInstructions", "in settings.json", managedKeys.organizationInstructions.summary],
			["somethingNew", "`|<b>", "A key that the catalogue does not know."],
		]);
	});

	test("lists every key of a preset but what users do not see, and says of that where it is", () => {
		const unseen = ["disableEssentialTelemetry", "disableNonessentialTelemetry"];
		for (const { settings } of Object.values(presets)) {
			const { rows, text } = pageOf({ settings });
			const noticed = rows.filter(({ section }) => section === "What users will notice");
			const wanted = Object.keys(settings).filter((key) => !unseen.includes(key));
			expect(noticed.map(({ cells }) => cells[0]).sort()).toEqual(wanted.sort());
			expect(text).not.toContain("everything else is as the app has it");
		}
	});

	test("repeats no value that reads as a credential, wherever it stands", () => {
		const token = "sk-ant-api03-hunter2s3cr3tZ9";
		const settings = {
			deploymentDisplayName: token,
			organizationInstructions: `use ${token}`,
			inferenceCustomHeaders: { "x-team": "hunter2" },
			somethingNew: { list: [token] },
		};
		const page = pageOf({ settings, waiting: [{ code: "a", message: `found ${token}` }] });
		expect(page.text).not.toContain("hunter2");
		expect(page.rows.filter(({ cells }) => cells[1]?.includes("reads as a credential"))).toHaveLength(3);
	});

	test("says of a copy without credentials that it is one, and which files it lacks", async () => {
		const { bundle, text } = await compile(twins, { redact: true });
		const copy = readPage(text(page("pilot")));
		expect(copy.text).toContain("This is a copy for review");
		expect(copy.text).toContain("No file here carries a credential.");
		expect(copy.text).not.toContain("Nothing that the deployment tells of.");
		const absent = bundle.omitted.map(({ path }) => path).filter((path) => path.startsWith("groups/pilot/"));
		expect(absent.length).toBeGreaterThan(2);
		const [item = ""] = copy.items.filter((each) => each.includes("are not written: carries a credential"));
		for (const path of absent) {
			const name = path.slice("groups/pilot/".length);
			expect(item.split(" are not written")[0]?.split(", ")).toContain(name);
			expect(copy.rows.some(({ cells }) => cells[0]?.includes(`${name} (not written)`))).toBe(true);
		}
	});

	test("says when a device has taken its settings, with what is set or what the app has", () => {
		const [unset] = pageOf({}).items.filter((item) => item.startsWith("An app of 1.46388.1"));
		expect(unset).toContain("every 10 minutes while it runs, and has to restart to take what changed within 24 hours");
		const settings = { configRecheckIntervalMinutes: 2, relaunchEnforcementHours: 336 };
		const [set] = pageOf({ settings }).items.filter((item) => item.startsWith("An app of 1.46388.1"));
		expect(set).toContain("every 2 minutes while it runs, and has to restart to take what changed within 336 hours");
	});

	test("says of versions only what holds for an app of the fleet", () => {
		const effect = (oldest: AppVersion, newest: AppVersion) =>
			pageOf({ fleet: { oldest, newest } }).items.filter((item) => /An older app|The app reads|looks at/.test(item));
		expect(effect("1.46388.1", newestKnownVersion)).toEqual([
			expect.stringMatching(/^The app looks at its settings every 10 minutes/),
		]);
		expect(effect(oldestKnownVersion, "1.46388.0")).toEqual([
			"The app reads them only when it starts: users quit it and start it again.",
		]);
		expect(effect(oldestKnownVersion, newestKnownVersion)).toEqual([
			expect.stringMatching(/^An app of 1\.46388\.1 or later looks at/),
			expect.stringMatching(/^An older app reads them only/),
		]);
	});

	test("says that the app's own settings stay the user's where only keys of app behaviour are set", () => {
		const { egress } = request;
		const stays = { ...egress, summary: { ...egress.summary, takesOverDevice: false } };
		expect(pageOf({}).text).toContain("Settings in the app become read-only.");
		expect(pageOf({ egress: stays }).text).toContain("Settings in the app stay the user's.");
	});

	test("shows a path of control characters as what they are, and not as an indented block", () => {
		const { items } = pageOf({ omitted: [{ path: "\0\0\0\0", because: "no place" }] });
		expect(items).toContain("\\u0000\\u0000\\u0000\\u0000 is not written: no place");
	});

	test("is nothing but text, code, lists and tables, whatever names, values and messages say", () => {
		const hostile = fc.oneof(
			fc.string(),
			fc.string({ unit: "binary" }),
			fc.constantFrom("\n# x", "1. a", "- b", "`|`", "<b>", "![a](b)"),
		);
		const plain = pageOf({ settings: { somethingNew: "x" }, waiting: [{ code: "a", message: "b" }] });
		fc.assert(
			fc.property(hostile, hostile, hostile, (value, message, because) => {
				const omitted = [{ path: because, because }];
				const read = pageOf({ settings: { [`x${value}`]: value }, waiting: [{ code: "a", message }], omitted });
				expect(read.headings).toEqual(plain.headings);
				expect(read.rows).toHaveLength(plain.rows.length);
				expect(read.items).toHaveLength(plain.items.length + 1);
				expect(read.links).toEqual(plain.links);
			}),
		);
	});
});
