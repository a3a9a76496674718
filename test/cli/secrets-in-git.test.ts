import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { program } from "../support/programs.js";
import { plain, withSecret, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let runs = 0;
let tree = "";
const git = (...words: string[]) => execFileSync("git", words, { cwd: tree, encoding: "utf8" });

describe.skipIf(!program("git"))("a bundle in a work tree of Git (needs git)", () => {
	beforeEach(() => {
		tree = path.join(folder(), `tree-${++runs}`);
		mkdirSync(tree);
		git("init", "--quiet");
	});
	const synth = (text: string, out: string, ...options: string[]) =>
		invoke(["synth", write(folder(), text, `git-${runs}.yaml`), "--out", out, ...options], {
			environment: { GATEWAY_KEY: "key-of-the-gateway" },
		});
	const ofGit = (notices: readonly string[]) => notices.filter((line) => line.includes("work tree of Git"));

	test("is a warning where it holds a secret and is not ignored, which names a file and no value", async () => {
		const { code, notices } = await synth(withSecret, path.join(tree, "a", "out"));
		expect(code).toBe(0);
		expect(ofGit(notices)).toHaveLength(1);
		expect(notices.join("\n")).toMatch(
			/^warning: inference\.gateway\.signIn\.apiKey \(.*:9:\d+\): \S+managed-settings\.json holds a credential in a work/m,
		);
		expect(notices.join("\n")).not.toContain("key-of-the-gateway");
	});

	test("is refused when strict, before anything is written", async () => {
		const { code } = await synth(withSecret, path.join(tree, "out"), "--strict");
		expect(code).toBe(1);
		expect(existsSync(path.join(tree, "out"))).toBe(false);
	});

	test("is told with its code among several deployments too", async () => {
		const second = write(folder(), withSecret.replace("name: eu", "name: us"), "us.yaml");
		const first = write(folder(), withSecret, "eu.yaml");
		const { results } = await invoke(["synth", first, second, "--out", tree, "--json"], {
			environment: { GATEWAY_KEY: "key-of-the-gateway" },
		});
		const { deployments } = JSON.parse(results.join("\n"));
		for (const { warnings } of deployments)
			expect(warnings.map((each: { code: string }) => each.code)).toContain("secrets-in-git");
	});

	test("is nothing to tell where Git ignores it, or where it holds no secret", async () => {
		writeFileSync(path.join(tree, ".gitignore"), "out/\n");
		expect(ofGit((await synth(withSecret, path.join(tree, "out"))).notices)).toEqual([]);
		expect(ofGit((await synth(plain, path.join(tree, "elsewhere"))).notices)).toEqual([]);
		expect(ofGit((await synth(withSecret, path.join(folder(), `outside-${runs}`))).notices)).toEqual([]);
	});

	test("is a warning for a file that is kept although it is ignored, and by way of a symbolic link", async () => {
		await synth(withSecret, path.join(tree, "out"));
		writeFileSync(path.join(tree, ".gitignore"), "out/\n");
		git("add", "--force", "out");
		expect(ofGit((await synth(withSecret, path.join(tree, "out"))).notices)).toHaveLength(1);
		const link = path.join(folder(), `link-${runs}`);
		mkdirSync(path.join(tree, "behind"));
		symlinkSync(path.join(tree, "behind"), link);
		expect(ofGit((await synth(withSecret, link)).notices)).toHaveLength(1);
	});

	test("shows what changed in Claude.reg with what its documentation writes into .gitattributes", async () => {
		const [, attributes = ""] =
			/`(\*\.reg\S* [^`]*)` in `\.gitattributes`/.exec(readFileSync("docs/bundle.md", "utf8")) ?? [];
		const [, textconv = ""] =
			/`git config diff\.utf16\.textconv "([^"]*)"`/.exec(readFileSync("docs/bundle.md", "utf8")) ?? [];
		writeFileSync(path.join(tree, ".gitattributes"), `${attributes}\n`);
		git("config", "diff.utf16.textconv", textconv);
		const windows = plain.replace("linux", "windows");
		await synth(windows, path.join(tree, "out"));
		git("add", ".");
		await synth(windows.replace("preset: none", "preset: lockedDown"), path.join(tree, "out"));
		expect(git("diff", "--", "*.reg")).toMatch(/^\+"modelCatalogEnabled"="false"/m);
	});
});
