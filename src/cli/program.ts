import { Command, CommanderError } from "commander";
import { generator } from "../generator.js";
import { printable } from "../printable.js";
import { DeploymentError, formatProblems } from "../problem.js";
import type { DeclaredCommand } from "./commands/declared-command.js";
import { commands } from "./commands/index.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson, withoutControls } from "./output.js";
import { problemEntry } from "./problem-entry.js";

/** Runs the command with its arguments and returns its exit code. */
export async function run(args: readonly string[], to: Output): Promise<0 | 1 | 2> {
	const output = withoutControls(to);
	const program = build(args, output);
	let asJson = false;
	program.hook("preAction", (_, command) => {
		asJson = command.opts().json === true;
	});
	try {
		await program.parseAsync([...args], { from: "user" });
		return 0;
	} catch (fault) {
		if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
		if (fault instanceof DeploymentError) {
			for (const line of formatProblems(fault.problems)) output.notice(line);
			if (asJson) printJson(output, { problems: fault.problems.map(problemEntry) });
			return 1;
		}
		if (!(fault instanceof CommandExit)) throw fault;
		for (const line of fault.lines) output.notice(printable(line));
		return fault.code;
	}
}

function build(args: readonly string[], output: Output): Command {
	const program = new Command("pulumi-cowork")
		.description("One description of a Claude Cowork deployment: device profiles, egress list, firewall rules, bundle.")
		.version(generator.replace(/^\S+ /, ""))
		.addHelpText("after", showExamples(Object.values(commands).map(({ examples: [first] }) => first)))
		.showHelpAfterError("(add --help for usage and examples)")
		.exitOverride()
		.configureOutput({
			writeOut: (text) => output.data(text.trimEnd()),
			writeErr: (text) => output.notice(text.trimEnd()),
		});
	for (const { declare, examples, after } of calledBy(args)) {
		const command = declare(program, output);
		if (after !== undefined) command.addHelpText("after", after);
		command.addHelpText("after", showExamples(examples));
	}
	return program;
}

/** The command that is called; every one where it is open which, as for help. */
function calledBy([word = ""]: readonly string[]): readonly DeclaredCommand[] {
	const called = Object.hasOwn(commands, word) ? commands[word] : undefined;
	return called ? [called] : Object.values(commands);
}

function showExamples(lines: readonly string[]): string {
	return ["", `Example${lines.length === 1 ? "" : "s"}:`, ...lines.map((line) => `  $ ${line}`)].join("\n");
}
