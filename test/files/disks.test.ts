import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plain, withSecret, write } from "../cli/deployments.js";
import { invoke } from "../cli/invoke.js";
import { tree } from "./trees.js";

/** Why no disk of a test's own can be had here, or undefined. */
const whyNoDisk = ((): string | undefined => {
	if (process.platform !== "linux") return "needs Linux";
	const folder = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-disk-"));
	const mounted =
		spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" }).status === 0;
	if (mounted) spawnSync("umount", [folder]);
	rmSync(folder, { recursive: true });
	return mounted ? undefined : "mounting one needs root";
})();

describe.skipIf(whyNoDisk)(`a disk of its own${whyNoDisk ? `: ${whyNoDisk}` : ""}`, () => {
	let parent = "";
	let disk = "";
	const inside = (...steps: readonly string[]) => path.join(disk, ...steps);
	const environment = { GATEWAY_KEY: "correct-horse-battery-staple" };
	const changed = `${withSecret.replace("[linux]", "[linux, macos]")}  general: { preset: lockedDown }\n`;
	const synth = (text: string) => invoke(["synth", write(parent, text), "--out", inside("out")], { environment });

	beforeEach(() => {
		parent = mkdtempSync(path.join(tmpdir(), "pulumi-cowork-disk-"));
		disk = path.join(parent, "disk");
		mkdirSync(disk);
		mount("-t", "tmpfs", "-o", "size=512k", "tmpfs", disk);
	});
	afterEach(() => {
		spawnSync("umount", [disk]);
		rmSync(parent, { recursive: true });
	});

	test("that is full leaves the bundle as it was, however full it is", async () => {
		await synth(withSecret);
		const before = tree(inside("out"));
		const codes: number[] = [];
		for (let pages = 0; pages < 80; pages++) {
			fillBut(pages);
			const { code, notices } = await synth(changed);
			rmSync(inside("filler"));
			codes.push(code);
			if (code === 0) break;
			expect(notices).toEqual([`cannot write ${inside("out/eu")}: no space is left on the device`]);
			expect(tree(inside("out"))).toEqual(before);
		}

		expect(codes.length).toBeGreaterThan(5);
		expect(codes.at(-1)).toBe(0);
	});

	test("that is full gets no empty folder for a bundle", async () => {
		fillBut(1);

		expect((await synth(withSecret)).code).toBe(2);

		expect(tree(disk)).toMatchObject({ filler: expect.anything() });
		expect(Object.keys(tree(disk)).sort()).toEqual(["filler", "out"]);
	});

	test("that is read-only is told, and does for a run that changes nothing", async () => {
		await synth(withSecret);
		const before = tree(disk);
		mount("-o", "remount,ro", disk);

		expect(await synth(plain)).toMatchObject({
			code: 2,
			notices: [`cannot write ${inside("out/eu")}: the file system is read-only`],
		});
		expect((await synth(withSecret)).results[0]).toBe(`eu: unchanged in ${inside("out/eu")}`);
		expect(tree(disk)).toEqual(before);
	});

	function mount(...args: readonly string[]): void {
		const { status, stderr } = spawnSync("mount", args, { encoding: "utf8" });
		if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${stderr}`);
	}

	/** Leaves so many pages of the disk free. */
	function fillBut(pages: number): void {
		const { bavail, bsize } = statfsSync(disk);
		writeFileSync(inside("filler"), Buffer.alloc((bavail - pages) * bsize));
	}
});
