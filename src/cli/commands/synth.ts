import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile, policiesOption, rulesOption } from "./shared-options.js";

export const synthCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork synth deployment.yaml --out out",
		"GATEWAY_KEY=... pulumi-cowork synth deployment.yaml --out out --strict",
		"pulumi-cowork synth deployment.yaml --out out --json > summary.json",
		"pulumi-cowork synth eu.yaml us.yaml --out out",
		"pulumi-cowork synth deployment.yaml --out review --redact",
	],
	after: `
Several files also give perimeter/: what any of the deployments needs, and a rule set of each firewall block that all
of them have with the same options.

A secret such as { fromEnv: GATEWAY_KEY } is read from the environment; without it, the profiles that need it are
left out with a warning. Nothing is written where the deployment is invalid; with --json its problems are then one
JSON document.

Exit codes: 0 written, 1 the deployment is invalid, 2 wrong usage or a missing file.`,
	declare: (program, output) =>
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
			.action(async (files, options) => (await import("../synth.js")).synth(files, options, output)),
};
