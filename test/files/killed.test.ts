import { cpSync, lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { plain, withEnd, write } from "../cli/deployments.js";
import { invoke } from "../cli/invoke.js";
import { shippedCommand, temporaryFolder } from "../support/command.js";
import { killedAt, type SystemCall, systemCalls, whyNoStrace } from "../support/strace.js";
import { readWhole, tree } from "./trees.js";

const root = temporaryFolder();
const { main } = shippedCommand();

const secret = "correct-horse-battery-staple";
const environment = { GATEWAY_KEY: secret };
const head = plain.replace("interactive: {}", "apiKey: { fromEnv: GATEWAY_KEY }");
/** One group goes, one comes, and one changes without the other's files. */
const before = withEnd(
	head,
	"groups:\n  pilot: { preset: none, platforms: [linux] }\n  old: { preset: none, platforms: [linux] }\n",
);
const after = withEnd(
	head,
	"settings: { autoUpdaterEnforcementHours: 48 }\ngroups:\n  pilot: { preset: none, platforms: [linux] }\n  new: { preset: none, platforms: [linux] }\n",
);

/** Files that hold the secret and that others can read. */
function exposed(folder: string): string[] {
	return Object.entries(tree(folder))
		.filter(([name, text]) => text.includes(secret) && (lstatSync(path.join(folder, name)).mode & 0o077) !== 0)
		.map(([name]) => name);
}

/** The bundle before the run that is killed, or no folder at all. */
type Scene = "update" | "fresh";

interface Kill {
	readonly scene: Scene;
	readonly call: SystemCall;
	readonly number: number;
}

describe.skipIf(whyNoStrace)(`a command that is killed${whyNoStrace ? `: ${whyNoStrace}` : ""}`, () => {
	let bundles: Readonly<Record<"before" | "after", Record<string, string>>>;
	const at = (...steps: readonly string[]) => path.join(root(), ...steps);
	const args = (out: string) => [main(), "synth", "after.yaml", "--out", out];
	const traced = () => ({ cwd: root(), environment });
	const synth = async (out: string, which: "before" | "after") =>
		expect(await invoke(["synth", at(`${which}.yaml`), "--out", at(out)], { environment })).toMatchObject({ code: 0 });

	beforeAll(async () => {
		write(root(), before, "before.yaml");
		write(root(), after, "after.yaml");
		for (const which of ["before", "after"] as const) await synth(which, which);
		bundles = { before: tree(at("before/eu")), after: tree(at("after/eu")) };
	});

	function prepare(out: string, scene: Scene): void {
		if (scene === "update") cpSync(at("before"), at(out), { recursive: true });
		else mkdirSync(at(out, "eu"), { recursive: true });
	}

	/** The calls to be killed at: every one that makes, places or removes, and a third of those that write a file. */
	function callsOf(scene: Scene): Kill[] {
		prepare(`traced-${scene}`, scene);
		const calls = systemCalls(args(`traced-${scene}`), traced()).filter(({ text }) =>
			text.includes(`traced-${scene}/eu`),
		);
		const isWriting = ({ name }: SystemCall) => name === "openat" || name === "write";
		return calls
			.filter((call, index) => !isWriting(call) || (scene === "update" && index % 3 === 0))
			.map((call, number) => ({ scene, call, number }));
	}

	/** What is true of a folder wherever the run was killed, and what the next run makes of it. */
	async function killAndCheck({ scene, call, number }: Kill): Promise<NodeJS.Signals | null> {
		const out = `killed-${scene}-${number}`;
		const folder = at(out, "eu");
		prepare(out, scene);
		writeFileSync(path.join(folder, "notes.txt"), "mine");
		const where = `${scene}: ${call.name}#${call.index}${call.text}`;

		const signal = await killedAt(call, args(out), traced());

		const old = scene === "update" ? bundles.before["manifest.json"] : undefined;
		const manifest = tree(folder)["manifest.json"];
		expect([old, bundles.after["manifest.json"]], where).toContain(manifest);
		expect([undefined, manifest], where).toContain(readWhole(folder));
		expect(exposed(folder), where).toEqual([]);
		// The next run completes what was begun, or takes it back where the deployment is another one.
		const next = number % 3 === 0 ? "before" : "after";
		await synth(out, next);
		expect(tree(folder), where).toEqual({ ...bundles[next], "notes.txt": "mine" });
		rmSync(at(out), { recursive: true });
		return signal;
	}

	test("leaves the old manifest or the new one, opens no secret, and is completed by the next", async () => {
		const kills = [...callsOf("update"), ...callsOf("fresh")];
		const signals: (NodeJS.Signals | null)[] = [];
		const queue = [...kills];
		const work = async () => {
			for (let kill = queue.shift(); kill; kill = queue.shift()) signals.push(await killAndCheck(kill));
		};
		await Promise.all([work(), work()]);

		const kinds = new Set(kills.map(({ call }) => call.name));
		expect([...kinds].sort()).toEqual(["mkdir", "openat", "rename", "rmdir", "unlink", "write"]);
		expect(signals.filter((signal) => signal === "SIGKILL").length).toBeGreaterThan(kills.length * 0.9);
	}, 120_000);
});
