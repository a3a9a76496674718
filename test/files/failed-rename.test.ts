import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { plain, write } from "../cli/deployments.js";
import { invoke } from "../cli/invoke.js";
import { shippedCommand, temporaryFolder, withoutProgress } from "../support/command.js";
import { systemCalls, whyNoStrace } from "../support/strace.js";
import { readWhole, tree } from "./trees.js";

const root = temporaryFolder();
const { main } = shippedCommand();

describe.skipIf(whyNoStrace)(`a rename that fails${whyNoStrace ? `: ${whyNoStrace}` : ""}`, () => {
	test("loses nothing, and is told; the next run completes it", async () => {
		const at = (...steps: readonly string[]) => path.join(root(), ...steps);
		const synth = (file: string, out: string) => invoke(["synth", at(file), "--out", at(out)]);
		write(root(), plain, "before.yaml");
		write(root(), plain.replace("disableAutoUpdates: true", "autoUpdaterEnforcementHours: 12"), "after.yaml");
		for (const which of ["before", "after"]) await synth(`${which}.yaml`, which);
		const [before, after] = [tree(at("before/eu")), tree(at("after/eu"))];
		const args = (out: string) => [main(), "synth", "after.yaml", "--out", out];
		cpSync(at("before"), at("traced"), { recursive: true });
		const renames = systemCalls(args("traced"), { cwd: root() }).filter(({ name }) => name === "rename");

		for (const { index, text } of renames) {
			const out = `out-${index}`;
			cpSync(at("before"), at(out), { recursive: true });
			const failing = ["-f", "-qq", "-o", "/dev/null", "-e", `inject=rename:error=EACCES:when=${index}`];
			const { status, stderr } = spawnSync("strace", [...failing, process.execPath, ...args(out)], {
				cwd: root(),
				encoding: "utf8",
			});

			expect(status, text).toBe(2);
			expect(withoutProgress(stderr), text).toBe(`cannot write ${out}/eu: permission denied\n`);
			const stands = tree(at(out, "eu"));
			for (const [file, content] of Object.entries(before))
				expect([content, after[file]], file).toContain(stands[file]);
			const whole = [undefined, before["manifest.json"], after["manifest.json"]];
			expect(whole, text).toContain(readWhole(at(out, "eu")));
			await synth("after.yaml", out);
			expect(tree(at(out, "eu")), text).toEqual(after);
		}
		expect(renames.length).toBeGreaterThan(4);
	}, 60_000);
});
