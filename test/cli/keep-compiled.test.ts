import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { compiledFolder } from "../../src/cli/keep-compiled.js";
import { temporaryFolder } from "../support/command.js";

const folder = temporaryFolder();

test("what is compiled is kept in the user's caches, where nobody else writes", () => {
	const caches = path.join(folder(), "caches");
	const compiled = compiledFolder({ XDG_CACHE_HOME: caches });
	expect(compiled).toBe(path.join(caches, "pulumi-cowork", "compiled"));
	// Windows has no such modes.
	if (process.platform !== "win32") expect(statSync(caches).mode & 0o077).toBe(0);
	expect(compiledFolder({ XDG_CACHE_HOME: caches })).toBe(compiled);
});

test("a name that is not absolute is as good as none, as the XDG specification has it", () => {
	const compiled = compiledFolder({ XDG_CACHE_HOME: "caches" }, folder);
	expect(compiled).toBe(path.join(folder(), ".cache", "pulumi-cowork", "compiled"));
	expect(existsSync("caches")).toBe(false);
});

test("a home that is not there, cannot be written to or is not known keeps nothing, and is not made", () => {
	const home = path.join(folder(), "nobody");
	expect(compiledFolder({}, () => home)).toBeUndefined();
	expect(existsSync(home)).toBe(false);
	expect(compiledFolder({}, () => "")).toBeUndefined();
	const unknown = () => {
		throw new Error("uv_os_homedir returned ENOENT");
	};
	expect(compiledFolder({}, unknown)).toBeUndefined();
});
