import { mkdirSync } from "node:fs";
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
