import { chmodSync, existsSync, mkdirSync, renameSync, statSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
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

describe.skipIf(process.platform === "win32")("nothing is executed that somebody else could have put there", () => {
	const caches = (name: string) => {
		const place = path.join(folder(), name);
		return { place, own: path.join(place, "pulumi-cowork"), get: () => compiledFolder({ XDG_CACHE_HOME: place }) };
	};

	test("where another user made the folder", () => {
		const { place, get } = caches("anothers");
		expect(get()).toBeDefined();
		const other = (process.getuid?.() ?? 0) + 1;
		expect(compiledFolder({ XDG_CACHE_HOME: place }, () => "", other)).toBeUndefined();
	});

	test.each(["", "compiled"])("where everybody writes to the folder %j of it", (below) => {
		const { own, get } = caches(`open-${below}`);
		expect(get()).toBeDefined();
		chmodSync(path.join(own, below), 0o777);
		expect(get()).toBeUndefined();
	});

	test("where a link leads elsewhere", () => {
		const { own, get } = caches("linked");
		mkdirSync(path.dirname(own));
		expect(get()).toBeDefined();
		renameSync(own, `${own}-elsewhere`);
		symlinkSync(`${own}-elsewhere`, own);
		expect(get()).toBeUndefined();
	});
});
