import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

interface Step {
	readonly id?: string;
	readonly if?: string;
	readonly uses?: string;
	readonly run?: string;
	readonly env?: Readonly<Record<string, string>>;
}

interface Action {
	readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
	readonly runs: { readonly steps: readonly Step[] };
}

export interface ActionRun {
	readonly status: number;
	readonly log: string;
	readonly summary: string;
}

/**
 * Runs the scripts of an action as GitHub's runner does: step by step in bash, with what the action's own file gives each
 * of inputs and of the outputs of steps before. Actions that it uses are not run.
 */
export async function runAction(
	folder: string,
	inputs: Readonly<Record<string, string>>,
	{ workspace, scratch, environment }: { workspace: string; scratch: string; environment: Record<string, string> },
): Promise<ActionRun> {
	const action: Action = parse(readFileSync(path.join(folder, "action.yml"), "utf8"));
	const runner = mkdtempSync(path.join(scratch, "runner-"));
	const summary = path.join(runner, "summary");
	writeFileSync(summary, "");
	const known: Record<string, string> = { "github.token": "the token" };
	for (const [name, { default: value = "" }] of Object.entries(action.inputs)) {
		known[`inputs.${name}`] = inputs[name] ?? evaluated(value, known);
	}
	let log = "";
	for (const [index, { id, if: condition, run, env = {} }] of action.runs.steps.entries()) {
		if (run === undefined || (condition !== undefined && !holds(condition, known))) continue;
		const output = path.join(runner, `output-${index}`);
		writeFileSync(output, "");
		const given = Object.entries(env).map(([name, value]) => [name, evaluated(value, known)]);
		const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
			cwd: workspace,
			env: {
				PATH: process.env.PATH,
				HOME: runner,
				RUNNER_TEMP: runner,
				GITHUB_ACTION_PATH: path.resolve(folder),
				GITHUB_OUTPUT: output,
				GITHUB_STEP_SUMMARY: summary,
				...environment,
				...Object.fromEntries(given),
			},
		});
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (log += chunk));
		const status = await new Promise<number>((exit) => child.on("close", (code) => exit(code ?? 1)));
		if (status !== 0) return { status, log, summary: readFileSync(summary, "utf8") };
		for (const [, name, value] of readFileSync(output, "utf8").matchAll(/^([^=\n]+)=(.*)$/gm))
			known[`steps.${id}.outputs.${name}`] = value ?? "";
	}
	return { status: 0, log, summary: readFileSync(summary, "utf8") };
}

/** As much of GitHub's expressions as the action has: names, and the first of two that is not empty. */
function evaluated(text: string, known: Readonly<Record<string, string>>): string {
	return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
		const names = expression.split("||").map((name) => name.trim());
		const strange = names.find((name) => !/^[\w.-]+$/.test(name));
		if (strange !== undefined) throw new Error(`no expression that is known here: ${strange}`);
		return names.map((name) => known[name] ?? "").find((value) => value !== "") ?? "";
	});
}

function holds(condition: string, known: Readonly<Record<string, string>>): boolean {
	const [, name = ""] = /^([\w.-]+) == ''$/.exec(condition) ?? [];
	if (name === "") throw new Error(`no condition that is known here: ${condition}`);
	return (known[name] ?? "") === "";
}
