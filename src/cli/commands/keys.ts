import type { DeclaredCommand } from "./declared-command.js";
import { jsonDocument } from "./shared-options.js";

export const keysCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork keys telemetry",
		"pulumi-cowork keys --provider bedrock --section connection",
		"pulumi-cowork keys --secret --json",
	],
	declare: (program, output) =>
		program
			.command("keys")
			.description("list the managed keys")
			.argument("[word]", "only keys whose name or summary has the word")
			.option("--section <name>", "only keys of a section, such as Connectors")
			.option("--provider <name>", "only keys that an inference route reads, such as bedrock")
			.option("--secret", "only keys that hold a credential")
			.option(...jsonDocument)
			.action(async (word, options) => (await import("../keys.js")).keys(word, options, output)),
};
