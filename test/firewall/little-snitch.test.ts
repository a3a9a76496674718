import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { builtReader } from "../support/built-reader.js";
import { run } from "../support/programs.js";

const golden = "test/golden/firewall/littleSnitch";
const sources = path.join(import.meta.dirname, "programs/little-snitch");
const build = ["cargo", "build", "--release", "--locked"] as const;
const reader = () => builtReader("little-snitch", sources, build, "target/release/little-snitch-reader");

describe("the ls_rules crate", { timeout: 900_000 }, () => {
	const files = readdirSync(golden, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".lsrules"));

	it("reads every golden file and writes back the same", ({ skip }) => {
		const built = reader();
		if ("whyNot" in built) return skip(built.whyNot);
		for (const file of files) {
			const place = path.join(golden, file);
			const written: unknown = JSON.parse(readFileSync(place, "utf8"));
			expect([file, JSON.parse(run(built.path, [place]))]).toEqual([file, written]);
			expect(run(built.path, [place])).not.toMatch(/unknown/i);
		}
		expect(files.length).toBeGreaterThan(20);
	});

	it("loses a misspelt key, so that the same means something", ({ skip }) => {
		const built = reader();
		if ("whyNot" in built) return skip(built.whyNot);
		const folder = mkdtempSync(path.join(tmpdir(), "lsrules-"));
		try {
			const file = path.join(folder, "a.lsrules");
			writeFileSync(
				file,
				JSON.stringify({ name: "a", rules: [{ action: "deny", process: "any", "remote-host": ["a.example.com"] }] }),
			);
			expect(run(built.path, [file])).not.toContain("a.example.com");
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
