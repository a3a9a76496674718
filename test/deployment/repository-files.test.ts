import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadDeployment } from "../../src/deployment/load.js";
import { type RepositoryOptions, repositoryFiles } from "../../src/deployment/repository-files.js";
import { RefusedFile } from "../../src/files/regular-file.js";

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Files below a new folder, whose content is what they are called. */
function tree(...files: readonly string[]): string {
	const root = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-tree-"));
	folders.push(root);
	for (const file of files) {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), file.endsWith("/keep") ? "" : file);
	}
	return root;
}

function read(root: string, first: string, file: string, options?: RepositoryOptions): string {
	return repositoryFiles(path.join(root, first), options)(path.join(root, file));
}

describe("what may be extended", () => {
	test.each([
		["anything in the repository", [".git/keep", "a/b/d.yaml", "base.yaml"], "a/b/d.yaml", "base.yaml"],
		["in a work tree, whose .git is a file", [".git", "a/d.yaml", "base.yaml"], "a/d.yaml", "base.yaml"],
		[
			"in a repository, whatever packages are inside",
			[".git/keep", "a/package.json", "a/d.yaml", "base.yaml"],
			"a/d.yaml",
			"base.yaml",
		],
		["without one, anything in the package", ["package.json", "a/d.yaml", "base.yaml"], "a/d.yaml", "base.yaml"],
		["or in the Pulumi project", ["Pulumi.yaml", "a/d.yaml", "base.yaml"], "a/d.yaml", "base.yaml"],
		["without either, anything beside the file", ["a/d.yaml", "a/b/base.yaml"], "a/d.yaml", "a/b/base.yaml"],
		["names that only look like the way up", [".git/keep", "d.yaml", "..a/base.yaml"], "d.yaml", "..a/base.yaml"],
	])("%s", (_, files, first, file) => {
		expect(read(tree(...files), first, file)).toBe(file);
	});

	test.each([
		["outside of the repository", ["r/.git/keep", "r/a/d.yaml", "base.yaml"], "r/a/d.yaml", "base.yaml"],
		["beside it, with a longer name", ["r/.git/keep", "r/d.yaml", "rr/base.yaml"], "r/d.yaml", "rr/base.yaml"],
		["outside of the nearest package", ["p/package.json", "p/d.yaml", "base.yaml"], "p/d.yaml", "base.yaml"],
		["outside of the folder", ["a/d.yaml", "base.yaml"], "a/d.yaml", "base.yaml"],
	])("nothing %s, unless that is said", (_, files, first, file) => {
		const root = tree(...files);
		expect(() => read(root, first, file)).toThrow(RefusedFile);
		expect(() => read(root, first, file)).toThrow(/^it is outside of \S+, where this deployment's files belong; /);
		expect(read(root, first, file, { allowOutside: true })).toBe(file);
	});

	test("a link inside that leads outside is outside", () => {
		const root = tree("r/.git/keep", "r/d.yaml", "secret.yaml");
		symlinkSync(path.join(root, "secret.yaml"), path.join(root, "r/base.yaml"));
		expect(() => read(root, "r/d.yaml", "r/base.yaml")).toThrow(RefusedFile);
		expect(read(root, "r/d.yaml", "r/base.yaml", { allowOutside: true })).toBe("secret.yaml");
	});

	test("the first file is read wherever it is, since a person names it", () => {
		const root = tree("r/.git/keep", "elsewhere.yaml");
		symlinkSync(path.join(root, "elsewhere.yaml"), path.join(root, "r/d.yaml"));
		expect(read(root, "r/d.yaml", "r/d.yaml")).toBe("elsewhere.yaml");
	});

	test("what is refused is named at the place that extends it, and nothing of it is told", () => {
		const root = tree("r/.git/keep", "passwords");
		const first = path.join(root, "r/d.yaml");
		writeFileSync(first, "name: eu\nextends: ../passwords\n");
		writeFileSync(path.join(root, "passwords"), "root:hunter2\nx: y: z\n");
		const { problems } = loadDeployment(first, repositoryFiles(first));
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({
			path: ["extends"],
			location: { file: first, line: 2, column: 1 },
			message: expect.stringContaining("allow it with --allow-outside (in Pulumi <project>:allowOutside: true)"),
		});
		expect(JSON.stringify(problems)).not.toContain("hunter2");
	});
});

describe("files that are none to read", () => {
	test.skipIf(process.platform === "win32")("pipes and devices", () => {
		const root = tree("d.yaml");
		execFileSync("mkfifo", [path.join(root, "pipe")]);
		expect(() => read(root, "pipe", "pipe")).toThrow("it is no regular file");
		expect(() => repositoryFiles("/dev/zero")("/dev/zero")).toThrow("it is no regular file");
		symlinkSync("/dev/zero", path.join(root, "zero.yaml"));
		expect(() => read(root, "d.yaml", "zero.yaml", { allowOutside: true })).toThrow("it is no regular file");
	});

	test("folders, by the system's own error", () => {
		expect(() => read(tree("a/d.yaml", "a/b/base.yaml"), "a/d.yaml", "a/b")).toThrow(/EISDIR/);
	});

	test.skipIf(process.platform === "win32")("a file of which the system tells no size is read all the same", () => {
		expect(repositoryFiles("/proc/self/status")("/proc/self/status")).toContain("Name:");
	});

	test("one that is larger than any text can be, as a problem and not as a crash", () => {
		const file = path.join(tree("d.yaml"), "d.yaml");
		truncateSync(file, 600 * 1024 * 1024);
		expect(loadDeployment(file, repositoryFiles(file)).problems).toEqual([
			{
				severity: "error",
				code: "not-parsed",
				path: [],
				message: "is larger than 16 MB (16777216 bytes); split it and extend the parts",
				location: { file, line: 1, column: 1 },
			},
		]);
	});
});
