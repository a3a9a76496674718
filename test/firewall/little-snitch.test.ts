import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { builtReader } from "../support/built-reader.js";
import { inFolder } from "../support/in-folder.js";
import { run } from "../support/programs.js";
import { goldenFiles } from "./golden.js";

const sources = path.join(import.meta.dirname, "programs/little-snitch");
const build = ["cargo", "build", "--release", "--locked"] as const;
const reader = () => builtReader("little-snitch", sources, build, "target/release/little-snitch-reader");

describe("the ls_rules crate", { timeout: 900_000 }, () => {
	const files = goldenFiles("littleSnitch", ".lsrules");

	it("reads every golden file and writes back the same", ({ skip }) => {
		const built = reader();
		if ("whyNot" in built) return skip(built.whyNot);
		for (const [file, place] of files) {
			const written: unknown = JSON.parse(readFileSync(place, "utf8"));
			expect([file, JSON.parse(run(built.path, [place]))]).toEqual([file, written]);
			expect(run(built.path, [place])).not.toMatch(/unknown/i);
		}
		expect(files.length).toBeGreaterThan(20);
	});

	it("loses a misspelt key, so that the same means something", async ({ skip }) => {
		const built = reader();
		if ("whyNot" in built) return skip(built.whyNot);
		await inFolder((folder) => {
			const file = path.join(folder, "a.lsrules");
			writeFileSync(
				file,
				JSON.stringify({ name: "a", rules: [{ action: "deny", process: "any", "remote-host": ["a.example.com"] }] }),
			);
			expect(run(built.path, [file])).not.toContain("a.example.com");
		});
	});
});
