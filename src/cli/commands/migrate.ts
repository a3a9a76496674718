import type { DeclaredCommand } from "./declared-command.js";
import { describedFile, organizationName } from "./shared-options.js";

export const migrateCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork migrate ccwb ~/.ccwb/profiles/ClaudeCode.json --out deployment.yaml",
		"pulumi-cowork migrate ccwb ~/.ccwb --profile ClaudeCode --out -",
	],
	declare: (program, output) =>
		program
			.command("migrate")
			.description(
				"describe a profile of another tool as a deployment: ccwb, the guidance for Claude Code with Amazon Bedrock",
			)
			.argument("<tool>", "ccwb; profiles that other tools wrote come in by import")
			.argument("<path>", "a profile, the config.json of a package, or the folder that the tool keeps its profiles in")
			.option("--profile <name>", "one profile of several")
			.option("--name <name>", "name of the deployment", "cowork")
			.option(...organizationName)
			.option(...describedFile)
			.option("--json", "print the deployment and what has no equal as one JSON document")
			.action(async (tool, given, options) => (await import("../migrate.js")).migrate(tool, given, options, output)),
};
