import { expect, test } from "vitest";
import { compile, everyFormat, everySecret, secretValues, twins } from "./compiled.js";

const groups = { pilot: { preset: "none", settings: { otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" } } } } };
const described = { ...twins, groups, profiles: everyFormat };
const open = { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } };

test("every profile that would carry a credential has another name, and none has the credential", async () => {
	const whole = await compile(described, everySecret);
	const { bundle, warnings } = await compile(described, { ...everySecret, redact: true });
	const carrying = whole.bundle.files.filter(({ sensitive }) => sensitive).map(({ path }) => path);
	expect(carrying.length).toBeGreaterThan(8);
	expect(bundle.files.filter(({ sensitive }) => sensitive)).toEqual([]);
	expect(bundle.files.map(({ path }) => path.replace(/\.redacted$/, "")).sort()).toEqual(
		whole.bundle.files.map(({ path }) => path).sort(),
	);
	expect(bundle.files.filter(({ path }) => path.endsWith(".redacted"))).toHaveLength(carrying.length);
	expect(bundle.omitted.map(({ path }) => path).sort()).toEqual([...carrying].sort());
	expect(warnings.map(({ code }) => code)).not.toContain("secret-not-available");
	for (const { content } of bundle.files) {
		const text = Buffer.from(content).toString("latin1").replaceAll("\0", "");
		for (const value of Object.values(secretValues)) {
			expect(text).not.toContain(value);
			expect(text).not.toContain(Buffer.from(value).toString("base64").slice(0, 16));
		}
	}
});

test("what carries none is the file that devices get, byte for byte", async () => {
	const whole = await compile(described, everySecret);
	const { bundle } = await compile(described, { redact: true });
	const ofCopy = /\.redacted$|^manifest\.json$|HANDOVER\.md$/;
	const plain = bundle.files.filter(({ path }) => !ofCopy.test(path));
	expect(plain.length).toBeGreaterThan(20);
	for (const file of plain) expect(file).toEqual(whole.find(file.path));
});

test("the words are read as values, each with the name of its secret", async () => {
	const { find } = await compile(described, { redact: true });
	const { content } = find("groups/pilot/profiles/linux/managed-settings.json.redacted");
	const settings: unknown = JSON.parse(Buffer.from(content).toString("utf8"));
	expect(settings).toMatchObject({
		inferenceGatewayApiKey: "redacted: environment variable GATEWAY_KEY",
		otlpHeaders: { authorization: "redacted: environment variable OTLP_TOKEN" },
	});
	const profile = find("groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig.redacted");
	expect(Buffer.from(profile.content).toString("utf8")).toContain("redacted: environment variable GATEWAY_KEY");
});

test("the manifest says so, and is that of the same deployment", async () => {
	const whole = await compile(described, everySecret);
	const { json } = await compile(described, { redact: true });
	const { inputDigest } = whole.json("manifest.json") as { inputDigest: string };
	expect(json("manifest.json")).toMatchObject({ redacted: true, inputDigest });
	expect(whole.json("manifest.json")).not.toHaveProperty("redacted");
});

test("nothing is signed, and without a credential nothing has another name", async () => {
	const sign = { certificate: "missing.pem", key: { fromEnv: "KEY" } };
	const { bundle, paths } = await compile(
		{ ...twins, inference: open, profiles: { mobileconfig: { sign } } },
		{ redact: true },
	);
	expect(paths.filter((path) => path.endsWith(".redacted"))).toEqual([]);
	const profile = bundle.files.find(({ path }) => path.endsWith(".mobileconfig"));
	expect(Buffer.from(profile?.content ?? []).toString("utf8")).toMatch(/^<\?xml/);
	expect(bundle.omitted).toEqual([]);
});

test("what only a cloud will know stays unwritten", async () => {
	const provision = { accountId: "123456789012", bearerKey: { ageDays: 90, current: "first" } };
	const bedrock = {
		region: "eu-central-1",
		models: ["eu.anthropic.claude-sonnet-5"],
		signIn: { bearerToken: {} },
		provision,
	};
	const { paths, warnings } = await compile({ ...twins, inference: { bedrock } }, { redact: true });
	expect(paths.filter((path) => path.includes("/profiles/"))).toEqual([]);
	expect(warnings.map(({ code }) => code)).toContain("value-not-known");
});

const token = "sk-ant-api03-hunter2s3cr3tZ9";
const inPlainText = {
	...twins,
	inference: open,
	organization: { ...twins.organization, name: `Example ${token}` },
	settings: {
		otlpEndpoint: "https://otel.example.com",
		otlpHeaders: { "x-honeycomb-team": "hunter2" },
		inferenceCustomHeaders: { "x-team": "hunter2" },
		deploymentDisplayName: token,
		organizationInstructions: `say ${token} to nobody`,
	},
	extraSettings: { futureThing: { list: [token] } },
	groups: {
		pilot: {
			preset: "none",
			claudeCode: {
				env: { OTHERS: "hunter2", DISABLE_TELEMETRY: "1" },
				mcp: { servers: { wiki: { type: "http", url: "https://a.example.com", headers: { "X-Team": "hunter2" } } } },
			},
		},
	},
	profiles: { ...everyFormat, codeManagedMcp: {}, codeManagedSettings: {} },
};

test("plain text where a credential may stand is hidden as well, and what carries it has another name", async () => {
	const whole = await compile(inPlainText);
	const { bundle, json, paths } = await compile(inPlainText, { redact: true });
	for (const { path, content } of bundle.files) {
		const texts = [Buffer.from(content).toString("latin1").replaceAll("\0", "")];
		for (const found of texts[0]?.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? [])
			texts.push(Buffer.from(found, "base64").toString("latin1").replaceAll("\0", ""));
		expect([path, texts.filter((text) => text.includes("hunter2"))]).toEqual([path, []]);
	}
	const carrying = whole.bundle.files.filter(({ content }) =>
		Buffer.from(content).toString("latin1").replaceAll("\0", "").includes("hunter2"),
	);
	const ofDevices = carrying.map(({ path }) => path).filter((path) => path.includes("/profiles/"));
	expect(ofDevices).toContain("groups/pilot/profiles/linux/managed-settings.json");
	for (const path of ofDevices) {
		expect(paths).not.toContain(path);
		expect(paths).toContain(`${path}.redacted`);
	}
	expect(json("groups/pilot/settings.json")).toMatchObject({
		settings: {
			otlpHeaders: { value: { "x-honeycomb-team": "redacted: plain text where a credential may stand" } },
			otlpEndpoint: { value: "https://otel.example.com" },
		},
		claudeCode: { settings: { "env.DISABLE_TELEMETRY": { value: "1" } } },
	});
});

test("files with what looks like a credential are sensitive, and names of them are no secret", async () => {
	const { find, text } = await compile(inPlainText);
	expect(find("groups/pilot/settings.json").sensitive).toBe(true);
	expect(find("groups/pilot/profiles/linux/managed-settings.json").sensitive).toBe(true);
	for (const page of ["DATA.md", "groups/pilot/HANDOVER.md"]) expect(text(page)).not.toContain("hunter2");
	const plain = await compile({ ...twins, inference: open, settings: { otlpHeaders: { "x-team": "finance" } } });
	expect(plain.find("groups/pilot/settings.json").sensitive).toBe(false);
	expect(plain.bundle.files.some(({ sensitive }) => sensitive)).toBe(false);
});
