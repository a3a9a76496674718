import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, expect, test, vi } from "vitest";
import { deploymentOfStack } from "../../src/program/deployment-of-stack.js";
import { pilot, revision, tree } from "../publication/tree.js";
import { sound } from "../support/deployment.js";
import { inFolder } from "../support/in-folder.js";
import { record } from "../support/pulumi.js";

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
});

const held = revision(pilot, { "settings.json": "{}\n" });

/** What a stack says whose group is held at a revision, in a project whose folder was filled. */
function run(fill: (store: ReturnType<typeof tree>) => void) {
	const deployment = {
		...sound,
		inference: { gateway: { baseUrl: "https://llm.example.com", signIn: { interactive: {} } } },
		groups: { pilot: { preset: "none", rings: { broad: { hold: held.digest } } } },
		publish: { local: { directory: "./published" }, rings: ["canary", "broad"] },
	};
	return inFolder(async (folder) => {
		fill(tree(path.join(folder, "published")));
		vi.spyOn(pulumi.runtime, "getRootDirectory").mockReturnValue(folder);
		const config = { "cowork:deployment": JSON.stringify(deployment) };
		const { result, resources, warnings } = await record(
			() => deploymentOfStack().then(String, (fault: unknown) => String(fault)),
			{ config, preview: true },
		);
		return { said: result.replaceAll(folder, "<project>"), created: resources.length, warnings };
	});
}

test("a stack whose hold was never published is refused in preview, before anything is registered", async () => {
	const { said, created } = await run(() => undefined);
	expect(said).toContain("groups.pilot.rings.broad.hold: was never published to <project>/published/");
	expect(created).toBe(0);
});

test("a stack whose hold stands there goes on, and so does one that is told not to look", async () => {
	const whole = await run((store) => store.putRevision(pilot, held));
	expect(whole.created).toBeGreaterThan(0);
	expect(whole.warnings).toEqual([]);
	vi.stubEnv("PULUMI_COWORK_SKIP_LOOK_UP", "1");
	const blind = await run(() => undefined);
	expect(blind.created).toBeGreaterThan(0);
	expect(blind.warnings).toEqual([expect.stringContaining("PULUMI_COWORK_SKIP_LOOK_UP is set")]);
});
