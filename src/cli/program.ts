import { Argument, Command, CommanderError, Option } from "commander";
import { generator } from "../generator.js";
import { printable } from "../printable.js";
import { DeploymentError, formatProblems } from "../problem.js";
import { CommandExit } from "./exit.js";
import { type Output, printJson, withoutControls } from "./output.js";
import { problemEntry } from "./problem-entry.js";

/** By command; the program's own help shows the first of each. */
const examples = {
	synth: [
		"pulumi-cowork synth deployment.yaml --out out",
		"GATEWAY_KEY=... pulumi-cowork synth deployment.yaml --out out --strict",
		"pulumi-cowork synth deployment.yaml --out out --json > summary.json",
		"pulumi-cowork synth eu.yaml us.yaml --out out",
		"pulumi-cowork synth deployment.yaml --out review --redact",
	],
	explain: [
		"pulumi-cowork explain deployment.yaml --group general",
		"pulumi-cowork explain deployment.yaml --group general coworkEgressAllowedHosts",
		"pulumi-cowork explain deployment.yaml --group general disableAutoUpdates --json",
	],
	keys: [
		"pulumi-cowork keys telemetry",
		"pulumi-cowork keys --provider bedrock --section connection",
		"pulumi-cowork keys --secret --json",
	],
	egress: [
		"pulumi-cowork egress deployment.yaml",
		"pulumi-cowork egress deployment.yaml --group general",
		"pulumi-cowork egress deployment.yaml --format csv > hosts.csv",
	],
	check: [
		"pulumi-cowork check deployment.yaml",
		"pulumi-cowork check eu.yaml us.yaml --policies policies.yaml --format sarif > policies.sarif",
	],
	init: ["pulumi-cowork init", "pulumi-cowork init --route bedrock --name eu --group pilot"],
	presets: ["pulumi-cowork presets", "pulumi-cowork presets lockedDown"],
	import: [
		"pulumi-cowork import Claude.mobileconfig --name eu",
		"pulumi-cowork import pilot.reg general.mobileconfig --out deployment.yaml",
	],
	rings: ["pulumi-cowork rings deployment.yaml", "pulumi-cowork rings deployment.yaml --json > rings.json"],
	prune: [
		"pulumi-cowork prune deployment.yaml",
		"pulumi-cowork prune deployment.yaml --keep 20 --older-than 180 --yes",
	],
	migrate: [
		"pulumi-cowork migrate ccwb ~/.ccwb/profiles/ClaudeCode.json --out deployment.yaml",
		"pulumi-cowork migrate ccwb ~/.ccwb --profile ClaudeCode --out -",
	],
	verify: [
		"pulumi-cowork verify exported.reg --group pilot deployment.yaml",
		"pulumi-cowork verify com.anthropic.claudefordesktop.plist --group general deployment.yaml --json",
	],
	schema: ["pulumi-cowork schema > deployment.schema.json", "pulumi-cowork schema policies > policies.schema.json"],
} satisfies Record<string, readonly string[]>;

const afterSynth = `
Several files also give perimeter/: what any of the deployments needs, and a rule set of each firewall block that all
of them have with the same options.

A secret such as { fromEnv: GATEWAY_KEY } is read from the environment; without it, the profiles that need it are
left out with a warning. Nothing is written where the deployment is invalid; with --json its problems are then one
JSON document.

Exit codes: 0 written, 1 the deployment is invalid, 2 wrong usage or a missing file.`;

const afterCheck = `
Each deployment is held to the cowork-policies.yaml beside it, or without one to the recommended rules. No secret and no
cloud is needed, and nothing is written.

Exit codes: 0 nothing is against the rules, 1 something is, or a file is invalid, 2 wrong usage or a missing file.`;

const afterInit = `
What is not said is asked for on a terminal; elsewhere it is gateway, cowork, pilot and Example Corp.`;

const afterImport = `
No credential of the files is in what is written: each is { fromEnv: NAME }, and NAME is to be set. What could not be
taken over is told on standard error. Files of equal settings are one group on several platforms.`;

const afterRings = `
Stores are read with the credentials that their own tools use. Below the table stand the lines of the deployment file
that give a ring what the ring before it has now, and those that give it back what it had before.

Exit codes: 0 everything is whole, 1 something is not or cannot be read, 2 wrong usage or a missing file.`;

const afterPrune = `
Every pointer is read first. What a pointer names or says that it replaced stays, and what the file holds a ring at;
where any of that cannot be read, nothing is removed. Objects under a retention stay and are told.

Exit codes: 0 done, 1 something cannot be read or removed, 2 wrong usage or a missing file.`;

const afterVerify = `
What to take of a device: on Windows "reg export HKLM\\SOFTWARE\\Policies\\Claude machine.reg", and the same of HKCU;
on macOS the files of /Library/Managed Preferences; on Linux /etc/claude-desktop/managed-settings.json. Secrets are
compared where the environment has them.

Exit codes: 0 the device has what the deployment says, 1 it differs or something is invalid, 2 wrong usage.`;

const deploymentFile = [
	"<file>",
	"deployment file in YAML or JSON, a stack's file with one, or - for standard input",
] as const;
const allowOutside = ["--allow-outside", "let the file extend files outside of its repository"] as const;

const policiesOption = ["--policies <file>", "policy file, in the place of the cowork-policies.yaml beside"] as const;

function rulesOption(): Option {
	const collect = (module: string, before: readonly string[]) => [...before, module];
	const says = "module whose default export is a rule or a list of rules; it is run; may be repeated";
	return new Option("--rules <module>", says).argParser(collect).default([], "none");
}

function showExamples(lines: readonly string[]): string {
	return ["", `Example${lines.length === 1 ? "" : "s"}:`, ...lines.map((line) => `  $ ${line}`)].join("\n");
}

/** Runs the command with its arguments and returns its exit code. */
export async function run(args: readonly string[], to: Output): Promise<0 | 1 | 2> {
	const output = withoutControls(to);
	const program = build(output);
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

/** Each command's module is loaded when it runs, so that none pays for another. */
function build(output: Output): Command {
	// As egress.ts has them, which is loaded when it runs.
	const egressFormats = ["table", "csv", "markdown", "json"];
	const program = new Command("pulumi-cowork")
		.description("One description of a Claude Cowork deployment: device profiles, egress list, firewall rules, bundle.")
		.version(generator.replace(/^\S+ /, ""))
		.addHelpText("after", showExamples(Object.values(examples).flatMap((lines) => lines.slice(0, 1))))
		.showHelpAfterError("(add --help for usage and examples)")
		.exitOverride()
		.configureOutput({
			writeOut: (text) => output.result(text.trimEnd()),
			writeErr: (text) => output.notice(text.trimEnd()),
		});
	program
		.command("synth")
		.description("compile deployment files into bundles of files")
		.argument("<files...>", deploymentFile[1])
		.requiredOption("--out <dir>", "folder that receives <deployment>/, of several files also perimeter/")
		.option(...allowOutside)
		.option("--strict", "treat warnings as errors, what is against the policies among them")
		.option(...policiesOption)
		.addOption(rulesOption())
		.option("--redact", "write profiles for review, with words in place of credentials, none of which is read")
		.option("--json", "print the summary as one JSON document")
		.addHelpText("after", afterSynth)
		.addHelpText("after", showExamples(examples.synth))
		.action(async (files, options) => (await import("./synth.js")).synth(files, options, output));
	program
		.command("explain")
		.description("say where a group's settings come from, and what they do")
		.argument(...deploymentFile)
		.argument("[key]", "managed key, such as otlpEndpoint; without one, every setting of the group")
		.requiredOption("--group <name>", "group of users")
		.option(...allowOutside)
		.option("--json", "print one JSON document")
		.addHelpText("after", showExamples(examples.explain))
		.action(async (file, key, options) => (await import("./explain.js")).explain(file, key, options, output));
	program
		.command("keys")
		.description("list the managed keys")
		.argument("[word]", "only keys whose name or summary has the word")
		.option("--section <name>", "only keys of a section, such as Connectors")
		.option("--provider <name>", "only keys that an inference route reads, such as bedrock")
		.option("--secret", "only keys that hold a credential")
		.option("--json", "print one JSON document")
		.addHelpText("after", showExamples(examples.keys))
		.action(async (word, options) => (await import("./keys.js")).keys(word, options, output));
	program
		.command("egress")
		.description("show what devices must reach, and why")
		.argument(...deploymentFile)
		.option("--group <name>", "one group of users; without it, what any group needs")
		.addOption(new Option("--format <format>", "how it is written").choices(egressFormats).default("table"))
		.option(...allowOutside)
		.option("--json", "the same as --format json: one document in the shape of egress.json")
		.addHelpText("after", showExamples(examples.egress))
		.action(async (file, options) => (await import("./egress.js")).egress(file, options, output));
	program
		.command("check")
		.description("hold deployment files to the policies of the organization")
		.argument("<files...>", deploymentFile[1])
		.option(...policiesOption)
		.addOption(rulesOption())
		.addOption(new Option("--format <format>", "how it is written").choices(["text", "json", "sarif"]).default("text"))
		.option(...allowOutside)
		.option("--strict", "treat warnings as errors")
		.option("--json", "the same as --format json")
		.addHelpText("after", afterCheck)
		.addHelpText("after", showExamples(examples.check))
		.action(async (files, options) => (await import("./check.js")).check(files, options, output));
	program
		.command("init")
		.description("write a first deployment file with an id of its own, and what editors need to check it")
		.option("--route <route>", "where inference comes from, such as gateway or bedrock")
		.option("--name <name>", "name of the deployment")
		.option("--group <name>", "first group of users")
		.option("--organization <name>", "name of the organization, as people read it")
		.option("--out <file>", "the file", "deployment.yaml")
		.addHelpText("after", afterInit)
		.addHelpText("after", showExamples(examples.init))
		.action(async (options) => (await import("./init.js")).init(options, output));
	program
		.command("import")
		.description(
			"describe what files gave devices as a deployment: profiles, registry files, managed settings, exports",
		)
		.argument("<files...>", "files of devices or of device management, each one group of users; zip archives of them")
		.option("--name <name>", "name of the deployment; without it, what profiles of this package say, or cowork")
		.option("--organization <name>", "name of the organization, as people read it")
		.option("--out <file>", "the deployment file, or - for standard output", "deployment.yaml")
		.option("--json", "print the deployment and what was left out as one JSON document")
		.addHelpText("after", afterImport)
		.addHelpText("after", showExamples(examples.import))
		.action(async (files, options) => (await import("./import.js")).importFiles(files, options, output));
	program
		.command("migrate")
		.description(
			"describe a profile of another tool as a deployment: ccwb, the guidance for Claude Code with Amazon Bedrock",
		)
		.argument("<tool>", "ccwb; profiles that other tools wrote come in by import")
		.argument("<path>", "a profile, the config.json of a package, or the folder that the tool keeps its profiles in")
		.option("--profile <name>", "one profile of several")
		.option("--name <name>", "name of the deployment", "cowork")
		.option("--organization <name>", "name of the organization, as people read it")
		.option("--out <file>", "the deployment file, or - for standard output", "deployment.yaml")
		.option("--json", "print the deployment and what has no equal as one JSON document")
		.addHelpText("after", showExamples(examples.migrate))
		.action(async (tool, given, options) => (await import("./migrate.js")).migrate(tool, given, options, output));
	program
		.command("verify")
		.description("hold what a device has against what the deployment gives a group")
		.argument("<files...>", "files of the device, such as an export of its registry key, and then the deployment file")
		.requiredOption("--group <name>", "group of users that the device belongs to")
		.option(...allowOutside)
		.option("--json", "print one JSON document")
		.addHelpText("after", afterVerify)
		.addHelpText("after", showExamples(examples.verify))
		.action(async (files, options) => (await import("./verify.js")).verify(files, options, output));
	program
		.command("presets")
		.description("show what each preset sets, side by side")
		.argument("[name]", "one preset, with what its settings mean")
		.option("--json", "print one JSON document")
		.addHelpText("after", showExamples(examples.presets))
		.action(async (name, options) => (await import("./presets.js")).showPresets(name, options, output));
	program
		.command("rings")
		.description("show what each ring of each group has, and the lines that promote it or take it back")
		.argument(...deploymentFile)
		.option(...allowOutside)
		.option("--json", "print one JSON document")
		.addHelpText("after", afterRings)
		.addHelpText("after", showExamples(examples.rings))
		.action(async (file, options) => (await import("./rings.js")).rings(file, options, output));
	program
		.command("prune")
		.description("show published revisions that nothing needs any more, and remove them with --yes")
		.argument(...deploymentFile)
		.option("--keep <n>", "how many of the newest revisions of each group stay in any case", "10")
		.option("--older-than <days>", "how many days a revision stays in any case", "30")
		.option("--yes", "remove them")
		.option(...allowOutside)
		.addHelpText("after", afterPrune)
		.addHelpText("after", showExamples(examples.prune))
		.action(async (file, options) => (await import("./prune.js")).prune(file, options, output));
	program
		.command("schema")
		.description("print the JSON Schema of deployment files or of policy files, for editors")
		.addArgument(new Argument("[file]", "which file").choices(["deployment", "policies"]).default("deployment"))
		.addHelpText("after", showExamples(examples.schema))
		.action(async (file) => (await import("./schema.js")).schema(file, output));
	return program;
}
