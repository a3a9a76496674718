import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { journalsIn } from "../../src/files/journal.js";
import { temporaryFolder } from "../support/command.js";

const home = temporaryFolder();
const placing = Array.from({ length: 2500 }, (_, index) => ({ path: `groups/ä-${index}/a`, sha256: "0".repeat(64) }));

test("what a run has noted is what another reads, and is for nobody else", () => {
	const own = journalsIn(home());
	own.note("bundle", { placing: [], removing: ["old"] });
	own.note("bundle", { placing, removing: [] });
	own.note("manifest", { placing: [], removing: ["older"] });

	expect(own.all()).toEqual({ placing, removing: ["old", "older"] });
	expect(journalsIn(home()).all()).toEqual(own.all());
	expect(statSync(path.join(home(), "bundle.journal.json")).mode & 0o077).toBe(0);
	own.drop();
	expect(own.all()).toEqual({ placing: [], removing: [] });
});

test("nothing is noted through a link that stands in the way", () => {
	const target = path.join(home(), "target");
	writeFileSync(target, "mine");
	symlinkSync(target, path.join(home(), "bundle.journal.json.next"));

	expect(() => journalsIn(home()).note("bundle", { placing, removing: [] })).toThrow(/EEXIST/);

	expect(readFileSync(target, "utf8")).toBe("mine");
});
