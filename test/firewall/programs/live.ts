import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RuleFile } from "../../../src/firewall/backend.js";
import { isAddress } from "../../../src/host.js";
import { inFolder } from "../../support/in-folder.js";
import { runInNamespaces, whyNoNamespaces } from "../../support/namespaces.js";
import { program } from "../../support/programs.js";
import type { Answer, ProgramProbe } from "./program.js";

/** Why programs cannot run in networks of their own here, or undefined. */
export function whyNotLive(...programs: readonly (readonly [name: string, ...probe: string[]])[]): string | undefined {
	for (const [name, ...probe] of [...programs, ["dnsmasq", "--version"] as const]) {
		if (!program(name, probe)) return `${name} is not installed`;
	}
	return whyNoNamespaces();
}

/** A script of `live/` over revisions of a rule set: what it answers to each probe in each of them. */
export function askLive(
	script: string,
	revisions: readonly (readonly RuleFile[])[],
	probes: readonly ProgramProbe[],
	more: object = {},
	files: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly Answer[])[]> {
	return inFolder(async (folder) => {
		const names = revisions.map((_, index) => `revision-${index + 1}`);
		for (const [index, revision] of revisions.entries()) {
			mkdirSync(path.join(folder, names[index] ?? ""));
			for (const { name, content } of revision) writeFileSync(path.join(folder, names[index] ?? "", name), content);
		}
		for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
		const hosts = new Set(
			probes.flatMap(({ host }) => (host === undefined || isAddress(host) ? [] : [host.toLowerCase()])),
		);
		const job = { revisions: names, probes, names: [...hosts], ...more };
		writeFileSync(path.join(folder, "job.json"), JSON.stringify(job));
		return JSON.parse(await runInNamespaces(path.join(import.meta.dirname, "live", script), folder, 100_000));
	});
}
