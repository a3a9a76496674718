import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { filesOfCommit, fromRoot, gitFile } from "../../../src/review/sides/git.js";

const folder = mkdtempSync(path.join(tmpdir(), "review git "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: string[]): string {
	const settings = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
	return execFileSync("git", [...settings, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

function write(name: string, text: string): void {
	mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
	writeFileSync(path.join(folder, name), text);
}

git("init", "-q", "-b", "main");
write("deploy/eu.yaml", "name: first\n");
write("base.yaml", "name: base\n");
write("a[b]*.yaml", "name: starred\n");
write("-option.yaml", "name: option\n");
symlinkSync("/etc/passwd", path.join(folder, "link.yaml"));
git("add", ".");
git("commit", "-qm", "first");
git("tag", "v1");
write("deploy/eu.yaml", "name: second\n");
git("commit", "-qam", "second");
write("deploy/eu.yaml", "name: not committed\n");

function read(revision: string, file: string): string {
	const { value, problems } = filesOfCommit(folder, revision);
	if (!value) throw new Error(problems.map(({ message }) => message).join());
	return value(file);
}

describe("what names a file of a revision", () => {
	test.each([
		["git:main:deploy/eu.yaml", { revision: "main", path: "deploy/eu.yaml" }],
		["git:HEAD~1:a:b", { revision: "HEAD~1", path: "a:b" }],
		["git::a", undefined],
		["git:main:", undefined],
		["deploy/eu.yaml", undefined],
		["git:main", undefined],
	])("%s", (text, expected) => {
		expect(gitFile(text)).toEqual(expected);
	});
});

test.each([
	["deploy/eu.yaml", "deploy/eu.yaml"],
	["./eu.yaml", "deploy/eu.yaml"],
	["../base.yaml", "base.yaml"],
	["./../../x.yaml", "../x.yaml"],
	["deploy/../base.yaml", "base.yaml"],
])("in a folder of the repository, %s is %s from its root", (file, expected) => {
	expect(fromRoot(path.join(folder, "deploy"), file).value).toBe(expected);
});

test("reads a commit, a branch and a tag, and nothing of what is not committed", () => {
	expect(read("v1", "deploy/eu.yaml")).toBe("name: first\n");
	expect(read("main", "deploy/eu.yaml")).toBe("name: second\n");
	expect(read("HEAD~1", "deploy/../base.yaml")).toBe("name: base\n");
	expect(read(git("rev-parse", "v1"), "./deploy/eu.yaml")).toBe("name: first\n");
});

test("takes names for names: no pattern, no option", () => {
	expect(read("main", "a[b]*.yaml")).toBe("name: starred\n");
	expect(read("main", "-option.yaml")).toBe("name: option\n");
	expect(() => read("main", "*.yaml")).toThrow(/no file/);
});

describe("refuses", () => {
	test.each([
		["main", "../outside.yaml", /outside of the repository/],
		["main", "deploy/../../outside.yaml", /outside of the repository/],
		["main", "/etc/passwd", /outside of the repository/],
		["main", "deploy\\eu.yaml", /no path of a deployment/],
		["main", "a\nb", /no path of a deployment/],
		["main", "link.yaml", /no regular file/],
		["main", "deploy", /no regular file/],
		["main", "nowhere.yaml", /no file/],
		["nowhere", "base.yaml", /names no commit/],
		["--output=x", "base.yaml", /names no commit/],
		["main base", "base.yaml", /holds spaces/],
		["v1^{tree}", "base.yaml", /expected commit type/],
	])("%s:%s", (revision, file, message) => {
		expect(() => read(revision, file)).toThrow(message);
	});

	test("a folder without a repository", () => {
		const outside = mkdtempSync(path.join(tmpdir(), "no-git-"));
		try {
			expect(filesOfCommit(outside, "main").problems.map(({ code }) => code)).toEqual(["git-revision"]);
		} finally {
			rmSync(outside, { recursive: true });
		}
	});
});

test("runs nothing that the repository asks for", () => {
	const ran = path.join(folder, "ran");
	const script = path.join(folder, "script.sh");
	writeFileSync(script, `#!/bin/sh\ntouch '${ran}'\n`);
	chmodSync(script, 0o755);
	for (const key of [
		"core.fsmonitor",
		"core.pager",
		"diff.external",
		"filter.x.smudge",
		"diff.x.textconv",
		"core.sshCommand",
	])
		git("config", key, script);
	write(".gitattributes", "* filter=x diff=x\n");
	expect(read("main", "deploy/eu.yaml")).toBe("name: second\n");
	expect(existsSync(ran)).toBe(false);
});
