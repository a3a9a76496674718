import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { identityCenter } from "../reading/migrate/ccwb-profiles.js";
import { temporaryFolder } from "../support/command.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();
let count = 0;
const profile = JSON.stringify(identityCenter("token-of-the-collector"));
const migrate = (given: string, ...options: readonly string[]) =>
	invoke(["migrate", "ccwb", given, "--out", "-", ...options]);

/** A folder as the tool keeps it, with files in `profiles`. */
function kept(files: Readonly<Record<string, string>>): string {
	const root = path.join(folder(), `ccwb-${++count}`);
	mkdirSync(path.join(root, "profiles"), { recursive: true });
	for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, "profiles", name), content);
	return root;
}

test("refuses what is no regular file, which may have no end", async () => {
	const { code, notices } = await migrate("/dev/zero");
	expect({ code, notices }).toEqual({ code: 2, notices: ["cannot read /dev/zero: it is no regular file"] });
});

test("what is larger than any profile is refused by its own name", async () => {
	const root = kept({ "Large.json": " ".repeat(2 * 1024 * 1024) });
	const { code, notices } = await migrate(root);
	expect(code).toBe(2);
	expect(notices.join()).toMatch(/^cannot read .*Large\.json: it has 2097152 bytes or more; expected at most 1048576$/);
});

describe("of a folder", () => {
	test("what cannot be read is told, and the others are taken", async () => {
		const root = kept({ "Acme.json": profile, "broken.json": "{" });
		mkdirSync(path.join(root, "profiles/folder.json"));
		symlinkSync("/nonexistent", path.join(root, "profiles/nothing.json"));
		const { code, notices, results } = await migrate(root);
		expect(code).toBe(0);
		expect(results.join("\n")).toContain("groups:\n  acme:");
		expect(notices).toEqual(
			expect.arrayContaining([
				"warning: folder.json: is no regular file; it is left out",
				"warning: nothing.json: is a link to nothing; it is left out",
				"warning: broken.json: line 1: is no JSON; something else stands there, or the text ends",
			]),
		);
	});

	test("a link is followed within it, and not out of it", async () => {
		const root = kept({ "Acme.json": profile });
		const other = path.join(kept({ "Other.json": profile.replace("210987654321", "999999999999") }), "profiles");
		symlinkSync("Acme.json", path.join(root, "profiles/Same.json"));
		symlinkSync(path.join(other, "Other.json"), path.join(root, "profiles/Other.json"));
		const { code, notices, results } = await migrate(root);
		expect(code).toBe(0);
		expect(notices).toContain(
			"warning: Other.json: is a link that leaves the folder; name the file itself if it is meant",
		);
		expect(results.join("\n")).toContain("# From Acme, Same");
		const linked = path.join(folder(), `linked-${++count}`);
		mkdirSync(linked);
		symlinkSync(other, path.join(linked, "profiles"));
		const outside = await migrate(linked);
		expect(outside.code).toBe(1);
		expect([...outside.results, ...outside.notices].join("\n")).not.toContain("999999999999");
	});

	test("a hostile name neither leaves the folder nor makes a terminal obey", async () => {
		const root = kept({ "a\nb\u001b[31m.json": profile });
		const { code, notices, results } = await migrate(root);
		expect(code).toBe(0);
		expect([...notices, ...results].join("")).not.toContain("\u001b");
		expect(results.join("\n")).toContain("groups:\n  a-b");
	});

	test("one of several is chosen, and what is told of the others stays out", async () => {
		const root = kept({ "Acme.json": profile, "Second.json": '{"aws_region":"us-east-1","auth_type":"none"}' });
		const { code, notices, results } = await migrate(root, "--profile", "Acme");
		expect(code).toBe(0);
		expect(results.join("\n")).not.toContain("second");
		expect(notices.join("\n")).not.toContain("Second");
	});
});
