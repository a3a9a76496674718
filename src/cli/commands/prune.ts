import type { DeclaredCommand } from "./declared-command.js";
import { allowOutside, deploymentFile } from "./shared-options.js";

export const pruneCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork prune deployment.yaml",
		"pulumi-cowork prune deployment.yaml --keep 20 --older-than 180 --yes",
	],
	after: `
Every pointer is read first. What a pointer names or says that it replaced stays, and what the file holds a ring at;
where any of that cannot be read, nothing is removed. Objects under a retention stay and are told.

Exit codes: 0 done, 1 something cannot be read or removed, 2 wrong usage or a missing file.`,
	declare: (program, output) =>
		program
			.command("prune")
			.description("show published revisions that nothing needs any more, and remove them with --yes")
			.argument(...deploymentFile)
			.option("--keep <n>", "how many of the newest revisions of each group stay in any case", "10")
			.option("--older-than <days>", "how many days a revision stays in any case", "30")
			.option("--yes", "remove them")
			.option(...allowOutside)
			.action(async (file, options) => (await import("../prune.js")).prune(file, options, output)),
};
