import { Option } from "commander";
import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, publicKeyOption } from "./shared-options.js";

const side =
	"deployment file, stack's file, folder of a bundle, git:<revision>:<path from the root, or ./ from here>, published:<file>[#ring], or none; several with a comma between";

// As the review itself has them, which is loaded when it runs.
const formats = ["text", "markdown", "json", "sarif", "html"];
const grades = ["breaks", "widens", "loosens", "informs"];

export const reviewCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork review git:main:deployment.yaml deployment.yaml",
		"pulumi-cowork review out/eu eu.yaml --format markdown --fail-on widens",
		"pulumi-cowork review published:eu.yaml#broad eu.yaml",
		"pulumi-cowork review none eu.yaml,us.yaml --format json",
	],
	after: `
A finding breaks what people do today, widens what is reached or allowed, loosens what was closed on devices, or informs
of the rest; it names the rule that says so. Nothing is compared but meaning: text that moved changes none. What is
published is read from the first store that the file names, by default for the last of its rings, and refused where none
of the keys has signed it that publish.sign.publicKeys names.

Exit codes: 0 reviewed, 1 a side is invalid or a finding fails, 2 wrong usage or a missing file.`,
	declare: (program, output) =>
		program
			.command("review")
			.description("say what changes in meaning for people, devices, hosts and permissions from one side to the other")
			.argument("<old>", side)
			.argument("<new>", "the same for the newer side")
			.addOption(new Option("--format <format>", "how it is written").choices(formats).default("text"))
			.addOption(new Option("--fail-on <grade>", "fail where a finding has this grade or a worse one").choices(grades))
			.addOption(publicKeyOption())
			.option(...allowOutside)
			.action(async (before, after, options) => (await import("../review.js")).review(before, after, options, output)),
};
