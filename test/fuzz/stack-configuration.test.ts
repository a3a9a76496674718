import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { deploymentOfStack } from "../../src/program/deployment-of-stack.js";
import { record } from "../support/pulumi.js";
import { deployments } from "./deployments.js";
import { fuzzing, timeout } from "./fuzzing.js";

afterEach(() => vi.unstubAllEnvs());

test("no stack's configuration ends the program but with problems", { timeout }, async () => {
	vi.stubEnv("GATEWAY_KEY", "k");
	vi.stubEnv("OTEL", "o");
	vi.stubEnv("MCP", "m");
	vi.stubEnv("KEY", "k");
	await fc.assert(
		fc.asyncProperty(deployments, async (deployment) => {
			const config = { "cowork:deployment": JSON.stringify(deployment) ?? "", "cowork:mcp": "m" };
			const attempt = () =>
				deploymentOfStack().then(
					() => undefined,
					(fault: unknown) => fault,
				);
			const { result } = await record(attempt, { config });
			if (result === undefined) return;
			expect(pulumi.RunError.isInstance(result)).toBe(true);
			expect(String(result)).not.toMatch(/\n\s+at .*:\d+/);
		}),
		fuzzing(150),
	);
});
