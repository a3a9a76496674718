import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyNames, managedKeys } from "../../src/configuration/catalogue.js";
import { parseDeployment } from "../../src/deployment/parse.js";
import { planWith } from "../../src/deployment/plan-with.js";
import { DeploymentError, formatProblem, isError, type Problem } from "../../src/problem.js";
import { registries } from "../../src/registries.js";
import { deployments, odd, routes, whole } from "../fuzz/deployments.js";
import { problemsOfFiles, soundWith } from "../support/deployment.js";

/** A check of a whole deployment takes milliseconds. */
const runs = 150;

/** Every problem; anything but a {@link DeploymentError} is a crash and surfaces. */
function check(input: unknown): readonly Problem[] {
	try {
		const parsed = parseDeployment(input);
		planWith(registries, parsed);
		return parsed.warnings;
	} catch (fault) {
		if (fault instanceof DeploymentError) return fault.problems;
		throw fault;
	}
}

/** Problems as the command prints them, and as a program would look at them. */
function textOf(problems: readonly Problem[]): string {
	return `${problems.map(formatProblem).join("\n")}\n${JSON.stringify(problems)}`;
}

describe("nothing but a DeploymentError", () => {
	test("comes of any JSON", () => {
		fc.assert(
			fc.property(odd, (input) => void check(input)),
			{ numRuns: runs },
		);
	});

	test("comes of a deployment with changes anywhere", () => {
		fc.assert(
			fc.property(deployments, (input) => {
				for (const problem of check(input)) expect(formatProblem(problem)).toMatch(/^(warning: )?\S.*: \S/su);
			}),
			{ numRuns: runs },
		);
	});

	test("comes of any value of any key", () => {
		fc.assert(
			fc.property(fc.constantFrom(...keyNames), odd, fc.boolean(), (name, value, ofGroup) => {
				const block = { [name]: value };
				check(
					soundWith(ofGroup ? { groups: { pilot: { preset: "restricted", settings: block } } } : { settings: block }),
				);
			}),
			{ numRuns: runs },
		);
	});

	test("the deployments that are changed are sound to begin with", () => {
		for (const inference of routes) {
			expect(
				check({ ...whole, inference })
					.filter(isError)
					.map(formatProblem),
			).toEqual([]);
		}
	});
});

describe("a secret in plain text is refused and never repeated", () => {
	const secretKeys = Object.entries(managedKeys).flatMap(([name, key]) =>
		"secret" in key && key.type === "string" ? [name] : [],
	);
	const server = (members: Record<string, unknown>) => ({
		managedMcpServers: [{ name: "a", transport: "http", url: "https://a.example.com", ...members }],
	});
	const inStructures: ((secret: unknown) => Record<string, unknown>)[] = [
		(secret) => ({ otlpHeaders: { Authorization: secret } }),
		(secret) => ({ otlpHeaders: { "x-api-key": secret } }),
		(secret) => ({ bootstrapHeaders: { cookie: secret } }),
		(secret) => ({ inferenceCustomHeaders: { "X-Auth-Token": secret } }),
		(secret) => server({ headers: { authorization: secret } }),
		(secret) => server({ oauth: { clientId: "a", clientSecret: secret } }),
		(secret) => ({
			managedMcpServers: [{ name: "search", server: "websearch", provider: "exa", headers: { "x-api-key": secret } }],
		}),
	];
	const inSettings = [...secretKeys.map((name) => (secret: unknown) => ({ [name]: secret })), ...inStructures];
	const inRoute: ((secret: unknown) => unknown)[] = [
		(secret) => ({ gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: secret } } }),
		(secret) => ({
			gateway: { baseUrl: "https://llm.example.com", headers: { "x-secret": secret }, signIn: { interactive: {} } },
		}),
		(secret) => ({ anthropic: { signIn: { apiKey: secret } } }),
		(secret) => ({ bedrock: { region: "eu-central-1", signIn: { bearerToken: secret } } }),
		(secret) => ({ mantle: { region: "us-east-1", signIn: { bearerToken: secret } } }),
		(secret) => ({
			vertex: { projectId: "example", region: "eu", signIn: { google: { clientId: "a", clientSecret: secret } } },
		}),
		(secret) => ({ foundry: { resource: "a", signIn: { apiKey: secret } } }),
	];
	const places: ((secret: unknown) => Record<string, unknown>)[] = [
		...inSettings.map((place) => (secret: unknown) => soundWith({ settings: place(secret) })),
		...inSettings.map(
			(place) => (secret: unknown) => soundWith({ groups: { pilot: { preset: "standard", settings: place(secret) } } }),
		),
		...inRoute.map((place) => (secret: unknown) => soundWith({ inference: place(secret) })),
		(secret) => soundWith({ groups: { pilot: { preset: "none", inference: { signIn: { apiKey: secret } } } } }),
	];
	const secrets = fc.stringMatching(/^[A-Za-z0-9+/]{16,40}$/).map((text) => `sk-${text}`);

	test("wherever one may stand, in whatever it is wrapped", () => {
		fc.assert(
			fc.property(fc.constantFrom(...places), secrets, (place, secret) => {
				const wrapped = [
					secret,
					[secret],
					{ value: secret },
					{ fromEnv: [secret] },
					{ fromEnv: secret },
					{ fromConfig: secret },
					{ fromEnv: secret, or: secret },
					{ fromEnv: ` ${secret}` },
				];
				for (const each of wrapped) {
					const problems = check(place(each));
					expect(problems.some(isError)).toBe(true);
					expect(textOf(problems)).not.toContain(secret);
				}
			}),
			{ numRuns: runs },
		);
	});

	test("each place knows that it holds one", () => {
		const deployments = [
			...inStructures.map((place) => ({ settings: place("sk-1234567890") })),
			...inRoute.map((place) => ({ inference: place("sk-1234567890") })),
		];
		for (const each of deployments) expect(textOf(check(soundWith(each)))).toContain("is a secret in plain text");
	});

	test("the environment of a program may hold one, with a warning that does not repeat it", () => {
		const input = soundWith({
			settings: {
				managedMcpServers: [{ name: "a", transport: "stdio", command: "/opt/a", env: { API_TOKEN: "sk-1234567890" } }],
			},
		});
		expect(check(input).map(formatProblem)).toEqual([
			"warning: settings.managedMcpServers[0].env.API_TOKEN: looks like a secret in plain text; if it is one, use { fromEnv: NAME } or { fromConfig: key }",
		]);
	});

	test("in a file that is broken around it", () => {
		const brokenBy = fc.constantFrom(
			": ",
			'"',
			"'",
			"\t",
			"@",
			"`",
			"!x ",
			"{",
			"[",
			"*a ",
			"&",
			"|",
			"%",
			"\\q",
			"\n- ",
			"\n? ",
		);
		fc.assert(
			fc.property(fc.constantFrom(...inRoute), secrets, brokenBy, fc.nat({ max: 3 }), (place, secret, fault, where) => {
				const key = JSON.stringify(place("HERE")).replace(/"HERE"/, () => `${fault}${secret}${where > 1 ? fault : ""}`);
				const text = `name: eu\n${where % 2 ? "\n" : ""}inference: ${key}\n`;
				expect(problemsOfFiles({ "eu.yaml": text }).join("\n")).not.toContain(secret);
			}),
			{ numRuns: runs },
		);
	});
});
