import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile, jsonDocument, publicKeyOption } from "./shared-options.js";

export const ringsCommand: DeclaredCommand = {
	examples: ["pulumi-cowork rings deployment.yaml", "pulumi-cowork rings deployment.yaml --json > rings.json"],
	after: `
Stores are read with the credentials that their own tools use, and every file of a revision is held to its digest; those
with a secret that have a place of their own only with --secrets, or their size alone. Below the table stand the lines of the deployment file
that give a ring what the ring before it has now, and those that give it back what it had before.

Exit codes: 0 everything is whole, 1 something is not or cannot be read, 2 wrong usage or a missing file.`,
	declare: (program, output) =>
		program
			.command("rings")
			.description("show what each ring of each group has, and the lines that promote it or take it back")
			.argument(...deploymentFile)
			.option("--secrets", "read files with a secret too, which takes who may read them")
			.addOption(publicKeyOption())
			.option(...allowOutside)
			.option(...jsonDocument)
			.action(async (file, options) => (await import("../rings.js")).rings(file, options, output)),
};
