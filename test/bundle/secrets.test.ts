import { expect, test } from "vitest";
import { DeploymentError, formatProblem } from "../../src/problem.js";
import { compile, everyFormat, everySecret, secretValues, twins } from "./compiled.js";

const withCollector = {
	...twins,
	groups: {
		pilot: {
			preset: "none",
			platforms: ["linux", "macos"],
			settings: {
				otlpEndpoint: "https://otel.example.com",
				otlpHeaders: { authorization: { fromEnv: "OTLP_TOKEN" }, "x-team": "pilot" },
			},
		},
	},
};

test("a resolved secret stands in profiles alone, and those are marked", async () => {
	const { bundle } = await compile(withCollector, everySecret);
	const texts = bundle.files.map((file) => ({ ...file, text: Buffer.from(file.content).toString("utf8") }));
	const carrying = texts.filter(({ text }) => Object.values(secretValues).some((value) => text.includes(value)));
	expect(carrying.map(({ path }) => path)).toEqual([
		"groups/pilot/profiles/linux/managed-settings.json",
		"groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist",
		"groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig",
	]);
	expect(texts.filter(({ sensitive }) => sensitive).map(({ path }) => path)).toEqual(carrying.map(({ path }) => path));
});

test("whatever the format, a file that carries a secret is marked, and a template carries none", async () => {
	const deployment = { ...withCollector, profiles: everyFormat };
	const everywhere = { ...withCollector.groups.pilot, platforms: ["macos", "windows", "linux"] };
	const { bundle } = await compile({ ...deployment, groups: { pilot: everywhere } }, everySecret);
	const unmarked = bundle.files.filter(({ sensitive }) => !sensitive);
	expect(bundle.files.length - unmarked.length).toBeGreaterThan(Object.keys(everyFormat).length);
	for (const { path, content } of unmarked) {
		const text = Buffer.from(content).toString("latin1");
		const inside = (text.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? []).map((each) => Buffer.from(each, "base64"));
		const forms = [text, text.replaceAll("\0", ""), ...inside.map((each) => each.toString("latin1"))];
		const told = Object.values(secretValues).filter((value) => forms.some((form) => form.includes(value)));
		expect([path, told]).toEqual([path, []]);
	}
});

test("profiles without a secret are not sensitive", async () => {
	const { bundle } = await compile({
		...twins,
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
	});
	expect(bundle.files.filter(({ sensitive }) => sensitive)).toEqual([]);
	expect(bundle.files.filter(({ path }) => path.includes("/profiles/"))).toHaveLength(8);
});

test("a secret that cannot be had leaves out its group's profiles, with a warning for each place and no stand-in", async () => {
	const { paths, json, bundle, warnings } = await compile(withCollector, {
		secrets: (reference) => ("fromEnv" in reference && reference.fromEnv === "GATEWAY_KEY" ? "k" : undefined),
	});
	const because = "needs environment variable OTLP_TOKEN, which is not available";
	const omitted = [
		"groups/pilot/profiles/linux/managed-settings.json",
		"groups/pilot/profiles/macos/com.anthropic.claudefordesktop.plist",
		"groups/pilot/profiles/macos/com.example.cowork.eu.pilot.mobileconfig",
	].map((path) => ({ path, because }));
	expect(bundle.omitted).toEqual(omitted);
	expect(json("manifest.json")).toMatchObject({ omitted });
	expect(paths.filter((path) => path.includes("/profiles/"))).toEqual([]);
	expect(paths).toContain("groups/pilot/settings.json");
	expect(warnings.map(formatProblem)).toEqual([
		"warning: groups.pilot.settings.otlpHeaders.authorization: environment variable OTLP_TOKEN is not available; the profiles that need it are not written",
	]);
});

test("a secret that a group replaces by another of its own leaves nothing out", async () => {
	const otlpHeaders = { authorization: { fromEnv: "TOKEN_OF_ALL" } };
	const { bundle, warnings, text } = await compile({ ...withCollector, settings: { otlpHeaders } }, everySecret);
	expect([bundle.omitted, warnings.filter(({ code }) => code === "secret-not-available")]).toEqual([[], []]);
	expect(text("groups/pilot/profiles/linux/managed-settings.json")).toContain("token-of-the-collector");
});

test("a secret that every group needs is one warning, and every group's profiles say what they lack", async () => {
	const { bundle, warnings } = await compile({
		...withCollector,
		groups: { ...twins.groups, ...withCollector.groups },
	});
	expect(warnings.map(formatProblem)).toEqual([
		"warning: inference.gateway.signIn.apiKey: environment variable GATEWAY_KEY is not available; the profiles that need it are not written",
		"warning: groups.pilot.settings.otlpHeaders.authorization: environment variable OTLP_TOKEN is not available; the profiles that need it are not written",
	]);
	expect(Object.fromEntries(bundle.omitted.map(({ path, because }) => [path.split("/")[1], because]))).toEqual({
		general: "needs environment variable GATEWAY_KEY, which is not available",
		pilot: "needs environment variable GATEWAY_KEY and environment variable OTLP_TOKEN, which are not available",
	});
});

test("a Pulumi configuration secret is named as one", async () => {
	const signIn = { apiKey: { fromConfig: "gatewayKey" } };
	const { warnings } = await compile({ ...twins, inference: { gateway: { ...twins.inference.gateway, signIn } } });
	expect(warnings.map(({ message }) => message)).toEqual([
		"Pulumi configuration secret gatewayKey is not available; the profiles that need it are not written",
	]);
});

test("a secret that no profile can carry is an error at the place that refers to it, without its value", async () => {
	const attempt = () => compile(twins, { secrets: () => "half\u0007value" });
	await expect(attempt).rejects.toThrow(DeploymentError);
	await expect(attempt).rejects.toThrow(
		/^inference\.gateway\.signIn\.apiKey: environment variable GATEWAY_KEY contains the character U\+0007; no profile can carry it$/,
	);
});

test("a secret with the line break of the file it was in is an error, and nothing trims it", async () => {
	await expect(compile(twins, { secrets: () => "correct-horse\n" })).rejects.toThrow(
		/^inference\.gateway\.signIn\.apiKey: environment variable GATEWAY_KEY ends with a line break, which nothing trims; set it without$/,
	);
});
