import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
	readonly uses?: string;
	readonly run?: string;
}

interface Workflow {
	readonly permissions: object;
	readonly jobs: Readonly<
		Record<string, { readonly needs?: string; readonly permissions: object; readonly steps: readonly Step[] }>
	>;
}

const folder = ".github/workflows";
const release: Workflow = parse(readFileSync(`${folder}/release.yml`, "utf8"));

test("every action is pinned by its commit, with the version beside it", () => {
	const uses = readdirSync(folder).flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").match(/uses:.*/g) ?? []);
	expect(uses.length).toBeGreaterThan(0);
	for (const each of uses) expect(each).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("what is published was tested, is signed, and only publishing may sign", () => {
	expect(release.permissions).toEqual({});
	const { test: tested, publish } = release.jobs;
	expect(tested?.permissions).toEqual({ contents: "read" });
	expect(tested?.steps.map(({ run }) => run)).toContain(".ci/run");
	expect(publish?.needs).toBe("test");
	expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
	const commands = publish?.steps.flatMap(({ run }) => run ?? []) ?? [];
	expect(commands.at(-1)).toMatch(/^npm publish .* --provenance --access public$/);
	expect(commands.find((each) => each.startsWith("npm ci"))).toContain("--ignore-scripts");
	expect(JSON.stringify(release)).not.toMatch(/secrets\./);
});
