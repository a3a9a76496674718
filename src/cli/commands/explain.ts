import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile, jsonDocument } from "./shared-options.js";

export const explainCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork explain deployment.yaml --group general",
		"pulumi-cowork explain deployment.yaml --group general coworkEgressAllowedHosts",
		"pulumi-cowork explain deployment.yaml --group general disableAutoUpdates --json",
	],
	declare: (program, output) =>
		program
			.command("explain")
			.description("say where a group's settings come from, and what they do")
			.argument(...deploymentFile)
			.argument("[key]", "managed key, such as otlpEndpoint; without one, every setting of the group")
			.option("--group <name>", "group of users; need not be said where there is one")
			.option(...allowOutside)
			.option(...jsonDocument)
			.action(async (file, key, options) => (await import("../explain.js")).explain(file, key, options, output)),
};
