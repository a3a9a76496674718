import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findRoot, isFoundFromHere } from "../../../src/components/artifact-store/project-root.js";

let root: string;

beforeEach(() => {
	root = realpathSync(mkdtempSync(path.join(tmpdir(), "pulumi-cowork-")));
	mkdirSync(path.join(root, "program/dist"), { recursive: true });
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllEnvs();
	rmSync(root, { recursive: true, force: true });
});

function runIn(folder: string, logical = folder): void {
	vi.spyOn(process, "cwd").mockReturnValue(folder);
	vi.stubEnv("PWD", logical);
}

test.each([
	["Pulumi.yaml", "name: cowork\nruntime: nodejs\n"],
	["Pulumi.yml", "name: cowork\n"],
	["Pulumi.json", '{ "name": "cowork" }'],
])("a project is found by the name in its %s", (name, text) => {
	writeFileSync(path.join(root, name), text);
	runIn(path.join(root, "program/dist"));

	expect(findRoot("cowork/test/eu")).toBe(root);
	expect(findRoot("other/test/eu")).toBeUndefined();
	expect(isFoundFromHere(root)).toBe(true);
});

test("a project of another name on the way, or one whose file does not parse, is passed by", () => {
	writeFileSync(path.join(root, "Pulumi.yaml"), "name: cowork\n");
	writeFileSync(path.join(root, "program/Pulumi.yaml"), "name: inner\n");
	writeFileSync(path.join(root, "program/dist/Pulumi.yaml"), "name: [\n");
	runIn(path.join(root, "program/dist"));

	expect(findRoot("cowork/test/eu")).toBe(root);
});

test("the way to a program behind a link is the one that was taken", () => {
	const project = path.join(root, "project");
	mkdirSync(project);
	writeFileSync(path.join(project, "Pulumi.yaml"), "name: cowork\n");
	symlinkSync(path.join(root, "program"), path.join(project, "linked"));

	runIn(path.join(root, "program/dist"), path.join(project, "linked/dist"));
	expect(findRoot("cowork/test/eu")).toBe(project);
	expect(isFoundFromHere(project)).toBe(false);
	runIn(path.join(root, "program/dist"), path.join(project));
	expect(findRoot("cowork/test/eu")).toBeUndefined();
});
