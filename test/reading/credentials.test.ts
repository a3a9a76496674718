import { expect, test } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { formatProblem } from "../../src/problem.js";
import { deploymentText } from "../../src/reading/describe/deployment-text.js";
import { describeDeployment } from "../../src/reading/describe/describe-deployment.js";
import { readDeviceFile } from "../../src/reading/read-device-file.js";
import { verifyDevice } from "../../src/reading/verify/verify-device.js";
import { exportedProfile } from "./app-exports.js";

const secret = "hunter2s3cr3tZ9";
const base: JsonObject = {
	inferenceProvider: "gateway",
	inferenceGatewayBaseUrl: "https://llm.example.com",
	inferenceGatewayApiKey: secret,
	inferenceModels: ["claude-sonnet-5"],
};
const stdio = { name: "a", transport: "stdio", command: "/opt/mcp" };

/** A credential at each place where somebody may have left one. */
const places: Readonly<Record<string, JsonObject>> = {
	"a user in an address": { otlpEndpoint: `https://user:${secret}@otel.example.com:4318` },
	"a token for a user in an address": {
		managedMcpServers: [{ ...stdio, args: [`https://${secret}@git.example.com`] }],
	},
	"a parameter of an address": { bootstrapUrl: `https://boot.example.com/x?token=${secret}` },
	"a parameter of a server's address": {
		managedMcpServers: [{ name: "a", transport: "http", url: `https://mcp.example.com/?api_key=${secret}` }],
	},
	"a signature in a link": { banner: { enabled: true, text: "x", linkUrl: `https://x.example.com/?sig=${secret}` } },
	"the argument after an option": { managedMcpServers: [{ ...stdio, args: ["--api-key", secret] }] },
	"an option with its value": { managedMcpServers: [{ ...stdio, args: [`--token=${secret}`] }] },
	"a header as an argument": { managedMcpServers: [{ ...stdio, args: ["-H", `X-Token: ${secret}`] }] },
	"an argument of the credential program": {
		inferenceCredentialKind: "helper-script",
		inferenceCredentialHelper: "/opt/token",
		inferenceCredentialHelperArgs: ["--password", secret],
	},
	"a header whose name says nothing": { otlpHeaders: { "x-honeycomb-team": secret } },
	"an attribute": { otlpResourceAttributes: { token: secret } },
	"a key that nobody knows": { futureThing: `sk-ant-${secret}` },
	"a member of what nobody knows": { futureThing: { list: [{ password: secret }] } },
	"the name of a key that nobody knows": { vendorPwd: secret },
	"a header in a text": { futureThing: `Authorization: Bearer ${secret}` },
	"a private key": {
		futureThing: `-----BEGIN PRIVATE KEY-----\nMIIE${secret}\n-----END PRIVATE KEY-----`,
	},
	"JSON in a text": { futureThing: JSON.stringify([{ headers: { "x-team": secret } }]) },
	"a name for people": { deploymentDisplayName: `sk-ant-${secret}` },
};

const read = async (settings: JsonObject) => {
	const bytes = new TextEncoder().encode(JSON.stringify(settings));
	return (await readDeviceFile({ name: "managed-settings.json", bytes })).value ?? [];
};

test.each(Object.entries(places))("%s is in no description and no report of a device", async (_, settings) => {
	const device = await read({ ...base, ...settings });
	const described = describeDeployment(device, {});
	const report = verifyDevice(device, "pilot", new Map([["pilot", base]]), () => undefined);
	expect(described.value).toBeDefined();
	const shown = [
		JSON.stringify(described.value),
		described.value && deploymentText(described.value),
		...described.problems.map(formatProblem),
		JSON.stringify(report),
	].join("\n");
	expect(shown.replaceAll(JSON.stringify(base), "")).not.toContain(secret);
});

test("no variable that every environment has is named for a credential", async () => {
	const { value } = describeDeployment(await read({ ...base, path: `sk-ant-${secret}`, home: `sk-ant-${secret}` }), {});
	expect(value?.secrets.map(({ name }) => name)).toEqual(["INFERENCE_GATEWAY_API_KEY", "COWORK_PATH", "COWORK_HOME"]);
});

const token = `sk-ant-api03-${secret}`;
/** A credential where a name stands, as where somebody swapped name and value. */
const names: Readonly<Record<string, JsonObject>> = {
	"of a setting": { [token]: "futureThing" },
	"of a setting that nobody could have": { [`${token} x`]: "y", [token]: 1 },
	"of a header": { otlpHeaders: { [token]: "authorization" } },
	"of a variable": { managedMcpServers: [{ ...stdio, env: { [token]: "API_TOKEN" } }] },
	"of a server": { managedMcpServers: [{ ...stdio, name: token }] },
	"of a tool": { builtinToolPolicy: { [token]: "ask" } },
	"of a member of what nobody knows": { futureThing: { deep: [{ [token]: 1 }] } },
	"in a text of JSON": { futureThing: JSON.stringify({ [token]: 1 }) },
};

test.each(Object.entries(names))("the name %s is in no description and no report of a device", async (_, settings) => {
	const device = await read({ ...base, ...settings });
	const described = describeDeployment(device, {});
	const report = verifyDevice(device, "pilot", new Map([["pilot", base]]), () => undefined);
	expect(described.value).toBeDefined();
	expect(report.isRight).toBe(false);
	const text = described.value && deploymentText(described.value);
	const shown = [JSON.stringify(described.value), text, ...described.problems.map(formatProblem)].join("\n");
	expect(shown + JSON.stringify(report)).not.toContain(token);
});

test("what a reader says of a name that is a credential does not hold it", async () => {
	const key = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]";
	const twice = `"${token}"="1"\r\n"${token}"="2"\r\n`;
	for (const text of [
		`Windows Registry Editor Version 5.00\r\n\r\n${key}\r\n${twice}`,
		JSON.stringify({ $schemaVersion: 2, inference: { provider: "gateway", [token]: 1 } }),
	]) {
		const { value, problems } = await readDeviceFile({ name: "file", bytes: new TextEncoder().encode(text) });
		expect(problems).toHaveLength(1);
		expect(JSON.stringify([value, problems])).not.toContain(token);
	}
});

test("the name of an organization that is a credential is taken for none", async () => {
	const { value = [] } = await readDeviceFile({
		name: "a.mobileconfig",
		bytes: new TextEncoder().encode(
			exportedProfile.replace(
				"<key>PayloadScope</key>",
				`<key>PayloadOrganization</key><string>${token}</string><key>PayloadScope</key>`,
			),
		),
	});
	const { value: described, problems } = describeDeployment(value, {});
	expect(described?.deployment.organization).toMatchObject({ name: "Example Corp" });
	expect(JSON.stringify([described, problems])).not.toContain(token);
});

test("a reference in a device's file refers to nothing, and is left out", async () => {
	const { value, problems } = describeDeployment(
		await read({ ...base, otlpHeaders: { authorization: { fromEnv: "HOME" } } }),
		{},
	);
	expect(JSON.stringify(value)).not.toContain("HOME");
	expect(problems.map(({ code }) => code)).toContain("not-readable");
});

test("a setting that is refused is left out of a group that is called settings", async () => {
	const [file] = await read({ ...base, autoUpdaterEnforcementHours: 100_000 });
	const { value, problems } = describeDeployment(file ? [{ ...file, file: "settings.json" }] : [], {});
	expect(Object.keys(value?.files ?? {})).toEqual(["settings"]);
	expect(problems.map(({ severity }) => severity)).not.toContain("error");
});
