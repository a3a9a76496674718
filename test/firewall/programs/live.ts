import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { program } from "../../support/programs.js";
import type { Answer, ProgramProbe } from "./program.js";

/** With namespaces of their own, so that nothing outlives a test that is stopped, or touches this machine. */
const own = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"];

/** Why programs cannot run in networks of their own here, or undefined. */
export function whyNotLive(...programs: readonly (readonly [name: string, ...probe: string[]])[]): string | undefined {
	for (const [name, ...probe] of [...programs, ["dnsmasq", "--version"] as const, ["ip", "-V"] as const]) {
		if (!program(name, probe)) return `${name} is not installed`;
	}
	return program("unshare", [...own, "true"]) ? undefined : "namespaces of its own need root";
}

/** A script of `live/` over revisions of a rule set: what it answers to each probe in each of them. */
export async function askLive(
	script: string,
	revisions: readonly (readonly RuleFile[])[],
	probes: readonly ProgramProbe[],
	more: object = {},
	files: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly Answer[])[]> {
	const folder = mkdtempSync(path.join(tmpdir(), "firewall-"));
	try {
		const names = revisions.map((_, index) => `revision-${index + 1}`);
		for (const [index, revision] of revisions.entries()) {
			mkdirSync(path.join(folder, names[index] ?? ""));
			for (const { name, content } of revision) writeFileSync(path.join(folder, names[index] ?? "", name), content);
		}
		for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
		const hosts = new Set(
			probes.flatMap(({ host }) => (host === undefined || /^[\d.]+$/.test(host) ? [] : [host.toLowerCase()])),
		);
		const job = { revisions: names, probes, names: [...hosts], ...more };
		writeFileSync(path.join(folder, "job.json"), JSON.stringify(job));
		return JSON.parse(await output(path.join(import.meta.dirname, "live", script), folder));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function output(script: string, folder: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn("unshare", [...own, process.execPath, script, folder], { timeout: 100_000 });
		let printed = "";
		let complaints = "";
		child.stdout.on("data", (data) => {
			printed += data;
		});
		child.stderr.on("data", (data) => {
			complaints += data;
		});
		child.on("error", reject).on("close", (status) => {
			if (status === 0) resolve(printed);
			else reject(new Error(`${path.basename(script)} fails: ${complaints}`));
		});
	});
}
