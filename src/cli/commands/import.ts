import type { DeclaredCommand } from "./declared-command.js";
import { describedFile, organizationName } from "./shared-options.js";

export const importCommand: DeclaredCommand = {
	examples: [
		"pulumi-cowork import Claude.mobileconfig --name eu",
		"pulumi-cowork import pilot.reg general.mobileconfig --out deployment.yaml",
	],
	after: `
No credential of the files is in what is written: each is { fromEnv: NAME }, and NAME is to be set. What could not be
taken over is told on standard error. Files of equal settings are one group on several platforms.`,
	declare: (program, output) =>
		program
			.command("import")
			.description(
				"describe what files gave devices as a deployment: profiles, registry files, managed settings, exports",
			)
			.argument("<files...>", "files of devices or of device management, each one group of users; zip archives of them")
			.option("--name <name>", "name of the deployment; without it, what profiles of this package say, or cowork")
			.option(...organizationName)
			.option(...describedFile)
			.option("--json", "print the deployment and what was left out as one JSON document")
			.action(async (files, options) => (await import("../import.js")).importFiles(files, options, output)),
};
