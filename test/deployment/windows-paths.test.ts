import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { posix } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { loadDeployment } from "../../src/deployment/load.js";
import { contains } from "../../src/files/contains.js";
import { filesOfCommit } from "../../src/review/sides/git.js";
import { run } from "../support/programs.js";

// As Node takes paths apart on Windows.
vi.mock("node:path", async (original) => {
	const path = await original<typeof import("node:path")>();
	return { ...path.win32, default: path.win32, posix: path.posix };
});

/** What a file with an `extends` reads, besides itself. */
function extended(file: string, reference: string): string[] {
	const read: string[] = [];
	const { problems } = loadDeployment(file, (each) => {
		if (each === file) return JSON.stringify({ extends: reference });
		read.push(each);
		return "{}";
	});
	expect(problems).toEqual([]);
	return read;
}

describe("on Windows", () => {
	test.each([
		["C:\\cowork\\eu.yaml", "./base.yaml", "C:\\cowork\\base.yaml"],
		["C:\\cowork\\eu.yaml", "..\\shared\\base.yaml", "C:\\shared\\base.yaml"],
		["C:\\cowork\\eu.yaml", "../shared/base.yaml", "C:\\shared\\base.yaml"],
		["C:\\cowork\\eu.yaml", "D:\\shared\\base.yaml", "D:\\shared\\base.yaml"],
		["cowork\\eu.yaml", "base.yaml", "cowork\\base.yaml"],
		["C:/cowork/eu.yaml", "base.yaml", "C:\\cowork\\base.yaml"],
		["\\\\server\\share\\eu.yaml", "base.yaml", "\\\\server\\share\\base.yaml"],
	])("%s that extends %s reads %s", (file, reference, target) => {
		expect(extended(file, reference)).toEqual([target]);
	});

	test("a file that extends itself by another spelling is told", () => {
		const { problems } = loadDeployment("C:\\cowork\\eu.yaml", () => JSON.stringify({ extends: "../COWORK/eu.yaml" }));
		expect(problems.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringMatching(/extends/)]));
	});

	test.each([
		["C:\\cowork", "C:\\cowork\\eu.yaml", true],
		["C:\\cowork", "c:\\COWORK\\eu.yaml", true],
		["C:\\", "C:\\cowork\\eu.yaml", true],
		["C:\\cowork", "C:\\cowork2\\eu.yaml", false],
		["C:\\cowork", "D:\\cowork\\eu.yaml", false],
		["C:\\cowork", "C:\\eu.yaml", false],
	])("%s contains %s: %s", (folder, place, is) => {
		expect(contains(folder, place)).toBe(is);
	});

	test("what a file of a commit extends is read from the commit, and nothing outside of it", () => {
		const folder = mkdtempSync(posix.join(tmpdir(), "pulumi-cowork-"));
		try {
			const git = (...args: string[]) =>
				run("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
			git("init", "--quiet");
			run("mkdir", [posix.join(folder, "cowork")]);
			writeFileSync(posix.join(folder, "cowork/eu.yaml"), '{ "extends": "./base.yaml" }');
			writeFileSync(posix.join(folder, "cowork/base.yaml"), "name: eu");
			git("add", ".");
			git("commit", "--quiet", "--message", "first");
			const { value: read } = filesOfCommit(folder, "HEAD");
			if (!read) throw new Error("the commit is there");
			expect(loadDeployment("cowork/eu.yaml", read)).toMatchObject({ value: { name: "eu" }, problems: [] });
			expect(loadDeployment("cowork\\eu.yaml", read)).toMatchObject({ value: { name: "eu" }, problems: [] });
			expect(() => read("..\\eu.yaml")).toThrow("outside of the repository");
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
