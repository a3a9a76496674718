import { Option } from "commander";
import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile } from "./shared-options.js";

export const egressCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork egress deployment.yaml",
		"pulumi-cowork egress deployment.yaml --group general",
		"pulumi-cowork egress deployment.yaml --format csv > hosts.csv",
		"pulumi-cowork egress eu.yaml us.yaml --format markdown > request.md",
	],
	declare: (program, output) =>
		program
			.command("egress")
			.description("show what devices must reach, and why")
			.argument("<files...>", deploymentFile[1])
			.option("--group <name>", "one group of users; without it, what any group of any of the files needs")
			.addOption(
				new Option("--format <format>", "how it is written")
					.choices(["table", "csv", "markdown", "json"])
					.default("table"),
			)
			.option(...allowOutside)
			.option("--json", "the same as --format json: one document in the shape of egress.json")
			.action(async (files, options) => (await import("../egress.js")).egress(files, options, output)),
};
