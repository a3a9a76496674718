import { describe, expect, it, test } from "vitest";
import { parseDeployment } from "../../src/deployment/parse.js";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { compile, everySecret, twins } from "./compiled.js";

const settings = {
	bootstrapUrl: "https://llm.example.com/bootstrap",
	disableEssentialTelemetry: true,
	disableNonessentialTelemetry: false,
	egressProxyUrl: "http://proxy.example.com:3128",
};
const served = {
	...twins,
	firewall: {},
	groups: {
		pilot: { preset: "none", platforms: ["macos", "linux"], delivery: "bootstrap", settings },
		general: { preset: "none", platforms: ["linux"] },
	},
};
const response = "groups/pilot/profiles/bootstrap.json";

describe("a group whose settings come from a server", async () => {
	const { json, paths, warnings, find } = await compile(served, everySecret);

	it("gets by device management what the server cannot set, and the identity that both have to say", () => {
		expect(json("groups/pilot/profiles/linux/managed-settings.json")).toEqual({
			bootstrapUrl: "https://llm.example.com/bootstrap",
			deploymentOrganizationUuid: twins.organization.uuid,
			egressProxyUrl: "http://proxy.example.com:3128",
		});
	});

	it("gets from the server the rest, but no credential unless told", () => {
		expect(json(response)).toEqual({
			deploymentOrganizationUuid: twins.organization.uuid,
			disableEssentialTelemetry: true,
			disableNonessentialTelemetry: false,
			inferenceCredentialKind: "static",
			inferenceGatewayBaseUrl: "https://llm.example.com",
			inferenceModels: ["claude-sonnet-5"],
			inferenceProvider: "gateway",
		});
		expect(find(response).sensitive).toBe(false);
		expect(warnings.map(formatProblem)).toContain(
			"warning: profiles.bootstrapResponse: for group pilot, leaves out inferenceGatewayApiKey, which holds a credential; let the server add it, or set secrets: true",
		);
	});

	it("leaves the other group as it is", () => {
		expect(json("groups/general/profiles/linux/managed-settings.json")).toMatchObject({ inferenceProvider: "gateway" });
		expect(paths.filter((path) => path.endsWith("bootstrap.json"))).toEqual([response]);
	});

	it("asks for no credential that no file of it carries", async () => {
		const { pilot } = served.groups;
		const unknown = await compile({ ...served, groups: { pilot } });
		expect(unknown.warnings.map(({ code }) => code)).not.toContain("secret-not-available");
		expect(unknown.paths).toContain(response);

		const profiles = { bootstrapResponse: { secrets: true } };
		const told = await compile({ ...served, profiles, groups: { pilot } });
		expect(told.warnings.map(({ code }) => code)).toContain("secret-not-available");
		expect(told.paths).not.toContain(response);
	});

	test("its devices are checked for what they get", async () => {
		const { text } = await compile(served, everySecret);
		const check = text("groups/pilot/device/macos/check-claude-desktop.sh");
		expect(check).toContain('names="bootstrapUrl deploymentOrganizationUuid egressProxyUrl"');
	});

	test("the steps for its devices begin with the server, and those of the other group have none", async () => {
		const { text } = await compile(served, everySecret);
		const steps = /^2\. Answer with `\.\.\/\.\.\/profiles\/bootstrap\.json`/m;
		expect(text("groups/pilot/device/macos/INSTALL.md")).toMatch(steps);
		expect(text("groups/pilot/device/linux/INSTALL.md")).toMatch(steps);
		expect(text("groups/general/device/linux/INSTALL.md")).not.toContain("bootstrap");
	});

	test("with credentials where told", async () => {
		const profiles = { bootstrapResponse: { secrets: true }, managedSettings: {} };
		const told = await compile({ ...served, profiles }, everySecret);
		expect(told.json(response)).toMatchObject({ inferenceGatewayApiKey: "key-of-the-gateway" });
		expect(told.find(response).sensitive).toBe(true);
		expect(told.find("groups/pilot/profiles/linux/managed-settings.json").sensitive).toBe(false);
	});
});

test.each([
	["the response of the server", { bootstrapResponse: { secrets: true } }],
	["templates and that response", { bootstrapResponse: {}, profileManifest: {}, jamfSchema: {} }],
])("%s alone leaves devices the files that they get by default", async (_, profiles) => {
	const { paths } = await compile({ ...served, profiles }, everySecret);
	expect(paths.filter((path) => /^groups\/pilot\/profiles\//.test(path))).toEqual([
		response,
		"groups/pilot/profiles/linux/managed-settings.json",
		"groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist",
		"groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig",
	]);
});

test("templates alone leave devices the files that they get by default, and one format of devices takes their place", async () => {
	const groups = { pilot: { preset: "none", platforms: ["windows", "linux"] } };
	const linux = async (profiles: object) => {
		const { paths } = await compile({ ...twins, groups, firewall: {}, profiles }, everySecret);
		return paths.filter((path) => /profiles\/linux\//.test(path)).map((path) => path.replace(/^.*\//, ""));
	};
	expect(await linux({})).toEqual(["managed-settings.json"]);
	expect(await linux({ admx: {} })).toEqual(["managed-settings.json"]);
	expect(await linux({ admx: {}, reg: {} })).toEqual([]);
});

describe("is an error", () => {
	const faults = (deployment: object): string[] => {
		try {
			parseDeployment(deployment);
			return [];
		} catch (fault) {
			if (fault instanceof DeploymentError)
				return fault.problems.filter(({ severity }) => severity === "error").map(formatProblem);
			throw fault;
		}
	};
	const { bootstrapUrl: _, ...without } = settings;

	it.each<[string, object, string]>([
		[
			"a server that devices do not know",
			{ ...served, groups: { pilot: { preset: "none", settings: without } }, delivery: "bootstrap" },
			"delivery: for group pilot, needs the setting bootstrapUrl, and bootstrapEnabled not false: devices have to know the server",
		],
		[
			"a response that no group gets",
			{ ...twins, firewall: {}, profiles: { bootstrapResponse: {} } },
			"profiles.bootstrapResponse: no group has delivery: bootstrap; set it, or leave this out",
		],
		[
			"a server without anything to serve",
			{ ...served, profiles: { managedSettings: {} } },
			"profiles: has nothing for the server that groups with delivery: bootstrap get their settings from; add bootstrapResponse",
		],
	])("%s", (_title, deployment, message) => {
		expect(faults(deployment)).toContain(message);
	});
});

test("what the server does not say of telemetry is told, because the app then turns it off", () => {
	const groups = { pilot: { preset: "none", settings: { bootstrapUrl: settings.bootstrapUrl } } };
	const { warnings } = parseDeployment({ ...served, groups, delivery: "bootstrap" });
	expect(warnings.map(formatProblem)).toContain(
		"warning: delivery: for group pilot, disableEssentialTelemetry and disableNonessentialTelemetry become true where a server's answer does not say otherwise; set them",
	);
});

test("only where nothing is written for a server, it is told that what it serves replaces the rest", () => {
	const replaces =
		"warning: groups.pilot.settings.bootstrapUrl: what this address serves replaces the profile's keys, and those it leaves out count as unset; serve each of them there too, deploymentOrganizationUuid as well, or set delivery: bootstrap";
	const warned = (pilot: object) =>
		parseDeployment({ ...twins, firewall: {}, groups: { pilot } }).warnings.map(formatProblem);
	expect(warned({ preset: "none", settings })).toContain(replaces);
	expect(warned({ preset: "none", settings, delivery: "bootstrap" })).not.toContain(replaces);
	expect(warned({ preset: "none", settings: { ...settings, bootstrapEnabled: false } })).not.toContain(replaces);
});
