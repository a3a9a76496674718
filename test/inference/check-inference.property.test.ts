import fc from "fast-check";
import { expect, test } from "vitest";
import { checkInference } from "../../src/inference/check-inference.js";
import { checkGroupInference, planGroupInference } from "../../src/inference/group-inference.js";
import { planInference } from "../../src/inference/plan-inference.js";
import type { InferenceRoute, RouteMember } from "../../src/inference/route.js";
import { inferenceRoutes } from "../../src/inference/routes/index.js";
import { formatProblem, isError } from "../../src/problem.js";

const at = ["inference"];
const anything = fc.jsonValue({ maxDepth: 4 });

/** Blocks that get past the first checks: known names, with values of any kind below them. */
const nearlyBlock = fc.oneof(
	...Object.entries(inferenceRoutes).map(([name, route]: [string, InferenceRoute]) => {
		const signIns = Object.entries(route.signIn).map(([way, signIn]) => {
			const value = signIn.members ? fc.oneof(anything, someOf(signIn.members)) : anything;
			return fc.record({ [way]: value });
		});
		const models = fc.oneof(anything, fc.array(fc.oneof(fc.string(), anything, fc.record({ name: fc.string() }))));
		const block = fc.tuple(
			someOf(route.options),
			fc.record({ models, signIn: fc.oneof(anything, ...signIns) }, { requiredKeys: [] }),
		);
		return block.map(([options, rest]) => ({ [name]: { ...options, ...rest } }));
	}),
);

function someOf(members: Readonly<Record<string, RouteMember>>): fc.Arbitrary<Record<string, unknown>> {
	const shape = Object.fromEntries(Object.keys(members).map((name) => [name, fc.oneof(anything, fc.string())]));
	return fc.record(shape, { requiredKeys: [] });
}

test("any JSON is checked and planned without a crash", () => {
	fc.assert(
		fc.property(fc.oneof(anything, nearlyBlock), anything, (block, override) => {
			for (const problem of checkInference(block, at, inferenceRoutes)) expect(formatProblem(problem)).not.toBe("");
			checkGroupInference(block, override, ["groups", "pilot", "inference"], inferenceRoutes);
			planInference(block, at, inferenceRoutes);
			planGroupInference(block, override, { block: at, override: ["groups", "pilot", "inference"] }, inferenceRoutes);
		}),
	);
});

test("what passes has a plan", () => {
	fc.assert(
		fc.property(nearlyBlock, (block) => {
			if (!checkInference(block, at, inferenceRoutes).some(isError))
				expect(planInference(block, at, inferenceRoutes)).toBeDefined();
		}),
	);
});

test("a plain secret is refused and never repeated", () => {
	const secretPlaces = [
		(secret: unknown) => ({ gateway: { baseUrl: "https://llm.example.com", signIn: { apiKey: secret } } }),
		(secret: unknown) => ({ anthropic: { signIn: { apiKey: secret } } }),
		(secret: unknown) => ({ bedrock: { region: "eu-central-1", signIn: { bearerToken: secret } } }),
		(secret: unknown) => ({ mantle: { region: "us-east-1", models: ["sonnet"], signIn: { bearerToken: secret } } }),
		(secret: unknown) => ({ vertex: { signIn: { google: { clientId: "id", clientSecret: secret } } } }),
		(secret: unknown) => ({ foundry: { resource: "example", signIn: { apiKey: secret } } }),
		(secret: unknown) => ({
			gateway: { baseUrl: "https://llm.example.com", headers: { Authorization: secret }, signIn: { interactive: {} } },
		}),
	];
	const secrets = fc.stringMatching(/^[A-Za-z0-9]{12,40}$/).map((text) => `sk-${text}`);
	fc.assert(
		fc.property(secrets, fc.constantFrom(...secretPlaces), (secret, place) => {
			for (const wrapped of [secret, [secret], { value: secret }, { fromEnv: [secret] }]) {
				const problems = checkInference(place(wrapped), at, inferenceRoutes);
				expect(problems.some(isError)).toBe(true);
				expect(problems.map(formatProblem).join("\n")).not.toContain(secret);
			}
		}),
	);
});
