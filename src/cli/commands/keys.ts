import type { DeclaredCommand } from "./declared-command.js";
import { jsonDocument } from "./shared-options.js";

export const keysCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork keys telemetry",
		"pulumi-cowork keys otlp endpoint",
		"pulumi-cowork keys --provider bedrock --section connection",
		"pulumi-cowork keys --secret --json",
	],
	declare: (program, output) =>
		program
			.command("keys")
			.description("list the managed keys")
			.argument("[words...]", "only keys whose name and summary have each of the words")
			.option("--section <name>", "only keys of a section, such as Connectors")
			.option("--provider <name>", "only keys that an inference route reads, such as bedrock")
			.option("--secret", "only keys that hold a credential")
			.option(...jsonDocument)
			.action(async (words, options) => (await import("../keys.js")).keys(words, options, output)),
};
