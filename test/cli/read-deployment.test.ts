import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/command.js";
import { plain, write } from "./deployments.js";
import { invoke } from "./invoke.js";

const folder = temporaryFolder();

test.each([
	["synth", ["--out"]],
	["explain", ["disableAutoUpdates", "--group", "pilot"]],
	["egress", ["--group", "pilot"]],
])("%s extends a file of another repository only where that is said", async (command, more) => {
	const home = path.join(folder(), command);
	mkdirSync(path.join(home, "repository/.git"), { recursive: true });
	write(home, plain, "base.yaml");
	const file = write(home, "extends: ../base.yaml\nname: eu\n", "repository/d.yaml");
	const args = [command, file, ...more, ...(command === "synth" ? [path.join(home, "out")] : [])];

	const refused = await invoke(args);
	const allowed = await invoke([...args, "--allow-outside"]);

	expect({ code: refused.code, results: refused.results }).toEqual({ code: 1, results: [] });
	expect(refused.notices).toHaveLength(1);
	expect(refused.notices[0]).toContain(
		`extends (${file}:1:1): cannot read ${home}/base.yaml: it is outside of ${home}/repository, `,
	);
	expect(allowed).toMatchObject({ code: 0, notices: [] });
});

test.skipIf(process.platform === "win32")("what is no regular file is not read", async () => {
	expect(await invoke(["synth", "/dev/zero", "--out", "o"])).toEqual({
		code: 2,
		results: [],
		notices: ["cannot read /dev/zero: it is no regular file"],
	});
});

test.skipIf(process.platform === "win32").each<[string, string, RegExp]>([
	["a folder", "extends: ./inside", /: it is a folder; name the file in it that is meant$/],
	[
		"what is not there",
		"extends: ./gone.yaml",
		/: there is no such file; paths are relative to the file that extends$/,
	],
	["a link to nothing", "extends: ./broken.yaml", /: it is a link to nowhere\.yaml, where nothing is$/],
	["a link to itself", "extends: ./circle.yaml", /: a link in this path is not followed, or leads in a circle$/],
	["below a file", "extends: ./base.yaml/x", /: a part of this path is a file, not a folder; paths are relative/],
	["an address", "extends: https://example.com/base.yaml", /: is an address; expected the path of a file, so save it/],
	["a NUL", 'extends: "base.yaml\\0"', /: its name holds a NUL, which no name of a file does$/],
	["a name without an end", `extends: ${"x".repeat(300)}`, /: its name is too long$/],
])("a file that extends %s says why it cannot", async (what, first, wanted) => {
	const home = path.join(folder(), what.replaceAll(" ", "-"));
	mkdirSync(path.join(home, "inside"), { recursive: true });
	write(home, plain, "base.yaml");
	symlinkSync("nowhere.yaml", path.join(home, "broken.yaml"));
	symlinkSync("circle.yaml", path.join(home, "circle.yaml"));
	const file = write(home, `${first}\n${plain}`, "d.yaml");
	const { code, notices } = await invoke(["synth", file, "--out", path.join(home, "out")]);
	expect(code).toBe(1);
	expect(notices).toEqual([expect.stringMatching(/^extends \(.*d\.yaml:1:1\): /)]);
	expect(notices[0]).toMatch(wanted);
});

test.skipIf(process.platform === "win32")("a link to nothing is told as that", async () => {
	const link = path.join(folder(), "link.yaml");
	symlinkSync("nowhere.yaml", link);
	const { notices } = await invoke(["synth", link, "--out", "o"]);
	expect(notices).toEqual([`cannot read ${link}: it is a link to nowhere.yaml, where nothing is`]);
});
