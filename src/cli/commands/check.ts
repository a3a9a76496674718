import { Option } from "commander";
import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile, policiesOption, rulesOption } from "./shared-options.js";

export const checkCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork check deployment.yaml",
		"pulumi-cowork check eu.yaml us.yaml --policies policies.yaml --format sarif > policies.sarif",
	],
	after: `
Each deployment is held to the cowork-policies.yaml beside it, or without one to the recommended rules. No secret and no
cloud is needed, and nothing is written.

Exit codes: 0 nothing is against the rules, 1 something is, or a file is invalid, 2 wrong usage or a missing file.`,
	declare: (program, output) =>
		program
			.command("check")
			.description("hold deployment files to the policies of the organization")
			.argument("<files...>", deploymentFile[1])
			.option(...policiesOption)
			.addOption(rulesOption())
			.addOption(
				new Option("--format <format>", "how it is written").choices(["text", "json", "sarif"]).default("text"),
			)
			.option(...allowOutside)
			.option("--strict", "treat warnings as errors")
			.option("--json", "the same as --format json")
			.action(async (files, options) => (await import("../check.js")).check(files, options, output)),
};
