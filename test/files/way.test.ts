import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { removeFiles } from "../../src/files/remove.js";
import { wayFinder } from "../../src/files/way.js";
import { temporaryFolder } from "../support/command.js";

const root = temporaryFolder();
let folder = "";
let count = 0;
beforeEach(() => {
	folder = path.join(root(), String(count++));
});

test("a file in a folder that is there", () => {
	mkdirSync(path.join(folder, "a/b"), { recursive: true });
	expect(["x", "a/x", "a/b/x"].map(wayFinder(folder))).toEqual(["there", "there", "there"]);
});

test("a file in a folder that is missing, at any depth", () => {
	expect(["x", "a/x"].map(wayFinder(folder))).toEqual(["missing", "missing"]);
	mkdirSync(path.join(folder, "a"), { recursive: true });
	expect(["a/x", "a/b/x", "a/b/c/x"].map(wayFinder(folder))).toEqual(["there", "missing", "missing"]);
});

test("the first step that is no folder is in the way, whatever is below it", () => {
	mkdirSync(path.join(folder, "away/b"), { recursive: true });
	symlinkSync(path.join(folder, "away"), path.join(folder, "link"));
	writeFileSync(path.join(folder, "file"), "");
	const link = { place: path.join(folder, "link"), kind: "link" };
	const file = { place: path.join(folder, "file"), kind: "file" };
	expect(["link/x", "link/b/x", "file/x", "file/b/c/x"].map(wayFinder(folder))).toEqual([link, link, file, file]);
});

test("nothing below a missing folder is looked at", () => {
	const wayTo = wayFinder(folder);
	expect(wayTo("a/b/x")).toBe("missing");
	mkdirSync(path.join(folder, "a/b"), { recursive: true });
	expect(wayTo("a/b/c/x")).toBe("missing");
});

test("a folder that a killed run left empty goes with the files that never got there", () => {
	mkdirSync(path.join(folder, "a"), { recursive: true });
	removeFiles(folder, ["a/b/x"]);
	expect(wayFinder(folder)("a/x")).toBe("missing");
});
