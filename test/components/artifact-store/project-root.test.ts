import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isFoundFromHere, searchRoot } from "../../../src/components/artifact-store/project-root.js";

let root: string;

beforeEach(() => {
	root = realpathSync(mkdtempSync(path.join(tmpdir(), "pulumi-cowork-")));
	mkdirSync(path.join(root, "program/dist"), { recursive: true });
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(root, { recursive: true, force: true });
});

function runIn(folder: string): void {
	vi.spyOn(process, "cwd").mockReturnValue(folder);
}

test.each([
	["Pulumi.yaml", "name: cowork\nruntime: nodejs\n"],
	["Pulumi.yml", "name: cowork\n"],
	["Pulumi.json", '{ "name": "cowork" }'],
])("a project is found by the name in its %s", (name, text) => {
	writeFileSync(path.join(root, name), text);
	runIn(path.join(root, "program/dist"));

	expect(searchRoot("cowork/test/eu")).toBe(root);
	expect(searchRoot("other/test/eu")).toBeUndefined();
	expect(isFoundFromHere(root)).toBe(true);
});

test("a project of another name on the way, or one whose file does not parse, is passed by", () => {
	writeFileSync(path.join(root, "Pulumi.yaml"), "name: cowork\n");
	writeFileSync(path.join(root, "program/Pulumi.yaml"), "name: inner\n");
	writeFileSync(path.join(root, "program/dist/Pulumi.yaml"), "name: [\n");
	runIn(path.join(root, "program/dist"));

	expect(searchRoot("cowork/test/eu")).toBe(root);
});

test("a program behind a link, or beside its project, is outside of it", () => {
	const project = path.join(root, "project");
	mkdirSync(project);
	symlinkSync(path.join(root, "program"), path.join(project, "linked"));

	runIn(path.join(root, "program/dist"));

	expect(isFoundFromHere(project)).toBe(false);
	expect(isFoundFromHere(path.join(root, "nowhere"))).toBe(true);
});
