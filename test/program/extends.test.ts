import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deploymentOfStack } from "../../src/program/deployment-of-stack.js";
import { type Registered, record } from "../support/pulumi.js";

let root: string;

beforeEach(() => {
	root = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-"));
	mkdirSync(path.join(root, "project"));
	writeFileSync(path.join(root, "project/Pulumi.yaml"), "name: cowork\nruntime: nodejs\n");
	vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(path.join(root, "project"));
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(root, { recursive: true, force: true });
});

const base = `organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } }
settings: { autoUpdaterEnforcementHours: 48 }
`;

function run(extended: string, more: Readonly<Record<string, string>> = {}) {
	const deployment = { name: "eu", extends: extended, groups: { pilot: { preset: "none" } } };
	return record(() => deploymentOfStack().catch(String), {
		config: { "cowork:deployment": JSON.stringify(deployment), ...more },
	});
}

test("a deployment of a stack extends files beside the stack's own", async () => {
	writeFileSync(path.join(root, "project/base.yaml"), base);

	const { resources } = await run("./base.yaml");

	expect(deploymentIn(resources)).toMatchObject({
		name: "eu",
		organization: { name: "Example Corp" },
		settings: { autoUpdaterEnforcementHours: 48 },
	});
	expect(deploymentIn(resources)).not.toHaveProperty("extends");
});

test("what is wrong in such a file is told with its place", async () => {
	writeFileSync(path.join(root, "project/base.yaml"), base.replace("48", "none"));

	const { result } = await run("./base.yaml");

	expect(result).toMatch(/settings\.autoUpdaterEnforcementHours \(\S+base\.yaml:3:\d+\): is text/);
});

test("a file outside of the project is refused, unless the configuration allows it", async () => {
	writeFileSync(path.join(root, "base.yaml"), base);

	const refused = await run("../base.yaml");
	const allowed = await run("../base.yaml", { "cowork:allowOutside": "true" });

	expect(refused.result).toContain("extends: cannot read ");
	expect(refused.result).toContain("(in Pulumi <project>:allowOutside: true)");
	expect(refused.resources).toEqual([]);
	expect(deploymentIn(allowed.resources)).toMatchObject({ settings: { autoUpdaterEnforcementHours: 48 } });
});

function deploymentIn(resources: readonly Registered[]): unknown {
	return resources.find(({ type }) => type === "pulumi-cowork:index:CoworkDeployment")?.inputs.deployment;
}
