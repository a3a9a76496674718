import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../../src/files/lock.js";
import { plain, withEnd, write } from "../cli/deployments.js";
import { shippedCommand, temporaryFolder } from "../support/command.js";
import { tree } from "./trees.js";

const root = temporaryFolder();
const { main } = shippedCommand();
let home = "";
let lock = "";
let runs = 0;
beforeEach(() => {
	home = path.join(root(), `home-${++runs}`);
	lock = path.join(home, "lock");
});

const hold = (holder: unknown) => {
	mkdirSync(lock, { recursive: true });
	writeFileSync(path.join(lock, "holder.json"), typeof holder === "string" ? holder : JSON.stringify(holder));
};
const living = { pid: process.ppid, host: hostname(), run: "other" };
/** Above what a system gives out. */
const dead = { ...living, pid: 2 ** 22 + 1 };

test("a lock is there while the work is done, and nothing of it afterwards, whatever becomes of the work", () => {
	expect(withLock(home, () => readdirSync(home))).toEqual(["lock"]);
	expect(existsSync(home)).toBe(false);
	expect(() =>
		withLock(home, () => {
			throw new Error("told");
		}),
	).toThrow("told");
	expect(existsSync(home)).toBe(false);
});

test.each([
	["of a process that has ended", () => hold(dead)],
	["of an earlier process with this one's number", () => hold({ ...living, pid: process.pid })],
	["that says nothing", () => hold("")],
	["that says nothing of use", () => hold({ pid: "1" })],
	["without a holder", () => mkdirSync(lock, { recursive: true })],
	[
		"of another machine that has said nothing for long",
		() => {
			hold({ ...living, host: "elsewhere.example" });
			const long = new Date(Date.now() - 60_000);
			utimesSync(lock, long, long);
		},
	],
])("a lock %s is nobody's", (_, leave) => {
	leave();

	expect(withLock(home, () => "done")).toBe("done");
	expect(existsSync(home)).toBe(false);
});

test("what else is in the folder stays", () => {
	mkdirSync(home);
	writeFileSync(path.join(home, "other"), "");

	withLock(home, () => undefined);

	expect(readdirSync(home)).toEqual(["other"]);
});

describe("runs at once", () => {
	const synth = (file: string, out: string) =>
		spawn(process.execPath, [main(), "synth", file, "--out", out], { cwd: root(), stdio: "ignore" });
	const ended = (child: ReturnType<typeof synth>) =>
		new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));

	test("a run waits for one that is alive", async () => {
		const file = write(root(), plain);
		const folder = path.join(root(), "waits/eu");
		home = path.join(folder, ".pulumi-cowork");
		lock = path.join(home, "lock");
		hold(living);
		const child = synth(file, "waits");
		let isOver = false;
		const over = ended(child).finally(() => {
			isOver = true;
		});

		// It has begun to wait or has not got that far; either way it has not ended.
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(isOver).toBe(false);
		expect(readdirSync(folder)).toEqual([".pulumi-cowork"]);
		hold(dead);

		expect(await over).toBe(0);
		expect(existsSync(path.join(folder, "manifest.json"))).toBe(true);
		expect(existsSync(home)).toBe(false);
	});

	test("several runs into one fresh folder end well, and leave the bundle of one of them whole", async () => {
		const groups = (preset: string) =>
			withEnd(
				plain,
				`groups:\n${Array.from({ length: 12 }, (_, n) => `  ${preset}${n}: { preset: ${preset} }\n`).join("")}`,
			);
		const files = ["none", "standard"].map((preset) => write(root(), groups(preset), `${preset}.yaml`));
		await Promise.all(files.map((file, index) => ended(synth(file, `alone-${index}`))));
		const alone = files.map((_, index) => tree(path.join(root(), `alone-${index}/eu`)));

		for (const round of ["first", "second"]) {
			const codes = await Promise.all([...files, ...files].map((file) => ended(synth(file, round))));

			expect(codes).toEqual([0, 0, 0, 0]);
			expect(alone).toContainEqual(tree(path.join(root(), `${round}/eu`)));
		}
	});
});
